//! The hand-coded files of a folder: finding them, and reading each with the text beside it.

use std::path::{Path, PathBuf};

use super::error::{EvaluationError, Problem};
use super::{Document, gold};
use crate::codebook::Codebook;
use crate::coding;
use crate::files;
use crate::readout::{LoadError, MAX_BYTES, Readout};

const SUFFIX: &str = ".gold.tsv";

/// Every hand-coded file at or below `folder`, sorted by path.
pub(super) fn find(folder: &Path) -> Result<Vec<PathBuf>, EvaluationError> {
    if !folder.is_dir() {
        return Err(EvaluationError::NoFolder { folder: folder.to_owned() });
    }
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let io = |source| LoadError::Io { file: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(io)? {
            let entry = entry.map_err(io)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type().map_err(io)?.is_dir() {
                open.push(entry.path());
            } else if name.ends_with(SUFFIX) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Reads one hand-coded file and codes the text beside it.
pub(super) fn load(folder: &Path, file: &Path, codebook: &Codebook) -> Result<Document, EvaluationError> {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let text = file.with_file_name(format!("{}.md", name.strip_suffix(SUFFIX).unwrap_or(&name)));
    if !text.is_file() {
        return Err(EvaluationError::NoText { gold: file.to_owned(), text });
    }
    let readout = Readout::load(&text)?;
    let gold = gold::parse_gold(file, &read(file)?, &readout.body, codebook)?;
    let inner = text.strip_prefix(folder).unwrap_or(&text);
    let name = inner.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(Document::of(name, coding::code(readout, codebook)?, gold, codebook))
}

fn read(file: &Path) -> Result<String, EvaluationError> {
    let bytes = files::read(file, MAX_BYTES).map_err(|e| LoadError::unread(file, e))?;
    String::from_utf8(bytes).map_err(|e| {
        let byte = e.utf8_error().valid_up_to();
        let line = 1 + e.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count();
        EvaluationError::Line { file: file.to_owned(), line, problem: Problem::NotText }
    })
}
