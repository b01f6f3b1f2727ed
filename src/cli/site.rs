//! `readout site`.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use readout::config::Config;
use readout::{files, render, site};

use super::{Book, DONE, trace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of meetings [default: that of readout.toml, else readouts]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Folder of the pages; it is made, and pages that are there are written over
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
    #[command(flatten)]
    book: Book,
}

/// Writes the pages, each whole or not at all.
pub(super) fn site(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let codebook = arguments.book.load(config)?;
    let folder = &arguments.out;
    if folder.exists() && !folder.is_dir() {
        bail!("{}: a file, not a folder; name another with --out", folder.display());
    }
    let comparisons = trace::comparisons(arguments.folder.as_deref(), codebook, config)?;
    let model = site::model(&comparisons, codebook)?;
    std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let mut pages = 0;
    render::site(&model, &comparisons, codebook, &mut |name, bytes| {
        let text = std::str::from_utf8(bytes).map_err(std::io::Error::other)?;
        pages += 1;
        files::write(&folder.join(name), text, true)
    })
    .with_context(|| format!("{}: cannot be written", folder.display()))?;
    writeln!(out, "{}: {pages} pages of {} meetings; open index.html", folder.display(), model.meetings.len())?;
    Ok(DONE)
}
