//! What a file says of concepts and formulas, done to the vocabulary.

use super::{ConceptEntry, Entries, FormulaEntry, PieceEntry, TermEntry, WEIGHTS, WordingEntry};
use crate::codebook::concepts::{Concept, Mask, Term, Vocabulary};
use crate::codebook::formulas::{Component, Formula, concept_and_term};
use crate::codebook::matcher::Cues;
use crate::codebook::merge::Places;
use crate::codebook::merge::apply::{exemplify, meant, say};
use crate::codebook::merge::read::PlacedTexts;
use crate::codebook::raw::Sources;
use crate::codebook::{Bilingual, List, Words};
use crate::tables::{Fault, Placed, Source};
use crate::text::Language;

/// Adds and changes what a file says; `sources` has the topics and sides that formulas and terms name.
pub(in crate::codebook::merge) fn apply(
    vocabulary: &mut Vocabulary,
    places: &mut Places,
    source: &Source<'_>,
    entries: Entries,
    sources: &Sources,
) -> Result<(), Fault> {
    for id in &entries.remove {
        if let Some(changed) = entries.formulas.iter().find(|formula| formula.id.value == id.value) {
            let (id, line) = (&id.value, id.place.line);
            let message = format!("formula `{id}` is removed in line {line} and changed here; leave one out");
            return Err(source.fault(changed.id.place, message));
        }
        vocabulary.formulas.retain(|formula| *formula.id != *id.value);
    }
    let mut file = File { vocabulary, places, source, sources };
    for (name, words) in entries.lists {
        for (words, language) in [(words.en, Language::En), (words.zh, Language::Zh)] {
            let Some(words) = words else { continue };
            file.check(&Placed { value: format!("({})", words.value), place: words.place }, language)?;
            file.vocabulary.lists.add(&name, language, &words.value);
        }
    }
    for (id, cues) in entries.masks {
        file.mask(&id.value, cues)?;
    }
    let mut parents = Vec::new();
    for entry in entries.concepts {
        parents.push(file.concept(entry)?);
    }
    // A concept may name one that comes after it.
    for (at, named) in parents {
        file.descends(at, named)?;
    }
    entries.formulas.into_iter().try_for_each(|entry| file.formula(entry))
}

/// A file while it is applied.
struct File<'a, 's> {
    vocabulary: &'a mut Vocabulary,
    places: &'a mut Places,
    source: &'a Source<'s>,
    sources: &'a Sources,
}

impl File<'_, '_> {
    /// Hides from concepts what lies in words.
    fn mask(&mut self, id: &str, cues: PlacedTexts) -> Result<(), Fault> {
        let there = self.vocabulary.masks.iter().position(|mask| *mask.id == *id);
        let at = there.unwrap_or(self.vocabulary.masks.len());
        let number =
            there.map_or([0, 0], |at| [&self.vocabulary.masks[at].en, &self.vocabulary.masks[at].zh].map(Vec::len));
        let [en, zh] = self.cues(&format!("mask of concepts {id}"), number, cues)?;
        if there.is_none() {
            self.vocabulary.masks.push(Mask::of(id));
        }
        self.vocabulary.masks[at].en.extend(en);
        self.vocabulary.masks[at].zh.extend(zh);
        Ok(())
    }

    /// A concept; gives its number and the parents that the file names.
    fn concept(&mut self, entry: ConceptEntry) -> Result<(usize, Vec<Placed<String>>), Fault> {
        let ConceptEntry { id, replace, label, weight, terms, .. } = entry;
        let concepts = &mut self.vocabulary.concepts;
        let known = concepts.iter().position(|c| c.id == id.value);
        let at = self.place_of("concept", &id, replace, known, |v| v.concepts.iter().map(|c| &c.id).collect())?;
        if replace || known.is_none() {
            let lacks = match weight {
                _ if label.en.is_none() && label.zh.is_none() => "no label; add label.en = \"…\"".to_owned(),
                None => format!("no weight; add weight = 2 ({WEIGHTS})"),
                _ if terms.is_empty() => "no words; add a [[concept.term]] with en = [\"…\"]".to_owned(),
                _ => String::new(),
            };
            if !lacks.is_empty() {
                return Err(self.source.fault(id.place, format!("concept `{}` is new and has {lacks}", id.value)));
            }
            put(&mut self.vocabulary.concepts, at, Concept { id: id.value.as_str().into(), ..Concept::default() });
        }
        self.places.note(format!("concept {}", id.value), id.place);
        let concept = &mut self.vocabulary.concepts[at];
        say(&mut concept.label, label);
        concept.weight = weight.unwrap_or(concept.weight);
        concept.aspect = entry.aspect.or(concept.aspect);
        concept.encloses = entry.encloses.unwrap_or(concept.encloses);
        let alone = terms.len() == 1;
        let mut counterparts = Vec::new();
        for term in terms {
            counterparts.extend(self.term(at, term, alone)?);
        }
        for (term, other) in counterparts {
            self.is_term(at, &other)?;
            if self.vocabulary.concepts[at].terms[term].id == other.value {
                let message = format!("`{}` is the term itself; name the other side's", other.value);
                return Err(self.source.fault(other.place, message));
            }
            self.vocabulary.concepts[at].terms.to_mut()[term].counterpart = Some(other.value.into());
        }
        for term in entry.apart.iter().chain(&entry.alike) {
            self.is_term(at, term)?;
        }
        let concept = &mut self.vocabulary.concepts[at];
        extend(&mut concept.apart, entry.apart);
        extend(&mut concept.alike, entry.alike);
        Ok((at, entry.parents))
    }

