//! Which words of a sentence are verbs that report words or give a thing a name: those of the lists, and others by where
//! they stand.

use std::collections::HashMap;

use super::bare;
use super::clauses::Clause;
use super::frame::{Token, is_comma, word_at, word_before};
use super::press::Press;
use super::sources::{Mention, Who};

/// The number of words of the verb at a token that reports words.
pub(super) fn reports(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    if is_noun(tokens, at) {
        return None;
    }
    let listed = phrase(&press.report, tokens, at).or_else(|| bare::reports(tokens, mentions, at, press));
    listed.or_else(|| unlisted(tokens, mentions, at, press))
}

/// The number of words of the verb at a token that gives a thing a name or a colour.
pub(super) fn names(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    let listed = phrase(&press.name, tokens, at).or_else(|| bare::names(tokens, mentions, at, press));
    listed.or_else(|| before_quotation(tokens, at)).or_else(|| has_in_it(tokens, mentions, at, press))
}

/// Whether a word that can be a verb of saying is a thing of somebody, 'A's claims', 'its demands', or another verb.
fn is_noun(tokens: &[Token], at: usize) -> bool {
    let thing = matches!(
        tokens[at].lower(),
        "claims"
            | "demands"
            | "promises"
            | "pledges"
            | "calls"
            | "notes"
            | "remarks"
            | "reports"
            | "quotes"
            | "records"
    );
    // 'The department added 23 firms to its list'.
    let next = tokens.get(at + 1);
    let counted = next.is_some_and(|t| {
        t.text().starts_with(|c: char| c.is_ascii_digit())
            || matches!(t.lower(), "more" | "another" | "dozens" | "several" | "new" | "its")
    });
    if tokens[at].lower() == "added" && counted && tokens[at..].iter().take(10).any(|t| t.lower() == "to") {
        return true;
    }
    // 'Lakeford swore in its mayor' is no oath of its own.
    if tokens[at].lower() == "swore" && word_at(tokens, at + 1) == "in" {
        return true;
    }
    let before = at.checked_sub(1).map(|i| &tokens[i]);
    let owned = matches!(tokens[at].lower(), "warning" | "posting") && before.is_some_and(Token::is_owner);
    // '“…,” remarks that another condemned'.
    let apposed = thing && tokens.get(at + 1).is_some_and(|t| matches!(t.lower(), "that" | "which"));
    owned
        || apposed && before.is_some_and(|t| t.quote().is_some() || t.is_sign(','))
        || thing
            && before.is_some_and(|t| {
                t.is_owner()
                    || matches!(t.lower(), "the" | "his" | "her" | "its" | "their" | "these" | "those" | "such" | "any")
            })
}

/// Whether a verb at a token reports that the lists do not have in this form: any that joins a quotation before it to whom it
/// is of ('“…,” shrugged an official', '“…,” A grumbled'), and the bare form behind 'did' and 'would'.
fn unlisted(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    const BARE: [&str; 12] = [
        "allow",
        "concede",
        "admit",
        "acknowledge",
        "add",
        "note",
        "insist",
        "tell",
        "offer",
        "confirm",
        "describe",
        "call",
    ];
    let token = &tokens[at];
    let not = at > 1 && matches!(tokens[at - 1].lower(), "not" | "never");
    let before = at.checked_sub(1 + usize::from(not)).map_or("", |i| tokens[i].lower());
    if BARE.contains(&token.lower()) && matches!(before, "did" | "didn't" | "would" | "wouldn't" | "could" | "only") {
        return Some(1);
    }
    // 'Had written' reports, 'a written statement' does not.
    let helps = |back: usize| at.checked_sub(back).is_some_and(|i| matches!(tokens[i].lower(), "had" | "has" | "have"));
    if token.lower() == "written" && (helps(1) || helps(2)) {
        return Some(1);
    }
    let present = token.lower().len() > 4 && token.lower().ends_with('s') && !token.is_capital();
    if !is_past(token) && !present || phrase(&press.name, tokens, at).is_some() {
        return None;
    }
    let behind_quote = |i: usize| {
        let comma = i > 1 && tokens[i - 1].is_sign(',');
        i > 0 && tokens[if comma { i - 2 } else { i - 1 }].quote().is_some()
    };
    let who = |m: &&Mention| m.who.is_some() && !m.pronoun;
    // '“…,” shrugs an official', and not 'the “…” rules Lakeland wrote'.
    let one = |m: &&Mention| !present || matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_)));
    let inverted = behind_quote(at) && mentions.iter().filter(who).filter(one).any(|m| m.start == at + 1);
    let plain = !present && mentions.iter().any(|m| m.who.is_some() && m.end == at && behind_quote(m.start));
    (inverted || plain).then_some(1)
}

/// A verb directly before the words that it is about: 'supplied “direct”'.
fn before_quotation(tokens: &[Token], at: usize) -> Option<usize> {
    const NOT: [&str; 10] =
        ["omitted", "dropped", "avoided", "skipped", "removed", "replaced", "lacked", "followed", "titled", "included"];
    const HELPS: [&str; 8] = ["was", "were", "is", "are", "be", "been", "being", "so"];
    let before = word_before(tokens, at, 1);
    let quotation = tokens.get(at + 1).is_some_and(|t| t.quote().is_some());
    (quotation && is_past(&tokens[at]) && !NOT.contains(&tokens[at].lower()) && !HELPS.contains(&before)).then_some(1)
}

/// 'Has' between an account and words that are in it: 'Beijing's text has “…”'.
fn has_in_it(tokens: &[Token], mentions: &[Mention], at: usize, press: &Press) -> Option<usize> {
    let has = matches!(tokens[at].lower(), "has" | "have" | "had");
    let quotation = tokens.get(at + 1).is_some_and(|t| t.quote().is_some());
    let account = |t: &Token| press.is_account(t) || t.is_owner() || matches!(t.lower(), "americans" | "chinese");
    let of_account = |m: &Mention| m.end == at && m.who.is_some_and(Who::is_body) && account(&tokens[m.end - 1]);
    (has && quotation && mentions.iter().any(of_account)).then_some(1)
}

/// A verb whose subject stands behind what one who tells it said between commas: 'On the reef, the release said, A pinned'.
pub(super) fn behind_aside(
    tokens: &[Token],
    mentions: &[Mention],
    before: Option<&Clause>,
    at: usize,
) -> Option<usize> {
    let aside = before.filter(|c| c.report && c.who.is_some())?;
    let comma = |i: usize| is_comma(tokens, i);
    let inserted = aside.start > 0 && comma(aside.start - 1) && comma(aside.end);
    let subject = mentions.iter().any(|m| m.start == aside.end + 1 && m.end == at && m.who.is_some_and(Who::is_person));
    (inserted && subject && is_past(&tokens[at])).then_some(1)
}

/// Whether a word looks like a regular verb in the past tense.
fn is_past(token: &Token) -> bool {
    token.lower().len() > 4 && token.lower().ends_with("ed") && !token.is_capital()
}

/// The number of words of the longest phrase of a list that stands at a token.
pub(super) fn phrase(list: &HashMap<String, Vec<Vec<String>>>, tokens: &[Token], at: usize) -> Option<usize> {
    let first = tokens[at].lower();
    let phrases = list.get(first).filter(|_| !first.is_empty())?;
    let stands = |words: &&Vec<String>| {
        words.iter().enumerate().all(|(i, w)| tokens.get(at + i).is_some_and(|t| t.lower() == w))
    };
    phrases.iter().find(stands).map(Vec::len)
}
