//! Reads an article paragraph by paragraph and gives each quotation its source.

use std::collections::HashMap;

use super::attribution::{Chain, Sentence};
use super::frame::{Paragraph, Text, What, plain};
use super::heading;
use super::kinds::Cues;
use super::lexicon::Say;
use super::mentions::Part;
use super::people::{People, Who};
use super::things::{has_han, is_thing};
use super::words::Words;
use crate::codebook::Codebook;
use crate::import::article::{Article, is_party};
use crate::readout::Kind;
use crate::text::Span;

/// Whose words a quotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Source {
    pub who: Who,
    pub kind: Kind,
    /// Who of another side tells of them.
    pub teller: Option<Who>,
    /// Whose acts the account reports in words of its own.
    pub actor: Option<Who>,
    /// The account that has them.
    pub account: Option<Who>,
}

/// An article that is being read.
pub(super) struct Reader<'a> {
    pub article: &'a str,
    pub text: Text<'a>,
    pub people: People,
    /// Whose words go on in this paragraph, and who spoke last in any.
    pub here: Option<Source>,
    pub last: Option<Source>,
    /// From what sort of source each was quoted last, and in which paragraph.
    pub kinds: HashMap<Who, (Kind, usize)>,
    pub paragraph: usize,
    /// The agency of a side whose account the article is.
    pub agency: Option<Who>,
    /// The account by which the article has told of the meeting, until another source is named.
    pub running: Option<Who>,
    /// Whether it does so in one paragraph only.
    pub brief: bool,
    /// The paragraph that told last of what was said before the press by both: 双方在镜头前唇枪舌剑.
    pub stage: Option<usize>,
    /// Who were last told to meet, in a sentence without a word of theirs, and in which paragraph.
    pub met: (Vec<Who>, usize),
    /// The paragraph in which a principal was last heard in public.
    pub scene: Option<usize>,
    /// Whether that tells how one received the other.
    pub received: bool,
    /// Whether the article tells first of a call, in which no reporter hears what is said.
    pub call: bool,
    /// Quotations of this paragraph of which nobody is named yet.
    waiting: Vec<usize>,
    pub found: Vec<Option<Source>>,
    pub reported: Vec<(Span, Source)>,
}

/// Reads an article.
pub(in crate::import::article) fn read(article: &str, codebook: &Codebook) -> Article {
    let simple = plain(article);
    let (text, paragraphs) = Text::read(&simple, &Words::carried().lexicon);
    let found = vec![None; text.quoted.len()];
    let mut reader = Reader {
        article,
        text,
        people: People::new(codebook),
        here: None,
        last: None,
        kinds: HashMap::new(),
        paragraph: 0,
        agency: None,
        running: None,
        brief: false,
        stage: None,
        met: (Vec::new(), 0),
        scene: None,
        received: false,
        call: heading::tells_of_call(&simple),
        waiting: Vec::new(),
        found,
        reported: Vec::new(),
    };
    reader.people.home = heading::home(article, &simple);
    reader.learn(&paragraphs);
    reader.agency = heading::agency(&simple).map(|name| Who::Body(reader.people.body(name, "cn", true)));
    let mut goes_on = false;
    for paragraph in &paragraphs {
        reader.paragraph(paragraph, goes_on);
        goes_on = paragraph.open || paragraph.introduces;
    }
    reader.echoes(&paragraphs);
    reader.outcome()
}

