//! Everybody in an article: the officials whom the codebook knows, people whom the article names with their office (`names`),
//! those without a name, institutions, and who was lately there and can be 他 or 该官员.

use std::collections::HashMap;

use super::lexicon::{Head, Lexicon, Pronoun, Role};
use super::words::{Body, Words};
use crate::codebook::Codebook;
use crate::import::article::{NO_SIDE, is_party};
use crate::text::Span;
use crate::text::language::is_han;

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    Person(usize),
    /// Somebody without a name.
    Unnamed(usize),
    Body(usize),
}

/// What somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Is {
    pub spokesperson: bool,
    pub lawmaker: bool,
    /// Whether he speaks for no state.
    pub expert: bool,
    /// Whether he speaks for an embassy.
    pub embassy: bool,
    /// Whether he has an office.
    pub office: bool,
}

/// Somebody with a name.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    /// How the article calls him, in full where it does.
    pub name: Option<Span>,
    /// The longest other form, which says no more of him: a surname.
    pub short: Option<Span>,
    pub side: String,
    pub known: bool,
    pub woman: Option<bool>,
    pub is: Is,
    /// The offices by which he can be meant.
    pub offices: Vec<String>,
    /// The office before his name, in bytes of the article.
    pub office: Option<Span>,
    pub count: usize,
}

/// Somebody without a name.
#[derive(Debug, Clone)]
pub(super) struct Unnamed {
    pub name: Span,
    pub side: String,
    pub head: Head,
}

/// Everybody in an article.
#[derive(Debug)]
pub(super) struct People {
    pub words: &'static Words,
    /// The names of people.
    pub lexicon: Lexicon,
    pub people: Vec<Person>,
    pub unnamed: Vec<Unnamed>,
    pub bodies: Vec<Body>,
    /// Where the article first names an institution.
    called: HashMap<usize, Span>,
    by_name: HashMap<String, usize>,
    /// Whose the institutions are that several states have, as the article named them last.
    shared: HashMap<String, String>,
    /// The institutions and states as the article names them, the last of them last.
    pub named: Vec<usize>,
    /// The state of the paper, where that is no party.
    pub home: Option<String>,
    /// Whoever was a subject or spoke, the last of them last.
    recent: Vec<Who>,
    /// Who without a name spoke last, and which spokesperson.
    pub last_unnamed: Option<Who>,
    pub last_spokesperson: Option<Who>,
    /// Whose account was named last, and whether it was a list of measures.
    pub account: Option<(Who, bool)>,
    /// Whose account was last called by a noun.
    called_accounts: Vec<(String, Who, bool)>,
    /// The people of the sentence before, in order.
    pub before: Vec<Who>,
    /// Whoever is named by an office alone.
    pub by_title: HashMap<String, usize>,
    /// Who holds an office, by its name, as the article named them last.
    holders: HashMap<String, Vec<usize>>,
}

impl People {
    pub fn new(codebook: &Codebook) -> Self {
        let words = Words::carried();
        let mut people = Self {
            words,
            lexicon: Lexicon::default(),
            people: Vec::new(),
            unnamed: Vec::new(),
            bodies: words.bodies.clone(),
            called: HashMap::new(),
            by_name: words.bodies.iter().enumerate().map(|(number, body)| (body.name.clone(), number)).collect(),
            shared: HashMap::new(),
            named: Vec::new(),
            home: None,
            recent: Vec::new(),
            last_unnamed: None,
            last_spokesperson: None,
            account: None,
            called_accounts: Vec::new(),
            before: Vec::new(),
            by_title: HashMap::new(),
            holders: HashMap::new(),
        };
        for official in codebook.officials() {
            let chinese = |name: &&String| name.chars().any(is_han);
            let names: Vec<&str> = official.names.iter().filter(chinese).map(String::as_str).collect();
            let office = official.office.map(|o| o.zh.to_string()).unwrap_or_default();
            let spokesperson = office.contains("发言人");
            let person = Person {
                side: official.side,
                known: true,
                woman: official.gender.map(|g| g == "f"),
                is: Is { spokesperson, office: true, embassy: office.contains("使馆"), ..Is::default() },
                offices: vec![office],
                ..Person::default()
            };
            people.add(person, &names);
        }
        for called in &words.called {
            if let Some(Role::Person(number)) = people.lexicon.get(&called.known).and_then(|w| w.role) {
                called.also.iter().for_each(|name| people.call(name, number));
            }
        }
        people
    }

