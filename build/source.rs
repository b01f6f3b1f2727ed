//! Values of the codebook as Rust source.

use std::fmt::Write;

use serde::de::DeserializeOwned;

use super::concepts::{Aspect, Concept, Inventory, Owner, Term, wrong};
use super::formulas::{Component, Formula, Formulas, Named, Part, SaidBy, Wording};
use super::matcher::{Entry, Matcher, Node, Trie};
use super::owned::{Owned, PerLanguage};
use super::raw::{CodebookError, Sources};
use super::rules::{Conditions, Group, Head, Role, Row, Rules, Stance, Strength, Use, Verb};
use super::{Act, ActEntry, Bilingual, Examples, List, SideEntry, Topic, Words};
use crate::text::Language;

/// The items of `embedded`.
pub fn embedded(text: &dyn Fn(&str) -> String) -> Result<String, CodebookError> {
    fn read<T: DeserializeOwned>(text: &dyn Fn(&str) -> String, file: &str) -> Result<T, CodebookError> {
        toml::from_str(&text(file)).map_err(|e| wrong(file, e))
    }
    let sources = Sources {
        topics: read(text, "topics.toml")?,
        acts: read(text, "acts.toml")?,
        speech: read(text, "speech.toml")?,
        sides: read(text, "sides.toml")?,
    };
    let topics: Vec<Topic> = sources.topics.topic.iter().map(Topic::from).collect();
    let acts: Vec<ActEntry> = sources.acts.act.iter().map(ActEntry::from).collect();
    let sides: Vec<SideEntry> = sources.sides.side.iter().map(SideEntry::from).collect();
    let mut inventory = Inventory::parse(&text("concepts.toml"), &text("formulas.toml"))?;
    leave_out(&mut inventory);
    let mut source = String::from(USES);
    let mut item = |name: &str, kind: String, value: &dyn Source| {
        let _ = write!(source, "pub(super) static {name}: {kind} = ");
        value.write(&mut source);
        source.push_str(";\n");
    };
    item("TOPICS", format!("[Topic; {}]", topics.len()), &Array(&topics));
    item("ACTS", format!("[ActEntry; {}]", acts.len()), &Array(&acts));
    item("SIDES", format!("[SideEntry; {}]", sides.len()), &Array(&sides));
    item("ENGLISH", "Rules".to_owned(), &Rules::compile(&sources, Language::En)?);
    item("CHINESE", "Rules".to_owned(), &Rules::compile(&sources, Language::Zh)?);
    item("INVENTORY", "Inventory".to_owned(), &inventory);
    Ok(source)
}

const USES: &str = "use super::concepts::{Aspect, Concept, Owner, Term};
use super::formulas::{Component, Formula, Formulas, Named, Part, SaidBy, Wording};
use super::matcher::{Entry, Matcher, Node, Trie};
use super::owned::{Owned, PerLanguage};
use super::rules::{Conditions, Group, Head, Role, Row, Rules, Stance, Strength, Use, Verb};
use super::{Act, ActEntry, Bilingual, Examples, List, SideEntry, Topic, Words};
use crate::text::Language;
";

/// Leaves out what no coding needs and only people read; `Codebook::concepts` reads that from the TOML.
fn leave_out(inventory: &mut Inventory) {
    for concept in inventory.concepts.to_mut() {
        for term in concept.terms.to_mut() {
            let Term { en, zh, signals, source, examples, .. } = term;
            (*en, *zh, *signals, *source, *examples) = Default::default();
        }
    }
}

/// A value that can be written as source.
trait Source {
    fn write(&self, out: &mut String);
}

/// The items of a list, in square brackets.
struct Array<'a, T>(&'a [T]);

impl<T: Source> Source for Array<'_, T> {
    fn write(&self, out: &mut String) {
        out.push('[');
        for one in self.0 {
            one.write(out);
            out.push_str(",\n");
        }
        out.push(']');
    }
}

impl<T: Source + Clone> Source for List<T> {
    fn write(&self, out: &mut String) {
        out.push_str("List::Borrowed(&");
        Array(self).write(out);
        out.push(')');
    }
}

impl<T: Source> Source for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            None => out.push_str("None"),
            Some(value) => {
                out.push_str("Some(");
                value.write(out);
                out.push(')');
            }
        }
    }
}

