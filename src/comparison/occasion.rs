//! On which days an encounter was, and the how manieth of its series, as the opening of a text tells it.

use super::numbers::{chinese, is_day, places};
use crate::text::Span;

/// The days that a text names, `MM-DD`, with the last of a span of days: 'September 4 to 6', 9月5日至6日.
pub(super) fn days(text: &str) -> Vec<String> {
    let mut days = Vec::new();
    for (day, span) in places(text).into_iter().filter(|(day, _)| is_day(day)) {
        let last = last(&text[span.end..]).map(|last| format!("{}-{last:02}", &day[..2]));
        for day in std::iter::once(day).chain(last) {
            if !days.contains(&day) {
                days.push(day);
            }
        }
    }
    days
}

/// The day of the month to which a span of days goes on behind its first: ' to 6', '–6', ' and 11', 至6日.
fn last(behind: &str) -> Option<u8> {
    const LINKS: [&str; 14] =
        [" to ", " and ", " through ", " until ", "–", "-", "—", "至", "到", "－", "~", "～", "和", "、"];
    let chinese = behind.strip_prefix('日');
    let rest = LINKS.iter().find_map(|link| chinese.unwrap_or(behind).strip_prefix(link))?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let day: u8 = rest[..digits].parse().ok().filter(|day| (1..=31).contains(day))?;
    // 'June 9 and 12 companies': no day.
    let next = &rest[digits..];
    let ends = next.is_empty()
        || next.starts_with(['日', ',', '.', ';', ')'])
        || next.starts_with(" in ")
        || next.starts_with(" at ");
    ends.then_some(day)
}

/// The how manieth encounter of its series a text tells of, with where it says so, in bytes: 'the third meeting of the
/// group', 第二次会议.
pub(super) fn ordinal(text: &str) -> Option<(u16, Span)> {
    english(text).or_else(|| han(text))
}

fn english(text: &str) -> Option<(u16, Span)> {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    const KINDS: [&str; 7] = ["meeting", "round", "session", "dialogue", "consultation", "talks", "plenary"];
    /// How many words may stand between: 'the third vice-ministerial meeting'.
    const BETWEEN: usize = 4;
    let mut at = 0;
    for word in text.split_inclusive(' ') {
        let start = at;
        at += word.len();
        let plain = word.trim_end().to_lowercase();
        let digits = || ["st", "nd", "rd", "th"].iter().find_map(|end| plain.strip_suffix(end)?.parse().ok());
        let place = WORDS.iter().position(|known| *known == plain).and_then(|place| u16::try_from(place + 1).ok());
        let Some(number) = place.or_else(digits) else { continue };
        let behind = &text[at..];
        let clause = behind.find([',', ';', '.']).map_or(behind, |end| &behind[..end]);
        let kind = clause.split(' ').take(BETWEEN + 1).position(|next| KINDS.iter().any(|kind| next.starts_with(kind)));
        // 'For the second day of talks' is none, and 'the second meeting between the two in a month' neither.
        let other = clause.split(' ').take(kind.unwrap_or(0)).any(|next| matches!(next, "day" | "time" | "of" | "and"));
        if let Some(kind) = kind.filter(|_| !other) {
            let length: usize = clause.split_inclusive(' ').take(kind + 1).map(str::len).sum();
            return Some((number, Span::new(start, at + clause[..length.min(clause.len())].trim_end().len())));
        }
    }
    None
}

fn han(text: &str) -> Option<(u16, Span)> {
    const COUNTS: [char; 4] = ['次', '轮', '届', '场'];
    const KINDS: [&str; 6] = ["会议", "会晤", "会谈", "磋商", "对话", "谈判"];
    /// How many bytes may stand between: 第三次高级别经贸会谈.
    const BETWEEN: usize = 30;
    text.match_indices('第').find_map(|(at, sign)| {
        let from = at + sign.len();
        let count = text[from..].find(COUNTS).map(|end| from + end).filter(|end| end - from <= 9)?;
        let number = chinese(&text[from..count]).or_else(|| text[from..count].parse().ok())?;
        let behind = &text[count..];
        let kind = KINDS.iter().filter_map(|kind| behind.find(kind).map(|place| place + kind.len())).min()?;
        let near = kind <= BETWEEN && !behind[..kind].contains(['，', '。', '；']);
        u16::try_from(number).ok().filter(|_| near).map(|number| (number, Span::new(at, count + kind)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_days_have_their_last() {
        for (text, expected) in [
            ("From September 4 to 6, the envoy led the talks.", vec!["09-04", "09-06"]),
            ("On May 10 and 11, the two sides met.", vec!["05-10", "05-11"]),
            ("The talks of May 10-11 in Lakeford were good.", vec!["05-10", "05-11"]),
            ("9月5日至6日，特使在湖城主持会议。", vec!["09-05", "09-06"]),
            ("They met on June 9.", vec!["06-09"]),
            ("On June 9 and 12 companies of both sides signed.", vec!["06-09"]),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn ordinals_of_a_series_are_read_in_both_languages() {
        let of = |text: &str| ordinal(text).map(|(number, span)| (number, span.slice(text).to_owned()));
        for (text, number, words) in [
            ("The envoy led the third meeting of the working group.", 3, "third meeting"),
            ("They held the 2nd vice-ministerial meeting of the group.", 2, "2nd vice-ministerial meeting"),
            ("双方共同主持工作组第二次会议。", 2, "第二次会议"),
            ("双方举行第12轮高级别经贸磋商。", 12, "第12轮高级别经贸磋商"),
        ] {
            assert_eq!(of(text), Some((number, words.to_owned())), "{text}");
        }
        for text in
            ["On the second day of talks they met.", "It was the first time.", "第二，双方举行会谈。", "第二届博览会"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
