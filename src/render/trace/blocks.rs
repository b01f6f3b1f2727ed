//! What a trace says, piece by piece, before it takes a form.

use std::collections::BTreeSet;

use crate::codebook::Codebook;
use crate::codebook::formulas::{Formula, Presence, SaidBy};
use crate::comparison::{Edit, EditKind};
use crate::readout::Side;
use crate::render::{wording, words};
use crate::text::Language;
use crate::trace::{Change, Entry, FormulaPoint, Options, PiecePoint, Series, TopicPoint, Trace, TracedStatement};

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::render) enum Block {
    /// A heading, of the first or second rank.
    Heading(usize, String),
    /// Running text.
    Paragraph(String),
    /// One point of a list.
    Point(String),
    /// A text of the series, in a line: what stands before and after the name of the meeting that it is of.
    Entry { before: String, meeting: String, after: String },
    /// The pieces of a formula, in order.
    Pieces(Vec<String>),
    /// A table: the head, then rows. The first columns are words, those from `signs` on single signs. A row is of a
    /// meeting, whose name stands in the column [`MEETING`].
    Table { head: Vec<String>, rows: Vec<(String, Vec<String>)>, signs: usize },
    /// What the marks of pieces of words mean, which each form has marks of its own for.
    Marks,
    /// Words of a readout, in pieces.
    Words { voice: String, pieces: Vec<(Piece, String)>, language: Language },
}

/// The column of a table that names the meeting.
pub(in crate::render) const MEETING: usize = 2;

/// What [`Block::Marks`] says, with how what is gone and what is new look.
pub(in crate::render) fn marks(gone: &str, new: &str) -> String {
    format!(
        "{gone} stand only in the earlier text, {new} only in the later one; statements without marks have no near one in the earlier text of the same level and language that raises the topic. ‘gone’: a statement of that text that nothing is near to, with {gone} where no statement of this one has most of what stands between two commas, in whatever order; one of which less than half is so, and one all of whose telling things a statement of this one names in the same voice and no more weakly, are not gone."
    )
}

/// The pieces of a formula as running text; `glue` stands between a number and its piece.
pub(in crate::render) fn pieces(list: &[String], glue: &str) -> String {
    let numbered = list.iter().enumerate().map(|(n, label)| format!("{}{glue}{label}", n + 1));
    format!("Pieces: {}.", numbered.collect::<Vec<_>>().join(" · "))
}

/// What a piece of words is against the earlier text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Piece {
    Same,
    Gone,
    New,
}

