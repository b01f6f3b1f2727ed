//! Reads one paragraph: each of its sentences with the quotations in it, and who can be meant by a pronoun behind it.

use super::{Given, Reader, Source, alone, heading};
use crate::import::article::attribution::{Found, How, Sentence};
use crate::import::article::cues::Cues;
use crate::import::article::frame::{Paragraph, Token};
use crate::import::article::is_party;
use crate::import::article::marks::Quoted;
use crate::import::article::sources::{Mention, Who};
use crate::import::article::titles::{
    is_asked, is_called_by_stranger, is_denied, is_listed_title, is_of_editorial, is_on_banner, name_of_a_thing,
};
use crate::readout::Kind;

/// How many paragraphs say where an article has its account from: headline, byline, and the first of the text.
const LEAD: usize = 5;

/// A sentence, and what shows of where its quotations come from.
pub(super) struct Line<'a> {
    pub(super) sentence: Sentence<'a>,
    /// What the words of the sentence show.
    pub(super) cues: Cues,
    /// What those of its paragraph do.
    pub(super) around: Cues,
    /// Who spoke last before it.
    pub(super) before: Option<Source>,
    /// Whether its paragraph is no heading, byline or time: in a line without an end nobody acts.
    prose: bool,
    /// Whether it has quotations.
    quotes: bool,
    /// The sentence before it in its paragraph.
    earlier: &'a [Token],
}

/// What holds from one sentence of a paragraph to the next.
struct Course {
    /// Whose words go on.
    here: Option<Source>,
    /// Quotations of which nobody is named yet.
    waiting: Vec<usize>,
    /// Whether the paragraph goes on with a quotation that the one before left open.
    goes_on: bool,
}

