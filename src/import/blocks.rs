//! Owns what a page's elements say: paragraphs, headings, list items and block quotations, in order, as plain text.
//!
//! The tree is walked without recursion, for a page may nest its elements deeper than a stack is.

use std::collections::HashSet;

use ego_tree::NodeId;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Node, Selector};

use crate::text::language::is_han;

/// A block of text with its lines, which `<br>` ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub kind: BlockKind,
    /// Whether it stands in a block quotation.
    pub quoted: bool,
    /// Whether all of it is links: a menu, outside of a text.
    pub linked: bool,
    pub lines: Vec<String>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockKind {
    Paragraph,
    Heading,
    /// All of it is bold: a heading, if it reads like one and what follows is not bold, as all is that follows a tag left
    /// open.
    Bold,
    /// An item of a list so many lists deep (0 for the outermost), with its number if the list has numbers.
    Item(usize, Option<u32>),
    /// Goes on in the item before it.
    InItem(usize),
}

impl Block {
    /// Its text on one line.
    pub fn text(&self) -> String {
        self.lines.join(" ")
    }
}

/// The blocks of an element, without the parts that a selector strips.
pub(super) fn read(root: ElementRef<'_>, strip: &[&Selector]) -> Vec<Block> {
    let mut dropped: HashSet<NodeId> = HashSet::new();
    for selector in strip {
        dropped.extend(root.select(selector).map(|e| e.id()));
    }
    dropped.extend(link_tables(root));
    let mut reader = Reader::default();
    let mut skipping: Option<NodeId> = None;
    for edge in root.traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let opens = matches!(edge, Edge::Open(_));
        if let Some(id) = skipping {
            if !opens && node.id() == id {
                skipping = None;
            }
            continue;
        }
        match node.value() {
            Node::Text(text) if opens => reader.text(text),
            Node::Element(element) => {
                if opens && node.id() != root.id() && dropped.contains(&node.id()) {
                    skipping = Some(node.id());
                } else if opens {
                    reader.open(element.name(), element.attr("start"));
                } else {
                    reader.close(element.name());
                }
            }
            _ => {}
        }
    }
    reader.end_block();
    reader.blocks
}

/// Tables that hold nearly nothing but links: menus.
fn link_tables(root: ElementRef<'_>) -> Vec<NodeId> {
    let Ok(tables) = Selector::parse("table") else { return Vec::new() };
    let Ok(links) = Selector::parse("a") else { return Vec::new() };
    let letters = |e: ElementRef<'_>| e.text().flat_map(str::chars).filter(|c| c.is_alphanumeric()).count();
    let is_menu = |table: &ElementRef<'_>| {
        let linked: usize = table.select(&links).map(letters).sum();
        linked > 0 && linked * 10 >= letters(*table) * 9
    };
    // A table within a table is looked at with the outer one; many nested tables would be read again and again.
    let outer = |table: &ElementRef<'_>| {
        !table
            .ancestors()
            .take_while(|a| a.id() != root.id())
            .any(|a| a.value().as_element().is_some_and(|e| e.name() == "table"))
    };
    root.select(&tables).filter(outer).filter(is_menu).map(|t| t.id()).collect()
}

/// Collects text into blocks.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The lines of the open block, the last one open.
    lines: Vec<String>,
    /// How many letters of the open block are bold, and are not.
    bold_letters: usize,
    plain_letters: usize,
    /// How many letters of the open block are not links.
    own_letters: usize,
    links: usize,
    quotes: usize,
    headings: usize,
    bolds: usize,
    pres: usize,
    /// The open lists, each with the number of its next item if it has numbers.
    lists: Vec<Option<u32>>,
    /// The open items: whether their marker is still to be written.
    items: Vec<Option<Option<u32>>>,
    /// Whether a cell of the open row has been closed, and whether a bar is due before the next word.
    after_cell: bool,
    bar: bool,
}

