//! Holds the tables of sentences: each case is written with `|` where the rules must cut, and nowhere else.

use super::{Segment, SegmentKind, SegmentOptions, paragraphs, segment, sentences_in};
use crate::text::language::Language;
use crate::text::span::Span;

const DEFAULT: SegmentOptions = SegmentOptions { split_semicolons: false };
const SEMICOLONS: SegmentOptions = SegmentOptions { split_semicolons: true };

/// Runs a case: `|` stands for a cut and is not part of the text; white space around it is.
fn check(case: &str, language: Language, options: &SegmentOptions) -> Option<String> {
    let text = case.replace('|', "");
    let want: Vec<&str> = case.split('|').map(str::trim).collect();
    let spans = sentences_in(&text, Span::new(0, text.len()), language, options);
    let got: Vec<&str> = spans.iter().map(|span| span.slice(&text)).collect();
    (got != want).then(|| format!("want {want:#?}\n got {got:#?}"))
}

fn check_all(cases: &[&str], language: Language, options: &SegmentOptions) {
    let failures: Vec<String> = cases.iter().filter_map(|case| check(case, language, options)).collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn english() {
    let cases = [
        "The two sides met.| They agreed.",
        "Did they agree?| Yes!| They did.",
        "Mr. Smith met Ms. Jones and Dr. Brown.| They spoke.",
        "Gen. Milley, Adm. Harris, Lt. Col. Doe and Sen. Roe attended.| Rep. Poe and Gov. Coe did not.",
        "Amb. Burns went to St. Louis with Maj. Gen. Lee.",
        "President Joseph R. Biden, Jr. met with President Xi.",
        "He met President Joseph R. Biden, Jr.| He then left.",
        "He met President Joseph R. Biden, Jr.| President Xi spoke.",
        "President Joseph R. Biden, Jr. spoke with J. R. Smith and Xi J. Ping.",
        "George H. W. Bush and J.R.R. Doe and J.-P. Roe signed.",
        "The U.S. President and the U.S. Treasury Secretary spoke.",
        "He spoke with the U.S.| The two sides agreed.",
        "He spoke with the U.S.| In 2023, both sides met.",
        "The U.S. 50-state plan and the U.K. Government.",
        "The U.S. Secretary of State left the U.N.| Both sides welcomed it.",
        "The U.N. Security Council met in Washington, D.C. on Monday.",
        "U.S.-China relations matter.| U.S. officials agreed.",
        "They met at 3 p.m. Monday.| They left at 5 p.m.| The call lasted an hour.",
        "It began at 9 a.m. Beijing time and ended at 5 p.m.| President Xi spoke.",
        "On Nov. 15, 2023, and Dec. 1 they met.| On Jan. 5 they did not.",
        "They met in Sept. 2023 and in Oct.| They agreed.",
        "Growth was 3.5 percent.| Trade was $1.2 billion.| $50 billion was lost.",
        "See No. 5 and Nos. 6 and 7.| The answer is no.| The end.",
        "Goods, services, etc. were discussed.| Goods, services, etc.| The rest followed.",
        "Some tools (e.g. tariffs, i.e. taxes) vs. talks.",
        "Apple Inc. said so.| So did Ford Motor Co.| The others, such as Acme Corp. and Foo Ltd. declined.",
        "He said “We agree.”| They left.",
        "“We agree.| We will act.| We must.”| The two sides then left.",
        "“Will you come?” Mr. Roe asked.| “Yes!” President Doe said, and left.| “No!”| Mr. Roe left.",
        "“We agree,” he said.| \"We do not.\"| They left.",
        "He said \"We agree.\"| \"They do too.\"",
        "“Will you come?” he asked.| “Yes!” she said.",
        "(They met in Bali.)| They met again.",
        "We agreed ... and then left.| We will… continue.",
        "We agreed...| The two sides left.",
        "We agreed. . . and left.",
        "They want stability.|The two sides agreed.",
        "They agreed in 2023.|The talks went on.",
        "They said “yes.”|The talks went on.",
        "See state.gov and Node.js and e.g.The and www.State.Gov and a.Txt.",
        "See https://www.state.gov/Foo.Bar?a.B=The for more.| Read it.",
        "Write to John.Smith@state.gov now.| Thanks.",
        "1. The two sides agreed.| 2. They will meet.",
        "They agreed to: 1. Restart talks.| 2. Cooperate.",
        "Section 3. Definitions follow.| II. Trade is next.",
        "They met on November 15.| The talks were candid.",
        "They met on November 15.| 2023 was a hard year.",
        "They\u{a0}met.|\u{a0}They agreed with the\u{a0}U.S.\u{a0}President.",
        "Co\u{ad}op\u{ad}er\u{ad}a\u{ad}tion.| Gen\u{ad}. Li spoke.",
        "The two sides\nmet in San\nFrancisco.|\nThey agreed.\n",
        "What?!| No way!!| Really?",
        "**Taiwan.**| The President was clear.",
        "They met; they agreed.| It was over: done.",
        "GEN. MILLEY MET LT. COL. DOE.| THEY AGREED.",
        "He lived on Oak Ave. in town.| Vitamin C.| The end.",
        "The U.S. Under Secretary and the U.S. First Lady met.",
        "The phrase 一个中国。| Then they left.",
        "One.| 'Two.'| [Three.]| {Four.}",
        "no capital. here at all",
        "Roe v. Wade was raised.| Énergie was too.| Österreich as well.",
        "Yahoo! and Jeopardy! are names? maybe.",
        "“We agree”.| They met (as before).| The People’s Republic of China (PRC) did not.",
        "Under Secretary Roe met U.S. Trade Representative Doe at 10 a.m. on Nov. 15 in the U.S.| It’s done.",
        "Secretary Antony J. Blinken met Director Wang Yi in Sunnylands, Calif.| The U.S. and the P.R.C. met.",
        "Hello",
        "— Ends —",
        "They left. --",
    ];
    check_all(&cases, Language::En, &DEFAULT);
    check_all(&["They met;| they agreed.| A;b"], Language::En, &SEMICOLONS);
}

#[test]
fn chinese() {
    let cases = [
        "两国元首会晤。|双方同意保持沟通。",
        "怎么办？|要对话！|要合作。",
        "真的吗?|是的!|好。",
        "他说：“我们同意。”|双方随后离开。",
        "他说：“我们同意。”",
        "他说：“我们同意”。|双方随后离开。",
        "习近平指出：“世界足够大，容得下两国各自发展、共同繁荣，中美应该相互尊重、和平共处、合作共赢。|双方要做伙伴。|要相互成就。”|布林肯表示同意。",
        "他说：“我们同意。|双方要合作”。|会议结束。",
        "会上响起“要和平！要合作！”的口号。|众人鼓掌。",
        "以“和平！合作！共赢”为主题的会议召开。|众人出席。",
        "回答“是对手，还是伙伴？”这个问题。|这是根本。",
        "回答“是对手，还是伙伴？”这一根本问题。",
        "他说：“要合作。”|这是正确的选择。",
        "“你好吗？”，他问。|“好。”、“行。”都可以。",
        "“台独”是死路。|“一中”是底线。",
        "他提到《怎么办？》一书。|大家读《是。否。》。|完。",
        "《中美联合公报。》是基础。",
        "他说：「我們同意。」|雙方離開。",
        "他說：「要和平！」的口號響起。",
        "（你同意吗？）他问。",
        "“搞好中美关系！”习近平说。|“双方都受益。”|王毅表示，中方同意。",
        "（双方同意。）|会议结束。|（完）",
        "双方同意。|（完）",
        "中美关系……还在发展。|未来……",
        "他说：“未来……”|双方离开。",
        "一是和平；二是合作；三是共赢。|完。",
        "他说。。。|双方离开。",
        "真的？！|是的！！！|好。",
        "双方同意. |会议结束.",
        "增长3.5%。|贸易1.2万亿。|约瑟夫·R.拜登来访。",
        "President Biden said so. |They agreed with the U.S. President.| 双方同意。",
        "在Washington会见Antony J. Blinken国务卿。|See state.gov。|好。",
        "双方\n同意。|\n会议\n结束。",
        "　　双方同意。|　　会议结束。",
        "他说\"我们同意。\"|双方离开。|\"完。\"",
        "他说：“甲方说：‘好。’|乙方也好。”|完。",
        "“一国两制。”|与此同时，双方同意。",
        "“一国两制。”和“和平统一。”是方针。",
        "“和平。”——习近平",
        "双方同意｡|会议结束｡",
        "他说：“好。”（鼓掌）完。",
        "习近平主席强调：“中方……愿合作。”|拜登总统说：“美方不寻求新冷战！”|双方同意。",
        "𠀀𠀁。|㐀㐁。",
        "没有句号",
        "。。。",
    ];
    check_all(&cases, Language::Zh, &DEFAULT);
    check_all(
        &["一是和平；|二是合作;|三是共赢。|完。", "《甲；乙》是书；|“甲；乙”的说法。", "甲；"],
        Language::Zh,
        &SEMICOLONS,
    );
}

type Part<'a> = (usize, SegmentKind, &'a str);

