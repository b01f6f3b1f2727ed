//! People without a name: 'a senior administration official', and whoever is one of them again.

use super::spokes::ministry;
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

/// Whether what stands behind a noun tells where somebody is posted, or of what he was told, and not whose he is: 'a diplomat in
/// Beijing', 'people briefed on the Chinese position'.
fn is_of_elsewhere(noun: &str, behind: &[String]) -> bool {
    let first = behind.first().map_or("", String::as_str);
    match noun {
        "diplomat" => matches!(first, "in" | "based" | "posted" | "stationed"),
        "person" | "people" | "source" => first == "briefed",
        _ => false,
    }
}

/// Whether a word stands for one of a group that goes with somebody: 'a staff member', 'delegation members'.
fn is_fellow(tokens: &[Token], at: usize) -> bool {
    let group = |t: &Token| matches!(t.lower(), "staff" | "delegation" | "team" | "crew" | "entourage");
    matches!(tokens[at].lower(), "member" | "members") && at > 0 && group(&tokens[at - 1])
}

/// Whether 'of' at a token stands in the name of an institution: 'Department of Transport'.
fn is_of_name(tokens: &[Token], at: usize) -> bool {
    let house = |t: &Token| {
        t.is_capital() && matches!(t.lower(), "department" | "ministry" | "bureau" | "office" | "board" | "institute")
    };
    tokens[at].lower() == "of" && at > 0 && house(&tokens[at - 1]) && tokens.get(at + 1).is_some_and(Token::is_capital)
}

/// A phrase for somebody without a name: what stands before its noun, and the noun.
struct Phrase<'t> {
    tokens: &'t [Token],
    /// Its first token, and that of the noun.
    at: usize,
    head: usize,
    /// The words before the noun, in lower case.
    modifiers: Vec<String>,
    /// The noun, of one: 'official'.
    noun: String,
    /// 'second', where they are counted.
    ordinal: Option<String>,
    plural: bool,
}

impl Phrase<'_> {
    /// Its first word, in lower case.
    fn first(&self) -> &str {
        self.tokens[self.at].lower()
    }

    /// Whether it begins with 'his', 'her' or 'its'.
    fn is_owned(&self) -> bool {
        matches!(self.first(), "his" | "her" | "its") && self.head > self.at
    }

    /// Whether several at large are named as several: 'experts', and not 'two officials', of whom each is one.
    fn is_many(&self) -> bool {
        let counted = self.modifiers.iter().any(|m| matches!(m.as_str(), "two" | "three" | "both"));
        self.plural && !counted && self.ordinal.is_none()
    }

    /// What tells of him: the words before that are neither 'a' nor 'second'.
    fn telling(&self, press: &Press) -> Vec<&String> {
        let tells = |m: &&String| !press.unnamed.determiners.contains(*m) && !press.unnamed.ordinals.contains(*m);
        self.modifiers.iter().filter(tells).collect()
    }

    /// The words behind that tell more: 'a person familiar with the Chinese preparations'; 'who briefed reporters at the Pentagon'
    /// stands behind a comma.
    fn behind(&self, press: &Press) -> Vec<String> {
        let rest = &self.tokens[self.head + 1..];
        let who = matches!(rest, [comma, who, ..] if comma.is_sign(',') && who.lower() == "who");
        let (rest, most) = if who { (&rest[1..], 20) } else { (rest, 9) };
        let plain = |(i, t): &(usize, &Token)| {
            let told = *i == 0 && press.unnamed.known_by.contains(t.lower());
            t.is_word() && (who || told || !press.report.contains_key(t.lower()))
        };
        rest.iter().take(most).enumerate().take_while(plain).map(|(_, t)| with_owner(t)).collect()
    }

    /// How he is called: as written, but for a capital that only begins the sentence.
    fn text(&self, press: &Press) -> String {
        let tells = |t: &&Token| {
            let word = t.lower();
            !press.unnamed.determiners.contains(word)
                && !press.unnamed.ordinals.contains(word)
                && !matches!(word, "his" | "her" | "its" | "own")
        };
        let shown = |t: &Token| match t.lower() {
            word @ ("senior" | "top") => word.to_owned(),
            _ => written(t),
        };
        let ordinal = self.ordinal.iter().filter(|o| matches!(o.as_str(), "second" | "third")).cloned();
        let before = self.tokens[self.at..self.head].iter().filter(tells).map(shown);
        let noun = if self.is_many() { self.tokens[self.head].lower().to_owned() } else { self.noun.clone() };
        // 'A member of the Chinese delegation'.
        let behind = self.tokens[self.head + 1..].iter().take(if self.noun == "member" { 6 } else { 0 });
        let place = behind.take_while(|t| t.is_word() && !press.report.contains_key(t.lower()));
        let place = place.map(|t| if t.is_capital() { written(t) } else { t.lower().to_owned() });
        ordinal.chain(before).chain([noun]).chain(place).collect::<Vec<_>>().join(" ")
    }
}

