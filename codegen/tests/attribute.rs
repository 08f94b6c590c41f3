//! The attribute, without a compiler around it.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_codegen::{attribute, rust};

const CALL: &str = "../examples/call/call.sockgen.yaml";

fn expand(arguments: TokenStream, item: TokenStream) -> String {
    let file = syn::parse2(attribute::expand(arguments, item)).expect("what is expanded to can be parsed");
    prettyplease::unparse(&file)
}

#[test]
fn the_macro_and_the_command_are_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/call/call.sockgen.yaml");
    let loaded = sockgen_schema::load(path.as_ref(), CALL, &sockgen_schema::Disk);
    let items = rust::emit(
        &loaded.model.expect("the call schema is good"),
        &rust::Options::whole("call.sockgen.yaml".to_owned()),
    );
    let expanded = attribute::expand(
        quote!(#CALL),
        quote!(
            pub mod call {}
        ),
    )
    .to_string();
    assert!(expanded.contains(&items.to_string()));
}

#[test]
fn cargo_is_told_of_the_schema() {
    let expanded = expand(
        quote!(#CALL),
        quote!(
            pub mod call {}
        ),
    );
    assert!(expanded.contains("include_bytes!"), "{expanded}");
    assert!(expanded.contains("call.sockgen.yaml\""), "{expanded}");
}

#[test]
fn a_broken_schema_is_watched_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.sockgen.yaml");
    std::fs::write(&path, "sockgen: 1\nclientToServer: { join: { data: { room: strng } } }\n").unwrap();
    let path = path.to_str().unwrap();
    let expanded = expand(
        quote!(#path),
        quote!(
            pub mod call {}
        ),
    );
    assert!(expanded.contains("include_bytes!"), "{expanded}");
    assert_eq!(expanded.matches("compile_error!").count(), 1, "{expanded}");
    assert!(expanded.contains("broken.sockgen.yaml:2:41"), "{expanded}");
    assert!(expanded.contains("pub trait Handlers"), "what is known is there: {expanded}");
}

#[test]
fn the_users_module_is_kept_as_it_is() {
    let item = quote! {
        /// Ours.
        #[cfg(feature = "call")]
        pub(crate) mod call {
            //! Inside.
            pub struct Mine;
        }
    };
    let expanded = expand(quote!(inline = "sockgen: 1\ndoc: Theirs."), item);
    let (before, after) = expanded.split_once("pub(crate) mod call {").expect("the module");
    assert!(before.contains("/// Ours.") && before.contains("Inside."), "{before}");
    assert!(!before.contains("Theirs."), "a module that is documented keeps its words: {before}");
    assert!(before.contains("#[cfg(feature = \"call\")]"), "{before}");
    assert!(after.trim_start().starts_with("pub struct Mine;"), "{after}");

    let expanded = expand(
        quote!(inline = "sockgen: 1\ndoc: Theirs."),
        quote!(
            mod call {}
        ),
    );
    let (before, _) = expanded.split_once("mod call {").expect("the module");
    assert!(before.contains("/// Theirs."), "{before}");
}

#[test]
fn wrong_uses_say_what_to_write() {
    for (arguments, item, message) in [
        (
            quote!(),
            quote!(
                mod call {}
            ),
            "write the path of the schema",
        ),
        (
            quote!(call),
            quote!(
                mod call {}
            ),
            "write the path of the schema",
        ),
        (
            quote!("a", "b"),
            quote!(
                mod call {}
            ),
            "write the path of the schema",
        ),
        (
            quote!(#CALL),
            quote!(
                struct Call;
            ),
            "put #[socket_events] on a module",
        ),
        (
            quote!(#CALL),
            quote!(
                mod call;
            ),
            "put #[socket_events] on a module with a body",
        ),
        (
            quote!("../examples/call/cal.sockgen.yaml"),
            quote!(
                mod call {}
            ),
            "there is `../examples/call/call.sockgen.yaml`",
        ),
        (
            quote!("nowhere.sockgen.yaml"),
            quote!(
                mod call {}
            ),
            "relative to the file that holds the attribute",
        ),
    ] {
        let expanded = expand(arguments, item);
        assert!(expanded.contains("compile_error!"), "{expanded}");
        assert!(expanded.contains(message), "{expanded}");
    }
}
