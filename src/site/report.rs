//! How the pages of a folder stand against those that would be written now.

use std::fmt;
use std::path::PathBuf;

/// How one page stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is what would be written now.
    Same,
    /// It is not.
    Differs,
    /// It is not there.
    Missing,
    /// It is there from an earlier run, and would not be written now.
    Stale,
}

impl Standing {
    fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs => "differs",
            Self::Missing => "missing",
            Self::Stale => "stale",
        }
    }
}

/// How every page of a site stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pages: Vec<(PathBuf, Standing)>,
    list: Option<(PathBuf, Standing)>,
}

impl Report {
    /// Notes a page.
    pub(super) fn add(&mut self, file: PathBuf, standing: Standing) {
        self.pages.push((file, standing));
    }

    /// Notes the list of the pages.
    pub(super) fn add_list(&mut self, file: PathBuf, standing: Standing) {
        self.list = Some((file, standing));
    }

    /// Whether every page is what would be written now, with none missing and none too many.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.pages.iter().chain(&self.list).all(|(_, s)| *s == Standing::Same)
    }

    /// The pages, in the order in which a site is written; stale ones at the end, by name.
    #[must_use]
    pub fn pages(&self) -> &[(PathBuf, Standing)] {
        &self.pages
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (file, standing) in self.pages.iter().chain(&self.list).filter(|(_, s)| *s != Standing::Same) {
            writeln!(f, "{}: {}", standing.word(), file.display())?;
        }
        let count = |standing| self.pages.iter().filter(|(_, s)| *s == standing).count();
        let total = self.pages.len() - count(Standing::Stale);
        let s = if total == 1 { "" } else { "s" };
        write!(f, "{total} page{s}: {} as they would be written now", count(Standing::Same))?;
        for standing in [Standing::Differs, Standing::Missing, Standing::Stale] {
            match count(standing) {
                0 => {}
                1 if standing == Standing::Differs => write!(f, ", 1 differs")?,
                n if standing == Standing::Differs => write!(f, ", {n} differ")?,
                n => write!(f, ", {n} {}", standing.word())?,
            }
        }
        writeln!(f)
    }
}
