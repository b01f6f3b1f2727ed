//! The sections that every form for people shows as titled lists: the encounter, whose words, contrasts, formulas, near
//! wordings and language versions.

use super::lines::{Body, Entry, Line, PLAIN, Piece, joined, numbers};
use super::short::{UNDISCUSSED, short, undiscussed};
use super::wording::{self, label};
use super::words;
use crate::codebook::{Act, Codebook};
use crate::comparison::{
    Comparison, Counted, EditKind, EncounterUse, LevelsMet, Link, Mention, NearPair, PieceThere, Text, Versions,
    VoiceShare, WordingPairs,
};
use crate::readout::Side;
use crate::text::Language;

/// A titled list.
pub(super) struct Section {
    /// Its name in links, which stays when the title changes.
    pub id: &'static str,
    pub title: &'static str,
    /// How to read it.
    pub note: Option<&'static str>,
    /// What the signs of the plain forms mean.
    pub signs: Option<&'static str>,
    pub entries: Vec<Entry>,
}

impl Section {
    fn new(id: &'static str, title: &'static str, note: Option<&'static str>, entries: Vec<Entry>) -> Self {
        Self { id, title, note, signs: None, entries }
    }

    /// How to read it, where differences are shown by signs.
    pub fn plain_note(&self) -> Option<String> {
        let note = self.note?;
        Some(self.signs.map_or_else(|| note.to_owned(), |signs| format!("{note} {signs}")))
    }
}

/// The sections that have anything.
fn filled(mut all: Vec<Section>) -> Vec<Section> {
    all.retain(|s| !s.entries.is_empty());
    all
}

/// What stands before the topics.
pub(super) fn opening(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let all = vec![
        Section::new("short", "In short", Some(SHORT), short(comparison, codebook)),
        Section::new("encounter", "The encounter, as each text tells it", None, encounter(comparison, codebook)),
        Section::new("since", "Since the earlier meeting", Some(SINCE), since(comparison, codebook)),
        Section::new("voices", "Whose words", Some(VOICES), voices(comparison)),
    ];
    filled(all)
}

/// What stands behind the topics: the things that one column alone names.
pub(super) fn mentions(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let one = |text: &Text, mention: &Mention| {
        let name = words::name(&mention.concept, codebook).to_owned();
        words::named_by_voice(comparison, text, name, &mention.places)
    };
    let mut entries = Vec::new();
    for text in comparison.columns() {
        let all = comparison.mentions.iter().filter(|m| m.text == text.label && m.weight >= SPECIFIC);
        // In whose words: what a text has another side say apart from what it says itself.
        let mut voices: Vec<(Option<&Side>, Vec<Vec<Piece>>)> = Vec::new();
        for mention in all {
            let voice = mention.voice.as_ref();
            match voices.iter_mut().find(|(known, _)| *known == voice) {
                Some((_, items)) => items.push(one(text, mention)),
                None => voices.push((voice, vec![one(text, mention)])),
            }
        }
        voices.sort_by_key(|(voice, _)| *voice);
        let mut figures: Vec<(Option<&Side>, Vec<Vec<Piece>>)> = Vec::new();
        for figure in comparison.figures.iter().filter(|figure| figure.text == text.label) {
            let pieces = words::first_quoted(comparison, &text.label, &figure.places);
            match figures.iter_mut().find(|(known, _)| *known == figure.voice.as_ref()) {
                Some((_, items)) => items.push(pieces),
                None => figures.push((figure.voice.as_ref(), vec![pieces])),
            }
        }
        figures.sort_by_key(|(voice, _)| *voice);
        let things: usize = voices.iter().chain(&figures).map(|(_, items)| items.len()).sum();
        if things > 0 {
            let (name, count) = (label(&text.label), wording::count(things, "thing"));
            let others = || comparison.columns().filter(|t| t.label != text.label);
            let title = if others().any(Text::is_fragments) {
                format!("{name}: {count}, {}", wording::unquoted(others()))
            } else {
                format!("{name} only: {count}")
            };
            let line = |(voice, items): (Option<&Side>, Vec<Vec<Piece>>)| Line {
                head: voice.map_or_else(|| PLAIN.to_owned(), |side| wording::as_words(text, side.as_str())),
                body: Body::Items(items),
            };
            let figures = figures.into_iter().map(|(voice, items)| {
                let said =
                    voice.map_or_else(String::new, |side| format!(" {}", wording::as_words(text, side.as_str())));
                Line { head: format!("{FIGURES}{said}"), body: Body::Items(items) }
            });
            entries.push(Entry { title, lines: voices.into_iter().map(line).chain(figures).collect() });
        }
    }
    let undiscussed = undiscussed(comparison, codebook);
    if !undiscussed.is_empty() {
        entries.push(Entry { title: UNDISCUSSED.to_owned(), lines: undiscussed });
    }
    filled(vec![Section::new("mentions", "Named by one text only", Some(MENTIONS), entries)])
}

