//! The meetings of the folders that a command is given, and what is written of many things one after another.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::{DONE, FAILED};
use readout::readout::find_meetings;

/// The folders of meetings at or below those named, each once however often it is named.
pub(super) fn below(folders: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for folder in folders {
        for meeting in find_meetings(folder)? {
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

/// How a command ends that has written as it went: a reader who left early is no fault.
pub(super) fn ended(written: Result<()>, failed: bool) -> Result<u8> {
    match written {
        Err(error) => match error.downcast_ref::<io::Error>().map(io::Error::kind) {
            Some(ErrorKind::BrokenPipe) => Ok(DONE),
            Some(_) => Err(error.context("the output cannot be written")),
            None => Err(error),
        },
        Ok(()) => Ok(if failed { FAILED } else { DONE }),
    }
}
