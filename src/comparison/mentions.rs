//! What only one column names: the concepts that no other column mentions, finer than topics, and the figures.

use std::collections::BTreeSet;

use serde::Serialize;

use super::known::{Known, Use};
use super::matching::{Items, TELLING};
use super::numbers::{self, is_day};
use super::words::Place;
use super::{TopicRow, are_joint};
use crate::codebook::concepts::Inventory;
use crate::coding::Speaker;
use crate::readout::Side;
use crate::text::Span;

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

/// How many things each of two columns must name on a topic, if they are said to have none in common.
const SEVERAL: usize = 2;
/// What a concept must weigh to count among what they have in common.
const ORDINARY: f64 = 1.0;
/// What each of the several must weigh.
const TOPICAL: f64 = 2.0;

/// Whether two columns that raise a topic themselves name nothing in common on it, though each names several things.
pub(super) fn are_apart(row: &TopicRow, columns: &[&Known<'_>], inventory: &Inventory) -> bool {
    let [one, other] = columns else { return false };
    let itself = |column: &Known<'_>| {
        let part = row.part(&column.text.label);
        // What both did is one thing in whatever words: 'keeping lines open', 保持经常性联系.
        let both = |index: &usize| column.text.coded.statements[*index].speaker == Speaker::Both;
        let own = part.is_some_and(|part| part.told.is_none() && !part.statements.iter().any(both));
        own && !column.text.is_fragments()
    };
    if !itself(one) || !itself(other) {
        return false;
    }
    // What each names there, with what is broader; and how much of it stands by itself.
    let named = |column: &Known<'_>| {
        let on = |uses: &&[Use]| uses.iter().any(|one| column.used(one).0.raises(&row.id));
        let all: BTreeSet<usize> = column.named().filter(on).map(|uses| uses[0].concept).collect();
        let broader = all.iter().flat_map(|concept| inventory.ancestors(*concept).iter().copied());
        let with: BTreeSet<usize> = all.iter().copied().chain(broader).collect();
        let from = |least: f64| move |concept: &usize| inventory.concepts[*concept].weight >= least;
        let several = all.iter().filter(|concept| from(TOPICAL)(concept)).count();
        (several, with.into_iter().filter(from(ORDINARY)).collect::<BTreeSet<usize>>())
    };
    let ((first, of_one), (second, of_other)) = (named(one), named(other));
    first >= SEVERAL && second >= SEVERAL && of_one.is_disjoint(&of_other)
}

/// A figure that one column has and no other does: an amount or a percentage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Figure {
    /// The label of the text.
    pub text: String,
    /// The figure in the form that both languages come to: `12000000`, `24%`.
    pub figure: String,
    /// The other side, where every statement with it gives that side's words.
    pub voice: Option<Side>,
    /// Where it stands, by place, with the words that tell what it counts.
    pub places: Vec<Place>,
}

/// The figures that one column alone has, text by text and by place, but for days and for what stands in the words of a concept
/// ('90 days'), which is named with it.
pub(super) fn figures(columns: &[&Known<'_>]) -> Vec<Figure> {
    if columns.len() < 2 || are_joint(columns.iter().map(|column| column.text)) {
        return Vec::new();
    }
    let mut found: Vec<Figure> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let others = || columns.iter().enumerate().filter(|(i, _)| *i != at).flat_map(|(_, other)| &other.items);
        let from = found.len();
        let body = &column.text.readout().body;
        let with_numbers = |items: &Items| !items.numbers().is_empty();
        let statements = column.text.coded.statements.iter().zip(&column.items);
        for statement in statements.filter(|(_, items)| with_numbers(items)).map(|(statement, _)| statement) {
            let named: Vec<Span> = statement.terms.iter().map(|term| term.span).collect();
            for (figure, span) in numbers::places(statement.span.slice(body)) {
                let span = Span::new(statement.span.start + span.start, statement.span.start + span.end);
                // Of what the words of a concept have, the concept tells.
                let told = named.iter().any(|term| term.start <= span.start && span.start < term.end);
                // A number alone tells nothing.
                let bare = span.slice(body).bytes().all(|b| b.is_ascii_digit());
                if is_day(&figure) || told || bare || others().any(|there| there.numbers().contains(&figure)) {
                    continue;
                }
                let place = Place { statement: statement.index, span };
                match found[from..].iter_mut().find(|known| known.figure == figure) {
                    Some(known) => known.places.push(place),
                    None => {
                        found.push(Figure { text: column.text.label.clone(), figure, voice: None, places: vec![place] })
                    }
                }
            }
        }
        for figure in &mut found[from..] {
            figure.voice = column.text.others_words(figure.places.iter().map(|place| place.statement)).cloned();
        }
    }
    found
}

/// The telling concepts that one column alone has, text by text, the most specific first, without those whose words are all those
/// of a part of the thing. A column that names a part of a thing names the thing: who speaks of COP does not leave out climate.
pub(super) fn mentions(columns: &[&Known<'_>], inventory: &Inventory) -> Vec<Mention> {
    // Two versions of one statement name the same things.
    if columns.len() < 2 || are_joint(columns.iter().map(|column| column.text)) {
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