/// What a trace says, in order.
pub(in crate::render) fn blocks(trace: &Trace, asked: &Options, codebook: &Codebook) -> Vec<Block> {
    let mut blocks = Vec::new();
    if trace.series.is_empty() {
        blocks.push(Block::Paragraph("No text of the sides asked for.".to_owned()));
    }
    let wanted = |s: &&Series| asked.sides.is_empty() || asked.sides.contains(&s.side);
    if let Some(since) = &asked.since
        && trace.series.iter().filter(wanted).all(|series| series.entries.is_empty())
    {
        let sides = trace.series.iter().filter(wanted).map(|s| codebook.side_name(s.side.as_str(), Language::En));
        let sides = sides.collect::<Vec<_>>().join(", ");
        if !sides.is_empty() {
            blocks.push(Block::Paragraph(format!("{sides}: no text since {since}.")));
        }
        return blocks;
    }
    for series in trace.series.iter().filter(wanted) {
        let side = codebook.side_name(series.side.as_str(), Language::En);
        let span = match (series.entries.first(), series.entries.last()) {
            (Some(first), Some(last)) => format!(
                "{side} over time: {}, {} to {}",
                wording::count(series.entries.len(), "text"),
                first.date.as_deref().unwrap_or("–"),
                last.date.as_deref().unwrap_or("–")
            ),
            _ => match &asked.since {
                Some(since) => format!("{side} over time: no text since {since}"),
                None => format!("{side} over time: no dated text"),
            },
        };
        blocks.push(Block::Heading(1, span));
        // What was asked for from a day on is in no text without one.
        if series.entries.is_empty() && asked.since.is_some() {
            continue;
        }
        if series.entries.iter().chain(&series.undated).any(|e| e.fragments) {
            blocks.push(Block::Paragraph(
                "A text marked * is known only in fragments: what it lacks may only not be quoted, so that it drops nothing and nothing is new against it.".to_owned(),
            ));
        }
        if !asked.topics.is_empty() {
            topics(&mut blocks, series, asked, codebook);
        }
        if asked.topics.is_empty() || !asked.formulas.is_empty() {
            formulas(&mut blocks, series, asked, codebook);
        }
        if asked.topics.is_empty() && asked.formulas.is_empty() {
            overview(&mut blocks, series, codebook);
        }
        if !series.undated.is_empty() {
            let list: Vec<&str> = series.undated.iter().map(|e| e.meeting.as_str()).collect();
            blocks.push(Block::Heading(2, "Without a date".to_owned()));
            blocks.push(Block::Paragraph(format!("Held against nothing: {}.", list.join(", "))));
        }
        if !series.left_out.is_empty() {
            blocks.push(Block::Paragraph(format!(
                "Left out, since the side has another text there or only officials without a name: {}.",
                series.left_out.join("; ")
            )));
        }
    }
    blocks
}

/// Day, level and meeting.
fn when(entry: &Entry) -> [String; 3] {
    let date = entry.date.clone().unwrap_or_else(|| "–".to_owned());
    [date, levels(entry), format!("{}{}", entry.meeting, star(entry))]
}

fn star(entry: &Entry) -> &'static str {
    if entry.fragments { " *" } else { "" }
}

/// How a text has what it tells as another side's words.
pub(in crate::render) fn as_words(entry: &Entry, side: &Side) -> String {
    wording::told_as(entry.kind, side.as_str())
}

/// What is said of a text without statements on a topic.
pub(in crate::render) fn not_raised(entry: &Entry) -> &'static str {
    if entry.fragments { wording::UNQUOTED } else { "not raised" }
}

/// The same in a line, with what follows it.
fn line(entry: &Entry, after: String) -> Block {
    let [date, level, _] = when(entry);
    let people = entry.people.as_ref().map_or_else(String::new, |people| format!(" · {people}"));
    let after = format!("{}{people}{after}", star(entry));
    Block::Entry { before: format!("{date} · {level} · "), meeting: entry.meeting.clone(), after }
}

/// The level of the side's own people and, where they met people of another, of those.
fn levels(entry: &Entry) -> String {
    let Some(own) = entry.level else { return "level unknown".to_owned() };
    match entry.other_level.filter(|other| *other != own) {
        Some(other) => format!("{} / {}", own.label(), other.label()),
        None => own.label().to_owned(),
    }
}

