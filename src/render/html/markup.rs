//! Text as markup: the one place where text from elsewhere becomes HTML. Nothing in it can open an element or leave an
//! attribute, characters that change the direction of writing are made visible, and Chinese is marked as Chinese.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use crate::comparison::Comparison;
use crate::text::language::is_han;
use crate::text::scan::is_plain;
use crate::text::width::visible;
use crate::text::{Language, form};

/// HTML that is safe to stand in an element; an attribute takes plain text, which the templates escape. Only this file makes
/// it from text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Markup(String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

// What is in it has been escaped, or comes from a template that escapes.
impl askama::filters::HtmlSafe for Markup {}

impl Markup {
    /// What a template has rendered.
    pub fn rendered(html: String) -> Self {
        Self(html)
    }

    /// Words of this program, in English.
    pub fn said(words: &str) -> Self {
        let mut markup = Self::default();
        markup.push(words, Language::En, &Scripts::default());
        markup
    }

    /// Text for an element that can hold no other, such as the title of a drawing.
    pub fn plain(text: &str) -> Self {
        let mut markup = Self::default();
        escape(&mut markup.0, &visible(text));
        markup
    }

    /// Adds text; `within` is the language of the element that it will stand in.
    pub fn push(&mut self, text: &str, within: Language, scripts: &Scripts) {
        let text = visible(text);
        if within == Language::Zh || is_plain(&text) {
            return escape(&mut self.0, &text);
        }
        for (chinese, run) in runs(&text) {
            if chinese {
                self.0.extend(["<span lang=\"", scripts.of(run), "\">"]);
                escape(&mut self.0, run);
                self.0.push_str("</span>");
            } else {
                escape(&mut self.0, run);
            }
        }
    }

    /// Adds text in an element of its own. Name and attributes are of this program; `value`s are escaped.
    pub fn push_in(&mut self, name: &str, attributes: &[(&str, &str)], inside: &Markup) {
        self.0.extend(["<", name]);
        for (key, value) in attributes {
            self.0.extend([" ", key, "=\""]);
            escape(&mut self.0, &visible(value));
            self.0.push('"');
        }
        self.0.push('>');
        self.0.push_str(&inside.0);
        self.0.extend(["</", name, ">"]);
    }

    /// Adds what is markup already.
    pub fn append(&mut self, other: &Markup) {
        self.0.push_str(&other.0);
    }
}

/// Writes text so that it stands for itself, in an element and in a quoted attribute.
fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let instead = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.extend([&text[from..at], instead]);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// An address that may be a link: http or https, with nothing in it that a reader cannot see.
pub(crate) fn link(url: &str) -> Option<&str> {
    let scheme = |name: &str| url.get(..name.len()).is_some_and(|s| s.eq_ignore_ascii_case(name));
    let good = (scheme("https://") || scheme("http://"))
        && visible(url) == url
        && !url.contains(|c: char| c.is_whitespace() || "<>\"`|\\".contains(c));
    good.then_some(url)
}

/// A name in small letters, digits and hyphens.
pub(crate) fn slug(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c.to_ascii_lowercase() } else { '-' }).collect()
}

/// Names as ids: small letters, digits and hyphens, each name its own.
pub(crate) fn slugs<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    // The next number of a slug that several names would have.
    let (mut taken, mut next): (HashSet<String>, HashMap<String, usize>) = (HashSet::new(), HashMap::new());
    for name in names {
        let plain = slug(name);
        if found.contains_key(name) {
            continue;
        }
        let mut slug = plain.clone();
        while taken.contains(&slug) {
            let number = next.entry(plain.clone()).or_insert(2);
            slug = format!("{plain}-{number}");
            *number += 1;
        }
        taken.insert(slug.clone());
        found.insert(name.to_owned(), slug);
    }
    found
}

/// The ids of statements on the page of a meeting.
#[derive(Debug, Clone)]
pub(crate) struct Anchors(BTreeMap<String, String>);

impl Anchors {
    /// For a meeting with texts of these labels; which id one gets depends on all.
    pub fn new<'a>(labels: impl Iterator<Item = &'a str>) -> Self {
        Self(slugs(labels))
    }

    /// The id of a statement's first place on the page; `statement` counts from 0.
    pub fn id(&self, text: &str, statement: usize) -> String {
        format!("{}.{}", self.0.get(text).map_or("text", String::as_str), statement + 1)
    }
}

