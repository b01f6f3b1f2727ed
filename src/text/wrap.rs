//! Owns line breaking for display: Latin text at words, Han text anywhere, closing punctuation never first and opening
//! punctuation never last on a line. Colour is put on afterwards, so the result is ranges and not strings.

use std::ops::{Range, RangeInclusive};

use crate::text::scan::is_plain;
use crate::text::width::Widths;

/// Breaks one paragraph into lines of at most `columns` display columns, as byte ranges into `text`.
///
/// The white space at a break, newlines included, belongs to no line; every other character belongs to exactly one. A word
/// longer than a line is broken between grapheme clusters, and a cluster wider than a line stands alone and overflows, so
/// that 0 or 1 columns work too. The rules for punctuation give way only where a line holds no other place to break. An
/// empty text, or one of white space alone, is one empty line.
///
/// ```
/// use readout::text::{width::Widths, wrap::wrap};
///
/// let text = "The two sides 同意保持沟通。";
/// let lines: Vec<&str> = wrap(text, 12, Widths::default()).into_iter().map(|line| &text[line]).collect();
/// assert_eq!(lines, ["The two", "sides 同意保", "持沟通。"]);
/// ```
pub fn wrap(text: &str, columns: usize, widths: Widths) -> Vec<Range<usize>> {
    lines(text, columns, widths).map(|line| line.range).collect()
}

/// The lines that [`wrap()`] gives, one after another, with their widths.
pub fn lines(text: &str, columns: usize, widths: Widths) -> Lines<'_> {
    Lines { text, columns, widths, at: 0, before: None, any: false }
}

/// A line of a wrapped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its display columns.
    pub width: usize,
}

/// The lines of a text; made by [`lines()`].
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    text: &'a str,
    columns: usize,
    widths: Widths,
    /// Where the next line begins, white space before it included.
    at: usize,
    /// What stands before that.
    before: Option<Class>,
    /// Whether there was a line.
    any: bool,
}

impl Iterator for Lines<'_> {
    type Item = Line;

    /// The clusters of the next line, without white space at either end.
    fn next(&mut self) -> Option<Line> {
        let rest = &self.text[self.at..];
        if rest.len() <= self.columns && is_plain(rest) && rest.bytes().any(|b| b != b' ') {
            // The last line, where each byte is a column.
            let start = self.at + rest.len() - rest.trim_start_matches(' ').len();
            let end = self.at + rest.trim_end_matches(' ').len();
            (self.at, self.any) = (self.text.len(), true);
            return Some(Line { range: start..end, width: end - start });
        }
        let Some(first) = self.first() else {
            self.at = self.text.len();
            return (!std::mem::replace(&mut self.any, true)).then_some(Line { range: 0..0, width: 0 });
        };
        self.any = true;
        let start = self.at;
        // `taken` ends past the last cluster that is not white space, `soft` and `hard` are ends that a break may have.
        let mut taken = Taken { end: start + first.len, width: first.width, last: first.class, before: self.before };
        let (mut soft, mut hard) = (None, None);
        loop {
            taken.run(self.text.as_bytes(), self.columns, &mut soft, &mut hard);
            let (mut at, mut spaces) = (taken.end, 0usize);
            let cluster = loop {
                let Some(cluster) = Cluster::first(&self.text[at..], self.widths) else {
                    self.at = self.text.len();
                    return Some(taken.line(start));
                };
                if cluster.class != Class::Space {
                    break cluster;
                }
                at += cluster.len;
                spaces += cluster.width;
            };
            let after_space = at > taken.end;
            if !matches!(taken.last, Class::Opening { .. }) && !matches!(cluster.class, Class::Closing { .. }) {
                hard = Some(taken);
                if after_space || taken.may_break_before(&cluster) {
                    soft = hard;
                }
            }
            let width = taken.width + spaces + cluster.width;
            if width > self.columns && (cluster.width > 0 || spaces > 0) {
                let broken = soft.or(hard).unwrap_or(taken);
                (self.at, self.before) = (broken.end, Some(broken.last));
                return Some(broken.line(start));
            }
            let before = if after_space { Class::Space } else { taken.last };
            taken = Taken { end: at + cluster.len, width, last: cluster.class, before: Some(before) };
        }
    }
}

impl Lines<'_> {
    /// The next cluster that is not white space; `at` is moved to it.
    fn first(&mut self) -> Option<Cluster> {
        loop {
            let cluster = Cluster::first(&self.text[self.at..], self.widths)?;
            if cluster.class != Class::Space {
                return Some(cluster);
            }
            self.at += cluster.len;
            self.before = Some(Class::Space);
        }
    }
}

