//! The lines on words, formulas and claims that every form for people shares.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::lines::{Entry, Line, Piece, joined, numbers};
use super::wording::{UNQUOTED, as_words, inner, label, one_line, unquoted};
use crate::codebook::Codebook;
use crate::codebook::concepts::{Aspect, Concept};
use crate::codebook::formulas::{Formula, Presence};
use crate::coding::{Statement, TermUse};
use crate::comparison::{
    Claim, ClaimStatus, Comparison, Contrary, Contrast, FormulaAbsent, FormulaUse, How, Piece as FormulaPiece,
    PieceThere, Place, Text, Wording,
};
use crate::readout::{Kind, Side};
use crate::text::{Language, Span, months};

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
    let name = name(&contrast.concept, codebook);
    let title = if contrast.differs { format!("{name}: different words") } else { name.to_owned() };
    let lines = comparison.columns().filter_map(|text| {
        let wordings = contrast.sides.get(&text.label)?;
        Some(Line::run(label(&text.label), quoted(comparison, &text.label, wordings)))
    });
    Entry { title, lines: lines.collect() }
}

/// How many forms of one wording are quoted; the others are counted.
const FORMS: usize = 3;

/// Wordings of one text, each in the forms that stand there, the most frequent first, quoted from its first place.
pub(super) fn quoted(comparison: &Comparison, text: &str, wordings: &[Wording]) -> Vec<Piece> {
    let body = comparison.text(text).map_or("", |t| t.readout().body.as_str());
    let one = |w: &Wording| {
        let marks = match w.quoted {
            0 => "",
            n if n == w.places.len() => " (in quotation marks)",
            _ => " (in part in quotation marks)",
        };
        let forms = forms(&w.places, body);
        let form = |(place, count): &(&Place, usize)| {
            let times = if *count > 1 { format!(" ×{count}") } else { String::new() };
            vec![Piece::said("“"), at(comparison, text, Some(place)), Piece::said(format!("”{times}"))]
        };
        let mut said = joined(forms.iter().take(FORMS).map(form), ", ");
        let beyond: usize = forms.iter().skip(FORMS).map(|(_, count)| count).sum();
        if beyond > 0 {
            said.push(Piece::said(format!(" and {beyond} more in other forms")));
        }
        said.push(Piece::said(marks));
        // What another side is made to say is no choice of the text's own.
        // In a list of measures the words for what another does are those of whoever publishes it.
        let column = comparison.text(text).filter(|t| t.readout().kind != Kind::FactSheet);
        if let Some((t, (voice, all))) = column.and_then(|t| Some((t, others_voice(t, &w.places)?))) {
            let part = if all { "" } else { "in part " };
            said.push(Piece::said(format!(" ({part}{})", as_words(t, voice.as_str()))));
        }
        said
    };
    joined(wordings.iter().map(one), ", ")
}

/// The other side in whose words something stands at some of these places, and whether it does at all of them.
fn others_voice<'t>(text: &'t Text, places: &[Place]) -> Option<(&'t Side, bool)> {
    let voices = by_voice(text, places);
    let (voice, _) = voices.iter().find_map(|(voice, places)| Some(((*voice)?, places)))?;
    Some((voice, voices.iter().all(|(known, _)| known.is_some())))
}

/// Places by whose words they stand in, the text's own and what it tells of both first.
fn by_voice<'t>(text: &'t Text, places: &[Place]) -> Vec<(Option<&'t Side>, Vec<Place>)> {
    let mut found: Vec<(Option<&Side>, Vec<Place>)> = Vec::new();
    for place in places {
        let voice = text.others_words(std::iter::once(place.statement));
        match found.iter_mut().find(|(known, _)| *known == voice) {
            Some((_, places)) => places.push(*place),
            None => found.push((voice, vec![*place])),
        }
    }
    found.sort_by_key(|(voice, _)| *voice);
    found
}

