//! What cannot be done: exit status 2, one message that names the file, the line and the mend, and nothing written.

mod common;

use std::path::Path;

use common::{copy_meeting, run_in, tree};

/// A command line, and what its message must name.
const REFUSED: [(&str, &[&str]); 40] = [
    ("compare nosuch", &["nosuch: no such file", "look at the name"]),
    ("code nosuch.md", &["nosuch.md: no such file"]),
    ("check nosuch", &["nosuch: no such file"]),
    ("compare meeting nosuch.md", &["meeting: "]),
    ("compare hollow", &["hollow: no readout in this folder", "put files named SIDE.md"]),
    ("check hollow", &["hollow: no meeting in this folder", "SIDE.md"]),
    ("compare meeting/us.md", &["meeting/us.md: one file only", "a second file"]),
    ("code hollow", &["hollow: no readout in it or below", "SIDE.md"]),
    ("code --label us meeting/us.md meeting/us.md", &["--label: 2 texts would have the same name", "give one file"]),
    ("check meeting/us.md", &["meeting/us.md: a file, not a folder", "readout code"]),
    ("compare meeting --sides us/cn", &["--sides: `us/cn`", "us,cn"]),
    ("compare meeting --sides us,xx", &["no text of `xx`", "there are texts of us"]),
    ("codebook nosuch", &["no topic `nosuch`", "there are meeting, relationship"]),
    ("compare empty.md meeting/us.md", &["empty.md:1: there is no text", "put the readout's words"]),
    ("code empty.md", &["empty.md:1: there is no text"]),
    ("code wordless.md", &["wordless.md:4: there is no text"]),
    ("code binary.md", &["binary.md:1: not a text in UTF-8", "convert it to UTF-8"]),
    ("compare meeting/us.md latin.md", &["latin.md:1: not a text in UTF-8", "convert it to UTF-8"]),
    ("code broken-yaml.md", &["broken-yaml.md:3: the front matter is not understood", "mend the line"]),
    ("code colon.md", &["colon.md:4: the front matter is not understood", "put the value in double quotes"]),
    ("compare meeting --only terms --format csv", &["--only: json holds the whole comparison, and csv its topics"]),
    ("code twice.md", &["twice.md:3: the front matter is not understood"]),
    ("code shape.md", &["shape.md:3: the front matter is not understood"]),
    ("code unclosed.md", &["unclosed.md:1: the front matter opens with --- and is never closed", "add a line ---"]),
    ("code people.md", &["people.md:3: principals: `U.S.` is not known", "use the id of a side"]),
    ("code kind.md", &["kind.md:3: kind: `speech` is not known", "use readout, background, remarks or fact-sheet"]),
    ("code language.md", &["language.md:3: language: `fr` is not known", "use en or zh"]),
    ("code side.md", &["side.md:2: side: `the us` is not known", "us or cn"]),
    ("code no-side.md", &["no-side.md:1: no side", "name the file SIDE.md"]),
    ("compare broken-meeting", &["broken-meeting/us.md:1: the front matter opens"]),
    ("check broken-meeting", &["broken-meeting/us.md:1: the front matter opens"]),
    ("check --update blocked", &["blocked/comparison.md: "]),
    ("check --update broken-meeting", &["broken-meeting/us.md:1: the front matter opens"]),
    ("compare meeting --previous meeting", &["--previous: meeting is the meeting itself", "name an earlier one"]),
    ("compare meeting --only claims --format json", &["--only: json holds the whole comparison", "leave --only out"]),
    ("check meeting --codebook hollow", &["hollow: a folder, not a file", "give a codebook in TOML"]),
    ("codebook check latin.md", &["latin.md: not a text in UTF-8 (byte 4 of the file)", "save it as UTF-8"]),
    ("codebook export --out empty.md", &["empty.md: cannot be written", "so name another"]),
    ("man --out empty.md/pages", &["empty.md/pages: cannot be made", "so name another"]),
    ("site meeting --out empty.md/pages", &["empty.md/pages/pages.sha256: ", "so name another"]),
];

/// Command lines that do not parse, and what the message must name.
const MISSPELT: [(&str, &[&str]); 8] = [
    ("", &["Usage: readout [OPTIONS] <COMMAND>"]),
    ("comapre meeting", &["'comapre'", "'compare'"]),
    ("compare", &["MEETING | FILE"]),
    ("compare meeting --format pdf", &["'pdf'", "terminal, text, markdown, html, json"]),
    ("code meeting/us.md --format yaml", &["'yaml'", "text, json, jsonl, csv"]),
    ("compare meeting --width wide", &["'wide'", "--width"]),
    ("compare meeting --color blue", &["'blue'", "auto, always, never"]),
    ("compare meeting --nosuch", &["'--nosuch'"]),
];

