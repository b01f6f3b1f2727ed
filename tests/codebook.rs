//! The codebook as a product: its examples, a user's own codebook with every mistake that it can hold, and what
//! `readout codebook` says.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{MEETINGS, book, copy_meeting, run, run_in, shown, tree};
use proptest::prelude::*;
use readout::codebook::lint::{self, Codes, Level};
use readout::codebook::{Codebook, CodebookError};
use readout::coding;
use readout::readout::Readout;
use readout::text::Language;

const BOOKS: &str = "tests/fixtures/codebooks";

fn user(name: &str) -> String {
    format!("{BOOKS}/{name}.toml")
}

fn load(name: &str) -> Codebook {
    Codebook::load(Path::new(&user(name))).expect("a good codebook")
}

/// How a sentence of a US text in English, or of a Chinese text in Chinese, is coded.
fn codes(book: &Codebook, sentence: &str, language: Language) -> Result<Codes, CodebookError> {
    let file = if language == Language::En { "us.md" } else { "cn.md" };
    let readout = Readout { language, ..Readout::parse(Path::new(file), sentence).expect("a text") };
    let mut codes = Codes::default();
    for statement in coding::code(readout, book)?.statements {
        codes.topics.extend(statement.topics);
        codes.acts.push(statement.act);
    }
    Ok(codes)
}

fn topics(book: &Codebook, sentence: &str) -> Vec<String> {
    codes(book, sentence, readout::text::language::detect(sentence)).expect("coded").topics
}

#[test]
fn every_example_is_coded_with_its_topic_or_act() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in book().entries() {
        let Some(examples) = entry.examples else { continue };
        for (language, sentences) in [(Language::En, &examples.en), (Language::Zh, &examples.zh)] {
            assert!(!sentences.is_empty(), "{}: no example in {language}", entry.id);
            for sentence in sentences.iter() {
                let found = codes(book(), sentence, language).expect("coded");
                let as_topic = found.topics.iter().any(|t| t == entry.id);
                let as_act = found.acts.iter().any(|a| a.as_str() == entry.id);
                count += 1;
                if !as_topic && !as_act {
                    wrong.push(format!("{}: {sentence} -> {:?} {:?}", entry.id, found.topics, found.acts));
                }
            }
        }
    }
    assert!(count > 100, "{count} examples");
    assert!(wrong.is_empty(), "{} of {count} examples are coded otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_default_codebook_has_no_error() {
    let findings = lint::check(book(), |sentence, language| codes(book(), sentence, language)).expect("checked");
    let errors: Vec<String> = findings.iter().filter(|f| f.level == Level::Error).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{} errors:\n{}", errors.len(), errors.join("\n"));
}

/// A codebook of concepts and formulas, the place in it that is changed to what, and what the program says then.
const SLIPS: [(&str, &str, &str); 20] = [
    ("weight = 2.5", "weight = 25", ":10:10: `weight` must be a number from 0 to 3; 0 is wording only, "),
    ("weight = 2.5", "", ":7:6: concept `deep-anchorage` is new and has no weight; add weight = 2 ("),
    (
        "label.en = \"Deep anchorage\"\nlabel.zh = \"深水泊位\"\n",
        "",
        ":7:6: concept `deep-anchorage` is new and has no label; add label.en",
    ),
    (
        "parents = [\"maritime\"]",
        "parents = [\"maritme\"]",
        ":11:12: `maritme` is no concept; did you mean `maritime`?",
    ),
    (
        "parents = [\"maritime\"]",
        "parents = [\"deep-anchorage\"]",
        ":11:12: `deep-anchorage` comes from `deep-anchorage` itself; break the circle",
    ),
    (
        "id = \"berth\"\nlabel.en = \"berth\"\n",
        "label.en = \"berth\"\n",
        ":13:1: of several terms of `deep-anchorage` each needs an id; add id = \"…\"",
    ),
    ("zh = [\"深水避风港\"]\n", "", ":21:1: term `haven` of `deep-anchorage` is new and has no cue; add en = [\"…\"]"),
    (
        "\"<berths> {3} deep water*\"",
        "\"<births> {3} deep water*\"",
        ":16:7: cue `<births> {3} deep water*`: there is no list `<births>` in this language",
    ),
    ("\"mooring*|berth*\"", "\"mooring*|(berth*\"", ":4:6: cue `(mooring*|(berth*)`: bracket `(` has no partner"),
    ("sides = [\"us\"]", "sides = [\"usa\"]", ":18:10: `usa` is no side of the codebook; did you mean `us`?"),
    (
        "counterpart = \"haven\"",
        "counterpart = \"heaven\"",
        ":19:15: `heaven` is no term of `deep-anchorage`; did you mean `haven`?",
    ),
    ("counterpart = \"haven\"", "counterpart = \"berth\"", ":19:15: `berth` is the term itself; name the other side's"),
    ("side = \"us\"\ntopics", "topics", ":30:6: formula `us-anchorage` is new and has no side; add side = \"us\""),
    ("topics = [\"maritime\"]\nsince", "topics = [\"sea\"]\nsince", ":33:11: `sea` is no topic of the codebook; "),
    ("since = \"2031-05-12\"", "since = \"May\"", ":34:9: `May` is no day; write since = \"2031-05-12\""),
    (
        "anchor = \"berth\"",
        "anchor = \"birth\"",
        ":35:10: `birth` is no piece of `us-anchorage`; did you mean `berth`?",
    ),
    (
        "\"deep-anchorage.berth\"",
        "\"deep-anchorage.boat\"",
        ":40:13: `boat` is no term of `deep-anchorage`; there are berth, haven",
    ),
    (
        "en = [\"open* to all\"]",
        "",
        ":45:6: the piece `open` of `us-anchorage` is new and has neither a concept nor a cue",
    ),
    ("[\"cn-noes\"]", "[\"us-anchorage\"]", ":2:11: there is no topic `us-anchorage` to remove; "),
    ("hides = \"concepts\"", "hides = \"concept\"", ":52:9: `concept` is no hides; write topics, concepts, both"),
];

