//! Agreement of the program with hand coding: statements matched by their place in the text, then topics, speaker and act
//! of each held against what a person coded; likewise the `claims` of a meeting, and the `quotations` of a news article.
//!
//! Precision, recall and F1 of topics are counted over all statements (micro); topics that the hand leaves open count
//! neither way. A speaker or an act is right when it is one of the accepted ones, and wrong where the program has no
//! statement in that place. Where agreement needs one value of the hand (alpha, the tables of confusion), it is the
//! program's if that is accepted, else the hand's first; likewise an open topic belongs to the hand's set if the program
//! has it.

mod alpha;
mod claims;
mod error;
mod figures;
mod files;
mod form;
mod gold;
mod matching;
mod minimum;
mod quotations;
mod random;
mod rows;

use std::path::{Path, PathBuf};

use crate::codebook::{Act, Codebook};
use crate::coding::{Coded, Evidence, Speaker};
use crate::text::Language;

pub use alpha::{Alpha, Codings, RESAMPLES, SEED, masi};
pub use claims::{Answer, CLAIM_COLUMNS, ClaimFigures, ClaimGold, ClaimPair, MeetingClaims, parse_claims};
pub use error::{EvaluationError, Problem};
pub use figures::{Counts, Figures, Judgement, Share, Source, TopicCounts};
pub use form::form;
pub use gold::{COLUMNS, Gold, parse_gold};
pub use matching::{matches, shared};
pub use minimum::{Measure, Minimum, Shortfall};
pub use quotations::{
    ArticleQuotations, QUOTATION_COLUMNS, QuotationFigures, QuotationGold, QuotationPair, is_same_speaker,
    parse_quotations,
};

/// How the program agrees with the hand coding of a folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The folder as the caller named it.
    pub folder: PathBuf,
    /// The documents, by path.
    pub documents: Vec<Document>,
    /// The figures of each language that occurs, in the order of the language codes.
    pub languages: Vec<(Language, Figures)>,
    /// The figures of all documents together.
    pub total: Figures,
    /// The claims of meetings that were coded by hand, by path.
    pub meetings: Vec<MeetingClaims>,
    /// The figures of all of these together; none where there are none.
    pub claims: Option<ClaimFigures>,
    /// The articles whose quotations were coded by hand, by path.
    pub articles: Vec<ArticleQuotations>,
    /// The figures of all of these together; none where there are none.
    pub quotations: Option<QuotationFigures>,
}

/// One text with its hand coding.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The text's path within the folder, with `/` between its parts.
    pub name: String,
    /// The text as the program codes it.
    pub coded: Coded,
    /// What was coded by hand, in the order of that file, each with what the program has there.
    pub pairs: Vec<Pair>,
    /// Topics that the hand finds in the text and the program nowhere in it.
    pub never: Vec<String>,
    /// Topics that the program finds in the text and the hand nowhere in it.
    pub only_program: Vec<String>,
    /// The figures.
    pub figures: Figures,
}

/// One statement as coded by hand, with what the program has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What was coded by hand.
    pub gold: Gold,
    /// The numbers of all the program's statements that [match](matches()).
    pub statements: Vec<usize>,
    /// The topics of all of these, each once.
    pub topics: Vec<String>,
    /// The number, the speaker and the act of the one that shares most with the hand's, if any matches.
    pub best: Option<(usize, Speaker, Act)>,
}

impl Pair {
    fn of(gold: Gold, coded: &Coded) -> Self {
        let (statements, best) = matching::find(gold.span, coded.statements.iter().map(|s| s.span));
        let mut topics: Vec<String> = Vec::new();
        for topic in statements.iter().flat_map(|number| &coded.statements[*number].topics) {
            if !topics.contains(topic) {
                topics.push(topic.clone());
            }
        }
        let best = best.map(|number| (number, coded.statements[number].speaker.clone(), coded.statements[number].act));
        Self { gold, statements, topics, best }
    }

    /// Topics that both have.
    pub fn right(&self) -> impl Iterator<Item = &str> {
        self.gold.topics.iter().filter(|t| self.topics.contains(t)).map(String::as_str)
    }

    /// Topics that only the program has, but for those that the hand leaves open.
    pub fn invented(&self) -> impl Iterator<Item = &str> {
        let known = |topic: &&String| self.gold.topics.contains(topic) || self.gold.optional.contains(topic);
        self.topics.iter().filter(move |t| !known(t)).map(String::as_str)
    }

    /// Topics that only the hand has.
    pub fn missed(&self) -> impl Iterator<Item = &str> {
        self.gold.topics.iter().filter(|t| !self.topics.contains(t)).map(String::as_str)
    }

    /// Whether the topics are right, and none is missed.
    #[must_use]
    pub fn topics_agree(&self) -> bool {
        self.invented().next().is_none() && self.missed().next().is_none()
    }

    /// Whether the speaker is an accepted one.
    #[must_use]
    pub fn speaker_agrees(&self) -> bool {
        self.best.as_ref().is_some_and(|(_, speaker, _)| self.gold.speakers.contains(speaker))
    }

