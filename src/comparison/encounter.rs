//! What each text says of the encounter itself: how it calls the talks, who asked for them, on what level, and when.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use super::known::{Known, Use};
use super::occasion::{days as named, ordinal};
use super::words::{Place, Wording, wordings};
use crate::codebook::Act;
use crate::codebook::concepts::{Aspect, Inventory};
use crate::coding::{Form, Speaker, Statement};
use crate::readout::Side;
use crate::text::Span;

/// One adjective of the talks, or one fact of the encounter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct EncounterUse {
    /// The concept's id.
    pub concept: String,
    /// By the label of the text: the wordings with their places. Columns without it are left out.
    pub sides: BTreeMap<String, Vec<Wording>>,
}

/// What the columns say of the encounter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Encounter {
    /// The adjectives of the talks, those that more columns have first, then in the order of the codebook.
    pub tones: Vec<EncounterUse>,
    /// Who asked, and the words for the level of the meeting.
    pub facts: Vec<EncounterUse>,
    /// By the label of the text: which side asked for the encounter, or invited to it, as that text tells it.
    pub asked: BTreeMap<String, Asked>,
    /// The dates of the texts by label, where neither they nor the days of the encounter that the texts name agree.
    pub dates: BTreeMap<String, String>,
    /// The days of the encounter that the openings of the texts name, first and last, where they are not the same.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<String, Vec<String>>,
    /// The how manieth encounter of its series it was by the openings of the texts, where they do not say the same.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ordinals: BTreeMap<String, Counted>,
}

/// The how manieth encounter of its series one text tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Counted {
    /// Its number.
    pub number: u16,
    /// The words that say it.
    pub place: Place,
}

/// Which side asked for the encounter, as one text tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Asked {
    /// The side that asked.
    pub side: Side,
    /// The words that say it.
    pub place: Place,
}

impl Encounter {
    /// Whether two texts say of different sides that they asked for the encounter.
    #[must_use]
    pub fn asked_differs(&self) -> bool {
        let mut sides = self.asked.values().map(|asked| &asked.side);
        let first = sides.next();
        sides.any(|side| Some(side) != first)
    }
}

/// Whether a statement speaks of the encounter: what one side says of other things is no tone of the talks. A quoted
/// fragment on the meeting counts whoever is quoted.
fn of_encounter(statement: &Statement) -> bool {
    let narrates = matches!(statement.speaker, Speaker::None | Speaker::Both) || statement.form == Form::Fragment;
    narrates && statement.topics.iter().any(|t| t == "meeting")
}

/// How many statements on the encounter can be its opening, which says who met whom and how.
const OPENING: usize = 2;

/// Whether a side tells of the encounter itself, where it opens its remarks ('we have just finished two days of talks').
fn opens(statement: &Statement, side: &str) -> bool {
    statement.speaker.as_str() == side && stands_first(statement)
}

/// Whether a statement is on the encounter and stands where a text opens.
fn stands_first(statement: &Statement) -> bool {
    statement.index < OPENING && statement.topics.iter().any(|topic| topic == "meeting")
}

/// Whether a statement may call the talks something: one on the encounter, or the side's own, where it opens with the encounter
/// or speaks of it before all else ('he welcomed the opportunity to speak candidly').
fn calls(statement: &Statement, side: &str) -> bool {
    // What both did there, whatever it was on: 'they also exchanged views on the strait'.
    let did = statement.speaker == Speaker::Both && statement.act == Act::Describe;
    of_encounter(statement)
        || did
        || opens(statement, side)
        || statement.speaker.as_str() == side && statement.topics.first().is_some_and(|t| t == "meeting")
}

/// What a text says of who asked for the encounter and on what level it was: where it opens, the first words that say
/// it, as later ones may speak of other encounters. Of quoted fragments each counts.
fn facts(concept: usize, aspect: Option<Aspect>, column: &Known<'_>) -> Vec<Wording> {
    if column.text.is_fragments() {
        return wordings(concept, column, of_encounter);
    }
    let first = first_told(concept, aspect, column).map(|told| column.used(told));
    first.into_iter().map(|(s, used)| Wording::of(s, used)).collect()
}

