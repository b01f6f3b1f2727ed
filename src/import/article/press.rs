//! `data/press.toml`: how news articles say who said what.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::frame::Token;

const TEXT: &str = include_str!("../data/press.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    report: Vec<String>,
    name: Vec<String>,
    bare: HashSet<String>,
    bare_name: Vec<String>,
    heard: HashSet<String>,
    adverbs: HashSet<String>,
    asides: Vec<String>,
    unnamed: Unnamed,
    titles: Titles,
    sides: Sides,
    documents: Documents,
    body: Vec<Body>,
    media: Media,
    names: Names,
    common: Common,
    publisher: Vec<Publisher>,
}

/// How the publisher of an account is called in a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Publisher {
    pub side: String,
    /// What stands in the name that an article gives it, in lower case.
    pub word: String,
    pub name: String,
}

/// Heads of phrases for people who are not named.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unnamed {
    pub heads: HashSet<String>,
    pub apart: HashSet<String>,
    pub public: HashSet<String>,
    /// What is a government's, or a part of it, so that whoever is of it speaks for it.
    pub bodies: HashSet<String>,
    /// Who is nobody's official, where he keeps his name back: 'the head of a bank, who asked not to be named'.
    pub hidden: HashSet<String>,
    /// How that is said.
    pub anonymous: HashSet<String>,
    pub adjectives: HashSet<String>,
    /// What is said of somebody that gives him no office: 'an unnamed spokesperson'.
    pub nameless: HashSet<String>,
    pub determiners: HashSet<String>,
    /// What 'official' is said of that is nobody.
    pub official: HashSet<String>,
    /// What may go on behind the head: 'a person familiar with the talks'.
    pub known_by: HashSet<String>,
    pub ordinals: HashSet<String>,
}

/// Offices.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Titles {
    pub words: HashSet<String>,
    pub persons: HashSet<String>,
    pub lawmakers: HashSet<String>,
    pub spokespersons: HashSet<String>,
    pub ministers: HashSet<String>,
    /// Offices of several, and as one of them has it: 'Senators A and B'.
    pub plurals: HashMap<String, String>,
    /// Of which each state has one: 'Lakeland's trade chief'.
    pub holders: HashSet<String>,
    /// What makes another office of one: 'vice president'.
    pub ranks: HashSet<String>,
    /// What somebody did who was something before: 'A, who negotiated with Lakeland'.
    pub careers: HashSet<String>,
    /// What somebody does who is in business, behind which stands with whom: 'A, who sells chairs to Lakeland'.
    pub trades: HashSet<String>,
    /// What such a one has or runs.
    pub firms: HashSet<String>,
    /// By side, spokespersons whom articles name without their office.
    pub known: HashMap<String, Vec<String>>,
}

/// Words beside a name that tell its side.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sides {
    /// Of people who speak for no side.
    pub nobody: Vec<String>,
    /// Of states that are no party, by their ids.
    pub nations: BTreeMap<String, Vec<String>>,
    /// Capitals of such states that are also places where others meet, by the ids of their states.
    pub capitals: BTreeMap<String, Vec<String>>,
    /// People of such states whom articles name without their state, by its id, in lower case.
    pub people: BTreeMap<String, Vec<String>>,
    /// The side of an account by the word before its noun: 'the American summary'.
    pub adjectives: HashMap<String, String>,
    /// The side that alone has an office, of the two.
    pub offices: HashMap<String, String>,
    /// The side whose people have a title that says no more, where nothing else tells their state: 'Secretary A'.
    pub titles: HashMap<String, String>,
    pub us: Vec<String>,
    pub cn: Vec<String>,
}

impl Sides {
    /// The state that is no party of which a word is, by its id.
    pub fn nation(&self, word: &str) -> Option<&str> {
        let mut nations = self.nations.iter();
        let plain = word.strip_suffix("'s").unwrap_or(word);
        nations.find(|(_, words)| words.iter().any(|w| w == word || w == plain)).map(|(id, _)| id.as_str())
    }

    /// The state of which a word is that owns what follows, by its id: a state or its capital, 'Lakeford's'.
    pub fn owner(&self, word: &str) -> Option<&str> {
        let capital = word.strip_suffix("'s")?;
        let mut capitals = self.capitals.iter();
        let of_capital = || capitals.find(|(_, names)| names.iter().any(|w| w == capital)).map(|(id, _)| id.as_str());
        self.nation(word).or_else(of_capital)
    }
}