/// What stands after the claims: contrasts and formulas.
pub(super) fn terms(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let all = vec![
        Section::new(CONTRASTS, "Words: one thing, different names", None, words::contrasts(comparison, codebook)),
        Section::new(
            FORMULAS,
            "Formulas: which pieces each side's text has",
            None,
            words::formulas(comparison, codebook),
        ),
    ];
    filled(all)
}

/// What stands at the end: near wordings and versions.
pub(super) fn wordings(comparison: &Comparison, codebook: &Codebook) -> Vec<Section> {
    let near: Vec<Entry> = comparison.wording.iter().flat_map(|p| pairs(comparison, p)).collect();
    let versions: Vec<Entry> = comparison.versions.iter().flat_map(|v| version(comparison, codebook, v)).collect();
    let all = vec![
        Section {
            signs: Some(NEAR_SIGNS),
            ..Section::new("wording", "Wording: statements near to each other", Some(NEAR), near)
        },
        Section::new("versions", "Versions: one text in two languages", Some(VERSIONS), versions),
    ];
    filled(all)
}

fn encounter(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let encounter = &comparison.encounter;
    let mut entries = Vec::new();
    if !encounter.dates.is_empty() {
        let lines = encounter.dates.iter().map(|(text, date)| Line::said(label(text), date.clone())).collect();
        entries.push(Entry { title: wording::DATES.to_owned(), lines });
    }
    if !encounter.days.is_empty() {
        let lines = encounter.days.iter().map(|(text, days)| Line::said(label(text), days.join(" to "))).collect();
        entries.push(Entry { title: wording::DAYS.to_owned(), lines });
    }
    if !encounter.ordinals.is_empty() {
        let one = |(text, counted): (&String, &Counted)| {
            let words = words::at(comparison, text, Some(&counted.place));
            Line::run(label(text), vec![Piece::said("“"), words, Piece::said("”")])
        };
        entries
            .push(Entry { title: wording::ORDINALS.to_owned(), lines: encounter.ordinals.iter().map(one).collect() });
    }
    let shown = |used: &EncounterUse, text: &Text| {
        used.sides.get(&text.label).map_or_else(
            || {
                in_translation(comparison, codebook, used, text)
                    .unwrap_or_else(|| vec![Piece::said(wording::nothing(text))])
            },
            |wordings| {
                let mut said = words::quoted(comparison, &text.label, wordings);
                // Two characters that tell who asked are no help to who reads the labels.
                if text.readout().language == Language::Zh
                    && let Some(gloss) = words::term(codebook, &used.concept, wordings)
                {
                    said.push(Piece::said(format!(" ({gloss})")));
                }
                said
            },
        )
    };
    for (title, list) in
        [("how the talks are called", &encounter.tones), ("who asked, and the level", &encounter.facts)]
    {
        let lines: Vec<Line> = list
            .iter()
            .map(|used| {
                let one = |t: &Text| (label(&t.label), shown(used, t));
                Line {
                    head: words::name(&used.concept, codebook).to_owned(),
                    body: Body::Cells(comparison.columns().map(one).collect()),
                }
            })
            .collect();
        if !lines.is_empty() {
            entries.push(Entry { title: title.to_owned(), lines });
        }
    }
    entries
}

/// What a text in another language has in place of a tone: one that is broader or narrower, as translations have it ('candid'
/// for 坦率).
fn in_translation(
    comparison: &Comparison,
    codebook: &Codebook,
    used: &EncounterUse,
    text: &Text,
) -> Option<Vec<Piece>> {
    let inventory = codebook.inventory();
    let language = |label: &String| comparison.text(label).map(|text| text.readout().language);
    let foreign = used.sides.keys().all(|label| language(label) != Some(text.readout().language));
    // Where the other text has that one too, it is the equal of that.
    let free = |other: &&EncounterUse| foreign && !used.sides.keys().any(|label| other.sides.contains_key(label));
    let (other, wordings) = comparison.encounter.tones.iter().filter(free).find_map(|other| {
        let (one, two) = (&used.concept, &other.concept);
        let related = inventory.is_broader(one, two) || inventory.is_broader(two, one);
        Some((other, other.sides.get(&text.label).filter(|_| related)?))
    })?;
    let mut said = vec![Piece::said("near it ")];
    said.extend(words::quoted(comparison, &text.label, wordings));
    said.push(Piece::said(format!(" ({})", words::name(&other.concept, codebook))));
    Some(said)
}

