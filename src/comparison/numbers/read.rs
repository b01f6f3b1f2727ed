//! Where a text has numbers: in digits, in the characters of Chinese (两千五百万), in English words (five hundred).

use super::amount::Amount;
use crate::text::Span;

/// A number as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    /// Its digits or words, in bytes of the text, without what makes them millions.
    pub span: Span,
    pub value: Amount,
    /// Whether it is an ordinal: 14th.
    pub ordinal: bool,
    /// Whether it is a year as they are written: four digits, and nothing between them.
    pub four_digits: bool,
    /// By how many zeros a letter behind the digits makes it larger: $5bn.
    pub zeros: i32,
}

/// What stands before a percentage in Chinese.
pub(super) const PER_CENT: &str = "百分之";

/// Every number of a text, by place.
pub(super) fn read(text: &str) -> Vec<Read> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let word_before = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        let (length, number) = match byte {
            b'0'..=b'9' => digits(text, at, word_before),
            b'A'..=b'Z' | b'a'..=b'z' if !word_before => words(text, at),
            // The first byte of every character of which Chinese numbers are.
            0xE3..=0xE9 => characters(text, at),
            _ => (1, None),
        };
        found.extend(number);
        at += length;
    }
    found
}

/// The number in digits at byte `at`, and how many bytes are done with. Digits behind a letter are of a name (G20).
fn digits(text: &str, at: usize, of_word: bool) -> (usize, Option<Read>) {
    let rest = &text[at..];
    let run = |from: usize| rest[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut length = run(0);
    let first = length;
    if (1..=3).contains(&first) {
        while rest[length..].starts_with(',') && run(length + 1) == 3 {
            length += 4;
        }
    }
    let grouped = length > first;
    let fraction = if rest[length..].starts_with('.') { run(length + 1) } else { 0 };
    if fraction > 0 {
        length += 1 + fraction;
    }
    let letters = rest[length..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let suffix = rest[length..length + letters].to_ascii_lowercase();
    let (ordinal, zeros) = match suffix.as_str() {
        "" => (false, 0),
        "st" | "nd" | "rd" | "th" => (true, 0),
        "k" => (false, 3),
        "m" | "mn" => (false, 6),
        "b" | "bn" => (false, 9),
        "tn" | "trn" => (false, 12),
        _ => return (length + letters, None),
    };
    // '10:30' is a time, and '5G-2' a name.
    let time = rest[length..].starts_with(':') && run(length + 1) > 0;
    if time {
        return (length + 1 + run(length + 1), None);
    }
    let done = length + letters;
    if of_word {
        return (done, None);
    }
    let read = Amount::read(&rest[..length]).map(|value| Read {
        span: Span::new(at, at + done),
        value,
        ordinal,
        four_digits: first == 4 && !grouped && fraction == 0 && zeros == 0,
        zeros,
    });
    (done, read)
}

/// The number in English words at byte `at`: fifty thousand, two hundred and forty. 'Twenty-first' is none.
fn words(text: &str, at: usize) -> (usize, Option<Read>) {
    let word_at = |from: usize| {
        let length = text[from..].bytes().take_while(u8::is_ascii_alphabetic).count();
        (length, &text[from..from + length])
    };
    let (first, word) = word_at(at);
    // 'A hundred'.
    let article = word.eq_ignore_ascii_case("a")
        && text[at + first..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(['h', 't', 'm', 'b', 'H', 'T', 'M', 'B']));
    let Some(begun) = (if article { Some(1) } else { english(word) }) else { return (first.max(1), None) };
    let (mut end, mut whole, mut part) = (at + first, 0_u128, begun);
    let mut large = false;
    loop {
        let parted = text[end..].starts_with([' ', '-']);
        let mut next = end + usize::from(parted);
        let (mut length, mut word) = word_at(next);
        // Two hundred and forty.
        if large && word.eq_ignore_ascii_case("and") && text[next + length..].starts_with(' ') {
            let behind = word_at(next + length + 1);
            if english(behind.1).is_some() {
                next += length + 1;
                (length, word) = behind;
            }
        }
        if !parted || length == 0 {
            break;
        }
        let small = english(word);
        let times = if small.is_none() && part > 0 { thousands(word) } else { None };
        match (times, small) {
            (Some(times), _) => (whole, part) = (whole + part * times, 0),
            (_, None) if part > 0 && part < 100 && word.eq_ignore_ascii_case("hundred") => part *= 100,
            (_, Some(unit)) if !article && unit < 10 && part % 10 == 0 && part % 100 >= 20 => part += unit,
            (_, Some(small)) if large && small < 100 && part % 100 == 0 => part += small,
            // 'Twenty-first', 'two-thirds'.
            _ if text[end..].starts_with('-') && ends_as_ordinal(word) => return (next + length - at, None),
            _ => break,
        }
        large |= small.is_none();
        end = next + length;
    }
    let value = whole + part;
    let read =
        Read { span: Span::new(at, end), value: Amount::whole(value), ordinal: false, four_digits: false, zeros: 0 };
    // 'A' alone is no number, and 'one' counts nothing.
    (end - at, Some(read).filter(|_| value > 1))
}

/// The number up to 90 that an English word is.
fn english(word: &str) -> Option<u128> {
    const NAMES: [(&str, u128); 27] = [
        ("one", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("eleven", 11),
        ("twelve", 12),
        ("thirteen", 13),
        ("fourteen", 14),
        ("fifteen", 15),
        ("sixteen", 16),
        ("seventeen", 17),
        ("eighteen", 18),
        ("nineteen", 19),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
        ("sixty", 60),
        ("seventy", 70),
        ("eighty", 80),
        ("ninety", 90),
    ];
    // Most words are none by their length and first letter.
    let first = word.bytes().next()?.to_ascii_lowercase();
    if !(3..=9).contains(&word.len()) || !matches!(first, b'o' | b't' | b'f' | b's' | b'e' | b'n') {
        return None;
    }
    NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, number)| *number)
}

/// What a word of thousands makes of the number before it.
fn thousands(word: &str) -> Option<u128> {
    const NAMES: [(&str, u128); 4] =
        [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000)];
    NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, times)| *times)
}

