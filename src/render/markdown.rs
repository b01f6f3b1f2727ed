//! A page for a code host: the accepted comparison of a meeting and its published form at once.

use std::io::{self, Write};

use super::glance::{self, Cell, Detail};
use super::sections::{self, Section};
use super::{Options, Part, wording, words};
use crate::codebook::Codebook;
use crate::coding::Statement;
use crate::comparison::{Comparison, Raised, Text, TopicRow};
use crate::text::width::visible;

pub(super) fn write(
    out: &mut dyn Write,
    comparison: &Comparison,
    codebook: &Codebook,
    options: &Options,
) -> io::Result<()> {
    writeln!(out, "# {}\n", escape(&wording::title(comparison)))?;
    for text in &comparison.texts {
        write!(
            out,
            "- **{}** {}; {}",
            escape(&wording::label(&text.label)),
            escape(&wording::source(text)),
            wording::length(text)
        )?;
        if let Some(url) = wording::address(text).and_then(link) {
            write!(out, " ([source]({url}))")?;
        }
        writeln!(out)?;
    }
    for note in wording::notes(comparison, codebook) {
        writeln!(out, "\n{}", escape(&note))?;
    }
    if wording::raises_nothing(comparison) {
        return Ok(());
    }
    if options.only.is_none() {
        entries(out, &sections::opening(comparison, codebook))?;
    }
    if options.shows(Part::Omissions) {
        glance(out, comparison, codebook, options)?;
        topics(out, comparison, codebook, options)?;
        entries(out, &sections::mentions(comparison, codebook))?;
    }
    if options.shows(Part::Claims) {
        claims(out, comparison, codebook)?;
    }
    if options.shows(Part::Terms) {
        part(out, Part::Terms, &sections::terms(comparison, codebook), options)?;
    }
    if options.shows(Part::Wording) {
        part(out, Part::Wording, &sections::wordings(comparison, codebook), options)?;
    }
    if !wording::shows_unmatched(comparison, options) {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", wording::UNMATCHED)?;
    let mut any = false;
    for (text, statement) in comparison.unmatched() {
        any = true;
        writeln!(out, "- {} {}", escape(&wording::label(&text.label)), cell(statement, codebook))?;
    }
    if !any {
        writeln!(out, "None.")?;
    }
    Ok(())
}

/// The sections of a part, or that there are none where it was asked for.
fn part(out: &mut dyn Write, part: Part, sections: &[Section], options: &Options) -> io::Result<()> {
    if let Some(line) = wording::none_of(part, options, sections.is_empty()) {
        writeln!(out, "\n{line}")?;
    }
    entries(out, sections)
}

/// The statements, topic by topic.
fn topics(out: &mut dyn Write, comparison: &Comparison, codebook: &Codebook, options: &Options) -> io::Result<()> {
    writeln!(out, "\n## Topic by topic")?;
    if let Some(line) = wording::no_rows(comparison, options) {
        writeln!(out, "\n{line}")?;
    }
    let columns: Vec<&Text> = comparison.columns().collect();
    for rows in wording::groups(comparison, options) {
        let Some(row) = rows.first() else { continue };
        writeln!(out, "\n### {}\n", escape(&wording::group(comparison, codebook, &rows)))?;
        if row.raised == Raised::Beside {
            beside(out, comparison, row, codebook)?;
            continue;
        }
        let heads: Vec<String> = columns.iter().map(|t| escape(&wording::label(&t.label))).collect();
        writeln!(out, "| {} |", heads.join(" | "))?;
        writeln!(out, "|{}", " --- |".repeat(columns.len()))?;
        let cells: Vec<String> = columns
            .iter()
            .map(|text| {
                row.part(&text.label).map_or_else(
                    || format!("*{}*", wording::silence(text, &row.id)),
                    |p| {
                        let all: Vec<String> =
                            p.statements.iter().map(|i| cell(&text.coded.statements[*i], codebook)).collect();
                        all.join("<br><br>")
                    },
                )
            })
            .collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if comparison.beside().any(|t| row.part(&t.label).is_some()) {
            writeln!(out)?;
        }
        beside(out, comparison, row, codebook)?;
    }
    Ok(())
}

/// What the texts below the columns have on one topic.
fn beside(out: &mut dyn Write, comparison: &Comparison, row: &TopicRow, codebook: &Codebook) -> io::Result<()> {
    let mut first = true;
    for text in comparison.beside() {
        let Some(part) = row.part(&text.label) else { continue };
        if !std::mem::take(&mut first) {
            writeln!(out)?;
        }
        writeln!(out, "**{}**\n", escape(&wording::label(&text.label)))?;
        for index in &part.statements {
            writeln!(out, "- {}", cell(&text.coded.statements[*index], codebook))?;
        }
    }
    Ok(())
}

fn glance(out: &mut dyn Write, comparison: &Comparison, codebook: &Codebook, options: &Options) -> io::Result<()> {
    writeln!(out, "\n## At a glance\n")?;
    let columns: Vec<&Text> = comparison.columns().collect();
    write!(out, "| Topic |")?;
    for text in &columns {
        write!(out, " {} |", escape(&wording::label(&text.label)))?;
    }
    writeln!(out, " Raised by |\n| --- |{} --- |", " --- |".repeat(columns.len()))?;
    for row in glance::table(comparison, codebook, options).rows {
        write!(out, "| {} |", escape(&row.topic))?;
        for cell in &row.cells {
            match cell {
                Cell::Has { percent, rank, act, .. } => {
                    write!(out, " {} · {rank} · {} |", escape(percent.trim_start()), escape(act))?;
                }
                Cell::Nothing => write!(out, " – |")?,
                cell => write!(out, " *{}* |", escape(&cell.show(Detail::Rank)))?,
            }
        }
        writeln!(out, " {} |", escape(&row.raised))?;
    }
    if let Some(line) = wording::beside_only(comparison, codebook) {
        writeln!(out, "\n{}", escape(&line))?;
    }
    writeln!(out, "\n{}", wording::legend(comparison, wording::EVIDENCE, true))
}

fn claims(out: &mut dyn Write, comparison: &Comparison, codebook: &Codebook) -> io::Result<()> {
    writeln!(out, "\n## {}\n", words::CLAIMS_TITLE)?;
    if comparison.claims.is_empty() {
        return writeln!(out, "{}", wording::no_claims(comparison));
    }
    writeln!(out, "{}\n", words::CLAIMS)?;
    for (at, claim) in words::in_order(&comparison.claims).into_iter().enumerate() {
        let statement = |text: &str, index: usize| {
            comparison.text(text).and_then(|t| t.coded.statements.get(index)).map(wording::words).unwrap_or_default()
        };
        let said = escape(&statement(&claim.text, claim.statement));
        let (head, status) = (wording::claim(claim), wording::status(claim));
        writeln!(out, "- Claim {} · {} — **{status}**: `{}` {said}", at + 1, escape(&head), claim.statement + 1)?;
        if let Some(reasons) = words::reasons(comparison, claim, codebook) {
            writeln!(out, "  - *{}*", escape(&reasons))?;
        }
        for answer in &claim.counterparts {
            let words = escape(&statement(&answer.side, answer.statement));
            writeln!(out, "  - {} `{}` {words}", escape(&wording::label(&answer.side)), answer.statement + 1)?;
        }
    }
    Ok(())
}

fn entries(out: &mut dyn Write, sections: &[Section]) -> io::Result<()> {
    for section in sections {
        writeln!(out, "\n## {}\n", section.title)?;
        if let Some(note) = section.plain_note() {
            writeln!(out, "{}\n", escape(&note))?;
        }
        for entry in &section.entries {
            writeln!(out, "- **{}**", escape(&entry.title))?;
            for line in &entry.lines {
                writeln!(out, "  - {}: {}", escape(&line.head), escape(&line.plain()))?;
            }
        }
    }
    Ok(())
}

/// A statement on one line: its number, who does what, the words, and who is quoted.
fn cell(statement: &Statement, codebook: &Codebook) -> String {
    let mut line = format!(
        "`{}` **{}** {}",
        statement.index + 1,
        escape(&wording::voice(codebook, statement)),
        escape(&wording::words(statement))
    );
    if let Some(attribution) = wording::attribution(statement) {
        line.push_str(&format!(" *{}*", escape(&attribution)));
    }
    if let Some(terms) = words::marked(statement, codebook) {
        line.push_str(&format!(" *({})*", escape(&terms)));
    }
    line
}

/// Text that can be no markup: the signs of Markdown and HTML stand as themselves.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' | '~' | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address that may be a link: http or https, with nothing that ends the link early; brackets are written as URLs may.
fn link(url: &str) -> Option<String> {
    let good = (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"`|\\".contains(c));
    good.then(|| url.replace('(', "%28").replace(')', "%29"))
}
