//! English: the subject of the main clause and its verb decide.

use super::{Found, Reader};
use crate::codebook::{Head, RuleId, Verb};
use crate::coding::Speaker;
use crate::coding::clauses::after_preposition;
use crate::coding::marks::{Mark, Marks};
use crate::readout::Side;
use crate::text::Span;

/// The subject of a main clause, and the first verb behind it.
struct Main<'a> {
    head: &'a Mark<Head>,
    /// The second of two subjects joined by 'and'.
    second: Option<&'a Mark<Head>>,
    /// The verb, where it is a known one.
    verb: Option<&'a Mark<Verb>>,
    /// Every sort of verb that the first verb is.
    verbs: Vec<Verb>,
}

impl Main<'_> {
    fn he(&self) -> bool {
        self.head.what == Head::He
    }

    fn has(&self, sort: Verb) -> bool {
        self.verbs.contains(&sort)
    }
}

pub(super) fn find(reader: &Reader, marks: &Marks<'_>) -> Option<Found> {
    if let Some(head) = inserted(marks) {
        let (who, person) = match &head.what {
            Head::Person(id) => reader.side(id),
            _ => {
                let side = he(reader, marks, head);
                (Speaker::Side(side.clone()), Some(side))
            }
        };
        return Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) });
    }
    if let Some(found) = in_the_view_of(reader, marks) {
        return Some(found);
    }
    if let Some((head, id)) = behind(marks) {
        let (who, person) = reader.side(id);
        return Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) });
    }
    if let Some(found) = own_words(reader, marks) {
        return Some(found);
    }
    if let Some(found) = passive(reader, marks) {
        return Some(found);
    }
    let Some(main) = main(marks) else {
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
    if let Some(second) = main.second.filter(|h| !(main.he() && id(&h.what) == Some(reader.last_person().as_str()))) {
        let people = !matches!((&main.head.what, &second.what), (Head::Side(_), Head::Side(_)));
        if !people && (must || reader.in_speech()) || people && must && reader.in_speech() {
            return None;
        }
        return found(Speaker::Both, None);
    }
    // 'President A agreed with President B that they would meet', 'we agreed to meet': two agree.
    let agreed = main.verb.filter(|v| v.span.slice(marks.form.text()) == "agreed");
    if let Some(verb) = agreed
        && (reader.own_voice || !reader.in_speech())
        && with_another(reader, marks, &main, verb)
    {
        return found(Speaker::Both, None);
    }
    match &main.head.what {
        Head::Encounter => match aside(marks) {
            Some((head, id)) => {
                let (who, person) = reader.side(id);
                Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) })
            }
            None => found(Speaker::None, None),
        },
        // Where nobody speaks, 'we' are those who publish.
        Head::We if reader.current.is_none() && main.head.span.start == 0 => {
            found(Speaker::Side(reader.publisher.clone()), None)
        }
        Head::Others | Head::We | Head::You => None,
        Head::Person(id) => {
            let (who, person) = reader.side(id);
            if meets {
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
            met.or_else(|| found(Speaker::Side(side.clone()), Some(side))).map(|found| Found { own: true, ..found })
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
            let others = !main.has(Verb::Say) && !together;
            if reader.in_speech() && (must || others) {
                return None;
            }
            found(Speaker::Both, None)
        }
        Head::Side(id) => {
            let (who, _) = reader.side(id);
            let (subject, rest) = (main.head.span.slice(marks.form.text()), &marks.form.text()[main.head.span.end..]);
            let table = subject.ends_with("side") || rest.starts_with(", for its part,");
            let takes_word = main.has(Verb::Say) && (table || !reader.in_speech());
            if reader.in_speech() && !takes_word && !reader.actions {
                return None;
            }
            let told = main.verb.is_some_and(|v| is_strict(v.span.slice(marks.form.text())));
            if must && told && !reader.actions && who != Speaker::Side(reader.publisher.clone()) {
                return Some(reader.of_a_side(main.head.span));
            }
            found(who, None)
        }
        Head::Joint => {
            if must && reader.in_speech() {
                return None;
            }
            let speech = reader.in_speech() && reader.publisher.as_str() != "us";
            if speech && !main.has(Verb::Say) && !meets {
                return None;
            }
            found(Speaker::Both, None)
        }
        Head::Countries => {
            if reader.in_speech() {
                return None;
            }
            found(Speaker::Both, None)
        }
    }
}

