//! Contracts that are made of several files, namespaces and groups.

mod support;

use sockgen_schema::diagnostic::{self, Style};
use sockgen_schema::load::{MAX_BYTES, MAX_FILES};
use sockgen_schema::model::{
    Ack, Direction, GroupId, Model, NamespaceId, Origin, Payload, Rate, RoomId, RoomPart, TypeKind,
};
use sockgen_schema::{Disk, Loaded, load, load_text};
use std::path::{Path, PathBuf};
use support::files::Files;

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

const COMMON: &str = "sockgen: 1\ntypes: { User: { id: uuid } }\n";

/// The findings of some files, in short.
fn found(files: &[(&str, &str)]) -> String {
    let loaded = Files(files).load();
    diagnostic::short(&loaded.sources, &loaded.diagnostics)
}

#[test]
fn paths_begin_at_the_folder_of_the_file_in_which_they_stand() {
    let files = [
        ("api/app.sockgen.yaml", "sockgen: 1\nimport: { a: ./sub/a.sockgen.yaml }\ntypes: { A: a.B }\n"),
        (
            "api/sub/a.sockgen.yaml",
            "sockgen: 1\nimport: { c: ../common.sockgen.yaml }\ntypes: { B: { u: c.User } }\n",
        ),
        ("api/common.sockgen.yaml", COMMON),
    ];
    let loaded = Files(&files).load();
    assert_eq!(
        loaded.files,
        ["api/app.sockgen.yaml", "api/sub/a.sockgen.yaml", "api/common.sockgen.yaml"].map(Path::new)
    );
    assert_eq!(sound(loaded).types.len(), 3);
}

#[test]
fn a_file_that_is_named_in_two_ways_is_one() {
    let files = [
        (
            "app.sockgen.yaml",
            "sockgen: 1\nimport: { a: ./common.sockgen.yaml, b: sub/../common.sockgen.yaml, c: link.sockgen.yaml }\ntypes: { A: a.User, B: b.User, C: c.User }\n",
        ),
        ("common.sockgen.yaml", COMMON),
        ("link.sockgen.yaml -> common.sockgen.yaml", ""),
    ];
    let loaded = Files(&files).load();
    assert_eq!(loaded.files.len(), 2);
    assert_eq!(sound(loaded).types.len(), 4);
}

#[test]
fn nothing_outside_of_the_tree_is_read() {
    let files = [
        (
            "api/app.sockgen.yaml",
            "sockgen: 1\nimport: { a: ./link.sockgen.yaml, b: ../secret.sockgen.yaml }\n",
        ),
        ("api/link.sockgen.yaml -> secret.sockgen.yaml", ""),
        ("secret.sockgen.yaml", COMMON),
    ];
    let loaded = Files(&files).load();
    insta::assert_snapshot!(diagnostic::short(&loaded.sources, &loaded.diagnostics), @r"
    api/app.sockgen.yaml:2:14: error[SG0010]: `./link.sockgen.yaml` leads out of the schema's own folder
    api/app.sockgen.yaml:2:38: error[SG0010]: `../secret.sockgen.yaml` leads out of the schema's own folder
    ");
    assert_eq!(loaded.sources.iter().count(), 1);
}

#[cfg(unix)]
#[test]
fn links_on_disk_are_followed_inside_of_the_tree_alone() {
    let folder = std::env::temp_dir().join(format!("sockgen-several-{}", std::process::id()));
    let api = folder.join("api");
    std::fs::create_dir_all(&api).unwrap();
    let write = |path: PathBuf, text: &str| std::fs::write(path, text).unwrap();
    write(folder.join("secret.sockgen.yaml"), COMMON);
    write(api.join("common.sockgen.yaml"), COMMON);
    write(
        api.join("app.sockgen.yaml"),
        "sockgen: 1\nimport: { in: ./in.sockgen.yaml, out: ./out.sockgen.yaml }\ntypes: { A: in.User }\n",
    );
    let link = |target: &str, name: &str| {
        let _ = std::fs::remove_file(api.join(name));
        std::os::unix::fs::symlink(target, api.join(name)).unwrap();
    };
    link("common.sockgen.yaml", "in.sockgen.yaml");
    link("../secret.sockgen.yaml", "out.sockgen.yaml");
    let loaded = load(&api.join("app.sockgen.yaml"), "app.sockgen.yaml", &Disk);
    std::fs::remove_dir_all(&folder).unwrap();
    let codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["SG0010"]);
    assert_eq!(loaded.files.len(), 2);
}

