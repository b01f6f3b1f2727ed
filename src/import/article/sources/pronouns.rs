//! Whom 'he' and 'she' mean.

use super::words::is_subject;
use super::{Mention, Sources, Who};
use crate::import::article::clauses::{is_said, opens_phrase};
use crate::import::article::frame::{Token, word_at, word_before};

impl Sources {
    /// Whom 'the former' and 'the latter' mean, where their own sentence has named people before: 'A and B both spoke; the latter said'.
    pub(super) fn one_of_two(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        let word = word_at(tokens, at + 1);
        // 'The former minister' is another.
        let acts = tokens.get(at + 2).is_none_or(|t| !t.is_word() || self.is_finite(t) || self.press.is_adverb(t));
        let mut people = before.iter().filter(|m| !m.pronoun).filter_map(|m| m.who).filter(|who| !who.is_body());
        let first = people.next().filter(|_| acts)?;
        let last = people.next_back().filter(|last| *last != first)?;
        match word {
            "former" => Some(first),
            "latter" => Some(last),
            _ => None,
        }
    }

    /// Whoever the sentence has named as its subject, else whoever was there last.
    pub(super) fn he(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        let word = tokens[at].lower();
        let addressed = self.addressed(tokens, at);
        let fits = |who: &Who| match (word, *who) {
            _ if addressed == Some(*who) => false,
            ("she" | "her", Who::Person(i)) => self.people[i].woman != Some(false),
            ("he" | "him" | "his", Who::Person(i)) => self.people[i].woman != Some(true),
            (_, Who::Unnamed(i)) => word == "they" || !self.unnamed[i].plural,
            _ => true,
        };
        let recent = || self.recent.iter().rev().copied();
        // 'He was angry, according to the official': the official tells of another.
        let told = tokens[at..].windows(2).any(|w| w[0].lower() == "according" && w[1].lower() == "to");
        let named = || recent().find(|w| told && fits(w) && w.is_person());
        let last = named().or_else(|| recent().find(|w| fits(w)));
        // Who is not named is seldom 'she', where a woman was named before.
        let woman = |w: &Who| matches!(*w, Who::Person(i) if self.people[i].woman == Some(true));
        let hidden = matches!(word, "she" | "her") && matches!(last, Some(Who::Unnamed(_)));
        let last = recent().find(|w| hidden && woman(w)).or(last);
        let last = last.or(self.speaker.filter(|w| addressed != Some(*w)));
        let person = |m: &&Mention| match m.who {
            Some(Who::Unnamed(i)) => !self.unnamed[i].public,
            who => matches!(who, Some(Who::Person(_))),
        };
        // 'When I asked A about it, he laughed': whoever the reporter asked.
        let asks = matches!(word_at(tokens, 0), "when" | "after")
            && matches!(word_at(tokens, 1), "i" | "we")
            && matches!(word_at(tokens, 2), "asked" | "pressed" | "met" | "reached" | "called" | "visited");
        if let Some(who) = before.first().filter(|m| asks && m.start == 3).and_then(|m| m.who).filter(fits) {
            return Some(who);
        }
        let place = at;
        // 'The deal, he said, was good': whoever speaks is not what the sentence is about.
        let at = before.last().map_or(0, |m| m.end);
        let aside = tokens[at..].iter().position(|t| matches!(t.lower(), "he" | "she" | "they")).map(|i| at + i);
        let aside = aside.is_some_and(|i| {
            // 'He said', 'he went on'.
            let closed = (i + 2..=i + 3).any(|i| tokens.get(i).is_some_and(|t| t.is_sign(',')));
            i == at + 1 && tokens[at].is_sign(',') && closed
        });
        if aside {
            // 'Shen, he went on, “…”': whoever was quoted last in the paragraph.
            let quoted = self.quoted.filter(|w| !w.is_body() && fits(w) && !before.iter().any(|m| m.who == Some(*w)));
            return quoted.or(last);
        }
        // 'It came days after A visited Lakeford, where he said': whoever was there.
        if matches!(word_before(tokens, place, 1), "where" | "when") && place > 1 && tokens[place - 2].is_sign(',') {
            let acts = |m: &&Mention| person(m) && tokens.get(m.end).is_some_and(|t| self.is_finite(t));
            if let Some(who) = before.iter().rev().find(acts).and_then(|m| m.who).filter(fits) {
                return Some(who);
            }
        }
        // 'After meeting his counterpart, A, he wrote': whoever stands in the phrase is not he.
        if self.opened_by_phrase(tokens, place, before) {
            return last;
        }
        // '“…” that A will come, he said': whom the words are about does not say them.
        let told = |m: &&Mention| {
            let link = word_before(tokens, m.start, 1);
            // '… that A and B will come'.
            let joined = before.iter().find(|first| link == "and" && first.end + 1 == m.start);
            let link = joined.and_then(|first| first.start.checked_sub(1)).map_or(link, |i| tokens[i].lower());
            // 'A “has been late,” he said'.
            let acts = m.start == 0 && !m.pronoun && tokens.get(m.end).is_some_and(|t| t.quote().is_some());
            self.reports(tokens, place + 1) && (acts || matches!(link, "that" | "whether" | "if" | "because"))
        };
        // 'Brock looked forward to it, he said', behind words of another: the other goes on.
        let goes_on = last.filter(|w| self.talker == Some(*w) && w.is_person());
        if let Some(who) = goes_on.filter(|_| self.closes(tokens, place, before)) {
            return Some(who);
        }
        // '“…,” she said': whoever was quoted last in the paragraph, and not somebody who was only named since.
        if let Some(who) = self.quoted.filter(|w| !w.is_body() && fits(w) && self.follows_quote(tokens, place)) {
            return Some(who);
        }
        // 'On the reef – A has a map of it – he was short': whoever stands between dashes does nothing else.
        let dash = |t: &Token| t.is_sign('–') || t.is_sign('—');
        let aside = |m: &Mention| {
            tokens[..m.start].iter().any(dash) && tokens.get(m.end..place).is_some_and(|t| t.iter().any(dash))
        };
        // 'HOLT: Well, A went first, and he': whose turn it is in a broadcast is not he.
        let label = |m: &Mention| m.start == 0 && tokens.get(m.end).is_some_and(|t| t.is_sign(':'));
        // 'They “came late,” he said': he is none of them.
        let several = |m: &Mention| m.pronoun && word_at(tokens, m.start) == "they" && word != "they";
        let acts =
            |m: &&Mention| !told(m) && !aside(m) && !label(m) && !several(m) && is_subject(self.press, tokens, m);
        let subjects = before.iter().filter(|m| person(m) && acts(m));
        // 'A's verdict was known from the agency, which had him saying'.
        let owner =
            before.first().filter(|m| word == "him" && m.start == 0 && m.end > 0 && tokens[m.end - 1].is_owner());
        // 'A's side had him warn'.
        let of_side = |w: Who| match w {
            Who::Body(i) => self.people.iter().position(|p| self.bodies[i].name == format!("{}'s side", p.name)),
            _ => None,
        };
        let owner = owner.and_then(|m| m.who).map(|w| of_side(w).map_or(w, Who::Person));
        let side = before.first().and_then(|m| m.who).filter(|_| word == "him").and_then(of_side).map(Who::Person);
        let owner = owner.filter(|w| w.is_person() && fits(w)).or(side.filter(fits));
        // 'A's tone was warmer than in March, when he said': where nobody else was there.
        let anybody = || before.iter().filter_map(|m| m.who).find(|w| w.is_person() && fits(w));
        subjects.filter_map(|m| m.who).find(fits).or(owner).or(last).or_else(anybody)
    }

