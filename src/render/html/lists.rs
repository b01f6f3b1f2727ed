//! The titled lists that all forms share, as tables where they have a cell for each text and as lists elsewhere; and the
//! formulas, piece by piece.

use super::markup::Markup;
use super::statement::{Context, isolated, linked};
use crate::codebook::formulas::Presence;
use crate::comparison::{EditKind, FormulaUse, Piece as FormulaPiece, Text};
use crate::render::lines::{Body, Entry, Line, PLAIN, Piece};
use crate::render::sections::{CONTRASTS, FORMULAS, Section};
use crate::render::{wording, words};
use crate::text::Language;

/// The head of a column: a text.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub label: Markup,
    /// The label for an attribute, which can hold no element.
    pub name: String,
    pub hue: String,
}

impl Head {
    pub fn of(context: &Context, text: &Text) -> Self {
        let name = wording::label(&text.label);
        Self { label: context.text(&name), name, hue: context.hue(text) }
    }
}

/// One row of a table.
#[derive(Debug)]
pub(super) struct Row {
    pub head: Markup,
    /// Where the head is explained.
    pub href: Option<String>,
    pub cells: Vec<Markup>,
}

/// A table with a column for each text.
#[derive(Debug)]
pub(super) struct Table {
    pub caption: Markup,
    /// What the first column holds.
    pub corner: &'static str,
    pub columns: Vec<Head>,
    pub rows: Vec<Row>,
}

/// A line of a list.
#[derive(Debug)]
pub(super) struct Item {
    pub head: Markup,
    /// The class of the text's side, where the head is a text.
    pub hue: Option<String>,
    pub body: Markup,
}

/// A list with a title.
#[derive(Debug)]
pub(super) struct List {
    pub title: Markup,
    /// Short things, in columns; whose words they are, where the text gives them as another side's.
    pub things: Vec<(Option<Markup>, Vec<Markup>)>,
    pub items: Vec<Item>,
}

/// One section of the page.
#[derive(Debug)]
pub(super) struct View {
    pub id: &'static str,
    pub title: Markup,
    /// The title's first words, for the contents.
    pub short: Markup,
    pub note: Option<Markup>,
    pub tables: Vec<Table>,
    pub lists: Vec<List>,
}

/// How differences are marked here, in place of the signs of the plain forms.
const NEAR_SIGNS: &str = "Struck through is only in the first text, underlined only in the second.";
/// How formulas are shown here.
const FORMULA_NOTE: &str = "A formula is a set of pieces that a side repeats from meeting to meeting, so that which of them a \
text has can be held against other meetings. ✓ the text has the piece; ≈ in a changed form, or only in another voice, as in words given to the other side; ✗ the text lacks it; ? the text is known only in fragments, and the piece is \
not in the quoted parts. A column ‘as … words’ has what another side’s text gives as this side’s words; – there: it does not.";
/// How contrasts are shown here.
const CONTRAST_NOTE: &str = "Things that both texts name, in words that are a choice. Each is quoted from its first place; \
the name of the thing leads to what the choice signals, where the codebook says so.";

/// A shared section as this form shows it.
pub(super) fn view(context: &Context, section: &Section) -> View {
    let note = match section.id {
        CONTRASTS => Some(CONTRAST_NOTE.to_owned()),
        FORMULAS => Some(FORMULA_NOTE.to_owned()),
        _ => section.note.map(|n| section.signs.map_or_else(|| n.to_owned(), |_| format!("{n} {NEAR_SIGNS}"))),
    };
    let mut view = View {
        id: section.id,
        title: context.text(section.title),
        short: context.text(section.title.split([':', ',']).next().unwrap_or(section.title)),
        note: note.map(|n| context.text(&n)),
        tables: Vec::new(),
        lists: Vec::new(),
    };
    match section.id {
        CONTRASTS => view.tables.push(contrasts(context, &section.entries)),
        FORMULAS => {
            let tables: Vec<(&str, Table)> = formulas(context).collect();
            // A table says of itself that a text has none.
            let without = words::without(context.comparison, context.codebook).into_iter();
            let listed = without.filter(|(id, _)| !tables.iter().any(|(shown, _)| shown == id));
            view.lists.extend(listed.map(|(_, entry)| list(context, &entry)));
            view.tables.extend(tables.into_iter().map(|(_, table)| table));
        }
        _ => {
            for entry in &section.entries {
                let cells = entry.lines.iter().all(|l| matches!(l.body, Body::Cells(_)));
                if cells && !entry.lines.is_empty() {
                    view.tables.push(table(context, entry));
                } else {
                    view.lists.push(list(context, entry));
                }
            }
        }
    }
    view
}