/// A thing as [`named`]; what the text has another side call so stands behind what it calls so itself.
pub(super) fn named_by_voice(comparison: &Comparison, text: &Text, name: String, places: &[Place]) -> Vec<Piece> {
    let voices = by_voice(text, places);
    let mut rest = voices.iter();
    let Some((_, first)) = rest.next() else { return named(comparison, &text.label, name, places) };
    let mut pieces = named(comparison, &text.label, name, first);
    for (voice, places) in rest {
        let head = voice.map_or_else(String::new, |side| as_words(text, side.as_str()));
        pieces.push(Piece::said(", "));
        pieces.extend(named(comparison, &text.label, head, places));
    }
    pieces
}

/// What the terms are called with which a text has a concept, where they have names of their own.
pub(super) fn term(codebook: &Codebook, concept: &str, wordings: &[Wording]) -> Option<String> {
    let concept = codebook.inventory().concept(concept)?;
    let named = wordings.iter().filter_map(|w| concept.terms.iter().find(|t| t.id == w.term));
    let names: Vec<&str> = named.filter(|t| t.label != concept.label).map(|t| t.label.en.as_str()).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The different words at places, however capitals stand in them, each with its first place and how often it is there.
fn forms<'a>(places: &'a [Place], body: &str) -> Vec<(&'a Place, usize)> {
    let mut forms: Vec<(String, &Place, usize)> = Vec::new();
    for place in places {
        let words = one_line(place.span.slice(body)).to_lowercase();
        match forms.iter_mut().find(|(known, ..)| *known == words) {
            Some((.., count)) => *count += 1,
            None => forms.push((words, place, 1)),
        }
    }
    // A stable sort: of forms as frequent the first in the text comes first.
    forms.sort_by_key(|(.., count)| std::cmp::Reverse(*count));
    forms.into_iter().map(|(_, place, count)| (place, count)).collect()
}

