//! Finds cues in a text: one pass for the fixed words (Aho-Corasick), then the rest of each cue from there. The time
//! is linear in the text for a given codebook, since gaps are bounded and nothing backtracks further than a gap.

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use super::pattern::{Flat, Part, PatternError, parse};
use crate::text::language::is_han;
use crate::text::{Form, Language, Span};

/// One place where a cue matched; the span counts bytes of the matching form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where, in bytes of the form.
    pub span: Span,
    /// Which cue, by the order in which they were added.
    pub cue: usize,
}

/// Cues of one language, before they are compiled.
#[derive(Debug, Clone)]
pub struct Cues {
    language: Language,
    flats: Vec<(usize, Flat, bool)>,
    count: usize,
}

impl Cues {
    /// No cues yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, flats: Vec::new(), count: 0 }
    }

    /// Adds one cue and returns its number.
    ///
    /// # Errors
    /// Says what is wrong with the cue.
    pub fn add(&mut self, cue: &str) -> Result<usize, PatternError> {
        let number = self.count;
        for flat in parse(cue, self.language)? {
            self.flats.push((number, flat, false));
        }
        self.count += 1;
        Ok(number)
    }

    /// Adds a name as plain text, whose first letter must be a capital; returns its number.
    pub fn add_name(&mut self, name: &str) -> usize {
        let number = self.count;
        let form = Form::new(name, 0);
        let text = form.text().trim().to_owned();
        if !text.is_empty() {
            let part = Part::Fixed { text, capitals: Vec::new() };
            self.flats.push((number, Flat { parts: vec![part], ..Flat::default() }, true));
        }
        self.count += 1;
        number
    }

    /// Compiles the cues.
    ///
    /// # Errors
    /// When they are too many for the automaton.
    pub fn compile(self) -> Result<Matcher, aho_corasick::BuildError> {
        let mut literals: Vec<String> = Vec::new();
        let mut index: HashMap<String, usize> = HashMap::new();
        let mut users: Vec<Vec<u32>> = Vec::new();
        let mut variants = Vec::new();
        for (cue, flat, name) in self.flats {
            let Some((anchor, text)) = flat.parts.iter().enumerate().find_map(|(i, p)| match p {
                Part::Fixed { text, .. } => Some((i, text.clone())),
                _ => None,
            }) else {
                continue;
            };
            let literal = *index.entry(text.clone()).or_insert_with(|| {
                literals.push(text);
                users.push(Vec::new());
                literals.len() - 1
            });
            users[literal].push(u32::try_from(variants.len()).unwrap_or(u32::MAX));
            variants.push(Variant { cue, flat, anchor, name });
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&literals)?;
        Ok(Matcher { language: self.language, automaton, users, variants })
    }
}

#[derive(Debug, Clone)]
struct Variant {
    cue: usize,
    flat: Flat,
    anchor: usize,
    name: bool,
}

/// Compiled cues of one language.
#[derive(Debug, Clone)]
pub struct Matcher {
    language: Language,
    automaton: AhoCorasick,
    users: Vec<Vec<u32>>,
    variants: Vec<Variant>,
}

