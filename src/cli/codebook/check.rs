//! `readout codebook check`.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Result;

use readout::codebook::lint::{self, Codes, Level};
use readout::coding;
use readout::config::Config;
use readout::readout::Readout;
use readout::text::Language;

use super::super::FOUND;
use super::{Book, Codebook, DONE};

/// Prints what is wrong with each codebook: the files, else the one in use.
pub(super) fn check(out: &mut dyn Write, files: &[PathBuf], book: &Book, config: &Config) -> Result<u8> {
    let named = |file: &PathBuf| Book { codebook: vec![file.clone()] }.load(config);
    let books = match files {
        [] => vec![book.load(config)?],
        files => files.iter().map(named).collect::<Result<_, _>>()?,
    };
    let (mut errors, mut notes, mut cues) = (0, 0, 0);
    for book in books {
        cues += book.cues();
        for finding in lint::check(book, |sentence, language| codes(book, sentence, language))? {
            writeln!(out, "{finding}")?;
            match finding.level {
                Level::Error => errors += 1,
                Level::Note => notes += 1,
            }
        }
    }
    let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    if errors + notes == 0 {
        writeln!(out, "{}: nothing to mend", count(cues, "cue"))?;
        return Ok(DONE);
    }
    writeln!(out, "{}: {}, {}", count(cues, "cue"), count(errors, "error"), count(notes, "note"))?;
    Ok(FOUND)
}

/// How the program codes a sentence of a US text in English, or of a Chinese text in Chinese.
fn codes(book: &Codebook, sentence: &str, language: Language) -> Result<Codes> {
    let file = if language == Language::En { "us.md" } else { "cn.md" };
    let readout = Readout { language, ..Readout::parse(Path::new(file), sentence)? };
    let mut codes = Codes::default();
    for statement in coding::code(readout, book)?.statements {
        codes.topics.extend(statement.topics);
        codes.acts.push(statement.act);
    }
    Ok(codes)
}
