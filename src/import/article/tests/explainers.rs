//! Invented passages in the manner of explainers, live blogs and newsletters: accounts held against each other, questions as
//! headings, who trades with whom, and several without a name.

use super::{codebook, expect, read};

#[test]
fn a_question_names_nobody_by_its_first_word() {
    expect(
        "Did Dorn promise anything?\n\n“We shall see,” Paul Dorn told reporters.\n\nWill Holt go?\n\n“Not yet,” Jane Holt told reporters. Perhaps Holt was joking.",
        &[("We shall see,", "us", "remarks", "Paul Dorn"), ("Not yet,", "us", "remarks", "Jane Holt")],
    );
}

#[test]
fn it_between_commas_is_the_account_named_last() {
    expect(
        "The White House readout is short; the Chinese Foreign Ministry’s is long.\n\nIt is the main idea of the American document. Dorn, it says, explained that the United States “will keep its ships,” and he “repeated that ships need harbours.” Paul Dorn flew home.",
        &[
            ("will keep its ships,", "us", "readout", "White House"),
            ("repeated that ships need harbours.", "us", "readout", "White House"),
        ],
    );
    let text = "In the Chinese Foreign Ministry’s summary Paul Dorn gave an assurance: “We build no fence.” He also had “no wish to build one,” it says.";
    let article = read(text, &codebook());
    let found: Vec<_> = article.quotes.iter().map(|q| (q.side.as_str(), q.speaker.as_str())).collect();
    assert_eq!(found, [("cn", "Paul Dorn"), ("cn", "Paul Dorn")]);
}

#[test]
fn a_people_may_be_the_author_of_its_account() {
    expect(
        "The White House put out a readout of the talks.\n\nIn Beijing’s version Gao Wenhe says that “storms have no friends.” He speaks of the “winter matter”; the Americans write of “a brutal frost over Lakeland.” The Chinese Foreign Ministry’s text has “peace”; the White House’s has “calm.”",
        &[
            ("storms have no friends.", "cn", "readout", "Gao Wenhe"),
            ("winter matter", "cn", "readout", "Gao Wenhe"),
            ("a brutal frost over Lakeland.", "us", "readout", "White House"),
            ("peace", "cn", "readout", "Chinese Foreign Ministry"),
            ("calm.", "us", "readout", "White House"),
        ],
    );
}

#[test]
fn words_that_an_account_lacks_are_the_others() {
    let accounts =
        "The White House gave out a readout, and China’s Foreign Ministry another. Paul Dorn met Gao Wenhe.\n\n";
    expect(
        &format!(
            "{accounts}“Reefs, lamps and the rights of gulls,” about which Dorn “raised concerns,” do not figure as such in the Chinese text. The Chinese readout makes no mention of “lighthouses.”"
        ),
        &[
            ("Reefs, lamps and the rights of gulls,", "us", "readout", "White House"),
            ("raised concerns,", "us", "readout", "White House"),
            ("lighthouses.", "us", "readout", "White House"),
        ],
    );
    expect("The White House readout never mentions “lighthouses.” Nor did anybody else.", &[]);
}

#[test]
fn they_are_the_joint_statement_whose_words_go_on() {
    expect(
        "In a joint statement the two governments recognised “the weight of their trade.” They will “set up a bench to go on with talks,” led by Jane Holt and Shen Bo.",
        &[
            ("the weight of their trade.", "both", "readout", "joint statement"),
            ("set up a bench to go on with talks,", "both", "readout", "joint statement"),
        ],
    );
}

#[test]
fn with_whom_somebody_trades_is_not_his_side() {
    expect(
        "“I want them all,” said Otto Brenner, who sells garden chairs to US retailers. “Orders are back,” said Hu Minfang, whose family has grown beans for American mills. Fang Guowei, who runs a lamp factory that ships to US chains, said it was “quiet.”",
        &[
            ("I want them all,", "none", "remarks", "Otto Brenner"),
            ("Orders are back,", "none", "remarks", "Hu Minfang"),
            ("quiet.", "none", "remarks", "Fang Guowei"),
        ],
    );
    expect(
        "The US ambassador to China Marcus Bell said the door was “ajar.” China’s ambassador to the United States, Tian Meng, said it was “shut.”",
        &[("ajar.", "us", "remarks", "Marcus Bell"), ("shut.", "cn", "remarks", "Tian Meng")],
    );
}

