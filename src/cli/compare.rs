//! `readout compare`.

use std::io::Write;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use clap::Args;

use super::settings::{self, Book, options};
use super::{DONE, FOUND, load, many, meetings, tell, tell_all};
use readout::codebook::Codebook;
use readout::comparison::Comparison;
use readout::config::{Color, Config};
use readout::readout::{Doubt, LoadError, Meeting, Side};
use readout::render::{self, CompareFormat, Options, Part};
use readout::{comparison, ordered, trace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A meeting folder, or two or more files; with --format csv or jsonl also folders of meetings
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
    /// Only one part, in a form for reading; with csv only claims, a row a claim and answer. json and jsonl hold all parts and
    /// take no --only. Numbers of claims and statements count from 1, `index` from 0
    #[arg(long, value_enum)]
    only: Option<Part>,
    #[command(flatten)]
    book: Book,
}

/// What is wanted of a comparison, with every id known.
struct Wanted<'c> {
    sides: Vec<Side>,
    codebook: &'c Codebook,
    format: CompareFormat,
    options: Options,
}

/// Writes the comparison of one meeting or, as rows or lines, of every meeting of the folders named.
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
    settings::known_topics(&arguments.topic, codebook)?;
    let default = if options.terminal || options.color { CompareFormat::Terminal } else { CompareFormat::Text };
    let format = arguments.format.or(config.compare.as_ref().map(|s| s.value)).unwrap_or(default);
    let rows = format == CompareFormat::Csv && arguments.only == Some(Part::Claims);
    if arguments.only.is_some() && !format.is_for_reading() && !rows {
        bail!(
            "--only: json holds the whole comparison, and csv its topics or, with --only claims, its claims; leave --only out, or use another --format"
        );
    }
    if arguments.previous.is_some() && format == CompareFormat::Csv {
        bail!("--previous: csv has no rows for what was there before; use json, or a form for reading");
    }
    if let Some(found) = several(&arguments.paths, format)? {
        return all(&found, arguments, &Wanted { sides, codebook, format, options }, config);
    }
    let wanted = sides.clone();
    let (meeting, order) = match arguments.paths.as_slice() {
        [one] if one.is_dir() => {
            let meeting = Meeting::load(one).map_err(|error| match error {
                LoadError::Meetings { .. } => anyhow!("{error}, or compare them all with --format csv or jsonl"),
                error => error.into(),
            });
            (meeting?, order(sides, config))
        }
        [one] if !one.exists() => return Err(LoadError::Missing { file: one.clone() }.into()),
        [one] => {
            bail!("{}: one file only; name the meeting's folder, or a second file to compare it with", one.display())
        }
        files => {
            let readouts = files.iter().map(|f| load(f)).collect::<Result<Vec<_>>>()?;
            (Meeting::of(readouts), comparison::Order::Given(sides))
        }
    };
    settings::known_sides("--sides", &wanted, "in this meeting", meeting.readouts.iter().map(|r| &r.side))?;
    super::tell_doubts(&meeting, codebook);
    let mut comparison = comparison::compare(meeting, &order, codebook)?;
    if let Some(earlier) = &arguments.previous {
        // By whatever path it is named, and whether its folder was named or its files.
        let files = comparison.texts.iter().filter_map(|text| text.readout().file.canonicalize().ok());
        if earlier.canonicalize().is_ok_and(|folder| files.into_iter().all(|file| file.parent() == Some(&folder))) {
            bail!("--previous: {} is the meeting itself; name an earlier one", earlier.display());
        }
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
    render::comparison(out, &comparison, codebook, format, &options)?;
    Ok(if arguments.exit_code && differs(&comparison) { FOUND } else { DONE })
}

/// The order of the columns of a folder's comparison.
fn order(sides: Vec<Side>, config: &Config) -> comparison::Order {
    comparison::Order::Sides(if sides.is_empty() { config.sides() } else { sides })
}

/// Whether one side is silent on a topic that another raises.
fn differs(comparison: &Comparison) -> bool {
    comparison.topics.iter().any(|t| t.raised != comparison::Raised::Beside && !t.omitted_by.is_empty())
}

/// The meetings below the folders named, where those are several or a folder of meetings.
fn several(paths: &[PathBuf], format: CompareFormat) -> Result<Option<Vec<PathBuf>>> {
    if !paths.iter().all(|path| path.is_dir()) {
        return Ok(None);
    }
    match paths {
        [one] if format.holds_many() => {
            let meetings = meetings::below(paths)?;
            Ok((meetings.as_slice() != std::slice::from_ref(one)).then_some(meetings))
        }
        [_] => Ok(None),
        _ if format.holds_many() => Ok(Some(meetings::below(paths)?)),
        _ => bail!(
            "{} folders: several meetings are compared with --format csv or jsonl only; an earlier meeting is named by --previous",
            paths.len()
        ),
    }
}

/// One of several comparisons, with what is told of it.
struct Written {
    doubts: Vec<Doubt>,
    sides: Vec<Side>,
    differs: bool,
    rows: Vec<u8>,
}

/// Writes the comparisons of several meetings as it goes. A meeting that cannot be read is named, and the others are written.
fn all(found: &[PathBuf], arguments: &Arguments, wanted: &Wanted<'_>, config: &Config) -> Result<u8> {
    if arguments.previous.is_some() {
        bail!("--previous: one meeting is held against an earlier one; name the folder of one");
    }
    let order = order(wanted.sides.clone(), config);
    let one = |path: &PathBuf| -> Result<Option<Written>> {
        let Some(meeting) = meetings::load(path)? else { return Ok(None) };
        let doubts = meeting.doubts_by(wanted.codebook);
        let sides = meeting.readouts.iter().map(|r| r.side.clone()).collect();
        let mut comparison = comparison::compare(meeting, &order, wanted.codebook)?;
        if !arguments.topic.is_empty() {
            comparison.keep_topics(&arguments.topic, wanted.codebook.inventory());
        }
        let mut rows = Vec::new();
        render::comparison_rows(&mut rows, &comparison, wanted.codebook, wanted.format, &wanted.options)?;
        Ok(Some(Written { doubts, sides, differs: differs(&comparison), rows }))
    };
    let jobs = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let (mut failed, mut found_differing) = (false, false);
    let mut sides: Option<Vec<Side>> = None;
    let mut stdout = std::io::stdout().lock();
    let written = ordered::map(found, jobs, one, |compared| {
        let Some(compared) = many::made(compared, &mut failed, tell)?.flatten() else { return Ok(()) };
        tell_all(&compared.doubts);
        found_differing |= compared.differs;
        // Without a meeting there is no head either.
        if sides.is_none() {
            render::comparison_head(&mut stdout, wanted.format, &wanted.options)?;
        }
        sides.get_or_insert_default().extend(compared.sides);
        Ok(stdout.write_all(&compared.rows)?)
    });
    let ended = many::ended(written.and_then(|()| Ok(stdout.flush()?)), failed)?;
    match sides {
        None if !failed => meetings::none_below(&arguments.paths)?,
        sides => settings::known_sides("--sides", &wanted.sides, "in these meetings", sides.iter().flatten())?,
    }
    Ok(if ended == DONE && arguments.exit_code && found_differing { FOUND } else { ended })
}
