//! Words that stand in a headline and again below it: the text tells better whose they are.

use std::collections::HashSet;

use super::frame::Paragraph;
use super::people::Who;
use super::reader::{Reader, Source};

impl Reader<'_> {
    /// Gives quotations of headlines the source of the like below.
    pub(super) fn echoes(&mut self, paragraphs: &[Paragraph]) {
        /// No article has more of them.
        const MOST: usize = 16;
        let tops: Vec<usize> = paragraphs
            .iter()
            .filter(|p| p.heading)
            .flat_map(|p| (0..p.len()).flat_map(|n| p.quotes(n)))
            .take(MOST)
            .collect();
        for top in tops.iter().copied() {
            let pairs = self.pairs(top);
            let own = self.found[top];
            // A word or two are no sign, but for those of whom the headline names.
            if pairs.len() < 3 {
                let below = self.within(top, tops.len());
                self.found[top] = own.map(|own| below.filter(|b| b.who == own.who).unwrap_or(own));
                continue;
            }
            let below = (0..self.found.len()).filter(|n| !tops.contains(n) && self.found[*n].is_some());
            let best = below.map(|n| (shared(&pairs, &self.pairs(n)), n)).filter(|(share, _)| *share >= 60);
            let Some((_, best)) = best.max_by_key(|(share, n)| (*share, std::cmp::Reverse(*n))) else { continue };
            self.found[top] = self.found[best].map(|source| self.with_own(own, source));
        }
    }

    /// The source of the first quotation below that has the very words of one.
    fn within(&self, top: usize, from: usize) -> Option<Source> {
        let words = |number: usize| self.text.quoted[number].words.slice(self.text.plain);
        let below = (from.min(self.found.len())..self.found.len()).filter(|n| *n != top);
        below
            .filter(|n| words(*n).contains(words(top)))
            .find_map(|n| self.found[n].filter(|s| self.found[top].is_some_and(|own| own.who == s.who)))
    }

    /// The source of a headline's words by those below, with whomever the headline itself names of the same side.
    fn with_own(&self, own: Option<Source>, below: Source) -> Source {
        let person = |s: &Source| matches!(s.who, Who::Person(_)) && s.teller.is_none();
        let same = own.filter(|own| person(own) && self.people.side(own.who) == self.people.side(below.who));
        same.map_or(below, |own| Source { kind: below.kind, ..own })
    }

    /// The pairs of characters of a quotation.
    fn pairs(&self, number: usize) -> HashSet<(char, char)> {
        let words = self.text.quoted[number].words.slice(self.text.plain);
        let letters: Vec<char> = words.chars().filter(|c| c.is_alphanumeric()).take(400).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
    }
}

/// How many of a hundred pairs stand in others too.
fn shared(pairs: &HashSet<(char, char)>, others: &HashSet<(char, char)>) -> usize {
    100 * pairs.intersection(others).count() / pairs.len().max(1)
}