#[test]
fn a_line_is_of_whoever_said_the_words_it_is_from() {
    expect(
        "Lu Anping, a Chinese foreign ministry spokesman, told reporters it was “late.” By then “Stop rocking the boat,” a line from Shen Bo’s speech, was for sale on T-shirts. Brock’s answer, before the doors closed, was “I have not begun.” Alan Brock smiled.",
        &[
            ("late.", "cn", "remarks", "Lu Anping"),
            ("Stop rocking the boat,", "cn", "remarks", "Shen Bo"),
            ("I have not begun.", "us", "remarks", "Alan Brock"),
        ],
    );
    expect(
        "Quote of the day: “A ship is no promise.” — Alan Brock, at a forum.\n\nNobody laughed.",
        &[("A ship is no promise.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn a_text_of_what_somebody_said_has_his_words_below_it() {
    expect(
        "China’s Foreign Ministry put out a readout, in which Gao Wenhe said the sea was “wide.”\n\nThe Chinese text gives the reef a long paragraph of its own:\n\n“The reef is the core of the core.\n\n“It is ours alone.”",
        &[
            ("wide.", "cn", "readout", "Gao Wenhe"),
            ("The reef is the core of the core.", "cn", "readout", "Gao Wenhe"),
            ("It is ours alone.", "cn", "readout", "Gao Wenhe"),
        ],
    );
}

#[test]
fn an_answer_is_of_whoever_was_asked() {
    expect(
        "The secretary of state, Alan Brock, was asked whether he trusted them. “I trust paper,” came the reply. Gao Wenhe’s message, as relayed by Xinhua, was that “a ship has but one helm.” The White House’s account reduces it to “a talk.”",
        &[
            ("I trust paper,", "us", "remarks", "Alan Brock"),
            ("a ship has but one helm.", "cn", "readout", "Gao Wenhe"),
            ("a talk.", "us", "readout", "White House"),
        ],
    );
    expect(
        "Senior Colonel Fan Rong said the ship had “trespassed”. “It’s a coin toss,” one trader said. For analysts, the worry is what they call “fatigue.”",
        &[
            ("trespassed", "cn", "remarks", "Fan Rong"),
            ("It’s a coin toss,", "none", "background", "trader"),
            ("fatigue.", "none", "remarks", "analysts"),
        ],
    );
}

#[test]
fn several_at_large_stay_several() {
    expect(
        "Patience is “the only road,” experts say. Traders said the market was “holding its breath.” Paul Dorn’s case is weak, but his own officials are kind. “We have a pause,” one of them said. Another called it “a start.”",
        &[
            ("the only road,", "none", "remarks", "experts"),
            ("holding its breath.", "none", "remarks", "traders"),
            ("We have a pause,", "us", "background", "official"),
            ("a start.", "us", "background", "second official"),
        ],
    );
}

#[test]
fn proverbs_and_slogans_are_nobodys_words() {
    expect(
        "Observers said the outcome showed that the “low wall, deep moat” approach has failed. As an old saying goes, “who tied the knot must untie it.”",
        &[],
    );
    expect(
        "As the saying goes, “a knot needs two hands,” Shen Bo told reporters.",
        &[("a knot needs two hands,", "cn", "remarks", "Shen Bo")],
    );
}

#[test]
fn officials_of_other_states_are_of_them_in_headings_too() {
    expect(
        "What they say\n\nThe world looked on.\n\nTaipei: ties with US ‘quite firm’\n\nTaiwan’s foreign minister, Lin Shu-fen, said she was calm. Ties with Washington were “quite firm”, she told reporters. The bloc’s trade commissioner, Marta Lindqvist, called it “no game”. A spokesman for Japan’s prime minister said it was “fine”.",
        &[
            ("quite firm", "tw", "remarks", "Lin Shu-fen"),
            ("quite firm", "tw", "remarks", "Lin Shu-fen"),
            ("no game", "eu", "remarks", "Marta Lindqvist"),
            ("fine", "jp", "remarks", "spokesman for Japan’s prime minister"),
        ],
    );
}

#[test]
fn an_office_behind_a_name_is_nobody_else() {
    expect(
        "China’s Lu Anping, a foreign ministry spokesman: “We keep our word.” Senator Anne Pell, an Ohio Democrat, wrote: “Read it.” Investors were “numb”, the newspaper wrote. The Treasury Department’s readout called the talks “dry.”",
        &[
            ("We keep our word.", "cn", "remarks", "Lu Anping"),
            ("Read it.", "us", "remarks", "Anne Pell"),
            ("numb", "none", "remarks", "investors"),
            ("dry.", "us", "readout", "Treasury Department"),
        ],
    );
}
