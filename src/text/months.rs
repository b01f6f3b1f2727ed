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

/// The month that a text begins with, in full, by three letters or as Sept, and what follows.
pub(crate) fn month(text: &str) -> Option<(u16, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text[..end].to_ascii_lowercase();
    let known = |name: &&str| **name == word || (word.len() == 3 || word == "sept") && name.starts_with(&word);
    let number = MONTHS.iter().position(known)?;
    let rest = &text[end..];
    Some((u16::try_from(number + 1).ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A day of the form `02-11` as people write it: 11 February; February for `02-00`.
pub(crate) fn spelled(day: &str) -> Option<String> {
    let (month, day) = day.split_once('-')?;
    let (month, day): (usize, usize) = (month.parse().ok()?, day.parse().ok()?);
    let name = MONTHS.get(month.checked_sub(1)?)?;
    let (first, rest) = name.split_at(1);
    let name = format!("{}{rest}", first.to_ascii_uppercase());
    Some(if day == 0 { name } else { format!("{day} {name}") })
}

/// The month that a word is, where it is written as a name, with a capital and maybe a full stop: May, Sept., and no 'may'.
pub(crate) fn named(word: &str) -> Option<u16> {
    match month(word)? {
        (number, "") if word.starts_with(char::is_uppercase) => Some(number),
        _ => None,
    }
}
