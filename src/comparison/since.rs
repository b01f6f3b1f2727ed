//! What each side's text has dropped, kept or added since an earlier meeting: the adjectives of the talks, and the pieces
//! of the side's own formulas. An adjective that a series always has is news when it is gone.

use std::collections::BTreeMap;

use serde::Serialize;

use super::words::Piece;
use super::{Comparison, Text};
use crate::codebook::Level;
use crate::codebook::formulas::Presence;
use crate::readout::Side;

/// What changed in the text of one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Since {
    /// The label of the text.
    pub text: String,
    /// The earlier meeting.
    pub previous: String,
    /// The concepts of adjectives that the earlier text has and this one lacks; none where this one is known only in
    /// fragments.
    pub tones_dropped: Vec<String>,
    /// Those that only this one has; none where the earlier one is known only in fragments.
    pub tones_new: Vec<String>,
    /// The words for these adjectives, by concept: of what is dropped those of the earlier text.
    pub tone_words: BTreeMap<String, Vec<String>>,
    /// The pieces of formulas that the earlier text has in their usual form and this one lacks, likewise.
    pub pieces_dropped: Vec<PieceThere>,
    /// Those that only this one has, likewise.
    pub pieces_new: Vec<PieceThere>,
    /// Those that both have in different forms, as this one has them.
    pub pieces_reworded: Vec<PieceThere>,
    /// Whether one of the two texts is known only in fragments, so that what it lacks may only not be quoted.
    pub fragments: bool,
    /// The levels on which the side met, where they are not the same.
    pub other_level: Option<LevelsMet>,
    /// Those of the people whom it met, likewise.
    pub other_level_met: Option<LevelsMet>,
}

/// Where a side met on another level than before, or people of another level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OtherLevels {
    /// Its own level.
    pub own: Option<LevelsMet>,
    /// That of those whom it met.
    pub met: Option<LevelsMet>,
}

/// The levels of people at the earlier meeting and here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct LevelsMet {
    /// At the earlier meeting.
    pub then: Level,
    /// At this one.
    pub here: Level,
}

/// A piece of a formula that a text has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PieceThere {
    /// The formula and the piece: `us-taiwan.tra`.
    pub id: String,
    /// Whether it is there in its usual or in a changed form.
    pub presence: Presence,
}

/// Holds every column against the same side's column of an earlier meeting. Sides without a text there are left out.
pub(super) fn since(now: &Comparison, earlier: &Comparison, levels: &[(Side, OtherLevels)]) -> Vec<Since> {
    let mut found = Vec::new();
    for text in now.columns() {
        let Some(before) = earlier.columns().find(|t| t.readout().side == text.readout().side) else { continue };
        let (tones, old_tones) = (tones(now, &text.label), tones(earlier, &before.label));
        let (pieces, old_pieces) = (pieces(now, &text.label), pieces(earlier, &before.label));
        // What stands in another voice is not gone, nor is what nobody expects yet.
        let somewhere =
            pieces_that(now, &text.label, |p| p.presence != Presence::Missing || !p.elsewhere.is_empty() || p.not_yet);
        let other_form = |p: &&PieceThere| old_pieces.iter().any(|o| o.id == p.id && o.presence != p.presence);
        let other = levels.iter().find(|(side, _)| *side == text.readout().side);
        let other = other.map(|(_, levels)| *levels).unwrap_or_default();
        let tones_dropped = lacking(&old_tones, &tones, text, String::as_str);
        let tones_new = lacking(&tones, &old_tones, before, String::as_str);
        let mut tone_words = earlier.tone_words(&before.label);
        tone_words.extend(now.tone_words(&text.label));
        tone_words.retain(|tone, _| tones_dropped.contains(tone) || tones_new.contains(tone));
        found.push(Since {
            text: text.label.clone(),
            previous: earlier.meeting.clone(),
            tones_dropped,
            tones_new,
            tone_words,
            // What only resembles a piece is none that can be dropped.
            pieces_dropped: lacking(&in_usual_form(&old_pieces), &somewhere, text, |p| &p.id),
            pieces_new: lacking(&pieces, &old_pieces, before, |p| &p.id),
            pieces_reworded: pieces.iter().filter(other_form).cloned().collect(),
            fragments: text.is_fragments() || before.is_fragments(),
            other_level: other.own,
            other_level_met: other.met,
        });
    }
    found
}

fn in_usual_form(pieces: &[PieceThere]) -> Vec<PieceThere> {
    pieces.iter().filter(|p| p.presence == Presence::Present).cloned().collect()
}

/// What of `all` a text lacks that has `there`, held against each other by their ids; of fragments nothing can be said to be
/// lacking.
pub(crate) fn lacking<T: Clone>(all: &[T], there: &[T], text: &Text, id: impl Fn(&T) -> &str) -> Vec<T> {
    if text.is_fragments() {
        return Vec::new();
    }
    all.iter().filter(|one| !there.iter().any(|other| id(other) == id(one))).cloned().collect()
}

fn tones(comparison: &Comparison, label: &str) -> Vec<String> {
    let has = comparison.encounter.tones.iter().filter(|t| t.sides.contains_key(label));
    has.map(|t| t.concept.clone()).collect()
}

/// The pieces of the formulas of the text's own side that it has.
fn pieces(comparison: &Comparison, label: &str) -> Vec<PieceThere> {
    pieces_that(comparison, label, |piece| piece.presence != Presence::Missing)
}

fn pieces_that(comparison: &Comparison, label: &str, counts: fn(&Piece) -> bool) -> Vec<PieceThere> {
    let side = comparison.text(label).map(|t| t.readout().side.as_str().to_owned()).unwrap_or_default();
    let own = comparison.formulas_in_any_voice().filter(|f| f.side == side);
    own.flat_map(|f| {
        let there = f.sides.get(label).into_iter().flatten().filter(|p| counts(p));
        there.map(|p| PieceThere { id: format!("{}.{}", f.id, p.id), presence: p.presence })
    })
    .collect()
}
