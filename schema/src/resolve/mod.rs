//! From what is written to the [`Model`]: names are looked up, inline types get names, bounds become numbers.
//!
//! Findings are pushed, and a hole is filled with a type that does no harm, so that the rest is resolved as well.

mod aliases;
mod bounds;
mod events;
mod mixins;
mod namespaces;
mod program;
mod recursion;
mod rooms;
mod shape;
mod styles;
mod table;
mod types;
mod union;
mod unknown;
mod values;

pub use namespaces::WrittenNamespace;
pub use program::Program;
pub(crate) use program::{each_type, stem};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Direction, Model, Names, Origin, Type, TypeId, TypeKind};
use crate::names;
use crate::source::{FileId, Sources, Span};
use crate::suggest::Guesses;
use crate::syntax::file::{AckStyleDecl, Documented, Extensions, FieldDecl, File, Name, TypeDecl, TypeExpr};
use crate::syntax::tree::shown;
use std::collections::{HashMap, HashSet};
use styles::Styles;
use table::TypeTable;
use types::Home;
use values::Later;

/// A contract, and what is written of each of its parts.
pub struct Resolved<'a> {
    /// The contract.
    pub model: Model,
    /// What is written of it.
    pub written: WrittenModel<'a>,
}

/// What is written of the parts of a model, in the model's order.
pub struct WrittenModel<'a> {
    /// All files.
    pub program: &'a Program<'a>,
    /// The files that are there as a whole: the first one, and those that are included.
    pub files: Vec<&'a File<'a>>,
    /// The declared types: the first ones of the model.
    pub types: Vec<&'a TypeDecl<'a>>,
    /// The namespaces.
    pub namespaces: Vec<WrittenNamespace<'a>>,
    /// The styles of acks; absent for the one that nobody wrote.
    pub styles: Vec<Option<&'a AckStyleDecl<'a>>>,
}

/// Resolves files. `fallback_name` names an application whose file does not.
pub fn resolve<'a>(
    program: &'a Program<'a>,
    fallback_name: &str,
    sources: &'a Sources,
    diagnostics: &mut Diagnostics,
) -> Resolved<'a> {
    program.check_aliases(diagnostics);
    let whole = program.whole();
    let declared = program.types(&whole);
    let unreached = program.unreached(&declared);
    if !unreached.is_empty() {
        // Types that nobody needs are none of the contract, but what is wrong with them is said. What is said of the
        // others is said again below, and left out where findings are sorted.
        let all = declared.iter().chain(&unreached).copied().collect();
        let mut resolver = Resolver::new(program, &whole, all, sources, diagnostics);
        resolver.declared_types();
        resolver.finish_types();
    }
    let mut resolver = Resolver::new(program, &whole, declared, sources, diagnostics);
    for id in whole.iter().filter(|id| **id != FileId::FIRST) {
        for key in &program.files[id.index()].of_applications {
            let message = format!("an included file has no `{}`", key.value);
            let finding = Diagnostic::new(Code::NotIncludable, key.span, message);
            resolver.push(finding.help("move it to the file that includes this one"));
        }
    }
    resolver.declared_types();
    resolver.in_events = true;
    let (namespaces, written) = resolver.namespaces();
    let file = &program.files[0];
    let model = Model {
        name: file.name.as_ref().map_or(fallback_name, |name| name.value).to_owned(),
        version: file.version.as_ref().map(|version| version.value.to_owned()),
        doc: doc_text(&file.doc),
        types: resolver.types.defs,
        namespaces,
        ack_styles: resolver.styles.all,
        extensions: extensions(&file.extensions),
    };
    let written = WrittenModel {
        program,
        files: whole.iter().map(|id| &program.files[id.index()]).collect(),
        types: resolver.declared,
        namespaces: written,
        styles: resolver.styles.written,
    };
    Resolved { model, written }
}

