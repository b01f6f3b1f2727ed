//! The same side over time: what its texts raise, drop and add from meeting to meeting.

mod formulas;
mod gone;
mod level;
mod statements;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use serde::Serialize;

pub use formulas::{Change, FormulaPoint, PiecePoint};
pub(crate) use level::Levels;
pub use level::Met;
pub use statements::{Earlier, Gone, TracedStatement};

use crate::codebook::concepts::Inventory;
use crate::codebook::formulas::Presence;
use crate::codebook::{Act, Codebook, Level};
use crate::coding::{Coded, Speaker};
use crate::comparison::since::lacking;
use crate::comparison::{Comparison, LevelsMet, OtherLevels, Text, TopicPart};
use crate::readout::{Kind, Side, day_of};
use crate::text::Language;

/// What to trace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// These sides; all where there is none.
    pub sides: Vec<Side>,
    /// The statements on these topics, with what changed in their words; none where there is no topic.
    pub topics: Vec<String>,
    /// These formulas, of whatever side is traced; where there is none, all of the side's own.
    pub formulas: Vec<String>,
    /// Meetings from this day on (`YYYY-MM-DD`, or a beginning of it); what came before still counts as earlier.
    pub since: Option<String>,
}

/// Every side over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trace {
    /// One series a side, by the alphabet.
    pub series: Vec<Series>,
}

/// One side over time.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Series {
    /// The side.
    pub side: Side,
    /// Its dated texts, earliest first; of one day by the id of the meeting.
    pub entries: Vec<Entry>,
    /// Its texts without a date, by the id of the meeting. They are held against nothing.
    pub undated: Vec<Entry>,
    /// Texts of other kinds that were left out: `meeting label`.
    pub left_out: Vec<String>,
}

impl Series {
    /// Whether some text of it that has a day has a piece of a formula.
    #[must_use]
    pub fn has_formula(&self, id: &str) -> bool {
        let of = self.entries.iter().flat_map(|e| &e.formulas).filter(|f| f.id == id);
        of.flat_map(|f| &f.pieces).any(|p| p.presence != Presence::Missing)
    }
}

/// One text of a series.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Entry {
    /// The meeting's id.
    pub meeting: String,
    /// The day, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The file, as it was named.
    pub file: String,
    /// Who met, in a line: `A – B`; missing where the text does not tell.
    pub people: Option<String>,
    /// The level of the side's own highest person whom the text names as meeting; where it names none of them at all, that of
    /// the lowest of the others' highest.
    pub level: Option<Level>,
    /// The level of the highest person of another side.
    pub other_level: Option<Level>,
    /// What the text is.
    pub kind: Kind,
    /// The language.
    pub language: Language,
    /// Whether the text is known only in fragments, so that what it lacks may only not be quoted.
    pub fragments: bool,
    /// The earlier meeting that topics and adjectives are held against: the last of the same levels of both sides (where that
    /// of the others is known), in the same language where there is one.
    pub previous: Option<String>,
    /// What it raises, or tells as another side's words alone, in the order of first mention.
    pub topics: Vec<TopicPoint>,
    /// The topics that the earlier text lacks; none where that text is known only in fragments.
    pub appeared: Vec<String>,
    /// Those of them that a text before has, on the same level of the side.
    pub reappeared: Vec<String>,
    /// The topics that only the earlier text has; none where this one is known only in fragments.
    pub vanished: Vec<String>,
    /// The adjectives of the talks, by concept.
    pub tones: Vec<String>,
    /// The adjectives that the earlier text lacks, likewise.
    pub tones_new: Vec<String>,
    /// Those of them that a text before has, on the same level of the side.
    pub tones_restored: Vec<String>,
    /// The adjectives that only the earlier text has, likewise.
    pub tones_dropped: Vec<String>,
    /// The words for the adjectives, by concept: for those that only the earlier text has, its words.
    pub tone_words: BTreeMap<String, Vec<String>>,
    /// The formulas.
    pub formulas: Vec<FormulaPoint>,
    /// The statements on the topics asked for, topic by topic.
    pub statements: Vec<TracedStatement>,
    /// The statements on those topics in the text that each topic is held against that none of this one's is near to or holds
    /// the words of; none where this one is known only in fragments.
    pub gone: Vec<Gone>,
}

