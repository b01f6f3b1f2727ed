//! Findings that do not depend on how they are shown, and findings in real texts (with READOUT_CORPUS).

mod common;

use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::Value;

use common::{MEETINGS, book, compared, readouts, rendered, shown, text};
use readout::comparison::{ClaimStatus, ClaimType, Comparison, EditKind, Order, compare};
use readout::readout::{Meeting, Side};
use readout::render::{CompareFormat, Options};

/// The JSON of a comparison with every list that follows the columns in one order.
fn findings(comparison: &Comparison) -> Value {
    let json = rendered(comparison, book(), CompareFormat::Json, &Options::default());
    let mut value: Value = serde_json::from_str(&json).expect("JSON");
    let sort = |list: &mut Value| {
        if let Some(list) = list.as_array_mut() {
            list.sort_by_key(ToString::to_string);
        }
    };
    for key in ["claims", "unmatched", "mentions", "figures"] {
        sort(&mut value[key]);
    }
    if let Some(topics) = value["topics"].as_array_mut() {
        for row in topics {
            sort(&mut row["silent"]);
            sort(&mut row["omitted_by"]);
        }
    }
    if let Some(claims) = value["claims"].as_array_mut() {
        claims.iter_mut().for_each(|claim| sort(&mut claim["counterparts"]));
    }
    value
}

fn sides(list: &[&str]) -> Vec<Side> {
    list.iter().map(|s| Side::new(s).expect("a side")).collect()
}

#[test]
fn the_order_of_columns_changes_no_finding_of_a_fixture() {
    for folder in MEETINGS {
        let [one, other] = [["us", "cn"], ["cn", "us"]].map(|order| findings(&compared(folder, &order, book())));
        assert_eq!(one, other, "{folder}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_columns_changes_no_finding(texts in readouts()) {
        let [one, other, third] = [["us", "cn"], ["cn", "us"], ["jp", "cn"]].map(|order| {
            findings(&compare(Meeting::of(texts.clone()), &Order::Sides(sides(&order)), book()).expect("coded"))
        });
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(&one, &third);
    }
}

#[test]
fn a_csv_holds_every_statement_under_each_topic() {
    for folder in MEETINGS {
        let comparison = compared(folder, &[], book());
        let csv = rendered(&comparison, book(), CompareFormat::Csv, &Options::default());
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("an even table")).collect();
        for text in &comparison.texts {
            for statement in &text.coded.statements {
                let number = (statement.index + 1).to_string();
                let mut topics: Vec<&str> =
                    rows.iter().filter(|r| r[3] == text.label && r[10] == number).map(|r| &r[1]).collect();
                topics.sort_unstable();
                let mut own: Vec<&str> = statement.topics.iter().map(String::as_str).collect();
                if own.is_empty() {
                    own.push("");
                }
                own.sort_unstable();
                assert_eq!(topics, own, "{folder} {} [{number}]", text.label);
            }
        }
    }
}

