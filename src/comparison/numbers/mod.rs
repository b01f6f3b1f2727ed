//! Numbers that two languages write differently, in one form: 24%, 百分之二十四; 25 million, 2500万, 两千五百万.

mod amount;
mod read;
mod time;

use amount::Amount;
pub(super) use read::chinese;
use read::{PER_CENT, Read, read};

use crate::text::language::is_han;
use crate::text::{Span, months};

/// The numbers of a text that tell something, in one form and without duplicates: percentages, amounts of two digits and
/// more, days of a month (`03-18`), months without a day (`05-00`), lengths of time (`6 months`), with the currency where it is no dollar (`300 CNY`). Years stay out, since every second sentence
/// names one, and so do times of day and the numbers of names: COP 28, 21世纪, Section 301.
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
    let numbers = read(text);
    let all: Vec<Placed<'_>> = numbers.iter().map(|number| Placed::of(text, *number)).collect();
    let mut found = Vec::new();
    for (at, number) in all.iter().enumerate() {
        let form = number.day().or_else(|| {
            // ‘10 and 15 million’: the first is of millions too.
            let next = all.get(at + 1).filter(|next| number.is_linked_to(next));
            number.amount(next.map_or(number.unit, |next| next.unit))
        });
        let form = form.filter(|_| !number.is_of_a_name());
        found.extend(form.map(|form| (form, number.with_unit())));
    }
    // 'The 14th of June' has its month.
    let mut times = time::times(text);
    times.retain(|(time, _)| !found.iter().any(|(day, _)| time::is_month(time) && has(day, time)));
    if !times.is_empty() {
        found.retain(|(_, span)| !times.iter().any(|(_, time)| time.overlaps(*span)));
        found.extend(times);
        found.sort_by_key(|(_, span)| span.start);
    }
    found
}

/// What a number counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Unit {
    /// By how many zeros the words behind it make it larger: 9 for billion.
    zeros: i32,
    percent: bool,
    /// The currency, where it is no dollar.
    currency: Option<&'static str>,
}

impl Unit {
    const NONE: Self = Self { zeros: 0, percent: false, currency: None };
}

/// A number with the words around it.
#[derive(Debug, Clone, Copy)]
struct Placed<'t> {
    text: &'t str,
    number: Read,
    /// A few words before it, without the space behind them.
    before: &'t str,
    /// What stands behind it.
    behind: &'t str,
    unit: Unit,
}

impl<'t> Placed<'t> {
    fn of(text: &'t str, number: Read) -> Self {
        let Span { start, end } = number.span;
        let before = tail(text[..start].trim_end());
        let behind = &text[end..];
        // 'the 50-percent rule'
        let next = behind.strip_prefix('-').unwrap_or(behind).trim_start();
        let (zeros, length) = magnitude(next);
        let rest = next[length..].trim_start_matches([' ', '多', '余', '个']);
        let percent = before.ends_with(PER_CENT)
            || rest.starts_with(['%', '％'])
            || rest.starts_with("百分点")
            || ["percent", "percentage", "per cent"].iter().any(|word| begins_with_word(rest, word));
        let unit = Unit { zeros: zeros + number.zeros, percent, currency: currency(before, rest) };
        Self { text, number, before, behind, unit }
    }

    /// The day of a month that it is.
    fn day(&self) -> Option<String> {
        let behind = self.behind.trim_start();
        let behind = behind.strip_prefix("of ").filter(|_| self.number.ordinal).unwrap_or(behind);
        day(self.number.value, self.before, behind)
    }

    /// The amount or percentage that it is, in a unit.
    fn amount(&self, unit: Unit) -> Option<String> {
        let amount = self.number.value.times(unit.zeros);
        if self.number.ordinal || self.is_time() || !unit.percent && (self.is_year(unit) || !amount.is_at_least(10)) {
            return None;
        }
        Some(match unit {
            Unit { percent: true, .. } => format!("{amount}%"),
            Unit { currency: Some(currency), .. } => format!("{amount} {currency}"),
            _ => amount.to_string(),
        })
    }

