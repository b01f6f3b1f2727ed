//! `readout check`.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Args, ValueEnum};

use super::settings::{self, Book, Settings};
use super::{DONE, FAILED, FOUND};
use readout::comparison;
use readout::readout::Side;
use readout::snapshot;
use readout::text::width::visible;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Folder of meetings [default: that of readout.toml, else readouts]
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// Accept what is computed now
    #[arg(long)]
    update: bool,
    /// Exit with 1 where anything looks like a slip too: a misspelt field, a text that says it is of another meeting
    #[arg(long)]
    strict: bool,
    /// Mark the words that changed, [-gone-]{+new+}, in place of a diff of lines
    #[arg(long)]
    word_diff: bool,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    book: Book,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// What has changed, and a line that sums up
    Text,
    /// The contract `readout.check/1`: every meeting with how it stands
    Json,
}

/// Holds every meeting against its accepted comparison. The settings are those above the folder that is checked, and not
/// those of the working folder, and the last line names them: what is accepted must not hang on where a job was started.
pub(super) fn check(out: &mut dyn Write, arguments: &Arguments, settings: &Settings) -> Result<u8> {
    let Arguments { folder, update, strict, word_diff, format, book } = arguments;
    let folder = match folder {
        Some(folder) => folder.to_owned(),
        None => settings::meetings(&settings.load(Path::new("."))?)?,
    };
    let config = settings.load(&folder)?;
    let codebook = book.load(&config)?;
    let sides = config.sides();
    let form = if *word_diff { snapshot::Form::Words } else { snapshot::Form::Lines };
    let order = comparison::Order::Sides(sides.clone());
    let report = snapshot::check(&folder, codebook, &order, *update, form)?.with_flags(flags(settings, book));
    report.broken().for_each(|(_, why)| super::tell(why));
    super::tell_all(report.doubts());
    let set = config.codebook.as_ref().filter(|_| book.codebook.is_empty());
    let sides: Vec<String> = sides.iter().map(Side::to_string).collect();
    let name = |file: &PathBuf| file.display().to_string();
    let names = |files: &[PathBuf]| files.iter().map(name).collect::<Vec<_>>();
    if *format == Format::Json {
        let files = names(set.map_or(&book.codebook, |set| &set.value));
        let check = report.for_programs(name(&folder), config.file.as_ref().map(name), files, sides);
        readout::contract::write(out, &check)?;
    } else if report.broken().count() < report.meetings().len() {
        write!(out, "{report}")?;
        let mut by = Vec::new();
        if !book.codebook.is_empty() {
            by.push(("--codebook".to_owned(), names(&book.codebook).join(", ")));
        }
        if let Some(file) = &config.file {
            let mut held = Vec::new();
            if let Some(set) = set.filter(|set| !set.value.is_empty()) {
                held.push(format!("codebook {}", names(&set.value).join(", ")));
            }
            if !sides.is_empty() {
                held.push(format!("sides {}", sides.join(", ")));
            }
            if !held.is_empty() {
                by.push((name(file), held.join("; ")));
            }
        }
        for (from, what) in by {
            writeln!(out, "by {}: {}", visible(&from), visible(&what))?;
        }
    }
    let clean = report.is_clean() && (!*strict || report.doubts().is_empty());
    Ok(match (report.broken().next(), clean) {
        (Some(_), _) => FAILED,
        (None, true) => DONE,
        (None, false) => FOUND,
    })
}

/// The flags by which something else would be accepted than without them.
fn flags(settings: &Settings, book: &Book) -> Vec<String> {
    let codebooks = book.codebook.iter().flat_map(|file| ["--codebook".to_owned(), file.display().to_string()]);
    settings.flags().into_iter().chain(codebooks).collect()
}
