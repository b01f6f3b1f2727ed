//! What one text says the other side said (`attribution`), and what it says was agreed (`joint`), held against the other
//! text.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;

use super::known::Known;
use super::matching::{Claimed, Item, Items, Support, TELLING, beside, is_telling, support};
use super::numbers::{Sort, sort_of};
use super::occasion::ordinal;
use super::opposite::How;
use crate::codebook::Act;
use crate::codebook::concepts::{Found, Inventory};
use crate::coding::{Seen, Speaker, Statement};
use crate::text::Span;

/// From this coverage on the other text says so too.
const CONFIRMED: f64 = 0.5;
/// From this coverage on the other text says some of it: of a joint claim, and of an attribution.
const PARTLY: (f64, f64) = (0.2, 0.25);
/// From this coverage on a claim of many parts may lack a distinctive one, and one of frames alone is borne out.
const MOST: f64 = 0.65;
/// The same of what both are said to have done, which statements of both bear out.
const MOST_OF_BOTH: f64 = 0.53;
/// From this share on of general things alone a text says some of what its side is said to have said.
const MOST_OF_FRAMES: f64 = 0.6;
/// A confirmation needs this coverage by one statement alone.
const SINGLE: f64 = 0.25;
/// From this coverage on the other text says some of a claim whose distinctive part it lacks.
const BESIDE: f64 = 0.35;
/// The voice that a confirmation needs.
const VOICE: f64 = 0.7;

/// What sort of claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ClaimType {
    /// The other side is said to have said or done it.
    Attribution,
    /// Both sides are said to have agreed on it.
    Joint,
}

impl ClaimType {
    /// The word in files, rows and pages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Attribution => "attribution",
            Self::Joint => "joint",
        }
    }
}

/// What the other side's text has for a claim, from the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimStatus {
    /// There is no whole text of the other side to look in.
    NoText,
    /// It says nothing of the kind.
    Silent,
    /// It says some of it.
    Partly,
    /// It says so too.
    Confirmed,
}

impl ClaimStatus {
    /// The word in files, rows and pages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoText => "no-text",
            Self::Silent => "silent",
            Self::Partly => "partly",
            Self::Confirmed => "confirmed",
        }
    }
}

/// A statement of the other text that answers a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Counterpart {
    /// The label of the text.
    pub side: String,
    /// The number of its statement, from 0: its `index`.
    pub statement: usize,
    /// Where it stands, in bytes of that text's body.
    #[serde(flatten)]
    pub span: Span,
}

/// A statement of the other text that says the opposite of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Contrary {
    /// The label of the text.
    pub side: String,
    /// The number of its statement, from 0: its `index`.
    pub statement: usize,
    /// In what it is the opposite.
    pub how: How,
    /// Whether it keeps what the claim has lifted: `how` is `kept`.
    pub kept: bool,
    /// The words that say so, in bytes of that text's body, where they stand there and not in the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Span>,
    /// The words of the claim that it is the opposite of, in bytes of the claim's own body, where one thing of it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Span>,
}

