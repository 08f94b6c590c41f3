//! Every construct of types as Rust, for the runtime's tests: what is emitted is checked in beside them, so that they
//! decode and encode with it.
//!
//! `INSTA_UPDATE=always cargo test -p sockgen-codegen --test constructs` writes it anew.

use std::path::Path;

use sockgen_codegen::rust;
use sockgen_schema::load_text;
use sockgen_schema::model::{
    Bound, Bounds, Builtin, Deprecated, EnumRepr, EnumValue, External, Field, Member, Model, Tagging, Type,
    TypeId, TypeKind, Union,
};

const FILE: &str = "../runtime/tests/expansion/constructs.rs";

/// The names of the types, in order; the model's are made by a schema of the same ones and filled in here.
const NAMES: &[&str] = &[
    "DocId", "Count", "Share", "Blob", "Page", "OpenPage", "Insert", "Attach", "Group", "Op", "Lit", "Not",
    "Expr", "Running", "Status", "Cell", "Money", "Loose", "Picture", "Doc", "Kind", "Name", "Slug", "Point",
];

#[test]
fn the_constructs_that_the_runtimes_tests_use_are_current() {
    let text = rust::print(rust::emit(&model(), &rust::Options::default()), "constructs.sockgen.yaml");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(&path, &text).unwrap();
    }
    let current = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(current == text, "{} is not what is emitted today", path.display());
}

fn id(name: &str) -> TypeId {
    TypeId(u32::try_from(NAMES.iter().position(|known| *known == name).unwrap()).unwrap())
}

fn named(name: &str) -> Type {
    Type::Named { id: id(name), boxed: false }
}

fn plain(builtin: Builtin) -> Type {
    Type::builtin(builtin)
}

fn between(min: i128, max: i128) -> Bounds {
    Bounds { min: Some(Bound::Int(min)), max: Some(Bound::Int(max)) }
}

fn bounded(builtin: Builtin, min: i128, max: i128) -> Type {
    Type::Builtin { builtin, bounds: between(min, max), pattern: None }
}

fn matching(pattern: &str, min: i128, max: i128) -> Type {
    Type::Builtin { builtin: Builtin::String, bounds: between(min, max), pattern: Some(pattern.into()) }
}

fn list(items: Type) -> Type {
    Type::List { items: Box::new(items), bounds: Bounds::default() }
}

fn nullable(inner: Type) -> Type {
    Type::Nullable(Box::new(inner))
}

