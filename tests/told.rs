//! What a comparison says of a text is in that text, in the mouth that it is put in.

mod common;

use std::path::Path;

use common::{acts, book, claim, page, pair, rendered, run_in, speakers, text};
use readout::codebook::formulas::Presence;
use readout::coding::Speaker;
use readout::comparison::{Claim, ClaimStatus, Comparison, EncounterUse, Order, compare};
use readout::readout::{Meeting, Readout, Side};
use readout::render::{CompareFormat, Options};

#[test]
fn a_piece_of_a_formula_stands_with_its_words_whole() {
    let cn = "美方表示，不支持“台湾独立”。王毅强调，“台独”势力是台海和平的最大威胁，台独分裂同台海和平水火不容。";
    let page = page(&pair("They discussed Taiwan.", cn));
    assert!(page.contains("not to support 'Taiwan independence' “不支持‘台湾独立’” [1]"), "{page}");
    // What it has the other say stands behind what it says itself.
    assert!(page.contains("'Taiwan independence' “台独” [2], as US's words"), "{page}");
    let page = self::page(&pair("They discussed Taiwan.", "王毅强调，“台独”势力企图倚美谋独，必将引火烧身。"));
    assert!(page.contains("“‘台独’势力”"), "{page}");
}

/// Whether the Chinese text has a piece of a formula.
fn piece(cn: &str, formula: &str, id: &str) -> Presence {
    let comparison = pair("They met.", cn);
    let used = comparison.formulas.iter().find(|f| f.id == formula).and_then(|f| f.sides.get("cn"));
    used.and_then(|pieces| pieces.iter().find(|p| p.id == id)).map_or(Presence::Missing, |p| p.presence)
}

#[test]
fn what_is_near_to_a_claim_is_not_said_to_be_there() {
    let us = "The United States underscored that climate change concerns all. The United States underscored peace and stability across the Taiwan Strait.";
    let comparison = pair(us, "美方表示，愿推动第三十次缔约方大会取得成功。");
    let one = claim(&comparison, "cn");
    assert_eq!((one.broader.as_slice(), one.shared.len()), (&["climate".to_owned()][..], 0), "{one:?}");
    assert!(one.missing.iter().any(|c| c == "cop") && !one.shared.iter().any(|c| c == "cop"), "{one:?}");
    let comparison = pair(us, "美方表示，不支持“台湾独立”。");
    let one = claim(&comparison, "cn");
    assert_eq!(one.status, ClaimStatus::Silent);
    assert!(one.missing.iter().any(|c| c == "taiwan-independence"), "{one:?}");
    // Another thing of the same sort is not what is broader than both.
    assert_eq!((one.related.as_slice(), one.broader.len()), (&["strait-peace".to_owned()][..], 0), "{one:?}");
    assert!(page(&comparison).contains("it lacks 'Taiwan independence'"), "{}", page(&comparison));
}

#[test]
fn what_stands_in_another_voice_is_elsewhere_and_not_lacking() {
    let us = "The United States stated that it will lower tariffs. China said that it opposes “Taiwan independence”.";
    let comparison = pair(us, "美方表示，不支持“台湾独立”。");
    let one = claim(&comparison, "cn");
    assert_eq!(one.elsewhere, ["taiwan-independence"]);
    assert!(one.missing.is_empty(), "{one:?}");
    assert!(page(&comparison).contains("elsewhere it has 'Taiwan independence'"), "{}", page(&comparison));
}

#[test]
fn something_broader_alone_bears_out_no_words_of_one_side() {
    let us = "The United States underscored that trade should be fair.";
    let comparison = pair(us, "美方表示，将降低关税。");
    assert_eq!(claim(&comparison, "cn").status, ClaimStatus::Silent);
}

#[test]
fn one_frame_bears_out_no_deliverable() {
    let us = "The two sides agreed that Secretary Blinken will visit China to follow up on the discussions.";
    let comparison = pair(us, "王毅表示，两国团队要跟进落实。");
    assert_eq!(claim(&comparison, "us").status, ClaimStatus::Silent);
}

#[test]
fn what_bears_out_a_claim_of_both_is_not_itself_without_an_answer() {
    let us = "The two sides agreed that Secretary Blinken will visit China to follow up on the discussions.";
    let comparison = pair(us, "双方同意，两国团队跟进落实。");
    let (ours, theirs) = (claim(&comparison, "us"), claim(&comparison, "cn"));
    assert_eq!((ours.status, theirs.status), (ClaimStatus::Partly, ClaimStatus::Confirmed));
    assert_eq!(ours.counterparts[0].statement, theirs.statement);
}

#[test]
fn a_formula_counts_in_the_mouth_of_its_side() {
    let ours = "中方强调，必须恪守一个中国原则。";
    assert_eq!(piece(ours, "cn-taiwan", "one-china-principle"), Presence::Present);
    assert_eq!(piece("中方强调，应恪守一个中国政策。", "cn-taiwan", "one-china-principle"), Presence::Changed);
    assert_eq!(piece("美方表示，奉行一个中国政策。", "cn-taiwan", "one-china-principle"), Presence::Missing);
    // The assurances are ascribed to the other side.
    assert_eq!(piece("美方表示，不寻求打“新冷战”。", "cn-noes", "no-cold-war"), Presence::Present);
    // A demand to stop is no assurance.
    assert_eq!(piece("中方要求美方停止阻挠中国发展。", "cn-noes", "not-halt-development"), Presence::Missing);
    assert_eq!(piece("美方表示，无意阻挠中国经济发展。", "cn-noes", "not-halt-development"), Presence::Present);
    // How talks went is the text's own account.
    assert_eq!(piece("双方进行了坦诚、深入的沟通。", "cn-closing", "candid"), Presence::Present);
    assert_eq!(piece("美方表示，同中方的沟通坦诚、深入。", "cn-closing", "candid"), Presence::Missing);
}

#[test]
fn a_formula_is_looked_for_on_its_topic() {
    let taiwan = "中方强调，台海和平稳定是中美最大公约数，“台独”同台海和平水火不容。";
    assert_eq!(piece(taiwan, "cn-taiwan", "common-denominator"), Presence::Present);
    assert_eq!(
        piece("中方愿同美方寻求最大公约数，推动气候合作。", "cn-taiwan", "common-denominator"),
        Presence::Missing
    );
}

