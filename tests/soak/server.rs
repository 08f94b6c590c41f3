//! The server's process: it ends when its standard input does, and says then what it counted.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::serve::ListenerExt as _;
use sockgen::prelude::*;

use crate::account::{Counters, ServerAccount};

#[sockgen::socket_events("soak.sockgen.yaml")]
pub mod schema {}

type Ctx<A> = schema::Ctx<(), A>;

#[derive(Default)]
struct Counted {
    calls: Counters,
    faults: Counters,
    unanswered_errors: AtomicU64,
    reasons: Counters,
    connected: AtomicU64,
    disconnected: AtomicU64,
}

struct App(Arc<Counted>);

/// What the panics say that are wanted.
const ON_PURPOSE: &str = "a panic on purpose";

impl<A: Adapter> schema::Handlers<A> for App {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        (): schema::Auth,
    ) -> Result<(), Fail<schema::ConnectError>> {
        Ok(())
    }

    async fn on_connect(&self, ctx: Ctx<A>) {
        let number = self.0.connected.fetch_add(1, Ordering::Relaxed);
        // A client that has gone needs no greeting.
        let _ = ctx.emit().hello(&schema::Hello { number: number as u32 });
    }

    async fn on_disconnect(&self, _: Ctx<A>, reason: DisconnectReason) {
        self.0.reasons.add(&format!("{reason:?}"), 1);
        self.0.disconnected.fetch_add(1, Ordering::Relaxed);
    }

    async fn on_fault(&self, _: Ctx<A>, report: &FaultReport) {
        if let Cause::Unanswered(_) = report.cause {
            self.0.unanswered_errors.fetch_add(1, Ordering::Relaxed);
        } else {
            self.0.faults.add(&report.fault.code.to_string(), report.times.into());
        }
    }

    async fn echo(&self, _: Ctx<A>, data: schema::Echo) -> Result<schema::EchoAck, Fail> {
        self.0.calls.add("echo", 1);
        Ok(schema::EchoAck { text: data.text, number: data.number })
    }

    async fn wait(&self, _: Ctx<A>, data: schema::Wait) -> Result<(), Fail> {
        self.0.calls.add("wait", 1);
        tokio::time::sleep(Duration::from_millis(data.ms.into())).await;
        Ok(())
    }

    async fn refuse(&self, _: Ctx<A>, data: schema::Refuse) -> Result<(), Fail<schema::Failure>> {
        self.0.calls.add("refuse", 1);
        Err(schema::Failure { reason: data.text }.into())
    }

    async fn r#break(&self, _: Ctx<A>, data: schema::Break) -> Result<(), Fail> {
        self.0.calls.add("break", 1);
        match data.how {
            schema::BreakHow::Error => Err(std::io::Error::other("an error that is not declared").into()),
            schema::BreakHow::Panic => panic!("{ON_PURPOSE}"),
            schema::BreakHow::PanicLater => {
                tokio::time::sleep(Duration::from_millis(5)).await;
                panic!("{ON_PURPOSE}")
            }
        }
    }

    async fn limited(&self, _: Ctx<A>, _: schema::Limited) -> Result<(), Fail> {
        self.0.calls.add("limited", 1);
        Ok(())
    }
}

/// Serves on a port from the system, which is the first line of the output, until the input ends; the account is the last.
pub fn run() {
    silence_panics_on_purpose();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(serve());
}

async fn serve() {
    let counted = Arc::new(Counted::default());
    let (layer, io) = schema::engine(SocketIo::builder()).ping_interval(Duration::from_secs(5)).build_layer();
    schema::register(&io, App(counted.clone()));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    println!("{}", listener.local_addr().expect("an address").port());
    let listener = listener.tap_io(|stream| _ = stream.set_nodelay(true));
    let serving = axum::serve(listener, axum::Router::new().layer(layer));
    tokio::spawn(async move { serving.await.expect("the server runs") });

    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()))
        .await
        .expect("no panic")
        .expect("input");
    // Every client has gone by now: what is left of their connections has a heartbeat to end by.
    for _ in 0..600 {
        if counted.connected.load(Ordering::Relaxed) == counted.disconnected.load(Ordering::Relaxed)
            && io.sockets().is_empty()
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    // And what still waits in a handler, `wait` at most, ends.
    tokio::time::sleep(Duration::from_secs(11)).await;
    let account = ServerAccount {
        calls: counted.calls.read(),
        faults: counted.faults.read(),
        unanswered_errors: counted.unanswered_errors.load(Ordering::Relaxed),
        reasons: counted.reasons.read(),
        connected: counted.connected.load(Ordering::Relaxed),
        disconnected: counted.disconnected.load(Ordering::Relaxed),
        lost_acks: sockgen::lost_acks(),
        left_over: io.sockets().len() as u64,
    };
    println!("{}", serde_json::to_string(&account).expect("JSON"));
    std::process::exit(0);
}

fn silence_panics_on_purpose() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if info.payload_as_str() != Some(ON_PURPOSE) {
            usual(info);
        }
    }));
}
