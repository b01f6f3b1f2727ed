//! What can be wrong with texts that are to be compared.

use std::path::PathBuf;

use crate::codebook::CodebookError;

/// How many statements of one text are compared: every claim is held against every statement of the other text.
pub const MAX_STATEMENTS: usize = 5_000;

/// Why texts could not be compared.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CompareError {
    /// The codebook does not compile.
    #[error(transparent)]
    Codebook(#[from] CodebookError),
    /// A text is far longer than any account of a meeting.
    #[error("{}: {statements} statements, and at most {MAX_STATEMENTS} of a text are compared; split it, or use `readout code`", file.display())]
    TooMany {
        /// The file.
        file: PathBuf,
        /// How many statements it has.
        statements: usize,
    },
}