fn formulas(blocks: &mut Vec<Block>, series: &Series, asked: &Options, codebook: &Codebook) {
    let ids: Vec<&str> =
        series.entries.first().map(|e| e.formulas.iter().map(|f| f.id.as_str()).collect()).unwrap_or_default();
    let wanted = |id: &&str| asked.formulas.is_empty() || asked.formulas.iter().any(|f| f == id);
    for id in ids.into_iter().filter(wanted) {
        let Some(formula) = codebook.inventory().formula(id) else { continue };
        if !series.has_formula(id) {
            if !asked.formulas.is_empty() {
                let none = format!("{id}: no text here has a piece of it ({}).", formula.label.en);
                blocks.push(Block::Paragraph(none));
            }
            continue;
        }
        blocks.push(Block::Heading(2, format!("{}: {}", formula.id, formula.label.en)));
        blocks.push(Block::Pieces(formula.components.iter().map(|c| c.forms().into_owned()).collect()));
        let mut head: Vec<String> = ["date", "level", "meeting"].map(str::to_owned).to_vec();
        let signs = head.len();
        head.extend((1..=formula.components.len()).map(|n| n.to_string()));
        let mut rows = Vec::new();
        for entry in &series.entries {
            let Some(point) = entry.formulas.iter().find(|f| f.id == id) else { continue };
            let mut row = when(entry).to_vec();
            let shown = |p: &PiecePoint| point.raised || entry.fragments || p.change == Change::Elsewhere;
            row.extend(point.pieces.iter().map(|p| if shown(p) { sign(entry, p) } else { String::new() }));
            rows.push((entry.meeting.clone(), row));
        }
        blocks.push(Block::Table { head, rows, signs });
        blocks.push(Block::Paragraph(LEGEND.to_owned()));
        blocks.push(Block::Paragraph(whose_words(formula)));
        blocks.extend(days(formula, series).map(Block::Paragraph));
        for entry in &series.entries {
            let Some(point) = entry.formulas.iter().find(|f| f.id == id && f.raised) else { continue };
            blocks.extend(changes(entry, point, formula).map(Block::Point));
        }
    }
}

/// What the signs of a table of pieces mean.
const LEGEND: &str = "✓ there · ~ there in a changed form · – not there · × dropped since the last text of the same levels that \
raises the topic · ? not in the quoted parts · a dot: in the text, but not in words that count · blank: the text does not raise \
the topic, or nobody expects the piece yet. Behind these: + counted neither in that last text nor in any before of the side's own \
level (fact sheets against fact sheets) · ↺ not in that last text, but in one before; nothing where that text has it too, or \
where there is none to hold it against (‘first’ in csv). Level: that of the side's own people and, behind a slash where it is \
another, of those whom they met. All of this is told of the texts that are here: a meeting that is missing may have had a \
piece before, or have dropped it.";

/// Whose words are a piece of a formula.
fn whose_words(formula: &Formula) -> String {
    let whose = match formula.said_by {
        SaidBy::Own => "what the side says itself, what both do, and the text's own account".to_owned(),
        SaidBy::Anyone => "anybody's".to_owned(),
        SaidBy::Others => "what the text gives as the other side's words, where it asks and warns of nothing, as both sides' or as its own \
                           account; of what the side says itself only what recalls a promise"
            .to_owned(),
    };
    let numbered = formula.components.iter().enumerate();
    let narrated: Vec<String> = numbered.filter(|(_, c)| c.narrated).map(|(n, _)| (n + 1).to_string()).collect();
    match narrated.as_slice() {
        [] => format!("Words that count: {whose}."),
        all => format!(
            "Words that count: {whose}; of {} only what both do and the text's own account, and not what one side said.",
            all.join(" · ")
        ),
    }
}

/// From which days on a formula and its pieces are expected, where some text of the series is older.
fn days(formula: &Formula, series: &Series) -> Option<String> {
    let first = series.entries.iter().filter_map(|e| e.date.as_deref()).min()?;
    let mut said = Vec::new();
    if first < formula.since.as_str() {
        said.push(format!("the formula counts from {} on, and texts before are blank", formula.since));
    }
    let later = formula.components.iter().enumerate().filter(|(_, c)| first < c.since.as_str());
    let later: Vec<String> = later.map(|(n, c)| format!("{} from {}", n + 1, c.since)).collect();
    if !later.is_empty() {
        said.push(format!(
            "some pieces are expected from a day on, and blank before it where they are not there: {}",
            later.join(" · ")
        ));
    }
    (!said.is_empty()).then(|| format!("Days: {}.", said.join("; ")))
}

