//! Institutions and their accounts: where a sentence names one, whose it is, and which of them it is again.

use std::collections::HashSet;

use super::words::{joined, longest, with_article, with_owner, written};
use super::{Body, Mention, Sources, Who};
use crate::import::article::frame::{Token, word_at, word_before};
use crate::import::article::press::Institution;
use crate::import::article::via::is_telling;
use crate::import::article::{NO_SIDE, PARTIES, is_party};

/// Where the noun for a list of measures ends that stands at a token: 'fact sheet', 'factsheet'.
pub(super) fn sheet_at(tokens: &[Token], at: usize) -> Option<usize> {
    match word_at(tokens, at) {
        "factsheet" | "fact-sheet" => Some(at + 1),
        "fact" if word_at(tokens, at + 1) == "sheet" => Some(at + 2),
        _ => None,
    }
}

/// Whether the noun at a token is a list that somebody gave out himself: 'Beijing's own list'.
pub(in crate::import::article) fn is_own_list(tokens: &[Token], at: usize) -> bool {
    let own =
        word_before(tokens, at, 1) == "own" && at > 1 && (tokens[at - 2].is_owner() || tokens[at - 2].lower() == "its");
    own && word_at(tokens, at) == "list" && word_at(tokens, at + 1) != "of"
}

/// Whether a name in lower case is that of a ministry.
fn is_ministry(name: &str) -> bool {
    name.ends_with("ministry") || name.starts_with("ministry of ")
}

/// Words in lower case with spaces between them, with all their possessive endings.
fn joined_with_owner(tokens: &[Token]) -> String {
    tokens.iter().map(with_owner).collect::<Vec<_>>().join(" ")
}

impl Sources {
    /// The state that is no party, or whose capital a name in lower case is, before what it has: 'Lakeland', 'Lakeford's'.
    fn owner_abroad(&self, name: &str) -> Option<&str> {
        let sides = &self.press.sides;
        sides.nation(name).or_else(|| sides.owner(name))
    }

