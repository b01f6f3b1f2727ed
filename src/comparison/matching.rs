//! How far one text bears out a statement of another, across languages: by the concepts that both mention, weighted by
//! how specific they are, and by whose voice says it.

use std::collections::BTreeMap;

use super::Text;
use super::numbers::numbers;
use crate::codebook::Act;
use crate::codebook::concepts::Inventory;
use crate::coding::{Speaker, Statement};
use crate::readout::Side;

/// What the weight of a number or a date is, beside the concepts' own.
const NUMBER: f64 = 2.0;
/// What a broader concept counts where the claim is specific: climate for COP.
const BROADER: f64 = 0.5;
/// What a concept counts that has a broader one in common with the claim's.
const SIBLING: f64 = 0.25;
/// What a concept counts from which a claim can be held against a text at all.
pub(super) const TELLING: f64 = 1.5;

/// A thing that two texts can share: a concept by its number in the inventory, or a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    Concept(usize),
    Number(String),
}

/// The items of one statement with their weights, without those that a more specific one implies.
pub(super) fn items(statement: &Statement, inventory: &Inventory) -> BTreeMap<Item, f64> {
    let mut found: BTreeMap<Item, f64> = BTreeMap::new();
    for term in &statement.terms {
        if let Some(number) = inventory.index(&term.concept) {
            let weight = inventory.concepts[number].weight;
            if weight > 0.0 {
                found.insert(Item::Concept(number), weight);
            }
        }
    }
    let concepts: Vec<usize> = found.keys().filter_map(Item::concept).collect();
    found.retain(|item, _| {
        item.concept().is_none_or(|c| !concepts.iter().any(|other| inventory.ancestors(*other).contains(&c)))
    });
    found.extend(numbers(&statement.text).into_iter().map(|n| (Item::Number(n), NUMBER)));
    found
}

impl Item {
    pub fn concept(&self) -> Option<usize> {
        match self {
            Self::Concept(number) => Some(*number),
            Self::Number(_) => None,
        }
    }

    /// The concept's id, or the number.
    pub fn id(&self, inventory: &Inventory) -> String {
        match self {
            Self::Concept(number) => inventory.concepts[*number].id.to_string(),
            Self::Number(number) => number.clone(),
        }
    }
}

/// How much of an item a statement with these items has: all of it, the broader thing, or nothing.
pub(super) fn has(item: &Item, of: &BTreeMap<Item, f64>, inventory: &Inventory) -> f64 {
    if of.contains_key(item) {
        return 1.0;
    }
    let Some(concept) = item.concept() else { return 0.0 };
    let mut best: f64 = 0.0;
    for other in of.keys().filter_map(Item::concept) {
        if inventory.ancestors(other).contains(&concept) {
            return 1.0;
        }
        // 'Communication' has something of 'open lines', and nothing of a named assurance.
        let near = inventory.concepts[other].weight + 1.0 >= inventory.concepts[concept].weight;
        if inventory.ancestors(concept).contains(&other) && near {
            best = best.max(BROADER);
        }
        let common = inventory
            .ancestors(concept)
            .iter()
            .any(|a| inventory.concepts[*a].weight >= 1.0 && inventory.ancestors(other).contains(a));
        if common {
            best = best.max(SIBLING);
        }
    }
    best
}

/// Whose statement it is that is held against another text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claimed<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its items.
    pub items: &'a BTreeMap<Item, f64>,
    /// The side whose text makes it.
    pub by: &'a Side,
}

impl Claimed<'_> {
    /// How well a statement of the other text may bear the claim out, from 0 to 1: an attribution by the words of the one
    /// it names or of both, hardly ever by the claimant's own; a joint claim by a joint statement, less by one side's.
    fn voice(self, other: &Statement) -> f64 {
        let objects = matches!(other.act, Act::Concern | Act::Warn);
        match (&self.statement.speaker, &other.speaker) {
            (Speaker::Both, Speaker::Both) => 1.0,
            (Speaker::Both, Speaker::Side(_)) if objects => 0.3,
            (Speaker::Both, Speaker::Side(side)) if side != self.by => 0.7,
            (Speaker::Both, Speaker::Side(_)) => 0.5,
            (Speaker::Both, Speaker::None) => 0.6,
            (Speaker::Side(_), Speaker::Both) => 1.0,
            (Speaker::Side(claimed), Speaker::Side(side)) if side == claimed => 1.0,
            (Speaker::Side(_), Speaker::None) => 0.8,
            _ => 0.0,
        }
    }
}

/// What one text has of a claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Support {
    /// The share of the claim's weighted items that the text has in a fitting voice, from 0 to 1.
    pub coverage: f64,
    /// The largest share that one statement has.
    pub single: f64,
    /// Whether every distinctive item is there.
    pub distinctive: bool,
    /// Whether there are distinctive items and none of them is there.
    pub beside: bool,
    /// The best voice among the statements that have any of it.
    pub voice: f64,
    /// Whether the claim has an item that tells anything.
    pub telling: bool,
    /// The weight of all its items.
    pub weight: f64,
    /// The items that the text has.
    pub shared: Vec<Item>,
    /// The items that it lacks, heaviest first.
    pub missing: Vec<Item>,
    /// The statements that have some of it, best first.
    pub statements: Vec<usize>,
}

/// What `text` has of a claim.
pub(super) fn support(
    claim: Claimed<'_>,
    text: &Text,
    items_of: &[BTreeMap<Item, f64>],
    inventory: &Inventory,
) -> Support {
    let wanted = claim.items;
    let total: f64 = wanted.values().sum();
    let telling = wanted.values().any(|w| *w >= TELLING);
    let mut support = Support { telling, weight: total, distinctive: true, ..Support::default() };
    if wanted.is_empty() {
        return support;
    }
    let mut covers: BTreeMap<&Item, f64> = BTreeMap::new();
    let mut scores: Vec<(usize, f64)> = Vec::new();
    for (other, of) in text.coded.statements.iter().zip(items_of) {
        let voice = claim.voice(other);
        let topic = other.topics.iter().any(|t| claim.statement.topics.contains(t));
        let mut score = 0.0;
        let mut heavy = false;
        for (item, weight) in wanted {
            let part = has(item, of, inventory);
            score += weight * part;
            heavy |= part > 0.0 && *weight >= 2.0;
        }
        // What two statements share must be about something: a topic of both, or a concept that is one by itself.
        if voice == 0.0 || score == 0.0 || !(topic || heavy) {
            continue;
        }
        for item in wanted.keys() {
            let part = has(item, of, inventory) * voice;
            let known = covers.entry(item).or_default();
            *known = known.max(part);
        }
        support.voice = support.voice.max(voice);
        support.single = support.single.max(score * voice / total);
        scores.push((other.index, score * voice));
    }
    for (item, weight) in wanted {
        let part = covers.get(item).copied().unwrap_or(0.0);
        support.coverage += weight * part / total;
        if part >= 0.3 {
            support.shared.push(item.clone());
        } else {
            support.missing.push(item.clone());
            support.distinctive &= *weight < 3.0;
        }
    }
    let distinctive = |items: &[Item]| items.iter().any(|i| wanted[i] >= 3.0);
    support.beside = distinctive(&support.missing) && !distinctive(&support.shared);
    support.missing.sort_by(|a, b| wanted[b].total_cmp(&wanted[a]).then_with(|| a.cmp(b)));
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let best = scores.first().map_or(0.0, |s| s.1);
    support.statements = scores.into_iter().filter(|s| s.1 >= best * 0.5).take(4).map(|s| s.0).collect();
    support
}
