//! The people of one document: the principals of its front matter, in full and by surname.

use crate::codebook::matcher::{Cues, Matcher};
use crate::readout::{Readout, Side};
use crate::text::language::is_han;
use crate::text::{Form, Language, Span};

/// Finds the principals of one document.
pub(super) struct Names {
    matcher: Option<Matcher>,
    sides: Vec<(Side, String)>,
}

impl Names {
    pub fn of(readout: &Readout) -> Self {
        let mut cues = Cues::new(readout.language);
        let mut sides = Vec::new();
        for (side, names) in &readout.principals {
            for name in names {
                for form in forms(name, side) {
                    if form.chars().any(is_han) == (readout.language == Language::Zh) {
                        cues.add_name(&form);
                        sides.push((side.clone(), form));
                    }
                }
            }
        }
        let matcher = if sides.is_empty() { None } else { cues.compile().ok() };
        Self { matcher, sides }
    }

    /// Every principal named in `form`: where (bytes of the form), whose side, and the name.
    pub fn find(&self, form: &Form) -> Vec<(Span, &Side, &str)> {
        let hits = self.matcher.as_ref().map(|m| m.find(form)).unwrap_or_default();
        hits.into_iter().map(|h| (h.span, &self.sides[h.cue].0, self.sides[h.cue].1.as_str())).collect()
    }
}

/// The forms in which a text may name a person: in full, and the surname (last in most names, first in Chinese ones).
fn forms(name: &str, side: &Side) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    let words: Vec<&str> = name.split_whitespace().collect();
    if words.len() >= 2 && !name.chars().any(is_han) {
        let surname = if side.as_str() == "cn" { words[0] } else { words[words.len() - 1] };
        let surname = surname.trim_matches(|c: char| !c.is_alphanumeric());
        if surname.len() > 1 && !matches!(surname, "Jr" | "Sr" | "II" | "III") {
            forms.push(surname.to_owned());
        }
    }
    forms
}