/// The beginning of a line.
#[derive(Clone, Copy)]
struct Taken {
    /// Where it ends in the text.
    end: usize,
    width: usize,
    /// Its last cluster.
    last: Class,
    /// The cluster before that one; none at the beginning of the text.
    before: Option<Class>,
}

impl Taken {
    fn line(self, start: usize) -> Line {
        Line { range: start..self.end, width: self.width }
    }

    /// Takes what most of a text is, as far as it fits: after a word more of it and words after single spaces, after Han more
    /// Han.
    fn run(&mut self, text: &[u8], columns: usize, soft: &mut Option<Self>, hard: &mut Option<Self>) {
        match self.last {
            Class::Word => loop {
                let rest = &text[self.end..];
                let room = columns.saturating_sub(self.width);
                let count = letters(rest, room);
                if count > 0 {
                    *hard = Some(self.take(count, 1, 1));
                }
                match rest[count..] {
                    [b' ', letter, ref after @ ..]
                        if letter.is_ascii_alphanumeric()
                            && after.first().is_none_or(u8::is_ascii)
                            && room >= count + 2 =>
                    {
                        *hard = Some(*self);
                        *soft = *hard;
                        self.end += 2;
                        self.width += 2;
                        self.before = Some(Class::Space);
                    }
                    _ => break,
                }
            },
            Class::Wide => {
                let count = han(&text[self.end..], columns.saturating_sub(self.width) / 2);
                if count > 0 {
                    *hard = Some(self.take(count, 3, 2));
                    *soft = *hard;
                }
            }
            _ => {}
        }
    }

    /// Takes `count` clusters of the class that is last, at least one; gives what stands before the last of them.
    fn take(&mut self, count: usize, len: usize, width: usize) -> Self {
        if count > 1 {
            self.before = Some(self.last);
        }
        self.end += (count - 1) * len;
        self.width += (count - 1) * width;
        let before = *self;
        *self = Self { end: self.end + len, width: self.width + width, last: self.last, before: Some(self.last) };
        before
    }

    /// Whether a line may end before the cluster that follows, where no white space stands and punctuation does not forbid it.
    fn may_break_before(&self, next: &Cluster) -> bool {
        match (self.last, next.class) {
            // Two dashes are one Chinese dash.
            (Class::Joint, Class::Joint) => false,
            (Class::Wide | Class::Closing { full_width: true }, _)
            | (_, Class::Wide | Class::Opening { full_width: true }) => true,
            // One quotation after another, as Chinese lists write them.
            (Class::Closing { .. }, Class::Opening { .. }) => next.len > 1,
            // A hyphen joins two words; after white space it is a sign.
            (Class::Joint, Class::Word) => self.before.is_some_and(|c| !matches!(c, Class::Space | Class::Joint)),
            _ => false,
        }
    }
}

/// How many letters and digits of ASCII stand first, each a cluster by itself; at most `most`.
fn letters(text: &[u8], most: usize) -> usize {
    let count = text.iter().take(most).take_while(|b| b.is_ascii_alphanumeric()).count();
    // What is not ASCII may belong to the letter before it.
    let open = text.get(count).is_some_and(|b| !b.is_ascii());
    if open { count.saturating_sub(1) } else { count }
}

/// How many Han characters stand first, each a cluster by itself; at most `most`.
fn han(text: &[u8], most: usize) -> usize {
    let count = text.chunks_exact(3).take(most).take_while(|c| HAN.contains(&c[0])).count();
    let rest = &text[count * 3..];
    let open = !rest.is_empty() && Widths::default().common(rest).is_none();
    if open { count.saturating_sub(1) } else { count }
}

/// The first bytes of U+5000 to U+9FFF, all of which are Han of three bytes.
const HAN: RangeInclusive<u8> = 0xE5..=0xE9;

/// A grapheme cluster and what line breaking has to know of it.
struct Cluster {
    len: usize,
    width: usize,
    class: Class,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// White space that may be dropped at a break.
    Space,
    /// Never last on a line; a full-width one breaks from what stands before it as Han text does.
    Opening { full_width: bool },
    /// Never first on a line; a full-width one breaks from what stands after it as Han text does.
    Closing { full_width: bool },
    /// Han and all else that is two columns wide: a break on either side.
    Wide,
    /// A break after it where it joins words: hyphens, dashes, the zero-width space.
    Joint,
    /// Letters, digits and other marks: no break inside a run.
    Word,
}

