//! Cues by the letters with which they can begin: an index by hash, in which most places of a text find an empty slot.

use super::KEY;
use super::glance::Start;

/// No next entry.
const LAST: u32 = u32::MAX;
/// How many bytes of a beginning choose the slot, for beginnings of at least so many.
const CLASSES: [usize; 3] = [6, 3, 1];

/// One beginning of one cue.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// The letters, with zeros behind.
    key: u64,
    /// The bytes of a text that must be the same.
    mask: u64,
    cue: u32,
    /// The next entry of the slot.
    next: u32,
}

/// The beginnings of all cues.
#[derive(Debug, Clone)]
pub(super) struct Index {
    /// For each class and each hash of its first bytes the last entry.
    slots: Vec<u32>,
    /// How far a hash is shifted to number a slot.
    shift: u32,
    entries: Vec<Entry>,
}

/// The first `length` bytes of eight, all of them from eight on.
fn mask(length: usize) -> u64 {
    u64::MAX.checked_shr(64 - 8 * u32::try_from(length.min(KEY)).unwrap_or(8)).unwrap_or(0)
}

impl Index {
    /// An empty index with slots for about so many entries.
    pub fn for_about(entries: usize) -> Self {
        let bits = entries.max(32).next_power_of_two().trailing_zeros();
        Self { slots: vec![LAST; CLASSES.len() << bits], shift: 64 - bits, entries: Vec::with_capacity(entries) }
    }

    /// The slot of a class for the first bytes of a text. The keys come from the codebook, so nobody can aim at
    /// collisions with a text.
    fn slot(&self, class: usize, bytes: u64) -> usize {
        let hash = (bytes & mask(CLASSES[class])).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        (class << (64 - self.shift)) + usize::try_from(hash).unwrap_or(0)
    }

    pub fn add(&mut self, start: Start, cue: u32) {
        let length = usize::from(start.length);
        let Some(class) = CLASSES.iter().position(|least| length >= *least) else { return };
        let key = u64::from_le_bytes(start.bytes);
        let slot = self.slot(class, key);
        let entry = Entry { key, mask: mask(length), cue, next: self.slots[slot] };
        self.slots[slot] = u32::try_from(self.entries.len()).unwrap_or(LAST);
        self.entries.push(entry);
    }

    /// Calls `found` with each cue that may begin where a text does.
    #[inline]
    pub fn each(&self, text: &[u8], mut found: impl FnMut(u32)) {
        let bytes = match text.first_chunk::<KEY>() {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => u64::from_le_bytes(Start::new(text).bytes),
        };
        for class in 0..CLASSES.len() {
            let mut place = self.slots[self.slot(class, bytes)];
            while let Some(entry) = self.entries.get(place as usize) {
                if bytes & entry.mask == entry.key {
                    found(entry.cue);
                }
                place = entry.next;
            }
        }
    }
}
