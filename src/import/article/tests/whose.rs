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

#[test]
fn who_tells_what_two_did_together_has_the_words() {
    expect(
        "China’s Foreign Ministry said it was “long.” Alan Brock was glad. He and Foreign Minister Shen Bo held “frank” talks on Wednesday, Brock wrote on X. Xinhua’s take: “frank and deep.”",
        &[
            ("long.", "cn", "readout", "China’s Foreign Ministry"),
            ("frank", "us", "remarks", "Alan Brock"),
            ("frank and deep.", "cn", "readout", "Xinhua"),
        ],
    );
    expect(
        "The State Department called the nets “old.” Brock left. Alan Brock and Shen Bo “spoke of the reef,” a spokesman said.",
        &[("old.", "us", "remarks", "State Department"), ("spoke of the reef,", "us", "remarks", "State Department")],
    );
}

#[test]
fn who_is_asked_between_commas_still_says_it() {
    expect(
        "In Beijing, Foreign Ministry spokesperson Lu Anping, asked on Friday if the meeting was still on, said he had “no news to give.” In Lakeford, Defense Secretary Alan Brock, pressed by reporters on the ships, called them “far off.”",
        &[("no news to give.", "cn", "remarks", "Lu Anping"), ("far off.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn a_host_and_a_counterpart_are_the_other_principal() {
    for (host, behind) in [
        ("His host", "did not smile"),
        ("His guest", "had a speech"),
        ("His Chinese counterpart", "was late"),
        ("Brock’s host", "did not smile"),
    ] {
        expect(
            &format!(
                "Alan Brock met Shen Bo in Lakeford. “We have the best boats,” Brock told reporters.\n\n“They came for you,” he went on.\n\n{host} {behind}. “The whole sea is watching,” he began. The question, he said, was whether they could “leave the nets” behind."
            ),
            &[
                ("We have the best boats,", "us", "remarks", "Alan Brock"),
                ("They came for you,", "us", "remarks", "Alan Brock"),
                ("The whole sea is watching,", "cn", "remarks", "Shen Bo"),
                ("leave the nets", "cn", "remarks", "Shen Bo"),
            ],
        );
    }
}

#[test]
fn whom_he_singles_out_hears_nothing_of_it() {
    expect(
        "“This is the sea against us,” Alan Brock said on CNBC on Wednesday.\n\nHe went on to single out Gao Wenhe, China’s vice commerce minister, who he said had shown up uninvited and was “slightly wet.”\n\nChina’s Foreign Ministry said in a statement that Brock and Shen Bo had “a long talk.”",
        &[
            ("This is the sea against us,", "us", "remarks", "Alan Brock"),
            ("slightly wet.", "us", "remarks", "Alan Brock"),
            ("a long talk.", "cn", "readout", "China’s Foreign Ministry"),
        ],
    );
}

#[test]
fn the_ministry_is_whichever_was_named_last() {
    expect(
        "China’s Foreign Ministry called it “late.”\n\nChina’s Ministry of Commerce rejected that. Brock’s words “bend the facts,” spokesperson Lu Anping told reporters on Thursday.\n\nThe ministry had put it less gently two days before. “If there are nets, we will cut them,” an unnamed spokesperson said in answers to the media on its website.",
        &[
            ("late.", "cn", "readout", "China’s Foreign Ministry"),
            ("bend the facts,", "cn", "remarks", "Lu Anping"),
            ("If there are nets, we will cut them,", "cn", "remarks", "China’s Ministry of Commerce"),
        ],
    );
    expect(
        "The State Department called it “late.” The Philippine Department of Fish and Nets took issue. “We are nobody’s net,” a department spokesman said. The department called the ships “far off.”",
        &[
            ("late.", "us", "readout", "State Department"),
            ("We are nobody’s net,", "ph", "remarks", "Philippine Department of Fish and Nets"),
            ("far off.", "ph", "remarks", "Philippine Department of Fish and Nets"),
        ],
    );
    expect(
        "China’s Foreign Ministry called it “late.” Japan’s Ministry of Defense was silent. It was “watching,” a ministry official said.",
        &[
            ("late.", "cn", "readout", "China’s Foreign Ministry"),
            ("watching,", "jp", "background", "ministry official"),
        ],
    );
}

#[test]
fn what_is_said_across_the_table_before_the_press_is_heard() {
    expect(
        "“It is cold,” Alan Brock told reporters.\n\nBrock spoke again as reporters were already being ushered out. He had met a hundred ministers, “and I hear no such thing.” A calm state, Paul Dorn put in, “looks at its nets.”\n\n“Well, it was late,” Shen Bo shot back across the table. “I should have said so.”\n\nIn the meeting, Shen told Brock that the sea was “wide.”",
        &[
            ("It is cold,", "us", "remarks", "Alan Brock"),
            ("and I hear no such thing.", "us", "remarks", "Alan Brock"),
            ("looks at its nets.", "us", "remarks", "Paul Dorn"),
            ("Well, it was late,", "cn", "remarks", "Shen Bo"),
            ("I should have said so.", "cn", "remarks", "Shen Bo"),
            ("wide.", "cn", "readout", "Shen Bo"),
        ],
    );
}
