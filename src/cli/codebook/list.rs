//! `readout codebook list`.

use std::io::Write;

use anyhow::Result;
use clap::{Args, ValueEnum};

use readout::codebook::{Bilingual, Entry, Kind};
use readout::text::width::Widths;

use readout::config::{Color, Config};
use readout::contract;

use super::super::options;
use super::{Codebook, DONE};

#[derive(Debug, Args, Default)]
pub(super) struct Arguments {
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Columns of the text format [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Text,
    /// For programs
    Json,
}

/// One line: id, label (in English alone for narrow pages), and what it means.
struct Row {
    id: String,
    label: String,
    english: String,
    what: String,
}

/// Fewer columns than this tell nothing of what a thing means.
const ROOM: usize = 24;

/// Lists everything that has an id.
pub(super) fn list(out: &mut dyn Write, book: &Codebook, how: &Arguments, config: &Config) -> Result<u8> {
    match how.format {
        Format::Text => text(out, book, options(how.width, Some(Color::Never), false, config).width)?,
        Format::Json => contract::write(out, &contract::codebook::Listing::of(book))?,
    }
    Ok(DONE)
}

fn text(out: &mut dyn Write, book: &Codebook, width: usize) -> Result<()> {
    let entries = book.entries();
    let inventory = book.inventory();
    let of = |kind: Kind| entries.iter().filter(move |e| e.kind == kind).map(row).collect::<Vec<_>>();
    let concepts = inventory.concepts.iter().map(|c| {
        let terms: Vec<&str> = c.terms.iter().map(|t| t.label.en.as_str()).collect();
        let what = if c.is_contrast() { format!("a contrast: {}", terms.join(" · ")) } else { String::new() };
        Row { id: c.id.to_string(), label: both(&c.label), english: c.label.en.to_string(), what }
    });
    let formulas = inventory.formulas().iter().map(|f| Row {
        id: f.id.to_string(),
        label: both(&f.label),
        english: f.label.en.to_string(),
        what: f.definition.en.to_string(),
    });
    let sections = [
        ("Topics", of(Kind::Topic)),
        ("Acts, strongest first", of(Kind::Act)),
        ("Sides", of(Kind::Side)),
        ("Lists of words that tell how a text reports", of(Kind::List)),
        ("Masks: words that hide what lies in them", of(Kind::Mask)),
        ("Formulas", formulas.collect()),
        ("Concepts", concepts.collect()),
    ];
    for (title, rows) in sections {
        if rows.is_empty() {
            continue;
        }
        writeln!(out, "{title} ({})", rows.len())?;
        let widths = Widths::default();
        let widest = |get: fn(&Row) -> &str| rows.iter().map(|r| widths.str_width(get(r))).max().unwrap_or(0);
        let ids = widest(|r| &r.id);
        let room = |labels: usize| width.saturating_sub(ids + labels + 6);
        let says = rows.iter().any(|r| !r.what.is_empty());
        let label: fn(&Row) -> &str =
            if says && room(widest(|r| &r.label)) < ROOM { |r| &r.english } else { |r| &r.label };
        let labels = widest(label);
        let room = room(labels);
        for row in &rows {
            let mut line = format!("  {}  {}", widths.pad(&row.id, ids), widths.pad(label(row), labels));
            if room >= ROOM {
                line.push_str("  ");
                line.push_str(&widths.truncate(&row.what, room));
            }
            writeln!(out, "{}", widths.truncate(line.trim_end(), width))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "`readout codebook show ID` explains one.")?;
    Ok(())
}

fn row(entry: &Entry<'_>) -> Row {
    let people = entry.cues.iter().filter(|c| c.list == "names").count();
    let what = match entry.kind {
        Kind::Topic | Kind::Act => entry.definition.map(|d| d.en.to_string()).unwrap_or_default(),
        Kind::Side => format!("{people} names of people"),
        Kind::List => Codebook::note(entry.id).unwrap_or_default(),
        Kind::Mask => String::new(),
    };
    Row {
        id: entry.id.to_owned(),
        label: entry.label.map(both).unwrap_or_default(),
        english: entry.label.map(|l| l.en.to_string()).unwrap_or_default(),
        what,
    }
}

/// A label in both languages, once where they are the same.
pub(super) fn both(label: &Bilingual) -> String {
    let Bilingual { en, zh } = label;
    if en == zh || zh.is_empty() { en.to_string() } else { format!("{en} {zh}") }
}
