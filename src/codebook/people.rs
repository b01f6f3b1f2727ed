//! The officials whom the codebook knows, with what only people read and coding does not need: office, level, years.

use super::raw::{RawPerson, RawSide};
use super::{Bilingual, Codebook};

/// On which level an official meets the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Heads of state and government.
    Leader,
    /// Ministers, national security advisers, and others who lead a track.
    Minister,
    /// Everybody below.
    Working,
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 3] = [Self::Leader, Self::Minister, Self::Working];

    /// The level of a word in files.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == word)
    }

    /// The word in files and rows.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Leader => "leader",
            Self::Minister => "minister",
            Self::Working => "working",
        }
    }

    /// How a meeting of it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Leader => "leaders",
            Self::Minister => "ministers",
            Self::Working => "officials",
        }
    }
}

/// One official.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    /// The id of the side.
    pub side: String,
    /// Every form of the name, in both scripts.
    pub names: Vec<String>,
    /// The level, where the codebook says.
    pub level: Option<Level>,
    /// `f` or `m`, where the codebook says.
    pub gender: Option<String>,
    /// The office by which they met the other side, where the codebook says.
    pub office: Option<Bilingual>,
    /// The years in which they had it; the second only where they left it.
    pub years: (Option<u16>, Option<u16>),
}

impl Codebook {
    /// The officials whom it knows, side by side, in the order of its files.
    #[must_use]
    pub fn officials(&self) -> Vec<Official> {
        let one = |side: &RawSide, person: &RawPerson| Official {
            side: side.id.to_string(),
            names: person.names.iter().map(ToString::to_string).collect(),
            level: person.level.as_deref().and_then(Level::of),
            gender: person.gender.as_deref().map(str::to_owned),
            office: person.office.clone(),
            years: (person.from, person.to),
        };
        let sides = self.sources().sides.side.iter();
        sides.flat_map(|side| side.person.iter().map(|person| one(side, person))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_official_is_read() {
        let codebook = Codebook::embedded();
        let officials = codebook.officials();
        assert!(officials.len() > 150);
        let sides = &codebook.sources().sides.side;
        let words = || sides.iter().flat_map(|s| &s.person).filter_map(|p| p.level.as_deref());
        assert!(words().all(|word| Level::of(word).is_some()));
        let mine = "extends = \"default\"\n[[side]]\nid = \"us\"\n[[side.person]]\nnames = [\"Ada Ashdown\"]\nlevel = \"leader\"\n";
        let mine = Codebook::parse("mine.toml", mine).expect("a codebook").officials();
        let ada = mine.iter().find(|o| o.names == ["Ada Ashdown"]).expect("the file has her");
        assert_eq!(ada.level, Some(Level::Leader));
        let xi = officials.iter().find(|o| o.names.iter().any(|n| n == "习近平")).expect("the codebook has him");
        assert_eq!((xi.side.as_str(), xi.level), ("cn", Some(Level::Leader)));
        assert!(officials.iter().any(|o| o.gender.as_deref() == Some("f")));
    }
}
