//! From a readout to coded statements: for each sentence its speaker, its act and its topics, each with the words that
//! made the program say so.

mod act;
mod clauses;
mod marks;
mod names;
mod speaker;
mod statements;
mod topics;

use serde::{Serialize, Serializer};

use crate::codebook::concepts::{Aspect, Found, Inventory};
use crate::codebook::{Act, Codebook, CodebookError, Head, Stance, Without, Words};
use crate::readout::{Attribution, Readout, Side};
use crate::text::language::count_units;
use crate::text::sentences::SegmentOptions;
use crate::text::{Form as TextForm, Language, Span};

/// Whose words, position or action a statement reports.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker {
    /// One side.
    Side(Side),
    /// The sides together.
    Both,
    /// The publisher narrates and no side acts.
    None,
}

impl Speaker {
    /// The side id, `both` or `none`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Side(side) => side.as_str(),
            Self::Both => "both",
            Self::None => "none",
        }
    }

    /// The side that speaks, where it is another than this one.
    #[must_use]
    pub fn other_than(&self, own: &Side) -> Option<&Side> {
        match self {
            Self::Side(side) if side != own => Some(side),
            _ => None,
        }
    }
}

impl Serialize for Speaker {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl schemars::JsonSchema for Speaker {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Speaker".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Whose words or acts: the id of a side, `both` or `none`.",
            "type": "string",
            "pattern": "^[a-z0-9_]{1,24}$",
        })
    }
}

/// Why a code was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// A cue matched these words.
    Cue,
    /// The subject of the sentence before goes on.
    Inherited,
    /// The editor's note on a quoted fragment says so (`on:`, `subject:` or the name).
    Context,
    /// Nothing said otherwise.
    Default,
}

/// The words, and the rule, behind one code of a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Evidence {
    /// What was coded: `topic:taiwan`, `act:concern`, `speaker:us`.
    pub code: String,
    /// The rule's id (`taiwan.en.3`), or how it came without a cue (`carried`, `publisher`, `default`; `readout codebook show` explains each).
    pub rule: String,
    /// Why.
    pub basis: Basis,
    /// Where the words stand, in bytes of the body. Without words of its own, the whole statement.
    #[serde(flatten)]
    pub span: Span,
}

impl Evidence {
    /// The topic that was coded; nothing where it was a speaker or an act.
    #[must_use]
    pub fn topic(&self) -> Option<&str> {
        self.code.strip_prefix("topic:")
    }
}

/// What was coded, as evidence names it: `topic:taiwan`.
fn code_of(kind: &str, what: &str) -> String {
    [kind, ":", what].concat()
}

/// The evidence for a code that no cue of the statement gives.
fn without_cue(code: String, rule: Without, basis: Basis, span: Span) -> Evidence {
    Evidence { code, rule: rule.as_str().to_owned(), basis, span }
}

/// Whether a statement is a whole sentence of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// A sentence.
    Sentence,
    /// An item of a list.
    Bullet,
    /// A heading, marked as one or a short line that no sign ends.
    Heading,
    /// Words quoted by somebody else.
    Fragment,
}

/// One wording of a concept in a statement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct TermUse {
    /// The concept's id.
    pub concept: Words,
    /// The term's id, within the concept.
    pub term: Words,
    /// Whether the concept has other wordings, so that this one is a choice.
    pub contrast: bool,
    /// Whether quotation marks stand around the words: the writer's distance, or words of somebody else.
    pub quoted: bool,
    /// Where the words stand, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
}

/// One sentence, bullet or quoted fragment with its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Statement {
    /// Its number in the text, from 0.
    pub index: usize,
    /// The number of its paragraph, from 0.
    pub paragraph: usize,
    /// Where it stands, in bytes of the body.
    #[serde(flatten)]
    pub span: Span,
    /// The words as written.
    pub text: String,
    /// What sort of statement.
    pub form: Form,
    /// Whose words or acts it reports.
    pub speaker: Speaker,
    /// What it does.
    pub act: Act,
    /// What it is about, most central first.
    pub topics: Vec<String>,
    /// What it does on each of its topics, in their order: of a sentence in several parts, the part about the topic.
    pub acts: Vec<Act>,
    /// Whether it says that its topics were not discussed: it raises none of them, and mentions no concept.
    pub denied: bool,
    /// Its length: words (English) or characters (Chinese).
    pub length: usize,
    /// The concepts that it mentions, and in which wording, by place.
    pub terms: Vec<TermUse>,
    /// Who said a quoted fragment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// The words behind each code.
    pub evidence: Vec<Evidence>,
}