/// The words by which a statement does away with something in another measure than a claim says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Measured {
    /// The label of the text.
    pub side: String,
    /// The number of its statement, from 0: its `index`.
    pub statement: usize,
    /// The words, in bytes of that text's body.
    #[serde(flatten)]
    pub span: Span,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Claim {
    /// Its name, which no other claim has and no choice of topics changes: `MEETING/TEXT.STATEMENT`, the statement from 0.
    pub id: String,
    /// The label of the text that makes it.
    pub text: String,
    /// The number of its statement, from 0: its `index`.
    pub statement: usize,
    /// Where it stands, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
    /// What sort.
    #[serde(rename = "type")]
    pub kind: ClaimType,
    /// Whose words it claims to report.
    pub speaker: Speaker,
    /// What the other side's text has; where several texts are asked, what the one has that has least.
    pub status: ClaimStatus,
    /// The label of the text that has least, of which all that follows tells but for the statements; none where none was asked.
    pub decided_by: Option<String>,
    /// By the label of each text that was asked, what it has.
    pub answers: BTreeMap<String, ClaimStatus>,
    /// The share of the claim's weighted concepts that the other text has, from 0 to 1, to three digits.
    pub coverage: f64,
    /// The concepts (by id) and numbers that the other text has too, in statements that may bear the claim out.
    pub shared: Vec<String>,
    /// What it has there that is broader than something of the claim: the Middle East for Iran.
    pub broader: Vec<String>,
    /// What it has there that is of one sort with something of the claim: another of the same assurances.
    pub related: Vec<String>,
    /// Those that it names in other statements only: in its own words where the claim is of the other's, or as a concern.
    pub elsewhere: Vec<String>,
    /// Those that no statement of it names, the most distinctive first.
    pub missing: Vec<String>,
    /// Where a number of the claim is not in the statements that answer it: the numbers that are there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instead: Vec<String>,
    /// Where the statements that answer a claim have another word for one of its concepts that is not the same thing: the
    /// concept and that word, `one-china.principle`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub worded: Vec<String>,
    /// The statements that say the opposite of it as far as words tell: that something was not agreed, or is denied or refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contrary: Vec<Contrary>,
    /// Whether the codebook has a concept of its own for the claim; where not, `silent` proves little.
    pub telling: bool,
    /// Whether what the other text has of a joint claim, of its distinctive parts where it has any, are all the words of one side.
    pub one_sided: bool,
    /// Whether the statements that answer it all make it hang on something, which the claim does not.
    pub conditional: bool,
    /// Whether the statements that answer it say that it is only to be looked into, which the claim does not.
    pub tentative: bool,
    /// Where statements that answer it do away with something in another measure ('lower' for 'remove', 'suspend' for 'lift').
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measured: Vec<Measured>,
    /// Whether all that it and its answer have in common is what they are about, one thing: what each says of it is not compared.
    pub one_thing: bool,
    /// Whether it is borne out in part by what is general alone, and nothing distinctive of it is named there.
    pub general: bool,
    /// Whether the other text says of what both are said to have agreed only that they talked about it.
    pub talked: bool,
    /// The statements that answer it, best first.
    pub counterparts: Vec<Counterpart>,
}

impl Claim {
    /// Whether the other text has some of it, and has it otherwise: with another number, word or measure, on a condition, or only
    /// to be looked into.
    #[must_use]
    pub fn differs(&self) -> bool {
        let otherwise = [self.instead.is_empty(), self.worded.is_empty(), self.measured.is_empty()].contains(&false);
        self.status == ClaimStatus::Partly
            && self.contrary.is_empty()
            && (otherwise || self.conditional || self.tentative)
    }

    /// Whether a text says the opposite, as far as words tell.
    #[must_use]
    pub fn is_disputed_by(&self, label: &str) -> bool {
        self.contrary.iter().any(|contrary| contrary.side == label)
    }
}

/// What one text has of a claim.
struct Answer<'c, 't> {
    column: &'c Known<'t>,
    status: ClaimStatus,
    support: Support<'c>,
    /// See [`Claim::worded`].
    worded: Vec<String>,
    /// See [`Claim::instead`].
    instead: Vec<String>,
    /// See [`Claim::conditional`].
    conditional: bool,
    /// See [`Claim::tentative`].
    tentative: bool,
    /// See [`Claim::measured`].
    measured: Vec<Measured>,
}