#[test]
fn a_piece_that_refers_to_others_needs_one() {
    let request = "中方强调，美方应恪守承诺，言行一致。";
    assert_eq!(piece(request, "cn-noes", "honour"), Presence::Missing);
    let both = format!("美方表示，不支持“台湾独立”。{request}");
    assert_eq!(piece(&both, "cn-noes", "honour"), Presence::Present);
}

#[test]
fn a_formula_has_a_day_and_an_anchor() {
    let dated = |day: &str, words: &str| format!("---\nside: cn\ndate: {day}\n---\n{words}");
    let lines = "中方强调，台湾问题、民主人权、道路制度、发展权利是中方的四条红线。";
    let rights = |cn: &str| piece(cn, "four-red-lines", "democracy-human-rights");
    assert_eq!(rights(&dated("2024-11-17", lines)), Presence::Present);
    assert_eq!(rights(&dated("2024-04-02", lines)), Presence::Missing);
    assert_eq!(rights(&dated("2024-11-17", "中方强调，双方就民主人权交换意见。")), Presence::Missing);
}

#[test]
fn each_form_of_a_name_is_counted_by_itself() {
    let us = "The PRC met the United States. The PRC and the People's Republic of China are one. The PRC agreed.";
    let page = page(&pair(us, "China met the United States."));
    assert!(page.contains("“PRC” ×3, “People's Republic of China”"), "{page}");
}

#[test]
fn the_word_for_the_encounter_is_that_of_its_opening() {
    let us = "Secretary Blinken met on May 12 with Foreign Minister Wang Yi in Lakeford. The meeting follows the call between the two leaders. They agreed to plan a summit.";
    let comparison = pair(us, "王毅会见美国国务卿布林肯。双方同意筹备峰会。");
    let word = comparison.encounter.facts.iter().find(|f| f.concept == "encounter-word").expect("a word");
    let one = |side: &str| match word.sides.get(side).map(Vec::as_slice) {
        Some([only]) => {
            let place = only.places[0];
            assert_eq!(only.places.len(), 1);
            place.span.slice(&comparison.text(side).expect("a text").readout().body).to_owned()
        }
        other => panic!("{other:?}"),
    };
    assert!(one("us").starts_with("met"), "{}", one("us"));
    assert_eq!(one("cn"), "会见");
    assert!(comparison.contrasts.iter().all(|c| c.concept != "encounter-word"));
}

/// Which side asked, as each text tells it, whatever the words.
#[test]
fn who_asked_for_the_encounter_is_told_of_each_text() {
    let people = "principals:\n  us: [Dana Ashby, 阿什比]\n  cn: [Gao Ling, 高岭]\n";
    let file = |side: &str, language: &str, text: &str| {
        format!("---\nside: {side}\nlanguage: {language}\n{people}---\n\n{text}\n")
    };
    let us = |text: &str| file("us", "en", text);
    let cn = |text: &str| file("cn", "zh", text);
    let asked = |comparison: &Comparison, label: &str| {
        comparison.encounter.asked.get(label).map(|asked| asked.side.as_str().to_owned())
    };
    for (who, text) in [
        (Some("cn"), "Secretary Ashby spoke with Foreign Minister Gao Ling at the Foreign Minister's request."),
        (Some("cn"), "Secretary Ashby spoke today with Foreign Minister Gao at the request of the Chinese side."),
        (Some("cn"), "Secretary Ashby spoke with Foreign Minister Gao at Gao's request."),
        (Some("cn"), "At Beijing's request, Secretary Ashby spoke with Foreign Minister Gao."),
        (Some("cn"), "Secretary Ashby spoke with Foreign Minister Gao. Gao requested the call."),
        (Some("cn"), "Secretary Ashby spoke with Foreign Minister Gao, who had asked for the call."),
        (Some("cn"), "Secretary Ashby travelled to Beijing at the invitation of Foreign Minister Gao."),
        (Some("cn"), "Secretary Ashby spoke with Foreign Minister Gao upon the request of the other side."),
        (Some("us"), "Secretary Ashby requested the call with Foreign Minister Gao."),
        (Some("us"), "At the request of Secretary Ashby, the two spoke by phone."),
        (None, "Secretary Ashby spoke with Foreign Minister Gao at his request."),
        (None, "Secretary Ashby spoke with Foreign Minister Gao."),
    ] {
        let comparison = pair(&us(text), &cn("双方通电话。"));
        assert_eq!(asked(&comparison, "us").as_deref(), who, "{text}");
        assert_eq!(asked(&comparison, "cn"), None, "{text}");
    }
    for (who, text) in [
        (Some("us"), "高岭应约同美国国务卿阿什比通电话。"),
        (Some("us"), "高岭应美方请求同阿什比通电话。"),
        (Some("us"), "高岭应邀访问美国。"),
        (Some("us"), "阿什比主动来电，高岭同其通话。"),
        (Some("cn"), "应中方要求，双方举行通话。"),
        (Some("cn"), "应外交部长高岭邀请，阿什比访华。"),
        (Some("cn"), "阿什比应邀访华。"),
        (None, "高岭同美国国务卿阿什比通电话。"),
    ] {
        let comparison = pair(&us("The two spoke by phone."), &cn(text));
        assert_eq!(asked(&comparison, "cn").as_deref(), who, "{text}");
    }
    let differ = pair(&us("Ashby spoke with Gao at the request of the Chinese side."), &cn("高岭应约同阿什比通电话。"));
    let told = page(&differ);
    assert!(told.contains("US  says that CN did: “at the request of the Chinese side”"), "{told}");
    assert!(told.contains("CN  says that US did: “应约”"), "{told}");
    let alike = pair(&us("Ashby spoke with Gao at the request of the U.S. side."), &cn("高岭应约同阿什比通电话。"));
    assert!(!alike.encounter.asked_differs() && !page(&alike).contains("says that US did"));
    // Of three sides, 应约 does not tell which of the others.
    let texts = [
        ("us.md", us("They met.")),
        ("cn.md", cn("高岭应约同阿什比通电话。")),
        ("jp.md", file("jp", "en", "They met.")),
    ];
    let texts = texts.iter().map(|(name, words)| text(name, words)).collect();
    let three = compare(Meeting::of(texts), &Order::Given(Vec::new()), book()).expect("coded");
    assert_eq!(asked(&three, "cn"), None);
}

