//! The folder of a site: a list says which of its files this program wrote, so that pages of meetings that are gone can go
//! too, and nothing else is removed or written over.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::report::{Report, Standing};
use crate::files;

/// The list of the pages, in the form that `sha256sum --check` reads.
pub const LIST: &str = "pages.sha256";
/// Its first line, by which it is known.
const TITLE: &str = "# Pages that `readout site` wrote; a later run removes those that it no longer makes.";
/// More bytes than any page or list has.
const MAX_PAGE: u64 = 256 * 1024 * 1024;
/// Stands for the hash of a page that a run was about to write when it was stopped.
const PENDING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Why a folder cannot take a site, or be held against one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// It is no folder.
    #[error("{}: a file, not a folder; name another with --out", folder.display())]
    NoFolder {
        /// What was named.
        folder: PathBuf,
    },
    /// A file has the name of a page and is not this program's.
    #[error("{}: is there and was not written by `readout site`; move it, or name another folder with --out", file.display())]
    Foreign {
        /// The file.
        file: PathBuf,
    },
    /// The list is not one that this program wrote.
    #[error("{}:{line}: not a list that `readout site` wrote; move it, or name another folder with --out", file.display())]
    List {
        /// The list.
        file: PathBuf,
        /// The first line that is not of such a list, from 1.
        line: usize,
    },
    /// A file could not be read, written or removed.
    #[error("{}: {source}{}", file.display(), files::mend(source))]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// What became of the pages that an earlier run wrote and this one did not, by file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Old {
    /// Those that were removed.
    pub removed: Vec<PathBuf>,
    /// Those that were changed after they were written, and stay.
    pub kept: Vec<PathBuf>,
}

/// The folder of a site, with what the last run wrote into it.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    /// The SHA-256 of each page that a run before this one wrote, by name.
    before: BTreeMap<String, String>,
    /// The same of this run.
    now: BTreeMap<String, String>,
    /// Keeps other runs away while this one writes.
    lock: Option<files::Lock>,
}

impl Folder {
    /// A folder, which need not be there yet.
    ///
    /// # Errors
    /// When it is a file, or its list cannot be read or is not of this program.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        if path.exists() && !path.is_dir() {
            return Err(FolderError::NoFolder { folder: path.to_owned() });
        }
        Ok(Self { path: path.to_owned(), before: listed(path)?, now: BTreeMap::new(), lock: None })
    }

    /// Makes the folder, keeps other runs from it, and notes in its list the pages that are to come, so that those of a run
    /// that is stopped are known for this program's.
    ///
    /// # Errors
    /// When a file has the name of a page and is not this program's, another run is writing there, or the folder cannot be
    /// written to.
    pub fn begin(&mut self, names: &[String]) -> Result<(), FolderError> {
        std::fs::create_dir_all(&self.path).map_err(|source| self.fault("", source))?;
        self.lock = Some(files::lock(&self.path).map_err(|source| self.fault("", source))?);
        files::tidy(&self.path);
        // Another run may have ended since the folder was opened.
        self.before = listed(&self.path)?;
        for name in names {
            let file = self.path.join(name);
            match std::fs::symlink_metadata(&file) {
                Ok(found) if !found.is_file() || !self.before.contains_key(name) => {
                    return Err(FolderError::Foreign { file });
                }
                Ok(_) => {}
                Err(e) if e.kind() == io::ErrorKind::NotFound => {}
                Err(source) => return Err(FolderError::Io { file, source }),
            }
        }
        let known = self.before.len();
        for name in names {
            self.before.entry(name.clone()).or_insert_with(|| PENDING.to_owned());
        }
        if self.before.len() > known { self.write(LIST, &list(&self.before)) } else { Ok(()) }
    }

    /// Writes a page, whole or not at all; one that is there already is left as it is.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&mut self, name: &str, page: &str) -> Result<(), FolderError> {
        if files::read(&self.path.join(name), MAX_PAGE).ok().as_deref() != Some(page.as_bytes()) {
            self.write(name, page)?;
        }
        self.now.insert(name.to_owned(), files::sha256(page.as_bytes()));
        Ok(())
    }

    /// Removes the pages that an earlier run wrote and this one did not, unless they have been changed, and writes the list.
    ///
    /// # Errors
    /// When a page cannot be removed, or the list not be written.
    pub fn finish(self) -> Result<Old, FolderError> {
        let mut old = Old::default();
        for (name, hash) in self.before.iter().filter(|(name, _)| !self.now.contains_key(*name)) {
            let file = self.path.join(name);
            // A link is not what was written, whatever it leads to.
            let Ok(found) = std::fs::symlink_metadata(&file) else { continue };
            if found.is_file() && files::read(&file, MAX_PAGE).is_ok_and(|bytes| is(&bytes, hash)) {
                std::fs::remove_file(&file).map_err(|source| self.fault(name, source))?;
                old.removed.push(file);
            } else {
                old.kept.push(file);
            }
        }
        let text = list(&self.now);
        if files::read(&self.path.join(LIST), MAX_PAGE).ok().as_deref() != Some(text.as_bytes()) {
            self.write(LIST, &text)?;
        }
        Ok(old)
    }

    /// Holds a page against the one that is there, and writes nothing.
    ///
    /// # Errors
    /// When the one that is there cannot be read.
    pub fn hold(&mut self, report: &mut Report, name: &str, page: &str) -> Result<(), FolderError> {
        let hash = files::sha256(page.as_bytes());
        report.add(self.path.join(name), self.standing(name, &hash)?);
        self.now.insert(name.to_owned(), hash);
        Ok(())
    }

    /// Adds to a report what is there and should not be, and the list where nothing else is amiss.
    ///
    /// # Errors
    /// When the list cannot be read.
    pub fn held(self, report: &mut Report) -> Result<(), FolderError> {
        for name in self.before.keys().filter(|name| !self.now.contains_key(*name)) {
            let file = self.path.join(name);
            if std::fs::symlink_metadata(&file).is_ok() {
                report.add(file, Standing::Stale);
            }
        }
        if report.is_clean() {
            report.add_list(self.path.join(LIST), self.standing(LIST, &files::sha256(list(&self.now).as_bytes()))?);
        }
        Ok(())
    }

    /// How a file stands against one of this hash.
    fn standing(&self, name: &str, wanted: &str) -> Result<Standing, FolderError> {
        match files::read(&self.path.join(name), MAX_PAGE) {
            Ok(bytes) if is(&bytes, wanted) => Ok(Standing::Same),
            Ok(_) => Ok(Standing::Differs),
            // A pipe or a device, or more than any page has.
            Err(e) if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::FileTooLarge) => {
                Ok(Standing::Differs)
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Standing::Missing),
            Err(source) => Err(self.fault(name, source)),
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<(), FolderError> {
        files::write(&self.path.join(name), text, true).map_err(|source| self.fault(name, source))
    }

    fn fault(&self, name: &str, source: io::Error) -> FolderError {
        let file = if name.is_empty() { self.path.clone() } else { self.path.join(name) };
        FolderError::Io { file, source }
    }
}

