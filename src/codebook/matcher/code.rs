//! Cues as a program: each parsed cue becomes a run of bytes, all of them in one piece of memory, so that to try a cue
//! touches a line or two of it. What follows a piece of a cue is what stands behind it, so that a place of the program and
//! a place of the text are all that there is to know.

use std::collections::HashSet;

use super::tried::Tried;
use crate::codebook::pattern::{Cue, Letters, Node, PatternError};
use crate::text::form::is_letter;
use crate::text::language::is_han;
use crate::text::{Form, Language};

/// How many letters of a word a star is tried for. Longer words are none.
const MAX_WORD: usize = 200;

/// The cue has matched, if no word goes on here.
const END: u8 = 0;
/// Goes on so many bytes further (u16).
const JUMP: u8 = 1;
/// Fixed words: their length (u8), and they.
const FIXED: u8 = 2;
/// Of the fixed words before: how many bytes must have been capitals (u8), and how far each is from their end (u8).
const CAPITALS: u8 = 3;
/// Any run of letters of a word.
const STAR: u8 = 4;
/// A gap: how many words or characters (u8), whether it may cross commas (u8), and what begins behind it (u64).
const GAP: u8 = 5;
/// Alternatives: what they can begin with (u64), how many (u16), the first byte of each (u8; 0 where it is not known), how
/// far each is from there (u16), and they.
const EITHER: u8 = 6;

/// The cue is a name, whose first letter must be a capital.
const NAME: u8 = 1;
/// Lists of what must not stand before and after follow: their length (u16), and each word with its length (u16), with an
/// empty one behind each list.
const NEIGHBOURS: u8 = 2;

/// A number of a program; all of them are small, since cues are short.
fn short(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

/// Adds a cue to a program; returns where its words begin in it.
pub(super) fn write(code: &mut Vec<u8>, cue: &Cue, name: bool) -> usize {
    let neighbours = !cue.not_before.is_empty() || !cue.not_after.is_empty();
    code.push(if name { NAME } else { 0 } | if neighbours { NEIGHBOURS } else { 0 });
    if neighbours {
        let mut lists = Vec::new();
        for list in [&cue.not_before, &cue.not_after] {
            for word in list {
                lists.extend(short(word.len()));
                lists.extend(word.bytes());
            }
            lists.extend(short(0));
        }
        code.extend(short(lists.len()));
        code.extend(lists);
    }
    let body = code.len();
    sequence(code, &cue.nodes);
    code.push(END);
    body
}

fn sequence(code: &mut Vec<u8>, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Fixed { text, capitals } => fixed(code, text, capitals),
            Node::Star => code.push(STAR),
            Node::Gap { most, commas, next } => {
                code.extend([GAP, u8::try_from(*most).unwrap_or(u8::MAX), u8::from(*commas)]);
                code.extend(next.to_bytes());
            }
            Node::Either(branches, first) => {
                let parts: Vec<Vec<u8>> = branches
                    .iter()
                    .map(|branch| {
                        let mut part = Vec::new();
                        sequence(&mut part, branch);
                        part
                    })
                    .collect();
                code.push(EITHER);
                code.extend(first.to_bytes());
                code.extend(short(parts.len()));
                code.extend(parts.iter().map(|p| if p.first() == Some(&FIXED) { p[2] } else { 0 }));
                let mut ahead = 2 * parts.len();
                for part in &parts {
                    code.extend(short(ahead));
                    ahead += part.len() + AROUND;
                }
                let mut behind: usize = parts.iter().map(|p| p.len() + AROUND).sum();
                for part in parts {
                    behind -= part.len() + AROUND;
                    code.extend(part);
                    code.push(JUMP);
                    code.extend(short(behind));
                }
            }
        }
    }
}

/// The bytes of a gap.
const GAP_LENGTH: usize = 11;
/// The bytes of a jump over the other alternatives, which stands behind each.
const AROUND: usize = 3;

fn fixed(code: &mut Vec<u8>, text: &str, capitals: &[usize]) {
    const MOST: usize = u8::MAX as usize;
    for (number, part) in text.as_bytes().chunks(MOST).enumerate() {
        let from = number * MOST;
        code.extend([FIXED, u8::try_from(part.len()).unwrap_or(u8::MAX)]);
        code.extend(part);
        let here: Vec<u8> = capitals
            .iter()
            .filter(|i| (from..from + part.len()).contains(i))
            .filter_map(|i| u8::try_from(from + part.len() - i).ok())
            .collect();
        if !here.is_empty() {
            code.extend([CAPITALS, u8::try_from(here.len()).unwrap_or(u8::MAX)]);
            code.extend(here);
        }
    }
}

/// Where the words of the cue at byte `entry` of a program begin.
pub(super) fn body(code: &[u8], entry: usize) -> usize {
    if code[entry] & NEIGHBOURS == 0 { entry + 1 } else { entry + 3 + number(code, entry + 1) }
}

/// Words with which a cue can begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Beginning {
    /// They, in the matching form.
    pub letters: Vec<u8>,
    /// Where the program goes on.
    pub place: usize,
    /// Whether it goes on at the first of the letters, since a gap stands before them.
    pub leading: bool,
}