    /// A term of a concept; gives its number with the counterpart that the file names.
    fn term(&mut self, at: usize, entry: TermEntry, alone: bool) -> Result<Option<(usize, Placed<String>)>, Fault> {
        let concept = &self.vocabulary.concepts[at];
        let id = match (&entry.id, &*concept.terms) {
            (Some(id), _) => Words::from(id.value.as_str()),
            // More words for the one that there is.
            (None, [only]) if alone => only.id.clone(),
            (None, []) if alone => concept.id.clone(),
            (None, there) => {
                let ids: Vec<&str> = there.iter().map(|t| t.id.as_str()).collect();
                let or = if ids.is_empty() { String::new() } else { format!(", a new one or of {}", ids.join(", ")) };
                let message = format!("of several terms of `{}` each needs an id; add id = \"…\"{or}", concept.id);
                return Err(self.source.fault(entry.place, message));
            }
        };
        let known = concept.term_index(&id);
        if known.is_none() && entry.cues.en.is_empty() && entry.cues.zh.is_empty() {
            let message = format!("term `{id}` of `{}` is new and has no cue; add en = [\"…\"]", concept.id);
            return Err(self.source.fault(entry.place, message));
        }
        let number = known.unwrap_or(concept.terms.len());
        let name = format!("concept {}.{id}", concept.id);
        for side in &entry.sides {
            self.is_side(side)?;
        }
        let cues = self.cues(&name, number_of(known.map(|n| &concept.terms[n]), |t| [&t.en, &t.zh]), entry.cues)?;
        self.places.note(name.clone(), entry.place);
        let Concept { label, terms, .. } = &mut self.vocabulary.concepts[at];
        let terms = terms.to_mut();
        if known.is_none() {
            let unnamed = entry.label.en.is_none() && entry.label.zh.is_none();
            let label = if unnamed { label.clone() } else { Bilingual::default() };
            terms.push(Term { id, label, ..Term::default() });
        }
        let term = &mut terms[number];
        say(&mut term.label, entry.label);
        say(&mut term.signals, entry.signals);
        term.source = entry.source.map_or_else(|| term.source.clone(), Words::from);
        let [en, zh] = cues;
        term.en.to_mut().extend(en);
        term.zh.to_mut().extend(zh);
        extend(&mut term.sides, entry.sides);
        exemplify(&mut term.examples, entry.examples, &name, self.places);
        Ok(entry.counterpart.map(|other| (number, other)))
    }

    /// The parents of a concept: they must be there, and not lead back to it.
    fn descends(&mut self, at: usize, parents: Vec<Placed<String>>) -> Result<(), Fault> {
        for parent in &parents {
            let of = |id: &str| self.vocabulary.concepts.iter().position(|c| c.id == id);
            let Some(above) = of(&parent.value) else {
                let known = self.vocabulary.concepts.iter().map(|c| c.id.as_str());
                let message = format!("`{}` is no concept; {}", parent.value, near(&parent.value, known));
                return Err(self.source.fault(parent.place, message));
            };
            let mut line = vec![above];
            let mut next = 0;
            while let Some(one) = line.get(next) {
                let above = self.vocabulary.concepts[*one].parents.iter().filter_map(|id| of(id));
                let new: Vec<usize> = above.filter(|number| !line.contains(number)).collect();
                line.extend(new);
                next += 1;
            }
            let concept = &mut self.vocabulary.concepts[at];
            if line.contains(&at) {
                let message = format!("`{}` comes from `{}` itself; break the circle", parent.value, concept.id);
                return Err(self.source.fault(parent.place, message));
            }
            if !concept.parents.iter().any(|p| *p == *parent.value) {
                concept.parents.to_mut().push(parent.value.as_str().into());
            }
        }
        Ok(())
    }

