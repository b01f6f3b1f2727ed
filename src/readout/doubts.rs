//! What a text says of itself that looks like a slip: it is read all the same, and the reader is told.

use std::fmt;
use std::path::{Path, PathBuf};

use super::front_matter::KNOWN;
use super::{Meeting, Readout, Side, day_of, is_misdated};
use crate::codebook::Codebook;
use crate::tables::nearest;
use crate::text::address::is_web;
use crate::text::width::{short, visible};
use crate::text::{Language, language};

/// What looks like a slip, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The file or the folder; none where it is among several.
    pub file: Option<PathBuf>,
    /// The line of the file, from 1, where one can be named.
    pub line: Option<usize>,
    /// What looks like a slip, and the mend.
    pub message: String,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.file, self.line) {
            (Some(file), Some(line)) => write!(f, "{}:{line}: {}", file.display(), self.message),
            (Some(file), None) => write!(f, "{}: {}", file.display(), self.message),
            (None, _) => f.write_str(&self.message),
        }
    }
}

impl Readout {
    /// What looks like a slip in the front matter: a field that is nearly a known one, a side or a language that is not what the
    /// name of the file or the text shows, an address that is none, front matter without its first line.
    ///
    /// ```
    /// use std::path::Path;
    /// use readout::readout::Readout;
    ///
    /// let text = "---\nplublisher: The Ministry\n---\nThe two sides met.";
    /// let doubts = Readout::parse(Path::new("us.md"), text)?.doubts();
    /// let said = "us.md:2: `plublisher` is no field of the front matter; did you mean `publisher`?";
    /// assert_eq!(doubts[0].to_string(), said);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        let mut found = Vec::new();
        for field in self.unknown.keys() {
            // 'source' is a field of its own, and no slip for `source_url`.
            let near = nearest(field, KNOWN).into_iter().find(|known| known.len().abs_diff(field.len()) <= 2);
            if let Some(near) = near {
                let message = format!("`{field}` is no field of the front matter; did you mean `{near}`?");
                found.push(self.doubt(field, message));
            }
        }
        if self.is_called_otherwise() {
            let name = self.file_name();
            let side = &self.side;
            let message = format!("its `side` is `{side}`, and the file is called {name}; mend the one that is wrong");
            found.push(self.doubt("side", message));
        }
        found.extend(self.doubt_of_the_folder());
        let quoted = self.quoted_from.as_ref().and_then(|from| from.url.as_ref());
        for (field, address) in [("source_url", self.source_url.as_ref()), ("quoted_from.url", quoted)] {
            if let Some(address) = address.filter(|address| !is_web(address)) {
                let name = field.rsplit('.').next().unwrap_or(field);
                let address = short(address);
                let message =
                    format!("its `{name}` is `{address}`, which is no address; write it with https:// or http://");
                found.push(self.doubt(field, message));
            }
        }
        let shown = language::detect(&self.body);
        if shown != self.language {
            let language = self.language;
            let message = format!("its `language` is `{language}`, and the text looks like `{shown}`; mend the line");
            found.push(self.doubt("language", message));
        } else if self.named_language().is_some_and(|named| named != shown) {
            let name = self.file_name();
            let message =
                format!("its language is `{shown}`, and the file is called {name}; mend the one that is wrong");
            found.push(self.doubt("language", message));
        }
        let mut lines = self.body.lines().enumerate();
        let (index, first) = lines.find(|(_, line)| !line.trim().is_empty()).unwrap_or_default();
        let field = first.split_once(": ").map(|(field, _)| field);
        if self.body_line == 1 && field.is_some_and(|field| KNOWN.contains(&field)) {
            let message = format!("`{first}` is read as words of the text; front matter begins with a line of `---`");
            found.push(Doubt { line: Some(index + 1), ..self.doubt("", message) });
        }
        found
    }

    /// Something about a field, at its line where the front matter has it.
    fn doubt(&self, field: &str, message: String) -> Doubt {
        let outer = field.split('.').next().unwrap_or(field);
        let line = self.places.get(field).or_else(|| self.places.get(outer));
        Doubt { file: Some(self.file.clone()), line: line.copied(), message }
    }

    /// The language that the name of the file has: `us.zh.md`.
    fn named_language(&self) -> Option<Language> {
        self.qualifier.as_deref()?.split('.').find_map(|part| part.parse().ok())
    }

    /// Whether the file is called by another side than its own.
    fn is_called_otherwise(&self) -> bool {
        let name = self.file_name();
        let named = name.split('.').next().filter(|n| n.len() == 2).and_then(Side::new);
        name.ends_with(".md") && named.is_some_and(|named| named != self.side)
    }

    /// Whether it says of its meeting and its day what the folder says that is named by both.
    fn doubt_of_the_folder(&self) -> Option<Doubt> {
        let folder = self.file.parent().and_then(Path::file_name)?.to_string_lossy();
        let day = day_of(&folder)?;
        if let Some(meeting) = self.meeting.as_deref().filter(|meeting| *meeting != folder) {
            let (meeting, folder) = (visible(meeting), visible(&folder));
            let message =
                format!("its `meeting` is `{meeting}`, and its folder is called {folder}; mend the one that is wrong");
            return Some(self.doubt("meeting", message));
        }
        let date = self.date.as_deref().and_then(|date| date.get(..10)).filter(|date| are_far_apart(date, day))?;
        let message =
            format!("its `date` is {date}, and its folder is called {}; mend the one that is wrong", visible(&folder));
        Some(self.doubt("date", message))
    }

    /// The same, and sides that the codebook does not know: of the text, whose statements nobody can attribute then, and of its
    /// people.
    #[must_use]
    pub fn doubts_by(&self, codebook: &Codebook) -> Vec<Doubt> {
        let mut found = self.doubts();
        let unknown = |side: &&Side| codebook.side(side.as_str()).is_none();
        let mend = |side: &Side| {
            let near = nearest(side.as_str(), codebook.sides.iter().map(|known| known.id.as_str()));
            let near = near.first().map(|near| format!("did you mean `{near}`? If not, "));
            format!("{}add a [[side]] with this id (`--codebook`)", near.unwrap_or_default())
        };
        // A side that is misspelt has been named already.
        if !self.is_called_otherwise() && unknown(&&self.side) {
            let side = &self.side;
            let message = format!(
                "`{side}` is no side of the codebook: whose words its statements report cannot be told; {}",
                mend(side)
            );
            found.push(self.doubt("side", message));
        }
        for side in self.principals.keys().filter(|side| **side != self.side).filter(unknown) {
            let message = format!("`{side}` in its `principals` is no side of the codebook; {}", mend(side));
            found.push(self.doubt(&format!("principals.{side}"), message));
        }
        found
    }
}

