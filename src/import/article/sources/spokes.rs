//! Spokespersons without a name, and for whom they speak: 'a Commerce Ministry spokesperson', 'its spokesman', 'a spokesman for
//! Lakeland's president'.

use super::stand_in::Phrase;
use super::words::{joined, longest, written};
use super::{Body, Mention, Person, Sources, Who};
use crate::import::article::frame::{Token, is_comma, word_at};
use crate::import::article::press::Institution;
use crate::import::article::{NO_SIDE, is_party};

/// The words that tell one ministry from another.
const MINISTRIES: [&str; 10] =
    ["foreign", "commerce", "defense", "defence", "finance", "treasury", "state", "pentagon", "energy", "agriculture"];

/// That word of a name: 'commerce' of 'the commerce ministry'.
pub(super) fn ministry(name: &str) -> Option<&'static str> {
    let word = |known: &&&str| name.split(' ').any(|word| word.trim_end_matches("'s") == **known);
    MINISTRIES.iter().find(word).copied()
}

impl Sources {
    /// 'The Chinese Ministry of Commerce spokesperson said': who speaks for the institution whose name begins and ends at these
    /// tokens, where no name follows.
    pub(super) fn spokesperson_alone(
        &mut self,
        tokens: &[Token],
        from: usize,
        end: usize,
    ) -> Option<(usize, Option<Who>)> {
        let name = joined(&tokens[from..end]);
        if let Some(person) = self.speaks_for_ministry(&name) {
            return Some((end + 1, Some(Who::Person(person))));
        }
        let number = self.body_with(&tokens[from..end], "remarks")?;
        self.last_spoken_for = Some(number);
        Some((end + 1, Some(Who::Body(number))))
    }

    /// Who of those named speaks for a ministry, by what tells it from others, or for its side without a ministry.
    fn speaks_for_ministry(&self, name: &str) -> Option<usize> {
        let which = ministry(name);
        let side = &self.press.bodies.get(name)?.side;
        let of = |p: &Person| p.titles.iter().find_map(|title| ministry(title));
        let speaks =
            |p: &Person| p.side == *side && p.speaks_for(self.press) && of(p).is_none_or(|own| Some(own) == which);
        self.people.iter().rposition(speaks)
    }

    /// The institution of 'the Commerce Ministry's spokesperson', or of 'its' where it was named last, where nobody named speaks
    /// for it: who speaks for another ministry is not its spokesperson.
    pub(super) fn of_another_ministry(&mut self, phrase: &Phrase<'_>) -> Option<usize> {
        let Phrase { tokens, at, head, first, .. } = *phrase;
        let own = self.body_within(tokens, at, head);
        let name = match own {
            Some((from, to)) => joined(&tokens[from..to]),
            None if first == "its" => self.bodies[self.body?].name.to_lowercase(),
            None => return None,
        };
        ministry(&name)?;
        if self.speaks_for_ministry(&name).is_some() {
            return None;
        }
        let Some((from, to)) = own else { return Some(self.spoken_for(self.body?)) };
        let number = self.body_with(&tokens[from..to], "remarks")?;
        self.last_spoken_for = Some(number);
        Some(number)
    }

    /// Where the name of an institution begins and ends that stands between two tokens, as between 'a' and 'spokesperson'.
    pub(super) fn body_within(&self, tokens: &[Token], at: usize, head: usize) -> Option<(usize, usize)> {
        let end = |from| longest(&tokens[..head], from, |name| self.press.bodies.contains_key(name));
        (at + 1..head).find_map(|from| Some((from, end(from)?)))
    }

    /// The institution before a comma whose spokesperson is told of without a name, and where that ends: 'the ministry, whose
    /// spokesperson said'.
    pub(super) fn whose_spokesperson(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Who)> {
        /// How many words may tell of the spokesperson.
        const MOST: usize = 3;
        let owner = before.last().filter(|m| m.end + 1 == at && is_comma(tokens, m.end) && !m.pronoun)?.who?;
        let spokes = |i: &usize| self.press.titles.spokespersons.contains(word_at(tokens, *i));
        let noun = (at + 1..=at + MOST).find(spokes)?;
        let named = tokens.get(noun + 1).is_some_and(|t| t.is_capital() || t.is_sign(','));
        (self.tells_for_side(owner) && owner.is_body() && !named).then_some((noun + 1, owner))
    }

    /// The number under which a spokesperson's words for an institution stand: remarks, whatever it gives itself.
    pub(super) fn spoken_for(&mut self, body: usize) -> usize {
        let Body { name, is } = &self.bodies[body];
        let (name, is) = (name.clone(), Institution { kind: "remarks".to_owned(), ..is.clone() });
        let number = self.body_number(name, is);
        self.last_spoken_for = Some(number);
        number
    }

    /// Whether a spokesperson without a name spoke last for an institution.
    pub fn is_spoken_for(&self, who: Who) -> bool {
        matches!(who, Who::Body(body) if self.last_spoken_for == Some(body))
    }

    /// Whether somebody is a spokesperson, with a name or without, for an institution.
    pub fn speaks_for_body(&self, who: Who, body: Who) -> bool {
        let Who::Body(body) = body else { return false };
        let body = &self.bodies[body];
        match who {
            Who::Body(i) => self.is_spoken_for(who) && self.bodies[i].name == body.name,
            Who::Person(i) => {
                let person = &self.people[i];
                let own = person.titles.iter().find_map(|title| ministry(title));
                let of = own.is_none_or(|own| ministry(&body.name.to_lowercase()) == Some(own));
                // Who speaks for the White House speaks for no department.
                let white = person.titles.iter().any(|t| t.starts_with("white"));
                let of = of && (!white || body.name.to_lowercase().contains("white house"));
                person.speaks_for(self.press) && person.side == body.is.side && of
            }
            Who::Unnamed(_) => false,
        }
    }

