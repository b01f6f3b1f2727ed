//! The words of a cue: borrowed where they stand in the data that the program carries, owned where a user wrote them.
//! Thousands are read at every start, and a copy of each is most of what that costs.

use std::borrow::{Borrow, Cow};

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize};

/// The codebook's files as JSON, which the build makes of the TOML.
pub(super) mod json {
    pub static TOPICS: &str = include_str!(concat!(env!("OUT_DIR"), "/topics.json"));
    pub static ACTS: &str = include_str!(concat!(env!("OUT_DIR"), "/acts.json"));
    pub static SPEECH: &str = include_str!(concat!(env!("OUT_DIR"), "/speech.json"));
    pub static SIDES: &str = include_str!(concat!(env!("OUT_DIR"), "/sides.json"));
    pub static CONCEPTS: &str = include_str!(concat!(env!("OUT_DIR"), "/concepts.json"));
    pub static FORMULAS: &str = include_str!(concat!(env!("OUT_DIR"), "/formulas.json"));
}

/// A cue as written.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
pub struct CueText(Cow<'static, str>);

impl std::ops::Deref for CueText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for CueText {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for CueText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<String> for CueText {
    fn from(cue: String) -> Self {
        Self(Cow::Owned(cue))
    }
}

impl From<&str> for CueText {
    fn from(cue: &str) -> Self {
        Self(carried(cue).map_or_else(|| Cow::Owned(cue.to_owned()), Cow::Borrowed))
    }
}

/// The same words as a part of the data that the program carries, where they are a part of it.
fn carried(words: &str) -> Option<&'static str> {
    let start = words.as_ptr() as usize;
    [json::TOPICS, json::CONCEPTS, json::SIDES, json::ACTS, json::FORMULAS, json::SPEECH].into_iter().find_map(|data| {
        let at = start.checked_sub(data.as_ptr() as usize)?;
        data.get(at..at.checked_add(words.len())?)
    })
}

impl<'de> Deserialize<'de> for CueText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Words;
        impl Visitor<'_> for Words {
            type Value = CueText;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a cue")
            }
            fn visit_str<E: de::Error>(self, cue: &str) -> Result<CueText, E> {
                Ok(cue.into())
            }
        }
        deserializer.deserialize_str(Words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrows_only_what_the_program_carries() {
        let cue: CueText = serde_json::from_str("\"fish*\"").expect("a string");
        assert!(matches!(cue.0, Cow::Owned(_)));
        assert_eq!(carried(&json::ACTS[5..12]), Some(&json::ACTS[5..12]));
        let copy = String::from(&json::ACTS[5..12]);
        assert_eq!(carried(&copy), None);
    }
}
