//! A user's codebook: one TOML file that stands by itself, or adds to the embedded codebook and changes it.

mod apply;
mod nearest;
mod read;
mod table;

use std::collections::HashMap;
use std::path::Path;

use apply::{apply, empty, single};
pub use nearest::nearest;
use read::{Patch, PlacedCues};
use table::{Place, Source};

use super::concepts::Inventory;
use super::raw::{FILES, RawCues, RawWords, Sources};
use super::{Codebook, CodebookError};
use crate::files;

/// The largest file that is read.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Where each thing of a codebook is written: file and line, by rule id (`taiwan.en.3`), or by kind and id
/// (`topic taiwan`, `example taiwan.en.1`).
#[derive(Debug, Default)]
pub(super) struct Places {
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

/// Reads and parses a user's file.
pub(super) fn load(path: &Path) -> Result<Codebook, CodebookError> {
    let name = path.display().to_string();
    let fault = |message: String| CodebookError::File { file: name.clone(), message };
    let bytes = files::read(path, MAX_BYTES).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => fault("no such file; give a codebook in TOML".to_owned()),
        std::io::ErrorKind::FileTooLarge => {
            fault(format!("larger than {} MiB, which no codebook is", MAX_BYTES / (1024 * 1024)))
        }
        _ => fault(format!("cannot be read: {e}; give a codebook in TOML")),
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => parse(&name, text),
        Err(e) => {
            let at = e.utf8_error().valid_up_to();
            Err(fault(format!("not a text in UTF-8 (byte {at}); save it as UTF-8")))
        }
    }
}

/// A codebook from the text of a user's file.
pub(super) fn parse(name: &str, text: String) -> Result<Codebook, CodebookError> {
    let loading = Inventory::load_beside();
    let mut sources = Sources::embedded()?;
    add(&mut sources, &mut Places::default(), name, &text)?;
    Ok(sources.codebook(Some((name.to_owned(), text)), loading))
}

/// Where everything is written that a codebook holds.
pub(super) fn places(user: Option<&(String, String)>) -> Result<Places, CodebookError> {
    let mut places = Places::default();
    let mut sources = Sources::default();
    for (name, text) in FILES {
        let source = Source::new(name, text);
        let patch = Patch { extends: true, ..Patch::read(&source)? };
        name.clone_into(&mut places.file);
        apply(&mut sources, &mut places, &source, patch)?;
    }
    if let Some((name, text)) = user {
        add(&mut sources, &mut places, name, text)?;
    }
    Ok(places)
}

/// Adds a user's file to the embedded codebook.
fn add(sources: &mut Sources, places: &mut Places, name: &str, text: &str) -> Result<(), CodebookError> {
    let source = Source::new(name, text);
    let patch = Patch::read(&source)?;
    name.clone_into(&mut places.file);
    sources.trusted = false;
    if !patch.extends {
        if let Some(id) = patch.remove.first() {
            let message = "`remove` takes topics from the default codebook; add extends = \"default\", or leave it out";
            return Err(source.fault(id.place, message));
        }
        if patch.topics.is_empty() {
            let message = "there is no [[topic]], and without extends = \"default\" a codebook has only its own; add one of the two";
            return Err(source.fault(Place { line: 1, column: 1 }, message));
        }
        forget(sources, &patch);
    }
    apply(sources, places, &source, patch)
}

/// Without `extends`, what a file names replaces the default's: all topics, and each act, side, mask and list.
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
