//! Quoted fragments in a body: block quotations, each closed by a line that says who said it.
//!
//! ```text
//! > raised
//! > — second senior official; subject: Carla Renshaw; on: the strait
//! ```

use serde::Serialize;

use crate::text::Span;

/// Who said a quoted fragment, and what the fragment itself does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, schemars::JsonSchema)]
pub struct Attribution {
    /// Who said or wrote the words.
    pub who: String,
    /// Whose words or acts the fragment reports, where that is not the speaker.
    pub subject: Option<String>,
    /// What the fragment is about, where it does not say.
    pub on: Option<String>,
}

/// One block quotation of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The whole block, in bytes of the body.
    pub block: Span,
    /// The quoted words, without the `>` marks at the edges, in bytes of the body. Words that run over several lines
    /// are given line by line.
    pub words: Vec<Span>,
    /// Who said it, if the block says.
    pub attribution: Option<Attribution>,
}

/// Every block quotation of a body, in order.
#[must_use]
pub fn quotations(body: &str) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Option<Quotation> = None;
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(inner) = line.trim_start().strip_prefix('>') else {
            found.extend(open.take());
            continue;
        };
        let inner_start = at - inner.len();
        let quote =
            open.get_or_insert_with(|| Quotation { block: Span::new(start, at), words: Vec::new(), attribution: None });
        quote.block.end = at;
        let trimmed = inner.trim();
        if trimmed.is_empty() {
            continue;
        }
        match dash(trimmed) {
            Some(rest) if !quote.words.is_empty() => {
                quote.attribution = Some(parse(rest));
                found.extend(open.take());
            }
            _ => {
                let lead = inner.len() - inner.trim_start().len();
                quote.words.push(Span::new(inner_start + lead, inner_start + lead + trimmed.len()));
            }
        }
    }
    found.extend(open);
    found
}

fn dash(line: &str) -> Option<&str> {
    ["— ", "—", "-- ", "– "].iter().find_map(|d| line.strip_prefix(d))
}

fn parse(line: &str) -> Attribution {
    let mut attribution = Attribution::default();
    for (index, piece) in line.split(';').enumerate() {
        let piece = piece.trim();
        if let Some(value) = piece.strip_prefix("subject:") {
            attribution.subject = Some(value.trim().to_owned());
        } else if let Some(value) = piece.strip_prefix("on:") {
            attribution.on = Some(value.trim().to_owned());
        } else if index == 0 {
            piece.clone_into(&mut attribution.who);
        } else {
            attribution.who.push_str("; ");
            attribution.who.push_str(piece);
        }
    }
    attribution
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_blocks_with_attributions() {
        let body = "\n> made clear\n> that seas stay open\n> — Dana Whitfield, spokesperson; subject: Carla Renshaw; on: the strait\n\nplain\n\n> no more\n";
        let found = quotations(body);
        assert_eq!(found.len(), 2);
        let words: Vec<_> = found[0].words.iter().map(|s| s.slice(body)).collect();
        assert_eq!(words, ["made clear", "that seas stay open"]);
        let attribution = found[0].attribution.clone().unwrap_or_default();
        assert_eq!(attribution.who, "Dana Whitfield, spokesperson");
        assert_eq!(attribution.subject.as_deref(), Some("Carla Renshaw"));
        assert_eq!(attribution.on.as_deref(), Some("the strait"));
        assert_eq!(found[1].words[0].slice(body), "no more");
        assert_eq!(found[1].attribution, None);
    }

    #[test]
    fn two_quotations_may_touch() {
        let body = "> one\n> — A\n> two\n> — B\n";
        assert_eq!(quotations(body).len(), 2);
    }
}
