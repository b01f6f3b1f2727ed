//! Who says what in a sentence: its verbs of saying with their subjects, and the accounts that it names (`accounts`).

use std::ops::Range;

use super::accounts::Account;
use super::beside::{is_asked, is_described_object};
use super::frame::{Token, What};
use super::lexicon::{Head, Say};
use super::mentions::{Mention, Part};
use super::people::{People, Who};
use super::words::Words;
use crate::import::article::is_party;
use crate::text::language::is_han;

/// A sentence with everybody in it.
#[derive(Debug)]
pub(super) struct Sentence<'a> {
    pub tokens: &'a [Token],
    pub mentions: Vec<Mention>,
    pub accounts: Vec<Account>,
    /// Whether somebody speaks in a statement of his own: 发言人在声明中说.
    pub stated: bool,
    pub plain: &'a str,
}

/// Who speaks at a place of a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Chain {
    pub who: Option<Who>,
    /// Who tells of it: an account, an official.
    pub via: Option<Who>,
    pub how: Option<Say>,
    /// The account on which the sentence rests: 据新华社报道.
    pub source: Option<Account>,
    rests: bool,
    /// Whoever acts in the last clause that names anybody.
    pub subject: Option<Who>,
    /// Whether whoever acts is who has the words of which the sentence tells: 沈博的措辞很硬：…….
    owns: bool,
    /// Whether it is said by nobody in particular: 被称为, 路透社说.
    pub nobody: bool,
    /// Whether a verb of saying stands before.
    pub says: bool,
    /// The token of the last verb of saying, and of the last one in this clause.
    said: Option<usize>,
    said_here: Option<usize>,
    clause: usize,
}

impl Chain {
    /// The account on which what stands here rests.
    fn account(&self) -> Option<Who> {
        self.source.filter(|_| self.rests).map(|source| source.who)
    }
}

impl<'a> Sentence<'a> {
    /// Reads a sentence.
    pub fn read(tokens: &'a [Token], plain: &'a str, people: &mut People) -> Self {
        let mentions = people.mentions(tokens, plain);
        let mut sentence = Self { tokens, mentions, accounts: Vec::new(), stated: false, plain };
        sentence.find_accounts(people);
        sentence
    }

    /// Where the clause of a token begins.
    pub(super) fn clause(&self, at: usize) -> usize {
        self.tokens[..at].iter().rposition(Token::parts).map_or(0, |comma| comma + 1)
    }

    /// Where the clause ends in which a token stands, or which begins with it.
    fn clause_end(&self, at: usize) -> usize {
        self.tokens[at..].iter().position(Token::parts).map_or(self.tokens.len(), |n| at + n)
    }

    /// Whether a token lies within the words for somebody: 一名要求匿名的官员.
    pub(super) fn is_within(&self, at: usize) -> bool {
        self.mentions.iter().any(|m| m.first <= at && at <= m.last)
    }

    /// Who speaks before a token, by the words from another one on.
    pub fn chain(&self, from: usize, to: usize, people: &People) -> Chain {
        let mut chain = Chain { clause: from, ..Chain::default() };
        self.go_on(&mut chain, from, to, people);
        chain
    }

    /// Goes on with what stands from one token to another.
    pub fn go_on(&self, chain: &mut Chain, from: usize, to: usize, people: &People) {
        for at in from..to {
            self.step(chain, at, people);
        }
    }

    fn step(&self, chain: &mut Chain, at: usize, people: &People) {
        let token = &self.tokens[at];
        if token.parts() {
            chain.clause = at + 1;
            chain.said_here = None;
            if token.what == What::Semicolon {
                chain.said = None;
                // 中方的新闻稿说……；白宫的声明用词相近，称……: another account begins anew.
                let end = self.clause_end(at + 1);
                if self.accounts.iter().any(|a| (at..end).contains(&a.at)) {
                    *chain = Chain { clause: at + 1, ..Chain::default() };
                }
            }
            return;
        }
        if let Some(mention) = self.mentions.iter().find(|m| m.first == at) {
            // 白宫称会谈有益 中方称“……”: a space parts what a headline tells of each.
            if mention.part == Part::Subject && self.stands_apart(at) {
                *chain = Chain { clause: at, ..Chain::default() };
            }
            let acts = mention.part == Part::Subject && self.first_of_clause(chain, mention);
            let owns = self.owns_words(mention);
            // 通稿中，沈博的措辞很硬：船“很旧”，中国“不怕”: what his state does he says.
            let state = matches!(mention.who, Some(Who::Body(_)));
            if owns || acts && !(state && chain.owns) {
                chain.subject = mention.who;
            }
            chain.owns |= owns;
            if self.gives(chain, mention) {
                (chain.via, chain.who, chain.said) = (chain.who, mention.who, Some(mention.last));
            }
        }
        if let Some(account) = self.accounts.iter().find(|a| a.at == at) {
            chain.source = Some(*account);
            // 声明中没有这句话: whoever speaks behind it does so elsewhere.
            chain.rests = account.rests;
        }
        let word = token.word();
        let say = word.say.or_else(|| self.explains(at).then_some(Say::Speak));
        if let Some(say) = say.filter(|_| !self.is_within(at) && !self.is_attribute(at) && !self.is_noun(at)) {
            self.say(chain, at, say, people);
        }
    }

