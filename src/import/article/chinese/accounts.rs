//! The accounts that a sentence names, and whose they are: 中国外交部的通稿, 白宫公布的事实清单, 据新华社报道.

use super::attribution::Sentence;
use super::beside::is_asked_about;
use super::frame::{Token, What};
use super::kinds::Cues;
use super::mentions::{Mention, Part};
use super::people::{People, Who};
use super::reader::Reader;
use super::words::Words;

/// A place where an account is named, and whose it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Account {
    pub at: usize,
    pub who: Who,
    /// Whether it is a list of measures.
    pub sheet: bool,
    /// Whether it was said in public: 答记者问.
    pub public: bool,
    /// Whether what stands around rests on it: 据新华社报道, 在声明中.
    pub rests: bool,
}

impl Sentence<'_> {
    /// Notes every account that a sentence names.
    pub fn find_accounts(&mut self, people: &mut People) {
        self.known_by(people);
        for at in 0..self.tokens.len() {
            if self.tokens[at].word().account && !self.is_within(at) && !self.is_topic(at) {
                self.account(at, people);
            }
        }
    }

    /// Whether an account is only what somebody speaks of: 就联合声明发表谈话, 被问到联合声明何时发布时.
    fn is_topic(&self, at: usize) -> bool {
        /// Between the word for it and the account stand no more bytes.
        const NEAR: usize = 40;
        let before = &self.plain[self.tokens[self.clause(at)].span.start..self.tokens[at].span.start];
        let about = ["就", "关于", "针对", "围绕"].iter().filter_map(|w| before.rfind(w)).max();
        // 就关税令发布的清单: the tariffs are what it is about.
        let given = |words: &str| ["发布的", "公布的", "发表的", "散发的"].iter().any(|w| words.contains(w));
        let about = about.filter(|n| before.len() - n <= NEAR && !given(&before[*n..]));
        about.is_some_and(|n| !before[n..].starts_with("就在") && !before[n..].starts_with("就是"))
            || self.is_rejoined(at)
            || self.is_compared(at)
            || is_asked_about(self.tokens, at, self.plain)
    }

    /// Whether an account is somebody's to whom one answers: 回应布罗克的声明时.
    fn is_rejoined(&self, at: usize) -> bool {
        const ANSWERS: [&str; 10] = ["回应", "反驳", "驳斥", "批评", "谴责", "评论", "抨击", "回击", "指责", "质疑"];
        let owner = self.mentions.iter().rev().find(|m| m.last < at && m.first > self.clause(at));
        let behind = &self.plain[self.tokens[at].span.end..];
        let before = owner.map(|m| &self.plain[..self.tokens[m.first].span.start]);
        let owned = owner.is_some_and(|m| self.plain[self.tokens[m.last].span.end..].starts_with('的'));
        let rests = ["中", "里", "上", "内"].iter().any(|w| behind.starts_with(w));
        owned && !rests && before.is_some_and(|before| ANSWERS.iter().any(|w| before.ends_with(w)))
    }

    /// Whether an account is only what another is held against: 与中方通稿相同的是，声明称…….
    fn is_compared(&self, at: usize) -> bool {
        let first = self.tokens[self.clause(at)].span.slice(self.plain);
        let alike = ["相同", "不同", "一样", "一致", "类似", "相似", "相比", "有别", "相反", "呼应"];
        let parted = self.tokens[at..].iter().any(Token::parts);
        let behind = self.after(at);
        parted && first.starts_with(['与', '同', '和', '跟', '较', '比']) && alike.iter().any(|w| behind.contains(w))
    }

    /// Notes whose account a sentence rests on without a noun for it: 另据新华社，……。
    fn known_by(&mut self, people: &mut People) {
        let by = |m: &&Mention| {
            let before = m.first.checked_sub(1).map_or("", |at| self.tokens[at].span.slice(self.plain));
            let sources = &people.words.roles.sources;
            let ends = self.tokens.get(m.last + 1).is_some_and(Token::parts);
            // 新华社：沈博称双方应“算大账”.
            let label = m.first == 0
                && m.who.is_some_and(|who| people.is_agency(who))
                && self.tokens.get(m.last + 1).is_some_and(|t| t.what == What::Colon)
                && self.mentions.iter().any(|other| other.first == m.last + 2);
            label
                || ends
                    && m.who.is_some_and(|w| people.gives_account(w))
                    && sources.iter().any(|w| before.ends_with(w.as_str()))
        };
        let found = self.mentions.iter().find(by).and_then(|m| Some((m.last, m.who?)));
        if let Some((at, who)) = found {
            people.account = Some((who, false));
            self.accounts.push(Account { at, who, sheet: false, public: false, rests: true });
        }
    }

    /// Notes the account that is named at a token, where it is somebody's.
    fn account(&mut self, at: usize, people: &mut People) {
        let word = self.tokens[at].word();
        let span = self.tokens[at].span;
        let mut sheet = word.sheet;
        let who = if word.joint {
            let number = people.body("联合声明", "both", true);
            people.call_body(number, span);
            Some(Who::Body(number))
        } else {
            match self.owner(at) {
                Some(owner) => {
                    self.stated |= !word.public && matches!(owner, Some(Who::Person(_)));
                    // 发言人的声明: what it says, he says.
                    owner.filter(|w| matches!(w, Who::Body(_)) || people.is(*w).spokesperson && !word.public)
                }
                None => {
                    // 消息称: what was just told to be one's account.
                    let opens = at == 0 && span.slice(self.plain) == "消息";
                    let last =
                        people.account_called(span.slice(self.plain)).filter(|_| word.again || word.sheet || opens);
                    // 官方新闻稿显示，沈博强调……: it is his side's, whichever was named last.
                    let behind = self.mentions.iter().find(|m| m.first > at && m.part == Part::Subject);
                    let whose = behind.and_then(|m| m.who).filter(|who| people.is_principal(*who) && !sheet);
                    let whose = whose.map(|who| people.side(who).to_owned());
                    let official = self.plain[..span.start].ends_with("官方");
                    let last = match whose.filter(|_| official) {
                        Some(side) => people.account_of(&side).map(|who| (who, false)).or(last),
                        None => last,
                    };
                    sheet |= last.is_some_and(|(_, sheet)| sheet);
                    self.stated |= last.is_some_and(|(who, _)| matches!(who, Who::Person(_)));
                    last.map(|(who, _)| who)
                }
            }
        };
        let Some(who) = who else { return };
        people.note_account(span.slice(self.plain), who, sheet);
        let rests = self.rests(at);
        self.accounts.push(Account { at, who, sheet, public: word.public, rests });
    }

    /// Whether what stands around rests on an account: 据新华社报道, 白宫的声明中, 白宫的说法是.
    fn rests(&self, at: usize) -> bool {
        let first = self.tokens[self.clause(at)].span.slice(self.plain);
        let within = |t: &Token| {
            let words = t.span.slice(self.plain).trim_start_matches('则');
            words.starts_with(['中', '里', '上', '内', '是']) && !words.starts_with("是否")
        };
        let by = Words::carried().roles.sources.iter().any(|w| first.starts_with(w.as_str()));
        // 新华社报道，沈博指出: it has what stands behind.
        let reports = ["报道", "报导", "消息"].contains(&self.tokens[at].span.slice(self.plain))
            && self.tokens.get(at + 1).is_some_and(Token::parts)
            && self.mentions.iter().any(|m| m.first == self.clause(at) && self.only_turns(m.last + 1, at));
        by || reports || self.tokens.get(at + 1).is_some_and(within)
    }

    /// Whether nothing stands between two tokens, or a word that turns to another: 新华社则报道.
    fn only_turns(&self, from: usize, to: usize) -> bool {
        const TURNS: [&str; 8] = ["则", "也", "亦", "随后", "稍后", "其后", "早前", "另"];
        let words = self.tokens.get(from..to).unwrap_or_default();
        words.iter().all(|t| TURNS.contains(&t.span.slice(self.plain))) && words.len() <= 1
    }

    /// Whose an account is: whoever stands before it in its clause. Nobody's, where media stand there.
    fn owner(&self, at: usize) -> Option<Option<Who>> {
        /// Between both stand no more tokens: 中国外交部周一公布的通稿.
        const NEAR: usize = 5;
        let clause = self.clause(at);
        // 白宫公布题为《某某》的事实清单: who is named in its title gives nothing out.
        let before = &self.plain[self.tokens[clause].span.start..self.tokens[at].span.start];
        let title = before.ends_with("》的").then(|| before.rfind('《')).flatten();
        let title = title.map(|open| self.tokens[clause].span.start + open);
        let at = title.and_then(|open| (clause..at).find(|i| self.tokens[*i].span.end > open)).unwrap_or(at);
        let near = |m: &&Mention| m.last < at && m.first >= clause && at - m.last <= NEAR && !m.pronoun;
        self.mentions.iter().rev().find(near).map(|m| m.who)
    }

    /// The account that is named behind a quotation, on which it rests: “……”，新华社报道说.
    pub fn account_behind(&self, quote: usize) -> Option<Account> {
        let end = self.tokens[quote + 1..].iter().position(|t| t.quote().is_some());
        let end = end.map_or(self.tokens.len(), |n| quote + 1 + n);
        let first = (quote + 1..end).find(|at| !self.tokens[*at].parts())?;
        // “……”；北京的通稿则显示……: what is said there is of other words.
        if self.tokens[quote..first].iter().any(|t| t.what == What::Semicolon) {
            return None;
        }
        let clause = (first..end).find(|at| self.tokens[*at].parts()).unwrap_or(end);
        self.accounts.iter().find(|a| a.at >= first && a.at < clause).copied()
    }
}

