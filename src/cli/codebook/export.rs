//! `readout codebook export`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;
use readout::codebook::concepts::Inventory;
use readout::files;

use super::{Codebook, DONE};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Write the files to this folder
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long, requires = "out")]
    force: bool,
}

/// Prints the files of a codebook one after the other, or writes all of them or none.
pub(super) fn export(out: &mut dyn Write, book: &Codebook, how: &Arguments) -> Result<u8> {
    let mut files: Vec<(&str, &str)> = Codebook::files().into_iter().chain(Inventory::files()).collect();
    for (name, text) in book.user_files() {
        let name = Path::new(name).file_name().and_then(|n| n.to_str()).unwrap_or(name);
        if files.iter().any(|(known, _)| *known == name) {
            bail!("{name}: another file of the codebook has that name; rename yours before you export both");
        }
        files.push((name, text));
    }
    let Some(folder) = &how.out else {
        for (name, text) in files {
            writeln!(out, "# ── {name} ──\n{text}")?;
        }
        return Ok(DONE);
    };
    write(folder, &files, how.force)?;
    for (name, _) in &files {
        writeln!(out, "wrote {}", folder.join(name).display())?;
    }
    Ok(DONE)
}

fn write(folder: &Path, files: &[(&str, &str)], force: bool) -> Result<()> {
    let there = files.iter().map(|(name, _)| folder.join(name)).find(|path| path.symlink_metadata().is_ok());
    if let Some(path) = there.filter(|_| !force) {
        bail!("{}: is there already, so nothing was written; name another folder, or add --force", path.display());
    }
    let cannot = |e: io::Error| anyhow!("{}: cannot be written: {e}{}", folder.display(), files::mend(&e));
    std::fs::create_dir_all(folder).map_err(cannot)?;
    // All are on the disk before the first takes its name.
    let stage = |(name, text): &(&str, &str)| files::stage(&folder.join(name), text).map_err(cannot);
    let ready = files.iter().map(stage).collect::<Result<Vec<_>>>()?;
    let mut done: Vec<PathBuf> = Vec::new();
    for file in ready {
        let path = file.path().to_owned();
        if let Err(e) = file.place(force) {
            // What was there before is gone with --force only.
            for path in done.iter().filter(|_| !force) {
                std::fs::remove_file(path).ok();
            }
            bail!("{}: cannot be written: {e}{}", path.display(), files::mend(&e));
        }
        done.push(path);
    }
    Ok(())
}
