//! Whose words a statement reports. Read in order: reported speech keeps its speaker until another takes the word.

mod chinese;
mod english;
mod turn;

pub(super) use turn::Turn;
use turn::{behind_dateline, behind_label, is_transcript, keeps_house, name_label};

use super::marks::{Context, Mark, Marks};
use super::statements::Unit;
use super::{Basis, Evidence, Form, Speaker, code_of, without_cue};
use crate::codebook::{Codebook, Head, RuleId, SideEntry, Verb, Without, Words};
use crate::readout::{Kind, Readout, Side};
use crate::text::{Language, Span};

/// What one statement says of who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    who: Speaker,
    rule: RuleId,
    /// Where, in bytes of the form.
    span: Span,
    /// The side of a person who was named, so that 'he' can follow.
    person: Option<Side>,
    /// Whether the text speaks of itself.
    own: bool,
    /// Whether the statement only says that people met, so that nobody has the word behind it.
    met: bool,
    /// Whether somebody's speech only recalls what a side said, and goes on behind it.
    recalled: bool,
    /// Whether several of one side do it, so that 'they' are those.
    several: bool,
}

impl Found {
    fn new(who: Speaker, rule: RuleId, span: Span) -> Self {
        Self { who, rule, span, person: None, own: false, met: false, recalled: false, several: false }
    }
}

/// Who speaks in a statement, and by which words.
pub(super) struct Spoken {
    pub who: Speaker,
    /// Whether the statement only says that people met: then it tells so, whoever they are.
    pub met: bool,
    pub evidence: Evidence,
}

impl Spoken {
    /// A speaker whom a cue names.
    fn by_cue(who: Speaker, rule: &RuleId, span: Span, marks: &Marks<'_>) -> Self {
        let evidence = marks.evidence(code_of("speaker", who.as_str()), rule, span);
        Self { who, met: false, evidence }
    }

    /// A speaker whom no words of the statement name.
    fn by_rule(who: Speaker, rule: Without, basis: Basis, unit: &Unit) -> Self {
        let evidence = without_cue(code_of("speaker", who.as_str()), rule, basis, unit.span);
        Self { who, met: false, evidence }
    }
}

/// The state of reading one document.
pub(super) struct Reader<'c> {
    language: Language,
    publisher: Side,
    /// What the codebook knows of the publisher.
    habits: Option<&'c SideEntry>,
    /// The sides of the meeting; what anybody else says is `none`.
    parties: Vec<Side>,
    /// The words that make an office one of a side whose principals the front matter names, or of the publisher.
    nations: Vec<Words>,
    /// Whether the front matter names principals of two sides.
    principals: bool,
    /// Whether the text lists what the sides do, as fact sheets do, and reports no speech.
    actions: bool,
    current: Option<Speaker>,
    /// Whether `current` is a person who speaks, so that what follows is reported speech.
    speech: bool,
    person: Option<Side>,
    /// The side of which several spoke last in this paragraph.
    several: Option<Side>,
    /// The other side, of whose words the statement before told in an answer or in a text of one's own.
    told: Option<Side>,
    /// Who spoke when a side that is no person took the word in the same paragraph: his speech goes on in the next.
    interrupted: Option<Speaker>,
    /// Who spoke in this paragraph before somebody else took the word.
    before: Option<Speaker>,
    paragraph: Option<usize>,
    opens_paragraph: bool,
    /// Whose turn it is, where the text is an interview.
    turn: Option<Turn>,
    /// Whether an answer had a label.
    answers: bool,
    /// Where the words begin behind a name before them, in bytes of the form.
    said_from: usize,
    /// The side of whoever answers.
    answerer: Option<Side>,
    /// Whether the text is a transcript in which names stand before what is said: 'AFP:', 'Mao Ning:', 毛宁：.
    transcript: bool,
    /// Whether the text itself says 'I', as a leader's post does, so that 'we' and 'thank you' are its publisher's.
    own_voice: bool,
    /// Whose words the whole text is, where nobody else takes the word: remarks are those of whoever publishes them, a statement
    /// of the sides together is of both.
    voice: Option<Speaker>,
}

/// Whether a text begins with 'I', as a leader's post on a meeting does: it is the words of whoever publishes it.
fn is_in_first_person(body: &str) -> bool {
    let body = body.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"'));
    body.strip_prefix('I').is_some_and(|rest| rest.starts_with([' ', '’', '\'']))
}

