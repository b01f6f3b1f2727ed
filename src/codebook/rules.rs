//! The codebook's cues of one language, compiled into one matcher, with what each cue means.

use std::sync::Arc;

use super::Act;
use super::matcher::{Cues, Hit, Matcher};
use super::pattern::PatternError;
use super::raw::{CodebookError, RawCue, Sources};
use crate::text::{Form, Language, Span};

/// What a cue means when it matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The statement is about the topic with this number.
    Topic {
        /// The topic's number in the codebook.
        topic: usize,
        /// Beside which other topics it counts.
        strength: Strength,
        /// Whether the topic yields to specific ones, so that its long cues hide none of theirs.
        general: bool,
    },
    /// The statement goes on with the subject before it: 'in this regard'.
    Anaphora,
    /// The words are an office or an institution and code nothing.
    Mask,
    /// The statement does this, where the cue is used so.
    Act(Act, Use),
    /// Somebody or something that may be a subject.
    Head(Head),
    /// A verb that tells what a subject does to the word.
    Verb(Verb),
    /// A word after which, and a comma, the main clause begins.
    Opens,
    /// A word with which a clause ends that only tells when or about what.
    Circumstance,
    /// Stands only in conditions.
    Condition,
}

/// Beside which other topics the cue of a topic counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// Beside all.
    Strong,
    /// Where there is no specific topic.
    Yields,
    /// Where no other cue counts.
    Weak,
}

/// Where a cue of an act counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Wherever it stands.
    Anywhere,
    /// Where its subject is the side that speaks.
    Own,
    /// Where its subject is a party of the meeting.
    Asks,
    /// Wherever it stands, and no other act is read up to the next comma.
    Governs,
    /// Where nothing stronger than a statement is found.
    Weak,
}

/// Who or what may be the subject of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// A person, with the id of the side.
    Person(String),
    /// A state, a government or an office, with the id of the side.
    Side(String),
    /// The sides together, as people at a table.
    Joint,
    /// The sides together, as states.
    Countries,
    /// A person named before.
    He,
    /// The sides together, named before.
    They,
    /// The one who speaks and his side.
    We,
    /// The one who is spoken to.
    You,
    /// The encounter as a thing.
    Encounter,
    /// Somebody or something that is no party.
    Others,
}

/// What a verb says of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// The subject takes the word.
    Say,
    /// The subject takes the word even from another who speaks.
    Word,
    /// The subject does, is or has something.
    Does,
    /// The subject met somebody.
    Meets,
    /// The subject is told what it must do.
    Must,
}

/// What else must or must not stand in the same statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    with: Vec<usize>,
    not: Vec<usize>,
}

/// The id of a cue, as evidence names it: the list that it stands in and its number there, `taiwan.en.3`; a person is
/// named by the list alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleId {
    list: Arc<str>,
    number: Option<usize>,
}

impl RuleId {
    /// An id without a number.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self { list: Arc::from(id), number: None }
    }
}

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.number {
            Some(number) => write!(f, "{}.{number}", self.list),
            None => f.write_str(&self.list),
        }
    }
}

/// One cue with its id and meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The id that evidence names.
    pub id: RuleId,
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
    people: Matcher,
    /// Whose name each cue of `people` is, by the id of the side; `None` for an office.
    named: Vec<Option<String>>,
}