#[test]
fn topics_and_parts_can_be_chosen() {
    let folder = "tests/fixtures/2031-05-12-lakeford";
    let whole = shown(&["compare", folder, "--format", "text", "--width", "80"]);
    let taiwan = shown(&["compare", folder, "--format", "json", "--topic", "taiwan"]);
    let json: Value = serde_json::from_str(&taiwan).expect("JSON");
    let topics: Vec<&str> =
        json["topics"].as_array().expect("topics").iter().filter_map(|t| t["id"].as_str()).collect();
    assert_eq!(topics, ["taiwan"]);
    for (part, there, gone) in [
        ("omissions", "RAISED BY", "Claims: what"),
        ("claims", "Claims: what", "RAISED BY"),
        ("terms", "Words: one thing", "RAISED BY"),
    ] {
        let page = shown(&["compare", folder, "--format", "text", "--width", "80", "--only", part]);
        assert!(page.contains(there) && !page.contains(gone) && page.len() < whole.len(), "{part}");
    }
    assert_eq!(json["only_topics"], serde_json::json!(["taiwan"]));
    let about = |entry: &Value| entry["places"].as_array().is_some_and(|p| !p.is_empty());
    assert!(json["mentions"].as_array().is_some_and(|all| all.iter().all(about)));
    let fewer =
        |page: &Value| page["mentions"].as_array().map_or(0, Vec::len) + page["terms"].as_array().map_or(0, Vec::len);
    let every: Value = serde_json::from_str(&shown(&["compare", folder, "--format", "json"])).expect("JSON");
    assert!(fewer(&json) < fewer(&every), "{} of {}", fewer(&json), fewer(&every));
    for format in ["text", "markdown", "html"] {
        let page = shown(&["compare", folder, "--format", format, "--topic", "korea"]);
        assert!(page.contains("Only what was asked for is shown: Korean Peninsula"), "{format}");
        assert!(page.contains("None found on these topics."), "{format}");
        assert!(!page.contains("Statements that raise no topic"), "{format}");
        let page = shown(&["compare", "tests/fixtures/2031-12-01-one-side", "--format", format, "--only", "wording"]);
        assert!(page.contains("No statements in one language that are near"), "{format}");
    }
    let unknown = common::run(&["compare", folder, "--topic", "taiwann"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("no topic `taiwann`; did you mean `taiwan`?"), "{}", unknown.stderr);
}

#[test]
fn near_wordings_are_paired_whatever_their_order() {
    let first = "The two sides held candid talks on trade. They agreed to keep lines of communication open.";
    let second =
        "They agreed to keep open lines of communication. The two sides held candid and constructive talks on trade.";
    let texts = vec![text("us.md", first), text("jp.md", second)];
    let comparison = compare(Meeting::of(texts), &Order::Given(Vec::new()), book()).expect("coded");
    let pairs = &comparison.wording[0];
    let found: Vec<(usize, usize)> = pairs.pairs.iter().map(|p| (p.first, p.second)).collect();
    assert_eq!((pairs.first.as_str(), pairs.second.as_str()), ("jp", "us"));
    assert_eq!(found, [(0, 1), (1, 0)]);
    for pair in &pairs.pairs {
        let side = |kind| {
            let kept = pair.edits.iter().filter(|e| e.kind == EditKind::Same || e.kind == kind);
            kept.map(|e| e.text.as_str()).collect::<String>()
        };
        let words = |label: &str, i: usize| comparison.text(label).expect("a text").coded.statements[i].text.clone();
        assert_eq!(side(EditKind::First), words("jp", pair.first));
        assert_eq!(side(EditKind::Second), words("us", pair.second));
    }
}

#[test]
fn a_version_shows_what_the_other_lacks() {
    let zh = "双方同意重启两军对话。中方坚决反对非法单边制裁。两国元首同意合作应对气候变化。";
    let en = "The two sides agreed to resume military-to-military dialogue. The two heads of state agreed to work together on climate change.";
    let texts = vec![text("cn.zh.md", zh), text("cn.en.md", en)];
    let comparison = compare(Meeting::of(texts), &Order::Given(Vec::new()), book()).expect("coded");
    let versions = &comparison.versions[0];
    assert_eq!((versions.first.as_str(), versions.second.as_str()), ("cn.zh", "cn.en"));
    assert_eq!((versions.first_alone.as_slice(), versions.second_alone.as_slice()), ([1].as_slice(), [].as_slice()));
    let links: Vec<(usize, usize)> = versions.links.iter().map(|l| (l.first[0], l.second[0])).collect();
    assert_eq!(links, [(0, 0), (2, 1)]);
}

#[test]
fn tones_are_paired_across_languages() {
    let us = text("us.md", "The two sides had a candid and constructive discussion.");
    let cn = text("cn.md", "双方进行了坦诚、深入的沟通。");
    let comparison = compare(Meeting::of(vec![us, cn]), &Order::Given(Vec::new()), book()).expect("coded");
    let tones = |only: usize| {
        let of = comparison.encounter.tones.iter().filter(|t| t.sides.len() == only);
        of.map(|t| t.concept.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(tones(2), ["tone-candid"]);
    let mut alone = tones(1);
    alone.sort_unstable();
    assert_eq!(alone, ["tone-constructive", "tone-in-depth"]);
}

/// The texts of Bali, from the corpus; figures and ids only.
#[test]
fn bali_is_told_apart() {
    let Some(corpus) = std::env::var_os("READOUT_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: READOUT_CORPUS does not name the folder of the hand-coded corpus");
        return;
    };
    let folder = corpus.join("coded/2022-11-14-bali");
    let comparison = compared(&folder.to_string_lossy(), &[], book());
    let names = |label: &str, concept: &str| {
        let statements = &comparison.text(label).expect("a text").coded.statements;
        statements.iter().any(|s| s.terms.iter().any(|t| t.concept == concept))
    };
    let claim = |label: &str, kind: ClaimType, concept: &str| {
        let of = comparison.claims.iter().filter(|c| c.text == label && c.kind == kind);
        let statements = &comparison.text(label).expect("a text").coded.statements;
        of.filter(|c| statements[c.statement].terms.iter().any(|t| t.concept == concept))
            .map(|c| c.status)
            .collect::<Vec<_>>()
    };
    // That Biden does not support 'Taiwan independence' is in the Chinese text alone.
    assert!(!claim("cn", ClaimType::Attribution, "taiwan-independence").is_empty());
    assert!(!names("us", "taiwan-independence"));
    // The sentence on nuclear war is a joint claim of the US text on which the Chinese text is silent.
    assert_eq!(claim("us", ClaimType::Joint, "nuclear-war-never"), [ClaimStatus::Silent]);
    let only = |label: &str| {
        comparison.mentions.iter().filter(|m| m.text == label).map(|m| m.concept.as_str()).collect::<Vec<_>>()
    };
    for concept in ["xinjiang", "tibet", "hong-kong"] {
        assert!(only("us").contains(&concept), "{concept}: {:?}", only("us"));
    }
    let silent = |topic: &str| comparison.topics.iter().find(|t| t.id == topic).map(|t| t.silent.clone());
    assert_eq!(silent("detainees"), Some(vec!["cn".to_owned()]));
    let candid = comparison.encounter.tones.iter().find(|t| t.concept == "tone-candid").expect("candid");
    assert_eq!(candid.sides.len(), 2);
    let trade = comparison.topics.iter().find(|t| t.id == "trade").expect("trade");
    for (label, words) in [("us", "non-market"), ("cn", "脱钩断链")] {
        let part = trade.part(label).expect("both");
        let statements = &comparison.text(label).expect("a text").coded.statements;
        let marked = part.statements.iter().flat_map(|i| statements[*i].terms.iter());
        let body = &comparison.text(label).expect("a text").readout().body;
        assert!(marked.into_iter().any(|t| t.span.slice(body).contains(words)), "{label}");
    }
}

#[test]
fn a_joint_claim_is_held_against_each_other_text() {
    let us = text("us.md", "The three ministers agreed to share data on methane emissions.");
    let jp = text("jp.md", "The three ministers agreed to share data on methane emissions.");
    let cn = text("cn.md", "三方就反对非法单边制裁交换意见。");
    let comparison = compare(Meeting::of(vec![us, jp, cn]), &Order::Given(Vec::new()), book()).expect("coded");
    let claim = comparison.claims.iter().find(|c| c.text == "us").expect("a joint claim");
    let answers: Vec<(&str, ClaimStatus)> = claim.answers.iter().map(|(t, s)| (t.as_str(), *s)).collect();
    assert_eq!(answers, [("cn", ClaimStatus::Silent), ("jp", ClaimStatus::Confirmed)]);
    assert_eq!(claim.status, ClaimStatus::Silent);
    assert_eq!(claim.counterparts.iter().map(|c| c.side.as_str()).collect::<Vec<_>>(), ["jp"]);
}

#[test]
fn words_in_quotation_marks_are_known_as_such() {
    let quoted = |name: &str, body: &str| {
        let comparison =
            compare(Meeting::of(vec![text(name, body), text("jp.md", "They met.")]), &Order::Given(Vec::new()), book())
                .expect("coded");
        let terms = comparison.texts[0].coded.statements[0].terms.clone();
        terms.iter().filter(|t| t.quoted).map(|t| t.concept.clone()).collect::<Vec<_>>()
    };
    assert!(!quoted("cn.md", "我们反对“脱钩断链”。").is_empty());
    assert!(quoted("cn.md", "我们反对脱钩断链。").is_empty());
    assert!(!quoted("us.md", "She spoke of “decoupling” again.").is_empty());
    assert!(quoted("us.md", "She spoke of decoupling again.").is_empty());
}

#[test]
fn what_a_text_no_longer_says_is_shown() {
    let now = vec![text(
        "us.md",
        "The two sides had a constructive discussion. She reaffirmed that the one China policy has not changed.",
    )];
    let then = vec![text(
        "us.md",
        "The two sides had a candid and constructive discussion. She said that the one China policy is guided by the Taiwan Relations Act.",
    )];
    let of = |texts| compare(Meeting::of(texts), &Order::Sides(Vec::new()), book()).expect("coded");
    let mut comparison = of(now);
    assert!(comparison.since.is_empty());
    comparison.hold_against(&of(then), &[]);
    let since = &comparison.since[0];
    assert_eq!((since.tones_dropped.as_slice(), since.tones_new.len()), (["tone-candid".to_owned()].as_slice(), 0));
    let ids = |list: &[readout::comparison::PieceThere]| list.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&since.pieces_dropped), ["us-taiwan.tra"]);
    assert_eq!(ids(&since.pieces_new), ["us-taiwan.not-changed"]);
    assert!(since.pieces_reworded.is_empty());
    let page = rendered(&comparison, book(), CompareFormat::Text, &Options::default());
    assert!(page.contains("called it then, not here  candid"), "{page}");
    // Of other topics nothing stands there, and the adjectives are those of the whole text.
    comparison.keep_topics(&["trade".to_owned()], book().inventory());
    let since = &comparison.since[0];
    assert_eq!((since.pieces_dropped.len(), since.pieces_new.len(), since.tones_dropped.len()), (0, 0, 1));
}

