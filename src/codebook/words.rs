//! Names, labels and cues of a codebook: borrowed where the program carries them, shared where a user wrote them.

use std::borrow::{Borrow, Cow};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Words of a codebook. A copy of them copies no letters.
///
/// ```
/// use readout::codebook::Words;
///
/// let (carried, given) = (Words::Carried("taiwan"), Words::from("taiwan".to_owned()));
/// assert_eq!(carried, given);
/// assert!(given.starts_with("tai") && given == "taiwan");
/// ```
#[derive(Debug, Clone)]
pub enum Words {
    /// A part of the program.
    Carried(&'static str),
    /// Read from a file.
    Given(Arc<str>),
}

/// Many of something, borrowed where the program carries them.
pub type List<T> = Cow<'static, [T]>;

impl Words {
    /// The words as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Carried(words) => words,
            Self::Given(words) => words,
        }
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::Carried("")
    }
}

impl Deref for Words {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Words {
    fn borrow(&self) -> &str {
        self
    }
}

impl AsRef<str> for Words {
    fn as_ref(&self) -> &str {
        self
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self)
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self::Given(words.into())
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self::Given(words.into())
    }
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        words.as_str().to_owned()
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Words {}

impl PartialOrd for Words {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Words {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for Words {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<str> for Words {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Words {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Words> for str {
    fn eq(&self, other: &Words) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Words> for &str {
    fn eq(&self, other: &Words) -> bool {
        *self == other.as_str()
    }
}

impl PartialEq<Words> for String {
    fn eq(&self, other: &Words) -> bool {
        self == other.as_str()
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::Given(Arc::from(String::deserialize(deserializer)?)))
    }
}

impl schemars::JsonSchema for Words {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
