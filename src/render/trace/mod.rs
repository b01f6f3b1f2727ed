//! A side over time: one list of blocks, which every form for people writes in its own way.

mod blocks;
mod csv;
mod markdown;
mod text;

pub(in crate::render) use blocks::{Block, MEETING, Piece, as_words, blocks, marks, not_raised};

use std::io::{self, Write};

use clap::ValueEnum;

use super::Options;
use crate::codebook::Codebook;
use crate::trace::{Options as TraceOptions, Trace};

/// How a trace is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TraceFormat {
    /// Tables and words, with colour where the terminal has it.
    Terminal,
    /// The same without colour.
    Text,
    /// A page for a code host.
    Markdown,
    /// The contract `readout.trace/1`.
    Json,
    /// One row a meeting and piece, topic, adjective or statement, for spreadsheets: UTF-8 with a byte order mark; an
    /// apostrophe stands before what would be a formula.
    Csv,
    /// One page with nothing outside it.
    Html,
}

/// Writes a trace. `asked` says what was asked for, so that only that is shown.
///
/// # Errors
/// When `out` cannot be written to.
pub fn trace(
    out: &mut dyn Write,
    trace: &Trace,
    asked: &TraceOptions,
    codebook: &Codebook,
    format: TraceFormat,
    options: &Options,
) -> io::Result<()> {
    match format {
        TraceFormat::Terminal => text::write(out, &blocks::blocks(trace, asked, codebook), options),
        TraceFormat::Text => {
            text::write(out, &blocks::blocks(trace, asked, codebook), &Options { color: false, ..*options })
        }
        TraceFormat::Markdown => markdown::write(out, &blocks::blocks(trace, asked, codebook)),
        TraceFormat::Json => crate::contract::write(out, &crate::contract::trace::Trace::of(trace)),
        TraceFormat::Csv => csv::write(out, trace, asked),
        TraceFormat::Html => crate::render::html::trace(out, trace, asked, codebook),
    }
}
