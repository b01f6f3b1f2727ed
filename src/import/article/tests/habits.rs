//! Invented articles, each showing a habit of newsletters, live blogs, interviews and commentaries.

use super::expect;

#[test]
fn who_refers_reporters_elsewhere_is_no_reporter() {
    expect(
        "Asked about the ruling, Chinese foreign ministry spokesperson Lu Anping referred reporters in Lakeford to “the competent office.” On the visit, Lu said he had “nothing to share.”",
        &[("the competent office.", "cn", "remarks", "Lu Anping"), ("nothing to share.", "cn", "remarks", "Lu Anping")],
    );
}

#[test]
fn headings_in_capitals_are_no_names_and_regulators_speak_for_their_state() {
    expect(
        "The White House gave no account.\n\nLAKEWARE RULING\n\nThe talks were jolted when China’s market regulator said that Lakeware had “broken the law” and that it would “look further.”\n\nAlan Brock called it “poor timing.” “We keep the law,” a Lakeware spokesperson said.",
        &[
            ("broken the law", "cn", "remarks", "China’s market regulator"),
            ("look further.", "cn", "remarks", "China’s market regulator"),
            ("poor timing.", "us", "remarks", "Alan Brock"),
            ("We keep the law,", "none", "remarks", "Lakeware spokesperson"),
        ],
    );
}

#[test]
fn officials_by_their_department_and_one_of_several() {
    expect(
        "A U.S. Department of Fisheries official, who wasn’t authorized to talk, said catches were “a trickle.” A senior defense official who was in the room said Gao Wenhe was “firm.”",
        &[
            ("a trickle.", "us", "background", "U.S. Department of Fisheries official"),
            ("firm.", "us", "background", "senior defense official"),
        ],
    );
    expect(
        "Fish came first, according to people familiar with the matter. One of them, a US official, said catches had been “a trickle.”",
        &[("a trickle.", "us", "background", "US official")],
    );
}

#[test]
fn who_held_an_office_once_speaks_for_nobody_and_who_holds_one_does() {
    expect(
        "“You stand on it,” said Jane Holt, a former assistant secretary of state. Treasury Secretary Alan Brock, who owns a farm in Lakeshire, said it was “fine.” Tom Arkwright, who was chief fisheries negotiator under President Paul Dorn, called it “thin.”",
        &[
            ("You stand on it,", "none", "remarks", "Jane Holt"),
            ("fine.", "us", "remarks", "Alan Brock"),
            ("thin.", "none", "remarks", "Tom Arkwright"),
        ],
    );
}

#[test]
fn ministers_of_whom_no_state_is_told_are_beijings_by_their_names() {
    expect(
        "Foreign Minister Lu Anping said it was “good.” Finance Minister Kenji Moriyama told reporters that Tokyo had been “told.”",
        &[("good.", "cn", "remarks", "Lu Anping"), ("told.", "none", "remarks", "Kenji Moriyama")],
    );
}

#[test]
fn accounts_have_people_say_things_in_any_form() {
    expect(
        "The Chinese Foreign Ministry’s readout is long. If they care, the ministry has Gao Wenhe continue, they should “see clearly.” The United States, it has Paul Dorn say, “seeks no war.”\n\nDorn’s side, for its part, had him underscore that the policy “stays.”",
        &[
            ("see clearly.", "cn", "readout", "Gao Wenhe"),
            ("seeks no war.", "cn", "readout", "Paul Dorn"),
            ("stays.", "us", "readout", "Paul Dorn"),
        ],
    );
    expect(
        "The Chinese Foreign Ministry put out a readout. Paul Dorn is reported to have told Gao Wenhe that it was “an honour”.",
        &[("an honour", "cn", "readout", "Paul Dorn")],
    );
}