/// Institutions or states of one side, by their names.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    side: String,
    kind: String,
    names: Vec<String>,
}

/// What shows that words come from a written account, or were spoken in public.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Documents {
    pub nouns: HashSet<String>,
    /// The sides whose accounts tell what was said in their own words; those of others have their people speak.
    pub narrated: Vec<String>,
    pub accounts: HashSet<String>,
    /// What lists what two agreed on.
    pub sheets: Vec<String>,
    /// What else a side hands out: 'a list circulated by the Lakeland delegation'.
    pub papers: HashSet<String>,
    /// What a newspaper does with it: 'and seen by the Lakeford Post'.
    pub seen: HashSet<String>,
    /// What else is given out as an account is: 'posting his words'.
    pub given_out: HashSet<String>,
    /// What words are in that somebody gives: 'in the words of', 'in the telling of'.
    pub tellings: HashSet<String>,
    /// What is done to an account: 'put out'.
    pub issued: HashSet<String>,
    /// What an account does where its noun is understood: 'Beijing's calls it “…”'.
    pub does: HashSet<String>,
    pub words: Vec<String>,
    /// What shows that words were written, whatever else the sentence tells of.
    pub stated: Vec<String>,
    pub speech: Vec<String>,
    /// What shows that an institution answers at a briefing.
    pub answers: Vec<String>,
    /// What shows that two spoke with each other where no reporter hears it.
    pub calls: Vec<String>,
    pub inside: Vec<String>,
    /// What an encounter of the two is called, and what came of it.
    pub encounters: Vec<String>,
    /// What tells that words were said before the press as a meeting began.
    pub opening: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Media {
    names: Vec<String>,
}

/// Words that tell names from other phrases.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub organisations: HashSet<String>,
    /// Words with which the names of places end.
    pub places: HashSet<String>,
    pub things: HashSet<String>,
    /// What has a title in quotation marks behind it: 'the film “A Big Day”'.
    pub works: HashSet<String>,
    /// Who makes a work: 'the author of “A Big Day”'.
    pub makers: HashSet<String>,
    /// What is paid, which a word or two in quotation marks only names: '“mutual” tariffs'.
    pub duties: HashSet<String>,
    /// The words that name such a thing.
    pub kinds_of_duties: HashSet<String>,
    /// What a company is of something: 'its owner A'.
    pub owners: HashSet<String>,
    /// Whom one meets of the other side: 'he told his guest'.
    pub met: HashSet<String>,
    pub prepositions: HashSet<String>,
    pub views: HashSet<String>,
    /// What answers somebody: 'His comeback:'.
    pub replies: HashSet<String>,
    /// Views behind which 'as' has the words of whoever has them.
    pub describing: HashSet<String>,
    pub posts: HashSet<String>,
    pub posting: HashSet<String>,
    pub offers: HashSet<String>,
    /// What states have by the same names: 'Lakeland's national security council'.
    pub houses: HashSet<String>,
    /// What a state has besides ministries that speaks for it: 'Lakeland's market regulator'.
    pub agencies: HashSet<String>,
    pub opening: HashSet<String>,
    pub ends: HashSet<String>,
    /// What is named after the place where it was: 'the San Francisco meeting'.
    pub gatherings: HashSet<String>,
    /// Words of which no name has one with a capital.
    pub small: HashSet<String>,
    /// What is said of somebody before his surname: 'Poor Brock'.
    pub epithets: HashSet<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Common {
    words: HashSet<String>,
}

/// What an institution is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Institution {
    pub side: String,
    pub kind: String,
}

impl Institution {
    /// One of a side whose words are an account.
    pub fn with_account(side: &str) -> Self {
        Self { side: side.to_owned(), kind: "readout".to_owned() }
    }

    /// Whether its words are a written account or statement.
    pub fn gives_account(&self) -> bool {
        self.kind == "readout"
    }

    /// Whether its words are remarks, as those of a state are.
    pub fn gives_remarks(&self) -> bool {
        self.kind == "remarks"
    }
}