    /// Whether the act is an accepted one.
    #[must_use]
    pub fn act_agrees(&self) -> bool {
        self.best.as_ref().is_some_and(|(_, _, act)| self.gold.acts.contains(act))
    }

    /// Whether everything agrees.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.topics_agree() && self.speaker_agrees() && self.act_agrees()
    }

    /// The program's evidence for what does not agree: for the topics that it has where these differ, for its speaker and
    /// its act where they are wrong.
    pub fn evidence<'a>(&'a self, coded: &'a Coded) -> impl Iterator<Item = &'a Evidence> {
        let best = self.best.as_ref().map(|b| b.0);
        let (topics, speaker, act) = (self.topics_agree(), self.speaker_agrees(), self.act_agrees());
        self.statements.iter().flat_map(move |&number| {
            let best = best == Some(number);
            coded.statements[number].evidence.iter().filter(move |e| {
                !topics && e.topic().is_some()
                    || best && (!speaker && e.code.starts_with("speaker:") || !act && e.code.starts_with("act:"))
            })
        })
    }
}

impl Document {
    /// Holds a coded text against its hand coding.
    #[must_use]
    pub fn of(name: String, coded: Coded, gold: Vec<Gold>, codebook: &Codebook) -> Self {
        let pairs: Vec<Pair> = gold.into_iter().map(|g| Pair::of(g, &coded)).collect();
        let by_hand = |id: &str| pairs.iter().any(|p| p.gold.topics.iter().any(|t| t == id));
        let open = |id: &str| pairs.iter().any(|p| p.gold.optional.iter().any(|t| t == id));
        let by_program = |id: &str| pairs.iter().any(|p| p.topics.iter().any(|t| t == id));
        let (mut never, mut only_program, mut raised) = (Vec::new(), Vec::new(), Share::default());
        for id in codebook.topics.iter().map(|t| t.id.as_str()) {
            let (hand, program) = (by_hand(id), by_program(id));
            match (hand, program) {
                (true, false) => never.push(id.to_owned()),
                (false, true) if !open(id) => only_program.push(id.to_owned()),
                _ => {}
            }
            if hand || program && !open(id) {
                raised.add(hand == program);
            }
        }
        let figures = Figures::of(&[(&coded, &pairs, raised)], codebook);
        Self { name, coded, pairs, never, only_program, figures }
    }

    /// The statements on which hand and program differ.
    pub fn disagreements(&self) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(|p| !p.agrees())
    }
}

impl Evaluation {
    /// Adds up documents.
    #[must_use]
    pub fn of(folder: PathBuf, documents: Vec<Document>, codebook: &Codebook) -> Self {
        let figures = |language: Option<Language>| {
            let chosen = documents.iter().filter(|d| language.is_none_or(|l| d.coded.readout.language == l));
            let parts: Vec<_> = chosen.map(|d| (&d.coded, d.pairs.as_slice(), d.figures.raised)).collect();
            (!parts.is_empty()).then(|| Figures::of(&parts, codebook))
        };
        let languages = [Language::En, Language::Zh];
        let languages = languages.into_iter().filter_map(|l| figures(Some(l)).map(|f| (l, f))).collect();
        let total = figures(None).unwrap_or_else(|| Figures::of(&[], codebook));
        Self {
            folder,
            documents,
            languages,
            total,
            meetings: Vec::new(),
            claims: None,
            articles: Vec::new(),
            quotations: None,
        }
    }

    /// Adds the claims of meetings, and the quotations of articles.
    #[must_use]
    pub fn with(self, meetings: Vec<MeetingClaims>, articles: Vec<ArticleQuotations>) -> Self {
        let (claims, quotations) = (claims::total(&meetings), quotations::total(&articles));
        Self { meetings, claims, articles, quotations, ..self }
    }

    /// The minima that the figures of all documents, meetings and articles together do not reach.
    #[must_use]
    pub fn below(&self, minima: &[Minimum]) -> Vec<Shortfall> {
        minima.iter().filter_map(|m| m.held_against(self)).collect()
    }
}

/// Codes every text at or below `folder` that has a hand coding beside it (NAME.gold.tsv beside NAME.md), compares every meeting
/// whose claims were coded (claims.tsv in its folder), reads every article whose quotations were (NAME.quotes.tsv beside NAME.txt),
/// and holds each against its hand coding. Hidden files and folders are passed over and links to folders are not followed.
///
/// # Errors
/// When there is no such folder or no hand coding in it, a text is missing or cannot be loaded, or a line of a hand coding
/// is wrong. Nothing is left out in silence.
pub fn evaluate(folder: &Path, codebook: &Codebook) -> Result<Evaluation, EvaluationError> {
    let files::Held { documents, meetings, articles } = files::load(folder, codebook)?;
    if documents.is_empty() && meetings.is_empty() && articles.is_empty() {
        return Err(EvaluationError::NoGold { folder: folder.to_owned() });
    }
    Ok(Evaluation::of(folder.to_owned(), documents, codebook).with(meetings, articles))
}

#[cfg(test)]
mod tests;
