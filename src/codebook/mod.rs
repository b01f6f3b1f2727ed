//! Topics, acts and sides as data: the types, the cue language, the matcher, and the default codebook.
//!
//! `labels`, `matcher`, `named`, `owned`, `pattern`, `raw`, `rules`, `words`, `concepts` and `formulas` are compiled into the build script
//! too, which makes of the TOML files the values in `embedded`: they know nothing of the rest.

pub mod concepts;
mod embedded;
pub mod formulas;
mod labels;
pub mod lint;
mod lists;
pub mod matcher;
mod merge;
mod named;
mod owned;
pub mod pattern;
pub mod people;
mod raw;
mod rules;
mod without;
mod words;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub use crate::tables::nearest;
use crate::text::Language;
pub use labels::{Act, ActEntry, Bilingual, Examples, SideEntry, Topic};
pub use lists::{Cue, Entry, Kind};
pub use named::{NamedList, NamedLists};
pub use people::{Level, Official};
pub use raw::CodebookError;
pub use rules::{Conditions, Head, Role, Rule, RuleId, Rules, Stance, Strength, Use, Verb};
pub use without::Without;
pub use words::{List, Words};

/// A codebook: the one that the program carries, or what a user's files make of it.
#[derive(Debug)]
pub struct Codebook {
    /// The topics, in the order of the codebook.
    pub topics: List<Topic>,
    /// The acts, strongest first.
    pub acts: List<ActEntry>,
    /// The sides.
    pub sides: List<SideEntry>,
    own: Option<Box<Own>>,
}

/// A codebook of a user's, with its cues compiled when a language is first used.
#[derive(Debug)]
struct Own {
    sources: raw::Sources,
    /// Concepts and formulas, where a file speaks of them: as written, and compiled.
    vocabulary: Option<(concepts::Vocabulary, concepts::Inventory)>,
    /// The files that the user added, in order: name and text.
    files: Vec<(String, String)>,
    english: OnceLock<Result<Rules, CodebookError>>,
    chinese: OnceLock<Result<Rules, CodebookError>>,
}

impl Codebook {
    /// The codebook that the program carries.
    #[must_use]
    pub fn embedded() -> Self {
        Self {
            topics: List::Borrowed(&embedded::TOPICS),
            acts: List::Borrowed(&embedded::ACTS),
            sides: List::Borrowed(&embedded::SIDES),
            own: None,
        }
    }

    /// The codebook of these sources; `files` are those that a user added.
    fn of(
        sources: raw::Sources,
        vocabulary: Option<concepts::Vocabulary>,
        files: Vec<(String, String)>,
    ) -> Result<Self, CodebookError> {
        let topics = sources.topics.topic.iter().map(Topic::from).collect();
        let acts = sources.acts.act.iter().map(ActEntry::from).collect();
        let sides = sources.sides.side.iter().map(SideEntry::from).collect();
        let vocabulary = match vocabulary {
            Some(written) => Some((written.clone(), concepts::Inventory::build(written)?)),
            None => None,
        };
        let own = Own { sources, vocabulary, files, english: OnceLock::new(), chinese: OnceLock::new() };
        Ok(Self { topics, acts, sides, own: Some(Box::new(own)) })
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
        if paths.is_empty() { Ok(Self::embedded()) } else { merge::load(paths) }
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
        let Some(own) = &self.own else {
            return Ok(match language {
                Language::En => &embedded::ENGLISH,
                Language::Zh => &embedded::CHINESE,
            });
        };
        let cell = match language {
            Language::En => &own.english,
            Language::Zh => &own.chinese,
        };
        cell.get_or_init(|| Rules::compile(&own.sources, language)).as_ref().map_err(Clone::clone)
    }

    /// The concepts, with their terms and formulas: those that the program carries, with what a user's files say of them.
    #[must_use]
    pub fn inventory(&self) -> &concepts::Inventory {
        let own = self.own.as_ref().and_then(|own| own.vocabulary.as_ref());
        own.map_or(&embedded::INVENTORY, |(_, inventory)| inventory)
    }

    /// The concepts with all that only people read (cues as written, examples, what terms signal and the source of that), and
    /// the lists of words that their cues and those of formulas name.
    #[must_use]
    pub fn concepts(&self) -> (&[concepts::Concept], &NamedLists) {
        let own = self.own.as_ref().and_then(|own| own.vocabulary.as_ref());
        let vocabulary = match own {
            Some((vocabulary, _)) => vocabulary,
            None => embedded::vocabulary(),
        };
        (&vocabulary.concepts, &vocabulary.lists)
    }

    /// How many cues there are in all: of topics, acts, sides and lists, of concepts and of formulas.
    #[must_use]
    pub fn cues(&self) -> usize {
        let entries: usize = self.entries().iter().map(|entry| entry.cues.len()).sum();
        let terms = self.concepts().0.iter().flat_map(|concept| concept.terms.iter());
        let terms: usize = terms.map(|term| term.en.len() + term.zh.len()).sum();
        let pieces = self.inventory().formulas().iter().flat_map(|formula| formula.components.iter());
        let pieces = pieces.map(|c| [&c.en, &c.zh, &c.changed.en, &c.changed.zh]);
        entries + terms + pieces.flatten().map(|cues| cues.len()).sum::<usize>()
    }

    /// What the cues are compiled from.
    fn sources(&self) -> &raw::Sources {
        self.own.as_ref().map_or_else(|| embedded::sources(), |own| &own.sources)
    }

    /// The files that a user added, in order: their names and texts.
    fn files_of_user(&self) -> &[(String, String)] {
        self.own.as_ref().map_or(&[], |own| &own.files)
    }

    /// Where something is written, file and line: a rule by its id, another thing by kind and id (`topic taiwan`).
    ///
    /// # Errors
    /// When a file is not understood, which loading has shown before.
    pub fn place(&self, key: &str) -> Result<Option<(String, usize)>, CodebookError> {
        let places = merge::places(self.files_of_user())?;
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

    /// The side with this id, where it has an entry.
    #[must_use]
    pub fn side(&self, id: &str) -> Option<&SideEntry> {
        self.sides.iter().find(|side| side.id == id)
    }

    /// The language in which a side publishes first; English where the codebook does not know it.
    #[must_use]
    pub fn language_of(&self, side: &str) -> Language {
        self.side(side).map(|side| side.language).unwrap_or_default()
    }

    /// The name of a side in one language; its id in capitals where the codebook does not know it.
    #[must_use]
    pub fn side_name(&self, id: &str, language: Language) -> String {
        self.side(id).map_or_else(|| id.to_ascii_uppercase(), |side| side.name.get(language).to_owned())
    }

    /// The embedded files, with their names, as `readout codebook` prints them.
    #[must_use]
    pub fn files() -> [(&'static str, &'static str); 4] {
        embedded::FILES
    }
}