struct Resolver<'a, 'd> {
    program: &'a Program<'a>,
    /// The declared types of the model, in its order.
    declared: Vec<&'a TypeDecl<'a>>,
    sources: &'a Sources,
    types: TypeTable<'a>,
    diagnostics: &'d mut Diagnostics,
    /// The inline payloads of the namespace so far, by the name that they gave their type.
    payloads: HashMap<String, InlinePayload<'a>>,
    /// The names that the namespace's events give to types so far.
    methods: HashSet<(Direction, String)>,
    guesses: Guesses,
    /// How many events and rooms came from included files.
    included: usize,
    /// Whether the declared types are done: what is resolved now is named by none of them.
    in_events: bool,
    styles: Styles<'a>,
    /// What is worked out when all types are known.
    later: Later<'a>,
}

struct InlinePayload<'a> {
    id: TypeId,
    written: Written<'a>,
    event: Span,
}

/// An inline payload as written.
#[derive(Clone, Copy)]
enum Written<'a> {
    Data(&'a TypeExpr<'a>),
    Args(&'a [FieldDecl<'a>]),
}

impl<'a, 'd> Resolver<'a, 'd> {
    fn new(
        program: &'a Program<'a>,
        whole: &[FileId],
        declared: Vec<&'a TypeDecl<'a>>,
        sources: &'a Sources,
        diagnostics: &'d mut Diagnostics,
    ) -> Self {
        Resolver {
            program,
            sources,
            types: TypeTable::declare(&declared, program.files.len()),
            declared,
            diagnostics,
            payloads: HashMap::new(),
            methods: HashSet::new(),
            guesses: Guesses::default(),
            included: 0,
            in_events: false,
            styles: Styles::of(program, whole),
            later: Later::default(),
        }
    }

    /// Works out what needs all types of events and declarations to be known.
    fn finish_types(&mut self) {
        self.flatten_mixins();
        recursion::box_cycles(&mut self.types.defs, self.diagnostics);
        self.fill_values();
    }

    fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// A type that always has its own name, whatever it is: `Auth`.
    fn special(&mut self, name: &str, origin: Origin, ty: &'a TypeExpr<'a>) -> Type {
        let id = self.inline(ty, &Home { name, place: ty.span, origin });
        Type::Named { id, boxed: false }
    }

    /// The names in code, or a finding and a stand-in that meets no other name.
    fn code_names(&mut self, written: &Name<'_>, what: &str, help: &str) -> Names {
        names::names(written.value).unwrap_or_else(|error| {
            // `*` is refused for what it means to Socket.IO.
            if written.value != "*" {
                self.push(invalid_name(written, what, error).help(help));
            }
            let stand_in = stand_in_name(written.span);
            Names { snake: stand_in.clone(), pascal: stand_in.clone(), camel: stand_in }
        })
    }
}

/// A name that no other name meets, where the real one was reported.
fn stand_in_name(place: Span) -> String {
    format!("invalid_{}_{}", place.file.0, place.start)
}

/// The finding for a name that no code can be made from.
fn invalid_name(written: &Name<'_>, what: &str, error: names::NameError) -> Diagnostic {
    if written.value.is_empty() {
        let message = if what == "value" {
            "this value is empty".to_owned()
        } else {
            format!("the name of this {what} is empty")
        };
        return Diagnostic::new(Code::InvalidName, written.span, message);
    }
    let message =
        format!("no name in code can be made from the {what} `{}`: {}", shown(written.value), error.reason());
    Diagnostic::new(Code::InvalidName, written.span, message)
}

/// The text of a documentation; nothing where it is blank.
fn doc_text(doc: &Documented<'_>) -> Option<String> {
    let text = doc.as_ref()?.value.trim_matches('\n').trim_end();
    (!text.trim().is_empty()).then(|| text.to_owned())
}

/// The `x-…` keys of something.
fn extensions(written: &Extensions<'_>) -> crate::model::Extensions {
    written.iter().map(|(key, value)| (key.value.to_owned(), value.clone())).collect()
}

/// A kind that stands where the real one is not known yet, or was reported.
fn hole() -> TypeKind {
    TypeKind::Alias(types::stand_in())
}
