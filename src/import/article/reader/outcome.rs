//! What has been read of an article, as others get it: its quotations, positions, principals and publishers.

use std::collections::{BTreeMap, HashMap};

use super::{Given, Reader};
use crate::import::article::heading::Heading;
use crate::import::article::marks::Quoted;
use crate::import::article::sources::{Sources, Who};
use crate::import::article::{Article, PARTIES, Quote, Reported};
use crate::text::Span;

impl Reader<'_> {
    /// What was read.
    pub(super) fn outcome(&self, quoted: &[Quoted], heading: Heading) -> Article {
        let sources = &self.sources;
        let mut apostrophes = Apostrophes::of(self.article);
        let mut name = |name: &str| apostrophes.of_name(name);
        let mut one = |(quote, given): (&Quoted, &Given)| {
            let source = given.source?;
            // A sign of emphasis that closes the words belongs to them.
            let rest = self.article[quote.words.end..quote.whole.end].bytes();
            let signs = rest.take_while(|b| matches!(b, b'*' | b'_')).count();
            let span = Span::new(quote.words.start, quote.words.end + signs);
            let words = span.slice(self.article);
            // What an account has somebody say, he said, and it is known through the account.
            let said = source.given_to;
            let acts = |w: &&Who| **w != source.who && said.is_none() && reports_acts(words);
            let subject: Vec<&str> = given.actors.iter().filter(acts).chain(&said).map(|w| sources.name(*w)).collect();
            Some(Quote {
                span,
                text: words.to_owned(),
                side: sources.side(source.who).to_owned(),
                kind: source.kind,
                speaker: name(said.map_or_else(|| sources.name(source.who), |w| sources.name_in_account(w))),
                through: said.map(|_| name(sources.name(source.who))),
                office: sources.office_of(source.who),
                subject: (!subject.is_empty()).then(|| subject.join(" and ")),
            })
        };
        let quotes = quoted.iter().zip(&self.found).filter_map(&mut one).collect();
        let reported = self.reported.iter().map(|(span, source)| Reported {
            span: *span,
            text: span.slice(self.article).to_owned(),
            side: sources.side(source.who).to_owned(),
            kind: source.kind,
            speaker: name(sources.name(source.who)),
        });
        let reported = reported.collect();
        let publishers = PARTIES.into_iter().filter_map(|side| Some((side.to_owned(), self.publisher(side)?)));
        Article { heading, quotes, reported, principals: principals(sources), publishers: publishers.collect() }
    }

    /// How files call the institution of a side whose account the article quotes.
    fn publisher(&self, side: &str) -> Option<String> {
        let sources = &self.sources;
        let name = sources.name(sources.account_of(side)?);
        // 'His ministry' is no body's own name: the fullest that the article has for one of the side's is.
        let whose = |name: &str| {
            let owner = |p: &&str| name.strip_prefix(*p).is_some_and(|rest| rest.starts_with(['\'', '’']));
            sources.people.iter().map(|person| person.name.as_str()).any(|person| owner(&person))
        };
        let bodies = sources.bodies.iter().filter(|body| body.is.side == side && body.is.gives_account());
        let own = bodies.map(|body| body.name.as_str()).filter(|name| !whose(name)).max_by_key(|name| name.len());
        let name = if whose(name) { own? } else { name };
        let lower = name.to_lowercase();
        let known = self.sources.press.publishers.iter().find(|p| p.side == side && lower.contains(&p.word));
        Some(known.map_or_else(|| name.to_owned(), |p| p.name.clone()))
    }
}

/// How an article writes apostrophes.
struct Apostrophes<'a> {
    article: &'a str,
    /// Whether it has both sorts, so that each name must be looked for.
    mixed: bool,
    curly: bool,
    /// Names that were looked for, with whether the article has them with the curly sort.
    seen: HashMap<String, bool>,
}

impl<'a> Apostrophes<'a> {
    fn of(article: &'a str) -> Self {
        let curly = article.contains("’s");
        Self { article, mixed: curly && article.contains("'s"), curly, seen: HashMap::new() }
    }

    /// A name with its apostrophes as the article has them.
    fn of_name(&mut self, name: &str) -> String {
        /// How many names are looked for.
        const MOST: usize = 64;
        if !name.contains('\'') || !self.curly {
            return name.to_owned();
        }
        let other = name.replace('\'', "’");
        if !self.mixed {
            return other;
        }
        let known = self.seen.get(name).copied();
        let has = known.unwrap_or_else(|| self.seen.len() < MOST && self.article.contains(&other));
        if known.is_none() && self.seen.len() < MOST {
            self.seen.insert(name.to_owned(), has);
        }
        if has { other } else { name.to_owned() }
    }
}

/// Whether words go on behind a subject: 'raised the matter', 'had a long talk', and not 'a fine talk'.
fn reports_acts(words: &str) -> bool {
    let mut letters = words.chars();
    let lower = letters.next().is_some_and(char::is_lowercase);
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    lower
        && (first.ends_with("ed")
            || matches!(
                first,
                "had"
                    | "made"
                    | "were"
                    | "was"
                    | "spent"
                    | "told"
                    | "spoke"
                    | "took"
                    | "met"
                    | "sought"
                    | "gave"
                    | "that"
            ))
}

/// For each party the person whom the article names most and the codebook knows.
fn principals(sources: &Sources) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for side in PARTIES {
        let known = sources.people.iter().filter(|p| p.side == side && p.known && !p.speaks_for(sources.press));
        if let Some(person) = known.max_by_key(|p| p.count) {
            let surname = if side == "cn" { person.name.split(' ').next() } else { person.name.split(' ').next_back() };
            let mut names = vec![person.name.clone()];
            names.extend(surname.map(str::to_owned).filter(|s| *s != person.name));
            found.insert(side.to_owned(), names);
        }
    }
    found
}
