//! What only one column names: the concepts that no other column mentions, finer than topics.

use serde::Serialize;

use super::known::{Known, Use};
use super::matching::TELLING;
use super::words::Place;
use crate::codebook::concepts::Inventory;
use crate::readout::Side;

/// A thing that one column names and no other does.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Mention {
    /// The label of the text.
    pub text: String,
    /// The concept's id.
    pub concept: String,
    /// How specific it is, as in the codebook: 1.5 ordinary, 2 to 2.5 topical, 3 distinctive.
    pub weight: f64,
    /// The other side, where every statement that names it gives that side's words: the text has the other side say it.
    pub voice: Option<Side>,
    /// Where it stands, by place.
    pub places: Vec<Place>,
}

/// The telling concepts that one column alone has, text by text, the most specific first, without those whose words are all those
/// of a part of the thing. A column that names a part of a thing names the thing: who speaks of COP does not leave out climate.
pub(super) fn mentions(columns: &[&Known<'_>], inventory: &Inventory) -> Vec<Mention> {
    // Two versions of one statement name the same things.
    if columns.len() < 2 || columns.iter().all(|column| column.text.readout().is_joint()) {
        return Vec::new();
    }
    // For each column and concept, whether the column names it or a part of it.
    let names = |column: &&Known<'_>| {
        let mut names = vec![false; inventory.concepts.len()];
        for concept in column.named().map(|uses| uses[0].concept) {
            names[concept] = true;
            inventory.ancestors(concept).iter().for_each(|broader| names[*broader] = true);
        }
        names
    };
    let names: Vec<Vec<bool>> = columns.iter().map(names).collect();
    let mut found: Vec<Mention> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let elsewhere = |concept: usize| names.iter().enumerate().any(|(i, names)| i != at && names[concept]);
        let weight = |uses: &[Use]| inventory.concepts[uses[0].concept].weight;
        let mut alone: Vec<&[Use]> =
            column.named().filter(|uses| weight(uses) >= TELLING && !elsewhere(uses[0].concept)).collect();
        // Where all of a thing's words are those of a part of it, the part says enough.
        let within = |one: &Use, part: &Use| {
            let ((statement, used), (of, whole)) = (column.used(one), column.used(part));
            statement.index == of.index && whole.span.overlaps(used.span)
        };
        let said: Vec<&[Use]> = alone.clone();
        alone.retain(|uses| {
            let parts = || said.iter().filter(|p| inventory.ancestors(p[0].concept).contains(&uses[0].concept));
            !uses.iter().all(|one| parts().any(|part| part.iter().any(|other| within(one, other))))
        });
        // Of equal weight what stands first comes first.
        let first = |uses: &[Use]| (uses[0].statement, uses[0].term);
        alone.sort_unstable_by(|a, b| weight(b).total_cmp(&weight(a)).then_with(|| first(a).cmp(&first(b))));
        let place = |one: &Use| {
            let (statement, used) = column.used(one);
            Place { statement: statement.index, span: used.span }
        };
        found.extend(alone.into_iter().map(|uses| Mention {
            text: column.text.label.clone(),
            concept: inventory.concepts[uses[0].concept].id.to_string(),
            weight: weight(uses),
            voice: column.text.others_words(uses.iter().map(|one| column.used(one).0.index)).cloned(),
            places: uses.iter().map(place).collect(),
        }));
    }
    found
}
