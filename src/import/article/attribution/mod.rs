//! Which words of a sentence say who speaks, and whose each quotation is by them.
//!
//! `people`: who stands where in the sentence; `govern`: the verb of saying that governs a quotation; `beside`: what stands
//! beside one that no verb governs; `views`: whose name for a thing it is; `told`: what one tells of another's words; `saying`:
//! whether and how somebody says something.

mod beside;
mod govern;
mod people;
mod saying;
mod told;
mod views;

use std::ops::Range;

use super::clauses::{Clause, clauses, is_be, is_preposition, joins};
use super::frame::{Token, word_before};
use super::marks::Quoted;
use super::press::Press;
use super::sources::{Mention, Sources, Who, is_subject};
use super::via::via;
use crate::import::article::is_party;
use crate::text::Span;

/// Whose a quotation is, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub who: Who,
    /// Through whom it is known: 'according to'.
    pub via: Option<Who>,
    pub how: How,
    /// Somebody of another side to whom the one who tells gives the words: 'by Beijing's account, Biden said “…”', 'Xi,
    /// the American official said, had replied “…”'.
    pub given_to: Option<Who>,
}

impl Found {
    /// Whoever says it.
    pub fn said(who: Who, via: Option<Who>) -> Self {
        Self { who, via, how: How::Said, given_to: None }
    }
}

/// By what a quotation has its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A verb of saying in the same sentence.
    Said,
    /// Somebody does what the quoted words say: 'Blinken “raised” the matter'. Who tells it, others say.
    Acts,
}

/// Whether somebody 'is said to have' said something: by the account that was named last.
fn is_hearsay(tokens: &[Token]) -> bool {
    let said = |t: &Token| matches!(t.lower(), "said" | "reported" | "recorded" | "shown");
    tokens.windows(3).enumerate().any(|(i, three)| {
        let is = tokens[i.saturating_sub(2)..i].iter().any(is_be);
        is && said(&three[0]) && three[1].lower() == "to" && three[2].lower() == "have"
    })
}

/// One sentence, with who is named in it.
pub(super) struct Sentence<'a> {
    pub tokens: &'a [Token],
    pub mentions: Vec<Mention>,
    clauses: Vec<Clause>,
    via: Option<Who>,
}

impl<'a> Sentence<'a> {
    /// Reads who is named and who speaks.
    pub fn read(tokens: &'a [Token], range: Range<usize>, sources: &mut Sources) -> Self {
        let tokens = &tokens[range];
        let mut mentions = sources.mentions(tokens);
        // '— Taiwan: in both texts': what a line is about says nothing.
        mentions.retain(|m| {
            let about = matches!(m.who, Some(w @ Who::Body(i)) if sources.bodies[i].is.gives_remarks() && !is_party(sources.side(w)));
            let label = tokens.get(m.end).is_some_and(|t| t.is_sign(':'));
            !(about && label && tokens.get(m.end + 1).is_some_and(Token::is_word))
        });
        let via = via(tokens, &mentions).or_else(|| sources.body.filter(|_| is_hearsay(tokens)).map(Who::Body));
        let clauses = clauses(tokens, &mentions, sources);
        Self { tokens, mentions, clauses, via }
    }

    /// Whether it begins or ends with the account of somebody's own side: 'In the ministry's account of the day, A was
    /// scornful', 'A was scornful in his ministry's version'.
    pub fn is_in_account(&self, who: Who, sources: &Sources) -> bool {
        let [first, ..] = self.tokens else { return false };
        let account = self.mentions.first().filter(|m| m.start == 1).and_then(|m| m.who);
        let theirs = |w: &Who| sources.tells_for_side(*w) && sources.side(*w) == sources.side(who);
        let ends = self.mentions.iter().any(|m| {
            let link = m.start.checked_sub(1).is_some_and(|i| self.tokens[i].lower() == "in");
            let noun = Press::carried().is_account(&self.tokens[m.end - 1]);
            let last = self.tokens.get(m.end).is_none_or(|t| !t.is_word());
            link && noun && last && m.who.is_some_and(|w| theirs(&w))
        });
        ends || matches!(first.lower(), "in" | "by") && account.is_some_and(|w| theirs(&w))
    }

