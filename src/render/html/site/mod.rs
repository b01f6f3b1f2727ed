//! A site: one page a meeting, a topic and a formula, an index, the map of who raised what, the ledger of claims, and the
//! codebook. Every page is one file with nothing outside it but links to the others.

mod codebook;
mod heat;
mod index;
mod ledger;
mod over_time;

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::markup::{Anchors, Markup, slug};
use super::page::{Link, Page, Sort};
use super::{Options, comparison};
use crate::codebook::Codebook;
use crate::comparison::Comparison;
use crate::files;
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
        let mut files = meeting_files(model.meetings.iter().map(|m| m.id.as_str()));
        let mut meetings = BTreeMap::new();
        for card in &model.meetings {
            if let Some(file) = files.remove(card.id.as_str()) {
                let anchors = Anchors::new(card.texts.iter().map(String::as_str));
                meetings.insert(card.id.as_str(), Place { file, anchors });
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
            link("map.html", "Which text raises what"),
            link("claims.html", "Claims"),
            link("time.html", "Over time"),
            link("codebook.html", "Codebook"),
        ]
    }

    fn page(&self, title: &str, kicker: &str, contents: Vec<Link>, body: Markup) -> Page {
        Page {
            sort: Sort::Series,
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

/// The file of each meeting's page: its id in small letters of ASCII. Where other letters stand in the id, as in a place's Chinese
/// name, a hash of it is the end of the name, so that no other meeting changes it. Ids of ASCII, whose pages have been linked
/// to for long, get one only where another meeting would have the same name.
fn meeting_files<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, String> {
    /// As many digits as tell apart what one person has in a folder.
    const DIGITS: usize = 8;
    let ids: BTreeSet<&str> = ids.collect();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids.iter().filter(|id| id.is_ascii()) {
        *alike.entry(slug(id)).or_default() += 1;
    }
    let mut taken = BTreeSet::new();
    // Ids that are a name as they stand come first: no hash takes it from them.
    let (whole, others): (Vec<&str>, Vec<&str>) = ids.into_iter().partition(|id| slug(id) == *id);
    let named = whole.into_iter().chain(others).map(|id| {
        let plain = slug(id);
        let alone = id == plain || id.is_ascii() && alike.get(&plain) == Some(&1);
        let digest = files::sha256(id.as_bytes());
        let hashed = |digits| format!("{}-{}", plain.trim_end_matches('-'), &digest[..digits]);
        let names = alone.then(|| plain.clone()).into_iter().chain([hashed(DIGITS), hashed(digest.len())]);
        let name = names.into_iter().find(|name| taken.insert(name.clone())).unwrap_or(plain);
        (id, format!("meeting-{name}.html"))
    });
    named.collect()
}

fn linked(href: &str, words: &str) -> Markup {
    let mut out = Markup::default();
    out.push_in("a", &[("href", href)], &Markup::said(words));
    out
}

/// One page of a site.
enum What<'a> {
    Meeting(&'a str),
    Index,
    Map,
    Ledger,
    Contents,
    Topic(&'a str),
    Formula { id: String, label: String },
    Codebook,
}

/// The pages of a site by file, in the order in which they are made.
fn plan<'a>(site: &'a Site<'_>) -> Vec<(String, What<'a>)> {
    let mut all: Vec<(String, What<'a>)> =
        site.meetings.iter().map(|(id, place)| (place.file.clone(), What::Meeting(id))).collect();
    let parts =
        [("index", What::Index), ("map", What::Map), ("claims", What::Ledger), ("time", What::Contents)].into_iter();
    all.extend(parts.map(|(name, what)| (format!("{name}.html"), what)));
    all.extend(site.model.heat.rows.iter().map(|(id, _)| (over_time::topic_file(id), What::Topic(id))));
    let formulas = over_time::formulas(site).into_iter();
    all.extend(formulas.map(|(id, label)| (over_time::formula_file(&id), What::Formula { id, label })));
    all.push(("codebook.html".to_owned(), What::Codebook));
    all
}

/// The files of a site.
pub(crate) fn names(model: &Model, book: &Codebook) -> Vec<String> {
    plan(&Site::new(model, book)).into_iter().map(|(name, _)| name).collect()
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
    let by_id: BTreeMap<&str, &Comparison> = comparisons.iter().map(|c| (c.meeting.as_str(), c)).collect();
    for (name, what) in plan(&site) {
        let page = match what {
            What::Meeting(id) => {
                let Some(made) = by_id.get(id) else { continue };
                Page { site: site.links(), ..comparison::page(made, book, &Options::default())? }
            }
            What::Index => index::page(&site)?,
            What::Map => heat::page(&site),
            What::Ledger => ledger::page(&site)?,
            What::Contents => over_time::contents(&site),
            What::Topic(id) => over_time::topic(&site, id),
            What::Formula { id, label } => over_time::formula(&site, &id, &label),
            What::Codebook => codebook::page(&site),
        };
        let mut bytes = Vec::new();
        page.write(&mut bytes)?;
        write(&name, &bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(ids: &[&'static str]) -> BTreeMap<&'static str, String> {
        meeting_files(ids.iter().copied())
    }

    #[test]
    fn the_page_of_a_meeting_hangs_on_the_meeting_alone() {
        let lake = "2031-05-12-湖滨";
        let alone = files(&[lake]);
        assert!(alone[lake].starts_with("meeting-2031-05-12-") && alone[lake].len() < 40, "{alone:?}");
        let more = files(&["2031-05-12-山城", lake, "2031-05-12-", "2031-05-12-lakeford"]);
        assert_eq!(more[lake], alone[lake]);
        let different: BTreeSet<&String> = more.values().collect();
        assert_eq!(different.len(), more.len(), "{more:?}");
    }

    #[test]
    fn names_of_ascii_stay_as_they_were() {
        let ids = ["2031-05-12-lakeford", "2031-06-01-Video Call", "CON", "a..b", "index"];
        let names: Vec<String> = files(&ids).into_values().collect();
        let want = ["2031-05-12-lakeford", "2031-06-01-video-call", "con", "a--b", "index"];
        assert_eq!(names, want.map(|name| format!("meeting-{name}.html")));
        let two = files(&["a b", "a-b", "a.b"]);
        assert_eq!(two["a-b"], "meeting-a-b.html");
        assert!(two["a b"].starts_with("meeting-a-b-") && two["a b"] != two["a.b"], "{two:?}");
    }
}
