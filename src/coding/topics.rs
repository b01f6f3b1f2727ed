//! What a statement is about: cues, then weak cues, then the editor's note of a fragment, then the subject carried over
//! from the sentence before.

use super::clauses::is_item;
use super::marks::{Context, Mark, Marks};
use super::speaker::Turn;
use super::statements::Unit;
use super::{Basis, Evidence, Form, Speaker, code_of, without_cue};
use crate::codebook::{Act, Codebook, Head, Strength, Without};

/// The subject that may go on.
#[derive(Debug, Default)]
pub(super) struct Carry {
    paragraph: Option<usize>,
    topics: Vec<usize>,
    turn: Option<Turn>,
    /// The specific subject of the whole document, where its title names just one.
    document: Option<usize>,
    /// The specific subject that the paragraph says it is on.
    declared: Option<usize>,
}

/// In whose mouth a statement is, and what it does.
pub(super) struct Voice<'a> {
    pub speaker: &'a Speaker,
    pub act: Act,
    pub turn: Option<Turn>,
    /// Where its words begin behind a label ('Mr. A:') or a dateline, in bytes of the form.
    pub from: usize,
}

impl Carry {
    /// Before the first statement; `title` is what the cues find in the title.
    pub fn new(title: Option<&Marks<'_>>, codebook: &Codebook) -> Self {
        let found = title.map(|marks| from_cues(marks, &[Strength::Strong], codebook)).unwrap_or_default();
        let mut specific = found.iter().map(|t| t.0).filter(|t| !codebook.topics[*t].general);
        let document = specific.next().filter(|_| specific.next().is_none());
        Self { document, ..Self::default() }
    }

    pub fn topics(
        &mut self,
        unit: &Unit,
        marks: &Marks<'_>,
        context: Option<&Context>,
        &Voice { speaker, act, turn, from }: &Voice<'_>,
        codebook: &Codebook,
        evidence: &mut Vec<Evidence>,
    ) -> Vec<String> {
        let first = self.paragraph.is_none();
        // Who attended says nothing of what the document is about.
        let attends = evidence.iter().any(|e| e.rule == Without::Attendance.as_str());
        let answers = turn == Some(Turn::Answers);
        let begins = self.paragraph != Some(unit.paragraph);
        // An answer goes on with what was asked, and over its paragraphs; a question begins afresh.
        // Who takes the word from another who answered goes on with nothing of his.
        let takes_over = answers && from > 0 && self.turn == turn;
        if begins && (takes_over || !answers && (turn.is_none() || self.turn != turn)) || unit.form == Form::Fragment {
            self.topics.clear();
        }
        // 三是…: an item goes on with no subject of the one before.
        if is_item(&marks.form.text()[from..]) {
            self.topics.clear();
        }
        self.turn = turn;
        self.paragraph = Some(unit.paragraph);
        self.declared.take_if(|_| begins);
        let is = |topic: usize, id: &str| codebook.topics[topic].id == id;
        let side = matches!(speaker, Speaker::Side(_));
        let mut found = from_cues(marks, &[Strength::Strong], codebook);
        // In speech, what yields also yields to a specific subject that goes on.
        // What is said of the two countries together is no longer said of that subject.
        let countries = marks.heads.iter().any(|h| h.what == Head::Countries);
        // Thanks are of the encounter, and go on with no other subject.
        let thanked = |m: &Mark<(usize, Strength)>| {
            let words = m.span.slice(marks.form.text());
            let thanks = words.starts_with("thank") || words.contains("感谢");
            thanks && m.what.1 == Strength::Weak && is(m.what.0, "meeting")
        };
        let thanks = act == Act::Praise && (answers || !marks.anaphora && marks.topics.iter().any(thanked));
        let goes_on = side
            && act != Act::Describe
            && !countries
            && !thanks
            && self.topics.iter().any(|t| !codebook.topics[*t].general);
        let yielding = found.is_empty();
        let carries = yielding && goes_on;
        if !carries && found.iter().all(|t| codebook.topics[t.0].general) {
            found = from_cues(marks, &[Strength::Strong, Strength::Yields], codebook);
        }
        if found.is_empty() && !goes_on {
            found = from_cues(marks, &[Strength::Weak], codebook);
            // In speech, words such as 'meeting' say less than the subject that goes on.
            if side && act != Act::Describe && !self.topics.is_empty() && !thanks {
                found.retain(|t| !is(t.0, "meeting"));
            }
        }
        if found.len() > 1 && side && !matches!(act, Act::Describe | Act::Praise) {
            found.retain(|t| !is(t.0, "meeting"));
        }
        let mut topics: Vec<usize> = found.iter().map(|t| t.0).collect();
        for (topic, mark) in found {
            let code = code_of("topic", &codebook.topics[topic].id);
            evidence.push(marks.evidence(code, &marks.topics[mark].rule, marks.topics[mark].span));
        }
        let mut without_words = |topic: usize, rule: Without, basis| {
            let code = code_of("topic", &codebook.topics[topic].id);
            evidence.push(without_cue(code, rule, basis, unit.span));
        };
        for &topic in context.map_or(&[][..], |c| &c.topics) {
            if !topics.contains(&topic) {
                topics.push(topic);
                without_words(topic, Without::On, Basis::Context);
            }
        }
        let general = topics.iter().all(|t| codebook.topics[*t].general);
        // 'Right?', 'Look.': so few words of an answer go on with nothing.
        let word = answers && marks.form.text().split_whitespace().nth(2).is_none();
        // 关于乌克兰问题，…。美方应停止滥施制裁: measures are taken over a subject, which is still that of the paragraph.
        let objects = matches!(act, Act::Demand | Act::Concern | Act::Warn) && unit.form == Form::Sentence;
        let measures = side && objects && !begins && topics.iter().all(|t| is(*t, "sanctions"));
        // 中方绝不容忍“台独”。维护主权和领土完整是…的使命: the territory is what the sentence before was about.
        let territory = side && ["领土完整", "territorial integrity"].iter().any(|w| marks.form.text().contains(w));
        let territory = territory && topics.iter().all(|t| is(*t, "political-system") || is(*t, "military"));
        // 双方就关税达成共识。双方同意进一步确定细节: what both agree on goes on too.
        let agreed = *speaker == Speaker::Both && act == Act::Agree && unit.form == Form::Sentence;
        if topics.is_empty() && (side || agreed) && !word || marks.anaphora && general || measures || territory {
            let carried = || self.topics.iter().copied().filter(|t| !topics.contains(t));
            let told = |t: &usize| (!measures || self.declared == Some(*t)) && (!territory || is(*t, "taiwan"));
            let specific = || carried().find(|t| !topics.is_empty() && !codebook.topics[*t].general && told(t));
            let any = || carried().find(|t| topics.is_empty() || !is(*t, "meeting"));
            let else_any = topics.is_empty() || !measures && !territory;
            if let Some(topic) = specific().or_else(|| any().filter(|_| else_any)) {
                topics.push(topic);
                without_words(topic, Without::Carried, Basis::Inherited);
            }
        }
        // That they met, and who will visit whom, is told of the encounter, in whatever document.
        let only = |id: &str| !topics.is_empty() && topics.iter().all(|t| is(*t, id));
        let encounter = act == Act::Describe && only("meeting") && !(first && *speaker != Speaker::None)
            || side && act == Act::Commit && only("communication");
        // A document about one thing speaks of it where no other specific subject is named.
        if let Some(document) = self.document
            && unit.form != Form::Fragment
            && !thanks
            && !attends
            && !encounter
            && topics
                .iter()
                .all(|t| codebook.topics[*t].general && (yielding || is(*t, "communication") || is(*t, "meeting")))
            && (topics.is_empty() || *speaker != Speaker::None || first)
        {
            topics.insert(0, document);
            without_words(document, Without::Title, Basis::Default);
        }
        if declares(marks, from) {
            let mut specific = topics.iter().filter(|t| !codebook.topics[**t].general);
            self.declared = specific.next().copied().filter(|_| specific.next().is_none());
        }
        // What is asked first is answered first.
        let asked = turn == Some(Turn::Asks) && !self.topics.is_empty();
        // Thanks for a question are no subject that goes on.
        let courtesy = thanks && topics.iter().all(|t| is(*t, "meeting"));
        if !topics.is_empty() && !asked && !courtesy {
            self.topics.clone_from(&topics);
        }
        topics.into_iter().map(|t| codebook.topics[t].id.as_str().to_owned()).collect()
    }
}

