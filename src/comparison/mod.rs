//! Several coded texts of one meeting, lined up by topic.

mod claims;
mod emphasis;
mod encounter;
mod error;
mod known;
mod matching;
mod mentions;
mod numbers;
mod occasion;
mod opposite;
pub(crate) mod since;
mod undiscussed;
mod versions;
pub(crate) mod wording;
mod words;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use serde::Serialize;

pub use claims::{Claim, ClaimStatus, ClaimType, Contrary, Counterpart, Measured};
pub use emphasis::VoiceShare;
pub use encounter::{Asked, Counted, Encounter, EncounterUse};
pub use error::{CompareError, MAX_STATEMENTS};
pub use mentions::{Figure, Mention};
pub use opposite::How;
pub use since::{LevelsMet, OtherLevels, PieceThere, Since};
pub use undiscussed::Undiscussed;
pub use versions::{Link, Versions};
pub use wording::{Edit, EditKind, NearPair, WordingPairs};
pub(crate) use words::can_have;
pub use words::{Contrast, FormulaAbsent, FormulaUse, Piece, Place, Wording};

use crate::codebook::concepts::Inventory;
use crate::codebook::formulas::Formula;
use crate::codebook::{Act, Codebook};
use crate::coding::{self, Coded, Seen, Speaker, Statement};
use crate::ordered;
use crate::readout::{Kind, Meeting, Readout, Side, day_of};
use crate::text::Language;
use crate::text::sentences::SegmentOptions;
use known::Known;
use matching::Kinship;

/// In what order the columns stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// These sides first, the others behind them in alphabetical order. One text of each side is a column.
    Sides(Vec<Side>),
    /// Every text is a column, in the order given, but with these sides first.
    Given(Vec<Side>),
}

/// One text in a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// How the text is named here: its side, with more where one side has several texts (`us.background`).
    pub label: String,
    /// Whether it is a column, or stands below the columns.
    pub column: bool,
    /// The text with its codes.
    pub coded: Coded,
    /// Its length: words (English) or characters (Chinese).
    pub length: usize,
}

impl Text {
    /// The readout.
    #[must_use]
    pub fn readout(&self) -> &Readout {
        &self.coded.readout
    }

    /// Whether silence of this text says nothing, since it is known only in fragments.
    #[must_use]
    pub fn is_fragments(&self) -> bool {
        self.coded.readout.is_fragments()
    }

    /// The other side whose words all of these statements (by number) give, if they do.
    #[must_use]
    pub fn others_words(&self, mut statements: impl Iterator<Item = usize>) -> Option<&Side> {
        let own = &self.coded.readout.side;
        let other = |statement: usize| self.coded.statements.get(statement)?.speaker.other_than(own);
        let first = other(statements.next()?)?;
        statements.all(|statement| other(statement) == Some(first)).then_some(first)
    }
}

/// What one text has on one topic.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TopicPart {
    /// The label of the text.
    #[serde(skip)]
    pub text: String,
    /// The numbers of its statements on the topic.
    pub statements: Vec<usize>,
    /// Its share of the text's words or characters, from 0 to 1. A statement on two topics counts half for each.
    pub share: f64,
    /// The place of the topic in the order of first mention, from 1.
    pub rank: usize,
    /// The strongest act of the text's own side and of both; of another side only where the text has no other.
    pub act: Act,
    /// Whose words the strongest act is: those of the text's own side where several have it.
    pub speaker: Speaker,
    /// The strongest act of each other side on the topic, where the text's own side or both have one too.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub theirs: BTreeMap<Side, Act>,
    /// The other side, where the text gives all that it has on the topic as that side's words: it does not raise the topic
    /// itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told: Option<Side>,
    /// Whether the text has the topic in passing: in one statement alone, which is on another topic first or has no words for
    /// this one.
    pub passing: bool,
}

/// Who raises a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Raised {
    /// Every column.
    All,
    /// Several columns, but not all.
    Several,
    /// One column only.
    One,
    /// No column; only a text below the columns.
    Beside,
}

impl Raised {
    /// As in the machine formats.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Several => "several",
            Self::One => "one",
            Self::Beside => "beside",
        }
    }
}