impl Entry {
    /// What the text has of a topic.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&TopicPoint> {
        self.topics.iter().find(|t| t.id == id)
    }

    /// The earlier meeting that the statements on a topic are held against.
    #[must_use]
    pub fn held(&self, topic: &str) -> &Option<String> {
        self.topic(topic).map_or(&None, |point| &point.previous)
    }
}

/// One topic in one text.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TopicPoint {
    /// The topic's id.
    pub id: String,
    /// Its share of the text, from 0 to 1.
    pub share: f64,
    /// The strongest act.
    pub act: Act,
    /// Whose words it is: the text's own side's where several have it.
    pub speaker: Speaker,
    /// The other side, where the text gives all that it has on the topic as that side's words: it does not raise the topic
    /// itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Side>,
    /// The earlier meeting that the statements on the topic are held against: the last of the same levels whose text raises
    /// the topic, in the same language where there is one.
    pub previous: Option<String>,
    /// The language of that text: wordings are held only against those of the same.
    pub previous_language: Option<Language>,
}

/// One text with what the series needs of it.
struct Member<'a> {
    comparison: &'a Comparison,
    text: &'a Text,
    level: Option<Level>,
    /// The level of the highest person of another side.
    others: Option<Level>,
    /// Who met.
    met: Met,
}

impl Member<'_> {
    fn coded(&self) -> &Coded {
        &self.text.coded
    }

    fn date(&self) -> Option<&str> {
        day_of(&self.comparison.meeting).or(self.text.readout().date.as_deref())
    }
}

/// Traces sides through meetings, one comparison each. The order of the comparisons does not matter.
///
/// ```
/// use std::path::Path;
/// use readout::{codebook::Codebook, comparison, readout::{Meeting, Readout}, trace};
///
/// let codebook = Codebook::embedded();
/// let text = |day: &str, words: &str| {
///     let text = format!("---\nside: us\ndate: {day}\nmeeting: m-{day}\n---\n{words}");
///     let meeting = Meeting::of(vec![Readout::parse(Path::new("us.md"), &text)?]);
///     Ok::<_, Box<dyn std::error::Error>>(comparison::compare(meeting, &comparison::Order::Sides(vec![]), &codebook)?)
/// };
/// let meetings = [text("2031-05-12", "The talks were candid.")?, text("2031-09-01", "The talks were constructive.")?];
/// let trace = trace::trace(&meetings, &trace::Options::default(), &codebook);
/// assert_eq!(trace.series[0].entries[1].tones_dropped, ["tone-candid"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn trace(comparisons: &[Comparison], options: &Options, codebook: &Codebook) -> Trace {
    let levels = level::Levels::of(codebook);
    let mut sides: BTreeMap<Side, Vec<Member<'_>>> = BTreeMap::new();
    let mut left_out: BTreeMap<Side, Vec<String>> = BTreeMap::new();
    for comparison in comparisons {
        for text in &comparison.texts {
            let side = &text.readout().side;
            if !options.sides.is_empty() && !options.sides.contains(side) {
                continue;
            }
            // One account a meeting: a side's column, unless it is only what officials said without a name.
            if text.column && text.readout().kind != Kind::Background {
                let (level, others) = (levels.of_text(text.readout()), levels.of_others(text.readout()));
                sides.entry(side.clone()).or_default().push(Member {
                    comparison,
                    text,
                    level,
                    others,
                    met: levels.met(text),
                });
            } else {
                left_out.entry(side.clone()).or_default().push(format!("{} {}", comparison.meeting, text.label));
            }
        }
    }
    let mut series = Vec::new();
    for (side, mut members) in sides {
        members.sort_by(|a, b| {
            let key =
                |m: &Member<'_>| (m.date().map(str::to_owned), m.comparison.meeting.clone(), m.text.label.clone());
            key(a).cmp(&key(b))
        });
        let mut left = left_out.remove(&side).unwrap_or_default();
        left.sort_unstable();
        series.push(one(side, &members, left, options, codebook));
    }
    Trace { series }
}