/// What a text calls the talks, with its words.
pub(super) fn tones(ids: &[String], words: &BTreeMap<String, Vec<String>>, codebook: &Codebook) -> String {
    let one = |id: &String| {
        let said = words.get(id).into_iter().flatten().map(|words| format!("“{}”", inner(words)));
        let said = said.collect::<Vec<_>>().join(", ");
        format!("{} {said}", tone(id, words, codebook)).trim_end().to_owned()
    };
    ids.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// The same without the words.
pub(super) fn tone_names(ids: &[String], words: &BTreeMap<String, Vec<String>>, codebook: &Codebook) -> String {
    ids.iter().map(|id| tone(id, words, codebook)).collect::<Vec<_>>().join(" · ")
}

/// The name of an adjective; of one with several words for a name ('productive, fruitful') those that the text has, if any.
fn tone(id: &str, words: &BTreeMap<String, Vec<String>>, codebook: &Codebook) -> String {
    let name = name(id, codebook);
    let said: Vec<String> = words.get(id).into_iter().flatten().map(|words| words.to_lowercase()).collect();
    let has = |part: &&str| said.iter().any(|words| words.contains(part));
    let parts: Vec<&str> = name.split(", ").filter(has).collect();
    if parts.is_empty() { name.to_owned() } else { parts.join(", ") }
}

/// The names of concepts among things of every sort, where a word for the talks ('strategic') does not tell by itself what it is of.
pub(super) fn things<'i>(ids: impl IntoIterator<Item = &'i String>, codebook: &Codebook) -> String {
    let inventory = codebook.inventory();
    let is_tone = |id: &str| inventory.concept(id).is_some_and(|concept| concept.aspect == Some(Aspect::Tone));
    let one = |id: &String| match inventory.concept(id) {
        Some(_) => format!("{}{}", name(id, codebook), if is_tone(id) { " (of the talks)" } else { "" }),
        None => number(id),
    };
    ids.into_iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A number of a claim as people write it: a day, 24%, 12 million.
pub(super) fn figure(written: &str) -> String {
    if let Some((number, currency)) = written.split_once(' ') {
        if let Some(years) = number.parse::<u32>().ok().filter(|n| currency == "months" && n % 12 == 0) {
            let year = if years == 12 { "year" } else { "years" };
            return format!("{} {year}", years / 12);
        }
        let currency = match currency {
            "CNY" => "yuan",
            "EUR" => "euros",
            "JPY" => "yen",
            other => other,
        };
        return format!("{} {currency}", figure(number));
    }
    let large = || {
        // 2500000000 is 2.5 billion; what has more than one digit behind the point is one of millions.
        let of = |zeros: usize, name: &str| {
            let (whole, rest) = written.split_at_checked(written.len().checked_sub(zeros)?)?;
            let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
            let tenths = rest.trim_end_matches('0');
            let round = !whole.is_empty() && digits(written) && tenths.len() <= 1;
            round
                .then(|| if tenths.is_empty() { format!("{whole} {name}") } else { format!("{whole}.{tenths} {name}") })
        };
        of(9, "billion").or_else(|| of(6, "million"))
    };
    months::spelled(written).or_else(large).unwrap_or_else(|| written.to_owned())
}

/// The same among names of things: a bare number is called one.
fn number(written: &str) -> String {
    let bare = written.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let figure = figure(written);
    if bare && figure == written { format!("the number {figure}") } else { figure }
}

/// The name of a concept (by id) or number.
pub(super) fn name<'a>(id: &'a str, codebook: &'a Codebook) -> &'a str {
    let concept = codebook.inventory().concept(id);
    concept.map_or(id, |c| c.label.get(Language::En))
}

/// The name of a piece of a formula as a text has it, with the formula's; with its words where the text is of this comparison.
pub(super) fn piece(
    there: &PieceThere,
    comparison: &Comparison,
    text: Option<&str>,
    codebook: &Codebook,
) -> Vec<Piece> {
    let (formula, piece) = there.id.split_once('.').unwrap_or((&there.id, ""));
    let known = || {
        let formula = codebook.inventory().formula(formula)?;
        let component = formula.components.iter().find(|c| c.id == piece)?;
        Some(format!("{} ({})", component.told(there.presence), formula.label.en))
    };
    let name = known().unwrap_or_else(|| there.id.clone());
    let places = || {
        let used = comparison.formulas.iter().find(|f| f.id == formula)?;
        let piece = used.sides.get(text?)?.iter().find(|p| p.id == piece)?;
        Some(piece.places.as_slice())
    };
    named(comparison, text.unwrap_or_default(), name, places().unwrap_or_default())
}

/// A thing by its name, with the words of its first place in a text and the numbers of the statements.
pub(super) fn named(
    comparison: &Comparison,
    text: &str,
    name: impl Into<Cow<'static, str>>,
    places: &[Place],
) -> Vec<Piece> {
    let space = (!places.is_empty()).then(|| Piece::said(" "));
    std::iter::once(Piece::said(name)).chain(space).chain(first_quoted(comparison, text, places)).collect()
}

/// The words at the first of some places, with the numbers of the statements of all.
pub(super) fn first_quoted(comparison: &Comparison, text: &str, places: &[Place]) -> Vec<Piece> {
    let Some(first) = places.first() else { return Vec::new() };
    let mut statements: Vec<usize> = places.iter().map(|p| p.statement).collect();
    statements.dedup();
    let mut pieces = vec![Piece::said("“"), at(comparison, text, Some(first)), Piece::said("” [")];
    pieces.extend(numbers(text, &statements));
    pieces.push(Piece::said("]"));
    pieces
}

/// The words at a place, on one line, with both marks of a quotation of which they have one.
pub(super) fn at(comparison: &Comparison, text: &str, place: Option<&Place>) -> Piece {
    let Some((found, place)) = comparison.text(text).zip(place) else { return Piece::said("") };
    let body = &found.readout().body;
    let words = inner(&one_line(with_marks(place.span, body).slice(body)));
    Piece::Quoted { text: text.to_owned(), from: Some(place.statement), words }
}

/// The formulas, each in the texts of the side that repeats it; in other texts only where they have as much of it.
pub(super) fn formulas(comparison: &Comparison, codebook: &Codebook) -> Vec<Entry> {
    let used = comparison.formulas.iter();
    let mut entries: Vec<(&str, Entry)> =
        used.filter_map(|f| Some((f.id.as_str(), formula(comparison, codebook, f)?))).collect();
    // What one text has none of, and another gives as its words, is one formula.
    for (id, none) in without(comparison, codebook) {
        match entries.iter_mut().find(|(used, _)| *used == id) {
            Some((_, entry)) => entry.lines.splice(0..0, none.lines).for_each(drop),
            None => entries.push((id, none)),
        }
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The formulas on a topic that a whole text of their side raises without a piece of them, by id.
pub(super) fn without<'c>(comparison: &'c Comparison, codebook: &Codebook) -> Vec<(&'c str, Entry)> {
    let line = |absent: &FormulaAbsent| {
        let none = format!("0 of {}: it raises the topic, and has no piece of this", absent.pieces);
        Line::said(label(&absent.text), none)
    };
    let entry = |same: &'c [FormulaAbsent]| {
        let id = same[0].id.as_str();
        let title = codebook.inventory().formula(id)?.label.en.to_string();
        Some((id, Entry { title, lines: same.iter().map(line).collect() }))
    };
    comparison.formulas_absent.chunk_by(|a, b| a.id == b.id).filter_map(entry).collect()
}

fn formula(comparison: &Comparison, codebook: &Codebook, used: &FormulaUse) -> Option<Entry> {
    let formula = codebook.inventory().formula(&used.id)?;
    let lines = |(text, pieces): (&Text, &[FormulaPiece])| {
        let mut lines: Vec<Vec<Piece>> = Vec::new();
        for head in [HAS, CHANGED, lacking(text), OTHER_VOICE] {
            let of = pieces.iter().filter(|p| there(p, text) == head);
            let named =
                |p: &FormulaPiece| named(comparison, &text.label, component(formula, p).into_owned(), p.words());
            let list = joined(of.map(named), "; ");
            if !list.is_empty() {
                let share =
                    if lines.is_empty() { format!("{}{}; ", share(pieces), later(pieces)) } else { String::new() };
                lines.push([vec![Piece::said(format!("{share}{head}: "))], list].concat());
            }
        }
        lines.into_iter().map(|line| Line::run(label(&text.label), line)).collect::<Vec<Line>>()
    };
    let mut lines: Vec<Line> = users(comparison, used, &formula.side).flat_map(lines).collect();
    let told = ascribed(comparison, used, formula).map(|(text, pieces)| {
        let named = |p: &&FormulaPiece| named(comparison, &text.label, component(formula, p).into_owned(), p.words());
        let list = joined(pieces.iter().map(named), "; ");
        let head = Piece::said(format!("{}: ", as_words(text, &formula.side)));
        Line::run(label(&text.label), [vec![head], list].concat())
    });
    lines.extend(told);
    (!lines.is_empty()).then(|| Entry { title: formula.label.en.to_string(), lines })
}

/// The columns of the side that repeats a formula, with the pieces of it.
pub(super) fn users<'a>(
    comparison: &'a Comparison,
    used: &'a FormulaUse,
    side: &'a str,
) -> impl Iterator<Item = (&'a Text, &'a [FormulaPiece])> {
    let own = comparison.columns().filter(move |t| t.readout().side.as_str() == side);
    own.filter_map(|text| Some((text, used.sides.get(&text.label)?.as_slice())))
}

