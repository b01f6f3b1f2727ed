//! How much of a text is whose words, and where they begin.

use serde::Serialize;

use super::Text;
use crate::coding::Speaker;

/// The words of one speaker in one text.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct VoiceShare {
    /// Whose words.
    pub speaker: Speaker,
    /// How many statements.
    pub statements: usize,
    /// Their share of the text's words (English) or characters (Chinese), from 0 to 1. Shares of two languages can be held
    /// against each other, since each counts by the length of its own text.
    pub share: f64,
    /// How much of the text stands before the first of them, from 0 to 1.
    pub begins: f64,
}

/// The speakers of a text, those with most words first.
#[allow(clippy::cast_precision_loss)] // lengths are far below 2^52
pub(super) fn voices(text: &Text) -> Vec<VoiceShare> {
    let total = text.length.max(1) as f64;
    let mut found: Vec<(VoiceShare, usize)> = Vec::new();
    let mut before = 0;
    for statement in &text.coded.statements {
        let length = statement.length;
        match found.iter_mut().find(|(v, _)| v.speaker == statement.speaker) {
            Some((voice, words)) => {
                voice.statements += 1;
                *words += length;
            }
            None => {
                let speaker = statement.speaker.clone();
                found.push((VoiceShare { speaker, statements: 1, share: 0.0, begins: before as f64 / total }, length));
            }
        }
        before += length;
    }
    found.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.begins.total_cmp(&b.begins)));
    found.into_iter().map(|(voice, words)| VoiceShare { share: words as f64 / total, ..voice }).collect()
}
