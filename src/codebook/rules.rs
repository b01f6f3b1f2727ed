//! The codebook's cues of one language, compiled into one matcher, with what each cue means.

use std::fmt::Write;

use super::matcher::{Cues, Hit, Matcher};
use super::pattern::PatternError;
use super::raw::{CodebookError, RawCue, Sources};
use super::{Act, List, Words};
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
    /// Says that something was not discussed.
    Denial,
    /// Turns what stands behind it into its opposite.
    Negation,
    /// Says that the sides together are of different minds.
    Differ,
    /// Says what becomes of the thing behind it in its clause.
    Stance(Stance),
    /// Makes what the statement says hang on something.
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
    /// Where a side other than the one who speaks is named right behind it.
    Of,
    /// Wherever it stands, and no other act is read up to the next comma.
    Governs,
    /// Where nothing stronger than a statement is found.
    Weak,
}

/// What words say that becomes of the thing behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// It is denied or refused.
    Against,
    /// It is taken back, as a measure is: 'lifts'.
    Lifts,
    /// It stays as it is.
    Holds,
    /// It is brought to an end.
    Ends,
    /// It is put off for a time.
    Suspends,
    /// It becomes less.
    Lowers,
    /// It becomes more.
    Raises,
    /// It begins anew.
    Resumes,
    /// It is only to be looked into.
    Explores,
    /// Somebody is for it.
    Favors,
    /// Somebody is against it.
    Opposes,
    /// It is denied that it was so.
    Denies,
    /// What stands before, or was asked, is said not to be so.
    Untrue,
    /// It is something to be avoided or fought.
    Curbs,
}

/// Who or what may be the subject of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Head {
    /// A person, with the id of the side.
    Person(Words),
    /// A state, a government or an office, with the id of the side.
    Side(Words),
    /// The sides together, as people at a table.
    Joint,
    /// The sides together, as states.
    Countries,
    /// A person named before ('he', 'the Minister'), or 'I', whoever speaks.
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
    /// The subject does what it takes two to do: agrees, strikes a deal.
    Agrees,
    /// The subject came, took part, received somebody: it tells of the encounter, and not that both sides met.
    Visits,
    /// The subject is told what it must do.
    Must,
}

/// What else must or must not stand in the same statement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    pub(super) with: List<usize>,
    pub(super) not: List<usize>,
}

/// The id of a cue, as evidence names it: the list that it stands in and its number there, `taiwan.en.3`; a person is
/// named by the list alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleId {
    list: Words,
    /// From 1; 0 where the list has but one.
    number: u32,
}

impl RuleId {
    /// An id without a number.
    #[must_use]
    pub fn of(id: &str) -> Self {
        Self { list: id.into(), number: 0 }
    }

    /// The id as text.
    #[must_use]
    pub fn written(&self) -> String {
        let mut id = String::with_capacity(self.list.len() + 5);
        // A string takes everything.
        let _ = write!(id, "{self}");
        id
    }
}

impl std::fmt::Display for RuleId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.number {
            0 => f.write_str(&self.list),
            number => write!(f, "{}.{number}", self.list),
        }
    }
}

/// What a cue means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule<'r> {
    /// The id that evidence names.
    pub id: RuleId,
    /// What it means.
    pub role: &'r Role,
}

/// Cues with one meaning.
#[derive(Debug, Clone)]
pub(super) struct Group {
    /// Their id, without the number of each.
    pub id: Words,
    pub role: Role,
}

/// Where a cue belongs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub group: u32,
    /// Its number in the group, from 1; 0 where the group has but one.
    pub number: u32,
    /// Whether it stands only in conditions.
    pub condition: bool,
    /// The number of its conditions, from 1; 0 where it has none.
    pub conditions: u32,
}

/// The compiled cues of one language.
#[derive(Debug, Clone)]
pub struct Rules {
    pub(super) matcher: Matcher,
    pub(super) groups: List<Group>,
    /// By the number of the cue.
    pub(super) rows: List<Row>,
    pub(super) conditions: List<Conditions>,
    pub(super) people: Matcher,
    /// Whose name each cue of `people` is, by the id of the side; `None` for an office.
    pub(super) named: List<Option<Words>>,
}