impl Reader<'_> {
    /// Reads a paragraph; `goes_on` says that the one before left its last quotation open.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, quoted: &[Quoted], goes_on: bool) {
        self.paragraphs += 1;
        self.document = false;
        self.unsigned.clear();
        self.sources.quoted = None;
        self.sources.abroad = None;
        self.accounts = self.sources.accounts(&paragraph.tokens);
        self.sources.compared = !self.accounts.is_empty();
        // What was left open by nobody in particular is of whoever closes it.
        let waiting = std::mem::take(&mut self.open);
        let goes_on = goes_on && waiting.is_empty();
        let here = if goes_on { self.last } else { self.introduced.take() };
        let mut course = Course { here, waiting, goes_on };
        if self.labelled
            && let Some(side) = self.sources.label(&paragraph.tokens)
        {
            let who = self.sources.account_under(side);
            self.sources.note(who);
            course.here = Some(Source { who, kind: Kind::Readout, given_to: None });
            self.published = Some((Some(side.to_owned()), self.paragraphs));
            self.accounts.insert(side.to_owned());
        }
        let prose = is_prose(paragraph);
        let silent = paragraph.tokens.iter().all(|t| t.quote().is_none());
        let around = Cues::of(&paragraph.tokens, self.sources.press);
        let mut earlier = &paragraph.tokens[..0];
        for range in &paragraph.sentences {
            let before = self.last;
            let sentence = Sentence::read(&paragraph.tokens, range.clone(), &mut self.sources);
            let cues = self.in_scene(Cues::of(sentence.tokens, self.sources.press));
            let quotes = sentence.tokens.iter().any(|t| t.quote().is_some());
            if !prose && silent {
                let party = |w: &Who| is_party(self.sources.side(*w));
                self.interviewed = sentence.only_person().filter(party);
            }
            let line = Line { sentence, cues, around, before, prose, quotes, earlier };
            self.sentence(&line, paragraph, quoted, &mut course);
            earlier = &paragraph.tokens[range.clone()];
            self.sources.note_state(earlier);
        }
        if paragraph.tokens.last().is_some_and(|t| t.is_sign(':')) {
            // Who goes on is heard as he was.
            let introduced = self.last.filter(|l| course.here.is_some_and(|h| h.who == l.who)).or(course.here);
            let last = paragraph.sentences.last().map_or(&[][..], |s| &paragraph.tokens[s.clone()]);
            self.introduced = introduced.map(|source| self.spoken_in_text(source, last));
        }
        if course.waiting.last().is_some_and(|q| !quoted[*q].closed) {
            self.open = course.waiting;
        } else {
            self.of_last(course.waiting);
        }
        let asks = prose && silent && paragraph.tokens.last().is_some_and(|t| t.is_sign('?'));
        self.asked = asks || self.asked && !self.open.is_empty();
    }

    /// What a sentence shows in a scene before the press: what one says there 'across the table' is heard by all.
    fn in_scene(&self, cues: Cues) -> Cues {
        let scene = self.scene.is_some_and(|paragraph| self.paragraphs - paragraph <= 1);
        Cues { inside: cues.inside && !(cues.across && scene), ..cues }
    }

    /// Reads a sentence: gives each of its quotations a source, and notes who and what it tells of.
    fn sentence(&mut self, line: &Line<'_>, paragraph: &Paragraph, quoted: &[Quoted], course: &mut Course) {
        let (sentence, cues) = (&line.sentence, &line.cues);
        self.document |= cues.document && !cues.sheet;
        self.scene.take_if(|_| cues.document || cues.inside || cues.told_by);
        if cues.call && self.paragraphs <= LEAD {
            let people = sentence.mentions.iter().filter_map(|m| m.who);
            self.callers.extend(people.filter(|w| self.sources.is_principal(*w)));
        }
        let mut teller: Option<Who> = None;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Some(quote) = token.quote() else { continue };
            let words = quoted[quote].words.slice(self.article);
            let press = self.sources.press;
            if name_of_a_thing(sentence.tokens, at, words, press)
                || is_listed_title(sentence.tokens, at, words, &sentence.mentions, &self.sources)
                || is_called_by_stranger(sentence.tokens, at, &sentence.mentions, press)
                || is_of_editorial(sentence.tokens, at, &sentence.mentions)
                || is_on_banner(line.earlier, sentence.tokens, at)
                || is_denied(sentence.tokens, at, press)
                || is_asked(sentence.tokens, at, press)
                || heading(paragraph, &quoted[quote])
            {
                continue;
            }
            teller = self.quotation(line, at, quote, quoted, course).or(teller);
        }
        // Whoever speaks or acts in the sentence may be meant by a pronoun in the next.
        let sourced = sentence.tokens.iter().filter_map(Token::quote).any(|q| self.found[q].source.is_some());
        self.note_people(line, course.here, sourced, teller);
        self.note_kinds(line, sourced);
        self.note_accounts(line);
        self.go_on(line, course);
        // A first sentence of nothing but a quotation belongs to whoever speaks next.
        if let Some(source) = course.here {
            for quote in course.waiting.drain(..) {
                self.found[quote].source = Some(source);
                self.kinds.insert(source.who, (source.kind, self.paragraphs));
            }
        }
    }

    /// Gives a quotation that stands at a token its source. Gives the person through whom it is known.
    fn quotation(
        &mut self,
        line: &Line<'_>,
        at: usize,
        quote: usize,
        quoted: &[Quoted],
        course: &mut Course,
    ) -> Option<Who> {
        let (sentence, here) = (&line.sentence, course.here);
        let found = sentence.source(at, quoted, &self.sources);
        // 'The United States “must not …”' says what the one who speaks says of it.
        let state = |f: &Found| {
            f.how == How::Acts && matches!(f.who, Who::Body(i) if self.sources.bodies[i].is.gives_remarks())
        };
        let found = found.filter(|f| !state(f));
        let via = found.and_then(|f| f.via);
        // 'It' may be the account by which the words are known.
        if let Some(via @ Who::Body(_)) = via {
            self.sources.note(via);
        }
        let source = match found {
            Some(found) => Some(self.decide(found, line, here)),
            None => self
                .inherit(sentence, at, &quoted[quote], here, course.goes_on)
                .or_else(|| self.repeated(sentence, at, quoted)),
        };
        self.close_open(quote, source.filter(|_| found.is_some()), !quoted[quote].closed);
        let by_person = via.filter(|w| w.is_person());
        let source = source.map(|source| self.as_told(source, line, (at, &quoted[quote]), (here, via.is_some())));
        let Some(source) = source else {
            if alone(sentence, at) {
                course.waiting.push(quote);
            }
            return by_person;
        };
        let actors = if source.given_to.is_some() { Vec::new() } else { sentence.actors(at) };
        self.found[quote] = Given { source: Some(source), actors };
        let own = found.is_some_and(|f| f.via.is_some() && f.who == source.who);
        if source.kind == Kind::Readout && (own || line.cues.document) {
            self.by_account(source);
        } else if source.kind == Kind::Remarks && !line.cues.speech && !line.around.speech && !line.cues.answers {
            self.note_unshown(quote);
        }
        self.by_spokesperson(source);
        let account = line.cues.document
            || line.cues.encounter
            || sentence.tokens.iter().any(|t| self.sources.press.is_account(t));
        if source.who.is_body() && source.kind == Kind::Readout && !account {
            self.unsigned.push(quote);
        }
        if source.kind == Kind::Remarks
            && (line.cues.opening || line.around.opening || self.scene.is_some())
            && self.sources.is_principal(source.who)
        {
            self.scene = Some(self.paragraphs);
        }
        course.here = Some(source);
        self.last = Some(source);
        // A headline does not show how its words were said.
        if line.prose {
            self.kinds.insert(source.who, (source.kind, self.paragraphs));
        }
        if let Some(via) = by_person {
            self.kinds.entry(via).or_insert((source.kind, self.paragraphs));
        }
        self.sources.speaker = Some(source.who);
        by_person
    }

    /// 'Officials were glad. “… “…,” A said': what one paragraph leaves open is of whoever closes it in the next. `source` is the
    /// one that the sentence itself names.
    fn close_open(&mut self, quote: usize, source: Option<Source>, open: bool) {
        let before = self.left_open.take().filter(|before| before + 1 == quote);
        if let (Some(before), Some(source)) = (before, source) {
            self.found[before].source = Some(source);
        }
        self.left_open = Some(quote).filter(|_| source.is_none() && open);
    }

    /// Notes that a quotation is remarks though nothing shows that it was spoken in public.
    fn note_unshown(&mut self, quote: usize) {
        /// Of how many quotations it is remembered.
        const MOST: usize = 64;
        let here = self.paragraphs;
        self.unshown.retain(|(_, paragraph)| here - paragraph <= 1);
        if self.unshown.len() < MOST {
            self.unshown.push((quote, here));
        }
    }

    /// Notes whoever speaks or acts in a sentence: he may be meant by a pronoun in the next.
    fn note_people(&mut self, line: &Line<'_>, here: Option<Source>, sourced: bool, teller: Option<Who>) {
        let sentence = &line.sentence;
        let speaks = sentence.speaker();
        let quoted_here = here.map(|s| s.who).filter(|_| sourced);
        // Where a spokesperson tells what another said, 'he' is the one who stands there; where 'according to' tells of it,
        // whose words they are.
        let through = here.filter(|h| line.quotes && sentence.through() == Some(h.who)).and_then(|h| h.given_to);
        let tells = through.or(teller.filter(|_| line.quotes));
        let only = self.only_account(sentence);
        // 'HOLT: He was blunt': whose turn it is in a broadcast is not he.
        let label = sentence.turn_label();
        // A line without an end is a heading, a byline or a time: nobody acts in it.
        let named = [
            sentence.only_person().filter(|_| !sourced),
            sentence.owner(),
            sentence.last_person(),
            sentence.subject(),
            speaks,
            quoted_here,
            tells,
        ];
        let named = named.into_iter().flatten().filter(|who| line.prose && label != Some(*who));
        for who in only.into_iter().chain(named) {
            self.sources.note(who);
        }
        // What 'it' was said to be in stays the account named last.
        let it = sentence.begins_with_it();
        only.filter(|_| it).into_iter().for_each(|who| self.sources.note(who));
        // 'A said in a statement. …, it said': the statement.
        if let Some(who) = quoted_here.filter(|_| line.cues.stated) {
            self.sources.note_statement(who);
        }
        let asked = sentence.asked_whom(&self.sources).filter(|_| !line.quotes);
        asked.into_iter().for_each(|who| self.sources.note(who));
        let another = asked.or_else(|| sentence.opens().filter(|w| !w.is_body()));
        self.sources.quoted = quoted_here.or(self.sources.quoted.filter(|w| another.is_none_or(|a| a == *w)));
        self.sources.just_quoted = quoted_here;
        let heard = quoted_here.filter(|w| w.is_body()).or_else(|| sentence.institution());
        self.sources.heard = heard.filter(|_| line.prose).or(self.sources.heard);
        self.sources.talker = quoted_here.or(speaks).filter(|_| line.prose).or(self.sources.talker);
        if let Some(who) = sentence.posts() {
            self.sources.poster = Some(who);
        }
    }

    /// The one account of a sentence, which 'it' may be in the next. 'His words are known through his ministry. It quotes …';
    /// 'It is the idea of the American document': the document.
    fn only_account(&self, sentence: &Sentence<'_>) -> Option<Who> {
        let accounts = |m: &Mention| {
            let tells = |w: &Who| self.sources.tells_for_side(*w) || self.sources.is_joint(*w);
            m.who.filter(|_| !m.pronoun).filter(|w| w.is_body() && tells(w))
        };
        match sentence.mentions.iter().filter_map(accounts).collect::<Vec<_>>()[..] {
            [only] => Some(only),
            // 'A of the party said so, according to a release from the ministry': the release.
            _ => sentence.through().filter(|w| w.is_body() && self.sources.tells_for_side(*w)),
        }
    }

    /// Notes how whoever is the subject of a sentence without words of a source is heard in it.
    fn note_kinds(&mut self, line: &Line<'_>, sourced: bool) {
        let Some(who @ Who::Person(_)) = line.sentence.subject().filter(|_| !sourced) else { return };
        // 'At a news conference, A was in good humour.'
        if line.cues.speech {
            self.kinds.insert(who, (Kind::Remarks, self.paragraphs));
        }
        // 'A's reply, as rendered by Lakeford, was warmer.'
        let through =
            line.sentence.through().filter(|w| w.is_body() && self.sources.side(*w) == self.sources.side(who));
        if through.is_some() && line.prose && self.sources.is_principal(who) {
            self.kinds.insert(who, (Kind::Readout, self.paragraphs));
        }
        // 'In the ministry's account of the day, A was scornful.'
        if line.cues.document && line.prose && line.sentence.is_in_account(who, &self.sources) {
            self.kinds.insert(who, (Kind::Readout, self.paragraphs));
        }
    }

    /// Notes of which accounts and lists of measures a sentence tells.
    fn note_accounts(&mut self, line: &Line<'_>) {
        let (sentence, cues) = (&line.sentence, &line.cues);
        let tellers = || sentence.mentions.iter().filter_map(|m| m.who).filter(|w| self.sources.tells_for_side(*w));
        if cues.sheet {
            self.sheet = tellers().next().map(|w| (self.sources.side(w).to_owned(), self.paragraphs));
        } else if cues.document {
            self.sheet = None;
        }
        if cues.published && !line.quotes {
            let teller = tellers().find(|w| w.is_body());
            if let Some(teller) = teller {
                self.sources.note(teller);
            }
            self.published = Some((teller.map(|w| self.sources.side(w).to_owned()), self.paragraphs));
        }
        let known_by = sentence.through().or_else(|| sentence.speaker()).filter(|w| w.is_body());
        let leads = line.prose && !line.quotes && !cues.answers && self.paragraphs <= LEAD && self.lead.is_none();
        if let Some(account) = known_by.filter(|w| leads && self.sources.tells_for_side(*w)) {
            self.lead = Some(self.sources.side(account).to_owned());
        }
    }

    /// Finds whose the next words are: a sentence that reports without quoting tells it.
    fn go_on(&mut self, line: &Line<'_>, course: &mut Course) {
        let sentence = &line.sentence;
        let speaks = sentence.speaker();
        let next = if line.quotes { None } else { speaks };
        // Another who opens a sentence of his own has what follows it.
        let takes_over = || sentence.opens().filter(|w| self.sources.is_principal(*w));
        let next = next.or_else(|| match course.here {
            None => sentence.subject(),
            Some(_) if !line.quotes => takes_over(),
            Some(_) => None,
        });
        let Some(who) = next.filter(|_| line.prose) else { return };
        let found = Found::said(who, sentence.through());
        let source = Source { who, kind: self.kind(found, line), given_to: None };
        course.here = Some(source);
        // 'A has been talking to reporters on the plane.' What is quoted next without a name is his.
        if !line.quotes && self.sources.is_principal(who) && sentence.talks_to_press(who) {
            self.last = Some(Source { kind: Kind::Remarks, ..source });
        }
        if speaks == Some(who) {
            if !line.quotes && is_party(self.sources.side(who)) {
                self.reported.push((sentence.span(), source));
            }
            self.kinds.insert(who, (source.kind, self.paragraphs));
        }
    }
}

/// Whether a paragraph ends as a sentence does, and is no heading, byline or time of publication.
fn is_prose(paragraph: &Paragraph) -> bool {
    /// No heading has more words.
    const MOST: usize = 30;
    let ends = |t: &Token| !t.is_word() && !t.is_sign(')') || t.text().ends_with('.');
    paragraph.tokens.len() > MOST || paragraph.tokens.last().is_some_and(ends)
}
