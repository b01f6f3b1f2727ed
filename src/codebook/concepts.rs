//! The concepts of the codebook: what a text of either language can mention, how specific each is, its wordings
//! (terms), and where they stand in a text. One inventory serves matching across languages, contrasts and formulas.

use std::cmp::Reverse;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::formulas::{self, Formula, Formulas};
use super::named::NamedLists;
use super::owned::{Gathering, PerLanguage};
use super::raw::CodebookError;
use super::{Bilingual, Examples, List, Words};
use crate::text::{Form, Language, Span};

const FILE: &str = "concepts.toml";
pub(super) const TEXT: &str = include_str!("data/concepts.toml");

/// A thing that a text can mention.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concept {
    /// The id.
    pub id: Words,
    /// How it is shown.
    pub label: Bilingual,
    /// How specific it is: 0 wording only, 0.5 a frame, 1 to 1.5 ordinary, 2 to 2.5 topical, 3 distinctive.
    pub weight: f64,
    /// What of the encounter it tells, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aspect: Option<Aspect>,
    /// The ids of broader concepts.
    #[serde(default)]
    pub parents: List<Words>,
    /// The ids of its terms that are not the same thing: what is claimed in one of them, another does not bear out.
    #[serde(default)]
    pub apart: List<Words>,
    /// The ids of its terms of which each side has its own as a matter of course: that two texts differ in them says nothing.
    #[serde(default)]
    pub alike: List<Words>,
    /// Whether what stands within the words of it, or of a part of it, is named by nothing else: the alliances of an assurance
    /// that they are against nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub encloses: bool,
    /// Its wordings; two or more make it a contrast.
    #[serde(rename(deserialize = "term"))]
    pub terms: List<Term>,
}

/// What a concept tells of the encounter itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// How the talks are called: 'candid', 建设性.
    Tone,
    /// Who asked for it: 'at the request of', 应约.
    Asked,
    /// The word for its level, and what else its opening tells of it: 会见.
    Encounter,
}

impl Concept {
    /// What a concept weighs from which it tells anything by itself: frames ('follow-up', 'trade') do not.
    pub const TELLING: f64 = 1.5;

    /// Whether the choice between its wordings is itself worth showing.
    #[must_use]
    pub fn is_contrast(&self) -> bool {
        self.terms.len() > 1
    }

    /// Whether two of its terms, by number, are not the same thing.
    #[must_use]
    pub fn is_apart(&self, one: usize, other: usize) -> bool {
        let apart = |term: usize| self.terms.get(term).is_some_and(|t| self.apart.contains(&t.id));
        one != other && apart(one) && apart(other)
    }

    /// Whether two of its terms, by number, differ as a matter of course.
    #[must_use]
    pub fn is_alike(&self, one: usize, other: usize) -> bool {
        let alike = |term: usize| self.terms.get(term).is_some_and(|t| self.alike.contains(&t.id));
        one == other || alike(one) && alike(other)
    }

    /// The number of the term with this id.
    #[must_use]
    pub fn term_index(&self, id: &str) -> Option<usize> {
        self.terms.iter().position(|t| t.id == id)
    }
}

/// One wording of a concept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The id, within its concept; the concept's own where the file names none.
    #[serde(default)]
    pub id: Words,
    /// How it is shown; the concept's own where the file names none.
    #[serde(default)]
    pub label: Bilingual,
    /// English cues.
    #[serde(default)]
    pub en: List<Words>,
    /// Chinese cues.
    #[serde(default)]
    pub zh: List<Words>,
    /// The sides that typically use it.
    #[serde(default)]
    pub sides: List<Words>,
    /// The id of the other side's term of the same concept.
    #[serde(default)]
    pub counterpart: Option<Words>,
    /// What the choice of this wording signals.
    #[serde(default)]
    pub signals: Bilingual,
    /// Where the claim comes from that it signals something.
    #[serde(default)]
    pub source: Words,
    /// Invented sentences in which it must be found.
    #[serde(default)]
    pub examples: Examples,
}

impl Term {
    /// The cues of one language.
    #[must_use]
    pub fn cues(&self, language: Language) -> &[Words] {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// A term found in a text; the span counts bytes of the matching form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// Where, in bytes of the form.
    pub span: Span,
    /// The number of the concept in [`Inventory::concepts`].
    pub concept: usize,
    /// The number of the term in the concept's `terms`.
    pub term: usize,
}

/// Words that hide what lies in them, such as offices: 'Foreign Minister' is no foreign policy.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mask {
    pub id: Words,
    /// Always `concepts`: it tells a mask of this file from one of `topics.toml`.
    pub hides: Words,
    #[serde(default)]
    pub en: Vec<Words>,
    #[serde(default)]
    pub zh: Vec<Words>,
}

impl Mask {
    /// One that hides nothing yet.
    pub fn of(id: &str) -> Self {
        Self { id: id.into(), hides: Words::Carried("concepts"), en: Vec::new(), zh: Vec::new() }
    }
}

