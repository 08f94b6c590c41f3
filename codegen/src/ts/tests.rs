//! What is emitted for models that the front end would refuse, or that are hard to emit.

use super::{Dates, ImportExtension, Int64, Options, Platform, UrlEnv, emit};
use sockgen_schema::load_text;
use sockgen_schema::model::{External, ExternalTs, Model, RoomPart, TypeKind};

#[track_caller]
fn model(schema: &str) -> Model {
    let loaded = load_text(schema, "test.sockgen.yaml");
    let errors: Vec<_> = loaded.diagnostics.iter().map(|finding| finding.message.to_string()).collect();
    assert!(!loaded.has_errors(), "{errors:?}");
    loaded.model.expect("a schema without errors has a model")
}

#[track_caller]
fn check(model: &Model, there: &[&str], absent: &[&str]) {
    let text = emit(model, &Options::types("test.sockgen.yaml"));
    for part in there {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    for part in absent {
        assert!(!text.contains(part), "`{part}` in:\n{text}");
    }
}

/// A model in which the type `T`, a list of strings, is one of the application's own.
fn with_external(name: &str, from: &str) -> Model {
    let mut model = model("sockgen: 1\nname: Test\ntypes:\n  T: string[]\n");
    let TypeKind::Alias(json) = model.types[0].kind.clone() else { unreachable!("an alias was written") };
    let ts = Some(ExternalTs { name: name.to_owned(), from: from.to_owned() });
    model.types[0].kind = TypeKind::External(External { rust: None, ts, json });
    model
}

#[test]
fn types_of_the_application_are_imported_by_a_name() {
    let there = ["import type { Money as T } from \"./money\";", "export type { T };"];
    check(&with_external("Money", "./money"), &there, &[]);
    let there = ["import type { Money } from \"./money\";", "export type T = Money.Amount;"];
    check(&with_external("Money.Amount", "./money"), &there, &[]);
    let there = ["import type { default as T } from \"./money\";"];
    check(&with_external("default", "./money"), &there, &[]);
    let there = ["import type { default as default_ } from \"./money\";", "export type T = default_.Amount;"];
    check(&with_external("default.Amount", "./money"), &there, &[]);
}

#[test]
fn what_is_no_name_is_not_imported() {
    for name in ["", "A }", "A..B", "import(\"x\")", "A;\nevil()", "{ a: 1 }"] {
        check(&with_external(name, "./money"), &["export type T = string[];"], &["import type", "evil"]);
    }
}

#[test]
fn a_module_stays_in_its_quotes() {
    let from = "./a\"; evil(); \"\n\\";
    check(&with_external("A", from), &["from './a\"; evil(); \"\\n\\\\';"], &[]);
}

#[test]
fn a_path_stays_in_its_template() {
    let schema = "sockgen: 1\nname: Test\nnamespaces:\n  \"/game/{id: string(1..=9)}\": {}\n";
    let mut model = model(schema);
    let text = "/`;evil();`${evil()}\\\n";
    model.namespaces[1].template.insert(0, RoomPart::Literal(text.to_owned()));
    let there = ["return `/\\`;evil();\\`\\${evil()}\\\\\\u000a/game/${encodeURIComponent(params.id)}`;"];
    check(&model, &there, &[]);
}

#[test]
fn names_of_the_generator_give_way() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  Bytes: string\n  ArrayBuffer: bytes\nserverToClient:\n  a: ArrayBuffer\n";
    let there = ["export type ArrayBuffer = Bytes_;", "export type Bytes_ = globalThis.ArrayBuffer;"];
    check(&model(schema), &there, &["BytesInput"]);
}