/// How much of a formula the columns of its side have.
pub(super) fn own_share(comparison: &Comparison, used: &FormulaUse, side: &str) -> String {
    let has = users(comparison, used, side)
        .map(|(text, pieces)| format!("{} has {} pieces", label(&text.label), share(pieces)));
    let has: Vec<String> = has.collect();
    let mut columns = comparison.columns().filter(|text| text.readout().side.as_str() == side).peekable();
    match columns.peek() {
        _ if !has.is_empty() => has.join(", "),
        None => format!("there is no text of {}", label(side)),
        Some(text) if text.is_fragments() => unquoted(columns),
        Some(text) => format!("{} has none", label(&text.label)),
    }
}

/// The columns of other sides that give pieces of a formula as the words of the side that repeats it, with those pieces.
pub(super) fn ascribed<'a>(
    comparison: &'a Comparison,
    used: &'a FormulaUse,
    formula: &'a Formula,
) -> impl Iterator<Item = (&'a Text, Vec<&'a FormulaPiece>)> {
    let others = comparison.columns().filter(|text| text.readout().side.as_str() != formula.side);
    others.filter_map(|text| {
        let told = |piece: &&FormulaPiece| {
            let voice = text.others_words(piece.places.iter().map(|place| place.statement));
            voice.is_some_and(|side| side.as_str() == formula.side)
        };
        let pieces: Vec<&FormulaPiece> = used.sides.get(&text.label)?.iter().filter(told).collect();
        (!pieces.is_empty()).then_some((text, pieces))
    })
}

