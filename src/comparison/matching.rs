//! How far one text bears out a statement of another, across languages: by the concepts that both mention, weighted by
//! how specific they are, and by whose voice says it.

use std::ops::Range;

use super::Text;
use super::known::Known;
use super::numbers::{has, numbers};
use super::opposite::{Disputed, How, Opposite, Stands, Way, only_explored, opposite, other_measure};
use crate::codebook::Act;
use crate::codebook::concepts::{Concept, Found, Inventory};
use crate::coding::{Form, Seen, Speaker, Statement};
use crate::readout::Side;
use crate::text::Span;

/// What the weight of a number or a date is, beside the concepts' own.
const NUMBER: f64 = 2.0;
/// What the concept itself counts, or a part of it, in quarters.
const WHOLE: u8 = 4;
/// What a broader concept counts where the claim is specific: climate for COP; and one that has a broader one in common
/// with the claim's, where that is a general one itself.
const BROADER: u8 = 2;
/// What a concept counts that has a broader one in common with the claim's, where the claim's is a policy or a mechanism.
const SIBLING: u8 = 1;
/// What of an item must be there, in a fitting voice, for it not to count as lacking.
const COVERED: f64 = 0.3;
/// The voice from which the words of a statement are shown as what the text has for a claim.
const OWN: f64 = 0.5;
/// What a concept counts from which a claim can be held against a text at all.
pub(super) const TELLING: f64 = Concept::TELLING;
/// What something broader must weigh to be shown in place of what is not there.
const SAYS_SOMETHING: f64 = 1.0;
/// What one weighs that is a thing of its own.
const TOPICAL: f64 = 2.0;
/// What an item weighs that stands for one thing only: a policy, a mechanism, a place.
const DISTINCTIVE: f64 = 2.5;
/// What an item weighs without which a claim is of something else.
const CORE: f64 = 3.0;
/// What share of a claim a statement without a topic of it must have, where both did the same.
const MUCH: f64 = 0.5;
/// What share of a claim a statement must have that says the opposite of it.
const OPPOSED: f64 = 0.5;
/// Or what share of such a statement must be of the claim.
const MOSTLY: f64 = 0.8;
/// How many statements are shown for a claim.
const MOST_STATEMENTS: usize = 4;
/// What one more statement must add, as a share of what the best one has. This and the four figures below were measured on
/// hand-coded counterparts: two of three statements that are shown are such, of four of them three are shown.
const ADDS: f64 = 0.3;
/// How much of what a statement has is taken as there: another that has the same may be the one that answers.
const SURE: f64 = 0.7;
/// What a statement counts, when the best is looked for, that only tells how the talks were.
const NARRATION: f64 = 0.7;
/// What one counts that does what the claim does.
const SAME_ACT: f64 = 1.15;
/// How much more one counts that is on the topics of the claim and no others.
const SAME_TOPICS: f64 = 0.5;

/// A thing that two texts can share: a concept by its number in the inventory, or a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item<'a> {
    Concept(usize),
    Number(&'a str),
}

impl Item<'_> {
    /// The concept's id, or the number.
    pub fn id(self, inventory: &Inventory) -> String {
        match self {
            Self::Concept(number) => inventory.concepts[number].id.to_string(),
            Self::Number(number) => number.to_owned(),
        }
    }

    /// What it weighs.
    pub fn weight(self, inventory: &Inventory) -> f64 {
        match self {
            Self::Concept(number) => inventory.concepts[number].weight,
            Self::Number(_) => NUMBER,
        }
    }
}

impl Items {
    /// Its numbers, in order, each once: as [`super::numbers`] writes them.
    pub fn numbers(&self) -> &[String] {
        &self.numbers
    }

    /// The numbers that another statement has and this one has not.
    pub fn other_numbers<'o>(&self, other: &'o Self) -> impl Iterator<Item = &'o str> {
        other.numbers.iter().filter(|number| !self.numbers.contains(number)).map(String::as_str)
    }
}

/// The items of a statement.
#[derive(Debug, Clone)]
pub(super) struct Items {
    /// Concepts with their weights, in order, each once.
    concepts: Vec<(usize, f64)>,
    /// Numbers, in order, each once.
    numbers: Vec<String>,
    /// How much the statement has of every concept, in quarters.
    shares: Vec<u8>,
    /// Which way it is on them.
    ways: Vec<Way>,
    /// Whether it refuses or denies anything.
    refuses: bool,
}

