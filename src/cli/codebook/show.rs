//! `readout codebook show`.

use std::io::Write;

use anyhow::{Result, bail};

use readout::codebook::concepts::{Concept, Term};
use readout::codebook::formulas::{Formula, SaidBy};
use readout::codebook::{Bilingual, Cue, Entry, Kind, NamedLists, Official, SideEntry, Without, Words, nearest};
use readout::text::Language;
use readout::text::width::Widths;

use super::{Codebook, DONE};

/// What the lists of topics and acts are for.
const LISTS: [(&str, &str); 9] = [
    ("cues", ""),
    ("yields", "where no specific topic is in the statement"),
    ("weak", "where nothing else counts"),
    ("own", "where its subject is the side that speaks"),
    ("asks", "where its subject is a party of the meeting"),
    ("of", "where a side other than the one who speaks is named right behind it"),
    ("governs", "rules its clause to the next comma"),
    ("actor", "the side as the subject of a sentence"),
    ("names", "people who speak for the side"),
];

/// Explains one thing: a topic, act, side, list, mask, concept, term, formula or rule.
pub(super) fn show(out: &mut dyn Write, book: &Codebook, id: &str) -> Result<u8> {
    let entries = book.entries();
    let inventory = book.inventory();
    let (concepts, lists) = book.concepts();
    let mut found = false;
    // An id may be that of a topic and of a concept: then both are shown.
    for entry in entries.iter().filter(|e| e.id == id) {
        part(out, &mut found)?;
        whole(out, book, entry)?;
    }
    if let Some((entry, cue)) = entries.iter().find_map(|e| e.cues.iter().find(|c| c.rule == id).map(|c| (e, c))) {
        part(out, &mut found)?;
        rule(out, book, entry, cue)?;
    }
    if let Some(formula) = inventory.formula(id) {
        part(out, &mut found)?;
        self::formula(out, book, formula, lists)?;
    }
    for concept in concepts {
        if concept.id == id {
            part(out, &mut found)?;
            self::concept(out, book, concept, lists)?;
        } else if let Some(term) = concept.terms.iter().find(|t| format!("{}.{}", concept.id, t.id) == id || t.id == id)
        {
            part(out, &mut found)?;
            let written = place(book, &format!("concept {}.{}", concept.id, term.id))?;
            let (concept, id) = (concept, &term.id);
            writeln!(out, "{}.{id} · term of the concept {} ({}){written}", concept.id, concept.id, concept.label.en)?;
            self::term(out, concept, term)?;
            named(out, lists, [[&*term.en, &*term.zh]].into_iter())?;
        }
    }
    let officials = book.officials();
    let name = id.strip_prefix("person.").unwrap_or(id);
    for person in officials.iter().filter(|person| person.names.iter().any(|known| known == name)) {
        part(out, &mut found)?;
        official(out, person)?;
    }
    if let Some(without) = Without::of(id) {
        part(out, &mut found)?;
        writeln!(out, "{id} · rule without words\n{}", without.meaning())?;
    }
    if !found {
        let topics: Vec<&str> = entries.iter().filter(|e| e.kind == Kind::Topic).map(|e| e.id).collect();
        let mut known: Vec<&str> = entries.iter().map(|e| e.id).collect();
        known.extend(entries.iter().flat_map(|e| &e.cues).map(|c| c.rule.as_str()));
        known.extend(officials.iter().flat_map(|o| o.names.iter().map(String::as_str)));
        known.extend(inventory.formulas().iter().map(|f| f.id.as_str()));
        known.extend(concepts.iter().flat_map(|c| c.terms.iter().map(|t| t.id.as_str()).chain([c.id.as_str()])));
        let near = nearest(id, known);
        if near.is_empty() {
            bail!(
                "no topic `{id}` in the codebook, and nothing else of that name; there are {}; `readout codebook list` has the rest",
                topics.join(", ")
            );
        }
        bail!("nothing is called `{id}` in the codebook; did you mean {}?", near.join(" or "));
    }
    Ok(DONE)
}

