//! A server whose answers are written in every way, and that asks its clients in every way, for the tests beside it.

use sockgen::RawValue;
use sockgen::prelude::*;
use std::fmt::Debug;
use std::io;

#[sockgen::socket_events("styles.sockgen.yaml")]
mod styles {}

use styles::{Doc, Failure, How};

struct App;

type Ctx<A> = styles::Ctx<(), A>;

/// Ends as it is asked to.
fn end<T, E>(how: How, data: T, error: E) -> Result<T, Fail<E>> {
    match how {
        How::Ok => Ok(data),
        How::Error => Err(Fail::Declared(error)),
        How::Fault => Err(Fail::Internal(io::Error::other("secret").into())),
    }
}

/// Ends as it is asked to, where no error is declared.
fn end_plainly<T>(how: How, data: T) -> Result<T, Fail> {
    match how {
        How::Ok => Ok(data),
        How::Error | How::Fault => Err(io::Error::other("secret").into()),
    }
}

fn doc() -> Doc {
    let at = sockgen::chrono::DateTime::UNIX_EPOCH;
    Doc { id: "doc".to_owned(), at: Some(at), size: Some(u64::MAX) }
}

fn failure() -> Failure {
    Failure { reason: "as declared".to_owned() }
}

fn told<T: Debug, E: Debug>(answer: Result<T, E>) -> String {
    match answer {
        Ok(data) => format!("ok {data:?}"),
        Err(failure) => format!("failed {failure:?}"),
    }
}

impl<A: Adapter> styles::Handlers<A> for App {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        (): styles::Auth,
    ) -> Result<(), Fail<styles::ConnectError>> {
        Ok(())
    }

    async fn own(&self, _: Ctx<A>, how: How) -> Result<Doc, Fail<Failure>> {
        end(how, doc(), failure())
    }

    async fn own_none(&self, _: Ctx<A>, how: How) -> Result<(), Fail> {
        end_plainly(how, ())
    }

    async fn standard(&self, _: Ctx<A>, how: How) -> Result<Doc, Fail<Failure>> {
        end(how, doc(), failure())
    }

    async fn spread(&self, _: Ctx<A>, how: How) -> Result<Doc, Fail<Failure>> {
        end(how, doc(), failure())
    }

    async fn spread_none(&self, _: Ctx<A>, how: How) -> Result<(), Fail> {
        end_plainly(how, ())
    }

    async fn legacy(&self, _: Ctx<A>, how: How) -> Result<Doc, Fail<String>> {
        end(how, doc(), "as declared".to_owned())
    }

    async fn loose(&self, _: Ctx<A>, how: How) -> Result<Doc, Fail<String>> {
        end(how, doc(), "as declared".to_owned())
    }

    async fn loose_list(&self, _: Ctx<A>, how: How) -> Result<Vec<u64>, Fail<String>> {
        end(how, vec![1, u64::MAX], "as declared".to_owned())
    }

    async fn bare(&self, _: Ctx<A>, how: How) -> Result<Vec<Doc>, Fail> {
        end_plainly(how, vec![doc()])
    }

    async fn raw(&self, _: Ctx<A>, how: How) -> Result<Raw, Fail> {
        let raw = Raw::from([RawValue::from("as it is"), RawValue::from(Bytes::from_static(&[1]))]);
        end_plainly(how, raw)
    }

    async fn ask(&self, ctx: Ctx<A>, data: styles::Ask) -> Result<String, Fail> {
        let (which, how) = data.which.split_once(' ').unwrap_or((&data.which, "ok"));
        let how = match how {
            "error" => How::Error,
            "fault" => How::Fault,
            _ => How::Ok,
        };
        let emit = ctx.emit();
        Ok(match which {
            "own" => told(emit.asked_own(&how).await),
            "none" => told(emit.asked_none(&how).await),
            "spread" => told(emit.asked_spread(&how).await),
            "legacy" => told(emit.asked_legacy(&how).await),
            "bare" => told(emit.asked_bare(&how).await),
            "raw" => told(emit.asked_raw(&how).await),
            other => format!("there is no question {other}"),
        })
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (layer, io) = SocketIo::new_layer();
    styles::register(&io, App);
    let listener = tokio::net::TcpListener::bind(("localhost", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    let router = axum::Router::new().route_service("/ws/test", styles::explorer());
    axum::serve(listener, router.layer(layer)).await?;
    Ok(())
}