/// Where a text opens, the first term of a concept. That the other side asked for the encounter is an act of that side.
fn first_told<'k>(concept: usize, aspect: Option<Aspect>, column: &'k Known<'_>) -> Option<&'k Use> {
    let side = column.text.readout().side.as_str();
    let does = |s: &Statement| aspect == Some(Aspect::Asked) && stands_first(s);
    let tells = |s: &&Statement| of_encounter(s) || opens(s, side) || does(s);
    let opening: Vec<usize> =
        column.text.coded.statements.iter().filter(tells).map(|s| s.index).take(OPENING).collect();
    let said = column.uses(concept).iter().filter(|told| opening.contains(&told.statement));
    said.min_by_key(|told| column.used(told).1.span)
}

/// Which side asked, by the first words of a text that tell it: the party that they name, or that stands right behind 'at the
/// request of' and before 'asked for the call'; of 应约 and 'at the other side's request', the other of two sides. None where it
/// is not clear ('at his request').
fn asked(concept: usize, column: &Known<'_>, columns: &[&Known<'_>]) -> Option<Asked> {
    // How many words there may be between 'at the request of' and whose it was.
    const BETWEEN: usize = 6;
    let told = first_told(concept, Some(Aspect::Asked), column)?;
    let (statement, used) = column.used(told);
    let seen = &column.seen[told.statement];
    let (text, span) = (seen.form.text(), seen.found[told.term].span);
    let words = span.slice(text);
    let readout = column.text.readout();
    let first = |from: usize, to: usize| {
        seen.parties.iter().find(|(party, _)| from <= party.start && party.start < to).map(|(_, side)| side.as_str())
    };
    let of = words.ends_with(" of").then(|| {
        let behind = &text[span.end..];
        let end = behind.find([',', ';', '.']).unwrap_or(behind.len());
        let end = behind.match_indices(' ').nth(BETWEEN).map_or(end, |(word, _)| word.min(end));
        first(span.end, span.end + end)
    });
    // 'Xi asked for the call': who does it stands before.
    let does = ["requested", "sought", "initiated", "asked for", "主动"].iter().any(|verb| words.starts_with(verb));
    let nearest = |from: usize| {
        let near = seen.parties.iter().filter(|(party, _)| party.end <= from).max_by_key(|(party, _)| party.end);
        near.map(|(_, side)| side.as_str())
    };
    let before = || nearest(span.start).filter(|_| does);
    let other = || {
        let nobody = ["应约", "应邀", "应请求", "应要求", "by request", "upon appointment"];
        let behind = words.ends_with(" of") && text[span.end..].starts_with(" the other ");
        let says = nobody.contains(&words) || words.contains(" the other ") || words.contains("对方") || behind;
        let sides: BTreeSet<&str> = columns.iter().map(|c| c.text.readout().side.as_str()).collect();
        // 'Secretary A 应邀访华': whoever does it is named before it, or is the side whose text it is.
        let invited =
            nobody.contains(&words).then(|| nearest(span.start)).flatten().filter(|side| sides.contains(side));
        let invited = invited.unwrap_or(readout.side.as_str());
        let mut others = sides.iter().copied().filter(|side| *side != invited);
        others.next().filter(|_| says && sides.len() == 2)
    };
    let side = first(span.start, span.end).or_else(|| of.flatten()).or_else(before).or_else(other)?;
    let side = Side::new(side)?;
    Some(Asked { side, place: Place { statement: statement.index, span: used.span } })
}

