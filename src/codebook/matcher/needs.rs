//! What else must stand in a text beside the beginning of a cue, by a glance at the cue: of each group one beginning of a
//! word. Most texts that have the beginning are ruled out by it, and the cue is not tried.

use crate::text::form::Begins;
use crate::text::{Form, Language};

/// The last of a group; the groups stand one after another.
const END: u16 = 1 << 15;

/// The needs of a cue, one after another.
pub(super) fn of(cue: &str, language: Language) -> Vec<u16> {
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
    needs
}

/// Whether a text may have all needs of a cue behind its beginning at byte `start` of the form.
#[inline]
pub(super) fn met(needs: &[u16], form: &Form, start: usize) -> bool {
    let begins = form.begins();
    let mut group = false;
    needs.iter().all(|word| {
        group |= begins.has(word & !END, start);
        word & END == 0 || std::mem::take(&mut group)
    })
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
    use super::*;
    use crate::text::language::is_han;

    #[test]
    fn needs_one_word_of_each_group() {
        let met = |cue: &str, text: &str| {
            let language = if cue.chars().any(is_han) { Language::Zh } else { Language::En };
            super::met(&of(cue, language), &Form::new(text, 0), 0)
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