impl Items {
    /// The items of one statement, without those that a more specific one implies; `named` are the concepts that it names.
    pub fn of(
        text: &str,
        named: impl Iterator<Item = usize>,
        (ways, refuses): (Vec<Way>, bool),
        kinship: &Kinship,
        inventory: &Inventory,
    ) -> Self {
        let weight = |concept: usize| inventory.concepts[concept].weight;
        let mut all: Vec<usize> = named.filter(|c| weight(*c) > 0.0).collect();
        all.sort_unstable();
        all.dedup();
        let implied = |concept: &usize| all.iter().any(|other| inventory.ancestors(*other).contains(concept));
        let concepts: Vec<(usize, f64)> = all.iter().filter(|c| !implied(c)).map(|c| (*c, weight(*c))).collect();
        let mut numbers = numbers(text);
        numbers.sort_unstable();
        let mut shares = vec![0; inventory.concepts.len()];
        concepts.iter().for_each(|(concept, _)| raise(&mut shares, &kinship.rows[*concept]));
        Self { concepts, numbers, shares, ways, refuses }
    }

    /// Those of two statements.
    pub fn with(&self, other: &Self) -> Self {
        let mut concepts = [self.concepts.as_slice(), &other.concepts].concat();
        concepts.sort_unstable_by_key(|(concept, _)| *concept);
        concepts.dedup_by_key(|(concept, _)| *concept);
        let mut numbers = [self.numbers.as_slice(), &other.numbers].concat();
        numbers.sort_unstable();
        numbers.dedup();
        let mut shares = self.shares.clone();
        raise(&mut shares, &other.shares);
        Self { concepts, numbers, shares, ways: Vec::new(), refuses: self.refuses || other.refuses }
    }

    /// How a statement with other items says the opposite of one with these, by what each of the two does.
    pub fn opposite_of(&self, other: &Self, acts: (Act, Act), inventory: &Inventory) -> Option<Opposite> {
        // What a more specific thing implies is named too: 'export controls on chips'.
        let (own, there) = (&self.ways, &other.ways);
        let named = own.iter().map(|way| way.concept).filter(|concept| there.iter().any(|way| way.concept == *concept));
        let shared = named.filter(|concept| inventory.concepts[*concept].weight >= TELLING);
        opposite(Stands { act: acts.0, ways: own }, Stands { act: acts.1, ways: there }, shared)
    }

    /// Where words say what becomes of a concept: whether there is as much of it afterwards as before, or more.
    fn turns(&self, concept: usize) -> Option<bool> {
        self.ways.iter().find(|way| way.concept == concept)?.keeps()
    }

    /// Its telling concepts, with what they weigh.
    fn telling(&self) -> impl Iterator<Item = (usize, f64)> + Clone + '_ {
        self.concepts.iter().copied().filter(|(_, weight)| *weight >= TELLING)
    }

    /// The telling concepts that both name.
    fn telling_with<'o>(&'o self, other: &'o Self) -> impl Iterator<Item = usize> + Clone + 'o {
        self.telling().map(|(concept, _)| concept).filter(|concept| other.names(Item::Concept(*concept)))
    }

    /// The words of a statement by which it does away with a thing in another measure than this one, in bytes of its form.
    pub fn other_measure(&self, other: &Self) -> Option<Span> {
        // 'Remove 10 percent' and 'lower by 10 percent' are one.
        if self.numbers.iter().any(|number| other.numbers.contains(number)) {
            return None;
        }
        other_measure(&self.ways, &other.ways, self.telling_with(other))
    }

    /// Whether all that another statement has of it in common with this one is only to be looked into there.
    pub fn only_explored(&self, other: &Self) -> bool {
        only_explored(&self.ways, &other.ways, self.telling_with(other))
    }

    /// Whether a statement names an item, and not only a part of it.
    fn names(&self, item: Item<'_>) -> bool {
        self.iter().any(|(own, _)| own == item)
    }

    /// An item, where a statement names it; else what it names that is narrower.
    fn named<'i>(&self, item: Item<'i>, inventory: &Inventory) -> Option<Item<'i>> {
        let narrower = |concept: usize| {
            let mut own = self.concepts.iter().map(|(own, _)| *own);
            own.find(|own| inventory.ancestors(*own).contains(&concept)).map(Item::Concept)
        };
        match item {
            _ if self.names(item) => Some(item),
            Item::Concept(concept) => narrower(concept),
            Item::Number(_) => None,
        }
    }

    /// Each with its weight.
    pub fn iter(&self) -> impl Iterator<Item = (Item<'_>, f64)> {
        let concepts = self.concepts.iter().map(|(concept, weight)| (Item::Concept(*concept), *weight));
        concepts.chain(self.numbers.iter().map(|number| (Item::Number(number), NUMBER)))
    }

    /// What they weigh together.
    pub fn weight(&self) -> f64 {
        self.iter().map(|(_, weight)| weight).sum()
    }

    /// What its telling concepts weigh together.
    fn weight_of_telling(&self) -> f64 {
        self.telling().map(|(_, weight)| weight).sum()
    }

    /// How much of an item a statement with these has, from 0 to 1.
    pub fn has(&self, item: Item<'_>) -> f64 {
        let quarters = match item {
            Item::Concept(concept) => self.shares[concept],
            Item::Number(number) if self.numbers.iter().any(|own| has(own, number)) => WHOLE,
            Item::Number(_) => 0,
        };
        f64::from(quarters) / f64::from(WHOLE)
    }
}

