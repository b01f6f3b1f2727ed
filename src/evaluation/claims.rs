//! The claims of a meeting held against hand coding: `claims.tsv` in the meeting's folder.
//!
//! A claim is found where a claim of the program stands in its place ([`matches`](super::matches())). Its status is judged where it
//! is found: a claim that is disputed is one of which the other text says some, so that the hand may call it either.

use std::path::Path;

use super::error::{EvaluationError, Problem};
use super::figures::{Counts, Judgement, Share};
use super::matching;
use super::rows::{Columns, accepted, number, one_of, place, short};
use crate::comparison::{Claim, ClaimStatus, ClaimType, Comparison};
use crate::text::Span;

/// The name of such a file.
pub(super) const FILE: &str = "claims.tsv";

/// The columns that it must have, in whatever order. It may have `words` too, as a check on the bytes, and `both_coders`: of a
/// claim with `no` there that the program does not find, nothing is counted.
pub const CLAIM_COLUMNS: [&str; 6] = ["text", "start", "end", "type", "status", "counterparts"];

/// What the other text has for a claim, as a reader is told, from the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// There is no whole text of the other side.
    NoText,
    /// Nothing of the kind.
    Silent,
    /// Some of it.
    Partly,
    /// The opposite.
    Disputed,
    /// The same.
    Confirmed,
}

impl Answer {
    /// Every answer.
    pub const ALL: [Self; 5] = [Self::NoText, Self::Silent, Self::Partly, Self::Disputed, Self::Confirmed];

    /// The word in files and tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoText => ClaimStatus::NoText.as_str(),
            Self::Silent => ClaimStatus::Silent.as_str(),
            Self::Partly => ClaimStatus::Partly.as_str(),
            Self::Disputed => "disputed",
            Self::Confirmed => ClaimStatus::Confirmed.as_str(),
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == id)
    }

    /// What the program has for a claim, where the hand accepts these.
    #[must_use]
    pub fn of(claim: &Claim, accepted: &[Self]) -> Self {
        match claim.status {
            ClaimStatus::NoText => Self::NoText,
            ClaimStatus::Silent => Self::Silent,
            ClaimStatus::Confirmed => Self::Confirmed,
            ClaimStatus::Partly if claim.contrary.is_empty() || accepted.contains(&Self::Partly) => Self::Partly,
            ClaimStatus::Partly => Self::Disputed,
        }
    }
}

/// One claim as coded by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimGold {
    /// The line of the file, from 1.
    pub line: usize,
    /// The label of the text that makes it.
    pub text: String,
    /// Where it stands, in bytes of that text's body.
    pub span: Span,
    /// The sorts that are accepted; never empty.
    pub kinds: Vec<ClaimType>,
    /// The answers that are accepted, the first choice first; never empty.
    pub answers: Vec<Answer>,
    /// Where the other text answers, in bytes of its body.
    pub counterparts: Vec<Span>,
    /// Whether the program must find it.
    pub sure: bool,
}

/// One claim as coded by hand, with what the program has in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimPair {
    /// What was coded by hand.
    pub gold: ClaimGold,
    /// The number of the program's claim that shares most with it, if any matches.
    pub found: Option<usize>,
    /// Its sort, and its answer.
    pub program: Option<(ClaimType, Answer)>,
    /// Whether the program's places of the answer and the hand's meet; none where one of the two has no place.
    pub place: Option<bool>,
}

impl ClaimPair {
    fn of(gold: ClaimGold, comparison: &Comparison) -> Self {
        let own: Vec<(usize, &Claim)> =
            comparison.claims.iter().enumerate().filter(|(_, claim)| claim.text == gold.text).collect();
        let (_, best) = matching::find(gold.span, own.iter().map(|(_, claim)| claim.span));
        let claim = best.map(|n| own[n].1);
        let place =
            claim.filter(|claim| !claim.counterparts.is_empty() && !gold.counterparts.is_empty()).map(|claim| {
                let meets = |place: &Span| claim.counterparts.iter().any(|own| matching::shared(*place, own.span) > 0);
                gold.counterparts.iter().any(meets)
            });
        let program = claim.map(|claim| (claim.kind, Answer::of(claim, &gold.answers)));
        Self { found: best.map(|n| own[n].0), program, place, gold }
    }

    /// Whether silence and something else were told apart: as the hand has it, or where the hand accepts both.
    fn tells_silence(&self) -> bool {
        let silent = self.gold.answers.contains(&Answer::Silent);
        let open = silent && self.gold.answers.len() > 1;
        open || self.program.is_some_and(|(_, answer)| (answer == Answer::Silent) == silent)
    }

    /// Whether it was found, and everything agrees; also where it was not found and need not be.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.program.map_or(!self.gold.sure, |(kind, answer)| {
            self.gold.kinds.contains(&kind) && self.gold.answers.contains(&answer) && self.place != Some(false)
        })
    }
}

/// How the program agrees with the hand coding of claims.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimFigures {
    /// How many meetings.
    pub meetings: usize,
    /// How many claims were coded by hand.
    pub claims: usize,
    /// Claims found, claims that only the program has, claims that it must find and does not.
    pub found: Counts,
    /// Of those found, those of the right sort.
    pub kind: Share,
    /// Of those found, the answer.
    pub status: Judgement,
    /// Of those found, those of which silence is told apart from the rest as the hand tells it.
    pub silent: Share,
    /// Of those for which hand and program name places in the other text, those of which one meets.
    pub counterparts: Share,
}

