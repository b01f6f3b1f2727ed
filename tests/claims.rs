//! Claims held against the other text, and versions of one text against each other: what is confirmed, otherwise or disputed.

mod common;

use std::path::Path;

use common::{book, claim, page, pair};
use readout::comparison::{ClaimStatus, How, Order, compare};
use readout::readout::{Meeting, Readout};

/// Whether a claim of the Chinese text on what the American side said is disputed, and by which words.
fn disputed(us: &str, cn: &str) -> Option<String> {
    let comparison = pair(us, cn);
    let one = claim(&comparison, "cn");
    let contrary = one.contrary.first()?;
    assert_eq!(one.status, ClaimStatus::Partly, "{one:?}");
    assert!(page(&comparison).contains("disputed: the other text says the opposite"), "{}", page(&comparison));
    assert_eq!(one.counterparts[0].statement, contrary.statement);
    Some(contrary.words.map_or_else(String::new, |words| words.slice(us).to_owned()))
}

#[test]
fn what_the_other_text_refuses_or_keeps_is_disputed() {
    for (us, cn, words) in [
        (
            "The United States declined to resume military-to-military communication.",
            "美方表示，美方愿恢复两军沟通。",
            "declined to",
        ),
        (
            "The United States will continue its export controls on semiconductors.",
            "美方表示，美方将放宽对华半导体出口管制。",
            "continue",
        ),
        ("The United States will not impose new tariffs.", "美方承认，美方将加征新的关税。", "will not"),
        (
            "The United States rejected the idea of removing companies from the Entity List.",
            "美方表示，美方将把企业移出实体清单。",
            "rejected the idea of",
        ),
        ("The United States will continue arms sales to Taiwan.", "美方表示，美方将停止售台武器。", "continue"),
        ("The United States will raise tariffs to 50 percent.", "美方表示，美方将把对华关税降至50%。", "raise"),
        ("The United States will not stop buying Iranian oil.", "美方表示，美方将停止购买伊朗石油。", "will not"),
        ("The United States agreed to resume the talks on arms control.", "美方表示，美方将暂停军控磋商。", "resume"),
    ] {
        assert_eq!(disputed(us, cn).as_deref(), Some(words), "{us} {cn}");
    }
    for (us, cn) in [
        ("The United States will not impose new tariffs.", "美方表示，不再加征新的关税。"),
        ("The United States will lift the tariffs.", "美方表示，美方将取消关税。"),
        ("The United States does not support Taiwan independence.", "美方表示，不支持“台独”。"),
        ("The United States seeks to prevent conflict.", "美方表示，不寻求冲突。"),
        ("The one China policy of the United States has not changed.", "美方表示，坚持一个中国政策。"),
        ("The United States will continue to combat fentanyl.", "美方表示，将减少芬太尼流入。"),
        ("The United States will suspend export controls on rare earths.", "美方表示，美方将恢复稀土出口。"),
        ("The United States will continue talks on tariffs.", "美方表示，美方将降低关税。"),
        ("The United States will reduce tensions over Taiwan.", "美方表示，美方将继续关注台湾问题。"),
        ("Tariffs will be lowered to 10 percent.", "美方表示，美方将把关税降至10%。"),
    ] {
        assert_eq!(disputed(us, cn), None, "{us} {cn}");
    }
}

