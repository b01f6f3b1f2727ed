//! Months without a day and lengths of time, in one form: `05-00` for 'in May' and 5月, `6 months` for 'half a year' and 半年.

use super::read::chinese;
use crate::text::language::is_han;
use crate::text::{Span, months};

/// What stands before a month that is meant, so that 'may' and 'march' are none.
const BEFORE_MONTH: [&str; 21] = [
    "in", "by", "until", "till", "since", "of", "early", "late", "mid", "this", "next", "last", "from", "to", "before",
    "after", "through", "between", "during", "for", "and",
];
/// What stands before a length of time that something lasts or is put off by.
const BEFORE_LENGTH: [&str; 8] = ["for", "by", "another", "within", "further", "additional", "full", "of"];

/// Every month without a day, and every length of time, with where it stands in bytes. Months of a year that is named are of
/// what was, and stay out.
pub(super) fn times(text: &str) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = "";
    while let Some(c) = text[at..].chars().next() {
        let length = if c.is_ascii_alphabetic() {
            let end = at + text[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
            let word = &text[at..end];
            found.extend(month(word, before, &text[end..]).map(|form| (form, Span::new(at, end))));
            found.extend(english(word, before, &text[end..]).map(|(form, more)| (form, Span::new(at, end + more))));
            before = word;
            end - at
        } else if c.is_ascii_digit() {
            let end = at + text[at..].bytes().take_while(u8::is_ascii_digit).count();
            let count = text[at..end].parse().ok();
            found.extend(
                chinese_month(count, &text[..at], &text[end..]).map(|(form, more)| (form, Span::new(at, end + more))),
            );
            let word = BEFORE_LENGTH.iter().any(|word| before.eq_ignore_ascii_case(word));
            let length = |count| length(count, &text[end..], word, &text[..at]);
            found.extend(count.and_then(length).map(|(form, more)| (form, Span::new(at, end + more))));
            before = "";
            end - at
        } else {
            if c == '半' || is_numeral(c) {
                found.extend(characters(text, at));
            }
            if is_han(c) {
                before = "";
            }
            c.len_utf8()
        };
        at += length;
    }
    found.sort_by_key(|(_, span)| span.start);
    found
}

/// The form of a month.
fn month_form(month: u16) -> String {
    format!("{month:02}-00")
}

/// A month that an English word names, where neither a day nor a year stands beside it.
fn month(word: &str, before: &str, behind: &str) -> Option<String> {
    // Most words have no capital, and need not be looked up.
    let month = word.starts_with(|c: char| c.is_ascii_uppercase()).then(|| months::named(word)).flatten()?;
    let counted = behind.trim_start_matches(['.', ' ', ',']).starts_with(|c: char| c.is_ascii_digit());
    // 'The April trip', 'her May visit'.
    let visit = || {
        [" trip", " visit", " meeting", " summit", " round", " call", " talks"].iter().any(|w| behind.starts_with(w))
    };
    let meant = BEFORE_MONTH.iter().any(|word| before.eq_ignore_ascii_case(word)) || visit();
    (meant && !counted).then(|| month_form(month))
}

/// A month that a number before 月 is: 5月, and neither 5月3日 nor 2031年5月.
fn chinese_month(count: Option<u16>, before: &str, behind: &str) -> Option<(String, usize)> {
    let month = count.filter(|month| (1..=12).contains(month))?;
    let rest = behind.strip_prefix('月')?;
    let day = rest.starts_with(|c: char| c.is_ascii_digit()) || before.ends_with('年') && is_of_year(before);
    (!day).then(|| (month_form(month), '月'.len_utf8()))
}

