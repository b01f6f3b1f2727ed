//! One published text of one side about one meeting: its metadata, its body, and the folders that hold them.

mod attribution;
mod doubts;
mod error;
pub(crate) mod front_matter;
mod joint;
mod meeting;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use attribution::{Attribution, Quotation, quotations};
pub use doubts::{Doubt, are_far_apart};
pub use error::LoadError;
pub(crate) use meeting::stays_inside;
pub use meeting::{COMPARISON_FILE, Found, Meeting, find_meetings, find_readouts, is_other_markdown};

use crate::files;
use crate::text::{Language, language};

/// The largest file that is read as a readout, in bytes.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// The id of a party that publishes: `us`, `cn`, `jp` …
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(transparent)]
#[schemars(extend("pattern" = "^[a-z0-9_]{1,24}$"))]
pub struct Side(String);

impl Side {
    /// A side from its id: at most 24 letters, digits and `_`, in lower case; not `both` and not `none`.
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let id = id.trim().to_ascii_lowercase();
        let good = !id.is_empty() && id.len() <= 24 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        (good && id != "both" && id != "none").then_some(Self(id))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id in capitals, as a column is headed.
    #[must_use]
    pub fn label(&self) -> String {
        self.0.to_ascii_uppercase()
    }
}

impl std::fmt::Display for Side {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// What sort of text a file holds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The ministry's own account.
    #[default]
    Readout,
    /// A list of measures.
    FactSheet,
    /// On the record, by a named person.
    Remarks,
    /// Officials who are not named.
    Background,
}

impl Kind {
    /// As written in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Readout => "readout",
            Self::FactSheet => "fact-sheet",
            Self::Remarks => "remarks",
            Self::Background => "background",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        Ok(match s {
            "readout" => Self::Readout,
            "fact-sheet" => Self::FactSheet,
            "remarks" => Self::Remarks,
            "background" => Self::Background,
            _ => return Err(()),
        })
    }
}

/// The text that quoted fragments were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default)]
pub struct QuotedFrom {
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When, as written.
    pub date: Option<String>,
    /// Where it stands.
    pub url: Option<String>,
}

/// The page that `readout import` made a file from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportedFrom {
    /// The page as the user named it: a path, `-`, or an address.
    pub from: Option<String>,
    /// When it was read.
    pub at: Option<String>,
    /// The SHA-256 of its bytes.
    pub sha256: Option<String>,
    /// The program and its version.
    pub importer: Option<String>,
}

/// One published text of one side about one meeting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Readout {
    /// The file as the caller named it.
    pub file: PathBuf,
    /// Who publishes.
    pub side: Side,
    /// The part of the file name between the side and `.md` (`zh`, `background`), if any.
    pub qualifier: Option<String>,
    /// What sort of text.
    pub kind: Kind,
    /// Its language, from the front matter or else from the script.
    pub language: Language,
    /// The meeting's id, from the front matter.
    pub meeting: Option<String>,
    /// The date as written, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The time of publication with its offset from UTC, or its day, where it is known.
    pub published: Option<String>,
    /// Where the encounter took place.
    pub place: Option<String>,
    /// Who published the text.
    pub publisher: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its address.
    pub source_url: Option<String>,
    /// The people of each side, in every script that the texts use.
    pub principals: BTreeMap<Side, Vec<String>>,
    /// Where the fragments come from; a text with this is known only in fragments.
    pub quoted_from: Option<QuotedFrom>,
    /// The page that the file was made from.
    pub imported: Option<ImportedFrom>,
    /// Fields that this version does not know: kept, and reported by name.
    pub unknown: BTreeMap<String, serde_json::Value>,
    /// The line of the file, from 1, on which each field of the front matter stands; of what stands within another on a line of
    /// its own, by both names: `principals.us`.
    #[serde(skip)]
    pub places: BTreeMap<String, usize>,
    /// Everything after the line that closes the front matter. All byte offsets count from its start.
    pub body: String,
    /// The number of the body's first line in the file, from 1.
    pub body_line: usize,
}

impl Readout {
    /// Reads one file.
    ///
    /// # Errors
    /// When the file cannot be read, is no text, has front matter that is no YAML, names no side, or says nothing.
    pub fn load(path: &Path) -> Result<Self, LoadError> {
        Self::from_bytes(path, read_limited(path)?)
    }

    /// Reads one file that was found in a folder or below it.
    ///
    /// # Errors
    /// As [`Readout::load`], and when it is a link that leads out of the folder.
    pub fn load_within(folder: &Path, path: &Path) -> Result<Self, LoadError> {
        stays_inside(folder, path)?;
        Self::load(path)
    }

    /// The meeting's id, as a comparison of its folder has it: the name of the folder where that begins with a day, else what
    /// the front matter says, else, of a text that was `found` below a folder of texts, the name of its own.
    #[must_use]
    pub fn meeting_of(&self, found: bool) -> Option<String> {
        let parent = self.file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = parent.canonicalize().ok();
        let folder = folder.as_deref().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        match folder {
            Some(folder) if day_of(&folder).is_some() => Some(folder),
            folder => self.meeting.clone().or_else(|| folder.filter(|_| found)),
        }
    }

    /// Reads the bytes of one file; `path` is as for [`Readout::parse`].
    ///
    /// # Errors
    /// As for [`Readout::load`], but for reading the file.
    pub fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, LoadError> {
        let text = String::from_utf8(bytes)
            .map_err(|e| LoadError::not_text(path, e.as_bytes(), e.utf8_error().valid_up_to()))?;
        if let Some(offset) = text.find('\0') {
            return Err(LoadError::not_text(path, text.as_bytes(), offset));
        }
        Self::parse(path, &text)
    }

