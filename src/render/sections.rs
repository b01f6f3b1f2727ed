//! The sections that every form for people shows as titled lists: the encounter, whose words, contrasts, formulas, near
//! wordings and language versions.

use super::wording::{self, label};
use super::words;
use crate::codebook::Codebook;
use crate::coding::Speaker;
use crate::comparison::{
    Comparison, EditKind, EncounterUse, Mention, NearPair, Text, Versions, VoiceShare, WordingPairs,
};
use crate::text::Language;

/// One thing with what each text has of it.
pub(super) struct Entry {
    pub title: String,
    /// By the label of the text, or by the name of a thing.
    pub sides: Vec<(String, String)>,
}

/// A titled list.
pub(super) struct Section {
    pub title: &'static str,
    /// How to read it.
    pub note: Option<&'static str>,
    pub entries: Vec<Entry>,
}

/// The sections that have anything.
fn filled(mut all: Vec<Section>) -> Vec<Section> {
    all.retain(|s| !s.entries.is_empty());
    all
}

/// What stands before the topics.
pub(super) fn opening(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let all = vec![
        Section { title: "The encounter, as each text tells it", note: None, entries: encounter(comparison, codebook) },
        Section { title: "Since the earlier meeting", note: Some(SINCE), entries: since(comparison, codebook) },
        Section { title: "Whose words", note: Some(VOICES), entries: voices(comparison) },
    ];
    filled(all)
}

/// What stands behind the topics: the things that one column alone names.
pub(super) fn mentions(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let one = |mention: &Mention| {
        let mut numbers: Vec<usize> = mention.places.iter().map(|p| p.statement).collect();
        numbers.dedup();
        let quoted = words::at(comparison, &mention.text, mention.places.first());
        let name = words::names(std::slice::from_ref(&mention.concept), codebook);
        format!("{name} “{quoted}” [{}]", self::numbers(&numbers))
    };
    let mut entries = Vec::new();
    for text in comparison.columns() {
        let all = comparison.mentions.iter().filter(|m| m.text == text.label);
        let own: Vec<String> = all.filter(|m| m.weight >= SPECIFIC).map(one).collect();
        if !own.is_empty() {
            let title = format!("{} only: {}", label(&text.label), wording::count(own.len(), "thing"));
            entries.push(Entry { title, sides: vec![("·".to_owned(), own.join("; "))] });
        }
    }
    filled(vec![Section { title: "Named by one text only", note: Some(MENTIONS), entries }])
}

/// What stands after the claims: contrasts and formulas.
pub(super) fn terms(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let all = vec![
        Section {
            title: "Words: one thing, different names",
            note: None,
            entries: words::contrasts(comparison, codebook),
        },
        Section {
            title: "Formulas: which pieces each side's text has",
            note: None,
            entries: words::formulas(comparison, codebook),
        },
    ];
    filled(all)
}

/// What stands at the end: near wordings and versions.
pub(super) fn wordings(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let near: Vec<Entry> = comparison.wording.iter().flat_map(|p| pairs(comparison, p)).collect();
    let versions: Vec<Entry> = comparison.versions.iter().flat_map(|v| version(comparison, codebook, v)).collect();
    let all = vec![
        Section { title: "Wording: statements near to each other", note: Some(NEAR), entries: near },
        Section { title: "Versions: one side's text in two languages", note: Some(VERSIONS), entries: versions },
    ];
    filled(all)
}

fn encounter(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let encounter = &comparison.encounter;
    let mut entries = Vec::new();
    if !encounter.dates.is_empty() {
        let sides = encounter.dates.iter().map(|(text, date)| (label(text), date.clone())).collect();
        entries.push(Entry { title: "the dates differ".to_owned(), sides });
    }
    let name = |used: &EncounterUse| {
        let concept = codebook.inventory().ok().and_then(|i| i.concept(&used.concept));
        concept.map_or_else(|| used.concept.clone(), |c| c.label.get(Language::En).to_owned())
    };
    let shown = |used: &EncounterUse, text: &Text| {
        used.sides.get(&text.label).map_or_else(
            || if text.is_fragments() { "– (not in the quoted parts)".to_owned() } else { "–".to_owned() },
            |wordings| words::quoted(comparison, &text.label, wordings),
        )
    };
    for (title, list) in
        [("how the talks are called", &encounter.tones), ("who asked, and the level", &encounter.facts)]
    {
        let lines: Vec<(String, String)> = list
            .iter()
            .map(|used| {
                let one = |t: &Text| format!("{} {}", label(&t.label), shown(used, t));
                (name(used), comparison.columns().map(one).collect::<Vec<_>>().join(" · "))
            })
            .collect();
        if !lines.is_empty() {
            entries.push(Entry { title: title.to_owned(), sides: lines });
        }
    }
    entries
}

fn since(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let mut entries = Vec::new();
    for since in &comparison.since {
        let pieces = |ids: &[String]| ids.iter().map(|id| words::piece(id, codebook)).collect::<Vec<_>>().join("; ");
        let lines = [
            ("no longer calls it", words::names(&since.tones_dropped, codebook)),
            ("newly calls it", words::names(&since.tones_new, codebook)),
            ("no longer has", pieces(&since.pieces_dropped)),
            ("newly has", pieces(&since.pieces_new)),
        ];
        let mut sides: Vec<(String, String)> = lines
            .into_iter()
            .filter(|(_, line)| !line.is_empty())
            .map(|(head, line)| (head.to_owned(), line))
            .collect();
        if sides.is_empty() {
            sides.push(("=".to_owned(), "the same adjectives, and the same pieces of its formulas".to_owned()));
        }
        if since.fragments {
            sides.push((
                "note".to_owned(),
                "known only in fragments: what seems dropped may only not be quoted".to_owned(),
            ));
        }
        entries.push(Entry { title: format!("{} since {}", label(&since.text), since.previous), sides });
    }
    entries
}

