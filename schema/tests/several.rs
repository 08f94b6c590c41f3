//! Contracts that are made of several files, namespaces and groups.

use sockgen_schema::diagnostic::{self, Style};
use sockgen_schema::model::{
    Ack, GroupId, Model, NamespaceId, Origin, Payload, Rate, RoomId, RoomPart, TypeKind,
};
use sockgen_schema::{Disk, Loaded, load};
use std::path::Path;

fn several() -> Loaded {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/several/app.sockgen.yaml");
    load(&path, "several/app.sockgen.yaml", &Disk)
}

fn sound(loaded: Loaded) -> Model {
    let human = diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain);
    assert!(loaded.diagnostics.is_empty(), "{human}");
    loaded.model.unwrap()
}

#[test]
fn types_keep_their_own_names_and_only_those_that_are_needed_come_along() {
    let model = sound(several());
    let declared = model.types.iter().filter(|def| def.origin == Origin::Declared);
    let names: Vec<&str> = declared.map(|def| def.name.as_str()).collect();
    // Of a file that is included all, of one that is imported what is reached.
    assert_eq!(names, ["DocId", "Rev", "Doc", "Failure", "Commit", "Unused", "User", "Address"]);
}

#[test]
fn what_a_namespace_brings_along_has_its_name() {
    let model = sound(several());
    let of = |namespace: u32| {
        let types = model.types.iter().filter(move |def| def.namespace == Some(NamespaceId(namespace)));
        types.map(|def| (def.name.as_str(), def.local_name.as_str())).collect::<Vec<_>>()
    };
    assert_eq!(of(1), [("AdminAuth", "Auth"), ("AdminKick", "Kick")]);
    assert_eq!(of(2), [("GameMove", "Move")]);
    assert_eq!(
        of(3),
        [
            ("BoardAuth", "Auth"),
            ("BoardConnectError", "ConnectError"),
            ("BoardPush", "Push"),
            ("BoardPushed", "Pushed")
        ]
    );
    let RoomPart::Param { name, .. } = &model.namespaces[2].template[1] else { panic!("no parameter") };
    assert!(model.namespaces[2].is_dynamic() && name == "id");
}

#[test]
fn events_of_an_included_file_stand_behind_the_namespace_own_ones_with_their_own_settings() {
    let model = sound(several());
    let root = model.root();
    let push = &root.client_events.last().unwrap();
    assert_eq!((push.head.wire.as_str(), push.head.group), ("push", Some(GroupId(0))));
    assert_eq!((push.max_bytes, push.rate), (Some(1000), Some(Rate { count: 5, per_ms: 10_000 })));
    // What the included file does not say is as the including one has it.
    assert_eq!(push.head.ack_timeout_ms, Some(10_000));
    assert_eq!(root.groups[0].names.snake, "git");
    assert_eq!(root.groups[0].doc.as_deref(), Some("What happens in the repository."));
    assert_eq!(root.server_events.last().unwrap().to, [RoomId(2)]);
    assert_eq!(model.namespaces[3].client_events[0].head.group, Some(GroupId(0)));
}

#[test]
fn events_have_what_is_written_of_them() {
    let model = sound(several());
    let client =
        |wire: &str| model.root().client_events.iter().find(|event| event.head.wire == wire).unwrap();
    let edit = client("doc:edit");
    let Payload::Args(id) = edit.head.payload else { panic!("no arguments") };
    let TypeKind::Object(fields) = &model.type_def(id).kind else { panic!("no object") };
    let args: Vec<_> = fields.iter().map(|field| (field.wire.as_str(), field.optional)).collect();
    assert_eq!(args, [("id", false), ("base", false), ("ops", false), ("note", true)]);
    assert_eq!(edit.rate, Some(Rate { count: 20, per_ms: 1000 }));
    assert_eq!(edit.head.ack_timeout_ms, Some(3000));
    assert_eq!(client("legacy:any").head.payload, Payload::Raw);
    assert_eq!(client("legacy:any").head.ack, Ack::Raw);
    assert_eq!(model.ack_style(client("legacy:get").head.ack_style).name.as_deref(), Some("legacy"));
    let old = client("old");
    assert!(old.ordered && old.strict && old.max_bytes == Some(100));
    assert_eq!(old.head.deprecated.as_ref().unwrap().note.as_deref(), Some("Gone soon."));
    assert_eq!(old.head.example, Some(serde_json::json!({ "a": 1 })));
    let cursor = client("cursor").head.deprecated.as_ref().unwrap();
    assert_eq!((cursor.since.as_deref(), cursor.instead.as_deref()), (Some("2.0.0"), Some("doc:cursor")));
    let server =
        |wire: &str| model.root().server_events.iter().find(|event| event.head.wire == wire).unwrap();
    let confirm = &server("doc:confirm").head;
    assert!(matches!(confirm.ack, Ack::Data(_)) && confirm.error.is_some());
    assert_eq!(confirm.ack_timeout_ms, Some(500));
    assert_eq!(server("notice").to, [RoomId(0), RoomId(1)]);
    assert_eq!(server("anything").head.payload, Payload::Raw);
    let extension = |key: &str, value: serde_json::Value| vec![(key.to_owned(), value)];
    assert_eq!(model.extensions, extension("x-owner", serde_json::json!({ "team": "core", "level": 3 })));
    assert_eq!(model.namespaces[1].client_events[0].head.extensions, extension("x-audit", true.into()));
    assert_eq!(model.namespaces[2].extensions, extension("x-y", 1.into()));
    assert_eq!(model.root().rooms[1].extensions, extension("x-kind", "wide".into()));
}

#[test]
fn every_file_that_was_read_is_named() {
    let loaded = several();
    let names: Vec<&str> = loaded.sources.iter().map(|(_, source)| source.name()).collect();
    assert_eq!(
        names,
        ["several/app.sockgen.yaml", "several/shared/common.sockgen.json", "several/git.sockgen.yaml"]
    );
    assert_eq!(loaded.files.len(), 3);
    assert!(loaded.files.iter().all(|file| file.is_file()));
}
