//! Coded statements for reading and for spreadsheets.

use std::io::{self, Write};

use super::sheet::Sheet;
use super::{Options, wording};
use crate::coding::Coded;
use crate::readout::Readout;
use crate::text::width::{Widths, push_spaces, visible};
use crate::text::wrap;

/// How far the lines of a statement stand in, where there is room.
const INDENT: usize = 6;

pub(super) fn text(out: &mut dyn Write, c: &Coded, options: &Options) -> io::Result<()> {
    let mut page = Page { text: String::new(), width: options.reading_width(), widths: options.widths() };
    page.lines(0, &c.readout.file.to_string_lossy());
    page.lines(2, &front(&c.readout));
    for field in c.readout.unknown.keys() {
        page.lines(2, &format!("note: field `{field}` is not known here and is kept as it is"));
    }
    for s in &c.statements {
        let topics = if s.topics.is_empty() { "no topic".to_owned() } else { s.topics.join(", ") };
        let number = format!("[{}]", s.index + 1);
        let head = [&number, "  ", s.speaker.as_str(), " · ", s.act.as_str(), " · ", &topics].concat();
        page.text.push('\n');
        page.lines(4_usize.saturating_sub(number.len()), &head);
        page.lines(INDENT, &wording::words(s));
        if let Some(who) = wording::attribution(s) {
            page.lines(INDENT, &who);
        }
        for e in &s.evidence {
            let words = e.span.slice(&c.readout.body);
            let line = match wording::basis(e.basis) {
                Some(why) => [&e.code, ": ", why].concat(),
                None => [&e.code, ": “", words, "” (", &e.rule, ")"].concat(),
            };
            page.lines(INDENT, &line);
        }
    }
    out.write_all(page.text.as_bytes())
}

/// What the front matter says, or what was found where it says nothing: all on which the codes hang.
fn front(readout: &Readout) -> String {
    let mut told = vec![readout.side.to_string(), readout.kind.as_str().to_owned(), readout.language.to_string()];
    told.extend([&readout.meeting, &readout.date, &readout.publisher].into_iter().flatten().cloned());
    told.extend(readout.principals.iter().map(|(side, names)| format!("{side}: {}", names.join(", "))));
    told.join(" · ")
}

/// What is written of one text.
struct Page {
    text: String,
    width: usize,
    widths: Widths,
}

impl Page {
    /// Adds a text in lines that stand in as far as there is room.
    fn lines(&mut self, indent: usize, text: &str) {
        let text = visible(text);
        let indent = indent.min(self.width / 4);
        for line in wrap::lines(&text, (self.width - indent).max(1), self.widths) {
            push_spaces(&mut self.text, indent);
            self.text.push_str(&text[line.range]);
            self.text.push('\n');
        }
    }
}

const HEAD: [&str; 18] = [
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
    "topic_acts",
    "carried",
    "denied",
    "length",
];

pub(super) fn csv_head(out: &mut dyn Write) -> io::Result<()> {
    Sheet::new(out, &HEAD)?.finish()
}

/// The statements of one text, a row each.
pub(super) fn csv(out: &mut dyn Write, c: &Coded) -> io::Result<()> {
    let mut sheet = Sheet::headless(out);
    let r = &c.readout;
    for s in &c.statements {
        // The topics that no words of the statement name.
        let carried = s.topics.iter().filter(|topic| s.carries(topic)).map(String::as_str);
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
            &s.acts.iter().map(|act| act.as_str()).collect::<Vec<_>>().join(" "),
            &carried.collect::<Vec<_>>().join(" "),
            &s.denied.to_string(),
            &s.length.to_string(),
        ])?;
    }
    sheet.finish()
}
