//! Owns the checks of bytes and text before they are parsed as a page.

use super::ImportError;
use crate::text::address::is_web;

/// The most attributes that a tag may have; the parser holds each against all before it.
const MAX_ATTRIBUTES: usize = 250;

/// The most characters that a page may write as references (`&amp;`, `&#20013;`); the parser joins them one by one.
const MAX_REFERENCES: usize = 200_000;

/// What the bytes are, if they are no text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 8] = [
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a zip archive or office document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a compressed file"),
        (b"bplist", "a web archive of Safari"),
        (b"\xd0\xcf\x11\xe0", "an office document"),
    ];
    let known = kinds.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
    // Text in UTF-16 holds zeros, and says so at its beginning.
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let control = bytes.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    known.or_else(|| (!wide && (bytes.contains(&0) || control * 20 > bytes.len())).then_some("bytes that are no text"))
}

/// Whether a text has any HTML.
pub(super) fn is_html(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let tags = [
        "<html",
        "<body",
        "<div",
        "<p>",
        "<p ",
        "<br",
        "<span",
        "<td",
        "<article",
        "<meta",
        "<head",
        "<h1",
        "<title",
        "<script",
        "<!doctype",
    ];
    tags.iter().any(|tag| lower.contains(tag))
}

/// A text that has no HTML, as HTML: its paragraphs are parted by blank lines, or are its lines where there is no blank one.
/// A first line that no sign ends is its title. With it what was left out: the numbers of pages, and addresses by themselves.
pub(super) fn as_html(text: &str) -> Option<(String, Vec<String>)> {
    if is_html(text) {
        return None;
    }
    let mut left_out = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let lines: Vec<&str> = text.lines().filter_map(|line| words_of(line, &mut left_out)).collect();
    let title = title(&lines);
    let lines = if title.is_some() {
        lines.iter().skip_while(|l| l.trim().is_empty()).skip(1).collect()
    } else {
        lines.iter().collect::<Vec<_>>()
    };
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let joined = escape(&lines.iter().map(|line| **line).collect::<Vec<_>>().join("\n"));
    let parts: Vec<&str> =
        if joined.trim().contains("\n\n") { joined.split("\n\n").collect() } else { joined.lines().collect() };
    let paragraphs = parts
        .iter()
        .filter(|p| !p.trim().is_empty())
        .map(|p| format!("<p>{}</p>", p.trim_matches('\n').replace('\n', "<br>")));
    let head = title.map(|title| format!("<title>{}</title>", escape(title)));
    Some((head.into_iter().chain(paragraphs).collect(), left_out))
}

/// The words of a line of a text, without the number of a page behind them; nothing where it is such a number, or an address.
fn words_of<'l>(line: &'l str, left_out: &mut Vec<String>) -> Option<&'l str> {
    let is_page = |text: &str| {
        let text = text.trim().to_lowercase();
        let counted = text.strip_prefix("page ").and_then(|rest| rest.split_once(" of "));
        let chinese = text.strip_prefix('第').and_then(|rest| rest.strip_suffix('页'));
        let number = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        counted.is_some_and(|(page, all)| number(page) && number(all))
            || chinese.is_some_and(|page| number(page.trim()))
            || text.strip_prefix("page ").is_some_and(number)
            || text.strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -")).is_some_and(number)
    };
    let mut leave = |words: &str| left_out.push(words.trim().to_owned());
    if is_page(line) || is_web(line.trim()) {
        leave(line);
        return None;
    }
    let behind = [". Page ", ".” Page ", ".\" Page "]
        .iter()
        .filter_map(|mark| line.rfind(mark).map(|at| at + mark.len() - "Page ".len()));
    match behind.max().filter(|at| is_page(&line[*at..])) {
        Some(at) => {
            leave(&line[at..]);
            Some(line[..at].trim_end())
        }
        None => Some(line),
    }
}

/// The first line of a text, where it is a title: no sign ends it, nor any line up to the next blank one, and words follow. Where
/// no line is blank, each is a paragraph.
fn title<'l>(lines: &[&'l str]) -> Option<&'l str> {
    const LONGEST: usize = 300;
    let from = lines.iter().position(|line| !line.trim().is_empty())?;
    let lines = &lines[from..];
    let blank = lines.iter().position(|line| line.trim().is_empty());
    let more = lines[1..].iter().any(|line| !line.trim().is_empty());
    let ended = |line: &&str| {
        line.trim_end().ends_with(['.', '。', '!', '！', '?', '？', '…', ':', '：', ';', '；', ',', '，', '”', '"'])
    };
    let first = lines[0].trim();
    let words = first.chars().any(char::is_alphabetic) && !first.starts_with(['-', '*', '•', '>', '#', '“', '"']);
    let whole = !lines[..blank.unwrap_or(1).min(4)].iter().any(ended) && blank.is_none_or(|blank| blank <= 4);
    (more && words && whole && first.len() <= LONGEST).then_some(first)
}

