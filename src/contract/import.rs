//! The contract `readout.import/1`: a page, or a news article.

use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::Serialize;

use crate::import::Imported;
use crate::import::article::{Article as Model, Heading, Quote, Reported};

const SCHEMA: &str = "readout.import/1";

/// What was found on a page, and the file that it becomes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Page {
    #[schemars(extend("const" = "readout.import/1"))]
    schema: &'static str,
    /// The path of the file.
    file: String,
    #[serde(flatten)]
    found: Imported,
    /// The text of the file.
    text: String,
    /// Quotations, which only news articles have.
    quotes: Vec<Quote>,
}

impl Page {
    /// Of what was found, the meeting that it is taken to be of, and the file that was made.
    #[must_use]
    pub fn new(found: &Imported, meeting: &str, file: &Path, text: &str) -> Self {
        let found = Imported { meeting: Some(meeting.to_owned()), ..found.clone() };
        Self { schema: SCHEMA, file: file.display().to_string(), found, text: text.to_owned(), quotes: Vec::new() }
    }
}

/// What was found in a news article, and the files that it becomes. Offsets count bytes of the article.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Article")]
pub struct Article<'a> {
    #[schemars(extend("const" = "readout.import/1"))]
    schema: &'static str,
    article: &'a Heading,
    /// The direct quotations that have a source, in order.
    quotes: &'a [Quote],
    /// Positions without quotation marks, in order.
    reported: &'a [Reported],
    files: Vec<File<'a>>,
}

/// A file of a side.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "File")]
struct File<'a> {
    /// Its path.
    file: String,
    text: &'a str,
}

impl<'a> Article<'a> {
    /// Of an article and its files: paths and texts.
    #[must_use]
    pub fn new(article: &'a Model, files: &'a [(PathBuf, String)]) -> Self {
        let files = files.iter().map(|(path, text)| File { file: path.display().to_string(), text }).collect();
        Self { schema: SCHEMA, article: &article.heading, quotes: &article.quotes, reported: &article.reported, files }
    }
}