/// One topic, text by text.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicRow {
    /// The topic's id.
    pub id: String,
    /// The texts that raise it, in the order of the texts.
    pub parts: Vec<TopicPart>,
    /// The columns that do not raise it.
    pub silent: Vec<String>,
    /// Those of them that leave it out: a text known only in fragments leaves out nothing.
    pub omitted_by: Vec<String>,
    /// Who raises it.
    pub raised: Raised,
    /// Whether the two columns that raise it name nothing in common there, each of them several things: under 'Indo-Pacific' one
    /// has its allies and the other a summit that it hosts.
    pub apart: bool,
}

impl TopicRow {
    /// What the text with this label has.
    #[must_use]
    pub fn part(&self, label: &str) -> Option<&TopicPart> {
        self.parts.iter().find(|p| p.text == label)
    }

    /// Whether nothing but the texts that raise it has it: every column that does not is whole.
    #[must_use]
    pub fn is_only_there(&self) -> bool {
        self.omitted_by.len() == self.silent.len()
    }
}

/// Several texts of one meeting, lined up.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The meeting's id.
    pub meeting: String,
    /// The texts: the columns first, in their order.
    pub texts: Vec<Text>,
    /// The topics: those that most columns raise first, then by share.
    pub topics: Vec<TopicRow>,
    /// What each text says the other side said, and what it says was agreed.
    pub claims: Vec<Claim>,
    /// The things that the columns call by one of several names.
    pub contrasts: Vec<Contrast>,
    /// The formulas of which a column has a piece.
    pub formulas: Vec<FormulaUse>,
    /// The formulas of which columns that have no piece have the words in another voice, as those of another side.
    pub formulas_elsewhere: Vec<FormulaUse>,
    /// The formulas of whose topic a whole column of their side speaks without a piece of them.
    pub formulas_absent: Vec<FormulaAbsent>,
    /// The things that one column names and no other does.
    pub mentions: Vec<Mention>,
    /// The figures that one column has and no other does.
    pub figures: Vec<Figure>,
    /// The things that one column says were not discussed, and that another names.
    pub undiscussed: Vec<Undiscussed>,
    /// Whose words each text gives how much of itself to, in the order of the texts.
    pub emphasis: Vec<(String, Vec<VoiceShare>)>,
    /// What the columns say of the encounter itself.
    pub encounter: Encounter,
    /// The columns of one language, paired by wording.
    pub wording: Vec<WordingPairs>,
    /// Language versions of one side's text, held against each other.
    pub versions: Vec<Versions>,
    /// What changed since an earlier meeting; empty until [`Self::hold_against`].
    pub since: Vec<Since>,
    /// The ids of the topics that were asked for, where [`Self::keep_topics`] left out the others.
    pub only_topics: Vec<String>,
}

impl Comparison {
    /// The columns.
    pub fn columns(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(|t| t.column)
    }

    /// The texts below the columns.
    pub fn beside(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(|t| !t.column)
    }

    /// Whether the columns are versions of one statement that the sides publish together.
    #[must_use]
    pub fn is_joint(&self) -> bool {
        are_joint(self.columns())
    }

    /// The text with this label.
    #[must_use]
    pub fn text(&self, label: &str) -> Option<&Text> {
        self.texts.iter().find(|t| t.label == label)
    }

    /// The formulas of which a column has a piece or its words in another voice.
    pub(crate) fn formulas_in_any_voice(&self) -> impl Iterator<Item = &FormulaUse> {
        self.formulas.iter().chain(&self.formulas_elsewhere)
    }

    /// The words by which a text calls the talks, by concept; each form once.
    pub(crate) fn tone_words(&self, label: &str) -> BTreeMap<String, Vec<String>> {
        let Some(text) = self.text(label) else { return BTreeMap::new() };
        let words = |wordings: &Vec<words::Wording>| {
            let mut found: Vec<String> = Vec::new();
            for place in wordings.iter().flat_map(|wording| &wording.places) {
                let words = place.span.slice(&text.readout().body).split_whitespace().collect::<Vec<_>>().join(" ");
                if !found.contains(&words) {
                    found.push(words);
                }
            }
            found
        };
        let tones = self.encounter.tones.iter();
        tones.filter_map(|tone| Some((tone.concept.clone(), words(tone.sides.get(label)?)))).collect()
    }

