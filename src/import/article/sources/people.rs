//! People by name, with the side that their office or the words beside it tell.

use std::collections::{HashMap, HashSet};

use super::words::{joined, longest, with_article, with_owner, written};
use super::{Body, Mention, Person, Sources, Who};
use crate::codebook::{Codebook, Level};
use crate::import::article::clauses::office_before;
use crate::import::article::frame::{Token, What};
use crate::import::article::press::{Institution, Press};
use crate::import::article::{NO_SIDE, is_party};

impl Sources {
    /// A person by name, with or without an office before it.
    pub(super) fn named(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let first = &tokens[at];
        let titles = &self.press.titles.words;
        let starts = first.is_capital()
            && (!self.press.common.contains(first.lower())
                || titles.contains(first.lower())
                || self.is_surname(tokens, at)
                || tokens.get(at + 1).is_some_and(Token::is_capital)
                    && self.known.contains_key(&joined(&tokens[at..at + 2])));
        if !starts {
            return None;
        }
        let mut end = at;
        while tokens.get(end).is_some_and(|t| t.is_word() && (t.is_capital() || self.links(tokens, end))) {
            end += 1;
            if tokens[end - 1].is_owner() && !titles.contains(&with_owner(&tokens[end - 1])) {
                break;
            }
        }
        end = self.end_of_name(tokens, at, end);
        // 'United States Secretary of State': the state belongs to the office.
        let state = longest(&tokens[..end], at, |n| self.press.bodies.get(n).is_some_and(|b| b.kind == "remarks"));
        let mut name = state.filter(|state| *state < end).unwrap_or(at);
        while name < end
            && (titles.contains(tokens[name].lower())
                || titles.contains(tokens[name].lower().trim_end_matches('.'))
                || titles.contains(&with_owner(&tokens[name]))
                || self.links(tokens, name)
                || self.nation(&tokens[name]).is_some())
        {
            name += 1;
        }
        // 'Lakeland International Trade Representative A B': an office with other words in it.
        let office = (name..end).rev().find(|i| self.press.titles.persons.contains(tokens[*i].lower()));
        if let Some(office) = office.filter(|office| *office + 2 < end) {
            name = office + 1;
        }
        let words = &tokens[name..end];
        if self.is_event(words) {
            return None;
        }
        let state = |t: &Token| self.press.bodies.get(t.lower()).is_some_and(|b| b.kind == "remarks");
        let body = joined(words);
        // 'The San Francisco meeting' is named after a place.
        let place = |t: &Token| {
            matches!(
                t.lower(),
                "meeting"
                    | "summit"
                    | "talks"
                    | "call"
                    | "consensus"
                    | "round"
                    | "accord"
                    | "declaration"
                    | "agreement"
            )
        };
        let unknown = words.iter().all(|t| !self.known.contains_key(t.lower()));
        let before = at.checked_sub(1).map_or("", |i| tokens[i].lower());
        let of_place = before == "the" && tokens.get(end).is_some_and(place);
        // 'In San Francisco': nobody stands behind 'in' who was not named before.
        let direction = at.checked_sub(2).map_or("", |i| tokens[i].lower());
        let beside = before == "of" && matches!(direction, "north" | "south" | "east" | "west" | "city" | "outside");
        let in_place =
            (beside || matches!(before, "in" | "near" | "outside")) && words.len() > 1 && !self.named_so(words);
        // 'The Great Hall': no name of a person has an article.
        let with_the = before == "the" && words.len() > 1 && !self.named_so(words);
        if name == at && unknown && (of_place || in_place || with_the && !self.is_organisation(words)) {
            return None;
        }
        // 'The province of A' is nobody, nor is 'A Province'.
        let land = words.last().is_some_and(|t| self.press.names.places.contains(t.lower()));
        if land && words.len() > 1 && unknown {
            return None;
        }
        // 'The Democrat of Ohio' is no Ohio.
        let place = name > at && words.len() == 1 && tokens[name - 1].lower() == "of";
        if place && unknown && !self.surnames.contains_key(words[0].lower()) {
            return None;
        }
        // '6:00 AM EST' is nobody's name either.
        let short = |t: &Token| t.text().len() <= 4 && !t.text().contains(char::is_lowercase);
        if name == at && unknown && words.len() > 1 && words.iter().all(short) && !self.named_so(words) {
            return None;
        }
        // 'WORD OF THE DAY:' in capitals is nobody's name.
        let small = |t: &Token| {
            matches!(
                t.lower(),
                "the"
                    | "of"
                    | "and"
                    | "on"
                    | "is"
                    | "a"
                    | "there's"
                    | "for"
                    | "to"
                    | "it"
                    | "its"
                    | "not"
                    | "with"
                    | "what"
                    | "how"
                    | "why"
            )
        };
        let phrase = words.len() > 1 && words.iter().any(|t| small(t) && t.is_capital() && t.text().len() > 1);
        if phrase
            || words.is_empty()
            || words.len() > 6
            || words.iter().any(state)
            || self.press.bodies.contains_key(&body)
        {
            return None;
        }
        if self.is_organisation(words) {
            let name = words.iter().map(Token::text).collect::<Vec<_>>().join(" ");
            let is = Institution { side: NO_SIDE.to_owned(), kind: "readout".to_owned() };
            let number = self.body_number(name, is);
            return Some(Mention {
                start: with_article(tokens, at),
                end,
                who: Some(Who::Body(number)),
                pronoun: false,
            });
        }
        // 'Nvidia said', 'its owner A thanked both': a company or another by one name.
        let owned = at > 1 && tokens[at - 2].is_owner() && self.press.names.owners.contains(tokens[at - 1].lower());
        let acts = |tokens: &[Token], end: usize| {
            self.reports(tokens, end)
                || owned && tokens.get(end).is_some_and(|t| self.press.report.contains_key(t.lower()))
        };
        let unknown = |t: &Token| !self.surnames.contains_key(t.lower()) && !self.known.contains_key(t.lower());
        if words.len() == 1 && name == at && unknown(&words[0]) && !words[0].is_owner() && acts(tokens, end) {
            let is = Institution { side: NO_SIDE.to_owned(), kind: "readout".to_owned() };
            let number = self.body_number(words[0].text().to_owned(), is);
            return Some(Mention { start: at, end, who: Some(Who::Body(number)), pronoun: false });
        }
        let office: Vec<String> =
            tokens[at..name].iter().map(with_owner).map(|w| w.trim_end_matches('.').to_owned()).collect();
        let number = self.person_by_name(words, &office, &tokens[..at], &tokens[end..])?;
        self.people[number].count += 1;
        if let Some((end, body)) = self.institution_behind(tokens, end, number) {
            return Some(Mention { start: at, end, who: Some(Who::Body(body)), pronoun: false });
        }
        // 'national security adviser Jake Sullivan': the office belongs to the name.
        let mut start = at;
        while start > 0 && titles.contains(tokens[start - 1].lower()) {
            start -= 1;
        }
        Some(Mention { start: with_article(tokens, start), end, who: Some(Who::Person(number)), pronoun: false })
    }

