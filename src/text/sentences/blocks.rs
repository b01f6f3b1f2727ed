//! Owns what line breaks and markers say: paragraphs, headings and list items.

use super::{SegmentKind, is_space, trim};
use crate::text::language::{Language, count_units, detect, is_han};
use crate::text::months;
use crate::text::span::Span;

/// A stretch of text between two markers or paragraph ends; its kind `Sentence` stands for running text.
pub(super) struct Block {
    pub(super) paragraph: usize,
    pub(super) span: Span,
    pub(super) kind: SegmentKind,
    /// Whether it is a short text with a colon at its end: a heading if it is one sentence.
    pub(super) heads: bool,
}

/// A body by paragraphs, and by what they hold.
#[derive(Default)]
pub(super) struct Blocks {
    pub(super) paragraphs: Vec<Span>,
    pub(super) blocks: Vec<Block>,
}

/// Reads the lines of a body.
pub(super) fn read(body: &str) -> Blocks {
    let mut reader = Reader {
        body,
        read: Blocks::default(),
        paragraph: None,
        item: None,
        numbers: [0; 6],
        last_line: Span::new(0, 0),
    };
    let mut at = 0;
    let bytes = body.as_bytes();
    for line in bytes.split_inclusive(|b| matches!(b, b'\n' | b'\r')) {
        // The \n of \r\n comes as a piece of its own, which is no blank line.
        if !(line == b"\n" && bytes[..at].ends_with(b"\r")) {
            reader.line(Span::new(at, at + line.len()));
        }
        at += line.len();
    }
    reader.end_paragraph();
    reader.read
}

struct Reader<'a> {
    body: &'a str,
    read: Blocks,
    /// The open paragraph and the open item in it; an item keeps the kind of marker it began with.
    paragraph: Option<Span>,
    item: Option<(Span, Option<Marker>)>,
    /// The number of the last item of this paragraph, by the style of numbering and, last, in any style.
    numbers: [u32; 6],
    /// The line before in this paragraph.
    last_line: Span,
}

impl Reader<'_> {
    fn line(&mut self, line: Span) {
        let mut span = trim(self.body, line);
        // Behind a backslash stands a sign of the text, which marks nothing.
        let escaped = is_escape(span.slice(self.body));
        span.start += usize::from(escaped);
        let text = span.slice(self.body);
        if text.is_empty() || !escaped && is_rule(text) {
            return self.end_paragraph();
        }
        if let Some(hashes) = heading_marker(text).filter(|_| !escaped) {
            self.end_paragraph();
            let title = trim(self.body, Span::new(span.start + hashes, span.end));
            return self.heading(span, without_closing_hashes(self.body, title));
        }
        if line.slice(self.body).starts_with("\u{3000}\u{3000}") {
            self.end_paragraph();
        }
        let marker = Marker::read(text).filter(|marker| !escaped && self.begins_item(marker, text));
        if let Some(marker) = marker {
            self.end_item();
            if let Some((style, number)) = marker.number {
                self.numbers[style] = number;
                self.numbers[5] = number;
            }
            self.item = Some((Span::new(span.start + marker.len, span.end), Some(marker)));
        } else if let Some((item, _)) = &mut self.item {
            item.end = span.end;
        } else {
            self.item = Some((span, None));
        }
        let paragraph = self.paragraph.get_or_insert(span);
        paragraph.end = span.end;
        // A bold line that opens a paragraph is its heading, not its first words.
        if *paragraph == span && marker.is_none() && !escaped && bold(text).is_some_and(is_short_title) {
            self.end_item();
        }
        self.last_line = span;
    }

    /// Whether a marker is one, and not a hyphen, number or dot that a hard wrap has brought to the front of a line.
    fn begins_item(&self, marker: &Marker, text: &str) -> bool {
        let Some((_, open)) = &self.item else {
            return true;
        };
        let before = self.last_line.slice(self.body);
        if let Some((style, number)) = marker.number {
            // A list begins with 1 and counts on; lists within lists have styles of their own.
            let counts = number == 1 || number == self.numbers[style] + 1 || number == self.numbers[5] + 1;
            return counts && !ends_in_month(before);
        }
        let same = open.as_ref().is_some_and(|open| open.sign == marker.sign);
        same || !marker.is_weak(text) || before.ends_with(['.', ':', ';', '!', '?', '。', '：', '；', '！', '？', '”'])
    }

    fn end_item(&mut self) {
        let Some((item, marker)) = self.item.take() else {
            return;
        };
        let item = trim(self.body, item);
        let paragraph = self.read.paragraphs.len();
        let text = item.slice(self.body);
        if text.is_empty() {
            return;
        }
        let escaped = self.body[..item.start].ends_with('\\');
        let (span, kind) = if marker.is_some() {
            (item, SegmentKind::Bullet)
        } else if let Some(inner) = bold(text).filter(|inner| !escaped && is_short_title(inner)) {
            let inner = Span::new(item.start + 2, item.start + 2 + inner.len());
            (trim(self.body, inner), SegmentKind::Heading)
        } else {
            (item, SegmentKind::Sentence)
        };
        let heads = kind == SegmentKind::Sentence && text.ends_with([':', '：']) && is_short(text);
        self.read.blocks.push(Block { paragraph, span, kind, heads });
    }

    fn end_paragraph(&mut self) {
        self.end_item();
        self.numbers = [0; 6];
        self.read.paragraphs.extend(self.paragraph.take());
    }

    fn heading(&mut self, line: Span, title: Span) {
        if let Some(inner) = bold(title.slice(self.body)) {
            let span = trim(self.body, Span::new(title.start + 2, title.start + 2 + inner.len()));
            self.push_heading(line, span);
        } else {
            self.push_heading(line, title);
        }
    }

    fn push_heading(&mut self, line: Span, span: Span) {
        if !span.is_empty() {
            self.read.blocks.push(Block {
                paragraph: self.read.paragraphs.len(),
                span,
                kind: SegmentKind::Heading,
                heads: false,
            });
            self.read.paragraphs.push(line);
        }
    }
}

