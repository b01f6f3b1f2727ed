//! Which words of a sentence say who speaks, and whose each quotation is by them.

mod told;
mod views;

use std::ops::Range;

use super::clauses::{Clause, clauses, is_be, is_preposition, joins};
use super::frame::Token;
use super::marks::Quoted;
use super::press::Press;
use super::sources::{Mention, Sources, Who, is_subject};
use super::via::via;
use crate::import::article::is_party;
use crate::text::Span;

/// Whose a quotation is, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub who: Who,
    /// Through whom it is known: 'according to'.
    pub via: Option<Who>,
    pub how: How,
    /// Somebody of another side to whom the one who tells gives the words: 'by Beijing's account, Biden said “…”', 'Xi,
    /// the American official said, had replied “…”'.
    pub given_to: Option<Who>,
}

impl Found {
    /// Whoever says it.
    pub fn said(who: Who, via: Option<Who>) -> Self {
        Self { who, via, how: How::Said, given_to: None }
    }
}

/// By what a quotation has its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// A verb of saying in the same sentence.
    Said,
    /// Somebody does what the quoted words say: 'Blinken “raised” the matter'. Who tells it, others say.
    Acts,
}

/// Whether somebody 'is said to have' said something: by the account that was named last.
fn is_hearsay(tokens: &[Token]) -> bool {
    let said = |t: &Token| matches!(t.lower(), "said" | "reported" | "recorded" | "shown");
    tokens.windows(3).enumerate().any(|(i, three)| {
        let is = tokens[i.saturating_sub(2)..i].iter().any(is_be);
        is && said(&three[0]) && three[1].lower() == "to" && three[2].lower() == "have"
    })
}

/// One sentence, with who is named in it.
pub(super) struct Sentence<'a> {
    pub tokens: &'a [Token],
    pub mentions: Vec<Mention>,
    clauses: Vec<Clause>,
    via: Option<Who>,
}

impl<'a> Sentence<'a> {
    /// Reads who is named and who speaks.
    pub fn read(tokens: &'a [Token], range: Range<usize>, sources: &mut Sources) -> Self {
        let tokens = &tokens[range];
        let mut mentions = sources.mentions(tokens);
        // '— Taiwan: in both texts': what a line is about says nothing.
        mentions.retain(|m| {
            let about = matches!(m.who, Some(w @ Who::Body(i)) if sources.bodies[i].is.kind == "remarks" && !is_party(sources.side(w)));
            let label = tokens.get(m.end).is_some_and(|t| t.is_sign(':'));
            !(about && label && tokens.get(m.end + 1).is_some_and(Token::is_word))
        });
        let via = via(tokens, &mentions).or_else(|| sources.body.filter(|_| is_hearsay(tokens)).map(Who::Body));
        let clauses = clauses(tokens, &mentions, sources);
        Self { tokens, mentions, clauses, via }
    }

    /// Who is the subject: of the first verb of saying, else whoever is named first.
    pub fn subject(&self) -> Option<Who> {
        let known = || self.mentions.iter().filter(|m| m.who.is_some());
        if let Some(main) = self.behind_opening() {
            return Some(main);
        }
        known().find(|m| self.can_act(m)).or_else(|| known().next()).and_then(|m| m.who)
    }

    /// Whom a pronoun in a phrase before the subject means: 'Asked whether he would return, A smiled'.
    fn behind_opening(&self) -> Option<Who> {
        let first = self.tokens.first()?;
        let pronoun = self.mentions.first().is_some_and(|m| m.pronoun);
        let main = self.mentions.iter().find(|m| !m.pronoun && matches!(m.who, Some(Who::Person(_))))?;
        let parted = main.start > 0 && self.tokens[main.start - 1].is_sign(',');
        let acts = pronoun && parted && self.can_act(main);
        main.who.filter(|_| acts && Press::carried().names.opening.contains(first.lower()))
    }

    /// Whoever is its first word and its subject.
    pub fn opens(&self) -> Option<Who> {
        self.mentions.first().filter(|m| m.start == 0 && !m.pronoun && self.can_act(m))?.who
    }