#[test]
fn slips_in_concepts_and_formulas_are_told_with_line_and_mend() {
    let text = std::fs::read_to_string(user("anchorage")).expect("the fixture");
    for (place, with, says) in SLIPS {
        assert_eq!(text.matches(place).count(), 1, "{place}");
        let message = Codebook::parse("x.toml", &text.replace(place, with)).map(|_| ()).expect_err(place).to_string();
        assert!(message.starts_with(&format!("x.toml{says}")), "{message}");
    }
}

/// What a user's file says of concepts and formulas is found, compared, traced and explained as the program's own is.
#[test]
fn a_user_adds_concepts_and_formulas() {
    let book = load("anchorage");
    let findings = lint::check(&book, |sentence, language| codes(&book, sentence, language)).expect("checked");
    assert_eq!(findings, []);
    let file = user("anchorage");
    let with = |args: &[&str]| shown(&[args, &["--codebook", &file]].concat());
    let root = tempfile::tempdir().expect("a temporary folder");
    let meeting = root.path().join("2031-06-01-lakeford");
    std::fs::create_dir(&meeting).expect("a folder");
    let us = "The Secretary raised the berths in deep water at Lakeford, which are open to all.\n";
    std::fs::write(meeting.join("us.md"), us).expect("written");
    std::fs::write(meeting.join("cn.md"), "伦肖表示，美方愿建设深水避风港。\n").expect("written");
    let meeting = meeting.to_str().expect("a path");
    let compared = with(&["compare", meeting, "--width", "100"]);
    assert!(
        compared.contains("Deep anchorage: different words\n  CN  “深水避风港”\n  US  “berths in deep water”\n"),
        "{compared}"
    );
    let formula = "US anchorage formula\n  US  2 of 2; has: the berth “berths in deep water” [1]; open to all “open to all” [1]\n";
    assert!(compared.contains(formula), "{compared}");
    let plain = shown(&["compare", meeting, "--width", "100"]);
    assert!(!plain.contains("Deep anchorage") && !plain.contains("anchorage formula"), "{plain}");
    let traced = with(&["trace", root.path().to_str().expect("a path"), "--side", "us", "--formula", "us-anchorage"]);
    assert!(traced.contains("US anchorage formula") && traced.contains("✓"), "{traced}");
    let shown = with(&["codebook", "show", "deep-anchorage"]);
    let whole = "deep-anchorage · concept of weight 2.5 · tests/fixtures/codebooks/anchorage.toml:7\n";
    assert!(shown.starts_with(whole) && shown.contains("  <berths>  mooring*|berth*\n"), "{shown}");
    // More words for what the program has; a mask that hides both.
    let form = readout::text::Form::new("He spoke of the PRC mainland and the Maritime Berth Office.", 0);
    let found = book.inventory().find(&form, Language::En);
    let terms: Vec<&str> = found.iter().map(|f| book.inventory().term(f).0.id.as_str()).collect();
    assert!(terms.contains(&"country-name") && !terms.contains(&"maritime"), "{terms:?}");
    let list = shown_json(&file);
    assert!(list["formulas"].as_array().is_some_and(|all| all.iter().all(|f| f["id"] != "cn-noes")), "removed");
}

/// The example of CONTRIBUTING.md.
#[test]
fn the_contrast_and_the_formula_of_the_guide_hold() {
    let guide = std::fs::read_to_string("CONTRIBUTING.md").expect("the guide");
    let example = guide.split("```toml\n").find(|part| part.contains("deep-anchorage")).expect("its example");
    let example = example.split("```").next().expect("its end");
    let book = Codebook::parse("mine.toml", example).expect("a good codebook");
    let findings = lint::check(&book, |sentence, language| codes(&book, sentence, language)).expect("checked");
    assert_eq!(findings, []);
    let form = readout::text::Form::new("深水泊位不是深水避风港。", 0);
    let found = book.inventory().find(&form, Language::Zh);
    let terms: Vec<&str> = found.iter().map(|f| book.inventory().term(f).1.label.zh.as_str()).collect();
    assert_eq!(terms, ["berth", "haven"]);
}

