//! Whose words each statement of a text is, what it does and what it is about.

mod common;

use common::{acts, book, speakers, text, topics};

const PRESS_CONFERENCE: &str = "---\nside: cn\nkind: remarks\nlanguage: en\nprincipals:\n  cn: [Lan Shuyu]\n---\n\n\
    Harbour Wire: The US side says that Taiwan was discussed. Do you confirm that?\n\n\
    Lan Shuyu: The Taiwan question is purely China's internal affair. We urge the US to honour its commitments.\n\n\
    Lakeford Daily: Will the two presidents meet?\n\n\
    Lan Shuyu: I have nothing to share.\n\n\
    Both teams will keep in touch.\n";

/// Remarks are the words of whoever publishes them, until somebody else takes the word, and again in the next paragraph.
#[test]
fn remarks_are_the_words_of_one_side() {
    let codes = |name: &str, body: &str| {
        let coded = readout::coding::code(text(name, body), book()).expect("coded");
        coded.statements.iter().map(|s| format!("{} {}", s.speaker.as_str(), s.act.as_str())).collect::<Vec<_>>()
    };
    let english = "---\nkind: remarks\n---\n\nThe PRC's drills are unwarranted. Beijing should cease its pressure.\n\n\
                   Foreign Minister Wang Yi told the Secretary that China opposes arms sales. China will not yield.\n\n\
                   Our one China policy has not changed.\n";
    assert_eq!(codes("us.md", english), ["us concern", "us demand", "cn concern", "cn commit", "us state"]);
    let chinese = "---\nkind: remarks\n---\n\n美国向台湾地区出售武器，严重违反一个中国原则。美方应停止武装台湾。\n\n\
                   台湾问题是中国核心利益中的核心。\n";
    assert_eq!(codes("cn.md", chinese), ["cn concern", "cn demand", "cn state"]);
}

#[test]
fn in_a_transcript_those_with_a_known_name_answer_and_the_others_ask() {
    assert_eq!(speakers("cn.md", PRESS_CONFERENCE), ["none", "none", "cn", "cn", "none", "cn", "cn"]);
    // A text in which no name comes twice is no transcript.
    let remarks = PRESS_CONFERENCE.split("Lakeford Daily").next().expect("a beginning");
    assert_eq!(speakers("cn.md", remarks)[0], "us");
    let call = "---\nside: us\nkind: remarks\n---\n\nMR. ASHDOWN: We'll go to Marrow News for the first question.\n\n\
        QUESTION: Did you raise fentanyl?\n\nSECRETARY ASHDOWN: Thank you. We need to see more done.\n\n\
        We both agree that it takes time.\n";
    assert_eq!(speakers("us.md", call), ["none", "none", "us", "us", "both"]);
    // Thanks for a question are no subject that goes on; what was asked is.
    assert_eq!(topics("us.md", call)[2..4], ["meeting", "counternarcotics"]);
}

#[test]
fn what_is_recalled_in_a_speech_does_not_take_the_word() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let recalled = format!(
        "{names}蓝书瑜指出，双方应相互尊重。去年在湖滨，美方表示不寻求新冷战。双方要扩大共识。\n\n一是管控分歧。"
    );
    assert_eq!(speakers("cn.md", &recalled), ["cn", "us", "cn", "cn"]);
    // A side that answers goes on to the end of the paragraph, and no further.
    let answered =
        format!("{names}蓝书瑜强调，关税应取消。美方表示愿继续磋商，认真研究中方关切。\n\n要以实际行动落实共识。");
    assert_eq!(speakers("cn.md", &answered), ["cn", "us", "cn"]);
    let often = format!("{names}蓝书瑜强调，江河山多次表示不寻求新冷战。希望美方言行一致。");
    assert_eq!(speakers("cn.md", &often), ["cn", "cn"]);
}

#[test]
fn things_have_no_will() {
    let zh = "美方表示，本次会议取得积极成果，愿同中方共同落实好会议共识。\n\n本次会晤十分重要，将为两国关系注入稳定性。\n\n\
        王毅说，这次访问取得成功，将继续为两国关系注入动力。";
    assert_eq!(acts("cn.md", zh)[..2], ["commit", "describe"]);
    assert_ne!(acts("cn.md", zh)[2], "commit");
    let en = "---\nside: us\nprincipals:\n  us: [Ada Ashdown]\n---\n\nSecretary Ashdown secured investments that will create jobs. \
        Secretary Ashdown said the United States will open its market.";
    assert_ne!(acts("us.md", en)[0], "commit");
    assert_eq!(acts("us.md", en)[1], "commit");
    // What is still to be reached is no progress.
    assert_eq!(acts("cn.md", "中方指出，双方可以相互支持，争取会议取得积极成果。"), ["state"]);
}

#[test]
fn those_who_agree_in_the_end_agree_together() {
    let front = "---\nside: us\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let body = format!("{front}Secretary Ashdown invited Minister Lan to Lakeford, and they agreed to set a date.");
    assert_eq!(speakers("us.md", &body), ["both"]);
    let body = format!("{front}Secretary Ashdown raised concerns about fentanyl, and they agreed to set a date.");
    assert_eq!(speakers("us.md", &body), ["us"]);
}

