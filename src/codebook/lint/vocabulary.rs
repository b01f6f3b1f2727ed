//! What is wrong with concepts and formulas: cues that never match or stand in the other language's list, and examples in
//! which their term is not found.

use super::{Level, Report, compile, unmatched, wrong_script};
use crate::codebook::concepts::{Concept, Inventory, Term};
use crate::codebook::formulas::{Component, Formula};
use crate::codebook::{Codebook, CodebookError, NamedLists, Words};
use crate::text::{Form, Language};

/// Looks at every concept and formula.
pub(super) fn check(codebook: &Codebook, report: &mut Report) -> Result<(), CodebookError> {
    let (concepts, lists) = codebook.concepts();
    let inventory = codebook.inventory();
    for concept in concepts {
        for term in concept.terms.iter() {
            let name = format!("concept {}.{}", concept.id, term.id);
            cues(&name, [&term.en, &term.zh], lists, report)?;
            examples(&name, concept, term, inventory, report);
        }
    }
    for Formula { id, components, .. } in inventory.formulas() {
        for Component { id: piece, en, zh, changed, .. } in components.iter() {
            let name = format!("formula {id}.{piece}");
            cues(&name, [en, zh], lists, report)?;
            cues(&format!("{name}.changed"), [&changed.en, &changed.zh], lists, report)?;
        }
    }
    Ok(())
}

/// Cues in English and Chinese, each by the name of what it is of.
fn cues(name: &str, both: [&[Words]; 2], lists: &NamedLists, report: &mut Report) -> Result<(), CodebookError> {
    for (cues, language) in both.into_iter().zip([Language::En, Language::Zh]) {
        for (number, cue) in cues.iter().enumerate() {
            let key = format!("{name}.{language}.{}", number + 1);
            if !report.judges(&key) {
                continue;
            }
            let wrong = |source| CodebookError::Cue { rule: key.clone(), cue: cue.to_string(), source };
            let whole = lists.write_out(cue, language).map_err(wrong)?;
            let (own, samples) = compile(&whole, &key, language)?;
            if let Some(message) = wrong_script(&whole, language) {
                report.add(&key, Level::Error, message);
            } else if let Some(why) = unmatched(&whole, &own, &samples) {
                report.add(&key, Level::Error, format!("cue `{cue}` {why}"));
            }
        }
    }
    Ok(())
}

fn examples(name: &str, concept: &Concept, term: &Term, inventory: &Inventory, report: &mut Report) {
    for language in [Language::En, Language::Zh] {
        for (number, example) in term.examples.of(language).iter().enumerate() {
            let key = format!("example {name}.{language}.{}", number + 1);
            if !report.judges(&key) {
                continue;
            }
            let found = inventory.find(&Form::new(example, 0), language);
            let mut found = found.iter().map(|found| inventory.term(found)).filter(|(c, _)| c.id == concept.id);
            if found.clone().any(|(_, t)| t.id == term.id) {
                continue;
            }
            let instead = match found.next() {
                Some((_, other)) => format!("its term `{}` is", other.id),
                None => "nothing of this concept is".to_owned(),
            };
            let message = format!(
                "in the example “{example}” {instead} found, and not `{}` (add a cue, or mend the example)",
                term.id
            );
            report.add(&key, Level::Error, message);
        }
    }
}
