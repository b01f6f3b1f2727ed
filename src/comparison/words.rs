//! Words: who calls a thing what (contrasts), and which pieces of a formula each text has.

use std::collections::BTreeMap;

use serde::Serialize;

use super::are_joint;
use super::known::Known;
use super::opposite::is_refused;
use crate::codebook::concepts::{Concept, Inventory};
use crate::codebook::formulas::{Component, ComponentState, Counts, Formula, Place as InForm, Presence, SaidBy};
use crate::codebook::{Act, Words};
use crate::coding::{Speaker, Statement, TermUse};
use crate::readout::{Kind, Readout};
use crate::text::Span;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Place {
    /// The number of the statement, from 0: its `index`.
    pub statement: usize,
    /// Where, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
}

/// One wording in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Wording {
    /// The term's id, within its concept.
    pub term: String,
    /// How often quotation marks stand around it.
    pub quoted: usize,
    /// Where it stands, by place.
    pub places: Vec<Place>,
}

impl Wording {
    /// A term where it stands once.
    pub(super) fn of(statement: &Statement, used: &TermUse) -> Self {
        let places = vec![Place { statement: statement.index, span: used.span }];
        Self { term: used.term.to_string(), quoted: usize::from(used.quoted), places }
    }
}

/// A thing that the columns word differently, or that one words in a way that is a choice.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Contrast {
    /// The concept's id.
    pub concept: String,
    /// By the label of the text: its wordings, most frequent first. Texts that do not mention the thing are left out.
    pub sides: BTreeMap<String, Vec<Wording>>,
    /// Whether two columns mention the thing and share no wording.
    pub differs: bool,
}

/// What one text has of one piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Piece {
    /// The component's id.
    pub id: String,
    /// Whether it is there, there in a changed form, or missing.
    pub presence: Presence,
    /// The words, by place; none where it is missing.
    pub places: Vec<Place>,
    /// Where it is missing: the words that stand in another voice than the formula's, as those of the other side.
    pub elsewhere: Vec<Place>,
    /// Whether it is missing in a text of a day before it is expected, so that the text does not lack it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_yet: bool,
}

impl Piece {
    /// Its words, be they in another voice; none where the text has none.
    #[must_use]
    pub fn words(&self) -> &[Place] {
        if self.places.is_empty() { &self.elsewhere } else { &self.places }
    }
}

/// A formula of which at least one column has a piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct FormulaUse {
    /// The formula's id.
    pub id: String,
    /// The side that repeats it.
    pub side: String,
    /// By the label of the text: every piece, in the order of the formula. Texts with no piece of it are left out.
    pub sides: BTreeMap<String, Vec<Piece>>,
}

/// A formula of whose topic a whole text of its side speaks without a piece of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct FormulaAbsent {
    /// The formula's id.
    pub id: String,
    /// The side that repeats it.
    pub side: String,
    /// The label of the text that has none of it.
    pub text: String,
    /// How many pieces it has.
    pub pieces: usize,
}

