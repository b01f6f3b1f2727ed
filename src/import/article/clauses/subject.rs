//! The subject of a verb of saying.

use super::{in_apposition, is_be, is_preposition};
use crate::import::article::frame::{Token, word_at};
use crate::import::article::press::Press;
use crate::import::article::sources::{Mention, Who, is_subject, longest};

/// The subject before a verb, and where its clause begins. `None` for the mention where it is the one before: 'and added'.
pub(super) fn subject<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    verb: usize,
    press: &Press,
) -> Option<(Option<&'m Mention>, usize)> {
    let (subject, start) = nearest(tokens, mentions, verb, press)?;
    // 'He and Admiral A, the defence minister, had agreed that …': he tells it.
    let he = mentions.first().filter(|m| m.start == 0 && m.pronoun && m.end == 1);
    let joined = |m: &Mention| {
        let office =
            tokens.get(2..m.start).is_some_and(|office| office.len() <= 4 && office.iter().all(Token::is_word));
        office && tokens[1].lower() == "and" && mentions.get(1).is_some_and(|second| second.start == m.start)
    };
    match (subject, he) {
        (Some(second), Some(he)) if joined(second) => Some((Some(he), he.start)),
        _ => Some((subject, start)),
    }
}

fn nearest<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    verb: usize,
    press: &Press,
) -> Option<(Option<&'m Mention>, usize)> {
    // 'The exchange on A was described as “…”': nobody is told to say it.
    let passive = verb > 0 && is_be(&tokens[verb - 1]) && press.name.contains_key(tokens[verb].lower());
    let quoted = tokens.get(verb + 2).is_some_and(|t| t.quote().is_some());
    if passive && quoted && tokens[verb + 1].lower() == "as" && tokens.get(verb + 3).is_none_or(|t| t.lower() != "by") {
        return None;
    }
    let mut at = verb;
    while at > 0 {
        let before = tokens[at - 1].lower();
        let one = press.is_adverb(&tokens[at - 1])
            || matches!(before, "who" | "which" | "late" | "early")
            || before == "on" && at < verb
            || to_be(tokens, at - 1)
            || at < verb && tokens[at].lower() == "to" && is_told_of(before);
        match aside(tokens, at, press) {
            Some(words) => at -= words,
            None if one => at -= 1,
            None => break,
        }
    }
    // 'Was saying' has a subject of its own, 'came last week promising' goes on with it.
    if tokens[verb].lower().ends_with("ing") && !tokens[at..verb].iter().any(is_be) {
        if let Some(main) = of_main_clause(tokens, mentions, verb, press) {
            return Some((Some(main), verb));
        }
        if let Some((start, doer)) = with_doing(tokens, mentions, verb) {
            return Some((Some(doer), start));
        }
        let opened = by_doing(tokens, mentions, verb, press);
        return Some(opened.map_or((None, verb), |m| (Some(m), m.start)));
    }
    if at == 0 {
        // 'Having told reporters that it was “…,” A left'.
        let having = tokens.first().is_some_and(|t| t.lower() == "having");
        let main = having.then(|| of_main_clause(tokens, mentions, verb, press)).flatten();
        return main.map(|m| (Some(m), verb));
    }
    let before = &tokens[at - 1];
    if before.is_sign(',') || before.is_sign('—') || before.is_sign('–') || before.is_sign(')') {
        // 'met the minister, who told him': the last name before.
        if tokens[at].lower() == "who" {
            let last = mentions.iter().rev().filter(|m| m.end < at).find(|m| m.who.is_some());
            // 'A, a senator and friend of B, who': of A.
            if let Some(told) = last.and_then(|last| told_of(tokens, mentions, last)) {
                return Some((Some(told), told.start));
            }
            // 'An official at the ministry, who asked not to be named': not the ministry.
            return last.map(|m| head(tokens, mentions, m)).map(|m| (Some(m), m.start));
        }
        // 'by way of the agency, which had him saying': the agency.
        if tokens[at].lower() == "which"
            && let Some(body) = mentions.iter().find(|m| m.end + 1 == at && m.who.is_some_and(Who::is_body))
        {
            return Some((Some(body), body.start));
        }
        // 'The department's spokesman, A, said': the name, and the phrase before it begins the clause.
        if let Some((start, named)) = in_apposition(tokens, mentions).find(|(_, m)| m.end + 1 == at) {
            return Some((Some(named), start));
        }
        // An insertion: whoever has a comma behind, the first of them after the last quotation or verb.
        let from = tokens[..at].iter().rposition(|t| t.quote().is_some()).map_or(0, |q| q + 1);
        let inserted = || {
            mentions.iter().filter(move |m| m.end + 1 < at && at - m.end <= 45).filter(|m| {
                let next = &tokens[m.end];
                next.is_sign(',') || next.is_sign('—') || next.is_sign('–') || next.is_sign('(')
            })
        };
        let person = |m: &&Mention| {
            m.start >= from
                && is_subject(Press::carried(), tokens, m)
                && matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_)))
        };
        // 'The ministry's statement on A's call with B, which the agency carried, warned': the statement.
        let account = || {
            let opens =
                mentions.first().filter(|m| m.start == 0 && m.who.is_some_and(Who::is_body) && m.end < from.max(at));
            opens.filter(|m| press.is_account(&tokens[m.end - 1]) && from == 0)
        };
        let first = inserted().find(person).or_else(account).or_else(|| inserted().next_back());
        let first = first.map(|m| head(tokens, mentions, m));
        return first.map(|m| (Some(m), m.start)).or(Some((None, verb)));
    }
    if matches!(before.lower(), "and" | "but" | "or" | "then" | "yet") || before.quote().is_some() {
        return Some((None, verb));
    }
    if let Some(of_whom) = relative(tokens, mentions, at, press) {
        return Some((Some(of_whom), of_whom.start));
    }
    // 'a source quoted by a newspaper said': the newspaper says nothing.
    let near = mentions.iter().rev().filter(|m| m.end <= at).find(|m| m.who.is_some() || m.pronoun)?;
    let between = &tokens[near.end..at];
    let plain = between.iter().all(Token::is_word) && between.len() <= 9;
    // 'A Lakeford factsheet handed out before the trip listed'.
    let issued = |words: &str| press.documents.issued.contains(words);
    let goes_on = between.first().is_none_or(|t| {
        is_preposition(t)
            || longest(tokens, near.end, issued).is_some()
            || matches!(
                t.lower(),
                "quoted"
                    | "put"
                    | "issued"
                    | "released"
                    | "published"
                    | "posted"
                    | "circulated"
                    | "now"
                    | "who"
                    | "familiar"
                    | "briefed"
                    | "close"
                    | "involved"
                    | "himself"
                    | "herself"
                    | "there"
                    | "here"
            )
    });
    (plain && goes_on).then(|| {
        let head = head(tokens, mentions, near);
        (Some(head), head.start)
    })
}

