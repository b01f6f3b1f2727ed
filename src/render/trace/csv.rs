//! A trace as rows: one a meeting and piece of a formula, topic, adjective or statement.
//!
//! `presence`: `present`, `changed` (of a piece: in other words), `missing`, `elsewhere` (of a piece: its words stand in the text in
//! another voice than those that count), `not-raised` (the text does not raise the topic of the formula), `not-yet` (of a piece:
//! the text is older than the day from which on it is expected), `not-quoted` (the text is known only in fragments). `change`: of
//! pieces as in JSON ([`Change`]); of topics and adjectives `new`, `restored` (not in the text before, but in one before that),
//! `dropped`, or nothing; of statements `near` (the text before has a near wording), `alone` (it has none), `gone` (a statement of
//! the text before that has none here); `first` where there is no text before of the same levels, `other-language` where that is
//! in another. `value`: the share of a topic, or the words of a statement or for an
//! adjective.
//! `told`: of a topic the other side, where the text has all of it as that side's words and does not raise it itself.

use std::io::{self, Write};

use crate::codebook::Level;
use crate::codebook::formulas::Presence;
use crate::render::sheet::Sheet;
use crate::trace::{Change, Entry, FormulaPoint, Options, TopicPoint, Trace};

const HEAD: [&str; 18] = [
    "side",
    "meeting",
    "date",
    "level",
    "language",
    "fragments",
    "previous",
    "what",
    "id",
    "presence",
    "change",
    "value",
    "other_level",
    "index",
    "speaker",
    "act",
    "similarity",
    "told",
];

pub(super) fn write(out: &mut dyn Write, trace: &Trace, asked: &Options) -> io::Result<()> {
    let mut sheet = Sheet::new(out, &HEAD)?;
    for series in &trace.series {
        for entry in series.entries.iter().chain(&series.undated) {
            for row in rows(entry, asked) {
                let [index, speaker, act, similarity] = row.said;
                sheet.row([
                    series.side.as_str().to_owned(),
                    entry.meeting.clone(),
                    entry.date.clone().unwrap_or_default(),
                    entry.level.map_or("", Level::as_str).to_owned(),
                    entry.language.to_string(),
                    entry.fragments.to_string(),
                    row.previous.clone().unwrap_or_default(),
                    row.what.to_owned(),
                    row.id,
                    row.presence.to_owned(),
                    row.change.to_owned(),
                    row.value,
                    entry.other_level.map_or("", Level::as_str).to_owned(),
                    index,
                    speaker,
                    act,
                    similarity,
                    row.told,
                ])?;
            }
        }
    }
    sheet.finish()
}

/// What a row says of one text.
struct Row<'a> {
    /// The earlier meeting that the text is held against.
    previous: &'a Option<String>,
    what: &'static str,
    id: String,
    presence: &'static str,
    change: &'static str,
    value: String,
    /// Of a statement its number, speaker, act, and how near the earlier one is; of a topic speaker and act.
    said: [String; 4],
    /// Of a topic the other side as whose words alone the text tells it.
    told: String,
}

impl<'a> Row<'a> {
    fn new(previous: &'a Option<String>, what: &'static str, id: &str, presence: &'static str) -> Self {
        let said = std::array::from_fn(|_| String::new());
        Self {
            previous,
            what,
            id: id.to_owned(),
            presence,
            change: "",
            value: String::new(),
            said,
            told: String::new(),
        }
    }
}

fn rows<'a>(entry: &'a Entry, asked: &Options) -> Vec<Row<'a>> {
    let everything = asked.topics.is_empty() && asked.formulas.is_empty();
    let mut rows = Vec::new();
    if everything || !asked.formulas.is_empty() {
        rows.extend(entry.formulas.iter().flat_map(|formula| pieces(entry, formula)));
    }
    rows.extend(topics(entry, asked, everything));
    if everything {
        let adjective = |id: &String, presence, change| {
            let value = entry.tone_words.get(id).map(|words| words.join(" · ")).unwrap_or_default();
            Row { change, value, ..Row::new(&entry.previous, "adjective", id, presence) }
        };
        let there = entry.tones.iter().map(|id| {
            let known = (entry.tones_new.contains(id), entry.tones_restored.contains(id));
            adjective(id, "present", since(entry, known))
        });
        rows.extend(there);
        rows.extend(entry.tones_dropped.iter().map(|id| adjective(id, "missing", "dropped")));
    }
    rows.extend(statements(entry));
    rows
}

