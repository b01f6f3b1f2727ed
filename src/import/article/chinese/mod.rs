//! News articles in Chinese: every direct quotation with who said it, for which side, and from what sort of source.
//!
//! An article is read in Simplified characters (`frame`), as words with a meaning of their own (`lexicon`, `words`: the data
//! of `data/press_zh.toml`) and the quotations among them (`marks`). Who is named is found in phrases of nations, offices and
//! names (`phrases`, `names`, `mentions`, `beside`, `people`), who says what by verbs of saying, their subjects and the accounts
//! beside them (`attribution`), and what sort of source that is by the words around (`kinds`). What nobody says is left out
//! (`things`). `reader` goes through the paragraphs, `outcome` makes of it what others get.

mod accounts;
mod attribution;
mod beside;
mod echoes;
mod frame;
mod heading;
mod kinds;
mod lexicon;
mod marks;
mod mentions;
mod names;
mod outcome;
mod people;
mod phrases;
mod reader;
mod things;
mod words;

pub(super) use reader::read;

#[cfg(test)]
mod tests;
