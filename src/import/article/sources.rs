//! Who can be the source of words in an article: people by name, officials without one, institutions, and the pronouns
//! and offices that stand for them. Read in order, since 'he' and 'the official' are whoever was there before.

use std::collections::HashMap;

use super::frame::Token;
use super::press::{Institution, Press};
use crate::codebook::{Codebook, Kind};
use crate::text::Language;

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// The number of a person.
    Person(usize),
    /// The number of an official or another who is not named.
    Unnamed(usize),
    /// The number of an institution.
    Body(usize),
}

/// Somebody with a name.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// In full, as the article first gives it.
    pub name: String,
    pub side: String,
    /// Whether the codebook knows the name, so that the person may be a principal.
    pub known: bool,
    /// Whether it is a woman, where that is known.
    pub woman: Option<bool>,
    /// Offices named beside the name, in lower case.
    pub titles: Vec<String>,
    /// The office before the name, as written.
    pub office: Option<String>,
    /// How often the article has named the person so far.
    pub count: usize,
}

impl Person {
    pub fn speaks_for(&self, press: &Press) -> bool {
        self.titles.iter().any(|t| press.titles.spokespersons.contains(t))
    }
}

/// Somebody without a name.
#[derive(Debug, Clone)]
pub(super) struct Unnamed {
    /// 'senior administration official', with an ordinal where the article counts them.
    pub text: String,
    head: String,
    ordinal: Option<String>,
    pub side: String,
    /// Whether such people speak in public, as analysts and reporters do.
    pub public: bool,
    plural: bool,
}

/// An institution as the article calls it.
#[derive(Debug, Clone)]
pub(super) struct Body {
    pub name: String,
    pub is: Institution,
}

/// A place in a sentence where a possible source is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// The tokens.
    pub start: usize,
    pub end: usize,
    pub who: Option<Who>,
    /// Whether it is a pronoun.
    pub pronoun: bool,
}

/// Everybody in an article.
#[derive(Debug)]
pub(super) struct Sources {
    pub press: &'static Press,
    known: HashMap<String, String>,
    women: HashMap<String, bool>,
    pub people: Vec<Person>,
    pub unnamed: Vec<Unnamed>,
    pub bodies: Vec<Body>,
    surnames: HashMap<String, usize>,
    /// Whoever was lately a subject or spoke, and can be 'he' or 'she'; the last of them last.
    recent: Vec<Who>,
    /// The institution that was last named.
    pub body: Option<usize>,
    /// Whoever without a name spoke last.
    pub last_unnamed: Option<usize>,
    /// Who spoke last.
    pub speaker: Option<Who>,
}

impl Sources {
    pub fn new(codebook: &Codebook) -> Self {
        let mut known = HashMap::new();
        for entry in codebook.entries().iter().filter(|e| e.kind == Kind::Side) {
            for cue in entry.cues.iter().filter(|c| c.language == Language::En && c.rule.starts_with("person.")) {
                let side = if matches!(entry.id, "us" | "cn") { entry.id } else { "other" };
                known.insert(cue.text.to_lowercase(), side.to_owned());
            }
        }
        Self {
            press: Press::carried(),
            known,
            women: women(),
            people: Vec::new(),
            unnamed: Vec::new(),
            bodies: Vec::new(),
            surnames: HashMap::new(),
            recent: Vec::new(),
            body: None,
            last_unnamed: None,
            speaker: None,
        }
    }

    /// The side of a source.
    pub fn side(&self, who: Who) -> &str {
        match who {
            Who::Person(i) => &self.people[i].side,
            Who::Unnamed(i) => &self.unnamed[i].side,
            Who::Body(i) => &self.bodies[i].is.side,
        }
    }

    /// The name of a source.
    pub fn name(&self, who: Who) -> &str {
        match who {
            Who::Person(i) => &self.people[i].name,
            Who::Unnamed(i) => &self.unnamed[i].text,
            Who::Body(i) => self.institution_of(i),
        }
    }