/// To be for a thing and to be against it are opposites, wherever the negation stands; not to oppose a thing is neither.
#[test]
fn who_is_for_what_another_is_against_is_disputed() {
    for (us, cn, words) in [
        ("The United States supports Taiwan independence.", "美方表示，不支持“台湾独立”。", "supports"),
        ("The United States does not support Taiwan independence.", "美方表示，支持“台湾独立”。", "does not support"),
        ("The United States seeks a new Cold War.", "美方表示，不寻求打“新冷战”。", "seeks"),
        ("The United States seeks regime change in China.", "美方表示，不寻求改变中国体制。", "seeks"),
        ("The United States opposed the export controls on chips.", "美方表示，支持芯片出口管制。", "opposed"),
        ("The United States will extend the tariff truce.", "美方表示，美方将终止关税休战。", "extend"),
        (
            "The United States intends to preserve the overall balance of the tariff deal.",
            "美方表示，美方将改变双方商定的关税安排。",
            "preserve",
        ),
    ] {
        assert_eq!(disputed(us, cn).as_deref(), Some(words), "{us} {cn}");
    }
    for (us, cn) in [
        ("The United States does not oppose Taiwan independence.", "美方表示，不支持“台湾独立”。"),
        ("The United States does not seek a new Cold War.", "美方表示，不寻求打“新冷战”。"),
        ("The United States seeks to avoid a new Cold War.", "美方表示，不寻求打“新冷战”。"),
        ("There is no change to the one China policy of the United States.", "美方表示，继续奉行一个中国政策。"),
        ("The United States has not changed its one China policy.", "美方表示，坚持一个中国政策。"),
        ("The United States does not seek to change the tariff deal.", "美方表示，无意改变关税安排。"),
        ("The United States does not seek to change the tariff deal.", "美方表示，将保持关税安排。"),
    ] {
        assert_eq!(disputed(us, cn), None, "{us} {cn}");
    }
}

/// What is refused in so many words is disputed, whatever else is said of the thing.
#[test]
fn a_refusal_answers_whatever_else_is_said_of_the_thing() {
    let us = "The Secretary stressed the importance of crisis communications. \
        The Secretary said that the United States will not resume the bilateral defense mechanisms.";
    assert_eq!(disputed(us, "美方表示，美方愿恢复两军对话机制，防止误判。").as_deref(), Some("will not"));
    let us = us.replace("will not resume", "stands ready to resume");
    assert_eq!(disputed(&us, "美方表示，美方愿恢复两军对话机制，防止误判。"), None);
}

/// To be urged to do a thing is not to be thanked for it.
#[test]
fn thanks_are_not_confirmed_by_what_presses() {
    let comparison =
        pair("The United States urged China to release the detained journalist.", "美方感谢中方释放被拘押记者。");
    assert_eq!(claim(&comparison, "cn").status, ClaimStatus::Partly);
    let comparison =
        pair("The United States thanked China for releasing the detained journalist.", "美方感谢中方释放被拘押记者。");
    assert_eq!(claim(&comparison, "cn").status, ClaimStatus::Confirmed);
}

/// The how manieth round is a number too.
#[test]
fn the_second_round_is_not_the_third() {
    let comparison = pair(
        "The two sides agreed to hold the third round of AI talks in Geneva in June.",
        "双方商定6月在日内瓦举行第二轮人工智能对话。",
    );
    let one = claim(&comparison, "cn");
    assert_eq!((one.status, one.instead.as_slice()), (ClaimStatus::Partly, &["3rd".to_owned()][..]), "{one:?}");
    assert!(page(&comparison).contains("other numbers there: 3rd"), "{}", page(&comparison));
    let comparison = pair(
        "The two sides agreed to hold the second round of AI talks in Geneva in June.",
        "双方商定6月在日内瓦举行第二轮人工智能对话。",
    );
    assert!(claim(&comparison, "cn").instead.is_empty());
}

/// What bears a claim out in general things alone is told apart from what names something of it.
#[test]
fn what_is_only_general_is_told_as_such() {
    let us =
        "The United States explained its America First trade policy. The two sides agreed to keep talking about trade.";
    let comparison = pair(us, "双方一致认为，中美经贸关系保持稳定对两国具有重要意义，应扩大大豆采购。");
    let one = claim(&comparison, "cn");
    assert!(one.general && one.status == ClaimStatus::Partly, "{one:?}");
    let page = page(&comparison);
    assert!(
        page.contains("1 thing that it says both agreed or did together, in US only what is general: “双方一致认为"),
        "{page}"
    );
    let us = "The two sides agreed to expand purchases of soybeans.";
    let comparison = pair(us, "双方一致认为，中美经贸关系保持稳定对两国具有重要意义，应扩大大豆采购。");
    assert!(!claim(&comparison, "cn").general);
}

