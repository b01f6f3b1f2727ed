//! Who was lately there, so that a pronoun or an office can mean him.

use super::{Mention, Sources, Who};
use crate::import::article::clauses::is_be;
use crate::import::article::frame::{Token, word_at};
use crate::import::article::is_party;

impl Sources {
    /// Forgets who was last, and keeps who is who.
    pub fn start_again(&mut self) {
        (self.body, self.last_unnamed, self.last_spoken_for, self.speaker) = (None, None, None, None);
        (self.account, self.poster, self.abroad, self.talker, self.ministry) = (None, None, None, None, None);
        (self.house, self.heard, self.just_quoted) = (None, None, None);
        self.recent.clear();
        self.unnamed.clear();
    }

    /// Notes that somebody acts or speaks here, so that pronouns can mean them.
    pub fn note(&mut self, who: Who) {
        match who {
            Who::Person(_) => self.recent.push(who),
            Who::Body(i) if self.bodies[i].is.gives_account() => (self.body, self.account) = (Some(i), None),
            Who::Body(_) => {}
            // Those who ask are seldom 'he', and several never.
            Who::Unnamed(i) if self.unnamed[i].public && !self.unnamed[i].tells() => self.last_unnamed = Some(i),
            Who::Unnamed(i) => {
                self.recent.push(who);
                self.last_unnamed = Some(i);
            }
        }
    }

    /// Notes that a spokesperson's words are a statement, which 'it' can mean.
    pub fn note_statement(&mut self, who: Who) {
        if who.is_person() && self.tells_for_side(who) || self.is_spoken_for(who) {
            self.account = Some(who);
        }
    }

    /// Whoever was lately there, the last of them first.
    pub(super) fn lately(&self) -> impl Iterator<Item = Who> {
        /// How far back somebody was lately there.
        const MOST: usize = 100;
        self.recent.iter().rev().take(MOST).copied()
    }

    /// Whom somebody meets of the other party, where a sentence begins with him, and where that ends: 'His host did not smile',
    /// 'Her Lakelandish counterpart was late'.
    pub(super) fn met(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        let state = tokens.get(at + 1).and_then(|t| self.press.sides.adjectives.get(t.lower()));
        let noun = at + 1 + usize::from(state.is_some());
        let met = at == 0 && self.is_met(tokens, noun);
        let who = self.opposite(self.he(tokens, at, before).filter(|_| met)?)?;
        Some((noun + 1, who)).filter(|_| state.is_none_or(|state| state == self.side(who)))
    }

    /// 'A's host did not smile'.
    pub(super) fn met_by(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        let owner = before.last().filter(|m| m.start == 0 && m.end == at && tokens[at - 1].is_owner())?;
        let who = self.opposite(owner.who.filter(|w| w.is_person() && self.is_met(tokens, at))?)?;
        Some((at + 1, who))
    }

    /// Whether the noun at a token is for whom one meets, and has a verb behind it.
    fn is_met(&self, tokens: &[Token], at: usize) -> bool {
        let noun = |t: &Token| !t.is_owner() && !t.is_capital() && self.press.names.met.contains(t.lower());
        // 'His host, A, smiled': the name counts.
        let ends = |t: &Token| self.press.ends_phrase(t) && !is_be(t);
        let acts = tokens.get(at + 1).is_some_and(|t| t.is_word() && !t.is_capital() && !ends(t));
        acts && noun(&tokens[at])
    }

    /// The principal of the other party who was there last, else whom of them the article names most.
    fn opposite(&self, who: Who) -> Option<Who> {
        let other = |w: &Who| self.is_principal(*w) && is_party(self.side(*w)) && self.side(*w) != self.side(who);
        let last = self.lately().find(other).filter(|_| is_party(self.side(who)));
        let most = || (0..self.people.len()).map(Who::Person).filter(other).max_by_key(|w| self.times_named(*w));
        last.or_else(|| most().filter(|_| is_party(self.side(who))))
    }

    /// Notes which state that is no party answers in a sentence that it opens: 'Lakeford rejected the remarks'.
    pub fn note_state(&mut self, tokens: &[Token]) {
        let Some(first) = tokens.first() else { return };
        // 'Lakeford, which lent the hall, said it was glad.'
        let which = tokens.get(1).is_some_and(|t| t.is_sign(',')) && word_at(tokens, 2) == "which";
        let closes = tokens.iter().skip(2).position(|t| t.is_sign(',')).filter(|_| which);
        let from = closes.map_or(1, |comma| comma + 3).min(tokens.len());
        // 'Lakeford had feared it.'
        let rest = tokens[from..].iter().skip_while(|t| !is_be(t) && self.press.is_adverb(t));
        let Some(verb) = rest.into_iter().next() else { return };
        let answers = self.press.report.contains_key(verb.lower())
            || self.press.name.contains_key(verb.lower())
            || matches!(verb.lower(), "feared" | "fears" | "worried" | "worries");
        if !first.is_owner()
            && answers
            && let Some(state) = self.nation(first)
        {
            self.abroad = Some(state.to_owned());
        }
    }

    /// Forgets somebody without a name who has one, unless others are numbered behind him.
    pub(super) fn forget_nameless(&mut self, number: usize) {
        let known = self.lately().any(|w| w == Who::Unnamed(number)) || self.last_unnamed == Some(number);
        if number + 1 == self.unnamed.len() && !known {
            self.unnamed.pop();
        }
    }
}
