//! The ordinary words of diplomacy, whatever the texts of the corpus say: which act a verb is, and which topic a thing.

mod common;

use std::path::Path;

use common::book;
use readout::coding::{Statement, code};
use readout::readout::Readout;

/// The rows of a table of this folder, without its notes and its head.
fn rows(table: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/vocabulary").join(table);
    let text = std::fs::read_to_string(path).expect("a table");
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Each sentence as a paragraph of one text of a side.
fn coded(side: &str, language: &str, sentences: &[String]) -> Vec<Statement> {
    let head = "principals:\n  us: [\"Dana Mills\", \"Mills\", \"米尔斯\"]\n  cn: [\"Chen Bo\", \"陈波\"]\n";
    let text = format!("---\nside: {side}\nlanguage: {language}\n{head}---\n{}\n", sentences.join("\n\n"));
    let readout = Readout::parse(Path::new("text.md"), &text).expect("a text");
    let statements = code(readout, book()).expect("coded").statements;
    assert_eq!(statements.len(), sentences.len());
    statements
}

#[test]
fn verbs_are_the_acts_that_they_are() {
    let rows = rows("acts.tsv");
    let mut wrong = Vec::new();
    for (side, language) in [("us", "en"), ("cn", "zh")] {
        let own: Vec<&Vec<String>> = rows.iter().filter(|r| r[0] == side && r[1] == language).collect();
        assert!(own.len() > 100, "{side} {language}");
        let sentences: Vec<String> = own.iter().map(|r| r[4].clone()).collect();
        for (row, statement) in own.iter().zip(coded(side, language, &sentences)) {
            let (speaker, act) = (statement.speaker.as_str(), statement.act.as_str());
            if (speaker, act) != (&row[2], &row[3]) {
                wrong.push(format!("{}: {speaker} {act}, not {} {}", row[4], row[2], row[3]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn things_are_found_under_their_topics() {
    let rows = rows("topics.tsv");
    let mut wrong = Vec::new();
    for (side, language) in [("us", "en"), ("cn", "zh")] {
        let own: Vec<&Vec<String>> = rows.iter().filter(|r| r[0] == language).collect();
        assert!(own.len() > 300, "{language}");
        let named = |words: &str| match language {
            "en" => format!("Secretary Mills spoke about {words}."),
            _ => format!("陈波介绍了{words}的情况。"),
        };
        let sentences: Vec<String> = own.iter().map(|r| named(&r[2])).collect();
        for (row, statement) in own.iter().zip(coded(side, language, &sentences)) {
            if !statement.topics.contains(&row[1]) {
                wrong.push(format!("{}: {:?}, not {}", row[2], statement.topics, row[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
