//! News articles: every direct quotation with who said it, for which side, and whether it comes from a written account,
//! from somebody without a name, or from somebody on record.
//!
//! The reading is by rules over the journalist's own sentences, without signs of emphasis (`emphasis`): marks of quotation
//! (`marks`), words and sentences around them (`frame`), who is named (`sources`), verbs of saying (`verbs`, `bare`) with their
//! subjects (`clauses`), through whom words are known (`via`), which of them governs which quotation (`attribution`; `told` in
//! it: what one tells of another, `views`: what somebody calls a thing), what the words around show of its source (`cues`), and
//! which quoted words nobody
//! says (`titles`). The words by which it reads are data (`data/press.toml`). Articles in Chinese have a reader of their own
//! (`chinese`, with `data/press_zh.toml`).

mod attribution;
mod bare;
mod chinese;
mod clauses;
mod cues;
mod emphasis;
mod files;
mod frame;
mod heading;
mod language;
mod marks;
mod press;
mod reader;
mod sources;
mod titles;
mod verbs;
mod via;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::codebook::Codebook;
use crate::readout::Kind;
use crate::text::{Language, Span};
pub use files::{FileOptions, files};
pub use heading::Heading;
pub use language::language;

/// The longest article that is read, in bytes of its text; a page has much around it.
pub const MAX_BYTES: usize = 1024 * 1024;

/// The side of whoever speaks for no state.
pub(crate) const NO_SIDE: &str = "none";

/// The two sides of which there are readouts.
const PARTIES: [&str; 2] = ["us", "cn"];

/// Whether a side is one of the two of which there are readouts.
#[must_use]
pub fn is_party(side: &str) -> bool {
    PARTIES.contains(&side)
}

/// One direct quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Quote {
    /// The words between the marks, in bytes of the article.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// `us` or `cn`; for another government its id (`jp`, `eu`), `both` for a joint statement, else `none`.
    pub side: String,
    /// What sort of source it has: a written account, somebody who is not named, or remarks on record.
    pub kind: Kind,
    /// Who said it, as the article calls them.
    pub speaker: String,
    /// Whose account has it, where that is the other side's: Beijing's, of what Washington's envoy said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// The office in which a spokesperson said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// Whose acts the words report, where they are not the speaker's own: 'Blinken “raised” the matter'.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
}

/// A position that the journalist reports without quotation marks: the journalist's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Reported {
    /// The sentence, in bytes of the article.
    #[serde(flatten)]
    pub span: Span,
    /// The sentence.
    pub text: String,
    /// `us` or `cn`.
    pub side: String,
    /// What sort of source it has.
    pub kind: Kind,
    /// Whose position it is, as the article calls them.
    pub speaker: String,
}

/// A news article, read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// What it says of itself.
    pub heading: Heading,
    /// Every direct quotation that has a source, in order.
    pub quotes: Vec<Quote>,
    /// Positions without quotation marks, in order.
    pub reported: Vec<Reported>,
    /// For each side the person whom the article names most, in full and by surname.
    pub principals: BTreeMap<String, Vec<String>>,
    /// For each side the institution whose account the article quotes, as files call it.
    pub publishers: BTreeMap<String, String>,
}

/// Reads a news article in English or in Chinese, whichever most of it is in. Of one in another language ([`language`]) only the
/// heading is read.
///
/// ```
/// use readout::{codebook::Codebook, import::article};
///
/// let text = "“We spoke at length,” a senior State Department official said. “It was useful.”";
/// let article = article::read(text, &Codebook::embedded());
/// assert_eq!(article.quotes.len(), 2);
/// assert_eq!(article.quotes[1].speaker, "senior State Department official");
/// assert_eq!(article.quotes[1].kind.as_str(), "background");
/// let article = article::read("美国国务卿布罗克对记者说：“谈得很久。”", &Codebook::embedded());
/// assert_eq!(article.quotes[0].speaker, "布罗克");
/// # Ok::<(), readout::codebook::CodebookError>(())
/// ```
#[must_use]
pub fn read(article: &str, codebook: &Codebook) -> Article {
    match language(article) {
        Some(Language::En) => reader::read(article, codebook),
        Some(Language::Zh) => chinese::read(article, codebook),
        None => Article { heading: Heading::of(article), ..Article::default() },
    }
}

#[cfg(test)]
mod tests;
