//! The matching form of a text: what cues are compared with, and the way back to the bytes as written.
//!
//! Quotation marks, soft hyphens and HTML tags are left out, hyphens are spaces, runs of white space are one space,
//! full-width letters and digits are half-width, letters are lower case, and Traditional characters are Simplified.
//! Each byte of the form knows the bytes of the original that it stands for.

use std::sync::OnceLock;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering::Relaxed;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

use crate::text::language::is_han;
use crate::text::{Language, Span};

/// A text in the form used for matching, with the way back to the original.
#[derive(Debug, Clone)]
pub struct Form {
    text: String,
    /// For each byte of the form: the original span (bytes) of the character it belongs to.
    origin: Vec<(u32, u32)>,
    /// For each byte of the form: [`UPPER`], and for the first byte of a character [`EDGE`].
    signs: Vec<u8>,
    /// Where a word, a sign or a character of Chinese begins, in bytes of the form.
    starts: Vec<u32>,
    begins: Begins,
}

/// The original character was an upper-case letter.
const UPPER: u8 = 1;
/// No word goes on from the character before to this one.
const EDGE: u8 = 2;

/// How many numbers tell apart the beginnings of words.
const BEGINNINGS: usize = 1024;

/// Where beginnings of words stand in a text for the last time: a set that may hold too many or too late ones, and never
/// too few.
#[derive(Debug, Clone)]
pub(crate) struct Begins([u16; BEGINNINGS]);

impl Begins {
    fn of(text: &str) -> Self {
        let mut last = [0; BEGINNINGS];
        let bytes = text.as_bytes();
        let mut inside = false;
        for (at, &b) in bytes.iter().enumerate() {
            let letter = b.is_ascii_alphanumeric();
            if b >= 0xC0 || letter && !inside {
                let place = u16::try_from(at + 1).unwrap_or(u16::MAX);
                for length in [2, 3] {
                    if let Some(beginning) = bytes.get(at..at + length) {
                        last[usize::from(Self::number(beginning)) % BEGINNINGS] = place;
                    }
                }
            }
            // After another script's letter a word of ASCII letters may begin or go on; count both.
            inside = letter;
        }
        Self(last)
    }

    /// The number of a beginning of two or three bytes.
    fn number(bytes: &[u8]) -> u16 {
        let packed = bytes.iter().fold(0_u32, |all, b| all << 8 | u32::from(*b));
        u16::try_from(packed.wrapping_mul(0x9E37_79B1) >> 22).unwrap_or(0)
    }

    /// Whether a text may have a word with this beginning at byte `from` of its form or later.
    pub fn has(&self, number: u16, from: usize) -> bool {
        let last = usize::from(self.0[usize::from(number) % BEGINNINGS]);
        last > from || last == usize::from(u16::MAX)
    }

    /// The number of the beginning of a word of a cue: three letters or digits, or two where the word has no more; a
    /// character of Chinese. `None` where it begins in another way.
    pub fn word(word: &str, language: Language) -> Option<u16> {
        let first = word.chars().next()?;
        if is_han(first) {
            return Some(Self::number(&word.as_bytes()[..first.len_utf8().min(3)]));
        }
        if language == Language::Zh {
            return None;
        }
        let plain = word.bytes().take(3).take_while(u8::is_ascii_alphanumeric).count();
        let lower: Vec<u8> = word.bytes().take(plain).map(|b| b.to_ascii_lowercase()).collect();
        (plain >= 2).then(|| Self::number(&lower))
    }
}

impl Form {
    /// The matching form of `original`, a text whose first byte stands at `offset` of the whole body. Origins count
    /// from the start of that body. Texts are limited to 4 GiB by the loader.
    #[must_use]
    pub fn new(original: &str, offset: usize) -> Self {
        let simplified = simplify(original);
        let mut form = Self {
            text: String::with_capacity(original.len()),
            origin: Vec::with_capacity(original.len()),
            signs: Vec::with_capacity(original.len()),
            starts: Vec::with_capacity(original.len() / 4),
            begins: Begins([0; BEGINNINGS]),
        };
        let mut folded = simplified.as_deref().map(str::chars);
        let mut skip_to = 0;
        for (at, c) in original.char_indices() {
            let plain = folded.as_mut().and_then(Iterator::next).unwrap_or(c);
            if at < skip_to {
                continue;
            }
            if c == '<'
                && let Some(length) = tag_length(&original[at..])
            {
                skip_to = at + length;
                continue;
            }
            // Nearly every character stands for itself.
            let shown = if plain.is_ascii_alphanumeric() || is_han(plain) {
                Some(plain)
            } else {
                fold(plain, original[at + c.len_utf8()..].chars().next())
            };
            if let Some(shown) = shown {
                form.push(shown, (offset + at, offset + at + c.len_utf8()), is_upper(c));
            }
        }
        form.begins = Begins::of(&form.text);
        form.edges();
        form
    }

