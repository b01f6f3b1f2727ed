//! The page for browsers: sound as a document, the same bytes every time, and text that stays text whatever it holds.
//! What a browser makes of it is held by `tests/browser`.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};
use sha2::{Digest, Sha256};

use common::{MEETINGS, book, compared, readouts, rendered};
use readout::comparison::{Comparison, Order, compare};
use readout::readout::{Meeting, Readout};
use readout::render::{CompareFormat, Options, Part};
use readout::text::language::is_han;

fn page(comparison: &Comparison) -> String {
    rendered(comparison, book(), CompareFormat::Html, &Options::default())
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    document.select(&Selector::parse(selector).expect("a selector")).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

/// Every element that a template may write. What is not among them came from a text.
const ELEMENTS: [&str; 47] = [
    "a", "b", "bdi", "body", "button", "caption", "circle", "code", "dd", "defs", "del", "details", "div", "dl", "dt",
    "footer", "h1", "h2", "h3", "h4", "head", "header", "html", "ins", "li", "main", "mark", "meta", "nav", "ol", "p",
    "pattern", "rect", "script", "section", "span", "style", "summary", "svg", "table", "tbody", "td", "th", "thead",
    "title", "tr", "ul",
];
/// Every attribute that a template may write.
const ATTRIBUTES: [&str; 29] = [
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "aria-pressed",
    "charset",
    "class",
    "content",
    "cx",
    "cy",
    "data-columns",
    "height",
    "hidden",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "patterntransform",
    "patternunits",
    "preserveaspectratio",
    "r",
    "rel",
    "role",
    "scope",
    "tabindex",
    "type",
    "viewbox",
    "width",
    "x",
];

/// What is wrong with a page as a document, if anything.
fn fault(html: &str) -> Option<String> {
    let document = Html::parse_document(html);
    let mut ids = BTreeSet::new();
    let mut level = 0;
    for element in all(&document, "*") {
        let name = element.value().name();
        if !ELEMENTS.contains(&name) {
            return Some(format!("an element {name}"));
        }
        for (key, value) in element.value().attrs() {
            if !ATTRIBUTES.contains(&key.to_ascii_lowercase().as_str()) {
                return Some(format!("an attribute {key} of {name}"));
            }
            let leads = value.starts_with('#') || value.starts_with("http://") || value.starts_with("https://");
            if key == "href" && (name != "a" || !leads) {
                return Some(format!("a link of {name} to {value}"));
            }
        }
        if let Some(id) = element.value().id()
            && !ids.insert(id.to_owned())
        {
            return Some(format!("two elements are {id}"));
        }
        if let Some(next) = name.strip_prefix('h').and_then(|n| n.parse::<u32>().ok()) {
            if next > level + 1 || text(element).trim().is_empty() {
                return Some(format!("heading {} after level {level}", text(element)));
            }
            level = next;
        }
    }
    for link in all(&document, "a[href]") {
        let href = link.value().attr("href").unwrap_or_default();
        match href.strip_prefix('#') {
            Some(id) if !ids.contains(id) => return Some(format!("a link to nothing: {id}")),
            None if link.value().attr("rel") != Some("noopener noreferrer") => return Some(format!("rel of {href}")),
            _ => {}
        }
    }
    for id in all(&document, "[aria-labelledby]").iter().filter_map(|e| e.value().attr("aria-labelledby")) {
        if !ids.contains(id) {
            return Some(format!("named by nothing: {id}"));
        }
    }
    let counts = ["h1", "main", "html[lang=en]", "header", "footer", "title"].map(|s| all(&document, s).len());
    if counts != [1; 6] || all(&document, "style, script").len() != 2 {
        return Some(format!("frame: {counts:?}"));
    }
    for th in all(&document, "th") {
        if th.value().attr("scope").is_none() {
            return Some(format!("a head without a scope: {}", text(th)));
        }
    }
    if all(&document, "table").len() != all(&document, "table > caption").len() {
        return Some("a table without a caption".to_owned());
    }
    untagged(&document).or_else(|| policy(&document))
}

/// Chinese that stands in no element marked as Chinese; the title of a tab can hold no element.
fn untagged(document: &Html) -> Option<String> {
    document.tree.nodes().find_map(|node| {
        let words = node.value().as_text()?;
        let elements = || node.ancestors().filter_map(ElementRef::wrap);
        let tagged = elements().find_map(|e| e.value().attr("lang")).is_some_and(|l| l.starts_with("zh-Han"));
        let apart = elements().any(|e| e.value().name() == "title");
        (words.contains(is_han) && !tagged && !apart).then(|| format!("untagged: {}", &**words))
    })
}

/// The policy does not name the style and the script that stand in the page.
fn policy(document: &Html) -> Option<String> {
    use base64::Engine;
    let policy = all(document, "meta[http-equiv=Content-Security-Policy]");
    let policy = policy.first().and_then(|m| m.value().attr("content")).unwrap_or_default();
    let hash = |selector: &str| {
        let text = text(all(document, selector)[0]);
        format!("'sha256-{}'", base64::prelude::BASE64_STANDARD.encode(Sha256::digest(text)))
    };
    let wanted = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash("style"),
        hash("script")
    );
    (policy != wanted).then(|| format!("policy: {policy}"))
}

