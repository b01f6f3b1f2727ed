//! Hostile files: pipes, devices, links, names, disks that take nothing. Each gives a right result or one line and exit
//! status 2, and nothing outside the folder is read or written.

#![cfg(unix)]

mod common;

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::limits::{SMALL, refused, within};
use common::{copy_meeting, tree};

const LAKEFORD: &str = "tests/fixtures/2031-05-12-lakeford";
const TEXT: &str = "The two sides agreed to keep talking about trade.\n";

fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Everything at or below a folder by its name, links as links.
fn names(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let entry = entry.expect("an entry");
            if entry.file_type().expect("a kind").is_dir() {
                open.push(entry.path());
            }
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

fn write(path: PathBuf, text: &str) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("written");
}

/// A pipe to which nobody writes would be waited for, and a device read for ever.
#[test]
fn pipes_and_devices_are_no_files() {
    let root = temporary();
    let at = root.path();
    write(at.join("cn.md"), "双方同意加强沟通。\n");
    let pipe = |name: &str| assert!(Command::new("mkfifo").arg(at.join(name)).status().expect("mkfifo").success());
    std::fs::create_dir(at.join("meeting")).expect("a folder");
    for name in ["us.md", "meeting/us.md", "page.html", "book.toml"] {
        pipe(name);
    }
    for args in [
        &["code", "us.md"][..],
        &["code", "/dev/zero"],
        &["compare", "us.md", "cn.md"],
        &["compare", "cn.md", "/dev/zero"],
        &["compare", "meeting"],
        &["check", "meeting"],
        &["trace", "."],
        &["site", ".", "--out", "out"],
        &["import", "page.html", "--side", "us"],
        &["import", "/dev/zero", "--side", "us"],
        &["import", "cn.md", "--layouts", "book.toml"],
        &["code", "cn.md", "--codebook", "book.toml"],
        &["code", "cn.md", "--codebook", "/dev/zero"],
    ] {
        let message = refused(SMALL, at, args);
        assert!(message.contains("a pipe or a device, not a file"), "{args:?}: {message}");
    }
    assert!(!at.join("out").exists());
    // What a shell hands over is read.
    let line = format!("{} compare <(printf 'Words of a pipe.') cn.md", env!("CARGO_BIN_EXE_readout"));
    let Ok(output) = Command::new("bash").args(["-c", &line]).current_dir(at).output() else { return };
    assert!(String::from_utf8_lossy(&output.stdout).contains("Words of a pipe."), "{output:?}");
}