/// The heads of the columns.
pub(super) fn heads(context: &Context) -> Vec<Head> {
    context.comparison.columns().map(|t| Head::of(context, t)).collect()
}

fn hue(context: &Context, label: &str) -> Option<String> {
    context.comparison.texts.iter().find(|t| wording::label(&t.label) == label).map(|t| context.hue(t))
}

fn table(context: &Context, entry: &Entry) -> Table {
    let row = |line: &Line| {
        let cells = match &line.body {
            Body::Cells(cells) => cells.iter().map(|(_, pieces)| run(context, pieces)).collect(),
            Body::Run(_) | Body::Items(_) => vec![context.text(&line.plain())],
        };
        Row { head: context.text(&line.head), href: None, cells }
    };
    let rows = entry.lines.iter().map(row).collect();
    Table { caption: context.text(&entry.title), corner: "What", columns: heads(context), rows }
}

/// One row a thing, one cell a text.
fn contrasts(context: &Context, entries: &[Entry]) -> Table {
    let texts: Vec<(String, &Text)> = context.comparison.columns().map(|t| (wording::label(&t.label), t)).collect();
    let row = |entry: &Entry| {
        let cell = |(label, text): &(String, &Text)| match entry.lines.iter().find(|l| l.head == *label) {
            Some(Line { body: Body::Run(pieces), .. }) => run(context, pieces),
            _ => context.text(wording::nothing(text)),
        };
        let name = entry.title.split(": different").next();
        let concept = context.explained.iter().find(|id| name == Some(words::name(id, context.codebook)));
        Row {
            head: context.text(&entry.title),
            href: concept.map(|id| format!("#term-{id}")),
            cells: texts.iter().map(cell).collect(),
        }
    };
    let rows = entries.iter().map(row).collect();
    Table {
        caption: context.text("How each text names the same thing"),
        corner: "Thing",
        columns: heads(context),
        rows,
    }
}

/// One table a formula, by its id.
fn formulas<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (&'a str, Table)> {
    context.comparison.formulas.iter().filter_map(|used| Some((used.id.as_str(), formula(context, used)?)))
}

/// A row for each piece, a column for each text of the side that repeats it, and one for each text of another side that gives
/// pieces as its words; where there are only such, the rows that they have.
fn formula(context: &Context, used: &FormulaUse) -> Option<Table> {
    let formula = context.codebook.inventory().formula(&used.id)?;
    let users: Vec<(&Text, &[FormulaPiece])> = words::users(context.comparison, used, &formula.side).collect();
    let told: Vec<(&Text, Vec<&FormulaPiece>)> = words::ascribed(context.comparison, used, formula).collect();
    let of_told = || used.sides.get(&told.first()?.0.label).map(Vec::as_slice);
    let pieces = users.first().map(|(_, pieces)| *pieces).or_else(of_told)?;
    let shown = |piece: &FormulaPiece| {
        !users.is_empty() || told.iter().any(|(_, pieces)| pieces.iter().any(|told| told.id == piece.id))
    };
    let rows = pieces.iter().enumerate().filter(|(_, piece)| shown(piece)).map(|(at, piece)| {
        let own = users.iter().map(|(text, pieces)| own_piece(context, text, pieces.get(at)));
        let others = told.iter().map(|(text, pieces)| told_piece(context, text, pieces, &piece.id));
        Row { head: context.text(&words::component(formula, piece)), href: None, cells: own.chain(others).collect() }
    });
    let as_words = |text: &Text| {
        let name = format!("{}, {}", wording::label(&text.label), wording::as_words(text, &formula.side));
        Head { label: context.text(&name), name, hue: context.hue(text) }
    };
    let columns = users.iter().map(|(t, _)| Head::of(context, t)).chain(told.iter().map(|(text, _)| as_words(text)));
    let own = words::own_share(context.comparison, used, &formula.side);
    Some(Table {
        caption: context.text(&format!("{}: {own}", formula.label.en)),
        corner: "Piece",
        columns: columns.collect(),
        rows: rows.collect(),
    })
}