    /// Where a name ends that the codebook knows and that has words with capitals behind it which belong to what follows, as
    /// in a headline: 'A B PLA will …'.
    fn end_of_name(&self, tokens: &[Token], at: usize, end: usize) -> usize {
        let known = |i: usize| {
            (2..=3)
                .rev()
                .map(|n| i + n)
                .filter(|e| *e <= end)
                .find(|e| self.known.contains_key(&joined(&tokens[i..*e])))
        };
        let last = (at..end).filter_map(known).max().filter(|last| *last < end);
        // 'A B III', and 'A B Jr.'.
        let numeral = |t: &Token| matches!(t.lower().trim_end_matches('.'), "ii" | "iii" | "iv" | "jr" | "sr");
        last.filter(|e| !numeral(&tokens[*e])).unwrap_or(end)
    }

    /// Whether words name what two do, and nobody: 'the Brock-Shen Summit'.
    fn is_event(&self, words: &[Token]) -> bool {
        let known = |part: &str| self.surnames.contains_key(part) || self.known.contains_key(part);
        let two = |t: &Token| t.lower().split_once('-').is_some_and(|(a, b)| known(a) && known(b)) && !known(t.lower());
        let event = |t: &Token| matches!(t.lower(), "summit" | "talks" | "dialogue");
        words.iter().any(two) || words.len() > 1 && words.last().is_some_and(event) && !self.named_so(words)
    }

    fn is_organisation(&self, words: &[Token]) -> bool {
        words.iter().any(|t| self.press.names.organisations.contains(t.lower()))
    }