impl ClaimFigures {
    fn of(meetings: usize, pairs: &[&ClaimPair], extra: usize) -> Self {
        let found: Vec<_> = pairs.iter().filter_map(|pair| Some((*pair, pair.program?))).collect();
        let missed = pairs.iter().filter(|pair| pair.program.is_none() && pair.gold.sure).count();
        let share = |right: &mut dyn Iterator<Item = bool>| {
            let mut share = Share::default();
            right.for_each(|right| share.add(right));
            share
        };
        let answers = found.iter().map(|(pair, (_, answer))| (pair.gold.answers.as_slice(), Some(*answer)));
        Self {
            meetings,
            claims: pairs.len(),
            found: Counts { right: found.len(), invented: extra, missed },
            kind: share(&mut found.iter().map(|(pair, (kind, _))| pair.gold.kinds.contains(kind))),
            status: Judgement::of(answers, |answer| answer.as_str().to_owned()),
            silent: share(&mut found.iter().map(|(pair, _)| pair.tells_silence())),
            counterparts: share(&mut found.iter().filter_map(|(pair, _)| pair.place)),
        }
    }
}

/// The claims of one meeting with their hand coding.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingClaims {
    /// The meeting's path within the folder, with `/` between its parts; its name where it is the folder.
    pub name: String,
    /// The meeting as the program compares it.
    pub comparison: Comparison,
    /// What was coded by hand, in the order of that file, each with what the program has there.
    pub pairs: Vec<ClaimPair>,
    /// The numbers of the program's claims that match none of these.
    pub extra: Vec<usize>,
    /// The figures.
    pub figures: ClaimFigures,
}

impl MeetingClaims {
    /// Holds the claims of a comparison against their hand coding.
    #[must_use]
    pub fn of(name: String, comparison: Comparison, gold: Vec<ClaimGold>) -> Self {
        let matched =
            |claim: &Claim| gold.iter().any(|one| one.text == claim.text && matching::matches(one.span, claim.span));
        let extra = comparison.claims.iter().enumerate().filter(|(_, claim)| !matched(claim)).map(|(n, _)| n);
        let extra: Vec<usize> = extra.collect();
        let pairs: Vec<ClaimPair> = gold.into_iter().map(|one| ClaimPair::of(one, &comparison)).collect();
        let figures = ClaimFigures::of(1, &pairs.iter().collect::<Vec<_>>(), extra.len());
        Self { name, comparison, pairs, extra, figures }
    }

    /// The claims on which hand and program differ.
    pub fn disagreements(&self) -> impl Iterator<Item = &ClaimPair> {
        self.pairs.iter().filter(|pair| !pair.agrees())
    }
}

/// The figures of several meetings together; none of none.
pub(super) fn total(meetings: &[MeetingClaims]) -> Option<ClaimFigures> {
    let pairs: Vec<&ClaimPair> = meetings.iter().flat_map(|meeting| &meeting.pairs).collect();
    let extra = meetings.iter().map(|meeting| meeting.extra.len()).sum();
    (!meetings.is_empty()).then(|| ClaimFigures::of(meetings.len(), &pairs, extra))
}

/// Reads the hand coding `tsv` of the claims of a meeting; `file` names it in errors. Fields are separated by tabs and nothing is
/// quoted.
///
/// # Errors
/// At the first line that is wrong, with its number and the mend.
pub fn parse_claims(file: &Path, tsv: &str, comparison: &Comparison) -> Result<Vec<ClaimGold>, EvaluationError> {
    let columns = Columns { needed: CLAIM_COLUMNS, optional: ["words", "both_coders"] };
    columns.read(file, tsv, |line, [text, start, end, kind, status, counterparts], [words, coders]| {
        let body = &comparison.text(text).ok_or_else(|| Problem::Text {
            found: short(text),
            texts: comparison.texts.iter().map(|text| text.label.clone()).collect(),
        })?;
        let kinds = [ClaimType::Attribution, ClaimType::Joint];
        let words = Some(words).filter(|words| !words.is_empty());
        let others: Vec<&str> =
            comparison.texts.iter().filter(|t| t.label != text).map(|t| t.readout().body.as_str()).collect();
        Ok(ClaimGold {
            line,
            text: text.to_owned(),
            span: place(start, end, words, &body.readout().body)?,
            kinds: accepted(
                "type",
                kind,
                |id| kinds.into_iter().find(|kind| kind.as_str() == id),
                || one_of(kinds.map(ClaimType::as_str)),
            )?,
            answers: accepted("status", status, Answer::from_id, || one_of(Answer::ALL.map(Answer::as_str)))?,
            counterparts: places(counterparts, &others)?,
            sure: coders != "no",
        })
    })
}

/// Places in another text, with `;` between them.
fn places(field: &str, others: &[&str]) -> Result<Vec<Span>, Problem> {
    let one = |field: &str| {
        let unknown = || Problem::Counterpart { found: short(field) };
        let (start, end) = field.split_once('-').ok_or_else(unknown)?;
        let span = Span::new(number("counterparts", start.trim())?, number("counterparts", end.trim())?);
        let stands = |body: &&str| !span.is_empty() && body.get(span.start..span.end).is_some();
        others.iter().any(stands).then_some(span).ok_or_else(unknown)
    };
    field.split(';').map(str::trim).filter(|field| !field.is_empty()).map(one).collect()
}