#[test]
fn what_is_in_an_account_is_the_accounts() {
    expect(
        "Sean Marlow, a White House spokesperson, confirmed it and pointed us to the State Department’s one-paragraph summary, in which Brock “raised the reef.” In its account of the day Gao Wenhe’s side called that a “false story.”",
        &[
            ("raised the reef.", "us", "readout", "State Department"),
            ("false story.", "cn", "readout", "Gao Wenhe’s side"),
        ],
    );
    expect(
        "Beijing’s own summary of the talks has no numbers. It names fish once, in a list of fields where, Gao Wenhe told Paul Dorn, the two “have prospects.” A spokesman has told reporters that there is more.",
        &[("have prospects.", "cn", "readout", "Gao Wenhe")],
    );
    expect(
        "The Pentagon’s readout, issued two hours later by spokesperson Maj. Gen. Pat Marlow, had another centre. Brock “voiced concern,” it said. Gao Wenhe’s reply, in the Chinese Foreign Ministry’s telling, was that his state had always been “open” and that it would not allow “turmoil.”",
        &[
            ("voiced concern,", "us", "readout", "Pat Marlow"),
            ("open", "cn", "readout", "Gao Wenhe"),
            ("turmoil.", "cn", "readout", "Gao Wenhe"),
        ],
    );
}

#[test]
fn the_readout_is_not_what_a_spokesman_said_at_a_briefing() {
    expect(
        "The Chinese Foreign Ministry released a readout. In Lakeford, its spokesman Lu Anping told reporters that fish “must wait”.\n\nGao Wenhe, for his part, ended softly. The policy was one of “mutual respect”, he said, according to the readout. Paul Dorn, in turn, told him that he sought no “cold war”, the same document said.",
        &[
            ("must wait", "cn", "remarks", "Lu Anping"),
            ("mutual respect", "cn", "readout", "Gao Wenhe"),
            ("cold war", "cn", "readout", "Paul Dorn"),
        ],
    );
}

#[test]
fn a_spokesperson_who_is_not_done_tells_what_the_minister_did() {
    expect(
        "“It was positive,” Defense Ministry spokesman Lu Anping told reporters. But he was not done: Gao Wenhe had “sternly pointed out” that it was late.",
        &[("It was positive,", "cn", "remarks", "Lu Anping"), ("sternly pointed out", "cn", "remarks", "Lu Anping")],
    );
}

#[test]
fn speeches_and_talks_with_the_press_are_of_whoever_gave_them() {
    expect(
        "Gao Wenhe said on stage that they “will be crushed.” Alan Brock’s own speech had gone with “war is not near,” which counts.",
        &[("will be crushed.", "cn", "remarks", "Gao Wenhe"), ("war is not near,", "us", "remarks", "Alan Brock")],
    );
    expect(
        "The Chinese spokesman Lu Anping told reporters that it was “good”.\n\nPaul Dorn has been talking to reporters on the plane.\n\nOn the meeting:\n\n“I would say it was a nine, and that is high.”\n\nOn the reef, which he had named before he shook hands with Gao Wenhe: “It had to do with others.” Of Gao himself: “He is a great leader of a great country.”",
        &[
            ("good", "cn", "remarks", "Lu Anping"),
            ("I would say it was a nine, and that is high.", "us", "remarks", "Paul Dorn"),
            ("It had to do with others.", "us", "remarks", "Paul Dorn"),
            ("He is a great leader of a great country.", "us", "remarks", "Paul Dorn"),
        ],
    );
}

#[test]
fn whoever_a_heading_names_answers_the_questions_below_it() {
    expect(
        "“I think it’s English,” State Department spokesperson Pat Marlow said.\n\nFIVE MINUTES WITH … ALAN BROCK\n\nThe ambassador called in. His answers have been trimmed.\n\nThey want more students. Are they going?\n\n“They say they want it. But since June we have counted ten cases.\n\n“So let people meet.”\n\nAre you exaggerating?\n\n“I am not.”",
        &[
            ("I think it’s English,", "us", "remarks", "Pat Marlow"),
            ("They say they want it. But since June we have counted ten cases.", "us", "remarks", "Alan Brock"),
            ("So let people meet.", "us", "remarks", "Alan Brock"),
            ("I am not.", "us", "remarks", "Alan Brock"),
        ],
    );
}

