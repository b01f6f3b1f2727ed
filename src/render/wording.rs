//! The sentences and labels that every form for people shares, so that they say the same thing everywhere.

use std::borrow::Cow;

use super::{Options, Part};
use crate::codebook::{Act, Codebook};
use crate::coding::{Basis, Speaker, Statement};
use crate::comparison::{Claim, ClaimStatus, ClaimType, Comparison, Raised, Text, TopicPart, TopicRow};
use crate::readout::{Kind, Readout, Side};
use crate::text::Language;
use crate::text::scan::is_one_line;
use crate::text::width::visible;

/// `CN`, `US.BACKGROUND`.
pub(super) fn label(text: &str) -> String {
    visible(&text.to_uppercase()).into_owned()
}

/// `Jakarta, Indonesia · 2023-07-13`, with the principals before it.
pub(super) fn title(comparison: &Comparison) -> String {
    let meetings = comparison.meetings();
    if !meetings.is_empty() {
        return visible(&meetings.join(" – ")).into_owned();
    }
    let mut pieces = Vec::new();
    let people: Vec<String> = comparison.columns().filter_map(|t| principal(comparison, &t.readout().side)).collect();
    let mut unique: Vec<String> = Vec::new();
    for person in people {
        if !unique.contains(&person) {
            unique.push(person);
        }
    }
    if unique.len() == 1 {
        let sides = comparison.texts.iter().flat_map(|t| t.readout().principals.keys());
        for side in sides {
            if let Some(person) = principal(comparison, side)
                && !unique.contains(&person)
            {
                unique.push(person);
            }
        }
    }
    if !unique.is_empty() {
        pieces.push(unique.join(" – "));
    }
    pieces.extend(comparison.place().map(str::to_owned));
    pieces.extend(comparison.day().map(str::to_owned));
    if pieces.is_empty() {
        pieces.push(comparison.meeting.clone());
    }
    pieces.join(" · ")
}

/// What a reader must know of the texts before anything is said of them.
pub(super) fn notes(comparison: &Comparison, codebook: &Codebook) -> Vec<Cow<'static, str>> {
    let mut notes: Vec<Cow<'static, str>> = Vec::new();
    if comparison.columns().count() == 1 {
        notes.push(ONE_SIDE.into());
    }
    if comparison.columns().any(Text::is_fragments) {
        notes.push(FRAGMENTS.into());
    }
    let meetings = comparison.meetings();
    if !meetings.is_empty() {
        let meetings = visible(&meetings.join(", ")).into_owned();
        notes.push(
            format!("These are texts of different meetings ({meetings}): what one lacks may have had no place there.")
                .into(),
        );
    }
    let asked = &comparison.only_topics;
    let named = |ids: &[&String], word| ids.iter().map(|id| topic(codebook, id)).collect::<Vec<_>>().join(word);
    if !asked.is_empty() && !raises_nothing(comparison) {
        let topics = named(&asked.iter().collect::<Vec<_>>(), ", ");
        notes.push(
            format!(
                "Only what was asked for is shown: {topics}, with the claims and words on it; the encounter and the shares are \
                 those of the whole texts."
            )
            .into(),
        );
    }
    let missing = |id: &&String| !comparison.topics.iter().any(|row| row.id == **id);
    let nowhere: Vec<&String> = asked.iter().filter(missing).collect();
    if !nowhere.is_empty() {
        let unsure = comparison.texts.iter().any(Text::is_fragments);
        let unsure = if unsure { ", though the parts that are not quoted may" } else { "" };
        notes.push(format!("No text raises {}{unsure}.", named(&nowhere, " or ")).into());
    }
    notes
}

/// Whether no text raises any of the topics that were asked for, so that there is nothing to show of them.
pub(super) fn raises_nothing(comparison: &Comparison) -> bool {
    !comparison.only_topics.is_empty() && comparison.topics.is_empty() && comparison.since.is_empty()
}

/// Whether the statements without a topic are shown: of the whole, and not of one part or of some topics.
pub(super) fn shows_unmatched(comparison: &Comparison, options: &Options) -> bool {
    options.only.is_none() && comparison.only_topics.is_empty()
}

/// Said in place of the claims where there is none.
pub(super) fn no_claims(comparison: &Comparison) -> &'static str {
    if comparison.only_topics.is_empty() { "None found." } else { "None found on these topics." }
}

