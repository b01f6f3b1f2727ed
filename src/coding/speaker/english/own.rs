//! Words of whoever speaks for himself: 'I', 'we', 'our', and whom he calls by name or answers.

use super::clause::main;
use super::deals::agrees;
use super::{id, is_first_person};
use crate::codebook::{Head, RuleId, Verb, Without};
use crate::coding::Speaker;
use crate::coding::marks::{Mark, Marks};
use crate::coding::speaker::{Found, Reader};
use crate::text::Span;

/// What somebody says to whom he calls by name: 'So, President A, I look forward to it', 'President A, thank you'.
pub(super) fn spoken_to(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const OPENS: [&str; 6] = ["", "so,", "well,", "now,", "and,", "again,"];
    const TITLES: [&str; 10] = [
        "vice president",
        "president",
        "vice premier",
        "premier",
        "chairman",
        "secretary",
        "minister",
        "director",
        "mr.",
        "ambassador",
    ];
    const SPEAKS: [&str; 6] = [", i ", ", we ", ", let me", ", thank", ", it's", ", welcome"];
    let text = marks.form.text();
    let called = marks.heads.iter().find(|h| h.span.start >= reader.said_from)?;
    let before = text[reader.said_from..called.span.start].trim_end();
    let untitled = TITLES.iter().find_map(|title| before.strip_suffix(title)).unwrap_or(before);
    let opens = OPENS.contains(&untitled.trim());
    let rest = &text[called.span.end..];
    // 'Minister A, we all know, has said': an aside, behind which he goes on.
    const GOES_ON: [&str; 8] = ["has ", "had ", "is ", "was ", "said ", "says ", "told ", "will "];
    let behind = rest.strip_prefix(", ").and_then(|rest| rest.split_once(", "));
    let aside = behind.is_some_and(|(_, behind)| GOES_ON.iter().any(|verb| behind.starts_with(verb)));
    let speaks = !aside && SPEAKS.iter().any(|words| rest.starts_with(words));
    let other = matches!(&called.what, Head::Person(id) if id.as_ref() != reader.own_side().as_str());
    let who = Speaker::Side(reader.own_side());
    (reader.is_own() && other && opens && speaks)
        .then(|| Found { own: true, ..Found::new(who, called.rule.clone(), called.span) })
}

/// What whoever speaks for himself says that he answered, behind what he tells of another: 'Country A raised the lists, and we
/// told them that …'.
pub(super) fn answered(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    /// How many bytes may stand between 'we' and the verb: 'also', 'have'.
    const NEAR: usize = 16;
    let text = marks.form.text();
    let first = marks.heads.iter().find(|h| h.span.start >= reader.said_from)?;
    let other = id(&first.what).is_some_and(|id| id != reader.own_side().as_str());
    let own = marks.heads.iter().filter(|h| h.what == Head::We || is_first_person(marks, h)).find(|h| {
        let opens = [", and ", ", but ", "; "].iter().any(|link| text[..h.span.start].ends_with(link));
        let says = |v: &&Mark<Verb>| v.what == Verb::Say && v.span.start > h.span.end;
        let verb = marks.verbs.iter().find(says);
        opens && verb.is_some_and(|v| v.span.start - h.span.end <= NEAR)
    })?;
    let who = Speaker::Side(reader.own_side());
    (reader.is_own() && other && own.span.start > first.span.end)
        .then(|| Found { own: true, ..Found::new(who, own.rule.clone(), own.span) })
}

