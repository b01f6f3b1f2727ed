//! `readout import`: saved pages of every layout give exactly their words; hostile pages end soon, in a right text or a clear
//! refusal; and nothing is half written.

mod common;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::Value;

use common::{Run, finish, readout, run, run_in, tree};
use readout::codebook::Codebook;
use readout::import::{self, Imported, Layouts, Source, file};
use readout::readout::{Readout, Side, quotations};
use readout::text::Language;
use readout::text::sentences::{SegmentKind, SegmentOptions, segment};

const PAGES: &str = "tests/fixtures/pages";

/// Every folder of pages, by name.
fn pages() -> Vec<(String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = std::fs::read_dir(PAGES)
        .expect("a folder of pages")
        .map(|e| e.expect("an entry"))
        .map(|e| (e.file_name().to_string_lossy().into_owned(), e.path()))
        .collect();
    found.sort();
    found
}

fn dry(page: &Path) -> Value {
    let args = ["import", "--dry-run", "--format", "json", "--meeting", "m"];
    // Only of a page whose host is not known the side cannot be told.
    let side: &[&str] = if page.starts_with("tests/fixtures/pages/unknown-host") { &["--side", "cn"] } else { &[] };
    let run = finish(readout().args(args).args(side).arg(page).env("SOURCE_DATE_EPOCH", "0"));
    assert_eq!(run.status, 0, "{}: {}", page.display(), run.stderr);
    serde_json::from_str(&run.stdout).expect("JSON")
}

fn read(html: &str) -> Result<Imported, String> {
    let source = Source { bytes: html.into(), name: "page.html".to_owned(), ..Source::default() };
    let layouts = Layouts::load_default().expect("the embedded layouts");
    import::page(&source, &layouts, &Codebook::embedded()).map_err(|e| e.to_string())
}

/// A page of a known layout with these words.
fn official(body: &str) -> String {
    format!(
        "<link rel=canonical href=https://www.mfa.gov.cn/eng/203105/t20310512_1.html><title>Talks</title>\
         <div class=content_text>{body}</div>"
    )
}

#[test]
fn every_layout_gives_exactly_its_words() {
    let mut facts = String::new();
    for (name, folder) in pages() {
        let object = dry(&folder.join("page.html"));
        let expected = std::fs::read_to_string(folder.join("expected.md")).expect("expected words");
        let body = object["body"].as_str().expect("a body");
        assert_eq!(format!("{body}\n"), expected, "{name}");
        let layout = if name == "unknown-host" { "general" } else { name.as_str() };
        assert_eq!(object["layout"], layout);
        facts.push_str(&format!("{name}\n"));
        for key in [
            "side",
            "file",
            "kind",
            "language",
            "date",
            "published",
            "place",
            "publisher",
            "title",
            "source_url",
            "warnings",
        ] {
            facts.push_str(&format!("  {key}: {}\n", object[key]));
        }
    }
    let layouts = Layouts::load_default().expect("the embedded layouts");
    let without = layouts.ids().filter(|id| !Path::new(PAGES).join(id).exists() && !id.ends_with("-government"));
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&str>::new(), "layouts without a page");
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!("import_facts", facts));
}

#[test]
fn hosts_that_moved_have_the_same_layout() {
    let layouts = Layouts::load_default().expect("the embedded layouts");
    for (address, id) in [
        ("https://www.state.gov/x/", "state"),
        ("https://2021-2025.state.gov/x/", "state"),
        ("https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2021/11/16/x/", "white-house-2021"),
        ("https://www.whitehouse.gov/briefing-room/statements-releases/2021/11/16/x/", "white-house-2021"),
        ("https://www.whitehouse.gov/briefings-statements/2025/11/x/", "white-house"),
        ("https://www.defense.gov/News/Releases/x", "defense"),
        ("https://www.war.gov/News/Releases/x", "defense"),
        ("https://www.mfa.gov.cn/eng/xw/x.html", "mfa-en"),
        ("http://www.fmprc.gov.cn/mfa_eng/zxxx_662805/x.html", "mfa-en"),
        ("https://www.fmprc.gov.cn/web/x.shtml", "mfa-zh"),
        ("http://us.china-embassy.gov.cn/eng/x.htm", "embassy"),
        ("https://web.archive.org/web/20240101000000/https://www.mfa.gov.cn/zyxw/x.shtml", "mfa-zh"),
        ("http://en.people.cn/n3/2031/0512/c1-1.html", "peoples-daily"),
        ("https://www.commerce.gov/news/x", "us-government"),
        ("http://www.gov.cn/x", "cn-government"),
    ] {
        assert_eq!(layouts.of(address).map(|l| l.id.as_str()), Some(id), "{address}");
    }
    for address in ["https://www.state.gov.example.com/", "https://notstate.gov.example/", "us.md", ""] {
        assert!(layouts.of(address).is_none(), "{address}");
    }
}

