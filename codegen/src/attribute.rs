//! What `#[socket_events]` calls: tokens in, tokens out, so that it can be tested without a compiler.
//!
//! The macro and the command are two front ends over the same lines: load, then emit. What the macro adds is the
//! module around it, a `compile_error!` for each finding, and `include_bytes!` of each file it read, without which
//! cargo would not see an edit of the schema.

use crate::{recover, rust};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use sockgen_schema::diagnostic::{Severity, Style, render};
use sockgen_schema::{Disk, Loaded, load, load_text};
use std::path::{Component, Path, PathBuf};
use syn::parse::{Parse, ParseStream};
use syn::{AttrStyle, Attribute, Ident, Item, LitStr, Token, Visibility, braced};

/// Expands `#[socket_events(…)] pub mod name { … }`.
pub fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let module = match syn::parse2::<Module>(item.clone()) {
        Ok(module) => module,
        Err(error) => {
            let error = error.to_compile_error();
            return quote!(#item #error);
        }
    };
    match syn::parse2::<Arguments>(arguments) {
        Ok(arguments) => module.with(&arguments),
        Err(error) => module.around(None, &error.to_compile_error()),
    }
}

/// `"call.sockgen.yaml"`, or `inline = "…"` for tests and documentation.
struct Arguments {
    inline: bool,
    literal: LitStr,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        const USAGE: &str = "write the path of the schema: #[socket_events(\"call.sockgen.yaml\")]";
        let inline = input.peek(Ident);
        if inline {
            let key: Ident = input.parse()?;
            if key != "inline" {
                return Err(syn::Error::new(key.span(), USAGE));
            }
            input.parse::<Token![=]>()?;
        }
        let literal = input.parse::<LitStr>().map_err(|error| syn::Error::new(error.span(), USAGE))?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            return Err(input.error(USAGE));
        }
        Ok(Arguments { inline, literal })
    }
}

/// The module that the attribute stands on, with whatever its author put into it.
struct Module {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    items: Vec<Item>,
}

impl Parse for Module {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        const USAGE: &str = "put #[socket_events] on a module with a body: pub mod call {}";
        let mut attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        let keyword = input.parse::<Token![mod]>().map_err(|error| syn::Error::new(error.span(), USAGE))?;
        let name = input.parse()?;
        if input.peek(Token![;]) {
            return Err(syn::Error::new(keyword.span, USAGE));
        }
        let body;
        braced!(body in input);
        // They are printed before the module, where only outer ones can stand; both mean the same.
        let inner = body.call(Attribute::parse_inner)?;
        attributes
            .extend(inner.into_iter().map(|attribute| Attribute { style: AttrStyle::Outer, ..attribute }));
        let mut items = Vec::new();
        while !body.is_empty() {
            items.push(body.parse()?);
        }
        Ok(Module { attributes, visibility, name, items })
    }
}

impl Module {
    fn with(&self, arguments: &Arguments) -> TokenStream {
        let place = arguments.literal.span();
        let loaded = if arguments.inline {
            load_text(&arguments.literal.value(), "the inline schema")
        } else {
            match find(&arguments.literal.value()) {
                Ok((path, display)) => load(&path, &display, &Disk),
                Err(message) => return self.around(None, &compile_error(place, &message)),
            }
        };
        let source = source_name(arguments);
        let watched = watched(&loaded);
        let errors: TokenStream = loaded
            .diagnostics
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(|finding| {
                let text = render(&loaded.sources, finding, Style::Plain);
                // The compiler begins every message with `error: ` itself.
                compile_error(place, text.trim_end().strip_prefix("error").unwrap_or(&text))
            })
            .collect();
        let has_errors = loaded.has_errors();
        let doc = loaded.model.as_ref().and_then(|model| model.doc.clone());
        // Beside an error the rest of the module is emitted all the same: every name that is missing from it would
        // add an error of its own at each place that uses it.
        let items = loaded.model.map(|model| {
            let model = if has_errors { recover::recover(model) } else { model };
            rust::emit(&model, &rust::Options::whole(source.clone()))
        });
        self.around(doc, &quote!(#watched #errors #items))
    }

    fn around(&self, doc: Option<String>, content: &TokenStream) -> TokenStream {
        let Module { attributes, visibility, name, items } = self;
        let documented = attributes.iter().any(|attribute| attribute.path().is_ident("doc"));
        let doc = doc.filter(|_| !documented).map(|doc| rust::doc_attribute(&doc));
        let lints = rust::lints();
        quote! {
            #(#attributes)*
            #doc
            #[allow(#lints)]
            #visibility mod #name {
                #(#items)*
                #content
            }
        }
    }
}

/// The schema's name without its folder, as generated files have it.
fn source_name(arguments: &Arguments) -> String {
    let literal = arguments.literal.value();
    match literal.rsplit(['/', '\\']).next() {
        Some(name) if !arguments.inline => name.to_owned(),
        _ => "inline".to_owned(),
    }
}

fn compile_error(place: Span, message: &str) -> TokenStream {
    quote_spanned!(place=> ::core::compile_error! { #message })
}

/// `include_bytes!` of each file that was read.
fn watched(loaded: &Loaded) -> TokenStream {
    loaded
        .files
        .iter()
        .filter_map(|file| {
            let path = std::path::absolute(file).ok()?;
            let path = path.to_str()?;
            Some(quote!(
                const _: &[u8] = ::core::include_bytes!(#path);
            ))
        })
        .collect()
}

/// The schema's path, and the name that messages show for it: relative to the file that holds the attribute, then to
/// the crate.
fn find(literal: &str) -> Result<(PathBuf, String), String> {
    // A test's files are moved into another crate's folder (trybuild does that), so the crate alone is not enough; in
    // generated code there is no file, so the file alone is not enough either.
    let beside = Span::call_site().local_file().and_then(|file| file.parent().map(Path::to_owned));
    let in_crate = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let folders: Vec<PathBuf> = beside.into_iter().chain(in_crate).collect();
    for folder in &folders {
        let path = folder.join(literal);
        if path.is_file() {
            let display = if folder.is_absolute() { literal.to_owned() } else { shown(&path) };
            return Ok((path, display));
        }
    }
    let mut message =
        format!("there is no schema `{literal}`, neither beside this file nor in the folder of its crate");
    if let Some(near) = folders.iter().find_map(|folder| schema_in(folder, literal)) {
        message.push_str(&format!("\nhelp: there is `{near}`"));
    } else {
        message.push_str(
            "\nhelp: the path is relative to the file that holds the attribute, then to the crate's folder",
        );
    }
    Err(message)
}

/// A schema in the folder that a path leads to.
fn schema_in(folder: &Path, literal: &str) -> Option<String> {
    let sub = Path::new(literal).parent().unwrap_or(Path::new(""));
    let mut found: Vec<String> = std::fs::read_dir(folder.join(sub))
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| {
            [".sockgen.yaml", ".sockgen.yml", ".sockgen.json"].iter().any(|end| name.ends_with(end))
        })
        .collect();
    found.sort();
    Some(sub.join(found.first()?).to_string_lossy().replace('\\', "/"))
}

/// A path without `.` and without `..` where that can be seen from its text alone, with `/`.
fn shown(path: &Path) -> String {
    let mut parts: Vec<Component<'_>> = Vec::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(parts.last(), Some(Component::Normal(_))) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.iter().collect::<PathBuf>().to_string_lossy().replace('\\', "/")
}
