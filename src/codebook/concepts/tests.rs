use std::collections::BTreeSet;

use super::*;
use crate::codebook::pattern::{self, Node};

const BOTH: [Language; 2] = [Language::En, Language::Zh];

fn inventory() -> Inventory {
    Inventory::parse(TEXT, formulas::TEXT).expect("the embedded inventory is right")
}

fn examples(term: &Term, language: Language) -> &[Words] {
    match language {
        Language::En => &term.examples.en,
        Language::Zh => &term.examples.zh,
    }
}

#[test]
fn the_inventory_keeps_its_promises() {
    let start = std::time::Instant::now();
    let inventory = inventory();
    let terms: usize = inventory.concepts.iter().map(|c| c.terms.len()).sum();
    let cues: usize = inventory.concepts.iter().flat_map(|c| c.terms.iter()).map(|t| t.en.len() + t.zh.len()).sum();
    let contrasts = inventory.concepts.iter().filter(|c| c.is_contrast()).count();
    let concepts = inventory.concepts.len();
    eprintln!("{concepts} concepts, {terms} terms, {contrasts} contrasts, {cues} cues; load {:?}", start.elapsed());
    assert!((330..=550).contains(&concepts), "{concepts} concepts");
    let ids: BTreeSet<&str> = inventory.concepts.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids.len(), inventory.concepts.len());
    let mut faults = Vec::new();
    for concept in inventory.concepts.iter() {
        // A choice of words may be one that only one of the languages has.
        let of_one = concept.weight <= 0.0 && concept.is_contrast();
        let languages = BOTH.into_iter().filter(|l| !of_one || concept.terms.iter().any(|t| !t.cues(*l).is_empty()));
        for language in languages {
            if concept.terms.iter().all(|t| t.cues(language).is_empty()) {
                faults.push(format!("{}: no cue in {language}", concept.id));
            }
            if concept.terms.iter().all(|t| examples(t, language).is_empty()) {
                faults.push(format!("{}: no example in {language}", concept.id));
            }
        }
        if [&concept.label.en, &concept.label.zh].iter().any(|l| l.is_empty()) {
            faults.push(format!("{}: a label is empty", concept.id));
        }
        if !concept.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            faults.push(format!("{}: not kebab-case", concept.id));
        }
        for term in concept.terms.iter().filter(|_| concept.is_contrast()) {
            let told = [&term.signals.en, &term.signals.zh, &term.source, &term.label.en, &term.label.zh];
            if told.iter().any(|t| t.is_empty()) || term.sides.is_empty() || term.counterpart.is_none() {
                faults
                    .push(format!("{}.{}: a contrast tells sides, counterpart, signals, source", concept.id, term.id));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_example_is_found_by_its_term() {
    let inventory = inventory();
    let mut lost = Vec::new();
    for (number, concept) in inventory.concepts.iter().enumerate() {
        for (place, term) in concept.terms.iter().enumerate() {
            for language in BOTH {
                for example in examples(term, language) {
                    let found = inventory.find(&Form::new(example, 0), language);
                    if !found.iter().any(|f| (f.concept, f.term) == (number, place)) {
                        lost.push(format!("{}.{}: {example}", concept.id, term.id));
                    }
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} examples are not found:\n{}", lost.len(), lost.join("\n"));
}

/// A cue is dead if no text that it describes is found by its term.
#[test]
fn no_cue_is_dead() {
    let inventory = inventory();
    let lists = Vocabulary::embedded().expect("the embedded file is right").lists;
    let mut dead = Vec::new();
    for (number, concept) in inventory.concepts.iter().enumerate() {
        for (place, term) in concept.terms.iter().enumerate() {
            for language in BOTH {
                for cue in term.cues(language) {
                    let cue = lists.write_out(cue, language).expect("its lists are there");
                    let alive = samples(&pattern::parse(&cue).expect("a good cue").nodes).iter().any(|text| {
                        let text = if language == Language::Zh { text.replace(' ', "") } else { text.clone() };
                        let found = inventory.find(&Form::new(&text, 0), language);
                        found.iter().any(|f| (f.concept, f.term) == (number, place))
                    });
                    if !alive {
                        dead.push(format!("{}.{}: {cue}", concept.id, term.id));
                    }
                }
            }
        }
    }
    assert!(dead.is_empty(), "{} cues are dead:\n{}", dead.len(), dead.join("\n"));
}

/// Short texts that a cue describes, forty at most.
pub(in crate::codebook) fn samples(nodes: &[Node]) -> Vec<String> {
    let mut texts = vec![String::new()];
    for node in nodes {
        let ways: Vec<String> = match node {
            Node::Fixed { text, capitals } => {
                let capital = |(at, c): (usize, char)| if capitals.contains(&at) { c.to_ascii_uppercase() } else { c };
                vec![text.char_indices().map(capital).collect()]
            }
            Node::Star => vec![String::new()],
            Node::Gap { .. } => vec![" ".to_owned()],
            Node::Either(branches, _) => branches.iter().flat_map(|b| samples(b)).collect(),
        };
        texts = ways.iter().flat_map(|way| texts.iter().map(move |t| format!("{t}{way}"))).take(40).collect();
    }
    texts
}

#[test]
fn the_longest_term_of_a_concept_counts() {
    let inventory = inventory();
    let ids = |text: &str, language| -> Vec<String> {
        let form = Form::new(text, 0);
        let found = inventory.find(&form, language);
        found.iter().map(|f| format!("{}.{}", inventory.term(f).0.id, inventory.term(f).1.id)).collect()
    };
    let english = ids("The “one-China” principle and the Taiwan question", Language::En);
    assert!(english.contains(&"one-china.principle".to_owned()) && english.contains(&"taiwan.question".to_owned()));
    assert!(!english.iter().any(|i| i == "one-china.bare" || i == "taiwan.name"), "{english:?}");
    let chinese = ids("恪守一個中國原則和中美三個聯合公報", Language::Zh);
    assert!(chinese.contains(&"three-communiques.three-communiques".to_owned()), "{chinese:?}");
    assert!(
        ids("The Secretary of Defense and the Trade Representative arrived.", Language::En)
            .iter()
            .all(|i| inventory.concept(i.split('.').next().unwrap_or_default()).is_some_and(|c| c.weight <= 0.0))
    );
}

#[test]
fn parents_lead_upwards() {
    let inventory = inventory();
    let cop = inventory.index("cop").expect("cop");
    assert_eq!(inventory.ancestors(cop), [inventory.index("climate").expect("climate")]);
}

#[test]
fn faults_name_the_file_and_the_id() {
    let fault = |concepts: &str, formulas: &str| Inventory::parse(concepts, formulas).expect_err("a fault").to_string();
    let concept = |id: &str, rest: &str| {
        format!(
            "[[concept]]\nid = \"{id}\"\nlabel.en = \"x\"\nlabel.zh = \"x\"\nweight = 1.0\n{rest}\n[[concept.term]]\n"
        )
    };
    let none = "formula = []";
    let plain = concept("a", "") + "en = [\"a\"]\n";
    assert!(fault(&(plain.clone() + &plain), none).contains("concepts.toml: concept `a` is there twice"));
    let orphan = concept("a", "parents = [\"b\"]") + "en = [\"a\"]\n";
    assert!(fault(&orphan, none).contains("concept `a`: parent `b` is no concept"));
    let circle =
        concept("a", "parents = [\"b\"]") + "en = [\"a\"]\n" + &concept("b", "parents = [\"a\"]") + "en = [\"b\"]\n";
    assert!(fault(&circle, none).contains("concept `a`: its parents lead back to it"));
    assert!(fault(&(concept("a", "") + "en = [\"(a\"]\n"), none).contains("concepts.toml: a.a.en.1"));
    assert!(fault(&(concept("a", "") + "en = [\"a\"]\ncounterpart = \"b\"\n"), none).contains("counterpart `b`"));
    assert!(fault(&(concept("a", "") + "english = [\"a\"]\n"), none).starts_with("concepts.toml: "));
    let formula = "[[formula]]\nid = \"f\"\nlabel = {}\nside = \"us\"\ndefinition = {}\nsource = \"s\"\n\
        [[formula.component]]\nid = \"c\"\nlabel = {}\nconcepts = [\"b\"]\n";
    assert!(fault(&plain, formula).contains("formulas.toml: component `f.c`: `b` is no concept or term"));
}
