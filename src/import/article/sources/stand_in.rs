//! What stands for somebody named before: 'he', 'the US leader', 'the ministry', 'the statement'.

use super::words::{is_subject, longest, with_owner, written};
use super::{Mention, Sources, Unnamed, Who};
use crate::import::article::clauses::quotes;
use crate::import::article::frame::{Token, is_comma, word_at};
use crate::import::article::press::Institution;
use crate::import::article::{NO_SIDE, is_party};

/// A phrase that stands for somebody: 'the longer Chinese readout'.
pub(super) struct Phrase<'t> {
    pub(super) tokens: &'t [Token],
    /// Where it begins, and where its noun stands.
    pub(super) at: usize,
    pub(super) head: usize,
    pub(super) noun: &'t Token,
    /// Its first word, in lower case.
    pub(super) first: &'t str,
    /// The side that its words tell.
    pub(super) side: Option<String>,
}

/// The tokens from one on in which somebody may be told to keep his name back.
fn to_end(tokens: &[Token], from: usize) -> std::ops::Range<usize> {
    const FAR: usize = 8;
    from..tokens.len().min(from + FAR)
}

/// Whether 'it' stands for nobody: 'it is hard to say', 'it has become common to speak of'.
fn is_impersonal(tokens: &[Token], it: usize) -> bool {
    /// How many words stand between 'it' and 'to'.
    const MOST: usize = 5;
    let is = |i: usize| matches!(word_at(tokens, i), "is" | "was" | "has" | "had" | "became" | "becomes" | "remains");
    let words = tokens[it + 1..].iter().take(MOST).take_while(|t| t.is_word());
    let to = words.into_iter().position(|t| t.lower() == "to").map(|to| it + 1 + to);
    // 'It was not Lakeland that drew it.'
    let not = usize::from(matches!(word_at(tokens, it + 2), "not" | "never"));
    let name = tokens[(it + 2 + not).min(tokens.len())..].iter().take(MOST).take_while(|t| t.is_capital()).count();
    if is(it + 1) && name > 0 && matches!(word_at(tokens, it + 2 + not + name), "that" | "who" | "which") {
        return true;
    }
    // 'It is to say “…”' is somebody.
    let rated = |to: usize| {
        let rate = tokens[to - 1].lower();
        matches!(
            rate,
            "common"
                | "fashionable"
                | "customary"
                | "usual"
                | "hard"
                | "easy"
                | "difficult"
                | "possible"
                | "tempting"
                | "necessary"
                | "useful"
                | "important"
                | "too"
                | "early"
                | "fair"
                | "wrong"
                | "right"
                | "safe"
        )
    };
    is(it + 1) && to.is_some_and(rated)
}

impl Sources {
    /// The account of the state that is the subject of a sentence in which 'what it calls' stands: 'Lakeland goes on with what
    /// it calls “…”'.
    fn state_that_calls(&self, tokens: &[Token], it: usize) -> Option<Who> {
        let calls = tokens.get(it + 1).is_some_and(|t| self.press.name.contains_key(t.lower()));
        if !calls || it == 0 || tokens[it - 1].lower() != "what" {
            return None;
        }
        let state = |i: usize| {
            let (_, is) = self.institution_at(tokens, i).filter(|(end, _)| !tokens[end - 1].is_owner())?;
            (is.gives_remarks() && is_party(&is.side) && tokens[i].is_capital()).then_some(is.side)
        };
        let side = (0..it).rev().find_map(state)?;
        self.account_of(&side)
    }

