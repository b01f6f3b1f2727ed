//! Who can be the source of words in an article: people by name, officials without one, institutions, and the pronouns
//! and offices that stand for them. Read in order, since 'he' and 'the official' are whoever was there before.

mod nameless;
mod people;
mod stand_in;
mod words;

use std::collections::{HashMap, HashSet};

use people::{leaders, women};
pub(super) use words::{is_subject, longest};
use words::{joined, with_article, written};

use super::clauses::is_be;
use super::frame::Token;
use super::press::{Institution, Press};
use crate::codebook::{Codebook, Kind};
use crate::import::article::{NO_SIDE, is_party};
use crate::text::Language;

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// The number of a person.
    Person(usize),
    /// The number of an official or another who is not named.
    Unnamed(usize),
    /// The number of an institution.
    Body(usize),
}

/// Somebody with a name.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// In full, as the article first gives it.
    pub name: String,
    pub side: String,
    /// Whether the codebook knows the name, so that the person may be a principal.
    pub known: bool,
    /// Whether it is a woman, where that is known.
    pub woman: Option<bool>,
    /// Whether the codebook knows it for a leader of a state.
    pub leader: bool,
    /// Offices named beside the name, in lower case.
    pub titles: Vec<String>,
    /// The office before the name, as written.
    pub office: Option<String>,
    /// How often the article has named the person so far.
    pub count: usize,
}

impl Person {
    pub fn speaks_for(&self, press: &Press) -> bool {
        self.titles.iter().any(|t| press.titles.spokespersons.contains(t))
    }
}

/// Somebody without a name.
#[derive(Debug, Clone)]
pub(super) struct Unnamed {
    /// 'senior administration official', with an ordinal where the article counts them.
    pub text: String,
    head: String,
    ordinal: Option<String>,
    pub side: String,
    /// Whether such people speak in public, as analysts and reporters do.
    pub public: bool,
    plural: bool,
}

impl Unnamed {
    /// Whether they are officials at large: 'US officials', and not 'two senior officials'.
    pub fn is_many(&self) -> bool {
        self.plural && is_party(&self.side) && self.ordinal.is_none() && !self.text.starts_with("senior")
    }
}

/// An institution as the article calls it.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub name: String,
    pub is: Institution,
}

/// A place in a sentence where a possible source is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The tokens.
    pub start: usize,
    pub end: usize,
    pub who: Option<Who>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
}

/// Everybody in an article.
#[derive(Debug)]
pub(super) struct Sources {
    pub press: &'static Press,
    known: HashMap<String, String>,
    women: HashMap<String, bool>,
    leaders: HashSet<String>,
    pub people: Vec<Person>,
    pub unnamed: Vec<Unnamed>,
    pub bodies: Vec<Body>,
    surnames: HashMap<String, usize>,
    /// Everybody named in full, by surname.
    namesakes: HashMap<String, Vec<usize>>,
    /// Whoever was lately a subject or spoke, and can be 'he' or 'she'; the last of them last.
    recent: Vec<Who>,
    /// The institution that was last named.
    pub body: Option<usize>,
    /// Whoever gave the account that was last named, where that is a spokesperson: 'Beijing's version, from a spokesperson'.
    account: Option<Who>,
    /// Whoever posted something last.
    pub poster: Option<Who>,
    /// The institution for which a spokesperson without a name spoke last.
    pub last_spoken_for: Option<usize>,
    /// Whoever without a name spoke last.
    pub last_unnamed: Option<usize>,
    /// Who spoke last.
    pub speaker: Option<Who>,
    /// Who said something last, in words of his own or not.
    pub talker: Option<Who>,
    /// The state that is no party of whose answer a paragraph tells: 'Lakeford rejected it'.
    pub abroad: Option<String>,
}

impl Sources {
    pub fn new(codebook: &Codebook) -> Self {
        let mut known = HashMap::new();
        for entry in codebook.entries().iter().filter(|e| e.kind == Kind::Side) {
            for cue in entry.cues.iter().filter(|c| c.language == Language::En && c.rule.starts_with("person.")) {
                known.insert(cue.text.to_lowercase(), entry.id.to_owned());
            }
        }
        let press = Press::carried();
        for (side, names) in &press.titles.known {
            known.extend(names.iter().map(|name| (name.clone(), side.clone())));
        }
        Self {
            press,
            known,
            women: women(codebook),
            leaders: leaders(codebook),
            people: Vec::new(),
            unnamed: Vec::new(),
            bodies: Vec::new(),
            surnames: HashMap::new(),
            namesakes: HashMap::new(),
            recent: Vec::new(),
            body: None,
            account: None,
            poster: None,
            last_spoken_for: None,
            last_unnamed: None,
            speaker: None,
            talker: None,
            abroad: None,
        }
    }

