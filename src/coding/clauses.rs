//! Clauses, and who is the subject of a verb in one: what the rules of speaker and act both ask.

use super::marks::{Mark, Marks};
use crate::codebook::{Head, Verb};
use crate::text::{Language, Span};

/// Who must or will do what a verb says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// Somebody named.
    Head(Head),
    /// Nobody is named: whoever was the subject before, or the one who speaks.
    Elided,
    /// Something that is no party.
    Other,
}

/// The marks at which a clause ends; in English `begins_clause` says where one begins.
const ENDS: [char; 8] = ['，', ',', '；', ';', '。', '：', '！', '？'];

/// The clause of `text` in which byte `at` stands.
pub(super) fn clause(text: &str, at: usize, language: Language) -> Span {
    let start = match language {
        Language::Zh => text[..at].rfind(ENDS).map_or(0, |i| next(text, i)),
        Language::En => (1..=at).rev().find(|start| begins_clause(text.as_bytes(), *start, at)).unwrap_or(0),
    };
    let end = text[at..].find(ENDS).map_or(text.len(), |i| at + i);
    Span::new(start, end)
}

/// Whether a mark or a word that links clauses ends at byte `start` of an English text; what is looked at ends at `end`.
fn begins_clause(text: &[u8], start: usize, end: usize) -> bool {
    const LINKS: [&[u8]; 7] = [b", ", b"; ", b": ", b" that ", b" but ", b" while ", b" so "];
    let before = &text[..start];
    before.ends_with(b" ")
        && (LINKS.iter().any(|link| before.ends_with(link))
            || before.ends_with(b" and ") && text[start..end].starts_with(b"the "))
}

fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

/// The subject of the verb that stands at `verb` (bytes of the form).
pub(super) fn subject(marks: &Marks<'_>, verb: usize, language: Language) -> Subject {
    match language {
        Language::En => english(marks, verb),
        Language::Zh => chinese(marks, verb),
    }
}

fn english(marks: &Marks<'_>, verb: usize) -> Subject {
    let text = marks.form.text();
    let mut at = verb;
    // Back through the clauses until one names a subject.
    for step in 0..6 {
        let clause = around_heads(marks, clause(text, at, Language::En));
        // 'The US, as the largest emitter, should': an aside.
        if step > 0 && clause.start > 0 && text[clause.start..].starts_with("as ") {
            at = behind(text, clause.start);
            continue;
        }
        let inside = |m: &&Mark<Head>| m.span.start >= clause.start && m.span.end <= verb.min(clause.end.max(at));
        let heads: Vec<&Mark<Head>> = marks.heads.iter().filter(inside).collect();
        let leading = heads.iter().find(|m| leads(text, clause.start, m.span.start));
        let near = heads.iter().rev().find(|m| {
            let between = text[m.span.end..verb].trim();
            step == 0 && words(between) <= 2 && !between.starts_with('\'') && !after_preposition(text, m.span.start)
        });
        if let Some(mark) = near.or(leading) {
            if text[mark.span.end..].starts_with("'s ") {
                return Subject::Other;
            }
            return Subject::Head(mark.what.clone());
        }
        let before = text[clause.start..at].trim();
        // '…, and that such measures run counter to it, and will only harm': another subject that is no party.
        let told = step > 0 && text[..clause.start].ends_with(" that ");
        if told && !before.is_empty() && !before.starts_with(',') && !only_links(before) {
            return Subject::Other;
        }
        // 'investments that will create jobs': the noun before the relative pronoun.
        if step == 0 && before.is_empty() && text[..clause.start].ends_with(" that ") {
            let end = clause.start - " that ".len();
            let head = marks.heads.iter().find(|h| h.span.end == end);
            return head.map_or(Subject::Other, |head| Subject::Head(head.what.clone()));
        }
        let has_verb = marks.verbs.iter().any(|v| v.span.start >= clause.start && v.span.end < at);
        // 'Managing differences will help': what is done is the subject, and nobody.
        let modal = ["will ", "would ", "should ", "must "].iter().any(|modal| text[verb..].starts_with(modal));
        let gerund = before.split(' ').next().is_some_and(|word| word.len() > 5 && word.ends_with("ing"));
        if step == 0 && !before.is_empty() && (modal && gerund || !only_links(before) && !has_verb) {
            return Subject::Other;
        }
        if clause.start == 0 {
            return Subject::Elided;
        }
        at = behind(text, clause.start);
    }
    Subject::Elided
}

/// A byte of the clause before the one that begins at byte `start` of an English text.
fn behind(text: &str, start: usize) -> usize {
    text.floor_char_boundary(start.saturating_sub(2))
}

/// An English clause that begins inside no head: 'China and the United States' is one subject.
fn around_heads(marks: &Marks<'_>, found: Span) -> Span {
    let several = |h: &&Mark<Head>| matches!(h.what, Head::Joint | Head::Countries);
    let within = marks.heads.iter().filter(several).find(|h| h.span.start < found.start && found.start < h.span.end);
    within.map_or(found, |head| Span::new(clause(marks.form.text(), head.span.start, Language::En).start, found.end))
}

/// Whether a head that starts at `head` is the first noun of the clause that starts at `clause`.
fn leads(text: &str, clause: usize, head: usize) -> bool {
    let before = text[clause..head].trim();
    words(before) <= 3 && !after_preposition(text, head) || only_links(before)
}

