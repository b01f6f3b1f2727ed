//! Bytes as a readout file, and as a body to be cut into sentences.

use std::path::Path;

use readout::readout::{Readout, quotations};
use readout::text::sentences::{SegmentOptions, paragraphs, segment, sentences_in};
use readout::text::{Form, Language, Span};

use super::oracles::{inside, message};

/// A file is loaded, or refused with a message of one line that names it.
pub fn front_matter(data: &[u8]) {
    let path = Path::new("lakeford/us.md");
    let loaded = match Readout::from_bytes(path, data.to_vec()) {
        Ok(loaded) => loaded,
        Err(error) => return message(&error, "lakeford/us.md:"),
    };
    let text = std::str::from_utf8(data).expect("what is loaded is text");
    assert!(text.ends_with(&loaded.body), "the body is the end of the file");
    let lines = text.matches('\n').count() + 1;
    assert!((1..=lines + 1).contains(&loaded.body_line));
    assert!(loaded.line_at(loaded.body.len()) <= lines + 1);
    let mut at = 0;
    for quotation in quotations(&loaded.body) {
        assert!(inside(&loaded.body, quotation.block) && quotation.block.start >= at, "{quotation:?} after {at}");
        at = quotation.block.end;
        for words in quotation.words {
            assert!(inside(&loaded.body, words) && quotation.block.contains(words));
        }
    }
}

/// Segments stand in order on boundaries of characters, without white space at their ends; only white space and markers
/// lie between them. The matching form leads back to the text.
pub fn segmentation(data: &[u8]) {
    let body = String::from_utf8_lossy(data);
    let paragraphs = paragraphs(&body);
    let form = Form::new(&body, 0);
    for (at, c) in form.text().char_indices() {
        assert!(inside(&body, form.original(Span::new(at, at + c.len_utf8()))), "{c:?} at {at}");
    }
    for language in [Language::En, Language::Zh] {
        for split_semicolons in [false, true] {
            let options = SegmentOptions { split_semicolons };
            let mut at = 0;
            for segment in segment(&body, language, &options) {
                let span = segment.span;
                assert!(span.start >= at && !span.is_empty() && inside(&body, span), "{span:?} after {at}");
                assert!(paragraphs.get(segment.paragraph).is_some_and(|p| p.contains(span)));
                let text = span.slice(&body);
                assert!(!text.starts_with(is_space) && !text.ends_with(is_space), "{text:?}");
                lost(&body[at..span.start]);
                at = span.end;
            }
            lost(&body[at..]);
            let mut at = 0;
            for span in sentences_in(&body, Span::new(0, body.len()), language, &options) {
                assert!(inside(&body, span) && !span.is_empty());
                assert!(body[at..span.start].chars().all(is_space), "lost {:?}", &body[at..span.start]);
                at = span.end;
            }
            assert!(body[at..].chars().all(is_space));
        }
    }
}

/// What lies between two segments is white space and markers.
fn lost(between: &str) {
    let marker = |c: char| is_space(c) || "\\-*#_=＊＃•·–◦‣●▪■►.．)）(（、0123456789零一二三四五六七八九十".contains(c);
    assert!(between.chars().all(marker), "lost {between:?}");
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}')
}
