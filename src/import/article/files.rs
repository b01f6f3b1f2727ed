//! The readout files that an article's quotations become: one for each party and sort of source.

use std::fmt::Write;

use super::{Article, PARTIES};
use crate::import::matter::FrontMatter;
use crate::readout::{Kind, day_of};
use crate::text::{Language, language};

/// What the files must say that the article does not.
#[derive(Debug, Clone, Copy)]
pub struct FileOptions<'a> {
    /// The id of the meeting.
    pub meeting: &'a str,
    /// Which sorts of source become files.
    pub kinds: &'a [Kind],
    /// Whether positions without quotation marks become files too, marked as the journalist's words.
    pub reported: bool,
    /// The day on which the article appeared, `YYYY-MM-DD`.
    pub date: Option<&'a str>,
    /// The newspaper, agency or broadcaster, where the article does not say or says it wrong.
    pub outlet: Option<&'a str>,
    /// The address of the article.
    pub url: Option<&'a str>,
    /// The article as the user named it, the time of the import, and the SHA-256 of what was read.
    pub from: &'a str,
    /// The time of the import.
    pub at: &'a str,
    /// The SHA-256 of what was read, in hexadecimal digits.
    pub sha256: &'a str,
}

/// Names and texts of the files, in order of side and kind. A comma at the end of quoted words is the journalist's and is
/// left out.
#[must_use]
pub fn files(article: &Article, options: &FileOptions<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut sides = PARTIES;
    sides.sort_unstable();
    for side in sides {
        for kind in [Kind::Readout, Kind::Background, Kind::Remarks] {
            if !options.kinds.contains(&kind) {
                continue;
            }
            let quotes = article.quotes.iter().filter(|q| q.side == side && q.kind == kind);
            let mut body = String::new();
            // Articles repeat themselves; a fragment counts once.
            let mut seen: Vec<&str> = Vec::new();
            for quote in quotes {
                if is_phrase(&quote.text) && seen.contains(&quote.text.as_str()) {
                    continue;
                }
                seen.push(&quote.text);
                let office = quote.office.as_deref().map(|o| format!(", {o}")).unwrap_or_default();
                let who = format!("{}{office}", quote.through.as_ref().unwrap_or(&quote.speaker));
                block(&mut body, quote.text.trim_end_matches([',', '，']), &who, quote.subject.as_deref());
            }
            if !body.is_empty() {
                let matter = front_matter(article, options, side, kind, language::detect(&body), false);
                found.push((name(side, kind, false), matter + &body));
            }
        }
        if options.reported {
            let mut body = String::new();
            for position in article.reported.iter().filter(|r| r.side == side) {
                block(&mut body, &position.text, &format!("{}, as the journalist tells it", position.speaker), None);
            }
            if !body.is_empty() {
                let language = language::detect(&body);
                let matter = front_matter(article, options, side, Kind::Background, language, true);
                found.push((name(side, Kind::Background, true), matter + &body));
            }
        }
    }
    found
}

fn name(side: &str, kind: Kind, reported: bool) -> String {
    match kind {
        _ if reported => format!("{side}.reported.md"),
        Kind::Readout => format!("{side}.md"),
        _ => format!("{side}.{}.md", kind.as_str()),
    }
}

/// One block quotation, with who said it. Words of several lines stay one quotation.
fn block(body: &mut String, words: &str, who: &str, subject: Option<&str>) {
    body.push('\n');
    for line in words.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let _ = writeln!(body, "> {line}");
    }
    let subject = subject.map(|s| format!("; subject: {s}")).unwrap_or_default();
    let _ = writeln!(body, "> — {}{subject}", who.replace(';', ","));
}

/// Whether words are enough that whoever repeats them quotes the same: several words, in Chinese several characters.
fn is_phrase(words: &str) -> bool {
    words.contains(' ') || words.chars().filter(|c| language::is_han(*c)).nth(3).is_some()
}

fn front_matter(
    article: &Article,
    options: &FileOptions<'_>,
    side: &str,
    kind: Kind,
    language: Language,
    reported: bool,
) -> String {
    let mut matter = FrontMatter::new();
    matter.field("meeting", Some(options.meeting));
    matter.field("side", Some(side));
    matter.field("kind", Some(kind.as_str()));
    matter.field("language", Some(language.code()));
    matter.field("date", day_of(options.meeting));
    let officials = if side == "us" { "U.S. officials, not named" } else { "Chinese officials, not named" };
    match kind {
        Kind::Background => matter.field("publisher", Some(officials)),
        Kind::Remarks => {}
        _ => matter.field("publisher", article.publishers.get(side).map(String::as_str)),
    }
    matter.principals(article.principals.iter().map(|(side, names)| (side.as_str(), names)));
    let heading = &article.heading;
    let fields = [
        ("title", heading.title.as_deref()),
        ("publisher", options.outlet.or(heading.outlet.as_deref())),
        ("date", options.date),
        ("url", options.url),
    ];
    matter.group("quoted_from", &fields);
    if !heading.authors.is_empty() {
        matter.list("authors", &heading.authors);
    }
    matter.imported(options.from, options.at, options.sha256);
    let note = if reported {
        "Sentences of the journalist that report a position without quoting it; not words of the side."
    } else {
        "Known here only in the fragments that the article quotes; who said each was read by program."
    };
    matter.field("note", Some(note));
    matter.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readout::quotations;

    #[test]
    fn words_of_several_lines_stay_one_quotation() {
        let mut body = String::new();
        block(&mut body, "seas that stay open\n\n to all", "Dana Whitfield; spokesperson", Some("the ministry"));
        block(&mut body, "no more", "Dana Whitfield", None);
        let found = quotations(&body);
        let words: Vec<Vec<&str>> = found.iter().map(|q| q.words.iter().map(|w| w.slice(&body)).collect()).collect();
        assert_eq!(words, [vec!["seas that stay open", "to all"], vec!["no more"]]);
        let who: Vec<_> = found.iter().map(|q| q.attribution.clone().unwrap_or_default()).collect();
        assert_eq!(
            (who[0].who.as_str(), who[0].subject.as_deref()),
            ("Dana Whitfield, spokesperson", Some("the ministry"))
        );
        assert_eq!(who[1].who, "Dana Whitfield");
    }
}
