//! Which verb of saying governs a quotation, by where its clause stands.

use super::{Clause, Mention, Press, Quoted, Sentence, Token, Who, is_preposition, joins};
use crate::import::article::clauses::opens_phrase;
use crate::import::article::frame::is_comma;

impl Sentence<'_> {
    /// The clause that follows the quotation at once: '“…,” he said'.
    pub(super) fn trailing(&self, at: usize, quotes: &[Quoted]) -> Option<&Clause> {
        let mut next = at + 1;
        let comma = is_comma(self.tokens, next);
        if comma {
            next += 1;
        }
        let ends = self.tokens[at].quote().and_then(|q| quotes[q].ends);
        // A headline: '“…”: A warns B'.
        let headed = at == 0 && self.tokens.get(next).is_some_and(|t| t.is_sign(':'));
        next += usize::from(headed);
        let parted = comma || headed || matches!(ends, Some(',' | '?' | '!' | '.' | '—' | '–'));
        self.clauses.iter().find(|c| {
            // 'White House press secretary A said': a few words of the office may come first.
            let office = c.start > next
                && c.start <= next + 5
                && self.tokens[next..c.start].iter().all(|t| t.is_word() && !is_preposition(t) && !joins(t));
            let follows = c.start == next || office && !self.tells_when(c) && !self.is_relative(c);
            c.who.is_some() && c.report && !c.joined && follows && (parted || c.inverted)
        })
    }

    /// The clause that tells when something was, in words of its own, before the main clause: 'A day after B called it “…,” A
    /// said that'.
    pub(super) fn when_called(&self, at: usize) -> Option<&Clause> {
        let tells_when = |clause: &&Clause| {
            let Some(link) = clause.start.checked_sub(1) else { return false };
            let conjunction = matches!(self.tokens[link].lower(), "after" | "before" | "when" | "while" | "since");
            let opens = conjunction && opens_phrase(self.tokens, link);
            // 'Hours after B told reporters that there were “…,” A came out': B is named.
            let told = clause.report && clause.verb > clause.start && !clause.inverted;
            let plain = clause.end < at && self.tokens[clause.end..at].iter().all(Token::is_word);
            clause.who.is_some() && opens && (!clause.report || told) && plain
        };
        self.clauses.iter().rfind(tells_when)
    }

    /// The next clause behind the quotation that stands by itself between commas: 'no “A”, the official said, but “B”'.
    pub(super) fn parenthesis(&self, at: usize) -> Option<&Clause> {
        /// How many words may tell when it was said.
        const MOST: usize = 7;
        let clause = self.clauses.iter().find(|c| c.report && c.who.is_some() && c.start > at)?;
        let before = self.tokens[..clause.start].last()?;
        // 'Because of “A”, he said as the meeting opened, there had been “B”'.
        let time = |t: &Token| {
            is_preposition(t) || matches!(t.lower(), "as" | "when" | "after" | "before" | "during" | "last")
        };
        let when = self.tokens[clause.end..].iter().take(MOST).take_while(|t| t.is_word()).count();
        let when = if self.tokens.get(clause.end).is_some_and(time) { when } else { 0 };
        let after = self.tokens.get(clause.end + when);
        (before.is_sign(',') && after.is_none_or(|t| t.is_sign(',') || t.is_sign('.')) && !clause.joined)
            .then_some(clause)
    }

    /// The clause that closes the sentence and governs all of it: '…, the official said'.
    pub(super) fn closing(&self, at: usize) -> Option<&Clause> {
        let clause = self.clauses.last().filter(|c| c.report && c.who.is_some() && !c.joined && c.start > at)?;
        let quotes_after = self.tokens[clause.end..].iter().any(|t| t.quote().is_some());
        // '“…,” a week after B said that he would': it is of another day.
        if self.tells_when(clause) || self.is_relative(clause) {
            return None;
        }
        let parted = self.tokens[..clause.start].last().is_some_and(|t| t.is_sign(',') || t.quote().is_some());
        (parted && !quotes_after).then_some(clause)
    }

    /// The clause before the quotation that governs it: the nearest, or the one that tells of it.
    pub(super) fn chain(&self, at: usize) -> Option<&Clause> {
        // 'A, whose ministry called it “…,” struck a soft tone: “…”': what the ministry says is closed.
        let colon = at > 0 && self.tokens[at - 1].is_sign(':');
        let closed = |c: &Clause| {
            let within = self.tokens.get(c.end..at).is_some_and(|t| t.iter().any(|t| t.quote().is_some()));
            colon && within && self.tokens[c.start].lower() == "whose"
        };
        // 'The deal, described by A as “…,” will “…”': what is so described is closed.
        let described = |c: &Clause| {
            let rest = self.tokens.get(c.end..at).unwrap_or_default();
            self.is_by_somebody(c)
                && rest.first().is_some_and(|t| t.lower() == "as")
                && rest.iter().any(|t| t.quote().is_some())
        };
        let stands = |c: &Clause| c.who.is_some() && c.verb < at && !closed(c) && !described(c);
        let mut here = self.clauses.iter().rposition(stands)?;
        // '…, A said, …' governs all of its sentence.
        let comma = |at: Option<usize>| at.and_then(|i| self.tokens.get(i)).is_some_and(|t| t.is_sign(','));
        let clause = &self.clauses[here];
        if clause.report && comma(clause.start.checked_sub(1)) && comma(Some(clause.end)) {
            return Some(clause);
        }
        while let Some(outer) = self.clauses[..here].iter().rposition(|c| c.who.is_some() && c.report) {
            let (inner, outer_clause) = (&self.clauses[here], &self.clauses[outer]);
            let between = self.tokens.get(outer_clause.end..inner.start).unwrap_or_default();
            let parted = between.iter().any(|t| t.quote().is_some() || t.is_sign(';') || t.is_sign(':'));
            // 'A puts it differently: B wants “…”' is what A says.
            let put = self.tokens[outer_clause.verb].lower().starts_with("put")
                && between.iter().take(3).any(|t| t.is_sign(':'))
                && !inner.report;
            let parted = parted && !put;
            // '… and that the side hoped “…”' is still what the first one said.
            let that = inner.start > 0 && self.tokens[inner.start - 1].lower() == "that";
            // 'He warned the minister, in talks that one official called “long”'.
            // '“…,” remarks that Beijing condemned as “…”'.
            let noun = between.len() > 1
                && Press::carried().names.views.contains(between[between.len() - 2].lower())
                && between.iter().any(|t| t.quote().is_some());
            // 'A said his state welcomed it and accused another of “…”': he goes on.
            let state = |c: &Clause| c.who.is_some_and(Who::is_body) && !c.report;
            let told = self.clauses[outer + 1..here].iter().all(|c| state(c) && c.who == inner.who);
            if !that && inner.joined && state(inner) && told && here > outer + 1 && !parted {
                here = outer;
                continue;
            }
            // 'A told a briefing that Lakeland was wrong to send it while it criticised “…”': still A's.
            let it = self.tokens[inner.start].lower() == "it" && inner.start + 1 == inner.verb && !inner.report;
            let while_it = it && inner.start > 0 && self.tokens[inner.start - 1].lower() == "while";
            if while_it && outer_clause.who.is_some_and(Who::is_person) && !self.tells_when(outer_clause) {
                here = outer;
                continue;
            }
            let relative = that && !inner.report && (noun || between.iter().any(|t| t.is_sign(',')));
            // 'Lakeland hit back, with a spokesman, A, calling it “…”'.
            let with = inner.start > 0 && self.tokens[inner.start - 1].lower() == "with";
            // 'A told them, before B cut in: “…”': what a colon opens is of whoever stands before it.
            let cuts_in = colon && inner.report && inner.end + 1 == at && self.tells_when(inner);
            // '…, A said, hours after B had accused him of “…”': that was B's.
            let earlier = inner.who != outer_clause.who && self.is_of_earlier(outer_clause, inner);
            let of_thing = with || earlier || cuts_in || that && self.is_of_object(outer_clause, inner);
            if relative
                || of_thing
                || self.is_in_opening(outer_clause, inner)
                || !that && (inner.joined || parted)
                || outer_clause.inverted
                || self.tells_when(outer_clause)
            {
                break;
            }
            here = outer;
        }
        Some(&self.clauses[here])
    }

    /// Whether somebody behind 'by' does what a clause tells: 'described by A'.
    pub(super) fn is_by_somebody(&self, clause: &Clause) -> bool {
        let by = self.mentions.iter().find(|m| m.end == clause.end && m.who == clause.who);
        let link = |m: &Mention| (clause.verb + 1..m.start).any(|i| self.tokens[i].lower() == "by");
        clause.start == clause.verb && by.is_some_and(link)
    }

    /// Whether a clause tells, behind a comma, before or after what other act something was said: ', hours after B had accused him'.
    fn is_of_earlier(&self, outer: &Clause, inner: &Clause) -> bool {
        let Some(link) = inner.start.checked_sub(1) else { return false };
        let comma = (outer.end..link).rev().find(|i| is_comma(self.tokens, *i));
        let time = comma.is_some_and(|comma| opens_phrase(&self.tokens[comma + 1..], link - comma - 1));
        time && matches!(self.tokens[link].lower(), "after" | "before" | "since")
    }

    /// Whether 'that' before a clause is of a thing which another verb has: 'Lakeland answered with curbs that A likened to',
    /// and not 'Lakeland said on Monday that A likened them to'.
    fn is_of_object(&self, outer: &Clause, inner: &Clause) -> bool {
        let Some(object) = self.tokens.get(outer.end..inner.start.saturating_sub(1)) else { return false };
        let has = matches!(
            self.tokens[outer.verb].lower(),
            "announced" | "offered" | "revealed" | "expressed" | "demanded" | "proclaimed" | "promised" | "disclosed"
        );
        let press = Press::carried();
        let plain = |t: &Token| t.is_word() && !t.is_capital() && !is_preposition(t) && !press.is_adverb(t);
        let noun = object.last().is_some_and(|t| t.is_word() && !t.is_capital());
        let time = object.first().is_some_and(|t| matches!(t.lower(), "last" | "this" | "earlier" | "later"));
        noun && (object.iter().any(|t| t.lower() == "with") || has && !time && object.iter().all(plain))
    }

    /// Whether a clause stands in a phrase that opens the sentence, before the one who speaks in it: 'Asked whether B had told
    /// them no, A said'.
    pub(super) fn is_in_opening(&self, clause: &Clause, main: &Clause) -> bool {
        let comma = |range: &[Token]| range.iter().any(|t| t.is_sign(','));
        let opens = self.tokens.first().is_some_and(|t| {
            let conjunction = matches!(
                t.lower(),
                "when"
                    | "while"
                    | "although"
                    | "though"
                    | "after"
                    | "as"
                    | "if"
                    | "since"
                    | "once"
                    | "because"
                    | "before"
            );
            conjunction || Press::carried().names.opening.contains(t.lower())
        });
        let parted = main.report && comma(&self.tokens[clause.end.min(main.start)..main.start]);
        opens && parted && !comma(&self.tokens[..clause.start])
    }

    /// Whether a clause tells more of somebody who is named before it: 'a call with A, who said'.
    pub(super) fn is_relative(&self, clause: &Clause) -> bool {
        let from = clause.start.saturating_sub(1);
        self.tokens[from..clause.verb.max(from)].iter().any(|t| matches!(t.lower(), "who" | "which"))
    }

    /// Whether a clause only tells when or why something was said: 'when a reporter asked'.
    fn tells_when(&self, clause: &Clause) -> bool {
        let before = clause.start.checked_sub(1).map_or("", |i| self.tokens[i].lower());
        matches!(before, "when" | "after" | "once" | "if" | "because" | "since" | "before" | "until")
    }
}