/// Whether a line begins with a backslash that keeps its first sign from being a mark.
fn is_escape(text: &str) -> bool {
    text.strip_prefix('\\').is_some_and(|rest| rest.starts_with(['>', '#', '-', '–', '*', '_', '=', '＊', '＃', '\\']))
}

/// Whether a line of running text, put into a body, must stand behind a backslash to be read as it is: its first sign would
/// mark a quotation, a heading, a rule or a list item, or it has the marks of a bold heading. A number or a bullet sign is left: it opens an item of a list in
/// running text too.
pub(crate) fn must_escape(line: &str) -> bool {
    line.starts_with('>')
        || is_rule(line)
        || heading_marker(line).is_some()
        || is_escape(line)
        || [Some(line), line.lines().next()].into_iter().flatten().any(|l| bold(l).is_some_and(is_short_title))
        || Marker::read(line).is_some_and(|marker| matches!(marker.sign, '-' | '–' | '*'))
}

/// Whether a bold line reads like a heading.
pub(crate) fn is_title(text: &str) -> bool {
    is_short_title(text)
}

/// Whether a line is only a rule: `---`, `* * *`, `###`, `＊＊＊`.
fn is_rule(text: &str) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    if !matches!(first, '-' | '*' | '#' | '_' | '=' | '＊' | '＃') {
        return false;
    }
    text.chars().all(|c| c == first || is_space(c))
        && (first == '#' || text.chars().filter(|&c| c == first).count() >= 3)
}

/// The bytes of the `#`s of a heading line.
fn heading_marker(text: &str) -> Option<usize> {
    let title = text.trim_start_matches('#');
    let hashes = text.len() - title.len();
    ((1..=6).contains(&hashes) && title.starts_with(is_space)).then_some(hashes)
}

fn without_closing_hashes(body: &str, title: Span) -> Span {
    let bare = title.slice(body).trim_end_matches('#');
    if bare.ends_with(is_space) { trim(body, Span::new(title.start, title.start + bare.len())) } else { title }
}

/// What stands between the `**` of a text that is all bold.
fn bold(text: &str) -> Option<&str> {
    let inner = text.strip_prefix("**")?.strip_suffix("**")?;
    let marked = inner.contains("**") || inner.starts_with('*') || inner.ends_with('*');
    (!marked && !inner.trim_matches(is_space).is_empty()).then_some(inner)
}

