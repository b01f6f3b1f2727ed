//! Offices: beside a name, by themselves, and who holds one.

use super::words::{longest, with_owner, written};
use super::{Person, Sources, Who};
use crate::import::article::clauses::office_before;
use crate::import::article::frame::Token;
use crate::import::article::press::Press;

impl Sources {
    /// Whether an office or somebody without a name stands at a token, with other words of an office before it: 'official',
    /// 'press secretary'.
    pub(super) fn office_at(&self, tokens: &[Token], at: usize) -> bool {
        const MOST: usize = 4;
        let mut words = tokens[at..].iter().take(MOST).take_while(|t| t.is_word());
        let person = words.by_ref().find(|t| self.is_person(t) || !self.press.titles.words.contains(t.lower()));
        person.is_some_and(|t| self.is_person(t))
    }

    /// An office as one has it: 'president' of 'Presidents A and B'.
    pub(super) fn of_one(&self, word: &str) -> String {
        self.press.titles.plurals.get(word).map_or(word, String::as_str).to_owned()
    }

    /// The office of the first of several, which they share: 'senator' of 'Senators A and' before a name.
    pub(super) fn shared_office(&self, before: &[Token]) -> Vec<String> {
        /// How many words stand between the office and the last name.
        const MOST: usize = 16;
        let joined = before.last().is_some_and(|t| t.lower() == "and" || t.is_sign(','));
        let part = |t: &&Token| t.is_capital() || t.is_sign(',') || matches!(t.lower(), "and" | "of");
        let plural = |t: &Token| self.press.titles.plurals.get(t.lower());
        let mut names = before.iter().rev().take(MOST).take_while(part).skip_while(|t| !t.is_capital());
        let office = names.find_map(plural).filter(|_| joined);
        office.into_iter().cloned().collect()
    }

    /// Whether a word stands for a person.
    pub(super) fn is_person(&self, token: &Token) -> bool {
        self.press.titles.persons.contains(token.lower()) || self.press.unnamed.heads.contains(token.lower())
    }

    /// The person whom an office stands for: one named with it, else whoever of the side is named most.
    /// `rank` is what stands before it: 'vice'.
    pub(super) fn office(&self, noun: &str, side: Option<&str>, rank: Option<&str>) -> Option<usize> {
        let fits = |p: &&Person| side.is_none_or(|s| p.side == s);
        let titled = |p: &&Person| p.titles.iter().any(|t| t == noun || t.ends_with(noun));
        // 'The president' is not the vice president.
        let holds = |p: &&Person| titled(p) && self.has_office(p, noun, rank);
        let numbered = || self.people.iter().enumerate();
        if self.press.titles.spokespersons.contains(noun) {
            let recent = self.recent.iter().rev().filter_map(|w| if let Who::Person(i) = w { Some(*i) } else { None });
            let speaks = |i: &usize| fits(&&self.people[*i]) && self.people[*i].speaks_for(self.press);
            if let Some(last) = recent.take(1).find(speaks) {
                return Some(last);
            }
            return numbered().rev().find(|(_, p)| fits(p) && p.speaks_for(self.press)).map(|(i, _)| i);
        }
        let someone = self.recent.last().and_then(|w| if let Who::Person(i) = w { Some(*i) } else { None });
        // 'The president' without a side is America's, as articles in English have it, where they name him.
        let home = |p: &Person| p.leader && p.side == "us" && p.count > 0;
        let home = noun == "president" && side.is_none() && rank.is_none() && self.people.iter().any(home);
        let fits = |p: &&Person| if home { p.leader && p.side == "us" } else { fits(p) };
        let last = someone.filter(|i| fits(&&self.people[*i]) && holds(&&self.people[*i]));
        // 'The president' of a side is its leader, whether the article gives the office with the name or not.
        let leads = |p: &&Person| {
            let leads = p.leader && matches!(noun, "president" | "leader") && (home || side.is_some());
            leads && (rank.is_some() || !titled(p) || holds(p))
        };
        let most = |is: &dyn Fn(&&Person) -> bool| {
            numbered().filter(|(_, p)| fits(p) && is(p)).max_by_key(|(_, p)| p.count).map(|(i, _)| i)
        };
        // A minister's deputy is one too.
        let loosely = || if noun == "president" { None } else { most(&titled) };
        last.or_else(|| most(&holds)).or_else(|| most(&leads)).or_else(loosely).or_else(|| {
            numbered()
                .filter(|(_, p)| fits(p) && p.known && side.is_some() && !p.speaks_for(self.press))
                .max_by_key(|(_, p)| p.count)
                .map(|(i, _)| i)
        })
    }

