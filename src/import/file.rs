//! Owns the file that an imported page becomes.

use std::path::Path;

use super::Imported;
use super::matter::FrontMatter;
use crate::files;
use crate::readout::{Kind, Side};
use crate::text::Language;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// There is a file of that name.
    #[error(
        "{file}: is there already, so nothing was written; add --force to write over it, or name another --out or --meeting"
    )]
    Exists {
        /// The file.
        file: String,
    },
    /// The file system says no.
    #[error("{file}: cannot be written: {source}{}", files::mend(source))]
    Io {
        /// The file.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// The name of the file: `us.en.md`, `us.background.en.md`.
#[must_use]
pub fn name(side: &Side, kind: Kind, language: Language) -> String {
    match kind {
        Kind::Readout => format!("{side}.{language}.md"),
        _ => format!("{side}.{}.{language}.md", kind.as_str()),
    }
}

/// The text of the file: front matter, then the words, ending in one newline. `at` is the time of the import. A source that
/// is a readout already stays as it is.
#[must_use]
pub fn render(imported: &Imported, meeting: Option<&str>, side: &Side, language: Language, at: &str) -> String {
    if let Some(text) = &imported.verbatim {
        return text.clone();
    }
    let mut matter = FrontMatter::new();
    matter.field("meeting", meeting);
    matter.field("side", Some(side.as_str()));
    matter.field("kind", Some(imported.kind.as_str()));
    matter.field("language", Some(language.code()));
    matter.field("date", imported.date.as_deref());
    matter.field("published", imported.published.as_deref());
    matter.field("place", imported.place.as_deref());
    matter.field("publisher", imported.publisher.as_deref());
    matter.field("title", imported.title.as_deref());
    matter.field("source_url", imported.source_url.as_deref());
    matter.principals(imported.principals.iter().map(|(side, names)| (side.as_str(), names)));
    matter.imported(&imported.from, at, &imported.sha256);
    format!("{}\n{}\n", matter.finish(), imported.body)
}

/// Writes a file whole or not at all, and its folder if that is not there. A file that is there stays unless `force`.
///
/// # Errors
/// When there is a file of that name and no `force`, or the file system says no.
pub fn write(path: &Path, text: &str, force: bool) -> Result<(), WriteError> {
    write_all(&[(path, text)], force)
}

/// Writes files as [`write()`] does. All are on the disk before the first takes its name, so that one that cannot be written
/// holds back the others.
///
/// # Errors
/// As for [`write()`].
pub fn write_all(all: &[(&Path, &str)], force: bool) -> Result<(), WriteError> {
    let fault = |path: &Path, source: std::io::Error| {
        let file = path.display().to_string();
        match source.kind() {
            std::io::ErrorKind::AlreadyExists => WriteError::Exists { file },
            _ => WriteError::Io { file, source },
        }
    };
    for (path, _) in all {
        if !force && path.symlink_metadata().is_ok() {
            return Err(WriteError::Exists { file: path.display().to_string() });
        }
        if path.is_dir() {
            return Err(fault(path, std::io::ErrorKind::IsADirectory.into()));
        }
    }
    let mut staged = Vec::new();
    let mut locks: Vec<(&Path, files::Lock)> = Vec::new();
    for (path, text) in all {
        if let Some(folder) = path.parent() {
            // Here a thing that is there is a file in place of a folder.
            let io = |source| WriteError::Io { file: path.display().to_string(), source };
            std::fs::create_dir_all(folder).map_err(io)?;
            if locks.iter().all(|(locked, _)| *locked != folder) {
                locks.push((folder, files::lock(folder).map_err(io)?));
                files::tidy(folder);
            }
        }
        staged.push(files::stage(path, text).map_err(|e| fault(path, e))?);
    }
    for file in staged {
        let path = file.path().to_owned();
        file.place(force).map_err(|e| fault(&path, e))?;
    }
    Ok(())
}
