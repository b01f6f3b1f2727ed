//! Concepts, formulas and their lists of words in a codebook file, as written: each with its place.

mod apply;

pub(super) use apply::apply;

use toml::de::DeValue;

use super::read::{Both, PlacedTexts, both, id, masks, once, one_of, texts, words};
use crate::codebook::concepts::{Aspect, Vocabulary};
use crate::codebook::formulas::SaidBy;
use crate::tables::{Fault, Place, Placed, Source, Table};

/// What one file says of concepts and formulas.
#[derive(Debug, Default)]
pub(super) struct Entries {
    /// The ids of formulas that are to be no more.
    pub remove: Vec<Placed<String>>,
    pub lists: Vec<ListEntry>,
    pub concepts: Vec<ConceptEntry>,
    pub formulas: Vec<FormulaEntry>,
    pub masks: Vec<(Placed<String>, PlacedTexts)>,
}

#[derive(Debug)]
pub(super) struct ConceptEntry {
    id: Placed<String>,
    replace: bool,
    label: Both<Option<String>>,
    weight: Option<f64>,
    aspect: Option<Aspect>,
    parents: Vec<Placed<String>>,
    apart: Vec<Placed<String>>,
    alike: Vec<Placed<String>>,
    encloses: Option<bool>,
    terms: Vec<TermEntry>,
}

#[derive(Debug)]
struct TermEntry {
    place: Place,
    id: Option<Placed<String>>,
    label: Both<Option<String>>,
    cues: PlacedTexts,
    sides: Vec<Placed<String>>,
    counterpart: Option<Placed<String>>,
    signals: Both<Option<String>>,
    source: Option<String>,
    examples: PlacedTexts,
}

#[derive(Debug)]
pub(super) struct FormulaEntry {
    id: Placed<String>,
    replace: bool,
    label: Both<Option<String>>,
    side: Option<Placed<String>>,
    definition: Both<Option<String>>,
    source: Option<String>,
    topics: Vec<Placed<String>>,
    said_by: Option<SaidBy>,
    with: Option<Placed<String>>,
    recalled: Vec<Placed<String>>,
    since: Option<Placed<String>>,
    anchor: Option<Placed<String>>,
    pieces: Vec<PieceEntry>,
}

/// A piece of a formula.
#[derive(Debug)]
struct PieceEntry {
    id: Placed<String>,
    label: Both<Option<String>>,
    usual: WordingEntry,
    narrated: Option<bool>,
    follows: Option<bool>,
    topics: Vec<Placed<String>>,
    since: Option<Placed<String>>,
    changed: Option<ChangedEntry>,
}

/// By what a piece is found, in one of its forms.
#[derive(Debug)]
struct WordingEntry {
    concepts: Vec<Placed<String>>,
    cues: PlacedTexts,
}

#[derive(Debug)]
struct ChangedEntry {
    label: Both<Option<String>>,
    wording: WordingEntry,
    own: Option<bool>,
}

/// The name of a list, and its words in each language.
type ListEntry = (String, Both<Option<Placed<String>>>);

impl Entries {
    pub fn read(source: &Source<'_>, file: &Table<'_>) -> Result<Self, Fault> {
        let found = Self {
            remove: Vec::new(),
            lists: lists(file)?,
            concepts: file.tables("concept")?.iter().map(concept).collect::<Result<_, _>>()?,
            formulas: file.tables("formula")?.iter().map(formula).collect::<Result<_, _>>()?,
            masks: masks(file, "concepts")?.iter().map(mask).collect::<Result<_, _>>()?,
        };
        once(source, "concept", found.concepts.iter().map(|c| &c.id))?;
        once(source, "formula", found.formulas.iter().map(|f| &f.id))?;
        once(source, "mask of concepts", found.masks.iter().map(|(id, _)| id))?;
        Ok(found)
    }

    pub fn is_empty(&self) -> bool {
        self.remove.is_empty()
            && self.lists.is_empty()
            && self.concepts.is_empty()
            && self.formulas.is_empty()
            && self.masks.is_empty()
    }

    /// Takes out of a vocabulary what the file says anew: concepts keep their places, since others name them.
    pub fn forget(&mut self, vocabulary: &mut Vocabulary) {
        for entry in &mut self.concepts {
            entry.replace = vocabulary.concepts.iter().any(|c| *c.id == *entry.id.value);
        }
        for entry in &mut self.formulas {
            entry.replace = vocabulary.formulas.iter().any(|f| *f.id == *entry.id.value);
        }
        vocabulary.masks.retain(|mask| !self.masks.iter().any(|(id, _)| *mask.id == *id.value));
        for (name, _) in &self.lists {
            vocabulary.lists.forget(name);
        }
    }
}

fn mask(table: &Table<'_>) -> Result<(Placed<String>, PlacedTexts), Fault> {
    Ok((id(table)?, Both { en: table.texts("en")?, zh: table.texts("zh")? }))
}

/// Lists of words that cues of concepts and formulas name, each a text of alternatives in a language.
fn lists(file: &Table<'_>) -> Result<Vec<ListEntry>, Fault> {
    let Some(all) = file.table("lists")? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for name in all.keys() {
        if let Some(words) = all.table(name)? {
            let words = words.titled(&format!("[lists.{name}]"));
            words.only(&["en", "zh"])?;
            found.push((name.to_owned(), Both { en: words.text("en")?, zh: words.text("zh")? }));
        }
    }
    Ok(found)
}

