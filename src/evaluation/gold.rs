//! The hand coding of one text: a tab-separated file, each line of it checked against the text and the codebook.

use std::path::Path;

use super::error::{EvaluationError, Problem};
use crate::codebook::{Act, Codebook};
use crate::coding::Speaker;
use crate::readout::Side;
use crate::text::Span;
use crate::text::width::{Widths, visible};

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
    let at = |line: usize| move |problem| EvaluationError::Line { file: file.to_owned(), line, problem };
    let tsv = tsv.strip_prefix('\u{feff}').unwrap_or(tsv);
    let mut lines = tsv.lines().enumerate();
    let header = lines.next().map_or("", |l| l.1);
    let columns = Columns::of(header).map_err(at(1))?;
    let mut gold = Vec::new();
    for (index, line) in lines.filter(|l| !l.1.trim().is_empty()) {
        let fields = columns.fields(line).map_err(at(index + 1))?;
        gold.push(statement(index + 1, &fields, body, codebook).map_err(at(index + 1))?);
    }
    if gold.is_empty() { Err(at(1)(Problem::Empty)) } else { Ok(gold) }
}

/// Where each of [`COLUMNS`] stands in this file.
struct Columns {
    places: [usize; COLUMNS.len()],
    count: usize,
}

impl Columns {
    fn of(header: &str) -> Result<Self, Problem> {
        let names: Vec<&str> = header.split('\t').map(str::trim).collect();
        let mut places = [0; COLUMNS.len()];
        for (place, column) in places.iter_mut().zip(COLUMNS) {
            let mut found = names.iter().enumerate().filter(|n| *n.1 == column).map(|n| n.0);
            *place = found.next().ok_or(Problem::Header { column, times: 0 })?;
            if let more @ 1.. = found.count() {
                return Err(Problem::Header { column, times: more + 1 });
            }
        }
        Ok(Self { places, count: names.len() })
    }

    /// The fields of one line in the order of [`COLUMNS`].
    fn fields<'a>(&self, line: &'a str) -> Result<[&'a str; COLUMNS.len()], Problem> {
        let fields: Vec<&str> = line.split('\t').collect();
        if fields.len() != self.count {
            return Err(Problem::Fields { found: fields.len(), wanted: self.count });
        }
        Ok(self.places.map(|place| fields[place].trim()))
    }
}

fn statement(line: usize, fields: &[&str; 7], body: &str, codebook: &Codebook) -> Result<Gold, Problem> {
    let [start, end, topics, optional, speakers, acts, words] = *fields;
    let span = Span::new(number("start", start)?, number("end", end)?);
    check_span(span, words, body)?;
    let speaker = |id: &str| speaker(id).ok_or_else(|| Problem::Speaker { found: short(id) });
    let act = |id: &str| Act::from_id(id).ok_or_else(|| Problem::Act { found: short(id) });
    Ok(Gold {
        line,
        span,
        topics: topic_list("topics", topics, codebook)?,
        optional: topic_list("optional_topics", optional, codebook)?,
        speakers: speakers.split('|').map(|id| speaker(id.trim())).collect::<Result<_, _>>()?,
        acts: acts.split('|').map(|id| act(id.trim())).collect::<Result<_, _>>()?,
    })
}

fn number(column: &'static str, field: &str) -> Result<usize, Problem> {
    field.parse().map_err(|_| Problem::Number { column, found: short(field) })
}

fn check_span(span: Span, words: &str, body: &str) -> Result<(), Problem> {
    let Span { start, end } = span;
    if span.is_empty() {
        return Err(Problem::Order { start, end });
    }
    if end > body.len() {
        return Err(Problem::Outside { end, length: body.len() });
    }
    for (column, offset) in [("start", start), ("end", end)] {
        if !body.is_char_boundary(offset) {
            return Err(Problem::Boundary { column, offset });
        }
    }
    let found = span.slice(body);
    if !found.split_whitespace().eq(words.split_whitespace()) {
        return Err(Problem::Words { start, end, found: short(found), wanted: short(words) });
    }
    Ok(())
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

/// Words in a message: one line, safe to show, and not long.
fn short(text: &str) -> String {
    Widths::default().truncate(&visible(text.trim()), 48)
}

#[cfg(test)]
mod tests;
