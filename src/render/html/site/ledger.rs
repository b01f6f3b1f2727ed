//! The ledger of claims that the other side's text does not confirm.

use std::io;

use askama::Template;

use super::{Site, text};
use crate::comparison::{ClaimStatus, ClaimType};
use crate::render::html::markup::{Markup, Scripts};
use crate::render::html::page::Page;
use crate::render::wording;
use crate::text::Language;
use crate::text::language::is_han;

struct Row {
    date: String,
    href: String,
    meeting: Markup,
    side: String,
    label: Markup,
    kind: &'static str,
    status: &'static str,
    words: Markup,
    lang: &'static str,
    search: String,
    sides: String,
    topics: String,
}

#[derive(Template)]
#[template(path = "ledger.html")]
struct Body {
    rows: Vec<Row>,
    sides: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    count: String,
}

pub(super) fn page(site: &Site<'_>) -> io::Result<Page> {
    let rows: Vec<Row> = site.model.ledger.iter().filter_map(|entry| row(site, entry)).collect();
    let side = |id: &crate::readout::Side| (id.to_string(), site.codebook.side_name(id.as_str(), Language::En));
    let body = Body {
        count: wording::count(rows.len(), "claim"),
        rows,
        sides: site.model.heat.sides.iter().map(side).collect(),
        topics: site.model.heat.rows.iter().map(|(id, _)| (id.clone(), site.topic(id))).collect(),
    };
    let body = Markup::rendered(body.render().map_err(io::Error::other)?);
    Ok(site.page(
        "Claims that the other side does not confirm",
        "What one side says of the other, or of both",
        Vec::new(),
        body,
    ))
}

fn row(site: &Site<'_>, entry: &crate::site::LedgerEntry) -> Option<Row> {
    let slug = crate::render::html::markup::slugs(std::iter::once(entry.text.as_str()));
    let anchor = format!("{}.{}", slug.get(&entry.text).map_or("text", String::as_str), entry.statement + 1);
    let language = if entry.words.chars().any(is_han) { Language::Zh } else { Language::En };
    let mut words = Markup::default();
    words.push(&entry.words, language, &Scripts::default());
    let date = entry.date.clone().unwrap_or_else(|| "no date".to_owned());
    Some(Row {
        href: format!("{}#{anchor}", site.meeting(&entry.meeting)?),
        meeting: text(&entry.meeting),
        side: entry.side.to_string(),
        label: text(&wording::label(&entry.text)),
        kind: match entry.kind {
            ClaimType::Attribution => "of the other side",
            ClaimType::Joint => "of both sides",
        },
        status: match (entry.status, entry.telling) {
            (ClaimStatus::Partly, _) => "partly there",
            (_, true) => "not found there",
            (_, false) => "not found there (the codebook has no concept of its own for it, so this proves little)",
        },
        lang: if language == Language::Zh { Scripts::tag_of(&entry.words) } else { "en" },
        words,
        search: format!("{} {date} {}", entry.meeting, entry.words).to_lowercase(),
        sides: format!(" {} ", entry.side),
        topics: format!(" {} ", entry.topics.join(" ")),
        date,
    })
}
