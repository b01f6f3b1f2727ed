//! The meetings that are known: who met, where and when, and where each side published its account. The embedded list is
//! `readouts/catalogue.toml`; a folder of meetings may hold one of its own.

mod error;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

pub use error::CatalogueError;

use crate::codebook::nearest;
use crate::files;
use crate::readout::{Kind, MAX_BYTES, Side};
use crate::text::Language;

/// The name of the file in a folder of meetings.
pub const CATALOGUE_FILE: &str = "catalogue.toml";

/// What the embedded list is called in messages.
const EMBEDDED: &str = "the embedded catalogue";

/// Meetings by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    name: String,
    entries: Vec<Entry>,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id, which is the name of its folder: `2023-07-13-jakarta`.
    pub id: String,
    /// Its day, or the first of several, as `YYYY-MM-DD`.
    pub date: String,
    /// The last of several days.
    pub until: Option<String>,
    /// Where: a place, `telephone`, `video call` or `virtual`.
    pub place: String,
    /// Who met, by side.
    pub principals: BTreeMap<Side, Vec<String>>,
    /// What else must be known.
    pub note: Option<String>,
    /// The published texts that are known, by side and language.
    pub texts: Vec<Text>,
}

/// One published text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Who published it, or had it published.
    pub side: Side,
    /// Its language.
    pub language: Language,
    /// What sort of text stands there.
    pub source: Source,
    /// Its address, as it was recorded.
    pub url: String,
}

/// What sort of text an address leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Source {
    /// The side's own account, as far as is known.
    #[default]
    Readout,
    /// One text of both sides.
    JointStatement,
    /// A list of measures.
    FactSheet,
    /// What a person posted.
    SocialPost,
    /// What a news agency printed for the side.
    Agency,
}

impl Source {
    /// As which kind of readout such a text is filed.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Readout | Self::JointStatement | Self::Agency => Kind::Readout,
            Self::FactSheet => Kind::FactSheet,
            Self::SocialPost => Kind::Remarks,
        }
    }
}

impl Entry {
    /// The addresses of its texts, in the order of the file.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|t| t.url.as_str())
    }
}

impl Catalogue {
    /// The embedded list.
    ///
    /// # Errors
    /// Never, as the tests hold; the list is read like any other.
    pub fn load_default() -> Result<Self, CatalogueError> {
        Self::parse(EMBEDDED, include_str!("../../readouts/catalogue.toml"))
    }

    /// The list of a folder of meetings, or else the embedded one.
    ///
    /// # Errors
    /// When the folder has a list that cannot be read.
    pub fn load_for(folder: &Path) -> Result<Self, CatalogueError> {
        let file = folder.join(CATALOGUE_FILE);
        if file.exists() { Self::load(&file) } else { Self::load_default() }
    }

    /// Reads a list.
    ///
    /// # Errors
    /// When the file is missing, cannot be read, or is no list of meetings. Every message names the file, the line where
    /// there is one, and the mend.
    pub fn load(path: &Path) -> Result<Self, CatalogueError> {
        let io = |source: std::io::Error| match source.kind() {
            std::io::ErrorKind::NotFound => CatalogueError::Missing { file: path.to_owned() },
            std::io::ErrorKind::FileTooLarge => CatalogueError::TooLarge { file: path.to_owned() },
            _ => CatalogueError::Io { file: path.to_owned(), source },
        };
        let bytes = files::read(path, MAX_BYTES).map_err(io)?;
        let name = path.display().to_string();
        let text = String::from_utf8(bytes).map_err(|e| {
            let good = &e.as_bytes()[..e.utf8_error().valid_up_to()];
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            CatalogueError::at(&name, line, "not a text in UTF-8; save the file as UTF-8 again")
        })?;
        Self::parse(&name, &text)
    }