/// Whether a statement says what the paragraph is on: 关于某某问题，…, 某某就某某问题阐明立场, 'On this matter, …'.
fn declares(marks: &Marks<'_>, from: usize) -> bool {
    const BEGINS: [&str; 9] = ["关于", "围绕", "谈及", "谈到", "就", "on ", "regarding ", "concerning ", "turning to "];
    const SETS_OUT: [&str; 4] = ["阐明", "阐述", "表明", "进一步阐"];
    const MATTERS: [&str; 5] = ["问题", "议题", "局势", "危机", "形势"];
    let text = &marks.form.text()[from..];
    let comma = text.find(['，', ',']).map(|comma| from + comma);
    let named = || comma.is_some_and(|comma| marks.topics.iter().any(|t| t.span.start >= from && t.span.end <= comma));
    let opens = BEGINS.iter().any(|word| text.starts_with(word)) && named();
    let about = |(_, rest): (&str, &str)| {
        let verb = SETS_OUT.iter().filter_map(|verb| rest.find(verb)).min();
        verb.is_some_and(|verb| MATTERS.iter().any(|matter| rest[..verb].contains(matter)))
    };
    opens || text.split_once('就').is_some_and(about)
}

/// Topic numbers with the mark that speaks for each, most central first: the specific before the general, then by how
/// many cues speak for them, then by place.
fn from_cues(marks: &Marks<'_>, strengths: &[Strength], codebook: &Codebook) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (index, mark) in marks.topics.iter().enumerate() {
        if !strengths.contains(&mark.what.1) {
            continue;
        }
        match found.iter_mut().find(|f| f.0 == mark.what.0) {
            Some(known) => known.2 += 1,
            None => found.push((mark.what.0, index, 1)),
        }
    }
    found.sort_by_key(|&(topic, mark, count)| (codebook.topics[topic].general, std::cmp::Reverse(count), mark));
    found.into_iter().map(|(topic, mark, _)| (topic, mark)).collect()
}
