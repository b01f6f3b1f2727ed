//! What a comparison asks of a text again and again, found once: which concepts it names and where, and the items of its
//! statements.

use std::collections::BTreeMap;

use super::Text;
use super::matching::{Items, Kinship};
use super::opposite::{refuses, ways};
use crate::codebook::Stance;
use crate::codebook::concepts::Inventory;
use crate::coding::{Seen, Statement, TermUse};
use crate::text::Span;

/// A text, and what is known of it.
#[derive(Debug)]
pub(super) struct Known<'t> {
    pub text: &'t Text,
    /// What the cues saw, by statement.
    pub seen: &'t [Seen],
    /// What it can share with another text, by statement.
    pub items: Vec<Items>,
    /// Every term, by concept, then by place.
    uses: Vec<Use>,
    /// The questions of reporters by number, each with the statement that says that it is not so, and the words.
    questions: BTreeMap<usize, Option<(usize, Span)>>,
}

/// One term of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    /// The number of the concept in the inventory.
    pub concept: usize,
    /// The number of the statement.
    pub statement: usize,
    /// The number of the term in the statement's `terms`.
    pub term: usize,
}

impl<'t> Known<'t> {
    pub fn of(text: &'t Text, seen: &'t [Seen], kinship: &Kinship, inventory: &Inventory) -> Self {
        let mut uses: Vec<Use> = Vec::new();
        let items = |(statement, seen): (&Statement, &Seen)| {
            let from = uses.len();
            let named = seen.found.iter().enumerate().filter(|(_, one)| !inventory.is_enclosed(one, &seen.found));
            uses.extend(named.map(|(term, one)| Use { concept: one.concept, statement: statement.index, term }));
            let concepts = uses[from..].iter().map(|one| one.concept);
            Items::of(&statement.text, concepts, (ways(seen), refuses(seen)), kinship, inventory)
        };
        let items = text.coded.statements.iter().zip(seen).map(items).collect();
        uses.sort_unstable();
        let questions = questions(&text.coded.statements, seen);
        Self { text, seen, items, uses, questions }
    }

    /// Of a statement that is a question: the one that says of what it asks that it is not so, and the words, in bytes of
    /// its form, where there is one.
    pub fn question(&self, statement: usize) -> Option<Option<(usize, Span)>> {
        self.questions.get(&statement).copied()
    }

    /// The terms of each concept that it names, by concept.
    pub fn named(&self) -> impl Iterator<Item = &[Use]> {
        self.uses.chunk_by(|a, b| a.concept == b.concept)
    }

    /// The terms of one concept, by place.
    pub fn uses(&self, concept: usize) -> &[Use] {
        let from = self.uses.partition_point(|u| u.concept < concept);
        let count = self.uses[from..].iter().take_while(|u| u.concept == concept).count();
        &self.uses[from..from + count]
    }

    /// A term, with the statement it stands in.
    pub fn used(&self, one: &Use) -> (&'t Statement, &'t TermUse) {
        let statement = &self.text.coded.statements[one.statement];
        (statement, &statement.terms[one.term])
    }
}

/// Each question, with the statement that begins its answer by saying that it is not so ('No, that is not accurate', 没有这样的承诺),
/// where one does, and its words.
fn questions(statements: &[Statement], seen: &[Seen]) -> BTreeMap<usize, Option<(usize, Span)>> {
    /// How many statements of an answer are looked at.
    const FIRST: usize = 3;
    let untrue = |index: usize| {
        let found = seen[index].stances.iter().find(|(_, stance)| *stance == Stance::Untrue);
        found.map(|(words, _)| (index, *words))
    };
    let mut questions = BTreeMap::new();
    for asked in statements.chunk_by(|a, b| a.is_question() == b.is_question()).filter(|some| some[0].is_question()) {
        let behind = asked[asked.len() - 1].index + 1;
        let answer = statements[behind..].iter().take(FIRST).take_while(|s| !s.is_question());
        let denial = answer.map(|s| s.index).find_map(untrue);
        questions.extend(asked.iter().map(|question| (question.index, denial)));
    }
    questions
}
