//! What is emitted, for schemas that are hard to emit.

use quote::ToTokens as _;
use sockgen_schema::load_text;
use sockgen_schema::model::Model;
use syn::{File, Item};

use super::{Options, emit};

#[track_caller]
fn model(schema: &str) -> Model {
    let loaded = load_text(schema, "test.sockgen.yaml");
    let errors: Vec<_> = loaded.diagnostics.iter().map(|finding| finding.message.to_string()).collect();
    assert!(!loaded.has_errors(), "{errors:?}");
    loaded.model.expect("a schema without errors has a model")
}

#[track_caller]
fn file(schema: &str) -> File {
    syn::parse2(emit(&model(schema), &Options::default())).expect("what is emitted parses")
}

/// The text of one item of the generated module, without spaces.
#[track_caller]
fn item(schema: &str, kind: &str) -> String {
    let items = file(schema).items.into_iter().map(|item| squeezed(&item.to_token_stream().to_string()));
    let found: Vec<_> = items.filter(|text| text.contains(&squeezed(kind))).collect();
    found.first().unwrap_or_else(|| panic!("no `{kind}`")).clone()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A type `T` whose one field has this type.
fn with_field(field: &str) -> String {
    format!("sockgen: 1\nname: Test\ntypes:\n  T:\n    fields:\n      {field}\n")
}

#[track_caller]
fn codec(field: &str, expect: &str) {
    let text = item(&with_field(field), "Payload for T");
    let expect = squeezed(&format!("type Fields = ({expect},);"));
    assert!(text.contains(&expect), "{field}: {text}");
}

#[test]
fn every_type_has_its_codec() {
    codec("a: string", "__rt::Str");
    codec("a: string(1..=64)", "__rt::StrLen<1, 64>");
    codec("a: string(1..)", "__rt::StrLen<1, { usize::MAX }>");
    codec("a: u8(..=10)", "__rt::Ranged<__rt::U8, 0, 10>");
    codec("a: int(-5..=5)", "__rt::Ranged<__rt::Int, -5, 5>");
    codec("a: f64(0..=1)", "__rt::Checked<__rt::F64, __Range0>");
    codec("a: list<u64>", "__rt::List<__rt::U64>");
    codec("a: string[](..=3)", "__rt::ListLen<__rt::Str, 0, 3>");
    codec("a: map<json>", "__rt::Map<__rt::Json>");
    codec("a?: datetime", "__rt::Optional<__rt::DateTime>");
    codec("a: date | null", "__rt::Nullable<__rt::Date>");
    codec("a?: uuid | null", "__rt::OptionalNullable<__rt::Uuid>");
    codec("a?: T", "__rt::Optional<__rt::Boxed<T>>");
    codec("a: T | null", "__rt::Nullable<__rt::Boxed<T>>");
    codec("a: list<T>", "__rt::List<T>");
}

#[test]
fn an_alias_brings_its_bounds_and_its_null() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  Id: string(1..=9)\n  Maybe: Id | null\n  T:\n    fields:\n      a: Id\n      b?: Maybe\n";
    let text = item(schema, "Payload for T");
    assert!(text.contains("(__rt::StrLen<1,9>,__rt::OptionalNullable<__rt::StrLen<1,9>>,)"), "{text}");
    let text = item(schema, "pub struct T");
    assert!(text.contains("puba:Id,") && text.contains("pubb:::std::option::Option<Maybe>,"), "{text}");
}

#[test]
fn wide_structs_nest_their_fields() {
    for (count, expect) in [(12, "(a0,"), (13, "((a0,"), (40, "((a0,"), (145, "(((a0,")] {
        let fields: String = (0..count).map(|at| format!("      a{at}: bool\n")).collect();
        let text =
            item(&format!("sockgen: 1\nname: Test\ntypes:\n  T:\n    fields:\n{fields}"), "Payload for T");
        assert!(text.contains(&format!("fnbuild({expect}")), "{count}: {text}");
    }
}

#[test]
fn keywords_are_names() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  T:\n    fields:\n      type: bool\n      self: bool\nclientToServer:\n  match: {}\n";
    let text = item(schema, "Payload for T");
    assert!(text.contains("fnbuild((r#type,self_,):") && text.contains("&[\"type\",\"self\"]"), "{text}");
    assert!(item(schema, "trait Handlers").contains("fnr#match(&self,"));
}

