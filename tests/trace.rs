//! `readout trace`: what it prints for an invented series, its refusals, and figures of the corpus (with READOUT_CORPUS).

mod common;

use assert_cmd::Command;
use common::shown;
use serde_json::Value;

const SERIES: &str = "tests/fixtures/series";

fn hold(name: &str, args: &str) {
    let args: Vec<&str> = args.split_whitespace().collect();
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_description(format!("readout {}", args.join(" ")));
    settings.bind(|| insta::assert_snapshot!(name, common::marked(&shown(&args))));
}

#[test]
fn a_series_in_every_form() {
    for format in ["text", "markdown", "json", "csv"] {
        hold(&format!("trace_{format}"), &format!("trace {SERIES} --format {format}"));
    }
    hold("trace_terminal", &format!("trace {SERIES} --format terminal --color always --width 100"));
    hold("trace_topic_text", &format!("trace {SERIES} --topic taiwan --format text --width 200"));
    hold("trace_topic_markdown", &format!("trace {SERIES} --topic taiwan --format markdown"));
    hold("trace_narrow", &format!("trace {SERIES} --side us --formula us-taiwan --format text --width 20"));
    hold("trace_since", &format!("trace {SERIES} --side cn --since 2031-05 --format text"));
}

#[test]
fn every_line_keeps_to_the_width() {
    for width in [20, 40, 80, 200] {
        let text = shown(&["trace", SERIES, "--topic", "taiwan", "--width", &width.to_string()]);
        let widths = readout::text::width::Widths::default();
        for line in text.lines() {
            assert!(widths.str_width(line) <= width, "{width}: {line}");
        }
    }
}

/// From a day on that no text has there is nothing to show, which is one line and no empty table.
#[test]
fn nothing_in_range_is_one_line() {
    for args in
        [&[][..], &["--topic", "taiwan"], &["--formula", "us-taiwan"], &["--topic", "taiwan,trade", "--side", "us"]]
    {
        let text = shown(&[&["trace", SERIES, "--since", "2099"], args].concat());
        assert!(
            text.ends_with("United States: no text since 2099.\n") && text.lines().count() == 1,
            "{args:?}: {text}"
        );
    }
    // Of one of two sides it is the heading alone.
    let place = tempfile::tempdir().expect("a folder");
    for (folder, file, words) in [
        ("2031-05-12-lakeford", "us.md", "The talks were candid."),
        ("2031-09-03-marrowbay", "cn.md", "双方进行了坦诚的会谈。"),
    ] {
        std::fs::create_dir(place.path().join(folder)).expect("a folder");
        std::fs::write(place.path().join(folder).join(file), words).expect("a text");
    }
    let text = shown(&["trace", &place.path().display().to_string(), "--since", "2031-06"]);
    assert!(text.ends_with("\n\nUnited States over time: no text since 2031-06\n"), "{text}");
}

/// However narrow the page, the number of a piece stands with its mark, and with the piece's first word.
#[test]
fn a_piece_stays_with_its_number() {
    for width in 20..90 {
        let text = shown(&["trace", SERIES, "--side", "us", "--formula", "us-taiwan", "--width", &width.to_string()]);
        // The head of the table is a row of numbers alone.
        let number = |word: &str| word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
        let pieces = text.lines().skip_while(|line| !line.starts_with("Pieces:"));
        let parted = pieces
            .filter(|line| !line.starts_with("date "))
            .find(|line| line.split_whitespace().next_back().is_some_and(number));
        assert_eq!(parted, None, "{width}: {text}");
        assert!(!text.contains('\u{a0}'), "{text}");
    }
}

#[test]
fn refusals_name_the_mend() {
    for (args, message) in [
        (vec!["trace", SERIES, "--topic", "taiwn"], "did you mean `taiwan`"),
        (vec!["trace", SERIES, "--formula", "us-taiwen"], "did you mean `us-taiwan`"),
        (vec!["trace", SERIES, "--since", "yesterday"], "write 2023-07-13"),
        (vec!["trace", "tests/fixtures/codebooks"], "no folder with readouts"),
        (vec!["trace", "nosuch"], "nosuch"),
    ] {
        let output = Command::cargo_bin("readout").expect("the program").args(&args).output().expect("it runs");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {error}");
        assert!(error.contains(message), "{args:?}: {error}");
    }
}

