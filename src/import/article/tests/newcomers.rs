//! Invented articles: who is meant where several can be, and strangers and titles that are no source.

use super::expect;

#[test]
fn he_is_none_of_those_he_speaks_of_or_to() {
    expect(
        "The fleet was discussed, a State Department official said, “but not for long.”\n\nAlan Brock, at a news conference after the talks, criticised Lakeland and Riverland.\n\nThey “did not show up,” he said.",
        &[
            ("but not for long.", "us", "background", "State Department official"),
            ("did not show up,", "us", "remarks", "Alan Brock"),
        ],
    );
    expect(
        "Alan Brock met Shen Bo in Lakeford. A letter urged Brock to go home.\n\nFriends of Shen’s ships got another. The fleet “sails on one sea,” he told Brock. He used the line again, telling Brock that “the sea is wide.”",
        &[("sails on one sea,", "cn", "readout", "Shen Bo"), ("the sea is wide.", "cn", "readout", "Shen Bo")],
    );
}

#[test]
fn adjectives_before_a_surname_make_nobody_new() {
    for adjective in ["Poor", "Hapless", "Mild-mannered"] {
        expect(
            &format!("Alan Brock left in March. {adjective} Brock. He was meant to stay. “It is over,” Brock said."),
            &[("It is over,", "us", "remarks", "Alan Brock")],
        );
    }
    expect(
        "Alan Brock came. Jong-un Brock, a fisherman, was there. “It is over,” Alan Brock said.",
        &[("It is over,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn an_office_is_of_whoever_has_it_and_not_of_who_had_it() {
    expect(
        "Alan Brock’s work was long. America’s secretary of state, Alan Brock, sat there. Paul Dorn, Brock’s predecessor, tweeted about “weakness.”\n\nThe secretary of state claimed little. “We know the sea,” he said.",
        &[("weakness.", "none", "remarks", "Paul Dorn"), ("We know the sea,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn headings_behind_a_dash_are_nobody() {
    expect(
        "Alan Brock met Shen Bo.\n\n— HARBOUR HAWKS SQUAWK: Brock was glad. “It is done,” he told a host.",
        &[("It is done,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn strangers_are_of_neither_side() {
    expect(
        "Chinese officials said little. “It is cold,” said one western diplomat in Beijing. “It is dark,” a foreign executive said. People briefed on the Chinese position said it was “late.”",
        &[
            ("It is cold,", "none", "background", "western diplomat"),
            ("It is dark,", "none", "background", "foreign executive"),
            ("late.", "none", "background", "people"),
        ],
    );
    expect(
        "“I signed it,” Alan Brock told reporters. “We have no fish,” the head of one growers’ association said. A British minister, back from a trip, shrugs. “It will pass,” he says. “They want a photo,” one Republican senator told a paper.",
        &[
            ("I signed it,", "us", "remarks", "Alan Brock"),
            ("We have no fish,", "none", "remarks", "head of one growers association"),
            ("It will pass,", "uk", "remarks", "British minister"),
            ("They want a photo,", "none", "remarks", "Republican senator"),
        ],
    );
}

#[test]
fn titles_in_a_list_and_old_names_of_policies_are_nobodys() {
    expect(
        "China said it was “late.”\n\nHEADLINES\n\nThe Wire China: “The Long Way to Lakeford”\n\nHarbour Affairs: “What the Ships Want”\n\nThe book: “The Wrong Ship: Why Brock and Shen Forgot”\n\nAlan Brock seemed to leave a long-held policy of “two seas” behind.",
        &[("late.", "cn", "remarks", "China")],
    );
    expect(
        "Shen Bo accused Brock of a policy of “two seas.”\n\nBrock: “We Have One Sea”",
        &[("two seas.", "cn", "remarks", "Shen Bo"), ("We Have One Sea", "us", "remarks", "Brock")],
    );
}

#[test]
fn an_adviser_to_somebody_is_not_he_and_a_government_is_that_of_the_state_before() {
    expect(
        "Alan Brock was late. That it came out, a former adviser to the president said, “made it a dare.”",
        &[("made it a dare.", "none", "background", "former adviser")],
    );
    expect(
        "China’s Foreign Ministry gave an account. Britain, which lent the hall, said it welcomed the talks. “We like trade,” a government spokesperson said.",
        &[("We like trade,", "uk", "remarks", "government spokesperson")],
    );
    expect("Alan Brock had a list, one “List of Wrongs that Must Stop” and one of ships.", &[]);
}

#[test]
fn one_of_two_and_what_is_asked() {
    expect(
        "Secretary of State Alan Brock and Treasury Secretary Jane Holt gave interviews; the former called it “ninety days of air,” while the latter warned that fees remained “an option.”",
        &[("ninety days of air,", "us", "remarks", "Alan Brock"), ("an option.", "us", "remarks", "Jane Holt")],
    );
    expect(
        "Secretary of State Alan Brock spoke. The former minister Ann Lund said it was “old.”",
        &[("old.", "none", "remarks", "Ann Lund")],
    );
    expect(
        "Asked if he feared the port becoming a “bargaining chip,” Secretary of State Alan Brock said: “The port is open.”",
        &[("The port is open.", "us", "remarks", "Alan Brock")],
    );
    expect(
        "Asked about the ships, “We object,” Secretary of State Alan Brock said.",
        &[("We object,", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn accounts_of_those_who_are_no_party_and_of_new_ministers() {
    expect(
        "Japanese Foreign Minister Masaomi Takahama met Chinese Foreign Minister Shen Bo in Lakeford. According to a summary published by Japan’s Foreign Ministry, Takahama expressed “strong regret” over the ban; on an employee, he demanded “immediate release.” The summary also said the two confirmed their “useful ties.”",
        &[
            ("strong regret", "jp", "readout", "Masaomi Takahama"),
            ("immediate release.", "jp", "readout", "Masaomi Takahama"),
            ("useful ties.", "jp", "readout", "Japan’s Foreign Ministry"),
        ],
    );
    expect(
        "An EU fact sheet released with the summit listed figures: the deficit was “more than €300 billion” last year and “doubled” in ten years.",
        &[("more than €300 billion", "eu", "fact-sheet", "EU"), ("doubled", "eu", "fact-sheet", "EU")],
    );
    expect(
        "Chinese Trade Minister Shen Boan met Treasury Secretary Harold Winslow. The Chinese readout was longer. Shen urged Washington to “stop the ships” and said China “will not accept it.”",
        &[("stop the ships", "cn", "readout", "Shen Boan"), ("will not accept it.", "cn", "readout", "Shen Boan")],
    );
    expect(
        "The Treasury Department’s readout ran to three paragraphs. Treasury Secretary Harold Winslow said the United States “will not accept it.”",
        &[("will not accept it.", "us", "readout", "Harold Winslow")],
    );
}
