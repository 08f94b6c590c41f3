// What the servers of the large example share: everything but the events of the included file. Each of them includes this
// beside its own module `collab`.

use sockgen::prelude::*;
use std::io;

mod money {
    //! A type of the application's own, which the schema names.

    use serde::{Deserialize, Serialize};

    /// An amount as `12.50 EUR`.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(try_from = "String", into = "String")]
    pub struct Money {
        pub cents: u64,
        pub currency: String,
    }

    impl TryFrom<String> for Money {
        type Error = &'static str;

        fn try_from(text: String) -> Result<Self, &'static str> {
            const WRONG: &str = "an amount is written as 12.50 EUR";
            let (amount, currency) = text.split_once(' ').ok_or(WRONG)?;
            let (whole, cents) = amount.split_once('.').ok_or(WRONG)?;
            let digits = format!("{whole}{cents:0<2}");
            Ok(Money { cents: digits.parse().map_err(|_| WRONG)?, currency: currency.to_owned() })
        }
    }

    impl From<Money> for String {
        fn from(money: Money) -> String {
            format!("{}.{:02} {}", money.cents / 100, money.cents % 100, money.currency)
        }
    }
}

struct App;

fn user() -> collab::User {
    collab::User {
        id: collab::Id::from(sockgen::uuid::Uuid::nil()),
        name: "Ada".to_owned(),
        avatar: Some(Bytes::from_static(&[0, 1, 254, 255])),
    }
}

impl<A: Adapter> collab::Handlers<A> for App {
    type Session = String;

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: collab::Auth,
    ) -> Result<String, Fail<collab::ConnectError>> {
        if auth.token == "expired" {
            let error = collab::ConnectError { code: collab::AuthCode::Expired, retry_after_ms: Some(1000) };
            return Err(error.into());
        }
        Ok(auth.token)
    }

    async fn doc_open(
        &self,
        ctx: collab::Ctx<String, A>,
        data: collab::DocId,
    ) -> Result<collab::Doc, Fail<collab::Failure>> {
        match data.as_str() {
            "conflict" => return Err(collab::Failure::Conflict(collab::Conflict { head: u64::MAX }).into()),
            "forbidden" => return Err(collab::Failure::Forbidden.into()),
            _ => {}
        }
        ctx.join(&collab::rooms::doc(&data));
        ctx.join(&collab::rooms::project("p1"));
        let at = sockgen::chrono::DateTime::UNIX_EPOCH;
        Ok(collab::Doc {
            created_at: at,
            updated_at: Some(None),
            id: data,
            title: ctx.session().clone(),
            kind: collab::DocKind::Drawing,
            tags: vec!["a".to_owned()],
            role: collab::Role::Editor,
            r#type: "t".to_owned(),
            nickname: None,
            body: Some(Bytes::from_static(b"\x00body\xff")),
            meta: Some([("k".to_owned(), sockgen::serde_json::json!({ "deep": [1, null] }))].into()),
            position: (0.5, -1.0),
            cursor: collab::DocCursor { line: 1, column: 2 },
            marks: vec![collab::DocMarksItem { from: 3, to: 4 }],
            score: 1.0,
            owner: user(),
        })
    }

    async fn doc_edit(
        &self,
        ctx: collab::Ctx<String, A>,
        data: collab::DocEdit,
    ) -> Result<collab::DocEditAck, Fail<collab::Failure>> {
        let head = data.base + data.ops.len() as u64;
        let changed = collab::DocChanged { id: data.id.clone(), ops: data.ops };
        ctx.within(&collab::rooms::doc(&data.id)).doc_changed(&changed).await?;
        Ok(collab::DocEditAck { head })
    }

    async fn cursor(&self, ctx: collab::Ctx<String, A>, data: collab::Cursor) -> Result<(), Fail> {
        let notice = collab::Notice { text: format!("cursor at {}", data.col) };
        ctx.within(&collab::rooms::project("p1")).notice(&notice).await?;
        Ok(())
    }

    async fn ping_me(&self, ctx: collab::Ctx<String, A>) -> Result<(), Fail> {
        let id = collab::DocId::new("doc-1")?;
        let answer = ctx.emit().doc_confirm(&collab::DocConfirm { id }).await;
        let said = match answer {
            Ok(ack) => format!("accepted: {}", ack.accepted),
            Err(failure) => format!("failed: {failure}"),
        };
        ctx.emit().user_joined_v1(&said)?;
        ctx.emit().user_joined(&user())?;
        Ok(())
    }

    async fn legacy_any(&self, _: collab::Ctx<String, A>, data: Raw) -> Result<Raw, Fail> {
        Ok(data)
    }
}

/// The namespace `/admin`, with an authentication of its own.
struct Admin;

impl<A: Adapter> collab::admin::Handlers<A> for Admin {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: collab::admin::Auth,
    ) -> Result<(), Fail<collab::admin::ConnectError>> {
        match auth.key.starts_with("secret") {
            true => Ok(()),
            false => Err(Fail::Declared(Refused::new("wrong key"))),
        }
    }

    async fn kick(&self, _: collab::admin::Ctx<(), A>, data: collab::admin::Kick) -> Result<(), Fail> {
        match data.user.as_str() {
            "nobody" => Err(io::Error::other("there is nobody").into()),
            _ => Ok(()),
        }
    }
}

/// The namespaces `/game/…`.
struct Game;

impl<A: Adapter> collab::game::Handlers<A> for Game {
    type Session = ();

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        params: &collab::game::Params,
        (): collab::game::Auth,
    ) -> Result<(), Fail<collab::game::ConnectError>> {
        match params.id.as_str() {
            "closed" => Err(Fail::Declared(Refused::new("this game is over"))),
            _ => Ok(()),
        }
    }

    async fn r#move(&self, ctx: collab::game::Ctx<(), A>, data: collab::game::Move) -> Result<(), Fail> {
        println!("moved in {} to {}, {}", ctx.params().id, data.x, data.y);
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (layer, io) = SocketIo::new_layer();
    collab::register(&io, App);
    collab::admin::register(&io, Admin);
    collab::game::register(&io, Game)?;
    let listener = tokio::net::TcpListener::bind(("localhost", 0)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    let router = axum::Router::new().route_service("/ws/test", collab::explorer());
    axum::serve(listener, router.layer(layer)).await?;
    Ok(())
}
