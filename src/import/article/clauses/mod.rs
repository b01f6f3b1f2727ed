//! Verbs of saying in one sentence, each with its subject.

mod quoting;
mod subject;

use quoting::{has_saying, publisher_behind, quoted_passively};
pub(super) use quoting::{is_said, quotes};
pub(super) use subject::opens_phrase;
use subject::subject;

use super::bare;
use super::frame::Token;
use super::press::Press;
use super::sources::{Mention, Sources, Who, is_subject};
use super::verbs;

/// A verb of saying with its subject.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    pub who: Option<Who>,
    /// The first token, and the one after the last; the verb.
    pub start: usize,
    pub verb: usize,
    pub end: usize,
    /// Whether the verb reports words, rather than naming a thing.
    pub report: bool,
    /// Whether 'and', 'but' or 'while' joins it to what is before.
    pub joined: bool,
    /// Whether it stands behind a quotation: 'said Mr. Xi'.
    pub inverted: bool,
    /// Who quotes the one who speaks: 'the ministry' of 'the ministry quoted Xi as saying'.
    pub quoted_by: Option<Who>,
}

/// Whether a word is a form of 'to be'.
pub(super) fn is_be(token: &Token) -> bool {
    matches!(token.lower(), "is" | "are" | "was" | "were" | "be" | "been")
}

pub(super) fn is_preposition(token: &Token) -> bool {
    matches!(
        token.lower(),
        "of" | "in"
            | "on"
            | "at"
            | "to"
            | "for"
            | "with"
            | "by"
            | "from"
            | "about"
            | "than"
            | "between"
            | "against"
            | "over"
    )
}

pub(super) fn clauses(tokens: &[Token], mentions: &[Mention], sources: &Sources) -> Vec<Clause> {
    let mut found: Vec<Clause> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // 'The United States' states nothing by its name.
        if let Some(name) = mentions.iter().find(|m| m.start < at && at < m.end) {
            at = name.end;
            continue;
        }
        let (clause, next) = clause_at(tokens, mentions, at, &found, sources);
        found.extend(clause);
        at = next;
    }
    found
}

/// The clause whose verb stands at a token, and where to look for the next.
fn clause_at(
    tokens: &[Token],
    mentions: &[Mention],
    at: usize,
    found: &[Clause],
    sources: &Sources,
) -> (Option<Clause>, usize) {
    let press = sources.press;
    // 'The account has Xi saying …': Xi says it.
    if let Some((by, object)) = has_saying(tokens, mentions, at, press) {
        let clause = Clause {
            who: object.who,
            start: by.start,
            verb: at,
            end: at + 1,
            report: true,
            joined: by.start > 0 && joins(&tokens[by.start - 1]),
            inverted: false,
            quoted_by: by.who,
        };
        return (Some(clause), at + 1);
    }
    let report = verbs::reports(tokens, mentions, at, press);
    if report.is_some() && is_passive(tokens, at, press) {
        return (None, at + 1);
    }
    let verb = report
        .or_else(|| verbs::names(tokens, mentions, at, press))
        .or_else(|| verbs::behind_aside(tokens, mentions, found.last(), at));
    let Some(length) = verb else { return (None, at + 1) };
    let end = at + length;
    let clause = Clause {
        who: None,
        start: at,
        verb: at,
        end,
        report: report.is_some(),
        joined: false,
        inverted: false,
        quoted_by: None,
    };
    // 'The ministry quoted Wang as telling …': Wang says it.
    let object = mentions
        .iter()
        .find(|m| m.start == end)
        .filter(|m| quotes(&tokens[at]) && tokens.get(m.end).is_some_and(|t| t.lower() == "as"));
    if let Some(object) = object {
        let by = mentions.iter().find(|m| m.end == at);
        let clause = Clause {
            who: object.who,
            quoted_by: by.and_then(|m| m.who),
            start: by.map_or(at, |m| m.start),
            end: object.end + 1,
            ..clause
        };
        return (Some(clause), object.end + 2);
    }
    // 'Xi was quoted by the agency as telling …', 'was quoted as saying': he says it.
    if let Some((by, verb)) = quoted_passively(tokens, mentions, at) {
        let subject = subject(tokens, mentions, at, press).and_then(|(m, _)| m);
        let clause = Clause {
            who: subject.and_then(|m| m.who),
            start: subject.map_or(at, |m| m.start),
            quoted_by: by,
            end: verb + 1,
            report: true,
            ..clause
        };
        return (Some(clause), clause.end);
    }
    let by = tokens
        .get(end)
        .is_some_and(|t| t.lower() == "by")
        .then(|| mentions.iter().find(|m| m.start > end && m.start <= end + 2))
        .flatten();
    // 'Asked by reporters, he said': they ask, and another answers.
    if matches!(tokens[at].lower(), "asked" | "pressed" | "questioned" | "quizzed") && by.is_some() {
        return (None, end);
    }
    if is_asked(tokens, mentions, at) {
        return (None, end);
    }
    let clause = match (by, subject_behind(tokens, mentions, clause, sources)) {
        (Some(by), _) => Clause { who: by.who, end: by.end, ..clause },
        (None, Some(next)) => Clause { who: next.who, end: next.end, inverted: true, ..clause },
        (None, None) => with_subject(tokens, mentions, clause, found, press),
    };
    let before = clause.start.checked_sub(1).filter(|i| !joins_subjects(tokens, mentions, *i)).map(|i| &tokens[i]);
    let joined = clause.joined || before.is_some_and(|t| joins(t) || t.is_sign(';'));
    (Some(Clause { joined, ..clause }), end)
}