    /// Who says something in it.
    pub fn speaker(&self) -> Option<Who> {
        // 'He played down any suggestion that the president would say no': nobody says it yet.
        let modal = |c: &Clause| c.verb > 0 && matches!(self.tokens[c.verb - 1].lower(), "would" | "could" | "might");
        let said = |c: &&Clause| c.report && (!modal(c) || self.subject() == c.who);
        self.clauses.iter().find(said).and_then(|c| c.who)
    }

    /// Through whom its words are known.
    pub fn through(&self) -> Option<Who> {
        self.via
    }

    /// Whose the quotation at token `at` is, as far as the sentence says: a principal's of whom an account tells that he said
    /// it, else whoever tells it.
    pub fn source(&self, at: usize, quotes: &[Quoted], sources: &Sources) -> Option<Found> {
        if let Some(who) = self.answers_alone(at, sources) {
            return Some(Found::said(who, None));
        }
        if let Some(account) = self.account_before_colon(at, sources) {
            return Some(Found::said(account, Some(account)));
        }
        if let Some(without) = self.without(at).filter(|w| is_party(sources.side(*w))) {
            return sources.account_of_other(without).map(|other| Found::said(other, Some(other)));
        }
        if let Some(other) = self.missing_from(at, sources) {
            return Some(Found::said(other, Some(other)));
        }
        let told = self.teller(at, quotes)?;
        // 'A told them that B's line that “…” was old': it is B's, and not as A tells it.
        // Nor is what B had said an hour before.
        let before = || self.when_called(at).is_some_and(|clause| clause.report && clause.who == Some(told.who));
        let own = self.via.is_none() && (self.viewed(at) == Some(told.who) || before());
        if let Some(who) = self.of_the_other(at, told, sources).filter(|_| !own) {
            return Some(who);
        }
        let told = Found { given_to: None, ..told };
        if let Some(who) = self.apposition(at, told, sources) {
            return Some(Found { who, ..told });
        }
        match self.principal(at, told.who, sources) {
            Some(who) if told.how == How::Said => Some(Found { who, via: Some(told.who), ..told }),
            _ => {
                let via = told.via.or_else(|| self.account(at, told.who, sources));
                let account = via.filter(|w| w.is_body() && sources.tells_for_side(*w));
                // 'According to A's ministry, B and A “agreed”': what both do its account tells.
                if let Some(account) = account.filter(|w| *w != told.who && self.is_joined(told.who, at)) {
                    return Some(Found::said(account, via));
                }
                // 'A said, according to the broadcaster, but his state was committed to “…”': what a state is or wants the
                // account of it tells, in the words of whoever speaks in it.
                let state = told.who.is_body() && !sources.tells_for_side(told.who);
                let same = |w: &Who| sources.side(*w) == sources.side(told.who);
                if let Some(account) = account.filter(|w| state && same(w)) {
                    let mut speaks = self.clauses.iter().filter(|c| c.report && c.verb < at).filter_map(|c| c.who);
                    let principal = speaks.rfind(|w| sources.is_principal(*w) && same(w));
                    return Some(Found::said(principal.unwrap_or(account), via));
                }
                // 'Per the department's fact sheet, Lakeland agreed to “…”': what the other state does its account tells, and what it
                // says is as the account has it.
                let account_of_other = account.filter(|w| state && is_party(sources.side(told.who)) && !same(w));
                if let Some(account) = account_of_other {
                    let given_to = Some(told.who).filter(|who| self.says(*who));
                    return Some(Found { who: account, via, how: How::Said, given_to });
                }
                // What one side's account has the other say is that side's word; 'per Lakeford' too.
                let account = account.or_else(|| via.filter(|w| w.is_body() && is_party(sources.side(*w))));
                match account.filter(|w| sources.is_principal(told.who) && sources.side(*w) != sources.side(told.who)) {
                    Some(account) => Some(Found { who: account, via, how: How::Said, given_to: Some(told.who) }),
                    None => Some(Found { via, ..told }),
                }
            }
        }
    }

