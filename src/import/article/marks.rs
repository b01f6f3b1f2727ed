//! Where quotation marks open and close: curly and straight, double and single, over several paragraphs.

use crate::text::Span;

/// Words between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quoted {
    /// The words, in bytes of the article.
    pub words: Span,
    /// The words with their marks.
    pub whole: Span,
    /// Whether the paragraph closes the marks; one that does not goes on in the next.
    pub closed: bool,
    /// The last sign of the words, where it is no letter.
    pub ends: Option<char>,
    /// Whether who says them says 'I', or begins with 'we'.
    pub first_person: bool,
    /// Whether they begin with what somebody did, as accounts tell it: “condemned the …”.
    pub narrates: bool,
}

/// Whether words begin with a verb in the past tense, an adverb before it or not.
fn narrates(words: &str) -> bool {
    /// The irregular ones that accounts begin with.
    const PAST: [&str; 20] = [
        "began", "brought", "built", "came", "chose", "drew", "gave", "held", "laid", "led", "made", "met", "put",
        "said", "set", "sought", "spoke", "stood", "told", "took",
    ];
    let plain = |word: &&str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase());
    let mut all = words.split(char::is_whitespace).take_while(plain).skip_while(|word| word.ends_with("ly"));
    all.next().is_some_and(|verb| verb.len() > 4 && verb.ends_with("ed") || PAST.contains(&verb))
}

/// Whether words have 'I' in them, or begin with 'we'.
fn is_first_person(words: &str) -> bool {
    let mut all = words.split(|c: char| c.is_whitespace() || matches!(c, '’' | '\'' | ',' | '—'));
    let opens = all.clone().next().is_some_and(|word| matches!(word, "We" | "we"));
    opens || all.any(|word| word == "I")
}

/// Which marks an article puts around the words of others; the other sort then stands inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Double,
    Single,
}

impl Style {
    /// Of a whole article: the sort that opens more often.
    pub fn of(text: &str) -> Self {
        let double = text.matches(['“', '„', '«']).count() + text.matches('"').count() / 2;
        let single = text.char_indices().filter(|(at, c)| is_single(*c) && opens(text, *at)).count();
        if single > 3 * double { Self::Single } else { Self::Double }
    }
}

fn is_single(c: char) -> bool {
    matches!(c, '‘' | '\'')
}

/// Whether a mark at byte `at` stands where one can open: behind a space or a bracket, before a letter.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at..].chars().skip(1);
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"' | ':' | '/'))
        && after
            .next()
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '[' | '…' | '.' | '$' | '“' | '"' | '‘' | '\''))
}

/// The quotations of one paragraph, in order; `start` is where it stands in the article.
pub(super) fn quotations(paragraph: &str, start: usize, style: Style) -> Vec<Quoted> {
    let double = paragraph.contains(['“', '"', '„', '«']);
    let found = if style == Style::Single || !double { singles(paragraph) } else { doubles(paragraph) };
    let quoted = |(open, words, close, end): (usize, usize, usize, usize)| {
        let inner = paragraph[words..close].trim_end();
        let close = words + inner.len();
        Quoted {
            words: Span::new(start + words, start + close),
            whole: Span::new(start + open, start + end),
            closed: end > close,
            first_person: is_first_person(inner),
            narrates: narrates(inner),
            ends: inner.trim_end_matches(['’', '\'', '”', '"']).chars().next_back().filter(|c| !c.is_alphanumeric()),
        }
    };
    found.into_iter().map(quoted).filter(|q| !q.words.is_empty()).collect()
}

/// The place of the opening mark, of the first and after the last word, and after the closing mark.
type Place = (usize, usize, usize, usize);

fn doubles(paragraph: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (at, c) in paragraph.char_indices() {
        let after = at + c.len_utf8();
        match c {
            '“' | '„' | '«' => open = open.or(Some((at, after))),
            '”' | '»' => found.extend(open.take().map(|(o, w)| (o, w, at, after))),
            '"' => match open.take() {
                // Two openings in a row: the first was never closed.
                Some((o, w)) => found.push((o, w, at, after)),
                None => open = Some((at, after)),
            },
            _ => {}
        }
    }
    found.extend(open.map(|(o, w)| (o, w, paragraph.len(), paragraph.len())));
    found
}

