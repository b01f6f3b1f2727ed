//! What one column says was not discussed, though another speaks of it: finer than topics.

use std::collections::BTreeMap;

use serde::Serialize;

use super::known::Known;
use super::words::Place;
use crate::codebook::concepts::Inventory;
use crate::text::Span;

/// A thing that one column says was not discussed, and that another column names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Undiscussed {
    /// The label of the text that says so.
    pub text: String,
    /// The number of its statement, from 0: its `index`.
    pub statement: usize,
    /// Where that stands, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
    /// The concept's id.
    pub concept: String,
    /// By the label of each column that names it, where, by place.
    pub named: BTreeMap<String, Vec<Place>>,
}

/// What a concept must weigh, if it is one thing: a mechanism, a deal, a place, and no field of relations.
const TOPICAL: f64 = 2.0;

/// What the columns say was not discussed and others name, text by text and by place.
pub(super) fn undiscussed(columns: &[&Known<'_>], inventory: &Inventory) -> Vec<Undiscussed> {
    let mut found = Vec::new();
    for column in columns {
        let side = &column.text.readout().side;
        let others = || columns.iter().filter(|other| other.text.readout().side != *side);
        for (statement, seen) in column.text.coded.statements.iter().zip(column.seen) {
            let mut concepts: Vec<usize> = seen.undiscussed.clone();
            concepts.retain(|concept| inventory.concepts[*concept].weight >= TOPICAL);
            // What a more specific thing implies is told with it.
            let all = concepts.clone();
            concepts.retain(|one| !all.iter().any(|other| inventory.ancestors(*other).contains(one)));
            for concept in concepts {
                let places = |other: &&Known<'_>| {
                    let uses = other.uses(concept).iter().map(|one| {
                        let (statement, used) = other.used(one);
                        Place { statement: statement.index, span: used.span }
                    });
                    let places: Vec<Place> = uses.collect();
                    (!places.is_empty()).then(|| (other.text.label.clone(), places))
                };
                let named: BTreeMap<String, Vec<Place>> =
                    others().copied().filter_map(|other| places(&other)).collect();
                if !named.is_empty() {
                    found.push(Undiscussed {
                        text: column.text.label.clone(),
                        statement: statement.index,
                        span: statement.span,
                        concept: inventory.concepts[concept].id.to_string(),
                        named,
                    });
                }
            }
        }
    }
    found
}
