//! Which parts of an earlier statement stand in a later text: whatever the order, and whatever else its sentences have.

use std::collections::HashSet;

use crate::coding::Statement;
use crate::comparison::wording::tokens;
use crate::comparison::{Edit, EditKind};
use crate::text::Language;
use crate::text::language::is_han;

/// With more than this share of the words of a part, each beside a neighbour of it, a statement holds the part; and from this share
/// of a statement's words in parts that nothing holds on, it is gone.
const HALF: f64 = 0.5;
/// A part with fewer words or characters goes with the one before it.
const SHORTEST: usize = 4;
/// With more words held against statements than this, nothing is said to be gone.
const WORK: usize = 100_000_000;
/// The marks at which a statement falls into parts.
const MARKS: [&str; 6] = ["，", "；", "：", ",", ";", ":"];

/// The statements of a text as pairs of neighbours, against which parts of others are held.
pub(super) struct Held {
    language: Language,
    neighbours: Vec<HashSet<(String, String)>>,
}

impl Held {
    pub fn new(statements: &[Statement], language: Language) -> Self {
        let pairs = |s: &Statement| {
            let words = words(&tokens(&s.text, language));
            words.windows(2).filter(|w| tells(w)).map(|w| (w[0].clone(), w[1].clone())).collect()
        };
        Self { language, neighbours: statements.iter().map(pairs).collect() }
    }

    /// The words of a statement in pieces, those that stand in none of the text's statements as [`EditKind::First`]; none where
    /// they are less than half of it.
    pub fn gone(&self, statement: &Statement) -> Option<Vec<Edit>> {
        let parts = parts(tokens(&statement.text, self.language));
        let length = |parts: &mut dyn Iterator<Item = &Part<'_>>| parts.map(|p| p.words.len()).sum::<usize>();
        let all = length(&mut parts.iter());
        if all.saturating_mul(self.neighbours.len()) > WORK {
            return None;
        }
        let held: Vec<bool> = parts.iter().map(|part| self.holds(&part.words)).collect();
        let lost = length(&mut parts.iter().zip(&held).filter(|(_, held)| !**held).map(|(part, _)| part));
        if lost == 0 || share(lost, all) < HALF {
            return None;
        }
        let mut edits: Vec<Edit> = Vec::new();
        for (part, held) in parts.into_iter().zip(held) {
            let (kind, text) = (if held { EditKind::Same } else { EditKind::First }, part.text);
            match edits.last_mut() {
                Some(last) if last.kind == kind => last.text.push_str(&text),
                _ => edits.push(Edit { kind, text }),
            }
        }
        Some(edits)
    }

    /// Whether one statement has most of some words, each beside one of its neighbours.
    fn holds(&self, words: &[String]) -> bool {
        let pairs: Vec<(String, String)> = words.windows(2).map(|w| (w[0].clone(), w[1].clone())).collect();
        self.neighbours.iter().any(|there| {
            let found: Vec<bool> = pairs.iter().map(|pair| there.contains(pair)).collect();
            let beside = |at: usize| found.get(at).copied().unwrap_or(false) || at > 0 && found[at - 1];
            share((0..words.len()).filter(|at| beside(*at)).count(), words.len()) > HALF
        })
    }
}

#[allow(clippy::cast_precision_loss)] // lengths of statements are far below 2^52
fn share(some: usize, all: usize) -> f64 {
    some as f64 / all.max(1) as f64
}

/// What stands between two marks.
struct Part<'s> {
    text: String,
    tokens: Vec<&'s str>,
    words: Vec<String>,
}

fn parts(tokens: Vec<&str>) -> Vec<Part<'_>> {
    let mut found: Vec<Part<'_>> = Vec::new();
    let mut open = false;
    for token in tokens {
        match found.last_mut().filter(|part| open || words(&part.tokens).len() < SHORTEST) {
            Some(part) => part.tokens.push(token),
            None => found.push(Part { text: String::new(), tokens: vec![token], words: Vec::new() }),
        }
        open = !MARKS.contains(&token);
    }
    if found.len() > 1
        && found.last().is_some_and(|part| words(&part.tokens).len() < SHORTEST)
        && let (Some(short), Some(before)) = (found.pop(), found.last_mut())
    {
        before.tokens.extend(short.tokens);
    }
    for part in &mut found {
        part.text = part.tokens.concat();
        part.words = words(&part.tokens);
    }
    found
}

/// The words among tokens, in small letters.
fn words(tokens: &[&str]) -> Vec<String> {
    let words = tokens.iter().filter(|t| t.chars().any(char::is_alphanumeric));
    words.map(|t| t.to_lowercase()).collect()
}

/// Whether two neighbours tell something together: 'of the' is in every text.
fn tells(neighbours: &[String]) -> bool {
    neighbours.iter().any(|word| word.len() > 3 || word.chars().any(|c| is_han(c) || c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::codebook::Codebook;
    use crate::readout::Readout;

    fn statements(text: &str) -> Vec<Statement> {
        let readout = Readout::parse(Path::new("cn.md"), text).expect("a readout");
        crate::coding::code(readout, &Codebook::embedded()).expect("the codebook").statements
    }

    /// What of the one text is gone in the other: in brackets, `held` where nothing is.
    fn gone(before: &str, now: &str, language: Language) -> String {
        let edits = Held::new(&statements(now), language).gone(&statements(before)[0]);
        let piece = |edit: &Edit| match edit.kind {
            EditKind::First => format!("[{}]", edit.text),
            _ => edit.text.clone(),
        };
        edits.map_or_else(|| "held".to_owned(), |edits| edits.iter().map(piece).collect())
    }

    #[test]
    fn parts_that_stand_in_other_sentences_are_there() {
        let before = "中方愿秉持相互尊重、合作共赢的原则，尊重各自关切，加深彼此互信。";
        let now = "双方应本着相互尊重、合作共赢的原则相处。双方要尊重各自关切。希望增进互信。";
        assert_eq!(gone(before, now, Language::Zh), "held");
        let more = "稳定的贸易关系对全球经济有重要意义，愿通过对话协商解决渔业分歧，推动取得更多成果。";
        let now = "双方同意通过对话协商解决渔业分歧。";
        assert_eq!(
            gone(more, now, Language::Zh),
            "[稳定的贸易关系对全球经济有重要意义，]愿通过对话协商解决渔业分歧，[推动取得更多成果。]"
        );
        let before =
            "He called for stable trade in timber and grain, and warned of tariffs on fishing boats at Lakeford.";
        let now = "In the account of the talks there was nothing on the tariffs, and stable trade in timber and grain is of use.";
        assert_eq!(
            gone(before, now, Language::En),
            "He called for stable trade in timber and grain,[ and warned of tariffs on fishing boats at Lakeford.]"
        );
    }
}
