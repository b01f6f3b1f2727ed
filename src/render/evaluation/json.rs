//! The JSON form of an evaluation: what it holds, `contract` says.

use std::io::{self, Write};

use super::disagreements;
use crate::contract::{self, evaluation as shown};
use crate::evaluation::Evaluation;

pub(super) fn write(out: &mut dyn Write, evaluation: &Evaluation, errors: bool) -> io::Result<()> {
    let found = || evaluation.documents.iter().flat_map(|d| d.disagreements().map(|p| disagreements::json(d, p)));
    let mut object = shown::Evaluation::of(evaluation);
    object.errors = errors.then(|| found().collect());
    contract::write(out, &object)
}