/// The ways in which the cue can begin whose words begin at byte `body` of a program, in the order in which they are
/// tried: as far as it is fixed words and choices, up to so many letters (bytes) or a little more.
///
/// # Errors
/// There are more than `most`, or the cue begins with a star.
pub(super) fn beginnings(
    code: &[u8],
    body: usize,
    letters: usize,
    most: usize,
) -> Result<Vec<Beginning>, PatternError> {
    let mut ways = Ways { code, letters, most, tried: HashSet::new(), found: Vec::new() };
    ways.go_on(Begun { place: body, letters: Vec::new(), gap: None })?;
    Ok(ways.found)
}

/// What a cue has begun with, and where it goes on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Begun {
    place: usize,
    letters: Vec<u8>,
    /// The place of a gap before all letters.
    gap: Option<usize>,
}

/// The ways in which a cue can begin, while they are gone.
struct Ways<'c> {
    code: &'c [u8],
    letters: usize,
    most: usize,
    /// Choices that were come to with the same letters, by another way.
    tried: HashSet<Begun>,
    found: Vec<Beginning>,
}

impl Ways<'_> {
    fn go_on(&mut self, mut begun: Begun) -> Result<(), PatternError> {
        let code = self.code;
        while begun.letters.len() < self.letters {
            let place = begun.place;
            match code[place] {
                FIXED => {
                    let end = place + 2 + usize::from(code[place + 1]);
                    begun.letters.extend(&code[place + 2..end]);
                    begun.place = end;
                }
                JUMP => begun.place += 3 + number(code, place + 1),
                EITHER => {
                    if self.tried.insert(begun.clone()) {
                        for branch in branches(code, place) {
                            self.go_on(Begun { place: branch, ..begun.clone() })?;
                        }
                    }
                    return Ok(());
                }
                GAP if begun.letters.is_empty() => {
                    begun.gap = begun.gap.or(Some(place));
                    begun.place += GAP_LENGTH;
                }
                STAR if begun.letters.is_empty() => return Err(PatternError::Star),
                _ => break,
            }
        }
        let Begun { place, letters, gap } = begun;
        if !letters.is_empty() {
            let beginning = Beginning { letters, place: gap.unwrap_or(place), leading: gap.is_some() };
            if !self.found.contains(&beginning) {
                self.found.push(beginning);
            }
        }
        if self.found.len() > self.most { Err(PatternError::TooMany) } else { Ok(()) }
    }
}

/// Whether nothing follows at a place of a program.
pub(super) fn ends(code: &[u8], mut place: usize) -> bool {
    while code[place] == JUMP {
        place += 3 + number(code, place + 1);
    }
    code[place] == END
}

/// The number (u16) at a place of a program.
fn number(code: &[u8], at: usize) -> usize {
    code[at..].first_chunk().map_or(0, |bytes| usize::from(u16::from_le_bytes(*bytes)))
}

/// Where the alternatives begin of the choice at a place of a program.
fn branches(code: &[u8], place: usize) -> impl Iterator<Item = usize> {
    let count = number(code, place + 9);
    let offsets = place + 11 + count;
    (0..count).map(move |branch| offsets + number(code, offsets + 2 * branch))
}

/// One cue tried in one text.
pub(super) struct Run<'a> {
    code: &'a [u8],
    form: &'a Form,
    text: &'a [u8],
    language: Language,
    tried: Tried,
}

impl<'a> Run<'a> {
    /// Where the cue at byte `entry` of a program ends, when it begins at byte `start` of a text: the end of its first
    /// match.
    pub fn of(code: &'a [u8], entry: usize, form: &'a Form, language: Language, start: usize) -> Option<usize> {
        Self::from(code, entry, form, language, start, None)
    }

    /// The same of a cue whose beginning is known to match, which goes on at a place of its program and a byte of the text.
    pub fn from(
        code: &'a [u8],
        entry: usize,
        form: &'a Form,
        language: Language,
        start: usize,
        further: Option<(usize, usize)>,
    ) -> Option<usize> {
        let text = form.text();
        let flags = code[entry];
        if flags & NAME != 0 && !form.is_upper(start) {
            let first = text[start..].chars().next();
            if first.is_some_and(|c| c.is_alphabetic() && !is_han(c)) {
                return None;
            }
        }
        let mut run = Self { code, form, text: text.as_bytes(), language, tried: Tried::default() };
        let (place, at) = further.unwrap_or_else(|| (body(code, entry), start));
        if flags & NEIGHBOURS == 0 {
            return run.follow(place, at);
        }
        let after = run.neighbour(entry + 3, text[..start].trim_matches(' '), |t, w| t.ends_with(w))?;
        let end = run.follow(place, at)?;
        run.neighbour(after, text[end..].trim_matches(' '), |t, w| t.starts_with(w))?;
        Some(end)
    }

    fn letters(&self, at: usize) -> Letters {
        Letters::from_bytes(self.code[at..].first_chunk().copied().unwrap_or_default())
    }