#[test]
fn a_deal_takes_two_and_a_promise_one() {
    let front = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Ashdown, Bo Marsh]\n  cn: [Lan Shuyu]\n---\n\n";
    let coded = |words: &str| {
        let body = format!("{front}{words}");
        format!("{} {}", speakers("us.md", &body)[0], acts("us.md", &body)[0])
    };
    for both in [
        "A deal was also struck on port fees.",
        "President Ashdown reached a trade and economic deal with President Lan.",
        "We have reached a deal with China on port fees.",
        "President Lan and I agreed that he will visit Lakeford.",
    ] {
        assert_eq!(coded(both), "both agree", "{both}");
    }
    for one in ["China agreed not to retaliate.", "President Lan agreed to authorize the purchase of soybeans."] {
        assert_eq!(coded(one), "cn commit", "{one}");
    }
    assert_eq!(coded("The United States agreed to work with China on rules."), "us commit");
    assert_eq!(acts("cn.md", "美方同意就关税问题同中方磋商。美方同意中方的看法。"), ["commit", "state"]);
}

#[test]
fn what_another_side_will_do_is_its_act_in_remarks_too() {
    let front = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let coded = |words: &str| {
        let text = format!("{front}I had a good meeting with President Lan. {words}");
        (speakers("us.md", &text)[1].clone(), acts("us.md", &text)[1])
    };
    for one in [
        "Additionally, China has agreed to continue the flow of rare earths.",
        "China will be buying soybeans.",
        "Very significantly, China has strongly stated that they will work with us on fentanyl.",
    ] {
        assert_eq!(coded(one), ("cn".to_owned(), "commit"), "{one}");
    }
    // What it will meet with, or do against others, is foretold.
    for one in [
        "China will have to decide.",
        "China will never win a trade war.",
        "China will continue to threaten its neighbours.",
        "China will try to steal our technology.",
        "China is going to collapse.",
        "China will take advantage of us.",
    ] {
        assert_eq!(coded(one).0, "us", "{one}");
    }
    let front = "---\nside: cn\nlanguage: zh\nkind: remarks\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!(
        "{front}双方取得成果。\n\n一、美方将暂停实施有关措施一年。中方将相应调整反制措施。美方信誉受损。美方将恢复对台军售。美方已取消对话。"
    );
    assert_eq!(speakers("cn.md", &body), ["both", "us", "cn", "cn", "cn", "cn"]);
}

#[test]
fn in_a_post_he_and_they_are_the_others() {
    let post = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n\
        Excellent telephone conversation with President Lan.\n\n\
        I spoke to President Lan. He agreed to lift the tariffs. They have raised the quota.\n";
    assert_eq!(speakers("us.md", post), ["us", "both", "cn", "cn"]);
}

#[test]
fn what_a_sentence_is_about_takes_no_word() {
    let front = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!(
        "{front}江河山表示，理解中方关切。\n\n关于中美关系，蓝书瑜表示，对话比对抗好。中方将考虑如何同美方接触。\n\n\
         中方强调，台湾问题事关中国主权。美方在会谈中重申，坚持一个中国政策。"
    );
    assert_eq!(speakers("cn.md", &body), ["us", "cn", "cn", "cn", "us"]);
}

#[test]
fn words_behind_a_dateline_begin_a_text() {
    let front = "---\nside: cn\nlanguage: en\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let body = format!(
        "{front}WASHINGTON, May 12 (Wire) -- The two sides agreed to meet.\n\nBEIJING, May 13 — Minister Lan met Secretary Ashdown.\n\n\
         WASHINGTON – Today, Secretary Ashdown held a call with Minister Lan.\n"
    );
    assert_eq!(speakers("cn.md", &body), ["both", "both", "both"]);
    // Capitals that no place is named by.
    let body = format!("{front}Trade – Secretary Ashdown met Minister Lan.\n");
    assert_eq!(speakers("cn.md", &body).len(), 1);
}

#[test]
fn what_is_said_at_a_meeting_is_no_meeting() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!("{names}蓝书瑜在同江河山会晤时提出了三条建议。\n\n蓝书瑜在湖滨会见江河山。\n");
    assert_eq!(speakers("cn.md", &body), ["cn", "both"]);
    // A principle that must be kept is a demand, and 'one China' no side that speaks.
    assert_eq!(acts("cn.md", &format!("{names}蓝书瑜强调，一个中国原则是政治基础，必须恪守。")), ["demand"]);
}

#[test]
fn names_before_words_and_fellows_of_one_side() {
    let front = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Ashdown, Paul Dorn]\n  cn: [Lan Shuyu]\n---\n\n";
    let speak = |words: &str| speakers("us.md", &format!("{front}{words}"));
    assert_eq!(speak("Secretary Ashdown: We have reached a framework on port fees. It is a good one."), ["both", "us"]);
    let met = "---\nside: us\nprincipals:\n  us: [Ada Ashdown, Paul Dorn]\n  cn: [Lan Shuyu]\n---\n\n\
        Secretary Ada Ashdown and United States Trade Representative Paul Dorn spoke by video with Vice Premier Lan Shuyu.";
    assert_eq!(speakers("us.md", met), ["both"]);
    assert_eq!(acts("us.md", &format!("{front}We’ll continue to consult our allies.")), ["commit"]);
}

#[test]
fn who_told_what_the_other_said_goes_on_for_his_own_side() {
    let body = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n\
        蓝书瑜表示，双方应相互尊重。江河山总统对此作出回应，并表示不寻求新冷战。中方始终从这一原则出发。双方应当着眼长远。";
    assert_eq!(speakers("cn.md", body), ["cn", "us", "cn", "cn"]);
}