#[test]
fn a_text_alone_names_no_files() {
    let loaded = load_text("sockgen: 1\nimport: { a: ./a.sockgen.yaml }\ntypes: { A: a.User }\n", "inline");
    insta::assert_snapshot!(diagnostic::short(&loaded.sources, &loaded.diagnostics), @r"
    inline:2:14: error[SG0010]: a schema without a file of its own cannot name others
    ");
}

#[test]
fn there_is_an_end_to_files() {
    let names: Vec<String> = (0..MAX_FILES + 5).map(|at| format!("f{at}.sockgen.yaml")).collect();
    let texts: Vec<String> = (0..names.len())
        .map(|at| format!("sockgen: 1\nimport: {{ next: ./f{}.sockgen.yaml }}\n", at + 1))
        .collect();
    let files: Vec<(&str, &str)> =
        names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_str())).collect();
    insta::assert_snapshot!(found(&files), @r"
    f99.sockgen.yaml:2:17: error[SG0002]: this schema is made of more than 100 files
    ");

    let large = format!("sockgen: 1\n#{}\n", " ".repeat(MAX_BYTES - 20));
    let files = [
        (
            "app.sockgen.yaml",
            "sockgen: 1\nimport: { a: ./a.sockgen.yaml, b: ./b.sockgen.yaml, c: ./c.sockgen.yaml }\n",
        ),
        ("a.sockgen.yaml", &*large),
        ("b.sockgen.yaml", &*large),
        ("c.sockgen.yaml", &*large),
    ];
    insta::assert_snapshot!(found(&files), @r"
    app.sockgen.yaml:2:35: error[SG0002]: the files of this schema are larger than 8 MiB together
    ");
}

#[test]
fn what_is_wrong_with_another_file_is_shown_there() {
    let files = [
        (
            "app.sockgen.yaml",
            "sockgen: 1\nimport: { a: ./a.sockgen.yaml, b: ./b.sockgen.json, c: ./c.sockgen.yaml, d: ./d.sockgen.yaml }\ntypes: { A: a.User, B: b.User, C: c.User, D: d.User }\n",
        ),
        ("a.sockgen.yaml", "sockgen: 1\ntypes: { User: { id: uid }\n"),
        ("b.sockgen.json", "{ \"sockgen\": 1, }"),
        ("c.sockgen.yaml", ""),
        ("d.sockgen.yaml", "types: { User: strng }"),
    ];
    insta::assert_snapshot!(found(&files), @r"
    a.sockgen.yaml:2:8: error[SG0004]: this `{` is never closed
    b.sockgen.json:1:15: error[SG0004]: a comma cannot stand last in JSON
    c.sockgen.yaml:1:1: error[SG0007]: this file is empty
    d.sockgen.yaml:1:1: error[SG0007]: `sockgen: 1` is missing
    d.sockgen.yaml:1:16: error[SG0201]: there is no type `strng`
    ");
}

#[test]
fn included_files_may_include_others() {
    let files = [
        (
            "app.sockgen.yaml",
            "sockgen: 1\ninclude: [./a.sockgen.yaml, ./b.sockgen.yaml]\nacks: { ok: $data }\n",
        ),
        (
            "a.sockgen.yaml",
            "sockgen: 1\ninclude: [./b.sockgen.yaml]\nacks: { ok: { a: $data } }\nclientToServer: { a: { ack: none } }\n",
        ),
        ("b.sockgen.yaml", "sockgen: 1\ndefaults: { strict: true }\nclientToServer: { b: { ack: none } }\n"),
    ];
    let model = sound(Files(&files).load());
    let groups: Vec<&str> = model.root().groups.iter().map(|group| group.names.snake.as_str()).collect();
    assert_eq!(groups, ["a", "b"]);
    let events = &model.root().client_events;
    // What came through another included file is written as that has it.
    assert_eq!(events[0].head.ack_style, events[1].head.ack_style);
    assert_eq!((events[0].strict, events[1].strict), (false, true));
    assert_eq!(events[1].head.group, Some(GroupId(1)));
}

#[test]
fn one_name_in_both_directions_shares_arguments_too() {
    let text = "sockgen: 1
clientToServer: { move: { args: [{ x: f64 }, { \"y?\": f64 }] } }
serverToClient: { move: { args: [{ x: f64 }, { \"y?\": f64 }] } }
";
    let model = sound(load_text(text, "x.sockgen.yaml"));
    assert_eq!(model.types.len(), 1);
    let uses =
        [(Direction::ClientToServer, "move".to_owned()), (Direction::ServerToClient, "move".to_owned())];
    assert_eq!(model.types[0].origin, Origin::Args(uses.to_vec()));
}

#[test]
fn times_and_rates_are_read() {
    let text = "sockgen: 1
clientToServer:
  a: { ack: none, ackTimeout: 500ms, rate: 20/s }
  b: { ack: none, ackTimeout: 2m, rate: 100/m }
  c: { ack: none, ackTimeout: 24h, rate: 5/10s }
  d: { ack: none, ackTimeout: \"1s\", rate: \"1/h\" }
";
    let model = sound(load_text(text, "x.sockgen.yaml"));
    let read = |at: usize| {
        let event = &model.root().client_events[at];
        let rate = event.rate.unwrap();
        (event.head.ack_timeout_ms.unwrap(), rate.count, rate.per_ms)
    };
    let all: Vec<_> = (0..4).map(read).collect();
    assert_eq!(all, [(500, 20, 1000), (120_000, 100, 60_000), (86_400_000, 5, 10_000), (1000, 1, 3_600_000)]);
}

#[test]
fn names_of_a_namespace_may_be_chosen() {
    let text = "sockgen: 1
types: { Id: string(1..=9), Key: Id }
namespaces:
  \"/{tenant: Key}/{n: u32}\": { name: tenant, clientToServer: { go: { data: { x: u8 } } } }
  /a.b/c-d/e: {}
";
    let model = sound(load_text(text, "x.sockgen.yaml"));
    let names: Vec<_> =
        model.namespaces[1..].iter().map(|found| found.names.clone().unwrap().pascal).collect();
    assert_eq!(names, ["Tenant", "ABCDE"]);
    assert_eq!(model.types[2].name, "TenantGo");
    let parts = &model.namespaces[1].template;
    assert!(
        matches!(&parts[..], [RoomPart::Literal(a), RoomPart::Param { .. }, RoomPart::Literal(b), RoomPart::Param { .. }] if a == "/" && b == "/")
    );
}

#[test]
fn a_small_file_does_not_become_a_large_contract() {
    let paths = "- ./git.sockgen.yaml\n".repeat(20_000);
    let again = format!("sockgen: 1\ninclude:\n{paths}");
    let events: String = (0..2000).map(|at| format!("  e{at}x: {{}}\n")).collect();
    let events = format!("sockgen: 1\nclientToServer:\n{events}");
    let files = [("app.sockgen.yaml", &*again), ("git.sockgen.yaml", &*events)];
    let other = found(&files)
        .lines()
        .find(|line| !line.contains("SG0102") && !line.ends_with("more"))
        .map(str::to_owned);
    assert_eq!(other, None);
    let namespaces: String =
        (0..2000).map(|at| format!("  /n{at}x: {{ include: [./git.sockgen.yaml] }}\n")).collect();
    let namespaces = format!("sockgen: 1\nnamespaces:\n{namespaces}");
    let files = [("app.sockgen.yaml", &*namespaces), ("git.sockgen.yaml", &*events)];
    insta::assert_snapshot!(found(&files), @r"
    app.sockgen.yaml:53:22: error[SG0002]: what is included in all namespaces together is too much
    ");
}

#[test]
fn the_whole_language_in_one_contract_is_in_order() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything/events.sockgen.yaml");
    let loaded = load(&path, "events.sockgen.yaml", &Disk);
    assert!(
        !loaded.has_errors(),
        "{}",
        diagnostic::human(&loaded.sources, &loaded.diagnostics, Style::Plain)
    );
    let model = loaded.model.unwrap();
    support::invariants::check(&model);
    let declared = model.types.iter().filter(|def| def.origin == Origin::Declared);
    let names: Vec<&str> = declared.map(|def| def.name.as_str()).collect();
    assert_eq!(names.last_chunk(), Some(&["Sha", "Commit", "User", "UserId", "Picture"]));
    assert_eq!(model.namespaces.len(), 3);
}