/// The name of a piece, as a text has it.
pub(super) fn component<'a>(formula: &'a Formula, piece: &'a FormulaPiece) -> Cow<'a, str> {
    let known = formula.components.iter().find(|c| c.id == piece.id);
    known.map_or(Cow::Borrowed(&piece.id), |c| c.said(piece.presence))
}

/// `3 of 8`.
pub(super) fn share(pieces: &[FormulaPiece]) -> String {
    let there = pieces.iter().filter(|p| p.presence != Presence::Missing).count();
    format!("{there} of {}", pieces.iter().filter(|p| !p.not_yet).count())
}

/// How many pieces such a number leaves out, since texts of a later day alone lack them.
fn later(pieces: &[FormulaPiece]) -> String {
    match pieces.iter().filter(|p| p.not_yet).count() {
        0 => String::new(),
        n => format!(" ({n} more are expected only later)"),
    }
}

/// What a text does with a piece that it has, and with one that it has in other words.
const HAS: &str = "has";
const CHANGED: &str = "in a changed form";
/// What a text does with a piece that it has in another voice than the formula's alone.
const OTHER_VOICE: &str = "only in another voice";

/// What a text does with a piece.
pub(super) fn there(piece: &FormulaPiece, text: &Text) -> &'static str {
    match piece.presence {
        Presence::Present => HAS,
        Presence::Changed => CHANGED,
        Presence::Missing if piece.not_yet => "not yet expected",
        Presence::Missing if !piece.elsewhere.is_empty() => OTHER_VOICE,
        Presence::Missing => lacking(text),
    }
}

/// What a text does with a piece that it has nowhere.
fn lacking(text: &Text) -> &'static str {
    if text.is_fragments() { UNQUOTED } else { "lacks" }
}

/// What the other text has of a claim and what it lacks, by the names of concepts; none where there is nothing to say.
pub(super) fn reasons(comparison: &Comparison, claim: &Claim, codebook: &Codebook) -> Option<String> {
    if claim.status == ClaimStatus::NoText {
        return None;
    }
    let inventory = codebook.inventory();
    // The general things only where there is nothing else.
    fn told<'c>(ids: &'c [String], tells: &dyn Fn(&String) -> bool) -> Vec<&'c String> {
        let any = ids.iter().any(tells);
        ids.iter().filter(|id| !any || tells(id)).collect()
    }
    let tells = |id: &String| inventory.concept(id).is_none_or(|concept| concept.weight >= Concept::TELLING);
    let lists: [(&str, Vec<&String>); 5] = [
        ("it has", told(&claim.shared, &tells)),
        ("it has, more broadly,", claim.broader.iter().collect()),
        ("of the same sort it has", claim.related.iter().collect()),
        ("elsewhere it has", claim.elsewhere.iter().collect()),
        ("it lacks", told(&claim.missing, &tells)),
    ];
    let said = lists.into_iter().filter(|(_, ids)| !ids.is_empty());
    let said: Vec<String> = said.map(|(what, ids)| format!("{what} {}", things(ids, codebook))).collect();
    let alone = claim.one_sided.then(|| "what it has of that are the words of one side, not of both".to_owned());
    let talked = claim.talked.then(|| "there they only talked about it".to_owned());
    let opposite = claim.contrary.iter().map(|contrary| opposite(comparison, claim, contrary));
    let said: Vec<String> =
        opposite.chain(said).chain(differences(comparison, claim, codebook)).chain(alone).chain(talked).collect();
    // Of several texts that were asked it is told which one lacks it.
    let of = claim.decided_by.as_ref().filter(|_| claim.answers.len() > 1);
    let of = of.map_or_else(String::new, |text| format!("{}: ", label(text)));
    (!said.is_empty()).then(|| format!("{of}{}", said.join("; ")))
}