/// What is agreed on is no encounter, a place no subject, an office no topic, and a pretext an objection.
#[test]
fn agreed_meetings_places_offices_and_pretexts() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let read = |words: &str| (speakers("cn.md", &format!("{names}{words}")), acts("cn.md", &format!("{names}{words}")));
    let one = |words: &str| {
        let (who, what) = read(words);
        format!("{} {}", who[0], what[0])
    };
    assert_eq!(one("双方同意保持经常性沟通，中美商务部长每年会面一次。"), "both agree");
    assert_eq!(one("首次会议将于年初在美国举行。"), "none describe");
    assert_eq!(one("中方认为，以安全为由设置壁垒站不住脚。"), "cn concern");
    assert_eq!(one("我提出了“四个应该”。"), "none describe");
    let topics = |name: &str, words: &str| {
        let side = &name[..2];
        let coded =
            readout::coding::code(text(name, &format!("---\nside: {side}\n---\n\n{words}")), book()).expect("coded");
        coded.statements[0].topics.clone()
    };
    assert_eq!(topics("cn.md", "科技部、工业和信息化部等部门代表参加会议。"), ["meeting"]);
    assert_eq!(topics("us.md", "Secretary Mayordale met on Monday with the minister in Lakeford."), ["meeting"]);
}

/// What is asked for goes on over its verbs, and what somebody retells within a speech is whose it was.
#[test]
fn asking_goes_on_and_retold_words_are_whose_they_were() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let coded = |words: &str| {
        readout::coding::code(text("cn.md", &format!("{names}{words}")), book()).expect("coded").statements
    };
    let asked = coded("蓝书瑜要求美方停止武装台湾，取消对中国企业的非法制裁。");
    assert!(asked[0].acts.iter().all(|act| act.as_str() == "demand"), "{:?}", asked[0].acts);
    let both = coded("蓝书瑜要求美方停止武装台湾，愿同美方加强禁毒合作。");
    assert_eq!(both[0].act_on("counternarcotics").as_str(), "commit");
    let words = "蓝书瑜指出，两国关系处在十字路口。总统先生刚刚重申，美方不支持“台独”。我和总统先生都同意加强沟通。总统先生多次讲过不支持“台独”。";
    assert_eq!(speakers("cn.md", &format!("{names}{words}")), ["cn", "us", "both", "cn"]);
}

#[test]
fn what_is_counted_out_is_asked_for() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let asked = format!("{names}蓝书瑜指出，双方应坚持三点原则。一是相互尊重。这很重要。二是和平共处。");
    assert_eq!(acts("cn.md", &asked), ["demand", "demand", "state", "demand"]);
    // What is only told of is not asked for, nor what another counts out.
    let told = format!("{names}蓝书瑜指出，对话有三个特点：一是坦诚。\n\n江河山表示，有两点体会：一是坦诚。");
    assert!(!acts("cn.md", &told).contains(&"demand"), "{:?}", acts("cn.md", &told));
    // An older demand counts out nothing that another sentence begins to.
    let older =
        format!("{names}蓝书瑜表示，美方应停止对台军售。\n\n会谈取得以下成果。\n\n一是两军沟通恢复。二是工作组成立。");
    assert_eq!(
        acts("cn.md", &older)[2..].iter().filter(|act| **act == "demand").count(),
        0,
        "{:?}",
        acts("cn.md", &older)
    );
}

/// What stands between the numbers of what was agreed on is agreed on with them.
#[test]
fn what_is_counted_out_is_agreed_on() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let agreed = format!(
        "{names}双方达成两点共识：一是双方同意保持高层交往。继续发挥各领域磋商机制作用。两国工作组将举行会议。\n\n\
         双方就地区形势进行磋商。"
    );
    assert_eq!(acts("cn.md", &agreed)[1..], ["agree", "agree", "describe"]);
}

/// Whose territory a sentence means, the sentence before it tells.
#[test]
fn a_territory_is_that_of_the_subject() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let island = format!("{names}蓝书瑜指出，台湾问题是中国内政。维护国家主权和领土完整是我们的使命。");
    assert_eq!(topics("cn.md", &island)[1], "political-system,taiwan");
    let other = format!("{names}蓝书瑜指出，美方应取消关税。维护国家主权和领土完整是我们的使命。");
    assert_eq!(topics("cn.md", &other)[1], "political-system");
}

/// What stands behind an office and goes on is nobody's name.
#[test]
fn a_word_behind_an_office_is_no_name() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!("{names}蓝书瑜表示，两国总统为中美关系指明了方向。");
    assert_eq!(topics("cn.md", &body), ["relationship"]);
    let front = "---\nside: cn\nlanguage: en\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let body = format!("{front}Lan Shuyu said that they had made this clear in their phone call on June 5.");
    assert_eq!(acts("cn.md", &body), ["state"]);
}

/// What must not happen is asked for, and accuses nobody.
#[test]
fn what_must_not_be_harmed_is_no_accusation() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!("{names}蓝书瑜指出，双方不能损害彼此利益。美方损害中方利益。对华遏制不会得逞。");
    assert_eq!(acts("cn.md", &body), ["demand", "concern", "warn"]);
    // What must be pointed out is not asked for.
    let body = format!("{names}蓝书瑜表示，但必须指出的是，美方打压没有停止。");
    assert_eq!(acts("cn.md", &body), ["concern"]);
    // That there are differences makes them no subject of what follows.
    let body = format!("{names}蓝书瑜指出，大国之间难免有矛盾分歧，但不能搞冲突对抗。");
    assert_eq!(acts("cn.md", &body), ["demand"]);
    let front = "---\nside: us\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let body = format!(
        "{front}Secretary Ashdown noted her concern about export controls. She said that the PRC has scheduled dangerous drugs. \
         She said that it is essential that Chinese firms avoid helping the brutal campaign."
    );
    assert_eq!(acts("us.md", &body), ["concern", "state", "demand"]);
}

