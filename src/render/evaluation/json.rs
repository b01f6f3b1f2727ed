//! The JSON form of an evaluation: what it holds, `contract` says.

use std::io::{self, Write};

use super::{disagreements, parts};
use crate::contract::{self, evaluation as shown};
use crate::evaluation::Evaluation;

pub(super) fn write(out: &mut dyn Write, evaluation: &Evaluation, errors: bool) -> io::Result<()> {
    let found = || evaluation.documents.iter().flat_map(|d| d.disagreements().map(|p| disagreements::json(d, p)));
    let mut object = shown::Evaluation::of(evaluation);
    object.errors = errors.then(|| found().collect());
    if let Some(claims) = object.claims.as_mut().filter(|_| errors) {
        let found = evaluation.meetings.iter().flat_map(parts::of_meeting);
        claims.errors = Some(found.map(|difference| difference.json()).collect());
    }
    if let Some(quotations) = object.quotations.as_mut().filter(|_| errors) {
        let found = evaluation.articles.iter().flat_map(parts::of_article);
        quotations.errors = Some(found.map(|difference| difference.json()).collect());
    }
    contract::write(out, &object)
}
