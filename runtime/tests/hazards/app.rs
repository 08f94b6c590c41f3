//! An application that does what goes wrong: it echoes, waits, asks, emits what it must not, and joins what it is told.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sockgen::prelude::*;
use sockgen::uuid::Uuid;
use tokio::sync::Semaphore;

use crate::hazards;

/// What no client may read.
pub const SECRET: &str = "secret";

/// A type of the application's own, whose errors are its own too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Money(u32);

impl TryFrom<String> for Money {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|error| format!("{SECRET}: {error}"))
    }
}

impl From<Money> for String {
    fn from(money: Money) -> Self {
        money.0.to_string()
    }
}

/// What the tests look at from outside.
pub struct Log {
    /// The codes of all faults, with the kind of what lies behind them.
    pub faults: Mutex<Vec<(String, FaultCode)>>,
    /// What became of each question.
    pub answers: Mutex<Vec<String>>,
    /// Connections whose sessions are in memory.
    pub sessions: AtomicUsize,
    /// Connections that have ended, whatever of theirs is still at work.
    pub disconnected: AtomicUsize,
    /// Handlers that are at work on `wait` or `question`.
    pub at_work: AtomicUsize,
    /// Lets `wait` go on.
    pub gate: Semaphore,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            faults: Mutex::default(),
            answers: Mutex::default(),
            sessions: AtomicUsize::new(0),
            disconnected: AtomicUsize::new(0),
            at_work: AtomicUsize::new(0),
            gate: Semaphore::new(0),
        }
    }
}

/// Counts one while it lives.
struct Counted<'a>(&'a AtomicUsize);

impl<'a> Counted<'a> {
    fn new(counter: &'a AtomicUsize) -> Self {
        counter.fetch_add(1, Ordering::SeqCst);
        Self(counter)
    }
}

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// A session of some size, so that a leak of one is one of memory.
pub struct Session {
    log: Arc<Log>,
    _weight: Vec<u8>,
}

impl Drop for Session {
    fn drop(&mut self) {
        self.log.sessions.fetch_sub(1, Ordering::SeqCst);
    }
}

#[derive(Clone, Default)]
pub struct App(pub Arc<Log>);

type Ctx<A> = hazards::Ctx<Session, A>;

impl<A: Adapter> hazards::Handlers<A> for App {
    type Session = Session;

    async fn authenticate(&self, _: &SocketRef<A>, (): hazards::Auth) -> Result<Session, Fail<Refused>> {
        self.0.sessions.fetch_add(1, Ordering::SeqCst);
        Ok(Session { log: self.0.clone(), _weight: vec![1; 4096] })
    }

    async fn on_disconnect(&self, _: Ctx<A>, _: DisconnectReason) {
        self.0.disconnected.fetch_add(1, Ordering::SeqCst);
    }

    async fn on_fault(&self, _: Ctx<A>, report: &FaultReport) {
        self.0.faults.lock().unwrap().push((report.event.clone(), report.fault.code));
    }

    async fn everything(&self, _: Ctx<A>, _: hazards::Everything) -> Result<(), Fail> {
        Ok(())
    }

    async fn everything_strict(&self, _: Ctx<A>, _: hazards::Everything) -> Result<(), Fail> {
        Ok(())
    }

    async fn arguments(&self, _: Ctx<A>, _: hazards::Arguments) -> Result<(), Fail> {
        Ok(())
    }

    async fn numbers(&self, _: Ctx<A>, data: hazards::Numbers) -> Result<hazards::NumbersAck, Fail> {
        Ok(hazards::NumbersAck { float: data.float, int: data.int, small: data.small })
    }

    async fn map(&self, _: Ctx<A>, data: BTreeMap<String, Value>) -> Result<BTreeMap<String, Value>, Fail> {
        Ok(data)
    }

    async fn json(&self, _: Ctx<A>, data: Value) -> Result<Value, Fail> {
        Ok(data)
    }

    async fn raw(&self, _: Ctx<A>, data: Raw) -> Result<Raw, Fail> {
        Ok(data)
    }

    async fn bytes(&self, _: Ctx<A>, data: hazards::Bytes) -> Result<u32, Fail> {
        let second = data.second.map_or(0, |second| second.len());
        Ok(u32::try_from(data.first.len() + second)?)
    }