/// Whether there are only words that link clauses or say how.
fn only_links(text: &str) -> bool {
    text.split_whitespace().all(|w| {
        matches!(
            w.trim_matches([',', '.']),
            "and"
                | "also"
                | "but"
                | "or"
                | "both"
                | "that"
                | "then"
                | "therefore"
                | "so"
                | "further"
                | "to"
                | "again"
                | "jointly"
                | "together"
                | "always"
                | "firmly"
                | "never"
                | "still"
                | "instead"
                | "in"
                | "turn"
                | "all"
                | "it"
                | "will"
                | "not"
                | "only"
                | "as"
                | "well"
                | "should"
                | "must"
        ) || w.ends_with("ly")
    })
}

/// Whether the word before byte `at` is a preposition, so that what stands at `at` is no subject.
pub(super) fn after_preposition(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    let last = before.rsplit(' ').next().unwrap_or("");
    matches!(
        last,
        "of" | "between"
            | "with"
            | "to"
            | "from"
            | "by"
            | "for"
            | "in"
            | "on"
            | "among"
            | "toward"
            | "towards"
            | "against"
            | "about"
            | "at"
            | "into"
            | "regarding"
            | "under"
            | "than"
            | "like"
            | "outside"
            | "over"
            | "within"
            | "including"
            | "since"
            | "after"
            | "during"
            | "following"
            | "before"
            | "amid"
            | "despite"
            | "throughout"
            | "through"
            | "across"
            | "alongside"
            | "upon"
    )
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn chinese(marks: &Marks<'_>, verb: usize) -> Subject {
    let text = marks.form.text();
    let mut at = verb;
    for step in 0..8 {
        let clause = clause(text, at, Language::Zh);
        let free = |m: &&Mark<Head>| {
            let before = || &text[clause.start..m.span.start];
            let there_is = || m.what == Head::Others && says_there_is(before());
            m.span.start >= clause.start && m.span.end <= at && !is_object(before()) && !there_is()
        };
        // Next to the verb the last noun is its subject; further back the one that opens a clause goes on.
        let mut heads = marks.heads.iter().filter(free);
        let found = if step == 0 { heads.next_back() } else { heads.next() };
        if let Some(mark) = found {
            // 董军表示，要 …: the one who reports is not the one who must.
            let reports = |v: &Mark<Verb>| {
                matches!(v.what, Verb::Say | Verb::Word) && v.span.start >= mark.span.end && v.span.end <= clause.end
            };
            return match &mark.what {
                Head::Others => Subject::Other,
                // 总统先生讲过，无意 …: what the one who is spoken to means is his own.
                Head::You => Subject::Head(Head::You),
                _ if step > 0 && marks.verbs.iter().any(reports) => Subject::Elided,
                head => Subject::Head(head.clone()),
            };
        }
        let before = &text[clause.start..at];
        let verbs = marks.verbs.iter().any(|v| v.span.start >= clause.start && v.span.end <= at);
        if step == 0 && before.chars().count() > 8 && !verbs {
            return Subject::Other;
        }
        if clause.start == 0 {
            break;
        }
        at = text[..clause.start].char_indices().next_back().map_or(0, |(i, _)| i);
    }
    Subject::Elided
}

/// Whether what stands before a thing says that there is one: 难免有矛盾(分歧).
fn says_there_is(before: &str) -> bool {
    const NEAR: usize = 4;
    let from = before.char_indices().rev().nth(NEAR - 1).map_or(0, |(at, _)| at);
    let near = &before[from..];
    near.contains("存在") || near.contains('有') && !["所有", "只有", "唯有", "享有"].iter().any(|w| near.contains(w))
}

/// Whether a verb of a Chinese text opens its clause, or has an adverb alone before it: nobody is named as its subject.
pub(super) fn opens(marks: &Marks<'_>, verb: usize) -> bool {
    let text = marks.form.text();
    let before = Span::new(clause(text, verb, Language::Zh).start, verb);
    before.slice(text).chars().count() <= 2 && !marks.heads.iter().any(|head| before.contains(head.span))
}

/// Whether what stands before a name in its clause makes it an object: 同, 对, 向 …
pub(super) fn is_object(before: &str) -> bool {
    const MARKERS: [&str; 20] = [
        "同",
        "与",
        "和",
        "对",
        "向",
        "给",
        "为",
        "把",
        "将",
        "被",
        "由",
        "从",
        "以及",
        "关于",
        "敦促",
        "针对",
        "鉴于",
        "基于",
        "发言人就",
        "随着",
    ];
    // 在美国举行, and not 现在美方….
    let place = before.ends_with('在') && !["现在", "正在", "存在"].iter().any(|word| before.ends_with(word));
    place || MARKERS.iter().any(|w| before.ends_with(w))
}

/// The digits by which Chinese counts out.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// What follows the number of an item that a text is counted out in: 一、, （二）, 第三，.
pub(super) fn numbered(text: &str) -> &str {
    let rest = text.trim_start_matches(['（', '(', '第']);
    let number = rest.trim_start_matches(NUMERALS);
    let behind = number.trim_start_matches(['）', ')', '、', '，', '.']);
    if number.len() < rest.len() && behind.len() < number.len() { behind.trim_start() } else { text }
}

/// Whether a Chinese sentence is an item of what is counted out: 一是…, 第二，….
pub(super) fn is_item(text: &str) -> bool {
    let ordinal = text.strip_prefix('第');
    let Some(rest) = ordinal.unwrap_or(text).strip_prefix(NUMERALS) else { return false };
    if ordinal.is_some() { rest.starts_with(['，', '、', '是']) } else { rest.starts_with('是') }
}
