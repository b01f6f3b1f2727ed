//! A comparison as rows, for spreadsheets: one row a statement and topic, and one for each topic on which a column is silent, which
//! is no omission where the column is known only in fragments; or its claims, one row a claim and statement that answers it.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::words;
use crate::codebook::Codebook;
use crate::coding::Statement;
use crate::comparison::{Comparison, Measured, Text};

const HEAD: [&str; 20] = [
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
    "told",
];

pub(super) fn head(out: &mut dyn Write) -> io::Result<()> {
    Sheet::new(out, &HEAD)?.finish()
}

/// The rows of one comparison, behind [`head`].
pub(super) fn write(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let mut sheet = Sheet::headless(out);
    let mut row = |topic: &str, raised: &str, text: &Text, part: [String; 3], statement: Option<&Statement>| {
        let readout = text.readout();
        let number = |get: fn(&Statement) -> usize| statement.map_or_else(String::new, |s| get(s).to_string());
        let [share, rank, told] = part;
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
            told,
        ])
    };
    let none = || [String::new(), String::new(), String::new()];
    for topic in &comparison.topics {
        let raised = topic.raised.as_str();
        for text in &comparison.texts {
            match topic.part(&text.label) {
                Some(part) => {
                    for index in &part.statements {
                        let told = part.told.as_ref().map_or_else(String::new, |side| side.as_str().to_owned());
                        let figures = [format!("{:.3}", part.share), part.rank.to_string(), told];
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

const CLAIMS_HEAD: [&str; 37] = [
    "meeting",
    "claim",
    "text",
    "statement",
    "start",
    "end",
    "type",
    "speaker",
    "status",
    "coverage",
    "words",
    "has",
    "elsewhere",
    "lacks",
    "answer_text",
    "answer_statement",
    "answer_words",
    "index",
    "answer_status",
    "telling",
    "one_sided",
    "talked",
    "id",
    "topics",
    "broader",
    "related",
    "answer_index",
    "decided_by",
    "instead",
    "worded",
    "contrary",
    "conditional",
    "how",
    "tentative",
    "measured",
    "one_thing",
    "general",
];

pub(super) fn claims_head(out: &mut dyn Write) -> io::Result<()> {
    Sheet::new(out, &CLAIMS_HEAD)?.finish()
}

/// The claims, in the order in which the forms for people have them, numbered from 1; statements as there, from 1 too. The
/// rows of one comparison, behind [`claims_head`].
pub(super) fn claims(out: &mut dyn Write, comparison: &Comparison, codebook: &Codebook) -> io::Result<()> {
    let mut sheet = Sheet::headless(out);
    let words = |label: &str, index: usize| {
        let statement = comparison.text(label).and_then(|text| text.coded.statements.get(index));
        statement.map_or_else(String::new, |statement| statement.text.clone())
    };
    for (at, claim) in words::in_order(&comparison.claims).into_iter().enumerate() {
        let answers = claim.counterparts.iter().map(|a| {
            [a.side.clone(), (a.statement + 1).to_string(), words(&a.side, a.statement), a.statement.to_string()]
        });
        // A text that has nothing of it has a row too.
        let silent = claim.answers.keys().filter(|text| claim.counterparts.iter().all(|a| a.side != **text));
        let silent = silent.map(|text| [text.clone(), String::new(), String::new(), String::new()]);
        let mut answers: Vec<[String; 4]> = answers.chain(silent).collect();
        if answers.is_empty() {
            answers.push(std::array::from_fn(|_| String::new()));
        }
        let statement = comparison.text(&claim.text).and_then(|text| text.coded.statements.get(claim.statement));
        let topics = statement.map_or_else(String::new, |statement| statement.topics.join(" "));
        let name = |id: &String| words::things([id], codebook);
        let measure = |m: &Measured| comparison.text(&m.side).map(|t| m.span.slice(&t.readout().body).to_owned());
        let measured = claim.measured.iter().filter_map(measure).collect::<Vec<_>>().join("; ");
        for [text, statement, said, index] in answers {
            let contrary = claim.is_disputed_by(&text).to_string();
            let how = claim.contrary.iter().find(|c| c.side == text).map_or("", |c| c.how.as_str());
            // What the claim tells of one text stands in its rows.
            let decides = claim.answers.len() < 2 || claim.decided_by.as_deref() == Some(&*text);
            let written = |list: &[String], one: &dyn Fn(&String) -> String| {
                let list = if decides { list } else { &[] };
                list.iter().map(one).collect::<Vec<_>>().join("; ")
            };
            let list = |ids: &[String]| written(ids, &name);
            let flag = |flag: bool| (flag && decides).to_string();
            let instead = written(&claim.instead, &|number| words::figure(number));
            let worded = written(&claim.worded, &|id| words::word(id, codebook));
            let answered = claim.answers.get(&text).map_or("", |status| status.as_str());
            sheet.row([
                comparison.meeting.clone(),
                (at + 1).to_string(),
                claim.text.clone(),
                (claim.statement + 1).to_string(),
                claim.span.start.to_string(),
                claim.span.end.to_string(),
                claim.kind.as_str().to_owned(),
                claim.speaker.as_str().to_owned(),
                claim.status.as_str().to_owned(),
                if claim.answers.is_empty() || !decides { String::new() } else { format!("{:.3}", claim.coverage) },
                words(&claim.text, claim.statement),
                list(&claim.shared),
                list(&claim.elsewhere),
                list(&claim.missing),
                text,
                statement,
                said,
                claim.statement.to_string(),
                answered.to_owned(),
                claim.telling.to_string(),
                flag(claim.one_sided),
                flag(claim.talked),
                claim.id.clone(),
                topics.clone(),
                list(&claim.broader),
                list(&claim.related),
                index,
                claim.decided_by.clone().unwrap_or_default(),
                instead,
                worded,
                contrary,
                flag(claim.conditional),
                how.to_owned(),
                flag(claim.tentative),
                if decides { measured.clone() } else { String::new() },
                flag(claim.one_thing),
                flag(claim.general),
            ])?;
        }
    }
    sheet.finish()
}