    fn formula(&mut self, entry: FormulaEntry) -> Result<(), Fault> {
        let FormulaEntry { id, replace, label, side, definition, .. } = entry;
        let known = self.vocabulary.formulas.iter().position(|f| f.id == id.value);
        let at = self.place_of("formula", &id, replace, known, |v| v.formulas.iter().map(|f| &f.id).collect())?;
        if replace || known.is_none() {
            let lacks = match &side {
                _ if label.en.is_none() && label.zh.is_none() => "label; add label.en = \"…\"",
                None => "side; add side = \"us\", the side that repeats it",
                _ if entry.pieces.is_empty() => "piece; add a [[formula.component]] for each",
                _ => "",
            };
            if !lacks.is_empty() {
                return Err(self.source.fault(id.place, format!("formula `{}` is new and has no {lacks}", id.value)));
            }
            put(&mut self.vocabulary.formulas, at, Formula { id: id.value.as_str().into(), ..Formula::default() });
        }
        self.places.note(format!("formula {}", id.value), id.place);
        // A formula may be one that both have together.
        for side in side.iter().filter(|side| side.value != "both").chain(&entry.with) {
            self.is_side(side)?;
        }
        entry.topics.iter().try_for_each(|topic| self.is_topic(topic))?;
        entry.recalled.iter().try_for_each(|concept| self.is_concept(concept))?;
        let formula = &mut self.vocabulary.formulas[at];
        say(&mut formula.label, label);
        say(&mut formula.definition, definition);
        let word = |to: &mut Words, given: Option<String>| *to = given.map_or_else(|| to.clone(), Words::from);
        word(&mut formula.side, side.map(|side| side.value));
        word(&mut formula.source, entry.source);
        word(&mut formula.with, entry.with.map(|side| side.value));
        word(&mut formula.since, entry.since.map(|day| day.value));
        formula.said_by = entry.said_by.unwrap_or(formula.said_by);
        extend(&mut formula.topics, entry.topics);
        extend(&mut formula.recalled, entry.recalled);
        for piece in entry.pieces {
            self.piece(at, piece)?;
        }
        let formula = &mut self.vocabulary.formulas[at];
        if let Some(anchor) = entry.anchor {
            if !formula.components.iter().any(|c| c.id == anchor.value) {
                let known = formula.components.iter().map(|c| c.id.as_str());
                let message =
                    format!("`{}` is no piece of `{}`; {}", anchor.value, formula.id, meant(&anchor.value, known));
                return Err(self.source.fault(anchor.place, message));
            }
            formula.anchor = anchor.value.into();
        }
        Ok(())
    }

    fn piece(&mut self, at: usize, entry: PieceEntry) -> Result<(), Fault> {
        let formula = &self.vocabulary.formulas[at];
        let name = format!("formula {}.{}", formula.id, entry.id.value);
        let known = formula.components.iter().position(|c| c.id == entry.id.value);
        let WordingEntry { concepts, cues } = entry.usual;
        if known.is_none() {
            let lacks = if entry.label.en.is_none() && entry.label.zh.is_none() {
                "no label; add label.en = \"…\""
            } else if concepts.is_empty() && cues.en.is_empty() && cues.zh.is_empty() {
                "neither a concept nor a cue; add concepts = [\"…\"] or en = [\"…\"]"
            } else {
                ""
            };
            if !lacks.is_empty() {
                let message = format!("the piece `{}` of `{}` is new and has {lacks}", entry.id.value, formula.id);
                return Err(self.source.fault(entry.id.place, message));
            }
        }
        let there = known.map(|number| &formula.components[number]);
        let (usual, changed) =
            (number_of(there, |c| [&c.en, &c.zh]), number_of(there, |c| [&c.changed.en, &c.changed.zh]));
        let usual = self.cues(&name, usual, cues)?;
        concepts.iter().try_for_each(|concept| self.is_concept(concept))?;
        let changed = match entry.changed {
            Some(entry) => {
                entry.wording.concepts.iter().try_for_each(|concept| self.is_concept(concept))?;
                let cues = self.cues(&format!("{name}.changed"), changed, entry.wording.cues)?;
                Some((entry.label, entry.wording.concepts, cues, entry.own))
            }
            None => None,
        };
        entry.topics.iter().try_for_each(|topic| self.is_topic(topic))?;
        self.places.note(name, entry.id.place);
        let pieces = self.vocabulary.formulas[at].components.to_mut();
        let number = known.unwrap_or(pieces.len());
        if known.is_none() {
            pieces.push(Component { id: entry.id.value.into(), ..Component::default() });
        }
        let piece = &mut pieces[number];
        say(&mut piece.label, entry.label);
        piece.narrated = entry.narrated.unwrap_or(piece.narrated);
        piece.follows = entry.follows.unwrap_or(piece.follows);
        piece.since = entry.since.map_or_else(|| piece.since.clone(), |day| day.value.into());
        extend(&mut piece.topics, entry.topics);
        extend(&mut piece.concepts, concepts);
        let [en, zh] = usual;
        piece.en.to_mut().extend(en);
        piece.zh.to_mut().extend(zh);
        if let Some((label, concepts, [en, zh], own)) = changed {
            let changed = &mut piece.changed;
            say(&mut changed.label, label);
            changed.own = own.unwrap_or(changed.own);
            extend(&mut changed.concepts, concepts);
            changed.en.to_mut().extend(en);
            changed.zh.to_mut().extend(zh);
        }
        Ok(())
    }

