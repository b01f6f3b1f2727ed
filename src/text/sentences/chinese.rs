//! Owns the Chinese rules: where a sentence goes on after a closing quotation mark, and the titles and short quotations
//! that no sentence ends in.

use crate::text::language::is_han;

/// The longest title or quotation in bytes that stands inside a sentence: 40 Han characters.
const LONGEST_QUOTE: usize = 120;
/// The longest title; past it a 《 has lost its 》.
const LONGEST_TITLE: usize = 300;

/// What a sentence goes on with after a quotation that ended in a mark of its own.
#[rustfmt::skip]
const CONTINUATIONS: &[&str] = &[
    "的", "等", "是", "之", "和", "与", "及", "或", "并", "也", "为", "时", "都", "这", "一词", "一语", "一文", "一句", "一说", "一书", "這", "與",
];
/// What begins with such a word and begins a sentence nonetheless.
#[rustfmt::skip]
const BEGINNINGS: &[&str] = &[
    "是否", "是日", "之后", "之前", "之後", "和平", "与会", "与此", "及时", "及至", "并且", "也门", "都市", "为此", "为了", "时任", "与其", "和谐", "時任",
    "與此", "與會",
];
/// What ends a clause that only tells who spoke.
#[rustfmt::skip]
const SAYING: &[&str] = &["说", "道", "问", "表示", "指出", "强调", "称", "說", "問", "強調", "稱"];
/// How 这 points back at the quotation; otherwise (这是, 这表明) it opens a sentence.
#[rustfmt::skip]
const POINTERS: &[&str] = &["一", "个", "种", "些", "样", "类", "句", "番", "几", "两", "個", "種"];

/// Whether a sentence ends at a mark, given the text after it and whether quotation marks or brackets closed in between.
pub(super) fn ends(rest: &str, closes: bool) -> bool {
    !(continues_mark(rest) || (closes && continues(rest)))
}

/// Whether a mark comes next that stands only inside a sentence or after its end.
pub(super) fn continues_mark(rest: &str) -> bool {
    rest.starts_with([
        '，', '、', '；', '：', ',', ';', ':', '。', '—', '”', '’', '」', '』', '）', ')', '】', '》', '〉',
    ])
}

/// Whether the text after a closed quotation goes on with the sentence around it.
fn continues(rest: &str) -> bool {
    if is_attribution(rest) {
        return true;
    }
    if rest.starts_with(['（', '(', '·', '…', '.', '！', '？', '!', '?']) || continues_mark(rest) {
        return true;
    }
    if BEGINNINGS.iter().any(|word| rest.starts_with(word)) {
        return false;
    }
    if let Some(pointed) = rest.strip_prefix(['这', '這']) {
        return POINTERS.iter().any(|word| pointed.starts_with(word));
    }
    CONTINUATIONS.iter().any(|word| rest.starts_with(word))
}

/// Whether all that comes before the next full stop is who said it: 习近平说。
fn is_attribution(rest: &str) -> bool {
    let clause = rest
        .char_indices()
        .take(16)
        .find(|&(_, c)| !is_han(c) && c != '·')
        .and_then(|(end, _)| rest.split_at_checked(end));
    clause.is_some_and(|(clause, after)| after.starts_with('。') && SAYING.iter().any(|verb| clause.ends_with(verb)))
}

/// Whether a short quotation is a part of the sentence around it, not speech that has sentences of its own.
fn is_phrase(inside: &str, rest: &str) -> bool {
    if inside.ends_with(['。', '！', '？', '!', '?', '…', '.', '；', '’', '』']) {
        return continues(rest);
    }
    // Speech whose last full stop is written outside: “甲。乙”。
    !(inside.contains('。') && rest.starts_with('。'))
}

/// Finds the end of what stands inside a sentence. Remembers the last search for each closing mark, so that a text of
/// unclosed marks is still read once.
#[derive(Default)]
pub(super) struct Asides {
    found: [usize; 5],
}

impl Asides {
    /// The byte after a title or short quotation that opens at `at` and that no sentence ends in; `at` when there is none.
    pub(super) fn end(&mut self, text: &str, at: usize, open: char) -> usize {
        let (slot, close) = match open {
            '《' => (0, '》'),
            '“' => (1, '”'),
            '‘' => (2, '’'),
            '「' => (3, '」'),
            _ => (4, '』'),
        };
        let inside_at = at + open.len_utf8();
        if self.found[slot] < inside_at {
            let found = text.get(inside_at..).and_then(|rest| rest.find(close));
            self.found[slot] = found.map_or(usize::MAX, |found| inside_at + found);
        }
        let found = self.found[slot];
        let Some(inside) =
            found.checked_sub(at).filter(|&len| len <= LONGEST_TITLE).and_then(|_| text.get(inside_at..found))
        else {
            return at;
        };
        let end = found + close.len_utf8();
        let rest = text.get(end..).unwrap_or("").trim_start_matches(super::is_space);
        let is_aside =
            open == '《' || (inside.len() <= LONGEST_QUOTE && inside.contains(is_han) && is_phrase(inside, rest));
        if is_aside { end } else { at }
    }
}
