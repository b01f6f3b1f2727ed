//! `readout completions` and `readout man`: what shells and `man` know of the command line, made from its definition.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use readout::codebook::nearest;
use readout::files;

use super::{DONE, exit};

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct Manual {
    /// The command whose page is printed, such as check or codebook show [default: the program's own page]
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    command: Vec<String>,
    /// Write every page to this folder, which is made, over pages that are there
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints the completions of a shell.
pub(super) fn completions(out: &mut Vec<u8>, arguments: &Completions, mut program: Command) -> Result<u8> {
    clap_complete::generate(arguments.shell, &mut program, "readout", out);
    Ok(DONE)
}

/// Prints a page of the manual, or writes all.
pub(super) fn man(out: &mut dyn Write, arguments: &Manual, program: Command) -> Result<u8> {
    let mut program = program.disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &arguments.out {
        let cannot = |e: io::Error| anyhow!("{}: cannot be made: {e}{}", folder.display(), files::mend(&e));
        std::fs::create_dir_all(folder).map_err(cannot)?;
        for (name, page) in pages(&program, exit::of("readout"))? {
            let path = folder.join(name);
            files::write(&path, &page, true)
                .map_err(|e| anyhow!("{}: cannot be written: {e}{}", path.display(), files::mend(&e)))?;
            writeln!(out, "wrote {}", path.display())?;
        }
        return Ok(DONE);
    }
    let mut command = &program;
    for name in &arguments.command {
        let known = || command.get_subcommands().map(Command::get_name);
        command = match command.get_subcommands().find(|c| c.get_name() == name) {
            Some(found) => found,
            None => match nearest(name, known()).first() {
                Some(near) => bail!("no command `{name}`; did you mean `{near}`?"),
                None if known().next().is_none() => {
                    bail!("`{}` has no commands; `readout man {}` is its page", command.get_name(), command.get_name())
                }
                None => bail!("no command `{name}`; there are {}", known().collect::<Vec<_>>().join(", ")),
            },
        };
    }
    let meanings = exit::of(arguments.command.first().map_or("readout", String::as_str));
    write!(out, "{}", page(command, meanings)?)?;
    Ok(DONE)
}

/// The pages of a command and of all below it: names of files, and texts.
fn pages(command: &Command, meanings: exit::Meanings) -> Result<Vec<(String, String)>> {
    let name = command.get_display_name().unwrap_or(command.get_name());
    let mut found = vec![(format!("{name}.1"), page(command, meanings)?)];
    for below in command.get_subcommands() {
        let meanings = if name == "readout" { exit::of(below.get_name()) } else { meanings };
        found.extend(pages(below, meanings)?);
    }
    Ok(found)
}

fn page(command: &Command, meanings: exit::Meanings) -> Result<String> {
    let source = format!("readout {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).source(source).manual("readout");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    entries("EXIT STATUS", meanings.iter().map(|(code, text)| (code.to_string(), *text))).to_writer(&mut page)?;
    entries("ENVIRONMENT", ENVIRONMENT.iter().map(|(name, text)| ((*name).to_owned(), *text))).to_writer(&mut page)?;
    entries("FILES", FILES.iter().map(|(name, text)| ((*name).to_owned(), *text))).to_writer(&mut page)?;
    String::from_utf8(page).context("the page is no text")
}

/// A section with a paragraph for each word.
fn entries<'a>(title: &str, entries: impl Iterator<Item = (String, &'a str)>) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (word, text) in entries {
        roff.control("TP", []).text([bold(word)]).text([roman(text)]);
    }
    roff
}

const ENVIRONMENT: [(&str, &str); 3] = [
    ("COLUMNS", "The columns of the output, where --width does not say."),
    ("NO_COLOR", "If it is set and not empty there is no colour, unless --color asks for it."),
    ("SOURCE_DATE_EPOCH", "The time, in seconds, that `import` writes into files, in place of the clock's."),
];

const FILES: [(&str, &str); 2] = [
    (
        "readout.toml",
        "Settings: readouts (folder of meetings), sides (order of the columns), codebook (one file or a list), \
         format.compare, format.code, format.trace, format.evaluate, width and color. The first in the working folder or \
         above it holds, and none above a folder that holds .git; `check` looks from the folder that it checks. Paths count \
         from the file. Flags and the environment are stronger.",
    ),
    (
        "readouts/YYYY-MM-DD-place/SIDE[.QUALIFIER].md",
        "The texts of a meeting; comparison.md beside them is what was accepted.",
    ),
];