impl Reader<'_> {
    /// Learns names; those of the headline last, which may name whom only the text introduces.
    fn learn(&mut self, paragraphs: &[Paragraph]) {
        for paragraph in paragraphs.iter().skip(1).chain(paragraphs.first()) {
            for number in 0..paragraph.len() {
                let tokens = paragraph.sentence(number, &self.text, &self.people.lexicon);
                self.people.learn(&tokens, self.text.plain);
            }
        }
        self.people.start_again();
    }

    fn paragraph(&mut self, paragraph: &Paragraph, goes_on: bool) {
        self.paragraph += 1;
        self.here = self.last.filter(|_| goes_on);
        self.running = self.running.filter(|_| !self.brief);
        for number in 0..paragraph.len() {
            let tokens = paragraph.sentence(number, &self.text, &self.people.lexicon);
            let sentence = Sentence::read(&tokens, self.text.plain, &mut self.people);
            self.sentence(&sentence, paragraph.heading);
        }
        for quote in std::mem::take(&mut self.waiting) {
            self.found[quote] = self.last;
        }
    }

    fn sentence(&mut self, sentence: &Sentence<'_>, heading: bool) {
        let cues = Cues::of(sentence, &self.people);
        self.run(sentence, &cues);
        let mut chain = Chain::default();
        let mut from = 0;
        for (at, number) in sentence.quotes() {
            sentence.go_on(&mut chain, from, at, &self.people);
            from = at + 1;
            let cues = cues.beside(sentence, at, &self.people);
            let source = self.quotation(sentence, at, number, &mut chain, &cues, heading);
            self.found[number] = source;
            let Some(source) = source else { continue };
            self.spoke(source, heading);
        }
        sentence.go_on(&mut chain, from, sentence.tokens.len(), &self.people);
        self.close(sentence, &chain, &cues, heading);
    }

    /// Whose a quotation is.
    fn quotation(
        &mut self,
        sentence: &Sentence<'_>,
        at: usize,
        number: usize,
        chain: &mut Chain,
        cues: &Cues,
        heading: bool,
    ) -> Option<Source> {
        let words = self.text.quoted[number].words.slice(self.text.plain);
        // 用英语喊了一声“Wait”.
        let cried = ["一声", "一句", "说", "喊", "回答"];
        let before = sentence.plain[..sentence.tokens[at].span.start].trim_end_matches(['：', '，']);
        if !has_han(words) && !words.contains(' ') && !cried.iter().any(|w| before.ends_with(w)) {
            return None;
        }
        // 被问到是否担心成为“……”: a word of the question.
        if sentence.is_in_question(at) {
            return None;
        }
        // 沈博开列了他所说的“……”: his word for it.
        if let Some(who) = sentence.so_called_by(at).filter(|_| !heading) {
            return Some(self.decide(who, chain, cues));
        }
        let unclaimed = chain.who.is_none() && chain.source.is_none() && !chain.nobody;
        // “……。”一名官员也说: he has the next words, and not those before him.
        let ended =
            words.ends_with(['。', '！', '？', '.']) && self.here.is_some_and(|here| here.kind == Kind::Background);
        let behind = sentence.behind(at, &self.people).filter(|_| unclaimed || at == 0);
        let behind = behind.filter(|_| !(ended && at == 0 && sentence.joins_in(at)));
        let spoken = behind.filter(|b| b.who.is_some()).unwrap_or(*chain);
        if is_thing(sentence, at, words, &spoken, &self.people) {
            return None;
        }
        if let Some(behind) = behind {
            *chain = behind;
        }
        sentence.returns(chain, &self.people);
        if let Some(account) = sentence.account_behind(at)
            && chain.via.is_none()
            && chain.who.is_some_and(|who| !matches!(who, Who::Body(_)))
        {
            chain.via = Some(account.who);
        }
        // 中方的新闻稿只称沈博对此“高度关切”: his words, where his side's accounts give those of its people.
        let tells = chain.who.filter(|who| matches!(who, Who::Body(_)) && self.people.gives_account(*who));
        let actor = chain.subject.filter(|who| self.people.is_principal(*who));
        if let (Some(account), Some(actor)) = (tells, actor)
            && cues.document
            && self.people.side(account) == self.people.side(actor)
            && sentence.stands_behind_verb(actor, chain)
        {
            return Some(self.told_by_account(actor, account, Some(Say::Speak)));
        }
        if let Some(who) = chain.who {
            return Some(self.decide(who, chain, cues));
        }
        if let Some(source) = chain.source {
            return Some(self.of_account(source, chain.subject));
        }
        if let Some(source) = self.of_public(sentence, at, words, chain).filter(|_| !heading) {
            return Some(source);
        }
        if chain.nobody || heading {
            return self.before_colon(sentence, at, chain, cues, heading).filter(|_| !chain.nobody);
        }
        self.inherit(sentence, at, number, chain, cues)
    }

    /// Words that the public or a paper says of the matter at some length: 有网友留言：“……”。
    fn of_public(&mut self, sentence: &Sentence<'_>, at: usize, words: &str, chain: &Chain) -> Option<Source> {
        /// What is shorter is set apart rather than said.
        const NAME: usize = 12;
        let mention =
            sentence.mentions.iter().rev().find(|m| m.last < at && m.who.is_none() && m.part == Part::Subject)?;
        let colon = sentence.tokens[at - 1].what == What::Colon;
        let comments = ["评论", "写道", "留言", "社评", "社论"]
            .iter()
            .any(|w| sentence.plain[mention.span.end..sentence.tokens[at].span.start].contains(w));
        let told = chain.nobody && chain.how == Some(Say::Speak) && (colon || comments && words.chars().count() > NAME);
        told.then(|| self.people.of_public(mention.span)).map(|who| Source {
            who,
            kind: Kind::Remarks,
            teller: None,
            actor: None,
            account: None,
        })
    }

    /// Whose a quotation is whose sentence has no verb of saying: whoever's words go on.
    fn inherit(
        &mut self,
        sentence: &Sentence<'_>,
        at: usize,
        number: usize,
        chain: &Chain,
        cues: &Cues,
    ) -> Option<Source> {
        let alone = sentence.tokens.iter().all(|t| t.quote().is_some() || t.parts());
        // A quotation that opens a paragraph is of whoever is named next.
        let opens = at == 0 && chain.subject.is_none();
        if alone || opens && self.here.is_none() {
            if self.here.is_none() {
                self.waiting.push(number);
            }
            return self.here;
        }
        if let Some(source) = self.before_colon(sentence, at, chain, cues, false) {
            return Some(source);
        }
        if chain.says
            && let Some(here) = self.here
        {
            return Some(here);
        }
        // 据新华社消息，两人通话。双方“……”: so the agency has it.
        let both = chain.subject.filter(|who| self.people.side(*who) == "both");
        if let Some(account) = self.running.filter(|_| both.is_some() && self.here.is_none() && !cues.public) {
            return Some(self.of_account_body(account, both));
        }
        match chain.subject.filter(|who| !matches!(who, Who::Body(_))) {
            Some(who) if self.here.is_none_or(|here| here.who != who) => match self.here {
                // 通稿说……。布罗克“……”: the account goes on.
                Some(Source { account: Some(account), kind: Kind::Readout, .. }) => {
                    Some(self.of_account_body(account, Some(who)))
                }
                _ => Some(self.decide(who, chain, cues)),
            },
            _ => self.here,
        }
    }

    /// 何明德：“……”: the words of whoever stands before a colon.
    fn before_colon(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        chain: &Chain,
        cues: &Cues,
        heading: bool,
    ) -> Option<Source> {
        let colon = at > 0 && sentence.tokens[at - 1].what == What::Colon && !chain.says;
        let named = sentence.mentions.iter().rev().find(|m| colon && m.last + 2 == at).and_then(|m| m.who);
        // 沈博：美国“没有资格”: in a headline whoever stands before its colon.
        let label =
            sentence.tokens[..at].iter().rposition(|t| t.what == What::Colon).filter(|_| heading && !chain.says);
        let label = label.filter(|colon| sentence.tokens[*colon..at].iter().all(|t| t.quote().is_none()));
        let before = |colon: usize| sentence.mentions.iter().find(|m| m.last + 1 == colon)?.who;
        let named = named.or_else(|| label.and_then(before));
        // 布罗克访湖城：“……”: in a headline whoever acts.
        let named = named.or(chain.subject.filter(|_| colon && heading));
        named.map(|who| self.decide(who, chain, cues))
    }

    /// Notes who spoke.
    fn spoke(&mut self, source: Source, heading: bool) {
        if heading {
            return;
        }
        self.here = Some(source);
        self.last = Some(source);
        // What the other side tells of somebody shows nothing of his own side's words.
        if source.teller.is_none() {
            self.kinds.insert(source.who, (source.kind, self.paragraph));
        }
        if let Some(actor) = source.actor {
            self.kinds.insert(actor, (source.kind, self.paragraph));
        }
        for quote in std::mem::take(&mut self.waiting) {
            self.found[quote] = Some(source);
        }
    }

    /// Notes at the end of a sentence who acted in it, and what it reports without quoting.
    fn close(&mut self, sentence: &Sentence<'_>, chain: &Chain, cues: &Cues, heading: bool) {
        let quotes = sentence.quotes().next().is_some();
        if heading {
            return;
        }
        let speaker = chain.who.filter(|_| chain.says);
        if let Some(who) = speaker.filter(|_| !quotes) {
            let source = self.decide(who, chain, cues);
            if is_party(self.people.side(source.teller.unwrap_or(source.who))) {
                self.reported.extend(span(sentence).map(|span| (span, source)));
            }
            self.kinds.insert(source.who, (source.kind, self.paragraph));
            self.here = Some(source);
            self.spoke_last(source);
        }
        let subject = sentence.subject_of();
        let meets = cues.meets && !quotes && speaker.is_none();
        if meets && (subject.is_some_and(|who| self.people.is_principal(who)) || !cues.public) {
            let people = sentence.mentions.iter().filter_map(|m| m.who).filter(|who| self.people.is_principal(*who));
            self.met = (people.collect(), self.paragraph);
        }
        let heard = self.here.filter(|here| quotes && cues.public && here.kind == Kind::Remarks);
        if heard.is_some_and(|here| self.people.is_principal(here.who)) {
            (self.scene, self.received) = (Some(self.paragraph), false);
        }
        if cues.greets && !cues.document {
            (self.scene, self.received) = (Some(self.paragraph), true);
        }
        // Till an account or closed doors are told of, what each says then is said there.
        if cues.document || cues.written || sentence.plain_of().contains("闭门") {
            self.stage = None;
        } else if cues.public && !quotes && !matches!(subject, Some(Who::Person(_) | Who::Unnamed(_))) {
            self.stage = Some(self.paragraph);
        }
        if let Some(who @ Who::Person(_)) = subject.filter(|_| !quotes && speaker.is_none() && cues.public) {
            self.kinds.insert(who, (Kind::Remarks, self.paragraph));
        }
        // 布罗克举行了记者会。“……。”: the words behind are whoever's of whom the sentence tells.
        if let Some(who @ Who::Person(_)) = subject.filter(|_| !quotes && self.here.is_none()) {
            self.here = Some(self.decide(who, &Chain::default(), cues));
        }
        let quoted = self.here.filter(|_| quotes).map(|s| s.who);
        for who in [subject, speaker, quoted].into_iter().flatten() {
            self.people.note(who);
        }
        let persons = sentence.mentions.iter().filter(|m| !m.pronoun).filter_map(|m| m.who);
        let persons: Vec<Who> = persons.filter(|w| !matches!(w, Who::Body(_))).collect();
        if !persons.is_empty() {
            self.people.before = persons;
        }
    }

    /// Notes who spoke without being quoted: a quotation of the next paragraph may go on with him.
    fn spoke_last(&mut self, source: Source) {
        self.last = Some(source);
        for quote in std::mem::take(&mut self.waiting) {
            self.found[quote] = Some(source);
        }
    }
}

/// The bytes of a sentence, with the sign that ends it.
fn span(sentence: &Sentence<'_>) -> Option<Span> {
    let (first, last) = (sentence.tokens.first()?, sentence.tokens.last()?);
    let end = last.span.end;
    let sign = sentence.plain[end..].chars().next().filter(|c| matches!(c, '。' | '！' | '？' | '!' | '?'));
    Some(Span::new(first.span.start, end + sign.map_or(0, char::len_utf8)))
}