/// Holds the tags of a page against what the parser can bear.
pub(super) fn check(name: &str, html: &str) -> Result<(), ImportError> {
    let refers = |two: &&[u8]| two[0] == b'&' && (two[1] == b'#' || two[1].is_ascii_alphabetic());
    if html.as_bytes().windows(2).filter(refers).count() > MAX_REFERENCES {
        let found = format!("more than {MAX_REFERENCES} characters written as references");
        return Err(ImportError::TooComplex { name: name.to_owned(), found });
    }
    let mut rest = html.as_bytes();
    while let Some(at) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[at + 1..];
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let tag = rest;
        let attributes = attributes(&mut rest);
        if attributes > MAX_ATTRIBUTES {
            let found = format!("a tag with more than {MAX_ATTRIBUTES} attributes");
            return Err(ImportError::TooComplex { name: name.to_owned(), found });
        }
        // What looks like a tag in a script is none.
        for raw in ["script", "style"] {
            if tag.len() > raw.len() && tag[..raw.len()].eq_ignore_ascii_case(raw.as_bytes()) {
                let closes = |w: &[u8]| w.starts_with(b"</") && w[2..].eq_ignore_ascii_case(raw.as_bytes());
                let end = rest.windows(raw.len() + 2).position(closes).unwrap_or(rest.len());
                rest = &rest[end..];
            }
        }
    }
    Ok(())
}

/// How many attributes a tag has, up to one more than it may have; `rest` goes on behind the tag.
fn attributes(rest: &mut &[u8]) -> usize {
    let mut found = 0;
    let (mut before, mut seen) = (b'<', b'<');
    while let Some((&byte, after)) = rest.split_first() {
        *rest = after;
        match byte {
            b'>' => break,
            // A value in quotation marks may hold anything.
            b'"' | b'\'' if seen == b'=' => {
                let end = rest.iter().position(|b| *b == byte).map_or(rest.len(), |end| end + 1);
                *rest = &rest[end..];
            }
            _ if byte.is_ascii_whitespace() => {}
            // A name begins.
            _ if matches!(before, b'/' | b'"' | b'\'') || before.is_ascii_whitespace() => found += 1,
            _ => {}
        }
        if found > MAX_ATTRIBUTES {
            break;
        }
        before = byte;
        if !byte.is_ascii_whitespace() {
            seen = byte;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_in_tags() {
        let many = |n: usize| format!("<div{}>", " a".repeat(n));
        assert!(check("p", &many(250)).is_ok());
        assert!(check("p", &many(251)).is_err());
        assert!(check("p", &format!("<div{}", "/a=\"\"".repeat(251))).is_err());
        assert!(check("p", &"&amp;".repeat(200_000)).is_ok());
        assert!(check("p", &"&amp;".repeat(200_001)).is_err());
        let words = "word ".repeat(1000);
        assert!(
            check("p", &format!("<meta content = \"{words}\">{words}<p title='{words}'>{words} a < b {words}")).is_ok()
        );
    }

    #[test]
    fn text_without_html_is_paragraphs() {
        let html = |text: &str| as_html(text).map(|(html, _)| html);
        assert_eq!(
            html("One & two.\r\n\r\nThree\r\nfour <5.").as_deref(),
            Some("<p>One &amp; two.</p><p>Three<br>four &lt;5.</p>")
        );
        assert_eq!(html("One.\nTwo.").as_deref(), Some("<p>One.</p><p>Two.</p>"));
        assert_eq!(html("<P>One.</P>"), None);
        // Lines that are broken where a page ends have no title above them.
        assert_eq!(html("The two sides\nmet.\n\nTwo.").as_deref(), Some("<p>The two sides<br>met.</p><p>Two.</p>"));
        assert_eq!(html("Only a line").as_deref(), Some("<p>Only a line</p>"));
    }

    #[test]
    fn a_first_line_that_no_sign_ends_is_the_title() {
        let found = |text: &str| as_html(text).expect("a text");
        for (text, html) in [
            (
                "Talks & tea\nLakeford, 12 May\n\nThe two met.",
                "<title>Talks &amp; tea</title><p>Lakeford, 12 May</p><p>The two met.</p>",
            ),
            ("高岭会见达纳\n双方会谈。\n双方道别。", "<title>高岭会见达纳</title><p>双方会谈。</p><p>双方道别。</p>"),
        ] {
            assert_eq!(found(text), (html.to_owned(), Vec::new()));
        }
        let (html, left_out) =
            found("One.\n\nTwo. Page 1 of 2\nhttps://example.org/a\nThree.\n\n第2页\n\nPage 9 was torn.");
        assert_eq!(html, "<p>One.</p><p>Two.<br>Three.</p><p>Page 9 was torn.</p>");
        assert_eq!(left_out, ["Page 1 of 2", "https://example.org/a", "第2页"]);
    }

    #[test]
    fn bytes_that_are_no_text() {
        assert_eq!(binary(b"%PDF-1.7"), Some("a PDF"));
        assert_eq!(binary(b"ab\0cd"), Some("bytes that are no text"));
        assert_eq!(binary(b"\xff\xfea\0b\0"), None);
        assert_eq!(binary("双方同意".as_bytes()), None);
    }
}
