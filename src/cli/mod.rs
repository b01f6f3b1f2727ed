//! Arguments, and what each command calls.

mod check;
mod code;
mod codebook;
mod compare;
mod config;
mod evaluate;
mod exit;
mod import;
mod manual;
mod many;
mod meetings;
mod schema;
mod settings;
mod site;
mod trace;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{CommandFactory, Parser, Subcommand};

pub use exit::FAILED;
use exit::{DONE, FOUND};
use readout::codebook::Codebook;
use readout::readout::{Doubt, LoadError, Meeting, Readout};
use readout::text::width::visible_lines;
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
    Check(check::Arguments),
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
        Command::Check(arguments) => check::check(&mut out, &arguments, &settings)?,
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

/// Tells what looks like a slip, a line each.
fn tell_all(doubts: &[Doubt]) {
    doubts.iter().for_each(|doubt| tell(&doubt.to_string()));
}

/// Tells what looks like a slip in the texts of a meeting.
fn tell_doubts(meeting: &Meeting, codebook: &Codebook) {
    tell_all(&meeting.doubts_by(codebook));
}

fn load(path: &Path) -> Result<Readout> {
    if !path.exists() {
        return Err(LoadError::Missing { file: path.to_owned() }.into());
    }
    Ok(Readout::load(path)?)
}
