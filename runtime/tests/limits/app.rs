//! An application whose handlers wait, fail and talk too much, as they are told.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use sockgen::prelude::*;
use tokio::sync::Semaphore;

use crate::limits;

/// Who this connection is.
#[derive(Debug, PartialEq)]
pub struct User {
    pub name: String,
}

/// What the tests look at from outside.
pub struct Seen {
    /// What has been begun and done, in that order.
    pub steps: Mutex<Vec<String>>,
    pub faults: Mutex<Vec<(String, FaultCode, String, u32)>>,
    /// Handlers that were dropped before their end.
    pub dropped: AtomicUsize,
    /// Those that wait stand here.
    pub gate: Semaphore,
    /// Whether clients that have gone had been given up.
    pub too_slow: Mutex<Vec<bool>>,
    /// Whether events need a login.
    pub guarded: bool,
    /// Whether the hook that hears of faults stands at the gate too.
    pub slow_hook: bool,
}

impl Default for Seen {
    fn default() -> Self {
        Self {
            steps: Mutex::default(),
            faults: Mutex::default(),
            dropped: AtomicUsize::new(0),
            gate: Semaphore::new(0),
            too_slow: Mutex::default(),
            guarded: false,
            slow_hook: false,
        }
    }
}

#[derive(Clone, Default)]
pub struct App(pub Arc<Seen>);

impl App {
    fn step(&self, step: String) {
        self.0.steps.lock().unwrap().push(step);
    }

    pub fn steps(&self) -> Vec<String> {
        self.0.steps.lock().unwrap().clone()
    }
}

/// Notices that a handler does not get to its end.
struct Whole<'a>(&'a Seen);

impl Drop for Whole<'_> {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

impl<A: Adapter> limits::Handlers<A> for App {
    type Session = User;

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: limits::Auth,
    ) -> Result<User, Fail<limits::ConnectError>> {
        Ok(User { name: auth.name.unwrap_or_default() })
    }

    async fn before(&self, ctx: limits::Ctx<User, A>, event: limits::ClientEvent) -> Result<(), Fault> {
        if self.0.guarded && ctx.session().name.is_empty() && event != limits::ClientEvent::Login {
            return Err(Fault::unauthorized("log in first"));
        }
        Ok(())
    }

    async fn on_disconnect(&self, ctx: limits::Ctx<User, A>, _: DisconnectReason) {
        self.0.too_slow.lock().unwrap().push(ctx.was_too_slow());
        self.step("gone".to_owned());
    }

    async fn on_fault(&self, _: limits::Ctx<User, A>, report: &FaultReport) {
        let FaultReport { event, fault, cause, times, .. } = report;
        self.0.faults.lock().unwrap().push((event.clone(), fault.code, cause.to_string(), *times));
        if self.0.slow_hook {
            self.0.gate.acquire().await.expect("the gate is never closed").forget();
        }
    }

    async fn rare(&self, _: limits::Ctx<User, A>, data: limits::Rare) -> Result<limits::RareAck, Fail> {
        Ok(limits::RareAck { n: data.n })
    }

    async fn small(&self, _: limits::Ctx<User, A>, _: limits::Small) -> Result<(), Fail> {
        Ok(())
    }

    async fn wait(&self, _: limits::Ctx<User, A>, data: limits::Wait) -> Result<limits::WaitAck, Fail> {
        self.step(format!("wait {}", data.n));
        self.0.gate.acquire().await?.forget();
        self.step(format!("waited {}", data.n));
        Ok(limits::WaitAck { n: data.n })
    }

    async fn first(
        &self,
        _: limits::Ctx<User, A>,
        data: limits::First,
    ) -> Result<limits::FirstAck, Fail<limits::Failure>> {
        self.step(format!("first {}", data.n));
        self.0.gate.acquire().await?.forget();
        self.step(format!("done {}", data.n));
        match data.n {
            13 => panic!("on purpose"),
            14 => Err(limits::Failure { why: "on purpose".to_owned() })?,
            n => Ok(limits::FirstAck { n }),
        }
    }

    async fn second(&self, _: limits::Ctx<User, A>, data: limits::Second) -> Result<limits::SecondAck, Fail> {
        self.step(format!("second {}", data.n));
        Ok(limits::SecondAck { n: data.n })
    }

    async fn late(&self, _: limits::Ctx<User, A>, data: limits::Late) -> Result<limits::LateAck, Fail> {
        let whole = Whole(&self.0);
        if data.n > 0 {
            self.0.gate.acquire().await?.forget();
        }
        std::mem::forget(whole);
        Ok(limits::LateAck { n: data.n })
    }

    async fn login(&self, ctx: limits::Ctx<User, A>, data: limits::Login) -> Result<limits::LoginAck, Fail> {
        let before = ctx.session();
        ctx.set_session(User { name: data.name.clone() });
        assert_ne!(before, ctx.session(), "who holds the old session keeps it");
        Ok(limits::LoginAck { name: ctx.session().name.clone() })
    }

    async fn whoami(&self, ctx: limits::Ctx<User, A>) -> Result<limits::WhoamiAck, Fail> {
        Ok(limits::WhoamiAck { name: ctx.session().name.clone() })
    }

    async fn shout(&self, ctx: limits::Ctx<User, A>, data: limits::Shout) -> Result<(), Fail> {
        for _ in 0..data.times {
            ctx.everyone().news(&limits::News { text: data.text.clone() }).await?;
        }
        Ok(())
    }

    async fn echo(&self, ctx: limits::Ctx<User, A>, data: limits::Echo) -> Result<limits::EchoAck, Fail> {
        let mut lost = 0;
        for _ in 0..data.times {
            match ctx.emit().news(&limits::News { text: data.text.clone() }) {
                Ok(()) => {}
                Err(EmitError::Full) => lost += 1,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(limits::EchoAck { lost })
    }
}

impl<A: Adapter> limits::game::Handlers<A> for App {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        _: &limits::game::Params,
        (): limits::game::Auth,
    ) -> Result<(), Fail<limits::game::ConnectError>> {
        Ok(())
    }

    async fn r#move(&self, _: limits::game::Ctx<(), A>, _: limits::game::Move) -> Result<(), Fail> {
        Ok(())
    }
}