/// An agreement that the other text denies, whichever of the two says so.
#[test]
fn agreements_that_are_denied_are_disputed() {
    for (us, cn, by) in [
        ("The two sides did not reach consensus on fentanyl.", "双方就芬太尼问题达成一致。", "cn"),
        ("No agreement was reached on TikTok.", "双方就TikTok问题达成基本共识。", "cn"),
        ("The two sides agreed to keep the export controls on chips.", "双方同意取消芯片出口管制。", "us"),
        ("The two sides agreed to keep the export controls on chips.", "双方同意取消芯片出口管制。", "cn"),
        (
            "The Secretary did not say that the United States supports reunification.",
            "美方表示，美方支持和平统一。",
            "cn",
        ),
    ] {
        let comparison = pair(us, cn);
        assert!(!claim(&comparison, by).contrary.is_empty(), "{us} {cn}: {:?}", claim(&comparison, by));
    }
}

/// What the other text has with another month, length, measure, or only as something to be looked into.
#[test]
fn what_the_other_text_has_otherwise_is_told_first() {
    for (us, cn, told) in [
        ("The two sides agreed to hold trade talks in May.", "双方同意6月举行经贸磋商。", "other numbers there: May"),
        (
            "The United States will suspend the tariffs for one year.",
            "美方表示，将暂停关税半年。",
            "other numbers there: 1 year",
        ),
        (
            "The United States will lower the tariffs.",
            "美方表示，美方将取消关税。",
            "there in another measure: “lower” [1]",
        ),
        (
            "The two sides agreed to explore setting up a working group on AI.",
            "双方同意设立人工智能工作组。",
            "there it is only to be looked into",
        ),
    ] {
        let comparison = pair(us, cn);
        let one = claim(&comparison, "cn");
        assert!(one.differs() && one.status == ClaimStatus::Partly, "{us}: {one:?}");
        let page = page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ");
        let short = page.split("Whose words").next().unwrap_or_default();
        assert!(short.contains("in US otherwise: ") && short.contains(told), "{us}: {page}");
    }
    let same = pair("The United States will suspend the tariffs for one year.", "美方表示，将暂停关税一年。");
    assert_eq!(claim(&same, "cn").status, ClaimStatus::Confirmed);
}

/// Where two texts have only the thing in common that they speak of, no more is said.
#[test]
fn one_thing_in_common_is_told_as_such() {
    let comparison = pair("The Secretary warned China against attacking Taiwan.", "美方表示，美方将帮助台湾。");
    let one = claim(&comparison, "cn");
    assert!(one.one_thing && one.status != ClaimStatus::Confirmed, "{one:?}");
    let comparison = pair("The Secretary raised the case of the balloon.", "美方就飞艇问题提出关切。");
    assert!(!page(&comparison).contains("says so too"), "{}", page(&comparison));
}

/// Where a statement of both answers a claim only in what is general, the distinctive words may still be those of one side.
#[test]
fn words_of_one_side_are_told_as_such() {
    let us = "The two leaders discussed the importance of guiding principles and tasked their teams to discuss them further.";
    let alone = "美方认同应确立指导美中关系的原则，双方团队可继续谈下去。双方责成工作团队跟进落实。";
    let comparison = pair(us, alone);
    let one = claim(&comparison, "us");
    assert!(one.one_sided && one.status > ClaimStatus::Silent, "{one:?}");
    let comparison = pair(us, "双方同意确立指导美中关系的原则，双方团队可继续谈下去。");
    assert!(!claim(&comparison, "us").one_sided);
}

#[test]
fn a_condition_that_a_claim_leaves_out_is_told() {
    let us = "The United States will lower tariffs in exchange for action on fentanyl.";
    let comparison = pair(us, "美方表示，美方将降低关税。");
    let one = claim(&comparison, "cn");
    assert_eq!((one.conditional, one.status), (true, ClaimStatus::Partly), "{one:?}");
    assert!(page(&comparison).contains("there it hangs on a condition"), "{}", page(&comparison));
    let even = pair(us, "美方表示，如果中方采取行动，美方将降低关税。");
    assert!(!claim(&even, "cn").conditional);
    // A day until which something holds is no condition.
    let dated = pair(
        "The United States will extend certain tariff exclusions until November 10, 2031.",
        "美方将延长部分关税排除措施。",
    );
    assert!(!claim(&dated, "cn").conditional, "{:?}", dated.claims);
}

