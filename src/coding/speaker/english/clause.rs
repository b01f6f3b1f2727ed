//! The main clause of an English sentence: its subject, and its first verb.

use crate::codebook::{Head, Verb};
use crate::coding::clauses::after_preposition;
use crate::coding::marks::{Mark, Marks};

use super::{id, is_first_person};

/// The subject of a main clause, and the first verb behind it.
pub(super) struct Main<'a> {
    pub head: &'a Mark<Head>,
    /// The second of two subjects joined by 'and'.
    pub second: Option<&'a Mark<Head>>,
    /// Whether somebody of the same side is joined to the subject.
    pub fellow: bool,
    /// The verb, where it is a known one.
    pub verb: Option<&'a Mark<Verb>>,
    /// Every sort of verb that the first verb is.
    pub verbs: Vec<Verb>,
}

impl Main<'_> {
    pub fn he(&self) -> bool {
        self.head.what == Head::He
    }

    pub fn has(&self, sort: Verb) -> bool {
        self.verbs.contains(&sort)
    }
}

/// The subject of the main clause: the first head with no verb before it, at the start or behind an opening phrase and
/// its comma. `from` is where the words begin behind a label, in bytes of the form.
pub(super) fn main<'a>(marks: &'a Marks<'_>, from: usize) -> Option<Main<'a>> {
    let text = marks.form.text();
    let mut starts = vec![from];
    // 'CONTINUING THE TALKS: The two sides …': a heading on the line of its sentence.
    if let Some(colon) = text.find(": ").filter(|colon| *colon < 120 && from == 0)
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
    // 'If the parties cannot agree, the tariffs will rise': whoever stands in the condition is no subject of what follows.
    if ["if ", "unless ", "should "].iter().any(|word| text[from..].starts_with(word)) {
        let condition = |start: &usize| marks.verbs.iter().any(|v| (from + 3..*start).contains(&v.span.start));
        let behind = text.match_indices(", ").map(|(i, _)| i + 2).filter(|start| *start > from && condition(start));
        return behind.take_while(|i| *i < 320).find_map(|start| main_from(marks, start, false));
    }
    let first = starts[0];
    starts.into_iter().find_map(|start| main_from(marks, start, start == first))
}

