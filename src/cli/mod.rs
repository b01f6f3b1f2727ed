//! Arguments, and what each command calls.

mod codebook;
mod evaluate;
mod import;
mod site;
mod trace;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand, ValueEnum};

use readout::codebook::Codebook;
use readout::coding::{self, Coded};
use readout::readout::{LoadError, Meeting, Readout, Side};
use readout::render::{self, CodeFormat, CompareFormat, Options, Part};
use readout::text::sentences::SegmentOptions;
use readout::text::width::visible_lines;
use readout::{comparison, snapshot};

/// Done, and nothing to report.
const DONE: u8 = 0;
/// Done, and there is something to report.
const FOUND: u8 = 1;
/// Could not do it, or not all of it; stderr says why.
pub const FAILED: u8 = 2;

#[derive(Debug, Parser)]
#[command(
    name = "readout",
    version,
    about,
    max_term_width = 100,
    after_help = "Exit codes: 0 done and nothing to report; 1 done, and `check` found a change (or `compare --exit-code` a difference); 2 could not do it, with a message that says why."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show two or more accounts of one meeting side by side
    Compare {
        /// A meeting folder, or two or more files
        #[arg(required = true, value_name = "MEETING | FILE")]
        paths: Vec<PathBuf>,
        /// How to show it [default: terminal on a terminal, text elsewhere]
        #[arg(long, value_enum)]
        format: Option<CompareFormat>,
        /// Order of the columns, for instance cn,us [default: alphabetical for a folder, as given for files]
        #[arg(long, value_delimiter = ',', value_name = "SIDE,…")]
        sides: Vec<String>,
        /// Columns of the output [default: COLUMNS, else the terminal's, else 80]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        width: Option<u16>,
        /// Colour: auto follows NO_COLOR and the terminal
        #[arg(long, value_enum, default_value_t = Color::Auto)]
        color: Color,
        /// Count characters such as “ ” — as two columns, as some Chinese terminals draw them
        #[arg(long)]
        ambiguous_width: bool,
        /// Exit with 1 when one side is silent on a topic that another raises
        #[arg(long)]
        exit_code: bool,
        /// Only these topics and the claims on them, for instance taiwan,trade
        #[arg(long, value_delimiter = ',', value_name = "TOPIC,…")]
        topic: Vec<String>,
        /// An earlier meeting: show which adjectives and pieces of formulas each side has dropped or added since
        #[arg(long, value_name = "MEETING")]
        previous: Option<PathBuf>,
        /// Only one part, of the forms for reading
        #[arg(long, value_enum)]
        only: Option<Part>,
        #[command(flatten)]
        book: Book,
    },
    /// Show the coded statements of each file, with the words behind each code
    Code {
        /// Readout files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How to show it
        #[arg(long, value_enum, default_value_t = CodeFormat::Text)]
        format: CodeFormat,
        /// Columns of the text format [default: COLUMNS, else the terminal's, else 80]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        width: Option<u16>,
        /// Let a semicolon end a statement, as Chinese texts string whole statements with ；
        #[arg(long)]
        split_semicolons: bool,
        #[command(flatten)]
        book: Book,
    },
    /// Recompute every meeting's comparison.md and hold it against the accepted one
    Check {
        /// Folder of meetings
        #[arg(default_value = "readouts", value_name = "DIR")]
        folder: PathBuf,
        /// Accept what is computed now
        #[arg(long)]
        update: bool,
        #[command(flatten)]
        book: Book,
    },
    /// Make readouts of saved pages, addresses and news articles
    Import(import::Arguments),
    /// Show how one side's words and formulas changed from meeting to meeting
    Trace(trace::Arguments),
    /// Write a folder of meetings as linked pages
    Site(site::Arguments),
    /// Hold the program's codes against hand-coded files
    Evaluate(evaluate::Arguments),
    /// Explain topics, acts, sides, concepts and formulas; check a codebook of your own
    Codebook(codebook::Arguments),
}

/// By which codebook statements are coded.
#[derive(Debug, Default, Args)]
struct Book {
    /// Codebook in TOML: instead of the default one, or added to it with extends = "default"
    #[arg(long, value_name = "FILE")]
    codebook: Option<PathBuf>,
}

impl Book {
    /// The codebook, which lives as long as the program: taking it apart at the end would only cost time.
    fn load(&self) -> Result<&'static Codebook> {
        let codebook = match &self.codebook {
            Some(file) => Codebook::load(file)?,
            None => Codebook::load_default()?,
        };
        Ok(Box::leak(Box::new(codebook)))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// Runs the command line.
pub fn run() -> Result<ExitCode> {
    let mut out = Vec::new();
    let code = match Cli::parse().command {
        Command::Compare {
            paths,
            format,
            sides,
            width,
            color,
            ambiguous_width,
            exit_code,
            topic,
            previous,
            only,
            book,
        } => {
            let options = Options { only, ..options(width, color, ambiguous_width) };
            let earlier = previous.as_deref();
            compare(&mut out, &paths, format, (&sides, &topic, earlier), &options, exit_code, &book)?
        }
        Command::Code { files, format, width, split_semicolons, book } => {
            let options = options(width, Color::Never, false);
            code(&mut out, &files, format, &options, &SegmentOptions { split_semicolons }, &book)?
        }
        Command::Check { folder, update, book } => check(&mut out, &folder, update, &book)?,
        Command::Site(arguments) => site::site(&mut out, &arguments)?,
        Command::Trace(arguments) => trace::trace(&mut out, &arguments)?,
        Command::Import(arguments) => import::import(&mut out, &arguments)?,
        Command::Evaluate(arguments) => evaluate::evaluate(&mut out, &arguments)?,
        Command::Codebook(arguments) => codebook::codebook(&mut out, arguments)?,
    };
    match std::io::stdout().lock().write_all(&out) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e).context("the output cannot be written"),
        _ => Ok(ExitCode::from(code)),
    }
}

