//! Invented articles: whose words they are where a capital, an office, a paper or a pronoun tells it.

use super::expect;

#[test]
fn a_capital_says_whose_a_ministry_is() {
    expect(
        "China’s Foreign Ministry spoke of “a wide sea.” Taipei’s foreign ministry said it was “a narrow one.” Manila’s National Security Council called the ships “unlawful.” Kuala Lumpur’s foreign ministry said they were “far off.” The National Security Council said they were “near.”",
        &[
            ("a wide sea.", "cn", "readout", "China’s Foreign Ministry"),
            ("a narrow one.", "tw", "remarks", "Taipei’s foreign ministry"),
            ("unlawful.", "ph", "remarks", "Manila’s National Security Council"),
            ("far off.", "my", "remarks", "Kuala Lumpur’s foreign ministry"),
            ("near.", "us", "readout", "National Security Council"),
        ],
    );
}

#[test]
fn an_office_is_no_part_of_a_longer_one() {
    expect(
        "US vice-president Jane Holt met Shen Bo. “It was long,” Holt told reporters. Days before, US President Paul Dorn was in Lakeport, where the US president told journalists that it was “too long.”",
        &[("It was long,", "us", "remarks", "Jane Holt"), ("too long.", "us", "remarks", "Paul Dorn")],
    );
    expect(
        "Secretary of State Alan Brock was away. Deputy Secretary of State Carl Hendry met Shen Bo. Hendry told Shen so twice. The secretary of state called it “a start.”",
        &[("a start.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn papers_are_theirs_who_gave_them_out() {
    expect(
        "Petra Lund, the EU trade commissioner, said it was “dear.”\n\nA list of outcomes circulated by the Chinese delegation and seen by the Harbour Post says Beijing will “buy more nets on fair terms”.",
        &[
            ("dear.", "eu", "remarks", "Petra Lund"),
            ("buy more nets on fair terms", "cn", "fact-sheet", "Chinese delegation"),
        ],
    );
    expect(
        "A Pentagon factsheet handed out before the trip listed “forty unsafe turns” at sea.",
        &[("forty unsafe turns", "us", "fact-sheet", "Pentagon")],
    );
    expect(
        "Per the White House’s fact sheet on the nets deal, China agreed to “lift or suspend the rules” of April.",
        &[("lift or suspend the rules", "us", "fact-sheet", "White House")],
    );
}

#[test]
fn they_may_be_one_who_was_told_of_last() {
    expect(
        "A senior US official said that “nothing is done until spring.”\n\nIn Lakeport, a diplomat from an EU country was less kind. “It is a slow tide,” they said.",
        &[
            ("nothing is done until spring.", "us", "background", "senior US official"),
            ("It is a slow tide,", "eu", "background", "diplomat"),
        ],
    );
}

#[test]
fn what_two_of_different_sides_did_is_told_by_the_account() {
    expect(
        "Alan Brock called Shen Bo. Brock and Shen “exchanged views on the reef and the nets,” China’s Foreign Ministry said.",
        &[("exchanged views on the reef and the nets,", "cn", "readout", "China’s Foreign Ministry")],
    );
}

#[test]
fn it_is_the_institution_that_spoke_last() {
    expect(
        "The Pentagon’s spokesman, Mark Dole, told reporters that the ships were “near.” The Chinese embassy in Lakeport denied this. The net was handed over “after a friendly talk”, it said on Facebook.",
        &[("near.", "us", "remarks", "Mark Dole"), ("after a friendly talk", "cn", "remarks", "Chinese embassy")],
    );
    expect(
        "The Chinese embassy in Lakeport called it “a tale”. The document was “a heap of lies,” it added. Japan’s foreign ministry rejected the statement. It was “odd,” it said.",
        &[
            ("a tale", "cn", "remarks", "Chinese embassy"),
            ("a heap of lies,", "cn", "remarks", "Chinese embassy"),
            ("odd,", "jp", "remarks", "Japan’s foreign ministry"),
        ],
    );
}

#[test]
fn a_relative_clause_is_of_the_head_of_its_phrase() {
    expect(
        "The call followed a visit by Carl Hendry, a Republican governor and friend of Dorn, who described his talks with Gao Wenhe as “the first step” there. Paul Dorn stayed at home.",
        &[("the first step", "us", "remarks", "Carl Hendry")],
    );
}

#[test]
fn an_office_of_a_state_is_of_its_side() {
    expect(
        "China’s trade tsar told the United States’ top negotiator on Monday that Beijing had “deep worries” about the nets.\n\nHe Mingde and Alan Brock spoke by phone, according to a statement released by the Ministry of Commerce.",
        &[("deep worries", "cn", "readout", "Ministry of Commerce")],
    );
    expect(
        "China’s defence minister has told his US counterpart that the reef is ‘the first of all lines’.\n\nThe defence minister, Shen Bo, met Alan Brock for an hour, according to a summary from the Chinese defence ministry.",
        &[("the first of all lines", "cn", "readout", "Shen Bo")],
    );
    expect(
        "Paul Dorn told reporters that China’s president had promised to “stop the nets.”",
        &[("stop the nets.", "us", "remarks", "Paul Dorn")],
    );
}

#[test]
fn a_reply_is_of_whoever_was_told() {
    expect(
        "“The nets are ours,” Alan Brock told the committee.\n\nSen. Greta Vance was not amused. The cuts are “a gift,” she told him. His comeback: “They are late.”",
        &[
            ("The nets are ours,", "us", "remarks", "Alan Brock"),
            ("a gift,", "us", "remarks", "Greta Vance"),
            ("They are late.", "us", "remarks", "Alan Brock"),
        ],
    );
    expect(
        "Alan Brock met Shen Bo. Brock told reporters that it was “useful”. Asked about the nets, he was curt. His answer: “We watch them.”",
        &[("useful", "us", "remarks", "Alan Brock"), ("We watch them.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn he_may_be_a_surname_behind_words_of_his_sides_account() {
    expect(
        "Alan Brock met He Mingde in Lakeport. “It was a fair start,” Brock told reporters.\n\nChina’s commerce ministry was cooler. The two sides “held long and open talks”, it said in a statement. He had conveyed “deep worry” over the nets.",
        &[
            ("It was a fair start,", "us", "remarks", "Alan Brock"),
            ("held long and open talks", "cn", "readout", "China’s commerce ministry"),
            ("deep worry", "cn", "readout", "He Mingde"),
        ],
    );
}

#[test]
fn an_account_goes_on_with_what_will_be() {
    expect(
        "Paul Dorn and Gao Wenhe will speak by phone “in the coming weeks,” the White House said. The American commander will be allowed to hold a call with his Chinese counterpart “in the near future.”\n\nThe Chinese foreign ministry said it was “late.”",
        &[
            ("in the coming weeks,", "us", "readout", "White House"),
            ("in the near future.", "us", "readout", "White House"),
            ("late.", "cn", "readout", "Chinese foreign ministry"),
        ],
    );
}

#[test]
fn what_somebody_keeps_saying_of_a_thing_is_in_no_account() {
    expect(
        "Today we read a very short readout of a call and ask what Beijing thinks of a sea wall that President Paul Dorn says means “an end to all the floods.”",
        &[("an end to all the floods.", "us", "remarks", "Paul Dorn")],
    );
}

#[test]
fn what_stands_above_the_byline_is_of_the_headline() {
    expect(
        "Envoy Gets a Long Talk\n\nThere was no word on the reef or what Beijing called Washington’s “endless” curbs.\n\nBy Ann Pell\n\nShen Bo asked for an end to the “endless” curbs, China’s Foreign Ministry said in a readout.",
        &[("endless", "cn", "readout", "Shen Bo"), ("endless", "cn", "readout", "Shen Bo")],
    );
}

#[test]
fn one_of_two_may_be_told_apart_by_where_he_is_or_works() {
    expect(
        "Two people briefed on the call, one in each capital, said that it was short. “It was a hello,” said the one in Beijing, an official who asked not to be named. “Nobody hung up.”\n\nThe other, who works for the US administration, described it as “quite plain”.",
        &[
            ("It was a hello,", "cn", "background", "person"),
            ("Nobody hung up.", "cn", "background", "person"),
            ("quite plain", "us", "background", "second person"),
        ],
    );
}

#[test]
fn who_is_meant_where_the_article_names_nobody_of_a_state() {
    expect(
        "Secretary Alan Brock told senators that it was “late.” The UN secretary-general said he was “hopeful”. Secretary of State for Defence John Pell called it “hard”. Hanoi’s internal affairs ministry said it was “near.” Washington’s embassy in Lakeport condemned what it called “rough” turns.",
        &[
            ("late.", "us", "remarks", "Alan Brock"),
            ("hopeful", "un", "remarks", "UN secretary-general"),
            ("hard", "uk", "remarks", "John Pell"),
            ("near.", "vn", "remarks", "Hanoi’s internal affairs ministry"),
            ("rough", "us", "remarks", "Washington’s embassy"),
        ],
    );
    expect(
        "Former President Carl Hendry called it “bad.” President Paul Dorn said it was “fair.” The former president said on Monday that it was “odd.” Vice President Jane Holt came late. “It was long,” the president told reporters. The vice president called it “dear.”",
        &[
            ("bad.", "none", "remarks", "Carl Hendry"),
            ("fair.", "us", "remarks", "Paul Dorn"),
            ("odd.", "none", "remarks", "Carl Hendry"),
            ("It was long,", "us", "remarks", "Paul Dorn"),
            ("dear.", "us", "remarks", "Jane Holt"),
        ],
    );
}

#[test]
fn what_opens_with_the_fact_sheet_is_in_it() {
    expect(
        "The White House factsheet, published on Saturday, says China will “drop the rules”. In the factsheet, Beijing also agreed to “buy more nets”.",
        &[("drop the rules", "us", "fact-sheet", "White House"), ("buy more nets", "us", "fact-sheet", "White House")],
    );
}

#[test]
fn what_a_year_or_a_label_or_an_owner_has_before_it() {
    expect(
        "In a speech in Washington in 2012 Gao Wenhe, then China’s vice-president, asked for a “wholly new sort of tie”.",
        &[("wholly new sort of tie", "cn", "remarks", "Gao Wenhe")],
    );
    expect(
        "Calls are to resume “in the coming months”, in the words of Dole’s statement. Pentagon spokesman Mark Dole said that it was “fair”.",
        &[("in the coming months", "us", "readout", "Mark Dole"), ("fair", "us", "readout", "Mark Dole")],
    );
    expect(
        "Xinhua said that the talks were “long”.\n\nGlobal Times editorial: “The tide is hard-won,” it says.",
        &[("long", "cn", "readout", "Xinhua"), ("The tide is hard-won,", "cn", "remarks", "Global Times")],
    );
}

#[test]
fn what_one_warns_the_others_state_of_in_a_call_is_known_by_accounts() {
    expect(
        "Lakeford (AFP) - President Paul Dorn and Chinese leader Gao Wenhe held what both called a plain phone call Thursday, with Gao warning the United States not to “sail near” the reef.",
        &[("sail near", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn a_headline_may_leave_words_out() {
    expect(
        "A day of talks\n\n‘It was long … and late’\n\nAlan Brock spoke to reporters. “It was long and dear and late,” he said.",
        &[
            ("It was long … and late", "us", "remarks", "Alan Brock"),
            ("It was long and dear and late,", "us", "remarks", "Alan Brock"),
        ],
    );
}
