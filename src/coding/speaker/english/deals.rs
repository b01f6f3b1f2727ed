//! Who promises a thing, and who agree on one: 'China will purchase', 'A agreed with B', 'they agreed in the end'.

use super::clause::{Main, perfect};
use super::{id, is_first_person};
use crate::codebook::{Act, Head, Use, Verb};
use crate::coding::Speaker;
use crate::coding::marks::{Mark, Marks};
use crate::coding::speaker::Reader;

/// What a side is told to bind itself by, or to weigh, right behind its name.
const BOUND: [&str; 16] = [
    " has committed ",
    " have committed ",
    " has also committed ",
    " committed to ",
    " has pledged ",
    " have pledged ",
    " pledged to ",
    " has promised ",
    " have promised ",
    " promised to ",
    " has offered to ",
    " offered to ",
    " has accepted ",
    " has assured ",
    " assured us ",
    " is considering ",
];

/// Whether the subject opens the sentence and agrees to do something or, as `own` words tell of another side, will do it:
/// 'Additionally, China has agreed to …', 'China will purchase …'.
pub(super) fn promises(marks: &Marks<'_>, main: &Main<'_>, own: bool) -> bool {
    let text = marks.form.text();
    let behind = |verb: &Mark<Verb>| [" to ", " that they will "].iter().any(|w| text[verb.span.end..].starts_with(w));
    let opens = goes_on_only(&text[..main.head.span.start]);
    let rest = &text[main.head.span.end..];
    let will = || [" will ", " is going to ", " is also going to "].iter().find_map(|will| rest.strip_prefix(will));
    let agreed = agrees(marks, main).is_some_and(behind) || rest.starts_with(" will agree to ");
    // 'China has pledged to …', 'China is considering …': told of the other side by whoever speaks for himself.
    let bound = || BOUND.iter().any(|words| rest.starts_with(words));
    opens && (agreed || own && (bound() || will().is_some_and(is_measure)))
}

/// Whether what stands before a subject only goes on: 'Additionally, ', 'Very significantly, the '.
fn goes_on_only(before: &str) -> bool {
    const ONLY: [&str; 8] =
        ["also", "in addition", "in turn", "in return", "in exchange", "for its part", "as part of this", "finally"];
    let before = before.trim_end_matches("the ").trim_end();
    let Some(adverb) = before.strip_suffix(',') else { return before.is_empty() };
    ONLY.contains(&adverb) || adverb.ends_with("ly") && adverb.split(' ').count() <= 2
}

/// Whether what stands before a subject only goes on or tells when or of what: 'On July 10, ', 'On Taiwan, ', 'First, the '.
pub(super) fn is_opener(marks: &Marks<'_>, subject: usize) -> bool {
    /// How many words it has at most.
    const WORDS: usize = 6;
    let before = &marks.form.text()[..subject];
    let phrase = before.trim_end_matches("the ").trim_end();
    let short = phrase.ends_with(',') && phrase.split_whitespace().count() <= WORDS;
    let plain =
        !marks.heads.iter().any(|h| h.span.end <= subject) && !marks.verbs.iter().any(|v| v.span.end <= subject);
    goes_on_only(before) || short && plain
}

/// Whether what somebody is said to do in future is a step that he has promised: to buy, to suspend, to work with others. What
/// he will try, threaten or become is foretold.
fn is_measure(rest: &str) -> bool {
    const STEPS: [&str; 44] = [
        "accept",
        "allow",
        "approve",
        "begin",
        "buy",
        "cancel",
        "cease",
        "continue",
        "cooperate",
        "cut",
        "delay",
        "eliminate",
        "end",
        "extend",
        "help",
        "honor",
        "implement",
        "import",
        "invest",
        "issue",
        "lift",
        "lower",
        "make",
        "open",
        "pause",
        "permit",
        "postpone",
        "provide",
        "purchase",
        "reduce",
        "refrain",
        "release",
        "remove",
        "reopen",
        "restore",
        "resume",
        "roll",
        "start",
        "stop",
        "supply",
        "suspend",
        "take",
        "terminate",
        "work",
    ];
    const AGAIN: [&str; 4] = ["also", "immediately", "now", "soon"];
    let mut words = rest.split([' ', ',', '.']).skip_while(|word| AGAIN.contains(word));
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    // 'Will be buying', 'will continue to purchase', 'will continue the flow'.
    let stem = |word: &str| {
        STEPS.iter().any(|step| {
            word.strip_prefix(step.trim_end_matches('e')).is_some_and(|end| matches!(end, "ing" | "ping" | "ting"))
        })
    };
    match first {
        "be" => stem(second),
        "continue" if second == "to" => words.next().is_some_and(|verb| STEPS.contains(&verb)),
        "take" | "make" => !matches!(second, "over" | "advantage" | "war"),
        _ => STEPS.contains(&first),
    }
}

/// The verb by which the subject agrees, alone or behind 'has'.
pub(super) fn agrees<'a>(marks: &'a Marks<'_>, main: &Main<'a>) -> Option<&'a Mark<Verb>> {
    let first = main.verb?;
    let participle = perfect(marks, first).map(|verb| verb.span.start);
    let of = |v: &&Mark<Verb>| v.span.start == first.span.start || participle == Some(v.span.start);
    marks.verbs.iter().filter(of).find(|v| v.what == Verb::Agrees)
}

