//! `readout.toml` as a user meets it: where it is found, what is stronger than it, what `readout config` says of it, and
//! that it cannot change an accepted comparison without a word. All meetings are invented.

mod common;

use std::path::Path;

use common::{Run, copy_meeting, finish, readout, run_in, tree};

/// A folder with a meeting at `texts/2031-05-12-lakeford`, and a readout.toml if there is a text for it.
fn workshop(settings: Option<&str>) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    // Nothing above the temporary folder has a say.
    std::fs::create_dir(root.path().join(".git")).expect("a folder");
    copy_meeting("tests/fixtures/2031-05-12-lakeford", &root.path().join("texts"));
    if let Some(text) = settings {
        std::fs::write(root.path().join("readout.toml"), text).expect("written");
    }
    root
}

/// The stdout of a command line that must go well.
fn shown(folder: &Path, line: &str) -> String {
    let run = run_in(folder, &line.split_whitespace().collect::<Vec<_>>());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{line}");
    run.stdout
}

fn with(folder: &Path, (name, value): (&str, &str), line: &str) -> Run {
    finish(readout().current_dir(folder).args(line.split_whitespace()).env(name, value))
}

const MEETING: &str = "texts/2031-05-12-lakeford";

#[test]
fn the_file_sets_what_flags_do_not() {
    let root = workshop(Some(
        "readouts = \"texts\"\nsides = [\"us\", \"cn\"]\nwidth = 60\ncolor = \"always\"\n\
         [format]\ncompare = \"text\"\ncode = \"jsonl\"\ntrace = \"csv\"\n",
    ));
    let at = root.path();
    let compare = format!("compare {MEETING}");
    let bare = |line: &str| shown(at, &format!("{line} --no-config"));
    assert_eq!(shown(at, &compare), bare(&format!("{compare} --sides us,cn --width 60")));
    assert_ne!(shown(at, &compare), bare(&format!("{compare} --width 60")), "the order of the columns");
    assert_eq!(
        shown(at, &format!("{compare} --sides cn --width 90")),
        bare(&format!("{compare} --sides cn --width 90"))
    );
    assert_eq!(shown(at, &format!("code {MEETING}/us.md")), bare(&format!("code {MEETING}/us.md --format jsonl")));
    assert_eq!(shown(at, "trace"), bare("trace texts --format csv"));
    let terminal = format!("{compare} --format terminal");
    assert_eq!(shown(at, &terminal), bare(&format!("{terminal} --sides us,cn --width 60 --color always")));
    assert!(!shown(at, &format!("{terminal} --color never")).contains('\u{1b}'), "the flag is stronger");
    let files = format!("compare {MEETING}/cn.md {MEETING}/us.md --width 60");
    assert_eq!(shown(at, &files), bare(&files), "files stand in the order in which they are named");
}

#[test]
fn the_environment_is_stronger_than_the_file() {
    let root = workshop(Some("width = 60\ncolor = \"always\"\n"));
    let at = root.path();
    let compare = format!("compare {MEETING} --format terminal");
    let wide = with(at, ("COLUMNS", "90"), &compare).stdout;
    assert_eq!(wide, shown(at, &format!("{compare} --width 90")));
    assert_eq!(with(at, ("COLUMNS", "90"), &format!("{compare} --width 60")).stdout, shown(at, &compare));
    assert!(shown(at, &compare).contains('\u{1b}'));
    assert!(!with(at, ("NO_COLOR", "1"), &compare).stdout.contains('\u{1b}'));
    assert!(with(at, ("NO_COLOR", ""), &compare).stdout.contains('\u{1b}'), "an empty NO_COLOR is none");
}

#[test]
fn the_nearest_file_above_holds_and_a_repository_is_the_end() {
    let root = workshop(Some("width = 60\n"));
    let deep = root.path().join("a/b");
    std::fs::create_dir_all(&deep).expect("folders");
    assert!(shown(&deep, "config").starts_with("file: ../../readout.toml\n"));
    assert!(shown(&deep, "config").contains("width            60  (../../readout.toml:1)\n"));
    std::fs::write(root.path().join("a/readout.toml"), "width = 70\ncodebook = \"../none.toml\"\n").expect("written");
    assert!(shown(&deep, "config").contains("width            70  (../readout.toml:1)\n"), "the nearest");
    assert!(
        shown(&deep, "config").contains("codebook         ../../none.toml  (../readout.toml:2)\n"),
        "paths of the file"
    );
    assert!(
        shown(&deep, "config --config ../../readout.toml").contains("width            60  (../../readout.toml:1)\n")
    );
    assert!(shown(&deep, "config --no-config").starts_with("no readout.toml in this folder or above it\n"));
    std::fs::remove_file(root.path().join("a/readout.toml")).expect("removed");
    std::fs::write(root.path().join("a/.git"), "gitdir: elsewhere\n").expect("written");
    assert!(shown(&deep, "config").starts_with("no readout.toml"), "the file above a repository is another's");
}