/// Of whom is told, between commas, what he is of somebody else: 'A, a senator and friend of B'.
fn told_of<'m>(tokens: &[Token], mentions: &'m [Mention], other: &Mention) -> Option<&'m Mention> {
    /// How many words tell it.
    const MOST: usize = 10;
    let link = other.start.checked_sub(1).filter(|i| is_preposition(&tokens[*i]))?;
    let named = mentions.iter().rev().find(|m| m.end < link && matches!(m.who, Some(Who::Person(_))))?;
    let [comma, article, words @ ..] = &tokens[named.end..link] else { return None };
    let told = comma.is_sign(',') && matches!(article.lower(), "a" | "an" | "the" | "another");
    (told && words.len() <= MOST && words.iter().all(Token::is_word)).then_some(named)
}

/// Whoever says something in a phrase of his own behind 'with': 'Lakeland hit back, with a spokesman, A, calling it “…”'.
fn with_doing<'m>(tokens: &[Token], mentions: &'m [Mention], verb: usize) -> Option<(usize, &'m Mention)> {
    /// How many words his office has.
    const MOST: usize = 10;
    let comma = |i: usize| i > 0 && tokens[i - 1].is_sign(',');
    let doer = mentions.iter().find(|m| m.end + usize::from(comma(verb)) == verb && m.who.is_some())?;
    let office = doer.start - usize::from(comma(doer.start));
    let words = tokens[..office].iter().rev().take(MOST).take_while(|t| t.is_word());
    let with = words.into_iter().position(|t| t.lower() == "with").map(|back| office - 1 - back)?;
    // 'At odds with the party, A, calling': what stands between commas is an office.
    (comma(doer.start) == comma(verb)).then_some((with + 1, doer))
}

