//! `readout import --article`: the quotations of a news article, shown and written. The article in the repository is
//! invented; a real one is held against the corpus where that is.

mod common;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use common::{Run, finish, readout, tree};
use readout::codebook::Codebook;
use readout::import::article;
use readout::readout::{Quotation, Readout, quotations};

const ARTICLE: &str = "tests/fixtures/articles/lakeford.txt";
const MEETING: &str = "2031-05-12-lakeford";

fn hold(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    // The page is the same; that its bytes have a sum is all that counts.
    settings.add_filter(r#"sha256: "[0-9a-f]{64}""#, r#"sha256: "[64 digits]""#);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// A folder with the article in it.
fn workshop() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy(ARTICLE, root.path().join("article.txt")).expect("a copy");
    root
}

fn import(root: &Path, args: &[&str]) -> Run {
    finish(readout().current_dir(root).arg("import").args(args).env("SOURCE_DATE_EPOCH", "1700000000"))
}

/// What is found in a file, as JSON.
fn found(root: &Path, file: &str) -> Value {
    let run = import(root, &[file, "--article", "--dry-run", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("one JSON object")
}

/// Quotations without their places.
fn said(object: &Value) -> Vec<[&str; 4]> {
    let quotes = object["quotes"].as_array().expect("quotes");
    quotes.iter().map(|q| ["text", "side", "kind", "speaker"].map(|key| q[key].as_str().expect(key))).collect()
}

/// The article as the page of a site.
fn page() -> String {
    let text = std::fs::read_to_string(ARTICLE).expect("the article");
    let mut paragraphs = text.trim().split("\n\n");
    let title = paragraphs.next().expect("a title");
    let body: String = paragraphs.map(|p| format!("<p>{p}</p>\n")).collect();
    format!(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title>\
         <meta property=og:site_name content='The Lakeford Ledger'>\
         <link rel=canonical href='https://ledger.example/2031/05/12/talks'>\
         <meta property=article:published_time content=2031-05-12T21:40:00-04:00></head>\
         <body><nav><a href=/>Home</a> <a href=/world>“World”</a></nav><article><h1>{title}</h1>{body}</article>\
         <aside>He said: “Subscribe.”</aside><footer>All rights reserved</footer></body></html>"
    )
}

#[test]
fn a_dry_run_as_json_keeps_the_contract() {
    let root = workshop();
    let before = tree(root.path());
    let object = found(root.path(), "article.txt");
    assert_eq!(tree(root.path()), before, "a dry run writes nothing");
    let bytes = std::fs::read(ARTICLE).expect("the article");
    assert_eq!(object["schema"], "readout.import/1");
    let quotes = object["quotes"].as_array().expect("quotes");
    let mut last = 0;
    for quote in quotes {
        let place = |key: &str| usize::try_from(quote[key].as_u64().expect(key)).expect(key);
        let (start, end) = (place("start"), place("end"));
        assert!(last <= start && start < end, "in order, and none within another: {quote}");
        last = end;
        assert_eq!(std::str::from_utf8(&bytes[start..end]).ok(), quote["text"].as_str());
        assert!(bytes[..start].ends_with("“".as_bytes()), "just behind a mark: {quote}");
        assert!(["us", "cn", "none"].iter().any(|s| quote["side"] == *s), "{quote}");
        assert!(["readout", "background", "remarks"].iter().any(|k| quote["kind"] == *k), "{quote}");
        assert!(quote["speaker"].as_str().is_some_and(|s| !s.is_empty()), "{quote}");
    }
    let senators = ["It was a fair start,", "us", "remarks", "Tom Arkwright"];
    let said = said(&object);
    assert_eq!(said.len(), 22);
    assert!(said.contains(&senators) && said.contains(&["a truce.", "none", "remarks", "Jo Fell"]), "{said:?}");
    for nobodys in ["frank.", "nine lines", "big bridge"] {
        assert!(said.iter().all(|q| q[0] != nobodys), "{nobodys}");
    }
    let files: Vec<_> = object["files"].as_array().expect("files").iter().map(|f| f["file"].clone()).collect();
    let file = |name: &str| json!(Path::new("readouts/MEETING").join(name).display().to_string());
    assert_eq!(files, [file("cn.md"), file("us.md"), file("us.background.md")]);
    assert_eq!(object, found(root.path(), "article.txt"), "the same article gives the same quotations");
}

#[test]
fn a_dry_run_shows_every_quotation() {
    let root = workshop();
    let before = tree(root.path());
    let run = import(root.path(), &["article.txt", "--article", "--dry-run"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(tree(root.path()), before);
    hold("article_dry_run", &run.stdout);
}

/// Every file below a folder of meetings, one after another.
fn shown(root: &Path) -> String {
    let files = tree(&root.join("readouts")).into_iter().filter(|(path, _)| path.is_file());
    files
        .map(|(path, bytes)| {
            let name = path.strip_prefix(root).expect("below").display().to_string().replace('\\', "/");
            format!("==> {name}\n{}\n", String::from_utf8(bytes).expect("UTF-8"))
        })
        .collect()
}

/// The names of the files of the meeting.
fn names(root: &Path) -> Vec<String> {
    let folder = root.join("readouts").join(MEETING);
    if !folder.exists() {
        return Vec::new();
    }
    let files = tree(&folder).into_keys();
    files.map(|p| p.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

/// The people of a user's codebook are known in articles and on pages.
#[test]
fn a_codebook_of_ones_own_tells_whose_people_they_are() {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::copy("tests/fixtures/articles/people.toml", root.path().join("people.toml")).expect("a copy");
    let article = "LAKEFORD, May 12 - “We will see,” Holt said. “It is late,” Du Kang told reporters.\n";
    std::fs::write(root.path().join("news.txt"), article).expect("written");
    let sides = |args: &[&str]| -> Vec<String> {
        let run = import(root.path(), &[&["news.txt", "--article", "--dry-run", "--format", "json"], args].concat());
        let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let quotes = found["quotes"].as_array().expect("quotes");
        quotes.iter().map(|q| q["side"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_ne!(sides(&[]), ["us", "cn"]);
    assert_eq!(sides(&["--codebook", "people.toml"]), ["us", "cn"]);
    std::fs::write(root.path().join("readout.toml"), "codebook = [\"people.toml\"]\n").expect("written");
    assert_eq!(sides(&[]), ["us", "cn"]);
}

#[test]
fn an_article_becomes_the_sides_files() {
    let root = workshop();
    let args =
        ["article.txt", "--article", "--meeting", MEETING, "--date", "2031-05-12", "--outlet", "Lakeford Ledger"];
    let run = import(root.path(), &args);
    let wrote = |name: &str| format!("wrote {}\n", Path::new("readouts").join(MEETING).join(name).display());
    assert_eq!(run.stdout, [wrote("cn.md"), wrote("us.md"), wrote("us.background.md")].concat(), "{}", run.stderr);
    assert_eq!(
        run.stderr,
        "readout: article.txt: 10 quotations were left out, of other kinds or of others than the two sides; --dry-run shows all\n"
    );
    assert_eq!(run.status, 0);
    hold("article_files", &shown(root.path()));
    for name in names(root.path()) {
        let path = root.path().join("readouts").join(MEETING).join(&name);
        let readout = Readout::load(&path).expect("it loads");
        assert_eq!(readout.unknown.keys().collect::<Vec<_>>(), ["note"], "{name}");
        assert!(readout.quoted_from.is_some(), "{name}");
        assert_eq!(readout.imported.and_then(|i| i.at).as_deref(), Some("2023-11-14T22:13:20Z"), "{name}");
    }
    let compared = finish(readout().current_dir(root.path()).args(["compare", &format!("readouts/{MEETING}")]));
    assert_eq!((compared.status, compared.stderr.as_str()), (0, ""));
    assert!(compared.stdout.contains("the first red line"), "{}", compared.stdout);
}

#[test]
fn remarks_and_reported_positions_are_written_on_request() {
    let root = workshop();
    let import =
        |args: &[&str]| import(root.path(), &[&["article.txt", "--article", "--meeting", MEETING], args].concat());
    assert_eq!(import(&["--kinds", "remarks"]).status, 0);
    assert_eq!(names(root.path()), ["cn.remarks.md", "us.remarks.md"]);
    assert_eq!(import(&["--kinds", "background", "--reported"]).status, 0);
    assert_eq!(names(root.path()), ["cn.remarks.md", "us.background.md", "us.remarks.md", "us.reported.md"]);
    std::fs::remove_file(root.path().join("readouts").join(MEETING).join("us.background.md")).expect("removed");
    let shown = shown(root.path());
    assert!(shown.contains("not words of the side"));
    hold("article_remarks_and_reported", &shown);
}

#[test]
fn one_file_that_is_there_holds_all_back() {
    let root = workshop();
    let folder = root.path().join("readouts").join(MEETING);
    std::fs::create_dir_all(&folder).expect("a folder");
    // The last of three.
    std::fs::write(folder.join("us.background.md"), "mine").expect("written");
    let before = tree(root.path());
    for format in ["text", "json"] {
        let args = ["article.txt", "--article", "--meeting", MEETING, "--format", format];
        let run = import(root.path(), &args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        let says = "us.background.md: is there already, so nothing was written; add --force";
        assert!(run.stderr.contains(says) && run.stderr.matches('\n').count() == 1, "{}", run.stderr);
        assert_eq!(tree(root.path()), before);
    }
    let run = import(root.path(), &["article.txt", "--article", "--meeting", MEETING, "--force"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(names(root.path()), ["cn.md", "us.background.md", "us.md"]);
    assert!(Readout::load(&folder.join("us.background.md")).expect("it loads").body.contains("longer than planned."));

    // Neither does one that cannot be written, even with --force, leave the others half done.
    for name in names(root.path()) {
        std::fs::remove_file(folder.join(name)).expect("removed");
    }
    std::fs::create_dir(folder.join("us.background.md")).expect("a folder");
    let before = tree(root.path());
    let run = import(root.path(), &["article.txt", "--article", "--meeting", MEETING, "--force"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("us.background.md: cannot be written: "), "{}", run.stderr);
    assert_eq!(tree(root.path()), before);
}

#[test]
fn what_is_no_article_is_refused() {
    let root = workshop();
    let put = |name: &str, bytes: &[u8]| std::fs::write(root.path().join(name), bytes).expect("written");
    put("empty.txt", b"");
    put("blank.txt", b"\n \n");
    put("silent.txt", b"Carla Renshaw met Lu Anping in Lakeford on Monday. They parted late.\n");
    put("binary.txt", b"A minister said \xe2\x80\x9cno\xe2\x80\x9d.\0\x01\x02");
    put("page.pdf", b"%PDF-1.7 said");
    put("large.txt", &vec![b'a'; readout::import::MAX_BYTES + 1]);
    let before = tree(root.path());
    let no_meeting = "article.txt: which meeting the article is about, it does not say plainly; add --meeting";
    for (line, needle) in [
        ("article.txt", no_meeting),
        ("article.txt --format json", no_meeting),
        ("empty.txt --meeting m", "empty.txt: empty; give the text of an article"),
        ("empty.txt --dry-run", "empty.txt: empty"),
        ("blank.txt --meeting m", "blank.txt: empty"),
        ("silent.txt --meeting m", "silent.txt: no quotation of the sorts asked for was found; look with --dry-run"),
        ("binary.txt --dry-run", "binary.txt: bytes that are no text"),
        ("page.pdf --dry-run", "page.pdf: a PDF, not a page"),
        ("large.txt --dry-run", "large.txt: larger than 10 MiB"),
        ("nosuch.txt --dry-run", "nosuch.txt: no such file"),
        (
            "article.txt --meeting m --kinds rumour",
            "--kinds: `rumour` is not known; use readout, background or remarks",
        ),
        ("article.txt --meeting m --date yesterday", "--date: `yesterday` is no day; write"),
        ("article.txt --meeting m --date 2031-02-30", "--date: `2031-02-30` is no day"),
    ] {
        let args: Vec<&str> = line.split(' ').chain(["--article"]).collect();
        let run = import(root.path(), &args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {}", run.stderr);
        assert!(run.stderr.starts_with("readout: ") && run.stderr.contains(needle), "{line}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked") && run.stderr.matches('\n').count() == 1, "{line}: {}", run.stderr);
    }
    let run = import(root.path(), &["silent.txt", "--article", "--dry-run"]);
    assert_eq!(
        (run.status, run.stdout.as_str(), run.stderr.as_str()),
        (0, "", "readout: silent.txt: no quotation was found\n")
    );
    assert_eq!(found(root.path(), "silent.txt")["quotes"], json!([]));
    // What belongs to articles alone, and what does not go with them.
    for line in
        ["article.txt --reported", "article.txt --outlet X", "article.txt --article --side us", "--article --meeting m"]
    {
        let run = import(root.path(), &line.split(' ').collect::<Vec<_>>());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {}", run.stderr);
    }
    assert_eq!(tree(root.path()), before, "a refused command writes nothing");
}

#[test]
fn a_page_of_the_article_gives_the_same_quotations() {
    let root = workshop();
    std::fs::write(root.path().join("article.html"), page()).expect("written");
    let (text, html) = (found(root.path(), "article.txt"), found(root.path(), "article.html"));
    assert_eq!(said(&html), said(&text));
    assert_eq!(html["reported"].as_array().map(Vec::len), text["reported"].as_array().map(Vec::len));
    let run = import(root.path(), &["article.html", "--article", "--meeting", MEETING]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let written = std::fs::read_to_string(root.path().join("readouts").join(MEETING).join("cn.md")).expect("a file");
    for line in [
        "  publisher: \"The Lakeford Ledger\"\n",
        "  date: \"2031-05-12\"\n",
        "  url: \"https://ledger.example/2031/05/12/talks\"\n",
        "  from: \"article.html\"\n",
    ] {
        assert!(written.contains(line), "{line}{written}");
    }
}

#[test]
fn other_marks_and_line_ends_change_nothing() {
    let root = workshop();
    let text = std::fs::read_to_string(ARTICLE).expect("the article");
    let words = |v: &Value| said(v).iter().map(|q| q.map(str::to_owned)).collect::<Vec<_>>();
    let want = words(&found(root.path(), "article.txt"));
    let lines = text.replace('\n', "\r\n");
    let straight = text.replace(['“', '”'], "\"");
    for (name, text) in [("lines.txt", &lines), ("straight.txt", &straight)] {
        std::fs::write(root.path().join(name), text).expect("written");
        let object = found(root.path(), name);
        assert_eq!(words(&object), want, "{name}");
        for quote in object["quotes"].as_array().expect("quotes") {
            let place = |key: &str| usize::try_from(quote[key].as_u64().expect(key)).expect(key);
            assert_eq!(quote["text"], text[place("start")..place("end")], "{name}");
        }
    }
}

/// The real article, where it lies beside the corpus.
fn real() -> Option<PathBuf> {
    let article = std::env::var_os("READOUT_CORPUS")
        .map(|corpus| PathBuf::from(corpus).join("../article/2023-07-13-jakarta.txt"))
        // The program runs in a folder of its own.
        .and_then(|article| article.canonicalize().ok());
    if article.is_none() {
        eprintln!("skipped: READOUT_CORPUS does not name a folder with the article of Jakarta beside it");
    }
    article
}

/// The article of which `readouts/2023-07-13-jakarta` was made by hand gives the same words of the same people.
#[test]
fn a_real_article_gives_the_files_made_by_hand() {
    let Some(article) = real() else { return };
    let root = tempfile::tempdir().expect("a temporary folder");
    let id = "2023-07-13-jakarta";
    let run = import(root.path(), &[&article.display().to_string(), "--article", "--meeting", id]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let made = |folder: &Path| {
        let load = |name| Readout::load(&folder.join(name)).expect("it loads");
        ["cn.md", "us.md", "us.background.md"].map(load).map(|readout| {
            let quoted = quotations(&readout.body);
            let words = |q: &Quotation| q.words.iter().map(|s| s.slice(&readout.body).to_owned()).collect::<Vec<_>>();
            quoted.iter().map(|q| (words(q), q.attribution.as_ref().map(|a| a.who.clone()))).collect::<Vec<_>>()
        })
    };
    assert_eq!(made(&root.path().join("readouts").join(id)), made(&Path::new("readouts").join(id)));
    assert_eq!(tree(&root.path().join("readouts").join(id)).len(), 3);
}

/// Words of a speaker's name, without those that tell nobody apart.
fn name(speaker: &str) -> Vec<String> {
    let lower = speaker.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_lowercase()).filter(|w| !w.is_empty());
    words.filter(|w| !["the", "senior", "official", "a", "an", "of"].contains(w)).map(str::to_owned).collect()
}

/// How well a real article is read, against quotations attributed by hand.
#[test]
fn a_real_article_is_read_well() {
    let Some(article) = real() else { return };
    let gold = article.with_extension("quotes.tsv");
    let mut gold = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(gold).expect("a table");
    let rows: Vec<std::collections::HashMap<String, String>> = gold.deserialize().map(|r| r.expect("a row")).collect();
    let object = found(Path::new("."), &article.display().to_string());
    let quotes = object["quotes"].as_array().expect("quotes");
    let place = |q: &Value, key: &str| q[key].as_u64().expect(key);
    let (mut hits, mut side, mut kind, mut speaker) = (0, 0, 0, 0);
    let mut used = std::collections::BTreeSet::new();
    for row in &rows {
        let number = |key: &str| row[key].parse::<u64>().expect("a number");
        let (start, end) = (number("start"), number("end"));
        // Half of the shorter one is enough.
        let hit = quotes.iter().enumerate().find(|(_, q)| {
            let (from, to) = (place(q, "start"), place(q, "end"));
            let shared = end.min(to).saturating_sub(start.max(from));
            shared > 0 && 2 * shared >= (end - start).min(to - from)
        });
        let Some((at, quote)) = hit else { continue };
        used.insert(at);
        hits += 1;
        side += usize::from(quote["side"] == row["side"].as_str());
        kind += usize::from(quote["kind"] == row["kind"].as_str());
        let want = name(&row["speaker"]);
        let has = name(quote["speaker"].as_str().unwrap_or_default());
        speaker += usize::from(want.is_empty() || want.iter().any(|w| has.contains(w)));
    }
    let extra = quotes.len() - used.len();
    let figures =
        format!("of {}: found {hits}, side {side}, kind {kind}, speaker {speaker}; extra {extra}", rows.len());
    // In hundredths of all.
    let least = [(hits, 97), (side, 97), (kind, 92), (speaker, 88)];
    assert!(!rows.is_empty() && least.iter().all(|(count, share)| 100 * count >= share * rows.len()), "{figures}");
    assert!(extra <= 3, "{figures}");
}

/// How journalists say who said what, sentence by sentence: each row names side, kind and speaker (or a part of the name) of
/// its quotations; ¶ begins a paragraph.
#[test]
fn the_habits_of_journalists_are_understood() {
    let people = std::fs::read_to_string("tests/fixtures/articles/people.toml").expect("the people");
    let codebook = Codebook::parse("people.toml", &people).expect("a good codebook");
    let rows = std::fs::read_to_string("tests/fixtures/articles/habits.tsv").expect("the habits");
    let mut wrong = Vec::new();
    for (wanted, text) in rows.lines().skip(2).map(|row| row.split_once('\t').expect("two columns")) {
        let article = article::read(&text.replace(" ¶ ", "\n\n"), &codebook);
        let wanted: Vec<Vec<&str>> = wanted.split(" | ").map(|w| w.splitn(3, ' ').collect()).collect();
        let right = article.quotes.len() == wanted.len()
            && article.quotes.iter().zip(&wanted).all(|(quote, wanted)| {
                quote.side == wanted[0]
                    && quote.kind.as_str() == wanted[1]
                    && wanted.get(2).is_none_or(|name| quote.speaker.contains(name))
            });
        if !right {
            let found: Vec<_> = article.quotes.iter().map(|q| (&q.side, q.kind.as_str(), &q.speaker)).collect();
            wrong.push(format!("{text}\n    {found:?} for {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are read otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
