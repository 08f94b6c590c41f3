//! Tree → Model: files that are sound as YAML and odd as schemas.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = sockgen_fuzz::generate::odd(data);
    sockgen_fuzz::read(text.as_bytes(), "fuzz.sockgen.json");
});