fn since(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let mut entries = Vec::new();
    for since in &comparison.since {
        // The words of the earlier text are not of this comparison.
        let pieces =
            |list: &[PieceThere], text| joined(list.iter().map(|p| words::piece(p, comparison, text, codebook)), "; ");
        let names = |list| vec![Piece::said(words::tones(list, &since.tone_words, codebook))];
        let here = Some(since.text.as_str());
        let lines = [
            ("called it then, not here", names(&since.tones_dropped)),
            ("calls it here, not then", names(&since.tones_new)),
            ("had then, not here", pieces(&since.pieces_dropped, None)),
            ("has here, not then", pieces(&since.pieces_new, here)),
            ("in other words", pieces(&since.pieces_reworded, here)),
        ];
        let filled =
            lines.into_iter().map(|(head, line)| Line::run(head, line)).filter(|line| !line.plain().is_empty());
        let mut lines: Vec<Line> = filled.collect();
        if since.fragments {
            let note = "one of the two texts is known only in fragments: what it lacks may only not be quoted, so that it \
drops nothing and nothing is new against it";
            lines.push(Line::said("note", note));
        } else if lines.is_empty() {
            let of = if comparison.only_topics.is_empty() { "" } else { " on these topics" };
            lines.push(Line::said("=", format!("the same adjectives, and the same pieces of its formulas{of}")));
        }
        let note = |met: Option<LevelsMet>, what: &str| {
            let LevelsMet { then, here } = met?;
            let (then, here) = (then.label(), here.label());
            Some(format!("then it met {what} of {then}, here of {here}: what differs may do so for that alone"))
        };
        let met = || note(since.other_level_met, "people on the level");
        if let Some(note) = note(since.other_level, "on the level").or_else(met) {
            lines.insert(0, Line::said("note", note));
        }
        entries.push(Entry { title: format!("{} since {}", label(&since.text), since.previous), lines });
    }
    entries
}

fn voices(comparison: &Comparison) -> Vec<Entry> {
    let one = |v: &VoiceShare| {
        format!("{} {} (from {:.0}%)", wording::who(&v.speaker), wording::percent(v.share), v.begins * 100.0)
    };
    // A column that reports no word of another side's says so.
    let unheard = |text: &str, voices: &[VoiceShare]| {
        let Some(text) = comparison.text(text).filter(|t| t.column && !t.is_fragments()) else { return Vec::new() };
        let heard = |side: &Side| voices.iter().any(|v| v.speaker.as_str() == side.as_str());
        let mut none: Vec<&Side> = Vec::new();
        for side in comparison.columns().map(|t| &t.readout().side) {
            if *side != text.readout().side && !heard(side) && !none.contains(&side) {
                none.push(side);
            }
        }
        none.into_iter().map(|side| format!("{} 0%", label(side.as_str()))).collect()
    };
    let line = |(text, voices): &(String, Vec<VoiceShare>)| {
        let told: Vec<String> = voices.iter().map(one).chain(unheard(text, voices)).collect();
        Line::said(label(text), told.join(" · "))
    };
    let lines: Vec<Line> = comparison.emphasis.iter().map(line).collect();
    if lines.is_empty() { Vec::new() } else { vec![Entry { title: "share of the text".to_owned(), lines }] }
}

/// A statement with its number.
fn numbered(comparison: &Comparison, text: &str, index: usize) -> Vec<Piece> {
    let Some(statement) = comparison.text(text).and_then(|t| t.coded.statements.get(index)) else { return Vec::new() };
    let number = Piece::Number { text: text.to_owned(), statement: index };
    let words = Piece::Quoted { text: text.to_owned(), from: None, words: wording::words(statement) };
    vec![Piece::said("["), number, Piece::said("] "), words]
}

fn pairs(comparison: &Comparison, of: &WordingPairs) -> Vec<Entry> {
    let (first, second) = (label(&of.first), label(&of.second));
    if of.skipped {
        return vec![Entry { title: format!("{first} and {second} are too long to be paired"), lines: Vec::new() }];
    }
    let mut entries: Vec<Entry> = of.pairs.iter().map(|p| near(comparison, of, p)).collect();
    if !entries.is_empty() {
        let alone = |head: String, text: &str, list: &[usize]| {
            let pieces = if list.is_empty() { vec![Piece::said("none")] } else { numbers(text, list) };
            Line::run(head, pieces)
        };
        let lines = vec![alone(first, &of.first, &of.first_alone), alone(second, &of.second, &of.second_alone)];
        entries.push(Entry { title: "near to no statement of the other".to_owned(), lines });
    }
    entries
}

