//! Formulas: sets of components that a side repeats as a unit, so that a missing or changed piece is news.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::concepts::{Concept, Found, Inventory, wrong};
use super::named::NamedLists;
use super::owned::{Gathering, PerLanguage};
use super::raw::CodebookError;
use super::{Bilingual, List, Words};
use crate::text::{Form, Language, Span};

pub(super) const FILE: &str = "formulas.toml";
pub(super) const TEXT: &str = include_str!("data/formulas.toml");

/// A set of components that a side repeats as a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// The id.
    pub id: Words,
    /// How it is shown.
    pub label: Bilingual,
    /// The side that repeats it.
    pub side: Words,
    /// What it is and what its pieces tell.
    pub definition: Bilingual,
    /// Where that comes from.
    pub source: Words,
    /// The topics, by id, of the statements that its pieces are looked for in; everywhere where none is named.
    #[serde(default)]
    pub topics: List<Words>,
    /// Whose words count.
    #[serde(default)]
    pub said_by: SaidBy,
    /// The other side in whose meetings alone it can be, by id; empty where it can be in any.
    #[serde(default)]
    pub with: Words,
    /// Where others' words count: the concepts, by id, of which a statement of the side itself must name one to count too.
    #[serde(default)]
    pub recalled: List<Words>,
    /// The day from which on it can be there, `YYYY-MM-DD`; empty where it always could.
    #[serde(default)]
    pub since: Words,
    /// The component without which a text has nothing of it; empty where there is none.
    #[serde(default)]
    pub anchor: Words,
    /// Its pieces, in the usual order.
    #[serde(rename(deserialize = "component"))]
    pub components: List<Component>,
}

/// One piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// The id, within its formula.
    pub id: Words,
    /// How it is shown.
    pub label: Bilingual,
    /// Concepts that stand for it, as `concept` or `concept.term`.
    #[serde(default)]
    pub concepts: List<Words>,
    /// English cues of its own.
    #[serde(default)]
    pub en: List<Words>,
    /// Chinese cues of its own.
    #[serde(default)]
    pub zh: List<Words>,
    /// Whether it counts only where the text itself tells of the encounter or of both sides, and not in one side's words.
    #[serde(default)]
    pub narrated: bool,
    /// Whether it refers to the other pieces, so that it counts only beside one of them.
    #[serde(default)]
    pub follows: bool,
    /// The topics, by id, of the statements that it is looked for in, beside those of the formula; everywhere where none is
    /// named.
    #[serde(default)]
    pub topics: List<Words>,
    /// The day from which on it is expected, `YYYY-MM-DD`, so that a text without it lacks it; empty where it always was. Its words
    /// count in older texts too.
    #[serde(default)]
    pub since: Words,
    /// The words of a changed form of it.
    #[serde(default)]
    pub changed: Wording,
}

/// Whose words count for a formula.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SaidBy {
    /// Those of the side that repeats it, of both, and of the text itself.
    #[default]
    Own,
    /// Anybody's.
    Anyone,
    /// What the other sides say of themselves, of both, and of the text itself; of the side that repeats it only what recalls a
    /// promise.
    Others,
}

impl Formula {
    /// The states without those that nothing bears out: all where the anchor is missing, and those that refer to others
    /// where there is no other.
    fn borne_out(&self, mut states: Vec<ComponentState>) -> Vec<ComponentState> {
        let there = |state: &ComponentState| state.presence != Presence::Missing;
        let follows = |state: &ComponentState| self.components[state.component].follows;
        let anchor = |state: &ComponentState| self.components[state.component].id == self.anchor;
        let anchored = self.anchor.is_empty() || states.iter().any(|s| anchor(s) && there(s));
        let led = states.iter().any(|s| !follows(s) && there(s));
        for state in &mut states {
            if !anchored || !led && follows(state) {
                state.presence = Presence::Missing;
                state.places.clear();
                state.elsewhere.clear();
            }
        }
        states
    }

    /// Whether a text of this day can have it; one without a day can.
    #[must_use]
    pub fn is_of(&self, date: Option<&str>) -> bool {
        is_since(&self.since, date)
    }

    /// Whether it can be in a meeting of these sides; of a meeting of which no two are known it can.
    pub fn is_between<'a>(&self, sides: impl Iterator<Item = &'a str> + Clone) -> bool {
        self.with.is_empty() || sides.clone().nth(1).is_none() || { sides }.any(|side| *side == *self.with)
    }
}

/// Whether a day is this one or later; a text without a day may be.
fn is_since(since: &Words, date: Option<&str>) -> bool {
    date.is_none_or(|date| since.as_str() <= date)
}

impl Component {
    /// Whether it is expected on this day; in a text without a day it is.
    #[must_use]
    pub fn is_of(&self, date: Option<&str>) -> bool {
        is_since(&self.since, date)
    }

