//! Everything in a codebook that holds cues, as a reader looks at it: topics, acts, sides, masks and lists, with each cue
//! as it is written and the id of its rule.

use super::embedded::FILES;
use super::raw::{RawCue, RawWords};
use super::{Bilingual, Codebook, Examples, Words};
use crate::text::Language;

/// What sort of thing holds cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What a statement is about.
    Topic,
    /// What it does.
    Act,
    /// A party that publishes, with the words for it and its people.
    Side,
    /// Words that hide what lies in them.
    Mask,
    /// Words that tell how a text reports.
    List,
}

impl Kind {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Act => "act",
            Self::Side => "side",
            Self::Mask => "mask",
            Self::List => "list",
        }
    }
}

/// One cue as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue<'a> {
    /// The rule's id, as evidence names it: `taiwan.en.3`.
    pub rule: String,
    /// The list of its topic or act in which it stands: `cues`, `weak`; `names` for people.
    pub list: &'static str,
    /// The language.
    pub language: Language,
    /// The cue.
    pub text: &'a str,
    /// Where there are any, one of these must match in the same statement.
    pub with: &'a [Words],
    /// None of these may match in the same statement.
    pub not: &'a [Words],
}

/// One topic, act, side, mask or list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: Kind,
    /// The id.
    pub id: &'a str,
    /// How it is shown; lists and masks are called by their id.
    pub label: Option<&'a Bilingual>,
    /// What it means.
    pub definition: Option<&'a Bilingual>,
    /// Whether it is a topic that yields to specific ones.
    pub general: bool,
    /// Invented sentences that must be coded with it.
    pub examples: Option<&'a Examples>,
    /// The cues, in the order of the file.
    pub cues: Vec<Cue<'a>>,
}

impl<'a> Entry<'a> {
    fn new(kind: Kind, id: &'a str) -> Self {
        Self { kind, id, label: None, definition: None, general: false, examples: None, cues: Vec::new() }
    }

    fn add(mut self, list: &'static str, id: &str, [en, zh]: [&'a [RawCue]; 2]) -> Self {
        for (language, cues) in [(Language::En, en), (Language::Zh, zh)] {
            for (index, raw) in cues.iter().enumerate() {
                let (text, with, not) = raw.parts();
                let rule = format!("{id}.{language}.{}", index + 1);
                self.cues.push(Cue { rule, list, language, text, with, not });
            }
        }
        self
    }

    /// Plain words, which all have one rule, or each its own.
    fn words(
        &mut self,
        list: &'static str,
        words: impl Iterator<Item = (Language, &'a Words)>,
        rule: fn(&str) -> String,
    ) {
        for (language, text) in words {
            self.cues.push(Cue { rule: rule(text), list, language, text, with: &[], not: &[] });
        }
    }
}

impl Codebook {
    /// Every topic, act, side, mask and list, with its cues.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let (topics, sides) = (&self.sources().topics, &self.sources().sides);
        let mut found = Vec::new();
        for topic in &topics.topic {
            let entry = Entry {
                label: Some(&topic.label),
                definition: Some(&topic.definition),
                general: topic.general,
                examples: Some(&topic.examples),
                ..Entry::new(Kind::Topic, &topic.id)
            };
            let entry = entry.add("cues", &topic.id, topic.cues.both());
            let entry = entry.add("yields", &format!("{}.yields", topic.id), topic.yields.both());
            found.push(entry.add("weak", &format!("{}.weak", topic.id), topic.weak.both()));
        }
        for act in &self.sources().acts.act {
            let id = act.id.as_str();
            let mut entry = Entry {
                label: Some(&act.label),
                definition: Some(&act.definition),
                examples: Some(&act.examples),
                ..Entry::new(Kind::Act, id)
            };
            entry = entry.add("cues", id, act.cues.both());
            let lists = [
                ("own", &act.own),
                ("asks", &act.asks),
                ("of", &act.of),
                ("governs", &act.governs),
                ("weak", &act.weak),
            ];
            for (list, cues) in lists {
                entry = entry.add(list, &format!("{id}.{list}"), cues.both());
            }
            found.push(entry);
        }
        for side in &sides.side {
            let entry = Entry { label: Some(&side.name), ..Entry::new(Kind::Side, &side.id) };
            let entry = entry.add("actor", &format!("side.{}", side.id), side.actor.both());
            let mut entry = entry.add("title", &format!("side.{}.title", side.id), side.title.both());
            let names = side.person.iter().flat_map(|p| &p.names).map(|n| (script(n), n));
            entry.words("names", names, |name| format!("person.{name}"));
            found.push(entry);
        }
        for mask in &topics.mask {
            found.push(Entry::new(Kind::Mask, &mask.id).add("cues", &mask.id, [&mask.en, &mask.zh]));
        }
        let singles = [("anaphora", &topics.anaphora), ("joint", &sides.joint), ("countries", &sides.countries)];
        for (name, cues) in self.sources().speech.lists().chain(singles) {
            found.push(Entry::new(Kind::List, name).add("cues", name, cues.both()));
        }
        let mut offices = Entry::new(Kind::List, "offices");
        let RawWords { en, zh } = &sides.offices;
        let words = en.iter().map(|w| (Language::En, w)).chain(zh.iter().map(|w| (Language::Zh, w)));
        offices.words("cues", words, |_| "office".to_owned());
        found.push(offices);
        found
    }

    /// The files that a user added, in order: their names and texts.
    pub fn user_files(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.files_of_user().iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// What the embedded files say of a list: the comment above its heading.
    #[must_use]
    pub fn note(list: &str) -> Option<String> {
        let heading = format!("[{list}]");
        FILES.iter().find_map(|(_, text)| {
            let mut comment: Vec<&str> = Vec::new();
            for line in text.lines() {
                if line == heading && !comment.is_empty() {
                    return Some(comment.join(" "));
                }
                match line.strip_prefix('#') {
                    Some(words) => comment.push(words.trim()),
                    None => comment.clear(),
                }
            }
            None
        })
    }
}

/// The language of the texts in which a name is looked for.
fn script(name: &str) -> Language {
    if name.chars().any(crate::text::language::is_han) { Language::Zh } else { Language::En }
}
