//! The cue language: what an analyst writes (`one China (policy|principle)`, `反对{6}制裁`), parsed into a small tree of
//! fixed words, gaps, open word endings and alternatives. `matcher` finds them; README and `readout codebook` explain
//! them.

use crate::text::form::fold_cue;

/// The widest gap, in words (English) or characters (Chinese).
pub const MAX_GAP: usize = 30;
/// How many beginnings one cue may have; each is a place in the index.
pub const MAX_STARTS: usize = 400;
/// How long a cue may be, in bytes.
pub const MAX_CUE: usize = 2000;
/// How many words or characters all gaps of a cue may span together.
pub const MAX_GAPS: usize = 90;
/// How deep brackets may stand in brackets.
const MAX_DEPTH: usize = 8;

/// What is wrong with a cue.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// A bracket is opened and not closed, or closed and not opened.
    #[error("bracket `{0}` has no partner; every ( [ {{ needs its ) ] }}")]
    Bracket(char),
    /// A gap is not written `{{n}}` or `{{,n}}`.
    #[error("gap `{{{0}}}` is not understood; write {{3}} (up to 3 words) or {{,3}} (commas allowed), at most 30")]
    Gap(String),
    /// Nothing fixed is left to look for.
    #[error("the cue has no fixed word, so it would match everywhere; add one")]
    NoWords,
    /// Too many alternatives at the beginning.
    #[error("the cue can begin in more than {MAX_STARTS} ways; split it in two")]
    TooMany,
    /// A cue longer than anybody writes.
    #[error("the cue is longer than {MAX_CUE} bytes; split it")]
    TooLong,
    /// Gaps that together span more than any sentence.
    #[error("the gaps of the cue add up to more than {MAX_GAPS}; make them narrower, or split the cue")]
    Gaps,
    /// Brackets in brackets in brackets.
    #[error("brackets stand more than {MAX_DEPTH} deep; split the cue")]
    TooDeep,
    /// `!( )` stands in the middle.
    #[error("`!( )` may stand only at the very start or the very end of a cue")]
    Neighbour,
    /// A list of words that is not there.
    #[error("there is no list `<{0}>` in this language; the lists stand under [lists]")]
    List(String),
    /// `*` in a place where it has no meaning.
    #[error("`*` stands inside or at the end of a word of letters; use a gap such as {{4}} elsewhere")]
    Star,
}

/// One piece of a cue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    /// Fixed words in the matching form, and which of their bytes must have been written as capitals.
    Fixed { text: String, capitals: Vec<usize> },
    /// Any run of letters or digits within a word.
    Star,
    /// A gap of at most `most` words or characters; `commas` may be crossed or not. What follows begins with one of `next`.
    Gap { most: usize, commas: bool, next: Letters },
    /// One of several sequences, of which one may be empty; with what follows they begin with one of the letters.
    Either(Vec<Vec<Node>>, Letters),
}

/// Which letters a piece of a cue can begin with: a set that may hold too many, so that a glance at a text rules out most
/// places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters(u64);

impl Letters {
    const ANY: Self = Self(u64::MAX);

    pub fn to_bytes(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Of fixed words.
    fn of(text: &str) -> Self {
        Self::bit(text.as_bytes()).map_or(Self::ANY, Self)
    }

    /// Whether what begins at byte `at` of a text can be it.
    pub fn may_begin(self, text: &[u8], at: usize) -> bool {
        Self::bit(&text[at..]).is_none_or(|bit| self.0 & bit != 0)
    }

    /// The first two letters of the Latin script, or the first of another, as one of 64 bits.
    fn bit(bytes: &[u8]) -> Option<u64> {
        let packed = match *bytes {
            [a, b, ..] if a < 0x80 => u32::from(a) | u32::from(b) << 8,
            [a, b, c, ..] if a >= 0xE0 => u32::from(a) | u32::from(b) << 8 | u32::from(c) << 16,
            _ => return None,
        };
        Some(1 << (packed.wrapping_mul(0x9E37_79B1) >> 26))
    }

    /// Notes in a sequence what can begin at each gap and each choice, where `after` can follow it; returns what can begin
    /// the whole.
    fn note(nodes: &mut [Node], after: Self) -> Self {
        nodes.iter_mut().rev().fold(after, |after, node| match node {
            Node::Fixed { text, .. } => Self::of(text),
            Node::Star => Self::ANY,
            Node::Gap { next, .. } => {
                *next = after;
                Self::ANY
            }
            Node::Either(branches, first) => {
                *first = Self(branches.iter_mut().fold(0, |all, branch| all | Self::note(branch, after).0));
                *first
            }
        })
    }
}

/// A parsed cue, with what must not stand directly before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cue {
    pub nodes: Vec<Node>,
    pub not_before: Vec<String>,
    pub not_after: Vec<String>,
}