/// Types may have any name, so ours are only ever named by a path.
#[test]
fn names_of_the_standard_library_are_free() {
    let schema = "sockgen: 1\nname: Test\ntypes:\n  String: u8\n  A: string\n  Vec: list<A>\n  Option: Vec | null\n  Send: { enum: [a], open: true }\n\
        clientToServer:\n  e: { data: A, ack: Option, error: Send }\n";
    assert!(item(schema, "type Vec").contains("pubtypeVec=::std::vec::Vec<A>;"));
    assert!(item(schema, "type Option").contains("pubtypeOption=::std::option::Option<Vec>;"));
    // The letter of the adapter gives way to the schema's own type.
    assert!(item(schema, "trait Handlers").contains("ctx:Ctx<Self::Session,A_>,data:A"));
}

/// The rules of events are one table of constants, in the order of the events.
#[test]
fn rules_are_constants() {
    let schema = "
sockgen: 1
name: Test
acks:
  bare: { ok: $data }
clientToServer:
  plain: { data: string }
  limited: { data: string, maxBytes: 10, rate: 5/s, ordered: true, strict: true, ack: none, ackTimeout: 2s }
  bare: { data: string, ack: string, ackStyle: bare }
";
    let text = item(schema, "ClientEvents for ClientEvent");
    let rules = "__rt::Rules::NONE,\
        __rt::Rules::NONE.max_bytes(10).rate(5,1000).ordered().strict().timeout_ms(2000),\
        __rt::Rules::NONE.acks(&__ACKS_1)";
    assert!(text.contains(rules), "{text}");
    let style = item(schema, "const __ACKS_1");
    assert!(style.contains("__rt::AckStyle::new(__rt::Shape::Slot(__rt::Slot::Data),"), "{style}");
    // Events that the schema does not have are answered in the file's own style.
    assert!(!item(schema, "Namespace for __Namespace").contains("ACKS"));
    let own = schema.replace("  bare: { ok: $data }", "  ok: { fine: $data }");
    let own = own.replace(", ackStyle: bare", "");
    let ours = "constACKS:&'static__rt::AckStyle=&__ACKS_0;";
    assert!(item(&own, "Namespace for __Namespace").contains(ours));
}

/// The engine's limits follow the largest `maxBytes` of all namespaces, and are not lowered where a message has none.
#[test]
fn the_engine_is_told_the_largest_limit_and_whether_all_have_one() {
    let engine = |events: &str| {
        let schema = format!("sockgen: 1\nname: Test\n{events}");
        let text = item(&schema, "fn engine");
        text[text.find("__rt::engine").expect("the call")..].to_owned()
    };
    let one = "clientToServer: { a: { data: string, maxBytes: 500 } }\n";
    assert!(engine(one).starts_with("__rt::engine(builder,500,true,__rt::IN_FLIGHT)"));
    let more = "namespaces: { /admin: { clientToServer: { b: { data: string, maxBytes: 900 } } } }\n";
    assert!(engine(&format!("{one}{more}")).starts_with("__rt::engine(builder,900,true,__rt::IN_FLIGHT)"));
    let free = "namespaces: { /admin: { clientToServer: { b: { data: string } } } }\n";
    assert!(engine(&format!("{one}{free}")).starts_with("__rt::engine(builder,500,false,__rt::IN_FLIGHT)"));
    let asks = "serverToClient: { ask: { ack: string } }\n";
    assert!(engine(&format!("{one}{asks}")).starts_with("__rt::engine(builder,500,false,__rt::IN_FLIGHT)"));
    let confirms = "serverToClient: { ask: { ack: none } }\n";
    assert!(
        engine(&format!("{one}{confirms}")).starts_with("__rt::engine(builder,500,true,__rt::IN_FLIGHT)")
    );
    let limit = "defaults: { inFlight: 7 }\n";
    assert!(
        item(&format!("sockgen: 1\n{limit}"), "Namespace for __Namespace")
            .contains("constIN_FLIGHT:usize=7;")
    );
}

/// A namespace's module names its own types as they are, and those of the root through `super`, at every depth.
#[test]
fn a_namespace_is_a_module_with_types_of_its_own() {
    let schema = "
sockgen: 1
name: Test
types:
  User: { fields: { id: string } }
namespaces:
  /admin:
    clientToServer:
      kick: { data: { user: User }, ack: User }
    serverToClient:
      gone: User
      left: { data: { id: string } }
";
    let text = item(schema, "pub mod admin");
    for expect in [
        "usesuper::__rt;",
        "pubstructKick{",
        "pubuser:super::User,",
        "data:Kick,",
        "Result<super::User,__rt::Fail>",
        "data:&super::super::User",
        "data:&super::Left",
        "&[\"/admin\"]",
    ] {
        assert!(text.contains(&squeezed(expect)), "{expect}: {text}");
    }
}