/// The error and its causes, without a cause that the text before it has said already.
pub fn message(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain() {
        let cause = cause.to_string();
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text = format!("{text}: {cause}");
        }
    }
    text
}

/// Says something on stderr, with nothing in it that a terminal obeys; where nobody listens that is no fault.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "readout: {}", visible_lines(text).trim_end());
}

fn options(width: Option<u16>, color: Color, ambiguous_wide: bool) -> Options {
    use std::io::IsTerminal;
    let tty = std::io::stdout().is_terminal();
    let environment = || std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).filter(|c| *c > 0);
    let terminal = || terminal_size::terminal_size().filter(|_| tty).map(|(w, _)| usize::from(w.0));
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    Options {
        width: width.map(usize::from).or_else(environment).or_else(terminal).unwrap_or(80).clamp(1, 10_000),
        color: match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => tty && !no_color && std::env::var("TERM").as_deref() != Ok("dumb"),
        },
        terminal: tty,
        ambiguous_wide,
        only: None,
    }
}

fn compare(
    out: &mut dyn Write,
    paths: &[PathBuf],
    format: Option<CompareFormat>,
    (sides, topics, previous): (&[String], &[String], Option<&Path>),
    options: &Options,
    exit_code: bool,
    book: &Book,
) -> Result<u8> {
    let codebook = book.load()?;
    let sides = sides
        .iter()
        .map(|s| Side::new(s).with_context(|| format!("--sides: `{s}` is no side; use ids such as us,cn")))
        .collect::<Result<Vec<_>>>()?;
    let wanted = sides.clone();
    let (meeting, order) = match paths {
        [one] if one.is_dir() => (Meeting::load(one)?, comparison::Order::Sides(sides)),
        [one] if !one.exists() => return Err(LoadError::Missing { file: one.clone() }.into()),
        [one] => {
            bail!("{}: one file only; name the meeting's folder, or a second file to compare it with", one.display())
        }
        files => {
            let readouts = files.iter().map(|f| load(f)).collect::<Result<Vec<_>>>()?;
            (Meeting::of(readouts), comparison::Order::Given(sides))
        }
    };
    let there: BTreeSet<&str> = meeting.readouts.iter().map(|r| r.side.as_str()).collect();
    if let Some(side) = wanted.iter().find(|s| !there.contains(s.as_str())) {
        let there: Vec<&str> = there.into_iter().collect();
        bail!("--sides: no text of `{side}` in this meeting; there are texts of {}", there.join(", "));
    }
    let mut comparison = comparison::compare(meeting, &order, codebook)?;
    if let Some(unknown) = topics.iter().find(|t| codebook.topic(t).is_none()) {
        let known: Vec<&str> = codebook.topics.iter().map(|t| t.id.as_str()).collect();
        bail!("--topic: `{unknown}` is no topic; the topics are {}", known.join(", "));
    }
    if let Some(earlier) = previous {
        let meeting = Meeting::load(earlier)?;
        comparison.hold_against(&comparison::compare(meeting, &order, codebook)?);
    }
    if !topics.is_empty() {
        comparison.keep_topics(topics);
    }
    let default = if options.terminal || options.color { CompareFormat::Terminal } else { CompareFormat::Text };
    render::comparison(out, &comparison, codebook, format.unwrap_or(default), options)?;
    let differs = comparison
        .topics
        .iter()
        .filter(|t| t.raised != comparison::Raised::Beside)
        .any(|t| t.silent.iter().any(|label| comparison.text(label).is_some_and(|text| !text.is_fragments())));
    Ok(if exit_code && differs { FOUND } else { DONE })
}

fn load(path: &Path) -> Result<Readout> {
    if !path.exists() {
        return Err(LoadError::Missing { file: path.to_owned() }.into());
    }
    Ok(Readout::load(path)?)
}

fn code(
    out: &mut dyn Write,
    files: &[PathBuf],
    format: CodeFormat,
    options: &Options,
    segments: &SegmentOptions,
    book: &Book,
) -> Result<u8> {
    let codebook = book.load()?;
    let one = |file: &PathBuf| Ok(coding::code_with(load(file)?, codebook, segments)?);
    let coded = files.iter().map(one).collect::<Result<Vec<Coded>>>()?;
    render::coded(out, &coded, format, options)?;
    Ok(DONE)
}

fn check(out: &mut dyn Write, folder: &Path, update: bool, book: &Book) -> Result<u8> {
    let codebook = book.load()?;
    let report = snapshot::check(folder, codebook, update)?;
    write!(out, "{report}")?;
    Ok(if report.is_clean() { DONE } else { FOUND })
}
