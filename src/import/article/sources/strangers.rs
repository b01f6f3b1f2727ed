//! Strangers: people without a name or an office who say something and are of neither side: 'one Lakeford broker wrote', 'the head of
//! one growers' association said'.

use super::words::written;
use super::{Mention, Sources};
use crate::import::article::NO_SIDE;
use crate::import::article::frame::Token;

/// Where the words begin that tell whose head somebody is, who has no name: 'the head of one growers' association'.
fn head_of_one(tokens: &[Token], at: usize) -> Option<usize> {
    let [the, head, of, one] = tokens.get(at..at + 4)? else { return None };
    let leads = matches!(
        head.lower(),
        "head"
            | "chief"
            | "president"
            | "chairman"
            | "chairwoman"
            | "director"
            | "owner"
            | "founder"
            | "manager"
            | "boss"
    );
    let whose = of.lower() == "of" && matches!(one.lower(), "a" | "an" | "one" | "another");
    (the.lower() == "the" && leads && whose).then_some(at + 4)
}

impl Sources {
    /// Somebody without a name of whom is only told what he does, where he says something: 'one Lakeford broker wrote', 'a retired
    /// teacher told me'. He is heard in public, and is nobody's.
    pub(super) fn stranger(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        /// How many words tell who he is.
        const MOST: usize = 4;
        const SAYS: [&str; 14] = [
            "said",
            "says",
            "told",
            "tells",
            "wrote",
            "writes",
            "joked",
            "quipped",
            "texted",
            "shouted",
            "grumbled",
            "recalled",
            "complained",
            "sighed",
        ];
        const TIMES: [&str; 16] = [
            "day",
            "days",
            "week",
            "weeks",
            "month",
            "months",
            "year",
            "years",
            "hour",
            "hours",
            "minute",
            "minutes",
            "moment",
            "later",
            "earlier",
            "afterward",
        ];
        let press = self.press;
        let head = head_of_one(tokens, at);
        if !matches!(tokens[at].lower(), "a" | "an" | "one" | "another") && head.is_none() {
            return None;
        }
        // 'The head of one growers' association'.
        let plural = |t: &Token| head.is_some() && (t.is_sign('\'') || t.is_sign('’'));
        let plain = |t: &&Token| {
            plural(t) || t.is_word() && !t.is_owner() && !press.ends_phrase(t) && !SAYS.contains(&t.lower())
        };
        let from = head.unwrap_or(at + 1);
        let words = tokens[from..].iter().take(MOST).take_while(plain).count();
        let end = from + words;
        let noun = tokens.get(end.checked_sub(1).filter(|last| *last > at)?)?;
        let says = tokens.get(end).is_some_and(|t| SAYS.contains(&t.lower()));
        let word = noun.lower();
        // 'One Republican senator told a paper' speaks for nobody but himself.
        let elected =
            matches!(word, "senator" | "congressman" | "congresswoman" | "representative" | "governor" | "mayor");
        let thing = press.documents.nouns.contains(word)
            || press.documents.accounts.contains(word)
            || press.titles.persons.contains(word) && !elected
            || press.adverbs.contains(word)
            || press.names.views.contains(word)
            || press.names.posts.contains(word)
            || press.names.works.contains(word)
            || TIMES.contains(&word)
            || matches!(word, "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who" | "sheet" | "factsheet");
        let named = (at + 1..end).any(|i| {
            let word = tokens[i].lower();
            self.surnames.contains_key(word)
                || self.known.contains_key(word)
                || self.institution_at(tokens, i).is_some()
        });
        if !says || thing || named || noun.is_capital() {
            return None;
        }
        let words = tokens[at + 1..end].iter().filter(|t| t.is_word());
        let text = words.map(written).collect::<Vec<_>>().join(" ");
        let who = self.public_person(text, word.to_owned(), NO_SIDE.to_owned());
        Some(Mention { start: at, end, who: Some(who), pronoun: false })
    }
}