fn concept(table: &Table<'_>) -> Result<ConceptEntry, Fault> {
    let keys = ["id", "label", "weight", "aspect", "parents", "apart", "alike", "encloses", "term", "replace"];
    table.only(&keys)?;
    let aspect = one_of(table, "aspect", &["tone", "asked", "encounter"])?.map(|word| match word.as_str() {
        "tone" => Aspect::Tone,
        "asked" => Aspect::Asked,
        _ => Aspect::Encounter,
    });
    Ok(ConceptEntry {
        id: id(table)?,
        replace: table.truth("replace")?.unwrap_or(false),
        label: both(table.table("label")?, words)?,
        weight: weight(table)?,
        aspect,
        parents: table.texts("parents")?,
        apart: table.texts("apart")?,
        alike: table.texts("alike")?,
        encloses: table.truth("encloses")?,
        terms: table.tables("term")?.iter().map(term).collect::<Result<_, _>>()?,
    })
}

/// How specific a concept is.
fn weight(table: &Table<'_>) -> Result<Option<f64>, Fault> {
    let Some((place, value)) = table.get("weight") else { return Ok(None) };
    let number = match value {
        DeValue::Integer(digits) => digits.as_str().parse::<f64>().ok(),
        DeValue::Float(digits) => digits.as_str().parse::<f64>().ok(),
        _ => None,
    };
    let good = number.filter(|number| (0.0..=3.0).contains(number));
    good.map(Some).ok_or_else(|| table.source.fault(place, format!("`weight` must be a number from 0 to 3; {WEIGHTS}")))
}

/// What weights mean.
const WEIGHTS: &str = "0 is wording only, 0.5 a frame, 1 to 1.5 ordinary, 2 to 2.5 topical, 3 distinctive";

fn term(table: &Table<'_>) -> Result<TermEntry, Fault> {
    let table = table.clone().titled("[[concept.term]]");
    table.only(&["id", "label", "en", "zh", "sides", "counterpart", "signals", "source", "examples"])?;
    Ok(TermEntry {
        place: table.place,
        id: match table.text("id")? {
            Some(_) => Some(id(&table)?),
            None => None,
        },
        label: both(table.table("label")?, words)?,
        cues: Both { en: table.texts("en")?, zh: table.texts("zh")? },
        sides: table.texts("sides")?,
        counterpart: table.text("counterpart")?,
        signals: both(table.table("signals")?, words)?,
        source: words(&table, "source")?,
        examples: both(table.table("examples")?, texts)?,
    })
}

fn formula(table: &Table<'_>) -> Result<FormulaEntry, Fault> {
    let keys = [
        "id",
        "label",
        "side",
        "definition",
        "source",
        "topics",
        "said_by",
        "with",
        "recalled",
        "since",
        "anchor",
        "component",
        "replace",
    ];
    table.only(&keys)?;
    let said_by = one_of(table, "said_by", &["own", "anyone", "others"])?.map(|word| match word.as_str() {
        "own" => SaidBy::Own,
        "anyone" => SaidBy::Anyone,
        _ => SaidBy::Others,
    });
    let found = FormulaEntry {
        id: id(table)?,
        replace: table.truth("replace")?.unwrap_or(false),
        label: both(table.table("label")?, words)?,
        side: table.text("side")?,
        definition: both(table.table("definition")?, words)?,
        source: words(table, "source")?,
        topics: table.texts("topics")?,
        said_by,
        with: table.text("with")?,
        recalled: table.texts("recalled")?,
        since: day(table)?,
        anchor: table.text("anchor")?,
        pieces: table.tables("component")?.iter().map(piece).collect::<Result<_, _>>()?,
    };
    once(table.source, "component", found.pieces.iter().map(|p| &p.id))?;
    Ok(found)
}

fn piece(table: &Table<'_>) -> Result<PieceEntry, Fault> {
    let table = table.clone().titled("[[formula.component]]");
    table.only(&["id", "label", "concepts", "en", "zh", "narrated", "follows", "topics", "since", "changed"])?;
    let changed = match table.table("changed")? {
        Some(changed) => {
            changed.only(&["label", "concepts", "en", "zh", "own"])?;
            let label = both(changed.table("label")?, words)?;
            Some(ChangedEntry { label, wording: wording(&changed)?, own: changed.truth("own")? })
        }
        None => None,
    };
    Ok(PieceEntry {
        id: id(&table)?,
        label: both(table.table("label")?, words)?,
        usual: wording(&table)?,
        narrated: table.truth("narrated")?,
        follows: table.truth("follows")?,
        topics: table.texts("topics")?,
        since: day(&table)?,
        changed,
    })
}

fn wording(table: &Table<'_>) -> Result<WordingEntry, Fault> {
    let cues = Both { en: table.texts("en")?, zh: table.texts("zh")? };
    Ok(WordingEntry { concepts: table.texts("concepts")?, cues })
}

/// The day under `since`.
fn day(table: &Table<'_>) -> Result<Option<Placed<String>>, Fault> {
    let Some(since) = table.text("since")? else { return Ok(None) };
    if since.value.parse::<jiff::civil::Date>().is_ok() && since.value.len() == "2031-05-12".len() {
        return Ok(Some(since));
    }
    let message = format!("`{}` is no day; write since = \"2031-05-12\"", since.value);
    Err(table.source.fault(since.place, message))
}