    /// Whether somebody is spoken to: 对布罗克说, 告诉布罗克.
    pub fn is_spoken_to(&self, mention: &Mention) -> bool {
        let Some(before) = mention.first.checked_sub(1).map(|at| self.tokens[at].span.slice(self.plain)) else {
            return false;
        };
        // 对湖城电视网（LTV）说.
        let next = self.tokens[mention.last + 1..].iter().find(|t| t.what != What::Aside);
        let says = next.is_some_and(|t| t.word().say.is_some() || t.parts());
        ["告诉", "告知"].iter().any(|w| before.ends_with(w))
            || says && ["对", "向", "同", "跟"].iter().any(|w| before.ends_with(w))
            || says && is_described_object(before)
    }

    /// Whether a space stands between a token and the words before it.
    fn stands_apart(&self, at: usize) -> bool {
        let before = &self.plain[..self.tokens[at].span.start];
        at > 0 && before.strip_suffix([' ', '　']).is_some_and(|words| words.ends_with(is_han))
    }

    /// Whether a token lies in what somebody is asked.
    pub fn is_in_question(&self, at: usize) -> bool {
        is_asked(&self.plain[self.tokens[self.clause(at)].span.start..self.tokens[at].span.start])
    }

    /// Whether nobody else acts before in the clause.
    fn first_of_clause(&self, chain: &Chain, mention: &Mention) -> bool {
        let acts = |m: &Mention| m.part == Part::Subject || self.owns_words(m);
        let before = |m: &Mention| m.first >= chain.clause && m.first < mention.first && acts(m);
        !self.mentions.iter().any(before)
    }

    /// Who is told to have words for a thing that stand at a token: 他所说的“……”.
    pub fn so_called_by(&self, quote: usize) -> Option<Who> {
        let before = &self.plain[..self.tokens[quote].span.start];
        let own = ["所说的", "所称的", "所讲的", "所谓的", "口中的"].iter().find_map(|w| before.strip_suffix(w))?;
        let by = self.mentions.iter().find(|m| self.tokens[m.last].span.end == own.len())?;
        by.who.filter(|who| matches!(who, Who::Person(_)))
    }

    /// Whether somebody's words are what a clause is about: 沈博的话来自……。
    fn owns_words(&self, mention: &Mention) -> bool {
        let next = self.tokens.get(mention.last + 1).map(|t| t.span.slice(self.plain));
        const WORDS: [&str; 8] = ["的话", "的原话", "的措辞", "的用词", "的语气", "的口气", "的口吻", "的调门"];
        next.is_some_and(|words| WORDS.iter().any(|w| words.starts_with(w)))
    }

    /// Whether the words of somebody are given by the verb before him: 引述沈博.
    fn gives(&self, chain: &Chain, mention: &Mention) -> bool {
        // 引用中国的古训: a thing of somebody's, and not his words, unless it is what he said (引述沈博的话).
        const WORDS: [&str; 5] = ["的话", "的原话", "的讲话", "的说法", "的发言"];
        let behind = self.tokens.get(mention.last).map_or("", |t| &self.plain[t.span.end..]);
        let thing = behind.starts_with('的') && !WORDS.iter().any(|w| behind.starts_with(w));
        chain.how == Some(Say::Quote) && !thing && chain.said.is_some_and(|said| mention.first == said + 1)
    }

