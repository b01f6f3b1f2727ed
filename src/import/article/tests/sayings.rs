//! Invented sentences, each with one way of telling who says something, and what is nobody's words.

use super::{codebook, expect, read, read_quotes};

#[test]
fn an_account_between_commas_leaves_the_subject_behind_it() {
    expect(
        "China’s Foreign Ministry issued a release. On the reef, the release said, Gao Wenhe pinned the strain on attempts to “borrow a bigger stick” and on those who “row with one oar.”",
        &[("borrow a bigger stick", "cn", "readout", "Gao Wenhe"), ("row with one oar.", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn an_account_tells_what_the_other_side_said() {
    let text = "Paul Dorn, China’s Foreign Ministry said, reaffirmed that the US government was wary of “new walls.” The US “wants no storm,” and “keeps its word,” it quoted the US president as saying. Xinhua said the talks were “long.” The US side, it reported, called them “the keel of the world.”";
    let article = read(text, &codebook());
    let found: Vec<_> = article.quotes.iter().map(|q| (q.side.as_str(), q.kind.as_str(), q.speaker.as_str())).collect();
    let dorn = ("cn", "readout", "Paul Dorn");
    assert_eq!(found, [dorn, dorn, dorn, ("cn", "readout", "Xinhua"), ("cn", "readout", "US side")]);
}

#[test]
fn an_agency_of_one_side_tells_what_the_other_said() {
    let text = "BEIJING, June 3 (Xinhua) -- Gao Wenhe on Tuesday held phone talks with Paul Dorn.\n\nGao said that both should “steer the ship.”\n\nDorn said he would “keep talking.”";
    let article = read(text, &codebook());
    let found: Vec<_> = article.quotes.iter().map(|q| (q.side.as_str(), q.kind.as_str(), q.speaker.as_str())).collect();
    assert_eq!(found, [("cn", "readout", "Gao Wenhe"), ("cn", "readout", "Paul Dorn")]);
    assert_eq!(article.quotes[1].through.as_deref(), Some("Xinhua"));
}

#[test]
fn a_pronoun_behind_words_is_whoever_was_quoted_last() {
    expect(
        "“We were clear,” Jane Holt told reporters. The matter has long troubled Speaker Ruth Vance. “Nobody was surprised,” she said.",
        &[("We were clear,", "us", "remarks", "Jane Holt"), ("Nobody was surprised,", "us", "remarks", "Jane Holt")],
    );
    expect(
        "Asked whether Paul Dorn had told Shen Bo to stay, White House spokeswoman Mara Colby said she would not “open that drawer.” “He keeps his own diary,” she said.",
        &[
            ("open that drawer.", "us", "remarks", "Mara Colby"),
            ("He keeps his own diary,", "us", "remarks", "Mara Colby"),
        ],
    );
}

#[test]
fn bare_verbs_say_behind_to_and_behind_a_plural() {
    expect(
        "Alan Brock used his speech to tell delegates that “no storm lasts”. After Shen Bo had warned them, Jane Holt took the stage to assure the audience that “a door is no wall”. Chinese officials said the list was “an insult”. US officials, for their part, insist it is “only a list”.",
        &[
            ("no storm lasts", "us", "remarks", "Alan Brock"),
            ("a door is no wall", "us", "remarks", "Jane Holt"),
            ("an insult", "cn", "background", "Chinese officials"),
            ("only a list", "us", "background", "US officials"),
        ],
    );
}

#[test]
fn a_land_before_a_thing_is_nobody() {
    expect(
        "Lu Kang, a spokesman for China’s Defence Ministry, answered at once. The US Asia-Pacific strategy was meant “to sow quarrels”, he told reporters, and “will sink”.",
        &[("to sow quarrels", "cn", "remarks", "Lu Kang"), ("will sink", "cn", "remarks", "Lu Kang")],
    );
}

#[test]
fn whoever_stands_behind_with_is_not_he() {
    expect(
        "Alan Brock spoke to reporters. The talks with Premier Gao Wenhe and chief negotiator Shen Bo had been “brisk and broad,” he said.",
        &[("brisk and broad,", "us", "remarks", "Alan Brock")],
    );
    expect(
        "Gao Wenhe told Paul Dorn that ties were “calm”, according to the Chinese readout, and he urged both to “sow good things”. On the reef, where Washington is pushing a pact, Gao said that China backed “every oar” and hoped for a “just and lasting” end.",
        &[
            ("calm", "cn", "readout", "Gao Wenhe"),
            ("sow good things", "cn", "readout", "Gao Wenhe"),
            ("every oar", "cn", "readout", "Gao Wenhe"),
            ("just and lasting", "cn", "readout", "Gao Wenhe"),
        ],
    );
}

#[test]
fn several_may_share_an_office() {
    expect(
        "Presidents Paul Dorn and Gao Wenhe met. “We are close,” Dorn told reporters. Senators Carl Tuttle of Iowa and Amy Lund of Ohio were cool, and Lund called it “thin soup.”",
        &[("We are close,", "us", "remarks", "Paul Dorn"), ("thin soup.", "us", "remarks", "Amy Lund")],
    );
}

#[test]
fn offices_tell_a_side_by_themselves_or_none() {
    expect(
        "Vice Foreign Minister Tang Yi told reporters that it was “late”. Colonel Feng Lin, a retired PLA instructor who follows the ships, was glum. “The sea is wide,” Feng said. A spokesman for the Chinese embassy in Washington, Liu Ping, said the charge was “made of air”. An analyst at Lakeford University, Jo Fell, called it “Tuesday.”",
        &[
            ("late", "cn", "remarks", "Tang Yi"),
            ("The sea is wide,", "none", "remarks", "Feng Lin"),
            ("made of air", "cn", "remarks", "Liu Ping"),
            ("Tuesday.", "none", "remarks", "Jo Fell"),
        ],
    );
    expect(
        "“He was clear,” White House spokesman Lee Marsh said in a statement after the call.",
        &[("He was clear,", "us", "readout", "Lee Marsh")],
    );
}

#[test]
fn naming_a_thing_is_saying_something() {
    expect(
        "Beijing answered with curbs that Jane Holt likened to “a sledgehammer” aimed at “every workshop.” Beijing hit back, with a foreign ministry spokesperson, Lin Qiao, describing them as “fiction”. The curbs were dismissed as “late” by the Pentagon and as “routine” by China’s Defence Ministry. They were, in Alan Brock’s words, “a long way round.”",
        &[
            ("a sledgehammer", "us", "remarks", "Jane Holt"),
            ("every workshop.", "us", "remarks", "Jane Holt"),
            ("fiction", "cn", "remarks", "Lin Qiao"),
            ("late", "us", "readout", "Pentagon"),
            ("routine", "cn", "readout", "China’s Defence Ministry"),
            ("a long way round.", "us", "remarks", "Alan Brock"),
        ],
    );
}

#[test]
fn claims_that_are_rated_are_rated_by_another() {
    expect(
        "Taiwan’s Mainland Affairs Council said Beijing’s claims were “not worth a reply”. China’s Foreign Ministry said that the US side had been told to “stop fanning flames.”",
        &[
            ("not worth a reply", "tw", "remarks", "Taiwan’s Mainland Affairs Council"),
            ("stop fanning flames.", "cn", "readout", "China’s Foreign Ministry"),
        ],
    );
}

#[test]
fn a_headline_may_name_who_speaks_to_whom() {
    expect(
        "Gao Wenhe to Paul Dorn: ‘Do not test the ice’\n\nThey met on Friday.",
        &[("Do not test the ice", "cn", "remarks", "Gao Wenhe")],
    );
    expect(
        "Shen Bo, whose ministry had called the curbs “a bad joke,” struck a softer tone with reporters: “We can talk.”",
        &[("a bad joke,", "cn", "remarks", "Shen Bo's ministry"), ("We can talk.", "cn", "remarks", "Shen Bo")],
    );
}

#[test]
fn a_fact_sheet_may_be_one_word() {
    expect(
        "A White House factsheet said China “will buy 3 million tonnes of plums.” The factsheet says China “will count them.”",
        &[
            ("will buy 3 million tonnes of plums.", "us", "fact-sheet", "White House"),
            ("will count them.", "us", "fact-sheet", "White House"),
        ],
    );
}

#[test]
fn names_and_titles_are_nobodys_words() {
    expect(
        "Nora Feld, a scholar, told ABM’s “Harbour Briefing” that she was glad. An official said China had asked for an end of the “60% rule” on ships. Beijing pulled films including one with a dog, “Very Warm! The Long Noodle Dancers”. The style is known as “iron heron” diplomacy. The drill, code-named “Iron Gate,” began.",
        &[],
    );
}

#[test]
fn a_verb_may_be_understood_or_left_out() {
    expect(
        "The US statement called the talks “candid”; the Chinese one, “in-depth”.\n\n“No more lectures” — Shen Bo, at a forum.\n\nThe ministry’s summary quotes Gao Wenhe as saying that they “need not be foes.” Paul Dorn, it says, “agreed.”",
        &[
            ("candid", "us", "readout", "US statement"),
            ("in-depth", "cn", "readout", "Chinese ministry"),
            ("No more lectures", "cn", "remarks", "Shen Bo"),
            ("need not be foes.", "cn", "readout", "Gao Wenhe"),
            ("agreed.", "cn", "readout", "Paul Dorn"),
        ],
    );
}

#[test]
fn a_clause_about_when_has_words_of_its_own() {
    expect(
        "A day after Paul Dorn called the talks “a success,” Lu Anping, the Chinese foreign ministry spokesman, told reporters that Beijing would “wait.” Lin Qiao, when asked about Alan Brock’s remark that the reef was “not for sale,” said she had “nothing to add.”",
        &[
            ("a success,", "us", "remarks", "Paul Dorn"),
            ("wait.", "cn", "remarks", "Lu Anping"),
            ("not for sale,", "us", "remarks", "Alan Brock"),
            ("nothing to add.", "none", "remarks", "Lin Qiao"),
        ],
    );
    expect(
        "The White House readout was short; the Chinese one, of 900 words, did not count them and had Gao Wenhe calling on both to “think in decades”.",
        &[("think in decades", "cn", "readout", "Gao Wenhe")],
    );
}

#[test]
fn aides_and_diplomats_are_of_whoever_has_them() {
    expect(
        "What Paul Dorn wants, aides say, is “a win.” Gao Wenhe is silent, but his diplomats call the tariffs “coercion”. Gao’s government called them “a wall.”",
        &[
            ("a win.", "us", "background", "aides"),
            ("coercion", "cn", "background", "diplomats"),
            ("a wall.", "cn", "remarks", "Gao Wenhe’s government"),
        ],
    );
}

#[test]
fn a_capital_that_tells_of_its_principal_gives_an_account() {
    expect(
        "The White House put out a release. The Chinese Foreign Ministry published a readout. Washington said the two sides had “weighed the drills” and “the fishing grounds.” Beijing said Gao Wenhe “firmly laid out where the reef lies.”",
        &[
            ("weighed the drills", "us", "readout", "White House"),
            ("the fishing grounds.", "us", "readout", "White House"),
            ("firmly laid out where the reef lies.", "cn", "readout", "Chinese Foreign Ministry"),
        ],
    );
}

#[test]
fn as_a_capital_tells_it() {
    let text = "The Chinese Foreign Ministry published a readout of the call of Gao Wenhe with Paul Dorn, the US president. “The harbor is open,” Dorn said, as Beijing tells it.";
    expect(text, &[("The harbor is open,", "cn", "readout", "Paul Dorn")]);
}

#[test]
fn who_spoke_a_week_before_does_not_say_it() {
    let text = "Paul Dorn, the US president, was asked about pilots. The Chinese readout has him saying that “pilots are welcome,” a week after Secretary of State Jane Holt said that they would stay out.";
    expect(text, &[("pilots are welcome,", "cn", "readout", "Paul Dorn")]);
}

#[test]
fn a_ministry_in_a_capital_is_of_there() {
    let text = "“We read both,” a senior official at the Foreign Ministry in Tokyo said.";
    expect(text, &[("We read both,", "jp", "background", "senior official")]);
}

#[test]
fn a_sea_is_nobody() {
    let text = "“We will act,” Paul Dorn, the US president, said. On the South China Sea, where ships have collided, he said that “nobody wants a crisis”.";
    expect(
        text,
        &[("We will act,", "us", "remarks", "Paul Dorn"), ("nobody wants a crisis", "us", "remarks", "Paul Dorn")],
    );
}

#[test]
fn officers_who_give_no_name_are_counted() {
    let text = "Two Chinese officers, found in the lobby, declined to give their names. “We came with charts,” one of them said. The other said only that the mood was “better than the charts.”";
    expect(
        text,
        &[
            ("We came with charts,", "cn", "background", "Chinese officer"),
            ("better than the charts.", "cn", "background", "second Chinese officer"),
        ],
    );
}

#[test]
fn somebody_s_officials_are_of_his_side() {
    let text = "Gao Wenhe’s officials called it a “pact”. Brock’s aides called it a “talk”, and Shen’s aides a “waste of a day”.";
    expect(
        text,
        &[
            ("pact", "cn", "background", "Gao Wenhe’s officials"),
            ("talk", "us", "background", "Brock’s aides"),
            ("waste of a day", "cn", "background", "Shen’s aides"),
        ],
    );
}

#[test]
fn whoever_has_opened_a_sentence_behind_a_phrase_is_he() {
    let text = "Both put out accounts. In the American one, Paul Dorn, the US president, emphasized that they “are rivals,” at sea and on land. In the Chinese one, Mr. Gao rejected the word. “Rivalry is not our way,” he said, according to the version released by the Foreign Ministry.";
    expect(text, &[("are rivals,", "us", "readout", "Paul Dorn"), ("Rivalry is not our way,", "cn", "readout", "Gao")]);
    let text = "A US official close to the talks said that the reef was “raised, as it always is”. A Chinese diplomat, also unnamed, said that it was otherwise. “It was the first subject,” he said.";
    expect(
        text,
        &[
            ("raised, as it always is", "us", "background", "US official"),
            ("It was the first subject,", "cn", "background", "Chinese diplomat"),
        ],
    );
}

#[test]
fn what_a_state_wants_is_as_the_account_of_its_minister_has_it() {
    let text = "Ties are “at a low ebb,” Foreign Minister Shen Bo said, according to the state broadcaster CCTV, but China was committed to building a “steady and useful” relationship.";
    expect(text, &[("at a low ebb,", "cn", "readout", "Shen Bo"), ("steady and useful", "cn", "readout", "Shen Bo")]);
}

#[test]
fn pledges_of_another_are_his_things_and_not_his_words() {
    let text = "Foreign Ministry spokeswoman Wen Jia said it was now for the United States to “come halfway” and honor Dorn’s pledges rather than “speak of ships and send more.”";
    expect(
        text,
        &[("come halfway", "cn", "remarks", "Wen Jia"), ("speak of ships and send more.", "cn", "remarks", "Wen Jia")],
    );
}

#[test]
fn a_ministry_of_another_capital_is_not_china_s() {
    let text = "In Taipei, a Foreign Ministry spokesman thanked the hosts for being “quick and kind.” The talks, said its spokesperson Wen Jia, were “far from there”.";
    let found = read_quotes(text);
    assert_eq!((found[0].1.as_str(), found[0].2), ("tw", "remarks"));
    assert_eq!(found[1].3, "Wen Jia");
}

#[test]
fn a_post_is_his_who_made_it() {
    let text = "The ministry gave its account of the call. In a post on his Truth Social platform hours later, President Paul Dorn did not mention the reef. He wrote of “a very good call” which had covered “many topics”.";
    expect(text, &[("a very good call", "us", "remarks", "Paul Dorn"), ("many topics", "us", "remarks", "Paul Dorn")]);
}

#[test]
fn accounts_under_labels_are_those_of_their_sides() {
    let text = "On Tuesday Paul Dorn, the US president, told reporters that they would “stay on the path”. The two accounts follow.\n\nU.S.: The two leaders “discussed the drills at length.” Dorn “welcomed the chance to speak.”\n\nChina: The exchange was “frank and useful in full.” Gao Wenhe put forward three rules – “no drills, no nets, no noise”.\n\nU.S.: The readout speaks of “unfair nets and lines” and leaves it there.";
    expect(
        text,
        &[
            ("stay on the path", "us", "remarks", "Paul Dorn"),
            ("discussed the drills at length.", "us", "readout", "U.S."),
            ("welcomed the chance to speak.", "us", "readout", "U.S."),
            ("frank and useful in full.", "cn", "readout", "China"),
            ("no drills, no nets, no noise", "cn", "readout", "Gao Wenhe"),
            ("unfair nets and lines", "us", "readout", "U.S."),
        ],
    );
}

#[test]
fn whoever_is_asked_answers() {
    let text = "“That should worry us all,” Brock said on the stage. Reporters asked Lieutenant General Lu Anping, deputy chief of the Chinese staff, about it later. “The speech was full of holes,” he said.";
    expect(
        text,
        &[
            ("That should worry us all,", "us", "remarks", "Brock"),
            ("The speech was full of holes,", "cn", "remarks", "Lu Anping"),
        ],
    );
    let text = "“I told him that it would not do,” Brock told CBS in an interview. Asked if Shen had answered: “There was no answer.”";
    expect(
        text,
        &[
            ("I told him that it would not do,", "us", "remarks", "Brock"),
            ("There was no answer.", "us", "remarks", "Brock"),
        ],
    );
}

#[test]
fn an_account_has_what_its_colon_opens() {
    let text = "The Pentagon said that Brock “discussed the drills and strongly discouraged more.” China’s statement had one line on it: Beijing “has not sent any ship to the reef.”";
    expect(
        text,
        &[
            ("discussed the drills and strongly discouraged more.", "us", "readout", "Pentagon"),
            ("has not sent any ship to the reef.", "cn", "readout", "China’s statement"),
        ],
    );
    let text = "The Treasury’s readout has the pair holding “frank and useful” talks. But the version that Xinhua put out places them fourth, after an expression of “serious concern” over the curbs.";
    expect(text, &[("frank and useful", "us", "readout", "Treasury"), ("serious concern", "cn", "readout", "Xinhua")]);
}

#[test]
fn what_one_paragraph_leaves_open_is_of_whoever_closes_it() {
    let text = "Chinese officials say they made their peace with that. “You know what a clean deal looks like? I was told of them by people who never had to call a family.\n\n“It looks like empty chairs,” a senior administration official said.";
    let found = read_quotes(text);
    assert_eq!(found.iter().map(|quote| quote.1.as_str()).collect::<Vec<_>>(), ["us", "us"]);
}

#[test]
fn members_of_a_delegation_without_a_name() {
    let text = "A member of the Chinese delegation, who was not authorised to speak to the media, said that Shen had not wanted it. “He has seen many of them,” said the diplomat. “Tomorrow,” Shen told reporters, before a staff member cut in: “The minister will be clear.”";
    expect(
        text,
        &[
            ("He has seen many of them,", "cn", "background", "member of the Chinese delegation"),
            ("Tomorrow,", "cn", "remarks", "Shen"),
            ("The minister will be clear.", "cn", "background", "staff member"),
        ],
    );
}

#[test]
fn whose_turn_it_is_in_a_broadcast_is_not_he() {
    let text = "TOM ARKWRIGHT: Jane Holt met Shen Bo for hours. And how did she take it?\n\nWEN JIA: She made the opposite case. She said that the reef should be “a free-standing” issue.";
    let found = read_quotes(text);
    assert_eq!(found.last().map(|quote| (quote.1.as_str(), quote.3.as_str())), Some(("us", "Jane Holt")));
}

#[test]
fn who_is_told_of_behind_a_place_or_a_paper() {
    let text = "A Chinese official involved in planning for San Francisco, who was not authorized to speak publicly, said that Gao needed “no embarrassment”.";
    expect(text, &[("no embarrassment", "cn", "background", "Chinese official")]);
    let text = "In an interview with Fox News’s Sean Marsh that aired Thursday, Paul Dorn, the US president, said he would “rather not” do it, although he called it “a tremendous power.”";
    expect(
        text,
        &[("rather not", "us", "remarks", "Paul Dorn"), ("a tremendous power.", "us", "remarks", "Paul Dorn")],
    );
}

#[test]
fn what_an_official_closes_is_as_he_tells_it() {
    let text = "Brock explained to Shen “core concerns with nets” but went no further, a senior US official said. “We would like more,” the official said. Mr. Shen, he went on, “took notes and gave us the chart.”";
    let found = read_quotes(text);
    assert!(found.iter().all(|quote| (quote.1.as_str(), quote.2) == ("us", "background")), "{found:?}");
}

#[test]
fn a_spokesperson_for_the_department_is_of_the_one_named_last() {
    let text = "The State Department put out its account. Asked about the reef, a spokesperson for the department said in an email that “our policy has not changed.” “It is yours” was Shen’s usual answer.";
    let found = read_quotes(text);
    assert_eq!((found[0].1.as_str(), found[0].2), ("us", "remarks"));
    assert_eq!((found[1].1.as_str(), found[1].3.as_str()), ("cn", "Shen"));
}

#[test]
fn what_one_knows_or_where_one_was_is_not_whose_one_is() {
    let text = "“They wrote it small,” said Tom Arkwright, who was held in China. Peter Ashdown, a China director on the National Security Council under President Paul Dorn, said it was “a stage built by both”. A former adviser to the president said it was “a bit of a dare”. Taiwan’s government praised Brock’s remarks and said it was drills that were the “root cause of it”.";
    let found = read_quotes(text);
    assert!(found.iter().all(|quote| quote.1 != "us" && quote.1 != "cn"), "{found:?}");
}

/// Each quotation of a text as 'side kind speaker'.
fn sources(text: &str) -> Vec<String> {
    read_quotes(text).iter().map(|quote| format!("{} {} {}", quote.1, quote.2, quote.3)).collect()
}

#[test]
fn what_is_told_not_to_have_been_said_is_nobodys() {
    assert!(sources("The State Department denied that Brock had told Shen the ships were “too many.”").is_empty());
    assert!(sources("Shen did not say China would “leave the reef,” according to the ministry’s readout.").is_empty());
    assert_eq!(sources("“We never said so,” Brock told reporters."), ["us remarks Brock"]);
}

#[test]
fn descriptions_of_whoever_speaks_are_he() {
    assert_eq!(
        sources(
            "“The reef is old,” Alan Brock told reporters. Asked about the ships, the former harbour pilot said they were “a mistake”."
        ),
        ["us remarks Alan Brock", "us remarks Alan Brock"]
    );
    assert_eq!(
        sources(
            "“The talks were long,” Alan Brock wrote on X. He and Shen Bo, the foreign minister, had agreed that “peace is best.”"
        ),
        ["us remarks Alan Brock", "us remarks Alan Brock"]
    );
    assert_eq!(
        sources("“Brock was clear,” a senior US official said. The exchange on Taiwan was described as “not long”."),
        ["us background senior US official", "us background senior US official"]
    );
}

#[test]
fn remarks_that_are_told_of_are_whose_they_were() {
    assert_eq!(
        sources("Asked about Shen Bo’s remark that the reef is “the first line,” a US official said: “We heard it.”"),
        ["cn remarks Shen Bo", "us background US official"]
    );
    assert_eq!(
        sources(
            "A National Security Council spokesperson, who declined to be identified, said: “The position is clear.”"
        ),
        ["us background National Security Council spokesperson"]
    );
    assert_eq!(
        sources("Xinhua said in a commentary that it “cannot be so.” It added: “The reef is old.”"),
        ["cn remarks Xinhua", "cn remarks Xinhua"]
    );
}

#[test]
fn a_ministry_without_a_state_is_the_one_named_last_or_of_where_it_says_so() {
    let japan = "China’s Foreign Ministry was silent. Japan’s Foreign Ministry said it was “watching.” ";
    let watching = ("watching.", "jp", "remarks", "Japan’s Foreign Ministry");
    for words in [
        "A spokesman for the ministry, Seiji Tanabe, called the talks “a step.”",
        "The ministry’s spokesman, Seiji Tanabe, said the talks were “a step.”",
    ] {
        expect(&format!("{japan}{words}"), &[watching, ("a step.", "jp", "remarks", "Seiji Tanabe")]);
    }
    expect(
        "China’s Foreign Ministry issued a release. Taiwan’s foreign ministry said that “nobody rules us.” “We agreed,” the ministry said in Beijing.",
        &[
            ("nobody rules us.", "tw", "remarks", "Taiwan’s foreign ministry"),
            ("We agreed,", "cn", "readout", "China’s Foreign Ministry"),
        ],
    );
}

#[test]
fn what_is_called_something_does_not_speak() {
    let paper = "The People’s Daily said that “talk is best.” ";
    let said = ("talk is best.", "cn", "readout", "People’s Daily");
    for who in ["Politico", "The Harbour Post", "The Harbour Post’s editorial board"] {
        expect(&format!("{paper}\n\n{who} called it “a wash.”"), &[said]);
    }
    expect(
        &format!(
            "{paper}Critics called it “a wash.” The PLA Daily, in a commentary, accused Washington of “bad faith.”"
        ),
        &[said, ("a wash.", "none", "remarks", "critics"), ("bad faith.", "cn", "remarks", "PLA Daily")],
    );
}
