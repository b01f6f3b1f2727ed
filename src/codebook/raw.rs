//! The codebook's TOML files as written, before their cues are compiled.

mod lists;

use std::sync::{Mutex, OnceLock};

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::concepts::Loading;
use super::cue_text::json;
use super::{Act, ActEntry, Bilingual, Codebook, CueText, Examples, Topic};
pub use lists::{Cue, Entry, Kind};

/// The embedded files: name and text.
pub(super) const FILES: [(&str, &str); 4] = [
    ("topics.toml", include_str!("data/topics.toml")),
    ("acts.toml", include_str!("data/acts.toml")),
    ("speech.toml", include_str!("data/speech.toml")),
    ("sides.toml", include_str!("data/sides.toml")),
];

/// What is wrong with a codebook.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CodebookError {
    /// A codebook file cannot be read.
    #[error("{file}: {message}")]
    File {
        /// The file.
        file: String,
        /// Why, and the mend.
        message: String,
    },
    /// Something in a user's codebook is not understood.
    #[error(transparent)]
    At(#[from] crate::tables::Fault),
    /// The file is not TOML, or a key is not known.
    #[error("{file}: {message}")]
    Toml {
        /// The file.
        file: String,
        /// What the reader said, with the line.
        message: String,
    },
    /// A cue is not understood.
    #[error("cue `{cue}` of {rule}: {source}")]
    Cue {
        /// The rule's id.
        rule: String,
        /// The cue.
        cue: String,
        /// What is wrong and the mend.
        source: super::pattern::PatternError,
    },
}

/// A cue, or a cue with conditions on the same statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RawCue {
    Plain(CueText),
    With { cue: CueText, with: Vec<CueText>, not: Vec<CueText> },
}