    /// Reads a list from its text; `name` names it in messages.
    ///
    /// # Errors
    /// When the text is no list of meetings.
    ///
    /// ```
    /// use readout::import::catalogue::Catalogue;
    ///
    /// let list = r#"
    /// [[meeting]]
    /// id = "2031-05-12-lakeford"
    /// date = 2031-05-12
    /// place = "Lakeford"
    /// principals = { us = ["Ann Lee"], cn = ["Li An"] }
    /// texts = [{ side = "us", language = "en", url = "https://example.org/readout" }]
    /// "#;
    /// let list = Catalogue::parse("catalogue.toml", list)?;
    /// assert_eq!(list.entry("2031-05-12-lakeford")?.addresses().next(), Some("https://example.org/readout"));
    /// assert!(list.entry("2031-05-12").unwrap_err().to_string().contains("did you mean `2031-05-12-lakeford`?"));
    /// # Ok::<(), readout::import::catalogue::CatalogueError>(())
    /// ```
    pub fn parse(name: &str, text: &str) -> Result<Self, CatalogueError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let line = |at: usize| 1 + text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count();
        let raw: RawCatalogue = toml::from_str(text).map_err(|e| {
            let message = format!("{}; mend the line", e.message().replace('\n', " "));
            CatalogueError::at(name, line(e.span().map_or(0, |s| s.start)), message)
        })?;
        let mut entries: Vec<Entry> = Vec::new();
        let mut seen = BTreeSet::new();
        for meeting in raw.meeting {
            let at = line(meeting.id.span().start);
            let entry = meeting.checked().map_err(|(at, message)| CatalogueError::at(name, line(at), message))?;
            if !seen.insert(entry.id.clone()) {
                let message = format!("meeting `{}` is there twice; join the two or rename one", entry.id);
                return Err(CatalogueError::at(name, at, message));
            }
            entries.push(entry);
        }
        entries.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Self { name: name.to_owned(), entries })
    }

    /// All meetings, by id.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The meeting of this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.id == id)
    }

    /// The ids that may be meant by one that is none, at most three: those that begin with it, else those of its day, else
    /// those that are spelt much like it, nearest first.
    #[must_use]
    pub fn near(&self, id: &str) -> Vec<&str> {
        let id = id.trim();
        let ids = || self.entries.iter().map(|e| e.id.as_str());
        let beginning = |start: &str| ids().filter(|i| i.starts_with(start)).take(3).collect::<Vec<_>>();
        // A year alone says too little.
        let starts = [Some(id).filter(|i| i.len() > 5), id.get(.."2031-05-12".len())];
        let found = starts.into_iter().flatten().map(beginning).find(|f| !f.is_empty());
        found.unwrap_or_else(|| nearest(id, ids()))
    }

    /// The meeting of this id, or a message that says which may be meant.
    ///
    /// # Errors
    /// When there is no such meeting.
    pub fn entry(&self, id: &str) -> Result<&Entry, CatalogueError> {
        self.find(id).ok_or_else(|| CatalogueError::Unknown {
            name: self.name.clone(),
            id: id.to_owned(),
            near: self.near(id).into_iter().map(str::to_owned).collect(),
        })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCatalogue {
    #[serde(default)]
    meeting: Vec<RawEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEntry {
    id: Spanned<String>,
    date: Datetime,
    until: Option<Datetime>,
    place: String,
    #[serde(default)]
    principals: BTreeMap<String, Vec<String>>,
    note: Option<String>,
    #[serde(default)]
    texts: Vec<RawText>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawText {
    side: String,
    language: Language,
    #[serde(default)]
    kind: Source,
    url: Spanned<String>,
}

impl RawEntry {
    /// The entry, or where it is wrong, what is wrong with it, and the mend.
    fn checked(self) -> Result<Entry, (usize, String)> {
        let at = self.id.span().start;
        let id = self.id.into_inner();
        let of = |message: String| (at, format!("meeting `{id}`: {message}"));
        let day = |key: &str, at: &Datetime| match (&at.date, &at.time, &at.offset) {
            (Some(date), None, None) => Ok(date.to_string()),
            _ => Err(of(format!("`{key} = {at}` is no day; write {key} = 2031-05-12"))),
        };
        let date = day("date", &self.date)?;
        let until = self.until.as_ref().map(|u| day("until", u)).transpose()?;
        let last = until.as_ref().unwrap_or(&date);
        if *last < date || until.as_ref() == Some(&date) {
            return Err(of(format!("`until` must be a later day than {date}; mend it, or leave it out")));
        }
        let place = id.strip_prefix(last.as_str()).and_then(|p| p.strip_prefix('-')).unwrap_or("");
        let letters = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if !place.split('-').all(letters) {
            return Err(of(format!(
                "the id must be {last}, the last day, and a place in small letters: {last}-lakeford"
            )));
        }
        if self.place.trim().is_empty() {
            return Err(of("`place` is empty; write where they met".to_owned()));
        }
        let side = |id: &str| Side::new(id).ok_or_else(|| of(format!("`{id}` is no side; write us or cn")));
        let principals = self.principals.into_iter().map(|(id, names)| Ok((side(&id)?, names)));
        let principals = principals.collect::<Result<_, _>>()?;
        let mut texts: Vec<Text> = Vec::new();
        for raw in self.texts {
            let (at, url) = (raw.url.span().start, raw.url.into_inner());
            let fault = |message: String| (at, of(message).1);
            let host = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"));
            if host.is_none_or(|(_, rest)| rest.starts_with('/') || !rest.contains('.')) || url.contains(' ') {
                return Err(fault(format!("`{url}` is no address; write the whole of it, https:// first")));
            }
            if texts.iter().any(|t| t.url == url) {
                return Err(fault(format!("{url} is there twice; leave out one")));
            }
            texts.push(Text { side: side(&raw.side)?, language: raw.language, source: raw.kind, url });
        }
        Ok(Entry { date, until, place: self.place, principals, note: self.note, texts, id })
    }
}

#[cfg(test)]
mod tests;
