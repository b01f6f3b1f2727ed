//! The codebook that the program carries: the TOML files, and what the build script makes of them (`build/main.rs`): cues
//! compiled and filed, concepts and formulas joined, as values that are there when the program starts.

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::concepts::{self, Inventory, Vocabulary};
use super::raw::{CodebookError, Sources};

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The files: name and text.
pub(super) const FILES: [(&str, &str); 4] = [
    ("topics.toml", include_str!("data/topics.toml")),
    ("acts.toml", include_str!("data/acts.toml")),
    ("speech.toml", include_str!("data/speech.toml")),
    ("sides.toml", include_str!("data/sides.toml")),
];

/// What the files say, for those who look at cues as they are written. The build script has read the same files, so they
/// are right.
pub(super) fn sources() -> &'static Sources {
    static SOURCES: OnceLock<Sources> = OnceLock::new();
    SOURCES.get_or_init(|| Sources::embedded().unwrap_or_default())
}

/// The same of the files of concepts and formulas.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();
    VOCABULARY.get_or_init(|| Vocabulary::embedded().unwrap_or_default())
}

impl Sources {
    /// The embedded files.
    pub fn embedded() -> Result<Self, CodebookError> {
        fn read<T: DeserializeOwned>((file, text): (&str, &str)) -> Result<T, CodebookError> {
            toml::from_str(text).map_err(|e| concepts::wrong(file, e))
        }
        let [topics, acts, speech, sides] = FILES;
        Ok(Self { topics: read(topics)?, acts: read(acts)?, speech: read(speech)?, sides: read(sides)? })
    }
}

impl Inventory {
    /// The inventory that the program carries, as far as coding needs it.
    #[must_use]
    pub fn embedded() -> Self {
        INVENTORY.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::form::simplify;

    #[test]
    fn every_embedded_cue_is_simplified() {
        for (file, text) in FILES {
            let cues = text.lines().filter(|l| !l.trim_start().starts_with(['#', 'n', 'l', 'd', 'e', 'o']));
            for line in cues {
                assert_eq!(simplify(line), None, "{file}: a Traditional character in {line}");
            }
        }
    }
}
