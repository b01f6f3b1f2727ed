//! What stands for somebody named before: 'he', 'the US leader', 'the ministry', 'the statement'.

use super::words::{is_subject, longest, with_owner};
use super::{Mention, Sources, Who};
use crate::import::article::clauses::quotes;
use crate::import::article::frame::Token;
use crate::import::article::press::Institution;
use crate::import::article::{NO_SIDE, is_party};

impl Sources {
    /// 'he', 'the US leader', 'the ministry', 'the statement'.
    pub(super) fn stands_for(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Mention> {
        let found = |end, who: Option<Who>, pronoun| Some(Mention { start: at, end, who, pronoun });
        match tokens[at].lower() {
            "he" | "she" => return found(at + 1, self.he(tokens, at, before), true),
            "him" | "her" if self.is_object(tokens, at) => {
                return found(at + 1, self.he(tokens, at, before), true);
            }
            "they" => {
                let who = self.speaker.filter(|w| matches!(w, Who::Unnamed(_))).or_else(|| self.he(tokens, at, before));
                return found(at + 1, who, true);
            }
            "it" => {
                let account = |w: &Who| matches!(w, Who::Body(i) if self.bodies[*i].is.kind == "readout");
                let here =
                    before.iter().filter(|m| is_subject(self.press, tokens, m)).filter_map(|m| m.who).find(account);
                let owner = || before.iter().filter_map(|m| m.who).find(account);
                return found(at + 1, here.or(self.account).or(self.body.map(Who::Body)).or_else(owner), true);
            }
            "another" | "others"
                if self.speaks(tokens, at + 1)
                    || at == 0 && tokens.get(1).is_some_and(|t| self.press.adverbs.contains(t.lower())) =>
            {
                return self.another(tokens[at].lower() == "others").and_then(|who| found(at + 1, Some(who), false));
            }
            // 'Two officials talked of it. One called it “cold.”'
            "one" if at == 0 && self.speaks(tokens, at + 1) => {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural);
                return several.and_then(|i| found(at + 1, Some(Who::Unnamed(i)), false));
            }
            // 'The second said', where two officials have spoken.
            "the"
                if tokens.get(at + 1).is_some_and(|t| self.press.unnamed.ordinals.contains(t.lower()))
                    && tokens.get(at + 2).is_some_and(|t| self.press.report.contains_key(t.lower())) =>
            {
                let head = self.unnamed[self.last_unnamed?].head.clone();
                let known = self.same_nameless(&head, Some(tokens[at + 1].lower()), true, &[]);
                let who = known.map(Who::Unnamed).or_else(|| self.another(false));
                return who.and_then(|who| found(at + 2, Some(who), false));
            }
            "the" | "its" | "their" | "his" | "her" | "a" | "an" | "top" | "us" | "chinese" | "another" | "that" => {}
            _ => return None,
        }
        if let Some((end, who)) = self.post(tokens, at, before) {
            return found(end, Some(who), false);
        }
        if let Some((end, who)) = self.own_side(tokens, at, before) {
            return found(end, Some(who), false);
        }
        if let Some((end, who)) = self.sheet(tokens, at) {
            return found(end, Some(who), false);
        }
        // 'According to the first of them', where a ministry has put out several.
        let of_them = tokens.get(at + 2).is_some_and(|t| t.lower() == "of")
            && tokens.get(at + 3).is_some_and(|t| matches!(t.lower(), "them" | "these" | "those"));
        if of_them && at > 1 && tokens[at - 2].lower() == "according" {
            return found(at + 4, self.body.map(Who::Body), false);
        }
        // 'The State Department' has its own name.
        if self.institution_at(tokens, at + 1).is_some_and(|(end, _)| {
            !tokens
                .get(end)
                .is_some_and(|t| t.is_word() && (self.is_person(t) || self.press.documents.nouns.contains(t.lower())))
        }) {
            return None;
        }
        let mut head = at + 1;
        while tokens.get(head).is_some_and(|t| {
            t.is_word()
                && head < at + 6
                && !self.press.titles.persons.contains(t.lower())
                && (!self.press.documents.nouns.contains(t.lower())
                    || tokens.get(head + 1).is_some_and(|n| self.is_person(n)))
                && !self.press.report.contains_key(t.lower())
                && !self.press.ends_phrase(t)
        }) {
            head += 1;
        }
        let noun = tokens.get(head)?;
        let words: Vec<String> = tokens[at..head].iter().map(with_owner).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        // Whom an account quotes is of its side: 'CCTV quoted the president as saying'.
        let quotes = before.last().filter(|m| at > 0 && m.end + 1 == at && quotes(&tokens[at - 1]));
        let theirs = || quotes.and_then(|m| m.who).map(|w| self.side(w).to_owned());
        let side = self.side_of(&words).or_else(theirs);
        if self.press.titles.persons.contains(noun.lower()) {
            let next = tokens.get(head + 1);
            // 'A Commerce Ministry spokesperson, A B, …': the name counts.
            let capital = |i: usize| tokens.get(i).is_some_and(Token::is_capital);
            let comma = |i: usize| tokens.get(i).is_some_and(|t| t.is_sign(','));
            if comma(head + 1) && capital(head + 2) && capital(head + 3) && (4..6).any(|i| comma(head + i)) {
                return None;
            }
            // 'A Commerce Ministry spokesperson' speaks for it.
            if matches!(words[0], "a" | "an" | "another") {
                let body = (at + 1..head)
                    .find_map(|i| longest(&tokens[..head], i, |n| self.press.bodies.contains_key(n)).map(|e| (i, e)));
                // 'A spokesperson for the Commerce Ministry' too.
                let behind = next.filter(|t| matches!(t.lower(), "for" | "of" | "at" | "from"));
                let near = body.or_else(|| behind.and_then(|_| self.behind_article(tokens, head + 2)));
                let Some((from, to)) = near else {
                    return found(head + 1, Some(self.spokesperson_of(noun, head - at, before)?), false);
                };
                // What somebody says for it is no account, unless it is a statement.
                let number = self.body_with(&tokens[from..to], "remarks")?;
                self.last_spoken_for = Some(number);
                return found(to.max(head + 1), Some(Who::Body(number)), false);
            }
            // 'The US president, Joe Biden, said': the name counts.
            let name = next.is_some_and(|t| t.is_sign(','))
                && tokens.get(head + 2).is_some_and(|t| t.is_capital() && !self.press.common.contains(t.lower()));
            if name
                || next.is_some_and(|t| t.is_capital() && !self.speaks(tokens, head + 1))
                || matches!(words[0], "a" | "an" | "another") && side.is_none()
            {
                return None;
            }
            let spokes = self.press.titles.spokespersons.contains(noun.lower());
            let nameless = self.last_spoken_for.filter(|_| spokes).map(Who::Body);
            let home = || self.home_of_office(&tokens[at..], head - at).map(str::to_owned);
            let who = self
                .office(noun.lower(), side.as_deref())
                .or_else(|| self.office(noun.lower(), Some(&home().filter(|_| side.is_none())?)));
            let who = who.map(Who::Person);
            return found(head + 1, nameless.or(who), false);
        }
        // 'A longer Foreign Ministry statement' has the ministry's name in it.
        let named = (at + 1..head).any(|i| self.institution_at(tokens, i).is_some());
        if self.press.documents.nouns.contains(noun.lower()) && !named {
            // 'In his telling' it is told by himself.
            if matches!(words[0], "his" | "her") && self.press.is_account(noun) {
                return found(head + 1, self.he(tokens, at, before), false);
            }
            // 'The ministry's readout', 'the ministry statement' is the ministry's.
            let is_account = |t: &Token| self.press.is_account(t);
            let account = is_account(noun);
            // 'In a statement, A said': it is his own.
            let in_it = matches!(words[0], "a" | "an") && side.is_none() && at > 0 && tokens[at - 1].lower() == "in";
            if account && in_it {
                return None;
            }
            // 'A statement from Brock's office' is of whoever is named behind it.
            let from = tokens.get(head + 1).is_some_and(|t| matches!(t.lower(), "from" | "by"));
            if account && from && matches!(words[0], "a" | "an") {
                return None;
            }
            let its = tokens.get(head + 1).is_some_and(is_account);
            let end = if its { head + 2 } else { head + 1 };
            // 'The statement' behind what a spokesperson wrote is that.
            let spokes = self.speaker.filter(|w| matches!(w, Who::Person(_)) && self.tells_for_side(*w));
            // So it is behind what one without a name wrote for an institution.
            let for_body = self.speaker.filter(|w| self.last_spoken_for.map(Who::Body) == Some(*w));
            if side.is_none()
                && account
                && let Some(who) = spokes.or(for_body)
            {
                self.account = Some(who);
                return found(end, Some(who), false);
            }
            // 'The readout from Beijing' may be the first that is heard of it.
            if let Some(publisher) = self.published_by(tokens, head + 1).filter(|_| account) {
                return found(end, Some(Who::Body(publisher)), false);
            }
            let fits = |i: &usize| {
                let body = &self.bodies[*i];
                side.as_deref().is_none_or(|s| body.is.side == s) && body.is.kind == "readout"
            };
            // An account is that of whoever was last named; a ministry is one.
            let named = |i: &usize| account || self.bodies[*i].name.to_lowercase().ends_with(noun.lower());
            // Organisations that speak for no state have none.
            let stateless = |i: &usize| self.bodies[*i].is.side == NO_SIDE;
            let any = || {
                let numbers = || (0..self.bodies.len()).rev();
                numbers().filter(move |i| !stateless(i)).chain(numbers().filter(stateless))
            };
            let last = self.body.filter(|i| fits(i) && named(i)).or_else(|| any().find(|i| fits(i) && named(i)));
            // 'His ministry', where he is of a side of which no ministry was named.
            let his = matches!(words[0], "his" | "her") && matches!(noun.lower(), "ministry" | "department" | "office");
            let named = before.iter().rev().filter_map(|m| m.who).find(|w| matches!(w, Who::Person(_)));
            let of_whom = his.then(|| named.or_else(|| self.he(tokens, at, before))).flatten();
            if let Some(who @ Who::Person(i)) = of_whom.filter(|w| is_party(self.side(*w))) {
                let theirs = last.filter(|b| self.bodies[*b].is.side == self.side(who));
                let is = Institution { side: self.side(who).to_owned(), kind: "readout".to_owned() };
                let name = format!("{}'s {}", self.people[i].name, noun.text());
                let number = theirs.unwrap_or_else(|| self.body_number(name, is));
                return found(end, Some(Who::Body(number)), false);
            }
            // Ministries are Beijing's, among the two.
            let unnamed = last.is_none() && side.is_none() && noun.lower() == "ministry";
            let last = last.or(self.body.filter(fits)).or_else(|| any().find(fits));
            let last = if unnamed { self.ministry() } else { last? };
            return found(end, Some(Who::Body(last)), false);
        }
        None
    }