#[test]
fn every_fixture_gives_a_sound_page() {
    for folder in MEETINGS {
        for part in [None, Some(Part::Omissions), Some(Part::Claims), Some(Part::Terms), Some(Part::Wording)] {
            let options = Options { only: part, ..Options::default() };
            let html = rendered(&compared(folder, &["us"], book()), book(), CompareFormat::Html, &options);
            assert_eq!(fault(&html), None, "{folder} {part:?}");
        }
    }
}

#[test]
fn the_same_comparison_gives_the_same_bytes_and_any_order_the_same_statements() {
    for folder in MEETINGS {
        let places = |html: &str| {
            let document = Html::parse_document(html);
            let item = |e: ElementRef| (e.value().id().map(str::to_owned), text(e));
            let mut found: Vec<_> = all(&document, ".statements li[id]").into_iter().map(item).collect();
            found.sort();
            found
        };
        let pages = [["us", "cn"], ["cn", "us"]].map(|sides| page(&compared(folder, &sides, book())));
        for (sides, html) in [["us", "cn"], ["cn", "us"]].iter().zip(&pages) {
            assert_eq!(*html, page(&compared(folder, sides, book())), "{folder}");
        }
        assert_eq!(places(&pages[0]), places(&pages[1]), "{folder}");
    }
}

/// A Traditional text says so, and lends its script to the Chinese around it.
#[test]
fn scripts_are_told_apart() {
    let tags = |folder: &str| {
        let document = Html::parse_document(&page(&compared(folder, &[], book())));
        let tags = all(&document, "[lang^=zh]").into_iter().filter_map(|e| e.value().attr("lang").map(str::to_owned));
        tags.collect::<BTreeSet<String>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(tags("tests/fixtures/2031-05-12-lakeford"), ["zh-Hans"]);
    assert_eq!(tags("tests/fixtures/2031-05-12-lakeford-traditional"), ["zh-Hant"]);
}

const ATTACKS: [&str; 10] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(2)>",
    "' onmouseover='alert(3)",
    "</style></title></script><script>alert(4)</script>",
    "]]><iframe src=\"javascript:alert(5)\">",
    "{{ 7 * 7 }} {% include \"page.css\" %} {# x #}",
    "\u{202E}gnp.exe\u{2066}\u{200F}\u{61C}",
    "<!-- <details open ontoggle=alert(6)>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "<svg/onload=alert(7)>\0\u{7}",
];

/// One text that is an attack in every field and every sentence.
fn hostile(side: &str, attacks: &[&str], url: &str) -> Readout {
    let zh = side == "cn";
    let quoted = |text: &str| serde_json::to_string(text).expect("JSON is YAML");
    let every = quoted(&attacks.concat());
    let sentence = |a: &&str| match zh {
        true => format!("中方反对{a}，美方表示支持台湾{a}贸易。"),
        false => format!("The PRC said that China opposes {a} and Taiwan's {a} trade."),
    };
    let body = attacks.iter().map(sentence).collect::<Vec<_>>().join("\n\n");
    let text = format!(
        "---\nside: {side}\nlanguage: {}\nplace: {every}\npublisher: {every}\ntitle: {every}\nmeeting: {every}\n\
         source_url: {}\nprincipals:\n  us: [{every}]\n  cn: [{every}]\n---\n\n{body}\n\n> {}\n> — {}; subject: {}; on: {}\n",
        if zh { "zh" } else { "en" },
        quoted(url),
        attacks[0],
        attacks[1],
        attacks[0],
        attacks[1]
    );
    let parsed = Readout::parse(Path::new(&format!("{side}.md")), &text).expect("a text");
    // No file can say so, but a program that uses the library.
    Readout { date: Some(attacks.concat()), ..parsed }
}