/// The subject that stands behind its verb: 'said Mr. Xi'.
fn subject_behind<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    clause: Clause,
    sources: &Sources,
) -> Option<&'m Mention> {
    let press = sources.press;
    let Clause { verb: at, end, report, .. } = clause;
    let behind_quote = at == 0
        || tokens[at - 1].quote().is_some()
        || tokens[at - 1].is_sign(',') && at > 1 && tokens[at - 2].quote().is_some();
    // 'It said Mr. A had told …' has its subject before the verb.
    let helps = |m: &&Mention| {
        tokens.get(m.end).is_none_or(|t| {
            !matches!(
                t.lower(),
                "had" | "has" | "would" | "will" | "was" | "were" | "is" | "are" | "did" | "could" | "should"
            )
        })
    };
    let next = mentions
        .iter()
        .filter(helps)
        .find(|m| {
            // 'Said the minister', 'said its spokesperson, A'.
            let article = || matches!(tokens[end].lower(), "the" | "its" | "his" | "her" | "their");
            m.start == end || m.start == end + 1 && article()
        })
        .or_else(|| in_apposition(tokens, mentions).find(|(start, _)| *start == end).map(|(_, m)| m))
        .or_else(|| publisher_behind(tokens, mentions, end, press))?;
    // '“…” told reporters': behind some verbs stands whoever hears it. 'The visit, said A, was “…”': without a quotation
    // before it, a clause by itself between commas has its subject behind.
    let comma = |at: usize| tokens.get(at).is_some_and(|t| t.is_sign(','));
    let aside = report && at > 0 && comma(at - 1) && comma(next.end);
    // '“…,” chided the agency': a newspaper hears nothing.
    let paper = || matches!(next.who, Some(Who::Body(i)) if sources.is_paper(i));
    let says = !press.heard.contains(tokens[at].lower()) || paper();
    (says && (behind_quote || aside) && !tokens[at].lower().ends_with("ing")).then_some(next)
}

/// A clause with the subject before its verb, or that of the clause before.
fn with_subject(tokens: &[Token], mentions: &[Mention], clause: Clause, found: &[Clause], press: &Press) -> Clause {
    let at = clause.verb;
    if let Some(to) = bare::infinitive(tokens, mentions, at, press) {
        return Clause { who: bare::doer(tokens, mentions, to, found, press), start: to, ..clause };
    }
    let Some((mention, start)) = subject(tokens, mentions, at, press) else { return clause };
    let Some(mention) = mention else {
        let spoken = found.last().map_or(0, |c| c.end);
        let who = in_apposition(tokens, mentions)
            .find(|(office, m)| *office > spoken && m.end < at && tokens[*office].lower() == "whose")
            .and_then(|(_, m)| m.who)
            .or_else(|| found.iter().rev().find_map(|c| c.who))
            .or_else(|| {
                let before = || mentions.iter().filter(|m| m.end <= at && m.who.is_some());
                // Of whose things a sentence tells says nothing by that.
                let other = || before().find(|m| !tokens[m.end - 1].is_owner());
                before().find(|m| is_subject(press, tokens, m)).or_else(other)?.who
            });
        return Clause { who, start, ..clause };
    };
    // Whoever was told something says something himself.
    let hearer = mention.who.and_then(|_| answers(tokens, mention, at, found));
    Clause { who: mention.who, start: hearer.unwrap_or(start), joined: hearer.is_some(), ..clause }
}

