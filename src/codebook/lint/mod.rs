//! What is wrong with a codebook that loads: cues that can never match or never count, clashes, cues that another makes
//! needless, examples that are missing or coded otherwise.

mod samples;
mod shadow;
mod sides;
mod vocabulary;

use std::fmt;

use super::lists::{Cue, Entry, Kind};
use super::matcher::{Cues, Matcher};
use super::{Act, Codebook, CodebookError, merge};
use crate::text::language::is_han;
use crate::text::{Form, Language};
use samples::Samples;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something has no effect, or another than was meant.
    Error,
    /// Something can be left out, or is missing.
    Note,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Note => "note",
        })
    }
}

/// One thing that is wrong: where, what, and the mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// How bad it is.
    pub level: Level,
    /// What is wrong, with the mend in brackets.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.level, self.message)
    }
}

/// How an example was coded: the topics and acts of its statements.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Codes {
    /// The ids of the topics.
    pub topics: Vec<String>,
    /// The acts.
    pub acts: Vec<Act>,
}

/// Checks a codebook. `code` codes one sentence by it (this room knows nothing of coding). Of a user's codebook only the
/// user's own file is judged.
///
/// # Errors
/// When a cue is not understood or a sentence cannot be coded.
pub fn check<E: From<CodebookError>>(
    codebook: &Codebook,
    mut code: impl FnMut(&str, Language) -> Result<Codes, E>,
) -> Result<Vec<Finding>, E> {
    let entries = codebook.entries();
    let user: Vec<String> = codebook.user_files().map(|(name, _)| name.to_owned()).collect();
    let mut report = Report { places: merge::places(codebook.files_of_user())?, user, findings: Vec::new() };
    for language in [Language::En, Language::Zh] {
        let items = items(&entries, language)?;
        for item in items.iter().filter(|item| report.judges(&item.key())).collect::<Vec<_>>() {
            item.scripts(&mut report);
            item.matches(language, &mut report)?;
        }
        let user = !codebook.files_of_user().is_empty();
        shadow::twice(&items, user, &mut report);
        shadow::hidden(&items, language, user, &mut report)?;
        sides::twice(&items, user, &mut report);
        for entry in &entries {
            let examples = entry.examples.map_or(&[][..], |e| e.of(language));
            let has_cues = entry.cues.iter().any(|c| c.language == language);
            if entry.examples.is_some() && examples.is_empty() && has_cues {
                let name = if language == Language::En { "English" } else { "Chinese" };
                let message = format!(
                    "{} `{}` has no {name} example (add examples.{language} = [\"…\"])",
                    entry.kind.as_str(),
                    entry.id
                );
                report.add(&format!("{} {}", entry.kind.as_str(), entry.id), Level::Note, message);
            }
            for (index, example) in examples.iter().enumerate() {
                let key = format!("example {}.{language}.{}", entry.id, index + 1);
                if !report.judges(&key) {
                    continue;
                }
                let codes = code(example, language)?;
                if let Some(message) = miscoded(entry, example, &codes) {
                    report.add(&key, Level::Error, message);
                }
            }
        }
    }
    vocabulary::check(codebook, &mut report)?;
    sides::names_twice(&entries, &mut report);
    sides::nobody(&entries, &mut report);
    alone(codebook, &mut report);
    Ok(report.finish())
}

/// A file of a user's that has none of the program's topics, and does not say that it means to.
fn alone(codebook: &Codebook, report: &mut Report) {
    let (own, all) = (codebook.topics.len(), super::embedded::TOPICS.len());
    for file in std::mem::take(&mut report.places.alone) {
        let topics = if own == 1 { "the one topic" } else { "the topics" };
        let message = format!(
            "with no `extends` the codebook has only {topics} of this file and none of the program's {all} (add extends = \"default\", or extends = \"none\" if that is meant)"
        );
        report.findings.push(Finding { file, line: 1, level: Level::Note, message });
    }
}

/// What is wrong with the codes of an example, if anything is.
fn miscoded(entry: &Entry<'_>, example: &str, codes: &Codes) -> Option<String> {
    let acts: Vec<&str> = codes.acts.iter().map(|a| a.as_str()).collect();
    let topics: Vec<&str> = codes.topics.iter().map(String::as_str).collect();
    let found = if entry.kind == Kind::Act { acts } else { topics };
    if found.contains(&entry.id) {
        return None;
    }
    let instead = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
    let kind = entry.kind.as_str();
    Some(format!(
        "the example “{example}” is coded {instead} and not {kind} `{}` (add a cue, or mend the example)",
        entry.id
    ))
}

/// What was found, with where everything stands.
struct Report {
    places: merge::Places,
    /// The names of the user's files, where the codebook is a user's.
    user: Vec<String>,
    findings: Vec<Finding>,
}

impl Report {
    fn add(&mut self, key: &str, level: Level, message: String) {
        let (file, line) = self.places.get(key).unwrap_or(("", 0));
        self.findings.push(Finding { file: file.to_owned(), line, level, message });
    }

    /// Whether what stands there is judged: of a user's codebook what is in the user's files.
    fn judges(&self, key: &str) -> bool {
        self.user.is_empty() || self.places.get(key).is_some_and(|(file, _)| self.is_of_user(file))
    }

    fn is_of_user(&self, file: &str) -> bool {
        self.user.iter().any(|name| name == file)
    }

    /// How a reader finds a cue: `taiwan.en.3, topics.toml:12`.
    fn whereabouts(&self, rule: &str) -> String {
        match self.places.get(rule) {
            Some((file, line)) => format!("{rule}, {file}:{line}"),
            None => rule.to_owned(),
        }
    }

