//! Numbers that two languages write differently, in one form: 24%, 百分之二十四; 25 million, 2500万.

use unicode_segmentation::UnicodeSegmentation;

/// The numbers of a text that tell something, in one form and without duplicates: percentages, amounts of two digits and
/// more. Years stay out, since every second sentence names one.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words: Vec<&str> = text.split_word_bounds().filter(|w| !w.trim().is_empty()).collect();
    for (at, word) in words.iter().enumerate() {
        let digits: String = word.chars().filter(|c| *c != ',' && *c != '，').collect();
        let Ok(value) = digits.parse::<f64>() else { continue };
        let next = words.get(at + 1).copied().unwrap_or("");
        let rest: String = words[at + 1..].iter().take(3).copied().collect();
        let percent = next == "%" || next == "％" || next == "percent" || next == "percentage";
        let factor = match next.to_lowercase().as_str() {
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            "trillion" => 1e12,
            _ if rest.starts_with("万亿") => 1e12,
            _ if rest.starts_with('亿') => 1e8,
            _ if rest.starts_with('万') => 1e4,
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
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_come_to_one_form() {
        assert_eq!(numbers("lower tariffs by 24 percent for 90 days"), ["24%", "90"]);
        assert_eq!(numbers("其中24%的关税暂停加征90天"), ["24%", "90"]);
        assert_eq!(numbers("at least 25 million metric tons"), numbers("不少于2500万吨"));
        assert_eq!(numbers("invite 50,000 young people"), numbers("邀请5万名青少年"));
        assert_eq!(numbers("in November 2023, on March 18, at 3"), ["18"]);
    }
}