/// Raises shares to those of another.
fn raise(shares: &mut [u8], others: &[u8]) {
    shares.iter_mut().zip(others).for_each(|(share, other)| *share = (*share).max(*other));
}

/// How much each concept has of every other, for the concepts of the texts that are compared.
#[derive(Debug)]
pub(super) struct Kinship {
    /// In quarters, by the number of the concept, then of the other; empty where no text has the concept.
    rows: Vec<Vec<u8>>,
}

impl Kinship {
    /// `found` are the terms of the texts.
    pub fn of<'f>(found: impl Iterator<Item = &'f Found>, inventory: &Inventory) -> Self {
        let mut narrower = vec![Vec::new(); inventory.concepts.len()];
        for concept in 0..inventory.concepts.len() {
            inventory.ancestors(concept).iter().for_each(|broader| narrower[*broader].push(concept));
        }
        let mut rows = vec![Vec::new(); inventory.concepts.len()];
        for concept in found.map(|f| f.concept) {
            if rows[concept].is_empty() {
                rows[concept] = Self::row(concept, &narrower, inventory);
            }
        }
        Self { rows }
    }

    /// How much a concept has of each: all of it, some, or nothing.
    fn row(concept: usize, narrower: &[Vec<usize>], inventory: &Inventory) -> Vec<u8> {
        let weight = |concept: usize| inventory.concepts[concept].weight;
        let mut row = vec![0; inventory.concepts.len()];
        let broader = inventory.ancestors(concept);
        for common in broader.iter().filter(|b| weight(**b) > 0.0) {
            for sibling in &narrower[*common] {
                // 'High-level exchanges' have something of 'open lines of communication', 'managing competition' has of
                // 'managing differences'; of a policy or a mechanism, what else is of its field has less.
                let share = match weight(*common) {
                    _ if weight(*sibling) <= TELLING => BROADER,
                    common if common >= 1.0 => SIBLING,
                    _ => 0,
                };
                row[*sibling] = row[*sibling].max(share);
            }
        }
        // 'Communication' has something of 'open lines', and nothing of a named assurance.
        for near in narrower[concept].iter().filter(|n| weight(concept) + 1.0 >= weight(**n)) {
            row[*near] = BROADER;
        }
        broader.iter().for_each(|whole| row[*whole] = WHOLE);
        row[concept] = WHOLE;
        row
    }
}

/// Whose statement it is that is held against another text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claimed<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its words, in the form of matching.
    pub words: &'a str,
    /// Its items.
    pub items: &'a Items,
    /// The side whose text makes it.
    pub by: &'a Side,
    /// The statement that stands where the claim stands, where both texts are the one statement of the sides together.
    pub beside: Option<usize>,
}

