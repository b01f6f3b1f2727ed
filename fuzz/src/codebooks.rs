//! Bytes as a cue with a text to find it in, and as a user's codebook.

use std::path::Path;

use readout::codebook::Codebook;
use readout::codebook::lint::{self, Codes};
use readout::codebook::matcher::Cues;
use readout::coding;
use readout::readout::Readout;
use readout::text::{Form, Language};

use super::oracles::{inside, message};

/// The first line is a cue, the rest a text. A cue is refused with a reason, or its matches lie in the text, in order.
pub fn pattern(data: &[u8]) {
    let all = String::from_utf8_lossy(data);
    let (cue, text) = all.split_once('\n').unwrap_or((&all, &all));
    let form = Form::new(text, 0);
    for language in [Language::En, Language::Zh] {
        let mut cues = Cues::new(language);
        if let Err(error) = cues.add(cue) {
            message(&error, "");
            continue;
        }
        cues.add_name(cue);
        let mut last = None;
        for hit in cues.compile().find(&form) {
            assert!(hit.cue < 2 && inside(form.text(), hit.span) && inside(text, form.original(hit.span)), "{hit:?}");
            assert!(last < Some(hit), "{hit:?} after {last:?}");
            last = Some(hit);
        }
    }
}

/// A text in each language, to be coded by whatever codebook there is.
const TEXTS: [(&str, &str); 2] = [
    (
        "us.md",
        "The Secretary raised concerns about fishing vessels in the Strait of Marrow. The two sides agreed to keep lines of \
         communication open, and President Renshaw said that the United States opposes any change of the status quo.",
    ),
    (
        "cn.md",
        "中方坚决反对非法单边制裁，希望美方尊重中方的核心利益。双方同意加强禁毒合作，陆安平表示台湾问题是第一条红线。",
    ),
];

/// A codebook is refused with a message of one line that names the file, or it codes texts, and can be checked.
pub fn codebook_file(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let book = match Codebook::parse("mine.toml", text) {
        Ok(book) => book,
        Err(error) => return message(&error, "mine.toml:"),
    };
    let code = |name: &str, text: &str| {
        let readout = Readout::parse(Path::new(name), text).map_err(|e| e.to_string())?;
        coding::code(readout, &book).map_err(|e| e.to_string())
    };
    for (name, text) in TEXTS {
        let coded = code(name, text).expect("a codebook that is read can code");
        for evidence in coded.statements.iter().flat_map(|s| &s.evidence) {
            assert!(inside(text, evidence.span));
        }
    }
    let codes = |sentence: &str, language: Language| {
        let mut codes = Codes::default();
        let name = if language == Language::En { "us.md" } else { "cn.md" };
        let coded = code(name, sentence).map_err(Fault)?;
        for statement in coded.statements {
            codes.topics.extend(statement.topics);
            codes.acts.push(statement.act);
        }
        Ok(codes)
    };
    match lint::check(&book, codes) {
        Ok(findings) => findings.iter().for_each(|f| message(f, "")),
        Err(Fault(error)) => message(&error, ""),
    }
}

/// Why an example could not be coded.
struct Fault(String);

impl From<readout::codebook::CodebookError> for Fault {
    fn from(error: readout::codebook::CodebookError) -> Self {
        Self(error.to_string())
    }
}
