//! Whose words a statement reports. Read in order: reported speech keeps its speaker until another is named.

use super::marks::{Actor, Context, Mark, Marks};
use super::statements::Unit;
use super::{Basis, Evidence, Form, Speaker};
use crate::readout::{Kind, Readout, Side};
use crate::text::{Language, Span};

/// The state of reading one document.
pub(super) struct Reader {
    language: Language,
    publisher: Side,
    actions: bool,
    current: Option<Speaker>,
    person: Option<Side>,
    paragraph: Option<usize>,
}

/// A subject: who, the rule that found it, and where (bytes of the form).
struct Subject {
    who: Speaker,
    rule: String,
    span: Span,
    /// Whether a person was named, so that 'he' can follow.
    person: bool,
}

const EN_MODALS: [&str; 8] = ["must", "should", "need", "needs", "can", "ought", "shall", "may"];
const ZH_MODALS: [&str; 12] =
    ["应", "要", "需", "可以", "能", "必须", "不应", "不要", "不能", "有责任", "有共同责任", "关系"];

impl Reader {
    pub fn new(readout: &Readout) -> Self {
        Self {
            language: readout.language,
            publisher: readout.side.clone(),
            actions: readout.kind == Kind::FactSheet,
            current: None,
            person: None,
            paragraph: None,
        }
    }

    pub fn speaker(
        &mut self,
        unit: &Unit,
        marks: &Marks,
        context: Option<&Context>,
        evidence: &mut Vec<Evidence>,
    ) -> Speaker {
        if self.paragraph != Some(unit.paragraph) {
            self.paragraph = Some(unit.paragraph);
            if self.language == Language::En {
                self.current = None;
            }
        }
        if unit.form == Form::Fragment {
            self.enter_fragment(unit, context, evidence);
        }
        let subject = match self.language {
            Language::En => self.english(marks),
            Language::Zh => self.chinese(marks),
        };
        match subject {
            Some(subject) => {
                let code = format!("speaker:{}", subject.who.as_str());
                evidence.retain(|e| !e.code.starts_with("speaker:"));
                evidence.push(marks.evidence(code, &subject.rule, subject.span));
                if subject.who != Speaker::None {
                    self.current = Some(subject.who.clone());
                }
                if let (true, Speaker::Side(side)) = (subject.person, &subject.who) {
                    self.person = Some(side.clone());
                }
                subject.who
            }
            None => self.carried(unit, evidence),
        }
    }

    fn enter_fragment(&mut self, unit: &Unit, context: Option<&Context>, evidence: &mut Vec<Evidence>) {
        let who = match context.map(|c| c.subject.as_slice()) {
            Some([one]) => Speaker::Side(one.clone()),
            Some([_, _, ..]) => Speaker::Both,
            _ => Speaker::Side(self.publisher.clone()),
        };
        if let Speaker::Side(side) = &who {
            self.person = Some(side.clone());
        }
        evidence.push(Evidence {
            code: format!("speaker:{}", who.as_str()),
            rule: "attribution".to_owned(),
            basis: Basis::Context,
            span: unit.span,
        });
        self.current = Some(who);
    }

    fn carried(&mut self, unit: &Unit, evidence: &mut Vec<Evidence>) -> Speaker {
        let (who, basis, rule) = match &self.current {
            Some(who) => (who.clone(), Basis::Inherited, "carried"),
            None => (Speaker::None, Basis::Default, "narration"),
        };
        if !evidence.iter().any(|e| e.code.starts_with("speaker:")) {
            evidence.push(Evidence {
                code: format!("speaker:{}", who.as_str()),
                rule: rule.to_owned(),
                basis,
                span: unit.span,
            });
        }
        who
    }

