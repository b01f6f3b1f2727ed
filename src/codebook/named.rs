//! Lists of words that many cues share, each under a name: where `talks` is a list, `<talks>` in a cue stands for
//! `(discussion*|talk*|…)`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::Words;
use super::pattern::PatternError;
use crate::text::Language;

/// One list, as alternatives of a cue: `discussion*|talk*`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedList {
    /// What English cues mean by it.
    #[serde(default)]
    pub en: Words,
    /// What Chinese cues mean by it.
    #[serde(default)]
    pub zh: Words,
}

/// Lists by name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(transparent)]
pub struct NamedLists(BTreeMap<String, NamedList>);

impl NamedLists {
    /// The words of a list in one language, if it has any.
    #[must_use]
    pub fn get(&self, name: &str, language: Language) -> Option<&str> {
        let list = self.0.get(name)?;
        let words = match language {
            Language::En => &list.en,
            Language::Zh => &list.zh,
        };
        Some(words.as_str()).filter(|w| !w.is_empty())
    }

    /// Adds words to a list, which need not be there yet.
    pub(super) fn add(&mut self, name: &str, language: Language, words: &str) {
        let list = self.0.entry(name.to_owned()).or_default();
        let list = match language {
            Language::En => &mut list.en,
            Language::Zh => &mut list.zh,
        };
        *list = if list.is_empty() { words.into() } else { format!("{list}|{words}").into() };
    }

    /// Empties a list.
    pub(super) fn forget(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// The names that a cue uses, in its order.
    pub fn named(cue: &str) -> impl Iterator<Item = &str> {
        cue.split('<').skip(1).filter_map(|rest| rest.split_once('>').map(|(name, _)| name))
    }

    /// A cue with its lists written out.
    ///
    /// # Errors
    /// Names a list that is not there in the language of the cue, and a `<` without its `>`.
    pub fn write_out<'c>(&self, cue: &'c str, language: Language) -> Result<Cow<'c, str>, PatternError> {
        let Some((before, mut rest)) = cue.split_once('<') else { return Ok(Cow::Borrowed(cue)) };
        let mut whole = before.to_owned();
        loop {
            let (name, behind) = rest.split_once('>').ok_or(PatternError::Bracket('<'))?;
            let words = self.get(name, language).ok_or_else(|| PatternError::List(name.to_owned()))?;
            whole.extend(["(", words, ")"]);
            let Some((before, after)) = behind.split_once('<') else {
                whole.push_str(behind);
                return Ok(Cow::Owned(whole));
            };
            whole.push_str(before);
            rest = after;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_its_words() {
        let lists: NamedLists =
            toml::from_str("talks = { en = \"talk*|call\" }\ntone.zh = \"坦诚|友好\"").expect("lists");
        let out = |cue, language| lists.write_out(cue, language).map(Cow::into_owned);
        assert_eq!(out("candid [very] talks", Language::En).as_deref(), Ok("candid [very] talks"));
        assert_eq!(out("[<talks>] and <talks>s", Language::En).as_deref(), Ok("[(talk*|call)] and (talk*|call)s"));
        assert_eq!(out("<tone>会谈", Language::Zh).as_deref(), Ok("(坦诚|友好)会谈"));
        assert_eq!(out("<talks>", Language::Zh), Err(PatternError::List("talks".into())));
        assert_eq!(out("<tlaks> here", Language::En), Err(PatternError::List("tlaks".into())));
        assert_eq!(out("a <talks", Language::En), Err(PatternError::Bracket('<')));
        assert_eq!(NamedLists::named("[<talks>] with <tone>").collect::<Vec<_>>(), ["talks", "tone"]);
    }
}
