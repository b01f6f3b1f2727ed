//! A statement on the page: its number as a link to itself, whose words and what they do, the words with the telling ones
//! marked, and the evidence of each code.

use std::collections::{BTreeMap, BTreeSet};

use super::figures;
use super::lists::Head;
use super::markup::{Anchors, Markup, Scripts, slugs};
use crate::codebook::{Act, Codebook};
use crate::coding::{Evidence, Statement};
use crate::comparison::{Comparison, Text};
use crate::render::{wording, words};
use crate::text::{Language, Span};

/// What the parts of a page share: the comparison, the names of ids, and where each statement stands first.
pub(super) struct Context<'a> {
    pub comparison: &'a Comparison,
    pub codebook: &'a Codebook,
    pub scripts: Scripts,
    anchors: Anchors,
    topics: BTreeMap<String, String>,
    sides: Vec<&'a str>,
    /// The statements that stand on the page.
    shown: BTreeSet<(String, usize)>,
    /// The topics that have a place on the page.
    pub on_page: BTreeSet<String>,
    /// The concepts that the page explains.
    pub explained: BTreeSet<String>,
}

impl<'a> Context<'a> {
    pub fn new(comparison: &'a Comparison, codebook: &'a Codebook) -> Self {
        let mut sides: Vec<&str> = comparison.texts.iter().map(|t| t.readout().side.as_str()).collect();
        sides.sort_unstable();
        sides.dedup();
        Self {
            comparison,
            codebook,
            scripts: Scripts::new(comparison),
            anchors: Anchors::new(comparison.texts.iter().map(|t| t.label.as_str())),
            topics: slugs(comparison.topics.iter().map(|t| t.id.as_str())),
            sides,
            shown: BTreeSet::new(),
            on_page: BTreeSet::new(),
            explained: BTreeSet::new(),
        }
    }

    /// Words of this program, or with names in either script.
    pub fn text(&self, text: &str) -> Markup {
        let mut markup = Markup::default();
        markup.push(text, Language::En, &self.scripts);
        markup
    }

    /// The class that carries a side's colour and pattern, which does not depend on the order of the columns.
    pub fn hue(&self, text: &Text) -> String {
        self.hue_of(text.readout().side.as_str())
    }

    /// The same of a side.
    pub fn hue_of(&self, side: &str) -> String {
        figures::hue(&self.sides, side)
    }

    /// The id of a statement's first place on the page.
    pub fn id(&self, text: &str, statement: usize) -> String {
        self.anchors.id(text, statement)
    }

    /// The id of a topic's section.
    pub fn topic_id(&self, topic: &str) -> String {
        format!("topic-{}", self.topics.get(topic).map_or("unknown", String::as_str))
    }

    /// The link to a statement, where it stands on the page.
    pub fn href(&self, text: &str, statement: usize) -> Option<String> {
        let there = self.shown.contains(&(text.to_owned(), statement));
        there.then(|| format!("#{}", self.id(text, statement)))
    }

    /// Notes the statements and topics that the page will show.
    pub fn will_show<'t>(&mut self, statements: impl Iterator<Item = (&'t str, usize)>) {
        self.shown.extend(statements.map(|(text, index)| (text.to_owned(), index)));
    }
}

/// One reason for a code.
#[derive(Debug)]
pub(super) struct Why {
    /// `Topic`, `Act`, `Speaker`.
    pub kind: &'static str,
    /// The code, leading to where it is explained, and the words behind it, or how it came without words.
    pub codes: Markup,
}

/// A statement as a template shows it.
#[derive(Debug)]
pub(super) struct View {
    pub id: String,
    pub number: usize,
    /// The text it stands in.
    pub head: Head,
    pub lang: &'static str,
    pub voice: Markup,
    pub words: Markup,
    pub attribution: Option<Markup>,
    pub terms: Option<Markup>,
    /// The other topics that it stands under, with their links.
    pub also: Vec<(String, Markup)>,
    pub why: Vec<Why>,
    /// Where the evidence of its other codes stands, where this is not its first place.
    pub rest: Option<String>,
}

/// A statement at one place of the page: under topics that rest on the same statements, or among those without a topic.
pub(super) fn view(context: &Context, text: &Text, statement: &Statement, topics: &[&str]) -> View {
    let on_page = |t: &&String| context.on_page.contains(t.as_str());
    let first = statement.topics.iter().filter(on_page).min_by_key(|t| place(context.comparison, t));
    let own = context.id(&text.label, statement.index);
    let again = first.is_some_and(|first| !topics.is_empty() && !topics.contains(&first.as_str()));
    let id = match topics.first().filter(|_| again) {
        Some(topic) => format!("{own}.{}", context.topic_id(topic).trim_start_matches("topic-")),
        None => own.clone(),
    };
    let others = statement.topics.iter().filter(on_page).filter(|t| !topics.contains(&t.as_str()));
    let also = others
        .map(|t| (format!("#{}", context.topic_id(t)), context.text(&wording::topic(context.codebook, t))))
        .collect();
    let lang = context.scripts.tag(&text.label);
    View {
        id,
        number: statement.index + 1,
        head: Head::of(context, text),
        lang,
        voice: context.text(&wording::voice(context.codebook, statement)),
        words: marked(context, text, statement),
        attribution: wording::attribution(statement).map(|line| context.text(&line)),
        terms: terms(context, text, statement),
        also,
        why: why(context, text, statement, if again { topics } else { &[] }),
        rest: again.then(|| format!("#{own}")),
    }
}

/// Where a topic stands among the rows.
fn place(comparison: &Comparison, topic: &str) -> usize {
    comparison.topics.iter().position(|row| row.id == topic).unwrap_or(usize::MAX)
}