/// Read by hand: thousands of cues are read at every start, and an untagged enum keeps a copy of each first.
impl<'de> Deserialize<'de> for RawCue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct With {
            cue: CueText,
            #[serde(default)]
            with: Vec<CueText>,
            #[serde(default)]
            not: Vec<CueText>,
        }
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = RawCue;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a cue, or a table with `cue`, `with` and `not`")
            }
            fn visit_str<E: de::Error>(self, cue: &str) -> Result<RawCue, E> {
                Ok(RawCue::Plain(cue.into()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawCue, A::Error> {
                let With { cue, with, not } = With::deserialize(MapAccessDeserializer::new(map))?;
                Ok(RawCue::With { cue, with, not })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl RawCue {
    /// The cue, what must stand in the same statement (one of it), and what must not.
    pub fn parts(&self) -> (&CueText, &[CueText], &[CueText]) {
        match self {
            Self::Plain(cue) => (cue, &[], &[]),
            Self::With { cue, with, not } => (cue, with, not),
        }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCues {
    #[serde(default)]
    pub en: Vec<RawCue>,
    #[serde(default)]
    pub zh: Vec<RawCue>,
}

impl RawCues {
    /// English and Chinese.
    pub fn both(&self) -> [&[RawCue]; 2] {
        [&self.en, &self.zh]
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTopic {
    pub id: String,
    pub label: Bilingual,
    pub definition: Bilingual,
    #[serde(default)]
    pub general: bool,
    #[serde(default)]
    pub cues: RawCues,
    #[serde(default)]
    pub yields: RawCues,
    #[serde(default)]
    pub weak: RawCues,
    #[serde(default)]
    pub examples: Examples,
}

impl RawTopic {
    /// A topic of which nothing is known but its id.
    pub fn of(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            label: Bilingual::default(),
            definition: Bilingual::default(),
            general: false,
            cues: RawCues::default(),
            yields: RawCues::default(),
            weak: RawCues::default(),
            examples: Examples::default(),
        }
    }
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMask {
    pub id: String,
    #[serde(default)]
    pub en: Vec<RawCue>,
    #[serde(default)]
    pub zh: Vec<RawCue>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTopics {
    pub topic: Vec<RawTopic>,
    #[serde(default)]
    pub anaphora: RawCues,
    #[serde(default)]
    pub mask: Vec<RawMask>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAct {
    pub id: Act,
    pub label: Bilingual,
    pub definition: Bilingual,
    #[serde(default)]
    pub cues: RawCues,
    #[serde(default)]
    pub own: RawCues,
    #[serde(default)]
    pub asks: RawCues,
    #[serde(default)]
    pub governs: RawCues,
    #[serde(default)]
    pub weak: RawCues,
    #[serde(default)]
    pub examples: Examples,
}

impl RawAct {
    /// An act of which nothing is known but its id.
    pub fn of(id: Act) -> Self {
        Self {
            id,
            label: Bilingual::default(),
            definition: Bilingual::default(),
            cues: RawCues::default(),
            own: RawCues::default(),
            asks: RawCues::default(),
            governs: RawCues::default(),
            weak: RawCues::default(),
            examples: Examples::default(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawActs {
    pub act: Vec<RawAct>,
}

/// How a text reports.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSpeech {
    pub say: RawCues,
    pub word: RawCues,
    pub does: RawCues,
    pub meets: RawCues,
    pub must: RawCues,
    pub person: RawCues,
    pub they: RawCues,
    pub we: RawCues,
    pub circumstance: RawCues,
    pub you: RawCues,
    pub encounter: RawCues,
    pub others: RawCues,
    pub opens: RawCues,
}

impl RawSpeech {
    /// The names of the lists.
    pub const NAMES: [&str; 13] = [
        "say",
        "word",
        "does",
        "meets",
        "must",
        "person",
        "they",
        "we",
        "circumstance",
        "you",
        "encounter",
        "others",
        "opens",
    ];

    /// The lists by name.
    pub fn lists_mut(&mut self) -> [(&'static str, &mut RawCues); 13] {
        let Self { say, word, does, meets, must, person, they, we, circumstance, you, encounter, others, opens } = self;
        let lists = [say, word, does, meets, must, person, they, we, circumstance, you, encounter, others, opens];
        let mut names = Self::NAMES.into_iter();
        lists.map(|list| (names.next().unwrap_or(""), list))
    }

    /// The lists by name.
    pub fn lists(&self) -> [(&'static str, &RawCues); 13] {
        let Self { say, word, does, meets, must, person, they, we, circumstance, you, encounter, others, opens } = self;
        let lists = [say, word, does, meets, must, person, they, we, circumstance, you, encounter, others, opens];
        let mut names = Self::NAMES.into_iter();
        lists.map(|list| (names.next().unwrap_or(""), list))
    }
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct RawPerson {
    pub names: Vec<CueText>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct RawSide {
    pub id: String,
    pub name: Bilingual,
    #[serde(default)]
    pub actor: RawCues,
    /// Titles that only people of this side have.
    #[serde(default)]
    pub title: RawCues,
    #[serde(default)]
    pub person: Vec<RawPerson>,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct RawSides {
    pub side: Vec<RawSide>,
    #[serde(default)]
    pub joint: RawCues,
    #[serde(default)]
    pub countries: RawCues,
    #[serde(default)]
    pub offices: RawWords,
}

/// Plain words in both languages.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWords {
    #[serde(default)]
    pub en: Vec<CueText>,
    #[serde(default)]
    pub zh: Vec<CueText>,
}

/// Everything that rules are compiled from.
#[derive(Debug, Default)]
pub(super) struct Sources {
    pub topics: RawTopics,
    pub acts: RawActs,
    pub speech: RawSpeech,
    pub sides: RawSides,
    /// Whether every cue is known to be right and to hold no Traditional characters.
    pub trusted: bool,
}

impl Sources {
    /// The embedded files.
    pub fn embedded() -> Result<Self, CodebookError> {
        fn read<T: for<'de> Deserialize<'de>>(file: &str, json: &str) -> Result<T, CodebookError> {
            serde_json::from_str(json)
                .map_err(|e| CodebookError::Toml { file: file.to_owned(), message: e.to_string() })
        }
        Ok(Self {
            topics: read("topics.toml", json::TOPICS)?,
            acts: read("acts.toml", json::ACTS)?,
            speech: read("speech.toml", json::SPEECH)?,
            sides: read("sides.toml", json::SIDES)?,
            trusted: true,
        })
    }

    /// The codebook of these sources; `user` are the files, name and text, that a user added.
    pub fn codebook(self, user: Vec<(String, String)>, loading: Option<Loading>) -> Codebook {
        let topics = self.topics.topic.iter().map(|t| Topic {
            id: t.id.clone(),
            label: t.label.clone(),
            definition: t.definition.clone(),
            general: t.general,
            examples: t.examples.clone(),
        });
        let acts = self.acts.act.iter().map(|a| ActEntry {
            act: a.id,
            label: a.label.clone(),
            definition: a.definition.clone(),
            examples: a.examples.clone(),
        });
        Codebook {
            topics: topics.collect(),
            acts: acts.collect(),
            sources: self,
            user,
            english: OnceLock::new(),
            chinese: OnceLock::new(),
            inventory: OnceLock::new(),
            loading: Mutex::new(loading),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::Rules;
    use crate::text::Language;
    use crate::text::form::simplify;

    /// The embedded cues are parsed only when a text has their beginnings, so here all are.
    #[test]
    fn every_embedded_cue_is_right_and_simplified() {
        let mut sources = Sources::embedded().expect("the embedded files");
        sources.trusted = false;
        for language in [Language::En, Language::Zh] {
            Rules::compile(&sources, language).expect("every cue is understood");
        }
        for (file, text) in FILES {
            let cues = text.lines().filter(|l| !l.trim_start().starts_with(['#', 'n', 'l', 'd', 'e', 'o']));
            for line in cues {
                assert_eq!(simplify(line), None, "{file}: a Traditional character in {line}");
            }
        }
    }
}
