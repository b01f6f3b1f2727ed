//! Hostile texts: too long, too many, too deep, or built to blow up. Each gives a right result or one line and exit status
//! 2, within little time and memory. What hides in files and names is in `hostile_files.rs`, what a terminal would obey in
//! `hostile_terminal.rs`.

#![cfg(unix)]

mod common;

use std::path::Path;

use common::limits::{Limits, SMALL, refused, within};

/// A build without optimisation is some twenty times as slow; it gets smaller inputs for the same time.
const SCALE: usize = if cfg!(debug_assertions) { 1 } else { 20 };
/// For inputs of several megabytes.
const LARGE: Limits = Limits { seconds: 60, megabytes: 4000 };

fn folder_with(files: &[(&str, &str)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        let path = root.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }
    root
}

fn statements(folder: &Path, file: &str, limits: Limits) -> usize {
    let run = within(limits, folder, &["code", file, "--format", "jsonl"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{file}");
    run.stdout.lines().count()
}

#[test]
fn a_file_of_a_gigabyte_is_refused_by_every_command() {
    let root = folder_with(&[("meeting/cn.md", "双方同意加强沟通。\n"), ("cn.gold.tsv", "")]);
    let at = root.path();
    for name in ["us.md", "page.html", "book.toml", "cn.md", "layouts.toml"] {
        let file = std::fs::File::create(at.join(name)).expect("a file");
        file.set_len(1 << 30).expect("a sparse file");
    }
    for args in [
        &["code", "us.md"][..],
        &["compare", "us.md", "meeting/cn.md"],
        &["import", "page.html", "--side", "us"],
        &["import", "page.html", "--article", "--dry-run"],
        &["import", "meeting/cn.md", "--layouts", "layouts.toml"],
        &["codebook", "--codebook", "book.toml"],
        &["code", "meeting/cn.md", "--codebook", "book.toml"],
        &["evaluate", "."],
    ] {
        let message = refused(SMALL, at, args);
        assert!(message.contains("larger than") || message.contains("too large"), "{args:?}: {message}");
    }
    std::fs::rename(at.join("us.md"), at.join("meeting/comparison.md")).expect("renamed");
    for args in [&["check", "meeting"][..], &["check", "--update", "meeting"]] {
        let message = refused(SMALL, at, args);
        assert!(message.starts_with("readout: meeting/comparison.md: "), "{message}");
    }
    assert_eq!(std::fs::metadata(at.join("meeting/comparison.md")).expect("there").len(), 1 << 30);
}

/// Marks that open and never close are looked through once.
#[test]
fn an_article_of_marks_that_never_close_is_read() {
    let root = folder_with(&[("article.txt", &format!("It is said, x {}", "'the 'of ".repeat(10_000 * SCALE)))]);
    let run = within(LARGE, root.path(), &["import", "article.txt", "--article", "--dry-run"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn one_line_of_megabytes_is_read() {
    let one = "The two sides agreed to keep talking about trade and the Taiwan Strait. ";
    let many = 500_000 * SCALE / one.len();
    let zh = "双方同意继续就贸易和台湾海峡问题保持沟通。";
    let root = folder_with(&[
        ("us.md", &one.repeat(many)),
        ("cn.md", &zh.repeat(many / 2)),
        ("word.md", &format!("---\nside: {}\n---\nWords.\n", "x".repeat(500_000 * SCALE))),
    ]);
    assert_eq!(statements(root.path(), "us.md", LARGE), many);
    assert_eq!(statements(root.path(), "cn.md", LARGE), many / 2);
    // Without a full stop it would be one statement; it is cut where a statement would be longer than any is.
    std::fs::write(root.path().join("jp.md"), "words without an end ".repeat(25_000 * SCALE)).expect("written");
    assert!(statements(root.path(), "jp.md", LARGE) > 50 * SCALE);
    let refusal = refused(SMALL, root.path(), &["code", "word.md"]);
    assert!(refusal.starts_with("readout: word.md:2: side: `xxx"), "{refusal}");
}

/// All of them are coded; more than anybody says of one meeting are not compared, where every claim of one text is held
/// against every statement of the other.
#[test]
fn a_hundred_thousand_statements_are_coded() {
    let many = 10_000 * SCALE.min(10);
    let us: String = (0..many).map(|n| format!("- The two sides agreed on item {n} of trade.\n")).collect();
    let cn: String = (0..many).map(|n| format!("双方同意第{n}项贸易安排。\n\n")).collect();
    let root = folder_with(&[("us.md", &us), ("cn.md", &cn), ("cn.en.md", &us.replace("sides", "countries"))]);
    assert_eq!(statements(root.path(), "us.md", LARGE), many);
    for files in [["us.md", "cn.md"], ["cn.en.md", "us.md"]] {
        let message = refused(LARGE, root.path(), &["compare", files[0], files[1]]);
        let limit = "statements, and at most 5000 of a text are compared; split it, or use `readout code`\n";
        assert_eq!(message, format!("readout: {}: {many} {limit}", files[0]));
    }
    for args in [&["check", "."][..], &["trace", "."], &["site", ".", "--out", "out"]] {
        assert!(refused(LARGE, root.path(), args).contains("at most 5000 of a text"), "{args:?}");
    }
    // As many as a day of press conferences has.
    let few = if cfg!(debug_assertions) { 500 } else { 5_000 };
    let some = |text: &str, skip: usize| {
        text.split_inclusive('\n').filter(|l| *l != "\n").skip(skip).take(few).collect::<Vec<_>>().join("\n")
    };
    for (name, text) in [("us.md", &us), ("cn.md", &cn)] {
        std::fs::write(root.path().join(name), some(text, 7)).expect("written");
    }
    let run = within(LARGE, root.path(), &["compare", "us.md", "cn.md", "--format", "csv"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.lines().count() > 2 * few);
}

#[test]
fn deep_nesting_is_no_deeper_than_the_stack() {
    let deep = 20_000 * SCALE;
    let nested = |open: &str, close: &str| format!("{}peace{}", open.repeat(deep), close.repeat(deep));
    for (open, close) in [("“", "”"), ("(", ")"), ("《", "》"), ("‘“", "”’"), ("> ", ""), ("**", "**"), ("<b>", "</b>")]
    {
        let text = format!("The two sides agreed. {} Well.\n", nested(open, close));
        let root = folder_with(&[("us.md", &text), ("cn.md", &text)]);
        for args in [&["code", "us.md"][..], &["compare", "us.md", "cn.md"]] {
            let run = within(LARGE, root.path(), args);
            assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{open}");
        }
    }
    let page = |body: String| format!("<html><body><h1>Talks</h1>{body}</body></html>");
    for (open, close) in
        [("<div>", "</div>"), ("<b>", "</b>"), ("<ul><li>", "</li></ul>"), ("<table><tr><td>", ""), ("<svg>", "")]
    {
        let root = folder_with(&[("us.html", &page(nested(open, close)))]);
        let run = within(
            LARGE,
            root.path(),
            &["import", "us.html", "--side", "us", "--dry-run", "--meeting", "2031-05-12-x"],
        );
        assert!([0, 2].contains(&run.status), "{open}: {}", run.stderr);
        assert!(run.status == 0 || run.stderr.matches('\n').count() == 1, "{open}: {}", run.stderr);
    }
    for matter in [
        format!("principals: {}", "[".repeat(deep)),
        format!("x: {}{}", "[".repeat(deep), "]".repeat(deep)),
        format!("x: {}", "{a: ".repeat(deep)),
        format!("x:{}", " -".repeat(deep)),
        (0..2000).map(|n| format!("{}a:\n", " ".repeat(n))).collect(),
    ] {
        let root = folder_with(&[("us.md", &format!("---\nside: us\n{matter}\n---\nWords.\n"))]);
        let message = refused(LARGE, root.path(), &["code", "us.md"]);
        assert!(message.starts_with("readout: us.md:"), "{message}");
    }
    for toml in [format!("x = {}", "[".repeat(deep)), format!("[{}]", "a.".repeat(deep)), "[[topic]]\n".repeat(deep)] {
        let root = folder_with(&[("book.toml", &toml)]);
        refused(LARGE, root.path(), &["codebook", "--codebook", "book.toml"]);
    }
}

/// A few hundred bytes of front matter that would be gigabytes when every alias is followed.
#[test]
fn alias_bombs_do_not_go_off() {
    let laughs: String =
        (1..12).map(|n| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(", "))).collect();
    let merged: String = (1..24).map(|n| format!("m{n}: &m{n} {{<<: *m{0}, x{n}: *m{0}}}\n", n - 1)).collect();
    for bomb in [
        format!("a0: &a0 [lol]\n{laughs}"),
        format!("m0: &m0 {{x: y}}\n{merged}"),
        format!("title: &a {}\nplace: [{}]", "x".repeat(100_000), "*a, ".repeat(10_000)),
        "a: &a [*a]".to_owned(),
    ] {
        let root = folder_with(&[("us.md", &format!("---\nside: us\n{bomb}\n---\nWords.\n"))]);
        let message = refused(SMALL, root.path(), &["code", "us.md"]);
        assert!(message.starts_with("readout: us.md:"), "{message}");
    }
}

#[test]
fn very_many_fields_and_very_long_ones_are_read_or_refused() {
    let fields: String = (0..5_000 * SCALE).map(|n| format!("f{n}: value\n")).collect();
    for matter in
        [fields, format!("title: \"{}\"", "long ".repeat(100_000)), format!("kind: \"{}\"", "long\\n".repeat(100_000))]
    {
        let root = folder_with(&[("us.md", &format!("---\nside: us\n{matter}\n---\nWords.\n"))]);
        let run = within(LARGE, root.path(), &["code", "us.md"]);
        assert!(run.status == 0 || run.stderr.matches('\n').count() == 1, "{}", run.stderr.len());
        assert!(run.stderr.len() < 1000);
    }
}

/// The more cues there are, the fewer ways to begin each is filed under.
#[test]
fn very_many_cues_are_filed() {
    let word =
        |n: usize| (0..4).map(|i| char::from(b'a' + u8::try_from((n >> (3 * i)) % 8).expect("a letter"))).collect();
    let words = |cue: usize| (0..9).map(move |n| (cue * 9 + n).wrapping_mul(2_654_435_761) >> 7).map(word);
    let cues: String = (0..8_000 * SCALE)
        .map(|cue| {
            let w: Vec<String> = words(cue).collect();
            format!(
                "\"({}|{})({}|{})({}|{}) ({}|{}) {{2}} {}\",\n",
                w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8]
            )
        })
        .collect();
    let book = format!("extends = \"default\"\n[[topic]]\nid = \"x\"\nlabel.en = \"X\"\ncues.en = [\n{cues}]\n");
    let root = folder_with(&[("us.md", "They met."), ("book.toml", &book)]);
    let limits = Limits { megabytes: 1000, ..LARGE };
    let run = within(limits, root.path(), &["code", "us.md", "--codebook", "book.toml"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
}

/// Cues are a language of their own, without anything that backtracks for ever.
#[test]
fn cues_that_are_built_to_blow_up_do_not() {
    let text = "a ".repeat(2000);
    let root = folder_with(&[("us.md", &text)]);
    for (cue, right) in [
        ("{4}a".repeat(20), true),
        ("*a".repeat(60), true),
        ("(a|[a][b]|[[a]])".repeat(30), true),
        ("[[[[[[[a]]]]]]]".repeat(40), true),
        ("{30}a".repeat(20), false),
        ("(a|b|c|d|e|f|g|h)".repeat(300), false),
        ("(".repeat(1000), false),
    ] {
        let book = format!("extends = \"default\"\n[[topic]]\nid = \"x\"\nlabel.en = \"X\"\ncues.en = [\"a{cue}z\"]\n");
        std::fs::write(root.path().join("book.toml"), book).expect("written");
        let args = ["code", "us.md", "--codebook", "book.toml"];
        if right {
            assert_eq!(within(SMALL, root.path(), &args).status, 0, "{cue}");
        } else {
            let message = refused(SMALL, root.path(), &args);
            assert!(message.starts_with("readout: book.toml:5:12: cue `a"), "{message}");
        }
    }
}
