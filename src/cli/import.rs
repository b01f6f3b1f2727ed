//! `readout import`.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use readout::import::{self, Imported, Layouts, Source, address, file};
use readout::readout::{Kind, LoadError, Readout, Side};

use super::DONE;

/// How `--dry-run` shows what would be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The file itself
    Text,
    /// One object with the file and what was found on the page
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// A saved page, a Markdown file with front matter, or - for stdin
    #[arg(value_name = "FILE | -")]
    source: String,
    /// Id of the meeting, which names its folder [default: from the date and the place, if the page says both]
    #[arg(long, value_name = "ID")]
    meeting: Option<String>,
    /// Who publishes, for instance us [default: as the page's layout says]
    #[arg(long)]
    side: Option<String>,
    /// What sort of text: readout, background, remarks, fact-sheet [default: as title and layout say]
    #[arg(long)]
    kind: Option<String>,
    /// Folder of meetings
    #[arg(long, value_name = "DIR", default_value = "readouts")]
    out: PathBuf,
    /// Layouts of pages in TOML, before those of the program
    #[arg(long, value_name = "FILE")]
    layouts: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
    /// Show the file that would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// How to show it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Makes a readout of a page. What the user must know of the page is told on stderr.
pub(super) fn import(out: &mut dyn Write, arguments: &Arguments) -> Result<u8> {
    let side = arguments
        .side
        .as_deref()
        .map(|s| Side::new(s).with_context(|| format!("--side: `{s}` is no side; use a short id such as us or cn")));
    let side = side.transpose()?;
    let kind = arguments.kind.as_deref().map(|k| {
        k.parse::<Kind>()
            .map_err(|()| anyhow!("--kind: `{k}` is not known; use readout, background, remarks or fact-sheet"))
    });
    let kind = kind.transpose()?;
    let given = arguments.meeting.as_deref().map(meeting_id).transpose()?;
    let at = now()?;
    let layouts = match &arguments.layouts {
        Some(file) => Layouts::with_user(file)?,
        None => Layouts::load_default()?,
    };
    let source = source(&arguments.source)?;
    let mut imported = import::page(&source, &layouts)?;
    let name = &source.name;
    imported.kind = kind.unwrap_or(imported.kind);
    if let (Some(asked), Some(said)) = (&side, &imported.side)
        && imported.verbatim.is_some()
        && asked != said
    {
        bail!("{name}: its front matter says `side: {said}`, and --side says {asked}; change the one or the other");
    }
    let side = side.or_else(|| imported.side.clone());
    let side =
        side.with_context(|| format!("{name}: whose text this is cannot be told; add --side us or --side cn"))?;
    imported.side = Some(side.clone());
    let meeting = match given {
        Some(id) => id,
        None => meeting_of(&mut imported).with_context(|| {
            format!("{name}: the page does not say plainly where and when; add --meeting YYYY-MM-DD-place")
        })?,
    };
    let path = arguments.out.join(&meeting).join(file::name(&side, imported.kind, imported.language));
    let text = file::render(&imported, Some(&meeting), &side, imported.language, &at);
    let reread = Readout::parse(&path, &text)?;
    if reread.kind != imported.kind {
        let (said, asked) = (reread.kind.as_str(), imported.kind.as_str());
        bail!("{name}: its front matter says `kind: {said}`, and --kind says {asked}; change the one or the other");
    }
    if reread.body.trim() != imported.body || imported.verbatim.is_none() && !reread.unknown.is_empty() {
        bail!(
            "{name}: its text is not the same when it is read again, which is a fault of this program; please report it"
        );
    }
    for warning in &imported.warnings {
        eprintln!("readout: {name}: {}", readout::text::width::visible(warning));
    }
    if !arguments.dry_run {
        file::write(&path, &text, arguments.force)?;
    }
    match (arguments.format, arguments.dry_run) {
        (Format::Text, true) => write!(out, "{text}")?,
        (Format::Text, false) => writeln!(out, "wrote {}", path.display())?,
        (Format::Json, _) => {
            let object = object(&imported, &meeting, &path, &text)?;
            serde_json::to_writer_pretty(&mut *out, &object)?;
            writeln!(out)?;
        }
    }
    Ok(DONE)
}

/// What was found, for other programs. `quotes` are those of news articles, which pages have none of.
fn object(imported: &Imported, meeting: &str, path: &Path, text: &str) -> Result<Value> {
    let mut object = json!({ "schema": "readout.import/1", "file": path.display().to_string() });
    if let (Value::Object(all), Value::Object(found)) = (&mut object, serde_json::to_value(imported)?) {
        all.extend(found);
        all.insert("meeting".to_owned(), json!(meeting));
        all.insert("text".to_owned(), json!(text));
        all.insert("quotes".to_owned(), json!([]));
    }
    Ok(object)
}

/// The bytes of a file, of stdin, or of an address.
fn source(name: &str) -> Result<Source> {
    if address::is_web(name) {
        return fetch(name);
    }
    let mut bytes = Vec::new();
    let limit = import::MAX_BYTES as u64 + 1;
    if name == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes).context("stdin cannot be read")?;
    } else {
        let path = PathBuf::from(name);
        if path.is_dir() {
            bail!("{name}: a folder, not a file; name a saved page in it");
        }
        if !path.exists() {
            return Err(LoadError::Missing { file: path }.into());
        }
        let file = std::fs::File::open(&path).map_err(|source| LoadError::Io { file: path.clone(), source })?;
        file.take(limit).read_to_end(&mut bytes).map_err(|source| LoadError::Io { file: path, source })?;
    }
    Ok(Source { bytes, name: name.to_owned(), address: None, content_type: None })
}

/// PLACE FOR FETCHING: the page at an address. `src/import/fetch.rs`, behind the feature `fetch`, takes this function's
/// place when it is there.
fn fetch(address: &str) -> Result<Source> {
    bail!("{address}: addresses cannot be read yet; save the page from a browser and name the file")
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
    Ok(id.to_owned())
}

/// The meeting that the front matter names, or that date and place make. The date is that of publication, which the user
/// must know.
fn meeting_of(imported: &mut Imported) -> Option<String> {
    if let Some(id) = imported.meeting.as_deref().and_then(|id| meeting_id(id).ok()) {
        return Some(id);
    }
    let place = imported.place.as_deref().and_then(import::slug)?;
    let id = meeting_id(&format!("{}-{place}", imported.date.as_deref()?)).ok()?;
    imported
        .warnings
        .push(format!("the meeting is taken to be {id}, by the day of publication; --meeting names another"));
    Some(id)
}

/// The time, or that of `SOURCE_DATE_EPOCH` where output must be the same again, to the second.
fn now() -> Result<String> {
    let time = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            text.trim().parse().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()).with_context(
                || format!("SOURCE_DATE_EPOCH: `{text}` is no number of seconds; unset it, or give one"),
            )?
        }
        Err(_) => jiff::Timestamp::now(),
    };
    Ok(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}