    /// Whether a verb only tells of what stands behind it: 提出的方案.
    fn is_attribute(&self, at: usize) -> bool {
        let of = |t: &Token| t.what == What::Other && t.span.slice(self.plain).starts_with('的');
        let alone = |t: &Token| {
            t.span.slice(self.plain) == "的" && self.tokens.get(at + 2).is_some_and(|t| t.quote().is_some())
        };
        self.tokens.get(at + 1).is_some_and(|t| of(t) && !alone(t) && !t.span.slice(self.plain).starts_with("的是"))
    }

    /// Whether a verb is the name of a thing: 对会谈的描述, and not 布罗克的描述.
    fn is_noun(&self, at: usize) -> bool {
        let before = &self.plain[..self.tokens[at].span.start];
        // 美方会兑现承诺: what is kept.
        const KEPT: [&str; 10] = ["兑现", "履行", "信守", "恪守", "遵守", "违背", "背弃", "落实", "食言", "违反"];
        // 回复记者询问时: what is answered.
        const ASKED: [&str; 7] = ["询问", "提问", "追问", "质问", "质疑", "问", "请求"];
        if ASKED.contains(&self.tokens[at].span.slice(self.plain)) && self.is_answered(at) {
            return true;
        }
        let ends = self.tokens.get(at + 1).is_none_or(Token::parts);
        if ends && KEPT.iter().any(|w| before.ends_with(w)) {
            return true;
        }
        // 布罗克对此的说法则是: what it was stands behind.
        let tells = self.tokens[at].span.slice(self.plain).ends_with('是');
        let owned = at > 0 && before.ends_with('的') && !tells;
        owned && self.tokens[at - 1].what == What::Other && !self.mentions.iter().any(|m| m.last + 2 == at)
    }

    /// Whether what stands at a token is answered by a word before it in its clause: 回复记者询问时.
    fn is_answered(&self, at: usize) -> bool {
        /// Between both stand no more tokens.
        const NEAR: usize = 4;
        let words = self.tokens[self.clause(at).max(at.saturating_sub(NEAR))..at].iter();
        let answers = ["回复", "回应", "答复", "回答", "面对", "针对", "就"];
        words.rev().any(|t| answers.iter().any(|w| t.span.slice(self.plain).ends_with(w)))
    }

    /// Takes a verb of saying.
    fn say(&self, chain: &mut Chain, at: usize, say: Say, people: &People) {
        let before = chain.said_here;
        (chain.said_here, chain.says) = (Some(at), true);
        let said = chain.said.replace(at);
        let passive = at > 0 && self.tokens[at - 1].what == What::Other;
        if passive && self.tokens[at - 1].span.slice(self.plain).ends_with('被') {
            (chain.who, chain.via, chain.how, chain.nobody) = (None, None, Some(say), true);
            return;
        }
        let start = before.map_or(chain.clause, |said| said + 1).max(chain.clause);
        let subject = self.subject(start, at);
        let account = self.accounts.iter().find(|a| a.at >= start && a.at < at);
        match (subject, account) {
            // 官员说，外界不应期待成果: what the public is not to do he says.
            (Some(Mention { who: None, last, .. }), None) if chain.who.is_some() && self.is_told_to(last) => return,
            (Some(Mention { who: None, .. }), None) => {
                (chain.who, chain.via, chain.nobody) = (None, None, true);
            }
            // 中方通稿说: the account speaks.
            (subject, Some(account)) if subject.is_none_or(|s| s.last < account.at && s.part != Part::Agent) => {
                (chain.who, chain.via, chain.nobody) = (Some(account.who), None, false);
            }
            (Some(subject), _) if self.is_judged(chain, at, &subject, people) => {}
            (Some(subject), _) if say == Say::Speak && self.answers(chain, at, &subject, said, people) => {
                (chain.who, chain.via, chain.nobody) = (subject.who, None, false);
            }
            (Some(subject), _) => self.speaks(chain, subject, said, people),
            // 官员说，沈博谈到……，并告诉布罗克: he goes on.
            (None, _) => {
                let first = self.tokens[start.min(at)].span.slice(self.plain);
                let joined = first.starts_with('并') || start == at && first == "称";
                let joined = joined && chain.how != Some(Say::Quote);
                self.without_subject(chain, before.is_none() && !joined, people);
            }
        }
        chain.how = Some(say);
    }