fn pieces<'a>(entry: &'a Entry, formula: &'a FormulaPoint) -> impl Iterator<Item = Row<'a>> {
    formula.pieces.iter().map(|piece| {
        let presence = match piece.presence {
            _ if piece.change == Change::NotYet => "not-yet",
            _ if piece.change == Change::Elsewhere => "elsewhere",
            Presence::Missing if entry.fragments => "not-quoted",
            _ if !formula.raised => "not-raised",
            Presence::Present => "present",
            Presence::Changed => "changed",
            Presence::Missing => "missing",
        };
        let change = match piece.change {
            Change::First => "first",
            Change::Kept => "kept",
            Change::Reworded => "reworded",
            Change::New => "new",
            Change::Restored => "restored",
            Change::Dropped => "dropped",
            Change::Absent => "absent",
            Change::Unquoted => "unquoted",
            Change::NotRaised => "not-raised",
            Change::NotYet => "not-yet",
            Change::Elsewhere => "elsewhere",
        };
        let id = format!("{}.{}", formula.id, piece.id);
        Row { change, ..Row::new(&formula.previous, "piece", &id, presence) }
    })
}

/// The topics asked for, of which every text has a row, or all that the text or the one before it raises.
fn topics<'a>(entry: &'a Entry, asked: &Options, everything: bool) -> Vec<Row<'a>> {
    let row = |id: &String, presence| Row::new(&entry.previous, "topic", id, presence);
    let lost = |id: &String| {
        let presence = if entry.fragments { "not-quoted" } else { "missing" };
        let change = if entry.vanished.contains(id) { "dropped" } else { "" };
        Row { change, ..row(id, presence) }
    };
    let point = |point: &TopicPoint| Row {
        change: since(entry, (entry.appeared.contains(&point.id), entry.reappeared.contains(&point.id))),
        value: format!("{:.4}", point.share),
        said: [String::new(), point.speaker.as_str().to_owned(), point.act.as_str().to_owned(), String::new()],
        told: point.told.as_ref().map_or_else(String::new, |side| side.as_str().to_owned()),
        ..row(&point.id, "present")
    };
    let wanted = |t: &&TopicPoint| everything || asked.topics.contains(&t.id);
    let mut rows: Vec<Row<'a>> = entry.topics.iter().filter(wanted).map(point).collect();
    let missing = asked.topics.iter().filter(|id| entry.topic(id).is_none());
    rows.extend(if everything {
        entry.vanished.iter().map(lost).collect()
    } else {
        missing.map(lost).collect::<Vec<_>>()
    });
    rows
}

/// What happened to a topic or an adjective that is there, by whether it is new and whether a text before has it.
fn since(entry: &Entry, known: (bool, bool)) -> &'static str {
    match known {
        _ if entry.previous.is_none() => "first",
        (true, true) => "restored",
        (true, false) => "new",
        (false, _) => "",
    }
}

fn statements(entry: &Entry) -> Vec<Row<'_>> {
    // Wordings are only held against those of the same language.
    let held = |topic: &str| match entry.topic(topic).and_then(|point| point.previous_language) {
        None => "first",
        Some(language) if language != entry.language => "other-language",
        Some(_) => "alone",
    };
    let here = entry.statements.iter().map(|s| Row {
        change: if s.earlier.is_some() { "near" } else { held(&s.topic) },
        value: s.text.clone(),
        said: [
            s.index.to_string(),
            s.speaker.as_str().to_owned(),
            s.act.as_str().to_owned(),
            s.earlier.as_ref().map_or_else(String::new, |e| format!("{:.3}", e.similarity)),
        ],
        ..Row::new(entry.held(&s.topic), "statement", &s.topic, "present")
    });
    let gone = entry.gone.iter().map(|g| Row {
        change: "gone",
        value: g.text.clone(),
        ..Row::new(entry.held(&g.topic), "statement", &g.topic, "missing")
    });
    here.chain(gone).collect()
}
