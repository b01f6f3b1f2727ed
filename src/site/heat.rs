//! Who raised what, when: topics by meeting and side.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Card;
use crate::codebook::Codebook;
use crate::comparison::{Comparison, Text};
use crate::readout::Side;

/// One topic in one meeting: what each side's text has of it.
pub type Cell = BTreeMap<Side, Raise>;

/// What one text has of a topic.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Raise {
    /// Its share of the text, from 0 to 1.
    pub share: f64,
    /// The other side, where all of it is given as that side's words: the text does not raise the topic itself.
    pub told: Option<Side>,
}

/// Topics by meeting and side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heat {
    /// The meetings, earliest first, by id.
    pub meetings: Vec<String>,
    /// Their days.
    pub dates: Vec<Option<String>>,
    /// The sides that have a text somewhere.
    pub sides: Vec<Side>,
    /// For each topic that somebody raises, in the order of the codebook: one cell a meeting.
    pub rows: Vec<(String, Vec<Cell>)>,
    /// The sides that have a text, by meeting: where one has none, silence means nothing.
    pub present: Vec<Vec<Side>>,
    /// Those of them whose text is known only in fragments, where silence means nothing either.
    pub fragments: Vec<Vec<Side>>,
}

impl Heat {
    pub(super) fn of(comparisons: &BTreeMap<&str, &Comparison>, cards: &[Card], codebook: &Codebook) -> Self {
        let order: Vec<&Card> = cards.iter().rev().collect();
        let of = |card: &Card| comparisons.get(card.id.as_str()).copied();
        let mut sides: Vec<Side> = cards.iter().flat_map(|c| c.sides.iter().cloned()).collect();
        sides.sort_unstable();
        sides.dedup();
        let mut rows = Vec::new();
        for topic in codebook.topics.iter() {
            let cells: Vec<Cell> =
                order.iter().map(|card| of(card).map(|c| cell(c, &topic.id)).unwrap_or_default()).collect();
            if cells.iter().any(|c| !c.is_empty()) {
                rows.push((topic.id.to_string(), cells));
            }
        }
        Self {
            meetings: order.iter().map(|c| c.id.clone()).collect(),
            dates: order.iter().map(|c| c.date.clone()).collect(),
            sides,
            rows,
            present: order.iter().map(|c| of(c).map(|c| columns(c, |_| true)).unwrap_or_default()).collect(),
            fragments: order
                .iter()
                .map(|c| of(c).map(|c| columns(c, Text::is_fragments)).unwrap_or_default())
                .collect(),
        }
    }
}

/// The sides of the columns that are so.
fn columns(comparison: &Comparison, so: impl Fn(&Text) -> bool) -> Vec<Side> {
    comparison.columns().filter(|t| so(t)).map(|t| t.readout().side.clone()).collect()
}

fn cell(comparison: &Comparison, topic: &str) -> Cell {
    let mut cell = Cell::new();
    let Some(row) = comparison.topics.iter().find(|r| r.id == topic) else { return cell };
    for text in comparison.columns() {
        if let Some(part) = row.part(&text.label) {
            let (side, share) = (&text.readout().side, (part.share * 10_000.0).round() / 10_000.0);
            if cell.get(side).is_none_or(|other| other.share < share) {
                cell.insert(side.clone(), Raise { share, told: part.told.clone() });
            }
        }
    }
    cell
}
