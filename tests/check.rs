//! `readout check` as a CI job meets it: what is not accepted, what is told, and what a job can read of it. All texts are
//! invented.

mod common;

use std::path::Path;

use common::{Run, run_in, tree};
use serde_json::Value;

/// The body of a text of each side.
const US: &str = "The two sides discussed trade.\n\nThe United States raised concerns about fees on mills.\n";
const CN: &str = "双方讨论了贸易问题。\n\n中方反对对磨坊收费。\n";

/// A folder with these meetings below `readouts`, each with a text of its own of either side.
fn workshop(meetings: &[&str]) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    // Nothing above the temporary folder has a say.
    std::fs::create_dir(root.path().join(".git")).expect("a folder");
    for meeting in meetings {
        for (side, words) in [("us", US), ("cn", CN)] {
            let text = format!("---\nside: {side}\n---\n\n{words}\n{meeting}.\n");
            write(root.path(), &format!("{meeting}/{side}.md"), &text);
        }
    }
    root
}

/// Writes a file below `readouts`.
fn write(root: &Path, file: &str, text: &str) {
    let file = root.join("readouts").join(file);
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    std::fs::write(file, text).expect("written");
}

fn read(root: &Path, file: &str) -> String {
    std::fs::read_to_string(root.join("readouts").join(file)).expect("a text")
}

fn check(root: &Path, flags: &[&str]) -> Run {
    run_in(root, &[&["check", "readouts"], flags].concat())
}

/// The JSON document of a check, and its exit code.
fn document(root: &Path, flags: &[&str]) -> (Value, i32) {
    let run = check(root, &[flags, &["--format", "json"]].concat());
    (serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}{}", run.stdout, run.stderr)), run.status)
}

/// How each meeting stands.
fn standing(document: &Value) -> Vec<&str> {
    document["meetings"].as_array().expect("a list").iter().filter_map(|m| m["standing"].as_str()).collect()
}

const TWO: [&str; 2] = ["2031-05-12-lakeford", "2031-09-03-marrowbay"];

/// The marks of a merge that was not finished are no words: wherever they stand, the text is not taken, and the others are.
#[test]
fn an_unfinished_merge_is_not_taken_for_words() {
    let root = workshop(&TWO);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let file = "2031-05-12-lakeford/us.md";
    let whole = read(at, file);
    let both =
        "<<<<<<< HEAD\nThe two sides met.\n||||||| 1a2b3c4\nThe sides met.\n=======\nBoth sides met.\n>>>>>>> other\n";
    let fields = "---\n<<<<<<< HEAD\nside: us\n=======\nside: us\ndate: 2031-05-12\n>>>>>>> other\n---\n\nWords.\n";
    for (text, line) in [
        (format!("{whole}\n{both}"), 11),
        (format!("{whole}\n>>>>>>> other\n"), 11),
        (format!("{whole}\r\n<<<<<<<\r\n"), 11),
        (fields.to_owned(), 2),
    ] {
        write(at, file, &text);
        let run = check(at, &["--strict"]);
        assert_eq!(run.status, 2, "{text}");
        let want = format!("readout: readouts/{file}:{line}: a merge was not finished here");
        assert!(run.stderr.starts_with(&want) && run.stderr.contains("keep what is right"), "{want}\n{}", run.stderr);
        assert_eq!(run.stdout, "2 meetings: 1 as accepted, 1 not checked\n");
        let run = run_in(at, &["code", "readouts", "--format", "csv"]);
        assert!(run.status == 2 && !run.stdout.contains("HEAD") && run.stdout.contains("marrowbay"), "{}", run.stdout);
    }
    // A text that only its front matter makes one is not lost for the marks before that.
    write(at, "2031-09-03-marrowbay/white-house.md", &format!("<<<<<<< HEAD\n{whole}=======\n>>>>>>> other\n"));
    assert!(check(at, &[]).stderr.contains("white-house.md:1: a merge was not finished here"));
    std::fs::remove_file(at.join("readouts/2031-09-03-marrowbay/white-house.md")).expect("removed");
    // A line of such signs also underlines a heading.
    write(at, file, &whole.replace("\nThe two", "\nTalks in Lakeford\n=======\n\nThe two"));
    assert_eq!(check(at, &[]).status, 1);
}

