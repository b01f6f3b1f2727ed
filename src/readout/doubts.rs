//! What a text says of itself that looks like a slip: it is read all the same, and the reader is told.

use super::front_matter::KNOWN;
use std::path::Path;

use super::{Meeting, Readout, Side, day_of};
use crate::codebook::Codebook;
use crate::tables::nearest;
use crate::text::width::visible;
use crate::text::{Language, language};

impl Readout {
    /// What looks like a slip in the front matter, a line each, with the file: a field that is nearly a known one, a side or
    /// a language that is not what the name of the file or the text shows, front matter without its first line.
    ///
    /// ```
    /// use std::path::Path;
    /// use readout::readout::Readout;
    ///
    /// let text = "---\nplublisher: The Ministry\n---\nThe two sides met.";
    /// let doubts = Readout::parse(Path::new("us.md"), text)?.doubts();
    /// assert_eq!(doubts, ["us.md: `plublisher` is no field of the front matter; did you mean `publisher`?"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn doubts(&self) -> Vec<String> {
        let mut found = Vec::new();
        for field in self.unknown.keys() {
            // 'source' is a field of its own, and no slip for `source_url`.
            let near = nearest(field, KNOWN).into_iter().find(|known| known.len().abs_diff(field.len()) <= 2);
            if let Some(near) = near {
                found.push(format!("`{field}` is no field of the front matter; did you mean `{near}`?"));
            }
        }
        if self.is_called_otherwise() {
            let name = self.file_name();
            let side = &self.side;
            found.push(format!("its `side` is `{side}`, and the file is called {name}; mend the one that is wrong"));
        }
        self.doubts_of_the_folder(&mut found);
        let shown = language::detect(&self.body);
        if shown != self.language {
            let language = self.language;
            found.push(format!("its `language` is `{language}`, and the text looks like `{shown}`; mend the line"));
        } else if self.named_language().is_some_and(|named| named != shown) {
            let name = self.file_name();
            found.push(format!("its language is `{shown}`, and the file is called {name}; mend the one that is wrong"));
        }
        let first = self.body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let field = first.split_once(": ").map(|(field, _)| field);
        if self.body_line == 1 && field.is_some_and(|field| KNOWN.contains(&field)) {
            found.push(format!("`{first}` is read as words of the text; front matter begins with a line of `---`"));
        }
        found.iter().map(|doubt| format!("{}: {doubt}", self.file.display())).collect()
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
    fn doubts_of_the_folder(&self, found: &mut Vec<String>) {
        /// A text is published a day or two after the meeting; many hours for a few.
        const HOURS: i64 = 3 * 24;
        let folder = self.file.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let Some((folder, day)) = folder.as_deref().and_then(|folder| Some((folder, day_of(folder)?))) else { return };
        if let Some(meeting) = self.meeting.as_deref().filter(|meeting| *meeting != folder) {
            found.push(format!(
                "its `meeting` is `{}`, and its folder is called {}; mend the one that is wrong",
                visible(meeting),
                visible(folder)
            ));
            return;
        }
        let date = self.date.as_deref().and_then(|date| date.get(..10));
        let parse = |day: &str| day.parse::<jiff::civil::Date>().ok();
        let apart = date.and_then(|date| Some(parse(date)?.duration_since(parse(day)?).as_hours().abs()));
        if let Some(date) = date.filter(|_| apart.is_some_and(|hours| hours > HOURS)) {
            found.push(format!(
                "its `date` is {date}, and its folder is called {}; mend the one that is wrong",
                visible(folder)
            ));
        }
    }

    /// The same, and a side whose statements nobody can attribute, since the codebook does not know it.
    #[must_use]
    pub fn doubts_by(&self, codebook: &Codebook) -> Vec<String> {
        let mut found = self.doubts();
        // A side that is misspelt has been named already.
        if !self.is_called_otherwise() && codebook.side(self.side.as_str()).is_none() {
            let (file, side) = (self.file.display(), &self.side);
            found.push(format!(
                "{file}: `{side}` is no side of the codebook: whose words its statements report cannot be told; add a [[side]] with this id (`--codebook`)"
            ));
        }
        found
    }
}

impl Meeting {
    /// What looks like a slip in the texts ([`Readout::doubts_by`]) and among them, a line each: a text of a side that
    /// another file holds as well, texts that say they are of different meetings.
    #[must_use]
    pub fn doubts_by(&self, codebook: &Codebook) -> Vec<String> {
        let mut found: Vec<String> = self.readouts.iter().flat_map(|text| text.doubts_by(codebook)).collect();
        let twice = self.readouts.iter().enumerate().filter_map(|(number, text)| {
            let same = |earlier: &&Readout| earlier.side == text.side && earlier.body.trim() == text.body.trim();
            Some((text, self.readouts[..number].iter().find(same)?))
        });
        found.extend(twice.map(|(text, earlier)| {
            format!("{}: the same words as {}; keep one of the two", text.file.display(), earlier.file.display())
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
            format!(
                "{}: a second {} of `{}` beside {}, which is the column; if it is a draft, take it out of the folder",
                text.file.display(),
                text.kind.as_str(),
                text.side,
                other.file.display()
            )
        }));
        let told = |text: &&Readout| text.meeting.is_some();
        let mut texts = self.readouts.iter().filter(told);
        if let Some(first) = texts.next()
            && let Some(other) = texts.find(|text| text.meeting != first.meeting)
        {
            let named = |r: &Readout| format!("{} ({})", r.file.display(), r.meeting.as_deref().unwrap_or_default());
            found.push(format!("these are texts of different meetings: {}, {}", named(first), named(other)));
        } else if let Some(text) = self.readouts.iter().find(told)
            && let Some(meeting) = text.meeting.as_deref().filter(|meeting| *meeting != self.id)
            && day_of(&self.id).is_none()
        {
            found.push(format!(
                "{}: its `meeting` is `{}`, and its folder is called {}; move it, or mend the one that is wrong",
                text.file.display(),
                visible(meeting),
                visible(&self.id)
            ));
        }
        found
    }
}
