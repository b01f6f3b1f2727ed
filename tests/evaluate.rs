//! `readout evaluate`: what it prints for invented texts, its exit codes, what it refuses, and that it counts as the
//! reference program does.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Run, book, marked, readout, run, run_in, shown, tree};
use readout::evaluation::{Counts, Evaluation, Figures, evaluate};

const CODED: &str = "tests/fixtures/coded";
const MEETING: &str = "tests/fixtures/coded/2032-03-14-wrenfield";

/// Holds one output. The numbers of rules are left out: they change with every cue that is added.
fn hold(name: &str, options: &[&str]) {
    let args = [&["evaluate", CODED], options].concat();
    let output = marked(&shown(&args));
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_description(format!("readout {}", args.join(" ")));
    settings.add_filter(r"\.(en|zh)\.\d+", ".$1.N");
    settings.bind(|| insta::assert_snapshot!(name, output));
}

#[test]
fn text() {
    hold("evaluate_text", &["--errors"]);
}

#[test]
fn json() {
    hold("evaluate_json", &["--errors", "--format", "json"]);
}

#[test]
fn csv() {
    hold("evaluate_csv", &["--format", "csv"]);
}

#[test]
fn csv_of_disagreements() {
    hold("evaluate_csv_errors", &["--errors", "--format", "csv"]);
}

#[test]
fn text_fits_80_columns() {
    let widths = readout::text::width::Widths::default();
    let text = shown(&["evaluate", CODED, "--errors", "--width", "80"]);
    let paths = |line: &&str| !line.starts_with("tests/");
    for line in text.lines().filter(paths) {
        assert!(widths.str_width(line) <= 80, "{line}");
    }
    for width in ["1", "200"] {
        assert!(shown(&["evaluate", CODED, "--errors", "--width", width]).contains("\nTOTAL "), "width {width}");
    }
}

#[test]
fn every_format_agrees_and_errors_are_only_listed_when_asked() {
    let value = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&shown(&[&["evaluate", CODED, "--format", "json"], args].concat())).expect("JSON")
    };
    let (bare, full) = (value(&[]), value(&["--errors"]));
    assert_eq!(bare["schema"], "readout.evaluation/1");
    assert!(bare.get("errors").is_none());
    let body = std::fs::read_to_string(format!("{MEETING}/us.en.md")).expect("a text");
    let body = body.split_once("\n---\n").expect("front matter").1;
    let errors = full["errors"].as_array().expect("a list");
    assert!(errors.len() >= 3, "the hand codes hold mistakes on purpose");
    for error in errors.iter().filter(|e| e["file"].as_str().is_some_and(|f| f.ends_with("us.en.md"))) {
        let place = |value: &serde_json::Value, key: &str| value[key].as_u64().expect("an offset") as usize;
        for spanned in std::iter::once(error).chain(error["evidence"].as_array().expect("a list")) {
            assert_eq!(body.get(place(spanned, "start")..place(spanned, "end")), spanned["text"].as_str());
        }
    }
    let csv = shown(&["evaluate", CODED, "--format", "csv"]);
    let f1 = format!("total,,,topics_f1,,{:.6},,", bare["total"]["topics"]["f1"].as_f64().expect("a number"));
    assert!(csv.lines().any(|line| line == f1), "{f1}");
    assert!(!shown(&["evaluate", CODED]).contains("by the program political-system"));
}

#[test]
fn a_total_below_its_minimum_is_exit_1_in_every_format() {
    let status = |min: &str, format: &str| run(&["evaluate", CODED, "--min", min, "--format", format]);
    for format in ["text", "json", "csv"] {
        let plain = shown(&["evaluate", CODED, "--format", format]);
        let (met, missed) =
            (status("topics=0.1,speaker=0.1,act=0.1,coverage=0.1", format), status("act=0.1,topics=1", format));
        assert_eq!(met, Run { status: 0, stdout: plain.clone(), stderr: String::new() });
        assert_eq!((missed.status, &missed.stdout), (1, &plain), "{format}: the same figures");
        assert!(missed.stderr.starts_with("readout: topics 0."), "{}", missed.stderr);
        assert!(missed.stderr.ends_with(" is below the minimum 1\n") && missed.stderr.lines().count() == 1);
    }
    for (min, wanted) in [("tone=1", "no measure `tone`"), ("act", "MEASURE=NUMBER"), ("act=9", "from 0 to 1")] {
        let refused = status(min, "text");
        assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
        assert!(refused.stderr.contains(wanted), "{}", refused.stderr);
    }
}