    /// The findings by place; of a user's codebook those of the user's files.
    fn finish(mut self) -> Vec<Finding> {
        let mut found = std::mem::take(&mut self.findings);
        found.retain(|finding| self.user.is_empty() || self.is_of_user(&finding.file));
        let order = |file: &str| super::embedded::FILES.iter().position(|(name, _)| *name == file);
        found.sort_by(|a, b| {
            (order(&a.file), &a.file, a.line, a.level).cmp(&(order(&b.file), &b.file, b.line, b.level))
        });
        found.dedup();
        found
    }
}

/// One cue with the texts made from it.
pub(super) struct Item<'a> {
    entry: &'a Entry<'a>,
    cue: &'a Cue<'a>,
    samples: Samples,
    own: Matcher,
}

/// The cues of one language that are patterns: no names and no offices.
fn items<'a>(entries: &'a [Entry<'a>], language: Language) -> Result<Vec<Item<'a>>, CodebookError> {
    let mut found = Vec::new();
    for entry in entries {
        for cue in entry.cues.iter().filter(|c| c.language == language && c.list != "names") {
            let (own, samples) = compile(cue.text, &cue.rule, language)?;
            found.push(Item { entry, cue, samples, own });
        }
    }
    Ok(found)
}

fn compile(cue: &str, rule: &str, language: Language) -> Result<(Matcher, Samples), CodebookError> {
    let wrong = |source| CodebookError::Cue { rule: rule.to_owned(), cue: cue.to_owned(), source };
    let mut cues = Cues::new(language);
    cues.add(cue).map_err(wrong)?;
    Ok((cues.compile(), Samples::of(cue, language).map_err(wrong)?))
}

fn finds(matcher: &Matcher, text: &str) -> bool {
    !matcher.find(&Form::new(text, 0)).is_empty()
}

impl Item<'_> {
    /// The key of its place: offices have one rule for all.
    fn key(&self) -> String {
        if self.cue.rule == "office" { format!("office {}", self.cue.text) } else { self.cue.rule.clone() }
    }

    fn error(&self, report: &mut Report, message: String) {
        report.add(&self.key(), Level::Error, message);
    }

    /// A cue in the list of the other language.
    fn scripts(&self, report: &mut Report) {
        if let Some(message) = wrong_script(self.cue.text, self.cue.language) {
            self.error(report, message);
        }
    }

    /// Whether the cue matches each of its own texts, and its conditions leave it any.
    fn matches(&self, language: Language, report: &mut Report) -> Result<(), CodebookError> {
        let Cue { text, rule, with, not, .. } = self.cue;
        if let Some(why) = unmatched(text, &self.own, &self.samples) {
            self.error(report, format!("cue `{text}` {why}"));
        }
        let mut excludes = Vec::new();
        for condition in with.iter().chain(*not) {
            let (own, samples) = compile(condition, rule, language)?;
            if let Some(why) = unmatched(condition, &own, &samples) {
                self.error(report, format!("condition `{condition}` of `{text}` {why}"));
            }
            if not.contains(condition) {
                excludes.push((condition, own));
            }
        }
        let counts = |sample: &&String| !excludes.iter().any(|(_, own)| finds(own, sample));
        if !excludes.is_empty() && !self.samples.plain.iter().any(|s| counts(&s)) {
            let met: Vec<String> = excludes
                .iter()
                .filter(|(_, own)| self.samples.plain.iter().any(|s| finds(own, s)))
                .map(|(condition, _)| format!("`{condition}`"))
                .collect();
            let met = met.join(", ");
            self.error(
                report,
                format!(
                    "cue `{text}` itself has the words that it must not stand beside: {met} (take them out of `not`)"
                ),
            );
        }
        Ok(())
    }
}

/// What is wrong with a cue that stands in the list of the other language.
fn wrong_script(cue: &str, language: Language) -> Option<String> {
    let han = cue.chars().any(is_han);
    // Names such as AI, APEC and TikTok stand in Chinese texts; words in small letters do not.
    let mut words = cue.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let small = words.next().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_lowercase()));
    match language {
        Language::En if han => Some(format!("Chinese cue `{cue}` in an English list never matches (move it to zh)")),
        Language::Zh if !han && small => {
            Some(format!("English cue `{cue}` in a Chinese list never matches (move it to en)"))
        }
        _ => None,
    }
}

/// Why a cue does not match its own texts, if it does not.
fn unmatched(cue: &str, own: &Matcher, samples: &Samples) -> Option<String> {
    // Within a sentence too, as a gap at the very beginning needs a word before it.
    let dead: Vec<&String> =
        samples.plain.iter().filter(|s| !finds(own, s) && !finds(own, &format!("zq {s}"))).collect();
    let first = dead.first()?;
    let never_plain = dead.len() == samples.plain.len();
    // Between two commas a gap that is empty is no text.
    if never_plain && samples.filled.iter().any(|s| finds(own, s)) {
        return None;
    }
    let never = if never_plain { "can never match" } else { "has a form that never matches," };
    let shut = samples.neighbours[1].iter().find(|w| first.contains(w.as_str()));
    let gap_at_end = cue.split('}').skip(1).any(|rest| rest.starts_with(['|', ')', ']']));
    let why = if let Some(word) = shut {
        format!("`!({word})` shuts out the cue's own words; put the longer alternative first")
    } else if samples.spaced.contains(first) {
        "texts have no space before such a mark; write it without the space".to_owned()
    } else if gap_at_end {
        "a gap at the end of an alternative takes the space after it; take the gap out of the brackets".to_owned()
    } else {
        "no text can hold these words so; write them as texts do".to_owned()
    };
    Some(format!("{never} “{first}” ({why})"))
}
