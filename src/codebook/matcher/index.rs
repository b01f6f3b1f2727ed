//! Cues by the letters with which they can begin: an index by hash, in which most places of a text find an empty slot.

use crate::codebook::List;

/// How many bytes of its beginning a cue is filed under.
pub(super) const KEY: usize = 8;
/// How many bytes of a beginning choose the slot, for beginnings of at least so many.
const CLASSES: [usize; 3] = [6, 3, 1];
/// The bytes that choose the slot, by class.
const MASKS: [u64; CLASSES.len()] = [u64::MAX >> 16, u64::MAX >> 40, u64::MAX >> 56];

/// The beginning of a cue that it is filed under: the first bytes of its matching form, at most [`KEY`] of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    bytes: u64,
    length: usize,
}

impl Start {
    pub fn of(text: &[u8]) -> Self {
        Self { bytes: first(text), length: text.len().min(KEY) }
    }
}

/// The first bytes of a text, with zeros behind where it has fewer.
fn first(text: &[u8]) -> u64 {
    if let Some(bytes) = text.first_chunk::<KEY>() {
        return u64::from_le_bytes(*bytes);
    }
    text.iter().rev().fold(0, |all, b| all << 8 | u64::from(*b))
}

/// A cue under one of its beginnings, with what else a text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::codebook) struct Entry {
    /// The number of the cue.
    pub cue: u32,
    /// Where its needs begin.
    pub needs: u32,
    /// How many there are.
    pub count: u8,
}

/// The beginnings of all cues. What is looked at for every word of a text is kept small, so that it stays near at hand.
#[derive(Debug, Clone)]
pub(in crate::codebook) struct Index {
    /// How far a hash is shifted to number a slot.
    pub shift: u32,
    /// For each class and each slot whether it holds anything.
    pub taken: List<u64>,
    /// For each class and each slot where its entries begin; they end where the next slot's begin.
    pub slots: List<u32>,
    /// The letters of each entry, with zeros behind.
    pub keys: List<u64>,
    pub entries: List<Entry>,
}

impl Index {
    /// The index of these beginnings.
    pub(super) fn of(starts: &[(Start, Entry)]) -> Self {
        let bits = starts.len().max(64).next_power_of_two().trailing_zeros();
        let count = CLASSES.len() << bits;
        let mut index = Self {
            shift: 64 - bits,
            taken: vec![0; count / 64].into(),
            slots: vec![0; count + 1].into(),
            keys: List::default(),
            entries: List::default(),
        };
        let mut filed: Vec<(usize, u64, Entry)> = Vec::with_capacity(starts.len());
        for (start, entry) in starts {
            let Some(class) = CLASSES.iter().position(|least| start.length >= *least) else { continue };
            filed.push((index.slot(class, start.bytes), start.bytes, *entry));
        }
        filed.sort_unstable();
        let (taken, slots) = (index.taken.to_mut(), index.slots.to_mut());
        for (slot, ..) in &filed {
            taken[slot / 64] |= 1 << (slot % 64);
            slots[slot + 1] += 1;
        }
        for slot in 0..count {
            slots[slot + 1] += slots[slot];
        }
        index.keys = filed.iter().map(|f| f.1).collect();
        index.entries = filed.iter().map(|f| f.2).collect();
        index
    }

    /// The slot of a class for the first bytes of a text. The keys come from the codebook, so nobody can aim at
    /// collisions with a text.
    fn slot(&self, class: usize, bytes: u64) -> usize {
        let hash = (bytes & MASKS[class]).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        (class << (64 - self.shift)) + usize::try_from(hash).unwrap_or(0)
    }

    /// Calls `found` with each entry that a text begins with.
    #[inline]
    pub fn each(&self, text: &[u8], mut found: impl FnMut(&Entry)) {
        let bytes = first(text);
        for class in 0..CLASSES.len() {
            let slot = self.slot(class, bytes);
            if self.taken[slot / 64] & 1 << (slot % 64) == 0 {
                continue;
            }
            let from = self.slots[slot] as usize;
            for (at, key) in self.keys[from..self.slots[slot + 1] as usize].iter().enumerate() {
                // As many bytes count as the key has.
                if bytes & (u64::MAX >> (key.leading_zeros() & !7)) == *key {
                    found(&self.entries[from + at]);
                }
            }
        }
    }
}