    /// Notes where words begin and end.
    fn edges(&mut self) {
        let mut before = false;
        for (at, c) in self.text.char_indices() {
            let letter = is_letter(c);
            if !(before && letter) {
                self.signs[at] |= EDGE;
                if c != ' ' {
                    self.starts.push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            }
            before = letter;
        }
    }

    fn push(&mut self, c: char, origin: (usize, usize), upper: bool) {
        let origin = (u32::try_from(origin.0).unwrap_or(u32::MAX), u32::try_from(origin.1).unwrap_or(u32::MAX));
        if c == ' ' && self.text.ends_with(' ') {
            if let Some(last) = self.origin.last_mut() {
                last.1 = origin.1;
            }
            return;
        }
        let before = self.text.len();
        // Without the tables of Unicode for nearly every character.
        if c.is_ascii() || is_han(c) {
            self.text.push(c.to_ascii_lowercase());
        } else {
            self.text.extend(c.to_lowercase());
        }
        let added = self.text.len() - before;
        self.origin.extend(std::iter::repeat_n(origin, added));
        self.signs.extend(std::iter::repeat_n(if upper { UPPER } else { 0 }, added));
    }

    /// Which beginnings of words stand in it.
    pub(crate) fn begins(&self) -> &Begins {
        &self.begins
    }

    /// The form itself.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the character at byte `at` of the form was written as a capital.
    #[must_use]
    pub fn is_upper(&self, at: usize) -> bool {
        self.signs.get(at).is_some_and(|s| s & UPPER != 0)
    }

    /// Whether no word goes on across byte `at` of the form, where a character begins or the form ends.
    pub(crate) fn is_edge(&self, at: usize) -> bool {
        self.signs.get(at).is_none_or(|s| s & EDGE != 0)
    }

    /// Where a word, a sign or a character of Chinese begins, in bytes of the form.
    pub(crate) fn starts(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().map(|at| *at as usize)
    }

    /// The span of the original (bytes of the body) for a span of the form (bytes of the form). An empty span of the
    /// form gives an empty span.
    #[must_use]
    pub fn original(&self, span: Span) -> Span {
        if span.is_empty() || span.end > self.origin.len() {
            let at = self.origin.get(span.start).map_or(0, |o| o.0 as usize);
            return Span::new(at, at);
        }
        Span::new(self.origin[span.start].0 as usize, self.origin[span.end - 1].1 as usize)
    }
}

fn is_upper(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_uppercase() } else { !is_han(c) && c.is_uppercase() }
}

/// A letter or digit of a script that writes spaces between words.
pub(crate) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { !is_han(c) && c.is_alphanumeric() }
}

/// The character to match with, or `None` where the character plays no part in matching.
fn fold(c: char, next: Option<char>) -> Option<char> {
    match c {
        '“' | '”' | '„' | '«' | '»' | '"' | '「' | '」' | '『' | '』' | '＂' | '\u{ad}' | '\u{200b}' | '\u{2060}'
        | '\u{feff}' | '‘' => None,
        '’' | '\'' | 'ʼ' | '＇' => next.is_some_and(char::is_alphabetic).then_some('\''),
        '-' | '‐' | '‑' => Some(' '),
        c if c.is_whitespace() => Some(' '),
        // Full-width letters, digits and signs; the punctuation of Chinese keeps its own form.
        '％' => Some('%'),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0),
        c => Some(c),
    }
}

