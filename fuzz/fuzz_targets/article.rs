//! Runs `readout_fuzz::article`, which says what must hold.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| readout_fuzz::article(data));
