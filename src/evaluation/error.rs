//! What can be wrong with a folder of hand-coded files: where, and the mend.

use std::path::PathBuf;

use crate::codebook::CodebookError;
use crate::comparison::CompareError;
use crate::readout::LoadError;

/// Why a folder could not be evaluated. Every message names the file, the line where there is one, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EvaluationError {
    /// A text could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A meeting could not be compared.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// The codebook does not compile.
    #[error(transparent)]
    Codebook(#[from] CodebookError),
    /// The path is no folder.
    #[error("{}: no such folder; give a folder that holds hand-coded files (`readout evaluate --help` tells their forms)", folder.display())]
    NoFolder {
        /// The path.
        folder: PathBuf,
    },
    /// The folder holds no hand-coded file.
    #[error("{}: no hand-coded file in this folder; put NAME.gold.tsv beside a text NAME.md, claims.tsv into a meeting's folder, or NAME.quotes.tsv beside an article NAME.txt", folder.display())]
    NoGold {
        /// The folder.
        folder: PathBuf,
    },
    /// A hand-coded file stands alone.
    #[error("{}:1: there is no text {} beside it; put the text there, or name this file after what it codes", gold.display(), text.display())]
    NoText {
        /// The hand-coded file.
        gold: PathBuf,
        /// The text that it should code.
        text: PathBuf,
    },
    /// The claims of a meeting with one text were coded.
    #[error("{}:1: the meeting has one text only, {text}, and claims are held against another; put that there, or take this file away", gold.display())]
    OneText {
        /// The hand-coded file.
        gold: PathBuf,
        /// The label of the text.
        text: String,
    },
    /// An article is too long.
    #[error("{}: larger than {} MiB, which no article is; keep the text of the article alone", file.display(), crate::import::article::MAX_BYTES / (1024 * 1024))]
    Article {
        /// The article.
        file: PathBuf,
    },
    /// A line of a hand-coded file is wrong.
    #[error("{}:{line}: {problem}", file.display())]
    Line {
        /// The hand-coded file.
        file: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong, and the mend.
        problem: Problem,
    },
}

/// What is wrong with one line of a hand-coded file, and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// The bytes are not UTF-8 text.
    #[error("not a text in UTF-8; save the file as UTF-8 again")]
    NotText,
    /// The first line does not name this column once.
    #[error("the first line names the column `{column}` {times} times; it must be: {needed} (between tabs)")]
    Header {
        /// The column.
        column: &'static str,
        /// How often it is named.
        times: usize,
        /// The columns that the file must have.
        needed: String,
    },
    /// There is nothing below the first line.
    #[error("there is no line below the first; code one, or take the file away")]
    Empty,
    /// The line has too few or too many fields.
    #[error(
        "{found} fields where the first line has {wanted}; write one tab between two fields, and none within the words"
    )]
    Fields {
        /// How many there are.
        found: usize,
        /// How many there should be.
        wanted: usize,
    },
    /// An offset is no number.
    #[error("{column}: `{found}` is no number of bytes; count from 0 at the first byte of the body")]
    Number {
        /// The column.
        column: &'static str,
        /// What stands there.
        found: String,
    },
    /// The statement ends where it starts, or before.
    #[error("end {end} does not lie behind start {start}; `end` is the byte after the last one")]
    Order {
        /// Where the statement starts.
        start: usize,
        /// Where it ends.
        end: usize,
    },
    /// The statement ends after the body.
    #[error(
        "end {end} lies outside the body of {length} bytes; count from the line after the one that closes the front matter"
    )]
    Outside {
        /// Where the statement ends.
        end: usize,
        /// The length of the body.
        length: usize,
    },
    /// An offset points into a character.
    #[error("{column} {offset} lies inside a character; offsets count bytes, and a Chinese character has three")]
    Boundary {
        /// The column.
        column: &'static str,
        /// What stands there.
        offset: usize,
    },
    /// The body has other words there.
    #[error(
        "bytes {start} to {end} of the body are “{found}”, not “{wanted}”; mend the offsets, or code the text as it now is"
    )]
    Words {
        /// Where the statement starts.
        start: usize,
        /// Where it ends.
        end: usize,
        /// The words of the body, shortened.
        found: String,
        /// The words of the line, shortened.
        wanted: String,
    },
    /// The codebook does not know the topic.
    #[error("{column}: no topic `{found}` in the codebook; {}", nearest(near.as_deref()))]
    Topic {
        /// The column.
        column: &'static str,
        /// What stands there.
        found: String,
        /// The topic with the most similar id, where one is similar.
        near: Option<String>,
    },
    /// The field has a value that is none.
    #[error("{column}: `{found}` is no {column}; write {write} (a|b for either)")]
    Value {
        /// The column.
        column: &'static str,
        /// What stands there.
        found: String,
        /// What there is.
        write: String,
    },
    /// The meeting has no text of this name.
    #[error("text: the meeting has no text `{found}`; its texts are {}", texts.join(", "))]
    Text {
        /// What stands there.
        found: String,
        /// The texts of the meeting, by label.
        texts: Vec<String>,
    },
    /// A place in another text is none.
    #[error(
        "counterparts: `{found}` is no place in another text of the meeting; write START-END in bytes of its body, with ; between several"
    )]
    Counterpart {
        /// What stands there.
        found: String,
    },
}

fn nearest(near: Option<&str>) -> String {
    near.map_or_else(|| "`readout codebook` lists them".to_owned(), |id| format!("write `{id}`?"))
}
