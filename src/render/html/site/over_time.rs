//! Topics and formulas over time: a page each, and a page that lists them.

use super::{Site, linked};
use crate::render::html::markup::Markup;
use crate::render::html::over_time;
use crate::render::html::page::Page;
use crate::trace::Options;

/// The file of a topic.
pub(super) fn topic_file(topic: &str) -> String {
    format!("topic-{topic}.html")
}

/// The file of a formula.
pub(super) fn formula_file(formula: &str) -> String {
    format!("formula-{formula}.html")
}

/// The formulas of which some text has a piece: id and name.
pub(super) fn formulas(site: &Site<'_>) -> Vec<(String, String)> {
    let all = site.codebook.inventory().formulas();
    let used = |id: &str| site.model.trace.series.iter().any(|s| s.has_formula(id));
    all.iter().filter(|f| used(&f.id)).map(|f| (f.id.to_string(), f.label.en.to_string())).collect()
}

/// The page that lists the others.
pub(super) fn contents(site: &Site<'_>) -> Page {
    let mut body = Markup::default();
    let list = |title: &str, items: Vec<(String, String)>| {
        let mut inside = Markup::default();
        let id = title.to_lowercase();
        inside.push_in("h2", &[("id", &id)], &Markup::said(title));
        let mut points = Markup::default();
        for (href, label) in items {
            points.push_in("li", &[], &linked(&href, &label));
        }
        inside.push_in("ul", &[("class", "links")], &points);
        let mut section = Markup::default();
        section.push_in("section", &[("aria-labelledby", &id)], &inside);
        section
    };
    let topics = site.model.heat.rows.iter().map(|(id, _)| (topic_file(id), site.topic(id))).collect();
    body.append(&list("Topics", topics));
    let named = formulas(site).into_iter().map(|(id, label)| (formula_file(&id), label)).collect();
    body.append(&list("Formulas", named));
    site.page("Over time", "The same side from meeting to meeting", Vec::new(), body)
}

/// One topic, with the statements on it.
pub(super) fn topic(site: &Site<'_>, id: &str) -> Page {
    let asked = Options { topics: vec![id.to_owned()], ..Options::default() };
    one(site, &format!("{} over time", site.topic(id)), &asked)
}

/// One formula, with its pieces.
pub(super) fn formula(site: &Site<'_>, id: &str, label: &str) -> Page {
    let with = site.model.trace.series.iter().filter(|s| s.has_formula(id)).map(|s| s.side.clone());
    let asked = Options { formulas: vec![id.to_owned()], sides: with.collect(), ..Options::default() };
    one(site, label, &asked)
}

fn one(site: &Site<'_>, title: &str, asked: &Options) -> Page {
    let (body, contents) = over_time(&site.model.trace, asked, site.codebook, &|id| site.meeting(id));
    site.page(title, "The same side from meeting to meeting", contents, body)
}