fn ends_as_ordinal(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    word.ends_with("th") || matches!(word, "first" | "second" | "third" | "half" | "halve" | "quarter")
}

/// The number in characters of Chinese at byte `at`: 五万, 两千五百万, 一百八十. What people say of many (数十, 千万, 万一) is none, nor
/// is a single character, but behind 百分之.
fn characters(text: &str, at: usize) -> (usize, Option<Read>) {
    let rest = &text[at..];
    let numeral = |c: &char| digit(*c).is_some() || zeros(*c).is_some();
    let length: usize = rest.chars().take_while(numeral).map(char::len_utf8).sum();
    if length == 0 {
        // 百分之 is what stands before a number, and no number.
        return (rest.chars().next().map_or(1, char::len_utf8), None);
    }
    let percent = text[..at].ends_with(PER_CENT);
    // '百分之' begins with a numeral.
    if rest.starts_with(PER_CENT) {
        return (PER_CENT.len(), None);
    }
    let run = &rest[..length];
    let many = text[..at].ends_with(['数', '几', '上', '成', '百', '千', '·', '两', '第']);
    let value = if percent { chinese(run).or((run == "百").then_some(100)) } else { chinese(run) };
    let several = run.chars().nth(1).is_some();
    let value = value.filter(|_| percent || several && !many);
    let read = |value: u128| Read {
        span: Span::new(at, at + length),
        value: Amount::whole(value),
        ordinal: false,
        four_digits: false,
        zeros: 0,
    };
    (length, value.map(read))
}

fn digit(c: char) -> Option<u128> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '两' => Some(2),
        '〇' => Some(0),
        c => DIGITS.iter().position(|d| *d == c).and_then(|at| u128::try_from(at).ok()),
    }
}