/// The contrasts among the columns: first those that differ, in the order of the codebook.
pub(super) fn contrasts(columns: &[&Known<'_>], inventory: &Inventory) -> Vec<Contrast> {
    // What is said of the encounter itself is shown with it, where it is known which encounter is meant.
    let several = inventory.concepts.iter().enumerate().filter(|(_, c)| c.is_contrast() && c.aspect.is_none());
    let mut found: Vec<Contrast> = several.filter_map(|(number, concept)| contrast(number, concept, columns)).collect();
    found.sort_by_key(|c| !c.differs);
    found
}

fn contrast(number: usize, concept: &Concept, columns: &[&Known<'_>]) -> Option<Contrast> {
    let mut sides = BTreeMap::new();
    for column in columns {
        let wordings = wordings(number, column, |_| true);
        if !wordings.is_empty() {
            sides.insert(column.text.label.clone(), wordings);
        }
    }
    let lists: Vec<&Vec<Wording>> = sides.values().collect();
    let number_of = |wording: &Wording| concept.term_index(&wording.term);
    let same = |one: &Wording, other: &Wording| {
        number_of(one).zip(number_of(other)).is_some_and(|(one, other)| concept.is_alike(one, other))
    };
    let shares = |a: &[Wording], b: &[Wording]| a.iter().any(|w| b.iter().any(|v| same(w, v)));
    let differs = lists.iter().enumerate().any(|(i, a)| lists[i + 1..].iter().any(|b| !shares(a, b)));
    (!sides.is_empty()).then(|| Contrast { concept: concept.id.to_string(), sides, differs })
}

/// The wordings of a concept, by its number, in the statements of a text that count, most frequent first.
pub(super) fn wordings(concept: usize, text: &Known<'_>, counts: impl Fn(&Statement) -> bool) -> Vec<Wording> {
    let mut wordings: Vec<Wording> = Vec::new();
    for (statement, used) in text.uses(concept).iter().map(|u| text.used(u)).filter(|(s, _)| counts(s)) {
        let place = Place { statement: statement.index, span: used.span };
        match wordings.iter_mut().find(|w| w.term == used.term) {
            Some(wording) => {
                wording.quoted += usize::from(used.quoted);
                wording.places.push(place);
            }
            None => wordings.push(Wording::of(statement, used)),
        }
    }
    wordings.sort_by(|a, b| b.places.len().cmp(&a.places.len()).then_with(|| a.places.cmp(&b.places)));
    wordings
}

/// Whether a piece of a formula counts in a statement: by whose words it is, and by what it is on.
fn counts(formula: &Formula, component: &Component, statement: &Statement) -> Counts {
    let said = match &statement.speaker {
        Speaker::Side(_) if component.narrated => false,
        Speaker::Side(side) => {
            let own = formula.side == *side.as_str();
            match formula.said_by {
                SaidBy::Own => own,
                SaidBy::Anyone => true,
                // What a side asks for or warns of is no assurance of its own.
                SaidBy::Others => {
                    !own && !matches!(statement.act, Act::Demand | Act::Warn) || recalls(formula, statement)
                }
            }
        }
        Speaker::Both | Speaker::None => true,
    };
    let on = |topics: &[Words]| topics.is_empty() || topics.iter().any(|t| statement.topics.iter().any(|s| **t == **s));
    match !statement.is_negated() && on(&formula.topics) && on(&component.topics) {
        true if said => Counts::Yes,
        true => Counts::OtherVoice,
        false => Counts::No,
    }
}

/// Whether a text can have a formula: of its day, and of the sides that met.
pub(crate) fn can_have(readout: &Readout, formula: &Formula) -> bool {
    let met = readout.principals.iter().filter(|(_, names)| !names.is_empty()).map(|(side, _)| side.as_str());
    formula.is_of(readout.date.as_deref()) && formula.is_between(met)
}

/// Whether a statement asks something of a party that its words of asking name: 希望美方恪守…, and not 应恪守….
fn asks_a_party(statement: &Statement, body: &str) -> bool {
    let names = |words: &str| {
        words.contains(['方', '国']) || words.split(' ').skip(1).any(|w| w.starts_with(char::is_uppercase))
    };
    let asks = statement.evidence.iter().filter(|e| e.code == "act:demand");
    statement.act == Act::Demand && asks.map(|e| e.span.slice(body)).any(names)
}

/// Whether a statement speaks of a promise that was made.
fn recalls(formula: &Formula, statement: &Statement) -> bool {
    statement.terms.iter().any(|term| formula.recalled.contains(&term.concept))
}

/// The formulas of whose topic a whole column of their side speaks without a piece of them, in the order of the codebook.
/// `used` are those of which a column has a piece.
pub(super) fn absent(columns: &[&Known<'_>], used: &[FormulaUse], inventory: &Inventory) -> Vec<FormulaAbsent> {
    let mut found = Vec::new();
    // What a statement of the sides together has not is no silence of one.
    if are_joint(columns.iter().map(|column| column.text)) {
        return found;
    }
    for formula in inventory.formulas() {
        for text in columns.iter().map(|column| column.text) {
            let readout = text.readout();
            let own = formula.side == *readout.side.as_str() && can_have(readout, formula);
            let has = used.iter().any(|u| formula.id == *u.id && u.sides.contains_key(&text.label));
            // Of a topic in passing, and of remarks, it says nothing that a formula is not there.
            let raises = || {
                let central = text.coded.statements.iter().filter_map(|s| s.topics.first()).map(String::as_str);
                let topics = formula.topics.iter().map(|topic| &**topic);
                text.coded.raises_itself(topics.filter(|topic| central.clone().any(|first| first == *topic)))
            };
            let own = own && readout.kind == Kind::Readout;
            if own && !has && !text.is_fragments() && raises() {
                found.push(FormulaAbsent {
                    id: formula.id.to_string(),
                    side: formula.side.to_string(),
                    text: text.label.clone(),
                    pieces: formula.components.iter().filter(|c| c.is_of(readout.date.as_deref())).count(),
                });
            }
        }
    }
    found
}

/// The formulas of which a column has a piece, in the order of the codebook, and those of which columns that have none have the
/// words in another voice.
pub(super) fn formulas(columns: &[&Known<'_>], inventory: &Inventory) -> (Vec<FormulaUse>, Vec<FormulaUse>) {
    let states = |column: &Known<'_>| -> Vec<Vec<ComponentState>> {
        let statements = column.seen.iter().map(|s| (&s.form, s.found.as_slice()));
        let readout = column.text.readout();
        let counts = |formula: &Formula, (component, changed): (&Component, bool), place: InForm| {
            let statement = &column.text.coded.statements[place.statement];
            // Words of a piece before its own day are there: they are only not looked for in vain.
            let of = can_have(readout, formula);
            // 'He declined to reaffirm that …': what is refused is not said.
            let refused = is_refused(&column.seen[place.statement], place.span);
            let asked = changed && component.changed.own && asks_a_party(statement, &readout.body);
            if of && !refused && !asked { counts(formula, component, statement) } else { Counts::No }
        };
        inventory.components(statements, readout.language, counts)
    };
    let columns: Vec<_> = columns.iter().map(|column| (column, states(column))).collect();
    let (mut found, mut elsewhere) = (Vec::new(), Vec::new());
    for (number, formula) in inventory.formulas().iter().enumerate() {
        let (mut sides, mut other_voice) = (BTreeMap::new(), BTreeMap::new());
        for (column, states) in &columns {
            let states = &states[number];
            let has = states.iter().any(|s| s.presence != Presence::Missing);
            if !has && states.iter().all(|s| s.elsewhere.is_empty()) {
                continue;
            }
            let place =
                |p: &InForm| Place { statement: p.statement, span: column.seen[p.statement].form.original(p.span) };
            let pieces = states.iter().map(|state| Piece {
                id: formula.components[state.component].id.to_string(),
                presence: state.presence,
                places: state.places.iter().map(place).collect(),
                elsewhere: state.elsewhere.iter().map(place).collect(),
                not_yet: state.presence == Presence::Missing
                    && !formula.components[state.component].is_of(column.text.readout().date.as_deref()),
            });
            let list = if has { &mut sides } else { &mut other_voice };
            list.insert(column.text.label.clone(), pieces.collect());
        }
        for (sides, list) in [(sides, &mut found), (other_voice, &mut elsewhere)] {
            if !sides.is_empty() {
                list.push(FormulaUse { id: formula.id.to_string(), side: formula.side.to_string(), sides });
            }
        }
    }
    (found, elsewhere)
}