/// A folder with a copy of the coded meeting, one of its files changed.
fn changed(file: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    common::copy_meeting(MEETING, root.path());
    let path = root.path().join("2032-03-14-wrenfield").join(file);
    let text = std::fs::read_to_string(&path).expect("a file");
    let new = change(&text);
    assert_ne!(new, text, "the change changes nothing");
    std::fs::write(&path, new).expect("written");
    root
}

fn refused(root: &Path, wanted: &str) {
    let before = tree(root);
    let run = run_in(root, &["evaluate", "."]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(run.stderr.starts_with(&format!("readout: ./{wanted}")), "{wanted}: {}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert_eq!(tree(root), before);
}

#[test]
fn what_is_wrong_with_a_hand_coding_is_told_with_file_line_and_mend() {
    let gold = "us.en.gold.tsv";
    for (from, to, wanted) in [
        ("start\tend", "from\tto", "1: the first line names the column `start` 0 times; it must be: start end topics"),
        ("\ttaiwan\t", "\ttaiwna\t", "5: topics: no topic `taiwna` in the codebook; write `taiwan`?"),
        ("commit|agree", "commit|agreed", "8: act: `agreed` is no act; write one of warn, demand"),
        ("\tcn\t", "\tChina (PRC)\t", "9: speaker: `China (PRC)` is no speaker; write the id of a side"),
        ("\t77\t", "\t9077\t", "2: end 9077 lies outside the body of"),
        ("\t77\t", "\t76\t", "2: bytes 1 to 76 of the body are “"),
    ] {
        let root = changed(gold, |text| text.replacen(from, to, 1));
        refused(root.path(), &format!("2032-03-14-wrenfield/{gold}:{wanted}"));
    }
    let root = changed("cn.zh.gold.tsv", |text| text.replacen("\t113\t", "\t112\t", 1));
    refused(root.path(), "2032-03-14-wrenfield/cn.zh.gold.tsv:2: end 112 lies inside a character; offsets count bytes");
    // The text was edited, so the offsets of its coding have moved.
    let root = changed("us.en.md", |text| text.replacen("met today with", "met with", 1));
    std::fs::remove_file(root.path().join("2032-03-14-wrenfield/claims.tsv")).expect("removed");
    refused(root.path(), "2032-03-14-wrenfield/us.en.gold.tsv:2: bytes 1 to 77 of the body are “");
    let root = changed("us.en.md", |text| text.replacen("kind: readout", "kind: speech", 1));
    std::fs::remove_file(root.path().join("2032-03-14-wrenfield/claims.tsv")).expect("removed");
    refused(root.path(), "2032-03-14-wrenfield/us.en.md:4: kind: `speech` is not known");
}

#[test]
fn what_is_wrong_with_coded_claims_and_quotations_is_told_with_file_line_and_mend() {
    for (from, to, wanted) in [
        (
            "text\tstart",
            "side\tstart",
            "1: the first line names the column `text` 0 times; it must be: text start end type",
        ),
        ("words", "both_coders", "1: the first line names the column `both_coders` 2 times"),
        ("cn\t402", "jp\t402", "2: text: the meeting has no text `jp`; its texts are cn, us"),
        ("cn\t402", "us\t402", "2: bytes 402 to 462 of the body are “"),
        (
            "\tattribution\t",
            "\tclaimed\t",
            "2: type: `claimed` is no type; write one of attribution, joint (a|b for either)",
        ),
        (
            "partly|silent",
            "partly|none",
            "4: status: `none` is no status; write one of no-text, silent, partly, disputed",
        ),
        (
            "\t550-625\t",
            "\t550-9625\t",
            "4: counterparts: `550-9625` is no place in another text of the meeting; write START",
        ),
        ("\t550-625\t", "\t550–625\t", "4: counterparts: `550–625` is no place"),
        ("\t550-625\t", "\tx-625\t", "4: counterparts: `x` is no number of bytes"),
    ] {
        let root = changed("claims.tsv", |text| text.replacen(from, to, 1));
        refused(root.path(), &format!("2032-03-14-wrenfield/claims.tsv:{wanted}"));
    }
    // Without the words there is no check, and nothing else changes.
    let root = changed("claims.tsv", |text| {
        let line = |line: &str| line.rsplit_once('\t').map_or("", |(fields, _)| fields).to_owned() + "\n";
        text.lines().map(line).collect()
    });
    let figures = |folder: &Path| evaluate(folder, book()).expect("a good folder").claims;
    assert_eq!(figures(&root.path().join("2032-03-14-wrenfield")), figures(Path::new(MEETING)));
    let root = tempfile::tempdir().expect("a temporary folder");
    let article = std::fs::read_to_string(format!("{CODED}/articles/wrenfield.txt")).expect("an article");
    let quotes = std::fs::read_to_string(format!("{CODED}/articles/wrenfield.quotes.tsv")).expect("its coding");
    std::fs::write(root.path().join("wrenfield.txt"), article).expect("written");
    for (from, to, wanted) in [
        (
            "\tus\t",
            "\tUS\t",
            "2: side: `US` is no side; write the id of a side such as us or jp, both, or none (a|b for",
        ),
        (
            "\treadout\t",
            "\tread out\t",
            "2: kind: `read out` is no kind; write one of readout, remarks, background, fact-sheet",
        ),
        ("candid and", "frank and", "2: bytes 269 to 292 of the body are “candid and constructive”, not “frank and"),
    ] {
        assert!(quotes.contains(from), "{from}");
        std::fs::write(root.path().join("wrenfield.quotes.tsv"), quotes.replacen(from, to, 1)).expect("written");
        refused(root.path(), &format!("wrenfield.quotes.tsv:{wanted}"));
    }
    let long = "word ".repeat(300_000);
    std::fs::write(root.path().join("wrenfield.txt"), long).expect("written");
    refused(root.path(), "wrenfield.txt: larger than 1 MiB, which no article is; keep the text of the article alone");
    std::fs::remove_file(root.path().join("wrenfield.txt")).expect("removed");
    refused(root.path(), "wrenfield.quotes.tsv:1: there is no text ./wrenfield.txt beside it");
}

#[test]
fn what_is_coded_of_claims_and_quotations_is_counted() {
    let evaluation = evaluate(Path::new(CODED), book()).expect("a good folder");
    let claims = evaluation.claims.as_ref().expect("claims");
    // Of seven two are not found, of which one coder alone has one.
    let found = Counts { right: 5, invented: 0, missed: 1 };
    assert_eq!((claims.meetings, claims.claims, claims.found), (1, 7, found));
    let shares = [claims.kind, claims.status.share, claims.silent, claims.counterparts];
    assert_eq!(shares.map(|share| (share.right, share.of)), [(5, 5), (3, 5), (4, 5), (3, 4)]);
    let quotations = evaluation.quotations.expect("quotations");
    assert_eq!((quotations.articles, quotations.found), (2, Counts { right: 11, invented: 1, missed: 0 }));
    let shares = [quotations.side, quotations.kind, quotations.speaker];
    assert_eq!(shares.map(|share| (share.right, share.of)), [(10, 11), (10, 11), (11, 11)]);
    // Each sort of coding may stand alone.
    for (folder, shows, lacks) in [
        (format!("{CODED}/articles"), "ARTICLE", ["DOCUMENT", "MEETING"]),
        (MEETING.to_owned(), "MEETING", ["ARTICLE", "articles"]),
    ] {
        let text = shown(&["evaluate", &folder, "--errors"]);
        assert!(text.contains(shows) && lacks.iter().all(|lacks| !text.contains(lacks)), "{text}");
    }
    let status = |min: &str, folder: &str| {
        let run = run(&["evaluate", folder, "--min", min]);
        (run.status, run.stderr)
    };
    assert_eq!(
        status("claims=0.9,status=0.6,silent=0.8,counterparts=0.75,quoted-speaker=1", CODED),
        (0, String::new())
    );
    let below =
        "readout: status 0.6000 is below the minimum 0.61\nreadout: quoted-side 0.9091 is below the minimum 0.95\n";
    assert_eq!(status("status=0.61,quoted-side=0.95", CODED), (1, below.to_owned()));
    let none = "readout: quotations: there is nothing to judge, and the minimum is 0.5\n";
    assert_eq!(status("quotations=0.5", MEETING), (1, none.to_owned()));
}

#[test]
fn what_is_missing_is_named() {
    let root = changed("us.en.md", |text| format!("{text}\n"));
    let meeting = root.path().join("2032-03-14-wrenfield");
    std::fs::remove_file(meeting.join("us.en.md")).expect("removed");
    refused(
        root.path(),
        "2032-03-14-wrenfield/claims.tsv:1: the meeting has one text only, cn, and claims are held against another",
    );
    std::fs::remove_file(meeting.join("claims.tsv")).expect("removed");
    refused(
        root.path(),
        "2032-03-14-wrenfield/us.en.gold.tsv:1: there is no text ./2032-03-14-wrenfield/us.en.md beside it",
    );
    for file in ["us.en.gold.tsv", "cn.zh.gold.tsv"] {
        std::fs::remove_file(meeting.join(file)).expect("removed");
    }
    let message = |folder: &str| run_in(root.path(), &["evaluate", folder]);
    assert!(message(".").stderr.starts_with("readout: .: no hand-coded file in this folder; put NAME.gold.tsv beside"));
    assert!(message("nosuch").stderr.starts_with("readout: nosuch: no such folder; give a folder that holds"));
    assert_eq!((message(".").status, message("nosuch").status), (2, 2));
}

/// The reference program's last line, and its line for a document, in its own words.
fn line(figures: &Figures) -> String {
    let three = |figure: Option<f64>| format!("{:.3}", figure.unwrap_or(0.0));
    let (topics, speaker, act) = (figures.topics, figures.speaker.share, figures.act.share);
    format!(
        "n={} topicP={} topicR={} topicF1={} speaker={} act={} coverage={}",
        figures.statements,
        three(topics.precision()),
        three(topics.recall()),
        three(topics.f1()),
        three(speaker.value()),
        three(act.value()),
        three(figures.raised.value()),
    )
}

/// Runs the reference on a folder and holds its lines against the library's figures.
fn agrees_with_reference(script: &Path, folder: &Path) -> Result<Evaluation, String> {
    let output = Command::new("python3")
        .arg(script)
        .args([Path::new(env!("CARGO_BIN_EXE_readout")), folder])
        .output()
        .map_err(|e| format!("python3 does not run: {e}"))?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let reference = String::from_utf8(output.stdout).expect("UTF-8");
    let evaluation = evaluate(folder, book()).expect("a good folder");
    let last = reference.lines().last().expect("a last line");
    assert_eq!(last, format!("TOTAL {}", line(&evaluation.total)));
    for document in &evaluation.documents {
        let theirs = reference.lines().find_map(|l| l.strip_prefix(&document.name)).expect("a line of the document");
        let theirs: Vec<&str> = theirs.split([' ', '=']).filter(|w| !w.is_empty()).collect();
        let ours = line(&document.figures);
        let ours: Vec<&str> = ours.split([' ', '=']).collect();
        // Of the words of the total, the line of a document has n, topicF1, speaker and act.
        assert_eq!(theirs, [&ours[0..2], &ours[6..12]].concat(), "{}", document.name);
    }
    Ok(evaluation)
}

#[test]
fn counts_as_the_reference_does() {
    let Some(corpus) = std::env::var_os("READOUT_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: READOUT_CORPUS does not name the folder of the hand-coded corpus");
        return;
    };
    let (script, coded) = (corpus.join("../bin/score-coding"), corpus.join("coded"));
    if !script.is_file() || !coded.is_dir() {
        eprintln!("skipped: there is no {} or no {}", script.display(), coded.display());
        return;
    }
    for folder in [coded.as_path(), Path::new(CODED)] {
        if let Err(why) = agrees_with_reference(&script, folder) {
            eprintln!("skipped: {why}");
        }
    }
}

/// What a script of the reference prints last, of the arguments after the binary; none where python3 does not run.
fn reference(script: &Path, arguments: &[&Path]) -> Option<String> {
    let output =
        Command::new("python3").arg(script).arg(env!("CARGO_BIN_EXE_readout")).args(arguments).output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("UTF-8").lines().last().expect("a last line").to_owned())
}