#[test]
fn an_unfinished_merge_of_a_comparison_or_of_settings_is_named() {
    let root = workshop(&TWO);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let file = "2031-05-12-lakeford/comparison.md";
    let accepted = read(at, file);
    write(at, file, &accepted.replacen("\n\n", "\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n", 1));
    let run = check(at, &[]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "2 meetings: 1 as accepted, 1 not checked\n"));
    assert!(run.stderr.contains(&format!("readouts/{file}:3: a merge was not finished here")), "{}", run.stderr);
    // What is computed of whole texts is what the merge should have come to.
    assert!(run.stderr.contains("--update"), "{}", run.stderr);
    assert_eq!(check(at, &["--update"]).status, 0);
    assert_eq!(read(at, file), accepted);
    std::fs::write(at.join("readout.toml"), "width = 90\n<<<<<<< HEAD\n=======\n>>>>>>> other\n").expect("written");
    let run = check(at, &[]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("readout: readout.toml:2:1: a merge was not finished here"), "{}", run.stderr);
}

/// One text that cannot be read holds back the acceptance of no other meeting, and a job can read what was done.
#[test]
fn an_update_accepts_what_can_be_checked() {
    let root = workshop(&["a-new", "b-broken", "c-changed"]);
    let at = root.path();
    write(at, "b-broken/us.md", "---\nside: [\n---\nWords.\n");
    write(at, "b-broken/comparison.md", "Accepted long ago.\n");
    write(at, "c-changed/comparison.md", "Accepted long ago.\n");
    let run = check(at, &["--update"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with("readout: readouts/b-broken/us.md:2: "), "{}", run.stderr);
    assert_eq!(
        run.stdout,
        "accepted: readouts/a-new/comparison.md\naccepted: readouts/c-changed/comparison.md\n\
         3 meetings: 0 as accepted, 2 accepted now, 1 not checked\n"
    );
    assert_eq!(read(at, "b-broken/comparison.md"), "Accepted long ago.\n");
    write(at, "c-changed/comparison.md", "Accepted long ago.\n");
    let (found, status) = document(at, &["--update"]);
    assert_eq!((standing(&found), status), (vec!["same", "broken", "accepted"], 2));
    assert_eq!(found["clean"], false);
    assert!(found["meetings"][1]["why"].as_str().is_some_and(|why| why.contains("b-broken/us.md:2: ")), "{found}");
}

/// What stands where the accepted comparison should, and is none, is told with the mend, and the others are checked.
#[test]
fn a_comparison_that_cannot_be_read_holds_back_no_other() {
    let root = workshop(&TWO);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let file = at.join("readouts/2031-05-12-lakeford/comparison.md");
    std::fs::remove_file(&file).expect("removed");
    std::fs::create_dir(&file).expect("a folder");
    for flags in [&[][..], &["--update"]] {
        let before = tree(at);
        let run = check(at, flags);
        assert_eq!((run.status, run.stdout.as_str()), (2, "2 meetings: 1 as accepted, 1 not checked\n"), "{flags:?}");
        let want = "readout: readouts/2031-05-12-lakeford/comparison.md: a folder, where the accepted comparison is to stand; move it away, and accept one with --update\n";
        assert_eq!(run.stderr, want);
        let (found, status) = document(at, flags);
        assert_eq!((standing(&found), status), (vec!["broken", "same"], 2));
        assert_eq!(tree(at), before);
    }
}

/// Permissions hold nobody back who runs as root, so there the test can see nothing.
#[cfg(unix)]
#[test]
fn a_comparison_that_nobody_may_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let root = workshop(&TWO);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let file = at.join("readouts/2031-05-12-lakeford/comparison.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    if std::fs::read(&file).is_ok() {
        return;
    }
    let run = check(at, &[]);
    assert_eq!((run.status, run.stdout.as_str()), (2, "2 meetings: 1 as accepted, 1 not checked\n"));
    assert!(run.stderr.contains("change its permissions, or accept anew with --update"), "{}", run.stderr);
    assert_eq!(check(at, &["--update"]).status, 0);
    assert_eq!(check(at, &[]).status, 0);
}