    /// The side of a source.
    pub fn side(&self, who: Who) -> &str {
        match who {
            Who::Person(i) => &self.people[i].side,
            Who::Unnamed(i) => &self.unnamed[i].side,
            Who::Body(i) => &self.bodies[i].is.side,
        }
    }

    /// Whether it is a party's institution with accounts of its own, or somebody who speaks for one.
    pub fn tells_for_side(&self, who: Who) -> bool {
        match who {
            Who::Body(i) => is_party(&self.bodies[i].is.side) && self.bodies[i].is.kind == "readout",
            Who::Person(i) => is_party(&self.people[i].side) && self.people[i].speaks_for(self.press),
            Who::Unnamed(_) => false,
        }
    }

    /// Whether it is a statement of both.
    pub fn is_joint(&self, who: Who) -> bool {
        matches!(who, Who::Body(i) if self.bodies[i].name.to_lowercase().starts_with("joint "))
    }

    /// Whether it is somebody whom the codebook knows and who speaks for no other.
    pub fn is_principal(&self, who: Who) -> bool {
        matches!(who, Who::Person(i) if self.people[i].known && !self.people[i].speaks_for(self.press))
    }

    /// The name of a source.
    pub fn name(&self, who: Who) -> &str {
        match who {
            Who::Person(i) => &self.people[i].name,
            Who::Unnamed(i) => &self.unnamed[i].text,
            Who::Body(i) => self.institution_of(i),
        }
    }

    /// The name under which an account has somebody speak: 'the US side' is no publisher.
    pub fn name_in_account(&self, who: Who) -> &str {
        match who {
            Who::Body(i) => &self.bodies[i].name,
            who => self.name(who),
        }
    }

    /// The name of an institution; that of a written account is its publisher's, where the article names one.
    fn institution_of(&self, number: usize) -> &str {
        let body = &self.bodies[number];
        let name = body.name.to_lowercase();
        let account = self.is_account(&name);
        let state = self.press.bodies.get(&name).is_some_and(|b| b.kind == "remarks");
        let account = account || state && body.is.kind == "readout";
        let publisher = self.publisher_of(&body.is.side).filter(|_| account && is_party(&body.is.side));
        &self.bodies[publisher.unwrap_or(number)].name
    }

    /// Whether a name in lower case is that of an account, rather than of whoever publishes it: 'American summary'.
    fn is_account(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or_default();
        self.press.documents.accounts.contains(last) || matches!(last, "side" | "one")
    }

    /// The institution of a side whose written account the article quotes.
    pub fn account_of(&self, side: &str) -> Option<Who> {
        self.publisher_of(side).map(Who::Body)
    }

    fn publisher_of(&self, side: &str) -> Option<usize> {
        let institution = |name: &str| {
            ["house", "department", "ministry", "pentagon", "xinhua"].iter().any(|w| name.contains(w))
                && !self.is_account(name)
        };
        self.bodies
            .iter()
            .position(|b| b.is.side == side && b.is.kind == "readout" && institution(&b.name.to_lowercase()))
    }

    /// The office of a spokesperson, as the article names it: 'State Department spokesperson'.
    pub fn office_of(&self, who: Who) -> Option<String> {
        let Who::Person(i) = who else { return None };
        self.people[i].office.clone().filter(|_| self.people[i].speaks_for(self.press))
    }

