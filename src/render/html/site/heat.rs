//! The map of who raised what: a drawing a year, with the table of the same figures behind it.

use super::{Site, linked};
use crate::readout::Side;
use crate::render::html::blocks::scroll;
use crate::render::html::figures;
use crate::render::html::markup::Markup;
use crate::render::html::page::{Link, Page};
use crate::render::wording;
use crate::site::{Cell, Heat, Raise};
use crate::text::Language;

/// The room for the days above the drawing.
const HEAD: usize = 36;
/// The size of one cell of the drawing.
const CELL: usize = 22;

/// The class of a part for which there is no text of the side.
const ABSENT: &str = "absent";
/// The end of the class of a part whose text has the topic as another side's words alone.
const TOLD: &str = " told";

pub(super) fn page(site: &Site<'_>) -> Page {
    let heat = &site.model.heat;
    let mut body = Markup::default();
    let sides: Vec<String> = heat.sides.iter().map(|s| site.codebook.side_name(s.as_str(), Language::En)).collect();
    let note = format!(
        "A column a meeting, a row a topic. Each cell is split from left to right: {}. It counts how much of the side's text, by length, stands in statements on the topic; a statement on two topics counts half for each. What a text has only as the other side's words or acts fills half of its part: it does not raise the topic itself. Point at a cell for its figures, which the table below each drawing has too.",
        sides.join(", ")
    );
    body.push_in("p", &[("class", "note")], &Markup::said(&note));
    let sides: Vec<&str> = heat.sides.iter().map(Side::as_str).collect();
    let hues: Vec<String> = sides.iter().map(|side| figures::hue(&sides, side)).collect();
    body.append(&key(&hues));
    let mut contents = Vec::new();
    for (year, columns) in years(heat) {
        let id = format!("year-{}", if year == "undated" { "undated" } else { &year });
        let mut section = Markup::default();
        section.push_in("h2", &[("id", &id)], &Markup::said(&year));
        section.append(&drawing(site, heat, &columns, &year, &hues));
        section.append(&table(site, heat, &columns, &year));
        body.push_in("section", &[("aria-labelledby", &id)], &section);
        contents.push(Link { href: format!("#{id}"), label: Markup::said(&year), below: Vec::new() });
    }
    site.page("Which text raises what, when", "Topics by meeting and side", contents, body)
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
fn rows<'a>(heat: &'a Heat, columns: &'a [usize]) -> impl Iterator<Item = &'a (String, Vec<Cell>)> {
    heat.rows.iter().filter(|(_, cells)| columns.iter().any(|c| !cells[*c].is_empty()))
}

fn drawing(site: &Site<'_>, heat: &Heat, columns: &[usize], year: &str, hues: &[String]) -> Markup {
    let count = rows(heat, columns).count();
    let (width, height) = (columns.len() * CELL + HEAD, count * CELL + HEAD);
    let part = CELL / heat.sides.len().max(1);
    let mut svg = format!(
        "<svg class=\"map\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"group\" aria-label=\"Map of {} topics by {} meetings\">",
        count,
        columns.len()
    );
    for (x, column) in columns.iter().enumerate() {
        let day = heat.dates[*column].as_deref().and_then(|d| d.get(5..10)).unwrap_or("–");
        let (left, down) = (x * CELL + 8, HEAD - 4);
        let day: String = day.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | '–')).collect();
        svg.push_str(&format!("<text x=\"{left}\" y=\"{down}\" transform=\"rotate(-60 {left} {down})\">{day}</text>"));
    }
    for (y, (topic, cells)) in rows(heat, columns).enumerate() {
        for (x, column) in columns.iter().enumerate() {
            let said: Vec<String> = heat.sides.iter().map(|s| said(heat, cells, *column, s)).collect();
            let title = format!("{}, {}: {}", site.topic(topic), heat.meetings[*column], said.join("; "));
            svg.push_str(&format!("<g role=\"img\"><title>{}</title>", Markup::plain(&title)));
            for (place, side) in heat.sides.iter().enumerate() {
                let class = match cells[*column].get(side) {
                    Some(raise) => filled(&hues[place], level(raise.share), raise.told.is_some()),
                    None if heat.fragments[*column].contains(side) => "unquoted".to_owned(),
                    None if heat.present[*column].contains(side) => "empty".to_owned(),
                    None => ABSENT.to_owned(),
                };
                let at = (x * CELL + place * part, y * CELL + HEAD);
                svg.push_str(&square(&class, at, (part.saturating_sub(1), CELL - 2)));
            }
            svg.push_str("</g>");
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

/// The class of a part whose text has the topic, by how much of it; all of it as another side's words, or not.
fn filled(hue: &str, level: usize, told: bool) -> String {
    format!("{hue} level-{level}{}", if told { TOLD } else { "" })
}

/// One part of a cell; where there is no text of the side, a stroke through it. What is told as another's words alone fills
/// the lower half.
fn square(class: &str, (x, mut y): (usize, usize), (width, mut height): (usize, usize)) -> String {
    let mut svg = String::new();
    if class.ends_with(TOLD) {
        svg.push_str(&rect("frame", (x, y), (width, height)));
        (y, height) = (y + height.div_ceil(2), height / 2);
    }
    svg.push_str(&rect(class, (x, y), (width, height)));
    if class == ABSENT {
        let (from, to) = (y + height - 4, y + 4);
        svg.push_str(&format!("<path class=\"none\" d=\"M{} {from}L{} {to}\"/>", x + 2, x + width.saturating_sub(2)));
    }
    svg
}

fn rect(class: &str, (x, y): (usize, usize), (width, height): (usize, usize)) -> String {
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
}

/// What one part of a cell counts, in words.
fn said(heat: &Heat, cells: &[Cell], column: usize, side: &Side) -> String {
    let name = side.as_str().to_uppercase();
    let fragments = heat.fragments[column].contains(side);
    match cells[column].get(side) {
        Some(Raise { share, told }) => {
            let known = if fragments { " (known only in fragments)" } else { "" };
            let told =
                told.as_ref().map_or_else(String::new, |of| format!(", all of it as {}'s", of.as_str().to_uppercase()));
            format!("{} of the {name} text{known}{told}", wording::percent(*share))
        }
        None if fragments => format!("{} of the {name} text", wording::UNQUOTED),
        None if heat.present[column].contains(side) => format!("the {name} text is silent"),
        None => format!("no {name} text"),
    }
}

/// From which share on a part is fuller than the one before.
const LEVELS: [f64; 3] = [0.05, 0.12, 0.25];

/// How full a part is, from 1 to 4.
fn level(share: f64) -> usize {
    1 + LEVELS.iter().filter(|from| share >= **from).count()
}

/// What each filling means.
fn key(hues: &[String]) -> Markup {
    let mut out = Markup::default();
    let mut pair = |classes: &[String], words: &str| {
        let mut svg = Markup::default();
        for (at, class) in classes.iter().enumerate() {
            let x = at * (CELL / 2);
            svg.append(&Markup::rendered(square(class, (x, 0), (10, 16))));
        }
        let (mut inside, wide) = (Markup::default(), (classes.len() * (CELL / 2)).to_string());
        inside.push_in("svg", &[("class", "map"), ("width", &wide), ("height", "16"), ("aria-hidden", "true")], &svg);
        inside.append(&Markup::said(&format!(" {words}")));
        out.push_in("span", &[("class", "pair")], &inside);
        out.append(&Markup::said(" "));
    };
    let percent = |at: usize| format!("{:.0}%", LEVELS[at] * 100.0);
    let words = [
        format!("under {}", percent(0)),
        format!("{} and more", percent(0)),
        format!("{} and more", percent(1)),
        format!("{} and more of the text", percent(2)),
    ];
    for (at, words) in words.iter().enumerate() {
        pair(&hues.iter().map(|hue| format!("{hue} level-{}", at + 1)).collect::<Vec<_>>(), words);
    }
    pair(&hues.iter().map(|hue| filled(hue, 2, true)).collect::<Vec<_>>(), "only as another side's words or acts");
    pair(&["empty".to_owned()], "the text is silent");
    pair(&["unquoted".to_owned()], wording::UNQUOTED);
    pair(&[ABSENT.to_owned()], "no text of the side");
    let mut line = Markup::default();
    line.push_in("p", &[("class", "key")], &out);
    line
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
    let caption = format!(
        "Share of each text, {year}; a side in brackets: all of it is given as that side's words or acts; a dash: the text is silent; a star: the text is known only in fragments, and a question mark there: {}; blank: there is no text",
        wording::UNQUOTED
    );
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
                    let (star, none) = if heat.fragments[*column].contains(s) { ("*", "?") } else { ("", "–") };
                    let share = cells[*column].get(s).map_or_else(
                        || none.to_owned(),
                        |Raise { share, told }| {
                            let told = told
                                .as_ref()
                                .map_or_else(String::new, |of| format!(" ({}'s)", of.as_str().to_uppercase()));
                            format!("{}{told}", wording::percent(*share))
                        },
                    );
                    format!("{}{star} {share}", s.as_str().to_uppercase())
                })
                .collect();
            row.push_in("td", &[("class", "sign")], &Markup::said(&said.join(" · ")));
        }
        part.push_in("tr", &[], &row);
    }
    inside.push_in("tbody", &[], &part);
    let mut table = Markup::default();
    table.push_in("table", &[("class", "series")], &inside);
    scroll("scroll", &format!("Table of {year}"), &table)
}
