//! Owns quick looks over the bytes of a text, for questions whose answer is nearly always no: each byte is seen with the two
//! after it and no character is taken apart, which the compiler makes a few instructions for many bytes.

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
            | ((a == 0xE2) & (b == 0x80) & ((c == 0x8E) | (c == 0x8F) | ((c >= 0xA8) & (c <= 0xAE))))
            // U+2066 to U+2069.
            | ((a == 0xE2) & (b == 0x81) & (c >= 0xA6) & (c <= 0xA9))
            // U+FEFF.
            | ((a == 0xEF) & (b == 0xBB) & (c == 0xBF))
    })
}

/// Whether a text is words with one space between them: no other white space, and none at its ends.
pub(crate) fn is_one_line(text: &str) -> bool {
    let other = |a: u8, b: u8, c: u8| {
        ((a == b' ') & (b == b' '))
            | ((a >= 0x09) & (a <= 0x0D))
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

/// Whether `is` holds of any byte with the two after it; 0 stands for those after the last.
fn any(text: &str, is: impl Fn(u8, u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (second, third) = (bytes.get(1..).unwrap_or_default(), bytes.get(2..).unwrap_or_default());
    // No stop at the first: that would take the bytes one by one.
    let inner = bytes.iter().zip(second).zip(third).fold(false, |any, ((a, b), c)| any | is(*a, *b, *c));
    inner
        || match *bytes {
            [.., a, b] => is(a, b, 0) || is(b, 0, 0),
            [a] => is(a, 0, 0),
            [] => false,
        }
}

#[cfg(test)]
mod tests {
    use super::{holds_obeyed, is_one_line};
    use crate::text::width::is_obeyed;
    use proptest::prelude::*;

    #[test]
    fn every_character_is_known() {
        for c in '\0'..=char::MAX {
            for text in [format!("{c}"), format!("中{c}"), format!("{c}a"), format!("a{c}美元“")] {
                assert_eq!(holds_obeyed(&text), is_obeyed(c), "{text:?}");
                let inside = !text.starts_with(c) && !text.ends_with(c);
                assert_eq!(is_one_line(&text), !c.is_whitespace() || c == ' ' && inside, "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn texts_are_as_their_characters(
            text in any::<String>(),
            likely in "[a-c中，。“’\u{a0}\u{3000}\u{2003}\u{202e}\u{61c}\u{feff}\u{9b}\n ]{0,40}",
        ) {
            for text in [text, likely] {
                prop_assert_eq!(holds_obeyed(&text), text.chars().any(is_obeyed));
                let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(is_one_line(&text), joined == text);
            }
        }
    }
}
