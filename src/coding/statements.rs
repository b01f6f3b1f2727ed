//! The statements of a body: its sentences, bullets and headings, and the fragments of block quotations.

use super::Form;
use crate::readout::{Attribution, Quotation, Readout, quotations};
use crate::text::sentences::{SegmentKind, SegmentOptions, segment, sentences_in, trim};
use crate::text::{Language, Span};

/// How long a statement may be, in bytes; what is longer is cut, at a blank or a comma where there is one. No sentence is as
/// long, and what is sought in a statement is held against everything else in it.
const LONGEST: usize = 8_000;

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
    let quotations = quotations(body);
    let plain = blank(body, quotations.iter().map(|q| q.block));
    // A quotation may run over several lines; the marks between them are blanks.
    let inside = without_marks(body, &quotations);
    for quotation in quotations {
        let Some(words) = quotation.words.first().zip(quotation.words.last()) else { continue };
        let words = Span::new(words.0.start, words.1.end);
        let sentences = sentences_in(&inside, words, readout.language, options);
        for span in sentences.into_iter().flat_map(|span| pieces(&inside, span)) {
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
        for span in pieces(body, segment.span) {
            let text = span.slice(body).to_owned();
            found.push(Unit { paragraph: segment.paragraph, span, text, form, attribution: None });
        }
    }
    if fragments > 0 {
        found.sort_by_key(|u| u.span.start);
        number_paragraphs(body, &mut found);
    }
    let headings: Vec<usize> = (0..found.len()).filter(|at| is_heading(&found, *at, readout.language)).collect();
    headings.into_iter().for_each(|at| found[at].form = Form::Heading);
    found
}

/// Whether a line by itself is a heading though nothing marks it: a few words that no sign ends or parts, above a sentence that
/// one does: 一、关于会晤的总体情况, 'Via Teleconference'.
fn is_heading(units: &[Unit], at: usize, language: Language) -> bool {
    /// How many characters it has in Chinese, and how many words in English.
    const MOST: (usize, usize) = (24, 8);
    let unit = &units[at];
    let (before, next) = (at.checked_sub(1).map(|i| &units[i]), units.get(at + 1));
    let alone =
        before.is_none_or(|u| u.paragraph != unit.paragraph) && next.is_some_and(|u| u.paragraph != unit.paragraph);
    let ends = |u: &Unit| {
        u.text.trim_end().ends_with(['.', '!', '?', '。', '！', '？', '…', '”', '"', '」', ':', '：', ';', '；'])
    };
    let text = unit.text.trim();
    let parted = text.contains(['，', ',', '；', ';', '：', ':', '。']);
    // 一、关于会晤的总体情况: a number of its own, above sentences, makes no list.
    let sentence = |u: &Unit| u.form == Form::Sentence;
    let numbered = unit.form == Form::Bullet && before.is_none_or(sentence) && next.is_some_and(sentence);
    if !(sentence(unit) || numbered) || !alone || ends(unit) || parted || !next.is_some_and(ends) {
        return false;
    }
    match language {
        Language::Zh => text.chars().count() <= MOST.0,
        Language::En => {
            let titled =
                |word: &str| word.len() <= 3 || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            text.split_whitespace().count() <= MOST.1 && text.split_whitespace().all(titled)
        }
    }
}

/// A statement, or its pieces where it is too long to be one.
fn pieces(body: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut at, whole) = (span.start, Span::new(0, span.end).slice(body));
    while whole.len() - at > LONGEST {
        let most = whole.floor_char_boundary(at + LONGEST);
        let room = &whole[at..most];
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '；' | '、');
        let cut = room.char_indices().rev().find(|(i, c)| *i > LONGEST / 2 && ends(*c));
        let end = at + cut.map_or(room.len(), |(i, c)| i + c.len_utf8());
        found.push(trim(body, Span::new(at, end)));
        at = end;
    }
    found.push(trim(body, Span::new(at, span.end)));
    found.retain(|piece| !piece.is_empty());
    found
}

/// The beginning of a text that is no statement, such as a title, in which something is sought.
pub(super) fn beginning(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

/// The body with blanks for the `>` at the beginnings of all lines of a quotation but its first, so that offsets stay.
fn without_marks(body: &str, quotations: &[Quotation]) -> String {
    let mut marks = Vec::new();
    for (first, last) in quotations.iter().filter_map(|q| q.words.first().zip(q.words.last())) {
        let mut at = first.start;
        for line in Span::new(first.start, last.end).slice(body).split_inclusive('\n') {
            let lead = line.len() - line.trim_start().len();
            if at > first.start && line[lead..].starts_with('>') {
                marks.push(Span::new(at + lead, at + lead + 1));
            }
            at += line.len();
        }
    }
    blank(body, marks.into_iter())
}

/// The body with blanks for the bytes of spans, which stand in order, so that offsets stay.
fn blank(body: &str, spans: impl Iterator<Item = Span>) -> String {
    let mut text = String::with_capacity(body.len());
    for span in spans {
        text.push_str(&body[text.len()..span.start]);
        text.extend(span.slice(body).bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
    }
    text.push_str(&body[text.len()..]);
    text
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn statements_too_long_to_be_one_are_cut_and_nothing_is_lost() {
        for text in
            ["the two sides met and ".repeat(2000), "中".repeat(20_000), "双方，".repeat(9000), "x".repeat(30_001)]
        {
            let readout = Readout::parse(Path::new("us.md"), &format!("{text}\n\n> {text}\n")).expect("a text");
            let units = units(&readout, &SegmentOptions::default());
            assert!(units.iter().all(|u| u.span.len() <= LONGEST && u.text == u.span.slice(&readout.body)));
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let all: String = units.iter().map(|u| letters(&u.text)).collect();
            assert_eq!(all, letters(&text).repeat(2));
        }
        let cut = pieces("a b", Span::new(0, 3));
        assert_eq!(cut, [Span::new(0, 3)]);
    }
}
