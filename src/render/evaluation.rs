//! An evaluation for reading, for machines and for spreadsheets.

mod disagreements;
mod json;
mod parts;
mod tables;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;

use super::Options;
use crate::evaluation::Evaluation;

/// How an evaluation is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EvaluateFormat {
    /// For reading.
    Text,
    /// The contract `readout.evaluation/1`.
    Json,
    /// One document and measure a row, for spreadsheets; with --errors, one disagreement a row instead. UTF-8 with a byte
    /// order mark; an apostrophe stands before what would be a formula.
    Csv,
}

pub(super) fn write(
    out: &mut dyn Write,
    evaluation: &Evaluation,
    format: EvaluateFormat,
    errors: bool,
    options: &Options,
) -> io::Result<()> {
    match format {
        EvaluateFormat::Text => {
            text::write(out, evaluation, options)?;
            if errors { disagreements::text(out, evaluation, options) } else { Ok(()) }
        }
        EvaluateFormat::Json => json::write(out, evaluation, errors),
        EvaluateFormat::Csv if errors => disagreements::csv(out, evaluation),
        EvaluateFormat::Csv => tables::csv(out, evaluation),
    }
}
