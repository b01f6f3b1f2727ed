//! The contract `readout.evaluation/1`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::codebook::Act;
use crate::coding::{Basis, Speaker};
use crate::evaluation::{self as model, RESAMPLES, SEED};
use crate::readout::{Kind, Side};
use crate::text::Language;

/// The agreement of the program with hand coding. A figure is null where nothing was counted.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evaluation")]
pub(crate) struct Evaluation<'a> {
    #[schemars(extend("const" = "readout.evaluation/1"))]
    schema: &'static str,
    /// The folder, as it was named.
    folder: Cow<'a, str>,
    method: Method,
    total: Figures<'a>,
    languages: Vec<OfLanguage<'a>>,
    documents: Vec<Document<'a>>,
    /// Where hand and program differ; with --errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<Disagreement<'a>>>,
}

/// How statements were matched and intervals found.
#[derive(Debug, Serialize, JsonSchema)]
struct Method {
    #[serde(rename = "match")]
    matching: &'static str,
    topics_distance: &'static str,
    interval: f64,
    resamples: usize,
    seed: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OfLanguage<'a> {
    language: Language,
    #[serde(flatten)]
    figures: Figures<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Document<'a> {
    file: &'a str,
    side: &'a Side,
    language: Language,
    kind: Kind,
    /// Topics that only the hand finds in the whole text.
    never: &'a [String],
    /// Topics that only the program finds in the whole text.
    only_program: &'a [String],
    #[serde(flatten)]
    figures: Figures<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Figures<'a> {
    statements: Statements,
    topics: Topics<'a>,
    coverage: Coverage,
    speaker: Judgement<'a>,
    act: Judgement<'a>,
    /// How right topics are by what gave them.
    basis: Vec<Source>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Statements {
    hand: usize,
    unmatched: usize,
    program: usize,
    extra: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Topics<'a> {
    #[serde(flatten)]
    counts: Counts,
    alpha: Alpha,
    by_topic: Vec<OfTopic<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OfTopic<'a> {
    id: &'a str,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    tp: usize,
    fp: usize,
    #[serde(rename = "fn")]
    missed: usize,
    precision: Option<f64>,
    recall: Option<f64>,
    f1: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Coverage {
    right: usize,
    of: usize,
    value: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Judgement<'a> {
    right: usize,
    of: usize,
    accuracy: Option<f64>,
    alpha: Alpha,
    confusion: Vec<Cell<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Cell<'a> {
    hand: &'a str,
    /// Null where the program has no such statement.
    program: Option<&'a str>,
    count: usize,
}

/// Krippendorff's alpha with its interval.
#[derive(Debug, Serialize, JsonSchema)]
struct Alpha {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    statements: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Source {
    basis: Basis,
    topics: usize,
    tp: usize,
    fp: usize,
    precision: Option<f64>,
}

/// A statement on which hand and program differ. Offsets count bytes of the body.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Disagreement<'a> {
    pub file: &'a str,
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    /// `topics`, `speaker`, `act`.
    pub wrong: Vec<&'static str>,
    pub hand: Hand<'a>,
    pub program: Program<'a>,
    /// Topics of the hand alone.
    pub missed: Vec<&'a str>,
    /// Topics of the program alone.
    pub invented: Vec<&'a str>,
    pub evidence: Vec<Reason<'a>>,
}

/// The codes of the hand; of speakers and acts, all that count as right.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Hand<'a> {
    pub line: usize,
    pub topics: &'a [String],
    pub optional_topics: &'a [String],
    pub speaker: &'a [Speaker],
    pub act: &'a [Act],
}

/// The codes of the program.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Program<'a> {
    /// The numbers of its statements.
    pub statements: &'a [usize],
    pub topics: &'a [String],
    pub speaker: Option<&'a Speaker>,
    pub act: Option<Act>,
}

/// The words behind a code of the program.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Reason<'a> {
    pub code: &'a str,
    pub rule: &'a str,
    pub basis: Basis,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
}

impl<'a> Evaluation<'a> {
    /// The figures, without `errors`.
    pub fn of(evaluation: &'a model::Evaluation) -> Self {
        let document = |d: &'a model::Document| Document {
            file: &d.name,
            side: &d.coded.readout.side,
            language: d.coded.readout.language,
            kind: d.coded.readout.kind,
            never: &d.never,
            only_program: &d.only_program,
            figures: Figures::of(&d.figures),
        };
        let of_language = |(language, figures): &'a (Language, model::Figures)| OfLanguage {
            language: *language,
            figures: Figures::of(figures),
        };
        Self {
            schema: "readout.evaluation/1",
            folder: evaluation.folder.to_string_lossy(),
            method: Method {
                matching: "half of the shorter statement",
                topics_distance: "masi",
                interval: 0.95,
                resamples: RESAMPLES,
                seed: format!("{SEED:#x}"),
            },
            total: Figures::of(&evaluation.total),
            languages: evaluation.languages.iter().map(of_language).collect(),
            documents: evaluation.documents.iter().map(document).collect(),
            errors: None,
        }
    }
}

impl<'a> Figures<'a> {
    fn of(figures: &'a model::Figures) -> Self {
        let source = |s: &model::Source| Source {
            basis: s.basis,
            topics: s.topics,
            tp: s.right,
            fp: s.invented,
            precision: number(model::Counts { right: s.right, invented: s.invented, missed: 0 }.precision()),
        };
        Self {
            statements: Statements {
                hand: figures.statements,
                unmatched: figures.unmatched,
                program: figures.own,
                extra: figures.extra,
            },
            topics: Topics {
                counts: counts(figures.topics),
                alpha: alpha(&figures.topics_alpha),
                by_topic: figures.by_topic.iter().map(|t| OfTopic { id: &t.id, counts: counts(t.counts) }).collect(),
            },
            coverage: Coverage {
                right: figures.raised.right,
                of: figures.raised.of,
                value: number(figures.raised.value()),
            },
            speaker: Judgement::of(&figures.speaker),
            act: Judgement::of(&figures.act),
            basis: figures.sources.iter().map(source).collect(),
        }
    }
}

impl<'a> Judgement<'a> {
    fn of(judgement: &'a model::Judgement) -> Self {
        let cell = |(hand, program, count): &'a (String, Option<String>, usize)| Cell {
            hand,
            program: program.as_deref(),
            count: *count,
        };
        Self {
            right: judgement.share.right,
            of: judgement.share.of,
            accuracy: number(judgement.share.value()),
            alpha: alpha(&judgement.alpha),
            confusion: judgement.confusion.iter().map(cell).collect(),
        }
    }
}

fn counts(counts: model::Counts) -> Counts {
    Counts {
        tp: counts.right,
        fp: counts.invented,
        missed: counts.missed,
        precision: number(counts.precision()),
        recall: number(counts.recall()),
        f1: number(counts.f1()),
    }
}

fn alpha(alpha: &model::Alpha) -> Alpha {
    let (low, high) = alpha.interval.unzip();
    Alpha { value: number(alpha.value), low: number(low), high: number(high), statements: alpha.units }
}

/// A figure to six digits: as much as a reader can use, and the same on every machine.
fn number(figure: Option<f64>) -> Option<f64> {
    figure.map(|f| (f * 1e6).round() / 1e6)
}
