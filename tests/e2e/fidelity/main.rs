//! A server that says everything back: as an ack, and as an event of its own.

use sockgen::prelude::*;
use sockgen::socketioxide::ParserConfig;
use std::io;

#[sockgen::socket_events("fidelity.sockgen.yaml")]
mod fidelity {}

use fidelity::*;

struct App;

/// Handlers that send what they got, and answer with it.
macro_rules! echo {
    ($($event:ident($data:ty) => $said:ident;)*) => {
        $(
            async fn $event(&self, ctx: Ctx<(), A>, data: $data) -> Result<$data, Fail> {
                ctx.emit().$said(&data)?;
                Ok(data)
            }
        )*
    };
}

impl<A: Adapter> Handlers<A> for App {
    type Session = ();

    async fn authenticate(&self, _: &SocketRef<A>, (): Auth) -> Result<(), Fail<ConnectError>> {
        Ok(())
    }

    async fn on_fault(&self, _: Ctx<(), A>, report: &FaultReport) {
        eprintln!("{}: {} at {:?}: {}", report.event, report.fault.message, report.fault.path, report.cause);
    }

    echo! {
        echo_texts(Texts) => said_texts;
        echo_integers(Integers) => said_integers;
        echo_floats(Floats) => said_floats;
        echo_moments(Moments) => said_moments;
        echo_presence(Presence) => said_presence;
        echo_collections(Collections) => said_collections;
        echo_blobs(Blobs) => said_blobs;
        echo_more_blobs(MoreBlobs) => said_more_blobs;
        echo_enums(Enums) => said_enums;
        echo_unions(Unions) => said_unions;
        echo_expr(Expr) => said_expr;
        echo_tree(Tree) => said_tree;
        echo_brands(Brands) => said_brands;
        echo_mixed(Mixed) => said_mixed;
        echo_defaults(Defaults) => said_defaults;
        echo_wide(Wide) => said_wide;
        echo_text(String) => said_text;
        echo_id(DocId) => said_id;
        echo_list(Vec<String>) => said_list;
        echo_tuple((String, Bytes)) => said_tuple;
        echo_blob(Bytes) => said_blob;
        echo_null(Option<String>) => said_null;
        echo_cell(Cell) => said_cell;
        echo_map(std::collections::BTreeMap<String, Bytes>) => said_map;
        echo_json(sockgen::serde_json::Value) => said_json;
        echo_raw(Raw) => said_raw;
    }

    async fn echo_args(
        &self,
        ctx: Ctx<(), A>,
        data: EchoArgs,
    ) -> Result<(DocId, Vec<u8>, Option<Bytes>), Fail> {
        let EchoArgs { id, list, body, op, last } = data.clone();
        ctx.emit().said_args(&SaidArgs { id, list, body, op, last })?;
        Ok((data.id, data.list, data.body))
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let builder = match std::env::var("PARSER").as_deref() {
        Ok("msgpack") => SocketIo::builder().with_parser(ParserConfig::msgpack()),
        _ => SocketIo::builder().with_parser(ParserConfig::common()),
    };
    let (layer, io) = builder.build_layer();
    register(&io, App);
    let listener = tokio::net::TcpListener::bind(("localhost", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, axum::Router::new().layer(layer)).await
}
