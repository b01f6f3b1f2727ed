//! Whether one statement says the opposite of another: it refuses what the other does, or keeps what the other lifts. Told only
//! where words say so, and of all telling things that both name.

use crate::codebook::{Act, Stance};
use crate::coding::Seen;
use crate::text::Span;

/// Which way a statement is on a concept that it names, wherever it names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// The number of the concept in the inventory.
    pub concept: usize,
    /// Whether it is against it: refuses it, or lifts it, and not both.
    against: bool,
    /// The words that refuse.
    refuses: Option<Span>,
    /// The words by which it stays as it is.
    holds: Option<Span>,
    /// Whether it is lifted, or refused to be.
    lifts: bool,
}

/// Whether a statement refuses or denies anything.
pub(super) fn refuses(seen: &Seen) -> bool {
    seen.stances.iter().any(|(_, stance)| *stance == Stance::Against)
}

/// The ways of a statement on its concepts, by concept; of one that it is on in several ways, or that is something to be
/// avoided, none.
pub(super) fn ways(seen: &Seen) -> Vec<Way> {
    let mut all: Vec<(usize, Option<Way>)> =
        seen.found.iter().map(|found| (found.concept, way(seen, found.concept, found.span))).collect();
    all.sort_by_key(|(concept, _)| *concept);
    let one = |same: &[(usize, Option<Way>)]| {
        let first = same[0].1?;
        same.iter().all(|(_, way)| way.is_some_and(|way| way.against == first.against)).then_some(first)
    };
    all.chunk_by(|a, b| a.0 == b.0).filter_map(one).collect()
}

/// Which way a statement is on a concept that stands at a place of the form.
fn way(seen: &Seen, concept: usize, at: Span) -> Option<Way> {
    /// Where another clause begins.
    const PARTS: [&str; 13] = [
        ",",
        ";",
        ":",
        "，",
        "；",
        "。",
        "：",
        " but ",
        " and will ",
        " and agreed ",
        " and said ",
        " and would ",
        " while ",
    ];
    let text = seen.form.text();
    let free = |between: Option<&str>| between.is_some_and(|words| !PARTS.iter().any(|part| words.contains(part)));
    let mut way = Way { concept, against: false, refuses: None, holds: None, lifts: false };
    for (words, stance) in
        seen.stances.iter().filter(|(words, _)| words.end <= at.start && free(text.get(words.end..at.start)))
    {
        match stance {
            Stance::Curbs => return None,
            Stance::Holds => way.holds = Some(*words),
            Stance::Lifts => (way.against, way.lifts) = (!way.against, true),
            Stance::Against => (way.against, way.refuses) = (!way.against, Some(*words)),
        }
    }
    Some(way)
}

/// A statement with its act, and the ways in which it is on what it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stands<'s> {
    pub act: Act,
    pub ways: &'s [Way],
}

/// How a statement says the opposite of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Opposite {
    /// Whether it keeps what the claim has lifted; where not, it is refused or denied.
    pub kept: bool,
    /// Its words that say so, in bytes of the form; none where they are the claim's, and the statement does what that refuses.
    pub words: Option<Span>,
}

/// How a statement says the opposite of a claim on the `shared` concepts: where it does of one, and of none the same.
pub(super) fn opposite(claim: Stands<'_>, other: Stands<'_>, shared: impl Iterator<Item = usize>) -> Option<Opposite> {
    let mut found = None;
    for concept in shared {
        let of = |side: Stands<'_>| side.ways.iter().find(|way| way.concept == concept).copied();
        let (Some(own), Some(there)) = (of(claim), of(other)) else { continue };
        if own.against == there.against {
            // What has no words of the sort is the same as all.
            if own.refuses.is_some() == there.refuses.is_some() {
                return None;
            }
            continue;
        }
        let kept = there.holds.filter(|_| own.lifts && !there.lifts && there.refuses.is_none());
        let does = own.refuses.is_some() && matches!(other.act, Act::Commit | Act::Agree);
        if there.refuses.is_some() || kept.is_some() || does {
            found = Some(Opposite { kept: kept.is_some(), words: there.refuses.or(kept) });
        }
    }
    found
}