/// An empty line between two things.
fn part(out: &mut dyn Write, found: &mut bool) -> Result<()> {
    if std::mem::replace(found, true) {
        writeln!(out)?;
    }
    Ok(())
}

/// A text in each language, once where both are the same.
fn languages(out: &mut dyn Write, text: &Bilingual) -> Result<()> {
    let zh = if text.zh == text.en { "" } else { &text.zh };
    for text in [text.en.as_str(), zh].into_iter().filter(|t| !t.is_empty()) {
        writeln!(out, "{text}")?;
    }
    Ok(())
}

fn examples(out: &mut dyn Write, en: &[Words], zh: &[Words]) -> Result<()> {
    if en.is_empty() && zh.is_empty() {
        return Ok(());
    }
    writeln!(out, "\nExamples")?;
    for example in en.iter().chain(zh) {
        writeln!(out, "  {example}")?;
    }
    Ok(())
}

/// Where a thing is written: ` · topics.toml:12`.
fn place(book: &Codebook, key: &str) -> Result<String> {
    Ok(book.place(key)?.map_or_else(String::new, |(file, line)| format!(" · {file}:{line}")))
}

fn whole(out: &mut dyn Write, book: &Codebook, entry: &Entry<'_>) -> Result<()> {
    let kind = entry.kind.as_str();
    let general = if entry.general { "general topic, which yields to specific ones" } else { kind };
    writeln!(out, "{} · {general}{}", entry.id, place(book, &format!("{kind} {}", entry.id))?)?;
    if let Some(label) = entry.label {
        writeln!(out, "{}", super::list::both(label))?;
    }
    if let Some(definition) = entry.definition {
        languages(out, definition)?;
    }
    if let Some(topic) = book.topic(entry.id).filter(|topic| entry.kind == Kind::Topic && !topic.between.is_empty()) {
        writeln!(out, "its weak cues count only in meetings between: {}", topic.between.join(", "))?;
    }
    if entry.kind == Kind::Side
        && let Some(side) = book.side(entry.id)
    {
        habits(out, side)?;
    }
    if entry.kind == Kind::List
        && let Some(note) = Codebook::note(entry.id)
    {
        writeln!(out, "{note}")?;
    }
    if entry.kind == Kind::Mask {
        writeln!(out, "Words that hide what lies in them: no topic is read there.")?;
    }
    if let Some(given) = entry.examples {
        examples(out, &given.en, &given.zh)?;
    }
    let mut rest = &entry.cues[..];
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|c| (c.list, c.language) == (first.list, first.language)).count();
        let language = if first.language == Language::En { "English" } else { "Chinese" };
        let what = LISTS.iter().find(|(list, what)| *list == first.list && !what.is_empty());
        match what {
            Some((list, what)) => writeln!(out, "\n{language} {list}: {what}")?,
            None => writeln!(out, "\n{language} cues")?,
        }
        let rows: Vec<(&str, &Cue<'_>)> = rest[..same].iter().map(|c| (c.rule.as_str(), c)).collect();
        cues(out, &rows)?;
        rest = &rest[same..];
    }
    Ok(())
}

/// How a side writes, and how its people are called.
fn habits(out: &mut dyn Write, side: &SideEntry) -> Result<()> {
    let language = if side.language == Language::En { "English" } else { "Chinese" };
    let publishes =
        if side.publishes { "publishes accounts of meetings" } else { "publishes no accounts that are compared" };
    let surname = if side.surname_first { "first" } else { "last" };
    writeln!(out, "{publishes}; first in {language}; for short its people are called by the {surname} word of a name")?;
    let named = if side.names_speakers {
        "its English texts name anew in every paragraph who speaks"
    } else {
        "in its English texts a speech goes on over paragraphs that name nobody"
    };
    writeln!(out, "{named}")?;
    let listed = |words: &[Words]| words.iter().map(Words::as_str).collect::<Vec<_>>().join(", ");
    for (words, what) in [
        (&side.own_offices, "its own, where no name stands beside them"),
        (&side.nation, "beside an office, make it one of this side"),
    ] {
        if !words.is_empty() {
            writeln!(out, "{what}: {}", listed(words))?;
        }
    }
    Ok(())
}

