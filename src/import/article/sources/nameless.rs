//! People without a name: 'a senior administration official', and whoever is one of them again.

use super::words::{joined, longest, with_owner, written};
use super::{Mention, Sources, Unnamed, Who};
use crate::import::article::frame::Token;
use crate::import::article::press::Press;
use crate::import::article::{NO_SIDE, is_party};

/// Whether somebody of whom this stands behind keeps his name back: 'who asked not to be named'.
fn is_hidden(press: &Press, behind: &[Token]) -> bool {
    /// How many words tell where somebody works.
    const FAR: usize = 16;
    let near = behind.len().min(FAR);
    let works = behind.first().is_some_and(|t| matches!(t.lower(), "of" | "at" | "for" | "with"));
    works && (0..near).any(|from| longest(behind, from, |words| press.unnamed.anonymous.contains(words)).is_some())
}

impl Sources {
    /// 'a senior administration official', 'the second official', 'one executive in the room'.
    pub(super) fn nameless(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Mention> {
        let press = self.press;
        let words = &press.unnamed;
        // 'One of our U.S. officials' is an official.
        let of = tokens[at].lower() == "one" && tokens.get(at + 1).is_some_and(|t| t.lower() == "of");
        let (opens_at, at) = (at, if of { at + 2 } else { at });
        if at >= tokens.len() {
            return None;
        }
        let mut head = at;
        let mut modifiers: Vec<String> = Vec::new();
        let fellow = |i: usize| {
            let member = matches!(tokens[i].lower(), "member" | "members");
            member && i > at && matches!(tokens[i - 1].lower(), "staff" | "delegation" | "team" | "crew" | "entourage")
        };
        let hides =
            |i: usize| fellow(i) || words.hidden.contains(tokens[i].lower()) && is_hidden(self.press, &tokens[i + 1..]);
        while tokens.get(head).is_some_and(|t| !words.heads.contains(t.lower())) && !hides(head) {
            let token = &tokens[head];
            // 'When a reporter asked' begins with no part of the phrase.
            let opens = head == at
                && matches!(
                    token.lower(),
                    "when"
                        | "after"
                        | "as"
                        | "if"
                        | "while"
                        | "once"
                        | "because"
                        | "before"
                        | "since"
                        | "but"
                        | "and"
                        | "asked"
                );
            // 'A waved the reporters in' has two phrases in it.
            let another =
                head > at && matches!(token.lower(), "the" | "a" | "an" | "his" | "her" | "its" | "their" | "these");
            let allowed = token.is_word()
                && !opens
                && !another
                && head < at + 8
                && (head == at || !press.adverbs.contains(token.lower()) && !press.report.contains_key(token.lower()))
                && !self.press.ends_phrase(token);
            if !allowed {
                return None;
            }
            modifiers.push(with_owner(token));
            head += 1;
        }
        let telling = |t: &&Token| {
            let word = t.lower();
            t.is_capital()
                || matches!(word, "his" | "her" | "its" | "own")
                || self.press.titles.words.contains(word)
                || words.determiners.contains(word)
                || words.ordinals.contains(word)
                || words.adjectives.contains(word)
        };
        if modifiers.len() > tokens[at..head].iter().filter(telling).count() + 1 {
            return None;
        }
        let noun = tokens.get(head)?;
        // 'The official news agency' is nobody.
        if noun.lower() == "official"
            && !noun.is_owner()
            && tokens.get(head + 1).is_some_and(|t| words.official.contains(t.lower()))
        {
            return None;
        }
        let first = tokens[at].lower();
        // 'His diplomats say', 'its officials'.
        let owned = matches!(first, "his" | "her" | "its") && head > at;
        let opens = words.determiners.contains(first)
            || owned
            || words.ordinals.contains(first)
            || tokens[at].is_capital()
            || at == head
            || ["senior", "top"].contains(&first);
        // 'adviser Jake Sullivan' is an office before a name.
        let office = tokens.get(head + 1).is_some_and(|t| t.is_capital() && !self.speaks(tokens, head + 1));
        if !opens || office && !noun.lower().ends_with('s') {
            return None;
        }
        let plural = !of && (noun.lower().ends_with('s') || noun.lower() == "people");
        let noun = noun.lower().trim_end_matches('s').trim_start_matches("ex-").to_owned();
        let ordinal = modifiers
            .iter()
            .find(|m| words.ordinals.contains(*m))
            .map(|o| if o == "another" || o == "other" { "second".to_owned() } else { o.clone() });
        let again = modifiers.iter().any(|m| matches!(m.as_str(), "the" | "that" | "this" | "same"));
        let telling: Vec<&String> =
            modifiers.iter().filter(|m| !words.determiners.contains(*m) && !words.ordinals.contains(*m)).collect();
        // What stands behind tells more: 'a person familiar with the Chinese preparations'.
        // 'who briefed reporters at the Pentagon' stands behind a comma.
        let who_follows = tokens.get(head + 1).is_some_and(|t| t.is_sign(','))
            && tokens.get(head + 2).is_some_and(|t| t.lower() == "who");
        let behind: Vec<String> = tokens[head + if who_follows { 2 } else { 1 }..]
            .iter()
            .take(if who_follows { 20 } else { 9 })
            .enumerate()
            .take_while(|(i, t)| {
                let told = *i == 0 && words.known_by.contains(t.lower());
                t.is_word() && (who_follows || told || !press.report.contains_key(t.lower()))
            })
            .map(|(_, t)| t)
            .map(with_owner)
            .collect();
        let same = self.same_nameless(&noun, ordinal.as_deref(), again, &telling);
        // 'The top Chinese diplomat' has a name.
        if same.is_none() && tokens[at].lower() == "the" && press.titles.persons.contains(&noun) {
            return None;
        }
        // '“…,” A said. It is “…,” the official noted': he, where no official without a name has spoken.
        let named = self.speaker.filter(|w| w.is_person() && is_party(self.side(*w)) && !plural);
        let alone = noun == "official" && first == "the" && modifiers.len() == 1;
        if let Some(named) = named.filter(|_| alone && same.is_none() && self.speaks(tokens, head + 1)) {
            return Some(Mention { start: at, end: head + 1, who: Some(named), pronoun: true });
        }
        let number = same.unwrap_or_else(|| {
            let tells = |t: &&Token| {
                let word = t.lower();
                !words.determiners.contains(word)
                    && !words.ordinals.contains(word)
                    && !matches!(word, "his" | "her" | "its" | "own")
            };
            // As written, but for a capital that only begins the sentence.
            let shown = |t: &Token| match t.lower() {
                word @ ("senior" | "top") => word.to_owned(),
                _ => written(t),
            };
            let mut text: Vec<String> = tokens[at..head].iter().filter(tells).map(shown).collect();
            if let Some(ordinal @ ("second" | "third")) = ordinal.as_deref() {
                text.insert(0, ordinal.to_owned());
            }
            // Several at large are named as several: 'experts', and not 'two officials', of whom each is one.
            let counted = modifiers.iter().any(|m| matches!(m.as_str(), "two" | "three" | "both"));
            let many = plural && !counted && ordinal.is_none();
            text.push(if many { tokens[head].lower().to_owned() } else { noun.clone() });
            // 'A member of the Chinese delegation'.
            if noun == "member" {
                let place = tokens[head + 1..]
                    .iter()
                    .take(6)
                    .take_while(|t| t.is_word() && !press.report.contains_key(t.lower()));
                text.extend(place.map(|t| if t.is_capital() { written(t) } else { t.lower().to_owned() }));
            }
            let around: Vec<&str> =
                modifiers.iter().map(String::as_str).chain(behind.iter().map(String::as_str)).collect();
            let governs = around.iter().any(|word| words.bodies.contains(*word));
            let apart = words.apart.contains(&noun) || words.hidden.contains(&noun) && !governs && !fellow(head);
            // 'A European diplomat' is of some state in Europe.
            let union = |w: &&str| {
                matches!(*w, "union" | "union's" | "commission" | "commission's" | "parliament" | "eu" | "e.u" | "e.u.")
            };
            let told = self.side_of(&around).map(|side| {
                let continent = side == "eu" && modifiers.iter().any(|m| m == "european") && !around.iter().any(union);
                if continent { NO_SIDE.to_owned() } else { side }
            });
            // 'What Brock wants, aides say': his aides.
            let aides = || {
                before
                    .iter()
                    .rev()
                    .filter_map(|m| m.who)
                    .find(|w| w.is_person())
                    .filter(|_| noun == "aide" || fellow(head))
            };
            let owner = if owned { self.owner_of(tokens, at, before) } else { aides() };
            // 'Gao's officials' are of his side.
            let named = || {
                let name = (at..head).rev().find(|i| tokens[*i].is_owner())?;
                let full = name.checked_sub(1).and_then(|first| self.known.get(&joined(&tokens[first..=name])));
                let person = || self.surnames.get(tokens[name].lower()).map(|i| &self.people[*i].side);
                full.or_else(person).or_else(|| self.known.get(tokens[name].lower())).cloned()
            };
            let owner = owner.map(|w| self.side(w).to_owned()).or_else(named);
            // Ministries of which no state is named are Beijing's, among the two.
            let ministry = || around.contains(&"ministry").then(|| "cn".to_owned());
            let known = told.or(owner).or_else(ministry).unwrap_or_else(|| self.inherited(&noun));
            // 'The department had played it down, as one official put it'.
            let house = before.iter().rev().filter_map(|m| m.who).find(|w| self.tells_for_side(*w));
            let house = house.filter(|_| known == NO_SIDE && noun == "official");
            let side = if apart { NO_SIDE.to_owned() } else { house.map_or(known, |w| self.side(w).to_owned()) };
            // Traders at large are heard as experts are.
            let public = words.public.contains(&noun) || many && apart;
            self.unnamed.push(Unnamed {
                text: text.join(" "),
                head: noun.clone(),
                ordinal: ordinal.clone(),
                side,
                public,
                plural,
            });
            self.unnamed.len() - 1
        });
        Some(Mention { start: opens_at, end: head + 1, who: Some(Who::Unnamed(number)), pronoun: false })
    }

    /// Whose officials are meant: of 'his diplomats' whoever 'he' is, of 'its diplomats' the state or institution before.
    fn owner_of(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        if tokens[at].lower() != "its" {
            // 'A's case is weak, but his officials': where nobody else was there.
            let owner = || before.iter().rev().filter_map(|m| m.who).find(|w| w.is_person());
            return self.he(tokens, at, before).filter(|w| w.is_person()).or_else(owner);
        }
        before.iter().rev().filter_map(|m| m.who).find(|w| w.is_body()).or(self.body.map(Who::Body))
    }

    /// Somebody without a name who speaks in public.
    pub(super) fn public_person(&mut self, text: String, head: String, side: String) -> Who {
        self.unnamed.push(Unnamed { text, head, ordinal: None, side, public: true, plural: false });
        Who::Unnamed(self.unnamed.len() - 1)
    }

    /// One of several without names: 'one of them'.
    pub(super) fn one_of(&mut self, several: usize) -> Who {
        let several = &self.unnamed[several];
        let one = Unnamed { text: several.of_one(), plural: false, ..several.clone() };
        self.unnamed.push(one);
        Who::Unnamed(self.unnamed.len() - 1)
    }

    /// One more like whoever without a name spoke last: 'Another called it “a truce”'.
    pub(super) fn another(&mut self, plural: bool) -> Option<Who> {
        let last = &self.unnamed[self.last_unnamed?];
        let ordinal = Some("second".to_owned());
        let one = if plural { last.text.clone() } else { last.of_one() };
        let text = format!("second {}", one.trim_start_matches("second "));
        self.unnamed.push(Unnamed { text, ordinal, plural, ..last.clone() });
        Some(Who::Unnamed(self.unnamed.len() - 1))
    }

    /// Of whom it is said again: 'the official', 'the second official'.
    pub(super) fn same_nameless(
        &self,
        head: &str,
        ordinal: Option<&str>,
        again: bool,
        telling: &[&String],
    ) -> Option<usize> {
        let mut same = self.unnamed.iter().enumerate().rev().filter(|(_, u)| u.head == head);
        match ordinal {
            // 'The first official' is whoever was not counted.
            Some("first") => {
                let second =
                    self.unnamed.iter().rev().find(|u| u.head == head && u.ordinal.as_deref() == Some("second"));
                let plain = second.map(|u| u.text.trim_start_matches("second ").to_owned());
                let alike = self.unnamed.iter().rposition(|u| u.ordinal.is_none() && Some(&u.text) == plain.as_ref());
                alike.or_else(|| same.find(|(_, u)| u.ordinal.is_none()).map(|(i, _)| i))
            }
            Some(ordinal) => same.find(|(_, u)| u.ordinal.as_deref() == Some(ordinal)).map(|(i, _)| i),
            None if again && telling.is_empty() => {
                let last = self.last_unnamed.filter(|i| self.unnamed[*i].head == head && !self.unnamed[*i].plural);
                let one = self.unnamed.iter().rposition(|u| u.head == head && !u.plural);
                let last = last.or(one);
                // 'This person' may be an official.
                let lately = self.recent.last() == self.last_unnamed.map(Who::Unnamed).as_ref();
                let any = self.last_unnamed.filter(|_| {
                    matches!(head, "person" | "source" | "official")
                        || lately && matches!(head, "diplomat" | "officer" | "aide")
                });
                last.or_else(|| same.next().map(|(i, _)| i)).or(any)
            }
            // 'The State Department official' may be another than 'a senior State Department official'.
            None if again => {
                let alike = |u: &Unnamed| {
                    let known = u.text.to_lowercase();
                    let generic = telling.iter().all(|t| matches!(t.as_str(), "senior" | "top"));
                    telling.iter().all(|t| known.split(' ').any(|w| w == t.as_str()))
                        && (generic || known.split(' ').count() == telling.len() + 1)
                };
                same.find(|(_, u)| u.ordinal.is_none() && alike(u)).map(|(i, _)| i)
            }
            None => None,
        }
    }

    /// The side of a nameless person of whom nothing is said: that of the last one.
    fn inherited(&self, head: &str) -> String {
        let last = self.unnamed.iter().rev().find(|u| u.head == head);
        last.map_or_else(|| NO_SIDE.to_owned(), |u| u.side.clone())
    }
}