    /// Where a phrase for a list of measures ends, and whose list it is: 'the fact sheet' of which the article has told.
    fn sheet(&self, tokens: &[Token], at: usize) -> Option<(usize, Who)> {
        let words = ["the", "fact", "sheet"];
        let fits = tokens.len() >= at + words.len() && words.iter().zip(&tokens[at..]).all(|(w, t)| t.lower() == *w);
        let sheet = |i: &usize| self.bodies[*i].name.to_lowercase().ends_with("fact sheet");
        let named = (0..self.bodies.len()).rev().find(|i| is_party(&self.bodies[*i].is.side) && sheet(i));
        // Of the two, Washington gives them out.
        let body = named.map(Who::Body).or_else(|| self.account_of("us"))?;
        fits.then_some((at + words.len(), body))
    }

    /// The account of somebody's side: 'his side said', 'what her side called'; 'what the statement called' in a sentence
    /// about somebody is that too.
    fn own_side(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        let noun = tokens.get(at + 1)?;
        let his = matches!(tokens[at].lower(), "his" | "her") && noun.lower() == "side";
        let what = at > 0 && tokens[at - 1].lower() == "what" && tokens[at].lower() == "the";
        let named = his || what && self.press.is_account(noun);
        if !named || !self.speaks(tokens, at + 2) {
            return None;
        }
        let opens = before.first().filter(|m| m.start == 0 && is_subject(self.press, tokens, m)).and_then(|m| m.who);
        let named = before.iter().rev().filter_map(|m| m.who).find(|w| matches!(w, Who::Person(_)));
        let who = opens.or(named.filter(|_| his))?;
        let side = self.side(who);
        let account = self.account_of(side).filter(|_| matches!(who, Who::Person(_)) && is_party(side))?;
        Some((at + 2, account))
    }

