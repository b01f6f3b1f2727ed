//! Who can be the source of words in an article: people by name, officials without one, institutions, and the pronouns
//! and offices that stand for them. Read in order, since 'he' and 'the official' are whoever was there before.
//!
//! `mentions` reads a sentence, and asks at each word whether it begins an institution (`bodies`), somebody without a name
//! (`nameless`, `strangers`), an office of a state (`described`), a name (`names`, with `people`: who that is, by office (`offices`) and side
//! (`sides`, with `romanized`: whether a name can be Chinese)), or what stands for
//! somebody named before (`stand_in`, `pronouns`, `spokes` for those who speak for an institution), of whom `lately` keeps track.

mod accounts;
mod bodies;
mod described;
mod lately;
mod mentions;
mod nameless;
mod names;
mod offices;
mod people;
mod pronouns;
mod romanized;
mod sides;
mod spokes;
mod stand_in;
mod strangers;
mod words;

use std::collections::{HashMap, HashSet};

pub(super) use bodies::is_own_list;
use people::{leaders, women};
pub(super) use words::{is_subject, longest};

use super::press::{Institution, Press};
use crate::codebook::{Codebook, Kind};
use crate::import::article::is_party;
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

impl Who {
    /// Whether it is somebody with a name.
    pub fn is_person(self) -> bool {
        matches!(self, Self::Person(_))
    }

    /// Whether it is an institution.
    pub fn is_body(self) -> bool {
        matches!(self, Self::Body(_))
    }
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
    /// Whether it is a member of a parliament, or was something before: of the House, and not of the White House.
    pub fn is_lawmaker(&self, press: &Press) -> bool {
        let white = self.titles.iter().any(|t| t == "white");
        self.titles.iter().any(|t| press.titles.lawmakers.contains(t) && !(white && t == "house"))
    }

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
    /// How one of them is called: 'US official' of 'US officials'.
    fn of_one(&self) -> String {
        let (before, _) = self.text.rsplit_once(' ').unwrap_or_default();
        let head = if self.head == "people" { "person" } else { &self.head };
        format!("{before} {head}").trim_start().to_owned()
    }

    /// Whether it is one who speaks in public, and does not only ask.
    pub fn tells(&self) -> bool {
        !self.plural && !matches!(self.head.as_str(), "reporter" | "journalist")
    }

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
    /// The ministry whose name was last read.
    pub ministry: Option<usize>,
    /// The institution whose name was read last, and which has people who speak for it.
    house: Option<usize>,
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
    /// Who was quoted last in the paragraph, unless another has opened a sentence since.
    pub quoted: Option<Who>,
    /// The institution that said, called or rejected something last.
    pub heard: Option<Who>,
    /// Who was quoted in the sentence before.
    pub just_quoted: Option<Who>,
    /// Whether the paragraph names an account.
    pub compared: bool,
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
            ministry: None,
            house: None,
            account: None,
            poster: None,
            last_spoken_for: None,
            last_unnamed: None,
            speaker: None,
            talker: None,
            quoted: None,
            heard: None,
            just_quoted: None,
            compared: false,
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
            Who::Body(i) => is_party(&self.bodies[i].is.side) && self.bodies[i].is.gives_account(),
            Who::Person(i) => is_party(&self.people[i].side) && self.people[i].speaks_for(self.press),
            Who::Unnamed(_) => false,
        }
    }

    /// Whether the accounts of a side tell what was said in their own words.
    pub fn narrates(&self, side: &str) -> bool {
        self.press.documents.narrated.iter().any(|narrated| narrated == side)
    }

    /// Whether it is a statement of both.
    pub fn is_joint(&self, who: Who) -> bool {
        matches!(who, Who::Body(i) if self.bodies[i].name.to_lowercase().starts_with("joint "))
    }

    /// Whether it is somebody whom the codebook knows and who speaks for no other.
    pub fn is_principal(&self, who: Who) -> bool {
        let Who::Person(i) = who else { return false };
        let person = &self.people[i];
        let press = || person.titles.iter().any(|t| t == "press");
        let office = || person.titles.iter().any(|t| self.press.titles.ministers.contains(t)) && !press();
        let party = || is_party(&person.side) && !person.is_lawmaker(self.press);
        !person.speaks_for(self.press) && (person.known || party() && office())
    }

    /// How often the article has named somebody so far, and in which order he came.
    pub fn times_named(&self, who: Who) -> (usize, usize) {
        match who {
            Who::Person(i) => (self.people[i].count, i),
            Who::Unnamed(i) | Who::Body(i) => (0, i),
        }
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

    /// The office of a spokesperson, as the article names it: 'State Department spokesperson'.
    pub fn office_of(&self, who: Who) -> Option<String> {
        let Who::Person(i) = who else { return None };
        self.people[i].office.clone().filter(|_| self.people[i].speaks_for(self.press))
    }
}
