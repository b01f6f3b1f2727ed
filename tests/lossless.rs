//! Every statement of every input appears in every full output, over the fixtures and over generated meetings: in the
//! forms for people as often as it has topics and claims, in the forms for machines once and in order.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;

use common::{book, readouts, rendered};
use readout::coding::{self, Coded, Statement};
use readout::comparison::{Comparison, Order, TopicRow, compare};
use readout::readout::{Meeting, Readout, find_meetings, quotations};
use readout::render::{self, CodeFormat, CompareFormat, Options};
use readout::text::width::visible;

/// The signs of a text that no wrapping, border or escape adds or takes away, in order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text that a reader of the page sees.
fn unescaped(page: &str) -> String {
    page.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The text of a page for browsers, without its contents.
fn main_text(page: &str) -> String {
    let main = scraper::Selector::parse("main").expect("a selector");
    scraper::Html::parse_document(page).select(&main).flat_map(|e| e.text()).collect()
}

/// The first statement that a page does not hold as often as it must. Statements with the same letters count together.
fn missing<'a>(page: &str, wanted: &[(&'a Statement, usize)]) -> Option<&'a str> {
    let page = letters(page);
    let lost = wanted.iter().find(|(statement, _)| {
        let own = letters(&statement.text);
        let times: usize = wanted.iter().filter(|(s, _)| letters(&s.text) == own).map(|(_, n)| n).sum();
        !own.is_empty() && page.matches(&own).count() < times
    });
    lost.map(|(statement, _)| statement.text.as_str())
}

/// The words of all statements that a JSON document holds under `statements`, in order.
fn words(value: &Value) -> Vec<&str> {
    let statements = value["statements"].as_array().map(Vec::as_slice).unwrap_or_default();
    statements.iter().filter_map(|s| s["text"].as_str()).collect()
}

fn texts(coded: &Coded) -> Vec<&str> {
    coded.statements.iter().map(|s| s.text.as_str()).collect()
}

/// How often a statement stands among the topics: once for all that rest on the same statements.
fn under_topics(comparison: &Comparison, statement: &Statement) -> usize {
    let rows = comparison.topics.iter().filter(|row| statement.topics.contains(&row.id));
    let on = |row: &TopicRow| row.parts.iter().map(|p| (p.text.clone(), p.statements.clone())).collect::<Vec<_>>();
    rows.map(on).collect::<BTreeSet<_>>().len()
}

/// The format of `compare` that lost a statement, with what it lost.
fn lost_in_comparison(comparison: &Comparison) -> Option<String> {
    let show = |format, width| rendered(comparison, book(), format, &Options { width, ..Options::default() });
    let claims = |label: &str, index: usize| {
        comparison.claims.iter().filter(|c| c.text == label && c.statement == index).count()
    };
    // Under each of its topics, or in the list of those without; and wherever it makes a claim.
    let wanted: Vec<(&Statement, usize)> = comparison
        .texts
        .iter()
        .flat_map(|t| {
            t.coded.statements.iter().map(|s| (s, under_topics(comparison, s).max(1) + claims(&t.label, s.index)))
        })
        .collect();
    // 25 columns stack the texts, so that a statement's letters stand in one run.
    let pages = [
        ("text", show(CompareFormat::Text, 25)),
        ("terminal", show(CompareFormat::Terminal, 25)),
        ("markdown", unescaped(&show(CompareFormat::Markdown, 80))),
        ("html", main_text(&show(CompareFormat::Html, 80))),
    ];
    for (name, page) in &pages {
        if let Some(lost) = missing(page, &wanted) {
            return Some(format!("{name} lost: {lost}"));
        }
    }
    let json: Value = serde_json::from_str(&show(CompareFormat::Json, 80)).expect("JSON");
    comparison
        .texts
        .iter()
        .find(|t| words(&json["sides"][&t.label]) != texts(&t.coded))
        .map(|t| format!("json lost a statement of {}", t.label))
}

/// The column of a page for browsers that does not hold a statement under each of its topics.
fn lost_in_html_columns(comparison: &Comparison) -> Option<String> {
    let page = rendered(comparison, book(), CompareFormat::Html, &Options::default());
    let document = scraper::Html::parse_document(&page);
    let rows = scraper::Selector::parse(".columns").expect("a selector");
    comparison.columns().enumerate().find_map(|(at, text)| {
        let cells = document.select(&rows).filter_map(|row| row.child_elements().nth(at));
        let side: String = cells.flat_map(|cell| cell.text()).collect();
        let wanted: Vec<_> = text.coded.statements.iter().map(|s| (s, under_topics(comparison, s))).collect();
        missing(&side, &wanted).map(|lost| format!("the column {} lost: {lost}", text.label))
    })
}

/// The column of a wide page that does not hold a statement, where the two sides stand beside each other.
fn lost_in_columns(comparison: &Comparison) -> Option<String> {
    let columns: Vec<_> = comparison.columns().collect();
    let page = rendered(comparison, book(), CompareFormat::Text, &Options { width: 160, ..Options::default() });
    let mut sides = vec![String::new(); columns.len()];
    for line in page.lines().filter(|l| l.contains('│')) {
        line.split('│').zip(&mut sides).for_each(|(cell, side)| side.push_str(cell));
    }
    columns.iter().zip(&sides).find_map(|(text, side)| {
        let wanted: Vec<_> = text.coded.statements.iter().map(|s| (s, under_topics(comparison, s))).collect();
        missing(side, &wanted).map(|lost| format!("the column {} lost: {lost}", text.label))
    })
}

