//! Finds cues in a text. Every cue is filed under the letters with which it can begin; at each place of the text the
//! cues filed there are tried. The time is linear in the text for a given codebook: gaps are bounded, and what a cue has
//! tried in vain at a place it does not try again (`tried`).

mod glance;
mod index;
mod tried;

use std::sync::OnceLock;

use glance::{Needs, Start, may_begin, plain_starts};
use index::Index;
use tried::Tried;

use super::cue_text::CueText;
use super::pattern::{Cue, Letters, MAX_STARTS, Node, PatternError, parse};
use crate::text::form::{fold_cue, is_letter, simplify};
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

/// How many bytes of its beginning a cue is filed under.
const KEY: usize = 8;
/// About how many cues a language has.
const COMMON: usize = 2048;
/// How many letters of a word a star is tried for. Longer words are none.
const MAX_WORD: usize = 200;

/// A cue, parsed when a text first has its beginning.
#[derive(Debug, Clone)]
struct Filed {
    /// Whether it is a name.
    name: bool,
    source: CueText,
    needs: OnceLock<Needs>,
    cue: OnceLock<Option<Box<Cue>>>,
}

/// Cues of one language, before they are compiled; filing them is all the compiling that they need.
#[derive(Debug, Clone)]
pub struct Cues {
    matcher: Matcher,
    simplified: bool,
    /// Room for the beginnings of one cue.
    starts: Vec<Start>,
}

impl Cues {
    /// No cues yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self::with_room(language, 0)
    }

    fn with_room(language: Language, cues: usize) -> Self {
        let (index, cues) = (Index::for_about(2 * cues), Vec::with_capacity(cues));
        let matcher = Matcher { language, cues, index, inside: Vec::new() };
        Self { matcher, simplified: false, starts: Vec::new() }
    }

    /// No cues yet; those to come are known to be right and hold no Traditional characters, so that most are filed by
    /// their first letters and parsed only when a text has those. A test parses every cue of the default codebook.
    #[must_use]
    pub fn simplified(language: Language) -> Self {
        Self { simplified: true, ..Self::with_room(language, COMMON) }
    }

    /// Adds one cue and returns its number.
    ///
    /// # Errors
    /// Says what is wrong with the cue.
    pub fn add(&mut self, cue: &str) -> Result<usize, PatternError> {
        if self.simplified && plain_starts(cue, &mut self.starts) {
            return Ok(self.matcher.file_later(cue, &mut self.starts));
        }
        let simplified = if self.simplified { None } else { simplify(cue) };
        self.matcher.file(parse(simplified.as_deref().unwrap_or(cue))?, false)
    }

    /// Adds a name as plain text, whose first letter must be a capital; returns its number.
    pub fn add_name(&mut self, name: &str) -> usize {
        let simplified = if self.simplified { None } else { simplify(name) };
        let text = fold_cue(simplified.as_deref().unwrap_or(name)).0.trim().to_owned();
        let nodes = if text.is_empty() { Vec::new() } else { vec![Node::Fixed { text, capitals: Vec::new() }] };
        let number = self.matcher.cues.len();
        // One beginning is never too many.
        self.matcher.file(Cue { nodes, ..Cue::default() }, true).unwrap_or(number)
    }

    /// The matcher of all cues added.
    #[must_use]
    pub fn compile(self) -> Matcher {
        self.matcher
    }
}

/// Compiled cues of one language.
#[derive(Debug, Clone)]
pub struct Matcher {
    language: Language,
    cues: Vec<Filed>,
    /// Each cue under each of its beginnings.
    index: Index,
    /// Cues that begin inside a word (`*narcotic*`), with the letters to look for.
    inside: Vec<(String, u32)>,
}

impl Matcher {
    fn file(&mut self, cue: Cue, name: bool) -> Result<usize, PatternError> {
        let number = u32::try_from(self.cues.len()).unwrap_or(u32::MAX);
        if matches!(cue.nodes.first(), Some(Node::Star)) {
            if let Some(Node::Fixed { text, .. }) = cue.nodes.get(1) {
                self.inside.push((text.clone(), number));
            }
        } else {
            let mut starts = Vec::new();
            beginnings(&cue.nodes, None, &mut starts)?;
            self.index(&mut starts.iter().map(|s| Start::new(s.as_bytes())).collect(), number);
        }
        self.cues.push(Filed {
            name,
            source: CueText::default(),
            needs: OnceLock::new(),
            cue: OnceLock::from(Some(Box::new(cue))),
        });
        Ok(number as usize)
    }

    /// Files a cue by the fixed words with which it begins.
    fn file_later(&mut self, cue: &str, starts: &mut Vec<Start>) -> usize {
        let number = self.cues.len();
        self.index(starts, u32::try_from(number).unwrap_or(u32::MAX));
        self.cues.push(Filed { name: false, source: cue.into(), needs: OnceLock::new(), cue: OnceLock::new() });
        number
    }

