//! Owns the Markdown of a body: written so that the loader of readouts reads the page's own words and nothing else.

use super::blocks::{Block, BlockKind};
use crate::text::sentences::{is_title, must_escape};

/// The blocks as Markdown, without a newline at the end.
pub(super) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    let quoted: usize = blocks.iter().filter(|b| b.quoted).map(|b| b.text().len()).sum();
    let all: usize = blocks.iter().map(|b| b.text().len()).sum();
    // A page that sets most of its text as a quotation only means the indent.
    let keep_quotes = quoted * 2 < all;
    let mut before: Option<(BlockKind, bool)> = None;
    for (index, block) in blocks.iter().enumerate() {
        let heads = blocks.get(index + 1).is_some_and(|next| next.kind != BlockKind::Bold);
        let quoted = block.quoted && keep_quotes;
        let (kind, lines) = (block.kind, block.lines.iter().map(String::as_str).collect::<Vec<_>>());
        let text = match kind {
            BlockKind::Heading => format!("## {}", block.text()),
            BlockKind::Bold if heads && lines.len() == 1 && is_title(&block.text()) => format!("## {}", block.text()),
            BlockKind::Item(depth, number) => {
                let marker = number.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
                format!("{}{marker}{}", "  ".repeat(depth), join(&lines, "\n"))
            }
            BlockKind::InItem(depth) => format!("{}{}", "  ".repeat(depth + 1), join(&lines, "\n")),
            BlockKind::Paragraph | BlockKind::Bold => paragraph(&lines),
        };
        // What a body begins with stands in nothing, whatever it stood in before a part was left out.
        let text = match (&before, kind) {
            (None, BlockKind::InItem(_)) => escape(text.trim_start()),
            (None, _) => text.trim_start().to_owned(),
            _ => text,
        };
        let list = |kind| matches!(kind, BlockKind::Item(..));
        match before {
            None => {}
            Some((_, was)) if was != quoted => out.push_str("\n\n"),
            // What goes on in an item must not begin another block.
            Some((_, true)) if matches!(kind, BlockKind::InItem(_)) => out.push_str("\n> "),
            Some(_) if matches!(kind, BlockKind::InItem(_)) => {
                out.push(if must_escape(text.trim_start()) { ' ' } else { '\n' });
            }
            Some((last, true)) => {
                out.push_str(if list(last) && list(kind) { "\n" } else { "\n>\n" });
            }
            Some((last, false)) => {
                let run = (list(last) || matches!(last, BlockKind::InItem(_))) && list(kind);
                out.push_str(if run { "\n" } else { "\n\n" });
            }
        }
        if quoted {
            let lead = if out.ends_with("> ") { "" } else { "> " };
            out.push_str(lead);
            out.push_str(&text.replace('\n', "\n> "));
        } else {
            out.push_str(&text);
        }
        before = Some((kind, quoted));
    }
    out
}

/// A paragraph: its first line escaped where it would read as a mark of Markdown. Lines that a page begins with dashes, two
/// or more of them, are a list.
fn paragraph(lines: &[&str]) -> String {
    let item = |line: &str| ["- ", "– ", "* "].iter().find_map(|mark| line.strip_prefix(mark)).map(str::to_owned);
    if lines.iter().filter(|l| item(l).is_some()).count() >= 2 {
        let mut out = String::new();
        for (index, line) in lines.iter().enumerate() {
            let text = item(line).map_or_else(|| escape(line), |text| format!("- {text}"));
            if index > 0 {
                out.push_str(if item(line).is_some() { "\n" } else { "\n\n" });
            }
            out.push_str(&text);
        }
        return out;
    }
    escape(&join(lines, "\n"))
}

/// Lines of one block. A line that would begin a block of its own is set behind the line before it.
fn join(lines: &[&str], with: &str) -> String {
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push_str(if must_escape(line) { " " } else { with });
        }
        out.push_str(line);
    }
    out
}

/// A text behind a backslash where its first sign would be read as a mark.
fn escape(text: &str) -> String {
    if must_escape(text) { format!("\\{text}") } else { text.to_owned() }
}
