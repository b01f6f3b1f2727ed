//! Two language versions of one side's text: which statements answer each other, and what one version lacks or adds.
//!
//! Versions of one text follow one order, so statements are aligned as sentence aligners do (Gale and Church 1993): by the
//! best path of one to one, one to two, two to one and none, scored by the concepts, topics and speakers in common.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Text;
use super::matching::{Item, has, items};
use crate::codebook::concepts::Inventory;
use crate::coding::Statement;
use crate::text::Language;

/// A link must score more than this.
const FLOOR: f64 = 0.3;
/// What a link of three statements costs beside one of two.
const SPLIT: f64 = 0.08;
/// What the concepts, the topics and the speaker in common count.
const PARTS: [f64; 3] = [0.6, 0.3, 0.1];
/// What a concept must weigh for its absence to be shown.
const TELLING: f64 = 1.0;
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

/// The language in which a side writes first.
pub(super) fn own_language(side: &str) -> Language {
    if side == "cn" { Language::Zh } else { Language::En }
}

/// Every two texts of one side and kind in different languages.
pub(super) fn versions(texts: &[Text], inventory: &Inventory) -> Vec<Versions> {
    let mut ordered: Vec<&Text> = texts.iter().collect();
    ordered.sort_by_key(|t| {
        let readout = t.readout();
        (readout.side.clone(), readout.language != own_language(readout.side.as_str()), t.label.clone())
    });
    let mut found = Vec::new();
    for (at, first) in ordered.iter().enumerate() {
        for second in &ordered[at + 1..] {
            let (a, b) = (first.readout(), second.readout());
            if a.side == b.side && a.kind == b.kind && a.language != b.language {
                found.push(align(first, second, inventory));
            }
        }
    }
    found
}

/// What is compared of a statement, or of two statements taken as one.
#[derive(Debug, Clone)]
struct Part {
    items: BTreeMap<Item, f64>,
    topics: BTreeSet<String>,
    speaker: String,
}

impl Part {
    fn of(statement: &Statement, inventory: &Inventory) -> Self {
        Self {
            items: items(statement, inventory),
            topics: statement.topics.iter().cloned().collect(),
            speaker: statement.speaker.as_str().to_owned(),
        }
    }

    fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.items.extend(other.items.iter().map(|(i, w)| (i.clone(), *w)));
        both.topics.extend(other.topics.iter().cloned());
        both
    }

    /// What of its items the other lacks.
    fn beyond(&self, other: &Self, inventory: &Inventory) -> Vec<String> {
        let lacks = |(item, weight): &(&Item, &f64)| **weight >= TELLING && has(item, &other.items, inventory) == 0.0;
        self.items.iter().filter(lacks).map(|(item, _)| item.id(inventory)).collect()
    }

    fn covered(&self, other: &Self, inventory: &Inventory) -> Option<f64> {
        let all: f64 = self.items.values().sum();
        let shared: f64 = self.items.iter().map(|(i, w)| w * has(i, &other.items, inventory)).sum();
        (all > 0.0).then(|| shared / all)
    }

    #[allow(clippy::cast_precision_loss)] // a statement has few topics
    fn score(&self, other: &Self, inventory: &Inventory) -> f64 {
        let concepts = match (self.covered(other, inventory), other.covered(self, inventory)) {
            (Some(a), Some(b)) => f64::midpoint(a, b),
            // Nothing known is in either: the rest decides.
            (None, None) => 0.5,
            _ => 0.0,
        };
        let common = self.topics.intersection(&other.topics).count() as f64;
        let all = self.topics.union(&other.topics).count();
        let topics = if all == 0 { 1.0 } else { common / all as f64 };
        let speaker = f64::from(u8::from(self.speaker == other.speaker));
        PARTS[0] * concepts + PARTS[1] * topics + PARTS[2] * speaker
    }
}

/// One step of the best path: how many statements of each version it takes.
const STEPS: [(usize, usize); 5] = [(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)];

/// The one or two parts that end before `end`, as one; `joined` holds every two neighbours.
fn take((joined, single): &(Vec<Part>, Vec<Part>), end: usize, count: usize) -> &Part {
    if count == 2 { &joined[end - 2] } else { &single[end - 1] }
}

fn align(first: &Text, second: &Text, inventory: &Inventory) -> Versions {
    let parts = |t: &Text| t.coded.statements.iter().map(|s| Part::of(s, inventory)).collect::<Vec<_>>();
    let (a, b) = (parts(first), parts(second));
    let (rows, columns) = (a.len(), b.len());
    let skipped = rows * columns > MOST;
    let mut found = Versions {
        first: first.label.clone(),
        second: second.label.clone(),
        links: Vec::new(),
        first_alone: Vec::new(),
        second_alone: Vec::new(),
        skipped,
    };
    if skipped {
        return found;
    }
    // Every two neighbours as one, made once: the path asks for them at every cell.
    let joined = |list: &[Part]| list.windows(2).map(|two| two[0].with(&two[1])).collect::<Vec<_>>();
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
                    let score = take(&a, i, m).score(take(&b, j, n), inventory) - FLOOR;
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
                found.links.push(Link {
                    first: (i - m..i).collect(),
                    second: (j - n..j).collect(),
                    first_only: left.beyond(right, inventory),
                    second_only: right.beyond(left, inventory),
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