    /// Where a concept or a formula stands, or a new one will.
    fn place_of(
        &self,
        what: &str,
        id: &Placed<String>,
        replace: bool,
        known: Option<usize>,
        all: fn(&Vocabulary) -> Vec<&Words>,
    ) -> Result<usize, Fault> {
        let all = all(self.vocabulary);
        match known {
            Some(at) => Ok(at),
            None if replace => {
                let mend = near(&id.value, all.iter().map(|id| id.as_str()));
                Err(self.source.fault(id.place, format!("there is no {what} `{}` to replace; {mend}", id.value)))
            }
            None => Ok(all.len()),
        }
    }

    /// Cues in both languages, each understood and noted; `there` says how many the list has already.
    fn cues(&mut self, name: &str, there: [usize; 2], given: PlacedTexts) -> Result<[Vec<Words>; 2], Fault> {
        let mut both = [Vec::new(), Vec::new()];
        for (at, (cues, language)) in [(given.en, Language::En), (given.zh, Language::Zh)].into_iter().enumerate() {
            for cue in cues {
                self.check(&cue, language)?;
                both[at].push(Words::from(cue.value));
                self.places.note(format!("{name}.{language}.{}", there[at] + both[at].len()), cue.place);
            }
        }
        Ok(both)
    }

    /// Refuses a cue that is not understood.
    fn check(&self, cue: &Placed<String>, language: Language) -> Result<(), Fault> {
        let added = self.vocabulary.lists.write_out(&cue.value, language);
        let added = added.and_then(|whole| Cues::new(language).add(&whole).map(|_| ()));
        added.map_err(|e| self.source.fault(cue.place, format!("cue `{}`: {e}", cue.value)))
    }

    fn is_term(&self, at: usize, term: &Placed<String>) -> Result<(), Fault> {
        let concept = &self.vocabulary.concepts[at];
        if concept.term_index(&term.value).is_some() {
            return Ok(());
        }
        let known = concept.terms.iter().map(|t| t.id.as_str());
        let message = format!("`{}` is no term of `{}`; {}", term.value, concept.id, meant(&term.value, known));
        Err(self.source.fault(term.place, message))
    }

    /// A concept, or a term of one as `concept.term`.
    fn is_concept(&self, name: &Placed<String>) -> Result<(), Fault> {
        let (id, term) = concept_and_term(&name.value);
        let Some(at) = self.vocabulary.concepts.iter().position(|c| c.id == *id) else {
            let known = self.vocabulary.concepts.iter().map(|c| c.id.as_str());
            return Err(self.source.fault(name.place, format!("`{id}` is no concept; {}", near(id, known))));
        };
        match term {
            Some(term) => self.is_term(at, &Placed { value: term.to_owned(), place: name.place }),
            None => Ok(()),
        }
    }

    fn is_side(&self, side: &Placed<String>) -> Result<(), Fault> {
        let known = self.sources.sides.side.iter().map(|s| s.id.as_str());
        self.is_one("side", side, known)
    }

    fn is_topic(&self, topic: &Placed<String>) -> Result<(), Fault> {
        let known = self.sources.topics.topic.iter().map(|t| t.id.as_str());
        self.is_one("topic", topic, known)
    }

    fn is_one<'k>(
        &self,
        what: &str,
        named: &Placed<String>,
        known: impl Iterator<Item = &'k str> + Clone,
    ) -> Result<(), Fault> {
        if { known.clone() }.any(|one| one == named.value) {
            return Ok(());
        }
        let message = format!("`{}` is no {what} of the codebook; {}", named.value, meant(&named.value, known));
        Err(self.source.fault(named.place, message))
    }
}

/// What somebody may have meant, of very many.
fn near<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone) -> String {
    match crate::tables::nearest(word, known).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`readout codebook list` has them all".to_owned(),
    }
}

/// How many cues something has in each language, if it is there.
fn number_of<'t, T>(there: Option<&'t T>, cues: fn(&'t T) -> [&'t List<Words>; 2]) -> [usize; 2] {
    there.map(cues).map_or([0, 0], |[en, zh]| [en.len(), zh.len()])
}

fn put<T>(list: &mut Vec<T>, at: usize, new: T) {
    if at < list.len() { list[at] = new } else { list.push(new) }
}

fn extend(list: &mut List<Words>, given: Vec<Placed<String>>) {
    for one in given {
        if !list.iter().any(|there| *there == *one.value) {
            list.to_mut().push(one.value.into());
        }
    }
}
