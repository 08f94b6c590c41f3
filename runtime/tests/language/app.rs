//! An application that gives back what it gets, in every way that the language has.

use std::sync::Mutex;

use sockgen::prelude::*;

use crate::wire;

/// What the tests look at from outside.
#[derive(Default)]
pub struct App {
    pub faults: Mutex<Vec<String>>,
    /// What clients answered to the server's questions, as text.
    pub answers: Mutex<Vec<String>>,
}

/// The application, shared with the test that looks at it.
#[derive(Clone, Default)]
pub struct Shared(pub std::sync::Arc<App>);

impl<A: Adapter> wire::Handlers<A> for Shared {
    type Session = ();

    async fn authenticate(&self, _: &SocketRef<A>, (): wire::Auth) -> Result<(), Fail<wire::ConnectError>> {
        Ok(())
    }

    async fn on_fault(&self, _: wire::Ctx<(), A>, report: &FaultReport) {
        self.0.faults.lock().unwrap().push(format!("{}: {}", report.event, report.fault.code));
    }

    async fn doc_edit(&self, ctx: wire::Ctx<(), A>, data: wire::DocEdit) -> Result<wire::DocEditAck, Fail> {
        let wire::DocEdit { id, base, tags, note } = data;
        let body = bytes::Bytes::from_static(b"\x01\x02");
        ctx.emit().doc_changed(&wire::DocChanged { id: id.clone(), body, note: note.clone() })?;
        Ok(wire::DocEditAck { id, base, tags, note })
    }

    async fn doc_strict(&self, _: wire::Ctx<(), A>, _: wire::DocStrict) -> Result<(), Fail> {
        Ok(())
    }

    async fn one_strict(&self, _: wire::Ctx<(), A>, _: wire::OneStrict) -> Result<(), Fail> {
        Ok(())
    }

    async fn blob_echo(&self, _: wire::Ctx<(), A>, data: wire::Blob) -> Result<wire::Blob, Fail> {
        Ok(data)
    }

    async fn blob_args(&self, _: wire::Ctx<(), A>, data: wire::BlobArgs) -> Result<bytes::Bytes, Fail> {
        Ok([data.body, data.more.unwrap_or_default()].concat().into())
    }

    async fn blob_many(&self, _: wire::Ctx<(), A>, data: u8) -> Result<Vec<bytes::Bytes>, Fail> {
        Ok((0..data).map(|byte| vec![byte].into()).collect())
    }

    async fn raw_echo(&self, ctx: wire::Ctx<(), A>, data: Raw) -> Result<Raw, Fail> {
        ctx.everyone().anything(&data).await?;
        Ok(data)
    }

    async fn legacy_get(&self, _: wire::Ctx<(), A>, data: String) -> Result<wire::Doc, Fail<String>> {
        match data.as_str() {
            "declared" => Err(Fail::Declared("no".to_owned())),
            "panic" => panic!("secret"),
            _ => Ok(wire::Doc { id: data, title: "t".to_owned() }),
        }
    }

    async fn legacy_none(&self, _: wire::Ctx<(), A>) -> Result<(), Fail> {
        Ok(())
    }

    async fn bare_get(&self, _: wire::Ctx<(), A>, data: String) -> Result<wire::Doc, Fail> {
        if data == "error" {
            return Err(Fail::internal("secret"));
        }
        Ok(wire::Doc { id: data, title: "t".to_owned() })
    }

    async fn merged_get(&self, _: wire::Ctx<(), A>, data: String) -> Result<String, Fail<wire::Reason>> {
        match data.as_str() {
            "declared" => Err(wire::Reason { code: "c".to_owned(), message: "m".to_owned() })?,
            _ => Ok(data),
        }
    }

    async fn same(&self, ctx: wire::Ctx<(), A>, data: wire::Same) -> Result<(), Fail> {
        ctx.emit().same(&wire::Down { down: !data.up })?;
        ctx.emit().nothing()?;
        Ok(())
    }

