//! The lines of titled lists in pieces, so that a form can show a quotation, a statement's number or a changed word in its
//! own way, while all say the same.

use std::borrow::Cow;

use crate::comparison::EditKind;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words of this program.
    Said(Cow<'static, str>),
    /// Words of a text.
    Quoted {
        /// The label of the text.
        text: String,
        /// The statement that they are taken from; none where they are all of it.
        from: Option<usize>,
        /// The words.
        words: String,
    },
    /// A statement's number.
    Number {
        /// The label of the text.
        text: String,
        /// The statement.
        statement: usize,
    },
    /// Words that both wordings have, or one of them.
    Edit(EditKind, String),
}

impl Piece {
    /// Words of this program.
    pub fn said(words: impl Into<Cow<'static, str>>) -> Self {
        Self::Said(words.into())
    }

    /// Adds it as text, without quotation marks or brackets around words and numbers.
    fn add_to(&self, line: &mut String) {
        let (before, words, after) = match self {
            Self::Said(words) => ("", words.as_ref(), ""),
            Self::Quoted { words, .. } | Self::Edit(EditKind::Same, words) => ("", words.as_str(), ""),
            Self::Number { statement, .. } => ("", &*(statement + 1).to_string(), ""),
            Self::Edit(EditKind::First, words) => ("[-", words.as_str(), "-]"),
            Self::Edit(EditKind::Second, words) => ("{+", words.as_str(), "+}"),
        };
        line.extend([before, words, after]);
    }
}

/// What stands behind the head of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Body {
    /// One run of pieces.
    Run(Vec<Piece>),
    /// A list of short things.
    Items(Vec<Vec<Piece>>),
    /// A cell for each text, by its label.
    Cells(Vec<(String, Vec<Piece>)>),
}

/// A line: what it is of (a text's label, or a thing's name), and what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub head: String,
    pub body: Body,
}

/// One thing with what each text has of it.
pub(super) struct Entry {
    pub title: String,
    /// By the label of the text, or by the name of a thing.
    pub lines: Vec<Line>,
}

/// Stands before things that a text names in its own words, or in several voices.
pub(super) const PLAIN: &str = "·";

impl Line {
    /// A line of words of this program.
    pub fn said(head: impl Into<String>, words: impl Into<Cow<'static, str>>) -> Self {
        Self::run(head, vec![Piece::said(words)])
    }

    /// A line of pieces.
    pub fn run(head: impl Into<String>, pieces: Vec<Piece>) -> Self {
        Self { head: head.into(), body: Body::Run(pieces) }
    }

    /// What stands behind the head, as text.
    pub fn plain(&self) -> String {
        let mut line = String::new();
        match &self.body {
            Body::Run(pieces) => add(&mut line, pieces),
            Body::Items(items) => {
                for (at, pieces) in items.iter().enumerate() {
                    line.push_str(if at > 0 { "; " } else { "" });
                    add(&mut line, pieces);
                }
            }
            Body::Cells(cells) => {
                for (at, (text, pieces)) in cells.iter().enumerate() {
                    line.extend([if at > 0 { " · " } else { "" }, text, " "]);
                    add(&mut line, pieces);
                }
            }
        }
        line
    }
}

/// Adds pieces as text.
fn add(line: &mut String, pieces: &[Piece]) {
    pieces.iter().for_each(|piece| piece.add_to(line));
}

/// Lists of pieces as one, with words between them.
pub(super) fn joined(lists: impl IntoIterator<Item = Vec<Piece>>, between: &'static str) -> Vec<Piece> {
    let mut all = Vec::new();
    for list in lists {
        if !all.is_empty() {
            all.push(Piece::said(between));
        }
        all.extend(list);
    }
    all
}

/// The numbers of statements of one text: `2, 5`.
pub(super) fn numbers(text: &str, statements: &[usize]) -> Vec<Piece> {
    let mut all = Vec::with_capacity(statements.len() * 2);
    for statement in statements {
        if !all.is_empty() {
            all.push(Piece::said(", "));
        }
        all.push(Piece::Number { text: text.to_owned(), statement: *statement });
    }
    all
}
