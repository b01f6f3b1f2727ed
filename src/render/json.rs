//! The JSON contracts: `readout.code/1` and `readout.comparison/1`.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::coding::{Coded, Statement};
use crate::comparison::Comparison;
use crate::readout::{Kind, Side};
use crate::text::{Language, json};

/// What every statement of a text says of the text.
#[derive(Serialize)]
struct Head<'a> {
    file: std::borrow::Cow<'a, str>,
    side: &'a Side,
    language: Language,
    kind: Kind,
    meeting: Option<&'a str>,
    date: Option<&'a str>,
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

/// One text, as an item of the list of texts that [`super::coded_head()`] opens.
pub(super) fn coded(out: &mut dyn Write, coded: &Coded) -> io::Result<()> {
    #[derive(Serialize)]
    struct File<'a> {
        schema: &'static str,
        #[serde(flatten)]
        head: Head<'a>,
        #[serde(skip_serializing_if = "Value::is_null")]
        unknown_fields: Value,
        statements: &'a [Statement],
    }
    let unknown = &coded.readout.unknown;
    let file = File {
        schema: "readout.code/1",
        head: Head::of(coded),
        unknown_fields: if unknown.is_empty() { Value::Null } else { json!(unknown) },
        statements: &coded.statements,
    };
    let mut list = Vec::new();
    json::write_pretty(&mut list, &[file])?;
    out.write_all(list.strip_prefix(b"[\n").and_then(|l| l.strip_suffix(b"\n]")).unwrap_or(&list))
}

/// Each statement of one text on a line.
pub(super) fn coded_lines(out: &mut dyn Write, coded: &Coded) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'a> {
        #[serde(flatten)]
        head: &'a Head<'a>,
        #[serde(flatten)]
        statement: &'a Statement,
    }
    let head = Head::of(coded);
    let mut lines = Vec::new();
    for statement in &coded.statements {
        json::write(&mut lines, &Line { head: &head, statement })?;
        lines.push(b'\n');
    }
    out.write_all(&lines)
}

fn statement(statement: &Statement) -> Value {
    serde_json::to_value(statement).unwrap_or(Value::Null)
}

pub(super) fn comparison(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let mut sides = Map::new();
    for text in &comparison.texts {
        let readout = text.readout();
        let side = json!({
            "side": readout.side, "column": text.column, "kind": readout.kind, "language": readout.language,
            "fragments": readout.is_fragments(), "publisher": readout.publisher, "title": readout.title,
            "date": readout.date, "source_url": readout.source_url, "quoted_from": readout.quoted_from,
            "length": text.length,
            "statements": text.coded.statements.iter().map(statement).collect::<Vec<_>>(),
        });
        sides.insert(text.label.clone(), side);
    }
    let topics: Vec<Value> = comparison
        .topics
        .iter()
        .map(|row| {
            let parts: Map<String, Value> = row.parts.iter().map(|p| (p.text.clone(), json!(p))).collect();
            json!({ "id": row.id, "raised": row.raised, "sides": parts, "silent": row.silent })
        })
        .collect();
    let unmatched: Vec<Value> = comparison
        .unmatched()
        .map(|(t, s)| json!({ "text": t.label, "statement": s.index, "start": s.span.start, "end": s.span.end }))
        .collect();
    let emphasis: Map<String, Value> =
        comparison.emphasis.iter().map(|(t, voices)| (t.clone(), json!(voices))).collect();
    let value = json!({
        "schema": "readout.comparison/1", "meeting": comparison.meeting, "sides": sides, "topics": topics,
        "claims": comparison.claims, "terms": comparison.contrasts, "formulas": comparison.formulas, "unmatched": unmatched,
        "mentions": comparison.mentions, "emphasis": emphasis, "encounter": comparison.encounter, "wording": comparison.wording, "versions": comparison.versions, "since": comparison.since,
    });
    json::write_pretty(out, &value)?;
    writeln!(out)
}