/// Nor does a site wait for one in its folder.
#[test]
fn a_site_waits_for_no_pipe() {
    let root = temporary();
    let at = root.path();
    write(at.join("ms/2031-05-12-lakeford/us.md"), TEXT);
    write(at.join("ms/2031-05-12-lakeford/cn.md"), "双方同意加强沟通。\n");
    std::fs::create_dir(at.join("out")).expect("a folder");
    assert!(Command::new("mkfifo").arg(at.join("out/pages.sha256")).status().expect("mkfifo").success());
    let message = refused(SMALL, at, &["site", "ms", "--out", "out"]);
    assert!(message.contains("not a list that `readout site` wrote"), "{message}");
    let run = common::run_in(at, &["site", "ms", "--out", "good"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    std::fs::remove_file(at.join("good/index.html")).expect("removed");
    assert!(Command::new("mkfifo").arg(at.join("good/index.html")).status().expect("mkfifo").success());
    let run = common::run_in(at, &["site", "ms", "--out", "good", "--check"]);
    assert!(run.status == 1 && run.stdout.contains("index.html"), "{} {} {}", run.status, run.stdout, run.stderr);
}

/// Who is sent a folder does not show what else is on the disk.
#[test]
fn links_that_lead_out_of_a_meeting_or_in_a_circle_are_refused() {
    let root = temporary();
    let at = root.path();
    write(at.join("secret"), "The password is swordfish, and the two sides agreed.\n");
    for (name, target) in [("out", "../secret"), ("circle", "us.md"), ("nowhere", "nothing")] {
        write(at.join(name).join("cn.md"), "双方同意加强沟通。\n");
        symlink(target, at.join(name).join("us.md")).expect("a link");
    }
    write(at.join("accepted/us.md"), TEXT);
    symlink("../secret", at.join("accepted/comparison.md")).expect("a link");
    let before = names(at);
    for (name, file, why) in [
        ("out", "us.md", "a link that leads out of its folder"),
        ("circle", "us.md", "cannot be read"),
        ("nowhere", "us.md", "cannot be read"),
        ("accepted", "comparison.md", "a link that leads out of its folder"),
    ] {
        let check: &[&[&str]] = &[&["check"], &["check", "--update"]];
        let others: &[&[&str]] =
            if file == "us.md" { &[&["compare"], &["trace"], &["site", "--out", "o"]] } else { &[] };
        for command in check.iter().chain(others) {
            let message = refused(SMALL, at, &[command, &[name][..]].concat());
            assert!(message.contains(&format!("{name}/{file}")) && message.contains(why), "{command:?}: {message}");
            assert!(!message.contains("swordfish"), "{message}");
        }
    }
    assert_eq!(names(at), before);
    // They hold back no other text of the tree.
    write(at.join("tree/whole/us.md"), TEXT);
    write(at.join("tree/whole/cn.md"), "双方同意加强沟通。\n");
    write(at.join("tree/out/cn.md"), "双方同意加强沟通。\n");
    symlink("../../secret", at.join("tree/out/us.md")).expect("a link");
    for command in
        [&["code", "tree", "--format", "jsonl"][..], &["compare", "tree", "--format", "jsonl"], &["check", "tree"]]
    {
        let run = within(SMALL, at, command);
        assert!(run.status == 2 && run.stdout.contains("whole"), "{command:?}: {} {}", run.stdout, run.stderr);
        assert!(run.stderr.contains("leads out of its folder") && !run.stdout.contains("swordfish"), "{}", run.stderr);
    }
    assert_eq!(std::fs::read_link(at.join("accepted/comparison.md")).expect("a link"), Path::new("../secret"));
    // A link to a text beside it is as good as a file, and folders that lead in a circle are not followed.
    write(at.join("good/cn.md"), "双方同意加强沟通。\n");
    write(at.join("good/texts/us.txt"), TEXT);
    symlink("texts/us.txt", at.join("good/us.md")).expect("a link");
    symlink("..", at.join("good/up")).expect("a link");
    symlink(".", at.join("good/again")).expect("a link");
    assert_eq!(within(SMALL, at, &["check", "--update", "good"]).status, 0);
    // An accepted comparison takes the place of a link, and what the link leads to stays as it is.
    std::fs::remove_file(at.join("good/comparison.md")).expect("removed");
    write(at.join("good/texts/old.md"), "old\n");
    symlink("texts/old.md", at.join("good/comparison.md")).expect("a link");
    assert_eq!(within(SMALL, at, &["check", "--update", "good"]).status, 0);
    assert_eq!(std::fs::read_to_string(at.join("good/texts/old.md")).expect("there"), "old\n");
    assert!(std::fs::symlink_metadata(at.join("good/comparison.md")).expect("there").is_file());
}

#[test]
fn no_name_leads_out_of_a_folder() {
    let root = temporary();
    let at = root.path().join("inner");
    let names = ["../../x", "..", "/etc/x", "a/../../x", "..\\x", "x\\y", "2031-05-12-a\u{202e}b", "-", ".", "", " "];
    for name in names {
        let quoted = serde_json::to_string(name).expect("JSON is YAML");
        write(at.join("page.md"), &format!("---\nside: us\nmeeting: {quoted}\n---\n{TEXT}"));
        let before = tree(root.path());
        let run = within(SMALL, &at, &["import", "page.md"]);
        assert_eq!(run.status, 2, "{name:?} as a meeting: {}", run.stdout);
        refused(SMALL, &at, &["import", "page.md", &format!("--meeting={name}")]);
        assert_eq!(tree(root.path()), before, "{name:?}");
        write(at.join("page.md"), &format!("---\nside: {quoted}\nmeeting: 2031-05-12-x\n---\n{TEXT}"));
        refused(SMALL, &at, &["import", "page.md"]);
        refused(SMALL, &at, &["import", "page.md", &format!("--side={name}")]);
        refused(SMALL, &at, &["compare", "page.md", "page.md", &format!("--sides={name},us")]);
    }
    // A site names its pages by the folders, and no page leads out of it.
    for (folder, meeting) in [("a..b", "../../x"), ("c..", "/x"), ("CON", "x/../.."), ("index", "index")] {
        write(at.join("meetings").join(folder).join("us.md"), &format!("---\nmeeting: {meeting}\n---\n{TEXT}"));
    }
    let before: Vec<PathBuf> = tree(root.path()).into_keys().collect();
    let run = within(SMALL, &at, &["site", "meetings", "--out", "out"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let new: Vec<PathBuf> = tree(root.path()).into_keys().filter(|p| !before.contains(p)).collect();
    assert!(new.iter().all(|p| p.starts_with(at.join("out"))), "{new:?}");
    assert!(new.iter().filter(|p| p.to_string_lossy().contains("meeting-")).count() >= 4, "{new:?}");
}

/// Two pages of one name would be one.
#[test]
fn folders_of_one_name_lose_no_page() {
    let root = temporary();
    for folder in ["a/2031-05-12-x", "b/2031-05-12-x"] {
        write(root.path().join(folder).join("us.md"), TEXT);
    }
    let message = refused(SMALL, root.path(), &["site", ".", "--out", "out"]);
    assert!(message.contains("./b/2031-05-12-x: has the name of ./a/2031-05-12-x"), "{message}");
    assert!(!root.path().join("out").exists());
    assert_eq!(within(SMALL, root.path(), &["check", "--update", "."]).status, 0);
}

#[test]
fn names_that_are_no_text_are_shown_and_read() {
    let root = temporary();
    let name = OsString::from_vec(b"2031-05-12-\xff\xfe".to_vec());
    let folder = root.path().join(&name);
    if std::fs::create_dir(&folder).is_err() {
        eprintln!("skipped: this file system takes no names that are no text");
        return;
    }
    write(folder.join("us.md"), TEXT);
    write(folder.join(OsString::from_vec(b"cn.\xff.md".to_vec())), "双方同意加强沟通。\n");
    for format in ["text", "markdown", "html", "json", "csv"] {
        let run =
            within(SMALL, root.path(), &[OsString::from("compare"), name.clone(), "--format".into(), format.into()]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{format}");
        assert!(run.stdout.contains("双方同意"), "{format}");
    }
    for args in [&["check", "."][..], &["trace", "."], &["site", ".", "--out", "out"]] {
        assert!(within(SMALL, root.path(), args).status < 2, "{args:?}");
    }
    let pages: Vec<PathBuf> =
        std::fs::read_dir(root.path().join("out")).expect("pages").map(|e| e.expect("an entry").path()).collect();
    assert!(pages.iter().all(|p| p.to_str().is_some_and(str::is_ascii)), "{pages:?}");
}

#[test]
fn very_many_files_are_no_trouble() {
    let root = temporary();
    let many = if cfg!(debug_assertions) { 300 } else { 3000 };
    for n in 0..many {
        write(root.path().join(format!("{n:05}/us.md")), "Well.\n");
        write(root.path().join(format!("{n:05}/notes.txt")), "x");
    }
    let run = within(common::limits::Limits { seconds: 60, megabytes: 600 }, root.path(), &["check", "--update", "."]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stdout.ends_with(&format!("{many} meetings: 0 as accepted, {many} accepted now\n")));
}

/// A small file system of its own, gone again at the end; none where the tests may mount nothing.
struct Mount(PathBuf);

impl Mount {
    fn new(at: &Path, options: &str) -> Option<Self> {
        std::fs::create_dir_all(at).expect("a folder");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).stderr(Stdio::null()).status();
        if mounted.is_ok_and(|s| s.success()) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("skipped: no right to mount a small file system");
        None
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// Every command that writes, into a folder that takes nothing more; the files that are there stay as they are.
fn takes_nothing(at: &Path, prepare: impl Fn(&Path)) {
    let meeting = copy_meeting(LAKEFORD, at);
    std::fs::write(meeting.join("comparison.md"), "old\n").expect("written");
    std::fs::create_dir(at.join("out")).expect("a folder");
    std::fs::write(at.join("out/index.html"), "old\n").expect("written");
    prepare(at);
    let before = tree(at);
    let page = std::fs::canonicalize("tests/fixtures/saved/us.html").expect("a fixture").display().to_string();
    let article =
        std::fs::canonicalize("tests/fixtures/articles/lakeford.txt").expect("a fixture").display().to_string();
    for args in [
        &["check", "--update", "."][..],
        &["site", ".", "--out", "out"],
        &["site", ".", "--out", "new"],
        &["import", &page, "--meeting", "2031-05-12-lakeford"],
        &["import", &page, "--meeting", "2031-05-13-lakeford"],
        &["import", &article, "--article", "--meeting", "2031-05-14-lakeford"],
        &["codebook", "export", "--out", "book"],
    ] {
        let run = within(SMALL, at, args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}: {}", run.stderr);
        assert!(run.stderr.lines().all(|l| l.starts_with("readout: ")), "{args:?}: {}", run.stderr);
        // Folders may have been made; no file was, and none is broken.
        let files = tree(at).into_iter().filter(|(path, _)| before.contains_key(path) || !path.is_dir());
        assert!(files.eq(before.clone()), "{args:?} left something behind: {:?}", tree(at).keys());
    }
}

#[test]
fn a_full_disk_leaves_every_file_as_it_was() {
    let root = temporary();
    let Some(mount) = Mount::new(&root.path().join("small"), "size=256k") else { return };
    takes_nothing(&mount.0, |at| {
        // One block after another, until there is none left.
        for number in 0.. {
            let path = at.join(format!("fill{number}"));
            if std::fs::write(&path, [b'x'; 4096]).is_err() {
                std::fs::remove_file(&path).expect("removed");
                break;
            }
        }
    });
}

#[test]
fn a_read_only_disk_leaves_every_file_as_it_was() {
    let root = temporary();
    let Some(mount) = Mount::new(&root.path().join("small"), "size=8m") else { return };
    takes_nothing(&mount.0, |at| {
        let again = Command::new("mount").args(["-o", "remount,ro"]).arg(at).status().expect("mount");
        assert!(again.success());
    });
}

#[test]
fn output_that_cannot_be_written_is_said() {
    let Ok(full) = std::fs::OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: no /dev/full on this system");
        return;
    };
    for args in [
        &["compare", LAKEFORD][..],
        &["compare", LAKEFORD, "--format", "json"],
        &["codebook"],
        &["trace", "tests/fixtures/series"],
    ] {
        let mut command = common::scrubbed_child(env!("CARGO_BIN_EXE_readout"));
        let output = command.args(args).stdout(full.try_clone().expect("a file")).output().expect("the binary runs");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            stderr.starts_with("readout: the output cannot be written: ") && stderr.matches('\n').count() == 1,
            "{stderr}"
        );
    }
}
