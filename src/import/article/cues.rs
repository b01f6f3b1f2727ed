//! What the words around quotations show of where the quoted ones come from.

use super::frame::{Token, word_at, word_before};
use super::press::Press;
use super::sources::{is_own_list, longest};

/// Whether somebody was asked, as reporters do, and did not ask himself: 'asked about the talks', 'when asked'.
fn asked(tokens: &[Token]) -> bool {
    tokens.iter().enumerate().any(|(i, t)| {
        // 'Asked later whether'.
        let later = usize::from(matches!(word_at(tokens, i + 1), "later" | "again" | "repeatedly" | "afterward"));
        let next = word_at(tokens, i + 1 + later);
        let before = word_before(tokens, i, 1);
        t.lower() == "asked"
            && (matches!(next, "by" | "about" | "whether" | "if" | "why" | "how" | "what" | "when" | "on" | "to")
                && (i == 0 || !tokens[i - 1].is_word())
                || next == "by"
                || matches!(before, "when" | "was" | "were" | "being" | "if"))
    })
}

/// Whether somebody of a third side is met or told something: no account of this meeting has it.
fn of_third(tokens: &[Token], press: &Press) -> bool {
    let office = |t: &Token| press.titles.persons.contains(t.lower());
    let nations = |t: &Token| press.sides.nation(t.lower()).is_some();
    tokens.iter().enumerate().any(|(i, t)| {
        nations(t)
            && tokens[i + 1..].iter().take(3).take_while(|t| t.is_word()).any(office)
            && tokens[..i]
                .iter()
                .rev()
                .take(3)
                .any(|t| matches!(t.lower(), "told" | "met" | "with" | "meeting" | "telling"))
    })
}

/// Whether it tells what was said on a day before: 'A had warned on Monday that'.
fn earlier_day(tokens: &[Token], press: &Press) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let alone = |word: &str| press.report.contains_key(word) && !press.heard.contains(word);
    tokens.iter().enumerate().any(|(i, t)| {
        let day = i + 2 + usize::from(word_at(tokens, i + 2) == "on");
        t.lower() == "had" && alone(word_at(tokens, i + 1)) && DAYS.contains(&word_at(tokens, day))
    })
}

/// Whether it tells that accounts were given out: 'put out half a dozen statements', 'the version released by his side', 'what
/// the hosts published'.
fn published(tokens: &[Token], press: &Press) -> bool {
    const NEAR: usize = 6;
    // A joint statement is nobody's account.
    let joint = |i: usize| i > 0 && tokens[i - 1].lower() == "joint";
    let noun = |word: &str| press.documents.accounts.contains(word) || press.documents.given_out.contains(word);
    let account = |i: usize| noun(tokens[i].lower()) && !joint(i);
    (0..tokens.len()).any(|at| {
        let Some(end) = longest(tokens, at, |words| press.documents.issued.contains(words)) else { return false };
        let before = at.saturating_sub(NEAR)..at;
        let after = end..tokens.len().min(end + NEAR);
        tokens[before.clone()].iter().any(|t| t.lower() == "what") || before.chain(after).any(account)
    })
}

/// Whether it tells that somebody gave out a list of what he says was agreed on: 'has put out its own list of what it calls'.
fn gives_list(tokens: &[Token], press: &Press) -> bool {
    /// How many words stand between the verb and the noun.
    const NEAR: usize = 4;
    /// How many words stand behind it to what it lists.
    const WORDS: usize = 3;
    // 'Its own list of unreliable firms' is none.
    let listed = |sheet: &String, word: &str| sheet.strip_prefix("list of ").is_some_and(|of| of.ends_with(word));
    let outcome = |word: &str| {
        word == "what" || !word.is_empty() && press.documents.sheets.iter().any(|sheet| listed(sheet, word))
    };
    let issued = |at: usize| longest(tokens, at, |words| press.documents.issued.contains(words));
    (0..tokens.len()).any(|i| is_own_list(tokens, i))
        || (0..tokens.len()).filter_map(issued).any(|end| {
            let list = (end..tokens.len().min(end + NEAR)).find(|i| word_at(tokens, *i) == "list");
            list.is_some_and(|list| {
                let own = word_before(tokens, list, 1) == "own" || word_at(tokens, list + 2) == "what";
                let agreed = (list + 2..list + 2 + WORDS).any(|i| outcome(word_at(tokens, i)));
                own && agreed && word_at(tokens, list + 1) == "of"
            })
        })
}

