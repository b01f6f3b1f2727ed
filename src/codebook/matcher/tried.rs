//! What a cue has tried in vain at its beginning: without it, gaps behind gaps would be tried in every combination.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, DefaultHasher};

use crate::codebook::pattern::Node;

/// How many steps are taken before any is noted; nearly all cues are done by then.
const FREE: u32 = 256;

/// The pieces of one cue, by their address, and the places of the text from which nothing matched. What follows a piece is
/// always the same, so that once is enough.
#[derive(Debug, Default)]
pub(super) struct Tried {
    steps: Cell<u32>,
    /// Without a random state, which every cue at every place would ask for anew.
    failed: RefCell<HashSet<(usize, usize), BuildHasherDefault<DefaultHasher>>>,
}

impl Tried {
    /// Counts a step, and says whether it was taken before and led nowhere.
    pub fn in_vain(&self, node: &Node, at: usize) -> bool {
        self.steps.set(self.steps.get().saturating_add(1));
        self.steps.get() > FREE && self.failed.borrow().contains(&key(node, at))
    }

    /// Notes a step that led nowhere.
    pub fn note(&self, node: &Node, at: usize) {
        if self.steps.get() > FREE {
            self.failed.borrow_mut().insert(key(node, at));
        }
    }
}

fn key(node: &Node, at: usize) -> (usize, usize) {
    (std::ptr::from_ref(node).addr(), at)
}