impl Rules {
    pub(super) fn compile(sources: &Sources, language: Language) -> Result<Self, CodebookError> {
        let cues = Cues::new(language);
        let mut building = Building { cues, rules: Vec::new(), language };
        for (topic, raw) in sources.topics.topic.iter().enumerate() {
            let lists = [
                ("", &raw.cues, Strength::Strong),
                (".yields", &raw.yields, Strength::Yields),
                (".weak", &raw.weak, Strength::Weak),
            ];
            for (list, cues, strength) in lists {
                let id = format!("{}{list}", raw.id);
                let role = Role::Topic { topic, strength, general: raw.general };
                building.add_all(&id, pick(language, &cues.en, &cues.zh), &role)?;
            }
        }
        let anaphora = &sources.topics.anaphora;
        building.add_all("anaphora", pick(language, &anaphora.en, &anaphora.zh), &Role::Anaphora)?;
        for mask in &sources.topics.mask {
            building.add_all(&mask.id, pick(language, &mask.en, &mask.zh), &Role::Mask)?;
        }
        for act in &sources.acts.act {
            let lists = [
                ("", &act.cues, Use::Anywhere),
                (".own", &act.own, Use::Own),
                (".asks", &act.asks, Use::Asks),
                (".governs", &act.governs, Use::Governs),
                (".weak", &act.weak, Use::Weak),
            ];
            for (list, cues, r#use) in lists {
                let id = format!("{}{list}", act.id);
                building.add_all(&id, pick(language, &cues.en, &cues.zh), &Role::Act(act.id, r#use))?;
            }
        }
        let speech = &sources.speech;
        let lists = [
            ("say", &speech.say, Role::Verb(Verb::Say)),
            ("word", &speech.word, Role::Verb(Verb::Word)),
            ("does", &speech.does, Role::Verb(Verb::Does)),
            ("meets", &speech.meets, Role::Verb(Verb::Meets)),
            ("must", &speech.must, Role::Verb(Verb::Must)),
            ("person", &speech.person, Role::Head(Head::He)),
            ("they", &speech.they, Role::Head(Head::They)),
            ("we", &speech.we, Role::Head(Head::We)),
            ("you", &speech.you, Role::Head(Head::You)),
            ("circumstance", &speech.circumstance, Role::Circumstance),
            ("encounter", &speech.encounter, Role::Head(Head::Encounter)),
            ("others", &speech.others, Role::Head(Head::Others)),
            ("opens", &speech.opens, Role::Opens),
            ("joint", &sources.sides.joint, Role::Head(Head::Joint)),
            ("countries", &sources.sides.countries, Role::Head(Head::Countries)),
        ];
        for (id, cues, role) in lists {
            building.add_all(id, pick(language, &cues.en, &cues.zh), &role)?;
        }
        for side in &sources.sides.side {
            let role = Role::Head(Head::Side(side.id.clone()));
            building.add_all(&format!("side.{}", side.id), pick(language, &side.actor.en, &side.actor.zh), &role)?;
            let titles = pick(language, &side.title.en, &side.title.zh);
            building.add_all(&format!("side.{}.title", side.id), titles, &Role::Head(Head::Person(side.id.clone())))?;
            for name in side.person.iter().flat_map(|p| &p.names) {
                building.name(&side.id, name);
            }
        }
        let mut people = Cues::new(language);
        let mut named = Vec::new();
        for office in match language {
            Language::En => &sources.sides.offices.en,
            Language::Zh => &sources.sides.offices.zh,
        } {
            people.add(office).map_err(|e| wrong("office", office, e))?;
            named.push(None);
        }
        for side in &sources.sides.side {
            for name in side.person.iter().flat_map(|p| &p.names).filter(|n| written_in(n, language)) {
                people.add_name(name);
                named.push(Some(side.id.clone()));
            }
        }
        Ok(Self { matcher: building.cues.compile(), rules: building.rules, people: people.compile(), named })
    }

    /// Who is named in one line: every office (the longest where they overlap), and every person whom the codebook knows
    /// with the id of the side, in bytes of the form.
    #[must_use]
    pub fn named(&self, line: &Form) -> (Vec<Span>, Vec<(&str, Span)>) {
        let (mut offices, mut people) = (Vec::new(), Vec::new());
        for hit in self.people.find(line) {
            match &self.named[hit.cue] {
                None => offices.push(hit.span),
                Some(side) => people.push((side.as_str(), hit.span)),
            }
        }
        let longest = offices.iter().filter(|s| !offices.iter().any(|o| o.contains(**s) && o != *s)).copied().collect();
        (longest, people)
    }

    /// The ids of all rules that may be evidence.
    #[cfg(test)]
    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        let offices = self.named.iter().filter(|side| side.is_none()).map(|_| "office".to_owned());
        self.rules.iter().filter(|r| r.role != Role::Condition).map(|r| r.id.to_string()).chain(offices)
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
        let list: Arc<str> = Arc::from(format!("{id}.{}", self.language));
        for (index, raw) in cues.iter().enumerate() {
            let id = RuleId { list: Arc::clone(&list), number: Some(index + 1) };
            let (cue, with, not) = raw.parts();
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

    fn add(&mut self, id: &RuleId, cue: &str, role: Role, conditions: Conditions) -> Result<usize, CodebookError> {
        let number = self.cues.add(cue).map_err(|e| wrong(&id.to_string(), cue, e))?;
        self.rules.push(Rule { id: id.clone(), role, conditions });
        Ok(number)
    }

    fn name(&mut self, side: &str, name: &str) {
        if !written_in(name, self.language) {
            return;
        }
        self.cues.add_name(name);
        let role = Role::Head(Head::Person(side.to_owned()));
        self.rules.push(Rule { id: RuleId::of(&format!("person.{name}")), role, conditions: Conditions::default() });
    }
}

/// Whether a name is in the script of a language.
fn written_in(name: &str, language: Language) -> bool {
    name.chars().any(crate::text::language::is_han) == (language == Language::Zh)
}

fn wrong(rule: &str, cue: &str, source: PatternError) -> CodebookError {
    CodebookError::Cue { rule: rule.to_owned(), cue: cue.to_owned(), source }
}