/// The code whose evidence is the words that turn an agreement, a promise or a welcome into its opposite.
const NEGATED: &str = "negated";

impl Statement {
    /// Whether it says that somebody did not agree, promise or welcome something.
    #[must_use]
    pub fn is_negated(&self) -> bool {
        self.negation().is_some()
    }

    /// The words by which it says so, in bytes of the body.
    #[must_use]
    pub fn negation(&self) -> Option<Span> {
        self.evidence.iter().find(|e| e.code == NEGATED).map(|e| e.span)
    }

    /// Whether a reporter asks it, in an interview: nobody's words.
    #[must_use]
    pub fn is_question(&self) -> bool {
        self.evidence.iter().any(|e| e.rule == Without::Question.as_str())
    }

    /// Whether it is on this topic, and does not say that it was not discussed.
    #[must_use]
    pub fn raises(&self, topic: &str) -> bool {
        !self.denied && self.topics.iter().any(|t| t == topic)
    }

    /// What one of its topics rests on.
    pub fn evidence_of<'a>(&'a self, topic: &'a str) -> impl Iterator<Item = &'a Evidence> {
        self.evidence.iter().filter(move |e| e.topic() == Some(topic))
    }

    /// Whether it has a topic from what stands before it, or from the title, and not from words of its own.
    #[must_use]
    pub fn carries(&self, topic: &str) -> bool {
        let mut evidence = self.evidence_of(topic).peekable();
        evidence.peek().is_some() && evidence.all(|e| !matches!(e.basis, Basis::Cue | Basis::Context))
    }

    /// What it does on one of its topics.
    #[must_use]
    pub fn act_on(&self, topic: &str) -> Act {
        let place = self.topics.iter().position(|t| t == topic);
        place.and_then(|place| self.acts.get(place)).copied().unwrap_or(self.act)
    }
}

/// A readout with its coded statements.
#[derive(Debug, Clone, PartialEq)]
pub struct Coded {
    /// The text.
    pub readout: Readout,
    /// Its statements, in order.
    pub statements: Vec<Statement>,
}

impl Coded {
    /// Whether the text is on one of these topics otherwise than in what it says that another side said.
    pub fn raises_itself<'t>(&self, topics: impl IntoIterator<Item = &'t str>) -> bool {
        let own = |s: &&Statement| s.speaker.other_than(&self.readout.side).is_none();
        topics.into_iter().any(|topic| self.statements.iter().filter(own).any(|s| s.raises(topic)))
    }
}

/// Codes one readout.
///
/// ```
/// use std::path::Path;
/// use readout::{codebook::Codebook, coding, readout::Readout};
///
/// let codebook = Codebook::embedded();
/// let text = "President Biden raised concerns about human rights. He welcomed progress on climate.";
/// let coded = coding::code(Readout::parse(Path::new("us.md"), text)?, &codebook)?;
/// assert_eq!(coded.statements[0].topics, ["human-rights"]);
/// assert_eq!(coded.statements[1].act.as_str(), "praise");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the codebook does not compile.
pub fn code(readout: Readout, codebook: &Codebook) -> Result<Coded, CodebookError> {
    code_with(readout, codebook, &SegmentOptions::default())
}

/// Codes one readout, cut into statements by the given choices.
///
/// # Errors
/// When the codebook does not compile.
pub fn code_with(readout: Readout, codebook: &Codebook, options: &SegmentOptions) -> Result<Coded, CodebookError> {
    code_seen(readout, codebook, options).map(|(coded, _)| coded)
}

/// A statement as the cues see it, for those who look for more in it.
#[derive(Debug)]
pub(crate) struct Seen {
    /// Its matching form.
    pub form: TextForm,
    /// The terms found in it: one for each of the statement's `terms`.
    pub found: Vec<Found>,
    /// The words that say what becomes of the thing behind them in their clause, in bytes of the form, by place.
    pub stances: Vec<(Span, Stance)>,
    /// Whether words make what it says hang on something.
    pub conditional: bool,
    /// Who of a side, or which side, it names, in bytes of the form, by place; the ids of the sides.
    pub parties: Vec<(Span, Words)>,
    /// The concepts, by their numbers in the inventory, that it says were not discussed; each once.
    pub undiscussed: Vec<usize>,
}

