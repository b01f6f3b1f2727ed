//! A folder of readouts about one encounter.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Doubt, LoadError, Readout, Side, front_matter};

/// The accepted comparison beside the readouts of a meeting.
pub const COMPARISON_FILE: &str = "comparison.md";

/// How deep folders may stand in folders.
const DEPTH: usize = 8;
/// How much of a file is read to see whether it is a readout, in bytes.
const HEAD: u64 = 4096;

/// The readouts of one encounter, of any number of sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting {
    /// The folder's name, or what the texts say, or the names of the files.
    pub id: String,
    /// The texts: sorted by file name for a folder, as given for files.
    pub readouts: Vec<Readout>,
}

impl Meeting {
    /// Loads the readouts of a folder: `SIDE.md` and `SIDE.QUALIFIER.md`, and other Markdown files whose front matter has
    /// `side`.
    ///
    /// # Errors
    /// When the folder cannot be read, holds no readout, or one of its files cannot be loaded.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        if !folder.exists() {
            return Err(LoadError::Missing { file: folder.to_owned() });
        }
        let files = readout_files(folder)?;
        if files.is_empty() {
            let below = find_meetings(folder).unwrap_or_default();
            return Err(match below.into_iter().find(|f| f != folder) {
                Some(example) => LoadError::Meetings { folder: folder.to_owned(), example },
                None => LoadError::NoReadouts { folder: folder.to_owned() },
            });
        }
        let readouts = files.iter().map(|f| Readout::load_within(folder, f)).collect::<Result<Vec<_>, _>>()?;
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
    let mut files = files(folder)?;
    files.retain(|path| is_readout(path));
    files.sort();
    Ok(files)
}

/// The Markdown files of a folder, in no order; hidden ones, which editors and archives leave beside a text, are passed over.
fn files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let io = |source| LoadError::Io { file: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if is_markdown(&path) && !is_hidden(&path) && !path.is_dir() {
            files.push(path);
        }
    }
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "md")
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

/// Whether a file has the name of a readout: `SIDE.md` or `SIDE.QUALIFIER.md`, with a side in lower-case letters and
/// digits. The other Markdown files of a repository (README.md, ARCHITECTURE.md, notes.md) are none.
fn named_as_readout(path: &Path) -> bool {
    const OTHERS: [&str; 8] =
        ["readme", "comparison", "notes", "index", "license", "changelog", "contributing", "todo"];
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    let Some(stem) = name.strip_suffix(".md") else { return false };
    let side = stem.split('.').next().unwrap_or(stem);
    let letters = side.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
    letters && Side::new(side).is_some() && !OTHERS.contains(&side)
}

/// What was found at or below a folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The files or folders, sorted by path.
    pub paths: Vec<PathBuf>,
    /// Links to folders of readouts that are not followed, one each.
    pub doubts: Vec<Doubt>,
}

impl Found {
    /// What [`find_readouts`] finds.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn readouts(root: &Path) -> Result<Self, LoadError> {
        walk(root, |folder, found| {
            found.extend(readout_files(folder)?);
            Ok(())
        })
    }

    /// What [`find_meetings`] finds.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn meetings(root: &Path) -> Result<Self, LoadError> {
        if root.is_file() {
            return Err(LoadError::File { file: root.to_owned() });
        }
        if !root.exists() {
            return Err(LoadError::Missing { file: root.to_owned() });
        }
        walk(root, |folder, found| {
            if is_meeting(folder)? {
                found.push(folder.to_owned());
            }
            Ok(())
        })
    }
}

/// Every readout at or below `root` that [`Meeting::load`] takes, sorted by path, with links that lead out of it, which
/// [`Readout::load_within`] refuses. Hidden files and folders are passed over and links to folders are not followed.
///
/// # Errors
/// When a folder cannot be read.
pub fn find_readouts(root: &Path) -> Result<Vec<PathBuf>, LoadError> {
    Ok(Found::readouts(root)?.paths)
}

/// Whether a Markdown file is a readout, by its name or by what it says.
fn is_readout(path: &Path) -> bool {
    named_as_readout(path) || says_side(path)
}

/// Whether a file is Markdown of a repository that is no readout (README.md, notes.md), which no folder of readouts is taken
/// to hold.
#[must_use]
pub fn is_other_markdown(path: &Path) -> bool {
    is_markdown(path) && path.is_file() && !is_readout(path)
}

/// Whether a file begins with front matter that has `side`.
fn says_side(path: &Path) -> bool {
    // To open a pipe is to wait for whoever writes to it.
    let open = || if path.is_file() { File::open(path).ok() } else { None };
    let mut head = Vec::new();
    let read = open().is_some_and(|file| file.take(HEAD).read_to_end(&mut head).is_ok());
    read && front_matter::begins_with_side(String::from_utf8_lossy(&head).trim_start_matches('\u{feff}'))
}

/// Every folder at or below `root` that holds readouts or an accepted comparison, sorted by path. Hidden folders are
/// passed over and links are not followed.
///
/// # Errors
/// When a folder cannot be read.
pub fn find_meetings(root: &Path) -> Result<Vec<PathBuf>, LoadError> {
    Ok(Found::meetings(root)?.paths)
}

/// Whether a folder holds readouts or an accepted comparison.
fn is_meeting(folder: &Path) -> Result<bool, LoadError> {
    Ok(folder.join(COMPARISON_FILE).is_file() || !readout_files(folder)?.is_empty())
}

/// Calls `visit` with every folder at or below `root`, at most [`DEPTH`] below, hidden ones and links left out, and gives what
/// it found.
fn walk(
    root: &Path,
    mut visit: impl FnMut(&Path, &mut Vec<PathBuf>) -> Result<(), LoadError>,
) -> Result<Found, LoadError> {
    let mut all = Found::default();
    let mut open = vec![(root.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        visit(&folder, &mut all.paths)?;
        if depth >= DEPTH {
            continue;
        }
        let io = |source| LoadError::Io { file: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(io)? {
            let entry = entry.map_err(io)?;
            let (path, kind) = (entry.path(), entry.file_type().map_err(io)?);
            if is_hidden(&path) {
                continue;
            }
            if kind.is_dir() {
                open.push((path, depth + 1));
            } else if kind.is_symlink() {
                all.doubts.extend(not_followed(root, path));
            }
        }
    }
    all.paths.sort();
    all.doubts.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(all)
}

/// What is said of a link to a folder of readouts that is seen nowhere else below `root`: a meeting would be missing without
/// a word.
fn not_followed(root: &Path, link: PathBuf) -> Option<Doubt> {
    let said = |message: &str| Some(Doubt { file: Some(link.clone()), line: None, message: message.to_owned() });
    let Ok(target) = link.canonicalize() else {
        // A link to a text that is gone is told when the text is read.
        let folder = link.extension().is_none();
        return if folder { said("a link that leads nowhere; mend it, or take it away") } else { None };
    };
    let below = root.canonicalize().ok().and_then(|root| target.strip_prefix(root).map(Path::to_owned).ok());
    if below.is_some_and(|below| !below.components().any(|part| is_hidden(Path::new(&part)))) || !target.is_dir() {
        return None;
    }
    // A look into the folder and those in it: what they are called, and no further.
    let meeting = |folder: &Path| is_meeting(folder).unwrap_or(false);
    let inner = || std::fs::read_dir(&target).into_iter().flatten().flatten().map(|entry| entry.path());
    if !meeting(&target) && !inner().any(|path| !is_hidden(&path) && path.is_dir() && meeting(&path)) {
        return None;
    }
    said("a link to readouts elsewhere, which is not followed; put the folder itself here, or name it by itself")
}
