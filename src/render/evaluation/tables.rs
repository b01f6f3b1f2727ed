//! The figures of an evaluation for spreadsheets: one document, language or total and measure a row.

use std::io::{self, Write};

use super::text::basis;
use crate::evaluation::{Alpha, Counts, Evaluation, Figures};
use crate::render::sheet::Sheet;

pub(super) fn csv(out: &mut dyn Write, evaluation: &Evaluation) -> io::Result<()> {
    let head = ["scope", "document", "language", "measure", "code", "value", "low", "high"];
    let mut sheet = Sheet::new(out, &head)?;
    let documents =
        evaluation.documents.iter().map(|d| ("document", d.name.clone(), d.coded.readout.language.code(), &d.figures));
    let languages = evaluation.languages.iter().map(|(l, f)| ("language", String::new(), l.code(), f));
    let total = [("total", String::new(), "", &evaluation.total)];
    for (scope, name, language, figures) in documents.chain(languages).chain(total) {
        for row in rows(figures, scope != "document") {
            sheet.row([scope, &name, language, row.measure, &row.code, &row.value, &row.low, &row.high])?;
        }
    }
    sheet.finish()
}

/// A measure, the code that it is about if it is about one, its value and interval.
#[derive(Default)]
struct Row {
    measure: &'static str,
    code: String,
    value: String,
    low: String,
    high: String,
}

/// The rows of one document, language or total; with `codes`, also of each topic and each cell of the tables of confusion.
fn rows(figures: &Figures, codes: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (measure, value) in [
        ("statements", figures.statements),
        ("statements_unmatched", figures.unmatched),
        ("program_statements", figures.own),
        ("program_statements_extra", figures.extra),
    ] {
        rows.push(Row { measure, value: value.to_string(), ..Row::default() });
    }
    counts(&mut rows, "", figures.topics);
    for (measure, value) in [
        ("coverage", figures.raised.value()),
        ("speaker_accuracy", figures.speaker.share.value()),
        ("act_accuracy", figures.act.share.value()),
    ] {
        rows.push(Row { measure, value: number(value), ..Row::default() });
    }
    rows.push(alpha("topics_alpha", &figures.topics_alpha));
    rows.push(alpha("speaker_alpha", &figures.speaker.alpha));
    rows.push(alpha("act_alpha", &figures.act.alpha));
    for source in &figures.sources {
        let code = basis(source.basis).to_owned();
        rows.push(Row { measure: "topics_by_basis", code, value: source.topics.to_string(), ..Row::default() });
    }
    if !codes {
        return rows;
    }
    for topic in &figures.by_topic {
        counts(&mut rows, &topic.id, topic.counts);
    }
    for (measure, judgement) in [("speaker_confusion", &figures.speaker), ("act_confusion", &figures.act)] {
        for (hand, program, count) in &judgement.confusion {
            let code = format!("{hand}>{}", program.as_deref().unwrap_or("unmatched"));
            rows.push(Row { measure, code, value: count.to_string(), ..Row::default() });
        }
    }
    rows
}

fn counts(rows: &mut Vec<Row>, code: &str, counts: Counts) {
    for (measure, value) in [
        ("topics_tp", counts.right.to_string()),
        ("topics_fp", counts.invented.to_string()),
        ("topics_fn", counts.missed.to_string()),
        ("topics_precision", number(counts.precision())),
        ("topics_recall", number(counts.recall())),
        ("topics_f1", number(counts.f1())),
    ] {
        rows.push(Row { measure, code: code.to_owned(), value, ..Row::default() });
    }
}

fn alpha(measure: &'static str, alpha: &Alpha) -> Row {
    let (low, high) = alpha.interval.unzip();
    Row { measure, code: String::new(), value: number(alpha.value), low: number(low), high: number(high) }
}

/// A figure to six digits; empty where there is none.
fn number(figure: Option<f64>) -> String {
    figure.map(|f| format!("{f:.6}")).unwrap_or_default()
}