    /// Whether those named at a token are only told what to do: 外界不应期待.
    fn is_told_to(&self, last: usize) -> bool {
        let behind = &self.plain[self.tokens[last].span.end..];
        ["不应", "不该", "不必", "不要", "无须", "不用", "应", "该", "别"].iter().any(|w| behind.starts_with(w))
    }

    /// Whether a word at a token tells that somebody explains something to others: 向媒体说明，…….
    fn explains(&self, at: usize) -> bool {
        let clause = &self.plain[self.tokens[self.clause(at)].span.start..self.tokens[at].span.start];
        let ends = self.tokens.get(at + 1).is_none_or(Token::parts);
        self.tokens[at].span.slice(self.plain) == "说明" && ends && clause.contains(['向', '对'])
    }

    /// Whether what somebody says is only what another one of no party, who speaks, makes of it: 学者认为……，沈博说没有计划并不代表…….
    fn is_judged(&self, chain: &Chain, at: usize, subject: &Mention, people: &People) -> bool {
        let Some(speaker) = chain.who.filter(|who| !is_party(people.side(*who))) else { return false };
        let judges = match speaker {
            Who::Unnamed(number) => people.unnamed[number].head == Head::Expert,
            Who::Person(_) => true,
            Who::Body(_) => false,
        };
        let next = self.tokens[at + 1..].iter().find(|t| !t.parts());
        let quoted = next.is_none_or(|t| t.quote().is_some());
        judges && !quoted && subject.who.is_some_and(|who| who != speaker && is_party(people.side(who)))
    }

    /// A verb without a subject in its clause has that of the clauses before; a new clause goes on with whoever tells of
    /// another (沈博说，布罗克答应了，又说), but for an account, which goes on with him.
    fn without_subject(&self, chain: &mut Chain, begins: bool, people: &People) {
        if chain.who.is_none() && !chain.nobody {
            // 白宫的新闻稿没有这段话，只称……: the account.
            chain.who = chain.subject.or(chain.source.map(|source| source.who));
            chain.via = chain.account().filter(|via| Some(*via) != chain.who && chain.who.is_some());
        } else if begins && let Some(teller) = chain.via.filter(|via| !people.gives_account(*via)) {
            (chain.who, chain.via) = (Some(teller), None);
        }
    }

    /// The subject of a verb at a token: the first who acts from another one on, or whose word it is (布罗克的回应).
    fn subject(&self, start: usize, at: usize) -> Option<Mention> {
        let owned = at > 1 && self.tokens[at - 1].span.slice(self.plain) == "的";
        // 把布罗克的承诺落到实处: what is done with a thing of his says nothing.
        let handled = |m: &Mention| {
            let before = self.tokens[m.first].span.start;
            ["把", "将", "履行", "落实", "兑现", "遵守", "违背", "恪守", "信守", "违反", "背弃", "重提", "转达"]
                .iter()
                .any(|w| self.plain[..before].ends_with(w))
        };
        // 布罗克与沈博的谈话: what two say to each other is not the second one's word.
        let second = |m: &Mention| {
            let before = &self.plain[..self.tokens[m.first].span.start];
            let link = ["与", "和", "同", "跟", "及"].iter().find_map(|w| before.strip_suffix(w));
            link.is_some_and(|before| self.mentions.iter().any(|o| self.tokens[o.last].span.end == before.len()))
        };
        // 布罗克对媒体的说法是: nor is it that of whom he tells it.
        let told = |m: &Mention| {
            let before = &self.plain[..self.tokens[m.first].span.start];
            ["对", "向"].iter().any(|w| before.ends_with(w)) && self.mentions.iter().any(|o| o.last < m.first)
        };
        let owner = |m: &&Mention| owned && m.last + 2 == at && !handled(m) && !second(m) && !told(m);
        if let Some(owner) = self.mentions.iter().find(owner) {
            return Some(*owner);
        }
        let within = || self.mentions.iter().filter(|m| m.first >= start && m.last < at);
        let first = within().find(|m| m.part == Part::Agent).or_else(|| within().find(|m| m.part == Part::Subject));
        // 飞往湖城开会的布罗克说: the place only tells which one he is.
        let state = first.filter(|m| matches!(m.who, Some(Who::Body(_))) && m.part == Part::Subject);
        let told_by_it = |m: &&Mention| {
            let person = m.part == Part::Subject && matches!(m.who, Some(Who::Person(_)));
            person && self.plain[..m.span.start].ends_with('的')
        };
        state.and_then(|state| within().find(|m| m.first > state.last).filter(told_by_it)).or(first).copied()
    }

