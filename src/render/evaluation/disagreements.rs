//! Every statement on which hand and program differ, with the codes of both and the words behind the program's.

use std::io::{self, Write};

use super::parts;
use super::text::{basis, counted, paragraph};
use crate::coding::{Basis, Coded, Evidence};
use crate::contract::evaluation as shown;
use crate::evaluation::{Document, Evaluation, Gold, Pair};
use crate::render::Options;
use crate::render::sheet::Sheet;
use crate::text::width::visible;

/// What hand and program have of one kind of code.
pub(super) struct Difference {
    /// `topics`, `speaker` or `act`; of a claim or a quotation what [`super::parts`] says.
    pub of: &'static str,
    pub hand: String,
    pub program: String,
}

/// The kinds of code in which a pair differs.
fn differences(pair: &Pair) -> Vec<Difference> {
    let mut found = Vec::new();
    let gold = &pair.gold;
    if !pair.topics_agree() {
        let open = if gold.optional.is_empty() { String::new() } else { format!(" (open: {})", list(&gold.optional)) };
        found.push(Difference {
            of: "topics",
            hand: format!("{}{open}", list(&gold.topics)),
            program: list(&pair.topics),
        });
    }
    let unmatched = || "no statement".to_owned();
    if !pair.speaker_agrees() {
        let program = pair.best.as_ref().map_or_else(unmatched, |b| b.1.as_str().to_owned());
        found.push(Difference { of: "speaker", hand: speakers(gold), program });
    }
    if !pair.act_agrees() {
        let program = pair.best.as_ref().map_or_else(unmatched, |b| b.2.to_string());
        found.push(Difference { of: "act", hand: acts(gold), program });
    }
    found
}

fn list(topics: &[String]) -> String {
    if topics.is_empty() { "none".to_owned() } else { topics.join(", ") }
}

fn speakers(gold: &Gold) -> String {
    gold.speakers.iter().map(|s| s.as_str()).collect::<Vec<_>>().join("|")
}

fn acts(gold: &Gold) -> String {
    gold.acts.iter().map(|a| a.as_str()).collect::<Vec<_>>().join("|")
}

fn why(evidence: &Evidence, coded: &Coded) -> String {
    match evidence.basis {
        Basis::Cue => {
            let words = visible(evidence.span.slice(&coded.readout.body)).into_owned();
            format!("{}: “{words}” ({})", evidence.code, evidence.rule)
        }
        other => format!("{}: {} ({})", evidence.code, basis(other), evidence.rule),
    }
}

pub(super) fn text(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    if !evaluation.documents.is_empty() {
        statements(out, evaluation, options)?;
    }
    parts::text(out, evaluation, options)
}

fn statements(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    let count: usize = evaluation.documents.iter().map(|d| d.disagreements().count()).sum();
    let of = counted(evaluation.total.statements, "statement");
    writeln!(out, "\nHand and program differ in {count} of {of}")?;
    for document in &evaluation.documents {
        let readout = &document.coded.readout;
        let file = visible(&readout.file.to_string_lossy()).into_owned();
        for pair in document.disagreements() {
            let span = pair.gold.span;
            writeln!(out, "\n{file}:{}  bytes {}–{}", readout.line_at(span.start), span.start, span.end)?;
            paragraph(out, &visible(span.slice(&readout.body)), "    ", options)?;
            for Difference { of, hand, program } in differences(pair) {
                paragraph(out, &format!("{of}: by hand {hand} · by the program {program}"), "  ", options)?;
            }
            for (what, topics) in
                [("missed", pair.missed().collect::<Vec<_>>()), ("invented", pair.invented().collect())]
            {
                if !topics.is_empty() {
                    paragraph(out, &format!("{what}: {}", topics.join(", ")), "  ", options)?;
                }
            }
            for evidence in pair.evidence(&document.coded) {
                paragraph(out, &why(evidence, &document.coded), "      ", options)?;
            }
        }
        for (topics, what) in [
            (&document.never, "in the whole text only the hand finds"),
            (&document.only_program, "in the whole text only the program finds"),
        ] {
            if !topics.is_empty() {
                writeln!(out)?;
                paragraph(out, &format!("{file}: {what} {}", topics.join(", ")), "", options)?;
            }
        }
    }
    Ok(())
}

pub(super) fn csv(out: &mut dyn Write, evaluation: &Evaluation) -> io::Result<()> {
    let head = ["document", "line", "start", "end", "code", "hand", "program", "evidence", "text"];
    let mut sheet = Sheet::new(out, &head)?;
    for document in &evaluation.documents {
        let readout = &document.coded.readout;
        for pair in document.disagreements() {
            let span = pair.gold.span;
            for Difference { of, hand, program } in differences(pair) {
                let prefix = format!("{}:", of.trim_end_matches('s'));
                let behind = pair.evidence(&document.coded).filter(|e| e.code.starts_with(&prefix));
                let behind: Vec<String> = behind.map(|e| why(e, &document.coded)).collect();
                sheet.row([
                    document.name.as_str(),
                    &readout.line_at(span.start).to_string(),
                    &span.start.to_string(),
                    &span.end.to_string(),
                    of,
                    &hand,
                    &program,
                    &behind.join("; "),
                    span.slice(&readout.body),
                ])?;
            }
        }
    }
    parts::csv(&mut sheet, evaluation)?;
    sheet.finish()
}

pub(super) fn json<'a>(document: &'a Document, pair: &'a Pair) -> shown::Disagreement<'a> {
    let body = &document.coded.readout.body;
    let gold = &pair.gold;
    let reason = |e: &'a Evidence| shown::Reason {
        code: &e.code,
        rule: &e.rule,
        basis: e.basis,
        start: e.span.start,
        end: e.span.end,
        text: e.span.slice(body),
    };
    shown::Disagreement {
        file: &document.name,
        line: document.coded.readout.line_at(gold.span.start),
        start: gold.span.start,
        end: gold.span.end,
        text: gold.span.slice(body),
        wrong: differences(pair).iter().map(|d| d.of).collect(),
        hand: shown::Hand {
            line: gold.line,
            topics: &gold.topics,
            optional_topics: &gold.optional,
            speaker: &gold.speakers,
            act: &gold.acts,
        },
        program: shown::Program {
            statements: &pair.statements,
            topics: &pair.topics,
            speaker: pair.best.as_ref().map(|b| &b.1),
            act: pair.best.as_ref().map(|b| b.2),
        },
        missed: pair.missed().collect(),
        invented: pair.invented().collect(),
        evidence: pair.evidence(&document.coded).map(reason).collect(),
    }
}
