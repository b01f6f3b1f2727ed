//! Columns for a terminal or a plain text file. Text is wrapped by display width first and coloured after.

use std::io::{self, Write};
use std::ops::Range;

use colored::{Color, Colorize};

use super::sections::{self, Section};
use super::{Options, Painting, Part, glance, wording, words};
use crate::codebook::Codebook;
use crate::coding::Statement;
use crate::comparison::{Comparison, Raised, Text, TopicRow};
use crate::text::width::{Widths, push_spaces, visible};
use crate::text::wrap;

/// The narrowest column that still reads; below it the columns are stacked.
const NARROWEST: usize = 26;
const BAR: &str = " │ ";

/// Lines of one column, which are ranges of one text.
#[derive(Debug, Default)]
struct Cell {
    text: String,
    lines: Vec<Line>,
}

/// A line of one column, with how wide it is and how it is painted.
#[derive(Debug)]
struct Line {
    range: Range<usize>,
    width: usize,
    paint: Paint,
}

impl Cell {
    fn wrapped(&mut self, text: &str, width: usize, widths: Widths, paint: Paint) {
        let from = self.text.len();
        self.text.push_str(&visible(text));
        let lines = wrap::lines(&self.text[from..], width, widths);
        self.lines.extend(lines.map(|line| Line {
            range: from + line.range.start..from + line.range.end,
            width: line.width,
            paint,
        }));
    }

    fn empty_line(&mut self) {
        self.lines.push(Line { range: 0..0, width: 0, paint: Paint::Plain });
    }

    fn height(&self) -> usize {
        self.lines.len()
    }

    /// Whether a line has anything in it.
    fn has(&self, index: usize) -> bool {
        self.lines.get(index).is_some_and(|line| !line.range.is_empty())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paint {
    Plain,
    Head,
    Voice,
    Quiet,
}

struct Page<'a> {
    out: &'a mut dyn Write,
    options: &'a Options,
    widths: Widths,
    codebook: &'a Codebook,
    comparison: &'a Comparison,
    /// The line that is being made.
    line: String,
}

pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    options: &Options,
) -> io::Result<()> {
    let _paint = Painting::by(options);
    let mut page = Page { out, options, widths: options.widths(), codebook, comparison, line: String::new() };
    page.header()?;
    if wording::raises_nothing(comparison) {
        return Ok(());
    }
    if options.only.is_none() {
        page.entries(&sections::opening(comparison, codebook))?;
    }
    if options.shows(Part::Omissions) {
        writeln!(page.out)?;
        page.glance()?;
        if let Some(line) = wording::no_rows(comparison, options) {
            writeln!(page.out)?;
            page.paragraph(line, 0, Paint::Plain)?;
        }
        for rows in wording::groups(comparison, options) {
            page.topics(&rows)?;
        }
        page.entries(&sections::mentions(comparison, codebook))?;
    }
    if options.shows(Part::Claims) {
        page.claims()?;
    }
    if options.shows(Part::Terms) {
        page.part(Part::Terms, &sections::terms(comparison, codebook))?;
    }
    if options.shows(Part::Wording) {
        page.part(Part::Wording, &sections::wordings(comparison, codebook))?;
    }
    if wording::shows_unmatched(comparison, options) {
        page.unmatched()?;
    }
    Ok(())
}

