//! What a cue has tried in vain at its beginning: without it, gaps behind gaps would be tried in every combination.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};

/// How many steps are taken before any is noted; nearly all cues are done by then.
const FREE: u32 = 256;

/// The places of the program and of the text from which nothing matched. What follows a place of the program is always the
/// same, so that once is enough.
#[derive(Debug, Default)]
pub(super) struct Tried {
    steps: u32,
    /// Without a random state, which every cue at every place would ask for anew.
    failed: HashSet<(usize, usize), BuildHasherDefault<DefaultHasher>>,
}

impl Tried {
    /// Counts a step, and says whether it was taken before and led nowhere.
    pub fn in_vain(&mut self, place: usize, at: usize) -> bool {
        self.steps = self.steps.saturating_add(1);
        self.steps > FREE && self.failed.contains(&(place, at))
    }

    /// Notes a step that led nowhere.
    pub fn note(&mut self, place: usize, at: usize) {
        if self.steps > FREE {
            self.failed.insert((place, at));
        }
    }
}
