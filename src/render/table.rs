//! A comparison as rows, for spreadsheets: one row a statement and topic, and one for each topic on which a column is silent, which
//! is no omission where the column is known only in fragments.

use std::io::{self, Write};

use super::sheet::Sheet;
use crate::coding::Statement;
use crate::comparison::{Comparison, Text};

const HEAD: [&str; 19] = [
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
    "fragments",
    "index",
    "topic_act",
];

pub(super) fn write(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let mut sheet = Sheet::new(out, &HEAD)?;
    let mut row = |topic: &str, raised: &str, text: &Text, part: [String; 2], statement: Option<&Statement>| {
        let readout = text.readout();
        let number = |get: fn(&Statement) -> usize| statement.map_or_else(String::new, |s| get(s).to_string());
        let [share, rank] = part;
        sheet.row([
            comparison.meeting.clone(),
            topic.to_owned(),
            raised.to_owned(),
            text.label.clone(),
            readout.side.as_str().to_owned(),
            readout.language.to_string(),
            readout.kind.as_str().to_owned(),
            readout.date.clone().unwrap_or_default(),
            share,
            rank,
            number(|s| s.index + 1),
            number(|s| s.span.start),
            number(|s| s.span.end),
            statement.map_or_else(String::new, |s| s.speaker.as_str().to_owned()),
            statement.map_or_else(String::new, |s| s.act.as_str().to_owned()),
            statement.map_or_else(String::new, |s| s.text.clone()),
            text.is_fragments().to_string(),
            // As `readout code` counts, where the reports count from 1.
            number(|s| s.index),
            statement.map_or_else(String::new, |s| s.act_on(topic).as_str().to_owned()),
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
    sheet.finish()
}
