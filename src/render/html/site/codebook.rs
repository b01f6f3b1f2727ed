//! The codebook as a page: topics, acts, concepts and formulas with what they mean.

use super::Site;
use crate::codebook::Bilingual;
use crate::codebook::formulas::{Component, Formula};
use crate::render::html::markup::Markup;
use crate::render::html::page::{Link, Page};

pub(super) fn page(site: &Site<'_>) -> Page {
    let book = site.codebook;
    let mut body = Markup::default();
    let mut contents = Vec::new();
    let mut part = |title: &str, entries: Vec<(String, &Bilingual, String)>| {
        let id = title.to_lowercase();
        let mut inside = Markup::default();
        inside.push_in("h2", &[("id", &id)], &Markup::said(title));
        let mut list = Markup::default();
        for (name, label, meaning) in entries {
            let shown = format!("{} {} ({name})", label.en, label.zh);
            list.push_in("dt", &[], &Markup::said(&shown));
            list.push_in("dd", &[], &Markup::said(&meaning));
        }
        inside.push_in("dl", &[("class", "book")], &list);
        body.push_in("section", &[("aria-labelledby", &id)], &inside);
        contents.push(Link { href: format!("#{id}"), label: Markup::said(title), below: Vec::new() });
    };
    let both = |meaning: &Bilingual| format!("{} {}", meaning.en, meaning.zh);
    part("Topics", book.topics.iter().map(|t| (t.id.to_string(), &t.label, both(&t.definition))).collect());
    part("Acts", book.acts.iter().map(|a| (a.act.to_string(), &a.label, both(&a.definition))).collect());
    let (concepts, _) = book.concepts();
    let meaning = |c: &crate::codebook::concepts::Concept| {
        let terms = c.terms.iter().filter(|t| !t.signals.en.is_empty() || c.terms.len() > 1);
        let said: Vec<String> =
            terms.map(|t| format!("{}: {}", t.label.en, t.signals.en).trim_end_matches(": ").to_owned()).collect();
        said.join("; ")
    };
    part("Concepts", concepts.iter().map(|c| (c.id.to_string(), &c.label, meaning(c))).collect());
    let formulas = book.inventory().formulas();
    let pieces = |f: &Formula| {
        let list: Vec<_> = f.components.iter().map(Component::forms).collect();
        let source = if f.source.is_empty() { String::new() } else { format!(" Source: {}", f.source) };
        format!("{} Pieces: {}.{source}", f.definition.en, list.join(" · ")).trim_start().to_owned()
    };
    part("Formulas", formulas.iter().map(|f| (f.id.to_string(), &f.label, pieces(f))).collect());
    site.page("Codebook", "How statements are coded", contents, body)
}
