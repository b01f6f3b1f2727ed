//! The YAML between the two `---` lines. Fields that are not known are kept, not refused: such files are made by many
//! programs.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::{ImportedFrom, LoadError, QuotedFrom};
use crate::text::merge;

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
    let fields = opened(head).map(|(rest, _)| rest.lines().take_while(|line| line.trim_end() != FENCE));
    // Front matter of which a merge could not make one is still that of a readout.
    let unfinished = || head.starts_with("<<<<<<<") && head.lines().any(|line| names(line, "side"));
    fields.is_some_and(|mut lines| lines.any(|line| names(line, "side"))) || unfinished()
}

/// Splits a file into its fields, its body, and the number of the body's first line. A file without front matter is
/// all body. What a merge left unfinished is neither.
pub(super) fn split<'a>(path: &Path, text: &'a str) -> Result<(Fields, &'a str, usize), LoadError> {
    if let Some(line) = merge::unfinished(text) {
        return Err(LoadError::Unmerged { file: path.to_owned(), line });
    }
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
            let fields = fields.map_err(|e| {
                let said = e.without_snippet().to_string();
                // The reader names the line before, which the tab seems to go on with.
                let tab = if said.contains("tab") { after_a_tab(yaml) } else { None };
                let line = tab.map_or_else(
                    || e.location().map_or(1, |l| usize::try_from(l.line()).unwrap_or(1)),
                    |index| index + 1,
                );
                let message = tab.map_or_else(
                    || plain(&said),
                    |_| "the line begins with a tab; put spaces in its place, or nothing before a field".to_owned(),
                );
                LoadError::FrontMatter { file: path.to_owned(), line: line + before, message }
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

/// The line of the file, from 1, on which each field of the front matter stands; of what stands within another on a line of
/// its own, by both names: `principals.us`.
pub(super) fn places(text: &str) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    let Some((rest, before)) = opened(text) else { return places };
    let mut field = "";
    for (index, line) in rest.lines().take_while(|line| line.trim_end() != FENCE).enumerate() {
        let Some((name, _)) = line.split_once(':') else { continue };
        let within = name.starts_with([' ', '\t']);
        let name = name.trim().trim_matches(['"', '\'']);
        let key = if within { format!("{field}.{name}") } else { name.to_owned() };
        if !within {
            field = name;
        }
        places.entry(key).or_insert(index + 1 + before);
    }
    places
}

/// The number of the first line of a text, from 0, that a tab stands before.
fn after_a_tab(text: &str) -> Option<usize> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    text.lines().position(|line| line[..indent(line)].contains('\t') && !line.trim().is_empty())
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

    #[test]
    fn every_field_has_its_line() {
        let text = "\n---\nside: us\n# principals: none\n\"title\": A: B\nprincipals:\n  us: [A]\n  cn:\n    - B\n---\nplace: X\n";
        let places = places(text);
        let line = |field: &str| places.get(field).copied();
        assert_eq!(
            ["side", "title", "principals", "principals.us", "principals.cn", "place"].map(line),
            [Some(3), Some(5), Some(6), Some(7), Some(8), None]
        );
    }

    #[test]
    fn a_tab_is_named_where_it_stands() {
        for (text, want) in [
            ("---\nside: us\n\tkind: readout\ndate: 2031-01-01\n---\nWords.\n", 3),
            ("---\nside: us\nprincipals:\n\tus: [A]\n---\nWords.\n", 4),
        ] {
            let error = split(Path::new("us.md"), text).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(error.starts_with(&format!("us.md:{want}: ")) && error.contains("begins with a tab"), "{error}");
        }
    }
}