fn zeros(c: char) -> Option<u32> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

/// The number that characters of Chinese are, where they are a whole one: 二十四, 两千五百万, 一百零五.
pub(in crate::comparison) fn chinese(written: &str) -> Option<u128> {
    let (mut all, mut section, mut unit) = (0_u128, 0_u128, None::<u128>);
    // Each rank is below the one before it.
    let mut rank = u32::MAX;
    let mut zero = false;
    for c in written.chars() {
        if let Some(digit) = digit(c) {
            if unit.is_some() || (digit == 0 && section == 0 && all == 0) {
                return None;
            }
            if digit == 0 {
                zero = true;
            } else {
                unit = Some(digit);
            }
            continue;
        }
        let zeros = zeros(c)?;
        if zeros >= 4 {
            let part = section + unit.take().unwrap_or(0);
            if part == 0 {
                // 万亿
                all = if c == '亿' && all > 0 { all.checked_mul(100_000_000)? } else { return None };
            } else {
                all = if c == '亿' { (all + part) * 100_000_000 } else { all + part * 10_000 };
            }
            (section, rank, zero) = (0, u32::MAX, false);
            continue;
        }
        // 十 may stand alone, as 百 and 千 may not.
        let times = unit.take().or((zeros == 1 && section == 0).then_some(1))?;
        if zeros >= rank {
            return None;
        }
        rank = zeros;
        zero = false;
        section += times * 10_u128.pow(zeros);
    }
    if let Some(last) = unit {
        // 二百五 is said, and 二百零五 is written.
        if rank != u32::MAX && rank > 1 && !zero {
            return None;
        }
        section += last;
    }
    Some(all + section)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<String> {
        read(text).iter().map(|r| r.value.times(r.zeros).to_string()).collect()
    }

    #[test]
    fn numbers_in_characters() {
        for (written, value) in [
            ("二十四", 24),
            ("十", 10),
            ("五万", 50_000),
            ("两千五百万", 25_000_000),
            ("五百", 500),
            ("一百零五", 105),
            ("一百八十", 180),
            ("三万亿", 3_000_000_000_000),
            ("十二亿三千万", 1_230_000_000),
            ("三", 3),
        ] {
            assert_eq!(chinese(written), Some(value), "{written}");
        }
        for written in ["十四五", "九二", "二〇二三", "百", "万", "二百五", "千万", "一一", "零"] {
            assert_eq!(chinese(written), None, "{written}");
        }
        assert_eq!(values("五万名青少年、两千五百万吨大豆、五百架飞机"), ["50000", "25000000", "500"]);
        assert!(values("数十名、千万不要、万一、十分重要、一个、二〇二三年、九二共识、十四五规划").is_empty());
        assert_eq!(values("百分之五、百分之百、百分之二十四"), ["5", "100", "24"]);
    }

    #[test]
    fn numbers_in_words() {
        assert_eq!(values("fifty thousand, Five Hundred, twenty-four"), ["50000", "500", "24"]);
        assert_eq!(
            values("two hundred and forty, a hundred, three million two hundred thousand"),
            ["240", "100", "3200000"]
        );
        assert!(values("the twenty-first century, two-thirds, a man, one of them, hundreds, tenth").is_empty());
    }

    #[test]
    fn digits_with_what_they_are_written_with() {
        assert_eq!(
            values("$5bn, 1.5m tons, 50,000, 2,500.5, 14th"),
            ["5000000000", "1500000", "50000", "2500.5", "14"]
        );
        assert!(values("10:30 a.m., G20, 5G, F35s, COVID-19x").is_empty());
        assert_eq!(values("in 2023, 500 men"), ["2023", "500"]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,40}|[0-9,. :至百分之十万亿第two hundred-]{0,40}") {
            for read in read(&text) {
                proptest::prop_assert!(!read.span.slice(&text).is_empty());
            }
        }
    }
}