/// Remarks open with the encounter too, in the first person.
#[test]
fn remarks_call_the_talks_something_where_they_open() {
    let us = "SECRETARY BLINKEN: Ambassador Doe and I have just finished two very constructive days of talks here in Lakeford with \
        Vice Premier He Lifeng and his team. We want more trade.";
    let comparison = pair(us, "双方举行会谈，进行了坦诚、建设性的沟通。双方同意继续开展建设性对话。");
    let of = |uses: &[EncounterUse], id: &str| {
        let sides = uses.iter().find(|f| f.concept == id).map(|f| f.sides.clone()).unwrap_or_default();
        sides.into_iter().map(|(side, words)| (side, words[0].places.len())).collect::<Vec<_>>()
    };
    let encounter = &comparison.encounter;
    let once = [("cn".to_owned(), 1), ("us".to_owned(), 1)];
    assert_eq!(of(&encounter.tones, "tone-constructive"), once, "{encounter:?}");
    assert_eq!(of(&encounter.facts, "encounter-word"), once, "{encounter:?}");
}

/// Competition that one side accepts and the other refuses is a row of words, and so is a deal that is done or an outline.
#[test]
fn competition_and_deals_are_accepted_or_not() {
    let us = "The United States will compete vigorously. The commercial terms have been agreed. He spoke with Party Chair Xi.";
    let cn = "大国竞争不符合时代潮流。双方达成初步共识，将履行各自国内批准程序。习近平主席表示同意。";
    let comparison = pair(us, cn);
    for id in ["competition-stance", "deal-finality", "xi-title"] {
        let found = comparison.contrasts.iter().find(|c| c.concept == id).unwrap_or_else(|| panic!("no {id}"));
        assert!(found.differs, "{found:?}");
    }
    // A name that has no alternative in a language is no choice.
    let comparison = pair("They discussed the DPRK and Tibet.", "双方讨论了朝鲜半岛问题。中方阐述了涉藏问题立场。");
    let of = |c: &&str| comparison.contrasts.iter().any(|found| found.concept == *c && found.differs);
    assert_eq!(["north-korea-name", "tibet-name", "party-name"].iter().find(|c| of(c)), None);
}

#[test]
fn the_table_tells_whose_act_it_is() {
    let us = "The United States opposes unilateral changes to the status quo.";
    let comparison = pair(us, "美方表示，不支持“台湾独立”。");
    let row = comparison.topics.iter().find(|t| t.id == "taiwan").expect("a row");
    let speaker = |side: &str| row.part(side).expect("a part").speaker.clone();
    let us = Speaker::Side(Side::new("us").expect("a side"));
    assert_eq!([speaker("us"), speaker("cn")], [us.clone(), us]);
    let page = page(&comparison);
    let line = page.lines().find(|l| l.starts_with("Taiwan ")).expect("a line");
    assert!(line.contains("US commits") && !line.contains("US raises concern"), "{line}");
}

#[test]
fn a_thing_is_not_named_beside_its_part() {
    let comparison = pair("The two sides agreed that Secretary Blinken will visit China.", "双方会谈。");
    let named: Vec<&str> = comparison.mentions.iter().map(|m| m.concept.as_str()).collect();
    assert!(named.contains(&"cabinet-visits") && !named.contains(&"visit-china"), "{named:?}");
}

#[test]
fn an_aside_tells_whose_words_a_sentence_is() {
    let us = "Secretary Blinken met with Foreign Minister Wang Yi. The world, the Secretary added, expects both to act. As great powers, both countries have a duty, Secretary Blinken stressed, to lead on climate.";
    let comparison = pair(us, "双方会谈。");
    let speakers: Vec<String> =
        comparison.text("us").expect("a text").coded.statements.iter().map(|s| s.speaker.as_str().to_owned()).collect();
    assert_eq!(&speakers[1..], ["us", "us"]);
}

#[test]
fn a_mark_that_opens_in_a_term_closes_in_it() {
    let page = page(&pair("They met.", "美方表示，不支持“台湾独立”。"));
    let terms = page.lines().find(|l| l.contains("terms: ") && l.contains("台湾独立")).expect("terms");
    assert!(terms.contains("“台湾独立”"), "{terms}");
    // A word or two behind the term too.
    let page = self::page(&pair("They met.", "习近平指出，经贸应成为中美关系的“压舱石”，不能成为“绊脚石”和“冲突点”。"));
    let terms = page.lines().find(|l| l.contains("terms: ") && l.contains("绊脚石")).expect("terms");
    assert_eq!(terms.matches('“').count(), terms.matches('”').count(), "{terms}");
}

/// One text that cannot be read keeps no other meeting from being checked.
#[test]
fn a_check_goes_on_behind_a_broken_meeting() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let put = |name: &str, words: &str| {
        let file = root.path().join("readouts").join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, words).expect("written");
    };
    put("2031-01-01-a/us.md", "The two sides met.\n");
    put("2031-01-02-b/us.md", "The two sides met.\n");
    assert_eq!(run_in(root.path(), &["check", "--update"]).status, 0);
    put("2031-01-01-a/us.md", "---\nside: [\n---\nWords.\n");
    put("2031-01-02-b/us.md", "The two sides met again.\n");
    let run = run_in(root.path(), &["check"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("2031-01-01-a/us.md:") && run.stderr.lines().count() == 1, "{}", run.stderr);
    assert!(run.stdout.contains("+The two sides met again") || run.stdout.contains("met again"), "{}", run.stdout);
    assert!(run.stdout.ends_with("2 meetings: 0 as accepted, 1 changed, 1 not checked\n"), "{}", run.stdout);
    // So does one that accepts.
    let run = run_in(root.path(), &["check", "--update"]);
    assert_eq!((run.status, run.stderr.lines().count()), (2, 1), "{}", run.stderr);
    assert!(run.stdout.ends_with("2 meetings: 0 as accepted, 1 accepted now, 1 not checked\n"), "{}", run.stdout);
}