#[test]
fn measures_are_taken_over_a_subject() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let one = format!("{names}关于乌克兰问题，蓝书瑜强调，中方始终劝和促谈。美方不应滥施单边制裁。");
    assert_eq!(topics("cn.md", &one)[1], "sanctions,ukraine");
    // In a paragraph of their own they are the subject.
    let other = format!("{names}关于乌克兰问题，蓝书瑜强调，中方始终劝和促谈。\n\n美方不应滥施单边制裁。");
    assert_eq!(topics("cn.md", &other)[1], "sanctions");
}

#[test]
fn goods_in_general_yield_to_the_subject_of_the_sentence() {
    let topics = |words: &str| topics("us.md", &format!("---\nside: us\nkind: remarks\n---\n\n{words}")).remove(0);
    assert_eq!(topics("They discussed methane from agriculture and coal."), "climate");
    assert_eq!(topics("They discussed agriculture and coal."), "trade");
    assert_eq!(topics("They discussed climate and tariffs."), "climate,trade");
}

#[test]
fn that_they_met_is_told_of_the_encounter_in_whatever_document() {
    let front = "---\nside: us\ntitle: Working group on counternarcotics\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let text = format!(
        "{front}Secretary Ashdown met Minister Lan in Lakeford. They had a candid exchange of views. They agreed to continue."
    );
    let topics = topics("us.md", &text);
    assert_eq!((topics[0].as_str(), topics[1].as_str()), ("counternarcotics,meeting", "meeting"));
    assert!(topics[2].contains("counternarcotics"), "{topics:?}");
}

#[test]
fn whoever_speaks_for_himself_answers_and_calls_the_other_by_name() {
    let front = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\n";
    let speaker = |words: &str| speakers("us.md", &format!("{front}{words}")).remove(0);
    assert_eq!(speaker("The Chinese side raised the lists, and we told them that they will stay."), "us");
    assert_eq!(speaker("The Chinese side raised the lists."), "cn");
    assert_eq!(speaker("So, Minister Lan, I look forward to our dialogue."), "us");
    assert_eq!(speaker("Minister Lan, who leads the team, said that the talks were long."), "cn");
}

#[test]
fn nobody_speaks_in_what_a_sentence_is_about_or_rests_on() {
    let front = "---\nside: cn\nlanguage: zh\nkind: remarks\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let speaker = |words: &str| speakers("cn.md", &format!("{front}{words}")).remove(0);
    assert_eq!(speaker("关于蓝书瑜部长同江河山防长视频通话，我们已经发布了消息。"), "cn");
    assert_eq!(speaker("根据双方达成的共识，中方将派团赴美。"), "cn");
}

#[test]
fn what_a_text_gives_as_the_others_words_it_does_not_raise_itself() {
    let coded = |words: &str| {
        let body = format!("---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n{words}");
        readout::coding::code(text("cn.md", &body), book()).expect("coded")
    };
    let told = coded("江河山表示，美方继续奉行一个中国政策。");
    assert_eq!(told.statements[0].speaker.as_str(), "us");
    assert!(
        !told.raises_itself(["taiwan"]) && told.raises_itself(["taiwan", "trade"]) == told.raises_itself(["trade"])
    );
    assert!(coded("蓝书瑜强调，台湾是中国的一部分。").raises_itself(["taiwan"]));
}

/// Both countries are one subject however they are named, and numbers and things that only count two are none.
#[test]
fn who_must_do_it_is_found_in_english_texts_of_the_chinese_side() {
    let front = "---\nside: cn\nlanguage: en\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\nLan Shuyu noted that the relationship matters.\n\n";
    let coded = |words: &str| {
        let (who, what) = (speakers("cn.md", &format!("{front}{words}")), acts("cn.md", &format!("{front}{words}")));
        format!("{} {}", who[1], what[1])
    };
    assert_eq!(coded("China and the United States should be partners and friends."), "cn demand");
    assert_eq!(coded("China and the US should keep talking."), "cn demand");
    assert_eq!(coded("The two choices point to two different directions."), "cn state");
    assert_eq!(coded("The two agreed to meet again."), "both agree");
    assert_eq!(coded("Managing differences and cooperating in areas of common interest will help."), "cn state");
    let us = "---\nside: us\nprincipals:\n  us: [Ada Ashdown]\n  cn: [Lan Shuyu]\n---\n\nAda Ashdown met with Lan Shuyu.\n\n";
    let coded = |words: &str| {
        let (who, what) = (speakers("us.md", &format!("{us}{words}")), acts("us.md", &format!("{us}{words}")));
        format!("{} {}", who[1], what[1])
    };
    let emitter = "Ashdown stressed that the PRC, as the world's largest emitter, should set a target.";
    assert_eq!(coded(emitter), "us demand");
    assert_eq!(coded("They welcomed the group, and agreed that the groups will continue to meet."), "both agree");
    // A condition is no subject of what follows it, nor does 'should' ask for it.
    assert_ne!(coded("If the parties are unable to reach an agreement, the tariffs will be raised."), "both agree");
    assert_eq!(
        coded("Lan stated that he is open to approving the deal should it again be presented to him."),
        "cn state"
    );
    // What other states do together is not what both did.
    assert_ne!(coded("Japan and the Republic of Korea agreed to restore the balance."), "both agree");
}

/// A warning that hangs on something is of what it hangs on too.
#[test]
fn a_warning_is_of_its_condition() {
    let front = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let words = "蓝书瑜表示，台湾问题是中美之间最敏感的问题，一旦处理失误，将对中美关系造成颠覆性破坏。";
    let coded = readout::coding::code(text("cn.md", &format!("{front}{words}")), book()).expect("coded");
    assert_eq!(coded.statements[0].act.as_str(), "warn");
    assert_eq!(coded.statements[0].act_on("taiwan").as_str(), "warn");
}