impl<'c> Answer<'c, '_> {
    /// The statement that says the opposite of the claim.
    fn contrary(&self, claim: &Seen) -> Option<Contrary> {
        let (statement, opposite) = self.support.contrary?;
        let form = &self.column.seen[statement].form;
        let negated = || self.column.text.coded.statements[statement].negation();
        let words = opposite.words.map(|words| form.original(words)).or_else(negated);
        let (side, how) = (self.column.text.label.clone(), opposite.how);
        let of = opposite.of.map(|of| claim.form.original(of.at));
        Some(Contrary { side, statement, how, kept: how == How::Kept, words, of })
    }

    /// What it names that tells something of the claim.
    fn telling<'i>(&'i self, inventory: &'i Inventory) -> impl Iterator<Item = &'i Item<'c>> + Clone {
        self.support.shared.iter().filter(|item| item.weight(inventory) >= TELLING)
    }

    /// Whether it names nothing distinctive of the claim.
    fn is_general(&self, inventory: &Inventory) -> bool {
        let support = &self.support;
        let told = support.same.is_some() || support.contrary.is_some();
        !told && self.telling(inventory).next().is_none()
    }

    /// The statements that have something distinctive that the claim names: all that answer it, where none of them does.
    fn bearing(&self, inventory: &Inventory) -> Vec<usize> {
        let telling = self.telling(inventory);
        let has = |index: &usize| has_any(&self.column.items[*index], telling.clone());
        let any = self.support.statements.iter().any(has);
        self.support.statements.iter().filter(|index| !any || has(index)).copied().collect()
    }
}