/// What a text that has some of a claim has otherwise: another number, word or measure, a condition.
pub(super) fn differences(comparison: &Comparison, claim: &Claim, codebook: &Codebook) -> Vec<String> {
    let list = |what: &str, all: Vec<String>| (!all.is_empty()).then(|| format!("{what}: {}", all.join(", ")));
    let instead = claim.instead.iter().map(|number| figure(number)).collect();
    let worded = claim.worded.iter().map(|id| word(id, codebook)).collect();
    let measured = claim.measured.iter().filter_map(|measured| {
        let words = measured.span.slice(&comparison.text(&measured.side)?.readout().body);
        Some(format!("“{}” [{}]", inner(&one_line(words)), measured.statement + 1))
    });
    let said = [
        list("other numbers there", instead),
        list("another word there, which is not the same", worded),
        list("there in another measure", measured.collect()),
        claim.conditional.then(|| "there it hangs on a condition".to_owned()),
        claim.tentative.then(|| "there it is only to be looked into".to_owned()),
    ];
    said.into_iter().flatten().collect()
}

/// By which words a text says the opposite of a claim.
fn opposite(comparison: &Comparison, claim: &Claim, contrary: &Contrary) -> String {
    let text = comparison.text(&contrary.side);
    let words = text.zip(contrary.words).map(|(text, words)| inner(&one_line(words.slice(&text.readout().body))));
    let there = if claim.answers.len() > 1 { format!("in {}", label(&contrary.side)) } else { "there".to_owned() };
    let number = contrary.statement + 1;
    let how = match contrary.how {
        How::Kept => "it is kept",
        How::Refused => "it is refused or denied",
        How::Turned => "it goes the other way",
    };
    match words {
        Some(words) => format!("{there} {how}: “{words}” [{number}]"),
        None => format!("{there} it is done, which the claim denies [{number}]"),
    }
}

/// The name of a term, by the ids of its concept and its own.
pub(super) fn word(id: &str, codebook: &Codebook) -> String {
    let found = id.split_once('.').and_then(|(concept, term)| {
        let concept = codebook.inventory().concept(concept)?;
        Some(concept.terms[concept.term_index(term)?].label.en.to_string())
    });
    found.unwrap_or_else(|| id.to_owned())
}

/// The title of the list of claims.
pub(super) const CLAIMS_TITLE: &str = "Claims: what each text says of the other side, and of both";

/// Claims in the order in which a reader wants them: what the other text has otherwise, what is said to be agreed and the other text has nothing of, then what the
/// other is said to have said, and so on to what is confirmed; each by text and place.
pub(super) fn in_order(claims: &[Claim]) -> Vec<&Claim> {
    let mut all: Vec<&Claim> = claims.iter().collect();
    // A stable sort, and a joint claim is the greater of the two sorts.
    all.sort_by_key(|claim| (claim.contrary.is_empty(), claim.status, std::cmp::Reverse(claim.kind)));
    all
}

/// What the words on claims mean.
pub(super) const CLAIMS: &str = "A claim is what a text says of the other side, or of both. Confirmed: the other text \
says it in the same words and voice, or about half of its concepts, weighted by how specific they are, stand there in a fitting \
voice, the distinctive ones among them; what both agreed, in a statement of both. Partly: some of them do, or with another number or measure ('suspend' for 'lift'), on a condition, or in another word that is not the same ('principle' for 'policy'). Silent: the other \
text has too few. Disputed: a statement that would bear it out refuses or denies it ('declined to', 'did not agree'), keeps what the claim has lifted, or goes the other way ('raise' for 'lower'). \
Where only one thing is in common, what each says of it is not compared. \
First come those that are disputed, then those that it is silent on, what both are said to have agreed before what one said. \
'Elsewhere': in statements of another voice, or on other things. Silence is no denial, and words outside the codebook are not seen. The status is the program's: held against hand \
coding of texts new to it, about three of four agree; read the words.";

