//! An article as paragraphs, sentences and words, with the quotations among them. All is read in Simplified characters that
//! stand at the same bytes as those of the article.

use super::lexicon::{Lexicon, Word};
use super::marks;
use crate::import::article::marks::Quoted;
use crate::text::Span;
use crate::text::form::simplify;

/// What stands at a place of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A word with a meaning of its own.
    Word(Word),
    /// Other words.
    Other,
    /// A sign that parts clauses.
    Comma,
    /// A sign that parts statements, or introduces words: ； and ：.
    Semicolon,
    Colon,
    /// Words in brackets.
    Aside,
    /// The number of a quotation.
    Quote(usize),
}

/// A word, a sign, or a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub span: Span,
    pub what: What,
}

impl Token {
    /// What the word means, if it is one.
    pub fn word(&self) -> Word {
        match self.what {
            What::Word(word) => word,
            _ => Word::default(),
        }
    }

    /// The number of the quotation.
    pub fn quote(&self) -> Option<usize> {
        match self.what {
            What::Quote(number) => Some(number),
            _ => None,
        }
    }

    /// Whether it parts clauses.
    pub fn parts(&self) -> bool {
        matches!(self.what, What::Comma | What::Semicolon | What::Colon)
    }
}

/// A stretch of a paragraph without a quotation, or the number of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Words(Span),
    Quote(usize),
}

/// One paragraph.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    sentences: Vec<Vec<Piece>>,
    /// Whether it ends as no sentence does: a headline, a byline, a heading.
    pub heading: bool,
    /// Whether it leaves its last quotation open, and whether it ends with a colon.
    pub open: bool,
    pub introduces: bool,
}

impl Paragraph {
    /// How many sentences it has.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// The numbers of the quotations in a sentence.
    pub fn quotes(&self, number: usize) -> impl Iterator<Item = usize> {
        self.sentences[number].iter().filter_map(|piece| match piece {
            Piece::Quote(number) => Some(*number),
            Piece::Words(_) => None,
        })
    }

    /// A sentence as words.
    pub fn sentence(&self, number: usize, text: &Text<'_>, own: &Lexicon) -> Vec<Token> {
        let mut tokens = Vec::new();
        for piece in &self.sentences[number] {
            match *piece {
                Piece::Words(span) => text.words(span, own, &mut tokens),
                Piece::Quote(number) => {
                    let quote = &text.quoted[number];
                    // 白宫公布的“事实清单”: an account.
                    let word = text.lexicon.get(quote.words.slice(text.plain)).filter(|word| word.account);
                    tokens.push(Token { span: quote.whole, what: word.map_or(What::Quote(number), What::Word) });
                }
            }
        }
        tokens
    }
}

/// An article in Simplified characters, with its quotations.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub plain: &'a str,
    pub quoted: Vec<Quoted>,
    /// The words that the program knows.
    pub lexicon: &'a Lexicon,
}

/// A text in Simplified characters, each at the bytes of the one for which it stands.
pub(super) fn plain(text: &str) -> String {
    let Some(simple) = simplify(text) else { return text.to_owned() };
    let same = |(was, is): (char, char)| if was.len_utf8() == is.len_utf8() { is } else { was };
    text.chars().zip(simple.chars()).map(same).collect()
}

impl<'a> Text<'a> {
    /// An article and its paragraphs; each line that is not empty is one.
    pub fn read(plain: &'a str, lexicon: &'a Lexicon) -> (Self, Vec<Paragraph>) {
        let mut text = Self { plain, quoted: Vec::new(), lexicon };
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in plain.split_inclusive('\n') {
            if !line.trim().is_empty() {
                let from = start + (line.len() - line.trim_start().len());
                paragraphs.push(text.paragraph(from, line.trim()));
            }
            start += line.len();
        }
        (text, paragraphs)
    }

    fn paragraph(&mut self, start: usize, line: &str) -> Paragraph {
        /// No headline has more characters.
        const MOST: usize = 60;
        let quoted = marks::quotations(line, start);
        let first = self.quoted.len();
        let open = quoted.last().is_some_and(|q| !q.closed);
        let ends_with_words = quoted.last().is_some_and(|q| q.whole.end == start + line.len() && q.ends.is_some());
        let ends =
            line.ends_with(['。', '！', '？', '…', '：', ':', '；', '!', '?', '）', ')']) || ends_with_words || open;
        let heading = !ends && line.chars().take(MOST + 1).count() <= MOST;
        self.quoted.extend(quoted);
        let mut paragraph =
            Paragraph { heading, open, introduces: line.ends_with(['：', ':']), ..Paragraph::default() };
        let mut sentence = Sentences { done: &mut paragraph.sentences, now: Vec::new() };
        let mut at = start;
        for number in first..self.quoted.len() {
            let quote = self.quoted[number];
            sentence.words(self.plain, Span::new(at, quote.whole.start));
            at = quote.whole.end;
            sentence.quote(number, &quote, &self.plain[at..start + line.len()]);
        }
        sentence.words(self.plain, Span::new(at, start + line.len()));
        sentence.end();
        paragraph
    }