/// A leader of the other side whom a speech quotes speaks for the sentence, and for no other.
#[test]
fn a_speech_that_quotes_a_leader_gives_him_a_sentence() {
    let front = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let words = "蓝书瑜表示，中方立场十分明确。江河山在视频会晤中明确表示，美方不寻求“新冷战”。这些话应当落实。";
    assert_eq!(speakers("cn.md", &format!("{front}{words}")), ["cn", "us", "cn"]);
}

/// Differences are no agreement, and a third state beside one's own is no party.
#[test]
fn who_does_what_together() {
    let one = |name: &str, words: &str| {
        let names = "principals:\n  us: [Mara Colby]\n  cn: [Lu Anping]\n";
        let whole = format!("---\nside: {}\n{names}---\n\n{words}", &name[..2]);
        format!("{} {}", speakers(name, &whole).last().expect("one"), acts(name, &whole).last().expect("one"))
    };
    for (name, words, want) in [
        ("us.md", "The two sides have deep differences over Taiwan.", "both describe"),
        ("us.md", "The two sides remain far apart on export controls.", "both describe"),
        ("cn.md", "双方在台湾问题上存在严重分歧。", "both describe"),
        ("us.md", "Japan and the United States opposed unilateral changes in the East China Sea.", "us concern"),
        ("us.md", "The United States reached an agreement with Japan on export controls.", "us state"),
        ("cn.md", "陆安平强调，合作是唯一选择。双方达成重要共识。", "both agree"),
        ("cn.md", "外交部发言人就美方售台武器答记者问。", "cn state"),
        ("cn.md", "鉴于美方取消关税，中方决定暂停反制。", "cn commit"),
        ("cn.md", "商务部新闻发言人表示，美方应取消关税。", "cn demand"),
        ("cn.md", "美方不得售台武器。", "cn demand"),
        ("cn.md", "我们要求美方停止售台武器。", "cn demand"),
        ("us.md", "The Treasury Department urged China to lift the tariffs.", "us demand"),
        ("us.md", "China's Foreign Ministry urged the United States to lift the tariffs.", "cn demand"),
        ("us.md", "The Chinese also raised concerns about export controls.", "cn concern"),
        ("us.md", "The Secretary said there is no doubt we will defend our allies.", "us commit"),
        ("us.md", "The Secretary noted the PRC's commitment to stop fentanyl precursors.", "us state"),
        (
            "us.md",
            "Secretary Mara Colby met with Foreign Minister Lu Anping. The Foreign Minister raised concerns about export controls.",
            "cn concern",
        ),
    ] {
        assert_eq!(one(name, words), want, "{words}");
    }
}

#[test]
fn ones_own_side_takes_the_word_again_behind_an_opening() {
    let body = |opening: &str| {
        format!(
            "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n江河山表示，美方愿同中方加强合作。\n\n{opening}中方要求美方停止售台武器。"
        )
    };
    for opening in ["", "首先，", "7月10日，", "在台湾问题上，"] {
        assert_eq!(speakers("cn.md", &body(opening)), ["us", "cn"], "{opening}");
    }
}

#[test]
fn who_was_there_is_told_and_raises_no_topic_of_its_ministry() {
    let body = "---\nside: us\nprincipals:\n  us: [Ada Renshaw]\n  cn: [Lu Anping]\n---\n\n\
        The two sides agreed to meet again. The PRC delegation included officials from the Ministry of Science and Technology.\n";
    assert_eq!(speakers("us.md", body), ["both", "none"]);
    assert_eq!(acts("us.md", body)[1], "describe");
    assert_eq!(topics("us.md", body)[1], "meeting");
}

#[test]
fn concerns_about_challenges_are_concerns_and_welcomed_plans_are_welcomed() {
    let body = "---\nside: us\nprincipals:\n  us: [Ada Renshaw]\n  cn: [Lu Anping]\n---\n\n\
        Secretary Renshaw met Minister Lu. She raised concerns about the rising challenges that farmers face. \
        She welcomed the recent talks, as well as plans to convene a call. \
        She reinforced the Administration's commitment to protecting farmers. \
        She cited several recent unsafe approaches at sea. \
        She reiterated the PRC's obligation to keep its distance.\n";
    assert_eq!(acts("us.md", body)[1..], ["concern", "praise", "commit", "concern", "demand"]);
}

/// A leader's post on a meeting is his side's words, whatever the front matter calls it.
#[test]
fn a_text_that_begins_with_i_is_the_words_of_whoever_publishes_it() {
    let post = "---\nside: us\nprincipals:\n  us: [Ada Renshaw]\n  cn: [Lu Anping]\n---\n\n\
        I had a fine meeting with Minister Lu. There is great respect between our nations. China has agreed to buy soybeans. \
        They'll help us with fentanyl. Our farmers will be glad! And we spoke again last night. \
        As Secretary Renshaw said, the visit set the tone.\n";
    assert_eq!(speakers("us.md", post)[1..], ["us", "cn", "cn", "us", "both", "us"]);
}

#[test]
fn what_is_one_or_stands_on_a_question_asks_nothing_and_is_no_subject() {
    let names = "---\nside: cn\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body = format!(
        "{names}蓝书瑜强调，两岸统一是不可阻挡的大势。美方在台湾问题上应当谨言慎行。\
         希望美方将不寻求冲突的表态落实到行动中。"
    );
    assert_eq!(acts("cn.md", &body), ["state", "demand", "demand"]);
}