impl Claimed<'_> {
    /// How well the voice of a statement of the other text fits the claim's, from 0 to 1: for an attribution the words of the
    /// one it names or of both, hardly ever the claimant's own; for a joint claim a joint statement, less one side's.
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

    /// How much of an item of the claim a statement has, from 0 to 1. A number counts beside something else of the claim, where
    /// that has anything: 90 days of one thing are not 90 days of another.
    fn in_statement(self, items: &Items, item: Item<'_>) -> f64 {
        /// What share of something else is enough: a broader thing, and no mere neighbour.
        const BESIDE: f64 = 0.5;
        let near = |(concept, _): (usize, f64)| items.has(Item::Concept(concept)) >= BESIDE;
        let bound = || !is_telling(self.items) || self.items.telling().any(near);
        match item {
            Item::Number(_) if !bound() => 0.0,
            _ => items.has(item),
        }
    }

    /// Whether a statement says the opposite of the claim, and how.
    fn opposite(self, other: &Statement, items: &Items, inventory: &Inventory) -> Option<Opposite> {
        // That something was not agreed bears out no agreement, nor the other way round; what one refuses in other words does.
        let refuses = if other.is_negated() { self.items.refuses } else { items.refuses };
        if self.statement.is_negated() != other.is_negated() && !refuses {
            return Some(Opposite::default());
        }
        self.items.opposite_of(items, (self.statement.act, other.act), inventory)
    }
}

/// What one text has of a claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Support<'a> {
    /// The share of the claim's weighted items that the text has in a fitting voice, from 0 to 1.
    pub coverage: f64,
    /// The largest share that one statement has.
    pub single: f64,
    /// The largest share that one statement in the claim's own voice has: a joint one of a joint claim.
    pub in_full_voice: f64,
    /// That statement.
    pub fullest: Option<usize>,
    /// Whether every distinctive item is there.
    pub distinctive: bool,
    /// Whether a piece of a formula is not there, whatever is near it: an assurance is not borne out without it.
    pub lacks_piece: bool,
    /// Whether every telling item is named, be it elsewhere.
    pub complete: bool,
    /// Whether there are distinctive items and none of them is there.
    pub beside: bool,
    /// The best voice among the statements that have any of it.
    pub voice: f64,
    /// Whether the claim has an item that tells anything.
    pub telling: bool,
    /// Whether the claim is about one thing, and has nothing else that could be held against the other text.
    pub one_thing: bool,
    /// Whether of the two that speak of it one presses the other side, and the other does not, or even gives thanks.
    pub subject_only: bool,
    /// Whether a telling item of the claim is there, or something near it, or more than one of the others: one frame
    /// ('follow-up') bears out nothing.
    pub some: bool,
    /// Whether a statement that may bear the claim out names a telling item itself, and not only something broader.
    pub named: bool,
    /// Whether it names an item that stands for one thing only, within a broader one: the one-China policy, a mechanism.
    pub names_one: bool,
    /// The items that a statement which may bear the claim out names, or a part of which it names.
    pub shared: Vec<Item<'a>>,
    /// What such a statement names instead of others, and is broader.
    pub broader: Vec<Item<'a>>,
    /// What such a statement names instead of others, and has something broader in common with them.
    pub related: Vec<Item<'a>>,
    /// How many things those are, or are broader than some that are not there.
    pub kin: usize,
    /// The items that the text names in other statements only.
    pub elsewhere: Vec<Item<'a>>,
    /// The items that no statement of the text names, heaviest first.
    pub missing: Vec<Item<'a>>,
    /// The statements that have some of it, best first.
    pub statements: Vec<usize>,
    /// The statement that says the opposite of it and has more of it than any other, and how.
    pub contrary: Option<(usize, Opposite)>,
    /// The first statement that says it in the same words and the same voice, or at the same place of one joint statement.
    pub same: Option<usize>,
}

