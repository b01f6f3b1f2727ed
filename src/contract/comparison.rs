//! The contract `readout.comparison/1`.

use schemars::JsonSchema;
use serde::Serialize;

use super::Ordered;
use crate::coding::Statement;
use crate::comparison as model;
use crate::readout::{Kind, QuotedFrom, Side};
use crate::text::Language;

/// Two or more texts of one meeting, lined up. Texts are named by their label, which is the side, with more where a side
/// has several; statements by their number in their text, from 0.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Comparison")]
pub(crate) struct Comparison<'a> {
    #[schemars(extend("const" = "readout.comparison/1"))]
    schema: &'static str,
    /// The id of the meeting.
    meeting: &'a str,
    /// The texts by label, the columns first.
    sides: Ordered<'a, TextObject<'a>>,
    /// The topics: those that most columns raise first, then by share.
    topics: Vec<Topic<'a>>,
    /// What each text says the other side said, and what it says was agreed.
    claims: &'a [model::Claim],
    /// The things that the columns call by one of several names.
    terms: &'a [model::Contrast],
    /// The formulas of which a column has a piece.
    formulas: &'a [model::FormulaUse],
    /// The formulas of whose topic a whole column of their side speaks without a piece of them.
    formulas_absent: &'a [model::FormulaAbsent],
    /// The statements without a topic.
    unmatched: Vec<Unmatched<'a>>,
    /// The things that one column names and no other does.
    mentions: &'a [model::Mention],
    /// The figures that one column has and no other does.
    figures: &'a [model::Figure],
    /// The things that one column says were not discussed, and that another names.
    undiscussed: &'a [model::Undiscussed],
    /// Whose words each text gives how much of itself to.
    emphasis: Ordered<'a, &'a [model::VoiceShare]>,
    encounter: &'a model::Encounter,
    /// The columns of one language, paired by wording.
    wording: &'a [model::WordingPairs],
    /// Language versions of one side's text, held against each other.
    versions: &'a [model::Versions],
    /// What changed since the earlier meeting of --previous.
    since: &'a [model::Since],
    /// The topics that were asked for with --topic: what is not on them is left out; empty where nothing is left out.
    only_topics: &'a [String],
}

/// One text with its coded statements. Offsets count bytes of the body, the text after the front matter.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Text")]
struct TextObject<'a> {
    side: &'a Side,
    /// Whether it is a column, or stands below the columns.
    column: bool,
    kind: Kind,
    language: Language,
    /// Whether the text is known only in the fragments that somebody else quotes: what it lacks may only not be quoted.
    fragments: bool,
    /// Whether it is a statement of the sides together.
    joint: bool,
    publisher: Option<&'a str>,
    title: Option<&'a str>,
    /// The date as written.
    date: Option<&'a str>,
    source_url: Option<&'a str>,
    quoted_from: Option<&'a QuotedFrom>,
    /// Words (English) or characters (Chinese).
    length: usize,
    statements: &'a [Statement],
}

#[derive(Debug, Serialize, JsonSchema)]
struct Topic<'a> {
    id: &'a str,
    raised: model::Raised,
    /// What each text that raises it has, by label.
    sides: Ordered<'a, &'a model::TopicPart>,
    /// The columns that do not raise it.
    silent: &'a [String],
    /// Those of them that leave it out: a text known only in fragments leaves out nothing.
    omitted_by: &'a [String],
    /// Whether the two columns that raise it name nothing in common there, as far as the codebook knows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    apart: bool,
    /// The other side, where one column alone raises it and gives all that it has on it as that side's words.
    voice: Option<&'a Side>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Unmatched<'a> {
    /// The label of the text.
    text: &'a str,
    /// The number of its statement, from 0: its `index`.
    statement: usize,
    start: usize,
    end: usize,
}

impl<'a> Comparison<'a> {
    pub fn of(comparison: &'a model::Comparison) -> Self {
        let topic = |row: &'a model::TopicRow| Topic {
            id: &row.id,
            raised: row.raised,
            sides: Ordered(row.parts.iter().map(|p| (p.text.as_str(), p)).collect()),
            silent: &row.silent,
            omitted_by: &row.omitted_by,
            apart: row.apart,
            voice: comparison.told(row).map(|(_, side)| side),
        };
        Self {
            schema: "readout.comparison/1",
            meeting: &comparison.meeting,
            sides: Ordered(comparison.texts.iter().map(|t| (t.label.as_str(), TextObject::of(t))).collect()),
            topics: comparison.topics.iter().map(topic).collect(),
            claims: &comparison.claims,
            terms: &comparison.contrasts,
            formulas: &comparison.formulas,
            formulas_absent: &comparison.formulas_absent,
            unmatched: comparison
                .unmatched()
                .map(|(t, s)| Unmatched { text: &t.label, statement: s.index, start: s.span.start, end: s.span.end })
                .collect(),
            mentions: &comparison.mentions,
            figures: &comparison.figures,
            undiscussed: &comparison.undiscussed,
            emphasis: Ordered(comparison.emphasis.iter().map(|(t, v)| (t.as_str(), v.as_slice())).collect()),
            encounter: &comparison.encounter,
            wording: &comparison.wording,
            versions: &comparison.versions,
            since: &comparison.since,
            only_topics: &comparison.only_topics,
        }
    }
}

impl<'a> TextObject<'a> {
    fn of(text: &'a model::Text) -> Self {
        let readout = text.readout();
        Self {
            side: &readout.side,
            column: text.column,
            kind: readout.kind,
            language: readout.language,
            fragments: readout.is_fragments(),
            joint: readout.is_joint(),
            publisher: readout.publisher.as_deref(),
            title: readout.title.as_deref(),
            date: readout.date.as_deref(),
            source_url: readout.source_url.as_deref(),
            quoted_from: readout.quoted_from.as_ref(),
            length: text.length,
            statements: &text.coded.statements,
        }
    }
}
