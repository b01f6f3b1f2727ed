//! HTML: one file a page, with nothing outside it. `page` is the shell, `comparison` what stands in it for one meeting;
//! `markup` is the only way from text to markup.
//!
//! Text from readouts reaches a template only as [`markup::Markup`] or through the escaping of the templates. Reading needs
//! no script: what the script does is swap columns, hide side texts and open all evidence.

mod claims;
pub(crate) mod comparison;
mod figures;
mod lists;
pub(crate) mod markup;
pub(crate) mod page;
mod signals;
mod statement;

use std::io::{self, Write};

use super::Options;
use crate::codebook::Codebook;
use crate::comparison::Comparison;

/// Writes the page of one comparison, which stands alone.
pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    options: &Options,
) -> io::Result<()> {
    comparison::page(comparison, codebook, options)?.write(out)
}
