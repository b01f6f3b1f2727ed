//! A text known only in fragments leaves out nothing: whatever it lacks is 'not in the quoted parts', in every form; and
//! where the whole text is there too, that one stands for the side.

mod common;

use std::path::{Path, PathBuf};

use serde_json::Value;

use common::{run, shown};

const JAKARTA: &str = "readouts/2023-07-13-jakarta";
const WHOLE: &str = "The Secretary underscored the importance of peace and stability across the Taiwan Strait.\n\n\
The Secretary raised PRC support for Russia’s defense industrial base. The talks were candid.\n";
const QUOTED: &str = "> raised unfair trade policies\n> — a spokesperson; subject: Antony Blinken\n";

/// Writes a text of a meeting.
fn put(root: &Path, meeting: &str, name: &str, quoted: bool, body: &str) -> PathBuf {
    let folder = root.join(meeting);
    std::fs::create_dir_all(&folder).expect("a folder");
    let from = if quoted { "quoted_from:\n  publisher: CNN\n" } else { "" };
    let day = &meeting[..10];
    let principals = "principals:\n  us: [\"Antony Blinken\", \"Blinken\"]\n  cn: [\"Wang Yi\", \"王毅\"]";
    let text = format!("---\ndate: {day}\n{principals}\n{from}---\n\n{body}");
    std::fs::write(folder.join(name), text).expect("a text");
    folder
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&shown(args)).expect("JSON")
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|v| v.as_str().expect("an id")).collect()
}

#[test]
fn a_topic_missing_from_fragments_is_no_omission_in_any_form() {
    assert_eq!(run(&["compare", JAKARTA, "--exit-code"]).status, 0);
    for format in ["text", "terminal", "markdown", "html"] {
        let part = shown(&["compare", JAKARTA, "--only", "omissions", "--format", format, "--width", "100"]);
        assert!(part.contains("No whole text leaves out a topic that another text raises."), "{format}");
        let whole = shown(&["compare", JAKARTA, "--format", format, "--width", "100"]);
        for page in [part, whole] {
            for wrong in ["CN only", "US only", "Only in US", "background only", "nothing on this", "lacks:", "> lacks"]
            {
                assert!(!page.contains(wrong), "{format}: {wrong}");
            }
        }
    }
    let found = json(&["compare", JAKARTA, "--format", "json"]);
    let topics = found["topics"].as_array().expect("topics");
    assert!(topics.iter().any(|t| !ids(&t["silent"]).is_empty()));
    assert!(topics.iter().all(|t| ids(&t["omitted_by"]).is_empty()));
    let csv = shown(&["compare", JAKARTA, "--format", "csv"]);
    assert!(csv.lines().next().is_some_and(|head| head.ends_with(",fragments,index,topic_act,told")));
    assert!(csv.lines().skip(1).all(|row| row.rsplit(',').nth(3) == Some("true")));
}

#[test]
fn the_table_says_so_at_every_width() {
    for (width, said) in [
        (20, "not in the"),
        (60, "not in the quoted parts"),
        (80, "not in the quoted parts"),
        (200, "not in the quoted parts"),
    ] {
        let text = shown(&["compare", JAKARTA, "--only", "omissions", "--width", &width.to_string()]);
        let from = text.find("TOPIC").or_else(|| text.find("Indo-Pacific")).expect("the table");
        let table = &text[from..text.find("Share (%):").expect("the legend")];
        assert!(table.contains(said), "{width}: {table}");
        assert!(!table.contains('–'), "{width}: {table}");
    }
    let markdown = shown(&["compare", JAKARTA, "--format", "markdown"]);
    assert!(markdown.contains("| Taiwan | *not in the quoted parts* | 11% · 4th · states | US |"));
}

