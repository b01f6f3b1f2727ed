//! A codebook file as written: what it adds, changes and removes, each with its place. The embedded files are read by
//! the same rules when places are asked for.

use toml::de::DeValue;

use super::vocabulary;
use crate::codebook::Act;
use crate::codebook::matcher::Cues;
use crate::codebook::people::Level;
use crate::codebook::raw::{RawCue, RawSpeech, Speakers, Surname};
use crate::tables::{Fault, Place, Placed, Source, Table, nearest};
use crate::text::Language;

/// A thing in each language.
#[derive(Debug, Clone, Default)]
pub(super) struct Both<T> {
    pub en: T,
    pub zh: T,
}

pub(super) type PlacedCues = Both<Vec<Placed<RawCue>>>;
pub(super) type PlacedTexts = Both<Vec<Placed<String>>>;

/// A topic or an act.
#[derive(Debug)]
pub(super) struct Entry {
    pub id: Placed<String>,
    pub replace: bool,
    pub label: Both<Option<String>>,
    pub definition: Both<Option<String>>,
    pub general: Option<bool>,
    /// The sides in whose meetings alone its weak cues count.
    pub between: Vec<Placed<String>>,
    /// The cues by the name of their list, as in `TOPIC` or `ACT`.
    pub lists: Vec<(&'static str, PlacedCues)>,
    pub examples: PlacedTexts,
}

#[derive(Debug)]
pub(super) struct SideEntry {
    pub id: Placed<String>,
    pub replace: bool,
    pub name: Both<Option<String>>,
    pub publishes: Option<bool>,
    pub language: Option<Language>,
    pub surname: Option<Surname>,
    pub speakers: Option<Speakers>,
    pub own_offices: Vec<Placed<String>>,
    pub nation: PlacedTexts,
    pub actor: PlacedCues,
    pub title: PlacedCues,
    pub people: Vec<PersonEntry>,
}

/// An official.
#[derive(Debug)]
pub(super) struct PersonEntry {
    pub names: Vec<Placed<String>>,
    pub level: Option<String>,
    pub gender: Option<String>,
    pub office: Both<Option<String>>,
    pub years: (Option<u16>, Option<u16>),
}

/// Everything in one file.
#[derive(Debug)]
pub(super) struct Patch {
    pub extends: bool,
    /// Whether it says that it extends nothing: `extends = "none"`.
    pub stands_alone: bool,
    pub remove: Vec<Placed<String>>,
    pub topics: Vec<Entry>,
    pub acts: Vec<Entry>,
    pub sides: Vec<SideEntry>,
    pub masks: Vec<(Placed<String>, PlacedCues)>,
    /// `anaphora`, `joint`, `countries` and the lists of speech, by name.
    pub lists: Vec<(&'static str, PlacedCues)>,
    pub offices: PlacedTexts,
    /// Concepts and formulas.
    pub vocabulary: vocabulary::Entries,
}

/// The lists of a topic, the ordinary one first.
pub(super) const TOPIC: [&str; 3] = ["cues", "yields", "weak"];
/// The lists of an act, the ordinary one first.
pub(super) const ACT: [&str; 6] = ["cues", "own", "asks", "of", "governs", "weak"];

impl Patch {
    pub fn read(source: &Source<'_>) -> Result<Self, Fault> {
        let root = source.parse()?;
        let file = Table::whole(source, root.get_ref(), "a codebook");
        let single = ["anaphora", "joint", "countries"];
        let mut keys = vec![
            "extends", "remove", "topic", "act", "side", "mask", "speech", "offices", "concept", "formula", "lists",
        ];
        keys.extend(single);
        keys.extend(RawSpeech::NAMES);
        file.only(&keys)?;
        let (extends, stands_alone) = match file.text("extends")? {
            None => (false, false),
            Some(Placed { value, .. }) if value == "default" => (true, false),
            Some(Placed { value, .. }) if value == "none" => (false, true),
            Some(Placed { value, place }) => {
                let message = format!("`extends` knows no codebook `{value}`; write extends = \"default\"");
                return Err(source.fault(place, message));
            }
        };
        let mut lists = Vec::new();
        // The lists of speech stand under `speech`, or by themselves as in the embedded file.
        if let Some(speech) = file.table("speech")? {
            let speech = speech.titled("[speech]");
            speech.only(RawSpeech::NAMES)?;
            for name in RawSpeech::NAMES.iter().copied() {
                lists.push((name, cues(&speech, name)?));
            }
        }
        for name in single.into_iter().chain(RawSpeech::NAMES.iter().copied()) {
            lists.push((name, cues(&file, name)?));
        }
        let new = Self {
            extends,
            stands_alone,
            remove: file.texts("remove")?,
            topics: entries(&file, "topic", &TOPIC)?,
            acts: entries(&file, "act", &ACT)?,
            sides: file.tables("side")?.iter().map(side).collect::<Result<_, _>>()?,
            masks: masks(&file, "topics")?.iter().map(mask).collect::<Result<_, _>>()?,
            lists,
            offices: both(file.table("offices")?, texts)?,
            vocabulary: vocabulary::Entries::read(source, &file)?,
        };
        once(source, "topic", new.topics.iter().map(|t| &t.id))?;
        once(source, "act", new.acts.iter().map(|a| &a.id))?;
        once(source, "side", new.sides.iter().map(|s| &s.id))?;
        once(source, "mask", new.masks.iter().map(|(id, _)| id))?;
        Ok(new)
    }
}

/// Refuses an id that is there twice.
pub(super) fn once<'a>(
    source: &Source<'_>,
    what: &str,
    ids: impl Iterator<Item = &'a Placed<String>>,
) -> Result<(), Fault> {
    let mut seen: Vec<&Placed<String>> = Vec::new();
    for id in ids {
        if let Some(first) = seen.iter().find(|s| s.value == id.value) {
            let (name, line) = (&id.value, first.place.line);
            let message = format!("{what} `{name}` is there twice, first in line {line}; join them or rename one");
            return Err(source.fault(id.place, message));
        }
        seen.push(id);
    }
    Ok(())
}

fn entries(file: &Table<'_>, key: &str, lists: &[&'static str]) -> Result<Vec<Entry>, Fault> {
    let mut found: Vec<Entry> = Vec::new();
    for table in file.tables(key)? {
        let mut keys = vec!["id", "label", "definition", "examples", "replace"];
        keys.extend(lists);
        if key == "topic" {
            keys.extend(["general", "between"]);
        }
        table.only(&keys)?;
        let id = id(&table)?;
        if key == "act" && Act::from_id(&id.value).is_none() {
            let known = Act::ALL.map(Act::as_str);
            let mend = nearest(&id.value, known)
                .first()
                .map_or_else(|| format!("the acts are {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
            return Err(table.source.fault(id.place, format!("`{}` is no act; {mend}", id.value)));
        }
        found.push(Entry {
            replace: table.truth("replace")?.unwrap_or(false),
            label: both(table.table("label")?, words)?,
            definition: both(table.table("definition")?, words)?,
            general: table.truth("general")?,
            between: table.texts("between")?,
            lists: lists.iter().map(|list| Ok((*list, cues(&table, list)?))).collect::<Result<_, Fault>>()?,
            examples: both(table.table("examples")?, texts)?,
            id,
        });
    }
    Ok(found)
}

fn side(table: &Table<'_>) -> Result<SideEntry, Fault> {
    let keys = [
        "id",
        "name",
        "publishes",
        "language",
        "surname",
        "speakers",
        "own_offices",
        "nation",
        "actor",
        "title",
        "person",
        "replace",
    ];
    table.only(&keys)?;
    let person = |person: &Table<'_>| {
        let person = person.clone().titled("[[side.person]]");
        person.only(&["names", "office", "level", "from", "to", "gender"])?;
        let office = both(person.table("office")?, words)?;
        let names = person.texts("names")?;
        if names.is_empty() {
            return Err(person.fault("a person has no names; add names = [\"…\"]"));
        }
        let level = one_of(&person, "level", &Level::ALL.map(Level::as_str))?;
        let gender = one_of(&person, "gender", &["f", "m"])?;
        let years = (person.year("from")?, person.year("to")?);
        Ok(PersonEntry { names, level, gender, office, years })
    };
    Ok(SideEntry {
        id: id(table)?,
        replace: table.truth("replace")?.unwrap_or(false),
        name: both(table.table("name")?, words)?,
        publishes: table.truth("publishes")?,
        language: one_of(table, "language", &["en", "zh"])?
            .map(|w| if w == "zh" { Language::Zh } else { Language::En }),
        surname: one_of(table, "surname", &["last", "first"])?
            .map(|w| if w == "first" { Surname::First } else { Surname::Last }),
        speakers: one_of(table, "speakers", &["carried", "named"])?
            .map(|w| if w == "named" { Speakers::Named } else { Speakers::Carried }),
        own_offices: filled(table, table.texts("own_offices")?, "own_offices")?,
        nation: match table.table("nation")? {
            Some(nation) => {
                nation.only(&["en", "zh"])?;
                let words = |language: &str| filled(&nation, nation.texts(language)?, "nation");
                Both { en: words("en")?, zh: words("zh")? }
            }
            None => Both::default(),
        },
        actor: cues(table, "actor")?,
        title: cues(table, "title")?,
        people: table.tables("person")?.iter().map(person).collect::<Result<_, _>>()?,
    })
}

/// Words of which none is blank: what is in no letters is in every text.
fn filled(table: &Table<'_>, words: Vec<Placed<String>>, key: &str) -> Result<Vec<Placed<String>>, Fault> {
    match words.iter().find(|word| word.value.trim().is_empty()) {
        Some(blank) => {
            Err(table.source.fault(blank.place, format!("a word of `{key}` is blank; write it or leave it out")))
        }
        None => Ok(words),
    }
}

/// The word under a key, which must be one of these.
pub(super) fn one_of(table: &Table<'_>, key: &str, words: &[&str]) -> Result<Option<String>, Fault> {
    let Some(word) = table.text(key)? else { return Ok(None) };
    if words.contains(&word.value.as_str()) {
        return Ok(Some(word.value));
    }
    let message = format!("`{}` is no {key}; write {}", word.value, words.join(", "));
    Err(table.source.fault(word.place, message))
}

/// The masks that hide something: `topics` or `concepts`.
pub(super) fn masks<'t>(file: &Table<'t>, what: &str) -> Result<Vec<Table<'t>>, Fault> {
    let mut found = file.tables("mask")?;
    for mask in &found {
        mask.only(&["id", "hides", "en", "zh"])?;
        one_of(mask, "hides", &["topics", "concepts", "both"])?;
    }
    let hides = |mask: &Table<'_>| mask.text("hides").ok().flatten().map_or("topics".to_owned(), |word| word.value);
    found.retain(|mask| [what, "both"].contains(&hides(mask).as_str()));
    Ok(found)
}

