//! What must hold of anything that the program gives out.

use std::fmt::Display;

use readout::text::Span;

/// Whether a span lies in a text, on boundaries of characters.
pub fn inside(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

/// A message is one line that begins with where, and does not go on for ever.
pub fn message(error: &impl Display, begins: &str) {
    let message = error.to_string();
    assert!(message.starts_with(begins), "{message:?} does not begin with {begins:?}");
    assert!(!message.trim().contains('\n'), "more than one line: {message:?}");
    assert!(message.chars().count() < 2000, "{} characters: {message:?}", message.chars().count());
}

/// Nothing in a text is obeyed by a terminal: no control character but the line feed, nothing that turns the direction of
/// writing. `tags` are characters that other programs hide text in.
pub fn quiet(text: &str) {
    let loud = |c: char| {
        c != '\n' && c.is_control()
            || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(at) = text.find(loud) {
        panic!("raw {:?} in {:?}", text[at..].chars().next(), text[..at].lines().next_back());
    }
}

/// Terminal output without its styles. Any other escape stays, so that [`quiet`] finds it.
pub fn without_styles(output: &str) -> String {
    let mut plain = String::with_capacity(output.len());
    let mut rest = output;
    while let Some(at) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        match after.split_once('m') {
            Some((style, after)) if style.bytes().all(|b| b.is_ascii_digit() || b == b';') => rest = after,
            _ => {
                plain.push('\u{1b}');
                rest = after;
            }
        }
    }
    plain + rest
}

/// The signs of a text that no wrapping, border or escape adds or takes away, in order.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