#[test]
fn a_whole_text_beside_fragments_still_omits() {
    let root = tempfile::tempdir().expect("a folder");
    put(root.path(), "2031-05-12-lakeford", "us.md", false, WHOLE);
    let folder = put(root.path(), "2031-05-12-lakeford", "cn.md", true, QUOTED);
    let folder = folder.to_str().expect("UTF-8");
    assert_eq!(run(&["compare", folder, "--exit-code"]).status, 1);
    let text = shown(&["compare", folder, "--only", "omissions", "--width", "100"]);
    assert!(text.contains("── Trade and economy · CN only"), "{text}");
    assert!(!text.contains("── Taiwan"), "{text}");
    let found = json(&["compare", folder, "--format", "json"]);
    for topic in found["topics"].as_array().expect("topics") {
        let silent = ids(&topic["silent"]);
        let expected: Vec<&str> = silent.into_iter().filter(|side| *side == "us").collect();
        assert_eq!(ids(&topic["omitted_by"]), expected);
    }
}

#[test]
fn a_piece_missing_from_fragments_is_not_lacked() {
    let text = shown(&["compare", JAKARTA, "--only", "terms", "--width", "200"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = "“peace and stability across the Taiwan Strait”";
    assert!(
        text.contains(&format!("1 of 10; has: peace and stability across the Taiwan Strait {words} [4] US not in")),
        "{text}"
    );
    assert!(text.contains("US not in the quoted parts: one China policy; policy has not changed;"), "{text}");
    let html = shown(&["compare", JAKARTA, "--only", "terms", "--format", "html"]);
    assert!(html.contains("not in the quoted parts</span>") && !html.contains("✗</span>"));
}

#[test]
fn fragments_drop_nothing_and_nothing_is_new_against_them() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().to_str().expect("UTF-8");
    put(root.path(), "2031-01-01-a", "us.md", false, WHOLE);
    put(root.path(), "2031-02-01-b", "us.md", true, QUOTED);
    put(root.path(), "2031-03-01-c", "us.md", false, WHOLE);
    let trace = json(&["trace", folder, "--format", "json"]);
    let entries = trace["series"][0]["entries"].as_array().expect("entries");
    for key in ["vanished", "tones_dropped"] {
        assert!(ids(&entries[1][key]).is_empty(), "{key}: {}", entries[1]);
    }
    assert_eq!(ids(&entries[1]["appeared"]), ["trade"]);
    for key in ["appeared", "tones_new"] {
        assert!(ids(&entries[2][key]).is_empty(), "{key}: {}", entries[2]);
    }
    let changes = |entry: &Value| -> Vec<String> {
        let pieces = entry["formulas"].as_array().expect("formulas").iter().flat_map(|f| f["pieces"].as_array());
        pieces.flatten().map(|p| p["change"].as_str().expect("a change").to_owned()).collect()
    };
    assert!(
        changes(&entries[1]).iter().all(|c| ["first", "absent", "unquoted"].contains(&c.as_str())),
        "{:?}",
        changes(&entries[1])
    );
    assert!(changes(&entries[1]).contains(&"unquoted".to_owned()));
    for format in ["text", "terminal", "markdown", "html"] {
        let page = shown(&["trace", folder, "--format", format]);
        assert!(!page.contains("dropped: ") && !page.contains("nothing;"), "{format}: {page}");
        assert!(page.contains("calls the talks: not in the quoted parts"), "{format}: {page}");
        let page = shown(&["trace", folder, "--topic", "taiwan", "--format", format]);
        assert!(!page.contains("not raised") && page.contains("not in the quoted parts"), "{format}: {page}");
        assert!(!page.contains("gone</b>") && !page.contains("  gone"), "{format}: {page}");
    }
    let csv = shown(&["trace", folder, "--format", "csv"]);
    let mut quoted = csv.lines().filter(|row| row.starts_with("us,2031-02-01-b,"));
    assert!(
        quoted.all(|row| row.contains(",true,") && !row.contains("dropped") && !row.contains(",missing,")),
        "{csv}"
    );
    assert!(csv.contains("not-quoted,unquoted"), "{csv}");
}

#[test]
fn the_earlier_meeting_says_the_same_of_fragments() {
    let root = tempfile::tempdir().expect("a folder");
    let before = put(root.path(), "2031-01-01-a", "us.md", false, WHOLE);
    let now = put(root.path(), "2031-02-01-b", "us.md", true, QUOTED);
    let later = put(root.path(), "2031-03-01-c", "us.md", false, WHOLE);
    let [before, now, later] = [&before, &now, &later].map(|folder| folder.to_str().expect("UTF-8"));
    let text = shown(&["compare", now, "--previous", before, "--width", "200"]);
    assert!(text.contains("drops nothing") && !text.contains("no longer"), "{text}");
    let text = shown(&["compare", later, "--previous", now, "--width", "200"]);
    assert!(text.contains("drops nothing") && !text.contains("newly"), "{text}");
}

#[test]
fn a_topic_is_held_against_the_last_text_that_raises_it() {
    let trade = "The Secretary raised unfair trade policies.\n";
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().to_str().expect("UTF-8");
    for (meeting, body) in [("2031-01-01-a", WHOLE), ("2031-02-01-b", trade), ("2031-03-01-c", WHOLE)] {
        put(root.path(), meeting, "us.md", false, body);
    }
    let text = shown(&["trace", folder, "--topic", "taiwan", "--width", "200"]);
    assert!(text.contains("2031-03-01-c · Wang Yi – Antony Blinken, against 2031-01-01-a"), "{text}");
    assert!(!text.contains("gone\n") && !text.contains("against 2031-02-01-b"), "{text}");
    let csv = shown(&["trace", folder, "--topic", "taiwan", "--format", "csv"]);
    assert!(
        csv.contains("2031-03-01-c,2031-03-01,minister,en,false,2031-02-01-b,topic,taiwan,present,restored,"),
        "{csv}"
    );
    // Every text has a row of a topic that is asked for, and one topic has the same row whatever is asked for.
    assert!(
        csv.contains("2031-02-01-b,2031-02-01,minister,en,false,2031-01-01-a,topic,taiwan,missing,dropped,"),
        "{csv}"
    );
    let all = shown(&["trace", folder, "--format", "csv"]);
    let rows = |csv: &str| csv.lines().filter(|l| l.contains(",topic,taiwan,")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&csv), rows(&all));
    assert!(csv.contains("2031-01-01-a,statement,taiwan,present,near,"), "{csv}");
    let jakarta = shown(&["trace", "readouts", "--side", "us", "--topic", "taiwan", "--format", "csv"]);
    assert!(jakarta.contains("2023-07-13,minister,en,true,2023-07-09-beijing,topic,taiwan,present,,"), "{jakarta}");
    // Each topic by itself, where several are asked for.
    let both = shown(&["trace", folder, "--topic", "taiwan,trade", "--width", "200"]);
    assert!(both.contains("2031-03-01-c · Wang Yi – Antony Blinken, against 2031-01-01-a"), "{both}");
}

