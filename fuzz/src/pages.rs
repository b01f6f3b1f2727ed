//! Bytes as the texts of a meeting, shown in every form.

use std::collections::BTreeSet;

use readout::coding::Coded;
use readout::comparison::Comparison;
use readout::render::{self, CodeFormat, CompareFormat, Options, TraceFormat};
use readout::{site, trace};
use scraper::{Html, Selector};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::comparisons::{BOOK, compared};
use super::oracles::{letters, quiet, without_styles};

/// Every form of a comparison, of its coded texts, of a trace and of a site, each held as its readers read it.
pub fn render(data: &[u8]) {
    let Some(comparison) = compared(data) else { return };
    // The choices follow from the length, so that an input is nothing but texts.
    let options =
        Options { width: 1 + data.len() % 180, ambiguous_wide: data.len().is_multiple_of(3), ..Options::default() };
    in_columns(&comparison, &options);
    let narrow = shown(&comparison, CompareFormat::Text, &Options { width: 25, ..Options::default() });
    everything(&comparison, &narrow, "text");
    markdown(&comparison);
    document(&shown(&comparison, CompareFormat::Html, &options), Some(&comparison), &[]);
    let json: Value = serde_json::from_str(&shown(&comparison, CompareFormat::Json, &options)).expect("JSON");
    for text in &comparison.texts {
        let statements = json["sides"][&text.label]["statements"].as_array().expect("statements");
        let words: Vec<_> = statements.iter().filter_map(|s| s["text"].as_str()).collect();
        assert!(words.into_iter().eq(text.coded.statements.iter().map(|s| s.text.as_str())), "json lost a statement");
    }
    table(&shown(&comparison, CompareFormat::Csv, &options));
    let coded: Vec<Coded> = comparison.texts.iter().map(|t| t.coded.clone()).collect();
    code(&coded, &options);
    over_time(comparison, &options);
}

fn shown(comparison: &Comparison, format: CompareFormat, options: &Options) -> String {
    let mut out = Vec::new();
    render::comparison(&mut out, comparison, &BOOK, format, options).expect("memory takes every byte");
    String::from_utf8(out).expect("UTF-8")
}

/// No line is over the width, and colour changes nothing but colour.
fn in_columns(comparison: &Comparison, options: &Options) {
    let text = shown(comparison, CompareFormat::Text, options);
    quiet(&text);
    narrow(&text, options);
    let coloured = shown(comparison, CompareFormat::Terminal, &Options { color: true, ..*options });
    assert_eq!(without_styles(&coloured), text);
}

/// A line may be too wide only where it is one wide character, with what combines with it.
fn narrow(text: &str, options: &Options) {
    let columns = |line: &str| if options.ambiguous_wide { line.width_cjk() } else { line.width() };
    for line in text.lines() {
        let unbreakable = line.chars().filter(|c| c.to_string().width() > 0).count() == 1;
        assert!(columns(line) <= options.width || unbreakable, "{} of {}: {line:?}", columns(line), options.width);
    }
}

/// Every statement of every text stands in a page.
fn everything(comparison: &Comparison, page: &str, form: &str) {
    let page = letters(page);
    for statement in comparison.texts.iter().flat_map(|t| &t.coded.statements) {
        assert!(page.contains(&letters(&statement.text)), "{form} lost {:?}", statement.text);
    }
}

/// Nothing of a text is HTML, a link or a table's border in Markdown.
fn markdown(comparison: &Comparison) {
    let page = shown(comparison, CompareFormat::Markdown, &Options::default());
    quiet(&page);
    assert!(!page.replace("<br>", "").contains('<'), "{page}");
    everything(comparison, &page.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), "markdown");
    let mut across = None;
    for line in page.lines() {
        let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        assert!(bars == 0 || *across.get_or_insert(bars) == bars, "{bars} bars, not {across:?}: {line}");
        if bars == 0 {
            across = None;
        }
    }
}

/// Every element that a page may have; what is not among them came from a text.
const ELEMENTS: &str = " a b bdi body br button caption circle code datalist dd defs del details div dl dt em footer form h1 \
    h2 h3 h4 head header html input ins label legend fieldset g li line main mark meta nav ol optgroup option output p path \
    pattern rect script search section select small span strong style summary sup svg table tbody td text th thead time \
    title tr ul ";