/// A folder with everything that can be wrong.
fn workshop() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a temporary folder");
    let at = root.path();
    for name in ["hollow", "blocked", "blocked/comparison.md"] {
        std::fs::create_dir(at.join(name)).expect("a folder");
    }
    let meeting = copy_meeting("tests/fixtures/2031-12-01-one-side", at);
    let text = std::fs::read_to_string(meeting.join("us.md")).expect("a text");
    let text: Vec<&str> = text.lines().filter(|line| !line.starts_with("meeting:")).collect();
    std::fs::write(meeting.join("us.md"), text.join("\n") + "\n").expect("a text");
    std::fs::rename(meeting, at.join("meeting")).expect("renamed");
    std::fs::create_dir(at.join("broken-meeting")).expect("a folder");
    for (name, bytes) in [
        ("blocked/us.md", b"The two sides agreed.\n".as_slice()),
        ("broken-meeting/cn.md", "双方同意。\n".as_bytes()),
        ("broken-meeting/us.md", b"---\nside: us\n\nThe two sides agreed.\n"),
        ("empty.md", b""),
        ("wordless.md", b"---\nside: us\n---\n\n---\n"),
        ("binary.md", b"GI\0F89a\x01\xff"),
        ("latin.md", b"caf\xe9 society\n"),
        ("broken-yaml.md", b"---\nside: us\nkind: [\n---\n\nText.\n"),
        ("colon.md", b"---\nside: us\nkind: readout\nplace: Lakeford: the hall\n---\n\nText.\n"),
        ("twice.md", b"---\nside: us\nside: cn\n---\n\nText.\n"),
        ("people.md", b"---\nside: us\nprincipals: {U.S.: [Renshaw]}\n---\n\nText.\n"),
        ("shape.md", b"---\nside: us\nprincipals: Renshaw\n---\n\nText.\n"),
        ("unclosed.md", b"---\nside: us\n\nText.\n"),
        ("kind.md", b"---\nside: us\nkind: speech\n---\n\nText.\n"),
        ("language.md", b"---\nside: us\nlanguage: fr\n---\n\nTexte.\n"),
        ("side.md", b"---\nside: the us\n---\n\nText.\n"),
        ("no-side.md", b"Text.\n"),
    ] {
        std::fs::write(at.join(name), bytes).expect("written");
    }
    root
}

/// Runs each command line, holds what is the same for all, and gives all messages on one page.
fn refuse(root: &Path, cases: &[(&str, &[&str])], own: bool) -> String {
    let before = tree(root);
    let mut page = String::new();
    for (line, needles) in cases {
        let args: Vec<&str> = line.split_whitespace().collect();
        let run = run_in(root, &args);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}: {}", run.stderr);
        for needle in *needles {
            assert!(run.stderr.contains(needle), "{line}: no {needle:?} in {}", run.stderr);
        }
        assert!(!run.stderr.contains("panicked") && !run.stderr.contains('\u{1b}'), "{line}: {}", run.stderr);
        if own {
            assert!(run.stderr.starts_with("readout: "), "{line}: {}", run.stderr);
            assert_eq!(run.stderr.matches('\n').count(), 1, "{line}: one line: {}", run.stderr);
        }
        page.push_str(&format!("$ readout {line}\n{}\n", run.stderr));
    }
    assert_eq!(tree(root), before, "a refused command writes nothing");
    page
}

#[test]
fn what_cannot_be_done_is_said_in_one_line() {
    let root = workshop();
    let page = refuse(root.path(), &REFUSED, true) + &refuse(root.path(), &MISSPELT, false);
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!("misuse", page));
}

/// Permissions hold nobody back who runs as root, so there the test can see nothing.
#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let root = workshop();
    let file = root.path().join("meeting/us.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).expect("permissions");
    if std::fs::read(&file).is_ok() {
        return;
    }
    for line in ["code meeting/us.md", "compare meeting", "check meeting"] {
        let run = run_in(root.path(), &line.split_whitespace().collect::<Vec<_>>());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{line}");
        assert!(run.stderr.starts_with("readout: meeting/us.md: cannot be read: "), "{line}: {}", run.stderr);
    }
}

/// `check --update` in a folder that cannot be written to says so, and leaves nothing behind.
#[cfg(unix)]
#[test]
fn a_folder_that_takes_no_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let root = workshop();
    let folder = root.path().join("meeting");
    let before = tree(root.path());
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).expect("permissions");
    let run = run_in(root.path(), &["check", "--update", "meeting"]);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).expect("permissions");
    if run.status == 0 {
        return; // root
    }
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.starts_with("readout: meeting/comparison.md: "), "{}", run.stderr);
    assert_eq!(tree(root.path()), before);
}

