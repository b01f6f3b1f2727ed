//! For which side somebody speaks, by the words beside his name.

use std::cmp::Reverse;

use super::Sources;
use super::offices::office_before_comma;
use super::romanized::is_chinese;
use super::spokes::ministry;
use super::words::{joined, with_owner};
use crate::import::article::NO_SIDE;
use crate::import::article::frame::Token;

impl Sources {
    /// The side that words beside a name tell, by the first that tells one.
    pub(super) fn side_of(&self, words: &[&str]) -> Option<String> {
        // 'The China director', 'who was held in Lakeford': of what he knows, or where he was, is not whose he is.
        const KNOWS: [&str; 12] = [
            "director",
            "expert",
            "specialist",
            "hand",
            "watcher",
            "adviser",
            "advisor",
            "analyst",
            "desk",
            "coordinator",
            "lead",
            "strategist",
        ];
        let sides = &self.press.sides;
        let who = words.iter().position(|w| *w == "who").unwrap_or(words.len());
        let about = |i: usize| matches!(words[i], "china" | "taiwan" | "japan" | "russia" | "asia");
        // 'Head of China macro strategy' too, and not 'ambassador of China to'.
        let of = |i: usize| {
            let next =
                words.get(i + 1).is_some_and(|next| !matches!(*next, "to" | "in" | "and" | "at" | "who" | "for"));
            i > 1 && words[i - 1] == "of" && matches!(words[i - 2], "head" | "chief" | "director") && next
        };
        let knows = |i: usize| about(i) && (of(i) || words.get(i + 1).is_some_and(|next| KNOWS.contains(next)));
        let was = |i: usize| i > who && words[i - 1] == "in" && about(i);
        let words: Vec<&str> = (0..words.len()).filter(|i| !knows(*i) && !was(*i)).map(|i| words[i]).collect();
        let text = words.join(" ");
        // Where a word stands whole.
        let find = |word: &str| {
            let whole = |at: &usize| {
                let (before, behind) = (&text[..*at], &text[at + word.len()..]);
                (before.is_empty() || before.ends_with(' ')) && (behind.is_empty() || behind.starts_with(' '))
            };
            text.match_indices(word).map(|(at, _)| at).find(whole)
        };
        // Of words at one place the longest count: 'democratic progressive' before 'democratic'.
        // 'The foreign ministry in Lakeford' is of there.
        let seat = words.windows(2).position(|two| two == ["ministry", "in"]).and_then(|i| words.get(i + 2));
        if let Some(nation) = seat.and_then(|word| sides.nation(word)) {
            return Some(nation.to_owned());
        }
        let place = |list: &[String]| list.iter().filter_map(|w| Some((find(w)?, Reverse(w.len())))).min();
        let apart = place(&sides.nobody);
        let nations = sides.nations.iter().map(|(id, list)| (id.as_str(), list));
        let lists = nations.chain([("us", &sides.us), ("cn", &sides.cn)]);
        let first = lists.filter_map(|(side, list)| Some((place(list)?, side))).min();
        match (first, apart) {
            (_, Some(_)) => Some(NO_SIDE.to_owned()),
            (Some((_, side)), None) => Some(side.to_owned()),
            (None, None) => None,
        }
    }

    /// The state that is no party of which a word is, by its id.
    pub(super) fn nation(&self, token: &Token) -> Option<&str> {
        self.press.sides.nation(&with_owner(token))
    }

