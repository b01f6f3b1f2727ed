//! Writing files: whole or not at all. The only place of the program that does.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A text that is on the disk, beside the file it will be, and has not taken its name yet. It is gone again when it is
/// dropped before that.
#[derive(Debug)]
pub struct Staged {
    path: PathBuf,
    file: NamedTempFile,
}

/// Puts a text on the disk, in the folder of `path`, which must be there.
///
/// # Errors
/// When the folder takes no file.
pub fn stage(path: &Path, text: &str) -> io::Result<Staged> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.as_file().sync_all()?;
    Ok(Staged { path: path.to_owned(), file })
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