impl<'c> Reader<'c> {
    pub fn new(readout: &Readout, codebook: &'c Codebook) -> Self {
        let mut parties = vec![readout.side.clone()];
        parties.extend(readout.principals.keys().cloned());
        let entries = parties.iter().filter_map(|side| codebook.side(side.as_str()));
        let nations = entries.flat_map(|side| side.nation.iter().cloned()).collect();
        // Where the front matter does not say who met, any side that publishes may have.
        if parties.iter().all(|side| *side == readout.side) {
            parties.extend(codebook.sides.iter().filter(|side| side.publishes).filter_map(|side| Side::new(&side.id)));
        }
        let remarks =
            readout.kind == Kind::Remarks || readout.kind == Kind::Readout && is_in_first_person(&readout.body);
        let voice = if remarks {
            Some(Speaker::Side(readout.side.clone()))
        } else {
            readout.is_joint().then_some(Speaker::Both)
        };
        Self {
            language: readout.language,
            publisher: readout.side.clone(),
            habits: codebook.side(readout.side.as_str()),
            parties,
            nations,
            principals: readout.principals.values().filter(|names| !names.is_empty()).count() > 1,
            actions: readout.kind == Kind::FactSheet,
            current: voice.clone(),
            speech: remarks,
            person: remarks.then(|| readout.side.clone()),
            several: None,
            told: None,
            interrupted: None,
            before: None,
            paragraph: None,
            opens_paragraph: true,
            turn: None,
            answers: false,
            said_from: 0,
            answerer: None,
            transcript: matches!(readout.kind, Kind::Remarks | Kind::Background) && is_transcript(&readout.body),
            own_voice: remarks,
            voice,
        }
    }

    /// Who speaks in a statement.
    pub fn speaker(&mut self, unit: &Unit, marks: &Marks<'_>, context: Option<&Context>) -> Spoken {
        self.opens_paragraph = self.paragraph != Some(unit.paragraph);
        self.paragraph = Some(unit.paragraph);
        self.said_from = 0;
        self.before.take_if(|_| self.opens_paragraph);
        self.several.take_if(|_| self.opens_paragraph);
        let mut given = None;
        if unit.form == Form::Fragment {
            given = Some(self.enter_fragment(unit, context));
        } else if self.opens_paragraph {
            given = self.take_turn(unit, marks);
            if self.said_from == 0 && self.language == Language::En {
                self.said_from = behind_dateline(&unit.text, marks.form);
            }
            if self.said_from == 0 {
                given = self.take_label(unit, marks).or(given);
            }
        }
        if self.turn == Some(Turn::Asks) {
            self.leave();
            return Spoken::by_rule(Speaker::None, Without::Question, Basis::Default, unit);
        }
        // Nobody's speech goes on into a paragraph that does not speak in his voice.
        let begins = self.opens_paragraph && unit.form != Form::Fragment;
        let ends = begins && !self.goes_on(unit, marks);
        if begins && self.voice.is_some() {
            self.leave();
        }
        self.speech &= !ends;
        let found = match self.language {
            Language::En => english::find(self, marks),
            Language::Zh => chinese::find(self, marks),
        };
        match found {
            Some(found) => self.named_by(found, marks),
            None => {
                if ends {
                    self.leave();
                } else if let Some(before) = self.interrupted.take_if(|_| begins) {
                    self.current = Some(before);
                    self.speech = true;
                }
                let told = self.told.take();
                self.unnamed(told.filter(|_| !begins), given, unit, marks)
            }
        }
    }

    /// The speaker whom a statement names, and what that means for those behind it.
    fn named_by(&mut self, found: Found, marks: &Marks<'_>) -> Spoken {
        self.own_voice |= found.own;
        if found.person.is_some() {
            self.person.clone_from(&found.person);
        }
        self.several = found.person.clone().filter(|_| found.several && !found.met);
        let other = self.current.as_ref().is_some_and(|current| *current != found.who);
        self.told = None;
        if found.recalled || self.is_own() && other && !found.met && self.current != Some(Speaker::None) {
            // Who answers or speaks for himself tells of others, and of what was said some other time.
            if let Speaker::Side(side) = &found.who {
                self.told = Some(side.clone());
            }
        } else if found.who != Speaker::None && !found.met {
            let within = self.speech && !self.opens_paragraph;
            // Who is named anew in his own speech goes on speaking.
            let anew = within && self.current.as_ref() == Some(&found.who);
            self.before = self.current.clone().filter(|before| within && *before != found.who);
            self.interrupted = self.current.take().filter(|_| within && found.person.is_none());
            let takes = marks.verbs.iter().any(|v| matches!(v.what, Verb::Word) && v.span.start >= found.span.end);
            self.speech = (anew || found.person.is_some() || takes) && matches!(found.who, Speaker::Side(_));
            self.current = Some(found.who.clone());
        } else if self.opens_paragraph {
            self.leave();
        }
        Spoken { met: found.met, ..Spoken::by_cue(found.who, &found.rule, found.span, marks) }
    }

