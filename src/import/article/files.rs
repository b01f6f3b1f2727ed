//! The readout files that an article's quotations become: one for each party and sort of source.

use std::fmt::Write;

use super::{Article, Kind};
use crate::import::file::quoted;

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
    for side in ["cn", "us"] {
        for kind in [Kind::Readout, Kind::Background, Kind::Remarks] {
            if !options.kinds.contains(&kind) {
                continue;
            }
            let quotes = article.quotes.iter().filter(|q| q.side == side && q.kind == kind);
            let mut body = String::new();
            // Articles repeat themselves; a fragment counts once.
            let mut seen: Vec<&str> = Vec::new();
            for quote in quotes {
                if quote.text.contains(' ') && seen.contains(&quote.text.as_str()) {
                    continue;
                }
                seen.push(&quote.text);
                let office = quote.office.as_deref().map(|o| format!(", {o}")).unwrap_or_default();
                let who = format!("{}{office}", quote.speaker);
                block(&mut body, quote.text.trim_end_matches(','), &who, quote.subject.as_deref());
            }
            if !body.is_empty() {
                found.push((name(side, kind, false), front_matter(article, options, side, kind, false) + &body));
            }
        }
        if options.reported {
            let mut body = String::new();
            for position in article.reported.iter().filter(|r| r.side == side) {
                block(&mut body, &position.text, &format!("{}, as the journalist tells it", position.speaker), None);
            }
            if !body.is_empty() {
                let matter = front_matter(article, options, side, Kind::Background, true);
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
    for line in words.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let _ = writeln!(body, "\n> {line}");
    }
    let subject = subject.map(|s| format!("; subject: {s}")).unwrap_or_default();
    let _ = writeln!(body, "> — {}{subject}", who.replace(';', ","));
}

fn front_matter(article: &Article, options: &FileOptions<'_>, side: &str, kind: Kind, reported: bool) -> String {
    let mut out = String::from("---\n");
    let mut field = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {}", quoted(value));
        }
    };
    field("meeting", Some(options.meeting));
    field("side", Some(side));
    field("kind", Some(kind.as_str()));
    field("language", Some("en"));
    field("date", day(options.meeting));
    let officials = if side == "us" { "U.S. officials, not named" } else { "Chinese officials, not named" };
    match kind {
        Kind::Background => field("publisher", Some(officials)),
        Kind::Readout => field("publisher", article.publishers.get(side).map(String::as_str)),
        Kind::Remarks => {}
    }
    if !article.principals.is_empty() {
        out.push_str("principals:\n");
        for (side, names) in &article.principals {
            let names: Vec<String> = names.iter().map(|n| quoted(n)).collect();
            let _ = writeln!(out, "  {side}: [{}]", names.join(", "));
        }
    }
    out.push_str("quoted_from:\n");
    let heading = &article.heading;
    let authors: Vec<String> = heading.authors.iter().map(|a| quoted(a)).collect();
    let mut of = |name: &str, value: Option<&str>| {
        if let Some(value) = value {
            let _ = writeln!(out, "  {name}: {}", quoted(value));
        }
    };
    of("title", heading.title.as_deref());
    of("publisher", options.outlet.or(heading.outlet.as_deref()));
    of("date", options.date);
    of("url", options.url);
    if !authors.is_empty() {
        let _ = writeln!(out, "  authors: [{}]", authors.join(", "));
    }
    let importer = concat!("readout ", env!("CARGO_PKG_VERSION"));
    out.push_str("imported:\n");
    for (name, value) in
        [("from", options.from), ("at", options.at), ("sha256", options.sha256), ("importer", importer)]
    {
        let _ = writeln!(out, "  {name}: {}", quoted(value));
    }
    let note = if reported {
        "Sentences of the journalist that report a position without quoting it; not words of the side."
    } else {
        "Known here only in the fragments that the article quotes; who said each was read by program."
    };
    let _ = writeln!(out, "note: {}\n---", quoted(note));
    out
}

/// The day in a meeting's id.
fn day(meeting: &str) -> Option<&str> {
    let day = meeting.get(..10)?;
    let digits = |from: usize, to: usize| day.as_bytes()[from..to].iter().all(u8::is_ascii_digit);
    (digits(0, 4) && digits(5, 7) && digits(8, 10) && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-')
        .then_some(day)
}
