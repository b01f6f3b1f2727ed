//! A user's TOML as tables that know where everything stands, so that each fault names its line and the mend. Knows no
//! codebook and no settings: those rooms read their files by it.

mod nearest;

use std::cell::Cell;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub use nearest::nearest;

use crate::text::merge;
use crate::text::width::{short, visible};

/// What is wrong with a file that a person wrote: where, why, and the mend.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// What is wrong and the mend.
    pub message: String,
}

/// The text of a file of at most `limit` bytes; `what` is what it should be, such as `a codebook`.
///
/// # Errors
/// When the file cannot be read, is too large or not in UTF-8: what is wrong and the mend, without the file's name.
pub(crate) fn read(path: &Path, limit: u64, what: &str) -> Result<String, String> {
    // What the system says of a folder is of no help.
    if path.is_dir() {
        return Err(format!("a folder, not a file; give {what} in TOML"));
    }
    let cannot = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => format!("no such file; give {what} in TOML"),
        std::io::ErrorKind::FileTooLarge => {
            let kind = what.split_once(' ').map_or(what, |(_, noun)| noun);
            let size =
                if limit < 1024 * 1024 { format!("{} KiB", limit / 1024) } else { format!("{} MiB", limit >> 20) };
            format!("larger than {size}, which no {kind} is")
        }
        _ => format!("cannot be read: {e}; give {what} in TOML"),
    };
    let bytes = crate::files::read(path, limit).map_err(cannot)?;
    String::from_utf8(bytes).map_err(|e| {
        format!("not a text in UTF-8 (byte {} of the file); save it as UTF-8", e.utf8_error().valid_up_to() + 1)
    })
}

/// Where something is written: line and character, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Place {
    pub line: usize,
    pub column: usize,
}

/// A value with its place.
#[derive(Debug, Clone)]
pub(crate) struct Placed<T> {
    pub value: T,
    pub place: Place,
}

/// One file, for its faults.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    name: &'a str,
    text: &'a str,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// The place that was asked for last, and its byte: the next is mostly near, and a line may be megabytes long.
    last: Cell<(Place, usize)>,
}

impl<'a> Source<'a> {
    pub fn new(name: &'a str, text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name, text, lines, last: Cell::new((Place { line: 1, column: 1 }, 0)) }
    }

    pub fn place(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let (last, before) = self.last.get();
        let (from, column) = if last.line == line && before <= at { (before, last.column) } else { (start, 1) };
        let place = Place { line, column: column + self.text.get(from..at).map_or(0, |t| t.chars().count()) };
        self.last.set((place, at));
        place
    }

    pub fn fault(&self, place: Place, message: impl Into<String>) -> Fault {
        let Place { line, column } = place;
        // What a message quotes of the file may be as long as the file.
        let message: String = message.into();
        let pieces = message.split('`').enumerate().map(|(i, p)| if i % 2 == 1 { short(p) } else { visible(p).into() });
        let message = pieces.collect::<Vec<String>>().join("`");
        Fault { file: self.name.to_owned(), line, column, message }
    }

    /// Parses the whole file.
    pub fn parse(&self) -> Result<Spanned<DeTable<'a>>, Fault> {
        if let Some(line) = merge::unfinished(self.text) {
            let place = Place { line, column: 1 };
            return Err(self.fault(
                place,
                "a merge was not finished here; keep what is right of the two, and take the lines of <<<<<<<, ======= and >>>>>>> away",
            ));
        }
        DeTable::parse(self.text).map_err(|e| {
            let mend = match e.message() {
                m if m.starts_with("duplicate key") => "put everything under one of the two",
                m if m.starts_with("invalid boolean") || m.contains("string") => "text stands between double quotes",
                m if m.contains("array table") => "such a heading is written [[topic]]",
                _ => "mend the line",
            };
            let place = self.place(e.span().map_or(0, |s| s.start));
            self.fault(place, format!("this is not TOML: {}; {mend}", e.message().replace('\n', " ")))
        })
    }
}

/// One table of the file.
#[derive(Debug, Clone)]
pub(crate) struct Table<'t> {
    pub source: &'t Source<'t>,
    /// How it is written: `[[topic]]`.
    pub title: String,
    pub place: Place,
    table: &'t DeTable<'t>,
}

impl<'t> Table<'t> {
    /// The whole file, and what it is, such as `a codebook`.
    pub fn whole(source: &'t Source<'t>, table: &'t DeTable<'t>, what: &str) -> Self {
        Self { source, title: what.to_owned(), place: Place { line: 1, column: 1 }, table }
    }

    /// Refuses the first key that is not one of these.
    pub fn only(&self, keys: &[&str]) -> Result<(), Fault> {
        let strange = self.table.keys().filter(|k| !keys.contains(&k.get_ref().as_ref()));
        let Some(key) = strange.min_by_key(|k| k.span().start) else { return Ok(()) };
        let mend = match nearest(key.get_ref(), keys.iter().copied()).first() {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its keys are {}", keys.join(", ")),
        };
        let message = format!("`{}` is no key of {}; {mend}", key.get_ref(), self.title);
        Err(self.source.fault(self.source.place(key.span().start), message))
    }