/// A formula is shown of the side that repeats it, where no side is asked for.
#[test]
fn a_formula_is_traced_of_its_side() {
    let root = tempfile::tempdir().expect("a temporary folder");
    for (name, words) in [
        (
            "us.md",
            "---\nside: us\ndate: 2031-01-01\n---\nThe United States said that its one China policy has not changed.\n",
        ),
        ("cn.md", "---\nside: cn\ndate: 2031-01-01\n---\n美方表示，一个中国政策没有改变。\n"),
    ] {
        let file = root.path().join("2031-01-01-a").join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, words).expect("written");
    }
    let shown = |args: &[&str]| run_in(root.path(), &[&["trace", ".", "--formula", "us-taiwan"], args].concat()).stdout;
    let page = shown(&[]);
    assert!(page.contains("United States over time") && !page.contains("China over time"), "{page}");
    let page = shown(&["--side", "cn"]);
    assert!(page.contains("China over time"), "{page}");
}

#[test]
fn an_assurance_is_what_others_say_or_what_a_demand_recalls() {
    let asks = "中方强调，美方不得以台制华，应反对“台独”。";
    assert_eq!(piece(asks, "cn-noes", "taiwan-tool"), Presence::Missing);
    assert_eq!(piece(asks, "cn-noes", "not-support-independence"), Presence::Missing);
    let ascribed = "美方表示，不寻求“新冷战”，不支持“台湾独立”。";
    assert_eq!(piece(ascribed, "cn-noes", "no-cold-war"), Presence::Present);
    let recalled = "中方希望美方恪守不支持“台独”的承诺。";
    assert_eq!(piece(recalled, "cn-noes", "not-support-independence"), Presence::Present);
    assert_eq!(piece(recalled, "cn-noes", "honour"), Presence::Present);
    let other = "美方表示，不寻求“新冷战”。中方希望各方兑现气候资金承诺。";
    assert_eq!(piece(other, "cn-noes", "honour"), Presence::Missing);
}

#[test]
fn a_day_of_one_month_is_no_day_of_another() {
    let us = "The United States will extend certain tariff exclusions, which expire on November 29.";
    let comparison = pair(us, "美方表示，将自9月29日起暂停对部分产品加征关税。");
    let one = claim(&comparison, "cn");
    assert!(one.missing.iter().any(|c| c == "09-29") && !one.shared.iter().any(|c| c.contains("29")), "{one:?}");
}

#[test]
fn one_sides_words_confirm_no_agreement() {
    let us = "President Biden underscored that the two countries must work together on macroeconomic policy.";
    let comparison = pair(us, "双方同意，两国财金团队就宏观经济政策开展对话。");
    assert_eq!(claim(&comparison, "cn").status, ClaimStatus::Partly);
    let us = "The two sides agreed to coordinate macroeconomic policy.";
    let comparison = pair(us, "双方同意，就宏观经济政策开展协调。");
    assert_eq!(claim(&comparison, "cn").status, ClaimStatus::Confirmed);
}

#[test]
fn what_was_not_discussed_is_not_raised() {
    let us = "The two sides discussed trade. Nothing was discussed concerning Ukraine, and human rights never came up.";
    let comparison = pair(us, "双方讨论了经贸问题和乌克兰问题。双方没有谈及台湾问题。");
    let raised: Vec<&str> = comparison.topics.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(raised, ["trade", "ukraine"]);
    assert_eq!(comparison.topics[1].silent, ["us"]);
    assert!(comparison.mentions.iter().all(|m| m.text != "us"), "{:?}", comparison.mentions);
    let page = page(&comparison);
    assert!(page.contains("US  says that it was not discussed [2]"), "{page}");
    let unraised: Vec<usize> = comparison.unmatched().map(|(_, s)| s.index).collect();
    assert_eq!(unraised, [1, 1], "each statement is shown");
}

#[test]
fn who_says_i_speaks_for_the_publisher_and_agrees_with_the_other_side() {
    let us = "I had a very good call with Minister Wang Yi. I will go to China in April. I agreed with Minister Wang Yi that we would meet. \
              Wang Yi invited me to Beijing. Thank you for your attention!";
    let comparison = pair(us, "双方同意，年内会晤。");
    let coded = &comparison.texts.iter().find(|t| t.label == "us").expect("the text").coded.statements;
    let speakers: Vec<&str> = coded.iter().map(|s| s.speaker.as_str()).collect();
    assert_eq!(speakers, ["none", "us", "both", "cn", "us"]);
    let claims: Vec<usize> = comparison.claims.iter().filter(|c| c.text == "us").map(|c| c.statement).collect();
    assert_eq!(claims, [2, 3]);
}

#[test]
fn other_numbers_than_those_of_a_claim_are_named() {
    let us = "The United States and China agreed to suspend 24 percent of the tariffs for 180 days.";
    let comparison = pair(us, "中美双方同意，暂停加征24%的关税90天。");
    let one = claim(&comparison, "cn");
    assert_eq!(one.instead, ["180"], "{one:?}");
    let page = page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("other numbers there: 180"), "{page}");
    let even = pair(&us.replace("180", "90"), "中美双方同意，暂停加征24%的关税90天。");
    assert!(claim(&even, "cn").instead.is_empty());
}

/// What was not agreed bears out no agreement, what was not reaffirmed is no piece of a formula, and talks that were not
/// candid were not called so.
#[test]
fn what_is_denied_is_not_there() {
    let comparison = pair(
        "The two sides agreed to establish a dialogue on artificial intelligence. The talks were constructive.",
        "双方没有就建立人工智能对话达成一致。会谈并不具有建设性。",
    );
    let denied = claim(&comparison, "us");
    assert_eq!((denied.status, denied.contrary.len()), (ClaimStatus::Partly, 1));
    assert!(comparison.claims.iter().all(|c| c.text == "us"), "what was not agreed is no claim of an agreement");
    let constructive: Vec<&str> =
        comparison.encounter.tones.iter().flat_map(|t| t.sides.keys()).map(String::as_str).collect();
    assert_eq!(constructive, ["us"]);
    let comparison = pair(
        "The Secretary did not reaffirm the one China policy, which is guided by the Taiwan Relations Act.",
        "布林肯表示，美方坚持一个中国政策。",
    );
    assert!(comparison.formulas.iter().all(|f| !f.sides.contains_key("us")), "{:?}", comparison.formulas);
}

