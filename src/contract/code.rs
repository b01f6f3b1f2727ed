//! The contract `readout.code/1`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::coding::{Coded, Statement};
use crate::readout::{Kind, Side};
use crate::text::Language;

/// Whose text it is.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct Head<'a> {
    /// The file, as it was named.
    file: Cow<'a, str>,
    side: &'a Side,
    language: Language,
    kind: Kind,
    /// The id of the meeting, where it is known.
    meeting: Option<&'a str>,
    /// The date as written.
    date: Option<&'a str>,
    /// Whether the text is known only in the fragments that somebody else quotes.
    fragments: bool,
}

impl<'a> Head<'a> {
    fn of(coded: &'a Coded) -> Self {
        let readout = &coded.readout;
        Self {
            file: readout.file.to_string_lossy(),
            side: &readout.side,
            language: readout.language,
            kind: readout.kind,
            meeting: readout.meeting.as_deref(),
            date: readout.date.as_deref(),
            fragments: readout.is_fragments(),
        }
    }
}

/// One text with its coded statements. Offsets count bytes of the body, the text after the front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "File")]
pub(crate) struct File<'a> {
    #[schemars(extend("const" = "readout.code/1"))]
    schema: &'static str,
    #[serde(flatten)]
    head: Head<'a>,
    /// Fields of the front matter that the program does not know.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    unknown_fields: &'a BTreeMap<String, Value>,
    statements: &'a [Statement],
}

impl<'a> File<'a> {
    pub fn of(coded: &'a Coded) -> Self {
        Self {
            schema: "readout.code/1",
            head: Head::of(coded),
            unknown_fields: &coded.readout.unknown,
            statements: &coded.statements,
        }
    }
}

/// One statement with whose text it stands in.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Line<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(flatten)]
    statement: &'a Statement,
}

impl<'a> Line<'a> {
    /// The lines of one text.
    pub fn all(coded: &'a Coded) -> impl Iterator<Item = Self> {
        let head = Head::of(coded);
        coded.statements.iter().map(move |statement| Self { head: head.clone(), statement })
    }
}
