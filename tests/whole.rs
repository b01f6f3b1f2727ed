//! Whole or not at all: runs that are killed, runs at the same time, readers that leave, and the same bytes everywhere.
//! `READOUT_KILLS=200 cargo test --release --test whole` kills that many runs of each command.

#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use common::{copy_meeting, run_in, scrubbed_child, tree, try_tree};

const MEETINGS: [&str; 3] = [
    "tests/fixtures/2031-05-12-lakeford",
    "tests/fixtures/2031-10-20-three-sides",
    "tests/fixtures/2031-12-01-one-side",
];

fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn kills() -> usize {
    std::env::var("READOUT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(6)
}

fn binary(folder: &Path, args: &[&str]) -> Command {
    let mut command = scrubbed_child(env!("CARGO_BIN_EXE_readout"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

fn start(folder: &Path, args: &[&str]) -> Child {
    binary(folder, args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary starts")
}

/// Numbers that look like chance and are the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most.max(1)
    }
}

/// A file that has not taken its name.
fn is_unfinished(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(".readout-"))
}

fn files(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    tree(root).into_iter().filter(|(path, _)| path.is_file()).collect()
}

fn unfinished(root: &Path) -> usize {
    files(root).keys().filter(|p| is_unfinished(p)).count()
}

/// Whether a running command has begun to write: something has not taken its name, is not what it was, or went while we looked.
fn has_begun(root: &Path, old: &BTreeMap<PathBuf, Vec<u8>>) -> bool {
    try_tree(root).map_or(true, |now| {
        now.iter().any(|(path, bytes)| is_unfinished(path) || !path.is_dir() && old.get(path) != Some(bytes))
    })
}

/// Kills a command at many moments, half of them while it writes. `prepare` makes the folder as it was before; each file is
/// then as it was, or as a run that ends makes it. Returns how many runs were killed, and how many of them while they wrote.
fn kill(root: &Path, args: &[&str], prepare: &dyn Fn()) -> (usize, usize) {
    prepare();
    let old = files(root);
    let began = Instant::now();
    assert_eq!(run_in(root, args).status, 0);
    let whole = began.elapsed();
    let new = files(root);
    assert_eq!(unfinished(root), 0);
    let mut chance = Chance(args.len() as u64);
    let (mut killed, mut writing) = (0, 0);
    for round in 0..kills() {
        prepare();
        let mut child = start(root, args);
        if round % 2 == 0 {
            std::thread::sleep(Duration::from_micros(chance.below(whole.as_micros() as u64)));
        } else {
            while child.try_wait().expect("a child").is_none() && !has_begun(root, &old) {}
            std::thread::sleep(Duration::from_micros(chance.below(3_000)));
        }
        child.kill().expect("killed or gone");
        let status = child.wait().expect("ended");
        killed += usize::from(status.code().is_none());
        let mut touched = false;
        for (path, bytes) in files(root) {
            if is_unfinished(&path) {
                touched = true;
                continue;
            }
            let (before, after) = (old.get(&path) == Some(&bytes), new.get(&path) == Some(&bytes));
            assert!(before || after, "{} is broken in round {round} of {args:?}", path.display());
            touched |= !before;
        }
        assert!(old.keys().all(|path| path.is_file()), "{args:?} lost a file in round {round}");
        writing += usize::from(status.code().is_none() && touched);
        // What was left behind is in nobody's way.
        let again = run_in(root, args);
        assert_eq!(again.status, 0, "{args:?} after round {round}: {}", again.stderr);
        let finished: BTreeMap<_, _> = files(root).into_iter().filter(|(path, _)| !is_unfinished(path)).collect();
        assert_eq!(finished, new, "{args:?} after round {round}");
    }
    eprintln!("{args:?}: {killed} of {} runs were killed, {writing} of them while they wrote", kills());
    (killed, writing)
}

/// With many kills some must hit, and some while files are written; a few can all be too late.
fn hit(killed: usize, writing: usize) {
    let few = kills() < 100;
    assert!(few || killed > 0 && writing > 0, "{killed} killed, {writing} while they wrote");
}

/// Meetings with texts, and accepted comparisons that are not what is computed now.
fn archive(root: &Path) {
    for meeting in MEETINGS {
        let folder = copy_meeting(meeting, root);
        std::fs::write(folder.join("comparison.md"), "accepted long ago\n").expect("written");
    }
}

#[test]
fn a_killed_update_leaves_old_files_or_new_ones() {
    let root = temporary();
    let (killed, writing) = kill(root.path(), &["check", "--update", "."], &|| archive(root.path()));
    hit(killed, writing);
}

#[test]
fn a_killed_site_leaves_old_pages_or_new_ones() {
    let root = temporary();
    let meetings = root.path().join("meetings");
    let out = root.path().join("out");
    archive(&meetings);
    let args = ["site", "meetings", "--out", "out"];
    assert_eq!(run_in(root.path(), &args).status, 0);
    let mut old = files(&out);
    // The list tells whose the pages are.
    for (_, bytes) in old.iter_mut().filter(|(path, _)| !path.ends_with("pages.sha256")) {
        *bytes = b"an old page\n".to_vec();
    }
    let prepare = || old.iter().for_each(|(path, bytes)| std::fs::write(path, bytes).expect("written"));
    let (killed, writing) = kill(root.path(), &args, &prepare);
    hit(killed, writing);
}

#[test]
fn a_killed_import_leaves_whole_files_or_none() {
    let root = temporary();
    let article =
        std::fs::canonicalize("tests/fixtures/articles/lakeford.txt").expect("a fixture").display().to_string();
    let args = ["import", &article, "--article", "--force", "--meeting", "2031-05-12-lakeford", "--out", "quoted"];
    let folder = root.path().join("quoted/2031-05-12-lakeford");
    let prepare = || {
        std::fs::create_dir_all(&folder).expect("a folder");
        for name in ["cn.md", "us.md", "us.background.md"] {
            std::fs::write(folder.join(name), "---\nside: us\n---\nOld words.\n").expect("written");
        }
    };
    // The time of the import stands in the files.
    let one = || scrubbed_child("true").env("SOURCE_DATE_EPOCH", "1936310400").status();
    assert!(one().is_ok());
    prepare();
    let run = |args: &[&str]| binary(root.path(), args).env("SOURCE_DATE_EPOCH", "1936310400").output().expect("ran");
    assert_eq!(run(&args).status.code(), Some(0));
    let new = files(&folder);
    prepare();
    let old = files(&folder);
    let mut chance = Chance(7);
    for round in 0..kills() {
        prepare();
        let mut child = binary(root.path(), &args);
        let mut child = child
            .env("SOURCE_DATE_EPOCH", "1936310400")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        while child.try_wait().expect("a child").is_none() && !has_begun(&folder, &old) {}
        std::thread::sleep(Duration::from_micros(chance.below(5_000)));
        child.kill().expect("killed or gone");
        child.wait().expect("ended");
        for (path, bytes) in files(&folder).into_iter().filter(|(path, _)| !is_unfinished(path)) {
            assert!(
                old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes),
                "{} in round {round}",
                path.display()
            );
        }
    }
    assert_eq!(run(&args).status.code(), Some(0));
}

/// Leftovers of killed runs are swept away after an hour, and nothing else is.
#[test]
fn old_leftovers_are_removed_and_young_ones_are_somebodys() {
    let root = temporary();
    archive(root.path());
    let folder = root.path().join("2031-05-12-lakeford");
    let hours = |n: u64| SystemTime::now() - Duration::from_secs(n * 3600);
    for (name, age) in [(".readout-old.tmp", 2), (".readout-young.tmp", 0), (".other.tmp", 2), ("readout-mine.tmp", 2)]
    {
        let file = std::fs::File::create(folder.join(name)).expect("a file");
        file.set_modified(hours(age)).expect("a time");
    }
    assert_eq!(run_in(root.path(), &["check", "--update", "."]).status, 0);
    let there = |name: &str| folder.join(name).exists();
    assert!(!there(".readout-old.tmp"));
    assert!(there(".readout-young.tmp") && there(".other.tmp") && there("readout-mine.tmp"));
}

/// While one run writes to a folder, another is refused.
#[test]
fn a_folder_that_is_written_to_is_left_alone() {
    let root = temporary();
    archive(&root.path().join("meetings"));
    std::fs::create_dir(root.path().join("out")).expect("a folder");
    let page = std::fs::canonicalize("tests/fixtures/saved/us.html").expect("a fixture").display().to_string();
    for (folder, args) in [
        ("meetings", &["check", "--update", "meetings"][..]),
        ("out", &["site", "meetings", "--out", "out"]),
        ("meetings/2031-05-12-lakeford", &["import", &page, "--meeting", "2031-05-12-lakeford", "--out", "meetings"]),
    ] {
        let held = std::fs::File::open(root.path().join(folder)).expect("a folder");
        held.lock().expect("locked");
        let before = tree(root.path());
        let run = run_in(root.path(), args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(
            run.stderr.contains("another run of readout is writing here; let it end, and try again"),
            "{}",
            run.stderr
        );
        assert_eq!(tree(root.path()), before, "{args:?}");
        drop(held);
        assert_eq!(run_in(root.path(), args).status, 0, "{args:?}");
    }
}

/// Two runs at once, of different inputs: what is there at the end is all of one of them.
fn at_once(first: &[&str], second: &[&str], root: &Path, result: &Path) {
    let made_by = |args: &[&str]| {
        assert_eq!(run_in(root, args).status, 0, "{args:?}");
        files(result)
    };
    // A page that only one of them has is there from the beginning.
    made_by(second);
    let whole = [made_by(first), made_by(second)];
    assert_ne!(whole[0], whole[1]);
    let mut refused = 0;
    for round in 0..kills() {
        let children = [start(root, first), start(root, second)];
        let outputs = children.map(|c| c.wait_with_output().expect("ended"));
        let codes = outputs.each_ref().map(|o| o.status.code());
        assert!(codes.contains(&Some(0)), "one of two goes on: {codes:?}");
        for output in outputs.iter().filter(|o| o.status.code() != Some(0)) {
            assert!(String::from_utf8_lossy(&output.stderr).contains("another run of readout is writing here"));
            refused += 1;
        }
        assert!(whole.contains(&files(result)), "a mix of two runs in round {round}");
    }
    eprintln!("{first:?}: {refused} of {} pairs, one was refused", kills());
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let root = temporary();
    let at = root.path();
    archive(&at.join("meetings"));
    let book = "extends = \"default\"\n[[topic]]\nid = \"all\"\nlabel.en = \"All of it\"\ncues.en = [\"the\"]\ncues.zh = [\"的\"]\n";
    std::fs::write(at.join("book.toml"), book).expect("written");
    let check = ["check", "--update", "meetings", "--codebook", "book.toml"];
    at_once(&check[..3], &check, at, &at.join("meetings"));
    let site = ["site", "meetings", "--out", "out", "--codebook", "book.toml"];
    at_once(&site[..4], &site, at, &at.join("out"));
}

#[test]
fn readers_that_leave_are_no_fault_of_any_command() {
    let root = temporary();
    archive(&root.path().join("meetings"));
    let page = std::fs::canonicalize("tests/fixtures/saved/us.html").expect("a fixture").display().to_string();
    let article =
        std::fs::canonicalize("tests/fixtures/articles/lakeford.txt").expect("a fixture").display().to_string();
    let coded = std::fs::canonicalize("tests/fixtures/coded").expect("a fixture").display().to_string();
    let us = "meetings/2031-05-12-lakeford/us.md";
    for (args, code) in [
        (&["compare", "meetings/2031-05-12-lakeford"][..], 0),
        (&["code", us, "--format", "jsonl"], 0),
        (&["check", "meetings"], 1),
        (&["check", "meetings", "--update"], 0),
        (&["trace", "meetings"], 0),
        (&["site", "meetings", "--out", "out"], 0),
        (&["import", &page, "--dry-run", "--meeting", "2031-05-12-x"], 0),
        (&["import", &article, "--article", "--meeting", "2031-05-12-x"], 0),
        (&["evaluate", &coded], 0),
        (&["codebook"], 0),
        (&["codebook", "export"], 0),
        (&["code", "nosuch.md"], 2),
        (&["import", "nosuch.html"], 2),
    ] {
        let mut child = start(root.path(), args);
        drop((child.stdout.take(), child.stderr.take()));
        assert_eq!(child.wait().expect("ended").code(), Some(code), "{args:?}");
    }
}

/// The bytes of a command's output in some environment and folder.
fn bytes(folder: &Path, environment: &[(&str, &str)], args: &[&str]) -> Vec<u8> {
    let output = binary(folder, args).envs(environment.iter().copied()).output().expect("the binary runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    output.stdout
}

#[test]
fn the_same_bytes_in_any_locale_time_zone_and_home() {
    let root = temporary();
    archive(&root.path().join("meetings"));
    let environments: [&[(&str, &str)]; 6] = [
        &[],
        &[("LC_ALL", "C"), ("TZ", "Pacific/Auckland")],
        &[("LC_ALL", "zh_CN.GB18030"), ("LANG", "zh_CN.GB18030"), ("TZ", "Asia/Shanghai")],
        &[("LC_ALL", "tr_TR.UTF-8"), ("LANGUAGE", "tr"), ("TZ", "America/New_York")],
        &[("LANG", "no such locale"), ("TZ", ":/nowhere"), ("HOME", "/nonexistent"), ("TERM", "dumb")],
        &[("LANG", "ar_EG.UTF-8"), ("TZ", "XXX-14"), ("PATH", ""), ("USER", "\u{202e}"), ("COLUMNS", "80")],
    ];
    let us = "meetings/2031-05-12-lakeford/us.md";
    let mut lines: Vec<Vec<&str>> = vec![vec!["check", "meetings"], vec!["codebook"], vec!["trace", "meetings"]];
    for format in ["text", "markdown", "html", "json", "csv"] {
        lines.push(vec!["compare", "meetings/2031-10-20-three-sides", "--format", format]);
    }
    lines.extend(["text", "json", "jsonl", "csv"].map(|format| vec!["code", us, "--format", format]));
    for args in lines {
        let first = bytes(root.path(), environments[0], &args);
        for environment in &environments[1..] {
            assert!(bytes(root.path(), environment, &args) == first, "{args:?} in {environment:?}");
        }
    }
    let sites = environments.map(|environment| {
        bytes(root.path(), environment, &["site", "meetings", "--out", "out"]);
        files(&root.path().join("out"))
    });
    assert!(sites.iter().all(|site| *site == sites[0]));
}

/// However a folder is named, and wherever one stands, the files written are the same, and so is what is shown but for
/// the name itself.
#[test]
fn the_same_bytes_by_any_path() {
    let root = temporary();
    let at = root.path();
    archive(&at.join("meetings"));
    let absolute = at.join("meetings").display().to_string();
    let inner = at.join("meetings/2031-05-12-lakeford");
    let ways: [(&Path, String); 6] = [
        (at, "meetings".into()),
        (at, "./meetings/".into()),
        (at, "meetings/../meetings//".into()),
        (at, absolute.clone()),
        (Path::new("/"), absolute),
        (&inner, "..".into()),
    ];
    let mut seen: Vec<(String, BTreeMap<PathBuf, Vec<u8>>)> = Vec::new();
    for (number, (folder, way)) in ways.iter().enumerate() {
        archive(&at.join("meetings"));
        assert_eq!(run_in(folder, &["check", "--update", way]).status, 0, "{way}");
        let mut made = files(&at.join("meetings"));
        let out = at.join(format!("out{number}"));
        bytes(folder, &[], &["site", way, "--out", &out.display().to_string()]);
        made.extend(files(&out).into_iter().map(|(path, bytes)| (path.file_name().expect("a name").into(), bytes)));
        for format in ["text", "markdown", "html", "csv"] {
            let meeting = format!("{way}/2031-10-20-three-sides");
            made.insert(format.into(), bytes(folder, &[], &["compare", &meeting, "--format", format]));
            if format != "csv" {
                made.insert(format!("trace {format}").into(), bytes(folder, &[], &["trace", way, "--format", format]));
            }
        }
        seen.push((way.clone(), made));
    }
    for (way, made) in &seen[1..] {
        let differs: Vec<_> =
            made.iter().filter(|(name, bytes)| seen[0].1.get(*name) != Some(*bytes)).map(|(name, _)| name).collect();
        assert!(differs.is_empty(), "{way}: {differs:?}");
        assert_eq!(made.len(), seen[0].1.len(), "{way}");
    }
}
