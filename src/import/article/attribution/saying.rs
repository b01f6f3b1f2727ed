//! Whether and how somebody says something in a sentence, quoted or not.

use super::{Clause, Press, Sentence, Sources, Token, Who, is_party, is_preposition, is_subject};
use crate::import::article::frame::{is_comma, word_at, word_before};

impl Sentence<'_> {
    /// Whether somebody says words in it, rather than giving a thing a name.
    pub fn says(&self, who: Who) -> bool {
        self.clauses.iter().any(|c| c.report && c.who == Some(who))
    }

    /// Whether those without a name are told to have said a thing in public, over time: 'US officials have called it “…”'.
    pub fn have_said(&self, who: Who) -> bool {
        let press = Press::carried();
        let perfect = |c: &Clause| {
            let helps = self.tokens[..c.verb].iter().rev().take_while(|t| press.is_adverb(t));
            helps.into_iter().any(|t| matches!(t.lower(), "have" | "has"))
        };
        let heard = |c: &Clause| press.heard.contains(self.tokens[c.verb].lower());
        self.clauses.iter().find(|c| c.who == Some(who)).is_some_and(|c| perfect(c) && !heard(c))
    }

    /// Whether an institution is told to have said so much in public, and no more: 'The ministry has said only that'.
    pub fn has_said_only(&self, who: Who) -> bool {
        let only = |c: &Clause| {
            let verb = matches!(self.tokens[c.verb].lower(), "said" | "confirmed" | "allowed" | "indicated");
            verb && ["only", "just", "merely"]
                .iter()
                .any(|w| word_at(self.tokens, c.verb + 1) == *w || word_before(self.tokens, c.verb, 1) == *w)
        };
        self.have_said(who) && self.clauses.iter().any(|c| c.who == Some(who) && only(c))
    }

    /// Whether somebody says in a clause that tells more of a thing what it is: 'of a shield that A says means “…”', and not 'the
    /// account that A says is old'.
    pub fn says_by_the_way(&self, who: Who) -> bool {
        let press = Press::carried();
        self.clauses.iter().filter(|c| c.who == Some(who) && c.report).any(|c| {
            let Some(that) = c.start.checked_sub(1).filter(|i| *i > 0) else { return false };
            let thing = &self.tokens[that - 1];
            let noun = thing.is_word() && !press.report.contains_key(thing.lower()) && !press.is_adverb(thing);
            let noun = noun && !press.is_account(thing) && !is_preposition(thing);
            let relative = matches!(self.tokens[that].lower(), "that" | "which") && noun;
            let article = (that.saturating_sub(4)..that).any(|i| matches!(self.tokens[i].lower(), "a" | "an" | "the"));
            let states = matches!(self.tokens[c.verb].lower(), "says" | "claims" | "insists" | "promises" | "argues");
            // 'Says means': what the thing does follows at once.
            let does = self
                .tokens
                .get(c.end)
                .is_some_and(|t| t.is_word() && (t.lower().ends_with('s') || t.lower() == "will"));
            relative && article && states && does
        })
    }

    /// Whether its words are told to be written, and in no post.
    pub fn is_written(&self) -> bool {
        let posts = |t: &Token| matches!(t.lower(), "x" | "twitter" | "weibo" | "social" | "post" | "email" | "e-mail");
        self.tokens.iter().any(|t| matches!(t.lower(), "wrote" | "writes")) && !self.tokens.iter().any(posts)
    }

    /// Whether 'it', with which it begins, is the account of a side, and the side's principal speaks in it.
    pub fn begins_in_account(&self, side: &str, sources: &Sources) -> bool {
        let first = self.mentions.first().filter(|m| m.start == 0 && m.pronoun && self.begins_with_it());
        let account = first.and_then(|m| m.who).filter(|w| w.is_body() && sources.tells_for_side(*w));
        // 'It made no mention of it, A told reporters': he speaks elsewhere.
        let aside = |c: &Clause| {
            c.report && c.who.is_some_and(|w| w.is_person()) && is_comma(self.tokens, c.start.wrapping_sub(1))
        };
        account.is_some_and(|w| sources.side(w) == side) && self.clauses.iter().any(aside)
    }

    /// Whether somebody is told in it to speak with the press: 'A has been talking to reporters'.
    pub fn talks_to_press(&self, who: Who) -> bool {
        let press = |t: &Token| matches!(t.lower(), "reporters" | "journalists" | "press" | "questions" | "cameras");
        let talks = |t: &Token| {
            matches!(
                t.lower(),
                "talking"
                    | "talked"
                    | "speaking"
                    | "spoke"
                    | "spoken"
                    | "briefed"
                    | "briefing"
                    | "taking"
                    | "took"
                    | "answered"
                    | "answering"
                    | "addressed"
                    | "addressing"
            )
        };
        let subject = self.mentions.iter().find(|m| m.who == Some(who) && is_subject(Press::carried(), self.tokens, m));
        let rest = subject.map_or(&[][..], |m| &self.tokens[m.end..]);
        rest.iter().position(talks).is_some_and(|verb| rest[verb..].iter().take(5).any(press))
    }

    /// Whether it tells before a token what the state of a side would or will do, as whoever speaks for it says: 'If not, Lakeland
    /// would take “resolute measures”'.
    pub fn is_of_state(&self, at: usize, side: &str, sources: &Sources) -> bool {
        let modal = |i: &usize| matches!(self.tokens[*i].lower(), "would" | "will");
        let verb = (1..at).rev().find(modal);
        let clause = verb.map(|verb| &self.tokens[verb..at]);
        let state = |verb: usize| sources.side_named(&self.tokens[verb - 1..verb]).is_some_and(|named| named == side);
        is_party(side) && clause.is_some_and(|words| words.iter().all(Token::is_word)) && verb.is_some_and(state)
    }

    /// Whether it tells before a token what will be, with nothing quoted and nobody speaking before.
    pub fn is_of_plan(&self, at: usize) -> bool {
        let will = self.tokens[..at].iter().any(|t| matches!(t.lower(), "will" | "would"));
        will && self.tokens[..at].iter().all(|t| t.quote().is_none()) && !self.clauses.iter().any(|c| c.report)
    }

    /// Whether somebody quotes another in it: 'the spokesman quoted Xi as saying'.
    pub fn quotes_another(&self) -> bool {
        self.clauses.iter().any(|c| c.quoted_by.is_some())
    }

    /// Whether a principal of a side or the sides together stand right before a token, with an auxiliary or not: 'Brock had
    /// “condemned it”', 'the two sides “agreed to”'.
    pub fn tells_of_principal(&self, at: usize, side: &str, sources: &Sources) -> bool {
        let helps =
            at.checked_sub(1).is_some_and(|i| matches!(self.tokens[i].lower(), "had" | "has" | "also" | "have"));
        let end = at - usize::from(helps);
        let principal = |w: Who| sources.is_principal(w) && sources.side(w) == side;
        self.is_of_both(at) || self.mentions.iter().any(|m| m.end == end && m.who.is_some_and(principal))
    }

    /// The side of whoever is urged in a clause as its state, where the sentence tells that the two met: 'A urged Lakeland to stop
    /// “…”, as he and B met in Lakeford'.
    fn met<'s>(&self, clause: &Clause, side: &str, sources: &'s Sources) -> Option<&'s str> {
        let other = |w: Who| is_party(sources.side(w)) && sources.side(w) != side;
        let state = self.mentions.iter().find(|m| m.start == clause.end);
        let verb = self.tokens[clause.verb].lower();
        let urges = ["urg", "press", "ask", "warn", "tell", "told", "call"].iter().any(|stem| verb.starts_with(stem));
        // 'Urged Washington to': a state before a verb is no mention of its own.
        let named = sources.side_named(self.tokens.get(clause.end..).unwrap_or_default());
        let addressed =
            state.and_then(|m| m.who).is_some_and(other) || named.is_some_and(|s| s != side && is_party(&s));
        if !urges || !addressed {
            return None;
        }
        let person = self.mentions.iter().filter(|m| m.start >= clause.end).find(|m| {
            let met = matches!(word_at(self.tokens, m.end), "met" | "meet" | "held" | "spoke")
                && word_before(self.tokens, m.start, 1) == "and";
            let with = matches!(word_before(self.tokens, m.start, 1), "met" | "meeting")
                || word_before(self.tokens, m.start, 1) == "with"
                    && matches!(word_before(self.tokens, m.start, 2), "talks" | "meeting" | "met" | "call" | "session");
            (met || with) && m.who.is_some_and(|w| sources.is_principal(w) && other(w))
        })?;
        person.who.map(|w| sources.side(w))
    }

    /// Whether both sides stand right before a token, with an auxiliary or not: 'the two sides had “agreed to”'.
    pub fn is_of_both(&self, at: usize) -> bool {
        let helps = usize::from(matches!(word_before(self.tokens, at, 1), "had" | "has" | "also" | "have"));
        matches!(word_before(self.tokens, at, 2 + helps), "two" | "both")
            && matches!(
                word_before(self.tokens, at, 1 + helps),
                "sides" | "leaders" | "presidents" | "ministers" | "men" | "countries" | "governments"
            )
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
            // 'He went on to single out B' neither.
            let to = to && !matches!(self.tokens[c.verb].lower(), "went" | "goes");
            let next = next.filter(|m| to && self.tokens[c.end..m.start].iter().all(plain));
            // 'A spoke after B told him that …': he is of the other side.
            let him = self.tokens.get(c.end).is_some_and(|t| matches!(t.lower(), "him" | "her")) && !states;
            let before = || self.mentions.iter().filter(|m| m.end <= c.start).filter_map(|m| known(m.who?));
            let other = || before().find(|other| him && *other != side && is_party(other));
            next.and_then(|m| known(m.who?)).or_else(other).or_else(|| self.met(c, side, sources)).or_else(|| {
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
}
