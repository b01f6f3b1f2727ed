//! Finds cues in a text. Every cue is filed under the letters with which it can begin (`index`); at each place of the text
//! the cues filed there are tried, unless a glance rules them out (`needs`). A cue is a small program (`code`). The time is
//! linear in the text for a given codebook: gaps are bounded, and what a cue has tried in vain at a place it does not try
//! again (`tried`).

mod code;
mod index;
mod needs;
mod tried;

use code::{Run, word_length, word_start};
pub(super) use index::{Entry, Index};
use index::{KEY, Start};

use super::pattern::{Cue, MAX_STARTS, Node, PatternError, parse};
use super::{List, Words};
use crate::text::form::{fold_cue, simplify};
use crate::text::{Form, Language, Span};

/// One place where a cue matched; the span counts bytes of the matching form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Where, in bytes of the form.
    pub span: Span,
    /// Which cue, by the order in which they were added.
    pub cue: usize,
}

/// About how many bytes of a text there are for each match.
const USUAL: usize = 8;
/// How many beginnings a cue may have, if longer ones than its first words are to be looked up.
const MAX_LONGER: usize = 48;

/// Cues of one language, before they are compiled.
#[derive(Debug, Clone)]
pub struct Cues {
    language: Language,
    code: Vec<u8>,
    cues: Vec<u32>,
    needs: Vec<u16>,
    starts: Vec<(Start, Entry)>,
    inside: Vec<(Words, u32)>,
}

impl Cues {
    /// No cues yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, code: Vec::new(), cues: Vec::new(), needs: Vec::new(), starts: Vec::new(), inside: Vec::new() }
    }

    /// Adds one cue and returns its number.
    ///
    /// # Errors
    /// Says what is wrong with the cue.
    pub fn add(&mut self, cue: &str) -> Result<usize, PatternError> {
        let simplified = simplify(cue);
        let cue = simplified.as_deref().unwrap_or(cue);
        let parsed = parse(cue)?;
        if let [Node::Star, rest @ ..] = parsed.nodes.as_slice() {
            if let Some(Node::Fixed { text, .. }) = rest.first() {
                self.inside.push((text.clone().into(), self.number()));
            }
            return Ok(self.file(&parsed, false));
        }
        let mut starts: Vec<Start> = beginnings(&parsed.nodes)?.iter().map(|text| Start::of(text.as_bytes())).collect();
        starts.sort_unstable();
        starts.dedup();
        let needs = needs::of(cue, self.language);
        self.index(&starts, &needs);
        Ok(self.file(&parsed, false))
    }

    /// Adds a name as plain text, whose first letter must be a capital; returns its number.
    pub fn add_name(&mut self, name: &str) -> usize {
        let simplified = simplify(name);
        let text = fold_cue(simplified.as_deref().unwrap_or(name)).0.trim().to_owned();
        if text.is_empty() {
            return self.file(&Cue::default(), true);
        }
        self.index(&[Start::of(text.as_bytes())], &[]);
        let nodes = vec![Node::Fixed { text, capitals: Vec::new() }];
        self.file(&Cue { nodes, ..Cue::default() }, true)
    }

    /// The number of the next cue.
    fn number(&self) -> u32 {
        u32::try_from(self.cues.len()).unwrap_or(u32::MAX)
    }

    fn index(&mut self, starts: &[Start], needs: &[u16]) {
        // More than a byte counts, as no cue has that a person wrote: they are not looked at.
        let count = u8::try_from(needs.len()).unwrap_or(0);
        let at = u32::try_from(self.needs.len()).unwrap_or(u32::MAX);
        let entry = Entry { cue: self.number(), needs: at, count };
        self.needs.extend(needs);
        self.starts.extend(starts.iter().map(|start| (*start, entry)));
    }

    fn file(&mut self, cue: &Cue, name: bool) -> usize {
        self.cues.push(u32::try_from(self.code.len()).unwrap_or(u32::MAX));
        code::write(&mut self.code, cue, name);
        self.cues.len() - 1
    }

    /// The matcher of all cues added.
    #[must_use]
    pub fn compile(self) -> Matcher {
        Matcher {
            language: self.language,
            code: self.code.into(),
            cues: self.cues.into(),
            needs: self.needs.into(),
            index: Index::of(&self.starts),
            inside: self.inside.into(),
        }
    }
}

/// Compiled cues of one language.
#[derive(Debug, Clone)]
pub struct Matcher {
    pub(super) language: Language,
    /// All cues, one behind another.
    pub(super) code: List<u8>,
    /// Where each cue begins in `code`.
    pub(super) cues: List<u32>,
    pub(super) needs: List<u16>,
    /// Each cue under each of its beginnings.
    pub(super) index: Index,
    /// Cues that can begin inside a word (`*narcotic*`), with the letters to look for.
    pub(super) inside: List<(Words, u32)>,
}

impl Matcher {
    /// Every match of every cue in `form`, by place, then by cue.
    #[must_use]
    pub fn find(&self, form: &Form) -> Vec<Hit> {
        let text = form.text();
        let mut hits = Vec::with_capacity(text.len() / USUAL);
        for start in form.starts() {
            self.index.each(&text.as_bytes()[start..], |entry| {
                let needs = &self.needs[entry.needs as usize..entry.needs as usize + usize::from(entry.count)];
                if needs::met(needs, form, start) {
                    self.try_at(form, entry.cue, start, &mut hits);
                }
            });
        }
        for (letters, cue) in self.inside.iter() {
            // Several of the letters in one word are tried once.
            let mut within = 0;
            for (at, _) in text.match_indices(&**letters) {
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

    fn try_at(&self, form: &Form, cue: u32, start: usize, hits: &mut Vec<Hit>) {
        let entry = self.cues[cue as usize] as usize;
        if let Some(end) = Run::of(&self.code, entry, form, self.language, start) {
            hits.push(Hit { span: Span::new(start, end), cue: cue as usize });
        }
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

/// The letters with which a cue can begin: as many as it is filed under, where that does not make too many ways of it.
fn beginnings(nodes: &[Node]) -> Result<Vec<String>, PatternError> {
    let whole = Rest { nodes, then: None };
    let mut found = Vec::new();
    begin(whole, String::new(), 1, MAX_STARTS, &mut found)?;
    let mut longer = Vec::new();
    Ok(match begin(whole, String::new(), KEY, MAX_LONGER.max(found.len()), &mut longer) {
        Ok(()) => longer,
        Err(_) => found,
    })
}

/// Adds every way to go on from what a cue has begun with, up to so many letters (bytes) or a little more.
fn begin(
    rest: Rest<'_>,
    so_far: String,
    letters: usize,
    most: usize,
    found: &mut Vec<String>,
) -> Result<(), PatternError> {
    let next = if so_far.len() < letters { rest.next() } else { None };
    match next {
        Some((Node::Fixed { text, .. }, rest)) => return begin(rest, so_far + text, letters, most, found),
        Some((Node::Either(branches, _), rest)) => {
            for branch in branches {
                let rest = Rest { nodes: branch, then: Some(&rest) };
                begin(rest, so_far.clone(), letters, most, found)?;
            }
        }
        Some((Node::Gap { .. }, rest)) if so_far.is_empty() => return begin(rest, so_far, letters, most, found),
        Some((Node::Star, _)) if so_far.is_empty() => return Err(PatternError::Star),
        Some((Node::Gap { .. } | Node::Star, _)) | None => found.extend(Some(so_far).filter(|s| !s.is_empty())),
    }
    if found.len() > most { Err(PatternError::TooMany) } else { Ok(()) }
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
