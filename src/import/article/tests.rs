//! Invented articles, sentence by sentence: each shows one habit of journalists.

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
        &[("It was a fair start,", "us", "remarks", "Tom Arkwright"), ("a truce.", "other", "remarks", "Wen Jia")],
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
            ("No peace is cheap,", "other", "remarks", "Ada Brandt"),
            ("Talk is cheap,", "us", "remarks", "John Marsh"),
            ("a truce.", "other", "remarks", "Wen Jia"),
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
            ("firm words.", "other", "remarks", "Taiwan's foreign ministry"),
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
    assert_eq!(quote.subject.as_deref(), Some("Brock"));
}

#[test]
fn the_president_without_a_side_is_of_the_united_states() {
    let text = "Joe Biden met Xi Jinping. Nancy Pelosi left. The president told reporters it was “not a good idea.”";
    let article = read(text, &Codebook::load_default().expect("the codebook"));
    assert_eq!(article.quotes[0].speaker, "Joe Biden");
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
