//! A trace as a page for a code host.

use std::io::{self, Write};

use super::blocks::{Block, Piece, marks, pieces};
use crate::render::markdown::escape;

pub(super) fn write(out: &mut dyn Write, blocks: &[Block]) -> io::Result<()> {
    let mut list = false;
    for (at, block) in blocks.iter().enumerate() {
        let point = matches!(block, Block::Point(_) | Block::Words { .. });
        if at > 0 && !(point && list) {
            writeln!(out)?;
        }
        list = point;
        match block {
            Block::Heading(rank, text) => writeln!(out, "{} {}", "#".repeat(*rank), escape(text))?,
            Block::Paragraph(text) => writeln!(out, "{}", escape(text))?,
            Block::Entry { before, meeting, after } => {
                writeln!(out, "{}", escape(&format!("{before}{meeting}{after}")))?;
            }
            Block::Pieces(list) => writeln!(out, "{}", escape(&pieces(list, " ")))?,
            Block::Marks => writeln!(out, "{}", escape(&marks("Words struck out", "words underlined")))?,
            Block::Point(text) => writeln!(out, "- {}", escape(text))?,
            Block::Words { voice, pieces, .. } => writeln!(out, "- **{}** {}", escape(voice), words(pieces))?,
            Block::Table { head, rows, .. } => {
                let line = |cells: &[String]| {
                    let cells: Vec<String> = cells.iter().map(|c| escape(c)).collect();
                    format!("| {} |", cells.join(" | "))
                };
                writeln!(out, "{}", line(head))?;
                writeln!(out, "|{}", " --- |".repeat(head.len()))?;
                for (_, row) in rows {
                    writeln!(out, "{}", line(row))?;
                }
            }
        }
    }
    Ok(())
}

/// The words of a statement: what is gone struck out, what is new in bold.
fn words(pieces: &[(Piece, String)]) -> String {
    let mut text = String::new();
    for (piece, words) in pieces {
        let (inner, escaped) = (words.trim(), escape(words.trim()));
        let (before, after) = match (piece, inner.is_empty()) {
            (Piece::Same, _) | (_, true) => {
                text.push_str(&escape(words));
                continue;
            }
            (Piece::Gone, _) => ("<del>", "</del>"),
            (Piece::New, _) => ("<ins>", "</ins>"),
        };
        let lead = &words[..words.len() - words.trim_start().len()];
        let trail = &words[words.trim_end().len()..];
        text.push_str(&format!("{lead}{before}{escaped}{after}{trail}"));
    }
    text.replace('\n', " ")
}
