//! `readout evaluate`.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use readout::evaluation::{self, Minimum};
use readout::render::{self, EvaluateFormat};

use readout::config::{Color, Config};

use super::{Book, DONE, FOUND, options};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder with hand-coded files NAME.gold.tsv beside their texts NAME.md, at any depth
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How to show it [default: that of readout.toml, else text]
    #[arg(long, value_enum)]
    format: Option<EvaluateFormat>,
    /// List every statement on which hand and program differ, with the words behind the program's codes
    #[arg(long)]
    errors: bool,
    /// Exit with 1 when a total is below its minimum: topics (F1), speaker, act, coverage, such as topics=0.94,act=0.90
    #[arg(long = "min", value_delimiter = ',', value_name = "MEASURE=NUMBER,…")]
    minima: Vec<Minimum>,
    /// Columns of the text format [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    #[command(flatten)]
    book: Book,
}

/// Shows how the program agrees with the hand coding of a folder. What is below its minimum is told on stderr, in every
/// format.
pub(super) fn evaluate(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let codebook = arguments.book.load(config)?;
    let evaluation = evaluation::evaluate(&arguments.folder, codebook)?;
    let format = arguments.format.or(config.evaluate.as_ref().map(|s| s.value)).unwrap_or(EvaluateFormat::Text);
    let options = options(arguments.width, Some(Color::Never), false, config);
    render::evaluation(out, &evaluation, format, arguments.errors, &options)?;
    let below = evaluation.below(&arguments.minima);
    for shortfall in &below {
        super::tell(&shortfall.to_string());
    }
    Ok(if below.is_empty() { DONE } else { FOUND })
}