/// Whether whoever agrees does it with somebody of another side, who is named or, behind 'we' of a text that says 'I', meant.
pub(super) fn with_another(reader: &Reader<'_>, marks: &Marks<'_>, main: &Main<'_>, verb: &Mark<Verb>) -> bool {
    let text = marks.form.text();
    let own = match &main.head.what {
        Head::Person(id) | Head::Side(id) => id.clone(),
        Head::He if !is_first_person(marks, main.head) => reader.last_person().as_str().into(),
        Head::He | Head::We => reader.publisher.as_str().into(),
        _ => return false,
    };
    let named = || {
        let (between, rest) = text[verb.span.end..].split_once(" with ")?;
        // 'Agreed to work with China' is no agreement with it, 'reached a deal in principle with China' is one.
        let mut words = between.split_whitespace();
        if words.clone().count() > 4 || words.any(|word| word == "to") || between.contains([',', ';']) {
            return None;
        }
        let from = text.len() - rest.len();
        let other = marks.heads.iter().find(|h| h.span.start >= from)?;
        let near = text[from..other.span.start].split_whitespace().count() <= 4;
        id(&other.what).filter(|other| near && **other != *own && reader.side(other).1.is_some())
    };
    // 'We agreed' may be said of one side, a deal takes two.
    let deal = verb.span.slice(text) != "agreed";
    let meant = || deal || reader.own_voice || matches!(reader.current, None | Some(Speaker::Both));
    named().is_some() || main.head.what == Head::We && meant()
}

/// 'A invited B to visit, and they agreed to …': those who agree in the end, where what one of them does before it is
/// neither asked for nor objected to.
pub(super) fn then_agree<'a>(marks: &'a Marks<'_>, main: &Main<'_>) -> Option<&'a Mark<Head>> {
    let text = marks.form.text();
    let person = matches!(main.head.what, Head::Person(_) | Head::He);
    let agree = |h: &&Mark<Head>| {
        matches!(h.what, Head::They | Head::Joint)
            && text[..h.span.start].ends_with(", and ")
            && text[h.span.end..].trim_start_matches(" both").starts_with(" agreed")
    };
    let both = marks.heads.iter().filter(|_| person).find(agree)?;
    let strong = |cue: &Mark<(Act, Use)>| cue.what.0 > Act::Commit && cue.span.end <= both.span.start;
    (!marks.acts.iter().any(strong)).then_some(both)
}

/// Those who agree behind how the talks were: 'The exchange was frank, and the two officials agreed to remain in contact'.
pub(super) fn at_last_agree<'a>(marks: &'a Marks<'_>, main: &Main<'_>) -> Option<&'a Mark<Head>> {
    const JOINS: [&str; 5] = [", and ", "; ", ", where ", ", at which ", ", during which "];
    const AGREE: [&str; 10] = [
        " agreed ",
        " committed ",
        " decided ",
        " pledged ",
        " resolved to ",
        " undertook to ",
        " vowed to ",
        " reached ",
        " reaffirmed their ",
        " promised to ",
    ];
    let text = marks.form.text();
    let agree = |h: &&Mark<Head>| {
        let before = &text[..h.span.start];
        let before = before.strip_suffix("the ").unwrap_or(before);
        let rest = text[h.span.end..].trim_start_matches(" both").trim_start_matches(" also");
        matches!(h.what, Head::They | Head::Joint | Head::Countries)
            && JOINS.iter().any(|join| before.ends_with(join))
            && AGREE.iter().any(|verb| rest.starts_with(verb))
    };
    marks.heads.iter().filter(|_| main.head.what == Head::Encounter).find(agree)
}

/// Who takes the word behind what both talked about: 'They discussed Taiwan, and the Secretary stressed that …'.
pub(super) fn then_one_says<'a>(marks: &'a Marks<'_>, main: &Main<'_>) -> Option<&'a Mark<Head>> {
    const TALKS: [&str; 8] = [
        " discussed ",
        " exchanged views ",
        " talked about ",
        " spoke about ",
        " touched on ",
        " reviewed ",
        " explored ",
        " covered ",
    ];
    const JOINS: [&str; 3] = [", and ", "; ", ", while "];
    let text = marks.form.text();
    let talk = |v: &&Mark<Verb>| v.what == Verb::Say && v.span.start > main.head.span.end;
    if !matches!(main.head.what, Head::Joint | Head::They) || agrees(marks, main).is_some() {
        return None;
    }
    marks.heads.iter().find(|head| {
        let named = matches!(head.what, Head::Person(_)) || head.span.slice(text).ends_with(" side");
        let between = text.get(main.head.span.end..head.span.start).unwrap_or_default();
        let talked = TALKS.iter().any(|talk| between.contains(talk));
        let before = &text[..head.span.start];
        // A title may stand before the name.
        let opens = JOINS.iter().filter_map(|join| before.rfind(join).map(|at| at + join.len())).max();
        let near = opens.is_some_and(|at| {
            let title = &before[at..];
            title.split_whitespace().count() <= 4 && !title.contains(',') && main.head.span.end < at
        });
        let says = marks.verbs.iter().filter(talk).any(|v| {
            text.get(head.span.end..v.span.start).is_some_and(|between| between.split_whitespace().count() <= 1)
        });
        named && talked && near && says
    })
}

/// Whether somebody invites another, who accepts: 'A invited B to visit in April, and she accepted'.
pub(super) fn invites_who_accepts(marks: &Marks<'_>, main: &Main<'_>) -> bool {
    /// How many words there may be between who invites and the verb.
    const NEAR: usize = 3;
    let text = &marks.form.text()[main.head.span.end..];
    let Some(invites) = text.find(" invited ") else { return false };
    let near = text[..invites].split_whitespace().count() <= NEAR;
    let accepts = text[invites..].find(" accepted").map(|at| &text[invites..invites + at]);
    near && accepts.is_some_and(|between| between.contains(", which") || between.contains(" and "))
}