    /// Notes what each side's text has dropped or added since an earlier meeting; `levels` are those of the sides that met on
    /// another level then, or people of another level.
    pub fn hold_against(&mut self, earlier: &Self, levels: &[(Side, OtherLevels)]) {
        self.since = since::since(self, earlier, levels);
    }

    /// Leaves only these topics, with what is found in statements on them. The texts stay whole, and what is said of the
    /// encounter and of whose words a text gives room to.
    pub fn keep_topics(&mut self, topics: &[String], inventory: &Inventory) {
        topics.clone_into(&mut self.only_topics);
        self.topics.retain(|row| topics.contains(&row.id));
        let texts = &self.texts;
        let on = |label: &str, index: usize| {
            let statement = texts.iter().find(|t| t.label == label).and_then(|t| t.coded.statements.get(index));
            statement.is_some_and(|s| s.topics.iter().any(|t| topics.contains(t)))
        };
        let any = |label: &str, places: &[Place]| places.iter().any(|place| on(label, place.statement));
        self.claims.retain(|claim| on(&claim.text, claim.statement));
        self.mentions.retain(|mention| any(&mention.text, &mention.places));
        self.figures.retain(|figure| any(&figure.text, &figure.places));
        self.undiscussed.retain(|one| on(&one.text, one.statement));
        self.contrasts.retain(|c| c.sides.iter().any(|(label, all)| all.iter().any(|w| any(label, &w.places))));
        self.formulas.retain(|f| f.sides.iter().any(|(label, all)| all.iter().any(|piece| any(label, &piece.places))));
        let about = |formula: &Formula| formula.topics.iter().any(|t| topics.iter().any(|own| *t == **own));
        self.formulas_absent.retain(|absent| inventory.formula(&absent.id).is_some_and(about));
        let of = |piece: &PieceThere| piece.id.split_once('.').and_then(|(formula, _)| inventory.formula(formula));
        for since in &mut self.since {
            for pieces in [&mut since.pieces_dropped, &mut since.pieces_new, &mut since.pieces_reworded] {
                pieces.retain(|piece| of(piece).is_some_and(about));
            }
        }
        for pairs in &mut self.wording {
            let (first, second) = (pairs.first.clone(), pairs.second.clone());
            pairs.pairs.retain(|p| on(&first, p.first) || on(&second, p.second));
            pairs.first_alone.retain(|i| on(&first, *i));
            pairs.second_alone.retain(|i| on(&second, *i));
        }
        for versions in &mut self.versions {
            let (first, second) = (&versions.first, &versions.second);
            let of = |link: &versions::Link| {
                link.first.iter().any(|i| on(first, *i)) || link.second.iter().any(|i| on(second, *i))
            };
            versions.links.retain(of);
            versions.first_alone.retain(|i| on(first, *i));
            versions.second_alone.retain(|i| on(second, *i));
        }
    }

    /// The meetings that the texts say they are of, where they are of several.
    #[must_use]
    pub fn meetings(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = Vec::new();
        for id in self.texts.iter().filter_map(|text| text.readout().meeting.as_deref()) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        if ids.len() > 1 { ids } else { Vec::new() }
    }

    /// Whether a text below the columns raises a topic on which the column of its side is silent.
    #[must_use]
    pub fn answers_below(&self, row: &TopicRow, label: &str) -> bool {
        let side = |label: &str| self.text(label).map(|text| &text.readout().side);
        let below = self.text(label).is_some_and(|text| !text.column);
        below && row.silent.iter().any(|silent| side(silent) == side(label))
    }