/// 'The President' of a text of the White House is its own, though the other one was named last.
#[test]
fn the_president_is_that_of_the_publisher() {
    let us = "President Xi Jinping raised tariffs. The President reaffirmed that our policy remains unchanged.";
    let comparison = pair(us, "双方同意保持沟通。");
    let coded = &comparison.texts.iter().find(|t| t.label == "us").expect("the text").coded.statements;
    let speakers: Vec<&str> = coded.iter().map(|s| s.speaker.as_str()).collect();
    assert_eq!(speakers, ["cn", "us"]);
}

/// A claim in one word is not borne out by another word that is not the same, nor by other numbers.
#[test]
fn another_word_or_number_confirms_no_claim() {
    let us = "President Biden said the United States supports the one China policy. President Xi said that China will buy 12 million tons of soybeans.";
    let comparison = pair(us, "拜登表示，美方支持一个中国原则。\n\n习近平表示，中方将采购2500万吨大豆。");
    let worded = claim(&comparison, "cn");
    assert_eq!(
        (worded.status, worded.worded.as_slice()),
        (ClaimStatus::Partly, ["one-china.policy".to_owned()].as_slice())
    );
    assert!(page(&comparison).contains("another word there, which is not the same: one China policy"));
    let numbers = claim(&comparison, "us");
    assert_eq!(numbers.status, ClaimStatus::Partly);
    assert!(!numbers.instead.is_empty());
    let same =
        pair("President Biden said the United States has a one China policy.", "拜登表示，美方奉行一个中国政策。");
    assert_eq!(claim(&same, "cn").status, ClaimStatus::Confirmed);
}

#[test]
fn a_joint_statement_is_both_sides_words_in_both_languages() {
    let us = "---\nside: us\ntitle: Joint Statement on the Lakeside Talks\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n\
        Recognizing the importance of their relationship;\n\nThe United States will suspend the tariffs.\n\n\
        These discussions may be conducted in either country.\n";
    let cn = "---\nside: cn\nlanguage: zh\ntitle: 湖滨会谈联合声明\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n\
        认识到两国关系的重要性；\n\n美国将暂停加征关税。\n\n磋商可在两国轮流举行。\n";
    for (name, text) in [("us.md", us), ("cn.md", cn)] {
        assert_eq!(speakers(name, text), ["both", "us", "both"], "{name}");
        assert_eq!(acts(name, text), ["agree", "commit", "agree"], "{name}");
    }
    let comparison = pair(us, cn);
    let answers = |c: &Claim| c.counterparts.first().map(|answer| answer.statement);
    assert!(comparison.claims.iter().all(|c| c.status == ClaimStatus::Confirmed), "{:#?}", comparison.claims);
    assert!(comparison.claims.iter().all(|c| answers(c) == Some(c.statement)), "{:#?}", comparison.claims);
    assert_eq!(comparison.claims.len(), 5);
    // What stands in the same place bears out nothing where it says another thing.
    let other = cn.replace("磋商可在两国轮流举行。", "双方同意加强气候变化合作。");
    let other = pair(us, &other);
    let climate = other.claims.iter().find(|c| c.text == "cn" && c.statement == 2).expect("a claim");
    assert_eq!(climate.status, ClaimStatus::Silent, "{climate:#?}");
    // What both agreed in it is no narration of what was before.
    let front = "---\nside: us\ntitle: Joint Statement on the Lakeside Talks\n---\n\n";
    for one in [
        "Recalling the Lakeside consensus, the two sides agreed to extend the suspension of tariffs.",
        "Representatives from both sides agreed to establish a working group.",
        "The delegations agreed to set up a hotline.",
    ] {
        assert_eq!(acts("us.md", &format!("{front}{one}\n")), ["agree"], "{one}");
    }
    assert_eq!(acts("us.md", &format!("{front}Recalling the meeting in Lakeside;\n")), ["describe"]);
}

/// A piece that stands in another voice is not called lacking.
#[test]
fn a_piece_in_another_voice_is_shown_there() {
    let us = "President Doe spoke with President Lan.";
    let cn = "蓝书瑜主席表示，双方应相互尊重、和平共处。两国元首同意合作。\n\n拜登总统表示，美方愿继续保持沟通。\n\n双方就有关问题交换了意见。";
    let found = pair(us, cn);
    let piece = |id: &str| {
        let formula = found.formulas.iter().find(|f| f.id == "cn-closing")?;
        formula.sides["cn"].iter().find(|p| p.id == id).cloned()
    };
    let voiced = found.formulas.iter().flat_map(|f| f.sides.values().flatten()).filter(|p| !p.elsewhere.is_empty());
    assert!(voiced.clone().all(|p| p.presence == Presence::Missing && p.places.is_empty()));
    assert!(voiced.count() > 0, "{:?}", piece("contact"));
    assert!(page(&found).contains("only in another voice: "), "{}", page(&found));
}

/// What was only talked about confirms no agreement, and a region bears out nothing on a strait.
#[test]
fn talk_is_no_agreement() {
    let cn = "两国元首就中东局势、半岛局势交换了意见。两国元首讨论了大豆采购问题。";
    let found = pair("The two leaders agreed on soybean purchases by China.", cn);
    let one = claim(&found, "us");
    assert!(one.status == ClaimStatus::Partly && one.talked && !one.one_sided, "{one:?}");
    assert!(page(&found).contains("there they only talked about it"), "{}", page(&found));
    let found = pair("The two leaders agreed on soybean purchases by China.", "习近平表示，中方愿采购美国大豆。");
    let one = claim(&found, "us");
    assert!(one.status == ClaimStatus::Partly && one.one_sided && !one.talked, "{one:?}");
    // That the encounter was candid is a matter of telling it so.
    let found =
        pair("The two leaders held a candid and constructive discussion.", "两国元首认为，这次通话是坦诚、建设性的。");
    assert_eq!(claim(&found, "cn").status, ClaimStatus::Confirmed);
}

/// The same words bear a joint claim out whole, whatever the codebook knows of them.
#[test]
fn the_same_words_are_not_of_one_side() {
    let words = "The two sides agreed to paint the gate.";
    let found = pair(words, words);
    let one = claim(&found, "us");
    assert!(one.status == ClaimStatus::Confirmed && !one.one_sided && !one.talked, "{one:?}");
}