/// Whether some words of a body are in no statement. Who said a quoted fragment is not part of the body's words.
fn lost_in_coding(coded: &Coded) -> Option<String> {
    let body = &coded.readout.body;
    let (mut source, mut at) = (String::new(), 0);
    for quotation in quotations(body) {
        source.push_str(&body[at..quotation.block.start]);
        quotation.words.iter().for_each(|span| source.push_str(span.slice(body)));
        at = quotation.block.end;
    }
    source.push_str(&body[at..]);
    (letters(&source) != letters(&texts(coded).concat())).then(|| format!("coding lost words of {body}"))
}

/// The format of `code` that lost a statement, with what it lost.
fn lost_in_code(coded: &[Coded]) -> Option<String> {
    let show = |format| {
        let mut out = Vec::new();
        render::coded(&mut out, coded, format, &Options::default()).expect("memory takes every byte");
        String::from_utf8(out).expect("UTF-8")
    };
    if let Some(lost) = coded.iter().find_map(lost_in_coding) {
        return Some(lost);
    }
    let all: Vec<&str> = coded.iter().flat_map(texts).collect();
    let wanted: Vec<(&Statement, usize)> = coded.iter().flat_map(|c| &c.statements).map(|s| (s, 1)).collect();
    if let Some(lost) = missing(&show(CodeFormat::Text), &wanted) {
        return Some(format!("code text lost: {lost}"));
    }
    let json: Value = serde_json::from_str(&show(CodeFormat::Json)).expect("JSON");
    let files = json.as_array().expect("one object a file");
    if files.iter().map(words).collect::<Vec<_>>() != coded.iter().map(texts).collect::<Vec<_>>() {
        return Some("code json lost a statement".to_owned());
    }
    let jsonl = show(CodeFormat::Jsonl);
    let lines: Vec<Value> = jsonl.lines().map(|l| serde_json::from_str(l).expect("one object a line")).collect();
    if lines.iter().filter_map(|l| l["text"].as_str()).collect::<Vec<_>>() != all {
        return Some("code jsonl lost a statement".to_owned());
    }
    let csv = show(CodeFormat::Csv);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let at = reader.headers().expect("a head").iter().position(|name| name == "text").expect("a column `text`");
    let rows: Vec<String> = reader.records().map(|row| row.expect("an even table")[at].to_owned()).collect();
    // What a spreadsheet would take for a formula stands behind an apostrophe.
    let guarded =
        |text: &str| if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    let visible: Vec<_> = all.iter().map(|text| guarded(&visible(text))).collect();
    (rows != visible).then(|| "code csv lost a statement".to_owned())
}

fn coded(readouts: Vec<Readout>) -> Vec<Coded> {
    readouts.into_iter().map(|r| coding::code(r, book()).expect("coded")).collect()
}

#[test]
fn no_fixture_loses_a_statement() {
    for root in ["tests/fixtures", "readouts"] {
        // The words that pages must give lie beside them; they are no readouts.
        let meetings = find_meetings(Path::new(root)).expect("fixtures");
        for folder in meetings.into_iter().filter(|f| !f.starts_with("tests/fixtures/pages")) {
            let meeting = Meeting::load(&folder).expect("a good meeting");
            assert_eq!(lost_in_code(&coded(meeting.readouts.clone())), None, "{}", folder.display());
            let comparison = compare(meeting, &Order::Sides(Vec::new()), book()).expect("coded");
            assert_eq!(lost_in_comparison(&comparison), None, "{}", folder.display());
            if comparison.columns().count() > 1 {
                assert_eq!(lost_in_columns(&comparison), None, "{}", folder.display());
            }
            assert_eq!(lost_in_html_columns(&comparison), None, "{}", folder.display());
        }
    }
}

/// The examples of every topic are coded with the topic.
#[test]
fn the_codebook_codes_its_own_examples() {
    let mut wrong = Vec::new();
    for topic in book().topics.iter() {
        for example in topic.examples.en.iter().chain(topic.examples.zh.iter()) {
            let text = Readout::parse(Path::new("us.md"), example).expect("an example is a text");
            let coded = coding::code(text, book()).expect("coded");
            if !coded.statements.iter().any(|s| s.topics.iter().any(|t| *t == topic.id)) {
                wrong.push(format!("{}: {example}", topic.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_generated_meeting_loses_a_statement(texts in readouts(), columns_only in any::<bool>()) {
        let order = if columns_only { Order::Given } else { Order::Sides };
        let comparison = compare(Meeting::of(texts), &order(Vec::new()), book()).expect("coded");
        prop_assert_eq!(lost_in_comparison(&comparison), None);
        if comparison.columns().count() > 1 {
            prop_assert_eq!(lost_in_columns(&comparison), None);
        }
        prop_assert_eq!(lost_in_html_columns(&comparison), None);
    }

    #[test]
    fn no_generated_code_loses_a_statement(texts in readouts()) {
        prop_assert_eq!(lost_in_code(&coded(texts)), None);
    }
}
