//! `readout config`.

use std::io::Write;

use anyhow::Result;
use clap::{Args, ValueEnum};

use readout::config::Config;
use readout::contract::config::Holding;

use super::{DONE, settings};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line a setting
    Text,
    /// The contract `readout.config/1`
    Json,
}

/// Prints each setting, its value and where that comes from.
pub(super) fn config(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let holding = Holding::of(config, settings::columns(), settings::no_color(), settings::terminal());
    match arguments.format {
        Format::Text => {
            for line in holding.lines() {
                writeln!(out, "{}", readout::text::width::visible(&line))?;
            }
        }
        Format::Json => {
            readout::contract::write(out, &holding)?;
        }
    }
    Ok(DONE)
}
