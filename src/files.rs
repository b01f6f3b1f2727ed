//! Writing files: whole or not at all. The only place of the program that does. And reading them: never more than a limit,
//! and nothing that never ends.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use std::time::Duration;

use sha2::{Digest, Sha256};
use tempfile::{Builder, TempPath};

/// How the name of a file begins that has not taken its own name yet; hidden, so that nothing takes it for a text.
const BEFORE: &str = ".readout-";
/// How it ends.
const AFTER: &str = ".tmp";
/// After what time such a file is a leftover of a run that was killed.
const STALE: Duration = Duration::from_secs(60 * 60);

/// The SHA-256 of some bytes, in small hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read; with the kind `FileTooLarge` when it has more than `most` bytes; with `InvalidInput` when it is a
/// pipe, a device or a socket, which may have no end. What a shell hands over (`<(…)`, `/dev/stdin`) is read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let handed = ["/dev/fd", "/dev/stdin", "/proc/self/fd"].iter().any(|p| path.starts_with(p));
    // Looked at before it is opened: to open a pipe is to wait for whoever writes to it.
    let about = path.metadata()?;
    let kind = about.file_type();
    if !handed && !kind.is_file() && !kind.is_dir() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "a pipe or a device, not a file"));
    }
    // What a file says of its size is a hint: it may grow meanwhile, and some of /proc say 0.
    let size = usize::try_from(about.len().min(most)).unwrap_or(0);
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size.saturating_add(1))?;
    std::fs::File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// What a person can do about what the system said of a file, where that is known: the end of a message.
#[must_use]
pub fn mend(said: &io::Error) -> &'static str {
    match said.kind() {
        io::ErrorKind::PermissionDenied => "; change its permissions, or name another",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "; make room on the disk",
        io::ErrorKind::ReadOnlyFilesystem => "; name a place that can be written to",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "; a part of its path is a file, so name another"
        }
        io::ErrorKind::IsADirectory => "; a folder has its name, so move that away",
        _ => "",
    }
}

/// What the system said, without the name that a file has only until it is whole.
fn without_name(said: io::Error) -> io::Error {
    let text = said.to_string();
    match text.split_once(" at path ") {
        Some((why, _)) if said.get_ref().is_some() => io::Error::new(said.kind(), why),
        _ => said,
    }
}

/// A text that is on the disk, beside the file it will be, and has not taken its name yet. It is gone again when it is
/// dropped before that.
#[derive(Debug)]
pub struct Staged {
    path: PathBuf,
    file: TempPath,
}

/// A folder to which no other run of this program writes until this is dropped, or its process has ended in whatever way.
#[derive(Debug)]
pub struct Lock {
    _folder: Option<std::fs::File>,
}

/// Keeps other runs from writing to a folder. Nothing is left in it. Where the system locks no folders, nothing is kept.
///
/// # Errors
/// With the kind `WouldBlock` when another run has it.
pub fn lock(folder: &Path) -> io::Result<Lock> {
    let Ok(file) = std::fs::File::open(folder) else { return Ok(Lock { _folder: None }) };
    match file.try_lock() {
        Err(std::fs::TryLockError::WouldBlock) => {
            let message = "another run of readout is writing here; let it end, and try again";
            Err(io::Error::new(io::ErrorKind::WouldBlock, message))
        }
        _ => Ok(Lock { _folder: Some(file) }),
    }
}

/// Removes from a folder what runs left behind that were killed while they wrote, an hour ago or longer.
pub fn tidy(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|n| n.starts_with(BEFORE) && n.ends_with(AFTER));
        let age = || entry.metadata().ok().filter(std::fs::Metadata::is_file)?.modified().ok()?.elapsed().ok();
        if ours && age().is_some_and(|age| age > STALE) {
            // Another run may have been quicker.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Puts a text on the disk, in the folder of `path`, which must be there.
///
/// # Errors
/// When the folder takes no file.
pub fn stage(path: &Path, text: &str) -> io::Result<Staged> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = Builder::new().prefix(BEFORE).suffix(AFTER).tempfile_in(folder).map_err(without_name)?;
    file.write_all(text.as_bytes()).map_err(without_name)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    // Closed, so that any number of files can wait for their names.
    Ok(Staged { path: path.to_owned(), file: file.into_temp_path() })
}

impl Staged {
    /// The file it will be.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the name, over a file that is there if `replace`.
    ///
    /// # Errors
    /// When the name cannot be taken; without `replace` also when a file has it, with the kind `AlreadyExists`.
    pub fn place(self, replace: bool) -> io::Result<()> {
        let placed = if replace { self.file.persist(&self.path) } else { self.file.persist_noclobber(&self.path) };
        placed.map(|_| ()).map_err(|e| e.error)
    }
}

/// Writes a file whole or not at all, over one that is there if `replace`.
///
/// # Errors
/// As for [`stage`] and [`Staged::place`].
pub fn write(path: &Path, text: &str, replace: bool) -> io::Result<()> {
    stage(path, text)?.place(replace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_is_not_told_by_a_name_of_ours() {
        let place = tempfile::tempdir().expect("a folder");
        let error = stage(&place.path().join("nosuch/us.md"), "Words.\n").expect_err("no folder");
        assert!(error.kind() == io::ErrorKind::NotFound && !error.to_string().contains(BEFORE), "{error}");
    }
}