/// Said where nothing is shown of the one part that was asked for.
pub(super) fn none_of(part: Part, options: &Options, empty: bool) -> Option<&'static str> {
    let line = match part {
        Part::Terms => "No things that the texts call by different names, and no formula.",
        Part::Wording => "No statements in one language that are near to each other, and no text in two languages.",
        Part::Omissions | Part::Claims => return None,
    };
    (options.only == Some(part) && empty).then_some(line)
}

fn principal(comparison: &Comparison, side: &Side) -> Option<String> {
    let names = comparison.texts.iter().find_map(|t| t.readout().principals.get(side))?;
    names.first().cloned()
}

/// What sort of text it is.
pub(super) fn sort(readout: &Readout) -> &'static str {
    match readout.kind {
        Kind::Readout if readout.is_joint() => "joint statement",
        Kind::Readout => "readout",
        Kind::FactSheet => "fact sheet",
        Kind::Remarks => "remarks on the record",
        Kind::Background => "on background, officials not named",
    }
}

/// What a text is and who published it.
pub(super) fn source(text: &Text) -> String {
    let readout = text.readout();
    let mut line = readout.publisher.clone().unwrap_or_else(|| "publisher unknown".to_owned());
    line.push_str(", ");
    let named = readout.kind == Kind::Background && line.contains("not named");
    line.push_str(if named { "on background" } else { sort(readout) });
    if let Some(from) = &readout.quoted_from {
        line.push_str("; known only in the fragments quoted");
        if let Some(publisher) = &from.publisher {
            line.push_str(" by ");
            line.push_str(publisher);
        }
    }
    line
}

/// `6 statements, 118 words`.
pub(super) fn length(text: &Text) -> String {
    let unit = match text.readout().language {
        Language::En => "word",
        Language::Zh => "character",
    };
    let statements = text.coded.statements.len();
    format!("{}, {}", count(statements, "statement"), count(text.length, unit))
}

pub(super) fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

/// The title of the list of statements that raise no topic.
pub(super) const UNMATCHED: &str = "Statements that raise no topic";

/// Said of what a text known only in fragments lacks.
pub(super) const UNQUOTED: &str = "not in the quoted parts";

/// Where a text stands: its own address, else that of what quotes it.
pub(super) fn address(text: &Text) -> Option<&str> {
    let readout = text.readout();
    readout.source_url.as_deref().or_else(|| readout.quoted_from.as_ref()?.url.as_deref())
}

/// That a text says that a topic was not discussed, or that one side did not raise it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Denial<'t> {
    /// The number of the statement, from 1.
    pub number: usize,
    /// The side that is said not to have raised it.
    by: Option<&'t Side>,
}

impl Denial<'_> {
    /// `it was not discussed`, `US did not raise it`.
    pub fn said(self) -> String {
        match self.by {
            Some(side) => format!("{} did not raise it", label(side.as_str())),
            None => "it was not discussed".to_owned(),
        }
    }

    /// The same in two words.
    pub fn short(self) -> &'static str {
        if self.by.is_some() { "not raised" } else { "not discussed" }
    }
}

/// Where a text says that a topic was not discussed.
pub(super) fn denied<'t>(text: &'t Text, topic: &str) -> Option<Denial<'t>> {
    let denies = |s: &&Statement| s.denied && s.topics.iter().any(|t| t == topic);
    text.coded.statements.iter().find(denies).map(|s| {
        let by = if let Speaker::Side(side) = &s.speaker { Some(side) } else { None };
        Denial { number: s.index + 1, by }
    })
}

/// What a column without statements that raise a topic may be said to do.
pub(super) fn silence(text: &Text, topic: &str) -> String {
    match denied(text, topic) {
        Some(denial) => format!("says that {} [{}]", denial.said(), denial.number),
        None if text.is_fragments() => UNQUOTED.to_owned(),
        None => "nothing on this".to_owned(),
    }
}

/// What stands in a cell where a text has nothing.
pub(super) fn nothing(text: &Text) -> &'static str {
    if text.is_fragments() { "– (not in the quoted parts)" } else { "–" }
}

/// `not in the quoted parts of CN and US`.
pub(super) fn unquoted<'a>(texts: impl Iterator<Item = &'a Text>) -> String {
    let labels: Vec<String> = texts.filter(|t| t.is_fragments()).map(|t| label(&t.label)).collect();
    format!("{UNQUOTED} of {}", labels.join(" and "))
}

