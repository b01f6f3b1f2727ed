//! What a statement does: the strongest act whose cue counts, by the codebook's order, with the rules for joint acts,
//! negation and modal verbs.

use super::marks::{ActCue, Actor, Mark, Marks};
use super::statements::Unit;
use super::{Basis, Evidence, Form, Speaker};
use crate::codebook::Act;
use crate::text::{Language, Span};

pub(super) fn act(
    unit: &Unit,
    marks: &Marks,
    speaker: &Speaker,
    language: Language,
    evidence: &mut Vec<Evidence>,
) -> Act {
    let counted = counted(marks, language);
    let strongest = |allowed: &[Act]| {
        let mut best: Option<&Mark<ActCue>> = None;
        for mark in &counted {
            let act = of(mark.what);
            if allowed.contains(&act) && best.is_none_or(|b| act > of(b.what)) {
                best = Some(mark);
            }
        }
        best
    };
    let chosen = match speaker {
        Speaker::Both => joint(&counted),
        Speaker::None => strongest(&[Act::Describe]).map(|m| (Act::Describe, m)),
        Speaker::Side(_) => {
            let own = [Act::Warn, Act::Demand, Act::Concern, Act::Commit, Act::Praise, Act::State, Act::Describe];
            strongest(&own).map(|m| (of(m.what), m))
        }
    };
    match chosen {
        Some((act, mark)) => {
            evidence.push(marks.evidence(format!("act:{act}"), &mark.rule, mark.span));
            act
        }
        None => {
            let act = match speaker {
                Speaker::Side(_) => Act::State,
                Speaker::Both if unit.form == Form::Bullet => Act::Agree,
                Speaker::Both | Speaker::None => Act::Describe,
            };
            evidence.push(Evidence {
                code: format!("act:{act}"),
                rule: "default".into(),
                basis: Basis::Default,
                span: unit.span,
            });
            act
        }
    }
}

fn of(cue: ActCue) -> Act {
    match cue {
        ActCue::Plain(act) | ActCue::Governs(act) | ActCue::Asks(act) => act,
    }
}

/// The act of both sides together.
fn joint<'a>(counted: &[&'a Mark<ActCue>]) -> Option<(Act, &'a Mark<ActCue>)> {
    let first = |wanted: &[Act]| counted.iter().find(|m| wanted.contains(&of(m.what))).copied();
    if let Some(mark) = first(&[Act::Praise])
        && first(&[Act::Agree]).is_none_or(|agree| mark.span.start < agree.span.start)
    {
        return Some((Act::Praise, mark));
    }
    if let Some(mark) = first(&[Act::Agree]) {
        return Some((Act::Agree, mark));
    }
    if let Some(mark) = first(&[Act::Describe]) {
        return Some((Act::Describe, mark));
    }
    first(&[Act::Warn, Act::Demand, Act::Concern, Act::Commit, Act::State]).map(|m| (Act::Agree, m))
}

/// The cues that count: not under another cue that governs their clause, not inside a longer cue, and modal verbs only
/// where a party must act.
fn counted(marks: &Marks, language: Language) -> Vec<&Mark<ActCue>> {
    let text = marks.form.text();
    let scopes: Vec<Span> = marks
        .acts
        .iter()
        .filter(|m| matches!(m.what, ActCue::Governs(_)))
        .map(|m| Span::new(m.span.start, clause_end(text, m.span.end)))
        .collect();
    marks
        .acts
        .iter()
        .filter(|m| matches!(m.what, ActCue::Governs(_)) || !scopes.iter().any(|s| s.contains(m.span)))
        .filter(|m| !matches!(m.what, ActCue::Asks(_)) || asked(marks, m.span, language))
        .filter(|m| !marks.acts.iter().any(|o| o.span.contains(m.span) && o.span != m.span))
        .collect()
}

fn clause_end(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    rest.find(['，', ',', '；', ';', '。']).map_or(text.len(), |i| from + i)
}

/// Whether the subject of a modal verb is a party of the meeting: named just before it, or left out in Chinese.
fn asked(marks: &Marks, modal: Span, language: Language) -> bool {
    let text = marks.form.text();
    let near = |span: Span| {
        span.end <= modal.start && {
            let between = text[span.end..modal.start].trim();
            match language {
                Language::En => between.is_empty() || between == "both" || between == "also",
                Language::Zh => between.chars().count() <= 3 && !between.contains(['，', '关', '的']),
            }
        }
    };
    if marks.actors.iter().any(|a| near(a.span) && matches!(a.what, Actor::Joint | Actor::Side(_) | Actor::Person(_))) {
        return true;
    }
    let before = text[..modal.start].trim_end();
    match language {
        Language::En => before.ends_with(" we") || before == "we" || before.ends_with("the sides"),
        Language::Zh => {
            before.is_empty()
                || ["中美", "我们", "这样两个大国，"].iter().any(|w| before.ends_with(w))
                || (before.ends_with(['，']) && before.contains("双方"))
        }
    }
}
