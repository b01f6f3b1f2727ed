//! On which level a text says that the sides met.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use crate::codebook::matcher::{Cues, Matcher};
use crate::codebook::{Codebook, Level};
use crate::comparison::Text;
use crate::readout::{Kind, Readout, Side};
use crate::text::language::is_han;
use crate::text::{Form, Language};

/// How much of a text is looked through for people where neither front matter nor title names any, in bytes.
const OPENING: usize = 400;
/// Words of a title that tell a meeting of officials.
const WORKING: [&str; 4] = ["Working Group", "working group", "工作组", "Working-Level"];

/// Words of a title or an opening that tell several meetings, of one with each of the others.
const APART: [&str; 5] = ["分别会见", "分别会晤", "分别同", "met separately with", "separate meetings with"];

/// Who met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Met {
    /// One name a side.
    pub people: BTreeMap<Side, String>,
    /// Where one met the others one by one: the side of that one.
    pub apart: Option<Side>,
}

impl Met {
    /// In a line: `A – B`, and where A met others one by one `A – B; A – C`; nothing where nobody is known.
    #[must_use]
    pub fn told(&self) -> String {
        match self.apart.as_ref().and_then(|side| Some((side, self.people.get(side)?))) {
            Some((side, one)) if self.people.len() > 2 => {
                let others = self.people.iter().filter(|(other, _)| *other != side);
                others.map(|(_, other)| format!("{one} – {other}")).collect::<Vec<_>>().join("; ")
            }
            _ => self.people.values().map(String::as_str).collect::<Vec<_>>().join(" – "),
        }
    }
}

/// The side and the level of somebody, and whether that side publishes accounts of meetings.
type Person<'k> = (&'k str, Level, bool);

/// Whom a name belongs to.
struct Known {
    side: String,
    level: Level,
    /// Whether its side publishes accounts of meetings.
    publishes: bool,
    /// The name in full.
    full: String,
}

impl Known {
    fn told(&self) -> Person<'_> {
        (&self.side, self.level, self.publishes)
    }
}

/// Every name that the codebook knows, with the level of its owner.
pub(crate) struct Levels {
    known: Vec<Known>,
    /// Whose a name is, by the number in `known`.
    names: HashMap<String, usize>,
    english: Finder,
    chinese: Finder,
}

/// Finds names in a line, as whole words with a capital; for each, whose it is.
struct Finder {
    matcher: Matcher,
    owners: Vec<usize>,
}

impl Levels {
    /// The levels of the officials whom the codebook knows.
    pub fn of(codebook: &Codebook) -> Self {
        let mut known = Vec::new();
        let mut names = HashMap::new();
        let finder = |language| (Cues::new(language), Vec::new());
        let (mut english, mut chinese) = (finder(Language::En), finder(Language::Zh));
        for official in codebook.officials() {
            let Some(level) = official.level else { continue };
            let owner = known.len();
            let full = official.names.first().cloned().unwrap_or_default();
            let publishes = codebook.side(&official.side).is_some_and(|side| side.publishes);
            known.push(Known { side: official.side, level, publishes, full });
            for name in official.names {
                let (cues, owners) = if name.chars().any(is_han) { &mut chinese } else { &mut english };
                cues.add_name(&name);
                owners.push(owner);
                names.insert(name, owner);
            }
        }
        let finder = |(cues, owners): (Cues, Vec<usize>)| Finder { matcher: cues.compile(), owners };
        Self { known, names, english: finder(english), chinese: finder(chinese) }
    }

    /// The level on which a side speaks in a text: that of its own highest person; where none of its own is named at all, that
    /// of the lower of the two who met, each being the highest of a side. By the principals of the front matter, else by who is
    /// named in the title, else in the opening.
    pub fn of_text(&self, readout: &Readout) -> Option<Level> {
        let own = readout.principals.get(&readout.side).into_iter().flatten();
        // On which level somebody speaks whom the codebook does not know, those whom he meets do not tell.
        if self.knows_none(own) {
            return is_of_officials(places(readout).0).then_some(Level::Working);
        }
        self.by(readout, speaks)
    }

    /// The level of the highest person of another side in a text, found in the same places.
    pub fn of_others(&self, readout: &Readout) -> Option<Level> {
        // Nor do others whom the text names tell it of those who were there.
        let others = readout.principals.iter().filter(|(side, _)| **side != readout.side);
        if self.knows_none(others.flat_map(|(_, names)| names)) {
            return None;
        }
        // 'A met the Secretary-General and Secretary B': of several others those count who publish accounts of their own.
        self.by(readout, |own, people| {
            let others = || people.iter().filter(|(side, ..)| *side != own);
            let party = others().filter(|(.., publishes)| *publishes).map(|(_, level, _)| *level).min();
            party.or_else(|| others().map(|(_, level, _)| *level).min())
        })
    }