#[test]
fn text_can_be_no_markup() {
    let us = hostile("us", &ATTACKS, "javascript:alert(8)//https://example.invalid");
    let cn = hostile("cn", &ATTACKS, "https://example.invalid/\" onclick=\"alert(9)");
    let comparison = compare(Meeting::of(vec![us, cn]), &Order::Given(Vec::new()), book()).expect("coded");
    let html = page(&comparison);
    assert_eq!(fault(&html), None);
    assert!(!html.contains(['\u{202E}', '\u{2066}', '\u{200F}', '\u{61C}', '\0', '\u{7}']));
    let document = Html::parse_document(&html);
    assert!(all(&document, "a[rel]").is_empty(), "no address is a link");
    let words = text(all(&document, "body")[0]);
    for attack in ATTACKS {
        assert!(words.contains(readout::text::width::visible(attack).as_ref()), "{attack:?} stands as it is");
    }
    assert!(words.contains("javascript:alert(8)"), "an address that is no link is text");
}

/// A text is named by its file, whose name can hold anything.
#[test]
fn names_of_files_can_be_no_markup() {
    let names =
        ["us.md", "us.背\"景.md", "us.x' onclick='y.md", "us.<b>&\u{202E}.md", "us.a b.md", "us.a.b.md", "cn.md"];
    let one = |name: &&str| {
        let text = "The two sides agreed to keep talking on trade. China warned that Taiwan is a red line.\n\nWell.";
        Readout::parse(Path::new(name), text).expect("a text")
    };
    for order in [Order::Given(Vec::new()), Order::Sides(Vec::new())] {
        let comparison = compare(Meeting::of(names.iter().map(one).collect()), &order, book()).expect("coded");
        let html = page(&comparison);
        assert_eq!(fault(&html), None);
        let document = Html::parse_document(&html);
        let links = all(&document, ".statements a.n").into_iter().filter_map(|a| a.value().attr("aria-label"));
        let wrong = links.filter(|l| l.contains("lang=")).collect::<Vec<_>>();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

/// The page of a real summit stays small enough to be sent: under 250 KB, with room to spare.
#[test]
fn a_summit_is_no_large_page() {
    let Some(corpus) = std::env::var_os("READOUT_CORPUS") else { return };
    let folder = Path::new(&corpus).join("coded/2022-11-14-bali");
    let meeting = Meeting::load(&folder).expect("the corpus");
    let html = page(&compare(meeting, &Order::Sides(Vec::new()), book()).expect("coded"));
    assert_eq!(fault(&html), None);
    assert!(html.len() < 245_000, "{} bytes", html.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_meetings_give_sound_pages(texts in readouts(), columns_only in any::<bool>()) {
        let order = if columns_only { Order::Given } else { Order::Sides };
        let comparison = compare(Meeting::of(texts), &order(Vec::new()), book()).expect("coded");
        prop_assert_eq!(fault(&page(&comparison)), None);
    }

    #[test]
    fn no_address_and_no_sentence_is_markup(
        url in "(https?|javascript|data|vbscript)?:?/{0,2}[a-z\"'<>\\\\ \u{202E}中]{0,12}",
        words in "[<>\"'&;/{}%#a-z \u{202E}\u{0}中]{1,24}",
    ) {
        let attacks = [words.as_str(), "x"];
        let text = hostile("us", &attacks, &url);
        let comparison = compare(Meeting::of(vec![text]), &Order::Given(Vec::new()), book()).expect("coded");
        prop_assert_eq!(fault(&page(&comparison)), None);
    }
}