    /// The speaker of a statement that names nobody; `told` is the side of whose words the one before told, `given` who has
    /// the word by a label or an editor's note.
    fn unnamed(&mut self, told: Option<Side>, given: Option<Spoken>, unit: &Unit, marks: &Marks<'_>) -> Spoken {
        // 'Minister A said that … . China will …': what is told of the other side goes on with it as the subject; 'they' are it.
        let first = marks.heads.first().filter(|h| h.span.start == 0).map(|h| &h.what);
        let they = ["they ", "they'"].iter().any(|word| marks.form.text().starts_with(word));
        let goes_on = |side: &Side| match first {
            Some(Head::Side(id)) => id.as_ref() == side.as_str(),
            Some(Head::They) | None => they,
            _ => false,
        };
        let Some(side) = told.filter(goes_on) else {
            let both = unit.form == Form::Sentence && self.current == Some(Speaker::Both);
            if both && self.tells_of_one(marks) {
                self.leave();
            }
            return self.carried(given, unit);
        };
        self.told = Some(side.clone());
        Spoken::by_rule(Speaker::Side(side), Without::Carried, Basis::Inherited, unit)
    }

    /// Whether behind what both did a sentence is about somebody or something of one side: 'The two sides agreed to …. Chinese
    /// firms will …', 双方同意…。美国国内…: that is told by whoever publishes it.
    fn tells_of_one(&self, marks: &Marks<'_>) -> bool {
        if self.language == Language::Zh {
            let together = marks.heads.iter().any(|head| matches!(head.what, Head::Joint | Head::Countries));
            let text = marks.form.text().trim_start_matches('在');
            return !together && self.nations.iter().any(|nation| text.starts_with(nation.as_str()));
        }
        /// How many words may stand before another that is joined to the first: 'U.S. and Chinese experts'.
        const NEAR: usize = 4;
        let text = marks.form.text();
        let text = text.strip_prefix("the ").unwrap_or(text);
        let of = |nation: &Words| text.strip_prefix(nation.as_str()).and_then(|rest| rest.strip_prefix(' '));
        let rest = self.nations.iter().find_map(of);
        // 'The U.S.-Chinese working group' is of both.
        let pair = |rest: &str| {
            let at = marks.form.text().len() - rest.len();
            self.nations.iter().any(|nation| rest.starts_with(nation.as_str()))
                || marks.heads.iter().any(|head| head.span.start == at)
        };
        let joined = |rest: &str| pair(rest) || rest.split([' ', ',', ';']).take(NEAR).any(|word| word == "and");
        rest.is_some_and(|rest| !joined(rest))
    }

    /// In an interview a paragraph is a question or an answer, and an answer is the publisher's.
    fn take_turn(&mut self, unit: &Unit, marks: &Marks<'_>) -> Option<Spoken> {
        let label = Turn::label(marks.form);
        let named = self.transcript && name_label(&unit.text).is_some();
        let labelled = label.map(|(turn, _)| if keeps_house(marks.form.text()) { Turn::Asks } else { turn });
        // Who answers in a transcript is known by his name; whoever else has a name before his words asks.
        let end = if label.is_some() || named { behind_label(marks.form.text(), label) } else { 0 };
        self.said_from = end;
        let by = marks.heads.iter().filter(|h| h.span.end <= end).find_map(|h| match &h.what {
            Head::Person(id) => self.side(id).1,
            _ => None,
        });
        let labelled = labelled.or_else(|| named.then_some(if by.is_some() { Turn::Answers } else { Turn::Asks }));
        // What follows a question, without a label of its own, answers it; where answers have labels, it goes on.
        self.answers |= labelled == Some(Turn::Answers);
        let goes_on = if self.answers { self.turn } else { self.turn.map(|_| Turn::Answers) };
        self.turn = labelled.or(goes_on);
        self.answerer.take_if(|_| self.turn == Some(Turn::Asks));
        if self.turn != Some(Turn::Answers) {
            return None;
        }
        let goes_on = self.answerer.take().filter(|_| label.is_none() && !named);
        let side = by.or(goes_on).unwrap_or_else(|| self.publisher.clone());
        let who = Speaker::Side(side.clone());
        self.answerer = Some(side.clone());
        self.person = Some(side);
        self.speech = false;
        self.current = Some(who.clone());
        self.opens_paragraph = false;
        Some(Spoken::by_rule(who, Without::Answer, Basis::Default, unit))
    }

