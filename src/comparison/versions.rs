//! Two language versions of one text, of one side or of the sides together: which statements answer each other, and what one
//! version lacks or adds.
//!
//! Versions of one text follow one order, so statements are aligned as sentence aligners do (Gale and Church 1993): by the
//! best path of one to one, one to two, two to one and none, scored by the concepts, topics and speakers in common.

use serde::Serialize;

use super::known::Known;
use super::matching::{Item, Items, broader};
use crate::codebook::concepts::{Found, Inventory};
use crate::codebook::{Act, Codebook};

/// A link must score more than this.
const FLOOR: f64 = 0.3;
/// What a link of three statements costs beside one of two.
const SPLIT: f64 = 0.08;
/// What the concepts, the topics and the speaker in common count.
const PARTS: [f64; 3] = [0.6, 0.3, 0.1];
/// What a concept must weigh for its absence to be shown.
const SHOWN: f64 = 1.0;
/// What a piece of a formula must weigh for nothing to stand for it.
const TOPICAL: f64 = 2.0;
/// What a concept must weigh for something broader or near not to stand for it.
const PRECISE: f64 = 3.0;
/// With more pairs of statements than this two versions are not aligned.
const MOST: usize = 1_000_000;

/// Statements that answer each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Link {
    /// Statements of the first version.
    pub first: Vec<usize>,
    /// Statements of the second version.
    pub second: Vec<usize>,
    /// The concepts (by id) and numbers that only the first has here.
    pub first_only: Vec<String>,
    /// The concepts and numbers that only the second has here.
    pub second_only: Vec<String>,
    /// The terms of one concept that are not the same thing, of the first and of the second: `one-china.policy`,
    /// `one-china.principle`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub worded: Vec<[String; 2]>,
    /// Whether the one does what the other refuses, keeps what it lifts, or turns the other way, as far as words tell.
    pub opposed: bool,
    /// The label of the version that alone makes what it says hang on something ('if', 只要).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conditional: Option<String>,
    /// The label of the version that only hopes for what the other demands ('hopes', 希望 for 敦促, 'must').
    #[serde(skip_serializing_if = "Option::is_none")]
    pub softer: Option<String>,
}

/// Two versions of one side's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Versions {
    /// The label of the first: the side's own language.
    pub first: String,
    /// The label of the second.
    pub second: String,
    /// What answers what, in order.
    pub links: Vec<Link>,
    /// The statements that only the first has.
    pub first_alone: Vec<usize>,
    /// The statements that only the second has.
    pub second_alone: Vec<usize>,
    /// Whether the versions are too long to be aligned, so that nothing was tried.
    pub skipped: bool,
}

/// Every two texts in different languages that are of one side and kind, or a statement of the sides together.
pub(super) fn versions(texts: &[Known<'_>], codebook: &Codebook) -> Vec<Versions> {
    let mut ordered: Vec<&Known<'_>> = texts.iter().collect();
    ordered.sort_by_cached_key(|t| {
        let readout = t.text.readout();
        (readout.side.clone(), readout.language != codebook.language_of(readout.side.as_str()), t.text.label.clone())
    });
    let mut found = Vec::new();
    for (at, first) in ordered.iter().enumerate() {
        for second in &ordered[at + 1..] {
            let (a, b) = (first.text.readout(), second.text.readout());
            let one = || a.side == b.side || a.is_joint() && b.is_joint();
            if a.kind == b.kind && a.language != b.language && one() {
                found.push(align(first, second, codebook.inventory()));
            }
        }
    }
    found
}

/// What is compared of a statement, or of two statements taken as one.
#[derive(Debug, Clone)]
struct Part<'t> {
    items: Items,
    /// What the items weigh together.
    weight: f64,
    /// By number, in order, each once.
    topics: Vec<usize>,
    speaker: &'t str,
}

impl<'t> Part<'t> {
    fn new(items: Items, mut topics: Vec<usize>, speaker: &'t str) -> Self {
        topics.sort_unstable();
        topics.dedup();
        Self { weight: items.weight(), items, topics, speaker }
    }

    /// The parts of a text, statement by statement; `ids` are the topics of both texts in order.
    fn all(text: &Known<'t>, ids: &[&str]) -> Vec<Self> {
        let statements = text.text.coded.statements.iter().zip(&text.items);
        let number = |id: &String| ids.binary_search(&id.as_str()).ok();
        let topics = |topics: &[String]| topics.iter().filter_map(number).collect();
        statements.map(|(s, items)| Self::new(items.clone(), topics(&s.topics), s.speaker.as_str())).collect()
    }

    fn with(&self, other: &Self) -> Self {
        Self::new(self.items.with(&other.items), [self.topics.as_slice(), &other.topics].concat(), self.speaker)
    }