    fn english(&self, marks: &Marks) -> Option<Subject> {
        let text = marks.form.text();
        let lead = lead_in(text);
        if narration(&text[lead..]) {
            return Some(Subject {
                who: Speaker::None,
                rule: "narration".into(),
                span: Span::new(lead, text.len()),
                person: false,
            });
        }
        if let Some(pronoun) = self.pronoun(text, lead) {
            return Some(pronoun);
        }
        for (at, actor) in marks.actors.iter().enumerate() {
            let after = &text[actor.span.end..];
            if let Some((second, span)) = coordinated(marks, at) {
                return Some(Subject { who: second, rule: actor.rule.clone(), span, person: true });
            }
            let Some(verb) = marks.speech.iter().find(|v| v.start > actor.span.end && v.start - actor.span.end <= 40)
            else {
                continue;
            };
            let between = &text[actor.span.end..verb.start];
            if !between_allows(between) || after.starts_with("'s ") {
                continue;
            }
            let modal = EN_MODALS.contains(&verb.slice(text));
            let person = matches!(actor.what, Actor::Person(_));
            if modal && !person && self.current.as_ref().is_some_and(|c| *c != Speaker::None) {
                return None;
            }
            // Inside reported speech a country as subject does not take the word from the person who speaks.
            if matches!(actor.what, Actor::Side(_))
                && matches!(self.current, Some(Speaker::Side(_)))
                && !self.actions
                && actor.span.start > 12
            {
                return None;
            }
            if person && meets(verb.slice(text), text, verb.end) {
                return Some(Subject { who: Speaker::None, rule: actor.rule.clone(), span: actor.span, person: false });
            }
            if matches!(actor.what, Actor::Joint) && modal {
                return None;
            }
            let who = actor.what.side().map_or(Speaker::Both, |s| Speaker::Side(s.clone()));
            return Some(Subject { who, rule: actor.rule.clone(), span: actor.span, person });
        }
        None
    }

    fn pronoun(&self, text: &str, lead: usize) -> Option<Subject> {
        let rest = &text[lead..];
        let subject = |length: usize, who: Speaker, person| {
            Some(Subject { who, rule: "pronoun".into(), span: Span::new(lead, lead + length), person })
        };
        for word in ["he ", "she ", "the president ", "the secretary ", "the minister ", "the director ", "i "] {
            if rest.starts_with(word) {
                let side = self.person.clone().or_else(|| match &self.current {
                    Some(Speaker::Side(s)) => Some(s.clone()),
                    _ => None,
                });
                return subject(word.len() - 1, Speaker::Side(side.unwrap_or_else(|| self.publisher.clone())), true);
            }
        }
        if rest.starts_with("they ") && !matches!(self.current, Some(Speaker::Side(_))) {
            return subject(4, Speaker::Both, false);
        }
        None
    }

    fn chinese(&self, marks: &Marks) -> Option<Subject> {
        let text = marks.form.text();
        let sides: Vec<&Side> = marks.actors.iter().filter_map(|a| a.what.side()).collect();
        let two = sides.windows(2).any(|w| w[0] != w[1]);
        for actor in &marks.actors {
            let after = &text[actor.span.end..];
            match &actor.what {
                Actor::Person(side) => {
                    let verb =
                        marks.speech.iter().find(|v| v.start >= actor.span.end && v.start - actor.span.end <= 24);
                    let comma = verb.is_some_and(|v| text[actor.span.end..v.start].contains('，'));
                    let first = marks.actors.iter().all(|a| a.span.start >= actor.span.start) && actor.span.start <= 90;
                    let meets =
                        ["会见", "举行会", "举行", "通电话", "会晤", "会谈", "视频"].iter().any(|w| text.contains(w));
                    if first && two && meets && verb.is_none_or(|v| text[v.start..].contains("举行")) {
                        return Some(Subject {
                            who: Speaker::None,
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: false,
                        });
                    }
                    if verb.is_some() && !comma && (first || actor.span.start < 12) {
                        return Some(Subject {
                            who: Speaker::Side(side.clone()),
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: true,
                        });
                    }
                    if actor.span.start == 0 && !two {
                        return Some(Subject {
                            who: Speaker::Side(side.clone()),
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: true,
                        });
                    }
                }
                Actor::Joint => {
                    let lead = &text[..actor.span.start];
                    let opens = lead.is_empty() || lead.ends_with('，') || lead.chars().count() <= 6;
                    let rest: String = after.chars().take(18).collect();
                    let modal = ZH_MODALS.iter().any(|m| after.starts_with(m));
                    let verb = [
                        "同意",
                        "一致",
                        "认为",
                        "就",
                        "还就",
                        "围绕",
                        "商定",
                        "达成",
                        "决定",
                        "讨论",
                        "交换",
                        "发布",
                        "谈及",
                        "认识到",
                        "确认",
                        "回顾",
                        "责成",
                        "欢迎",
                        "积极评价",
                    ]
                    .iter()
                    .any(|v| rest.contains(v));
                    if opens && verb && !modal && (lead.is_empty() || !matches!(self.current, Some(Speaker::Side(_)))) {
                        return Some(Subject {
                            who: Speaker::Both,
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: false,
                        });
                    }
                }
                Actor::Side(side) => {
                    let opens = actor.span.start <= 15 && !text[..actor.span.start].contains(['希', '要', '对']);
                    if opens && !matches!(self.current, Some(Speaker::Side(_))) {
                        return Some(Subject {
                            who: Speaker::Side(side.clone()),
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: false,
                        });
                    }
                    if opens && self.actions {
                        return Some(Subject {
                            who: Speaker::Side(side.clone()),
                            rule: actor.rule.clone(),
                            span: actor.span,
                            person: false,
                        });
                    }
                }
            }
        }
        None
    }
}

