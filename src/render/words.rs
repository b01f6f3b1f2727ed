//! The lines on words, formulas and claims that every form for people shares.

use super::sections::Entry;
use super::wording::label;
use crate::codebook::Codebook;
use crate::codebook::formulas::Presence;
use crate::coding::{Statement, TermUse};
use crate::comparison::{Claim, ClaimStatus, Comparison, Contrast, FormulaUse, Place, Wording};
use crate::text::{Language, Span};

/// The contrasts in which the columns do not use the same wordings: those that share none first.
pub(super) fn contrasts(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let uneven = |c: &&Contrast| {
        let terms = |t: &str| {
            let mut ids: Vec<&str> = c.sides.get(t).into_iter().flatten().map(|w| w.term.as_str()).collect();
            ids.sort_unstable();
            ids
        };
        let mut all = comparison.columns().map(|t| terms(&t.label)).filter(|ids| !ids.is_empty());
        let first = all.next();
        c.sides.len() > 1 && all.any(|ids| Some(&ids) != first.as_ref())
    };
    comparison.contrasts.iter().filter(uneven).map(|c| entry(comparison, codebook, c)).collect()
}

fn entry(comparison: &Comparison, codebook: &Codebook, contrast: &Contrast) -> Entry {
    let name = codebook.inventory().ok().and_then(|i| i.concept(&contrast.concept));
    let name = name.map_or_else(|| contrast.concept.clone(), |c| c.label.en.clone());
    let title = if contrast.differs { format!("{name}: different words") } else { name };
    let sides = comparison.columns().filter_map(|text| {
        let wordings = contrast.sides.get(&text.label)?;
        Some((label(&text.label), quoted(comparison, &text.label, wordings)))
    });
    Entry { title, sides: sides.collect() }
}

/// Wordings of one text, each quoted from its first place.
pub(super) fn quoted(comparison: &Comparison, text: &str, wordings: &[Wording]) -> String {
    let one = |w: &Wording| {
        let times = if w.places.len() > 1 { format!(" ×{}", w.places.len()) } else { String::new() };
        let marks = match w.quoted {
            0 => "",
            n if n == w.places.len() => " (in quotation marks)",
            _ => " (in part in quotation marks)",
        };
        format!("“{}”{times}{marks}", at(comparison, text, w.places.first()))
    };
    wordings.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The names of concepts (by id) and numbers.
pub(super) fn names(ids: &[String], codebook: &Codebook) -> String {
    let name = |id: &String| {
        let concept = codebook.inventory().ok().and_then(|i| i.concept(id));
        concept.map_or_else(|| id.clone(), |c| c.label.get(Language::En).to_owned())
    };
    ids.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The name of a piece of a formula (`us-taiwan.tra`), with the formula's.
pub(super) fn piece(id: &str, codebook: &Codebook) -> String {
    let known = || {
        let (formula, piece) = id.split_once('.')?;
        let formula = codebook.inventory().ok()?.formula(formula)?;
        let component = formula.components.iter().find(|c| c.id == piece)?;
        Some(format!("{} ({})", component.label.en, formula.label.en))
    };
    known().unwrap_or_else(|| id.to_owned())
}

/// The words at a place, on one line.
pub(super) fn at(comparison: &Comparison, text: &str, place: Option<&Place>) -> String {
    let Some((text, place)) = comparison.text(text).zip(place) else { return String::new() };
    place.span.slice(&text.readout().body).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The formulas, each in the texts of the side that repeats it; in other texts only where they have as much of it.
pub(super) fn formulas(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    comparison.formulas.iter().filter_map(|f| formula(comparison, codebook, f)).collect()
}

fn formula(comparison: &Comparison, codebook: &Codebook, used: &FormulaUse) -> Option<Entry> {
    let formula = codebook.inventory().ok()?.formula(&used.id)?;
    let name =
        |id: &str| formula.components.iter().find(|c| c.id == id).map_or_else(|| id.to_owned(), |c| c.label.en.clone());
    let sides: Vec<(String, String)> = comparison
        .columns()
        .filter(|t| t.readout().side.as_str() == formula.side)
        .filter_map(|text| {
            let pieces = used.sides.get(&text.label)?;
            let list = |presence| {
                let names: Vec<String> =
                    pieces.iter().filter(|p| p.presence == presence).map(|p| name(&p.id)).collect();
                names.join("; ")
            };
            let there = pieces.iter().filter(|p| p.presence != Presence::Missing).count();
            let mut line = format!("{there} of {}", pieces.len());
            for (head, presence) in
                [("has", Presence::Present), ("in a changed form", Presence::Changed), ("lacks", Presence::Missing)]
            {
                let names = list(presence);
                if !names.is_empty() {
                    line.push_str(&format!("; {head}: {names}"));
                }
            }
            Some((label(&text.label), line))
        })
        .collect();
    (!sides.is_empty()).then(|| Entry { title: formula.label.en.clone(), sides })
}

/// What the other text has of a claim and what it lacks, by the names of concepts; none where there is nothing to say.
pub(super) fn reasons(claim: &Claim, codebook: &Codebook) -> Option<String> {
    if claim.status == ClaimStatus::NoText {
        return None;
    }
    let has =
        if claim.shared.is_empty() { String::new() } else { format!("it has {}", names(&claim.shared, codebook)) };
    let lacks =
        if claim.missing.is_empty() { String::new() } else { format!("it lacks {}", names(&claim.missing, codebook)) };
    match (has.is_empty(), lacks.is_empty()) {
        (true, true) => None,
        (false, false) => Some(format!("{has}; {lacks}")),
        _ => Some(format!("{has}{lacks}")),
    }
}

/// What the words on claims mean.
pub(super) const CLAIMS: &str = "A claim is what a text says of the other side, or of both. Confirmed: about half of its \
concepts, weighted by how specific they are, stand in the other text in a fitting voice, the distinctive ones among them. \
Partly: some of them do. Silent: the other text has too few. Silence is no denial, and words outside the codebook are not seen.";

/// The words of a statement that carry contrasts and telling concepts, so that a reader sees what the comparison rests on
/// and the words themselves stay fit to be quoted.
pub(super) fn marked(statement: &Statement, codebook: &Codebook) -> Option<String> {
    let inventory = codebook.inventory().ok()?;
    let telling = |t: &&TermUse| t.contrast || inventory.concept(&t.concept).is_some_and(|c| c.weight >= TELLING);
    let mut spans: Vec<Span> = statement.terms.iter().filter(telling).map(|t| t.span).collect();
    let all = spans.clone();
    spans.retain(|s| !all.iter().any(|o| o.contains(*s) && o != s));
    spans.dedup();
    let mut shown: Vec<String> = Vec::new();
    for span in spans {
        let own = Span::new(span.start - statement.span.start, span.end - statement.span.start);
        let words = own.slice(&statement.text).split_whitespace().collect::<Vec<_>>().join(" ");
        if !shown.contains(&words) {
            shown.push(words);
        }
    }
    (!shown.is_empty()).then(|| format!("terms: {}", shown.join(" · ")))
}

/// What a concept must weigh for its words to be shown under a statement.
const TELLING: f64 = 1.5;
