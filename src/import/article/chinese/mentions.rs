//! Who is named in a sentence, and what they are to its verbs: subjects, objects, or owners of something.

use super::beside::{is_asked_about, is_dateline, is_described_object, of_another};
use super::frame::{Token, What};
use super::lexicon::{Head, Pronoun, Role};
use super::people::{Is, People, Person, Unnamed, Who};
use super::phrases::{Phrase, is_determiner, phrases, stretch};
use crate::import::article::NO_SIDE;
use crate::text::Span;

/// What somebody is to a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    /// Behind 对, 向 or a verb: 对布罗克说.
    Object,
    /// Behind 被 or 由.
    Agent,
    /// Before 的.
    Owner,
}

/// A place where somebody is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    pub span: Span,
    /// The first and the last of its tokens.
    pub first: usize,
    pub last: usize,
    /// Nobody, where it is media or others whose words are nobody's.
    pub who: Option<Who>,
    pub part: Part,
    pub pronoun: bool,
}

impl People {
    /// Everybody named in a sentence, in order.
    pub fn mentions(&mut self, tokens: &[Token], plain: &str) -> Vec<Mention> {
        let phrases = phrases(tokens, self, plain);
        let mut found: Vec<Mention> = Vec::new();
        let mut next = phrases.into_iter().peekable();
        for (at, token) in tokens.iter().enumerate() {
            if let Some(Role::Pronoun(pronoun)) = token.word().role {
                let who = one_of_two(pronoun, &found).or_else(|| self.pronoun(pronoun, token.span, plain));
                let part = self.part(tokens, at, at, plain);
                found.extend(who.map(|who| mention(tokens, (at, at), Some(who), part, true)));
            }
            let Some(phrase) = next.next_if(|p| p.first == at) else { continue };
            let Some((first, who)) = self.named(tokens, &phrase, plain) else { continue };
            let part = self.part(tokens, first, phrase.last, plain);
            let body = matches!(who, Some(Who::Body(_))) && part == Part::Subject;
            // 湖城国防大学教授: an institution before a noun does nothing.
            // 教授、代表团成员贺远山: nor does what is only said of somebody behind it.
            // 联邦参议员、渔业委员会成员贺远山: by an office alone too.
            let alone = matches!(who, Some(Who::Unnamed(_))) || phrase.person.is_none() && phrase.title.is_some();
            let listed = alone && plain[tokens[phrase.last].span.end..].starts_with('、');
            // 德国外交部一名发言人: it is only of whom.
            let of = tokens
                .get(phrase.last + 1)
                .is_some_and(|t| t.word().role == Some(Role::One) && t.span.slice(plain).ends_with(['名', '位']));
            let idle = listed || body && (of || !self.acts(tokens, phrase.last, plain));
            let part = if idle { Part::Owner } else { part };
            // Whoever opens a sentence may be 他 in it.
            if let Some(who @ (Who::Person(_) | Who::Unnamed(_))) = who
                && part == Part::Subject
                && !found
                    .iter()
                    .any(|m| m.part == Part::Subject && matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_))))
            {
                self.note(who);
            }
            found.push(mention(tokens, (first, phrase.last), who, part, false));
        }
        found
    }

    /// Who is meant by a pronoun.
    fn pronoun(&mut self, pronoun: Pronoun, span: Span, plain: &str) -> Option<Who> {
        let word = span.slice(plain);
        if pronoun != Pronoun::Sides {
            return self.meant(pronoun, word);
        }
        let number = self.body(word, "both", true);
        self.call_body(number, span);
        Some(Who::Body(number))
    }

    /// Who is meant by a phrase, and with which token the words for him begin; nobody, where it is media.
    fn named(&mut self, tokens: &[Token], phrase: &Phrase, plain: &str) -> Option<(usize, Option<Who>)> {
        // 布罗克办公室: an institution of his side.
        let office = |at: usize| plain[tokens[at].span.end..].starts_with("办公室");
        if let Some((number, name)) = phrase.person.zip(phrase.name).filter(|(_, name)| office(*name)) {
            let side = self.people[number].side.clone();
            let span = Span::new(tokens[name].span.start, tokens[name].span.end + "办公室".len());
            let body = self.body(span.slice(plain), &side, true);
            self.call_body(body, span);
            return Some((phrase.first, Some(Who::Body(body))));
        }
        if let Some(number) = phrase.person {
            self.learn_more(number, tokens, phrase, plain);
            return Some((phrase.first, Some(Who::Person(number))));
        }
        if phrase.nobody && phrase.head.is_none() {
            return (!is_dateline(tokens, phrase, plain)).then_some((phrase.first, None));
        }
        if let Some(head) = phrase.head {
            let (first, who) = self.nameless(tokens, phrase, head, plain);
            return Some((first, Some(who)));
        }
        if let Some(title) = phrase.title {
            return self.by_office(tokens, phrase, title, plain).map(|who| (phrase.first, Some(who)));
        }
        let body = phrase.body?;
        self.call_body(body, stretch(tokens, phrase.body_name.0, phrase.body_name.1));
        let state = !self.bodies[body].gives_account;
        // 美国企业: the name of a state before a noun is nobody.
        let acts = !state || self.acts(tokens, phrase.last, plain);
        acts.then_some((phrase.first, Some(Who::Body(body))))
    }

    /// Whether what stands behind a state lets it act: a sign, a verb of saying, or a word that follows names.
    fn acts(&self, tokens: &[Token], last: usize, plain: &str) -> bool {
        let rest = plain[tokens[last].span.end..].trim_start_matches(['》', '〉', ' ']).trim_start_matches("办公室");
        let next = tokens.get(last + 1).filter(|t| t.span.slice(plain) != "办公室").or_else(|| tokens.get(last + 2));
        next.is_none_or(|t| {
            let word = t.word();
            t.parts() || t.quote().is_some() || word.say.is_some() || word.account || word.public
        }) || self.words.follows.iter().any(|word| rest.starts_with(word.as_str()))
    }

    /// Adds to what is known of somebody what an article says where it names him.
    fn learn_more(&mut self, number: usize, tokens: &[Token], phrase: &Phrase, plain: &str) {
        let Some(name) = phrase.name.map(|name| tokens[name].span) else { return };
        let office = phrase.title.filter(|_| phrase.is.spokesperson).and_then(|title| {
            let span = stretch(tokens, phrase.first, title);
            (!span.is_empty()).then_some(span)
        });
        for token in &tokens[phrase.first..=phrase.last] {
            if let Some(Role::Office | Role::Spokesperson | Role::Lawmaker) = token.word().role {
                self.holds(number, token.span.slice(plain));
            }
        }
        let former = phrase.former && self.is_former(tokens, phrase, plain);
        let person = &mut self.people[number];
        if former && person.known {
            (person.side, person.is.expert) = (NO_SIDE.to_owned(), true);
        }
        person.count += 1;
        person.office = person.office.or(office);
        person.is.spokesperson |= phrase.is.spokesperson;
        person.is.lawmaker |= phrase.is.lawmaker;
        match person.name {
            None => person.name = Some(name),
            Some(had) if had.slice(plain) == name.slice(plain) => {}
            Some(had) if had.len() < name.len() => (person.name, person.short) = (Some(name), Some(had)),
            Some(_) => person.short = person.short.or(Some(name)),
        }
    }

    /// Whether a phrase says that somebody has his office no more: 前美国驻湖城大使, but neither 时任 nor 会晤前.
    fn is_former(&self, tokens: &[Token], phrase: &Phrase, plain: &str) -> bool {
        let opens = phrase.first.checked_sub(1).is_none_or(|at| {
            let words = tokens[at].span.slice(plain);
            tokens[at].parts() || is_determiner(tokens[at].word()) || words.ends_with('的')
        });
        let titled = phrase.title.is_some_and(|title| tokens[title].span.slice(plain) != "总统");
        opens && titled && tokens[phrase.first].span.slice(plain) != "时任"
    }

    /// Somebody without a name: 一名不愿具名的美国官员, 该官员.
    fn nameless(&mut self, tokens: &[Token], phrase: &Phrase, head: Head, plain: &str) -> (usize, Who) {
        let determiner = determiner(tokens, phrase.first);
        let head = if self.heads_office(tokens, phrase, determiner, plain) { Head::Official } else { head };
        let role = determiner.and_then(|at| tokens[at].word().role);
        let again = match role {
            Some(Role::This) => true,
            None => head == Head::Official && phrase.body.is_none() && phrase.first == phrase.last,
            _ => false,
        };
        let first = determiner.unwrap_or(phrase.first);
        let like =
            |w: &Who| matches!(w, Who::Unnamed(n) if (self.unnamed[*n].head == Head::Expert) == (head == Head::Expert));
        if let Some(who) = self.last_unnamed.filter(|who| again && like(who)) {
            return (first, who);
        }
        // 这位研究员: an expert who was named.
        if let Some(who) = self.recent_expert().filter(|_| role == Some(Role::This) && head == Head::Expert) {
            return (first, who);
        }
        // “……，”这位美国首席外交官说: of whoever was just there, where no official without a name was.
        let named = self.just_there().filter(|who| {
            let body = phrase.body.map(|body| &self.bodies[body].side);
            self.is_principal(*who) && body.is_none_or(|side| side == self.side(*who))
        });
        // 这位曾任大使的律师: nor an expert.
        if let Some(who) = named.filter(|_| role == Some(Role::This)) {
            return (first, who);
        }
        let from = determiner.map_or(phrase.first, |at| at + 1);
        let from = from + tokens[from..].iter().take_while(|t| is_determiner(t.word())).count();
        let end = phrase.title.unwrap_or(phrase.last);
        let whole = Span::new(tokens[from.min(end)].span.start, tokens[end].span.end);
        // 参与筹备的美国官员: whoever he is stands behind the last 的.
        let cut = whole.slice(plain).rfind('的').map_or(0, |at| at + '的'.len_utf8());
        let name = Span::new(whole.start + cut, whole.end);
        let side = self.side_of_nameless(tokens, phrase, first, head, plain);
        self.unnamed.push(Unnamed { name, side, head });
        (first, Who::Unnamed(self.unnamed.len() - 1))
    }

    /// Whether somebody is in charge of a part of a ministry: 中国外交部北美司一名负责人.
    fn heads_office(&self, tokens: &[Token], phrase: &Phrase, determiner: Option<usize>, plain: &str) -> bool {
        if tokens[phrase.last].span.slice(plain) != "负责人" {
            return false;
        }
        let first = determiner.unwrap_or(phrase.first);
        let body = phrase.body.or_else(|| self.body_before(tokens, first));
        body.is_some_and(|body| self.bodies[body].gives_account)
    }

    fn side_of_nameless(&self, tokens: &[Token], phrase: &Phrase, first: usize, head: Head, plain: &str) -> String {
        let words = || tokens[first..=phrase.last].iter().filter_map(|t| t.word().role);
        let whole = stretch(tokens, first, phrase.last).slice(plain);
        let elsewhere = phrase.body.is_none() && self.words.names.elsewhere.iter().any(|w| whole.contains(w.as_str()));
        if head == Head::Expert || elsewhere || words().any(|r| r == Role::Former) {
            return NO_SIDE.to_owned();
        }
        let of = |role: Role| match role {
            Role::Body(number) => Some(self.bodies[number].side.clone()),
            Role::Person(number) => Some(self.people[number].side.clone()),
            _ => None,
        };
        let body = phrase.body.map(|body| self.side_of_ministry(body));
        // 湖城的一名官员: the place before him.
        let place = || first.checked_sub(2).and_then(|at| tokens[at].word().role).and_then(of);
        let near = || first.checked_sub(1).and_then(|at| tokens[at].word().role).and_then(of);
        let last = || self.last_unnamed.filter(|_| head == Head::Official).map(|who| self.side(who).to_owned());
        let office = || self.body_before(tokens, first).filter(|_| head == Head::Official);
        let office = || office().map(|body| &self.bodies[body]).filter(|b| b.gives_account).map(|b| b.side.clone());
        let found = body.or_else(|| words().find_map(of)).or_else(place).or_else(near).or_else(office).or_else(last);
        // Officials of the other party seldom speak without their names.
        let officials = head == Head::Official && !whole.ends_with("干部");
        found.unwrap_or_else(|| if officials { "us" } else { NO_SIDE }.to_owned())
    }

    /// The side of an institution of whose officials nothing else is told: 一名财政部官员 is America's, where the article names its
    /// minister (美国财政部长) and not the other one.
    fn side_of_ministry(&self, body: usize) -> String {
        let body = &self.bodies[body];
        let shared = self.words.shared.iter().any(|shared| shared.name == body.name);
        let heads = |side: &str| {
            let office = |office: &String| office.starts_with(&body.name);
            self.people.iter().any(|p| p.count > 0 && p.side == side && p.offices.iter().any(office))
        };
        if shared && heads("us") && !heads("cn") { "us".to_owned() } else { body.side.clone() }
    }

    /// Who is meant by an office without a name: 国务卿, 外交部发言人.
    fn by_office(&mut self, tokens: &[Token], phrase: &Phrase, title: usize, plain: &str) -> Option<Who> {
        let office = tokens[title].span.slice(plain);
        let side = phrase.body.map(|body| self.bodies[body].side.clone());
        // 德国外交部一名女发言人: somebody new.
        let new = determiner(tokens, phrase.first).filter(|at| tokens[*at].word().role == Some(Role::One));
        let last = || self.last_spokesperson.is_some();
        let of = Some(new.unwrap_or(phrase.first)).filter(|_| phrase.is.spokesperson && phrase.body.is_none());
        let of =
            of.filter(|_| new.is_some() || phrase.of.is_some() || !last() || of_another(tokens, phrase.first, plain));
        let of = of.and_then(|at| self.before(tokens, at));
        if let Some((first, side)) = phrase.of.map(|of| (phrase.first, self.people[of].side.clone())).or(of) {
            let span = stretch(tokens, first, phrase.last);
            return Some(Who::Person(self.office_holder(span, side, phrase.is, plain)));
        }
        if phrase.is.spokesperson {
            if phrase.body.is_none() && self.last_spokesperson.is_some() {
                return self.last_spokesperson;
            }
        } else if let Some(who) = self.holder(office, side.as_deref()) {
            return Some(who);
        }
        let side = side.or_else(|| self.words.office_sides.get(office).cloned());
        // A spokesperson of nobody who is named has the word all the same.
        let side = side.or_else(|| phrase.is.spokesperson.then(|| NO_SIDE.to_owned()))?;
        let span = stretch(tokens, phrase.first, phrase.last);
        let is = Is { embassy: phrase.body.is_some_and(|b| self.bodies[b].name.ends_with("使馆")), ..phrase.is };
        Some(Who::Person(self.office_holder(span, side, is, plain)))
    }

    /// Of whose side somebody is by whoever stands before a token, and where: 布罗克的发言人.
    fn before(&self, tokens: &[Token], at: usize) -> Option<(usize, String)> {
        let person = at.checked_sub(2).and_then(|owner| match tokens[owner].word().role {
            Some(Role::Person(number)) => Some((owner, self.people[number].side.clone())),
            _ => None,
        });
        person.or_else(|| {
            let body = self.body_before(tokens, at)?;
            let first = tokens[..at].iter().rposition(|t| t.word().role == Some(Role::Body(body)))?;
            Some((first, self.bodies[body].side.clone()))
        })
    }

    /// Whoever is named by an office alone, the same one wherever the article does so.
    fn office_holder(&mut self, span: Span, side: String, is: Is, plain: &str) -> usize {
        let name = span.slice(plain);
        if let Some(number) = self.by_title.get(name) {
            return *number;
        }
        let person = Person { name: Some(span), side, is, ..Person::default() };
        let number = self.add(person, &[]);
        self.by_title.insert(name.to_owned(), number);
        number
    }

    /// What somebody is to the verbs of a sentence, by the words beside him.
    fn part(&self, tokens: &[Token], first: usize, last: usize, plain: &str) -> Part {
        let rest = &plain[tokens[last].span.end..];
        if rest.starts_with('的') || ["政府", "团队", "阵营"].iter().any(|w| rest.starts_with(w)) {
            return Part::Owner;
        }
        // 在布罗克看来: he thinks so.
        if ["看来", "眼中", "眼里"].iter().any(|w| rest.starts_with(w)) {
            return Part::Subject;
        }
        if is_asked_about(tokens, first, plain) {
            return Part::Object;
        }
        let Some(before) = first.checked_sub(1).map(|at| &tokens[at]) else { return Part::Subject };
        let words = before.span.slice(plain);
        let roles = &self.words.roles;
        let ends = |list: &[String]| list.iter().any(|w| words.ends_with(w.as_str()));
        match before.what {
            What::Word(_) if roles.object.iter().any(|w| w == words) => Part::Object,
            What::Other if ends(&roles.agent) => Part::Agent,
            What::Other if ends(&roles.object) => Part::Object,
            // 对来访的布罗克说.
            What::Other if is_described_object(words) => Part::Object,
            _ => Part::Subject,
        }
    }
}

