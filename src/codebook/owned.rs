//! Cues of both languages, each with what it stands for: those of concepts and of formulas.

use super::matcher::{Cues, Matcher};
use super::named::NamedLists;
use super::raw::CodebookError;
use super::{List, Words};
use crate::text::{Form, Language, Span};

/// Cues of one language, each with an owner.
#[derive(Debug, Clone)]
pub(super) struct Owned<T: Copy + 'static> {
    pub matcher: Matcher,
    pub owners: List<T>,
}

/// Cues of both languages.
#[derive(Debug, Clone)]
pub(super) struct PerLanguage<T: Copy + 'static> {
    pub en: Owned<T>,
    pub zh: Owned<T>,
}

impl<T: Copy> PerLanguage<T> {
    /// Every match in `form`, with the owner of its cue.
    pub fn find(&self, form: &Form, language: Language) -> impl Iterator<Item = (Span, T)> {
        let Owned { matcher, owners } = match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        };
        matcher.find(form).into_iter().map(|hit| (hit.span, owners[hit.cue]))
    }
}

/// Cues of both languages before they are compiled.
pub(super) struct Gathering<'l, T> {
    lists: &'l NamedLists,
    en: (Cues, Vec<T>),
    zh: (Cues, Vec<T>),
}

impl<'l, T: Copy> Gathering<'l, T> {
    /// No cues yet, which may name these lists.
    pub fn new(lists: &'l NamedLists) -> Self {
        Self { lists, en: (Cues::new(Language::En), Vec::new()), zh: (Cues::new(Language::Zh), Vec::new()) }
    }

    /// Adds the cues of a list, which is called by `id` where one of them is wrong.
    pub fn add(&mut self, id: &str, en: &[Words], zh: &[Words], owner: T) -> Result<(), CodebookError> {
        for (to, list, language) in [(&mut self.en, en, Language::En), (&mut self.zh, zh, Language::Zh)] {
            let (cues, owners) = to;
            for (number, cue) in list.iter().enumerate() {
                let rule = || format!("{id}.{language}.{}", number + 1);
                let wrong = |source| CodebookError::Cue { rule: rule(), cue: cue.to_string(), source };
                let whole = self.lists.write_out(cue, language).map_err(wrong)?;
                cues.add(&whole).map_err(wrong)?;
                owners.push(owner);
            }
        }
        Ok(())
    }

    pub fn compile(self) -> PerLanguage<T> {
        let one = |(cues, owners): (Cues, Vec<T>)| Owned { matcher: cues.compile(), owners: owners.into() };
        PerLanguage { en: one(self.en), zh: one(self.zh) }
    }
}