    /// What of its items the other lacks.
    fn beyond(&self, other: &Self, inventory: &Inventory) -> Vec<String> {
        let lacks = |(item, weight): &(Item<'_>, f64)| {
            let has = |item: Item<'_>| other.items.has(item) >= 1.0;
            // A translation may well put something broader for what is not specific, and no mere frame; for a piece of a
            // formula nothing stands.
            let piece = matches!(item, Item::Concept(concept) if inventory.is_piece(*concept));
            let precise = *weight >= PRECISE || piece && *weight >= TOPICAL;
            let may_stand = |b: Item<'_>| !precise && has(b) && (b.weight(inventory) >= SHOWN || *weight <= SHOWN);
            *weight >= SHOWN && !has(*item) && !broader(*item, inventory).any(may_stand)
        };
        self.items.iter().filter(lacks).map(|(item, _)| item.id(inventory)).collect()
    }

    fn covered(&self, other: &Self) -> Option<f64> {
        let shared = || self.items.iter().map(|(item, weight)| weight * other.items.has(item)).sum::<f64>();
        (self.weight > 0.0).then(|| shared() / self.weight)
    }

    #[allow(clippy::cast_precision_loss)] // a statement has few topics
    fn score(&self, other: &Self) -> f64 {
        let concepts = match (self.covered(other), other.covered(self)) {
            (Some(a), Some(b)) => f64::midpoint(a, b),
            // Nothing known is in either: the rest decides.
            (None, None) => 0.5,
            _ => 0.0,
        };
        let common = self.topics.iter().filter(|t| other.topics.contains(t)).count();
        let all = self.topics.len() + other.topics.len() - common;
        let topics = if all == 0 { 1.0 } else { common as f64 / all as f64 };
        let speaker = f64::from(u8::from(self.speaker == other.speaker));
        PARTS[0] * concepts + PARTS[1] * topics + PARTS[2] * speaker
    }
}

/// What is found in some statements of a text.
fn of<'t>(text: &Known<'t>, statements: &[usize]) -> Vec<&'t Found> {
    statements.iter().flat_map(|index| &text.seen[*index].found).collect()
}

/// The terms with which two versions name one concept, where they are not the same thing and neither has the other's.
fn worded(first: &[&Found], second: &[&Found], inventory: &Inventory) -> Vec<[String; 2]> {
    let mut found = Vec::new();
    for own in first {
        let concept = &inventory.concepts[own.concept];
        let has = |list: &[&Found], term: usize| list.iter().any(|f| f.concept == own.concept && f.term == term);
        let others = second.iter().filter(|f| f.concept == own.concept && concept.is_apart(own.term, f.term));
        for other in others.filter(|other| !has(second, own.term) && !has(first, other.term)) {
            let id = |term: usize| format!("{}.{}", concept.id, concept.terms[term].id);
            let pair = [id(own.term), id(other.term)];
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}

/// Whether two statements that answer each other are opposites of each other, as far as words tell.
fn opposed((first, at): (&Known<'_>, usize), (second, other): (&Known<'_>, usize), inventory: &Inventory) -> bool {
    let act = |text: &Known<'_>, index: usize| text.text.coded.statements[index].act;
    let negated = |text: &Known<'_>, index: usize| text.text.coded.statements[index].is_negated();
    let (own, there) = (&first.items[at], &second.items[other]);
    let opposite = own.opposite_of(there, (act(first, at), act(second, other)), inventory).is_some()
        || there.opposite_of(own, (act(second, other), act(first, at)), inventory).is_some();
    // That nothing was agreed or promised, against that something was.
    const NOT: [&str; 7] = ["不", "没", "未", "无", " not ", " never ", " no "];
    let binds = |text: &Known<'_>, index: usize| {
        let words = text.seen[index].form.text();
        matches!(act(text, index), Act::Agree | Act::Commit) && !NOT.iter().any(|not| words.contains(not))
    };
    opposite
        || negated(first, at) && !negated(second, other) && binds(second, other)
        || negated(second, other) && !negated(first, at) && binds(first, at)
}

/// The version of a passage that alone makes what it says hang on something, by its label.
fn conditional(first: (&Known<'_>, &[usize]), second: (&Known<'_>, &[usize])) -> Option<String> {
    let hangs =
        |(text, statements): (&Known<'_>, &[usize])| statements.iter().any(|index| text.seen[*index].conditional);
    match (hangs(first), hangs(second)) {
        (true, false) => Some(first.0.text.label.clone()),
        (false, true) => Some(second.0.text.label.clone()),
        _ => None,
    }
}

/// How a demand is put: whether somebody must do it, or is hoped to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Put {
    Demanded,
    Hoped,
}

/// How the demands of some statements are put, where all are put so.
fn put(text: &Known<'_>, statements: &[usize]) -> Option<Put> {
    const DEMANDED: [&str; 14] = [
        "urg", "demand", "must", "insist", "press", "requir", "cannot", "敦促", "要求", "必须", "务必", "不得", "责令",
        "严正",
    ];
    const HOPED: [&str; 8] = ["hop", "wish", "look", "should", "encourag", "希望", "期待", "盼"];
    let begins = |words: &str, list: &[&str]| list.iter().any(|word| words.starts_with(word));
    let of = |index: &usize| {
        let statement = &text.text.coded.statements[*index];
        let cue = statement.evidence.iter().find(|e| e.code == "act:demand")?;
        let words = cue.span.slice(&text.text.readout().body).to_lowercase();
        match (begins(&words, &DEMANDED), begins(&words, &HOPED)) {
            (true, false) => Some(Put::Demanded),
            (false, true) => Some(Put::Hoped),
            _ => None,
        }
    };
    let mut all = statements.iter().filter(|index| text.text.coded.statements[**index].act == Act::Demand).map(of);
    let first = all.next()??;
    all.all(|put| put == Some(first)).then_some(first)
}

/// The version of a passage that only hopes for what the other demands, by its label.
fn softer(first: (&Known<'_>, &[usize]), second: (&Known<'_>, &[usize])) -> Option<String> {
    match (put(first.0, first.1)?, put(second.0, second.1)?) {
        (Put::Hoped, Put::Demanded) => Some(first.0.text.label.clone()),
        (Put::Demanded, Put::Hoped) => Some(second.0.text.label.clone()),
        _ => None,
    }
}

/// One step of the best path: how many statements of each version it takes.
const STEPS: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)];

