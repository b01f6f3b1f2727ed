//! The cue language: what an analyst writes (`one China (policy|principle)`, `反对{6}制裁`), parsed into flat sequences
//! of fixed words, gaps and open word endings. `matcher` finds them; README and `readout codebook` explain them.

use crate::text::{Form, Language};

/// How many flat sequences one cue may expand to.
pub const MAX_VARIANTS: usize = 400;
/// The widest gap, in words (English) or characters (Chinese).
pub const MAX_GAP: usize = 30;

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
    /// Too many alternatives multiply.
    #[error("the alternatives multiply to more than {MAX_VARIANTS} forms; split the cue in two")]
    TooMany,
    /// `!( )` stands in the middle.
    #[error("`!( )` may stand only at the very start or the very end of a cue")]
    Neighbour,
    /// `*` in a place where it has no meaning.
    #[error("`*` stands inside or at the end of a word of letters; use a gap such as {{4}} elsewhere")]
    Star,
}

/// One piece of a flat sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Fixed words in the matching form, and which of their bytes must have been written as capitals.
    Fixed { text: String, capitals: Vec<usize> },
    /// Any run of letters or digits within a word.
    Star,
    /// A gap of at most `most` words or characters; `commas` may be crossed or not.
    Gap { most: usize, commas: bool },
}

/// One expansion of a cue, with what must not stand directly before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Flat {
    pub parts: Vec<Part>,
    pub not_before: Vec<String>,
    pub not_after: Vec<String>,
}

#[derive(Debug, Clone)]
enum Node {
    Text(String),
    Star,
    Gap(usize, bool),
    Either(Vec<Vec<Node>>),
}

/// Parses one cue and expands it.
///
/// # Errors
/// Says what is wrong with the cue and the mend.
pub(crate) fn parse(cue: &str, language: Language) -> Result<Vec<Flat>, PatternError> {
    let (rest, not_before) = leading_neighbour(cue.trim(), language)?;
    let (rest, not_after) = trailing_neighbour(rest, language)?;
    let mut chars = rest.chars().peekable();
    let nodes = sequence(&mut chars, None)?;
    let mut variants = vec![Vec::new()];
    expand(&nodes, &mut variants)?;
    let mut flats = Vec::new();
    for variant in variants {
        let parts = flatten(&variant, language)?;
        if !parts.iter().any(|p| matches!(p, Part::Fixed { .. })) {
            return Err(PatternError::NoWords);
        }
        flats.push(Flat { parts, not_before: not_before.clone(), not_after: not_after.clone() });
    }
    flats.dedup();
    Ok(flats)
}

fn leading_neighbour(cue: &str, language: Language) -> Result<(&str, Vec<String>), PatternError> {
    let Some(inner) = cue.strip_prefix("!(") else { return Ok((cue, Vec::new())) };
    let end = inner.find(')').ok_or(PatternError::Bracket('('))?;
    let list = inner[..end].split('|').map(|w| neighbour(w, language)).collect();
    Ok((inner[end + 1..].trim_start(), list))
}

fn trailing_neighbour(cue: &str, language: Language) -> Result<(&str, Vec<String>), PatternError> {
    let Some(start) = cue.rfind("!(") else { return Ok((cue, Vec::new())) };
    let Some(inner) = cue[start + 2..].strip_suffix(')') else { return Err(PatternError::Neighbour) };
    if inner.contains(['(', ')']) {
        return Err(PatternError::Neighbour);
    }
    Ok((cue[..start].trim_end(), inner.split('|').map(|w| neighbour(w, language)).collect()))
}

