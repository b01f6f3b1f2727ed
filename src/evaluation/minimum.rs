//! Least figures that an evaluation must reach, as a CI job sets them.

use std::fmt;
use std::str::FromStr;

use super::Evaluation;

/// A figure that can have a minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// F1 of all topics together.
    Topics,
    /// The share of statements with an accepted speaker.
    Speaker,
    /// The share of statements with an accepted act.
    Act,
    /// The share of topics on which hand and program agree that a document raises them.
    Coverage,
    /// F1 of all claims together.
    Claims,
    /// The share of claims found with an accepted answer.
    Status,
    /// The share of claims found of which silence is told apart.
    Silent,
    /// The share of claims with places of an answer in which the program's meet the hand's.
    Counterparts,
    /// F1 of all quotations together.
    Quotations,
    /// The share of quotations with an accepted side.
    QuotedSide,
    /// The share of quotations with an accepted kind.
    QuotedKind,
    /// The share of quotations with the same speaker.
    QuotedSpeaker,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 12] = [
        Self::Topics,
        Self::Speaker,
        Self::Act,
        Self::Coverage,
        Self::Claims,
        Self::Status,
        Self::Silent,
        Self::Counterparts,
        Self::Quotations,
        Self::QuotedSide,
        Self::QuotedKind,
        Self::QuotedSpeaker,
    ];

    /// The name, as on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Speaker => "speaker",
            Self::Act => "act",
            Self::Coverage => "coverage",
            Self::Claims => "claims",
            Self::Status => "status",
            Self::Silent => "silent",
            Self::Counterparts => "counterparts",
            Self::Quotations => "quotations",
            Self::QuotedSide => "quoted-side",
            Self::QuotedKind => "quoted-kind",
            Self::QuotedSpeaker => "quoted-speaker",
        }
    }

    /// The figure; none where there is nothing to judge.
    #[must_use]
    pub fn of(self, evaluation: &Evaluation) -> Option<f64> {
        let (figures, claims, quotations) =
            (&evaluation.total, evaluation.claims.as_ref(), evaluation.quotations.as_ref());
        match self {
            Self::Topics => figures.topics.f1(),
            Self::Speaker => figures.speaker.share.value(),
            Self::Act => figures.act.share.value(),
            Self::Coverage => figures.raised.value(),
            Self::Claims => claims?.found.f1(),
            Self::Status => claims?.status.share.value(),
            Self::Silent => claims?.silent.value(),
            Self::Counterparts => claims?.counterparts.value(),
            Self::Quotations => quotations?.found.f1(),
            Self::QuotedSide => quotations?.side.value(),
            Self::QuotedKind => quotations?.kind.value(),
            Self::QuotedSpeaker => quotations?.speaker.value(),
        }
    }
}

/// A measure and the least that it may be.
///
/// ```
/// use readout::evaluation::{Measure, Minimum};
///
/// let minimum: Minimum = "topics=0.94".parse()?;
/// assert_eq!((minimum.measure, minimum.least), (Measure::Topics, 0.94));
/// assert!("topic=0.94".parse::<Minimum>().is_err());
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Minimum {
    /// The measure.
    pub measure: Measure,
    /// The least that it may be.
    pub least: f64,
}

impl FromStr for Minimum {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, least) = text.split_once('=').ok_or("write MEASURE=NUMBER, such as topics=0.94")?;
        let measure = Measure::ALL.into_iter().find(|m| m.as_str() == name.trim()).ok_or_else(|| {
            let known = Measure::ALL.map(Measure::as_str).join(", ");
            format!("no measure `{}`; there are {known}", name.trim())
        })?;
        let least = least.trim().parse().ok().filter(|least| (0.0..=1.0).contains(least));
        Ok(Self { measure, least: least.ok_or("a minimum is a number from 0 to 1, such as 0.94")? })
    }
}

impl Minimum {
    /// What is wanting; none where the figure reaches the minimum. Where there is nothing to judge, it does not.
    #[must_use]
    pub fn held_against(self, evaluation: &Evaluation) -> Option<Shortfall> {
        let found = self.measure.of(evaluation);
        found.is_none_or(|f| f < self.least).then_some(Shortfall { minimum: self, found })
    }
}

/// A figure that does not reach its minimum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shortfall {
    /// The minimum.
    pub minimum: Minimum,
    /// The figure; none where there was nothing to judge.
    pub found: Option<f64>,
}

impl fmt::Display for Shortfall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, least) = (self.minimum.measure.as_str(), self.minimum.least);
        match self.found {
            Some(found) => write!(f, "{name} {found:.4} is below the minimum {least}"),
            None => write!(f, "{name}: there is nothing to judge, and the minimum is {least}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Minimum;

    #[test]
    fn a_minimum_names_a_measure_and_a_share() {
        let read = |text: &str| text.parse::<Minimum>().map(|m| (m.measure.as_str(), m.least));
        assert_eq!(read("act=0.9"), Ok(("act", 0.9)));
        assert_eq!(read(" coverage = 1 "), Ok(("coverage", 1.0)));
        for (text, wanted) in [
            ("topics", "write MEASURE=NUMBER"),
            ("tone=0.9", "no measure `tone`; there are topics, speaker, act, coverage, claims, "),
            ("act=94", "a number from 0 to 1"),
            ("act=NaN", "a number from 0 to 1"),
            ("act=", "a number from 0 to 1"),
        ] {
            let message = read(text).expect_err(text);
            assert!(message.contains(wanted), "{text}: {message}");
        }
    }
}