    /// The state whose an institution is that has its name in lower case behind an owner: 'Lakeford's foreign ministry', and not 'on
    /// Lakeland State Department'.
    fn state_of<'s>(&'s self, owner: Option<&str>, name: &str) -> Option<&'s str> {
        const ADJECTIVE: [&str; 6] = ["'s", "ese", "ish", "ine", "ian", "ean"];
        let owner = owner?;
        let has = is_ministry(name) || ADJECTIVE.iter().any(|end| owner.ends_with(end)) && self.is_of_any(name);
        self.owner_abroad(owner).filter(|_| has)
    }

    /// Whether an institution's name, in lower case, is one that states have alike: 'foreign ministry', 'national security council',
    /// and not 'us embassy'.
    fn is_of_any(&self, name: &str) -> bool {
        let own = |list: &[String], word: &str| list.iter().any(|w| w == word);
        let party =
            |word: &str| self.press.sides.adjectives.contains_key(word) || matches!(word, "china's" | "beijing's");
        let house = |word: &str| self.press.names.houses.contains(word);
        let known = own(&self.press.sides.us, name) && !name.contains(' ');
        !known && name.split(' ').any(house) && !name.split(' ').any(party)
    }

    pub(super) fn institution(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let (end, mut is) = self.institution_at(tokens, at)?;
        let account = |t: &Token| self.press.is_account(t);
        let words: Vec<String> = tokens[at..end].iter().map(written).collect();
        let lower = joined(&tokens[at..end]);
        let next = tokens.get(end);
        // 'Washington' and 'US' before another word are no source: 'US officials', 'Foreign Ministry spokesman'.
        let state = is.gives_remarks();
        let owner = tokens[end - 1].is_owner();
        let understood = |t: &Token| t.is_sign(',') || t.is_sign(':') || self.account_does(tokens, end);
        let of_party = |holds: &dyn Fn(&Token) -> bool| state && owner && is_party(&is.side) && next.is_some_and(holds);
        // 'Beijing's version' is its account, and of 'Beijing's, “…”' it is understood; 'China's description of it' is its view.
        let own = self.own_account(tokens, end);
        let tells = state && is_party(&is.side) && word_before(tokens, at, 1) == "as" && is_telling(tokens, end);
        let its_account = tells || of_party(&|t| account(t) || understood(t) || own.is_some());
        // 'Beijing's stock reply' too.
        let view = |i: usize| tokens.get(i).is_some_and(|t| self.press.names.views.contains(t.lower()));
        let its_view =
            of_party(&|t| view(end) || t.is_word() && !self.press.report.contains_key(t.lower()) && view(end + 1));
        // 'Lakeford Times editorial' is the paper's.
        let editorial = |t: &Token| matches!(t.lower(), "editorial" | "commentary");
        let goes_on =
            |t: &Token| t.is_word() && !editorial(t) && !self.press.ends_phrase(t) && !self.speaks(tokens, end);
        if state && words.len() < 3 && !its_account && !its_view && (owner || next.is_some_and(goes_on)) {
            return None;
        }
        if its_account {
            is.kind = "readout".to_owned();
        }
        // 'its Foreign Ministry' after Taiwan is Taiwan's, and so is what Taipei or South Korea has.
        let two = at.checked_sub(2).map(|from| (from, joined_with_owner(&tokens[from..at])));
        let two = two.filter(|(from, name)| tokens[*from].is_capital() && self.owner_abroad(name).is_some());
        let from = two.as_ref().map_or(at.saturating_sub(1), |(from, _)| *from);
        let name = two.map_or_else(|| at.checked_sub(1).map(|i| with_owner(&tokens[i])), |(_, name)| Some(name));
        let owner = self.state_of(name.as_deref(), &lower);
        // 'In Taipei, the Foreign Ministry' is of there.
        let there = tokens.get(1).filter(|_| at <= 4 && tokens[0].lower() == "in").and_then(|t| self.nation(t));
        // 'The Foreign Ministry in Taipei' too.
        let seat = next.filter(|t| t.lower() == "in").and_then(|_| self.nation(tokens.get(end + 1)?));
        if let Some(nation) = owner.or(there.or(seat).filter(|_| is_ministry(&lower))) {
            is.side = nation.to_owned();
        }
        // 'Japan's Foreign Ministry' is called so.
        let whose = owner.filter(|_| is.side != NO_SIDE);
        let whose: String = whose.into_iter().flat_map(|_| &tokens[from..at]).map(|t| written(t) + " ").collect();
        let name = whose + words.join(" ").trim_end_matches("'s");
        let number = self.body_number(name, is);
        if lower.contains("ministry") {
            self.ministry = Some(number);
        }
        if !state || lower.contains("embassy") {
            self.house = Some(number);
        }
        // 'Foreign Ministry spokesman', 'State Department official': an office, or somebody without a name.
        if self.office_at(tokens, end) {
            return None;
        }
        // 'A Lakeford Times editorial' is the paper's.
        let paper = self.is_paper(number);
        let editorial = next.filter(|t| paper && editorial(t)).map(|_| end + 1);
        // 'The ministry's readout', 'the ministry statement', 'Beijing's own account' is the ministry's.
        let noun = editorial.or_else(|| sheet_at(tokens, end));
        let noun = noun.or_else(|| next.is_some_and(account).then_some(end + 1));
        let end = noun.unwrap_or_else(|| own.map_or(end, |noun| noun + 1));
        Some(Mention { start: with_article(tokens, at), end, who: Some(Who::Body(number)), pronoun: false })
    }

    /// Where the noun of an account stands behind its owner and a word or two: 'Beijing's own account', 'much shorter version'.
    fn own_account(&self, tokens: &[Token], end: usize) -> Option<usize> {
        const MOST: usize = 3;
        let account = |t: &Token| self.press.is_account(t);
        let plain = |t: &&Token| {
            let verb = self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower());
            t.is_word() && !verb && !t.is_capital() && !self.press.ends_phrase(t)
        };
        let words = tokens[end..].iter().take(MOST).take_while(plain).count();
        let noun = |i: &usize| {
            account(&tokens[*i]) || sheet_at(tokens, i.saturating_sub(1)) == Some(i + 1) || is_own_list(tokens, *i)
        };
        (end..end + words).find(noun).filter(|_| tokens[end - 1].is_owner())
    }

    /// The institution whose name begins at a token, and where that ends: one of the lists, or the account of a side by
    /// whichever noun, 'American summaries'.
    pub(super) fn institution_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        let first = tokens.get(at)?;
        let account = |t: &Token| self.press.is_account(t);
        let side = self.press.sides.adjectives.get(first.lower()).filter(|_| first.is_capital());
        if let Some(side) = side.filter(|_| tokens.get(at + 1).is_some_and(account)) {
            return Some((at + 2, Institution::with_account(side)));
        }
        if let Some(agency) = self.agency_at(tokens, at) {
            return Some(agency);
        }
        let named = |from: usize| longest(tokens, from, |name| self.press.bodies.contains_key(name));
        // 'The state-run Xinhua News Agency': the longer name counts.
        let state = matches!(
            first.lower(),
            "state-run" | "state-owned" | "state-controlled" | "state-backed" | "government-run"
        );
        let run = named(at + 1).filter(|_| state);
        let listed = run.map_or_else(|| Some((at, named(at)?)), |end| Some((at + 1, end)));
        let Some((from, end)) = listed else { return self.house_abroad(tokens, at) };
        Some((end, self.press.bodies.get(&joined(&tokens[from..end])).cloned()?))
    }

    /// What a party has that speaks for it and is named by what it does, and where its name ends: 'China's market regulator'.
    fn agency_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        /// How many words say of what it is.
        const MOST: usize = 3;
        let first = tokens.get(at).filter(|t| t.is_capital())?;
        let state = self.press.bodies.get(first.lower()).filter(|is| first.is_owner() && is.gives_remarks());
        let side = state.map(|is| &is.side).or_else(|| self.press.sides.adjectives.get(first.lower()));
        let side = side.filter(|side| is_party(side))?;
        let plain = |t: &&Token| t.is_word() && !t.is_owner() && !self.press.ends_phrase(t) && !self.is_person(t);
        let words = tokens[at + 1..].iter().take(MOST).take_while(plain).count();
        let agency = |i: usize| longest(tokens, i, |words| self.press.names.agencies.contains(words));
        let end = (at + 1..at + 1 + words).find_map(agency)?;
        // 'Chinese military exercises' are none.
        let closed = tokens.get(end).is_none_or(|t| !t.is_word()) || self.speaks(tokens, end);
        closed.then(|| (end, Institution { side: side.clone(), kind: "remarks".to_owned() }))
    }

    /// What a state that is no party has and no list has by name, where it says something: 'Lakeford's external affairs ministry'.
    fn house_abroad(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        /// How many words say of what it is.
        const MOST: usize = 4;
        if let Some(named) = self.ministry_of(tokens, at) {
            return Some(named);
        }
        let two = tokens.get(at..at + 2).filter(|two| two[0].is_capital() && two[1].is_owner());
        let owner = |words: &[Token]| self.press.sides.owner(&joined_with_owner(words));
        let one = owner(&tokens[at..=at]).filter(|_| tokens[at].is_owner()).map(|side| (at + 1, side));
        let (from, side) = one.or_else(|| two.and_then(owner).map(|side| (at + 2, side)))?;
        let plain = |t: &&Token| t.is_word() && !t.is_owner() && !self.press.ends_phrase(t) && !self.is_person(t);
        let words = tokens[from..].iter().take(MOST).take_while(plain).count();
        let noun =
            |i: &usize| matches!(word_at(tokens, *i), "ministry" | "department" | "office" | "council" | "agency");
        let end = (from + 1..from + words).find(noun)? + 1;
        let listed = self.press.bodies.contains_key(&joined(&tokens[from..end]));
        let side = side.to_owned();
        (!listed && self.speaks(tokens, end)).then(|| (end, Institution { side, kind: "readout".to_owned() }))
    }

    /// A ministry of a state that is no party, by its full name: 'the Lakeland Department of Fish and Nets'.
    fn ministry_of(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        /// How many words tell of what it is.
        const MOST: usize = 6;
        let side = tokens.get(at).filter(|t| t.is_capital()).and_then(|t| self.nation(t))?;
        let noun = matches!(word_at(tokens, at + 1), "department" | "ministry" | "office" | "bureau");
        let named = noun && tokens[at + 1].is_capital() && word_at(tokens, at + 2) == "of";
        let name = |t: &&Token| t.is_capital() || matches!(t.lower(), "and" | "of" | "the");
        let words = tokens.get(at + 3..)?.iter().take(MOST).take_while(name).count();
        let last = (at + 3..at + 3 + words).rev().find(|i| tokens[*i].is_capital())?;
        (named && tokens[at + 3].is_capital()).then(|| (last + 1, Institution::with_account(side)))
    }

    /// Where the name of an institution begins and ends that stands at a token, behind 'the' or without it.
    pub(super) fn behind_article(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        let from = at + usize::from(tokens.get(at)?.lower() == "the");
        Some((from, self.institution_at(tokens, from)?.0))
    }

    /// Whether a verb of what an account does stands at a token: 'Beijing's calls it “…”', where the account is understood.
    fn account_does(&self, tokens: &[Token], at: usize) -> bool {
        let does = &self.press.documents.does;
        tokens.get(at).is_some_and(|t| does.contains(t.lower())) || longest(tokens, at, |p| does.contains(p)).is_some()
    }

    /// The institution of somebody whose name ends at a token: 'Mr. Brock's own department'.
    pub(super) fn institution_behind(&mut self, tokens: &[Token], end: usize, of: usize) -> Option<(usize, usize)> {
        let own = tokens.get(end).is_some_and(|t| t.lower() == "own");
        let noun = end + usize::from(own);
        let is_institution = tokens
            .get(noun)
            .is_some_and(|t| matches!(t.lower(), "ministry" | "department" | "office" | "government" | "side"));
        // 'A's side of the table' is none.
        let place = word_at(tokens, noun) == "side" && word_at(tokens, noun + 1) == "of";
        if !tokens[end - 1].is_owner() || !is_institution || place || !is_party(&self.people[of].side) {
            return None;
        }
        let mut is = Institution::with_account(&self.people[of].side);
        if tokens[noun].lower() == "government" {
            is.kind = "remarks".to_owned();
        }
        let alike = |b: &Body| b.is == is && b.name.to_lowercase().ends_with(tokens[noun].lower());
        let known = self.bodies.iter().position(alike);
        let number = known.unwrap_or_else(|| {
            let name = format!("{}'s {}", self.people[of].name, tokens[noun].text());
            self.body_number(name, is)
        });
        Some((noun + 1, number))
    }

    /// The name of an institution; that of a written account is its publisher's, where the article names one.
    pub(super) fn institution_of(&self, number: usize) -> &str {
        let body = &self.bodies[number];
        let name = body.name.to_lowercase();
        let account = self.is_account(&name);
        let state = self.press.bodies.get(&name).is_some_and(|b| b.gives_remarks());
        let account = account || state && body.is.gives_account();
        let publisher = self.publisher_of(&body.is.side).filter(|_| account && is_party(&body.is.side));
        &self.bodies[publisher.unwrap_or(number)].name
    }

    /// Whether a name in lower case is that of an account, rather than of whoever publishes it: 'American summary'.
    fn is_account(&self, name: &str) -> bool {
        let last = name.rsplit(' ').next().unwrap_or_default();
        self.press.documents.accounts.contains(last) || matches!(last, "side" | "one")
    }

    /// The institution of a side whose written account the article quotes.
    pub fn account_of(&self, side: &str) -> Option<Who> {
        self.publisher_of(side).map(Who::Body)
    }

    /// The account of the other party.
    pub fn account_of_other(&self, who: Who) -> Option<Who> {
        match self.side(who) {
            "us" => self.account_of("cn"),
            "cn" => self.account_of("us"),
            _ => None,
        }
    }

    fn publisher_of(&self, side: &str) -> Option<usize> {
        let institution = |name: &str| {
            ["house", "department", "ministry", "pentagon", "xinhua"].iter().any(|w| name.contains(w))
                && !self.is_account(name)
        };
        self.bodies
            .iter()
            .position(|b| b.is.side == side && b.is.gives_account() && institution(&b.name.to_lowercase()))
    }

    /// The side of the state or institution with whose name words begin.
    pub fn side_named(&self, tokens: &[Token]) -> Option<String> {
        let from = usize::from(tokens.first()?.lower() == "the");
        self.institution_at(tokens, from).map(|(_, is)| is.side)
    }

    /// The sides whose accounts are named with the side.
    pub fn accounts(&self, tokens: &[Token]) -> HashSet<String> {
        let account = |t: &Token| self.press.is_account(t);
        let named = |at: usize| {
            let (end, is) = self.institution_at(tokens, at)?;
            let of_it = account(&tokens[end - 1]) || tokens.get(end).is_some_and(account);
            of_it.then_some(is.side)
        };
        (0..tokens.len()).filter_map(named).collect()
    }

    /// The party whose label opens a paragraph: 'China: …', 'The American version: …'.
    pub fn label(&self, tokens: &[Token]) -> Option<&'static str> {
        /// How many words a label has.
        const MOST: usize = 5;
        let from = tokens.iter().take(1).filter(|t| !t.is_word() && t.quote().is_none()).count();
        let colon = tokens.iter().take(from + MOST + 1).position(|t| t.is_sign(':')).filter(|colon| *colon > from)?;
        let words: Vec<String> = tokens[from..colon].iter().filter(|t| t.is_word()).map(with_owner).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        // A person who speaks is no account, nor is a label of nothing.
        let named = tokens[from..colon].iter().all(|t| t.is_word() && !self.surnames.contains_key(t.lower()));
        let side = self.side_of(&words).filter(|_| named && tokens.len() > colon + 2)?;
        PARTIES.into_iter().find(|party| *party == side)
    }

    /// The account of a side, by the name that its label gives it where the article has none.
    pub fn account_under(&mut self, side: &str) -> Who {
        let name = if side == "us" { "U.S." } else { "China" };
        self.account_of(side)
            .unwrap_or_else(|| Who::Body(self.body_number(name.to_owned(), Institution::with_account(side))))
    }

    /// The news agency of this name, which gives Beijing's account.
    pub fn agency(&mut self, name: &str) -> Who {
        Who::Body(self.body_number(name.to_owned(), Institution::with_account("cn")))
    }

    /// The institution of this name, whose words here are of this kind.
    pub(super) fn body_with(&mut self, name: &[Token], kind: &str) -> Option<usize> {
        let is = self.press.bodies.get(&joined(name)).cloned()?;
        let name = name.iter().map(written).collect::<Vec<_>>().join(" ");
        let is = Institution { kind: kind.to_owned(), ..is };
        Some(self.body_number(name.trim_end_matches("'s").to_owned(), is))
    }

    pub(super) fn body_number(&mut self, name: String, is: Institution) -> usize {
        self.bodies.iter().position(|b| b.name == name && b.is == is).unwrap_or_else(|| {
            self.bodies.push(Body { name, is });
            self.bodies.len() - 1
        })
    }
}
