use std::path::PathBuf;

use super::*;
use crate::codebook::concepts::tests::samples;
use crate::codebook::pattern::parse;
use crate::text::sentences::{SegmentOptions, segment};

/// The state of each component of a formula.
fn states(inventory: &Inventory, formula: usize, forms: &[Form], language: Language) -> Vec<ComponentState> {
    let found: Vec<Vec<Found>> = forms.iter().map(|form| inventory.find(form, language)).collect();
    let statements = forms.iter().zip(found.iter().map(Vec::as_slice));
    inventory.components(statements, language, |_, _, _| Counts::Yes).swap_remove(formula)
}

/// What a text has of a formula: `id` where a piece is present, `~id` where it is changed.
fn has(inventory: &Inventory, formula: &str, statements: &[&str], language: Language) -> Vec<String> {
    let number = inventory.formula_index(formula).expect("a formula");
    let forms: Vec<Form> = statements.iter().map(|s| Form::new(s, 0)).collect();
    let states = states(inventory, number, &forms, language);
    let pieces = &inventory.formulas()[number].components;
    assert_eq!(states.len(), pieces.len());
    let shown = states.iter().filter_map(|state| {
        assert_eq!(state.presence == Presence::Missing, state.places.is_empty());
        assert!(state.places.iter().all(|p| p.span.end <= forms[p.statement].text().len()));
        match state.presence {
            Presence::Present => Some(pieces[state.component].id.to_string()),
            Presence::Changed => Some(format!("~{}", pieces[state.component].id)),
            Presence::Missing => None,
        }
    });
    shown.collect()
}

fn inventory() -> Inventory {
    Inventory::parse(crate::codebook::concepts::TEXT, TEXT).expect("the embedded inventory is right")
}

/// A topic that is none, or a day that is none, would keep a formula from ever counting.
#[test]
fn formulas_name_topics_and_days_that_there_are() {
    let codebook = crate::codebook::Codebook::embedded();
    let topic = |id: &Words| codebook.topics.iter().any(|t| *t.id == **id);
    let day = |since: &str| since.is_empty() || since.parse::<jiff::civil::Date>().is_ok();
    for formula in codebook.inventory().formulas() {
        assert!(formula.topics.iter().all(topic) && day(&formula.since), "{}", formula.id);
        for piece in formula.components.iter() {
            assert!(piece.topics.iter().all(topic) && day(&piece.since), "{}.{}", formula.id, piece.id);
        }
    }
}

#[test]
fn tells_present_changed_and_missing() {
    let inventory = inventory();
    let us = |text| has(&inventory, "us-taiwan", &[text], Language::En);
    assert_eq!(us("She said that our one China policy has not changed."), ["one-china-policy", "not-changed"]);
    assert_eq!(us("He objected to coercive steps against Taiwan."), ["~military-conduct"]);
    assert_eq!(us("She asked for restraint in military activity near Taiwan."), ["military-conduct"]);
    assert!(us("He supports a diplomatic resolution of the crisis.").is_empty());
    let cn = |text| has(&inventory, "cn-taiwan", &[text], Language::Zh);
    assert_eq!(cn("美方应停止武装台湾，慎重处理台湾问题。"), ["arms-sales", "prudence"]);
    assert_eq!(cn("美方务必慎之又慎，处理好对台军售。"), ["~arms-sales", "~prudence"]);
    let clause = "It will keep advanced technologies from undermining the national security of the US or its partners.";
    let clause = has(&inventory, "us-technology", &[clause], Language::En);
    assert_eq!(clause, ["advanced-technologies", "~national-security"]);
    let noes = |text| has(&inventory, "cn-noes", &[text], Language::En);
    assert_eq!(
        noes("It seeks neither regime change nor strangulation."),
        ["~not-change-system", "~not-halt-development"]
    );
}