/// The topics to show: of omissions only those that a column leaves out.
pub(super) fn rows<'a>(comparison: &'a Comparison, options: &Options) -> impl Iterator<Item = &'a TopicRow> + use<'a> {
    let omissions = options.only == Some(Part::Omissions);
    comparison.topics.iter().filter(move |row| !omissions || !row.omitted_by.is_empty())
}

/// The topics of the table of topics, without those that no column raises; of omissions without those that every column raises
/// itself.
pub(super) fn glanced<'a>(
    comparison: &'a Comparison,
    options: &Options,
) -> impl Iterator<Item = &'a TopicRow> + use<'a> {
    let omissions = options.only == Some(Part::Omissions);
    let everywhere = |row: &TopicRow| row.raised == Raised::All && comparison.second_hand(row).next().is_none();
    let rows = comparison.topics.iter().filter(|row| row.raised != Raised::Beside);
    rows.filter(move |row| !omissions || !everywhere(row))
}

/// The topics that are shown, those together that rest on the same statements of every text, in the place of the first.
pub(super) fn groups<'a>(comparison: &'a Comparison, options: &Options) -> Vec<Vec<&'a TopicRow>> {
    let statements = |row: &'a TopicRow, text: &Text| row.part(&text.label).map(|part| part.statements.as_slice());
    let same = |one: &'a TopicRow, other: &'a TopicRow| {
        let text = |text: &Text| {
            let (a, b) = (statements(one, text), statements(other, text));
            a == b && (a.is_some() || silence(text, &one.id) == silence(text, &other.id))
        };
        one.raised == other.raised && comparison.texts.iter().all(text)
    };
    let mut groups: Vec<Vec<&TopicRow>> = Vec::new();
    for row in rows(comparison, options) {
        match groups.iter_mut().find(|group| same(group[0], row)) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// The title of topics that are shown together: their names, and who raises them.
pub(super) fn group(comparison: &Comparison, codebook: &Codebook, rows: &[&TopicRow]) -> String {
    let names: Vec<String> = rows.iter().map(|row| topic(codebook, &row.id)).collect();
    let who = rows.first().map_or_else(String::new, |row| raised(comparison, row));
    format!("{} · {who}", names.join("; "))
}

/// Said in place of the topics where there is none to show, of omissions.
pub(super) fn no_rows(comparison: &Comparison, options: &Options) -> Option<&'static str> {
    let none = options.only == Some(Part::Omissions) && rows(comparison, options).next().is_none();
    none.then_some("No whole text leaves out a topic that another text raises.")
}

/// Who raises a topic, and whether a text has it only as another side's words: `US; CN as US's words`.
pub(super) fn raised(comparison: &Comparison, row: &TopicRow) -> String {
    let told: Vec<(&Text, &Side)> = comparison.second_hand(row).collect();
    if !told.is_empty() {
        let itself = |t: &&Text| row.part(&t.label).is_some() && !told.iter().any(|(text, _)| text.label == t.label);
        let labels: Vec<String> = comparison.columns().filter(itself).map(|t| label(&t.label)).collect();
        let told = told.iter().map(|(text, side)| format!("{} {}", label(&text.label), as_words(text, side.as_str())));
        let own = (!labels.is_empty()).then(|| labels.join(" and "));
        return own.into_iter().chain(told).collect::<Vec<_>>().join("; ");
    }
    let who = raisers(comparison, row);
    match comparison.told(row) {
        Some((text, side)) => format!("{who}, {}", as_words(text, side.as_str())),
        None if row.apart => format!("{who}, apart"),
        None => who,
    }
}

/// A share, from 0 to 1, in percent; what is some of a text is never 0%.
pub(super) fn percent(share: f64) -> String {
    if share > 0.0 && share <= 0.005 { "<1%".to_owned() } else { format!("{:.0}%", share * 100.0) }
}

