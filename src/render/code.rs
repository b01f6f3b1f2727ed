//! Coded statements for reading and for spreadsheets.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::{Options, wording};
use crate::coding::Coded;
use crate::text::width::visible;
use crate::text::wrap::wrap;

/// What stands before the lines of a statement.
const INDENT: &str = "      ";

pub(super) fn text(out: &mut dyn Write, coded: &[Coded], options: &Options) -> io::Result<()> {
    let room = options.width.min(110).saturating_sub(INDENT.len()).max(1);
    let paragraph = |out: &mut dyn Write, text: &str| -> io::Result<()> {
        let text = visible(text);
        for range in wrap(&text, room, options.widths()) {
            writeln!(out, "{INDENT}{}", &text[range])?;
        }
        Ok(())
    };
    for (index, c) in coded.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", visible(&c.readout.file.to_string_lossy()))?;
        for field in c.readout.unknown.keys() {
            writeln!(out, "  note: field `{}` is not known here and is kept as it is", visible(field))?;
        }
        for s in &c.statements {
            let topics = if s.topics.is_empty() { "no topic".to_owned() } else { s.topics.join(", ") };
            writeln!(out, "\n{:>4}  {} · {} · {}", format!("[{}]", s.index + 1), s.speaker.as_str(), s.act, topics)?;
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
    }
    Ok(())
}

pub(super) fn csv(out: &mut dyn Write, coded: &[Coded]) -> io::Result<()> {
    let mut sheet = Sheet::new(
        out,
        &[
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
        ],
    )?;
    for c in coded {
        let r = &c.readout;
        for s in &c.statements {
            sheet.row([
                &&r.file.to_string_lossy(),
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
    }
    sheet.finish()
}
