//! What can be wrong with a page or with a file of layouts: where, and the mend.

use crate::readout::LoadError;

/// Why a source could not be made a readout. Every message names the source and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// There is no byte, or nothing but white space.
    #[error("{name}: empty; save the page again, or look at the name")]
    Empty {
        /// The source as the user gave it.
        name: String,
    },
    /// The source is larger than a page can be.
    #[error("{name}: larger than {} MiB, which no page of text is; save the page without its pictures", super::MAX_BYTES / (1024 * 1024))]
    TooLarge {
        /// The source as the user gave it.
        name: String,
    },
    /// The bytes are no text.
    #[error("{name}: {found}, not a page; save the page as HTML, or copy its text into a .md file")]
    Binary {
        /// The source as the user gave it.
        name: String,
        /// What the bytes are.
        found: &'static str,
    },
    /// The page has more elements, or deeper ones, than can be held.
    #[error(
        "{name}: {found}, as no page of text has; copy its text into a .md file that begins with ---, `side: us`, ---"
    )]
    TooComplex {
        /// The source as the user gave it.
        name: String,
        /// What there is too much of.
        found: String,
    },
    /// No text was found on the page.
    #[error(
        "{name}: no text found on the page; if a script fills it, open it in a browser and save it from there, or copy the text into a .md file that begins with ---, `side: us`, ---"
    )]
    Nothing {
        /// The source as the user gave it.
        name: String,
    },
    /// A Markdown file with front matter that is no readout.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A file of layouts cannot be read.
    #[error("{file}: {message}")]
    Layouts {
        /// The file.
        file: String,
        /// Why, and the mend.
        message: String,
    },
    /// Something in a file of layouts is not understood.
    #[error("{file}:{line}: {message}")]
    LayoutLine {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and the mend.
        message: String,
    },
    /// The codebook, in which people are looked up, does not compile.
    #[error(transparent)]
    Codebook(#[from] crate::codebook::CodebookError),
}
