//! The blocks of a trace as HTML.

use super::markup::{Markup, Scripts};
use super::page::Link;
use crate::render::trace::{Block, MEETING, Piece, marks};
use crate::text::Language;

/// The page of a meeting, where there is one.
pub(super) type Pages<'a> = &'a dyn Fn(&str) -> Option<&'a str>;

/// Writes blocks, and the links to their headings, those of the second rank below those of the first.
pub(super) fn body(blocks: &[Block], pages: Pages<'_>) -> (Markup, Vec<Link>) {
    let (mut out, mut headings) = (Markup::default(), Vec::<Link>::new());
    let mut number = 0;
    let mut list = Markup::default();
    let (mut whose, mut caption) = (String::new(), String::new());
    for block in blocks {
        if !matches!(block, Block::Point(_)) {
            close(&mut out, &mut list);
        }
        match block {
            Block::Heading(rank, words) => {
                number += 1;
                let id = format!("part-{number}");
                let name = if *rank == 1 { "h2" } else { "h3" };
                out.push_in(name, &[("id", &id)], &Markup::said(words));
                // Every table says whose it is, so that no two on a page have one name.
                if *rank == 1 {
                    words.split(':').next().unwrap_or(words).clone_into(&mut whose);
                    caption.clone_from(words);
                } else {
                    caption = format!("{words} · {whose}");
                }
                let link = Link { href: format!("#{id}"), label: Markup::said(words), below: Vec::new() };
                match headings.last_mut() {
                    Some(above) if *rank > 1 => above.below.push(link),
                    _ => headings.push(link),
                }
            }
            Block::Entry { before, meeting, after } => {
                let mut line = Markup::said(before);
                line.append(&named(meeting, after, pages));
                out.push_in("h4", &[], &line);
            }
            Block::Pieces(labels) => {
                let mut pieces = Markup::default();
                for label in labels {
                    pieces.push_in("li", &[], &Markup::said(label));
                }
                out.push_in("ol", &[("class", "pieces")], &pieces);
            }
            Block::Marks => {
                out.push_in("p", &[("class", "note")], &Markup::said(&marks("Words struck out", "words underlined")));
            }
            Block::Paragraph(words) => out.push_in("p", &[], &Markup::said(words)),
            Block::Point(words) => list.push_in("li", &[], &Markup::said(words)),
            Block::Words { voice, pieces, language } => {
                let mut inside = Markup::default();
                inside.push_in("b", &[("class", "voice-of")], &Markup::said(voice));
                inside.push_in(
                    "span",
                    &[("class", "words"), ("lang", lang(*language, pieces))],
                    &words(pieces, *language),
                );
                out.push_in("p", &[("class", "traced")], &inside);
            }
            Block::Table { head, rows, signs } => out.append(&table(&caption, head, rows, *signs, pages)),
        }
    }
    close(&mut out, &mut list);
    (out, headings)
}

/// The name of a meeting, which leads to its page, and what follows it.
fn named(meeting: &str, after: &str, pages: Pages<'_>) -> Markup {
    let mut out = Markup::default();
    match pages(meeting) {
        Some(href) => out.push_in("a", &[("href", href)], &Markup::said(meeting)),
        None => out.append(&Markup::said(meeting)),
    }
    out.append(&Markup::said(after));
    out
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

/// Words in pieces: what is gone struck out, what is new underlined.
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
fn table(caption: &str, head: &[String], rows: &[(String, Vec<String>)], signs: usize, pages: Pages<'_>) -> Markup {
    let mut inside = Markup::default();
    inside.push_in("caption", &[], &Markup::said(caption));
    let mut cells = Markup::default();
    for name in head {
        cells.push_in("th", &[("scope", "col")], &Markup::said(name));
    }
    let mut part = Markup::default();
    part.push_in("tr", &[], &cells);
    inside.push_in("thead", &[], &part);
    let mut part = Markup::default();
    for (meeting, row) in rows {
        let mut cells = Markup::default();
        for (at, cell) in row.iter().enumerate() {
            let class = if at >= signs { "sign" } else { "plain" };
            let said = match cell.strip_prefix(meeting.as_str()) {
                Some(after) if at == MEETING => named(meeting, after, pages),
                _ => Markup::said(cell),
            };
            if at == 0 {
                cells.push_in("th", &[("scope", "row"), ("class", class)], &said);
            } else {
                cells.push_in("td", &[("class", class)], &said);
            }
        }
        part.push_in("tr", &[], &cells);
    }
    inside.push_in("tbody", &[], &part);
    let mut table = Markup::default();
    table.push_in("table", &[("class", "series")], &inside);
    scroll("scroll", &format!("Table: {caption}"), &table)
}

/// What may be wider than the page, in a part that scrolls by itself, by pointer and by keyboard; `class` begins with
/// `scroll`.
pub(super) fn scroll(class: &str, label: &str, inside: &Markup) -> Markup {
    let mut out = Markup::default();
    out.push_in("div", &[("class", class), ("role", "region"), ("aria-label", label), ("tabindex", "0")], inside);
    out
}
