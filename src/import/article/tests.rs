//! Invented articles, sentence by sentence: each shows one habit of journalists.

mod explainers;
mod habits;
mod newcomers;
mod newsletters;
mod sayings;
mod sheets;
mod spokes;
mod whose;

use super::*;

/// The carried codebook, with the invented people of these articles.
fn codebook() -> Codebook {
    const PEOPLE: &str = r#"
        extends = "default"
        [[side]]
        id = "us"
        person = [{ names = ["Alan Brock", "Brock"] }, { names = ["Paul Dorn", "Dorn"] }, { names = ["Jane Holt", "Holt"] }]
        [[side]]
        id = "cn"
        person = [{ names = ["Shen Bo", "Shen"] }, { names = ["Gao Wenhe", "Gao"] }, { names = ["He Mingde"] }]
    "#;
    Codebook::parse("people.toml", PEOPLE).expect("a good codebook")
}

fn read_quotes(text: &str) -> Vec<(String, String, &'static str, String)> {
    let quotes = read(text, &codebook()).quotes;
    quotes.into_iter().map(|q| (q.text, q.side, q.kind.as_str(), q.speaker)).collect()
}

/// Reads an article of which each quotation is expected with side, kind and speaker.
fn expect(text: &str, wanted: &[(&str, &str, &str, &str)]) {
    let found = read_quotes(text);
    let found: Vec<(&str, &str, &str, &str)> = found
        .iter()
        .map(|(text, side, kind, speaker)| (text.as_str(), side.as_str(), *kind, speaker.as_str()))
        .collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn the_verb_may_stand_before_between_and_behind() {
    expect(
        "The ships, Defense Ministry spokesman Lu Anping said, were “far off.” “They will stay,” he told reporters, “and so shall we.”",
        &[
            ("far off.", "cn", "remarks", "Lu Anping"),
            ("They will stay,", "cn", "remarks", "Lu Anping"),
            ("and so shall we.", "cn", "remarks", "Lu Anping"),
        ],
    );
    expect(
        "“It was a fair start,” said Sen. Tom Arkwright, the Ohio Republican. Wen Jia, a scholar at Lakeford University, called it “a truce.”",
        &[("It was a fair start,", "us", "remarks", "Tom Arkwright"), ("a truce.", "none", "remarks", "Wen Jia")],
    );
}

#[test]
fn officials_without_a_name_are_told_apart() {
    expect(
        "A senior administration official said the talks were “long.” A second official was blunter. “Nothing moved,” the second official said. “We will try again,” the first official said.",
        &[
            ("long.", "us", "background", "senior administration official"),
            ("Nothing moved,", "us", "background", "second official"),
            ("We will try again,", "us", "background", "senior administration official"),
        ],
    );
}

#[test]
fn written_accounts_speak_for_institutions_and_principals() {
    expect(
        "Shen Bo told Alan Brock that the door was “wide open,” according to a readout from the Chinese Foreign Ministry. The State Department said Brock had “raised concerns about the ships.”",
        &[
            ("wide open,", "cn", "readout", "Shen Bo"),
            ("raised concerns about the ships.", "us", "readout", "State Department"),
        ],
    );
    expect(
        "According to a readout from State Department spokesperson Mara Colby, Brock and Shen Bo discussed “the ships.”\n\nBrock “raised the cables,” and “made clear” to Shen “that they matter.”",
        &[
            ("the ships.", "us", "readout", "Mara Colby"),
            ("raised the cables,", "us", "readout", "Mara Colby"),
            ("made clear", "us", "readout", "Mara Colby"),
            ("that they matter.", "us", "readout", "Mara Colby"),
        ],
    );
}

#[test]
fn offices_before_a_comma_belong_to_the_name() {
    expect(
        "Alan Brock “raised the ships,” the State Department spokesman, Mark Dole, said in a written summary. “No peace is cheap,” said Lakeland’s and Germany’s foreign minister, Ada Brandt. The chairman of the House committee on China, John Marsh, was scathing. “Talk is cheap,” he wrote. Wen Jia, of the Lakeford Fund of the United States, was calm, saying it was “a truce.”",
        &[
            ("raised the ships,", "us", "readout", "Mark Dole"),
            ("No peace is cheap,", "de", "remarks", "Ada Brandt"),
            ("Talk is cheap,", "us", "remarks", "John Marsh"),
            ("a truce.", "none", "remarks", "Wen Jia"),
        ],
    );
    expect(
        "United States Secretary of State Alan Brock met Shen Bo. “It went well,” Brock told reporters.",
        &[("It went well,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn principals_speak_in_the_accounts_of_their_side() {
    expect(
        "State broadcaster CCTV reported that Gao Wenhe had told Paul Dorn that the ships were “too many.” The ministry’s spokesman, Lu An, quoted the president as saying that they were “ours.” “We shall see,” Gao said, Xinhua reported.\n\nDorn told Gao that he would “go on,” the White House said, “as before.” Dorn urged him to “count them,” it said.",
        &[
            ("too many.", "cn", "readout", "Gao Wenhe"),
            ("ours.", "cn", "readout", "Gao Wenhe"),
            ("We shall see,", "cn", "readout", "Gao Wenhe"),
            ("go on,", "us", "readout", "Paul Dorn"),
            ("as before.", "us", "readout", "Paul Dorn"),
            ("count them,", "us", "readout", "Paul Dorn"),
        ],
    );
}

#[test]
fn a_surname_may_be_a_common_word() {
    expect(
        "Jane Holt met He Mingde. “It was long,” a senior Treasury official said. At the start, with journalists in the room, He said the door was “open.” He added: “Wide open.”",
        &[
            ("It was long,", "us", "background", "senior Treasury official"),
            ("open.", "cn", "remarks", "He Mingde"),
            ("Wide open.", "cn", "remarks", "He Mingde"),
        ],
    );
}

#[test]
fn third_parties_and_embassies_have_no_account_of_the_meeting() {
    expect(
        "Taiwan’s foreign ministry said it welcomed the “firm words.” Lu An, a spokesman for the Chinese embassy, said in an emailed statement that they were “loose.” In a meeting with his Thai counterpart, Shen Bo called the ships “old.” A senior defense official, who spoke under rules set by the Pentagon, said they were “new.”",
        &[
            ("firm words.", "tw", "remarks", "Taiwan’s foreign ministry"),
            ("loose.", "cn", "remarks", "Lu An"),
            ("old.", "cn", "remarks", "Shen Bo"),
            ("new.", "us", "background", "senior defense official"),
        ],
    );
}

#[test]
fn a_headline_has_the_source_of_the_words_below_it() {
    expect(
        "Talks end with a ‘very long’ list\n\nShen Bo met Alan Brock. The list was “very long,” Brock told reporters.",
        &[("very long", "us", "remarks", "Alan Brock"), ("very long,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn a_source_goes_on_over_sentences_and_paragraphs() {
    expect(
        "Alan Brock spoke at a news conference. “We met for an hour,” he said. “It went well.\n\n“We shall meet again.”",
        &[
            ("We met for an hour,", "us", "remarks", "Alan Brock"),
            ("It went well.", "us", "remarks", "Alan Brock"),
            ("We shall meet again.", "us", "remarks", "Alan Brock"),
        ],
    );
    expect(
        "Asked by reporters whether the deal would hold, Alan Brock was brief: “I hope so.”",
        &[("I hope so.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn names_of_policies_are_nobodys_words() {
    expect(
        "Beijing claims the reef under its “nine lines” policy. The so-called “big bridge” was built. Dorn’s “Big Day” tariffs hurt ships inside its “seven-mark line”.",
        &[],
    );
}

#[test]
fn single_marks_may_be_the_outer_ones() {
    expect(
        "US President Paul Dorn said there 'need not be a quarrel'. 'It's the ships' owners who ask,' he told reporters. 'We listen.'",
        &[
            ("need not be a quarrel", "us", "remarks", "Paul Dorn"),
            ("It's the ships' owners who ask,", "us", "remarks", "Paul Dorn"),
            ("We listen.", "us", "remarks", "Paul Dorn"),
        ],
    );
}

#[test]
fn positions_without_marks_are_the_journalists_words() {
    let text = "The White House said the two leaders would meet in spring. An analyst, Jo Fell of Lakeford University, said that was late.";
    let article = read(text, &codebook());
    assert!(article.quotes.is_empty());
    let reported: Vec<_> = article.reported.iter().map(|r| (r.side.as_str(), r.speaker.as_str())).collect();
    assert_eq!(reported, [("us", "White House")]);
    assert_eq!(article.reported[0].text, "The White House said the two leaders would meet in spring.");
}

#[test]
fn acts_have_their_subject_and_spokespersons_their_office() {
    let text =
        "Brock “raised the ships,” State Department spokesperson Mara Colby said in a statement. Alan Brock left.";
    let article = read(text, &codebook());
    let quote = &article.quotes[0];
    assert_eq!(quote.speaker, "Mara Colby");
    assert_eq!(quote.office.as_deref(), Some("State Department spokesperson"));
    assert_eq!(quote.subject.as_deref(), Some("Alan Brock"));
}

#[test]
fn an_account_gives_words_to_the_other_side() {
    let text = "The Chinese Foreign Ministry published its account. By Beijing’s account, Brock replied that he would “honor the policy.”";
    let article = read(text, &codebook());
    let quote = &article.quotes[0];
    assert_eq!((quote.side.as_str(), quote.kind.as_str()), ("cn", "readout"));
    assert_eq!((quote.speaker.as_str(), quote.through.as_deref()), ("Brock", Some("Chinese Foreign Ministry")));
    assert_eq!(quote.subject.as_deref(), Some("Brock"));
}

#[test]
fn an_official_tells_what_the_other_side_said() {
    let text = "A senior US official briefed reporters. Gao Wenhe, the official said, had complained. “I have no plans,” Gao was quoted by the official as saying. “None at all.”";
    let article = read(text, &codebook());
    for quote in &article.quotes {
        assert_eq!((quote.side.as_str(), quote.kind.as_str()), ("us", "background"));
        assert_eq!((quote.speaker.as_str(), quote.through.as_deref()), ("Gao Wenhe", Some("senior US official")));
        assert_eq!(quote.subject.as_deref(), Some("Gao Wenhe"));
    }
    assert_eq!(article.quotes.len(), 2);
}

#[test]
fn a_time_and_a_heading_are_nobody() {
    expect(
        "Talks end\n\nby Ada Vale\nNov 4, 2031, 6:00 AM EST\n\nAsked how he would rate the talks, Alan Brock was brief. “It was a 12,” he said.\n\nBusiness Complaints\n\nHe also told reporters that firms were “losing patience.”\n\nWatch: ‘Why the ships matter’",
        &[("It was a 12,", "us", "remarks", "Alan Brock"), ("losing patience.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn the_president_without_a_side_is_of_the_united_states() {
    let text = "Joe Biden met Xi Jinping. Nancy Pelosi left. The president told reporters it was “not a good idea.”";
    let article = read(text, &Codebook::embedded());
    assert_eq!(article.quotes[0].speaker, "Joe Biden");
}

#[test]
fn an_office_of_several_words_belongs_to_the_name_behind_it() {
    expect(
        "The White House said the ships were “new.”\n\nWhite House press secretary Mara Colby struck the same note: “Quite new.”\n\nForeign Ministry spokesman Lu An, in Beijing: “They are old.”\n\nPentagon press secretary Mark Dole declined to “count them.”",
        &[
            ("new.", "us", "readout", "White House"),
            ("Quite new.", "us", "remarks", "Mara Colby"),
            ("They are old.", "cn", "remarks", "Lu An"),
            ("count them.", "us", "remarks", "Mark Dole"),
        ],
    );
}

#[test]
fn asides_stand_between_a_subject_and_its_verb() {
    expect(
        "Shen Bo, who last week called Lakeland a “good friend,” told reporters that it was “far off.” Paul Dorn, speaking to donors, as good as called the ships “toys”.",
        &[
            ("good friend,", "cn", "remarks", "Shen Bo"),
            ("far off.", "cn", "remarks", "Shen Bo"),
            ("toys", "us", "remarks", "Paul Dorn"),
        ],
    );
    expect(
        "Alan Brock said that he and Shen Bo had spoken of “order.” The visit, said Gao Wenhe, had been “in good spirit”. “A wall is a wall,” shrugs an official in Beijing. For Jane Holt, it was “a long day at sea.”",
        &[
            ("order.", "us", "remarks", "Alan Brock"),
            ("in good spirit", "cn", "remarks", "Gao Wenhe"),
            ("A wall is a wall,", "cn", "background", "official"),
            ("a long day at sea.", "us", "remarks", "Jane Holt"),
        ],
    );
}

#[test]
fn an_account_may_be_named_without_its_noun_or_by_any() {
    expect(
        "The State Department and the Chinese Foreign Ministry wrote of it. China’s calls the talks “long.” The State Department’s says little. The American summaries were thinner. That with Shen Bo was “fair and open”. A statement from Brock’s office said they had “counted the ships.”",
        &[
            ("long.", "cn", "readout", "Chinese Foreign Ministry"),
            ("fair and open", "us", "readout", "State Department"),
            ("counted the ships.", "us", "readout", "Brock’s office"),
        ],
    );
    expect(
        "By noon the foreign ministry had put out three statements. The ships were “a great burden to bear”, according to the first of them. “They must go,” Shen Bo told her.\n\nIn Lakeford on Monday, Shen Bo told reporters they were “gone”.",
        &[
            ("a great burden to bear", "cn", "readout", "foreign ministry"),
            ("They must go,", "cn", "readout", "Shen Bo"),
            ("gone", "cn", "remarks", "Shen Bo"),
        ],
    );
    expect(
        "Read what the hosts published. Shen Bo said that the ships were “far too many”. Gao Wenhe gave a lesson. The other side must lift its “walls”.",
        &[("far too many", "cn", "readout", "Shen Bo"), ("walls", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn words_may_be_put_in_the_mouth_of_whoever_has_no_name() {
    expect(
        "Ms. Jane Holt came by train. It was, in the words of one US diplomat, “a slow sort of hello”. She posted “warm thanks to the driver and the guard”. “They want to know the price,” is how one U.S. official put the offer. Another was blunter, calling it “a long shot.”",
        &[
            ("a slow sort of hello", "us", "background", "US diplomat"),
            ("warm thanks to the driver and the guard", "us", "remarks", "Jane Holt"),
            ("They want to know the price,", "us", "background", "U.S. official"),
            ("a long shot.", "us", "background", "second U.S. official"),
        ],
    );
}

#[test]
fn what_is_said_of_somebody_is_not_said_to_him() {
    expect("Paul Dorn has called Gao Wenhe a “tough man”.", &[("tough man", "us", "remarks", "Paul Dorn")]);
    expect(
        "Shen Bo urged Alan Brock to “count the ships”. A readout from the White House told of “next steps”; another readout, from Beijing, spoke of “first steps”. Brock’s message was that all should “sail on”.",
        &[
            ("count the ships", "cn", "readout", "Shen Bo"),
            ("next steps", "us", "readout", "White House"),
            ("first steps", "cn", "readout", "Beijing"),
            ("sail on", "us", "readout", "Alan Brock"),
        ],
    );
}

#[test]
fn what_is_so_called_says_nothing_of_itself() {
    expect(
        "The Foreign Ministry said that the ships were “new.” A senior administration official disputed that. It would be “wrong to count them,” he said. It was “really up to the Chinese side to say how many there are”.",
        &[
            ("new.", "cn", "readout", "Foreign Ministry"),
            ("wrong to count them,", "us", "background", "senior administration official"),
            (
                "really up to the Chinese side to say how many there are",
                "us",
                "background",
                "senior administration official",
            ),
        ],
    );
}

#[test]
fn each_says_his_own_where_several_are_named() {
    expect(
        "Liu Ping, a spokesman for the Chinese embassy, said it had “a role” and pointed to the Foreign Ministry, whose spokesman, Lu An, came later and added that he had “nothing to tell”. Xinhua, the official news agency, called it “a sign”, while the nationalist daily Global Times asked whether it was “a joke”.",
        &[
            ("a role", "cn", "remarks", "Liu Ping"),
            ("nothing to tell", "cn", "remarks", "Lu An"),
            ("a sign", "cn", "readout", "Xinhua"),
            ("a joke", "cn", "remarks", "Global Times"),
        ],
    );
    expect(
        "Jo Fell of Lakeford University was calm. For Gao Wenhe’s part, he thanked Paul Dorn. The two peoples, he told Dorn, had “sailed side by side.”",
        &[("sailed side by side.", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn a_heading_within_an_article_has_the_source_of_the_words_below_it() {
    expect(
        "Alan Brock left.\n\n‘The frame is there’\n\n“The frame is there, and so is the door,” Brock told reporters. “We go.”",
        &[
            ("The frame is there", "us", "remarks", "Alan Brock"),
            ("The frame is there, and so is the door,", "us", "remarks", "Alan Brock"),
            ("We go.", "us", "remarks", "Alan Brock"),
        ],
    );
}

#[test]
fn single_marks_may_stay_open_over_paragraphs() {
    expect(
        "‘I shall not say,’ Jane Holt told a reporter. ‘We can differ and still sit here.\n\n‘There are other days.’",
        &[
            ("I shall not say,", "us", "remarks", "Jane Holt"),
            ("We can differ and still sit here.", "us", "remarks", "Jane Holt"),
            ("There are other days.", "us", "remarks", "Jane Holt"),
        ],
    );
}

#[test]
fn whoever_is_told_answers_for_himself() {
    let text = "“It is rare that we can talk,” Alan Brock told Shen Bo, who replied that the visit “honors the house”.";
    let article = read(text, &codebook());
    let quote = &article.quotes[1];
    assert_eq!((quote.side.as_str(), quote.speaker.as_str(), quote.through.as_deref()), ("cn", "Shen Bo", None));
}

#[test]
fn an_account_may_have_the_whole_other_side_say_something() {
    let text =
        "The Chinese Foreign Ministry put out a readout. The readout has the American side calling the talks “useful.”";
    let article = read(text, &codebook());
    let quote = &article.quotes[0];
    assert_eq!((quote.side.as_str(), quote.kind.as_str()), ("cn", "readout"));
    assert_eq!((quote.speaker.as_str(), quote.through.as_deref()), ("American side", Some("Chinese Foreign Ministry")));
}

#[test]
fn what_is_left_open_is_of_whoever_closes_it() {
    expect(
        "“We go on,” Alan Brock told reporters.\n\nShen Bo was not done.\n\n“We have heard you.\n\n“So hear us,” Shen told reporters.",
        &[
            ("We go on,", "us", "remarks", "Alan Brock"),
            ("We have heard you.", "cn", "remarks", "Shen Bo"),
            ("So hear us,", "cn", "remarks", "Shen Bo"),
        ],
    );
}

#[test]
fn titles_of_films_and_broadcasts_are_nobodys_words() {
    expect(
        "For NBC News’ “The Long Table,” Alan Brock spoke with an editor. A documentary series, “Two Banks: A River and Its Ships,” begins in May. “I shall watch it,” Brock told reporters.",
        &[("I shall watch it,", "us", "remarks", "Alan Brock")],
    );
}

proptest::proptest! {
    /// Whatever stands in an article, reading it ends, and every quotation is in it.
    #[test]
    fn any_text_is_read(text in "([“”\"'‘’.,:?! \n]|said|Brock|the official|Gao|told|according to|[a-zA-Z]{1,6}|中|é){0,60}") {
        let article = read(&text, &codebook());
        for quote in &article.quotes {
            proptest::prop_assert_eq!(quote.span.slice(&text), &quote.text);
        }
    }
}

/// A publisher is a body by its own name, and not somebody's ministry.
#[test]
fn a_publisher_has_a_name_of_its_own() {
    let of = |text: &str| read(text, &codebook()).publishers.get("cn").cloned();
    let his = "Gao Wenhe could not attend, Reuters reported, citing a spokesman for his ministry.";
    let account = "Shen Bo told Alan Brock that the door was “wide open,” according to a readout from the Chinese Foreign Ministry.";
    assert_eq!(of(&format!("{his}\n\n{account}")).as_deref(), Some("Ministry of Foreign Affairs of China"));
    assert_eq!(of(account).as_deref(), Some("Ministry of Foreign Affairs of China"));
    assert_ne!(of(&format!("{his} “All is well,” the spokesman said.")).as_deref(), Some("Gao Wenhe’s ministry"));
}