    /// Whether somebody's office is the very one, and none of another rank: 'president' of 'vice president'.
    pub(super) fn has_office(&self, person: &Person, noun: &str, rank: Option<&str>) -> bool {
        /// How many words may stand between the rank and the noun: 'vice foreign minister'.
        const NEAR: usize = 2;
        let ranked = |at: usize| {
            let title = person.titles[at].as_str();
            let own = title.strip_suffix(noun).map(|rest| rest.trim_end_matches('-')).filter(|rest| !rest.is_empty());
            let before = || person.titles[at.saturating_sub(NEAR + 1)..at].iter().rev().map(String::as_str);
            own.filter(|rest| self.is_rank(rest)).or_else(|| before().find(|word| self.is_rank(word)))
        };
        let is = |title: &String| title == noun || title.ends_with(noun);
        (0..person.titles.len()).filter(|at| is(&person.titles[*at])).any(|at| ranked(at) == rank)
    }

    /// Whether a word makes another office of one: 'vice', 'shadow'.
    pub(super) fn is_rank(&self, word: &str) -> bool {
        self.press.titles.ranks.contains(word)
    }

    /// Who is the secretary of state: whoever is so called, else whoever of that side was lately there and has no other office.
    pub(super) fn secretary_of_state(&self) -> Option<usize> {
        const OTHERS: [&str; 12] = [
            "treasury",
            "commerce",
            "defense",
            "defence",
            "war",
            "energy",
            "agriculture",
            "press",
            "president",
            "homeland",
            "representative",
            "adviser",
        ];
        // Who was it before, 'Brock's predecessor', is not meant, nor is a deputy.
        let past = |i: usize| self.people[i].titles.iter().any(|t| t == "predecessor" || self.is_rank(t));
        let fits = |i: &usize| self.people[*i].side == "us" && !self.people[*i].speaks_for(self.press) && !past(*i);
        let named = (0..self.people.len()).filter(fits).filter(|i| self.people[*i].titles.iter().any(|t| t == "state"));
        let named = named.max_by_key(|i| self.people[*i].count);
        let other = |i: &usize| self.people[*i].titles.iter().any(|t| OTHERS.contains(&t.as_str()));
        let lately = || self.lately().filter_map(|w| if let Who::Person(i) = w { Some(i) } else { None });
        named.or_else(|| lately().find(|i| fits(i) && self.people[*i].known && !other(i)))
    }

    /// The words beside a name that tell who it is: a few before it, and what stands between commas after it.
    pub(super) fn apposition(&self, before: &[Token], after: &[Token]) -> Vec<String> {
        let mut found: Vec<String> = before
            .iter()
            .rev()
            .take_while(|t| {
                // 'Pentagon press secretary': no verb.
                t.is_word()
                    && (!self.press.report.contains_key(t.lower()) || t.lower() == "press")
                    && !matches!(t.lower(), "that" | "and" | "with" | "but" | "to")
            })
            .take(7)
            .map(with_owner)
            .collect();
        found.reverse();
        // 'Issued for the ministry by spokesman A': what stands behind the last of these is his.
        if let Some(link) = found.iter().rposition(|w| matches!(w.as_str(), "met" | "for" | "by")) {
            found.drain(..=link);
        }
        found.extend(office_before_comma(before).iter().map(with_owner));
        let rest = match after.first() {
            Some(t) if (t.is_sign(',') || t.is_sign('(')) && after.get(1).is_some_and(tells) => &after[1..],
            // 'A, at the Department of B, …': where somebody works.
            Some(t) if t.is_sign(',') && after.get(1).is_some_and(|t| t.lower() == "at") => {
                let from = 2 + usize::from(after.get(2).is_some_and(|t| t.lower() == "the"));
                let institution = longest(after, from.min(after.len()), |name| self.press.bodies.contains_key(name));
                institution.map_or(&after[..0], |end| &after[from..end])
            }
            Some(t) if matches!(t.lower(), "of" | "from" | "at") => after,
            _ => &[],
        };
        // 'A, who negotiated with Lakeland under another president': what somebody did is no office.
        if let [who, verb, ..] = rest
            && who.lower() == "who"
            && (self.press.titles.careers.contains(verb.lower()) || verb.lower() == "was" && self.is_office(&rest[2..]))
        {
            found.push("former".to_owned());
        }
        // 'A, who sells chairs to Lakeland': with whom he trades is not whom he is of.
        if self.is_in_trade(rest) {
            found.push("seller".to_owned());
            return found;
        }
        found.extend(
            // 'Senior China+ economist' is one phrase.
            rest.iter()
                .take_while(|t| {
                    t.is_sign('+') || t.is_sign('&') || t.is_word() && !self.press.report.contains_key(t.lower())
                })
                .filter(|t| t.is_word())
                .take(16)
                .map(with_owner),
        );
        found
    }
}

