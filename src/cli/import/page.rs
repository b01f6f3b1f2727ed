//! `readout import` of a page: one page becomes one readout.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use readout::contract;
use readout::import::{self, Imported, Source, file};
use readout::readout::{Kind, Readout, Side, are_far_apart, day_of};
use readout::text::width::{visible, visible_lines};

use super::super::tell;
use super::{Arguments, By, Format};

/// What is known of a page besides what it says.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub side: Option<Side>,
    pub kind: Option<Kind>,
    pub meeting: Option<String>,
    pub place: Option<String>,
    /// Files of this run, over which none of its other texts is written.
    pub written: Vec<PathBuf>,
}

/// Makes a readout of a page, and gives its file. What the user must know of the page is told on stderr.
pub(super) fn import(
    out: &mut dyn Write,
    source: &Source,
    known: &Known,
    by: &By<'_>,
    arguments: &Arguments,
) -> Result<PathBuf> {
    let (side, kind, given) = (known.side.clone(), known.kind, known.meeting.clone());
    let mut imported = import::page(source, &by.layouts, by.codebook)?;
    imported.place = imported.place.or_else(|| known.place.clone());
    let name = &source.name;
    let news = imported.layout == import::TEXT && quotes_several(&imported.body, by);
    if news {
        imported.warnings.push(format!("it quotes people of several sides, as news does; {NEWS}"));
    }
    imported.kind = kind.unwrap_or(imported.kind);
    if let (Some(asked), Some(said)) = (&side, &imported.side)
        && imported.verbatim.is_some()
    {
        hold(name, "side", said.as_str(), asked.as_str())?;
    }
    if let (Some(asked), Some(said)) = (&given, &imported.meeting)
        && imported.verbatim.is_some()
    {
        hold(name, "meeting", said, asked)?;
    }
    if let Some(url) = arguments.url.as_deref()
        && imported.verbatim.is_some()
        && imported.source_url.as_deref() != Some(url)
    {
        bail!("{name}: its front matter stays as it is, so --url changes nothing; write `source_url: {url}` there");
    }
    // What the user says holds; that the page says something else may be the sign of a slip.
    if let (Some(asked), Some(said)) = (&side, &imported.side)
        && asked != said
    {
        imported.warnings.push(format!("its layout is that of pages of `{said}`, and --side says {asked}; {LOOK}"));
    }
    let side = side.or_else(|| imported.side.clone());
    let side = side.with_context(|| {
        let or = if news { format!("; it quotes people of several sides: {NEWS}") } else { String::new() };
        format!("{name}: whose text this is cannot be told; add --side us or --side cn{or}")
    })?;
    imported.side = Some(side.clone());
    let meeting = match given {
        Some(id) => {
            dated(&mut imported, &id);
            id
        }
        None => meeting_of(&mut imported).with_context(|| {
            format!("{name}: the page does not say plainly where and when; add --meeting YYYY-MM-DD-place")
        })?,
    };
    if imported.date.is_none() && imported.verbatim.is_none() {
        imported.warnings.push("no date found on the page; add `date:` to the front matter".to_owned());
    }
    let path = arguments.folder().join(&meeting).join(file::name(&side, imported.kind, imported.language));
    if known.written.contains(&path) {
        bail!(
            "{name}: another text of this meeting has just become {}; import this one alone with another --kind or --out",
            path.display()
        );
    }
    let text = file::render(&imported, Some(&meeting), &side, imported.language, &by.at);
    let reread = Readout::parse(&path, &text)?;
    hold(name, "kind", reread.kind.as_str(), imported.kind.as_str())?;
    if reread.body.trim() != imported.body || imported.verbatim.is_none() && !reread.unknown.is_empty() {
        bail!(
            "{name}: its text is not the same when it is read again, which is a fault of this program; please report it"
        );
    }
    for warning in &imported.warnings {
        tell(&format!("{name}: {warning}"));
    }
    super::tell_of(&reread, by);
    if !arguments.dry_run {
        file::write(&path, &text, arguments.force)?;
    }
    match (arguments.format, arguments.dry_run) {
        // A pipe gets the file as it would be, a terminal nothing that it obeys.
        (Format::Text, true) if std::io::stdout().is_terminal() => write!(out, "{}", visible_lines(&text))?,
        (Format::Text, true) => write!(out, "{text}")?,
        (Format::Text, false) => writeln!(out, "wrote {}", visible(&path.to_string_lossy()))?,
        (Format::Json, _) => {
            contract::write(out, &contract::import::Page::new(&imported, &meeting, &path, &text))?;
        }
    }
    Ok(path)
}

/// What to do with news.
const NEWS: &str = "with --article its quotations become readouts of each side";
/// A text with fewer quotations is not taken for news.
const QUOTATIONS: usize = 3;

/// Whether a text gives many quotations, of people of more than one side.
fn quotes_several(text: &str, by: &By<'_>) -> bool {
    let quotes = import::article::read(text, by.codebook).quotes;
    let sides: BTreeSet<&str> = quotes.iter().map(|quote| quote.side.as_str()).collect();
    quotes.len() >= QUOTATIONS && sides.len() > 1
}

/// Refuses a text whose front matter says of a field what the flag of that name does not.
fn hold(name: &str, field: &str, said: &str, asked: &str) -> Result<()> {
    if said != asked {
        bail!(
            "{name}: its front matter says `{field}: {said}`, and --{field} says {asked}; change the one or the other"
        );
    }
    Ok(())
}

/// What to do where the page and the command do not say the same.
const LOOK: &str = "look whether it is the right one";

/// Makes the day in a meeting's id the date of a text that was published later, or does not say when.
fn dated(imported: &mut Imported, meeting: &str) {
    if imported.date.is_none() && imported.verbatim.is_none() {
        imported.date = day_of(meeting).map(str::to_owned);
    }
    let (Some(day), Some(date), None) = (day_of(meeting), &imported.date, &imported.verbatim) else { return };
    // Of one before the meeting the date stays, and is told with what else is odd of the file.
    if date.as_str() > day {
        if are_far_apart(date, day) {
            imported.warnings.push(format!("the page is of {date}, and the meeting of {day}; {LOOK}"));
        }
        imported.published = imported.published.take().or_else(|| imported.date.take());
        imported.date = Some(day.to_owned());
    }
}

/// The meeting that the front matter names, or that date and place make. The date is that of publication, which the user
/// must know.
fn meeting_of(imported: &mut Imported) -> Option<String> {
    if let Some(id) = imported.meeting.as_deref().and_then(|id| super::meeting_id(id).ok()) {
        return Some(id);
    }
    let place = imported.place.as_deref().and_then(import::slug)?;
    let id = super::meeting_id(&format!("{}-{place}", imported.date.as_deref()?)).ok()?;
    imported
        .warnings
        .push(format!("the meeting is taken to be {id}, by the day of publication; --meeting names another"));
    Some(id)
}
