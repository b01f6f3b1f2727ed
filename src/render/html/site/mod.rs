//! A site: one page a meeting, a topic and a formula, an index, the map of who raised what, the ledger of claims, and the
//! codebook. Every page is one file with nothing outside it but links to the others.

mod codebook;
mod heat;
mod index;
mod ledger;
mod over_time;

use std::collections::BTreeMap;
use std::io;

use super::markup::{Markup, Scripts, slugs};
use super::page::{Link, Page};
use super::{Options, comparison};
use crate::codebook::Codebook;
use crate::comparison::Comparison;
use crate::render::wording;
use crate::site::Model;
use crate::text::Language;

/// What stands at the foot of every page of a site.
const FOOT: &str = "Topics, speakers, acts and claims are coded by program from the words of the texts, by rules that the page ‘Codebook’ explains; look at the words before you rely on a code.";

/// What every page of a site needs to know of the others.
struct Site<'a> {
    model: &'a Model,
    codebook: &'a Codebook,
    /// The file of each meeting, by id.
    meetings: BTreeMap<String, String>,
}

impl Site<'_> {
    fn meeting(&self, id: &str) -> Option<String> {
        self.meetings.get(id).map(|slug| format!("meeting-{slug}.html"))
    }

    /// Links to the parts of the site, from any of its pages.
    fn links(&self) -> Vec<Link> {
        let link = |href: &str, label: &str| Link { href: href.to_owned(), label: text(label), below: Vec::new() };
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
            heading: text(title),
            site: self.links(),
            contents,
            body,
            foot: text(FOOT),
        }
    }

    fn topic(&self, id: &str) -> String {
        wording::topic(self.codebook, id)
    }
}

fn text(words: &str) -> Markup {
    let mut out = Markup::default();
    out.push(words, Language::En, &Scripts::default());
    out
}

fn linked(href: &str, words: &str) -> Markup {
    let mut out = Markup::default();
    out.push_in("a", &[("href", href)], &text(words));
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
    let site = Site { model, codebook: book, meetings: slugs(model.meetings.iter().map(|m| m.id.as_str())) };
    let mut put = |name: &str, page: &Page| {
        let mut bytes = Vec::new();
        page.write(&mut bytes)?;
        write(name, &bytes)
    };
    for made in comparisons {
        let mut page = comparison::page(made, book, &Options::default())?;
        page.site = site.links();
        if let Some(name) = site.meeting(&made.meeting) {
            put(&name, &page)?;
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