/// What two versions of one text have in words that are not the same thing, or say the one of which denies the other.
#[test]
fn versions_that_differ_in_substance_say_so() {
    let versions = |zh: &str, en: &str| {
        let text = |file: &str, body: &str| {
            Readout::parse(Path::new(file), &format!("---\nside: cn\n---\n\n{body}\n")).expect("a readout")
        };
        let texts = vec![text("cn.zh.md", zh), text("cn.en.md", en)];
        let comparison = compare(Meeting::of(texts), &Order::Sides(Vec::new()), book()).expect("coded");
        let page = page(&comparison).split_whitespace().collect::<Vec<_>>().join(" ");
        page.split("Versions: one text").nth(1).unwrap_or_default().to_owned()
    };
    let page =
        versions("美方表示，美方奉行一个中国政策。", "The U.S. side said that it follows the one-China principle.");
    assert!(page.contains("CN has ‘one China policy’, CN.EN ‘one-China principle’"), "{page}");
    let page = versions("中方将继续采购大豆。", "China will not continue to purchase soybeans.");
    assert!(page.contains("the one denies or turns what the other says"), "{page}");
    let page = versions("如美方尊重中方关切，中方愿恢复采购大豆。", "China is ready to resume purchases of soybeans.");
    assert!(page.contains("only CN makes it hang on a condition"), "{page}");
    let page = versions("王毅敦促美方取消关税。", "Wang Yi hoped that the U.S. side would remove tariffs.");
    assert!(page.contains("CN.EN hopes for what the other demands"), "{page}");
    let page = versions(
        "美方表示，美方奉行一个中国政策，不支持“台独”。",
        "The U.S. side said that it follows the one-China policy.",
    );
    assert!(page.contains("only CN has 'Taiwan independence'"), "{page}");
    let page = versions("双方同意取消关税。", "The two sides agreed to remove tariffs.");
    assert!(page.contains("1 passage with the same concepts and acts in both"), "{page}");
}

/// What a reporter asks is nobody's word; an answer that it is not so denies it.
#[test]
fn an_answer_that_it_is_not_so_disputes_a_claim() {
    let head = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Dana Ashby]\n---\n\n";
    let question = "QUESTION: Beijing says that you agreed to lift the sanctions on its minister. Is that right?";
    for (answer, words) in [
        ("MS. ASHBY: No, that is not accurate. We made no such promise.", "that is not accurate"),
        ("MS. ASHBY: No such commitment was made.", "No such commitment"),
    ] {
        let us = format!("{head}{question}\n\n{answer}\n");
        let comparison = pair(&us, "美方同意取消对中国防长的制裁。");
        let one = claim(&comparison, "cn");
        let contrary = one.contrary.first().expect("a denial");
        let body = &comparison.text("us").expect("a text").readout().body;
        assert_eq!((contrary.words.expect("words").slice(body), contrary.how), (words, How::Refused));
        assert!(one.counterparts.iter().all(|there| there.statement >= 2), "no question bears it out: {one:?}");
    }
    let us = format!("{head}{question}\n\nMS. ASHBY: I will let them speak for themselves.\n");
    let comparison = pair(&us, "美方同意取消对中国防长的制裁。");
    let one = claim(&comparison, "cn");
    assert!(one.contrary.is_empty() && one.status == ClaimStatus::Silent, "{one:?}");
}

