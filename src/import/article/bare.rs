//! Bare forms of verbs of saying: behind 'to', as in 'used his speech to tell delegates that', and behind a plural, as in
//! 'officials insist'.

use super::clauses::{Clause, is_preposition};
use super::frame::{Token, word_at, word_before};
use super::press::Press;
use super::sources::{Mention, Who, is_subject};
use super::verbs::phrase;

/// The number of words of the bare verb at a token that reports words.
pub(super) fn reports(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    let verb = press.bare.contains(tokens[at].lower()) && is_verb(tokens, mentions, at, press);
    verb.then_some(1)
}

/// The number of words of the bare verb at a token that gives a thing a name or a colour.
pub(super) fn names(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    phrase(&press.bare_name, tokens, at).filter(|_| is_verb(tokens, mentions, at, press))
}

fn is_verb(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> bool {
    infinitive(tokens, mentions, at, press).is_some() || is_of_several(tokens, mentions, at, press)
}

/// Where the words between a verb and what is before it begin: 'also', 'now'.
fn behind_adverbs(tokens: &[Token], at: usize, press: &Press) -> usize {
    at - tokens[..at].iter().rev().take_while(|t| press.is_adverb(t)).count()
}

/// Where 'to' stands before a verb, unless somebody else is to do it: 'took the stage to say', not 'urged Lakeland to say'.
pub(super) fn infinitive(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    let bare = press.bare.contains(tokens[at].lower()) || phrase(&press.bare_name, tokens, at).is_some();
    if !bare && tokens[at].lower() != "say" {
        return None;
    }
    let to = behind_adverbs(tokens, at, press).checked_sub(1).filter(|to| tokens[*to].lower() == "to")?;
    // 'It goes on to recall that' has the words of whoever had those before.
    let before = word_before(tokens, to, 1);
    let another = mentions.iter().any(|m| m.end == to);
    (!another && !matches!(before, "according" | "him" | "them" | "me" | "us" | "on")).then_some(to)
}

/// Whether several are the subject of a verb: 'US officials insist', 'analysts, for their part, warn'.
fn is_of_several(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> bool {
    let several = |m: &&Mention| {
        let last = &tokens[m.end - 1];
        let plural = last.lower() == "they" || last.lower() == "people" || last.lower().ends_with('s');
        let nameless = m.pronoun || matches!(m.who, Some(Who::Unnamed(_)));
        // 'The Americans write of “…”': as authors of their account.
        let people = matches!(last.lower(), "americans" | "chinese") && m.who.is_some_and(Who::is_body);
        let (plural, nameless) = (plural || people, nameless || people);
        plural && nameless && !last.is_owner() && is_subject(press, tokens, m)
    };
    let at = behind_adverbs(tokens, at, press);
    let inserted = |m: &&Mention| {
        at > m.end + 1
            && tokens[m.end].is_sign(',')
            && tokens[at - 1].is_sign(',')
            && tokens[m.end + 1..at - 1].iter().all(Token::is_word)
    };
    mentions.iter().filter(several).any(|m| m.end == at || inserted(&m))
}

/// Who does what 'to' with a bare verb tells: the subject of its clause, 'A used his speech to warn them that', else whoever
/// spoke before, 'A said that it was wrong to call it “…”'.
pub(super) fn doer(tokens: &[Token], mentions: &[Mention], to: usize, found: &[Clause], press: &Press) -> Option<Who> {
    let last = found.last().filter(|c| c.who.is_some());
    let from = last.map_or(0, |c| c.end);
    let opens = |m: &&Mention| {
        let before = m.start.checked_sub(1).map(|i| &tokens[i]);
        m.start == from || before.is_none_or(|t| t.is_sign(',') || matches!(t.lower(), "that" | "and" | "but"))
    };
    let acts = |m: &&Mention| {
        let next = tokens.get(m.end);
        let verb = next.is_some_and(|t| t.is_word() && !is_preposition(t) && word_at(tokens, m.end) != "and");
        m.who.is_some() && (verb || next.is_some_and(|t| t.is_sign(','))) && is_subject(press, tokens, m)
    };
    let before = || mentions.iter().filter(|m| m.end <= to);
    let own = before().filter(|m| m.start >= from).filter(acts).find(opens);
    own.and_then(|m| m.who).or_else(|| last.and_then(|c| c.who)).or_else(|| before().find(acts)?.who)
}
