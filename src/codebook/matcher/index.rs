//! Cues by the letters with which they can begin: an index by hash, in which most places of a text find an empty slot.

use crate::codebook::List;

/// How many bytes of its beginning a cue is filed under.
pub(super) const KEY: usize = 8;
/// How many bytes of a beginning choose the slot, for beginnings of at least so many.
const CLASSES: [usize; 3] = [6, 3, 1];
/// The bytes of a text that must be the same, by the length of a beginning.
const MASKS: [u64; KEY + 1] = {
    let mut masks = [0; KEY + 1];
    let mut length = 1;
    while length <= KEY {
        masks[length] = u64::MAX >> (64 - 8 * length);
        length += 1;
    }
    masks
};

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

/// 64 slots: which of them hold anything, and how many before these do.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::codebook) struct Slots {
    pub taken: u64,
    pub before: u32,
}

/// The beginnings of all cues. What is looked at for every word of a text is kept small, so that it stays near at hand.
#[derive(Debug, Clone)]
pub(in crate::codebook) struct Index {
    /// How far a hash is shifted to number a slot.
    pub shift: u32,
    /// The slots of each class, one class behind another.
    pub slots: List<Slots>,
    /// Where the entries of each slot that holds any begin; they end where the next one's begin.
    pub begins: List<u32>,
    /// The letters of each entry, with zeros behind.
    pub keys: List<u64>,
    /// How many letters.
    pub lengths: List<u8>,
    pub entries: List<Entry>,
}

impl Index {
    /// The index of these beginnings.
    pub(super) fn of(starts: &[(Start, Entry)]) -> Self {
        let bits = starts.len().max(64).next_power_of_two().trailing_zeros() + 1;
        let mut index = Self {
            shift: 64 - bits,
            slots: vec![Slots::default(); (CLASSES.len() << bits) / 64].into(),
            begins: List::default(),
            keys: List::default(),
            lengths: List::default(),
            entries: List::default(),
        };
        let mut filed: Vec<(usize, u64, u8, Entry)> = Vec::with_capacity(starts.len());
        for (start, entry) in starts {
            let Some(class) = CLASSES.iter().position(|least| start.length >= *least) else { continue };
            let length = u8::try_from(start.length).unwrap_or(0);
            filed.push((index.slot(class, start.bytes), start.bytes, length, *entry));
        }
        filed.sort_unstable();
        let mut begins = Vec::new();
        let slots = index.slots.to_mut();
        for (number, (slot, ..)) in filed.iter().enumerate() {
            if number == 0 || filed[number - 1].0 != *slot {
                slots[slot / 64].taken |= 1 << (slot % 64);
                begins.push(u32::try_from(number).unwrap_or(u32::MAX));
            }
        }
        begins.push(u32::try_from(filed.len()).unwrap_or(u32::MAX));
        let mut before = 0;
        for slots in slots {
            slots.before = before;
            before += slots.taken.count_ones();
        }
        index.begins = begins.into();
        index.keys = filed.iter().map(|f| f.1).collect();
        index.lengths = filed.iter().map(|f| f.2).collect();
        index.entries = filed.iter().map(|f| f.3).collect();
        index
    }

    /// The slot of a class for the first bytes of a text. The keys come from the codebook, so nobody can aim at
    /// collisions with a text.
    fn slot(&self, class: usize, bytes: u64) -> usize {
        let hash = (bytes & MASKS[CLASSES[class]]).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        (class << (64 - self.shift)) + usize::try_from(hash).unwrap_or(0)
    }

    /// Calls `found` with each entry that a text begins with.
    #[inline]
    pub fn each(&self, text: &[u8], mut found: impl FnMut(&Entry)) {
        let bytes = first(text);
        for class in 0..CLASSES.len() {
            let slot = self.slot(class, bytes);
            let Slots { taken, before } = self.slots[slot / 64];
            let bit = 1 << (slot % 64);
            if taken & bit == 0 {
                continue;
            }
            let below = (taken & (bit - 1)).count_ones();
            let number = before as usize + below as usize;
            let (from, to) = (self.begins[number] as usize, self.begins[number + 1] as usize);
            for (at, (key, length)) in self.keys[from..to].iter().zip(&self.lengths[from..to]).enumerate() {
                if bytes & MASKS[usize::from(*length)] == *key {
                    found(&self.entries[from + at]);
                }
            }
        }
    }
}
