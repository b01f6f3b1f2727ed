//! How far one text bears out a statement of another, across languages: by the concepts that both mention, weighted by
//! how specific they are, and by whose voice says it.

use super::known::Known;
use super::numbers::numbers;
use crate::codebook::Act;
use crate::codebook::concepts::{Found, Inventory};
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

/// Items with their weights, in order, each once.
pub(super) type Items = Vec<(Item, f64)>;

/// The items of one statement with their weights, without those that a more specific one implies. `found` are the terms
/// found in it.
pub(super) fn items(text: &str, found: &[Found], inventory: &Inventory) -> Items {
    let weight = |concept: usize| inventory.concepts[concept].weight;
    let mut concepts: Vec<usize> = found.iter().map(|f| f.concept).filter(|c| weight(*c) > 0.0).collect();
    concepts.sort_unstable();
    concepts.dedup();
    let implied = |concept: &usize| concepts.iter().any(|other| inventory.ancestors(*other).contains(concept));
    let mut items: Items = concepts.iter().filter(|c| !implied(c)).map(|c| (Item::Concept(*c), weight(*c))).collect();
    let mut numbers = numbers(text);
    numbers.sort_unstable();
    items.extend(numbers.into_iter().map(|n| (Item::Number(n), NUMBER)));
    items
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
            Self::Concept(number) => inventory.concepts[*number].id.clone(),
            Self::Number(number) => number.clone(),
        }
    }
}

/// How much of each concept every other has, for the concepts of the texts that are compared.
#[derive(Debug)]
pub(super) struct Kinship {
    /// By the number of the concept, then of the other; empty where no text has the concept.
    rows: Vec<Vec<f64>>,
}

impl Kinship {
    pub fn of(texts: &[Known<'_>], inventory: &Inventory) -> Self {
        let mut narrower = vec![Vec::new(); inventory.concepts.len()];
        for concept in 0..inventory.concepts.len() {
            inventory.ancestors(concept).iter().for_each(|broader| narrower[*broader].push(concept));
        }
        let mut rows = vec![Vec::new(); inventory.concepts.len()];
        let items = texts.iter().flat_map(|t| &t.items).flatten();
        for concept in items.filter_map(|(item, _)| item.concept()) {
            if rows[concept].is_empty() {
                rows[concept] = Self::row(concept, &narrower, inventory);
            }
        }
        Self { rows }
    }

    /// How much of one concept each has: all of it, the broader thing, or nothing.
    fn row(concept: usize, narrower: &[Vec<usize>], inventory: &Inventory) -> Vec<f64> {
        let weight = |concept: usize| inventory.concepts[concept].weight;
        let mut row = vec![0.0; inventory.concepts.len()];
        let broader = inventory.ancestors(concept);
        for common in broader.iter().filter(|b| weight(**b) >= 1.0) {
            narrower[*common].iter().for_each(|sibling| row[*sibling] = SIBLING);
        }
        // 'Communication' has something of 'open lines', and nothing of a named assurance.
        for near in broader.iter().filter(|b| weight(**b) + 1.0 >= weight(concept)) {
            row[*near] = BROADER;
        }
        narrower[concept].iter().for_each(|part| row[*part] = 1.0);
        row[concept] = 1.0;
        row
    }

    /// How much of an item a statement with these items has.
    pub fn has(&self, item: &Item, of: &Items) -> f64 {
        match item {
            Item::Concept(concept) => {
                let row = &self.rows[*concept];
                of.iter().filter_map(|(other, _)| other.concept()).map(|other| row[other]).fold(0.0, f64::max)
            }
            Item::Number(_) => f64::from(u8::from(of.iter().any(|(other, _)| other == item))),
        }
    }
}

/// Whose statement it is that is held against another text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claimed<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its items.
    pub items: &'a Items,
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
pub(super) struct Support<'a> {
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
    pub shared: Vec<&'a Item>,
    /// The items that it lacks, heaviest first.
    pub missing: Vec<&'a Item>,
    /// The statements that have some of it, best first.
    pub statements: Vec<usize>,
}

/// What `text` has of a claim.
pub(super) fn support<'a>(claim: Claimed<'a>, text: &Known<'_>, kinship: &Kinship) -> Support<'a> {
    let wanted = claim.items;
    let total: f64 = wanted.iter().map(|(_, weight)| weight).sum();
    let telling = wanted.iter().any(|(_, weight)| *weight >= TELLING);
    let mut support = Support { telling, weight: total, distinctive: true, ..Support::default() };
    if wanted.is_empty() {
        return support;
    }
    // What the text has of each item, and what the statement at hand has.
    let mut covers = vec![0.0_f64; wanted.len()];
    let mut parts = Vec::with_capacity(wanted.len());
    let mut scores: Vec<(usize, f64)> = Vec::new();
    for (other, of) in text.text.coded.statements.iter().zip(&text.items) {
        let voice = claim.voice(other);
        if voice == 0.0 {
            continue;
        }
        let mut score = 0.0;
        let mut heavy = false;
        parts.clear();
        for (item, weight) in wanted {
            let part = kinship.has(item, of);
            score += weight * part;
            heavy |= part > 0.0 && *weight >= 2.0;
            parts.push(part);
        }
        // What two statements share must be about something: a topic of both, or a concept that is one by itself.
        let topic = || other.topics.iter().any(|t| claim.statement.topics.contains(t));
        if score == 0.0 || !(heavy || topic()) {
            continue;
        }
        for (known, part) in covers.iter_mut().zip(&parts) {
            *known = known.max(part * voice);
        }
        support.voice = support.voice.max(voice);
        support.single = support.single.max(score * voice / total);
        scores.push((other.index, score * voice));
    }
    let mut missing = Vec::new();
    let mut some = false;
    for ((item, weight), part) in wanted.iter().zip(covers) {
        support.coverage += weight * part / total;
        if part >= 0.3 {
            support.shared.push(item);
            some |= *weight >= 3.0;
        } else {
            missing.push((item, *weight));
            support.distinctive &= *weight < 3.0;
        }
    }
    support.beside = !support.distinctive && !some;
    // A stable sort: items of one weight stay in their order.
    missing.sort_by(|a, b| b.1.total_cmp(&a.1));
    support.missing = missing.into_iter().map(|(item, _)| item).collect();
    scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let best = scores.first().map_or(0.0, |s| s.1);
    support.statements = scores.into_iter().filter(|s| s.1 >= best * 0.5).take(4).map(|s| s.0).collect();
    support
}
