//! The hand coding of one text: a tab-separated file, each line of it checked against the text and the codebook.

use std::path::Path;

use super::error::{EvaluationError, Problem};
use super::rows::{Columns, accepted, one_of, place, short};
use crate::codebook::{Act, Codebook};
use crate::coding::Speaker;
use crate::readout::Side;
use crate::text::Span;

/// The columns that a hand-coded file must have, in whatever order; more are passed over.
pub const COLUMNS: [&str; 7] = ["start", "end", "topics", "optional_topics", "speaker", "act", "text"];

/// One statement as coded by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gold {
    /// The line of the hand-coded file, from 1.
    pub line: usize,
    /// Where the statement stands, in bytes of the body.
    pub span: Span,
    /// The topics that must be coded, most central first.
    pub topics: Vec<String>,
    /// The topics that count neither way.
    pub optional: Vec<String>,
    /// The speakers that are accepted, the first choice first; never empty.
    pub speakers: Vec<Speaker>,
    /// The acts that are accepted, the first choice first; never empty.
    pub acts: Vec<Act>,
}

/// Reads the hand coding `tsv` of a text with this `body`; `file` names it in errors.
///
/// Fields are separated by tabs and nothing is quoted. Offsets must lie in the body, on character boundaries, and the words
/// of the line must be the words there; runs of white space count as one space. Blank lines are passed over.
///
/// ```
/// use std::path::Path;
/// use readout::{codebook::Codebook, evaluation};
///
/// let tsv = "start\tend\ttopics\toptional_topics\tspeaker\tact\ttext\n0\t11\ttrade\t\tboth|us\tagree\tThey agreed\n";
/// let gold = evaluation::parse_gold(Path::new("us.gold.tsv"), tsv, "They agreed on tariffs.", &Codebook::embedded())?;
/// assert_eq!((gold[0].line, gold[0].speakers.len()), (2, 2));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// At the first line that is wrong, with its number and the mend.
pub fn parse_gold(file: &Path, tsv: &str, body: &str, codebook: &Codebook) -> Result<Vec<Gold>, EvaluationError> {
    let columns = Columns { needed: COLUMNS, optional: [] };
    columns.read(file, tsv, |line, fields, []| statement(line, fields, body, codebook))
}

fn statement(line: usize, fields: [&str; 7], body: &str, codebook: &Codebook) -> Result<Gold, Problem> {
    let [start, end, topics, optional, speakers, acts, words] = fields;
    let sides = || "the id of a side such as us or cn, both, or none".to_owned();
    Ok(Gold {
        line,
        span: place(start, end, Some(words), body)?,
        topics: topic_list("topics", topics, codebook)?,
        optional: topic_list("optional_topics", optional, codebook)?,
        speakers: accepted("speaker", speakers, speaker, sides)?,
        acts: accepted("act", acts, Act::from_id, || one_of(Act::ALL.map(Act::as_str)))?,
    })
}

fn topic_list(column: &'static str, field: &str, codebook: &Codebook) -> Result<Vec<String>, Problem> {
    let mut topics: Vec<String> = Vec::new();
    for id in field.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        if codebook.topic(id).is_none() {
            return Err(Problem::Topic { column, found: short(id), near: nearest(id, codebook) });
        }
        if !topics.iter().any(|t| t == id) {
            topics.push(id.to_owned());
        }
    }
    Ok(topics)
}

fn nearest(id: &str, codebook: &Codebook) -> Option<String> {
    let likeness = |topic: &str| similar::TextDiff::from_chars(id, topic).ratio();
    let near = codebook.topics.iter().max_by(|a, b| likeness(&a.id).total_cmp(&likeness(&b.id)))?;
    (likeness(&near.id) >= 0.6).then(|| near.id.to_string())
}

fn speaker(id: &str) -> Option<Speaker> {
    match id {
        "both" => Some(Speaker::Both),
        "none" => Some(Speaker::None),
        side => Side::new(side).filter(|s| s.as_str() == side).map(Speaker::Side),
    }
}

#[cfg(test)]
mod tests;
