//! The way from a saved page to a readout: its encoding, its layout, its words, and the file that they become.
//!
//! ```
//! use readout::codebook::Codebook;
//! use readout::import::{Layouts, Source, page};
//!
//! let html = "<link rel=canonical href=https://www.mfa.gov.cn/eng/xw/zyxw/203105/t20310512_1.html>\
//!             <h1>Talks in Lakeford</h1><div class=content_text><p>The two sides agreed to meet again.</p></div>";
//! let source = Source { bytes: html.into(), name: "page.html".to_owned(), address: None, content_type: None };
//! let imported = page(&source, &Layouts::load_default()?, &Codebook::embedded())?;
//! assert_eq!((imported.layout.as_str(), imported.body.as_str()), ("mfa-en", "The two sides agreed to meet again."));
//! assert_eq!(imported.date.as_deref(), Some("2031-05-12"));
//! # Ok::<(), readout::import::ImportError>(())
//! ```

pub mod address;
pub mod article;
mod blocks;
pub mod catalogue;
pub mod dates;
pub mod decode;
mod error;
mod extract;
mod facts;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod file;
mod html;
mod layouts;
pub mod lines;
mod markdown;
mod matter;
mod text;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

pub use error::ImportError;
pub use facts::slug;
pub use layouts::{Field, Layout, Layouts};

use crate::codebook::Codebook;
use crate::files;
use crate::readout::{Kind, Readout, Side, front_matter};
use crate::text::width::short;
use crate::text::{Language, language};

/// The largest page that is read, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// The layout of a page that was read by general rules.
pub const GENERAL: &str = "general";

/// The layout of a Markdown file with front matter, which is a readout already.
pub const READOUT: &str = "readout";

/// The layout of a text without any HTML.
pub const TEXT: &str = "text";

/// A page as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its name as the user gave it: a path, `-`, or an address.
    pub name: String,
    /// Its web address, if it is known.
    pub address: Option<String>,
    /// What the server said that it is, if one did.
    pub content_type: Option<String>,
}

/// What was found on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Imported {
    /// The title, without the name of the site.
    pub title: Option<String>,
    /// The day of publication, `YYYY-MM-DD`, if the page says.
    pub date: Option<String>,
    /// The time of publication with its offset from UTC, `YYYY-MM-DDTHH:MM:SS+HH:MM`.
    pub published: Option<String>,
    /// Where the encounter took place, if the text says so plainly.
    pub place: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its language.
    pub language: Language,
    /// The side that published it, if the layout or the front matter says.
    pub side: Option<Side>,
    /// What sort of text it is.
    pub kind: Kind,
    /// Its address.
    pub source_url: Option<String>,
    /// The meeting, if front matter says.
    pub meeting: Option<String>,
    /// The people of each side who are named at the beginning and whom the codebook knows.
    pub principals: BTreeMap<Side, Vec<String>>,
    /// The words, as Markdown, without white space at either end.
    pub body: String,
    /// The id of the layout by which the words were found, or [`GENERAL`], [`TEXT`] or [`READOUT`].
    pub layout: String,
    /// What the user must know.
    pub warnings: Vec<String>,
    /// The SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
    /// The source as the user gave it.
    pub from: String,
    /// The whole file, where the source is a readout already.
    #[serde(skip)]
    pub verbatim: Option<String>,
}

