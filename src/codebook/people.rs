//! The officials whom the codebook knows, with what only people read and coding does not need: office, level, years.

use serde::Deserialize;

use super::Codebook;

/// On which level an official meets the other side.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, Deserialize, schemars::JsonSchema,
)]
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
            Self::Working => "working level",
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
}

#[derive(Deserialize)]
struct RawFile {
    side: Vec<RawSide>,
}

#[derive(Deserialize)]
struct RawSide {
    id: String,
    #[serde(default)]
    person: Vec<RawOfficial>,
}

#[derive(Deserialize)]
struct RawOfficial {
    names: Vec<String>,
    level: Option<Level>,
    gender: Option<String>,
}

impl Codebook {
    /// The officials of the embedded codebook. Those of a user's file have no level.
    #[must_use]
    pub fn officials() -> Vec<Official> {
        let file = Self::files().into_iter().find(|(name, _)| *name == "sides.toml");
        let Some(file) = file.and_then(|(_, text)| toml::from_str::<RawFile>(text).ok()) else { return Vec::new() };
        let one = |side: &str, p: RawOfficial| Official {
            side: side.to_owned(),
            names: p.names,
            level: p.level,
            gender: p.gender,
        };
        file.side.into_iter().flat_map(|s| s.person.into_iter().map(|p| one(&s.id, p)).collect::<Vec<_>>()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_official_is_read() {
        let officials = Codebook::officials();
        assert!(officials.len() > 150);
        let xi = officials.iter().find(|o| o.names.iter().any(|n| n == "习近平")).expect("the codebook has him");
        assert_eq!((xi.side.as_str(), xi.level), ("cn", Some(Level::Leader)));
        assert!(officials.iter().any(|o| o.gender.as_deref() == Some("f")));
    }
}