fn mask(table: &Table<'_>) -> Result<(Placed<String>, PlacedCues), Fault> {
    Ok((id(table)?, Both { en: list(table, "en", Language::En)?, zh: list(table, "zh", Language::Zh)? }))
}

/// The id of a table: small letters, digits and hyphens.
pub(super) fn id(table: &Table<'_>) -> Result<Placed<String>, Fault> {
    let Some(id) = table.text("id")? else {
        return Err(table.fault(format!("{} has no id; add id = \"…\"", table.title)));
    };
    let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if !id.value.split('-').all(part) || !id.value.starts_with(|c: char| c.is_ascii_lowercase()) {
        let mend = kebab(&id.value);
        let message = format!("the id `{}` is not in small letters and hyphens; write {mend}", id.value);
        return Err(table.source.fault(id.place, message));
    }
    Ok(id)
}

/// The id that somebody may have meant.
fn kebab(id: &str) -> String {
    let words: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let joined = words.split_whitespace().collect::<Vec<_>>().join("-");
    match joined.trim_start_matches(|c: char| !c.is_ascii_lowercase()) {
        "" => "one such as `deep-sea-mining`".to_owned(),
        joined => format!("`{joined}`"),
    }
}

pub(super) fn both<'t, T: Default>(
    table: Option<Table<'t>>,
    read: fn(&Table<'t>, &str) -> Result<T, Fault>,
) -> Result<Both<T>, Fault> {
    let Some(table) = table else { return Ok(Both::default()) };
    table.only(&["en", "zh"])?;
    Ok(Both { en: read(&table, "en")?, zh: read(&table, "zh")? })
}

