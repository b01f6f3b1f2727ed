//! People of a party who are told of by their office alone: 'China's defence minister', 'Washington's trade chief'. Such leads
//! have their words from an account.

use super::words::written;
use super::{Mention, Person, Sources, Who};
use crate::import::article::frame::{Token, is_comma};
use crate::import::article::is_party;

/// Words that tell one office of a state from another, as they are spelled here.
fn field(word: &str) -> Option<&str> {
    const FIELDS: [&str; 8] = ["foreign", "defense", "commerce", "finance", "treasury", "trade", "security", "state"];
    let word = if word == "defence" { "defense" } else { word };
    FIELDS.into_iter().find(|field| *field == word)
}

impl Sources {
    /// Whoever of a party has an office that is told with its state in the possessive, and says something: by name, where the
    /// article gives the name with the office, else the account of that side.
    pub(super) fn described(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        /// How many words stand before the noun.
        const MOST: usize = 4;
        let the = usize::from(tokens[at].lower() == "the");
        let (end, is) = self.institution_at(tokens, at + the).filter(|_| tokens[at + the].is_capital())?;
        if !is.gives_remarks() || !is_party(&is.side) || !tokens[end - 1].is_owner() {
            return None;
        }
        // 'America's Treasury chief' has a ministry's name in it.
        let capital = |t: &Token| t.is_capital() && field(t.lower()).is_none();
        let plain = |t: &&Token| t.is_word() && !capital(t) && !t.is_owner() && !self.press.ends_phrase(t);
        let words = tokens[end..].iter().take(MOST).take_while(plain).count();
        let noun = (end..end + words).find(|i| self.press.titles.persons.contains(tokens[*i].lower()))?;
        let word = tokens[noun].lower();
        let before = || tokens[end..noun].iter().map(Token::lower);
        // 'China's senior diplomats', 'a spokesman' and 'a counterpart' are others.
        let office = self.press.titles.holders.contains(word);
        let one = word != "diplomat" && word != "negotiator" || before().any(|w| matches!(w, "top" | "chief" | "lead"));
        let named = tokens.get(noun + 1).is_some_and(Token::is_capital)
            || is_comma(tokens, noun + 1) && tokens.get(noun + 2).is_some_and(Token::is_capital);
        if !office || !one || named || !self.speaks(tokens, noun + 1) {
            return None;
        }
        let field = before().find_map(field);
        let rank = before().find(|w| self.is_rank(w));
        let who = match word {
            "president" | "leader" | "premier" => self.office(word, Some(&is.side), rank).map(Who::Person),
            _ => self.holder_of(word, field, rank, &is.side).map(Who::Person),
        };
        let who = who.or_else(|| self.account_of_field(field, &is.side)).unwrap_or_else(|| {
            let text = tokens[at + the..=noun].iter().map(written).collect::<Vec<_>>().join(" ");
            self.public_person(text, word.to_owned(), is.side.clone())
        });
        Some(Mention { start: at, end: noun + 1, who: Some(who), pronoun: false })
    }

    /// Who of a side is told beside the name to hold an office: a minister of foreign affairs, and no other minister.
    fn holder_of(&self, noun: &str, of: Option<&str>, rank: Option<&str>, side: &str) -> Option<usize> {
        let theirs = |p: &Person| {
            let same = p.titles.iter().any(|title| field(title) == of);
            let other = p.titles.iter().any(|title| field(title).is_some());
            p.side == side && !p.speaks_for(self.press) && if of.is_some() { same } else { !other }
        };
        // A chief of something is its minister, secretary or representative.
        let nouns: &[&str] = match noun {
            "chief" | "boss" | "tsar" | "czar" if of.is_some() => &["chief", "minister", "secretary", "representative"],
            noun => &[noun],
        };
        let holds = |p: &Person| {
            let has = |noun: &&str| p.titles.iter().any(|title| title == noun) && self.has_office(p, noun, rank);
            nouns.iter().any(has)
        };
        let fits = (0..self.people.len()).filter(|i| theirs(&self.people[*i]) && holds(&self.people[*i]));
        fits.max_by_key(|i| self.people[*i].count)
    }

    /// The account of the ministry that an office is of, else whichever account of its side the article has.
    fn account_of_field(&self, of: Option<&str>, side: &str) -> Option<Who> {
        let own = |name: &str| of.is_some() && name.to_lowercase().split(' ').any(|word| field(word) == of);
        let theirs = |who: &Who| self.side(*who) == side && self.tells_for_side(*who);
        let ministry = (0..self.bodies.len()).filter(|i| own(&self.bodies[*i].name)).map(Who::Body).find(theirs);
        let any = || (0..self.bodies.len()).map(Who::Body).find(theirs);
        ministry.or_else(|| self.account_of(side)).or_else(any)
    }
}