fn is_short_title(text: &str) -> bool {
    !text.trim_end_matches(is_space).ends_with(['.', '!', '?', ';', ',', '。', '！', '？', '；', '，', '…', '”', '"'])
        && is_short(text)
}

/// At most 12 English words or 24 Chinese characters.
fn is_short(text: &str) -> bool {
    match detect(text) {
        Language::En => count_units(text, Language::En) <= 12,
        Language::Zh => count_units(text, Language::Zh) <= 24,
    }
}

fn ends_in_month(text: &str) -> bool {
    let word = text.rsplit(is_space).next().unwrap_or("").trim_end_matches('.');
    word == "No" || months::named(word).is_some()
}

/// The marker of a list item: its length in bytes, its sign (the digit 1 for any number), and of a number its style (0 to
/// 4: `1.` `1)` `(1)` `一、` `（一）`) and value.
#[derive(Clone, Copy)]
struct Marker {
    len: usize,
    sign: char,
    number: Option<(usize, u32)>,
}

impl Marker {
    fn read(text: &str) -> Option<Marker> {
        let sign = text.chars().next()?;
        let rest = &text[sign.len_utf8()..];
        let next = rest.chars().next();
        let spaced = next.is_none_or(is_space);
        let begins_word = next.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
        let plain = match sign {
            '*' => spaced,
            '-' | '–' => spaced || begins_word,
            '•' | '·' | '◦' | '‣' | '●' | '▪' | '■' | '►' => true,
            _ => return Self::read_number(text),
        };
        plain.then_some(Marker { len: sign.len_utf8(), sign, number: None })
    }

    /// `1.` `1)` `1、` `(1)` `（1）` `（一）` `一、`
    fn read_number(text: &str) -> Option<Marker> {
        let inner = text.strip_prefix(['(', '（']);
        let digits = inner.unwrap_or(text);
        let end = digits.find(|c| !is_digit(c)).filter(|&end| end > 0)?;
        let (digits, rest) = digits.split_at(end);
        let number = parse_number(digits)?;
        let close = rest.chars().next()?;
        let after = rest[close.len_utf8()..].chars().next();
        let closes = match close {
            ')' | '）' => inner.is_some() || digits.is_ascii(),
            _ if inner.is_some() => false,
            '、' => true,
            // Not 3.5, not 1.gov.
            '.' | '．' => {
                digits.is_ascii()
                    && after.is_none_or(|c| is_space(c) || is_han(c) || c.is_uppercase() || "“\"《「".contains(c))
            }
            _ => false,
        };
        let len = text.len() - rest.len() + close.len_utf8();
        let style = match (digits.is_ascii(), inner.is_some()) {
            (true, false) => usize::from(matches!(close, ')' | '）')),
            (true, true) => 2,
            (false, paired) => 3 + usize::from(paired),
        };
        closes.then_some(Marker { len, sign: '1', number: Some((style, number)) })
    }

    /// Whether the sign also stands inside running text, so that a hard wrap may put it first on a line.
    fn is_weak(&self, text: &str) -> bool {
        let rest = &text[self.len..];
        match self.sign {
            '-' => !rest.starts_with(is_space) && !rest.is_empty(),
            '–' => !rest.starts_with(is_space) || rest.trim_start_matches(is_space).starts_with(char::is_lowercase),
            '·' => !rest.starts_with(is_space),
            _ => false,
        }
    }
}

const HAN_DIGITS: &str = "零一二三四五六七八九十";

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || HAN_DIGITS.contains(c)
}

/// A number below 100, in either script but not both.
fn parse_number(digits: &str) -> Option<u32> {
    if digits.is_ascii() {
        return (digits.len() <= 2).then(|| digits.parse().ok())?;
    }
    let value =
        |c: char| HAN_DIGITS.chars().zip(0..).find(|&(digit, _)| digit == c).map(|(_, value): (char, u32)| value);
    let mut digits = digits.chars();
    match (digits.next().and_then(value)?, digits.next().map(value), digits.next().map(value), digits.next()) {
        (one, None, None, None) => Some(one),
        (10, Some(one), None, None) => Some(10 + one?),
        (tens, Some(Some(10)), None, None) => Some(tens * 10),
        (tens, Some(Some(10)), Some(one), None) => Some(tens * 10 + one?),
        _ => None,
    }
}
