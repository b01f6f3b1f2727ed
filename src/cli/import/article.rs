//! `readout import --article`: the quotations of a news article become readouts of the sides.

use std::io::Write;

use anyhow::{Context, Result, anyhow, bail};

use readout::config::Config;
use readout::contract;
use readout::files;
use readout::import::article::{self, Article, FileOptions};
use readout::import::{self, Source, file};
use readout::readout::{Kind, Readout};
use readout::text::width::{Widths, visible};
use readout::text::wrap::wrap;

use super::super::{settings, tell};
use super::page::Known;
use super::{Arguments, By, Format};

/// Reads the article, and shows or writes what it quotes.
pub(super) fn import(
    out: &mut dyn Write,
    source: &Source,
    known: &Known,
    by: &By<'_>,
    arguments: &Arguments,
    config: &Config,
) -> Result<()> {
    if let Some(day) = &arguments.news.date {
        day.parse::<jiff::civil::Date>().ok().filter(|d| d.to_string() == *day).with_context(|| {
            format!("--date: `{day}` is no day; write the day on which the article appeared, such as 2023-07-13")
        })?;
    }
    let kinds = arguments.news.kinds.iter().map(|k| kind(k)).collect::<Result<Vec<_>>>()?;
    let words = words(source, by)?;
    let article = article::read(&words.text, by.codebook);
    if article::language(&words.text).is_none() {
        let message = format!("{}: neither in English nor in Chinese, in which alone articles are read", source.name);
        match arguments.dry_run {
            true => tell(&message),
            false => bail!(message),
        }
    } else if article.quotes.is_empty() && arguments.dry_run {
        tell(&format!("{}: no quotation was found", source.name));
    }
    let sha256 = files::sha256(&source.bytes);
    let meeting = known.meeting.as_deref();
    // What the site calls itself counts less than what the article says.
    let site = words.site.as_deref().filter(|_| article.heading.outlet.is_none());
    let options = FileOptions {
        meeting: meeting.unwrap_or("MEETING"),
        kinds: &kinds,
        reported: arguments.news.reported,
        date: arguments.news.date.as_deref().or(words.day.as_deref()),
        outlet: arguments.news.outlet.as_deref().or(site),
        url: words.url.as_deref(),
        from: &source.name,
        at: &by.at,
        sha256: &sha256,
    };
    let folder = arguments.folder().join(options.meeting);
    let files: Vec<_> =
        article::files(&article, &options).into_iter().map(|(name, text)| (folder.join(name), text)).collect();
    let readouts = files.iter().map(|(path, text)| Readout::parse(path, text)).collect::<Result<Vec<_>, _>>()?;
    if arguments.dry_run {
        return match arguments.format {
            Format::Text => list(out, &article, config),
            Format::Json => Ok(contract::write(out, &contract::import::Article::new(&article, &files))?),
        };
    }
    if meeting.is_none() {
        bail!(
            "{}: which meeting the article is about, it does not say plainly; add --meeting YYYY-MM-DD-place, or look first with --dry-run",
            source.name
        );
    }
    if files.is_empty() {
        bail!(
            "{}: no quotation of the sorts asked for was found; look with --dry-run, or ask for others with --kinds",
            source.name
        );
    }
    for readout in &readouts {
        super::tell_of(readout, by);
    }
    let all: Vec<_> = files.iter().map(|(path, text)| (path.as_path(), text.as_str())).collect();
    file::write_all(&all, arguments.force)?;
    for (path, _) in &files {
        if arguments.format == Format::Text {
            writeln!(out, "wrote {}", visible(&path.to_string_lossy()))?;
        }
    }
    if arguments.format == Format::Json {
        contract::write(out, &contract::import::Article::new(&article, &files))?;
    }
    let left = article.quotes.iter().filter(|q| !article::is_party(&q.side) || !kinds.contains(&q.kind)).count();
    if left > 0 {
        tell(&format!(
            "{}: {left} quotations were left out, of other kinds or of others than the two sides; --dry-run shows all",
            source.name
        ));
    }
    Ok(())
}

fn kind(name: &str) -> Result<Kind> {
    [Kind::Readout, Kind::Background, Kind::Remarks]
        .into_iter()
        .find(|k| k.as_str() == name)
        .ok_or_else(|| anyhow!("--kinds: `{name}` is not known; use readout, background or remarks"))
}

/// The text of an article, whose bytes offsets count, and what its page says of it.
struct Words {
    text: String,
    url: Option<String>,
    day: Option<String>,
    site: Option<String>,
}

/// A text as it is, or what a page shows.
fn words(source: &Source, by: &By<'_>) -> Result<Words> {
    let hold = |length: usize, most: usize| match length > most {
        true => bail!(
            "{}: larger than {} MiB, which no article is; give the text of the article alone",
            source.name,
            article::MAX_BYTES / (1024 * 1024)
        ),
        false => Ok(()),
    };
    hold(source.bytes.len(), import::MAX_BYTES)?;
    if let Some(text) = import::plain(&source.bytes) {
        hold(source.bytes.len(), article::MAX_BYTES)?;
        if text.trim().is_empty() {
            bail!("{}: empty; give the text of an article", source.name);
        }
        return Ok(Words { text: text.to_owned(), url: source.address.clone(), day: None, site: None });
    }
    let page = import::page(source, &by.layouts, by.codebook)?;
    for warning in &page.warnings {
        tell(&format!("{}: {warning}", source.name));
    }
    hold(page.body.len(), article::MAX_BYTES)?;
    let title = page.title.map(|t| format!("{t}\n\n")).unwrap_or_default();
    Ok(Words { text: title + &page.body, url: page.source_url, day: page.date, site: page.publisher })
}

/// Every quotation as a person reads it.
fn list(out: &mut dyn Write, article: &Article, config: &Config) -> Result<()> {
    let columns = settings::shown_columns(config);
    for quote in &article.quotes {
        let through = quote.through.as_ref().map(|who| format!(", through {who}")).unwrap_or_default();
        let who = format!("{}{through}", quote.speaker);
        writeln!(out, "{:<6}{:<11}{}", quote.side, quote.kind.as_str(), visible(&who))?;
        indented(out, &format!("“{}”", quote.text.trim()), columns)?;
    }
    if !article.reported.is_empty() {
        writeln!(out, "\nPositions without quotation marks, in the journalist's words:\n")?;
    }
    for position in &article.reported {
        writeln!(out, "{:<6}{:<11}{}", position.side, position.kind.as_str(), visible(&position.speaker))?;
        indented(out, &position.text, columns)?;
    }
    Ok(())
}

/// Words below whoever says them: in lines of a terminal, or in one where the output is none.
fn indented(out: &mut dyn Write, words: &str, columns: Option<usize>) -> Result<()> {
    const INDENT: usize = 6;
    let words = visible(words);
    let Some(columns) = columns else { return Ok(writeln!(out, "{:INDENT$}{words}", "")?) };
    for line in wrap(&words, columns.saturating_sub(INDENT).max(1), Widths::default()) {
        writeln!(out, "{:INDENT$}{}", "", &words[line])?;
    }
    Ok(())
}
