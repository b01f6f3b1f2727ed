//! Runs `readout_fuzz::render`, which says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| readout_fuzz::render(data));
