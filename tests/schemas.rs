//! The JSON Schemas that are published: made from the types as they are now, true of every output of the fixtures, of
//! `readouts` and of the corpus, and closed, so that a field without a schema is a fault.
//! `READOUT_UPDATE_SCHEMAS=1 cargo test --test schemas` writes what the types say now.

mod common;

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

use common::{MEETINGS, run, shown};
use readout::contract::SCHEMAS;

/// The published schema of a name, ready to judge.
fn validator(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&shown(&["schema", name])).expect("a schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|e| panic!("{name}: no schema: {e}"));
    jsonschema::draft202012::new(&schema).expect("a schema that compiles")
}

/// Panics with what is wrong.
fn hold(name: &str, validator: &Validator, output: &Value, what: &str) {
    let wrong: Vec<String> =
        validator.iter_errors(output).map(|e| format!("{}: {e}", e.instance_path())).take(3).collect();
    assert!(wrong.is_empty(), "{name}: {what}: {wrong:#?}");
}

fn json_of(args: &[&str]) -> Value {
    serde_json::from_str(&shown(args)).unwrap_or_else(|e| panic!("{args:?}: {e}"))
}

/// The readouts of a meeting.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut found: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    found.retain(|p| p.extension().is_some_and(|e| e == "md") && p.file_stem().is_some_and(|s| s != "comparison"));
    found.sort();
    found
}

/// Every output about one meeting.
fn hold_meeting(folder: &Path, [comparison, code, line]: [&Validator; 3]) {
    let name = folder.to_str().expect("UTF-8");
    hold("comparison", comparison, &json_of(&["compare", name, "--format", "json"]), name);
    let texts = texts(folder);
    let files: Vec<&str> = texts.iter().map(|p| p.to_str().expect("UTF-8")).collect();
    let output = json_of(&[&["code", "--format", "json"], files.as_slice()].concat());
    assert_eq!(output.as_array().map(Vec::len), Some(files.len()), "{name}");
    hold("code", code, &output, name);
    let lines = shown(&[&["code", "--format", "jsonl"], files.as_slice()].concat());
    assert!(lines.lines().count() > 0, "{name}");
    for text in lines.lines() {
        hold("code-line", line, &serde_json::from_str(text).expect("an object a line"), name);
    }
}

#[test]
fn the_files_are_what_the_types_say() {
    let update = std::env::var_os("READOUT_UPDATE_SCHEMAS").is_some();
    let mut stale = Vec::new();
    for schema in SCHEMAS {
        let file = format!("schemas/{}.json", schema.name);
        if update {
            std::fs::write(&file, schema.made()).expect("written");
        } else if std::fs::read_to_string(&file).expect("the file").replace("\r\n", "\n") != schema.made() {
            stale.push(file);
        }
    }
    assert!(stale.is_empty(), "out of date: {stale:?}; READOUT_UPDATE_SCHEMAS=1 cargo test --test schemas writes them");
    let files = std::fs::read_dir("schemas").expect("the folder").count();
    assert_eq!(files, SCHEMAS.len(), "a file that no schema is");
}

#[test]
fn outputs_about_meetings_are_as_published() {
    let judges = ["comparison", "code", "code-line"].map(validator);
    let judges = [&judges[0], &judges[1], &judges[2]];
    for folder in MEETINGS.iter().copied().chain(["tests/fixtures/2031-05-12-lakeford-traditional"]) {
        hold_meeting(Path::new(folder), judges);
    }
    for meeting in readout::readout::find_meetings(Path::new("readouts")).expect("meetings") {
        hold_meeting(&meeting, judges);
    }
    let since =
        ["compare", "tests/fixtures/series/2031-09-15-lakeford", "--previous", "tests/fixtures/series/2031-02-01-call"];
    let output = json_of(&[&since[..], &["--format", "json"]].concat());
    assert!(!output["since"].as_array().expect("a list").is_empty());
    hold("comparison", judges[0], &output, "since");
    match std::env::var_os("READOUT_CORPUS") {
        None => println!("skipped: the corpus, since READOUT_CORPUS is not set"),
        Some(corpus) => {
            let meetings = readout::readout::find_meetings(Path::new(&corpus)).expect("meetings");
            assert!(meetings.len() > 10);
            meetings.iter().for_each(|m| hold_meeting(m, judges));
        }
    }
}