/// The voice of a text's statements, in order.
fn voices(comparison: &Comparison, label: &str) -> Vec<String> {
    let text = comparison.text(label).expect("a text");
    text.coded.statements.iter().map(|s| s.speaker.as_str().to_owned()).collect()
}

#[test]
fn what_a_text_has_only_as_the_others_words_is_said_to_be_so() {
    let cn = "双方会谈。王毅强调，中方反对对台军售。布林肯表示，美方奉行一个中国政策，美方愿加强公共卫生合作。";
    let comparison = pair("Secretary Blinken raised Taiwan.", cn);
    assert_eq!(voices(&comparison, "cn"), ["both", "cn", "us"]);
    let voice = |id: &str| {
        let mention = comparison.mentions.iter().find(|m| m.concept == id).unwrap_or_else(|| panic!("no {id}"));
        mention.voice.as_ref().map(Side::to_string)
    };
    assert_eq!((voice("one-china").as_deref(), voice("arms-sales")), (Some("us"), None));
    let page = page(&comparison);
    assert!(page.contains("beside another subject: Global challenges (as US's"), "{page}");
    let row = page.lines().find(|l| l.starts_with("Global challenges ")).expect("a row");
    assert!(row.contains("CN only, as"), "{row}");
    let html = rendered(&comparison, book(), CompareFormat::Html, &Options::default());
    assert!(html.contains("<p class=\"voice\">as US"));
}

#[test]
fn a_topic_in_the_others_mouth_alone_is_not_raised() {
    let cn = "双方会谈。王毅强调，关税应取消。布林肯表示，美方奉行一个中国政策。";
    let comparison = pair("Secretary Blinken raised Taiwan. Secretary Blinken raised tariffs.", cn);
    let row = comparison.topics.iter().find(|row| row.id == "taiwan").expect("a row");
    let told: Vec<_> = comparison.second_hand(row).map(|(text, side)| (text.label.as_str(), side.as_str())).collect();
    assert_eq!(told, [("cn", "us")]);
    let page = page(&comparison);
    assert!(page.contains("US; CN as US's words  1 topic: Taiwan"), "{page}");
    assert!(page.contains("both  1 topic\n"), "{page}");
    // Of a formula on it nothing is missing there.
    assert!(!comparison.formulas_absent.iter().any(|absent| absent.text == "cn" && absent.id.contains("taiwan")));
}

#[test]
fn texts_of_different_sorts_are_said_to_be_so() {
    let sorts = "texts of different sorts";
    let us = "---\nside: us\nkind: fact-sheet\n---\n\nThe United States will lower tariffs.\n";
    assert!(page(&pair(us, "双方会谈。")).contains(sorts));
    assert!(!page(&pair("They met.", "双方会谈。")).contains(sorts));
}

#[test]
fn an_assurance_names_nothing_within_its_words() {
    let cn = "布林肯表示，美方不寻求通过强化同盟关系反对中国。";
    let comparison = pair("Secretary Blinken said that alliances matter.", cn);
    let one = claim(&comparison, "cn");
    assert_eq!((one.status, one.shared.len()), (ClaimStatus::Silent, 0), "{one:?}");
}

#[test]
fn versions_of_one_statement_leave_nothing_out() {
    let us = "---\nside: us\ntitle: Joint Statement on the Lakeside Talks\n---\n\nThe Parties will suspend tariffs.\n";
    let cn = "---\nside: cn\ntitle: 湖滨会谈联合声明\n---\n\n双方将暂停关税。\n\n双方将就芬太尼加强合作。\n";
    let comparison = pair(us, cn);
    let row = comparison.topics.iter().find(|row| row.id == "counternarcotics").expect("a row");
    assert_eq!((row.silent.len(), row.omitted_by.len()), (1, 0));
    assert!(comparison.is_joint() && comparison.mentions.is_empty());
    assert_eq!(comparison.versions.len(), 1);
    let page = page(&comparison);
    assert!(page.contains("one statement of the sides together") && !page.contains("CN only"), "{page}");
}

#[test]
fn a_formula_in_the_others_text_is_shown() {
    let cn = "布林肯表示，美方奉行一个中国政策，不支持“台独”。";
    let comparison =
        pair("Secretary Blinken underscored the importance of peace and stability across the Taiwan Strait.", cn);
    let page = page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        page.contains("US has 1 of 10 pieces; CN gives as US's words: one China policy “奉行一个中国政策” [1]"),
        "{page}"
    );
    assert!(page.contains("CN as US's words: one China policy “奉行一个中国政策” [1]"), "{page}");
    // 'Policy' in the mouth of the other side is no piece of the principle.
    assert!(!page.contains("one-China principle “"), "{page}");
    let html = rendered(&comparison, book(), CompareFormat::Html, &Options::default());
    assert!(html.contains("CN, as US"));
}

#[test]
fn topics_on_the_same_statements_stand_together() {
    let us = "They discussed counternarcotics and climate change.";
    let comparison = pair(us, "双方就禁毒、气候变化交换了意见。");
    let page = page(&comparison);
    assert!(page.contains("── Counternarcotics; Climate and environment · both ─"), "{page}");
    assert_eq!(page.matches("They discussed counternarcotics").count(), 1, "{page}");
    let html = rendered(&comparison, book(), CompareFormat::Html, &Options::default());
    for id in ["id=\"topic-counternarcotics\"", "id=\"topic-climate\"", "href=\"#topic-climate\""] {
        assert!(html.contains(id), "{id}");
    }
}

#[test]
fn texts_that_name_the_same_day_are_not_dated_differently() {
    let on = |days: [&str; 2], us: &str, cn: &str| {
        let us = format!("---\nside: us\ndate: {}\n---\n\n{us}\n", days[0]);
        let cn = format!("---\nside: cn\nlanguage: zh\ndate: {}\n---\n\n{cn}\n", days[1]);
        pair(&us, &cn).encounter.dates.len()
    };
    let dated = |us: &str, cn: &str| on(["2031-03-14", "2031-03-15"], us, cn);
    let year = "12月31日，高部长同阿什比国务卿举行会谈。";
    assert_eq!(on(["2031-12-31", "2032-01-01"], "Secretary Ashby met with Minister Gao today.", year), 0);
    let us = "Secretary Ashby met with Minister Gao today.";
    assert_eq!(dated(us, "当地时间2031年3月14日，高部长同阿什比国务卿举行会谈。"), 0);
    assert_eq!(dated(us, "当地时间2031年3月13日至14日，高部长同阿什比国务卿举行会谈。"), 0);
    assert_eq!(dated(us, "2031年3月11日，高部长同阿什比国务卿举行会谈。"), 2);
    assert_eq!(dated(us, "高部长同阿什比国务卿举行会谈。"), 2);
    assert_eq!(dated(us, "2031年3月15日，高部长同阿什比国务卿通电话。"), 2);
}