/// Whether a verb says what must be done, and not only what can or may.
fn is_strict(verb: &str) -> bool {
    !matches!(verb, "can" | "could" | "may")
}

/// Whose side somebody is on who was named before. 'The President' of a text of the White House is its own, whoever was
/// named last: it calls the other one by his name.
fn he(reader: &Reader, marks: &Marks<'_>, head: &Mark<Head>) -> Side {
    let own = matches!(head.span.slice(marks.form.text()), "the president" | "the vice president");
    if own && reader.publisher.as_str() == "us" { reader.publisher.clone() } else { reader.last_person() }
}

/// Whether a subject is 'I'.
fn is_first_person(marks: &Marks<'_>, head: &Mark<Head>) -> bool {
    head.span.slice(marks.form.text()) == "i"
}

/// Whether whoever agrees does it with somebody of another side, who is named or, behind 'we' of a text that says 'I', meant.
fn with_another(reader: &Reader, marks: &Marks<'_>, main: &Main<'_>, verb: &Mark<Verb>) -> bool {
    let text = marks.form.text();
    let own = match &main.head.what {
        Head::Person(id) | Head::Side(id) => Some(id.as_str()),
        Head::He if is_first_person(marks, main.head) => Some(reader.publisher.as_str()),
        Head::He => None,
        Head::We => {
            return reader.own_voice || reader.current.is_none() || matches!(reader.current, Some(Speaker::Both));
        }
        _ => return false,
    };
    let own = own.map_or_else(|| reader.last_person().as_str().to_owned(), str::to_owned);
    let Some(rest) = text[verb.span.end..].strip_prefix(" with ") else { return false };
    let from = text.len() - rest.len();
    let other = marks.heads.iter().find(|h| h.span.start >= from);
    let near = other.filter(|h| text[from..h.span.start].split_whitespace().count() <= 4);
    near.and_then(|h| id(&h.what)).is_some_and(|id| id != own)
}

/// What a text that says 'I' says besides: 'Thank you for …', 'We will inform the media'.
fn own_words(reader: &Reader, marks: &Marks<'_>) -> Option<Found> {
    if !reader.own_voice {
        return None;
    }
    let text = marks.form.text();
    let head = marks.heads.iter().find(|h| h.what == Head::We);
    let we =
        head.filter(|h| h.span.start == 0 && text.get(h.span.end..).is_some_and(|rest| !rest.starts_with(" agreed")));
    let thanks = text.starts_with("thank you");
    if we.is_none() && !thanks {
        return None;
    }
    let who = Speaker::Side(reader.publisher.clone());
    let (rule, span) =
        we.map_or_else(|| (RuleId::of("first-person"), Span::new(0, "thank you".len())), |h| (h.rule.clone(), h.span));
    Some(Found { person: Some(reader.publisher.clone()), ..Found::new(who, rule, span) })
}

/// The subject of the main clause: the first head with no verb before it, at the start or behind an opening phrase and
/// its comma.
fn main<'a>(marks: &'a Marks<'_>) -> Option<Main<'a>> {
    let text = marks.form.text();
    let mut starts = vec![0];
    // 'CONTINUING THE TALKS: The two sides …': a heading on the line of its sentence.
    if let Some(colon) = text.find(": ").filter(|colon| *colon < 120)
        && text[..colon].char_indices().all(|(i, c)| !c.is_alphabetic() || marks.form.is_upper(i))
    {
        // What stands in it is the subject of nothing.
        starts = vec![colon + 2];
        // 'A HEADING: On May 14, President A sat down …'.
        let rest = &text[colon + 2..];
        let dated = ["on ", "in ", "today"].iter().any(|word| rest.starts_with(word));
        starts.extend(rest.find(", ").filter(|i| dated && *i < 40).map(|i| colon + i + 4));
    }
    if marks.opens {
        starts.extend(text.match_indices(", ").map(|(i, _)| i + 2).take_while(|i| *i < 320));
    }
    starts.into_iter().find_map(|start| main_from(marks, start))
}