fn import_in(root: &Path, args: &[&str]) -> Run {
    finish(readout().current_dir(root).arg("import").args(args).env("SOURCE_DATE_EPOCH", "1700000000"))
}

#[test]
fn a_page_becomes_a_file_that_loads() {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy(format!("{PAGES}/state/page.html"), root.path().join("page.html")).expect("a copy");
    let first = import_in(root.path(), &["page.html"]);
    let path = root.path().join("readouts/2031-09-03-port-avery/us.en.md");
    assert_eq!(first.stdout, "wrote readouts/2031-09-03-port-avery/us.en.md\n", "{}", first.stderr);
    assert!(first.stderr.contains("the meeting is taken to be 2031-09-03-port-avery"), "{}", first.stderr);
    let text = std::fs::read_to_string(&path).expect("the file");
    assert!(text.ends_with("in the air.\n") && !text.ends_with("\n\n"));
    let readout = Readout::load(&path).expect("it loads");
    assert!(readout.unknown.is_empty(), "{:?}", readout.unknown);
    let expected = std::fs::read_to_string(format!("{PAGES}/state/expected.md")).expect("expected words");
    assert_eq!(readout.body.trim_start(), expected);
    let imported = readout.imported.expect("where it is from");
    assert_eq!(imported.from.as_deref(), Some("page.html"));
    assert_eq!(imported.at.as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!(imported.sha256.map(|s| s.len()), Some(64));
    assert_eq!(run_in(root.path(), &["code", "readouts/2031-09-03-port-avery/us.en.md"]).stderr, "");

    // What is there stays.
    std::fs::write(&path, "mine").expect("written");
    let before = tree(root.path());
    let second = import_in(root.path(), &["page.html"]);
    assert_eq!((second.status, second.stdout.as_str()), (2, ""));
    assert!(
        second.stderr.contains("us.en.md: is there already, so nothing was written; add --force"),
        "{}",
        second.stderr
    );
    assert_eq!(tree(root.path()), before);
    let third = import_in(root.path(), &["page.html", "--force"]);
    assert_eq!(third.status, 0);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), text, "the same input gives the same bytes");
}

