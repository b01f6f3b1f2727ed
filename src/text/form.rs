//! The matching form of a text: what cues are compared with, and the way back to the bytes as written.
//!
//! Quotation marks, soft hyphens and HTML tags are left out, hyphens are spaces, runs of white space are one space,
//! full-width letters and digits are half-width, letters are lower case, and Traditional characters are Simplified.
//! Each byte of the form knows the bytes of the original that it stands for.

use std::sync::OnceLock;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

use crate::text::language::is_han;
use crate::text::simplified::changes;
use crate::text::{Language, Span};

/// A text in the form used for matching, with the way back to the original.
#[derive(Debug, Clone, Default)]
pub struct Form {
    text: String,
    /// For each byte of the form: [`UPPER`], and for the first byte of a character [`EDGE`].
    signs: Vec<u8>,
    /// Where a word, a sign or a character of Chinese begins, in bytes of the form.
    starts: Vec<u32>,
    pieces: Vec<Piece>,
    begins: Begins,
}

/// A piece of the form that stands for a piece of the original: byte for byte where both are as long, else as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    /// Where it begins in the form; it ends where the next one begins.
    at: u32,
    /// The bytes of the original.
    from: u32,
    to: u32,
}

/// The original character was an upper-case letter.
const UPPER: u8 = 1;
/// No word goes on from the character before to this one.
const EDGE: u8 = 2;

/// How many numbers tell apart the beginnings of words.
const BEGINNINGS: usize = 512;

/// Where beginnings of words stand in a text for the last time: a set that may hold too many or too late ones, and never
/// too few.
#[derive(Debug, Clone, Default)]
pub(crate) struct Begins(Vec<u16>);

impl Begins {
    /// The beginnings at these places of a text.
    fn of(text: &[u8], starts: &[u32]) -> Self {
        let mut last = vec![0; BEGINNINGS];
        for at in starts.iter().map(|at| *at as usize) {
            let place = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let mut note = |beginning: &[u8]| last[usize::from(Self::number(beginning)) % BEGINNINGS] = place;
            match text.get(at..) {
                Some([a @ 0x80..=0xFF, b, c, ..]) => note(&[*a, *b, *c]),
                Some([a, b, rest @ ..]) if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() => {
                    note(&[*a, *b]);
                    if let Some(c) = rest.first().filter(|c| c.is_ascii_alphanumeric()) {
                        note(&[*a, *b, *c]);
                    }
                }
                _ => {}
            }
        }
        Self(last)
    }

    /// The number of a beginning of two or three bytes.
    fn number(bytes: &[u8]) -> u16 {
        let packed = bytes.iter().fold(0_u32, |all, b| all << 8 | u32::from(*b));
        u16::try_from(packed.wrapping_mul(0x9E37_79B1) >> 23).unwrap_or(0)
    }