#[test]
fn a_site_marks_fragments_on_the_map_and_counts_no_omission_of_theirs() {
    let root = tempfile::tempdir().expect("a folder");
    let out = root.path().join("site");
    shown(&["site", "readouts", "--out", out.to_str().expect("UTF-8")]);
    let page = |name: &str| std::fs::read_to_string(out.join(name)).expect("a page");
    let map = page("map.html");
    assert!(map.contains(
        "Taiwan, 2023-07-13-jakarta: not in the quoted parts of the CN text; 11% of the US text (known only in fragments)"
    ));
    assert!(map.contains("CN* ? · US* 11") && !map.contains("text is silent</title>"));
    assert!(page("index.html").contains("<td>CN · US · US.BACKGROUND</td><td>–</td>"));
    assert!(
        page("topic-taiwan.html").contains("2023-07-09-beijing: not in the quoted parts (known only in fragments)")
    );
}

#[test]
fn the_whole_text_stands_for_the_side_whatever_the_names() {
    let chinese = "王毅表示，布林肯国务卿强调台湾海峡和平稳定的重要性。\n";
    for (quoted, whole) in [("us.md", "us.en.md"), ("us.a.md", "us.remarks.md"), ("us.en.md", "us.md")] {
        let root = tempfile::tempdir().expect("a folder");
        put(root.path(), "2031-05-12-lakeford", "cn.zh.md", false, chinese);
        put(root.path(), "2031-05-12-lakeford", whole, false, WHOLE);
        let folder = put(root.path(), "2031-05-12-lakeford", quoted, true, QUOTED);
        let folder = folder.to_str().expect("UTF-8");
        let found = json(&["compare", folder, "--format", "json"]);
        assert_eq!(found["sides"]["us"]["column"], true, "{quoted}");
        assert_eq!(found["sides"]["us"]["fragments"], false, "{quoted}");
        let texts = found["sides"].as_object().expect("texts").values();
        assert_eq!(texts.filter(|t| t["fragments"] == true && t["column"] == false).count(), 1, "{quoted}");
        let claims = found["claims"].as_array().expect("claims");
        assert!(!claims.is_empty() && claims.iter().all(|c| c["status"] != "no-text"), "{quoted}: {claims:?}");
        let trace = json(&["trace", root.path().to_str().expect("UTF-8"), "--side", "us", "--format", "json"]);
        assert_eq!(trace["series"][0]["entries"][0]["fragments"], false, "{quoted}");
        let out = root.path().join("site");
        shown(&["site", root.path().to_str().expect("UTF-8"), "--out", out.to_str().expect("UTF-8")]);
        let map = std::fs::read_to_string(out.join("map.html")).expect("the map");
        assert!(!map.contains("US* "), "{quoted}");
        assert!(shown(&["check", folder, "--update"]).contains("accepted"), "{quoted}");
        let page = std::fs::read_to_string(Path::new(folder).join("comparison.md")).expect("the accepted one");
        assert!(!page.contains("not in the quoted parts"), "{quoted}: {page}");
    }
}

