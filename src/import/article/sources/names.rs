//! Where the name of a person stands, and what looks like one and is none.

use std::ops::Range;

use super::words::{in_full, joined, longest, with_article, with_owner};
use super::{Mention, Sources, Who};
use crate::import::article::NO_SIDE;
use crate::import::article::frame::{Token, What, word_before};
use crate::import::article::press::Institution;

/// Where the office stands of somebody who is sent 'to' a place at a token: 'ambassador to'.
fn sent_to(tokens: &[Token], to: usize) -> Option<usize> {
    let office = to.checked_sub(1).filter(|_| tokens[to].lower() == "to")?;
    matches!(tokens[office].lower(), "ambassador" | "envoy" | "emissary" | "consul").then_some(office)
}

/// Whether a word that can be a name opens a question: 'Will A go?'.
fn asks(tokens: &[Token], at: usize) -> bool {
    let opens = at == 0 && matches!(tokens[0].lower(), "will" | "may");
    opens && tokens.last().is_some_and(|t| t.is_sign('?')) && !tokens.iter().any(|t| t.quote().is_some())
}

impl Sources {
    /// A person by name, with or without an office before it.
    pub(super) fn named(&mut self, tokens: &[Token], at: usize) -> Option<Mention> {
        let first = &tokens[at];
        let titles = &self.press.titles.words;
        let starts = first.is_capital()
            && !asks(tokens, at)
            && !self.is_epithet(tokens, at)
            && (!self.press.common.contains(first.lower())
                || titles.contains(first.lower())
                || self.is_surname(tokens, at)
                || tokens.get(at + 1).is_some_and(Token::is_capital)
                    && self.known.contains_key(&joined(&tokens[at..at + 2])));
        if !starts {
            return None;
        }
        let mut end = at;
        while tokens.get(end).is_some_and(|t| t.is_word() && (t.is_capital() || self.links(tokens, end))) {
            end += 1;
            if tokens[end - 1].is_owner() && !titles.contains(&with_owner(&tokens[end - 1])) {
                break;
            }
        }
        // 'Naming A in it was a first': a doing opens the sentence.
        let doing = at == 0 && first.lower().len() > 5 && first.lower().ends_with("ing");
        if doing && tokens.get(1).is_some_and(|t| t.is_capital() && self.goes_by(t)) {
            return None;
        }
        end = self.end_of_name(tokens, at, end);
        // 'United States Secretary of State': the state belongs to the office.
        let state = longest(&tokens[..end], at, |n| self.press.bodies.get(n).is_some_and(|b| b.gives_remarks()));
        let mut name = state.filter(|state| *state < end).unwrap_or(at);
        while name < end
            && (titles.contains(tokens[name].lower())
                || titles.contains(tokens[name].lower().trim_end_matches('.'))
                || titles.contains(&with_owner(&tokens[name]))
                || self.links(tokens, name)
                || self.nation(&tokens[name]).is_some())
        {
            name += 1;
        }
        // 'Lakeland International Trade Representative A B': an office with other words in it.
        let holds = |t: &Token| self.press.titles.persons.contains(t.lower()) || t.lower() == "director";
        let office = (name..end).rev().find(|i| holds(&tokens[*i]));
        if let Some(office) = office.filter(|office| *office + 2 < end) {
            name = office + 1;
        }
        let words = &tokens[name..end];
        if self.is_event(words) || self.is_nobody(tokens, at, name..end) {
            return None;
        }
        if self.is_organisation(words) {
            let name = in_full(words);
            let is = Institution::with_account(NO_SIDE);
            let number = self.body_number(name, is);
            return Some(Mention {
                start: with_article(tokens, at),
                end,
                who: Some(Who::Body(number)),
                pronoun: false,
            });
        }
        // 'Nvidia said', 'its owner A thanked both': a company or another by one name.
        let owned = at > 1 && tokens[at - 2].is_owner() && self.press.names.owners.contains(tokens[at - 1].lower());
        let acts = |tokens: &[Token], end: usize| {
            self.reports(tokens, end)
                || owned && tokens.get(end).is_some_and(|t| self.press.report.contains_key(t.lower()))
        };
        let unknown = |t: &Token| !self.goes_by(t);
        if words.len() == 1 && name == at && unknown(&words[0]) && !words[0].is_owner() && acts(tokens, end) {
            let is = Institution::with_account(NO_SIDE);
            let number = self.body_number(words[0].text().to_owned(), is);
            return Some(Mention { start: at, end, who: Some(Who::Body(number)), pronoun: false });
        }
        // 'The US Indo-Pacific strategy' is nobody's.
        if words.len() == 1 && unknown(&words[0]) && self.is_of_land(tokens, at..name, end) {
            return None;
        }
        // 'The US ambassador to China A B': he is not of where he is sent.
        let sent =
            at.checked_sub(1).and_then(|i| sent_to(tokens, i - usize::from(i > 0 && tokens[i].lower() == "the")));
        let (opens, own) = sent.map_or((at, at..name), |office| (office + 1, office..office + 1));
        let office: Vec<String> =
            tokens[own].iter().map(with_owner).map(|w| self.of_one(w.trim_end_matches('.'))).collect();
        let office = if office.is_empty() { self.shared_office(&tokens[..at]) } else { office };
        let number = self.person_by_name(words, &office, &tokens[..opens], &tokens[end..])?;
        self.people[number].count += 1;
        if let Some((end, body)) = self.institution_behind(tokens, end, number) {
            return Some(Mention { start: at, end, who: Some(Who::Body(body)), pronoun: false });
        }
        // 'national security adviser Jake Sullivan': the office belongs to the name.
        let mut start = at;
        while start > 0 && titles.contains(tokens[start - 1].lower()) {
            start -= 1;
        }
        Some(Mention { start: with_article(tokens, start), end, who: Some(Who::Person(number)), pronoun: false })
    }