/// Whether a text has one of a list's phrases besides 'across the table'.
fn has_besides(text: &str, list: &[String]) -> bool {
    list.iter().any(|w| w != "across the table" && text.contains(&format!(" {w} ")))
}

/// A text without the accounts of which it says that there are none: 'no formal readout'.
fn without_missing(text: &str, press: &Press) -> String {
    const MOST: usize = 3;
    let words: Vec<&str> = text.split(' ').collect();
    let account = |word: &&str| press.documents.accounts.contains(*word);
    let missing = |i: usize| (i.saturating_sub(MOST)..i).any(|before| words[before] == "no");
    let kept = words.iter().enumerate().filter(|(i, word)| !account(word) || !missing(*i)).map(|(_, word)| *word);
    kept.collect::<Vec<_>>().join(" ")
}

/// What the words around quotations show of where the quoted ones come from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cues {
    pub document: bool,
    /// Whether it tells that accounts were given out.
    pub published: bool,
    /// Whether it says of words that they are in a statement.
    pub stated: bool,
    /// Whether it is a list of measures.
    pub sheet: bool,
    pub speech: bool,
    /// Whether it shows that an institution answers at a briefing.
    pub answers: bool,
    pub told_by: bool,
    /// Whether it is of what was said between them, out of hearing of others.
    pub inside: bool,
    /// Whether nothing shows that but that it is said across the table.
    pub across: bool,
    /// Whether it is of a call of two with each other.
    pub call: bool,
    /// Whether it tells of what was said before the press as a meeting began.
    pub opening: bool,
    /// Whether it tells of an encounter of the two, or of what came of it.
    pub encounter: bool,
    /// Whether it is an editorial or a commentary.
    pub comment: bool,
}

impl Cues {
    pub fn of(tokens: &[Token], press: &Press) -> Self {
        let text: Vec<&str> = tokens.iter().map(Token::lower).collect();
        // A joint statement is nobody's account.
        let text = format!(" {} ", text.join(" ")).replace(" joint statement ", " ");
        // What somebody says 'by her own account' she has told the press, and is in none of a ministry's.
        let own = [" by his own account ", " by her own account "];
        let tells = own.iter().any(|words| text.contains(words));
        // 'By that account' is by what somebody has just told.
        let own = own.iter().chain(&[" by that account ", " by this account ", " on that account "]);
        let text = own.fold(text, |text, words| text.replace(words, " "));
        // 'There was no readout': nothing is from it.
        let text = without_missing(&text, press);
        let has = |list: &[String]| list.iter().any(|w| text.contains(&format!(" {w} ")));
        let published = published(tokens, press);
        let stated = has(&press.documents.stated);
        Self {
            document: published || has(&press.documents.words),
            published,
            stated,
            sheet: has(&press.documents.sheets) || gives_list(tokens, press),
            speech: !stated
                && (tells
                    || has(&press.documents.speech)
                    || of_third(tokens, press)
                    || earlier_day(tokens, press)
                    || asked(tokens)
                    || press.media.iter().any(|m| text.contains(&format!(" {m} ")))),
            answers: asked(tokens) || has(&press.documents.answers),
            comment: [" editorial ", " commentary ", " op-ed "].iter().any(|w| text.contains(w)),
            inside: has(&press.documents.inside),
            across: text.contains(" across the table ") && !has_besides(&text, &press.documents.inside),
            encounter: has(&press.documents.encounters),
            opening: has(&press.documents.opening),
            call: has(&press.documents.calls),
            told_by: text.contains(" according to ") || text.contains(" quoted as "),
        }
    }
}
