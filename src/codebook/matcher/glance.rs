//! What a glance at a cue tells without parsing it: how it can begin, and what else a text must have. Nearly all cues are
//! ruled out by it at nearly all places.

use super::KEY;
use crate::text::form::{Begins, fold_cue};
use crate::text::language::is_han;
use crate::text::{Form, Language};

/// The beginning of a cue that it is filed under: the first bytes of its matching form, at most [`KEY`] of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub bytes: [u8; KEY],
    pub length: u8,
}

impl Start {
    pub fn new(text: &[u8]) -> Self {
        let length = text.len().min(KEY);
        let mut bytes = [0; KEY];
        bytes[..length].copy_from_slice(&text[..length]);
        Self { bytes, length: u8::try_from(length).unwrap_or(0) }
    }

    /// Of the fixed words at the beginning of a piece of a cue, if there are any. A space before what is optional
    /// belongs to it.
    fn of(piece: &str) -> Option<Self> {
        let piece = piece.trim_start();
        let mut bytes = Vec::with_capacity(KEY + 3);
        for c in piece.chars() {
            match c {
                '(' | '[' | '{' | '*' | ')' | ']' | '}' | '|' | '!' => break,
                '-' => bytes.push(b' '),
                _ if c == ' ' || c.is_ascii_alphabetic() => bytes.extend(u8::try_from(c.to_ascii_lowercase())),
                _ if is_han(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
                _ => return Self::of_any(piece),
            }
            if bytes.len() >= KEY {
                break;
            }
        }
        // A space at the end may be the last of the words, and does not count then.
        if bytes.last() == Some(&b' ') {
            return Self::of_any(piece);
        }
        (!bytes.is_empty()).then(|| Self::new(&bytes))
    }

    /// The same for letters of any script.
    fn of_any(piece: &str) -> Option<Self> {
        let end = piece.find(['(', '[', '{', '*', ')', ']', '}', '|', '!']).unwrap_or(piece.len());
        // Every letter gives at least one byte of the form, but for a few signs that give none.
        let head = piece[..end].char_indices().nth(4 * KEY).map_or(end, |(i, _)| i);
        let words = fold_cue(&piece[..head].replace('-', " ")).0;
        let words = if head == end { words.trim_end() } else { &words };
        (!words.is_empty()).then(|| Self::new(words.as_bytes()))
    }
}

/// Whether `text` may begin with a cue, by the plain words at its beginning: cheaper than to parse it. Says yes where a
/// glance does not tell.
pub(super) fn may_begin(cue: &str, text: &str) -> bool {
    let mut text = text.chars();
    let mut space = false;
    for c in cue.trim_start().chars() {
        match c {
            ' ' | '-' => space = true,
            _ if c.is_ascii_alphabetic() || is_han(c) => {
                if space && text.next() != Some(' ') || text.next() != Some(c.to_ascii_lowercase()) {
                    return false;
                }
                space = false;
            }
            _ => return true,
        }
    }
    true
}

/// The beginnings of a cue, where a glance tells: words, or choices of words before them. `false` where it does not.
pub(super) fn plain_starts(cue: &str, starts: &mut Vec<Start>) -> bool {
    starts.clear();
    let mut rest = cue.trim_start();
    loop {
        let close = match rest.as_bytes().first() {
            Some(b'(') => ')',
            Some(b'[') => ']',
            None | Some(b'{' | b'*' | b'!') => return false,
            _ => {
                let start = Start::of(rest);
                starts.extend(start);
                return start.is_some();
            }
        };
        let Some(end) = rest.find(close) else { return false };
        let inner = &rest[1..end];
        if inner.contains(['(', '[', '{']) {
            return false;
        }
        for choice in inner.split('|') {
            let Some(start) = Start::of(choice) else { return false };
            starts.push(start);
        }
        rest = rest[end + 1..].trim_start();
        if close == ')' {
            return true;
        }
    }
}

/// What else must stand in a text beside the beginning of a cue, by a glance at the cue: of each group one beginning of a
/// word. Most texts that have the beginning are ruled out by it, and the cue need not be parsed.
#[derive(Debug, Clone, Default)]
pub(super) struct Needs(Box<[u16]>);

/// The last of a group; the groups stand one after another.
const END: u16 = 1 << 15;

impl Needs {
    pub fn of(cue: &str, language: Language) -> Self {
        let mut needs = Vec::new();
        let mut rest = cue;
        // Whether a word can begin here, and whether this is the piece that the cue is filed under.
        let (mut word, mut first) = (true, true);
        while let Some(sign) = rest.bytes().next() {
            let end = match sign {
                b'(' | b'[' | b'{' => closing(rest),
                b'!' => rest.find(')').map_or(rest.len(), |i| i + 1),
                b' ' | b'-' | b'*' | b')' | b']' | b'}' | b'|' => 1,
                _ => rest.find(SIGNS).unwrap_or(rest.len()),
            };
            let (piece, after) = rest.split_at(end);
            let counts = (word || language == Language::Zh) && !matches!(sign, b'[' | b'{' | b'!' | b' ' | b'-' | b'*');
            if counts {
                if !first {
                    add(&mut needs, piece, language);
                }
                first = false;
            }
            word = matches!(sign, b' ' | b'-' | b'{');
            rest = after;
        }
        Self(needs.into_boxed_slice())
    }

