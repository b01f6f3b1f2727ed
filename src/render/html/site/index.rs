//! The index: every meeting, to be searched and filtered.

use std::io;

use askama::Template;

use super::{Filters, Site};
use crate::render::html::markup::Markup;
use crate::render::html::page::{Page, Sort};
use crate::render::wording;
use crate::site::Card;

/// One meeting.
struct Row {
    href: String,
    id: Markup,
    date: String,
    place: Markup,
    people: Markup,
    texts: Markup,
    /// A dash where there is no other whole text to be silent.
    one_sided: String,
    claims: String,
    /// For the filters: everything to search in, sides and topics with a space on either side.
    search: String,
    sides: String,
    topics: String,
}

#[derive(Template)]
#[template(path = "index.html")]
struct Body {
    rows: Vec<Row>,
    filters: Filters,
    count: String,
}

pub(super) fn page(site: &Site<'_>) -> io::Result<Page> {
    let rows = site.model.meetings.iter().filter_map(|card| row(site, card)).collect();
    let count = wording::count(site.model.meetings.len(), "meeting");
    let body = Body { rows, filters: site.filters("meetings"), count };
    let body = Markup::rendered(body.render().map_err(io::Error::other)?);
    Ok(Page { sort: Sort::Filtered, ..site.page("Meetings", "Readouts, side by side", Vec::new(), body) })
}

fn row(site: &Site<'_>, card: &Card) -> Option<Row> {
    let both = card.sides.len() > 1;
    let people = card.met.told();
    let place = card.place.clone().unwrap_or_default();
    let topics: Vec<String> = card.topics.iter().map(|t| site.topic(t)).collect();
    let list = |words: Vec<&str>| format!(" {} ", words.join(" "));
    let search = format!("{} {} {place} {people} {}", card.id, card.date.as_deref().unwrap_or(""), topics.join(" "));
    Some(Row {
        href: site.meeting(&card.id)?.to_owned(),
        id: Markup::said(&card.id),
        date: card.date.clone().unwrap_or_else(|| "no date".to_owned()),
        place: Markup::said(&place),
        people: Markup::said(&people),
        texts: Markup::said(&card.texts.iter().map(|t| wording::label(t)).collect::<Vec<_>>().join(" · ")),
        one_sided: card.one_sided.map_or_else(|| "–".to_owned(), |n| n.to_string()),
        claims: if both { format!("{} of {}", card.silent, card.claims) } else { "–".to_owned() },
        search: search.to_lowercase(),
        sides: list(card.sides.iter().map(|s| s.as_str()).collect()),
        topics: list(card.topics.iter().map(String::as_str).collect()),
    })
}
