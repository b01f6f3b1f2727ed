//! Accounts and their publishers named again: 'the statement', 'the ministry', 'his side', 'the fact sheet', 'her post'.

use super::bodies::sheet_at;
use super::stand_in::Phrase;
use super::words::{is_subject, longest, with_owner, written};
use super::{Body, Mention, Sources, Who};
use crate::import::article::frame::{Token, is_comma, word_at, word_before};
use crate::import::article::press::Institution;
use crate::import::article::{NO_SIDE, is_party};

/// Whether the name of an institution has this noun as its own: 'Foreign Ministry', 'Ministry of Commerce'.
pub(super) fn is_called(name: &str, noun: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(noun) || name.contains(&format!("{noun} of "))
}

impl Sources {
    /// Which account or institution it is again: 'the statement', 'his ministry', 'the ministry's readout'.
    pub(super) fn account_again(&mut self, phrase: &Phrase<'_>, before: &[Mention]) -> Option<(usize, Option<Who>)> {
        let Phrase { tokens, at, head, noun, first, ref side } = *phrase;
        // 'In his telling' it is told by himself.
        if matches!(first, "his" | "her") && self.press.is_account(noun) {
            return Some((head + 1, self.he(tokens, at, before)));
        }
        // 'The ministry's readout', 'the ministry statement' is the ministry's.
        let is_account = |t: &Token| self.press.is_account(t);
        let account = is_account(noun);
        // 'In a statement, A said': it is his own.
        let in_it = matches!(first, "a" | "an") && side.is_none() && at > 0 && tokens[at - 1].lower() == "in";
        if account && in_it {
            return None;
        }
        // 'A statement from Brock's office' is of whoever is named behind it.
        let from = tokens.get(head + 1).is_some_and(|t| matches!(t.lower(), "from" | "by"));
        if account && from && matches!(first, "a" | "an") {
            return None;
        }
        // 'The ministry has put a text on its website': its own.
        let subject = |m: &&Mention| {
            let body = matches!(m.who, Some(Who::Body(i)) if self.bodies[i].is.gives_account() && is_party(&self.bodies[i].is.side));
            let which = is_comma(tokens, m.end) && matches!(word_at(tokens, m.end + 1), "which" | "whose");
            body && !m.pronoun && (which || is_subject(self.press, tokens, m))
        };
        let own =
            before.iter().rev().find(subject).filter(|_| account && side.is_none() && matches!(first, "a" | "an"));
        if let Some(own) = own {
            return Some((head + 1, own.who));
        }
        // 'A fact sheet issued by the White House said …, as the document put it': the one of which the sentence is.
        let the = account && side.is_none() && first == "the" && matches!(noun.lower(), "document" | "text" | "sheet");
        let body = |m: &&Mention| {
            let party = |i: usize| self.bodies[i].is.gives_account() && is_party(&self.bodies[i].is.side);
            !m.pronoun && matches!(m.who, Some(Who::Body(i)) if party(i))
        };
        if let Some(same) = before.iter().rev().find(body).filter(|_| the) {
            return Some((head + 1, same.who));
        }
        let its = tokens.get(head + 1).is_some_and(is_account);
        let end = if its { head + 2 } else { head + 1 };
        // 'The statement' behind what a spokesperson wrote is that.
        let spokes = self.speaker.filter(|w| w.is_person() && self.tells_for_side(*w));
        // 'The readout' of a side that has given one is that, whatever was said at its briefings.
        let given = |w: &Who| self.account != Some(*w) && self.account_of(self.side(*w)).is_some();
        let spokes = spokes.filter(|w| !(matches!(noun.lower(), "readout" | "summary" | "document") && given(w)));
        // So it is behind what one without a name wrote for an institution.
        let for_body = self.speaker.filter(|w| self.last_spoken_for.map(Who::Body) == Some(*w));
        if side.is_none()
            && account
            && let Some(who) = spokes.or(for_body)
        {
            self.account = Some(who);
            return Some((end, Some(who)));
        }
        // 'The readout from Beijing' may be the first that is heard of it.
        let publisher = self.published_by(tokens, head + 1).or_else(|| self.put_out_by(tokens, head + 1));
        if let Some(publisher) = publisher.filter(|_| account) {
            return Some((end, Some(Who::Body(publisher))));
        }
        // 'The ministry said in Lakeford' is of there, whichever was named last.
        let seat = (noun.lower() == "ministry" && side.is_none()).then(|| self.said_in(tokens, end)).flatten();
        let side = &side.clone().or_else(|| seat.clone());
        let fits = |i: &usize| {
            let body = &self.bodies[*i];
            side.as_deref().is_none_or(|s| body.is.side == s) && body.is.gives_account()
        };
        // An account is that of whoever was last named; a ministry is one.
        // 'The newspaper' is none of a government, unless one was named.
        let press = matches!(noun.lower(), "newspaper" | "broadcaster");
        if press && !(0..self.bodies.len()).any(|i| self.is_paper(i)) {
            return Some((end, None));
        }
        // 'The ministry' is that of commerce too.
        let named = |i: &usize| account || is_called(&self.bodies[*i].name, noun.lower());
        // Organisations that speak for no state have none.
        let stateless = |i: &usize| self.bodies[*i].is.side == NO_SIDE;
        let any = || {
            let numbers = || (0..self.bodies.len()).rev();
            numbers().filter(move |i| !stateless(i)).chain(numbers().filter(stateless))
        };
        let last = self.body.filter(|i| fits(i) && named(i)).or_else(|| any().find(|i| fits(i) && named(i)));
        // 'His ministry', where he is of a side of which no ministry was named.
        let his =
            matches!(first, "his" | "her" | "whose") && matches!(noun.lower(), "ministry" | "department" | "office");
        // 'A told B, according to a statement from his ministry': ministries are not Washington's.
        let people = || before.iter().rev().filter_map(|m| m.who).filter(|w| w.is_person());
        let ministry = noun.lower() == "ministry";
        let named = people().find(|w| !ministry || self.side(*w) != "us").or_else(|| people().next());
        let of_whom = his.then(|| named.or_else(|| self.he(tokens, at, before))).flatten();
        if let Some(who @ Who::Person(i)) = of_whom.filter(|w| is_party(self.side(*w))) {
            let theirs = last.filter(|b| self.bodies[*b].is.side == self.side(who));
            let is = Institution::with_account(self.side(who));
            let name = format!("{}'s {}", self.people[i].name, noun.text());
            let number = theirs.unwrap_or_else(|| self.body_number(name, is));
            return Some((end, Some(Who::Body(number))));
        }
        // Ministries are Beijing's, among the two.
        let unnamed = last.is_none() && (side.is_none() || seat.as_deref() == Some("cn")) && ministry;
        let last = last.or(self.body.filter(fits)).or_else(|| any().find(fits));
        let last = if unnamed { self.ministry() } else { last? };
        Some((end, Some(Who::Body(last))))
    }

