//! The YAML between the two `---` lines. Fields that are not known are kept, not refused: such files are made by many
//! programs.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{ImportedFrom, LoadError, QuotedFrom};

/// The fields that are known.
pub(super) const KNOWN: [&str; 13] = [
    "meeting",
    "side",
    "kind",
    "language",
    "date",
    "published",
    "place",
    "publisher",
    "title",
    "source_url",
    "principals",
    "quoted_from",
    "imported",
];

/// The line before and after it.
const FENCE: &str = "---";

/// The fields as written, before they are checked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    pub meeting: Option<String>,
    pub side: Option<String>,
    pub kind: Option<String>,
    pub language: Option<String>,
    pub date: Option<String>,
    pub published: Option<String>,
    pub place: Option<String>,
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub source_url: Option<String>,
    pub principals: BTreeMap<String, Vec<String>>,
    pub quoted_from: Option<QuotedFrom>,
    pub imported: Option<ImportedFrom>,
    #[serde(flatten)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

/// The front matter of a text with what stands behind it, from the line after the opening `---`, and how many lines stand
/// before that. A blank line before it is a slip, not a text.
fn opened(text: &str) -> Option<(&str, usize)> {
    let begin = text.trim_start();
    let rest = after_newline(begin.strip_prefix(FENCE)?)?;
    Some((rest, text[..text.len() - rest.len()].matches('\n').count()))
}

/// Whether a text begins with front matter.
pub(crate) fn begins(text: &str) -> bool {
    opened(text).is_some()
}

/// Whether the beginning of a file, which may end anywhere, has front matter with `side`.
pub(super) fn begins_with_side(head: &str) -> bool {
    opened(head).is_some_and(|(rest, _)| {
        rest.lines().take_while(|line| line.trim_end() != FENCE).any(|line| names(line, "side"))
    })
}

/// Splits a file into its fields, its body, and the number of the body's first line. A file without front matter is
/// all body.
pub(super) fn split<'a>(path: &Path, text: &'a str) -> Result<(Fields, &'a str, usize), LoadError> {
    let Some((rest, before)) = opened(text) else {
        return Ok((Fields::default(), text, 1));
    };
    let opened = text.len() - rest.len();
    let mut at = opened;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        let next = at + line.len();
        if line.trim_end() == FENCE {
            let yaml = &text[opened..at];
            let fields = if yaml.trim().is_empty() { Ok(Fields::default()) } else { serde_saphyr::from_str(yaml) };
            let fields = fields.map_err(|e| LoadError::FrontMatter {
                file: path.to_owned(),
                line: e.location().map_or(1, |l| usize::try_from(l.line()).unwrap_or(1)) + before,
                message: plain(&e.without_snippet().to_string()),
            })?;
            return Ok((fields, &text[next..], index + 2 + before));
        }
        at = next;
    }
    Err(LoadError::Unclosed { file: path.to_owned() })
}

/// The reader's message without its own line number, which counts from the front matter, and in the words of this format.
fn plain(message: &str) -> String {
    let line = message.lines().next().unwrap_or("not YAML");
    let line = line.split(" at line ").next().unwrap_or(line);
    let line = line.strip_prefix("error: ").unwrap_or(line);
    let line = line.split(", set DuplicateKeyPolicy").next().unwrap_or(line);
    if line.contains("expected sequence") {
        return "a list is wanted here; write it as [\"A B\", \"B\"]".to_owned();
    }
    if line.contains("expected mapping start") {
        return "names with values are wanted here; write principals as { us: [\"A B\"] }".to_owned();
    }
    format!("{}; mend the line, or put the value in double quotes", line.trim_end_matches([':', ',']))
}

fn after_newline(rest: &str) -> Option<&str> {
    let trimmed = rest.trim_start_matches([' ', '\t']);
    trimmed.strip_prefix("\r\n").or_else(|| trimmed.strip_prefix('\n'))
}

/// The line of the file, from 1, on which a top-level field stands; 1 where it is not found.
pub(super) fn line_of(text: &str, field: &str) -> usize {
    text.lines().position(|line| names(line, field)).map_or(1, |i| i + 1)
}

/// Whether a line gives a top-level field.
fn names(line: &str, field: &str) -> bool {
    line.strip_prefix(field).is_some_and(|rest| rest.trim_start().starts_with(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_before_the_front_matter_are_counted() {
        let (fields, body, line) = split(Path::new("us.md"), "\n\n---\nside: us\n---\nWords.\n").expect("front matter");
        assert_eq!((fields.side.as_deref(), body, line), (Some("us"), "Words.\n", 6));
        let error = split(Path::new("us.md"), "\n\n---\nside: us\nkind: [\n---\nWords.\n").err().map(|e| e.to_string());
        assert!(error.is_some_and(|e| e.starts_with("us.md:5: ")));
    }
}
