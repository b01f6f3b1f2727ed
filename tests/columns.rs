//! The columns of the text and terminal formats: no line is wider than the page, the bar between two columns stands at
//! one place, and colour changes nothing but colour. Widths are measured here, not by the code under test.

mod common;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use common::{MEETINGS, book, compared, marked, plain, readouts, rendered, shown};
use readout::codebook::Codebook;
use readout::comparison::{Comparison, Order, compare};
use readout::readout::Meeting;
use readout::render::{CompareFormat, Options};

const BAR: &str = "│";

/// How many display columns a text takes.
fn columns(text: &str, ambiguous_wide: bool) -> usize {
    if ambiguous_wide { text.width_cjk() } else { text.width() }
}

/// Whether a line has nothing that could stand on two lines: one wide character, with what combines with it.
fn unbreakable(line: &str) -> bool {
    line.chars().filter(|c| c.to_string().width() > 0).count() == 1
}

/// What is wrong with a page of text in columns, if anything.
fn fault(page: &str, comparison: &Comparison, options: &Options) -> Option<String> {
    let (width, wide) = (options.width, options.ambiguous_wide);
    let across = comparison.columns().count();
    let mut places: Vec<usize> = Vec::new();
    let mut inside = false;
    for (number, line) in page.lines().enumerate() {
        let used = columns(line, wide);
        if used > width && !unbreakable(line) {
            return Some(format!("line {} takes {used} of {width} columns: {line}", number + 1));
        }
        if !line.contains(BAR) {
            inside = false;
            continue;
        }
        let found: Vec<usize> = line.match_indices(BAR).map(|(at, _)| columns(&line[..at], wide)).collect();
        if found.len() + 1 != across {
            return Some(format!("line {} has {} bars between {across} columns: {line}", number + 1, found.len()));
        }
        if places.is_empty() {
            places.clone_from(&found);
        }
        if found != places {
            return Some(format!("line {}: the bar stands at {found:?}, not at {places:?}: {line}", number + 1));
        }
        // A block opens with the names of its columns.
        let heads: Vec<&str> = line.split(BAR).map(str::trim).collect();
        let labels: Vec<String> = comparison.columns().map(|t| t.label.to_uppercase()).collect();
        if !inside && !heads.iter().zip(&labels).all(|(head, label)| head.starts_with(label.as_str())) {
            return Some(format!("line {} opens a block without the names {labels:?}: {line}", number + 1));
        }
        inside = true;
    }
    None
}

fn text(comparison: &Comparison, book: &Codebook, options: &Options) -> String {
    rendered(comparison, book, CompareFormat::Text, options)
}

#[test]
fn every_page_keeps_to_its_width_with_chinese_on_either_side() {
    let book = book();
    for folder in MEETINGS {
        for sides in [["cn", "us"], ["us", "cn"]] {
            let comparison = compared(folder, &sides, book);
            for width in [1, 2, 3, 4, 20, 54, 55, 56, 79, 80, 81, 120, 121, 200] {
                let options = Options { width, ..Options::default() };
                let page = text(&comparison, book, &options);
                assert_eq!(fault(&page, &comparison, &options), None, "{folder} {sides:?} {width}");
            }
        }
    }
}

/// Without this the test above would pass on a page that never has two columns.
#[test]
fn wide_pages_have_columns_and_narrow_ones_are_stacked() {
    let book = book();
    for (folder, width, bars) in [
        (MEETINGS[0], 20, 0),
        (MEETINGS[0], 80, 1),
        (MEETINGS[1], 200, 1),
        (MEETINGS[2], 20, 0),
        (MEETINGS[2], 120, 2),
        (MEETINGS[3], 200, 0),
    ] {
        let comparison = compared(folder, &["us", "cn"], book);
        let page = text(&comparison, book, &Options { width, ..Options::default() });
        let most = page.lines().map(|l| l.matches(BAR).count()).max();
        assert_eq!(most, Some(bars), "{folder} at {width}");
    }
    let lakeford = compared(MEETINGS[0], &["us", "cn"], book);
    let page = text(&lakeford, book, &Options::default());
    let mixed =
        page.lines().filter_map(|l| l.split_once(BAR)).find(|(left, right)| left.is_ascii() && !right.is_ascii());
    assert!(mixed.is_some(), "an English line beside a Chinese one");
    let page = text(&compared(MEETINGS[0], &["cn", "us"], book), book, &Options::default());
    let mixed =
        page.lines().filter_map(|l| l.split_once(BAR)).find(|(left, right)| !left.is_ascii() && right.is_ascii());
    assert!(mixed.is_some(), "a Chinese line beside an English one");
}

#[test]
fn ambiguous_characters_may_take_two_columns() {
    let book = book();
    for sides in [["cn", "us"], ["us", "cn"]] {
        let comparison = compared(MEETINGS[0], &sides, book);
        for width in [20, 80, 120, 200] {
            let options = Options { width, ambiguous_wide: true, ..Options::default() };
            let page = text(&comparison, book, &options);
            assert_eq!(fault(&page, &comparison, &options), None, "{sides:?} {width}");
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for folder in MEETINGS {
        for (width, sides) in [("1", "cn,us"), ("20", "us,cn"), ("80", "cn,us"), ("120", "us,cn"), ("200", "cn,us")] {
            // A meeting with one side's text only has no order to choose.
            let order: &[&str] = if MEETINGS[3..5].contains(&folder) { &[] } else { &["--sides", sides] };
            let args = |format| [&["compare", folder, "--width", width, "--format", format], order].concat();
            let coloured = shown(&[args("terminal").as_slice(), &["--color", "always"]].concat());
            let text = shown(&args("text"));
            assert!(coloured.contains('\u{1b}') && !text.contains('\u{1b}'), "{folder} {width}");
            assert_eq!(plain(&coloured), text, "{folder} {width}");
            for line in coloured.lines() {
                let open = line.rsplit_once('\u{1b}').is_some_and(|(_, rest)| !rest.starts_with("[0m"));
                assert!(!open, "a style runs past the end of a line: {}", marked(line));
            }
            assert!(coloured.ends_with('\n'), "no escape after the last line");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn generated_meetings_keep_to_any_width(texts in readouts(), width in 1usize..220) {
        let book = book();
        let comparison = compare(Meeting::of(texts), &Order::Given(Vec::new()), book).expect("coded");
        let options = Options { width, ..Options::default() };
        prop_assert_eq!(fault(&text(&comparison, book, &options), &comparison, &options), None);
    }
}