impl Sources {
    /// Whether an office stands at the beginning of words: 'chief negotiator under another president', and not 'in a meeting'.
    fn is_office(&self, words: &[Token]) -> bool {
        /// How many words it has.
        const MOST: usize = 4;
        let plain = |t: &&Token| t.is_word() && !self.press.ends_phrase(t) && !t.lower().ends_with("ing");
        let office = |t: &Token| self.press.titles.persons.contains(t.lower());
        words.iter().take(MOST).take_while(plain).any(office)
    }

    /// Whether words beside a name tell that he once had an office of a government: 'a former assistant secretary'.
    pub(super) fn was_official(&self, nearby: &[String]) -> bool {
        /// How many words the office has.
        const MOST: usize = 6;
        // Who was elected before he had another office is called so too: 'A, a former senator'.
        let elected = |w: &str| {
            matches!(w, "senator" | "congressman" | "congresswoman" | "governor" | "mayor" | "representative")
        };
        let office =
            |w: &String| !elected(w) && (self.press.titles.persons.contains(w) || w == "official" || w == "officer");
        // 'A, B's predecessor'.
        if nearby.iter().any(|w| w == "predecessor") {
            return true;
        }
        let former = nearby.iter().position(|w| matches!(w.as_str(), "former" | "onetime" | "one-time"));
        former.is_some_and(|at| nearby[at + 1..].iter().take(MOST).any(office))
    }

    /// Whether what is told of somebody is that he is in business: 'who sells chairs to Lakeland', 'whose family has grown beans'.
    fn is_in_trade(&self, told: &[Token]) -> bool {
        /// Behind how many words the kind of business stands.
        const NEAR: usize = 6;
        let [link, rest @ ..] = told else { return false };
        let near = rest.iter().take(NEAR).take_while(|t| t.is_word());
        let trade = |t: &Token| self.press.titles.trades.contains(t.lower());
        let firm = |t: &Token| self.press.titles.firms.contains(t.lower());
        let verb = |t: &Token| trade(t) || self.press.titles.careers.contains(t.lower());
        match link.lower() {
            "who" => {
                let helps = rest.iter().take_while(|t| matches!(t.lower(), "has" | "had" | "also" | "co-owns")).count();
                let does = rest.get(helps).is_some_and(verb)
                    || rest.get(helps).is_some_and(|t| matches!(t.lower(), "runs" | "manages" | "heads"));
                rest.get(helps).is_some_and(trade) || does && near.clone().any(firm)
            }
            "whose" => near.clone().any(firm),
            _ => false,
        }
    }
}

/// What somebody is who is named behind a comma: 'Lakeland's foreign minister, A'.
pub(super) fn office_before_comma(before: &[Token]) -> &[Token] {
    let comma = before.len().checked_sub(1).filter(|last| before[*last].is_sign(','));
    comma.and_then(|comma| Some(&before[office_before(before, comma)?..comma])).unwrap_or_default()
}

/// The office right before a name: words with a capital, and what they are of: 'State Department spokesperson'.
pub(super) fn before_name(press: &Press, before: &[Token]) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for token in before.iter().rev().take_while(|t| t.is_word() && !press.ends_phrase(t)).take(6) {
        words.push(written(token));
    }
    words.reverse();
    words.extend(office_before_comma(before).iter().take_while(|t| !press.ends_phrase(t)).map(written));
    let from = words.iter().position(|w| w.starts_with(char::is_uppercase))?;
    Some(words[from..].join(" "))
}

/// Whether a word can begin what is said of a person between commas.
fn tells(token: &Token) -> bool {
    const NOT: [&str; 24] = [
        "had", "has", "was", "is", "were", "will", "would", "did", "and", "but", "as", "while", "when", "after",
        "before", "in", "on", "at", "with", "to", "where", "which", "then", "or",
    ];
    token.is_word() && !NOT.contains(&token.lower()) && !token.lower().ends_with("ing")
}