/// What looks like a slip is told and does not stop the work.
#[test]
fn slips_of_the_front_matter_are_told() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("2031-01-01-lakeford");
    std::fs::create_dir(&folder).expect("a folder");
    let us = "---\nside: usa\nplublisher: The Office\nlanguage: zh\n---\nThe two sides met in Lakeford and spoke at length.\n";
    std::fs::write(folder.join("us.en.md"), us).expect("a text");
    std::fs::write(folder.join("cn.md"), "side: cn\n---\nThe Chinese side objected to the fees.\n").expect("a text");
    let told = |args: &[&str]| {
        let run = run_in(root.path(), args);
        (run.status, run.stderr.lines().map(str::to_owned).collect::<Vec<_>>())
    };
    let (status, lines) = told(&["compare", "2031-01-01-lakeford"]);
    assert_eq!(status, 0);
    let file = |name: &str| format!("readout: {}", Path::new("2031-01-01-lakeford").join(name).display());
    assert_eq!(
        lines,
        [
            format!(
                "{}:1: `side: cn` is read as words of the text; front matter begins with a line of `---`",
                file("cn.md")
            ),
            format!("{}:3: `plublisher` is no field of the front matter; did you mean `publisher`?", file("us.en.md")),
            format!(
                "{}:2: its `side` is `usa`, and the file is called us.en.md; mend the one that is wrong",
                file("us.en.md")
            ),
            format!("{}:4: its `language` is `zh`, and the text looks like `en`; mend the line", file("us.en.md")),
        ]
    );
    for args in [&["code", "2031-01-01-lakeford"][..], &["trace", "."], &["check", "."], &["check", ".", "--update"]] {
        assert_eq!(told(args).1.len(), 4, "{args:?}");
    }
}

/// One text that was taken for those of two sides of a meeting is told; what the sides publish together is not.
#[test]
fn one_text_of_two_sides_is_told() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let told = |front: &str| {
        for side in ["us", "in"] {
            let text = format!(
                "---\nside: {side}\nprincipals: {{ us: [Ada Ashdown], in: [Oren Quill] }}\n{front}imported:\n  from: talks.txt\n---\n\nThe two met.\n"
            );
            std::fs::write(root.path().join(format!("{side}.md")), text).expect("a text");
        }
        run_in(root.path(), &["compare", "us.md", "in.md"]).stderr
    };
    let want = "readout: in.md: the same words as us.md, which is of `us`; keep the one whose side published them\n";
    assert_eq!(told(""), want);
    assert_eq!(told("title: Joint Statement on Fisheries\n"), "");
}

/// Two files of the same words, and texts of two meetings, are told and do not stop the work.
#[test]
fn texts_that_do_not_belong_together_are_told() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let text = |name: &str, meeting: &str, words: &str| {
        let text = format!("---\nside: us\nmeeting: {meeting}\n---\n\n{words}\n");
        std::fs::write(root.path().join(name), text).expect("a text");
    };
    text("us.md", "2031-01-01-lakeford", "The two sides met in Lakeford.");
    text("us.2.md", "2031-01-01-lakeford", "The two sides met in Lakeford.\n");
    text("us.3.md", "2031-02-02-hillford", "The two sides met in Hillford.");
    let run = run_in(root.path(), &["compare", "us.md", "us.2.md", "us.3.md"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (
            0,
            "readout: us.2.md: the same words as us.md; keep one of the two\n\
             readout: these are texts of different meetings: us.md (2031-01-01-lakeford), us.3.md (2031-02-02-hillford)\n"
        )
    );
    assert!(run.stdout.starts_with("2031-01-01-lakeford – 2031-02-02-hillford\n"), "{}", run.stdout);
    assert!(run.stdout.contains("These are texts of different meetings"), "{}", run.stdout);
}

/// Whatever a text is called, it is taken by its front matter; a draft beside the text that was published is told and takes
/// no column, and so is a name that has another language.
#[test]
fn a_text_is_taken_by_what_it_says() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("2031-01-01-lakeford");
    std::fs::create_dir(&folder).expect("a folder");
    let write = |name: &str, side: &str, words: &str| {
        std::fs::write(folder.join(name), format!("---\nside: {side}\n---\n\n{words}\n")).expect("a text");
    };
    write("cn.md", "cn", "The Chinese side objected to the fees.");
    write("white-house.md", "us", "The President raised concerns about the fees.");
    std::fs::write(folder.join("notes.md"), "Call the desk.\n").expect("notes");
    let compare = || run_in(root.path(), &["compare", "2031-01-01-lakeford"]);
    let run = compare();
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.contains("The President raised") && !run.stdout.contains("Call the desk"), "{}", run.stdout);
    write("us.en.md", "us", "The President raised concerns about the fees on mills.");
    let run = compare();
    assert_eq!(run.status, 0);
    let told = Path::new("2031-01-01-lakeford");
    let (draft, published) = (told.join("white-house.md"), told.join("us.en.md"));
    assert_eq!(
        run.stderr,
        format!(
            "readout: {}: a second readout of `us` beside {}, which is the column; if it is a draft, take it out of the folder\n",
            draft.display(),
            published.display()
        )
    );
    assert!(run.stdout.contains("US.WHITE-HOUSE  "), "{}", run.stdout);
    std::fs::remove_file(folder.join("white-house.md")).expect("removed");
    std::fs::rename(folder.join("us.en.md"), folder.join("us.zh.md")).expect("renamed");
    let run = compare();
    assert!(
        run.stderr.ends_with("its language is `en`, and the file is called us.zh.md; mend the one that is wrong\n")
    );
}

