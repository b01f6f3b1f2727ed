//! Coded statements for reading and for spreadsheets.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::{Options, wording};
use crate::coding::Coded;
use crate::text::width::visible;
use crate::text::wrap::wrap;

/// How far the lines of a statement stand in, where there is room.
const INDENT: usize = 6;

pub(super) fn text(out: &mut dyn Write, c: &Coded, options: &Options) -> io::Result<()> {
    let width = options.reading_width();
    let lines = |out: &mut dyn Write, indent: usize, text: &str| -> io::Result<()> {
        let text = visible(text);
        let indent = " ".repeat(indent.min(width / 4));
        for range in wrap(&text, (width - indent.len()).max(1), options.widths()) {
            writeln!(out, "{indent}{}", &text[range])?;
        }
        Ok(())
    };
    let paragraph = |out: &mut dyn Write, text: &str| lines(out, INDENT, text);
    lines(out, 0, &c.readout.file.to_string_lossy())?;
    for field in c.readout.unknown.keys() {
        lines(out, 2, &format!("note: field `{field}` is not known here and is kept as it is"))?;
    }
    for s in &c.statements {
        let topics = if s.topics.is_empty() { "no topic".to_owned() } else { s.topics.join(", ") };
        let number = format!("[{}]", s.index + 1);
        let head = format!("{number}  {} · {} · {topics}", s.speaker.as_str(), s.act);
        writeln!(out)?;
        lines(out, 4_usize.saturating_sub(number.len()), &head)?;
        paragraph(out, &wording::words(s))?;
        if let Some(who) = wording::attribution(s) {
            paragraph(out, &who)?;
        }
        for e in &s.evidence {
            let words = || format!("“{}” ({})", visible(e.span.slice(&c.readout.body)), e.rule);
            let why = wording::basis(e.basis).map_or_else(words, str::to_owned);
            paragraph(out, &format!("{}: {why}", e.code))?;
        }
    }
    Ok(())
}

const HEAD: [&str; 14] = [
    "file",
    "side",
    "language",
    "kind",
    "meeting",
    "date",
    "index",
    "paragraph",
    "start",
    "end",
    "speaker",
    "act",
    "topics",
    "text",
];

pub(super) fn csv_head(out: &mut dyn Write) -> io::Result<()> {
    Sheet::new(out, &HEAD)?.finish()
}

/// The statements of one text, a row each.
pub(super) fn csv(out: &mut dyn Write, c: &Coded) -> io::Result<()> {
    let mut sheet = Sheet::headless(out);
    let r = &c.readout;
    for s in &c.statements {
        sheet.row([
            &r.file.to_string_lossy(),
            r.side.as_str(),
            &r.language.to_string(),
            r.kind.as_str(),
            r.meeting.as_deref().unwrap_or(""),
            r.date.as_deref().unwrap_or(""),
            &s.index.to_string(),
            &s.paragraph.to_string(),
            &s.span.start.to_string(),
            &s.span.end.to_string(),
            s.speaker.as_str(),
            s.act.as_str(),
            &s.topics.join(" "),
            &s.text,
        ])?;
    }
    sheet.finish()
}