#[test]
fn background_stands_for_a_side_only_where_there_is_nothing_else() {
    let root = tempfile::tempdir().expect("a folder");
    put(root.path(), "2031-05-12-lakeford", "us.background.md", false, WHOLE);
    let folder = put(root.path(), "2031-05-12-lakeford", "us.md", true, QUOTED);
    let found = json(&["compare", folder.to_str().expect("UTF-8"), "--format", "json"]);
    let columns = found["sides"].as_object().expect("texts").values().filter(|t| t["column"] == true);
    assert_eq!(columns.map(|t| t["kind"].as_str().expect("a kind")).collect::<Vec<_>>(), ["readout"]);
}

/// Of omissions the table of topics has no row that every text raises; a formula that one text lacks and the other gives as its
/// words is one entry.
#[test]
fn what_all_raise_is_no_omission_and_a_formula_stands_once() {
    let root = tempfile::tempdir().expect("a folder");
    let us = "The Secretary raised Taiwan. He raised concerns about human rights. They discussed trade.";
    let cn = "王毅指出，双方应扩大贸易。布罗克表示，美方坚持一个中国政策，台湾政策没有改变。";
    put(root.path(), "2031-05-12-lakeford", "us.md", false, us);
    let folder = put(root.path(), "2031-05-12-lakeford", "cn.md", false, cn);
    let folder = folder.to_str().expect("UTF-8");
    let of =
        |only: &str, format: &str| shown(&["compare", folder, "--only", only, "--format", format, "--width", "120"]);
    for format in ["text", "markdown", "html"] {
        let page = of("omissions", format);
        assert!(page.contains("Human rights and democracy") && !page.contains("Trade and economy"), "{format}: {page}");
    }
    for format in ["text", "markdown"] {
        assert_eq!(of("terms", format).matches("US Taiwan formula").count(), 1, "{format}");
    }
}