    /// For which institution a spokesperson of whom nothing else is said speaks: the one that is the subject before him, as in
    /// 'The ministry said no, in answers from a spokesperson'.
    fn spokesperson_of(&mut self, noun: &Token, words: usize, before: &[Mention]) -> Option<Who> {
        let spokes = self.press.titles.spokespersons.contains(noun.lower()) && words == 1;
        let first = before.first().filter(|m| spokes && m.start == 0)?.who;
        let Some(Who::Body(number)) = first.filter(|w| self.tells_for_side(*w)) else { return None };
        let is = Institution { kind: "remarks".to_owned(), ..self.bodies[number].is.clone() };
        let number = self.body_number(self.bodies[number].name.clone(), is);
        self.last_spoken_for = Some(number);
        Some(Who::Body(number))
    }

    /// Where a phrase for what was posted ends, and whoever posted it: 'the same feed had announced', 'her post said'.
    fn post(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        const MOST: usize = 4;
        let words = tokens[at..].iter().take(MOST).take_while(|t| t.is_word() && !self.press.ends_phrase(t)).count();
        let noun = (at + 1..at + words).find(|i| self.press.names.posts.contains(tokens[*i].lower()))?;
        let his = matches!(tokens[at].lower(), "his" | "her").then(|| self.he(tokens, at, before)).flatten();
        let who = his.or(self.poster).filter(|_| self.speaks(tokens, noun + 1))?;
        Some((noun + 1, who))
    }
}
