//! What can be wrong with a file or a folder: where, and the mend.

use std::path::PathBuf;

/// Why a readout or a meeting could not be loaded. Every message names the file, the line where there is one, and
/// what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The file system says no.
    #[error("{}: cannot be read: {source}{}", file.display(), mend(source))]
    Io {
        /// The file or folder.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The path is neither a meeting folder nor a file.
    #[error("{}: no such file or folder; look at the name, and at the folder you are in", file.display())]
    Missing {
        /// The path.
        file: PathBuf,
    },
    /// The bytes are not UTF-8 text.
    #[error("{}:{line}: not a text in UTF-8 (byte {byte} of the file); convert it to UTF-8, or save the page as text again", file.display())]
    NotText {
        /// The file.
        file: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The first byte that is no text, from 1.
        byte: usize,
    },
    /// The file is larger than a readout can be.
    #[error("{}: larger than {} MiB, which no readout is; split it", file.display(), super::MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// The file.
        file: PathBuf,
    },
    /// The front matter is not YAML, or a field has the wrong shape.
    #[error("{}:{line}: the front matter is not understood: {message}", file.display())]
    FrontMatter {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What the YAML reader said, and the mend.
        message: String,
    },
    /// The front matter opens and never closes.
    #[error("{}:1: the front matter opens with --- and is never closed; add a line --- before the text", file.display())]
    Unclosed {
        /// The file.
        file: PathBuf,
    },
    /// A merge of two versions of the file was not finished.
    #[error("{}:{line}: a merge was not finished here: its marks stand in the text; keep what is right of the two, and take the lines of <<<<<<<, ======= and >>>>>>> away", file.display())]
    Unmerged {
        /// The file.
        file: PathBuf,
        /// The line of the first mark, from 1.
        line: usize,
    },
    /// A field holds a value that is not allowed.
    #[error("{}:{line}: {field}: `{}` is not known; {mend}", file.display(), crate::text::width::short(found))]
    Field {
        /// The file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The field.
        field: &'static str,
        /// What it held.
        found: String,
        /// What to write instead.
        mend: &'static str,
    },
    /// Neither the front matter nor the file name gives a side.
    #[error("{}:1: no side; name the file SIDE.md (us.md), or begin it with ---, `side: us`, ---", file.display())]
    NoSide {
        /// The file.
        file: PathBuf,
    },
    /// There is no word after the front matter.
    #[error("{}:{line}: there is no text; put the readout's words after the front matter", file.display())]
    Empty {
        /// The file.
        file: PathBuf,
        /// The first line of the empty body, from 1.
        line: usize,
    },
    /// The path is a folder where a file is read.
    #[error("{}: a folder, not a file; name one of its files, or use `readout compare` or `readout check` for folders", file.display())]
    Folder {
        /// The folder.
        file: PathBuf,
    },
    /// A file of a meeting is a link to a place outside the meeting's folder.
    #[error("{}: a link that leads out of its folder; put the file itself there, or name the files one by one", file.display())]
    Outside {
        /// The link.
        file: PathBuf,
    },
    /// The path is a file where a folder of meetings is read.
    #[error("{}: a file, not a folder; name a folder of meetings, or use `readout code` for a file", file.display())]
    File {
        /// The file.
        file: PathBuf,
    },
    /// A folder holds meetings, and no readout itself.
    #[error("{}: a folder of meetings; name one of them, such as {}", folder.display(), example.display())]
    Meetings {
        /// The folder.
        folder: PathBuf,
        /// One of its meetings.
        example: PathBuf,
    },
    /// A folder holds no readout.
    #[error("{}: no readout in this folder; put files named SIDE.md (us.md, cn.md) into it, or take the folder away", folder.display())]
    NoReadouts {
        /// The folder.
        folder: PathBuf,
    },
}

impl LoadError {
    /// What [`crate::files::read`] said of a file.
    pub(crate) fn unread(file: &std::path::Path, source: std::io::Error) -> Self {
        match source.kind() {
            std::io::ErrorKind::FileTooLarge => Self::TooLarge { file: file.to_owned() },
            _ => Self::Io { file: file.to_owned(), source },
        }
    }

    /// The bytes of a file are no text from `offset` on.
    pub(crate) fn not_text(file: &std::path::Path, bytes: &[u8], offset: usize) -> Self {
        let line = 1 + bytes[..offset].iter().filter(|b| **b == b'\n').count();
        Self::NotText { file: file.to_owned(), line, byte: offset + 1 }
    }
}

/// What a person can do about what the system said, where that is known.
fn mend(source: &std::io::Error) -> &'static str {
    match source.kind() {
        std::io::ErrorKind::PermissionDenied => "; change its permissions, or leave it out",
        std::io::ErrorKind::NotFound => "; mend the name, or the link that leads there",
        std::io::ErrorKind::InvalidInput => "; name a file",
        _ => "",
    }
}
