//! What flags, environment and `readout.toml` say together: the first of them that says anything holds.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use readout::codebook::{Codebook, nearest};
use readout::config::{Color, Config};
use readout::readout::Side;
use readout::render::Options;

/// Which file of settings is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Settings")]
pub(super) struct Settings {
    /// Take settings from this file [default: the first readout.toml in this folder or above it]
    #[arg(long, value_name = "FILE", global = true, conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Take no settings from a file
    #[arg(long, global = true)]
    no_config: bool,
}

impl Settings {
    /// The flags that were given, as they are given.
    pub fn flags(&self) -> Vec<String> {
        match &self.config {
            _ if self.no_config => vec!["--no-config".to_owned()],
            Some(file) => vec!["--config".to_owned(), file.display().to_string()],
            None => Vec::new(),
        }
    }

    /// The settings for work in a folder.
    pub fn load(&self, folder: &Path) -> Result<Config> {
        Ok(match &self.config {
            _ if self.no_config => Config::default(),
            Some(file) => Config::load(file)?,
            None => Config::find(folder)?,
        })
    }
}

/// By which codebook statements are coded.
#[derive(Debug, Default, Args)]
pub(super) struct Book {
    /// Codebook in TOML: instead of the default one, or added to it with extends = "default"; may be given again
    #[arg(long, value_name = "FILE")]
    pub codebook: Vec<PathBuf>,
}

impl Book {
    /// The codebook, which lives as long as the program: taking it apart at the end would only cost time.
    pub fn load(&self, config: &Config) -> Result<&'static Codebook> {
        let codebook = match &config.codebook {
            Some(set) if self.codebook.is_empty() => {
                Codebook::load_all(&set.value).with_context(|| format!("{}: codebook", config.place(set.line)))?
            }
            _ => Codebook::load_all(&self.codebook)?,
        };
        Ok(Box::leak(Box::new(codebook)))
    }
}

/// The folder of meetings that a command reads.
pub(super) fn meetings(config: &Config) -> Result<PathBuf> {
    match &config.readouts {
        Some(set) if set.value.is_dir() => Ok(set.value.clone()),
        Some(set) => bail!(
            "{}: readouts: {}: no such folder; mend the line, or name a folder",
            config.place(set.line),
            set.value.display()
        ),
        None => Ok(PathBuf::from("readouts")),
    }
}

/// The columns that the environment asks for.
pub(super) fn columns() -> Option<u16> {
    let wide = std::env::var("COLUMNS").ok()?.parse::<usize>().ok().filter(|c| *c > 0)?;
    Some(u16::try_from(wide).unwrap_or(u16::MAX))
}

/// The columns of the terminal that is written to.
pub(super) fn terminal() -> Option<u16> {
    terminal_size::terminal_size().filter(|_| std::io::stdout().is_terminal()).map(|(width, _)| width.0)
}

/// The columns of what is shown line by line; none where nobody asks for any and nothing but a pipe reads it.
pub(super) fn shown_columns(config: &Config) -> Option<usize> {
    let width = columns().or_else(|| config.width.as_ref().map(|s| s.value)).or_else(terminal);
    width.map(usize::from)
}

/// Whether the environment asks for no colour.
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty())
}

/// How to show.
pub(super) fn options(width: Option<u16>, color: Option<Color>, ambiguous_wide: bool, config: &Config) -> Options {
    let tty = std::io::stdout().is_terminal();
    let width = width.or_else(columns).or_else(|| config.width.as_ref().map(|s| s.value)).or_else(terminal);
    let color = color
        .or_else(|| no_color().then_some(Color::Auto))
        .or_else(|| config.color.as_ref().map(|s| s.value))
        .unwrap_or_default();
    Options {
        width: width.map_or(80, usize::from).clamp(1, 10_000),
        color: match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => tty && !no_color() && std::env::var("TERM").as_deref() != Ok("dumb"),
        },
        terminal: tty,
        ambiguous_wide,
        only: None,
    }
}

/// Sees to it that there are texts of all sides that a flag asks for, in a place.
///
/// # Errors
/// Names the first side without a text, and those that have one.
pub(super) fn known_sides<'a>(
    flag: &str,
    asked: &[Side],
    place: &str,
    there: impl Iterator<Item = &'a Side>,
) -> Result<()> {
    let there: BTreeSet<&str> = there.map(Side::as_str).collect();
    let Some(side) = asked.iter().find(|s| !there.contains(s.as_str())) else { return Ok(()) };
    let there: Vec<&str> = there.into_iter().collect();
    bail!("{flag}: no text of `{side}` {place}; there are texts of {}", there.join(", "))
}

/// Sees to it that the codebook has all topics that are asked for.
///
/// # Errors
/// Names the first that it has not, with the nearest or all of them.
pub(super) fn known_topics(asked: &[String], codebook: &Codebook) -> Result<()> {
    let known = || codebook.topics.iter().map(|t| t.id.as_str());
    match asked.iter().find(|topic| codebook.topic(topic).is_none()) {
        Some(topic) => bail!("--topic: {}", unknown("topic", topic, known())),
        None => Ok(()),
    }
}

pub(super) fn unknown<'a>(kind: &str, id: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(id, known.clone()).first() {
        Some(near) => format!("no {kind} `{id}`; did you mean `{near}`?"),
        None => format!("no {kind} `{id}`; there are {}", known.collect::<Vec<_>>().join(", ")),
    }
}