    /// Whether a text may have a word with this beginning at byte `from` of its form or later.
    pub fn has(&self, number: u16, from: usize) -> bool {
        let last = self.0.get(usize::from(number) % BEGINNINGS).map_or(0, |last| usize::from(*last));
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

/// Whether a byte is a character that stands for itself in the form, but for its case.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = b' ';
    while byte < 0x7f {
        plain[byte as usize] = !matches!(byte, b'"' | b'\'' | b'-' | b'<');
        byte += 1;
    }
    plain
};

impl Form {
    /// The matching form of `original`, a text whose first byte stands at `offset` of the whole body. Origins count
    /// from the start of that body. Texts are limited to 4 GiB by the loader.
    #[must_use]
    pub fn new(original: &str, offset: usize) -> Self {
        let simplified = simplify(original);
        let mut folded = simplified.as_deref().map(str::chars);
        let mut form = Self {
            text: String::with_capacity(original.len()),
            signs: Vec::with_capacity(original.len()),
            starts: Vec::with_capacity(original.len() / 3),
            ..Self::default()
        };
        let mut writing = Writing { form: &mut form, letter: false };
        let mut at = 0;
        while let Some(c) = original[at..].chars().next() {
            let length = writing.plain(&original[at..], offset + at);
            if length > 0 {
                at += length;
                if let Some(folded) = &mut folded {
                    folded.nth(length - 1);
                }
                continue;
            }
            if c == '<'
                && let Some(length) = tag_length(&original[at..])
            {
                if let Some(folded) = &mut folded {
                    folded.nth(original[at..at + length].chars().count() - 1);
                }
                at += length;
                continue;
            }
            let simple = folded.as_mut().and_then(Iterator::next).unwrap_or(c);
            let end = at + c.len_utf8();
            let shown = if is_han(simple) { Some(simple) } else { fold(simple, original[end..].chars().next()) };
            if let Some(shown) = shown {
                writing.character(shown, Span::new(offset + at, offset + end), is_upper(c));
            }
            at = end;
        }
        form.begins = Begins::of(form.text.as_bytes(), &form.starts);
        form
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

    /// The span of the original (bytes of the body) for a span of the form (bytes of the form, between characters). An
    /// empty span of the form gives an empty span.
    #[must_use]
    pub fn original(&self, span: Span) -> Span {
        if span.is_empty() || span.end > self.text.len() {
            let at = if span.start < self.text.len() { self.origin(span.start).start } else { 0 };
            return Span::new(at, at);
        }
        let end = self.origin(span.end - 1);
        Span::new(self.origin(span.start).start, end.end)
    }

    /// The bytes of the original that a byte of the form stands for.
    fn origin(&self, at: usize) -> Span {
        let number = self.pieces.partition_point(|p| p.at as usize <= at).saturating_sub(1);
        let Some(Piece { at: begin, from, to }) = self.pieces.get(number).copied() else { return Span::new(0, 0) };
        let end = self.pieces.get(number + 1).map_or(self.text.len(), |next| next.at as usize);
        let (begin, from, to) = (begin as usize, from as usize, to as usize);
        if to - from == end - begin { Span::new(from + at - begin, from + at - begin + 1) } else { Span::new(from, to) }
    }
}

/// A form that is being written.
struct Writing<'f> {
    form: &'f mut Form,
    /// Whether the last character was a letter.
    letter: bool,
}

impl Writing<'_> {
    /// Adds the plain characters with which `original` begins, which stands at byte `from` of the body: those of ASCII
    /// that stand for themselves, no two spaces beside each other. Returns how many they are.
    fn plain(&mut self, original: &str, from: usize) -> usize {
        let bytes = original.as_bytes();
        let mut space = self.form.text.ends_with(' ');
        let length = bytes.iter().take_while(|b| {
            let second = space && **b == b' ';
            space = **b == b' ';
            PLAIN[usize::from(**b)] && !second
        });
        let length = length.count();
        if length == 0 {
            return 0;
        }
        let Form { text, signs, starts, .. } = &mut *self.form;
        let begin = text.len();
        text.push_str(&original[..length]);
        text[begin..].make_ascii_lowercase();
        let mut letter = self.letter;
        signs.extend(bytes[..length].iter().zip(place(begin)..).map(|(b, at)| {
            let before = std::mem::replace(&mut letter, b.is_ascii_alphanumeric());
            let edge = !(before && letter);
            if edge && *b != b' ' {
                starts.push(at);
            }
            (u8::from(b.is_ascii_uppercase()) * UPPER) | (u8::from(edge) * EDGE)
        }));
        self.letter = letter;
        self.piece(begin, Span::new(from, from + length));
        length
    }

    /// Adds a character of the form, which stands for these bytes of the body.
    fn character(&mut self, c: char, origin: Span, upper: bool) {
        let begin = self.form.text.len();
        if c == ' ' && self.form.text.ends_with(' ') {
            self.lengthen_space(begin - 1, origin.end);
            return;
        }
        // Without the tables of Unicode for nearly every character.
        if c.is_ascii() || is_han(c) {
            self.add(c.to_ascii_lowercase(), upper);
        } else {
            c.to_lowercase().for_each(|c| self.add(c, upper));
        }
        self.piece(begin, origin);
    }

    fn add(&mut self, c: char, upper: bool) {
        let Form { text, signs, starts, .. } = &mut *self.form;
        let begin = text.len();
        text.push(c);
        let upper = u8::from(upper) * UPPER;
        let before = std::mem::replace(&mut self.letter, is_letter(c));
        let edge = !(before && self.letter);
        if edge && c != ' ' {
            starts.push(place(begin));
        }
        signs.push(upper | (u8::from(edge) * EDGE));
        signs.extend(std::iter::repeat_n(upper, text.len() - begin - 1));
    }

    /// Notes that what begins at byte `begin` of the form, up to its end, stands for these bytes of the body.
    fn piece(&mut self, begin: usize, origin: Span) {
        let Form { text, pieces, .. } = &mut *self.form;
        let (at, from, to) = (place(begin), place(origin.start), place(origin.end));
        if let Some(last) = pieces.last_mut() {
            let same = |p: &Piece, end: u32| p.to - p.from == end - p.at;
            if last.to == from && same(last, at) && same(&Piece { at, from, to }, place(text.len())) {
                last.to = to;
                return;
            }
        }
        pieces.push(Piece { at, from, to });
    }