#[test]
fn a_dry_run_writes_nothing_and_shows_the_file() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let page = std::fs::read(format!("{PAGES}/white-house/page.html")).expect("a page");
    let command = |args: &[&str]| {
        let mut command = readout();
        let run = command.current_dir(root.path()).args(["import", "-", "--meeting", "2031-11-02-lakeford"]).args(args);
        finish(run.env("SOURCE_DATE_EPOCH", "0").write_stdin(page.clone()))
    };
    let dry = command(&["--dry-run"]);
    assert_eq!((dry.status, dry.stderr.as_str()), (0, ""));
    assert_eq!(std::fs::read_dir(root.path()).expect("a folder").count(), 0);
    let real = command(&["--out", "deep/er"]);
    assert_eq!(real.stdout, "wrote deep/er/2031-11-02-lakeford/us.fact-sheet.en.md\n");
    let path = root.path().join("deep/er/2031-11-02-lakeford/us.fact-sheet.en.md");
    assert_eq!(std::fs::read_to_string(path).expect("the file"), dry.stdout);
    let json: Value = serde_json::from_str(&command(&["--dry-run", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(json["schema"], "readout.import/1");
    assert_eq!(json["file"], "readouts/2031-11-02-lakeford/us.fact-sheet.en.md");
    assert_eq!(json["text"], dry.stdout);
    assert_eq!(json["quotes"], serde_json::json!([]));
    assert_eq!((&json["layout"], &json["side"]), (&"white-house".into(), &"us".into()));
}

/// A text that was published on the day after, and one of which the page says the day alone.
#[test]
fn the_date_is_that_of_the_meeting() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let dates = |folder: &str, meeting: &str| {
        let page = Path::new(PAGES).join(folder).join("page.html").canonicalize().expect("a page");
        let run = import_in(root.path(), &[&page.display().to_string(), "--meeting", meeting, "--dry-run"]);
        let dates = run.stdout.lines().filter(|l| l.starts_with("date: ") || l.starts_with("published: "));
        dates.map(str::to_owned).collect::<Vec<_>>()
    };
    let published = "published: \"2031-05-13T10:15:00+08:00\"";
    assert_eq!(dates("mfa-en", "2031-05-12-lakeford"), ["date: \"2031-05-12\"", published]);
    assert_eq!(dates("mfa-en", "2031-05-14-lakeford"), ["date: \"2031-05-13\"", published], "none is told beforehand");
    assert!(dates("mfa-en", "2031-05-99-lakeford").is_empty(), "no day of the calendar");
    assert_eq!(dates("mfa-en", "lakeford"), ["date: \"2031-05-13\"", published]);
    assert_eq!(dates("state", "2031-09-02-port-avery"), ["date: \"2031-09-02\"", "published: \"2031-09-03\""]);
}

#[test]
fn a_readout_is_taken_as_it_is() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let text = "---\r\ntitle: \"A call\"\r\ndate: 2031-07-28T13:37:24-04:00\r\nplace: telephone\r\ntags: [a]\r\n---\r\n\r\nThe two spoke.\r\n\r\n> no mark\r\n";
    std::fs::write(root.path().join("briefing.md"), text).expect("written");
    let run = import_in(root.path(), &["briefing.md"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("whose text this is cannot be told; add --side us"), "{}", run.stderr);
    let run = import_in(root.path(), &["briefing.md", "--side", "us"]);
    assert_eq!(run.stdout, "wrote readouts/2031-07-28-call/us.en.md\n", "{}", run.stderr);
    assert!(run.stderr.contains("fields that are not known, and are kept: tags"), "{}", run.stderr);
    let written = std::fs::read_to_string(root.path().join("readouts/2031-07-28-call/us.en.md")).expect("the file");
    assert_eq!(written, text.replace("\r\n", "\n"));
    let own = "---\nside: cn\nmeeting: m\nkind: remarks\n---\n\n双方同意。\n";
    std::fs::write(root.path().join("own.md"), own).expect("written");
    assert!(import_in(root.path(), &["own.md", "--side", "us"]).stderr.contains("its front matter says `side: cn`"));
    let other = import_in(root.path(), &["own.md", "--kind", "background"]);
    assert!(other.stderr.contains("its front matter says `kind: remarks`"), "{}", other.stderr);
    assert_eq!(import_in(root.path(), &["own.md"]).stdout, "wrote readouts/m/cn.remarks.zh.md\n");
    std::fs::write(root.path().join("bad.md"), "---\nside: us\nkind: [\n---\n\nText.\n").expect("written");
    let bad = import_in(root.path(), &["bad.md"]);
    assert!(bad.status == 2 && bad.stderr.starts_with("readout: bad.md:3: "), "{}", bad.stderr);
}

/// A page, or its words alone, that does not say where it is from.
#[test]
fn an_address_is_told_of_what_does_not_say_its_own() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let put = |name: &str, text: &str| std::fs::write(root.path().join(name), text).expect("written");
    put("words.txt", "Talks in Lakeford\n\nThe two sides agreed to meet again in Lakeford.\n");
    put("page.html", &official("<p>The two sides agreed to talk.</p>"));
    put("own.md", "---\nside: us\nmeeting: m\nsource_url: https://www.state.gov/a/\n---\n\nThe two spoke.\n");
    let url = "https://www.state.gov/talks-in-lakeford/";
    let import = |file: &str, url: &str| import_in(root.path(), &[file, "--meeting", "m", "--dry-run", "--url", url]);
    for file in ["words.txt", "page.html"] {
        let run = import(file, url);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let readout = Readout::parse(Path::new("us.md"), &run.stdout).expect("it loads");
        assert_eq!((readout.source_url.as_deref(), readout.side.as_str()), (Some(url), "us"), "{file}");
        assert_eq!(readout.publisher.as_deref(), Some("U.S. Department of State"), "{file}");
    }
    assert_eq!(import("own.md", "https://www.state.gov/a/").status, 0);
    for (run, says) in [
        (
            import("own.md", url),
            "own.md: its front matter stays as it is, so --url changes nothing; write `source_url: ",
        ),
        (import("words.txt", "state.gov"), "--url: `state.gov` is no web address"),
        (import(url, url), "is an address already; give --url with a saved page"),
    ] {
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
        assert!(run.stderr.contains(says), "{}", run.stderr);
    }
}

