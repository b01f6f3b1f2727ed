//! The figures of one document, or of several together.

use std::collections::{BTreeMap, BTreeSet};

use super::Pair;
use super::alpha::{Alpha, Codings};
use crate::codebook::{Act, Codebook};
use crate::coding::{Basis, Coded, Speaker, Statement};

/// Codes that both have, only the program has, only the hand has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// True positives.
    pub right: usize,
    /// False positives.
    pub invented: usize,
    /// False negatives.
    pub missed: usize,
}

impl Counts {
    /// The share of the program's codes that are right; none where it gave none.
    #[must_use]
    pub fn precision(self) -> Option<f64> {
        ratio(self.right, self.right + self.invented)
    }

    /// The share of the hand's codes that the program found; none where there are none.
    #[must_use]
    pub fn recall(self) -> Option<f64> {
        ratio(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall; none where neither gave a code.
    #[must_use]
    pub fn f1(self) -> Option<f64> {
        ratio(2 * self.right, 2 * self.right + self.invented + self.missed)
    }

    /// Whether neither gave a code.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// How many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many are right.
    pub right: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// The share; none of none.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        ratio(self.right, self.of)
    }

    pub(super) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.of += 1;
    }
}

/// A code of which each statement has exactly one: the speaker, or the act.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// Statements with an accepted code, of all that were coded by hand.
    pub share: Share,
    /// How often the hand's code (first) met the program's (second; none where no statement matches). Sorted: sides before
    /// `both` and `none`, acts from the weakest to the strongest.
    pub confusion: Vec<(String, Option<String>, usize)>,
    /// Krippendorff's alpha, nominal, over the statements that match.
    pub alpha: Alpha,
}

impl Judgement {
    /// Of codes by hand, all that are accepted, each with that of the program, if it has one.
    pub(super) fn of<'a, T: Ord + Clone + 'a>(
        codes: impl Iterator<Item = (&'a [T], Option<T>)>,
        name: impl Fn(&T) -> String,
    ) -> Self {
        let mut share = Share::default();
        let mut table: BTreeMap<(T, Option<T>), usize> = BTreeMap::new();
        for (accepted, own) in codes {
            let right = own.as_ref().filter(|own| accepted.contains(own));
            share.add(right.is_some());
            if let Some(value) = right.or(accepted.first()) {
                *table.entry((value.clone(), own)).or_default() += 1;
            }
        }
        let cells = table.iter().filter_map(|((a, b), count)| b.as_ref().map(|b| (a, b, *count)));
        let units = cells.flat_map(|(a, b, count)| std::iter::repeat_n((a, b), count));
        let alpha = Codings::nominal(units).measure();
        let confusion = table.iter().map(|((a, b), count)| (name(a), b.as_ref().map(&name), *count)).collect();
        Self { share, confusion, alpha }
    }
}

/// The counts of one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicCounts {
    /// The topic's id.
    pub id: String,
    /// Its counts.
    pub counts: Counts,
}

/// What the program's topics rest on, and how often they are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// What they rest on; where a topic has several grounds, the first of cue, inherited, context, default.
    pub basis: Basis,
    /// How many topics of statements rest on it.
    pub topics: usize,
    /// How many of those in statements that were coded by hand the hand has too.
    pub right: usize,
    /// How many of those the hand has not.
    pub invented: usize,
}

/// How the program agrees with the hand coding of some documents.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// How many documents.
    pub documents: usize,
    /// How many statements were coded by hand.
    pub statements: usize,
    /// How many of these no statement of the program matches.
    pub unmatched: usize,
    /// How many statements the program finds in the texts.
    pub own: usize,
    /// How many of these match none that was coded by hand.
    pub extra: usize,
    /// All topics together.
    pub topics: Counts,
    /// Every topic that hand or program has, in the order of the codebook.
    pub by_topic: Vec<TopicCounts>,
    /// Krippendorff's alpha of the sets of topics, with the MASI distance, over the statements that match.
    pub topics_alpha: Alpha,
    /// Coverage: topics on which hand and program agree that the document raises them at all, of all that either finds in
    /// a document. Topics that the hand leaves open there, and codes nowhere, are left out.
    pub raised: Share,
    /// Speakers.
    pub speaker: Judgement,
    /// Acts.
    pub act: Judgement,
    /// What the program's topics rest on.
    pub sources: Vec<Source>,
}