    /// Whether it is a year: four digits with nothing that they count; in Chinese every thing is counted by a word.
    fn is_year(&self, unit: Unit) -> bool {
        const BEHIND: [char; 12] = ['年', '财', '至', '到', '和', '与', '及', '以', '版', '届', '的', '、'];
        let near = self.number.value.as_whole().is_some_and(|n| (1900..2100).contains(&n));
        let money = unit.currency.is_some() || self.before.ends_with(['$', '¥', '€', '£']);
        let counted = self.behind.trim_start().chars().next().is_some_and(|c| is_han(c) && !BEHIND.contains(&c));
        near && self.number.four_digits && unit == Unit::NONE && !money && !counted
    }

    /// Whether it is of a time of day, or of a month without a day.
    fn is_time(&self) -> bool {
        let behind = self.behind.trim_start();
        let clock = ["a.m", "p.m", "am", "pm", "o'clock", "o’clock"].iter().any(|word| begins_with_word(behind, word));
        let minutes = behind.starts_with('分') && self.before.ends_with(['时', '点']);
        // ‘9·18’: of a name.
        clock || minutes || behind.starts_with(['月', '日', '号', '时', '点', '·']) || self.before.ends_with('·')
    }

    /// Whether it has its unit from the number behind it: 'between 10 and 15 million', '20至25%'.
    fn is_linked_to(&self, next: &Self) -> bool {
        let Some(between) = self.text.get(self.number.span.end..next.number.span.start) else { return false };
        let link = between.trim_matches([' ', '$', '¥', '€', '£']);
        let links = matches!(link, "-" | "–" | "—" | "~" | "～" | "至" | "到" | "或" | "to" | "and" | "or");
        links
            && self.unit == Unit { currency: self.unit.currency, ..Unit::NONE }
            && !self.is_year(self.unit)
            && next.day().is_none()
    }

    /// Whether it belongs to a name: COP 28, Section 301, 第2758号, 21世纪. An amount (of millions, of per cent) is of none for
    /// capitals before it: USD 10 billion.
    fn is_of_a_name(&self) -> bool {
        is_of_a_name(self.before, self.behind, self.unit.percent || self.unit.zeros > 0)
    }

    fn with_unit(&self) -> Span {
        let Span { start, end } = self.number.span;
        if self.before.ends_with(PER_CENT) {
            return Span::new(start - PER_CENT.len(), end);
        }
        with_unit(self.text, start, end - start)
    }
}

/// By how many zeros the word with which a text begins makes the number before it larger, and how long it is in bytes.
fn magnitude(text: &str) -> (i32, usize) {
    const WORDS: [(&str, i32); 6] =
        [("thousand", 3), ("million", 6), ("mmt", 6), ("billion", 9), ("trillion", 12), ("hundred", 2)];
    const CHARACTERS: [(&str, i32); 8] =
        [("万亿", 12), ("百亿", 10), ("千亿", 11), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4), ("千", 3)];
    // Units of their own.
    let thing = ["千克", "千瓦", "千米"].iter().any(|unit| text.starts_with(unit));
    let word = WORDS.iter().find(|(word, _)| begins_with_word(text, word));
    let character = CHARACTERS.iter().find(|(word, _)| text.starts_with(word) && !thing);
    word.or(character).map_or((0, 0), |(word, zeros)| (*zeros, word.len()))
}

/// The currency of a number, where it is no dollar, by what stands before it and behind it.
fn currency(before: &str, behind: &str) -> Option<&'static str> {
    const YUAN: &str = "CNY";
    const EURO: &str = "EUR";
    const YEN: &str = "JPY";
    let word = |words: &[&str]| words.iter().any(|word| begins_with_word(behind, word));
    if before.ends_with("RMB") || before.ends_with("CNY") || before.ends_with(['¥', '￥']) || before.ends_with("人民币")
    {
        return Some(YUAN);
    }
    if behind.starts_with('元') || behind.starts_with("人民币") || word(&["yuan", "renminbi", "rmb", "cny"]) {
        return Some(YUAN);
    }
    if before.ends_with('€') || before.ends_with("EUR") || behind.starts_with("欧元") || word(&["euro", "euros"]) {
        return Some(EURO);
    }
    (behind.starts_with("日元") || word(&["yen"])).then_some(YEN)
}