    /// The side of somebody whom the codebook does not know, by his offices and the words around.
    pub(super) fn side_by_office(
        &self,
        name: &[Token],
        titles: &[String],
        (before, after): (&[Token], &[Token]),
    ) -> String {
        // Words that say of one with any name that he is of Beijing's side.
        const CHINA: [&str; 13] = [
            "china",
            "china's",
            "chinese",
            "beijing",
            "beijing's",
            "mainland",
            "mainland's",
            "prc",
            "pla",
            "communist",
            "politburo",
            "people's",
            "ccp",
        ];
        let words: Vec<&str> = titles.iter().map(String::as_str).collect();
        // 'In Lakeford, the ministry's spokesman': it is Lakeland's.
        let place = before.get(1).filter(|_| before.first().is_some_and(|t| t.lower() == "in"));
        let abroad = place.and_then(|t| self.nation(t)).map(str::to_owned);
        let institution = || words.iter().any(|w| self.press.documents.nouns.contains(*w));
        // 'A spokesman for the ministry, A': for the one named last.
        let named = |word: &&str| matches!(*word, "ministry" | "ministry's");
        let (of_one, others): (Vec<&str>, Vec<&str>) = words.iter().flat_map(|title| title.split(' ')).partition(named);
        let ministry = !of_one.is_empty() && ministry(&words.join(" ")).is_none() && self.side_of(&others).is_none();
        let of_ministry = || self.ministry_abroad().map(|body| self.bodies[body].is.side.clone());
        // 'Finance Minister Kenji Ota' is no minister of Beijing's, where nothing says so.
        let foreign = !name.is_empty() && !is_chinese(name) && !words.iter().any(|w| CHINA.contains(w));
        let side = abroad
            .or_else(|| of_ministry().filter(|_| ministry))
            .or_else(|| self.abroad.clone().filter(|_| institution()))
            .or_else(|| self.side_of(&words))
            .or_else(|| self.abroad.clone().filter(|_| words.contains(&"minister")))
            .or_else(|| self.side_of_place(&words, after))
            .or_else(|| self.side_of_office(&words))
            .or_else(|| self.side_of_owner(before))
            .or_else(|| self.side_of_title(&words))
            .or_else(|| self.side_of_bare_title(&words))
            .or_else(|| self.side_of_house(titles, before))
            .filter(|side| !(foreign && side == "cn"));
        side.unwrap_or_else(|| NO_SIDE.to_owned())
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

    /// The side that alone has an office that stands before a name: 'Vice Foreign Minister A'.
    fn side_of_title(&self, words: &[&str]) -> Option<String> {
        let text = format!(" {} ", words.join(" "));
        let offices = self.press.sides.offices.iter().filter(|(office, _)| text.contains(&format!(" {office} ")));
        offices.max_by_key(|(office, _)| office.len()).map(|(_, side)| side.clone())
    }

    /// The side whose people have a title before their names that says no more: 'Secretary A', and not 'Home Secretary A'.
    fn side_of_bare_title(&self, words: &[&str]) -> Option<String> {
        self.press.sides.titles.get(&words.join(" ")).cloned()
    }

    /// The side of the institution named last, for a spokesperson of whom no more is said: 'in Lakeford, its spokesman A', 'spokesman
    /// A', and not 'Lakeware spokesman A'.
    fn side_of_house(&self, titles: &[String], before: &[Token]) -> Option<String> {
        let spokes = |word: &str| self.press.titles.spokespersons.contains(word);
        let alone = match before {
            [.., other, last] if spokes(last.lower()) => !other.is_capital(),
            [last] if spokes(last.lower()) => true,
            _ => titles.first().is_some_and(|title| spokes(title)),
        };
        let house = self.house.filter(|_| alone)?;
        Some(self.bodies[house].is.side.clone())
    }

    /// The side of the institution named last before an office that is said to be its: 'the ministry, whose spokesman, A'.
    fn side_of_owner(&self, before: &[Token]) -> Option<String> {
        office_before_comma(before).first().filter(|t| matches!(t.lower(), "its" | "whose"))?;
        let last = (0..before.len()).rev().find_map(|at| self.institution_at(before, at))?;
        Some(last.1.side)
    }

    /// The side that alone has an office, of the two: 'the secretary of state'. The head of the phrase stands at a token.
    pub(super) fn home_of_office(&self, phrase: &[Token], head: usize) -> Option<&str> {
        /// How many words of the office stand behind its head.
        const BEHIND: usize = 3;
        let longest_office = |from: usize| {
            let ends = (from + 1..=(head + 1 + BEHIND).min(phrase.len())).rev();
            ends.filter(|end| *end > head).find_map(|end| self.press.sides.offices.get(&joined(&phrase[from..end])))
        };
        (0..=head).find_map(longest_office).map(String::as_str)
    }
}
