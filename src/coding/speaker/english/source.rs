//! Whose words an English sentence has by something else than the subject of its main clause: somebody inserted or named
//! behind, who stands behind a passive, and whose view or position it is about.

use crate::codebook::{Head, Verb};
use crate::coding::clauses::after_preposition;
use crate::coding::marks::{Mark, Marks};
use crate::coding::speaker::{Found, Reader};
use crate::text::Span;

use super::{he, id};

/// The passive at the beginning of a text: the bytes of its form of 'be' and of its participle.
fn passive_verb(text: &str) -> Option<(Span, Span)> {
    const BE: [&str; 9] = ["was", "were", "is", "are", "been", "be", "being", "got", "gets"];
    const IRREGULAR: [&str; 18] = [
        "told",
        "made",
        "put",
        "given",
        "taken",
        "set",
        "shown",
        "brought",
        "sent",
        "understood",
        "known",
        "seen",
        "sought",
        "drawn",
        "left",
        "begun",
        "laid",
        "driven",
    ];
    let words: Vec<Span> = words_of(text).collect();
    let be = words.iter().position(|w| BE.contains(&w.slice(text)))?;
    let participle = words[be + 1..].iter().take(4).find(|w| {
        let word = w.slice(text);
        word.ends_with("ed") && word.len() > 4 || IRREGULAR.contains(&word)
    })?;
    let between = &text[words[be].end..participle.start];
    let adverbs =
        between.split_whitespace().all(|w| w.ends_with("ly") || matches!(w, "also" | "again" | "been" | "being"));
    adverbs.then_some((words[be], *participle))
}

/// The words of a text.
fn words_of(text: &str) -> impl Iterator<Item = Span> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().map(move |word| Span::new(start(word), start(word) + word.len()))
}

/// What is done to somebody who is spoken to, and who does it.
pub(super) const TOLD: [&str; 13] = [
    "told",
    "assured",
    "urged",
    "warned",
    "asked",
    "reminded",
    "pressed",
    "cautioned",
    "promised",
    "admonished",
    "challenged",
    "requested",
    "encouraged",
];

/// Who is behind a passive: 'Concerns were raised by the U.S. side', 'The Vice Minister was told that …' by the other side.
pub(super) fn passive(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    /// With these people are together, and nobody says or does anything to another.
    const TOGETHER: [&str; 12] = [
        "accompanied",
        "joined",
        "hosted",
        "attended",
        "received",
        "greeted",
        "led",
        "headed",
        "chaired",
        "preceded",
        "followed",
        "represented",
    ];
    // A form of 'be' is a verb of the codebook, alone or behind 'has' and 'will'.
    marks.verbs.iter().find(|v| v.what == Verb::Does)?;
    let text = marks.form.text();
    let (be, participle) = passive_verb(text)?;
    let verb = participle.slice(text);
    let mut named = marks.heads.iter().filter(|h| id(&h.what).is_some());
    let subject = named.find(|h| h.span.end < be.start && !after_preposition(text, h.span.start));
    let says = |v: &Mark<Verb>| v.what == Verb::Say && v.span.end <= be.start;
    let spoken = marks.heads.iter().any(|h| marks.verbs.iter().any(|v| says(v) && v.span.start >= h.span.end));
    if spoken || TOGETHER.contains(&verb) || text[..be.start].contains(", ") && !marks.opens {
        return None;
    }
    let agent = text[participle.end..].find(" by ").map(|i| participle.end + i + 4).filter(|at| {
        let between = &text[participle.end..*at];
        between.split_whitespace().count() <= 6 && !between.contains([',', ';'])
    });
    let agent = agent.and_then(|at| {
        let head = marks.heads.iter().find(|h| h.span.start >= at)?;
        let near = text[at..head.span.start].split_whitespace().count() <= 4;
        let whole = !text[head.span.end..].starts_with("'s ");
        (near && whole).then_some((head, id(&head.what)?))
    });
    if let Some((head, id)) = agent {
        let table = head.span.slice(text).ends_with("side");
        let takes = matches!(head.what, Head::Person(_)) || table || !reader.in_speech();
        return takes.then(|| reader.named(head, id));
    }
    let by_a_thing = text[participle.end..].starts_with(" by ");
    let subject = subject.filter(|_| TOLD.contains(&verb) && !by_a_thing)?;
    let other = reader.other(id(&subject.what)?)?;
    let near = text[subject.span.end..be.start].split_whitespace().count() <= 6;
    let takes = near && (matches!(subject.what, Head::Person(_)) || !reader.in_speech());
    takes.then(|| reader.named(subject, other.as_str()))
}