/// What the files of concepts and formulas say.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Vocabulary {
    pub lists: NamedLists,
    pub concepts: Vec<Concept>,
    pub masks: Vec<Mask>,
    pub formulas: Vec<Formula>,
}

impl Vocabulary {
    /// That of the texts of a `concepts.toml` and a `formulas.toml`.
    pub fn parse(concepts: &str, formulas: &str) -> Result<Self, CodebookError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            #[serde(default)]
            lists: NamedLists,
            concept: Vec<Concept>,
            #[serde(default)]
            mask: Vec<Mask>,
        }
        let File { lists, concept: mut concepts, mask: masks } =
            toml::from_str(concepts).map_err(|e| wrong(FILE, e))?;
        concepts.iter_mut().try_for_each(complete)?;
        Ok(Self { lists, concepts, masks, formulas: formulas::parse(formulas)? })
    }

    /// That of the files that the program carries.
    pub fn embedded() -> Result<Self, CodebookError> {
        Self::parse(TEXT, formulas::TEXT)
    }
}

/// What a cue stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner {
    /// A term, by the number of its concept and its own there.
    Term(usize, usize),
    Mask,
}

/// Every concept and formula, with their cues.
///
/// ```
/// use readout::codebook::concepts::Inventory;
/// use readout::text::{Form, Language};
///
/// let inventory = Inventory::embedded();
/// let form = Form::new("He recalled the “one-China” principle.", 0);
/// let found = inventory.find(&form, Language::En);
/// let terms: Vec<&str> = found.iter().map(|f| inventory.term(f)).filter(|(c, _)| c.id == "one-china").map(|(_, t)| &*t.id).collect();
/// assert_eq!(terms, ["principle"]);
/// # Ok::<(), readout::codebook::CodebookError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Inventory {
    /// The concepts, in the order of the file.
    pub concepts: List<Concept>,
    pub(super) formulas: Formulas,
    /// The numbers of the concepts, by their ids.
    pub(super) index: List<usize>,
    pub(super) ancestors: List<List<usize>>,
    pub(super) cues: PerLanguage<Owner>,
}

impl Inventory {
    /// An inventory from the texts of a `concepts.toml` and a `formulas.toml`.
    ///
    /// # Errors
    /// Names the file and the concept, term or formula where something is wrong, and the mend.
    pub fn parse(concepts: &str, formulas: &str) -> Result<Self, CodebookError> {
        Self::build(Vocabulary::parse(concepts, formulas)?)
    }

    /// An inventory of what files say.
    pub(super) fn build(vocabulary: Vocabulary) -> Result<Self, CodebookError> {
        let Vocabulary { lists, mut concepts, masks, formulas } = vocabulary;
        let mut cues = Gathering::new(&lists);
        let mut index = HashMap::new();
        for (number, concept) in concepts.iter_mut().enumerate() {
            if index.insert(concept.id.clone(), number).is_some() {
                return Err(wrong(FILE, format!("concept `{}` is there twice; rename or merge one", concept.id)));
            }
            complete(concept)?;
            for (place, term) in concept.terms.iter().enumerate() {
                let id = format!("{FILE}: {}.{}", concept.id, term.id);
                cues.add(&id, &term.en, &term.zh, Owner::Term(number, place))?;
            }
        }
        for mask in &masks {
            cues.add(&format!("{FILE}: mask {}", mask.id), &mask.en, &mask.zh, Owner::Mask)?;
        }
        let ancestors = ancestors(&concepts, &index)?;
        let formulas = Formulas::build(formulas, &lists, &concepts, &index)?;
        let mut index: Vec<usize> = (0..concepts.len()).collect();
        index.sort_unstable_by(|a, b| concepts[*a].id.cmp(&concepts[*b].id));
        let (concepts, index, ancestors) = (concepts.into(), index.into(), ancestors.into());
        Ok(Self { concepts, formulas, index, ancestors, cues: cues.compile() })
    }

    /// The number of the concept with this id.
    #[must_use]
    pub fn index(&self, id: &str) -> Option<usize> {
        let found = self.index.binary_search_by(|number| self.concepts[*number].id.as_str().cmp(id));
        found.ok().map(|place| self.index[place])
    }

