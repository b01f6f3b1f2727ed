//! English: the subject of the main clause and its verb decide.

mod clause;
mod deals;
mod own;
mod source;

use clause::{Main, main};
use deals::{agrees, at_last_agree, invites_who_accepts, is_opener, promises, then_agree, then_one_says, with_another};
use own::{answered, counterparts, is_at_table, own_words, spoken_to};
use source::{TOLD, aside, behind, in_the_view_of, inserted, passive, position};

use super::{Found, Reader, Turn};
use crate::codebook::{Act, Head, RuleId, Verb, Without};
use crate::coding::Speaker;
use crate::coding::marks::{Mark, Marks};
use crate::readout::Side;
use crate::text::Span;

pub(super) fn find(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    if let Some(span) = introduces(marks.form.text()) {
        return Some(Found::new(Speaker::None, RuleId::of(Without::Narration.as_str()), span));
    }
    if let Some(head) = inserted(marks) {
        let last = he(reader, marks, head);
        return Some(reader.named(head, id(&head.what).unwrap_or(last.as_str())));
    }
    if let Some(found) = in_the_view_of(reader, marks) {
        return Some(found);
    }
    if let Some((head, id)) = behind(marks) {
        return Some(reader.named(head, id));
    }
    if let Some((head, id)) = as_said(marks) {
        return Some(reader.named(head, id));
    }
    if let Some(found) =
        own_words(reader, marks).or_else(|| answered(reader, marks)).or_else(|| spoken_to(reader, marks))
    {
        return Some(found);
    }
    if let Some(found) = passive(reader, marks) {
        return Some(found);
    }
    if let Some(found) = counterparts(reader, marks) {
        return Some(found);
    }
    let Some(main) = main(marks, reader.said_from) else {
        if let Some(found) = position(reader, marks) {
            return Some(found);
        }
        // 'Over the next years I believe …'.
        let own = marks.heads.iter().filter(|_| reader.own_voice).find(|h| is_first_person(marks, h))?;
        let who = Speaker::Side(reader.own_side());
        return Some(Found { own: true, ..Found::new(who, own.rule.clone(), own.span) });
    };
    let found = |who: Speaker, person| {
        let end = main.second.map_or(main.head.span.end, |h| h.span.end);
        let several = main.fellow;
        Some(Found { person, several, ..Found::new(who, main.head.rule.clone(), Span::new(main.head.span.start, end)) })
    };
    let together = main.has(Verb::Meets);
    let meets = together || main.has(Verb::Visits);
    let must = main.has(Verb::Must) && !main.has(Verb::Say);
    if let Some(second) = main
        .second
        .filter(|h| !same_side(reader, marks, &main, h))
        .filter(|h| !(main.he() && id(&h.what) == Some(reader.last_person().as_str())))
    {
        // 'Japan and the Republic of Korea' are not the sides of this text.
        let publishes = |h: &Mark<Head>| id(&h.what).is_none_or(|id| id == reader.publisher.as_str());
        if !publishes(main.head) && !publishes(second) {
            return None;
        }
        // 'Japan and the United States': what a third state does with one's own is one's own word.
        let party = |h: &Mark<Head>| id(&h.what).is_none_or(|id| reader.side(id).1.is_some());
        if !party(main.head) || !party(second) {
            return found(Speaker::Side(reader.publisher.clone()), None);
        }
        let people = !matches!((&main.head.what, &second.what), (Head::Side(_), Head::Side(_)));
        if !people && (must || reader.in_speech()) || people && must && reader.in_speech() {
            return None;
        }
        return found(Speaker::Both, None);
    }
    // 'President A agreed with President B that they would meet', 'we agreed to meet': two agree.
    if let Some(verb) = agrees(marks, &main)
        && (reader.own_voice || !reader.in_speech())
        && with_another(reader, marks, &main, verb)
    {
        return found(Speaker::Both, None);
    }
    if matches!(main.head.what, Head::Person(_) | Head::He | Head::Side(_)) && invites_who_accepts(marks, &main) {
        let person = id(&main.head.what).and_then(|id| reader.side(id).1);
        let own = is_first_person(marks, main.head);
        return found(Speaker::Both, person).map(|found| Found { own, ..found });
    }
    if let Some(both) = then_agree(marks, &main) {
        let person = id(&main.head.what).and_then(|id| reader.side(id).1);
        return Some(Found { person, ..Found::new(Speaker::Both, both.rule.clone(), both.span) });
    }
    if let Some(head) = then_one_says(marks, &main)
        && let Some(id) = id(&head.what)
    {
        return Some(reader.named(head, id));
    }
    match &main.head.what {
        Head::Encounter => match aside(marks) {
            Some((head, id)) => Some(reader.named(head, id)),
            None if let Some(both) = at_last_agree(marks, &main) => {
                Some(Found::new(Speaker::Both, both.rule.clone(), both.span))
            }
            // Whoever speaks for himself, or answers, says this too.
            None if reader.is_own() || reader.joint() => None,
            None => found(Speaker::None, None),
        },
        // 'We both agree', 'We reviewed the progress'.
        Head::We if is_at_table(marks, main.head) => found(Speaker::Both, None),
        // Where nobody speaks, 'we' are those who publish.
        Head::We if reader.current.is_none() && main.head.span.start == 0 => {
            found(Speaker::Side(reader.publisher.clone()), None)
        }
        Head::Others | Head::We | Head::You => None,
        Head::Person(id) => {
            let (who, person) = reader.side(id);
            if meets && !then_says(marks, main.head) {
                return Some(reader.meeting(marks, main.head, person, together));
            }
            if must && reader.in_speech() {
                return None;
            }
            found(who, person)
        }
        // 'I' is the one who speaks, or who publishes the text.
        Head::He if is_first_person(marks, main.head) => {
            if reader.in_speech() && !reader.own_voice {
                return None;
            }
            let side = reader.own_side();
            let met = meets.then(|| reader.meeting(marks, main.head, Some(side.clone()), together));
            // Whom of one's own side one met is one's own doing.
            let met = met.filter(|met| met.who != Speaker::None || !reader.principals);
            // Whom 'he' means behind it is the other, who is named.
            let mut named = marks
                .heads
                .iter()
                .filter_map(|h| if let Head::Person(id) = &h.what { reader.side(id).1 } else { None });
            let person = named.find(|other| *other != side);
            met.or_else(|| found(Speaker::Side(side), None)).map(|found| Found { own: true, person, ..found })
        }
        Head::He => {
            let side = he(reader, marks, main.head);
            if meets {
                return Some(reader.meeting(marks, main.head, Some(side), together));
            }
            found(Speaker::Side(side.clone()), Some(side))
        }
        Head::They => {
            if let Some(side) = those_who_told(reader, marks, &main) {
                return found(Speaker::Side(side.clone()), Some(side));
            }
            // 'The Secretary and Ambassador A objected. They made clear that …'.
            let several = reader.several.clone().filter(|_| main.has(Verb::Say) && agrees(marks, &main).is_none());
            if let Some(side) = several.filter(|_| !marks.form.text()[main.head.span.end..].starts_with(" both")) {
                let found = found(Speaker::Side(side.clone()), Some(side));
                return found.map(|found| Found { several: true, ..found });
            }
            let (before, _) = marks.form.text().split_at(main.head.span.start);
            let together = before.ends_with("we ") || meets && before.is_empty();
            // Whoever answers may tell of any others: of companies, of those who were there.
            let both = is_at_table(marks, main.head) || agrees(marks, &main).is_some();
            let answers = reader.turn == Some(Turn::Answers) && !both;
            let others = (!main.has(Verb::Say) || answers) && !together;
            if reader.in_speech() && (must || others) {
                return None;
            }
            found(Speaker::Both, None)
        }
        Head::Side(id) => {
            let (who, _) = reader.side(id);
            if reader.takes_back(&who) && is_opener(marks, main.head.span.start) {
                return found(who, None);
            }
            let (subject, rest) = (main.head.span.slice(marks.form.text()), &marks.form.text()[main.head.span.end..]);
            // 'The Chinese side', 'the delegation of the one': those who sit there say it, and no country is spoken of.
            let sits =
                ["side", "delegation", "representatives", "negotiators"].iter().any(|who| subject.ends_with(who));
            let table = sits || rest.starts_with(", for its part,");
            // Who answers or speaks for himself tells of it, and has the word again behind it.
            let takes_word = main.has(Verb::Say) && (table || reader.is_own() || !reader.in_speech());
            // 'Minister A said that …. The United States will …': the publisher's own side, in its own text; 'The Chinese side did
            // not commit to it': whoever refuses.
            let own = who == Speaker::Side(reader.publisher.clone()) && !reader.is_own();
            let anew = reader.current.as_ref() != Some(&who) && is_opener(marks, main.head.span.start);
            if reader.in_speech() && anew && (own && is_bound(rest) || is_refusal(rest)) {
                return found(who, None);
            }
            if reader.in_speech() && !takes_word && !reader.actions {
                // 'China has agreed to …' in somebody's speech: what it promises is its own act.
                let promises = reader.current.as_ref() != Some(&who) && promises(marks, &main, reader.is_own());
                return promises.then(|| found(who, None)).flatten().map(|found| Found { recalled: true, ..found });
            }
            let told = main.verb.is_some_and(|v| is_strict(v.span.slice(marks.form.text())));
            if must && told && !reader.actions && who != Speaker::Side(reader.publisher.clone()) {
                return Some(reader.published(main.head.span));
            }
            found(who, None)
        }
        Head::Joint => {
            if must && reader.in_speech() {
                return None;
            }
            let speech = reader.in_speech() && reader.carries_speech();
            // 'It was agreed that …', 'The two sides reached consensus': so much no one of them says for both.
            let (subject, rest) = marks.form.text().split_at(main.head.span.end);
            let agreed = subject.ends_with("agreed") || subject.ends_with("reached") || rest.starts_with(" reached ");
            if speech && !agreed && !main.has(Verb::Say) && !meets {
                return None;
            }
            found(Speaker::Both, None)
        }
        Head::Countries => {
            // Who says 'I' may say what both did.
            let own = reader.own_voice && agrees(marks, &main).is_some();
            if reader.in_speech() && !own {
                return None;
            }
            found(Speaker::Both, None)
        }
    }
}