/// Whose position a sentence is about that has it as its subject: 'The Secretary's message was …', 'It is the view of the
/// United States that …', 'Our policy has not changed'.
pub(super) fn position(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const POSITIONS: [&str; 35] = [
        "message",
        "position",
        "view",
        "views",
        "stance",
        "policy",
        "concern",
        "concerns",
        "request",
        "demand",
        "demands",
        "call",
        "opposition",
        "goal",
        "goals",
        "objective",
        "objectives",
        "priority",
        "priorities",
        "aim",
        "hope",
        "expectation",
        "expectations",
        "commitment",
        "determination",
        "resolve",
        "desire",
        "intention",
        "intent",
        "support",
        "appreciation",
        "readiness",
        "willingness",
        "belief",
        "objection",
    ];
    let text = marks.form.text();
    let positions = |words: &str, most: usize| {
        words
            .split(' ')
            .filter(|w| !w.is_empty())
            .take(most)
            .any(|w| POSITIONS.contains(&w.trim_end_matches([',', '.'])))
    };
    let free = !reader.in_speech() && (reader.current.is_none() || reader.opens_paragraph);
    if free && text.starts_with("our ") && positions(&text[4..], 5) {
        return Some(reader.published(Span::new(0, "our".len())));
    }
    let office = |h: &&Mark<Head>| h.what == Head::He && text[h.span.start..].starts_with("the ");
    let head = marks.heads.iter().find(|h| id(&h.what).is_some() || office(h))?;
    let before = text[..head.span.start].trim_end();
    let verb_before = marks.verbs.iter().any(|v| v.what == Verb::Say && v.span.end <= head.span.start);
    let short = before.split_whitespace().count() <= 8 && !before.contains(',') && !verb_before;
    let has = text[head.span.end..].strip_prefix("'s ").is_some_and(|rest| positions(rest, 3));
    let owned = has && (before.split_whitespace().count() <= 3 && !after_preposition(text, head.span.start));
    let of = before
        .strip_suffix(" of")
        .or_else(|| before.strip_suffix(" for"))
        .is_some_and(|words| words.rsplit(' ').next().is_some_and(|w| POSITIONS.contains(&w)));
    // What a speaker says of his own side's position goes on with his words.
    let takes = !matches!(head.what, Head::Side(_)) || !reader.in_speech();
    if !(short && takes && (owned || of)) {
        return None;
    }
    let last = he(reader, marks, head);
    Some(reader.named(head, id(&head.what).unwrap_or(last.as_str())))
}

/// Whose view a sentence gives, where it opens with that: 'In the Secretary's view, …', 'According to Secretary A, …'.
pub(super) fn in_the_view_of(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const VIEWS: [&str; 6] = [" view", " judgment", " judgement", " opinion", " assessment", " words"];
    let text = marks.form.text();
    let view = text.starts_with("in ");
    if !view && !text.starts_with("according to ") {
        return None;
    }
    let (opening, _) = text.split_once(", ").filter(|(opening, _)| opening.split_whitespace().count() <= 8)?;
    if view && !VIEWS.iter().any(|view| opening.ends_with(view)) {
        return None;
    }
    let head = marks.heads.first().filter(|h| h.span.end <= opening.len())?;
    Some(reader.named(head, id(&head.what)?))
}

/// The person of whom a sentence says in its midst or at its end that the words are his: ', Secretary A stressed,'.
pub(super) fn inserted<'a>(marks: &'a Marks<'_>) -> Option<&'a Mark<Head>> {
    let text = marks.form.text();
    marks.heads.iter().filter(|head| matches!(head.what, Head::Person(_) | Head::He)).find(|head| {
        let opens = text[..head.span.start].rsplit_once(", ");
        let says = |v: &&Mark<Verb>| {
            let between = text.get(head.span.end..v.span.start).map(str::trim);
            v.what == Verb::Say && between.is_some_and(|b| b.is_empty() || b == "also")
        };
        // 'told reporters' too.
        let closed = |end: usize| {
            let rest = text[end..].split([',', '.']).next().unwrap_or_default();
            rest.is_empty() || text[..end].ends_with("told") && rest.split_whitespace().count() <= 3
        };
        // ', and she accepted.' goes on, and is no insertion.
        let links = ["which", "and", "but", "while", "so", "yet"];
        let alone =
            opens.is_some_and(|(_, title)| title.split_whitespace().count() <= 4 && !links.contains(&title.trim()));
        alone && marks.verbs.iter().find(says).is_some_and(|v| closed(v.span.end))
    })
}

/// The person behind the verb at the end of what he says, with the id of the side: '“…,” said Secretary A.'
pub(super) fn behind<'a>(marks: &'a Marks<'_>) -> Option<(&'a Mark<Head>, &'a str)> {
    let text = marks.form.text();
    let verb = marks.verbs.iter().rev().find(|v| v.what == Verb::Say)?;
    let head = marks.heads.iter().find(|h| h.span.start > verb.span.end)?;
    let Head::Person(id) = &head.what else { return None };
    let quoted = text[..verb.span.start].trim_end_matches([' ', '"', '”']).ends_with([',', '?', '!']);
    // A title may stand between.
    let title = text[verb.span.end..head.span.start].split_whitespace().count() <= 4;
    let ends = text[head.span.end..].trim_end_matches(['.', ' ']).is_empty();
    (quoted && title && ends).then_some((head, id.as_str()))
}

/// Whose words a sentence is by an aside, ', as President A made clear,', with the id of the side.
pub(super) fn aside<'a>(marks: &'a Marks<'_>) -> Option<(&'a Mark<Head>, &'a str)> {
    let text = marks.form.text();
    marks.heads.iter().find_map(|head| {
        let id = id(&head.what)?;
        // A title may stand between.
        let (_, title) = text[..head.span.start].rsplit_once(", as ")?;
        let says = |v: &&Mark<Verb>| {
            v.what == Verb::Say && text.get(head.span.end..v.span.start).is_some_and(|b| b.trim().is_empty())
        };
        let verb = marks.verbs.iter().find(says)?;
        let near = title.split_whitespace().count() <= 4 && !title.contains(',');
        (near && text[verb.span.end..].starts_with(',')).then_some((head, id))
    })
}