fn model() -> Model {
    let mut schema = String::from("sockgen: 1\nname: Test\ntypes:\n");
    for name in NAMES {
        schema.push_str(&format!("  {name}: {{ fields: {{ template: bool }} }}\n"));
    }
    let mut model = load_text(&schema, "test.sockgen.yaml").model.unwrap();
    let TypeKind::Object(fields) = &model.types[0].kind else { panic!("an object") };
    let template = fields[0].clone();
    let field = |name: &str, ty: Type| {
        let mut field: Field = template.clone();
        (field.wire, field.ty) = (name.trim_end_matches('?').to_owned(), ty);
        field.names.snake = field.wire.clone();
        field.optional = name.ends_with('?');
        field
    };
    let object = |fields: Vec<Field>| TypeKind::Object(fields);
    let span = model.types[0].span;
    let member = |wire: &str, variant: &str, ty: Option<Type>| Member {
        wire: wire.to_owned(),
        variant: variant.to_owned(),
        ty,
        doc: None,
        span,
    };
    let union = |tagging, open, members| TypeKind::Union(Union { tagging, open, members });
    let choice = |values: &[(&str, &str)], open, repr| TypeKind::Enum {
        values: values
            .iter()
            .map(|(wire, variant)| EnumValue {
                wire: (*wire).to_owned(),
                variant: (*variant).to_owned(),
                doc: None,
                span,
            })
            .collect(),
        open,
        repr,
    };
    let internal = |tag: &str| Tagging::Internal { tag: tag.to_owned() };
    let boxed = |name: &str| Type::Named { id: id(name), boxed: true };
    let ratio = Bounds { min: Some(Bound::Float(0.0)), max: Some(Bound::Float(1.0)) };

    let mut role = field("role", named("Kind"));
    role.default = Some("text".into());
    role.deprecated = Some(Deprecated {
        since: Some("2.0.0".to_owned()),
        instead: Some("kind".to_owned()),
        note: Some("for \"reasons\"".to_owned()),
    });
    let mut note = field("note", nullable(bounded(Builtin::String, 0, 3)));
    note.default = Some(serde_json::Value::Null);

    let kinds = [
        ("DocId", TypeKind::Brand(matching("^[a-z0-9-]+$", 1, 40))),
        ("Count", TypeKind::Brand(plain(Builtin::U8))),
        ("Share", TypeKind::Brand(Type::Builtin { builtin: Builtin::F64, bounds: ratio, pattern: None })),
        ("Blob", TypeKind::Brand(plain(Builtin::Bytes))),
        ("Page", choice(&[("10", "N10"), ("-1", "Minus1")], false, EnumRepr::Number)),
        ("OpenPage", choice(&[("10", "N10"), ("50", "N50")], true, EnumRepr::Number)),
        (
            "Insert",
            object(vec![field("at", plain(Builtin::U32)), field("text", bounded(Builtin::String, 1, 10))]),
        ),
        (
            "Attach",
            object(vec![field("name", plain(Builtin::String)), field("body", bounded(Builtin::Bytes, 0, 8))]),
        ),
        ("Group", object(vec![field("ops", list(named("Op")))])),
        (
            "Op",
            union(
                internal("kind"),
                true,
                vec![
                    member("insert", "Insert", Some(named("Insert"))),
                    member("attach", "Attach", Some(named("Attach"))),
                    member("group", "Group", Some(named("Group"))),
                    member("noop", "Noop", None),
                ],
            ),
        ),
        ("Lit", object(vec![field("value", plain(Builtin::Int))])),
        ("Not", object(vec![field("of", named("Expr"))])),
        (
            "Expr",
            union(
                internal("kind"),
                false,
                vec![member("lit", "Lit", Some(named("Lit"))), member("not", "Not", Some(boxed("Not")))],
            ),
        ),
        ("Running", object(vec![field("since", plain(Builtin::DateTime))])),
        (
            "Status",
            union(
                Tagging::Adjacent { tag: "name".to_owned(), content: "data".to_owned() },
                true,
                vec![
                    member("waiting", "Waiting", None),
                    member("running", "Running", Some(named("Running"))),
                    member("binary", "Binary", Some(plain(Builtin::Bytes))),
                    member("maybe", "Maybe", Some(nullable(plain(Builtin::Bool)))),
                ],
            ),
        ),
        (
            "Cell",
            union(
                Tagging::Untagged,
                false,
                vec![
                    member("", "String", Some(bounded(Builtin::String, 0, 5))),
                    member("", "F64", Some(plain(Builtin::F64))),
                    member("", "Bytes", Some(plain(Builtin::Bytes))),
                    member("", "List", Some(list(named("Cell")))),
                    member("", "Insert", Some(named("Insert"))),
                    member("", "Attach", Some(named("Attach"))),
                ],
            ),
        ),
        (
            "Money",
            TypeKind::External(External {
                rust: Some("crate::constructs::Cents".to_owned()),
                ts: None,
                json: bounded(Builtin::String, 1, 6),
            }),
        ),
        ("Loose", TypeKind::External(External { rust: None, ts: None, json: named("Insert") })),
        (
            "Picture",
            TypeKind::External(External {
                rust: Some("crate::constructs::Pixels".to_owned()),
                ts: None,
                json: named("Attach"),
            }),
        ),
        (
            "Doc",
            object(vec![
                field("id", named("DocId")),
                field("position", Type::Tuple(vec![plain(Builtin::F64), plain(Builtin::U8)])),
                field("body?", plain(Builtin::Bytes)),
                field("cleared?", nullable(bounded(Builtin::Bytes, 1, 4))),
                field("parts", list(plain(Builtin::Bytes))),
                field("cells", Type::Map { values: Box::new(named("Cell")), bounds: between(0, 3) }),
                field("op?", named("Op")),
                field("status", nullable(named("Status"))),
                field("count", named("Count")),
                field("page", named("Page")),
                role,
                note,
                field("money?", named("Money")),
                field("picture?", named("Picture")),
                field("slug?", named("Slug")),
                field("point?", named("Point")),
            ]),
        ),
        ("Kind", choice(&[("text", "Text"), ("drawing", "Drawing")], false, EnumRepr::Text)),
        ("Name", TypeKind::Brand(named("DocId"))),
        ("Slug", TypeKind::Alias(matching("^\\p{Lu}\\p{L}*$", 1, 20))),
        ("Point", TypeKind::Alias(Type::Tuple(vec![plain(Builtin::F64), plain(Builtin::F64)]))),
    ];
    for (name, kind) in kinds {
        model.types[id(name).0 as usize].kind = kind;
    }
    model.types[id("Lit").0 as usize].deprecated = Some(Deprecated::default());
    model
}