/// Two signs: whether the piece is there, and what happened to it.
fn sign(entry: &Entry, piece: &PiecePoint) -> String {
    let there = match piece.presence {
        Presence::Present => "✓",
        Presence::Changed => "~",
        Presence::Missing if piece.change == Change::Elsewhere => "·",
        Presence::Missing if entry.fragments => "?",
        Presence::Missing if piece.change == Change::Dropped => "×",
        Presence::Missing => "–",
    };
    let change = match piece.change {
        Change::NotYet => return String::new(),
        Change::New => "+",
        Change::Restored => "↺",
        _ => "",
    };
    format!("{there}{change}")
}

/// What happened to a formula in one text, in words.
fn changes(entry: &Entry, point: &FormulaPoint, formula: &Formula) -> Option<String> {
    let named = |change: Change| {
        let pieces = point.pieces.iter().filter(|p| p.change == change);
        let form = |p: &PiecePoint| if change == Change::Dropped { p.before } else { p.presence };
        let piece = |p: &PiecePoint| {
            formula.components.iter().find(|c| c.id == p.id).map(|c| match (change, p.presence) {
                (Change::Reworded, Presence::Present) => format!("{} (in its usual form again)", c.label.en),
                _ => c.told(form(p)).into_owned(),
            })
        };
        pieces.filter_map(piece).collect::<Vec<_>>()
    };
    let mut said = Vec::new();
    for (change, verb) in [
        (Change::Dropped, "dropped"),
        (Change::New, "new"),
        (Change::Restored, "back"),
        (Change::Reworded, "in other words"),
    ] {
        let pieces = named(change);
        if !pieces.is_empty() {
            said.push(format!("{verb}: {}", pieces.join(" · ")));
        }
    }
    let previous = point.previous.as_deref()?;
    (!said.is_empty()).then(|| format!("{}, against {previous}: {}", entry.meeting, said.join("; ")))
}

fn overview(blocks: &mut Vec<Block>, series: &Series, codebook: &Codebook) {
    if series.entries.is_empty() {
        return;
    }
    blocks.push(Block::Heading(2, "Meeting by meeting".to_owned()));
    blocks.push(Block::Paragraph(
        "Each text is held against the last one of the same levels: that of the side's own people and, behind a slash where it is another, of those whom they met. New: in no earlier text of the side's level here; back: not in the last, but in one before.".to_owned(),
    ));
    for entry in &series.entries {
        blocks.push(line(entry, String::new()));
        let shares = |told: Option<&Side>| {
            let these = entry.topics.iter().filter(|t| t.told.as_ref() == told);
            let share = |t: &TopicPoint| format!("{} {}", wording::topic(codebook, &t.id), wording::percent(t.share));
            these.map(share).collect::<Vec<_>>().join(" · ")
        };
        let others: BTreeSet<&Side> = entry.topics.iter().filter_map(|t| t.told.as_ref()).collect();
        for told in std::iter::once(None).chain(others.into_iter().map(Some)) {
            let head = told.map_or_else(|| "raises".to_owned(), |side| format!("only {}", as_words(entry, side)));
            let shares = shares(told);
            if !shares.is_empty() {
                blocks.push(Block::Point(format!("{head}: {shares}")));
            }
        }
        let name = |id: &String| {
            let told = entry.topic(id).and_then(|t| t.told.as_ref());
            let told = told.map_or_else(String::new, |side| format!(" ({})", as_words(entry, side)));
            format!("{}{told}", wording::topic(codebook, id))
        };
        let names = |ids: &[String]| ids.iter().map(name).collect::<Vec<_>>().join(" · ");
        let against = entry.previous.as_deref().unwrap_or_default();
        if !entry.appeared.is_empty() {
            blocks.push(Block::Point(format!("not in {against}: {}", names(&entry.appeared))));
        }
        if !entry.vanished.is_empty() {
            blocks.push(Block::Point(format!("only in {against}: {}", names(&entry.vanished))));
        }
        let tones = |ids: &[String]| words::tones(ids, &entry.tone_words, codebook);
        if entry.tones.is_empty() && entry.fragments {
            blocks.push(Block::Point(format!("calls the talks: {}", wording::UNQUOTED)));
        } else if !entry.tones.is_empty() || !entry.tones_dropped.is_empty() {
            let mut line = format!("calls the talks: {}", tones(&entry.tones));
            if entry.tones.is_empty() {
                "calls the talks nothing".clone_into(&mut line);
            }
            if !entry.tones_dropped.is_empty() {
                line = format!("{line}; dropped: {}", tones(&entry.tones_dropped));
            }
            let (back, new): (Vec<String>, Vec<String>) =
                entry.tones_new.iter().cloned().partition(|tone| entry.tones_restored.contains(tone));
            for (what, list) in [("new", new), ("back", back)].into_iter().filter(|(_, list)| !list.is_empty()) {
                line = format!("{line}; {what}: {}", words::tone_names(&list, &entry.tone_words, codebook));
            }
            blocks.push(Block::Point(line));
        }
    }
}

