//! The meetings of the folders that a command is given.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::tell_all;
use readout::readout::{Found, LoadError, Meeting};

/// The folders of meetings at or below those named, each once however often it is named. Links that are not followed are told.
pub(super) fn below(folders: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for folder in folders {
        let Found { paths, doubts } = Found::meetings(folder)?;
        tell_all(&doubts);
        for meeting in paths {
            if seen.insert(meeting.canonicalize().unwrap_or_else(|_| meeting.clone())) {
                found.push(meeting);
            }
        }
    }
    Ok(found)
}

/// Refuses folders in which there is no text.
pub(super) fn none_below(folders: &[PathBuf]) -> Result<()> {
    let named: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    bail!("{}: no folder with readouts; name a folder of meetings", named.join(", "))
}

/// The meeting of a folder; none where there is nothing but an accepted comparison.
pub(super) fn load(folder: &Path) -> Result<Option<Meeting>, LoadError> {
    match Meeting::load(folder) {
        Err(LoadError::NoReadouts { .. }) => Ok(None),
        loaded => loaded.map(Some),
    }
}