    fn index(&mut self, starts: &mut Vec<Start>, number: u32) {
        starts.sort_unstable();
        starts.dedup();
        for start in starts {
            self.index.add(*start, number);
        }
    }

    /// Every match of every cue in `form`, by place, then by cue.
    #[must_use]
    pub fn find(&self, form: &Form) -> Vec<Hit> {
        let text = form.text();
        let mut hits = Vec::new();
        for at in form.starts() {
            self.index.each(&text.as_bytes()[at..], |cue| self.try_at(form, cue, at, &mut hits));
        }
        for (letters, cue) in &self.inside {
            // Several of the letters in one word are tried once.
            let mut within = 0;
            for (at, _) in text.match_indices(letters.as_str()) {
                if at >= within {
                    self.try_at(form, *cue, word_start(text, at), &mut hits);
                    within = at + word_length(&text[at..]);
                }
            }
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    fn try_at(&self, form: &Form, number: u32, start: usize, hits: &mut Vec<Hit>) {
        let text = form.text();
        let filed = &self.cues[number as usize];
        if !filed.needs.get_or_init(|| Needs::of(&filed.source, self.language)).met(form, start)
            || filed.cue.get().is_none() && !may_begin(&filed.source, &text[start..])
        {
            return;
        }
        let Some(cue) = filed.cue.get_or_init(|| parse(&filed.source).ok().map(Box::new)) else { return };
        if filed.name && !form.is_upper(start) && text[start..].starts_with(|c: char| c.is_alphabetic() && !is_han(c))
            || !neighbours_allow(&text[..start], &cue.not_before, |t, w| t.ends_with(w))
        {
            return;
        }
        let Some(end) = self.follow(form, Rest { nodes: &cue.nodes, then: None }, &Tried::default(), start) else {
            return;
        };
        if neighbours_allow(&text[end..], &cue.not_after, |t, w| t.starts_with(w)) {
            hits.push(Hit { span: Span::new(start, end), cue: number as usize });
        }
    }

    /// Matches what is left of a cue from byte `at`; the end of the first match.
    fn follow(&self, form: &Form, rest: Rest<'_>, tried: &Tried, at: usize) -> Option<usize> {
        let text = form.text();
        let Some((node, rest)) = rest.next() else {
            return form.is_edge(at).then_some(at);
        };
        if !matches!(node, Node::Fixed { .. }) && tried.in_vain(node, at) {
            return None;
        }
        let end = match node {
            Node::Fixed { text: fixed, capitals } => {
                let after = at + fixed.len();
                if !begins_with(&text.as_bytes()[at..], fixed.as_bytes())
                    || !capitals.iter().all(|i| form.is_upper(at + i))
                {
                    return None;
                }
                return self.follow(form, rest, tried, after);
            }
            Node::Star => {
                // At the beginning of a cue the star stands for the letters before the fixed ones, which may be none.
                let run = word_length(&text[at..]);
                (at..=at + run)
                    .rev()
                    .filter(|i| text.is_char_boundary(*i))
                    .find_map(|i| self.follow(form, rest, tried, i))
            }
            Node::Gap { most, commas, next } => self.across(form, rest, tried, at, (*most, *commas, *next)),
            Node::Either(branches, first) => {
                if !first.may_begin(text.as_bytes(), at) {
                    return None;
                }
                let here = &text.as_bytes()[at..];
                let possible = |branch: &&Vec<Node>| match branch.first() {
                    Some(Node::Fixed { text: fixed, .. }) => begins_with(here, fixed.as_bytes()),
                    _ => true,
                };
                branches
                    .iter()
                    .filter(possible)
                    .find_map(|branch| self.follow(form, Rest { nodes: branch, then: Some(&rest) }, tried, at))
            }
        };
        if end.is_none() {
            tried.note(node, at);
        }
        end
    }

    /// Matches `rest` after a gap of at most `most` words or characters from byte `at`.
    fn across(
        &self,
        form: &Form,
        rest: Rest<'_>,
        tried: &Tried,
        at: usize,
        (most, commas, next): (usize, bool, Letters),
    ) -> Option<usize> {
        let text = form.text();
        if self.language == Language::En {
            let mut place = at;
            if !form.is_edge(at) {
                return None;
            }
            // A gap may follow an optional word that took the space with it.
            if text[..at].ends_with(' ')
                && let Some(end) = self.follow(form, rest, tried, place)
            {
                return Some(end);
            }
            for _ in 0..=most {
                let gap = &text[place..];
                let space = gap.find(' ')?;
                if space > 0 && ends_clause(&gap[..space], commas) {
                    return None;
                }
                place += space + 1;
                if next.may_begin(text.as_bytes(), place)
                    && form.is_edge(place)
                    && let Some(end) = self.follow(form, rest, tried, place)
                {
                    return Some(end);
                }
            }
            return None;
        }
        let mut place = at;
        let mut chars = text[at..].chars();
        for _ in 0..=most {
            if next.may_begin(text.as_bytes(), place)
                && form.is_edge(place)
                && let Some(end) = self.follow(form, rest, tried, place)
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

/// What is left of a cue: nodes, and what comes after the alternative that they stand in.
#[derive(Clone, Copy)]
struct Rest<'a> {
    nodes: &'a [Node],
    then: Option<&'a Rest<'a>>,
}

impl<'a> Rest<'a> {
    fn next(self) -> Option<(&'a Node, Rest<'a>)> {
        match self.nodes.split_first() {
            Some((node, nodes)) => Some((node, Rest { nodes, then: self.then })),
            None => self.then?.next(),
        }
    }
}

/// The fixed words with which a sequence can begin.
fn beginnings(nodes: &[Node], then: Option<&Rest<'_>>, found: &mut Vec<String>) -> Result<(), PatternError> {
    let Some((node, rest)) = (Rest { nodes, then }).next() else { return Ok(()) };
    match node {
        Node::Fixed { text, .. } => found.push(text.clone()),
        Node::Either(branches, _) => {
            for branch in branches {
                beginnings(branch, Some(&rest), found)?;
            }
        }
        Node::Gap { .. } => beginnings(rest.nodes, rest.then, found)?,
        Node::Star => return Err(PatternError::Star),
    }
    if found.len() > MAX_STARTS { Err(PatternError::TooMany) } else { Ok(()) }
}

/// Whether a text begins with fixed words. Most do not by their first letter.
fn begins_with(text: &[u8], fixed: &[u8]) -> bool {
    fixed.first().is_none_or(|first| text.first() == Some(first)) && text.starts_with(fixed)
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

fn word_start(text: &str, at: usize) -> usize {
    at - text[..at].chars().rev().take(MAX_WORD).take_while(|c| is_letter(*c)).map(char::len_utf8).sum::<usize>()
}

/// The bytes of the letters with which a text begins.
fn word_length(text: &str) -> usize {
    text.chars().take(MAX_WORD).take_while(|c| is_letter(*c)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(cue: &str, language: Language, text: &str) -> Vec<String> {
        let mut cues = Cues::new(language);
        cues.add(cue).expect("a good cue");
        let form = Form::new(text, 0);
        let matcher = cues.compile();
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
    fn optional_words_take_their_space() {
        let cue = "the [very [very]] good (call|talk[s|ed])";
        for text in ["the good call", "the very good talks", "the very very good talked"] {
            assert_eq!(matches(cue, Language::En, text), [text]);
        }
        assert!(matches(cue, Language::En, "the verygood call").is_empty());
        assert_eq!(matches("[the] (US|PRC) side", Language::En, "the US side").len(), 2);
        assert_eq!(matches("[so] [very] good", Language::En, "good").len(), 1);
        assert_eq!(matches("[so] [very] good", Language::En, "so very good").len(), 3);
        assert_eq!(matches("steady[,] sound", Language::En, "steady, sound"), ["steady, sound"]);
        assert_eq!(
            matches("(stable|sound)[,] {,3} [and] sustainable", Language::En, "sound, and sustainable").len(),
            1
        );
        assert_eq!(matches("stat*ed", Language::En, "stated"), ["stated"]);
        assert_eq!(matches("amid the [dense] fog", Language::En, "amid the fog"), ["amid the fog"]);
        assert_eq!(matches("愿[同美方]加强", Language::Zh, "愿加强，愿同美方加强").len(), 2);
    }

    #[test]
    fn neighbours_exclude() {
        assert!(matches("!(中)美方", Language::Zh, "中美方面").is_empty());
        assert_eq!(matches("!(中)美方!(面)", Language::Zh, "希望美方努力"), ["美方"]);
        assert!(matches("Washington!( Post)", Language::En, "the Washington Post").is_empty());
    }

    /// Without a memory each of these would take longer than the universe is old.
    #[test]
    fn cues_that_are_built_to_run_away_do_not() {
        let gaps = format!("a{}z", "{4}a".repeat(20));
        let stars = format!("a{}z", "*a".repeat(40));
        let choices = format!("a{}z", "(a|[a][b]|[[a]])".repeat(30));
        let spaced = "a ".repeat(2000);
        for (cue, text) in [(gaps.as_str(), spaced.as_str()), (&stars, &"a".repeat(2000)), (&choices, &spaced)] {
            assert!(matches(cue, Language::En, text).is_empty(), "{cue}");
            assert!(matches(cue, Language::Zh, text).is_empty(), "{cue}");
        }
        let word = "a".repeat(100_000);
        assert!(matches("*a*b", Language::En, &word).is_empty());
    }

    #[test]
    fn latin_names_inside_chinese_match() {
        assert_eq!(matches("AI", Language::Zh, "加强AI治理"), ["ai"]);
    }
}