#[test]
fn every_component_has_words_in_the_language_of_its_side() {
    let inventory = inventory();
    let mut faults = Vec::new();
    for formula in inventory.formulas() {
        for piece in formula.components.iter() {
            for language in [Language::En, Language::Zh] {
                let own = if language == Language::En { &piece.en } else { &piece.zh };
                let named = piece.concepts.iter().any(|name| {
                    let (concept, term) = concept_and_term(name);
                    let concept = inventory.concept(concept).expect("checked");
                    concept.terms.iter().any(|t| term.is_none_or(|id| id == t.id) && !t.cues(language).is_empty())
                });
                if own.is_empty() && !named {
                    faults.push(format!("{}.{} has no words in {language}", formula.id, piece.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Whatever a component's own cue describes is found as that component.
#[test]
fn no_cue_is_dead() {
    let inventory = inventory();
    let named = crate::codebook::concepts::Vocabulary::embedded().expect("the embedded file is right").lists;
    let mut dead = Vec::new();
    for (number, formula) in inventory.formulas().iter().enumerate() {
        for (place, piece) in formula.components.iter().enumerate() {
            let lists = [
                (&piece.en, Language::En, Presence::Present),
                (&piece.zh, Language::Zh, Presence::Present),
                (&piece.changed.en, Language::En, Presence::Changed),
                (&piece.changed.zh, Language::Zh, Presence::Changed),
            ];
            for (cues, language, wanted) in lists {
                for cue in cues.iter() {
                    let cue = named.write_out(cue, language).expect("its lists are there");
                    let texts = samples(&parse(&cue).expect("a good cue").nodes);
                    let alive = texts.iter().any(|text| {
                        let text = if language == Language::Zh { text.replace(' ', "") } else { text.clone() };
                        let form = Form::new(&text, 0);
                        // What counts only beside another piece is looked for as it is found.
                        if piece.follows || !formula.anchor.is_empty() && formula.anchor != piece.id {
                            let changed = wanted == Presence::Changed;
                            let part = Part { formula: number, component: place, changed };
                            let parts = inventory.parts(&form, &inventory.find(&form, language), language);
                            return parts.iter().any(|(_, p)| *p == part);
                        }
                        states(&inventory, number, &[form], language)[place].presence == wanted
                    });
                    if !alive {
                        dead.push(format!("{}.{}: {cue}", formula.id, piece.id));
                    }
                }
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

/// The rows of the table of White House texts: only ids are kept here, the texts stay where they are.
#[test]
fn corpus_rows_of_the_us_formulas() {
    let Some(corpus) = std::env::var_os("READOUT_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: set READOUT_CORPUS to the folder of the corpus to hold formulas against real texts");
        return;
    };
    let inventory = inventory();
    let rows: [(&str, &str, &[&str]); 8] = [
        ("uncoded/2021-02-10-joseph-r-biden-jr", "us-taiwan", &[]),
        ("uncoded/2021-09-09-joseph-r-biden-jr", "us-taiwan", &[]),
        (
            "coded/2021-11-15-virtual",
            "us-taiwan",
            &["one-china-policy", "tra", "communiques", "assurances", "opposes-changes", "peace-stability"],
        ),
        ("uncoded/2022-03-18-joseph-r-biden-jr", "us-taiwan", &["not-changed", "opposes-changes"]),
        ("coded/2022-07-28-call", "us-taiwan", &["not-changed", "opposes-changes", "peace-stability"]),
        (
            "coded/2022-11-14-bali",
            "us-taiwan",
            &[
                "one-china-policy",
                "not-changed",
                "opposes-changes",
                "either-side",
                "peace-stability",
                "~military-conduct",
            ],
        ),
        ("coded/2024-04-02-call", "us-taiwan", &["peace-stability"]),
        (
            "coded/2024-04-02-call",
            "us-technology",
            &["necessary-actions", "advanced-technologies", "national-security", "not-unduly-limiting"],
        ),
    ];
    for (folder, formula, expected) in rows {
        let path = corpus.join(folder).join("us.en.md");
        let text = std::fs::read_to_string(&path).expect("a text of the corpus");
        let body = text.split_once("\n---\n").map_or(text.as_str(), |(_, body)| body);
        let spans = segment(body, Language::En, &SegmentOptions::default());
        let statements: Vec<&str> = spans.iter().map(|s| s.span.slice(body)).collect();
        assert_eq!(has(&inventory, formula, &statements, Language::En), expected, "{folder}");
    }
}
