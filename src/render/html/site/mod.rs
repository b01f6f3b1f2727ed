//! A site: one page a meeting, a topic and a formula, an index, the map of who raised what, the ledger of claims, and the
//! codebook. Every page is one file with nothing outside it but links to the others.

mod codebook;
mod heat;
mod index;
mod ledger;
mod over_time;

use std::collections::BTreeMap;
use std::io;

use super::markup::{Anchors, Markup, slugs};
use super::page::{Link, Page};
use super::{Options, comparison};
use crate::codebook::Codebook;
use crate::comparison::Comparison;
use crate::readout::Side;
use crate::render::wording;
use crate::site::Model;
use crate::text::Language;

/// What stands at the foot of every page of a site.
const FOOT: &str = "Topics, speakers, acts and claims are coded by program from the words of the texts, by rules that the page ‘Codebook’ explains; look at the words before you rely on a code.";

/// What every page of a site needs to know of the others.
struct Site<'a> {
    model: &'a Model,
    codebook: &'a Codebook,
    /// The page of each meeting, by id.
    meetings: BTreeMap<&'a str, Place>,
}

/// The page of a meeting.
struct Place {
    file: String,
    anchors: Anchors,
}

/// The filters of a long table, with the ids and names of sides and topics to choose from.
struct Filters {
    /// What is filtered: `meetings`.
    what: &'static str,
    sides: Vec<(String, String)>,
    topics: Vec<(String, String)>,
}

impl<'a> Site<'a> {
    fn new(model: &'a Model, codebook: &'a Codebook) -> Self {
        let mut slugs = slugs(model.meetings.iter().map(|m| m.id.as_str()));
        let mut meetings = BTreeMap::new();
        for card in &model.meetings {
            if let Some(slug) = slugs.remove(&card.id) {
                let anchors = Anchors::new(card.texts.iter().map(String::as_str));
                meetings.insert(card.id.as_str(), Place { file: format!("meeting-{slug}.html"), anchors });
            }
        }
        Self { model, codebook, meetings }
    }

    /// The page of a meeting.
    fn meeting(&self, id: &str) -> Option<&str> {
        self.meetings.get(id).map(|place| place.file.as_str())
    }

    /// A statement's place on the page of its meeting.
    fn statement(&self, meeting: &str, text: &str, statement: usize) -> Option<String> {
        self.meetings.get(meeting).map(|place| format!("{}#{}", place.file, place.anchors.id(text, statement)))
    }

    fn filters(&self, what: &'static str) -> Filters {
        let heat = &self.model.heat;
        let side = |id: &Side| (id.to_string(), self.codebook.side_name(id.as_str(), Language::En));
        Filters {
            what,
            sides: heat.sides.iter().map(side).collect(),
            topics: heat.rows.iter().map(|(id, _)| (id.clone(), self.topic(id))).collect(),
        }
    }

    /// Links to the parts of the site, from any of its pages.
    fn links(&self) -> Vec<Link> {
        let link =
            |href: &str, label: &str| Link { href: href.to_owned(), label: Markup::said(label), below: Vec::new() };
        vec![
            link("index.html", "Meetings"),
            link("map.html", "Who raised what"),
            link("claims.html", "Claims"),
            link("time.html", "Over time"),
            link("codebook.html", "Codebook"),
        ]
    }

    fn page(&self, title: &str, kicker: &str, contents: Vec<Link>, body: Markup) -> Page {
        Page {
            title: title.to_owned(),
            kicker: kicker.to_owned(),
            heading: Markup::said(title),
            site: self.links(),
            contents,
            body,
            foot: Markup::said(FOOT),
        }
    }

    fn topic(&self, id: &str) -> String {
        wording::topic(self.codebook, id)
    }
}

fn linked(href: &str, words: &str) -> Markup {
    let mut out = Markup::default();
    out.push_in("a", &[("href", href)], &Markup::said(words));
    out
}

/// Makes every page of a site, one after another, and hands name and bytes to `write`.
///
/// # Errors
/// When `write` fails.
pub(crate) fn pages(
    model: &Model,
    comparisons: &[Comparison],
    book: &Codebook,
    write: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>,
) -> io::Result<()> {
    let site = Site::new(model, book);
    let mut put = |name: &str, page: &Page| {
        let mut bytes = Vec::new();
        page.write(&mut bytes)?;
        write(name, &bytes)
    };
    for made in comparisons {
        let mut page = comparison::page(made, book, &Options::default())?;
        page.site = site.links();
        if let Some(name) = site.meeting(&made.meeting) {
            put(name, &page)?;
        }
    }
    put("index.html", &index::page(&site)?)?;
    put("map.html", &heat::page(&site))?;
    put("claims.html", &ledger::page(&site)?)?;
    put("time.html", &over_time::contents(&site))?;
    for (name, page) in over_time::pages(&site) {
        put(&name, &page)?;
    }
    put("codebook.html", &codebook::page(&site))
}