/// Who raises a topic; `only` where no text that is known only in fragments may have it too.
pub(super) fn raisers(comparison: &Comparison, row: &TopicRow) -> String {
    let only = if row.is_only_there() { " only" } else { "" };
    match row.raised {
        Raised::All if comparison.columns().count() == 2 => "both".to_owned(),
        Raised::All => "all".to_owned(),
        Raised::Beside => {
            let labels: Vec<String> = row.parts.iter().map(|p| label(&p.text)).collect();
            let background = row
                .parts
                .iter()
                .all(|p| comparison.text(&p.text).is_some_and(|t| t.readout().kind == Kind::Background));
            if background { format!("background{only}") } else { format!("{}{only}", labels.join(", ")) }
        }
        Raised::One | Raised::Several => {
            let labels: Vec<String> =
                comparison.columns().filter(|t| row.part(&t.label).is_some()).map(|t| label(&t.label)).collect();
            if comparison.columns().count() == 1 {
                return labels.join(", ");
            }
            // A side whose column is silent may have it in another text of its own.
            let beside = row.parts.iter().filter(|p| comparison.answers_below(row, &p.text));
            let mut sides: Vec<String> =
                beside.filter_map(|p| comparison.text(&p.text)).map(|t| label(t.readout().side.as_str())).collect();
            sides.dedup();
            if sides.is_empty() {
                labels.join(" and ") + only
            } else {
                format!("{}, {} below", labels.join(" and "), sides.join(" and "))
            }
        }
    }
}

/// Words of a text as they stand between quotation marks: the marks in them are inner ones, ‘ and ’, in either language.
pub(super) fn inner(words: &str) -> String {
    words.replace('“', "‘").replace('”', "’")
}

/// Said where neither the dates of the texts nor the days that they name agree.
pub(super) const DATES: &str = "the texts are dated differently (a day apart may be the time zone)";

/// Said where the openings of the texts name other days of the encounter.
pub(super) const DAYS: &str = "the texts name different days of the encounter (a day apart may be the time zone)";

/// Said where the openings of the texts count the encounter differently.
pub(super) const ORDINALS: &str = "the texts count the encounter differently";

/// Said of what a text has only as the words of another side.
pub(super) fn as_words(text: &Text, side: &str) -> String {
    told_as(text.readout().kind, side)
}

/// The same by the kind of the text.
pub(super) fn told_as(kind: Kind, side: &str) -> String {
    // A list of measures gives no words of anybody: it tells what each does.
    let what = if kind == Kind::FactSheet { "acts" } else { "words" };
    format!("as {}'s {what}", label(side))
}