/// What `text` has of a claim.
pub(super) fn support<'a>(claim: Claimed<'a>, text: &Known<'_>, inventory: &Inventory) -> Support<'a> {
    let wanted: Vec<(Item<'a>, f64)> = claim.items.iter().collect();
    let total = claim.items.weight();
    let telling = is_telling(claim.items);
    let says = |(other, seen): (&Statement, &Seen)| {
        other.speaker == claim.statement.speaker && same_words(claim.words, seen.form.text())
    };
    // Two versions of one sentence have something telling in common, or neither has any such thing.
    let agrees = |there: &Items| match telling {
        true => wanted.iter().any(|(item, weight)| *weight >= TELLING && there.has(*item) > 0.0),
        false => !is_telling(there),
    };
    let voiced = |at: &usize| text.text.coded.statements[*at].speaker == claim.statement.speaker;
    let beside = || claim.beside.filter(|at| voiced(at) && agrees(&text.items[*at]));
    let same = text.text.coded.statements.iter().zip(text.seen).position(says).or_else(beside);
    let statements = same.into_iter().collect();
    let mut support = Support { telling, distinctive: true, same, statements, ..Support::default() };
    if wanted.is_empty() {
        return support;
    }
    // What the text has of each item, and what the statement at hand has.
    let mut covers = vec![0.0_f64; wanted.len()];
    let mut parts = Vec::with_capacity(wanted.len());
    let mut answers: Vec<Answering> = Vec::new();
    // What the claim is about, where that is one thing; and whether a statement that names it does with it what the claim does.
    let subject = only_subject(claim.items, inventory);
    let mut does_the_like = false;
    // The statements that may bear it out, and their items.
    let mut bearing: Vec<usize> = Vec::new();
    let mut fitting: Vec<&Items> = Vec::new();
    // What the best statement has of it that says the opposite.
    let (mut opposing, mut enough) = (0.0, false);
    // The first that keeps, turns or denies one thing of a claim that says more.
    let mut part: Option<(usize, Opposite)> = None;
    for (stated, of) in text.text.coded.statements.iter().zip(&text.items) {
        // A question is nobody's word; what its answer says is not so is denied by the one who answers.
        let denial = text.question(stated.index);
        let other = match denial {
            Some(None) => continue,
            Some(Some((by, _))) => &text.text.coded.statements[by],
            None => stated,
        };
        // What both agreed may be on no topic that the two texts have in common: 'they agreed to stay in touch'.
        let both = [claim.statement, other].iter().all(|s| s.speaker == Speaker::Both && s.act == claim.statement.act);
        let voice = claim.voice(other);
        if voice == 0.0 {
            continue;
        }
        let (mut score, mut named) = (0.0, 0.0);
        let mut heavy = false;
        parts.clear();
        for (item, weight) in &wanted {
            let part = claim.in_statement(of, *item);
            score += weight * part;
            named += if matches!(item, Item::Concept(_)) { weight * part } else { 0.0 };
            // What is counted tells nothing without what it counts.
            heavy |= part > 0.0 && *weight >= TOPICAL && matches!(item, Item::Concept(_));
            parts.push(part);
        }
        // What two statements share must be about something: a topic of both, or a concept that is one by itself.
        let topics = stated.topics.iter().filter(|t| claim.statement.topics.contains(t)).count();
        if score == 0.0 || !(heavy || topics > 0 || both && named > 0.0 && score >= total * MUCH) {
            continue;
        }
        // The opposite bears nothing out.
        let untrue = denial.flatten().map(|(_, words)| Opposite { how: How::Refused, words: Some(words), of: None });
        if let Some(opposite) = untrue.or_else(|| claim.opposite(other, of, inventory)) {
            if part.is_none() && voice >= OWN && is_plain(opposite, inventory) {
                part = Some((other.index, opposite));
            }
            if score * voice > opposing {
                opposing = score * voice;
                // A claim may say more than the statement that denies it, of which all is of the claim.
                let all = of.weight_of_telling();
                let of_claim = |concept: usize| claim.items.has(Item::Concept(concept)) >= 1.0;
                let there: f64 = of.telling().filter(|(concept, _)| of_claim(*concept)).map(|(_, weight)| weight).sum();
                enough = opposing / total >= OPPOSED || all > 0.0 && there / all >= MOSTLY;
                support.contrary = Some((other.index, opposite));
            }
            continue;
        }
        for (known, part) in covers.iter_mut().zip(&parts) {
            *known = known.max(part * voice);
        }
        if voice >= OWN {
            fitting.push(of);
            bearing.push(other.index);
            let names = subject.is_some_and(|subject| of.has(subject) >= 1.0);
            does_the_like |= names && does_like(claim.statement.act, other.act);
        }
        support.voice = support.voice.max(voice);
        support.single = support.single.max(score * voice / total);
        // What was only talked about is not agreed on.
        let talked = telling && claim.statement.act == Act::Agree && other.act == Act::Describe;
        if voice >= 1.0 && !talked && score / total > support.in_full_voice {
            support.in_full_voice = score / total;
            support.fullest = Some(other.index);
        }
        let weighed: Vec<f64> = wanted.iter().zip(&parts).map(|((_, weight), part)| weight * part * voice).collect();
        answers.push(Answering {
            statement: other.index,
            narrates: other.act == Act::Describe && claim.statement.act != Act::Describe,
            acts_so: other.act == claim.statement.act,
            topics: share(topics, other.topics.len().max(claim.statement.topics.len())),
            weighed,
        });
    }
    let (mut weighty, mut frames) = (false, 0);
    // The items that are there, and what is broader where they are not.
    let mut kin: Vec<Item<'a>> = Vec::new();
    let mut missing = Vec::new();
    for ((item, weight), part) in wanted.into_iter().zip(covers) {
        support.coverage += weight * part / total;
        if part >= COVERED {
            support.some |= weight >= TELLING;
            frames += usize::from(weight < TELLING);
            weighty |= weight >= CORE;
        } else {
            support.distinctive &= weight < CORE;
        }
        // What is shown as there stands there: a share for something near is none.
        let names = |items: &Items| claim.in_statement(items, item) >= 1.0;
        let shown = if fitting.iter().any(|of| names(of)) {
            support.named |= weight >= TELLING;
            support.names_one |= weight >= DISTINCTIVE && broader(item, inventory).next().is_some();
            Some(item)
        } else if text.items.iter().any(names) {
            support.elsewhere.push(item);
            None
        } else {
            missing.push((item, weight));
            let piece = |concept| inventory.is_piece(concept);
            support.lacks_piece |= weight >= TOPICAL && matches!(item, Item::Concept(concept) if piece(concept));
            broader(item, inventory).find(|b| fitting.iter().any(|of| of.has(*b) >= 1.0))
        };
        // What is broader than one item may be broader than another, or an item itself.
        kin.extend(shown.filter(|item| !kin.contains(item)));
    }
    support.one_thing = subject.is_some() && same.is_none();
    let acts = || bearing.iter().map(|index| text.text.coded.statements[*index].act);
    let contrasts = acts().next().is_some() && acts().all(|act| is_other_manner(claim.statement.act, act));
    support.subject_only = subject.is_some() && !does_the_like || contrasts;
    support.kin = kin.len();
    let (shared, wider): (Vec<Item<'a>>, Vec<Item<'a>>) = kin.into_iter().partition(|item| claim.items.names(*item));
    for broad in wider {
        let there = fitting.iter().filter_map(|of| of.named(broad, inventory));
        let there: Vec<Item<'a>> = there.filter(|own| !shared.contains(own)).collect();
        if there.contains(&broad) {
            // 'Relationship' for anything of relations is nothing.
            support.broader.extend(Some(broad).filter(|broad| broad.weight(inventory) >= SAYS_SOMETHING));
        } else if broad.weight(inventory) >= TELLING {
            // What is only of the relationship too is of no sort with it.
            for own in there {
                if !support.related.contains(&own) {
                    support.related.push(own);
                }
            }
        }
    }
    support.shared = shared;
    support.some |= frames > 1 || !telling && frames > 0;
    support.beside = !support.distinctive && !weighty;
    // A stable sort: items of one weight stay in their order.
    missing.sort_by(|a, b| b.1.total_cmp(&a.1));
    support.complete = missing.iter().all(|(_, weight)| *weight < TELLING);
    support.missing = missing.into_iter().map(|(item, _)| item).collect();
    // A statement that has more of it says it as it is meant.
    support.contrary = support.contrary.filter(|_| enough && opposing / total >= support.single && same.is_none());
    // What no other statement bears out is disputed by itself.
    let bears =
        |items: &Items, of: Disputed, how: How| match claim.items.turns(of.concept).filter(|_| how == How::Refused) {
            // 'Will not resume it' answers 愿恢复 whatever else is said of it.
            Some(keeps) => items.turns(of.concept) == Some(keeps),
            None => items.has(Item::Concept(of.concept)) >= 1.0,
        };
    let borne =
        |opposite: Opposite| opposite.of.is_some_and(|of| fitting.iter().any(|items| bears(items, of, opposite.how)));
    support.contrary = support.contrary.or(part.filter(|(_, opposite)| same.is_none() && !borne(*opposite)));
    if let Some((opposite, _)) = support.contrary {
        support.elsewhere.retain(|item| text.items[opposite].has(*item) < 1.0);
    }
    // Where the same is said in the same words or at the same place, that answers it.
    if same.is_none() {
        support.statements = covering(answers, claim.items.iter().count());
        show_shared(&mut support, claim, text, &bearing, inventory);
        // Near things are told of what is shown.
        let shown = |item: &Item<'_>| support.statements.iter().any(|index| text.items[*index].has(*item) >= 1.0);
        let related: Vec<Item<'a>> = support.related.iter().copied().filter(shown).collect();
        // But something is told.
        if !(support.shared.is_empty() && support.broader.is_empty() && related.is_empty()) {
            support.related = related;
        }
    }
    support
}

/// Whether a statement by its own words keeps, turns or denies one thing that tells.
fn is_plain(opposite: Opposite, inventory: &Inventory) -> bool {
    let tells = |concept: usize| inventory.concepts[concept].weight >= TELLING;
    opposite.words.is_some() && opposite.of.is_some_and(|of| tells(of.concept))
}

/// Adds the statements in which the things stand that are told to be there, where those that answer the claim have them not:
/// every finding is shown with the words it rests on. Of frames only where there is nothing else.
fn show_shared(
    support: &mut Support<'_>,
    claim: Claimed<'_>,
    text: &Known<'_>,
    bearing: &[usize],
    inventory: &Inventory,
) {
    let tells = |item: &Item<'_>| item.weight(inventory) >= TELLING;
    let any = support.shared.iter().any(tells);
    let names = |index: usize, item: Item<'_>| claim.in_statement(&text.items[index], item) >= 1.0;
    for item in support.shared.iter().filter(|item| !any || tells(item)) {
        if !support.statements.is_empty() && !support.statements.iter().any(|index| names(*index, *item)) {
            support.statements.extend(bearing.iter().copied().find(|index| names(*index, *item)));
        }
    }
}

/// A statement that may bear a claim out.
struct Answering {
    statement: usize,
    /// Whether it only tells how the talks were, as the claim does not.
    narrates: bool,
    /// Whether it does what the claim does.
    acts_so: bool,
    /// The share of its topics and the claim's that both have, from 0 to 1.
    topics: f64,
    /// What it has of each item of the claim, by weight and voice.
    weighed: Vec<f64>,
}

impl Answering {
    /// What it counts for where so much of each item is there already.
    fn adds(&self, covered: &[f64]) -> f64 {
        let new: f64 = self.weighed.iter().zip(covered).map(|(has, known)| (has - known * SURE).max(0.0)).sum();
        let act = if self.acts_so { SAME_ACT } else { 1.0 };
        let narrates = if self.narrates { NARRATION } else { 1.0 };
        new * (1.0 + self.topics * SAME_TOPICS) * act * narrates
    }
}

/// A part of a whole, from 0 to 1.
#[allow(clippy::cast_precision_loss)] // of a few topics
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A small set of statements, best first, that together have of a claim what all have: the best one, then whichever adds most
/// to those before it, while it adds enough. (The greedy set cover of Chvátal 1979, of weighted items.)
fn covering(mut answers: Vec<Answering>, items: usize) -> Vec<usize> {
    let mut covered = vec![0.0_f64; items];
    let mut found = Vec::new();
    let mut first = 0.0;
    while found.len() < MOST_STATEMENTS {
        // Of two that add as much the first in the text counts.
        let adds = answers.iter().map(|answer| answer.adds(&covered)).enumerate();
        let best = adds.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let Some((at, gain)) = best.filter(|(_, gain)| *gain > 0.0 && *gain >= first * ADDS) else { break };
        if found.is_empty() {
            first = gain;
        }
        let answer = answers.remove(at);
        covered.iter_mut().zip(&answer.weighed).for_each(|(known, has)| *known = known.max(*has));
        found.push(answer.statement);
    }
    found
}

/// The one thing that a claim is about, where it names no other, no number, and no piece of a formula.
fn only_subject<'a>(items: &'a Items, inventory: &Inventory) -> Option<Item<'a>> {
    let mut telling = items.telling();
    let (only, _) = telling.next().filter(|_| telling.next().is_none() && items.numbers.is_empty())?;
    (!inventory.is_piece(only)).then_some(Item::Concept(only))
}