/// Whether two days are further apart than a meeting and its account: a text is published a day or two after it, and many
/// hours lie between the sides.
#[must_use]
pub fn are_far_apart(one: &str, other: &str) -> bool {
    const HOURS: i64 = 3 * 24;
    let parse = |day: &str| day.parse::<jiff::civil::Date>().ok();
    parse(one).zip(parse(other)).is_some_and(|(one, other)| one.duration_since(other).as_hours().abs() > HOURS)
}

impl Meeting {
    /// What looks like a slip in the texts ([`Readout::doubts_by`]) and among them: a text of a side that another file holds as
    /// well, texts that say they are of different meetings; and a folder whose name begins with no day, but as if with one.
    #[must_use]
    pub fn doubts_by(&self, codebook: &Codebook) -> Vec<Doubt> {
        let of = |text: &Readout, message: String| text.doubt("", message);
        let mut found: Vec<Doubt> = self.readouts.iter().flat_map(|text| text.doubts_by(codebook)).collect();
        let twice = self.readouts.iter().enumerate().filter_map(|(number, text)| {
            let same = |earlier: &&Readout| earlier.side == text.side && earlier.body.trim() == text.body.trim();
            Some((text, self.readouts[..number].iter().find(same)?))
        });
        found.extend(twice.map(|(text, earlier)| {
            of(text, format!("the same words as {}; keep one of the two", earlier.file.display()))
        }));
        // One text taken for those of two sides, which the sides publish of a statement of theirs alone.
        let single = |text: &Readout| text.imported.is_some() && !text.is_joint();
        let shared = self.readouts.iter().enumerate().filter(|(_, text)| single(text)).filter_map(|(number, text)| {
            let same = |earlier: &&Readout| {
                single(earlier) && earlier.side != text.side && earlier.body.trim() == text.body.trim()
            };
            Some((text, self.readouts[..number].iter().find(same)?))
        });
        found.extend(shared.map(|(text, earlier)| {
            let message = format!(
                "the same words as {}, which is of `{}`; keep the one whose side published them",
                earlier.file.display(),
                earlier.side
            );
            of(text, message)
        }));
        // A draft beside the text that was published.
        let second = self.readouts.iter().filter(|text| !text.is_named_by_its_side()).filter_map(|text| {
            let alike = |other: &&Readout| {
                let kind = (&other.side, other.kind, other.language) == (&text.side, text.kind, text.language);
                kind && other.is_named_by_its_side() && other.body.trim() != text.body.trim()
            };
            Some((text, self.readouts.iter().find(alike)?))
        });
        found.extend(second.map(|(text, other)| {
            let message = format!(
                "a second {} of `{}` beside {}, which is the column; if it is a draft, take it out of the folder",
                text.kind.as_str(),
                text.side,
                other.file.display()
            );
            of(text, message)
        }));
        let told = |text: &&Readout| text.meeting.is_some();
        let mut texts = self.readouts.iter().filter(told);
        if let Some(first) = texts.next()
            && let Some(other) = texts.find(|text| text.meeting != first.meeting)
        {
            let named = |r: &Readout| format!("{} ({})", r.file.display(), r.meeting.as_deref().unwrap_or_default());
            let message = format!("these are texts of different meetings: {}, {}", named(first), named(other));
            found.push(Doubt { file: None, line: None, message });
        } else if let Some(text) = self.readouts.iter().find(told)
            && let Some(meeting) = text.meeting.as_deref().filter(|meeting| *meeting != self.id)
            && day_of(&self.id).is_none()
        {
            let message = format!(
                "its `meeting` is `{}`, and its folder is called {}; move it, or mend the one that is wrong",
                visible(meeting),
                visible(&self.id)
            );
            found.push(text.doubt("meeting", message));
        }
        let folder = self.readouts.first().and_then(|text| text.file.parent()).filter(|folder| {
            // Files that were named one by one are of no folder.
            folder.canonicalize().is_ok_and(|folder| folder.file_name().is_some_and(|name| *name == *self.id))
        });
        if let Some(folder) = folder.filter(|_| is_misdated(&self.id)) {
            let message =
                "its name begins with no day of the calendar; write the day of the meeting, such as 2023-07-13-jakarta";
            found.push(Doubt { file: Some(folder.to_owned()), line: None, message: message.to_owned() });
        }
        found
    }
}
