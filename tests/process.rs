//! The binary as a user or a CI job meets it: arguments, environment, exact output, exit status, and nothing written that
//! was not asked for.

mod common;

use std::path::Path;

use common::{Run, copy_meeting, finish, marked, plain, readout, run, run_in, scrubbed, shown, tree};

const LAKEFORD: &str = "tests/fixtures/2031-05-12-lakeford";
const MARROWBAY: &str = "tests/fixtures/2031-09-03-marrowbay";
const ONE: &str = "tests/fixtures/2031-12-01-one-side";

/// Holds what is said to a user, in one snapshot; `INSTA_UPDATE=always cargo test` takes what is said now.
fn hold(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn help_of_every_command() {
    let top = shown(&["--help"]);
    let commands = top.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    let commands: Vec<&str> = commands.filter_map(|l| l.split_whitespace().next()).filter(|c| *c != "help").collect();
    assert!(["compare", "code", "check", "codebook"].iter().all(|c| commands.contains(c)), "{top}");
    let mut all = format!("$ readout --help\n{top}\n");
    for command in commands {
        all.push_str(&format!("$ readout {command} --help\n{}\n", shown(&[command, "--help"])));
    }
    assert_eq!(marked(&all), all, "help in a pipe has no colour");
    hold("help", &all);
}

#[test]
fn version_is_the_packages() {
    assert_eq!(shown(&["--version"]), format!("readout {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for args in [&["compare", MARROWBAY, "--format", "json"][..], &["compare", LAKEFORD], &["codebook"]] {
        assert_eq!(run(args), run(args));
    }
}

#[test]
fn a_pipe_gets_no_escape() {
    let file = format!("{LAKEFORD}/cn.md");
    let mut commands = vec![vec!["compare", LAKEFORD], vec!["codebook"], vec!["codebook", "taiwan"], vec!["check"]];
    commands.extend(["terminal", "text", "markdown", "json"].map(|f| vec!["compare", LAKEFORD, "--format", f]));
    commands.extend(["text", "json", "jsonl", "csv"].map(|f| vec!["code", &file, "--format", f]));
    for args in commands {
        let run = run(&args);
        assert!(!run.stdout.is_empty(), "{args:?}");
        assert!(!run.stdout.contains('\u{1b}') && !run.stderr.contains('\u{1b}'), "{args:?}");
    }
}

#[test]
fn colour_is_the_flag_then_the_environment() {
    let terminal = ["compare", LAKEFORD, "--format", "terminal", "--color"];
    let with = |color: &str, name: &str, value: &str| {
        finish(readout().args(terminal).arg(color).env(name, value).env("TERM", "xterm-256color")).stdout
    };
    let coloured = with("always", "LANG", "C.UTF-8");
    assert!(coloured.contains("\u{1b}[1m") && coloured.contains("\u{1b}[36m"));
    assert_eq!(with("always", "NO_COLOR", "1"), coloured, "the flag is stronger than NO_COLOR");
    let text = shown(&["compare", LAKEFORD, "--format", "text"]);
    assert_eq!(plain(&coloured), text);
    assert_eq!(with("auto", "CLICOLOR_FORCE", "1"), text, "a pipe is no terminal");
    assert_eq!(with("never", "CLICOLOR_FORCE", "1"), text);
    for format in ["text", "markdown", "json"] {
        let output = shown(&["compare", LAKEFORD, "--format", format, "--color", "always"]);
        assert!(!output.contains('\u{1b}'), "{format}");
    }
}

/// What a terminal of 100 columns is sent; none where there is no `script` to make one.
#[cfg(target_os = "linux")]
fn in_terminal(arguments: &str, environment: (&str, &str)) -> Option<String> {
    let line = format!("stty cols 100 rows 40 && exec {} {arguments}", env!("CARGO_BIN_EXE_readout"));
    let mut command = scrubbed("script");
    command.args(["-qec", &line, "/dev/null"]).env("TERM", "xterm-256color").env(environment.0, environment.1);
    let output = command.output().ok()?;
    Some(String::from_utf8(output.stdout).expect("UTF-8").replace("\r\n", "\n"))
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colour_and_its_own_width() {
    let compare = format!("compare {LAKEFORD}");
    let Some(output) = in_terminal(&compare, ("LANG", "C.UTF-8")) else {
        return;
    };
    let text = |width: &str| shown(&["compare", LAKEFORD, "--width", width]);
    assert_ne!(output, text("100"), "a terminal gets colour");
    assert_eq!(plain(&output), text("100"));
    for plain_terminal in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        assert_eq!(in_terminal(&compare, plain_terminal), Some(text("100")), "{plain_terminal:?}");
    }
    assert_eq!(in_terminal(&compare, ("NO_COLOR", "")), Some(output), "an empty NO_COLOR is none");
    assert_eq!(in_terminal(&format!("{compare} --color never --width 60"), ("LANG", "C.UTF-8")), Some(text("60")));
    assert_eq!(in_terminal(&format!("{compare} --format text"), ("LANG", "C.UTF-8")), Some(text("100")));
    let file = format!("code {LAKEFORD}/cn.md --format jsonl");
    assert!(!in_terminal(&file, ("LANG", "C.UTF-8")).expect("a terminal").contains('\u{1b}'));
}

#[test]
fn the_width_is_the_flag_then_columns_then_80() {
    let columns = |value: &str, args: &[&str]| {
        finish(readout().args(["compare", LAKEFORD]).args(args).env("COLUMNS", value)).stdout
    };
    let at = |width: &str| shown(&["compare", LAKEFORD, "--width", width]);
    assert_ne!(at("60"), at("100"));
    assert_eq!(columns("60", &[]), at("60"));
    assert_eq!(columns("60", &["--width", "100"]), at("100"));
    assert_eq!(columns("wide", &[]), at("80"));
    assert_eq!(shown(&["compare", LAKEFORD]), at("80"));
    assert_eq!(columns("40", &["--format", "markdown"]), shown(&["compare", LAKEFORD, "--format", "markdown"]));
}

#[test]
fn exit_code_tells_of_a_silent_side() {
    let status = |args: &[&str]| run(args).status;
    assert_eq!(status(&["compare", LAKEFORD]), 0);
    assert_eq!(status(&["compare", LAKEFORD, "--exit-code"]), 1);
    let same = format!("{LAKEFORD}/us.md");
    assert_eq!(status(&["compare", &same, &same, "--exit-code"]), 0);
}

#[test]
fn rows_and_lines_hold_every_meeting_of_a_folder() {
    let count = |args: &[&str]| shown(args).lines().count();
    for args in [&["--format", "csv"][..], &["--format", "csv", "--only", "claims"], &["--format", "jsonl"]] {
        let all = count(&[&["compare", "tests/fixtures/series"], args].concat());
        let meetings = ["2031-02-01-call", "2031-06-01-working-group", "2031-09-15-lakeford", "undated"];
        let head = usize::from(args[1] == "csv");
        let one_by_one =
            meetings.map(|id| count(&[&["compare", &format!("tests/fixtures/series/{id}")], args].concat()) - head);
        assert_eq!(all, one_by_one.iter().sum::<usize>() + head, "{args:?}");
    }
    let run = run(&["compare", "tests/fixtures/series"]);
    assert!(run.status == 2 && run.stderr.contains("or compare them all with --format csv or jsonl"), "{}", run.stderr);
    // A folder counts once, however often it is named.
    let twice = count(&["compare", "tests/fixtures/series", "tests/fixtures/series/undated", "--format", "csv"]);
    assert_eq!(twice, count(&["compare", "tests/fixtures/series", "--format", "csv"]));
    let trace = |args: &[&str]| shown(&[&["trace"], args, &["--side", "us"]].concat());
    assert_eq!(trace(&["tests/fixtures/series", "tests/fixtures/series"]), trace(&["tests/fixtures/series"]));
}

#[test]
fn one_broken_meeting_holds_back_none_of_the_others() {
    let root = temporary();
    copy_meeting(LAKEFORD, root.path());
    let broken = root.path().join("2031-01-01-broken");
    std::fs::create_dir(&broken).expect("a folder");
    std::fs::write(broken.join("us.md"), "---\nside: us\nprincipals: [\n---\n\nThey met.\n").expect("a file");
    let folder = root.path().to_str().expect("UTF-8");
    let run = run(&["compare", folder, "--format", "csv"]);
    assert!(run.status == 2 && run.stderr.contains("2031-01-01-broken"), "{}", run.stderr);
    assert!(run.stdout.lines().count() > 10, "{}", run.stdout);
    let empty = temporary();
    let none = self::run(&["compare", empty.path().to_str().expect("UTF-8"), "--format", "jsonl"]);
    assert!(none.status == 2 && none.stdout.is_empty(), "{}", none.stdout);
}

#[test]
fn one_side_only_is_said_plainly() {
    for format in ["text", "markdown"] {
        let output = shown(&["compare", ONE, "--format", format]);
        assert!(output.contains("There is a text of one side only"), "{format}");
        assert!(!output.contains("nothing on this"), "{format}: a side without a text is not silent");
    }
    assert!(!shown(&["compare", LAKEFORD]).contains("one side only"));
}

#[test]
fn sides_order_the_columns() {
    let first = |args: &[&str]| shown(args).lines().nth(1).expect("a second line").to_owned();
    assert!(first(&["compare", LAKEFORD, "--sides", "us,cn"]).starts_with("US  The White House"));
    assert!(first(&["compare", LAKEFORD, "--sides", "cn,us"]).starts_with("CN  中华人民共和国外交部"));
    assert!(first(&["compare", LAKEFORD, "--sides", "US"]).starts_with("US  "));
    let files = [format!("{LAKEFORD}/us.md"), format!("{LAKEFORD}/cn.md")];
    assert!(first(&["compare", &files[0], &files[1]]).starts_with("US  "));
    assert!(first(&["compare", &files[1], &files[0]]).starts_with("CN  "));
}

/// Replaces one thing in a file that holds it once or more.
fn edit(file: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(file).expect("a text");
    assert!(text.contains(from), "{} lost {from:?}", file.display());
    std::fs::write(file, text.replacen(from, to, 1)).expect("written");
}

#[test]
fn check_finds_one_changed_word_and_accepts_it() {
    let root = temporary();
    let meeting = copy_meeting(LAKEFORD, root.path());
    copy_meeting(MARROWBAY, root.path());
    let check = |args: &[&str]| run_in(root.path(), &[&["check", "."], args].concat());
    let says = |status: i32, stdout: &str| Run { status, stdout: stdout.to_owned(), stderr: String::new() };

    let missing = check(&[]);
    assert_eq!(missing.status, 1);
    for name in ["2031-05-12-lakeford", "2031-09-03-marrowbay"] {
        assert!(missing.stdout.contains(&format!("missing: ./{name}/comparison.md")), "{}", missing.stdout);
    }
    assert!(missing.stdout.ends_with("2 meetings: 0 as accepted, 2 without an accepted comparison\n"));
    assert!(!meeting.join("comparison.md").exists(), "check alone writes nothing");

    let accepted = "accepted: ./2031-05-12-lakeford/comparison.md\naccepted: ./2031-09-03-marrowbay/comparison.md\n";
    assert_eq!(check(&["--update"]), says(0, &format!("{accepted}2 meetings: 0 as accepted, 2 accepted now\n")));
    let clean = says(0, "2 meetings: 2 as accepted\n");
    assert_eq!(check(&[]), clean);
    assert_eq!(
        std::fs::read_to_string(meeting.join("comparison.md")).expect("accepted"),
        run_in(root.path(), &["compare", "2031-05-12-lakeford", "--format", "markdown"]).stdout,
        "the accepted comparison is the Markdown page"
    );

    edit(&meeting.join("us.md"), "students and scholars", "students and athletes");
    let before = tree(root.path());
    let changed = check(&[]);
    assert_eq!((changed.status, changed.stderr.as_str()), (1, ""));
    let lines: Vec<&str> = changed.stdout.lines().collect();
    assert_eq!(lines[0], "changed: ./2031-05-12-lakeford");
    assert_eq!(lines[1], "--- ./2031-05-12-lakeford/comparison.md (accepted)");
    assert_eq!(lines[2], "+++ ./2031-05-12-lakeford/comparison.md (now)");
    assert!(lines[3].starts_with("@@ -") && lines[3].ends_with(" @@"), "{}", lines[3]);
    assert!(lines.iter().any(|l| l.starts_with('-') && l.contains("students and scholars")));
    assert!(lines.iter().any(|l| l.starts_with('+') && l.contains("students and athletes")));
    assert!(!changed.stdout.contains("marrowbay"), "what is the same is not named");
    assert_eq!(lines.last(), Some(&"2 meetings: 1 as accepted, 1 changed"));
    assert_eq!(tree(root.path()), before, "check alone writes nothing");

    let accepted = "accepted: ./2031-05-12-lakeford/comparison.md\n2 meetings: 1 as accepted, 1 accepted now\n";
    assert_eq!(check(&["--update"]), says(0, accepted));
    assert_eq!(check(&[]), clean);

    std::fs::remove_file(meeting.join("comparison.md")).expect("removed");
    let missing = check(&[]);
    assert_eq!(missing.status, 1);
    assert!(missing.stdout.ends_with("2 meetings: 1 as accepted, 1 without an accepted comparison\n"));
}

#[test]
fn update_accepts_all_meetings_but_one_whose_text_is_bad() {
    let root = temporary();
    let good = copy_meeting(MARROWBAY, root.path());
    let bad = copy_meeting(ONE, root.path());
    std::fs::write(bad.join("us.md"), "---\nkind: speech\n---\nText.\n").expect("written");
    let mut before = tree(root.path());
    let run = run_in(root.path(), &["check", "--update", "."]);
    let said =
        "accepted: ./2031-09-03-marrowbay/comparison.md\n2 meetings: 0 as accepted, 1 accepted now, 1 not checked\n";
    assert_eq!((run.status, run.stdout.as_str()), (2, said));
    assert!(run.stderr.contains("2031-12-01-one-side/us.md:2: kind: `speech`"), "{}", run.stderr);
    let accepted = good.join("comparison.md");
    before.insert(accepted.clone(), std::fs::read(accepted).expect("accepted"));
    assert_eq!(tree(root.path()), before);
}

#[test]
fn a_reader_that_leaves_early_is_no_fault() {
    let file = format!("{LAKEFORD}/cn.md");
    for args in [vec!["compare", LAKEFORD, "--format", "json"], vec!["code", &file], vec!["codebook"]] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_readout"))
            .args(&args)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the binary starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the binary ends");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""), "{args:?}");
    }
}

/// Chinese texts string statements with ；, and whoever asks gets them one by one.
#[test]
fn semicolons_end_statements_on_request() {
    let root = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(root.path().join("cn.md"), "双方同意加强沟通；双方同意重启对话。\n").expect("written");
    let rows = |args: &[&str]| {
        let run = run_in(root.path(), args);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        run.stdout.lines().count()
    };
    assert_eq!(rows(&["code", "cn.md", "--format", "jsonl"]), 1);
    assert_eq!(rows(&["code", "cn.md", "--format", "jsonl", "--split-semicolons"]), 2);
}

/// Of a topic that nobody raises there is nothing to set side by side, and no empty table says so.
#[test]
fn a_topic_that_nobody_raises_is_said() {
    for format in ["text", "markdown", "html"] {
        let all = shown(&["compare", LAKEFORD, "--topic", "cyber,taiwan", "--format", format]);
        assert!(all.contains("No text raises Cyber."), "{all}");
        for only in [&[][..], &["--only", "claims"], &["--only", "omissions"]] {
            let args = [&["compare", LAKEFORD, "--topic", "cyber", "--format", format], only].concat();
            let none = shown(&args);
            assert!(none.contains("No text raises Cyber."), "{args:?}: {none}");
            for frame in
                ["Whose words", "At a glance", "RAISED BY", "None found", "leaves out a topic", "Only what was asked"]
            {
                let body = none.split("<main").last().unwrap_or_default();
                assert!(!body.contains(frame), "{args:?}: {frame}: {body}");
            }
        }
    }
    let text = shown(&["compare", LAKEFORD, "--topic", "cyber,maritime"]);
    assert!(text.ends_with("No text raises Cyber or South and East China Sea.\n"), "{text}");
}

/// Rows of one text by different commands are of one meeting.
#[test]
fn every_table_has_the_same_meeting() {
    let root = temporary();
    let at = root.path();
    for (folder, meeting) in [
        ("2031-13-45-x", None),
        ("2032-02-10-video call", Some("2032-02-11-call")),
        ("湖滨", None),
        ("marrowbay", None),
    ] {
        std::fs::create_dir_all(at.join("ms").join(folder)).expect("a folder");
        let field = meeting.map(|meeting| format!("meeting: {meeting}\n")).unwrap_or_default();
        let text = format!("---\nside: us\ndate: 2032-02-10\n{field}---\nThe two sides discussed trade.\n");
        std::fs::write(at.join("ms").join(folder).join("us.md"), text).expect("a text");
    }
    let meetings = |args: &[&str]| {
        let run = run_in(at, &[args, &["ms", "--format", "csv"]].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
        let mut rows = run.stdout.trim_start_matches('\u{feff}').lines().map(|row| row.split(','));
        let column = rows.next().and_then(|mut head| head.position(|name| name == "meeting")).expect("a column");
        rows.filter_map(|mut row| row.nth(column)).map(str::to_owned).collect::<std::collections::BTreeSet<String>>()
    };
    let code = meetings(&["code"]);
    assert_eq!(code.len(), 4, "{code:?}");
    assert_eq!(code, meetings(&["compare"]));
    assert_eq!(code, meetings(&["trace"]));
}
