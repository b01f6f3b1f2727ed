//! Words by their letters: at each place of a text the longest one counts.

use std::collections::HashMap;

/// What a verb does with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// Says them, as they were spoken or written: 说, 写道.
    Speak,
    /// Does something with them, as an account tells it: 强调, 要求.
    Act,
    /// Gives a thing a name by them: 形容.
    Call,
    /// Gives those of another: 引述.
    Quote,
}

/// A word for people without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    Official,
    Insider,
    /// Who speaks in public and for no state: 学者, 分析师.
    Expert,
}

/// A word for somebody who was named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    They,
    Latter,
    Former,
    /// Whom the one who spoke last has before him: 客人.
    Other,
    /// The two sides: 双方.
    Sides,
}

/// What a word is of a phrase for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An institution or a state, by its number.
    Body(usize),
    /// An institution that several states have, by its number.
    Shared(usize),
    /// The institution named last of those whose names end with a character: 该部.
    That(char),
    /// Somebody by name, by his number.
    Person(usize),
    Office,
    Spokesperson,
    Lawmaker,
    Head(Head),
    Pronoun(Pronoun),
    /// Before somebody without a name: 一名, 另一名, 这名.
    One,
    Other,
    This,
    /// That somebody keeps his name back: 不愿具名的.
    Hidden,
    /// Between the words of an office: 首席.
    Joining,
    /// Before one that somebody has no more: 前.
    Former,
    /// Whose words are nobody's: media, 网友.
    Nobody,
}

/// What a word can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    pub say: Option<Say>,
    pub role: Option<Role>,
    /// Whether it is a noun for an account, for one that was named before, for one of both sides, for a list of measures.
    pub account: bool,
    pub again: bool,
    pub joint: bool,
    pub sheet: bool,
    /// Whether it shows that words were written as an account, said in public, or said behind doors.
    pub written: bool,
    pub public: bool,
    /// Whether it tells that something was said on an earlier day, where it stands before the verb.
    pub earlier: bool,
    pub meets: bool,
}

/// Words by their letters.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    /// For each first character, the lengths in characters of the words that begin with it, one bit each.
    lengths: HashMap<char, u32>,
    words: HashMap<String, Word>,
}

/// The longest word in characters.
const LONGEST: usize = 24;

impl Lexicon {
    /// Adds to what is known of a word.
    pub fn add(&mut self, word: &str, set: impl Fn(&mut Word)) {
        let count = word.chars().count();
        let Some(first) = word.chars().next().filter(|_| count <= LONGEST) else { return };
        *self.lengths.entry(first).or_default() |= 1 << count;
        set(self.words.entry(word.to_owned()).or_default());
    }

    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<Word> {
        self.words.get(word).copied()
    }

    /// The longest word with which a text begins: its length in bytes and its meaning. An institution is none where 长 makes
    /// an office of it: 美国商务部长.
    pub fn longest(&self, text: &str) -> Option<(usize, Word)> {
        let first = text.chars().next()?;
        let lengths = *self.lengths.get(&first)?;
        let mut ends = [0; LONGEST + 1];
        let mut most = 0;
        for (at, c) in text.char_indices().take(LONGEST) {
            most += 1;
            ends[most] = at + c.len_utf8();
        }
        (1..=most).rev().filter(|count| lengths & 1 << count != 0).find_map(|count| {
            let word = *self.words.get(&text[..ends[count]])?;
            let body = matches!(word.role, Some(Role::Body(_) | Role::Shared(_)));
            (!body || !text[ends[count]..].starts_with('长')).then_some((ends[count], word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts() {
        let mut lexicon = Lexicon::default();
        lexicon.add("问", |w| w.say = Some(Say::Speak));
        lexicon.add("问题", |_| {});
        lexicon.add("湖城商务部", |w| w.role = Some(Role::Body(0)));
        lexicon.add("湖城", |w| w.role = Some(Role::Body(1)));
        assert_eq!(lexicon.longest("问题很多"), Some((6, Word::default())));
        assert!(lexicon.longest("问记者").is_some_and(|(length, word)| length == 3 && word.say.is_some()));
        assert!(lexicon.longest("湖城商务部长").is_some_and(|(_, word)| word.role == Some(Role::Body(1))));
        assert_eq!(lexicon.longest("答问"), None);
    }
}