#[test]
fn config_says_what_holds_and_why() {
    let root = workshop(Some(
        "sides = [\"us\", \"cn\"]\nformat.compare = \"markdown\"\ncodebook = [\"a.toml\", \"b.toml\"]\n",
    ));
    let want = "file: readout.toml\n\
                readouts         readouts  (default)\n\
                sides            us, cn  (readout.toml:1)\n\
                codebook         a.toml, b.toml  (readout.toml:3)\n\
                format.compare   markdown  (readout.toml:2)\n\
                format.code      text  (default)\n\
                format.trace     terminal on a terminal, text elsewhere  (default)\n\
                format.evaluate  text  (default)\n\
                width            80  (default)\n\
                color            auto  (default)\n";
    assert_eq!(shown(root.path(), "config"), want);
    let run = finish(readout().current_dir(root.path()).args(["config", "--format", "json"]).env("COLUMNS", "33"));
    let object: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&object["schema"], &object["file"]), (&"readout.config/1".into(), &"readout.toml".into()));
    let held = |key: &str| {
        let settings = object["settings"].as_array().expect("a list");
        settings.iter().find(|s| s["key"] == key).unwrap_or_else(|| panic!("no {key}")).clone()
    };
    assert_eq!(held("width"), serde_json::json!({"key": "width", "value": 33, "from": "environment", "at": "COLUMNS"}));
    assert_eq!(
        held("sides"),
        serde_json::json!({"key": "sides", "value": ["us", "cn"], "from": "file", "at": "readout.toml:1"})
    );
    assert_eq!(held("format.trace")["value"], serde_json::Value::Null);
}

const FISH: &str =
    "extends = \"default\"\n[[topic]]\nid = \"lake-fish\"\nlabel.en = \"Fish of the lake\"\ncues.en = [\"abuses\"]\n";
const BOATS: &str =
    "extends = \"default\"\n[[topic]]\nid = \"boats\"\nlabel.en = \"Boats\"\ncues.en = [\"scholars\"]\n";

#[test]
fn files_of_a_codebook_add_up_and_the_flag_stands_for_them() {
    let root = workshop(Some("codebook = [\"fish.toml\", \"boats.toml\"]\n"));
    let at = root.path();
    for (name, text) in [("fish.toml", FISH), ("boats.toml", BOATS)] {
        std::fs::write(at.join(name), text).expect("written");
    }
    let code = format!("code {MEETING}/us.md");
    let both = shown(at, &code);
    assert!(both.contains("lake-fish") && both.contains("boats"), "{both}");
    assert_eq!(both, shown(at, &format!("{code} --no-config --codebook fish.toml --codebook boats.toml")));
    let one = shown(at, &format!("{code} --codebook boats.toml"));
    assert!(!one.contains("lake-fish") && one.contains("boats"), "{one}");
    std::fs::remove_file(at.join("fish.toml")).expect("removed");
    let run = run_in(at, &["code", &format!("{MEETING}/us.md")]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr, "readout: readout.toml:1: codebook: fish.toml: no such file; give a codebook in TOML\n");
}

