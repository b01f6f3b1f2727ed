//! Owns what is taken from a parsed page: title, date, and the words, by its layout or else by general rules.

use dom_smoothie::{Config, Readability};
use ego_tree::NodeId;
use scraper::{ElementRef, Html, Selector};

use super::blocks::{self, Block};
use super::dates::{self, Moment};
use super::html::{attribute, select};
use super::layouts::{Field, Layout, Layouts};
use super::{ImportError, lines::LinePattern, markdown};

/// The fewest letters that are a text.
const FEWEST_LETTERS: usize = 12;

/// The largest page whose text is looked for by general rules, in nodes. They look at each many times.
const MAX_GENERAL_NODES: usize = 60_000;

/// The words of a page as Markdown, and how they were found.
pub(super) struct Words {
    pub body: String,
    /// Whether the layout says where they stand.
    pub by_layout: bool,
    pub warnings: Vec<String>,
}

/// The title of a page without the name of the site behind it.
pub(super) fn title(page: &Html, layout: Option<&Layout>, layouts: &Layouts) -> Option<String> {
    let fields = layout.map_or(&[][..], |l| &l.title);
    let by_layout = fields.iter().flat_map(|f| values(page, f)).next();
    let first = |selector: &str| select(page, selector).into_iter().map(|e| one_line(e)).find(|t| !t.is_empty());
    let found = by_layout
        .or_else(|| attribute(page, "meta[property='og:title' i]", "content").map(str::to_owned))
        .or_else(|| first("title"))
        .or_else(|| first("h1"))?;
    let site = attribute(page, "meta[property='og:site_name' i]", "content");
    let title = without_suffix(&found, site, &layouts.suffixes);
    (!title.is_empty()).then(|| title.to_owned())
}

fn without_suffix<'a>(title: &'a str, site: Option<&str>, suffixes: &[String]) -> &'a str {
    let mut title = title.trim();
    while let Some(shorter) =
        suffixes.iter().find_map(|s| title.strip_suffix(s.as_str())).filter(|t| !t.trim().is_empty())
    {
        title = shorter.trim_end();
    }
    if let Some(before) = site.and_then(|site| title.strip_suffix(site)) {
        let bare = before.trim_end().trim_end_matches(['-', '–', '—', '|', '_', '·', '>', '»']);
        if !bare.trim().is_empty() && bare.len() < before.len() {
            title = bare.trim_end();
        }
    }
    title
}

/// When a page was published: by its layout, its head, and its address.
pub(super) fn date(page: &Html, layout: Option<&Layout>, layouts: &Layouts, address: Option<&str>) -> Option<Moment> {
    let fields = layout.map_or(&[][..], |l| &l.date);
    let by_layout = || fields.iter().flat_map(|f| values(page, f)).find_map(|text| dates::find(&text));
    let metas = [
        "meta[property='article:published_time' i]",
        "meta[name='publishdate' i]",
        "meta[name='PubDate' i]",
        "meta[itemprop='datePublished' i]",
        "meta[name='date' i]",
        "meta[name='dcterms.date' i]",
    ];
    let in_head = || metas.iter().find_map(|m| dates::find(attribute(page, m, "content")?));
    let forms = layout.map(|l| &l.address_dates).filter(|f| !f.is_empty()).unwrap_or(&layouts.address_dates);
    let in_address = || {
        let date = forms.iter().find_map(|form| dates::in_address(address?, form))?;
        Some(Moment { date, time: None, offset: None })
    };
    let in_time = || select(page, "time[datetime]").into_iter().find_map(|e| dates::find(e.attr("datetime")?));
    let mut moment = by_layout().or_else(in_head).or_else(in_address).or_else(in_time)?;
    moment.offset = moment.offset.or_else(|| layout.and_then(|l| l.zone));
    Some(moment)
}

/// What a field holds, one value an element.
fn values(page: &Html, field: &Field) -> Vec<String> {
    let value = |element: ElementRef<'_>| match &field.attribute {
        Some(name) => element.attr(name).map(|v| v.split_whitespace().collect::<Vec<_>>().join(" ")),
        None => Some(one_line(element)),
    };
    page.select(&field.selector).take(20).filter_map(value).filter(|v| !v.is_empty()).collect()
}

/// The text of an element on one line.
fn one_line(element: ElementRef<'_>) -> String {
    let blocks = blocks::read(element, &[]);
    blocks.iter().map(Block::text).collect::<Vec<_>>().join(" ")
}

