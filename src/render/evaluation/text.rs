//! An evaluation for reading: what was measured, then topics, then the tables of confusion. Made for 80 columns.

use std::io::{self, Write};

use crate::codebook::Act;
use crate::coding::Basis;
use crate::evaluation::{
    Alpha, Answer, ArticleQuotations, ClaimFigures, Evaluation, Figures, Judgement, MeetingClaims, QuotationFigures,
    RESAMPLES,
};
use crate::render::Options;
use crate::text::Language;
use crate::text::width::{Widths, visible};
use crate::text::wrap::wrap;

pub(super) fn write(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    paragraph(out, &format!("Agreement with the hand coding: {}", what(evaluation).join("; ")), "", options)?;
    writeln!(out, "{}", visible(&evaluation.folder.to_string_lossy()))?;
    if !evaluation.documents.is_empty() {
        statements(out, evaluation, options)?;
    }
    if let Some(figures) = &evaluation.claims {
        claims(out, &evaluation.meetings, figures, options)?;
    }
    if let Some(figures) = &evaluation.quotations {
        quotations(out, &evaluation.articles, figures, options)?;
    }
    Ok(())
}

/// What was coded by hand, and how much of it.
fn what(evaluation: &Evaluation) -> Vec<String> {
    let of = |count, what, parts, part| format!("{}, {}", counted(count, what), counted(parts, part));
    let total = &evaluation.total;
    let documents = (total.documents > 0).then(|| of(total.documents, "document", total.statements, "statement"));
    let claims = evaluation.claims.as_ref().map(|c| of(c.meetings, "meeting", c.claims, "claim"));
    let quotations = evaluation.quotations.as_ref().map(|q| of(q.articles, "article", q.quotations(), "quotation"));
    documents.into_iter().chain(claims).chain(quotations).collect()
}

fn statements(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    let total = &evaluation.total;
    documents(out, evaluation, options)?;
    alphas(out, evaluation, options)?;
    topics(out, total, options)?;
    sources(out, total, options)?;
    writeln!(out, "\nSpeaker: rows as coded by hand, columns as coded by the program")?;
    confusion(out, &total.speaker, &sides(&total.speaker), options.widths())?;
    writeln!(out, "\nAct: rows as coded by hand, columns as coded by the program")?;
    confusion(out, &total.act, &Act::ALL.map(|act| act.as_str().to_owned()), options.widths())
}

fn claims(out: &mut dyn Write, meetings: &[MeetingClaims], total: &ClaimFigures, options: &Options) -> io::Result<()> {
    let row = |figures: &ClaimFigures| {
        let counts = [figures.claims, figures.found.missed, figures.found.invented].map(|count| count.to_string());
        let shares =
            [figures.found.f1(), figures.status.share.value(), figures.silent.value(), figures.counterparts.value()];
        counts.into_iter().chain(shares.map(three)).collect()
    };
    let heads = ["N", "MISSED", "EXTRA", "F1", "STATUS", "SILENT", "COUNTERPARTS"];
    let rows = meetings.iter().map(|meeting| (meeting.name.as_str(), row(&meeting.figures)));
    table(out, "MEETING", &heads, rows.collect(), row(total), options)?;
    for note in [
        "N: claims coded by hand. MISSED: of those, the program has no claim there, and it should; EXTRA: the program's that \
         match none; F1: of claims found.",
        "STATUS: of the claims found, the share with an accepted status. SILENT: the share of which silence is told from the \
         rest as by hand. COUNTERPARTS: where both name places in the other text, the share in which one meets.",
    ] {
        paragraph(out, note, "", options)?;
    }
    writeln!(out, "\nStatus: rows as coded by hand, columns as by the program (of the claims found)")?;
    confusion(out, &total.status, &Answer::ALL.map(|answer| answer.as_str().to_owned()), options.widths())?;
    writeln!(out, "\nKrippendorff's alpha of the status: {}", alpha(&total.status.alpha))
}

fn quotations(
    out: &mut dyn Write,
    articles: &[ArticleQuotations],
    total: &QuotationFigures,
    options: &Options,
) -> io::Result<()> {
    let row = |figures: &QuotationFigures| {
        let counts = [figures.quotations(), figures.found.invented].map(|count| count.to_string());
        let shares = [
            figures.found.recall(),
            figures.found.f1(),
            figures.side.value(),
            figures.kind.value(),
            figures.speaker.value(),
        ];
        counts.into_iter().chain(shares.map(three)).collect()
    };
    let heads = ["N", "EXTRA", "FOUND", "F1", "SIDE", "KIND", "SPEAKER"];
    let rows = articles.iter().map(|article| (article.name.as_str(), row(&article.figures)));
    table(out, "ARTICLE", &heads, rows.collect(), row(total), options)?;
    let note = "N: quotations coded by hand. EXTRA: the program's that match none; FOUND: the share of the hand's that the \
                program finds; F1: of both. SIDE, KIND, SPEAKER: the share of all of the hand's that is found with an \
                accepted side and kind, and with a speaker whose name shares a word (in Chinese two characters) with the \
                hand's.";
    paragraph(out, note, "", options)
}