/// Every two neighbours as one.
fn joined<'t>(list: &[Part<'t>]) -> Vec<Part<'t>> {
    list.windows(2).map(|two| two[0].with(&two[1])).collect()
}

/// The one or two parts that end before `end`, as one; `joined` holds every two neighbours.
fn take<'a, 't>((joined, single): &'a (Vec<Part<'t>>, Vec<Part<'t>>), end: usize, count: usize) -> &'a Part<'t> {
    if count == 2 { &joined[end - 2] } else { &single[end - 1] }
}

fn align(first: &Known<'_>, second: &Known<'_>, inventory: &Inventory) -> Versions {
    let (rows, columns) = (first.items.len(), second.items.len());
    let skipped = rows * columns > MOST;
    let mut found = Versions {
        first: first.text.label.clone(),
        second: second.text.label.clone(),
        links: Vec::new(),
        first_alone: Vec::new(),
        second_alone: Vec::new(),
        skipped,
    };
    if skipped {
        return found;
    }
    let statements = first.text.coded.statements.iter().chain(&second.text.coded.statements);
    let mut ids: Vec<&str> = statements.flat_map(|s| &s.topics).map(String::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    let (a, b) = (Part::all(first, &ids), Part::all(second, &ids));
    // Made once: the path asks for them at every cell.
    let (a, b) = ((joined(&a), a), (joined(&b), b));
    // best[i][j]: the best sum for the first i and j statements, and the step that led there.
    let mut best = vec![vec![(0.0_f64, 0_usize); columns + 1]; rows + 1];
    for i in 0..=rows {
        for j in 0..=columns {
            if i == 0 && j == 0 {
                continue;
            }
            let mut choice = (f64::NEG_INFINITY, 0);
            for (number, (m, n)) in STEPS.into_iter().enumerate() {
                if m > i || n > j {
                    continue;
                }
                let gain = if m == 0 || n == 0 {
                    0.0
                } else {
                    let score = take(&a, i, m).score(take(&b, j, n)) - FLOOR;
                    if score <= 0.0 {
                        continue;
                    }
                    if m + n > 2 { score - SPLIT } else { score }
                };
                let sum = best[i - m][j - n].0 + gain;
                if sum > choice.0 {
                    choice = (sum, number);
                }
            }
            best[i][j] = choice;
        }
    }
    let (mut i, mut j) = (rows, columns);
    while i + j > 0 {
        let (m, n) = STEPS[best[i][j].1];
        match (m, n) {
            (_, 0) => found.first_alone.push(i - 1),
            (0, _) => found.second_alone.push(j - 1),
            _ => {
                let (left, right) = (take(&a, i, m), take(&b, j, n));
                let (ours, theirs): (Vec<usize>, Vec<usize>) = ((i - m..i).collect(), (j - n..j).collect());
                found.links.push(Link {
                    first_only: left.beyond(right, inventory),
                    second_only: right.beyond(left, inventory),
                    worded: worded(&of(first, &ours), &of(second, &theirs), inventory),
                    conditional: conditional((first, &ours), (second, &theirs)),
                    softer: softer((first, &ours), (second, &theirs)),
                    opposed: (m, n) == (1, 1) && opposed((first, i - 1), (second, j - 1), inventory),
                    first: ours,
                    second: theirs,
                });
            }
        }
        (i, j) = (i - m, j - n);
    }
    found.links.reverse();
    found.first_alone.reverse();
    found.second_alone.reverse();
    found
}
