//! A comparison as rows, for spreadsheets: one row a statement and topic, and one for each topic on which a column is silent.

use std::io::{self, Write};

use super::code::cell;
use crate::coding::Statement;
use crate::comparison::{Comparison, Text};

const HEAD: [&str; 16] = [
    "meeting",
    "topic",
    "raised",
    "text",
    "side",
    "language",
    "kind",
    "date",
    "share",
    "rank",
    "statement",
    "start",
    "end",
    "speaker",
    "act",
    "words",
];

pub(super) fn write(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(HEAD)?;
    let mut row = |topic: &str, raised: &str, text: &Text, part: [String; 2], statement: Option<&Statement>| {
        let readout = text.readout();
        let number = |get: fn(&Statement) -> usize| statement.map_or_else(String::new, |s| get(s).to_string());
        let [share, rank] = part;
        writer.write_record([
            cell(&comparison.meeting),
            cell(topic),
            raised.to_owned(),
            cell(&text.label),
            cell(readout.side.as_str()),
            readout.language.to_string(),
            readout.kind.as_str().to_owned(),
            cell(readout.date.as_deref().unwrap_or("")),
            share,
            rank,
            number(|s| s.index + 1),
            number(|s| s.span.start),
            number(|s| s.span.end),
            statement.map_or_else(String::new, |s| cell(s.speaker.as_str())),
            statement.map_or_else(String::new, |s| s.act.as_str().to_owned()),
            statement.map_or_else(String::new, |s| cell(&s.text)),
        ])
    };
    let none = || [String::new(), String::new()];
    for topic in &comparison.topics {
        let raised = if topic.silent.is_empty() { "all" } else { "some" };
        for text in &comparison.texts {
            match topic.part(&text.label) {
                Some(part) => {
                    for index in &part.statements {
                        let figures = [format!("{:.3}", part.share), part.rank.to_string()];
                        row(&topic.id, raised, text, figures, Some(&text.coded.statements[*index]))?;
                    }
                }
                None if text.column => row(&topic.id, raised, text, none(), None)?,
                None => {}
            }
        }
    }
    for (text, statement) in comparison.unmatched() {
        row("", "", text, none(), Some(statement))?;
    }
    writer.flush()
}
