//! The contract `readout.evaluation/1`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::codebook::Act;
use crate::coding::{Basis, Speaker};
use crate::comparison::{ClaimType, Counterpart};
use crate::evaluation::{self as model, RESAMPLES, SEED};
use crate::readout::{Kind, Side};
use crate::text::{Language, Span};

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
    /// The claims of meetings with hand coding (claims.tsv), where there is any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claims: Option<Claims<'a>>,
    /// The quotations of articles with hand coding (NAME.quotes.tsv), where there is any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotations: Option<Quotations<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Claims<'a> {
    total: ClaimFigures<'a>,
    meetings: Vec<OfMeeting<'a>>,
    /// Where hand and program differ, the claims of the program alone among them; with --errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<ClaimDisagreement<'a>>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OfMeeting<'a> {
    meeting: &'a str,
    #[serde(flatten)]
    figures: ClaimFigures<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ClaimFigures<'a> {
    /// How many were coded by hand.
    hand: usize,
    /// Claims found, of the program alone, and of the hand alone (but for those that one coder alone has).
    #[serde(flatten)]
    counts: Counts,
    /// Of claims found, the sort: attribution or joint.
    #[serde(rename = "type")]
    kind: Share,
    /// Of claims found, the status; `disputed` where the program has words of the opposite and the hand does not accept `partly`.
    status: Judgement<'a>,
    /// Of claims found, whether silence is told from the rest as by hand.
    silent: Share,
    /// Where hand and program name places in the other text, whether one meets.
    counterparts: Share,
}

/// A claim on which hand and program differ. Offsets count bytes of the body.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ClaimDisagreement<'a> {
    pub meeting: &'a str,
    /// The label of the text that makes the claim.
    pub text: &'a str,
    pub file: Cow<'a, str>,
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub words: &'a str,
    /// `claim` where one alone has it, else `type`, `status`, `counterparts`.
    pub wrong: Vec<&'static str>,
    /// Null for a claim of the program alone.
    pub hand: Option<ClaimHand<'a>>,
    /// Null where the program has no such claim.
    pub program: Option<ClaimProgram<'a>>,
}

/// What the hand has of a claim; of types and statuses, all that count as right.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ClaimHand<'a> {
    pub line: usize,
    #[serde(rename = "type")]
    pub kinds: &'a [ClaimType],
    pub status: Vec<&'static str>,
    pub counterparts: &'a [Span],
}

/// What the program has of a claim.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ClaimProgram<'a> {
    /// Its id, as in a comparison.
    pub claim: &'a str,
    #[serde(rename = "type")]
    pub kind: ClaimType,
    pub status: &'static str,
    pub counterparts: &'a [Counterpart],
    /// What the other text has of it, by concept.
    pub shared: &'a [String],
    /// What it lacks.
    pub missing: &'a [String],
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Quotations<'a> {
    total: QuotationFigures,
    articles: Vec<OfArticle<'a>>,
    /// Where hand and program differ, the quotations of the program alone among them; with --errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<QuotationDisagreement<'a>>>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct OfArticle<'a> {
    file: &'a str,
    #[serde(flatten)]
    figures: QuotationFigures,
}

#[derive(Debug, Serialize, JsonSchema)]
struct QuotationFigures {
    /// How many were coded by hand.
    hand: usize,
    /// Quotations found, of the program alone, and of the hand alone.
    #[serde(flatten)]
    counts: Counts,
    /// Of all of the hand's.
    side: Share,
    /// Of all of the hand's.
    kind: Share,
    /// Of all of the hand's: names that share a word, in Chinese two characters.
    speaker: Share,
}

/// A quotation on which hand and program differ. Offsets count bytes of the article.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct QuotationDisagreement<'a> {
    pub file: &'a str,
    pub line: usize,
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    /// `quotation` where one alone has it, else `side`, `kind`, `speaker`.
    pub wrong: Vec<&'static str>,
    /// Null for a quotation of the program alone.
    pub hand: Option<QuotationHand<'a>>,
    /// Null where the program has none there.
    pub program: Option<QuotationProgram<'a>>,
}

/// What the hand has of a quotation; of sides and kinds, all that count as right.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct QuotationHand<'a> {
    pub line: usize,
    pub side: &'a [String],
    pub kind: &'a [Kind],
    pub speaker: &'a str,
}

/// What the program has of a quotation.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct QuotationProgram<'a> {
    pub side: &'a str,
    pub kind: Kind,
    pub speaker: &'a str,
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
    coverage: Share,
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

/// How many of how many are right.
#[derive(Debug, Serialize, JsonSchema)]
struct Share {
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
            claims: evaluation.claims.as_ref().map(|total| Claims {
                total: ClaimFigures::of(total),
                meetings: evaluation.meetings.iter().map(OfMeeting::of).collect(),
                errors: None,
            }),
            quotations: evaluation.quotations.as_ref().map(|total| Quotations {
                total: QuotationFigures::of(total),
                articles: evaluation.articles.iter().map(OfArticle::of).collect(),
                errors: None,
            }),
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
            coverage: share(figures.raised),
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

impl<'a> OfMeeting<'a> {
    fn of(meeting: &'a model::MeetingClaims) -> Self {
        Self { meeting: &meeting.name, figures: ClaimFigures::of(&meeting.figures) }
    }
}

impl<'a> ClaimFigures<'a> {
    fn of(figures: &'a model::ClaimFigures) -> Self {
        Self {
            hand: figures.claims,
            counts: counts(figures.found),
            kind: share(figures.kind),
            status: Judgement::of(&figures.status),
            silent: share(figures.silent),
            counterparts: share(figures.counterparts),
        }
    }
}

impl<'a> OfArticle<'a> {
    fn of(article: &'a model::ArticleQuotations) -> Self {
        Self { file: &article.name, figures: QuotationFigures::of(&article.figures) }
    }
}

impl QuotationFigures {
    fn of(figures: &model::QuotationFigures) -> Self {
        Self {
            hand: figures.quotations(),
            counts: counts(figures.found),
            side: share(figures.side),
            kind: share(figures.kind),
            speaker: share(figures.speaker),
        }
    }
}

fn share(share: model::Share) -> Share {
    Share { right: share.right, of: share.of, value: number(share.value()) }
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
