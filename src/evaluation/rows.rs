//! Hand coding as tables: a file's fields stand between tabs, and nothing is quoted.

use std::path::Path;

use super::error::{EvaluationError, Problem};
use crate::text::Span;
use crate::text::width::{Widths, visible};

/// The columns of one sort of file.
pub(super) struct Columns<const N: usize, const M: usize> {
    /// Those that it must have, in whatever order.
    pub needed: [&'static str; N],
    /// Those that it may have besides; others are passed over.
    pub optional: [&'static str; M],
}

impl<const N: usize, const M: usize> Columns<N, M> {
    /// Makes something of each line below the first of `tsv`, of its number and its fields; an optional field is empty where the
    /// file has no such column. Blank lines are passed over.
    pub fn read<T>(
        &self,
        file: &Path,
        tsv: &str,
        mut make: impl FnMut(usize, [&str; N], [&str; M]) -> Result<T, Problem>,
    ) -> Result<Vec<T>, EvaluationError> {
        let at = |line: usize| move |problem| EvaluationError::Line { file: file.to_owned(), line, problem };
        let tsv = tsv.strip_prefix('\u{feff}').unwrap_or(tsv);
        let mut lines = tsv.lines().enumerate();
        let names: Vec<&str> = lines.next().map_or("", |l| l.1).split('\t').map(str::trim).collect();
        let (mut needed, mut optional) = ([0; N], [None; M]);
        for (place, column) in needed.iter_mut().zip(self.needed) {
            let missing = Problem::Header { column, times: 0, needed: self.needed.join(" ") };
            *place = self.place(&names, column).and_then(|found| found.ok_or(missing)).map_err(at(1))?;
        }
        for (place, column) in optional.iter_mut().zip(self.optional) {
            *place = self.place(&names, column).map_err(at(1))?;
        }
        let mut made = Vec::new();
        for (index, line) in lines.filter(|l| !l.1.trim().is_empty()) {
            let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
            if fields.len() != names.len() {
                return Err(at(index + 1)(Problem::Fields { found: fields.len(), wanted: names.len() }));
            }
            let optional = optional.map(|place| place.map_or("", |n| fields[n]));
            made.push(make(index + 1, needed.map(|n| fields[n]), optional).map_err(at(index + 1))?);
        }
        if made.is_empty() { Err(at(1)(Problem::Empty)) } else { Ok(made) }
    }

    /// Where a column stands in the first line, if it does.
    fn place(&self, names: &[&str], column: &'static str) -> Result<Option<usize>, Problem> {
        let mut found = names.iter().enumerate().filter(|n| *n.1 == column).map(|n| n.0);
        let first = found.next();
        match found.count() {
            0 => Ok(first),
            more => Err(Problem::Header { column, times: more + 1, needed: self.needed.join(" ") }),
        }
    }
}

/// A number of bytes.
pub(super) fn number(column: &'static str, field: &str) -> Result<usize, Problem> {
    field.parse().map_err(|_| Problem::Number { column, found: short(field) })
}

/// A place in a text: `start` and `end` in its bytes, and the words there where the line gives them; runs of white space count
/// as one space.
pub(super) fn place(start: &str, end: &str, words: Option<&str>, text: &str) -> Result<Span, Problem> {
    let (start, end) = (number("start", start)?, number("end", end)?);
    let span = Span::new(start, end);
    if span.is_empty() {
        return Err(Problem::Order { start, end });
    }
    if end > text.len() {
        return Err(Problem::Outside { end, length: text.len() });
    }
    for (column, offset) in [("start", start), ("end", end)] {
        if !text.is_char_boundary(offset) {
            return Err(Problem::Boundary { column, offset });
        }
    }
    let found = span.slice(text);
    if let Some(words) = words
        && !found.split_whitespace().eq(words.split_whitespace())
    {
        return Err(Problem::Words { start, end, found: short(found), wanted: short(words) });
    }
    Ok(span)
}

/// The accepted values of a field, `a|b` for either, the first choice first: at least one. `write` says what there is.
pub(super) fn accepted<T>(
    column: &'static str,
    field: &str,
    value: impl Fn(&str) -> Option<T>,
    write: impl Fn() -> String,
) -> Result<Vec<T>, Problem> {
    let value = |word: &str| value(word).ok_or_else(|| Problem::Value { column, found: short(word), write: write() });
    field.split('|').map(|word| value(word.trim())).collect()
}

/// What a field of a few words can be.
pub(super) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    format!("one of {}", words.into_iter().collect::<Vec<_>>().join(", "))
}

/// Words in a message: one line, safe to show, and not long.
pub(super) fn short(text: &str) -> String {
    Widths::default().truncate(&visible(text.trim()), 48)
}
