use std::path::Path;

use super::*;
use crate::codebook::formulas::Presence;
use crate::comparison::{Order, compare};
use crate::readout::{Meeting, Readout};

fn meeting(codebook: &Codebook, id: &str, principal: &str, words: &str) -> Comparison {
    let text = format!(
        "---\nside: us\nmeeting: {id}\ndate: {}\nprincipals:\n  us: [\"{principal}\"]\n---\n\n{words}\n",
        &id[..10]
    );
    let readout = Readout::parse(Path::new("us.md"), &text).expect("a readout");
    compare(Meeting::of(vec![readout]), &Order::Sides(Vec::new()), codebook).expect("the codebook")
}

/// A meeting of which one side's text is known, with the people of both.
fn met(codebook: &Codebook, side: &str, id: &str, [us, cn]: [&str; 2], words: &str) -> Comparison {
    let text = format!(
        "---\nside: {side}\nmeeting: {id}\ndate: {}\nprincipals:\n  us: [\"{us}\"]\n  cn: [\"{cn}\"]\n---\n\n{words}\n",
        &id[..10]
    );
    let readout = Readout::parse(Path::new(&format!("{side}.md")), &text).expect("a readout");
    compare(Meeting::of(vec![readout]), &Order::Sides(Vec::new()), codebook).expect("the codebook")
}

fn series(meetings: &[Comparison], options: &Options, codebook: &Codebook) -> Series {
    trace(meetings, options, codebook).series.remove(0)
}

/// The topics of a formula are those that it names, whatever else the statements with its pieces are about.
#[test]
fn a_formula_is_dropped_where_its_own_topic_is_raised() {
    let codebook = Codebook::embedded();
    let both = "The President warned that military exercises in the Taiwan Strait must stop and reaffirmed the one China policy.";
    let meetings = [
        meeting(&codebook, "2031-01-01-a", "Joe Biden", both),
        meeting(&codebook, "2031-09-01-b", "Joe Biden", "The President raised Taiwan."),
    ];
    let options = Options { formulas: vec!["us-taiwan".to_owned()], ..Options::default() };
    let point = &series(&meetings, &options, &codebook).entries[1].formulas[0];
    let changes: Vec<Change> = point.pieces.iter().map(|p| p.change).collect();
    assert!(point.raised && changes.contains(&Change::Dropped), "{changes:?}");
}

