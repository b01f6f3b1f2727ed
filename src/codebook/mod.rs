//! Topics, acts and sides as data: the types, the cue language, the matcher, and the default codebook.

pub mod concepts;
mod cue_text;
pub mod formulas;
pub mod lint;
pub mod matcher;
mod merge;
pub mod pattern;
pub mod people;
mod raw;
mod rules;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};
use std::thread::JoinHandle;

use serde::{Deserialize, Serialize};

pub use crate::tables::nearest;
use crate::text::Language;
pub use cue_text::CueText;
pub use people::{Level, Official};
pub use raw::{CodebookError, Cue, Entry, Kind};
pub use rules::{Conditions, Head, Role, Rule, RuleId, Rules, Strength, Use, Verb};

/// A label or a definition in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Bilingual {
    /// English.
    #[serde(default)]
    pub en: String,
    /// Chinese.
    #[serde(default)]
    pub zh: String,
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
    pub id: String,
    /// How it is shown.
    pub label: Bilingual,
    /// What it covers.
    pub definition: Bilingual,
    /// Whether it yields to specific topics.
    pub general: bool,
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
    pub en: Vec<String>,
    /// Chinese.
    #[serde(default)]
    pub zh: Vec<String>,
}

impl Examples {
    /// Those of one language.
    #[must_use]
    pub fn of(&self, language: Language) -> &[String] {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }
}

/// A codebook, with its cues compiled when a language is first used.
#[derive(Debug)]
pub struct Codebook {
    /// The topics, in the order of the codebook.
    pub topics: Vec<Topic>,
    /// The acts, strongest first.
    pub acts: Vec<ActEntry>,
    sources: raw::Sources,
    /// The files that a user added, in order: name and text.
    user: Vec<(String, String)>,
    english: OnceLock<Result<Rules, CodebookError>>,
    chinese: OnceLock<Result<Rules, CodebookError>>,
    inventory: OnceLock<Result<concepts::Inventory, CodebookError>>,
    /// The inventory on its way: it is as large as all the rest, and nothing else waits for it.
    loading: Mutex<Option<concepts::Loading>>,
}

impl Codebook {
    /// The codebook that the program carries.
    ///
    /// # Errors
    /// Never in a released program; a test holds the embedded files.
    pub fn load_default() -> Result<Self, CodebookError> {
        let loading = concepts::Inventory::load_beside();
        Ok(raw::Sources::embedded()?.codebook(Vec::new(), loading))
    }

    /// The codebook of a user's file: by itself, or with `extends = "default"` what it adds to the embedded one.
    ///
    /// # Errors
    /// When the file cannot be read or something in it is not understood; names the line and the mend.
    pub fn load(path: &Path) -> Result<Self, CodebookError> {
        merge::load(&[path.to_owned()])
    }

    /// The codebook of several files, each added to, or put instead of, what those before it made; of none, the embedded
    /// one.
    ///
    /// # Errors
    /// As [`Codebook::load`].
    pub fn load_all(paths: &[PathBuf]) -> Result<Self, CodebookError> {
        if paths.is_empty() { Self::load_default() } else { merge::load(paths) }
    }

    /// The same from the text of a file.
    ///
    /// ```
    /// use readout::codebook::Codebook;
    ///
    /// let mine = r#"
    /// extends = "default"
    /// [[topic]]
    /// id = "fisheries"
    /// label.en = "Fisheries"
    /// cues.en = ["fishing (fleet*|vessel*)", "fisher(y|ies)"]
    /// "#;
    /// let codebook = Codebook::parse("mine.toml", mine)?;
    /// assert_eq!(codebook.topics.last().map(|t| t.label.zh.as_str()), Some("Fisheries"));
    /// let wrong = Codebook::parse("mine.toml", &mine.replace("cues", "cuse")).map_err(|e| e.to_string());
    /// assert_eq!(wrong.err().as_deref(), Some("mine.toml:6:1: `cuse` is no key of [[topic]]; did you mean `cues`?"));
    /// # Ok::<(), readout::codebook::CodebookError>(())
    /// ```
    ///
    /// # Errors
    /// As [`Codebook::load`].
    pub fn parse(name: &str, text: &str) -> Result<Self, CodebookError> {
        merge::parse(vec![(name.to_owned(), text.to_owned())])
    }

    /// The compiled cues of one language.
    ///
    /// # Errors
    /// When a cue is not understood; names it.
    pub fn rules(&self, language: Language) -> Result<&Rules, CodebookError> {
        let cell = match language {
            Language::En => &self.english,
            Language::Zh => &self.chinese,
        };
        cell.get_or_init(|| Rules::compile(&self.sources, language)).as_ref().map_err(Clone::clone)
    }

    /// The concepts, with their terms and formulas.
    ///
    /// # Errors
    /// When a file of theirs is not understood; names it.
    pub fn inventory(&self) -> Result<&concepts::Inventory, CodebookError> {
        let load = || {
            let loading = self.loading.lock().ok().and_then(|mut l| l.take()).map(JoinHandle::join);
            loading.and_then(Result::ok).unwrap_or_else(concepts::Inventory::load_default)
        };
        self.inventory.get_or_init(load).as_ref().map_err(Clone::clone)
    }

    /// Whether the cues of one language are compiled.
    pub(crate) fn is_ready(&self, language: Language) -> bool {
        match language {
            Language::En => self.english.get().is_some(),
            Language::Zh => self.chinese.get().is_some(),
        }
    }

    /// Where something is written, file and line: a rule by its id, another thing by kind and id (`topic taiwan`).
    ///
    /// # Errors
    /// When a file is not understood, which loading has shown before.
    pub fn place(&self, key: &str) -> Result<Option<(String, usize)>, CodebookError> {
        let places = merge::places(&self.user)?;
        Ok(places.get(key).map(|(file, line)| (file.to_owned(), line)))
    }

    /// The number of a topic.
    #[must_use]
    pub fn topic_index(&self, id: &str) -> Option<usize> {
        self.topics.iter().position(|t| t.id == id)
    }

    /// The topic with this id.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|t| t.id == id)
    }

    /// The name of a side in one language; its id in capitals where the codebook does not know it.
    #[must_use]
    pub fn side_name(&self, id: &str, language: Language) -> String {
        let known = self.sources.sides.side.iter().find(|s| s.id == id);
        known.map_or_else(|| id.to_ascii_uppercase(), |s| s.name.get(language).to_owned())
    }

    /// The embedded files, with their names, as `readout codebook` prints them.
    #[must_use]
    pub fn files() -> [(&'static str, &'static str); 4] {
        raw::FILES
    }
}
