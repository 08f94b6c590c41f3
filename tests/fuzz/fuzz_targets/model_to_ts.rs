//! Model → TypeScript: what has no errors is emitted, and no text of a schema stands outside of comments and strings.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = sockgen_fuzz::generate::sound(data);
    sockgen_fuzz::emit_ts(text.as_bytes());
});
