//! The file with a fake server for the frontend's own tests: the client is the real one, over a plain socket that
//! reaches nothing.
//!
//! What the server does is the mirror of what the client does, so the file has the same tables for the ways in which
//! answers are written, with the directions changed.

use super::Options;
use super::client::{Styles, has_outcome, own_names};
use super::convert;
use super::defs::{braced, exported};
use super::docs::documented;
use super::events::is_answered;
use super::imports::import_lines;
use super::layout::{Doc, bracketed, object_literal, print, print_to, text, text_entry};
use super::names::key;
use super::namespaces::{place, prefix};
use super::react::create;
use super::view::ExportView;
use crate::escape_ts::line_comment;
use serde::Serialize;
use sockgen_schema::model::{Ack, EventHead, Model, Namespace};
use std::collections::BTreeSet;

/// What the file is made of. What is not explained here is as in the client's view.
#[derive(Debug, Serialize)]
pub(super) struct FakeView {
    source: String,
    hash: String,
    imports: String,
    namespaces: Vec<NamespaceView>,
    style_constants: Vec<ExportView>,
    standard: bool,
    styles: bool,
    raw: bool,
    places: Vec<&'static str>,
    kinds: bool,
    keys: bool,
    /// That answers are written as well as read.
    asks: bool,
    /// Whether there are questions.
    questions: bool,
    converts: bool,
}

/// A namespace.
#[derive(Debug, Serialize)]
struct NamespaceView {
    doc: String,
    /// The function up to its brace.
    create: String,
    /// What it calls.
    call: String,
    /// Tables in their braces.
    requests: String,
    questions: String,
    conversions: String,
}

impl FakeView {
    pub(super) fn new(model: &Model, options: &Options) -> Self {
        let mut styles = Styles::new(model);
        let names = Names::new(model);
        let converts = convert::is_needed(model, options);
        let view = |namespace| view(namespace, &names, &mut styles);
        let namespaces: Vec<NamespaceView> = model.namespaces.iter().map(view).collect();
        let asked =
            |namespace: &Namespace| namespace.server_events.iter().any(|event| is_answered(&event.head));
        FakeView {
            source: line_comment(&options.source),
            hash: model.wire_hash(),
            imports: imports(model, options, styles.any_own(), converts),
            namespaces,
            style_constants: styles.constants(),
            standard: styles.standard,
            styles: styles.any_own(),
            raw: styles.raw,
            places: styles.places(),
            kinds: styles.kinds || styles.keys,
            keys: styles.keys,
            asks: true,
            questions: model.namespaces.iter().any(asked),
            converts,
        }
    }
}

/// What this file calls its own functions, and those of the client.
struct Names {
    imported: BTreeSet<String>,
}

impl Names {
    fn new(model: &Model) -> Self {
        Names { imported: model.namespaces.iter().map(create).collect() }
    }

    /// `createAdminFakeSocket`. A namespace may be called so that the client has a function of that name.
    fn own(&self, namespace: &Namespace) -> String {
        let mut name = format!("create{}FakeSocket", prefix(namespace));
        while self.imported.contains(&name) {
            name.push('_');
        }
        name
    }
}

fn imports(model: &Model, options: &Options, styles: bool, converts: bool) -> String {
    let module = |part: &str| format!("./{}{part}{}", options.stem, options.extension.as_str());
    let value = |name: String| (name.clone(), name);
    let ty = |name: String| (format!("type {name}"), name);
    let kinds = ["SocketClient", "SocketClientOptions", "SocketContract"];
    let types = own_names(model).filter(|name| kinds.iter().any(|kind| name.ends_with(kind)));
    let shared = ["Contract", "Result"].map(|name| ty(name.to_owned()));
    let fault = styles.then(|| ty("RequestFault".to_owned()));
    let functions = model.namespaces.iter().map(|namespace| value(create(namespace)));
    let client = types.map(ty).chain(shared).chain(fault).chain(functions);
    let mut lines = String::new();
    if converts {
        let tables = model.namespaces.iter().map(|namespace| value(convert::table(namespace)));
        let types = ["Conversion", "Conversions"].map(|name| ty(name.to_owned()));
        lines += &import_lines(&module(".convert"), tables.chain(types));
    }
    lines = import_lines(&module(".client"), client) + &lines;
    lines.trim_end().to_owned()
}

fn view<'m>(namespace: &'m Namespace, names: &Names, styles: &mut Styles<'m>) -> NamespaceView {
    let prefix = prefix(namespace);
    let [client, contract, options] =
        ["SocketClient", "SocketContract", "SocketClientOptions"].map(|name| format!("{prefix}{name}"));
    let default = if namespace.is_dynamic() { "" } else { " = {}" };
    let given = text(format!("options: FakeOptions<{options}>{default}"));
    let result = generic("Fake<", vec![text(client.clone()), text(contract)]);
    let head = [
        bracketed(format!("function {}(", names.own(namespace)), vec![given], ",", ")"),
        text(": "),
        result,
        text(" {"),
    ];
    let about = format!("A client{}, and the server that it takes for a real one.", place(namespace));
    NamespaceView {
        doc: documented(&about),
        create: exported(&head),
        call: {
            let arguments = ["options", "tables"].map(|each| text(each.to_owned()));
            let function = text(create(namespace));
            let arguments = [function].into_iter().chain(arguments).collect();
            print(&[text("return "), bracketed("fake(", arguments, ",", ")"), text(";")], 2)
        },
        requests: requests(namespace, styles),
        questions: questions(namespace, styles),
        conversions: convert::table(namespace),
    }
}

fn generic<'a>(open: &'static str, arguments: Vec<Doc<'a>>) -> Doc<'a> {
    bracketed(open, arguments, "", ">")
}

/// `{ "join:room": ACKS, … }`
fn requests<'m>(namespace: &'m Namespace, styles: &mut Styles<'m>) -> String {
    let heads = namespace.client_events.iter().map(|event| &event.head);
    let mut out = String::new();
    let answered = heads.filter_map(|head| Some((head, styles.of(head)?)));
    let answered: Vec<(&EventHead, String)> = answered.collect();
    braced(&mut out, answered, 4, |out, (head, style)| {
        out.push_str("      ");
        print_to(out, &[text_entry(&key(&head.wire), style), text(",")], 6);
    });
    out
}

/// `{ "doc:confirm": { acks: ACKS }, … }`
fn questions<'m>(namespace: &'m Namespace, styles: &mut Styles<'m>) -> String {
    let asked = namespace.server_events.iter().map(|event| &event.head).filter(|head| is_answered(head));
    let mut out = String::new();
    braced(&mut out, asked, 4, |out, head| {
        let mut members: Vec<Doc<'_>> = Vec::new();
        members.extend(styles.of(head).map(|acks| text(format!("acks: {acks}"))));
        members.extend(styles.marks(head));
        if has_outcome(head) && head.ack != Ack::Raw {
            members.push(text("hasError: true"));
        }
        out.push_str("      ");
        print_to(out, &[text(format!("{}: ", key(&head.wire))), object_literal(members), text(",")], 6);
    });
    out
}
