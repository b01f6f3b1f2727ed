//! Newsletters and Markdown: signs of emphasis are read as if they were white space, a heading that runs into its paragraph
//! as if it were not there, and a name in bold capitals as the name it is. No byte of the article moves by that, but for
//! a name's with an ending behind its signs.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use super::press::Press;

/// A piece of a text that a pair of signs sets off.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    /// From the first byte of the opening sign to the last of the closing one.
    whole: Range<usize>,
    words: Range<usize>,
}

impl Piece {
    fn is_bold(&self) -> bool {
        self.words.start - self.whole.start > 1
    }
}

/// The article without signs of emphasis, as long as it was.
pub(super) fn plain(article: &str) -> Cow<'_, str> {
    if !article.contains(['*', '_']) {
        return Cow::Borrowed(article);
    }
    let pieces = pieces(article);
    if pieces.is_empty() {
        return Cow::Borrowed(article);
    }
    let press = Press::carried();
    let mut text = article.as_bytes().to_vec();
    let labels = repeated_labels(article, &pieces);
    for piece in &pieces {
        text[piece.whole.start..piece.words.start].fill(b' ');
        text[piece.words.end..piece.whole.end].fill(b' ');
    }
    for piece in pieces.iter().filter(|piece| piece.is_bold()) {
        let words = &article[piece.words.clone()];
        if let Some(from) = run_in(article, piece).filter(|_| !labels && is_heading(words, press)) {
            text[from..piece.whole.end].fill(b' ');
        } else if let Some(name) = name_in_capitals(article, piece, press) {
            // '**A B**'s': the ending stays with the name.
            let ending = article[piece.whole.end..].starts_with(['\'', '’']);
            let at = if ending { piece.whole.end - name.len() } else { piece.words.start };
            text[piece.whole.clone()].fill(b' ');
            text[at..at + name.len()].copy_from_slice(name.as_bytes());
        }
    }
    String::from_utf8(text).map_or(Cow::Borrowed(article), Cow::Owned)
}

/// What pairs of one, two or three asterisks or underscores set off within a paragraph, outermost or within another.
fn pieces(article: &str) -> Vec<Piece> {
    /// No sign is longer.
    const MOST: usize = 3;
    let bytes = article.as_bytes();
    let mut found = Vec::new();
    // Where each sign was opened last, by its letter and length.
    let mut open: [[Option<usize>; MOST]; 2] = [[None; MOST]; 2];
    let mut blank = false;
    let mut at = 0;
    while at < bytes.len() {
        let sign = bytes[at];
        if sign == b'\n' {
            if blank {
                open = [[None; MOST]; 2];
            }
            blank = true;
        } else if !sign.is_ascii_whitespace() {
            blank = false;
        }
        if !matches!(sign, b'*' | b'_') {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|b| **b == sign).count();
        let length = end - at;
        if length <= MOST {
            let before = article[..at].chars().next_back();
            let after = article[end..].chars().next();
            let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let last = &mut open[usize::from(sign == b'_')][length - 1];
            match *last {
                Some(from) if !space(before) && !letter(after) => {
                    found.push(Piece { whole: from..end, words: from + length..at });
                    *last = None;
                }
                _ if !space(after) && !letter(before) => *last = Some(at),
                _ => {}
            }
        }
        at = end;
    }
    found
}

/// Where a heading begins that runs into the paragraph which it opens: at the dash or the bullet before it.
fn run_in(article: &str, piece: &Piece) -> Option<usize> {
    let line = article[..piece.whole.start].rfind('\n').map_or(0, |end| end + 1);
    let lead = article[line..piece.whole.start].trim();
    let rest = article[piece.whole.end..].lines().next().unwrap_or_default();
    let opens = lead.chars().all(|c| matches!(c, '—' | '–' | '-' | '•' | '*' | '·'));
    (opens && rest.starts_with(char::is_whitespace) && !rest.trim().is_empty()).then_some(line)
}

/// Whether words in bold that open a paragraph are its heading: 'What they said:', 'The other view.', 'ON THE REEF:', and not
/// whose turn it is to speak, 'A B:', or a sentence.
fn is_heading(words: &str, press: &Press) -> bool {
    /// No heading has more words.
    const MOST: usize = 10;
    /// One that ends as a sentence does.
    const SENTENCE: usize = 6;
    let words = words.trim().trim_start_matches(['—', '–', '-', '•', '*', ' ']);
    let all: Vec<&str> = words.split_whitespace().collect();
    if all.len() < 2 || all.len() > MOST || words.contains(['“', '”', '"']) {
        return false;
    }
    // 'Secretary of State A:' speaks.
    let small =
        |w: &&str| w.starts_with(char::is_lowercase) && !matches!(*w, "of" | "de" | "van" | "von" | "bin" | "al");
    let told = all.iter().any(small);
    match words.chars().next_back() {
        Some(':') => told || is_capitals(words),
        Some('.' | '?' | '!') => {
            let says =
                |w: &&str| press.report.contains_key(w.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()));
            // 'Mr. A B.' is none.
            all.len() <= SENTENCE && (told || is_capitals(words)) && !all.iter().any(says)
        }
        _ => false,
    }
}

/// Whether a name in bold with a colon opens paragraphs again and again, as whose turn it is does in a transcript.
fn repeated_labels(article: &str, pieces: &[Piece]) -> bool {
    let mut seen = HashSet::new();
    let label = |piece: &&Piece| {
        let words = article[piece.words.clone()].trim();
        let name = words.split_whitespace().all(|w| !w.starts_with(char::is_lowercase));
        piece.is_bold() && words.ends_with(':') && name && run_in(article, piece).is_some()
    };
    pieces.iter().filter(label).any(|piece| !seen.insert(&article[piece.words.clone()]))
}

