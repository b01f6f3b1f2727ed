//! Figures counted by hand, on texts whose codes are set by hand too, so that no cue can change them.

use std::path::{Path, PathBuf};

use super::{Document, Evaluation, Gold, Minimum, parse_gold};
use crate::codebook::{Act, Codebook};
use crate::coding::{self, Basis, Coded, Evidence, Speaker};
use crate::readout::{Readout, Side};

const BODY: &str = "One thing. Two things. Three things. Four things.\n";

/// Topics, with `~` before one that was carried over; speaker; act.
type Codes<'a> = (&'a [&'a str], &'a str, Act);

fn speaker(id: &str) -> Speaker {
    match id {
        "both" => Speaker::Both,
        "none" => Speaker::None,
        side => Speaker::Side(Side::new(side).expect("a side")),
    }
}

fn coded(codes: &[Codes], codebook: &Codebook) -> Coded {
    let readout = Readout::parse(Path::new("us.md"), BODY).expect("a text");
    let mut coded = coding::code(readout, codebook).expect("coded");
    assert_eq!(coded.statements.len(), codes.len());
    for (statement, (topics, who, act)) in coded.statements.iter_mut().zip(codes) {
        let span = statement.span;
        let of_topic = |topic: &&str| {
            let (basis, id) = topic.strip_prefix('~').map_or((Basis::Cue, *topic), |id| (Basis::Inherited, id));
            Evidence { code: format!("topic:{id}"), rule: "test".into(), basis, span }
        };
        statement.topics = topics.iter().map(|t| t.trim_start_matches('~').to_owned()).collect();
        statement.speaker = speaker(who);
        statement.act = *act;
        let others = [format!("speaker:{who}"), format!("act:{act}")];
        let others = others.map(|code| Evidence { code, rule: "test".into(), basis: Basis::Cue, span });
        statement.evidence = topics.iter().map(of_topic).chain(others).collect();
    }
    coded
}

fn gold(lines: &str, codebook: &Codebook) -> Vec<Gold> {
    let tsv = format!("start\tend\ttopics\toptional_topics\tspeaker\tact\ttext\n{}", lines.replace(';', "\t"));
    parse_gold(Path::new("us.gold.tsv"), &tsv, BODY, codebook).expect("a good file")
}

/// Four statements. The hand's third spans the program's third and fourth; nothing else is coded by hand.
fn example(codebook: &Codebook) -> Document {
    let program: [Codes; 4] = [
        (&["trade", "ai", "climate"], "us", Act::State),
        (&["~taiwan"], "cn", Act::Demand),
        (&["~korea"], "both", Act::Agree),
        (&["korea", "trade"], "us", Act::State),
    ];
    let hand = "0;10;trade,cyber;ai;us|both;commit|state;One thing.\n\
                11;22;taiwan;;us;demand;Two things.\n\
                23;49;korea;cyber;both;agree;Three things. Four things.\n";
    Document::of("us.md".into(), coded(&program, codebook), gold(hand, codebook), codebook)
}

#[test]
fn counts_by_hand() {
    let codebook = Codebook::embedded();
    let document = example(&codebook);
    let figures = &document.figures;
    assert_eq!((figures.statements, figures.unmatched, figures.own, figures.extra), (3, 0, 4, 0));
    // Right: trade, taiwan, korea. Invented: climate, and trade in the third. Missed: cyber. The open ai counts neither way.
    assert_eq!((figures.topics.right, figures.topics.invented, figures.topics.missed), (3, 2, 1));
    assert_eq!((figures.topics.precision(), figures.topics.recall()), (Some(0.6), Some(0.75)));
    assert_eq!(figures.topics.f1(), Some(6.0 / 9.0));
    let trade = figures.by_topic.iter().find(|t| t.id == "trade").expect("trade").counts;
    assert_eq!((trade.right, trade.invented, trade.missed), (1, 1, 0));
    let ids: Vec<&str> = figures.by_topic.iter().map(|t| t.id.as_str()).collect();
    let ordered: Vec<&str> = codebook.topics.iter().map(|t| t.id.as_str()).filter(|t| ids.contains(t)).collect();
    assert_eq!((&ids, ids.len()), (&ordered, 5));
    // The third statement of the hand matches two; the longer part, 'Three things.', gives speaker and act.
    assert_eq!((figures.speaker.share.right, figures.speaker.share.of), (2, 3));
    assert_eq!((figures.act.share.right, figures.act.share.of), (3, 3));
    let cell = |hand: &str, program: &str, count| (hand.to_owned(), Some(program.to_owned()), count);
    assert_eq!(figures.speaker.confusion, [cell("us", "cn", 1), cell("us", "us", 1), cell("both", "both", 1)]);
    assert_eq!(
        figures.act.confusion,
        [cell("state", "state", 1), cell("agree", "agree", 1), cell("demand", "demand", 1)]
    );
    assert_eq!(figures.act.alpha.value, Some(1.0));
    // Raised: trade, taiwan, korea by both; cyber by the hand, climate by the program; ai is open and left out.
    assert_eq!((figures.raised.right, figures.raised.of), (3, 5));
    assert_eq!(
        (document.never.as_slice(), document.only_program.as_slice()),
        (&["cyber".to_owned()][..], &["climate".to_owned()][..])
    );
}

