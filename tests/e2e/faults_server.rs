//! A server whose handlers fail in every way there is, for the tests beside it.

use sockgen::prelude::*;
use std::io;

#[sockgen::socket_events("faults.sockgen.yaml")]
mod faults {}

use faults::How;

/// What a client must never see.
const SECRET: &str = "password=hunter2";

struct App;

impl App {
    fn end(how: How) -> Result<How, Fail<faults::Failure>> {
        match how {
            How::Well => Ok(how),
            How::Declared => Err(faults::Failure { reason: "as declared".to_owned() }.into()),
            How::Internal => Err(io::Error::other(SECRET).into()),
            How::Panic => panic!("{SECRET}"),
        }
    }
}

impl<A: Adapter> faults::Handlers<A> for App {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: faults::Auth,
    ) -> Result<(), Fail<faults::ConnectError>> {
        match auth.user.as_deref() {
            Some("nobody") => {
                let code = faults::ConnectErrorCode::UnknownUser;
                Err(faults::ConnectError { code, user: "nobody".to_owned() }.into())
            }
            Some("broken") => Err(io::Error::other(SECRET).into()),
            _ => Ok(()),
        }
    }

    async fn on_fault(&self, ctx: faults::Ctx<(), A>, report: &FaultReport) {
        let reported = faults::Reported {
            event: report.event.clone(),
            code: report.fault.code.to_string(),
            cause: report.cause.to_string(),
            acked: report.ack_requested,
        };
        // A client that has gone needs no report.
        let _ = ctx.emit().reported(&reported);
    }

    async fn r#try(
        &self,
        _: faults::Ctx<(), A>,
        data: faults::Try,
    ) -> Result<faults::TryAck, Fail<faults::Failure>> {
        Self::end(data.how).map(|how| faults::TryAck { how })
    }

    async fn try_quietly(&self, _: faults::Ctx<(), A>, data: faults::TryQuietly) -> Result<(), Fail> {
        match Self::end(data.how) {
            Ok(_) => Ok(()),
            Err(Fail::Internal(cause)) => Err(Fail::Internal(cause)),
            Err(Fail::Declared(failure)) => Err(Fail::internal(failure.reason)),
        }
    }

    async fn echo(
        &self,
        _: faults::Ctx<(), A>,
        data: faults::Everything,
    ) -> Result<faults::Everything, Fail> {
        Ok(data)
    }

    async fn ping(&self, _: faults::Ctx<(), A>) -> Result<(), Fail> {
        Ok(())
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    // These panics are meant, and a test's output is for those that are not.
    std::panic::set_hook(Box::new(|_| {}));
    let (layer, io) = SocketIo::new_layer();
    faults::register(&io, App);
    let listener = tokio::net::TcpListener::bind(("localhost", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, axum::Router::new().layer(layer)).await
}
