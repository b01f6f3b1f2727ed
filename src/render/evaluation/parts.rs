//! The claims and the quotations on which hand and program differ, those that the program alone has among them.

use std::io::{self, Write};

use super::disagreements::Difference;
use super::text::{counted, paragraph};
use crate::comparison::{Claim, ClaimType};
use crate::contract::evaluation as shown;
use crate::evaluation::{Answer, ArticleQuotations, ClaimPair, Evaluation, MeetingClaims, QuotationPair};
use crate::import::article::Quote;
use crate::render::Options;
use crate::render::sheet::Sheet;
use crate::text::Span;
use crate::text::width::visible;

/// One of them.
pub(super) struct Differing<'a, J> {
    /// The meeting's text, or the article, within the folder.
    name: String,
    /// The file, as it was found.
    file: String,
    line: usize,
    span: Span,
    words: &'a str,
    differences: Vec<Difference>,
    /// What the program's answer to a claim rests on.
    evidence: String,
    json: J,
}

impl<J> Differing<'_, J> {
    /// As in the contract.
    pub fn json(self) -> J {
        self.json
    }

    fn text(&self, out: &mut dyn Write, options: &Options) -> io::Result<()> {
        let Span { start, end } = self.span;
        writeln!(out, "\n{}:{}  bytes {start}–{end}", visible(&self.file), self.line)?;
        paragraph(out, &visible(self.words), "    ", options)?;
        for Difference { of, hand, program } in &self.differences {
            paragraph(out, &visible(&format!("{of}: by hand {hand} · by the program {program}")), "  ", options)?;
        }
        if self.evidence.is_empty() { Ok(()) } else { paragraph(out, &self.evidence, "      ", options) }
    }

    fn rows(&self, sheet: &mut Sheet<'_>) -> io::Result<()> {
        let Span { start, end } = self.span;
        let [line, start, end] = [self.line, start, end].map(|number| number.to_string());
        for Difference { of, hand, program } in &self.differences {
            let evidence = self.evidence.as_str();
            sheet.row([self.name.as_str(), &line, &start, &end, of, hand, program, evidence, self.words])?;
        }
        Ok(())
    }
}

/// Writes all of them for reading.
pub(super) fn text(out: &mut dyn Write, evaluation: &Evaluation, options: &Options) -> io::Result<()> {
    if let Some(figures) = &evaluation.claims {
        let found: Vec<_> = evaluation.meetings.iter().flat_map(of_meeting).collect();
        let of = counted(figures.claims + figures.found.invented, "claim");
        writeln!(out, "\nHand and program differ in {} of {of} that either has", found.len())?;
        found.iter().try_for_each(|one| one.text(out, options))?;
    }
    if let Some(figures) = &evaluation.quotations {
        let found: Vec<_> = evaluation.articles.iter().flat_map(of_article).collect();
        let of = counted(figures.quotations() + figures.found.invented, "quotation");
        writeln!(out, "\nHand and program differ in {} of {of} that either has", found.len())?;
        found.iter().try_for_each(|one| one.text(out, options))?;
    }
    Ok(())
}

/// Writes all of them as rows.
pub(super) fn csv(sheet: &mut Sheet<'_>, evaluation: &Evaluation) -> io::Result<()> {
    evaluation.meetings.iter().flat_map(of_meeting).try_for_each(|one| one.rows(sheet))?;
    evaluation.articles.iter().flat_map(of_article).try_for_each(|one| one.rows(sheet))
}

/// The claims of a meeting on which hand and program differ, and then those of the program alone.
pub(super) fn of_meeting(meeting: &MeetingClaims) -> Vec<Differing<'_, shown::ClaimDisagreement<'_>>> {
    let claims = &meeting.comparison.claims;
    let by_hand = meeting.disagreements().map(|pair| {
        let claim = pair.found.map(|number| &claims[number]);
        claim_differs(meeting, &pair.gold.text, pair.gold.span, claim, Some(pair))
    });
    let alone = meeting.extra.iter().map(|&number| {
        let claim = &claims[number];
        claim_differs(meeting, &claim.text, claim.span, Some(claim), None)
    });
    by_hand.chain(alone).flatten().collect()
}

