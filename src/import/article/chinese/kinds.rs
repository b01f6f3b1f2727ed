//! From what sort of source words are: a written account, somebody without a name, or remarks on record.

use std::ops::Range;

use super::accounts::Account;
use super::attribution::{Chain, Sentence};
use super::frame::Token;
use super::lexicon::{Head, Say};
use super::mentions::{Mention, Part};
use super::people::{People, Who};
use super::reader::{Reader, Source};
use crate::import::article::{NO_SIDE, is_party};
use crate::readout::Kind;

/// How many paragraphs somebody is heard as he was before.
const SPOKEN: usize = 1;
const TOLD: usize = 4;
const WRITTEN: usize = 8;

/// What stands behind a meeting before or after which something is said: 会晤后.
const AROUND: [&str; 11] = ["后", "之后", "以后", "结束", "前", "之前", "以前", "开始前", "之际", "的同一天", "的同时"];

/// What stands behind whoever takes the word after another.
const ANSWERS: [&str; 13] =
    ["则", "也说", "亦说", "回应", "答", "回答", "反问", "反驳", "补充", "接着", "随后说", "随即", "接话"];

/// What the words of a sentence show of how others in it were said.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Cues {
    pub public: bool,
    pub written: bool,
    pub meets: bool,
    /// Whether an account is named.
    pub document: bool,
    /// Whether somebody takes the word behind another: 布罗克则说, 沈博回应.
    pub answers: bool,
    /// Whether it tells how one receives another: 布罗克迎接沈博时.
    pub greets: bool,
    /// Whether somebody is spoken to who has a name: 对布罗克说.
    pub addressed: Option<Who>,
}

impl Cues {
    /// Of a sentence.
    pub fn of(sentence: &Sentence<'_>, people: &People) -> Self {
        Self::within(sentence, 0..sentence.tokens.len(), people)
    }

    /// Of what a sentence says of a quotation: 布罗克对记者说“……”；通稿则显示……。 has its own for each, where both show any.
    pub fn beside(self, sentence: &Sentence<'_>, quote: usize, people: &People) -> Self {
        let statement = sentence.statement(quote);
        if statement.len() == sentence.tokens.len() {
            return self;
        }
        let own = Self::within(sentence, statement, people);
        if own.public || own.written || own.document { own } else { self }
    }

    fn within(sentence: &Sentence<'_>, range: Range<usize>, people: &People) -> Self {
        let tokens = &sentence.tokens[range.clone()];
        let mentions = || sentence.mentions.iter().filter(|m| range.contains(&m.first));
        let objects = || mentions().filter(|m| m.part == Part::Object && sentence.is_spoken_to(m));
        let shows = |sort: fn(&Token) -> bool| tokens.iter().any(sort);
        let before_verb = || tokens.iter().take_while(|t| t.word().say.is_none());
        // 向中国媒体说: so words are public.
        let press = |m: &Mention| m.who.is_none_or(|who| people.is_agency(who));
        let around = |t: &Token| AROUND.iter().any(|w| sentence.plain[t.span.end..].starts_with(w));
        Self {
            public: shows(|t| t.word().public) || before_verb().any(|t| t.word().earlier) || objects().any(press),
            written: sentence.stated || shows(|t| t.word().written),
            meets: before_verb().any(|t| t.word().meets && !around(t)),
            document: shows(|t| t.word().account),
            answers: mentions().any(|m| {
                let behind = &sentence.plain[sentence.tokens[m.last].span.end..];
                let theirs = m.part == Part::Owner && m.pronoun && behind.starts_with("的回");
                m.part == Part::Subject && ANSWERS.iter().any(|w| behind.starts_with(w)) || theirs
            }),
            greets: mentions().any(|m| {
                let before = &sentence.plain[..sentence.tokens[m.first].span.start];
                let when = sentence.after(m.last).contains('时');
                when && ["迎接", "欢迎", "恭候"].iter().any(|w| before.ends_with(w))
            }),
            addressed: objects().filter_map(|m| m.who).find(|w| matches!(w, Who::Person(_))),
        }
    }
}

