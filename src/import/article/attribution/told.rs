//! What one tells of another's words: accounts, and officials who tell what the other side's principal said.

use crate::import::article::via::is_missing;

use super::{Clause, Found, How, Mention, Press, Sentence, Sources, Token, Who, is_be, is_party, is_subject};

impl Sentence<'_> {
    /// The principal whose word for a thing stands behind a comma: 'According to the readout, Xi spoke of Taiwan, “the first
    /// red line”'.
    pub(super) fn apposition(&self, at: usize, told: Found, sources: &Sources) -> Option<Who> {
        let account = sources.tells_for_side(told.who) && told.via == Some(told.who);
        let comma = at > 0 && self.tokens[at - 1].is_sign(',');
        // 'A, in Beijing's version, “…”' closes what stands between commas.
        let closes = self.mentions.iter().any(|m| m.end + 1 == at && m.who == told.via);
        let clause = closes || self.clauses.iter().any(|c| c.who.is_some() && c.verb < at);
        let mut people = self.mentions.iter().filter(|m| m.end <= at && m.who.is_some_and(Who::is_person));
        let person =
            people.next().filter(|m| account && comma && !clause && is_subject(Press::carried(), self.tokens, m));
        let who = person?.who.filter(|w| sources.is_principal(*w) && sources.side(*w) == sources.side(told.who));
        who.filter(|_| people.next().is_none())
    }

    /// What somebody of one side tells that the other's principal said: 'Xi, the American official said, had told Biden …',
    /// '“…,” Xi was quoted by the official as saying', '“…,” Xi said, according to the official'.
    pub(super) fn of_the_other(&self, at: usize, told: Found, sources: &Sources) -> Option<Found> {
        let party = |who: Who| is_party(sources.side(who));
        // 'Lakeford reports that B said “…”': a capital that reports it gives its side's account.
        let reports = |who: Who| {
            self.clauses.iter().any(|c| c.who == Some(who) && self.tokens[c.verb].lower().starts_with("report"))
        };
        let tells = |who: Who| party(who) && (!who.is_body() || sources.tells_for_side(who) || reports(who));
        let of = |who: Who, by: Who| {
            let other = party(who) && sources.side(who) != sources.side(by);
            (tells(by) && sources.is_principal(who) && other).then_some(Found {
                who: by,
                via: told.via,
                how: How::Said,
                given_to: Some(who),
            })
        };
        if told.how != How::Said {
            return None;
        }
        let says = |who: Who| {
            self.clauses.iter().any(|c| c.report && c.who == Some(who)) && !self.is_joined(who, self.tokens.len())
        };
        if let Some(who) = told.given_to {
            return of(who, told.who).filter(|_| says(who));
        }
        let quoted = self.clauses.iter().find(|c| c.who == Some(told.who)).and_then(|c| c.quoted_by);
        // 'Beijing's readout has the American side calling it “…”'.
        let other = |by: &Who| tells(*by) && party(told.who) && sources.side(*by) != sources.side(told.who);
        if let (Who::Body(_), Some(by)) = (told.who, quoted.filter(other)) {
            return Some(Found { who: by, given_to: Some(told.who), ..told });
        }
        // 'The US side, the agency reported, called it “…”'.
        if let Some(side) = self.other_side(at, told, sources).filter(|_| tells(told.who)) {
            return Some(Found { given_to: Some(side), ..told });
        }
        // 'B, it says, “agreed”'; an American account tells it in its own words.
        let has_speak = told.who.is_body() && !sources.narrates(sources.side(told.who));
        let acts = self.acts_behind_aside(at).filter(|_| has_speak);
        if let Some(found) = acts.and_then(|who| of(who, told.who)) {
            return Some(found);
        }
        let closes = |c: &&Clause| {
            let comma = c.start > at && self.tokens[c.start - 1].is_sign(',');
            comma && c.report && !c.joined && !self.is_relative(c)
        };
        let behind = || self.clauses.iter().rev().find(closes).and_then(|c| of(told.who, c.who?));
        // 'B called it “…,” A's ministry said'.
        let called = || {
            let clause = self.clauses.iter().rfind(|c| c.who.is_some() && c.verb < at)?;
            let calls = self.tokens[clause.verb].lower().starts_with("call");
            let parted =
                |c: &Clause| self.tokens[c.start - 1].quote().is_some() || self.tokens[c.start - 1].is_sign(',');
            let closes = self
                .clauses
                .iter()
                .any(|c| c.who == Some(told.who) && c.start > at && c.report && !c.joined && parted(c));
            clause.who.filter(|_| calls && closes && told.who.is_body()).and_then(|who| of(who, told.who))
        };
        let inner = || {
            let comma = |i: Option<usize>| i.and_then(|i| self.tokens.get(i)).is_some_and(|t| t.is_sign(','));
            // 'Xi replied, one official recalled, that …'.
            let aside = |c: &Clause| c.who == Some(told.who) && comma(c.start.checked_sub(1)) && comma(Some(c.end));
            // '… that his government was committed to “…”' is what he said of it.
            let content = |c: &Clause| !c.report && c.who.is_some_and(|w| w.is_body() && w != told.who);
            let before = || self.clauses.iter().filter(|c| c.who.is_some() && c.verb < at && !aside(c));
            let clause = before().rfind(|c| !content(c))?;
            // '… had told him no and that the United States would “…”': that is his own again.
            let between = self.tokens.get(clause.end..at).unwrap_or_default();
            let own = between.windows(2).any(|w| matches!(w[0].lower(), "and" | "but") && w[1].lower() == "that");
            // '… had told him that he sought “…”' too.
            let said = before().any(|c| c.report && c.who == clause.who && c.end <= clause.start);
            clause.who.filter(|_| (clause.report || said) && !own).and_then(|who| of(who, told.who))
        };
        let acts = || self.acts_at_first(at).filter(|_| has_speak).and_then(|who| of(who, told.who));
        quoted.and_then(|by| of(told.who, by)).or_else(behind).or_else(called).or_else(inner).or_else(acts)
    }

    /// Whose act a quotation tells with which a sentence begins that an account closes: 'He also had “no intention,” it says'.
    fn acts_at_first(&self, at: usize) -> Option<Who> {
        const MOST: usize = 3;
        let closed = self.closing(at).is_some_and(|c| c.who.is_some_and(Who::is_body));
        let first = self.mentions.first().filter(|m| closed && m.start == 0 && m.end < at && at - m.end <= MOST)?;
        // 'A and B “exchanged views,” A's ministry said': what two did is told by the ministry.
        let plain = self.tokens[first.end..at].iter().all(|t| t.is_word() && !is_be(t) && t.lower() != "and");
        first.who.filter(|w| plain && w.is_person())
    }

    /// Whose account has words of which the sentence says that the other side's has them not: '“…” does not figure in the
    /// Chinese text'. They stand before that, and nobody says them.
    pub(super) fn missing_from(&self, at: usize, sources: &Sources) -> Option<Who> {
        let account = self.mentions.iter().find(|m| {
            let link = m.start > at && matches!(self.tokens[m.start - 1].lower(), "in" | "from");
            link && Press::carried().is_account(&self.tokens[m.end - 1])
                && m.who.is_some_and(Who::is_body)
                && is_missing(self.tokens, m.start)
        })?;
        let nobody = !self.clauses.iter().any(|c| c.report && c.who.is_some() && c.verb < account.start);
        sources.account_of_other(account.who?).filter(|_| nobody)
    }

    /// Which account has not the words before which the sentence says so: 'The Chinese text makes no mention of “…”'.
    pub(super) fn without(&self, at: usize) -> Option<Who> {
        const LACKS: [&[&str]; 14] = [
            &["makes", "no", "mention", "of"],
            &["made", "no", "mention", "of"],
            &["does", "not", "mention"],
            &["did", "not", "mention"],
            &["does", "not", "use"],
            &["did", "not", "use"],
            &["never", "mentions"],
            &["never", "mentioned"],
            &["omits"],
            &["omitted"],
            &["leaves", "out"],
            &["left", "out"],
            &["does", "not", "speak", "of"],
            &["does", "not", "include"],
        ];
        let article = usize::from(at > 0 && matches!(self.tokens[at - 1].lower(), "the" | "any" | "a"));
        let end = at - article;
        let lacks = |m: &&Mention| {
            let between = self.tokens.get(m.end..end).unwrap_or_default();
            let said = |words: &&[&str]| {
                words.len() == between.len() && words.iter().zip(between).all(|(word, t)| t.lower() == *word)
            };
            LACKS.iter().any(said)
        };
        let account = self.mentions.iter().find(lacks)?;
        let noun = &self.tokens[account.end - 1];
        let named = Press::carried().is_account(noun) || matches!(noun.lower(), "it" | "one") || noun.is_owner();
        account.who.filter(|w| named && w.is_body())
    }

    /// Whose act a quotation tells behind what an account says between commas: 'A, it says, “agreed”'.
    fn acts_behind_aside(&self, at: usize) -> Option<Who> {
        let aside = self.clauses.iter().find(|c| c.report && c.end + 1 == at && self.tokens[c.end].is_sign(','))?;
        let comma = aside.start.checked_sub(1).filter(|i| self.tokens[*i].is_sign(','))?;
        self.mentions.iter().find(|m| m.start == 0 && m.end == comma)?.who.filter(|w| w.is_person())
    }

    /// The other side as a whole, where one who tells has it say something before a quotation.
    fn other_side(&self, at: usize, told: Found, sources: &Sources) -> Option<Who> {
        let clause = self.clauses.iter().rfind(|c| c.who.is_some() && c.verb < at)?;
        let whole =
            |who: &Who| matches!(*who, Who::Body(i) if sources.bodies[i].name.to_lowercase().ends_with(" side"));
        let other = |who: &Who| sources.side(*who) != sources.side(told.who) && is_party(sources.side(*who));
        clause.who.filter(whole).filter(|who| told.who.is_body() && other(who))
    }

    /// Whether it goes on with what an account has somebody say: 'He said', 'A was quoted as saying'.
    pub fn goes_on_as_told(&self, who: Who) -> bool {
        let opens = self.begins_with_pronoun(who);
        let passive = self.tokens.windows(2).any(|w| is_be(&w[0]) && matches!(w[1].lower(), "quoted" | "cited"));
        opens || passive && self.clauses.iter().any(|c| c.who == Some(who))
    }

    /// Whether it names an account of somebody beside a list of measures: 'Its fact sheet has ten boats, and Lakeford's version'.
    pub fn has_account_of(&self, who: Who) -> bool {
        let press = Press::carried();
        let noun = |m: &Mention| {
            // 'As the document put it' is the list again.
            let named = self.tokens[m.start..m.end].iter().any(Token::is_capital);
            named && press.is_account(&self.tokens[m.end - 1])
                || self.tokens.get(m.end).is_some_and(|t| press.is_account(t))
        };
        self.mentions.iter().any(|m| m.who == Some(who) && noun(m))
    }

    /// Whether it begins with 'it' or with an account that stands for one named before.
    pub fn goes_on_of_account(&self) -> bool {
        self.mentions.first().is_some_and(|m| {
            m.start == 0 && (m.pronoun || Press::carried().is_account(&self.tokens[m.end - 1])) && m.who.is_some()
        })
    }

    /// The principal who says or asks something in the words of an account: 'CCTV reported that Xi had told Biden …'.
    pub(super) fn principal(&self, at: usize, teller: Who, sources: &Sources) -> Option<Who> {
        if !sources.tells_for_side(teller) {
            return None;
        }
        // An American account tells of the principal in the publisher's own words, unless he tells them to somebody; a
        // Chinese one has him speak.
        let own_words = teller.is_body() && sources.narrates(sources.side(teller));
        let heard = |c: &Clause| {
            let verb = self.tokens[c.verb].lower();
            // 'A urged him to “count them”' too.
            let asks = ["urg", "press", "ask"].iter().any(|stem| verb.starts_with(stem));
            let him = self.tokens.get(c.end).is_some_and(|t| matches!(t.lower(), "him" | "her" | "them"));
            let named = self.mentions.iter().any(|m| m.start == c.end && m.who.is_some_and(Who::is_person));
            Press::carried().heard.contains(verb) || asks && (him || named)
        };
        let main = self.clauses.iter().find(|c| c.who == Some(teller));
        let theirs = |c: &&Clause| {
            // 'Asked whether B had told them no, the spokesman said': no account has it.
            if main.is_some_and(|main| c.start < main.start && self.is_in_opening(c, main)) {
                return false;
            }
            let person = c.who.filter(|w| sources.is_principal(*w) && sources.side(*w) == sources.side(teller));
            let agrees = self.tokens[c.verb].lower().starts_with("agree");
            // What somebody tells of a principal's mind is in his own words: 'A spokesman said that Brock wanted “…”'.
            let spoken = if teller.is_person() { c.report } else { !own_words || heard(c) };
            spoken && person.is_some_and(|w| w != teller && !agrees && !self.is_joined(w, c.verb))
        };
        let before = || self.clauses.iter().rev().filter(|c| c.verb < at);
        // 'He rejected what the statement called “…”': so the statement has it.
        let what = |c: &Clause| c.who == Some(teller) && c.start > 0 && self.tokens[c.start - 1].lower() == "what";
        if before().next().is_some_and(what) {
            return None;
        }
        // Nobody but the one who tells and the state of both stands between.
        let state = |w: Who| w.is_body() && !sources.tells_for_side(w) && sources.side(w) == sources.side(teller);
        let through = |w: Who| w == teller || sources.is_principal(w) || state(w);
        before().take_while(|c| c.who.is_none_or(through)).find(theirs)?.who
    }

    /// The account by which a principal's words are known, where it is named behind them: '…, Xi said, CCTV reported'.
    pub(super) fn account(&self, at: usize, who: Who, sources: &Sources) -> Option<Who> {
        if !sources.is_principal(who) {
            return None;
        }
        let for_side = |w: &Who| *w != who && sources.tells_for_side(*w);
        // 'The spokesman quoted Xi as saying'.
        let quoted =
            self.clauses.iter().find(|c| c.who == Some(who) && c.quoted_by.is_some()).and_then(|c| c.quoted_by);
        let tells = |c: &&Clause| c.report && !c.joined && c.who.as_ref().is_some_and(for_side);
        let behind = || self.clauses.iter().filter(|c| c.start > at).find(tells)?.who;
        quoted.filter(for_side).or_else(behind)
    }

    /// The account that is the subject of the sentence: 'The ministry's version has the two discussing “…”'.
    pub(super) fn account_itself(&self) -> Option<Who> {
        let press = Press::carried();
        let first = self.mentions.iter().find(|m| is_subject(press, self.tokens, m))?;
        let account = press.is_account(&self.tokens[first.end - 1]);
        first.who.filter(|w| account && w.is_body())
    }
}