    /// Keeps somebody by these names.
    pub fn add(&mut self, person: Person, names: &[&str]) -> usize {
        let number = self.people.len();
        self.people.push(person);
        names.iter().for_each(|name| self.call(name, number));
        number
    }

    /// Keeps a name of somebody, where it is nobody's yet.
    pub fn call(&mut self, name: &str, number: usize) {
        if name.chars().nth(1).is_some() && self.lexicon.get(name).is_none() {
            self.lexicon.add(name, |w| w.role = Some(Role::Person(number)));
        }
    }

    /// The number of an institution.
    pub fn body(&mut self, name: &str, side: &str, gives_account: bool) -> usize {
        let key = format!("{side} {name}");
        let next = self.bodies.len();
        let number = *self.by_name.entry(key).or_insert(next);
        if number == next {
            self.bodies.push(Body { name: name.to_owned(), side: side.to_owned(), gives_account });
        }
        number
    }

    /// The number of an institution that several states have: that of the state that the article named with it last.
    pub fn shared(&mut self, number: usize) -> usize {
        let shared = &self.words.shared[number];
        let home = self.home.clone().filter(|_| shared.home);
        let side = home.or_else(|| self.shared.get(&shared.name).cloned()).unwrap_or_else(|| shared.side.clone());
        self.body(&shared.name, &side, true)
    }

    /// The side whose institution of that name the article named last with its state.
    pub fn shared_side(&self, name: &str) -> Option<&str> {
        self.shared.get(name).map(String::as_str)
    }

    /// The number of an institution that several states have, where the article has named it.
    pub fn shared_now(&self, number: usize) -> Option<usize> {
        let shared = &self.words.shared[number];
        let home = self.home.as_deref().filter(|_| shared.home);
        let side = home.or_else(|| self.shared_side(&shared.name)).unwrap_or(&shared.side);
        self.by_name.get(&format!("{side} {}", shared.name)).copied()
    }

    /// The number of an institution of a state: 日本外交部.
    pub fn of_state(&mut self, number: usize, side: &str) -> usize {
        let name = &self.words.shared[number].name;
        self.shared.insert(name.clone(), side.to_owned());
        self.body(name, side, true)
    }

    /// Notes whose an institution is that the article names with its state: 湖城外交部.
    pub fn note_state(&mut self, number: usize) {
        let body = &self.bodies[number];
        let Some(shared) = self.words.shared.iter().find(|s| body.name.ends_with(&s.name)) else { return };
        if body.name.len() > shared.name.len() {
            self.shared.insert(shared.name.clone(), body.side.clone());
        }
    }

    /// Notes whose account is called by a noun.
    pub fn note_account(&mut self, noun: &str, who: Who, sheet: bool) {
        self.account = Some((who, sheet));
        self.called_accounts.retain(|(had, ..)| had != noun);
        self.called_accounts.push((noun.to_owned(), who, sheet));
    }

    /// Whose account is meant by a noun alone: the last that was called so (会谈纪要, 纪要), or else the last of all.
    pub fn account_called(&self, noun: &str) -> Option<(Who, bool)> {
        let same = |had: &str| had.ends_with(noun) || noun.ends_with(had);
        let called = self.called_accounts.iter().rev().find(|(had, ..)| same(had));
        called.map(|(_, who, sheet)| (*who, *sheet)).or(self.account)
    }

    /// Notes somebody who is a subject or speaks: he may be meant by a pronoun.
    pub fn note(&mut self, who: Who) {
        /// No pronoun means anybody before these.
        const MOST: usize = 8;
        match who {
            Who::Person(number) => {
                if self.people[number].is.spokesperson {
                    self.last_spokesperson = Some(who);
                }
            }
            Who::Unnamed(_) => self.last_unnamed = Some(who),
            Who::Body(_) => return,
        }
        self.recent.retain(|w| *w != who);
        self.recent.push(who);
        if self.recent.len() > MOST {
            self.recent.remove(0);
        }
    }

    /// Forgets who was lately there.
    pub fn forget(&mut self) {
        self.recent.clear();
        self.shared.clear();
        self.named.clear();
        self.called_accounts.clear();
    }

    /// Whom a pronoun means.
    pub fn meant(&self, pronoun: Pronoun, word: &str) -> Option<Who> {
        let woman = word.starts_with('她');
        let fits = |w: &&Who| match w {
            Who::Person(number) => self.people[*number].woman.is_none_or(|is| is == woman),
            _ => true,
        };
        match pronoun {
            Pronoun::He => self.recent.iter().rev().find(fits).copied(),
            Pronoun::Latter => self.before.last().copied(),
            Pronoun::Former => self.before.first().copied(),
            Pronoun::Other => self.vis_a_vis(),
            Pronoun::They => self.recent.last().copied().filter(|w| matches!(w, Who::Unnamed(_))),
            Pronoun::Sides => None,
        }
    }

