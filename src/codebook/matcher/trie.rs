//! Cues by the letters with which they can begin: a tree of letters, laid out as a double array (Aoe 1989: a step from a
//! node by a byte is the slot `base ^ byte`, which is the node's own where its `check` is that byte), in which what only one
//! beginning goes on with stands in one piece behind its node. Most places of a text leave it after a few bytes.

use std::collections::VecDeque;

use super::small;
use crate::codebook::List;

/// A cue under one of its beginnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::codebook) struct Entry {
    /// The number of the cue.
    pub cue: u32,
    /// Where its program goes on behind this beginning.
    pub place: u32,
    /// Where its needs begin.
    pub needs: u32,
    /// How many there are.
    pub count: u8,
    /// [`WHOLE`], [`AGAIN`], [`LEADING`] and [`LAST`].
    pub flags: u8,
    /// Its number among the beginnings of the cue: where several match, the first counts.
    pub rank: u16,
}

/// Nothing comes behind this beginning but the edge of a word.
pub(super) const WHOLE: u8 = 1;
/// A text may have this beginning and another one of the cue at the same place.
pub(super) const AGAIN: u8 = 2;
/// The program goes on at the first byte of the beginning.
pub(super) const LEADING: u8 = 4;
/// The last entry of its node.
const LAST: u8 = 8;

impl Entry {
    pub fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// A beginning, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::codebook) struct Node {
    /// The slot of the node behind it by a byte is this, changed by the byte (exclusive or). With [`TAIL`], where its tail
    /// stands.
    pub base: u32,
    /// Where its entries begin, from 1; 0 where it has none.
    pub entries: u32,
}

/// The rest of the only beginning of a node stands among the tails, behind its length: a bit of `entries`.
const TAIL: u32 = 1 << 31;

/// The beginnings of all cues.
#[derive(Debug, Clone)]
pub(in crate::codebook) struct Trie {
    /// The byte that leads to each slot; in a free one, a byte that leads to it from no node. It is all that most steps look
    /// at.
    pub checks: List<u8>,
    /// The root, and then blocks of 256, so that no step leads out of them.
    pub nodes: List<Node>,
    pub tails: List<u8>,
    pub entries: List<Entry>,
}

/// A step by any byte stays within a block of so many slots.
const BLOCK: usize = 256;
/// How many free slots are tried for the first of several nodes, before a block is added.
const TRIES: usize = 64;
/// In how many of the last blocks they are looked for: what is still free in older ones stays so.
const BLOCKS: usize = 4;
/// The longest tail in bytes, since its length is one of them.
const MAX_TAIL: usize = 255;

impl Trie {
    /// The tree of these beginnings, none of which is empty.
    pub(super) fn of(starts: &Starts) -> Self {
        let mut order: Vec<u32> = (0..starts.count()).collect();
        order.sort_unstable_by(|a, b| starts.key(*a).cmp(starts.key(*b)).then(a.cmp(b)));
        let mut building = Building {
            checks: vec![0; BLOCK],
            nodes: vec![Node::default(); BLOCK],
            taken: vec![false; BLOCK],
            bases: vec![false; BLOCK],
            low: 0,
            tails: Vec::new(),
            entries: Vec::with_capacity(order.len()),
        };
        // Of the root, and of nodes without any behind them.
        building.taken[0] = true;
        building.bases[0] = true;
        // Slot of a node, its beginnings, and how many bytes of them lead to it. Nodes by few bytes, which most texts come
        // to, lie together.
        let mut open = VecDeque::from([(0, &order[..], 0)]);
        while let Some(next) = open.pop_front() {
            building.node(starts, next, &mut open);
        }
        building.close();
        let Building { checks, nodes, tails, entries, .. } = building;
        Self { checks: checks.into(), nodes: nodes.into(), tails: tails.into(), entries: entries.into() }
    }

    /// Calls `found` with each entry that a text begins with, and the length of the beginning in bytes; by length.
    #[inline]
    pub fn each(&self, text: &[u8], mut found: impl FnMut(&Entry, usize)) {
        let mut slot = 0;
        let mut length = 0;
        loop {
            let Node { base, entries } = self.nodes[slot];
            if entries != 0 {
                if entries & TAIL != 0 {
                    let tail = base as usize;
                    let rest = usize::from(self.tails[tail]);
                    if !text[length..].starts_with(&self.tails[tail + 1..tail + 1 + rest]) {
                        return;
                    }
                    length += rest;
                }
                for entry in &self.entries[(entries & !TAIL) as usize - 1..] {
                    found(entry, length);
                    if entry.has(LAST) {
                        break;
                    }
                }
                if entries & TAIL != 0 {
                    return;
                }
            }
            let Some(byte) = text.get(length) else { return };
            slot = (base ^ u32::from(*byte)) as usize;
            if self.checks[slot] != *byte {
                return;
            }
            length += 1;
        }
    }
}

/// Beginnings with their entries, before they are filed.
#[derive(Debug, Clone, Default)]
pub(super) struct Starts {
    letters: Vec<u8>,
    /// Where the letters of each end, and its entry.
    entries: Vec<(u32, Entry)>,
}

impl Starts {
    pub fn add(&mut self, key: &[u8], entry: Entry) {
        self.letters.extend(key);
        self.entries.push((small(self.letters.len()), entry));
    }

    pub fn count(&self) -> u32 {
        small(self.entries.len())
    }

    fn key(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let from = number.checked_sub(1).map_or(0, |before| self.entries[before].0);
        &self.letters[from as usize..self.entries[number].0 as usize]
    }
}

