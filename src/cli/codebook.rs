//! `readout codebook`: what the codes mean, where they come from, and whether a codebook is sound.

mod check;
mod export;
mod list;
mod show;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Subcommand};

use readout::codebook::Codebook;
use readout::config::Config;
use readout::text::width::visible_lines;

use super::{Book, DONE};

#[derive(Debug, Args)]
#[command(subcommand_value_name = "ACTION")]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Option<Action>,
    /// The same as `show ID`; without it, the same as `list`
    id: Option<String>,
    /// Codebook in TOML: instead of the default one, or added to it with extends = "default"; may be given again
    #[arg(long, value_name = "FILE", global = true)]
    codebook: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List topics, acts, sides, concepts and formulas
    List(list::Arguments),
    /// Explain one of them, or a list or rule that evidence names: taiwan, say, taiwan.en.3
    Show {
        /// What to show
        id: String,
    },
    /// Look for cues that never match or never count, clashes, and examples coded otherwise
    Check {
        /// Codebooks in TOML [default: the one in use]
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Print the codebook's files, or write them to a folder
    ///
    /// They are there to be read and copied from. A codebook of your own (`--codebook`) is a file that begins with extends =
    /// "default" and has what you add or change of them, in their form; `codebook check` holds it.
    Export(export::Arguments),
}

/// Does what is asked of the codebook.
pub(super) fn codebook(out: &mut dyn Write, arguments: Arguments, config: &Config) -> Result<u8> {
    let book = Book { codebook: arguments.codebook };
    let mut shown = Vec::new();
    let code = match (arguments.action, arguments.id) {
        (Some(Action::Show { id }), _) | (None, Some(id)) => show::show(&mut shown, book.load(config)?, &id),
        (Some(Action::List(how)), _) => list::list(&mut shown, book.load(config)?, &how, config),
        (Some(Action::Check { files }), _) => check::check(&mut shown, &files, &book, config),
        (Some(Action::Export(how)), _) => export::export(&mut shown, book.load(config)?, &how),
        (None, None) => list::list(&mut shown, book.load(config)?, &list::Arguments::default(), config),
    }?;
    // Labels and cues of a user's file can hold what a terminal obeys.
    out.write_all(visible_lines(&String::from_utf8_lossy(&shown)).as_bytes())?;
    Ok(code)
}