/// Parses one cue; Traditional characters stay as they are.
///
/// # Errors
/// Says what is wrong with the cue and the mend.
pub(crate) fn parse(cue: &str) -> Result<Cue, PatternError> {
    if cue.len() > MAX_CUE {
        return Err(PatternError::TooLong);
    }
    let (rest, not_before) = leading_neighbour(cue.trim())?;
    let (rest, not_after) = trailing_neighbour(rest)?;
    let mut nodes = sequence(&mut Cursor { rest }, None, 0)?;
    while matches!(nodes.last(), Some(Node::Gap { .. })) {
        nodes.pop();
    }
    while matches!(nodes.first(), Some(Node::Gap { .. })) {
        nodes.remove(0);
    }
    if has_empty(&nodes) {
        return Err(PatternError::NoWords);
    }
    if gaps(&nodes) > MAX_GAPS {
        return Err(PatternError::Gaps);
    }
    Letters::note(&mut nodes, Letters::ANY);
    Ok(Cue { nodes, not_before, not_after })
}

/// Whether a sequence can match without a fixed word.
fn has_empty(nodes: &[Node]) -> bool {
    nodes.iter().all(|node| match node {
        Node::Fixed { text, .. } => text.trim().is_empty(),
        Node::Star | Node::Gap { .. } => true,
        Node::Either(branches, _) => branches.iter().any(|b| has_empty(b)),
    })
}

/// What all gaps span together.
fn gaps(nodes: &[Node]) -> usize {
    let of = |node: &Node| match node {
        Node::Gap { most, .. } => *most,
        Node::Either(branches, _) => branches.iter().map(|b| gaps(b)).sum(),
        Node::Fixed { .. } | Node::Star => 0,
    };
    nodes.iter().map(of).sum()
}

fn leading_neighbour(cue: &str) -> Result<(&str, Vec<String>), PatternError> {
    let Some(inner) = cue.strip_prefix("!(") else { return Ok((cue, Vec::new())) };
    let end = inner.find(')').ok_or(PatternError::Bracket('('))?;
    let list = inner[..end].split('|').map(neighbour).filter(|w| !w.is_empty()).collect();
    Ok((inner[end + 1..].trim_start(), list))
}

fn trailing_neighbour(cue: &str) -> Result<(&str, Vec<String>), PatternError> {
    let Some(start) = cue.rfind("!(") else { return Ok((cue, Vec::new())) };
    let Some(inner) = cue[start + 2..].strip_suffix(')') else { return Err(PatternError::Neighbour) };
    if inner.contains(['(', ')']) {
        return Err(PatternError::Neighbour);
    }
    Ok((cue[..start].trim_end(), inner.split('|').map(neighbour).filter(|w| !w.is_empty()).collect()))
}

/// A neighbour in the matching form.
fn neighbour(word: &str) -> String {
    fold_cue(word.trim()).0.trim().to_owned()
}

/// What is left of a cue to read.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    /// The text up to the next sign of the cue language, which is not empty unless one stands here.
    fn text(&mut self) -> &'a str {
        let signs =
            |b: u8| matches!(b, b'(' | b'[' | b'{' | b'*' | b')' | b']' | b'}' | b'|' | b'!' | b' ' | b'\t' | b'-');
        let end = self.rest.bytes().position(signs).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        text
    }
}

/// A piece as written: spaces still stand by themselves.
enum Piece<'a> {
    Text(&'a str),
    Space,
    Star,
    Gap(usize, bool),
    Either(Vec<Vec<Node>>),
}

fn sequence(cursor: &mut Cursor<'_>, until: Option<char>, depth: usize) -> Result<Vec<Node>, PatternError> {
    if depth > MAX_DEPTH {
        return Err(PatternError::TooDeep);
    }
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(8);
    loop {
        let text = cursor.text();
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        let Some(c) = cursor.rest.chars().next() else {
            if let Some(close) = until {
                return Err(PatternError::Bracket(if close == ']' { '[' } else { '(' }));
            }
            break;
        };
        if until.is_some_and(|close| c == close || c == '|') {
            break;
        }
        let sign = cursor.rest;
        cursor.next();
        pieces.push(match c {
            '(' => Piece::Either(alternatives(cursor, ')', depth)?),
            '[' => {
                let mut branches = alternatives(cursor, ']', depth)?;
                branches.push(Vec::new());
                Piece::Either(branches)
            }
            '{' => gap(cursor)?,
            '*' => Piece::Star,
            ')' | ']' | '}' => return Err(PatternError::Bracket(c)),
            '!' if cursor.rest.starts_with('(') => return Err(PatternError::Neighbour),
            c if c.is_whitespace() || c == '-' => Piece::Space,
            c => Piece::Text(&sign[..c.len_utf8()]),
        });
    }
    assemble(pieces)
}

fn alternatives(cursor: &mut Cursor<'_>, close: char, depth: usize) -> Result<Vec<Vec<Node>>, PatternError> {
    let mut branches = Vec::new();
    loop {
        branches.push(sequence(cursor, Some(close), depth + 1)?);
        match cursor.next() {
            Some('|') => {}
            Some(c) if c == close => return Ok(branches),
            _ => return Err(PatternError::Bracket(if close == ']' { '[' } else { '(' })),
        }
    }
}

