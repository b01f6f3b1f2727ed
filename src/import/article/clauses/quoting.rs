//! Verbs that give the words of another: 'the ministry quoted A as saying', 'the account has A saying', 'says the fact sheet
//! that the ministry issued'.

use super::is_preposition;
use super::subject::subject;
use crate::import::article::frame::Token;
use crate::import::article::press::Press;
use crate::import::article::sources::{Mention, Who, is_subject};

/// Whether a verb gives the words of another: 'the ministry quoted Xi as saying'.
pub(in crate::import::article) fn quotes(token: &Token) -> bool {
    matches!(token.lower(), "quoted" | "quotes" | "quoting" | "cited" | "cites" | "reported" | "reports")
}

/// Whether a verb stands behind whom an account 'has' say something: 'it has him say', 'had him underscore'.
pub(in crate::import::article) fn is_said(press: &Press, verb: &str) -> bool {
    matches!(verb, "say" | "continue" | "speak" | "call" | "describe" | "urge" | "go") || press.bare.contains(verb)
}

/// Whose account 'has' somebody saying something, and whom: 'it has Xi saying', 'Beijing's version also had Biden offering',
/// 'it has the president say'.
pub(super) fn has_saying<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    at: usize,
    press: &Press,
) -> Option<(&'m Mention, &'m Mention)> {
    // 'The text credits A with saying'.
    let with = usize::from(at > 0 && tokens[at - 1].lower() == "with");
    let object = mentions.iter().find(|m| m.end + with == at && m.who.is_some())?;
    let has = object.start.checked_sub(1)?;
    // 'State television showed A saying'.
    let shows = matches!(tokens[has].lower(), "showed" | "shows" | "showing") && tokens[at].lower().ends_with("ing");
    let credits = with > 0 && matches!(tokens[has].lower(), "credits" | "credited" | "crediting");
    let has_it = with == 0 && matches!(tokens[has].lower(), "has" | "had" | "have");
    if !shows && !credits && !has_it {
        return None;
    }
    if !tokens[at].lower().ends_with("ing") && !is_said(press, tokens[at].lower()) {
        return None;
    }
    let part = tokens[..has].iter().rposition(|t| t.is_sign(';')).unwrap_or(0);
    let opens = || {
        mentions
            .iter()
            .filter(|m| m.start >= part && m.end <= has)
            .find(|m| m.who.is_some() && is_subject(press, tokens, m))
    };
    let by = subject(tokens, mentions, has, press).and_then(|(m, _)| m).or_else(opens)?;
    matches!(by.who, Some(who) if object.who != Some(who)).then_some((by, object))
}

/// By whom somebody 'was quoted', where that is told, and the verb behind 'as'.
pub(super) fn quoted_passively(tokens: &[Token], mentions: &[Mention], at: usize) -> Option<(Option<Who>, usize)> {
    let was = at > 0 && matches!(tokens[at - 1].lower(), "was" | "were" | "is" | "been");
    if !was || !matches!(tokens[at].lower(), "quoted" | "cited") {
        return None;
    }
    let by = tokens.get(at + 1).filter(|t| t.lower() == "by").and_then(|_| mentions.iter().find(|m| m.start >= at + 2));
    let behind = by.map_or(at + 1, |m| m.end);
    // 'was quoted saying' has no 'as'.
    let behind = if tokens.get(behind).is_some_and(|t| t.lower() == "as") { behind } else { behind - 1 };
    let verb = tokens.get(behind + 1).is_some_and(|t| t.lower().ends_with("ing"));
    verb.then(|| {
        // 'was quoted as saying by the agency'.
        let later = tokens.get(behind + 2).filter(|t| t.lower() == "by");
        let by = by.or_else(|| later.and_then(|_| mentions.iter().find(|m| m.start >= behind + 3)));
        (by.and_then(|m| m.who), behind + 1)
    })
}

/// Whose account is the subject behind a verb, where the words behind it say so: 'says the fact sheet that the White House
/// issued', 'reads a statement from the ministry'.
pub(super) fn publisher_behind<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    verb: usize,
    press: &Press,
) -> Option<&'m Mention> {
    /// How many words the account has, and how many there are from it to whoever published it.
    const MOST: usize = 5;
    let phrase = tokens[verb..].iter().take(MOST).take_while(|t| t.is_word() && !is_preposition(t)).count();
    let account = |t: &Token| press.is_account(t) || matches!(t.lower(), "sheet" | "factsheet");
    let noun = (verb..verb + phrase).find(|i| account(&tokens[*i]))?;
    let opens = matches!(tokens[verb].lower(), "the" | "a" | "an" | "its" | "one" | "that");
    let next = mentions.iter().find(|m| m.start > noun && m.start <= noun + MOST && m.who.is_some())?;
    let plain = tokens[noun + 1..next.start].iter().all(Token::is_word);
    (opens && plain && next.who.is_some_and(Who::is_body)).then_some(next)
}