fn claim_differs<'a>(
    meeting: &'a MeetingClaims,
    label: &'a str,
    span: Span,
    claim: Option<&'a Claim>,
    pair: Option<&'a ClaimPair>,
) -> Option<Differing<'a, shown::ClaimDisagreement<'a>>> {
    let readout = meeting.comparison.text(label)?.readout();
    let gold = pair.map(|pair| &pair.gold);
    let accepted = gold.map_or(&[][..], |gold| &gold.answers);
    let answer = claim.map(|claim| Answer::of(claim, accepted));
    let sorts = |kinds: &[ClaimType]| kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("|");
    let answers = |answers: &[Answer]| answers.iter().map(|answer| answer.as_str()).collect::<Vec<_>>().join("|");
    let places = |places: &mut dyn Iterator<Item = Span>| {
        places.map(|place| format!("{}–{}", place.start, place.end)).collect::<Vec<_>>().join(", ")
    };
    let mut differences = Vec::new();
    match (gold, claim, answer) {
        (Some(gold), Some(claim), Some(answer)) => {
            let mut differ = |of, hand, program| differences.push(Difference { of, hand, program });
            if !gold.kinds.contains(&claim.kind) {
                differ("type", sorts(&gold.kinds), claim.kind.as_str().to_owned());
            }
            if !gold.answers.contains(&answer) {
                differ("status", answers(&gold.answers), answer.as_str().to_owned());
            }
            if pair.is_some_and(|pair| pair.place == Some(false)) {
                let hand = places(&mut gold.counterparts.iter().copied());
                differ("counterparts", hand, places(&mut claim.counterparts.iter().map(|place| place.span)));
            }
        }
        _ => {
            let whole = |kinds: String, answers: String| format!("{kinds}, {answers}");
            let none = || "none".to_owned();
            differences.push(Difference {
                of: "claim",
                hand: gold.map_or_else(none, |gold| whole(sorts(&gold.kinds), answers(&gold.answers))),
                program: claim.zip(answer).map_or_else(none, |(claim, answer)| {
                    whole(claim.kind.as_str().to_owned(), answer.as_str().to_owned())
                }),
            });
        }
    }
    let list =
        |what: &str, concepts: &[String]| (!concepts.is_empty()).then(|| format!("{what} {}", concepts.join(", ")));
    let evidence = claim.map(|claim| [list("has", &claim.shared), list("lacks", &claim.missing)]);
    Some(Differing {
        name: format!("{}/{label}", meeting.name),
        file: readout.file.to_string_lossy().into_owned(),
        line: readout.line_at(span.start),
        span,
        words: span.slice(&readout.body),
        evidence: evidence.into_iter().flatten().flatten().collect::<Vec<_>>().join("; "),
        json: shown::ClaimDisagreement {
            meeting: &meeting.name,
            text: label,
            file: readout.file.to_string_lossy(),
            line: readout.line_at(span.start),
            start: span.start,
            end: span.end,
            words: span.slice(&readout.body),
            wrong: differences.iter().map(|difference| difference.of).collect(),
            hand: gold.map(|gold| shown::ClaimHand {
                line: gold.line,
                kinds: &gold.kinds,
                status: gold.answers.iter().map(|answer| answer.as_str()).collect(),
                counterparts: &gold.counterparts,
            }),
            program: claim.zip(answer).map(|(claim, answer)| shown::ClaimProgram {
                claim: &claim.id,
                kind: claim.kind,
                status: answer.as_str(),
                counterparts: &claim.counterparts,
                shared: &claim.shared,
                missing: &claim.missing,
            }),
        },
        differences,
    })
}

/// The quotations of an article on which hand and program differ, and then those of the program alone.
pub(super) fn of_article(article: &ArticleQuotations) -> Vec<Differing<'_, shown::QuotationDisagreement<'_>>> {
    let by_hand = article.disagreements().map(|pair| {
        let quote = pair.found.map(|number| &article.quotes[number]);
        quotation_differs(article, pair.gold.span, quote, Some(pair))
    });
    let alone = article.extra.iter().map(|&number| {
        let quote = &article.quotes[number];
        quotation_differs(article, quote.span, Some(quote), None)
    });
    by_hand.chain(alone).collect()
}

fn quotation_differs<'a>(
    article: &'a ArticleQuotations,
    span: Span,
    quote: Option<&'a Quote>,
    pair: Option<&'a QuotationPair>,
) -> Differing<'a, shown::QuotationDisagreement<'a>> {
    let kinds = |pair: &QuotationPair| pair.gold.kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join("|");
    let mut differences = Vec::new();
    if let (Some(pair), Some(quote)) = (pair, quote) {
        let program = quote.kind.as_str();
        for (of, agrees, hand, program) in [
            ("side", pair.side, pair.gold.sides.join("|"), quote.side.as_str()),
            ("kind", pair.kind, kinds(pair), program),
            ("speaker", pair.speaker, pair.gold.speaker.clone(), &quote.speaker),
        ] {
            if !agrees {
                differences.push(Difference { of, hand, program: program.to_owned() });
            }
        }
    } else {
        let none = || "none".to_owned();
        differences.push(Difference {
            of: "quotation",
            hand: pair.map_or_else(none, |pair| {
                format!("{}, {}, {}", pair.gold.sides.join("|"), kinds(pair), pair.gold.speaker)
            }),
            program: quote
                .map_or_else(none, |quote| format!("{}, {}, {}", quote.side, quote.kind.as_str(), quote.speaker)),
        });
    }
    Differing {
        name: article.name.clone(),
        file: article.file.to_string_lossy().into_owned(),
        line: article.line_at(span.start),
        span,
        words: span.slice(&article.text),
        evidence: String::new(),
        json: shown::QuotationDisagreement {
            file: &article.name,
            line: article.line_at(span.start),
            start: span.start,
            end: span.end,
            text: span.slice(&article.text),
            wrong: differences.iter().map(|difference| difference.of).collect(),
            hand: pair.map(|pair| shown::QuotationHand {
                line: pair.gold.line,
                side: &pair.gold.sides,
                kind: &pair.gold.kinds,
                speaker: &pair.gold.speaker,
            }),
            program: quote.map(|quote| shown::QuotationProgram {
                side: &quote.side,
                kind: quote.kind,
                speaker: &quote.speaker,
            }),
        },
        differences,
    }
}