/// 'Spokesperson A provided the following readout:' only says who gives out what follows.
fn introduces(text: &str) -> Option<Span> {
    const GIVES: [&str; 4] = ["provided", "released", "issued", "gave"];
    const WHAT: [&str; 4] = ["readout", "statement", "comment", "remarks"];
    let line = text.trim_end().strip_suffix(':')?;
    let following = line.find(" the following ")?;
    let gives = GIVES.iter().any(|verb| line[..following].ends_with(verb));
    (gives && WHAT.iter().any(|what| line[following..].contains(what))).then_some(Span::new(0, line.len()))
}

/// Who is told to have said what a sentence says: 'As President A said, the talks were good'.
fn as_said<'m>(marks: &'m Marks<'_>) -> Option<(&'m Mark<Head>, &'m str)> {
    let text = marks.form.text();
    let head = marks.heads.first().filter(|_| text.starts_with("as "))?;
    // An office may stand before the name.
    let office = text.get("as ".len()..head.span.start)?;
    if office.contains(',') || office.split_whitespace().count() > 4 {
        return None;
    }
    let rest = &text[head.span.end..];
    let verb = marks.verbs.iter().find(|v| v.what == Verb::Say && v.span.start == head.span.end + 1)?;
    let closed = text[verb.span.end..].starts_with(',') || rest.starts_with(" put it,");
    id(&head.what).filter(|_| closed && matches!(head.what, Head::Person(_))).map(|id| (head, id))
}