/// The pieces of the US Taiwan formula in the texts of leaders, as `../shared/signals.md` 2.4.1 has them: one sign a piece,
/// in the order of the formula; `none` where the text does not raise Taiwan.
#[test]
fn the_us_taiwan_formula_over_time() {
    let Ok(corpus) = std::env::var("READOUT_CORPUS") else {
        eprintln!("skipped: READOUT_CORPUS is not set");
        return;
    };
    let json = shown(&["trace", &corpus, "--side", "us", "--formula", "us-taiwan", "--format", "json"]);
    let trace: Value = serde_json::from_str(&json).expect("JSON");
    let entries = trace["series"][0]["entries"].as_array().expect("entries");
    let pieces = |beginning: &str| -> String {
        let of = |e: &&Value| e["level"] == "leader" && e["meeting"].as_str().is_some_and(|m| m.starts_with(beginning));
        let entry = entries.iter().find(of).unwrap_or_else(|| panic!("no meeting {beginning}"));
        let formula = &entry["formulas"][0];
        if formula["raised"] == false {
            return "none".to_owned();
        }
        let sign = |p: &Value| match p["presence"].as_str() {
            Some("present") => 'x',
            Some("changed") => '~',
            _ => '-',
        };
        formula["pieces"].as_array().expect("pieces").iter().map(sign).collect()
    };
    for (meeting, wanted) in [
        ("2021-02-10", "----------"),
        ("2021-09-09", "none"),
        ("2021-11-15", "x-xxxx--x-"),
        ("2022-03-18", "-x---x----"),
        ("2022-07-28", "-x---x--x-"),
        ("2022-11-14", "xx---xx-x~"),
        ("2024-04-02", "--------x-"),
    ] {
        assert_eq!(pieces(meeting), wanted, "{meeting}");
    }
    let april = entries.iter().find(|e| e["meeting"] == "2024-04-02-call").expect("the call of April 2024");
    assert_eq!(april["formulas"][0]["previous"], "2022-11-14-bali");
    let dropped =
        april["formulas"][0]["pieces"].as_array().expect("pieces").iter().filter(|p| p["change"] == "dropped");
    // The objection to coercive actions only resembles a piece.
    assert_eq!(dropped.count(), 4);
    let json = shown(&["trace", &corpus, "--side", "cn", "--topic", "taiwan", "--format", "json"]);
    let trace: Value = serde_json::from_str(&json).expect("JSON");
    let entries = trace["series"][0]["entries"].as_array().expect("entries");
    let raising = entries.iter().filter(|e| e["statements"].as_array().is_some_and(|s| !s.is_empty()));
    let dates: Vec<&str> = raising.filter_map(|e| e["date"].as_str()).collect();
    assert!(
        dates.first().is_some_and(|d| d.starts_with("2022")) && dates.last().is_some_and(|d| d.starts_with("2025"))
    );
}

/// An earlier meeting on another level is told of: what is gone since may be so for that alone.
#[test]
fn another_level_is_told() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let write = |id: &str, name: &str| {
        let folder = root.path().join(id);
        std::fs::create_dir(&folder).expect("a folder");
        let text = format!("---\nside: cn\nlanguage: zh\n---\n\n{name}表示，中方愿同美方保持沟通。\n");
        std::fs::write(folder.join("cn.md"), text).expect("a text");
    };
    write("2031-01-01-lakeford", "习近平");
    write("2031-02-01-hillford", "王毅");
    let run = common::run_in(root.path(), &["compare", "2031-02-01-hillford", "--previous", "2031-01-01-lakeford"]);
    assert_eq!(run.status, 0);
    let page = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("then it met on the level of leaders, here of ministers: what differs"), "{page}");
    // So is that it met others: what one tells a president is not what one tells his adviser.
    write("2031-03-01-lakeford", "习近平对拜登");
    write("2031-04-01-port-avery", "习近平对布林肯");
    let run = common::run_in(root.path(), &["compare", "2031-04-01-port-avery", "--previous", "2031-03-01-lakeford"]);
    let page = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("then it met people on the level of leaders, here of ministers: what differs"), "{page}");
}

/// What a text has only as the other side's words it does not raise, in every form.
#[test]
fn what_is_told_as_the_others_words_is_not_raised() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let folder = root.path().join("2031-01-01-lakeford");
    std::fs::create_dir(&folder).expect("a folder");
    let words = "习近平对拜登表示，中方愿同美方扩大贸易。拜登表示，美方坚持一个中国政策，不支持“台湾独立”。";
    std::fs::write(folder.join("cn.md"), format!("---\nside: cn\nlanguage: zh\n---\n\n{words}\n")).expect("a text");
    let of = |args: &[&str]| common::run_in(root.path(), &[&["trace", "."], args].concat()).stdout;
    let text = of(&[]);
    assert!(text.contains("only as US's words: Taiwan "), "{text}");
    assert!(!text.lines().any(|line| line.contains("raises:") && line.contains("Taiwan")), "{text}");
    let text = of(&["--topic", "taiwan", "--width", "120"]);
    assert!(text.contains(", all of it as US's words"), "{text}");
    let rows = of(&["--topic", "taiwan", "--format", "csv"]);
    let mut rows = rows.lines().filter(|row| row.contains(",topic,taiwan,"));
    assert!(rows.next().is_some_and(|row| row.ends_with(",us")), "{rows:?}");
    let json: Value = serde_json::from_str(&of(&["--format", "json"])).expect("JSON");
    let topics = json["series"][0]["entries"][0]["topics"].as_array().expect("topics");
    let told: Vec<_> = topics.iter().filter(|t| !t["told"].is_null()).map(|t| &t["id"]).collect();
    assert_eq!(told, ["taiwan"]);
    let page = of(&["--topic", "taiwan", "--format", "html"]);
    assert!(
        page.contains("of the text, all of it as US&#39;s words")
            || page.contains("of the text, all of it as US's words")
    );
}

/// A statement that nobody speaks is named as `compare` names it.
#[test]
fn narration_has_no_name() {
    let text = shown(&["trace", SERIES, "--topic", "meeting", "--width", "120"]);
    assert!(!text.contains("NONE") && text.lines().any(|line| line.trim() == "narrates"), "{text}");
}