#[test]
fn counts_claims_and_quotations_as_the_reference_does() {
    let scripts = std::env::var_os("READOUT_CORPUS").map(|corpus| PathBuf::from(corpus).join("../bin"));
    let Some(scripts) = scripts.filter(|scripts| scripts.join("score-claims").is_file()) else {
        eprintln!(
            "skipped: READOUT_CORPUS does not name the folder of the hand-coded corpus, with the reference beside it"
        );
        return;
    };
    let three = |figure: Option<f64>| format!("{:.3}", figure.unwrap_or(0.0));
    for folder in [scripts.join("../corpus/coded"), CODED.into()] {
        let Some(theirs) = reference(&scripts.join("score-claims"), &[&folder]) else { return };
        let claims = evaluate(&folder, book()).expect("a good folder").claims.expect("claims");
        let [f1, status] = [claims.found.f1(), claims.status.share.value()].map(three);
        let [silent, counterparts] = [claims.silent.value(), claims.counterparts.value()].map(three);
        let n = claims.found.right;
        let ours = format!("detectionF1={f1} status={status} silent={silent} counterpart={counterparts} n={n}");
        assert_eq!(theirs, format!("TOTAL claims {ours}"), "{}", folder.display());
    }
    for article in [scripts.join("../article/2023-07-13-jakarta"), format!("{CODED}/articles/wrenfield").into()] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let [text, coding] = ["txt", "quotes.tsv"].map(|end| {
            let copy = folder.path().join(format!("article.{end}"));
            std::fs::copy(article.with_added_extension(end), &copy).expect("copied");
            copy
        });
        let Some(theirs) = reference(&scripts.join("score-article"), &[&text, &coding]) else { return };
        let quotations = evaluate(folder.path(), book()).expect("a good folder").quotations.expect("quotations");
        let figures =
            [quotations.found.recall(), quotations.side.value(), quotations.kind.value(), quotations.speaker.value()];
        let [found, side, kind, speaker] = figures.map(three);
        let (extra, n) = (quotations.found.invented, quotations.quotations());
        let ours = format!("found={found} side={side} kind={kind} speaker={speaker} extra={extra} n={n}");
        assert_eq!(theirs, format!("TOTAL quotes {ours}"), "{}", article.display());
    }
}