/// Figures by name, and those of all.
fn table(
    out: &mut dyn Write,
    what: &str,
    heads: &[&str],
    rows: Vec<(&str, Vec<String>)>,
    total: Vec<String>,
    options: &Options,
) -> io::Result<()> {
    let widths = options.widths();
    let figures: usize = heads.iter().map(|head| 2 + head.len().max(5)).sum();
    let names = rows.iter().map(|(name, _)| widths.str_width(&visible(name)));
    let room = (options.width.clamp(60, 110) - figures).max(what.len());
    let column = names.max().unwrap_or(0).clamp(what.len(), room);
    let line = |name: &str, cells: &mut dyn Iterator<Item = &str>| {
        let cells: String = cells.zip(heads).map(|(cell, head)| format!("  {cell:>0$}", head.len().max(5))).collect();
        format!("{}{cells}", widths.pad(&tail(&visible(name), column, widths), column))
    };
    writeln!(out, "\n{}", line(what, &mut heads.iter().copied()))?;
    for (name, cells) in &rows {
        writeln!(out, "{}", line(name, &mut cells.iter().map(String::as_str)))?;
    }
    writeln!(out, "{}", "─".repeat(column + figures))?;
    writeln!(out, "{}\n", line("TOTAL", &mut total.iter().map(String::as_str)))
}

/// A figure to three digits; a dash where there is none.
pub(super) fn three(figure: Option<f64>) -> String {
    figure.map_or_else(|| "–".to_owned(), |f| format!("{f:.3}"))
}

pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// A text in lines, each after `indent`.
pub(super) fn paragraph(out: &mut dyn Write, text: &str, indent: &str, options: &Options) -> io::Result<()> {
    let room = options.width.clamp(40, 110).saturating_sub(indent.len());
    for line in wrap(text, room, options.widths()) {
        writeln!(out, "{indent}{}", &text[line])?;
    }
    Ok(())
}

fn documents(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    let widths = options.widths();
    let mut rows: Vec<(String, &str, &Figures)> = Vec::new();
    for document in &evaluation.documents {
        let name = document.name.strip_suffix(".md").unwrap_or(&document.name);
        rows.push((visible(name).into_owned(), document.coded.readout.language.code(), &document.figures));
    }
    if evaluation.languages.len() > 1 {
        for (language, figures) in &evaluation.languages {
            let name = match language {
                Language::En => "All in English",
                Language::Zh => "All in Chinese",
            };
            rows.push((name.to_owned(), language.code(), figures));
        }
    }
    rows.push(("TOTAL".to_owned(), "", &evaluation.total));
    let room = options.width.clamp(60, 110) - 42;
    let column = rows.iter().map(|r| widths.str_width(&r.0)).max().unwrap_or(0).clamp(8, room);
    writeln!(out, "\n{}  LANG    N  TOPICS  SPEAKER    ACT  COVERAGE", widths.pad("DOCUMENT", column))?;
    for (index, (name, language, figures)) in rows.iter().enumerate() {
        if index == evaluation.documents.len() {
            writeln!(out, "{}", "─".repeat(column + 42))?;
        }
        writeln!(
            out,
            "{}  {language:4} {:>4}  {:>6}  {:>7}  {:>5}  {:>8}",
            widths.pad(&tail(name, column, widths), column),
            figures.statements,
            three(figures.topics.f1()),
            three(figures.speaker.share.value()),
            three(figures.act.share.value()),
            three(figures.raised.value()),
        )?;
    }
    let total = &evaluation.total;
    writeln!(out)?;
    for line in [
        format!(
            "N: statements coded by hand. The program finds {}; {} of the hand's and {} of the program's match none.",
            total.own, total.unmatched, total.extra
        ),
        "TOPICS: F1 of all topics of all statements. Topics that the hand leaves open count neither way.".to_owned(),
        "SPEAKER, ACT: the share of statements with an accepted code.".to_owned(),
        "COVERAGE: of the topics that hand or program finds in a document, those that both find in it.".to_owned(),
    ] {
        paragraph(out, &line, "", options)?;
    }
    Ok(())
}

/// The end of a name, with … for what is cut off: it tells the texts of one folder apart.
fn tail(name: &str, columns: usize, widths: Widths) -> String {
    if widths.str_width(name) <= columns {
        return name.to_owned();
    }
    let fits = |at: &usize| widths.str_width("…") + widths.str_width(&name[*at..]) <= columns;
    let start = name.char_indices().map(|c| c.0).find(fits).unwrap_or(name.len());
    format!("…{}", &name[start..])
}