/// Whose 'they' are who speak to the other side: 'They told the Minister that …', 'They assured their hosts that …'.
fn those_who_told(reader: &Reader<'_>, marks: &Marks<'_>, main: &Main<'_>) -> Option<Side> {
    const OTHERS: [&str; 5] = ["hosts", "guests", "counterpart", "counterparts", "interlocutors"];
    let text = marks.form.text();
    let verb = main.verb.filter(|v| TOLD.contains(&v.span.slice(text)))?;
    let rest = text[verb.span.end..].strip_prefix(' ')?;
    let their = rest
        .strip_prefix("their ")
        .is_some_and(|rest| rest.split([' ', ',', '.']).take(3).any(|word| OTHERS.contains(&word)));
    if their {
        return Some(reader.last_person());
    }
    let head = marks.heads.iter().find(|h| h.span.start > verb.span.end)?;
    // A title may stand between, and nothing else: 'they asked whether the Minister …' is said to anybody.
    let mut at = verb.span.end + 1;
    let titled = text.get(at..head.span.start)?.split_inclusive(' ').all(|word| {
        let capital = marks.form.is_upper(at);
        at += word.len();
        capital || word == "the "
    });
    reader.other(id(&head.what).filter(|_| titled)?)
}

/// Whether what follows a side is what it will or will not do, as a side says of itself.
fn is_bound(rest: &str) -> bool {
    const WORDS: [&str; 12] = [
        " will ",
        " does not ",
        " would not ",
        " will not ",
        " opposes ",
        " remains committed",
        " is committed",
        " stands ready",
        " is ready to",
        " strongly ",
        " firmly ",
        " urges ",
    ];
    WORDS.iter().any(|words| rest.starts_with(words))
}