#[test]
fn lines_that_no_sign_ends_are_headings_and_nobody_s_words() {
    let names = "---\nside: cn\nkind: remarks\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n";
    let body =
        format!("{names}一、关于会晤的总体情况\n\n会晤积极、有成果。\n\n二、关于台湾问题\n\n台湾问题是中国内政。\n");
    assert_eq!(speakers("cn.md", &body), ["none", "cn", "none", "cn"]);
    let call = "---\nside: us\nkind: remarks\n---\n\nLakeford Hall\n\nWe met for two hours.\n\nSoybeans are coming.\n";
    assert_eq!(speakers("us.md", call)[0], "none");
}

#[test]
fn in_a_transcript_i_is_whose_turn_it_is() {
    let body = "---\nside: us\nkind: remarks\nprincipals:\n  us: [Ada Renshaw]\n  cn: [Lu Anping]\n---\n\n\
        Ada Renshaw: Welcome back. I value our talks.\n\n\
        Lu Anping: Good to meet you again. I firmly believe in our future. We shoulder heavy duties.\n\n\
        Ada Renshaw: Thank you.\n\nLu Anping: I agree.\n";
    assert_eq!(speakers("us.md", body)[..5], ["us", "us", "cn", "cn", "cn"]);
}

#[test]
fn what_one_makes_of_the_others_doings_is_ones_own_word() {
    let body = "---\nside: cn\nkind: remarks\nlanguage: zh\nprincipals:\n  us: [江河山]\n  cn: [蓝书瑜]\n---\n\n\
        路透社记者：请问芬太尼问题？\n\n蓝书瑜：责任在美国自身。美方近来无视中方善意，无理加征关税。印度和巴基斯坦是邻居。\n";
    assert_eq!(speakers("cn.md", body)[1..], ["cn", "cn", "cn"]);
}

/// Who tells the other side something is one side, whatever 'they' is else.
#[test]
fn they_who_speak_to_the_other_side_are_one_side() {
    let head = "---\nside: us\nprincipals:\n  us: [Dana Ashby]\n  cn: [Gao Ling]\n---\n\n";
    let of = |text: &str| speakers("us.md", &format!("{head}{text}\n"));
    let opening = "Senator Ashby met with Minister Gao.";
    assert_eq!(of(&format!("{opening} They assured their hosts that they seek no conflict."))[1], "us");
    assert_eq!(of(&format!("{opening} They told Minister Gao that tariffs must go."))[1], "us");
    assert_eq!(of("They discussed trade.")[0], "both");
    let delegation =
        format!("{opening} Minister Gao said that he would look into it. The delegation urged China to act.");
    assert_eq!(of(&delegation)[2], "us");
    assert_eq!(of("The two sides discussed Taiwan, and Secretary Ashby stressed that peace matters.")[0], "us");
    assert_eq!(of("The Chinese side did express a willingness to resume the talks.")[0], "cn");
    let flights = "Secretary Ashby said that lines must stay open. The PLA delegation objected to flights near China.";
    assert_eq!(of(flights), ["us", "cn"]);
}

/// Who is invited and accepts does so together with whoever invites.
#[test]
fn an_invitation_that_is_accepted_is_of_both() {
    let head = "principals:\n  us: [Dana Ashby, 阿什比]\n  cn: [Gao Ling, 高岭]\n---\n\n";
    let us =
        format!("---\nside: us\n{head}Minister Gao invited Secretary Ashby to visit in April, and she accepted.\n");
    assert_eq!((speakers("us.md", &us), acts("us.md", &us)), (vec!["both".to_owned()], vec!["agree"]));
    let cn = format!("---\nside: cn\nlanguage: zh\n{head}高岭邀请阿什比明年访华，阿什比愉快地接受了邀请。\n");
    assert_eq!((speakers("cn.md", &cn), acts("cn.md", &cn)), (vec!["both".to_owned()], vec!["agree"]));
}

/// Several of one side are one side, and so are 'they' behind them; those whom we call our counterparts are the other.
#[test]
fn several_of_one_side_are_no_two_sides() {
    let head = "---\nside: us\nprincipals:\n  us: [Dana Ashby, Ben Holt]\n  cn: [Gao Ling]\n---\n\n";
    let of = |text: &str| speakers("us.md", &format!("{head}{text}\n"));
    let both = "Secretary Ashby met with Minister Gao.";
    let objected =
        "The Secretary and Ambassador Holt objected to the new controls. They made clear that tariffs may rise.";
    assert_eq!(of(&format!("{both} {objected}"))[1..], ["us", "us"]);
    assert_eq!(of(&format!("{both} {objected} They agreed to meet again."))[3], "both");
    assert_eq!(of(&format!("{both} {objected}\n\nThey made clear that lines must stay open."))[3], "both");
    assert_eq!(
        of("Minister Gao was there. The Secretary and Ambassador Holt met with him. They discussed trade.")[1..],
        ["both", "both"]
    );
    assert_eq!(of("The Secretary and the Chinese Ambassador agreed to stay in touch.")[0], "both");
    assert_eq!(of("Our counterparts told us that they want to keep talking.")[0], "cn");
    assert_eq!(of("We value our counterparts.")[0], "us");
}

/// What both agree on behind how the talks were, they agree on; behind how long they were nobody need say anything.
#[test]
fn those_who_agree_in_the_end_may_stand_behind_how_the_talks_were() {
    let of = |text: &str| {
        let text = format!("---\nside: us\nprincipals:\n  us: [Dana Ashby]\n  cn: [Gao Ling]\n---\n\n{text}\n");
        (speakers("us.md", &text).remove(0), acts("us.md", &text).remove(0))
    };
    for text in [
        "The exchange was frank, and the two officials agreed to remain in contact.",
        "The talks lasted two hours, and they agreed on a hotline.",
    ] {
        assert_eq!(of(text), ("both".to_owned(), "agree"), "{text}");
    }
    for text in ["The talks were frank, and the hall was cold.", "The talks were held as they had agreed in May."] {
        assert_eq!(of(text).0, "none", "{text}");
    }
}

