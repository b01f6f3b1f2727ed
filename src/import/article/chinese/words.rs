//! `data/press_zh.toml`: how news articles in Chinese say who said what.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::Deserialize;

use super::lexicon::{Head, Lexicon, Pronoun, Role, Say, Word};
use crate::import::article::press::Publisher;

const TEXT: &str = include_str!("../../data/press_zh.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    speak: Vec<String>,
    act: Vec<String>,
    call: Vec<String>,
    quote: Vec<String>,
    nothing: Vec<String>,
    account: Vec<String>,
    again: Vec<String>,
    joint: Vec<String>,
    sheet: Vec<String>,
    written: Vec<String>,
    public: Vec<String>,
    earlier: Vec<String>,
    meets: Vec<String>,
    he: Vec<String>,
    they: Vec<String>,
    latter: Vec<String>,
    former: Vec<String>,
    other_one: Vec<String>,
    sides: Vec<String>,
    one: Vec<String>,
    other: Vec<String>,
    this: Vec<String>,
    that: Vec<String>,
    hidden: Vec<String>,
    officials: Vec<String>,
    insiders: Vec<String>,
    experts: Vec<String>,
    nobody: Vec<String>,
    spokespersons: Vec<String>,
    lawmakers: Vec<String>,
    offices: Vec<String>,
    office_sides: BTreeMap<String, Vec<String>>,
    joining: Joining,
    roles: Roles,
    follows: List,
    name: Vec<Called>,
    body: Vec<Bodies>,
    shared: Vec<Shared>,
    media: Media,
    accounts: Accounts,
    things: Things,
    names: Names,
    publisher: Vec<Publisher>,
}

/// What may stand between the words of an office and its name.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Joining {
    words: Vec<String>,
    former: Vec<String>,
}

/// What somebody is to a verb, by the word before him.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Roles {
    pub object: Vec<String>,
    pub agent: Vec<String>,
    /// What names a source: 据, 根据.
    pub sources: Vec<String>,
    /// What begins a clause that is held against the one before: 而, 但.
    pub against: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    words: Vec<String>,
}

/// Whom articles call by another name than the codebook.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Called {
    /// A name that the codebook has.
    pub known: String,
    pub also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bodies {
    side: String,
    kind: String,
    names: Vec<String>,
}

/// An institution of which several states have one of the same name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shared {
    pub name: String,
    /// Whose it is where the article does not say.
    pub side: String,
    /// Whether it is that of the state where the paper is.
    #[serde(default)]
    pub home: bool,
}

/// News media.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Media {
    pub names: Vec<String>,
    /// Of states that are no party, by their ids.
    pub home: BTreeMap<String, Vec<String>>,
    /// The state whose papers write in Traditional characters and call it so.
    pub ours: BTreeMap<String, String>,
    /// Those that speak for a side.
    pub agencies: Vec<String>,
    /// What stands before the names of those who wrote an article.
    pub bylines: Vec<String>,
}

/// How the accounts of sides tell.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accounts {
    narrated: Vec<String>,
}

/// What words in quotation marks are that nobody says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Things {
    pub terms: Vec<String>,
    pub before: Vec<String>,
    pub behind: Vec<String>,
}

/// The characters of names.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub surnames: String,
    pub double: Vec<String>,
    pub foreign: String,
    /// With what the names of those end who speak for no state.
    pub organisations: Vec<String>,
    /// Whence officials without a name are who are of no party: 一名欧洲外交官.
    pub elsewhere: Vec<String>,
    /// What begins with a surname and is no name: 周四.
    pub not: Vec<String>,
    /// What ends a byline behind its names: 报道.
    pub ends: Vec<String>,
}

/// An institution or a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Body {
    pub name: String,
    pub side: String,
    /// Whether its words are a written account or statement.
    pub gives_account: bool,
}

/// The words by which an article is read.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// All words with a meaning of their own.
    pub lexicon: Lexicon,
    pub bodies: Vec<Body>,
    pub shared: Vec<Shared>,
    pub office_sides: HashMap<String, String>,
    pub roles: Roles,
    pub follows: Vec<String>,
    pub called: Vec<Called>,
    pub media: Media,
    /// Sides whose accounts tell in words of their own what their people did.
    pub narrated: Vec<String>,
    pub things: Things,
    pub names: Names,
    pub publishers: Vec<Publisher>,
}

