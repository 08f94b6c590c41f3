//! The application: the same for one node and for many.
//!
//! It keeps nothing. Who is in a chat is what the nodes say when they are asked, so that the members of a node that was
//! killed are gone with it.

use sockgen::prelude::*;

use crate::cluster::{self, rooms};

/// The handlers.
#[derive(Debug, Default)]
pub struct App;

type Ctx<A> = cluster::Ctx<String, A>;

impl App {
    /// The chat, for a connection that is in it; otherwise why it may not write there.
    fn joined<A: Adapter>(
        ctx: &Ctx<A>,
        room: &cluster::RoomId,
    ) -> Result<sockgen::Room<rooms::Chat>, cluster::Failure> {
        let chat = rooms::chat(room);
        if ctx.is_in(&chat) {
            return Ok(chat);
        }
        let message = "join the chat before you write to it".to_owned();
        Err(cluster::Failure { code: cluster::FailureCode::NotAMember, message })
    }

    /// Who the connection is to the others.
    fn member<A: Adapter>(ctx: &Ctx<A>) -> cluster::Member {
        cluster::Member { id: ctx.id().to_string(), name: ctx.session().clone() }
    }

    /// The members of a chat, on all nodes: each is in a room that says who it is.
    async fn members<A: Adapter>(
        ctx: &Ctx<A>,
        chat: &sockgen::Room<rooms::Chat>,
    ) -> Result<Vec<cluster::Member>, Fail<cluster::Failure>> {
        let rooms = ctx.rooms_in(chat).await.map_err(failure)?;
        let member = |room| match room {
            rooms::Room::Member { id, name } => Some(cluster::Member { id, name }),
            rooms::Room::Chat { .. } => None,
        };
        let mut members: Vec<_> = rooms.into_iter().filter_map(member).collect();
        members.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(members)
    }
}

/// Whether an event went out to all nodes; when it did not, this node's sockets have it all the same.
fn everywhere(sent: Result<(), EmitError>) -> Result<bool, EmitError> {
    match sent {
        Ok(()) => Ok(true),
        Err(EmitError::OtherNodes(_)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// What a client is told when a question went out to nobody.
fn failure(error: EmitError) -> Fail<cluster::Failure> {
    match error {
        EmitError::OtherNodes(_) => cluster::Failure {
            code: cluster::FailureCode::OtherNodesUnreachable,
            message: "the other nodes cannot be asked at the moment".to_owned(),
        }
        .into(),
        error => error.into(),
    }
}

impl<A: Adapter> cluster::Handlers<A> for App {
    type Session = String;

    async fn authenticate(
        &self,
        _: &SocketRef<A>,
        auth: cluster::Auth,
    ) -> Result<String, Fail<cluster::ConnectError>> {
        Ok(auth.name)
    }

    async fn on_disconnect(&self, ctx: Ctx<A>, _: DisconnectReason) {
        let member = Self::member(&ctx);
        for room in ctx.rooms() {
            let rooms::Room::Chat { room } = room else { continue };
            let chat = rooms::chat(&room);
            let left = cluster::MemberLeft { room, member: member.clone() };
            // What does not reach the other nodes is in the log already.
            let _ = ctx.to(&chat).member_left(&left).await;
        }
    }

    async fn chat_join(
        &self,
        ctx: Ctx<A>,
        data: cluster::ChatJoin,
    ) -> Result<cluster::ChatJoinAck, Fail<cluster::Failure>> {
        let chat = rooms::chat(&data.room);
        let member = Self::member(&ctx);
        let is_new = !ctx.is_in(&chat);
        ctx.join(&rooms::member(&member.id, &member.name));
        // Before it asks who is there: of two who join at once, at least one sees the other in the answer, and the other
        // is told by an event.
        ctx.join(&chat);
        if is_new {
            let joined = cluster::MemberJoined { room: data.room, member };
            everywhere(ctx.to(&chat).member_joined(&joined).await)?;
        }
        Ok(cluster::ChatJoinAck { members: Self::members(&ctx, &chat).await? })
    }

    async fn chat_leave(&self, ctx: Ctx<A>, data: cluster::ChatLeave) -> Result<(), Fail> {
        let chat = rooms::chat(&data.room);
        if ctx.is_in(&chat) {
            ctx.leave(&chat);
            let left = cluster::MemberLeft { room: data.room, member: Self::member(&ctx) };
            everywhere(ctx.to(&chat).member_left(&left).await)?;
        }
        Ok(())
    }

    async fn message_send(
        &self,
        ctx: Ctx<A>,
        data: cluster::MessageSend,
    ) -> Result<cluster::MessageSendAck, Fail<cluster::Failure>> {
        let chat = Self::joined(&ctx, &data.room)?;
        let message = cluster::MessageNew { room: data.room, from: Self::member(&ctx), text: data.text };
        let everywhere = everywhere(ctx.to(&chat).message_new(&message).await)?;
        Ok(cluster::MessageSendAck { everywhere })
    }

    async fn vote_call(
        &self,
        ctx: Ctx<A>,
        data: cluster::VoteCall,
    ) -> Result<cluster::VoteCallAck, Fail<cluster::Failure>> {
        let chat = Self::joined(&ctx, &data.room)?;
        let question = cluster::VoteCast { question: data.question };
        let mut answers = ctx.within(&chat).vote_cast(&question).await.map_err(failure)?;
        let mut ack = cluster::VoteCallAck { votes: Vec::new(), silent: 0 };
        while let Some((member, answer)) = answers.next().await {
            match answer {
                Ok(vote) => ack.votes.push(cluster::Vote { member: member.to_string(), yes: vote.yes }),
                Err(_) => ack.silent += 1,
            }
        }
        Ok(ack)
    }
}