impl Cluster {
    /// The first cluster of a text.
    fn first(text: &str, widths: Widths) -> Option<Self> {
        let (len, width, class) = match text.as_bytes() {
            // What most clusters are, before their like.
            [b' ', b' '..=b'~', ..] => (1, 1, Class::Space),
            [first @ b'!'..=b'~', b' '..=b'~', ..] => (1, 1, mark(char::from(*first)).unwrap_or(Class::Word)),
            [first, _, _, next, ..] if HAN.contains(first) && HAN.contains(next) => (3, 2, Class::Wide),
            // ，、。
            [0xEF, 0xBC, 0x8C, next, ..] | [0xE3, 0x80, 0x81 | 0x82, next, ..] if HAN.contains(next) => {
                (3, 2, Class::Closing { full_width: true })
            }
            _ => {
                let (len, width) = widths.first_cluster(text)?;
                (len, width, classify(&text[..len]))
            }
        };
        Some(Self { len, width, class })
    }
}

fn classify(cluster: &str) -> Class {
    let unbroken = |c| matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}');
    if cluster.chars().all(|c| c.is_whitespace() && !unbroken(c)) {
        return Class::Space;
    }
    match cluster.chars().next().and_then(mark) {
        Some(class) => class,
        // Narrow on purpose: where a line may break does not depend on the terminal.
        None if Widths::default().cluster_width(cluster) >= 2 => Class::Wide,
        None => Class::Word,
    }
}