fn topics(blocks: &mut Vec<Block>, series: &Series, asked: &Options, codebook: &Codebook) {
    for topic in asked.topics.iter().filter(|_| !series.entries.is_empty()) {
        blocks.push(Block::Heading(2, wording::topic(codebook, topic)));
        let head = ["date", "level", "meeting", "share", "act"].map(str::to_owned).to_vec();
        let row = |entry: &Entry| {
            let mut row = when(entry).to_vec();
            match entry.topic(topic) {
                Some(point) => {
                    let act = wording::strongest(codebook, point.act, &point.speaker, &series.side);
                    let told = point.told.as_ref().map(|side| format!(", all of it {}", as_words(entry, side)));
                    row.extend([wording::percent(point.share), format!("{act}{}", told.unwrap_or_default())]);
                }
                None => row.extend(["–".to_owned(), not_raised(entry).to_owned()]),
            }
            (entry.meeting.clone(), row)
        };
        blocks.push(Block::Table { head, rows: series.entries.iter().map(row).collect(), signs: 5 });
        for entry in series.entries.iter().filter(|e| e.topic(topic).is_some()) {
            let against = entry.held(topic).as_ref().map(|p| format!(", against {p}"));
            blocks.push(line(entry, against.unwrap_or_default()));
            for statement in entry.statements.iter().filter(|s| s.topic == *topic) {
                blocks.push(statement_words(statement, entry.language, codebook));
            }
            for gone in entry.gone.iter().filter(|g| g.topic == *topic) {
                blocks.push(Block::Words {
                    voice: "gone".to_owned(),
                    pieces: pieces_of(&gone.edits),
                    language: entry.language,
                });
            }
        }
    }
    if series.entries.iter().any(|e| !e.statements.is_empty()) {
        blocks.push(Block::Marks);
    }
}

fn statement_words(statement: &TracedStatement, language: Language, codebook: &Codebook) -> Block {
    let voice = wording::does(codebook, &statement.speaker, statement.act);
    let pieces = match &statement.earlier {
        None => vec![(Piece::Same, statement.text.clone())],
        Some(earlier) => pieces_of(&earlier.edits),
    };
    Block::Words { voice, pieces, language }
}

fn pieces_of(edits: &[Edit]) -> Vec<(Piece, String)> {
    let piece = |edit: &Edit| match edit.kind {
        EditKind::Same => Piece::Same,
        EditKind::First => Piece::Gone,
        EditKind::Second => Piece::New,
    };
    edits.iter().map(|edit| (piece(edit), edit.text.clone())).collect()
}

/// Pieces as plain text, with marks around what is gone and what is new.
pub(in crate::render) fn marked(pieces: &[(Piece, String)]) -> String {
    let mut text = String::new();
    for (piece, words) in pieces {
        match piece {
            Piece::Same => text.push_str(words),
            _ if words.trim().is_empty() => text.push_str(words),
            Piece::Gone => text.push_str(&format!("[-{words}-]")),
            Piece::New => text.push_str(&format!("{{+{words}+}}")),
        }
    }
    text
}