    /// The one column that raises a topic, and the other side in whose words alone it has it, where no text below answers for a silent
    /// one.
    #[must_use]
    pub fn told<'r>(&'r self, row: &'r TopicRow) -> Option<(&'r Text, &'r Side)> {
        let below = row.parts.iter().any(|part| self.answers_below(row, &part.text));
        if row.raised != Raised::One || below || self.columns().count() == 1 {
            return None;
        }
        self.columns().find_map(|text| Some((text, row.part(&text.label)?.told.as_ref()?)))
    }

    /// The columns that have a topic only as another side's words, with that side, where another column has it too.
    pub fn second_hand<'a>(&'a self, row: &'a TopicRow) -> impl Iterator<Item = (&'a Text, &'a Side)> {
        let several = matches!(row.raised, Raised::All | Raised::Several);
        self.columns().filter(move |_| several).filter_map(|text| Some((text, row.part(&text.label)?.told.as_ref()?)))
    }

    /// The day of the meeting: the one with which its id begins, else the earliest date of a text, which may be dated by the
    /// day of its publication.
    #[must_use]
    pub fn day(&self) -> Option<&str> {
        day_of(&self.meeting).or_else(|| self.texts.iter().filter_map(|t| t.readout().date.as_deref()).min())
    }

    /// Where the meeting was: as a text in the language of this program's words says, else any that says so; of several the
    /// first by its label, whatever the order of the columns.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        let of = |language| {
            let texts = self.texts.iter().filter(move |text| text.readout().language == language);
            let places = texts.filter_map(|text| Some((text.label.as_str(), text.readout().place.as_deref()?)));
            places.min().map(|(_, place)| place)
        };
        of(Language::En).or_else(|| of(Language::Zh))
    }

    /// The statements that raise no topic, with the text they stand in; none where only some topics were asked for.
    pub fn unmatched(&self) -> impl Iterator<Item = (&Text, &Statement)> {
        self.texts
            .iter()
            .flat_map(|t| t.coded.statements.iter().map(move |s| (t, s)))
            .filter(|(_, s)| self.only_topics.is_empty() && (s.topics.is_empty() || s.denied))
    }
}

/// Codes the texts of a meeting and lines them up.
///
/// # Errors
/// When the codebook does not compile, or a text has more than [`MAX_STATEMENTS`].
pub fn compare(meeting: Meeting, order: &Order, codebook: &Codebook) -> Result<Comparison, CompareError> {
    /// Few meetings have more texts than these; each is coded by itself.
    const AT_ONCE: NonZeroUsize = NonZeroUsize::new(4).expect("four is not zero");
    let code = |readout: &Readout| coding::code_seen(readout.clone(), codebook, &SegmentOptions::default());
    let mut coded = Vec::new();
    ordered::map(&meeting.readouts, AT_ONCE, code, |one| one.map(|one| coded.push(one)))?;
    if let Some((long, _)) = coded.iter().find(|(c, _)| c.statements.len() > MAX_STATEMENTS) {
        let (file, statements) = (long.readout.file.clone(), long.statements.len());
        return Err(CompareError::TooMany { file, statements });
    }
    let (texts, seen) = arrange(coded, order, codebook);
    let mut topics = topics(&texts, codebook);
    let inventory = codebook.inventory();
    let kinship = Kinship::of(seen.iter().flatten().flat_map(|s| &s.found), inventory);
    let know = |(text, seen)| Known::of(text, seen, &kinship, inventory);
    let known: Vec<Known<'_>> = texts.iter().zip(seen.iter().map(Vec::as_slice)).map(know).collect();
    let columns: Vec<&Known<'_>> = known.iter().filter(|k| k.text.column).collect();
    topics.iter_mut().for_each(|row| row.apart = mentions::are_apart(row, &columns, inventory));
    let claims = claims::claims(&meeting.id, &columns, inventory);
    let contrasts = words::contrasts(&columns, inventory);
    let (formulas, formulas_elsewhere) = words::formulas(&columns, inventory);
    let formulas_absent = words::absent(&columns, &formulas, inventory);
    let undiscussed = undiscussed::undiscussed(&columns, inventory);
    let (mut mentions, figures) = (mentions::mentions(&columns, inventory), mentions::figures(&columns));
    // What the other text says was not discussed it names.
    mentions.retain(|mention| !undiscussed.iter().any(|one| one.concept == mention.concept));
    let emphasis = texts.iter().map(|t| (t.label.clone(), emphasis::voices(t))).collect();
    let encounter = encounter::encounter(&columns, inventory);
    let wording = wording::pairs(&texts);
    let versions = versions::versions(&known, codebook);
    Ok(Comparison {
        meeting: meeting.id,
        texts,
        topics,
        claims,
        contrasts,
        formulas,
        formulas_elsewhere,
        formulas_absent,
        mentions,
        figures,
        undiscussed,
        emphasis,
        encounter,
        wording,
        versions,
        since: Vec::new(),
        only_topics: Vec::new(),
    })
}

