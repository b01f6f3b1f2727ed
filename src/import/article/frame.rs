//! The journalist's own sentences around the quotations: paragraphs, words and sentences, in which each quotation is one
//! token.

use std::ops::Range;

use super::clauses::opens_phrase;
use super::marks::{Quoted, Style, quotations};
use crate::text::Span;
use crate::text::sentences::english::is_abbreviation;

/// How many words, signs and quotations a sentence may have.
const LONGEST: usize = 500;

/// One word, sign or quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub what: What,
    /// In bytes of the article.
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Word {
        /// As written, without a possessive ending.
        text: String,
        /// The same in lower case, with `'` for `’`.
        lower: String,
        /// Whether it ended in `'s`.
        owner: bool,
    },
    /// The number of a quotation.
    Quote(usize),
    Sign(char),
}

impl Token {
    /// The word in lower case; nothing for a sign.
    pub fn lower(&self) -> &str {
        match &self.what {
            What::Word { lower, .. } => lower,
            _ => "",
        }
    }

    /// The word as written.
    pub fn text(&self) -> &str {
        match &self.what {
            What::Word { text, .. } => text,
            _ => "",
        }
    }

    pub fn is_word(&self) -> bool {
        matches!(self.what, What::Word { .. })
    }

    pub fn is_capital(&self) -> bool {
        self.text().starts_with(char::is_uppercase)
    }

    pub fn is_owner(&self) -> bool {
        matches!(self.what, What::Word { owner: true, .. })
    }

    pub fn quote(&self) -> Option<usize> {
        match self.what {
            What::Quote(number) => Some(number),
            _ => None,
        }
    }

    pub fn is_sign(&self, sign: char) -> bool {
        self.what == What::Sign(sign)
    }
}

/// The word at a place in lower case; nothing where a sign or no token is.
pub(super) fn word_at(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", Token::lower)
}

/// The word some places before one.
pub(super) fn word_before(tokens: &[Token], at: usize, back: usize) -> &str {
    at.checked_sub(back).map_or("", |at| word_at(tokens, at))
}

/// Whether a comma stands at a place.
pub(super) fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.is_sign(','))
}

/// One paragraph, as tokens, with its sentences.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    pub tokens: Vec<Token>,
    /// The tokens of each sentence.
    pub sentences: Vec<Range<usize>>,
}

/// The paragraphs of an article, and every quotation in it.
pub(super) fn paragraphs(article: &str) -> (Vec<Paragraph>, Vec<Quoted>) {
    let style = Style::of(article);
    let mut quotes = Vec::new();
    let mut found = Vec::new();
    for span in blocks(article) {
        let first = quotes.len();
        quotes.extend(quotations(span.slice(article), span.start, style));
        let mut tokens = tokens(article, span, &quotes, first);
        tokens.drain(..dateline(&tokens));
        let sentences = sentences(&tokens, &quotes);
        found.push(Paragraph { tokens, sentences });
    }
    (found, quotes)
}

/// The paragraphs: what blank lines part, and each line where an article has no blank lines.
fn blocks(article: &str) -> Vec<Span> {
    let wrapped = {
        let mut lines = article.lines().map(str::trim_end).filter(|l| !l.is_empty());
        let blank = article.contains("\n\n") || article.contains("\r\n\r\n");
        // Lines that were broken at a width: none is long.
        blank && lines.clone().count() > 8 && lines.all(|l| l.chars().count() <= 100)
    };
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    for line in article.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let text = line.trim();
        if text.is_empty() {
            blank = true;
            continue;
        }
        let from = start + (line.len() - line.trim_start().len());
        let span = Span::new(from, from + text.len());
        match found.last_mut() {
            Some(last) if wrapped && !blank && !text.starts_with(['-', '*', '•']) => last.end = span.end,
            _ => found.push(span),
        }
        blank = false;
    }
    found
}

/// How many tokens of a paragraph say where and when it was written, and for whom: 'BEIJING, Nov 3 (Reuters) - '. The city
/// says nothing.
fn dateline(tokens: &[Token]) -> usize {
    const MOST: usize = 14;
    let capitals = tokens.first().is_some_and(|t| t.text().len() > 2 && !t.text().contains(char::is_lowercase));
    let dash = tokens.iter().take(MOST).position(|t| matches!(t.what, What::Sign('—' | '–' | '-')));
    let plain = |t: &Token| match t.what {
        What::Word { .. } => t.is_capital() || t.text().starts_with(|c: char| c.is_ascii_digit()),
        What::Sign(c) => matches!(c, ',' | '(' | ')' | '/' | '.'),
        What::Quote(_) => false,
    };
    // 'Lakeford (AFP) -' names the agency.
    let agency = dash.is_some_and(|dash| {
        let [.., open, name, close] = &tokens[..dash] else { return false };
        let named = name.is_word() && !name.text().contains(char::is_lowercase);
        open.is_sign('(') && named && close.is_sign(')') && tokens[0].is_capital()
    });
    let capitals = capitals || agency;
    let opens = |dash: &usize| tokens.get(dash + 1).is_some_and(|t| t.is_capital() || t.quote().is_some());
    dash.filter(|dash| capitals && opens(dash) && tokens[..*dash].iter().all(plain)).map_or(0, |dash| dash + 1)
}