    /// Notes that the space at byte `begin` of the form, its last, stands for what goes on to byte `end` of the body.
    fn lengthen_space(&mut self, begin: usize, end: usize) {
        let pieces = &mut self.form.pieces;
        let (at, to) = (place(begin), place(end));
        match pieces.last_mut() {
            Some(last) if last.at == at => last.to = to,
            Some(last) => {
                // A space that stands beside others in a piece is one byte of both.
                last.to -= 1;
                let from = last.to;
                pieces.push(Piece { at, from, to });
            }
            None => {}
        }
    }
}

/// A place in a text, which is shorter than 4 GiB.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
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
    // Most Chinese texts have no character that changes, and the converter is not asked for.
    if text.is_ascii() || text.chars().all(|c| !is_han(c) || changes(c) == Some(false)) {
        return None;
    }
    let converter = converter()?;
    let changed = |c: char| changes(c).unwrap_or_else(|| is_changed(c, converter));
    if !text.chars().any(|c| is_han(c) && changed(c)) {
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

/// From Traditional to Simplified characters, loaded when it is first asked for.
fn converter() -> Option<&'static OpenCC> {
    static CONVERTER: OnceLock<Option<OpenCC>> = OnceLock::new();
    CONVERTER.get_or_init(|| OpenCC::from_config(BuiltinConfig::T2s).ok()).as_ref()
}

/// Whether a character is another one in Simplified texts.
fn is_changed(c: char, converter: &OpenCC) -> bool {
    let mut written = [0; 4];
    let written = c.encode_utf8(&mut written);
    converter.convert(written) != *written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        Form::new(text, 0).text().to_owned()
    }

    /// The form made character by character: its text, for each byte the origin and whether it was a capital.
    fn slowly(original: &str, offset: usize) -> (String, Vec<(usize, usize)>, Vec<bool>) {
        let simplified = simplify(original).unwrap_or_else(|| original.to_owned());
        let (mut text, mut origins, mut uppers): (String, Vec<(usize, usize)>, Vec<bool>) = Default::default();
        let mut skip_to = 0;
        for ((at, c), plain) in original.char_indices().zip(simplified.chars()) {
            if at < skip_to {
                continue;
            }
            if let Some(length) = tag_length(&original[at..]) {
                skip_to = at + length;
                continue;
            }
            let end = at + c.len_utf8();
            let Some(shown) = fold(plain, original[end..].chars().next()) else { continue };
            if shown == ' ' && text.ends_with(' ') {
                origins.last_mut().expect("a space before").1 = offset + end;
                continue;
            }
            text.extend(shown.to_lowercase());
            origins.resize(text.len(), (offset + at, offset + end));
            uppers.resize(text.len(), c.is_uppercase());
        }
        (text, origins, uppers)
    }

    proptest::proptest! {
        #[test]
        fn the_quick_way_is_the_slow_way(
            text in "([A-Za-z0-9 ,.é“”\"'’<>/=\u{a0}\u{ad}\u{2011}İßＡ１％-]|<b>|</sup>|[ \n]{2,3}|臺灣|中国，|。|\\PC){0,40}",
            offset in 0..9_usize,
        ) {
            let form = Form::new(&text, offset);
            let (slow, origins, uppers) = slowly(&text, offset);
            proptest::prop_assert_eq!(form.text(), &slow);
            let places: Vec<usize> = slow.char_indices().map(|(at, _)| at).chain([slow.len()]).collect();
            let letter = |at: usize| slow[at..].chars().next().is_some_and(is_letter);
            let edge = |n: usize| n == 0 || places[n] == slow.len() || !(letter(places[n - 1]) && letter(places[n]));
            for (n, &at) in places.iter().enumerate() {
                proptest::prop_assert_eq!(form.is_edge(at), edge(n), "edge at {}", at);
                proptest::prop_assert_eq!(form.is_upper(at), uppers.get(at).copied().unwrap_or(false));
                for &end in &places[n + 1..] {
                    let expected = Span::new(origins[at].0, origins[end - 1].1);
                    proptest::prop_assert_eq!(form.original(Span::new(at, end)), expected, "{}..{}", at, end);
                }
            }
            let starts: Vec<usize> =
                (0..places.len() - 1).filter(|n| edge(*n) && !slow[places[*n]..].starts_with(' ')).map(|n| places[n]).collect();
            proptest::prop_assert_eq!(form.starts().collect::<Vec<_>>(), starts);
        }
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