    /// The institution of somebody whose name ends at a token: 'Mr. Brock's own department'.
    fn institution_behind(&mut self, tokens: &[Token], end: usize, of: usize) -> Option<(usize, usize)> {
        let own = tokens.get(end).is_some_and(|t| t.lower() == "own");
        let noun = end + usize::from(own);
        let is_institution =
            tokens.get(noun).is_some_and(|t| matches!(t.lower(), "ministry" | "department" | "office"));
        if !tokens[end - 1].is_owner() || !is_institution || !is_party(&self.people[of].side) {
            return None;
        }
        let is = Institution { side: self.people[of].side.clone(), kind: "readout".to_owned() };
        let alike = |b: &Body| b.is == is && b.name.to_lowercase().ends_with(tokens[noun].lower());
        let known = self.bodies.iter().position(alike);
        let number = known.unwrap_or_else(|| {
            let name = format!("{}'s {}", self.people[of].name, tokens[noun].text());
            self.body_number(name, is)
        });
        Some((noun + 1, number))
    }

    /// Whether a common word stands for the surname of somebody in the article: 'He' with a capital in the midst of a
    /// sentence is no pronoun, and at the beginning of one where he was the last to act.
    fn is_surname(&self, tokens: &[Token], at: usize) -> bool {
        let Some(person) = self.surnames.get(tokens[at].lower()) else { return false };
        let opens = at == 0 || matches!(tokens[at - 1].what, What::Sign(':' | '—' | '–' | '[' | '(' | '•' | '-' | '*'));
        // 'He told Brock' has somebody of the other side behind the verb.
        let other = |i: usize| {
            let name = tokens.get(i).filter(|t| t.is_capital()).and_then(|t| self.surnames.get(t.lower()));
            name.is_some_and(|n| self.people[*n].known && self.people[*n].side != self.people[*person].side)
        };
        let tells =
            at == 0 && tokens.get(1).is_some_and(|t| matches!(t.lower(), "told" | "urged" | "asked")) && other(2);
        // 'He, the vice premier, …': nobody says what a pronoun is.
        let told = tokens.get(at + 1).is_some_and(|t| t.is_sign(','))
            && tokens.get(at + 2).is_some_and(|t| {
                matches!(t.lower(), "the" | "a" | "an" | "who" | "whose") || t.is_capital() && t.is_owner()
            });
        !opens || told || tells || self.recent.last() == Some(&Who::Person(*person))
    }

    /// Whether a small word stands inside a name or an office: 'Secretary of State', 'Ursula von der Leyen'.
    pub(super) fn links(&self, tokens: &[Token], at: usize) -> bool {
        let particle = matches!(tokens[at].lower(), "von" | "der" | "van" | "bin" | "al" | "de" | "of" | "for");
        particle
            && at > 0
            && tokens[at - 1].is_capital()
            && tokens.get(at + 1).is_some_and(|t| t.is_capital())
            && (!matches!(tokens[at].lower(), "of" | "for") || self.press.titles.words.contains(tokens[at - 1].lower()))
    }

    /// The state that is no party of which a word is, by its id.
    pub(super) fn nation(&self, token: &Token) -> Option<&str> {
        self.press.sides.nation(&with_owner(token))
    }