/// With --strict, what looks like a slip turns a job red; without, it is told.
#[test]
fn a_strict_check_fails_for_slips() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("meetings/lakeford");
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = |side: &str| format!("---\nside: {side}\nmeeting: 2031-01-01-lakeford\n---\n\nThe two sides met.\n");
    for side in ["us", "cn"] {
        std::fs::write(folder.join(format!("{side}.md")), text(side)).expect("a text");
    }
    std::fs::write(root.path().join("meetings/readout.toml"), "sides = [\"jp\"]\n").expect("settings");
    assert_eq!(run_in(root.path(), &["check", "meetings", "--update"]).status, 0);
    let plain = run_in(root.path(), &["check", "meetings"]);
    let strict = run_in(root.path(), &["check", "meetings", "--strict"]);
    assert_eq!((plain.status, strict.status), (0, 1));
    assert_eq!(plain.stderr, strict.stderr);
    let told: Vec<&str> = plain.stderr.lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].contains("its folder is called lakeford; move it") && told[1].contains("no text here is of `jp`"));
}

/// The words that changed are marked in the lines that changed.
#[test]
fn a_check_can_mark_words() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let meeting = copy_meeting("tests/fixtures/2031-12-01-one-side", root.path());
    let folder = root.path().to_str().expect("a path");
    assert_eq!(run_in(root.path(), &["check", folder, "--update"]).status, 0);
    let file = meeting.join("comparison.md");
    let accepted = std::fs::read_to_string(&file).expect("the comparison");
    let place = accepted.find("statements").expect("a word");
    std::fs::write(&file, format!("{}sentences{}", &accepted[..place], &accepted[place + 10..])).expect("written");
    let run = run_in(root.path(), &["check", folder, "--word-diff"]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("[-sentences-]{+statements+}"), "{}", run.stdout);
}

/// A job that reads JSON has every meeting with how it stands, why, and by what it was held.
#[test]
fn a_check_for_programs_names_every_meeting() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("meetings");
    for (name, side) in [("a-same", "us"), ("b-changed", "us"), ("c-missing", "cn"), ("d-broken", "us")] {
        std::fs::create_dir_all(folder.join(name)).expect("a folder");
        let text = format!("---\nside: {side}\n---\n\nThe two sides met.\n");
        std::fs::write(folder.join(name).join(format!("{side}.md")), text).expect("a text");
    }
    std::fs::write(folder.join("readout.toml"), "sides = [\"cn\"]\n").expect("settings");
    assert_eq!(run_in(root.path(), &["check", "meetings", "--update"]).status, 0);
    std::fs::write(folder.join("b-changed/comparison.md"), "Another comparison.\n").expect("written");
    std::fs::remove_file(folder.join("c-missing/comparison.md")).expect("removed");
    std::fs::write(folder.join("d-broken/us.md"), "---\nside: [\n---\n").expect("written");
    let run = run_in(root.path(), &["check", "meetings", "--format", "json"]);
    assert_eq!(run.status, 2);
    let check: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&check["clean"], &check["config"]), (&false.into(), &"meetings/readout.toml".into()));
    assert_eq!((&check["sides"][0], check["codebooks"].as_array().map(Vec::len)), (&"cn".into(), Some(0)));
    let meetings = check["meetings"].as_array().expect("a list");
    let standing: Vec<&str> = meetings.iter().filter_map(|m| m["standing"].as_str()).collect();
    assert_eq!(standing, ["same", "changed", "missing", "broken"]);
    assert_eq!(meetings[1]["comparison"], "meetings/b-changed/comparison.md");
    assert!(meetings[1]["diff"].as_str().is_some_and(|diff| diff.contains("\n-Another comparison.\n")));
    assert!(meetings[3]["why"].as_str().is_some_and(|why| run.stderr.contains(why)), "{}", meetings[3]);
    assert!(meetings[0]["diff"].is_null() && meetings[2]["diff"].is_null() && meetings[1]["why"].is_null());
}
