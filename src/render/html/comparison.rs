//! The page of one comparison: the parts in the order in which every form shows them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io;

use askama::Template;

use super::lists::{self, Head};
use super::markup::{Markup, link};
use super::page::{Link, Page, Sort};
use super::statement::{self, Context};
use super::{claims, figures, signals};
use crate::codebook::{Act, Codebook};
use crate::comparison::{Comparison, Raised, Text, TopicRow};
use crate::readout::Kind;
use crate::render::{Options, Part, sections, wording, words};
use crate::text::width::visible;

/// One text, as the head of the page names it.
#[derive(Debug)]
struct Source {
    head: Head,
    what: Markup,
    title: Option<Markup>,
    length: Markup,
    /// The address, where it may be a link.
    href: Option<String>,
    /// The address, where it may not.
    address: Option<Markup>,
    /// Its place on the page, where it is no column.
    beside: bool,
}

/// What one text has on one topic.
#[derive(Debug)]
struct Column {
    head: Head,
    /// Whether the text is on background, another language version, or neither: `background`, `version`, `other`.
    class: &'static str,
    statements: Vec<statement::View>,
    silence: Markup,
}

/// One topic.
#[derive(Debug)]
struct Topic {
    id: String,
    title: Markup,
    /// The ids and titles of further topics that rest on the same statements.
    others: Vec<(String, Markup)>,
    /// What each of them is about, by name where there are several.
    definitions: Vec<Markup>,
    raised: Markup,
    columns: Vec<Column>,
    beside: Vec<Column>,
}

/// One cell of the table of topics.
#[derive(Debug)]
struct Cell {
    bar: Markup,
    share: String,
    rank: String,
    act: Markup,
}

/// One row of the table of topics.
#[derive(Debug)]
struct Glance {
    topic: Markup,
    href: Option<String>,
    cells: Vec<(Head, Option<Cell>, Markup)>,
    raised: Markup,
}

/// Whose words a text reports, from its beginning to its end.
#[derive(Debug)]
struct Strip {
    head: Head,
    drawing: Markup,
}

/// The page's body.
#[derive(Template)]
#[template(path = "comparison.html")]
struct Body {
    sources: Vec<Source>,
    notes: Vec<Cow<'static, str>>,
    opening: Vec<lists::View>,
    strips: Vec<Strip>,
    patterns: Vec<(String, String)>,
    whole: bool,
    /// Whether the statements without a topic are shown.
    shows_unmatched: bool,
    shows_topics: bool,
    shows_claims: bool,
    columns: Vec<Head>,
    has_background: bool,
    has_versions: bool,
    glance: Vec<Glance>,
    no_rows: Option<&'static str>,
    beside_only: Option<Markup>,
    legend: String,
    acts: Vec<(String, Markup, Markup)>,
    topics: Vec<Topic>,
    mentions: Vec<lists::View>,
    claims_title: &'static str,
    claims_note: &'static str,
    no_claims: &'static str,
    claims: Vec<claims::View>,
    tally: lists::Table,
    terms: Vec<lists::View>,
    wordings: Vec<lists::View>,
    unmatched: Vec<statement::View>,
    signals: Vec<signals::Entry>,
}

/// The page of a comparison. A site adds its own links to [`Page::site`].
///
/// # Errors
/// When a template cannot be rendered, which only a full memory brings about.
pub(crate) fn page(comparison: &Comparison, codebook: &Codebook, options: &Options) -> io::Result<Page> {
    let mut context = Context::new(comparison, codebook);
    let groups = if options.shows(Part::Omissions) { wording::groups(comparison, options) } else { Vec::new() };
    let rows = || groups.iter().flatten();
    let whole = options.only.is_none();
    context.on_page = rows().map(|r| r.id.clone()).collect();
    let under = rows().flat_map(|r| &r.parts).flat_map(|p| p.statements.iter().map(|s| (p.text.as_str(), *s)));
    context.will_show(under);
    if whole {
        context.will_show(comparison.unmatched().map(|(t, s)| (t.label.as_str(), s.index)));
    }
    let signals = signals::entries(&context);
    context.explained = signals.iter().map(|e| e.concept.clone()).collect();

    let body = body(&context, options, &groups, signals);
    let contents = contents(&body);
    Ok(Page {
        sort: Sort::Comparison,
        title: visible(&wording::title(comparison)).into_owned(),
        kicker: if comparison.meetings().is_empty() {
            "Readouts of one meeting, side by side".to_owned()
        } else {
            "Readouts of different meetings, side by side".to_owned()
        },
        heading: context.text(&wording::title(comparison)),
        site: Vec::new(),
        contents,
        body: Markup::rendered(body.render().map_err(io::Error::other)?),
        foot: context.text(FOOT),
    })
}

