//! `readout import`.

mod article;
mod meeting;
mod page;
mod source;

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use readout::codebook::Codebook;
use readout::config::Config;
use readout::import::Layouts;
use readout::readout::{Kind, Readout, Side, find_readouts, is_misdated};

use super::{Book, DONE};
use page::Known;

/// How to show what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The files themselves
    Text,
    /// One object with the files and what was found; with --meeting alone a list of them
    Json,
}

#[derive(Debug, Args)]
#[command(
    override_usage = "readout import [OPTIONS] <FILE | ADDRESS | ->\n       readout import [OPTIONS] --meeting <ID>"
)]
pub(super) struct Arguments {
    /// A saved page, an address, a Markdown file with front matter, a news article, or - for stdin; without it all that
    /// the catalogue knows of --meeting
    #[arg(value_name = "FILE | ADDRESS | -", required_unless_present = "meeting")]
    source: Option<String>,
    /// Id of the meeting, which names its folder [default: from the date and the place, if the page says both]
    #[arg(long, value_name = "ID")]
    meeting: Option<String>,
    /// Who publishes, for instance us [default: as the page's layout says]
    #[arg(long)]
    side: Option<String>,
    /// What sort of text: readout, background, remarks, fact-sheet [default: as title and layout say]
    #[arg(long)]
    kind: Option<String>,
    /// The address from which a saved page or a text came [default: as the page says]
    #[arg(long, value_name = "ADDRESS", requires = "source")]
    url: Option<String>,
    /// Folder of meetings [default: that of readout.toml, else readouts]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Layouts of pages in TOML, before those of the program
    #[arg(long, value_name = "FILE")]
    layouts: Option<PathBuf>,
    /// Write over files that are there
    #[arg(long)]
    force: bool,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    book: Book,
    #[command(flatten)]
    news: News,
    #[command(flatten)]
    network: Network,
}

/// What a news article needs.
#[derive(Debug, Args)]
#[command(next_help_heading = "News articles")]
struct News {
    /// The source is a news article: take its quotations, each with who said it
    #[arg(long, requires = "source", conflicts_with_all = ["side", "kind"])]
    article: bool,
    /// Which sorts of source become files; remarks are often of another occasion
    #[arg(
        long,
        value_delimiter = ',',
        value_name = "KIND,…",
        default_value = "readout,background",
        requires = "article"
    )]
    kinds: Vec<String>,
    /// Write positions without quotation marks too, as the journalist's words
    #[arg(long, requires = "article")]
    reported: bool,
    /// The newspaper, agency or broadcaster [default: as the article says]
    #[arg(long, value_name = "NAME", requires = "article")]
    outlet: Option<String>,
    /// The day on which the article appeared
    #[arg(long, value_name = "YYYY-MM-DD", requires = "article")]
    date: Option<String>,
}

/// How addresses are read.
#[derive(Debug, Args)]
#[command(next_help_heading = "Addresses")]
struct Network {
    /// Seconds for the whole of a page
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600))]
    time_limit: u64,
    /// Read from this machine and local networks too
    #[arg(long)]
    allow_private: bool,
}

/// By what texts are read, and when.
struct By<'c> {
    layouts: Layouts,
    /// The people of the sides.
    codebook: &'c Codebook,
    at: String,
}

impl Arguments {
    /// The folder of meetings that files are written to.
    fn folder(&self) -> &Path {
        self.out.as_deref().unwrap_or(Path::new("readouts"))
    }
}

/// Brings texts in.
pub(super) fn import(out: &mut dyn Write, mut arguments: Arguments, config: &Config) -> Result<u8> {
    arguments.out = arguments.out.or_else(|| config.readouts.as_ref().map(|s| s.value.clone()));
    let arguments = &arguments;
    let side = arguments
        .side
        .as_deref()
        .map(|s| Side::new(s).with_context(|| format!("--side: `{s}` is no side; use a short id such as us or cn")));
    let kind = arguments.kind.as_deref().map(|k| {
        k.parse::<Kind>()
            .map_err(|()| anyhow!("--kind: `{k}` is not known; use readout, background, remarks or fact-sheet"))
    });
    let meeting = arguments.meeting.as_deref().map(meeting_id).transpose()?;
    let known = Known { side: side.transpose()?, kind: kind.transpose()?, meeting, ..Known::default() };
    let layouts = match &arguments.layouts {
        Some(file) => Layouts::with_user(file)?,
        None => Layouts::load_default()?,
    };
    let by = By { layouts, codebook: arguments.book.load(config)?, at: source::now()? };
    let Some(name) = &arguments.source else {
        return meeting::import(out, &known, &by, arguments);
    };
    let source = source::source(name, arguments.url.as_deref(), &arguments.network)?;
    if arguments.news.article {
        article::import(out, &source, &known, &by, arguments, config)?;
    } else {
        page::import(out, &source, &known, &by, arguments)?;
    }
    Ok(DONE)
}

/// Tells what looks like a slip in a file that is to be written, and that the meeting has its text already by another name.
fn tell_of(readout: &Readout, by: &By<'_>) {
    super::tell_all(&readout.doubts_by(by.codebook));
    let alike = |other: &Readout| {
        let same = (&other.side, other.kind, other.language) == (&readout.side, readout.kind, readout.language);
        same && other.file != readout.file
    };
    let folder = readout.file.parent().unwrap_or(Path::new("."));
    // Whatever else stands in the folder is none of this command's business.
    let there = find_readouts(folder).unwrap_or_default();
    let there = there.iter().filter(|file| file.parent() == Some(folder));
    for other in there.filter_map(|file| Readout::load_within(folder, file).ok()).filter(alike) {
        super::tell(&format!(
            "{}: the meeting has a {} of `{}` in this language already, {}; keep one of the two",
            readout.file.display(),
            readout.kind.as_str(),
            readout.side,
            other.file.display()
        ));
    }
}

/// An id that names a folder below the folder of meetings, and no other.
fn meeting_id(id: &str) -> Result<String> {
    let good = !id.is_empty()
        && id.len() <= 200
        && !id.starts_with(['.', '-'])
        && id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !good {
        bail!("--meeting: `{id}` cannot name a folder; use letters, digits and hyphens, such as 2023-07-13-jakarta");
    }
    // 2031-13-45-lakeford: what looks like a day should be one, since the day of the meeting is read from it.
    if is_misdated(id) {
        bail!(
            "--meeting: `{id}` begins with no day of the calendar; write the day of the meeting, such as 2023-07-13-jakarta"
        );
    }
    Ok(id.to_owned())
}