    /// Who tells the quotation at token `at`.
    fn teller(&self, at: usize, quotes: &[Quoted]) -> Option<Found> {
        /// Behind 'that' stand no more words of a remark before those that are quoted.
        const REMARK: usize = 5;
        let said = |who: Who| Some(self.found(who, How::Said));
        if let Some(account) = self.in_which(at) {
            return Some(Found::said(account, Some(account)));
        }
        // 'Asked about A's warning that “…,” B told reporters'.
        // 'Asked about A's remark that the reef is “…,” B said'.
        let that = || self.tokens[at.saturating_sub(REMARK)..at].iter().any(|t| t.lower() == "that");
        let line = at > 0 && (that() || !self.tokens[at - 1].is_word());
        let within = self.clauses.iter().any(|c| c.verb < at && c.who.is_some());
        if let Some(who) = self.viewed(at).filter(|_| line && !within) {
            return said(who);
        }
        if let Some(clause) = self.when_called(at) {
            return said(clause.who?);
        }
        // 'The deal, described by A as “…,” …, according to the ministry': A says it himself.
        let described =
            |c: &&Clause| c.end + 1 == at && self.is_by_somebody(c) && word_before(self.tokens, at, 1) == "as";
        if let Some(clause) = self.clauses.iter().find(described) {
            return Some(Found::said(clause.who?, None));
        }
        // 'In a call that the department described as “…”, A said “…”': the department's word.
        if let Some(who) = self.named_in_relative(at) {
            return said(who);
        }
        // 'A, when asked about B's remark that the reef was “…,” said': B's.
        let remark = |c: &&Clause| {
            let insertion = c.start == c.verb && !c.inverted;
            !(insertion && self.viewed(at).is_some_and(|who| Some(who) != c.who))
        };
        if let Some(clause) = self.trailing(at, quotes).filter(remark) {
            return said(clause.who?);
        }
        if let Some(who) = self.elided(at).or_else(|| self.signed(at)) {
            return said(who);
        }
        if let Some(who) = self
            .as_put(at)
            .or_else(|| self.is_how(at))
            .or_else(|| self.is_answer_of(at))
            .or_else(|| self.by_whom(at))
            .or_else(|| self.taken_from(at))
            .or_else(|| self.viewed(at))
        {
            return said(who);
        }
        if let Some(who) = self.rates(at) {
            return said(who);
        }
        match (self.chain(at), self.closing(at)) {
            // 'A accused B of “…,” and C had another word: “…,” his readout said'.
            (Some(clause), Some(closing))
                if !clause.report && self.tokens[at..closing.start].iter().any(|t| t.is_sign(':')) =>
            {
                return said(clause.who?);
            }
            (Some(clause), Some(closing)) if !clause.report => return said(closing.who.or(clause.who)?),
            // 'A explained “…” to B but went no further, the official said': as the official tells it.
            (Some(_), Some(closing)) if matches!(closing.who, Some(Who::Unnamed(_))) => return said(closing.who?),
            (Some(clause), _) => return said(clause.who?),
            (None, Some(closing)) => return said(closing.who?),
            (None, None) => {}
        }
        if at > 0 && self.tokens[at - 1].is_sign(':') {
            return self.opened_by_colon(at);
        }
        if let Some(clause) = self.parenthesis(at) {
            return said(clause.who?);
        }
        if let Some(who) = self.directly_before(at) {
            return Some(self.found(who, How::Acts));
        }
        let named = self.via.or_else(|| self.account_itself()).or_else(|| self.for_whom());
        named.or_else(|| self.before_colon(at)).and_then(said)
    }

    fn found(&self, who: Who, how: How) -> Found {
        match self.via {
            Some(via @ (Who::Unnamed(_) | Who::Person(_))) => {
                let given_to = Some(who).filter(|who| how == How::Said && *who != via);
                Found { given_to, ..Found::said(via, Some(via)) }
            }
            Some(via) if how == How::Acts => Found::said(via, Some(via)),
            via => Found { how, ..Found::said(who, via) },
        }
    }

    /// The sentence in bytes of the article.
    pub fn span(&self) -> Span {
        let start = self.tokens.first().map_or(0, |t| t.span.start);
        Span::new(start, self.tokens.last().map_or(start, |t| t.span.end))
    }
}
