//! The ledger: everything that one side says of the other, or of both, and that the other's text does not confirm.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Card;
use crate::comparison::{Claim, ClaimStatus, ClaimType, Comparison};
use crate::readout::Side;

/// One claim that is not confirmed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerEntry {
    /// The meeting's id.
    pub meeting: String,
    /// Its day.
    pub date: Option<String>,
    /// Who makes the claim.
    pub side: Side,
    /// The label of its text.
    pub text: String,
    /// The number of the statement, from 0.
    pub statement: usize,
    /// What sort of claim it is.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// What the other text has.
    pub status: ClaimStatus,
    /// Whether it says the opposite.
    pub disputed: bool,
    /// Whether the codebook has a concept of its own for it; where not, silence proves little.
    pub telling: bool,
    /// The topics of the statement.
    pub topics: Vec<String>,
    /// The words.
    pub words: String,
}

/// Whether a claim is one of which the other text says nothing, or too little.
pub(super) fn is_silent(claim: &Claim) -> bool {
    claim.status == ClaimStatus::Silent
}

/// Every claim that the other text does not wholly confirm, in the order of the meetings, latest first.
pub(super) fn ledger(comparisons: &BTreeMap<&str, &Comparison>, cards: &[Card]) -> Vec<LedgerEntry> {
    let mut found = Vec::new();
    for card in cards {
        let Some(comparison) = comparisons.get(card.id.as_str()) else { continue };
        for claim in &comparison.claims {
            if !matches!(claim.status, ClaimStatus::Silent | ClaimStatus::Partly) {
                continue;
            }
            let Some(text) = comparison.text(&claim.text) else { continue };
            let Some(statement) = text.coded.statements.get(claim.statement) else { continue };
            found.push(LedgerEntry {
                meeting: card.id.clone(),
                date: card.date.clone(),
                side: text.readout().side.clone(),
                text: claim.text.clone(),
                statement: claim.statement,
                kind: claim.kind,
                status: claim.status,
                disputed: !claim.contrary.is_empty(),
                telling: claim.telling,
                topics: statement.topics.clone(),
                words: statement.text.clone(),
            });
        }
    }
    found
}