fn shown_json(file: &str) -> serde_json::Value {
    serde_json::from_str(&shown(&["codebook", "list", "--format", "json", "--codebook", file])).expect("JSON")
}

/// A codebook with a mistake, and all that the program says of it.
const MISTAKES: [(&str, &str); 31] = [
    ("nosuch", ": no such file; give a codebook in TOML"),
    ("not-text", ": not a text in UTF-8 (byte 21 of the file); save it as UTF-8"),
    ("bad-toml", ":8:5: this is not TOML: missing comma between array elements, expected `,`; mend the line"),
    ("bad-text", ":2:6: this is not TOML: invalid boolean, expected `false`; text stands between double quotes"),
    ("bad-heading", ":2:9: this is not TOML: unclosed array table, expected `]`; such a heading is written [[topic]]"),
    ("bad-key-twice", ":5:6: this is not TOML: duplicate key; put everything under one of the two"),
    ("unknown-key", ":5:1: `lable` is no key of [[topic]]; did you mean `label`?"),
    ("unknown-table", ":3:2: `speach` is no key of a codebook; did you mean `speech`?"),
    ("unknown-list", ":3:9: `sya` is no key of [speech]; did you mean `say`?"),
    ("unknown-language", ":6:6: `eng` is no key of `cues`; did you mean `en`?"),
    ("unknown-act", ":4:6: `warns` is no act; did you mean `warn`?"),
    ("unknown-level", ":7:9: `chief` is no level; write leader, minister, working"),
    ("unknown-year", ":7:8: `from` must be a year, such as 2031"),
    ("unknown-condition", ":8:24: `without` is no key of a cue; its keys are cue, with, not"),
    (
        "bad-cue",
        ":9:17: cue `fishing {many} zones`: gap `{many}` is not understood; write {3} (up to 3 words) or {,3} (commas allowed), at most 30",
    ),
    ("bad-condition", ":8:32: cue `(兼捕`: bracket `(` has no partner; every ( [ { needs its ) ] }"),
    ("twice", ":9:6: topic `fisheries` is there twice, first in line 4; join them or rename one"),
    ("not-kebab", ":4:6: the id `Deep Sea_mining` is not in small letters and hyphens; write `deep-sea-mining`"),
    (
        "taken",
        ":4:6: the codebook uses `commit` for something else, so evidence would not tell which is meant; choose another id",
    ),
    ("remove-unknown", ":2:22: there is no topic `taiwn` to remove; did you mean `taiwan`?"),
    (
        "remove-alone",
        ":1:11: `remove` takes topics and formulas from the default codebook; add extends = \"default\", or leave it out",
    ),
    ("remove-changed", ":5:6: topic `climate` is removed in line 2 and changed here; leave one out"),
    ("replace-unknown", ":4:6: there is no topic `tawain` to replace; did you mean `taiwan`?"),
    (
        "no-label",
        ":4:6: topic `tiawan` is new and has no label; add label.en = \"…\", or write `taiwan` if you meant that topic",
    ),
    ("no-cue", ":4:6: topic `fisheries` is new and has no cue; add cues.en = [\"…\"]"),
    ("no-id", ":3:1: [[topic]] has no id; add id = \"…\""),
    ("no-language", ":6:8: `cues` needs its language; write cues.en = [\"…\"] or cues.zh = [\"…\"]"),
    ("no-list", ":6:11: `en` must be a list; write en = [\"…\"]"),
    (
        "no-topics",
        ":1:1: there is no [[topic]], and without extends = \"default\" a codebook has only its own; add one of the two",
    ),
    ("extends-unknown", ":1:11: `extends` knows no codebook `defaults`; write extends = \"default\""),
    (
        "empty",
        ":1:1: there is no [[topic]], and without extends = \"default\" a codebook has only its own; add one of the two",
    ),
];

#[test]
fn each_mistake_is_shown_with_its_line_and_the_mend() {
    let text = format!("{}/us.md", MEETINGS[4]);
    for (name, message) in MISTAKES {
        let file = user(name);
        for args in [
            vec!["code", &text, "--codebook", &file],
            vec!["compare", MEETINGS[0], "--codebook", &file],
            vec!["check", "--codebook", &file, "readouts"],
            vec!["codebook", "check", &file],
        ] {
            let run = run(&args);
            assert_eq!(run.stderr, format!("readout: {file}{message}\n"), "{args:?}");
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        }
    }
    // No fixture is forgotten.
    let known: BTreeSet<&str> = MISTAKES
        .iter()
        .map(|(name, _)| *name)
        .chain(["fisheries", "anchorage", "only", "changed", "lint", "nosuch"])
        .collect();
    for entry in std::fs::read_dir(BOOKS).expect("the fixtures") {
        let name = entry.expect("a file").path();
        assert!(known.contains(name.file_stem().and_then(|n| n.to_str()).expect("a name")), "{}", name.display());
    }
}

