//! Owns quick looks over the bytes of a text, for questions whose answer is nearly always no: each byte is seen with the two
//! after it and no character is taken apart, which the compiler makes a few instructions for many bytes.

/// Whether a text is printable ASCII alone: one byte, one character, one column.
pub(crate) fn is_plain(text: &str) -> bool {
    const ONES: u64 = u64::MAX / 0xFF;
    // Of eight bytes none is above 0x7F, below the space, or 0x7F.
    let plain = |eight: &[u8; 8]| {
        let eight = u64::from_ne_bytes(*eight);
        let wrong = eight | eight.wrapping_sub(ONES * 0x20) | eight.wrapping_add(ONES);
        wrong & (ONES * 0x80) == 0
    };
    let bytes = text.as_bytes();
    // What is no multiple of eight is looked at from its end too, in place of byte by byte.
    match (bytes.last_chunk::<8>(), bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        (Some(last), ..) => bytes.as_chunks().0.iter().all(plain) && plain(last),
        (_, Some([a, b, c, d]), Some([e, f, g, h])) => plain(&[*a, *b, *c, *d, *e, *f, *g, *h]),
        _ => bytes.iter().all(|byte| matches!(byte, b' '..=b'~')),
    }
}

/// Whether a text holds a character that a terminal would obey instead of show; [`super::width::visible`] says which.
pub(crate) fn holds_obeyed(text: &str) -> bool {
    any(text, |a, b, c| {
        (a < 0x20)
            | (a == 0x7F)
            // U+0080 to U+009F.
            | ((a == 0xC2) & (b < 0xA0))
            // U+061C.
            | ((a == 0xD8) & (b == 0x9C))
            // U+200E, U+200F, U+2028 to U+202E.
            | ((a == 0xE2) & (b == 0x80) & ((c == 0x8E) | (c == 0x8F) | (0xA8..=0xAE).contains(&c)))
            // U+2066 to U+2069.
            | ((a == 0xE2) & (b == 0x81) & (0xA6..=0xA9).contains(&c))
            // U+FEFF.
            | ((a == 0xEF) & (b == 0xBB) & (c == 0xBF))
    })
}

/// Whether a text is words with one space between them: no other white space, and none at its ends.
pub(crate) fn is_one_line(text: &str) -> bool {
    let other = |a: u8, b: u8, c: u8| {
        ((a == b' ') & (b == b' '))
            | (0x09..=0x0D).contains(&a)
            // U+0085, U+00A0.
            | ((a == 0xC2) & ((b == 0x85) | (b == 0xA0)))
            // U+1680.
            | ((a == 0xE1) & (b == 0x9A) & (c == 0x80))
            // U+2000 to U+200A, U+2028, U+2029, U+202F.
            | ((a == 0xE2) & (b == 0x80) & ((c <= 0x8A) | (c == 0xA8) | (c == 0xA9) | (c == 0xAF)))
            // U+205F.
            | ((a == 0xE2) & (b == 0x81) & (c == 0x9F))
            // U+3000.
            | ((a == 0xE3) & (b == 0x80) & (c == 0x80))
    };
    !text.starts_with(' ') && !text.ends_with(' ') && !any(text, other)
}

/// Whether `is` holds of any byte with the two after it; those after the last are letters, of which it must not hold.
fn any(text: &str, is: impl Fn(u8, u8, u8) -> bool) -> bool {
    const BLOCK: usize = 32;
    // No stop inside a block: that would take the bytes one by one.
    let block =
        |bytes: &[u8; BLOCK + 2]| (0..BLOCK).fold(false, |any, at| any | is(bytes[at], bytes[at + 1], bytes[at + 2]));
    let mut rest = text.as_bytes();
    while let Some(first) = rest.first_chunk() {
        if block(first) {
            return true;
        }
        rest = &rest[BLOCK..];
    }
    let mut last = [b'a'; BLOCK + 2];
    last[..rest.len()].copy_from_slice(rest);
    // As many as 33 bytes are left.
    block(&last) || is(last[BLOCK], b'a', b'a')
}

#[cfg(test)]
mod tests {
    use super::{holds_obeyed, is_one_line, is_plain};
    use crate::text::width::is_obeyed;
    use proptest::prelude::*;

    #[test]
    fn every_character_is_known() {
        let long = "a".repeat(32);
        for c in '\0'..=char::MAX {
            for text in [format!("{c}"), format!("中{c}"), format!("{c}a"), format!("a{c}美元“"), format!("{long}{c}")]
            {
                assert_eq!(holds_obeyed(&text), is_obeyed(c), "{text:?}");
                assert_eq!(is_plain(&text), text.bytes().all(|b| matches!(b, b' '..=b'~')), "{text:?}");
                let inside = !text.starts_with(c) && !text.ends_with(c);
                assert_eq!(is_one_line(&text), !c.is_whitespace() || c == ' ' && inside, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn texts_are_as_their_characters(
            text in any::<String>(),
            likely in "[a-c中，。“’\u{a0}\u{3000}\u{2003}\u{202e}\u{61c}\u{feff}\u{9b}\n ]{0,90}",
            plain in "[ -~]{0,24}[\\x00-\u{80}]?[ -~]{0,24}",
        ) {
            for text in [text, likely, plain] {
                prop_assert_eq!(is_plain(&text), text.bytes().all(|b| matches!(b, b' '..=b'~')));
                prop_assert_eq!(holds_obeyed(&text), text.chars().any(is_obeyed));
                let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(is_one_line(&text), joined == text);
            }
        }
    }
}