impl Reader {
    fn open(&mut self, name: &str, start: Option<&str>) {
        match name {
            "br" => self.lines.push(String::new()),
            // Between two cells stands a bar, if there are words on both sides of it.
            "td" | "th" => self.bar = self.after_cell && self.lines.iter().any(|l| !l.trim().is_empty()),
            _ if is_block(name) => self.end_block(),
            "b" | "strong" => self.bolds += 1,
            "a" => self.links += 1,
            _ => {}
        }
        match name {
            "blockquote" => self.quotes += 1,
            "pre" => self.pres += 1,
            "ul" | "menu" | "dir" => self.lists.push(None),
            "ol" => self.lists.push(Some(start.and_then(|s| s.trim().parse().ok()).unwrap_or(1))),
            "li" => {
                let number = match self.lists.last_mut() {
                    Some(Some(next)) => {
                        *next = next.saturating_add(1);
                        Some(*next - 1)
                    }
                    _ => None,
                };
                self.items.push(Some(number));
            }
            "tr" => self.after_cell = false,
            _ if is_heading(name) => self.headings += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "td" | "th" => self.after_cell = true,
            _ if is_block(name) => self.end_block(),
            "b" | "strong" => self.bolds = self.bolds.saturating_sub(1),
            "a" => self.links = self.links.saturating_sub(1),
            _ => {}
        }
        match name {
            "blockquote" => self.quotes = self.quotes.saturating_sub(1),
            "pre" => self.pres = self.pres.saturating_sub(1),
            "ul" | "menu" | "dir" | "ol" => {
                self.lists.pop();
            }
            "li" => {
                self.items.pop();
            }
            "tr" => self.after_cell = false,
            _ if is_heading(name) => self.headings = self.headings.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        if self.bolds > 0 {
            self.bold_letters += letters;
        } else {
            self.plain_letters += letters;
        }
        if self.links == 0 {
            self.own_letters += letters;
        }
        if self.bar && !text.trim().is_empty() {
            self.bar = false;
            self.last_line().push_str(" | ");
        }
        if self.pres > 0 {
            for (index, piece) in text.split('\n').enumerate() {
                if index > 0 {
                    self.lines.push(String::new());
                }
                self.last_line().push_str(piece);
            }
        } else {
            self.last_line().push_str(text);
        }
    }

    fn last_line(&mut self) -> &mut String {
        if self.lines.is_empty() {
            self.lines.push(String::new());
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }

    fn end_block(&mut self) {
        self.bar = false;
        let lines = std::mem::take(&mut self.lines);
        let (bold, plain) = (std::mem::take(&mut self.bold_letters), std::mem::take(&mut self.plain_letters));
        let linked = std::mem::take(&mut self.own_letters) == 0;
        let mut open: Vec<String> = Vec::new();
        for line in &lines {
            let indented = line.trim_start_matches(['\n', '\r', '\t', ' ']).starts_with("\u{3000}\u{3000}")
                || line.trim_start_matches(['\n', '\r', '\t']).starts_with("\u{a0}\u{a0}\u{a0}\u{a0}");
            let clean = clean(line);
            // An empty line and an indent begin a paragraph.
            if clean.is_empty() || indented {
                self.push(std::mem::take(&mut open), bold, plain, linked);
            }
            if !clean.is_empty() {
                open.push(clean);
            }
        }
        self.push(open, bold, plain, linked);
    }

    fn push(&mut self, lines: Vec<String>, bold: usize, plain: usize, linked: bool) {
        if lines.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let kind = match self.items.last_mut() {
            _ if self.headings > 0 => BlockKind::Heading,
            Some(marker) => marker.take().map_or(BlockKind::InItem(depth), |number| BlockKind::Item(depth, number)),
            None if bold > 0 && plain == 0 => BlockKind::Bold,
            None => BlockKind::Paragraph,
        };
        self.blocks.push(Block { kind, quoted: self.quotes > 0, linked, lines });
    }
}

/// A line as it is read: white space is one space, and none where a page breaks its source between two Chinese
/// characters; what nobody sees is left out.
fn clean(line: &str) -> String {
    let mut clean = String::with_capacity(line.len());
    let mut space: Option<bool> = None;
    for c in line.chars() {
        if c.is_whitespace() {
            let breaks = matches!(c, '\n' | '\r');
            space = Some(space.unwrap_or(false) || breaks);
            continue;
        }
        if is_unseen(c) {
            continue;
        }
        if let Some(breaks) = space.take()
            && let Some(before) = clean.chars().next_back()
            && !(breaks && is_wide(before) && is_wide(c))
        {
            clean.push(' ');
        }
        clean.push(c);
    }
    clean
}

/// Soft hyphens, zero-width spaces and joiners, marks of direction, control characters.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff60}')
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_block(name: &str) -> bool {
    is_heading(name)
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "body"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figure"
                | "figcaption"
                | "footer"
                | "form"
                | "header"
                | "hgroup"
                | "hr"
                | "html"
                | "legend"
                | "li"
                | "main"
                | "menu"
                | "nav"
                | "ol"
                | "p"
                | "pre"
                | "search"
                | "section"
                | "summary"
                | "table"
                | "tbody"
                | "tfoot"
                | "thead"
                | "tr"
                | "caption"
                | "ul"
        )
}
