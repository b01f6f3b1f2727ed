//! Everybody who is named in a sentence, in order, and who of them are one.

use super::words::longest;
use super::{Mention, Sources, Who};
use crate::import::article::frame::{Token, is_comma, word_at};

impl Sources {
    /// Everybody named in these tokens, in order.
    pub fn mentions(&mut self, tokens: &[Token]) -> Vec<Mention> {
        let mut found: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let mention = self
                .media(tokens, at)
                .or_else(|| self.paper(tokens, at))
                .or_else(|| self.described(tokens, at).filter(|_| found.iter().all(|m| m.who.is_none())))
                .or_else(|| self.institution(tokens, at))
                .or_else(|| self.nameless(tokens, at, &found))
                .or_else(|| self.named(tokens, at))
                .or_else(|| self.stands_for(tokens, at, &found));
            match mention {
                Some(mention) => {
                    at = mention.end.max(at + 1);
                    // 'A, a former official', 'Xinhua, the official news agency': the same.
                    let plain = !tokens[mention.start..mention.end].iter().any(Token::is_capital);
                    // 'A, a ministry spokesman: “…”'.
                    let speaks = plain
                        && matches!(tokens[mention.start].lower(), "a" | "an")
                        && self.press.titles.spokespersons.contains(tokens[mention.end - 1].lower());
                    let apposition = found.last().is_some_and(|last| {
                        let same = match last.who {
                            Some(Who::Person(_)) => matches!(mention.who, Some(Who::Unnamed(_))) || speaks,
                            Some(Who::Body(_)) => plain && mention.who.is_some_and(Who::is_body),
                            _ => false,
                        };
                        // 'Xi told A, the official said'.
                        let says = tokens.get(mention.end).is_some_and(|t| self.press.report.contains_key(t.lower()));
                        // 'Lakeland, it has A say, would go': nor is 'it'.
                        same && !says
                            && !mention.pronoun
                            && last.end + 1 == mention.start
                            && tokens[last.end].is_sign(',')
                    });
                    // 'One of them, a ministry official, said': the official.
                    let apposed = apposition_of_one(tokens, &found, &mention);
                    let office = found.iter().rev().take(2).find(|m| matches!(m.who, Some(Who::Unnamed(_))));
                    if let Some(Who::Unnamed(number)) = office.and_then(|m| m.who)
                        && self.is_named_behind(tokens, office, &mention)
                    {
                        self.forget_nameless(number);
                        found
                            .iter_mut()
                            .filter(|m| m.who == Some(Who::Unnamed(number)))
                            .for_each(|m| m.who = mention.who);
                    }
                    let given = found.last_mut().filter(|last| self.given_by(tokens, last, &mention));
                    if let Some(account) = given {
                        account.who = mention.who;
                        self.account = mention.who;
                    } else if let Some(one) = found.last_mut().filter(|_| apposed) {
                        one.who = mention.who;
                    } else if !apposition {
                        found.push(mention);
                    }
                }
                None => at += 1,
            }
        }
        found
    }

    /// Whether somebody whose office was just named has a name behind a comma: 'China's trade negotiator, A, …'.
    fn is_named_behind(&self, tokens: &[Token], office: Option<&Mention>, name: &Mention) -> bool {
        /// How many words the place has where somebody works.
        const PLACE: usize = 8;
        let Some(office) = office else { return false };
        let one = matches!(office.who, Some(Who::Unnamed(i)) if !self.unnamed[i].plural);
        let person = name.who.is_some_and(Who::is_person) && !tokens[name.end - 1].is_owner();
        // 'An analyst at Lakeford University, A, …': where he works may stand between.
        let works = match &tokens[office.end.min(name.start)..name.start] {
            [at, place @ .., comma] => {
                let there = matches!(at.lower(), "at" | "of" | "from" | "with" | "for") && place.len() <= PLACE;
                there && place.iter().all(Token::is_word) && comma.is_sign(',')
            }
            _ => false,
        };
        let comma = works || office.end + 1 == name.start && tokens[office.end].is_sign(',');
        // 'Brock met the official, Wang said': another begins a clause of his own.
        let closed = tokens.get(name.end).is_none_or(|t| {
            [',', ':', '.', '(', '—', '–'].iter().any(|sign| t.is_sign(*sign))
                || matches!(t.lower(), "of" | "at" | "from")
        });
        one && person && comma && closed
    }

    /// Whether an account is told to be somebody's: 'Beijing's version, from a ministry spokesperson'.
    fn given_by(&self, tokens: &[Token], account: &Mention, by: &Mention) -> bool {
        let from = |t: &Token| matches!(t.lower(), "from" | "by");
        let between = tokens.get(account.end..by.start).unwrap_or_default();
        let spokes = match by.who {
            Some(Who::Person(i)) => self.people[i].speaks_for(self.press),
            Some(Who::Body(i)) => self.bodies[i].is.gives_remarks(),
            _ => false,
        };
        // 'Its readout, issued two hours later by spokesperson A'.
        let issued = between.get(1).is_some_and(|t| self.press.documents.issued.contains(t.lower()));
        let most = if issued { 8 } else { 4 };
        let few = matches!(between, [comma, words @ .., last]
            if between.len() <= most && comma.is_sign(',') && words.iter().all(Token::is_word) && from(last));
        let account = account.who.is_some_and(Who::is_body) && self.press.is_account(&tokens[account.end - 1]);
        account && few && spokes
    }

    /// A newspaper or a broadcaster, which is nobody's source.
    fn media(&self, tokens: &[Token], at: usize) -> Option<Mention> {
        let end = longest(tokens, at, |name| self.press.media.contains(name))?;
        tokens[at].is_capital().then_some(Mention { start: at, end, who: None, pronoun: false })
    }
}

/// Whether somebody without a name is told to be one of several named before: 'one of them, a ministry official,'.
fn apposition_of_one(tokens: &[Token], found: &[Mention], mention: &Mention) -> bool {
    let comma = |i: usize| is_comma(tokens, i);
    found.last().is_some_and(|one| {
        let counted = matches!(word_at(tokens, one.start), "one" | "another");
        let nameless = |m: &Mention| matches!(m.who, Some(Who::Unnamed(_)));
        let article = matches!(word_at(tokens, mention.start), "a" | "an");
        let parted = one.end + 1 == mention.start && comma(one.end) && comma(mention.end);
        counted && article && nameless(one) && nameless(mention) && parted
    })
}