/// The words of a page.
///
/// # Errors
/// When the page has none, or too much to look for them.
pub(super) fn words(
    name: &str,
    page: &Html,
    source: &str,
    layout: Option<&Layout>,
    layouts: &Layouts,
    title: Option<&str>,
) -> Result<Words, ImportError> {
    let mut strip: Vec<&Selector> = layouts.strip.iter().collect();
    strip.extend(layout.and_then(|l| l.strip.as_ref()));
    let patterns: Vec<&LinePattern> = layouts.lines.iter().chain(layout.into_iter().flat_map(|l| &l.lines)).collect();
    let mut warnings = Vec::new();
    for selector in layout.into_iter().flat_map(|l| &l.body) {
        // Elements that stand beside each other are one text, in parts.
        let mut found: Vec<(Option<NodeId>, usize, Vec<Block>)> = Vec::new();
        for element in outermost(page, selector) {
            let parent = element.parent().map(|parent| parent.id());
            let mut blocks = blocks::read(element, &strip);
            match found.iter_mut().find(|(known, ..)| parent.is_some() && *known == parent) {
                // Some pages have their text twice, for narrow screens.
                Some((_, parts, all)) => {
                    blocks.retain(|block| all.iter().all(|known| known.lines != block.lines));
                    *parts += usize::from(!blocks.is_empty());
                    all.extend(blocks);
                }
                None => found.push((parent, 1, blocks)),
            }
        }
        let mut found: Vec<(usize, Vec<Block>)> = found
            .into_iter()
            .map(|(_, parts, blocks)| (parts, kept(blocks, &patterns, title)))
            .filter(|(_, blocks)| letters(blocks) >= FEWEST_LETTERS)
            .collect();
        // The longest, and the first of those that are as long.
        found.sort_by_cached_key(|(_, blocks)| std::cmp::Reverse(letters(blocks)));
        let mut found = found.into_iter();
        if let Some((parts, blocks)) = found.next() {
            if parts > 1 {
                warnings.push(format!(
                    "the text stands in {parts} parts of the page, which were put together; compare it with the page"
                ));
            }
            let is_known = |b: &Block| blocks.iter().any(|known| known.lines == b.lines);
            if found.any(|(_, part)| !part.iter().all(is_known)) {
                warnings.push(
                    "two parts of the page may be its text; the longer one was taken, so compare it with the page"
                        .to_owned(),
                );
            }
            return Ok(Words { body: markdown::write(&blocks), by_layout: true, warnings });
        }
    }
    match layout.filter(|l| !l.body.is_empty()) {
        Some(layout) => warnings.push(format!(
            "the page is not built as layout `{}` says; its text was found by general rules, so compare it with the page",
            layout.id
        )),
        None => warnings.push(
            "no layout for this page; its text was found by general rules, so compare it with the page".to_owned(),
        ),
    }
    let mut blocks = general(name, page, source, &strip)?;
    blocks.retain(|b| !b.linked);
    let blocks = kept(blocks, &patterns, title);
    if letters(&blocks) < FEWEST_LETTERS {
        return Err(ImportError::Nothing { name: name.to_owned() });
    }
    Ok(Words { body: markdown::write(&blocks), by_layout: false, warnings })
}

/// The elements that a selector finds, without those inside another of them.
fn outermost<'a>(page: &'a Html, selector: &'a Selector) -> impl Iterator<Item = ElementRef<'a>> {
    let found: Vec<ElementRef<'a>> = page.select(selector).take(50).collect();
    let ids: std::collections::HashSet<_> = found.iter().map(|e| e.id()).collect();
    found.into_iter().filter(move |e| !e.ancestors().any(|a| ids.contains(&a.id())))
}

fn letters(blocks: &[Block]) -> usize {
    blocks.iter().flat_map(|b| &b.lines).flat_map(|l| l.chars()).filter(|c| c.is_alphanumeric()).count()
}

/// The blocks without lines that are not of the text, and without the title where it opens the text.
fn kept(mut blocks: Vec<Block>, patterns: &[&LinePattern], title: Option<&str>) -> Vec<Block> {
    for block in &mut blocks {
        for line in &mut block.lines {
            // The sign with which agencies end a text.
            line.truncate(line.trim_end_matches(['■', ' ']).len());
        }
        block.lines.retain(|line| line.chars().any(char::is_alphanumeric) && !patterns.iter().any(|p| p.matches(line)));
    }
    blocks.retain(|b| !b.lines.is_empty());
    if let (Some(title), Some(first)) = (title, blocks.first())
        && blocks.len() > 1
        && first.text() == title
    {
        blocks.remove(0);
    }
    blocks
}

/// The text of a page whose layout is not known.
fn general(name: &str, page: &Html, source: &str, strip: &[&Selector]) -> Result<Vec<Block>, ImportError> {
    if page.tree.values().len() > MAX_GENERAL_NODES {
        return Err(ImportError::TooComplex {
            name: name.to_owned(),
            found: format!("no known layout and more than {MAX_GENERAL_NODES} elements and stretches of text"),
        });
    }
    let config = Config { char_threshold: 120, disable_json_ld: true, ..Config::default() };
    let article = Readability::new(source, None, Some(config)).and_then(|mut r| r.parse());
    let read = |html: &Html| blocks::read(html.root_element(), strip);
    match article {
        Ok(article) => Ok(read(&super::html::parse(name, &article.content)?)),
        Err(_) => Err(ImportError::Nothing { name: name.to_owned() }),
    }
}

/// The words of a text that was no page, without its title.
///
/// # Errors
/// When there are none.
pub(super) fn plain(name: &str, page: &Html, title: Option<&str>) -> Result<Words, ImportError> {
    let blocks = kept(blocks::read(page.root_element(), &[]), &[], title);
    if letters(&blocks) < FEWEST_LETTERS {
        return Err(ImportError::Nothing { name: name.to_owned() });
    }
    Ok(Words { body: markdown::write(&blocks), by_layout: false, warnings: Vec::new() })
}