    /// Whether a text may have all of them behind the beginning of the cue at byte `start` of the form.
    pub fn met(&self, form: &Form, start: usize) -> bool {
        let begins = form.begins();
        let mut group = false;
        self.0.iter().all(|word| {
            group |= begins.has(word & !END, start);
            word & END == 0 || std::mem::take(&mut group)
        })
    }
}

/// Adds a word to needs, or the choices between brackets, where each begins with letters.
fn add(needs: &mut Vec<u16>, piece: &str, language: Language) {
    let before = needs.len();
    let inner = piece.strip_prefix('(').and_then(|p| p.strip_suffix(')')).unwrap_or(piece);
    for choice in choices(inner) {
        let Some(word) = Begins::word(choice, language) else { return needs.truncate(before) };
        needs.push(word);
    }
    if let Some(last) = needs.get_mut(before..).and_then(<[u16]>::last_mut) {
        *last |= END;
    }
}

/// The signs of the cue language, and what parts words.
const SIGNS: [char; 11] = ['(', '[', '{', '*', ')', ']', '}', '|', '!', ' ', '-'];

/// The length in bytes of what stands in brackets at the start, with them.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// What `|` parts, outside of brackets.
fn choices(inner: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(inner);
    std::iter::from_fn(move || {
        let text = rest?;
        let mut at = 0;
        while let Some(b) = text.as_bytes().get(at) {
            match b {
                b'(' | b'[' | b'{' => at += closing(&text[at..]),
                b'|' => {
                    rest = Some(&text[at + 1..]);
                    return Some(&text[..at]);
                }
                _ => at += 1,
            }
        }
        rest = None;
        Some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::super::beginnings;
    use super::*;
    use crate::codebook::pattern::parse;

    /// What a glance files a cue under is what parsing files it under, up to the length of a key.
    #[test]
    fn a_glance_sees_the_same_beginnings() {
        for cue in [
            "one China (policy|principle)",
            "(U.S.|US) side",
            "[the] [very] good",
            "compet* with",
            "反对{6}制裁",
            "[了](会|谈)",
        ] {
            let mut parsed = Vec::new();
            beginnings(&parse(cue).expect("a good cue").nodes, None, &mut parsed).expect("few beginnings");
            let mut glance = Vec::new();
            assert!(plain_starts(cue, &mut glance), "{cue}: not plain");
            for start in &parsed {
                assert!(
                    glance.iter().any(|g| start.as_bytes().starts_with(&g.bytes[..usize::from(g.length)])),
                    "{cue}: {start:?} not in {glance:?}"
                );
            }
        }
        assert!(!plain_starts("*narcotic*", &mut Vec::new()));
        assert!(!plain_starts("((a|b) c|d) e", &mut Vec::new()));
    }

    #[test]
    fn needs_one_word_of_each_group() {
        let met = |cue: &str, text: &str| {
            let language = if cue.chars().any(is_han) { Language::Zh } else { Language::En };
            Needs::of(cue, language).met(&Form::new(text, 0), 0)
        };
        for (cue, text) in [
            ("(rais*|voic*) {3} [deep] concern*", "He voiced, again, concerns"),
            ("the talk[s|ed] (on trade|about it)", "the talks about it"),
            ("(a|the) {2} (US|U.S.|American) side", "a U.S. side"),
            ("well-being {2} [all] people!( person)", "well-being of “people”"),
            ("反对{6}(制裁|打压)", "反对非法制裁"),
            ("!(中)美方{2}AI", "美方的AI"),
            ("stat*ed {1} (it|([the] view))", "stated a view"),
        ] {
            assert!(met(cue, text), "{cue}: {text}");
        }
        for (cue, text) in [
            ("(rais*|voic*) {3} [deep] concern*", "He voiced support"),
            ("the talk[s|ed] (on trade|about it)", "the talks"),
            ("反对{6}(制裁|打压)", "反对霸权"),
        ] {
            assert!(!met(cue, text), "{cue}: {text}");
        }
    }
}
