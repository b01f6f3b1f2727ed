//! A trace for a terminal or a plain text file.

use std::io::{self, Write};

use colored::{Color, Colorize};

use super::blocks::{Block, marked, marks, pieces};
use crate::render::{Options, Painting};
use crate::text::width::visible;
use crate::text::wrap::wrap;

pub(super) fn write(out: &mut dyn Write, blocks: &[Block], options: &Options) -> io::Result<()> {
    let _paint = Painting::by(options);
    blocks.iter().enumerate().try_for_each(|(at, block)| one(out, block, at == 0, options))
}

fn one(out: &mut dyn Write, block: &Block, first: bool, options: &Options) -> io::Result<()> {
    match block {
        Block::Heading(rank, text) => {
            if !first {
                writeln!(out)?;
            }
            let text = if *rank == 1 { text.clone() } else { format!("── {text}") };
            paragraph(out, &text, 0, 3, options, |line| line.bold().to_string())
        }
        Block::Paragraph(text) => paragraph(out, text, 0, 4, options, str::to_owned),
        Block::Entry { before, meeting, after } => {
            paragraph(out, &format!("{before}{meeting}{after}"), 0, 4, options, str::to_owned)
        }
        Block::Pieces(list) => paragraph(out, &pieces(list, GLUE), 0, 4, options, unglued),
        Block::Marks => paragraph(out, &marks("[-words-]", "{+words+}"), 0, 4, options, str::to_owned),
        Block::Point(text) => paragraph(out, text, 2, 6, options, str::to_owned),
        Block::Words { voice, pieces, .. } => {
            paragraph(out, voice, 2, 4, options, |line| line.color(Color::Cyan).to_string())?;
            paragraph(out, &marked(pieces), 4, 4, options, str::to_owned)
        }
        Block::Table { head, rows, signs } => table(out, head, rows, *signs, options),
    }
}

/// A space at which no line ends: a number and what it counts stay together. It is written as any other space.
const GLUE: &str = "\u{a0}";

fn unglued(line: &str) -> String {
    line.replace(GLUE, " ")
}

/// Text wrapped to the page, with margins of the first and of later lines.
fn paragraph(
    out: &mut dyn Write,
    text: &str,
    margin: usize,
    later: usize,
    options: &Options,
    paint: impl Fn(&str) -> String,
) -> io::Result<()> {
    let text = visible(text);
    let narrow = options.width <= later * 4;
    let (margin, later) = if narrow { (0, 0) } else { (margin, later) };
    let width = options.reading_width().saturating_sub(later).max(1);
    for (at, range) in wrap(&text, width, options.widths()).into_iter().enumerate() {
        let indent = if at == 0 { margin } else { later };
        writeln!(out, "{}{}", " ".repeat(indent), paint(&text[range]))?;
    }
    Ok(())
}

/// A table whose columns stand one beside the other where the page has the room, and row by row as a list where not.
fn table(
    out: &mut dyn Write,
    head: &[String],
    rows: &[(String, Vec<String>)],
    signs: usize,
    options: &Options,
) -> io::Result<()> {
    let widths = options.widths();
    let column = |i: usize| {
        let cells = rows.iter().filter_map(|(_, r)| r.get(i)).chain([&head[i]]);
        cells.map(|c| widths.str_width(&visible(c))).max().unwrap_or(0)
    };
    let columns: Vec<usize> = (0..head.len()).map(column).collect();
    let gap = |i: usize| if i < signs { 2 } else { 1 };
    let total: usize = columns.iter().enumerate().map(|(i, w)| w + gap(i)).sum();
    let line = |cells: &[String]| -> String {
        let padded: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(i, c)| format!("{}{}", widths.pad(&visible(c), columns[i]), " ".repeat(gap(i))))
            .collect();
        padded.concat().trim_end().to_owned()
    };
    if total <= options.width.max(1) + 2 {
        writeln!(out, "{}", line(head).dimmed())?;
        for (_, row) in rows {
            writeln!(out, "{}", line(row))?;
        }
        return Ok(());
    }
    for (_, row) in rows {
        let words = row[..signs.min(row.len())].join(" · ");
        paragraph(out, &words, 0, 4, options, str::to_owned)?;
        let signs: Vec<String> = (signs..row.len())
            .filter(|i| !row[*i].is_empty())
            .map(|i| format!("{}{GLUE}{}", head[i], row[i]))
            .collect();
        if !signs.is_empty() {
            paragraph(out, &signs.join("  "), 4, 4, options, unglued)?;
        }
    }
    Ok(())
}