/// The words by which an article is read.
#[derive(Debug, Default)]
pub(super) struct Press {
    /// Verbs that report words, as lists of words.
    pub report: HashMap<String, Vec<Vec<String>>>,
    /// Verbs that give a thing a name, as lists of words.
    pub name: HashMap<String, Vec<Vec<String>>>,
    /// Bare forms of verbs that report.
    pub bare: HashSet<String>,
    /// Bare forms of verbs that give a thing a name, as lists of words.
    pub bare_name: HashMap<String, Vec<Vec<String>>>,
    /// Verbs that report words with whoever hears them as their object.
    pub heard: HashSet<String>,
    pub adverbs: HashSet<String>,
    /// Phrases that stand where an adverb can, as lists of words.
    pub asides: Vec<Vec<String>>,
    pub unnamed: Unnamed,
    pub titles: Titles,
    pub sides: Sides,
    pub documents: Documents,
    pub names: Names,
    /// Institutions by name, with a space between words.
    pub bodies: HashMap<String, Institution>,
    pub media: HashSet<String>,
    pub common: HashSet<String>,
    pub publishers: Vec<Publisher>,
}

impl Press {
    /// The words that the program carries. A test holds that they are understood; should they not be, no quotation finds
    /// a source.
    pub fn carried() -> &'static Self {
        static PRESS: OnceLock<Press> = OnceLock::new();
        PRESS.get_or_init(|| Self::parse(TEXT).unwrap_or_default())
    }

    /// Whether a word is a noun for an account: 'readout', 'version'.
    pub fn is_account(&self, word: &Token) -> bool {
        self.documents.accounts.contains(word.lower())
    }

    /// Whether a word may stand between a subject and its verb: 'also', 'rightly'.
    pub fn is_adverb(&self, token: &Token) -> bool {
        const NOT: [&str; 10] =
            ["family", "ally", "reply", "supply", "assembly", "anomaly", "monopoly", "bully", "rally", "july"];
        let word = token.lower();
        let formed = word.len() > 4 && word.ends_with("ly") && !token.is_capital() && !NOT.contains(&word);
        formed || self.adverbs.contains(word)
    }

    /// Whether no phrase for a person goes on with a word.
    pub fn ends_phrase(&self, token: &Token) -> bool {
        self.names.prepositions.contains(token.lower()) || self.names.ends.contains(token.lower())
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        let raw: Raw = toml::from_str(text)?;
        let bodies = raw.body.iter().flat_map(|body| {
            let is = Institution { side: body.side.clone(), kind: body.kind.clone() };
            body.names.iter().map(move |name| (name.clone(), is.clone()))
        });
        Ok(Self {
            report: by_first(&raw.report),
            name: by_first(&raw.name),
            bare: raw.bare,
            bare_name: by_first(&raw.bare_name),
            heard: raw.heard,
            adverbs: raw.adverbs,
            asides: raw.asides.iter().map(|phrase| split(phrase)).collect(),
            unnamed: raw.unnamed,
            titles: raw.titles,
            sides: raw.sides,
            documents: raw.documents,
            names: raw.names,
            bodies: bodies.collect(),
            media: raw.media.names.into_iter().collect(),
            common: raw.common.words,
            publishers: raw.publisher,
        })
    }
}

fn split(phrase: &str) -> Vec<String> {
    phrase.split(' ').map(str::to_owned).collect()
}

/// Phrases by their first word.
fn by_first(phrases: &[String]) -> HashMap<String, Vec<Vec<String>>> {
    let mut found: HashMap<String, Vec<Vec<String>>> = HashMap::new();
    for phrase in phrases {
        let words = split(phrase);
        found.entry(words[0].clone()).or_default().push(words);
    }
    for phrases in found.values_mut() {
        phrases.sort_by_key(|words| std::cmp::Reverse(words.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_carried_words_are_understood() {
        let press = Press::parse(TEXT).expect("press.toml");
        assert!(press.report.contains_key("said") && press.bodies.contains_key("white house"));
        for body in press.bodies.values() {
            let of_nation = press.sides.nations.contains_key(&body.side);
            assert!(of_nation || ["us", "cn", "un", "both"].contains(&body.side.as_str()), "{}", body.side);
            assert!(["readout", "remarks"].contains(&body.kind.as_str()), "{}", body.kind);
        }
    }
}
