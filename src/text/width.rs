//! Owns display width: how many terminal columns a text takes, padding and cutting to a width, and making a text from
//! elsewhere safe to show.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::scan;

/// How the terminal draws: the one choice that display width depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Widths {
    /// Whether characters of ambiguous width (— · “ ” …) take two columns, as in some Chinese terminals; one by default.
    pub ambiguous_wide: bool,
}

impl Widths {
    /// The columns of one character standing alone.
    ///
    /// A character that [`visible`] replaces counts as its replacement, so that a text measures the same before and after:
    /// one column for a control character or a bidi control (two for U+FFFD where ambiguous characters are wide).
    pub fn char_width(self, c: char) -> usize {
        let shown = replacement(c).unwrap_or(c);
        let width = if self.ambiguous_wide { shown.width_cjk() } else { shown.width() };
        width.unwrap_or(1)
    }

    /// The columns of a text, summed over its grapheme clusters: a joined emoji counts 2, a combining mark 0.
    pub fn str_width(self, text: &str) -> usize {
        if scan::is_plain(text) {
            return text.len();
        }
        let (mut rest, mut width) = (text, 0);
        while let Some((len, columns)) = self.first_cluster(rest) {
            rest = &rest[len..];
            width += columns;
        }
        width
    }

    /// The bytes and the columns of the first grapheme cluster of a text; none of an empty text.
    pub(super) fn first_cluster(self, text: &str) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        if let [b' '..=b'~', b' '..=b'~', ..] = bytes {
            return Some((1, 1));
        }
        if let Some((len, columns)) = self.common(bytes)
            && (bytes.len() == len || self.common(&bytes[len..]).is_some())
        {
            return Some((len, columns));
        }
        let cluster = text.graphemes(true).next()?;
        Some((cluster.len(), self.cluster_width(cluster)))
    }

    /// The bytes and the columns of a character with which the bytes begin, where it is one of those that most texts are made
    /// of. Such a character is a grapheme cluster by itself where another of them, or nothing, follows.
    pub(super) fn common(self, bytes: &[u8]) -> Option<(usize, usize)> {
        let ambiguous = if self.ambiguous_wide { 2 } else { 1 };
        Some(match bytes {
            [b' '..=b'~', ..] => (1, 1),
            [0xE5..=0xE9, _, _, ..] => (3, 2),
            // Han from U+4E00 on.
            [0xE4, second, _, ..] if *second >= 0xB8 => (3, 2),
            // U+3000 to U+3029: Chinese marks.
            [0xE3, 0x80, 0x80..=0xA9, ..] => (3, 2),
            // U+FF01 to U+FF5E: ASCII of full width.
            [0xEF, 0xBC, 0x81..=0xBF, ..] | [0xEF, 0xBD, 0x80..=0x9E, ..] => (3, 2),
            // – — ‘ ’ “ ” …
            [0xE2, 0x80, 0x93 | 0x94 | 0x98 | 0x99 | 0x9C | 0x9D | 0xA6, ..] => (3, ambiguous),
            // ·
            [0xC2, 0xB7, ..] => (2, ambiguous),
            // → ─ │, and blocks.
            [0xE2, 0x86, 0x92, ..] | [0xE2, 0x94, 0x80 | 0x82, ..] | [0xE2, 0x96, 0x88 | 0x8C, ..] => (3, ambiguous),
            _ => return None,
        })
    }

    /// The columns of one grapheme cluster.
    pub(crate) fn cluster_width(self, cluster: &str) -> usize {
        let mut chars = cluster.chars();
        match (chars.next(), chars.next()) {
            (None, _) => 0,
            (Some(c), None) => self.char_width(c),
            // CR LF is the only cluster of characters that are replaced, one by one.
            _ if cluster == "\r\n" => cluster.chars().map(|c| self.char_width(c)).sum(),
            _ if self.ambiguous_wide => cluster.width_cjk(),
            _ => cluster.width(),
        }
    }

    /// The text with spaces after it up to `columns` columns; a text that is already as wide is returned whole.
    pub fn pad(self, text: &str, columns: usize) -> String {
        let spaces = columns.saturating_sub(self.str_width(text));
        let mut padded = String::with_capacity(text.len() + spaces);
        padded.push_str(text);
        push_spaces(&mut padded, spaces);
        padded
    }

    /// The text cut to at most `columns` columns, between grapheme clusters, with … in the last place when anything is cut.
    ///
    /// Where even the … is too wide for one column a full stop stands for it; no column at all gives the empty string.
    ///
    /// ```
    /// use readout::text::width::Widths;
    ///
    /// assert_eq!(Widths::default().truncate("中美关系", 5), "中美…");
    /// assert_eq!(Widths::default().truncate("中美", 4), "中美");
    /// ```
    pub fn truncate(self, text: &str, columns: usize) -> String {
        let mark = if self.char_width('…') <= columns { '…' } else { '.' };
        let room = columns.saturating_sub(self.char_width(mark));
        // `kept` is the longest beginning that leaves room for the mark.
        let (mut at, mut used, mut kept, mut kept_all) = (0, 0, 0, true);
        while let Some((len, width)) = self.first_cluster(&text[at..]) {
            at += len;
            used += width;
            if used > columns {
                kept_all = false;
                break;
            }
            if used <= room {
                kept = at;
            }
        }
        if kept_all {
            return text.to_owned();
        }
        let mut cut = text.get(..kept).unwrap_or("").to_owned();
        if columns > 0 {
            cut.push(mark);
        }
        cut
    }
}

