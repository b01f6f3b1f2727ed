//! Phrases for somebody: nations, institutions, offices and names that stand beside each other (美国国务卿布罗克), and what
//! an article tells by them of people whom the codebook does not know.

use super::frame::{Token, What};
use super::lexicon::{Head, Role, Say, Word};
use super::names;
use super::people::{Is, People, Person};
use crate::import::article::NO_SIDE;
use crate::text::Span;

/// Words beside each other that together mean somebody.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    /// The first and the last of its tokens.
    pub first: usize,
    pub last: usize,
    /// The institution or state that stands last in it.
    pub body: Option<usize>,
    /// The first and the last token of its name.
    pub body_name: (usize, usize),
    /// The token of the office or of the word for people that stands last before the name.
    pub title: Option<usize>,
    pub head: Option<Head>,
    pub person: Option<usize>,
    /// The token of the name.
    pub name: Option<usize>,
    /// For whom a spokesperson speaks: 布罗克发言人.
    pub of: Option<usize>,
    pub is: Is,
    /// Whether somebody is it no more.
    pub former: bool,
    /// Whether it names media or others whose words are nobody's.
    pub nobody: bool,
    /// Whether the state that comes next is only where somebody is posted: 中国驻湖城.
    posted: bool,
}

/// What a token is of a phrase, if it can stand in one.
fn role(token: &Token) -> Option<Role> {
    token
        .word()
        .role
        .filter(|role| !matches!(role, Role::Pronoun(_) | Role::One | Role::Other | Role::This | Role::Hidden))
}

/// The phrases of a sentence, in order.
pub(super) fn phrases(tokens: &[Token], people: &mut People, plain: &str) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if role(&tokens[at]).is_none() {
            at += 1;
            continue;
        }
        let phrase = phrase(tokens, at, people, plain);
        at = phrase.last + 1;
        // 首席 alone is nobody.
        if phrase.body.is_some() || phrase.title.is_some() || phrase.person.is_some() || phrase.nobody {
            found.push(phrase);
        }
    }
    found
}

/// The phrase that begins at a token.
fn phrase(tokens: &[Token], first: usize, people: &mut People, plain: &str) -> Phrase {
    let mut phrase = Phrase { first, last: first, ..Phrase::default() };
    let mut at = first;
    while let Some(token) = tokens.get(at) {
        let Some(role) = role(token) else {
            // Brackets and spaces part nobody's name from his office.
            if token.what == What::Aside && at > first {
                at += 1;
                continue;
            }
            // 中国驻湖城大使馆: of the state before 驻.
            let state =
                |t: &Token| matches!(t.word().role, Some(Role::Body(number)) if !people.bodies[number].gives_account);
            if token.span.slice(plain) == "驻" && phrase.body.is_some() && tokens.get(at + 1).is_some_and(state) {
                phrase.posted = true;
                at += 1;
                continue;
            }
            break;
        };
        // 布罗克国务卿: an office behind a name belongs to it; a person behind it is another.
        if phrase.person.is_some() {
            match role {
                // 布罗克发言人: his spokesperson is another.
                Role::Spokesperson if at == phrase.last + 1 && !people.is_spokesperson(phrase.person) => {
                    phrase.of = phrase.person;
                    (phrase.person, phrase.name) = (None, None);
                }
                Role::Office | Role::Spokesperson | Role::Lawmaker if at == phrase.last + 1 => {}
                // 道恩政府官员: somebody of whoever is named before.
                Role::Head(_) if at == phrase.last + 1 => (phrase.person, phrase.name) = (None, None),
                _ => break,
            }
        }
        phrase.take(role, at, people);
        phrase.last = at;
        at += 1;
    }
    phrase
}

impl Phrase {
    fn take(&mut self, role: Role, at: usize, people: &mut People) {
        match role {
            Role::Body(_) if std::mem::take(&mut self.posted) => {}
            Role::Body(number) => {
                people.note_state(number);
                people.named.push(number);
                (self.body, self.body_name) = (Some(number), (at, at));
            }
            Role::That(end) => {
                let that = |number: &&usize| people.bodies[**number].name.ends_with(end);
                self.body = people.named.iter().rev().find(that).copied();
                self.body_name = (at, at);
            }
            Role::Shared(number) => {
                // 日本外交部: that of the state before it.
                let state = self.body.filter(|body| !people.bodies[*body].gives_account);
                let side = state.map(|body| people.bodies[body].side.clone());
                let first = if side.is_some() { self.body_name.0 } else { at };
                self.body = Some(match side {
                    Some(side) => people.of_state(number, &side),
                    None => people.shared(number),
                });
                people.named.extend(self.body);
                self.body_name = (first, at);
            }
            Role::Person(number) => {
                self.person = Some(number);
                self.name = Some(at);
            }
            Role::Office => self.titled(at, |is| is.office = true),
            Role::Spokesperson => self.titled(at, |is| is.spokesperson = true),
            Role::Lawmaker => self.titled(at, |is| is.lawmaker = true),
            Role::Head(head) => {
                self.titled(at, |is| is.expert = head == Head::Expert);
                self.head = Some(head);
            }
            Role::Former => self.former = true,
            Role::Nobody => self.nobody = true,
            Role::Joining | Role::Pronoun(_) | Role::One | Role::Other | Role::This | Role::Hidden => {}
        }
    }

