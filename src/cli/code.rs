//! `readout code`: texts, or trees of them, are read on all cores and written one after another as they are done.

use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::settings::{Book, options};
use super::{load, many, tell};
use readout::config::{Color, Config};
use readout::readout::{Doubt, Found, LoadError, MAX_BYTES, Readout, is_other_markdown};
use readout::render::{self, CodeFormat};
use readout::text::sentences::SegmentOptions;
use readout::text::width::visible_lines;
use readout::{coding, files, ordered};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Readout files, and folders in which every readout is taken
    #[arg(required = true, value_name = "FILE | DIR")]
    files: Vec<PathBuf>,
    /// How to show it [default: that of readout.toml, else text]
    #[arg(long, value_enum)]
    format: Option<CodeFormat>,
    /// Columns of the text format [default: COLUMNS, else that of readout.toml, else the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    width: Option<u16>,
    /// Let a semicolon end a statement, as Chinese texts string whole statements with ；
    #[arg(long)]
    split_semicolons: bool,
    /// Name to show in place of the file's, where there is one; for `git diff` by textconv, whose files have another name
    /// every time. In the text format Markdown that is no readout is then shown as it is, and so is a text with an unfinished merge
    #[arg(long, value_name = "NAME")]
    label: Option<PathBuf>,
    /// How many texts are read at once [default: as many as the machine has cores]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    book: Book,
}

/// Writes the coded statements of every text. A text that cannot be read is named, and the others are written.
pub(super) fn code(arguments: &Arguments, config: &Config) -> Result<u8> {
    let format = arguments.format.or(config.code.as_ref().map(|s| s.value)).unwrap_or(CodeFormat::Text);
    let options = options(arguments.width, Some(Color::Never), false, config);
    let segments = SegmentOptions { split_semicolons: arguments.split_semicolons };
    let codebook = arguments.book.load(config)?;
    let files = texts(&arguments.files)?;
    if arguments.label.is_some() && files.len() > 1 {
        bail!("--label: {} texts would have the same name; give one file", files.len());
    }
    let jobs = arguments.jobs.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    // Without a text there is no head either.
    let mut none = true;
    let mut failed = false;
    let mut stdout = io::stdout().lock();
    let progress = progress(files.len());
    let one = |(file, below): &(PathBuf, Option<&Path>)| -> Result<(Vec<Doubt>, Vec<u8>)> {
        let for_git = arguments.label.is_some() && format == CodeFormat::Text && below.is_none();
        if for_git && is_other_markdown(file) {
            return Ok((Vec::new(), as_it_is(file)?));
        }
        let loaded = match below {
            Some(folder) => Readout::load_within(folder, file).map_err(Into::into),
            None => load(file),
        };
        let mut readout = match loaded {
            Err(error) if for_git && is_unmerged(&error) => return Ok((Vec::new(), as_it_is(file)?)),
            loaded => loaded?,
        };
        let doubts = readout.doubts_by(codebook);
        // For reading the text shows what its front matter says.
        if format != CodeFormat::Text {
            readout.meeting = readout.meeting_of(below.is_some());
        }
        readout.file = arguments.label.clone().unwrap_or(readout.file);
        let coded = coding::code_with(readout, codebook, &segments)?;
        let mut text = Vec::new();
        render::coded_text(&mut text, &coded, format, &options)?;
        Ok((doubts, text))
    };
    let written = ordered::map(&files, jobs, one, |coded| {
        progress.inc(1);
        let tell = |text: &str| progress.suspend(|| tell(text));
        let Some((doubts, text)) = many::made(coded, &mut failed, tell)? else { return Ok(()) };
        doubts.iter().for_each(|doubt| tell(&doubt.to_string()));
        if none {
            render::coded_head(&mut stdout, format)?;
        }
        render::coded_between(&mut stdout, none, format)?;
        none = false;
        Ok(stdout.write_all(&text)?)
    });
    let tail = |()| if none { Ok(()) } else { Ok(render::coded_tail(&mut stdout, false, format)?) };
    let written = written.and_then(tail).and_then(|()| Ok(stdout.flush()?));
    progress.finish_and_clear();
    many::ended(written, failed)
}

/// Whether a text cannot be read for the marks of a merge in it.
fn is_unmerged(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(LoadError::Unmerged { .. }))
}

/// The bytes of a file, with nothing in them that a terminal obeys where one is written to.
fn as_it_is(file: &Path) -> Result<Vec<u8>> {
    let bytes = files::read(file, MAX_BYTES).map_err(|source| LoadError::Io { file: file.to_owned(), source })?;
    if !io::stdout().is_terminal() {
        return Ok(bytes);
    }
    Ok(visible_lines(&String::from_utf8_lossy(&bytes)).into_bytes())
}

/// The files named, and those in the folders named, with the folder. Links that are not followed are told.
fn texts(named: &[PathBuf]) -> Result<Vec<(PathBuf, Option<&Path>)>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push((path.clone(), None));
            continue;
        }
        let Found { paths, doubts } = Found::readouts(path)?;
        super::tell_all(&doubts);
        if paths.is_empty() {
            return Err(no_text(path));
        }
        files.extend(paths.into_iter().map(|file| (file, Some(path.as_path()))));
    }
    Ok(files)
}

fn no_text(folder: &Path) -> anyhow::Error {
    anyhow!(
        "{}: no readout in it or below; readouts are named SIDE.md or SIDE.QUALIFIER.md, or begin with front matter that has `side:`",
        folder.display()
    )
}

/// How far the work is, on a terminal that shows nothing else, and not before it takes long.
fn progress(texts: usize) -> ProgressBar {
    if texts < 2 || io::stdout().is_terminal() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(texts as u64), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("coded {human_pos} of {human_len} texts, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(500));
    bar
}
