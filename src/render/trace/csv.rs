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
            for row in rows(entry, asked) {
                let [what, id, presence, change, value] = row;
                sheet.row([
                    series.side.as_str().to_owned(),
                    entry.meeting.clone(),
                    entry.date.clone().unwrap_or_default(),
                    entry.level.map_or("", Level::as_str).to_owned(),
                    entry.language.to_string(),
                    entry.fragments.to_string(),
                    entry.previous.clone().unwrap_or_default(),
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

fn rows(entry: &Entry, asked: &Options) -> Vec<[String; 5]> {
    let mut rows = Vec::new();
    let everything = asked.topics.is_empty() && asked.formulas.is_empty();
    if everything || !asked.formulas.is_empty() {
        for formula in &entry.formulas {
            for piece in &formula.pieces {
                let presence = match piece.presence {
                    _ if !formula.raised => "not raised",
                    Presence::Present => "present",
                    Presence::Changed => "changed",
                    Presence::Missing => "missing",
                };
                let change = match piece.change {
                    Change::First => "first",
                    Change::Kept => "kept",
                    Change::New => "new",
                    Change::Restored => "restored",
                    Change::Dropped => "dropped",
                    Change::Absent => "absent",
                };
                let id = format!("{}.{}", formula.id, piece.id);
                rows.push(["piece", &id, presence, change, ""].map(str::to_owned));
            }
        }
    }
    let topic = |id: &String| everything || asked.topics.contains(id);
    for point in entry.topics.iter().filter(|t| topic(&t.id)) {
        let change = if entry.appeared.contains(&point.id) { "new" } else { "" };
        rows.push(["topic", &point.id, "present", change, &format!("{:.4}", point.share)].map(str::to_owned));
    }
    for id in entry.vanished.iter().filter(|id| topic(id)) {
        rows.push(["topic", id, "missing", "dropped", ""].map(str::to_owned));
    }
    if everything {
        for id in &entry.tones {
            let change = if entry.tones_new.contains(id) { "new" } else { "" };
            rows.push(["adjective", id, "present", change, ""].map(str::to_owned));
        }
        for id in &entry.tones_dropped {
            rows.push(["adjective", id, "missing", "dropped", ""].map(str::to_owned));
        }
    }
    for statement in &entry.statements {
        let change = if statement.earlier.is_some() { "near" } else { "" };
        let id = statement.topics.join(" ");
        rows.push(["statement", &id, "present", change, &statement.text].map(str::to_owned));
    }
    for gone in &entry.gone {
        let id = gone.topics.join(" ");
        rows.push(["statement", &id, "missing", "dropped", &gone.text].map(str::to_owned));
    }
    rows
}
