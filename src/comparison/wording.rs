//! Statements of one language that are near in wording, paired and held against each other word by word.
//!
//! The pairing maximises the sum of the similarities (Kuhn 1955, Munkres 1957), so that no early pair takes the better
//! partner of a later one; it depends on no column's place.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use pathfinding::matrix::Matrix;
use pathfinding::prelude::{kuhn_munkres, separate_components};
use serde::Serialize;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use super::Text;
use crate::coding::{Form, Statement};
use crate::text::Language;
use crate::text::language::is_han;

/// From this similarity on two statements are near: twice the words in common over all words (Ratcliff and Metzener 1988),
/// by the alignment of `similar`, over words (English) or characters (Chinese).
const NEAR: f64 = 0.5;
/// Statements with fewer words or characters are too short to be called near.
const SHORTEST: usize = 4;
/// With more pairs of statements than this two texts are not paired.
const MOST: usize = 1_000_000;
/// With more work than this, counted in words held against words, two texts are not paired either: their statements are
/// very long, or all alike.
const WORK: usize = 100_000_000;
/// Pairs in one knot of statements that are near to each other; beyond it the nearest pair is taken first.
const KNOT: usize = 250_000;

/// What happens to a piece of text between two wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum EditKind {
    /// Both have it.
    Same,
    /// Only the first has it.
    First,
    /// Only the second has it.
    Second,
}

/// A piece of two wordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Edit {
    /// Who has it.
    pub kind: EditKind,
    /// The words.
    pub text: String,
}

/// Two statements that are near in wording.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct NearPair {
    /// The number of the statement in the first text.
    pub first: usize,
    /// The number of the statement in the second text.
    pub second: usize,
    /// How near, from 0 to 1, to three digits.
    pub similarity: f64,
    /// The two wordings in pieces, in order.
    pub edits: Vec<Edit>,
}

/// Two texts of one language, paired by wording.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct WordingPairs {
    /// The label of the first text, the lesser of the two by the alphabet.
    pub first: String,
    /// The label of the second text.
    pub second: String,
    /// The near statements, in the order of the first text.
    pub pairs: Vec<NearPair>,
    /// The statements of the first text that are near to none.
    pub first_alone: Vec<usize>,
    /// The statements of the second text that are near to none.
    pub second_alone: Vec<usize>,
    /// Whether the texts are too long to be paired, so that nothing was tried.
    pub skipped: bool,
}

/// Every two columns of one language, paired.
pub(super) fn pairs(texts: &[Text]) -> Vec<WordingPairs> {
    let mut columns: Vec<&Text> = texts.iter().filter(|t| t.column).collect();
    columns.sort_by(|a, b| a.label.cmp(&b.label));
    let mut found = Vec::new();
    for (at, first) in columns.iter().enumerate() {
        for second in &columns[at + 1..] {
            if first.readout().language == second.readout().language {
                found.push(pair(first, second));
            }
        }
    }
    found
}

fn pair(first: &Text, second: &Text) -> WordingPairs {
    let (a, b): (Vec<&Statement>, Vec<&Statement>) =
        (first.coded.statements.iter().collect(), second.coded.statements.iter().collect());
    let pairs = near(&a, &b, first.readout().language);
    let skipped = pairs.is_none();
    let pairs = pairs.unwrap_or_default();
    let alone = |all: usize, place: fn(&NearPair) -> usize| -> Vec<usize> {
        let taken: HashSet<usize> = pairs.iter().map(place).collect();
        (0..all).filter(|i| !taken.contains(i)).collect()
    };
    WordingPairs {
        first: first.label.clone(),
        second: second.label.clone(),
        first_alone: alone(a.len(), |p| p.first),
        second_alone: alone(b.len(), |p| p.second),
        pairs,
        skipped,
    }
}

/// The near statements of two lists, by their places in them; `None` where there are too many to pair.
pub(crate) fn near(first: &[&Statement], second: &[&Statement], language: Language) -> Option<Vec<NearPair>> {
    if first.len() * second.len() > MOST {
        return None;
    }
    let mut numbers = HashMap::new();
    let (a, b) = (contents(first, language, &mut numbers), contents(second, language, &mut numbers));
    let mut chosen: Vec<(usize, usize, f64)> = Vec::new();
    for knot in knots(&edges(&a, &b, numbers.len())?) {
        chosen.extend(best(&knot));
    }
    chosen.sort_by_key(|(i, j, _)| (*i, *j));
    let pair = |&(i, j, similarity): &(usize, usize, f64)| NearPair {
        first: i,
        second: j,
        similarity: (similarity * 1000.0).round() / 1000.0,
        edits: edits(&tokens(&first[i].text, language), &tokens(&second[j].text, language)),
    };
    Some(chosen.iter().map(pair).collect())
}

