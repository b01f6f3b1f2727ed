//! What the cues find in one statement, sorted by meaning, with what lies inside something longer left out.

use super::names::Names;
use super::{Basis, Evidence};
use crate::codebook::{Act, Role, Rules};
use crate::readout::{Attribution, Side};
use crate::text::{Form, Span};

/// One match: the span counts bytes of the statement's matching form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark<T> {
    pub span: Span,
    pub what: T,
    pub rule: String,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Actor {
    Person(Side),
    Side(Side),
    Joint,
}

impl Actor {
    pub fn side(&self) -> Option<&Side> {
        match self {
            Self::Person(side) | Self::Side(side) => Some(side),
            Self::Joint => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ActCue {
    Plain(Act),
    Governs(Act),
    Asks(Act),
}

/// Everything found in one statement.
#[derive(Debug)]
pub(super) struct Marks {
    pub form: Form,
    pub actors: Vec<Mark<Actor>>,
    pub speech: Vec<Span>,
    pub acts: Vec<Mark<ActCue>>,
    /// Topic number, and whether the cue is weak.
    pub topics: Vec<Mark<(usize, bool)>>,
}

impl Marks {
    pub fn find(rules: &Rules, names: &Names, text: &str, offset: usize) -> Self {
        let form = Form::new(text, offset);
        let mut marks = Self { form, actors: Vec::new(), speech: Vec::new(), acts: Vec::new(), topics: Vec::new() };
        let mut masks = Vec::new();
        for hit in rules.find(&marks.form) {
            let rule = rules.rule(hit);
            let (span, id) = (hit.span, rule.id.clone());
            match &rule.role {
                Role::Topic { topic, weak } => marks.topics.push(Mark { span, what: (*topic, *weak), rule: id }),
                Role::Mask => masks.push(span),
                Role::Act(act) => marks.acts.push(Mark { span, what: ActCue::Plain(*act), rule: id }),
                Role::Governs(act) => marks.acts.push(Mark { span, what: ActCue::Governs(*act), rule: id }),
                Role::Asks(act) => marks.acts.push(Mark { span, what: ActCue::Asks(*act), rule: id }),
                Role::Speech => marks.speech.push(span),
                Role::Joint => marks.actors.push(Mark { span, what: Actor::Joint, rule: id }),
                Role::Actor { side, person } => {
                    if let Some(side) = Side::new(side) {
                        let what = if *person { Actor::Person(side) } else { Actor::Side(side) };
                        marks.actors.push(Mark { span, what, rule: id });
                    }
                }
                Role::Condition => {}
            }
        }
        for (span, side, name) in names.find(&marks.form) {
            marks.actors.retain(|a| a.span != span);
            marks.actors.push(Mark { span, what: Actor::Person(side.clone()), rule: format!("principal.{name}") });
        }
        keep_longest(&mut marks.actors, &[]);
        keep_longest(&mut marks.topics, &masks);
        marks
    }

    /// The evidence for a code that rests on the words under `span` (bytes of the form).
    pub fn evidence(&self, code: String, rule: &str, span: Span) -> Evidence {
        Evidence { code, rule: rule.to_owned(), basis: Basis::Cue, span: self.form.original(span) }
    }
}

/// Leaves out what lies strictly inside another match or inside a mask, and sorts by place.
fn keep_longest<T: Clone>(marks: &mut Vec<Mark<T>>, masks: &[Span]) {
    let spans: Vec<Span> = marks.iter().map(|m| m.span).collect();
    marks.retain(|m| {
        !spans.iter().any(|s| s.contains(m.span) && *s != m.span) && !masks.iter().any(|s| s.contains(m.span))
    });
    marks.sort_by_key(|m| (m.span.start, m.span.end));
}

/// What the attribution of a quoted fragment adds.
#[derive(Debug)]
pub(super) struct Context {
    /// The sides of the people whose words or acts are reported.
    pub subject: Vec<Side>,
    /// What the editor's note is about, by topic number.
    pub topics: Vec<usize>,
}

impl Context {
    pub fn of(attribution: &Attribution, rules: &Rules, names: &Names) -> Self {
        let sides = |text: &str| {
            let mut sides: Vec<Side> = Vec::new();
            for actor in Marks::find(rules, names, text, 0).actors {
                if let Some(side) = actor.what.side()
                    && !sides.contains(side)
                {
                    sides.push(side.clone());
                }
            }
            sides
        };
        let subject = sides(attribution.subject.as_deref().unwrap_or(&attribution.who));
        let mut topics = Vec::new();
        for mark in Marks::find(rules, names, attribution.on.as_deref().unwrap_or(""), 0).topics {
            if !topics.contains(&mark.what.0) {
                topics.push(mark.what.0);
            }
        }
        Self { subject, topics }
    }
}
