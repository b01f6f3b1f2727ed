//! Numbers that two languages write differently, in one form: 24%, 百分之二十四; 25 million, 2500万.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::language::is_han;
use crate::text::{Span, months};

/// The numbers of a text that tell something, in one form and without duplicates: percentages, amounts of two digits and
/// more, days of a month (`03-18`). Years stay out, since every second sentence names one, and so do the numbers of names:
/// COP 28, 21世纪, Section 301.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (number, _) in places(text) {
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// The same with where each stands, in bytes, with the words behind it that tell what it counts.
pub(super) fn places(text: &str) -> Vec<(String, Span)> {
    let mut found: Vec<(String, Span)> = Vec::new();
    if !may_hold_number(text) && !text.contains(PER_CENT) {
        return found;
    }
    // Words are made out only where a number may stand.
    for (start, piece) in pieces(text).filter(|(_, piece)| may_hold_number(piece)) {
        for (at, word) in piece.split_word_bound_indices() {
            let Some(value) = value(word) else { continue };
            let (before, behind) = (tail(text[..start + at].trim_end()), &text[start + at + word.len()..]);
            let mut after = behind.split_word_bounds().filter(|w| !w.trim().is_empty());
            let mut next = after.next().unwrap_or("");
            if next == "-" {
                next = after.next().unwrap_or("");
            }
            let place = || with_unit(text, start + at, word.len());
            if let Some(day) = day(value, before, next) {
                found.push((day, place()));
                continue;
            }
            // 10月: of a day, which is found by its own number.
            // ‘9·18’: of a name.
            if ["月", "日", "号", "时", "点"].contains(&next) || before.ends_with('·') || next == "·" {
                continue;
            }
            let percent = ["%", "％", "percent", "percentage"].contains(&next)
                || next == "per" && after.clone().next() == Some("cent")
                || before.ends_with(PER_CENT);
            let factor = match next.to_lowercase().as_str() {
                "thousand" => 1e3,
                "million" | "mmt" => 1e6,
                "billion" => 1e9,
                "trillion" => 1e12,
                "万" if after.next().is_some_and(|w| w.starts_with('亿')) => 1e12,
                _ if next.starts_with('亿') => 1e8,
                _ if next.starts_with('万') => 1e4,
                _ => 1.0,
            };
            if is_of_a_name(before, behind, percent || factor > 1.0) {
                continue;
            }
            let amount = value * factor;
            let year = factor == 1.0 && (1900.0..2100.0).contains(&amount) && !percent;
            if year || (!percent && amount < 10.0) {
                continue;
            }
            let form = if percent { format!("{amount}%") } else { format!("{amount}") };
            found.push((form, place()));
        }
    }
    for (at, _) in text.match_indices(PER_CENT) {
        if let Some(value) = written_out(&text[at + PER_CENT.len()..]) {
            found.push((format!("{value}%"), with_unit(text, at, PER_CENT.len())));
        }
    }
    found
}

/// What stands before a percentage in Chinese.
const PER_CENT: &str = "百分之";

/// The number up to 100 that a Chinese text begins with in characters: 二十四, 十, 五十.
fn written_out(text: &str) -> Option<u32> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: char| DIGITS.iter().position(|d| *d == c).and_then(|at| u32::try_from(at + 1).ok());
    let end = text.find(|c: char| digit(c).is_none() && c != '十' && c != '百').unwrap_or(text.len());
    let written = &text[..end];
    if matches!(written, "百" | "一百") {
        return Some(100);
    }
    match written.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { single(tens).and_then(digit)? };
            let ones = if ones.is_empty() { 0 } else { single(ones).and_then(digit)? };
            Some(tens * 10 + ones)
        }
        None => single(written).and_then(digit),
    }
}

/// The only character of a text.
fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether one of [`numbers`] is a day of a month.
pub(super) fn is_day(number: &str) -> bool {
    number.contains('-')
}

/// A number of so many bytes, with the sign of a currency before it, and the words behind it that tell what it counts: `$200
/// billion worth`, `45年`.
fn with_unit(text: &str, at: usize, length: usize) -> Span {
    let start = text[..at].char_indices().next_back().filter(|(_, c)| matches!(c, '$' | '¥' | '€' | '£'));
    let behind = &text[at + length..];
    let percent = behind.chars().next().filter(|c| matches!(c, '%' | '％'));
    let unit = if let Some(percent) = percent {
        percent.len_utf8()
    } else if behind.trim_start().starts_with(is_han) {
        chinese_unit(behind)
    } else {
        english_unit(behind)
    };
    Span::new(start.map_or(at, |(place, _)| place), at + length + unit)
}

/// How many bytes behind a number tell in Chinese what it counts: 多年, 亿元, 个月.
fn chinese_unit(behind: &str) -> usize {
    let more = |c: char| matches!(c, ' ' | '多' | '余' | '万' | '亿' | '千' | '百' | '周' | '个');
    let unit = behind.char_indices().find(|(_, c)| !more(*c));
    unit.filter(|(_, c)| is_han(*c)).map_or(0, |(place, c)| place + c.len_utf8())
}