    /// The concept with this id.
    #[must_use]
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.index(id).map(|i| &self.concepts[i])
    }

    /// The concept and the term that were found.
    #[must_use]
    pub fn term(&self, found: &Found) -> (&Concept, &Term) {
        let concept = &self.concepts[found.concept];
        (concept, &concept.terms[found.term])
    }

    /// The numbers of all broader concepts of one, nearest first, without itself.
    #[must_use]
    pub fn ancestors(&self, concept: usize) -> &[usize] {
        &self.ancestors[concept]
    }

    /// Whether one of the things found in a text only stands within the words of another that encloses it.
    #[must_use]
    pub fn is_enclosed(&self, one: &Found, found: &[Found]) -> bool {
        let encloses = |concept: usize| {
            let mut all = std::iter::once(&concept).chain(self.ancestors(concept));
            all.any(|concept| self.concepts[*concept].encloses)
        };
        // The word for a thing is chosen there too.
        let thing = self.concepts[one.concept].weight > 0.0 && !encloses(one.concept);
        thing && found.iter().any(|other| one.span.is_within(other.span) && encloses(other.concept))
    }

    /// Whether one concept is broader than another, by their ids.
    #[must_use]
    pub fn is_broader(&self, one: &str, than: &str) -> bool {
        let numbers = self.index(one).zip(self.index(than));
        numbers.is_some_and(|(one, than)| self.ancestors(than).contains(&one))
    }

    /// Every formula, in the order of the file.
    #[must_use]
    pub fn formulas(&self) -> &[Formula] {
        self.formulas.all()
    }

    /// The embedded files, with their names, as `readout codebook` prints them.
    #[must_use]
    pub fn files() -> [(&'static str, &'static str); 2] {
        [(FILE, TEXT), (formulas::FILE, formulas::TEXT)]
    }

    /// Every term in `form`, by place. Of the terms of one concept that overlap the longest counts, of equals the
    /// first; different concepts may overlap. Inside an office only wording (weight 0) counts.
    #[must_use]
    pub fn find(&self, form: &Form, language: Language) -> Vec<Found> {
        let mut masks = Vec::new();
        let mut found = Vec::new();
        for (span, owner) in self.cues.find(form, language) {
            match owner {
                Owner::Mask => masks.push(span),
                Owner::Term(concept, term) => found.push(Found { span, concept, term }),
            }
        }
        found.retain(|f| self.concepts[f.concept].weight <= 0.0 || !masks.iter().any(|m| m.contains(f.span)));
        found.sort_unstable_by_key(|f| (f.concept, Reverse(f.span.len()), f.span.start, f.term));
        let mut kept = 0;
        for at in 0..found.len() {
            let one = found[at];
            let mut same = found[..kept].iter().rev().take_while(|k| k.concept == one.concept);
            if !same.any(|k| k.span.overlaps(one.span)) {
                found[kept] = one;
                kept += 1;
            }
        }
        found.truncate(kept);
        found.sort_unstable();
        found
    }
}

/// Gives a plain concept's term the concept's id and label, and checks the terms.
fn complete(concept: &mut Concept) -> Result<(), CodebookError> {
    let id = concept.id.clone();
    let fault = |what: String| Err(wrong(FILE, format!("concept `{id}`: {what}")));
    if concept.terms.is_empty() {
        return fault("it has no `[[concept.term]]`; add one with its cues".to_owned());
    }
    if !(0.0..=3.0).contains(&concept.weight) {
        return fault(format!("weight {} is not between 0 and 3", concept.weight));
    }
    let several = concept.is_contrast();
    for number in 0..concept.terms.len() {
        let term = &mut concept.terms.to_mut()[number];
        if term.id.is_empty() && several {
            return fault(format!("term {} has no id; each of several terms needs one", number + 1));
        }
        if term.id.is_empty() {
            term.id = id.clone();
        }
        if term.label == Bilingual::default() {
            term.label = concept.label.clone();
        }
        if term.en.is_empty() && term.zh.is_empty() {
            return fault(format!("term `{}` has no cue", term.id));
        }
        let term = &concept.terms[number];
        if concept.term_index(&term.id) != Some(number) {
            return fault(format!("term `{}` is there twice; rename one", term.id));
        }
        if let Some(other) = &term.counterpart
            && concept.term_index(other).is_none_or(|i| i == number)
        {
            return fault(format!("term `{}`: counterpart `{other}` is no other term of this concept", term.id));
        }
    }
    Ok(())
}

/// For each concept all broader ones, nearest first.
fn ancestors(concepts: &[Concept], index: &HashMap<Words, usize>) -> Result<Vec<List<usize>>, CodebookError> {
    let mut direct = Vec::with_capacity(concepts.len());
    for concept in concepts {
        let mut parents = Vec::new();
        for parent in concept.parents.iter() {
            let Some(&number) = index.get(parent) else {
                let what =
                    format!("concept `{}`: parent `{parent}` is no concept; name one or leave it out", concept.id);
                return Err(wrong(FILE, what));
            };
            parents.push(number);
        }
        direct.push(parents);
    }
    let mut all = Vec::with_capacity(concepts.len());
    for (number, concept) in concepts.iter().enumerate() {
        let mut found = direct[number].clone();
        let mut next = 0;
        while next < found.len() {
            for &parent in &direct[found[next]] {
                if !found.contains(&parent) {
                    found.push(parent);
                }
            }
            next += 1;
        }
        if found.contains(&number) {
            let what = format!("concept `{}`: its parents lead back to it; break the circle", concept.id);
            return Err(wrong(FILE, what));
        }
        all.push(found.into());
    }
    Ok(all)
}

/// A fault in one of the inventory's files.
pub(super) fn wrong(file: &str, message: impl ToString) -> CodebookError {
    CodebookError::Toml { file: file.to_owned(), message: message.to_string() }
}

#[cfg(test)]
pub(super) mod tests;