/// Whom 前者 or 后者 means, where its own sentence has named people before it: 布罗克和沈博先后受访，后者说.
fn one_of_two(pronoun: Pronoun, found: &[Mention]) -> Option<Who> {
    let mut people = found.iter().filter(|m| !m.pronoun).filter_map(|m| m.who).filter(|w| !matches!(w, Who::Body(_)));
    let first = people.next()?;
    let last = people.next_back().filter(|last| *last != first)?;
    match pronoun {
        Pronoun::Former => Some(first),
        Pronoun::Latter => Some(last),
        _ => None,
    }
}

fn mention(tokens: &[Token], at: (usize, usize), who: Option<Who>, part: Part, pronoun: bool) -> Mention {
    Mention { span: stretch(tokens, at.0, at.1), first: at.0, last: at.1, who, part, pronoun }
}

/// The word for somebody without a name that stands before a phrase: 一名……官员.
fn determiner(tokens: &[Token], first: usize) -> Option<usize> {
    /// Between it and whoever it is of stand no more tokens.
    const NEAR: usize = 8;
    let before = (first.saturating_sub(NEAR)..first).rev().take_while(|at| !tokens[*at].parts());
    let mut found = None;
    for at in before {
        let word = tokens[at].word();
        if is_determiner(word) {
            found = Some(at);
            if word.role != Some(Role::Hidden) {
                // 一名匿名官员: two such words beside each other.
                let one = at.checked_sub(1).filter(|before| is_determiner(tokens[*before].word()));
                return one.or(found);
            }
        } else if word.say.is_some() || tokens[at].quote().is_some() {
            break;
        }
    }
    found
}
