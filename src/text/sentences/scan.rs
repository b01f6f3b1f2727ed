//! Owns the walk through running text: finds the marks that may end a sentence, takes in what closes after them, and asks
//! the English or the Chinese rules.

use super::{SegmentOptions, chinese, english, is_space, trim};
use crate::text::language::{Language, is_han};
use crate::text::span::Span;

/// The sentences of a text, as spans of it.
pub(super) fn sentences(text: &str, language: Language, options: &SegmentOptions) -> Vec<Span> {
    let mut scanner = Scanner {
        text,
        chinese: language == Language::Zh,
        split_semicolons: options.split_semicolons,
        start: 0,
        has_content: false,
        in_straight_quotes: false,
        sentences: Vec::new(),
    };
    scanner.walk();
    scanner.finish()
}

struct Scanner<'a> {
    text: &'a str,
    chinese: bool,
    split_semicolons: bool,
    /// Where the open sentence starts, and whether it has a letter or digit yet.
    start: usize,
    has_content: bool,
    /// Whether an odd number of " has been seen.
    in_straight_quotes: bool,
    sentences: Vec<Span>,
}

/// A run of marks that may end a sentence, with the quotation marks and brackets that close after it.
struct Stop<'a> {
    /// The marks themselves.
    marks: &'a str,
    /// Whether quotation marks or brackets close after the marks.
    closes: bool,
    /// The character before the marks.
    before: Option<char>,
    /// Whether white space follows.
    spaced: bool,
    /// The text after marks, closing and white space; never empty.
    rest: &'a str,
}

impl<'a> Scanner<'a> {
    fn walk(&mut self) {
        let mut asides = chinese::Asides::default();
        let mut at = 0;
        loop {
            at += self.plain(at);
            let Some(c) = self.rest(at).chars().next() else { return };
            let after = at + c.len_utf8();
            match c {
                '《' | '“' | '‘' | '「' | '『' => {
                    let end = asides.end(self.text, at, c);
                    let inside = self.text.get(at..end).unwrap_or("");
                    self.has_content |= inside.contains(char::is_alphanumeric);
                    self.in_straight_quotes ^= inside.matches('"').count() % 2 == 1;
                    at = end.max(after);
                }
                '"' => {
                    self.in_straight_quotes = !self.in_straight_quotes;
                    at = after;
                }
                _ if is_mark(c) || (self.split_semicolons && matches!(c, ';' | '；')) => at = self.stop(at, c),
                _ => {
                    self.has_content |= c.is_alphanumeric();
                    at = after;
                }
            }
        }
    }

    /// How many bytes of ASCII come at `at` that are no mark, which nearly all are.
    fn plain(&mut self, at: usize) -> usize {
        let rest = self.rest(at).as_bytes();
        let special = |b: &u8| matches!(b, b'"' | b'.' | b'!' | b'?' | b';' | 0x80..);
        let plain = rest.iter().position(special).unwrap_or(rest.len());
        self.has_content = self.has_content || rest[..plain].iter().any(u8::is_ascii_alphanumeric);
        plain
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    /// Looks at the marks that begin at `at`, ends the sentence after them or not, and tells where to go on.
    fn stop(&mut self, at: usize, first: char) -> usize {
        let semicolon = !is_mark(first);
        let marks_end = if semicolon { at + first.len_utf8() } else { self.skip(at, is_mark) };
        let end = self.skip_closing(marks_end);
        let next = self.skip(end, is_space);
        let stop = Stop {
            marks: &self.text[at..marks_end],
            closes: end > marks_end,
            before: self.text[self.start..at].chars().next_back(),
            spaced: next > end,
            rest: self.rest(next),
        };
        let so_far = &self.text[self.start..at];
        let ends = if semicolon { self.semicolon_ends(first, &stop) } else { stop.ends(so_far) };
        if self.has_content && !stop.rest.is_empty() && ends {
            self.sentences.push(trim(self.text, Span::new(self.start, end)));
            self.start = next;
            self.has_content = false;
        }
        end
    }

    fn skip(&self, at: usize, skipped: impl Fn(char) -> bool) -> usize {
        self.text.len() - self.rest(at).trim_start_matches(skipped).len()
    }

    /// The end of the quotation marks, brackets and bold marks that close at `at`.
    fn skip_closing(&mut self, mut at: usize) -> usize {
        while let Some(c) = self.rest(at).chars().next() {
            match c {
                // A straight mark opens or closes: it closes what is open, or what nothing could open.
                '"' => {
                    let opens = self.rest(at + 1).starts_with(char::is_alphanumeric);
                    if !self.in_straight_quotes && opens {
                        break;
                    }
                    self.in_straight_quotes = !self.in_straight_quotes;
                }
                '”' | '’' | '」' | '』' | '＂' | '\'' | ')' | '）' | ']' | '］' | '】' | '》' | '〉' | '}' | '»'
                | '*' | '_' => {}
                _ => break,
            }
            at += c.len_utf8();
        }
        at
    }

    fn semicolon_ends(&self, mark: char, stop: &Stop<'_>) -> bool {
        let among_han = self.chinese || stop.is_among_han();
        (mark == '；' || stop.spaced || among_han) && !chinese::continues_mark(stop.rest)
    }

    fn finish(mut self) -> Vec<Span> {
        let last = trim(self.text, Span::new(self.start, self.text.len()));
        if !last.is_empty() {
            match self.sentences.last_mut() {
                Some(sentence) if !self.has_content => sentence.end = last.end,
                _ => self.sentences.push(last),
            }
        }
        self.sentences
    }
}

impl Stop<'_> {
    /// Whether the sentence that reads `so_far` before the marks ends here.
    fn ends(&self, so_far: &str) -> bool {
        let full_width = self.marks.contains(['。', '！', '？', '｡']);
        let ellipsis = !full_width && !self.marks.contains(['!', '?']) && self.marks != ".";
        if full_width || (self.marks != "." && !ellipsis && self.is_among_han()) {
            return chinese::ends(self.rest, self.closes);
        }
        if ellipsis && self.is_among_han() {
            return self.closes && chinese::ends(self.rest, true);
        }
        if !self.spaced {
            return !ellipsis && english::ends_unspaced(so_far, self.rest);
        }
        if ellipsis {
            return english::starts_with_capital(self.rest);
        }
        if self.marks == "." && self.before.is_some_and(is_han) {
            return chinese::ends(self.rest, self.closes);
        }
        if self.closes && self.marks != "." && english::is_attribution(self.rest) {
            return false;
        }
        english::starts_sentence(self.rest) && (self.marks != "." || english::full_stop_ends(so_far, self.rest))
    }

    fn is_among_han(&self) -> bool {
        self.before.is_some_and(is_han) || self.rest.starts_with(is_han)
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡')
}