/// Whether two acts are of one sort: both press the other side, or neither does.
fn does_like(one: Act, other: Act) -> bool {
    let presses = |act: Act| matches!(act, Act::Warn | Act::Demand | Act::Concern);
    presses(one) == presses(other)
}

/// Whether of two acts one thanks or praises, and the other presses: to urge a release is not to be thanked for it.
fn is_other_manner(one: Act, other: Act) -> bool {
    [one, other].contains(&Act::Praise) && !does_like(one, other)
}

/// Whether the codebook has a concept for something of a claim that tells anything by itself; a number alone tells nothing.
pub(super) fn is_telling(items: &Items) -> bool {
    items.telling().next().is_some()
}

/// What is broader than a concept, the most specific first.
pub(super) fn broader<'a>(item: Item<'_>, inventory: &Inventory) -> impl Iterator<Item = Item<'a>> + use<'a> {
    let weight = |concept: &usize| inventory.concepts[*concept].weight;
    let mut all: Vec<usize> = match item {
        Item::Concept(concept) => inventory.ancestors(concept).iter().copied().filter(|b| weight(b) > 0.0).collect(),
        Item::Number(_) => Vec::new(),
    };
    all.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
    all.into_iter().map(Item::Concept)
}

/// Whether two statements have the same words, in the form of matching, whatever mark ends them.
fn same_words(one: &str, other: &str) -> bool {
    let plays_part = |c: &char| c.is_alphanumeric();
    one.chars().filter(plays_part).eq(other.chars().filter(plays_part))
}