#[test]
fn nine_lines_add_a_topic_from_the_command_line() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| std::fs::write(root.path().join(name), text).expect("written");
    let fisheries = std::fs::read_to_string(user("fisheries")).expect("the fixture");
    assert!(fisheries.lines().count() < 10);
    write("mine.toml", &fisheries);
    write("us.md", "The Secretary raised fishing by trawlers near the reef. He spoke of tariffs.\n");
    write("cn.zh.md", "双方就漁業合作交换了意见。\n中方反对在有关海域捕捞。\n");
    let coded = |args: &[&str]| -> Vec<Vec<String>> {
        let run = run_in(root.path(), &[&["code", "us.md", "cn.zh.md", "--format", "json"], args].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let files: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let texts = |v: &serde_json::Value| serde_json::from_value(v.clone()).expect("topics");
        let statements =
            files.as_array().expect("files").iter().flat_map(|f| f["statements"].as_array().expect("some"));
        statements.map(|s| texts(&s["topics"])).collect()
    };
    let (before, after) = (coded(&[]), coded(&["--codebook", "mine.toml"]));
    assert!(before.iter().flatten().all(|t| t != "fisheries"), "{before:?}");
    let with: Vec<bool> = after.iter().map(|topics| topics.iter().any(|t| t == "fisheries")).collect();
    assert_eq!(with, [true, false, true, true], "{after:?}");
    assert_eq!(before[1], after[1], "what it does not name stays");

    let evidence = run_in(root.path(), &["code", "us.md", "--codebook", "mine.toml"]).stdout;
    assert!(evidence.contains("topic:fisheries: “fishing” (fisheries.en.1)"), "{evidence}");
    let shown = run_in(root.path(), &["codebook", "show", "fisheries.en.2", "--codebook", "mine.toml"]).stdout;
    assert!(shown.starts_with("fisheries.en.2 · rule of the topic fisheries (Fisheries) · mine.toml:6\n  trawler*\n"));

    let meeting = copy_meeting(MEETINGS[0], root.path());
    write("2031-05-12-lakeford/us.md", "The two sides discussed fishing.\n");
    let page = |args: &[&str]| run_in(root.path(), &[&["compare", "2031-05-12-lakeford"], args].concat()).stdout;
    assert!(page(&["--codebook", "mine.toml"]).contains("Fisheries") && !page(&[]).contains("Fisheries"));
    let check = |args: &[&str]| run_in(root.path(), &[&["check", "."], args].concat()).status;
    assert_eq!(check(&["--update", "--codebook", "mine.toml"]), 0);
    assert!(meeting.join("comparison.md").exists());
    assert_eq!((check(&["--codebook", "mine.toml"]), check(&[])), (0, 1));
}

#[test]
fn a_codebook_by_itself_has_only_its_topics() {
    let only = load("only");
    assert_eq!(only.topics.iter().map(|t| t.id.as_str()).collect::<Vec<_>>(), ["water", "everything-else"]);
    assert_eq!(only.topics[0].label.zh, "水资源");
    assert_eq!((only.topics[1].label.zh.as_str(), only.topics[1].definition.en.as_str()), ("Everything else", ""));
    assert_eq!(topics(&only, "The two sides discussed the river near the Taiwan Strait."), ["water"]);
    let found = codes(&only, "President Biden warned of the consequences of new dams.", Language::En).expect("coded");
    assert_eq!((found.topics, found.acts[0].as_str()), (vec!["water".to_owned()], "warn"));
    assert_eq!(only.side_name("us", Language::En), "United States");
}

#[test]
fn a_codebook_adds_replaces_and_removes() {
    let changed = load("changed");
    assert!(changed.topic("climate").is_none());
    assert_eq!(topics(&changed, "They discussed the climate crisis."), [""; 0]);
    let taiwan = changed.topic("taiwan").expect("still there");
    assert_eq!((taiwan.label.en.as_str(), taiwan.label.zh.as_str()), ("The island", "台湾"));
    assert_eq!(taiwan.definition, book().topic("taiwan").expect("there").definition);
    for sentence in ["They discussed the lantern accord.", "They discussed the Taiwan Strait."] {
        assert_eq!(topics(&changed, sentence), ["taiwan"], "{sentence}");
    }
    assert_eq!(topics(&changed, "They discussed the good ship Taiwan."), [""; 0]);
    let trade = changed.topic("trade").expect("still there");
    assert_eq!((trade.label.zh.as_str(), trade.examples.en.len()), ("Commerce", 0));
    assert_eq!(changed.topic_index("trade"), book().topic_index("trade"), "its place stays");
    assert_eq!(topics(&changed, "They discussed the umbrella duty."), ["trade"]);
    assert!(!topics(&changed, "They discussed soybeans.").contains(&"trade".to_owned()));
    let warned = codes(&changed, "The Secretary said that the kettle is on.", Language::En).expect("coded");
    assert_eq!(warned.acts[0].as_str(), "warn");
    assert_eq!(changed.side_name("marrowbay", Language::Zh), "Marrowbay");
    let readout = Readout::parse(Path::new("marrowbay.md"), "Lenoir trumpeted her plan for AI.").expect("a text");
    let coded = coding::code(readout, &changed).expect("coded");
    assert_eq!(coded.statements[0].speaker.as_str(), "marrowbay");
}