    /// Takes somebody as who speaks; right behind a verb of saying, as whoever spoke before tells it.
    fn speaks(&self, chain: &mut Chain, subject: Mention, said: Option<usize>, people: &People) {
        let Some(who) = subject.who else { return };
        let teller = chain.who.filter(|teller| *teller != who && said.is_some_and(|said| self.is_told(said, &subject)));
        chain.nobody = false;
        let sides = subject.pronoun && people.side(who) == "both";
        if matches!(who, Who::Body(_)) && self.is_spoken_of(chain, subject, teller, people) {
            return;
        }
        if sides && let Some(source) = chain.account() {
            (chain.who, chain.via) = (Some(source), None);
            return;
        }
        let source = chain.account().filter(|source| *source != who);
        // 白宫声明说，双方谈了……，布罗克提出……: an account goes on with its own people.
        let goes_on =
            chain.who.filter(|a| *a != who && people.gives_account(*a) && people.side(*a) == people.side(who));
        let goes_on = goes_on.filter(|_| !self.turns(&subject) && !self.opposes(&subject));
        // 声明说，布罗克重申……，他并呼吁……: it goes on telling.
        let same = chain.via.filter(|_| chain.who == Some(who));
        (chain.who, chain.via) = (Some(who), teller.or(source).or(goes_on).or(same));
    }

    /// Whether the other party's state or institution says the quotation that stands right behind a verb: 布罗克说“……”，中方回应说“……”.
    fn answers(&self, chain: &Chain, at: usize, subject: &Mention, said: Option<usize>, people: &People) -> bool {
        let (Some(speaker), Some(who @ Who::Body(_))) = (chain.who, subject.who) else { return false };
        let behind = self.tokens[at + 1..].iter().find(|t| !matches!(t.what, What::Comma | What::Colon));
        let quoted = behind.is_some_and(|t| matches!(t.what, What::Quote(_)));
        let told = said.is_some_and(|said| self.is_told(said, subject));
        let parties = [speaker, who].iter().all(|w| is_party(people.side(*w)));
        quoted && !told && parties && people.side(speaker) != people.side(who) && !people.gives_account(speaker)
    }

    /// Gives the word back to whoever tells of another, in a clause without a verb of saying in which his own state acts:
    /// 美国官员说，沈博提到了台湾，但美方“没有承诺”.
    pub fn returns(&self, chain: &mut Chain, people: &People) {
        let (Some(who), Some(via)) = (chain.who, chain.via) else { return };
        let own = |subject: Who| matches!(subject, Who::Body(_)) && people.side(subject) == people.side(via);
        let tells = !people.gives_account(via) && people.side(who) != people.side(via);
        if tells && chain.said_here.is_none() && chain.subject.is_some_and(own) {
            (chain.who, chain.via) = (Some(via), None);
        }
    }

    /// Whether a state or an institution is only what somebody speaks of: 声明还说，双方讨论了; 布罗克说……，美方愿意……. An account
    /// has the other party speak: 通稿称，美方承诺.
    fn is_spoken_of(&self, chain: &Chain, subject: Mention, teller: Option<Who>, people: &People) -> bool {
        let (Some(speaker), Some(who)) = (chain.who, subject.who) else { return false };
        if people.gives_account(speaker) && matches!(speaker, Who::Body(_)) {
            let own = people.side(speaker) == people.side(who) || people.side(who) == "both";
            return own && teller.is_some() || people.side(who) == "both" && !self.turns(&subject);
        }
        !matches!(speaker, Who::Body(_)) && !self.turns(&subject) && !self.opposes(&subject)
    }

    /// Whether the clause of whoever is named is held against the one before.
    fn opposes(&self, subject: &Mention) -> bool {
        let first = self.clause(subject.first);
        first < subject.first && self.against(self.tokens[first].span.slice(self.plain))
    }

    /// Whether somebody stands right behind a verb of saying, and in no clause that is held against it.
    fn is_told(&self, said: usize, subject: &Mention) -> bool {
        let between = &self.tokens[(said + 1).min(subject.first)..subject.first];
        let words = between.iter().filter(|t| !matches!(t.what, What::Comma | What::Colon | What::Aside));
        let few = words.clone().count() <= 1 && between.iter().filter(|t| t.parts()).count() <= 1;
        let against = |t: &Token| {
            let words = t.span.slice(self.plain);
            self.against(words) || t.quote().is_some() || t.what == What::Semicolon
        };
        few && !words.clone().any(against) && !self.turns(subject)
    }

