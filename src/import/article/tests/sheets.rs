//! Invented articles: fact sheets and lists by whatever they are called, and what goes on with them.

use super::expect;

#[test]
fn a_fact_sheet_is_of_the_institution_named_last() {
    expect(
        "China’s Foreign Ministry said it was “long.”\n\nThe White House sees a clearer sea. A fact sheet accompanying Brock’s latest order says China “has chosen to keep the nets,” and credits the levies with getting “real fish” out of Beijing.",
        &[
            ("long.", "cn", "readout", "China’s Foreign Ministry"),
            ("has chosen to keep the nets,", "us", "fact-sheet", "White House"),
            ("real fish", "us", "fact-sheet", "White House"),
        ],
    );
    // What Beijing does is in Washington's.
    expect(
        "The White House said Brock was “glad.” China’s Commerce Ministry called it “early.”\n\nA two-page fact sheet released on Saturday says Beijing will “end its nets.” It also says China “will buy boats.”",
        &[
            ("glad.", "us", "readout", "White House"),
            ("early.", "cn", "readout", "China’s Commerce Ministry"),
            ("end its nets.", "us", "fact-sheet", "White House"),
            ("will buy boats.", "us", "fact-sheet", "White House"),
        ],
    );
}

#[test]
fn it_is_the_fact_sheet_of_which_was_told() {
    expect(
        "The White House said Brock would “keep the sea open.” “The nets were a topic,” the statement adds.\n\nThere is a separate fact sheet. It promises “tons of new orders” for boats and says that China will “look into the nets”.",
        &[
            ("keep the sea open.", "us", "readout", "White House"),
            ("The nets were a topic,", "us", "readout", "White House"),
            ("tons of new orders", "us", "fact-sheet", "White House"),
            ("look into the nets", "us", "fact-sheet", "White House"),
        ],
    );
    // The other's account beside it is none.
    expect(
        "The White House said it was “glad.” Its fact sheet says China will “buy boats,” while Beijing’s version says only that they “agreed to talk.”",
        &[
            ("glad.", "us", "readout", "White House"),
            ("buy boats,", "us", "fact-sheet", "White House"),
            ("agreed to talk.", "cn", "readout", "Beijing"),
        ],
    );
    // Whoever is named behind it has given it out.
    expect(
        "China’s Foreign Ministry said it was “long.” A fact sheet from the White House says Beijing “has agreed.”",
        &[("long.", "cn", "readout", "China’s Foreign Ministry"), ("has agreed.", "us", "fact-sheet", "White House")],
    );
}

#[test]
fn lists_of_ones_own_are_fact_sheets() {
    expect(
        "China’s Ministry of Commerce has put out its own list of what it calls “early outcomes”. A planned fish council is to deal with “nets of mutual concern”, and boats are named without a number.",
        &[
            ("early outcomes", "cn", "fact-sheet", "China’s Ministry of Commerce"),
            ("nets of mutual concern", "cn", "fact-sheet", "China’s Ministry of Commerce"),
        ],
    );
    expect(
        "Alan Brock told reporters it was “good.” Beijing’s own list is shorter. It speaks of “early results” and says both will “go on talking.”",
        &[
            ("good.", "us", "remarks", "Alan Brock"),
            ("early results", "cn", "fact-sheet", "Beijing"),
            ("go on talking.", "cn", "fact-sheet", "Beijing"),
        ],
    );
    // A list of strangers is none.
    expect(
        "China’s Commerce Ministry put out its own list of unreliable firms, among them one that it called “rude.”",
        &[("rude.", "cn", "readout", "China’s Commerce Ministry")],
    );
    expect(
        "The Chinese Commerce Ministry published a list of outcomes on Saturday. It says the two will “cut levies on nets.” A council would “meet twice a year.”",
        &[
            ("cut levies on nets.", "cn", "fact-sheet", "Chinese Commerce Ministry"),
            ("meet twice a year.", "cn", "fact-sheet", "Chinese Commerce Ministry"),
        ],
    );
}

#[test]
fn what_would_be_goes_on_with_what_an_account_has_somebody_say() {
    expect(
        "Read the Chinese account. The reef is “the first matter”, it has Shen Bo saying. Leave it alone and ties would see “a long calm”. The ships were “grey”.",
        &[
            ("the first matter", "cn", "readout", "Shen Bo"),
            ("a long calm", "cn", "readout", "Shen Bo"),
            ("grey", "cn", "readout", "Shen Bo"),
        ],
    );
}