/// Who does a thing 'by' saying another: 'A had opened by conceding that …'.
fn by_doing<'m>(tokens: &[Token], mentions: &'m [Mention], verb: usize, press: &Press) -> Option<&'m Mention> {
    const MOST: usize = 8;
    let by = verb.checked_sub(1).filter(|i| tokens[*i].lower() == "by")?;
    let last =
        mentions.iter().rev().filter(|m| m.end < by && m.who.is_some()).find(|m| is_subject(press, tokens, m))?;
    let between = &tokens[last.end..by];
    (between.len() <= MOST && between.iter().all(Token::is_word)).then_some(last)
}

/// The subject of the main clause, whose doing a phrase tells before it: 'After warning that “…,” A left', 'A day after
/// complaining that B was “…” A called him'.
fn of_main_clause<'m>(tokens: &[Token], mentions: &'m [Mention], verb: usize, press: &Press) -> Option<&'m Mention> {
    let before = verb - tokens[..verb].iter().rev().take_while(|t| press.is_adverb(t)).count();
    let opens = match before.checked_sub(1) {
        Some(link) => opens_phrase(tokens, link),
        None => true,
    };
    let named = mentions.iter().any(|m| m.end <= verb && m.who.is_some());
    if !opens || named {
        return None;
    }
    mentions.iter().filter(|m| m.start > verb && m.who.is_some() && !tokens[m.end - 1].is_owner()).find(|m| {
        let parted = &tokens[m.start - 1];
        let behind_quote = parted.quote().is_some()
            || m.start > verb + 1 && parted.is_sign(',') && tokens[m.start - 2].quote().is_some();
        let next = tokens.get(m.end);
        let acts = next.is_some_and(|t| t.is_word() && !is_preposition(t) && !matches!(t.lower(), "and" | "or"));
        let insertion = next.is_some_and(|t| t.is_sign(',')) && behind_quote;
        (parted.is_sign(',') || behind_quote) && (acts || insertion)
    })
}

/// Whether a sentence begins with a phrase about time or manner that a word closes which has a doing behind it: 'After',
/// 'But a day after', 'Hours before', 'By'.
pub(in crate::import::article) fn opens_phrase(tokens: &[Token], link: usize) -> bool {
    const MOST: usize = 5;
    let links = |t: &Token| {
        matches!(
            t.lower(),
            "after"
                | "before"
                | "while"
                | "when"
                | "since"
                | "on"
                | "upon"
                | "by"
                | "in"
                | "without"
                | "despite"
                | "besides"
        )
    };
    let time = |t: &Token| {
        matches!(
            t.lower(),
            "but"
                | "and"
                | "yet"
                | "then"
                | "a"
                | "an"
                | "the"
                | "one"
                | "two"
                | "three"
                | "four"
                | "several"
                | "few"
                | "only"
                | "just"
                | "shortly"
                | "soon"
                | "long"
                | "even"
                | "less"
                | "more"
                | "than"
                | "barely"
                | "day"
                | "days"
                | "week"
                | "weeks"
                | "month"
                | "months"
                | "year"
                | "years"
                | "hour"
                | "hours"
                | "minutes"
                | "moments"
                | "night"
                | "morning"
                | "not"
                | "also"
        )
    };
    link < MOST && links(&tokens[link]) && tokens[..link].iter().all(|t| time(t) || t.is_sign(','))
}