/// Of a claim that says several things one may be denied or kept; that part is quoted first.
#[test]
fn a_part_of_a_claim_may_be_disputed() {
    let us = "The Secretary disputed the PRC's account that he had praised China's role in Ukraine, and thanked China for \
              its help on fentanyl.";
    let cn = "国务卿感谢中方在禁毒方面的帮助，赞赏中方在乌克兰问题上的作用。";
    let people = "---\nside: cn\nprincipals:\n  us: [国务卿]\n---\n\n";
    let comparison = pair(us, &format!("{people}{cn}"));
    let contrary = claim(&comparison, "cn").contrary.first().expect("a denial").clone();
    let body = &comparison.text("cn").expect("a text").readout().body;
    assert_eq!(contrary.of.expect("a thing").slice(body), "乌克兰问题");
    let comparison = pair(
        "The Secretary raised concerns about overcapacity in solar panels, and underscored that tariffs on such goods will \
         remain. The Secretary praised renewable energy in China.",
        "美方高度评价中国在可再生能源发展方面的成就，并将认真研究取消光伏关税。",
    );
    assert_eq!(claim(&comparison, "cn").contrary.first().map(|there| there.how), Some(How::Kept));
    // What stays, by whatever words.
    for us in [
        "The Ambassador stressed that export controls will stay in place.",
        "Export controls on chips are not on the table, the Secretary said.",
    ] {
        let comparison = pair(us, "美方将考虑放宽芯片出口管制。");
        assert!(!claim(&comparison, "cn").contrary.is_empty(), "{us}");
    }
    // Neither of two who do not do a thing denies the other.
    let comparison = pair(
        "The Minister said that the PRC will not provide weapons to any party to the conflict in Ukraine.",
        "关于乌克兰危机，中方没有向冲突任何一方提供武器。",
    );
    assert!(comparison.claims.iter().all(|claim| claim.contrary.is_empty()), "{:?}", comparison.claims);
}

/// 90 days of one thing are not 90 days of another.
#[test]
fn a_number_counts_beside_what_it_counts() {
    let comparison = pair(
        "The two sides agreed to meet again within 60 days.",
        "双方将把关税暂停期延长60天。下次会晤时间将另行商定。",
    );
    let one = claim(&comparison, "us");
    assert!(one.status != ClaimStatus::Confirmed && one.shared.iter().all(|item| item != "60"), "{one:?}");
    let comparison = pair("The two sides agreed to meet again within 60 days.", "双方同意在60天内再次会晤。");
    assert_eq!(claim(&comparison, "us").status, ClaimStatus::Confirmed);
    // The month of another event is no other month for this one.
    let comparison = pair(
        "The two sides welcomed the progress made since November on people-to-people exchanges.",
        "双方将扩大人文交流，办好5月举行的旅游高层对话。",
    );
    let one = claim(&comparison, "cn");
    assert!(one.instead.is_empty() && one.missing.iter().any(|item| item.contains('5')), "{one:?}");
}

/// What is accepted in principle, or as the market demands, is no promise.
#[test]
fn what_hangs_on_something_is_told() {
    for (us, cn, text) in [
        (
            "China committed to purchase 25 million tons of soybeans.",
            "中方愿根据市场需求和商业原则，酌情扩大进口美国大豆。",
            "us",
        ),
        (
            "The Secretary accepted an invitation in principle to visit Beijing next year.",
            "双方同意国务卿明年访华。",
            "cn",
        ),
        (
            "Any extension of the tariff truce is subject to the approval of the President.",
            "美方将延长关税休战。",
            "cn",
        ),
    ] {
        let comparison = pair(us, cn);
        let one = claim(&comparison, text);
        assert!(one.conditional && one.status < ClaimStatus::Confirmed, "{us} {one:?}");
    }
}

/// One text says that a thing was not discussed of which the other speaks.
#[test]
fn what_one_text_says_was_not_discussed_is_told() {
    let us = "The two leaders discussed trade, including the purchase of oil and gas by China.";
    let comparison = pair(us, "双方讨论了经贸合作。双方没有讨论购买石油天然气问题。");
    assert!(!comparison.undiscussed.is_empty());
    for one in &comparison.undiscussed {
        assert_eq!((one.text.as_str(), one.statement), ("cn", 1));
        assert_eq!(one.named.keys().collect::<Vec<_>>(), ["us"]);
        assert!(comparison.mentions.iter().all(|mention| mention.concept != one.concept), "{:?}", comparison.mentions);
    }
    let page = page(&comparison);
    assert!(
        page.contains(
            "CN  “双方没有讨论购买石油天然气问题。” [2]; US names purchases of goods “purchase” [1], energy trade"
        ),
        "{page}"
    );
    let even = pair("The two discussed trade.", "双方没有讨论购买石油天然气问题。");
    assert!(even.undiscussed.is_empty());
}