/// Days and numbers of a series, as the openings of the texts name them.
#[test]
fn days_and_ordinals_of_the_encounter_are_held_against_each_other() {
    let of = |us: &str, cn: &str| {
        let us = format!("---\nside: us\ndate: 2031-03-14\n---\n\n{us}\n");
        let cn = format!("---\nside: cn\nlanguage: zh\ndate: 2031-03-14\n---\n\n{cn}\n");
        pair(&us, &cn)
    };
    let us = "From March 12 to 14, the two sides held the third meeting of the working group in Lakeford.";
    let comparison = of(us, "3月13日至14日，双方在湖城举行工作组第二次会议。");
    let encounter = &comparison.encounter;
    assert_eq!(encounter.days["us"], ["2031-03-12", "2031-03-14"]);
    assert_eq!(encounter.days["cn"], ["2031-03-13", "2031-03-14"]);
    assert_eq!((encounter.ordinals["us"].number, encounter.ordinals["cn"].number), (3, 2));
    let told = page(&comparison);
    assert!(told.contains("the texts count the encounter differently") && told.contains("“third meeting”"), "{told}");
    let alike = of(us, "3月12日至14日，双方在湖城举行工作组第三次会议。");
    assert!(alike.encounter.days.is_empty() && alike.encounter.ordinals.is_empty(), "{:?}", alike.encounter);
}

#[test]
fn tones_of_two_languages_that_translate_each_other_are_near() {
    let page = page(&pair("They held candid talks.", "双方进行了坦率的会谈。"));
    assert!(page.contains("candid  US “candid” · CN near it “坦率” (frank)"), "{page}");
    let page = self::page(&pair(
        "They held candid talks.",
        "---\nside: cn\nlanguage: en\n---\n\nThe two sides held frank talks.\n",
    ));
    assert!(page.contains("candid  US “candid” · CN –"), "{page}");
    assert!(!page.contains("near it"), "{page}");
}

#[test]
fn general_things_in_its_own_words_bear_out_a_part() {
    let cn = "布林肯表示，美方愿同中方加强沟通，开展合作。";
    let own = pair("Secretary Blinken said that the United States seeks cooperation and communication.", cn);
    assert_eq!(claim(&own, "cn").status, ClaimStatus::Partly);
    let one = pair("Secretary Blinken said that the United States seeks communication.", cn);
    assert_eq!(claim(&one, "cn").status, ClaimStatus::Silent);
    let page = page(&pair("Secretary Blinken raised Taiwan.", "布林肯表示，美方奉行一个中国政策。"));
    assert!(page.contains("it has, more broadly, Taiwan; it lacks one China (policy or principle)"), "{page}");
}

