//! Text → tree: whatever a file holds, it is read, its findings have places, and none of it panics.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first byte chooses the carrier, so that one corpus serves both.
    let Some((first, rest)) = data.split_first() else { return };
    let display = if first % 4 == 0 { "fuzz.sockgen.json" } else { "fuzz.sockgen.yaml" };
    sockgen_fuzz::read(rest, display);
});
