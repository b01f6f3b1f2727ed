//! `readout trace`.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use readout::codebook::Codebook;
use readout::comparison::{self, Comparison, Order};
use readout::config::{Color, Config};
use readout::readout::Side;
use readout::render::{self, TraceFormat};
use readout::trace;

use super::{Book, DONE, meetings, settings};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folders of meetings, of which one series is made [default: that of readout.toml, else readouts]
    #[arg(value_name = "DIR")]
    folders: Vec<PathBuf>,
    /// Only these sides, for instance us [default: all; of formulas, the sides that repeat them]
    #[arg(long, value_delimiter = ',', value_name = "SIDE,…")]
    side: Vec<String>,
    /// The statements on these topics, with what changed in their words
    #[arg(long, value_delimiter = ',', value_name = "TOPIC,…")]
    topic: Vec<String>,
    /// Only these formulas, for instance us-taiwan
    #[arg(long, value_delimiter = ',', value_name = "FORMULA,…")]
    formula: Vec<String>,
    /// Show meetings from this day, month or year on
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// How to show it [default: that of readout.toml, else terminal on a terminal, text elsewhere]
    #[arg(long, value_enum)]
    format: Option<TraceFormat>,
    /// Columns of the output [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    /// Colour: auto follows NO_COLOR and the terminal [default: that of readout.toml, else auto]
    #[arg(long, value_enum)]
    color: Option<Color>,
    #[command(flatten)]
    book: Book,
}

/// Shows sides over time.
pub(super) fn trace(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let codebook = arguments.book.load(config)?;
    let mut asked = asked(arguments, codebook)?;
    let comparisons = comparisons(&arguments.folders, codebook, config)?;
    let texts = comparisons.iter().flat_map(|c| &c.texts);
    settings::known_sides("--side", &asked.sides, "there", texts.map(|t| &t.readout().side))?;
    if asked.sides.is_empty() && asked.topics.is_empty() {
        asked.sides = repeating(&asked.formulas, codebook)?;
    }
    let traced = trace::trace(&comparisons, &asked, codebook);
    let terminal = std::io::stdout().is_terminal();
    let format = arguments.format.or(config.trace.as_ref().map(|s| s.value)).unwrap_or(if terminal {
        TraceFormat::Terminal
    } else {
        TraceFormat::Text
    });
    let options = super::options(arguments.width, arguments.color, false, config);
    render::trace(out, &traced, &asked, codebook, format, &options)?;
    Ok(DONE)
}

/// The sides that repeat the formulas, where each is one side's.
fn repeating(formulas: &[String], codebook: &Codebook) -> Result<Vec<Side>> {
    let inventory = codebook.inventory();
    let of: Vec<&str> = formulas.iter().filter_map(|id| inventory.formula(id)).map(|f| f.side.as_str()).collect();
    if of.contains(&"both") {
        return Ok(Vec::new());
    }
    let sides: BTreeSet<&str> = of.into_iter().collect();
    sides.into_iter().map(|s| Side::new(s).with_context(|| format!("`{s}` is no side"))).collect()
}

/// Every meeting of the folders, compared.
pub(super) fn comparisons(given: &[PathBuf], codebook: &Codebook, config: &Config) -> Result<Vec<Comparison>> {
    let folders = if given.is_empty() { vec![settings::meetings(config)?] } else { given.to_vec() };
    let order = Order::Sides(config.sides());
    let mut comparisons = Vec::new();
    for path in meetings::below(&folders)? {
        let Some(meeting) = meetings::load(&path)? else { continue };
        super::tell_doubts(&meeting, codebook);
        comparisons.push(comparison::compare(meeting, &order, codebook)?);
    }
    if comparisons.is_empty() {
        meetings::none_below(&folders)?;
    }
    Ok(comparisons)
}

/// What was asked for, with every id known.
fn asked(arguments: &Arguments, codebook: &Codebook) -> Result<trace::Options> {
    let sides = arguments
        .side
        .iter()
        .map(|s| Side::new(s).with_context(|| format!("--side: `{s}` is no side; use a short id such as us or cn")));
    settings::known_topics(&arguments.topic, codebook)?;
    let inventory = codebook.inventory();
    for formula in &arguments.formula {
        if inventory.formula(formula).is_none() {
            bail!(
                "--formula: {}",
                settings::unknown("formula", formula, inventory.formulas().iter().map(|f| f.id.as_str()))
            );
        }
    }
    if let Some(since) = &arguments.since {
        // A month or a year begins with its first day.
        let day = "0000-01-01".get(since.len()..).map(|rest| format!("{since}{rest}"));
        let known =
            matches!(since.len(), 4 | 7 | 10) && day.is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok());
        if !known {
            bail!("--since: `{since}` is no day, month or year; write 2023-07-13, 2023-07 or 2023");
        }
    }
    Ok(trace::Options {
        sides: sides.collect::<Result<_>>()?,
        topics: arguments.topic.clone(),
        formulas: arguments.formula.clone(),
        since: arguments.since.clone(),
    })
}