    /// Whether words hold a clause against the one before: 而, 但.
    fn against(&self, words: &str) -> bool {
        Words::carried().roles.against.iter().any(|w| words.starts_with(w.as_str()))
    }

    /// Whether whoever is named takes the word from another: 布罗克则说.
    fn turns(&self, subject: &Mention) -> bool {
        self.tokens.get(subject.last + 1).is_some_and(|t| t.span.slice(self.plain).starts_with('则'))
    }

    /// Who is named behind a quotation as whose it is: “……，”布罗克说.
    pub fn behind(&self, quote: usize, people: &People) -> Option<Chain> {
        let end = self.tokens[quote + 1..].iter().position(|t| t.quote().is_some());
        let end = end.map_or(self.tokens.len(), |n| quote + 1 + n);
        let first = (quote + 1..end).find(|at| !self.tokens[*at].parts())?;
        let clause = (first..end).find(|at| self.tokens[*at].parts()).unwrap_or(end);
        let chain = self.chain(first, clause, people);
        // “……”，沈博说“……”: he says what stands behind.
        let next = self.tokens.get(clause).is_some_and(|t| t.quote().is_some());
        if first > quote + 1 && next && chain.said == Some(clause - 1) {
            return None;
        }
        let speaks =
            chain.says && chain.who.is_some() && self.mentions.iter().any(|m| m.first >= first && m.last < clause);
        let known = chain.source.is_some() && chain.who.is_none();
        (speaks || known).then_some(chain)
    }

    /// Whether somebody who stands right behind a quotation says something too: “……。”一名官员也说.
    pub fn joins_in(&self, quote: usize) -> bool {
        let next = self.mentions.iter().find(|m| m.first > quote);
        next.is_some_and(|m| m.part == Part::Subject && self.plain[m.span.end..].starts_with(['也', '亦', '则']))
    }

    /// What stands behind a token in its clause.
    pub fn after(&self, at: usize) -> &str {
        let end = self.clause_end(at);
        &self.plain[self.tokens[at].span.end..self.tokens[end.max(at + 1) - 1].span.end]
    }

    /// Whether somebody stands behind the last verb of saying and feels something: 只称沈博对此“高度关切”.
    pub fn stands_behind_verb(&self, who: Who, chain: &Chain) -> bool {
        let feels = |m: &Mention| {
            let behind = &self.plain[self.tokens[m.last].span.end..];
            m.who == Some(who) && (behind.starts_with('对') || behind.starts_with('就'))
        };
        chain.said.is_some_and(|said| self.mentions.iter().any(|m| m.first > said && feels(m)))
    }

    /// Its words.
    pub fn plain_of(&self) -> &str {
        match (self.tokens.first(), self.tokens.last()) {
            (Some(first), Some(last)) => &self.plain[first.span.start..last.span.end],
            _ => "",
        }
    }

    /// The first who acts in it, or of whose it tells: 沈博的语气很硬。
    pub fn subject_of(&self) -> Option<Who> {
        let subject = self.mentions.iter().find(|m| m.part == Part::Subject).and_then(|m| m.who);
        let owner = |m: &&Mention| m.part == Part::Owner && matches!(m.who, Some(Who::Person(_)));
        subject.or_else(|| self.mentions.iter().find(owner).and_then(|m| m.who))
    }

    /// Whether any of its words shows something.
    pub fn shows(&self, sort: impl Fn(&Token) -> bool) -> bool {
        self.tokens.iter().any(sort)
    }

    /// The tokens from one semicolon to the next in which one stands.
    pub fn statement(&self, at: usize) -> Range<usize> {
        let parts = |t: &Token| t.what == What::Semicolon;
        let start = self.tokens[..at].iter().rposition(parts).map_or(0, |semicolon| semicolon + 1);
        let end = self.tokens[at..].iter().position(parts).map_or(self.tokens.len(), |n| at + n);
        start..end
    }

    /// Its quotations, by token and number.
    pub fn quotes(&self) -> impl Iterator<Item = (usize, usize)> {
        self.tokens.iter().enumerate().filter_map(|(at, t)| Some((at, t.quote()?)))
    }
}