    /// Whom he who stands at a token says something to, or of: 'he told A', 'he used the line again, telling A that'. Nobody is
    /// named behind the verb of which a pronoun for him is the subject.
    fn addressed(&self, tokens: &[Token], at: usize) -> Option<Who> {
        if !matches!(tokens[at].lower(), "he" | "she") {
            return None;
        }
        let verb = at + 1 + tokens[at + 1..].iter().take_while(|t| self.press.is_adverb(t)).count();
        let plain = tokens.get(verb).is_some_and(|t| t.is_word() && !t.is_capital());
        let behind = |verb: usize| {
            let from = verb + 1 + usize::from(word_at(tokens, verb + 1) == "that");
            let office = |t: &&Token| self.press.titles.words.contains(t.lower()) || t.lower() == "the";
            let name = from + tokens.get(from..)?.iter().take_while(office).count();
            let name = tokens.get(name).filter(|t| t.is_capital() && !t.is_owner())?;
            self.surnames.get(name.lower()).copied().map(Who::Person)
        };
        let named = |t: &Token| t.is_capital() && self.surnames.contains_key(t.lower());
        let telling = || {
            let rest =
                tokens.get(verb + 1..)?.iter().position(|t| t.lower() == "telling" || named(t) || t.is_sign(';'));
            let telling = verb + 1 + rest?;
            behind(telling).filter(|_| word_at(tokens, telling) == "telling")
        };
        behind(verb).or_else(telling).filter(|_| plain)
    }

