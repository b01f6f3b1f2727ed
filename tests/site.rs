//! `readout site`: the pages it writes for an invented series, held as documents.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::run;
use scraper::{Html, Selector};

const SERIES: &str = "tests/fixtures/series";

fn built(folder: &Path) -> Vec<(String, String)> {
    let run = run(&["site", SERIES, "--out", &folder.display().to_string()]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let mut pages: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a page"))
        })
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_link_leads_to_a_page_and_a_place_that_are_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = built(folder.path());
    let (a, any) = (Selector::parse("a[href]").expect("a"), Selector::parse("[id]").expect("ids"));
    let places: BTreeSet<String> = pages
        .iter()
        .flat_map(|(name, html)| {
            let ids: Vec<String> = Html::parse_document(html)
                .select(&any)
                .filter_map(|e| e.value().id().map(|id| format!("{name}#{id}")))
                .collect();
            ids.into_iter().chain([name.clone()])
        })
        .collect();
    let mut links = 0;
    for (name, html) in &pages {
        for link in Html::parse_document(html).select(&a) {
            let href = link.value().attr("href").unwrap_or_default();
            if href.starts_with("http") {
                continue;
            }
            let whole = if href.starts_with('#') { format!("{name}{href}") } else { href.to_owned() };
            assert!(places.contains(&whole), "{name}: {href} leads nowhere");
            links += 1;
        }
    }
    assert!(links > 100, "{links}");
}

#[test]
fn the_same_meetings_give_the_same_bytes() {
    let (one, two) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let first = built(one.path());
    assert_eq!(first, built(two.path()));
    // A second run over the first leaves no other file behind.
    assert_eq!(first, built(one.path()));
}

#[test]
fn the_pages_are_these_and_need_nothing_outside() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = built(folder.path());
    let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
    for name in [
        "index.html",
        "map.html",
        "claims.html",
        "time.html",
        "codebook.html",
        "topic-taiwan.html",
        "formula-us-taiwan.html",
        "meeting-2031-09-15-lakeford.html",
    ] {
        assert!(names.contains(&name), "{name} is missing from {names:?}");
    }
    let outside = Selector::parse("link, img, iframe, object, embed, script[src], style[src], [style], [onclick]")
        .expect("a selector");
    for (name, html) in &pages {
        let page = Html::parse_document(html);
        assert_eq!(page.select(&outside).count(), 0, "{name}");
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{name}");
        assert_eq!(page.select(&Selector::parse("h1").expect("h1")).count(), 1, "{name}");
    }
}

#[test]
fn every_meeting_stands_in_the_index_with_what_filters_need() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = built(folder.path());
    let (_, index) = pages.iter().find(|(name, _)| name == "index.html").expect("an index");
    let page = Html::parse_document(index);
    let rows: Vec<_> = page.select(&Selector::parse("tr[data-row]").expect("rows")).collect();
    assert_eq!(rows.len(), 4);
    let of =
        |id: &str| rows.iter().find(|r| r.value().attr("data-search").is_some_and(|s| s.contains(id))).expect("a row");
    assert_eq!(of("2031-02-01-call").value().attr("data-sides"), Some(" cn us "));
    assert!(of("2031-02-01-call").value().attr("data-topics").is_some_and(|t| t.contains(" taiwan ")));
    assert_eq!(of("undated").value().attr("data-date"), Some("no date"));
}

fn page(pages: &[(String, String)], name: &str) -> Html {
    let (_, html) = pages.iter().find(|(n, _)| n == name).expect("a page");
    Html::parse_document(html)
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    page.select(&Selector::parse(selector).expect("a selector")).map(|e| e.text().collect()).collect()
}

/// The drawing and the table behind it are two forms of the same figures.
#[test]
fn a_cell_of_the_map_says_what_the_table_says() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = page(&built(folder.path()), "map.html");
    let cells = texts(&page, "svg.map > g > title");
    let rows = Selector::parse("table.series tbody tr").expect("rows");
    let count: usize = page.select(&rows).map(|r| r.select(&Selector::parse("td").expect("td")).count()).sum();
    assert_eq!(cells.len(), count);
    for wanted in [
        "Taiwan, 2031-02-01-call: 63% of the CN text; 49% of the US text",
        "Taiwan, 2031-06-01-working-group: no CN text; the US text is silent",
    ] {
        assert!(cells.iter().any(|c| c == wanted), "{wanted} is not among {cells:?}");
    }
    let figures = texts(&page, "td");
    assert!(figures.iter().any(|f| f == "CN 63% · US 49%") && figures.iter().any(|f| f == "US –"), "{figures:?}");
}

#[test]
fn the_drawing_of_a_topic_has_a_mark_for_each_dated_text_and_leads_to_its_table() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pages = built(folder.path());
    let topic = page(&pages, "topic-taiwan.html");
    let mut drawn = texts(&topic, "svg.shares g[role=img] > title");
    let mut rows: Vec<String> = Vec::new();
    for table in topic.select(&Selector::parse("table.series").expect("tables")) {
        let caption: String =
            table.select(&Selector::parse("caption").expect("a caption")).flat_map(|c| c.text()).collect();
        let side = caption.trim_start_matches("Taiwan · ").trim_end_matches(" over time").to_owned();
        for row in table.select(&Selector::parse("tbody tr").expect("rows")) {
            let cells: Vec<String> = row.child_elements().map(|c| c.text().collect()).collect();
            let said = if cells[3] == "–" { "not raised".to_owned() } else { format!("{} of the text", cells[3]) };
            let (meeting, known) = match cells[2].strip_suffix(" *") {
                Some(meeting) => (meeting, " (known only in fragments)"),
                None => (cells[2].as_str(), ""),
            };
            rows.push(format!("{side}, {}, {meeting}: {said}{known}", cells[0]));
        }
    }
    drawn.sort();
    rows.sort();
    assert_eq!(drawn, rows);
    assert_eq!(rows.len(), 5, "{rows:?}");
    // Each row leads to the page of its meeting.
    let links = Selector::parse("table.series tbody a[href^=meeting-]").expect("links");
    assert_eq!(topic.select(&links).count(), rows.len());
}

/// A formula has a page of its own, and only the sides whose texts have a piece of it.
#[test]
fn a_page_of_a_formula_shows_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let formula = page(&built(folder.path()), "formula-us-taiwan.html");
    assert_eq!(texts(&formula, "h3"), ["us-taiwan: US Taiwan formula", "Without a date"]);
    assert!(texts(&formula, "main h2").iter().all(|h| h.starts_with("United States over time")));
}

/// A page that stands alone leads to no other.
#[test]
fn a_trace_by_itself_has_no_links_to_meetings() {
    let run = run(&["trace", SERIES, "--topic", "taiwan,detainees", "--format", "html"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let page = Html::parse_document(&run.stdout);
    let links = Selector::parse("a[href]").expect("links");
    assert!(page.select(&links).all(|a| a.value().attr("href").is_some_and(|h| h.starts_with('#'))));
    assert_eq!(texts(&page, "main h3")[..2], ["Taiwan", "Detainees and exit bans"]);
    assert_eq!(page.select(&Selector::parse("svg.shares").expect("drawings")).count(), 2);
}

#[test]
fn what_cannot_be_written_is_said() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "x").expect("a file");
    let run = run(&["site", SERIES, "--out", &file.display().to_string()]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("a file, not a folder"), "{}", run.stderr);
}