fn main_from<'a>(marks: &'a Marks<'_>, start: usize, first: bool) -> Option<Main<'a>> {
    let text = marks.form.text();
    let at = marks.heads.iter().position(|h| h.span.start >= start)?;
    let head = &marks.heads[at];
    let before = &text[start..head.span.start];
    let verb_first = marks.verbs.iter().any(|v| v.span.start >= start && v.span.start < head.span.start);
    let opener = first && marks.opens && before.contains(", ");
    if verb_first || opener || after_preposition(text, head.span.start) || before.split_whitespace().count() > 16 {
        return None;
    }
    // A head inside an opening phrase: 'Under the guidance of President A, the two countries …'.
    if first && marks.opens && before.split_whitespace().count() > 1 {
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
    let fellow = fellow(marks, at).filter(|_| second.is_none());
    let from = second.or(fellow).map_or(head.span.end, |h| h.span.end);
    let from = behind_insertion(marks, from).unwrap_or(from);
    let verb = marks.verbs.iter().find(|v| v.span.start >= from);
    // 'Agreement was reached …', 'The delegation included …': the words that name the subject have the verb in them.
    let itself =
        matches!(head.what, Head::Joint | Head::Encounter) && marks.verbs.iter().any(|v| head.span.contains(v.span));
    let verbs = match verb.filter(|_| !itself).filter(|v| allows(&text[from..v.span.start])) {
        Some(verb) => {
            let side = matches!(head.what, Head::Side(_));
            let perfect = perfect(marks, verb).filter(|_| side).map(|participle| participle.span.start);
            let of = |v: &&Mark<Verb>| v.span.start == verb.span.start || perfect == Some(v.span.start);
            marks.verbs.iter().filter(of).map(|v| v.what).collect()
        }
        // A person who opens the sentence acts, whatever the verb; behind an opening phrase the next word must look like one.
        None if itself => Vec::new(),
        None if titled_behind(marks, head) => return None,
        None if first && matches!(head.what, Head::Person(_)) => Vec::new(),
        None if second.is_none()
            && matches!(head.what, Head::Person(_) | Head::He | Head::Encounter)
            && (first && head.what != Head::Encounter || past_tense(&text[from..])) =>
        {
            Vec::new()
        }
        // A state acts by whatever verb, be it one that no cue knows.
        None if matches!(head.what, Head::Side(_)) && acts_by_a_verb(marks, head, from) => Vec::new(),
        None => return None,
    };
    Some(Main { head, second, fellow: fellow.is_some(), verb, verbs })
}

/// The verb that 'has' or 'did' helps, maybe behind an adverb or two: 'has made clear', 'did also express'.
pub(super) fn perfect<'a>(marks: &'a Marks<'_>, has: &Mark<Verb>) -> Option<&'a Mark<Verb>> {
    let text = marks.form.text();
    let helps = matches!(has.span.slice(text), "has" | "have" | "had" | "did" | "does" | "do");
    let near = |v: &&Mark<Verb>| {
        let between = text.get(has.span.end..v.span.start).map(str::trim);
        between.is_some_and(|b| {
            b.split_whitespace()
                .all(|w| w.ends_with("ly") || matches!(w, "also" | "now" | "already" | "always" | "just"))
        })
    };
    marks.verbs.iter().filter(|_| helps).filter(|v| v.span.start > has.span.start).find(near)
}

/// Whether a person stands with a title behind a preposition: 'Excellent conversation with President A'.
fn titled_behind(marks: &Marks<'_>, head: &Mark<Head>) -> bool {
    let text = marks.form.text();
    let mut at = head.span.start;
    while let Some(word) = text[..at].trim_end().rsplit(' ').next().filter(|w| !w.is_empty() && !w.ends_with(',')) {
        let start = text[..at].trim_end().len() - word.len();
        if !marks.form.is_upper(start) {
            break;
        }
        at = start;
    }
    at > 0 && after_preposition(text, at)
}

/// Where a clause about a person ends that is inserted at byte `from`: ', who travelled to the capital this week,',
/// ', joined by Ambassador A,'.
fn behind_insertion(marks: &Marks<'_>, from: usize) -> Option<usize> {
    const OPENS: [&str; 3] = [", who ", ", joined by ", ", accompanied by "];
    let text = marks.form.text();
    OPENS.iter().find(|opens| text[from..].starts_with(**opens))?;
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

/// Whether what stands behind a side at byte `from`, maybe behind an insertion or an adverb, has the form of a finite verb that the
/// side is the subject of: 'sanctioned twelve firms', 'faces a crisis', 'withdrew'. A word that is written with a capital, or
/// that a hyphen may join to the name ('based', 'led'), is none.
fn acts_by_a_verb(marks: &Marks<'_>, head: &Mark<Head>, from: usize) -> bool {
    const PAST: [&str; 62] = [
        "arose", "ate", "beat", "bent", "bet", "bid", "blew", "bound", "bought", "broke", "brought", "built", "caught",
        "chose", "cut", "dealt", "drew", "drove", "fell", "felt", "fought", "found", "flew", "forbade", "froze", "got",
        "grew", "hit", "hurt", "kept", "knew", "laid", "lay", "left", "lent", "let", "lost", "meant", "paid", "put",
        "ran", "rose", "sank", "sent", "shot", "shut", "slid", "sold", "spent", "split", "spread", "stole", "struck",
        "swore", "taught", "thought", "threw", "upheld", "withdrew", "withheld", "won", "wrote",
    ];
    const JOINED: [&str; 16] = [
        "based",
        "related",
        "owned",
        "linked",
        "backed",
        "focused",
        "sponsored",
        "funded",
        "controlled",
        "occupied",
        "headquartered",
        "brokered",
        "flagged",
        "registered",
        "oriented",
        "mediated",
    ];
    let text = marks.form.text();
    let rest = &text[from..];
    // ', together with its partners, …'
    let close = rest.strip_prefix(", ").map(|inserted| inserted.find(", ").map(|at| from + at + 4));
    let Some(mut at) = close.unwrap_or_else(|| rest.starts_with(' ').then_some(from + 1)) else { return false };
    for word in text[at..].split_inclusive(' ') {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches([' ', '.', ';', ',']);
        if word.ends_with("ly") && word.len() > 4
            || matches!(
                word,
                "also" | "again" | "still" | "now" | "then" | "once" | "soon" | "today" | "itself" | "further"
            )
        {
            continue;
        }
        if marks.form.is_upper(start) || !word.chars().all(|c| c.is_ascii_lowercase()) || JOINED.contains(&word) {
            return false;
        }
        // 'U.S. sanctions': the short name is an adjective where a plural may follow.
        let adjective = matches!(head.span.slice(text), "u.s." | "us" | "america");
        let plural = word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        return word.len() > 3 && word.ends_with("ed")
            || PAST.contains(&word)
            || plural && word.len() > 3 && !adjective;
    }
    false
}

/// The words between two heads, where no verb is among them.
fn between<'f>(marks: &Marks<'f>, first: &Mark<Head>, second: &Mark<Head>) -> Option<&'f str> {
    let verb = marks.verbs.iter().any(|v| v.span.start >= first.span.end && v.span.end <= second.span.start);
    marks.form.text().get(first.span.end..second.span.start).filter(|_| !verb)
}

/// The head that is joined to another by 'and', of another side: 'President A and President B'.
fn joined<'a>(marks: &'a Marks<'_>, at: usize) -> Option<&'a Mark<Head>> {
    let first = &marks.heads[at];
    let named = |h: &&Mark<Head>| matches!(h.what, Head::Person(_) | Head::Side(_)) || is_first_person(marks, h);
    let second = marks.heads[at + 1..].iter().find(named)?;
    let between = between(marks, first, second)?;
    let joined = [" and ", ", along with ", ", together with ", ", and "].iter().any(|j| between.contains(j));
    // Whose side 'he' is on, the text before tells.
    let he =
        first.what == Head::He && matches!(second.what, Head::Person(_)) && between.split_whitespace().count() <= 5;
    // 'I won't hold you up and I will …' is one person.
    let i = is_first_person(marks, second) && !is_first_person(marks, first);
    let others = he || i || id(&first.what)? != id(&second.what)?;
    (joined && others && between.split_whitespace().count() <= 14).then_some(second)
}

/// Somebody of the same side who is joined to a person by 'and': 'Secretary A and Trade Representative B of ours spoke'.
fn fellow<'a>(marks: &'a Marks<'_>, at: usize) -> Option<&'a Mark<Head>> {
    const MOST: usize = 10;
    let first = &marks.heads[at];
    let second = marks.heads[at + 1..].iter().find(|h| matches!(h.what, Head::Person(_)))?;
    let between = between(marks, first, second)?;
    let joined = between.starts_with(" and ") || between.starts_with(", ") && between.contains(" and ");
    let same = matches!(first.what, Head::Person(_)) && first.what == second.what;
    (same && joined && between.split_whitespace().count() <= MOST).then_some(second)
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