impl Reader<'_> {
    /// Notes on which account of a side the telling of a meeting rests: 据新华社消息，两人举行了会谈。 It does so until words are
    /// public or another account is named.
    pub(super) fn run(&mut self, sentence: &Sentence<'_>, cues: &Cues) {
        let account = sentence.accounts.first().map(|a| a.who);
        if cues.public || account.is_some_and(|who| Some(who) != self.running) {
            self.running = None;
        }
        // 据新华社报道，双方进行了“坦诚的”磋商: what both did it tells too.
        let both =
            sentence.mentions.iter().any(|m| m.pronoun && m.who.is_some_and(|who| self.people.side(who) == "both"));
        let tells = both || sentence.quotes().next().is_none() && sentence.shows(|t| t.word().meets);
        let agency = sentence.accounts.iter().find(|a| a.rests && tells && !cues.public).map(|a| a.who);
        if let Some(who) = agency.filter(|who| self.people.is_agency(*who)) {
            (self.running, self.brief) = (Some(who), false);
        }
        // 中国国防部的新闻稿措辞强硬。沈博要求……: in this paragraph.
        let says = sentence.shows(|t| t.word().say.is_some() || t.quote().is_some());
        let last = sentence.accounts.last().filter(|_| !says && !cues.public && self.running.is_none());
        let lacks = |a: &&Account| ["没", "未", "无"].iter().any(|w| sentence.after(a.at).contains(w));
        if let Some(account) = last.filter(|a| !lacks(a) && self.people.gives_account(a.who)) {
            (self.running, self.brief) = (Some(account.who), true);
        }
    }
}