#[test]
fn an_earlier_meeting_is_named_on_the_command_line() {
    let (now, then) = ("tests/fixtures/2031-09-03-marrowbay", "tests/fixtures/2031-05-12-lakeford");
    let page = shown(&["compare", now, "--previous", then, "--format", "text", "--width", "100"]);
    assert!(page.contains("US since 2031-05-12-lakeford") && page.contains("CN since 2031-05-12-lakeford"), "{page}");
    let missing = common::run(&["compare", now, "--previous", "nosuch"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("nosuch"), "{}", missing.stderr);
}

/// The claims are rows too: one a claim and statement that answers it, in the order and with the numbers of the pages.
#[test]
fn claims_are_rows_for_spreadsheets() {
    let lakeford = "tests/fixtures/2031-05-12-lakeford";
    let output = shown(&["compare", lakeford, "--only", "claims", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(output.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("an even table")).collect();
    let cell = |row: usize, name: &str| {
        let at = head.iter().position(|column| column == name).expect("the column");
        rows[row][at].to_owned()
    };
    let json: Value = serde_json::from_str(&shown(&["compare", lakeford, "--format", "json"])).expect("JSON");
    let claims = json["claims"].as_array().expect("claims");
    let counts: usize = claims.iter().map(|c| c["counterparts"].as_array().map_or(0, Vec::len).max(1)).sum();
    assert_eq!(rows.len(), counts);
    for at in 0..rows.len() {
        let index: usize = cell(at, "index").parse().expect("a number");
        let claim =
            claims.iter().find(|c| c["text"] == cell(at, "text") && c["statement"] == index).expect("the claim");
        assert_eq!(cell(at, "status"), claim["status"].as_str().expect("a status"));
        assert_eq!(cell(at, "type"), claim["type"].as_str().expect("a type"));
        assert_eq!(cell(at, "statement"), (index + 1).to_string());
        let answers = claim["counterparts"].as_array().expect("answers");
        let answered = |a: &Value| {
            a["side"] == cell(at, "answer_text")
                && a["statement"].as_u64().map(|s| (s + 1).to_string()) == Some(cell(at, "answer_statement"))
        };
        assert!(answers.is_empty() && cell(at, "answer_words").is_empty() || answers.iter().any(answered), "{at}");
    }
    let numbers: Vec<usize> = (0..rows.len()).map(|at| cell(at, "claim").parse().expect("a number")).collect();
    assert!(numbers.is_sorted() && numbers.first() == Some(&1) && numbers.last() == Some(&claims.len()));
}
