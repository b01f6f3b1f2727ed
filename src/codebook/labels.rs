//! What topics and acts are, what they are called and what they mean.

use serde::{Deserialize, Serialize};

use super::{List, Words};
use crate::text::Language;

/// A label or a definition in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Bilingual {
    /// English.
    #[serde(default)]
    pub en: Words,
    /// Chinese.
    #[serde(default)]
    pub zh: Words,
}

impl Bilingual {
    /// The form in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// A side: its names, and how its people are called and its texts report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, schemars::JsonSchema)]
pub struct SideEntry {
    /// The id, as in files.
    #[serde(skip)]
    pub id: Words,
    /// What it is called.
    #[serde(skip)]
    pub name: Bilingual,
    /// Whether it publishes accounts of meetings, and so may have been at one that does not say who met.
    pub publishes: bool,
    /// The language in which it publishes first.
    pub language: Language,
    /// Whether the surname of its people stands before their given names.
    pub surname_first: bool,
    /// Whether its English texts name anew in every paragraph who speaks, so that nobody's speech goes on without a name.
    pub names_speakers: bool,
    /// Offices in small letters that are its own in its English texts where no name stands beside them: it calls the
    /// other side's people by their names.
    pub own_offices: List<Words>,
    /// English words in small letters, and Chinese ones, before or in an office that make it one of this side.
    pub nation: List<Words>,
}

/// What a statement does, in ascending order of strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Act {
    /// Narrates the encounter.
    Describe,
    /// States a position, principle, view, importance or fact.
    State,
    /// Welcomes, thanks, notes progress.
    Praise,
    /// Both sides agree.
    Agree,
    /// Commits to own action or restraint.
    Commit,
    /// Raises concerns, objects, opposes.
    Concern,
    /// Asks the other or both to act or refrain.
    Demand,
    /// Names consequences or red lines.
    Warn,
}

impl Act {
    /// Every act, strongest first.
    pub const ALL: [Self; 8] =
        [Self::Warn, Self::Demand, Self::Concern, Self::Commit, Self::Agree, Self::Praise, Self::State, Self::Describe];

    /// The id, as in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warn => "warn",
            Self::Demand => "demand",
            Self::Concern => "concern",
            Self::Commit => "commit",
            Self::Agree => "agree",
            Self::Praise => "praise",
            Self::State => "state",
            Self::Describe => "describe",
        }
    }

    /// The act with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.as_str() == id)
    }
}

impl std::fmt::Display for Act {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One topic of the codebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Topic {
    /// The id.
    pub id: Words,
    /// How it is shown.
    pub label: Bilingual,
    /// What it covers.
    pub definition: Bilingual,
    /// Whether it yields to specific topics.
    pub general: bool,
    /// The sides, where any are named, in whose meetings alone its weak cues count.
    pub between: List<Words>,
    /// Invented sentences that must be coded with it.
    pub examples: Examples,
}

/// One act, as the codebook explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActEntry {
    /// The act.
    pub act: Act,
    /// How it is shown.
    pub label: Bilingual,
    /// What it means.
    pub definition: Bilingual,
    /// Invented sentences that must be coded with it.
    pub examples: Examples,
}

/// Invented sentences that a test codes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Examples {
    /// English.
    #[serde(default)]
    pub en: List<Words>,
    /// Chinese.
    #[serde(default)]
    pub zh: List<Words>,
}

impl Examples {
    /// Those of one language.
    #[must_use]
    pub fn of(&self, language: Language) -> &[Words] {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}
