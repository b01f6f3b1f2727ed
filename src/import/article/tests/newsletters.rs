//! Invented newsletters: names in capitals and in bold, headings that run into their paragraphs.

use super::{codebook, expect};
use crate::import::article::read;

#[test]
fn names_in_capitals_are_the_names_they_are() {
    let text = "Hi, readers. Today we look at the reef.\n\n**THE DEPUTY DIALS LAKEPORT**\n\nDeputy Secretary of State **CARL HENDRY** talked by phone today with Chinese Vice Foreign Minister **LU ANPING**.\n\n**What they said:** Not much. The two \"discussed the reef and the nets,\" State Department spokesperson **MARA COLBY** said in a short statement. They \"agreed to talk again.\"\n\n— **The other view.** The nets are \"old,\" Foreign Ministry spokesperson **WEN JIA** told reporters. \"So are the ships,\" she said.";
    expect(
        text,
        &[
            ("discussed the reef and the nets,", "us", "readout", "Mara Colby"),
            ("agreed to talk again.", "us", "readout", "Mara Colby"),
            ("old,", "cn", "remarks", "Wen Jia"),
            ("So are the ships,", "cn", "remarks", "Wen Jia"),
        ],
    );
    expect(
        "The curbs, spokesperson MARA COLBY of the State Department told reporters, were “late.” Secretary of State ALAN BROCK called them “dear.”",
        &[("late.", "us", "remarks", "Mara Colby"), ("dear.", "us", "remarks", "Alan Brock")],
    );
}

#[test]
fn quotations_in_emphasis_keep_their_places() {
    let text = "**BROCK AT SEA:** \"*The reef* is _ours_,\" **ALAN BROCK**’s spokesperson, **MARA COLBY**, said. \"*No nets*,\" said Brock.";
    let quotes = read(text, &codebook()).quotes;
    assert_eq!(quotes.len(), 2, "{quotes:?}");
    for quote in &quotes {
        assert_eq!(quote.span.slice(text), quote.text);
    }
    assert_eq!((quotes[0].text.as_str(), quotes[0].speaker.as_str()), ("*The reef* is _ours_,", "Mara Colby"));
    assert_eq!(quotes[1].speaker, "Alan Brock");
}

#[test]
fn a_title_that_says_no_more_is_american_where_no_state_is_near() {
    let text = "The Harbour Department shut the school, with Secretary **GRETA VANCE** accusing it in a post on X of \"hiding the nets.\" Attorney General Tom Arkwright said it was “time.”";
    expect(text, &[("hiding the nets.", "us", "remarks", "Greta Vance"), ("time.", "us", "remarks", "Tom Arkwright")]);
    let text = "Foreign Secretary David Moss said it was “late.” Home Secretary Ann Pell said it was “dear.” NATO Secretary-General Jan Hale said it was “fair.” Australian Attorney General Ian Ford called it “odd.”";
    let quotes = read(text, &codebook()).quotes;
    assert!(quotes.iter().all(|quote| quote.side != "us"), "{quotes:?}");
}