/// Whether a text begins with a word, in capitals or not, and no letter goes on behind it.
fn begins_with_word(text: &str, word: &str) -> bool {
    let begins = text.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    begins && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric() && !is_han(c))
}

/// Whether one of [`numbers`] is a day of a month, or a month.
pub(super) fn is_day(number: &str) -> bool {
    number.contains('-')
}

/// What one of [`numbers`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A day or a month.
    Day,
    Percentage,
    /// A length of time.
    Length,
    /// Of a currency, or of anything else.
    Amount,
}

/// What sort of number one of [`numbers`] is: those of two sorts do not stand for each other.
pub(super) fn sort_of(number: &str) -> Sort {
    match number {
        day if is_day(day) => Sort::Day,
        percentage if percentage.ends_with('%') => Sort::Percentage,
        length if length.ends_with(" months") => Sort::Length,
        _ => Sort::Amount,
    }
}

/// Whether one of [`numbers`] has another: a day of May has May.
pub(super) fn has(number: &str, other: &str) -> bool {
    number == other || time::is_month(other) && is_day(number) && number.get(..3) == other.get(..3)
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

/// How many bytes behind a number tell in Chinese what it counts: 多年, 亿元, 个月, 平方公里.
fn chinese_unit(behind: &str) -> usize {
    const LONG: [&str; 24] = [
        "平方公里",
        "个百分点",
        "百分点",
        "人民币",
        "美元",
        "欧元",
        "日元",
        "英镑",
        "卢布",
        "公里",
        "英里",
        "海里",
        "公斤",
        "公顷",
        "公吨",
        "分钟",
        "小时",
        "世纪",
        "周年",
        "个月",
        "季度",
        "人次",
        "架次",
        "艘次",
    ];
    let more = |c: char| matches!(c, ' ' | '多' | '余' | '万' | '亿' | '千' | '百');
    let Some((place, unit)) = behind.char_indices().find(|(_, c)| !more(*c)) else { return 0 };
    let long = LONG.iter().find(|unit| behind[place..].starts_with(**unit));
    // What only links it counts nothing.
    let links = matches!(unit, '至' | '到' | '的' | '和' | '与' | '及' | '或' | '在' | '是');
    match long {
        Some(unit) => place + unit.len(),
        None if is_han(unit) && !links => place + unit.len_utf8() + counted(&behind[place..]),
        None => 0,
    }
}

/// How many bytes the thing has behind the word that counts it: 个国家 begins with 个.
fn counted(behind: &str) -> usize {
    let mut chars = behind.chars();
    let general = matches!(chars.next(), Some('个' | '周'));
    if general { chars.next().filter(|c| is_han(*c)).map_or(0, char::len_utf8) } else { 0 }
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

/// The day of a month that a number is, by the words beside it: March 18, 18 March, 3月18日, the 18th of March.
fn day(value: Amount, before: &str, behind: &str) -> Option<String> {
    let value = value.as_whole().filter(|day| (1..=31).contains(day))?;
    // 3月18日至19日: the month of the first day is that of the last.
    let digits = |text: &str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let first = before.strip_suffix(['至', '到', '—', '-', '–']).map(|rest| rest.trim_end_matches('日'));
    let before = first.map(|first| &first[..digits(first)]).filter(|first| first.ends_with('月')).unwrap_or(before);
    let month = match before.strip_suffix('月') {
        Some(rest) if behind.starts_with(['日', '号']) => month_before(rest)?,
        _ => {
            // June 9-10: the month of the last day is that of the first.
            let first = before.strip_suffix(['-', '–']).map(|rest| rest[..digits(rest)].trim_end());
            let last = first.unwrap_or(before).rsplit([' ', '\u{a0}']).next().unwrap_or("");
            let next = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            months::named(last).or_else(|| months::named(next))?
        }
    };
    Some(format!("{month:02}-{value:02}"))
}

/// The month whose number a text ends with, in digits or in characters: 9 of 2031年9, 11 of 十一.
fn month_before(text: &str) -> Option<u16> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let month = text[digits..].parse().ok().or_else(|| {
        let characters = text.trim_end_matches(|c: char| "一二三四五六七八九十".contains(c));
        u16::try_from(read::chinese(&text[characters.len()..])?).ok()
    });
    month.filter(|month| (1..=12).contains(month))
}

/// Whether a number belongs to a name: COP 28, Section 301, 第2758号, 21世纪. One that is an `amount` (of millions, of per cent)
/// is none for capitals before it: USD 10 billion.
fn is_of_a_name(before: &str, behind: &str, amount: bool) -> bool {
    const CURRENCIES: [&str; 5] = ["USD", "RMB", "CNY", "EUR", "US"];
    const NAMES: [&str; 10] =
        ["Section", "Article", "Resolution", "No.", "No", "Chapter", "Phase", "Annex", "Order", "Paragraph"];
    let last = before.rsplit(char::is_whitespace).next().unwrap_or("");
    // F-16
    let model = last.strip_suffix('-').is_some_and(|word| word.ends_with(|c: char| c.is_ascii_uppercase()));
    let letters = last.len() > 1 && last.bytes().all(|b| b.is_ascii_uppercase());
    const BEHIND: [&str; 10] = ["届", "条", "世纪", "年代", "号决议", "号令", "关税", "调查", "条款", "国集团"];
    let behind = behind.trim_start();
    // 二十大 is a congress, and 二十大豆 no word.
    let congress = behind.starts_with('大') && !behind.starts_with("大豆");
    let named = congress || BEHIND.iter().any(|w| behind.starts_with(w));
    model
        || letters && !amount && !CURRENCIES.contains(&last)
        || NAMES.contains(&last)
        || before.ends_with('第')
        || named
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
        assert_eq!(numbers("on June 14th, on the 14th of June"), numbers("六月十四日"));
        assert_eq!(numbers("invite fifty thousand young people and 500 more"), numbers("邀请五万名青少年，另有五百名"));
        assert_eq!(numbers("$8.2 billion, $5bn, 230 million"), numbers("82亿美元、50亿美元、2.3亿"));
        assert_eq!(numbers("between 10 and 15 million tons"), numbers("1000万至1500万吨"));
        assert_eq!(numbers("20 to 25 percent"), numbers("20%至25%"));
        assert_eq!(numbers("reduce it from 30 to 10 percentage points"), numbers("从30%降至10个百分点"));
        assert_eq!(numbers("invite 2,000 students in 2024"), numbers("2024年邀请2000名学生"));
        assert_eq!(numbers("12 billion yuan, 5 billion euros"), ["12000000000 CNY", "5000000000 EUR"]);
        assert_ne!(numbers("12 billion dollars"), numbers("120亿元人民币"));
        assert!(numbers("at 10:30 a.m. or 11 p.m.").is_empty() && numbers("上午10时30分").is_empty());
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
        assert_eq!(numbers("为期10个月"), numbers("for 10 months"));
        assert_ne!(numbers("suspend it for one year"), numbers("暂停半年"));
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
            "F-16 and COVID-19",
            "二十国集团峰会、二十大、第二十届、十四五",
            "its 75th anniversary",
        ] {
            assert!(numbers(name).is_empty(), "{name}: {:?}", numbers(name));
        }
        assert_eq!(numbers("may buy 12 million tons and march 20 miles"), ["12000000", "20"]);
    }
}