    async fn wait(&self, _: Ctx<A>) -> Result<(), Fail> {
        let _counted = Counted::new(&self.0.at_work);
        self.0.gate.acquire().await?.forget();
        Ok(())
    }

    async fn question(&self, ctx: Ctx<A>, data: hazards::Question) -> Result<(), Fail> {
        let _counted = Counted::new(&self.0.at_work);
        let patience = Duration::from_millis(data.patience_ms.into());
        let answer = ctx.emit().confirm(&"really?".to_owned()).timeout(patience).await;
        self.0.answers.lock().unwrap().push(format!("{answer:?}"));
        Ok(())
    }

    async fn emit_bytes(&self, ctx: Ctx<A>, data: u8) -> Result<String, Fail> {
        let blobs = vec![Bytes::from_static(b"x"); usize::from(data)];
        let to_one = ctx.emit().blobs(&blobs);
        let to_all = ctx.everyone().blobs(&blobs).await;
        Ok(format!("{to_one:?} {to_all:?}"))
    }

    async fn emit_json(&self, ctx: Ctx<A>, data: Value) -> Result<String, Fail> {
        // What a client could not have sent is made here.
        let forged = serde_json::json!({ "inside": [{ "_placeholder": true, "num": 0 }] });
        let anything = if data == "forge" { forged } else { data };
        Ok(format!("{:?}", ctx.emit().anything(&anything)))
    }

    async fn emit_float(&self, ctx: Ctx<A>, data: hazards::EmitFloat) -> Result<String, Fail> {
        let float = match data {
            hazards::EmitFloat::Nan => f64::NAN,
            hazards::EmitFloat::Infinite => f64::NEG_INFINITY,
            hazards::EmitFloat::Fine => 0.5,
        };
        Ok(format!("{:?}", ctx.emit().float(&hazards::Float { float })))
    }

    async fn join(&self, ctx: Ctx<A>, data: String) -> Result<Vec<String>, Fail> {
        use hazards::rooms;
        let mut names = vec![rooms::doc(&data).name().to_owned()];
        ctx.join(rooms::doc(&data));
        ctx.join([rooms::seat(&data, ""), rooms::seat("", &data), rooms::seat(&data, &data)]);
        names.push(rooms::seat(&data, "").name().to_owned());
        names.push(rooms::seat("", &data).name().to_owned());
        if let Ok(name) = data.parse::<hazards::Name>() {
            ctx.join(rooms::member(&name));
            names.push(rooms::member(&name).name().to_owned());
        }
        // No id of a socket is one of these; they stand for the kinds that take no text.
        ctx.join(rooms::owner(&Uuid::nil()));
        ctx.join(rooms::floor(&i64::MIN));
        names.push(rooms::owner(&Uuid::nil()).name().to_owned());
        names.push(rooms::floor(&i64::MIN).name().to_owned());
        Ok(names)
    }

    async fn shout(&self, ctx: Ctx<A>, data: String) -> Result<(), Fail> {
        use hazards::rooms;
        ctx.to(rooms::doc(&data)).heard(&data).await?;
        ctx.to([rooms::seat(&data, &data), rooms::seat(&data, "")]).heard(&data).await?;
        ctx.within(rooms::seat("", &data)).heard(&data).await?;
        if let Ok(name) = data.parse::<hazards::Name>() {
            ctx.within(rooms::member(&name)).heard(&data).await?;
        }
        Ok(())
    }

    async fn whisper(&self, ctx: Ctx<A>, data: String) -> Result<(), Fail> {
        ctx.emit().private(&data)?;
        Ok(())
    }
}

impl<A: Adapter> hazards::door::Handlers<A> for App {
    type Session = ();

    async fn authenticate(&self, _: &SocketRef<A>, auth: hazards::door::Auth) -> Result<(), Fail<Refused>> {
        match auth.user.as_str() {
            "error" => Err(std::io::Error::other(SECRET))?,
            "panic" => panic!("{SECRET}"),
            _ => Ok(()),
        }
    }

    async fn knock(&self, _: hazards::door::Ctx<(), A>) -> Result<(), Fail> {
        Ok(())
    }
}