    /// 'he', 'the US leader', 'the ministry', 'the statement'.
    pub(super) fn stands_for(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<Mention> {
        let found = |end, who: Option<Who>, pronoun| Some(Mention { start: at, end, who, pronoun });
        if let Some((end, who)) = self.authors(tokens, at) {
            return found(end, Some(who), false);
        }
        match tokens[at].lower() {
            "his" | "her" if let Some(end) = self.reply_at(tokens, at) => {
                found(end, self.who_replies(tokens, at, before), true)
            }
            "his" | "her" if let Some((end, who)) = self.met(tokens, at, before) => found(end, Some(who), false),
            _ if let Some((end, who)) = self.met_by(tokens, at, before) => found(end, Some(who), false),
            "the" if let Some(who) = self.one_of_two(tokens, at, before) => found(at + 2, Some(who), true),
            "he" | "she" => found(at + 1, self.he(tokens, at, before), true),
            "him" | "her" if self.is_object(tokens, at) => found(at + 1, self.he(tokens, at, before), true),
            "they" => {
                // 'In a joint statement the two governments said …. They will …': what the statement says.
                let several = |w: &Who| matches!(w, Who::Unnamed(_)) || self.is_joint(*w);
                // 'For analysts, it is what they call “…”'.
                let here = before
                    .iter()
                    .rev()
                    .filter_map(|m| m.who)
                    .find(|w| matches!(*w, Who::Unnamed(i) if self.unnamed[i].plural));
                // 'A diplomat was less kind. “…,” they said': whoever without a name was told of last.
                let last = self.recent.last().copied().filter(|w| matches!(w, Who::Unnamed(_)));
                let speaker = self.speaker.filter(several);
                let who = here.or(last.filter(|_| speaker.is_some_and(|w| !w.is_body())));
                let who = who.or(speaker).or_else(|| self.he(tokens, at, before));
                found(at + 1, who, true)
            }
            // 'A newspaper called it “…”': what is so called does not speak.
            "it" if at > 0 && self.press.name.contains_key(tokens[at - 1].lower()) => None,
            // 'It has become common to speak of “…”'.
            "it" if is_impersonal(tokens, at) => None,
            "it" => {
                let account = |w: &Who| matches!(w, Who::Body(i) if self.bodies[*i].is.gives_account());
                // 'Beijing's did: A, it said, …': the account is understood.
                let understood = |m: &Mention| m.start == 0 && tokens[m.end - 1].is_owner();
                let subject = |m: &&Mention| {
                    let acts = understood(m) || is_subject(self.press, tokens, m);
                    acts && m.who.as_ref().is_some_and(account)
                };
                // 'The US side, it reported, called it “…”': the agency of the sentence before, but not behind a colon.
                let colon = |m: &Mention| tokens[m.end..at].iter().any(|t| t.is_sign(':'));
                let here = before.iter().find(subject).filter(|m| !self.is_aside(tokens, at) || colon(m));
                // 'A, in the American account, raised what it called “…”'.
                let what = at > 0 && tokens[at - 1].lower() == "what";
                let named = before.iter().rev().find(|m| self.press.is_account(&tokens[m.end - 1]));
                let named = named.and_then(|m| m.who).filter(|w| what && account(w));
                let here = here.and_then(|m| m.who).or(named).or_else(|| self.state_that_calls(tokens, at));
                let owner = || before.iter().filter_map(|m| m.who).find(account);
                // 'The embassy denied it. The object was “…,” it said': whichever institution spoke last.
                let talker = self.heard.filter(|w| self.is_aside_or_end(tokens, at) && self.is_house(*w));
                // 'Their embassy condemned what it called “…”'.
                // 'Lakeford Times editorial: “…,” it says' has the paper's name before it.
                let label = |m: &&Mention| m.start == 0 && tokens.get(m.end).is_some_and(|t| t.is_sign(':'));
                let label = before.first().filter(label).and_then(|m| m.who);
                let houses = || before.iter().rev().filter(|_| what).filter_map(|m| m.who);
                let house = houses().chain(label).find(|w| self.is_house(*w));
                // 'The document was “…,” it said' names no other.
                let anew = |m: &Mention| tokens[m.start + 1..m.end].iter().any(Token::is_capital) || m.start > 0;
                let again = talker.filter(|_| !before.iter().any(|m| m.who.is_some_and(Who::is_body) && anew(m)));
                let here = again.or(here).or(house).or(talker);
                found(at + 1, here.or(self.account).or(self.body.map(Who::Body)).or_else(owner), true)
            }
            // 'They got another.' is no one.
            "another" | "others"
                if self.speaks(tokens, at + 1) && !tokens[at + 1].is_sign('.')
                    || at == 0 && tokens.get(1).is_some_and(|t| self.press.is_adverb(t)) =>
            {
                self.another(tokens[at].lower() == "others").and_then(|who| found(at + 1, Some(who), false))
            }
            // 'Two officials talked of it. One called it “cold.”'
            "one" if at == 0 && self.speaks(tokens, at + 1) => {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural);
                several.and_then(|i| found(at + 1, Some(Who::Unnamed(i)), false))
            }
            // 'Lakeland's officials urged calm. One in Lakeport, asked about it, smiled.'
            "one"
                if at == 0
                    && matches!(word_at(tokens, 1), "in" | "at" | "from")
                    && tokens.get(2).is_some_and(Token::is_capital) =>
            {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural)?;
                let who = self.one_of(several);
                found(at + 1, Some(who), false)
            }
            // 'An official said so. The tone, by that account, was “flat”': as he told it.
            "that" | "this"
                if at > 0
                    && matches!(tokens[at - 1].lower(), "by" | "in" | "on")
                    && matches!(word_at(tokens, at + 1), "account" | "telling")
                    && self.talker.is_some_and(|w| matches!(w, Who::Unnamed(_))) =>
            {
                found(at + 2, self.talker, true)
            }
            // 'A's aides bristled. “…,” said one.'
            "one" | "another" if at > 1 && self.closes_behind_quote(tokens, at) => {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural)?;
                let who = self.one_of(several);
                found(at + 1, Some(who), false)
            }
            // '“…,” one of them said'.
            "one" if word_at(tokens, at + 1) == "of" && word_at(tokens, at + 2) == "them" => {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural)?;
                let who = self.one_of(several);
                found(at + 3, Some(who), false)
            }
            // 'Two people told of it, one in each capital. “…,” said the one in Lakeford.'
            "the"
                if word_at(tokens, at + 1) == "one"
                    && matches!(word_at(tokens, at + 2), "in" | "at" | "from")
                    && tokens.get(at + 3).is_some_and(Token::is_capital) =>
            {
                let several = self.last_unnamed.filter(|i| self.unnamed[*i].plural)?;
                let who = self.one_of(several);
                self.learn_place(who, &tokens[at + 3]);
                found(at + 4, Some(who), false)
            }
            // '“…,” both sides said.'
            "both" | "the" if let Some(end) = self.both_say(tokens, at) => {
                let name = tokens[at..end].iter().map(Token::lower).collect::<Vec<_>>().join(" ");
                let both = self.body_number(name, Institution::with_account("both"));
                found(end, Some(Who::Body(both)), false)
            }
            // 'The second said', where two officials have spoken.
            "the"
                if tokens.get(at + 1).is_some_and(|t| self.press.unnamed.ordinals.contains(t.lower()))
                    && self.speaks(tokens, at + 2) =>
            {
                // 'The statement had three lines. The first called it “…”'.
                let Some(last) = self.last_unnamed else {
                    return self.body.and_then(|body| found(at + 2, Some(Who::Body(body)), false));
                };
                let head = self.unnamed[last].head.clone();
                let known = self.same_nameless(&head, Some(tokens[at + 1].lower()), true, &[]);
                let who = known.map(Who::Unnamed).or_else(|| self.another(false))?;
                self.learn_work(who, &tokens[at + 2..]);
                found(at + 2, Some(who), false)
            }
            // 'The 79-year-old said': whoever with a name was there last.
            "the" if word_at(tokens, at + 1).ends_with("-year-old") && self.speaks(tokens, at + 2) => {
                let who = self.lately().find(|w| w.is_person())?;
                found(at + 2, Some(who), true)
            }
            // 'A, whose ministry called it “…”'.
            // 'Asked about it, the former fund manager said': whoever is spoken of.
            "the" if word_at(tokens, at + 1) == "former" && self.former(tokens, at).is_some() => {
                let here = |who: &Who| before.iter().any(|m| m.who == Some(*who));
                let last = [self.quoted, self.talker, self.speaker].into_iter().flatten().chain(self.lately());
                let who = last.into_iter().find(|who| who.is_person() && !here(who));
                found(self.former(tokens, at)?, who, true)
            }
            "whose" if self.whose_spokesperson(tokens, at, before).is_some() => {
                let (end, who) = self.whose_spokesperson(tokens, at, before)?;
                let Who::Body(body) = who else { return None };
                found(end, Some(Who::Body(self.spoken_for(body))), false)
            }
            "whose" if !tokens.get(at + 1).is_some_and(|t| matches!(t.lower(), "ministry" | "department")) => None,
            "the" | "its" | "their" | "his" | "her" | "whose" | "a" | "an" | "top" | "us" | "chinese" | "another"
            | "that" => {
                let (end, who) = self.phrase(tokens, at, before)?;
                found(end, who, false)
            }
            _ => None,
        }
    }

    /// Where a phrase for both parties ends that say something: 'both sides said', 'the two governments said'.
    fn both_say(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let two = at + usize::from(word_at(tokens, at) == "the");
        let both = matches!(word_at(tokens, two), "both" | "two");
        let noun =
            matches!(word_at(tokens, two + 1), "sides" | "governments" | "delegations" | "capitals" | "ministries");
        (both && noun && self.reports(tokens, two + 2)).then_some(two + 2)
    }

    /// Whether a word ends its sentence behind a quotation and a verb of saying: '“…,” said one.'
    fn closes_behind_quote(&self, tokens: &[Token], at: usize) -> bool {
        let comma = usize::from(at > 2 && tokens[at - 2].is_sign(','));
        let quote = at.checked_sub(2 + comma).is_some_and(|i| tokens[i].quote().is_some());
        let ends = tokens.get(at + 1).is_none_or(|t| !t.is_word() && t.quote().is_none());
        quote && ends && self.press.report.contains_key(tokens[at - 1].lower())
    }

    /// Where 'the former fund manager' ends before a verb of saying: what somebody once was, who is named by it. Of offices there
    /// are several who had them.
    fn former(&self, tokens: &[Token], at: usize) -> Option<usize> {
        /// How many words tell what he was.
        const MOST: usize = 5;
        let end = (at + 3..tokens.len().min(at + 3 + MOST)).find(|end| self.speaks(tokens, *end))?;
        let words = &tokens[at + 2..end];
        let plain = words.iter().all(|t| t.is_word() && !t.is_owner() && !self.press.ends_phrase(t));
        let noun = words.last()?;
        let office = matches!(
            noun.lower(),
            "president"
                | "secretary"
                | "minister"
                | "official"
                | "diplomat"
                | "ambassador"
                | "adviser"
                | "advisor"
                | "officials"
                | "leader"
                | "officer"
        );
        (plain && !office && !noun.is_capital()).then_some(end)
    }

    /// A people as author of its side's account, beside another account: 'the Americans write of', 'the Chinese have'.
    fn authors(&mut self, tokens: &[Token], at: usize) -> Option<(usize, Who)> {
        let side = match tokens.get(at + 1)?.lower() {
            "americans" => "us",
            "chinese" => "cn",
            _ => return None,
        };
        let press = self.press;
        let verb = tokens.get(at + 2)?;
        let writes = verb.lower() == "have"
            || press.bare.contains(verb.lower())
            || matches!(verb.lower(), "say" | "speak")
            || longest(tokens, at + 2, |words| {
                press.bare_name.get(verb.lower()).is_some_and(|all| all.iter().any(|p| p.join(" ") == words))
            })
            .is_some();
        let of_account = self.compared && tokens[at].lower() == "the" && tokens[at + 1].is_capital() && writes;
        if !of_account {
            return None;
        }
        let name = tokens[at + 1].text().to_owned();
        let account = self.account_of(side);
        Some((at + 2, account.unwrap_or_else(|| Who::Body(self.body_number(name, Institution::with_account(side))))))
    }

    /// Where a phrase ends that stands for somebody, and for whom, as far as that is known: 'the US leader', 'its statement'.
    fn phrase(&mut self, tokens: &[Token], at: usize, before: &[Mention]) -> Option<(usize, Option<Who>)> {
        let known = self.post(tokens, at, before).or_else(|| self.own_side(tokens, at, before));
        if let Some((end, who)) = known.or_else(|| self.sheet(tokens, at)) {
            return Some((end, Some(who)));
        }
        // 'According to the same report': what the agency reported that was named last.
        let report = (at + 1..at + 3).find(|i| word_at(tokens, *i) == "report");
        let paper = self.body.filter(|body| self.is_paper(*body) && is_party(&self.bodies[*body].is.side));
        if let (Some(end), Some(paper)) = (report, paper.filter(|_| word_at(tokens, at) == "the")) {
            let same =
                end == at + 1 || matches!(word_at(tokens, at + 1), "same" | "agency" | "agency's" | "broadcaster");
            if same {
                return Some((end + 1, Some(Who::Body(paper))));
            }
        }
        // 'Its editorial began': of the paper that was named last.
        let editorial = tokens.get(at + 1).is_some_and(|t| matches!(t.lower(), "editorial" | "commentary" | "op-ed"));
        if editorial && matches!(word_at(tokens, at), "its" | "the" | "an" | "a") {
            let paper = (0..self.bodies.len()).rev().find(|b| self.is_paper(*b) && is_party(&self.bodies[*b].is.side));
            return paper.map(|paper| (at + 2, Some(Who::Body(paper))));
        }
        // 'According to the first of them', where a ministry has put out several.
        let of_them = tokens.get(at + 2).is_some_and(|t| t.lower() == "of")
            && tokens.get(at + 3).is_some_and(|t| matches!(t.lower(), "them" | "these" | "those"));
        if of_them && at > 1 && tokens[at - 2].lower() == "according" {
            return Some((at + 4, self.body.map(Who::Body)));
        }
        // 'Chinese Ministry of Foreign Affairs spokeswoman A' is of it, and no account.
        let opens = at + usize::from(tokens[at].lower() == "the");
        let spokes = |t: &Token| self.press.titles.spokespersons.contains(t.lower());
        if let Some((end, _)) = self.institution_at(tokens, opens)
            && tokens.get(end).is_some_and(spokes)
        {
            let named = tokens.get(end + 1).is_some_and(Token::is_capital) && !self.speaks(tokens, end + 1);
            return if named { None } else { self.spokesperson_alone(tokens, opens, end) };
        }
        // 'The State Department' has its own name.
        if self.institution_at(tokens, at + 1).is_some_and(|(end, _)| {
            !tokens
                .get(end)
                .is_some_and(|t| t.is_word() && (self.is_person(t) || self.press.documents.nouns.contains(t.lower())))
        }) {
            return None;
        }
        let mut head = at + 1;
        while tokens.get(head).is_some_and(|t| {
            t.is_word()
                && head < at + 6
                && !self.press.titles.persons.contains(t.lower())
                && (!self.press.documents.nouns.contains(t.lower())
                    || tokens.get(head + 1).is_some_and(|n| self.is_person(n)))
                && !self.press.report.contains_key(t.lower())
                && !self.press.ends_phrase(t)
        }) {
            head += 1;
        }
        let noun = tokens.get(head)?;
        let words: Vec<String> = tokens[at..head].iter().map(with_owner).collect();
        // 'The former president' is of the side that he was of.
        let told = |word: &&str| word_at(tokens, at) != "the" || !self.is_rank(word);
        let words: Vec<&str> = words.iter().map(String::as_str).filter(told).collect();
        // Whom an account quotes is of its side: 'CCTV quoted the president as saying'.
        let by = before.last().filter(|m| at > 0 && m.end + 1 == at && quotes(&tokens[at - 1]));
        let theirs = || by.and_then(|m| m.who).map(|w| self.side(w).to_owned());
        let side = self.side_of(&words).or_else(theirs);
        let first = with_owner(&tokens[at]);
        let phrase = Phrase { tokens, at, head, noun, first: &first, side };
        if self.press.titles.persons.contains(noun.lower()) {
            return self.holder(&phrase, before);
        }
        // 'A longer Foreign Ministry statement' has the ministry's name in it.
        let named = (at + 1..head).any(|i| self.institution_at(tokens, i).is_some());
        if self.press.documents.nouns.contains(noun.lower()) && !named {
            return self.account_again(&phrase, before);
        }
        None
    }

    /// Who holds an office, or speaks for an institution: 'the US president', 'a Commerce Ministry spokesperson'.
    fn holder(&mut self, phrase: &Phrase<'_>, before: &[Mention]) -> Option<(usize, Option<Who>)> {
        let Phrase { tokens, at, head, noun, first, ref side } = *phrase;
        let next = tokens.get(head + 1);
        // 'A Commerce Ministry spokesperson, A B, …': the name counts.
        let capital = |i: usize| tokens.get(i).is_some_and(Token::is_capital);
        let comma = |i: usize| is_comma(tokens, i);
        if comma(head + 1) && capital(head + 2) && capital(head + 3) && (4..6).any(|i| comma(head + i)) {
            return None;
        }
        if matches!(first, "a" | "an" | "another") {
            return self.one_for_a_body(phrase, before);
        }
        // 'The US president, Joe Biden, said': the name counts.
        let name = next.is_some_and(|t| t.is_sign(','))
            && tokens.get(head + 2).is_some_and(|t| t.is_capital() && !self.press.common.contains(t.lower()));
        if name || next.is_some_and(|t| t.is_capital() && !self.speaks(tokens, head + 1)) {
            return None;
        }
        // 'The same minister said so an hour earlier': whoever was there last.
        let spokes = self.press.titles.spokespersons.contains(noun.lower());
        if !spokes && head == at + 2 && first == "the" && tokens[at + 1].lower() == "same" {
            return Some((head + 1, self.lately().find(|w| w.is_person())));
        }
        let of_other = spokes.then(|| self.of_another_ministry(phrase)).flatten();
        let nameless = of_other.or_else(|| self.last_spoken_for.filter(|_| spokes)).map(Who::Body);
        let home = || self.home_of_office(&tokens[at..], head - at).map(str::to_owned);
        let rank = tokens[at..head].iter().map(Token::lower).find(|word| self.is_rank(word));
        let who = self
            .office(noun.lower(), side.as_deref(), rank)
            .or_else(|| self.office(noun.lower(), Some(&home().filter(|_| side.is_none())?), rank));
        // 'The secretary of state' is not of the treasury.
        let of_state =
            noun.lower() == "secretary" && word_at(tokens, head + 1) == "of" && word_at(tokens, head + 2) == "state";
        // '“…,” Shen said. “…,” the president went on': whoever was quoted just before, where he is one.
        let quoted = self.quoted.and_then(|w| if let Who::Person(i) = w { Some(i) } else { None });
        let president = noun.lower() == "president" && side.is_none() && rank.is_none();
        let quoted = quoted.filter(|i| president && self.people[*i].leader);
        let who = match quoted.filter(|_| first == "the" && self.speaks(tokens, head + 1)) {
            _ if of_state => self.secretary_of_state(),
            Some(person) => Some(person),
            None => who,
        };
        // 'The U.S. president', whom the article does not name, is none of his ministers.
        let other = |title: &String| self.press.titles.persons.contains(title) && title != noun.lower();
        let minister = who.is_some_and(|i| !self.people[i].leader && self.people[i].titles.iter().any(other));
        let minister = minister && matches!(noun.lower(), "president" | "leader");
        if let Some(side) = side.as_ref().filter(|side| minister && is_party(side)) {
            let text =
                tokens[at..=head].iter().filter(|t| t.lower() != "the").map(written).collect::<Vec<_>>().join(" ");
            let one = self.public_person(text, noun.lower().to_owned(), side.clone());
            return Some((head + 1, Some(one)));
        }
        // 'The UN secretary-general', whom the article does not name.
        let abroad =
            side.as_ref().filter(|side| who.is_none() && nameless.is_none() && *side != NO_SIDE && !is_party(side));
        if let Some(side) = abroad.filter(|_| first == "the" && self.speaks(tokens, head + 1)) {
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            return Some((head + 1, Some(self.public_person(text, noun.lower().to_owned(), side.clone()))));
        }
        let who = who.map(Who::Person);
        Some((head + if of_state { 3 } else { 1 }, nameless.or(who)))
    }

    /// One who speaks for an institution: 'a Commerce Ministry spokesperson', 'a spokesperson for the department'.
    fn one_for_a_body(&mut self, phrase: &Phrase<'_>, before: &[Mention]) -> Option<(usize, Option<Who>)> {
        let Phrase { tokens, at, head, noun, .. } = *phrase;
        let body = self.body_within(tokens, at, head);
        let behind = tokens.get(head + 1).filter(|t| matches!(t.lower(), "for" | "of" | "at" | "from"));
        let near = body.or_else(|| behind.and_then(|_| self.behind_article(tokens, head + 2)));
        // 'In Lakeford, a Foreign Ministry spokesman said': of the state whose capital it is.
        let ministry = tokens[at + 1..head].iter().any(|t| t.lower() == "ministry");
        let own = self.side_of(&[&with_owner(&tokens[at + 1])]).is_some();
        let abroad = self.capital_before(tokens, at).filter(|state| ministry && !own && !is_party(state));
        if let (Some(state), Some((_, to))) = (abroad.map(str::to_owned), near) {
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            return Some((to.max(head + 1), Some(self.public_person(text, noun.lower().to_owned(), state))));
        }
        // 'A council spokesperson, who declined to be named, said'.
        let rest = to_end(tokens, near.map_or(head + 1, |(_, to)| to.max(head + 1)));
        let hidden =
            |from: usize| longest(tokens, from, |words| self.press.unnamed.anonymous.contains(words)).is_some();
        if let Some((from, to)) = near
            && rest.clone().any(hidden)
        {
            let side =
                self.body_with(&tokens[from..to], "remarks").map(|number| self.bodies[number].is.side.clone())?;
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            let one =
                Unnamed { text, head: noun.lower().to_owned(), ordinal: None, side, public: false, plural: false };
            self.unnamed.push(one);
            return Some((rest.start, Some(Who::Unnamed(self.unnamed.len() - 1))));
        }
        // 'A Lakeware spokesperson': a company's, where no institution and no state is named.
        let spokes = self.press.titles.spokespersons.contains(noun.lower());
        let words = &tokens[at + 1..head];
        let names: Vec<String> = words.iter().map(with_owner).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        // 'A Lakeland government spokesperson' is of a state that is no party.
        let side = self.side_of(&names);
        let apart = side.as_deref().is_none_or(|side| !is_party(side));
        if near.is_none() && spokes && words.iter().any(Token::is_capital) && apart {
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            let one = self.public_person(text, noun.lower().to_owned(), side.unwrap_or_else(|| NO_SIDE.to_owned()));
            return Some((head + 1, Some(one)));
        }
        if let Some((from, to)) = near {
            // What somebody says for it is no account, unless it is a statement.
            let number = self.body_with(&tokens[from..to], "remarks")?;
            self.last_spoken_for = Some(number);
            return Some((to.max(head + 1), Some(Who::Body(number))));
        }
        if let Some(spokes) = self.spokesperson_abroad(tokens, head) {
            return Some(spokes);
        }
        // 'A spokesman for Brock' is of his side, 'a spokesman for Lakeware', or for a committee, of none.
        if let Some(spokes) = self.spokesperson_for(tokens, head) {
            return Some(spokes);
        }
        // 'A government spokesperson' is of the state that has just answered.
        let government = spokes && head == at + 2 && word_at(tokens, at + 1) == "government";
        if let Some(state) = self.abroad.clone().filter(|_| government) {
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            return Some((head + 1, Some(self.public_person(text, noun.lower().to_owned(), state))));
        }
        // 'A Lakelandish minister shrugged': he is of that state.
        let opens = at == 0 || self.speaks(tokens, head + 1);
        if let Some(side) = phrase.side.as_ref().filter(|side| !spokes && opens && !is_party(side)) {
            let text = tokens[at + 1..=head].iter().map(written).collect::<Vec<_>>().join(" ");
            let one = self.public_person(text, noun.lower().to_owned(), side.clone());
            return Some((head + 1, Some(one)));
        }
        // 'A spokesperson for the department' too.
        let link = behind.map(|_| head + 2 + usize::from(word_at(tokens, head + 2) == "the"));
        let own = (head == at + 2).then(|| tokens[at + 1].lower());
        let house = own.or_else(|| link.map(|noun| word_at(tokens, noun)));
        // 'An unnamed spokesperson' is a spokesperson.
        let plain = house.is_some_and(|word| self.press.unnamed.nameless.contains(word));
        let words = head - at - usize::from(plain);
        // '“…,” a spokesman said.'
        let quote = at.checked_sub(1 + usize::from(at > 0 && is_comma(tokens, at - 1)));
        let closes = quote.is_some_and(|i| tokens[i].quote().is_some()) && self.speaks(tokens, head + 1);
        Some((head + 1, Some(self.spokesperson_of(noun, house, words, (before, closes))?)))
    }
}