/// What whoever speaks for himself, or publishes, says that those on the other side said: 'Our counterparts told us that …'.
pub(super) fn counterparts(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    const THEY: [&str; 9] = [
        "our counterparts ",
        "our chinese counterparts ",
        "our american counterparts ",
        "our hosts ",
        "our guests ",
        "our interlocutors ",
        "their delegation ",
        "their side ",
        "the other side ",
    ];
    /// How many bytes may stand between them and the verb: 'also', 'have'.
    const NEAR: usize = 16;
    let text = marks.form.text();
    let from = reader.said_from;
    let they = THEY.iter().find(|they| text[from..].starts_with(**they))?;
    let end = from + they.trim_end().len();
    let verb = marks.verbs.iter().find(|v| v.what == Verb::Say && v.span.start > end)?;
    let other = reader.other(reader.own_side().as_str()).filter(|_| verb.span.start - end <= NEAR)?;
    let rule = RuleId::of(Without::Counterparts.as_str());
    Some(Found { person: Some(other.clone()), ..Found::new(Speaker::Side(other), rule, Span::new(from, end)) })
}

/// Whether 'we' or 'they' do what takes two at a table: 'we discussed', 'they also covered', 'we both'.
pub(super) fn is_at_table(marks: &Marks<'_>, we: &Mark<Head>) -> bool {
    const TOGETHER: [&str; 11] = [
        " discussed",
        " both ",
        " talked about",
        " covered",
        " reviewed",
        " exchanged",
        " explored",
        " spoke about",
        " spoke again",
        " met again",
        " spoke at length",
    ];
    let rest = &marks.form.text()[we.span.end..];
    let rest = rest.strip_prefix(" also").unwrap_or(rest);
    let talks = || {
        const NOUNS: [&str; 8] =
            ["discussion", "discussions", "conversation", "conversations", "talks", "meeting", "exchange", "dialogue"];
        let verbs = [
            " had ",
            " held ",
            " just had ",
            " have had ",
            " have just had ",
            " have just concluded ",
            " just concluded ",
        ];
        let behind = verbs.iter().find_map(|verb| rest.strip_prefix(verb));
        behind.is_some_and(|rest| rest.split([' ', ',', '.']).take(7).any(|word| NOUNS.contains(&word)))
    };
    let progress = || rest.starts_with(" made ") && rest.split(' ').skip(2).take(4).any(|word| word == "progress");
    TOGETHER.iter().any(|verb| rest.starts_with(verb)) || progress() || talks()
}

/// What a text that says 'I' says besides: 'Thank you for …', 'We will inform the media'.
pub(super) fn own_words(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    if !reader.own_voice {
        return None;
    }
    /// What is both sides', behind 'our'.
    const OF_BOTH: [&str; 12] = [
        "two",
        "both",
        "sides",
        "respective",
        "countries",
        "nations",
        "peoples",
        "meeting",
        "talks",
        "discussion",
        "discussions",
        "conversation",
    ];
    let text = marks.form.text();
    let from = ["and ", "but ", "so ", "yet "].iter().find_map(|link| text.starts_with(link).then_some(link.len()));
    let from = from.unwrap_or(0);
    let head = marks.heads.iter().find(|h| h.what == Head::We);
    // Whether those who agree are two is asked of the main clause.
    let we = head
        .filter(|h| h.span.start == from && main(marks, reader.said_from).is_none_or(|m| agrees(marks, &m).is_none()));
    // What 'we' do at a table they do together.
    if let Some(we) = we.filter(|h| is_at_table(marks, h)) {
        return Some(Found::new(Speaker::Both, we.rule.clone(), we.span));
    }
    // 'Our farmers will be glad'.
    let our = text[from..].strip_prefix("our ").is_some_and(|rest| {
        let next: Vec<&str> = rest.split([' ', ',', '.']).take(2).collect();
        !next.iter().any(|word| OF_BOTH.contains(word))
    });
    let opening =
        ["thank you", "our "].iter().find(|words| text[from..].starts_with(**words) && (our || **words != "our "));
    if we.is_none() && opening.is_none() {
        return None;
    }
    let who = Speaker::Side(reader.own_side());
    let (rule, span) = we.map_or_else(
        || {
            let length = opening.map_or(0, |words| words.trim_end().len());
            (RuleId::of(Without::FirstPerson.as_str()), Span::new(from, from + length))
        },
        |h| (h.rule.clone(), h.span),
    );
    Some(Found { person: Some(reader.own_side()), ..Found::new(who, rule, span) })
}