#[test]
fn grounds_of_topics_and_their_precision() {
    let codebook = Codebook::embedded();
    let sources = example(&codebook).figures.sources;
    let of = |basis: Basis| sources.iter().find(|s| s.basis == basis).map(|s| (s.topics, s.right, s.invented));
    // By cue: trade, ai, climate; korea, trade. Where the third is inherited in one part and cued in the other, it has a cue.
    assert_eq!(of(Basis::Cue), Some((5, 2, 2)));
    assert_eq!(of(Basis::Inherited), Some((2, 1, 0)));
    assert_eq!((of(Basis::Context), of(Basis::Default)), (Some((0, 0, 0)), Some((0, 0, 0))));
}

#[test]
fn disagreements_carry_the_evidence_of_what_is_wrong() {
    let codebook = Codebook::embedded();
    let document = example(&codebook);
    let told: Vec<(usize, Vec<&str>)> = document
        .disagreements()
        .map(|p| (p.gold.line, p.evidence(&document.coded).map(|e| e.code.as_str()).collect()))
        .collect();
    let first = vec!["topic:trade", "topic:ai", "topic:climate"];
    let third = vec!["topic:korea", "topic:korea", "topic:trade"];
    assert_eq!(told, [(2, first), (3, vec!["speaker:cn"]), (4, third)]);
}

#[test]
fn a_statement_without_a_match_is_wrong_and_has_no_part_in_alpha() {
    let codebook = Codebook::embedded();
    let program: [Codes; 4] =
        [(&[], "us", Act::State), (&[], "us", Act::Warn), (&[], "us", Act::State), (&[], "us", Act::State)];
    // Four bytes of two statements, ten and eleven long: 1 of 4, and 2 of 4.
    let hand = "0;10;;;us;state;One thing.\n9;13;ai;;us;state;. Tw\n";
    let document = Document::of("us.md".into(), coded(&program, &codebook), gold(hand, &codebook), &codebook);
    assert_eq!((document.figures.unmatched, document.figures.extra), (0, 2));
    let mut coded = document.coded.clone();
    coded.statements.truncate(1);
    let document = Document::of("us.md".into(), coded, gold(hand, &codebook), &codebook);
    let figures = &document.figures;
    assert_eq!((figures.unmatched, figures.own, figures.extra), (1, 1, 0));
    assert_eq!((figures.speaker.share.right, figures.act.share.right, figures.act.share.of), (1, 1, 2));
    assert_eq!((figures.topics.missed, figures.act.alpha.units, figures.topics_alpha.units), (1, 1, 1));
    assert_eq!(figures.act.confusion.last(), Some(&("state".to_owned(), Some("state".to_owned()), 1)));
    assert_eq!(figures.act.confusion.first(), Some(&("state".to_owned(), None, 1)));
    assert_eq!(document.pairs[1].evidence(&document.coded).count(), 0);
}

#[test]
fn totals_add_up_documents_and_meet_their_minima() {
    let codebook = Codebook::embedded();
    let documents = vec![example(&codebook), example(&codebook)];
    let evaluation = Evaluation::of(PathBuf::from("coded"), documents, &codebook);
    let total = &evaluation.total;
    assert_eq!((total.documents, total.statements, total.topics.right, total.raised.of), (2, 6, 6, 10));
    assert_eq!(total.topics.f1(), evaluation.documents[0].figures.topics.f1());
    assert_eq!(evaluation.languages.len(), 1, "no figures of a language without a text");
    assert_eq!(&evaluation.languages[0].1, total);
    let below = |minima: &[&str]| {
        let minima: Vec<Minimum> = minima.iter().map(|m| m.parse().expect("a minimum")).collect();
        evaluation.below(&minima).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(below(&["topics=0.66", "speaker=0.66", "act=1", "coverage=0.6"]), Vec::<String>::new());
    assert_eq!(below(&["topics=0.67", "act=1"]), ["topics 0.6667 is below the minimum 0.67"]);
}