/// The texts in their order, each with what the cues saw in it.
fn arrange(coded: Vec<(Coded, Vec<Seen>)>, order: &Order, codebook: &Codebook) -> (Vec<Text>, Vec<Vec<Seen>>) {
    let (first, every) = match order {
        Order::Sides(first) => (first, false),
        Order::Given(first) => (first, true),
    };
    let place = |side: &Side| first.iter().position(|s| s == side).unwrap_or(first.len());
    let mut indexed: Vec<(bool, (Coded, Vec<Seen>))> = Vec::new();
    // Stable sorts: texts that are alike stay in the order given.
    let mut rest = coded;
    if every {
        rest.sort_by_key(|(c, _)| place(&c.readout.side));
    } else {
        rest.sort_by_cached_key(|(c, _)| (place(&c.readout.side), c.readout.side.clone(), rank(&c.readout, codebook)));
    }
    for (coded, seen) in rest {
        let taken = indexed.iter().any(|(_, (c, _))| c.readout.side == coded.readout.side);
        indexed.push((every || (!taken && coded.readout.kind != Kind::Background), (coded, seen)));
    }
    // A background text is a column only where its side has nothing else.
    for index in 0..indexed.len() {
        let side = &indexed[index].1.0.readout.side;
        if !indexed.iter().any(|(column, (c, _))| *column && c.readout.side == *side) {
            indexed[index].0 = true;
        }
    }
    indexed.sort_by_key(|(column, _)| !column);
    let sides: Vec<Side> = indexed.iter().map(|(_, (c, _))| c.readout.side.clone()).collect();
    let mut texts: Vec<Text> = Vec::new();
    let mut all_seen = Vec::new();
    for (column, (coded, seen)) in indexed {
        let alone = sides.iter().filter(|s| **s == coded.readout.side).count() == 1;
        let base = if alone || (column && !every) {
            coded.readout.side.to_string()
        } else {
            let qualifier = coded.readout.qualifier.clone();
            let fallback = || coded.readout.kind.as_str().to_owned();
            format!("{}.{}", coded.readout.side, qualifier.unwrap_or_else(fallback))
        };
        let mut label = base.clone();
        let mut number = 2;
        while texts.iter().any(|t| t.label == label) {
            label = format!("{base}-{number}");
            number += 1;
        }
        let length = coded.statements.iter().map(|s| s.length).sum();
        texts.push(Text { label, column, length, coded });
        all_seen.push(seen);
    }
    (texts, all_seen)
}

/// Which text of a side is its column: what is on the record before background, a whole text before fragments, the readout
/// before a fact sheet before remarks, the side's own language first, a file that has the side's name before one that has not.
fn rank(readout: &Readout, codebook: &Codebook) -> (bool, bool, Kind, bool, bool, Option<String>) {
    let foreign = readout.language != codebook.language_of(readout.side.as_str());
    let background = readout.kind == Kind::Background;
    let named = readout.is_named_by_its_side();
    (background, readout.is_fragments(), readout.kind, foreign, !named, readout.qualifier.clone())
}

/// Whether several columns are versions of one statement that the sides publish together.
fn are_joint<'t>(columns: impl Iterator<Item = &'t Text>) -> bool {
    let joint: Vec<bool> = columns.map(|text| text.readout().is_joint()).collect();
    joint.len() > 1 && joint.into_iter().all(|joint| joint)
}