/// A folder of readouts that is only a link is not checked, which is told, once, by whatever reads the folder.
#[cfg(unix)]
#[test]
fn links_to_readouts_elsewhere_are_told() {
    use std::os::unix::fs::symlink;
    let root = workshop(&["2031-05-12-lakeford"]);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    for (name, file) in [("one", "us.md"), ("archive/2030-01-02-hillford", "us.md"), ("pictures", "map.txt")] {
        std::fs::create_dir_all(elsewhere.path().join(name)).expect("a folder");
        std::fs::write(elsewhere.path().join(name).join(file), US).expect("written");
    }
    let link = |target: &Path, name: &str| symlink(target, at.join("readouts").join(name)).expect("a link");
    link(&elsewhere.path().join("one"), "2031-07-07-linked");
    link(&elsewhere.path().join("archive"), "archive");
    link(Path::new("nowhere"), "2031-08-08-gone");
    // No readouts, or those that are read where they stand.
    link(&elsewhere.path().join("pictures"), "pictures");
    link(Path::new("2031-05-12-lakeford"), "latest");
    link(Path::new("."), "again");
    let not_followed =
        "a link to readouts elsewhere, which is not followed; put the folder itself here, or name it by itself";
    let want = format!(
        "readout: readouts/2031-07-07-linked: {not_followed}\n\
         readout: readouts/2031-08-08-gone: a link that leads nowhere; mend it, or take it away\n\
         readout: readouts/archive: {not_followed}\n"
    );
    for args in [
        &["check", "readouts"][..],
        &["code", "readouts", "--format", "csv"],
        &["trace", "readouts"],
        &["site", "readouts", "--out", "site"],
        &["compare", "readouts", "--format", "csv"],
    ] {
        let run = run_in(at, args);
        assert_eq!((run.status, run.stderr.as_str()), (0, want.as_str()), "{args:?}");
    }
    assert_eq!(check(at, &["--strict"]).status, 1);
    let (found, _) = document(at, &[]);
    assert_eq!(found["doubts"].as_array().map(Vec::len), Some(3));
    assert_eq!(found["doubts_at"][0]["file"], "readouts/2031-07-07-linked");
    // Where there is nothing else, that is the reason.
    std::fs::remove_dir_all(at.join("readouts/2031-05-12-lakeford")).expect("removed");
    let run = check(at, &[]);
    assert!(run.status == 2 && run.stderr.contains("no meeting in this folder"), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("readouts/2031-07-07-linked: {not_followed}")), "{}", run.stderr);
}

/// Whoever does what is said of a missing comparison has a check that holds, whatever flags say by what it is checked.
#[test]
fn the_mend_of_a_missing_comparison_has_the_flags() {
    let root = workshop(&["2031-05-12-lakeford", "2031-06-01-it's a call"]);
    let at = root.path();
    let book = "extends = \"default\"\n[[topic]]\nid = \"mills\"\nlabel.en = \"Mills\"\ncues.en = [\"mills\"]\n";
    std::fs::write(at.join("my book.toml"), book).expect("written");
    std::fs::write(at.join("other.toml"), "sides = [\"us\"]\n").expect("written");
    assert_eq!(check(at, &["--update", "--codebook", "my book.toml"]).status, 0);
    let by = "by --codebook: my book.toml\n";
    let run = check(at, &["--codebook", "my book.toml"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, format!("2 meetings: 2 as accepted\n{by}").as_str()));
    std::fs::remove_file(at.join("readouts/2031-05-12-lakeford/comparison.md")).expect("removed");
    let run = check(at, &["--codebook", "my book.toml", "--config", "other.toml"]);
    let flags = "--update --config other.toml --codebook 'my book.toml'";
    let want = format!(
        "missing: readouts/2031-05-12-lakeford/comparison.md; `readout check readouts/2031-05-12-lakeford {flags}` writes it\n"
    );
    assert!(run.stdout.contains(&want), "{}", run.stdout);
    assert!(run.stdout.ends_with(&format!("{by}by other.toml: sides us\n")), "{}", run.stdout);
    let run = check(at, &["--no-config"]);
    assert!(run.stdout.contains("`readout check readouts/2031-05-12-lakeford --update --no-config`"), "{}", run.stdout);
    std::fs::remove_file(at.join("readouts/2031-06-01-it's a call/comparison.md")).expect("removed");
    let run = check(at, &[]);
    assert!(
        run.stdout.contains(r"`readout check 'readouts/2031-06-01-it'\''s a call' --update` writes it"),
        "{}",
        run.stdout
    );
}