/// The topics that only the texts below the columns raise, in one line: `Only in US.BACKGROUND: Cyber, Military.` Where
/// fragments may have them too, it says so.
pub(super) fn beside_only(comparison: &Comparison, codebook: &Codebook) -> Option<String> {
    let rows: Vec<&TopicRow> = comparison.topics.iter().filter(|r| r.raised == Raised::Beside).collect();
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    for row in rows {
        let labels: Vec<String> = row.parts.iter().map(|p| label(&p.text)).collect();
        let labels = labels.join(" and ");
        let name = topic(codebook, &row.id);
        match lines.iter_mut().find(|(l, _)| *l == labels) {
            Some((_, names)) => names.push(name),
            None => lines.push((labels, vec![name])),
        }
    }
    let background = comparison.beside().all(|t| t.readout().kind == Kind::Background);
    let note = if background { " (officials on background, not named)" } else { "" };
    let fragments = comparison.columns().any(Text::is_fragments);
    let (only, beyond) =
        if fragments { ("In", format!(", {}", unquoted(comparison.columns()))) } else { ("Only in", String::new()) };
    let text = lines.into_iter().map(|(l, names)| format!("{only} {l}{note}{beyond}: {}.", names.join("; ")));
    let all: Vec<String> = text.collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// `1st`, `2nd`.
pub(super) fn ordinal(n: usize) -> String {
    let end = match (n % 10, n % 100) {
        (1, h) if h != 11 => "st",
        (2, h) if h != 12 => "nd",
        (3, h) if h != 13 => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

/// A topic's name for people.
pub(super) fn topic(codebook: &Codebook, id: &str) -> String {
    codebook.topic(id).map_or_else(|| id.to_owned(), |t| t.label.en.to_string())
}

/// What an act is called for people.
pub(super) fn act(codebook: &Codebook, act: Act) -> String {
    codebook.acts.iter().find(|a| a.act == act).map_or_else(|| act.to_string(), |a| a.label.en.to_string())
}

/// `US raises concern`, `both agrees` made readable; of a sentence in several parts also what it does on a topic where that is
/// something else.
pub(super) fn voice(codebook: &Codebook, statement: &Statement) -> String {
    let mut voice = does(codebook, &statement.speaker, statement.act);
    for (id, other) in statement.topics.iter().zip(&statement.acts).filter(|(_, other)| **other != statement.act) {
        voice.push_str(&format!("; on {}: {}", topic(codebook, id), act(codebook, *other)));
    }
    voice
}

/// Who does what.
pub(super) fn does(codebook: &Codebook, speaker: &Speaker, act: Act) -> String {
    let what = self::act(codebook, act);
    match speaker {
        Speaker::Side(side) => format!("{} {what}", side.label()),
        Speaker::Both => format!("both sides: {what}"),
        Speaker::None => what,
    }
}

/// The strongest act of a text on a topic, with the speaker before it where the words are not those of the text's own side.
pub(super) fn strongest(codebook: &Codebook, act: Act, speaker: &Speaker, side: &Side) -> String {
    let what = self::act(codebook, act);
    match speaker {
        Speaker::Side(other) if other != side => format!("{} {what}", other.label()),
        Speaker::Both => format!("both: {what}"),
        _ => what,
    }
}

/// The strongest act of a text on a topic, as [`strongest`]. A list of measures tells what each side does, so there the other
/// side's stands behind it.
pub(super) fn acts(codebook: &Codebook, part: &TopicPart, text: &Text) -> String {
    let own = strongest(codebook, part.act, &part.speaker, &text.readout().side);
    let theirs = part.theirs.iter().filter(|_| text.readout().kind == Kind::FactSheet);
    let theirs = theirs.map(|(side, act)| format!("{} {}", side.label(), self::act(codebook, *act)));
    std::iter::once(own).chain(theirs).collect::<Vec<_>>().join("; ")
}

/// Whose words, by the speaker.
pub(super) fn who(speaker: &Speaker) -> String {
    speaker_id(speaker.as_str())
}

/// The same by the speaker's id.
pub(super) fn speaker_id(id: &str) -> String {
    match id {
        "both" => "both sides".to_owned(),
        "none" => "narration".to_owned(),
        side => label(side),
    }
}

/// How a code came without words of its own; none where a cue gave it.
pub(super) fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Cue => None,
        Basis::Inherited => Some("carried over from the sentence before"),
        Basis::Context => Some("from the note on the quotation"),
        Basis::Default => Some("no cue; the default"),
    }
}

/// Who is quoted, for a fragment.
pub(super) fn attribution(statement: &Statement) -> Option<String> {
    let attribution = statement.attribution.as_ref()?;
    let mut line = format!("— {}", attribution.who);
    if let Some(subject) = &attribution.subject {
        line.push_str(&format!(", of {subject}"));
    }
    if let Some(on) = &attribution.on {
        line.push_str(&format!(" [on {on}]"));
    }
    Some(line)
}

/// The words of a statement, with marks where they are only a part of a sentence.
pub(super) fn words(statement: &Statement) -> String {
    let text = one_line(&statement.text);
    match cut(statement) {
        (false, false) => text.into_owned(),
        (before, after) => format!("{}{text}{}", if before { "… " } else { "" }, if after { " …" } else { "" }),
    }
}

/// A text with one space wherever it has white space, and none at its ends.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if is_one_line(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Whether the words are cut off from a sentence: before them, and after.
pub(super) fn cut(statement: &Statement) -> (bool, bool) {
    if statement.attribution.is_none() && statement.form != crate::coding::Form::Fragment {
        return (false, false);
    }
    let text = statement.text.trim();
    let starts = text.chars().next().is_some_and(|c| c.is_lowercase());
    let ends = text.ends_with(['.', '!', '?', '。', '！', '？']);
    (starts, !ends)
}

/// What a claim says, in a few words.
pub(super) fn claim(claim: &Claim) -> String {
    let who = match (&claim.speaker, claim.kind) {
        (Speaker::Side(side), ClaimType::Attribution) => format!("{} said or did", side.label()),
        _ if claim.answers.len() > 1 => "all sides agreed or did together".to_owned(),
        _ => "both sides agreed or did together".to_owned(),
    };
    format!("{} says that {who}", label(&claim.text))
}

/// How a claim stands, never surer than the evidence: in one word a text where several were asked.
pub(super) fn status(claim: &Claim) -> String {
    if claim.answers.len() < 2 {
        return stands(claim).to_owned();
    }
    let one = |(text, status): (&String, &ClaimStatus)| {
        let standing = if claim.is_disputed_by(text) { DISPUTED } else { standing(*status) };
        format!("{} {standing}", label(text))
    };
    claim.answers.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// How a claim stands of which the other text says the opposite.
const DISPUTED: &str = "disputed";

/// How a claim stands, in one or two words.
pub(super) fn standing(status: ClaimStatus) -> &'static str {
    match status {
        ClaimStatus::Confirmed => "confirmed",
        ClaimStatus::Partly => "partly",
        ClaimStatus::Silent => "silent",
        ClaimStatus::NoText => "no text",
    }
}

/// Whether a claim is confirmed, and yet the other text lacks some of it.
pub(super) fn in_the_main(claim: &Claim) -> bool {
    let lacks = !claim.missing.is_empty() || !claim.elsewhere.is_empty();
    claim.status == ClaimStatus::Confirmed && claim.telling && lacks
}

fn stands(claim: &Claim) -> &'static str {
    match claim.status {
        _ if !claim.contrary.is_empty() => "disputed: the other text says the opposite",
        ClaimStatus::Confirmed if !claim.telling => {
            "confirmed, as far as the codebook can tell: it has the same general things"
        }
        ClaimStatus::Confirmed if claim.one_thing => {
            "confirmed, as far as the codebook can tell: it is of the same sort, and on the same thing"
        }
        ClaimStatus::Confirmed if in_the_main(claim) => "confirmed in the main: the other text lacks some of it",
        ClaimStatus::Confirmed => "confirmed: the other text says so too",
        ClaimStatus::Partly if !claim.telling => {
            "partly, as far as the codebook can tell: it has some of the same general things"
        }
        ClaimStatus::Partly if claim.differs() => "partly: the other text has it otherwise",
        ClaimStatus::Partly if claim.one_thing => "partly, as far as the codebook can tell: it is on the same thing",
        ClaimStatus::Partly if claim.general => "partly: the other text has only what is general of it",
        ClaimStatus::Partly => "partly: the other text says some of it",
        ClaimStatus::Silent if !claim.telling => {
            "silent, as far as the codebook can tell: it has nothing distinctive for this"
        }
        ClaimStatus::Silent if claim.shared.is_empty() && !(claim.broader.is_empty() && claim.related.is_empty()) => {
            "silent: the other text has only what is near it"
        }
        ClaimStatus::Silent if !claim.shared.is_empty() => "silent: the other text has too little of it",
        ClaimStatus::Silent => "silent: the other text says nothing of the kind",
        ClaimStatus::NoText => "no whole text of the other side to hold it against",
    }
}

