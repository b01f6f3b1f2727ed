//! What has been read of an article, as others get it: its quotations, positions, principals and publishers.

use std::collections::BTreeMap;

use super::heading;
use super::people::Who;
use super::reader::{Reader, Source};
use crate::import::article::{Article, PARTIES, Quote, Reported};
use crate::readout::Kind;

impl Reader<'_> {
    /// What was read.
    pub(super) fn outcome(&self) -> Article {
        let quotes = self.text.quoted.iter().zip(&self.found);
        let quotes = quotes.filter_map(|(quote, source)| {
            let source = (*source)?;
            let subject = source.actor.or(source.teller.map(|_| source.who)).filter(|w| !matches!(w, Who::Body(_)));
            Some(Quote {
                span: quote.words,
                text: quote.words.slice(self.article).to_owned(),
                side: self.side(source),
                kind: source.kind,
                speaker: self.name(source.who),
                through: source.teller.map(|teller| self.name(teller)),
                office: self.office(source.who),
                subject: subject.map(|who| self.name(who)),
            })
        });
        let reported = self.reported.iter().map(|(span, source)| Reported {
            span: *span,
            text: span.slice(self.article).to_owned(),
            side: self.side(*source),
            kind: source.kind,
            speaker: self.name(source.teller.unwrap_or(source.who)),
        });
        let publishers = PARTIES.into_iter().filter_map(|side| Some((side.to_owned(), self.publisher(side)?)));
        Article {
            heading: heading::of(self.article, self.text.plain),
            quotes: quotes.collect(),
            reported: reported.collect(),
            principals: self.principals(),
            publishers: publishers.collect(),
        }
    }

    fn name(&self, who: Who) -> String {
        self.people.name(who, self.article).trim().to_owned()
    }

    /// Whose words they count as: those of whoever gives them.
    fn side(&self, source: Source) -> String {
        self.people.side(source.teller.unwrap_or(source.who)).to_owned()
    }

    /// The office in which a spokesperson speaks.
    fn office(&self, who: Who) -> Option<String> {
        let Who::Person(number) = who else { return None };
        let person = &self.people.people[number];
        person.office.filter(|_| person.is.spokesperson).map(|span| span.slice(self.article).trim().to_owned())
    }

    /// How files call the institution of a side whose account the article quotes.
    fn publisher(&self, side: &str) -> Option<String> {
        let accounts = self.found.iter().flatten().filter(|s| s.kind == Kind::Readout).filter_map(|s| s.account);
        let body = accounts.filter(|w| self.people.side(*w) == side).find_map(|w| match w {
            Who::Body(number) => Some(&self.people.bodies[number]),
            _ => None,
        })?;
        let known = self.people.words.publishers.iter().find(|p| p.side == side && body.name.contains(&p.word));
        Some(known.map_or_else(|| body.name.clone(), |p| p.name.clone()))
    }

    /// For each party the person whom the article names most and the codebook knows, as the article calls him.
    fn principals(&self) -> BTreeMap<String, Vec<String>> {
        let mut found = BTreeMap::new();
        for side in PARTIES {
            let known = self.people.people.iter().filter(|p| p.side == side && p.known && !p.is.spokesperson);
            if let Some(person) = known.filter(|p| p.count > 0).max_by_key(|p| p.count) {
                let names = person.name.iter().chain(&person.short).map(|span| span.slice(self.article).to_owned());
                found.insert(side.to_owned(), names.collect());
            }
        }
        found
    }
}
