//! What stands for somebody named before: 'he', 'the US leader', 'the ministry', 'the statement'.

use super::words::{is_subject, joined, longest, with_owner, written};
use super::{Mention, Person, Sources, Who};
use crate::import::article::clauses::{opens_phrase, quotes};
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

    /// The side that alone has an office, of the two: 'the secretary of state'. The head of the phrase stands at a token.
    fn home_of_office(&self, phrase: &[Token], head: usize) -> Option<&str> {
        /// How many words of the office stand behind its head.
        const BEHIND: usize = 3;
        let longest_office = |from: usize| {
            let ends = (from + 1..=(head + 1 + BEHIND).min(phrase.len())).rev();
            ends.filter(|end| *end > head).find_map(|end| self.press.sides.offices.get(&joined(&phrase[from..end])))
        };
        (0..=head).find_map(longest_office).map(String::as_str)
    }

    /// Whether 'him' is who says something: 'quoted him as saying', 'has him saying'.
    fn is_object(&self, tokens: &[Token], at: usize) -> bool {
        let next = tokens.get(at + 1).map_or("", Token::lower);
        let has = at > 0 && matches!(tokens[at - 1].lower(), "has" | "had" | "have");
        next == "as" || has && next.ends_with("ing")
    }

    /// 'The ministry', of which no name was given: that of a minister, where one was named.
    fn ministry(&mut self) -> usize {
        const NAMES: [(&str, &str); 5] = [
            ("foreign", "Foreign Ministry"),
            ("commerce", "Commerce Ministry"),
            ("defence", "Defence Ministry"),
            ("defense", "Defense Ministry"),
            ("finance", "Finance Ministry"),
        ];
        let titled = |word: &str| self.people.iter().any(|p| p.side == "cn" && p.titles.iter().any(|t| t == word));
        let name = NAMES.iter().find(|(word, _)| titled(word)).map_or("Chinese ministry", |(_, name)| name);
        self.body_number(name.to_owned(), Institution { side: "cn".to_owned(), kind: "readout".to_owned() })
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

    /// Whose account it is, as far as the words behind say: 'from Beijing', 'issued by the White House'.
    fn published_by(&mut self, tokens: &[Token], at: usize) -> Option<usize> {
        /// How many words may tell of what it is an account.
        const MOST: usize = 8;
        let link = |i: &usize| tokens.get(*i).is_some_and(|t| matches!(t.lower(), "from" | "by"));
        let issued = |i: &usize| link(i) && self.press.documents.issued.contains(tokens[*i - 1].lower());
        let plain = tokens.get(at..)?.iter().take(MOST).take_while(|t| t.is_word()).count();
        let from = (at..at + 3).find(link).or_else(|| (at + 1..at + plain).find(issued))? + 1;
        let (from, to) = self.behind_article(tokens, from)?;
        self.body_with(&tokens[from..to], "readout")
    }

    /// Where the name of an institution begins and ends that stands at a token, behind 'the' or without it.
    fn behind_article(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        let from = at + usize::from(tokens.get(at)?.lower() == "the");
        Some((from, self.institution_at(tokens, from)?.0))
    }

    /// The institution of this name, whose words here are of this kind.
    fn body_with(&mut self, name: &[Token], kind: &str) -> Option<usize> {
        let is = self.press.bodies.get(&joined(name)).cloned()?;
        let name = name.iter().map(written).collect::<Vec<_>>().join(" ");
        let is = Institution { kind: kind.to_owned(), ..is };
        Some(self.body_number(name.trim_end_matches("'s").to_owned(), is))
    }

    /// Whoever the sentence has named as its subject, else whoever was there last.
    pub(super) fn he(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        let word = tokens[at].lower();
        let fits = |who: &Who| match (word, *who) {
            ("she" | "her", Who::Person(i)) => self.people[i].woman != Some(false),
            ("he" | "him" | "his", Who::Person(i)) => self.people[i].woman != Some(true),
            (_, Who::Unnamed(i)) => word == "they" || !self.unnamed[i].plural,
            _ => true,
        };
        let recent = || self.recent.iter().rev().copied();
        // 'He was angry, according to the official': the official tells of another.
        let told = tokens[at..].windows(2).any(|w| w[0].lower() == "according" && w[1].lower() == "to");
        let named = || recent().find(|w| told && fits(w) && matches!(w, Who::Person(_)));
        let last = named().or_else(|| recent().find(|w| fits(w)));
        // Who is not named is seldom 'she', where a woman was named before.
        let woman = |w: &Who| matches!(*w, Who::Person(i) if self.people[i].woman == Some(true));
        let hidden = matches!(word, "she" | "her") && matches!(last, Some(Who::Unnamed(_)));
        let last = recent().find(|w| hidden && woman(w)).or(last).or(self.speaker);
        let person = |m: &&Mention| match m.who {
            Some(Who::Unnamed(i)) => !self.unnamed[i].public,
            who => matches!(who, Some(Who::Person(_))),
        };
        let place = at;
        // 'The deal, he said, was good': whoever speaks is not what the sentence is about.
        let at = before.last().map_or(0, |m| m.end);
        let aside = tokens[at..].iter().position(|t| matches!(t.lower(), "he" | "she" | "they")).map(|i| at + i);
        let aside = aside.is_some_and(|i| {
            i == at + 1 && tokens[at].is_sign(',') && tokens.get(i + 2).is_some_and(|t| t.is_sign(','))
        });
        if aside {
            return last;
        }
        // 'After meeting his counterpart, A, he wrote': whoever stands in the phrase is not he.
        if self.opened_by_phrase(tokens, place, before) {
            return last;
        }
        // '“…” that A will come, he said': whom the words are about does not say them.
        let told = |m: &&Mention| {
            let link = m.start.checked_sub(1).map_or("", |i| tokens[i].lower());
            // '… that A and B will come'.
            let joined = before.iter().find(|first| link == "and" && first.end + 1 == m.start);
            let link = joined.and_then(|first| first.start.checked_sub(1)).map_or(link, |i| tokens[i].lower());
            // 'A “has been late,” he said'.
            let acts = m.start == 0 && !m.pronoun && tokens.get(m.end).is_some_and(|t| t.quote().is_some());
            self.reports(tokens, place + 1) && (acts || matches!(link, "that" | "whether" | "if" | "because"))
        };
        // 'Brock looked forward to it, he said', behind words of another: the other goes on.
        let goes_on = last.filter(|w| self.talker == Some(*w) && matches!(w, Who::Person(_)));
        if let Some(who) = goes_on.filter(|_| self.closes(tokens, place, before)) {
            return Some(who);
        }
        let subjects = before.iter().filter(|m| person(m) && !told(m) && is_subject(self.press, tokens, m));
        // 'A's verdict was known from the agency, which had him saying'.
        let owner =
            before.first().filter(|m| word == "him" && m.start == 0 && m.end > 0 && tokens[m.end - 1].is_owner());
        let owner = owner.and_then(|m| m.who).filter(|w| matches!(w, Who::Person(_)) && fits(w));
        subjects.filter_map(|m| m.who).find(fits).or(owner).or(last)
    }

    /// Whether 'he said' at a pronoun ends a sentence that begins with a clause about another.
    fn closes(&self, tokens: &[Token], at: usize, before: &[Mention]) -> bool {
        let parted = at > 0 && (tokens[at - 1].is_sign(',') || tokens[at - 1].quote().is_some());
        let ends = |i: usize| tokens.get(i).is_none_or(|t| !t.is_word() && t.quote().is_none());
        let clause = before.first().is_some_and(|m| {
            let verb = tokens.get(m.end).is_some_and(|t| t.is_word() && !self.press.report.contains_key(t.lower()));
            m.start == 0 && !m.pronoun && verb && is_subject(self.press, tokens, m)
        });
        parted && clause && self.reports(tokens, at + 1) && ends(at + 2)
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
            let next = tokens.get(m.end).map_or("", Token::lower);
            matches!(next, "had" | "has" | "was" | "is" | "were") || self.reports(tokens, m.end)
        };
        (linked || passive || participle(first)) && !before.iter().any(|m| verb(&m))
    }

    /// The person whom an office stands for: one named with it, else whoever of the side is named most.
    pub(super) fn office(&self, noun: &str, side: Option<&str>) -> Option<usize> {
        let fits = |p: &&Person| side.is_none_or(|s| p.side == s);
        let titled = |p: &&Person| p.titles.iter().any(|t| t == noun || t.ends_with(noun));
        let numbered = || self.people.iter().enumerate();
        if self.press.titles.spokespersons.contains(noun) {
            let recent = self.recent.iter().rev().filter_map(|w| if let Who::Person(i) = w { Some(*i) } else { None });
            let speaks = |i: &usize| fits(&&self.people[*i]) && self.people[*i].speaks_for(self.press);
            if let Some(last) = recent.take(1).find(speaks) {
                return Some(last);
            }
            return numbered().rev().find(|(_, p)| fits(p) && p.speaks_for(self.press)).map(|(i, _)| i);
        }
        let someone = self.recent.last().and_then(|w| if let Who::Person(i) = w { Some(*i) } else { None });
        // 'The president' without a side is America's, as articles in English have it, where they name him.
        let home = |p: &Person| p.leader && p.side == "us" && p.count > 0;
        let home = noun == "president" && side.is_none() && self.people.iter().any(home);
        let fits = |p: &&Person| if home { p.leader && p.side == "us" } else { fits(p) };
        let last = someone.filter(|i| fits(&&self.people[*i]) && titled(&&self.people[*i]));
        // 'The president' of a side is its leader, whether the article gives the office with the name or not.
        let leads = |p: &&Person| p.leader && matches!(noun, "president" | "leader") && (home || side.is_some());
        last.or_else(|| numbered().filter(|(_, p)| fits(p) && titled(p)).max_by_key(|(_, p)| p.count).map(|(i, _)| i))
            .or_else(|| numbered().filter(|(_, p)| fits(p) && leads(p)).max_by_key(|(_, p)| p.count).map(|(i, _)| i))
            .or_else(|| {
                numbered()
                    .filter(|(_, p)| fits(p) && p.known && side.is_some() && !p.speaks_for(self.press))
                    .max_by_key(|(_, p)| p.count)
                    .map(|(i, _)| i)
            })
    }
}
