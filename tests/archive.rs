//! Trees of texts: which are read, in which order, on any number of cores, and what one bad text costs.

mod common;

use std::path::Path;

use common::{run_in, tree};

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("written");
}

/// A tree of `meetings` of two texts each, with files beside them that are no readouts.
fn archive(meetings: usize) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    for number in 0..meetings {
        let day = number % 28 + 1;
        let us = format!("The two sides discussed fisheries in round {number}. Secretary Renshaw raised concerns.\n");
        write(root.path(), &format!("{}/2031-05-{day:02}-m{number}/us.md", number % 3), &us.repeat(number % 5 + 1));
        let cn = format!("中方强调第{number}轮会谈。双方同意加强渔业合作。\n");
        write(root.path(), &format!("{}/2031-05-{day:02}-m{number}/cn.md", number % 3), &cn);
    }
    write(root.path(), "README.md", "An archive.\n");
    write(root.path(), ".hidden/us.md", "Nobody asked for this text.\n");
    write(root.path(), "0/Notes on the talks.md", "Notes.\n");
    write(root.path(), "2/2031-06-01 Talks.md", "---\nside: us\n---\nThe sides discussed fisheries.\n");
    root
}

/// The file of each line, each once.
fn files(jsonl: &str) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for line in jsonl.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
        let file = row["file"].as_str().expect("a file").to_owned();
        if files.last() != Some(&file) {
            files.push(file);
        }
    }
    files
}

#[test]
fn every_readout_of_a_tree_is_read_in_order() {
    let root = archive(40);
    let run = run_in(root.path(), &["code", "--format", "jsonl", "."]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let files = files(&run.stdout);
    assert_eq!(files.len(), 81);
    assert!(files.is_sorted());
    assert_eq!(files.last().map(String::as_str), Some("./2/2031-06-01 Talks.md"));
}

#[test]
fn the_number_of_cores_changes_no_byte() {
    let root = archive(60);
    for format in ["text", "json", "jsonl", "csv"] {
        let one = run_in(root.path(), &["code", "--format", format, "--jobs", "1", "."]);
        assert_eq!(one.status, 0);
        assert!(one.stdout.len() > 10_000);
        for jobs in ["2", "3", "16"] {
            let many = run_in(root.path(), &["code", "--format", format, "--jobs", jobs, "."]);
            assert!(one.stdout == many.stdout, "{format} with {jobs} jobs");
        }
    }
}

#[test]
fn one_bad_text_costs_only_itself() {
    let root = archive(12);
    write(root.path(), "1/2031-07-01-broken/us.md", "---\nside: [us\n---\nWords.\n");
    write(root.path(), "1/2031-07-02-binary/cn.md", "a\0b");
    let before = tree(root.path());
    let run = run_in(root.path(), &["code", "--format", "json", "."]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    assert!(run.stderr.contains("1/2031-07-01-broken/us.md:") && run.stderr.contains("1/2031-07-02-binary/cn.md:"));
    let texts: serde_json::Value = serde_json::from_str(&run.stdout).expect("one array");
    assert_eq!(texts.as_array().map(Vec::len), Some(25));
    assert_eq!(tree(root.path()), before);
}

#[test]
fn a_codebook_that_is_wrong_is_said_once() {
    let root = archive(12);
    write(root.path(), "mine.toml", "extends = \"default\"\n[[topic]]\nid = \"meeting\"\ncues.en = [\"((((\"]\n");
    let run = run_in(root.path(), &["code", "--format", "jsonl", "--codebook", "mine.toml", "."]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(run.stderr.matches("readout: ").count(), 1, "{}", run.stderr);
}