    /// Whom the principal who was there last has before him: the other side's in the sentence before that names people.
    fn vis_a_vis(&self) -> Option<Who> {
        let here = self.just_there().filter(|who| self.is_principal(*who))?;
        let other = |who: &&Who| self.is_principal(**who) && self.side(**who) != self.side(here);
        self.before.iter().rev().find(other).copied()
    }

    /// Somebody of the public, or a paper.
    pub fn of_public(&mut self, name: Span) -> Who {
        self.unnamed.push(Unnamed { name, side: NO_SIDE.to_owned(), head: Head::Expert });
        Who::Unnamed(self.unnamed.len() - 1)
    }

    /// Whoever was a subject or spoke last.
    pub fn just_there(&self) -> Option<Who> {
        self.recent.last().copied()
    }

    /// The expert with a name who was there last.
    pub fn recent_expert(&self) -> Option<Who> {
        self.recent.iter().rev().find(|w| self.is(**w).expert).copied()
    }

    /// Whether somebody is named by his office alone.
    pub fn is_nameless(&self, who: Who) -> bool {
        matches!(who, Who::Person(number) if self.by_title.values().any(|holder| *holder == number))
    }

    /// Notes the offices of somebody as the article names him with them.
    pub fn holds(&mut self, number: usize, office: &str) {
        /// No office has more holders in one article.
        const MOST: usize = 8;
        let holders = self.holders.entry(office.to_owned()).or_default();
        holders.retain(|n| *n != number);
        holders.push(number);
        if holders.len() > MOST {
            holders.remove(0);
        }
    }

    /// Who holds an office of a side.
    pub fn holder(&self, office: &str, side: Option<&str>) -> Option<Who> {
        let fits = |n: &&usize| side.is_none_or(|side| self.people[**n].side == side);
        let lately = self.recent.iter().rev().filter_map(|w| match w {
            Who::Person(number) => Some(number),
            _ => None,
        });
        let holds = |n: &&usize| self.people[**n].offices.iter().any(|o| o.ends_with(office));
        let of_recent = || lately.filter(holds).find(fits);
        let named = self.holders.get(office).and_then(|holders| holders.iter().rev().find(fits));
        named.or_else(of_recent).map(|n| Who::Person(*n))
    }

    /// The side of a source.
    pub fn side(&self, who: Who) -> &str {
        match who {
            Who::Person(number) => &self.people[number].side,
            Who::Unnamed(number) => &self.unnamed[number].side,
            Who::Body(number) => &self.bodies[number].side,
        }
    }

    /// Whether it is an institution of a party whose words are an account, or a statement of both.
    pub fn gives_account(&self, who: Who) -> bool {
        matches!(who, Who::Body(number) if self.bodies[number].gives_account)
            && (is_party(self.side(who)) || self.side(who) == "both")
    }

    /// Whether it is somebody of a party who meets the other one, and speaks for no other.
    pub fn is_principal(&self, who: Who) -> bool {
        let Who::Person(number) = who else { return false };
        let person = &self.people[number];
        let other = person.is.spokesperson || person.is.lawmaker || person.is.expert || person.is.embassy;
        is_party(&person.side) && !other && (person.known || person.is.office)
    }

    /// Whether somebody by this number is a spokesperson.
    pub fn is_spokesperson(&self, person: Option<usize>) -> bool {
        person.is_some_and(|number| self.people[number].is.spokesperson)
    }

    /// What somebody is.
    pub fn is(&self, who: Who) -> Is {
        match who {
            Who::Person(number) => self.people[number].is,
            Who::Unnamed(_) | Who::Body(_) => Is::default(),
        }
    }

    /// The name of a source, as the article calls it.
    pub fn name<'a>(&'a self, who: Who, article: &'a str) -> &'a str {
        match who {
            Who::Person(number) => {
                let person = &self.people[number];
                person.name.or(person.short).map_or("", |span| span.slice(article))
            }
            Who::Unnamed(number) => self.unnamed[number].name.slice(article),
            Who::Body(number) => self.called.get(&number).map_or(&self.bodies[number].name, |span| span.slice(article)),
        }
    }

    /// Notes where the article names an institution.
    pub fn call_body(&mut self, number: usize, span: Span) {
        self.called.entry(number).or_insert(span);
    }
}
