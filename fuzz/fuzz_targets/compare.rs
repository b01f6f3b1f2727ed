//! Runs `readout_fuzz::compare`, which says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| readout_fuzz::compare(data));