fn main_from<'a>(marks: &'a Marks<'_>, start: usize) -> Option<Main<'a>> {
    let text = marks.form.text();
    let at = marks.heads.iter().position(|h| h.span.start >= start)?;
    let head = &marks.heads[at];
    let before = &text[start..head.span.start];
    let verb_first = marks.verbs.iter().any(|v| v.span.start >= start && v.span.start < head.span.start);
    let opener = start == 0 && marks.opens && before.contains(", ");
    if verb_first || opener || after_preposition(text, head.span.start) || before.split_whitespace().count() > 16 {
        return None;
    }
    // A head inside an opening phrase: 'Under the guidance of President A, the two countries …'.
    if start == 0 && marks.opens && before.split_whitespace().count() > 1 {
        return None;
    }
    // 'China's growth', 'the U.S.-PRC working group': no subject by itself.
    let after = &text[head.span.end..];
    let compound = marks.heads.get(at + 1).is_some_and(|next| next.span.start == head.span.end + 1)
        && matches!(head.what, Head::Side(_));
    if after.starts_with("'s ") || compound {
        return None;
    }
    let second = joined(marks, at);
    let from = second.map_or(head.span.end, |h| h.span.end);
    let from = behind_insertion(marks, from).unwrap_or(from);
    let verb = marks.verbs.iter().find(|v| v.span.start >= from);
    // 'Agreement was reached …': the words that name the sides have the verb in them.
    let itself = head.what == Head::Joint && marks.verbs.iter().any(|v| head.span.contains(v.span));
    let verbs = match verb.filter(|_| !itself).filter(|v| allows(&text[from..v.span.start])) {
        Some(verb) => marks.verbs.iter().filter(|v| v.span.start == verb.span.start).map(|v| v.what).collect(),
        // A person who opens the sentence acts, whatever the verb; behind an opening phrase the next word must look like one.
        None if itself || start == 0 && matches!(head.what, Head::Person(_)) => Vec::new(),
        None if second.is_none()
            && matches!(head.what, Head::Person(_) | Head::He | Head::Encounter)
            && (start == 0 && head.what != Head::Encounter || past_tense(&text[from..])) =>
        {
            Vec::new()
        }
        None => return None,
    };
    Some(Main { head, second, verb, verbs })
}

/// Where a clause about a person ends that is inserted at byte `from`: ', who travelled to the capital this week,'.
fn behind_insertion(marks: &Marks<'_>, from: usize) -> Option<usize> {
    let text = marks.form.text();
    text[from..].strip_prefix(", who ")?;
    let behind = |v: &&Mark<Verb>| {
        let before = text[..v.span.start].trim_end().trim_end_matches(" also");
        v.span.start > from + 6 && before.ends_with(',')
    };
    marks.verbs.iter().find(behind).map(|v| v.span.start)
}

/// Whether a text begins with a regular verb in the past tense, maybe behind an adverb.
fn past_tense(text: &str) -> bool {
    let mut words = text.split(' ').filter(|w| !w.is_empty()).skip_while(|w| w.ends_with("ly") || *w == "also");
    words.next().is_some_and(|w| w.ends_with("ed"))
}

/// The head that is joined to another by 'and', of another side: 'President A and President B'.
fn joined<'a>(marks: &'a Marks<'_>, at: usize) -> Option<&'a Mark<Head>> {
    let text = marks.form.text();
    let first = &marks.heads[at];
    let second = marks.heads[at + 1..].iter().find(|h| matches!(h.what, Head::Person(_) | Head::Side(_)))?;
    let between = text.get(first.span.end..second.span.start)?;
    let joined = [" and ", ", along with ", ", together with ", ", and "].iter().any(|j| between.contains(j));
    let verb = marks.verbs.iter().any(|v| v.span.start >= first.span.end && v.span.end <= second.span.start);
    // Whose side 'he' is on, the text before tells.
    let he =
        first.what == Head::He && matches!(second.what, Head::Person(_)) && between.split_whitespace().count() <= 5;
    let others = he || id(&first.what)? != id(&second.what)?;
    (joined && !verb && others && between.split_whitespace().count() <= 14).then_some(second)
}

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

