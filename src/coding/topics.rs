//! What a statement is about: cues, then weak cues, then the editor's note of a fragment, then the subject carried over
//! from the sentence before.

use super::marks::{Context, Marks};
use super::statements::Unit;
use super::{Basis, Evidence, Form, Speaker};
use crate::codebook::{Act, Codebook};

/// The subject that may go on.
#[derive(Debug, Default)]
pub(super) struct Carry {
    paragraph: Option<usize>,
    topics: Vec<usize>,
}

impl Carry {
    pub fn topics(
        &mut self,
        unit: &Unit,
        marks: &Marks,
        context: Option<&Context>,
        (speaker, act): (&Speaker, Act),
        codebook: &Codebook,
        evidence: &mut Vec<Evidence>,
    ) -> Vec<String> {
        if self.paragraph != Some(unit.paragraph) || unit.form == Form::Fragment {
            self.topics.clear();
        }
        self.paragraph = Some(unit.paragraph);
        let mut found = from_cues(marks, false, codebook);
        if found.is_empty() {
            found = from_cues(marks, true, codebook);
        }
        if found.len() > 1 && act != Act::Describe && matches!(speaker, Speaker::Side(_)) {
            found.retain(|t| codebook.topics[t.0].id != "meeting");
        }
        let mut topics: Vec<usize> = found.iter().map(|t| t.0).collect();
        for (topic, mark) in found {
            let code = format!("topic:{}", codebook.topics[topic].id);
            evidence.push(marks.evidence(code, &marks.topics[mark].rule, marks.topics[mark].span));
        }
        let mut without_words = |topic: usize, rule: &str, basis| {
            let code = format!("topic:{}", codebook.topics[topic].id);
            evidence.push(Evidence { code, rule: rule.into(), basis, span: unit.span });
        };
        for &topic in context.map_or(&[][..], |c| &c.topics) {
            if !topics.contains(&topic) {
                topics.push(topic);
                without_words(topic, "on", Basis::Context);
            }
        }
        if topics.is_empty()
            && matches!(speaker, Speaker::Side(_))
            && let Some(&topic) = self.topics.first()
        {
            topics.push(topic);
            without_words(topic, "carried", Basis::Inherited);
        }
        if !topics.is_empty() {
            self.topics.clone_from(&topics);
        }
        topics.into_iter().map(|t| codebook.topics[t].id.clone()).collect()
    }
}

/// Topic numbers with the mark that speaks for each, most central first: the specific before the general, then by how
/// many cues speak for them, then by place.
fn from_cues(marks: &Marks, weak: bool, codebook: &Codebook) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (index, mark) in marks.topics.iter().enumerate() {
        if mark.what.1 != weak {
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