/// A tree that is being laid out.
struct Building {
    checks: Vec<u8>,
    nodes: Vec<Node>,
    /// Which slots are taken.
    taken: Vec<bool>,
    /// Which bases are taken: each by one node, so that `check` alone tells whose a slot is.
    bases: Vec<bool>,
    /// No slot before this one is free, or none is looked for there.
    low: usize,
    tails: Vec<u8>,
    entries: Vec<Entry>,
}

impl Building {
    /// Fills the slot of a node with these beginnings, in order; the nodes behind it are left open.
    fn node<'o>(
        &mut self,
        starts: &Starts,
        (slot, below, depth): (usize, &'o [u32], usize),
        open: &mut VecDeque<(usize, &'o [u32], usize)>,
    ) {
        let (Some(first), Some(last)) = (below.first(), below.last()) else { return };
        let rest = &starts.key(*first)[depth..];
        // In order, the first and the last are the same where all are.
        if depth > 0 && (1..=MAX_TAIL).contains(&rest.len()) && starts.key(*first) == starts.key(*last) {
            self.entries(starts, slot, below);
            self.nodes[slot].base = small(self.tails.len());
            self.nodes[slot].entries |= TAIL;
            self.tails.push(u8::try_from(rest.len()).unwrap_or(u8::MAX));
            self.tails.extend(rest);
            return;
        }
        let here = below.partition_point(|n| starts.key(*n).len() == depth);
        let (here, below) = below.split_at(here);
        self.entries(starts, slot, here);
        let byte = |n: &u32| starts.key(*n)[depth];
        let behind: Vec<&[u32]> = below.chunk_by(|a, b| byte(a) == byte(b)).collect();
        let bytes: Vec<u8> = behind.iter().map(|group| byte(&group[0])).collect();
        if bytes.is_empty() {
            return;
        }
        let base = self.base(&bytes);
        self.bases[base] = true;
        self.nodes[slot].base = small(base);
        for (byte, group) in bytes.into_iter().zip(behind) {
            let slot = base ^ usize::from(byte);
            self.checks[slot] = byte;
            self.taken[slot] = true;
            open.push_back((slot, group, depth + 1));
        }
    }

    fn entries(&mut self, starts: &Starts, slot: usize, numbers: &[u32]) {
        if numbers.is_empty() {
            return;
        }
        self.nodes[slot].entries = small(self.entries.len() + 1);
        self.entries.extend(numbers.iter().map(|n| starts.entries[*n as usize].1));
        if let Some(last) = self.entries.last_mut() {
            last.flags |= LAST;
        }
    }

    /// A base from which the slots of these bytes are free. It is never 0, which is the base of nodes without any behind.
    fn base(&mut self, bytes: &[u8]) -> usize {
        self.low = self.low.max(self.taken.len().saturating_sub(BLOCKS * BLOCK));
        while self.taken.get(self.low) == Some(&true) {
            self.low += 1;
        }
        let free = (self.low..self.taken.len()).filter(|slot| !self.taken[*slot]).take(TRIES);
        let mut bases = free.map(|slot| slot ^ usize::from(bytes[0]));
        let fits = |base: &usize| !self.bases[*base] && bytes.iter().all(|b| !self.taken[base ^ usize::from(*b)]);
        let found = bases.find(fits);
        found.unwrap_or_else(|| {
            let base = self.nodes.len();
            self.checks.resize(base + BLOCK, 0);
            self.nodes.resize(base + BLOCK, Node::default());
            self.taken.resize(base + BLOCK, false);
            self.bases.resize(base + BLOCK, false);
            base
        })
    }

    /// Shuts the free slots, and that of the root: the byte in them would lead there from a base that no node has. There is
    /// one in every block with a free slot, since each base of a block takes one or more of its slots.
    fn close(&mut self) {
        for (number, bases) in self.bases.chunks(BLOCK).enumerate() {
            let Some(unused) = bases.iter().position(|taken| !taken) else { continue };
            for slot in (number * BLOCK..(number + 1) * BLOCK).filter(|slot| *slot == 0 || !self.taken[*slot]) {
                self.checks[slot] = u8::try_from((slot % BLOCK) ^ unused).unwrap_or_default();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn finds_every_beginning_of_a_text(
            keys in proptest::collection::vec("[ab]{1,4}|[abc ]{1,12}|[\0\u{1}]{1,3}|[中美方]{1,3}|[ac]{250,260}|\\PC{1,6}", 0..80),
            text in "[abc ]{0,20}|[\0\u{1}]{1,3}|[中美方]{0,8}|[ac]{250,270}|\\PC{0,12}",
        ) {
            let mut starts = Starts::default();
            for (number, key) in keys.iter().enumerate() {
                starts.add(key.as_bytes(), Entry { cue: small(number), place: 0, needs: 0, count: 0, flags: 0, rank: 0 });
            }
            let trie = Trie::of(&starts);
            for (at, _) in text.char_indices().chain(keys.iter().map(|_| (0, ' '))) {
                let mut found = Vec::new();
                trie.each(&text.as_bytes()[at..], |entry, length| found.push((length, entry.cue as usize)));
                let begins = keys.iter().enumerate().filter(|(_, key)| text[at..].starts_with(&***key));
                let mut expected: Vec<(usize, usize)> = begins.map(|(number, key)| (key.len(), number)).collect();
                expected.sort_unstable();
                proptest::prop_assert_eq!(found, expected);
            }
            for (number, key) in keys.iter().enumerate() {
                let mut found = false;
                trie.each(key.as_bytes(), |entry, length| found |= entry.cue as usize == number && length == key.len());
                proptest::prop_assert!(found, "{:?}", key);
            }
        }
    }
}
