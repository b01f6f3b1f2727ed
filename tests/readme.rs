//! The README shows what the program does now: each `$ readout …` in its console blocks is run in order, in a folder with
//! the saved pages and the article of the tests, and gives the lines shown; `…` stands for any lines.

mod common;

use std::path::Path;

use common::{finish, readout};
use readout::import::catalogue::{Catalogue, Entry};

/// The commands of all console blocks, each with the lines shown below it.
fn shown(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut within = false;
    for line in text.lines() {
        if line.starts_with("```") {
            within = line == "```console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| within) {
            found.push((command.to_owned(), Vec::new()));
        } else if within {
            found.last_mut().expect("a command before its output").1.push(line.to_owned());
        }
    }
    found
}

/// Whether these are the lines of an output, where `…` stands for any.
fn fits(shown: &[String], output: &[&str]) -> bool {
    let mut parts = shown.split(|line| line == "…");
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&[String]> = parts.collect();
    let starts =
        |lines: &[&str], part: &[String]| lines.len() >= part.len() && part.iter().zip(lines).all(|(a, b)| a == b);
    if rest.is_empty() {
        return output.len() == first.len() && starts(output, first);
    }
    let Some(mut left) = output.get(first.len()..).filter(|_| starts(output, first)) else { return false };
    for (at, part) in rest.iter().enumerate() {
        let last = at + 1 == rest.len();
        let found =
            (0..=left.len()).find(|from| starts(&left[*from..], part) && (!last || left.len() - from == part.len()));
        // What ends the block ends the output, unless that is `…`.
        let found = if last && part.is_empty() { Some(left.len()) } else { found };
        let Some(from) = found else { return false };
        left = &left[from + part.len()..];
    }
    true
}

#[test]
fn the_readme_shows_what_the_program_does() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for folder in ["tests/fixtures/saved", "tests/fixtures/articles"] {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            std::fs::copy(&path, root.path().join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    let commands = shown(&std::fs::read_to_string(Path::new("README.md")).expect("the README"));
    let count = |word: &str| commands.iter().filter(|(c, _)| c.starts_with(word)).count();
    assert!(count("readout import") >= 5 && count("readout compare") >= 1, "{commands:?}");
    for (command, lines) in commands {
        let args = command.strip_prefix("readout ").unwrap_or_else(|| panic!("only readout is run: {command}"));
        let run = finish(readout().current_dir(root.path()).args(args.split(' ')));
        let output = format!("{}{}", run.stdout, run.stderr).replace('\\', "/");
        assert_eq!(run.status, 0, "{command}\n{output}");
        let given: Vec<&str> = output.lines().collect();
        assert!(fits(&lines, &given), "README.md shows for `{command}`\n{}\nand it gives\n{output}", lines.join("\n"));
    }
}

#[test]
fn the_readme_counts_the_catalogue() {
    let list = Catalogue::load_default().expect("the embedded list");
    let count = |keep: &dyn Fn(&Entry) -> bool| list.entries().iter().filter(|e| keep(e)).count();
    let both = count(&|e| ["us", "cn"].iter().all(|side| e.texts.iter().any(|t| t.side.as_str() == *side)));
    let none = count(&|e| e.texts.is_empty());
    let all = list.entries().len();
    let says = format!(
        "The catalogue has {all} meetings since 2021; for {both} of them it knows a text of each side, for {none} no address at all."
    );
    let readme = std::fs::read_to_string("README.md").expect("the README");
    assert!(readme.split_whitespace().collect::<Vec<_>>().join(" ").contains(&says), "README.md lacks: {says}");
}

#[test]
fn lines_fit_only_where_they_stand() {
    let lines = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
    let output = ["a", "b", "c", "d"];
    for (shown, want) in [
        ("a|b|c|d", true),
        ("a|b|c", false),
        ("a|…", true),
        ("a|…|c|d", true),
        ("a|…|c|…", true),
        ("…|d", true),
        ("…|c", false),
        ("b|…", false),
        ("a|…|d|c|…", false),
        ("a|…|b|d", false),
        ("…", true),
    ] {
        assert_eq!(fits(&lines(shown), &output), want, "{shown}");
    }
}
