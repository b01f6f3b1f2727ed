//! What one text says the other side said (`attribution`), and what it says was agreed (`joint`).

use serde::Serialize;

use super::Text;
use crate::codebook::Act;
use crate::coding::Speaker;
use crate::text::Span;

/// What sort of claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimType {
    /// The other side is said to have said or done it.
    Attribution,
    /// Both sides are said to have agreed on it.
    Joint,
}

/// What the other side's text has for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimStatus {
    /// It says so too.
    Confirmed,
    /// It says some of it.
    Partly,
    /// It says nothing of the kind.
    Silent,
    /// There is no whole text of the other side to look in.
    NoText,
}

/// A statement of the other text that answers a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counterpart {
    /// The label of the text.
    pub side: String,
    /// Where it stands, in bytes of that text's body.
    #[serde(flatten)]
    pub span: Span,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// The label of the text that makes it.
    pub text: String,
    /// The number of its statement.
    pub statement: usize,
    /// Where it stands, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
    /// What sort.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// Whose words it claims to report.
    pub speaker: Speaker,
    /// What the other side's text has; absent where the two texts have not been held against each other.
    pub status: Option<ClaimStatus>,
    /// The statements that answer it.
    pub counterparts: Vec<Counterpart>,
}

/// Every claim of every column, by text, then by place. Narration is no claim, and no greeting.
pub(super) fn claims(texts: &[Text]) -> Vec<Claim> {
    let mut found = Vec::new();
    for text in texts.iter().filter(|t| t.column) {
        let others = texts.iter().filter(|t| t.column && t.readout().side != text.readout().side);
        let whole = others.into_iter().any(|t| !t.is_fragments());
        for statement in &text.coded.statements {
            let kind = match &statement.speaker {
                Speaker::Both if statement.act != Act::Describe => ClaimType::Joint,
                Speaker::Side(side) if *side != text.readout().side => ClaimType::Attribution,
                _ => continue,
            };
            if statement.topics.iter().all(|t| t == "meeting") {
                continue;
            }
            found.push(Claim {
                text: text.label.clone(),
                statement: statement.index,
                span: statement.span,
                kind,
                speaker: statement.speaker.clone(),
                status: (!whole).then_some(ClaimStatus::NoText),
                counterparts: Vec::new(),
            });
        }
    }
    found
}