#[test]
fn functions_of_the_handshake_keep_their_names() {
    let there = [
        "import type { connectAuth as connectAuth_ } from \"./money\";",
        "export type T = connectAuth_.Amount;",
        "export function connectAuth(): { $sockgen: string } {",
    ];
    check(&with_external("connectAuth.Amount", "./money"), &there, &[]);
    let schema = "sockgen: 1\nname: Test\nauth: { a: u8 }\ntypes:\n  ConnectFailure: { enum: [a] }\n  FAULTCode: { enum: [a] }\nserverToClient:\n  a: ConnectFailure\n  b: FAULTCode\n";
    let there = [
        "export type ConnectFailure_ =",
        "export function parseConnectError(error: { message: string }): ConnectFailure_ {",
        "export const FAULTCode_VALUES = [\"a\"] as const;",
        "export const FAULT_CODE_VALUES = [\n",
    ];
    check(&model(schema), &there, &[]);
}

#[test]
fn functions_of_the_handshake_are_there_where_they_have_a_use() {
    let auth = |auth: &str| model(&format!("sockgen: 1\nname: Test\n{auth}serverToClient:\n  a: {{}}\n"));
    let plain = ["connectAuth(): { $sockgen: string }"];
    check(&auth(""), &plain, &["parseConnectError", "ConnectFailure", "Fault", "function fromJson"]);
    // What is no object is nothing that a client could send.
    for text in ["string(..=9)", "u8[](..=9)", "bool", "string(..=9) | null"] {
        let there = ["export function parseConnectError"];
        check(&auth(&format!("auth: \"{text}\"\n")), &there, &["connectAuth", "hasKeys", "kindOf"]);
    }
    let there = ["kindOf(json) === \"string\"", "function kindOf("];
    check(&auth("connectError: string\n"), &there, &["hasKeys"]);
    let there = ["hasKeys(json, \"a\", \"b\")", "function hasKeys(", "function kindOf("];
    check(&auth("connectError: { a: u8, b: u8 | null }\n"), &there, &[]);
}

#[test]
fn a_type_has_a_second_form_where_clients_send_it() {
    let schema = |direction: &str| {
        format!(
            "sockgen: 1\nname: Test\ntypes:\n  File:\n    fields:\n      data: bytes\n{direction}:\n  a: {{ data: File }}\n"
        )
    };
    let received = ["a: (payload: File) => void;", "data: Bytes;"];
    check(&model(&schema("serverToClient")), &received, &["FileInput"]);
    let sent = ["a: (payload: FileInput) => void;", "data: Bytes;", "data: BytesInput;"];
    check(&model(&schema("clientToServer")), &sent, &[]);
}