/// Whether a text of the side has a piece, and its words.
fn own_piece(context: &Context, text: &Text, piece: Option<&FormulaPiece>) -> Markup {
    let Some(piece) = piece else { return context.text("–") };
    let there = words::there(piece, text);
    if piece.not_yet {
        return context.text(there);
    }
    let (sign, class) = match piece.presence {
        Presence::Present => ("✓", "there"),
        Presence::Changed => ("≈", "changed"),
        Presence::Missing if !piece.elsewhere.is_empty() => ("≈", "changed"),
        Presence::Missing if text.is_fragments() => ("?", "missing"),
        Presence::Missing => ("✗", "missing"),
    };
    let mut out = Markup::default();
    let mut inside = Markup::default();
    inside.push_in("span", &[("aria-hidden", "true")], &context.text(sign));
    inside.append(&context.text(&format!(" {there}")));
    out.push_in("span", &[("class", &format!("piece {class}"))], &inside);
    if let Some(place) = piece.words().first() {
        let quoted = words::at(context.comparison, &text.label, Some(place));
        out.append(&run(context, &[Piece::said(" “"), quoted, Piece::said("”")]));
    }
    out
}

/// The words that a text of another side gives as a piece, if it does.
fn told_piece(context: &Context, text: &Text, pieces: &[&FormulaPiece], id: &str) -> Markup {
    let Some(piece) = pieces.iter().find(|piece| piece.id == id) else { return context.text("–") };
    let quoted = words::at(context.comparison, &text.label, piece.words().first());
    run(context, &[Piece::said("“"), quoted, Piece::said("”")])
}

fn list(context: &Context, entry: &Entry) -> List {
    let mut list = List { title: context.text(&entry.title), things: Vec::new(), items: Vec::new() };
    for line in &entry.lines {
        let body = match &line.body {
            Body::Items(items) => {
                let voice = (line.head != PLAIN).then(|| context.text(&line.head));
                list.things.push((voice, items.iter().map(|pieces| run(context, pieces)).collect()));
                continue;
            }
            Body::Run(pieces) => run(context, pieces),
            Body::Cells(_) => context.text(&line.plain()),
        };
        list.items.push(Item { head: context.text(&line.head), hue: hue(context, &line.head), body });
    }
    list
}

/// A run of pieces: quotations lead to their statement, numbers too, changed words say whose they are.
fn run(context: &Context, pieces: &[Piece]) -> Markup {
    let mut out = Markup::default();
    for piece in pieces {
        match piece {
            Piece::Said(words) => out.append(&context.text(words)),
            Piece::Quoted { text, from, words } => {
                let language = context.comparison.text(text).map_or(Language::En, |t| t.readout().language);
                let quoted = isolated(context, text, language, words);
                linked(&mut out, from.and_then(|s| context.href(text, s)), &quoted);
            }
            Piece::Number { text, statement } => {
                let number = context.text(&(statement + 1).to_string());
                linked(&mut out, context.href(text, *statement), &number);
            }
            Piece::Edit(EditKind::Same, words) => out.append(&context.text(words)),
            Piece::Edit(kind, words) => {
                let (name, alternative) = if *kind == EditKind::First {
                    ("del", "only in the first: ")
                } else {
                    ("ins", "only in the second: ")
                };
                let mut inside = Markup::default();
                inside.push_in("span", &[("class", "unseen")], &context.text(alternative));
                inside.append(&context.text(words));
                inside.push_in("span", &[("class", "unseen")], &context.text("; "));
                out.push_in(name, &[], &inside);
            }
        }
    }
    out
}