#[test]
fn what_two_say_as_they_meet_is_known_by_accounts() {
    expect(
        "Foreign Minister Gao Wenhe has urged Washington to stop “pressing”, as he and Secretary of State Alan Brock met in Lakeford on Saturday.",
        &[("pressing", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn what_a_stranger_or_a_banner_says_is_nobodys() {
    expect(
        "Brock spoke to reporters. He welcomed what Lakeport calls an “understanding” with Beijing, and a book that calls it “a marriage”. A protester had hung up a banner. “Free the reef,” it read. It has become common to speak of a “managed feud.”",
        &[],
    );
    expect(
        "The American side said it was “good.” It was not Beijing that drew a “small yard.” A poet of old put it another way: “A promise outweighs the hills.”",
        &[("good.", "us", "readout", "American side"), ("A promise outweighs the hills.", "none", "remarks", "poet")],
    );
}

#[test]
fn he_who_said_it_where_he_was_is_whoever_went_there() {
    expect(
        "A State Department official said they had “stayed.” It came days after Ukrainian Foreign Minister Ostap Bondar visited Lakeford, where he said that peace was “near”.",
        &[("stayed.", "us", "background", "State Department official"), ("near", "ua", "remarks", "Ostap Bondar")],
    );
    expect(
        "On the reef, whose village swore in Tom Arkwright as its mayor in May, Alan Brock “stressed the peace”, the State Department said.",
        &[("stressed the peace", "us", "readout", "State Department")],
    );
}

#[test]
fn whose_spokesperson_is_told_of_has_what_follows() {
    expect(
        "The Chinese spokesman Lu Anping told reporters that it was “good”.\n\nThere is more from China’s commerce ministry, whose unnamed spokesperson has put a text on its website. The duty will go, it says. “We will make adjustments.”\n\nThe two sides, the spokesperson says, would “resolve the rest”.",
        &[
            ("good", "cn", "remarks", "Lu Anping"),
            ("We will make adjustments.", "cn", "readout", "China’s commerce ministry"),
            ("resolve the rest", "cn", "remarks", "China’s commerce ministry"),
        ],
    );
}

#[test]
fn who_is_asked_by_another_answers_and_reckons() {
    expect(
        "U.S. Trade Representative Alan Brock testified in the Senate. The ambassador was also asked by Sen. Tom Arkwright about fish. That was “their business,” he said. The deal could be signed “next week”, he reckoned.",
        &[("their business,", "us", "remarks", "Alan Brock"), ("next week", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn an_agencys_report_and_an_understood_account_have_the_other_speak() {
    expect(
        "Gao Wenhe told Paul Dorn that they should be “partners,” Xinhua reported. Dorn replied that his state “seeks no conflict,” according to the same report.",
        &[("partners,", "cn", "readout", "Gao Wenhe"), ("seeks no conflict,", "cn", "readout", "Paul Dorn")],
    );
    expect(
        "The White House account made no mention of the reef. Beijing’s did: Gao Wenhe, it said, had warned Paul Dorn “not to play.”",
        &[("not to play.", "cn", "readout", "Gao Wenhe")],
    );
    expect(
        "Chinese state television showed Gao Wenhe telling Paul Dorn: “The facts are plain.” One line stood out in the American text: “Both sides keep a watch.”",
        &[
            ("The facts are plain.", "cn", "readout", "Gao Wenhe"),
            ("Both sides keep a watch.", "us", "readout", "American text"),
        ],
    );
}

#[test]
fn what_another_said_hours_before_is_his() {
    expect(
        "“We do not part,” Jane Holt told a forum, hours after Commerce Minister Gao Wenhe had accused Washington of “stretching” it.",
        &[("We do not part,", "us", "remarks", "Jane Holt"), ("stretching", "cn", "remarks", "Gao Wenhe")],
    );
    expect(
        "Two hours after Gao Wenhe told reporters that they faced “two roads,” Alan Brock emerged to say that he had been “clear.”",
        &[("two roads,", "cn", "remarks", "Gao Wenhe"), ("clear.", "us", "remarks", "Alan Brock")],
    );
    expect(
        "The Chinese Foreign Ministry accused Alan Brock of “playing,” and Gao Wenhe had used a like word: “Who plays will lose,” China’s readout quoted him as saying.",
        &[
            ("playing,", "cn", "readout", "Chinese Foreign Ministry"),
            ("Who plays will lose,", "cn", "readout", "Gao Wenhe"),
        ],
    );
}

#[test]
fn strangers_speak_for_nobody() {
    expect(
        "Alan Brock told reporters it was “good.” “Sell the news,” one Lakeford broker wrote in a note. In a poll, 61 percent of users said they had “little trust.”",
        &[
            ("good.", "us", "remarks", "Alan Brock"),
            ("Sell the news,", "none", "remarks", "Lakeford broker"),
            ("little trust.", "none", "remarks", "users"),
        ],
    );
    expect(
        "The Foreign Ministry quoted Gao Wenhe as saying that it was “big enough.” Alan Brock’s aides bristled. “It did not go so,” said one.",
        &[
            ("big enough.", "cn", "readout", "Gao Wenhe"),
            ("It did not go so,", "us", "background", "Alan Brock’s aide"),
        ],
    );
}

#[test]
fn editorials_are_of_their_papers_and_stock_replies_of_their_states() {
    expect(
        "“He went home with a menu,” said Senator Tom Arkwright. The Global Times was delighted. “The world can breathe,” its editorial began. “It is your matter” has been Beijing’s stock reply.",
        &[
            ("He went home with a menu,", "us", "remarks", "Tom Arkwright"),
            ("The world can breathe,", "cn", "remarks", "Global Times"),
            ("It is your matter", "cn", "remarks", "Beijing"),
        ],
    );
}

#[test]
fn what_is_described_by_somebody_is_his_word_and_closed() {
    expect(
        "Under the deal, described by Paul Dorn as “amazing,” China will “pause” its curbs, according to a White House fact sheet.",
        &[("amazing,", "us", "readout", "Paul Dorn"), ("pause", "us", "fact-sheet", "White House")],
    );
    expect(
        "Foreign Ministry spokesman Lu Anping told a briefing that it was “wrong” of Washington to send ships while it criticised “normal trade” with another.",
        &[("wrong", "cn", "remarks", "Lu Anping"), ("normal trade", "cn", "remarks", "Lu Anping")],
    );
}

#[test]
fn a_few_words_of_ones_own_or_of_ones_state_go_on() {
    expect(
        "“They could not go on,” Alan Brock told reporters. If Beijing did not act, “we will”.\n\nThe Chinese Foreign Ministry quoted Gao Wenhe as saying that it was “open”. If it did not, China would take “firm steps” to defend itself.",
        &[
            ("They could not go on,", "us", "remarks", "Alan Brock"),
            ("we will", "us", "remarks", "Alan Brock"),
            ("open", "cn", "readout", "Gao Wenhe"),
            ("firm steps", "cn", "readout", "Gao Wenhe"),
        ],
    );
}

#[test]
fn the_statement_on_a_call_with_another_is_not_the_others() {
    expect(
        "The Chinese government’s statement on Gao Wenhe’s call with Paul Dorn, which was carried by CCTV, warned that “whoever plays will lose.” Jane Holt told Gao so, by her own account: “We will not take it.”",
        &[
            ("whoever plays will lose.", "cn", "readout", "Chinese government"),
            ("We will not take it.", "us", "remarks", "Jane Holt"),
        ],
    );
}

#[test]
fn accounts_of_the_sentence_and_both_sides() {
    expect(
        "The Chinese Foreign Ministry put out a readout. Alan Brock, in the American account, “stressed the need to talk” and raised what it called “issues of concern.” They will meet “in time,” both sides said.",
        &[
            ("stressed the need to talk", "us", "readout", "American account"),
            ("issues of concern.", "us", "readout", "American account"),
            ("in time,", "both", "remarks", "both sides"),
        ],
    );
}

#[test]
fn who_adds_firms_to_a_list_says_nothing_and_a_verb_may_have_any_adverb() {
    expect(
        "On the day that Alan Brock told reporters that “we have a frame,” the Commerce Department added 23 firms to its list. China’s Ministry of Commerce rightly described it as “bullying.”",
        &[
            ("we have a frame,", "us", "remarks", "Alan Brock"),
            ("bullying.", "cn", "readout", "China’s Ministry of Commerce"),
        ],
    );
}

#[test]
fn a_president_whom_nobody_names_is_none_of_his_ministers() {
    expect(
        "Treasury Secretary Alan Brock met reporters. The U.S. president declared a “total reset.” A retired teacher walked by. “They should talk,” she said.",
        &[
            ("total reset.", "us", "remarks", "U.S. president"),
            ("They should talk,", "none", "remarks", "retired teacher"),
        ],
    );
    expect(
        "Paul Dorn told the press it was “great.” “We’ll see,” muttered the man from the paper. Of his host, the 79-year-old said: “He is a friend.”",
        &[
            ("great.", "us", "remarks", "Paul Dorn"),
            ("We’ll see,", "none", "remarks", "man"),
            ("He is a friend.", "us", "remarks", "Paul Dorn"),
        ],
    );
}

#[test]
fn what_words_are_said_to_do_is_not_in_them() {
    expect(
        "White House press secretary Jane Holt said the president’s words “speak for themselves.” The Wall Street Journal, in an editorial, lamented the “dumbest feud.”",
        &[("speak for themselves.", "us", "remarks", "Jane Holt")],
    );
}

#[test]
fn newsletters_label_what_words_are_about() {
    expect(
        "Jake Sullivan took six questions. He told reporters it was “good.”\n\nOn the reef: “No change.”\n\nOn whether Paul Dorn will go: “I’d say likely.”",
        &[
            ("good.", "us", "remarks", "Jake Sullivan"),
            ("No change.", "us", "remarks", "Jake Sullivan"),
            ("I’d say likely.", "us", "remarks", "Jake Sullivan"),
        ],
    );
    expect(
        "The White House statement was short. The talks with Gao Wenhe were “candid”; the two sides “welcomed” the line. The Chinese text credits Alan Brock with saying that the U.S. “seeks no war.”\n\nBrock’s reply (the White House again): both “must talk.”\n\nQUOTE OF THE WEEK: “It will manage us.” — a Lakeford scholar, at a dinner",
        &[
            ("candid", "us", "readout", "White House"),
            ("welcomed", "us", "readout", "White House"),
            ("seeks no war.", "cn", "readout", "Alan Brock"),
            ("must talk.", "us", "readout", "White House"),
            ("It will manage us.", "none", "remarks", "Lakeford scholar"),
        ],
    );
}

#[test]
fn how_one_rates_anothers_talk_is_his_own_word() {
    expect(
        "The Philippine defense secretary, Anton Reyes, said Gao Wenhe’s talk of peace was “not to be believed.” Gao met reporters. It was “big,” he said.",
        &[("not to be believed.", "ph", "remarks", "Anton Reyes"), ("big,", "cn", "remarks", "Gao Wenhe")],
    );
}

#[test]
fn who_knows_china_for_a_bank_is_not_of_it() {
    expect(
        "“It is a rally,” said Petra Lund, head of China macro strategy at Lakebank Plc. Kelvin Hart, senior China+ economist at Lakeford Macroeconomics, wrote that it “buys time.”",
        &[("It is a rally,", "none", "remarks", "Petra Lund"), ("buys time.", "none", "remarks", "Kelvin Hart")],
    );
}

#[test]
fn a_spokesman_for_somebody_who_is_named_is_no_ministrys() {
    expect(
        "The White House said it was “good.” A spokesman for the House Lakeland Committee called it “a pause.” A spokeswoman for Gao Wenhe called it “a start.” Gao Wenhe’s public line, that both “must talk,” has not changed.",
        &[
            ("good.", "us", "readout", "White House"),
            ("a pause.", "none", "remarks", "spokesman for the House Lakeland Committee"),
            ("a start.", "cn", "remarks", "spokeswoman for Gao Wenhe"),
            ("must talk,", "cn", "remarks", "Gao Wenhe"),
        ],
    );
}

#[test]
fn the_document_of_a_sentence_is_the_one_that_it_is_about() {
    expect(
        "China’s Foreign Ministry published a text. It was “long.” A fact sheet issued by the White House said China would “suspend” the measures, “the removal of controls,” as the document put it.\n\nAsked by reporters, Alan Brock professed to be “pleased” with it.",
        &[
            ("long.", "cn", "readout", "China’s Foreign Ministry"),
            ("suspend", "us", "fact-sheet", "White House"),
            ("the removal of controls,", "us", "fact-sheet", "White House"),
            ("pleased", "us", "remarks", "Alan Brock"),
        ],
    );
}

#[test]
fn what_was_said_on_a_day_before_or_at_a_round_table_is_public() {
    expect(
        "Alan Brock met Shen Bo on Friday. The White House said in a statement that Brock “stressed candor.”\n\nOver the talks hung the reef. Brock had warned on Wednesday that the pledge was “ironclad.”\n\n“Any attack will be answered,” he said.\n\nThe ministry’s readout said Shen Bo called it “a start.” But Shen, at a round table with scholars, said it would not be “smooth sailing.”",
        &[
            ("stressed candor.", "us", "readout", "White House"),
            ("ironclad.", "us", "remarks", "Alan Brock"),
            ("Any attack will be answered,", "us", "remarks", "Alan Brock"),
            ("a start.", "cn", "readout", "Shen Bo"),
            ("smooth sailing.", "cn", "remarks", "Shen Bo"),
        ],
    );
}

#[test]
fn spokespersons_write_their_accounts_or_answer_in_a_statement() {
    expect(
        "The State Department’s account of it was short. The pair discussed “a range of issues,” wrote Tom Arkwright, a department spokesman. They also “stressed the ships.”",
        &[
            ("a range of issues,", "us", "readout", "Tom Arkwright"),
            ("stressed the ships.", "us", "readout", "Tom Arkwright"),
        ],
    );
    expect(
        "Fishermen are waiting. China has “approved some permits” and is willing to “go on with it,” Commerce Ministry spokesperson Lu Anping said in a statement on Saturday.",
        &[("approved some permits", "cn", "remarks", "Lu Anping"), ("go on with it,", "cn", "remarks", "Lu Anping")],
    );
    expect(
        "A visit is planned. The White House has said only that it looks forward to “more contact.”",
        &[("more contact.", "us", "remarks", "White House")],
    );
}

#[test]
fn one_of_the_officials_just_named_and_what_is_by_his_account() {
    expect(
        "A senior State Department official called it “a table to set.”\n\nChinese officials, too, have been urging restraint. One in Lakeford, asked about the ships, smiled. “The paint was changed,” the official said.",
        &[
            ("a table to set.", "us", "background", "senior State Department official"),
            ("The paint was changed,", "cn", "background", "Chinese official"),
        ],
    );
    expect(
        "A U.S. official, who was not authorized to talk, said Shen Bo had complained about the fees. The tone, by that account, was “firm, not theatrical.”",
        &[("firm, not theatrical.", "us", "background", "U.S. official")],
    );
}

#[test]
fn spokespersons_of_other_states_and_teasers_are_no_sides() {
    expect(
        "The White House called it “good.” “We welcome these talks,” a UK government spokesperson said.\n\nRead more: Port’s Lund Says Boats ‘Won’t Be Moved’\n\nThe US wants them out “at once,” National Economic Council Director Alan Brock told CNBC.",
        &[
            ("good.", "us", "readout", "White House"),
            ("We welcome these talks,", "uk", "remarks", "UK government spokesperson"),
            ("at once,", "us", "remarks", "Alan Brock"),
        ],
    );
}
