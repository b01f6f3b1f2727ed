//! Texts that a cue must match if it can match anything, made from the cue itself.

use crate::codebook::pattern::{self, Node, PatternError};
use crate::text::Language;
use crate::text::form::simplify;

/// How many texts are made of one cue, and as many again with its gaps filled.
const MOST: usize = 48;

/// The texts of one cue.
#[derive(Debug, Default)]
pub(super) struct Samples {
    /// Its alternatives, with nothing in the gaps.
    pub plain: Vec<String>,
    /// The same with every gap full and every open word longer; none where the cue has neither.
    pub filled: Vec<String>,
    /// Whether these are all combinations of its alternatives.
    pub whole: bool,
    /// Those of the plain ones that would have a space before a comma or a stop, as no text has.
    pub spaced: Vec<String>,
    /// What must not stand before and after.
    pub neighbours: [Vec<String>; 2],
}

impl Samples {
    pub fn of(cue: &str, language: Language) -> Result<Self, PatternError> {
        let cue = pattern::parse(simplify(cue).as_deref().unwrap_or(cue))?;
        let ways = ways(&cue.nodes);
        let mut spaced = Vec::new();
        let mut make = |filled: bool| {
            let mut texts: Vec<String> = Vec::new();
            for number in 0..ways.min(MOST) {
                // A full count where there are few ways, else each alternative in turn.
                let mut choice = if ways <= MOST { Choice::Count(number) } else { Choice::Turn(number) };
                let mut text = String::new();
                write(&cue.nodes, &mut choice, filled, language, &mut text);
                let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let text = tidy(&joined, language);
                if text != joined {
                    spaced.push(text.clone());
                }
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
            texts
        };
        let plain = make(false);
        let filled = if open(&cue.nodes) { make(true) } else { Vec::new() };
        Ok(Self { plain, filled, whole: ways <= MOST, spaced, neighbours: [cue.not_before, cue.not_after] })
    }

    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.plain.iter().chain(&self.filled).map(String::as_str)
    }
}

/// How many combinations of alternatives there are.
fn ways(nodes: &[Node]) -> usize {
    let one = |node: &Node| match node {
        Node::Either(branches, _) => branches.iter().map(|b| ways(b)).fold(0, usize::saturating_add),
        _ => 1,
    };
    nodes.iter().map(one).fold(1, usize::saturating_mul)
}

/// Whether there is a gap or an open word.
fn open(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Star => true,
        Node::Gap { most, .. } => *most > 0,
        Node::Either(branches, _) => branches.iter().any(|b| open(b)),
        Node::Fixed { .. } => false,
    })
}

/// Which alternative is taken next.
#[derive(Debug, Clone, Copy)]
enum Choice {
    /// A number that counts through all combinations.
    Count(usize),
    /// A number that is the same at each place.
    Turn(usize),
}

impl Choice {
    fn take<'a>(&mut self, branches: &'a [Vec<Node>]) -> &'a [Node] {
        match self {
            Self::Turn(number) => branches.get(*number % branches.len().max(1)).map_or(&[], Vec::as_slice),
            Self::Count(number) => {
                let total = branches.iter().map(|b| ways(b)).sum::<usize>().max(1);
                let mut at = *number % total;
                *number /= total;
                for branch in branches {
                    if at < ways(branch) {
                        // What is left tells which way the branch goes.
                        *number = *number * ways(branch) + at;
                        return branch;
                    }
                    at -= ways(branch);
                }
                &[]
            }
        }
    }
}

fn write(nodes: &[Node], choice: &mut Choice, filled: bool, language: Language, out: &mut String) {
    for (at, node) in nodes.iter().enumerate() {
        match node {
            Node::Fixed { text, capitals } => {
                let shown = |(at, c): (usize, char)| if capitals.contains(&at) { c.to_ascii_uppercase() } else { c };
                out.extend(text.char_indices().map(shown));
            }
            Node::Star => {
                // A star that stands alone is a word of its own.
                let after = matches!(nodes.get(at + 1), Some(Node::Fixed { text, .. }) if text.starts_with(char::is_alphanumeric));
                let alone = !out.ends_with(char::is_alphanumeric) && !after;
                out.push_str(if filled || alone { "zq" } else { "" });
            }
            Node::Gap { most, commas, .. } => {
                let (word, comma) = if language == Language::En { (" zq", ',') } else { ("某", '，') };
                for number in 0..if filled { *most } else { 0 } {
                    match language {
                        Language::Zh if *commas && number == 0 => out.push(comma),
                        _ => out.push_str(word),
                    }
                    if language == Language::En && *commas && number == 0 {
                        out.push(comma);
                    }
                }
                if language == Language::En {
                    out.push(' ');
                }
            }
            Node::Either(branches, _) => {
                let branch = choice.take(branches);
                write(branch, choice, filled, language, out);
            }
        }
    }
}

/// The text as it would be written: in English with no space before a comma or a stop.
fn tidy(text: &str, language: Language) -> String {
    let marks: &[&str] = if language == Language::En { &[",", ".", ";", ":"] } else { &[] };
    marks.iter().fold(text.to_owned(), |text, mark| text.replace(&format!(" {mark}"), mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(cue: &str, language: Language) -> Samples {
        Samples::of(cue, language).expect("a good cue")
    }

    #[test]
    fn every_alternative_has_its_text() {
        assert_eq!(samples("met {3} with", Language::En).plain, ["met with"]);
        assert_eq!(samples("met {3} with", Language::En).filled, ["met zq zq zq with"]);
        assert_eq!(samples("the [very] (good|bad) talk*", Language::En).plain.len(), 4);
        assert_eq!(samples("(a|b (c|d)|e) (f|g)", Language::En).plain.len(), 8);
        assert_eq!(samples("in {1} *, Peru", Language::En).plain, ["in zq, peru"]);
        assert_eq!(samples("economic (and|,) trade", Language::En).spaced, ["economic, trade"]);
        assert_eq!(samples("[the] US side", Language::En).plain, ["the US side", "US side"]);
        assert_eq!(samples("反对{,4}制裁", Language::Zh).filled, ["反对，某某某制裁"]);
        assert_eq!(samples("臺灣", Language::Zh).plain, ["台湾"]);
        assert!(samples("good", Language::En).filled.is_empty());
    }

    #[test]
    fn many_ways_are_bounded_and_every_alternative_is_there() {
        let cue = "(a|b|c|d|e|f|g) (h|i|j|k|l) (m|n|o|p)";
        let found = samples(cue, Language::En);
        assert!(!found.whole && found.plain.len() <= MOST);
        for letter in 'a'..='p' {
            assert!(found.plain.iter().any(|t| t.contains(letter)), "{letter}");
        }
    }
}
