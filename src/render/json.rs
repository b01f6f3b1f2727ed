//! The JSON forms of statements and comparisons: what they hold, `contract` says.

use std::io::{self, Write};

use crate::coding::Coded;
use crate::comparison::Comparison;
use crate::contract;

pub(super) fn coded(out: &mut dyn Write, coded: &[Coded]) -> io::Result<()> {
    contract::write(out, &coded.iter().map(contract::code::File::of).collect::<Vec<_>>())
}

pub(super) fn coded_lines(out: &mut dyn Write, coded: &[Coded]) -> io::Result<()> {
    for line in coded.iter().flat_map(contract::code::Line::all) {
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

pub(super) fn comparison(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    contract::write(out, &contract::comparison::Comparison::of(comparison))
}