#[test]
fn what_cannot_be_imported_is_refused() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let put = |name: &str, bytes: &[u8]| std::fs::write(root.path().join(name), bytes).expect("written");
    put("empty.html", b"");
    put("blank.html", b" \n\n");
    put("binary.html", b"<html>\0\x01\x02");
    put("page.pdf", b"%PDF-1.7 ...");
    put(
        "script.html",
        b"<html><head><title>T</title></head><body><div id=root></div><script>go()</script></body></html>",
    );
    put("page.html", official("<p>The two sides agreed to talk.</p>").as_bytes());
    put("large.html", &vec![b'a'; import::MAX_BYTES + 1]);
    put("who.html", b"<title>Talks</title><article><p>The two sides agreed to talk again.</p></article>");
    put("unknown.toml", b"[[layout]]\nid = \"x\"\nhosts = []\ncolour = 1\n");
    put("selector.toml", b"[[layout]]\nid = \"x\"\nhosts = []\nbody = [\n  \"p\",\n  \"<p>\",\n]\n");
    put("side.toml", b"[[layout]]\nid = \"x\"\nhosts = []\nside = \"the us\"\n");
    put("zone.toml", b"[[layout]]\nid = \"x\"\nhosts = []\nzone = \"Beijing\"\n");
    std::fs::create_dir(root.path().join("folder")).expect("a folder");
    let before = tree(root.path());
    for (line, needle) in [
        ("nosuch.html", "nosuch.html: no such file"),
        ("folder", "folder: a folder, not a file"),
        ("empty.html", "empty.html: empty; save the page again"),
        ("blank.html", "blank.html: empty"),
        ("binary.html", "binary.html: bytes that are no text, not a page; save the page as HTML"),
        ("page.pdf", "page.pdf: a PDF, not a page"),
        (
            "script.html --side us --meeting m",
            "script.html: no text found on the page; if a script fills it, open it in a browser",
        ),
        ("large.html", "large.html: larger than 10 MiB"),
        ("who.html --meeting m", "who.html: whose text this is cannot be told; add --side us"),
        ("page.html", "page.html: the page does not say plainly where and when; add --meeting YYYY-MM-DD-place"),
        ("page.html --meeting ../x", "--meeting: `../x` cannot name a folder"),
        ("page.html --meeting m --side the/us", "--side: `the/us` is no side"),
        ("page.html --meeting m --kind speech", "--kind: `speech` is not known; use readout"),
        ("page.html --meeting m --layouts nosuch.toml", "nosuch.toml: cannot be read"),
        ("page.html --meeting m --layouts unknown.toml", "unknown.toml:4: unknown field `colour`"),
        ("page.html --meeting m --layouts selector.toml", "selector.toml:6: `<p>` is no CSS selector"),
        ("page.html --meeting m --layouts side.toml", "side.toml:4: side: `the us` is not known"),
        ("page.html --meeting m --layouts zone.toml", "zone.toml:4: zone: `Beijing` is not known; use an offset"),
        ("page.html --meeting m --out page.html", "page.html/m/cn.en.md: cannot be written"),
    ] {
        let run = import_in(root.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {}", run.stderr);
        assert!(run.stderr.starts_with("readout: ") && run.stderr.contains(needle), "{line}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked") && run.stderr.matches('\n').count() == 1, "{line}: {}", run.stderr);
    }
    assert_eq!(tree(root.path()), before, "a refused command writes nothing");
}

#[cfg(not(feature = "fetch"))]
#[test]
fn a_program_without_the_network_says_so() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let run = import_in(root.path(), &["https://www.state.gov/x/", "--meeting", "m"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    let says = "readout: https://www.state.gov/x/: this program was built without `fetch`; save the page in a browser";
    assert!(run.stderr.starts_with(says), "{}", run.stderr);
    assert_eq!(std::fs::read_dir(root.path()).expect("a folder").count(), 0);
}

#[test]
fn a_page_of_an_unknown_host_gives_no_menu() {
    let menu = "<div class=n><a href=/>首页</a><a href=/b>新闻</a></div>";
    let html = format!(
        "<body>{menu}<div><p>双方就共同关心的问题交换了意见。</p><p>双方同意保持联系。</p></div><div>版权所有</div>"
    );
    let imported = read(&html).expect("a text");
    assert_eq!(imported.body, "双方就共同关心的问题交换了意见。\n\n双方同意保持联系。");
    assert_eq!((imported.layout.as_str(), imported.side), ("general", None));
    assert_eq!(imported.warnings.len(), 2, "{:?}", imported.warnings);
}

#[test]
fn a_layout_of_ones_own_comes_first() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let page = "<link rel=canonical href=https://gov.example/a/><h2>Talks</h2><div id=x><p>The two sides agreed.</p><p>Credits: A</p></div>";
    let layout = "[[layout]]\nid = \"mine\"\nhosts = [\"gov.example\"]\nside = \"jp\"\npublisher.en = \"Ours\"\ntitle = [\"h2\"]\n\
                  body = [\"#x\"]\nlines = [\"Credits: *\"]\n";
    std::fs::write(root.path().join("page.html"), page).expect("written");
    std::fs::write(root.path().join("mine.toml"), layout).expect("written");
    let run = import_in(root.path(), &["page.html", "--meeting", "m", "--layouts", "mine.toml", "--dry-run"]);
    assert!(
        run.stdout.contains("side: jp") && run.stdout.contains("publisher: \"Ours\""),
        "{}{}",
        run.stdout,
        run.stderr
    );
    assert!(run.stdout.ends_with("---\n\nThe two sides agreed.\n"), "{}", run.stdout);
}

