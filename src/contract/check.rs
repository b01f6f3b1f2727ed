//! `check --format json`, the contract `readout.check/1`: how each meeting's accepted comparison stands.

use serde::Serialize;

use crate::readout;

/// The contract's name and number.
pub const SCHEMA: &str = "readout.check/1";

/// How the accepted comparison of one meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It is what the program computes.
    Same,
    /// It is not.
    Changed,
    /// There is none.
    Missing,
    /// What is computed now was accepted (`--update`).
    Accepted,
    /// A text could not be read, the texts not be compared, or the accepted comparison not be read or written: the exit code is
    /// 2, and stderr says why. With `--update` nothing is accepted of this meeting, and the others are.
    Broken,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Checked<'a> {
    /// Its folder, from the working folder.
    pub folder: String,
    /// The file of the accepted comparison.
    pub comparison: String,
    /// How that stands.
    pub standing: Standing,
    /// Where it has changed, how: a unified diff of its lines, or with `--word-diff` the words; null elsewhere.
    pub diff: Option<&'a str>,
    /// Where the meeting could not be checked, why; null elsewhere.
    pub why: Option<&'a str>,
}

/// What looks like a slip, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Doubt<'a> {
    /// The file or the folder, from the working folder; null where it is among several.
    pub file: Option<String>,
    /// The line of the file, from 1; null where none can be named.
    pub line: Option<usize>,
    /// What looks like a slip, and the mend.
    pub message: &'a str,
}

impl<'a> Doubt<'a> {
    pub(crate) fn of(doubt: &'a readout::Doubt) -> Self {
        let file = doubt.file.as_ref().map(|file| file.display().to_string());
        Self { file, line: doubt.line, message: &doubt.message }
    }
}

/// A folder of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Check<'a> {
    /// `readout.check/1`.
    #[schemars(extend("const" = "readout.check/1"))]
    pub schema: &'static str,
    /// The folder, from the working folder.
    pub folder: String,
    /// Whether every comparison is as accepted, or accepted now; slips are no change.
    pub clean: bool,
    /// The settings file that holds for the folder; null where there is none.
    pub config: Option<String>,
    /// The codebook files by which statements were coded; none for the carried codebook.
    pub codebooks: Vec<String>,
    /// The sides whose columns come first.
    pub sides: Vec<String>,
    /// Every meeting, by folder.
    pub meetings: Vec<Checked<'a>>,
    /// What looks like a slip in the texts or the settings, as stderr has it; with `--strict` it makes the exit code 1.
    pub doubts: Vec<String>,
    /// The same, one for one, in parts.
    pub doubts_at: Vec<Doubt<'a>>,
}
