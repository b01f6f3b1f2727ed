//! Arguments, and what each command calls.

mod codebook;
mod config;
mod evaluate;
mod exit;
mod import;
mod manual;
mod schema;
mod settings;
mod site;
mod trace;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{CommandFactory, Parser, Subcommand};

pub use exit::FAILED;
use exit::{DONE, FOUND};
use readout::coding::{self, Coded};
use readout::config::{Color, Config};
use readout::readout::{LoadError, Meeting, Readout, Side};
use readout::render::{self, CodeFormat, CompareFormat, Options, Part};
use readout::text::sentences::SegmentOptions;
use readout::text::width::visible;
use readout::{comparison, snapshot};
use settings::{Book, Settings, options};

#[derive(Debug, Parser)]
#[command(
    name = "readout",
    version,
    about,
    max_term_width = 100,
    after_help = exit::help("readout")
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show two or more accounts of one meeting side by side
    #[command(after_help = exit::help("compare"))]
    Compare {
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
    #[command(after_help = exit::help("code"))]
    Code {
        /// Readout files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// How to show it [default: that of readout.toml, else text]
        #[arg(long, value_enum)]
        format: Option<CodeFormat>,
        /// Columns of the text format [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        width: Option<u16>,
        /// Let a semicolon end a statement, as Chinese texts string whole statements with ；
        #[arg(long)]
        split_semicolons: bool,
        #[command(flatten)]
        book: Book,
    },
    /// Recompute every meeting's comparison.md and hold it against the accepted one
    #[command(after_help = exit::help("check"))]
    Check {
        /// Folder of meetings [default: that of readout.toml, else readouts]
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        /// Accept what is computed now
        #[arg(long)]
        update: bool,
        #[command(flatten)]
        book: Book,
    },
    /// Make readouts of saved pages, addresses and news articles
    #[command(after_help = exit::help("import"))]
    Import(import::Arguments),
    /// Show how one side's words and formulas changed from meeting to meeting
    #[command(after_help = exit::help("trace"))]
    Trace(trace::Arguments),
    /// Write a folder of meetings as linked pages
    #[command(after_help = exit::help("site"))]
    Site(site::Arguments),
    /// Hold the program's codes against hand-coded files
    #[command(after_help = exit::help("evaluate"))]
    Evaluate(evaluate::Arguments),
    /// Explain topics, acts, sides, concepts and formulas; check a codebook of your own
    #[command(after_help = exit::help("codebook"))]
    Codebook(codebook::Arguments),
    /// Show the settings that hold here, and where each comes from
    #[command(after_help = exit::help("config"))]
    Config(config::Arguments),
    /// Print the JSON Schema of an output, or list all
    #[command(after_help = exit::help("schema"))]
    Schema(schema::Arguments),
    /// Print completions of the command line for a shell
    ///
    /// bash, in ~/.bashrc:      source <(readout completions bash)
    /// zsh, in a DIR of $fpath: readout completions zsh > DIR/_readout
    /// fish:                    readout completions fish > ~/.config/fish/completions/readout.fish
    /// PowerShell, in $PROFILE: readout completions powershell | Out-String | Invoke-Expression
    /// elvish, in rc.elv:       eval (readout completions elvish | slurp)
    #[command(verbatim_doc_comment, after_help = exit::help("completions"))]
    Completions(manual::Completions),
    /// Print a page of the manual, or write all of them
    ///
    /// To read one:   readout man check | man -l -
    /// To keep them:  readout man --out ~/.local/share/man/man1, and then man readout-check
    #[command(verbatim_doc_comment, after_help = exit::help("man"))]
    Man(manual::Manual),
}