/// A number for each word, by the order in which words are first met.
type Numbers<'s> = HashMap<Cow<'s, str>, usize>;

/// The words (English) or characters (Chinese) of each statement that count for nearness, by number. Headings are near to
/// nothing.
fn contents<'s>(statements: &[&'s Statement], language: Language, numbers: &mut Numbers<'s>) -> Vec<Vec<usize>> {
    let mut number = |word: &'s str| {
        let lower = |c: char| c.is_ascii() && !c.is_ascii_uppercase() || is_han(c);
        let word = if word.chars().all(lower) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let next = numbers.len();
        *numbers.entry(word).or_insert(next)
    };
    let mut of = |text: &'s str| {
        let words = tokens(text, language);
        words.into_iter().filter(|t| t.chars().any(char::is_alphanumeric)).map(&mut number).collect()
    };
    statements.iter().map(|s| if s.form == Form::Heading { Vec::new() } else { of(&s.text) }).collect()
}

/// The pieces that are compared: words, the space between them, marks at their ends; of Chinese every character.
pub(crate) fn tokens(text: &str, language: Language) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for (space, run) in runs(text) {
        if space {
            found.push(" ");
            continue;
        }
        if language == Language::Zh {
            found.extend(run.split_word_bounds());
            continue;
        }
        // 'one-China' is one word; the marks around it are not of it.
        let from = run.trim_start_matches(|c: char| !c.is_alphanumeric());
        let inner = from.trim_end_matches(|c: char| !c.is_alphanumeric());
        found.extend(characters(&run[..run.len() - from.len()]));
        if !inner.is_empty() {
            found.push(inner);
            found.extend(characters(&from[inner.len()..]));
        }
    }
    found
}

/// Every character of a text.
fn characters(text: &str) -> impl Iterator<Item = &str> {
    text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()])
}

/// Runs of white space and of everything else.
fn runs(text: &str) -> Vec<(bool, &str)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let space = c.is_whitespace();
        let end = rest.find(|c: char| c.is_whitespace() != space).unwrap_or(rest.len());
        found.push((space, &rest[..end]));
        rest = &rest[end..];
    }
    found
}

/// The near pairs, by a count of common words first, which bounds the similarity from above; `None` where it is too much
/// work. There are `words` words in all.
fn edges(a: &[Vec<usize>], b: &[Vec<usize>], words: usize) -> Option<Vec<Edge>> {
    // By word, which statements of the second text have it and how often.
    let mut holders: Vec<Vec<(usize, usize)>> = vec![Vec::new(); words];
    for (j, right) in b.iter().enumerate() {
        bag(right).into_iter().for_each(|(word, times)| holders[word].push((j, times)));
    }
    let mut found = Vec::new();
    let mut work = 0;
    for (i, left) in a.iter().enumerate() {
        let words = bag(left);
        let mut common = vec![0; b.len()];
        for (word, times) in &words {
            holders[*word].iter().for_each(|(j, others)| common[*j] += times.min(others));
        }
        for (j, (right, common)) in b.iter().zip(common).enumerate() {
            work += words.len();
            if work > WORK {
                return None;
            }
            if left.len().min(right.len()) < SHORTEST {
                continue;
            }
            if ratio(common, left.len() + right.len()) < NEAR {
                continue;
            }
            if left == right {
                found.push((i, j, 1.0));
                continue;
            }
            work += left.len().saturating_mul(right.len());
            if work > WORK {
                return None;
            }
            let ops = capture_diff_slices(Algorithm::Myers, left, right);
            let same = ops.iter().filter(|op| op.tag() == DiffTag::Equal).map(|op| op.old_range().len()).sum();
            let near = ratio(same, left.len() + right.len());
            if near >= NEAR {
                found.push((i, j, near));
            }
        }
    }
    Some(found)
}

/// The words with how often each is there.
fn bag(words: &[usize]) -> Vec<(usize, usize)> {
    let mut sorted = words.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}

#[allow(clippy::cast_precision_loss)] // lengths are far below 2^52
fn ratio(common: usize, all: usize) -> f64 {
    2.0 * common as f64 / all.max(1) as f64
}

type Edge = (usize, usize, f64);

/// The edges by the knots of statements that they tie together.
fn knots(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let ends: Vec<Vec<(u8, usize)>> = edges.iter().map(|(i, j, _)| vec![(0, *i), (1, *j)]).collect();
    let (_, numbers) = separate_components(&ends);
    let mut knots: BTreeMap<usize, Vec<Edge>> = BTreeMap::new();
    for (edge, number) in edges.iter().zip(numbers) {
        knots.entry(number).or_default().push(*edge);
    }
    knots.into_values().collect()
}