/// A neighbour in the matching form; for English a word, for Chinese the characters.
fn neighbour(word: &str, _language: Language) -> String {
    Form::new(word.trim(), 0).text().trim().to_owned()
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

fn sequence(chars: &mut Chars<'_>, until: Option<char>) -> Result<Vec<Node>, PatternError> {
    let mut nodes = Vec::new();
    let mut text = String::new();
    loop {
        let Some(&c) = chars.peek() else {
            if let Some(close) = until {
                return Err(PatternError::Bracket(if close == ']' { '[' } else { '(' }));
            }
            break;
        };
        if until.is_some_and(|close| c == close || (close == ')' && c == '|')) {
            break;
        }
        chars.next();
        let node = match c {
            '(' => Node::Either(alternatives(chars)?),
            '[' => {
                let inner = sequence(chars, Some(']'))?;
                chars.next();
                Node::Either(vec![inner, Vec::new()])
            }
            '{' => gap(chars)?,
            '*' => Node::Star,
            ')' | ']' | '}' => return Err(PatternError::Bracket(c)),
            '!' if chars.peek() == Some(&'(') => return Err(PatternError::Neighbour),
            c => {
                text.push(c);
                continue;
            }
        };
        if !text.is_empty() {
            nodes.push(Node::Text(std::mem::take(&mut text)));
        }
        nodes.push(node);
    }
    if !text.is_empty() {
        nodes.push(Node::Text(text));
    }
    Ok(nodes)
}

fn alternatives(chars: &mut Chars<'_>) -> Result<Vec<Vec<Node>>, PatternError> {
    let mut branches = Vec::new();
    loop {
        branches.push(sequence(chars, Some(')'))?);
        match chars.next() {
            Some('|') => {}
            Some(')') => return Ok(branches),
            _ => return Err(PatternError::Bracket('(')),
        }
    }
}

fn gap(chars: &mut Chars<'_>) -> Result<Node, PatternError> {
    let mut inner = String::new();
    loop {
        match chars.next() {
            Some('}') => break,
            Some(c) => inner.push(c),
            None => return Err(PatternError::Bracket('{')),
        }
    }
    let (number, commas) = inner.strip_prefix(',').map_or((inner.as_str(), false), |n| (n, true));
    match number.parse::<usize>() {
        Ok(most) if most <= MAX_GAP => Ok(Node::Gap(most, commas)),
        _ => Err(PatternError::Gap(inner)),
    }
}

fn expand(nodes: &[Node], variants: &mut Vec<Vec<Node>>) -> Result<(), PatternError> {
    for node in nodes {
        let Node::Either(branches) = node else {
            for variant in variants.iter_mut() {
                variant.push(node.clone());
            }
            continue;
        };
        let mut next = Vec::new();
        for branch in branches {
            let mut grown = variants.clone();
            expand(branch, &mut grown)?;
            next.extend(grown);
            if next.len() > MAX_VARIANTS {
                return Err(PatternError::TooMany);
            }
        }
        *variants = next;
    }
    Ok(())
}

fn flatten(nodes: &[Node], language: Language) -> Result<Vec<Part>, PatternError> {
    let mut parts: Vec<Part> = Vec::new();
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(t) => text.push_str(t),
            Node::Star => {
                if language == Language::Zh || matches!(parts.last(), Some(Part::Gap { .. })) && text.trim().is_empty()
                {
                    return Err(PatternError::Star);
                }
                push_fixed(&mut parts, &mut text, false);
                parts.push(Part::Star);
            }
            Node::Gap(most, commas) => {
                push_fixed(&mut parts, &mut text, true);
                parts.push(Part::Gap { most: *most, commas: *commas });
            }
            Node::Either(_) => {}
        }
    }
    push_fixed(&mut parts, &mut text, true);
    while matches!(parts.last(), Some(Part::Gap { .. })) {
        parts.pop();
    }
    while matches!(parts.first(), Some(Part::Gap { .. })) {
        parts.remove(0);
    }
    Ok(parts)
}

/// Adds the collected words; at a gap or at the ends, the space around them means nothing.
fn push_fixed(parts: &mut Vec<Part>, text: &mut String, trim_end: bool) {
    let collected = std::mem::take(text);
    let after_star = matches!(parts.last(), Some(Part::Star));
    let form = Form::new(&collected, 0);
    let mut shown = form.text();
    let mut skipped = 0;
    if !after_star {
        skipped = shown.len() - shown.trim_start().len();
        shown = shown.trim_start();
    }
    if trim_end {
        shown = shown.trim_end();
    }
    if shown.is_empty() {
        return;
    }
    let capitals = capitals(&form, shown, skipped);
    parts.push(Part::Fixed { text: shown.to_owned(), capitals });
}

/// The bytes of `shown` that belong to words written all in capitals, with two letters or more (`AI`, `U.S.`).
fn capitals(form: &Form, shown: &str, skipped: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in shown.split(' ') {
        let stem = word.split('\'').next().unwrap_or(word);
        let letters: Vec<usize> =
            stem.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(i, _)| at + i).collect();
        if letters.len() >= 2 && letters.iter().all(|i| form.is_upper(skipped + i)) {
            found.extend(letters);
        }
        at += word.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(cue: &str, language: Language) -> Result<usize, PatternError> {
        parse(cue, language).map(|f| f.len())
    }

    #[test]
    fn expands_alternatives() {
        assert_eq!(count("one China (policy|principle)", Language::En), Ok(2));
        assert_eq!(count("[the] (a|b [c])", Language::En), Ok(6));
        assert_eq!(count("反对{6}制裁", Language::Zh), Ok(1));
    }

    #[test]
    fn refuses_what_cannot_be_meant() {
        assert_eq!(count("(a|b", Language::En), Err(PatternError::Bracket('(')));
        assert_eq!(count("a]", Language::En), Err(PatternError::Bracket(']')));
        assert_eq!(count("a {x} b", Language::En), Err(PatternError::Gap("x".into())));
        assert_eq!(count("*", Language::En), Err(PatternError::NoWords));
        assert_eq!(count("a !(b) c", Language::En), Err(PatternError::Neighbour));
        assert_eq!(count("台*", Language::Zh), Err(PatternError::Star));
        let wide = "(a|b|c|d)".repeat(6);
        assert_eq!(count(&wide, Language::En), Err(PatternError::TooMany));
    }

    #[test]
    fn keeps_capitals_of_short_names() {
        let flats = parse("the US side", Language::En).unwrap_or_default();
        assert_eq!(flats[0].parts, [Part::Fixed { text: "the us side".into(), capitals: vec![4, 5] }]);
    }
}