#[test]
fn check_names_line_level_and_mend() {
    let file = user("lint");
    let found = run(&["codebook", "check", &file]);
    let want = "\
4: note: topic `fisheries` has no Chinese example (add examples.zh = [\"…\"])
8: error: cue `(fish|fish farm*)!( farm)` has a form that never matches, “fish farm” (`!(farm)` shuts out the cue's own words; put the longer alternative first)
9: error: cue `boats , nets` can never match “boats, nets” (texts have no space before such a mark; write it without the space)
10: error: Chinese cue `trawl* {2} 漁業` in an English list never matches (move it to zh)
11: error: cue `herring fleet` itself has the words that it must not stand beside: `herring` (take them out of `not`)
12: error: cue `fishing` is in this list twice (fisheries.en.1, FILE:7; take one out)
14: note: cue `fishing fleet` is needless beside `fishing (fleet|ban)` (fisheries.en.7, FILE:13; take it out)
15: error: cue `tariff*` of topic `fisheries` is a cue of topic `trade` too (trade.en.N, topics.toml:N; leave it to one of them)
16: error: cue `Secretary of Commerce` never counts: mask `offices` always hides it (offices.en.N, topics.toml:N; take it out, or make it longer)
17: error: cue `(near {2}|far) seas` has a form that never matches, “near seas” (a gap at the end of an alternative takes the space after it; take the gap out of the brackets)
19: error: English cue `trawler*` in a Chinese list never matches (move it to en)
20: error: the example “The Secretary raised overfishing.” is coded nothing and not topic `fisheries` (add a cue, or mend the example)";
    // Where the default's cues stand is not what is tested here.
    let number = |line: &str| match line.split_once("(trade.en.").or_else(|| line.split_once("(offices.en.")) {
        Some((before, after)) => {
            let list = if line.contains("(trade.") { "trade" } else { "offices" };
            let mend = after.split_once("; ").expect("a mend").1;
            format!("{before}({list}.en.N, topics.toml:N; {mend}")
        }
        None => line.to_owned(),
    };
    let lines: Vec<&str> = found.stdout.lines().collect();
    let told: Vec<String> = lines[..lines.len() - 1].iter().map(|l| number(l)).collect();
    let want: Vec<String> = want.lines().map(|l| format!("{file}:{}", l.replace("FILE", &file))).collect();
    assert_eq!(told, want);
    assert!(lines[lines.len() - 1].ends_with(" cues: 10 errors, 2 notes"), "{}", lines[lines.len() - 1]);
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_eq!(run(&["codebook", "check", "--codebook", &file]), found);
    assert_eq!(run(&["codebook", "--codebook", &file, "check"]), found);

    let root = tempfile::tempdir().expect("a temporary folder");
    let good = "extends = \"none\"\n[[topic]]\nid = \"water\"\nlabel.en = \"Water\"\ncues.en = [\"river*\"]\nexamples.en = [\"They discussed rivers.\"]\n";
    std::fs::write(root.path().join("good.toml"), good).expect("written");
    let clean = run_in(root.path(), &["codebook", "check", "good.toml"]);
    assert_eq!((clean.status, clean.stderr.as_str()), (0, ""), "{}", clean.stdout);
    assert!(clean.stdout.ends_with(" cues: nothing to mend\n") && clean.stdout.lines().count() == 1);
}

#[test]
fn list_names_everything_in_columns() {
    for width in [1, 20, 80, 200] {
        let page = shown(&["codebook", "list", "--width", &width.to_string()]);
        let widths = readout::text::width::Widths::default();
        let rows = page.lines().filter(|l| l.starts_with("  "));
        assert!(rows.clone().all(|l| widths.str_width(l) <= width), "{width}");
    }
    let page = shown(&["codebook", "list", "--width", "200"]);
    assert_eq!(
        shown(&["codebook", "--codebook", &user("only")]),
        shown(&["codebook", "list", "--codebook", &user("only")])
    );
    let taiwan = page.lines().find(|l| l.starts_with("  taiwan ")).expect("a topic");
    assert!(taiwan.contains("Taiwan 台湾") && taiwan.contains("cross-Strait issues"), "{taiwan}");
    for part in ["Topics (26)", "Acts, strongest first (8)", "  us ", "  say ", "  us-taiwan ", "Concepts ("] {
        assert!(page.contains(part), "{part}");
    }
    let json: serde_json::Value =
        serde_json::from_str(&shown(&["codebook", "list", "--format", "json"])).expect("JSON");
    assert_eq!(json["schema"], "readout.codebook/1");
    assert_eq!(json["topics"].as_array().map(Vec::len), Some(book().topics.len()));
    assert_eq!(json["topics"][0]["id"], "meeting");
    assert_eq!((&json["topics"][0]["general"], &json["topics"][0]["label"]["zh"]), (&true.into(), &"会晤本身".into()));
}

#[test]
fn show_explains_what_evidence_names() {
    for (id, parts) in [
        (
            "taiwan",
            &["taiwan · topic · topics.toml:", "Taiwan 台湾", "\nExamples\n", "  taiwan.en.1  ", "Chinese weak: "][..],
        ),
        ("meeting", &["general topic", "not with: agree* to  ·  follow* up on"]),
        ("warn", &["warn · act · acts.toml:", "warns 警告"]),
        ("commit", &["English own: where its subject is the side that speaks", "  commit.own.en.1  "]),
        ("us", &["us · side · sides.toml:", "English names: people who speak for the side", "\n  Joe Biden\n"]),
        ("say", &["say · list\nVerbs of saying"]),
        ("say.en.1", &["say.en.1 · rule of the list say · speech.toml:"]),
        ("taiwan.en.1", &["taiwan.en.1 · rule of the topic taiwan (Taiwan 台湾) · topics.toml:"]),
        ("offices", &["offices · mask", "offices · list"]),
        ("one-china", &["one-china · concept of weight", "one-china.policy · term"]),
        (
            "one-china.policy",
            &[
                "one-china.policy · term of the concept one-china",
                "the other side's term: ",
                "\nsource: ",
                "\nExamples\n",
            ],
        ),
        ("us-taiwan", &["us-taiwan · formula of us", "\nonly in statements on: taiwan\n", "  concepts: "]),
        (
            "cn-noes",
            &[
                "\nwhose words count: others of themselves, both sides, and the text's own account\n",
                "\nthe side's own words count beside: assurances, ",
                "\n  counts only beside another piece\n",
            ],
        ),
        ("tone-warm", &["  热烈<talks>\n", "\nLists that these cues name\n", "\n  <talks>  会谈|"]),
        ("carried", &["carried · rule without words"]),
    ] {
        let page = shown(&["codebook", "show", id]);
        assert_eq!(page, shown(&["codebook", id]), "{id}");
        for part in parts {
            assert!(page.contains(part), "{id}: no {part:?} in\n{page}");
        }
    }
    for (id, message) in [
        ("taiwn", "nothing is called `taiwn` in the codebook; did you mean taiwan?"),
        ("taiwan.en.9999", "nothing is called `taiwan.en.9999` in the codebook; did you mean taiwan.en."),
        ("xyzzy", "no topic `xyzzy` in the codebook, and nothing else of that name; there are meeting, relationship, "),
    ] {
        let run = run(&["codebook", "show", id]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{id}");
        assert!(run.stderr.starts_with(&format!("readout: {message}")), "{}", run.stderr);
    }
}

#[test]
fn every_rule_of_evidence_can_be_shown() {
    let entries = book().entries();
    let known: BTreeSet<&str> = entries.iter().flat_map(|e| &e.cues).map(|c| c.rule.as_str()).collect();
    let words = [
        "carried",
        "on",
        "attribution",
        "title",
        "default",
        "publisher",
        "narration",
        "attendance",
        "question",
        "answer",
    ];
    let mut count = 0;
    for folder in MEETINGS {
        for readout in readout::readout::Meeting::load(Path::new(folder)).expect("a meeting").readouts {
            for statement in coding::code(readout, book()).expect("coded").statements {
                for evidence in statement.evidence {
                    let rule = evidence.rule.as_str();
                    let named = known.contains(rule) || words.contains(&rule) || rule.starts_with("principal.");
                    assert!(named, "{folder}: {rule}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn export_writes_all_or_nothing_and_what_it_writes_can_be_used() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let export = |args: &[&str]| run_in(root.path(), &[&["codebook", "export"], args].concat());
    let wrote = export(&["--out", "books/mine"]);
    let names = ["topics", "acts", "speech", "sides", "concepts", "formulas"];
    let lines: String = names.map(|n| format!("wrote books/mine/{n}.toml\n")).concat();
    assert_eq!((wrote.status, wrote.stdout, wrote.stderr), (0, lines.clone(), String::new()));
    for (name, text) in Codebook::files() {
        assert_eq!(std::fs::read_to_string(root.path().join("books/mine").join(name)).expect("written"), text);
    }

    std::fs::remove_file(root.path().join("books/mine/topics.toml")).expect("removed");
    std::fs::write(root.path().join("books/mine/acts.toml"), "mine").expect("written");
    let before = tree(root.path());
    let refused = export(&["--out", "books/mine"]);
    let message = "readout: books/mine/acts.toml: is there already, so nothing was written; name another folder, or add --force\n";
    assert_eq!((refused.status, refused.stdout.as_str(), refused.stderr.as_str()), (2, "", message));
    assert_eq!(tree(root.path()), before);
    let blocked = export(&["--out", "books/mine/acts.toml"]);
    assert_eq!((blocked.status, blocked.stdout.as_str()), (2, ""));
    assert_eq!(tree(root.path()), before);
    let forced = export(&["--out", "books/mine", "--force"]);
    assert_eq!((forced.status, forced.stdout, forced.stderr), (0, lines, String::new()));
    assert_eq!(run_in(root.path(), &["codebook", "export", "--force"]).status, 2, "--force needs --out");

    // What is exported codes as the program does.
    let text = format!("{}/us.md", MEETINGS[0]);
    let plain = shown(&["code", &text, "--format", "json"]);
    for name in ["topics", "acts", "speech", "sides", "concepts", "formulas"] {
        let file = root.path().join(format!("books/mine/{name}.toml"));
        let file = if name == "topics" {
            file
        } else {
            let text = std::fs::read_to_string(&file).expect("written");
            let all = format!(
                "{text}\n{}",
                std::fs::read_to_string(root.path().join("books/mine/topics.toml")).expect("written")
            );
            let both = root.path().join(format!("{name}-and-topics.toml"));
            std::fs::write(&both, all).expect("written");
            both
        };
        let file = file.to_str().expect("a path");
        assert_eq!(shown(&["code", &text, "--format", "json", "--codebook", file]), plain, "{name}");
        let compared = shown(&["compare", MEETINGS[0], "--format", "json", "--codebook", file]);
        assert_eq!(compared, shown(&["compare", MEETINGS[0], "--format", "json"]), "{name}");
    }
    let all = shown(&["codebook", "export", "--codebook", &user("fisheries")]);
    assert!(all.starts_with("# ── topics.toml ──\n") && all.contains("# ── fisheries.toml ──\nextends = \"default\""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A codebook with a piece torn out, or with something strange put in, loads or says where it is wrong.
    #[test]
    fn a_damaged_codebook_is_no_panic(from in 0usize..800, length in 0usize..40, with in "[a-z\\[\\]{}()|*!=\",.#\n 渔é\u{0}]{0,8}") {
        let text = std::fs::read_to_string(user("changed")).expect("the fixture");
        let chars: Vec<char> = text.chars().collect();
        let from = from.min(chars.len());
        let to = (from + length).min(chars.len());
        let damaged: String = chars[..from].iter().chain(&with.chars().collect::<Vec<_>>()).chain(&chars[to..]).collect();
        match Codebook::parse("x.toml", &damaged) {
            Ok(book) => {
                topics(&book, "They discussed the Taiwan Strait.");
                topics(&book, "双方就台湾问题交换了意见。");
            }
            Err(e) => {
                let message = e.to_string();
                prop_assert!(message.starts_with("x.toml:") && !message.contains('\n'), "{}", message);
            }
        }
    }
}

/// Officials are shown with what coding does not need, and a rule without cues with what it means.
#[test]
fn officials_and_rules_without_cues_are_explained() {
    let shown = run(&["codebook", "show", "Janet Yellen"]).stdout;
    assert!(
        shown.contains("official of side us") && shown.contains("Secretary of the Treasury 财政部长 (2021 to 2025)"),
        "{shown}"
    );
    for without in readout::codebook::Without::ALL {
        let shown = run(&["codebook", "show", without.as_str()]).stdout;
        assert!(shown.contains(without.meaning()), "{}: {shown}", without.as_str());
    }
}

/// A side of one's own is treated as its entry says: where its surnames stand, whose an office is that names its nation, in
/// which language it publishes first.
#[test]
fn a_side_of_ones_own_has_habits() {
    let side = |keys: &str| {
        let head = "extends = \"default\"\n[[side]]\nid = \"mv\"\nname.en = \"Marvale\"\nactor.en = [\"Marvale\"]\n";
        Codebook::parse("mine.toml", &format!("{head}{keys}\n")).expect("a good codebook")
    };
    let speakers = |book: &Codebook, text: &str| -> Vec<String> {
        let readout = Readout::parse(Path::new("us.md"), text).expect("a text");
        coding::code(readout, book).expect("coded").statements.iter().map(|s| s.speaker.as_str().to_owned()).collect()
    };
    let met = "---\nside: us\nprincipals: { us: [\"Ada Ashdown\"], mv: [\"Tarrow Ilse\"] }\n---\n";
    // The surname.
    let text = format!("{met}Tarrow said that trade must be fair.\n");
    assert_eq!(speakers(&side("surname = \"first\""), &text), ["mv"]);
    assert_ne!(speakers(&side(""), &text), ["mv"]);
    // An office of the nation.
    let text = format!(
        "{met}The two met. Marvali Foreign Minister Oren Quill called for fair trade. Quill opposed tariffs.\n"
    );
    assert_eq!(speakers(&side("nation.en = [\"Marvali\"]"), &text)[1..], ["mv", "mv"]);
    assert_eq!(speakers(&side(""), &text)[2], "us");
    // The language.
    assert_eq!(side("language = \"zh\"").language_of("mv"), Language::Zh);
    assert_eq!(side("").language_of("mv"), Language::En);
    assert!(side("publishes = true").side("mv").is_some_and(|side| side.publishes));
    // An office without a name, and a speech that goes on.
    let text = "---\nside: mv\nprincipals: { us: [\"Ada Ashdown\"], mv: [\"Ilse Tarrow\"] }\n---\nAshdown raised fair trade. \
                The President stressed open markets.\n\nThe tariffs harm farmers.\n";
    assert_eq!(speakers(&side(""), text), ["us", "us", "us"]);
    let own = side("own_offices = [\"the President\"]\nspeakers = \"named\"");
    assert_eq!(speakers(&own, text), ["us", "mv", "none"]);
    let blank = "extends = \"default\"\n[[side]]\nid = \"us\"\nnation.en = [\"\"]\n";
    assert_eq!(
        Codebook::parse("mine.toml", blank).map_err(|e| e.to_string()).err().as_deref(),
        Some("mine.toml:4:14: a word of `nation` is blank; write it or leave it out")
    );
    let wrong = Codebook::parse("mine.toml", "extends = \"default\"\n[[side]]\nid = \"us\"\nsurname = \"middle\"\n");
    assert_eq!(
        wrong.map_err(|e| e.to_string()).err().as_deref(),
        Some("mine.toml:4:11: `middle` is no surname; write last, first")
    );
}

/// What is told of a user's codebook beside its cues: its file, its line, the mend.
fn findings(text: &str) -> Vec<String> {
    let book = Codebook::parse("mine.toml", text).expect("a codebook that loads");
    let found = lint::check(&book, |sentence, language| codes(&book, sentence, language)).expect("checked");
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn sides_that_a_text_could_not_tell_apart_are_told() {
    let side = "extends = \"default\"\n[[side]]\nid = \"mv\"\nname.en = \"Marvale\"\n";
    let clash = format!(
        "{side}actor.en = [\"Marvale\", \"the Chinese side\"]\nactor.zh = [\"中方\"]\n[[side.person]]\nnames = [\"Oren Quill\", \"王毅\"]\n"
    );
    let found = findings(&clash);
    assert_eq!(found.len(), 3, "{found:#?}");
    for (finding, begins) in found.iter().zip([
        "mine.toml:5: error: `the Chinese side` of side `mv` is a word for side `cn` too (side.cn.en.",
        "mine.toml:6: error: `中方` of side `mv` is a word for side `cn` too (side.cn.zh.",
        "mine.toml:8: error: `王毅` of side `mv` is a name of side `cn` too (leave it to one of them)",
    ]) {
        assert!(finding.starts_with(begins), "{finding}");
    }
    let good =
        "actor.en = [\"Marvale\"]\nactor.zh = [\"马方\"]\n[[side.person]]\nnames = [\"Oren Quill\", \"奥伦·奎尔\"]\n";
    assert_eq!(findings(&format!("{side}{good}")), Vec::<String>::new());
    let nobody = "mine.toml:3: error: side `mv` has no words by which a text names it, and no people (add actor.en = [\"…\"], \
                  actor.zh = [\"…\"] or a [[side.person]])";
    assert_eq!(findings(side), [nobody]);
}

/// A codebook that stands by itself has none of the program's topics: it says that it means to.
#[test]
fn a_codebook_by_itself_says_that_it_is_one() {
    let topic = "[[topic]]\nid = \"water\"\nlabel.en = \"Water\"\ncues.en = [\"river*\"]\nexamples.en = [\"They discussed the river.\"]\n";
    let alone = "mine.toml:1: note: with no `extends` the codebook has only the one topic of this file and none of the program's 26 \
                 (add extends = \"default\", or extends = \"none\" if that is meant)";
    assert_eq!(findings(topic), [alone]);
    assert_eq!(findings(&format!("extends = \"none\"\n{topic}")), Vec::<String>::new());
    let both = Codebook::parse("mine.toml", &format!("extends = \"none\"\n{topic}")).expect("a codebook");
    assert_eq!(both.topics.len(), 1);
}

/// A topic of a user's may leave its weak cues to the meetings of some sides.
#[test]
fn weak_cues_may_be_left_to_meetings_of_some_sides() {
    let book = Codebook::parse(
        "mine.toml",
        "extends = \"default\"\n[[topic]]\nid = \"dunes\"\nlabel.en = \"Dunes\"\nbetween = [\"us\", \"cn\"]\nweak.en = [\"sand*\"]\n",
    )
    .expect("a codebook");
    let of = |other: &str| {
        let text = format!(
            "---\nside: us\nprincipals:\n  us: [Ada Ashdown]\n  {other}: [Lan Shuyu]\n---\n\nAshdown stressed that sand matters.\n"
        );
        let coded = coding::code(Readout::parse(Path::new("us.md"), &text).expect("a text"), &book).expect("coded");
        coded.statements[0].topics.clone()
    };
    assert_eq!(of("cn"), ["dunes"]);
    assert_ne!(of("in"), ["dunes"]);
}

/// Whose people are called by the given name, which they write last, says so by the same key.
#[test]
fn people_are_called_by_the_word_that_their_side_says() {
    let speakers = |surname: &str| {
        let book = format!(
            "extends = \"default\"\n[[side]]\nid = \"mv\"\nname.en = \"Marvale\"\nactor.en = [\"Marvale\"]\nsurname = \"{surname}\"\n"
        );
        let book = Codebook::parse("mine.toml", &book).expect("a codebook");
        let text = "---\nside: mv\nprincipals: { mv: [\"Tarrow Van Ilse\"], us: [\"Ada Ashdown\"] }\n---\nMinister Ilse raised trade.\n";
        let coded = coding::code(Readout::parse(Path::new("mv.md"), text).expect("a text"), &book).expect("coded");
        coded.statements[0].speaker.as_str().to_owned()
    };
    assert_eq!([speakers("last"), speakers("first")], ["mv", "none"]);
}