    /// The names of its keys, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &'t str> {
        self.table.keys().map(|key| key.get_ref().as_ref())
    }

    /// A fault in the table as a whole.
    pub fn fault(&self, message: impl Into<String>) -> Fault {
        self.source.fault(self.place, message)
    }

    /// Where the value of a key stands, with the value.
    pub fn get(&self, key: &str) -> Option<(Place, &'t DeValue<'t>)> {
        self.table.get(key).map(|v| (self.source.place(v.span().start), v.get_ref()))
    }

    /// The same table by another name.
    pub fn titled(self, title: &str) -> Self {
        Self { title: title.to_owned(), ..self }
    }

    /// A text.
    pub fn text(&self, key: &str) -> Result<Option<Placed<String>>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some((place, DeValue::String(text))) => Ok(Some(Placed { value: text.to_string(), place })),
            Some((place, _)) => Err(self.source.fault(place, format!("`{key}` must be a text; write {key} = \"…\""))),
        }
    }

    /// True or false; false where nothing is said.
    pub fn truth(&self, key: &str) -> Result<Option<bool>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some((_, DeValue::Boolean(value))) => Ok(Some(*value)),
            Some((place, _)) => Err(self.source.fault(place, format!("`{key}` must be true or false"))),
        }
    }

    /// A year of four digits; none where nothing is said.
    pub fn year(&self, key: &str) -> Result<Option<u16>, Fault> {
        let Some((place, value)) = self.get(key) else { return Ok(None) };
        let year = match value {
            DeValue::Integer(digits) => digits.as_str().parse().ok().filter(|year| (1000..=9999).contains(year)),
            _ => None,
        };
        year.map(Some).ok_or_else(|| self.source.fault(place, format!("`{key}` must be a year, such as 2031")))
    }

    /// The items of a list; none where there is no such key.
    pub fn list(&self, key: &str) -> Result<Vec<(Place, &'t DeValue<'t>)>, Fault> {
        match self.get(key) {
            None => Ok(Vec::new()),
            Some((_, DeValue::Array(items))) => {
                Ok(items.iter().map(|v| (self.source.place(v.span().start), v.get_ref())).collect())
            }
            Some((place, _)) => Err(self.source.fault(place, format!("`{key}` must be a list; write {key} = [\"…\"]"))),
        }
    }

    /// A list of texts.
    pub fn texts(&self, key: &str) -> Result<Vec<Placed<String>>, Fault> {
        let text = |(place, value): (Place, &DeValue<'t>)| match value {
            DeValue::String(text) => Ok(Placed { value: text.to_string(), place }),
            _ => Err(self.source.fault(place, format!("`{key}` must be a list of texts; write {key} = [\"…\"]"))),
        };
        self.list(key)?.into_iter().map(text).collect()
    }

    /// A table, such as the languages of a label.
    pub fn table(&self, key: &str) -> Result<Option<Self>, Fault> {
        match self.get(key) {
            None => Ok(None),
            Some((place, DeValue::Table(table))) => {
                let title = format!("`{key}`");
                Ok(Some(Self { source: self.source, title, place, table }))
            }
            Some((place, DeValue::Array(_))) => Err(self
                .source
                .fault(place, format!("`{key}` needs its language; write {key}.en = [\"…\"] or {key}.zh = [\"…\"]"))),
            Some((place, _)) => Err(self
                .source
                .fault(place, format!("`{key}` needs its language; write {key}.en = \"…\" or {key}.zh = \"…\""))),
        }
    }

    /// Every `[[key]]`.
    pub fn tables(&self, key: &str) -> Result<Vec<Self>, Fault> {
        let wrong = |place| self.source.fault(place, format!("`{key}` must be headings; write [[{key}]] before each"));
        match self.get(key) {
            None => Ok(Vec::new()),
            Some((_, DeValue::Array(items))) => items
                .iter()
                .map(|item| {
                    let place = self.source.place(item.span().start);
                    let DeValue::Table(table) = item.get_ref() else { return Err(wrong(place)) };
                    Ok(Self { source: self.source, title: format!("[[{key}]]"), place, table })
                })
                .collect(),
            Some((place, _)) => Err(wrong(place)),
        }
    }

    /// A table that stands in a list: a cue with its conditions.
    pub fn item(&self, place: Place, table: &'t DeTable<'t>) -> Self {
        Self { source: self.source, title: "a cue".to_owned(), place, table }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters() {
        let source = Source::new("x", "a\n中文b\r\n\n");
        let place = |at| (source.place(at).line, source.place(at).column);
        assert_eq!([place(0), place(2), place(8), place(11), place(12)], [(1, 1), (2, 1), (2, 3), (3, 1), (4, 1)]);
    }
}
