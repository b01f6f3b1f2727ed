//! The contract `readout.code/1`.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use crate::coding::{Coded, Statement};
use crate::readout::{Kind, Side};
use crate::text::{Language, json};

/// Whose text it is.
#[derive(Debug, Serialize, JsonSchema)]
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
    /// Whether it is a statement of the sides together.
    joint: bool,
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
            joint: readout.is_joint(),
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

impl Line<'_> {
    /// Writes the lines of one text, each with its end. What they share is made once.
    ///
    /// # Errors
    /// When a value cannot be JSON.
    pub fn write_all(out: &mut Vec<u8>, coded: &Coded) -> io::Result<()> {
        let mut head = Vec::new();
        json::write(&mut head, &Head::of(coded))?;
        // The fields of the statement come behind those of the head.
        let head = head.strip_suffix(b"}").unwrap_or(&head);
        for statement in &coded.statements {
            out.extend(head);
            let begin = out.len();
            json::write(&mut *out, statement)?;
            out[begin] = b',';
            out.push(b'\n');
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::codebook::Codebook;
    use crate::readout::Readout;

    #[test]
    fn lines_are_what_the_contract_says() {
        let text = "---\nside: us\ndate: \"2031-05-12\"\n---\nHe raised concerns about “trade”.\n\nThey met.\n";
        let readout = Readout::parse(Path::new("a\"b.md"), text).expect("a readout");
        let codebook = Codebook::embedded();
        let coded = crate::coding::code(readout, &codebook).expect("coded");
        let (mut lines, mut expected) = (Vec::new(), Vec::new());
        Line::write_all(&mut lines, &coded).expect("written");
        for statement in &coded.statements {
            json::write(&mut expected, &Line { head: Head::of(&coded), statement }).expect("written");
            expected.push(b'\n');
        }
        assert_eq!(String::from_utf8_lossy(&lines), String::from_utf8_lossy(&expected));
        assert_eq!(coded.statements.len(), 2);
    }
}
