//! The statements of a body: its sentences, bullets and headings, and the fragments of block quotations.

use super::Form;
use crate::readout::{Attribution, Readout, quotations};
use crate::text::Span;
use crate::text::sentences::{SegmentKind, SegmentOptions, segment, sentences_in};

/// One statement before it is coded.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub paragraph: usize,
    pub span: Span,
    /// The words, as many bytes as the span, with blanks for the marks of a quotation.
    pub text: String,
    pub form: Form,
    pub attribution: Option<Attribution>,
}

/// Every statement of the body, in order.
pub(super) fn units(readout: &Readout, options: &SegmentOptions) -> Vec<Unit> {
    let body = &readout.body;
    let mut found: Vec<Unit> = Vec::new();
    let mut plain = body.clone();
    for quotation in quotations(body) {
        plain = blank(&plain, quotation.block);
        let Some(words) = quotation.words.first().zip(quotation.words.last()) else { continue };
        let words = Span::new(words.0.start, words.1.end);
        // A quotation may run over several lines; the marks between them are blanks.
        let inside = without_marks(body, words);
        for span in sentences_in(&inside, words, readout.language, options) {
            let (text, attribution) = (span.slice(&inside).to_owned(), quotation.attribution.clone());
            found.push(Unit { paragraph: 0, span, text, form: Form::Fragment, attribution });
        }
    }
    let fragments = found.len();
    for segment in segment(&plain, readout.language, options) {
        let form = match segment.kind {
            SegmentKind::Sentence => Form::Sentence,
            SegmentKind::Bullet => Form::Bullet,
            SegmentKind::Heading => Form::Heading,
        };
        let text = segment.span.slice(body).to_owned();
        found.push(Unit { paragraph: segment.paragraph, span: segment.span, text, form, attribution: None });
    }
    if fragments > 0 {
        found.sort_by_key(|u| u.span.start);
        number_paragraphs(body, &mut found);
    }
    found
}

/// The body with blanks for the `>` at the beginnings of the lines of a span, so that offsets stay.
fn without_marks(body: &str, span: Span) -> String {
    let mut text = body.to_owned();
    let mut at = span.start;
    for line in span.slice(body).split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        if at > span.start && line.trim_start().starts_with('>') {
            text.replace_range(at + lead..at + lead + 1, " ");
        }
        at += line.len();
    }
    text
}

/// Blanks the bytes of a block, so that offsets stay.
fn blank(text: &str, block: Span) -> String {
    let inner: String = block.slice(text).bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect();
    format!("{}{inner}{}", &text[..block.start], &text[block.end..])
}

/// Numbers paragraphs anew where quotations and plain text stand side by side.
fn number_paragraphs(body: &str, units: &mut [Unit]) {
    let mut paragraph = 0;
    let mut last: Option<usize> = None;
    for unit in units {
        if let Some(end) = last {
            let between = body.get(end..unit.span.start).unwrap_or("");
            if between.matches('\n').count() > 1 {
                paragraph += 1;
            }
        }
        unit.paragraph = paragraph;
        last = Some(unit.span.end);
    }
}
