//! HTML: one file a page, with nothing outside it. `page` is the shell, `comparison` what stands in it for one meeting;
//! `markup` is the only way from text to markup.
//!
//! Text from readouts reaches a template only as [`markup::Markup`] or through the escaping of the templates. Reading needs
//! no script: what the script does is swap columns, hide side texts and open all evidence.

mod blocks;
mod claims;
pub(crate) mod comparison;
mod figures;
mod lists;
pub(crate) mod markup;
pub(crate) mod page;
mod signals;
pub(crate) mod site;
mod statement;

use std::io::{self, Write};

use super::Options;
use crate::codebook::Codebook;
use crate::comparison::Comparison;

/// The page of a trace.
///
/// # Errors
/// When `out` cannot be written to.
pub(super) fn trace(
    out: &mut dyn Write,
    trace: &crate::trace::Trace,
    asked: &crate::trace::Options,
    codebook: &Codebook,
) -> io::Result<()> {
    let (body, contents) = blocks::body(&super::trace::blocks(trace, asked, codebook), "part");
    page::Page {
        sort: page::Sort::Series,
        title: "Readouts over time".to_owned(),
        kicker: "The same side from meeting to meeting".to_owned(),
        heading: markup::Markup::said("Readouts over time"),
        site: Vec::new(),
        contents,
        body,
        foot: markup::Markup::said("Topics, speakers and acts are coded by program from the words; look at the words before you rely on a code."),
    }
    .write(out)
}

/// Writes the page of one comparison, which stands alone.
pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    options: &Options,
) -> io::Result<()> {
    comparison::page(comparison, codebook, options)?.write(out)
}