/// Codes one readout as [`code_with`]; with it, statement by statement, what the cues saw.
pub(crate) fn code_seen(
    readout: Readout,
    codebook: &Codebook,
    options: &SegmentOptions,
) -> Result<(Coded, Vec<Seen>), CodebookError> {
    let units = statements::units(&readout, options);
    let language = readout.language;
    let forms: Vec<TextForm> = units.iter().map(|u| TextForm::new(&u.text, u.span.start)).collect();
    let codes = codes(&readout, &units, &forms, codebook)?;
    let inventory = codebook.inventory();
    let terms: Vec<Terms> = units.iter().zip(&forms).map(|(u, form)| terms(inventory, u, form, language)).collect();
    let mut statements = Vec::with_capacity(units.len());
    let mut seen = Vec::with_capacity(units.len());
    for (((unit, form), code), (terms, found)) in units.into_iter().zip(forms).zip(codes).zip(terms) {
        let mut undiscussed = Vec::new();
        let (terms, found) = if code.denied {
            undiscussed = found.iter().map(|found| found.concept).collect();
            undiscussed.sort_unstable();
            undiscussed.dedup();
            (Vec::new(), Vec::new())
        } else {
            (terms, found)
        };
        let Codes { stances, conditional, parties, .. } = code;
        seen.push(Seen { form, found, stances, conditional, parties, undiscussed });
        let length = count_units(&unit.text, language);
        statements.push(Statement {
            index: statements.len(),
            paragraph: unit.paragraph,
            span: unit.span,
            text: unit.text,
            form: unit.form,
            speaker: code.speaker,
            act: code.act,
            topics: code.topics,
            acts: code.acts,
            denied: code.denied,
            length,
            terms,
            attribution: unit.attribution,
            evidence: code.evidence,
        });
    }
    Ok((Coded { readout, statements }, seen))
}

/// What is coded of one statement, and why.
struct Codes {
    speaker: Speaker,
    act: Act,
    topics: Vec<String>,
    acts: Vec<Act>,
    denied: bool,
    evidence: Vec<Evidence>,
    stances: Vec<(Span, Stance)>,
    conditional: bool,
    parties: Vec<(Span, Words)>,
}

/// Whose words, what they do and what they are about, read in order.
fn codes(
    readout: &Readout,
    units: &[statements::Unit],
    forms: &[TextForm],
    codebook: &Codebook,
) -> Result<Vec<Codes>, CodebookError> {
    let rules = codebook.rules(readout.language)?;
    let names = names::Names::of(readout, forms, rules, codebook);
    let mut reader = speaker::Reader::new(readout, codebook);
    let title = readout.title.as_deref().map(|title| TextForm::new(statements::beginning(title), 0));
    let elsewhere = elsewhere(readout, codebook);
    let countries = codebook.topic_index("regional-other");
    // Leaves out what raises no topic at this meeting.
    let narrow = |marks: &mut marks::Marks<'_>, reader: &speaker::Reader<'_>| {
        marks.without_own_names(|side| reader.is_party(side), |word| reader.is_nation(word), countries);
        marks.without_weak(&elsewhere);
    };
    let title = title.as_ref().map(|title| {
        let mut marks = marks::Marks::find(rules, &names, title);
        narrow(&mut marks, &reader);
        marks
    });
    // What the line does that a list stands under; whether what is asked for is being counted out.
    let mut above: Option<Act> = None;
    let mut counting = act::Counting::default();
    let mut carry = topics::Carry::new(title.as_ref(), codebook);
    let one = |(unit, form): (&statements::Unit, &TextForm)| {
        let mut marks = marks::Marks::find(rules, &names, form);
        narrow(&mut marks, &reader);
        let context = unit.attribution.as_ref().map(|a| marks::Context::of(a, rules, &names));
        let spoken = reader.speaker(unit, &marks, context.as_ref());
        let (speaker, basis) = (spoken.who, spoken.evidence.basis);
        let tells = if spoken.met { &Speaker::None } else { &speaker };
        let counted = act::counted(&marks, tells, readout.language);
        let acted = act::act(unit, &marks, &counted, (tells, basis), readout.language);
        let acted = act::under(unit, acted, above, basis);
        let from = reader.said_from();
        let acted = counting.item(unit, &form.text()[from..], acted, (tells, basis));
        let acted = if reader.joint() { act::together_agreed(unit, acted, &speaker, &marks) } else { acted };
        let act = acted.act;
        let mut evidence = vec![spoken.evidence];
        evidence.extend(acted.negated);
        evidence.push(acted.evidence);
        above = if unit.text.trim_end().ends_with([':', '：']) {
            Some(act)
        } else {
            above.filter(|_| unit.form == Form::Bullet)
        };
        let voice = topics::Voice { speaker: &speaker, act, turn: reader.turn(), from };
        let topics = carry.topics(unit, &marks, context.as_ref(), &voice, codebook, &mut evidence);
        let numbers: Vec<Option<usize>> = topics.iter().map(|id| codebook.topic_index(id)).collect();
        let (acts, others) = act::on_topics(&marks, &counted, tells, act, &numbers);
        evidence.extend(others);
        let denial = marks.denial.as_ref().filter(|_| act == Act::Describe || act == Act::State);
        evidence.extend(denial.map(|(span, rule)| marks.evidence("denied".to_owned(), rule, *span)));
        let denied = denial.is_some();
        let marks::Marks { stances, conditional, heads, .. } = marks;
        let party = |head: marks::Mark<Head>| match head.what {
            Head::Person(side) | Head::Side(side) => Some((head.span, side)),
            _ => None,
        };
        let parties = heads.into_iter().filter_map(party).collect();
        Codes { speaker, act, topics, acts, denied, evidence, stances, conditional, parties }
    };
    Ok(units.iter().zip(forms).map(one).collect())
}