    /// The name of an institution; that of a written account is its publisher's, where the article names one.
    fn institution_of(&self, number: usize) -> &str {
        let body = &self.bodies[number];
        let account = ["account", "readout", "version", "statement", "side", "summary"]
            .iter()
            .any(|w| body.name.to_lowercase().ends_with(w));
        let publisher = self.account_of(&body.is.side).filter(|_| account && body.is.side != "other");
        &self.bodies[publisher.unwrap_or(number)].name
    }

    /// The institution of a side whose written account the article quotes.
    pub fn account_of(&self, side: &str) -> Option<usize> {
        let institution =
            |name: &str| ["house", "department", "ministry", "pentagon", "xinhua"].iter().any(|w| name.contains(w));
        self.bodies
            .iter()
            .position(|b| b.is.side == side && b.is.kind == "readout" && institution(&b.name.to_lowercase()))
    }

    /// The office of a spokesperson, as the article names it: 'State Department spokesperson'.
    pub fn office_of(&self, who: Who) -> Option<String> {
        let Who::Person(i) = who else { return None };
        self.people[i].office.clone().filter(|_| self.people[i].speaks_for(self.press))
    }

    /// Everybody named in these tokens, in order.
    pub fn mentions(&mut self, tokens: &[Token]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let mention = self
                .media(tokens, at)
                .or_else(|| self.institution(tokens, at))
                .or_else(|| self.nameless(tokens, at))
                .or_else(|| self.named(tokens, at))
                .or_else(|| self.stands_for(tokens, at, &found));
            match mention {
                Some(mention) => {
                    at = mention.end.max(at + 1);
                    // 'A, a former official': the same person.
                    let apposition = found.last().is_some_and(|last| {
                        matches!(last.who, Some(Who::Person(_)))
                            && last.end + 1 == mention.start
                            && tokens[last.end].is_sign(',')
                            && matches!(mention.who, Some(Who::Unnamed(_)))
                    });
                    if !apposition {
                        found.push(mention);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    /// Forgets who was last, and keeps who is who.
    pub fn start_again(&mut self) {
        (self.body, self.last_unnamed, self.speaker) = (None, None, None);
        self.recent.clear();
        self.unnamed.clear();
    }

    /// Notes that somebody acts or speaks here, so that pronouns can mean them.
    pub fn note(&mut self, who: Who) {
        match who {
            Who::Person(_) => self.recent.push(who),
            Who::Body(i) if self.bodies[i].is.kind == "readout" => self.body = Some(i),
            Who::Body(_) => {}
            // Those who ask are seldom 'he'.
            Who::Unnamed(i) if self.unnamed[i].public => self.last_unnamed = Some(i),
            Who::Unnamed(i) => {
                self.recent.push(who);
                self.last_unnamed = Some(i);
            }
        }
    }

    /// A newspaper or a broadcaster, which is nobody's source.
    fn media(&self, tokens: &[Token], at: usize) -> Option<Mention> {
        let end = longest(tokens, at, |name| self.press.media.contains(name))?;
        tokens[at].is_capital().then_some(Mention { start: at, end, who: None, pronoun: false })
    }

    fn institution(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let end = longest(tokens, at, |name| self.press.bodies.contains_key(name))?;
        let words: Vec<String> = tokens[at..end].iter().map(written).collect();
        let lower = joined(&tokens[at..end]);
        let mut is = self.press.bodies.get(&lower).cloned()?;
        let next = tokens.get(end);
        // 'Washington' and 'US' before another word are no source: 'US officials', 'Foreign Ministry spokesman'.
        let state = is.kind == "remarks";
        let goes_on = |t: &Token| t.is_word() && !PREPOSITIONS.contains(&t.lower()) && !self.speaks(tokens, end);
        if state && words.len() < 3 && (tokens[end - 1].is_owner() || next.is_some_and(goes_on)) {
            return None;
        }
        // 'its Foreign Ministry' after Taiwan is Taiwan's.
        if lower.ends_with("ministry") && at > 0 && self.press.sides.nations.contains(&with_owner(&tokens[at - 1])) {
            is.side = "other".to_owned();
        }
        let name = words.join(" ").trim_end_matches("'s").to_owned();
        let number = self.body_number(name, is);
        // 'Foreign Ministry spokesman', 'State Department official': an office, or somebody without a name.
        let part =
            |t: &Token| self.press.titles.persons.contains(t.lower()) || self.press.unnamed.heads.contains(t.lower());
        if next.is_some_and(part) {
            return None;
        }
        Some(Mention { start: with_article(tokens, at), end, who: Some(Who::Body(number)), pronoun: false })
    }

    fn body_number(&mut self, name: String, is: Institution) -> usize {
        self.bodies.iter().position(|b| b.name == name && b.is == is).unwrap_or_else(|| {
            self.bodies.push(Body { name, is });
            self.bodies.len() - 1
        })
    }

    /// Whether a word stands for a person.
    fn is_person(&self, token: &Token) -> bool {
        self.press.titles.persons.contains(token.lower()) || self.press.unnamed.heads.contains(token.lower())
    }

    /// Whether a verb that reports stands at a token, behind adverbs and helping verbs.
    fn speaks(&self, tokens: &[Token], at: usize) -> bool {
        let mut rest = tokens[at..].iter().skip_while(|t| self.press.adverbs.contains(t.lower()));
        rest.next().is_some_and(|t| {
            !t.is_word() || self.press.report.contains_key(t.lower()) || self.press.name.contains_key(t.lower())
        })
    }

    /// Whether a verb that reports stands at a token at once.
    fn reports(&self, tokens: &[Token], at: usize) -> bool {
        tokens
            .get(at)
            .is_some_and(|t| matches!(t.lower(), "said" | "says" | "added" | "announced" | "warned" | "declined"))
    }

    /// 'a senior administration official', 'the second official', 'one executive in the room'.
    fn nameless(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let press = self.press;
        let words = &press.unnamed;
        let mut head = at;
        let mut modifiers: Vec<String> = Vec::new();
        while tokens.get(head).is_some_and(|t| !words.heads.contains(t.lower())) {
            let token = &tokens[head];
            let allowed = token.is_word()
                && head < at + 8
                && (head == at || !press.adverbs.contains(token.lower()) && !press.report.contains_key(token.lower()))
                && !PREPOSITIONS.contains(&token.lower());
            if !allowed {
                return None;
            }
            modifiers.push(with_owner(token));
            head += 1;
        }
        let telling = |t: &&Token| {
            let word = t.lower();
            t.is_capital()
                || self.press.titles.words.contains(word)
                || words.determiners.contains(word)
                || words.ordinals.contains(word)
                || ADJECTIVES.contains(&word)
        };
        if modifiers.len() > tokens[at..head].iter().filter(telling).count() + 1 {
            return None;
        }
        let noun = tokens.get(head)?;
        let first = tokens[at].lower();
        let opens = words.determiners.contains(first)
            || words.ordinals.contains(first)
            || tokens[at].is_capital()
            || at == head
            || ["senior", "top"].contains(&first);
        // 'adviser Jake Sullivan' is an office before a name.
        let office = tokens.get(head + 1).is_some_and(|t| t.is_capital() && !self.speaks(tokens, head + 1));
        if !opens || office && !noun.lower().ends_with('s') {
            return None;
        }
        let plural = noun.lower().ends_with('s') || noun.lower() == "people";
        let noun = noun.lower().trim_end_matches('s').trim_start_matches("ex-").to_owned();
        let ordinal = modifiers
            .iter()
            .find(|m| words.ordinals.contains(*m))
            .map(|o| if o == "another" || o == "other" { "second".to_owned() } else { o.clone() });
        let again = modifiers.iter().any(|m| matches!(m.as_str(), "the" | "that" | "this" | "same"));
        let telling: Vec<&String> =
            modifiers.iter().filter(|m| !words.determiners.contains(*m) && !words.ordinals.contains(*m)).collect();
        // What stands behind tells more: 'a person familiar with the Chinese preparations'.
        let behind: Vec<String> = tokens[head + 1..]
            .iter()
            .take(9)
            .take_while(|t| t.is_word() && !press.report.contains_key(t.lower()))
            .map(with_owner)
            .collect();
        let same = self.same_nameless(&noun, ordinal.as_deref(), again, &telling);
        // 'The top Chinese diplomat' has a name.
        if same.is_none() && tokens[at].lower() == "the" && press.titles.persons.contains(&noun) {
            return None;
        }
        let number = same.unwrap_or_else(|| {
            let tells = |t: &&Token| {
                let word = t.lower();
                !words.determiners.contains(word) && !words.ordinals.contains(word)
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
            text.push(noun.clone());
            let around: Vec<&str> =
                modifiers.iter().map(String::as_str).chain(behind.iter().map(String::as_str)).collect();
            let apart = words.apart.contains(&noun);
            let side =
                if apart { "other".to_owned() } else { self.side_of(&around).unwrap_or_else(|| self.inherited(&noun)) };
            let public = words.public.contains(&noun);
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
        Some(Mention { start: at, end: head + 1, who: Some(Who::Unnamed(number)), pronoun: false })
    }

    /// Of whom it is said again: 'the official', 'the second official'.
    fn same_nameless(&self, head: &str, ordinal: Option<&str>, again: bool, telling: &[&String]) -> Option<usize> {
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
                let any = self.last_unnamed.filter(|_| matches!(head, "person" | "source" | "official"));
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
        last.map_or_else(|| "other".to_owned(), |u| u.side.clone())
    }

    /// The side that words beside a name tell, by the first that tells one.
    fn side_of(&self, words: &[&str]) -> Option<String> {
        let sides = &self.press.sides;
        let text = format!(" {} ", words.join(" "));
        let place = |list: &[String]| list.iter().filter_map(|w| text.find(&format!(" {w} "))).min();
        let apart = place(&sides.other);
        let lists = [("other", &sides.nations), ("us", &sides.us), ("cn", &sides.cn)];
        let first = lists.into_iter().filter_map(|(side, list)| Some((place(list)?, side))).min();
        match (first, apart) {
            (_, Some(_)) => Some("other".to_owned()),
            (Some((_, side)), None) => Some(side.to_owned()),
            (None, None) => None,
        }
    }

    /// A person by name, with or without an office before it.
    fn named(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let first = &tokens[at];
        let titles = &self.press.titles.words;
        let starts =
            first.is_capital() && (!self.press.common.contains(first.lower()) || titles.contains(first.lower()));
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
        let mut name = at;
        while name < end
            && (titles.contains(tokens[name].lower())
                || titles.contains(tokens[name].lower().trim_end_matches('.'))
                || titles.contains(&with_owner(&tokens[name]))
                || self.links(tokens, name)
                || self.nation(&tokens[name]))
        {
            name += 1;
        }
        let words = &tokens[name..end];
        let state = |t: &Token| self.press.bodies.get(t.lower()).is_some_and(|b| b.kind == "remarks");
        let body = joined(words);
        if words.is_empty() || words.len() > 6 || words.iter().any(state) || self.press.bodies.contains_key(&body) {
            return None;
        }
        if words.iter().any(|t| ORGANISATIONS.contains(&t.lower())) {
            let name = words.iter().map(Token::text).collect::<Vec<_>>().join(" ");
            let is = Institution { side: "other".to_owned(), kind: "readout".to_owned() };
            let number = self.body_number(name, is);
            return Some(Mention {
                start: with_article(tokens, at),
                end,
                who: Some(Who::Body(number)),
                pronoun: false,
            });
        }
        // 'Nvidia said': a company or another by one name.
        let unknown = |t: &Token| !self.surnames.contains_key(t.lower()) && !self.known.contains_key(t.lower());
        if words.len() == 1 && name == at && unknown(&words[0]) && !words[0].is_owner() && self.reports(tokens, end) {
            let is = Institution { side: "other".to_owned(), kind: "readout".to_owned() };
            let number = self.body_number(words[0].text().to_owned(), is);
            return Some(Mention { start: at, end, who: Some(Who::Body(number)), pronoun: false });
        }
        let office: Vec<String> =
            tokens[at..name].iter().map(with_owner).map(|w| w.trim_end_matches('.').to_owned()).collect();
        let number = self.person_by_name(words, &office, &tokens[..at], &tokens[end..])?;
        self.people[number].count += 1;
        // 'national security adviser Jake Sullivan': the office belongs to the name.
        let mut start = at;
        while start > 0 && titles.contains(tokens[start - 1].lower()) {
            start -= 1;
        }
        Some(Mention { start: with_article(tokens, start), end, who: Some(Who::Person(number)), pronoun: false })
    }

    /// Whether a small word stands inside a name or an office: 'Secretary of State', 'Ursula von der Leyen'.
    fn links(&self, tokens: &[Token], at: usize) -> bool {
        let particle = matches!(tokens[at].lower(), "von" | "der" | "van" | "bin" | "al" | "de" | "of" | "for");
        particle
            && at > 0
            && tokens[at - 1].is_capital()
            && tokens.get(at + 1).is_some_and(|t| t.is_capital())
            && (!matches!(tokens[at].lower(), "of" | "for") || self.press.titles.words.contains(tokens[at - 1].lower()))
    }

    fn nation(&self, token: &Token) -> bool {
        self.press.sides.nations.contains(&with_owner(token))
    }

    fn person_by_name(
        &mut self,
        words: &[Token],
        office: &[String],
        before: &[Token],
        after: &[Token],
    ) -> Option<usize> {
        let full: Vec<&str> = words.iter().map(Token::text).collect();
        let last = words.last()?.lower().trim_end_matches('.').to_owned();
        let number = match self.surnames.get(&last).copied().filter(|n| words.len() == 1 || self.agrees(*n, words)) {
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
            let person = &mut self.people[number];
            if full.len() > 1 && !person.name.contains(' ') {
                person.name = full.join(" ");
            }
            for word in office {
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
        let shown = before_name(before, words);
        let has = |list: &[&str]| titles.iter().any(|t| list.contains(&t.as_str()));
        let woman = match (
            has(&["ms", "mrs", "spokeswoman", "congresswoman", "chairwoman"]),
            has(&["mr", "sir", "spokesman", "congressman"]),
        ) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => self.women.get(&lower).or_else(|| self.women.get(&short)).copied(),
        };
        titles.extend(nearby.iter().cloned());
        let expert = nearby.iter().any(|w| w != "former" && w != "group" && self.press.sides.other.contains(w));
        let side = known.clone().filter(|_| !expert).unwrap_or_else(|| {
            let words: Vec<&str> = titles.iter().map(String::as_str).collect();
            self.side_of(&words).unwrap_or_else(|| "other".to_owned())
        });
        let number = self.people.len();
        self.people.push(Person {
            name: full.join(" "),
            side,
            known: known.is_some(),
            woman,
            titles,
            office: shown,
            count: 0,
        });
        // Chinese names have the surname first; which it is, the article shows by what it uses afterwards.
        for word in words.iter().rev() {
            if !self.press.common.contains(word.lower()) {
                self.surnames.entry(word.lower().trim_end_matches('.').to_owned()).or_insert(number);
            }
        }
        Some(number)
    }

    /// Whether a full name is one that the article uses for somebody.
    fn named_so(&self, words: &[Token]) -> bool {
        let full = joined(words);
        self.people.iter().any(|p| p.name.to_lowercase() == full)
    }

    /// Whether a full name can be a person's whose surname it has.
    fn agrees(&self, number: usize, words: &[Token]) -> bool {
        let known = self.people[number].name.to_lowercase();
        let Some(first) = words.first() else { return true };
        !known.contains(' ') || known.split(' ').any(|w| w == first.lower())
    }

    /// The words beside a name that tell who it is: a few before it, and what stands between commas after it.
    fn apposition(&self, before: &[Token], after: &[Token]) -> Vec<String> {
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
        if found.iter().any(|w| matches!(w.as_str(), "met" | "for" | "by")) {
            found.clear();
        }
        let rest = match after.first() {
            Some(t) if (t.is_sign(',') || t.is_sign('(')) && after.get(1).is_some_and(tells) => &after[1..],
            Some(t) if matches!(t.lower(), "of" | "from" | "at") => after,
            _ => &[],
        };
        found.extend(
            rest.iter()
                .take_while(|t| t.is_word() && !self.press.report.contains_key(t.lower()))
                .take(16)
                .map(with_owner),
        );
        found
    }

    /// 'he', 'the US leader', 'the ministry', 'the statement'.
    fn stands_for(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Mention> {
        let found = |end, who: Option<Who>, pronoun| Some(Mention { start: at, end, who, pronoun });
        match tokens[at].lower() {
            "he" | "she" => return found(at + 1, self.he(tokens, at, before), true),
            "him" | "her" if tokens.get(at + 1).is_some_and(|t| t.lower() == "as") => {
                return found(at + 1, self.he(tokens, at, before), true);
            }
            "they" => {
                let who = self.speaker.filter(|w| matches!(w, Who::Unnamed(_))).or_else(|| self.he(tokens, at, before));
                return found(at + 1, who, true);
            }
            "it" => {
                let account = |w: &Who| matches!(w, Who::Body(i) if self.bodies[*i].is.kind == "readout");
                let here = before.iter().filter(|m| is_subject(tokens, m)).filter_map(|m| m.who).find(account);
                return found(at + 1, here.or(self.body.map(Who::Body)), true);
            }
            "the" | "its" | "their" | "his" | "her" | "a" | "an" | "top" | "us" | "chinese" | "another" | "that" => {}
            _ => return None,
        }
        // 'The State Department' has its own name.
        if longest(tokens, at + 1, |name| self.press.bodies.contains_key(name)).is_some_and(|end| {
            !tokens.get(end).is_some_and(|t| t.is_word() && (self.is_person(t) || is_document(t.lower())))
        }) {
            return None;
        }
        let mut head = at + 1;
        while tokens.get(head).is_some_and(|t| {
            t.is_word()
                && head < at + 6
                && !self.press.titles.persons.contains(t.lower())
                && !(is_document(t.lower()) && !tokens.get(head + 1).is_some_and(|n| self.is_person(n)))
                && !self.press.report.contains_key(t.lower())
                && !PREPOSITIONS.contains(&t.lower())
        }) {
            head += 1;
        }
        let noun = tokens.get(head)?;
        let words: Vec<String> = tokens[at..head].iter().map(with_owner).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let side = self.side_of(&words);
        if self.press.titles.persons.contains(noun.lower()) {
            let next = tokens.get(head + 1);
            // 'A Commerce Ministry spokesperson' speaks for it.
            if matches!(words[0], "a" | "an" | "another") {
                let body = (at + 1..head)
                    .find_map(|i| longest(&tokens[..head], i, |n| self.press.bodies.contains_key(n)).map(|e| (i, e)));
                let (from, to) = body?;
                let is = self.press.bodies.get(&joined(&tokens[from..to])).cloned()?;
                let name = tokens[from..to].iter().map(written).collect::<Vec<_>>().join(" ");
                let number = self.body_number(name.trim_end_matches("'s").to_owned(), is);
                return found(head + 1, Some(Who::Body(number)), false);
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
            let who = self.office(noun.lower(), side.as_deref());
            return found(head + 1, who.map(Who::Person), false);
        }
        if is_document(noun.lower()) {
            let fits = |i: &usize| {
                let body = &self.bodies[*i];
                side.as_deref().is_none_or(|s| body.is.side == s) && body.is.kind == "readout"
            };
            let named = |i: &usize| self.bodies[*i].name.to_lowercase().ends_with(noun.lower());
            let any = || (0..self.bodies.len()).rev();
            let last = self.body.filter(|i| fits(i) && named(i)).or_else(|| any().find(|i| fits(i) && named(i)));
            let last = last.or(self.body.filter(fits)).or_else(|| any().find(fits));
            return found(head + 1, last.map(Who::Body), false);
        }
        None
    }

    /// Whoever the sentence has named as its subject, else whoever was there last.
    fn he(&self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Who> {
        let word = tokens[at].lower();
        let fits = |who: &Who| match (word, *who) {
            ("she" | "her", Who::Person(i)) => self.people[i].woman != Some(false),
            ("he" | "him", Who::Person(i)) => self.people[i].woman != Some(true),
            _ => true,
        };
        let last = self.recent.iter().rev().copied().find(|w| fits(w)).or(self.speaker);
        let person = |m: &&Mention| match m.who {
            Some(Who::Unnamed(i)) => !self.unnamed[i].public,
            who => matches!(who, Some(Who::Person(_))),
        };
        // 'The deal, he said, was good': whoever speaks is not what the sentence is about.
        let at = before.last().map_or(0, |m| m.end);
        let aside = tokens[at..].iter().position(|t| matches!(t.lower(), "he" | "she" | "they")).map(|i| at + i);
        let aside = aside.is_some_and(|i| {
            i == at + 1 && tokens[at].is_sign(',') && tokens.get(i + 2).is_some_and(|t| t.is_sign(','))
        });
        if aside {
            return last;
        }
        let subject = before.iter().find(|m| person(m) && is_subject(tokens, m));
        subject.and_then(|m| m.who).filter(fits).or(last)
    }

    /// The person whom an office stands for: one named with it, else whoever of the side is named most.
    fn office(&self, noun: &str, side: Option<&str>) -> Option<usize> {
        let fits = |p: &&Person| side.is_none_or(|s| p.side == s);
        let titled = |p: &&Person| p.titles.iter().any(|t| t == noun || t.ends_with(noun));
        let numbered = || self.people.iter().enumerate();
        if self.press.titles.spokespersons.contains(noun) {
            return numbered().rev().find(|(_, p)| fits(p) && p.speaks_for(self.press)).map(|(i, _)| i);
        }
        let someone = self.recent.last().and_then(|w| if let Who::Person(i) = w { Some(*i) } else { None });
        let last = someone.filter(|i| fits(&&self.people[*i]) && titled(&&self.people[*i]));
        last.or_else(|| numbered().filter(|(_, p)| fits(p) && titled(p)).max_by_key(|(_, p)| p.count).map(|(i, _)| i))
            .or_else(|| {
                numbered()
                    .filter(|(_, p)| fits(p) && p.known && side.is_some())
                    .max_by_key(|(_, p)| p.count)
                    .map(|(i, _)| i)
            })
    }
}

/// The token where a phrase begins with its article.
fn with_article(tokens: &[Token], at: usize) -> usize {
    let article = |t: &Token| matches!(t.lower(), "the" | "a" | "an");
    if at > 0 && article(&tokens[at - 1]) { at - 1 } else { at }
}

/// Whether a phrase stands where the subject of its sentence can: not behind a preposition, 'naming', or 'told'.
pub(super) fn is_subject(tokens: &[Token], mention: &Mention) -> bool {
    let Some(before) = mention.start.checked_sub(1).map(|i| &tokens[i]) else {
        return !tokens[mention.end - 1].is_owner();
    };
    let word = before.lower();
    if tokens[mention.end - 1].is_owner() {
        return false;
    }
    !(PREPOSITIONS[..PHRASE].contains(&word)
        || word.ends_with("ing")
        || word.ends_with("ed")
        || word == "told"
        || word == "met")
}

/// A word as written, with its possessive ending.
fn written(token: &Token) -> String {
    let mut word = token.text().to_owned();
    if token.is_owner() {
        word.push_str("'s");
    }
    word
}

/// The office right before a name: words with a capital, and what they are of: 'State Department spokesperson'.
fn before_name(before: &[Token], _name: &[Token]) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for token in before.iter().rev().take_while(|t| t.is_word() && !PREPOSITIONS.contains(&t.lower())).take(6) {
        words.push(written(token));
    }
    words.reverse();
    let from = words.iter().position(|w| w.starts_with(char::is_uppercase))?;
    Some(words[from..].join(" "))
}

/// Whom the codebook knows as a woman, or a man, by name in lower case.
fn women() -> HashMap<String, bool> {
    let (_, text) = Codebook::files()[3];
    let Ok(table) = toml::from_str::<toml::Table>(text) else { return HashMap::new() };
    let list = |value: &toml::Value, key: &str| value.get(key).and_then(|v| v.as_array()).cloned().unwrap_or_default();
    let sides = table.get("side").and_then(|v| v.as_array()).cloned().unwrap_or_default();
    let people = sides.iter().flat_map(|s| list(s, "person"));
    let named = people.flat_map(|person| {
        let woman = person.get("gender").and_then(|g| g.as_str()).map(|g| g == "f");
        list(&person, "names").into_iter().filter_map(move |n| Some((n.as_str()?.to_lowercase(), woman?)))
    });
    named.collect()
}

/// Whether a word can begin what is said of a person between commas.
fn tells(token: &Token) -> bool {
    const NOT: [&str; 16] = [
        "and", "but", "as", "while", "when", "after", "before", "in", "on", "at", "with", "to", "where", "which",
        "then", "or",
    ];
    token.is_word() && !NOT.contains(&token.lower()) && !token.lower().ends_with("ing")
}

/// How many of [`PREPOSITIONS`] are some.
const PHRASE: usize = 26;

/// Words that stand before 'official' and the like.
const ADJECTIVES: [&str; 34] = [
    "senior",
    "top",
    "former",
    "retired",
    "administration",
    "military",
    "intelligence",
    "government",
    "embassy",
    "industry",
    "congressional",
    "diplomatic",
    "high-ranking",
    "high-level",
    "veteran",
    "western",
    "local",
    "business",
    "economic",
    "unnamed",
    "anonymous",
    "familiar",
    "official",
    "department",
    "white",
    "house",
    "federal",
    "different",
    "separate",
    "visiting",
    "regional",
    "allied",
    "party",
    "same",
];

/// Words in the names of companies, associations and the like.
const ORGANISATIONS: [&str; 24] = [
    "association",
    "federation",
    "council",
    "group",
    "inc",
    "corp",
    "corporation",
    "chamber",
    "watch",
    "company",
    "bank",
    "union",
    "alliance",
    "coalition",
    "foundation",
    "institute",
    "university",
    "holdings",
    "motors",
    "committee",
    "organization",
    "organisation",
    "airlines",
    "international",
];

/// Words after which no phrase for a person goes on.
const PREPOSITIONS: [&str; 38] = [
    "opposite",
    "alongside",
    "beside",
    "against",
    "between",
    "near",
    "upon",
    "via",
    "per",
    "without",
    "into",
    "of",
    "in",
    "on",
    "at",
    "to",
    "for",
    "with",
    "by",
    "from",
    "about",
    "after",
    "before",
    "over",
    "under",
    "as",
    "that",
    "which",
    "who",
    "and",
    "or",
    "but",
    "than",
    "whether",
    "if",
    "is",
    "was",
    "are",
];

fn is_document(word: &str) -> bool {
    matches!(
        word,
        "ministry"
            | "statement"
            | "readout"
            | "account"
            | "department"
            | "document"
            | "agency"
            | "embassy"
            | "communique"
            | "summary"
            | "release"
            | "government"
            | "administration"
            | "broadcaster"
            | "newspaper"
    )
}

/// A word in lower case, with its possessive ending.
fn with_owner(token: &Token) -> String {
    let mut word = token.lower().to_owned();
    if token.is_owner() {
        word.push_str("'s");
    }
    word
}

/// Words in lower case with spaces between them; the possessive ending of all but the last stays.
fn joined(tokens: &[Token]) -> String {
    let Some((last, rest)) = tokens.split_last() else { return String::new() };
    let mut text: Vec<String> = rest.iter().map(with_owner).collect();
    text.push(last.lower().to_owned());
    text.join(" ")
}

/// The end of the longest run of words from `at` that makes a name.
fn longest(tokens: &[Token], at: usize, is: impl Fn(&str) -> bool) -> Option<usize> {
    let words = tokens[at..].iter().take(7).take_while(|t| t.is_word()).count();
    (1..=words).rev().map(|n| at + n).find(|end| is(&joined(&tokens[at..*end])))
}
