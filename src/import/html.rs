//! Owns the parsed page: parsed within limits, so that no page can take the machine's time or memory, and asked for what
//! stands in its head.

use std::cell::RefCell;

use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink};
use scraper::{ElementRef, Html, HtmlTreeSink, Node, Selector};

use super::ImportError;
use super::address;

/// The most nodes that a page may have: elements, comments, and stretches of text.
const MAX_NODES: usize = 200_000;

/// How deep elements may be nested. Browsers stop at 512.
const MAX_DEPTH: usize = 1_000;

/// How many bytes are parsed between two looks at the limits. One tag can make many elements where others were not closed.
const STEP: usize = 512;

/// Parses a page.
///
/// # Errors
/// When it has more elements, or deeper ones, than a page of text can have.
pub(super) fn parse(name: &str, text: &str) -> Result<Html, ImportError> {
    let too_complex = |found: String| Err(ImportError::TooComplex { name: name.to_owned(), found });
    let mut parser = parse_document(HtmlTreeSink(RefCell::new(Html::new_document())), ParseOpts::default());
    let mut rest = text;
    let mut seen = 0;
    while !rest.is_empty() {
        let (step, after) = rest.split_at(rest.floor_char_boundary(STEP));
        rest = after;
        parser.process(StrTendril::from_slice(step));
        let page = parser.tokenizer.sink.sink.0.borrow();
        let nodes = page.tree.values().len();
        if nodes > MAX_NODES {
            return too_complex(format!("more than {MAX_NODES} elements and stretches of text"));
        }
        // Elements that nest deeper from step to step end here long before the end of the page.
        if nodes > seen
            && page
                .tree
                .nodes()
                .next_back()
                .is_some_and(|last| last.ancestors().take(MAX_DEPTH + 1).count() > MAX_DEPTH)
        {
            return too_complex(format!("elements nested more than {MAX_DEPTH} deep"));
        }
        seen = nodes;
    }
    let page = parser.finish();
    let mut depth = 0_usize;
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(_) => depth += 1,
            ego_tree::iter::Edge::Close(_) => depth -= 1,
        }
        if depth > MAX_DEPTH {
            return too_complex(format!("elements nested more than {MAX_DEPTH} deep"));
        }
    }
    Ok(page)
}

/// A selector of this program; an error of ours would select nothing.
pub(super) fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(selector).map(|s| page.select(&s).collect()).unwrap_or_default()
}

/// The first value of an attribute that is not blank.
pub(super) fn attribute<'a>(page: &'a Html, selector: &str, attribute: &str) -> Option<&'a str> {
    select(page, selector).into_iter().filter_map(|e| e.attr(attribute)).map(str::trim).find(|v| !v.is_empty())
}

/// The address that a page gives itself: the canonical one, `og:url`, or the comment that a browser leaves when it saves
/// a page.
pub(super) fn own_address(page: &Html) -> Option<String> {
    let canonical = attribute(page, "link[rel~='canonical' i]", "href");
    let open_graph = || attribute(page, "meta[property='og:url' i]", "content");
    let given = canonical.filter(|a| address::is_web(a)).or_else(|| open_graph().filter(|a| address::is_web(a)));
    given.map(str::to_owned).or_else(|| saved_from(page))
}

/// The site that a page says it is of, as its address, by which its layout can be told where the page has no address of its own:
/// `<meta name="SiteDomain" content="www.example.org">`.
pub(super) fn own_site(page: &Html) -> Option<String> {
    let host = attribute(page, "meta[name='SiteDomain' i]", "content")?;
    let plain = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    plain.then(|| format!("https://{host}/"))
}

/// `<!-- saved from url=(0041)https://… -->`, or what SingleFile leaves: `Page saved with SingleFile url: https://…`.
fn saved_from(page: &Html) -> Option<String> {
    page.tree.values().find_map(|node| {
        let Node::Comment(comment) = node else { return None };
        let single =
            || comment.contains("SingleFile").then(|| comment.split_once("url:").map(|(_, rest)| rest)).flatten();
        let rest = comment.split_once("saved from url=").map(|(_, rest)| rest).or_else(single)?;
        let rest = rest.split_once(')').filter(|_| rest.starts_with('(')).map_or(rest, |(_, r)| r);
        rest.split_whitespace().next().filter(|a| address::is_web(a)).map(str::to_owned)
    })
}