fn parts(body: &str) -> Vec<Part<'_>> {
    segment(body, crate::text::language::detect(body), &DEFAULT)
        .into_iter()
        .map(|Segment { paragraph, span, kind }| (paragraph, kind, span.slice(body)))
        .collect()
}

#[test]
fn blocks() {
    use SegmentKind::{Bullet as B, Heading as H, Sentence as S};
    let cases: &[(&str, &[Part])] = &[
        ("", &[]),
        (" \r\n\t\n---\n***\n###\n＊＊＊\n* * *\n", &[]),
        (
            "One.\r\n\r\nTwo\r\nlines. Three.\r\n \r\nFour",
            &[(0, S, "One."), (1, S, "Two\r\nlines."), (1, S, "Three."), (2, S, "Four")],
        ),
        ("One\rtwo.\r\rThree.", &[(0, S, "One\rtwo."), (1, S, "Three.")]),
        ("# Title\nText.\n## **Bold** ##\nMore.", &[(0, H, "Title"), (1, S, "Text."), (2, H, "Bold"), (3, S, "More.")]),
        ("## **On Taiwan**\n#\n#1 priority", &[(0, H, "On Taiwan"), (1, S, "#1 priority")]),
        (
            "**Taiwan**\n\n**We agreed.**\n\nA short line\n\nOn trade:\n\n贸易：",
            &[
                (0, H, "Taiwan"),
                (1, S, "**We agreed.**"),
                (2, S, "A short line"),
                (3, H, "On trade:"),
                (4, H, "贸易："),
            ],
        ),
        ("**Taiwan**\nThe two sides met.", &[(0, H, "Taiwan"), (0, S, "The two sides met.")]),
        (
            "The two sides discussed a long list of many things and agreed on all these:",
            &[(0, S, "The two sides discussed a long list of many things and agreed on all these:")],
        ),
        (
            "Both sides:\n- met. They agreed.\n* left\n• went\n  on\n\nEnd.",
            &[
                (0, H, "Both sides:"),
                (0, B, "met."),
                (0, B, "They agreed."),
                (0, B, "left"),
                (0, B, "went\n  on"),
                (1, S, "End."),
            ],
        ),
        (
            "1. One.\n2) Two.\n(3) Three.\n\n10. Ten. Eleven.",
            &[(0, B, "One."), (0, B, "Two."), (0, B, "Three."), (1, B, "Ten."), (1, B, "Eleven.")],
        ),
        ("· a\n– B\n◦c\n‣ d", &[(0, B, "a"), (0, B, "B"), (0, B, "c"), (0, B, "d")]),
        (
            "一、经贸。\n二、人文。\n（三）安全。\n十一、又。",
            &[(0, B, "经贸。"), (0, B, "人文。"), (0, B, "安全。"), (0, B, "十一、又。")],
        ),
        (
            "（十二）经贸合作\n\n1.双方同意。\n2．会议结束。\n3、完",
            &[(0, B, "经贸合作"), (1, B, "双方同意。"), (1, B, "会议结束。"), (1, B, "完")],
        ),
        (
            "（一）经贸。\n1. 同意。\n2. 完。\n（二）人文。\n1. 好。\n2. 行。\n2023年。",
            &[
                (0, B, "经贸。"),
                (0, B, "同意。"),
                (0, B, "完。"),
                (0, B, "人文。"),
                (0, B, "好。"),
                (0, B, "行。"),
                (0, B, "2023年。"),
            ],
        ),
        (
            "They met on November\n15. They agreed on\n3.5 percent and Nov.\n1. That is all.",
            &[
                (0, S, "They met on November\n15."),
                (0, S, "They agreed on\n3.5 percent and Nov.\n1."),
                (0, S, "That is all."),
            ],
        ),
        (
            "The summit\n– which was held in the US\n-China center – ended.",
            &[(0, S, "The summit\n– which was held in the US\n-China center – ended.")],
        ),
        ("约瑟夫\n·拜登来访。", &[(0, S, "约瑟夫\n·拜登来访。")]),
        ("　　双方会晤。\n　　双方同意。完。", &[(0, S, "双方会晤。"), (1, S, "双方同意。"), (1, S, "完。")]),
        ("-\n\n- \n1.\nOne", &[(1, B, "One")]),
        ("-5 degrees\n\n*emphasis* here", &[(0, S, "-5 degrees"), (1, S, "*emphasis* here")]),
        ("\u{feff}One.\u{200b}\n\u{200b}\nTwo.", &[(0, S, "One."), (1, S, "Two.")]),
    ];
    for (body, want) in cases {
        assert_eq!(&parts(body), want, "{body:?}");
    }
}

#[test]
fn paragraphs_keep_their_markers() {
    let body = "# Title\n\n- one\n- two\n\n---\n\n last line \n";
    let texts: Vec<&str> = paragraphs(body).iter().map(|span| span.slice(body)).collect();
    assert_eq!(texts, ["# Title", "- one\n- two", "last line"]);
}

#[test]
fn a_span_off_the_text_has_no_sentences() {
    for span in [Span::new(1, 2), Span::new(0, 99), Span::new(5, 3), Span::new(3, 3)] {
        assert_eq!(sentences_in("中美。", span, Language::Zh, &DEFAULT), []);
    }
    assert_eq!(
        sentences_in("A. 中。美。", Span::new(3, 12), Language::Zh, &DEFAULT),
        [Span::new(3, 9), Span::new(9, 12)]
    );
}
