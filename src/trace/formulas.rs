//! A side's formulas from meeting to meeting: which pieces are there, new, dropped or back.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Member, Options, alike};
use crate::codebook::concepts::Inventory;
use crate::codebook::formulas::{Formula, Presence};
use crate::comparison::can_have;
use crate::readout::Side;

/// What happened to a piece since the earlier text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// There is no earlier text of the same levels that raises the topic: it is held against nothing.
    First,
    /// Both have it, in the same form.
    Kept,
    /// Both have it, the one in its usual and the other in a changed form.
    Reworded,
    /// The earlier text lacks it, and no other one before of the side's level has it in this form.
    New,
    /// It is there again: the earlier text lacks it, and another one before, of the side's level, has it in this form.
    Restored,
    /// Only the earlier text has it, in its usual form.
    Dropped,
    /// Neither has it, but for a changed form that the earlier text has.
    Absent,
    /// One of the two texts has it, and the other is known only in fragments: it may only not be quoted there.
    Unquoted,
    /// The text, which is there as a whole, does not raise the topic of the formula: it is held against nothing.
    #[serde(rename = "not-raised")]
    NotRaised,
    /// It is not there, but its words stand in the text in another voice than those that count: it is not dropped.
    Elsewhere,
    /// It is not there, and not expected: the text is of a day before that of the piece or of the whole formula.
    #[serde(rename = "not-yet")]
    NotYet,
}

/// One piece of a formula in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PiecePoint {
    /// The piece's id.
    pub id: String,
    /// Whether it is there.
    pub presence: Presence,
    /// Whether the earlier text has it; missing where there is no earlier text.
    pub before: Presence,
    /// What happened to it.
    pub change: Change,
}

/// One formula in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct FormulaPoint {
    /// The formula's id.
    pub id: String,
    /// Whether the text raises the topic of the formula itself, and not only as the other side's words, or has a piece of it.
    pub raised: bool,
    /// The earlier meeting that the pieces are held against: the last of the same levels whose text raises the topic.
    pub previous: Option<String>,
    /// The pieces, in the order of the formula.
    pub pieces: Vec<PiecePoint>,
}

/// The formulas asked for, else the side's own.
pub(super) fn wanted<'a>(side: &Side, options: &Options, inventory: &'a Inventory) -> Vec<&'a Formula> {
    let all = inventory.formulas().iter();
    if options.formulas.is_empty() {
        return all.filter(|f| f.side == side.as_str()).collect();
    }
    all.filter(|f| options.formulas.iter().any(|id| *id == f.id)).collect()
}

/// The topics of each formula: those that it names, else the one that most of the statements with its pieces are on.
pub(super) struct Topics(BTreeMap<String, Vec<String>>);

impl Topics {
    pub fn of(members: &[&Member<'_>], formulas: &[&Formula]) -> Self {
        let mut found = BTreeMap::new();
        for formula in formulas {
            if !formula.topics.is_empty() {
                found.insert(formula.id.to_string(), formula.topics.iter().map(ToString::to_string).collect());
                continue;
            }
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for member in members {
                let statements = &member.coded().statements;
                for place in pieces(member, &formula.id).iter().flat_map(|p| &p.places) {
                    let topics = statements.get(place.statement).map(|s| s.topics.as_slice()).unwrap_or_default();
                    for topic in topics {
                        *counts.entry(topic).or_default() += 1;
                    }
                }
            }
            // Of equals the first by the alphabet, whatever the order of the texts.
            let most = counts.iter().max_by_key(|(topic, n)| (**n, std::cmp::Reverse(**topic)));
            found.extend(most.map(|(topic, _)| (formula.id.to_string(), vec![(*topic).to_owned()])));
        }
        Self(found)
    }
}

/// The pieces that a text has of a formula; none where it has no piece at all, nor its words in another voice.
fn pieces<'a>(member: &Member<'a>, formula: &str) -> &'a [crate::comparison::Piece] {
    let mut used = member.comparison.formulas_in_any_voice().filter(|f| f.id == formula);
    used.find_map(|f| f.sides.get(&member.text.label)).map_or(&[][..], Vec::as_slice)
}

/// Whether the words of a piece stand in a text in another voice alone.
fn stands_elsewhere(member: &Member<'_>, formula: &str, piece: &str) -> bool {
    pieces(member, formula).iter().any(|p| p.id == piece && !p.elsewhere.is_empty())
}

fn presence(member: &Member<'_>, formula: &str, piece: &str) -> Presence {
    pieces(member, formula).iter().find(|p| p.id == piece).map_or(Presence::Missing, |p| p.presence)
}

/// What one text has of a formula, held against the earlier texts of its side's level, earliest first.
pub(super) fn point(formula: &Formula, member: &Member<'_>, earlier: &[&Member<'_>], topics: &Topics) -> FormulaPoint {
    let topics = topics.0.get(formula.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    let counts = |m: &Member<'_>| can_have(m.text.readout(), formula);
    let raises = |m: &Member<'_>| {
        let on_topic = || m.coded().raises_itself(topics.iter().map(String::as_str));
        let has = || pieces(m, &formula.id).iter().any(|p| p.presence != Presence::Missing);
        counts(m) && (on_topic() || has())
    };
    let (raised, date) = (raises(member), member.text.readout().date.as_deref());
    let earlier: Vec<&Member<'_>> = earlier.iter().copied().filter(|m| raises(m)).collect();
    let latest = earlier.iter().copied().rfind(|m| alike(m, member));
    let piece = |component: &crate::codebook::formulas::Component| {
        let id = component.id.as_str();
        let now = presence(member, &formula.id, id);
        let last = latest.map_or(Presence::Missing, |last| presence(last, &formula.id, id));
        let change = match latest {
            _ if !counts(member) => Change::NotYet,
            _ if now == Presence::Missing && stands_elsewhere(member, &formula.id, id) => Change::Elsewhere,
            _ if !raised && !member.text.is_fragments() => Change::NotRaised,
            _ if now == Presence::Missing && !component.is_of(date) => Change::NotYet,
            None => Change::First,
            Some(latest) => match (last != Presence::Missing, now != Presence::Missing) {
                (true, true) if last == now => Change::Kept,
                (true, true) => Change::Reworded,
                (true, false) if member.text.is_fragments() => Change::Unquoted,
                // What only resembles a piece neither brings it in nor takes it away.
                (true, false) if last == Presence::Present => Change::Dropped,
                (_, false) => Change::Absent,
                (false, true) if latest.text.is_fragments() => Change::Unquoted,
                (false, true) if earlier.iter().any(|m| presence(m, &formula.id, id) == now) => Change::Restored,
                (false, true) => Change::New,
            },
        };
        PiecePoint { id: component.id.to_string(), presence: now, before: last, change }
    };
    FormulaPoint {
        id: formula.id.to_string(),
        raised,
        previous: latest.map(|m| m.comparison.meeting.clone()),
        pieces: formula.components.iter().map(piece).collect(),
    }
}
