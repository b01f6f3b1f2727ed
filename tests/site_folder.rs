//! `readout site`: the folder that it writes into. What it did not write it neither removes nor writes over, and `--check`
//! writes nothing.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{Run, run};

const SERIES: &str = "tests/fixtures/series";
const GONE: &str = "meeting-undated.html";

/// A copy of the invented series, from which meetings can be taken.
fn series() -> tempfile::TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for meeting in std::fs::read_dir(SERIES).expect("the series") {
        let meeting = meeting.expect("an entry");
        let to = copy.path().join(meeting.file_name());
        std::fs::create_dir(&to).expect("a folder");
        for file in std::fs::read_dir(meeting.path()).expect("a meeting") {
            let file = file.expect("an entry");
            std::fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
        }
    }
    copy
}

fn without_one() -> tempfile::TempDir {
    let series = series();
    std::fs::remove_dir_all(series.path().join("undated")).expect("a meeting");
    series
}

fn site(meetings: &Path, out: &Path, more: &[&str]) -> Run {
    let (meetings, out) = (meetings.display().to_string(), out.display().to_string());
    run(&[&["site", &meetings, "--out", &out], more].concat())
}

fn done(run: &Run) {
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("the folder").map(|e| e.expect("an entry").path());
    entries.filter(|p| !p.is_dir()).map(|p| (p.clone(), std::fs::read(&p).unwrap_or_default())).collect()
}

#[test]
fn the_page_of_a_meeting_that_is_gone_goes_and_nothing_else() {
    let out = tempfile::tempdir().expect("a folder");
    done(&site(series().path(), out.path(), &[]));
    let own = ["notes.txt", "meeting-2031-01-01-mine.html", ".hidden"];
    for name in own {
        std::fs::write(out.path().join(name), "mine").expect("a file");
    }
    std::fs::create_dir(out.path().join("pictures")).expect("a folder");
    let second = site(without_one().path(), out.path(), &[]);
    done(&second);
    assert!(second.stdout.contains(&format!("removed: {}", out.path().join(GONE).display())), "{}", second.stdout);
    assert!(!out.path().join(GONE).exists());
    for name in own {
        assert_eq!(std::fs::read_to_string(out.path().join(name)).expect("a file"), "mine", "{name}");
    }
    assert!(out.path().join("pictures").is_dir());
    // What is there now is what a first run writes.
    let fresh = tempfile::tempdir().expect("a folder");
    done(&site(without_one().path(), fresh.path(), &[]));
    for (file, bytes) in files(fresh.path()) {
        let name = file.file_name().expect("a name");
        assert_eq!(std::fs::read(out.path().join(name)).expect("a page"), bytes, "{}", file.display());
    }
    assert_eq!(files(out.path()).len(), files(fresh.path()).len() + own.len());
}

#[test]
fn an_old_page_that_was_changed_stays_and_is_named() {
    let out = tempfile::tempdir().expect("a folder");
    done(&site(series().path(), out.path(), &[]));
    std::fs::write(out.path().join(GONE), "a note of my own").expect("a file");
    let second = site(without_one().path(), out.path(), &[]);
    done(&second);
    assert!(second.stdout.contains(&format!("kept: {}", out.path().join(GONE).display())), "{}", second.stdout);
    assert_eq!(std::fs::read_to_string(out.path().join(GONE)).expect("a file"), "a note of my own");
}

#[test]
fn a_file_of_somebody_else_is_not_written_over() {
    let out = tempfile::tempdir().expect("a folder");
    let index = out.path().join("index.html");
    std::fs::write(&index, "my own page").expect("a file");
    let before = files(out.path());
    let run = site(Path::new(SERIES), out.path(), &[]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains(&index.display().to_string()) && run.stderr.contains("--out"), "{}", run.stderr);
    assert_eq!(files(out.path()), before, "nothing is written");
    // Nor a folder with the name of a page.
    std::fs::remove_file(&index).expect("removed");
    std::fs::create_dir(&index).expect("a folder");
    assert_eq!(site(Path::new(SERIES), out.path(), &[]).status, 2);
    assert!(files(out.path()).is_empty());
}

