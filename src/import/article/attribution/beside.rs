//! Whose a quotation is without a verb of saying: what stands right before it, or before the colon that opens it.

use super::{
    Clause, Found, How, Mention, Press, Sentence, Sources, Token, Who, is_be, is_preposition, is_subject, joins,
};
use crate::import::article::frame::{is_comma, word_at, word_before};

impl Sentence<'_> {
    /// The account of which a colon closes what it has: 'China's statement had one line on it: Beijing “…”'.
    pub(super) fn account_before_colon(&self, at: usize, sources: &Sources) -> Option<Who> {
        let account = self.subject_before_colon(at, |m| Press::carried().is_account(&self.tokens[m.end - 1]))?;
        let who = account.who.filter(|w| w.is_body() && sources.tells_for_side(*w))?;
        // Nobody else says it, before the colon or behind it.
        let other = |c: &Clause| c.report && c.who.is_some_and(|w| w != who);
        Some(who).filter(|_| !self.clauses.iter().any(other))
    }

    /// Whose a quotation is that a colon opens: 'He was blunt: “…”', 'a question from a journalist: “…”'.
    pub(super) fn opened_by_colon(&self, at: usize) -> Option<Found> {
        if self.is_topic(at) {
            return None;
        }
        let press = Press::carried();
        let body = |m: &Mention| m.who.is_some_and(Who::is_body);
        let person = |m: &Mention| m.end < at && matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_)));
        let subject = |m: &Mention| is_subject(press, self.tokens, m);
        let link = |m: &Mention| word_before(self.tokens, m.start, 1);
        let near = self.mentions.iter().rev().find(|m| m.end + 1 == at);
        // 'One line stood out in the American text: “…”'.
        let text =
            near.filter(|m| matches!(link(m), "in" | "from") && body(m) && press.is_account(&self.tokens[m.end - 1]));
        if let Some(account) = text.and_then(|m| m.who).filter(|_| !self.mentions.iter().any(person)) {
            return Some(Found::said(account, Some(account)));
        }
        // 'The spokesman, in Beijing: “…”' names a place.
        let place = |m: &Mention| body(m) && !subject(m);
        // 'He struck a soft tone with reporters: “…”' names whoever hears it, and so does 'before he met with A: “…”'.
        let hears = |m: &Mention| {
            let another = |o: &Mention| o.end < m.start && person(o) && o.who != m.who && subject(o);
            let heard = matches!(m.who, Some(Who::Unnamed(_))) || self.mentions.iter().any(another);
            heard && matches!(link(m), "with" | "to" | "for" | "before")
        };
        let last = near.filter(|m| m.who.is_some() && !place(m) && !hears(m));
        let comma = self.tokens[..at].iter().rposition(|t| t.is_sign(',')).unwrap_or(0);
        let first = || self.mentions.iter().find(|m| person(m) && m.start >= comma && subject(m));
        let who = self.addressing(at).or(last).or_else(first).and_then(|m| m.who).or_else(|| self.subject())?;
        Some(self.found(who, How::Said))
    }

    /// Whether what stands before a colon tells what the words behind it are about, and not whose they are: 'On the reef:', 'Of A
    /// himself: “…”', 'On whether B will go: “…”'.
    pub fn is_topic(&self, at: usize) -> bool {
        let before = &self.tokens[..at];
        let colon = before.last().is_some_and(|t| t.is_sign(':'));
        let about = matches!(word_at(before, 0), "of" | "on" | "about");
        let asks = matches!(word_at(before, 1), "whether" | "if" | "how" | "why" | "what" | "when" | "who");
        let plain = before.iter().all(|t| t.is_word() || t.is_sign(':'));
        let subject = |m: &Mention| m.end <= at && is_subject(Press::carried(), self.tokens, m);
        colon && about && plain && (asks || !self.mentions.iter().any(subject))
    }

    /// The account of which a clause tells what is in it: 'its summary, in which A “raised the matter”'.
    pub(super) fn in_which(&self, at: usize) -> Option<Who> {
        /// How many words stand between it and the quotation.
        const MOST: usize = 12;
        let which = (at.saturating_sub(MOST)..at).rev().find(|i| {
            let link = matches!(word_at(self.tokens, *i), "in" | "by" | "under");
            link && matches!(word_at(self.tokens, i + 1), "which") && *i > 0 && is_comma(self.tokens, i - 1)
        })?;
        let plain = self.tokens[which..at].iter().all(Token::is_word);
        let account = self
            .mentions
            .iter()
            .find(|m| m.end + 1 == which && Press::carried().is_account(&self.tokens[m.end - 1]))?;
        account.who.filter(|w| plain && w.is_body())
    }

    /// Whoever is the subject of what a colon closes: 'A used the same words: both sides had “…”', or whose answer it is: 'A's reply
    /// (the ministry again): both had “…”'.
    pub(super) fn before_colon(&self, at: usize) -> Option<Who> {
        let views = &Press::carried().names.views;
        let answer = |m: &&Mention| {
            let closed = self.tokens.get(m.end + 1).is_some_and(|t| t.is_sign(':') || t.is_sign('('));
            let noun = self.tokens.get(m.end).is_some_and(|t| views.contains(t.lower()));
            m.start == 0 && self.tokens[m.end - 1].is_owner() && noun && closed
        };
        let colon = self.tokens[..at].iter().any(|t| t.is_sign(':'));
        let owner = self.mentions.first().filter(answer).filter(|_| colon);
        let person = || self.subject_before_colon(at, |m| matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_))));
        owner.or_else(person)?.who
    }

    /// The first of those who fit that is the subject of what the last colon before a token closes.
    fn subject_before_colon(&self, at: usize, fits: impl Fn(&Mention) -> bool) -> Option<&Mention> {
        let colon = self.tokens[..at].iter().rposition(|t| t.is_sign(':'))?;
        let subject = |m: &&Mention| m.end <= colon && fits(m) && is_subject(Press::carried(), self.tokens, m);
        self.mentions.iter().find(subject)
    }

    /// Whoever has the same verb as another before: 'The American text called it “…”; the Chinese one, “…”', 'A called it
    /// “…”, and B a “…”'.
    pub(super) fn elided(&self, at: usize) -> Option<Who> {
        let article = |t: &Token| t.is_sign(',') || matches!(t.lower(), "a" | "an" | "the" | "as");
        let next = self.mentions.iter().rev().find(|m| m.end <= at)?;
        let between = &self.tokens[next.end..at];
        let before = &self.tokens[..next.start];
        let parted = match (before.last()?, between) {
            (sign, [comma]) if sign.is_sign(';') => comma.is_sign(','),
            // Behind 'and' another may be named beside what was quoted: who is heard is a person or publishes.
            (and, between) => {
                let joined = matches!(and.lower(), "and" | "but" | "while" | "whereas");
                let quoted = before.iter().rev().nth(1).is_some_and(|t| t.quote().is_some() || t.is_sign(','));
                let heard = !self.tokens[next.end - 1].is_owner() && !next.pronoun;
                joined && quoted && heard && between.len() <= 2 && between.iter().all(article)
            }
        };
        let earlier = before.iter().any(|t| t.quote().is_some()) || between.first().is_some_and(|t| t.is_sign(','));
        let last = self.tokens.get(at + 1).is_none_or(|t| !t.is_word() || is_preposition(t));
        let verb = self.clauses.iter().rfind(|c| c.who.is_some() && c.verb < next.start);
        // 'A called it “…”, and B “…”'; 'A said that “…”, and B “…”' has a doing of B's in it.
        let verb = verb.is_some_and(|c| !between.is_empty() || !c.report);
        next.who.filter(|_| parted && earlier && last && verb)
    }

    /// Whoever spoke last, where the sentence has only what he was asked: 'Asked if B had come: “…”'.
    pub(super) fn answers_alone(&self, at: usize, sources: &Sources) -> Option<Who> {
        let (first, colon) = (self.tokens.first()?, at.checked_sub(1)?);
        let from = usize::from(matches!(first.lower(), "when" | "and") || !first.is_word());
        let asked = matches!(word_at(self.tokens, from), "asked" | "pressed" | "questioned");
        let parted = |t: &Token| t.is_sign(',') || t.quote().is_some();
        let alone = asked && self.tokens[colon].is_sign(':') && !self.tokens[from..colon].iter().any(parted);
        sources.speaker.filter(|_| alone)
    }

    /// Whose name stands below words that are set apart: '“…” — A, at a forum'.
    pub(super) fn signed(&self, at: usize) -> Option<Who> {
        // 'Quote of the day: “…” — A'.
        let opens = at == 0 || self.tokens[at - 1].is_sign(':') && self.clauses.is_empty();
        let dash = self.tokens.get(at + 1).is_some_and(|t| t.is_sign('—') || t.is_sign('–'));
        let name = self.mentions.iter().find(|m| m.start == at + 2).filter(|_| opens && dash)?;
        let closed = self.tokens.get(name.end).is_none_or(|t| t.is_sign(',') || t.is_sign('.'));
        name.who.filter(|_| closed && !self.clauses.iter().any(|c| c.verb > at))
    }

    /// Who speaks in a headline that names whom he speaks to: 'A to B: “…”'.
    pub(super) fn addressing(&self, at: usize) -> Option<&Mention> {
        let [first, second, ..] = &self.mentions[..] else { return None };
        let to = self.tokens.get(first.end).is_some_and(|t| t.lower() == "to");
        let heard = second.start == first.end + 1 && second.end + 1 == at && self.tokens[second.end].is_sign(':');
        Some(first).filter(|m| to && heard && m.start == 0 && m.who.is_some())
    }

    /// Whoever does one thing directly before the quotation: 'which the president rated “12”'.
    pub(super) fn rates(&self, at: usize) -> Option<Who> {
        let mention = self.mentions.iter().rev().find(|m| m.end < at)?;
        let [verb] = &self.tokens[mention.end..at] else { return None };
        let inner =
            mention.start > 0 && matches!(self.tokens[mention.start - 1].lower(), "that" | "which" | "what" | "whom");
        // 'A told B that Beijing opposed “…”' is what A says.
        let told = self.clauses.iter().any(|c| {
            let between = self.tokens.get(c.end..mention.start).unwrap_or_default();
            // '… that it was “…” and that it opposed “…”' too.
            let goes_on = between.len() > 1 && joins(&between[between.len() - 2]);
            let content =
                between.last().is_some_and(|t| t.lower() == "that") && (goes_on || between.iter().all(Token::is_word));
            c.report && c.who.is_some() && content
        });
        (inner && !told && verb.lower().ends_with("ed")).then_some(mention.who).flatten()
    }

    /// Whoever stands before the quotation with at most a few helping words between.
    pub(super) fn directly_before(&self, at: usize) -> Option<Who> {
        let mention = self.mentions.iter().rev().find(|m| m.end <= at)?;
        let between = &self.tokens[mention.end..at];
        let acts = is_subject(Press::carried(), self.tokens, mention);
        // 'That with A was “fair”', 'It was “fair”': what is so called says nothing of itself.
        let thing = self.tokens[mention.start].lower() == "it" || !acts;
        if thing && between.len() <= 3 && between.last().is_some_and(is_be) {
            return None;
        }
        // '…; the two sides “welcomed” it': what both do the account goes on to tell.
        if self.is_passive(at) || self.is_of_both(at) {
            return None;
        }
        let earlier = self.tokens[..at].iter().any(|t| t.quote().is_some());
        if !acts && earlier {
            return self.subject();
        }
        // 'The commander may call his counterpart “soon”': who is called does nothing.
        let link = word_before(self.tokens, mention.start, 1);
        if !acts && between.is_empty() && matches!(link, "with" | "to" | "for" | "between" | "against") {
            return None;
        }
        let few = between.len() <= 3 && between.iter().all(|t| t.is_word() && !is_preposition(t));
        let joined = between.iter().any(|t| matches!(t.lower(), "and" | "but"));
        // 'Blinken “raised” the matter and “made clear” that …'.
        if (joined || !few) && earlier {
            return self.subject();
        }
        mention.who.filter(|_| few && !joined)
    }

    /// Whether a thing is told to be called so without whoever calls it: 'The exchange was described as “…”'.
    fn is_passive(&self, at: usize) -> bool {
        let to = at - usize::from(at > 0 && matches!(self.tokens[at - 1].lower(), "as"));
        let called = |t: &Token| t.lower().ends_with("ed") && Press::carried().name.contains_key(t.lower());
        let by = self.tokens.get(at + 1).is_some_and(|t| t.lower() == "by");
        to > 1 && !by && called(&self.tokens[to - 1]) && is_be(&self.tokens[to - 2])
    }

    /// Whether a quotation is told to be the answer of whoever was asked before: '“…,” came the reply'.
    fn is_reply(&self, at: usize) -> bool {
        let word = |i: usize| word_at(self.tokens, at + i + usize::from(is_comma(self.tokens, at + 1)));
        at == 0
            && matches!(word(1), "came" | "was" | "ran")
            && matches!(word(2), "the" | "his" | "her")
            && matches!(word(3), "reply" | "answer" | "response" | "retort")
    }

    /// Whether a quotation goes on with what was said before it, few as its words may be: it tells what something was
    /// ('There was “no room”'), or the sentence what somebody must do ('The other side should lift its “walls”'), or it is
    /// joined to another quotation ('It was not only “a river with two banks” but the “old border”').
    pub fn goes_on_with(&self, at: usize) -> bool {
        const MOST: usize = 3;
        let earlier = self.tokens[..at].iter().rposition(|t| t.quote().is_some());
        let joined = earlier.is_some_and(|quote| {
            let between = &self.tokens[quote + 1..at];
            let joins = between.first().is_some_and(|t| matches!(t.lower(), "and" | "but" | "or"));
            joins && between.len() <= MOST && between.iter().all(Token::is_word)
        });
        joined
            || self.is_reply(at)
            || self.is_passive(at)
            || at > 0 && is_be(&self.tokens[at - 1])
            || self.is_of_both(at)
            || self.tokens[..at].iter().any(|t| matches!(t.lower(), "must" | "should" | "ought"))
    }
}
