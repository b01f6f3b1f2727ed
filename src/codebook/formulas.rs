//! Formulas: sets of components that a side repeats as a unit, so that a missing or changed piece is news.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::concepts::{Concept, Inventory, PerLanguage, wrong};
use super::{Bilingual, CodebookError};
use crate::text::{Form, Language, Span};

pub(super) const FILE: &str = "formulas.toml";
pub(super) const TEXT: &str = include_str!("data/formulas.toml");

/// A set of components that a side repeats as a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// The id.
    pub id: String,
    /// How it is shown.
    pub label: Bilingual,
    /// The side that repeats it.
    pub side: String,
    /// What it is and what its pieces tell.
    pub definition: Bilingual,
    /// Where that comes from.
    pub source: String,
    /// Its pieces, in the usual order.
    #[serde(rename(deserialize = "component"))]
    pub components: Vec<Component>,
}

/// One piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// The id, within its formula.
    pub id: String,
    /// How it is shown.
    pub label: Bilingual,
    /// Concepts that stand for it, as `concept` or `concept.term`.
    #[serde(default)]
    pub concepts: Vec<String>,
    /// English cues of its own.
    #[serde(default)]
    pub en: Vec<String>,
    /// Chinese cues of its own.
    #[serde(default)]
    pub zh: Vec<String>,
    /// The words of a changed form of it.
    #[serde(default)]
    pub changed: Wording,
}

/// The words of a changed form of a component.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wording {
    /// Concepts that stand for it, as `concept` or `concept.term`.
    pub concepts: Vec<String>,
    /// English cues.
    pub en: Vec<String>,
    /// Chinese cues.
    pub zh: Vec<String>,
}

/// Whether a text has a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// It is there.
    Present,
    /// It is there in a changed form only.
    Changed,
    /// It is not there.
    Missing,
}

/// A place in one statement of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The number of the statement, by the order in which the forms were given.
    pub statement: usize,
    /// Where, in bytes of that statement's form.
    pub span: Span,
}

/// What a text has of one component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentState {
    /// The number of the component in the formula.
    pub component: usize,
    /// Whether it is there.
    pub presence: Presence,
    /// Where: the places of the form named by `presence`; none where it is missing.
    pub places: Vec<Place>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFormulas {
    formula: Vec<Formula>,
}

/// What a cue or a concept stands for: a component of a formula, in its usual or its changed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    formula: usize,
    component: usize,
    changed: bool,
}

/// The formulas, with their own cues and the concepts that they name.
#[derive(Debug)]
pub(super) struct Formulas {
    all: Vec<Formula>,
    cues: PerLanguage<Part>,
    /// By concept number: the term that must be found, if one is named, and the part it stands for.
    concepts: HashMap<usize, Vec<(Option<usize>, Part)>>,
}

impl Formulas {
    pub fn parse(text: &str, concepts: &[Concept], index: &HashMap<String, usize>) -> Result<Self, CodebookError> {
        let raw: RawFormulas = toml::from_str(text).map_err(|e| wrong(FILE, e))?;
        let mut new = Self { all: Vec::new(), cues: PerLanguage::new(), concepts: HashMap::new() };
        for (formula, entry) in raw.formula.iter().enumerate() {
            if raw.formula[..formula].iter().any(|f| f.id == entry.id) {
                return Err(wrong(FILE, format!("formula `{}` is there twice; rename one", entry.id)));
            }
            for (component, piece) in entry.components.iter().enumerate() {
                let id = format!("{}.{}", entry.id, piece.id);
                if entry.components[..component].iter().any(|c| c.id == piece.id) {
                    return Err(wrong(FILE, format!("component `{id}` is there twice; rename one")));
                }
                if piece.concepts.is_empty() && piece.en.is_empty() && piece.zh.is_empty() {
                    return Err(wrong(FILE, format!("component `{id}` names no concept and has no cue")));
                }
                let part = Part { formula, component, changed: false };
                new.cues.add(&format!("{FILE}: {id}"), &piece.en, &piece.zh, part)?;
                new.name(&id, &piece.concepts, part, concepts, index)?;
                let part = Part { changed: true, ..part };
                let changed = &piece.changed;
                new.cues.add(&format!("{FILE}: {id}.changed"), &changed.en, &changed.zh, part)?;
                new.name(&id, &changed.concepts, part, concepts, index)?;
            }
        }
        new.all = raw.formula;
        Ok(new)
    }