    fn titled(&mut self, at: usize, set: impl Fn(&mut Is)) {
        set(&mut self.is);
        if self.person.is_none() {
            self.title = Some(at);
        }
    }

    /// The offices in it, as written.
    fn offices<'a>(&self, tokens: &[Token], plain: &'a str) -> Vec<&'a str> {
        let office = |token: &&Token| {
            let role = token.word().role;
            matches!(role, Some(Role::Office | Role::Spokesperson | Role::Lawmaker | Role::Head(_)))
        };
        tokens[self.first..=self.last].iter().filter(office).map(|t| t.span.slice(plain)).collect()
    }
}

impl People {
    /// Learns the names in a sentence of people whom the codebook does not know.
    pub fn learn(&mut self, tokens: &[Token], plain: &str) {
        for phrase in phrases(tokens, self, plain) {
            let titled =
                phrase.person.is_none() && phrase.title == Some(phrase.last) && phrase.head != Some(Head::Insider);
            if titled {
                let at = tokens[phrase.last].span.end;
                let end = tokens[phrase.last + 1..].iter().find(|t| t.parts() || t.quote().is_some());
                let end = end.map_or_else(|| tokens.last().map_or(at, |t| t.span.end), |t| t.span.start);
                let says = tokens.get(phrase.last + 1).is_some_and(|t| t.word().say.is_some());
                let body = phrase.body.or_else(|| self.body_before(tokens, phrase.first));
                let offices = phrase.offices(tokens, plain);
                let office = offices.iter().find_map(|office| self.words.office_sides.get(*office));
                let side = office.map(String::as_str).or_else(|| body.map(|body| self.bodies[body].side.as_str()));
                let abroad = !says && side == Some("jp");
                // The sign behind the name tells that it ends.
                let rest = &plain[at..plain[end..].chars().next().map_or(end, |c| end + c.len_utf8()).max(at)];
                if let Some(length) = names::opening(rest, self.words, abroad) {
                    let name = &plain[at..at + length];
                    self.new_person(name, Some(&phrase), tokens, plain);
                }
            }
        }
        for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.what == What::Other) {
            let words = token.span.slice(plain);
            let bracket = tokens.get(at + 1).is_some_and(|t| t.what == What::Aside && is_latin(t.span.slice(plain)));
            if bracket && let Some(start) = names::closing(words, self.words) {
                self.new_person(&words[start..], None, tokens, plain);
            } else if let Some((start, end)) = names::dotted(words, self.words) {
                self.new_person(&words[start..end], None, tokens, plain);
            } else if tokens.get(at + 1).is_some_and(|t| t.word().say == Some(Say::Speak))
                && let Some(start) = names::before_verb(words, self.words)
                && (start > 0 || at == 0 || tokens[at - 1].parts() || tokens[at - 1].quote().is_some())
            {
                self.new_person(&words[start..], None, tokens, plain);
            }
        }
    }

    /// Keeps somebody by a name of his own, with what the phrase before it says of him.
    fn new_person(&mut self, name: &str, phrase: Option<&Phrase>, tokens: &[Token], plain: &str) {
        if self.lexicon.get(name).is_some() {
            return;
        }
        let mut is = phrase.map(|p| p.is).unwrap_or_default();
        // 湖城渔业协会主席: whoever is of no state, whatever nation is in its name.
        let organisation = phrase.is_some_and(|p| self.is_of_organisation(tokens, p, plain));
        // 国防大学教授、代表团成员贺远山: an office makes nobody of no state.
        is.expert &= !(is.office || is.spokesperson || is.lawmaker);
        is.expert |= organisation;
        let offices = phrase.map(|p| p.offices(tokens, plain)).unwrap_or_default();
        let body = phrase.and_then(|p| p.body.or_else(|| self.body_before(tokens, p.first)));
        // 众议院某委员会主席贺远山: whoever is of a parliament.
        let parliament = |name: &str| ["议院", "国会"].iter().any(|w| name.ends_with(w));
        is.lawmaker |= phrase.is_some_and(|p| p.title.is_some())
            && !is.spokesperson
            && body.is_some_and(|b| parliament(&self.bodies[b].name));
        is.embassy = body.is_some_and(|b| self.bodies[b].name.ends_with("使馆"));
        let named = offices.iter().find_map(|office| self.words.office_sides.get(*office)).cloned();
        // 美国国务院的声明很短。发言人米勒说: of whichever was named last.
        let house = || self.named.iter().rev().find(|number| self.bodies[**number].gives_account).copied();
        let opens = phrase.is_some_and(|p| p.first.checked_sub(1).is_none_or(|at| tokens[at].parts()));
        let body = body.or_else(|| house().filter(|_| opens && is.spokesperson && !is.expert));
        // 委员会首席共和党成员贺远山: America's parties have its lawmakers.
        let elected =
            |t: &Token| t.span.slice(plain).starts_with("共和党") || t.span.slice(plain).starts_with("民主党");
        let elected = phrase.is_some_and(|p| tokens[p.first..=p.last].iter().any(elected)) && body.is_none();
        is.lawmaker |= elected;
        is.expert &= !elected;
        let named = named.or_else(|| elected.then(|| "us".to_owned()));
        let of_body = body.map(|body| self.bodies[body].side.clone());
        // 美国财政部的新闻稿……；财政部长布罗克: of the ministry that was named last with its state.
        let named = named.or_else(|| offices.iter().find_map(|office| self.heads_ministry(office)));
        // An office without a nation is of the article's own state, or of none that the article tells.
        let home = || self.home.clone().filter(|_| !names::looks_foreign(name, self.words));
        let shape = || home().unwrap_or_else(|| NO_SIDE.to_owned());
        let side = match phrase {
            Some(phrase) if phrase.former || is.expert => NO_SIDE.to_owned(),
            Some(Phrase { of: Some(of), .. }) => self.people[*of].side.clone(),
            Some(_) => of_body.or(named).unwrap_or_else(shape),
            None => NO_SIDE.to_owned(),
        };
        let offices = offices.into_iter().map(str::to_owned).collect();
        // 高桥正臣: the first two characters are how he is called.
        let family = name.char_indices().nth(2).filter(|_| side == "jp" && !name.contains(names::DOTS));
        let family = family.map(|(end, _)| &name[..end]);
        let person = Person { side, is, offices, ..Person::default() };
        let number = self.add(person, &[name]);
        if let Some(surname) = names::surname(name).or(family) {
            self.call(surname, number);
        }
    }

    /// The state whose ministry somebody with an office heads, where the article has named that with its state.
    fn heads_ministry(&self, office: &str) -> Option<String> {
        let ministry = office.strip_suffix('长').and_then(|name| self.shared_side(name));
        ministry.map(str::to_owned)
    }

    /// Whether an office is one of a company, a university or the like, by what stands before it.
    fn is_of_organisation(&self, tokens: &[Token], phrase: &Phrase, plain: &str) -> bool {
        let before = phrase.title.and_then(|title| {
            let first = (phrase.first..title).rev().find(|at| tokens[*at].word().role == Some(Role::Joining));
            first.unwrap_or(title).checked_sub(1)
        });
        let words = before.filter(|at| tokens[*at].what == What::Other).map(|at| tokens[at].span.slice(plain));
        words.is_some_and(|words| self.words.names.organisations.iter().any(|o| words.ends_with(o.as_str())))
    }

    /// The institution or state that stands before a phrase in its clause, with nobody and no verb of saying between:
    /// 美国驻湖城的参赞.
    pub(super) fn body_before(&self, tokens: &[Token], first: usize) -> Option<usize> {
        const NEAR: usize = 6;
        let between = tokens[..first].iter().rev().take(NEAR).take_while(|t| !t.parts() && t.word().say.is_none());
        between.filter_map(|t| t.word().role).find_map(|role| match role {
            Role::Body(number) => Some(number),
            Role::Shared(number) => self.shared_now(number),
            _ => None,
        })
    }
}

/// Whether a bracket has Latin letters.
fn is_latin(bracket: &str) -> bool {
    bracket.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic())
}

/// The bytes from one token to another.
pub(super) fn stretch(tokens: &[Token], first: usize, last: usize) -> Span {
    Span::new(tokens[first].span.start, tokens[last].span.end)
}

/// Whether a word opens a phrase for somebody without a name.
pub(super) fn is_determiner(word: Word) -> bool {
    matches!(word.role, Some(Role::One | Role::Other | Role::This | Role::Hidden))
}
