//! A folder of readouts about one encounter.

use std::path::{Path, PathBuf};

use super::{LoadError, Readout, Side};

/// The accepted comparison beside the readouts of a meeting.
pub const COMPARISON_FILE: &str = "comparison.md";

/// The readouts of one encounter, of any number of sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// The folder's name, or what the texts say, or the names of the files.
    pub id: String,
    /// The texts: sorted by file name for a folder, as given for files.
    pub readouts: Vec<Readout>,
}

impl Meeting {
    /// Loads every `*.md` of a folder but the accepted comparison.
    ///
    /// # Errors
    /// When the folder cannot be read, holds no readout, or one of its files cannot be loaded.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        let files = readout_files(folder)?;
        if files.is_empty() {
            let below = find_meetings(folder).unwrap_or_default();
            return Err(match below.into_iter().find(|f| f != folder) {
                Some(example) => LoadError::Meetings { folder: folder.to_owned(), example },
                None => LoadError::NoReadouts { folder: folder.to_owned() },
            });
        }
        let readouts = files.iter().map(|f| Readout::load(f)).collect::<Result<Vec<_>, _>>()?;
        let name = folder.canonicalize().ok().and_then(|f| f.file_name().map(|n| n.to_string_lossy().into_owned()));
        let id =
            name.or_else(|| readouts.iter().find_map(|r| r.meeting.clone())).unwrap_or_else(|| "meeting".to_owned());
        Ok(Self { id, readouts })
    }

    /// Takes the given texts as one meeting, in the order given.
    #[must_use]
    pub fn of(readouts: Vec<Readout>) -> Self {
        let mut ids: Vec<&str> = readouts.iter().filter_map(|r| r.meeting.as_deref()).collect();
        ids.dedup();
        let id = match ids.as_slice() {
            [one] => (*one).to_owned(),
            _ => readouts
                .iter()
                .map(|r| r.file.file_stem().map_or_else(|| r.side.to_string(), |s| s.to_string_lossy().into_owned()))
                .collect::<Vec<_>>()
                .join(" – "),
        };
        Self { id, readouts }
    }
}

fn readout_files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let io = |source| LoadError::Io { file: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if is_readout(&name) && !path.is_dir() {
            stays_inside(folder, &path)?;
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Refuses a link that leads out of its folder, or nowhere: whoever is sent a folder would show what it does not hold.
///
/// # Errors
/// When `path` is such a link.
pub(crate) fn stays_inside(folder: &Path, path: &Path) -> Result<(), LoadError> {
    let io = |source| LoadError::Io { file: path.to_owned(), source };
    if !path.symlink_metadata().map_err(io)?.is_symlink() {
        return Ok(());
    }
    let target = path.canonicalize().map_err(io)?;
    if !target.starts_with(folder.canonicalize().map_err(io)?) {
        return Err(LoadError::Outside { file: path.to_owned() });
    }
    Ok(())
}

/// Whether a file of this name is a readout: `SIDE.md` or `SIDE.QUALIFIER.md`, with a side in lower-case letters and
/// digits. The other Markdown files of a repository (README.md, ARCHITECTURE.md, notes.md) are none.
fn is_readout(name: &str) -> bool {
    const OTHERS: [&str; 8] =
        ["readme", "comparison", "notes", "index", "license", "changelog", "contributing", "todo"];
    let Some(stem) = name.strip_suffix(".md") else { return false };
    let side = stem.split('.').next().unwrap_or(stem);
    let letters = side.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    letters && Side::new(side).is_some() && !OTHERS.contains(&side)
}

/// Every folder at or below `root` that holds readouts or an accepted comparison, sorted by path. Hidden folders are
/// passed over and links are not followed.
///
/// # Errors
/// When a folder cannot be read.
pub fn find_meetings(root: &Path) -> Result<Vec<PathBuf>, LoadError> {
    if root.is_file() {
        return Err(LoadError::File { file: root.to_owned() });
    }
    let mut found = Vec::new();
    let mut open = vec![(root.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        if folder.join(COMPARISON_FILE).is_file() || !readout_files(&folder)?.is_empty() {
            found.push(folder.clone());
        }
        if depth >= 8 {
            continue;
        }
        let io = |source| LoadError::Io { file: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(io)? {
            let entry = entry.map_err(io)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && entry.file_type().map_err(io)?.is_dir() {
                open.push((entry.path(), depth + 1));
            }
        }
    }
    found.sort();
    Ok(found)
}
