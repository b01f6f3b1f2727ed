//! Tests what holds for any text at all: nothing lost, in order, no overlap, linear time.

use super::{Segment, SegmentOptions, is_space, paragraphs, segment, sentences_in};
use crate::text::language::Language;
use crate::text::span::Span;
use proptest::prelude::*;

const DEFAULT: SegmentOptions = SegmentOptions { split_semicolons: false };
const SEMICOLONS: SegmentOptions = SegmentOptions { split_semicolons: true };

#[test]
fn long_texts_take_linear_time() {
    let pieces = [
        "\"",
        ".",
        "。",
        "?",
        "“",
        "”",
        "《",
        "‘中",
        "“中",
        ". ",
        "a. ",
        "U.S. ",
        "a.B",
        "aa.Bb",
        "Ab",
        "。”",
        "p.m. “",
        "- ",
        "\n- a",
        "1.\n",
        " ",
        "\n",
        "…",
        "中",
        "#",
        "# ",
        "**",
        "一、",
        "The two sides met. ",
        "双方同意。",
        "(",
        ".\"",
        "1. (",
        "\u{ad}",
        "“a. \"",
        "a:\n",
        "\\- ",
        "\n\\",
    ];
    let size = if cfg!(debug_assertions) { 100_000 } else { 5_000_000 };
    for piece in pieces {
        let text = piece.repeat(size / piece.len());
        for language in [Language::En, Language::Zh] {
            let started = std::time::Instant::now();
            segment(&text, language, &SEMICOLONS);
            let seconds = started.elapsed().as_secs_f64();
            assert!(seconds < 3.0, "{piece:?} took {seconds} s");
        }
    }
}

/// Every promise that holds for any text at all.
fn check_promises(body: &str, language: Language, options: &SegmentOptions) -> Result<(), TestCaseError> {
    let paragraphs = paragraphs(body);
    let mut at = 0;
    for segment in segment(body, language, options) {
        let Segment { paragraph, span, kind: _ } = segment;
        prop_assert!(span.start >= at && span.end > span.start, "{span:?} after {at}");
        prop_assert!(paragraphs.get(paragraph).is_some_and(|whole| whole.contains(span)));
        let text = span.slice(body);
        prop_assert!(!text.is_empty() && !text.starts_with(is_space) && !text.ends_with(is_space), "{text:?}");
        check_lost(body, at, span.start)?;
        at = span.end;
    }
    check_lost(body, at, body.len())?;
    let mut at = 0;
    for span in paragraphs {
        prop_assert!(span.start >= at && !span.slice(body).is_empty());
        at = span.end;
    }
    let mut at = 0;
    for span in sentences_in(body, Span::new(0, body.len()), language, options) {
        // Here nothing but white space may lie between.
        prop_assert!(body[at..span.start].chars().all(is_space) && !span.slice(body).is_empty());
        at = span.end;
    }
    prop_assert!(body[at..].chars().all(is_space));
    Ok(())
}

/// What lies between two segments is white space and markers.
fn check_lost(body: &str, from: usize, to: usize) -> Result<(), TestCaseError> {
    let lost = &body[from..to];
    let marker = |c: char| {
        is_space(c) || "\\-*#_=＊＃•·–◦‣●▪■►.．)）(（、".contains(c) || "0123456789零一二三四五六七八九十".contains(c)
    };
    prop_assert!(lost.chars().all(marker), "lost {lost:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn nothing_is_lost(
        any in any::<String>(),
        likely in "([A-Ca-c0-3 \n\r\u{a0}\u{3000}\u{ad}\u{200b}中美的这一二十.。！？!?…；;:：，、“”‘’\"'《》「」()（）*#•·–\\\\>-]|U\\.S\\. |The |Jr\\.|\n\n|\n- |\n1\\. |\\*\\*|\n# ){0,60}",
    ) {
        for body in [&any, &likely] {
            for language in [Language::En, Language::Zh] {
                check_promises(body, language, &DEFAULT)?;
                check_promises(body, language, &SEMICOLONS)?;
            }
        }
    }
}