    /// Adds the words of a stretch.
    fn words(&self, span: Span, own: &Lexicon, tokens: &mut Vec<Token>) {
        let mut at = span.start;
        let mut other = at;
        while at < span.end {
            let rest = &self.plain[at..span.end];
            let (length, what) = self.next(rest, own);
            if what != Some(What::Other) {
                if other < at {
                    tokens.push(Token { span: Span::new(other, at), what: What::Other });
                }
                tokens.extend(what.map(|what| Token { span: Span::new(at, at + length), what }));
                other = at + length;
            }
            at += length;
        }
        if other < span.end {
            tokens.push(Token { span: Span::new(other, span.end), what: What::Other });
        }
    }

    /// The length of what begins a text, and what it is; nothing for white space and the marks of titles.
    fn next(&self, rest: &str, own: &Lexicon) -> (usize, Option<What>) {
        let Some(first) = rest.chars().next() else { return (0, None) };
        let length = first.len_utf8();
        match first {
            '，' | ',' | '。' | '！' | '？' | '\u{3000}' => (length, Some(What::Comma)),
            '；' | ';' => (length, Some(What::Semicolon)),
            '：' | ':' => (length, Some(What::Colon)),
            '（' | '(' | '【' | '[' => (bracket(rest), Some(What::Aside)),
            '《' | '》' | '〈' | '〉' => (length, None),
            c if c.is_whitespace() => (length, Some(What::Aside)),
            _ => {
                let known = self.lexicon.longest(rest);
                let named = own.longest(rest);
                let best = named.filter(|(n, _)| known.is_none_or(|(k, _)| *n >= k)).or(known);
                best.map_or((length, Some(What::Other)), |(length, word)| (length, Some(What::Word(word))))
            }
        }
    }
}

/// The length of what stands in a bracket with which a text begins, or of the bracket where it is long or has no end.
fn bracket(text: &str) -> usize {
    /// No aside behind a name has more characters.
    const MOST: usize = 60;
    let end = text.char_indices().take(MOST).find(|(_, c)| matches!(c, '）' | ')' | '】' | ']'));
    end.map_or_else(|| text.chars().next().map_or(0, char::len_utf8), |(at, c)| at + c.len_utf8())
}

/// The sentences of a paragraph as they are found.
struct Sentences<'p> {
    done: &'p mut Vec<Vec<Piece>>,
    now: Vec<Piece>,
}

impl Sentences<'_> {
    fn end(&mut self) {
        if !self.now.is_empty() {
            self.done.push(std::mem::take(&mut self.now));
        }
    }

    /// Takes a stretch without quotations: its sentences end with 。 and the like.
    fn words(&mut self, text: &str, span: Span) {
        let mut start = span.start;
        for (at, c) in span.slice(text).char_indices() {
            let at = span.start + at;
            if matches!(c, '。' | '！' | '？' | '!' | '?') {
                self.stretch(text, Span::new(start, at));
                start = at + c.len_utf8();
                self.end();
            }
        }
        self.stretch(text, Span::new(start, span.end));
    }

    /// Takes a stretch; what is longer than any sentence is cut, so that each is read in little time.
    fn stretch(&mut self, text: &str, mut span: Span) {
        const MOST: usize = 3_000;
        while span.len() > MOST {
            let cut = text.floor_char_boundary(span.start + MOST);
            self.now.push(Piece::Words(Span::new(span.start, cut)));
            self.end();
            span.start = cut;
        }
        if !span.slice(text).trim().is_empty() {
            self.now.push(Piece::Words(span));
        }
    }

    /// Takes a quotation. “……。”: a whole one ends the sentence that introduced it, and one that stands first goes on with
    /// whoever is named behind it.
    fn quote(&mut self, number: usize, quote: &Quoted, behind: &str) {
        /// No sentence has more pieces.
        const MOST: usize = 64;
        let introduced = self.now.iter().any(|p| matches!(p, Piece::Words(_)));
        self.now.push(Piece::Quote(number));
        let whole = quote.ends.is_some_and(|c| matches!(c, '。' | '！' | '？' | '!' | '?'));
        let goes_on = behind.trim_start().starts_with(['，', ',', '、', '。', '；', '的', '和', '以', '与']);
        if introduced && whole && !goes_on || self.now.len() > MOST {
            self.end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplified_characters_stand_at_the_same_bytes() {
        for text in ["國務卿說「船」", "他说“船”", "𠀀國", "no Chinese"] {
            assert_eq!(plain(text).len(), text.len(), "{text}");
        }
        assert_eq!(plain("國務卿"), "国务卿");
    }

    #[test]
    fn sentences_end_with_their_signs_and_with_whole_quotations() {
        let count = |line: &str| Text::read(line, &Lexicon::default()).1.iter().map(Paragraph::len).collect::<Vec<_>>();
        assert_eq!(count("他说：“船旧。”她走了。"), [2]);
        assert_eq!(count("“船旧。”他说。她走了。"), [2]);
        assert_eq!(count("他说“船旧”。\n\n她走了"), [1, 1]);
    }
}