fn topics(texts: &[Text], codebook: &Codebook) -> Vec<TopicRow> {
    let columns = texts.iter().filter(|t| t.column).count();
    // Versions of one statement leave nothing out.
    let joint = are_joint(texts.iter().filter(|t| t.column));
    let raised: Vec<Vec<Raise<'_>>> = texts.iter().map(raises).collect();
    let mut rows: Vec<TopicRow> = Vec::new();
    for topic in codebook.topics.iter() {
        let parts: Vec<TopicPart> = texts.iter().zip(&raised).filter_map(|(t, r)| part(t, r, &topic.id)).collect();
        if parts.is_empty() {
            continue;
        }
        let has = |t: &Text| parts.iter().any(|p| p.text == t.label);
        let without: Vec<&Text> = texts.iter().filter(|t| t.column && !has(t)).collect();
        let silent: Vec<String> = without.iter().map(|t| t.label.clone()).collect();
        let whole = without.iter().filter(|t| !t.is_fragments() && !joint);
        let omitted_by = whole.map(|t| t.label.clone()).collect();
        let raised = match columns - silent.len() {
            0 => Raised::Beside,
            n if n == columns && columns > 1 => Raised::All,
            1 => Raised::One,
            _ => Raised::Several,
        };
        rows.push(TopicRow { id: topic.id.to_string(), parts, silent, omitted_by, raised, apart: false });
    }
    // The order depends on no column's place, so that swapping columns moves no row.
    let weight = |row: &TopicRow| -> i64 {
        let sum: f64 =
            row.parts.iter().filter(|p| texts.iter().any(|t| t.column && t.label == p.text)).map(|p| p.share).sum();
        #[allow(clippy::cast_possible_truncation)] // shares lie between 0 and the number of texts
        let rounded = (sum * 1e9) as i64;
        -rounded
    };
    rows.sort_by_key(|row| (row.raised == Raised::Beside, row.silent.len(), weight(row)));
    rows
}

/// A topic that a text raises, with the numbers of the statements on it.
type Raise<'t> = (&'t str, Vec<usize>);

/// The topics of a text in the order of first mention: by the words for them, in bytes of the body, and by the statement where
/// it has none for one.
fn raises(text: &Text) -> Vec<Raise<'_>> {
    let mut found: Vec<Raise<'_>> = Vec::new();
    for statement in text.coded.statements.iter().filter(|s| !s.denied) {
        let mention =
            |topic: &&String| statement.evidence_of(topic).map(|e| e.span.start).min().unwrap_or(statement.span.end);
        let mut topics: Vec<&String> = statement.topics.iter().collect();
        topics.sort_by_key(mention);
        for topic in topics {
            match found.iter_mut().find(|(id, _)| id == topic) {
                Some((_, on)) if on.last() == Some(&statement.index) => {}
                Some((_, on)) => on.push(statement.index),
                None => found.push((topic, vec![statement.index])),
            }
        }
    }
    found
}

#[allow(clippy::cast_precision_loss)] // lengths are far below 2^52
fn part(text: &Text, raised: &[Raise<'_>], topic: &str) -> Option<TopicPart> {
    let place = raised.iter().position(|(id, _)| *id == topic)?;
    let numbers = &raised[place].1;
    let on = || numbers.iter().map(|n| &text.coded.statements[*n]);
    let share = on().map(|s| s.length as f64 / s.topics.len() as f64).sum::<f64>() / text.length.max(1) as f64;
    // What the text does itself, or tells of both, comes before what it has another side do.
    let own = |s: &&Statement| s.speaker.other_than(&text.readout().side).is_none();
    let itself = on().any(|s| own(&s));
    let heard = || on().filter(|s| !itself || own(s));
    let act = heard().map(|s| s.act_on(topic)).max()?;
    let strongest = || heard().filter(|s| s.act_on(topic) == act).map(|s| &s.speaker);
    let of_own = strongest().find(|s| s.as_str() == text.readout().side.as_str());
    let mut theirs: BTreeMap<Side, Act> = BTreeMap::new();
    for statement in on().filter(|_| itself) {
        if let Some(side) = statement.speaker.other_than(&text.readout().side) {
            let act = statement.act_on(topic);
            theirs.entry(side.clone()).and_modify(|known| *known = act.max(*known)).or_insert(act);
        }
    }
    let beside = |s: &Statement| s.topics.len() > 1 && (s.topics[0] != topic || s.carries(topic));
    Some(TopicPart {
        text: text.label.clone(),
        statements: numbers.clone(),
        share,
        rank: place + 1,
        act,
        theirs,
        speaker: of_own.or_else(|| strongest().next())?.clone(),
        // Of a text known only in fragments the rest may have it.
        told: text.others_words(numbers.iter().copied()).filter(|_| !text.is_fragments()).cloned(),
        passing: numbers.len() == 1 && on().all(beside),
    })
}