    /// Whether it begins or ends with the account of somebody's own side: 'In the ministry's account of the day, A was
    /// scornful', 'A was scornful in his ministry's version'.
    pub fn is_in_account(&self, who: Who, sources: &Sources) -> bool {
        let [first, ..] = self.tokens else { return false };
        let account = self.mentions.first().filter(|m| m.start == 1).and_then(|m| m.who);
        let theirs = |w: &Who| sources.tells_for_side(*w) && sources.side(*w) == sources.side(who);
        let ends = self.mentions.iter().any(|m| {
            let link = m.start.checked_sub(1).is_some_and(|i| self.tokens[i].lower() == "in");
            let noun = Press::carried().is_account(&self.tokens[m.end - 1]);
            let last = self.tokens.get(m.end).is_none_or(|t| !t.is_word());
            link && noun && last && m.who.is_some_and(|w| theirs(&w))
        });
        ends || matches!(first.lower(), "in" | "by") && account.is_some_and(|w| theirs(&w))
    }

    /// The person of whom something is the subject: 'A's letters were read'.
    pub fn owner(&self) -> Option<Who> {
        let first = self.mentions.first().filter(|m| m.start == 0 && self.tokens[m.end - 1].is_owner())?;
        first.who.filter(|w| matches!(w, Who::Person(_)))
    }

    /// The last person who stands where a subject can, besides [`Self::subject`].
    pub fn last_person(&self) -> Option<Who> {
        let person = |m: &&Mention| matches!(m.who, Some(Who::Person(_))) && self.can_act(m);
        self.mentions.iter().rev().find(person).and_then(|m| m.who)
    }

    /// The only person in it: 'The last word may belong to A'.
    pub fn only_person(&self) -> Option<Who> {
        let mut people = self.mentions.iter().filter_map(|m| m.who).filter(|w| !matches!(w, Who::Body(_)));
        let only = people.next().filter(|w| matches!(w, Who::Person(_)))?;
        people.all(|w| w == only).then_some(only)
    }

    /// Whether somebody stands where a subject can, or is the one of whom 'who' tells more: 'the turn of A, who met B'.
    fn can_act(&self, mention: &Mention) -> bool {
        let word = |at: Option<usize>| at.and_then(|i| self.tokens.get(i)).map_or("", Token::lower);
        let who_follows =
            self.tokens.get(mention.end).is_some_and(|t| t.is_sign(',')) && word(Some(mention.end + 1)) == "who";
        let of_who = word(mention.start.checked_sub(2)) == "who";
        who_follows || !of_who && is_subject(Press::carried(), self.tokens, mention)
    }

    /// Whether a person of one side says something to one of the other.
    pub fn between_principals(&self, who: Who, sources: &Sources) -> bool {
        let known = |w: Who| match w {
            Who::Person(i) => sources.people[i].known.then_some(sources.side(w)),
            _ => None,
        };
        let Some(side) = known(who) else { return false };
        // 'warned his counterpart A': an office may stand between.
        let told = |c: &Clause| {
            let next = self.mentions.iter().find(|m| m.start >= c.end && m.start <= c.end + 3);
            // 'Brock said that Shen …' is not said to Shen.
            let plain = |t: &Token| t.is_word() && (t.lower() == "to" || !is_preposition(t)) && t.lower() != "that";
            // 'Brock said Shen was late' neither.
            let states = matches!(
                self.tokens[c.verb].lower(),
                "said" | "says" | "saying" | "say" | "added" | "wrote" | "argued" | "insisted" | "noted"
            );
            let to = !states || self.tokens.get(c.end).is_some_and(|t| t.lower() == "to");
            let next = next.filter(|m| to && self.tokens[c.end..m.start].iter().all(plain));
            next.and_then(|m| known(m.who?)).or_else(|| {
                // 'He told his guest that …'.
                let [his, noun] = self.tokens.get(c.end..c.end + 2)? else { return None };
                let met = matches!(his.lower(), "his" | "her" | "the")
                    && Press::carried().names.met.contains(noun.lower())
                    && self.tokens[c.verb].lower() != "called";
                met.then(|| if side == "us" { "cn" } else { "us" })
            })
        };
        // 'Brock called Shen “…”' is said of him, 'Brock urged Shen …' to him.
        let to_somebody = |c: &&Clause| {
            let verb = self.tokens[c.verb].lower();
            c.report || ["urg", "press", "ask"].iter().any(|stem| verb.starts_with(stem))
        };
        self.clauses
            .iter()
            .filter(|c| c.who == Some(who))
            .filter(to_somebody)
            .filter_map(told)
            .any(|other| other != side && is_party(other))
    }