#[test]
fn a_list_of_somebody_else_is_refused() {
    let out = tempfile::tempdir().expect("a folder");
    let list = out.path().join("pages.sha256");
    for text in ["my own list\n", "\u{0}", ""] {
        std::fs::write(&list, text).expect("a file");
        let run = site(Path::new(SERIES), out.path(), &[]);
        assert_eq!(run.status, 2, "{text:?}");
        assert!(run.stderr.contains(&format!("{}:1:", list.display())), "{}", run.stderr);
        assert_eq!(files(out.path()).len(), 1);
    }
    // One with a name that leads out of the folder.
    let victim = out.path().join("victim.html");
    std::fs::write(&victim, "mine").expect("a file");
    let inner = out.path().join("site");
    done(&site(&series().path().join(""), &inner, &[]));
    let list = inner.join("pages.sha256");
    let text = std::fs::read_to_string(&list).expect("a list");
    std::fs::write(&list, text.replace(GONE, "../victim.html")).expect("a file");
    let run = site(without_one().path(), &inner, &[]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert_eq!(std::fs::read_to_string(&victim).expect("a file"), "mine");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_to_what_is_not_the_sites() {
    use std::os::unix::fs::symlink;
    let place = tempfile::tempdir().expect("a folder");
    let (out, mine) = (place.path().join("out"), place.path().join("mine.html"));
    done(&site(series().path(), &out, &[]));
    // An old page, moved away and linked to: neither the link nor the page goes.
    std::fs::rename(out.join(GONE), &mine).expect("moved");
    symlink(&mine, out.join(GONE)).expect("a link");
    let second = site(without_one().path(), &out, &[]);
    done(&second);
    assert!(second.stdout.contains("kept: "), "{}", second.stdout);
    assert!(out.join(GONE).is_symlink() && mine.is_file());
    // A page that is a link is not written through.
    let bytes = std::fs::read(&mine).expect("a page");
    std::fs::remove_file(out.join("index.html")).expect("removed");
    symlink(&mine, out.join("index.html")).expect("a link");
    assert_eq!(site(without_one().path(), &out, &[]).status, 2);
    assert_eq!(std::fs::read(&mine).expect("a page"), bytes);
    // The folder itself may be a link; one that leads nowhere is said.
    let (real, link) = (place.path().join("real"), place.path().join("link"));
    std::fs::create_dir(&real).expect("a folder");
    symlink(&real, &link).expect("a link");
    done(&site(series().path(), &link, &[]));
    assert!(real.join("index.html").is_file() && link.is_symlink());
    symlink(place.path().join("nowhere"), place.path().join("dangling")).expect("a link");
    let run = site(series().path(), &place.path().join("dangling"), &[]);
    assert!(run.status == 2 && run.stderr.contains("dangling"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn pages_that_are_read_only_are_still_the_sites() {
    use std::os::unix::fs::PermissionsExt;
    let out = tempfile::tempdir().expect("a folder");
    done(&site(series().path(), out.path(), &[]));
    for name in [GONE, "index.html"] {
        let mode = std::fs::Permissions::from_mode(0o444);
        std::fs::set_permissions(out.path().join(name), mode).expect("read-only");
    }
    let before = std::fs::read(out.path().join("index.html")).expect("a page");
    done(&site(without_one().path(), out.path(), &[]));
    assert!(!out.path().join(GONE).exists());
    assert_ne!(std::fs::read(out.path().join("index.html")).expect("a page"), before);
}

#[test]
fn check_names_what_differs_and_writes_nothing() {
    let out = tempfile::tempdir().expect("a folder");
    let at = |name: &str| out.path().join(name);
    done(&site(series().path(), out.path(), &[]));
    let clean = site(series().path(), out.path(), &["--check"]);
    done(&clean);
    assert!(clean.stdout.ends_with("as they would be written now\n"), "{}", clean.stdout);

    std::fs::write(at("index.html"), "changed").expect("a file");
    std::fs::remove_file(at("map.html")).expect("removed");
    std::fs::write(at("notes.txt"), "mine").expect("a file");
    let before = files(out.path());
    let run = site(without_one().path(), out.path(), &["--check"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    for (word, name) in [("differs", "index.html"), ("missing", "map.html"), ("stale", GONE)] {
        assert!(run.stdout.contains(&format!("{word}: {}\n", at(name).display())), "{word} {name}: {}", run.stdout);
    }
    assert!(!run.stdout.contains("notes.txt") && run.stdout.contains("1 missing, "), "{}", run.stdout);
    assert_eq!(files(out.path()), before, "nothing is written");

    // Written anew, it holds.
    done(&site(without_one().path(), out.path(), &[]));
    done(&site(without_one().path(), out.path(), &["--check"]));
    // Without the list the next run would not know its pages; with other ends of lines it does.
    let list = std::fs::read_to_string(at("pages.sha256")).expect("a list");
    std::fs::remove_file(at("pages.sha256")).expect("removed");
    let run = site(without_one().path(), out.path(), &["--check"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains(&format!("missing: {}", at("pages.sha256").display())), "{}", run.stdout);
    std::fs::write(at("pages.sha256"), list.replace('\n', "\r\n")).expect("a file");
    let index = std::fs::read_to_string(at("index.html")).expect("a page");
    std::fs::write(at("index.html"), index.replace('\n', "\r\n")).expect("a file");
    done(&site(without_one().path(), out.path(), &["--check"]));
}

#[test]
fn check_of_a_folder_that_is_not_there_makes_none() {
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("out");
    let run = site(series().path(), &out, &["--check"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains(&format!("missing: {}", out.join("index.html").display())), "{}", run.stdout);
    assert!(!out.exists());
}

#[test]
fn two_meetings_of_one_name_are_refused() {
    let (place, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    for part in ["a", "b"] {
        let folder = place.path().join(part).join("2031-02-01-call");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::copy(Path::new(SERIES).join("2031-02-01-call/us.md"), folder.join("us.md")).expect("a text");
    }
    let run = site(place.path(), out.path(), &[]);
    assert_eq!(run.status, 2);
    for part in ["a", "b"] {
        let folder = place.path().join(part).join("2031-02-01-call");
        assert!(run.stderr.contains(&folder.display().to_string()), "{}", run.stderr);
    }
    assert!(files(out.path()).is_empty());
}

/// A page that somebody linked to shows the same meeting however many others there are, in whatever script their places stand.
#[test]
fn another_meeting_moves_no_page() {
    let (meetings, out) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let add = |name: &str| {
        let folder = meetings.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        std::fs::write(folder.join("us.md"), "The two sides discussed trade.\n").expect("a text");
        done(&site(meetings.path(), out.path(), &[]));
        let pages = files(out.path()).into_iter().filter(|(path, _)| path.to_string_lossy().contains("meeting-"));
        pages.map(|(path, page)| (path, String::from_utf8_lossy(&page).contains(name))).collect::<Vec<_>>()
    };
    let first = add("2031-05-12-湖滨");
    assert_eq!(first.len(), 1, "{first:?}");
    for name in ["2031-05-12-山城", "2031-05-12-lakeford", "2031-05-12-"] {
        let pages = add(name);
        assert!(pages.iter().any(|(path, _)| *path == first[0].0), "{name}: {pages:?}");
    }
    let index = std::fs::read_to_string(out.path().join("index.html")).expect("a page");
    let page = first[0].0.file_name().expect("a name").to_string_lossy();
    let row = index.split("<tr").find(|row| row.contains("湖滨")).expect("a row");
    assert!(row.contains(&format!("href=\"{page}\"")), "{row}");
    assert!(index.contains("href=\"meeting-2031-05-12-lakeford.html\""), "{index}");
}

/// A tool that puts other ends of lines into a page does so at its last line too.
#[test]
fn every_line_of_a_page_ends() {
    let out = tempfile::tempdir().expect("a folder");
    done(&site(series().path(), out.path(), &[]));
    for (path, bytes) in files(out.path()) {
        assert!(bytes.ends_with(b"\n") && !bytes.ends_with(b"\n\n"), "{}", path.display());
        let text = String::from_utf8(bytes).expect("UTF-8");
        std::fs::write(&path, text.replace('\n', "\r\n")).expect("written");
    }
    done(&site(series().path(), out.path(), &["--check"]));
}