/// Reads a page, or a Markdown file with front matter, which is taken as it is. The people whom the codebook knows are those
/// who met.
///
/// # Errors
/// When the source is empty, too large or no text; when no words are found on it; when it has more elements than a page of
/// text can have; when it has front matter and is no readout.
pub fn page(source: &Source, layouts: &Layouts, codebook: &Codebook) -> Result<Imported, ImportError> {
    let name = &source.name;
    if source.bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { name: name.clone() });
    }
    if source.bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty { name: name.clone() });
    }
    if let Some(found) = text::binary(&source.bytes) {
        return Err(ImportError::Binary { name: name.clone(), found });
    }
    let decoded = decode::decode(&source.bytes, source.content_type.as_deref());
    let sha256 = files::sha256(&source.bytes);
    let whole = decoded.text.replace("\r\n", "\n");
    if front_matter::begins(&whole) {
        return readout(source, whole, decoded.warnings, sha256);
    }
    let plain = text::as_html(&decoded.text);
    let html = plain.as_ref().map_or(decoded.text.as_str(), |(html, _)| html);
    text::check(name, html)?;
    let page = html::parse(name, html)?;
    let address = source.address.clone().or_else(|| html::own_address(&page));
    let site = if address.is_none() { html::own_site(&page) } else { None };
    let layout = address.as_deref().or(site.as_deref()).and_then(|a| layouts.of(a));
    let title = extract::title(&page, layout, layouts);
    let mut warnings = decoded.warnings;
    let words = if plain.is_some() {
        warnings.push("a text without any HTML; its paragraphs were taken as they are".to_owned());
        let left_out = plain.iter().flat_map(|(_, lines)| lines).map(|line| format!("“{}”", short(line)));
        let left_out = left_out.collect::<Vec<_>>().join(", ");
        if !left_out.is_empty() {
            warnings.push(format!("left out, as no words of the text: {left_out}"));
        }
        extract::plain(name, &page, title.as_deref())?
    } else {
        extract::words(name, &page, html, layout, layouts, title.as_deref())?
    };
    warnings.extend(words.warnings);
    let language = language::detect(&words.body);
    if let Some(other) = layout.and_then(|l| l.language).filter(|l| words.by_layout && *l != language) {
        warnings.push(format!("the text reads as `{language}`, and pages of this layout are in `{other}`"));
    }
    let moment = extract::date(&page, layout, layouts, address.as_deref());
    if title.is_none() {
        warnings.push("no title found on the page; add `title:` to the front matter".to_owned());
    }
    let kind = layouts.kind(title.as_deref(), address.as_deref()).or_else(|| layout.and_then(|l| l.kind));
    let called = || html::attribute(&page, "meta[property='og:site_name' i]", "content").map(str::to_owned);
    let id = match layout {
        _ if plain.is_some() => TEXT,
        Some(layout) if words.by_layout => &layout.id,
        _ => GENERAL,
    };
    Ok(Imported {
        date: moment.map(|m| m.day()),
        published: moment.and_then(|m| m.instant()),
        place: facts::place(title.as_deref(), &words.body, language),
        publisher: layout.and_then(|l| l.publisher(language)).map(str::to_owned).or_else(called),
        language,
        side: layout.and_then(|l| l.side.clone()),
        kind: kind.unwrap_or_default(),
        source_url: address,
        meeting: None,
        principals: facts::principals(title.as_deref(), &words.body, language, codebook)?,
        title,
        body: words.body,
        layout: id.to_owned(),
        warnings,
        sha256,
        from: name.clone(),
        verbatim: None,
    })
}

/// The bytes as text, where they are UTF-8 without any HTML.
#[must_use]
pub fn plain(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    (text::binary(bytes).is_none() && !text::is_html(text)).then_some(text)
}

/// A Markdown file with front matter.
fn readout(source: &Source, text: String, mut warnings: Vec<String>, sha256: String) -> Result<Imported, ImportError> {
    // A page's name is no side; only front matter says, and the command.
    let path = Path::new(&source.name);
    let says = Readout::says_its_side(path, &text)?;
    let loaded = Readout::parse_as(path, &text, Side::new("unsaid"))?;
    let side = says.then(|| loaded.side.clone());
    if !loaded.unknown.is_empty() {
        let fields: Vec<&str> = loaded.unknown.keys().map(String::as_str).collect();
        warnings.push(format!("fields that are not known, and are kept: {}", fields.join(", ")));
    }
    let moment = loaded.date.as_deref().and_then(dates::find);
    let mut text = text.trim_start().trim_end().to_owned();
    text.push('\n');
    Ok(Imported {
        title: loaded.title,
        date: moment.map(|m| m.day()),
        published: loaded.published.or_else(|| moment.and_then(|m| m.instant())),
        place: loaded.place,
        publisher: loaded.publisher,
        language: loaded.language,
        side,
        kind: loaded.kind,
        source_url: loaded.source_url,
        meeting: loaded.meeting,
        principals: loaded.principals,
        body: loaded.body.trim().to_owned(),
        layout: READOUT.to_owned(),
        warnings,
        sha256,
        from: source.name.clone(),
        verbatim: Some(text),
    })
}
