//! The table of the characters that are others in Simplified texts, for `src/text/simplified.rs`. Here nothing is known of
//! them yet, and the converter is asked.

use std::fmt::Write as _;

/// The first character of the table.
const FIRST: u32 = 0x3400;
/// The last one.
const LAST: u32 = 0x9FFF;

/// Nothing is known before the table is made.
pub(crate) fn changes(_: char) -> Option<bool> {
    None
}

/// The table as Rust source; `is_changed` tells of one character.
pub(crate) fn table(is_changed: impl Fn(char) -> bool) -> String {
    let changed = |at: u32| char::from_u32(at).is_some_and(&is_changed);
    let mut source = format!("const FIRST: u32 = {FIRST:#x};\nstatic CHANGES: [u8; {}] = [", (LAST - FIRST) / 8 + 1);
    for byte in (FIRST..=LAST).step_by(8) {
        let bits = (0..8).filter(|bit| changed(byte + bit)).fold(0_u8, |bits, bit| bits | 1 << bit);
        let _ = write!(source, "{bits},");
    }
    source.push_str("];\n");
    source
}
