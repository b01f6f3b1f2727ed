//! `git diff` of readouts through a textconv: what changed in the coded statements, as the README sets it up.

mod common;

use std::path::Path;
use std::process::Command;

use common::{finish, scrubbed};

const BEFORE: &str =
    "---\nside: us\n---\nThe two sides discussed fisheries.\n\nThe United States raised concerns about trade.\n";

fn git(at: &Path, args: &[&str]) -> common::Run {
    let mut command = scrubbed("git");
    command.current_dir(at).env("HOME", at).env("GIT_CONFIG_NOSYSTEM", "1");
    command.args(["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]).args(args);
    finish(&mut command)
}

#[test]
fn a_diff_shows_what_the_codes_were_and_are() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: git is not installed");
        return;
    }
    let root = tempfile::tempdir().expect("a temporary folder");
    let at = root.path();
    let write = |file: &str, text: &str| std::fs::write(at.join(file), text).expect("written");
    std::fs::create_dir_all(at.join("readouts/2031-05-12-lakeford")).expect("a folder");
    write(".gitattributes", "readouts/**/*.md diff=readout\nreadouts/**/comparison.md diff\n");
    write("readouts/2031-05-12-lakeford/us.md", BEFORE);
    write("readouts/2031-05-12-lakeford/comparison.md", "Accepted long ago.\n");
    write("readouts/2031-05-12-lakeford/notes.md", "Call the desk.\n");
    write("readouts/README.md", "Whose texts these are.\n");
    write("readouts/empty-notes.md", "");
    let textconv = format!("'{}' code --format text --width 100 --label readout", env!("CARGO_BIN_EXE_readout"));
    let set_up: [&[&str]; 4] = [
        &["init", "--quiet"],
        &["config", "diff.readout.textconv", &textconv],
        &["add", "."],
        &["commit", "--quiet", "-m", "Lakeford"],
    ];
    for args in set_up {
        let run = git(at, args);
        assert_eq!(run.status, 0, "{args:?}: {}", run.stderr);
    }
    write(
        "readouts/2031-05-12-lakeford/us.md",
        &BEFORE.replace("raised concerns about trade", "praised progress on trade"),
    );
    write("readouts/2031-05-12-lakeford/comparison.md", "Accepted today.\n");
    write("readouts/2031-05-12-lakeford/notes.md", "Call the desk at ten.\n");
    write("readouts/empty-notes.md", "No words so far.\n");
    std::fs::remove_file(at.join("readouts/README.md")).expect("removed");
    let run = git(at, &["--no-pager", "diff", "--unified=0"]);
    // What is no readout is shown as it is, without a word.
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for line in ["-Call the desk.\n+Call the desk at ten.\n", "-Whose texts these are.\n", "+No words so far.\n"] {
        assert!(run.stdout.contains(&format!("\n{line}")), "{line}: {}", run.stdout);
    }
    assert!(run.stdout.contains("\n-Accepted long ago.\n+Accepted today.\n"), "{}", run.stdout);
    let changed: Vec<&str> = run.stdout.lines().skip_while(|l| !l.contains("us.md")).collect();
    assert!(changed.iter().any(|l| l.starts_with('-') && l.contains("us · concern · trade")), "{}", run.stdout);
    assert!(changed.iter().any(|l| l.starts_with('+') && l.contains("us · praise · trade")), "{}", run.stdout);
    assert!(!run.stdout.contains("fisheries"), "{}", run.stdout);
    assert!(!run.stdout.contains("git-blob"), "{}", run.stdout);

    // A merge that is not finished stops no diff: it is there to see.
    write("readouts/2031-05-12-lakeford/us.md", &format!("{BEFORE}<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"));
    let run = git(at, &["--no-pager", "diff"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("\n+<<<<<<< HEAD\n"), "{}", run.stdout);
}
