//! A trace as rows: one a meeting and piece of a formula, topic, adjective or statement.

use std::io::{self, Write};

use crate::codebook::Level;
use crate::codebook::formulas::Presence;
use crate::render::sheet::Sheet;
use crate::trace::{Change, Entry, Options, Trace};

const HEAD: [&str; 12] = [
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
];

pub(super) fn write(out: &mut dyn Write, trace: &Trace, asked: &Options) -> io::Result<()> {
    let mut sheet = Sheet::new(out, &HEAD)?;
    for series in &trace.series {
        for entry in series.entries.iter().chain(&series.undated) {
            for (previous, row) in rows(entry, asked) {
                let [what, id, presence, change, value] = row;
                sheet.row([
                    series.side.as_str().to_owned(),
                    entry.meeting.clone(),
                    entry.date.clone().unwrap_or_default(),
                    entry.level.map_or("", Level::as_str).to_owned(),
                    entry.language.to_string(),
                    entry.fragments.to_string(),
                    previous.cloned().unwrap_or_default(),
                    what,
                    id,
                    presence,
                    change,
                    value,
                ])?;
            }
        }
    }
    sheet.finish()
}

/// The rows of a text, each with the earlier meeting that it is held against.
fn rows<'a>(entry: &'a Entry, asked: &Options) -> Vec<(Option<&'a String>, [String; 5])> {
    let mut rows = Vec::new();
    let everything = asked.topics.is_empty() && asked.formulas.is_empty();
    let mut add = |previous: &'a Option<String>, row: [&str; 5]| rows.push((previous.as_ref(), row.map(str::to_owned)));
    if everything || !asked.formulas.is_empty() {
        for formula in &entry.formulas {
            for piece in &formula.pieces {
                let presence = match piece.presence {
                    Presence::Missing if entry.fragments => "not quoted",
                    _ if !formula.raised => "not raised",
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
                };
                let id = format!("{}.{}", formula.id, piece.id);
                add(&formula.previous, ["piece", &id, presence, change, ""]);
            }
        }
    }
    let topic = |id: &String| everything || asked.topics.contains(id);
    for point in entry.topics.iter().filter(|t| topic(&t.id)) {
        // By itself a topic is held against the last text that raises it, among all topics against the last text.
        let previous = if everything { &entry.previous } else { &point.previous };
        let change = match (entry.appeared.contains(&point.id), &point.previous) {
            (true, Some(_)) => "restored",
            (true, None) => "new",
            (false, _) => "",
        };
        add(previous, ["topic", &point.id, "present", change, &format!("{:.4}", point.share)]);
    }
    for id in entry.vanished.iter().filter(|id| topic(id)) {
        add(&entry.previous, ["topic", id, "missing", "dropped", ""]);
    }
    if everything {
        for id in &entry.tones {
            let change = if entry.tones_new.contains(id) { "new" } else { "" };
            add(&entry.previous, ["adjective", id, "present", change, ""]);
        }
        for id in &entry.tones_dropped {
            add(&entry.previous, ["adjective", id, "missing", "dropped", ""]);
        }
    }
    for statement in &entry.statements {
        let change = if statement.earlier.is_some() { "near" } else { "" };
        add(entry.held(&statement.topic), ["statement", &statement.topic, "present", change, &statement.text]);
    }
    for gone in &entry.gone {
        add(entry.held(&gone.topic), ["statement", &gone.topic, "missing", "dropped", &gone.text]);
    }
    rows
}