impl Page<'_> {
    fn header(&mut self) -> io::Result<()> {
        self.paragraph(&wording::title(self.comparison), 0, Paint::Head)?;
        for text in &self.comparison.texts {
            let head = format!("{}  {}", wording::label(&text.label), wording::source(text));
            self.paragraph(&head, 4, Paint::Plain)?;
            self.paragraph(&format!("    {}", wording::length(text)), 4, Paint::Quiet)?;
            if let Some(url) = wording::address(text) {
                self.paragraph(&format!("    {url}"), 4, Paint::Quiet)?;
            }
        }
        let notes = wording::notes(self.comparison, self.codebook);
        notes.iter().try_for_each(|note| self.paragraph(note, 0, Paint::Plain))
    }

    /// The table of topics: as much of each cell as the width has room for, stacked where it has none.
    fn glance(&mut self) -> io::Result<()> {
        let table = glance::table(self.comparison, self.codebook, self.options);
        let mut ranks = true;
        match table.lines(self.options.width, self.widths) {
            Some((detail, lines)) => {
                ranks = detail != glance::Detail::Act;
                for (index, line) in lines.iter().enumerate() {
                    self.line(line, if index == 0 { Paint::Head } else { Paint::Plain })?;
                }
            }
            None => {
                for row in &table.rows {
                    self.paragraph(&format!("{}: {}", row.topic, row.raised), 2, Paint::Plain)?;
                    for (label, cell) in table.sides.iter().zip(&row.cells) {
                        let cell = cell.show(glance::Detail::Rank);
                        self.paragraph(&format!("  {label} {}", cell.trim()), 4, Paint::Quiet)?;
                    }
                }
            }
        }
        if let Some(line) = wording::beside_only(self.comparison, self.codebook) {
            self.paragraph(&line, 2, Paint::Plain)?;
        }
        self.paragraph(&wording::legend(self.comparison, wording::EVIDENCE, ranks), 0, Paint::Quiet)
    }

    /// Topics that rest on the same statements.
    fn topics(&mut self, rows: &[&TopicRow]) -> io::Result<()> {
        let Some(row) = rows.first() else { return Ok(()) };
        self.rule(&wording::group(self.comparison, self.codebook, rows))?;
        let columns: Vec<&Text> = self.comparison.columns().collect();
        let count = columns.len().max(1);
        let bar = self.widths.str_width(BAR);
        let width = ((self.options.width + bar) / count).saturating_sub(bar);
        let mut shown = true;
        if row.raised == Raised::Beside {
            // No column has anything on it, which the title says.
            shown = false;
        } else if count > 1 && width >= NARROWEST {
            let cells: Vec<Cell> = columns.iter().map(|t| self.cell(t, row, width)).collect();
            let height = cells.iter().map(Cell::height).max().unwrap_or(0);
            for index in 0..height {
                for (at, cell) in cells.iter().enumerate() {
                    let (text, used, paint) = cell
                        .lines
                        .get(index)
                        .map_or(("", 0, Paint::Plain), |l| (&cell.text[l.range.clone()], l.width, l.paint));
                    // Only the last bar of a line has nothing to keep in its place.
                    let more = at + 2 < cells.len() || cells[at + 1..].iter().any(|c| c.has(index));
                    let last = at + 1 == cells.len();
                    self.put(0, text, if last { 0 } else { width.saturating_sub(used) }, paint);
                    if !last {
                        self.put(0, if more { BAR } else { BAR.trim_end() }, 0, Paint::Quiet);
                    }
                }
                self.end_line()?;
            }
        } else {
            for (at, text) in columns.iter().enumerate() {
                if at > 0 {
                    writeln!(self.out)?;
                }
                let cell = self.cell(text, row, self.options.reading_width());
                self.cell_alone(&cell)?;
            }
        }
        for text in self.comparison.beside() {
            if row.part(&text.label).is_some() {
                if std::mem::replace(&mut shown, true) {
                    writeln!(self.out)?;
                }
                let cell = self.cell(text, row, self.options.reading_width());
                self.cell_alone(&cell)?;
            }
        }
        Ok(())
    }

    /// What one text has on one topic, wrapped to `width` columns.
    fn cell(&self, text: &Text, row: &TopicRow, width: usize) -> Cell {
        let mut cell = Cell::default();
        let label = wording::label(&text.label);
        let Some(part) = row.part(&text.label) else {
            let note = format!("{label}  {}", wording::silence(text, &row.id));
            cell.wrapped(&note, width, self.widths, Paint::Quiet);
            return cell;
        };
        // The words, and about as much again of marked words and heads.
        cell.text.reserve(part.statements.iter().map(|s| text.coded.statements[*s].text.len() * 2 + 32).sum());
        cell.wrapped(&label, width, self.widths, Paint::Head);
        for (at, index) in part.statements.iter().enumerate() {
            if at > 0 {
                cell.empty_line();
            }
            self.statement(&mut cell, &text.coded.statements[*index], width);
        }
        cell
    }

    fn statement(&self, cell: &mut Cell, statement: &Statement, width: usize) {
        let voice = format!("[{}] {}", statement.index + 1, wording::voice(self.codebook, statement));
        cell.wrapped(&voice, width, self.widths, Paint::Voice);
        cell.wrapped(&wording::words(statement), width, self.widths, Paint::Plain);
        if let Some(line) = wording::attribution(statement) {
            cell.wrapped(&line, width, self.widths, Paint::Quiet);
        }
        if let Some(line) = words::marked(statement, self.codebook) {
            cell.wrapped(&line, width, self.widths, Paint::Quiet);
        }
    }

    /// A cell with nothing beside it.
    fn cell_alone(&mut self, cell: &Cell) -> io::Result<()> {
        for line in &cell.lines {
            self.line(&cell.text[line.range.clone()], line.paint)?;
        }
        Ok(())
    }

    fn claims(&mut self) -> io::Result<()> {
        self.rule(words::CLAIMS_TITLE)?;
        if self.comparison.claims.is_empty() {
            return self.paragraph(wording::no_claims(self.comparison), 0, Paint::Plain);
        }
        self.paragraph(words::CLAIMS, 0, Paint::Quiet)?;
        for (at, claim) in words::in_order(&self.comparison.claims).into_iter().enumerate() {
            writeln!(self.out)?;
            let Some(statement) =
                self.comparison.text(&claim.text).and_then(|t| t.coded.statements.get(claim.statement))
            else {
                continue;
            };
            let head = format!("Claim {} · {} — {}", at + 1, wording::claim(claim), wording::status(claim));
            self.paragraph(&head, 2, Paint::Voice)?;
            self.paragraph(&format!("  [{}] {}", statement.index + 1, wording::words(statement)), 2, Paint::Plain)?;
            if let Some(reasons) = words::reasons(self.comparison, claim, self.codebook) {
                self.paragraph(&format!("  {reasons}"), 4, Paint::Quiet)?;
            }
            for answer in &claim.counterparts {
                let text = self.comparison.text(&answer.side);
                if let Some(statement) = text.and_then(|t| t.coded.statements.get(answer.statement)) {
                    let label = wording::label(&answer.side);
                    let line = format!("  → {label} [{}] {}", statement.index + 1, wording::words(statement));
                    self.paragraph(&line, 4, Paint::Plain)?;
                }
            }
        }
        Ok(())
    }

    /// The sections of a part, or that there are none where it was asked for.
    fn part(&mut self, part: Part, sections: &[Section]) -> io::Result<()> {
        if let Some(line) = wording::none_of(part, self.options, sections.is_empty()) {
            writeln!(self.out)?;
            self.paragraph(line, 0, Paint::Plain)?;
        }
        self.entries(sections)
    }

    fn entries(&mut self, sections: &[Section]) -> io::Result<()> {
        for section in sections {
            self.rule(section.title)?;
            if let Some(note) = section.plain_note() {
                self.paragraph(&note, 0, Paint::Quiet)?;
            }
            for entry in &section.entries {
                self.paragraph(&entry.title, 2, Paint::Voice)?;
                for line in &entry.lines {
                    self.paragraph(&format!("  {}  {}", line.head, line.plain()), 6, Paint::Plain)?;
                }
            }
        }
        Ok(())
    }

    fn unmatched(&mut self) -> io::Result<()> {
        self.rule(wording::UNMATCHED)?;
        let mut any = false;
        for (text, statement) in self.comparison.unmatched() {
            any = true;
            let width = self.options.reading_width();
            let mut cell = Cell::default();
            cell.wrapped(&wording::label(&text.label), width, self.widths, Paint::Head);
            self.statement(&mut cell, statement, width);
            self.cell_alone(&cell)?;
        }
        if !any {
            self.paragraph("None.", 0, Paint::Plain)?;
        }
        Ok(())
    }

    fn rule(&mut self, title: &str) -> io::Result<()> {
        writeln!(self.out)?;
        let head = format!("── {title} ");
        let used = self.widths.str_width(&head);
        if used + 2 > self.options.width {
            return self.paragraph(&format!("── {title}"), 3, Paint::Head);
        }
        let dash = self.widths.str_width("─").max(1);
        let line = format!("{head}{}", "─".repeat((self.options.width - used) / dash));
        self.line(&line, Paint::Head)
    }

    /// A paragraph wrapped to the page, its later lines indented.
    fn paragraph(&mut self, text: &str, indent: usize, style: Paint) -> io::Result<()> {
        let text = visible(text);
        let indent = if self.options.width > indent * 4 { indent } else { 0 };
        let lead = text.len() - text.trim_start().len();
        let lead = if indent == 0 { 0 } else { lead };
        let body = &text[text.len() - text.trim_start().len()..];
        let room = self.options.reading_width() - indent.max(lead);
        for (at, line) in wrap::lines(body, room, self.widths).enumerate() {
            let margin = if at == 0 { lead } else { indent };
            let text = &body[line.range];
            self.put(margin, text, 0, style);
            self.end_line()?;
        }
        Ok(())
    }

    fn line(&mut self, text: &str, style: Paint) -> io::Result<()> {
        self.put(0, text, 0, style);
        self.end_line()
    }

    /// Puts a text, with spaces before and after it, on the line that is being made.
    fn put(&mut self, before: usize, text: &str, after: usize, style: Paint) {
        let from = self.line.len();
        push_spaces(&mut self.line, before);
        self.line.push_str(text);
        push_spaces(&mut self.line, after);
        if self.options.color && !text.trim().is_empty() {
            let painted = match style {
                Paint::Plain => return,
                Paint::Head => self.line[from..].bold(),
                Paint::Voice => self.line[from..].color(Color::Cyan),
                Paint::Quiet => self.line[from..].dimmed(),
            };
            self.line.replace_range(from.., &painted.to_string());
        }
    }

    /// Writes the line that was made.
    fn end_line(&mut self) -> io::Result<()> {
        self.line.push('\n');
        self.out.write_all(self.line.as_bytes())?;
        self.line.clear();
        Ok(())
    }
}
