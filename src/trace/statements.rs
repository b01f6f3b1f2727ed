//! The statements on a topic, each with the near one of the earlier text and what changed in its words.

use std::cell::OnceCell;

use serde::Serialize;

use super::Member;
use super::gone::Held;
use crate::codebook::Act;
use crate::codebook::concepts::{Concept, Inventory};
use crate::coding::{Speaker, Statement, TermUse};
use crate::comparison::Edit;
use crate::comparison::wording::{self, NearPair};
use crate::readout::Side;
use crate::text::Language;

/// A statement on a topic asked for, and what the earlier text has near to it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TracedStatement {
    /// The number of the statement in its text, from 0.
    pub index: usize,
    /// The words.
    pub text: String,
    /// Whose words or acts it reports.
    pub speaker: Speaker,
    /// What it does on the topic.
    pub act: Act,
    /// The topic asked for. A statement on several of them is there for each.
    pub topic: String,
    /// Its topics, most central first.
    pub topics: Vec<String>,
    /// The near statement of the earlier text; none where nothing is near, or that text is in another language.
    pub earlier: Option<Earlier>,
}

/// A statement of the earlier text that nothing is near to, and at least half of which, by its parts between commas, no
/// statement of this text holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Gone {
    /// The words.
    pub text: String,
    /// The same in pieces: `first` stand only there, `same` in a statement of this text too.
    pub edits: Vec<Edit>,
    /// The topic asked for.
    pub topic: String,
    /// Its topics, most central first.
    pub topics: Vec<String>,
}

/// The near statement of an earlier text.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Earlier {
    /// Its number in that text, from 0.
    pub index: usize,
    /// How near, from 0 to 1.
    pub similarity: f64,
    /// The two wordings in pieces: `first` is the earlier one.
    pub edits: Vec<Edit>,
}

/// Near statements in the same voice: what one side says is no change of what another was told to say.
fn near_in_one_voice(before: &[Statement], now: &[Statement], language: Language) -> Vec<NearPair> {
    let voice = |s: &Statement| match &s.speaker {
        Speaker::Side(side) => Some(side.clone()),
        Speaker::Both | Speaker::None => None,
    };
    let mut voices: Vec<Option<Side>> = now.iter().map(voice).collect();
    voices.sort_unstable();
    voices.dedup();
    let mut found = Vec::new();
    for one in voices {
        let theirs = |all: &[Statement]| -> Vec<usize> { (0..all.len()).filter(|i| voice(&all[*i]) == one).collect() };
        let (first, second) = (theirs(before), theirs(now));
        let firsts: Vec<&Statement> = first.iter().map(|i| &before[*i]).collect();
        let seconds: Vec<&Statement> = second.iter().map(|i| &now[*i]).collect();
        let pairs = wording::near(&firsts, &seconds, language).unwrap_or_default();
        found.extend(pairs.into_iter().map(|p| NearPair { first: first[p.first], second: second[p.second], ..p }));
    }
    found
}

/// The statements on a topic, and those of the last text that raises it that are gone: of fragments nothing is. What the text
/// holds is `parts`, worked out once for all topics where any statement is asked for.
pub(super) fn traced(
    member: &Member<'_>,
    previous: Option<&Member<'_>>,
    topic: &str,
    inventory: &Inventory,
    parts: &OnceCell<Held>,
) -> (Vec<TracedStatement>, Vec<Gone>) {
    let on = |m: &Member<'_>| -> Vec<Statement> {
        let statements = m.coded().statements.iter();
        statements.filter(|s| s.raises(topic)).cloned().collect()
    };
    let now = on(member);
    let language = member.text.readout().language;
    let before = previous.filter(|p| p.text.readout().language == language).map(on).unwrap_or_default();
    let pairs = near_in_one_voice(&before, &now, language);
    let statement = |(at, statement): (usize, &Statement)| {
        let pair = pairs.iter().find(|p| p.second == at);
        TracedStatement {
            index: statement.index,
            text: statement.text.clone(),
            speaker: statement.speaker.clone(),
            act: statement.act_on(topic),
            topic: topic.to_owned(),
            topics: statement.topics.clone(),
            earlier: pair.map(|p| Earlier {
                index: before[p.first].index,
                similarity: p.similarity,
                edits: p.edits.clone(),
            }),
        }
    };
    let whole = !member.text.is_fragments();
    let alone = before.iter().enumerate().filter(|(at, _)| whole && !pairs.iter().any(|p| p.first == *at));
    // Not gone is what one statement of this text says in the same voice with all its telling things, and no more weakly.
    let telling = |term: &&TermUse| inventory.concept(&term.concept).is_some_and(|c| c.weight >= Concept::TELLING);
    let said = |statement: &Statement| {
        let things: Vec<&TermUse> = statement.terms.iter().filter(telling).collect();
        let names = |other: &Statement, thing: &TermUse| other.terms.iter().any(|term| term.concept == thing.concept);
        let says = |other: &Statement| {
            let voice = other.speaker == statement.speaker && other.act >= statement.act;
            voice && things.iter().all(|thing| names(other, thing))
        };
        !things.is_empty() && member.coded().statements.iter().any(says)
    };
    let held = || parts.get_or_init(|| Held::new(&member.coded().statements, language));
    let gone = alone.map(|(_, statement)| statement).filter(|statement| !said(statement));
    let gone = gone.filter_map(|s| {
        let edits = held().gone(s)?;
        Some(Gone { text: s.text.clone(), edits, topic: topic.to_owned(), topics: s.topics.clone() })
    });
    let gone = gone.collect();
    (now.iter().enumerate().map(statement).collect(), gone)
}
