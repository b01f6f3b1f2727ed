//! What holds for any input, where that says more than fuzzing: what import writes reads back.

mod common;

use std::path::Path;

use proptest::prelude::*;

use readout::import::{Imported, file};
use readout::readout::{Kind, Readout, Side};
use readout::text::Language;

/// Anything that a page can hold in one field.
fn field() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ -~\u{a0}中美“”：，#&*!|>%@`'\"\\\\\n\t\r\u{85}\u{2028}\u{7f}\u{9b}\u{202e}\u{feff}]{0,24}",
        prop::sample::select(vec![
            "no",
            "~",
            "null",
            "1",
            "1.0",
            "2031-05-12",
            "0x1F",
            "- a",
            "a: b",
            "# x",
            "''",
            "---",
            "..."
        ])
        .prop_map(String::from),
    ]
}

fn imported() -> impl Strategy<Value = Imported> {
    let some = || prop::option::of(field());
    let days = prop::option::of("20[0-9]{2}-0[1-9]-[12][0-8]");
    let words = "[a-zA-Z中美，。 ]{1,40}[a-z中]";
    let people = prop::collection::btree_map(
        prop::sample::select(vec!["us", "cn", "jp"]),
        prop::collection::vec(field(), 0..3),
        0..3,
    );
    let kinds = prop::sample::select(vec![Kind::Readout, Kind::Background, Kind::Remarks, Kind::FactSheet]);
    let languages = prop::sample::select(vec![Language::En, Language::Zh]);
    ((some(), days, some(), some(), some()), some(), people, kinds, languages, words).prop_map(
        |((title, date, place, publisher, source_url), published, people, kind, language, body)| Imported {
            title,
            date,
            published,
            place,
            publisher,
            language,
            side: None,
            kind,
            source_url,
            meeting: None,
            principals: people.into_iter().filter_map(|(side, names)| Some((Side::new(side)?, names))).collect(),
            body: body.trim().to_owned(),
            layout: "general".to_owned(),
            warnings: Vec::new(),
            sha256: "0".to_owned(),
            from: "page.html".to_owned(),
            verbatim: None,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_import_writes_reads_back(page in imported(), meeting in field()) {
        let side = Side::new("us").expect("a side");
        let text = file::render(&page, Some(&meeting), &side, page.language, "2031-05-12T09:00:00Z");
        let path = file::name(&side, page.kind, page.language);
        let again = match Readout::parse(Path::new(&path), &text) {
            Ok(again) => again,
            Err(error) => return Err(TestCaseError::fail(format!("{error} in {text}"))),
        };
        prop_assert_eq!(again.body.trim(), page.body);
        prop_assert_eq!((again.title, again.date, again.published), (page.title, page.date, page.published));
        prop_assert_eq!((again.place, again.publisher, again.source_url), (page.place, page.publisher, page.source_url));
        prop_assert_eq!((again.kind, again.language, again.meeting), (page.kind, page.language, Some(meeting)));
        prop_assert_eq!(again.principals, page.principals);
        prop_assert!(again.unknown.is_empty());
    }
}