fn one(side: Side, members: &[Member<'_>], left_out: Vec<String>, options: &Options, codebook: &Codebook) -> Series {
    let (undated, dated): (Vec<&Member<'_>>, Vec<&Member<'_>>) = members.iter().partition(|m| m.date().is_none());
    let inventory = codebook.inventory();
    let wanted = formulas::wanted(&side, options, inventory);
    let topics = formulas::Topics::of(&dated, &wanted);
    let mut entries = Vec::new();
    for (at, member) in dated.iter().enumerate() {
        if options.since.as_deref().is_some_and(|since| member.date().is_some_and(|date| date < since)) {
            continue;
        }
        let mut entry = entry(member, &dated[..at], &options.topics, inventory);
        let earlier: Vec<&Member<'_>> = dated[..at].iter().copied().filter(|m| of_one_level(m, member)).collect();
        entry.formulas = wanted.iter().map(|f| formulas::point(f, member, &earlier, &topics)).collect();
        entries.push(entry);
    }
    let alone = |m: &&Member<'_>| {
        let mut entry = entry(m, &[], &options.topics, inventory);
        entry.formulas = wanted.iter().map(|f| formulas::point(f, m, &[], &topics)).collect();
        entry
    };
    Series { side, entries, undated: undated.iter().map(alone).collect(), left_out }
}

/// On which levels the columns of two meetings met, side by side, where a side met on another, or people of another: what is gone
/// since may be so for that alone.
#[must_use]
pub fn other_levels(earlier: &Comparison, now: &Comparison, codebook: &Codebook) -> Vec<(Side, OtherLevels)> {
    let levels = Levels::of(codebook);
    let one = |text: &Text| {
        let side = &text.readout().side;
        let before = earlier.columns().find(|t| t.readout().side == *side)?;
        let (before, now) = (before.readout(), text.readout());
        let other = |then: Option<Level>, here: Option<Level>| {
            let (then, here) = then.zip(here)?;
            (then != here).then_some(LevelsMet { then, here })
        };
        let own = other(levels.of_text(before), levels.of_text(now));
        let met = other(levels.of_others(before), levels.of_others(now));
        (own.is_some() || met.is_some()).then(|| (side.clone(), OtherLevels { own, met }))
    };
    now.columns().filter_map(one).collect()
}

/// Whether what is new in one text may be asked of another: the side met on one level there, and a fact sheet is asked of a
/// fact sheet, since a list of results drops nothing by saying nothing of the talks.
fn of_one_level(one: &Member<'_>, other: &Member<'_>) -> bool {
    let list = |m: &Member<'_>| m.text.readout().kind == Kind::FactSheet;
    one.level == other.level && list(one) == list(other)
}

/// Whether one text may be held against another: those whom the side met were of one level too, where that is known. What a
/// president says to a minister drops nothing of what he said to a president.
fn alike(one: &Member<'_>, other: &Member<'_>) -> bool {
    let others = one.others.zip(other.others).is_none_or(|(a, b)| a == b);
    of_one_level(one, other) && others
}