/// A coded text, its pairs, and its coverage.
pub(super) type Part<'a> = (&'a Coded, &'a [Pair], Share);

impl Figures {
    pub(super) fn of(parts: &[(&Coded, &[Pair], Share)], codebook: &Codebook) -> Self {
        let pairs: Vec<&Pair> = parts.iter().flat_map(|p| p.1).collect();
        let mut by_topic: BTreeMap<&str, Counts> = BTreeMap::new();
        for pair in &pairs {
            pair.right().for_each(|t| by_topic.entry(t).or_default().right += 1);
            pair.invented().for_each(|t| by_topic.entry(t).or_default().invented += 1);
            pair.missed().for_each(|t| by_topic.entry(t).or_default().missed += 1);
        }
        let sum = |part: fn(&Counts) -> usize| by_topic.values().map(part).sum();
        let topics = Counts { right: sum(|c| c.right), invented: sum(|c| c.invented), missed: sum(|c| c.missed) };
        let ordered = codebook.topics.iter().filter_map(|t| Some((t.id.to_string(), *by_topic.get(t.id.as_str())?)));
        let add = |a: Share, b: &Part| Share { right: a.right + b.2.right, of: a.of + b.2.of };
        let side = |speaker: &Speaker| speaker.as_str().to_owned();
        let strength = |act: &Act| act.as_str().to_owned();
        Self {
            documents: parts.len(),
            statements: pairs.len(),
            unmatched: pairs.iter().filter(|p| p.best.is_none()).count(),
            own: parts.iter().map(|p| p.0.statements.len()).sum(),
            extra: parts.iter().map(|(coded, pairs, _)| extra(coded, pairs)).sum(),
            topics,
            by_topic: ordered.map(|(id, counts)| TopicCounts { id, counts }).collect(),
            topics_alpha: Codings::sets(pairs.iter().filter(|p| p.best.is_some()).map(|p| sets(p))).measure(),
            raised: parts.iter().fold(Share::default(), add),
            speaker: Judgement::of(
                pairs.iter().map(|p| (&*p.gold.speakers, p.best.as_ref().map(|b| b.1.clone()))),
                side,
            ),
            act: Judgement::of(pairs.iter().map(|p| (&*p.gold.acts, p.best.as_ref().map(|b| b.2))), strength),
            sources: sources(parts),
        }
    }
}

/// The program's statements that were not coded by hand.
fn extra(coded: &Coded, pairs: &[Pair]) -> usize {
    let matched: BTreeSet<usize> = pairs.iter().flat_map(|p| p.statements.iter().copied()).collect();
    coded.statements.len() - matched.len()
}

/// The hand's set of topics, with those left open that the program has, and the program's.
fn sets(pair: &Pair) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let program: BTreeSet<&str> = pair.topics.iter().map(String::as_str).collect();
    let open = pair.gold.optional.iter().map(String::as_str).filter(|t| program.contains(t));
    (pair.gold.topics.iter().map(String::as_str).chain(open).collect(), program)
}

fn sources(parts: &[Part]) -> Vec<Source> {
    let bases = [Basis::Cue, Basis::Inherited, Basis::Context, Basis::Default];
    let mut sources = bases.map(|basis| Source { basis, topics: 0, right: 0, invented: 0 });
    let mut count = |basis: Basis, what: fn(&mut Source) -> &mut usize| {
        sources.iter_mut().filter(|s| s.basis == basis).for_each(|s| *what(s) += 1);
    };
    for (coded, pairs, _) in parts {
        for statement in &coded.statements {
            statement
                .topics
                .iter()
                .for_each(|t| count(basis(statement, t).unwrap_or(Basis::Default), |s| &mut s.topics));
        }
        for pair in *pairs {
            let best = |topic: &str| pair.statements.iter().filter_map(|n| basis(&coded.statements[*n], topic)).min();
            pair.right().for_each(|t| count(best(t).unwrap_or(Basis::Default), |s| &mut s.right));
            pair.invented().for_each(|t| count(best(t).unwrap_or(Basis::Default), |s| &mut s.invented));
        }
    }
    sources.to_vec()
}

/// What a topic of a statement rests on.
fn basis(statement: &Statement, topic: &str) -> Option<Basis> {
    statement.evidence_of(topic).map(|e| e.basis).min()
}

#[allow(clippy::cast_precision_loss)] // counts of codes are small
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