/// Whether a text ends with a year in digits: 2031年, and not 今年.
fn is_of_year(before: &str) -> bool {
    before.strip_suffix('年').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// A length of time in English that begins with a word: six months, half a year, one-year.
fn english(word: &str, before: &str, behind: &str) -> Option<(String, usize)> {
    // Most words are no length of time, and that is seen behind them first.
    let unit = behind.get(1..).is_some_and(|rest| rest.starts_with(['y', 'm', 'a']));
    if !unit {
        return None;
    }
    let is_before = |words: &[&str]| words.iter().any(|word| before.eq_ignore_ascii_case(word));
    if word.eq_ignore_ascii_case("half") && behind.starts_with(" a year") && is_before(&BEFORE_LENGTH) {
        return Some((form(6), " a year".len()));
    }
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let count = WORDS.iter().position(|name| name.eq_ignore_ascii_case(word)).map(|at| at + 1);
    let article = word.eq_ignore_ascii_case("a").then_some(1);
    let count = u16::try_from(count.or(article)?).ok()?;
    length(count, behind, is_before(&BEFORE_LENGTH), "")
}

/// The length of time that so many of what stands behind are; `meant`, whether it is one that something lasts.
fn length(count: u16, behind: &str, meant: bool, before: &str) -> Option<(String, usize)> {
    let chinese = [("个月", 1), ("年", 12)];
    if let Some((unit, months)) = chinese.iter().find(|(unit, _)| behind.starts_with(unit)) {
        return chinese_length(count, unit, *months, before, &behind[unit.len()..]);
    }
    let hyphen = behind.starts_with('-');
    let rest = behind.strip_prefix(['-', ' '])?;
    let (unit, months) = [("year", 12), ("month", 1)].into_iter().find(|(unit, _)| rest.starts_with(unit))?;
    let more = &rest[unit.len()..];
    let plural = more.strip_prefix('s').unwrap_or(more);
    let ends = !plural.starts_with(|c: char| c.is_alphanumeric());
    let ago = [" ago", " old", "-old", " later"].iter().any(|word| plural.starts_with(word));
    let length = behind.len() - plural.len();
    ((hyphen || meant) && ends && !ago).then(|| (form(count * months), length))
}

/// 一年, 6个月, and neither 2031年 nor 一年来, 三年前, 一年一度.
fn chinese_length(count: u16, unit: &str, months: u16, before: &str, behind: &str) -> Option<(String, usize)> {
    const OTHER: [&str; 16] =
        ["来", "前", "多", "一度", "级", "代", "度", "之", "初", "底", "末", "中", "内", "以", "间", "后"];
    const ORDER: [&str; 10] = ["第", "近", "这", "过去", "每", "新的", "崭新的", "新", "同", "当"];
    let meant = !OTHER.iter().any(|word| behind.starts_with(word)) && !ORDER.iter().any(|word| before.ends_with(word));
    (meant && (1..=30).contains(&count)).then(|| (form(count * months), unit.len()))
}

/// A length of time that characters of Chinese tell at a place: 半年, 一年, 六个月.
fn characters(text: &str, at: usize) -> Option<(String, Span)> {
    let rest = &text[at..];
    if let Some(behind) = rest.strip_prefix("半年") {
        let (whole, before) = ("半年".len(), &text[..at]);
        let meant = !["上", "下", "大", "小", "前", "后", "多"].iter().any(|word| before.ends_with(word));
        return (meant && !behind.starts_with(['来', '前', '多'])).then(|| (form(6), Span::new(at, at + whole)));
    }
    if text[..at].chars().next_back().is_some_and(|c| is_numeral(c) || c == '第') {
        return None;
    }
    let written: usize = rest.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
    let number = if &rest[..written] == "两" { Some(2) } else { chinese(&rest[..written]) };
    let count = number.filter(|_| written > 0).and_then(|n| u16::try_from(n).ok())?;
    let behind = &rest[written..];
    let month = behind.strip_prefix('月').filter(|more| !more.starts_with(numeral_or_digit)).map(|_| month_form(count));
    if let Some(form) = month.filter(|_| (1..=12).contains(&count) && !is_of_year(&text[..at])) {
        return Some((form, Span::new(at, at + written + '月'.len_utf8())));
    }
    let (form, more) = length(count, behind, false, &text[..at]).filter(|_| !behind.starts_with(['-', ' ']))?;
    Some((form, Span::new(at, at + written + more)))
}

/// Whether a character is one of those that count months and years.
fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn numeral_or_digit(c: char) -> bool {
    c.is_ascii_digit() || c != '两' && is_numeral(c)
}

fn form(months: u16) -> String {
    format!("{months} months")
}

/// Whether one of these forms is a month without a day.
pub(super) fn is_month(form: &str) -> bool {
    form.ends_with("-00")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        times(text).into_iter().map(|(form, _)| form).collect()
    }

    #[test]
    fn months_and_lengths_of_two_languages_are_one() {
        assert_eq!(forms("to meet in Lakeford in May, and again by September"), ["05-00", "09-00"]);
        assert_eq!(forms("双方同意5月在湖城会面，十月再会"), ["05-00", "10-00"]);
        assert_eq!(
            forms("suspended for one year, extended by six months, a one-year pause"),
            ["12 months", "6 months", "12 months"]
        );
        assert_eq!(
            forms("暂停一年，延长半年，为期六个月，再延长12个月"),
            ["12 months", "6 months", "6 months", "12 months"]
        );
        assert_eq!(forms("for half a year, for 6 months"), ["6 months", "6 months"]);
    }

    #[test]
    fn what_was_is_none() {
        for text in [
            "They may march on.",
            "on May 4, in May 2031, 4 March",
            "a year ago, three years later, last year, every month",
            "5月4日，2031年5月，二月三日",
            "一年来，三年前，一年一度，第三年，上半年，2031年，今年，新的一年里，同一年",
        ] {
            assert!(forms(text).is_empty(), "{text}: {:?}", forms(text));
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}|[0-9一二两半年月个 in May for year-]{0,40}") {
            for (form, span) in times(&text) {
                proptest::prop_assert!(!form.is_empty() && !span.slice(&text).is_empty());
            }
        }
    }
}