/// Whether what follows a side is that it did not do something, or refused to.
fn is_refusal(rest: &str) -> bool {
    [" did not ", " declined ", " refused ", " gave no ", " offered no ", " made no "]
        .iter()
        .any(|w| rest.starts_with(w))
}

/// Whether a verb says what must be done, and not only what can or may.
fn is_strict(verb: &str) -> bool {
    !matches!(verb, "can" | "could" | "may")
}

/// Whose side somebody is on who was named before. 'The President' of a text whose publisher calls only its own so is the
/// publisher's, whoever was named last.
fn he(reader: &Reader<'_>, marks: &Marks<'_>, head: &Mark<Head>) -> Side {
    let office = head.span.slice(marks.form.text());
    let own = reader.habits.is_some_and(|side| side.own_offices.iter().any(|own| own == office));
    if own { reader.publisher.clone() } else { reader.last_person() }
}

/// Whether the second of two subjects is 'I' of the side that the first is of: 'Secretary A and I' of his President.
fn same_side(reader: &Reader<'_>, marks: &Marks<'_>, main: &Main<'_>, second: &Mark<Head>) -> bool {
    is_first_person(marks, second) && id(&main.head.what) == Some(reader.publisher.as_str())
}

/// Whether who meets somebody says something in the same breath: 'A met with B and raised concerns'.
fn then_says(marks: &Marks<'_>, head: &Mark<Head>) -> bool {
    let text = marks.form.text();
    let says = |v: &&Mark<Verb>| {
        v.what == Verb::Say && v.span.start > head.span.end && text[..v.span.start].ends_with(" and ")
    };
    let more =
        |v: &Mark<Verb>| marks.acts.iter().any(|act| act.span.start == v.span.start && act.what.0 > Act::Describe);
    marks.verbs.iter().filter(says).any(more)
}

fn id(head: &Head) -> Option<&str> {
    match head {
        Head::Person(id) | Head::Side(id) => Some(id),
        _ => None,
    }
}

/// Whether a subject is 'I'.
fn is_first_person(marks: &Marks<'_>, head: &Mark<Head>) -> bool {
    head.span.slice(marks.form.text()) == "i"
}
