//! Owns dates: those that pages print in English and Chinese, and those that stand in addresses.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::text::months::month;

/// A day, and the time where it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day, as printed.
    pub date: Date,
    /// The time of day, as printed.
    pub time: Option<Time>,
    /// How far the clock of the page is from UTC, where the page says.
    pub offset: Option<Offset>,
}

impl Moment {
    /// `YYYY-MM-DD`.
    #[must_use]
    pub fn day(&self) -> String {
        self.date.to_string()
    }

    /// `YYYY-MM-DDTHH:MM:SS+HH:MM`, where both the time and the offset are known.
    #[must_use]
    pub fn instant(&self) -> Option<String> {
        let (time, offset) = (self.time?, self.offset?);
        let (sign, seconds) = if offset.seconds() < 0 { ('-', -offset.seconds()) } else { ('+', offset.seconds()) };
        let clock = time.strftime("%H:%M:%S");
        Some(format!("{}T{clock}{sign}{:02}:{:02}", self.date, seconds / 3600, seconds % 3600 / 60))
    }
}

/// The first date in a text, in any form that pages use: `September 27, 2024`, `Sept. 27, 2024`, `27 September 2024`,
/// `2024-09-27 10:15`, `2024/09/27`, `2024年9月27日`, `2024-09-27T10:15:00-04:00`.
///
/// ```
/// use readout::import::dates::find;
///
/// assert_eq!(find("发布时间：2024年9月27日 10:15").map(|m| m.day()), Some("2024-09-27".to_owned()));
/// assert_eq!(find("Sept. 27, 2024").map(|m| m.day()), Some("2024-09-27".to_owned()));
/// assert_eq!(find("Call 202-456-1111"), None);
/// ```
#[must_use]
pub fn find(text: &str) -> Option<Moment> {
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let found = if c.is_ascii_digit() && !before.is_some_and(|b: char| b.is_ascii_digit()) {
            numeric(rest).or_else(|| day_first(rest))
        } else if c.is_ascii_alphabetic() && !before.is_some_and(char::is_alphabetic) {
            month_first(rest)
        } else {
            None
        };
        if found.is_some() {
            return found;
        }
        before = Some(c);
    }
    None
}

/// The date in an address, by a form such as `/%Y/%m/%d/` or `/t%Y%m%d_`: four digits for the year, two for month and
/// day.
///
/// ```
/// use readout::import::dates::in_address;
///
/// let day = in_address("https://site.example/xw/202409/t20240927_114.html", "/t%Y%m%d_");
/// assert_eq!(day.map(|d| d.to_string()), Some("2024-09-27".to_owned()));
/// ```
#[must_use]
pub fn in_address(address: &str, form: &str) -> Option<Date> {
    (0..address.len()).filter(|&at| address.is_char_boundary(at)).find_map(|at| by_form(&address[at..], form))
}

fn by_form(mut rest: &str, form: &str) -> Option<Date> {
    let (mut year, mut month, mut day) = (None, None, None);
    let mut signs = form.chars();
    while let Some(sign) = signs.next() {
        if sign != '%' {
            rest = rest.strip_prefix(sign)?;
            continue;
        }
        let (into, width) = match signs.next()? {
            'Y' => (&mut year, 4),
            'm' => (&mut month, 2),
            'd' => (&mut day, 2),
            _ => return None,
        };
        let digits = rest.get(..width).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
        *into = digits.parse().ok();
        rest = &rest[width..];
    }
    date(year?, month?, day?)
}

/// A date of the years in which such texts have been published.
fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    let small = |n: u16| i8::try_from(n).ok();
    (1949..=2199).contains(&year).then(|| Date::new(i16::try_from(year).ok()?, small(month)?, small(day)?).ok())?
}

/// Up to `width` digits, their value, and what follows.
fn number(text: &str, width: usize) -> Option<(u16, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=width).contains(&end).then(|| Some((text[..end].parse().ok()?, &text[end..])))?
}

fn spaces(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{a0}', '\t', '\n', '\r', '\u{3000}'])
}

/// `2024-09-27`, `2024/9/27`, `2024.09.27`, `2024年9月27日`, and a time behind it.
fn numeric(text: &str) -> Option<Moment> {
    let (year, rest) = number(text, 4).filter(|(year, _)| *year > 999)?;
    let mark = spaces(rest).chars().next()?;
    let (month_ends, day_ends) = match mark {
        '-' | '/' | '.' => (mark, None),
        '年' => ('月', Some(['日', '号', '號'])),
        _ => return None,
    };
    let rest = spaces(spaces(rest).strip_prefix(mark)?);
    let (month, rest) = number(rest, 2)?;
    let (day, rest) = number(spaces(spaces(rest).strip_prefix(month_ends)?), 2)?;
    let rest = match day_ends {
        Some(ends) => spaces(rest).strip_prefix(ends)?,
        None => rest,
    };
    let date = date(year, month, day)?;
    let (time, offset) = clock(rest);
    Some(Moment { date, time, offset })
}

