//! Reads an article paragraph by paragraph and gives each quotation its source and kind.

mod kinds;

use std::collections::{BTreeMap, HashMap};

use super::attribution::{Found, How, Sentence};
use super::cues::{Cues, name_of_a_thing};
use super::frame::{self, Paragraph, Token};
use super::heading::Heading;
use super::marks::Quoted;
use super::sources::{Sources, Who};
use super::{Article, Quote, Reported};
use crate::codebook::Codebook;
use crate::readout::Kind;
use crate::text::Span;

/// Where the source of words that go on comes from.
#[derive(Debug, Clone, Copy)]
struct Source {
    who: Who,
    kind: Kind,
}

/// The source of one quotation, and whose acts it reports.
#[derive(Debug, Clone, Default)]
struct Given {
    source: Option<Source>,
    subject: Vec<Who>,
    /// Whether the source is an account that has its subject say the words.
    told: bool,
}

pub(super) fn read(article: &str, codebook: &Codebook) -> Article {
    let (paragraphs, quoted) = frame::paragraphs(article);
    let mut reader = Reader {
        sources: Sources::new(codebook),
        last: None,
        kinds: HashMap::new(),
        paragraphs: 0,
        published: None,
        agency: own_account(article),
        found: vec![Given::default(); quoted.len()],
        reported: Vec::new(),
        article,
    };
    // Names are learned first, so that a headline can name whom only the text introduces.
    for paragraph in paragraphs.iter().skip(1).chain(paragraphs.first()) {
        for sentence in &paragraph.sentences {
            reader.sources.mentions(&paragraph.tokens[sentence.clone()]);
        }
    }
    reader.sources.start_again();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let goes_on = number > 0 && goes_on(&paragraphs[number - 1], &quoted);
        reader.paragraph(paragraph, &quoted, goes_on);
    }
    reader.echoes(&paragraphs, &quoted);
    let sources = &reader.sources;
    let one = |(quote, given): (&Quoted, &Given)| {
        let source = given.source?;
        let words = quote.words.slice(article);
        let subject: Vec<&str> = given
            .subject
            .iter()
            .filter(|w| **w != source.who && (given.told || reports_acts(words)))
            .map(|w| sources.name(*w))
            .collect();
        // What an account has somebody say, he said, and it is known through the account.
        let said = given.subject.first().filter(|_| given.told && subject.len() == 1);
        Some(Quote {
            span: quote.words,
            text: words.to_owned(),
            side: sources.side(source.who).to_owned(),
            kind: source.kind,
            speaker: sources.name(said.copied().unwrap_or(source.who)).to_owned(),
            through: said.map(|_| sources.name(source.who).to_owned()),
            office: sources.office_of(source.who),
            subject: (!subject.is_empty()).then(|| subject.join(" and ")),
        })
    };
    let quotes = quoted.iter().zip(&reader.found).filter_map(one).collect();
    let reported = reader.reported.iter().map(|(span, source)| Reported {
        span: *span,
        text: span.slice(article).to_owned(),
        side: sources.side(source.who).to_owned(),
        kind: source.kind,
        speaker: sources.name(source.who).to_owned(),
    });
    let publishers = ["us", "cn"].into_iter().filter_map(|side| Some((side.to_owned(), reader.publisher(side)?)));
    Article {
        heading: Heading::of(article),
        quotes,
        reported: reported.collect(),
        principals: principals(sources),
        publishers: publishers.collect(),
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
    for side in ["us", "cn"] {
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

/// Whether an article comes from an agency that speaks for a party.
fn own_account(article: &str) -> bool {
    let head: String = article.chars().take(700).collect();
    // What was said to reporters is no account of a meeting.
    let public = ["press conference", "news conference", "told reporters", "told Xinhua"];
    !public.iter().any(|w| article.contains(w))
        && ["(Xinhua)", "Source: Xinhua", "Source: CGTN", "Xinhua Headlines", "(CCTV)", "Source: CCTV"]
            .iter()
            .any(|m| head.contains(m))
}

/// Whether a paragraph leaves its last quotation open, so that the next goes on with it.
fn goes_on(paragraph: &Paragraph, quoted: &[Quoted]) -> bool {
    paragraph.tokens.iter().rev().find_map(Token::quote).is_some_and(|q| !quoted[q].closed)
}

struct Reader<'a> {
    sources: Sources,
    /// Who spoke last.
    last: Option<Source>,
    /// From what sort of source each was last quoted, and in which paragraph.
    kinds: HashMap<Who, (Kind, usize)>,
    paragraphs: usize,
    /// Whose accounts the article told last that they were given out, and in which paragraph; nobody's by name are whoever's.
    published: Option<(Option<String>, usize)>,
    /// Whether the article is a state news agency's own account.
    agency: bool,
    found: Vec<Given>,
    /// Sentences that report a party's position without quoting it.
    reported: Vec<(Span, Source)>,
    article: &'a str,
}

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, quoted: &[Quoted], goes_on: bool) {
        self.paragraphs += 1;
        let mut here: Option<Source> = if goes_on { self.last } else { None };
        let mut waiting: Vec<usize> = Vec::new();
        let around = Cues::of(&paragraph.tokens, self.sources.press);
        for range in &paragraph.sentences {
            let before = self.last;
            let sentence = Sentence::read(&paragraph.tokens, range.clone(), &mut self.sources);
            let cues = Cues::of(sentence.tokens, self.sources.press);
            for (at, token) in sentence.tokens.iter().enumerate() {
                let Some(quote) = token.quote() else { continue };
                let words = quoted[quote].words.slice(self.article);
                if name_of_a_thing(sentence.tokens, at, words, self.sources.press) || heading(paragraph, &quoted[quote])
                {
                    continue;
                }
                let found = sentence.source(at, quoted, &self.sources);
                // 'The United States “must not …”' says what the one who speaks says of it.
                let state = |f: &Found| {
                    f.how == How::Acts && matches!(f.who, Who::Body(i) if self.sources.bodies[i].is.kind == "remarks")
                };
                let found = found.filter(|f| !state(f));
                // 'It' may be the account by which the words are known.
                if let Some(via @ Who::Body(_)) = found.and_then(|f| f.via) {
                    self.sources.note(via);
                }
                let source = match found {
                    Some(found) => Some(self.decide(found, &sentence, &cues, &around, here, here.or(before))),
                    None => self.inherit(&sentence, at, &quoted[quote], here, goes_on),
                };
                match source {
                    Some(source) => {
                        let given_to = found.and_then(|f| f.given_to);
                        let subject = given_to.map_or_else(|| sentence.actors(at), |who| vec![who]);
                        self.found[quote] = Given { source: Some(source), subject, told: given_to.is_some() };
                        here = Some(source);
                        self.last = Some(source);
                        self.kinds.insert(source.who, (source.kind, self.paragraphs));
                        self.sources.speaker = Some(source.who);
                    }
                    None if alone(&sentence, at) => waiting.push(quote),
                    None => {}
                }
            }
            // Whoever speaks or acts in the sentence may be meant by a pronoun in the next.
            let quotes = sentence.tokens.iter().any(|t| t.quote().is_some());
            let speaks = sentence.speaker();
            let quoted_here = here.map(|s| s.who).filter(|_| quotes);
            for who in [sentence.owner(), sentence.last_person(), sentence.subject(), speaks, quoted_here]
                .into_iter()
                .flatten()
            {
                self.sources.note(who);
            }
            // 'At a news conference, A was in good humour.'
            if let Some(who @ Who::Person(_)) = sentence.subject().filter(|_| cues.speech && !quotes) {
                self.kinds.insert(who, (Kind::Remarks, self.paragraphs));
            }
            if cues.published && !quotes {
                let teller = sentence
                    .mentions
                    .iter()
                    .filter_map(|m| m.who)
                    .find(|w| matches!(w, Who::Body(_)) && self.sources.tells_for_side(*w));
                if let Some(teller) = teller {
                    self.sources.note(teller);
                }
                self.published = Some((teller.map(|w| self.sources.side(w).to_owned()), self.paragraphs));
            }
            // A sentence that reports without quoting tells whose the next words are.
            let next = if quotes { None } else { speaks };
            // Another who opens a sentence of his own has what follows it.
            let takes_over = || sentence.opens().filter(|w| self.sources.is_principal(*w));
            let next = next.or_else(|| match here {
                None => sentence.subject(),
                Some(_) if !quotes => takes_over(),
                Some(_) => None,
            });
            if let Some(who) = next {
                let found = Found::said(who, sentence.through());
                let source = Source { who, kind: self.kind(found, &sentence, &cues, &around) };
                here = Some(source);
                if speaks == Some(who) {
                    if !quotes && self.sources.side(who) != "other" {
                        self.reported.push((sentence.span(), source));
                    }
                    self.kinds.insert(who, (source.kind, self.paragraphs));
                }
            }
            // A first sentence of nothing but a quotation belongs to whoever speaks next.
            if let Some(source) = here {
                for quote in waiting.drain(..) {
                    self.found[quote].source = Some(source);
                }
            }
        }
        for quote in waiting {
            self.found[quote].source = self.last;
        }
    }

    /// A headline has words of the text below it, and so has a heading within it: who said them, and in what, the text tells better.
    fn echoes(&mut self, paragraphs: &[Paragraph], quoted: &[Quoted]) {
        /// No headline quotes more.
        const MOST: usize = 8;
        let ends = |p: &&Paragraph| p.tokens.last().is_some_and(|t| t.is_sign('.') || t.quote().is_some());
        let top = paragraphs.iter().take_while(|p| !ends(p)).flat_map(|p| &p.tokens);
        let above = top.filter_map(Token::quote).take(MOST).count();
        let within = |p: &Paragraph| p.tokens.first().and_then(Token::quote).filter(|q| heading(p, &quoted[*q]));
        let crossheads: Vec<usize> = paragraphs.iter().filter_map(within).filter(|q| *q >= above).collect();
        let folded = |q: usize| quoted[q].words.slice(self.article).to_lowercase().replace('’', "'");
        for number in (0..above).chain(crossheads) {
            let words = folded(number);
            let words = words.trim_matches(|c: char| !c.is_alphanumeric());
            let below = (above..quoted.len()).filter(|q| *q != number && self.found[*q].source.is_some());
            let side = |s: &Source| self.sources.side(s.who).to_owned();
            let own = self.found[number].source;
            let again: Vec<Source> =
                below.filter(|q| folded(*q).contains(words)).filter_map(|q| self.found[q].source).collect();
            // Where both sides say the words, the headline may name the side.
            let same = again.iter().find(|s| own.is_some_and(|own| side(&own) == side(s)));
            let Some(source) = same.or(again.first()).copied() else { continue };
            let own = own.filter(|s| matches!(s.who, Who::Person(_)) && side(s) == side(&source));
            let source = own.map_or(source, |own| Source { kind: source.kind, ..own });
            self.found[number].source = Some(source);
        }
    }

    fn decide(
        &self,
        found: Found,
        sentence: &Sentence<'_>,
        cues: &Cues,
        around: &Cues,
        here: Option<Source>,
        before: Option<Source>,
    ) -> Source {
        let mut found = found;
        if found.how == How::Acts
            && let Who::Person(_) = found.who
        {
            // 'Brock told the press “…”. He did “all of that”': his own words go on.
            if let Some(own) = here.filter(|h| h.who == found.who && h.kind == Kind::Remarks && found.via.is_none()) {
                return own;
            }
            let side = self.sources.side(found.who);
            let same = before.filter(|b| self.sources.side(b.who) == side && b.kind != Kind::Remarks);
            match same {
                Some(source) if source.who != found.who || self.sources.tells_for_side(found.who) => return source,
                _ => {
                    if let Some(body) = self.sources.account_of(side) {
                        found.who = body;
                    }
                }
            }
        }
        Source { who: found.who, kind: self.kind(found, sentence, cues, around) }
    }

    /// How files call the institution of a side whose account the article quotes.
    fn publisher(&self, side: &str) -> Option<String> {
        let name = self.sources.name(self.sources.account_of(side)?);
        let lower = name.to_lowercase();
        let known = self.sources.press.publishers.iter().find(|p| p.side == side && lower.contains(&p.word));
        Some(known.map_or_else(|| name.to_owned(), |p| p.name.clone()))
    }

    /// The source of a quotation whose sentence names none: that of the words before it, where it goes on with them.
    fn inherit(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        quote: &Quoted,
        here: Option<Source>,
        goes_on: bool,
    ) -> Option<Source> {
        let alone = alone(sentence, at);
        if alone {
            return here.or(if goes_on { self.last } else { None });
        }
        // About five letters make a word; only few against many matters.
        let few = quote.words.len().div_ceil(7) <= 3;
        if few { here.filter(|_| sentence.goes_on_with(at)) } else { here.or(self.last) }
    }
}

/// Whether a paragraph is a heading of a few quoted words.
fn heading(paragraph: &Paragraph, quote: &Quoted) -> bool {
    paragraph.tokens.len() == 1 && quote.closed && quote.ends.is_none() && quote.words.len() <= 60
}

/// Whether a sentence has nothing but quotations.
fn alone(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 && sentence.tokens.iter().all(|t| !t.is_word())
}
