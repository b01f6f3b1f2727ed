//! Through whom the words of a sentence are known, where it says so beside the verb of saying.

use super::frame::{Token, word_at, word_before};
use super::press::Press;
use super::sources::{Mention, Who};

/// Whether words are told not to be in the account that stands at a token: '“…” does not figure in the Chinese text'.
pub(super) fn is_missing(tokens: &[Token], account: usize) -> bool {
    let from = tokens[..account].iter().rposition(|t| t.quote().is_some() || t.is_sign(';')).map_or(0, |i| i + 1);
    let not =
        |t: &Token| matches!(t.lower(), "not" | "never" | "nowhere" | "absent" | "missing" | "neither" | "no" | "none");
    tokens[from..account].iter().any(|t| not(t) || t.lower().ends_with("n't"))
}

/// Whether somebody whose name ends at a token is told to tell something: 'as Lakeford tells it'.
pub(super) fn is_telling(tokens: &[Token], end: usize) -> bool {
    let tells = matches!(
        word_at(tokens, end),
        "tells" | "told" | "has" | "had" | "recounts" | "recounted" | "reports" | "reported" | "relayed" | "rendered"
    );
    tells && word_at(tokens, end + 1) == "it"
}

/// 'according to the Chinese readout', 'citing an official'.
pub(super) fn via(tokens: &[Token], mentions: &[Mention]) -> Option<Who> {
    // 'The ministry quoted Wang as saying': known through the ministry.
    let quotes = tokens.iter().enumerate().find(|(i, t)| {
        matches!(t.lower(), "quoted" | "quotes" | "cited" | "cites")
            && mentions.iter().any(|m| m.start == i + 1 && tokens.get(m.end).is_some_and(|n| n.lower() == "as"))
    });
    if let Some((verb, _)) = quotes {
        return mentions.iter().rev().find(|m| m.end <= verb && m.who.is_some_and(Who::is_body)).and_then(|m| m.who);
    }
    // 'Xi, in Beijing's version, “…”'.
    let within = mentions.iter().find(|m| {
        // 'In his ministry's telling' too.
        let his = usize::from(matches!(word_before(tokens, m.start, 1), "his" | "her" | "its" | "their"));
        let before = word_before(tokens, m.start, 1 + his);
        let last = &tokens[m.end - 1];
        let ends = |t: &Token| t.is_sign(',') || t.is_sign(':') || t.is_sign('.');
        let accounts = &Press::carried().documents.accounts;
        let account = || {
            // 'In the fact sheet, …' opens the sentence; 'later than the one in the fact sheet' does not.
            let sheet = m.start == 1 && matches!(last.lower(), "sheet" | "factsheet" | "fact-sheet");
            accounts.contains(last.lower()) || last.is_owner() || sheet || matches!(last.lower(), "it" | "one")
        };
        // 'By the official's account, …'.
        let tellings = &Press::carried().documents.tellings;
        let noun = |t: &Token| accounts.contains(t.lower()) || tellings.contains(t.lower());
        let end = m.end + usize::from(last.is_owner() && tokens.get(m.end).is_some_and(noun));
        // A joint statement is nobody's account, and its words are in it.
        let joint = m.end > m.start + 1 && tokens[m.end - 2].lower() == "joint";
        // 'In the Chinese account he said': the account opens the sentence, and its subject follows.
        let opens = m.start == 1 && accounts.contains(last.lower()) && mentions.iter().any(|next| next.start == m.end);
        matches!(before, "in" | "by" | "from" | "under")
            && m.who.is_some()
            && !is_missing(tokens, m.start)
            && (joint
                || opens
                || account() && tokens.get(end).is_none_or(|t| ends(t) || last.lower() == "it" && m.start == 1))
    });
    if let Some(account) = within {
        return account.who;
    }
    // 'A's reply (the ministry again): “…”'.
    let bracketed = mentions.iter().find(|m| {
        let opens = m.start > 0 && tokens[m.start - 1].is_sign('(');
        let close = (m.end..tokens.len().min(m.end + 3)).find(|i| tokens[*i].is_sign(')'));
        let colon = close.and_then(|i| tokens.get(i + 1)).is_some_and(|t| t.is_sign(':'));
        opens && colon && m.who.is_some_and(Who::is_body)
    });
    if let Some(account) = bracketed {
        return account.who;
    }
    let at = tokens.iter().enumerate().find_map(|(i, t)| match t.lower() {
        "according" if tokens.get(i + 1).is_some_and(|n| n.lower() == "to") => Some(i + 2),
        "citing" | "quoting" | "per" => Some(i + 1),
        // 'His message, as relayed by the agency, was that'.
        "relayed" | "reported" | "carried" | "released" | "conveyed" | "recounted" | "published" | "rendered"
        | "summarized" | "summarised" | "paraphrased"
            if word_before(tokens, i, 1) == "as" && tokens.get(i + 1).is_some_and(|n| n.lower() == "by") =>
        {
            Some(i + 2)
        }
        // 'As Lakeford tells it'.
        "as" => mentions.iter().find(|m| m.start == i + 1 && is_telling(tokens, m.end)).map(|m| m.start),
        // 'In the words of an official', 'in the telling of one'.
        word if Press::carried().documents.tellings.contains(word)
            && i > 1
            && tokens[i - 1].lower() == "the"
            && tokens[i - 2].lower() == "in" =>
        {
            tokens.get(i + 1).filter(|n| n.lower() == "of").map(|_| i + 2)
        }
        _ => None,
    })?;
    let near: Vec<&Mention> = mentions.iter().filter(|m| m.start >= at && m.start <= at + 6).collect();
    // 'a readout from spokesman A': the last of the phrase, where it goes on with 'from' or 'by'.
    let mut found = near.first()?;
    for next in &near[1..] {
        let between = &tokens[found.end.min(next.start)..next.start];
        // 'an account of A', and not 'spokesman A of the ministry'.
        let of = found.who.is_some_and(Who::is_body);
        let links = |t: &Token| matches!(t.lower(), "from" | "by") || of && t.lower() == "of";
        let goes_on = between.iter().all(Token::is_word) && between.iter().any(links);
        if goes_on || next.start == found.end {
            found = next;
        } else {
            break;
        }
    }
    // 'Citing Gao's mood' names nobody who tells it.
    // 'In the words of A's statement' is by A.
    let account = tokens.get(found.end).is_some_and(|t| Press::carried().is_account(t));
    let thing = tokens[at - 1].lower() != "to" && tokens[found.end - 1].is_owner() && !account;
    found.who.filter(|who| !thing || !who.is_person())
}