/// The topics whose weak cues do not count in this meeting, as it is one of other sides.
fn elsewhere(readout: &Readout, codebook: &Codebook) -> Vec<usize> {
    let sides = || std::iter::once(&readout.side).chain(readout.principals.keys());
    let of = |side: &Side, between: &[Words]| between.iter().any(|one| one.as_str() == side.as_str());
    let not = |between: &[Words]| !between.is_empty() && !sides().all(|side| of(side, between));
    (0..codebook.topics.len()).filter(|topic| not(&codebook.topics[*topic].between)).collect()
}

/// The terms of one statement, by place: in the body, and in the form.
type Terms = (Vec<TermUse>, Vec<Found>);

/// Finds the terms of one statement.
fn terms(inventory: &Inventory, unit: &statements::Unit, form: &TextForm, language: Language) -> Terms {
    let marks = unit.text.contains(OPEN);
    let one = |found: &Found| {
        let (concept, term) = inventory.term(found);
        let span = form.original(found.span);
        let own = Span::new(span.start - unit.span.start, span.end - unit.span.start);
        TermUse {
            concept: concept.id.clone(),
            term: term.id.clone(),
            contrast: concept.is_contrast(),
            quoted: marks && in_quotation_marks(&unit.text, own),
            span,
        }
    };
    let mut found = inventory.find(form, language);
    let tone = |found: &Found| inventory.concepts[found.concept].aspect == Some(Aspect::Tone);
    found.retain(|found| !tone(found) || !is_not(&form.text()[..found.span.start]));
    (found.iter().map(one).collect(), found)
}

/// Whether what stands before an adjective says that the talks were not so: 'not', 'far from', 并不.
fn is_not(before: &str) -> bool {
    const WORDS: [&str; 9] =
        ["not", "far from", "hardly", "anything but", "less than", "not very", "not particularly", "not always", "nor"];
    const CHARACTERS: [&str; 8] = ["并不", "并非", "不够", "不太", "谈不上", "缺乏", "不具", "不具有"];
    let before = before.trim_end();
    let ends = |word: &str| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    before.ends_with("n't")
        || WORDS.iter().any(|word| ends(word))
        || CHARACTERS.iter().any(|word| before.ends_with(word))
}

/// Marks that open a quotation.
const OPEN: [char; 6] = ['“', '‘', '"', '「', '『', '《'];

/// Whether quotation marks stand around a span of a text, within a word of each end: “Taiwan independence” forces.
fn in_quotation_marks(text: &str, span: Span) -> bool {
    const CLOSE: [char; 6] = ['”', '’', '"', '」', '』', '》'];
    let inside = span.slice(text);
    let before = text[..span.start].chars().next_back().is_some_and(|c| OPEN.contains(&c)) || inside.starts_with(OPEN);
    let after = text[span.end..].trim_start_matches([',', '.']).starts_with(CLOSE) || inside.ends_with(CLOSE);
    before && after || inside.contains(['“', '「', '『']) && inside.contains(['”', '」', '』'])
}
