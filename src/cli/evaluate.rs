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
    ///
    /// A hand-coded file has a statement a line, its fields parted by tabs and not quoted, below a line with their names:
    /// `start` and `end` (where the statement stands, in bytes of the body, which begins behind the line that closes the front
    /// matter), `topics` and `optional_topics` (ids, parted by commas; the optional ones count neither way), `speaker` (the id of
    /// a side, `both` or `none`), `act`, and `text`, its words as a check on the bytes. Of a speaker or an act `a|b` takes either.
    /// Other columns are passed over.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// How to show it [default: that of readout.toml, else text]
    #[arg(long, value_enum)]
    format: Option<EvaluateFormat>,
    /// List every statement on which hand and program differ, with the words behind the program's codes
    #[arg(long)]
    errors: bool,
    /// Exit with 1 when a total is below its minimum: topics (F1), speaker, act, coverage, such as topics=0.94,act=0.90
    ///
    /// There are four measures: `topics`, the F1 of all topics together; `speaker` and `act`, the share of statements in which
    /// the program has an accepted one; `coverage`, the share of topics on which hand and program agree that a text raises them.
    /// Claims are no measure.
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
