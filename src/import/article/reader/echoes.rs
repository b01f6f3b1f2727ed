//! Words that stand in an article twice: in a headline and below it, and where a remark is named by a word of it.

use super::{Reader, Source, heading};
use crate::import::article::attribution::Sentence;
use crate::import::article::frame::{Paragraph, Token};
use crate::import::article::marks::Quoted;
use crate::import::article::press::Press;

impl Reader<'_> {
    /// A headline has words of the text below it, and so has a heading within it: who said them, and in what, the text tells better.
    pub(super) fn echoes(&mut self, paragraphs: &[Paragraph], quoted: &[Quoted]) {
        /// No headline quotes more.
        const MOST: usize = 8;
        /// No heading of a few words has more.
        const WORDS: usize = 14;
        /// How many lines stand above a byline.
        const HEAD: usize = 5;
        /// How many lines of quoted words within the text are looked at: no article has so many.
        const CROSSHEADS: usize = 200;
        // A headline may end with a quotation, and no sentence does without a sign within it.
        let closes = |t: &Token| t.quote().is_some_and(|q| quoted[q].ends.is_some() || !quoted[q].closed);
        let ends = |p: &&Paragraph| p.tokens.last().is_some_and(|t| t.is_sign('.') || closes(t));
        // What stands above the byline is of the headline, whole sentences too.
        let byline = |p: &Paragraph| {
            let by =
                p.tokens.first().is_some_and(|t| t.lower() == "by") && p.tokens.get(1).is_some_and(Token::is_capital);
            by && p.tokens.len() <= 2 * WORDS && p.tokens.iter().all(|t| t.quote().is_none())
        };
        let byline = paragraphs.iter().take(HEAD).position(byline).unwrap_or(0);
        let top =
            paragraphs.iter().enumerate().take_while(|(i, p)| *i < byline || !ends(p)).flat_map(|(_, p)| &p.tokens);
        let above = top.filter_map(Token::quote).take(MOST).count();
        let within = |p: &Paragraph| p.tokens.first().and_then(Token::quote).filter(|q| heading(p, &quoted[*q]));
        // 'Lakeford: ties are “very stable”' in a live blog.
        let labelled = |p: &&Paragraph| p.tokens.len() <= WORDS && !ends(p) && p.tokens.iter().any(|t| t.is_sign(':'));
        let label = paragraphs.iter().filter(labelled).flat_map(|p| &p.tokens).filter_map(Token::quote);
        let label = label.filter(|q| self.found[*q].source.is_none());
        let crossheads = paragraphs.iter().filter_map(within).chain(label).filter(|q| *q >= above);
        let crossheads: Vec<usize> = crossheads.take(CROSSHEADS).collect();
        let all: Vec<String> = quoted.iter().map(|quote| folded(quote, self.article)).collect();
        let folded = |q: usize| &all[q];
        for number in (0..above).chain(crossheads) {
            let words = folded(number).trim_matches(|c: char| !c.is_alphanumeric());
            let below = (above..quoted.len()).filter(|q| *q != number && self.found[*q].source.is_some());
            let side = |s: &Source| self.sources.side(s.who).to_owned();
            let own = self.found[number].source;
            // 'White House says planning is under way “in the coming weeks”': a few words of much that another says are no sign.
            let institution = own.is_some_and(|s| s.who.is_body() && self.sources.tells_for_side(s.who));
            let part = |q: usize| institution && folded(q).len() > 2 * words.len();
            let again: Vec<Source> =
                below.filter(|q| holds(folded(*q), words) && !part(*q)).filter_map(|q| self.found[q].source).collect();
            // Where both sides say the words, the headline may name the side.
            let same = again.iter().find(|s| own.is_some_and(|own| side(&own) == side(s)));
            // Whom it names keeps his words where only somebody of another side has them below.
            if same.is_none() && own.is_some_and(|own| own.who.is_person() && self.sources.is_principal(own.who)) {
                continue;
            }
            let Some(source) = same.or(again.first()).copied() else { continue };
            let own = own.filter(|s| s.who.is_person() && side(s) == side(&source));
            let source = own.map_or(source, |own| Source { kind: source.kind, ..own });
            self.found[number].source = Some(source);
        }
    }

    /// The source of words by which something is named that was quoted before: 'the “unsailable” remark'.
    pub(super) fn repeated(&self, sentence: &Sentence<'_>, at: usize, quoted: &[Quoted]) -> Option<Source> {
        /// How many quotations before it may have the words.
        const FAR: usize = 64;
        let next = sentence.tokens.get(at + 1)?;
        let number = sentence.tokens[at].quote()?;
        let folded = |q: usize| folded(&quoted[q], self.article);
        let words = folded(number);
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        let views = &Press::carried().names.views;
        let before = (0..number).rev().take(FAR).filter(|q| views.contains(next.lower()) && folded(*q).contains(words));
        before.filter_map(|q| self.found[q].source).next()
    }
}

/// Whether words have those of a headline, which may leave some out: 'It was long … and late'.
fn holds(text: &str, headline: &str) -> bool {
    let mut from = 0;
    headline.split('…').flat_map(|part| part.split("...")).map(str::trim).all(|part| {
        let found = text[from..].find(part).map(|at| from + at + part.len());
        from = found.unwrap_or(from);
        found.is_some()
    })
}

/// The words of a quotation in one form.
fn folded(quoted: &Quoted, article: &str) -> String {
    quoted.words.slice(article).to_lowercase().replace('’', "'")
}
