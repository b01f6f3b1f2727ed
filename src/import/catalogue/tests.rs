use std::collections::BTreeSet;
use std::path::Path;

use super::{Catalogue, CatalogueError, Source};
use crate::readout::{Kind, Side};

fn embedded() -> Catalogue {
    Catalogue::load_default().expect("the embedded list")
}

#[test]
fn the_embedded_list_is_whole() {
    let list = embedded();
    assert!(list.entries().len() >= 79, "{}", list.entries().len());
    let ids: Vec<&str> = list.entries().iter().map(|e| e.id.as_str()).collect();
    assert!(ids.is_sorted() && ids.iter().collect::<BTreeSet<_>>().len() == ids.len());
    // The file itself is in order too.
    let file = include_str!("../../../readouts/catalogue.toml");
    let written: Vec<&str> = file.lines().filter_map(|l| l.strip_prefix("id = \"")?.strip_suffix('"')).collect();
    assert_eq!(written, ids);
}

#[test]
fn every_entry_has_what_an_importer_needs() {
    let [cn, us] = ["cn", "us"].map(|id| Side::new(id).expect("a side"));
    let mut addresses = BTreeSet::new();
    for entry in embedded().entries() {
        let last = entry.until.as_ref().unwrap_or(&entry.date);
        assert!(entry.id.starts_with(last.as_str()) && entry.date.as_str() >= "2021-01-20", "{}", entry.id);
        for side in [&cn, &us] {
            assert!(entry.principals.get(side).is_some_and(|names| !names.is_empty()), "{}: {side}", entry.id);
        }
        for text in &entry.texts {
            // One was recorded without encryption, and is left as it was.
            let secure = text.url.starts_with("https://") || text.url.starts_with("http://en.people.cn/");
            assert!(secure, "{}", text.url);
            assert!(addresses.insert(text.url.clone()), "{}", text.url);
        }
        assert_eq!(entry.addresses().count(), entry.texts.len());
    }
    assert_eq!(addresses.len(), 77);
}

#[test]
fn every_principal_is_in_the_codebook() {
    // As the catalogue writes them, in quotation marks.
    let book = include_str!("../../codebook/data/sides.toml");
    for entry in embedded().entries() {
        for name in entry.principals.values().flatten() {
            assert!(book.contains(&format!("\"{name}\"")), "{}: {name}", entry.id);
        }
    }
}

#[test]
fn meetings_are_found_by_the_names_of_folders() {
    let list = embedded();
    // Those of this repository and of the hand-coded corpus.
    for name in ["2023-06-19-beijing", "2023-07-13-jakarta", "2022-11-14-bali", "2023-05-11-vienna"] {
        assert!(list.find(name).is_some(), "{name}");
    }
    for name in ["2021-11-15-virtual", "2022-07-28-call", "2024-04-02-call", "2025-06-05-call", "2025-11-24-call"] {
        assert!(list.find(name).is_some(), "{name}");
    }
    let xi = list.entry("2024-08-29-beijing").expect("Beijing");
    assert!(xi.principals.values().flatten().any(|n| n == "Xi Jinping"));
    let busan = list.entry("2025-10-30-busan").expect("Busan");
    assert_eq!((busan.date.as_str(), busan.place.as_str()), ("2025-10-30", "Busan, South Korea"));
    assert_eq!(busan.texts[1].source, Source::FactSheet);
    let geneva = list.entry("2025-05-11-geneva").expect("Geneva");
    assert_eq!((geneva.date.as_str(), geneva.until.as_deref()), ("2025-05-10", Some("2025-05-11")));
    assert_eq!(geneva.texts.iter().map(|t| t.source.kind()).collect::<Vec<_>>(), [Kind::Readout; 2]);
    assert_eq!(list.find("2025-09-19-call").map(|e| e.texts[1].source.kind()), Some(Kind::Remarks));
}

#[test]
fn near_misses_are_named() {
    let list = embedded();
    let message = |id: &str| list.entry(id).expect_err(id).to_string();
    assert_eq!(
        message("2025-10-30-bussan"),
        "the embedded catalogue: no meeting `2025-10-30-bussan`; did you mean `2025-10-30-busan`?"
    );
    let two = message("2024-04-26-beijing");
    assert!(two.contains("`2024-04-26-beijing-xi`") && two.contains("`2024-04-26-beijing-wang`"), "{two}");
    assert!(message("2024-08-29-beijng").contains("`2024-08-29-beijing` or `2024-08-29-beijing-zhang`"));
    assert!(message("2024-08-29-beijing-xi").contains("`2024-08-29-beijing` or `2024-08-29-beijing-zhang`"));
    assert!(message("2025-05-12-geneva").contains("`2025-05-11-geneva`"));
    assert!(message("").ends_with("such as 2023-07-13-jakarta or 2024-04-02-call"), "{}", message(""));
    assert!(list.near("nowhere-at-all").is_empty() && list.find("2025-10-30").is_none());
}