    fn name(
        &mut self,
        id: &str,
        names: &[String],
        part: Part,
        concepts: &[Concept],
        index: &HashMap<String, usize>,
    ) -> Result<(), CodebookError> {
        for name in names {
            let (concept, term) = name.split_once('.').map_or((name.as_str(), None), |(c, t)| (c, Some(t)));
            let number = index.get(concept).copied();
            let wanted = term.map(|t| number.and_then(|n| concepts[n].term_index(t)));
            let (Some(number), None | Some(Some(_))) = (number, wanted) else {
                return Err(wrong(FILE, format!("component `{id}`: `{name}` is no concept or term; see concepts.toml")));
            };
            self.concepts.entry(number).or_default().push((wanted.flatten(), part));
        }
        Ok(())
    }

    pub fn all(&self) -> &[Formula] {
        &self.all
    }

    pub fn ready(&self, language: Language) -> Result<(), CodebookError> {
        self.cues.of(language).matcher().map(|_| ())
    }
}

impl Inventory {
    /// The number of the formula with this id.
    #[must_use]
    pub fn formula_index(&self, id: &str) -> Option<usize> {
        self.formulas.all.iter().position(|f| f.id == id)
    }

    /// The formula with this id.
    #[must_use]
    pub fn formula(&self, id: &str) -> Option<&Formula> {
        self.formula_index(id).map(|i| &self.formulas.all[i])
    }

    /// What one text has of each component of a formula, in the order of the formula. `forms` are the text's
    /// statements. Where the usual and the changed form overlap, the longer words count.
    #[must_use]
    pub fn components<'a>(
        &self,
        formula: usize,
        forms: impl IntoIterator<Item = &'a Form>,
        language: Language,
    ) -> Vec<ComponentState> {
        let count = self.formulas.all.get(formula).map_or(0, |f| f.components.len());
        let mut places = vec![[Vec::new(), Vec::new()]; count];
        for (statement, form) in forms.into_iter().enumerate() {
            let parts = self.parts(form, language);
            for (span, part) in parts.iter().filter(|(_, p)| p.formula == formula) {
                let hidden = parts.iter().any(|(other, p)| {
                    *p == Part { changed: !part.changed, ..*part } && other.overlaps(*span) && other.len() > span.len()
                });
                if !hidden {
                    places[part.component][usize::from(part.changed)].push(Place { statement, span: *span });
                }
            }
        }
        let state = |(component, [usual, changed]): (usize, [Vec<Place>; 2])| {
            let (presence, mut places) = match (usual.is_empty(), changed.is_empty()) {
                (false, _) => (Presence::Present, usual),
                (true, false) => (Presence::Changed, changed),
                (true, true) => (Presence::Missing, Vec::new()),
            };
            places.sort_unstable();
            places.dedup();
            ComponentState { component, presence, places }
        };
        places.into_iter().enumerate().map(state).collect()
    }

    fn parts(&self, form: &Form, language: Language) -> Vec<(Span, Part)> {
        let mut parts = self.formulas.cues.of(language).find(form);
        for found in self.find(form, language) {
            let named = self.formulas.concepts.get(&found.concept).map_or(&[][..], Vec::as_slice);
            let fitting = named.iter().filter(|(term, _)| term.is_none_or(|t| t == found.term));
            parts.extend(fitting.map(|(_, part)| (found.span, *part)));
        }
        parts
    }
}
