//! Arguments, and what each command calls.

mod code;
mod codebook;
mod compare;
mod config;
mod evaluate;
mod exit;
mod import;
mod manual;
mod schema;
mod settings;
mod site;
mod trace;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};

pub use exit::FAILED;
use exit::{DONE, FOUND};
use readout::codebook::Codebook;
use readout::readout::{LoadError, Meeting, Readout, Side};
use readout::text::width::{visible, visible_lines};
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
    Compare(compare::Arguments),
    /// Show the coded statements of each text, with the words behind each code
    #[command(after_help = exit::help("code"))]
    Code(code::Arguments),
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
        Command::Compare(arguments) => compare::compare(&mut out, &arguments, &here()?)?,
        Command::Code(arguments) => code::code(&arguments, &here()?)?,
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

/// Tells what looks like a slip in the texts of a meeting.
fn tell_doubts(meeting: &Meeting, codebook: &Codebook) {
    meeting.doubts_by(codebook).iter().for_each(|doubt| tell(doubt));
}

fn load(path: &Path) -> Result<Readout> {
    if !path.exists() {
        return Err(LoadError::Missing { file: path.to_owned() }.into());
    }
    Ok(Readout::load(path)?)
}

/// Holds every meeting against its accepted comparison. The settings are those above the folder that is checked, and not
/// those of the working folder, and the last line names them: what is accepted must not hang on where a job was started.
fn check(out: &mut dyn Write, given: Option<&Path>, update: bool, book: &Book, settings: &Settings) -> Result<u8> {
    let folder = match given {
        Some(folder) => folder.to_owned(),
        None => settings::meetings(None, &settings.load(Path::new("."))?)?,
    };
    let config = settings.load(&folder)?;
    let codebook = book.load(&config)?;
    let sides = config.sides();
    let report = snapshot::check(&folder, codebook, &comparison::Order::Sides(sides.clone()), update)?;
    report.broken().for_each(|(_, why)| tell(why));
    report.doubts().for_each(tell);
    if report.broken().count() == report.meetings().len() {
        return Ok(FAILED);
    }
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
    Ok(match (report.broken().next(), report.is_clean()) {
        (Some(_), _) => FAILED,
        (None, true) => DONE,
        (None, false) => FOUND,
    })
}
