//! The blocks of a trace as HTML.

use super::markup::{Markup, Scripts};
use crate::render::trace::{Block, Piece};
use crate::text::Language;

/// A page's headings, for its contents: the id and the text.
pub(super) type Headings = Vec<(String, String)>;

/// Writes blocks into sections, one a heading of the first rank. `prefix` begins every id.
pub(super) fn body(blocks: &[Block], prefix: &str) -> (Markup, Headings) {
    let scripts = Scripts::default();
    let text = |words: &str| {
        let mut inside = Markup::default();
        inside.push(words, Language::En, &scripts);
        inside
    };
    let (mut out, mut headings) = (Markup::default(), Headings::new());
    let mut list = Markup::default();
    let (mut whose, mut caption) = (String::new(), String::new());
    for block in blocks {
        if !matches!(block, Block::Point(_)) {
            close(&mut out, &mut list);
        }
        match block {
            Block::Heading(rank, words) => {
                let id = format!("{prefix}-{}", headings.len() + 1);
                let name = if *rank == 1 { "h2" } else { "h3" };
                out.push_in(name, &[("id", &id)], &text(words));
                // Every table says whose it is, so that no two on a page have one name.
                if *rank == 1 {
                    words.split(':').next().unwrap_or(words).clone_into(&mut whose);
                    caption.clone_from(words);
                } else {
                    caption = format!("{words} · {whose}");
                }
                headings.push((id, words.clone()));
            }
            Block::Paragraph(words) => out.push_in("p", &[], &text(words)),
            Block::Point(words) => list.push_in("li", &[], &text(words)),
            Block::Words { voice, pieces, language } => {
                let mut inside = Markup::default();
                inside.push_in("b", &[("class", "voice-of")], &text(voice));
                inside.push_in(
                    "span",
                    &[("class", "words"), ("lang", lang(*language, pieces))],
                    &words(pieces, *language),
                );
                out.push_in("p", &[("class", "traced")], &inside);
            }
            Block::Table { head, rows, signs } => out.append(&table(&caption, head, rows, *signs)),
        }
    }
    close(&mut out, &mut list);
    (out, headings)
}

fn close(out: &mut Markup, list: &mut Markup) {
    if *list != Markup::default() {
        out.push_in("ul", &[], list);
        *list = Markup::default();
    }
}

fn lang(language: Language, pieces: &[(Piece, String)]) -> &'static str {
    match language {
        Language::En => "en",
        Language::Zh => Scripts::tag_of(&pieces.iter().map(|(_, w)| w.as_str()).collect::<String>()),
    }
}

/// Words in pieces: what is gone struck out, what is new underlined, each said aloud too.
fn words(pieces: &[(Piece, String)], language: Language) -> Markup {
    let scripts = Scripts::default();
    let mut out = Markup::default();
    for (piece, words) in pieces {
        let mut inside = Markup::default();
        inside.push(words, language, &scripts);
        match piece {
            Piece::Same => out.append(&inside),
            _ if words.trim().is_empty() => out.append(&inside),
            Piece::Gone => out.push_in("del", &[], &inside),
            Piece::New => out.push_in("ins", &[], &inside),
        }
    }
    out
}

/// A table that scrolls by itself where the page is narrow.
pub(super) fn table(caption: &str, head: &[String], rows: &[Vec<String>], signs: usize) -> Markup {
    let scripts = Scripts::default();
    let text = |words: &str| {
        let mut inside = Markup::default();
        inside.push(words, Language::En, &scripts);
        inside
    };
    let mut inside = Markup::default();
    inside.push_in("caption", &[], &text(caption));
    let mut cells = Markup::default();
    for name in head {
        cells.push_in("th", &[("scope", "col")], &text(name));
    }
    let mut part = Markup::default();
    part.push_in("tr", &[], &cells);
    inside.push_in("thead", &[], &part);
    let mut part = Markup::default();
    for row in rows {
        let mut cells = Markup::default();
        for (at, cell) in row.iter().enumerate() {
            let class = if at >= signs { "sign" } else { "plain" };
            if at == 0 {
                cells.push_in("th", &[("scope", "row"), ("class", class)], &text(cell));
            } else {
                cells.push_in("td", &[("class", class)], &text(cell));
            }
        }
        part.push_in("tr", &[], &cells);
    }
    inside.push_in("tbody", &[], &part);
    let mut table = Markup::default();
    table.push_in("table", &[("class", "series")], &inside);
    let label = format!("Table: {caption}");
    let mut out = Markup::default();
    out.push_in("div", &[("class", "scroll"), ("role", "region"), ("aria-label", &label), ("tabindex", "0")], &table);
    out
}
