//! What is emitted for models that are hard to emit, or that the front end would refuse.

use super::{Options, emit};
use serde_json::{Value, json};
use sockgen_schema::load_text;
use sockgen_schema::model::*;
use sockgen_schema::names::names;
use sockgen_schema::source::{FileId, Span};

fn span() -> Span {
    Span::new(FileId::FIRST, 0, 0)
}

fn model(schema: &str) -> Model {
    let loaded = load_text(schema, "test.sockgen.yaml");
    loaded.model.filter(|_| loaded.diagnostics.is_empty()).expect("a schema without findings")
}

fn typescript(model: &Model) -> String {
    emit(model, &Options { source: "test.sockgen.yaml".to_owned() })
}

/// A model and the types that are put into it by hand.
struct Hand(Model);

impl Hand {
    fn new() -> Self {
        Hand(model("sockgen: 1\nname: Test\nversion: 1.0.0\n"))
    }

    fn add(&mut self, name: &str, kind: TypeKind) -> Type {
        self.add_from(name, Origin::Declared, kind)
    }

    fn add_from(&mut self, name: &str, origin: Origin, kind: TypeKind) -> Type {
        self.0.types.push(TypeDef {
            name: name.to_owned(),
            local_name: name.to_owned(),
            namespace: None,
            origin,
            doc: None,
            example: None,
            deprecated: None,
            kind,
            extensions: Vec::new(),
            span: span(),
        });
        Type::Named { id: TypeId(self.0.types.len() as u32 - 1), boxed: false }
    }

    fn object(&mut self, name: &str, fields: &[(&str, Type)]) -> Type {
        let fields = fields.iter().map(|(name, ty)| field(name, ty.clone())).collect();
        self.add(name, TypeKind::Object(fields))
    }

    fn union(&mut self, name: &str, tagging: Tagging, open: bool, members: &[(&str, Option<Type>)]) -> Type {
        let member = |(wire, ty): &(&str, Option<Type>)| Member {
            wire: (*wire).to_owned(),
            variant: names(wire).map_or_else(|_| "X".to_owned(), |names| names.pascal),
            ty: ty.clone(),
            doc: None,
            span: span(),
        };
        let members = members.iter().map(member).collect();
        self.add(name, TypeKind::Union(Union { tagging, open, members }))
    }

    fn sends(&mut self, wire: &str, payload: Payload, ack: Ack) -> &mut EventHead {
        let head = head(wire, payload, ack);
        let event = ClientEvent { head, max_bytes: None, rate: None, ordered: false, strict: false };
        self.0.namespaces[0].client_events.push(event);
        &mut self.0.namespaces[0].client_events.last_mut().unwrap().head
    }

    fn receives(&mut self, wire: &str, payload: Payload, ack: Ack) -> &mut EventHead {
        let event = ServerEvent { head: head(wire, payload, ack), to: Vec::new() };
        self.0.namespaces[0].server_events.push(event);
        &mut self.0.namespaces[0].server_events.last_mut().unwrap().head
    }
}

fn head(wire: &str, payload: Payload, ack: Ack) -> EventHead {
    EventHead {
        wire: wire.to_owned(),
        names: names(wire).unwrap(),
        doc: None,
        volatile: false,
        payload,
        example: None,
        ack,
        error: None,
        ack_style: AckStyleId(0),
        ack_timeout_ms: None,
        deprecated: None,
        group: None,
        extensions: Vec::new(),
        span: span(),
    }
}

fn field(name: &str, ty: Type) -> Field {
    let (name, optional) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
    Field {
        wire: name.to_owned(),
        names: names(name).unwrap(),
        optional,
        ty,
        default: None,
        deprecated: None,
        doc: None,
        example: None,
        extensions: Vec::new(),
        span: span(),
    }
}

fn string() -> Type {
    Type::builtin(Builtin::String)
}

fn bytes() -> Type {
    Type::builtin(Builtin::Bytes)
}

fn args(hand: &mut Hand, name: &str, fields: Vec<Field>) -> Payload {
    let Type::Named { id, .. } = hand.add_from(name, Origin::Args(Vec::new()), TypeKind::Object(fields)) else {
        unreachable!()
    };
    Payload::Args(id)
}

fn shape(value: Value) -> Shape {
    match value {
        Value::String(text) if text.starts_with('$') => Shape::Slot(slot(&text)),
        Value::Object(entries) => Shape::Object(
            entries
                .into_iter()
                .map(|(key, value)| match (key.as_str(), value) {
                    ("...", Value::String(text)) => ShapeEntry::Spread(slot(&text)),
                    (_, value) => ShapeEntry::Key { key, value: shape(value) },
                })
                .collect(),
        ),
        value => Shape::Const(value),
    }
}