    /// Reads the text of one file; `path` gives the side where the front matter does not, and names the file in errors.
    ///
    /// # Errors
    /// As for [`Readout::load`], but for reading the file.
    pub fn parse(path: &Path, text: &str) -> Result<Self, LoadError> {
        let stem = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = stem.strip_suffix(".md").unwrap_or(&stem);
        Self::parse_as(path, text, stem.split('.').next().and_then(Side::new))
    }

    /// Whether the front matter of a text says whose it is.
    pub(crate) fn says_its_side(path: &Path, text: &str) -> Result<bool, LoadError> {
        Ok(front_matter::split(path, text.strip_prefix('\u{feff}').unwrap_or(text))?.0.side.is_some())
    }

    /// As [`Readout::parse`], with the side that the text is of where the front matter does not say.
    pub(crate) fn parse_as(path: &Path, text: &str, named: Option<Side>) -> Result<Self, LoadError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (fields, body, body_line) = front_matter::split(path, text)?;
        let places = front_matter::places(text);
        let file_name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = file_name.strip_suffix(".md").unwrap_or(&file_name);
        let unknown = |field: &'static str, found: &str, mend| {
            let within = places.get(&format!("{field}.{found}"));
            let line = within.or_else(|| places.get(field)).copied().unwrap_or(1);
            LoadError::Field { file: path.to_owned(), line, field, found: found.to_owned(), mend }
        };
        let side = match &fields.side {
            Some(id) => Side::new(id)
                .ok_or_else(|| unknown("side", id, "use a short id of letters and digits such as us or cn"))?,
            None => named.ok_or_else(|| LoadError::NoSide { file: path.to_owned() })?,
        };
        let qualifier = match stem.split_once('.') {
            Some((first, qualifier)) if first == side.as_str() => Some(qualifier),
            None if stem == side.as_str() => None,
            _ => Some(stem),
        };
        if let Some(date) = fields.date.as_deref().filter(|date| !is_day(date)) {
            return Err(unknown("date", date, "write a day of the calendar such as 2023-07-13, or leave the line out"));
        }
        let kind = fields.kind.as_deref().map_or(Ok(kind_from_name(qualifier)), |k| {
            k.parse().map_err(|()| unknown("kind", k, "use readout, background, remarks or fact-sheet"))
        })?;
        let language = match fields.language.as_deref() {
            Some(code) => code
                .split(['-', '_'])
                .next()
                .unwrap_or(code)
                .parse()
                .map_err(|_| unknown("language", code, "use en or zh, or leave the line out"))?,
            None => language::detect(body),
        };
        if !body.chars().any(char::is_alphanumeric) {
            return Err(LoadError::Empty { file: path.to_owned(), line: body_line });
        }
        let mut principals = BTreeMap::new();
        for (id, names) in fields.principals {
            let mend = "use the id of a side, such as us or cn, before its names";
            principals.insert(Side::new(&id).ok_or_else(|| unknown("principals", &id, mend))?, names);
        }
        Ok(Self {
            file: path.to_owned(),
            side,
            qualifier: qualifier.map(str::to_owned),
            kind,
            language,
            meeting: fields.meeting,
            date: fields.date,
            published: fields.published,
            place: fields.place,
            publisher: fields.publisher,
            title: fields.title,
            source_url: fields.source_url,
            principals,
            quoted_from: fields.quoted_from,
            imported: fields.imported,
            unknown: fields.unknown,
            places,
            body: body.to_owned(),
            body_line,
        })
    }

    /// Whether the name of the file begins with its side: `us.md`, `us.remarks.md`.
    #[must_use]
    pub fn is_named_by_its_side(&self) -> bool {
        self.file_name().split('.').next() == Some(self.side.as_str())
    }

    /// The name of the file, without its folder.
    fn file_name(&self) -> Cow<'_, str> {
        self.file.file_name().unwrap_or_default().to_string_lossy()
    }

    /// Whether the text is known only in the fragments that somebody else quotes.
    #[must_use]
    pub fn is_fragments(&self) -> bool {
        self.quoted_from.is_some()
    }

    /// The line of the file, from 1, on which byte `offset` of the body stands.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> usize {
        let before = self.body.get(..offset).unwrap_or(&self.body);
        self.body_line + before.matches('\n').count()
    }
}

fn kind_from_name(qualifier: Option<&str>) -> Kind {
    qualifier.into_iter().flat_map(|q| q.split('.')).find_map(|q| q.parse().ok()).unwrap_or_default()
}

fn read_limited(path: &Path) -> Result<Vec<u8>, LoadError> {
    if path.is_dir() {
        return Err(LoadError::Folder { file: path.to_owned() });
    }
    files::read(path, MAX_BYTES).map_err(|e| LoadError::unread(path, e))
}

/// Whether the id of a meeting begins with what looks like a day and is none of the calendar: `2031-13-45-lakeford`.
#[must_use]
pub fn is_misdated(id: &str) -> bool {
    let parts: Vec<&str> = id.split('-').take(3).collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    digits && parts.len() == 3 && parts[0].len() == 4 && day_of(id).is_none()
}

/// The day with which the id of a meeting begins: `2031-05-01` of `2031-05-01-marrowbay`.
#[must_use]
pub fn day_of(id: &str) -> Option<&str> {
    id.get(..10).filter(|day| is_day(day) && !id[10..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text is a day of the calendar, maybe with a time behind it, as other programs write.
fn is_day(text: &str) -> bool {
    let (day, time) = text.split_at(text.floor_char_boundary(10));
    let known = day.parse::<jiff::civil::Date>().is_ok_and(|date| date.to_string() == day);
    known && (time.is_empty() || time.starts_with(['T', 't', ' ']))
}