fn voices(comparison: &Comparison) -> Vec<Entry> {
    let who = |voice: &VoiceShare| match &voice.speaker {
        Speaker::Side(side) => side.label(),
        Speaker::Both => "both sides".to_owned(),
        Speaker::None => "narration".to_owned(),
    };
    let one = |v: &VoiceShare| format!("{} {:.0}% (from {:.0}%)", who(v), v.share * 100.0, v.begins * 100.0);
    let line = |(text, voices): &(String, Vec<VoiceShare>)| {
        (label(text), voices.iter().map(one).collect::<Vec<_>>().join(" · "))
    };
    let sides: Vec<(String, String)> = comparison.emphasis.iter().map(line).collect();
    if sides.is_empty() { Vec::new() } else { vec![Entry { title: "share of the text".to_owned(), sides }] }
}

/// A statement with its number.
fn numbered(comparison: &Comparison, text: &str, index: usize) -> String {
    let statement = comparison.text(text).and_then(|t| t.coded.statements.get(index));
    statement.map_or_else(String::new, |s| format!("[{}] {}", index + 1, wording::words(s)))
}

fn numbers(list: &[usize]) -> String {
    list.iter().map(|i| (i + 1).to_string()).collect::<Vec<_>>().join(", ")
}

fn pairs(comparison: &Comparison, of: &WordingPairs) -> Vec<Entry> {
    let (first, second) = (label(&of.first), label(&of.second));
    if of.skipped {
        return vec![Entry { title: format!("{first} and {second} are too long to be paired"), sides: Vec::new() }];
    }
    let mut entries: Vec<Entry> = of.pairs.iter().map(|p| near(comparison, of, p)).collect();
    if !entries.is_empty() {
        let alone = |list: &[usize]| if list.is_empty() { "none".to_owned() } else { numbers(list) };
        let sides = vec![(first, alone(&of.first_alone)), (second, alone(&of.second_alone))];
        entries.push(Entry { title: "near to no statement of the other".to_owned(), sides });
    }
    entries
}

fn near(comparison: &Comparison, of: &WordingPairs, pair: &NearPair) -> Entry {
    let (first, second) = (label(&of.first), label(&of.second));
    let title = format!("{first} [{}] and {second} [{}]", pair.first + 1, pair.second + 1);
    let same = pair.edits.iter().all(|e| e.kind == EditKind::Same);
    if same {
        let words = numbered(comparison, &of.first, pair.first);
        return Entry { title: format!("{title}: the same words"), sides: vec![("=".to_owned(), words)] };
    }
    let words: String = pair
        .edits
        .iter()
        .map(|e| match e.kind {
            EditKind::Same => e.text.clone(),
            EditKind::First => format!("[-{}-]", e.text),
            EditKind::Second => format!("{{+{}+}}", e.text),
        })
        .collect();
    Entry {
        title: format!("{title}: {:.0}% the same", pair.similarity * 100.0), sides: vec![("≈".to_owned(), words)]
    }
}

fn version(comparison: &Comparison, codebook: &Codebook, of: &Versions) -> Vec<Entry> {
    let (first, second) = (label(&of.first), label(&of.second));
    if of.skipped {
        return vec![Entry { title: format!("{first} and {second} are too long to be aligned"), sides: Vec::new() }];
    }
    let mut entries = Vec::new();
    for (text, name, alone) in [(&of.first, &first, &of.first_alone), (&of.second, &second, &of.second_alone)] {
        if !alone.is_empty() {
            let sides = alone.iter().map(|i| (name.clone(), numbered(comparison, text, *i))).collect();
            entries.push(Entry { title: format!("only in {name}"), sides });
        }
    }
    let mut even = 0;
    for link in &of.links {
        if link.first_only.is_empty() && link.second_only.is_empty() {
            even += 1;
            continue;
        }
        let mut sides: Vec<(String, String)> = Vec::new();
        for (text, name, list) in [(&of.first, &first, &link.first), (&of.second, &second, &link.second)] {
            sides.extend(list.iter().map(|i| (name.clone(), numbered(comparison, text, *i))));
        }
        let mut what: Vec<String> = Vec::new();
        for (name, ids) in [(&first, &link.first_only), (&second, &link.second_only)] {
            if !ids.is_empty() {
                what.push(format!("only {name} has {}", words::names(ids, codebook)));
            }
        }
        entries.push(Entry { title: what.join("; "), sides });
    }
    let title = format!("{} with the same concepts in both", wording::count(even, "passage"));
    entries.push(Entry { title, sides: Vec::new() });
    entries
}

/// From this weight on a concept is shown as named by one text only.
const SPECIFIC: f64 = 2.0;

const SINCE: &str = "Adjectives of the talks and pieces of a side's own formulas, held against the same side's text of the \
earlier meeting.";

const MENTIONS: &str = "Specific things that the codebook has a concept for and that only one column names, with the words of the \
first mention and the numbers of the statements. The other may speak of them in words that the codebook does not know.";

const VOICES: &str = "The share of the text's own words (English) or characters (Chinese) that reports each speaker, so \
that texts of two languages can be held against each other; in brackets, how far into the text the first of it stands.";

const NEAR: &str = "Statements of one language of which at least half is the same, paired so that the similarities have the \
largest sum. [-…-] is only in the first text, {+…+} only in the second.";

const VERSIONS: &str = "The versions are aligned in order, by the concepts, topics and speakers that their statements have \
in common. What the codebook has no concept for is not seen, so a difference here is a reason to read, and no proof.";