fn slot(text: &str) -> Slot {
    match text {
        "$data" => Slot::Data,
        "$error" => Slot::Error,
        "$fault" => Slot::Fault,
        "$code" => Slot::Code,
        _ => Slot::Message,
    }
}

fn style(name: Option<&str>, ok: Value, error: Value, fault: Value) -> AckStyle {
    let optional = |value: Value| (!value.is_null()).then(|| shape(value));
    AckStyle {
        name: name.map(str::to_owned),
        ok: shape(ok),
        error: optional(error),
        fault: optional(fault),
        span: span(),
    }
}

fn namespace(path: &str, name: &str, template: Vec<RoomPart>) -> Namespace {
    Namespace {
        path: path.to_owned(),
        names: Some(names(name).unwrap()),
        template,
        doc: None,
        auth: None,
        connect_error: None,
        client_events: Vec::new(),
        server_events: Vec::new(),
        rooms: Vec::new(),
        groups: Vec::new(),
        extensions: Vec::new(),
        span: span(),
    }
}

#[test]
fn whole() {
    let mut hand = Hand::new();
    let h = &mut hand;
    let doc_id = h.add("DocId", TypeKind::Brand(Type::Builtin { builtin: Builtin::String, bounds: Bounds { min: Some(Bound::Int(1)), max: Some(Bound::Int(40)) }, pattern: Some("^[a-z0-9-]+$".into()) }));
    let rev = h.add("Rev", TypeKind::Alias(Type::builtin(Builtin::U64)));
    let page = h.add("Page", TypeKind::Enum { values: ["10", "50", "-1"].iter().map(|wire| EnumValue { wire: (*wire).into(), variant: "N".into(), doc: None, span: span() }).collect(), open: false, repr: EnumRepr::Number });
    let opage = h.add("OpenPage", TypeKind::Enum { values: (0..40).map(|n| EnumValue { wire: (n * 1000).to_string(), variant: "N".into(), doc: Some("A *number*".into()), span: span() }).collect(), open: true, repr: EnumRepr::Number });
    let role = h.add("Role", TypeKind::Enum { values: ["viewer", "editor"].iter().map(|wire| EnumValue { wire: (*wire).into(), variant: "N".into(), doc: None, span: span() }).collect(), open: false, repr: EnumRepr::Text });
    let money = h.add("Money", TypeKind::External(External { rust: None, ts: Some(ExternalTs { name: "Money".into(), from: "@/lib/money".into() }), json: string() }));
    let price = h.add("Price", TypeKind::External(External { rust: None, ts: Some(ExternalTs { name: "Decimal.Value".into(), from: "@/lib/money".into() }), json: string() }));
    let other = h.add("OtherMoney", TypeKind::External(External { rust: None, ts: Some(ExternalTs { name: "default".into(), from: "./a\"b".into() }), json: string() }));
    let plain = h.add("Plain", TypeKind::External(External { rust: None, ts: None, json: bytes() }));
    let tuple = Type::Tuple(vec![Type::builtin(Builtin::F64), Type::Nullable(Box::new(Type::builtin(Builtin::F64)))]);
    let insert = h.object("Insert", &[("at", Type::builtin(Builtin::U32)), ("text", string())]);
    let blob = h.object("Blob2", &[("data", bytes()), ("many?", Type::List { items: Box::new(Type::Nullable(Box::new(bytes()))), bounds: Bounds::default() })]);
    let op = h.union("Op", Tagging::Internal { tag: "kind".into() }, true, &[("insert", Some(insert.clone())), ("blob", Some(blob.clone())), ("noop", None)]);
    let status = h.union("Status", Tagging::Adjacent { tag: "name".into(), content: "da-ta".into() }, false, &[("waiting", None), ("running", Some(tuple.clone())), ("x", Some(Type::Nullable(Box::new(string()))))]);
    let one = h.union("One", Tagging::Internal { tag: "kind".into() }, false, &[("insert", Some(insert.clone()))]);
    let cell = h.union("Cell", Tagging::Untagged, false, &[("", Some(string())), ("", Some(Type::builtin(Builtin::F64))), ("", Some(Type::builtin(Builtin::Bool)))]);
    let failure = h.union("Failure", Tagging::Internal { tag: "code".into() }, false, &[("conflict", Some(insert.clone())), ("forbidden", None)]);
    let mut role_field = field("role", role.clone());
    role_field.default = Some(json!("viewer"));
    let mut old = field("old", string());
    old.deprecated = Some(Deprecated { since: Some("2.0.0".into()), instead: Some("role".into()), note: Some("No */ more".into()) });
    old.example = Some(json!("x"));
    let doc = h.add("Doc", TypeKind::Object(vec![field("id", doc_id.clone()), role_field, field("body?", bytes()), field("ops?", op.clone()), field("position", tuple.clone()), old,
        field("page", page), field("open", opage), field("money", money), field("price", price), field("other", other), field("plain", plain), field("status", status), field("cell", cell), field("one", one)]));
    h.0.types.last_mut().unwrap().doc = Some("A document.".into());
    h.0.types.last_mut().unwrap().deprecated = Some(Deprecated { since: None, instead: Some("Op".into()), note: None });
    let data = |ty: &Type| Payload::Data(ty.clone());
    h.sends("doc:save", data(&doc), Ack::Data(doc.clone())).error = Some(failure.clone());
    let list = Type::List { items: Box::new(op.clone()), bounds: Bounds::default() };
    let mut base = field("base?", rev.clone());
    base.doc = Some("The revision.".into());
    let payload = args(h, "DocEdit", vec![field("id", doc_id.clone()), field("ops", list.clone()), base.clone()]);
    let event = h.sends("doc:edit", payload, Ack::Data(rev.clone()));
    event.error = Some(failure.clone());
    event.ack_timeout_ms = Some(3000);
    let payload = args(h, "DocTouch", vec![field("delete", doc_id.clone()), field("ack", string()), base.clone()]);
    h.sends("doc:touch", payload, Ack::Undeclared).deprecated = Some(Deprecated { since: Some("2.0.0".into()), instead: Some("doc:edit".into()), note: None });
    h.sends("legacy:any", Payload::Raw, Ack::Raw);
    h.sends("legacy:some", Payload::Raw, Ack::Undeclared);
    h.sends("legacy:typed", Payload::Raw, Ack::Empty);
    h.sends("none:raw", Payload::None, Ack::Raw);
    let payload = args(h, "DocChanged", vec![field("id", doc_id.clone()), field("ops", list), base]);
    h.receives("doc:changed", payload.clone(), Ack::Undeclared).group = Some(GroupId(0));
    h.receives("doc:ask", payload, Ack::Data(doc.clone()));
    h.receives("doc:confirm", data(&doc), Ack::Data(Type::builtin(Builtin::Bool)));
    h.0.namespaces[0].groups.push(Group { names: names("git").unwrap(), doc: Some("Commits and such".into()), span: span() });
    h.0.ack_styles.push(style(Some("legacy"), json!({"status": "ok", "...": "$data"}), json!({"status": "error", "message": "$error"}), json!({"status": "error", "message": "$message", "code": "$code"})));
    h.0.ack_styles.push(style(Some("bare"), json!("$data"), Value::Null, Value::Null));
    h.0.ack_styles.push(style(Some("flat"), json!({"result": "$data"}), json!({"error": "$error"}), json!({"error": "$error", "fault": "$fault"})));
    for (at, name) in ["legacy", "bare", "flat"].iter().enumerate() {
        let event = h.sends(&format!("style:{name}"), data(&rev), Ack::Data(insert.clone()));
        event.ack_style = AckStyleId(at as u32 + 1);
        event.error = (*name != "bare").then(|| failure.clone());
        h.sends(&format!("style:{name}:empty"), data(&rev), Ack::Empty).ack_style = AckStyleId(at as u32 + 1);
    }
    let mut admin = namespace("/admin", "admin", vec![RoomPart::Literal("/admin".into())]);
    admin.client_events.push(ClientEvent { head: head("kick", data(&rev), Ack::Empty), max_bytes: None, rate: Some(Rate { count: 20, per_ms: 1000 }), ordered: false, strict: false });
    let mut game = namespace("/game/{id: DocId}", "game", vec![RoomPart::Literal("/game/`${".into()), RoomPart::Param { name: "id".into(), names: names("id").unwrap(), ty: doc_id }]);
    game.server_events.push(ServerEvent { head: head("kick", data(&rev), Ack::Undeclared), to: Vec::new() });
    h.0.namespaces.extend([admin, game]);
    std::fs::write("/tmp/exp-E/whole.ts", typescript(&hand.0)).unwrap();
}