impl Rules {
    pub(super) fn compile(sources: &Sources, language: Language) -> Result<Self, CodebookError> {
        let cues = Cues::new(language);
        let mut building = Building { cues, groups: Vec::new(), rows: Vec::new(), conditions: Vec::new(), language };
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
                (".of", &act.of, Use::Of),
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
            ("agrees", &speech.agrees, Role::Verb(Verb::Agrees)),
            ("visits", &speech.visits, Role::Verb(Verb::Visits)),
            ("must", &speech.must, Role::Verb(Verb::Must)),
            ("person", &speech.person, Role::Head(Head::He)),
            ("they", &speech.they, Role::Head(Head::They)),
            ("we", &speech.we, Role::Head(Head::We)),
            ("you", &speech.you, Role::Head(Head::You)),
            ("circumstance", &speech.circumstance, Role::Circumstance),
            ("denial", &speech.denial, Role::Denial),
            ("negation", &speech.negation, Role::Negation),
            ("differ", &speech.differ, Role::Differ),
            ("against", &speech.against, Role::Stance(Stance::Against)),
            ("lifts", &speech.lifts, Role::Stance(Stance::Lifts)),
            ("holds", &speech.holds, Role::Stance(Stance::Holds)),
            ("ends", &speech.ends, Role::Stance(Stance::Ends)),
            ("suspends", &speech.suspends, Role::Stance(Stance::Suspends)),
            ("lowers", &speech.lowers, Role::Stance(Stance::Lowers)),
            ("raises", &speech.raises, Role::Stance(Stance::Raises)),
            ("resumes", &speech.resumes, Role::Stance(Stance::Resumes)),
            ("curbs", &speech.curbs, Role::Stance(Stance::Curbs)),
            ("condition", &speech.condition, Role::Condition),
            ("explores", &speech.explores, Role::Stance(Stance::Explores)),
            ("favors", &speech.favors, Role::Stance(Stance::Favors)),
            ("opposes", &speech.opposes, Role::Stance(Stance::Opposes)),
            ("denies", &speech.denies, Role::Stance(Stance::Denies)),
            ("untrue", &speech.untrue, Role::Stance(Stance::Untrue)),
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
        Ok(Self {
            matcher: building.cues.compile(),
            groups: building.groups.into(),
            rows: building.rows.into(),
            conditions: building.conditions.into(),
            people: people.compile(),
            named: named.into(),
        })
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
        let longest = offices.iter().filter(|s| !offices.iter().any(|o| s.is_within(*o))).copied().collect();
        (longest, people)
    }

    /// The ids of all rules that may be evidence.
    #[cfg(test)]
    pub(super) fn ids(&self) -> impl Iterator<Item = String> {
        let offices = self.named.iter().filter(|side| side.is_none()).map(|_| "office".to_owned());
        let rows = self.rows.iter().filter(|row| !row.condition);
        rows.map(|row| self.id(row).to_string()).chain(offices)
    }

    /// The rule that a hit belongs to.
    #[must_use]
    pub fn rule(&self, hit: Hit) -> Rule<'_> {
        let row = &self.rows[hit.cue];
        Rule { id: self.id(row), role: &self.groups[row.group as usize].role }
    }

    fn id(&self, row: &Row) -> RuleId {
        RuleId { list: self.groups[row.group as usize].id.clone(), number: row.number }
    }

    /// Every cue that matches in one statement and whose conditions hold, by place.
    #[must_use]
    pub fn find(&self, statement: &Form) -> Vec<Hit> {
        let mut hits = self.matcher.find(statement);
        if hits.iter().all(|hit| self.rows[hit.cue].conditions == 0) {
            hits.retain(|hit| !self.rows[hit.cue].condition);
            return hits;
        }
        let present = |cue: &usize| hits.iter().any(|h| h.cue == *cue);
        let holds = |hit: &&Hit| {
            let row = &self.rows[hit.cue];
            let Some(conditions) = (row.conditions as usize).checked_sub(1) else { return !row.condition };
            let Conditions { with, not } = &self.conditions[conditions];
            (with.is_empty() || with.iter().any(present)) && !not.iter().any(present)
        };
        hits.iter().filter(holds).copied().collect()
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
    groups: Vec<Group>,
    rows: Vec<Row>,
    conditions: Vec<Conditions>,
    language: Language,
}

impl Building {
    fn add_all(&mut self, id: &str, cues: &[RawCue], role: &Role) -> Result<(), CodebookError> {
        let group = self.group(format!("{id}.{}", self.language), role.clone());
        for (index, raw) in cues.iter().enumerate() {
            let row = Row { group, number: small(index + 1), condition: false, conditions: 0 };
            let (cue, with, not) = raw.parts();
            let mut numbers = |cues: &[Words]| -> Result<List<usize>, CodebookError> {
                cues.iter().map(|cue| self.add(cue, Row { condition: true, ..row })).collect()
            };
            let conditions = Conditions { with: numbers(with)?, not: numbers(not)? };
            if conditions == Conditions::default() {
                self.add(cue, row)?;
                continue;
            }
            self.conditions.push(conditions);
            self.add(cue, Row { conditions: small(self.conditions.len()), ..row })?;
        }
        Ok(())
    }

    /// The number of a new group.
    fn group(&mut self, id: String, role: Role) -> u32 {
        self.groups.push(Group { id: id.into(), role });
        small(self.groups.len() - 1)
    }

    fn add(&mut self, cue: &str, row: Row) -> Result<usize, CodebookError> {
        let wrong = |e| {
            let id = RuleId { list: self.groups[row.group as usize].id.clone(), number: row.number };
            wrong(&id.to_string(), cue, e)
        };
        let number = self.cues.add(cue).map_err(wrong)?;
        self.rows.push(row);
        Ok(number)
    }

    fn name(&mut self, side: &Words, name: &str) {
        if !written_in(name, self.language) {
            return;
        }
        self.cues.add_name(name);
        let group = self.group(format!("person.{name}"), Role::Head(Head::Person(side.clone())));
        self.rows.push(Row { group, number: 0, condition: false, conditions: 0 });
    }
}

/// A number of cues, of which there are never so many.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Whether a name is in the script of a language.
fn written_in(name: &str, language: Language) -> bool {
    name.chars().any(crate::text::language::is_han) == (language == Language::Zh)
}

fn wrong(rule: &str, cue: &str, source: PatternError) -> CodebookError {
    CodebookError::Cue { rule: rule.to_owned(), cue: cue.to_owned(), source }
}