    /// Whether a word looks like a verb of which somebody before it is the subject.
    fn is_finite(&self, token: &Token) -> bool {
        let irregular = matches!(
            token.lower(),
            "met"
                | "went"
                | "held"
                | "left"
                | "flew"
                | "came"
                | "took"
                | "was"
                | "had"
                | "has"
                | "will"
                | "would"
                | "began"
                | "sat"
                | "gave"
                | "made"
                | "stood"
                | "sent"
                | "saw"
                | "spoke"
                | "became"
        );
        let verb = irregular || token.lower().ends_with("ed") || self.press.report.contains_key(token.lower());
        token.is_word() && !token.is_capital() && verb
    }

    /// Whether 'he said' stands right behind the quotation that opens its sentence.
    fn follows_quote(&self, tokens: &[Token], at: usize) -> bool {
        let comma = usize::from(at > 0 && tokens[at - 1].is_sign(','));
        at == 1 + comma && tokens[0].quote().is_some() && self.reports(tokens, at + 1)
    }

    /// Whether 'he said' at a pronoun ends a sentence that begins with a clause about another.
    fn closes(&self, tokens: &[Token], at: usize, before: &[Mention]) -> bool {
        let parted = at > 0 && (tokens[at - 1].is_sign(',') || tokens[at - 1].quote().is_some());
        let ends = |i: usize| tokens.get(i).is_none_or(|t| !t.is_word() && t.quote().is_none());
        let clause = before.first().is_some_and(|m| {
            let verb = tokens.get(m.end).is_some_and(|t| t.is_word() && !self.press.report.contains_key(t.lower()));
            m.start == 0 && !m.pronoun && verb && is_subject(self.press, tokens, m)
        });
        // '…, he told reporters on Monday'.
        let told = word_at(tokens, at + 1) == "told"
            && self.press.documents.answers.iter().any(|w| w == word_at(tokens, at + 2));
        parted && clause && (told || self.reports(tokens, at + 1) && ends(at + 2))
    }

    /// Whether nothing but a phrase without a subject of its own stands before a pronoun: 'After meeting A,', 'Flanked by B,'.
    fn opened_by_phrase(&self, tokens: &[Token], at: usize, before: &[Mention]) -> bool {
        let comma = at > 0 && tokens[at - 1].is_sign(',');
        let from = usize::from(tokens.first().is_some_and(|t| matches!(t.lower(), "but" | "and" | "yet" | "then")));
        let Some(first) = tokens.get(from).filter(|_| comma && !before.is_empty()) else { return false };
        let participle = |t: &Token| t.lower().len() > 4 && t.lower().ends_with("ing");
        let linked = (0..at).find(|i| participle(&tokens[*i])).is_some_and(|i| i > 0 && opens_phrase(tokens, i - 1));
        let passive = self.press.names.opening.contains(first.lower());
        // '…, A had said, he': another has a verb of his own, as he has not in 'after saying that A was “…”'.
        let verb = |m: &&Mention| {
            if linked && m.start > 0 && tokens[m.start - 1].lower() == "that" {
                return false;
            }
            let next = word_at(tokens, m.end);
            matches!(next, "had" | "has" | "was" | "is" | "were") || self.reports(tokens, m.end)
        };
        (linked || passive || participle(first)) && !before.iter().any(|m| verb(&m))
    }

    /// Where the noun for a reply ends that opens a sentence and has a colon behind it: 'His terse comeback:'.
    pub(super) fn reply_at(&self, tokens: &[Token], at: usize) -> Option<usize> {
        /// How many words stand before the noun.
        const MOST: usize = 3;
        let colon = (at + 2..=at + 1 + MOST).find(|i| tokens.get(*i).is_some_and(|t| t.is_sign(':')))?;
        let plain = tokens[at + 1..colon].iter().all(|t| t.is_word() && !t.is_capital());
        (at == 0 && plain && self.press.names.replies.contains(tokens[colon - 1].lower())).then_some(colon)
    }

    /// Who replies to whoever was quoted last: '“…,” she told him. His comeback:'.
    pub(super) fn who_replies(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        let woman = tokens[at].lower() == "her";
        let fits = |w: &Who| match *w {
            Who::Person(i) => self.people[i].woman != Some(!woman),
            Who::Unnamed(i) => self.unnamed[i].tells(),
            Who::Body(_) => false,
        };
        let other = self.lately().find(|w| Some(*w) != self.just_quoted && fits(w));
        other.or_else(|| self.he(tokens, at, before))
    }

    /// Whether 'him' is who says something: 'quoted him as saying', 'has him saying', 'had him underscore'.
    pub(super) fn is_object(&self, tokens: &[Token], at: usize) -> bool {
        let next = word_at(tokens, at + 1);
        let has = at > 0 && matches!(tokens[at - 1].lower(), "has" | "had" | "have");
        next == "as" || has && (next.ends_with("ing") || is_said(self.press, next))
    }
}
