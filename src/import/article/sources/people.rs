//! Who is meant by a name: somebody named before, of whom more is learned, or somebody new.

use std::collections::{HashMap, HashSet};

use super::offices::{before_name, office_before_comma};
use super::words::{in_full, joined, with_owner};
use super::{Person, Sources, Who};
use crate::codebook::{Codebook, Level};
use crate::import::article::NO_SIDE;
use crate::import::article::emphasis::of_capitals;
use crate::import::article::frame::Token;

impl Sources {
    /// Who is meant by a name, with the office before it and what stands before and after both. One who is new is kept.
    pub(super) fn person_by_name(
        &mut self,
        words: &[Token],
        office: &[String],
        before: &[Token],
        after: &[Token],
    ) -> Option<usize> {
        let last = words.last()?.lower().trim_end_matches('.').to_owned();
        if let Some(number) = self.person_again(words, &last, office) {
            self.learn_more(number, words, office, (before, after));
            return Some(number);
        }
        // A surname that the article gives with an office alone.
        if words.len() == 1 && !self.known.contains_key(&last) && (office.is_empty() || last.len() < 2) {
            return None;
        }
        Some(self.new_person(words, &last, office, before, after))
    }

    /// Whoever was named before and is named again.
    fn person_again(&self, words: &[Token], last: &str, office: &[String]) -> Option<usize> {
        let opening = || self.surnames.get(words[0].lower()).copied();
        let full = joined(words);
        // Chinese names have the surname first: 'Xi' before 'Xi Jinping'.
        let first = self.known.get(&full).is_some_and(|side| side == "cn" && words.len() > 1);
        let surname = |n: &usize| first && self.people[*n].name.to_lowercase() == words[0].lower();
        let family = || opening().filter(surname);
        let named = self.surnames.get(last).copied().filter(|n| words.len() == 1 || self.agrees(*n, words));
        let shared = (words.len() == 1).then(|| self.of_several(last, office)).flatten();
        // 'Xi Agree': a headline that writes every word with a capital.
        let headline = || {
            let known = self.known.contains_key(words[0].lower()) && !self.known.contains_key(&full);
            opening().filter(|_| words.len() == 2 && known && !self.named_so(words))
        };
        shared.or(named).or_else(family).or_else(headline)
    }

    /// Adds to what is known of somebody what the article says where it names him again.
    fn learn_more(&mut self, number: usize, words: &[Token], office: &[String], (before, after): (&[Token], &[Token])) {
        // 'A, the secretary of commerce': an office that only a later sentence gives.
        let behind = if words.len() > 1 { self.apposition(&[], after) } else { Vec::new() };
        let offices = behind.into_iter().filter(|w| self.press.titles.persons.contains(w));
        // 'Lakeland's secretary of state, A, sat there' too.
        let told = office_before_comma(before).iter().map(with_owner).filter(|w| self.press.titles.words.contains(w));
        let offices: Vec<String> = offices.chain(told).collect();
        if words.len() > 1 && !self.people[number].name.contains(' ') {
            self.people[number].name = of_capitals(&in_full(words));
            self.keep_surname(number);
        }
        // 'Mr. Lu was there. … Foreign Ministry spokesman Lu Anping said': whose he is, only the office says.
        let of_nobody = self.people[number].side == NO_SIDE && !self.people[number].known;
        let speaks = |word: &str| self.press.titles.spokespersons.contains(word);
        if of_nobody && (office.iter().any(|w| speaks(w)) || before.last().is_some_and(|t| speaks(t.lower()))) {
            let titles = [office, &self.apposition(before, after)].concat();
            self.people[number].side = self.side_by_office(words, &titles, (before, after));
            self.people[number].titles.extend(titles);
        }
        let person = &mut self.people[number];
        for word in office.iter().chain(&offices) {
            if !person.titles.contains(word) {
                person.titles.push(word.clone());
            }
            person.woman = woman_by(word).or(person.woman);
        }
    }

