//! Small questions about words.

use super::{Mention, Sources};
use crate::import::article::frame::{Token, is_comma};
use crate::import::article::press::Press;

/// The token where a phrase begins with its article.
pub(super) fn with_article(tokens: &[Token], at: usize) -> usize {
    let article = |t: &Token| matches!(t.lower(), "the" | "a" | "an");
    if at > 0 && article(&tokens[at - 1]) { at - 1 } else { at }
}

/// Whether a phrase stands where the subject of its sentence can: not behind a preposition, 'naming', or 'told'.
pub(in crate::import::article) fn is_subject(press: &Press, tokens: &[Token], mention: &Mention) -> bool {
    let Some(before) = mention.start.checked_sub(1).map(|i| &tokens[i]) else {
        return !tokens[mention.end - 1].is_owner();
    };
    let word = before.lower();
    // 'For A's part, he …'.
    let part = word == "for" && tokens.get(mention.end).is_some_and(|t| t.lower() == "part");
    if tokens[mention.end - 1].is_owner() {
        return part;
    }
    // 'In an interview with Lakeford News's A': what stands before whose he is counts.
    if before.is_owner() && tokens[mention.end - 1].is_capital() {
        let owner = tokens[..mention.start].iter().rev().take_while(|t| t.is_capital()).count();
        let link = mention.start.checked_sub(owner + 1).map_or("", |i| tokens[i].lower());
        if matches!(link, "with" | "by" | "to" | "from") {
            return false;
        }
    }
    !(press.names.prepositions.contains(word)
        || word.ends_with("ing")
        || word.ends_with("ed")
        || press.heard.contains(word)
        || word == "met"
        || is_joined_to_object(press, tokens, mention))
}

/// Whether somebody is the second of two behind a preposition: 'talks with Premier A and negotiator B had been “…,” he said'.
fn is_joined_to_object(press: &Press, tokens: &[Token], mention: &Mention) -> bool {
    /// How many words the first of them has.
    const MOST: usize = 8;
    let Some(and) = mention.start.checked_sub(1).filter(|i| matches!(tokens[*i].lower(), "and" | "or")) else {
        return false;
    };
    let named = |t: &&Token| t.is_capital() || press.titles.words.contains(t.lower()) || t.lower() == "the";
    let words = tokens[..and].iter().rev().take(MOST).take_while(named).count();
    let with = (and - words).checked_sub(1).is_some_and(|i| {
        matches!(tokens[i].lower(), "with" | "between" | "by" | "from" | "of" | "for" | "to" | "against" | "on")
    });
    let says = tokens.get(mention.end).is_some_and(|t| press.report.contains_key(t.lower()));
    words > 0 && with && !says
}

/// A word as written, with its possessive ending.
pub(super) fn written(token: &Token) -> String {
    with_ending(token.text(), token)
}

/// A word in lower case, with its possessive ending.
pub(super) fn with_owner(token: &Token) -> String {
    with_ending(token.lower(), token)
}

fn with_ending(word: &str, token: &Token) -> String {
    let mut word = word.to_owned();
    if token.is_owner() {
        word.push_str("'s");
    }
    word
}

/// A name as the article has it.
pub(super) fn in_full(words: &[Token]) -> String {
    words.iter().map(Token::text).collect::<Vec<_>>().join(" ")
}

/// Words in lower case with spaces between them; the possessive ending of all but the last stays.
pub(super) fn joined(tokens: &[Token]) -> String {
    let Some((last, rest)) = tokens.split_last() else { return String::new() };
    let mut text: Vec<String> = rest.iter().map(with_owner).collect();
    text.push(last.lower().to_owned());
    text.join(" ")
}

/// The end of the longest run of words from `at` that makes a name.
pub(in crate::import::article) fn longest(tokens: &[Token], at: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
    let words = tokens[at..].iter().take(7).take_while(|t| t.is_word()).count();
    (1..=words).rev().map(|n| at + n).find(|end| is(&joined(&tokens[at..*end])))
}

impl Sources {
    /// Whether somebody speaks from a token on: behind adverbs and helping verbs stands a verb that reports, or a sign, as
    /// in 'A: “…”'.
    pub(super) fn speaks(&self, tokens: &[Token], at: usize) -> bool {
        let mut rest = tokens[at..].iter().skip_while(|t| self.press.is_adverb(t));
        rest.next().is_some_and(|t| {
            !t.is_word() || self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower())
        })
    }

    /// Whether somebody at a token, of one word, says something between commas: ', it said,'.
    pub(super) fn is_aside(&self, tokens: &[Token], at: usize) -> bool {
        let comma = |i: usize| is_comma(tokens, i);
        let verb = tokens.get(at + 1).is_some_and(|t| self.press.report.contains_key(t.lower()));
        at > 0 && comma(at - 1) && verb && comma(at + 2)
    }

    /// Whether it does so there, or as the last in its sentence: ', it said on Monday.'
    pub(super) fn is_aside_or_end(&self, tokens: &[Token], at: usize) -> bool {
        let parted = at > 0 && (is_comma(tokens, at - 1) || tokens[at - 1].quote().is_some());
        let verb = tokens.get(at + 1).is_some_and(|t| self.press.report.contains_key(t.lower()));
        parted && verb && !tokens[at..].iter().any(|t| t.quote().is_some()) || self.is_aside(tokens, at)
    }

    /// Whether a verb that reports stands at a token at once.
    pub(super) fn reports(&self, tokens: &[Token], at: usize) -> bool {
        tokens
            .get(at)
            .is_some_and(|t| matches!(t.lower(), "said" | "says" | "added" | "announced" | "warned" | "declined"))
    }
}
