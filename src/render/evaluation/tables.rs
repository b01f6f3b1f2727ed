//! The figures of an evaluation for spreadsheets: one document, language, meeting, article or total and measure a row.

use std::io::{self, Write};

use super::text::basis;
use crate::evaluation::{Alpha, ClaimFigures, Counts, Evaluation, Figures, QuotationFigures};
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
    for meeting in &evaluation.meetings {
        of_claims(&meeting.figures).into_iter().try_for_each(|row| sheet.row(row.cells("meeting", &meeting.name)))?;
    }
    for article in &evaluation.articles {
        of_quotations(&article.figures)
            .into_iter()
            .try_for_each(|row| sheet.row(row.cells("article", &article.name)))?;
    }
    let claims = evaluation.claims.iter().flat_map(|figures| {
        let cells = figures.status.confusion.iter().map(|cell| Row::of_cell("status_confusion", cell));
        of_claims(figures).into_iter().chain(cells)
    });
    let quotations = evaluation.quotations.iter().flat_map(of_quotations);
    claims.chain(quotations).try_for_each(|row| sheet.row(row.cells("total", "")))?;
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

impl Row {
    /// A cell of a table of confusion.
    fn of_cell(measure: &'static str, (hand, program, count): &(String, Option<String>, usize)) -> Self {
        let code = format!("{hand}>{}", program.as_deref().unwrap_or("unmatched"));
        Self { measure, code, value: count.to_string(), ..Self::default() }
    }

    /// The cells of the row of a meeting, an article or all of them.
    fn cells<'a>(&'a self, scope: &'a str, name: &'a str) -> [&'a str; 8] {
        [scope, name, "", self.measure, &self.code, &self.value, &self.low, &self.high]
    }
}

/// The rows of the claims of one meeting, or of all.
fn of_claims(figures: &ClaimFigures) -> Vec<Row> {
    let mut rows = vec![Row { measure: "claims", value: figures.claims.to_string(), ..Row::default() }];
    counts(&mut rows, CLAIMS, "", figures.found);
    for (measure, share) in [
        ("claims_type_accuracy", figures.kind),
        ("claims_status_accuracy", figures.status.share),
        ("claims_silent_accuracy", figures.silent),
        ("claims_counterparts_accuracy", figures.counterparts),
    ] {
        rows.push(Row { measure, value: number(share.value()), ..Row::default() });
    }
    rows.push(alpha("claims_status_alpha", &figures.status.alpha));
    rows
}

/// The rows of the quotations of one article, or of all.
fn of_quotations(figures: &QuotationFigures) -> Vec<Row> {
    let mut rows = vec![Row { measure: "quotations", value: figures.quotations().to_string(), ..Row::default() }];
    counts(&mut rows, QUOTATIONS, "", figures.found);
    for (measure, share) in [
        ("quotations_side_accuracy", figures.side),
        ("quotations_kind_accuracy", figures.kind),
        ("quotations_speaker_accuracy", figures.speaker),
    ] {
        rows.push(Row { measure, value: number(share.value()), ..Row::default() });
    }
    rows
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
    counts(&mut rows, TOPICS, "", figures.topics);
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
        counts(&mut rows, TOPICS, &topic.id, topic.counts);
    }
    for (measure, judgement) in [("speaker_confusion", &figures.speaker), ("act_confusion", &figures.act)] {
        rows.extend(judgement.confusion.iter().map(|cell| Row::of_cell(measure, cell)));
    }
    rows
}

/// What counts of codes are called, in the order of [`counts`].
type Names = [&'static str; 6];
const TOPICS: Names = ["topics_tp", "topics_fp", "topics_fn", "topics_precision", "topics_recall", "topics_f1"];
const CLAIMS: Names = ["claims_tp", "claims_fp", "claims_fn", "claims_precision", "claims_recall", "claims_f1"];
const QUOTATIONS: Names =
    ["quotations_tp", "quotations_fp", "quotations_fn", "quotations_precision", "quotations_recall", "quotations_f1"];

fn counts(rows: &mut Vec<Row>, names: Names, code: &str, counts: Counts) {
    let values = [
        counts.right.to_string(),
        counts.invented.to_string(),
        counts.missed.to_string(),
        number(counts.precision()),
        number(counts.recall()),
        number(counts.f1()),
    ];
    let rows_of = names.into_iter().zip(values);
    rows.extend(rows_of.map(|(measure, value)| Row { measure, code: code.to_owned(), value, ..Row::default() }));
}

fn alpha(measure: &'static str, alpha: &Alpha) -> Row {
    let (low, high) = alpha.interval.unzip();
    Row { measure, code: String::new(), value: number(alpha.value), low: number(low), high: number(high) }
}

/// A figure to six digits; empty where there is none.
fn number(figure: Option<f64>) -> String {
    figure.map(|f| format!("{f:.6}")).unwrap_or_default()
}
