//! The quotations of a news article held against hand coding: `NAME.quotes.tsv` beside the article `NAME.txt`.
//!
//! A quotation is found where one of the program's stands in its place ([`matches`](super::matches())). Side, kind and speaker are
//! wrong where it is not found.

use std::path::{Path, PathBuf};

use super::error::EvaluationError;
use super::figures::{Counts, Share};
use super::matching;
use super::rows::{Columns, accepted, one_of, place};
use crate::import::article::{Article, Quote};
use crate::readout::{Kind, Side};
use crate::text::Span;
use crate::text::language::is_han;

/// The end of the name of such a file.
pub(super) const SUFFIX: &str = ".quotes.tsv";

/// The columns that it must have, in whatever order; more are passed over.
pub const QUOTATION_COLUMNS: [&str; 6] = ["start", "end", "side", "kind", "speaker", "quote"];

/// Words of a speaker's name that many speakers have.
const COMMON: [&str; 6] = ["the", "a", "an", "of", "senior", "official"];

/// One quotation as coded by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationGold {
    /// The line of the file, from 1.
    pub line: usize,
    /// Where its words stand, in bytes of the article.
    pub span: Span,
    /// The sides that are accepted, the first choice first; never empty.
    pub sides: Vec<String>,
    /// The kinds that are accepted, the first choice first; never empty.
    pub kinds: Vec<Kind>,
    /// Who said it, as the article calls them; empty where anybody is accepted.
    pub speaker: String,
}

/// One quotation as coded by hand, with what the program has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotationPair {
    /// What was coded by hand.
    pub gold: QuotationGold,
    /// The number of the program's quotation that shares most with it, if any matches.
    pub found: Option<usize>,
    /// Whether the side is an accepted one.
    pub side: bool,
    /// Whether the kind is an accepted one.
    pub kind: bool,
    /// Whether the speaker [is the same](is_same_speaker).
    pub speaker: bool,
}

impl QuotationPair {
    fn of(gold: QuotationGold, quotes: &[Quote]) -> Self {
        let (_, found) = matching::find(gold.span, quotes.iter().map(|quote| quote.span));
        let holds = |holds: &dyn Fn(&Quote) -> bool| found.is_some_and(|number| holds(&quotes[number]));
        Self {
            side: holds(&|quote| gold.sides.contains(&quote.side)),
            kind: holds(&|quote| gold.kinds.contains(&quote.kind)),
            speaker: holds(&|quote| is_same_speaker(&gold.speaker, &quote.speaker)),
            found,
            gold,
        }
    }

    /// Whether it was found, and everything agrees.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.side && self.kind && self.speaker
    }
}

/// Whether two names of speakers are of the same one, as far as an evaluation can tell: they share a word that is not one of
/// many speakers ('the', 'senior', 'official'), or two Chinese characters that stand side by side. A name by hand that has no such
/// word is anybody's.
///
/// ```
/// use readout::evaluation::is_same_speaker;
///
/// assert!(is_same_speaker("Secretary Ann Mott", "Mott"));
/// assert!(is_same_speaker("外交部发言人林舟", "林舟"));
/// assert!(!is_same_speaker("the ministry", "the senior official"));
/// ```
#[must_use]
pub fn is_same_speaker(hand: &str, program: &str) -> bool {
    fn words(name: &str) -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase);
        let (han, others): (Vec<String>, Vec<String>) = words.partition(|word| word.chars().any(is_han));
        let pairs = han.iter().flat_map(|word| {
            let letters: Vec<char> = word.chars().collect();
            letters.windows(2).map(|pair| pair.iter().collect()).collect::<Vec<String>>()
        });
        pairs.chain(others.into_iter().filter(|word| !COMMON.contains(&word.as_str()))).collect()
    }
    let (hand, program) = (words(hand), words(program));
    hand.is_empty() || hand.iter().any(|word| program.contains(word))
}

/// How the program agrees with the hand coding of quotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotationFigures {
    /// How many articles.
    pub articles: usize,
    /// Quotations found, those that only the program has, those that only the hand has.
    pub found: Counts,
    /// Of all of the hand's, those with an accepted side.
    pub side: Share,
    /// Of all of the hand's, those with an accepted kind.
    pub kind: Share,
    /// Of all of the hand's, those of the same speaker.
    pub speaker: Share,
}