fn is_capitals(words: &str) -> bool {
    words.contains(char::is_uppercase) && !words.contains(char::is_lowercase)
}

/// The name that words in bold capitals within a line are, as others write it, where it has as many bytes.
fn name_in_capitals(article: &str, piece: &Piece, press: &Press) -> Option<String> {
    /// How many words a name has.
    const WORDS: Range<usize> = 2..5;
    let words = &article[piece.words.clone()];
    let letter = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    let all: Vec<&str> = words.split(' ').collect();
    let named = WORDS.contains(&all.len()) && all.iter().all(|w| !press.names.small.contains(&w.to_lowercase()));
    if !named || !is_capitals(words) || !words.chars().all(letter) {
        return None;
    }
    let line = article[..piece.whole.start].rfind('\n').map_or(0, |end| end + 1);
    let rest = article[piece.whole.end..].lines().next().unwrap_or_default();
    let prose = article[line..piece.whole.start].contains(char::is_lowercase) || rest.contains(char::is_lowercase);
    // 'A B:' in bold may be a heading or whose turn it is, which capitals show.
    let label = rest.starts_with(':');
    let name = of_capitals(words);
    (prose && !label && name.len() == words.len()).then_some(name)
}

/// A name that is written in capitals, as others write it: 'Ann Mott' for 'ANN MOTT', 'J.D. Holt' for 'J.D. HOLT'.
pub(super) fn of_capitals(name: &str) -> String {
    /// How long the parts of a given name are that a hyphen joins, and the surname before it: 'Lo Ming-te'.
    const SHORT: usize = 4;
    if !is_capitals(name) {
        return name.to_owned();
    }
    let first = name.split(' ').next().unwrap_or_default().chars().count();
    let given =
        |word: &str| name.ends_with(word) && first <= SHORT + 1 && word.split('-').all(|p| p.chars().count() <= SHORT);
    let word = |word: &str| match word.split_once('-') {
        Some((one, two)) if name.contains(' ') && given(word) => format!("{}-{}", capitalized(one), two.to_lowercase()),
        _ => word.split('-').map(capitalized).collect::<Vec<_>>().join("-"),
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// A word of a name with only its first letter as a capital, unless it is made of first letters: 'J.D.', 'JD', 'III'.
fn capitalized(word: &str) -> String {
    let vowel = |c: char| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U' | 'Y');
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initials = word.trim_end_matches('.').contains('.')
        || letters == 1
        || letters == 2 && word.is_ascii() && !word.contains(vowel) && !word.ends_with('.');
    if initials || word.chars().all(|c| c == 'I') || word == "IV" {
        return word.to_owned();
    }
    // 'O'Hara', 'McCall'.
    let prefix = match word.char_indices().nth(1) {
        Some((at, mark @ ('\'' | '’'))) if letters > 3 => at + mark.len_utf8(),
        _ if word.starts_with("MC") && letters > 4 => 2,
        _ => 0,
    };
    let (lead, rest) = word.split_at(prefix);
    let mut rest = rest.chars();
    let lead: String = if lead == "MC" { "Mc".to_owned() } else { lead.to_owned() };
    lead + &rest.next().map(String::from).unwrap_or_default() + &rest.as_str().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_emphasis_are_white_space() {
        assert_eq!(plain("He *said* __so__ and ***left*** it."), "He  said    so   and    left    it.");
        for text in ["2 * 3 * 4", "a_b_c of snake_case", "* one\n* two", "**never closed", "a**b**c", "no signs"] {
            assert_eq!(plain(text), text);
        }
        let text = "**On\n\nthe** reef";
        assert_eq!(plain(text), text);
    }

    #[test]
    fn headings_that_run_into_a_paragraph_are_not_there() {
        for heading in
            ["**What they said:**", "— **The other view.**", "**BROCK AT SEA:**", "**— HARBOUR STAYS COOL.**"]
        {
            let read = plain(&format!("{heading} It was calm.")).into_owned();
            assert_eq!(read.trim(), "It was calm.", "{heading}");
            assert_eq!(read.len(), heading.len() + " It was calm.".len());
        }
        for label in
            ["**Alan Brock:** No.", "**Secretary of State Brock:** No.", "**China:** No.", "**He said no.** So it was."]
        {
            assert_eq!(plain(label).split_whitespace().collect::<String>(), label.replace("**", "").replace(' ', ""));
        }
        let turns = "**MARA COLBY:** Well?\n\n**ALAN BROCK:** No.\n\n**MARA COLBY:** Why?";
        assert!(plain(turns).contains("ALAN BROCK:"));
    }

    #[test]
    fn names_in_bold_capitals_are_names() {
        assert_eq!(
            plain("Lakeware chief **JAN HALE** left **ANN MOTT**'s side."),
            "Lakeware chief   Jan Hale   left     Ann Mott's side."
        );
        assert_eq!(plain("**REEF TALKS BEGIN**"), "  REEF TALKS BEGIN  ");
        for (written, name) in [
            ("ANN O'HARA", "Ann O'Hara"),
            ("JD HOLT", "JD Holt"),
            ("J.D. HOLT JR.", "J.D. Holt Jr."),
            ("MA BO", "Ma Bo"),
            ("LO MING-TE", "Lo Ming-te"),
            ("KIM MCCALL-PIERSON", "Kim McCall-Pierson"),
            ("PAUL DORN III", "Paul Dorn III"),
            ("Ann MOTT", "Ann MOTT"),
        ] {
            assert_eq!(of_capitals(written), name);
        }
    }
}