/// Who is behind a passive: 'Concerns were raised by the U.S. side', 'The Vice Minister was told that …' by the other side.
fn passive(reader: &Reader, marks: &Marks<'_>) -> Option<Found> {
    /// What is done to somebody who is spoken to.
    const TOLD: [&str; 13] = [
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
        let (who, person) = reader.side(id);
        let table = head.span.slice(text).ends_with("side");
        let takes = matches!(head.what, Head::Person(_)) || table || !reader.in_speech();
        return takes.then(|| Found { person, ..Found::new(who, head.rule.clone(), head.span) });
    }
    let by_a_thing = text[participle.end..].starts_with(" by ");
    let subject = subject.filter(|_| TOLD.contains(&verb) && !by_a_thing)?;
    let other = reader.other(id(&subject.what)?)?;
    let near = text[subject.span.end..be.start].split_whitespace().count() <= 6;
    let takes = near && (matches!(subject.what, Head::Person(_)) || !reader.in_speech());
    takes.then(|| Found {
        person: Some(other.clone()),
        ..Found::new(Speaker::Side(other), subject.rule.clone(), subject.span)
    })
}

/// Whose position a sentence is about that has it as its subject: 'The Secretary's message was …', 'It is the view of the
/// United States that …', 'Our policy has not changed'.
fn position(reader: &Reader, marks: &Marks<'_>) -> Option<Found> {
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
        return Some(reader.of_a_side(Span::new(0, "our".len())));
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
    let (who, person) = reader.side(id(&head.what).unwrap_or(last.as_str()));
    Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) })
}

/// Whose view a sentence gives, where it opens with that: 'In the Secretary's view, …', 'According to Secretary A, …'.
fn in_the_view_of(reader: &Reader, marks: &Marks<'_>) -> Option<Found> {
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
    let (who, person) = reader.side(id(&head.what)?);
    Some(Found { person, ..Found::new(who, head.rule.clone(), head.span) })
}

/// The person of whom a sentence says in its midst or at its end that the words are his: ', Secretary A stressed,'.
fn inserted<'a>(marks: &'a Marks<'_>) -> Option<&'a Mark<Head>> {
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
        let alone = opens.is_some_and(|(_, title)| title.split_whitespace().count() <= 4);
        alone && marks.verbs.iter().find(says).is_some_and(|v| closed(v.span.end))
    })
}

/// The person behind the verb at the end of what he says, with the id of the side: '“…,” said Secretary A.'
fn behind<'a>(marks: &'a Marks<'_>) -> Option<(&'a Mark<Head>, &'a str)> {
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
fn aside<'a>(marks: &'a Marks<'_>) -> Option<(&'a Mark<Head>, &'a str)> {
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

fn id(head: &Head) -> Option<&str> {
    match head {
        Head::Person(id) | Head::Side(id) => Some(id),
        _ => None,
    }
}

/// Whether what stands between a subject and a verb lets the verb be the subject's: a few words, or an insertion
/// between two commas.
fn allows(between: &str) -> bool {
    let between = between.trim();
    let plain = |words: &str| words.split_whitespace().count() <= 6;
    match between.strip_prefix(',') {
        Some(rest) => match rest.rfind(',') {
            Some(close) => plain(&rest[close + 1..]) && rest[..close].split_whitespace().count() <= 30,
            None => plain(rest),
        },
        None => match between.find(',') {
            Some(comma) => between.rfind(',').is_some_and(|close| close > comma && plain(&between[close + 1..])),
            None => plain(between) || between.starts_with("of the ") && between.split_whitespace().count() <= 10,
        },
    }
}