    /// The side of the capital where somebody says something whose name ends at a token: 'said in Lakeford'.
    fn said_in(&self, tokens: &[Token], end: usize) -> Option<String> {
        let says = tokens.get(end).is_some_and(|t| self.press.report.contains_key(t.lower()));
        let place = end + usize::from(says);
        let named = tokens.get(place + 1).filter(|_| word_at(tokens, place) == "in")?;
        self.side_of(&[&with_owner(named)])
    }

    /// Whether it is an institution that gives no accounts and is no state: an embassy, a newspaper.
    pub(super) fn is_house(&self, who: Who) -> bool {
        let Who::Body(body) = who else { return false };
        let Body { name, is } = &self.bodies[body];
        let noun = |word: &str| self.press.documents.nouns.contains(word);
        is.gives_remarks() && (self.is_paper(body) || name.to_lowercase().split(' ').any(noun))
    }

    /// Whether an institution is a newspaper, an agency or a broadcaster.
    pub fn is_paper(&self, body: usize) -> bool {
        let name = self.bodies[body].name.to_lowercase();
        ["daily", "times", "xinhua", "cctv", "cgtn", "broadcaster", "media"].iter().any(|word| name.contains(word))
    }

    /// Where a phrase for a list of measures ends, and whose list it is: 'the fact sheet' of which the article has told.
    pub(super) fn sheet(&self, tokens: &[Token], at: usize) -> Option<(usize, Who)> {
        if let Some(new) = self.new_sheet(tokens, at) {
            return Some(new);
        }
        // 'Its fact sheet' is that of the party's institution that was named last.
        let its = matches!(tokens[at].lower(), "its" | "their").then(|| sheet_at(tokens, at + 1)).flatten();
        if let Some(end) = its {
            return Some((end, self.body.map(Who::Body).filter(|w| self.tells_for_side(*w))?));
        }
        let end = sheet_at(tokens, at + 1).filter(|_| tokens[at].lower() == "the")?;
        let sheet = |i: &usize| self.bodies[*i].name.to_lowercase().ends_with("fact sheet");
        let named = (0..self.bodies.len()).rev().find(|i| is_party(&self.bodies[*i].is.side) && sheet(i));
        // Of the two, Washington gives them out.
        let body = named.map(Who::Body).or_else(|| self.account_of("us"))?;
        Some((end, body))
    }