/// The explanation that stands under the table; `evidence` says where the words behind each code are shown, `ranks` whether the
/// table has them.
pub(super) fn legend(comparison: &Comparison, evidence: &str, ranks: bool) -> String {
    let rank = if ranks { "Rank (1st, 2nd): order of first mention. " } else { "" };
    let apart = if comparison.topics.iter().any(|row| row.apart) { APART } else { "" };
    format!(
        "{SHARE} {rank}{ACT}{apart} Topics, speakers and acts are coded by program from the words; {evidence} shows the words behind each. {TERMS}"
    )
}

/// Where a form that has no room for it sends the reader for evidence.
pub(super) const EVIDENCE: &str = "`readout code`";

const SHARE: &str = "Share (%): part of the text's own words (English) or characters (Chinese); a statement on two topics \
counts half for each.";

const ACT: &str = "Act: the strongest of the text's own side and of both, from warns (strongest) over asks, raises concern, \
commits, agrees, welcomes and states to narrates; before it, who does it where that is not the text's own side; of a sentence in several parts, the part on the \
topic. Raised by: the texts that speak of it; 'as … words' (or acts, in a fact sheet): only in what the text says the other side said or does, \
so that the text does not raise it itself; 'below': in another text of that side, which stands below its column.";

/// Of topics on which two texts name nothing in common.
const APART: &str = " Apart: on different things, as far as the codebook knows: there is nothing that both name there.";

const TERMS: &str = "Terms: the words of a statement that carry a choice of name or a distinctive concept.";

/// Said where a column is known only in fragments.
pub(super) const FRAGMENTS: &str = "A text known only in fragments may hold more than is quoted: where a topic is missing \
there, the publisher's own text may still have it.";

/// Said where there is no other side to hold a text against.
pub(super) const ONE_SIDE: &str = "There is a text of one side only, so nothing can be said of the other.";