/// Pages that are made to hurt, and the words that they must give where they give any.
#[test]
fn hostile_pages_end_soon() {
    let words = "<p>The two sides agreed to meet again in Lakeford.</p>";
    let plain = "The two sides agreed to meet again in Lakeford.";
    let noise = "<div class=ad>noise <a href=x>here</a></div>";
    let paragraph =
        format!("<p>{}</p>", "The two sides agreed, after long talks, to meet again, on seas and on trade. ".repeat(3));
    // A debug build is slow at what a release does in a quarter of the time.
    let cases: Vec<(&str, String, Option<&str>)> = vec![
        ("noise around", format!("{}{}", noise.repeat(40_000), official(words)), Some(plain)),
        (
            "a large script",
            official(&format!("<script>{}</script>{words}", "a=\"<div>\";".repeat(500_000))),
            Some(plain),
        ),
        ("a large comment", official(&format!("<!--{}-->{words}", "x".repeat(5_000_000))), Some(plain)),
        ("more elements than can be held", official(&"<p>x".repeat(1_000_000)), None),
        ("10,000 nested elements", official(&format!("{}{words}", "<div>".repeat(10_000))), None),
        ("900 nested elements", official(&format!("{}{words}", "<div>".repeat(900))), Some(plain)),
        ("900 nested elements, no layout", format!("{}{}", "<div>".repeat(900), paragraph.repeat(5)), None),
        ("unclosed letters", official(&format!("{}{}", "<b><i>".repeat(100), words.repeat(1_000))), None),
        (
            "unclosed fonts",
            (0..900).map(|i| format!("<font color={i}>")).chain([official(&"<p>x".repeat(50_000))]).collect(),
            None,
        ),
        (
            "unclosed tags",
            official("<p>The two sides <b>agreed <p>to <i>meet again"),
            Some("The two sides agreed\n\nto meet again"),
        ),
        ("nested quotations", official(&format!("{}{words}", "<blockquote>".repeat(400))), Some(plain)),
        ("nested lists", official(&format!("{words}{}", "<ul><li>a".repeat(300))), None),
        ("nested tables", official(&format!("{}{words}", "<table><tr><td>".repeat(200))), Some(plain)),
        (
            "a tag with many attributes",
            official(&format!("<div {}>{words}", (0..200_000).map(|i| format!("a{i} ")).collect::<String>())),
            None,
        ),
        ("an open tag to the end", official(&format!("{words}<div title=\"{}", "x".repeat(1_000_000))), Some(plain)),
        (
            "two bodies",
            official(&format!("<p>A teaser of another text.</p></div><div class=content_text>{words}<p>More.</p>")),
            Some("A teaser of another text.\n\nThe two sides agreed to meet again in Lakeford.\n\nMore."),
        ),
        (
            "many bodies",
            official(&format!("</div>{}", "<div class=content_text><p>Words of a page</p></div>".repeat(20_000))),
            None,
        ),
        ("a large text without HTML", "The two sides agreed. ".repeat(100_000), None),
    ];
    for (name, page, want) in cases {
        let started = Instant::now();
        let result = read(&page);
        let took = started.elapsed();
        assert!(took < Duration::from_secs(if cfg!(debug_assertions) { 6 } else { 2 }), "{name}: {took:?}");
        match (result, want) {
            (Ok(imported), Some(want)) => assert_eq!(imported.body, want, "{name}"),
            (Ok(imported), None) => assert!(imported.body.chars().any(char::is_alphanumeric), "{name}"),
            (Err(message), want) => assert!(want.is_none() && message.contains("; "), "{name}: {message}"),
        }
    }
}

