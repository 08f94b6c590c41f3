//! Payloads: every codec's bounds, objects and their paths, and the same behaviour as serde's derives.

mod arguments;
mod brands;
mod bytes;
mod codecs;
mod constructs;
mod differential;
mod differential_constructs;
mod objects;
mod shapes;
mod unions;
