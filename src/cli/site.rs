//! `readout site`.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use readout::comparison::Comparison;
use readout::config::Config;
use readout::text::width::visible;
use readout::{render, site};

use super::{Book, DONE, FOUND, trace};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of meetings [default: that of readout.toml, else readouts]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Folder of the pages; it is made, and pages of an earlier run are written over, or removed where their meeting is gone
    #[arg(long, value_name = "OUT")]
    out: PathBuf,
    /// Write nothing; exit with 1 when a page of OUT differs from what would be written now, is missing or is stale
    #[arg(long)]
    check: bool,
    #[command(flatten)]
    book: Book,
}

/// Writes the pages, each whole or not at all, or holds those that are there.
pub(super) fn site(out: &mut dyn Write, arguments: &Arguments, config: &Config) -> Result<u8> {
    let codebook = arguments.book.load(config)?;
    let mut folder = site::Folder::open(&arguments.out)?;
    let comparisons = trace::comparisons(arguments.folder.as_slice(), codebook, config)?;
    one_page_each(&comparisons)?;
    let model = site::model(&comparisons, codebook);
    if arguments.check {
        let mut report = site::Report::default();
        render::site(&model, &comparisons, codebook, &mut |name, bytes| {
            folder.hold(&mut report, name, text(bytes)?).map_err(io::Error::other)
        })?;
        folder.held(&mut report)?;
        write!(out, "{report}")?;
        if report.is_clean() {
            return Ok(DONE);
        }
        writeln!(out, "the same command without --check writes them")?;
        return Ok(FOUND);
    }
    let names = render::site_names(&model, codebook);
    folder.begin(&names)?;
    render::site(&model, &comparisons, codebook, &mut |name, bytes| {
        folder.put(name, text(bytes)?).map_err(io::Error::other)
    })?;
    let old = folder.finish()?;
    for file in &old.removed {
        writeln!(out, "removed: {}", visible(&file.to_string_lossy()))?;
    }
    for file in &old.kept {
        let file = file.to_string_lossy();
        writeln!(out, "kept: {}; no page of the site now, but changed since it was written", visible(&file))?;
    }
    let (folder, pages) = (arguments.out.to_string_lossy(), names.len());
    let folder = visible(&folder);
    let meetings = match model.meetings.len() {
        1 => "1 meeting".to_owned(),
        many => format!("{many} meetings"),
    };
    writeln!(out, "{folder}: {pages} pages of {meetings}; open index.html")?;
    Ok(DONE)
}

fn text(bytes: &[u8]) -> io::Result<&str> {
    std::str::from_utf8(bytes).map_err(io::Error::other)
}

/// Two meetings of one name would have one page.
fn one_page_each(comparisons: &[Comparison]) -> Result<()> {
    let folder = |c: &Comparison| {
        let file = c.texts.first().map(|t| t.readout().file.clone()).unwrap_or_default();
        file.parent().map(|p| p.display().to_string()).unwrap_or_default()
    };
    let mut seen = BTreeMap::new();
    for made in comparisons {
        if let Some(other) = seen.insert(made.meeting.as_str(), made) {
            bail!("{}: has the name of {}; a meeting needs a folder name of its own", folder(made), folder(other));
        }
    }
    Ok(())
}