/// Words of a cue in the matching form (Traditional characters as they are), with the bytes that belong to words
/// written all in capitals, of two letters or more (`AI`, `U.S.`).
pub(crate) fn fold_cue(words: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(words.len());
    let mut upper = Vec::new();
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        // Nearly every letter of a cue is one of these.
        if c.is_ascii_lowercase() || c == ' ' || is_han(c) {
            text.push(c);
        } else if c.is_ascii_uppercase() {
            upper.push(text.len());
            text.push(c.to_ascii_lowercase());
        } else if let Some(shown) = fold(c, chars.peek().copied()) {
            text.extend(shown.to_lowercase());
        }
    }
    if upper.len() < 2 {
        return (text, Vec::new());
    }
    let mut capitals = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        let stem = word.split('\'').next().unwrap_or(word);
        let letters = || stem.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(i, _)| at + i);
        if letters().count() >= 2 && letters().all(|i| upper.contains(&i)) {
            capitals.extend(letters());
        }
        at += word.len() + 1;
    }
    (text, capitals)
}

/// The length in bytes of an HTML tag at the start of `text` (`<sup>`), or `None` where there is none.
fn tag_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let first = inner.strip_prefix('/').unwrap_or(inner);
    if !first.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = inner.bytes().take(40).position(|b| b == b'>')?;
    (!inner.as_bytes()[..end].contains(&b'<')).then_some(end + 2)
}

/// The text in Simplified characters, one for one, or `None` where nothing changes. A character that has no Simplified
/// form of one character stays as it is.
pub(crate) fn simplify(text: &str) -> Option<String> {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    if text.is_ascii() || !text.chars().any(is_han) {
        return None;
    }
    let converter = CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok()).as_ref()?;
    if text.chars().all(|c| stays(c, converter)) {
        return None;
    }
    let whole = converter.convert(text);
    if whole == text {
        return None;
    }
    if whole.chars().count() == text.chars().count() {
        return Some(whole);
    }
    Some(
        text.chars()
            .map(|c| {
                let one = converter.convert(c.encode_utf8(&mut [0; 4]));
                let mut chars = one.chars();
                match (chars.next(), chars.next()) {
                    (Some(simple), None) => simple,
                    _ => c,
                }
            })
            .collect(),
    )
}

/// Whether a character is the same in Simplified texts, as every character of them is. What the converter says is kept,
/// since to ask it takes long.
fn stays(c: char, converter: &OpenCC) -> bool {
    const FIRST: u32 = 0x3400;
    const LAST: u32 = 0x9FFF;
    const SAME: u8 = 1;
    const CHANGES: u8 = 2;
    static KNOWN: [AtomicU8; (LAST - FIRST + 1) as usize] = [const { AtomicU8::new(0) }; (LAST - FIRST + 1) as usize];
    let ask = || {
        let mut written = [0; 4];
        let written = c.encode_utf8(&mut written);
        converter.convert(written) == *written
    };
    let place = u32::from(c).checked_sub(FIRST).and_then(|p| KNOWN.get(p as usize));
    let Some(known) = place else { return !is_han(c) || ask() };
    match known.load(Relaxed) {
        SAME => true,
        CHANGES => false,
        _ => {
            let same = ask();
            known.store(if same { SAME } else { CHANGES }, Relaxed);
            same
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        Form::new(text, 0).text().to_owned()
    }

    #[test]
    fn folds_what_plays_no_part() {
        assert_eq!(form("the “one China” Policy"), "the one china policy");
        assert_eq!(form("cross-Strait\u{a0} issues"), "cross strait issues");
        assert_eq!(form("the 21<sup>st</sup> cen\u{ad}tury"), "the 21st century");
        assert_eq!(form("a < b"), "a < b");
        assert_eq!(form("PRC’s workers’ rights"), "prc's workers rights");
        assert_eq!(form("“台独”，ＡＩ"), "台独，ai");
        assert_eq!(form("臺灣問題"), "台湾问题");
    }

    #[test]
    fn finds_the_way_back() {
        let text = "不支持“臺獨”";
        let form = Form::new(text, 10);
        let at = form.text().find("台独").unwrap_or_default();
        let span = form.original(Span::new(at, at + "台独".len()));
        assert_eq!(&text[span.start - 10..span.end - 10], "臺獨");
    }
}