fn body(context: &Context, options: &Options, groups: &[Vec<&TopicRow>], signals: Vec<signals::Entry>) -> Body {
    let (comparison, codebook) = (context.comparison, context.codebook);
    let any = !wording::raises_nothing(comparison);
    let shows = |part| any && options.shows(part);
    let whole = any && options.only.is_none();
    let views = |shown: bool, all: fn(&Comparison, &Codebook) -> Vec<sections::Section>| -> Vec<lists::View> {
        let all = if shown { all(comparison, codebook) } else { Vec::new() };
        all.iter().map(|section| lists::view(context, section)).collect()
    };
    let mut notes = wording::notes(comparison, codebook);
    let terms = views(shows(Part::Terms), sections::terms);
    let wordings = views(shows(Part::Wording), sections::wordings);
    notes.extend(wording::none_of(Part::Terms, options, terms.is_empty()).map(Into::into));
    notes.extend(wording::none_of(Part::Wording, options, wordings.is_empty()).map(Into::into));
    let unmatched = comparison.unmatched().filter(|_| whole);
    let topics: Vec<Topic> = groups.iter().filter_map(|rows| topic(context, rows)).collect();
    let has = |class: &str| topics.iter().flat_map(|t| &t.beside).any(|c| c.class == class);
    Body {
        sources: comparison.texts.iter().map(|t| source(context, t)).collect(),
        notes,
        opening: views(whole, sections::opening),
        strips: if whole { comparison.texts.iter().map(|t| strip(context, t)).collect() } else { Vec::new() },
        patterns: patterns(context),
        whole,
        shows_unmatched: wording::shows_unmatched(comparison, options),
        shows_topics: shows(Part::Omissions),
        shows_claims: shows(Part::Claims),
        columns: lists::heads(context),
        has_background: has("background"),
        has_versions: has("version"),
        glance: glance(context, options),
        no_rows: wording::no_rows(comparison, options),
        beside_only: wording::beside_only(comparison, codebook).map(|line| context.text(&line)),
        legend: wording::legend(context.comparison, "‘Why’ under a statement", true),
        acts: acts(context),
        topics,
        mentions: views(shows(Part::Omissions), sections::mentions),
        claims_title: words::CLAIMS_TITLE,
        claims_note: words::CLAIMS,
        no_claims: wording::no_claims(comparison),
        claims: if shows(Part::Claims) { claims::views(context) } else { Vec::new() },
        tally: claims::tally(context),
        terms,
        wordings,
        unmatched: unmatched.map(|(text, s)| statement::view(context, text, s, &[])).collect(),
        signals,
    }
}

fn source(context: &Context, text: &Text) -> Source {
    let readout = text.readout();
    let url = wording::address(text);
    let href = url.and_then(link);
    Source {
        head: Head::of(context, text),
        what: context.text(&wording::source(text)),
        title: readout.title.as_deref().map(|t| context.text(t)),
        length: context.text(&wording::length(text)),
        href: href.map(str::to_owned),
        address: url.filter(|_| href.is_none()).map(|u| context.text(u)),
        beside: !text.column,
    }
}

/// Topics that rest on the same statements; none where there is none.
fn topic(context: &Context, rows: &[&TopicRow]) -> Option<Topic> {
    let (row, others) = rows.split_first()?;
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let comparison = context.comparison;
    let column = |text: &Text| Column {
        head: Head::of(context, text),
        class: class(comparison, text),
        statements: row.part(&text.label).map_or_else(Vec::new, |p| {
            let all = p.statements.iter().filter_map(|i| text.coded.statements.get(*i));
            all.map(|s| statement::view(context, text, s, &ids)).collect()
        }),
        silence: context.text(&wording::silence(text, &row.id)),
    };
    let columns = comparison.columns().filter(|_| row.raised != Raised::Beside);
    let beside = comparison.beside().filter(|t| row.part(&t.label).is_some());
    let definition = |row: &&TopicRow| {
        let topic = context.codebook.topic(&row.id).filter(|topic| !topic.definition.en.is_empty())?;
        let named = format!("{}: {}", wording::topic(context.codebook, &row.id), topic.definition.en);
        Some(context.text(if others.is_empty() { &topic.definition.en } else { &named }))
    };
    let name = |row: &TopicRow| (context.topic_id(&row.id), context.text(&wording::topic(context.codebook, &row.id)));
    let (id, title) = name(row);
    Some(Topic {
        id,
        title,
        others: others.iter().map(|row| name(row)).collect(),
        definitions: rows.iter().filter_map(definition).collect(),
        raised: context.text(&wording::raised(comparison, row)),
        columns: columns.map(column).collect(),
        beside: beside.map(column).collect(),
    })
}