#[test]
fn the_structure_of_a_text_is_kept() {
    for (html, want) in [
        ("<p>One<br>two</p><p>three</p>", "One\ntwo\n\nthree"),
        ("<p>One<br><br/>two<br></p>three<div>four</div>", "One\n\ntwo\n\nthree\n\nfour"),
        ("<div><div><section><p>One</p></section></div>two</div>", "One\n\ntwo"),
        ("<h3>Head</h3><p>text</p><h1> </h1>", "## Head\n\ntext"),
        (
            "<p><b>Short head</b></p><p>text</p><p><b>A sentence, all bold.</b></p>",
            "## Short head\n\ntext\n\nA sentence, all bold.",
        ),
        ("<p>Say:</p><ul><li>a<li>b</ul><p>end</p>", "Say:\n\n- a\n- b\n\nend"),
        ("<ol><li>a</li><li>b<br>c</li></ol>", "1. a\n2. b\nc"),
        ("<p>- a<br>- b<br>- c</p>", "- a\n- b\n- c"),
        ("<p>one<br>- two</p>", "one - two"),
        (
            "<p>March 18<sup>th</sup>, a&nbsp;&nbsp;b, soft&shy;ly, zero&#8203;width</p>",
            "March 18th, a b, softly, zerowidth",
        ),
        ("<p>中方\n指出，\n美方</p>", "中方指出，美方"),
        ("<p>\u{3000}\u{3000}一段<br>\u{3000}\u{3000}二段</p>", "一段\n\n二段"),
        ("<p>text of it</p><blockquote>said</blockquote><p>text of it</p>", "text of it\n\n> said\n\ntext of it"),
        ("<table><tr><td><a href=x>Menu</a></td></tr></table><p>text</p>", "text"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td></td></tr></table>", "a | b\n\n1"),
        ("<figure><img alt=x><figcaption>Photo</figcaption><table><tr><td>a<td>b</table></figure>", "a | b"),
        ("<p>a &lt;b&gt; c</p><p style='display:none'>gone</p><p hidden>gone</p>", "a <b> c"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("<p>\\- already</p>", "\\\\- already"),
        (
            "<p>** A note **</p><p>**Two<br>lines**</p><p>**One**<br>two</p>",
            "\\** A note **\n\n\\**Two\nlines**\n\n\\**One**\ntwo",
        ),
        ("<p>text<span>joined</span> <em>and</em> spaced</p><p>* * *</p>", "textjoined and spaced"),
    ] {
        let imported = read(&official(&format!("{html}<p>The two sides agreed.</p>"))).expect(html);
        assert_eq!(imported.body, format!("{want}\n\nThe two sides agreed."), "{html}");
    }
}

/// Words as pages have them; no first word of a paragraph reads as the number or bullet of a list.
fn paragraph() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec![
        "", "", "", "> ", ">", "# ", "## ", "- ", "* ", "– ", "\\", "\\- ", "--- ", "**", "<b>", "&amp; ",
    ]);
    let words = prop::collection::vec(
        "[a-zA-Z]{1,8}[,.]?|[\u{4e2d}\u{65b9}\u{7f8e}\u{53cc}]{2,6}[，。]?|[-–>#*\\\\_=+<&\"'“”]{1,2}|[A-Z]{2}[0-9]{2}",
        3..14,
    );
    (mark, "[A-Z][a-z]{12,14}", words).prop_map(|(mark, first, words)| format!("{mark}{first} {}", words.join(" ")))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// All signs but white space.
fn signs(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn stars_of_the_page_make_no_heading() {
    for html in ["<p>**Aaaa A * **</p>", "<p>** A note **</p>", "<p>**Two<br>lines**</p>", "<p>**One**<br>two</p>"] {
        let body = read(&official(&format!("{html}<p>The two sides agreed.</p>"))).expect("a text").body;
        let segments = segment(&body, Language::En, &SegmentOptions::default());
        assert!(segments.iter().all(|s| s.kind == SegmentKind::Sentence), "{body}");
        let said: String = segments.iter().map(|s| signs(s.span.slice(&body))).collect();
        let want = html.replace("<p>", "").replace("</p>", "").replace("<br>", "") + "The two sides agreed.";
        assert_eq!(said, signs(&want));
    }
}

#[test]
fn front_matter_holds_what_yaml_does_not_take() {
    for odd in ["\u{fffe}", "a\u{ffff}b", "\u{85}", "\u{feff}x", "\0"] {
        let mut imported = read(&official("<p>The two sides agreed.</p>")).expect("a text");
        imported.title = Some(odd.to_owned());
        let side = Side::new("cn").expect("a side");
        let text = file::render(&imported, Some("m"), &side, Language::En, "2031-01-01T00:00:00Z");
        assert_eq!(Readout::parse(Path::new("cn.en.md"), &text).expect("it loads").title.as_deref(), Some(odd));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every sign of every paragraph is read back by the loader, in order, and none is added: as sentences, and not as
    /// quotations, headings or items.
    #[test]
    fn text_passes_through_unchanged(paragraphs in prop::collection::vec(paragraph(), 1..8), breaks in any::<bool>(), nest in 0_usize..4) {
        let (open, close) = ("<div>".repeat(nest), "</div>".repeat(nest));
        let words = |p: &String| if breaks { escape(p).replace(' ', "\n<span> ") } else { escape(p) };
        let html: String = paragraphs.iter().map(|p| format!("{open}<p>{}</p>{close}\n", words(p))).collect();
        let imported = read(&official(&html)).expect("a text");
        let side = Side::new("cn").expect("a side");
        let text = file::render(&imported, Some("m"), &side, Language::En, "2031-01-01T00:00:00Z");
        let readout = Readout::parse(Path::new("cn.en.md"), &text).expect("it loads");
        prop_assert!(readout.unknown.is_empty());
        prop_assert_eq!(readout.body.trim(), imported.body.as_str());
        prop_assert_eq!(quotations(&readout.body).len(), 0);
        let segments = segment(&readout.body, readout.language, &SegmentOptions::default());
        let said: String = segments.iter().map(|s| signs(s.span.slice(&readout.body))).collect();
        prop_assert_eq!(said, signs(&paragraphs.concat()));
        prop_assert!(segments.iter().all(|s| s.kind == SegmentKind::Sentence));
    }

    /// No bytes at all make the program panic.
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), tags in "(<[a-z/!]{1,6}[ >]|[a-z ]|&[a-z#]{1,4};?){0,80}") {
        let layouts = Layouts::load_default().expect("the embedded layouts");
        for bytes in [bytes, official(&tags).into_bytes(), tags.into_bytes()] {
            let source = Source { bytes, name: "x".to_owned(), ..Source::default() };
            let _ = import::page(&source, &layouts, &Codebook::embedded());
        }
    }

    /// Any title and name is safe in the front matter.
    #[test]
    fn front_matter_holds_anything(title in any::<String>(), publisher in ".*") {
        let mut imported = read(&official("<p>The two sides agreed.</p>")).expect("a text");
        imported.title = Some(title.clone());
        imported.publisher = Some(publisher.clone());
        let side = Side::new("cn").expect("a side");
        let text = file::render(&imported, Some("no"), &side, Language::En, "2031-01-01T00:00:00Z");
        let readout = Readout::parse(Path::new("cn.en.md"), &text).expect("it loads");
        prop_assert_eq!((readout.title, readout.publisher), (Some(title), Some(publisher)));
        prop_assert_eq!(readout.meeting.as_deref(), Some("no"));
    }
}

#[test]
fn the_same_page_gives_the_same_bytes() {
    let page = format!("{PAGES}/mfa-zh/page.html");
    assert_eq!(dry(Path::new(&page)), dry(Path::new(&page)));
    assert_eq!(run(&["import", &page, "--dry-run"]).status, 2, "a Chinese page names no place");
}

#[test]
fn text_in_parts_is_put_together() {
    let part = |words: &str| format!("<div class=content_text><p>{words}</p></div>");
    let (first, second) = ("The Secretary met her counterpart.", "She spoke of peace and stability across the strait.");
    let page = |parts: &str| {
        format!(
            "<link rel=canonical href=https://www.mfa.gov.cn/eng/203105/t20310512_1.html><title>Talks</title><main>{parts}</main>"
        )
    };
    let imported = read(&page(&format!("{}{}", part(first), part(second)))).expect("read");
    assert_eq!(imported.body, format!("{first}\n\n{second}"));
    assert!(imported.warnings.iter().any(|w| w.contains("in 2 parts of the page")), "{:?}", imported.warnings);
    // What stands there twice is there once.
    let imported = read(&page(&format!("{}{}", part(first), part(first)))).expect("read");
    assert_eq!((imported.body.as_str(), imported.warnings.len()), (first, 0));
}

#[test]
fn who_saved_a_page_tells_whose_it_is() {
    let body = "<title>Talks</title><div class=content_text><p>The two sides agreed to meet again.</p></div>";
    let single = "<!-- Page saved with SingleFile \n url: https://www.mfa.gov.cn/eng/203105/t20310512_1.html \n saved date: x -->";
    let imported = read(&format!("{single}{body}")).expect("read");
    assert_eq!(imported.source_url.as_deref(), Some("https://www.mfa.gov.cn/eng/203105/t20310512_1.html"));
    // The site alone tells the layout, and is no address of the page.
    let imported = read(&format!("<meta name=SiteDomain content=www.mfa.gov.cn>{body}")).expect("read");
    assert_eq!((imported.side, imported.source_url), (Side::new("cn"), None));
}

#[test]
fn times_places_and_lines_of_pages() {
    let moment = |text: &str| format!("{:?}", import::dates::find(text));
    assert_eq!(moment("November 16, 2031 9:09 PM"), moment("2031-11-16 21:09"));
    assert_eq!(moment("November 16, 2031 12:30 a.m."), moment("2031-11-16 00:30"));
    let of = |title: &str| {
        read(&official("<p>The two of them met for an hour.</p>").replace("<title>Talks", &format!("<title>{title}")))
            .expect("read")
            .place
    };
    assert_eq!(of("Readout of the President’s Video Call with the Premier").as_deref(), Some("video"));
    assert_eq!(of("Remarks by the President and the Premier in Bilateral Meeting"), None);
    let page = official(
        "<ul><li>Copyright protection will be strengthened.</li></ul><p>They agreed.</p><p>Copyright 2031 The Ministry</p>",
    );
    assert_eq!(read(&page).expect("read").body, "- Copyright protection will be strengthened.\n\nThey agreed.");
}

#[test]
fn front_matter_of_another_meeting_is_refused() {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(root.path().join("a.md"), "---\nside: us\nmeeting: 2031-05-12-lakeford\n---\nThey met.\n")
        .expect("written");
    let run = import_in(root.path(), &["a.md", "--meeting", "2031-06-01-marrowbay"]);
    assert!(run.status == 2 && run.stderr.contains("`meeting: 2031-05-12-lakeford`"), "{} {}", run.status, run.stderr);
    std::fs::write(root.path().join("b.html"), "<title>Talks</title><p>They agreed to meet again in the autumn.")
        .expect("written");
    let run = import_in(root.path(), &["b.html", "--side", "us", "--meeting", "2031-06-01-marrowbay", "--dry-run"]);
    assert!(
        run.stdout.contains("date: \"2031-06-01\"") && !run.stderr.contains("no date"),
        "{} {}",
        run.stdout,
        run.stderr
    );
}

/// Where the command and the page do not say the same, the command holds, and the user is told.
#[test]
fn what_does_not_fit_is_told() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let page = Path::new("tests/fixtures/saved/us.html").canonicalize().expect("a page").display().to_string();
    let import = |args: &[&str]| {
        let run = run_in(root.path(), &[&["import", &page], args].concat());
        assert_eq!(run.status, 0, "{args:?}: {}", run.stderr);
        run.stderr
    };
    let meeting = ["--meeting", "2031-05-12-lakeford"];
    assert_eq!(import(&meeting), "");
    assert_eq!(import(&["--meeting", "2031-05-10-lakeford"]), "", "published within days");
    let told = import(&["--meeting", "2031-03-12-lakeford"]);
    assert!(
        told.ends_with("the page is of 2031-05-12, and the meeting of 2031-03-12; look whether it is the right one\n"),
        "{told}"
    );
    let told = import(&["--meeting", "2031-08-12-lakeford"]);
    assert!(
        told.contains("us.en.md:6: its `date` is 2031-05-12, and its folder is called 2031-08-12-lakeford"),
        "{told}"
    );
    let told = import(&["--meeting", "2031-05-13-lakeford", "--side", "cn"]);
    assert!(told.contains("its layout is that of pages of `us`, and --side says cn; look whether"), "{told}");
    let told = import(&["--meeting", "2031-05-14-lakeford", "--side", "usa"]);
    assert!(
        told.contains("usa.en.md:3: `usa` is no side of the codebook") && told.contains("did you mean `us`?"),
        "{told}"
    );

    // The meeting has this text already, by another name.
    let folder = root.path().join("readouts/2031-05-12-lakeford");
    std::fs::rename(folder.join("us.en.md"), folder.join("us.md")).expect("renamed");
    std::fs::write(folder.join("broken.md"), "---\nside: [\n---\n").expect("a text");
    let want = "readout: readouts/2031-05-12-lakeford/us.en.md: the meeting has a readout of `us` in this language already, readouts/2031-05-12-lakeford/us.md; keep one of the two\n";
    assert_eq!(import(&[&meeting[..], &["--dry-run"]].concat()), want);
    assert_eq!(import(&meeting), want);
    assert_eq!(import(&[&meeting[..], &["--kind", "remarks"]].concat()), "", "another sort of text");
    std::fs::remove_file(folder.join("us.md")).expect("removed");
    let article = Path::new("tests/fixtures/articles/lakeford.txt").canonicalize().expect("an article");
    let run = run_in(root.path(), &[&["import", &article.display().to_string(), "--article"], &meeting[..]].concat());
    assert!(run.status == 0 && run.stderr.contains("us.md: the meeting has a readout of `us` in this language already, readouts/2031-05-12-lakeford/us.en.md"), "{}", run.stderr);
}