/// The same in English: two words, or three where the first is a part of the number, none of which only links what follows.
fn english_unit(behind: &str) -> usize {
    const WORDS: usize = 2;
    const LINKS: [&str; 22] = [
        "of", "for", "to", "in", "at", "on", "by", "with", "from", "and", "or", "the", "a", "an", "that", "which",
        "who", "will", "is", "was", "are", "this",
    ];
    let factor = ["thousand", "million", "billion", "trillion"].iter().any(|f| behind.trim_start().starts_with(f));
    let (mut at, mut end) = (0, 0);
    for word in behind.split_inclusive(' ').take(WORDS + 1 + usize::from(factor)) {
        let plain = word.trim_end();
        let bare = plain.trim_end_matches(|c: char| !c.is_alphanumeric());
        // The first piece may be the space behind the number.
        if LINKS.contains(&bare) || bare.is_empty() && at > 0 {
            break;
        }
        if !bare.is_empty() {
            end = at + bare.len();
        }
        if bare.len() < plain.len() {
            break;
        }
        at += word.len();
    }
    end
}

/// The last few words of a text, so that no number looks far back.
fn tail(text: &str) -> &str {
    const MOST: usize = 48;
    &text[text.floor_char_boundary(text.len().saturating_sub(MOST))..]
}

/// The day of a month that a number is, by the words beside it: March 18, 18 March, 3月18日.
fn day(value: f64, before: &str, next: &str) -> Option<String> {
    if value.fract() != 0.0 || !(1.0..=31.0).contains(&value) {
        return None;
    }
    // 3月18日至19日: the month of the first day is that of the last.
    let digits = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let first = before.strip_suffix(['至', '到', '—', '-', '–']).map(|rest| rest.trim_end_matches('日'));
    let before = first.map(|first| &first[..digits(first)]).filter(|first| first.ends_with('月')).unwrap_or(before);
    let month = match before.strip_suffix('月') {
        Some(rest) if matches!(next, "日" | "号") => {
            rest[digits(rest)..].parse().ok().filter(|month| (1..=12).contains(month))?
        }
        _ => {
            // June 9-10: the month of the last day is that of the first.
            let first = before.strip_suffix(['-', '–']).map(|rest| rest[..digits(rest)].trim_end());
            let last = first.unwrap_or(before).rsplit([' ', '\u{a0}']).next().unwrap_or("");
            months::named(last).or_else(|| months::named(next))?
        }
    };
    Some(format!("{month:02}-{value:02}"))
}

/// Whether a number belongs to a name: COP 28, Section 301, 第2758号, 21世纪. One that is an `amount` (of millions, of per cent)
/// is none for capitals before it: USD 10 billion.
fn is_of_a_name(before: &str, behind: &str, amount: bool) -> bool {
    const CURRENCIES: [&str; 5] = ["USD", "RMB", "CNY", "EUR", "US"];
    const NAMES: [&str; 10] =
        ["Section", "Article", "Resolution", "No.", "No", "Chapter", "Phase", "Annex", "Order", "Paragraph"];
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = last.len() > 1 && last.bytes().all(|b| b.is_ascii_uppercase());
    let named = ["届", "条", "世纪", "年代", "号决议", "号令", "关税", "调查", "条款"]
        .iter()
        .any(|w| behind.trim_start().starts_with(w));
    letters && !amount && !CURRENCIES.contains(&last) || NAMES.contains(&last) || before.ends_with('第') || named
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
        assert_eq!(numbers("in November 2023, on March 18, at 3"), ["03-18"]);
        assert_eq!(numbers("on March 18"), numbers("3月18日"));
        assert_eq!(numbers("3月18日至19日"), ["03-18", "03-19"]);
        assert_eq!(numbers("from 29 September on"), numbers("自2025年9月29日起"));
        assert_ne!(numbers("expires on November 29"), numbers("on September 29"));
        assert_eq!(numbers("the 50-percent rule"), numbers("50%规则"));
        assert_eq!(numbers("USD 10 billion of soybeans and RMB 300"), numbers("100亿美元大豆和300元"));
        assert_ne!(numbers("will buy USD 10 billion of soybeans"), numbers("将采购250亿美元大豆"));
        assert_eq!(numbers("by 24 per cent"), numbers("百分之二十四"));
        assert_eq!(numbers("at least 25 MMT"), numbers("不少于2500万吨"));
        assert_eq!(numbers("当地时间11月15日10时"), ["11-15"]);
        assert_eq!(numbers("为期10个月"), ["10"]);
        assert_eq!(numbers("百分之24、百分之十、百分之五十、百分之百、百分之几"), ["24%", "10%", "50%", "100%"]);
    }

    #[test]
    fn the_numbers_of_names_are_none() {
        for name in [
            "COP 28 in Dubai",
            "Section 301 duties",
            "21世纪20年代的行动",
            "第2758号决议",
            "第28届大会",
            "UN Resolution 2758",
        ] {
            assert!(numbers(name).is_empty(), "{name}: {:?}", numbers(name));
        }
        assert_eq!(numbers("may buy 12 million tons and march 20 miles"), ["12000000", "20"]);
    }
}
