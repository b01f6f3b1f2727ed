//! English: the subject of the main clause and its verb decide.

mod clause;
mod source;

use clause::{Main, main, perfect};
use source::{aside, behind, in_the_view_of, inserted, passive, position};

use super::{Found, Reader, Turn};
use crate::codebook::{Act, Head, RuleId, Use, Verb, Without};
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
    let Some(main) = main(marks, reader.said_from) else {
        if let Some(found) = position(reader, marks) {
            return Some(found);
        }
        // 'Over the next years I believe …'.
        let own = marks.heads.iter().filter(|_| reader.own_voice).find(|h| is_first_person(marks, h))?;
        let who = Speaker::Side(reader.publisher.clone());
        return Some(Found { own: true, ..Found::new(who, own.rule.clone(), own.span) });
    };
    let found = |who: Speaker, person| {
        let end = main.second.map_or(main.head.span.end, |h| h.span.end);
        Some(Found { person, ..Found::new(who, main.head.rule.clone(), Span::new(main.head.span.start, end)) })
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
    if let Some(both) = then_agree(marks, &main) {
        let person = id(&main.head.what).and_then(|id| reader.side(id).1);
        return Some(Found { person, ..Found::new(Speaker::Both, both.rule.clone(), both.span) });
    }
    match &main.head.what {
        Head::Encounter => match aside(marks) {
            Some((head, id)) => Some(reader.named(head, id)),
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
            let side = reader.publisher.clone();
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
            let table = subject.ends_with("side") || rest.starts_with(", for its part,");
            // Who answers or speaks for himself tells of it, and has the word again behind it.
            let takes_word = main.has(Verb::Say) && (table || reader.is_own() || !reader.in_speech());
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

/// What somebody says to whom he calls by name: 'So, President A, I look forward to it', 'President A, thank you'.
fn spoken_to(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
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
    let other = matches!(&called.what, Head::Person(id) if id.as_ref() != reader.publisher.as_str());
    let who = Speaker::Side(reader.publisher.clone());
    (reader.is_own() && other && opens && speaks)
        .then(|| Found { own: true, ..Found::new(who, called.rule.clone(), called.span) })
}

/// What whoever speaks for himself says that he answered, behind what he tells of another: 'Country A raised the lists, and we
/// told them that …'.
fn answered(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
    /// How many bytes may stand between 'we' and the verb: 'also', 'have'.
    const NEAR: usize = 16;
    let text = marks.form.text();
    let first = marks.heads.iter().find(|h| h.span.start >= reader.said_from)?;
    let other = id(&first.what).is_some_and(|id| id != reader.publisher.as_str());
    let own = marks.heads.iter().filter(|h| h.what == Head::We || is_first_person(marks, h)).find(|h| {
        let opens = [", and ", ", but ", "; "].iter().any(|link| text[..h.span.start].ends_with(link));
        let says = |v: &&Mark<Verb>| v.what == Verb::Say && v.span.start > h.span.end;
        let verb = marks.verbs.iter().find(says);
        opens && verb.is_some_and(|v| v.span.start - h.span.end <= NEAR)
    })?;
    let who = Speaker::Side(reader.publisher.clone());
    (reader.is_own() && other && own.span.start > first.span.end)
        .then(|| Found { own: true, ..Found::new(who, own.rule.clone(), own.span) })
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

/// Whether a subject is 'I'.
fn is_first_person(marks: &Marks<'_>, head: &Mark<Head>) -> bool {
    head.span.slice(marks.form.text()) == "i"
}

/// Whether the subject opens the sentence and agrees to do something or, as `own` words tell of another side, will do it:
/// 'Additionally, China has agreed to …', 'China will purchase …'.
fn promises(marks: &Marks<'_>, main: &Main<'_>, own: bool) -> bool {
    let text = marks.form.text();
    let behind = |verb: &Mark<Verb>| [" to ", " that they will "].iter().any(|w| text[verb.span.end..].starts_with(w));
    let opens = goes_on_only(&text[..main.head.span.start]);
    let rest = &text[main.head.span.end..];
    let will = || [" will ", " is going to ", " is also going to "].iter().find_map(|will| rest.strip_prefix(will));
    let agreed = agrees(marks, main).is_some_and(behind) || rest.starts_with(" will agree to ");
    opens && (agreed || own && will().is_some_and(is_measure))
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
fn is_opener(marks: &Marks<'_>, subject: usize) -> bool {
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
fn agrees<'a>(marks: &'a Marks<'_>, main: &Main<'a>) -> Option<&'a Mark<Verb>> {
    let first = main.verb?;
    let participle = perfect(marks, first).map(|verb| verb.span.start);
    let of = |v: &&Mark<Verb>| v.span.start == first.span.start || participle == Some(v.span.start);
    marks.verbs.iter().filter(of).find(|v| v.what == Verb::Agrees)
}

/// Whether whoever agrees does it with somebody of another side, who is named or, behind 'we' of a text that says 'I', meant.
fn with_another(reader: &Reader<'_>, marks: &Marks<'_>, main: &Main<'_>, verb: &Mark<Verb>) -> bool {
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
fn then_agree<'a>(marks: &'a Marks<'_>, main: &Main<'_>) -> Option<&'a Mark<Head>> {
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

/// Whether 'we' or 'they' do what takes two at a table: 'we discussed', 'they also covered', 'we both'.
fn is_at_table(marks: &Marks<'_>, we: &Mark<Head>) -> bool {
    const TOGETHER: [&str; 10] = [
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
fn own_words(reader: &Reader<'_>, marks: &Marks<'_>) -> Option<Found> {
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
    let who = Speaker::Side(reader.publisher.clone());
    let (rule, span) = we.map_or_else(
        || {
            let length = opening.map_or(0, |words| words.trim_end().len());
            (RuleId::of(Without::FirstPerson.as_str()), Span::new(from, from + length))
        },
        |h| (h.rule.clone(), h.span),
    );
    Some(Found { person: Some(reader.publisher.clone()), ..Found::new(who, rule, span) })
}

fn id(head: &Head) -> Option<&str> {
    match head {
        Head::Person(id) | Head::Side(id) => Some(id),
        _ => None,
    }
}