impl Words {
    /// The words that the program carries. A test holds that they are understood; should they not be, no quotation finds
    /// a source.
    pub fn carried() -> &'static Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Self::parse(TEXT).unwrap_or_default())
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let raw: Raw = toml::from_str(text)?;
        let mut lexicon = Lexicon::default();
        raw.verbs_and_cues(&mut lexicon);
        raw.people(&mut lexicon);
        let mut bodies = Vec::new();
        for group in &raw.body {
            for name in &group.names {
                lexicon.add(name, |w| w.role = Some(Role::Body(bodies.len())));
                let gives_account = group.kind == "readout";
                bodies.push(Body { name: name.clone(), side: group.side.clone(), gives_account });
            }
        }
        for (number, shared) in raw.shared.iter().enumerate() {
            lexicon.add(&shared.name, |w| w.role = Some(Role::Shared(number)));
        }
        for name in &raw.media.names {
            lexicon.add(name, |w| w.role = Some(Role::Nobody));
        }
        let office_sides = raw.office_sides.iter().flat_map(|(side, words)| words.iter().map(move |w| (w, side)));
        Ok(Self {
            lexicon,
            bodies,
            office_sides: office_sides.map(|(word, side)| (word.clone(), side.clone())).collect(),
            shared: raw.shared,
            roles: raw.roles,
            follows: raw.follows.words,
            called: raw.name,
            media: raw.media,
            narrated: raw.accounts.narrated,
            things: raw.things,
            names: raw.names,
            publishers: raw.publisher,
        })
    }
}

impl Raw {
    /// Puts verbs of saying, accounts, and what shows how words were said, into the lexicon.
    fn verbs_and_cues(&self, lexicon: &mut Lexicon) {
        let mut add = |words: &[String], set: &dyn Fn(&mut Word)| words.iter().for_each(|w| lexicon.add(w, set));
        add(&self.nothing, &|_| {});
        add(&self.speak, &|w| w.say = Some(Say::Speak));
        add(&self.act, &|w| w.say = Some(Say::Act));
        add(&self.call, &|w| w.say = Some(Say::Call));
        add(&self.quote, &|w| w.say = Some(Say::Quote));
        add(&self.account, &|w| w.account = true);
        add(&self.again, &|w| (w.account, w.again) = (true, true));
        add(&self.joint, &|w| (w.account, w.joint) = (true, true));
        add(&self.sheet, &|w| (w.account, w.sheet) = (true, true));
        add(&self.written, &|w| w.written = true);
        add(&self.public, &|w| w.public = true);
        add(&self.earlier, &|w| w.earlier = true);
        add(&self.meets, &|w| w.meets = true);
    }

    /// Puts the words for people into the lexicon.
    fn people(&self, lexicon: &mut Lexicon) {
        let mut add = |words: &[String], role: Role| words.iter().for_each(|w| lexicon.add(w, |w| w.role = Some(role)));
        add(&self.he, Role::Pronoun(Pronoun::He));
        add(&self.they, Role::Pronoun(Pronoun::They));
        add(&self.latter, Role::Pronoun(Pronoun::Latter));
        add(&self.former, Role::Pronoun(Pronoun::Former));
        add(&self.other_one, Role::Pronoun(Pronoun::Other));
        add(&self.sides, Role::Pronoun(Pronoun::Sides));
        add(&self.one, Role::One);
        add(&self.other, Role::Other);
        add(&self.this, Role::This);
        add(&self.hidden, Role::Hidden);
        add(&self.officials, Role::Head(Head::Official));
        add(&self.insiders, Role::Head(Head::Insider));
        add(&self.experts, Role::Head(Head::Expert));
        add(&self.nobody, Role::Nobody);
        add(&self.offices, Role::Office);
        add(&self.lawmakers, Role::Lawmaker);
        add(&self.spokespersons, Role::Spokesperson);
        add(&self.joining.words, Role::Joining);
        add(&self.joining.former, Role::Former);
        for word in &self.that {
            lexicon.add(word, |w| w.role = word.chars().next_back().map(Role::That));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_words_are_understood() {
        let words = Words::parse(TEXT).expect("press_zh.toml");
        assert!(words.lexicon.longest("表示强烈不满").is_some_and(|(length, _)| length == "表示".len()));
        for body in &words.bodies {
            assert!(!body.side.is_empty() && body.side.is_ascii(), "{}", body.name);
        }
        for word in words.things.terms.iter().chain(&words.follows).chain(&words.roles.object) {
            assert_eq!(super::super::frame::plain(word), *word, "in Simplified characters");
        }
    }
}