fn near(comparison: &Comparison, of: &WordingPairs, pair: &NearPair) -> Entry {
    let (first, second) = (label(&of.first), label(&of.second));
    let title = format!("{first} [{}] and {second} [{}]", pair.first + 1, pair.second + 1);
    let same = pair.edits.iter().all(|e| e.kind == EditKind::Same);
    if same {
        let words = numbered(comparison, &of.first, pair.first);
        return Entry { title: format!("{title}: the same words"), lines: vec![Line::run("=", words)] };
    }
    let pieces = pair.edits.iter().map(|e| Piece::Edit(e.kind, e.text.clone())).collect();
    let title = format!("{title}: {:.0}% the same", pair.similarity * 100.0);
    Entry { title, lines: vec![Line::run("≈", pieces)] }
}

fn version(comparison: &Comparison, codebook: &Codebook, of: &Versions) -> Vec<Entry> {
    let (first, second) = (label(&of.first), label(&of.second));
    if of.skipped {
        return vec![Entry { title: format!("{first} and {second} are too long to be aligned"), lines: Vec::new() }];
    }
    let mut entries = Vec::new();
    let quoted = |text: &str| comparison.text(text).is_some_and(Text::is_fragments);
    for (text, name, alone, other, other_name) in [
        (&of.first, &first, &of.first_alone, &of.second, &second),
        (&of.second, &second, &of.second_alone, &of.first, &first),
    ] {
        if !alone.is_empty() {
            let lines = alone.iter().map(|i| Line::run(name, numbered(comparison, text, *i))).collect();
            let title = if quoted(other) {
                format!("in {name}, {} of {other_name}", wording::UNQUOTED)
            } else {
                format!("only in {name}")
            };
            entries.push(Entry { title, lines });
        }
    }
    let mut even = 0;
    for link in &of.links {
        let acts = acts_of_versions(comparison, codebook, of, link);
        let mut what = words_of_versions(codebook, of, link);
        if what.is_empty() && acts.is_none() && link.first_only.is_empty() && link.second_only.is_empty() {
            even += 1;
            continue;
        }
        let mut lines: Vec<Line> = Vec::new();
        for (text, name, list) in [(&of.first, &first, &link.first), (&of.second, &second, &link.second)] {
            lines.extend(list.iter().map(|i| Line::run(name, numbered(comparison, text, *i))));
        }
        what.extend(acts);
        for (name, ids, other) in [(&first, &link.first_only, &of.second), (&second, &link.second_only, &of.first)] {
            if !ids.is_empty() {
                let as_quoted = if quoted(other) { "as quoted, " } else { "" };
                what.push(format!("{as_quoted}only {name} has {}", words::things(ids, codebook)));
            }
        }
        entries.push(Entry { title: what.join("; "), lines });
    }
    let title = format!("{} with the same concepts and acts in both", wording::count(even, "passage"));
    entries.push(Entry { title, lines: Vec::new() });
    entries
}

/// That the two versions of a passage deny each other, or have words that are not the same thing.
fn words_of_versions(codebook: &Codebook, of: &Versions, link: &Link) -> Vec<String> {
    let (first, second) = (label(&of.first), label(&of.second));
    let opposed = link.opposed.then(|| "the one denies or turns what the other says".to_owned());
    let worded = link.worded.iter().map(|[own, other]| {
        let concept = own.split('.').next().unwrap_or(own);
        let (name, own, other) =
            (words::name(concept, codebook), words::word(own, codebook), words::word(other, codebook));
        format!("{name}: {first} has ‘{own}’, {second} ‘{other}’")
    });
    let hangs = |of: &String| format!("only {} makes it hang on a condition", label(of));
    let hopes = |of: &String| format!("{} hopes for what the other demands", label(of));
    let put = link.conditional.iter().map(hangs).chain(link.softer.iter().map(hopes));
    opposed.into_iter().chain(worded).chain(put).collect()
}