    /// Asks the client in the way that it says, and keeps what comes back.
    async fn ask(&self, ctx: wire::Ctx<(), A>, data: String) -> Result<String, Fail> {
        let id = || "d".to_owned();
        let answer = match data.as_str() {
            "args" => format!(
                "{:?}",
                ctx.emit().confirm_args(&wire::ConfirmArgs { id: id(), n: 7, note: None }).await
            ),
            "nothing" => format!("{:?}", ctx.emit().confirm_nothing().await),
            "raw" => {
                let question = Raw::from([RawValue::from("q"), bytes::Bytes::from_static(b"\x09").into()]);
                format!("{:?}", ctx.emit().confirm_raw(&question).await)
            }
            "legacy" => format!("{:?}", ctx.emit().confirm_legacy(&id()).await),
            "no ack" => {
                let question = wire::Confirm { id: id() };
                let to_one = ctx.emit().confirm(&question).without_ack();
                let to_all = ctx.everyone().confirm(&question).without_ack().await;
                let invalid = ctx.emit().confirm(&wire::Confirm { id: String::new() }).without_ack();
                format!("{to_one:?} {to_all:?} {invalid:?}")
            }
            "hurry" => {
                let soon = std::time::Duration::from_millis(20);
                format!("{:?}", ctx.emit().confirm(&wire::Confirm { id: id() }).timeout(soon).await)
            }
            "invalid" => format!("{:?}", ctx.emit().confirm(&wire::Confirm { id: String::new() }).await),
            _ => format!("{:?}", ctx.emit().confirm(&wire::Confirm { id: id() }).await),
        };
        self.0.answers.lock().unwrap().push(answer.clone());
        Ok(answer)
    }
}

impl<A: Adapter> wire::git::Handlers<A> for Shared {
    async fn commit(&self, ctx: wire::Ctx<(), A>, data: wire::Commit) -> Result<wire::CommitAck, Fail> {
        let branch = wire::rooms::branch("main");
        ctx.join(&branch);
        // A room whose parameter is a type of the schema's own comes back as that.
        let id: wire::Channel = "a:b".parse()?;
        ctx.join(wire::rooms::channel(&id));
        assert!(ctx.rooms().contains(&wire::rooms::Room::Channel { id }));
        ctx.within(&branch).committed(&data).await?;
        Ok(wire::CommitAck { count: 1 })
    }

    async fn same_again(&self, _: wire::Ctx<(), A>, _: wire::SameAgain) -> Result<(), Fail> {
        Ok(())
    }
}

impl<A: Adapter> wire::admin::Handlers<A> for Shared {
    type Session = String;

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: wire::admin::Auth,
    ) -> Result<String, Fail<wire::admin::ConnectError>> {
        if auth.key == "wrong" {
            Err(wire::admin::ConnectError { code: "nope".to_owned() })?;
        }
        Ok(auth.key)
    }

    async fn kick(
        &self,
        ctx: wire::admin::Ctx<String, A>,
        data: wire::admin::Kick,
    ) -> Result<wire::admin::KickAck, Fail> {
        let room = wire::admin::rooms::doc("d");
        ctx.join(&room);
        assert_eq!(ctx.rooms(), [wire::admin::rooms::Room::Doc { id: "d".to_owned() }]);
        ctx.within(&room).kicked(&wire::admin::Kicked { user: data.user }).await?;
        Ok(wire::admin::KickAck { gone: true })
    }

    async fn ask(&self, ctx: wire::admin::Ctx<String, A>, data: String) -> Result<String, Fail> {
        Ok(format!("{data} {}", ctx.session()))
    }
}

impl<A: Adapter> wire::game::Handlers<A> for Shared {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        params: &wire::game::Params,
        (): wire::game::Auth,
    ) -> Result<(), Fail<wire::game::ConnectError>> {
        if params.seat == 0 {
            Err(Refused::new("no such seat"))?;
        }
        Ok(())
    }

    async fn r#move(
        &self,
        ctx: wire::game::Ctx<(), A>,
        data: wire::game::Move,
    ) -> Result<wire::game::MoveAck, Fail> {
        ctx.others().moved(&wire::game::Moved { x: data.x }).await?;
        let wire::game::Params { id, seat } = ctx.params().clone();
        Ok(wire::game::MoveAck { id, seat, x: data.x })
    }
}

impl<A: Adapter> wire::chat::Handlers<A> for Shared {
    type Session = serde_json::Value;

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        _: &wire::chat::Params,
        auth: wire::chat::Auth,
    ) -> Result<serde_json::Value, Fail<wire::chat::ConnectError>> {
        Ok(auth)
    }

    async fn say(&self, ctx: wire::chat::Ctx<serde_json::Value, A>, data: String) -> Result<String, Fail> {
        Ok(format!("{data} {} {}", ctx.params().room, ctx.session()))
    }
}