    fn by(&self, readout: &Readout, level: Judge) -> Option<Level> {
        let principals: Vec<&str> = readout.principals.values().flatten().map(String::as_str).collect();
        let (title, opening) = places(readout);
        let side = readout.side.as_str();
        let named: Vec<Person<'_>> = principals.iter().filter_map(|name| self.principal(name)).collect();
        let by_principals = level(side, &named);
        let working = || is_of_officials(title).then_some(Level::Working);
        // A title may name one side only, and the opening then has the other.
        let mut people: Vec<Person<'_>> = self.named(title);
        let sides: Vec<&str> = people.iter().map(|(side, ..)| *side).collect();
        if sides.iter().all(|s| s == &sides[0]) {
            people.extend(self.named(opening).into_iter().filter(|(side, ..)| !sides.contains(side)));
        }
        let titled = || (!sides.is_empty()).then(|| level(side, &people)).flatten();
        by_principals.or_else(titled).or_else(working).or_else(|| level(side, &people))
    }

    /// Who met by a text: the first names of its front matter; where it has none, of each side the highest person that it names in
    /// its title or its first statement, in full, of equals the one named first. A fact sheet names whom it is about, and a
    /// meeting of officials those who sent them.
    pub fn met(&self, text: &Text) -> Met {
        let readout = text.readout();
        let title = readout.title.as_deref().unwrap_or("");
        let opening = text.coded.statements.first().map_or("", |statement| statement.text.as_str());
        let apart = APART.iter().any(|words| title.contains(words) || opening.contains(words));
        let apart = apart.then(|| readout.side.clone());
        let named = readout.principals.iter().filter_map(|(side, names)| Some((side.clone(), names.first()?.clone())));
        let named: BTreeMap<Side, String> = named.collect();
        if !named.is_empty() || readout.kind == Kind::FactSheet || is_of_officials(title) {
            return Met { people: named, apart };
        }
        let mut found: BTreeMap<Side, &Known> = BTreeMap::new();
        for known in self.known(title).chain(self.known(opening)) {
            let Some(side) = Side::new(&known.side) else { continue };
            let best = found.entry(side).or_insert(known);
            if known.level < best.level {
                *best = known;
            }
        }
        Met { people: found.into_iter().map(|(side, known)| (side, known.full.clone())).collect(), apart }
    }

    /// Whether there are people in the front matter, of whom the codebook knows none.
    fn knows_none<'n>(&self, mut names: impl Iterator<Item = &'n String>) -> bool {
        let first = names.next();
        first.is_some() && !first.into_iter().chain(names).any(|name| self.principal(name).is_some())
    }

    /// Whose a name of the front matter is: as it stands, or in full behind an office, 'Secretary of State Ada Ashdown'.
    fn principal(&self, name: &str) -> Option<Person<'_>> {
        let full = |known: &&Known| known.full.contains(' ') && name.ends_with(known.full.as_str());
        let known = self.names.get(name).map(|at| &self.known[*at]).or_else(|| self.known.iter().find(full));
        known.map(Known::told)
    }

    fn known(&self, line: &str) -> impl Iterator<Item = &Known> {
        let form = Form::new(line, 0);
        let found = |finder: &Finder| {
            let hits = finder.matcher.find(&form);
            hits.into_iter().map(|hit| finder.owners[hit.cue]).collect::<Vec<_>>()
        };
        let owners = [found(&self.english), found(&self.chinese)].concat();
        owners.into_iter().map(|owner| &self.known[owner])
    }

    /// The people named in a line.
    fn named(&self, line: &str) -> Vec<Person<'_>> {
        self.known(line).map(Known::told).collect()
    }
}

/// Whether a title tells a meeting of officials.
fn is_of_officials(title: &str) -> bool {
    WORKING.iter().any(|words| title.contains(words))
}

/// Where a text says who met: its title, and the first line of its body.
fn places(readout: &Readout) -> (&str, &str) {
    let end = OPENING.min(readout.body.len());
    let end = (0..=end).rev().find(|i| readout.body.is_char_boundary(*i)).unwrap_or(0);
    let opening = readout.body[..end].lines().find(|l| !l.trim().is_empty()).unwrap_or("");
    (readout.title.as_deref().unwrap_or(""), opening)
}

/// The level of a text of a side, by the people whom it names.
type Judge = fn(&str, &[Person<'_>]) -> Option<Level>;

/// The highest level of a side's people, else the lower of the highest of the others.
fn speaks(own: &str, people: &[Person<'_>]) -> Option<Level> {
    let mut highest: HashMap<&str, Level> = HashMap::new();
    for (side, level, _) in people.iter().copied() {
        let best = highest.entry(side).or_insert(level);
        *best = (*best).min(level);
    }
    highest.get(own).copied().or_else(|| highest.into_values().max())
}