#[track_caller]
fn check_file(model: &Model, options: &Options, part: &str, there: &[&str], absent: &[&str]) {
    let files = super::files(model, options);
    let name = format!("{}{part}.ts", options.stem);
    let text = &files.iter().find(|file| file.name == name).expect("the file is made").text;
    for part in there {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    for part in absent {
        assert!(!text.contains(part), "`{part}` in:\n{text}");
    }
}

#[test]
fn binary_data_is_what_the_platform_has() {
    let model =
        model("sockgen: 1\nname: Test\nserverToClient:\n  a: bytes\nclientToServer:\n  b: { data: bytes }\n");
    for (platform, received) in [
        (Platform::Browser, "export type Bytes = ArrayBuffer;"),
        (Platform::Node, "export type Bytes = Buffer;"),
        (Platform::Any, "export type Bytes = ArrayBuffer | Buffer;"),
    ] {
        let options = Options { platform, ..Options::types("test.sockgen.yaml") };
        let there = [received, "export type BytesInput = ArrayBuffer | Uint8Array;"];
        check_file(&model, &options, "", &there, &[]);
    }
}

#[test]
fn the_address_comes_from_where_it_is_said() {
    let model = model("sockgen: 1\nname: Test\nclientToServer:\n  a: {}\n");
    let options = |url_env| Options { url_env, client: true, ..Options::types("test.sockgen.yaml") };
    check_file(
        &model,
        &options(None),
        ".client",
        &["= open(definition, options);"],
        &["process.env", "import.meta"],
    );
    let process = Some(UrlEnv::Process("NEXT_PUBLIC_SOCKET_URL".to_owned()));
    let there = [
        "const url = options.url ?? process.env[\"NEXT_PUBLIC_SOCKET_URL\"];",
        "give { url }, or set NEXT_PUBLIC_SOCKET_URL.",
    ];
    check_file(&model, &options(process), ".client", &there, &["import.meta"]);
    let vite = Some(UrlEnv::ImportMeta("VITE_URL".to_owned()));
    check_file(
        &model,
        &options(vite),
        ".client",
        &["const url = options.url ?? (import.meta as Meta).env?.[\"VITE_URL\"];"],
        &["process.env"],
    );
}

#[test]
fn files_import_each_other_as_is_said() {
    let model = model("sockgen: 1\nname: Test\nserverToClient:\n  a: datetime\n");
    for (extension, end) in
        [(ImportExtension::None, ""), (ImportExtension::Js, ".js"), (ImportExtension::Ts, ".ts")]
    {
        let options =
            Options { extension, dates: Dates::Date, ..Options::everything("t.sockgen.yaml", "chat") };
        let import = |part: &str| format!("from \"./chat{part}{end}\";");
        let [types, convert, validators, client] = ["", ".convert", ".validators", ".client"].map(import);
        check_file(&model, &options, ".client", &[&types, &convert, &validators], &[]);
        check_file(&model, &options, ".react", &[&client], &[]);
        check_file(&model, &options, ".fake", &[&client], &[]);
    }
}

#[test]
fn only_what_is_converted_has_a_conversion() {
    let schema =
        |ty: &str| format!("sockgen: 1\nname: Test\nserverToClient:\n  a: {{ data: {{ x: {ty} }} }}\n");
    let rich = |dates, int64| Options { dates, int64, client: true, ..Options::types("test.sockgen.yaml") };
    for (ty, dates, int64, is_made) in [
        ("datetime", Dates::Date, Int64::String, true),
        ("datetime", Dates::String, Int64::BigInt, false),
        ("u64", Dates::String, Int64::BigInt, true),
        ("u64", Dates::Date, Int64::String, false),
        // A day has no time zone, and a `Date` is a moment.
        ("date", Dates::Date, Int64::BigInt, false),
        ("string", Dates::Date, Int64::BigInt, false),
    ] {
        let files = super::files(&model(&schema(ty)), &rich(dates, int64));
        let found = files.iter().any(|file| file.name == "test.convert.ts");
        assert_eq!(found, is_made, "{ty} with {dates:?} and {int64:?}");
    }
}

#[test]
fn times_are_not_taken_for_a_type_of_that_name() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  Date: { enum: [a] }\nclientToServer:\n  a: { args: [{ day: Date }, { at: datetime }] }\n";
    let options =
        Options { dates: Dates::Date, ..Options::everything("test.sockgen.yaml".to_owned(), "test") };
    let files = super::files(&model(schema), &options);
    let client = files.iter().find(|file| file.name == "test.client.ts").expect("it is asked for");
    for part in ["type Date as Date_,", "a: (day: Date_, at: Date) => void;"] {
        assert!(client.text.contains(part), "no `{part}` in:\n{}", client.text);
    }
}

#[test]
fn one_argument_stays_in_its_braces() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  TimeOrNumber: { union: [datetime, f64] }\nserverToClient:\n  a: TimeOrNumber\n";
    let options =
        Options { dates: Dates::Date, ..Options::everything("test.sockgen.yaml".to_owned(), "test") };
    let files = super::files(&model(schema), &options);
    let convert = files.iter().find(|file| file.name == "test.convert.ts").expect("times are converted");
    let there = "/* @__PURE__ */ kinds({\n  string: dateTime,\n});";
    assert!(convert.text.contains(there), "{}", convert.text);
}
