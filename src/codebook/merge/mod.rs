//! A user's codebook: one TOML file that stands by itself, or adds to the embedded codebook and changes it.

mod apply;
mod read;
mod vocabulary;

use std::collections::HashMap;
use std::path::PathBuf;

use apply::{apply, empty, single};
use read::{Patch, PlacedCues};

use super::concepts::{Inventory, Vocabulary};
use super::embedded::{FILES, INVENTORY};
use super::raw::{RawCues, RawWords, Sources};
use super::{Codebook, CodebookError};
use crate::tables::{self, Place, Source};

/// The largest file that is read.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Where each thing of a codebook is written: file and line, by rule id (`taiwan.en.3`), or by kind and id
/// (`topic taiwan`, `example taiwan.en.1`).
#[derive(Debug, Default)]
pub(super) struct Places {
    /// The files of the user that stand by themselves and do not say that they mean to.
    pub alone: Vec<String>,
    file: String,
    at: HashMap<String, (String, Place)>,
}

impl Places {
    /// The file and the line of a thing.
    pub fn get(&self, key: &str) -> Option<(&str, usize)> {
        self.at.get(key).map(|(file, place)| (file.as_str(), place.line))
    }

    fn note(&mut self, key: String, place: Place) {
        self.at.insert(key, (self.file.clone(), place));
    }
}

/// Reads and parses the files of a user.
pub(super) fn load(paths: &[PathBuf]) -> Result<Codebook, CodebookError> {
    let read = |path: &PathBuf| {
        let file = path.display().to_string();
        match tables::read(path, MAX_BYTES, "a codebook") {
            Ok(text) => Ok((file, text)),
            Err(message) => Err(CodebookError::File { file, message }),
        }
    };
    parse(paths.iter().map(read).collect::<Result<_, _>>()?)
}

/// A codebook from the names and texts of a user's files, each applied to what those before it made.
pub(super) fn parse(files: Vec<(String, String)>) -> Result<Codebook, CodebookError> {
    let (mut sources, mut vocabulary) = (Sources::embedded()?, None);
    for (name, text) in &files {
        add(&mut sources, &mut vocabulary, &mut Places::default(), name, text)?;
    }
    Codebook::of(sources, vocabulary, files)
}

/// Where everything is written that a codebook holds.
pub(super) fn places(user: &[(String, String)]) -> Result<Places, CodebookError> {
    let mut places = Places::default();
    let (mut sources, mut vocabulary) = embedded(&mut places)?;
    for (name, text) in user {
        add(&mut sources, &mut vocabulary, &mut places, name, text)?;
    }
    Ok(places)
}

/// The embedded files, read as a user's are.
fn embedded(places: &mut Places) -> Result<(Sources, Option<Vocabulary>), CodebookError> {
    let (mut sources, mut vocabulary) = (Sources::default(), Vocabulary::default());
    for (name, text) in FILES {
        let source = Source::new(name, text);
        name.clone_into(&mut places.file);
        apply(&mut sources, places, &source, Patch::read(&source)?)?;
    }
    for (name, text) in Inventory::files() {
        let source = Source::new(name, text);
        name.clone_into(&mut places.file);
        let patch = Patch::read(&source)?;
        vocabulary::apply(&mut vocabulary, places, &source, patch.vocabulary, &sources)?;
    }
    Ok((sources, Some(vocabulary)))
}

/// Adds a user's file to the embedded codebook.
fn add(
    sources: &mut Sources,
    vocabulary: &mut Option<Vocabulary>,
    places: &mut Places,
    name: &str,
    text: &str,
) -> Result<(), CodebookError> {
    let source = Source::new(name, text);
    let mut patch = Patch::read(&source)?;
    name.clone_into(&mut places.file);
    if !patch.extends {
        if let Some(id) = patch.remove.first() {
            let message = "`remove` takes topics and formulas from the default codebook; add extends = \"default\", or leave it out";
            return Err(source.fault(id.place, message).into());
        }
        if patch.topics.is_empty() {
            let message = "there is no [[topic]], and without extends = \"default\" a codebook has only its own; add one of the two";
            return Err(source.fault(Place { line: 1, column: 1 }, message).into());
        }
        if !patch.stands_alone {
            places.alone.push(name.to_owned());
        }
        forget(sources, &patch);
    }
    let mut entries = std::mem::take(&mut patch.vocabulary);
    let is_formula = |id: &str| match &*vocabulary {
        Some(there) => there.formulas.iter().any(|formula| *formula.id == *id),
        None => INVENTORY.formula(id).is_some(),
    };
    let is_topic = |id: &str| sources.topics.topic.iter().any(|topic| *topic.id == *id);
    entries.remove = patch.remove.extract_if(.., |id| is_formula(&id.value) && !is_topic(&id.value)).collect();
    if entries.is_empty() {
        return Ok(apply(sources, places, &source, patch)?);
    }
    let vocabulary = match vocabulary {
        Some(there) => there,
        none => none.insert(Vocabulary::embedded()?),
    };
    if !patch.extends {
        entries.forget(vocabulary);
    }
    apply(sources, places, &source, patch)?;
    Ok(vocabulary::apply(vocabulary, places, &source, entries, sources)?)
}

/// Without `extends`, what a file names replaces the default's: all topics, and each act, side, mask, list, concept and
/// formula.
fn forget(sources: &mut Sources, patch: &Patch) {
    let given = |cues: &PlacedCues| !cues.en.is_empty() || !cues.zh.is_empty();
    sources.topics.topic.clear();
    for act in &mut sources.acts.act {
        if patch.acts.iter().any(|a| a.id.value == act.id.as_str()) {
            empty(act);
        }
    }
    sources.sides.side.retain(|s| !patch.sides.iter().any(|p| p.id.value == s.id));
    sources.topics.mask.retain(|m| !patch.masks.iter().any(|(id, _)| id.value == m.id));
    for (name, _) in patch.lists.iter().filter(|(_, cues)| given(cues)) {
        if let Some(list) = single(sources, name) {
            *list = RawCues::default();
        }
    }
    if !patch.offices.en.is_empty() || !patch.offices.zh.is_empty() {
        sources.sides.offices = RawWords::default();
    }
}

#[cfg(test)]
mod tests;