impl Reader<'_> {
    /// The source of words that somebody says, with whoever tells of them.
    pub(super) fn decide(&self, who: Who, chain: &Chain, cues: &Cues) -> Source {
        let people = &self.people;
        match chain.via {
            Some(via) if people.gives_account(via) && (cues.document || !cues.public) => {
                let source = self.told_by_account(who, via, chain.how);
                // 白宫的事实清单列明，中方承诺……: a list of measures has words of its own.
                let sheet = source.kind == Kind::Readout && chain.source.is_some_and(|s| s.sheet && s.who == via);
                if sheet {
                    return Source { actor: Some(who), account: Some(via), ..self.own(via, Kind::FactSheet) };
                }
                source
            }
            Some(via) if !people.gives_account(via) && people.side(via) != NO_SIDE => {
                self.told(who, via, chain.how, cues)
            }
            _ => match self.goes_on_as_told(who, cues) {
                Some(source) => source,
                None => self.heard(who, chain, cues),
            },
        }
    }

    /// Words of somebody as an account tells them.
    pub(super) fn told_by_account(&self, who: Who, account: Who, how: Option<Say>) -> Source {
        let people = &self.people;
        let side = people.side(account);
        let own = people.side(who) == side;
        if own && (self.narrates(account) && how != Some(Say::Speak) || matches!(who, Who::Body(_))) {
            return Source { actor: Some(who), account: Some(account), ..self.own(account, Kind::Readout) };
        }
        let teller = (!own && is_party(side)).then_some(account);
        // 央视引述一名官员的话说: who has no name stays so.
        let kind = if matches!(who, Who::Unnamed(_)) { Kind::Background } else { Kind::Readout };
        Source { teller, account: Some(account), ..self.own(who, kind) }
    }

    /// Whether accounts of the side of somebody tell in words of their own what its people did.
    fn narrates(&self, who: Who) -> bool {
        let side = self.people.side(who);
        self.people.words.narrated.iter().any(|s| s == side)
    }

    /// Words of somebody as another person tells them.
    fn told(&self, who: Who, via: Who, how: Option<Say>, cues: &Cues) -> Source {
        let own = self.people.side(who) == self.people.side(via);
        let narrates = self.people.is(via).spokesperson && self.narrates(via);
        match via {
            // 发言人说，布罗克提出了……: the words of whoever tells it.
            Who::Person(_) if own && narrates => Source { actor: Some(who), ..self.own(via, self.kind(via, cues)) },
            Who::Unnamed(_) if own || matches!(who, Who::Unnamed(_)) => {
                Source { actor: Some(who), ..self.own(via, self.kind(via, cues)) }
            }
            // 布罗克说，总统致力于……: whose aim it is, he says it.
            Who::Person(_) if own && how == Some(Say::Act) && self.people.is_principal(via) => {
                Source { actor: Some(who), ..self.own(via, self.kind(via, cues)) }
            }
            _ if own => self.own(who, self.kind(via, cues)),
            // 布罗克说，中方谈判代表提出了“……”: his word for it.
            _ if matches!(who, Who::Unnamed(_)) || self.people.is_nameless(who) => self.own(via, self.kind(via, cues)),
            _ => Source { teller: Some(via), ..self.own(who, self.kind(via, cues)) },
        }
    }

    /// What is still as an account has told what somebody says: 通稿引述布罗克说……。他还说……。
    fn goes_on_as_told(&self, who: Who, cues: &Cues) -> Option<Source> {
        // Of a call an account that gives the words of both tells over paragraphs.
        let goes_on = |last: &Source| self.call && last.account.is_some_and(|account| !self.narrates(account));
        let here = self.here.or(self.last.filter(goes_on));
        let here = here.filter(|here| here.kind == Kind::Readout);
        let same = here.is_some_and(|here| here.who == who);
        let account = here.and_then(|here| here.account);
        // 日本外务省的概要说……；布罗克要求……: so has it whoever is a party.
        if let Some(account) = account.filter(|account| self.people.is_told_by(who, *account))
            && !cues.public
        {
            return Some(self.own(who, Kind::Readout)).map(|source| Source { account: Some(account), ..source });
        }
        let account = account.filter(|account| is_party(self.people.side(*account)));
        let account = account.or(self.running).filter(|_| !cues.public && !cues.document)?;
        let person = matches!(who, Who::Person(_)) && (same || self.people.is_principal(who));
        // 五角大楼说，布罗克……；沈博则说……: whoever answers is told of by an account of his own side.
        if person
            && cues.answers
            && !same
            && is_party(self.people.side(who))
            && self.people.side(who) != self.people.side(account)
        {
            return Some(self.own(who, Kind::Readout));
        }
        (person && is_party(self.people.side(who))).then(|| self.told_by_account(who, account, Some(Say::Speak)))
    }

    /// Words of an account of which nobody else is named as whose they are.
    pub(super) fn of_account(&self, account: Account, actor: Option<Who>) -> Source {
        let kind = match account.sheet {
            true => Kind::FactSheet,
            false => self.kind_of_body(account.who, !account.public, account.public),
        };
        // 据新华社报道，沈博“……”: his words, where his side's accounts give those of its people.
        if let Some(person @ Who::Person(_)) = actor.filter(|_| kind == Kind::Readout && !self.narrates(account.who)) {
            return self.told_by_account(person, account.who, Some(Say::Speak));
        }
        let actor = actor.filter(|actor| *actor != account.who);
        Source { actor, account: Some(account.who), ..self.own(account.who, kind) }
    }

    /// Words of an account that goes on.
    pub(super) fn of_account_body(&self, account: Who, actor: Option<Who>) -> Source {
        Source { actor, account: Some(account), ..self.own(account, Kind::Readout) }
    }

    fn own(&self, who: Who, kind: Kind) -> Source {
        Source { who, kind, teller: None, actor: None, account: None }
    }

    /// Words of somebody of which nobody tells; those of people in an agency's own report are known by it.
    fn heard(&self, who: Who, chain: &Chain, cues: &Cues) -> Source {
        let sheet = chain.source.is_some_and(|s| s.sheet && s.who == who);
        let kind = if sheet { Kind::FactSheet } else { self.kind(who, cues) };
        let source = self.own(who, kind);
        if let Some(agency) = self.agency.filter(|_| kind == Kind::Readout && matches!(who, Who::Person(_))) {
            return self.told_by_account(who, agency, chain.how);
        }
        let account = matches!(who, Who::Body(_)) && matches!(kind, Kind::Readout | Kind::FactSheet);
        Source { account: account.then_some(who), ..source }
    }

    /// From what sort of source somebody's words are.
    fn kind(&self, who: Who, cues: &Cues) -> Kind {
        match who {
            Who::Unnamed(number) if self.people.unnamed[number].head == Head::Expert => Kind::Remarks,
            Who::Unnamed(_) => Kind::Background,
            Who::Body(_) => self.kind_of_body(who, cues.document, cues.public),
            Who::Person(_) => self.kind_of_person(who, cues),
        }
    }

    fn kind_of_body(&self, who: Who, document: bool, public: bool) -> Kind {
        let side = self.people.side(who);
        let gives = matches!(who, Who::Body(number) if self.people.bodies[number].gives_account);
        match side {
            "both" => Kind::Readout,
            NO_SIDE => Kind::Remarks,
            _ if document => Kind::Readout,
            _ if is_party(side) && gives && !public => Kind::Readout,
            _ => Kind::Remarks,
        }
    }

    /// Whether principals are heard before others here: in this paragraph, or behind one that opens a scene.
    fn is_scene(&self) -> bool {
        let most = usize::from(self.received);
        self.scene.is_some_and(|paragraph| self.paragraph - paragraph <= most)
    }

    fn kind_of_person(&self, who: Who, cues: &Cues) -> Kind {
        let people = &self.people;
        let (side, is) = (people.side(who), people.is(who));
        if !is_party(side) || is.lawmaker || is.expert || is.embassy {
            return Kind::Remarks;
        }
        if cues.written && (is.spokesperson || !cues.public) {
            return Kind::Readout;
        }
        if cues.public || cues.answers && self.is_scene() && !cues.document {
            return Kind::Remarks;
        }
        let before = self.kinds.get(&who).filter(|(kind, paragraph)| {
            let narrated = people.words.narrated.iter().any(|s| s == side);
            let written = if narrated { TOLD } else { WRITTEN };
            self.paragraph - paragraph <= if *kind == Kind::Remarks { SPOKEN } else { written }
        });
        if is.spokesperson {
            return before.map_or(Kind::Remarks, |(kind, _)| *kind);
        }
        if let Some((Kind::Remarks, paragraph)) = before
            && *paragraph == self.paragraph
        {
            return Kind::Remarks;
        }
        /// How many paragraphs what was said before the press takes.
        const STAGE: usize = 3;
        let stage = self.stage.is_some_and(|paragraph| self.paragraph - paragraph <= STAGE);
        if stage && people.is_principal(who) && !cues.document {
            return Kind::Remarks;
        }
        // 对布罗克说, 会谈中说: what principals say to each other is known by accounts.
        let other = cues.addressed.filter(|other| people.is_principal(*other) && people.side(*other) != side);
        // 沈博在湖城会见布罗克。沈博说.
        let met = self.met.1 == self.paragraph && self.met.0.contains(&who);
        if people.is_principal(who) && (cues.meets || met || other.is_some()) {
            return Kind::Readout;
        }
        if let Some((kind, _)) = before {
            return *kind;
        }
        let near = |account: Who| people.side(account) == side;
        let account = self.here.filter(|h| h.kind == Kind::Readout).and_then(|h| h.account);
        match people.is_principal(who) && (self.call || self.agency.is_some() || account.is_some_and(near)) {
            true => Kind::Readout,
            false => Kind::Remarks,
        }
    }
}

impl People {
    /// Whether somebody is of a state that is no party, and its account tells of what he said to others.
    fn is_told_by(&self, who: Who, account: Who) -> bool {
        let Who::Person(number) = who else { return false };
        let is = self.people[number].is;
        let side = self.side(who);
        let other = is.spokesperson || is.lawmaker || is.expert || is.embassy || !is.office;
        !other && !is_party(side) && side != NO_SIDE && side == self.side(account)
    }

    /// Whether it is an agency or a paper that speaks for a side.
    pub fn is_agency(&self, who: Who) -> bool {
        matches!(who, Who::Body(number) if self.words.media.agencies.contains(&self.bodies[number].name))
    }

    /// The institution of a side that was named last of those that give accounts.
    pub fn account_of(&self, side: &str) -> Option<Who> {
        let gives = |number: &usize| self.side(Who::Body(*number)) == side && self.bodies[*number].gives_account;
        (0..self.bodies.len()).rev().find(gives).map(Who::Body)
    }

    /// Forgets who was lately there, so that an article can be read again from its beginning.
    pub fn start_again(&mut self) {
        (self.last_unnamed, self.last_spokesperson, self.account) = (None, None, None);
        self.before.clear();
        self.forget();
    }
}
