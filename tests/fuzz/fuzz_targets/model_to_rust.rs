//! Model → Rust: what has no errors is emitted, parses, and declares nothing that a schema's text brought along.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = sockgen_fuzz::generate::sound(data);
    sockgen_fuzz::emit_rust(text.as_bytes());
});
