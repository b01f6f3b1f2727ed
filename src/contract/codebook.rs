//! The contract `readout.codebook/1`: everything in a codebook that has an id.

use schemars::JsonSchema;
use serde::Serialize;

use crate::codebook::concepts::Concept;
use crate::codebook::formulas::Formula;
use crate::codebook::{Bilingual, Codebook, Entry, Kind, SideEntry, Words};
use crate::text::Language;

/// A codebook's topics, acts, sides, lists, masks, formulas and concepts.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Codebook")]
pub struct Listing<'a> {
    #[schemars(extend("const" = "readout.codebook/1"))]
    schema: &'static str,
    topics: Vec<Item<'a>>,
    /// The acts, strongest first.
    acts: Vec<Item<'a>>,
    sides: Vec<Item<'a>>,
    /// Lists of words that tell how a text reports.
    lists: Vec<Item<'a>>,
    /// Words that hide what lies in them.
    masks: Vec<Item<'a>>,
    formulas: Vec<FormulaItem<'a>>,
    concepts: Vec<ConceptItem<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Item<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Bilingual>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<&'a Bilingual>,
    /// Of topics: whether it yields to specific ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    general: Option<bool>,
    /// Of sides: how they write.
    #[serde(skip_serializing_if = "Option::is_none")]
    writes: Option<&'a SideEntry>,
    cues: Cues,
}

/// How many cues there are of each language.
#[derive(Debug, Serialize, JsonSchema)]
struct Cues {
    en: usize,
    zh: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct FormulaItem<'a> {
    id: &'a str,
    label: &'a Bilingual,
    /// The side that repeats it.
    side: &'a str,
    definition: &'a Bilingual,
    /// Its pieces, in the usual order.
    components: Vec<Named<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Named<'a> {
    id: &'a str,
    label: &'a Bilingual,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ConceptItem<'a> {
    id: &'a str,
    label: &'a Bilingual,
    /// How much it tells that two statements share it.
    weight: f64,
    /// Broader concepts.
    parents: &'a [Words],
    terms: Vec<TermItem<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct TermItem<'a> {
    id: &'a str,
    label: &'a Bilingual,
    /// The sides that typically use it.
    sides: &'a [Words],
}

impl<'a> Listing<'a> {
    /// Of a codebook.
    #[must_use]
    pub fn of(book: &'a Codebook) -> Self {
        let inventory = book.inventory();
        let entries = book.entries();
        let of = |kind: Kind| entries.iter().filter(|e| e.kind == kind).map(|e| Item::of(e, book)).collect();
        Self {
            schema: "readout.codebook/1",
            topics: of(Kind::Topic),
            acts: of(Kind::Act),
            sides: of(Kind::Side),
            lists: of(Kind::List),
            masks: of(Kind::Mask),
            formulas: inventory.formulas().iter().map(FormulaItem::of).collect(),
            concepts: inventory.concepts.iter().map(ConceptItem::of).collect(),
        }
    }
}

impl<'a> Item<'a> {
    fn of(entry: &Entry<'a>, book: &'a Codebook) -> Self {
        let count = |language| entry.cues.iter().filter(|c| c.language == language).count();
        Self {
            id: entry.id,
            label: entry.label,
            definition: entry.definition,
            general: (entry.kind == Kind::Topic).then_some(entry.general),
            writes: book.side(entry.id).filter(|_| entry.kind == Kind::Side),
            cues: Cues { en: count(Language::En), zh: count(Language::Zh) },
        }
    }
}

impl<'a> FormulaItem<'a> {
    fn of(formula: &'a Formula) -> Self {
        let components = formula.components.iter().map(|c| Named { id: &c.id, label: &c.label }).collect();
        let Formula { id, label, side, definition, .. } = formula;
        Self { id, label, side, definition, components }
    }
}

impl<'a> ConceptItem<'a> {
    fn of(concept: &'a Concept) -> Self {
        let terms = concept.terms.iter().map(|t| TermItem { id: &t.id, label: &t.label, sides: &t.sides }).collect();
        let Concept { id, label, weight, parents, .. } = concept;
        Self { id, label, weight: *weight, parents, terms }
    }
}