#[test]
fn pieces_are_new_kept_dropped_and_restored_within_a_level() {
    let codebook = Codebook::embedded();
    let full = "The President reaffirmed that the United States opposes any unilateral changes to the status quo from either side in the Taiwan Strait.";
    let bare = "The President spoke of peace and stability across the Taiwan Strait.";
    let meetings = [
        meeting(&codebook, "2031-09-01-b", "Joe Biden", bare),
        meeting(&codebook, "2031-01-01-a", "Joe Biden", full),
        meeting(&codebook, "2031-10-01-minister", "Antony Blinken", bare),
        meeting(&codebook, "2031-12-01-c", "Joe Biden", full),
        meeting(&codebook, "2032-01-01-d", "Joe Biden", "The two leaders spoke of trade."),
    ];
    let options = Options { formulas: vec!["us-taiwan".to_owned()], ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    let order: Vec<&str> = series.entries.iter().map(|e| e.meeting.as_str()).collect();
    assert_eq!(order, ["2031-01-01-a", "2031-09-01-b", "2031-10-01-minister", "2031-12-01-c", "2032-01-01-d"]);
    let change = |entry: usize, piece: &str| {
        let pieces = &series.entries[entry].formulas[0].pieces;
        pieces.iter().find(|p| p.id == piece).map(|p| (p.presence, p.change)).expect("the piece")
    };
    let piece = "opposes-changes";
    assert_eq!(change(0, piece), (Presence::Present, Change::First));
    assert_eq!(change(1, piece), (Presence::Missing, Change::Dropped));
    assert_eq!(change(2, piece), (Presence::Missing, Change::First));
    assert_eq!(change(3, piece), (Presence::Present, Change::Restored));
    assert_eq!(series.entries[3].previous.as_deref(), Some("2031-09-01-b"));
    assert!(!series.entries[4].formulas[0].raised && series.entries[3].formulas[0].raised);
    // What the text says nothing of it does not drop, however often that is so.
    assert_eq!(change(4, piece), (Presence::Missing, Change::NotRaised));
    assert_eq!(series.entries[4].vanished, ["taiwan"]);
}

#[test]
fn statements_show_what_changed_in_their_words() {
    let codebook = Codebook::embedded();
    let meetings = [
        meeting(
            &codebook,
            "2031-01-01-a",
            "Joe Biden",
            "The President underscored that peace across the Taiwan Strait matters to us. He raised arms sales to Taiwan.",
        ),
        meeting(
            &codebook,
            "2031-09-01-b",
            "Joe Biden",
            "The President underscored that peace across the Taiwan Strait matters to everyone.",
        ),
    ];
    let options =
        Options { topics: vec!["taiwan".to_owned()], since: Some("2031-05".to_owned()), ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    assert_eq!(series.entries.len(), 1);
    let entry = &series.entries[0];
    assert_eq!(entry.previous.as_deref(), Some("2031-01-01-a"));
    let earlier = entry.statements[0].earlier.as_ref().expect("a near statement");
    let gone: String = earlier
        .edits
        .iter()
        .filter(|e| e.kind == crate::comparison::EditKind::First)
        .map(|e| e.text.as_str())
        .collect();
    assert_eq!(gone, "us");
    let gone: Vec<&str> = entry.gone.iter().map(|g| g.text.as_str()).collect();
    assert_eq!(gone, ["He raised arms sales to Taiwan."]);
}

#[test]
fn the_order_of_the_meetings_changes_nothing() {
    let codebook = Codebook::embedded();
    let mut meetings = vec![
        meeting(&codebook, "2031-01-01-a", "Joe Biden", "The talks were candid."),
        meeting(&codebook, "2031-09-01-b", "Joe Biden", "The talks were constructive."),
    ];
    let options = Options::default();
    let forward = trace(&meetings, &options, &codebook);
    meetings.reverse();
    assert_eq!(forward, trace(&meetings, &options, &codebook));
}

#[test]
fn what_is_said_of_the_other_side_is_held_against_its_own_level() {
    let codebook = Codebook::embedded();
    let full = "美方表示，不寻求打“新冷战”，不支持“台湾独立”，无意同中国发生冲突。";
    let text = |id: &str, them: &str, words: &str| met(&codebook, "cn", id, [them, "Xi Jinping"], words);
    let meetings = [
        text("2031-01-01-a", "Joe Biden", full),
        text("2031-02-01-visit", "Janet Yellen", "美方表示，无意寻求同中国“脱钩”。"),
        text("2031-03-01-b", "Joe Biden", full),
    ];
    let options = Options { formulas: vec!["cn-noes".to_owned()], ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    let previous: Vec<Option<&str>> = series.entries.iter().map(|e| e.formulas[0].previous.as_deref()).collect();
    assert_eq!(previous, [None, None, Some("2031-01-01-a")]);
    let changes = series.entries[1].formulas[0].pieces.iter().map(|p| p.change);
    assert!(changes.into_iter().all(|c| c == Change::First), "{:?}", series.entries[1].formulas[0]);
}

/// Whatever is new is so among all texts of the side's own level, whoever gave the assurance.
#[test]
fn what_another_of_the_other_side_assured_is_not_new() {
    let codebook = Codebook::embedded();
    let text = |id: &str, them: &str, words: &str| met(&codebook, "cn", id, [them, "Xi Jinping"], words);
    let meetings = [
        text("2031-01-01-a", "Joe Biden", "美方表示，不寻求打“新冷战”，无意同中国发生冲突。"),
        text("2031-02-01-visit", "Janet Yellen", "美方表示，无意寻求同中国“脱钩”。"),
        text("2031-03-01-visit", "Janet Yellen", "美方表示，不寻求打“新冷战”，不支持“台湾独立”。"),
    ];
    let options = Options { formulas: vec!["cn-noes".to_owned()], ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    let change = |piece: &str| {
        series.entries[2].formulas[0].pieces.iter().find(|p| p.id == piece).map(|p| p.change).expect("the piece")
    };
    assert_eq!(change("no-cold-war"), Change::Restored);
    assert_eq!(change("not-support-independence"), Change::New);
}

/// What one side said is not in the text's own account, and yet not gone: also where nothing else of the formula is left.
#[test]
fn words_in_another_voice_are_not_dropped() {
    let codebook = Codebook::embedded();
    let text = |id: &str, words: &str| met(&codebook, "cn", id, ["Joe Biden", "Xi Jinping"], words);
    let meetings = [
        text("2031-01-01-a", "双方同意继续保持沟通。双方就国际和地区问题交换了意见。"),
        text("2031-02-01-b", "习近平表示，中方愿同美方保持沟通。双方就国际和地区问题交换了意见。"),
        text("2031-03-01-c", "习近平表示，中方愿同美方保持沟通。"),
        text("2031-04-01-d", "习近平表示，中方坚定维护自身利益。"),
    ];
    let options = Options { formulas: vec!["cn-closing".to_owned()], ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    let change = |entry: &Entry| {
        let piece = entry.formulas[0].pieces.iter().find(|p| p.id == "stay-in-touch").expect("the piece");
        (piece.presence, piece.change)
    };
    let found: Vec<(Presence, Change)> = series.entries[1..3].iter().map(change).collect();
    assert_eq!(found, [(Presence::Missing, Change::Elsewhere); 2]);
    assert_ne!(change(&series.entries[3]).1, Change::Elsewhere);
}

#[test]
fn a_text_is_held_against_one_where_both_sides_were_of_the_same_level() {
    let codebook = Codebook::embedded();
    let text = |id: &str, us: &str, them: &str, words: &str| met(&codebook, "us", id, [us, them], words);
    let meetings = [
        text("2031-01-01-a", "Joe Biden", "Xi Jinping", "The talks were candid. They discussed Taiwan."),
        text("2031-02-01-b", "Joe Biden", "Wang Yi", "The talks were constructive. They discussed trade."),
        text(
            "2031-03-01-c",
            "Joe Biden",
            "Xi Jinping",
            "The talks were constructive. They discussed Taiwan and trade.",
        ),
        text("2031-04-01-d", "Ada Ashdown", "Li Qiang", "The talks were candid."),
    ];
    let series = series(&meetings, &Options::default(), &codebook);
    let previous: Vec<Option<&str>> = series.entries.iter().map(|e| e.previous.as_deref()).collect();
    assert_eq!(previous, [None, None, Some("2031-01-01-a"), None]);
    let third = &series.entries[2];
    assert_eq!((third.level, third.other_level), (Some(Level::Leader), Some(Level::Leader)));
    // Not in the text that it is held against, but in one before it.
    assert_eq!(
        (third.appeared.as_slice(), third.reappeared.as_slice()),
        (&["trade".to_owned()][..], &["trade".to_owned()][..])
    );
    assert_eq!(
        (&third.tones_new, &third.tones_restored),
        (&vec!["tone-constructive".to_owned()], &vec!["tone-constructive".to_owned()])
    );
    // Whom the codebook does not know speaks on no level, whomever he meets.
    assert_eq!((series.entries[3].level, series.entries[3].other_level), (None, Some(Level::Leader)));
}

#[test]
fn names_tell_a_level_where_they_stand_as_words() {
    let codebook = Codebook::parse(
        "mine.toml",
        "extends = \"default\"\n[[side]]\nid = \"us\"\n[[side.person]]\nnames = [\"Ashdown\"]\nlevel = \"leader\"\n",
    )
    .expect("a codebook");
    let level = |title: &str| {
        let text = format!("---\nside: us\ntitle: {title}\n---\n\nThe talks were candid.\n");
        super::Levels::of(&codebook).of_text(&Readout::parse(Path::new("us.md"), &text).expect("a readout"))
    };
    assert_eq!(level("Questions on Xinjiang"), None);
    assert_eq!(level("Xi Jinping Meets Envoys"), Some(Level::Leader));
    assert_eq!(level("Ashdown Speaks"), Some(Level::Leader));
}

/// A fact sheet is a list of results: that it does not call the talks candid drops nothing.
#[test]
fn a_fact_sheet_is_held_against_a_fact_sheet() {
    let codebook = Codebook::embedded();
    let full = "The President had a candid conversation. He reaffirmed that our one China policy has not changed.";
    let list = meeting(&codebook, "2031-02-01-b", "Joe Biden", "China will buy soybeans.");
    let mut sheet = list.texts[0].readout().clone();
    sheet.kind = Kind::FactSheet;
    let sheet =
        compare(Meeting { id: "2031-02-01-b".to_owned(), readouts: vec![sheet] }, &Order::Sides(Vec::new()), &codebook)
            .expect("the codebook");
    let meetings = [meeting(&codebook, "2031-01-01-a", "Joe Biden", full), sheet];
    let series = series(&meetings, &Options::default(), &codebook);
    assert_eq!(series.entries[1].previous, None);
    assert!(series.entries[1].vanished.is_empty() && series.entries[1].tones_dropped.is_empty());
}

/// What the later text says in other words is not gone, and what it says more weakly, or of something else, is.
#[test]
fn what_is_said_in_other_words_is_not_gone() {
    let codebook = Codebook::embedded();
    let gone = |earlier: &str, later: &str| {
        let meetings = vec![
            meeting(&codebook, "2031-01-01-a", "Joe Biden", earlier),
            meeting(&codebook, "2031-09-01-b", "Joe Biden", later),
        ];
        let options = Options { topics: vec!["taiwan".to_owned()], ..Options::default() };
        series(&meetings, &options, &codebook).entries[1].gone.len()
    };
    let strait = "The President underscored the importance of peace and stability across the Taiwan Strait.";
    let other = "He noted, as he had done at length before in many places, that peace and stability in the Taiwan Strait serve all of the world's sailors.";
    assert_eq!(gone(strait, other), 0);
    assert_eq!(gone(strait, "He raised Taiwan."), 1);
    let warned =
        "The President warned that there will be consequences if peace and stability in the Taiwan Strait are broken.";
    assert_eq!(gone(warned, other), 1);
}

/// What stands in a text of a day before a piece is expected is there, and new no more later; what does not is not missed.
#[test]
fn a_day_takes_no_words_away() {
    let codebook = Codebook::embedded();
    let tool = "美方表示，不寻求打“新冷战”，不利用台湾问题作为工具遏制中国。";
    let bare = "美方表示，不寻求打“新冷战”。";
    let text = |id: &str, words: &str| met(&codebook, "cn", id, ["Joe Biden", "Xi Jinping"], words);
    let meetings = [
        text("2021-03-01-z", bare),
        text("2022-12-01-a", tool),
        text("2023-02-01-b", bare),
        text("2024-03-01-c", bare),
        text("2024-06-01-d", tool),
    ];
    let options = Options { formulas: vec!["cn-noes".to_owned()], ..Options::default() };
    let series = series(&meetings, &options, &codebook);
    let tool = |entry: &Entry| {
        let piece = entry.formulas[0].pieces.iter().find(|p| p.id == "taiwan-tool").expect("the piece");
        (piece.presence, piece.change)
    };
    let found: Vec<(Presence, Change)> = series.entries.iter().map(tool).collect();
    let expected = [
        (Presence::Missing, Change::NotYet),
        // Of the day before the formula nothing is held against.
        (Presence::Present, Change::First),
        (Presence::Missing, Change::NotYet),
        (Presence::Missing, Change::Absent),
        (Presence::Present, Change::Restored),
    ];
    assert_eq!(found, expected);
}

/// What the talks are called is told in the words of the text, and what both did there is of the talks, whatever it was on; that
/// somebody else came by 'to exchange views' is not.
#[test]
fn the_talks_are_called_what_the_text_calls_them() {
    let codebook = Codebook::embedded();
    let meetings = [
        meeting(&codebook, "2031-01-01-a", "Joe Biden", "The leaders had a candid and productive discussion."),
        meeting(
            &codebook,
            "2031-02-01-b",
            "Joe Biden",
            "President Biden met with President Xi. The two leaders also exchanged views on the Taiwan Strait. Ada Ashdown stopped by the meeting to greet the President and exchange views on key issues.",
        ),
    ];
    let series = series(&meetings, &Options::default(), &codebook);
    let words = |entry: usize, tone: &str| series.entries[entry].tone_words.get(tone).cloned().unwrap_or_default();
    assert_eq!(words(0, "tone-productive"), ["productive discussion"]);
    assert_eq!(words(1, "tone-productive"), ["productive discussion"], "of what is dropped the earlier words");
    assert_eq!(words(1, "tone-exchange-of-views"), ["exchanged views"]);
}