/// What a text below the columns is to the column of its side.
fn class(comparison: &Comparison, text: &Text) -> &'static str {
    let readout = text.readout();
    let own = comparison.columns().find(|t| t.readout().side == readout.side);
    let other = own.is_some_and(|t| t.readout().language != readout.language && t.readout().kind == readout.kind);
    match readout.kind {
        _ if text.column => "column",
        Kind::Background => "background",
        _ if other => "version",
        _ => "other",
    }
}

fn glance(context: &Context, options: &Options) -> Vec<Glance> {
    let (comparison, codebook) = (context.comparison, context.codebook);
    let longest = figures::longest(comparison);
    let cell = |row: &TopicRow, text: &Text| {
        let cell = row.part(&text.label).map(|p| Cell {
            bar: figures::bar(p.share, longest),
            share: wording::percent(p.share),
            rank: wording::ordinal(p.rank),
            act: context.text(&wording::acts(codebook, p, text)),
        });
        (Head::of(context, text), cell, context.text(&wording::silence(text, &row.id)))
    };
    wording::glanced(comparison, options)
        .map(|row| Glance {
            topic: context.text(&wording::topic(codebook, &row.id)),
            href: context.on_page.contains(&row.id).then(|| format!("#{}", context.topic_id(&row.id))),
            cells: comparison.columns().map(|t| cell(row, t)).collect(),
            raised: context.text(&wording::raised(comparison, row)),
        })
        .collect()
}

fn acts(context: &Context) -> Vec<(String, Markup, Markup)> {
    let all = Act::ALL.into_iter().filter_map(|act| context.codebook.acts.iter().find(|a| a.act == act));
    all.map(|a| (a.act.to_string(), context.text(&a.label.en), context.text(&a.definition.en))).collect()
}

fn strip(context: &Context, text: &Text) -> Strip {
    Strip { head: Head::of(context, text), drawing: figures::strip(context, text) }
}

/// The patterns of the strips with the speakers that they stand for.
fn patterns(context: &Context) -> Vec<(String, String)> {
    let speakers: BTreeSet<_> =
        context.comparison.texts.iter().flat_map(|t| &t.coded.statements).map(|s| s.speaker.clone()).collect();
    speakers.iter().map(|s| (figures::pattern(context, s), wording::who(s))).collect()
}

/// The contents of the page, by what stands on it.
fn contents(body: &Body) -> Vec<Link> {
    let link = |id: &str, label: Markup| Link { href: format!("#{id}"), label, below: Vec::new() };
    let said = |id: &str, label: &str| link(id, Markup::said(label));
    let list = |v: &lists::View| link(v.id, v.short.clone());
    let mut all = vec![said("texts", "The texts")];
    all.extend(body.opening.iter().map(list));
    if body.shows_topics {
        all.push(said("glance", "At a glance"));
        let below = body.topics.iter().flat_map(|t| {
            let others = t.others.iter().map(|(id, title)| link(id, title.clone()));
            std::iter::once(link(&t.id, t.title.clone())).chain(others)
        });
        let below = below.collect();
        all.push(Link { below, ..said("topics", "Topic by topic") });
    }
    all.extend(body.mentions.iter().map(list));
    if body.shows_claims {
        all.push(said("claims", "Claims"));
    }
    all.extend(body.terms.iter().chain(&body.wordings).map(list));
    if body.shows_unmatched {
        all.push(said("unmatched", wording::UNMATCHED));
    }
    if !body.signals.is_empty() {
        all.push(said("signals", "What words signal"));
    }
    all
}

const FOOT: &str = "Made by readout from the published texts, with no judgement of its own: topics, speakers and acts are \
coded by rules that a reader can inspect. Look at the evidence before you quote a code.";
