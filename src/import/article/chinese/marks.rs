//! Where quotation marks open and close in a paragraph: “ ”, 「 」, 『 』 and straight ones, one sort within another.

use std::collections::HashMap;

use crate::import::article::marks::Quoted;
use crate::text::Span;

/// Marks that close.
const CLOSING: [char; 5] = ['”', '」', '』', '﹂', '﹄'];

/// The mark that closes what a mark opens.
fn closing(open: char) -> Option<char> {
    Some(match open {
        '“' | '〝' | '„' => '”',
        '「' => '」',
        '『' => '』',
        '﹁' => '﹂',
        '﹃' => '﹄',
        '"' => '"',
        '＂' => '＂',
        _ => return None,
    })
}

/// The outer quotations of one paragraph, in order; `start` is where it stands in the article. One that the paragraph does not
/// close goes on in the next.
pub(super) fn quotations(paragraph: &str, start: usize) -> Vec<Quoted> {
    let mut found = Vec::new();
    // The sign that closes the outer marks, where they and the words begin, and how deep marks of the same sort stand in it.
    let mut open: Option<(char, usize, usize, usize)> = None;
    // How many signs of each sort are still to come.
    let mut left: HashMap<char, usize> = HashMap::new();
    paragraph.chars().filter(|c| CLOSING.contains(c)).for_each(|c| *left.entry(c).or_default() += 1);
    let quoted = |opened: usize, from: usize, to: usize, end: usize| Quoted {
        first_person: false,
        narrates: false,
        words: Span::new(start + from, start + to),
        whole: Span::new(start + opened, start + end),
        closed: end > to,
        ends: ends(&paragraph[from..to]),
    };
    for (at, c) in paragraph.char_indices() {
        let after = at + c.len_utf8();
        if let Some(left) = left.get_mut(&c) {
            *left -= 1;
        }
        match &mut open {
            None => open = closing(c).map(|close| (close, at, after, 0)),
            Some((close, opened, from, depth)) if c == *close || c == '〞' && *close == '”' => {
                if *depth > 0 {
                    *depth -= 1;
                    continue;
                }
                found.push(quoted(*opened, *from, at, after));
                open = None;
            }
            // “甲“乙”丙”: the same sort within.
            Some((close, _, _, depth)) if closing(c) == Some(*close) => {
                *depth += usize::from(left.get(close).is_some_and(|left| *left > *depth + 1));
            }
            Some(_) => {}
        }
    }
    if let Some((_, opened, from, _)) = open {
        let to = from + paragraph[from..].trim_end().len();
        found.push(quoted(opened, from, to, to));
    }
    found.retain(|q| !q.words.is_empty());
    found
}

/// The last sign of words, where it is no letter.
fn ends(words: &str) -> Option<char> {
    let inner = words.trim_end_matches(['”', '’', '」', '』', ' ']);
    inner.chars().next_back().filter(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        quotations(text, 0).into_iter().map(|q| q.words.slice(text)).collect()
    }

    #[test]
    fn reads_all_sorts_of_marks() {
        assert_eq!(words("他说：“船‘很旧’。”又说「『新』船」。"), ["船‘很旧’。", "『新』船"]);
        assert_eq!(words("他說『船』，\"海\"。"), ["船", "海"]);
        assert_eq!(words("“甲“乙”丙”，丁"), ["甲“乙”丙"]);
        assert_eq!(words("“甲“乙，丙”丁"), ["甲“乙，丙"]);
        assert_eq!(words("没有引号"), Vec::<&str>::new());
    }

    #[test]
    fn a_paragraph_may_leave_a_quotation_open() {
        let found = quotations("他说：“船很旧。", 10);
        assert_eq!((found.len(), found[0].closed, found[0].ends), (1, false, Some('。')));
    }
}