pub(super) fn words(table: &Table<'_>, key: &str) -> Result<Option<String>, Fault> {
    match table.text(key)? {
        Some(text) if text.value.trim().is_empty() => Err(table
            .source
            .fault(text.place, format!("{} is empty in `{key}`; write it or leave it out", table.title))),
        text => Ok(text.map(|t| t.value)),
    }
}

pub(super) fn texts(table: &Table<'_>, key: &str) -> Result<Vec<Placed<String>>, Fault> {
    table.texts(key)
}

/// The cues of both languages under one key.
fn cues(table: &Table<'_>, key: &str) -> Result<PlacedCues, Fault> {
    let Some(lists) = table.table(key)? else { return Ok(Both::default()) };
    lists.only(&["en", "zh"])?;
    Ok(Both { en: list(&lists, "en", Language::En)?, zh: list(&lists, "zh", Language::Zh)? })
}

fn list(table: &Table<'_>, key: &str, language: Language) -> Result<Vec<Placed<RawCue>>, Fault> {
    let good = |cue: &str, place: Place| {
        let wrong = |e| table.source.fault(place, format!("cue `{cue}`: {e}"));
        Cues::new(language).add(cue).map(|_| ()).map_err(wrong)
    };
    let mut found = Vec::new();
    for (place, item) in table.list(key)? {
        let value = match item {
            DeValue::String(cue) => {
                good(cue, place)?;
                RawCue::Plain(cue.to_string().into())
            }
            DeValue::Table(parts) => {
                let parts = table.item(place, parts);
                parts.only(&["cue", "with", "not"])?;
                let Some(cue) = parts.text("cue")? else {
                    return Err(parts.fault("a cue has no words; write { cue = \"…\", not = [\"…\"] }"));
                };
                good(&cue.value, cue.place)?;
                let conditions = |key: &str| {
                    let texts = parts.texts(key)?;
                    texts.iter().try_for_each(|t| good(&t.value, t.place))?;
                    Ok::<_, Fault>(texts.into_iter().map(|t| t.value.into()).collect())
                };
                RawCue::With { cue: cue.value.into(), with: conditions("with")?, not: conditions("not")? }
            }
            _ => {
                let message =
                    format!("`{key}` must be a list of cues; write \"…\" or {{ cue = \"…\", not = [\"…\"] }}");
                return Err(table.source.fault(place, message));
            }
        };
        found.push(Placed { value, place });
    }
    Ok(found)
}
