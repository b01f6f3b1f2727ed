use super::*;
use crate::text::Language;

/// The embedded files, read as a user's would be.
fn read() -> (Codebook, Places) {
    let mut places = Places::default();
    let (sources, vocabulary) = embedded(&mut places).expect("the embedded files are right");
    (Codebook::of(sources, vocabulary, Vec::new()).expect("they fit together"), places)
}

#[test]
fn the_embedded_files_are_read_as_a_users_would_be() {
    let (read, places) = read();
    let embedded = Codebook::embedded();
    for (one, other) in read.entries().iter().zip(embedded.entries()) {
        assert_eq!(*one, other);
    }
    assert_eq!((&read.topics, &read.acts), (&embedded.topics, &embedded.acts));
    let written = Vocabulary::embedded().expect("the embedded files are right");
    let (vocabulary, _) = read.own.as_ref().and_then(|own| own.vocabulary.as_ref()).expect("they have concepts");
    for (one, other) in vocabulary.concepts.iter().zip(&written.concepts) {
        assert_eq!(one, other);
    }
    assert_eq!(*vocabulary, written);
    let placed = |rule: &str| rule == "office" || places.get(rule).is_some();
    assert!(read.entries().iter().flat_map(|e| &e.cues).all(|c| placed(&c.rule)));
}

#[test]
fn every_rule_has_its_cue_and_every_cue_its_rule() {
    let embedded = Codebook::embedded();
    let entries = embedded.entries();
    for language in [Language::En, Language::Zh] {
        let mut rules: Vec<String> = embedded.rules(language).expect("rules").ids().collect();
        let cues = entries.iter().flat_map(|e| &e.cues).filter(|c| c.language == language);
        let mut shown: Vec<String> = cues.map(|c| c.rule.clone()).collect();
        rules.sort_unstable();
        shown.sort_unstable();
        assert_eq!(rules, shown);
    }
}

#[test]
fn what_a_file_adds_comes_after_what_is_there() {
    let text =
        "extends = \"default\"\n[[topic]]\nid = \"taiwan\"\ncues.zh = [\"寶島\"]\n[speech.say]\nen = [\"trumpet*\"]";
    let (mine, embedded) = (Codebook::parse("x", text).expect("good"), read().0);
    let added = |book: &Codebook| {
        let entries = book.entries();
        entries.iter().flat_map(|e| &e.cues).map(|c| (c.rule.clone(), c.text.to_owned())).collect::<Vec<_>>()
    };
    let (mine, embedded) = (added(&mine), added(&embedded));
    let new: Vec<_> = mine.iter().filter(|c| !embedded.contains(c)).collect();
    assert_eq!(mine.len(), embedded.len() + 2);
    assert!(new[0].0.starts_with("taiwan.zh.") && new[0].1 == "寶島" && new[1].1 == "trumpet*", "{new:?}");
    assert!(embedded.iter().all(|c| mine.contains(c)), "the ids of the default's rules stay");
}
