//! A text in Traditional characters is coded like the same text in Simplified ones, with spans into what is written.

use std::path::Path;

use readout::codebook::Codebook;
use readout::coding::{self, Coded};
use readout::readout::Readout;

fn coded(file: &str, codebook: &Codebook) -> Coded {
    let readout = Readout::load(Path::new(file)).expect("a fixture");
    coding::code(readout, codebook).expect("coded")
}

#[test]
fn traditional_characters_change_no_code() {
    let codebook = Codebook::embedded();
    let simplified = coded("tests/fixtures/2031-05-12-lakeford/cn.md", &codebook);
    let traditional = coded("tests/fixtures/2031-05-12-lakeford-traditional/cn.md", &codebook);
    assert_eq!(simplified.statements.len(), traditional.statements.len());
    assert_ne!(simplified.readout.body, traditional.readout.body);
    for (one, other) in simplified.statements.iter().zip(&traditional.statements) {
        assert_eq!(
            (&one.speaker, one.act, &one.topics),
            (&other.speaker, other.act, &other.topics),
            "{}\n{}",
            one.text,
            other.text
        );
        let terms =
            |s: &coding::Statement| s.terms.iter().map(|t| (t.concept.clone(), t.term.clone())).collect::<Vec<_>>();
        assert_eq!(terms(one), terms(other), "{}", other.text);
        for (mark, twin) in one.evidence.iter().zip(&other.evidence) {
            assert_eq!((&mark.code, &mark.rule), (&twin.code, &twin.rule), "{}", other.text);
            let words = |coded: &Coded, e: &coding::Evidence| e.span.slice(&coded.readout.body).chars().count();
            assert_eq!(words(&simplified, mark), words(&traditional, twin), "{}: {}", other.text, twin.code);
            assert!(other.span.start <= twin.span.start && twin.span.end <= other.span.end);
        }
    }
}