    /// Who says something in it.
    pub fn speaker(&self) -> Option<Who> {
        // 'He played down any suggestion that the president would say no': nobody says it yet.
        let modal = |c: &Clause| c.verb > 0 && matches!(self.tokens[c.verb - 1].lower(), "would" | "could" | "might");
        let said = |c: &&Clause| c.report && (!modal(c) || self.subject() == c.who);
        self.clauses.iter().find(said).and_then(|c| c.who)
    }

    /// Through whom its words are known.
    pub fn through(&self) -> Option<Who> {
        self.via
    }

    /// Whose the quotation at token `at` is, as far as the sentence says: a principal's of whom an account tells that he said
    /// it, else whoever tells it.
    pub fn source(&self, at: usize, quotes: &[Quoted], sources: &Sources) -> Option<Found> {
        let told = self.teller(at, quotes)?;
        // 'A told them that B's line that “…” was old': it is B's, and not as A tells it.
        let own = self.via.is_none() && self.viewed(at) == Some(told.who);
        if let Some(who) = self.of_the_other(at, told, sources).filter(|_| !own) {
            return Some(who);
        }
        let told = Found { given_to: None, ..told };
        if let Some(who) = self.apposition(at, told, sources) {
            return Some(Found { who, ..told });
        }
        match self.principal(at, told.who, sources) {
            Some(who) if told.how == How::Said => Some(Found { who, via: Some(told.who), ..told }),
            _ => {
                let via = told.via.or_else(|| self.account(at, told.who, sources));
                let account = via.filter(|w| matches!(w, Who::Body(_)) && sources.tells_for_side(*w));
                // 'According to A's ministry, B and A “agreed”': what both do its account tells.
                if let Some(account) = account.filter(|w| *w != told.who && self.is_joined(told.who, at)) {
                    return Some(Found::said(account, via));
                }
                // What one side's account has the other say is that side's word.
                match account.filter(|w| sources.is_principal(told.who) && sources.side(*w) != sources.side(told.who)) {
                    Some(account) => Some(Found { who: account, via, how: How::Said, given_to: Some(told.who) }),
                    None => Some(Found { via, ..told }),
                }
            }
        }
    }

