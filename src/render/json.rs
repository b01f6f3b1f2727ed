//! The JSON forms of statements and comparisons: what they hold, `contract` says.

use std::io::{self, Write};

use crate::coding::Coded;
use crate::comparison::Comparison;
use crate::contract;
use crate::text::json;

/// About how many bytes there are in a line of one statement.
const USUAL: usize = 1_500;

/// One text, as an item of the list of texts that [`super::coded_head()`] opens.
pub(super) fn coded(out: &mut dyn Write, coded: &Coded) -> io::Result<()> {
    let mut list = Vec::new();
    json::write_pretty(&mut list, &[contract::code::File::of(coded)])?;
    out.write_all(list.strip_prefix(b"[\n").and_then(|l| l.strip_suffix(b"\n]")).unwrap_or(&list))
}

/// Each statement of one text on a line.
pub(super) fn coded_lines(out: &mut dyn Write, coded: &Coded) -> io::Result<()> {
    let mut lines = Vec::with_capacity(USUAL * coded.statements.len());
    contract::code::Line::write_all(&mut lines, coded)?;
    out.write_all(&lines)
}

/// A comparison on a line.
pub(super) fn comparison_line(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let mut line = Vec::new();
    json::write(&mut line, &contract::comparison::Comparison::of(comparison))?;
    line.push(b'\n');
    out.write_all(&line)
}

pub(super) fn comparison(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    contract::write(out, &contract::comparison::Comparison::of(comparison))
}
