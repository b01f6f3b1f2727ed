//! The codebook's TOML files as written, before their cues are compiled.

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{self, Deserializer, MapAccess, Visitor};

use super::{Act, ActEntry, Bilingual, Examples, SideEntry, Topic, Words};
use crate::text::Language;

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
    Plain(Words),
    With { cue: Words, with: Vec<Words>, not: Vec<Words> },
}

/// Read by hand: an untagged enum keeps a copy of each of thousands of cues first.
impl<'de> Deserialize<'de> for RawCue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct With {
            cue: Words,
            #[serde(default)]
            with: Vec<Words>,
            #[serde(default)]
            not: Vec<Words>,
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
    pub fn parts(&self) -> (&Words, &[Words], &[Words]) {
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
    pub id: Words,
    pub label: Bilingual,
    pub definition: Bilingual,
    #[serde(default)]
    pub general: bool,
    #[serde(default)]
    pub between: Vec<Words>,
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
            id: id.into(),
            label: Bilingual::default(),
            definition: Bilingual::default(),
            general: false,
            between: Vec::new(),
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
    pub id: Words,
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
    pub of: RawCues,
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
            of: RawCues::default(),
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

/// The lists of how a text reports, each once: as fields, and by name.
macro_rules! speech {
    ($($list:ident),+ $(,)?) => {
        /// How a text reports.
        #[derive(Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct RawSpeech {
            $(pub $list: RawCues,)+
        }

        impl RawSpeech {
            /// The names of the lists.
            pub const NAMES: &[&str] = &[$(stringify!($list)),+];

            /// The lists by name.
            pub fn lists_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut RawCues)> {
                [$((stringify!($list), &mut self.$list)),+].into_iter()
            }

            /// The lists by name.
            pub fn lists(&self) -> impl Iterator<Item = (&'static str, &RawCues)> {
                [$((stringify!($list), &self.$list)),+].into_iter()
            }
        }
    };
}

speech!(
    say,
    word,
    does,
    meets,
    agrees,
    visits,
    must,
    person,
    they,
    we,
    circumstance,
    denial,
    negation,
    differ,
    against,
    lifts,
    holds,
    ends,
    suspends,
    lowers,
    raises,
    resumes,
    curbs,
    condition,
    explores,
    favors,
    opposes,
    denies,
    untrue,
    you,
    encounter,
    others,
    opens
);

#[derive(Debug, Clone, Deserialize)]
pub(super) struct RawPerson {
    pub names: Vec<Words>,
    /// `leader`, `minister` or `working`.
    pub level: Option<Words>,
    /// `f` or `m`.
    pub gender: Option<Words>,
    /// The office by which they met the other side.
    pub office: Option<Bilingual>,
    /// The year in which they took it.
    pub from: Option<u16>,
    /// The year in which they left it.
    pub to: Option<u16>,
}

/// Where the surname of a side's people stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Surname {
    #[default]
    Last,
    First,
}

/// Whether a side's English texts let somebody's speech go on in a paragraph that names nobody, or name everybody anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Speakers {
    #[default]
    Carried,
    Named,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct RawSide {
    pub id: Words,
    pub name: Bilingual,
    #[serde(default)]
    pub publishes: bool,
    /// `en` or `zh`.
    #[serde(default)]
    pub language: Language,
    #[serde(default)]
    pub surname: Surname,
    #[serde(default)]
    pub speakers: Speakers,
    #[serde(default)]
    pub own_offices: Vec<Words>,
    #[serde(default)]
    pub nation: RawWords,
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
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWords {
    #[serde(default)]
    pub en: Vec<Words>,
    #[serde(default)]
    pub zh: Vec<Words>,
}

/// Everything that rules are compiled from.
#[derive(Debug, Default)]
pub(super) struct Sources {
    pub topics: RawTopics,
    pub acts: RawActs,
    pub speech: RawSpeech,
    pub sides: RawSides,
}

impl From<&RawTopic> for Topic {
    fn from(raw: &RawTopic) -> Self {
        Self {
            id: raw.id.clone(),
            label: raw.label.clone(),
            definition: raw.definition.clone(),
            general: raw.general,
            between: raw.between.clone().into(),
            examples: raw.examples.clone(),
        }
    }
}

impl From<&RawSide> for SideEntry {
    fn from(raw: &RawSide) -> Self {
        let small = |words: &Words| Words::from(words.to_lowercase());
        Self {
            id: raw.id.clone(),
            name: raw.name.clone(),
            publishes: raw.publishes,
            language: raw.language,
            surname_first: raw.surname == Surname::First,
            names_speakers: raw.speakers == Speakers::Named,
            own_offices: raw.own_offices.iter().map(small).collect(),
            nation: raw.nation.en.iter().map(small).chain(raw.nation.zh.iter().cloned()).collect(),
        }
    }
}

impl From<&RawAct> for ActEntry {
    fn from(raw: &RawAct) -> Self {
        Self {
            act: raw.id,
            label: raw.label.clone(),
            definition: raw.definition.clone(),
            examples: raw.examples.clone(),
        }
    }
}