/// By the number of each statement, that of the other text which stands in its place, where both are the one statement of
/// the sides together, published by each: in the same paragraph, of as many statements. Empty where they are not.
pub(super) fn beside(text: &Text, other: &Text) -> Vec<Option<usize>> {
    let mut places = Vec::new();
    if !text.readout().is_joint() || !other.readout().is_joint() {
        return places;
    }
    let (own, there) = (paragraphs(text), paragraphs(other));
    if own.len() == there.len() {
        places.resize(text.coded.statements.len(), None);
        for (own, there) in own.into_iter().zip(there).filter(|(own, there)| own.len() == there.len()) {
            own.zip(there).for_each(|(index, other)| places[index] = Some(other));
        }
    }
    places
}

/// The numbers of the statements of each paragraph, but for headings.
fn paragraphs(text: &Text) -> Vec<Range<usize>> {
    let said: Vec<&Statement> = text.coded.statements.iter().filter(|s| s.form != Form::Heading).collect();
    let of = |paragraph: &[&Statement]| paragraph[0].index..paragraph[paragraph.len() - 1].index + 1;
    said.chunk_by(|a, b| a.paragraph == b.paragraph).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_follow_from_what_is_broader() {
        let inventory = Inventory::embedded();
        let all: Vec<Found> =
            (0..inventory.concepts.len()).map(|concept| Found { span: Span::new(0, 0), concept, term: 0 }).collect();
        let kinship = Kinship::of(all.iter(), &inventory);
        let weight = |concept: usize| inventory.concepts[concept].weight;
        for (one, row) in kinship.rows.iter().enumerate() {
            for (other, share) in row.iter().enumerate() {
                let (broader, wanted) = (inventory.ancestors(one), inventory.ancestors(other));
                let common = |least: f64| wanted.iter().any(|a| weight(*a) >= least && broader.contains(a));
                let general = weight(other) <= TELLING && common(f64::MIN_POSITIVE);
                let expected = if one == other || broader.contains(&other) {
                    WHOLE
                } else if wanted.contains(&one) && weight(one) + 1.0 >= weight(other) || general {
                    BROADER
                } else if common(1.0) {
                    SIBLING
                } else {
                    0
                };
                assert_eq!(*share, expected, "{} of {}", inventory.concepts[one].id, inventory.concepts[other].id);
            }
        }
    }
}
