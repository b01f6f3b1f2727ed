//! One comparison, many forms: each file here reads the model and writes bytes; none changes a finding.

mod code;
mod columns;
mod evaluation;
mod glance;
pub(crate) mod html;
mod json;
mod lines;
mod markdown;
mod sections;
mod sheet;
mod short;
mod table;
mod trace;
mod wording;
mod words;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::codebook::Codebook;
use crate::coding::Coded;
use crate::comparison::Comparison;
use crate::evaluation::Evaluation;
use crate::text::width::Widths;

pub use evaluation::EvaluateFormat;
pub use trace::{TraceFormat, trace};

/// How a comparison is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CompareFormat {
    /// Columns, with colour where the terminal has it.
    Terminal,
    /// Columns without colour.
    Text,
    /// A page for a code host; also the accepted comparison.
    Markdown,
    /// A page for a browser, in one file: with links, evidence and marked words.
    Html,
    /// The contract `readout.comparison/1`: the whole comparison.
    Json,
    /// The same, on a line; of a folder of meetings a line each.
    Jsonl,
    /// One row a statement and topic, or with --only claims a claim and statement that answers it, for spreadsheets; of a
    /// folder of meetings all of them: UTF-8 with a byte order mark; an apostrophe stands before what would be a formula.
    Csv,
}

impl CompareFormat {
    /// Whether a [`Part`] of the comparison can be shown by itself.
    #[must_use]
    pub fn is_for_reading(self) -> bool {
        !matches!(self, Self::Json | Self::Jsonl | Self::Csv)
    }

    /// Whether one output can hold several comparisons.
    #[must_use]
    pub fn holds_many(self) -> bool {
        matches!(self, Self::Jsonl | Self::Csv)
    }
}

/// The part of a comparison to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The topics that a column leaves out.
    Omissions,
    /// What each text says of the other side, and of both.
    Claims,
    /// Contrasting words, and formulas.
    Terms,
    /// Near wordings, and language versions.
    Wording,
}

/// How coded statements are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CodeFormat {
    /// For reading.
    Text,
    /// The contract `readout.code/1`: an array with one object per file.
    Json,
    /// One statement a line.
    Jsonl,
    /// One statement a row, for spreadsheets: UTF-8 with a byte order mark; an apostrophe stands before what would be a
    /// formula.
    Csv,
}

/// How to show; nothing here changes what is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Columns of the output.
    pub width: usize,
    /// Whether to colour.
    pub color: bool,
    /// Whether the output is a terminal.
    pub terminal: bool,
    /// Whether characters of ambiguous width take two columns.
    pub ambiguous_wide: bool,
    /// The one part to show, of forms for people; all where there is none.
    pub only: Option<Part>,
}

impl Default for Options {
    fn default() -> Self {
        Self { width: 80, color: false, terminal: false, ambiguous_wide: false, only: None }
    }
}

impl Options {
    /// Whether a part is to be shown.
    fn shows(&self, part: Part) -> bool {
        self.only.is_none_or(|only| only == part)
    }

    /// The longest line of running text, in columns; longer ones are hard to read.
    fn reading_width(&self) -> usize {
        self.width.min(110)
    }

    pub(crate) fn widths(&self) -> Widths {
        Widths { ambiguous_wide: self.ambiguous_wide }
    }
}

/// While it lives, `colored` paints as the options ask, in the whole program.
struct Painting;

impl Painting {
    fn by(options: &Options) -> Self {
        colored::control::set_override(options.color);
        Self
    }
}

impl Drop for Painting {
    fn drop(&mut self) {
        colored::control::unset_override();
    }
}

/// Writes a comparison.
///
/// # Errors
/// When `out` cannot be written to.
pub fn comparison(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    format: CompareFormat,
    options: &Options,
) -> io::Result<()> {
    match format {
        CompareFormat::Terminal => columns::write(out, comparison, codebook, options),
        CompareFormat::Text => columns::write(out, comparison, codebook, &Options { color: false, ..*options }),
        CompareFormat::Markdown => markdown::write(out, comparison, codebook, options),
        CompareFormat::Html => html::write(out, comparison, codebook, options),
        CompareFormat::Json => json::comparison(out, comparison),
        CompareFormat::Jsonl | CompareFormat::Csv => {
            comparison_head(out, format, options)?;
            comparison_rows(out, comparison, codebook, format, options)
        }
    }
}