#[test]
fn what_a_schema_with_errors_emits_has_no_errors_of_its_own() {
    let schema = r#"
sockgen: 1
name: Test
clientToServer:
  a:b: { data: { x: Nope } }
  a_b: { data: { x: string }, ackStyle: nope }
namespaces:
  /x: { clientToServer: { go: { data: { a: string } } } }
  /X: { clientToServer: { go: { data: { a: string } }, Go: {} } }
  "/g/{id: nope}/{id: string}": { serverToClient: { ask: { args: [{ a: nope }], ack: nope } } }
"#;
    let loaded = load_text(schema, "test.sockgen.yaml");
    assert!(loaded.has_errors());
    let model = crate::recover::recover(loaded.model.expect("what could be read"));
    let file: File = syn::parse2(emit(&model, &Options::default())).expect("what is emitted parses");
    distinct(&file.items);
}

/// No two items of one kind and name in any module.
#[track_caller]
fn distinct(items: &[Item]) {
    let mut seen = std::collections::BTreeSet::new();
    for item in items {
        let name = match item {
            Item::Struct(item) => format!("type {}", item.ident),
            Item::Enum(item) => format!("type {}", item.ident),
            Item::Type(item) => format!("type {}", item.ident),
            Item::Trait(item) => format!("type {}", item.ident),
            Item::Mod(item) => {
                distinct(item.content.as_ref().map_or(&[], |(_, items)| items));
                format!("mod {}", item.ident)
            }
            _ => continue,
        };
        assert!(seen.insert(name.clone()), "two items are called `{name}`");
    }
}

/// Whatever a schema's texts are (it may not hold characters that cannot be seen), the generated module has the items that it would have had with plain ones.
#[test]
fn no_text_breaks_out_of_its_place() {
    let naughty = [
        "*/ pub fn pwned() {} /*",
        "\"]\npub fn pwned() {}\n#[doc=\"",
        "\r pub fn pwned() {}",
        "```\npwned()\n```",
        "    pwned()",
        "{pwned} \\ \\\" '",
        "<script>pwned</script> [x](javascript:pwned)",
    ];
    let shape = |file: &File| -> Vec<_> { file.items.iter().map(std::mem::discriminant::<Item>).collect() };
    let schema = |text: &str| {
        let text = serde_json::to_string(text).unwrap();
        format!(
            "sockgen: 1\nname: Test\ndoc: {text}\ntypes:\n  T: {{ doc: {text}, fields: {{ a: {{ type: bool, doc: {text} }} }} }}\n  E: {{ enum: {{ a: {text} }}, doc: {text} }}\n\
             clientToServer:\n  e: {{ doc: {text}, data: T }}\nserverToClient:\n  f: {{ doc: {text}, data: E }}\n"
        )
    };
    let plain = shape(&file(&schema("plain")));
    for text in naughty {
        let file = file(&schema(text));
        assert_eq!(shape(&file), plain, "{text:?}");
        let printed = file.to_token_stream().to_string();
        for forbidden in ["```", "\" <script", "\"     pwned", " [x]"] {
            assert!(!printed.contains(forbidden), "{text:?} leaves {forbidden:?}");
        }
    }
}

#[test]
fn the_same_schema_gives_the_same_tokens() {
    let schema = with_field("a: f64(0..=1)");
    let first = emit(&model(&schema), &Options::default()).to_string();
    assert_eq!(emit(&model(&schema), &Options::default()).to_string(), first);
}

#[cfg(feature = "cli")]
#[test]
fn printed_text_is_a_module_of_its_own() {
    let model = model(&with_field("a: bool"));
    let text = super::print(emit(&model, &Options::default()), "a\nb.yaml");
    assert!(text.starts_with("// @generated by sockgen from a b.yaml. Do not edit.\n"), "{text}");
    assert!(text.contains("\n\n#![allow(\n"), "{text}");
    assert!(text.contains("\n\n/// The schema's type `T`.\npub struct T {\n"), "{text}");
    assert!(!text.contains("\n\n\n") && text.ends_with("}\n"));
    syn::parse_file(&text).expect("printed text parses");
}