#[test]
fn other_outputs_are_as_published() {
    let corpus = std::env::var("READOUT_CORPUS").ok();
    let trace = validator("trace");
    let mut folders = vec!["tests/fixtures/series", "readouts"];
    folders.extend(corpus.as_deref());
    for folder in folders {
        for asked in [&[][..], &["--topic", "taiwan"], &["--formula", "us-taiwan"]] {
            let output = json_of(&[&["trace", folder, "--format", "json"], asked].concat());
            hold("trace", &trace, &output, folder);
        }
    }
    let evaluation = validator("evaluation");
    for folder in ["tests/fixtures/coded"].into_iter().chain(corpus.as_deref()) {
        for errors in [&[][..], &["--errors"]] {
            let output = json_of(&[&["evaluate", folder, "--format", "json"], errors].concat());
            hold("evaluation", &evaluation, &output, folder);
        }
    }
    let codebook = validator("codebook");
    hold("codebook", &codebook, &json_of(&["codebook", "list", "--format", "json"]), "the default");
    let own = ["codebook", "list", "--format", "json", "--codebook", "tests/fixtures/codebooks/changed.toml"];
    hold("codebook", &codebook, &json_of(&own), "a user's");
    hold("config", &validator("config"), &json_of(&["config", "--format", "json"]), "here");
    let check = validator("check");
    for folder in ["readouts", "tests/fixtures/series"] {
        let output: Value = serde_json::from_str(&run(&["check", folder, "--format", "json"]).stdout).expect("JSON");
        hold("check", &check, &output, folder);
    }

    let dry = |args: &[&str]| {
        let run = run(&[args, &["--dry-run", "--format", "json"]].concat());
        assert_eq!(run.status, 0, "{args:?}: {}", run.stderr);
        serde_json::from_str::<Value>(&run.stdout).expect("JSON")
    };
    let article = validator("import-article");
    let output = dry(&["import", "tests/fixtures/articles/lakeford.txt", "--article"]);
    assert!(!output["quotes"].as_array().expect("a list").is_empty());
    hold("import-article", &article, &output, "the fixture");
    let page = validator("import-page");
    for file in ["us", "cn", "cn-zh"] {
        let file = format!("tests/fixtures/saved/{file}.html");
        hold("import-page", &page, &dry(&["import", &file, "--meeting", "2031-05-12-lakeford"]), &file);
    }
}

/// An object anywhere in an output, each by the way that leads to it.
fn objects(value: &Value, way: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, v)| {
                objects(v, format!("{way}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            });
            found.push(way);
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(at, v)| objects(v, format!("{way}/{at}"), found)),
        _ => {}
    }
}

/// A field more, a field less and a value of another type are refused in every object, but for those whose keys are the
/// names of texts or the text's own fields.
#[test]
fn a_wrong_output_is_refused() {
    let lakeford = "tests/fixtures/2031-05-12-lakeford";
    let free = ["/sides", "/answers", "/emphasis", "/dates", "/unknown_fields", "/principals", "/tone_words"];
    for (name, args) in [
        ("comparison", vec!["compare", lakeford, "--format", "json"]),
        ("code", vec!["code", "tests/fixtures/2031-10-20-three-sides/us.md", "--format", "json"]),
        ("trace", vec!["trace", "tests/fixtures/series", "--format", "json"]),
        ("evaluation", vec!["evaluate", "tests/fixtures/coded", "--errors", "--format", "json"]),
        (
            "import-article",
            vec!["import", "tests/fixtures/articles/lakeford.txt", "--article", "--dry-run", "--format", "json"],
        ),
        ("check", vec!["check", "readouts", "--format", "json"]),
        ("config", vec!["config", "--format", "json"]),
    ] {
        let (judge, output) = (validator(name), json_of(&args));
        let mut ways = Vec::new();
        objects(&output, String::new(), &mut ways);
        // One object of each sort tells as much as all: the ways to them differ in numbers and labels alone.
        let sort = |way: &str| way.split('/').filter(|w| w.parse::<usize>().is_err()).collect::<Vec<_>>().join("/");
        ways.sort();
        ways.dedup_by_key(|w| sort(w));
        let mut tried = 0;
        for way in ways.iter().filter(|w| !free.iter().any(|f| w.ends_with(f))) {
            let changed = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
                let mut wrong = output.clone();
                change(wrong.pointer_mut(way).and_then(Value::as_object_mut).expect("an object"));
                wrong
            };
            let more = changed(&|o| drop(o.insert("a_new_field".to_owned(), json!(1))));
            assert!(!judge.is_valid(&more), "{name}: a new field in {way:?} is not noticed");
            let another = changed(&|o| {
                o.values_mut().next().into_iter().for_each(|v| *v = json!({"no": "such"}));
            });
            assert!(!judge.is_valid(&another), "{name}: another type in {way:?} is not noticed");
            tried += 1;
        }
        assert!(tried >= if ["check", "config"].contains(&name) { 2 } else { 3 }, "{name}: {ways:?}");
        let (mut less, mut renumbered) = (output.clone(), output.clone());
        let first = |v: &mut Value| if name == "code" { v[0].take() } else { v.take() };
        let mut object = first(&mut less);
        object.as_object_mut().expect("an object").remove("schema").expect("its schema");
        assert!(!judge.is_valid(&if name == "code" { json!([object]) } else { object }), "{name}: no schema");
        let mut object = first(&mut renumbered);
        object["schema"] = json!("readout.other/1");
        assert!(!judge.is_valid(&if name == "code" { json!([object]) } else { object }), "{name}: another's schema");
    }
}

#[test]
fn the_command_lists_and_prints() {
    let list = shown(&["schema"]);
    assert_eq!(list.lines().count(), SCHEMAS.len());
    for (line, schema) in list.lines().zip(SCHEMAS) {
        assert!(line.starts_with(schema.name), "{line}");
        assert_eq!(shown(&["schema", schema.name]), schema.text);
    }
    let help = shown(&["schema", "--help"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let names: Vec<&str> = SCHEMAS.iter().map(|s| s.name).collect();
    assert!(help.contains(&format!("Of which output: {}", names.join(", "))), "{help}");
    let wrong = run(&["schema", "comparsion"]);
    assert_eq!(
        (wrong.status, wrong.stderr.as_str()),
        (2, "readout: no schema `comparsion`; did you mean `comparison`?\n")
    );
}