impl<A: Source, B: Source> Source for (A, B) {
    fn write(&self, out: &mut String) {
        out.push('(');
        self.0.write(out);
        out.push(',');
        self.1.write(out);
        out.push(')');
    }
}

impl Source for Words {
    fn write(&self, out: &mut String) {
        let _ = write!(out, "Words::Carried({:?})", self.as_str());
    }
}

/// What is written as it is shown, behind the name of its type where it has one.
macro_rules! shown {
    ($($kind:ty: $prefix:literal),+ $(,)?) => {$(
        impl Source for $kind {
            fn write(&self, out: &mut String) {
                let _ = write!(out, concat!($prefix, "{:?}"), self);
            }
        }
    )+};
}

shown!(
    u8: "", u16: "", u32: "", u64: "", usize: "", f64: "", bool: "",
    Act: "Act::", Aspect: "Aspect::", Language: "Language::", Strength: "Strength::", Stance: "Stance::", Use: "Use::", Verb: "Verb::",
    Owner: "Owner::", SaidBy: "SaidBy::",
);

/// What is written field by field.
macro_rules! fields {
    ($($kind:ident { $($field:ident),+ $(,)? })+) => {$(
        impl Source for $kind {
            fn write(&self, out: &mut String) {
                let Self { $($field),+ } = self;
                out.push_str(concat!(stringify!($kind), "{"));
                $(
                    out.push_str(concat!(stringify!($field), ":"));
                    $field.write(out);
                    out.push(',');
                )+
                out.push('}');
            }
        }
    )+};
}

fields! {
    Bilingual { en, zh }
    Examples { en, zh }
    Topic { id, label, definition, general, between, examples }
    SideEntry { id, name, publishes, language, surname_first, names_speakers, own_offices, nation }
    ActEntry { act, label, definition, examples }
    Concept { id, label, weight, aspect, parents, apart, alike, encloses, terms }
    Term { id, label, en, zh, sides, counterpart, signals, source, examples }
    Formula { id, label, side, definition, source, topics, said_by, with, recalled, since, anchor, components }
    Component { id, label, concepts, en, zh, narrated, follows, topics, since, changed }
    Wording { label, concepts, en, zh, own }
    Formulas { all, cues, concepts }
    Named { concept, term, part }
    Part { formula, component, changed }
    Inventory { concepts, formulas, index, ancestors, cues }
    Entry { cue, place, needs, count, flags, rank }
    Node { base, entries }
    Trie { checks, nodes, tails, entries }
    Matcher { language, code, cues, needs, trie, inside }
    Conditions { with, not }
    Group { id, role }
    Row { group, number, condition, conditions }
    Rules { matcher, groups, rows, conditions, people, named }
}

impl<T: Source + Copy> Source for Owned<T> {
    fn write(&self, out: &mut String) {
        out.push_str("Owned{matcher:");
        self.matcher.write(out);
        out.push_str(",owners:");
        self.owners.write(out);
        out.push('}');
    }
}

impl<T: Source + Copy> Source for PerLanguage<T> {
    fn write(&self, out: &mut String) {
        out.push_str("PerLanguage{en:");
        self.en.write(out);
        out.push_str(",zh:");
        self.zh.write(out);
        out.push('}');
    }
}

impl Source for Head {
    fn write(&self, out: &mut String) {
        match self {
            Self::Person(side) | Self::Side(side) => {
                out.push_str(if matches!(self, Self::Person(_)) { "Head::Person(" } else { "Head::Side(" });
                side.write(out);
                out.push(')');
            }
            other => {
                let _ = write!(out, "Head::{other:?}");
            }
        }
    }
}

impl Source for Role {
    fn write(&self, out: &mut String) {
        let mut with = |name: &str, value: &dyn Source| {
            let _ = write!(out, "Role::{name}(");
            value.write(out);
            out.push(')');
        };
        match self {
            Self::Topic { topic, strength, general } => {
                let _ = write!(out, "Role::Topic{{topic:{topic},strength:Strength::{strength:?},general:{general}}}");
            }
            Self::Act(act, r#use) => {
                let _ = write!(out, "Role::Act(Act::{act:?},Use::{use:?})");
            }
            Self::Head(head) => with("Head", head),
            Self::Verb(verb) => with("Verb", verb),
            Self::Stance(stance) => with("Stance", stance),
            other => {
                let _ = write!(out, "Role::{other:?}");
            }
        }
    }
}