    /// Who tells the quotation at token `at`.
    fn teller(&self, at: usize, quotes: &[Quoted]) -> Option<Found> {
        let said = |who: Who| Some(self.found(who, How::Said));
        // 'Asked about A's warning that “…,” B told reporters'.
        let line = at > 0 && (self.tokens[at - 1].lower() == "that" || !self.tokens[at - 1].is_word());
        let within = self.clauses.iter().any(|c| c.verb < at && c.who.is_some());
        if let Some(who) = self.viewed(at).filter(|_| line && !within) {
            return said(who);
        }
        if let Some(clause) = self.trailing(at, quotes) {
            return said(clause.who?);
        }
        if let Some(who) = self.as_put(at).or_else(|| self.is_how(at)).or_else(|| self.viewed(at)) {
            return said(who);
        }
        if let Some(who) = self.rates(at) {
            return said(who);
        }
        match (self.chain(at), self.closing(at)) {
            (Some(clause), Some(closing)) if !clause.report => return said(closing.who.or(clause.who)?),
            (Some(clause), _) => return said(clause.who?),
            (None, Some(closing)) => return said(closing.who?),
            (None, None) => {}
        }
        // 'He was blunt: “…”', 'a question from a journalist: “…”'.
        if at > 0 && self.tokens[at - 1].is_sign(':') {
            let comma = self.tokens[..at].iter().rposition(|t| t.is_sign(',')).unwrap_or(0);
            let person = |m: &&Mention| m.end < at && matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_)));
            // 'The spokesman, in Beijing: “…”' names a place.
            let place =
                |m: &&Mention| matches!(m.who, Some(Who::Body(_))) && !is_subject(Press::carried(), self.tokens, m);
            let last = self.mentions.iter().rev().find(|m| m.end + 1 == at).filter(|m| m.who.is_some() && !place(m));
            let near = last.or_else(|| {
                self.mentions
                    .iter()
                    .filter(person)
                    .find(|m| m.start >= comma && is_subject(Press::carried(), self.tokens, m))
            });
            return near.and_then(|m| m.who).or_else(|| self.subject()).and_then(said);
        }
        if let Some(clause) = self.parenthesis(at) {
            return said(clause.who?);
        }
        if let Some(who) = self.directly_before(at) {
            return Some(self.found(who, How::Acts));
        }
        let named = self.via.or_else(|| self.account_itself()).or_else(|| self.for_whom());
        named.or_else(|| self.before_colon(at)).and_then(said)
    }

    /// Whoever is the subject of what a colon closes: 'A used the same words: both sides had “…”'.
    fn before_colon(&self, at: usize) -> Option<Who> {
        let colon = self.tokens[..at].iter().rposition(|t| t.is_sign(':'))?;
        let person = |m: &&Mention| m.end <= colon && matches!(m.who, Some(Who::Person(_) | Who::Unnamed(_)));
        self.mentions.iter().filter(person).find(|m| is_subject(Press::carried(), self.tokens, m))?.who
    }

    fn found(&self, who: Who, how: How) -> Found {
        match self.via {
            Some(via @ (Who::Unnamed(_) | Who::Person(_))) => {
                let given_to = Some(who).filter(|who| how == How::Said && *who != via);
                Found { given_to, ..Found::said(via, Some(via)) }
            }
            Some(via) if how == How::Acts => Found::said(via, Some(via)),
            via => Found { how, ..Found::said(who, via) },
        }
    }

    /// The clause that follows the quotation at once: '“…,” he said'.
    fn trailing(&self, at: usize, quotes: &[Quoted]) -> Option<&Clause> {
        let mut next = at + 1;
        let comma = self.tokens.get(next).is_some_and(|t| t.is_sign(','));
        if comma {
            next += 1;
        }
        let ends = self.tokens[at].quote().and_then(|q| quotes[q].ends);
        // A headline: '“…”: A warns B'.
        let headed = at == 0 && self.tokens.get(next).is_some_and(|t| t.is_sign(':'));
        next += usize::from(headed);
        let parted = comma || headed || matches!(ends, Some(',' | '?' | '!' | '.' | '—' | '–'));
        self.clauses.iter().find(|c| {
            // 'White House press secretary A said': a few words of the office may come first.
            let office = c.start > next
                && c.start <= next + 5
                && self.tokens[next..c.start].iter().all(|t| t.is_word() && !is_preposition(t) && !joins(t));
            c.who.is_some() && c.report && !c.joined && (c.start == next || office) && (parted || c.inverted)
        })
    }

    /// The next clause behind the quotation that stands by itself between commas: 'no “A”, the official said, but “B”'.
    fn parenthesis(&self, at: usize) -> Option<&Clause> {
        /// How many words may tell when it was said.
        const MOST: usize = 7;
        let clause = self.clauses.iter().find(|c| c.report && c.who.is_some() && c.start > at)?;
        let before = self.tokens[..clause.start].last()?;
        // 'Because of “A”, he said as the meeting opened, there had been “B”'.
        let time = |t: &Token| {
            is_preposition(t) || matches!(t.lower(), "as" | "when" | "after" | "before" | "during" | "last")
        };
        let when = self.tokens[clause.end..].iter().take(MOST).take_while(|t| t.is_word()).count();
        let when = if self.tokens.get(clause.end).is_some_and(time) { when } else { 0 };
        let after = self.tokens.get(clause.end + when);
        (before.is_sign(',') && after.is_none_or(|t| t.is_sign(',') || t.is_sign('.')) && !clause.joined)
            .then_some(clause)
    }

    /// The clause that closes the sentence and governs all of it: '…, the official said'.
    fn closing(&self, at: usize) -> Option<&Clause> {
        let clause = self.clauses.last().filter(|c| c.report && c.who.is_some() && !c.joined && c.start > at)?;
        let quotes_after = self.tokens[clause.end..].iter().any(|t| t.quote().is_some());
        let parted = self.tokens[..clause.start].last().is_some_and(|t| t.is_sign(',') || t.quote().is_some());
        (parted && !quotes_after).then_some(clause)
    }

    /// The clause before the quotation that governs it: the nearest, or the one that tells of it.
    fn chain(&self, at: usize) -> Option<&Clause> {
        let mut here = self.clauses.iter().rposition(|c| c.who.is_some() && c.verb < at)?;
        // '…, A said, …' governs all of its sentence.
        let comma = |at: Option<usize>| at.and_then(|i| self.tokens.get(i)).is_some_and(|t| t.is_sign(','));
        let clause = &self.clauses[here];
        if clause.report && comma(clause.start.checked_sub(1)) && comma(Some(clause.end)) {
            return Some(clause);
        }
        while let Some(outer) = self.clauses[..here].iter().rposition(|c| c.who.is_some() && c.report) {
            let (inner, outer_clause) = (&self.clauses[here], &self.clauses[outer]);
            let between = self.tokens.get(outer_clause.end..inner.start).unwrap_or_default();
            let parted = between.iter().any(|t| t.quote().is_some() || t.is_sign(';') || t.is_sign(':'));
            // 'A puts it differently: B wants “…”' is what A says.
            let put = self.tokens[outer_clause.verb].lower().starts_with("put")
                && between.iter().take(3).any(|t| t.is_sign(':'))
                && !inner.report;
            let parted = parted && !put;
            // '… and that the side hoped “…”' is still what the first one said.
            let that = inner.start > 0 && self.tokens[inner.start - 1].lower() == "that";
            // 'He warned the minister, in talks that one official called “long”'.
            // '“…,” remarks that Beijing condemned as “…”'.
            let noun = between.len() > 1
                && Press::carried().names.views.contains(between[between.len() - 2].lower())
                && between.iter().any(|t| t.quote().is_some());
            // 'A said his state welcomed it and accused another of “…”': he goes on.
            let state = |c: &Clause| matches!(c.who, Some(Who::Body(_))) && !c.report;
            let told = self.clauses[outer + 1..here].iter().all(|c| state(c) && c.who == inner.who);
            if !that && inner.joined && state(inner) && told && here > outer + 1 && !parted {
                here = outer;
                continue;
            }
            let relative = that && !inner.report && (noun || between.iter().any(|t| t.is_sign(',')));
            if relative || !that && (inner.joined || parted) || outer_clause.inverted || self.tells_when(outer_clause) {
                break;
            }
            here = outer;
        }
        Some(&self.clauses[here])
    }

    /// Whether a clause only tells when or why something was said: 'when a reporter asked'.
    fn tells_when(&self, clause: &Clause) -> bool {
        let before = clause.start.checked_sub(1).map_or("", |i| self.tokens[i].lower());
        matches!(before, "when" | "after" | "once" | "if" | "because" | "since" | "before" | "until")
    }

    /// The sentence in bytes of the article.
    pub fn span(&self) -> Span {
        let start = self.tokens.first().map_or(0, |t| t.span.start);
        Span::new(start, self.tokens.last().map_or(start, |t| t.span.end))
    }

    /// Whose acts a quotation may tell: whoever stands before it, two where 'and' joins them.
    pub fn actors(&self, at: usize) -> Vec<Who> {
        let people = |m: &&Mention| matches!(m.who, Some(Who::Person(_)));
        let earlier = self.tokens[..at].iter().rposition(|t| t.quote().is_some());
        let near = self.mentions.iter().rev().filter(|m| m.end <= at).find(people);
        let Some(near) = near.filter(|m| earlier.is_some() || at - m.end <= 3) else { return Vec::new() };
        let subject = match earlier {
            Some(_) => self
                .mentions
                .iter()
                .filter(people)
                .find(|m| is_subject(Press::carried(), self.tokens, m))
                .unwrap_or(near),
            None => near,
        };
        let joined = subject.start.checked_sub(2).and_then(|_| {
            let and = self.tokens[subject.start - 1].lower() == "and";
            self.mentions.iter().find(|m| and && m.end + 1 == subject.start && matches!(m.who, Some(Who::Person(_))))
        });
        joined.into_iter().chain([subject]).filter_map(|m| m.who).collect()
    }

    /// Whoever does one thing directly before the quotation: 'which the president rated “12”'.
    fn rates(&self, at: usize) -> Option<Who> {
        let mention = self.mentions.iter().rev().find(|m| m.end < at)?;
        let [verb] = &self.tokens[mention.end..at] else { return None };
        let inner =
            mention.start > 0 && matches!(self.tokens[mention.start - 1].lower(), "that" | "which" | "what" | "whom");
        // 'A told B that Beijing opposed “…”' is what A says.
        let told = self.clauses.iter().any(|c| {
            let between = self.tokens.get(c.end..mention.start).unwrap_or_default();
            // '… that it was “…” and that it opposed “…”' too.
            let goes_on = between.len() > 1 && joins(&between[between.len() - 2]);
            let content =
                between.last().is_some_and(|t| t.lower() == "that") && (goes_on || between.iter().all(Token::is_word));
            c.report && c.who.is_some() && content
        });
        (inner && !told && verb.lower().ends_with("ed")).then_some(mention.who).flatten()
    }

    /// Whether a quotation goes on with what was said before it, few as its words may be: it tells what something was
    /// ('There was “no room”'), or the sentence what somebody must do ('The other side should lift its “walls”'), or it is
    /// joined to another quotation ('It was not only “a river with two banks” but the “old border”').
    pub fn goes_on_with(&self, at: usize) -> bool {
        const MOST: usize = 3;
        let earlier = self.tokens[..at].iter().rposition(|t| t.quote().is_some());
        let joined = earlier.is_some_and(|quote| {
            let between = &self.tokens[quote + 1..at];
            let joins = between.first().is_some_and(|t| matches!(t.lower(), "and" | "but" | "or"));
            joins && between.len() <= MOST && between.iter().all(Token::is_word)
        });
        joined
            || at > 0 && is_be(&self.tokens[at - 1])
            || self.tokens[..at].iter().any(|t| matches!(t.lower(), "must" | "should" | "ought"))
    }

    /// Whoever stands before the quotation with at most a few helping words between.
    fn directly_before(&self, at: usize) -> Option<Who> {
        let mention = self.mentions.iter().rev().find(|m| m.end <= at)?;
        let between = &self.tokens[mention.end..at];
        let acts = is_subject(Press::carried(), self.tokens, mention);
        // 'That with A was “fair”', 'It was “fair”': what is so called says nothing of itself.
        let thing = self.tokens[mention.start].lower() == "it" || !acts;
        if thing && between.len() <= 3 && between.last().is_some_and(is_be) {
            return None;
        }
        let earlier = self.tokens[..at].iter().any(|t| t.quote().is_some());
        if !acts && earlier {
            return self.subject();
        }
        let few = between.len() <= 3 && between.iter().all(|t| t.is_word() && !is_preposition(t));
        let joined = between.iter().any(|t| matches!(t.lower(), "and" | "but"));
        // 'Blinken “raised” the matter and “made clear” that …'.
        if (joined || !few) && earlier {
            return self.subject();
        }
        mention.who.filter(|_| few && !joined)
    }
}