fn tokens(article: &str, paragraph: Span, quotes: &[Quoted], first: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = paragraph.start;
    for (number, quote) in quotes.iter().enumerate().skip(first) {
        words(article, Span::new(at, quote.whole.start), &mut found);
        found.push(Token { what: What::Quote(number), span: quote.whole });
        at = quote.whole.end;
    }
    words(article, Span::new(at, paragraph.end), &mut found);
    found
}

fn words(article: &str, span: Span, found: &mut Vec<Token>) {
    let text = span.slice(article);
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if !c.is_alphanumeric() {
            found.push(Token { what: What::Sign(c), span: Span::new(span.start + start, span.start + end) });
            continue;
        }
        // 'Wrote on X. The ships' ends a sentence: the network is no initial.
        let on = found.last().is_some_and(|t| matches!(t.lower(), "on" | "to" | "via"));
        let network = on && text[start..].starts_with("X.");
        while let Some(&(i, c)) = chars.peek() {
            let next = text[i + c.len_utf8()..].chars().next();
            let inside = matches!(c, '\'' | '’' | '-' | '‑' | '&' | '@' | '_')
                || c == '.' && (next.is_some_and(char::is_alphanumeric) || !network && abbreviation(&text[start..i]))
                || c == ',' && next.is_some_and(|n| n.is_ascii_digit());
            if !(c.is_alphanumeric() || inside && (next.is_some_and(char::is_alphanumeric) || c == '.')) {
                break;
            }
            end = i + c.len_utf8();
            chars.next();
        }
        let written = &text[start..end];
        let lower = written.to_lowercase().replace('’', "'");
        let owner = lower.ends_with("'s");
        let (text, lower) = if owner {
            (
                written.strip_suffix("'s").or(written.strip_suffix("’s")).unwrap_or(written),
                lower[..lower.len() - 2].to_owned(),
            )
        } else {
            (written, lower)
        };
        let what = What::Word { text: text.to_owned(), lower, owner };
        found.push(Token { what, span: Span::new(span.start + start, span.start + end) });
    }
}

/// Whether a full stop after these letters belongs to them: 'Mr', 'U.S', 'Sen', one capital.
fn abbreviation(word: &str) -> bool {
    is_abbreviation(word) || word.contains('.') || word.chars().count() == 1 && word.starts_with(char::is_uppercase)
}

