//! The ledger of claims that the other side's text does not confirm.

use std::io;

use askama::Template;

use super::{Filters, Site};
use crate::comparison::{ClaimStatus, ClaimType};
use crate::render::html::markup::{Markup, Scripts};
use crate::render::html::page::{Page, Sort};
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
    filters: Filters,
    count: String,
}

pub(super) fn page(site: &Site<'_>) -> io::Result<Page> {
    let rows: Vec<Row> = site.model.ledger.iter().filter_map(|entry| row(site, entry)).collect();
    let body = Body { count: wording::count(rows.len(), "claim"), rows, filters: site.filters("claims") };
    let body = Markup::rendered(body.render().map_err(io::Error::other)?);
    let title = "Claims that the other side does not confirm";
    let page = site.page(title, "What one side says of the other, or of both", Vec::new(), body);
    Ok(Page { sort: Sort::Filtered, ..page })
}

fn row(site: &Site<'_>, entry: &crate::site::LedgerEntry) -> Option<Row> {
    let language = if entry.words.chars().any(is_han) { Language::Zh } else { Language::En };
    let mut words = Markup::default();
    words.push(&entry.words, language, &Scripts::default());
    let date = entry.date.clone().unwrap_or_else(|| "no date".to_owned());
    Some(Row {
        href: site.statement(&entry.meeting, &entry.text, entry.statement)?,
        meeting: Markup::said(&entry.meeting),
        side: entry.side.to_string(),
        label: Markup::said(&wording::label(&entry.text)),
        kind: match entry.kind {
            ClaimType::Attribution => "of the other side",
            ClaimType::Joint => "of both sides",
        },
        status: match (entry.status, entry.telling) {
            _ if entry.disputed => "the opposite there",
            (ClaimStatus::Partly, _) => "partly there",
            (_, true) => "not found there",
            (_, false) => "not found there, which proves little",
        },
        lang: if language == Language::Zh { Scripts::tag_of(&entry.words) } else { "en" },
        words,
        search: format!("{} {date} {}", entry.meeting, entry.words).to_lowercase(),
        sides: format!(" {} ", entry.side),
        topics: format!(" {} ", entry.topics.join(" ")),
        date,
    })
}