fn gap<'a>(cursor: &mut Cursor<'_>) -> Result<Piece<'a>, PatternError> {
    let end = cursor.rest.find('}').ok_or(PatternError::Bracket('{'))?;
    let inner = &cursor.rest[..end];
    cursor.rest = &cursor.rest[end + 1..];
    let (number, commas) = inner.strip_prefix(',').map_or((inner, false), |n| (n, true));
    match number.parse::<usize>() {
        Ok(most) if most <= MAX_GAP => Ok(Piece::Gap(most, commas)),
        _ => Err(PatternError::Gap(inner.to_owned())),
    }
}

/// Puts the spaces where they belong: into the optional piece that they stand beside, so that a cue matches with and
/// without it; away at a gap and at the ends; else into the fixed words.
fn assemble(pieces: Vec<Piece<'_>>) -> Result<Vec<Node>, PatternError> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut space = false;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        // Nothing but optional pieces so far, or a gap: a space here has nothing to stand between.
        let optional = |n: &Node| matches!(n, Node::Either(branches, _) if branches.iter().any(Vec::is_empty));
        let first = nodes.iter().all(optional) || matches!(nodes.last(), Some(Node::Gap { .. }));
        match piece {
            Piece::Space => {
                space = !first;
                continue;
            }
            Piece::Gap(most, commas) => nodes.push(Node::Gap { most, commas, next: Letters::ANY }),
            Piece::Star => {
                let lone = first || space;
                let before = match nodes.last() {
                    Some(Node::Fixed { text, .. }) => text.chars().next_back(),
                    _ => None,
                };
                let after = matches!(pieces.peek(), Some(Piece::Text(_)));
                if before.is_some_and(crate::text::language::is_han) || lone && !after {
                    return Err(PatternError::Star);
                }
                if space {
                    fixed(&mut nodes, " ");
                }
                nodes.push(Node::Star);
            }
            Piece::Text(text) => {
                if space {
                    fixed(&mut nodes, " ");
                }
                fixed(&mut nodes, text);
            }
            Piece::Either(mut branches) => {
                let optional = branches.iter().any(Vec::is_empty);
                if !optional {
                    if space {
                        fixed(&mut nodes, " ");
                    }
                } else if space {
                    for branch in branches.iter_mut().filter(|b| !b.is_empty()) {
                        prepend_space(branch);
                    }
                } else if first && matches!(pieces.peek(), Some(Piece::Space)) {
                    pieces.next();
                    for branch in branches.iter_mut().filter(|b| !b.is_empty()) {
                        fixed(branch, " ");
                    }
                }
                nodes.push(Node::Either(branches, Letters::ANY));
            }
        }
        space = false;
    }
    Ok(nodes)
}

/// Adds fixed words, as one piece with fixed words before them.
fn fixed(nodes: &mut Vec<Node>, words: &str) {
    let (folded, found) = if words == " " { (" ".to_owned(), Vec::new()) } else { fold_cue(words) };
    if let Some(Node::Fixed { text, capitals }) = nodes.last_mut() {
        capitals.extend(found.into_iter().map(|i| i + text.len()));
        text.push_str(&folded);
    } else {
        nodes.push(Node::Fixed { text: folded, capitals: found });
    }
}

fn prepend_space(branch: &mut Vec<Node>) {
    match branch.first_mut() {
        Some(Node::Fixed { text, capitals }) => {
            text.insert(0, ' ');
            for i in capitals {
                *i += 1;
            }
        }
        Some(Node::Gap { .. }) => {}
        _ => branch.insert(0, Node::Fixed { text: " ".to_owned(), capitals: Vec::new() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(cue: &str) -> Option<PatternError> {
        parse(cue).err()
    }

    #[test]
    fn refuses_what_cannot_be_meant() {
        assert_eq!(error("(a|b"), Some(PatternError::Bracket('(')));
        assert_eq!(error("a]"), Some(PatternError::Bracket(']')));
        assert_eq!(error("a {x} b"), Some(PatternError::Gap("x".into())));
        assert_eq!(error("*"), Some(PatternError::Star));
        assert_eq!(error("[a] {3} [b]"), Some(PatternError::NoWords));
        assert_eq!(error("a !(b) c"), Some(PatternError::Neighbour));
        assert_eq!(error("台*"), Some(PatternError::Star));
        assert_eq!(error(&"(".repeat(60)), Some(PatternError::TooDeep));
        assert_eq!(error(&"[a]".repeat(700)), Some(PatternError::TooLong));
        assert_eq!(error("a {30} b {30} c {30} d {1} e"), Some(PatternError::Gaps));
    }

    #[test]
    fn keeps_capitals_of_short_names() {
        let cue = parse("the US side").expect("a good cue");
        assert_eq!(cue.nodes, [Node::Fixed { text: "the us side".into(), capitals: vec![4, 5] }]);
    }

    #[test]
    fn spaces_go_into_what_is_optional() {
        let shape = |cue: &str| format!("{:?}", parse(cue).map(|c| c.nodes));
        assert_eq!(shape("a [x] b"), shape("a [ x ] b"));
        assert_ne!(shape("a [x] b"), shape("a[x] b"));
        assert_eq!(shape("a {2} b"), shape("a{2}b"));
    }
}