/// Where the main clause begins: after a short opening such as 'On Taiwan, ' (bytes of the form).
fn lead_in(text: &str) -> usize {
    let opening = [
        "on ",
        "in ",
        "finally",
        "also",
        "as ",
        "with ",
        "during ",
        "at ",
        "separately",
        "further",
        "additionally",
        "moreover",
        "earlier",
        "following ",
        "regarding ",
        "and ",
    ];
    if text.starts_with("and ") {
        return 4;
    }
    match text.find(", ") {
        Some(comma) if comma < 80 && opening.iter().any(|o| text.starts_with(o)) => comma + 2,
        _ => 0,
    }
}

/// Whether the clause is about the encounter as a thing: 'The call follows …'.
fn narration(clause: &str) -> bool {
    [
        "the call ",
        "this call ",
        "the meeting ",
        "this meeting ",
        "the delegation was",
        "this conversation ",
        "the conversation ",
        "the discussion ",
        "the discussions ",
        "the talks ",
        "it was the ",
    ]
    .iter()
    .any(|w| clause.starts_with(w))
}

/// Whether a verb only says that two people met: 'met with', 'spoke today with', 'held a call with'.
fn meets(verb: &str, text: &str, end: usize) -> bool {
    let rest = text[end..].get(..60.min(text.len() - end)).unwrap_or(&text[end..]);
    matches!(verb, "met" | "spoke" | "held" | "had" | "hosted" | "will")
        && verb != "will"
        && (rest.contains(" with ") || rest.contains(" on ") || rest.contains(" in "))
        && !rest.contains("opportunity")
}

/// Whether what stands between an actor and a verb lets the verb be the actor's.
fn between_allows(between: &str) -> bool {
    let words = between.split_whitespace().filter(|w| !matches!(*w, "jr" | "jr." | "sr.")).count();
    words <= 3 && !between.contains([',', ';', ':']) || between.starts_with(", jr.") || between.starts_with(" jr.")
}

/// Two sides joined by 'and' as one subject: 'President Biden and President Xi reiterated'.
fn coordinated(marks: &Marks, at: usize) -> Option<(Speaker, Span)> {
    let text = marks.form.text();
    let first = &marks.actors[at];
    let second: &Mark<Actor> = marks.actors.get(at + 1)?;
    let (Some(a), Some(b)) = (first.what.side(), second.what.side()) else { return None };
    let between = text.get(first.span.end..second.span.start)?;
    let joined = between.starts_with(" and ") && between.split_whitespace().count() <= 6;
    let verb = marks.speech.iter().any(|v| v.start > second.span.end && v.start - second.span.end <= 25);
    let early = text[..first.span.start].split_whitespace().count() <= 6;
    (a != b && joined && verb && early).then(|| (Speaker::Both, Span::new(first.span.start, second.span.end)))
}
