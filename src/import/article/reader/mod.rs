//! Reads an article paragraph by paragraph and gives each quotation its source and kind.

mod echoes;
mod kinds;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::attribution::{Found, How, Sentence};
use super::cues::Cues;
use super::frame::{self, Paragraph, Token};
use super::heading::Heading;
use super::marks::Quoted;
use super::sources::{Mention, Sources, Who};
use super::titles::name_of_a_thing;
use super::{Article, Quote, Reported};
use crate::codebook::Codebook;
use crate::import::article::is_party;
use crate::readout::Kind;
use crate::text::Span;

/// Where the source of words that go on comes from.
#[derive(Debug, Clone, Copy)]
struct Source {
    who: Who,
    kind: Kind,
    /// Somebody of another side whose words they are as this source tells them.
    given_to: Option<Who>,
}

/// The source of one quotation, and whose acts it reports.
#[derive(Debug, Clone, Default)]
struct Given {
    source: Option<Source>,
    actors: Vec<Who>,
}

pub(super) fn read(article: &str, codebook: &Codebook) -> Article {
    let (paragraphs, quoted) = frame::paragraphs(article);
    let mut reader = Reader {
        sources: Sources::new(codebook),
        last: None,
        kinds: HashMap::new(),
        paragraphs: 0,
        published: None,
        lead: None,
        unshown: Vec::new(),
        document: false,
        accounts: HashSet::new(),
        sheet: None,
        agency: own_account(article),
        callers: HashSet::new(),
        open: Vec::new(),
        introduced: None,
        found: vec![Given::default(); quoted.len()],
        reported: Vec::new(),
        article,
    };
    // Names are learned first, so that a headline can name whom only the text introduces.
    for paragraph in paragraphs.iter().skip(1).chain(paragraphs.first()) {
        reader.sources.abroad = None;
        for sentence in &paragraph.sentences {
            reader.sources.mentions(&paragraph.tokens[sentence.clone()]);
            reader.sources.note_state(&paragraph.tokens[sentence.clone()]);
        }
    }
    reader.sources.start_again();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let goes_on = number > 0 && goes_on(&paragraphs[number - 1], &quoted);
        reader.paragraph(paragraph, &quoted, goes_on);
    }
    let open = std::mem::take(&mut reader.open);
    reader.of_last(open);
    reader.echoes(&paragraphs, &quoted);
    let sources = &reader.sources;
    let one = |(quote, given): (&Quoted, &Given)| {
        let source = given.source?;
        let words = quote.words.slice(article);
        // What an account has somebody say, he said, and it is known through the account.
        let said = source.given_to;
        let acts = |w: &&Who| **w != source.who && said.is_none() && reports_acts(words);
        let subject: Vec<&str> = given.actors.iter().filter(acts).chain(&said).map(|w| sources.name(*w)).collect();
        Some(Quote {
            span: quote.words,
            text: words.to_owned(),
            side: sources.side(source.who).to_owned(),
            kind: source.kind,
            speaker: said.map_or_else(|| sources.name(source.who), |w| sources.name_in_account(w)).to_owned(),
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
    /// The side whose account the first paragraphs give as where they have it from: 'A and B spoke on Friday, Xinhua reported'.
    lead: Option<String>,
    /// Quotations that are remarks though nothing shows them to be spoken in public, with their paragraphs.
    unshown: Vec<(usize, usize)>,
    /// Whether this paragraph has named a written account so far.
    document: bool,
    /// The sides whose accounts this paragraph names.
    accounts: HashSet<String>,
    /// The side whose list of measures the article told of last, and in which paragraph.
    sheet: Option<(String, usize)>,
    /// Whether the article is a state news agency's own account.
    agency: bool,
    /// Who spoke with each other in the call of which the first paragraphs tell.
    callers: HashSet<Who>,
    /// Quotations of which nobody is named yet, the last of which goes on in the next paragraph.
    open: Vec<usize>,
    /// Whose words a paragraph introduced that ended with a colon.
    introduced: Option<Source>,
    found: Vec<Given>,
    /// Sentences that report a party's position without quoting it.
    reported: Vec<(Span, Source)>,
    article: &'a str,
}

impl Reader<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, quoted: &[Quoted], goes_on: bool) {
        /// Of how many quotations it is remembered that nothing shows how they were said.
        const MOST: usize = 64;
        /// How many paragraphs say where an article has its account from: headline, byline, and the first of the text.
        const LEAD: usize = 5;
        self.paragraphs += 1;
        self.document = false;
        self.accounts = self.sources.accounts(&paragraph.tokens);
        // What was left open by nobody in particular is of whoever closes it.
        let mut waiting: Vec<usize> = std::mem::take(&mut self.open);
        let goes_on = goes_on && waiting.is_empty();
        let mut here: Option<Source> = if goes_on { self.last } else { self.introduced.take() };
        let prose = is_prose(paragraph);
        let around = Cues::of(&paragraph.tokens, self.sources.press);
        for range in &paragraph.sentences {
            let before = self.last;
            let mut teller: Option<Who> = None;
            let sentence = Sentence::read(&paragraph.tokens, range.clone(), &mut self.sources);
            let cues = Cues::of(sentence.tokens, self.sources.press);
            self.document |= cues.document && !cues.sheet;
            if cues.call && self.paragraphs <= LEAD {
                let people = sentence.mentions.iter().filter_map(|m| m.who);
                self.callers.extend(people.filter(|w| self.sources.is_principal(*w)));
            }
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
                teller = found.and_then(|f| f.via).filter(|w| matches!(w, Who::Person(_))).or(teller);
                // 'It' may be the account by which the words are known.
                if let Some(via @ Who::Body(_)) = found.and_then(|f| f.via) {
                    self.sources.note(via);
                }
                let source = match found {
                    Some(found) => Some(self.decide(found, &sentence, &cues, &around, here, here.or(before))),
                    None => self
                        .inherit(&sentence, at, &quoted[quote], here, goes_on)
                        .or_else(|| self.repeated(&sentence, at, quoted)),
                };
                match source {
                    Some(source) => {
                        let actors = if source.given_to.is_some() { Vec::new() } else { sentence.actors(at) };
                        self.found[quote] = Given { source: Some(source), actors };
                        let via = found.is_some_and(|f| f.via.is_some() && f.who == source.who);
                        if source.kind == Kind::Readout && (via || cues.document) {
                            self.by_account(source);
                        } else if source.kind == Kind::Remarks && !cues.speech && !around.speech {
                            let here = self.paragraphs;
                            self.unshown.retain(|(_, paragraph)| here - paragraph <= 1);
                            if self.unshown.len() < MOST {
                                self.unshown.push((quote, here));
                            }
                        }
                        here = Some(source);
                        self.last = Some(source);
                        // A headline does not show how its words were said.
                        if prose {
                            self.kinds.insert(source.who, (source.kind, self.paragraphs));
                        }
                        if let Some(via @ Who::Person(_)) = found.and_then(|f| f.via) {
                            self.kinds.entry(via).or_insert((source.kind, self.paragraphs));
                        }
                        self.sources.speaker = Some(source.who);
                    }
                    None if alone(&sentence, at) => waiting.push(quote),
                    None => {}
                }
            }
            // Whoever speaks or acts in the sentence may be meant by a pronoun in the next.
            let quotes = sentence.tokens.iter().any(|t| t.quote().is_some());
            let sourced = sentence.tokens.iter().filter_map(Token::quote).any(|q| self.found[q].source.is_some());
            let speaks = sentence.speaker();
            let quoted_here = here.map(|s| s.who).filter(|_| sourced);
            // Where a spokesperson tells what another said, 'he' is the one who stands there; where 'according to' tells of it,
            // whose words they are.
            let through = here.filter(|h| quotes && sentence.through() == Some(h.who)).and_then(|h| h.given_to);
            let tells = through.or(teller.filter(|_| quotes));
            // 'His words are known through his ministry. It quotes …'.
            let accounts = |m: &Mention| {
                let tells = |w: &Who| self.sources.tells_for_side(*w) || self.sources.is_joint(*w);
                m.who.filter(|w| matches!(w, Who::Body(_)) && tells(w))
            };
            if let [only] = sentence.mentions.iter().filter_map(accounts).collect::<Vec<_>>()[..] {
                self.sources.note(only);
            }
            // A line without an end is a heading, a byline or a time: nobody acts in it.
            let named = [
                sentence.only_person().filter(|_| !quotes),
                sentence.owner(),
                sentence.last_person(),
                sentence.subject(),
                speaks,
                quoted_here,
                tells,
            ];
            for who in named.into_iter().flatten().filter(|_| prose) {
                self.sources.note(who);
            }
            // 'A said in a statement. …, it said': the statement.
            if let Some(who) = quoted_here.filter(|_| cues.stated) {
                self.sources.note_statement(who);
            }
            self.sources.talker = quoted_here.or(speaks).filter(|_| prose).or(self.sources.talker);
            if let Some(who) = sentence.posts() {
                self.sources.poster = Some(who);
            }
            // 'At a news conference, A was in good humour.'
            if let Some(who @ Who::Person(_)) = sentence.subject().filter(|_| cues.speech && !sourced) {
                self.kinds.insert(who, (Kind::Remarks, self.paragraphs));
            }
            // 'In the ministry's account of the day, A was scornful.'
            if let Some(who @ Who::Person(_)) = sentence.subject().filter(|_| cues.document && !sourced && prose)
                && sentence.is_in_account(who, &self.sources)
            {
                self.kinds.insert(who, (Kind::Readout, self.paragraphs));
            }
            if cues.sheet {
                let teller = sentence.mentions.iter().filter_map(|m| m.who).find(|w| self.sources.tells_for_side(*w));
                self.sheet = teller.map(|w| (self.sources.side(w).to_owned(), self.paragraphs));
            } else if cues.document {
                self.sheet = None;
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
            let known_by = sentence.through().or(speaks).filter(|w| matches!(w, Who::Body(_)));
            if let Some(account) = known_by.filter(|w| self.sources.tells_for_side(*w))
                && prose
                && !quotes
                && !cues.answers
                && self.paragraphs <= LEAD
                && self.lead.is_none()
            {
                self.lead = Some(self.sources.side(account).to_owned());
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
            if let Some(who) = next.filter(|_| prose) {
                let found = Found::said(who, sentence.through());
                let source = Source { who, kind: self.kind(found, &sentence, &cues, &around), given_to: None };
                here = Some(source);
                if speaks == Some(who) {
                    if !quotes && is_party(self.sources.side(who)) {
                        self.reported.push((sentence.span(), source));
                    }
                    self.kinds.insert(who, (source.kind, self.paragraphs));
                }
            }
            // A first sentence of nothing but a quotation belongs to whoever speaks next.
            if let Some(source) = here {
                for quote in waiting.drain(..) {
                    self.found[quote].source = Some(source);
                    self.kinds.insert(source.who, (source.kind, self.paragraphs));
                }
            }
        }
        if paragraph.tokens.last().is_some_and(|t| t.is_sign(':')) {
            // Who goes on is heard as he was.
            self.introduced = self.last.filter(|l| here.is_some_and(|h| h.who == l.who)).or(here);
        }
        if waiting.last().is_some_and(|q| !quoted[*q].closed) {
            self.open = waiting;
        } else {
            self.of_last(waiting);
        }
    }

    /// Quotations of which nobody is named belong to whoever spoke last.
    fn of_last(&mut self, waiting: Vec<usize>) {
        for quote in waiting {
            self.found[quote].source = self.last;
            // He is still heard as he was.
            if let Some(last) = self.last {
                self.kinds.insert(last.who, (last.kind, self.paragraphs));
            }
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
        // What the other's principal went on to say is still as the official tells it.
        let told = here.filter(|h| {
            let official = !matches!(h.who, Who::Body(_));
            official && h.given_to == Some(found.who) && found.via.is_none() && !cues.speech && !cues.document
        });
        // 'The release quoted Brock as saying “…”. He said that “…”', 'Brock was quoted as saying': by the same account.
        let told = told.or_else(|| {
            let spoken = if here.is_some() { cues.speech } else { around.speech };
            let account = here.or(self.last).filter(|l| l.given_to == Some(found.who) && found.via.is_none());
            account.filter(|_| !spoken && sentence.goes_on_as_told(found.who))
        });
        // 'A “raised the ships,” the White House said. He also voiced “worry”': an American account goes on in its own words.
        let account = here.filter(|h| {
            let own = matches!(h.who, Who::Body(_)) && h.kind == Kind::Readout && self.sources.side(h.who) == "us";
            own && self.sources.tells_for_side(h.who) && self.sources.side(found.who) == "us"
        });
        let goes_on = found.how == How::Said
            && found.via.is_none()
            && self.sources.is_principal(found.who)
            && !cues.speech
            && sentence.begins_with_pronoun(found.who)
            && !sentence.says(found.who);
        let told = told.or(account.filter(|_| goes_on));
        told.unwrap_or_else(|| Source {
            who: found.who,
            kind: self.kind(found, sentence, cues, around),
            given_to: found.given_to,
        })
    }

    /// Words of somebody that are by the same account as others behind them, since nothing shows that they were spoken in
    /// public: 'He criticised what “…”. “…,” he said, according to the ministry'. A spokesperson's may be a paragraph before.
    fn by_account(&mut self, source: Source) {
        let spokes = self.sources.tells_for_side(source.who);
        // 'A said “…”. He had “no room,” his ministry's summary said': one account has both.
        let side = self.sources.side(source.who);
        let account = matches!(source.who, Who::Body(_)) && spokes;
        let theirs = |who: Who| account && self.sources.is_principal(who) && self.sources.side(who) == side;
        for (quote, paragraph) in &self.unshown {
            let far = self.paragraphs - paragraph;
            let has = |who: Who| who == source.who && far <= usize::from(spokes) || far == 0 && theirs(who);
            if let Some(given) = self.found[*quote].source.as_mut().filter(|s| has(s.who)) {
                given.kind = source.kind;
            }
        }
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

/// Whether a paragraph ends as a sentence does, and is no heading, byline or time of publication.
fn is_prose(paragraph: &Paragraph) -> bool {
    /// No heading has more words.
    const MOST: usize = 30;
    let ends = |t: &Token| !t.is_word() && !t.is_sign(')') || t.text().ends_with('.');
    paragraph.tokens.len() > MOST || paragraph.tokens.last().is_some_and(ends)
}

/// Whether a paragraph is a heading of a few quoted words.
fn heading(paragraph: &Paragraph, quote: &Quoted) -> bool {
    paragraph.tokens.len() == 1 && quote.closed && quote.ends.is_none() && quote.words.len() <= 60
}

/// Whether a sentence has nothing but quotations.
fn alone(sentence: &Sentence<'_>, at: usize) -> bool {
    at == 0 && sentence.tokens.iter().all(|t| !t.is_word())
}
