//! Owns line breaking for display: Latin text at words, Han text anywhere, closing punctuation never first and opening
//! punctuation never last on a line. Colour is put on afterwards, so the result is ranges and not strings.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

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
    let clusters: Vec<Cluster> =
        text.grapheme_indices(true).map(|(at, cluster)| Cluster::new(at, cluster, widths)).collect();
    let mut lines = Vec::new();
    let mut next = 0;
    while let Some(line) = take_line(&clusters, next, columns) {
        let (first, last) = (&clusters[line.start], &clusters[line.end - 1]);
        lines.push(first.at..last.at + last.len);
        next = line.end;
    }
    if lines.is_empty() {
        lines.push(0..0);
    }
    lines
}

/// A grapheme cluster and what line breaking has to know of it.
struct Cluster {
    at: usize,
    len: usize,
    width: usize,
    class: Class,
}

#[derive(Clone, Copy, PartialEq, Eq)]
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
    fn new(at: usize, cluster: &str, widths: Widths) -> Self {
        Self { at, len: cluster.len(), width: widths.cluster_width(cluster), class: classify(cluster) }
    }
}

fn classify(cluster: &str) -> Class {
    let unbroken = |c| matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}');
    if cluster.chars().all(|c| c.is_whitespace() && !unbroken(c)) {
        return Class::Space;
    }
    match cluster.chars().next().unwrap_or(' ') {
        '(' | '[' | '{' | '“' | '‘' | '«' => Class::Opening { full_width: false },
        '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '［' | '｛' => Class::Opening { full_width: true },
        ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '»' | '…' | '·' => {
            Class::Closing { full_width: false }
        }
        '，' | '。' | '、' | '；' | '：' | '！' | '？' | '．' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕'
        | '］' | '｝' => Class::Closing { full_width: true },
        '-' | '–' | '—' | '\u{2010}' | '\u{200B}' => Class::Joint,
        // Narrow on purpose: where a line may break does not depend on the terminal.
        _ if Widths::default().cluster_width(cluster) >= 2 => Class::Wide,
        _ => Class::Word,
    }
}

/// The clusters of the next line from `from` on, without white space at either end; none when only white space is left.
fn take_line(clusters: &[Cluster], from: usize, columns: usize) -> Option<Range<usize>> {
    let start = from + clusters.get(from..)?.iter().position(|cluster| cluster.class != Class::Space)?;
    // `end` is past the last cluster that is not white space, `soft` and `hard` are ends that a break may have.
    let (mut end, mut used, mut spaces) = (start, 0usize, 0usize);
    let (mut soft, mut hard) = (None, None);
    for (index, cluster) in clusters.iter().enumerate().skip(start) {
        if cluster.class == Class::Space {
            spaces += cluster.width;
            continue;
        }
        if end > start {
            let (before, after) = (clusters[end - 1].class, cluster.class);
            if !matches!(before, Class::Opening { .. }) && !matches!(after, Class::Closing { .. }) {
                hard = Some(end);
                if index > end || may_break(clusters, end) {
                    soft = hard;
                }
            }
            if used + spaces + cluster.width > columns && (cluster.width > 0 || spaces > 0) {
                return Some(start..soft.or(hard).unwrap_or(end));
            }
        }
        used += spaces + cluster.width;
        spaces = 0;
        end = index + 1;
    }
    Some(start..end)
}

/// Whether a line may end before the cluster at `at`, where no white space stands and punctuation does not forbid it.
fn may_break(clusters: &[Cluster], at: usize) -> bool {
    match (clusters[at - 1].class, clusters[at].class) {
        // Two dashes are one Chinese dash.
        (Class::Joint, Class::Joint) => false,
        (Class::Wide | Class::Closing { full_width: true }, _)
        | (_, Class::Wide | Class::Opening { full_width: true }) => true,
        // One quotation after another, as Chinese lists write them.
        (Class::Closing { .. }, Class::Opening { .. }) => clusters[at].len > 1,
        // A hyphen joins two words; after white space it is a sign.
        (Class::Joint, Class::Word) => at >= 2 && !matches!(clusters[at - 2].class, Class::Space | Class::Joint),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::wrap;
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
        Ok(())
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_nothing(
            text in any::<String>(),
            likely in "[a-c “”‘’…—中美，。《》（）().,\n\u{a0}\u{200b}e\u{301}👩\u{200d}👧-]{0,60}",
            columns in 0usize..20,
        ) {
            for widths in [NARROW, WIDE] {
                check(&text, columns, widths)?;
                check(&likely, columns, widths)?;
            }
        }
    }
}