/// Writes what stands before all comparisons, in a format that [holds many](CompareFormat::holds_many): the names of the
/// columns.
///
/// # Errors
/// When `out` cannot be written to.
pub fn comparison_head(out: &mut dyn Write, format: CompareFormat, options: &Options) -> io::Result<()> {
    match (format, options.only) {
        (CompareFormat::Csv, Some(Part::Claims)) => table::claims_head(out),
        (CompareFormat::Csv, _) => table::head(out),
        _ => Ok(()),
    }
}

/// Writes one of several comparisons behind [`comparison_head`].
///
/// # Errors
/// When `out` cannot be written to.
pub fn comparison_rows(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    format: CompareFormat,
    options: &Options,
) -> io::Result<()> {
    match (format, options.only) {
        (CompareFormat::Csv, Some(Part::Claims)) => table::claims(out, comparison, codebook),
        (CompareFormat::Csv, _) => table::write(out, comparison),
        (CompareFormat::Jsonl, _) => json::comparison_line(out, comparison),
        // Whatever holds one comparison only is written whole.
        _ => self::comparison(out, comparison, codebook, format, options),
    }
}

/// The files of a site, in the order in which [`site`] makes them.
#[must_use]
pub fn site_names(model: &crate::site::Model, codebook: &Codebook) -> Vec<String> {
    html::site::names(model, codebook)
}

/// Makes every page of a site and hands name and bytes to `write`, one after another.
///
/// # Errors
/// When `write` fails.
pub fn site(
    model: &crate::site::Model,
    comparisons: &[Comparison],
    codebook: &Codebook,
    write: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    html::site::pages(model, comparisons, codebook, write)
}

/// Writes coded statements.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coded(out: &mut dyn Write, coded: &[Coded], format: CodeFormat, options: &Options) -> io::Result<()> {
    coded_head(out, format)?;
    for (at, one) in coded.iter().enumerate() {
        coded_between(out, at == 0, format)?;
        coded_text(out, one, format, options)?;
    }
    coded_tail(out, coded.is_empty(), format)
}

/// Begins coded statements that are written text by text, for archives that no memory holds. Then come
/// [`coded_between()`] and [`coded_text()`] for each, and at the end [`coded_tail()`].
///
/// # Errors
/// When `out` cannot be written to.
pub fn coded_head(out: &mut dyn Write, format: CodeFormat) -> io::Result<()> {
    match format {
        CodeFormat::Json => out.write_all(b"["),
        CodeFormat::Csv => code::csv_head(out),
        CodeFormat::Text | CodeFormat::Jsonl => Ok(()),
    }
}

/// Writes what stands before a text: before the `first`, or between it and the one before.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coded_between(out: &mut dyn Write, first: bool, format: CodeFormat) -> io::Result<()> {
    out.write_all(match (format, first) {
        (CodeFormat::Json, true) | (CodeFormat::Text, false) => b"\n",
        (CodeFormat::Json, false) => b",\n",
        _ => b"",
    })
}

/// Writes the coded statements of one text.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coded_text(out: &mut dyn Write, coded: &Coded, format: CodeFormat, options: &Options) -> io::Result<()> {
    match format {
        CodeFormat::Text => code::text(out, coded, options),
        CodeFormat::Json => json::coded(out, coded),
        CodeFormat::Jsonl => json::coded_lines(out, coded),
        CodeFormat::Csv => code::csv(out, coded),
    }
}

/// Ends coded statements, of which there were `none` or some.
///
/// # Errors
/// When `out` cannot be written to.
pub fn coded_tail(out: &mut dyn Write, none: bool, format: CodeFormat) -> io::Result<()> {
    match format {
        CodeFormat::Json => out.write_all(if none { b"]\n" } else { b"\n]\n" }),
        CodeFormat::Text | CodeFormat::Jsonl | CodeFormat::Csv => Ok(()),
    }
}

/// Writes an evaluation; with `errors`, every disagreement too.
///
/// # Errors
/// When `out` cannot be written to.
pub fn evaluation(
    out: &mut dyn Write,
    evaluation: &Evaluation,
    format: EvaluateFormat,
    errors: bool,
    options: &Options,
) -> io::Result<()> {
    evaluation::write(out, evaluation, format, errors, options)
}
