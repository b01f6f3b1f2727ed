//! The contract `readout.evaluation/1`.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::disagreements;
use super::text::basis;
use crate::evaluation::{Alpha, Counts, Document, Evaluation, Figures, Judgement, RESAMPLES, SEED, Share};

pub(super) fn write(out: &mut dyn Write, evaluation: &Evaluation, errors: bool) -> io::Result<()> {
    let languages = evaluation.languages.iter().map(|(language, figures)| {
        let mut object = object(json!({ "language": language.code() }));
        object.extend(self::figures(figures));
        Value::Object(object)
    });
    let mut value = object(json!({
        "schema": "readout.evaluation/1",
        "folder": evaluation.folder.to_string_lossy(),
        "method": {
            "match": "half of the shorter statement", "topics_distance": "masi", "interval": 0.95,
            "resamples": RESAMPLES, "seed": format!("{SEED:#x}"),
        },
        "total": figures(&evaluation.total),
        "languages": languages.collect::<Vec<_>>(),
        "documents": evaluation.documents.iter().map(document).collect::<Vec<_>>(),
    }));
    if errors {
        let found = evaluation.documents.iter().flat_map(|d| d.disagreements().map(|p| disagreements::json(d, p)));
        value.insert("errors".into(), found.collect());
    }
    crate::text::json::write_pretty(out, &value)?;
    writeln!(out)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => Map::from_iter([("value".to_owned(), other)]),
    }
}

fn document(document: &Document) -> Value {
    let readout = &document.coded.readout;
    let mut object = object(json!({
        "file": document.name, "side": readout.side, "language": readout.language, "kind": readout.kind,
        "never": document.never, "only_program": document.only_program,
    }));
    object.extend(figures(&document.figures));
    Value::Object(object)
}

fn figures(figures: &Figures) -> Map<String, Value> {
    let by_topic = figures.by_topic.iter().map(|t| {
        let mut object = object(json!({ "id": t.id }));
        object.extend(counts(t.counts));
        Value::Object(object)
    });
    let mut topics = counts(figures.topics);
    topics.insert("alpha".into(), alpha(&figures.topics_alpha));
    topics.insert("by_topic".into(), by_topic.collect());
    let sources = figures.sources.iter().map(|s| {
        let precision = Counts { right: s.right, invented: s.invented, missed: 0 }.precision();
        json!({
            "basis": basis(s.basis), "topics": s.topics, "tp": s.right, "fp": s.invented, "precision": number(precision),
        })
    });
    object(json!({
        "statements": {
            "hand": figures.statements, "unmatched": figures.unmatched, "program": figures.own, "extra": figures.extra,
        },
        "topics": topics,
        "coverage": share("value", figures.raised),
        "speaker": judgement(&figures.speaker),
        "act": judgement(&figures.act),
        "basis": sources.collect::<Vec<_>>(),
    }))
}

fn counts(counts: Counts) -> Map<String, Value> {
    object(json!({
        "tp": counts.right, "fp": counts.invented, "fn": counts.missed, "precision": number(counts.precision()),
        "recall": number(counts.recall()), "f1": number(counts.f1()),
    }))
}

fn share(name: &str, share: Share) -> Value {
    json!({ "right": share.right, "of": share.of, name: number(share.value()) })
}

fn judgement(judgement: &Judgement) -> Value {
    let cells = judgement
        .confusion
        .iter()
        .map(|(hand, program, count)| json!({ "hand": hand, "program": program, "count": count }));
    let mut object = object(share("accuracy", judgement.share));
    object.insert("alpha".into(), alpha(&judgement.alpha));
    object.insert("confusion".into(), cells.collect());
    Value::Object(object)
}

fn alpha(alpha: &Alpha) -> Value {
    let (low, high) = alpha.interval.unzip();
    json!({ "value": number(alpha.value), "low": number(low), "high": number(high), "statements": alpha.units })
}

/// A figure to six digits: as much as a reader can use, and the same on every machine.
fn number(figure: Option<f64>) -> Option<f64> {
    figure.map(|f| (f * 1e6).round() / 1e6)
}