    /// Keeps somebody who was not named before.
    fn new_person(
        &mut self,
        words: &[Token],
        last: &str,
        office: &[String],
        before: &[Token],
        after: &[Token],
    ) -> usize {
        let name = of_capitals(&in_full(words));
        let lower = name.to_lowercase();
        let short = format!("{} {}", words[0].lower(), last);
        let known = self
            .known
            .get(&lower)
            .or_else(|| self.known.get(&short))
            .or_else(|| self.known.get(last).filter(|_| words.len() == 1))
            .cloned();
        let mut titles = office.to_vec();
        let nearby = self.apposition(before, after);
        let beside: Vec<String> = before.iter().rev().take(2).map(with_owner).collect();
        let has = |list: &[&str]| titles.iter().chain(&beside).any(|t| list.contains(&t.as_str()));
        let woman = match (
            has(&["ms", "mrs", "spokeswoman", "congresswoman", "chairwoman"]),
            has(&["mr", "sir", "spokesman", "congressman"]),
        ) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => self.women.get(&lower).or_else(|| self.women.get(&short)).copied(),
        };
        titles.extend(nearby.iter().cloned());
        // America's trade representative is styled ambassador.
        if titles.windows(2).any(|two| two[0] == "trade" && two[1] == "representative") {
            titles.push("ambassador".to_owned());
        }
        if self.press.titles.known.values().flatten().any(|name| *name == lower) {
            titles.push("spokesperson".to_owned());
        }
        // What somebody was before he had an office does not make him an expert.
        let past = |w: &str| matches!(w, "former" | "group" | "retired" | "investor" | "consultant" | "commentator");
        // Nor does what is told of one who has an office: 'Secretary A, who owns a farm'.
        let holds = |w: &String| self.press.titles.persons.contains(w) && !self.press.sides.nobody.contains(w);
        let in_office = office.iter().any(holds) && !office.iter().any(|w| w == "former");
        let expert = nearby.iter().any(|w| !past(w) && self.press.sides.nobody.contains(w));
        // 'A, a former assistant secretary of state,' whom the codebook knows speaks for nobody any more.
        let expert = !in_office && (expert || self.was_official(&nearby));
        let abroad =
            || self.press.sides.people.iter().find(|(_, names)| names.contains(&lower)).map(|(id, _)| id.clone());
        let side = known.clone().or_else(abroad).filter(|_| !expert);
        let side = side.unwrap_or_else(|| self.side_by_office(words, &titles, (before, after)));
        let number = self.people.len();
        self.people.push(Person {
            name,
            side,
            known: known.is_some(),
            leader: self.leaders.contains(&lower) || self.leaders.contains(&short),
            woman,
            titles,
            office: before_name(self.press, before),
            count: 0,
        });
        self.keep_surname(number);
        // Chinese names have the surname first; which it is, the article shows by what it uses afterwards.
        for (place, word) in words.iter().enumerate().rev() {
            // He Lifeng's surname is a word like others, but first in his name.
            let family = place == 0 && words.len() > 1 && self.people[number].side == "cn" && known.is_some();
            if family || !self.press.common.contains(word.lower()) {
                self.surnames.entry(word.lower().trim_end_matches('.').to_owned()).or_insert(number);
            }
        }
        number
    }

    /// Keeps by which surname somebody goes who was named in full: the first word of a Chinese name, the last of others.
    fn keep_surname(&mut self, number: usize) {
        /// No article has more people of one name.
        const MOST: usize = 16;
        let person = &self.people[number];
        let lower = person.name.to_lowercase();
        let (Some((first, _)), Some((_, last))) = (lower.split_once(' '), lower.rsplit_once(' ')) else { return };
        let surname = if person.side == "cn" && person.known { first } else { last };
        let namesakes = self.namesakes.entry(surname.to_owned()).or_default();
        if namesakes.len() < MOST && !namesakes.contains(&number) {
            namesakes.push(number);
        }
    }

    /// Who is meant by a surname that several in the article have: whoever has the office, was lately there, or is no
    /// spokesperson.
    fn of_several(&self, surname: &str, office: &[String]) -> Option<usize> {
        let woman = office.iter().find_map(|w| woman_by(w));
        let fits = |i: &usize| woman.is_none() || self.people[*i].woman != woman.map(|w| !w);
        let several: Vec<usize> = self.namesakes.get(surname)?.iter().copied().filter(fits).collect();
        if several.len() < 2 {
            return several.first().copied().filter(|_| woman.is_some());
        }
        let titled = |i: &&usize| office.iter().any(|w| woman_by(w).is_none() && self.people[**i].titles.contains(w));
        let recent = || {
            let last = self.lately().find_map(|w| match w {
                Who::Person(i) => several.iter().find(|n| **n == i),
                _ => None,
            });
            last.filter(|_| office.is_empty())
        };
        let principal = || several.iter().find(|i| !self.people[**i].speaks_for(self.press));
        several.iter().find(titled).or_else(recent).or_else(principal).copied()
    }

    /// Whether a full name is one that the article uses for somebody.
    pub(super) fn named_so(&self, words: &[Token]) -> bool {
        let full = joined(words);
        self.people.iter().any(|p| p.name.to_lowercase() == full)
    }

    /// Whether a full name can be a person's whose surname it has.
    fn agrees(&self, number: usize, words: &[Token]) -> bool {
        let known = self.people[number].name.to_lowercase();
        let Some(first) = words.first() else { return true };
        !known.contains(' ') || known.split(' ').any(|w| w == first.lower())
    }
}

/// Whether somebody is a woman, by what stands before the name out of courtesy.
fn woman_by(title: &str) -> Option<bool> {
    match title {
        "mr" => Some(false),
        "ms" | "mrs" => Some(true),
        _ => None,
    }
}

/// Whom the codebook knows as a woman, or a man, by name in lower case.
pub(super) fn women(codebook: &Codebook) -> HashMap<String, bool> {
    let named = codebook.officials().into_iter().filter_map(|o| Some((o.gender? == "f", o.names)));
    named.flat_map(|(woman, names)| names.into_iter().map(move |n| (n.to_lowercase(), woman))).collect()
}

/// Whom the codebook knows as a leader, by name in lower case.
pub(super) fn leaders(codebook: &Codebook) -> HashSet<String> {
    let leads = codebook.officials().into_iter().filter(|o| o.level == Some(Level::Leader));
    leads.flat_map(|o| o.names).map(|n| n.to_lowercase()).collect()
}
