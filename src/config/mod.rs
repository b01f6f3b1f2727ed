//! What `readout.toml` sets for all who work in a folder: found by walking up, read with every fault at its line. Flags
//! and the environment win over it; which of them holds, `held` says.

mod held;
mod read;

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::readout::Side;
use crate::render::{CodeFormat, CompareFormat, EvaluateFormat, TraceFormat};
use crate::tables::Fault;

/// The name of the file.
pub const FILE: &str = "readout.toml";

/// The keys of the file, as they are written.
pub const KEYS: [&str; 6] = ["readouts", "sides", "codebook", "format", "width", "color"];

/// When to colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where there is a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A value of the file, with its line, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// The line.
    pub line: usize,
}

/// What a file sets; nothing where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// The file, from the working folder.
    pub file: Option<PathBuf>,
    /// The folder of meetings, from the working folder.
    pub readouts: Option<Setting<PathBuf>>,
    /// The sides whose columns come first, in their order.
    pub sides: Option<Setting<Vec<Side>>>,
    /// Files of the codebook, from the working folder.
    pub codebook: Option<Setting<Vec<PathBuf>>>,
    /// The columns of the output.
    pub width: Option<Setting<u16>>,
    /// When to colour.
    pub color: Option<Setting<Color>>,
    /// How `compare` shows.
    pub compare: Option<Setting<CompareFormat>>,
    /// How `code` shows.
    pub code: Option<Setting<CodeFormat>>,
    /// How `trace` shows.
    pub trace: Option<Setting<TraceFormat>>,
    /// How `evaluate` shows.
    pub evaluate: Option<Setting<EvaluateFormat>>,
}

/// What is wrong with a `readout.toml`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It cannot be read.
    #[error("{file}: {message}")]
    File {
        /// The file.
        file: String,
        /// Why, and the mend.
        message: String,
    },
    /// Something in it is not understood.
    #[error(transparent)]
    At(#[from] Fault),
}

impl Config {
    /// The settings of a file. Paths in it count from its folder.
    ///
    /// # Errors
    /// When the file cannot be read or something in it is not understood; names the line and the mend.
    pub fn load(file: &Path) -> Result<Self, ConfigError> {
        read::load(file)
    }

    /// The settings that hold in `folder`: those of the first `readout.toml` in it or above it. A folder that holds
    /// `.git` is the last that is looked into, so that nothing outside a repository changes what is made in it.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn find(folder: &Path) -> Result<Self, ConfigError> {
        let working = std::env::current_dir().and_then(|f| f.canonicalize()).unwrap_or_default();
        let start = folder.canonicalize().unwrap_or_else(|_| working.clone());
        for above in start.ancestors() {
            if above.join(FILE).symlink_metadata().is_ok() {
                return Self::load(&from(&working, above).join(FILE));
            }
            if above.join(".git").symlink_metadata().is_ok() {
                break;
            }
        }
        Ok(Self::default())
    }

    /// The sides whose columns come first.
    #[must_use]
    pub fn sides(&self) -> Vec<Side> {
        self.sides.as_ref().map(|s| s.value.clone()).unwrap_or_default()
    }

    /// Where a line of the file stands: `readout.toml:3`.
    #[must_use]
    pub fn place(&self, line: usize) -> String {
        let file = self.file.as_deref().unwrap_or(Path::new(FILE));
        format!("{}:{line}", file.display())
    }
}

/// A folder as it is named from the working folder: the same on every machine, unless neither holds the other.
fn from(working: &Path, folder: &Path) -> PathBuf {
    if let Some(up) = working.ancestors().position(|a| a == folder) {
        return std::iter::repeat_n("..", up).collect();
    }
    folder.strip_prefix(working).unwrap_or(folder).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_from_the_working_folder() {
        let named = |working: &str, folder: &str| from(Path::new(working), Path::new(folder));
        for (working, folder, want) in [
            ("/a/b", "/a/b", ""),
            ("/a/b", "/a", ".."),
            ("/a/b/c", "/a", "../.."),
            ("/a", "/a/b/c", "b/c"),
            ("/a", "/x", "/x"),
        ] {
            assert_eq!(named(working, folder), Path::new(want), "{working} {folder}");
        }
    }
}