    /// The name of a piece as it stood in a text, in English, where nothing beside it tells in which form.
    #[must_use]
    pub fn told(&self, presence: Presence) -> Cow<'_, str> {
        match presence {
            Presence::Changed if self.changed.label.en.is_empty() => {
                Cow::Owned(format!("{} (in a changed form)", self.label.en))
            }
            _ => self.said(presence),
        }
    }

    /// What a text has or lacks, in English: the name, and behind it what the changed form says, where that is there.
    #[must_use]
    pub fn said(&self, presence: Presence) -> Cow<'_, str> {
        let changed = &self.changed.label.en;
        match presence {
            Presence::Changed if !changed.is_empty() => Cow::Owned(format!("{} ({changed})", self.label.en)),
            _ => Cow::Borrowed(&self.label.en),
        }
    }

    /// Both forms, in English.
    #[must_use]
    pub fn forms(&self) -> Cow<'_, str> {
        let changed = &self.changed.label.en;
        if changed.is_empty() {
            return Cow::Borrowed(&self.label.en);
        }
        Cow::Owned(format!("{}; changed: {changed}", self.label.en))
    }
}

/// The words of a changed form of a component.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wording {
    /// What it says, for a reader; empty where the name of the piece says enough.
    pub label: Bilingual,
    /// Concepts that stand for it, as `concept` or `concept.term`.
    pub concepts: List<Words>,
    /// English cues.
    pub en: List<Words>,
    /// Chinese cues.
    pub zh: List<Words>,
    /// Whether it counts only in what the side says of itself: that it asks another side to keep a policy changes nothing of its
    /// own principle.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
}

/// Whether a text has a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
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

impl Place {
    /// Whether another place of the same statement holds all of this one, and more.
    fn is_within(&self, other: &Self) -> bool {
        self.statement == other.statement && self.span.is_within(other.span)
    }
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
    /// Where it is missing: the places that do not count, since they stand in another voice.
    pub elsewhere: Vec<Place>,
}

/// Whether a piece of a formula counts in a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// It does.
    Yes,
    /// The words are there, in another voice than the formula's.
    OtherVoice,
    /// It is of something else.
    No,
}

/// The formulas of a TOML text.
pub(super) fn parse(text: &str) -> Result<Vec<Formula>, CodebookError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        formula: Vec<Formula>,
    }
    let File { formula } = toml::from_str(text).map_err(|e| wrong(FILE, e))?;
    Ok(formula)
}

/// What a cue or a concept stands for: a component of a formula, in its usual or its changed form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub formula: usize,
    pub component: usize,
    pub changed: bool,
}

/// The formulas, with their own cues and the concepts that they name.
#[derive(Debug, Clone)]
pub(super) struct Formulas {
    pub all: List<Formula>,
    pub cues: PerLanguage<Part>,
    /// By the number of the concept.
    pub concepts: List<Named>,
}

/// A concept that stands for a part, where the term is found that is named, if one is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    pub concept: usize,
    pub term: Option<usize>,
    pub part: Part,
}

impl Formulas {
    pub fn build(
        all: Vec<Formula>,
        lists: &NamedLists,
        concepts: &[Concept],
        index: &HashMap<Words, usize>,
    ) -> Result<Self, CodebookError> {
        let mut cues = Gathering::new(lists);
        let mut named = Vec::new();
        for (formula, entry) in all.iter().enumerate() {
            if all[..formula].iter().any(|f| f.id == entry.id) {
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
                cues.add(&format!("{FILE}: {id}"), &piece.en, &piece.zh, part)?;
                name(&mut named, &id, &piece.concepts, part, concepts, index)?;
                let part = Part { changed: true, ..part };
                let changed = &piece.changed;
                cues.add(&format!("{FILE}: {id}.changed"), &changed.en, &changed.zh, part)?;
                name(&mut named, &id, &changed.concepts, part, concepts, index)?;
            }
            if let Some(unknown) = entry.recalled.iter().find(|id| !index.contains_key(*id)) {
                return Err(wrong(
                    FILE,
                    format!("formula `{}`: `{unknown}` is no concept; see concepts.toml", entry.id),
                ));
            }
            if !entry.anchor.is_empty() && !entry.components.iter().any(|c| c.id == entry.anchor) {
                let (id, anchor) = (&entry.id, &entry.anchor);
                return Err(wrong(FILE, format!("formula `{id}`: its anchor `{anchor}` is no component of it")));
            }
        }
        named.sort_by_key(|n: &Named| n.concept);
        Ok(Self { all: all.into(), cues: cues.compile(), concepts: named.into() })
    }

    pub fn all(&self) -> &[Formula] {
        &self.all
    }
}