/// Cuts tokens into sentences: behind a sign that ends one, or a quotation that does, where a new one begins.
fn sentences(tokens: &[Token], quotes: &[Quoted]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let ends = match tokens[at].what {
            What::Sign('.' | '!' | '?' | '…') => true,
            What::Quote(number) => match quotes[number].ends {
                Some('.' | '…') => tokens.get(at + 1).is_none_or(begins) && !is_signed(&tokens[at + 1..]),
                Some('?' | '!' | '—' | '–') => {
                    tokens.get(at + 1).is_none_or(begins)
                        && !names_speaker(&tokens[at + 1..])
                        && !(at + 1 < tokens.len() && is_unfinished(&tokens[start..at]))
                }
                _ => false,
            },
            What::Word { .. } => {
                // 'Mr. He' is a name.
                let title =
                    matches!(tokens[at].text(), "Mr." | "Mrs." | "Ms." | "Dr." | "Gen." | "Adm." | "Sen." | "Rep.");
                let closed = tokens.get(at + 1).is_some_and(closed_by_abbreviation)
                    || is_company(tokens[at].text()) && opens_with_name(&tokens[at + 1..]);
                tokens[at].text().ends_with('.') && !title && closed
            }
            What::Sign(_) => false,
        };
        // What has no end for so long is no sentence, and each word is held against others of its sentence.
        if ends && tokens.get(at + 1).is_none_or(begins) || at + 1 - start >= LONGEST {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// Whether a token can begin a sentence.
fn begins(token: &Token) -> bool {
    match token.what {
        What::Word { .. } => !token.text().starts_with(char::is_lowercase),
        What::Quote(_) => true,
        What::Sign(c) => matches!(c, '[' | '(' | '—' | '_'),
    }
}

/// After 'U.S.' a new sentence begins only with a word that cannot go on.
fn closed_by_abbreviation(next: &Token) -> bool {
    matches!(next.text(), "The" | "He" | "She" | "It" | "They" | "But" | "In" | "A")
}

/// Whether a word closes the name of a company: 'Lakeware Inc.'
fn is_company(word: &str) -> bool {
    matches!(word, "Inc." | "Corp." | "Ltd." | "Plc." | "PLC." | "Co." | "LLC.")
}

/// Whether words open with a name of two and a comma behind it, as a new sentence does: 'A B, an economist at'.
fn opens_with_name(next: &[Token]) -> bool {
    matches!(next, [first, last, comma, ..] if first.is_capital() && last.is_capital() && comma.is_sign(','))
}

/// Whether a sentence has told so far only what somebody had done before: 'A day after complaining that it was'.
fn is_unfinished(tokens: &[Token]) -> bool {
    let doing = |t: &Token| t.lower().len() > 4 && t.lower().ends_with("ing");
    let Some(verb) = tokens.iter().take(6).position(doing).filter(|verb| *verb > 0) else { return false };
    let comma = tokens[verb..].iter().any(|t| [',', ';', ':'].iter().any(|sign| t.is_sign(*sign)));
    let says = tokens.last().is_some_and(|t| matches!(t.lower(), "said" | "asked" | "told" | "replied" | "added"));
    opens_phrase(tokens, verb - 1) && !comma && !says
}

/// Whether a dash and a name follow a quotation: '“…” — A B, at a forum'.
fn is_signed(next: &[Token]) -> bool {
    let [dash, name, rest @ ..] = next else { return false };
    let last = rest.iter().take_while(|t| t.is_capital()).count();
    let closed = rest.get(last).is_none_or(|t| t.is_sign(',') || t.is_sign('.'));
    // '“…” — a Lakeford scholar, at a dinner'.
    let words = rest.iter().take_while(|t| t.is_word()).count();
    let one = matches!(name.lower(), "a" | "an") && (1..=5).contains(&words);
    if one && (dash.is_sign('—') || dash.is_sign('–')) {
        return rest.get(words).is_none_or(|t| t.is_sign(',') || t.is_sign('.'));
    }
    (dash.is_sign('—') || dash.is_sign('–')) && name.is_capital() && last > 0 && closed
}

/// Whether 'Sullivan said' or 'said Mr. Sullivan' follows a quotation that ends as a question.
fn names_speaker(next: &[Token]) -> bool {
    let verb = next.iter().take(6).take_while(|t| t.is_word()).find(|t| {
        matches!(
            t.lower(),
            "said" | "says" | "asked" | "asks" | "told" | "replied" | "added" | "wrote" | "shouted" | "responded"
        )
    });
    verb.is_some_and(|verb| next.iter().take_while(|t| *t != verb).all(Token::is_capital))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(article: &str) -> Vec<String> {
        let (paragraphs, _) = paragraphs(article);
        let text = |p: &Paragraph, s: &Range<usize>| {
            Span::new(p.tokens[s.start].span.start, p.tokens[s.end - 1].span.end).slice(article).to_owned()
        };
        paragraphs.iter().flat_map(|p| p.sentences.iter().map(|s| text(p, s)).collect::<Vec<_>>()).collect()
    }

    #[test]
    fn datelines_are_no_words_of_the_text() {
        assert_eq!(cut("BEIJING, Nov 3 (Reuters) - The talks began."), ["The talks began."]);
        assert_eq!(cut("KUALA LUMPUR, Malaysia (AP) — Both sides met."), ["Both sides met."]);
        assert_eq!(cut("Lakeford (AFP) - Both sides met."), ["Both sides met."]);
        assert_eq!(cut("Brock (the envoy) — left."), ["Brock (the envoy) — left."]);
        assert_eq!(cut("CNN  —  He left."), ["He left."]);
        assert_eq!(cut("NATO — which met — agreed."), ["NATO — which met — agreed."]);
        assert_eq!(cut("The talks — long ones — ended."), ["The talks — long ones — ended."]);
    }

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        assert_eq!(
            cut("“Is it?” Sen. A. Mott asked. “No.” He left."),
            ["“Is it?” Sen. A. Mott asked.", "“No.”", "He left."]
        );
        assert_eq!(
            cut("A day after calling it “A BAD DEAL!” Mott left. “No!” He left."),
            ["A day after calling it “A BAD DEAL!” Mott left.", "“No!”", "He left."]
        );
        assert_eq!(
            cut("The U.S. side said so. It was “fine,” he said."),
            ["The U.S. side said so.", "It was “fine,” he said."]
        );
        assert_eq!(cut("Mr. He left at 5 p.m. He ate."), ["Mr. He left at 5 p.m.", "He ate."]);
        assert_eq!(cut("One.\n\nTwo, the U.S."), ["One.", "Two, the U.S."]);
        assert_eq!(
            cut(
                "So said Lund of Lakebank Plc. Ken Hart, a friend, agreed. Lakeware Inc. Chief Executive Ann Mott left."
            ),
            [
                "So said Lund of Lakebank Plc.",
                "Ken Hart, a friend, agreed.",
                "Lakeware Inc. Chief Executive Ann Mott left."
            ]
        );
    }
}
