//! Formatting: what is formatted says the same, and formatting it again changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| sockgen_fuzz::format(data));
