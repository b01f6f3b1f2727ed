//! Whose quotations are whose sentences do not say it of themselves: by the words before them, and by the account that goes
//! on in them.

use super::paragraph::Line;
use super::{Reader, Source, alone};
use crate::import::article::attribution::{Found, How, Sentence};
use crate::import::article::frame::Token;
use crate::import::article::is_party;
use crate::import::article::marks::Quoted;
use crate::import::article::sources::Who;
use crate::readout::Kind;

impl Reader<'_> {
    /// Whose a quotation is that its sentence gives to somebody: his, or by the account that tells of him.
    pub(super) fn decide(&self, found: Found, line: &Line<'_>, here: Option<Source>) -> Source {
        let Line { sentence, cues, around, before, .. } = line;
        let mut found = found;
        if found.how == How::Acts
            && let Who::Person(_) = found.who
        {
            // 'Brock told the press “…”. He did “all of that”': his own words go on.
            if let Some(own) = here.filter(|h| h.who == found.who && h.kind == Kind::Remarks && found.via.is_none()) {
                return own;
            }
            let side = self.sources.side(found.who);
            // 'The ministry's spokesman told reporters so. Gao had “raised it”': he tells that too.
            let spokes = here.filter(|h| {
                let speaks = h.who.is_person() && self.sources.tells_for_side(h.who) && h.who != found.who;
                speaks && h.kind == Kind::Remarks && self.sources.side(h.who) == side
            });
            if let Some(spokes) = spokes.filter(|_| found.via.is_none() && !cues.document) {
                return spokes;
            }
            let same = here.or(*before).filter(|b| self.sources.side(b.who) == side && b.kind != Kind::Remarks);
            match same {
                Some(source) if source.who != found.who || self.sources.tells_for_side(found.who) => return source,
                _ => {
                    if let Some(body) = self.sources.account_of(side) {
                        found.who = body;
                    }
                }
            }
        }
        // What the other's principal went on to say is still as the official tells it.
        let told = here.filter(|h| {
            let official = !h.who.is_body();
            official && h.given_to == Some(found.who) && found.via.is_none() && !cues.speech && !cues.document
        });
        // 'The release quoted Brock as saying “…”. He said that “…”', 'Brock was quoted as saying': by the same account.
        let told = told.or_else(|| {
            let spoken = if here.is_some() { cues.speech } else { around.speech };
            let account = here.or(self.last).filter(|l| l.given_to == Some(found.who) && found.via.is_none());
            account.filter(|_| !spoken && sentence.goes_on_as_told(found.who))
        });
        // 'A “raised the ships,” the White House said. He also voiced “worry”': an American account goes on in its own words.
        let account = here.filter(|h| {
            let side = self.sources.side(h.who);
            let own = h.who.is_body() && h.kind == Kind::Readout && self.sources.narrates(side);
            own && self.sources.tells_for_side(h.who) && self.sources.side(found.who) == side
        });
        let goes_on = found.how == How::Said
            && found.via.is_none()
            && self.sources.is_principal(found.who)
            && !cues.speech
            && sentence.begins_with_pronoun(found.who)
            && !sentence.says(found.who);
        let told = told.or(account.filter(|_| goes_on)).or_else(|| self.by_agency(found, line));
        told.unwrap_or_else(|| Source { who: found.who, kind: self.kind(found, line), given_to: found.given_to })
    }

    /// What a party's own news agency has the other side's principal say is as the agency tells it.
    fn by_agency(&self, found: Found, line: &Line<'_>) -> Option<Source> {
        let agency = self.agency?;
        let spoken = line.cues.speech || line.around.speech;
        let other = self.sources.is_principal(found.who) && self.sources.side(found.who) != self.sources.side(agency);
        let told = found.how == How::Said && found.via.is_none() && other && !spoken;
        told.then_some(Source { who: agency, kind: Kind::Readout, given_to: Some(found.who) })
    }

    /// The source of a quotation at a token with what its words and the others of its sentence show; `here` is whose words go on,
    /// `told` whether it is known through somebody.
    pub(super) fn as_told(
        &self,
        source: Source,
        line: &Line<'_>,
        (at, quoted): (usize, &Quoted),
        (here, told): (Option<Source>, bool),
    ) -> Source {
        let Line { sentence, cues, around, .. } = line;
        // 'It is “hard to say,” he says, but he had told Shen “to try”': he says both to the same people.
        let earlier = || sentence.tokens[..at].iter().filter_map(Token::quote).any(|q| self.found[q].source.is_some());
        let same = here.filter(|h| !told && h.who == source.who && h.who.is_person() && h.given_to.is_none());
        let source = same.filter(|_| earlier()).unwrap_or(source);
        let side = self.sources.side(source.who);
        // An account in the publisher's own words has nobody say 'I'.
        let speaks = quoted.first_person && self.sources.is_principal(source.who) && self.sources.narrates(side);
        if speaks && !told && source.kind == Kind::Readout {
            return Source { kind: Kind::Remarks, ..source };
        }
        let tells = || quoted.narrates && sentence.tells_of_principal(at, side, &self.sources);
        // 'A spokesman said Brock had “condemned the drills”': told as an account tells it, where no press is by.
        let spokes = source.who.is_person() && self.sources.tells_for_side(source.who);
        if spokes && source.kind == Kind::Remarks && !around.speech && !cues.answers && tells() {
            return Source { kind: Kind::Readout, ..source };
        }
        // 'Washington said Brock had “condemned the drills”': so an account tells of a principal; '… “discussed the drills” and
        // “the fishing”': the second goes on.
        let state = matches!(source.who, Who::Body(i) if is_party(side) && self.sources.bodies[i].is.gives_remarks());
        let state = state && !self.sources.is_spoken_for(source.who);
        let account = self.sources.account_of(side).unwrap_or(source.who);
        let goes_on = || here.is_some_and(|h| h.who == account && h.kind == Kind::Readout) && !cues.speech;
        if state && (goes_on() || tells()) {
            return Source { kind: Kind::Readout, who: account, ..source };
        }
        source
    }

    /// The source of a quotation whose sentence names none: that of the words before it, where it goes on with them.
    pub(super) fn inherit(
        &self,
        sentence: &Sentence<'_>,
        at: usize,
        quote: &Quoted,
        here: Option<Source>,
        goes_on: bool,
    ) -> Option<Source> {
        let alone = alone(sentence, at);
        if alone {
            return here.or(if goes_on { self.last } else { None });
        }
        // 'On the reef: “No change.”' is of whoever spoke last.
        if sentence.is_topic(at) {
            return here.or(self.last);
        }
        // About five letters make a word; only few against many matters.
        let few = quote.words.len().div_ceil(7) <= 3;
        // 'If Lakeland did not act, “we will”.'
        let goes_on = |here: &Source| {
            let own =
                at > 0 && quote.first_person || sentence.is_of_state(at, self.sources.side(here.who), &self.sources);
            sentence.goes_on_with(at) || here.who.is_person() && own
        };
        // 'They will talk “soon,” the department said. A call will be held “later”': an account goes on with what will be.
        // '…, the text has Shen saying. Keep off and all would be “well”': so does what somebody says in it.
        let account = |here: &Source| {
            let would = sentence.tokens[..at].iter().any(|t| t.lower() == "would");
            would && here.kind == Kind::Readout && self.sources.is_principal(here.who)
                || here.kind != Kind::Remarks && here.who.is_body()
        };
        let plan = |here: &Source| account(here) && sentence.is_of_plan(at);
        let goes_on = |here: &Source| goes_on(here) || plan(here);
        if few { here.filter(goes_on) } else { here.or(self.last) }
    }

    /// Words of somebody that are by the same account as others behind them, since nothing shows that they were spoken in
    /// public: 'He criticised what “…”. “…,” he said, according to the ministry'. A spokesperson's may be a paragraph before.
    pub(super) fn by_account(&mut self, source: Source) {
        let spokes = self.sources.tells_for_side(source.who);
        // 'A said “…”. He had “no room,” his ministry's summary said': one account has both.
        let side = self.sources.side(source.who);
        let account = matches!(source.who, Who::Body(_)) && spokes;
        let theirs = |who: Who| account && self.sources.is_principal(who) && self.sources.side(who) == side;
        for (quote, paragraph) in &self.unshown {
            let far = self.paragraphs - paragraph;
            let has = |who: Who| who == source.who && far <= usize::from(spokes) || far == 0 && theirs(who);
            if let Some(given) = self.found[*quote].source.as_mut().filter(|s| has(s.who)) {
                given.kind = source.kind;
            }
        }
    }

    /// Words of a ministry that its spokesperson goes on to say in the same paragraph: 'The ministry called the tariffs “…”. They
    /// were “…,” a spokesperson said'. He says both.
    pub(super) fn by_spokesperson(&mut self, source: Source) {
        if source.kind != Kind::Remarks || source.given_to.is_some() {
            return;
        }
        for quote in &self.unsigned {
            let theirs = |given: &&mut Source| self.sources.speaks_for_body(source.who, given.who);
            if let Some(given) = self.found[*quote].source.as_mut().filter(theirs) {
                given.kind = Kind::Remarks;
            }
        }
    }

    /// Whose words an account gives that is said to have them below: those of whom it was last quoted with, where it tells
    /// what he said. 'The Chinese text gives it a paragraph of its own:'.
    pub(super) fn spoken_in_text(&self, source: Source, tokens: &[Token]) -> Source {
        let press = self.sources.press;
        let text = |t: &Token| press.is_account(t) && !t.lower().starts_with("statement");
        let side = self.sources.side(source.who);
        let account = matches!(source.who, Who::Body(_))
            && self.sources.tells_for_side(source.who)
            && !self.sources.narrates(side);
        let theirs = |who: &Who| self.sources.is_principal(*who) && self.sources.side(*who) == side;
        let told = self.kinds.iter().filter(|(who, (kind, _))| *kind == Kind::Readout && theirs(who));
        // Of two of one paragraph the one whom the article names most.
        let last = told.max_by_key(|(who, (_, paragraph))| (*paragraph, self.sources.times_named(**who)));
        let whole = account && source.kind == Kind::Readout && tokens.iter().any(text);
        last.filter(|_| whole).map_or(source, |(who, _)| Source { who: *who, ..source })
    }

    /// Quotations of which nobody is named belong to whoever spoke last.
    pub(super) fn of_last(&mut self, waiting: Vec<usize>) {
        // 'FIVE MINUTES WITH A B', and below it 'Are they going?': whoever the heading names answers.
        if let Some(who) = self.interviewed.filter(|_| self.asked && !waiting.is_empty()) {
            self.last = Some(Source { who, kind: Kind::Remarks, given_to: None });
        }
        for quote in waiting {
            self.found[quote].source = self.last;
            // He is still heard as he was.
            if let Some(last) = self.last {
                self.kinds.insert(last.who, (last.kind, self.paragraphs));
            }
        }
    }
}
