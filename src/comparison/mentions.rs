//! What only one column names: the concepts that no other column mentions, finer than topics.

use serde::Serialize;

use super::Text;
use super::matching::TELLING;
use super::words::Place;
use crate::codebook::concepts::Inventory;

/// A thing that one column names and no other does.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Mention {
    /// The label of the text.
    pub text: String,
    /// The concept's id.
    pub concept: String,
    /// How specific it is, as in the codebook: 1.5 ordinary, 2 to 2.5 topical, 3 distinctive.
    pub weight: f64,
    /// Where it stands, by place.
    pub places: Vec<Place>,
}

/// The telling concepts that one column alone has, text by text, the most specific first. A column that names a part of a thing names the
/// thing: who speaks of COP does not leave out climate.
pub(super) fn mentions(texts: &[Text], inventory: &Inventory) -> Vec<Mention> {
    let columns: Vec<&Text> = texts.iter().filter(|t| t.column).collect();
    if columns.len() < 2 {
        return Vec::new();
    }
    let named: Vec<Vec<usize>> = columns
        .iter()
        .map(|text| {
            let terms = text.coded.statements.iter().flat_map(|s| &s.terms);
            let mut all: Vec<usize> = terms.filter_map(|t| inventory.index(&t.concept)).collect();
            let broader: Vec<usize> = all.iter().flat_map(|c| inventory.ancestors(*c)).copied().collect();
            all.extend(broader);
            all.sort_unstable();
            all.dedup();
            all
        })
        .collect();
    let mut found: Vec<Mention> = Vec::new();
    for (at, text) in columns.iter().enumerate() {
        let from = found.len();
        for statement in &text.coded.statements {
            for used in &statement.terms {
                let Some(number) = inventory.index(&used.concept) else { continue };
                let elsewhere = named.iter().enumerate().any(|(i, n)| i != at && n.binary_search(&number).is_ok());
                if inventory.concepts[number].weight < TELLING || elsewhere {
                    continue;
                }
                let place = Place { statement: statement.index, span: used.span };
                match found[from..].iter_mut().find(|m| m.concept == used.concept) {
                    Some(mention) => mention.places.push(place),
                    None => found.push(Mention {
                        text: text.label.clone(),
                        concept: used.concept.to_string(),
                        weight: inventory.concepts[number].weight,
                        places: vec![place],
                    }),
                }
            }
        }
        // A stable sort: of equal weight what stands first comes first.
        found[from..].sort_by(|a, b| b.weight.total_cmp(&a.weight));
    }
    found
}
