//! What a reader looks for first, at the head of every form: which topics one text alone has, what one says of the other that
//! the other does not have, and which pieces of a side's formula the other has it say. Nothing stands here that does not stand
//! below with its evidence.

use super::lines::{Line, Piece, joined, numbers};
use super::sections::Entry;
use super::wording::{self, count, label};
use super::words;
use crate::codebook::Codebook;
use crate::coding::Speaker;
use crate::comparison::{Claim, ClaimStatus, ClaimType, Comparison, Raised, Text, TopicRow};
use crate::text::width::Widths;

/// How many things a line names before it says how many more there are.
const NAMED: usize = 6;
/// How many claims a line quotes.
const QUOTED: usize = 3;
/// How wide a quotation may be, in display columns.
const WIDEST: usize = 72;

/// The entries; none where there is but one text.
pub(super) fn short(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    if comparison.columns().count() < 2 {
        return Vec::new();
    }
    let entries = [
        ("topics", topics(comparison, codebook)),
        ("what one text says of the other side, or of both", claims(comparison)),
        ("one side's formula in the other's text", formulas(comparison, codebook)),
    ];
    let filled = entries.into_iter().filter(|(_, lines)| !lines.is_empty());
    filled.map(|(title, lines)| Entry { title: title.to_owned(), lines }).collect()
}

/// How many topics all texts have, and which each has alone.
fn topics(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let all = comparison.topics.iter().filter(|row| row.raised == Raised::All).count();
    let topics = |n: usize| if n == 0 { "no topic".to_owned() } else { count(n, "topic") };
    let everywhere = if comparison.columns().count() == 2 { "both" } else { "all" };
    let mut lines = vec![Line::said(everywhere, topics(all))];
    for text in comparison.columns() {
        let alone = |row: &&TopicRow| row.raised == Raised::One && row.part(&text.label).is_some();
        let rows: Vec<&TopicRow> = comparison.topics.iter().filter(alone).collect();
        let name = |row: &TopicRow| {
            let name = wording::topic(codebook, &row.id);
            let part = row.part(&text.label).map(|part| part.statements.iter().copied());
            let told = part.and_then(|statements| text.others_words(statements));
            told.map_or_else(|| name.clone(), |side| format!("{name} ({})", wording::as_words(side.as_str())))
        };
        let mut names: Vec<String> = rows.iter().take(NAMED).map(|row| name(row)).collect();
        if rows.len() > NAMED {
            names.push(format!("and {} more", rows.len() - NAMED));
        }
        let others = || comparison.columns().filter(|other| other.label != text.label);
        let unquoted = others().any(Text::is_fragments);
        let beyond = if unquoted { format!(", {}", wording::unquoted(others())) } else { String::new() };
        let only = if unquoted { "" } else { " only" };
        let said = match rows.len() {
            0 => topics(0),
            some => format!("{}{beyond}: {}", topics(some), names.join("; ")),
        };
        lines.push(Line::said(format!("{}{only}", label(&text.label)), said));
    }
    lines
}

/// What each text says of another side, and of both, that the other text does not have.
fn claims(comparison: &Comparison) -> Vec<Line> {
    let mut lines = Vec::new();
    for text in comparison.columns() {
        let own =
            || comparison.claims.iter().filter(|claim| claim.text == text.label && claim.status != ClaimStatus::NoText);
        let mut of: Vec<(ClaimType, &Speaker)> = own().map(|claim| (claim.kind, &claim.speaker)).collect();
        of.sort_by(|a, b| (a.0, a.1.as_str()).cmp(&(b.0, b.1.as_str())));
        of.dedup();
        for (kind, speaker) in of {
            let same: Vec<&Claim> = own().filter(|claim| claim.kind == kind && claim.speaker == *speaker).collect();
            let silent: Vec<&Claim> =
                same.iter().copied().filter(|claim| claim.status == ClaimStatus::Silent).collect();
            let what = match kind {
                ClaimType::Attribution => format!("that it says {} said or did", label(speaker.as_str())),
                ClaimType::Joint => "that it says both agreed or did together".to_owned(),
            };
            let things = count(same.len(), "thing");
            let pieces = if silent.is_empty() {
                let all = if same.len() == 1 { "" } else { "all " };
                vec![Piece::said(format!("{things} {what}: {all}found there, at least in part"))]
            } else {
                let of = if silent.len() == same.len() { things } else { format!("{} of {things}", silent.len()) };
                let head = format!("{of} {what}, not found there: ");
                let quoted = silent.iter().take(QUOTED).map(|claim| quotation(text, claim.statement));
                let mut pieces = vec![Piece::said(head)];
                pieces.extend(joined(quoted, "; "));
                let rest: Vec<usize> = silent.iter().skip(QUOTED).map(|claim| claim.statement).collect();
                if !rest.is_empty() {
                    pieces.push(Piece::said(format!("; and {} more [", rest.len())));
                    pieces.extend(numbers(&text.label, &rest));
                    pieces.push(Piece::said("]"));
                }
                pieces
            };
            lines.push(Line::run(label(&text.label), pieces));
        }
    }
    lines
}

/// The beginning of a statement, with its number.
fn quotation(text: &Text, statement: usize) -> Vec<Piece> {
    let words = text.coded.statements.get(statement).map(|s| wording::one_line(&s.text)).unwrap_or_default();
    let words = wording::inner(&Widths::default().truncate(&words, WIDEST));
    let quoted = Piece::Quoted { text: text.label.clone(), from: Some(statement), words };
    let number = Piece::Number { text: text.label.clone(), statement };
    vec![Piece::said("“"), quoted, Piece::said("” ["), number, Piece::said("]")]
}

/// What one text gives as pieces of another side's formula, and how much that side's own text has of it.
fn formulas(comparison: &Comparison, codebook: &Codebook) -> Vec<Line> {
    let inventory = codebook.inventory();
    let mut lines = Vec::new();
    for used in &comparison.formulas {
        let Some(formula) = inventory.formula(&used.id) else { continue };
        let own: Vec<String> = words::users(comparison, used, &formula.side)
            .map(|(text, pieces)| format!("{} has {} pieces", label(&text.label), words::share(pieces)))
            .collect();
        for (text, pieces) in words::ascribed(comparison, used, formula) {
            let own = if own.is_empty() { "its own text has none".to_owned() } else { own.join(", ") };
            let head = format!("{own}; {} gives {}: ", label(&text.label), wording::as_words(&formula.side));
            let named = pieces.iter().map(|piece| {
                words::named(comparison, &text.label, words::component(formula, piece).into_owned(), piece.words())
            });
            lines
                .push(Line::run(formula.label.en.to_string(), [vec![Piece::said(head)], joined(named, "; ")].concat()));
        }
    }
    lines
}