/// Puts spaces at the end of a text.
pub(crate) fn push_spaces(text: &mut String, mut count: usize) {
    const SPACES: &str = "                                                                ";
    while count > 0 {
        let some = count.min(SPACES.len());
        text.push_str(&SPACES[..some]);
        count -= some;
    }
}

/// What is shown in place of a character that a terminal would obey instead of show.
fn replacement(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => {
            Some('\u{FFFD}')
        }
        _ if c.is_control() => Some('\u{FFFD}'),
        _ => None,
    }
}

/// Whether a terminal would obey a character instead of showing it.
pub(crate) fn is_obeyed(c: char) -> bool {
    replacement(c).is_some()
}

/// The text with nothing in it that a terminal obeys: a newline, line separator or tab becomes a space; every other control
/// character, bidi control and byte order mark becomes U+FFFD. One character for one character; borrowed when nothing changes.
///
/// ```
/// use readout::text::width::visible;
///
/// assert_eq!(visible("a\u{1b}[31mb\tc"), "a\u{FFFD}[31mb c");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    if scan::holds_obeyed(text) {
        Cow::Owned(text.chars().map(|c| replacement(c).unwrap_or(c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The same for a text of many lines, which stay lines.
#[must_use]
pub fn visible_lines(text: &str) -> String {
    text.split_inclusive('\n').fold(String::with_capacity(text.len()), |mut shown, line| {
        let (words, end) = line.strip_suffix('\n').map_or((line, ""), |words| (words, "\n"));
        shown.push_str(&visible(words));
        shown + end
    })
}

/// The beginning of a text, for a message that quotes it: one line, nothing that a terminal obeys, at most 80 columns.
pub(crate) fn short(text: &str) -> String {
    // A cut before the rest is measured: it may be megabytes.
    let start = text.char_indices().nth(400).map_or(text, |(at, _)| &text[..at]);
    Widths::default().truncate(&visible(start), 80)
}

#[cfg(test)]
mod tests {
    use super::{Widths, visible};
    use proptest::prelude::*;
    use std::borrow::Cow;
    use unicode_segmentation::UnicodeSegmentation;

    const NARROW: Widths = Widths { ambiguous_wide: false };
    const WIDE: Widths = Widths { ambiguous_wide: true };

    #[test]
    fn measures_columns() {
        for (text, narrow, wide) in [
            ("", 0, 0),
            ("abc", 3, 3),
            ("中美", 4, 4),
            ("“中”", 4, 6),
            ("—·…", 3, 6),
            ("cafe\u{301}", 4, 4),
            ("👩‍👩‍👧‍👦", 2, 2),
            ("🇺🇸🇨🇳", 4, 4),
            ("\u{1b}[0m", 4, 5),
            ("a\tb\n", 4, 4),
            ("\r\n", 2, 3),
            ("\u{202E}\u{FEFF}", 2, 4),
            ("，。", 4, 4),
        ] {
            assert_eq!((NARROW.str_width(text), WIDE.str_width(text)), (narrow, wide), "{text:?}");
        }
    }

    #[test]
    fn pads_and_cuts() {
        assert_eq!(NARROW.pad("中", 5), "中   ");
        assert_eq!(NARROW.pad("中美", 3), "中美");
        assert_eq!(NARROW.truncate("agreed", 6), "agreed");
        assert_eq!(NARROW.truncate("agreed", 5), "agre…");
        assert_eq!(NARROW.truncate("中美关系", 4), "中…");
        assert_eq!(WIDE.truncate("中美关系", 4), "中…");
        assert_eq!(WIDE.truncate("中美关系", 1), ".");
        assert_eq!(NARROW.truncate("中美", 1), "…");
        assert_eq!(NARROW.truncate("中美", 0), "");
        assert_eq!(NARROW.truncate("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
    }

    #[test]
    fn shows_what_a_terminal_would_obey() {
        assert_eq!(
            visible("a\u{1b}[2J\u{7f}\u{9b}\r\n\u{202e}\u{61c}\u{feff}"),
            "a\u{fffd}[2J\u{fffd}\u{fffd}\u{fffd} \u{fffd}\u{fffd}\u{fffd}"
        );
        assert!(matches!(visible("中美 agreed"), Cow::Borrowed(_)));
    }

    #[test]
    fn common_characters_are_as_wide_as_all_others() {
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            for widths in [NARROW, WIDE] {
                if let Some(common) = widths.common(text.as_bytes()) {
                    assert_eq!(common, (text.len(), widths.char_width(c)), "{c:?}");
                    for other in ['a', ' ', '中', '。', '“', '·', '─'] {
                        assert_eq!(format!("{c}{other}").graphemes(true).count(), 2, "{c:?} {other:?}");
                        assert_eq!(format!("{other}{c}").graphemes(true).count(), 2, "{other:?} {c:?}");
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn clusters_are_found_in_the_short_way(
            text in any::<String>(),
            likely in "[a-c “’…—·中一鿿，。《Ａ\r\n\u{a0}\u{200b}\u{200d}\u{301}\u{fe0f}\u{600}é👩🇺क\u{94d}각-]{0,40}",
        ) {
            for (text, widths) in [(&text, NARROW), (&text, WIDE), (&likely, NARROW), (&likely, WIDE)] {
                let mut rest = text.as_str();
                for cluster in text.graphemes(true) {
                    prop_assert_eq!(widths.first_cluster(rest), Some((cluster.len(), widths.cluster_width(cluster))));
                    rest = &rest[cluster.len()..];
                }
                prop_assert_eq!(widths.first_cluster(rest), None);
            }
        }

        #[test]
        fn visible_is_safe_and_as_wide(text in any::<String>(), wild in "[\\x00-\\x20\u{7f}-\u{a0}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2066}-\u{2069}\u{301}a中…👩]{0,24}") {
            for text in [text, wild] {
                let shown = visible(&text);
                prop_assert!(!shown.chars().any(char::is_control));
                prop_assert_eq!(shown.chars().count(), text.chars().count());
                prop_assert_eq!(visible(&shown), shown.clone());
                for widths in [NARROW, WIDE] {
                    prop_assert_eq!(widths.str_width(&shown), widths.str_width(&text));
                }
            }
        }

        #[test]
        fn cut_and_padded_text_fits(text in "[a-z “”…—中美，e\u{301}👩\u{200d}👧]{0,20}", columns in 0usize..30) {
            for widths in [NARROW, WIDE] {
                let cut = widths.truncate(&text, columns);
                prop_assert!(widths.str_width(&cut) <= columns, "{:?}", cut);
                prop_assert_eq!(widths.str_width(&widths.pad(&cut, columns)), columns);
            }
        }
    }
}