/// Runs the command line.
pub fn run() -> Result<ExitCode> {
    let mut out = Vec::new();
    let Cli { command, settings } = Cli::parse();
    let here = || settings.load(Path::new("."));
    let code = match command {
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
            let config = here()?;
            let options = Options { only, ..options(width, color, ambiguous_width, &config) };
            let earlier = previous.as_deref();
            compare(&mut out, &paths, format, (&sides, &topic, earlier), &options, exit_code, (&book, &config))?
        }
        Command::Code { files, format, width, split_semicolons, book } => {
            let config = here()?;
            let format = format.or(config.code.as_ref().map(|s| s.value)).unwrap_or(CodeFormat::Text);
            let options = options(width, Some(Color::Never), false, &config);
            code(&mut out, &files, format, &options, &SegmentOptions { split_semicolons }, (&book, &config))?
        }
        Command::Check { folder, update, book } => check(&mut out, folder.as_deref(), update, &book, &settings)?,
        Command::Site(arguments) => site::site(&mut out, &arguments, &here()?)?,
        Command::Trace(arguments) => trace::trace(&mut out, &arguments, &here()?)?,
        Command::Import(arguments) => import::import(&mut out, arguments, &here()?)?,
        Command::Evaluate(arguments) => evaluate::evaluate(&mut out, &arguments, &here()?)?,
        Command::Codebook(arguments) => codebook::codebook(&mut out, arguments, &here()?)?,
        Command::Schema(arguments) => schema::schema(&mut out, &arguments)?,
        Command::Completions(arguments) => manual::completions(&mut out, &arguments, Cli::command())?,
        Command::Man(arguments) => manual::man(&mut out, &arguments, Cli::command())?,
        Command::Config(arguments) => config::config(&mut out, &arguments, &here()?)?,
    };
    match std::io::stdout().lock().write_all(&out) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(e).context("the output cannot be written"),
        _ => Ok(ExitCode::from(code)),
    }
}

/// The error and its causes, without a cause that the text before it has said already, and with nothing in it that a
/// terminal obeys.
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
    text.lines().map(visible).collect::<Vec<_>>().join("\n")
}

fn compare(
    out: &mut dyn Write,
    paths: &[PathBuf],
    format: Option<CompareFormat>,
    (sides, topics, previous): (&[String], &[String], Option<&Path>),
    options: &Options,
    exit_code: bool,
    (book, config): (&Book, &Config),
) -> Result<u8> {
    let codebook = book.load(config)?;
    let sides = sides
        .iter()
        .map(|s| Side::new(s).with_context(|| format!("--sides: `{s}` is no side; use ids such as us,cn")))
        .collect::<Result<Vec<_>>>()?;
    let wanted = sides.clone();
    let (meeting, order) = match paths {
        [one] if one.is_dir() => {
            let first = if sides.is_empty() { config.sides() } else { sides };
            (Meeting::load(one)?, comparison::Order::Sides(first))
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
    let format = format.or(config.compare.as_ref().map(|s| s.value)).unwrap_or(default);
    render::comparison(out, &comparison, codebook, format, options)?;
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
    (book, config): (&Book, &Config),
) -> Result<u8> {
    let codebook = book.load(config)?;
    let one = |file: &PathBuf| Ok(coding::code_with(load(file)?, codebook, segments)?);
    let coded = files.iter().map(one).collect::<Result<Vec<Coded>>>()?;
    render::coded(out, &coded, format, options)?;
    Ok(DONE)
}

/// Holds every meeting against its accepted comparison. The settings are those above the folder that is checked, and not
/// those of the working folder, and the last line names them: what is accepted must not hang on where a job was started.
fn check(out: &mut dyn Write, given: Option<&Path>, update: bool, book: &Book, settings: &Settings) -> Result<u8> {
    let config = settings.load(given.unwrap_or(Path::new(".")))?;
    let folder = settings::meetings(given, &config)?;
    let config = settings.load(&folder)?;
    let codebook = book.load(&config)?;
    let sides = config.sides();
    let report = snapshot::check(&folder, codebook, &comparison::Order::Sides(sides.clone()), update)?;
    write!(out, "{report}")?;
    if let Some(file) = &config.file {
        let mut by = Vec::new();
        if let Some(set) = config.codebook.as_ref().filter(|set| book.codebook.is_empty() && !set.value.is_empty()) {
            let files: Vec<_> = set.value.iter().map(|f| f.display().to_string()).collect();
            by.push(format!("codebook {}", files.join(", ")));
        }
        if !sides.is_empty() {
            by.push(format!("sides {}", sides.iter().map(Side::as_str).collect::<Vec<_>>().join(", ")));
        }
        if !by.is_empty() {
            writeln!(out, "by {}: {}", visible(&file.display().to_string()), visible(&by.join("; ")))?;
        }
    }
    Ok(if report.is_clean() { DONE } else { FOUND })
}
