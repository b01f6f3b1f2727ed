//! Columns for a terminal or a plain text file. Text is wrapped by display width first and coloured after.

use std::io::{self, Write};

use colored::{Color, Colorize};

use super::sections::{self, Section};
use super::{Options, Painting, Part, glance, wording, words};
use crate::codebook::Codebook;
use crate::coding::Statement;
use crate::comparison::{Comparison, Raised, Text, TopicRow};
use crate::text::width::{Widths, visible};
use crate::text::wrap::wrap;

/// The narrowest column that still reads; below it the columns are stacked.
const NARROWEST: usize = 26;
const BAR: &str = " │ ";

/// A line of one column, with how it is painted.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    paint: Paint,
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
}

pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    options: &Options,
) -> io::Result<()> {
    let _paint = Painting::by(options);
    let mut page = Page { out, options, widths: options.widths(), codebook, comparison };
    page.header()?;
    if options.only.is_none() {
        page.entries(&sections::opening(comparison, codebook))?;
    }
    if options.shows(Part::Omissions) {
        writeln!(page.out)?;
        page.glance()?;
        for row in wording::rows(comparison, options) {
            page.topic(row)?;
        }
        page.entries(&sections::mentions(comparison, codebook))?;
    }
    if options.shows(Part::Claims) {
        page.claims()?;
    }
    if options.shows(Part::Terms) {
        page.entries(&sections::terms(comparison, codebook))?;
    }
    if options.shows(Part::Wording) {
        page.entries(&sections::wordings(comparison, codebook))?;
    }
    if options.only.is_none() {
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
            if let Some(url) = &text.readout().source_url {
                self.paragraph(&format!("    {url}"), 4, Paint::Quiet)?;
            }
        }
        let sides = self.comparison.columns().count();
        if sides == 1 {
            self.paragraph(wording::ONE_SIDE, 0, Paint::Plain)?;
        }
        if self.comparison.columns().any(Text::is_fragments) {
            self.paragraph(wording::FRAGMENTS, 0, Paint::Quiet)?;
        }
        Ok(())
    }

    /// The table of topics: as much of each cell as the width has room for, stacked where it has none.
    fn glance(&mut self) -> io::Result<()> {
        let table = glance::table(self.comparison, self.codebook);
        match table.lines(self.options.width, self.widths) {
            Some(lines) => {
                for (index, line) in lines.iter().enumerate() {
                    self.line(line, if index == 0 { Paint::Head } else { Paint::Plain })?;
                }
            }
            None => {
                for row in &table.rows {
                    self.paragraph(&format!("{}: {}", row.topic, row.raised), 2, Paint::Plain)?;
                    for (label, cell) in table.sides.iter().zip(&row.cells) {
                        let cell = cell.as_ref().map_or_else(|| "–".to_owned(), |c| c.show(glance::Detail::Rank));
                        self.paragraph(&format!("  {label} {}", cell.trim()), 4, Paint::Quiet)?;
                    }
                }
            }
        }
        if let Some(line) = wording::beside_only(self.comparison, self.codebook) {
            self.paragraph(&line, 2, Paint::Plain)?;
        }
        self.paragraph(&wording::legend(wording::EVIDENCE), 0, Paint::Quiet)
    }

    fn topic(&mut self, row: &TopicRow) -> io::Result<()> {
        let title = format!("{} · {}", wording::topic(self.codebook, &row.id), wording::raised(self.comparison, row));
        self.rule(&title)?;
        let columns: Vec<&Text> = self.comparison.columns().collect();
        let count = columns.len().max(1);
        let bar = self.widths.str_width(BAR);
        let width = ((self.options.width + bar) / count).saturating_sub(bar);
        let mut shown = true;
        if row.raised == Raised::Beside {
            // No column has anything on it, which the title says.
            shown = false;
        } else if count > 1 && width >= NARROWEST {
            let cells: Vec<Vec<Line>> = columns.iter().map(|t| self.cell(t, row, width)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for index in 0..height {
                for (at, cell) in cells.iter().enumerate() {
                    let line = cell.get(index);
                    let text = line.map_or("", |l| l.text.as_str());
                    // Only the last bar of a line has nothing to keep in its place.
                    let more = at + 2 < cells.len()
                        || cells[at + 1..].iter().any(|c| c.get(index).is_some_and(|l| !l.text.is_empty()));
                    let last = at + 1 == cells.len();
                    let padded = if last { text.to_owned() } else { self.widths.pad(text, width) };
                    write!(self.out, "{}", paint(&padded, line.map_or(Paint::Plain, |l| l.paint)))?;
                    if !last {
                        write!(self.out, "{}", paint(if more { BAR } else { BAR.trim_end() }, Paint::Quiet))?;
                    }
                }
                writeln!(self.out)?;
            }
        } else {
            for (at, text) in columns.iter().enumerate() {
                if at > 0 {
                    writeln!(self.out)?;
                }
                for line in self.cell(text, row, self.options.reading_width()) {
                    self.line(&line.text, line.paint)?;
                }
            }
        }
        for text in self.comparison.beside() {
            if row.part(&text.label).is_some() {
                if std::mem::replace(&mut shown, true) {
                    writeln!(self.out)?;
                }
                for line in self.cell(text, row, self.options.reading_width()) {
                    self.line(&line.text, line.paint)?;
                }
            }
        }
        Ok(())
    }

    /// What one text has on one topic, wrapped to `width` columns.
    fn cell(&self, text: &Text, row: &TopicRow, width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let label = wording::label(&text.label);
        let Some(part) = row.part(&text.label) else {
            let note = format!("{label}  {}", wording::silence(text));
            self.wrapped(&mut lines, &note, width, Paint::Quiet);
            return lines;
        };
        self.wrapped(&mut lines, &label, width, Paint::Head);
        for (at, index) in part.statements.iter().enumerate() {
            if at > 0 {
                lines.push(Line { text: String::new(), paint: Paint::Plain });
            }
            self.statement(&mut lines, &text.coded.statements[*index], width);
        }
        lines
    }

    fn statement(&self, lines: &mut Vec<Line>, statement: &Statement, width: usize) {
        let voice = format!("[{}] {}", statement.index + 1, wording::voice(self.codebook, statement));
        self.wrapped(lines, &voice, width, Paint::Voice);
        self.wrapped(lines, &wording::words(statement), width, Paint::Plain);
        if let Some(line) = wording::attribution(statement) {
            self.wrapped(lines, &line, width, Paint::Quiet);
        }
        if let Some(line) = words::marked(statement, self.codebook) {
            self.wrapped(lines, &line, width, Paint::Quiet);
        }
    }

    fn claims(&mut self) -> io::Result<()> {
        self.rule(words::CLAIMS_TITLE)?;
        if self.comparison.claims.is_empty() {
            return self.paragraph("None found.", 0, Paint::Plain);
        }
        self.paragraph(words::CLAIMS, 0, Paint::Quiet)?;
        for claim in &self.comparison.claims {
            writeln!(self.out)?;
            let Some(statement) =
                self.comparison.text(&claim.text).and_then(|t| t.coded.statements.get(claim.statement))
            else {
                continue;
            };
            let head = format!("{} — {}", wording::claim(claim), wording::status(claim));
            self.paragraph(&head, 2, Paint::Voice)?;
            self.paragraph(&format!("  [{}] {}", statement.index + 1, wording::words(statement)), 2, Paint::Plain)?;
            if let Some(reasons) = words::reasons(claim, self.codebook) {
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
        self.rule("Statements without a topic")?;
        let mut any = false;
        for (text, statement) in self.comparison.unmatched() {
            any = true;
            let mut lines = Vec::new();
            self.wrapped(&mut lines, &wording::label(&text.label), self.options.reading_width(), Paint::Head);
            self.statement(&mut lines, statement, self.options.reading_width());
            for line in lines {
                self.line(&line.text, line.paint)?;
            }
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
        for (at, range) in
            wrap(body, self.options.reading_width() - indent.max(lead), self.widths).into_iter().enumerate()
        {
            let margin = if at == 0 { lead } else { indent };
            self.line(&format!("{}{}", " ".repeat(margin), &body[range]), style)?;
        }
        Ok(())
    }

    fn wrapped(&self, lines: &mut Vec<Line>, text: &str, width: usize, style: Paint) {
        let text = visible(text);
        for range in wrap(&text, width, self.widths) {
            lines.push(Line { text: text[range].to_owned(), paint: style });
        }
    }

    fn line(&mut self, text: &str, style: Paint) -> io::Result<()> {
        writeln!(self.out, "{}", paint(text, style))
    }
}

fn paint(text: &str, style: Paint) -> String {
    if text.trim().is_empty() {
        return text.to_owned();
    }
    match style {
        Paint::Plain => text.to_owned(),
        Paint::Head => text.bold().to_string(),
        Paint::Voice => text.color(Color::Cyan).to_string(),
        Paint::Quiet => text.dimmed().to_string(),
    }
}