/// What looks like a slip is told with its line, in words and in parts.
#[test]
fn slips_have_their_lines() {
    let root = workshop(&["2031-05-12-lakeford"]);
    let at = root.path();
    let text = format!(
        "---\nside: us\nprincipals:\n  us: [\"Carla Renshaw\"]\n  usa: [\"C. Renshaw\"]\n  chn: [\"陆安平\"]\nsource_url: www.office.example/1\nlanguage: zh\nquoted_from:\n  url: page 3\nplublisher: The Office\n---\n\n{US}"
    );
    write(at, "2031-05-12-lakeford/us.md", &text);
    assert_eq!(check(at, &["--update"]).status, 0);
    let run = check(at, &["--strict"]);
    assert_eq!(run.status, 1);
    let file = "readouts/2031-05-12-lakeford/us.md";
    let want = [
        (11, "`plublisher` is no field of the front matter; did you mean `publisher`?"),
        (7, "its `source_url` is `www.office.example/1`, which is no address; write it with https:// or http://"),
        (10, "its `url` is `page 3`, which is no address; write it with https:// or http://"),
        (8, "its `language` is `zh`, and the text looks like `en`; mend the line"),
        (
            6,
            "`chn` in its `principals` is no side of the codebook; did you mean `cn`? If not, add a [[side]] with this id (`--codebook`)",
        ),
        (
            5,
            "`usa` in its `principals` is no side of the codebook; did you mean `us`? If not, add a [[side]] with this id (`--codebook`)",
        ),
    ];
    let lines: String = want.iter().map(|(line, said)| format!("readout: {file}:{line}: {said}\n")).collect();
    assert_eq!(run.stderr, lines);
    let (found, _) = document(at, &[]);
    let parts = found["doubts_at"].as_array().expect("a list");
    assert_eq!(parts.len(), want.len());
    for ((line, said), (part, whole)) in want.iter().zip(parts.iter().zip(found["doubts"].as_array().expect("a list")))
    {
        assert_eq!(*part, serde_json::json!({"file": file, "line": line, "message": said}));
        assert_eq!(*whole, format!("{file}:{line}: {said}"));
    }
}

/// A folder that was copied for a new meeting and not filled in, and a name that begins with no day.
#[test]
fn copies_and_days_of_no_calendar_are_told() {
    let root = workshop(&["2031-05-12-lakeford", "2031-06-01-hillford"]);
    let at = root.path();
    assert_eq!(check(at, &["--update", "--strict"]).status, 0);
    let copied = read(at, "2031-05-12-lakeford/us.md");
    write(at, "2031-06-01-hillford/us.md", &copied);
    write(at, "2031-13-45-x/cn.md", &format!("---\nside: cn\n---\n{CN}"));
    write(at, "2031-7-4-y/cn.md", &format!("---\nside: cn\n---\n{CN}\n天气很好。\n"));
    assert_eq!(check(at, &["--update"]).status, 0);
    let run = check(at, &["--strict"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, "4 meetings: 4 as accepted\n"));
    let no_day =
        "its name begins with no day of the calendar; write the day of the meeting, such as 2023-07-13-jakarta";
    assert_eq!(
        run.stderr,
        format!(
            "readout: readouts/2031-06-01-hillford/us.md: the same words as readouts/2031-05-12-lakeford/us.md, of another meeting; keep one of the two\n\
             readout: readouts/2031-13-45-x: {no_day}\n\
             readout: readouts/2031-7-4-y: {no_day}\n"
        )
    );
}

/// Editors save a text with a mark before it, and leave hidden copies beside it; neither changes anything.
#[test]
fn what_editors_leave_is_no_change() {
    let root = workshop(&["2031-05-12-lakeford"]);
    let at = root.path();
    assert_eq!(check(at, &["--update"]).status, 0);
    let file = "2031-05-12-lakeford/comparison.md";
    let accepted = read(at, file);
    for text in [format!("\u{feff}{accepted}"), format!("\u{feff}{}", accepted.replace('\n', "\r\n"))] {
        write(at, file, &text);
        assert_eq!(check(at, &[]).status, 0);
    }
    for name in [".us.md", "._cn.md", ".#us.md", ".white-house.md"] {
        write(at, &format!("2031-05-12-lakeford/{name}"), &format!("---\nside: us\n---\n\nAn older state.\n\n{US}"));
    }
    let run = check(at, &["--strict"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let run = run_in(at, &["code", "readouts", "--format", "csv"]);
    assert!(run.status == 0 && !run.stdout.contains("An older state"), "{}", run.stdout);
}