/// To talk about a thing is not to agree on it, and whoever takes the word behind it speaks for himself.
#[test]
fn what_both_talked_about_is_not_agreed() {
    let head = "principals:\n  us: [Dana Ashby]\n  cn: [高岭]\n---\n\n";
    for text in ["They discussed resuming the arms-control talks.", "The two sides discussed how to restore trust."] {
        assert_eq!(acts("us.md", &format!("---\nside: us\n{head}{text}\n")), ["describe"], "{text}");
    }
    let cn = |text: &str| format!("---\nside: cn\nlanguage: zh\n{head}{text}\n");
    for text in ["双方讨论了恢复军控磋商。", "双方就成立工作组交换了意见。"] {
        assert_eq!(acts("cn.md", &cn(text)), ["describe"], "{text}");
    }
    assert_eq!(acts("cn.md", &cn("双方商定恢复军控磋商。")), ["agree"]);
    let refused = cn("双方讨论了军控问题，中方指出，在美方停止售武之前，不具备恢复磋商的条件。");
    assert_eq!(speakers("cn.md", &refused), ["cn"]);
    assert_ne!(acts("cn.md", &refused), ["agree"]);
}

/// The sides of a meeting are no subject of it, and two countries that agree are both of them.
#[test]
fn the_names_of_the_sides_raise_no_topic() {
    let of = |side: &str, text: &str| {
        let head = format!("---\nside: {side}\nprincipals:\n  {side}: [Dana Ashby]\n  cn: [高岭]\n---\n\n");
        (
            topics(&format!("{side}.md"), &format!("{head}{text}\n")),
            speakers(&format!("{side}.md"), &format!("{head}{text}\n")),
        )
    };
    for (side, text) in [
        ("ru", "Russia and China agreed to expand tourism."),
        ("jp", "Japan and China agreed to expand tourism."),
        ("ru", "中国和俄罗斯同意扩大旅游合作。"),
        ("ru", "俄罗斯与中国同意扩大旅游合作。"),
    ] {
        let (topics, speakers) = of(side, text);
        assert_eq!((topics, speakers), (vec!["people-to-people".to_owned()], vec!["both".to_owned()]), "{text}");
    }
    // Of a third state it is about that.
    assert_eq!(of("jp", "Japan raised concerns about Russia.").0, ["ukraine"]);
}

/// A state that is the subject of a sentence acts in it, whatever its verb: nobody's agreement before goes on over it.
#[test]
fn a_side_acts_by_whatever_verb() {
    let of = |side: &str, text: &str| {
        let name = format!("{side}.md");
        let text = format!("---\nprincipals:\n  us: [Dana Ashby]\n  cn: [Gao Ling, 高岭]\n---\n\n{text}\n");
        speakers(&name, &text).into_iter().zip(acts(&name, &text)).skip(1).collect::<Vec<_>>()
    };
    for (own, text) in [
        ("us", "The United States fined nine banks."),
        ("us", "The United States still relies on that port."),
        ("us", "The United States, together with its partners, blacklisted a shipyard."),
        ("cn", "China withdrew its offer."),
        ("cn", "In March, China quietly doubled the fee."),
        ("cn", "The PRC hoards grain for two years."),
    ] {
        let found = of("us", &format!("The two sides agreed to open a second channel. {text}"));
        assert_eq!(found.first().map(|(who, _)| who.as_str()), Some(own), "{text}");
        assert!(found.iter().all(|(_, act)| *act != "agree"), "{text}");
        // In somebody's speech it is his words.
        let found = of("cn", &format!("Gao Ling stressed that trade matters. {text}"));
        assert_eq!(found.first().map(|(who, _)| who.as_str()), Some("cn"), "{text}");
    }
    // What is told of firms of one side is no agreement.
    for text in ["Chinese shipyards dump steel.", "U.S. farmers suffered losses."] {
        let found = of("us", &format!("The two sides agreed to open a second channel. {text}"));
        assert_eq!(found, [("none".to_owned(), "describe")], "{text}");
    }
    let of_both = "The two sides agreed to open a second channel. The U.S.-PRC grain group saves lives.";
    assert_eq!(of("us", of_both)[0].0, "both");
    // What only stands beside a name is no verb of its side.
    for text in ["U.S. led talks on grain remain open.", "The two sides' grain talks remain open."] {
        let found = of("us", &format!("The two sides agreed to open a second channel. {text}"));
        assert_ne!(found.first().map(|(who, _)| who.as_str()), Some("cn"), "{text}");
    }
    for text in ["美国国内粮价飞涨。", "在美国，粮价飞涨。"] {
        assert_eq!(of("cn", &format!("双方同意开设第二条渠道。{text}")), [("none".to_owned(), "describe")], "{text}");
    }
    for text in ["美国面临严重的粮食危机。", "美国封存了九家银行的账户。", "中方拥有两座港口。"]
    {
        let found = of("cn", &format!("双方同意开设第二条渠道。{text}"));
        let own = if text.starts_with('美') { "us" } else { "cn" };
        assert_eq!(found, [(own.to_owned(), "state")], "{text}");
    }
}

