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
mod shares;
mod signals;
pub(crate) mod site;
mod statement;

use std::io::{self, Write};

use super::{Options, wording};
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
    let (body, contents) = over_time(trace, asked, codebook, &|_| None);
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

/// What a page says of sides over time, with its contents: the share of each topic asked for as a drawing, then the texts.
fn over_time(
    trace: &crate::trace::Trace,
    asked: &crate::trace::Options,
    codebook: &Codebook,
    pages: blocks::Pages<'_>,
) -> (markup::Markup, Vec<page::Link>) {
    let mut drawings = markup::Markup::default();
    for topic in &asked.topics {
        let Some(drawing) = shares::drawing(trace, topic, codebook) else { continue };
        if asked.topics.len() > 1 {
            drawings.push_in("h3", &[], &markup::Markup::said(&wording::topic(codebook, topic)));
        }
        drawings.append(&drawing);
    }
    let (body, mut contents) = blocks::body(&super::trace::blocks(trace, asked, codebook), pages);
    if drawings == markup::Markup::default() {
        return (body, contents);
    }
    let heading = markup::Markup::said("Share of each text");
    let mut all = markup::Markup::default();
    all.push_in("h2", &[("id", "shares")], &heading);
    all.append(&drawings);
    all.append(&body);
    contents.insert(0, page::Link { href: "#shares".to_owned(), label: heading, below: Vec::new() });
    (all, contents)
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