    /// Whether somebody in the article or known to the codebook goes by a word.
    pub(super) fn goes_by(&self, token: &Token) -> bool {
        self.surnames.contains_key(token.lower()) || self.known.contains_key(token.lower())
    }

    /// Whether a word with a capital only says what somebody is like whose surname follows: 'Poor Brock', 'Mild-mannered Brock'.
    fn is_epithet(&self, tokens: &[Token], at: usize) -> bool {
        let Some(name) = tokens.get(at + 1).filter(|t| t.is_capital() && self.goes_by(t)) else { return false };
        let word = tokens[at].lower();
        // 'Jong-un Kim' has two parts too.
        let parts =
            word.contains('-') && tokens[at].text().split('-').skip(1).all(|p| p.starts_with(char::is_lowercase));
        let form = ["less", "ful", "ous"].iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end));
        let adjective = self.press.names.epithets.contains(word) || parts || form;
        let named = format!("{word} {}", name.lower());
        adjective && !self.known.contains_key(&named) && !self.known.contains_key(word)
    }

    /// Whether a word has nothing but a land before it, and behind it goes on as no name does: 'the US Navy ship'.
    fn is_of_land(&self, tokens: &[Token], before: Range<usize>, end: usize) -> bool {
        let land = |t: &Token| {
            let word = with_owner(t);
            let list = |list: &[String]| list.contains(&word);
            self.nation(t).is_some() || list(&self.press.sides.us) || list(&self.press.sides.cn)
        };
        let goes_on = tokens.get(end).is_some_and(|t| t.is_word() && !self.press.ends_phrase(t));
        !before.is_empty() && tokens[before].iter().all(land) && goes_on && !self.speaks(tokens, end)
    }

    /// Whether words with capitals, a part of a phrase that begins at a token, name nobody: a place, a text, a time.
    fn is_nobody(&self, tokens: &[Token], at: usize, name: Range<usize>) -> bool {
        let (name, end) = (name.start, name.end);
        let words = &tokens[name..end];
        // 'The San Francisco meeting' is named after a place.
        let place = |t: &Token| self.press.names.gatherings.contains(t.lower());
        let full = self.known.contains_key(&joined(words));
        let unknown = !full && words.iter().all(|t| !self.known.contains_key(t.lower()));
        let before = word_before(tokens, at, 1);
        let of_place = before == "the" && tokens.get(end).is_some_and(place);
        // 'In San Francisco': nobody stands behind 'in' who was not named before.
        let direction = word_before(tokens, at, 2);
        let beside = before == "of" && matches!(direction, "north" | "south" | "east" | "west" | "city" | "outside");
        let in_place =
            (beside || matches!(before, "in" | "near" | "outside")) && words.len() > 1 && !self.named_so(words);
        // 'The Great Hall': no name of a person has an article.
        let with_the = before == "the" && words.len() > 1 && !self.named_so(words);
        if name == at && unknown && (of_place || in_place || with_the && !self.is_organisation(words)) {
            return true;
        }
        // 'The province of A' is nobody, nor is 'A Province', 'the South China Sea'.
        // 'The China Sea Power Report' is a text.
        let text = words.last().is_some_and(|t| {
            matches!(t.lower(), "report" | "review" | "paper" | "index" | "survey")
                || self.press.names.things.contains(t.lower())
        });
        if text && words.len() > 1 && unknown && !self.named_so(words) {
            return true;
        }
        let land = words.last().is_some_and(|t| self.press.names.places.contains(t.lower()));
        if land && (words.len() > 1 || name > at) && unknown {
            return true;
        }
        // 'The Democrat of Ohio' is no Ohio.
        let place = name > at && words.len() == 1 && tokens[name - 1].lower() == "of";
        if place && unknown && !self.surnames.contains_key(words[0].lower()) {
            return true;
        }
        // '6:00 AM EST' is nobody's name either, nor is the heading 'REEF RULING'; 'A B:' may be whose turn it is in a broadcast.
        let capitals = |t: &Token| !t.text().contains(char::is_lowercase);
        let short = |t: &Token| t.text().len() <= 4;
        // Behind a dash stands what a part of a newsletter is about: '— REEF RULING: …'.
        let before = tokens[..at].iter().rposition(|t| !(t.is_capital() && capitals(t)));
        let part = before.is_some_and(|i| ['—', '–', '-', '•', '*'].iter().any(|sign| tokens[i].is_sign(*sign)));
        let label = !part && tokens.get(end).is_some_and(|t| [':', ',', '('].iter().any(|sign| t.is_sign(*sign)));
        let shouted = words.iter().all(capitals) && (!label || words.iter().all(short));
        // 'Spokesperson ANN MOTT' has an office.
        let office = at.checked_sub(1).is_some_and(|i| !tokens[i].is_capital() && self.is_person(&tokens[i]));
        if name == at && unknown && words.len() > 1 && shouted && !office && !self.named_so(words) {
            return true;
        }
        // 'WORD OF THE DAY:' in capitals is nobody's name.
        let party = words.len() > 1
            && words
                .last()
                .is_some_and(|t| matches!(t.lower(), "democrat" | "republican" | "democrats" | "republicans"));
        let small = |t: &Token| self.press.names.small.contains(t.lower());
        let phrase = words.len() > 1 && words.iter().any(|t| small(t) && t.is_capital() && t.text().len() > 1);
        let state = |t: &Token| self.press.bodies.get(t.lower()).is_some_and(|b| b.gives_remarks());
        phrase
            || party && unknown
            || words.is_empty()
            || words.len() > 6
            || words.iter().any(state)
            || self.press.bodies.contains_key(&joined(words))
    }

    /// Where a name ends that the codebook knows and that has words with capitals behind it which belong to what follows, as
    /// in a headline: 'A B PLA will …'.
    fn end_of_name(&self, tokens: &[Token], at: usize, end: usize) -> usize {
        let known = |i: usize| {
            (2..=3)
                .rev()
                .map(|n| i + n)
                .filter(|e| *e <= end)
                .find(|e| self.known.contains_key(&joined(&tokens[i..*e])))
        };
        let last = (at..end).filter_map(known).max().filter(|last| *last < end);
        // 'A B III', and 'A B Jr.'.
        let numeral = |t: &Token| matches!(t.lower().trim_end_matches('.'), "ii" | "iii" | "iv" | "jr" | "sr");
        last.filter(|e| !numeral(&tokens[*e])).unwrap_or(end)
    }

    /// Whether words name what two do, and nobody: 'the Brock-Shen Summit'.
    fn is_event(&self, words: &[Token]) -> bool {
        let known = |part: &str| self.surnames.contains_key(part) || self.known.contains_key(part);
        let two = |t: &Token| t.lower().split_once('-').is_some_and(|(a, b)| known(a) && known(b)) && !known(t.lower());
        let event = |t: &Token| matches!(t.lower(), "summit" | "talks" | "dialogue");
        words.iter().any(two) || words.len() > 1 && words.last().is_some_and(event) && !self.named_so(words)
    }

    fn is_organisation(&self, words: &[Token]) -> bool {
        words.iter().any(|t| self.press.names.organisations.contains(t.lower()))
    }

    /// Whether a common word stands for the surname of somebody in the article: 'He' with a capital in the midst of a
    /// sentence is no pronoun, and at the beginning of one where he was the last to act.
    fn is_surname(&self, tokens: &[Token], at: usize) -> bool {
        let Some(person) = self.surnames.get(tokens[at].lower()) else { return false };
        let opens = at == 0 || matches!(tokens[at - 1].what, What::Sign(':' | '—' | '–' | '[' | '(' | '•' | '-' | '*'));
        // 'He told Brock' has somebody of the other side behind the verb.
        let other = |i: usize| {
            let name = tokens.get(i).filter(|t| t.is_capital()).and_then(|t| self.surnames.get(t.lower()));
            name.is_some_and(|n| self.people[*n].known && self.people[*n].side != self.people[*person].side)
        };
        let tells =
            at == 0 && tokens.get(1).is_some_and(|t| matches!(t.lower(), "told" | "urged" | "asked")) && other(2);
        // 'He, the vice premier, …': nobody says what a pronoun is.
        let told = tokens.get(at + 1).is_some_and(|t| t.is_sign(','))
            && tokens.get(at + 2).is_some_and(|t| {
                matches!(t.lower(), "the" | "a" | "an" | "who" | "whose") || t.is_capital() && t.is_owner()
            });
        // 'The ministry was cooler. The two “talked”, it said. He had conveyed “worry”': behind words of an account of his side.
        let side = &self.people[*person].side;
        let account = |w: Who| w.is_body() && self.tells_for_side(w) && self.side(w) == side;
        let another = |w: &Who| w.is_person() && self.side(*w) == side;
        let principal = self.is_principal(Who::Person(*person)) && !self.recent.last().is_some_and(another);
        let of_account = at == 0 && principal && self.quoted.is_some_and(account);
        !opens || told || tells || of_account || self.recent.last() == Some(&Who::Person(*person))
    }

    /// Whether a small word stands inside a name or an office: 'Secretary of State', 'Ursula von der Leyen'.
    fn links(&self, tokens: &[Token], at: usize) -> bool {
        let particle = matches!(tokens[at].lower(), "von" | "der" | "van" | "bin" | "al" | "de" | "of" | "for");
        particle
            && at > 0
            && tokens[at - 1].is_capital()
            && tokens.get(at + 1).is_some_and(|t| t.is_capital())
            && (!matches!(tokens[at].lower(), "of" | "for") || self.press.titles.words.contains(tokens[at - 1].lower()))
    }
}