/// Where the clause begins in which whoever was told something says something himself: 'A told the general, who replied that'.
fn answers(tokens: &[Token], mention: &Mention, verb: usize, found: &[Clause]) -> Option<usize> {
    const MOST: usize = 4;
    let who = (mention.end + 1..verb).find(|i| tokens[*i].lower() == "who" && tokens[*i - 1].is_sign(','))?;
    let told =
        found.last().filter(|c| c.report && c.who.is_some() && c.who != mention.who && c.end <= mention.start)?;
    let between = &tokens[told.end..mention.start];
    (between.len() <= MOST && between.iter().all(Token::is_word)).then_some(who)
}

/// Whether a word joins a clause to what is before.
pub(super) fn joins(token: &Token) -> bool {
    matches!(
        token.lower(),
        "and" | "but" | "while" | "whereas" | "where" | "whom" | "which" | "what" | "as" | "though" | "although"
    )
}

/// Whether 'and' at a token joins two who do one thing together: 'that he and A had spoken'.
fn joins_subjects(tokens: &[Token], mentions: &[Mention], and: usize) -> bool {
    let that = |m: &Mention| m.start > 0 && tokens[m.start - 1].lower() == "that";
    tokens[and].lower() == "and" && mentions.iter().any(|m| m.end == and && that(m))
}

/// Whether a verb tells what was done to its subject: 'as long as it was not repeated'.
fn is_passive(tokens: &[Token], at: usize, press: &Press) -> bool {
    let mut helps = tokens[..at].iter().rev().take_while(|t| press.is_adverb(t));
    let be = helps.any(|t| matches!(t.lower(), "is" | "are" | "was" | "were" | "be" | "been" | "being"));
    let verb = tokens[at].lower();
    let by = tokens.get(at + 1).is_some_and(|t| t.lower() == "by");
    be && !by && (verb.ends_with("ed") || verb == "told") && !matches!(verb, "asked" | "quoted" | "cited")
}

/// Whether somebody named before a comma is told there to be asked, before he says something: 'A, asked on Friday if it was off, said'.
fn is_asked(tokens: &[Token], mentions: &[Mention], at: usize) -> bool {
    let asked = matches!(tokens[at].lower(), "asked" | "pressed" | "questioned" | "quizzed");
    let named = mentions.iter().any(|m| m.end + 1 == at && m.who.is_some() && tokens[m.end].is_sign(','));
    // 'A, asked B, is late': whoever is asked stands behind.
    let another = mentions.iter().any(|m| m.start == at + 1) || tokens.get(at + 1).is_none_or(|t| !t.is_word());
    asked && named && !another && tokens[at..].iter().any(|t| t.is_sign(','))
}

/// The people who are named behind a comma after what they are, with the token where that phrase begins: 'Lakeland's foreign
/// minister, A', 'the chairman of the committee, B'.
fn in_apposition<'m>(tokens: &[Token], mentions: &'m [Mention]) -> impl Iterator<Item = (usize, &'m Mention)> {
    mentions.iter().filter(|m| m.who.is_some_and(Who::is_person)).filter_map(|m| {
        let comma = m.start.checked_sub(1).filter(|i| tokens[*i].is_sign(','))?;
        Some((office_before(tokens, comma)?, m))
    })
}

/// The token where the phrase begins that tells an office and ends before a comma.
pub(super) fn office_before(tokens: &[Token], comma: usize) -> Option<usize> {
    const MOST: usize = 14;
    let press = Press::carried();
    let from = tokens[..comma].iter().rposition(|t| !t.is_word()).map_or(0, |i| i + 1);
    let verb = |i: &usize| {
        let word = tokens[*i].lower();
        // 'The ambassador to the United States' states nothing.
        let state = word == "states" && tokens[*i].is_capital();
        press.report.contains_key(word) && !press.titles.words.contains(word) && !state
    };
    let from = (from..comma).rev().find(verb).map_or(from, |i| i + 1);
    // '…, though its foreign minister, A, said': a word that joins the clause comes first.
    let from = from + usize::from(tokens.get(from).is_some_and(|t| joins(t) || t.lower() == "with"));
    let opens = |t: &Token| {
        t.is_owner()
            || t.is_capital()
            || matches!(t.lower(), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "whose")
    };
    // 'If the president was friendly, A was not': a clause is no office.
    let conjunction = |t: &Token| matches!(t.lower(), "if" | "when" | "because" | "since" | "once" | "unless");
    let first = tokens.get(from).filter(|t| opens(t) && !conjunction(t))?;
    let phrase = &tokens[from..comma];
    let office = phrase.iter().any(|t| {
        press.titles.persons.contains(t.lower())
            || matches!(t.lower(), "chairman" | "chair" | "chairwoman" | "director" | "head")
    });
    (phrase.len() <= MOST && phrase.len() > 1 && office && first.is_word()).then_some(from)
}
