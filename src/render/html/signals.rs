//! What the marked words signal: the terms of the page for which the codebook says what choosing them tells, and where
//! that reading comes from.

use std::collections::BTreeSet;

use super::markup::Markup;
use super::statement::Context;

/// One concept with the terms that the texts use.
#[derive(Debug)]
pub(super) struct Entry {
    pub concept: String,
    pub label: Markup,
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Debug)]
pub(super) struct Term {
    pub label: Markup,
    /// The same in Chinese.
    pub chinese: Markup,
    pub signals: Markup,
    pub source: Option<Markup>,
}

/// The concepts whose words are marked on the page, in the order of the codebook.
pub(super) fn entries(context: &Context) -> Vec<Entry> {
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    for text in &context.comparison.texts {
        for statement in text.coded.statements.iter().filter(|s| context.href(&text.label, s.index).is_some()) {
            used.extend(statement.terms.iter().map(|t| (t.concept.as_str(), t.term.as_str())));
        }
    }
    let mut found = Vec::new();
    for concept in context.codebook.concepts().0 {
        let terms = concept.terms.iter().filter(|t| used.contains(&(concept.id.as_str(), t.id.as_str())));
        let terms: Vec<Term> = terms
            .filter(|t| !t.signals.en.is_empty())
            .map(|t| Term {
                label: context.text(&t.label.en),
                chinese: context.text(&t.label.zh),
                signals: context.text(&t.signals.en),
                source: (!t.source.is_empty()).then(|| context.text(&t.source)),
            })
            .collect();
        if !terms.is_empty() {
            found.push(Entry { concept: concept.id.to_string(), label: context.text(&concept.label.en), terms });
        }
    }
    found
}
