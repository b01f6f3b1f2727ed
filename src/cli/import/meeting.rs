//! `readout import --meeting ID`: every text of a meeting whose address the catalogue knows.

use std::io::Write;

use anyhow::{Result, bail};

use readout::import::catalogue::Catalogue;

use super::super::{DONE, FAILED, message, tell};
use super::page::Known;
use super::{Arguments, By, Format, page, source};

/// Brings in what the catalogue knows, and says what it lacks. What can be read is written even where another address
/// cannot.
pub(super) fn import(out: &mut dyn Write, known: &Known, by: &By<'_>, arguments: &Arguments) -> Result<u8> {
    let catalogue = Catalogue::load_for(arguments.folder())?;
    let id = known.meeting.as_deref().unwrap_or_default();
    let entry = catalogue.entry(id)?;
    if let Some(note) = &entry.note {
        tell(&format!("{id}: {note}"));
    }
    let asked = |side: &str| known.side.as_ref().is_none_or(|s| s.as_str() == side);
    let texts: Vec<_> = entry.texts.iter().filter(|t| asked(t.side.as_str())).collect();
    let mut failed = 0;
    let mut written = Vec::new();
    // For programs all texts are one list.
    let mut list: Vec<Vec<u8>> = Vec::new();
    for text in &texts {
        let of_text = Known {
            side: Some(text.side.clone()),
            kind: known.kind.or(Some(text.source.kind())),
            meeting: Some(entry.id.clone()),
            place: Some(entry.place.clone()),
            written: written.clone(),
        };
        let mut told = Vec::new();
        let read = source::fetch(&text.url, &arguments.network)
            .and_then(|source| page::import(&mut told, &source, &of_text, by, arguments));
        match read {
            Ok(path) => {
                written.push(path);
                match arguments.format {
                    Format::Json => list.push(told),
                    Format::Text => out.write_all(&told)?,
                }
            }
            Err(e) => {
                tell(&message(&e));
                failed += 1;
            }
        }
    }
    if arguments.format == Format::Json {
        let list: Vec<&[u8]> = list.iter().map(|one| one.trim_ascii()).collect();
        out.write_all(b"[")?;
        out.write_all(&list.join(&b",\n"[..]))?;
        out.write_all(b"]\n")?;
    }
    let lacking: Vec<&str> = ["us", "cn"]
        .into_iter()
        .filter(|side| asked(side) && entry.texts.iter().all(|t| t.side.as_str() != *side))
        .collect();
    if !lacking.is_empty() {
        let sides = lacking.join(" and of ");
        tell(&format!("{id}: the catalogue knows no address of a text of {sides}; save the page and import the file"));
    }
    if failed > 0 {
        // Not an error that ends the program: what was written is still to be told.
        tell(&format!("{id}: {failed} of {} addresses gave no file, as said above", texts.len()));
        return Ok(FAILED);
    }
    if texts.is_empty() {
        bail!("{id}: nothing to read; give a file or an address");
    }
    Ok(DONE)
}