/// The last earlier text of the same levels and sort that `counts`; one of the same language where there is one.
fn previous<'a, 'b>(
    earlier: &[&'b Member<'a>],
    member: &Member<'_>,
    counts: impl Fn(&Member<'_>) -> bool,
) -> Option<&'b Member<'a>> {
    let fitting = || earlier.iter().rev().copied().filter(|m| alike(m, member) && counts(m));
    let language = member.text.readout().language;
    fitting().find(|m| m.text.readout().language == language).or_else(|| fitting().next())
}

fn entry(member: &Member<'_>, earlier: &[&Member<'_>], topics: &[String], inventory: &Inventory) -> Entry {
    let last = previous(earlier, member, |_| true);
    let held = |topic: &str| previous(earlier, member, |m| raises(m, topic));
    let (raised, before) = (topics_of(member), last.map(topics_of).unwrap_or_default());
    let (tones, old_tones) = (tones(member), last.map(tones).unwrap_or_default());
    let ids = |parts: &[(&str, &TopicPart)]| parts.iter().map(|(id, _)| (*id).to_owned()).collect::<Vec<_>>();
    let dropped = |old: &[String], new: &[String]| lacking(old, new, member.text, String::as_str);
    let added =
        |old: &[String], new: &[String]| last.map(|l| lacking(new, old, l.text, String::as_str)).unwrap_or_default();
    let (mut statements, mut gone, held_parts) = (Vec::new(), Vec::new(), OnceCell::new());
    for topic in topics.iter().filter(|t| raises(member, t)) {
        let (now, lost) = statements::traced(member, held(topic), topic, inventory, &held_parts);
        statements.extend(now);
        gone.extend(lost);
    }
    let point = |(id, part): &(&str, &TopicPart)| TopicPoint {
        id: (*id).to_owned(),
        share: (part.share * 10_000.0).round() / 10_000.0,
        act: part.act,
        speaker: part.speaker.clone(),
        told: part.told.clone(),
        previous: held(id).map(|m| m.comparison.meeting.clone()),
        previous_language: held(id).map(|m| m.text.readout().language),
    };
    let before_here = |m: &&&Member<'_>| of_one_level(m, member);
    let back = |new: &[String], had: &dyn Fn(&Member<'_>, &str) -> bool| -> Vec<String> {
        let before = |id: &&String| earlier.iter().filter(before_here).any(|m| had(m, id));
        new.iter().filter(before).cloned().collect()
    };
    let appeared = added(&ids(&before), &ids(&raised));
    let tones_new = added(&old_tones, &tones);
    let tones_dropped = dropped(&old_tones, &tones);
    let words = |m: &Member<'_>| m.comparison.tone_words(&m.text.label);
    let mut tone_words = last.map(words).unwrap_or_default();
    tone_words.retain(|tone, _| tones_dropped.contains(tone));
    tone_words.extend(words(member));
    Entry {
        meeting: member.comparison.meeting.clone(),
        date: member.date().map(str::to_owned),
        file: member.text.readout().file.display().to_string(),
        people: Some(member.met.told()).filter(|people| !people.is_empty()),
        level: member.level,
        other_level: member.others,
        kind: member.text.readout().kind,
        language: member.text.readout().language,
        fragments: member.text.is_fragments(),
        previous: last.map(|m| m.comparison.meeting.clone()),
        reappeared: back(&appeared, &raises),
        appeared,
        vanished: dropped(&ids(&before), &ids(&raised)),
        topics: raised.iter().map(point).collect(),
        tones_restored: back(&tones_new, &|m, id| self::tones(m).iter().any(|tone| tone == id)),
        tones_new,
        tones_dropped,
        tones,
        tone_words,
        formulas: Vec::new(),
        statements,
        gone,
    }
}

/// What a text raises, in the order of first mention.
fn topics_of<'a>(member: &Member<'a>) -> Vec<(&'a str, &'a TopicPart)> {
    let label = &member.text.label;
    let rows = member.comparison.topics.iter();
    let mut parts: Vec<_> = rows.filter_map(|row| row.part(label).map(|part| (row.id.as_str(), part))).collect();
    parts.sort_by_key(|(id, part)| (part.rank, *id));
    parts
}

/// Whether a text has a statement on a topic.
fn raises(member: &Member<'_>, topic: &str) -> bool {
    member.coded().statements.iter().any(|s| s.raises(topic))
}

fn tones(member: &Member<'_>) -> Vec<String> {
    let has = member.comparison.encounter.tones.iter().filter(|t| t.sides.contains_key(&member.text.label));
    let mut tones: Vec<String> = has.map(|t| t.concept.clone()).collect();
    tones.sort_unstable();
    tones
}

#[cfg(test)]
mod tests;
