//! `readout compare`.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use super::settings::{self, Book, options};
use super::{DONE, FOUND, load};
use readout::config::{Color, Config};
use readout::readout::{LoadError, Meeting, Side};
use readout::render::{self, CompareFormat, Options, Part};
use readout::{comparison, trace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A meeting folder, or two or more files
    #[arg(required = true, value_name = "MEETING | FILE")]
    paths: Vec<PathBuf>,
    /// How to show it [default: that of readout.toml, else terminal on a terminal, text elsewhere]
    #[arg(long, value_enum)]
    format: Option<CompareFormat>,
    /// Order of the columns, for instance cn,us [default: for a folder that of readout.toml, else alphabetical; for
    /// files as given]
    #[arg(long, value_delimiter = ',', value_name = "SIDE,…")]
    sides: Vec<String>,
    /// Columns of the output [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    /// Colour: auto follows NO_COLOR and the terminal [default: that of readout.toml, else auto]
    #[arg(long, value_enum)]
    color: Option<Color>,
    /// Count characters such as “ ” — as two columns, as some Chinese terminals draw them
    #[arg(long)]
    ambiguous_width: bool,
    /// Exit with 1 when one side is silent on a topic that another raises
    #[arg(long)]
    exit_code: bool,
    /// Only these topics and what is found in statements on them, for instance taiwan,trade
    #[arg(long, value_delimiter = ',', value_name = "TOPIC,…")]
    topic: Vec<String>,
    /// An earlier meeting: show which adjectives and pieces of formulas each side had then and not here, and the other way round
    #[arg(long, value_name = "MEETING")]
    previous: Option<PathBuf>,
    /// Only one part; csv has the claims so, or else the topics, and json holds all. Numbers of claims and statements count from 1, `index` from 0
    #[arg(long, value_enum)]
    only: Option<Part>,
    #[command(flatten)]
    book: Book,
}

/// Writes the comparison of one meeting.
pub(super) fn compare(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let options = Options {
        only: arguments.only,
        ..options(arguments.width, arguments.color, arguments.ambiguous_width, config)
    };
    let codebook = arguments.book.load(config)?;
    let sides = arguments
        .sides
        .iter()
        .map(|s| Side::new(s).with_context(|| format!("--sides: `{s}` is no side; use ids such as us,cn")))
        .collect::<Result<Vec<_>>>()?;
    let wanted = sides.clone();
    let (meeting, order) = match arguments.paths.as_slice() {
        [one] if one.is_dir() => {
            let first = if sides.is_empty() { config.sides() } else { sides };
            (Meeting::load(one)?, comparison::Order::Sides(first))
        }
        [one] if !one.exists() => return Err(LoadError::Missing { file: one.clone() }.into()),
        [one] => {
            bail!("{}: one file only; name the meeting's folder, or a second file to compare it with", one.display())
        }
        files if files.iter().all(|f| f.is_dir()) => {
            bail!(
                "--previous: one meeting is compared at a time; name one folder, and an earlier one behind --previous"
            )
        }
        files => {
            let readouts = files.iter().map(|f| load(f)).collect::<Result<Vec<_>>>()?;
            (Meeting::of(readouts), comparison::Order::Given(sides))
        }
    };
    settings::known_sides("--sides", &wanted, "in this meeting", meeting.readouts.iter().map(|r| &r.side))?;
    settings::known_topics(&arguments.topic, codebook)?;
    super::tell_doubts(&meeting, codebook);
    let mut comparison = comparison::compare(meeting, &order, codebook)?;
    if let Some(earlier) = &arguments.previous {
        let before = comparison::compare(Meeting::load(earlier)?, &order, codebook)?;
        if let Some((day, now)) = before.day().zip(comparison.day()).filter(|(day, now)| day > now) {
            bail!("--previous: {} is of {day}, which is later than {now}; name an earlier meeting", earlier.display());
        }
        let levels = trace::other_levels(&before, &comparison, codebook);
        comparison.hold_against(&before, &levels);
    }
    if !arguments.topic.is_empty() {
        comparison.keep_topics(&arguments.topic, codebook.inventory());
    }
    let default = if options.terminal || options.color { CompareFormat::Terminal } else { CompareFormat::Text };
    let format = arguments.format.or(config.compare.as_ref().map(|s| s.value)).unwrap_or(default);
    let rows = format == CompareFormat::Csv && arguments.only == Some(render::Part::Claims);
    if arguments.only.is_some() && !format.is_for_reading() && !rows {
        bail!(
            "--only: json holds the whole comparison, and csv its topics or, with --only claims, its claims; leave --only out, or use another --format"
        );
    }
    render::comparison(out, &comparison, codebook, format, &options)?;
    let differs = comparison.topics.iter().any(|t| t.raised != comparison::Raised::Beside && !t.omitted_by.is_empty());
    Ok(if arguments.exit_code && differs { FOUND } else { DONE })
}