/// An entry with one line more or other than it should have.
fn entry(lines: &str) -> String {
    format!("# A list.\n\n[[meeting]]\n{lines}\n")
}

#[test]
fn faults_name_file_line_and_mend() {
    const GOOD: &str = "id = \"2031-05-12-a\"\ndate = 2031-05-12\nplace = \"A\"\n";
    let text = |t: &str| entry(&format!("{GOOD}texts = [{{ {t} }}]"));
    let cases = [
        ("[[meeting]\n".to_owned(), "list.toml:1: ", "mend the line"),
        (entry(&GOOD.replace("place", "plaec")), "list.toml:6: ", "unknown field `plaec`, expected one of"),
        ("[[meetings]]\nid = 1\n".to_owned(), "list.toml:1: ", "expected `meeting`"),
        (entry("id = \"2031-05-12-a\"\ndate = 2031-05-12"), "list.toml:3: ", "missing field `place`"),
        (entry(&GOOD.replace("2031-05-12\n", "2031-02-30\n")), "list.toml:5: ", "mend the line"),
        (entry(&GOOD.replace("= 2031-05-12", "= 2031-05-12T10:00:00")), "list.toml:4: ", "write date = 2031-05-12"),
        (entry(&GOOD.replace("-a\"", "\"")), "list.toml:4: ", "2031-05-12-lakeford"),
        (entry(&GOOD.replace("-a\"", "-A b\"")), "list.toml:4: ", "a place in small letters"),
        (entry(&GOOD.replace("2031-05-12-a", "2031-05-13-a")), "list.toml:4: ", "must be 2031-05-12, the last day"),
        (entry(&GOOD.replace("\"A\"", "\" \"")), "list.toml:4: ", "write where they met"),
        (entry(&format!("{GOOD}until = 2031-05-11")), "list.toml:4: ", "a later day than 2031-05-12"),
        (entry(&format!("{GOOD}until = 2031-05-12")), "list.toml:4: ", "leave it out"),
        (entry(&format!("{GOOD}principals = {{ \"the us\" = [\"B\"] }}")), "list.toml:4: ", "write us or cn"),
        (
            text("side = \"both\", language = \"en\", url = \"https://a.example/\""),
            "list.toml:4: ",
            "`both` is no side",
        ),
        (text("side = \"us\", language = \"fr\", url = \"https://a.example/\""), "list.toml:7: ", "`fr`"),
        (text("side = \"us\", language = \"en\", url = \"www.a.example\""), "list.toml:7: ", "https:// first"),
        (text("side = \"us\", language = \"en\", url = \"file:///a.b\""), "list.toml:7: ", "is no address"),
        (text("side = \"us\", language = \"en\", kind = \"poem\", url = \"https://a.b\""), "list.toml:7: ", "`poem`"),
        (format!("{}{}", entry(GOOD), entry(GOOD)), "list.toml:11: ", "there twice; join the two or rename one"),
    ];
    assert_eq!(Catalogue::parse("list.toml", &entry(GOOD)).expect("a list").entries().len(), 1);
    assert_eq!(Catalogue::parse("list.toml", "").expect("an empty list").entries().len(), 0);
    for (text, start, within) in cases {
        let message = Catalogue::parse("list.toml", &text).expect_err(&text).to_string();
        assert!(message.starts_with(start) && message.contains(within) && !message.contains('\n'), "{message}\n{text}");
    }
}

#[test]
fn the_list_of_a_folder_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("catalogue.toml");
    assert_eq!(Catalogue::load_for(folder.path()).expect("a list"), embedded());
    let missing = Catalogue::load(&file).expect_err("no file");
    assert!(
        matches!(missing, CatalogueError::Missing { .. }) && missing.to_string().contains("catalogue.toml: no such")
    );
    std::fs::write(&file, "\u{feff}[[meeting]]\nid = \"2031-05-12-a\"\ndate = 2031-05-12\nplace = \"A\"\n")
        .expect("a file");
    let own = Catalogue::load_for(folder.path()).expect("a list");
    assert_eq!(own.entries().len(), 1);
    assert!(own.entry("2031-05-12-b").expect_err("none").to_string().contains("catalogue.toml: no meeting"));
    std::fs::write(&file, b"# \n# \xff\n").expect("a file");
    let binary = Catalogue::load_for(folder.path()).expect_err("no text").to_string();
    assert!(binary.ends_with("catalogue.toml:2: not a text in UTF-8; save the file as UTF-8 again"), "{binary}");
    assert!(matches!(Catalogue::load(Path::new("src")), Err(CatalogueError::Io { .. })));
}
