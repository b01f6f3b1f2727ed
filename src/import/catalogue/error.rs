//! What can be wrong with a list of meetings: where, and the mend.

use std::path::PathBuf;

/// Why a list of meetings could not be used. Every message names the file, the line where there is one, and the mend.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CatalogueError {
    /// There is no such file.
    #[error("{}: no such file; look at the name, or leave it out to use the embedded list of meetings", file.display())]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// The file system says no.
    #[error("{}: cannot be read: {source}{}", file.display(), crate::files::mend(source))]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is larger than a list of meetings can be.
    #[error("{}: larger than {} MiB, which no list of meetings is; split it", file.display(), crate::readout::MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// The file.
        file: PathBuf,
    },
    /// A line is wrong.
    #[error("{file}:{line}: {message}")]
    Line {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and the mend.
        message: String,
    },
    /// No meeting has this id.
    #[error("{name}: no meeting `{id}`; {}", meant(near))]
    Unknown {
        /// The list.
        name: String,
        /// What was asked for.
        id: String,
        /// Which ids may be meant.
        near: Vec<String>,
    },
}

impl CatalogueError {
    pub(super) fn at(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self::Line { file: file.to_owned(), line, message: message.into() }
    }
}

fn meant(near: &[String]) -> String {
    match near {
        [] => "ids are the last day and the place, such as 2023-07-13-jakarta or 2024-04-02-call".to_owned(),
        near => {
            let near: Vec<String> = near.iter().map(|n| format!("`{n}`")).collect();
            format!("did you mean {}?", near.join(" or "))
        }
    }
}