/// Cues with the ids of their rules; people and offices need none.
fn cues(out: &mut dyn Write, rows: &[(&str, &Cue<'_>)]) -> Result<()> {
    let widths = Widths::default();
    let numbered = |rule: &str| !rule.starts_with("person.") && rule != "office";
    let column = rows.iter().map(|(rule, _)| widths.str_width(rule)).max().unwrap_or(0);
    for (rule, cue) in rows {
        if numbered(rule) {
            writeln!(out, "  {}  {}", widths.pad(rule, column), cue.text)?;
            conditions(out, cue, &" ".repeat(column + 4))?;
        } else {
            writeln!(out, "  {}", cue.text)?;
        }
    }
    Ok(())
}

fn conditions(out: &mut dyn Write, cue: &Cue<'_>, indent: &str) -> Result<()> {
    if !cue.with.is_empty() {
        writeln!(out, "{indent}only with: {}", cue.with.join(GAP))?;
    }
    if !cue.not.is_empty() {
        writeln!(out, "{indent}not with: {}", cue.not.join(GAP))?;
    }
    Ok(())
}

fn rule(out: &mut dyn Write, book: &Codebook, entry: &Entry<'_>, cue: &Cue<'_>) -> Result<()> {
    let label = entry.label.map(|l| format!(" ({})", super::list::both(l))).unwrap_or_default();
    let kind = entry.kind.as_str();
    writeln!(out, "{} · rule of the {kind} {}{label}{}", cue.rule, entry.id, place(book, &cue.rule)?)?;
    if cue.rule == "office" {
        writeln!(out, "Any of the titles in the list offices.")?;
        return Ok(());
    }
    writeln!(out, "  {}", cue.text)?;
    conditions(out, cue, "  ")?;
    if let Some((_, what)) = LISTS.iter().find(|(list, what)| *list == cue.list && !what.is_empty()) {
        writeln!(out, "  {}: {what}", cue.list)?;
    }
    writeln!(out, "`readout codebook show {}` has its other rules.", entry.id)?;
    Ok(())
}

fn concept(out: &mut dyn Write, book: &Codebook, concept: &Concept, lists: &NamedLists) -> Result<()> {
    let written = place(book, &format!("concept {}", concept.id))?;
    writeln!(out, "{} · concept of weight {}{written}", concept.id, concept.weight)?;
    writeln!(out, "{}", super::list::both(&concept.label))?;
    if !concept.parents.is_empty() {
        writeln!(out, "part of: {}", concept.parents.join(", "))?;
    }
    for one in concept.terms.iter() {
        if concept.is_contrast() {
            writeln!(out, "\n{}.{} · term", concept.id, one.id)?;
        }
        term(out, concept, one)?;
    }
    let cues = concept.terms.iter().map(|term| [&*term.en, &*term.zh]);
    named(out, lists, cues)
}

/// Who somebody is whom the codebook knows.
fn official(out: &mut dyn Write, person: &Official) -> Result<()> {
    writeln!(out, "{} · official of side {}", person.names[0], person.side)?;
    let held = match person.years {
        (Some(from), Some(to)) => format!(" ({from} to {to})"),
        (Some(from), None) => format!(" (since {from})"),
        _ => String::new(),
    };
    if let Some(office) = &person.office {
        writeln!(out, "{}{held}", super::list::both(office))?;
    }
    if let Some(level) = person.level {
        writeln!(out, "level: {}", level.as_str())?;
    }
    writeln!(out, "names: {}", person.names.join(", "))?;
    Ok(())
}

/// The words of the lists that cues name, which are given as English and Chinese.
fn named<'c>(out: &mut dyn Write, lists: &NamedLists, cues: impl Iterator<Item = [&'c [Words]; 2]>) -> Result<()> {
    let mut shown: Vec<(&str, Language)> = Vec::new();
    for (cues, language) in cues.flat_map(|[en, zh]| [(en, Language::En), (zh, Language::Zh)]) {
        for name in cues.iter().flat_map(|cue| NamedLists::named(cue)) {
            let Some(words) = lists.get(name, language).filter(|_| !shown.contains(&(name, language))) else {
                continue;
            };
            if shown.is_empty() {
                writeln!(out, "\nLists that these cues name")?;
            }
            writeln!(out, "  <{name}>  {words}")?;
            shown.push((name, language));
        }
    }
    Ok(())
}