/// What a mark is, by the first character of its cluster.
fn mark(first: char) -> Option<Class> {
    Some(match first {
        '(' | '[' | '{' | '“' | '‘' | '«' => Class::Opening { full_width: false },
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '［' | '｛' => Class::Opening { full_width: true },
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '»' | '…' | '·' => {
            Class::Closing { full_width: false }
        }
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '．' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕'
        | '］' | '｝' => Class::Closing { full_width: true },
        '-' | '–' | '—' | '\u{2010}' | '\u{200B}' => Class::Joint,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Class, Cluster, classify, wrap};
    use crate::text::width::Widths;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    const NARROW: Widths = Widths { ambiguous_wide: false };
    const WIDE: Widths = Widths { ambiguous_wide: true };

    fn lines(text: &str, columns: usize, widths: Widths) -> Vec<&str> {
        wrap(text, columns, widths).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn breaks_lines() {
        for (text, columns, want) in [
            ("", 10, vec![""]),
            (" \n ", 10, vec![""]),
            ("The two sides agreed.", 80, vec!["The two sides agreed."]),
            ("The two sides agreed.", 13, vec!["The two sides", "agreed."]),
            ("  The\r\ntwo   sides  ", 7, vec!["The", "two", "sides"]),
            ("中美关系", 5, vec!["中美", "关系"]),
            ("中美关系。", 8, vec!["中美关", "系。"]),
            ("同意“对话”。", 6, vec!["同意", "“对", "话”。"]),
            ("《上海公报》", 3, vec!["《", "上", "海", "公", "报", "》"]),
            ("两国元首（会晤）", 10, vec!["两国元首", "（会晤）"]),
            ("“和平”“合作”", 7, vec!["“和平”", "“合作”"]),
            ("拜登 Biden说", 7, vec!["拜登", "Biden说"]),
            ("拜登Biden说", 6, vec!["拜登", "Biden", "说"]),
            ("a U.S.-China talk", 9, vec!["a U.S.-", "China", "talk"]),
            ("don’t stop", 4, vec!["don’", "t", "stop"]),
            ("cooperation", 4, vec!["coop", "erat", "ion"]),
            ("it (really) is", 6, vec!["it", "(reall", "y) is"]),
            ("coop. now", 4, vec!["coo", "p.", "now"]),
            ("foo ( bar", 5, vec!["foo", "( bar"]),
            ("foo bar ; x", 7, vec!["foo", "bar ; x"]),
            ("中——美", 5, vec!["中——", "美"]),
            ("ab", 0, vec!["a", "b"]),
            ("中a", 1, vec!["中", "a"]),
            ("！！！！！", 4, vec!["！！", "！！", "！"]),
            ("a\u{a0}b c", 3, vec!["a\u{a0}b", "c"]),
            ("e\u{301}e\u{301}e\u{301}", 2, vec!["e\u{301}e\u{301}", "e\u{301}"]),
            ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, vec!["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
        ] {
            assert_eq!(lines(text, columns, NARROW), want, "{text:?} in {columns}");
        }
    }

    #[test]
    fn ambiguous_marks_take_the_room_they_are_drawn_in() {
        assert_eq!(lines("他说“好”了", 8, NARROW), ["他说“好”", "了"]);
        assert_eq!(lines("他说“好”了", 8, WIDE), ["他说", "“好”了"]);
        assert_eq!(lines("it isn’t so", 6, WIDE), ["it", "isn’t", "so"]);
    }

    #[test]
    fn real_text_keeps_the_rules_of_punctuation() {
        let text = "习近平指出，“世界足够大，容得下两国各自发展、共同繁荣。”双方同意：落实《上海公报》（1972年）；President Biden said “we agree” (again)!";
        for columns in 8..60 {
            for line in lines(text, columns, NARROW) {
                assert!(
                    !line.starts_with(['，', '。', '、', '”', '》', '）', '：', '；', ')', '!']),
                    "{columns}: {line}"
                );
                assert!(!line.ends_with(['“', '《', '（', '(']), "{columns}: {line}");
            }
        }
    }

    #[test]
    fn long_texts_take_linear_time() {
        let pieces = ["a", " ", "(", "。", "中", "a ", "\u{200b}", "a((((((((((((((((((((((", "\u{301}", "word, 中"];
        for piece in pieces {
            let text = piece.repeat((if cfg!(debug_assertions) { 200_000 } else { 5_000_000 }) / piece.len());
            for columns in [0, 10, 100_000] {
                let started = std::time::Instant::now();
                wrap(&text, columns, NARROW);
                assert!(started.elapsed().as_secs_f64() < 3.0, "{piece:?} {columns} {:?}", started.elapsed());
            }
        }
    }

    /// The lines with their widths as they are found over the clusters of the whole text, without short ways.
    fn general(text: &str, columns: usize, widths: Widths) -> Vec<(&str, usize)> {
        let clusters: Vec<(usize, Cluster)> = text
            .grapheme_indices(true)
            .map(|(at, c)| (at, Cluster { len: c.len(), width: widths.cluster_width(c), class: classify(c) }))
            .collect();
        let class = |at: usize| clusters[at].1.class;
        let may_break = |at: usize| match (class(at - 1), class(at)) {
            (Class::Joint, Class::Joint) => false,
            (Class::Wide | Class::Closing { full_width: true }, _)
            | (_, Class::Wide | Class::Opening { full_width: true }) => true,
            (Class::Closing { .. }, Class::Opening { .. }) => clusters[at].1.len > 1,
            (Class::Joint, Class::Word) => at >= 2 && !matches!(class(at - 2), Class::Space | Class::Joint),
            _ => false,
        };
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(start) = (from..clusters.len()).find(|at| class(*at) != Class::Space) {
            let (mut end, mut used, mut spaces, mut soft, mut hard) = (start, 0, 0, None, None);
            let mut broken = None;
            for (index, (_, cluster)) in clusters.iter().enumerate().skip(start) {
                let width = cluster.width;
                if class(index) == Class::Space {
                    spaces += width;
                    continue;
                }
                if end > start {
                    if !matches!(class(end - 1), Class::Opening { .. })
                        && !matches!(class(index), Class::Closing { .. })
                    {
                        hard = Some(end);
                        if index > end || may_break(end) {
                            soft = hard;
                        }
                    }
                    if used + spaces + width > columns && (width > 0 || spaces > 0) {
                        broken = soft.or(hard).or(Some(end));
                        break;
                    }
                }
                used += spaces + width;
                spaces = 0;
                end = index + 1;
            }
            from = broken.unwrap_or(end);
            let last = &clusters[from - 1];
            let line = &text[clusters[start].0..last.0 + last.1.len];
            found.push((line, line.graphemes(true).map(|c| widths.cluster_width(c)).sum()));
        }
        if found.is_empty() {
            found.push(("", 0));
        }
        found
    }

    fn check(text: &str, columns: usize, widths: Widths) -> Result<(), TestCaseError> {
        let ranges = wrap(text, columns, widths);
        let mut at = 0;
        for range in &ranges {
            prop_assert!(text[at..range.start].chars().all(char::is_whitespace));
            prop_assert!(range.start < range.end || ranges.len() == 1);
            let line = &text[range.clone()];
            prop_assert!(
                widths.str_width(line) <= columns
                    || line.graphemes(true).filter(|g| widths.str_width(g) > 0).count() == 1
            );
            at = range.end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
        let with_widths: Vec<(&str, usize)> =
            super::lines(text, columns, widths).map(|l| (&text[l.range], l.width)).collect();
        prop_assert_eq!(with_widths, general(text, columns, widths));
        Ok(())
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_nothing(
            text in any::<String>(),
            likely in "[a-c “”‘’…—中美，。《》（）().,\n\u{a0}\u{200b}e\u{301}👩\u{200d}👧-]{0,60}",
            words in "([a-z]{1,9}|[一-鿿]{1,6}|[“”‘’…—，。《》（）().,\u{301}\u{600}–·-]| ){0,40}",
            columns in 0usize..20,
        ) {
            for widths in [NARROW, WIDE] {
                check(&text, columns, widths)?;
                check(&likely, columns, widths)?;
                check(&words, columns, widths)?;
            }
        }
    }
}
