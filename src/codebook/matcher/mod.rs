//! Finds cues in a text. A cue is a small program (`code`), and is filed under the words with which it can begin, in a tree
//! of letters (`trie`); at each place of the text the cues are tried that begin with what stands there, unless a glance
//! rules them out (`needs`). The time is linear in the text for a given codebook: gaps are bounded, and what a cue has tried
//! in vain at a place it does not try again (`tried`).

mod code;
mod needs;
mod trie;
mod tried;

use code::{Beginning, Run, word_length, word_start};
use trie::{AGAIN, LEADING, Starts, WHOLE};
pub(super) use trie::{Entry, Node, Trie};

use super::pattern::{self, Cue, MAX_STARTS, PatternError, parse};
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
/// How many beginnings a cue may have, if longer ones than its first letter are to be looked up.
const MAX_LONGER: usize = 24;
/// After how many beginnings a cue has no more of them for being longer, so that a codebook takes no more memory than its
/// file allows for; the carried one has a tenth of them.
const MANY: u32 = 100_000;
/// How long a beginning becomes, in bytes: what comes behind so many is left to the program. The first is taken that does
/// not make too many of them.
const LENGTHS: [usize; 3] = [64, 24, 8];

/// Cues of one language, before they are compiled.
#[derive(Debug, Clone)]
pub struct Cues {
    language: Language,
    code: Vec<u8>,
    cues: Vec<u32>,
    needs: Vec<u16>,
    starts: Starts,
    inside: Vec<(Words, u32)>,
}

impl Cues {
    /// No cues yet.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let starts = Starts::default();
        Self { language, code: Vec::new(), cues: Vec::new(), needs: Vec::new(), starts, inside: Vec::new() }
    }

    /// Adds one cue and returns its number.
    ///
    /// # Errors
    /// Says what is wrong with the cue.
    pub fn add(&mut self, cue: &str) -> Result<usize, PatternError> {
        let simplified = simplify(cue);
        let cue = simplified.as_deref().unwrap_or(cue);
        let parsed = parse(cue)?;
        let (before, number) = (self.code.len(), self.cues.len());
        let body = code::write(&mut self.code, &parsed, false);
        if let [pattern::Node::Star, rest @ ..] = parsed.nodes.as_slice() {
            if let Some(pattern::Node::Fixed { text, .. }) = rest.first() {
                self.inside.push((text.clone().into(), small(number)));
            }
        } else {
            let beginnings = self.beginnings(body);
            if beginnings.is_err() {
                self.code.truncate(before);
            }
            let guarded = body > before + 1;
            self.index(&beginnings?, &needs::of(cue, self.language), guarded.then_some(body));
        }
        self.cues.push(small(before));
        Ok(number)
    }

    /// Adds a name as plain text, whose first letter must be a capital; returns its number.
    pub fn add_name(&mut self, name: &str) -> usize {
        let simplified = simplify(name);
        let text = fold_cue(simplified.as_deref().unwrap_or(name)).0.trim().to_owned();
        let (before, number) = (self.code.len(), self.cues.len());
        let nodes =
            if text.is_empty() { Vec::new() } else { vec![pattern::Node::Fixed { text, capitals: Vec::new() }] };
        let body = code::write(&mut self.code, &Cue { nodes, ..Cue::default() }, true);
        if let Ok(beginnings) = self.beginnings(body) {
            self.index(&beginnings, &[], Some(body));
        }
        self.cues.push(small(before));
        number
    }

    /// The words with which the cue can begin whose program begins at `body`: as many as it is filed under, where that does
    /// not make too many ways of it.
    fn beginnings(&self, body: usize) -> Result<Vec<Beginning>, PatternError> {
        let found = code::beginnings(&self.code, body, 1, MAX_STARTS)?;
        let most = if self.starts.count() < MANY { found.len().max(MAX_LONGER) } else { found.len() };
        let longer = LENGTHS.iter().find_map(|length| code::beginnings(&self.code, body, *length, most).ok());
        Ok(longer.unwrap_or(found))
    }

    /// Files the next cue. What stands around the words of a `guarded` one, whose words begin there, counts too: where one of
    /// its beginnings is another's beginning, the whole cue is tried, since its first match decides.
    fn index(&mut self, beginnings: &[Beginning], needs: &[u16], guarded: Option<usize>) {
        // More than a byte counts, as no cue has that a person wrote: they are not looked at.
        let count = u8::try_from(needs.len()).unwrap_or(0);
        let at = small(self.needs.len());
        self.needs.extend(needs);
        let mut keys: Vec<&[u8]> = beginnings.iter().map(|b| &*b.letters).collect();
        keys.sort_unstable();
        // In order, whatever begins with another stands behind one with which it begins.
        let again = if keys.windows(2).any(|two| two[1].starts_with(two[0])) { AGAIN } else { 0 };
        for (rank, Beginning { letters, place, leading }) in beginnings.iter().enumerate() {
            let (place, leading) = guarded.filter(|_| again > 0).map_or((*place, *leading), |body| (body, true));
            let ends = code::ends(&self.code, place);
            let entry = Entry {
                cue: small(self.cues.len()),
                place: small(place),
                needs: at,
                count: if ends { 0 } else { count },
                flags: again | if guarded.is_none() && ends { WHOLE } else { 0 } | if leading { LEADING } else { 0 },
                rank: u16::try_from(rank).unwrap_or(u16::MAX),
            };
            self.starts.add(letters, entry);
        }
    }

    /// The matcher of all cues added.
    #[must_use]
    pub fn compile(self) -> Matcher {
        Matcher {
            language: self.language,
            code: self.code.into(),
            cues: self.cues.into(),
            needs: self.needs.into(),
            trie: Trie::of(&self.starts),
            inside: self.inside.into(),
        }
    }
}