#[test]
fn what_both_must_do_is_what_they_agree_on() {
    let cn = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [\"阿什比\"]\n  cn: [\"高岚\"]\n---\n\n高岚应约同美军主席阿什比视频通话。\n\n高岚介绍了中方立场。双方同意，应维护国际核不扩散体系。\n";
    assert_eq!(voices(&pair("They met.", cn), "cn"), ["both", "cn", "both"]);
}

#[test]
fn names_of_the_front_matter_may_have_offices_before_them() {
    let met = |cn: &str| {
        let head = format!("---\nside: us\nprincipals:\n  us: [\"Senator Ada Ashdown\"]\n  cn: [\"{cn}\"]\n---\n");
        format!(
            "{head}\nAdmiral Gao and I agreed to keep channels open. Gao stressed that talks help.\n\nAshdown raised trade.\n"
        )
    };
    for name in ["Admiral Gao Lan", "Gao Lan", "Vice Minister Gao"] {
        assert_eq!(voices(&pair(&met(name), "双方会谈。"), "us"), ["both", "cn", "us"], "{name}");
    }
}

/// Two texts on one topic that name nothing in common there are said to be apart, and not where one names little.
#[test]
fn what_two_texts_name_of_different_things_is_apart() {
    let us = "The Secretary underscored our ironclad commitment to allies, to AUKUS and to the Quad.";
    let apart = |us: &str, cn: &str| {
        let comparison = pair(us, cn);
        let row = comparison.topics.iter().find(|row| row.id == "indo-pacific").expect("the topic");
        (row.apart, page(&comparison).contains("both, apart"))
    };
    assert_eq!(apart(us, "中方将主办亚太经合组织领导人非正式会议，欢迎各方参加亚太自由贸易区建设。"), (true, true));
    assert_eq!(apart(us, "中方反对“奥库斯”和“四边机制”，中方将主办亚太经合组织会议。"), (false, false));
    assert_eq!(apart("They discussed the Indo-Pacific.", "中方反对“奥库斯”和“四边机制”。"), (false, false));
}

/// A warning is quoted from the clause on in which it warns, with its condition, and only the text's own.
#[test]
fn warnings_stand_first() {
    let cn = "双方会谈。\n\n王毅强调，台湾问题攸关两国关系的根本方向和政治基础，长期以来一直是最敏感的问题，一旦处理失误，将引火烧身。\n\n美方表示，谁玩火，必自焚。\n";
    let page = page(&pair("They met.", cn));
    let short = page.split("What to look at first").nth(1).and_then(|rest| rest.split("──").next()).expect("it");
    let warned: Vec<&str> = short.lines().skip_while(|line| !line.contains("warns of")).skip(1).collect();
    let warned = warned.join(" ");
    assert!(warned.contains("CN  Taiwan: “…一旦处理失误") && !warned.contains("自焚"), "{warned}");
}

/// Figures that one text alone has stand with what they count; those of both languages are one.
#[test]
fn figures_of_one_text_are_told() {
    let us = "---\nside: us\n---\n\nThe Secretary said that China will buy 12 million metric tons of soybeans and $200 billion of goods on May 12.\n";
    let cn = "---\nside: cn\n---\n\n王毅表示，中方将采购1200万吨大豆，90多项清单已经提交。\n";
    let comparison = pair(us, cn);
    let figures: Vec<(&str, &str)> = comparison.figures.iter().map(|f| (f.text.as_str(), f.figure.as_str())).collect();
    assert_eq!(figures, [("us", "200000000000"), ("cn", "90")]);
    let page = page(&comparison);
    assert!(page.contains("“$200 billion” [1]") && page.contains("“90多项” [1]"), "{page}");
}

/// What stands first says of topics just what the table says.
#[test]
fn what_stands_first_agrees_with_the_table() {
    let meetings =
        ["readouts/2023-07-13-jakarta", "tests/fixtures/2031-10-20-three-sides", "tests/fixtures/2031-05-12-lakeford"];
    let mut checked = 0;
    for folder in meetings {
        let comparison =
            compare(Meeting::load(Path::new(folder)).expect("a meeting"), &Order::Sides(Vec::new()), book())
                .expect("coded");
        let page = page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ");
        let short = page.split("What to look at first").nth(1).expect("what stands first");
        let short = short.split(" ── ").next().expect("its end");
        // Warnings are of topics that all may have.
        let short = short.split("what each text warns of").next().expect("what stands before");
        let table = page.split("TOPIC ").nth(1).and_then(|rest| rest.split("Share (%)").next()).expect("the table");
        for row in comparison
            .topics
            .iter()
            .filter(|row| row.parts.iter().any(|p| comparison.text(&p.text).is_some_and(|t| t.column)))
        {
            let name = &book().topic(&row.id).expect("a topic").label.en;
            let everywhere = comparison.columns().all(|text| row.part(&text.label).is_some());
            assert!(table.contains(name.as_str()), "{folder}: {name}");
            assert_eq!(!everywhere, short.contains(name.as_str()), "{folder}: {name}: {short}");
            checked += 1;
        }
    }
    assert!(checked > 15);
    // A text below answers for its column.
    let texts = vec![
        text("us.md", "They met."),
        text("us.background.md", "---\nside: us\nkind: background\n---\n\nHe raised Taiwan."),
        text("cn.md", "中方反对对台军售。"),
    ];
    let below = compare(Meeting::of(texts), &Order::Sides(Vec::new()), book()).expect("coded");
    let page = page(&below);
    assert!(page.contains("CN, US below  1 topic: Taiwan") && !page.contains("CN only  1 topic: Taiwan"), "{page}");
    // Of some topics alone it says nothing of the texts.
    let mut some = pair("They met.", "中方反对对台军售。");
    some.keep_topics(&["taiwan".to_owned()], book().inventory());
    assert!(!self::page(&some).contains("no topic"));
}

#[test]
fn what_a_formulas_own_side_has_is_said_as_it_is() {
    let told = "布林肯表示，美方奉行一个中国政策。";
    let first = |texts: Vec<Readout>| {
        let comparison = compare(Meeting::of(texts), &Order::Sides(Vec::new()), book()).expect("coded");
        page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let page = first(vec![text("jp.md", "They met."), text("cn.md", told)]);
    assert!(page.contains("there is no text of US; CN gives as US's words: one China policy"), "{page}");
    let page = first(vec![text("us.md", "They discussed trade."), text("cn.md", told)]);
    assert!(page.contains("US has none; CN gives as US's words: one China policy"), "{page}");
    let html = rendered(&pair("They discussed trade.", told), book(), CompareFormat::Html, &Options::default());
    assert!(html.contains("US Taiwan formula: US has none"), "no caption that says so");
}

/// A name may begin with a character that is a word too.
#[test]
fn names_that_a_text_introduces_end_where_they_end() {
    for name in ["余晓光", "于晓光", "高致远", "时建华", "向明"] {
        let cn = format!("外交部副部长{name}会见美国常务副国务卿。\n\n美方提出关切。\n\n{name}主张扩大贸易。");
        assert_eq!(voices(&pair("They met.", &cn), "cn")[2], "cn", "{name}");
    }
}

/// That one's own side asks the other to keep its policy changes nothing of one's principle.
#[test]
fn what_is_asked_of_the_other_side_is_no_changed_form() {
    let changed = |cn: &str| {
        let comparison = pair("They met.", cn);
        let used = comparison.formulas.iter().find(|f| f.id == "cn-taiwan");
        let pieces = used.and_then(|f| f.sides.get("cn")).into_iter().flatten();
        pieces.filter(|p| p.presence == readout::codebook::formulas::Presence::Changed).map(|p| p.id.clone()).collect()
    };
    let none: Vec<String> = changed("王毅强调，希望美方恪守一个中国政策，台湾问题是中国核心利益中的核心。");
    assert!(none.is_empty(), "{none:?}");
    assert_eq!(changed("中方指出，一个中国政策是两国关系的基础。"), ["one-china-principle"]);
    // What a text refuses to say again is no piece of it.
    let comparison =
        pair("The Secretary declined to reaffirm the Taiwan Relations Act. Taiwan was discussed.", "双方会面。");
    let pieces = comparison.formulas.iter().find(|f| f.id == "us-taiwan").and_then(|f| f.sides.get("us"));
    assert!(pieces.is_none_or(|p| p.iter().all(|p| p.places.is_empty())), "{pieces:?}");
}

/// What China ascribes to one state is none of its formula where another state says it.
#[test]
fn a_formula_of_one_other_side_is_in_meetings_with_it_alone() {
    let of = |side: &str, voice: &str| {
        let head =
            format!("---\nside: cn\nlanguage: zh\nprincipals:\n  cn: [高岭]\n  {side}: [河山]\n---\n\n高岭会见河山。");
        let cn = text("cn.md", &format!("{head}河山表示，{voice}不寻求打“新冷战”，不支持“台独”。"));
        let other = text(&format!("{side}.md"), &format!("---\nside: {side}\n---\n\nThey met in Lakeford."));
        let comparison = compare(Meeting::of(vec![cn, other]), &Order::Given(Vec::new()), book()).expect("coded");
        comparison.formulas.iter().any(|formula| formula.id == "cn-noes")
    };
    assert!(of("us", "美方"));
    assert!(!of("jp", "日方"));
}