    /// Everybody named in these tokens, in order.
    pub fn mentions(&mut self, tokens: &[Token]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let mention = self
                .media(tokens, at)
                .or_else(|| self.institution(tokens, at))
                .or_else(|| self.nameless(tokens, at, &found))
                .or_else(|| self.named(tokens, at))
                .or_else(|| self.stands_for(tokens, at, &found));
            match mention {
                Some(mention) => {
                    at = mention.end.max(at + 1);
                    // 'A, a former official', 'Xinhua, the official news agency': the same.
                    let plain = !tokens[mention.start..mention.end].iter().any(Token::is_capital);
                    let apposition = found.last().is_some_and(|last| {
                        let same = match last.who {
                            Some(Who::Person(_)) => matches!(mention.who, Some(Who::Unnamed(_))),
                            Some(Who::Body(_)) => plain && matches!(mention.who, Some(Who::Body(_))),
                            _ => false,
                        };
                        // 'Xi told A, the official said'.
                        let says = tokens.get(mention.end).is_some_and(|t| self.press.report.contains_key(t.lower()));
                        same && !says && last.end + 1 == mention.start && tokens[last.end].is_sign(',')
                    });
                    if let Some(Who::Unnamed(number)) = found.last().and_then(|m| m.who)
                        && self.is_named_behind(tokens, found.last(), &mention)
                    {
                        self.forget_nameless(number);
                        found
                            .iter_mut()
                            .filter(|m| m.who == Some(Who::Unnamed(number)))
                            .for_each(|m| m.who = mention.who);
                    }
                    let given = found.last_mut().filter(|last| self.given_by(tokens, last, &mention));
                    if let Some(account) = given {
                        account.who = mention.who;
                        self.account = mention.who;
                    } else if !apposition {
                        found.push(mention);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether somebody whose office was just named has a name behind a comma: 'China's trade negotiator, A, …'.
    fn is_named_behind(&self, tokens: &[Token], office: Option<&Mention>, name: &Mention) -> bool {
        let Some(office) = office else { return false };
        let one = matches!(office.who, Some(Who::Unnamed(i)) if !self.unnamed[i].plural);
        let person = matches!(name.who, Some(Who::Person(_))) && !tokens[name.end - 1].is_owner();
        let comma = office.end + 1 == name.start && tokens[office.end].is_sign(',');
        // 'Brock met the official, Wang said': another begins a clause of his own.
        let closed = tokens.get(name.end).is_none_or(|t| {
            [',', ':', '.', '(', '—', '–'].iter().any(|sign| t.is_sign(*sign))
                || matches!(t.lower(), "of" | "at" | "from")
        });
        one && person && comma && closed
    }

    /// Forgets somebody without a name who has one, unless others are numbered behind him.
    fn forget_nameless(&mut self, number: usize) {
        /// How far back somebody was lately there.
        const MOST: usize = 100;
        let lately = self.recent.iter().rev().take(MOST).any(|w| *w == Who::Unnamed(number));
        let known = lately || self.last_unnamed == Some(number);
        if number + 1 == self.unnamed.len() && !known {
            self.unnamed.pop();
        }
    }

    /// The sides whose accounts are named with the side.
    pub fn accounts(&self, tokens: &[Token]) -> HashSet<String> {
        let account = |t: &Token| self.press.is_account(t);
        let named = |at: usize| {
            let (end, is) = self.institution_at(tokens, at)?;
            let of_it = account(&tokens[end - 1]) || tokens.get(end).is_some_and(account);
            of_it.then_some(is.side)
        };
        (0..tokens.len()).filter_map(named).collect()
    }

    /// Whether an account is told to be somebody's: 'Beijing's version, from a ministry spokesperson'.
    fn given_by(&self, tokens: &[Token], account: &Mention, by: &Mention) -> bool {
        let from = |t: &Token| matches!(t.lower(), "from" | "by");
        let between = tokens.get(account.end..by.start).unwrap_or_default();
        let spokes = match by.who {
            Some(Who::Person(i)) => self.people[i].speaks_for(self.press),
            Some(Who::Body(i)) => self.bodies[i].is.kind == "remarks",
            _ => false,
        };
        let few = matches!(between, [comma, .., last] if between.len() <= 4 && comma.is_sign(',') && from(last));
        let account = matches!(account.who, Some(Who::Body(_))) && self.press.is_account(&tokens[account.end - 1]);
        account && few && spokes
    }

    /// Forgets who was last, and keeps who is who.
    pub fn start_again(&mut self) {
        (self.body, self.last_unnamed, self.last_spoken_for, self.speaker) = (None, None, None, None);
        (self.account, self.poster, self.abroad, self.talker) = (None, None, None, None);
        self.recent.clear();
        self.unnamed.clear();
    }

    /// Notes which state that is no party answers in a sentence that it opens: 'Lakeford rejected the remarks'.
    pub fn note_state(&mut self, tokens: &[Token]) {
        let Some(first) = tokens.first() else { return };
        // 'Lakeford had feared it.'
        let rest = tokens[1..].iter().skip_while(|t| !is_be(t) && self.press.adverbs.contains(t.lower()));
        let Some(verb) = rest.into_iter().next() else { return };
        let answers = self.press.report.contains_key(verb.lower())
            || self.press.name.contains_key(verb.lower())
            || matches!(verb.lower(), "feared" | "fears" | "worried" | "worries");
        if !first.is_owner()
            && answers
            && let Some(state) = self.nation(first)
        {
            self.abroad = Some(state.to_owned());
        }
    }

    /// Notes that somebody acts or speaks here, so that pronouns can mean them.
    pub fn note(&mut self, who: Who) {
        match who {
            Who::Person(_) => self.recent.push(who),
            Who::Body(i) if self.bodies[i].is.kind == "readout" => (self.body, self.account) = (Some(i), None),
            Who::Body(_) => {}
            // Those who ask are seldom 'he'.
            Who::Unnamed(i) if self.unnamed[i].public => self.last_unnamed = Some(i),
            Who::Unnamed(i) => {
                self.recent.push(who);
                self.last_unnamed = Some(i);
            }
        }
    }

    /// Notes that a spokesperson's words are a statement, which 'it' can mean.
    pub fn note_statement(&mut self, who: Who) {
        if matches!(who, Who::Person(_)) && self.tells_for_side(who) {
            self.account = Some(who);
        }
    }

    /// A newspaper or a broadcaster, which is nobody's source.
    fn media(&self, tokens: &[Token], at: usize) -> Option<Mention> {
        let end = longest(tokens, at, |name| self.press.media.contains(name))?;
        tokens[at].is_capital().then_some(Mention { start: at, end, who: None, pronoun: false })
    }

    fn institution(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let (end, mut is) = self.institution_at(tokens, at)?;
        let account = |t: &Token| self.press.is_account(t);
        let words: Vec<String> = tokens[at..end].iter().map(written).collect();
        let lower = joined(&tokens[at..end]);
        let next = tokens.get(end);
        // 'Washington' and 'US' before another word are no source: 'US officials', 'Foreign Ministry spokesman'.
        let state = is.kind == "remarks";
        let owner = tokens[end - 1].is_owner();
        let understood = |t: &Token| t.is_sign(',') || t.is_sign(':') || self.account_does(tokens, end);
        let of_party = |holds: &dyn Fn(&Token) -> bool| state && owner && is_party(&is.side) && next.is_some_and(holds);
        // 'Beijing's version' is its account, and of 'Beijing's, “…”' it is understood; 'China's description of it' is its view.
        let own = self.own_account(tokens, end);
        let its_account = of_party(&|t| account(t) || understood(t) || own.is_some());
        let its_view = of_party(&|t| self.press.names.views.contains(t.lower()));
        let goes_on = |t: &Token| t.is_word() && !self.press.ends_phrase(t) && !self.speaks(tokens, end);
        if state && words.len() < 3 && !its_account && !its_view && (owner || next.is_some_and(goes_on)) {
            return None;
        }
        if its_account {
            is.kind = "readout".to_owned();
        }
        // 'its Foreign Ministry' after Taiwan is Taiwan's.
        let owner = at.checked_sub(1).and_then(|before| self.nation(&tokens[before]));
        // 'In Taipei, the Foreign Ministry' is of there.
        let there = tokens.get(1).filter(|_| at <= 4 && tokens[0].lower() == "in").and_then(|t| self.nation(t));
        if let Some(nation) = owner.or(there).filter(|_| lower.ends_with("ministry")) {
            is.side = nation.to_owned();
        }
        let name = words.join(" ").trim_end_matches("'s").to_owned();
        let number = self.body_number(name, is);
        // 'Foreign Ministry spokesman', 'State Department official': an office, or somebody without a name.
        if self.office_at(tokens, end) {
            return None;
        }
        // 'The ministry's readout', 'the ministry statement', 'Beijing's own account' is the ministry's.
        let end = if next.is_some_and(account) { end + 1 } else { own.map_or(end, |noun| noun + 1) };
        Some(Mention { start: with_article(tokens, at), end, who: Some(Who::Body(number)), pronoun: false })
    }

    /// Where the noun of an account stands behind its owner and a word or two: 'Beijing's own account', 'much shorter version'.
    fn own_account(&self, tokens: &[Token], end: usize) -> Option<usize> {
        const MOST: usize = 3;
        let account = |t: &Token| self.press.is_account(t);
        let plain = |t: &&Token| {
            let verb = self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower());
            t.is_word() && !verb && !t.is_capital() && !self.press.ends_phrase(t)
        };
        let words = tokens[end..].iter().take(MOST).take_while(plain).count();
        (end..end + words).find(|i| account(&tokens[*i])).filter(|_| tokens[end - 1].is_owner())
    }

    /// The institution whose name begins at a token, and where that ends: one of the lists, or the account of a side by
    /// whichever noun, 'American summaries'.
    fn institution_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        let first = tokens.get(at)?;
        let account = |t: &Token| self.press.is_account(t);
        let side = self.press.sides.adjectives.get(first.lower()).filter(|_| first.is_capital());
        if let Some(side) = side.filter(|_| tokens.get(at + 1).is_some_and(account)) {
            return Some((at + 2, Institution { side: side.clone(), kind: "readout".to_owned() }));
        }
        let end = longest(tokens, at, |name| self.press.bodies.contains_key(name))?;
        Some((end, self.press.bodies.get(&joined(&tokens[at..end])).cloned()?))
    }

    fn body_number(&mut self, name: String, is: Institution) -> usize {
        self.bodies.iter().position(|b| b.name == name && b.is == is).unwrap_or_else(|| {
            self.bodies.push(Body { name, is });
            self.bodies.len() - 1
        })
    }

    /// Whether a verb of what an account does stands at a token: 'Beijing's calls it “…”', where the account is understood.
    fn account_does(&self, tokens: &[Token], at: usize) -> bool {
        let does = &self.press.documents.does;
        tokens.get(at).is_some_and(|t| does.contains(t.lower())) || longest(tokens, at, |p| does.contains(p)).is_some()
    }

    /// Whether an office or somebody without a name stands at a token, with other words of an office before it: 'official',
    /// 'press secretary'.
    fn office_at(&self, tokens: &[Token], at: usize) -> bool {
        const MOST: usize = 4;
        let mut words = tokens[at..].iter().take(MOST).take_while(|t| t.is_word());
        let person = words.by_ref().find(|t| self.is_person(t) || !self.press.titles.words.contains(t.lower()));
        person.is_some_and(|t| self.is_person(t))
    }

    /// Whether a word stands for a person.
    fn is_person(&self, token: &Token) -> bool {
        self.press.titles.persons.contains(token.lower()) || self.press.unnamed.heads.contains(token.lower())
    }

    /// Whether somebody speaks from a token on: behind adverbs and helping verbs stands a verb that reports, or a sign, as
    /// in 'A: “…”'.
    fn speaks(&self, tokens: &[Token], at: usize) -> bool {
        let mut rest = tokens[at..].iter().skip_while(|t| self.press.adverbs.contains(t.lower()));
        rest.next().is_some_and(|t| {
            !t.is_word() || self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower())
        })
    }

    /// Whether a verb that reports stands at a token at once.
    fn reports(&self, tokens: &[Token], at: usize) -> bool {
        tokens
            .get(at)
            .is_some_and(|t| matches!(t.lower(), "said" | "says" | "added" | "announced" | "warned" | "declined"))
    }

    /// The side that words beside a name tell, by the first that tells one.
    fn side_of(&self, words: &[&str]) -> Option<String> {
        let sides = &self.press.sides;
        let text = format!(" {} ", words.join(" "));
        let place = |list: &[String]| list.iter().filter_map(|w| text.find(&format!(" {w} "))).min();
        let apart = place(&sides.nobody);
        let nations = sides.nations.iter().map(|(id, list)| (id.as_str(), list));
        let lists = nations.chain([("us", &sides.us), ("cn", &sides.cn)]);
        let first = lists.filter_map(|(side, list)| Some((place(list)?, side))).min();
        match (first, apart) {
            (_, Some(_)) => Some(NO_SIDE.to_owned()),
            (Some((_, side)), None) => Some(side.to_owned()),
            (None, None) => None,
        }
    }
}