    /// 'Secretary A: We have reached …': the name before what somebody says, in a text that is no transcript.
    fn take_label(&mut self, unit: &Unit, marks: &Marks<'_>) -> Option<Spoken> {
        let label = marks.heads.first()?;
        let (Head::Person(id), rest) = (&label.what, &marks.form.text()[label.span.end..]) else { return None };
        if !rest.starts_with([':', '：']) || name_label(&unit.text).is_none() {
            return None;
        }
        let (who, Some(side)) = self.side(id) else { return None };
        self.said_from = behind_label(marks.form.text(), None);
        self.person = Some(side);
        self.current = Some(who.clone());
        self.speech = true;
        Some(Spoken::by_cue(who, &label.rule, label.span, marks))
    }

    /// Whose turn it is, where the text is an interview.
    pub fn turn(&self) -> Option<Turn> {
        self.turn
    }

    /// Where the words of the statement begin behind a label, in bytes of the form.
    pub fn said_from(&self) -> usize {
        self.said_from
    }

    /// Whether the text is a statement of the sides together, all that they say in which is agreed.
    pub fn joint(&self) -> bool {
        self.voice == Some(Speaker::Both)
    }

    /// The side of whoever says 'I': in a transcript whose turn it is, else the publisher.
    fn own_side(&self) -> Side {
        self.answerer.clone().unwrap_or_else(|| self.publisher.clone())
    }

    /// Whether the text is remarks of whoever publishes it.
    fn remarks(&self) -> bool {
        matches!(self.voice, Some(Speaker::Side(_)))
    }

    /// Whether a paragraph that begins with the publisher's own side, `who`, takes the word back from another.
    fn takes_back(&self, who: &Speaker) -> bool {
        let own = matches!(who, Speaker::Side(side) if *side == self.publisher);
        own && self.opens_paragraph && self.in_speech() && self.current.as_ref() != Some(who)
    }

    /// Whether the text is one person's speech, in which nobody asks or answers.
    fn speaks_alone(&self) -> bool {
        self.remarks() && self.turn.is_none() && !self.transcript
    }

    /// Whether whoever has the word answers, or speaks for himself.
    fn is_own(&self) -> bool {
        self.turn == Some(Turn::Answers) || self.remarks()
    }

    /// The speaker before says no more.
    fn leave(&mut self) {
        self.current.clone_from(&self.voice);
        self.speech = self.remarks();
    }

    /// Whether a paragraph without a speaker of its own goes on with the speech before it: it speaks in somebody's
    /// voice ('we', 'should', the sides as subjects) rather than telling a story.
    fn goes_on(&self, unit: &Unit, marks: &Marks<'_>) -> bool {
        if unit.form == Form::Heading {
            return false;
        }
        match self.language {
            _ if self.voice.is_some() => true,
            Language::Zh => true,
            Language::En => {
                self.carries_speech()
                    || matches!(self.current, Some(Speaker::Both)) && unit.form == Form::Bullet
                    || marks.heads.iter().any(|h| h.what == Head::We)
            }
        }
    }

    /// Whether the publisher's English texts let somebody's speech go on where nobody is named.
    fn carries_speech(&self) -> bool {
        !self.habits.is_some_and(|side| side.names_speakers)
    }

    /// Whoever a quoted fragment is given to takes the word.
    fn enter_fragment(&mut self, unit: &Unit, context: Option<&Context>) -> Spoken {
        let who = match context.map(|c| c.subject.as_slice()) {
            Some([one]) => Speaker::Side(one.clone()),
            Some([_, _, ..]) => Speaker::Both,
            _ => Speaker::Side(self.publisher.clone()),
        };
        if let Speaker::Side(side) = &who {
            self.person = Some(side.clone());
        }
        self.speech = matches!(who, Speaker::Side(_));
        self.current = Some(who.clone());
        Spoken::by_rule(who, Without::Attribution, Basis::Context, unit)
    }