impl Sources {
    /// 'a senior administration official', 'the second official', 'one executive in the room'.
    pub(super) fn nameless(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Mention> {
        let press = self.press;
        // 'One of our U.S. officials' is an official.
        let of = tokens[at].lower() == "one" && tokens.get(at + 1).is_some_and(|t| t.lower() == "of");
        let phrase = self.nameless_phrase(tokens, if of { at + 2 } else { at });
        let Some(mut phrase) = phrase else { return self.stranger(tokens, at) };
        phrase.plural &= !of;
        let (head, ordinal) = (phrase.head, phrase.ordinal.as_deref());
        let again = phrase.modifiers.iter().any(|m| matches!(m.as_str(), "the" | "that" | "this" | "same"));
        let same = self.same_nameless(&phrase.noun, ordinal, again, &phrase.telling(press));
        // 'The top Chinese diplomat' has a name.
        if same.is_none() && phrase.first() == "the" && press.titles.persons.contains(&phrase.noun) {
            return None;
        }
        // '“…,” A said. It is “…,” the official noted': he, where no official without a name has spoken.
        let named = self.speaker.filter(|w| w.is_person() && is_party(self.side(*w)) && !phrase.plural);
        let alone = phrase.noun == "official" && phrase.first() == "the" && phrase.modifiers.len() == 1;
        if let Some(named) = named.filter(|_| alone && same.is_none() && self.speaks(tokens, head + 1)) {
            return Some(Mention { start: phrase.at, end: head + 1, who: Some(named), pronoun: true });
        }
        let number = same.unwrap_or_else(|| {
            let (side, public) = self.side_of_nameless(&phrase, before);
            let text = phrase.text(press);
            let Phrase { noun: head, ordinal, plural, .. } = phrase;
            self.unnamed.push(Unnamed { text, head, ordinal, side, public, plural });
            self.unnamed.len() - 1
        });
        Some(Mention { start: at, end: head + 1, who: Some(Who::Unnamed(number)), pronoun: false })
    }

    /// The phrase for somebody without a name that begins at a token.
    fn nameless_phrase<'t>(&self, tokens: &'t [Token], at: usize) -> Option<Phrase<'t>> {
        /// How many words stand before the noun.
        const MOST: usize = 8;
        let press = self.press;
        let words = &press.unnamed;
        let first = tokens.get(at)?;
        // 'When a reporter asked' begins with no part of the phrase.
        const OPENS: [&str; 12] =
            ["when", "after", "as", "if", "while", "once", "because", "before", "since", "but", "and", "asked"];
        // 'A waved the reporters in' has two phrases in it.
        const ANOTHER: [&str; 8] = ["the", "a", "an", "his", "her", "its", "their", "these"];
        let hides = |i: usize| words.hidden.contains(tokens[i].lower()) && is_hidden(press, &tokens[i + 1..]);
        let is_head = |i: usize| words.heads.contains(tokens[i].lower()) || i > at && is_fellow(tokens, i) || hides(i);
        let head = (at..tokens.len()).take(MOST + 1).find(|i| is_head(*i))?;
        let allowed = |i: usize| {
            let token = &tokens[i];
            let word = token.lower();
            // 'A said', and 'A referred reporters to', has a verb in it.
            let verb = press.report.contains_key(word) || press.name.contains_key(word);
            let within = !ANOTHER.contains(&word) && !press.adverbs.contains(word) && !verb;
            // 'A Department of Transport official' has 'of' in it.
            let ends = press.ends_phrase(token) && !(i > at && is_of_name(tokens, i));
            token.is_word() && !ends && if i == at { !OPENS.contains(&word) } else { within }
        };
        if !(at..head).all(allowed) {
            return None;
        }
        // 'A met reporters': somebody with a name does something.
        let does = |i: usize| {
            let name = &tokens[i - 1];
            !tokens[i].is_capital() && name.is_capital() && !name.is_owner() && self.is_called(tokens, i - 1)
        };
        if (at + 1..head).any(does) && !(at..head).any(|i| words.determiners.contains(tokens[i].lower())) {
            return None;
        }
        let telling = |t: &&Token| {
            let word = t.lower();
            t.is_capital()
                || matches!(word, "his" | "her" | "its" | "own" | "of")
                || press.titles.words.contains(word)
                || words.determiners.contains(word)
                || words.ordinals.contains(word)
                || words.adjectives.contains(word)
        };
        if head - at > tokens[at..head].iter().filter(telling).count() + 1 {
            return None;
        }
        let noun = &tokens[head];
        let next = tokens.get(head + 1);
        // 'The official news agency' is nobody.
        let thing = noun.lower() == "official" && !noun.is_owner();
        if thing && next.is_some_and(|t| words.official.contains(t.lower())) {
            return None;
        }
        // 'His diplomats say', 'its officials'.
        let opens = words.determiners.contains(first.lower())
            || words.ordinals.contains(first.lower())
            || first.is_capital()
            || at == head
            || matches!(first.lower(), "his" | "her" | "its" | "senior" | "top");
        // 'adviser Jake Sullivan' is an office before a name.
        let several = noun.lower().ends_with('s');
        let office = next.is_some_and(|t| t.is_capital() && !self.speaks(tokens, head + 1));
        if !opens || office && !several {
            return None;
        }
        let modifiers: Vec<String> = tokens[at..head].iter().map(with_owner).collect();
        let ordinal = modifiers.iter().find(|m| words.ordinals.contains(*m)).map(|ordinal| match ordinal.as_str() {
            "another" | "other" => "second".to_owned(),
            ordinal => ordinal.to_owned(),
        });
        let plural = several || noun.lower() == "people";
        let noun = noun.lower().trim_end_matches('s').trim_start_matches("ex-").to_owned();
        Some(Phrase { tokens, at, head, modifiers, noun, ordinal, plural })
    }

    /// Whether a word is the last of a name that the article or the codebook has.
    fn is_called(&self, tokens: &[Token], last: usize) -> bool {
        let full = last > 0 && self.known.contains_key(&joined(&tokens[last - 1..=last]));
        full || self.goes_by(&tokens[last])
    }

    /// Whose side somebody without a name is on, and whether such people are heard in public.
    fn side_of_nameless(&self, phrase: &Phrase<'_>, before: &[Mention]) -> (String, bool) {
        let Phrase { tokens, at, head, modifiers, noun, .. } = phrase;
        let words = &self.press.unnamed;
        let behind = phrase.behind(self.press);
        let around: Vec<&str> = modifiers.iter().chain(&behind).map(String::as_str).collect();
        let governs = around.iter().any(|word| words.bodies.contains(*word));
        let fellow = *head > *at && is_fellow(tokens, *head);
        let apart = words.apart.contains(noun) || words.hidden.contains(noun) && !governs && !fellow;
        // Traders at large are heard as experts are.
        let public = words.public.contains(noun) || phrase.is_many() && apart;
        // 'A western diplomat in Beijing' is of none of the two, nor is 'a foreign executive'.
        let abroad =
            |m: &String| matches!(m.as_str(), "western" | "asian" | "african" | "arab" | "gulf" | "nordic" | "baltic");
        let foreign = *head > *at && tokens[*head - 1].lower() == "foreign";
        if apart || foreign || modifiers.iter().any(abroad) {
            return (NO_SIDE.to_owned(), public);
        }
        let around =
            if is_of_elsewhere(noun, &behind) { modifiers.iter().map(String::as_str).collect() } else { around };
        // 'A European diplomat' is of some state in Europe.
        let union = |w: &&str| {
            matches!(*w, "union" | "union's" | "commission" | "commission's" | "parliament" | "eu" | "e.u" | "e.u.")
        };
        // Ministries of which no state is named are Beijing's, among the two.
        // One alone is the one named last.
        let last = || self.ministry_abroad().filter(|_| ministry(&around.join(" ")).is_none());
        let no_ministry = |w: &&str| last().is_none() || !matches!(*w, "ministry" | "ministry's");
        let says: Vec<&str> = around.iter().copied().filter(no_ministry).collect();
        let told = self.side_of(&says).map(|side| {
            let continent = side == "eu" && modifiers.iter().any(|m| m == "european") && !around.iter().any(union);
            if continent { NO_SIDE.to_owned() } else { side }
        });
        let lately = || before.iter().rev().filter_map(|m| m.who);
        // 'What Brock wants, aides say': his aides.
        let aides = || lately().find(|w| w.is_person()).filter(|_| noun == "aide" || fellow);
        let owner = if phrase.is_owned() { self.owner_of(tokens, *at, before) } else { aides() };
        // 'Gao's officials' are of his side.
        let named = || {
            let name = (*at..*head).rev().find(|i| tokens[*i].is_owner())?;
            let full = name.checked_sub(1).and_then(|first| self.known.get(&joined(&tokens[first..=name])));
            let person = || self.surnames.get(tokens[name].lower()).map(|i| &self.people[*i].side);
            full.or_else(person).or_else(|| self.known.get(tokens[name].lower())).cloned()
        };
        let of_last = || last().map_or("cn", |body| self.bodies[body].is.side.as_str()).to_owned();
        let of_ministry = || around.contains(&"ministry").then(of_last);
        let owner = owner.map(|w| self.side(w).to_owned());
        // 'A defence official who spoke to reporters travelling with Brock'.
        let travels =
            behind.iter().position(|word| matches!(word.as_str(), "traveling" | "travelling" | "accompanying"));
        let with = travels.and_then(|at| behind[at + 1..].iter().find_map(|word| self.surnames.get(word)));
        let owner = owner.or_else(|| with.map(|person| self.people[*person].side.clone()));
        // 'A defense official' of whom no more is said is America's, as is its spelling.
        let of_defense = || modifiers.iter().any(|m| m == "defense").then(|| "us".to_owned());
        let known = told.or(owner).or_else(named).or_else(of_ministry).or_else(of_defense);
        let known = known.unwrap_or_else(|| self.inherited(noun));
        // 'The department had played it down, as one official put it'.
        let house = lately().find(|w| self.tells_for_side(*w)).filter(|_| known == NO_SIDE && noun == "official");
        (house.map_or(known, |w| self.side(w).to_owned()), public)
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

    /// Learns whose somebody without a name is, of whom nothing but the capital is told where he is: 'the one in Lakeford'. Diplomats
    /// are posted there.
    pub(super) fn learn_place(&mut self, who: Who, place: &Token) {
        let Who::Unnamed(i) = who else { return };
        let one = &self.unnamed[i];
        let abroad = self.press.unnamed.apart.contains(&one.head) || one.head == "diplomat";
        let side = self.side_of(&[place.lower()]).filter(|side| is_party(side));
        if let Some(side) = side.filter(|_| !abroad && one.side == NO_SIDE) {
            self.unnamed[i].side = side;
        }
    }

    /// Learns whose one of two is for whom is told behind a comma that he works: 'the other, who works for the US administration,'.
    pub(super) fn learn_work(&mut self, who: Who, behind: &[Token]) {
        /// How many words tell it.
        const MOST: usize = 8;
        let Who::Unnamed(i) = who else { return };
        let [comma, who, verb, rest @ ..] = behind else { return };
        let works = comma.is_sign(',') && who.lower() == "who" && matches!(verb.lower(), "works" | "worked" | "serves");
        let words: Vec<String> = rest.iter().take(MOST).take_while(|t| t.is_word()).map(with_owner).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some(side) = self.side_of(&words).filter(|_| works) {
            self.unnamed[i].side = side;
        }
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
