//! Every statement of every input appears in every full output, over the fixtures and over generated meetings.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use readout::codebook::Codebook;
use readout::comparison::{Comparison, Order, compare};
use readout::readout::{Meeting, Readout, find_meetings};
use readout::render::{self, CodeFormat, CompareFormat, Options};

fn book() -> Codebook {
    Codebook::load_default().expect("the embedded codebook")
}

/// The signs of a text that no wrapping, border or escape adds or takes away, in order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The text that a reader of the page sees.
fn unescaped(page: &str) -> String {
    page.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn shown(comparison: &Comparison, book: &Codebook, format: CompareFormat, width: usize) -> String {
    let mut out = Vec::new();
    let options = Options { width, ..Options::default() };
    render::comparison(&mut out, comparison, book, format, &options).expect("memory takes every byte");
    String::from_utf8(out).expect("output is UTF-8")
}

/// The first statement that a full output does not hold.
fn lost(comparison: &Comparison, book: &Codebook) -> Option<String> {
    // 25 columns stack the texts, so that a statement's letters stand in one run.
    let outputs = [
        ("text", letters(&shown(comparison, book, CompareFormat::Text, 25))),
        ("markdown", letters(&unescaped(&shown(comparison, book, CompareFormat::Markdown, 80)))),
        ("json", letters(&shown(comparison, book, CompareFormat::Json, 80))),
    ];
    for text in &comparison.texts {
        for statement in &text.coded.statements {
            for (name, output) in &outputs {
                if !output.contains(&letters(&statement.text)) {
                    return Some(format!("{name} lost {}: {}", text.label, statement.text));
                }
            }
        }
    }
    None
}

#[test]
fn no_fixture_loses_a_statement() {
    let book = book();
    for root in ["tests/fixtures", "readouts"] {
        for folder in find_meetings(Path::new(root)).expect("fixtures") {
            let meeting = Meeting::load(&folder).expect("a good meeting");
            let comparison = compare(meeting, &Order::Sides(Vec::new()), &book).expect("coded");
            assert_eq!(lost(&comparison, &book), None, "{}", folder.display());
        }
    }
}

#[test]
fn code_loses_no_statement() {
    let book = book();
    let text = Readout::load(Path::new("tests/fixtures/2031-05-12-lakeford/cn.md")).expect("fixture");
    let coded = vec![readout::coding::code(text, &book).expect("coded")];
    for format in [CodeFormat::Text, CodeFormat::Json, CodeFormat::Jsonl, CodeFormat::Csv] {
        let mut out = Vec::new();
        render::coded(&mut out, &coded, format).expect("memory takes every byte");
        let shown = letters(&String::from_utf8(out).expect("UTF-8"));
        for statement in &coded[0].statements {
            assert!(shown.contains(&letters(&statement.text)), "{format:?} lost {}", statement.text);
        }
    }
}

/// The examples of every topic are coded with the topic.
#[test]
fn the_codebook_codes_its_own_examples() {
    let book = book();
    let mut wrong = Vec::new();
    for topic in &book.topics {
        for example in topic.examples.en.iter().chain(&topic.examples.zh) {
            let text = Readout::parse(Path::new("us.md"), example).expect("an example is a text");
            let coded = readout::coding::code(text, &book).expect("coded");
            if !coded.statements.iter().any(|s| s.topics.contains(&topic.id)) {
                wrong.push(format!("{}: {example}", topic.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn sentence() -> impl Strategy<Value = String> {
    let english = prop::sample::select(vec![
        "The two leaders agreed to keep lines of communication open.",
        "She raised concerns about <b>tariffs</b> | quotas.",
        "Peace across the Taiwan Strait matters.",
        "Nothing here has a topic, truly.",
    ]);
    let chinese = prop::sample::select(vec![
        "中方坚决反对非法单边制裁。",
        "双方同意加强禁毒合作。",
        "天气很好。",
        "美方应恪守一个中国原则。",
    ]);
    prop_oneof![english.prop_map(String::from), chinese.prop_map(String::from), "[a-zA-Z一-龥 ,.;*_`>]{3,60}"]
}

fn readout(side: &'static str) -> impl Strategy<Value = Option<Readout>> {
    (prop::collection::vec(sentence(), 1..8), any::<bool>()).prop_map(move |(sentences, fragments)| {
        let body = if fragments {
            sentences.iter().map(|s| format!("> {s}\n> — an official; on: trade\n\n")).collect::<String>()
        } else {
            sentences.join("\n\n")
        };
        let text = format!(
            "---\nside: {side}\nquoted_from: {}\n---\n\n{body}\n",
            if fragments { "{publisher: X}" } else { "null" }
        );
        Readout::parse(&PathBuf::from(format!("{side}.md")), &text).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_generated_meeting_loses_a_statement(us in readout("us"), cn in readout("cn"), jp in readout("jp")) {
        let readouts: Vec<Readout> = [us, cn, jp].into_iter().flatten().collect();
        prop_assume!(!readouts.is_empty());
        let book = book();
        let comparison = compare(Meeting::of(readouts), &Order::Given(Vec::new()), &book).expect("coded");
        prop_assert_eq!(lost(&comparison, &book), None);
    }
}
