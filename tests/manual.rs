//! Completions and manual: made for every command, understood by the shells and by `man` where the machine has them, and
//! true about exit codes.

mod common;

use std::path::Path;

use common::{finish, run, scrubbed, shown};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// The commands, as --help lists them.
fn commands() -> Vec<String> {
    let help = shown(&["--help"]);
    let lines = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    let words = lines.filter(|l| !l.starts_with("   ")).filter_map(|l| l.split_whitespace().next());
    words.filter(|w| *w != "help").map(str::to_owned).collect()
}

/// Runs a program with a text on stdin; none where the machine lacks it.
fn through(program: &str, args: &[&str], stdin: &str) -> Option<common::Run> {
    let mut command = scrubbed(program);
    command.args(args).write_stdin(stdin);
    match command.output() {
        Ok(_) => Some(finish(&mut command)),
        Err(e) => {
            eprintln!("skipped: {program}: {e}");
            None
        }
    }
}

#[test]
fn every_shell_knows_every_command() {
    for shell in SHELLS {
        let script = shown(&["completions", shell]);
        for word in commands().iter().map(String::as_str).chain(["--no-config", "--split-semicolons", "jsonl"]) {
            // PowerShell's and elvish's scripts of clap know commands and options, and no values.
            let known = script.contains(word.trim_start_matches("--")) || word == "jsonl";
            assert!(known, "{shell}: {word}");
        }
    }
    let wrong = run(&["completions", "tcsh"]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("bash, elvish, fish, powershell, zsh"), "{}", wrong.stderr);
}

#[test]
fn shells_complete_by_the_scripts() {
    let bash = shown(&["completions", "bash"]);
    let asked = |words: &str, current: &str, before: &str| {
        let count = words.split(' ').count();
        let words = format!("{words} '{current}'");
        let drive = format!(
            "{bash}\nCOMP_WORDS=({words}); COMP_CWORD={count}; _readout readout '{current}' {before}; echo \"${{COMPREPLY[*]}}\""
        );
        through("bash", &["--norc", "-s"], &drive).map(|run| (run.stdout, run.stderr))
    };
    for (words, current, before, want) in [
        ("readout", "comp", "readout", "compare completions\n"),
        ("readout compare --format", "", "--format", "terminal text markdown html json jsonl csv\n"),
        ("readout code --format", "json", "--format", "json jsonl\n"),
        ("readout check", "--no", "check", "--no-config\n"),
        ("readout codebook", "ex", "codebook", "export\n"),
    ] {
        if let Some(got) = asked(words, current, before) {
            assert_eq!(got, (want.to_owned(), String::new()), "{words} {current}");
        }
    }
    for (program, args) in [("zsh", ["-n"]), ("fish", ["-n"])] {
        if let Some(run) = through(program, &args, &shown(&["completions", program])) {
            assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{program}");
        }
    }
}

#[test]
fn every_command_has_a_page_that_man_reads() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("man1");
    let said = shown(&["man", "--out", folder.to_str().expect("UTF-8")]);
    assert_eq!(said.lines().count(), std::fs::read_dir(&folder).expect("the folder").count());
    let names = commands().into_iter().map(|c| format!("readout-{c}.1"));
    for name in names.chain(["readout.1".to_owned(), "readout-codebook-show.1".to_owned()]) {
        let page = std::fs::read_to_string(folder.join(&name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        for section in ["NAME", "SYNOPSIS", "EXIT STATUS", "ENVIRONMENT", "FILES"] {
            assert!(page.contains(section), "{name}: {section}");
        }
        let path = folder.join(&name);
        let Some(read) = through("man", &["--warnings", "-E", "UTF-8", "-l", path.to_str().expect("UTF-8")], "") else {
            continue;
        };
        assert_eq!((read.status, read.stderr.as_str()), (0, ""), "{name}");
        assert!(read.stdout.contains("EXIT STATUS"), "{name}: {}", read.stdout);
    }
    let one = shown(&["man", "codebook", "show"]);
    assert_eq!(one, std::fs::read_to_string(folder.join("readout-codebook-show.1")).expect("a page"));
    let wrong = run(&["man", "chek"]);
    assert_eq!((wrong.status, wrong.stderr.as_str()), (2, "readout: no command `chek`; did you mean `check`?\n"));
}

/// What --help and the manual say of exit codes, by running the cases that they name.
#[test]
fn exit_codes_are_as_said() {
    for command in commands() {
        let (help, page) = (shown(&[&command, "--help"]), shown(&["man", &command]));
        let codes = help.split_once("\nExit codes: ").unwrap_or_else(|| panic!("{command}: no exit codes")).1;
        assert!(page.contains(r#".SH "EXIT STATUS""#), "{command}: {page}");
        assert_eq!(codes.contains("; 1 "), page.contains("\n\\fB1\\fR\n"), "{command}");
    }
    let root = tempfile::tempdir().expect("a temporary folder");
    let meeting = common::copy_meeting("tests/fixtures/2031-05-12-lakeford", root.path());
    let one = Path::new("tests/fixtures/2031-12-01-one-side").to_str().expect("UTF-8");
    let status = |args: &[&str]| run(args).status;
    let folder = root.path().to_str().expect("UTF-8");
    assert_eq!(status(&["check", folder]), 1, "there is no accepted comparison");
    assert_eq!(status(&["check", folder, "--update"]), 0, "accepted now");
    assert_eq!(status(&["check", folder]), 0, "as accepted");
    assert_eq!(status(&["check", one, "--nosuch"]), 2);
    assert_eq!(status(&["compare", meeting.to_str().expect("UTF-8"), "--exit-code"]), 1, "a side is silent");
    assert_eq!(status(&["compare", meeting.to_str().expect("UTF-8")]), 0);
    assert_eq!(status(&["evaluate", "tests/fixtures/coded", "--min", "act=1.01"]), 2, "no such share");
    assert_eq!(status(&["codebook", "check"]), 0);
    assert_eq!(status(&["codebook", "check", "tests/fixtures/codebooks/lint.toml"]), 1, "something to mend");
}