    fn carried(&mut self, given: Option<Spoken>, unit: &Unit) -> Spoken {
        // In a list of actions only the items of a list go on with what both sides did.
        if self.actions && self.current == Some(Speaker::Both) && unit.form != Form::Bullet {
            self.leave();
        }
        let (who, basis, rule) = match &self.current {
            // A heading is nobody's words.
            _ if unit.form == Form::Heading => (Speaker::None, Basis::Default, Without::Narration),
            Some(who) if self.current == self.voice => {
                (who.clone(), Basis::Default, if self.joint() { Without::Joint } else { Without::Publisher })
            }
            Some(who) => (who.clone(), Basis::Inherited, Without::Carried),
            // A fact sheet speaks for its publisher where it names nobody.
            None if self.actions && unit.form != Form::Heading => {
                (Speaker::Side(self.publisher.clone()), Basis::Default, Without::Publisher)
            }
            None => (Speaker::None, Basis::Default, Without::Narration),
        };
        given.unwrap_or_else(|| Spoken::by_rule(who, rule, basis, unit))
    }

    /// The speaker when somebody of this side takes the word: people who are no party are nobody's voice here.
    fn side(&self, id: &str) -> (Speaker, Option<Side>) {
        match Side::new(id) {
            Some(side) if self.parties.contains(&side) => (Speaker::Side(side.clone()), Some(side)),
            _ => (Speaker::None, None),
        }
    }

    /// Whether a side, by its id, is one of the meeting.
    pub fn is_party(&self, id: &str) -> bool {
        self.parties.iter().any(|side| side.as_str() == id)
    }

    /// Whether a word of the form makes an office one of a side of the meeting: 'Chinese'.
    pub fn is_nation(&self, word: &str) -> bool {
        self.nations.iter().any(|nation| nation.as_str() == word)
    }

    /// Somebody of this side, named by `head`, takes the word.
    fn named(&self, head: &Mark<Head>, id: &str) -> Found {
        let (who, person) = self.side(id);
        Found { person, ..Found::new(who, head.rule.clone(), head.span) }
    }

    /// People who meet (`together`), come or are there. To meet is an act of both sides, where the front matter says who the
    /// principals of both are and somebody of another side is named; else the publisher narrates what may be any encounter.
    fn meeting(&self, marks: &Marks<'_>, head: &Mark<Head>, person: Option<Side>, together: bool) -> Found {
        let others = marks.heads.iter().any(|h| match (&h.what, &person) {
            (Head::Person(id), Some(side)) => id.as_ref() != side.as_str() && self.side(id).1.is_some(),
            _ => false,
        });
        // 'Met with him'.
        let behind = &marks.form.text()[head.span.end..];
        let him = [" with him", " with her", "同他", "同她"].iter().any(|words| behind.contains(words));
        let others = others || him && person.as_ref().is_some_and(|side| self.last_person() != *side);
        let who = if together && self.principals && others { Speaker::Both } else { Speaker::None };
        Found { person, met: true, ..Found::new(who, head.rule.clone(), head.span) }
    }

    /// The other party of the meeting, where there are two.
    fn other(&self, id: &str) -> Option<Side> {
        let mut others: Vec<&Side> = self.parties.iter().filter(|side| side.as_str() != id).collect();
        others.sort();
        others.dedup();
        match others.as_slice() {
            [one] => Some((*one).clone()),
            _ => None,
        }
    }

    /// The publisher's own words where nobody has the word: on what another side must do, on 'our policy'.
    fn published(&self, span: Span) -> Found {
        Found::new(Speaker::Side(self.publisher.clone()), RuleId::of(Without::Publisher.as_str()), span)
    }

    /// The side of the person named last.
    fn last_person(&self) -> Side {
        self.person.clone().unwrap_or_else(|| match &self.current {
            Some(Speaker::Side(side)) => side.clone(),
            _ => self.publisher.clone(),
        })
    }

    fn in_speech(&self) -> bool {
        let answers = self.language == Language::En && self.turn == Some(Turn::Answers);
        (self.speech || answers) && !self.actions && matches!(self.current, Some(Speaker::Side(_)))
    }
}