/// The words, cut marks at their ends, with the telling ones marked.
pub(super) fn marked(context: &Context, text: &Text, statement: &Statement) -> Markup {
    let language = text.readout().language;
    let words = statement.text.as_str();
    let mut out = Markup::default();
    let (before, after) = wording::cut(statement);
    out.push(if before { "… " } else { "" }, Language::Zh, &context.scripts);
    let trimmed = Span::new(words.len() - words.trim_start().len(), words.trim_end().len());
    let mut at = trimmed.start;
    let mut spans = words::telling(statement, context.codebook);
    spans.sort_unstable();
    for span in spans {
        let span = Span::new(span.start.max(at), span.end.min(trimmed.end));
        if span.is_empty() || !words.is_char_boundary(span.start) || !words.is_char_boundary(span.end) {
            continue;
        }
        out.push(&words[at..span.start], language, &context.scripts);
        let mut inside = Markup::default();
        inside.push(span.slice(words), language, &context.scripts);
        out.push_in("mark", &[], &inside);
        at = span.end;
    }
    out.push(words.get(at..trimmed.end).unwrap_or(""), language, &context.scripts);
    out.push(if after { " …" } else { "" }, Language::Zh, &context.scripts);
    out
}

/// The reasons for each code, in the order topics, act, speaker; the words of one code stand together. Where a
/// statement stands again under further topics, the reasons for those.
fn why(context: &Context, text: &Text, statement: &Statement, again: &[&str]) -> Vec<Why> {
    let mut found: Vec<(&str, Vec<&Evidence>)> = Vec::new();
    let wanted = |e: &&Evidence| again.is_empty() || e.topic().is_some_and(|topic| again.contains(&topic));
    for evidence in statement.evidence.iter().filter(wanted) {
        match found.iter_mut().find(|(code, _)| *code == evidence.code) {
            Some((_, list)) => list.push(evidence),
            None => found.push((&evidence.code, vec![evidence])),
        }
    }
    let order = |code: &str| ["topic:", "act:", "speaker:"].iter().position(|k| code.starts_with(k)).unwrap_or(3);
    found.sort_by_key(|(code, _)| order(code));
    found.into_iter().map(|(code, list)| reason(context, text, code, &list)).collect()
}

fn reason(context: &Context, text: &Text, code: &str, list: &[&Evidence]) -> Why {
    let (kind, id) = code.split_once(':').unwrap_or(("", code));
    let (kind, name, href) = match kind {
        "topic" => ("Topic", wording::topic(context.codebook, id), None),
        "act" => {
            let name = Act::from_id(id).map_or_else(|| id.to_owned(), |a| wording::act(context.codebook, a));
            ("Act", name, Some(format!("#act-{id}")))
        }
        "speaker" => ("Speaker", wording::speaker_id(id), Some("#speakers".to_owned())),
        _ => ("Code", code.to_owned(), None),
    };
    let mut words = Markup::default();
    for (at, evidence) in list.iter().enumerate() {
        if at > 0 {
            words.append(&context.text("; "));
        }
        match wording::basis(evidence.basis) {
            Some(how) => words.append(&context.text(how)),
            None => {
                words.append(&quoted(context, text, evidence.span));
                words.append(&context.text(" "));
                words.push_in("code", &[], &context.text(&evidence.rule));
            }
        }
    }
    let mut code = Markup::default();
    linked(&mut code, href, &context.text(&name));
    code.append(&context.text(": "));
    code.append(&words);
    Why { kind, codes: code }
}

/// The list of the marked words; those whose choice signals something lead to what it signals.
fn terms(context: &Context, text: &Text, statement: &Statement) -> Option<Markup> {
    let language = text.readout().language;
    let mut list = Markup::default();
    for (at, (words, span)) in words::terms(statement, context.codebook).iter().enumerate() {
        let own = statement.terms.iter().filter(|t| t.span == *span);
        let concept = own.map(|t| &t.concept).find(|c| context.explained.contains(c.as_str()));
        let mut inside = Markup::default();
        inside.push(words, language, &context.scripts);
        list.append(&Markup::said(if at > 0 { words::BETWEEN } else { "" }));
        linked(&mut list, concept.map(|c| format!("#term-{c}")), &inside);
    }
    if list == Markup::default() {
        return None;
    }
    let mut out = Markup::said(words::TERMS);
    match language {
        Language::Zh => out.push_in("span", &[("lang", context.scripts.tag(&text.label))], &list),
        Language::En => out.append(&list),
    }
    Some(out)
}

/// Words of a text between quotation marks, in its language.
fn quoted(context: &Context, text: &Text, span: Span) -> Markup {
    let words = span.slice(&text.readout().body).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = context.text("“");
    out.append(&isolated(context, &text.label, text.readout().language, &words));
    out.append(&context.text("”"));
    out
}

/// Words of a text amid words of this program: kept apart, so that neither changes the direction of the other.
pub(super) fn isolated(context: &Context, label: &str, language: Language, words: &str) -> Markup {
    let (mut inside, mut out) = (Markup::default(), Markup::default());
    inside.push(words, language, &context.scripts);
    match language {
        Language::Zh => out.push_in("bdi", &[("lang", context.scripts.tag(label))], &inside),
        Language::En => out.push_in("bdi", &[], &inside),
    }
    out
}

/// Adds a link, where there is somewhere to lead to.
pub(super) fn linked(out: &mut Markup, href: Option<String>, inside: &Markup) {
    match href {
        Some(href) => out.push_in("a", &[("href", &href)], inside),
        None => out.append(inside),
    }
}