/// What the versions of texts do not have alike in substance, passage by passage: words that are not the same thing, denials and
/// numbers; with the numbers of the statements.
pub(super) fn unlike_versions(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let mut lines = Vec::new();
    for of in &comparison.versions {
        let things = |text: &str, ids: &[String]| {
            let inventory = codebook.inventory();
            let piece =
                |concept: usize| inventory.is_piece(concept) && inventory.concepts[concept].weight >= DISTINCTIVE;
            let tells = |id: &&String| inventory.index(id).is_none_or(piece);
            let ids: Vec<&String> = ids.iter().filter(tells).collect();
            (!ids.is_empty()).then(|| format!("only {} has {}", label(text), words::things(ids, codebook)))
        };
        for (text, alone) in [(&of.first, &of.first_alone), (&of.second, &of.second_alone)] {
            lines.extend(only_in(comparison, text, alone));
        }
        for link in &of.links {
            let mut what = words_of_versions(codebook, of, link);
            what.extend(things(&of.first, &link.first_only));
            what.extend(things(&of.second, &link.second_only));
            if let ([first, ..], [second, ..]) = (&link.first[..], &link.second[..])
                && !what.is_empty()
            {
                let mut pieces = vec![Piece::said(format!("{} [", what.join("; ")))];
                pieces.push(Piece::Number { text: of.first.clone(), statement: *first });
                pieces.push(Piece::said("] ["));
                pieces.push(Piece::Number { text: of.second.clone(), statement: *second });
                pieces.push(Piece::said("]"));
                lines.push(Line::run(format!("{}, {}", label(&of.first), label(&of.second)), pieces));
            }
        }
    }
    lines
}

/// What one version alone asks, warns of, objects to, promises, agrees or thanks for; nothing of a text known in fragments.
fn only_in(comparison: &Comparison, text: &str, alone: &[usize]) -> Option<Line> {
    let of = comparison.text(text)?;
    let tells = |index: &&usize| of.coded.statements.get(**index).is_some_and(|s| s.act > Act::State);
    let telling: Vec<usize> = alone.iter().filter(tells).copied().collect();
    if telling.is_empty() || comparison.columns().chain(comparison.beside()).any(Text::is_fragments) {
        return None;
    }
    let mut pieces =
        vec![Piece::said(format!("{} that no other version has [", wording::count(telling.len(), "passage")))];
    pieces.extend(numbers(text, &telling));
    pieces.push(Piece::said("]"));
    Some(Line::run(label(text), pieces))
}

/// What the two versions of a passage do, where one asks, warns, objects, promises, agrees or thanks and the other does
/// something else.
fn acts_of_versions(comparison: &Comparison, codebook: &Codebook, of: &Versions, link: &Link) -> Option<String> {
    let strongest = |text: &str, statements: &[usize]| {
        let coded = &comparison.text(text)?.coded.statements;
        statements.iter().filter_map(|i| coded.get(*i)).map(|s| s.act).max()
    };
    let (first, second) = (strongest(&of.first, &link.first)?, strongest(&of.second, &link.second)?);
    let tells = |act: Act| act > Act::State;
    let said = |text: &str, act: Act| format!("{} {}", label(text), wording::act(codebook, act));
    (first != second && (tells(first) || tells(second)))
        .then(|| format!("{}, {}", said(&of.first, first), said(&of.second, second)))
}

/// From this weight on a concept is shown as named by one text only.
const SPECIFIC: f64 = 2.0;

/// From this weight on a piece of a formula that one version lacks is told at the head.
const DISTINCTIVE: f64 = 2.5;

/// The names of the lists of contrasts and of formulas.
pub(super) const CONTRASTS: &str = "words";
pub(super) const FORMULAS: &str = "formulas";

const SHORT: &str =
    "What to look at first, counted and quoted by rules from what stands below, where the words behind it are.";

const SINCE: &str = "Adjectives of the talks and pieces of a side's own formulas, held against the same side's text of the \
earlier meeting.";

const MENTIONS: &str = "Specific things that the codebook has a concept for and that only one column names, with the words of the \
first mention and the numbers of the statements, and amounts and percentages that only one column has. The other may speak of them in words that the codebook does not know.";

/// Before the figures of a text.
const FIGURES: &str = "figures";

const VOICES: &str = "The share of the text's own words (English) or characters (Chinese) that reports each speaker, so \
that texts of two languages can be held against each other; in brackets, how far into the text the first of it stands.";

const NEAR: &str = "Statements of one language of which at least half is the same, paired so that the similarities have the \
largest sum.";

const NEAR_SIGNS: &str = "[-…-] is only in the first text, {+…+} only in the second.";

const VERSIONS: &str = "The versions are aligned in order, by the concepts, topics and speakers that their statements have \
in common. What the codebook has no concept for is not seen, so a difference here is a reason to read, and no proof.";