/// The words of a statement that carry contrasts and telling concepts, so that a reader sees what the comparison rests on
/// and the words themselves stay fit to be quoted.
pub(super) fn marked(statement: &Statement, codebook: &Codebook) -> Option<String> {
    let mut line = String::with_capacity(statement.text.len());
    for (words, _) in terms(statement, codebook) {
        line.push_str(if line.is_empty() { TERMS } else { BETWEEN });
        line.push_str(&words);
    }
    (!line.is_empty()).then_some(line)
}

/// What stands before the marked words of a statement, and between them.
pub(super) const TERMS: &str = "terms: ";
pub(super) const BETWEEN: &str = " · ";

/// The marked words, each once, with where it stands first in the body.
pub(super) fn terms<'a>(statement: &'a Statement, codebook: &Codebook) -> Vec<(Cow<'a, str>, Span)> {
    let mut shown: Vec<(Cow<str>, Span)> = Vec::new();
    for own in telling(statement, codebook) {
        let words = one_line(with_marks(own, &statement.text).slice(&statement.text));
        if !shown.iter().any(|(w, _)| *w == words) {
            shown.push((words, own.shift(statement.span.start)));
        }
    }
    shown
}

/// Where those words stand, in bytes of the statement's own text.
pub(super) fn telling(statement: &Statement, codebook: &Codebook) -> Vec<Span> {
    let inventory = codebook.inventory();
    let telling =
        |t: &&TermUse| t.contrast || inventory.concept(&t.concept).is_some_and(|c| c.weight >= Concept::TELLING);
    let mut spans: Vec<Span> = statement.terms.iter().filter(telling).map(|t| t.span).collect();
    let all = spans.clone();
    spans.retain(|s| !all.iter().any(|o| s.is_within(*o)));
    spans.dedup();
    let from = statement.span.start;
    spans.into_iter().map(|s| Span::new(s.start.saturating_sub(from), s.end.saturating_sub(from))).collect()
}

/// A span of a text that reaches to the marks around a quotation of which it has one only, where they are near.
fn with_marks(span: Span, text: &str) -> Span {
    let words = span.slice(text);
    let (before, after) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    const PAIRS: [(char, char); 5] = [('“', '”'), ('「', '」'), ('『', '』'), ('《', '》'), ('‘', '’')];
    // By how many more a mark of each pair opens than closes.
    let mut open = [0_i32; PAIRS.len()];
    for c in words.chars().filter(|c| !c.is_ascii()) {
        for ((opens, closes), open) in PAIRS.iter().zip(&mut open) {
            *open += i32::from(c == *opens) - i32::from(c == *closes);
        }
    }
    let pairs = || PAIRS.iter().zip(open);
    /// How many characters of the quotation may stand between the span and its mark.
    const NEAR: usize = 6;
    // How many bytes further the first of the near characters ends that is the mark, with no space before it.
    let reach = |chars: &mut dyn Iterator<Item = char>, mark: char| {
        let mut bytes = 0;
        for c in chars.take(NEAR + 1) {
            bytes += c.len_utf8();
            if c == mark {
                return Some(bytes);
            }
            if c.is_whitespace() {
                return None;
            }
        }
        None
    };
    let opening = pairs().filter(|(_, open)| *open < 0).find_map(|(pair, _)| reach(&mut before.chars().rev(), pair.0));
    let closing = pairs().filter(|(_, open)| *open > 0).find_map(|(pair, _)| reach(&mut after.chars(), pair.1));
    Span::new(span.start - opening.unwrap_or(0), span.end + closing.unwrap_or(0))
}
