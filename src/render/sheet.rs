//! Every CSV that the program writes: UTF-8 with a byte order mark, by which Excel knows Chinese, lines that end in CR LF
//! as RFC 4180 has them, and no cell that a spreadsheet takes for a formula. The words as they are stand in the JSON.

use std::io::{self, Write};

use crate::text::width::visible;

/// Rows on their way out.
pub(super) struct Sheet<'a> {
    writer: csv::Writer<&'a mut dyn Write>,
}

impl<'a> Sheet<'a> {
    /// Begins with the names of the columns.
    pub fn new(out: &'a mut dyn Write, head: &[&str]) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut sheet = Self::headless(out);
        sheet.row(head)?;
        Ok(sheet)
    }

    /// Goes on behind rows that are written already.
    pub fn headless(out: &'a mut dyn Write) -> Self {
        Self { writer: csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out) }
    }

    /// Adds a row, with as many cells as the head has.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> io::Result<()> {
        for text in cells {
            self.writer.write_field(cell(text.as_ref()))?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Writes what is left.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A text as a cell: control characters as [`visible`] shows them, and an apostrophe before what a spreadsheet would take
/// for a formula, in ASCII or in the full width of Chinese keyboards. A number is none.
fn cell(text: &str) -> String {
    let text = visible(text);
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) && !is_number(&text);
    if formula { format!("'{text}") } else { text.into_owned() }
}

/// Whether these are digits, with a minus before them and a point among them if need be.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.bytes().filter(|b| *b == b'.').count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_becomes_a_text() {
        for text in ["=1+1", "+1", "-2+3|cmd", "@SUM(A1)", "\t=1", "\n=1", "  =1", "＝1", "-", "--1", "-1.2.3", "-.5"]
        {
            assert!(cell(text).starts_with('\''), "{text:?}: {}", cell(text));
        }
        for text in ["", "-0.25", "-3", "1", "a=b", "中方", "'=1", "— an official"] {
            assert_eq!(cell(text), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_was_written(rows in prop::collection::vec([any::<String>(), "[=+@,\"\r\n\t 中-]{0,6}"], 0..6)) {
            let mut bytes = Vec::new();
            let mut sheet = Sheet::new(&mut bytes, &["one", "two"]).expect("memory");
            for row in &rows {
                sheet.row(row).expect("memory");
            }
            sheet.finish().expect("memory");
            let text = String::from_utf8(bytes).expect("UTF-8");
            let text = text.strip_prefix("\u{feff}one,two\r\n").expect("the mark and the head");
            prop_assert_eq!(text.matches("\r\n").count(), rows.len());
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            for (read, row) in reader.records().map(|r| r.expect("a row")).zip(&rows) {
                let kept: Vec<String> = row.iter().map(|t| cell(t)).collect();
                prop_assert_eq!(read.iter().collect::<Vec<_>>(), kept);
            }
        }
    }
}