    pub(super) fn person_by_name(
        &mut self,
        words: &[Token],
        office: &[String],
        before: &[Token],
        after: &[Token],
    ) -> Option<usize> {
        let full: Vec<&str> = words.iter().map(Token::text).collect();
        let last = words.last()?.lower().trim_end_matches('.').to_owned();
        // Chinese names have the surname first: 'Xi' before 'Xi Jinping'.
        let first = self.known.get(&joined(words)).is_some_and(|side| side == "cn" && words.len() > 1);
        let surname = |n: &usize| first && self.people[*n].name.to_lowercase() == words[0].lower();
        let family = || self.surnames.get(words[0].lower()).copied().filter(surname);
        let named = self.surnames.get(&last).copied().filter(|n| words.len() == 1 || self.agrees(*n, words));
        let shared = || (words.len() == 1).then(|| self.of_several(&last, office)).flatten();
        let number = match shared().or(named).or_else(family) {
            Some(number) => Some(number),
            None if words.len() == 2
                && self.known.contains_key(words[0].lower())
                && !self.known.contains_key(&joined(words))
                && self.surnames.contains_key(words[0].lower())
                && !self.named_so(words) =>
            {
                // 'Xi Agree': a headline that writes every word with a capital.
                self.surnames.get(words[0].lower()).copied()
            }
            None if words.len() == 1 => {
                // A surname that the article gives with an office alone.
                let side = self.known.get(&last).cloned();
                if side.is_none() && (office.is_empty() || last.len() < 2) {
                    return None;
                }
                None
            }
            None => None,
        };
        if let Some(number) = number {
            // 'A, the secretary of commerce': an office that only a later sentence gives.
            let behind = if full.len() > 1 { self.apposition(&[], after) } else { Vec::new() };
            let offices = behind.into_iter().filter(|w| self.press.titles.persons.contains(w));
            let offices: Vec<String> = offices.collect();
            let person = &mut self.people[number];
            if full.len() > 1 && !person.name.contains(' ') {
                person.name = full.join(" ");
                self.keep_surname(number);
            }
            let person = &mut self.people[number];
            for word in office.iter().chain(&offices) {
                if !person.titles.contains(word) {
                    person.titles.push(word.clone());
                }
                match word.as_str() {
                    "mr" => person.woman = Some(false),
                    "ms" | "mrs" => person.woman = Some(true),
                    _ => {}
                }
            }
            return Some(number);
        }
        let lower = full.join(" ").to_lowercase();
        let short = format!("{} {}", words[0].lower(), last);
        let known = self
            .known
            .get(&lower)
            .or_else(|| self.known.get(&short))
            .or_else(|| self.known.get(&last).filter(|_| words.len() == 1))
            .cloned();
        let mut titles = office.to_vec();
        let nearby = self.apposition(before, after);
        let shown = before_name(self.press, before);
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
        if self.press.titles.known.values().flatten().any(|name| *name == lower) {
            titles.push("spokesperson".to_owned());
        }
        let expert = nearby.iter().any(|w| w != "former" && w != "group" && self.press.sides.nobody.contains(w));
        let side = known.clone().filter(|_| !expert).unwrap_or_else(|| {
            let words: Vec<&str> = titles.iter().map(String::as_str).collect();
            // 'In Lakeford, the ministry's spokesman': it is Lakeland's.
            let place = before.get(1).filter(|_| before.first().is_some_and(|t| t.lower() == "in"));
            let abroad = place.and_then(|t| self.nation(t)).map(str::to_owned);
            let side = abroad
                .or_else(|| {
                    self.abroad.clone().filter(|_| words.iter().any(|w| self.press.documents.nouns.contains(*w)))
                })
                .or_else(|| self.side_of(&words))
                .or_else(|| self.abroad.clone().filter(|_| words.contains(&"minister")))
                .or_else(|| self.side_of_place(&words, after))
                .or_else(|| self.side_of_office(&words))
                .or_else(|| self.side_of_owner(before));
            side.unwrap_or_else(|| NO_SIDE.to_owned())
        });
        let number = self.people.len();
        self.people.push(Person {
            name: full.join(" "),
            side,
            known: known.is_some(),
            leader: self.leaders.contains(&lower) || self.leaders.contains(&short),
            woman,
            titles,
            office: shown,
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
        Some(number)
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
        /// How far back somebody was lately there.
        const MOST: usize = 100;
        let woman = office.iter().find_map(|w| match w.as_str() {
            "mr" => Some(false),
            "ms" | "mrs" => Some(true),
            _ => None,
        });
        let fits = |i: &usize| woman.is_none() || self.people[*i].woman != woman.map(|w| !w);
        let several: Vec<usize> = self.namesakes.get(surname)?.iter().copied().filter(fits).collect();
        if several.len() < 2 {
            return several.first().copied().filter(|_| woman.is_some());
        }
        let courtesy = |w: &String| matches!(w.as_str(), "mr" | "ms" | "mrs");
        let titled = |i: &&usize| office.iter().any(|w| !courtesy(w) && self.people[**i].titles.contains(w));
        let recent = || {
            let last = self.recent.iter().rev().take(MOST).find_map(|w| match w {
                Who::Person(i) => several.iter().find(|n| *n == i),
                _ => None,
            });
            last.filter(|_| office.is_empty())
        };
        let principal = || several.iter().find(|i| !self.people[**i].speaks_for(self.press));
        several.iter().find(titled).or_else(recent).or_else(principal).copied()
    }

    /// The side of an office-holder by where he speaks to the press: 'Premier A told journalists in Lakeford'.
    fn side_of_place(&self, words: &[&str], after: &[Token]) -> Option<String> {
        const NEAR: usize = 5;
        words.iter().find(|w| self.press.titles.persons.contains(**w))?;
        let near = &after[..after.len().min(NEAR)];
        let told = near.first().is_some_and(|t| t.lower() == "told")
            && near.get(1).is_some_and(|t| self.press.documents.answers.iter().any(|w| w == t.lower()));
        let place = near.windows(2).find(|two| told && two[0].lower() == "in")?;
        self.nation(&place[1]).map(str::to_owned)
    }

    /// The side of an institution that was named before: 'a spokesman for the embassy'.
    fn side_of_office(&self, words: &[&str]) -> Option<String> {
        let noun = words.iter().find(|w| self.press.documents.nouns.contains(**w))?;
        let last = self.bodies.iter().rev().find(|b| b.name.to_lowercase().contains(noun))?;
        Some(last.is.side.clone())
    }

    /// The side of the institution named last before an office that is said to be its: 'the ministry, whose spokesman, A'.
    fn side_of_owner(&self, before: &[Token]) -> Option<String> {
        office(before).first().filter(|t| matches!(t.lower(), "its" | "whose"))?;
        let last = (0..before.len()).rev().find_map(|at| self.institution_at(before, at))?;
        Some(last.1.side)
    }

    /// Whether a full name is one that the article uses for somebody.
    pub(super) fn named_so(&self, words: &[Token]) -> bool {
        let full = joined(words);
        self.people.iter().any(|p| p.name.to_lowercase() == full)
    }

    /// Whether a full name can be a person's whose surname it has.
    pub(super) fn agrees(&self, number: usize, words: &[Token]) -> bool {
        let known = self.people[number].name.to_lowercase();
        let Some(first) = words.first() else { return true };
        !known.contains(' ') || known.split(' ').any(|w| w == first.lower())
    }

    /// The words beside a name that tell who it is: a few before it, and what stands between commas after it.
    pub(super) fn apposition(&self, before: &[Token], after: &[Token]) -> Vec<String> {
        let mut found: Vec<String> = before
            .iter()
            .rev()
            .take_while(|t| {
                t.is_word()
                    && !self.press.report.contains_key(t.lower())
                    && !matches!(t.lower(), "that" | "and" | "with" | "but" | "to")
            })
            .take(7)
            .map(with_owner)
            .collect();
        found.reverse();
        found.extend(office(before).iter().map(with_owner));
        if found.iter().any(|w| matches!(w.as_str(), "met" | "for" | "by")) {
            found.clear();
        }
        let rest = match after.first() {
            Some(t) if (t.is_sign(',') || t.is_sign('(')) && after.get(1).is_some_and(tells) => &after[1..],
            // 'A, at the Department of B, …': where somebody works.
            Some(t) if t.is_sign(',') && after.get(1).is_some_and(|t| t.lower() == "at") => {
                let from = 2 + usize::from(after.get(2).is_some_and(|t| t.lower() == "the"));
                let institution = longest(after, from.min(after.len()), |name| self.press.bodies.contains_key(name));
                institution.map_or(&after[..0], |end| &after[from..end])
            }
            Some(t) if matches!(t.lower(), "of" | "from" | "at") => after,
            _ => &[],
        };
        // 'A, who negotiated with Lakeland under another president': what somebody did is no office.
        if let [who, verb, ..] = rest
            && who.lower() == "who"
            && self.press.titles.careers.contains(verb.lower())
        {
            found.push("former".to_owned());
        }
        found.extend(
            rest.iter()
                .take_while(|t| t.is_word() && !self.press.report.contains_key(t.lower()))
                .take(16)
                .map(with_owner),
        );
        found
    }
}

/// What somebody is who is named behind a comma: 'Lakeland's foreign minister, A'.
fn office(before: &[Token]) -> &[Token] {
    let comma = before.len().checked_sub(1).filter(|last| before[*last].is_sign(','));
    comma.and_then(|comma| Some(&before[office_before(before, comma)?..comma])).unwrap_or_default()
}

/// The office right before a name: words with a capital, and what they are of: 'State Department spokesperson'.
fn before_name(press: &Press, before: &[Token]) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for token in before.iter().rev().take_while(|t| t.is_word() && !press.ends_phrase(t)).take(6) {
        words.push(written(token));
    }
    words.reverse();
    words.extend(office(before).iter().take_while(|t| !press.ends_phrase(t)).map(written));
    let from = words.iter().position(|w| w.starts_with(char::is_uppercase))?;
    Some(words[from..].join(" "))
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

/// Whether a word can begin what is said of a person between commas.
fn tells(token: &Token) -> bool {
    const NOT: [&str; 16] = [
        "and", "but", "as", "while", "when", "after", "before", "in", "on", "at", "with", "to", "where", "which",
        "then", "or",
    ];
    token.is_word() && !NOT.contains(&token.lower()) && !token.lower().ends_with("ing")
}