/// A form has the places and the words, and refuses only for the codes that are not there yet.
#[test]
fn a_form_is_filled_in_and_read() {
    let root = tempfile::tempdir().expect("a temporary folder");
    common::copy_meeting(MEETING, root.path());
    let meeting = root.path().join("2032-03-14-wrenfield");
    for file in ["us.en.gold.tsv", "cn.zh.gold.tsv", "claims.tsv"] {
        std::fs::remove_file(meeting.join(file)).expect("removed");
    }
    std::fs::copy(format!("{CODED}/articles/wrenfield.txt"), root.path().join("wrenfield.txt")).expect("copied");
    for (of, file, lines, empty, codes, fault) in [
        (
            "2032-03-14-wrenfield/us.en.md",
            "us.en.gold.tsv",
            8,
            "\t\t\t\t\t",
            "\ttrade\t\tus\tstate\t",
            "speaker: `` is no speaker",
        ),
        ("2032-03-14-wrenfield", "claims.tsv", 17, "\t\t\t\t", "\tjoint\tsilent\t\t", "type: `` is no type"),
        ("wrenfield.txt", "wrenfield.quotes.tsv", 7, "\t\t\t\t", "\tus\treadout\tCaldwell\t", "side: `` is no side"),
    ] {
        let form = run_in(root.path(), &["evaluate", of, "--form"]);
        assert_eq!((form.status, form.stderr.as_str(), form.stdout.lines().count()), (0, "", lines + 1), "{of}");
        let path = if of.ends_with(".txt") { root.path().join(file) } else { meeting.join(file) };
        std::fs::write(&path, &form.stdout).expect("written");
        let refused = run_in(root.path(), &["evaluate", "."]);
        assert_eq!(refused.status, 2);
        assert!(refused.stderr.contains(&format!("{file}:2: {fault}")), "{}", refused.stderr);
        let (head, rows) = form.stdout.split_once('\n').expect("a head");
        std::fs::write(&path, format!("{head}\n{}", rows.replace(empty, codes))).expect("written");
    }
    let evaluation = evaluate(root.path(), book()).expect("a good folder");
    let claims = evaluation.claims.expect("claims");
    assert_eq!((evaluation.total.statements, claims.claims), (8, 17));
    assert_eq!((evaluation.total.unmatched, claims.found.invented), (0, 0));
    assert_eq!(evaluation.quotations.expect("quotations").found, Counts { right: 7, invented: 0, missed: 0 });
    let refused = |args: &[&str]| run_in(root.path(), &[&["evaluate", "--form"], args].concat());
    let missing = "readout: nosuch.md: no such file or folder; look at the name, and at the folder you are in\n";
    assert_eq!(refused(&["nosuch.md"]).stderr, missing);
    assert_eq!(refused(&[".", "--errors"]).status, 2);
}

#[test]
fn a_run_is_the_same_each_time() {
    let once = || readout().args(["evaluate", CODED, "--errors"]).output().expect("the binary runs").stdout;
    assert_eq!(once(), once());
}
