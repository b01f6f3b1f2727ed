//! Forms to code by hand: every place that could be coded, with its words, and the columns for codes left empty, so that the
//! coder is told nothing of what the program thinks.

use std::path::Path;

use super::claims::CLAIM_COLUMNS;
use super::error::EvaluationError;
use super::gold::COLUMNS;
use super::quotations::QUOTATION_COLUMNS;
use crate::codebook::Codebook;
use crate::coding;
use crate::comparison::{Order, compare};
use crate::import::article;
use crate::readout::{LoadError, Meeting, Readout};
use crate::text::Span;

/// The form of a text (`NAME.gold.tsv`: its statements), of a meeting's folder (`claims.tsv`: all statements of its texts, of which
/// those that are no claims are taken out) or of an article (`NAME.quotes.tsv`: the quotations of which the program tells who said
/// them; others are added by hand). A file is an article if its name ends in `.txt`.
///
/// # Errors
/// When the file or folder cannot be read.
pub fn form(path: &Path, codebook: &Codebook) -> Result<String, EvaluationError> {
    if !path.exists() {
        return Err(LoadError::Missing { file: path.to_owned() }.into());
    }
    let mut form = Form::default();
    if path.is_dir() {
        form.line(&[&CLAIM_COLUMNS[..], &["words"]].concat());
        let comparison = compare(Meeting::load(path)?, &Order::Sides(Vec::new()), codebook)?;
        for text in &comparison.texts {
            for statement in &text.coded.statements {
                let [start, end] = bytes(statement.span);
                form.line(&[&text.label, &start, &end, "", "", "", statement.span.slice(&text.readout().body)]);
            }
        }
    } else if path.extension().is_some_and(|end| end == "txt") {
        form.line(&QUOTATION_COLUMNS);
        let text = super::files::article(path)?;
        for quote in article::read(&text, codebook).quotes {
            let [start, end] = bytes(quote.span);
            form.line(&[&start, &end, "", "", "", quote.span.slice(&text)]);
        }
    } else {
        form.line(&COLUMNS);
        let coded = coding::code(Readout::load(path)?, codebook)?;
        for statement in &coded.statements {
            let [start, end] = bytes(statement.span);
            form.line(&[&start, &end, "", "", "", "", statement.span.slice(&coded.readout.body)]);
        }
    }
    Ok(form.0)
}

#[derive(Default)]
struct Form(String);

impl Form {
    /// A line of fields with tabs between them; white space within the words of one counts as one space.
    fn line(&mut self, fields: &[&str]) {
        let field = |field: &&str| field.split_whitespace().collect::<Vec<_>>().join(" ");
        self.0 += &fields.iter().map(field).collect::<Vec<_>>().join("\t");
        self.0.push('\n');
    }
}

fn bytes(span: Span) -> [String; 2] {
    [span.start.to_string(), span.end.to_string()]
}
