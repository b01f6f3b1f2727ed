//! `readout site`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;

use readout::comparison::Comparison;
use readout::text::width::visible;
use readout::{files, render, site};

use super::{Book, DONE, trace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of meetings
    #[arg(default_value = "readouts", value_name = "DIR")]
    folder: PathBuf,
    /// Folder of the pages; it is made, and pages that are there are written over
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
    #[command(flatten)]
    book: Book,
}

/// The folder of a meeting.
fn place(comparison: &Comparison) -> String {
    let folder = comparison.texts.first().and_then(|t| t.readout().file.parent());
    folder.map_or_else(|| comparison.meeting.clone(), |f| f.display().to_string())
}

/// Writes the pages, each whole or not at all.
pub(super) fn site(out: &mut dyn Write, arguments: &Arguments) -> Result<u8> {
    let codebook = arguments.book.load()?;
    let folder = &arguments.out;
    if folder.exists() && !folder.is_dir() {
        bail!("{}: a file, not a folder; name another with --out", folder.display());
    }
    let comparisons = trace::comparisons(&arguments.folder, codebook)?;
    // A page is named for its meeting, so that one of two would be lost.
    let mut seen = BTreeMap::new();
    for comparison in &comparisons {
        if let Some(other) = seen.insert(&comparison.meeting, comparison) {
            let (one, two) = (place(other), place(comparison));
            bail!("{one} and {two}: two folders of one name, which would be one page; rename one of them");
        }
    }
    let model = site::model(&comparisons, codebook)?;
    std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let _lock = files::lock(folder).with_context(|| folder.display().to_string())?;
    files::tidy(folder);
    let mut pages = 0;
    render::site(&model, &comparisons, codebook, &mut |name, bytes| {
        let text = std::str::from_utf8(bytes).map_err(std::io::Error::other)?;
        pages += 1;
        files::write(&folder.join(name), text, true)
    })
    .with_context(|| format!("{}: cannot be written", folder.display()))?;
    let name = folder.to_string_lossy();
    writeln!(out, "{}: {pages} pages of {} meetings; open index.html", visible(&name), model.meetings.len())?;
    Ok(DONE)
}
