//! The map of who raised what: a drawing a year, with the table of the same figures behind it.

use super::{Site, linked};
use crate::render::html::blocks::scroll;
use crate::render::html::markup::Markup;
use crate::render::html::page::{Link, Page};
use crate::site::Heat;
use crate::text::Language;

/// The room for the days above the drawing.
const HEAD: usize = 36;
/// The size of one cell of the drawing.
const CELL: usize = 22;

pub(super) fn page(site: &Site<'_>) -> Page {
    let heat = &site.model.heat;
    let mut body = Markup::default();
    let sides: Vec<String> = heat.sides.iter().map(|s| site.codebook.side_name(s.as_str(), Language::En)).collect();
    let note = format!(
        "A column a meeting, a row a topic. Each cell is split from left to right: {}. A filled part: the side's text raises the topic, the fuller the more of it; an empty part: its text is silent; a grey part: there is no text of it. The figures stand in the table below each drawing.",
        sides.join(", ")
    );
    body.push_in("p", &[("class", "note")], &Markup::said(&note));
    let mut contents = Vec::new();
    for (year, columns) in years(heat) {
        let id = format!("year-{}", if year == "undated" { "undated" } else { &year });
        let mut section = Markup::default();
        section.push_in("h2", &[("id", &id)], &Markup::said(&year));
        section.append(&drawing(site, heat, &columns, &year));
        section.append(&table(site, heat, &columns, &year));
        body.push_in("section", &[("aria-labelledby", &id)], &section);
        contents.push(Link { href: format!("#{id}"), label: Markup::said(&year), below: Vec::new() });
    }
    site.page("Who raised what, when", "Topics by meeting and side", contents, body)
}

/// The meetings of each year, by their place in the map.
fn years(heat: &Heat) -> Vec<(String, Vec<usize>)> {
    let mut found: Vec<(String, Vec<usize>)> = Vec::new();
    for (at, date) in heat.dates.iter().enumerate() {
        let year = date.as_deref().and_then(|d| d.get(..4)).unwrap_or("undated").to_owned();
        match found.iter_mut().find(|(y, _)| *y == year) {
            Some((_, list)) => list.push(at),
            None => found.push((year, vec![at])),
        }
    }
    found
}

/// The topics that a meeting of these columns raises, with their rows.
fn rows<'a>(heat: &'a Heat, columns: &'a [usize]) -> impl Iterator<Item = &'a (String, Vec<crate::site::Cell>)> {
    heat.rows.iter().filter(|(_, cells)| columns.iter().any(|c| !cells[*c].is_empty()))
}

fn drawing(site: &Site<'_>, heat: &Heat, columns: &[usize], year: &str) -> Markup {
    let count = rows(heat, columns).count();
    let (width, height) = (columns.len() * CELL + HEAD, count * CELL + HEAD);
    let part = CELL / heat.sides.len().max(1);
    let mut svg = format!(
        "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"Map of {} topics by {} meetings\">",
        count,
        columns.len()
    );
    for (x, column) in columns.iter().enumerate() {
        let day = heat.dates[*column].as_deref().and_then(|d| d.get(5..10)).unwrap_or("–");
        let (left, down) = (x * CELL + 8, HEAD - 4);
        let day: String = day.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | '–')).collect();
        svg.push_str(&format!("<text x=\"{left}\" y=\"{down}\" transform=\"rotate(-60 {left} {down})\">{day}</text>"));
    }
    for (y, (_, cells)) in rows(heat, columns).enumerate() {
        for (x, column) in columns.iter().enumerate() {
            for (place, side) in heat.sides.iter().enumerate() {
                let share = cells[*column].get(side).copied();
                let there = heat.present[*column].contains(side);
                let class = match (share, there) {
                    (Some(share), _) => format!("level-{}", level(share)),
                    (None, true) => "empty".to_owned(),
                    (None, false) => "absent".to_owned(),
                };
                svg.push_str(&format!(
                    "<rect class=\"hue-{} {class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                    place % 4,
                    x * CELL + place * part,
                    y * CELL + HEAD,
                    part.saturating_sub(1),
                    CELL - 2
                ));
            }
        }
    }
    svg.push_str("</svg>");
    let mut rows_of = Markup::default();
    for (topic, _) in rows(heat, columns) {
        rows_of.push_in("li", &[], &Markup::said(&site.topic(topic)));
    }
    let mut labels = Markup::default();
    labels.push_in("ol", &[("class", "map-rows"), ("aria-hidden", "true")], &rows_of);
    let mut inside = labels;
    inside.append(&Markup::rendered(svg));
    scroll("scroll map-frame", &format!("Map of {year}"), &inside)
}

/// How full a part is, from 1 to 4.
fn level(share: f64) -> usize {
    match share {
        s if s >= 0.25 => 4,
        s if s >= 0.12 => 3,
        s if s >= 0.05 => 2,
        _ => 1,
    }
}

fn table(site: &Site<'_>, heat: &Heat, columns: &[usize], year: &str) -> Markup {
    let mut head = Markup::default();
    head.push_in("th", &[("scope", "col")], &Markup::said("Topic"));
    for column in columns {
        let id = &heat.meetings[*column];
        let link = site.meeting(id).map_or_else(|| Markup::said(id), |href| linked(href, id));
        head.push_in("th", &[("scope", "col")], &link);
    }
    let mut part = Markup::default();
    part.push_in("tr", &[], &head);
    let mut inside = Markup::default();
    let caption =
        format!("Share of each text, in percent, {year}; a dash: the text is silent; blank: there is no text");
    inside.push_in("caption", &[], &Markup::said(&caption));
    inside.push_in("thead", &[], &part);
    let mut part = Markup::default();
    for (topic, cells) in rows(heat, columns) {
        let mut row = Markup::default();
        let name = linked(&super::over_time::topic_file(topic), &site.topic(topic));
        row.push_in("th", &[("scope", "row")], &name);
        for column in columns {
            let said: Vec<String> = heat
                .sides
                .iter()
                .filter(|s| heat.present[*column].contains(s))
                .map(|s| {
                    let share = cells[*column].get(s).map_or_else(|| "–".to_owned(), |v| format!("{:.0}", v * 100.0));
                    format!("{} {share}", s.as_str().to_uppercase())
                })
                .collect();
            row.push_in("td", &[], &Markup::said(&said.join(" · ")));
        }
        part.push_in("tr", &[], &row);
    }
    inside.push_in("tbody", &[], &part);
    let mut table = Markup::default();
    table.push_in("table", &[("class", "series")], &inside);
    scroll("scroll", &format!("Table of {year}"), &table)
}
