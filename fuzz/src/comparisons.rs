//! Bytes as the texts of a meeting, compared.

use std::path::Path;
use std::sync::LazyLock;

use readout::codebook::Codebook;
use readout::coding::Coded;
use readout::comparison::{self, Comparison, Order};
use readout::readout::{Meeting, Readout};

use super::oracles::inside;

/// The embedded codebook, loaded once.
pub static BOOK: LazyLock<Codebook> = LazyLock::new(Codebook::embedded);

/// The line between two texts of one input.
const BETWEEN: &str = "\n=====\n";
/// The files that the texts of one input are, in their order.
const FILES: [&str; 6] = ["us.md", "cn.md", "us.en.md", "cn.zh.md", "jp.md", "us.background.md"];

/// The texts of an input that are readouts. Each may have front matter.
pub fn readouts(data: &[u8]) -> Vec<Readout> {
    let all = String::from_utf8_lossy(data);
    all.split(BETWEEN).zip(FILES).filter_map(|(text, name)| Readout::parse(Path::new(name), text).ok()).collect()
}

/// The texts of an input, compared as a folder is; none where no text is a readout.
pub fn compared(data: &[u8]) -> Option<Comparison> {
    let readouts = readouts(data);
    let meeting = (!readouts.is_empty()).then(|| Meeting::of(readouts))?;
    Some(comparison::compare(meeting, &Order::Sides(Vec::new()), &BOOK).expect("the embedded codebook compiles"))
}

/// Every place that a comparison names is there, and shares are shares. Swapping the columns changes neither topics nor
/// claims.
pub fn compare(data: &[u8]) {
    let Some(comparison) = compared(data) else { return };
    for text in &comparison.texts {
        spans(&text.coded);
        assert_eq!(text.length, text.coded.statements.iter().map(|s| s.length).sum::<usize>());
        let shares: f64 = comparison.topics.iter().filter_map(|row| row.part(&text.label)).map(|p| p.share).sum();
        assert!((0.0..1.000_001).contains(&shares), "{}: {shares}", text.label);
    }
    let there = |label: &str, statement: usize| {
        let text = comparison.text(label).unwrap_or_else(|| panic!("no text {label}"));
        assert!(statement < text.coded.statements.len(), "{label} has no statement {statement}");
    };
    for claim in &comparison.claims {
        there(&claim.text, claim.statement);
        claim.counterparts.iter().for_each(|c| there(&c.side, c.statement));
    }
    for pairs in &comparison.wording {
        pairs.pairs.iter().for_each(|p| {
            there(&pairs.first, p.first);
            there(&pairs.second, p.second);
        });
        if pairs.skipped {
            continue;
        }
        let count = |label: &str| comparison.text(label).map_or(0, |t| t.coded.statements.len());
        assert_eq!(pairs.pairs.len() + pairs.first_alone.len(), count(&pairs.first));
        assert_eq!(pairs.pairs.len() + pairs.second_alone.len(), count(&pairs.second));
    }
    let mut sides: Vec<_> = comparison.columns().map(|t| t.readout().side.clone()).collect();
    sides.reverse();
    let readouts = readouts(data);
    let swapped = comparison::compare(Meeting::of(readouts), &Order::Sides(sides), &BOOK).expect("compared before");
    let topics = |c: &Comparison| c.topics.iter().map(|t| (t.id.clone(), t.raised, t.silent.len())).collect::<Vec<_>>();
    assert_eq!(topics(&comparison), topics(&swapped));
    let claims = |c: &Comparison| {
        let mut all: Vec<_> = c.claims.iter().map(|x| format!("{} {} {:?}", x.text, x.statement, x.status)).collect();
        all.sort();
        all
    };
    assert_eq!(claims(&comparison), claims(&swapped));
}

/// Statements stand in order in their body, and evidence and terms lie in it.
fn spans(coded: &Coded) {
    let body = &coded.readout.body;
    let mut at = 0;
    for (number, statement) in coded.statements.iter().enumerate() {
        assert_eq!(statement.index, number);
        assert!(inside(body, statement.span) && statement.span.start >= at, "{:?} after {at}", statement.span);
        assert_eq!(statement.text.len(), statement.span.len());
        at = statement.span.end;
        for evidence in &statement.evidence {
            assert!(inside(body, evidence.span), "{evidence:?}");
        }
        for term in &statement.terms {
            assert!(inside(body, term.span) && statement.span.contains(term.span), "{term:?}");
        }
    }
}