/// What the list of a folder says.
fn listed(folder: &Path) -> Result<BTreeMap<String, String>, FolderError> {
    let file = folder.join(LIST);
    match files::read(&file, MAX_PAGE) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => read(&text).map_err(|line| FolderError::List { file, line }),
            Err(_) => Err(FolderError::List { file, line: 1 }),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(e) if matches!(e.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::FileTooLarge) => {
            Err(FolderError::List { file, line: 1 })
        }
        Err(source) => Err(FolderError::Io { file, source }),
    }
}

/// Whether a file has this hash, as it is or with the ends of lines that a version control system may have changed.
fn is(bytes: &[u8], wanted: &str) -> bool {
    if files::sha256(bytes) == wanted {
        return true;
    }
    let text = String::from_utf8_lossy(bytes);
    text.contains("\r\n") && files::sha256(text.replace("\r\n", "\n").as_bytes()) == wanted
}

fn list(pages: &BTreeMap<String, String>) -> String {
    let lines = pages.iter().map(|(name, hash)| format!("{hash}  {name}\n"));
    std::iter::once(format!("{TITLE}\n")).chain(lines).collect()
}

/// The pages of a list, or the first line that is wrong. A name leads nowhere but into the folder.
fn read(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let mut lines = text.lines();
    if lines.next() != Some(TITLE) {
        return Err(1);
    }
    let good = |name: &str| {
        let plain = name.strip_suffix(".html").unwrap_or_default();
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
        !plain.is_empty() && plain.bytes().all(allowed)
    };
    let hex = |hash: &str| hash.len() == PENDING.len() && hash.bytes().all(|b| b.is_ascii_hexdigit());
    lines
        .enumerate()
        .map(|(at, line)| match line.split_once("  ") {
            Some((hash, name)) if hex(hash) && good(name) => Ok((name.to_owned(), hash.to_owned())),
            _ => Err(at + 2),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_nothing_outside_the_folder() {
        let pages = BTreeMap::from([
            ("index.html".to_owned(), files::sha256(b"x")),
            ("topic-ai_2.html".to_owned(), files::sha256(b"y")),
        ]);
        assert_eq!(read(&list(&pages)), Ok(pages.clone()));
        assert_eq!(read(&list(&pages).replace('\n', "\r\n")), Ok(pages));
        for name in ["../x.html", "a/b.html", "/x.html", "C:x.html", ".html", "x.htm", "x .html", "notes.txt", ""] {
            assert_eq!(read(&format!("{TITLE}\n{}  {name}\n", files::sha256(b"x"))), Err(2), "{name}");
        }
        assert_eq!(read(&format!("{}  index.html\n", files::sha256(b"x"))), Err(1), "a list of somebody else");
        assert_eq!(read(""), Err(1));
    }

    /// A run that is stopped leaves pages that the next one writes over, and never removes without knowing their bytes.
    #[test]
    fn a_run_that_was_stopped_is_taken_up() {
        let place = tempfile::tempdir().expect("a folder");
        let (a, b) = ("a.html".to_owned(), "b.html".to_owned());
        let mut stopped = Folder::open(place.path()).expect("opened");
        stopped.begin(&[a.clone(), b.clone()]).expect("begun");
        stopped.put("a.html", "one").expect("put");
        drop(stopped);
        let mut next = Folder::open(place.path()).expect("opened");
        next.begin(std::slice::from_ref(&b)).expect("begun");
        next.put("b.html", "two").expect("put");
        let old = next.finish().expect("finished");
        assert_eq!(old, Old { removed: Vec::new(), kept: vec![place.path().join("a.html")] });
        assert!(Folder::open(place.path()).expect("opened").begin(&[a]).is_err(), "it is nobody's now");
    }

    #[test]
    fn changed_ends_of_lines_are_no_change() {
        let wanted = files::sha256(b"a\nb\n");
        assert!(is(b"a\nb\n", &wanted) && is(b"a\r\nb\r\n", &wanted) && !is(b"a\nc\n", &wanted));
    }
}