fn alphas(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    writeln!(out, "\nKrippendorff's alpha [95% interval]")?;
    let mut groups = vec![("all", &evaluation.total)];
    if evaluation.languages.len() > 1 {
        groups.extend(evaluation.languages.iter().map(|(l, f)| (l.code(), f)));
    }
    let heads: String = groups.iter().map(|g| format!("  {:20}", g.0)).collect();
    writeln!(out, "{:7}{}", "", heads.trim_end())?;
    for (row, name) in ["topics", "speaker", "act"].into_iter().enumerate() {
        let of = |f: &Figures| alpha([&f.topics_alpha, &f.speaker.alpha, &f.act.alpha][row]);
        let cells: String = groups.iter().map(|g| format!("  {:20}", of(g.1))).collect();
        writeln!(out, "{name:7}{}", cells.trim_end())?;
    }
    let note = format!(
        "1 is full agreement, 0 what chance gives. Speaker and act are nominal, sets of topics differ by their MASI \
         distance; {RESAMPLES} samples of the statements that match, drawn with a fixed seed, give the interval."
    );
    paragraph(out, &note, "", options)
}

fn alpha(alpha: &Alpha) -> String {
    let interval = alpha.interval.map(|(low, high)| format!(" [{low:.3}, {high:.3}]"));
    format!("{}{}", three(alpha.value), interval.unwrap_or_default())
}

fn topics(out: &mut dyn Write, figures: &Figures, options: &Options) -> io::Result<()> {
    let column = figures.by_topic.iter().map(|t| t.id.len()).max().unwrap_or(0).max(5);
    writeln!(out, "\n{:column$}  RIGHT  INVENTED  MISSED  PRECISION  RECALL     F1", "TOPIC")?;
    let rows = figures.by_topic.iter().map(|t| (t.id.as_str(), t.counts));
    for (id, counts) in rows.chain([("TOTAL", figures.topics)]) {
        writeln!(
            out,
            "{id:column$}  {:>5}  {:>8}  {:>6}  {:>9}  {:>6}  {:>5}",
            counts.right,
            counts.invented,
            counts.missed,
            three(counts.precision()),
            three(counts.recall()),
            three(counts.f1()),
        )?;
    }
    let note = "INVENTED: only the program has the topic; MISSED: only the hand has it. PRECISION: right of all that the \
                program has; RECALL: right of all that the hand has; F1: their harmonic mean.";
    paragraph(out, note, "", options)
}

fn sources(out: &mut dyn Write, figures: &Figures, options: &Options) -> io::Result<()> {
    writeln!(out, "\nBASIS      TOPICS  RIGHT  INVENTED  PRECISION")?;
    for source in &figures.sources {
        let counts = crate::evaluation::Counts { right: source.right, invented: source.invented, missed: 0 };
        writeln!(
            out,
            "{:9}  {:>6}  {:>5}  {:>8}  {:>9}",
            basis(source.basis),
            source.topics,
            source.right,
            source.invented,
            three(counts.precision()),
        )?;
    }
    let note = "BASIS: what the program's topics rest on: words in the statement (cue), the subject before it (inherited), \
                the note on a quotation (context), or the subject of the document (default).";
    paragraph(out, note, "", options)
}

/// The word for a basis, as in the contracts.
pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Cue => "cue",
        Basis::Inherited => "inherited",
        Basis::Context => "context",
        Basis::Default => "default",
    }
}

/// The speakers that occur: sides first, then `both` and `none`.
fn sides(judgement: &Judgement) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    for (hand, program, _) in &judgement.confusion {
        found.push(hand);
        found.extend(program.as_deref());
    }
    found.sort_unstable_by_key(|s| (*s == "none", *s == "both", *s));
    found.dedup();
    found.into_iter().map(str::to_owned).collect()
}

fn confusion(out: &mut dyn Write, judgement: &Judgement, order: &[String], widths: Widths) -> io::Result<()> {
    let count = |hand: &str, program: Option<&str>| -> usize {
        let cells = judgement.confusion.iter().filter(|c| c.0 == hand && c.1.as_deref() == program);
        cells.map(|c| c.2).sum()
    };
    let mut columns: Vec<Option<&str>> = order.iter().map(|id| Some(id.as_str())).collect();
    columns.push(None);
    columns.retain(|column| order.iter().any(|row| count(row, *column) > 0));
    let rows: Vec<&String> = order.iter().filter(|row| columns.iter().any(|c| count(row, *c) > 0)).collect();
    let label = rows.iter().map(|r| widths.str_width(r)).max().unwrap_or(0);
    let head = |column: &Option<&str>| column.unwrap_or("unmatched").to_owned();
    let width = |column: &Option<&str>| head(column).len().max(4);
    let heads: String = columns.iter().map(|c| format!("  {:>1$}", head(c), width(c))).collect();
    writeln!(out, "{:label$}{heads}", "")?;
    for row in rows {
        let cell = |column: &Option<&str>| match count(row, *column) {
            0 => format!("  {:>1$}", "·", width(column)),
            n => format!("  {n:>0$}", width(column)),
        };
        writeln!(out, "{}{}", widths.pad(row, label), columns.iter().map(cell).collect::<String>())?;
    }
    Ok(())
}