/// The pairs of one knot whose similarities have the largest sum.
fn best(knot: &[Edge]) -> Vec<Edge> {
    let numbered = |side: fn(&Edge) -> usize| {
        let mut all: Vec<usize> = knot.iter().map(side).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (rows, columns) = (numbered(|e| e.0), numbered(|e| e.1));
    let near: BTreeMap<(usize, usize), f64> = knot.iter().map(|e| ((e.0, e.1), e.2)).collect();
    if rows.len() * columns.len() > KNOT {
        return greedy(knot);
    }
    #[allow(clippy::cast_possible_truncation)] // a ratio between 0 and 1
    let weight = |i: usize, j: usize| near.get(&(i, j)).map_or(0, |n| (n * 1e6) as i64);
    let transposed = rows.len() > columns.len();
    let (short, long) = if transposed { (&columns, &rows) } else { (&rows, &columns) };
    let Ok(matrix) = Matrix::from_rows(short.iter().map(|s| {
        let cell = |l: &usize| if transposed { weight(*l, *s) } else { weight(*s, *l) };
        long.iter().map(cell).collect::<Vec<i64>>()
    })) else {
        return greedy(knot);
    };
    let (_, assigned) = kuhn_munkres(&matrix);
    let pair = |(s, l): (usize, &usize)| if transposed { (long[*l], short[s]) } else { (short[s], long[*l]) };
    let pairs = assigned.iter().enumerate().map(pair);
    pairs.filter_map(|(i, j)| near.get(&(i, j)).map(|n| (i, j, *n))).collect()
}

/// The nearest pair first, then the nearest of what is left.
fn greedy(knot: &[Edge]) -> Vec<Edge> {
    let mut sorted = knot.to_vec();
    sorted.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut first, mut second) = (HashSet::new(), HashSet::new());
    sorted.retain(|(i, j, _)| !first.contains(i) && !second.contains(j) && first.insert(*i) && second.insert(*j));
    sorted
}

/// Two wordings in pieces. What two changes have between them that is only a space or a single character goes with them,
/// since a reader takes it for one change.
fn edits(a: &[&str], b: &[&str]) -> Vec<Edit> {
    let ops = capture_diff_slices(Algorithm::Myers, a, b);
    let mut pieces: Vec<(bool, String, String)> = Vec::new();
    let last = ops.len().saturating_sub(1);
    for (at, op) in ops.iter().enumerate() {
        let (old, new) = (a[op.old_range()].concat(), b[op.new_range()].concat());
        let same = op.tag() == DiffTag::Equal && !(at > 0 && at < last && is_crumb(op, a));
        match pieces.last_mut() {
            Some(piece) if piece.0 == same => {
                piece.1.push_str(&old);
                piece.2.push_str(&new);
            }
            _ => pieces.push((same, old, new)),
        }
    }
    let mut found = Vec::new();
    for (same, old, new) in pieces {
        if same {
            found.push(Edit { kind: EditKind::Same, text: old });
            continue;
        }
        for (kind, text) in [(EditKind::First, old), (EditKind::Second, new)] {
            if !text.is_empty() {
                found.push(Edit { kind, text });
            }
        }
    }
    found
}

/// Whether what is equal is too little to tell two changes apart.
fn is_crumb(op: &DiffOp, a: &[&str]) -> bool {
    let text = a[op.old_range()].concat();
    let text = text.trim();
    text.is_empty() || text.chars().count() == 1 && text.chars().all(|c| is_han(c) || !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(a: &str, b: &str, language: Language) -> String {
        let piece = |e: &Edit| match e.kind {
            EditKind::Same => e.text.clone(),
            EditKind::First => format!("[-{}-]", e.text),
            EditKind::Second => format!("{{+{}+}}", e.text),
        };
        edits(&tokens(a, language), &tokens(b, language)).iter().map(piece).collect()
    }

    #[test]
    fn words_are_compared_whole() {
        let (a, b) = ("upheld the one-China policy, and peace", "upheld our one China policy and peace");
        assert_eq!(shown(a, b, Language::En), "upheld [-the one-China-]{+our one China+} policy[-,-] and peace");
        let (a, b) = ("双方进行了坦诚、深入的沟通", "双方进行了深入、建设性的沟通");
        let zh = shown(a, b, Language::Zh);
        assert!(zh.starts_with("双方进行了") && zh.ends_with("的沟通"), "{zh}");
    }

    #[test]
    fn the_pairing_is_the_best_as_a_whole() {
        // The nearest pair (0, 0) would leave 1 alone.
        let knot = [(0, 0, 0.9), (0, 1, 0.8), (1, 0, 0.8)];
        let mut chosen = best(&knot);
        chosen.sort_by_key(|e| e.0);
        assert_eq!(chosen, [(0, 1, 0.8), (1, 0, 0.8)]);
        let turned: Vec<Edge> = knot.iter().map(|e| (e.1, e.0, e.2)).chain([(2, 0, 0.6)]).collect();
        assert_eq!(best(&turned).len(), 2);
    }
}