/// What the columns say of the encounter.
pub(super) fn encounter(columns: &[&Known<'_>], inventory: &Inventory) -> Encounter {
    let mut encounter = Encounter::default();
    for (number, concept) in inventory.concepts.iter().enumerate().filter(|(_, c)| c.aspect.is_some()) {
        let mut sides = BTreeMap::new();
        for column in columns {
            let found = match concept.aspect {
                Some(Aspect::Tone) => {
                    let readout = column.text.readout();
                    let mut found = wordings(number, column, |s| calls(s, readout.side.as_str()));
                    // 'Candid but not constructive': what they were not is none of their tone.
                    let not = |place: &Place| {
                        let words = place.span.slice(&readout.body);
                        [" not ", "并不", "不够", "缺乏"].iter().any(|not| words.contains(not))
                    };
                    found.iter_mut().for_each(|wording| wording.places.retain(|place| !not(place)));
                    found.retain(|wording| !wording.places.is_empty());
                    found
                }
                aspect => facts(number, aspect, column),
            };
            if concept.aspect == Some(Aspect::Asked)
                && let Some(asked) = asked(number, column, columns)
            {
                encounter.asked.insert(column.text.label.clone(), asked);
            }
            if !found.is_empty() {
                sides.insert(column.text.label.clone(), found);
            }
        }
        if !sides.is_empty() {
            let found = EncounterUse { concept: concept.id.to_string(), sides };
            match concept.aspect {
                Some(Aspect::Tone) => encounter.tones.push(found),
                _ => encounter.facts.push(found),
            }
        }
    }
    // What all have comes first, then as the codebook has it, from the warmest to the coldest.
    encounter.tones.sort_by_key(|t| std::cmp::Reverse(t.sides.len()));
    let dates: Vec<(&Known<'_>, &str)> =
        columns.iter().filter_map(|c| Some((*c, c.text.readout().date.as_deref()?))).collect();
    let differ = dates.iter().any(|(_, date)| *date != dates[0].1);
    let told: Vec<BTreeSet<String>> = dates.iter().map(|(column, date)| days(column, date)).collect();
    let of = |(told, (_, date)): (&BTreeSet<String>, &(&Known<'_>, &str))| {
        if told.is_empty() { BTreeSet::from([(*date).to_owned()]) } else { told.clone() }
    };
    let all: Vec<BTreeSet<String>> = told.iter().zip(&dates).map(of).collect();
    if differ && !all.iter().flatten().any(|day| all.iter().all(|of| of.contains(day))) {
        encounter.dates = dates.iter().map(|(column, date)| (column.text.label.clone(), (*date).to_owned())).collect();
    } else {
        encounter.days = unlike_days(&dates, &told);
    }
    encounter.ordinals = ordinals(columns);
    encounter
}

/// The first and the last of the days that each text names, where two texts name other days.
fn unlike_days(dates: &[(&Known<'_>, &str)], told: &[BTreeSet<String>]) -> BTreeMap<String, Vec<String>> {
    let ends = |days: &BTreeSet<String>| Some((days.first()?.clone(), days.last()?.clone()));
    let named: Vec<(&Known<'_>, (String, String))> =
        dates.iter().zip(told).filter_map(|((column, _), days)| Some((*column, ends(days)?))).collect();
    if named.iter().all(|(_, ends)| *ends == named[0].1) {
        return BTreeMap::new();
    }
    let days = |(first, last): (String, String)| if first == last { vec![first] } else { vec![first, last] };
    named.into_iter().map(|(column, ends)| (column.text.label.clone(), days(ends))).collect()
}

/// What each text counts the encounter as, where two do not count the same.
fn ordinals(columns: &[&Known<'_>]) -> BTreeMap<String, Counted> {
    let of = |column: &&Known<'_>| {
        let side = column.text.readout().side.as_str();
        let tells = |s: &&Statement| of_encounter(s) || opens(s, side);
        column.text.coded.statements.iter().filter(tells).take(OPENING).find_map(|s| {
            let (number, span) = ordinal(&s.text)?;
            let span = Span::new(s.span.start + span.start, s.span.start + span.end);
            Some((column.text.label.clone(), Counted { number, place: Place { statement: s.index, span } }))
        })
    };
    let all: BTreeMap<String, Counted> = columns.iter().filter_map(of).collect();
    let first = all.values().next().map(|counted| counted.number);
    if all.values().any(|counted| Some(counted.number) != first) { all } else { BTreeMap::new() }
}

/// The days of the encounter that the opening of a text names, `YYYY-MM-DD`, where they are near the day of the text, which may
/// come out a day later and by another clock.
fn days(column: &Known<'_>, date: &str) -> BTreeSet<String> {
    const NEAR: i32 = 2;
    let opening = column.text.coded.statements.iter().filter(|s| of_encounter(s)).take(OPENING);
    let near = |told: String| {
        let date: Date = date.parse().ok()?;
        // A text of 1 January may tell of 31 December.
        let years = [date.year() - 1, date.year(), date.year() + 1];
        let mut days = years.into_iter().filter_map(|year| format!("{year:04}-{told}").parse::<Date>().ok());
        let apart = |day: &Date| date.since(*day).is_ok_and(|apart| apart.get_days().abs() <= NEAR);
        days.find(apart).map(|day| day.to_string())
    };
    opening.flat_map(|s| named(&s.text)).filter_map(near).collect()
}