fn singles(paragraph: &str) -> Vec<Place> {
    let mut found = Vec::new();
    let mut from = 0;
    // Where nothing closes a mark, nothing closes a later one.
    let mut closes = true;
    while let Some(open) = paragraph[from..]
        .char_indices()
        .map(|(i, c)| (from + i, c))
        .find(|(i, c)| is_single(*c) && opens(paragraph, *i))
    {
        let words = open.0 + open.1.len_utf8();
        let Some((close, end)) = closes.then(|| closing(paragraph, words)).flatten() else {
            closes = false;
            // A mark that is never closed opens a paragraph that goes on in the next, or is an apostrophe.
            if begins_sentence(paragraph, open.0, words) {
                found.push((open.0, words, paragraph.len(), paragraph.len()));
                break;
            }
            from = words;
            continue;
        };
        found.push((open.0, words, close, end));
        from = end;
    }
    found
}

/// Whether the words behind a mark begin a sentence: with a capital, at the beginning of the paragraph or behind a sign that
/// can end or introduce one.
fn begins_sentence(paragraph: &str, open: usize, words: usize) -> bool {
    let before = paragraph[..open].trim_end().chars().next_back();
    before.is_none()
        || before.is_some_and(|c| matches!(c, '.' | '!' | '?' | ':' | ','))
            && paragraph[words..].starts_with(char::is_uppercase)
}

/// Where a single mark closes, and the byte after it. An apostrophe has a letter behind it; one after a plural
/// (`years’ work`) is told by a better mark that follows.
fn closing(paragraph: &str, words: usize) -> Option<(usize, usize)> {
    let mut doubtful = None;
    for (at, c) in paragraph[words..].char_indices().map(|(i, c)| (words + i, c)) {
        // The next quotation opens, so the doubtful mark closed this one.
        if c == '‘' && doubtful.is_some() && opens(paragraph, at) {
            return doubtful;
        }
        if !matches!(c, '’' | '\'') {
            continue;
        }
        let after = at + c.len_utf8();
        let next = paragraph[after..].chars().next();
        let before = paragraph[..at].chars().next_back();
        if next.is_some_and(char::is_alphanumeric) || before.is_none_or(char::is_whitespace) {
            // The next quotation opens here, so the doubtful mark closed this one.
            if doubtful.is_some() && opens(paragraph, at) {
                return doubtful;
            }
            continue;
        }
        let plural = before == Some('s') && next == Some(' ');
        if !plural {
            return Some((at, after));
        }
        doubtful = doubtful.or(Some((at, after)));
    }
    doubtful
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, style: Style) -> Vec<&str> {
        quotations(text, 0, style).into_iter().map(|q| q.words.slice(text)).collect()
    }

    #[test]
    fn reads_all_sorts_of_marks() {
        assert_eq!(words("“A,” he said, “b ‘c’ d.”", Style::Double), ["A,", "b ‘c’ d."]);
        assert_eq!(words("\"It's 'so',\" she said.", Style::Double), ["It's 'so',"]);
        assert_eq!(words("He said it was 'both sides' view' and 'fine'.", Style::Single), ["both sides' view", "fine"]);
        assert_eq!(words("He called them ‘old ships’ and us ‘young’.", Style::Single), ["old ships", "young"]);
        assert_eq!(words("'I don't know,' he said.", Style::Single), ["I don't know,"]);
        assert_eq!(words("Island is ‘first line’, A tells B", Style::Double), ["first line"]);
        assert_eq!(words("The two sides' talks", Style::Single), Vec::<&str>::new());
    }

    #[test]
    fn a_paragraph_may_leave_a_quotation_open() {
        let found = quotations("“We go on.", 10, Style::Double);
        assert_eq!((found.len(), found[0].closed, found[0].words.start), (1, false, 13));
        assert_eq!(found[0].ends, Some('.'));
    }
}