/// Every claim of every column, by text, then by place. Narration is no claim, and no greeting.
pub(super) fn claims(meeting: &str, columns: &[&Known<'_>], inventory: &Inventory) -> Vec<Claim> {
    let nothing = Support::default();
    let mut found = Vec::new();
    for Known { text, items, seen, .. } in columns {
        let side = &text.readout().side;
        let joint = text.readout().is_joint();
        let places: Vec<Vec<Option<usize>>> = columns.iter().map(|column| beside(text, column.text)).collect();
        for statement in &text.coded.statements {
            let kind = match &statement.speaker {
                Speaker::Both if statement.act != Act::Describe => ClaimType::Joint,
                // Who was there for the other side of a joint statement is no claim.
                _ if joint && statement.act == Act::Describe => continue,
                speaker if speaker.other_than(side).is_some() => ClaimType::Attribution,
                _ => continue,
            };
            // An attribution is held against the text of the side that it names, a joint claim against all others.
            let asked = columns.iter().zip(&places).filter(|(column, _)| {
                let other = &column.text.readout().side;
                other != side
                    && !column.text.is_fragments()
                    && (kind == ClaimType::Joint || statement.speaker.as_str() == other.as_str())
            });
            let words = seen[statement.index].form.text();
            let answers: Vec<Answer<'_, '_>> = asked
                .map(|(column, places)| {
                    let beside = places.get(statement.index).copied().flatten();
                    let claimed = Claimed { statement, words, items: &items[statement.index], by: side, beside };
                    let mut support = support(claimed, column, inventory);
                    let worded = otherwise_worded(&seen[statement.index], column, &support, inventory);
                    let instead = other_numbers(claimed, column, &support, inventory);
                    let status = match status(kind, &support) {
                        ClaimStatus::Confirmed
                            if !worded.is_empty()
                                || !instead.is_empty()
                                || kind == ClaimType::Attribution && lacks_numbers(&support) =>
                        {
                            ClaimStatus::Partly
                        }
                        status => status,
                    };
                    let own = &seen[statement.index];
                    let conditional = is_conditional(own, column, &support);
                    let explored = |index: &usize| claimed.items.only_explored(&column.items[*index]);
                    let tentative = support.same.is_none()
                        && !support.statements.is_empty()
                        && support.statements.iter().all(explored);
                    let measured = other_measures(claimed, column, &support);
                    let less = conditional || tentative || !measured.is_empty();
                    let status = if less { status.min(ClaimStatus::Partly) } else { status };
                    // What says the opposite is of the thing, and is no confirmation of it.
                    let status = match support.contrary {
                        Some((opposite, _)) => {
                            support.statements.retain(|index| *index != opposite);
                            support.statements.insert(0, opposite);
                            ClaimStatus::Partly
                        }
                        None => status,
                    };
                    if kind == ClaimType::Joint && status == ClaimStatus::Confirmed {
                        show_both(&mut support, column);
                    }
                    Answer { column, status, support, worded, instead, conditional, tentative, measured }
                })
                .collect();
            // Where several texts are asked, the one that has least decides.
            let weakest = answers.iter().min_by(|a, b| {
                let rank = |answer: &Answer<'_, '_>| (answer.status, answer.support.coverage);
                // Of equals the first by its label, whatever the order of the columns.
                let label = |answer: &Answer<'_, '_>| answer.column.text.label.clone();
                rank(a).partial_cmp(&rank(b)).unwrap_or(Ordering::Equal).then_with(|| label(a).cmp(&label(b)))
            });
            let decided = weakest.map_or(&nothing, |answer| &answer.support);
            let answered = weakest.filter(|answer| answer.status > ClaimStatus::Silent);
            // What answers a claim on both: one side's words, or only that they talked about it.
            let joint = answered.filter(|answer| kind == ClaimType::Joint && answer.support.same.is_none());
            let bearing: Vec<&Statement> = joint.map_or_else(Vec::new, |answer| {
                answer.bearing(inventory).into_iter().map(|index| &answer.column.text.coded.statements[index]).collect()
            });
            let one_sided = bearing.first().is_some_and(|first| {
                matches!(first.speaker, Speaker::Side(_)) && bearing.iter().all(|s| s.speaker == first.speaker)
            });
            let talked = !one_sided && !bearing.is_empty() && bearing.iter().all(|s| s.act == Act::Describe);
            let talked = talked && joint.is_some_and(|answer| answer.support.contrary.is_none());
            let ids = |list: &[Item<'_>]| list.iter().map(|i| i.id(inventory)).collect::<Vec<_>>();
            let answering = answers.iter().filter(|answer| answer.status > ClaimStatus::Silent);
            found.push(Claim {
                id: format!("{meeting}/{}.{}", text.label, statement.index),
                text: text.label.clone(),
                statement: statement.index,
                span: statement.span,
                kind,
                speaker: statement.speaker.clone(),
                status: weakest.map_or(ClaimStatus::NoText, |answer| answer.status),
                decided_by: weakest.map(|answer| answer.column.text.label.clone()),
                answers: answers.iter().map(|answer| (answer.column.text.label.clone(), answer.status)).collect(),
                coverage: (decided.coverage * 1000.0).round() / 1000.0,
                shared: ids(&decided.shared),
                broader: ids(&decided.broader),
                related: ids(&decided.related),
                elsewhere: ids(&decided.elsewhere),
                missing: ids(&decided.missing),
                instead: answered.map_or_else(Vec::new, |answer| answer.instead.clone()),
                worded: answered.map_or_else(Vec::new, |answer| answer.worded.clone()),
                contrary: answers.iter().filter_map(|answer| answer.contrary(&seen[statement.index])).collect(),
                telling: is_telling(&items[statement.index]),
                one_sided,
                conditional: answered.is_some_and(|answer| answer.conditional),
                tentative: answered.is_some_and(|answer| answer.tentative),
                measured: answered.map_or_else(Vec::new, |answer| answer.measured.clone()),
                one_thing: answered.is_some_and(|answer| answer.support.one_thing),
                general: weakest.is_some_and(|answer| answer.is_general(inventory)),
                talked: talked && statement.act != Act::Describe,
                counterparts: answering
                    .flat_map(|Answer { column, support, .. }| {
                        support.statements.iter().map(|index| Counterpart {
                            side: column.text.label.clone(),
                            statement: *index,
                            span: column.text.coded.statements[*index].span,
                        })
                    })
                    .collect(),
            });
        }
    }
    mutual(&mut found);
    found.iter_mut().for_each(|claim| claim.general &= claim.status == ClaimStatus::Partly);
    found
}

/// Puts a statement of both first among those that confirm what both are said to have agreed, where they are all of one side:
/// without it they would not.
fn show_both(support: &mut Support<'_>, column: &Known<'_>) {
    let both = |index: &usize| column.text.coded.statements[*index].speaker == Speaker::Both;
    if let Some(fullest) = support.fullest
        && !support.statements.iter().any(both)
    {
        support.statements.insert(0, fullest);
    }
}

/// Whether the statements that answer a claim make it hang on something ('if', 'in exchange for'), which the claim does not.
fn is_conditional(claimed: &Seen, column: &Known<'_>, support: &Support<'_>) -> bool {
    let answers = || support.statements.iter().map(|index| &column.seen[*index]);
    !claimed.conditional
        && support.same.is_none()
        && answers().next().is_some()
        && answers().all(|seen| seen.conditional)
}

/// The words by which each of the statements that answer a claim does away with something in another measure; none where one of
/// them does not.
fn other_measures(claimed: Claimed<'_>, column: &Known<'_>, support: &Support<'_>) -> Vec<Measured> {
    let label = &column.text.label;
    let one = |index: &usize| {
        let words = claimed.items.other_measure(&column.items[*index])?;
        let span = column.seen[*index].form.original(words);
        Some(Measured { side: label.clone(), statement: *index, span })
    };
    let answers = support.statements.iter().filter(|_| support.same.is_none());
    answers.map(one).collect::<Option<Vec<Measured>>>().unwrap_or_default()
}

/// Whether a statement with these has one of some items as a whole, and not only something near it.
fn has_any<'i>(there: &Items, mut some: impl Iterator<Item = &'i Item<'i>>) -> bool {
    some.any(|item| there.has(*item) >= 1.0)
}

/// Whether a claim has numbers or days and none of them is there: what one side is said to have done by a day, another day
/// does not confirm.
fn lacks_numbers(support: &Support<'_>) -> bool {
    let any = |items: &[Item<'_>]| items.iter().any(|item| matches!(item, Item::Number(_)));
    (any(&support.missing) || any(&support.elsewhere)) && !any(&support.shared)
}

/// The numbers of the statements that answer a claim, of the sorts of those of the claim that they lack. Those of a statement
/// that has something distinctive of it only more broadly count something else: the month of another event.
fn other_numbers(
    claimed: Claimed<'_>,
    column: &Known<'_>,
    support: &Support<'_>,
    inventory: &Inventory,
) -> Vec<String> {
    let lacks = support.missing.iter().chain(&support.elsewhere).filter_map(|item| match item {
        Item::Number(number) => Some(sort_of(number)),
        Item::Concept(_) => None,
    });
    let lacks: Vec<Sort> = lacks.collect();
    let mut found: Vec<String> = Vec::new();
    let telling = |item: &&Item<'_>| matches!(item, Item::Concept(_)) && item.weight(inventory) >= TELLING;
    let on_it = |index: &&usize| has_any(&column.items[**index], support.shared.iter().filter(telling));
    for there in support.statements.iter().filter(on_it).map(|index| &column.items[*index]) {
        for other in claimed.items.other_numbers(there) {
            if lacks.contains(&sort_of(other)) && !found.iter().any(|known| known == other) {
                found.push(other.to_owned());
            }
        }
    }
    // The second round of talks is not the third.
    if let Some((own, _)) = ordinal(&claimed.statement.text) {
        let text = |index: &usize| &column.text.coded.statements[*index].text;
        let there = support.statements.iter().filter(on_it).filter_map(|index| ordinal(text(index)));
        let there: Vec<u16> = there.map(|(number, _)| number).collect();
        if !there.contains(&own) {
            found.extend(there.into_iter().map(nth));
        }
    }
    found
}

/// An ordinal number as people write it.
fn nth(number: u16) -> String {
    let end = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

/// The terms with which the statements that answer a claim name one of its concepts, where they are not the same thing as
/// the claim's own and none of them has that: 'one-China principle' for a claim on the policy.
fn otherwise_worded(claimed: &Seen, column: &Known<'_>, support: &Support<'_>, inventory: &Inventory) -> Vec<String> {
    let there: Vec<&Found> = support.statements.iter().flat_map(|index| &column.seen[*index].found).collect();
    let mut found = Vec::new();
    for own in &claimed.found {
        let concept = &inventory.concepts[own.concept];
        let of = || there.iter().filter(|other| other.concept == own.concept);
        if of().any(|other| other.term == own.term) {
            continue;
        }
        let apart = of().filter(|other| concept.is_apart(own.term, other.term));
        found.extend(apart.map(|other| format!("{}.{}", concept.id, concept.terms[other.term].id)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// What both are said to have agreed, and confirms the like in the other text, is not itself without an answer there. Where it
/// is what answers that best, the two are shown with each other.
fn mutual(claims: &mut [Claim]) {
    let joint = |c: &&Claim| c.kind == ClaimType::Joint && c.status == ClaimStatus::Confirmed;
    let of = |c: &Claim| Counterpart { side: c.text.clone(), statement: c.statement, span: c.span };
    // Whether it is the best of its text.
    let best = |c: &Claim, own: &Counterpart| c.counterparts.iter().find(|other| other.side == own.side) == Some(own);
    let confirms: Vec<(Counterpart, bool, Counterpart)> = claims
        .iter()
        .filter(joint)
        .flat_map(|c| c.counterparts.iter().map(move |own| (own.clone(), best(c, own), of(c))))
        .collect();
    for claim in claims.iter_mut().filter(|c| c.kind == ClaimType::Joint) {
        let own = of(claim);
        let silent = claim.status == ClaimStatus::Silent;
        for (_, best, answer) in confirms.iter().filter(|(confirming, ..)| *confirming == own) {
            if silent {
                claim.answers.insert(answer.side.clone(), ClaimStatus::Partly);
            }
            if (silent || *best) && !claim.counterparts.contains(answer) {
                claim.counterparts.push(answer.clone());
            }
        }
        if silent {
            claim.status = claim.answers.values().copied().min().unwrap_or(claim.status);
        }
    }
}

fn status(kind: ClaimType, support: &Support<'_>) -> ClaimStatus {
    let (joint, attribution) = PARTLY;
    if support.same.is_some() {
        return ClaimStatus::Confirmed;
    }
    // Frames such as 'communication' may bear out a part of what both sides did, and of what one of them said where there are
    // several of them in its own words.
    if !support.telling {
        return match kind {
            ClaimType::Joint if support.coverage >= MOST && support.in_full_voice >= MOST => ClaimStatus::Confirmed,
            ClaimType::Joint if support.coverage >= joint => ClaimStatus::Partly,
            ClaimType::Attribution if support.coverage >= MOST_OF_FRAMES && support.kin > 1 && support.voice >= 1.0 => {
                ClaimStatus::Partly
            }
            _ => ClaimStatus::Silent,
        };
    }
    let partly = match kind {
        // Without the distinctive part of a claim more of the rest must be there.
        _ if support.beside => BESIDE,
        ClaimType::Joint => joint,
        ClaimType::Attribution => attribution,
    };
    let confirmed = support.coverage >= CONFIRMED && support.single >= SINGLE;
    // What one side is said to have said is not borne out by something broader alone: by 'trade' for tariffs.
    let bears = support.named || support.kin > 1;
    let most = if kind == ClaimType::Joint { MOST_OF_BOTH } else { MOST };
    // Whatever else is there, the distinctive part of it is.
    let complete = support.distinctive && (support.complete || support.coverage >= most);
    // What both are said to have agreed, one side's words do not confirm.
    let voiced = match kind {
        ClaimType::Joint => support.in_full_voice >= SINGLE,
        ClaimType::Attribution => support.voice >= VOICE,
    };
    // Where what is distinctive is not there, something telling must be, and not only what is broader: 'the Middle East' for a
    // strait.
    let tells = support.named || support.distinctive;
    if confirmed && complete && support.named && voiced && !support.subject_only && !support.lacks_piece {
        ClaimStatus::Confirmed
    } else if support.coverage >= partly && support.some && tells && (bears || kind == ClaimType::Joint)
        || support.names_one
    {
        // Of a list of assurances the one that is there is a part of it, however many are not.
        ClaimStatus::Partly
    } else {
        ClaimStatus::Silent
    }
}