/// A number of cues or of bytes of their programs, of which there are never so many.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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
    pub(super) trie: Trie,
    /// Cues that can begin inside a word (`*narcotic*`), with the letters to look for.
    pub(super) inside: List<(Words, u32)>,
}

/// Of the cues found at one place, those that may be found there once more: the cue, which of its beginnings it was, and the
/// number of the hit.
type Found = Vec<(u32, u16, usize)>;

impl Matcher {
    /// Every match of every cue in `form`, by place, then by cue.
    #[must_use]
    pub fn find(&self, form: &Form) -> Vec<Hit> {
        let text = form.text();
        let mut hits = Vec::with_capacity(text.len() / USUAL);
        let mut again = Found::new();
        for start in form.starts() {
            let before = hits.len();
            again.clear();
            self.trie.each(&text.as_bytes()[start..], |entry, length| {
                if entry.has(AGAIN) {
                    self.try_again(form, entry, (start, length), &mut again, &mut hits);
                } else if let Some(end) = self.end(form, entry, start, length) {
                    hits.push(Hit { span: Span::new(start, end), cue: entry.cue as usize });
                }
            });
            if hits.len() > before + 1 {
                hits[before..].sort_unstable();
            }
        }
        let before = hits.len();
        for (letters, cue) in self.inside.iter() {
            // Several of the letters in one word are tried once.
            let mut within = 0;
            for (at, _) in text.match_indices(&**letters) {
                if at >= within {
                    let start = word_start(text, at);
                    let entry = self.cues[*cue as usize] as usize;
                    if let Some(end) = Run::of(&self.code, entry, form, self.language, start) {
                        hits.push(Hit { span: Span::new(start, end), cue: *cue as usize });
                    }
                    within = at + word_length(&text[at..]);
                }
            }
        }
        if hits.len() > before {
            hits.sort_unstable();
            hits.dedup();
        }
        hits
    }

    /// Where a cue ends that begins as `entry` says with so many bytes at byte `start` of a text.
    #[inline]
    fn end(&self, form: &Form, entry: &Entry, start: usize, length: usize) -> Option<usize> {
        if entry.has(WHOLE) {
            return form.is_edge(start + length).then_some(start + length);
        }
        let needs = &self.needs[entry.needs as usize..entry.needs as usize + usize::from(entry.count)];
        if !needs::met(needs, form, start) {
            return None;
        }
        let at = if entry.has(LEADING) { start } else { start + length };
        let cue = self.cues[entry.cue as usize] as usize;
        Run::from(&self.code, cue, form, self.language, start, Some((entry.place as usize, at)))
    }

    /// Tries a cue that another of its beginnings may have found at the same place already. Of those that match, the first
    /// in the order of the cue counts.
    fn try_again(
        &self,
        form: &Form,
        entry: &Entry,
        (start, length): (usize, usize),
        found: &mut Found,
        hits: &mut Vec<Hit>,
    ) {
        let known = found.iter_mut().find(|f| f.0 == entry.cue);
        if known.as_ref().is_some_and(|f| f.1 < entry.rank) {
            return;
        }
        let Some(end) = self.end(form, entry, start, length) else { return };
        let hit = Hit { span: Span::new(start, end), cue: entry.cue as usize };
        match known {
            Some((_, rank, number)) => {
                *rank = entry.rank;
                hits[*number] = hit;
            }
            None => {
                found.push((entry.cue, entry.rank, hits.len()));
                hits.push(hit);
            }
        }
    }
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

    proptest::proptest! {
        /// The tree and the glances leave out nothing, and no more than the first match of a cue is found at a place.
        #[test]
        fn finds_what_each_cue_finds_by_itself(
            cues in proptest::collection::vec(
                "(!\\((a|b)\\))?(a|ab|b|bc|\\[a\\]|\\[ab \\]|\\(a\\|ab\\|bc\\)|\\(ab\\|a\\[ b\\]\\)|\\{2\\}|\\{,1\\}| |AB|c\\*){1,6}(!\\( ?(a|b)\\))?",
                1..12,
            ),
            text in "[abc]{0,4}([abcABC ,]|ab|AB| a| b){0,24}",
            chinese in proptest::bool::ANY,
        ) {
            let language = if chinese { Language::Zh } else { Language::En };
            let han = |text: &str| if chinese { text.replace('a', "美").replace('b', "方") } else { text.to_owned() };
            let mut together = Cues::new(language);
            let added = cues.iter().filter(|cue| together.add(&han(cue)).is_ok()).count();
            let matcher = together.compile();
            let form = Form::new(&han(&text), 0);
            let mut expected = Vec::new();
            for start in form.starts() {
                for cue in 0..added {
                    let entry = matcher.cues[cue] as usize;
                    if let Some(end) = Run::of(&matcher.code, entry, &form, language, start) {
                        expected.push(Hit { span: Span::new(start, end), cue });
                    }
                }
            }
            expected.sort_unstable();
            // Where nothing but a gap stands before its words, a cue begins with the words.
            let gap = |cue: usize| {
                let body = code::body(&matcher.code, matcher.cues[cue] as usize);
                code::beginnings(&matcher.code, body, 1, MAX_STARTS).expect("no star").iter().any(|b| b.leading)
            };
            expected.retain(|hit| !gap(hit.cue));
            let found: Vec<Hit> = matcher.find(&form).into_iter().filter(|hit| !gap(hit.cue)).collect();
            proptest::prop_assert_eq!(found, expected, "{:?} in {:?}", cues, form.text());
        }
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