/// The time of day behind a date, and its offset from UTC.
fn clock(text: &str) -> (Option<Time>, Option<Offset>) {
    let rest = text.strip_prefix('T').unwrap_or_else(|| spaces(text));
    let read = || {
        let (mut hour, rest) = number(rest, 2)?;
        let (minute, mut rest) = number(rest.strip_prefix([':', '：'])?, 2)?;
        let mut second = 0;
        if let Some((value, after)) = rest.strip_prefix(':').and_then(|r| number(r, 2)) {
            (second, rest) = (value, after);
        }
        if let Some(fraction) = rest.strip_prefix('.') {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
        }
        let small = |n: u16| i8::try_from(n).ok();
        // '9:09 PM'
        let half = spaces(rest);
        let says = |mark: &str| half.get(..mark.len()).is_some_and(|text| text.eq_ignore_ascii_case(mark));
        if says("pm") || says("p.m.") {
            hour = hour % 12 + 12;
        } else if says("am") || says("a.m.") {
            hour %= 12;
        }
        Some((Time::new(small(hour)?, small(minute)?, small(second)?, 0).ok()?, zone(rest)))
    };
    read().map_or((None, None), |(time, offset)| (Some(time), offset))
}

/// `Z`, `+08:00`, `-0400`.
fn zone(text: &str) -> Option<Offset> {
    if text.starts_with('Z') {
        return Some(Offset::UTC);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = text.chars().skip(1).filter(|c| *c != ':').take_while(char::is_ascii_digit).collect();
    let (hours, minutes) = (digits.get(..2)?.parse::<i32>().ok()?, digits.get(2..4)?.parse::<i32>().ok()?);
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

/// An offset as layouts write it.
pub(super) fn offset(text: &str) -> Option<Offset> {
    zone(text).filter(|_| text.len() == 6 || text == "Z")
}

/// The day of a month without the letters of its ordinal, and what follows.
fn day(text: &str) -> Option<(u16, &str)> {
    let (day, rest) = number(text, 2)?;
    Some((day, ["st", "nd", "rd", "th"].iter().find_map(|o| rest.strip_prefix(o)).unwrap_or(rest)))
}

/// `September 27, 2024`.
fn month_first(text: &str) -> Option<Moment> {
    let (month, rest) = month(text)?;
    let (day, rest) = day(spaces(rest))?;
    let rest = spaces(rest);
    let (year, rest) = number(spaces(rest.strip_prefix(',').unwrap_or(rest)), 4)?;
    let (time, offset) = clock(rest.trim_start_matches([',', ' ']));
    Some(Moment { date: date(year, month, day)?, time, offset })
}

/// `27 September 2024`.
fn day_first(text: &str) -> Option<Moment> {
    let (day, rest) = day(text)?;
    let (month, rest) = month(spaces(rest))?;
    let rest = spaces(rest);
    let (year, rest) = number(spaces(rest.strip_prefix(',').unwrap_or(rest)), 4)?;
    let (time, offset) = clock(rest.trim_start_matches([',', ' ']));
    Some(Moment { date: date(year, month, day)?, time, offset })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day_of(text: &str) -> Option<String> {
        find(text).map(|m| m.day())
    }

    #[test]
    fn reads_every_form() {
        let forms = [
            "September 27, 2024",
            "Friday, September 27, 2024",
            "Sept. 27, 2024",
            "Sep 27 2024",
            "SEPTEMBER 27, 2024",
            "September 27th, 2024",
            "27 September 2024",
            "2024-09-27 10:15",
            "2024-09-27",
            "2024/09/27",
            "2024/9/27 08:00",
            "2024年9月27日",
            "2024年09月27日 10:15 来源：某部",
            "2024 年 9 月 27 日",
            "发布时间：2024-09-27 10:15:00",
            "2024-09-27T10:15:00-04:00",
            "Updated:\u{a0}September\u{a0}27, 2024",
            "By phone 555 1234 on September 27, 2024 and October 1, 2024",
        ];
        for form in forms {
            assert_eq!(day_of(form).as_deref(), Some("2024-09-27"), "{form}");
        }
    }

    #[test]
    fn reads_no_date_where_there_is_none() {
        for text in ["", "May 2024", "March 45, 2024", "2024-13-01", "12024-09-27", "Article 5, 27", "1/2/3", "2月30日"]
        {
            assert_eq!(day_of(text), None, "{text}");
        }
        assert_eq!(day_of("February 30, 2024, then March 1, 2024").as_deref(), Some("2024-03-01"));
    }

    #[test]
    fn keeps_the_clock_of_the_page() {
        let instant = |text: &str| find(text).and_then(|m| m.instant());
        assert_eq!(instant("2022-07-28T13:37:24-04:00").as_deref(), Some("2022-07-28T13:37:24-04:00"));
        assert_eq!(instant("2022-07-28T17:37:24.123Z").as_deref(), Some("2022-07-28T17:37:24+00:00"));
        assert_eq!(instant("2022-07-28T17:37:24+0800").as_deref(), Some("2022-07-28T17:37:24+08:00"));
        assert_eq!(instant("2022-07-28 17:37"), None);
        let moment = Moment { offset: offset("+08:00"), ..find("2022-07-28 17:37").expect("a date") };
        assert_eq!(moment.instant().as_deref(), Some("2022-07-28T17:37:00+08:00"));
    }

    #[test]
    fn addresses_by_their_forms() {
        let of = |address: &str, form: &str| in_address(address, form).map(|d| d.to_string());
        assert_eq!(of("https://a.example/x/2024/09/27/slug/", "/%Y/%m/%d/").as_deref(), Some("2024-09-27"));
        assert_eq!(of("https://a.example/n3/2024/0927/c9-1.html", "/%Y/%m%d/").as_deref(), Some("2024-09-27"));
        assert_eq!(of("https://a.example/2024-09/27/c_1.htm", "/%Y-%m/%d/").as_deref(), Some("2024-09-27"));
        assert_eq!(of("https://a.example/2024/09/slug/", "/%Y/%m/%d/"), None);
        assert_eq!(of("https://例子.example/20249999/c.html", "/%Y%m%d/"), None);
    }
}
