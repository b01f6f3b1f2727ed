//! Which characters are others in Simplified texts, worked out when the program is built: to load the converter and to ask it
//! takes longer than to read a text that needs none.

include!(concat!(env!("OUT_DIR"), "/simplified.rs"));

/// Whether a character of the common blocks is another one in Simplified texts; `None` of all others.
pub(crate) fn changes(c: char) -> Option<bool> {
    let place = u32::from(c).checked_sub(FIRST)? as usize;
    CHANGES.get(place / 8).map(|bits| bits >> (place % 8) & 1 == 1)
}
