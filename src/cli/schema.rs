//! `readout schema`.

use std::io::Write;

use anyhow::{Result, bail};
use clap::Args;

use readout::codebook::nearest;
use readout::contract::SCHEMAS;

use super::DONE;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of which output: comparison, code, code-line, trace, check, evaluation, import-page, import-article, codebook, config
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

/// Prints a schema, or what there are.
pub(super) fn schema(out: &mut dyn Write, arguments: &Arguments) -> Result<u8> {
    let Some(name) = &arguments.name else {
        for schema in SCHEMAS {
            writeln!(out, "{:<16} readout {}", schema.name, schema.of)?;
        }
        return Ok(DONE);
    };
    let Some(schema) = SCHEMAS.iter().find(|s| s.name == name) else {
        let names = || SCHEMAS.iter().map(|s| s.name);
        match nearest(name, names()).first() {
            Some(near) => bail!("no schema `{name}`; did you mean `{near}`?"),
            None => bail!("no schema `{name}`; there are {}", names().collect::<Vec<_>>().join(", ")),
        }
    };
    out.write_all(schema.text.as_bytes())?;
    Ok(DONE)
}