    /// Where a phrase for a list of measures ends of which nothing tells whose it is, and whose it is: that of the party's institution
    /// that was named last. 'A fact sheet that goes with the order says', 'There is a separate fact sheet'.
    fn new_sheet(&self, tokens: &[Token], at: usize) -> Option<(usize, Who)> {
        /// How many words stand before the noun, with it, and how many tell of it.
        const MOST: usize = 4;
        const FAR: usize = 9;
        let opens =
            at == 0 || !tokens[at - 1].is_word() || matches!(word_before(tokens, at, 1), "and" | "but" | "is" | "was");
        if !opens || !matches!(tokens[at].lower(), "a" | "an" | "another") {
            return None;
        }
        let plain = |t: &&Token| t.is_word() && !t.is_capital() && !t.is_owner() && !self.press.ends_phrase(t);
        let words = tokens[at + 1..].iter().take(MOST).take_while(plain).count();
        let end = (at + 1..at + 1 + words).find_map(|i| sheet_at(tokens, i))?;
        // 'A fact sheet posted on Monday says': what was done to it is not what it does.
        let given = self.press.documents.issued.contains(word_at(tokens, end));
        let from = end + usize::from(given);
        let verb = |t: &Token| self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower());
        let rest = tokens[from.min(tokens.len())..].iter().take(FAR).take_while(|t| t.is_word() && !verb(t));
        // 'A fact sheet from the White House' is of whoever is named behind it.
        if rest.clone().any(|t| matches!(t.lower(), "from" | "by")) {
            return None;
        }
        let at_verb = from + rest.count();
        let says = tokens.get(at_verb).is_some_and(verb);
        let last = self.body.map(Who::Body).filter(|w| self.tells_for_side(*w));
        // Of Beijing's doings Washington's speaks.
        let object = at_verb + 1 + usize::from(word_at(tokens, at_verb + 1) == "that");
        let of = tokens.get(object..).and_then(|rest| self.side_named(rest)).filter(|_| says);
        let last = last.filter(|w| self.side(*w) != "cn" || of.as_deref() != Some("cn"));
        let who = last.or_else(|| self.account_of("us"))?;
        // What stands between belongs to it, without the day.
        let day = |t: &&Token| self.press.is_adverb(t) || t.lower() == "on";
        let days = tokens[end..at_verb.max(end)].iter().rev().take_while(day).count();
        Some((if says { at_verb - days } else { end }, who))
    }

    /// A paper of which is told who of a party gave it out: 'a list of outcomes circulated by the Chinese delegation and seen by the
    /// Lakeford Post'.
    pub(super) fn paper(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        /// How many words stand before the noun, and from it to whoever gave it out.
        const NEAR: usize = 4;
        const FAR: usize = 10;
        if !matches!(tokens[at].lower(), "a" | "an" | "the" | "one") {
            return None;
        }
        let plain = |t: &&Token| t.is_word() && !self.press.report.contains_key(t.lower());
        let words = tokens[at + 1..].iter().take(NEAR).take_while(plain).count();
        let noun = (at + 1..at + 1 + words).find(|i| self.press.documents.papers.contains(tokens[*i].lower()))?;
        let rest = tokens[noun + 1..].iter().take(FAR).take_while(|t| t.is_word()).count();
        let issued = |i: usize| longest(tokens, i, |words| self.press.documents.issued.contains(words));
        let behind = (noun + 1..noun + 1 + rest).find_map(issued)?;
        let by = (behind..=noun + rest).find(|i| word_at(tokens, *i) == "by")?;
        let from = by + 1 + usize::from(word_at(tokens, by + 1) == "the");
        let (end, is) = self.institution_at(tokens, from).or_else(|| self.group_at(tokens, from))?;
        if !is_party(&is.side) {
            return None;
        }
        let name = tokens[from..end].iter().map(written).collect::<Vec<_>>().join(" ");
        let number = self.body_number(name, Institution::with_account(&is.side));
        let seen = self.seen_by(tokens, end).unwrap_or(end);
        Some(Mention { start: at, end: seen, who: Some(Who::Body(number)), pronoun: false })
    }

    /// Those of a party together, without a name: 'the Chinese delegation', 'American negotiators'.
    fn group_at(&self, tokens: &[Token], at: usize) -> Option<(usize, Institution)> {
        let first = tokens.get(at).filter(|t| t.is_capital())?;
        let side = self.side_of(&[&with_owner(first)])?;
        let group = matches!(
            word_at(tokens, at + 1),
            "delegation" | "side" | "team" | "negotiators" | "officials" | "government" | "embassy" | "mission"
        );
        group.then(|| (at + 2, Institution::with_account(&side)))
    }

    /// Where it ends that a newspaper has a paper: 'and seen by the Lakeford Post'.
    fn seen_by(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let link = at + usize::from(is_comma(tokens, at));
        let verb = link + usize::from(word_at(tokens, link) == "and");
        let seen = self.press.documents.seen.contains(word_at(tokens, verb)) && word_at(tokens, verb + 1) == "by";
        let from = verb + 2 + usize::from(word_at(tokens, verb + 2) == "the");
        let name = tokens.get(from..)?.iter().take_while(|t| t.is_capital()).count();
        let end = from + name;
        (seen && name > 0).then(|| end + usize::from(link > at && is_comma(tokens, end)))
    }

    /// The account of somebody's side: 'his side said', 'what her side called'; 'what the statement called' in a sentence
    /// about somebody is that too.
    pub(super) fn own_side(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        let noun = tokens.get(at + 1)?;
        let his = matches!(tokens[at].lower(), "his" | "her") && noun.lower() == "side";
        let what = at > 0 && tokens[at - 1].lower() == "what" && tokens[at].lower() == "the";
        let named = his || what && self.press.is_account(noun);
        if !named || !self.speaks(tokens, at + 2) {
            return None;
        }
        let opens = before.first().filter(|m| m.start == 0 && is_subject(self.press, tokens, m)).and_then(|m| m.who);
        let named = before.iter().rev().filter_map(|m| m.who).find(|w| w.is_person());
        let who = opens.or(named.filter(|_| his))?;
        let side = self.side(who);
        let account = self.account_of(side).filter(|_| who.is_person() && is_party(side))?;
        Some((at + 2, account))
    }

    /// Where a phrase for what was posted ends, and whoever posted it: 'the same feed had announced', 'her post said'.
    pub(super) fn post(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
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

    /// Whose account it is, as far as a clause behind it says: 'the version that the agency put out'.
    fn put_out_by(&mut self, tokens: &[Token], at: usize) -> Option<usize> {
        let link = tokens.get(at).is_some_and(|t| matches!(t.lower(), "that" | "which"));
        let (from, to) = self.behind_article(tokens, at + usize::from(link))?;
        longest(tokens, to, |words| self.press.documents.issued.contains(words))?;
        self.body_with(&tokens[from..to], "readout")
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
        self.body_number(name.to_owned(), Institution::with_account("cn"))
    }
}
