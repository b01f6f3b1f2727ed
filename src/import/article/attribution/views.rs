//! Whose view of a thing quoted words are, and who put it so.

use super::{Clause, Mention, Press, Sentence, Token, Who, is_be, is_preposition};
use crate::import::article::frame::{is_comma, word_at, word_before};

impl Sentence<'_> {
    /// Whoever put it so: '“…,” as one official put it to reporters', 'a plan to “revoke” the visas, as A put it'.
    pub(super) fn as_put(&self, at: usize) -> Option<Who> {
        const OFFICE: usize = 6;
        let comma = |i: usize| is_comma(self.tokens, i);
        let word = |i: usize| word_at(self.tokens, i);
        let clause = self.clauses.iter().find(|c| c.start > at && c.who.is_some())?;
        let from = clause.start.saturating_sub(OFFICE).max(at + 1);
        let link = (from..clause.start).rev().find(|i| word(*i) == "as")?;
        let office = self.tokens[link + 1..clause.start].iter().all(Token::is_word);
        // Behind it no words of his follow, as they do in 'as he said that'.
        let end = clause.end + usize::from(matches!(word(clause.end), "it" | "them" | "him" | "her" | "this"));
        let to = matches!(
            word(end),
            "reporters"
                | "journalists"
                | "lawmakers"
                | "recently"
                | "later"
                | "last"
                | "this"
                | "at"
                | "in"
                | "on"
                | "to"
                | "during"
                | "after"
        );
        let closed = self.tokens.get(end).is_none_or(|t| !t.is_word() && t.quote().is_none()) || to;
        let next = link == at + 1 || link == at + 2 && comma(at + 1);
        // Farther off, only what can mean nothing else.
        let put = self.tokens[clause.verb].lower().starts_with("put") && comma(link - 1);
        let between = self.tokens[at + 1..link].iter().any(|t| t.quote().is_some());
        clause.who.filter(|_| office && closed && (next || put && !between))
    }

    /// Whoever put it so: '“…,” is how one official described the offer'.
    pub(super) fn is_how(&self, at: usize) -> Option<Who> {
        let [be, how] = self.tokens.get(at + 1..at + 3)? else { return None };
        let is = matches!(be.lower(), "is" | "was") && matches!(how.lower(), "how" | "what");
        self.mentions.iter().find(|m| is && m.start == at + 3)?.who
    }

    /// Whose standing answer a quotation is: '“…” has been Lakeford's stock response'.
    pub(super) fn is_answer_of(&self, at: usize) -> Option<Who> {
        let has = usize::from(matches!(word_at(self.tokens, at + 1), "has" | "had"));
        let be = at + 1 + has;
        if !matches!(word_at(self.tokens, be), "is" | "was" | "been" | "became" | "remains" | "remained") {
            return None;
        }
        let owner = self.mentions.iter().find(|m| m.start == be + 1 && self.tokens[m.end - 1].is_owner())?;
        let views = &Press::carried().names.views;
        let noun =
            self.tokens[owner.end..].iter().take(3).take_while(|t| t.is_word()).any(|t| views.contains(t.lower()));
        owner.who.filter(|_| noun)
    }

    /// By whom a thing is said to be so called: 'described as “…” by the ministry and as “…” by the department'.
    pub(super) fn by_whom(&self, at: usize) -> Option<Who> {
        /// How many words stand between the verb and its words.
        const NEAR: usize = 6;
        let press = Press::carried();
        let by = self.mentions.iter().find(|m| m.start == at + 2 && word_at(self.tokens, at + 1) == "by")?;
        // 'What A called a “promise” by B': A's word for it.
        let what = |c: &Clause| c.who.is_some() && c.verb < at && word_before(self.tokens, c.start, 1) == "what";
        if self.clauses.iter().any(what) {
            return None;
        }
        let article = usize::from(at > 0 && matches!(self.tokens[at - 1].lower(), "a" | "an" | "the"));
        let so = word_before(self.tokens, at, 1 + article) == "as";
        let named = |t: &Token| t.lower().ends_with("ed") && press.name.contains_key(t.lower());
        let called = self.tokens[at.saturating_sub(NEAR)..at].iter().any(named);
        by.who.filter(|_| so || called)
    }

    /// Out of whose words a quotation is told to be: '“…,” a line from A's remarks, was on T-shirts'.
    pub(super) fn taken_from(&self, at: usize) -> Option<Who> {
        let comma = usize::from(is_comma(self.tokens, at + 1));
        let word = |i: usize| word_at(self.tokens, at + 1 + comma + i);
        let piece =
            matches!(word(1), "passage" | "sentence" | "quote" | "excerpt" | "snippet" | "quotation" | "catchphrase")
                || Press::carried().names.views.contains(word(1));
        let from =
            matches!(word(0), "a" | "the" | "one" | "another") && piece && matches!(word(2), "from" | "of" | "by");
        self.mentions.iter().find(|m| from && m.start == at + 4 + comma)?.who
    }

    /// Whose word for a thing a quotation is that closes what is told more of it, behind which another speaks: 'In a call that the
    /// department described as “…”, A said “…”'.
    pub(super) fn named_in_relative(&self, at: usize) -> Option<Who> {
        let names = |c: &&Clause| {
            let between = self.tokens.get(c.end..at).unwrap_or_default();
            let as_it = between.iter().all(|t| matches!(t.lower(), "as" | "a" | "an" | "the"));
            let link = c.start.checked_sub(1).map_or("", |i| self.tokens[i].lower());
            let relative = matches!(link, "that" | "which") && c.start < c.verb;
            !c.report && relative && as_it && between.len() <= 2 && c.verb < at
        };
        let clause = self.clauses.iter().rfind(names)?;
        // It stands in a phrase that opens the sentence.
        let opens = self.tokens.first().is_some_and(|t| is_preposition(t) || matches!(t.lower(), "during" | "after"));
        let first = !self.clauses.iter().any(|c| c.verb < clause.verb);
        clause.who.filter(|_| opens && first)
    }

    /// Whose view of a thing the quotation is, where that is named as a thing: 'China's description of the meeting as “…”',
    /// 'A's line that “…”', 'clips of B's rebuke — “…”'.
    pub(super) fn viewed(&self, at: usize) -> Option<Who> {
        const NEAR: usize = 16;
        // 'A's reply was that it was “…” and that it would stay “…”': one reply has both.
        if let Some(first) = self.joined_content(at) {
            return self.viewed(first);
        }
        let from = at.saturating_sub(NEAR);
        let press = Press::carried();
        let noun = (from..at).rev().find(|i| press.names.views.contains(self.tokens[*i].lower()))?;
        // 'A's answer, before the doors closed, was “…”', 'one of A's lines — that “…” —'.
        let be = at - usize::from(self.tokens[at - 1].lower() == "that");
        let sign = [':', '—', '–'].iter().any(|sign| self.tokens[be - 1].is_sign(*sign));
        let plain = self.tokens[noun..be - usize::from(sign)].iter().all(Token::is_word);
        // 'A's answer, by his account, was that it was “…”'.
        let closes = (noun + 3..be).find(|i| is_comma(self.tokens, *i)).filter(|_| is_comma(self.tokens, noun + 1));
        let inserted = closes.is_some_and(|comma| {
            let is = self.tokens.get(comma + 1).is_some_and(is_be);
            let content = comma + 2 == be || word_at(self.tokens, comma + 2) == "that";
            is && content && self.tokens[noun + 2..comma].iter().chain(&self.tokens[comma + 1..at]).all(Token::is_word)
        });
        // 'A's reply (the White House again): “…”'.
        let bracket = sign && self.tokens[noun + 1].is_sign('(') && self.tokens[be - 2].is_sign(')');
        // 'A's public line, that both “must talk,” has not changed'.
        let content = is_comma(self.tokens, noun + 1) && word_at(self.tokens, noun + 2) == "that";
        let apposed = content && self.tokens[noun + 2..at].iter().all(Token::is_word);
        // 'A's answer, as his broadcaster reported it: “…”'.
        let relayed = sign && is_comma(self.tokens, noun + 1) && word_at(self.tokens, noun + 2) == "as";
        let told = self.tokens.get(noun + 2..be - 1);
        let relayed = relayed && told.is_some_and(|told| told.iter().all(Token::is_word));
        let plain = plain || inserted || apposed || relayed || bracket && noun + 2 < be;
        let nobody = relayed || !self.clauses.iter().any(|c| c.verb > noun && c.verb < at);
        let telling = |t: &Token| t.is_word() && !press.ends_phrase(t) && !press.report.contains_key(t.lower());
        let owner = self.mentions.iter().rev().find(|m| {
            let owns = m.end <= noun && m.end + 2 >= noun && self.tokens[m.end - 1].is_owner();
            owns && self.tokens[m.end..noun].iter().all(telling)
        })?;
        // 'A dismissed B's claims as “…”': the words are A's.
        let as_it = self.tokens[at - 1].lower() == "as";
        let by_another = self.clauses.iter().any(|c| {
            let between = self.tokens.get(c.end..owner.start);
            !c.report && c.who.is_some() && between.is_some_and(|b| b.iter().all(Token::is_word))
        });
        let describes = press.names.describing.contains(self.tokens[noun].lower());
        let another = as_it && noun + 2 == at || by_another && (noun + 1 == at || as_it && !describes);
        // 'The council said B's claims were “…”': the council's word for them.
        let rated = is_be(&self.tokens[at - 1]);
        // 'A said B's words “spoke for themselves”': what they do is A's word for it.
        let rated = rated || noun + 1 == at;
        let another =
            another || rated && self.clauses.iter().any(|c| c.report && c.who.is_some() && c.end <= owner.start);
        (plain && nobody && !another).then_some(owner.who).flatten()
    }

    /// The quotation before one that stands in a clause joined to its own: 'that it was “…” and that it would stay “…”'.
    fn joined_content(&self, at: usize) -> Option<usize> {
        let first = self.tokens[..at].iter().rposition(|t| t.quote().is_some())?;
        let joined = word_at(self.tokens, first + 1) == "and" && word_at(self.tokens, first + 2) == "that";
        Some(first).filter(|_| joined && self.tokens[first + 1..at].iter().all(Token::is_word))
    }

    /// Whose view the whole sentence tells: 'For A, it was “…”'.
    pub(super) fn for_whom(&self) -> Option<Who> {
        let [first, ..] = self.tokens else { return None };
        let comma = |m: &&Mention| is_comma(self.tokens, m.end);
        let next = self.mentions.first().filter(|m| m.start == 1).filter(comma)?;
        next.who.filter(|_| matches!(first.lower(), "for" | "to"))
    }
}
