//! The shell that every page shares: head, title, contents, body, foot, with style and script inside the page and a policy
//! that lets nothing else in.

use std::io::{self, Write};

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::markup::Markup;
use crate::text::width::visible_lines;

/// What a page needs of style and script, beside the style that all share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A comparison, with buttons.
    Comparison,
    /// Tables and drawings over meetings.
    Series,
    /// The same with a long table to be filtered.
    Filtered,
}

impl Sort {
    /// All that the page says of how it looks.
    const fn style(self) -> &'static str {
        match self {
            Self::Comparison => {
                concat!(include_str!("templates/page.css"), include_str!("templates/comparison.css"))
            }
            Self::Series | Self::Filtered => {
                concat!(include_str!("templates/page.css"), include_str!("templates/site.css"))
            }
        }
    }

    /// What adds controls to a page that reads without them; empty where there is none.
    const fn script(self) -> &'static str {
        match self {
            Self::Comparison => include_str!("templates/tools.js"),
            Self::Series => "",
            Self::Filtered => include_str!("templates/filters.js"),
        }
    }

    /// What a browser may load and run: the style and the script that stand in the page, by their hashes.
    fn policy(self) -> String {
        let script = match self.script() {
            "" => "'none'".to_owned(),
            script => format!("'{}'", hash(script)),
        };
        let style = hash(self.style());
        format!("default-src 'none'; style-src '{style}'; script-src {script}; base-uri 'none'; form-action 'none'")
    }
}

/// A link of the contents, with those below it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Link {
    /// Where it leads, from the page: `#claims`.
    pub href: String,
    pub label: Markup,
    pub below: Vec<Link>,
}

/// A page.
#[derive(Debug, Template)]
#[template(path = "page.html")]
pub(crate) struct Page {
    pub sort: Sort,
    /// As the browser's tab shows it: plain text.
    pub title: String,
    /// What sort of page it is, in a few words.
    pub kicker: String,
    /// The one heading of the first level.
    pub heading: Markup,
    /// Links to the other pages of a site; none for a page that stands alone.
    pub site: Vec<Link>,
    /// The contents.
    pub contents: Vec<Link>,
    /// What the page is about.
    pub body: Markup,
    /// What stands at its foot.
    pub foot: Markup,
}

impl Page {
    /// Writes the page.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let html = self.render().map_err(io::Error::other)?;
        // Text passes `Markup`; what the templates set into attributes themselves does not.
        out.write_all(visible_lines(&html).as_bytes())?;
        // The end of a line, so that what gives all of them another form gives it to the last one too.
        writeln!(out)
    }
}

/// `sha256-…`, as a policy names the text of an element.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Sort, hash};

    /// A browser reads a carriage return as a line feed, and ends the element at its first end tag: the hash would fail.
    #[test]
    fn style_and_script_stand_in_the_page_as_they_are() {
        for text in [Sort::Comparison, Sort::Series, Sort::Filtered].map(|s| s.style().to_owned() + s.script()) {
            let lower = text.to_lowercase();
            assert!(!lower.contains("</") && !lower.contains("<!--") && !lower.contains('\r'));
            assert!(!lower.contains("http:") && !lower.contains("https:") && !lower.contains("@import"));
        }
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
