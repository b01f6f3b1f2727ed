//! Owns the way from a body of text to its segments: paragraphs, headings, list items and, within each, sentences.
//!
//! Nothing is lost on the way: every character that is neither white space nor the marker of a list item, a heading or a
//! rule lies in exactly one segment, in order.

mod blocks;
mod chinese;
pub(crate) mod english;
#[cfg(test)]
mod promises;
mod scan;
#[cfg(test)]
mod tests;

pub(crate) use blocks::{is_title, must_escape};

use crate::text::language::Language;
use crate::text::span::Span;

/// A stretch of a body that is read as one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Segment {
    /// The paragraph it stands in: an index into what [`paragraphs`] returns for the same body.
    pub paragraph: usize,
    /// Its bytes in the body, with no white space at either end and without the marker of its list item or heading.
    pub span: Span,
    /// What it is.
    pub kind: SegmentKind,
}

/// What a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SegmentKind {
    /// A sentence of running text.
    Sentence,
    /// A sentence of a list item.
    Bullet,
    /// A heading, whole.
    Heading,
}

/// The choices in segmenting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct SegmentOptions {
    /// Whether a semicolon ends a sentence, as Chinese texts string whole statements with ；. False by default.
    pub split_semicolons: bool,
}

/// Cuts a body into its segments, in order and without overlap.
///
/// A blank line, a line that is only a rule (`---`, `***`, `###`) and a line indented by two full-width spaces begin a new
/// paragraph; a single newline is white space. A line that opens with a list marker (`-`, `*`, `•`, `1.`, `(1)`, `（一）`,
/// `一、` ...) begins an item. A backslash before such a sign keeps it a sign of the text. A heading is a `#` line, or a short paragraph that is all bold, or one sentence with a colon at its end.
///
/// ```
/// use readout::text::language::Language;
/// use readout::text::sentences::{SegmentKind, SegmentOptions, segment};
///
/// let body = "# Readout\n\nThe two sides met. They agreed:\n- to talk;\n- to trade.";
/// let segments = segment(body, Language::En, &SegmentOptions::default());
/// let texts: Vec<&str> = segments.iter().map(|segment| segment.span.slice(body)).collect();
/// assert_eq!(texts, ["Readout", "The two sides met.", "They agreed:", "to talk;", "to trade."]);
/// assert_eq!(segments[0].kind, SegmentKind::Heading);
/// ```
pub fn segment(body: &str, language: Language, options: &SegmentOptions) -> Vec<Segment> {
    let mut segments = Vec::new();
    for block in blocks::read(body).blocks {
        let blocks::Block { paragraph, span, mut kind, heads } = block;
        let sentences = match kind {
            SegmentKind::Heading => vec![span],
            SegmentKind::Sentence | SegmentKind::Bullet => sentences_in(body, span, language, options),
        };
        if heads && sentences.len() == 1 {
            kind = SegmentKind::Heading;
        }
        segments.extend(sentences.into_iter().map(|span| Segment { paragraph, span, kind }));
    }
    segments
}

/// The paragraphs of a body, markers included, white space at either end left out; see [`segment`] for where one begins.
pub fn paragraphs(body: &str) -> Vec<Span> {
    blocks::read(body).paragraphs
}

/// The sentences of one stretch of running text, where markers, blank lines and newlines mean nothing.
///
/// Empty when the span holds only white space, is out of bounds or off a character boundary. The parts of a stretch with
/// no letter or digit join the sentence before them, so that a stray mark is never a sentence beside others.
pub fn sentences_in(body: &str, span: Span, language: Language, options: &SegmentOptions) -> Vec<Span> {
    let mut sentences = scan::sentences(span.slice(body), language, options);
    for sentence in &mut sentences {
        *sentence = sentence.shift(span.start);
    }
    sentences
}

/// White space, and the characters of no width that web pages leave at the ends of lines.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}

/// The span without the white space at its ends; empty, at its end, when there is nothing else.
pub(crate) fn trim(text: &str, span: Span) -> Span {
    let rest = span.slice(text).trim_start_matches(is_space);
    let start = span.end - rest.len();
    Span::new(start, start + rest.trim_end_matches(is_space).len())
}
