//! `readout import ADDRESS` and `readout import --meeting ID` against a server on this machine: what is good is written with
//! its address; of what is not, one line tells, and no file and no folder is left.
#![cfg(feature = "fetch")]

mod common;

use std::io::{Result, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::{Duration, Instant};

use common::server::{HTML, drip, serve, to, whole};
use common::{Run, finish, readout, tree};
use readout::readout::Readout;

const MEETING: &str = "2031-05-12-lakeford";

/// A server that has good pages and does everything wrong, by path.
fn server() -> String {
    serve(|path, s| match path {
        "/us" => page(s, "us.html"),
        "/cn" => page(s, "cn.html"),
        "/cn-zh" => page(s, "cn-zh.html"),
        "/moved" => to(s, "/again"),
        "/again" => to(s, "us"),
        "/circle" => to(s, "/elcric"),
        "/elcric" => to(s, "/circle"),
        "/slow" => drip(s, Duration::from_secs(5), &format!("HTTP/1.1 200 OK\r\n{HTML}\r\n")),
        "/mute" => {
            std::thread::sleep(Duration::from_secs(5));
            Ok(())
        }
        "/endless" => {
            write!(s, "HTTP/1.1 200 OK\r\n{HTML}\r\n")?;
            loop {
                s.write_all(&[b'a'; 65_536])?;
            }
        }
        "/picture" => whole(s, "200 OK", "Content-Type: image/png\r\n", b"\x89PNG"),
        "/hidden-picture" => whole(s, "200 OK", HTML, b"\x89PNG\x0d\x0a\x1a\x0a"),
        "/void" => whole(s, "200 OK", HTML, b"<title>T</title><body><div id=root></div><script>go()</script></body>"),
        "/no-page" => whole(s, "404 Not Found", HTML, b"<p>Oh dear.</p>"),
        "/failure" => whole(s, "500 Internal Server Error", HTML, b"<p>Oh dear.</p>"),
        "/closed" => Ok(()),
        "/half" => write!(s, "HTTP/1.1 200 OK\r\n{HTML}Content-Length: 100\r\n\r\n<p>The two sides"),
        "/article" => whole(
            s,
            "200 OK",
            "Content-Type: text/plain; charset=utf-8\r\n",
            &std::fs::read("tests/fixtures/articles/lakeford.txt")?,
        ),
        on if on.starts_with("/on") => to(s, &format!("{on}n")),
        _ => whole(s, "404 Not Found", HTML, b""),
    })
}

fn page(s: &mut TcpStream, name: &str) -> Result<()> {
    whole(s, "200 OK", HTML, &std::fs::read(Path::new("tests/fixtures/saved").join(name))?)
}

fn import(out: &Path, args: &[&str]) -> Run {
    let mut command = readout();
    command.arg("import").args(args).arg("--out").arg(out).env("SOURCE_DATE_EPOCH", "1700000000");
    finish(&mut command)
}

/// Holds what is the same for every refusal.
fn refused(out: &Path, args: &[&str], start: &str, needle: &str) {
    let before = tree(out);
    let started = Instant::now();
    let run = import(&out.join("new"), args);
    assert!(started.elapsed() < Duration::from_secs(5), "{args:?} took {:?}", started.elapsed());
    assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{args:?}: {}", run.stderr);
    let message = run.stderr.strip_prefix("readout: ").unwrap_or_else(|| panic!("{args:?}: {}", run.stderr));
    assert!(message.starts_with(start) && message.contains(needle), "{args:?}: {message}");
    assert!(message.contains("; ") && message.matches('\n').count() == 1, "{args:?}: {message}");
    assert_eq!(tree(out), before, "{args:?}: a refused command writes nothing");
}

#[test]
fn a_good_page_is_written_with_its_address() {
    let root = server();
    let out = tempfile::tempdir().expect("a temporary folder");
    let address = format!("{root}/us");
    let args = [&address, "--allow-private", "--side", "us", "--meeting", MEETING];
    let run = import(out.path(), &args);
    let path = out.path().join(MEETING).join("us.en.md");
    assert_eq!((run.status, run.stdout), (0, format!("wrote {}\n", path.display())), "{}", run.stderr);
    let readout = Readout::load(&path).expect("it loads");
    let imported = readout.imported.expect("where it is from");
    assert_eq!(imported.from.as_deref(), Some(address.as_str()));
    assert_eq!(imported.at.as_deref(), Some("2023-11-14T22:13:20Z"));
    assert_eq!(readout.source_url.as_deref(), Some(address.as_str()));
    assert!(readout.body.contains("Carla Renshaw met today with Chinese Foreign Minister Lu Anping"));
    // The sum is that of the page as it was sent.
    let file = tempfile::tempdir().expect("a temporary folder");
    let saved = ["tests/fixtures/saved/us.html", "--meeting", MEETING];
    assert_eq!(import(file.path(), &saved).status, 0);
    let saved = Readout::load(&file.path().join(MEETING).join("us.en.md")).expect("it loads");
    assert_eq!(saved.imported.expect("where it is from").sha256, imported.sha256);

    let again = import(out.path(), &args);
    assert_eq!((again.status, again.stdout.as_str()), (2, ""));
    assert!(again.stderr.contains("us.en.md: is there already, so nothing was written"), "{}", again.stderr);
}

#[test]
fn redirects_are_followed() {
    let root = server();
    let out = tempfile::tempdir().expect("a temporary folder");
    let address = format!("{root}/moved");
    let run = import(out.path(), &[&address, "--allow-private", "--side", "us", "--meeting", MEETING]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let readout = Readout::load(&out.path().join(MEETING).join("us.en.md")).expect("it loads");
    // As it was asked for, and where it stands.
    assert_eq!(readout.imported.and_then(|i| i.from).as_deref(), Some(address.as_str()));
    assert_eq!(readout.source_url, Some(format!("{root}/us")));
}

#[test]
fn what_a_server_does_wrong_is_told_in_one_line() {
    let root = server();
    let out = tempfile::tempdir().expect("a temporary folder");
    for (path, needle) in [
        ("/circle", "redirects in a circle, back to http://127.0.0.1"),
        ("/on", "more than 5 redirects"),
        ("/slow", "not read within 1 second;"),
        ("/mute", "not read within 1 second;"),
        ("/endless", "larger than 10 MiB"),
        ("/picture", "the server sends `image/png`, not a page of text"),
        ("/hidden-picture", "a picture, not a page"),
        ("/void", "no text found on the page"),
        ("/no-page", "the server has no such page (404 Not Found)"),
        ("/failure", "the server fails (500 Internal Server Error)"),
        ("/closed", "the server closed the connection without an answer"),
        ("/half", "the server closed the connection in the middle of the page"),
    ] {
        let address = format!("{root}{path}");
        // The last address names the first, where there are two.
        let (start, needle) = match path {
            "/circle" | "/on" => (root.clone(), format!("(redirected from {address}): ")),
            _ => (format!("{address}: "), needle.to_owned()),
        };
        let limit = if path == "/endless" { "30" } else { "1" };
        let args = [&address, "--allow-private", "--side", "us", "--meeting", MEETING, "--time-limit", limit];
        refused(out.path(), &args, &start, &needle);
    }
    assert_eq!(std::fs::read_dir(out.path()).expect("a folder").count(), 0);
}

#[test]
fn this_machine_is_not_read_unasked() {
    let root = server();
    let out = tempfile::tempdir().expect("a temporary folder");
    for address in [format!("{root}/us"), format!("{}/us", root.replace("127.0.0.1", "localhost"))] {
        let args = [&address, "--side", "us", "--meeting", MEETING];
        refused(out.path(), &args, &format!("{address}: "), "a loopback address, and only public hosts are read");
    }
    let args = ["http://127.0.0.1/us", "--time-limit", "0", "--side", "us", "--meeting", MEETING];
    let run = import(out.path(), &args);
    assert!(run.status == 2 && run.stderr.contains("--time-limit"), "{}", run.stderr);
}

#[test]
fn an_article_at_an_address() {
    let root = server();
    let out = tempfile::tempdir().expect("a temporary folder");
    let address = format!("{root}/article");
    let run = import(out.path(), &[&address, "--article", "--allow-private", "--meeting", MEETING]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let readout = Readout::load(&out.path().join(MEETING).join("cn.md")).expect("it loads");
    assert_eq!(readout.imported.and_then(|i| i.from).as_deref(), Some(address.as_str()));
    assert_eq!(readout.quoted_from.and_then(|q| q.url).as_deref(), Some(address.as_str()));
}

/// A folder of meetings with a catalogue of its own.
fn meetings(root: &str, texts: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let out = tempfile::tempdir().expect("a temporary folder");
    let texts = texts.iter().map(|(side, language, path)| {
        format!("{{ side = \"{side}\", language = \"{language}\", url = \"{root}{path}\" }}, ")
    });
    let list = format!(
        "[[meeting]]\nid = \"{MEETING}\"\ndate = 2031-05-12\nplace = \"Lakeford Hall\"\nnote = \"Invented.\"\ntexts = [{}]\n",
        texts.collect::<String>()
    );
    std::fs::write(out.path().join("catalogue.toml"), list).expect("written");
    out
}

/// The names of the meeting's files.
fn names(out: &Path) -> Vec<String> {
    let files = tree(out).into_keys().filter(|p| p.is_file() && p.parent() != Some(out));
    files.map(|p| p.file_name().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn a_meeting_of_the_catalogue_is_written_whole() {
    let out = meetings(&server(), &[("us", "en", "/us"), ("cn", "zh", "/cn-zh"), ("cn", "en", "/cn")]);
    let run = import(out.path(), &["--meeting", MEETING, "--allow-private"]);
    assert_eq!((run.status, run.stdout.lines().count()), (0, 3), "{}{}", run.stdout, run.stderr);
    assert_eq!(names(out.path()), ["cn.en.md", "cn.zh.md", "us.en.md"]);
    assert_eq!(run.stderr.lines().next(), Some("readout: 2031-05-12-lakeford: Invented."));
    assert!(!run.stderr.contains("knows no address"), "{}", run.stderr);
    let chinese = Readout::load(&out.path().join(MEETING).join("cn.zh.md")).expect("it loads");
    // The page says neither place nor day of the meeting, the catalogue does.
    assert_eq!((chinese.place.as_deref(), chinese.date.as_deref()), (Some("Lakeford Hall"), Some("2031-05-12")));
    let folder = out.path().join(MEETING).display().to_string();
    let compared = finish(readout().args(["compare", &folder]));
    assert_eq!((compared.status, compared.stderr.as_str()), (0, ""));

    // What is there stays, and one side can be asked for.
    let before = tree(out.path());
    let run = import(out.path(), &["--meeting", MEETING, "--allow-private", "--side", "cn"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(run.stderr.matches("is there already, so nothing was written").count(), 2, "{}", run.stderr);
    assert!(run.stderr.ends_with("readout: 2031-05-12-lakeford: 2 of 2 addresses gave no file, as said above\n"));
    assert_eq!(tree(out.path()), before);
}

#[test]
fn one_bad_address_does_not_hold_back_the_others() {
    let root = server();
    let out = meetings(&root, &[("us", "en", "/no-page"), ("us", "en", "/us")]);
    let run = import(out.path(), &["--meeting", MEETING, "--allow-private"]);
    assert_eq!(run.status, 2);
    assert_eq!(names(out.path()), ["us.en.md"]);
    assert_eq!(run.stdout, format!("wrote {}\n", out.path().join(MEETING).join("us.en.md").display()));
    let said: Vec<&str> = run.stderr.lines().collect();
    assert!(said[1].starts_with(&format!("readout: {root}/no-page: the server has no such page")), "{said:?}");
    let lacks = "readout: 2031-05-12-lakeford: the catalogue knows no address of a text of cn; save the page";
    assert!(said.iter().any(|l| l.starts_with(lacks)), "{said:?}");
    assert_eq!(said.last(), Some(&"readout: 2031-05-12-lakeford: 1 of 2 addresses gave no file, as said above"));
}

#[test]
fn a_meeting_that_cannot_be_read_leaves_no_folder() {
    let root = server();
    let none = meetings(&root, &[]);
    let failing = meetings(&root, &[("cn", "zh", "/failure")]);
    let good = meetings(&root, &[("us", "en", "/us")]);
    for (out, args, needle) in [
        (&none, vec!["--allow-private"], "2031-05-12-lakeford: nothing to read; give a file or an address"),
        (&none, vec!["--allow-private"], "no address of a text of us and of cn"),
        (&failing, vec!["--allow-private"], "/failure: the server fails (500"),
        (&good, vec![], "a loopback address, and only public hosts are read"),
        (&good, vec!["--allow-private", "--side", "cn"], "2031-05-12-lakeford: nothing to read"),
    ] {
        let before = tree(out.path());
        let run = import(out.path(), &[&["--meeting", MEETING], args.as_slice()].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
        assert!(run.stderr.contains(needle), "{needle}: {}", run.stderr);
        assert!(run.stderr.lines().all(|l| l.starts_with("readout: ")), "{}", run.stderr);
        assert_eq!(tree(out.path()), before);
    }
}

#[test]
fn a_meeting_that_is_not_known_gets_a_suggestion() {
    let out = meetings(&server(), &[("us", "en", "/us")]);
    let before = tree(out.path());
    for near in ["2031-05-12", "2031-05-12-lakefort", "2031-05-21-lakeford"] {
        let run = import(out.path(), &["--meeting", near, "--allow-private"]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        let says = format!("no meeting `{near}`; did you mean `{MEETING}`?\n");
        assert!(run.stderr.ends_with(&says) && run.stderr.contains("catalogue.toml: "), "{}", run.stderr);
    }
    // Without a list in the folder the embedded one counts.
    let empty = tempfile::tempdir().expect("a temporary folder");
    let run = import(empty.path(), &["--meeting", "2023-07-13-jakatra"]);
    assert!(run.status == 2 && run.stderr.ends_with("did you mean `2023-07-13-jakarta`?\n"), "{}", run.stderr);
    assert_eq!(tree(out.path()), before);
    assert_eq!(tree(empty.path()).len(), 0);
}

/// Two texts of one side, language and kind have one name; the second is not written over the first.
#[test]
fn no_text_of_a_meeting_is_written_over_another() {
    let root = server();
    let out = meetings(&root, &[("cn", "en", "/cn"), ("cn", "en", "/us")]);
    for force in [&["--force"][..], &["--dry-run"]] {
        let run = import(out.path(), &[&["--meeting", MEETING, "--allow-private"], force].concat());
        assert_eq!(run.status, 2);
        let says = format!("readout: {root}/us: another text of this meeting has just become ");
        assert!(run.stderr.contains(&says), "{}", run.stderr);
    }
    let kept = Readout::load(&out.path().join(MEETING).join("cn.en.md")).expect("it loads");
    assert_eq!(kept.source_url, Some(format!("{root}/cn")));
}