/// News is no readout of one side, and is told where --article would read it.
#[test]
fn news_is_told_of_the_way_for_news() {
    let article = "tests/fixtures/articles/lakeford.txt";
    let run = common::run(&["import", article, "--meeting", "2031-05-12-lakeford", "--dry-run"]);
    assert!(
        run.stderr.contains("add --side us or --side cn; it quotes people of several sides: with --article"),
        "{}",
        run.stderr
    );
    let side = ["import", article, "--side", "us", "--meeting", "2031-05-12-lakeford", "--dry-run"];
    assert!(common::run(&side).stderr.contains("as news does; with --article"));
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(root.path().join("us.txt"), "The Secretary met the Minister. The talks were “candid.”\n")
        .expect("a text");
    let run =
        common::run_in(root.path(), &["import", "us.txt", "--side", "us", "--meeting", "2031-05-12-a", "--dry-run"]);
    assert!(!run.stderr.contains("--article"), "{}", run.stderr);
}

/// A text without any HTML has a title where its first line is none of its sentences, and page numbers and addresses are no words.
#[test]
fn a_plain_text_has_a_title_and_no_page_numbers() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let text = "Talks of the envoys\nLakeford, 12 May 2031\n\nEnvoy Ashdown met Envoy Quill. Page 1 of 2\nhttps://example.org/talks\n\n\
                The two sides agreed to meet again.\n";
    std::fs::write(root.path().join("talks.txt"), text).expect("a text");
    let command = ["import", "talks.txt", "--side", "us", "--meeting", "2031-05-12-lakeford", "--dry-run"];
    let run = common::run_in(root.path(), &command);
    assert!(run.stdout.contains("\ntitle: \"Talks of the envoys\"\n"), "{}", run.stdout);
    let body = run.stdout.rsplit("---\n").next().expect("a body").trim();
    assert_eq!(body, "Lakeford, 12 May 2031\n\nEnvoy Ashdown met Envoy Quill.\n\nThe two sides agreed to meet again.");
    assert!(
        run.stderr.contains("left out, as no words of the text: “Page 1 of 2”, “https://example.org/talks”"),
        "{}",
        run.stderr
    );
}
