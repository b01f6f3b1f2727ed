use std::path::Path;

use super::*;
use crate::comparison::{Order, compare};
use crate::readout::Meeting;

fn fixtures(codebook: &Codebook) -> Vec<Comparison> {
    let folders = ["2031-02-01-call", "2031-09-15-lakeford", "undated"];
    let one = |name: &&str| {
        let folder = Path::new("tests/fixtures/series").join(name);
        compare(Meeting::load(&folder).expect("a meeting"), &Order::Sides(Vec::new()), codebook).expect("the codebook")
    };
    folders.iter().map(one).collect()
}

#[test]
fn the_latest_meeting_stands_first_and_the_undated_last() {
    let codebook = Codebook::embedded();
    let mut comparisons = fixtures(&codebook);
    let forward = model(&comparisons, &codebook);
    let ids: Vec<&str> = forward.meetings.iter().map(|m| m.id.as_str()).collect();
    assert_eq!(ids, ["2031-09-15-lakeford", "2031-02-01-call", "undated"]);
    comparisons.reverse();
    assert_eq!(forward, model(&comparisons, &codebook));
}

#[test]
fn the_heat_map_tells_silence_from_no_text() {
    let codebook = Codebook::embedded();
    let model = model(&fixtures(&codebook), &codebook);
    let heat = &model.heat;
    assert_eq!(heat.meetings, ["undated", "2031-02-01-call", "2031-09-15-lakeford"]);
    let (us, cn) = (Side::new("us").expect("a side"), Side::new("cn").expect("a side"));
    assert_eq!(heat.present[0], std::slice::from_ref(&us));
    let taiwan = &heat.rows.iter().find(|(topic, _)| topic == "taiwan").expect("taiwan is raised").1;
    assert!(taiwan[0].is_empty() && taiwan[1].contains_key(&us) && taiwan[1].contains_key(&cn));
}

#[test]
fn the_ledger_holds_what_is_not_confirmed_and_nothing_else() {
    let codebook = Codebook::embedded();
    let comparisons = fixtures(&codebook);
    let model = model(&comparisons, &codebook);
    let open: usize = comparisons
        .iter()
        .flat_map(|c| &c.claims)
        .filter(|c| {
            !matches!(c.status, crate::comparison::ClaimStatus::Confirmed | crate::comparison::ClaimStatus::NoText)
        })
        .count();
    assert_eq!(model.ledger.len(), open);
}

/// A topic that a text gives as the other side's words alone is not its own.
#[test]
fn the_heat_map_tells_whose_words_a_topic_is() {
    let codebook = Codebook::embedded();
    let of = |side: &str, words: &str| {
        let text = format!("---\nside: {side}\ndate: 2031-05-12\nmeeting: 2031-05-12-call\n---\n\n{words}\n");
        crate::readout::Readout::parse(Path::new(&format!("{side}.md")), &text).expect("a text")
    };
    let texts = vec![
        of("us", "The Secretary raised concerns about human rights."),
        of(
            "cn",
            "The Chinese side stressed human rights. The U.S. side said that it does not support Taiwan independence.",
        ),
    ];
    let meeting = Meeting::of(texts);
    let comparison = compare(meeting, &Order::Sides(Vec::new()), &codebook);
    let model = model(&[comparison.expect("a comparison")], &codebook);
    let cell = |id: &str| &model.heat.rows.iter().find(|(topic, _)| topic == id).expect("it is raised").1[0];
    let (us, cn) = (Side::new("us").expect("a side"), Side::new("cn").expect("a side"));
    assert_eq!(cell("taiwan").get(&cn).and_then(|r| r.told.clone()), Some(us.clone()));
    assert!(!cell("taiwan").contains_key(&us));
    assert!([&us, &cn].iter().all(|side| cell("human-rights").get(*side).is_some_and(|r| r.told.is_none())));
}

/// A text without principals in its front matter has them in its opening; the day is that of the meeting.
#[test]
fn who_met_is_read_from_the_opening() {
    let codebook = Codebook::embedded();
    let text =
        "---\nside: cn\ndate: 2024-04-03\n---\n\n4月2日晚，国家主席习近平应约同美国总统拜登通电话。王毅等参加。\n";
    let readout = crate::readout::Readout::parse(Path::new("cn.md"), text).expect("a text");
    let meeting = Meeting { id: "2024-04-02-call".to_owned(), readouts: vec![readout] };
    let comparison = compare(meeting, &Order::Sides(Vec::new()), &codebook).expect("the codebook");
    let model = model(&[comparison], &codebook);
    let card = &model.meetings[0];
    let people: Vec<&str> = card.met.people.values().map(String::as_str).collect();
    assert_eq!(people, ["Xi Jinping", "Joe Biden"]);
    assert_eq!(card.date.as_deref(), Some("2024-04-02"));
}

/// A meeting of officials is not that of the leaders who sent them, whom its text names.
#[test]
fn whom_a_text_only_names_did_not_meet() {
    let codebook = Codebook::embedded();
    let people = |text: &str| {
        let readout = crate::readout::Readout::parse(Path::new("us.md"), text).expect("a text");
        let comparison = compare(Meeting::of(vec![readout]), &Order::Sides(Vec::new()), &codebook).expect("coded");
        model(&[comparison], &codebook).meetings[0].met.people.len()
    };
    let sent = "It follows what President Biden and President Xi Jinping decided.\n";
    let officials = "---\nside: us\ntitle: The Counternarcotics Working Group\n---\n\nIt met.\n";
    assert_eq!(people(&format!("{officials}{sent}")), 0);
    assert_eq!(people(&format!("---\nside: us\n---\n\nThe two sides met. {sent}")), 0);
    assert_eq!(people("---\nside: us\n---\n\nPresident Biden spoke with President Xi Jinping.\n"), 2);
    assert_eq!(people("---\nside: us\nkind: fact-sheet\n---\n\nPresident Biden met President Xi Jinping.\n"), 0);
}

/// Of several of one level the one named first met, and whom somebody met one by one were not at one table.
#[test]
fn who_is_named_first_met() {
    let codebook = Codebook::embedded();
    let told = |text: &str| {
        let readout = crate::readout::Readout::parse(Path::new("cn.md"), text).expect("a text");
        let comparison = compare(Meeting::of(vec![readout]), &Order::Sides(Vec::new()), &codebook).expect("coded");
        model(&[comparison], &codebook).meetings[0].met.told()
    };
    let of = |words: &str| told(&format!("---\nside: cn\n---\n\n{words}\n"));
    assert_eq!(of("何立峰与美国财政部长贝森特和贸易代表格里尔举行会谈。"), "He Lifeng – Scott Bessent");
    assert_eq!(of("何立峰与美国贸易代表格里尔和财政部长贝森特举行会谈。"), "He Lifeng – Jamieson Greer");
    assert_eq!(
        of("韩正分别会见联合国秘书长古特雷斯、美国国务卿布林肯。"),
        "Han Zheng – António Guterres; Han Zheng – Antony Blinken"
    );
    assert_eq!(of("习近平分别会见美国总统拜登。"), "Xi Jinping – Joe Biden");
}