/// A page is the program's own: no element, handler, style or address of a text, each place once, every statement there.
fn document(html: &str, comparison: Option<&Comparison>, pages: &[String]) {
    quiet(html);
    let page = Html::parse_document(html);
    let mut ids = BTreeSet::new();
    let mut links = Vec::new();
    for element in page.select(&selector("*")) {
        let name = element.value().name();
        assert!(ELEMENTS.contains(&format!(" {name} ")), "an element {name}");
        for (key, value) in element.value().attrs() {
            assert!(
                !key.starts_with("on") && !["style", "src", "srcdoc", "action", "formaction"].contains(&key),
                "{key}"
            );
            if key == "href" {
                links.push(value);
            }
        }
        if let Some(id) = element.value().id() {
            assert!(ids.insert(id.to_owned()), "two elements are {id}");
        }
    }
    for link in links {
        let file = link.split('#').next().unwrap_or_default();
        let good = match link.strip_prefix('#') {
            Some(id) => ids.contains(id),
            None => link.starts_with("https://") || link.starts_with("http://") || pages.iter().any(|p| p == file),
        };
        assert!(good, "a link to {link}");
    }
    let one = ["h1", "main", "head > title", "style"].map(|s| page.select(&selector(s)).count());
    assert_eq!(one, [1; 4]);
    assert!(page.select(&selector("script")).count() <= 1);
    if let Some(comparison) = comparison {
        let main: String = page.select(&selector("main")).flat_map(|e| e.text()).collect();
        everything(comparison, &main, "html");
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("a selector")
}

/// A table is even, and no cell is a formula to a spreadsheet.
fn table(text: &str) -> Vec<csv::StringRecord> {
    quiet(&text.replace('\r', ""));
    let rows = csv::Reader::from_reader(text.as_bytes()).into_records().collect::<Result<Vec<_>, _>>();
    let rows = rows.expect("an even table");
    for cell in rows.iter().flatten() {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "a formula: {cell:?}");
    }
    rows
}

fn code(coded: &[Coded], options: &Options) {
    let shown = |format| {
        let mut out = Vec::new();
        render::coded(&mut out, coded, format, options).expect("memory takes every byte");
        String::from_utf8(out).expect("UTF-8")
    };
    let text = shown(CodeFormat::Text);
    quiet(&text);
    narrow(&text, options);
    let count: usize = coded.iter().map(|c| c.statements.len()).sum();
    let json: Value = serde_json::from_str(&shown(CodeFormat::Json)).expect("JSON");
    assert_eq!(json.as_array().map(Vec::len), Some(coded.len()));
    let lines = shown(CodeFormat::Jsonl);
    let objects: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(objects.len(), count);
    assert_eq!(table(&shown(CodeFormat::Csv)).len(), count);
}

/// Two meetings of the same texts: what a trace and a site show of them.
fn over_time(comparison: Comparison, options: &Options) {
    let later = Comparison { meeting: format!("{}-2", comparison.meeting), ..comparison.clone() };
    let both = [comparison, later];
    let topics = BOOK.topics.iter().map(|t| t.id.to_string()).collect();
    let asked = trace::Options { topics, ..trace::Options::default() };
    let trace = trace::trace(&both, &asked, &BOOK);
    let shown = |format, color| {
        let mut out = Vec::new();
        render::trace(&mut out, &trace, &asked, &BOOK, format, &Options { color, ..*options }).expect("memory");
        String::from_utf8(out).expect("UTF-8")
    };
    let text = shown(TraceFormat::Text, false);
    quiet(&text);
    narrow(&text, options);
    assert_eq!(without_styles(&shown(TraceFormat::Terminal, true)), text);
    let mut page = shown(TraceFormat::Markdown, false);
    quiet(&page);
    for own in ["<br>", "<del>", "</del>", "<ins>", "</ins>"] {
        page = page.replace(own, "");
    }
    assert!(!page.contains('<'), "{page}");
    serde_json::from_str::<Value>(&shown(TraceFormat::Json, false)).expect("JSON");
    table(&shown(TraceFormat::Csv, false));
    document(&shown(TraceFormat::Html, false), None, &[]);
    let model = site::model(&both, &BOOK);
    let mut pages = Vec::new();
    let mut take = |name: &str, bytes: &[u8]| {
        pages.push((name.to_owned(), String::from_utf8(bytes.to_vec()).expect("UTF-8")));
        Ok(())
    };
    render::site(&model, &both, &BOOK, &mut take).expect("memory takes every byte");
    let names: Vec<String> = pages.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
    for (name, html) in &pages {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
        assert!(name.chars().all(plain) && !name.starts_with('.') && name.ends_with(".html"), "{name}");
        // The codebook's page is the same every time.
        if name != "codebook.html" {
            document(html, None, &names);
        }
    }
}