/// Files the concepts that stand for a part.
fn name(
    named: &mut Vec<Named>,
    id: &str,
    names: &[Words],
    part: Part,
    concepts: &[Concept],
    index: &HashMap<Words, usize>,
) -> Result<(), CodebookError> {
    for name in names {
        let (concept, term) = concept_and_term(name);
        let number = index.get(concept).copied();
        let wanted = term.map(|t| number.and_then(|n| concepts[n].term_index(t)));
        let (Some(number), None | Some(Some(_))) = (number, wanted) else {
            return Err(wrong(FILE, format!("component `{id}`: `{name}` is no concept or term; see concepts.toml")));
        };
        named.push(Named { concept: number, term: wanted.flatten(), part });
    }
    Ok(())
}

/// The concept that a component names, and the term of it, where it names one: `concept` or `concept.term`.
pub(super) fn concept_and_term(name: &str) -> (&str, Option<&str>) {
    name.split_once('.').map_or((name, None), |(concept, term)| (concept, Some(term)))
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

    /// Whether a concept is a piece of a formula, and so something said and not only something spoken of: as a whole, or by one of
    /// its terms that are not the same thing.
    #[must_use]
    pub fn is_piece(&self, concept: usize) -> bool {
        let Concept { id, apart, .. } = &self.concepts[concept];
        let is = |name: &Words| {
            let (concept, term) = concept_and_term(name);
            concept == &**id && term.is_none_or(|term| apart.iter().any(|one| &**one == term))
        };
        self.formulas.all.iter().flat_map(|f| f.components.iter()).any(|c| c.concepts.iter().any(is))
    }

    /// What one text has of every formula: for each, in the order of the file, the state of each component, in the order
    /// of the formula. `statements` are the forms of the text's statements, each with the terms that [`Self::find`] finds
    /// in it; `counts` says whether a component of a formula counts at a place (a span of the form), in its usual form or in the changed one. Where the usual and the
    /// changed form overlap, the longer words count.
    #[must_use]
    pub fn components<'a>(
        &self,
        statements: impl IntoIterator<Item = (&'a Form, &'a [Found])>,
        language: Language,
        counts: impl Fn(&Formula, (&Component, bool), Place) -> Counts,
    ) -> Vec<Vec<ComponentState>> {
        // In the usual form, in a changed one, and in another voice.
        let none = |formula: &Formula| vec![[Vec::new(), Vec::new(), Vec::new()]; formula.components.len()];
        let mut places: Vec<Vec<[Vec<Place>; 3]>> = self.formulas.all.iter().map(none).collect();
        for (statement, (form, found)) in statements.into_iter().enumerate() {
            let parts = self.parts(form, found, language);
            for (span, part) in &parts {
                let hidden = parts.iter().any(|(other, p)| {
                    *p == Part { changed: !part.changed, ..*part } && other.overlaps(*span) && other.len() > span.len()
                });
                let formula = &self.formulas.all[part.formula];
                if hidden {
                    continue;
                }
                let place = Place { statement, span: *span };
                let form = match counts(formula, (&formula.components[part.component], part.changed), place) {
                    Counts::Yes => usize::from(part.changed),
                    Counts::OtherVoice if !part.changed => 2,
                    // What others say in other words is no piece: 'policy' in the mouth of who has no 'principle'.
                    Counts::OtherVoice | Counts::No => continue,
                };
                places[part.formula][part.component][form].push(place);
            }
        }
        let state = |(component, [usual, changed, other]): (usize, [Vec<Place>; 3])| {
            let (presence, mut places, mut elsewhere) = match (usual.is_empty(), changed.is_empty()) {
                (false, _) => (Presence::Present, usual, Vec::new()),
                (true, false) => (Presence::Changed, changed, Vec::new()),
                (true, true) => (Presence::Missing, Vec::new(), other),
            };
            for list in [&mut places, &mut elsewhere] {
                list.sort_unstable();
                list.dedup();
                // The whole phrase tells more than a part of it: 'opposes any changes by either side'.
                let all = list.clone();
                list.retain(|one| !all.iter().any(|other| one.is_within(other)));
            }
            ComponentState { component, presence, places, elsewhere }
        };
        let states = places.into_iter().map(|formula| formula.into_iter().enumerate().map(state).collect());
        self.formulas.all.iter().zip(states).map(|(formula, states)| formula.borne_out(states)).collect()
    }

    /// The parts of formulas in one statement: by their own cues, and by the terms found.
    fn parts(&self, form: &Form, found: &[Found], language: Language) -> Vec<(Span, Part)> {
        let mut parts: Vec<(Span, Part)> = self.formulas.cues.find(form, language).collect();
        for found in found {
            let all = &self.formulas.concepts;
            let from = all.partition_point(|n| n.concept < found.concept);
            let named = all[from..].iter().take_while(|n| n.concept == found.concept);
            let fitting = named.filter(|n| n.term.is_none_or(|t| t == found.term));
            parts.extend(fitting.map(|n| (found.span, n.part)));
        }
        parts
    }
}

#[cfg(test)]
mod tests;