impl QuotationFigures {
    fn of(articles: usize, pairs: &[&QuotationPair], extra: usize) -> Self {
        let of = |right: fn(&QuotationPair) -> bool| Share {
            right: pairs.iter().filter(|pair| right(pair)).count(),
            of: pairs.len(),
        };
        let found = of(|pair| pair.found.is_some());
        Self {
            articles,
            found: Counts { right: found.right, invented: extra, missed: found.of - found.right },
            side: of(|pair| pair.side),
            kind: of(|pair| pair.kind),
            speaker: of(|pair| pair.speaker),
        }
    }

    /// How many quotations were coded by hand.
    #[must_use]
    pub fn quotations(&self) -> usize {
        self.found.right + self.found.missed
    }
}

/// The quotations of one article with their hand coding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleQuotations {
    /// The article's path within the folder, with `/` between its parts.
    pub name: String,
    /// The file, as it was found.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
    /// What the program finds in it, in order.
    pub quotes: Vec<Quote>,
    /// What was coded by hand, in the order of that file, each with what the program has there.
    pub pairs: Vec<QuotationPair>,
    /// The numbers of the program's quotations that match none of these.
    pub extra: Vec<usize>,
    /// The figures.
    pub figures: QuotationFigures,
}

impl ArticleQuotations {
    /// Holds the quotations of an article against their hand coding.
    #[must_use]
    pub fn of(name: String, file: PathBuf, text: String, article: Article, gold: Vec<QuotationGold>) -> Self {
        let quotes = article.quotes;
        let matched = |quote: &Quote| gold.iter().any(|one| matching::matches(one.span, quote.span));
        let extra: Vec<usize> = (0..quotes.len()).filter(|&number| !matched(&quotes[number])).collect();
        let pairs: Vec<QuotationPair> = gold.into_iter().map(|one| QuotationPair::of(one, &quotes)).collect();
        let figures = QuotationFigures::of(1, &pairs.iter().collect::<Vec<_>>(), extra.len());
        Self { name, file, text, quotes, pairs, extra, figures }
    }

    /// The quotations on which hand and program differ.
    pub fn disagreements(&self) -> impl Iterator<Item = &QuotationPair> {
        self.pairs.iter().filter(|pair| !pair.agrees())
    }

    /// The line of the article on which a byte stands, from 1.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> usize {
        1 + self.text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count()
    }
}

/// The figures of several articles together; none of none.
pub(super) fn total(articles: &[ArticleQuotations]) -> Option<QuotationFigures> {
    let pairs: Vec<&QuotationPair> = articles.iter().flat_map(|article| &article.pairs).collect();
    let extra = articles.iter().map(|article| article.extra.len()).sum();
    (!articles.is_empty()).then(|| QuotationFigures::of(articles.len(), &pairs, extra))
}

/// Reads the hand coding `tsv` of the quotations of an article; `file` names it in errors. Fields are separated by tabs and nothing
/// is quoted; the words of a line must be the words there, where it has any.
///
/// # Errors
/// At the first line that is wrong, with its number and the mend.
pub fn parse_quotations(file: &Path, tsv: &str, article: &str) -> Result<Vec<QuotationGold>, EvaluationError> {
    let columns = Columns { needed: QUOTATION_COLUMNS, optional: [] };
    columns.read(file, tsv, |line, [start, end, side, kind, speaker, words], []| {
        let known = [Kind::Readout, Kind::Remarks, Kind::Background, Kind::FactSheet];
        let is_side = |id: &str| matches!(id, "both" | "none") || Side::new(id).is_some_and(|s| s.as_str() == id);
        Ok(QuotationGold {
            line,
            span: place(start, end, Some(words).filter(|words| !words.is_empty()), article)?,
            sides: accepted(
                "side",
                side,
                |id| is_side(id).then(|| id.to_owned()),
                || "the id of a side such as us or jp, both, or none".to_owned(),
            )?,
            kinds: accepted("kind", kind, |id| id.parse().ok(), || one_of(known.map(Kind::as_str)))?,
            speaker: speaker.to_owned(),
        })
    })
}
