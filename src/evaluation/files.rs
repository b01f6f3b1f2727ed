//! The hand-coded files of a folder: finding them, and reading each with what it codes.

use std::path::{Path, PathBuf};

use super::error::{EvaluationError, Problem};
use super::{ArticleQuotations, Document, MeetingClaims, claims, gold, quotations};
use crate::codebook::Codebook;
use crate::comparison::{Order, compare};
use crate::import::article;
use crate::readout::{LoadError, MAX_BYTES, Meeting, Readout};
use crate::{coding, files};

const SUFFIX: &str = ".gold.tsv";

/// Every hand-coded file at or below `folder`, sorted by path.
fn find(folder: &Path) -> Result<Vec<PathBuf>, EvaluationError> {
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
            } else if name.ends_with(SUFFIX) || name.ends_with(quotations::SUFFIX) || name == claims::FILE {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// What was coded by hand, held against what the program has.
#[derive(Default)]
pub(super) struct Held {
    pub documents: Vec<Document>,
    pub meetings: Vec<MeetingClaims>,
    pub articles: Vec<ArticleQuotations>,
}

/// Reads the hand-coded files of a folder, and what the program has for the text, the meeting or the article that each codes.
pub(super) fn load(folder: &Path, codebook: &Codebook) -> Result<Held, EvaluationError> {
    let mut held = Held::default();
    for file in find(folder)? {
        one(&mut held, folder, &file, codebook)?;
    }
    Ok(held)
}

fn one(held: &mut Held, folder: &Path, file: &Path, codebook: &Codebook) -> Result<(), EvaluationError> {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    if name == claims::FILE {
        let meeting = file.parent().unwrap_or(folder);
        let comparison = compare(Meeting::load(meeting)?, &Order::Sides(Vec::new()), codebook)?;
        if let [text] = comparison.texts.as_slice() {
            return Err(EvaluationError::OneText { gold: file.to_owned(), text: text.label.clone() });
        }
        let gold = claims::parse_claims(file, &read(file)?, &comparison)?;
        let mut name = within(folder, meeting);
        if name.is_empty() {
            name.clone_from(&comparison.meeting);
        }
        held.meetings.push(MeetingClaims::of(name, comparison, gold));
        return Ok(());
    }
    let beside = |suffix: &str, end: &str| {
        let text = file.with_file_name(format!("{}{end}", name.strip_suffix(suffix)?));
        Some(if text.is_file() { Ok(text) } else { Err(EvaluationError::NoText { gold: file.to_owned(), text }) })
    };
    if let Some(text) = beside(quotations::SUFFIX, ".txt").transpose()? {
        let words = self::article(&text)?;
        let gold = quotations::parse_quotations(file, &read(file)?, &words)?;
        let article = article::read(&words, codebook);
        held.articles.push(ArticleQuotations::of(within(folder, &text), text, words, article, gold));
        return Ok(());
    }
    let text = beside(SUFFIX, ".md").transpose()?.unwrap_or_else(|| file.to_owned());
    let readout = Readout::load(&text)?;
    let gold = gold::parse_gold(file, &read(file)?, &readout.body, codebook)?;
    held.documents.push(Document::of(within(folder, &text), coding::code(readout, codebook)?, gold, codebook));
    Ok(())
}

/// A path within the folder, with `/` between its parts.
fn within(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    inner.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The text of an article.
pub(super) fn article(file: &Path) -> Result<String, EvaluationError> {
    let text = read(file)?;
    if text.len() > article::MAX_BYTES {
        return Err(EvaluationError::Article { file: file.to_owned() });
    }
    Ok(text)
}

fn read(file: &Path) -> Result<String, EvaluationError> {
    let bytes = files::read(file, MAX_BYTES).map_err(|e| LoadError::unread(file, e))?;
    String::from_utf8(bytes).map_err(|e| {
        let byte = e.utf8_error().valid_up_to();
        let line = 1 + e.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count();
        EvaluationError::Line { file: file.to_owned(), line, problem: Problem::NotText }
    })
}
