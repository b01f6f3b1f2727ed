//! The codebook's cues of one language, compiled into one matcher, with what each cue means.

use super::Act;
use super::matcher::{Cues, Hit, Matcher};
use super::pattern::PatternError;
use super::raw::{CodebookError, RawCue, Sources};
use crate::text::{Form, Language};

/// What a cue means when it matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The statement is about the topic with this number; `weak` cues count only where nothing else does.
    Topic {
        /// The topic's number in the codebook.
        topic: usize,
        /// Whether it counts only where no other cue does.
        weak: bool,
    },
    /// The words are an office or an institution and code nothing.
    Mask,
    /// The statement does this.
    Act(Act),
    /// The statement does this, and no other act is read up to the next comma.
    Governs(Act),
    /// The statement does this if a party of the meeting must act.
    Asks(Act),
    /// A verb that reports words or acts.
    Speech,
    /// A side as an actor; people are named by the number of their side in the codebook.
    Actor {
        /// The side's id.
        side: String,
        /// Whether it is a person.
        person: bool,
    },
    /// The parties together.
    Joint,
    /// Stands only in conditions.
    Condition,
}

/// What else must or must not stand in the same statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    with: Vec<usize>,
    not: Vec<usize>,
}

/// One cue with its id and meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The id that evidence names: `taiwan.en.3`.
    pub id: String,
    /// What it means.
    pub role: Role,
    /// Conditions on the statement.
    pub conditions: Conditions,
}

/// The compiled cues of one language.
#[derive(Debug)]
pub struct Rules {
    matcher: Matcher,
    rules: Vec<Rule>,
}

impl Rules {
    pub(super) fn compile(sources: &Sources, language: Language) -> Result<Self, CodebookError> {
        let mut building = Building { cues: Cues::new(language), rules: Vec::new(), language };
        for (topic, raw) in sources.topics.topic.iter().enumerate() {
            building.add_all(
                &raw.id,
                pick(language, &raw.cues.en, &raw.cues.zh),
                &Role::Topic { topic, weak: false },
            )?;
            let weak = format!("{}.weak", raw.id);
            building.add_all(&weak, pick(language, &raw.weak.en, &raw.weak.zh), &Role::Topic { topic, weak: true })?;
        }
        for mask in &sources.topics.mask {
            building.add_all(&mask.id, pick(language, &mask.en, &mask.zh), &Role::Mask)?;
        }
        for act in &sources.acts.act {
            let id = act.id.as_str();
            building.add_all(id, pick(language, &act.cues.en, &act.cues.zh), &Role::Act(act.id))?;
            building.add_all(
                &format!("{id}.governs"),
                pick(language, &act.governs.en, &act.governs.zh),
                &Role::Governs(act.id),
            )?;
            building.add_all(&format!("{id}.asks"), pick(language, &act.asks.en, &act.asks.zh), &Role::Asks(act.id))?;
        }
        building.add_all("speech", pick(language, &sources.acts.speech.en, &sources.acts.speech.zh), &Role::Speech)?;
        building.add_all("joint", pick(language, &sources.sides.joint.en, &sources.sides.joint.zh), &Role::Joint)?;
        for side in &sources.sides.side {
            let role = Role::Actor { side: side.id.clone(), person: false };
            building.add_all(&format!("side.{}", side.id), pick(language, &side.actor.en, &side.actor.zh), &role)?;
            for name in side.person.iter().flat_map(|p| &p.names) {
                building.name(&side.id, name);
            }
        }
        let matcher = building.cues.compile().map_err(|e| CodebookError::TooLarge(e.to_string()))?;
        Ok(Self { matcher, rules: building.rules })
    }

    /// The rule that a hit belongs to.
    #[must_use]
    pub fn rule(&self, hit: Hit) -> &Rule {
        &self.rules[hit.cue]
    }

    /// Every cue that matches in one statement and whose conditions hold, by place.
    #[must_use]
    pub fn find(&self, statement: &Form) -> Vec<Hit> {
        let hits = self.matcher.find(statement);
        let present = |cue: &usize| hits.iter().any(|h| h.cue == *cue);
        let mut kept = hits.clone();
        kept.retain(|hit| {
            let rule = &self.rules[hit.cue];
            rule.role != Role::Condition
                && (rule.conditions.with.is_empty() || rule.conditions.with.iter().any(present))
                && !rule.conditions.not.iter().any(present)
        });
        kept
    }
}

fn pick<'a>(language: Language, en: &'a [RawCue], zh: &'a [RawCue]) -> &'a [RawCue] {
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}

struct Building {
    cues: Cues,
    rules: Vec<Rule>,
    language: Language,
}

impl Building {
    fn add_all(&mut self, id: &str, cues: &[RawCue], role: &Role) -> Result<(), CodebookError> {
        for (index, raw) in cues.iter().enumerate() {
            let id = format!("{id}.{}.{}", self.language, index + 1);
            let (cue, with, not): (_, &[String], &[String]) = match raw {
                RawCue::Plain(cue) => (cue, &[], &[]),
                RawCue::With { cue, with, not } => (cue, with, not),
            };
            let mut conditions = Conditions::default();
            for text in with {
                conditions.with.push(self.add(&id, text, Role::Condition, Conditions::default())?);
            }
            for text in not {
                conditions.not.push(self.add(&id, text, Role::Condition, Conditions::default())?);
            }
            self.add(&id, cue, role.clone(), conditions)?;
        }
        Ok(())
    }

    fn add(&mut self, id: &str, cue: &str, role: Role, conditions: Conditions) -> Result<usize, CodebookError> {
        let number = self.cues.add(cue).map_err(|source: PatternError| CodebookError::Cue {
            rule: id.to_owned(),
            cue: cue.to_owned(),
            source,
        })?;
        self.rules.push(Rule { id: id.to_owned(), role, conditions });
        Ok(number)
    }

    fn name(&mut self, side: &str, name: &str) {
        let chinese = name.chars().any(crate::text::language::is_han);
        if chinese != (self.language == Language::Zh) {
            return;
        }
        self.cues.add_name(name);
        let role = Role::Actor { side: side.to_owned(), person: true };
        self.rules.push(Rule { id: format!("person.{name}"), role, conditions: Conditions::default() });
    }
}