/// What is accepted hangs on the repository alone: not on where the job was started, on the environment or on what is
/// for the eye, and what the file changes is named.
#[test]
fn no_setting_changes_an_accepted_comparison_without_a_word() {
    let root = workshop(None);
    let at = root.path();
    shown(at, "check texts --update");
    let accepted = tree(&at.join("texts"));
    std::fs::write(at.join("readout.toml"), "width = 30\ncolor = \"always\"\nformat.compare = \"json\"\n")
        .expect("written");
    let run = with(at, ("COLUMNS", "40"), "check texts");
    assert_eq!((run.status, run.stdout.as_str()), (0, "1 meeting: 1 as accepted\n"), "what is for the eye");

    std::fs::write(at.join("readout.toml"), "sides = [\"us\", \"cn\"]\nreadouts = \"texts\"\n").expect("written");
    let run = run_in(at, &["check"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(run.stdout.starts_with("changed: texts/2031-05-12-lakeford\n"), "{}", run.stdout);
    assert!(run.stdout.ends_with("1 changed\nby readout.toml: sides us, cn\n"), "{}", run.stdout);
    assert_eq!(run_in(at, &["check", "--no-config", "texts"]).status, 0);
    assert_eq!(tree(&at.join("texts")), accepted, "nothing was written");
    assert_eq!(run_in(at, &["check", "--update"]).status, 0);

    // From inside, from above and from a folder with settings of its own it is the same.
    std::fs::write(at.join("fish.toml"), FISH).expect("written");
    std::fs::create_dir(at.join("elsewhere")).expect("a folder");
    std::fs::write(at.join("elsewhere/readout.toml"), "sides = [\"cn\"]\ncodebook = \"../fish.toml\"\n")
        .expect("written");
    let above = at.parent().expect("a folder above");
    let name = at.file_name().expect("a name").to_str().expect("UTF-8");
    for (folder, line) in [
        (at.to_owned(), "check".to_owned()),
        (at.join(MEETING), "check .".to_owned()),
        (at.join("elsewhere"), "check ../texts".to_owned()),
        (above.to_owned(), format!("check {name}/texts")),
    ] {
        let out = shown(&folder, &line);
        assert!(out.starts_with("1 meeting: 1 as accepted\nby "), "{line}: {out}");
        assert!(out.ends_with("readout.toml: sides us, cn\n"), "{line}: {out}");
    }
    let run = run_in(&at.join("elsewhere"), &["check", "../texts", "--config", "readout.toml"]);
    assert_eq!(run.status, 1, "a file that is named holds");
    assert!(run.stdout.ends_with("by readout.toml: codebook ../fish.toml; sides cn\n"), "{}", run.stdout);
}

/// A text of a readout.toml, a command line, and what the message must say.
const REFUSED: [(&[u8], &str, &str); 13] = [
    (b"sides = [", "config", "readout.toml:1:"),
    (b"sides = \"us\"\nsides = \"cn\"\n", "config", "readout.toml:2:1: this is not TOML: duplicate key"),
    (
        b"codebok = \"a.toml\"\n",
        "check texts",
        "readout.toml:1:1: `codebok` is no key of readout.toml; did you mean `codebook`?",
    ),
    (
        b"zzz = 1\n",
        "trace texts",
        "`zzz` is no key of readout.toml; its keys are readouts, sides, codebook, format, width, color",
    ),
    (
        b"format.compare = \"pdf\"\n",
        "compare texts/2031-05-12-lakeford",
        "readout.toml:1:18: `compare` cannot be \"pdf\"; it may be terminal",
    ),
    (
        b"width = 1000000\n",
        "code texts/2031-05-12-lakeford/us.md",
        "readout.toml:1:9: `width` must be a number of columns",
    ),
    (b"caf\xe9", "config", "readout.toml: not a text in UTF-8 (byte 4 of the file); save it as UTF-8"),
    (b"GI\0F89a", "config", "readout.toml:1:"),
    (b"readouts = \"nosuch\"\n", "check", "readout.toml:1: readouts: nosuch: no such folder; mend the line"),
    (b"readouts = \"nosuch\"\n", "site --out o", "readout.toml:1: readouts: nosuch: no such folder; mend the line"),
    (b"", "config --config nosuch.toml", "nosuch.toml: no such file; give a readout.toml in TOML"),
    (b"", "config --config texts", "texts: a folder, not a file; readout.toml is a file of settings in TOML"),
    (
        b"codebook = \"readout.toml\"\n",
        "code texts/2031-05-12-lakeford/us.md",
        "readout.toml:1: codebook: readout.toml:1:1: `codebook` is no key of a codebook",
    ),
];

#[test]
fn what_is_wrong_is_said_in_one_line() {
    for (bytes, line, want) in REFUSED {
        let root = workshop(None);
        std::fs::write(root.path().join("readout.toml"), bytes).expect("written");
        let before = tree(root.path());
        let run = run_in(root.path(), &line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {}", run.stderr);
        assert!(run.stderr.starts_with("readout: ") && run.stderr.contains(want), "{line}: {}", run.stderr);
        assert_eq!(run.stderr.matches('\n').count(), 1, "{line}: {}", run.stderr);
        assert_eq!(tree(root.path()), before);
    }
    let root = workshop(Some(&"# long\n".repeat(20_000)));
    let run = run_in(root.path(), &["config"]);
    assert_eq!(run.stderr, "readout: readout.toml: larger than 64 KiB, which no readout.toml is\n");
    let root = workshop(None);
    std::fs::create_dir(root.path().join("readout.toml")).expect("a folder");
    let run = run_in(root.path(), &["trace", "texts"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr, "readout: readout.toml: a folder, not a file; readout.toml is a file of settings in TOML\n");
    assert_eq!(run_in(root.path(), &["trace", "texts", "--no-config"]).status, 0);
    assert_eq!(run_in(root.path(), &["config", "--no-config", "--config", "x"]).status, 2);
}
