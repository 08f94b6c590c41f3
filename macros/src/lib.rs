//! The doorway of `sockgen`: the attribute macro. Everything behind it is `sockgen_codegen::attribute`, where it can be
//! tested without a compiler.

use proc_macro::TokenStream;

/// Generates the Rust side of a Socket.IO contract into a module.
///
/// ```ignore
/// #[socket_events("call.sockgen.yaml")]
/// pub mod call {}
/// ```
///
/// The path is relative to the file that holds the attribute, then to the folder of its crate. What is generated is
/// what `sockgen rust call.sockgen.yaml` prints: payload types, the `Handlers` trait, `Ctx`, rooms, `register`,
/// `Emitter`. Every error in the schema is a compile error here that shows the schema's own line and column.
///
/// `#[socket_events(inline = "…")]` takes the schema's text itself, for tests and documentation.
#[proc_macro_attribute]
pub fn socket_events(arguments: TokenStream, item: TokenStream) -> TokenStream {
    sockgen_codegen::attribute::expand(arguments.into(), item.into()).into()
}
