//! Numbers that two languages write differently, in one form: 24%, 百分之二十四; 25 million, 2500万.

use unicode_segmentation::UnicodeSegmentation;

/// The numbers of a text that tell something, in one form and without duplicates: percentages, amounts of two digits and
/// more. Years stay out, since every second sentence names one.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    if !may_hold_number(text) {
        return found;
    }
    // Words are made out only where a number may stand.
    for (start, piece) in pieces(text).filter(|(_, piece)| may_hold_number(piece)) {
        for (at, word) in piece.split_word_bound_indices() {
            let Some(value) = value(word) else { continue };
            let mut after = text[start + at + word.len()..].split_word_bounds().filter(|w| !w.trim().is_empty());
            let next = after.next().unwrap_or("");
            let percent = ["%", "％", "percent", "percentage"].contains(&next);
            let factor = match next.to_lowercase().as_str() {
                "thousand" => 1e3,
                "million" => 1e6,
                "billion" => 1e9,
                "trillion" => 1e12,
                "万" if after.next().is_some_and(|w| w.starts_with('亿')) => 1e12,
                _ if next.starts_with('亿') => 1e8,
                _ if next.starts_with('万') => 1e4,
                _ => 1.0,
            };
            let amount = value * factor;
            let year = factor == 1.0 && (1900.0..2100.0).contains(&amount) && !percent;
            if year || (!percent && amount < 10.0) {
                continue;
            }
            let form = if percent { format!("{amount}%") } else { format!("{amount}") };
            if !found.contains(&form) {
                found.push(form);
            }
        }
    }
    found
}

/// The text in pieces, with where each begins: before every space and every character of Chinese. There a word ends, too.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |c: char| c.is_ascii_whitespace() || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &text[from..];
        let end = rest.char_indices().skip(1).find(|(_, c)| parts(*c)).map_or(rest.len(), |(at, _)| at);
        let piece = (from, &rest[..end]);
        from += end;
        (!rest.is_empty()).then_some(piece)
    })
}

/// Whether there is a digit: 'Nan' is a name, and 'inf' no number.
fn may_hold_number(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// The number that a word is.
fn value(word: &str) -> Option<f64> {
    word.replace([',', '，'], "").parse().ok().filter(|_| may_hold_number(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_no_numbers() {
        assert!(numbers("Nan Li met Inf of Infinity in 甲").is_empty());
        assert_eq!(numbers("Nan Li named 40 steps"), ["40"]);
    }

    #[test]
    fn both_languages_come_to_one_form() {
        assert_eq!(numbers("lower tariffs by 24 percent for 90 days"), ["24%", "90"]);
        assert_eq!(numbers("其中24%的关税暂停加征90天"), ["24%", "90"]);
        assert_eq!(numbers("at least 25 million metric tons"), numbers("不少于2500万吨"));
        assert_eq!(numbers("invite 50,000 young people"), numbers("邀请5万名青少年"));
        assert_eq!(numbers("in November 2023, on March 18, at 3"), ["18"]);
    }
}