/// The status quo is that of whatever the sentence names; alone it is Taiwan's only between those two who speak of it so.
#[test]
fn the_status_quo_is_not_always_of_taiwan() {
    let of = |other: &str, text: &str| {
        let text = format!("---\nside: us\nprincipals:\n  us: [Dana Ashby]\n  {other}: [Gao Ling]\n---\n\n{text}\n");
        topics("us.md", &text).remove(0)
    };
    for text in [
        "Secretary Ashby opposed any change to the status quo of the northern islands.",
        "Secretary Ashby opposed attempts to change the status quo along the river line.",
    ] {
        assert_ne!(of("cn", text), "taiwan", "{text}");
    }
    let across = "Secretary Ashby opposed any change to the status quo across the Strait.";
    assert_eq!([of("cn", across), of("in", across)], ["taiwan", "taiwan"]);
    let alone = "Secretary Ashby opposed unilateral changes to the status quo by either side.";
    assert_eq!(of("cn", alone), "taiwan");
    assert_ne!(of("in", alone), "taiwan");
}

/// Whose minister somebody is, is no subject of the text, nor is the name of a side in its title.
#[test]
fn the_nation_of_a_principal_is_no_topic() {
    let text = "---\nside: cn\nlanguage: zh\ntitle: 高岭同泰国外长颂隆会谈\nprincipals:\n  ru: [颂隆]\n  cn: [高岭]\n---\n\n\
                外交部长高岭在曼谷同泰国外长颂隆会谈。中方愿提供水文数据。双方谈及缅甸局势。\n";
    let found = topics("cn.md", text);
    assert_eq!([found[0].as_str(), found[2].as_str()], ["meeting", "regional-other"]);
    assert_ne!(found[1], "regional-other");
    let text = "---\nside: in\ntitle: Meeting of the envoys of India and China\nprincipals:\n  in: [Dana Ashby]\n  cn: [Gao Ling]\n---\n\n\
                Envoy Ashby met Envoy Gao Ling. The Chinese side said that it would share hydrological data.\n";
    assert!(topics("in.md", text).iter().all(|topics| topics != "regional-other"));
}

/// Whoever is asked for something is asked: the words of asking know no sides by name.
#[test]
fn any_side_can_be_asked_and_warned() {
    let of = |text: &str| {
        let text = format!("---\nside: cn\nlanguage: zh\nprincipals:\n  in: [达纳]\n  cn: [高岭]\n---\n\n{text}\n");
        acts("cn.md", &text).remove(0)
    };
    for side in ["美方", "印方", "越方", "俄方", "欧方", "印度", "欧盟"] {
        assert_eq!(of(&format!("高岭表示，希望{side}撤走哨所。")), "demand", "{side}");
        assert_eq!(of(&format!("高岭表示，要求{side}撤走哨所。")), "demand", "{side}");
    }
    for side in ["美方", "印方", "越方"] {
        assert_eq!(of(&format!("高岭表示，如{side}再建哨所，必将适得其反。")), "warn", "{side}");
        assert_eq!(of(&format!("高岭向{side}表明严正立场。")), "concern", "{side}");
        assert_eq!(of(&format!("高岭表示，希望同{side}扩大往来。")), "commit", "{side}");
    }
    let asked = |text: &str| {
        let text = format!("---\nside: in\nprincipals:\n  in: [Dana Ashby]\n  cn: [Gao Ling]\n---\n\n{text}\n");
        acts("in.md", &text).remove(0)
    };
    for text in ["hoped that India would leave", "expected India to leave", "told India to leave"] {
        assert_eq!(asked(&format!("Minister Gao Ling {text}.")), "demand", "{text}");
    }
    assert_eq!(asked("Minister Gao Ling told India that grain is dear."), "state");
    for text in
        ["高岭表示，希望地方政府参与。", "达纳表示，希望印方企业参与。", "高岭表示，如双方携手努力，必将造福人民。"]
    {
        assert_eq!(of(text), "state", "{text}");
    }
}

/// Who calls a measure protectionism that harms the green growth of others speaks of trade.
#[test]
fn protectionism_that_harms_what_is_green_is_trade() {
    let of = |name: &str, text: &str| topics(name, text).remove(0);
    assert_eq!(of("cn.md", "以“产能过剩”为名搞保护主义，只会拖累各国绿色发展。"), "trade");
    assert_eq!(of("us.md", "Protectionism only harms the green development of all."), "trade");
    assert_eq!(of("cn.md", "双方同意加强绿色发展合作。"), "climate");
}

/// What stands in a list of what was talked about is no act of whoever tells of it.
#[test]
fn items_of_a_list_of_what_was_discussed_are_no_acts() {
    let of = |text: &str| acts("us.md", text).remove(0);
    for text in [
        "It was a long call, where many subjects were discussed, including ports, the trip that I will be making, and grain (They have committed to ten ships!).",
        "We discussed many things, including the ships that China will buy.",
    ] {
        assert_eq!(of(text), "describe", "{text}");
    }
    // Behind the list somebody acts.
    let text = "The United States discussed many subjects, including ports, and we will buy the ships.";
    assert_eq!(of(text), "commit");
    let trip = "Many subjects were discussed, including Taiwan and the spring trip that I will be making to China.";
    assert_eq!(topics("us.md", trip).remove(0), "taiwan,communication");
}

/// What both agree on goes on with what they have agreed on before.
#[test]
fn an_agreement_goes_on_with_the_subject() {
    let text = "双方就关税问题达成共识。双方同意进一步确定具体细节，并履行各自国内程序。\n\n双方还同意尽快办妥。\n";
    assert_eq!(topics("cn.md", text), ["trade", "trade", ""]);
    // The alliance that withdrew from a third country is not spoken of for Ukraine.
    assert_eq!(topics("cn.md", "北约从阿富汗仓促撤军。"), ["regional-other"]);
    assert_eq!(topics("us.md", "He spoke of NATO's withdrawal from Afghanistan."), ["regional-other"]);
}