    /// The place behind a list of neighbours, if none of them touches `text`.
    fn neighbour(&self, mut list: usize, text: &str, touches: fn(&[u8], &[u8]) -> bool) -> Option<usize> {
        loop {
            let length = number(self.code, list);
            list += 2;
            if length == 0 {
                return Some(list);
            }
            if touches(text.as_bytes(), &self.code[list..list + length]) {
                return None;
            }
            list += length;
        }
    }

    /// Matches what is left of a cue from byte `at` of the text; the end of the first match.
    fn follow(&mut self, mut place: usize, mut at: usize) -> Option<usize> {
        loop {
            match self.code[place] {
                FIXED => {
                    let length = usize::from(self.code[place + 1]);
                    let words = &self.code[place + 2..place + 2 + length];
                    if !begins_with(&self.text[at..], words) {
                        return None;
                    }
                    place += 2 + length;
                    at += length;
                }
                CAPITALS => {
                    let count = usize::from(self.code[place + 1]);
                    let back = &self.code[place + 2..place + 2 + count];
                    if !back.iter().all(|b| self.form.is_upper(at - usize::from(*b))) {
                        return None;
                    }
                    place += 2 + count;
                }
                JUMP => place += 3 + number(self.code, place + 1),
                END => return self.form.is_edge(at).then_some(at),
                sign => {
                    if self.tried.in_vain(place, at) {
                        return None;
                    }
                    let end = match sign {
                        STAR => self.star(place + 1, at),
                        GAP => self.gap(place, at),
                        _ => self.either(place, at),
                    };
                    if end.is_none() {
                        self.tried.note(place, at);
                    }
                    return end;
                }
            }
        }
    }

    fn star(&mut self, rest: usize, at: usize) -> Option<usize> {
        // At the beginning of a cue the star stands for the letters before the fixed ones, which may be none.
        let text = self.form.text();
        let run = word_length(&text[at..]);
        (at..=at + run).rev().filter(|i| text.is_char_boundary(*i)).find_map(|i| self.follow(rest, i))
    }

    fn either(&mut self, place: usize, at: usize) -> Option<usize> {
        if !self.letters(place + 1).may_begin(self.text, at) {
            return None;
        }
        let firsts = place + 11;
        let offsets = firsts + number(self.code, place + 9);
        let here = self.text.get(at).copied().unwrap_or(0);
        let code = self.code;
        for (branch, first) in code[firsts..offsets].iter().enumerate() {
            if *first == 0 || *first == here {
                let branch = offsets + number(self.code, offsets + 2 * branch);
                if let Some(end) = self.follow(branch, at) {
                    return Some(end);
                }
            }
        }
        None
    }

    /// Matches what stands behind a gap, from byte `at` of the text.
    fn gap(&mut self, place: usize, at: usize) -> Option<usize> {
        let (most, commas) = (usize::from(self.code[place + 1]), self.code[place + 2] != 0);
        let next = self.letters(place + 3);
        let rest = place + GAP_LENGTH;
        let text = self.form.text();
        let mut to = at;
        if self.language == Language::En {
            if !self.form.is_edge(at) {
                return None;
            }
            // A gap may follow an optional word that took the space with it.
            if at > 0
                && self.text[at - 1] == b' '
                && let Some(end) = self.follow(rest, to)
            {
                return Some(end);
            }
            for _ in 0..=most {
                let space = self.text[to..].iter().position(|b| *b == b' ')?;
                if space > 0 && ends_clause(&self.text[to..to + space], commas) {
                    return None;
                }
                to += space + 1;
                if next.may_begin(self.text, to)
                    && self.form.is_edge(to)
                    && let Some(end) = self.follow(rest, to)
                {
                    return Some(end);
                }
            }
            return None;
        }
        let mut chars = text[at..].chars();
        for _ in 0..=most {
            if next.may_begin(self.text, to)
                && self.form.is_edge(to)
                && let Some(end) = self.follow(rest, to)
            {
                return Some(end);
            }
            let c = chars.next()?;
            if matches!(c, '；' | '。' | '：' | ';' | '！' | '？') || (!commas && matches!(c, '，' | ',')) {
                return None;
            }
            to += c.len_utf8();
        }
        None
    }
}

/// Whether a text begins with fixed words. Most do not by their first letter.
fn begins_with(text: &[u8], fixed: &[u8]) -> bool {
    fixed.first() == text.first() && text.starts_with(fixed)
}

/// Whether a word of a gap ends its clause.
fn ends_clause(word: &[u8], commas: bool) -> bool {
    match word.last() {
        Some(b';' | b':') => true,
        Some(b',') => !commas,
        Some(0x80..) => word.ends_with("–".as_bytes()) || word.ends_with("—".as_bytes()),
        _ => false,
    }
}

/// Where the word begins that byte `at` of a text belongs to.
pub(super) fn word_start(text: &str, at: usize) -> usize {
    at - text[..at].chars().rev().take(MAX_WORD).take_while(|c| is_letter(*c)).map(char::len_utf8).sum::<usize>()
}

/// The bytes of the letters with which a text begins.
pub(super) fn word_length(text: &str) -> usize {
    text.chars().take(MAX_WORD).take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}
