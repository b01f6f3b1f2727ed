//! The JSON contracts: `readout.code/1` and `readout.comparison/1`.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::coding::{Coded, Statement};
use crate::comparison::Comparison;

fn head(coded: &Coded) -> Map<String, Value> {
    let readout = &coded.readout;
    let mut head = Map::new();
    head.insert("file".into(), json!(readout.file.to_string_lossy()));
    head.insert("side".into(), json!(readout.side));
    head.insert("language".into(), json!(readout.language));
    head.insert("kind".into(), json!(readout.kind));
    head.insert("meeting".into(), json!(readout.meeting));
    head.insert("date".into(), json!(readout.date));
    head.insert("fragments".into(), json!(readout.is_fragments()));
    head
}

fn statement(statement: &Statement) -> Value {
    serde_json::to_value(statement).unwrap_or(Value::Null)
}

pub(super) fn coded(out: &mut dyn Write, coded: &[Coded]) -> io::Result<()> {
    let files: Vec<Value> = coded
        .iter()
        .map(|c| {
            let mut file = Map::new();
            file.insert("schema".into(), json!("readout.code/1"));
            file.extend(head(c));
            if !c.readout.unknown.is_empty() {
                file.insert("unknown_fields".into(), json!(c.readout.unknown));
            }
            file.insert("statements".into(), c.statements.iter().map(statement).collect());
            Value::Object(file)
        })
        .collect();
    crate::text::json::write_pretty(out, &files)?;
    writeln!(out)
}

pub(super) fn coded_lines(out: &mut dyn Write, coded: &[Coded]) -> io::Result<()> {
    for c in coded {
        for s in &c.statements {
            let mut line = head(c);
            if let Value::Object(fields) = statement(s) {
                line.extend(fields);
            }
            crate::text::json::write(out, &line)?;
            writeln!(out)?;
        }
    }
    Ok(())
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
    crate::text::json::write_pretty(out, &value)?;
    writeln!(out)
}
