//! The names of the months, as dates have them.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month that a text begins with, in full or by three or four letters, and what follows.
pub(crate) fn month(text: &str) -> Option<(u16, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text[..end].to_ascii_lowercase();
    let known = |name: &&str| **name == word || matches!(word.len(), 3 | 4) && name.starts_with(&word);
    let number = MONTHS.iter().position(known)?;
    let rest = &text[end..];
    Some((u16::try_from(number + 1).ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}
