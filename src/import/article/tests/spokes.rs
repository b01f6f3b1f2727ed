//! Invented articles: what institutions and those who speak for them say of a meeting, and what of something else.

use super::expect;

#[test]
fn a_spokespersons_statement_is_no_account_unless_it_is_of_a_meeting() {
    let ministry = "China's commerce ministry";
    let foreign = "The foreign ministry gave a readout of the call.\n\n";
    expect(
        &format!(
            "{foreign}{ministry} on Saturday accused Washington of “closing the sea.” The fees were “unfair”, a spokesperson for the ministry said in a statement.\n\n“We urge it to stop,” it added."
        ),
        &[
            ("closing the sea.", "cn", "remarks", ministry),
            ("unfair", "cn", "remarks", ministry),
            ("We urge it to stop,", "cn", "remarks", ministry),
        ],
    );
    expect(
        &format!(
            "{ministry} said the talks were “long.” A spokesperson for the ministry told reporters it was “late.”"
        ),
        &[("long.", "cn", "readout", ministry), ("late.", "cn", "remarks", ministry)],
    );
    expect(
        &format!("{ministry} is promising “new licences.” Spokesperson Lu Anping told reporters that it was “time.”"),
        &[("new licences.", "cn", "remarks", ministry), ("time.", "cn", "remarks", "Lu Anping")],
    );
    expect(
        "The State Department called the fees “fair.” White House press secretary Ann Mott told reporters they were “low.”",
        &[("fair.", "us", "readout", "State Department"), ("low.", "us", "remarks", "Ann Mott")],
    );
    expect(
        &format!("{ministry} retorted that this “distorts the facts.”"),
        &[("distorts the facts.", "cn", "remarks", ministry)],
    );
}

#[test]
fn what_is_said_in_a_call_is_known_by_accounts() {
    expect(
        "Alan Brock and Shen Bo spoke. In a video call that the Treasury described as “introductory”, Brock expressed “serious concerns”.",
        &[("introductory", "us", "readout", "Treasury"), ("serious concerns", "us", "readout", "Alan Brock")],
    );
    expect(
        "Alan Brock and Shen Bo spoke. In a phone call with reporters, Brock called it “long.”",
        &[("long.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn per_a_capital_is_by_its_account() {
    expect(
        "Alan Brock called Shen Bo. And Brock’s answer? Per Beijing, he said that “the sea is wide.”",
        &[("the sea is wide.", "cn", "readout", "Alan Brock")],
    );
    expect(
        "The White House gave a readout. Beijing also reports what it does not – that Brock said his fleet “will not sail.”",
        &[("will not sail.", "cn", "readout", "Brock")],
    );
    expect(
        "Alan Brock asked. Shen Bo’s answer, as Chinese state television reported it: “The sea is wide.”",
        &[("The sea is wide.", "cn", "readout", "Shen Bo")],
    );
    expect("The fees are “unfair,” according to Beijing.", &[("unfair,", "cn", "remarks", "Beijing")]);
}

#[test]
fn what_was_said_then_or_is_often_said_is_in_no_account() {
    expect(
        "Alan Brock and Shen Bo spoke by phone, the White House said in a readout.\n\nHe would not comment on Brock’s words of May. “Yes,” Brock said then.",
        &[("Yes,", "us", "remarks", "Alan Brock")],
    );
    expect(
        "Alan Brock and Shen Bo spoke by phone, the White House said in a readout.\n\nBrock, who likes to say that the sea is “deep,” went home.",
        &[("deep,", "us", "remarks", "Alan Brock")],
    );
}