fn term(out: &mut dyn Write, concept: &Concept, term: &Term) -> Result<()> {
    if term.label != concept.label {
        writeln!(out, "{}", super::list::both(&term.label))?;
    }
    languages(out, &term.signals)?;
    if !term.source.is_empty() {
        writeln!(out, "source: {}", term.source)?;
    }
    if !term.sides.is_empty() {
        writeln!(out, "used by: {}", term.sides.join(", "))?;
    }
    if let Some(other) = &term.counterpart {
        writeln!(out, "the other side's term: {}.{other}", concept.id)?;
    }
    examples(out, &term.examples.en, &term.examples.zh)?;
    plain(out, "English cues", &term.en)?;
    plain(out, "Chinese cues", &term.zh)
}

fn plain(out: &mut dyn Write, title: &str, cues: &[Words]) -> Result<()> {
    if !cues.is_empty() {
        writeln!(out, "\n{title}")?;
    }
    for cue in cues {
        writeln!(out, "  {cue}")?;
    }
    Ok(())
}

/// What parts cues on one line.
const GAP: &str = "  ·  ";

fn formula(out: &mut dyn Write, book: &Codebook, formula: &Formula, lists: &NamedLists) -> Result<()> {
    let written = place(book, &format!("formula {}", formula.id))?;
    writeln!(out, "{} · formula of {}{written}", formula.id, formula.side)?;
    writeln!(out, "{}", super::list::both(&formula.label))?;
    languages(out, &formula.definition)?;
    if !formula.source.is_empty() {
        writeln!(out, "source: {}", formula.source)?;
    }
    let said_by = match formula.said_by {
        SaidBy::Own => "the side itself, both sides, and the text's own account",
        SaidBy::Anyone => "anybody",
        SaidBy::Others => "others of themselves, both sides, and the text's own account",
    };
    for (title, words) in [
        ("whose words count", said_by.to_owned()),
        ("the side's own words count beside", formula.recalled.join(", ")),
        ("only in statements on", formula.topics.join(", ")),
        ("only in meetings with", formula.with.to_string()),
        ("from this day on", formula.since.to_string()),
        ("only where this piece is there", formula.anchor.to_string()),
    ] {
        if !words.is_empty() {
            writeln!(out, "{title}: {words}")?;
        }
    }
    for part in formula.components.iter() {
        writeln!(out, "\n{} · {}", part.id, super::list::both(&part.label))?;
        if part.narrated {
            writeln!(out, "  counts in the text's own account only")?;
        }
        if !part.since.is_empty() {
            writeln!(out, "  expected from {} on, and there before where the words are", part.since)?;
        }
        if part.follows {
            writeln!(out, "  counts only beside another piece")?;
        }
        let changed = &part.changed;
        for (title, words) in [
            ("only in statements on", part.topics.join(", ")),
            ("concepts", part.concepts.join(GAP)),
            ("English cues", part.en.join(GAP)),
            ("Chinese cues", part.zh.join(GAP)),
            ("changed form, concepts", changed.concepts.join(GAP)),
            ("changed form, English cues", changed.en.join(GAP)),
            ("changed form, Chinese cues", changed.zh.join(GAP)),
        ] {
            if !words.is_empty() {
                writeln!(out, "  {title}: {words}")?;
            }
        }
    }
    let pieces = formula.components.iter();
    named(out, lists, pieces.flat_map(|p| [[&*p.en, &*p.zh], [&*p.changed.en, &*p.changed.zh]]))
}