/// In which characters the Chinese of a page is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scripts {
    /// The tag for all of it, where its texts agree.
    only: Option<&'static str>,
    texts: BTreeMap<String, &'static str>,
}

impl Scripts {
    /// The scripts of the texts of a comparison.
    pub fn new(comparison: &Comparison) -> Self {
        let chinese = comparison.texts.iter().filter(|t| t.readout().language == Language::Zh);
        let texts: BTreeMap<String, &'static str> =
            chinese.map(|t| (t.label.clone(), script(&t.readout().body))).collect();
        let first = texts.values().next().copied();
        let only = first.filter(|tag| texts.values().all(|t| t == tag));
        Self { only, texts }
    }

    /// The language tag of a text: `en`, `zh-Hans`, `zh-Hant`.
    pub fn tag(&self, label: &str) -> &'static str {
        self.texts.get(label).copied().unwrap_or("en")
    }

    /// The language tag of Chinese text.
    pub fn tag_of(text: &str) -> &'static str {
        script(text)
    }

    fn of(&self, run: &str) -> &'static str {
        self.only.unwrap_or_else(|| script(run))
    }
}

/// One character in this many must be Traditional for a text to be called so; some are common to both scripts.
const TRADITIONAL: usize = 20;

/// The tag of Chinese text.
fn script(text: &str) -> &'static str {
    let Some(simple) = form::simplify(text) else { return "zh-Hans" };
    let changed = text.chars().zip(simple.chars()).filter(|(a, b)| a != b).count();
    let han = text.chars().filter(|c| is_han(*c)).count();
    if changed > 0 && changed * TRADITIONAL >= han { "zh-Hant" } else { "zh-Hans" }
}

/// A text cut into runs that are Chinese and runs that are not.
fn runs(text: &str) -> Vec<(bool, &str)> {
    let sure = |c: char| is_han(c) || matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}');
    let either = |c: char| c.is_ascii_digit() || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·');
    let mut found = Vec::new();
    let mut from = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !sure(c) {
            continue;
        }
        // On to the last sure character before one that is neither.
        let mut end = at + c.len_utf8();
        while let Some(&(next, c)) = chars.peek() {
            if sure(c) {
                end = next + c.len_utf8();
            } else if !either(c) {
                break;
            }
            chars.next();
        }
        if from < at {
            found.push((false, &text[from..at]));
        }
        found.push((true, &text[at..end]));
        from = end;
    }
    if from < text.len() {
        found.push((false, &text[from..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markup(text: &str, within: Language) -> String {
        let mut out = Markup::default();
        out.push(text, within, &Scripts::default());
        out.to_string()
    }

    #[test]
    fn text_is_no_markup_and_says_its_language() {
        assert_eq!(markup("<b> & \"x\" 'y'", Language::En), "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;");
        assert_eq!(markup("a\u{202E}b", Language::En), "a\u{FFFD}b");
        assert_eq!(markup("CN “坦诚、务实” ×2", Language::En), "CN “<span lang=\"zh-Hans\">坦诚、务实</span>” ×2");
        assert_eq!(
            markup("2031年9月3日 in 臺灣", Language::En),
            "2031<span lang=\"zh-Hans\">年9月3日</span> in <span lang=\"zh-Hant\">臺灣</span>"
        );
        assert_eq!(markup("中<方>", Language::Zh), "中&lt;方&gt;");
    }

    #[test]
    fn only_the_web_is_linked() {
        for good in ["https://example.invalid/a?b=c&d=e", "HTTP://example.invalid/%E4%B8%AD#x", "https://例.invalid/中"]
        {
            assert_eq!(link(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.invalid",
            "https:/x",
            "ftp://x",
            "file:///x",
            " https://x",
            "https://x/\"y",
            "https://x/\u{202E}y",
            "https://x/ y",
            "",
        ] {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    #[test]
    fn every_name_has_an_id_of_its_own() {
        let slugs = slugs(["us", "us.a b", "us.a/b", "Ünit", "us.a b"].into_iter());
        let mut ids: Vec<&str> = slugs.values().map(String::as_str).collect();
        ids.dedup();
        assert_eq!((ids.len(), slugs["us.a b"].as_str(), slugs["us.a/b"].as_str()), (4, "us-a-b", "us-a-b-2"));
    }
}
