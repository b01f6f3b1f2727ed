//! Interviews and transcripts: who has the word by the label before his words.

use crate::text::language::is_han;
use crate::text::{Form as TextForm, Span};

/// Who speaks in an interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::coding) enum Turn {
    /// A reporter.
    Asks,
    /// The publisher's spokesperson.
    Answers,
}

impl Turn {
    /// Whose turn it is by the label before the first colon of a paragraph, 问：, Q:, and where the label ends.
    pub fn label(form: &TextForm) -> Option<(Self, usize)> {
        const MOST: usize = 16;
        // How a transcript begins the label of somebody who answers.
        const OFFICES: [&str; 12] = [
            "senior ",
            "mr. ",
            "ms. ",
            "mrs. ",
            "secretary ",
            "the president",
            "president ",
            "the vice president",
            "ambassador ",
            "under secretary ",
            "assistant secretary ",
            "national security ",
        ];
        let paragraph = form.text();
        let capitals = |end: usize| {
            paragraph[..end].char_indices().all(|(i, c)| !c.is_alphabetic() || !c.is_ascii() || form.is_upper(i))
        };
        // 'Q Thank you': a question of a transcript.
        if paragraph.starts_with("q ") && form.is_upper(0) {
            return Some((Self::Asks, 1));
        }
        let colon = paragraph.find([':', '：'])?;
        let end = colon + paragraph[colon..].chars().next().map_or(0, char::len_utf8);
        let label =
            paragraph[..colon].trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '【' | '】'));
        if OFFICES.iter().any(|office| label.starts_with(office)) && capitals(colon) {
            // 'SENIOR ADMINISTRATION OFFICIAL: …' of a press call.
            Some((Self::Answers, end))
        } else if label.chars().count() > MOST {
            None
        } else if matches!(label, "q" | "question" | "reporter" | "moderator" | "operator") || asks(label) {
            Some((Self::Asks, end))
        } else if matches!(label, "a" | "answer" | "spokesperson" | "spokesman" | "spokeswoman" | "答" | "答复")
            || label.ends_with("发言人")
        {
            Some((Self::Answers, end))
        } else {
            None
        }
    }
}

/// The name before the first colon of a paragraph of a transcript: a few words that begin with capitals, or a few Chinese
/// characters.
pub(super) fn name_label(paragraph: &str) -> Option<&str> {
    const WORDS: usize = 5;
    const CHARACTERS: usize = 12;
    let (label, _) = paragraph.split_once([':', '：'])?;
    let label = label.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    let name = |word: &str| {
        matches!(word, "of" | "the" | "and" | "de") || word.chars().next().is_some_and(|c| !c.is_lowercase())
    };
    let short = if !label.chars().any(is_han) {
        label.split_whitespace().count() <= WORDS && label.split_whitespace().all(name)
    } else {
        label.chars().count() <= CHARACTERS && !label.contains(['，', '。', '、', '“', '《'])
    };
    (short && !label.is_empty()).then_some(label)
}

/// Where the words begin behind the label of a paragraph, in bytes of its form.
pub(super) fn behind_label(text: &str, label: Option<(Turn, usize)>) -> usize {
    let colon = || text.find([':', '：']).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let end = label.map_or_else(colon, |(_, end)| end);
    end + text[end..].len() - text[end..].trim_start().len()
}

/// Where the words begin behind the place and the day of a report, 'LAKEFORD, May 12 (Wire) -- ', 'LAKEFORD – ', in bytes of
/// the form; 0 where there is none. `paragraph` is the text that the form is of.
pub(super) fn behind_dateline(paragraph: &str, form: &TextForm) -> usize {
    const LONGEST: usize = 60;
    let dashes = [" -- ", " — ", " – "];
    let ends = dashes.iter().filter_map(|dash| paragraph.find(dash).map(|at| (at, at + dash.len())));
    let Some((at, end)) = ends.min().filter(|(at, _)| *at < LONGEST) else { return 0 };
    let mut place = paragraph[..at].chars().take_while(|c| *c != ',').filter(|c| c.is_alphabetic());
    if place.clone().nth(2).is_none() || !place.all(char::is_uppercase) {
        return 0;
    }
    let original = |at: usize| form.original(Span::new(at, at)).start;
    let from = original(0);
    form.text().char_indices().map(|(at, _)| at).find(|at| original(*at) >= from + end).unwrap_or(0)
}

/// Whether a sentence only gives somebody the word: 'For the first question, …', 'We'll go to …'.
pub(super) fn keeps_house(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "for the first question",
        "for the next question",
        "for the last question",
        "first question goes",
        "first question will go",
        "next question",
        "last question",
        "have to wrap",
    ];
    // 'We'll go to Jane', and not 'we would go to war'.
    let gives = ["'ll go to ", "will go to ", "let's go to ", "please go to ", "can we go to ", "and go to "];
    let words = || WORDS.iter().chain(&gives);
    text.split_whitespace().count() <= 24 && words().any(|words| text.contains(words))
}

/// Whether the same name stands before two paragraphs of a text.
pub(super) fn is_transcript(body: &str) -> bool {
    let mut labels: Vec<&str> = body.lines().filter_map(|line| name_label(line.trim_start())).collect();
    labels.sort_unstable();
    labels.windows(2).any(|two| two[0] == two[1])
}

/// Whether a Chinese label is that of a reporter: 问, 提问, 某社记者, 有记者问.
fn asks(label: &str) -> bool {
    matches!(label, "问" | "提问") || ["记者", "记者问", "记者提问"].iter().any(|w| label.ends_with(w))
}