impl Matcher {
    /// Every match of every cue in `form`, by place, then by cue.
    #[must_use]
    pub fn find(&self, form: &Form) -> Vec<Hit> {
        let text = form.text();
        let mut hits = Vec::new();
        for found in self.automaton.find_overlapping_iter(text) {
            for &user in &self.users[found.pattern().as_usize()] {
                let variant = &self.variants[user as usize];
                if let Some(span) = self.verify(form, variant, found.start()) {
                    hits.push(Hit { span, cue: variant.cue });
                }
            }
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn verify(&self, form: &Form, variant: &Variant, at: usize) -> Option<Span> {
        let text = form.text();
        let parts = &variant.flat.parts;
        let start = if variant.anchor == 0 { at } else { word_start(text, at) };
        if variant.name && !form.is_upper(at) && text[at..].starts_with(|c: char| c.is_alphabetic() && !is_han(c)) {
            return None;
        }
        if !boundary_before(text, start)
            || !neighbours_allow(&text[..start], &variant.flat.not_before, |t, w| t.ends_with(w))
        {
            return None;
        }
        let end = self.follow(form, &parts[variant.anchor..], at)?;
        neighbours_allow(&text[end..], &variant.flat.not_after, |t, w| t.starts_with(w)).then(|| Span::new(start, end))
    }

    /// Matches `parts` from byte `at`; the end of the first match.
    fn follow(&self, form: &Form, parts: &[Part], at: usize) -> Option<usize> {
        let text = form.text();
        let Some((part, rest)) = parts.split_first() else {
            return boundary_after(text, at).then_some(at);
        };
        match part {
            Part::Fixed { text: fixed, capitals } => {
                let after = at + fixed.len();
                if text.get(at..after)? != fixed || !capitals.iter().all(|i| form.is_upper(at + i)) {
                    return None;
                }
                let open = matches!(rest.first(), Some(Part::Star));
                (open || boundary_after(text, after)).then(|| self.follow(form, rest, after))?
            }
            Part::Star => {
                let end = at + text[at..].chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum::<usize>();
                if let Some(Part::Fixed { text: fixed, .. }) = rest.first()
                    && !fixed.starts_with(' ')
                {
                    // `counter*narcotic`: the earliest place inside this word.
                    let reach = text[at..].find(' ').map_or(text.len(), |i| at + i);
                    let found = text[at..reach].match_indices(fixed.trim_end()).map(|(i, _)| at + i);
                    return found.into_iter().find_map(|i| self.follow(form, rest, i));
                }
                self.follow(form, rest, end)
            }
            Part::Gap { most, commas } => self.across(form, rest, at, *most, *commas),
        }
    }

    /// Matches `rest` after a gap of at most `most` words or characters from byte `at`.
    fn across(&self, form: &Form, rest: &[Part], at: usize, most: usize, commas: bool) -> Option<usize> {
        let text = form.text();
        if self.language == Language::En {
            let mut place = at;
            for _ in 0..=most {
                let gap = &text[place..];
                let space = gap.find(' ')?;
                if space > 0 && ends_clause(&gap[..space], commas) {
                    return None;
                }
                place += space + 1;
                if boundary_before(text, place)
                    && let Some(end) = self.follow(form, rest, place)
                {
                    return Some(end);
                }
            }
            return None;
        }
        let mut place = at;
        let mut chars = text[at..].chars();
        for _ in 0..=most {
            if boundary_before(text, place)
                && let Some(end) = self.follow(form, rest, place)
            {
                return Some(end);
            }
            let c = chars.next()?;
            if matches!(c, '；' | '。' | '：' | ';' | '！' | '？') || (!commas && matches!(c, '，' | ',')) {
                return None;
            }
            place += c.len_utf8();
        }
        None
    }
}

/// Whether a word of a gap ends its clause.
fn ends_clause(word: &str, commas: bool) -> bool {
    word.ends_with([';', ':', '–', '—']) || (!commas && word.ends_with(','))
}

fn neighbours_allow(text: &str, list: &[String], touches: fn(&str, &str) -> bool) -> bool {
    list.is_empty() || {
        let near = text.trim_matches(' ');
        !list.iter().any(|word| touches(near, word))
    }
}

/// A letter or digit of a script that writes spaces between words.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_han(c)
}

fn boundary_before(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    !(before.is_some_and(is_letter) && after.is_some_and(is_letter))
}

fn boundary_after(text: &str, at: usize) -> bool {
    boundary_before(text, at)
}

fn word_start(text: &str, at: usize) -> usize {
    at - text[..at].chars().rev().take_while(|c| is_letter(*c)).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(cue: &str, language: Language, text: &str) -> Vec<String> {
        let mut cues = Cues::new(language);
        cues.add(cue).expect("a good cue");
        let form = Form::new(text, 0);
        let matcher = cues.compile().expect("compiles");
        matcher.find(&form).iter().map(|h| h.span.slice(form.text()).to_owned()).collect()
    }

    #[test]
    fn english_matches_whole_words() {
        assert_eq!(matches("import[s]", Language::En, "importance of imports"), ["imports"]);
        assert_eq!(matches("AI", Language::En, "aims and ai and AI-related"), ["ai"]);
        assert_eq!(matches("one China policy", Language::En, "the “one-China” policy"), ["one china policy"]);
        assert_eq!(matches("fentan*", Language::En, "fentanyl, fentan"), ["fentanyl", "fentan"]);
        assert_eq!(matches("*narcotic*", Language::En, "counternarcotics work"), ["counternarcotics"]);
        assert_eq!(matches("the U.S. side", Language::En, "The U.S. side"), ["the u.s. side"]);
    }

    #[test]
    fn gaps_are_bounded_and_stop_at_commas() {
        assert_eq!(
            matches("raise* {2} concern*", Language::En, "raised our deep concerns"),
            ["raised our deep concerns"]
        );
        assert!(matches("raise* {2} concern*", Language::En, "raised our very deep concerns").is_empty());
        assert!(matches("raise* {4} concern*", Language::En, "raised it, voiced concerns").is_empty());
        assert_eq!(matches("raise* {,4} concern*", Language::En, "raised it, voiced concerns").len(), 1);
        assert_eq!(matches("反对{4}制裁", Language::Zh, "反对非法单边制裁"), ["反对非法单边制裁"]);
        assert!(matches("反对{6}制裁", Language::Zh, "反对霸权，取消制裁").is_empty());
    }

    #[test]
    fn neighbours_exclude() {
        assert!(matches("!(中)美方", Language::Zh, "中美方面").is_empty());
        assert_eq!(matches("!(中)美方!(面)", Language::Zh, "希望美方努力"), ["美方"]);
        assert!(matches("Washington!( Post)", Language::En, "the Washington Post").is_empty());
    }

    #[test]
    fn latin_names_inside_chinese_match() {
        assert_eq!(matches("AI", Language::Zh, "加强AI治理"), ["ai"]);
    }
}
