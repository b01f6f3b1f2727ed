//! Who stands in a sentence, and where: its subject, whoever opens it, the last and the only one.

use crate::import::article::PARTIES;

use super::{Clause, Mention, Press, Sentence, Sources, Token, Who, is_preposition, is_subject};

impl Sentence<'_> {
    /// Who is the subject: of the first verb of saying, else whoever is named first.
    pub fn subject(&self) -> Option<Who> {
        let known = || self.mentions.iter().filter(|m| m.who.is_some());
        if let Some(main) = self.behind_opening() {
            return Some(main);
        }
        // 'This will be read in Lakeford': a place does nothing.
        let place = |m: &&Mention| {
            let before = m.start.checked_sub(1).map_or("", |i| self.tokens[i].lower());
            m.who.is_some_and(Who::is_body) && matches!(before, "in" | "near" | "outside")
        };
        known().find(|m| self.can_act(m)).or_else(|| known().find(|m| !place(m))).and_then(|m| m.who)
    }

    /// Whom a pronoun in a phrase before the subject means: 'Asked whether he would return, A smiled'.
    fn behind_opening(&self) -> Option<Who> {
        let first = self.tokens.first()?;
        let pronoun = self.mentions.first().is_some_and(|m| m.pronoun);
        let main = self.mentions.iter().find(|m| !m.pronoun && m.who.is_some_and(Who::is_person))?;
        let parted = main.start > 0 && self.tokens[main.start - 1].is_sign(',');
        let acts = pronoun && parted && self.can_act(main);
        main.who.filter(|_| acts && Press::carried().names.opening.contains(first.lower()))
    }

    /// Whose turn it is, where the sentence begins with a name in capitals and a colon, as the script of a broadcast has it.
    pub fn turn_label(&self) -> Option<Who> {
        let label = self.mentions.first().filter(|m| m.start == 0)?;
        let capitals = self.tokens[..label.end].iter().all(|t| !t.text().contains(char::is_lowercase));
        let colon = self.tokens.get(label.end).is_some_and(|t| t.is_sign(':'));
        label.who.filter(|_| capitals && colon && self.tokens.get(label.end + 1).is_some_and(Token::is_word))
    }

    /// Whoever is its first word and its subject, or its subject behind a phrase: 'In the Chinese text, A turned it down'.
    pub fn opens(&self) -> Option<Who> {
        const MOST: usize = 9;
        let acts = |m: &&Mention| !m.pronoun && self.can_act(m);
        let behind = || {
            let person = self.mentions.iter().find(|m| m.who.is_some_and(|w| !w.is_body())).filter(acts)?;
            let [first, within @ .., comma] = &self.tokens[..person.start] else { return None };
            let phrase = is_preposition(first) && comma.is_sign(',') && within.iter().all(Token::is_word);
            Some(person).filter(|_| phrase && person.start <= MOST)
        };
        self.mentions.first().filter(|m| m.start == 0).filter(acts).or_else(behind)?.who
    }

    /// The person of whom something is the subject: 'A's letters were read'.
    pub fn owner(&self) -> Option<Who> {
        let first = self.mentions.first().filter(|m| m.start == 0 && self.tokens[m.end - 1].is_owner())?;
        first.who.filter(|w| w.is_person())
    }

    /// The last person who stands where a subject can, besides [`Self::subject`].
    pub fn last_person(&self) -> Option<Who> {
        let person = |m: &&Mention| m.who.is_some_and(Who::is_person) && self.can_act(m);
        self.mentions.iter().rev().find(person).and_then(|m| m.who)
    }

    /// The institution that says, calls or rejects something in it.
    pub fn institution(&self) -> Option<Who> {
        self.clauses.iter().filter_map(|c| c.who).find(|w| w.is_body())
    }

    /// Whether principals of both parties are named in it.
    pub fn names_both(&self, sources: &Sources) -> bool {
        let of = |side: &str| {
            self.mentions.iter().filter_map(|m| m.who).any(|w| sources.is_principal(w) && sources.side(w) == side)
        };
        PARTIES.iter().all(|side| of(side))
    }

    /// The only person in it: 'The last word may belong to A'.
    pub fn only_person(&self) -> Option<Who> {
        let mut people = self.mentions.iter().filter_map(|m| m.who).filter(|w| !w.is_body());
        let only = people.next().filter(|w| w.is_person())?;
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

    /// Whom those who ask ask in it, and who answers next: 'Reporters asked A about it'.
    pub fn asked_whom(&self, sources: &Sources) -> Option<Who> {
        let asks = |c: &&Clause| {
            let public = matches!(c.who, Some(Who::Unnamed(i)) if sources.unnamed[i].public);
            public && matches!(self.tokens[c.verb].lower(), "asked" | "pressed" | "questioned" | "quizzed")
        };
        let clause = self.clauses.iter().rfind(asks)?;
        let whom = self.mentions.iter().find(|m| m.start >= clause.end && m.who.is_some())?;
        // 'Asked lieutenant general A': an office may stand between.
        let office = self.tokens[clause.end..whom.start].iter().all(|t| t.is_word() && !is_preposition(t));
        whom.who.filter(|w| office && !w.is_body())
    }

    /// Whoever posts or writes something in it.
    pub fn posts(&self) -> Option<Who> {
        let posting = &Press::carried().names.posting;
        let clause = self.clauses.iter().rfind(|c| posting.contains(self.tokens[c.verb].lower()))?;
        clause.who.filter(|w| w.is_person())
    }

    /// Whether its first word is a pronoun for somebody.
    pub fn begins_with_pronoun(&self, who: Who) -> bool {
        self.mentions.first().is_some_and(|m| m.start == 0 && m.pronoun && m.who == Some(who))
    }

    /// Whether somebody is meant by a pronoun right behind the quotation with which it begins: '“…,” he said'.
    pub fn closes_with_pronoun(&self, who: Who) -> bool {
        let opens = self.tokens.first().is_some_and(|t| t.quote().is_some());
        let near = |m: &&Mention| m.start <= 3 && m.pronoun && m.who == Some(who);
        opens && self.mentions.first().filter(near).is_some()
    }

    /// Whether its first word is 'it'.
    pub fn begins_with_it(&self) -> bool {
        self.tokens.first().is_some_and(|t| t.lower() == "it")
    }

    /// Whose acts a quotation may tell: whoever stands before it, two where 'and' joins them.
    pub fn actors(&self, at: usize) -> Vec<Who> {
        let people = |m: &&Mention| m.who.is_some_and(Who::is_person);
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
            self.mentions.iter().find(|m| and && m.end + 1 == subject.start && m.who.is_some_and(Who::is_person))
        });
        joined.into_iter().chain([subject]).filter_map(|m| m.who).collect()
    }

    /// Whether somebody is the second of two, 'A and B', at token `until` or before it.
    pub(super) fn is_joined(&self, who: Who, until: usize) -> bool {
        // 'A told B, by his account, and he urged both': nobody stands before 'and'.
        let and = |m: &Mention| {
            let and = m.start.checked_sub(1).filter(|i| self.tokens[*i].lower() == "and");
            and.is_some_and(|and| self.mentions.iter().any(|first| first.end == and))
        };
        self.mentions.iter().any(|m| m.who == Some(who) && m.start <= until && and(m))
    }
}
