//! Hand-coded files, good and broken.

use std::path::Path;

use super::{Gold, parse_gold};
use crate::codebook::{Act, Codebook};
use crate::coding::Speaker;
use crate::readout::Side;
use crate::text::Span;

const HEADER: &str = "start\tend\ttopics\toptional_topics\tspeaker\tact\ttext\n";
const BODY: &str = "\n\"We agree,\" he said\non trade. 中美同意。\n";

fn parse(tsv: &str) -> Result<Vec<Gold>, String> {
    let codebook = Codebook::embedded();
    parse_gold(Path::new("us.gold.tsv"), tsv, BODY, &codebook).map_err(|e| e.to_string())
}

#[test]
fn reads_what_the_columns_say() {
    let tsv = format!(
        "\u{feff}{HEADER}1\t30\ttrade,trade, ai\tclimate\tus|both\tagree|state\t\"We agree,\" he said on trade.\r\n\n"
    );
    let us = Speaker::Side(Side::new("us").expect("a side"));
    let wanted = Gold {
        line: 2,
        span: Span::new(1, 30),
        topics: vec!["trade".into(), "ai".into()],
        optional: vec!["climate".into()],
        speakers: vec![us, Speaker::Both],
        acts: vec![Act::Agree, Act::State],
    };
    assert_eq!(parse(&tsv), Ok(vec![wanted]));
}

#[test]
fn columns_may_stand_in_any_order_and_more_are_passed_over() {
    let tsv = "note\ttext\tact\tspeaker\toptional_topics\ttopics\tend\tstart\nx\t中美同意。\tagree\tboth\t\t\t46\t31\n";
    let gold = parse(tsv).expect("a good file");
    assert_eq!((gold[0].span, gold[0].topics.len()), (Span::new(31, 46), 0));
}

#[test]
fn every_mistake_is_told_with_its_line_and_the_mend() {
    let with = |line: &str| format!("{HEADER}31\t46\ttrade\t\tboth\tagree\t中美同意。\n{line}\n");
    for (tsv, wanted) in [
        (String::new(), "us.gold.tsv:1: the first line names the column `start` 0 times; it must be: start end topics"),
        ("start,end,topics".into(), "us.gold.tsv:1: the first line names the column `start` 0 times"),
        (HEADER.replace("act\t", ""), "us.gold.tsv:1: the first line names the column `act` 0 times"),
        (HEADER.replace("act", "end"), "us.gold.tsv:1: the first line names the column `end` 2 times"),
        (HEADER.into(), "us.gold.tsv:1: there is no line below the first; code one"),
        (with("1\t30\ttrade"), "us.gold.tsv:3: 3 fields where the first line has 7; write one tab"),
        (with("1\t3O\ttrade\t\tus\tstate\tx"), "us.gold.tsv:3: end: `3O` is no number of bytes; count from 0"),
        (with("-1\t30\ttrade\t\tus\tstate\tx"), "us.gold.tsv:3: start: `-1` is no number"),
        (with("30\t30\ttrade\t\tus\tstate\t"), "us.gold.tsv:3: end 30 does not lie behind start 30"),
        (with("1\t48\ttrade\t\tus\tstate\tx"), "us.gold.tsv:3: end 48 lies outside the body of 47 bytes"),
        (with("32\t46\ttrade\t\tus\tstate\tx"), "us.gold.tsv:3: start 32 lies inside a character; offsets count bytes"),
        (with("31\t45\ttrade\t\tus\tstate\tx"), "us.gold.tsv:3: end 45 lies inside a character"),
        (
            with("31\t43\ttrade\t\tus\tstate\t中方同意"),
            "us.gold.tsv:3: bytes 31 to 43 of the body are “中美同意”, not “中方同意”; mend the offsets",
        ),
        (
            with("31\t43\ttaiwann\t\tus\tstate\t中美同意"),
            "us.gold.tsv:3: topics: no topic `taiwann` in the codebook; write `taiwan`?",
        ),
        (
            with("31\t43\t\tzzz\tus\tstate\t中美同意"),
            "us.gold.tsv:3: optional_topics: no topic `zzz` in the codebook; `readout codebook` lists them",
        ),
        (
            with("31\t43\t\t\tus|\tstate\t中美同意"),
            "us.gold.tsv:3: speaker: `` is no speaker; write the id of a side such as us or cn, both, or none",
        ),
        (with("31\t43\t\t\tUS\tstate\t中美同意"), "us.gold.tsv:3: speaker: `US` is no speaker"),
        (
            with("31\t43\t\t\tus\tstate|urge\t中美同意"),
            "us.gold.tsv:3: act: `urge` is no act; write one of warn, demand, concern, commit, agree, praise, state, desc",
        ),
    ] {
        let message = parse(&tsv).expect_err(wanted);
        assert!(message.starts_with(wanted), "{message}");
    }
}

#[test]
fn a_message_is_one_line_whatever_the_file_holds() {
    let long = "\u{1b}[31m".repeat(40);
    let message = parse(&format!("{HEADER}1\t20\t{long}\t\tus\tstate\t\"We agree,\" he said\n")).expect_err("no topic");
    assert!(!message.contains(char::is_control) && message.len() < 300, "{message}");
}