    /// The ministry, department or embassy of a party that was named last: 'a spokesperson for the ministry'.
    fn house_named_last(&self, noun: &str) -> Option<usize> {
        let of = |b: &Body| b.name.to_lowercase().contains(noun) && is_party(&b.is.side);
        let last = [self.house, self.ministry].into_iter().flatten().find(|body| of(&self.bodies[*body]));
        last.or_else(|| self.bodies.iter().rposition(of))
    }

    /// The institution that was named last, where it is of a state that is no party and has this noun in its name.
    fn house_abroad_last(&self, noun: &str) -> Option<usize> {
        let body = self.house.map(|body| (body, &self.bodies[body]));
        let (number, _) = body
            .filter(|(_, b)| b.is.side != NO_SIDE && !is_party(&b.is.side) && b.name.to_lowercase().contains(noun))?;
        Some(number)
    }

    /// The ministry that was named last, where it is of a state that is no party.
    pub(super) fn ministry_abroad(&self) -> Option<usize> {
        let abroad = |side: &str| side != NO_SIDE && !is_party(side);
        self.ministry.filter(|body| abroad(&self.bodies[*body].is.side))
    }

    /// The state whose capital opens the sentence, in a phrase that a comma closes before a token: 'In Lakeford,'.
    pub(super) fn capital_before(&self, tokens: &[Token], at: usize) -> Option<&str> {
        let comma = at.checked_sub(1).filter(|i| is_comma(tokens, *i))?;
        let place = matches!(tokens.first()?.lower(), "in" | "from") && comma <= 3;
        let named = (1..comma).find_map(|i| self.nation(&tokens[i]));
        named.filter(|_| place)
    }

    /// A spokesperson without a name for somebody of a state that is no party: 'a spokesman for Lakeland's president'.
    pub(super) fn spokesperson_abroad(&mut self, tokens: &[Token], head: usize) -> Option<(usize, Option<Who>)> {
        let noun = tokens[head].lower();
        let link = matches!(word_at(tokens, head + 1), "for" | "of");
        let from = head + 2 + usize::from(word_at(tokens, head + 2) == "the");
        let owner = tokens.get(from).filter(|_| link && self.press.titles.spokespersons.contains(noun))?;
        let side = self.nation(owner)?.to_owned();
        let words =
            tokens[from + 1..].iter().take(3).take_while(|t| self.press.titles.words.contains(t.lower())).count();
        let end = from + 1 + words;
        let text = tokens[head..end].iter().map(written).collect::<Vec<_>>().join(" ");
        Some((end, Some(self.public_person(text, noun.to_owned(), side))))
    }

    /// A spokesperson without a name for somebody, or something, that is named and is no institution of the lists: 'a spokesman for
    /// Brock', 'a spokeswoman for Lakeware'.
    pub(super) fn spokesperson_for(&mut self, tokens: &[Token], head: usize) -> Option<(usize, Option<Who>)> {
        /// How many words the name has, with an office.
        const MOST: usize = 6;
        let noun = tokens[head].lower();
        let spokes =
            self.press.titles.spokespersons.contains(noun) && matches!(word_at(tokens, head + 1), "for" | "of");
        let from = head + 2 + usize::from(word_at(tokens, head + 2) == "the");
        let name = tokens.get(from..)?.iter().take(MOST).take_while(|t| t.is_capital()).count();
        if !spokes || name == 0 {
            return None;
        }
        let end = from + name;
        let person = tokens[from..end].iter().find_map(|t| self.surnames.get(t.lower()));
        let side = person.map_or(NO_SIDE, |person| self.people[*person].side.as_str()).to_owned();
        let text = tokens[head..end].iter().map(written).collect::<Vec<_>>().join(" ");
        Some((end, Some(self.public_person(text, noun.to_owned(), side))))
    }

    /// For which institution a spokesperson of whom nothing else is said speaks: the one that is the subject before him, as in
    /// 'The ministry said no, in answers from a spokesperson'.
    pub(super) fn spokesperson_of(
        &mut self,
        noun: &Token,
        house: Option<&str>,
        words: usize,
        (before, closes): (&[Mention], bool),
    ) -> Option<Who> {
        // 'A ministry spokesperson' speaks for the ministry named last.
        let spokes = self.press.titles.spokespersons.contains(noun.lower());
        if let Some(house) = house.filter(|word| spokes && matches!(*word, "ministry" | "department" | "embassy")) {
            let abroad =
                self.ministry_abroad().filter(|_| house == "ministry").or_else(|| self.house_abroad_last(house));
            let body = abroad.or_else(|| self.house_named_last(house))?;
            return Some(Who::Body(self.spoken_for(body)));
        }
        let spokes = spokes && words == 1;
        // 'The ministry had no answer. “…,” a spokesperson said in an email'.
        let first = before.first().filter(|m| m.start == 0).and_then(|m| m.who);
        // 'A and B “spoke of the reef,” a spokesman said': nobody of whom he tells.
        let first = first.filter(|w| w.is_body() || !closes);
        // The institution that was named last stands nearer than the one that spoke.
        let near = self.body.map(Who::Body).filter(|w| self.tells_for_side(*w)).or(self.talker);
        let who = first.or_else(|| {
            near.filter(|_| before.is_empty() || closes && before.iter().all(|m| !m.who.is_some_and(Who::is_body)))
        })?;
        let Who::Body(number) = Some(who).filter(|w| spokes && self.tells_for_side(*w))? else { return None };
        Some(Who::Body(self.spoken_for(number)))
    }
}