/// Of whom more is told before a verb that is his: 'one official who worked under two presidents told me', 'a person familiar
/// with the ministry's thinking said'.
fn relative<'m>(tokens: &[Token], mentions: &'m [Mention], at: usize, press: &Press) -> Option<&'m Mention> {
    const MOST: usize = 16;
    let plain = tokens[..at].iter().rev().take(MOST).take_while(|t| t.is_word()).count();
    let speaks = |t: &Token| press.report.contains_key(t.lower());
    let ends = |t: &Token| matches!(t.lower(), "that" | "as" | "and" | "but");
    mentions.iter().rev().filter(|m| m.end >= at - plain && m.end < at).find(|m| {
        let next = tokens[m.end].lower();
        let between = &tokens[m.end..at];
        match m.who {
            _ if between.iter().any(speaks) => false,
            Some(Who::Person(_)) => next == "who",
            Some(Who::Unnamed(_)) => {
                next == "who" || press.unnamed.known_by.contains(next) && !between.iter().any(ends)
            }
            _ => false,
        }
    })
}

/// The number of words of an aside that ends before a token: 'last week', 'as good as'.
fn aside(tokens: &[Token], at: usize, press: &Press) -> Option<usize> {
    let ends = |words: &&Vec<String>| {
        at >= words.len() && words.iter().zip(&tokens[at - words.len()..]).all(|(word, t)| t.lower() == word)
    };
    press.asides.iter().find(ends).map(Vec::len)
}

/// Whether 'to' stands at a token as in 'was to say', 'is expected to tell'.
fn to_be(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |i| tokens[i].lower());
    let is = |word: &str| matches!(word, "was" | "were" | "is" | "are");
    tokens[at].lower() == "to"
        && (is(before(1))
            || matches!(before(1), "expected" | "due" | "set" | "scheduled" | "planned")
            || is_told_of(before(1)) && is(before(2)))
}

/// Whether a word tells that something is told of somebody: 'is reported to have said'.
fn is_told_of(word: &str) -> bool {
    matches!(word, "reported" | "said" | "understood" | "believed" | "alleged" | "known" | "recorded" | "shown")
}

/// The head of a phrase: 'the spokesman' of 'the spokesman for China's embassy in Washington'.
fn head<'m>(tokens: &[Token], mentions: &'m [Mention], of: &'m Mention) -> &'m Mention {
    // 'At the White House on Monday he said': a pronoun stands by itself.
    if of.pronoun {
        return of;
    }
    let mut head = of;
    while let Some(before) = mentions.iter().rev().find(|m| m.end <= head.start && m.start < head.start) {
        let between = &tokens[before.end..head.start];
        let relative = between.iter().any(|t| matches!(t.lower(), "what" | "which" | "that" | "who" | "whom" | "when"));
        // 'A of the Center for This and That' has a long name in it.
        let name = |t: &Token| t.is_capital() || matches!(t.lower(), "the" | "for" | "of" | "and" | "on" | "in");
        let long = between.len() <= 9 && between.iter().skip(1).all(name);
        let phrase = !relative
            && (between.len() <= 5 || long)
            && !between.is_empty()
            && between.iter().all(Token::is_word)
            && (is_preposition(&between[0])
                // 'An official involved in planning for A, who asked not to be named': the official.
                || matches!(before.who, Some(Who::Unnamed(_)))
                    && Press::carried().unnamed.known_by.contains(between[0].lower()));
        // 'In its account of the day Brock's side called it “…”': whose side it is begins anew.
        let anew = tokens[head.start..head.end].iter().any(Token::is_owner)
            && between.len() > 1
            && between.last().is_some_and(|t| !is_preposition(t) && !matches!(t.lower(), "the" | "a" | "an"));
        // 'In a speech in Lakeford in 2012 A said': a year closes what was before.
        let year = between.last().is_some_and(|t| t.text().starts_with(|c: char| c.is_ascii_digit()));
        // 'An adviser to A said': the adviser.
        let to = between.first().is_some_and(|t| t.lower() == "to")
            && matches!(before.who, Some(Who::Unnamed(_)))
            && matches!(
                tokens[before.end - 1].lower(),
                "adviser" | "advisor" | "aide" | "assistant" | "envoy" | "counsel"
            );
        let another = matches!(word_at(between, 0), "to" | "with" | "about" | "against" | "than" | "by");
        if !phrase || anew || year || another && !to {
            break;
        }
        head = before;
    }
    head
}
