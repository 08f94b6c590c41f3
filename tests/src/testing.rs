//! The tests in `docs/testing.md`, as a program: what a reader copies has to build.

use crate::root;
use sockgen_codegen::rust;
use sockgen_schema::load_text;
use std::fs;

/// What the page's examples are about.
const SCHEMA: &str = r#"
sockgen: 1
auth: { name?: string(1..=80) }
types:
  User: { fields: { id: string, name?: string } }
  Failure: { fields: { message: string } }
clientToServer:
  join:room: { data: { room: string }, ack: { members: list<User> }, error: Failure }
  typing:start: { data: { room: string } }
serverToClient:
  user:joined: { data: { room: string, user: User } }
  user:left: { data: { room: string, user: User } }
  typing:update: { data: { room: string, typing: bool } }
  message:new: { data: { text: string } }
  doc:confirm: { data: { id: string }, ack: { accepted: bool } }
namespaces:
  /admin: { auth: { key: string }, connectError: { code: string } }
"#;

/// What stands around the examples, which are the bodies of functions.
const AROUND: &str = r#"
#![allow(dead_code, unused)]
use serde_json::json;
use sockgen::prelude::*;
use sockgen::test::{ConnectFailure, Server};
use std::time::Duration;

#[derive(Default)]
struct App;

impl<A: Adapter> call::Handlers<A> for App {
    type Session = ();
    async fn authenticate(&self, _: &SocketRef<A>, _: call::Auth) -> Result<(), Fail<call::ConnectError>> {
        Ok(())
    }
    async fn join_room(&self, _: call::Ctx<(), A>, _: call::JoinRoom) -> Result<call::JoinRoomAck, Fail<call::Failure>> {
        Ok(call::JoinRoomAck { members: Vec::new() })
    }
    async fn typing_start(&self, _: call::Ctx<(), A>, _: call::TypingStart) -> Result<(), Fail> {
        Ok(())
    }
}

fn main() {}
"#;

/// A program with a function for each block of Rust on the page.
///
/// # Panics
///
/// If the page cannot be read or has no examples.
pub fn program() -> String {
    let path = root().join("docs/testing.md");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let model = load_text(SCHEMA, "call.sockgen.yaml").model.expect("a schema without errors");
    let (items, lints) = (rust::emit(&model, &rust::Options::default()), rust::lints());
    let mut out = format!("{AROUND}\n#[allow({lints})]\nmod call {{ {items} }}\n");
    let mut examples = 0;
    for block in text.split("```rust\n").skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        // The attribute would leave the function away where nothing is tested.
        let block = block.replace("#[tokio::test]\n", "");
        examples += 1;
        out += &format!(
            "\nasync fn example_{examples}(
    server: Server,
    ann: call::test::Client,
    bob: call::test::Client,
    emitter: call::Emitter,
    confirm: call::DocConfirm,
    wrong: call::admin::Auth,
) -> Result<(), Box<dyn std::error::Error>> {{\n{block}\nOk(())\n}}\n"
        );
    }
    assert!(examples > 3, "{} shows few examples", path.display());
    out
}
