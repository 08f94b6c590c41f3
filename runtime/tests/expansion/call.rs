//! What `#[socket_events("call.sockgen.yaml")] pub mod call {}` expands to, written by hand.
//!
//! The emitter in `codegen/src/rust` prints this: the same items in the same order, naming nothing but
//! `::sockgen::__private` and `::std`. The macro puts the attributes of the next line on the module.
#![allow(dead_code, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]

// ---- types: the schema's own, then those derived from events, each in the schema's order --------------------------------

/// Opaque room id.
pub type RoomId = ::std::string::String;

pub struct User {
    pub id: ::std::string::String,
    pub name: ::std::option::Option<::std::string::String>,
}
impl ::sockgen::__private::Payload for User {
    const NAME: &'static str = "User";
    const FIELDS: &'static [&'static str] = &["id", "name"];
    type Fields =
        (::sockgen::__private::Str, ::sockgen::__private::Optional<::sockgen::__private::StrLen<1, 80>>);
    fn build((id, name): ::sockgen::__private::Values<Self>) -> Self {
        Self { id, name }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.id, &self.name)
    }
}
::sockgen::__private::payload_impls!(User);

/// A chat message as everyone in the room sees it.
pub struct Message {
    pub id: ::sockgen::__private::uuid::Uuid,
    pub text: ::std::string::String,
    pub room: ::std::option::Option<RoomId>,
    pub from: User,
    pub at: ::sockgen::__private::chrono::DateTime<::sockgen::__private::chrono::Utc>,
}
impl ::sockgen::__private::Payload for Message {
    const NAME: &'static str = "Message";
    const FIELDS: &'static [&'static str] = &["id", "text", "room", "from", "at"];
    type Fields = (
        ::sockgen::__private::Uuid,
        ::sockgen::__private::StrLen<1, 4000>,
        ::sockgen::__private::Optional<::sockgen::__private::StrLen<1, 64>>,
        User,
        ::sockgen::__private::DateTime,
    );
    fn build((id, text, room, from, at): ::sockgen::__private::Values<Self>) -> Self {
        Self { id, text, room, from, at }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.id, &self.text, &self.room, &self.from, &self.at)
    }
}
::sockgen::__private::payload_impls!(Message);

pub struct Failure {
    pub code: FailureCode,
    pub message: ::std::string::String,
}
impl ::sockgen::__private::Payload for Failure {
    const NAME: &'static str = "Failure";
    const FIELDS: &'static [&'static str] = &["code", "message"];
    type Fields = (::sockgen::__private::Enum<FailureCode>, ::sockgen::__private::Str);
    fn build((code, message): ::sockgen::__private::Values<Self>) -> Self {
        Self { code, message }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.code, &self.message)
    }
}
::sockgen::__private::payload_impls!(Failure);

#[derive(Clone, Debug, PartialEq)]
pub enum FailureCode {
    RoomNotFound,
    Forbidden,
    /// A value that this version of the schema does not know.
    Other(::std::string::String),
}
impl ::sockgen::__private::WireEnum for FailureCode {
    const VALUES: &'static [&'static str] = &["room_not_found", "forbidden"];
    const KNOWN: &'static [Self] = &[Self::RoomNotFound, Self::Forbidden];
    fn index(&self) -> usize {
        match self {
            Self::RoomNotFound => 0,
            Self::Forbidden => 1,
            Self::Other(_) => usize::MAX,
        }
    }
    fn other(&self) -> ::std::option::Option<&str> {
        match self {
            Self::Other(text) => ::std::option::Option::Some(text),
            _ => ::std::option::Option::None,
        }
    }
    fn from_other(text: &str) -> ::std::option::Option<Self> {
        ::std::option::Option::Some(Self::Other(::std::borrow::ToOwned::to_owned(text)))
    }
}
::sockgen::__private::enum_impls!(FailureCode);

/// The handshake's `auth`.
pub struct Auth {
    /// Who this is to the others.
    pub name: ::std::option::Option<::std::string::String>,
}
impl ::sockgen::__private::Payload for Auth {
    const NAME: &'static str = "Auth";
    const FIELDS: &'static [&'static str] = &["name"];
    type Fields = (::sockgen::__private::Optional<::sockgen::__private::StrLen<1, 80>>,);
    fn build((name,): ::sockgen::__private::Values<Self>) -> Self {
        Self { name }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.name,)
    }
}
::sockgen::__private::payload_impls!(Auth);

/// Why a connection is refused.
pub type ConnectError = ::sockgen::__private::Refused;

/// The payload of `join:room`.
pub struct JoinRoom {
    pub room: RoomId,
}
impl ::sockgen::__private::Payload for JoinRoom {
    const NAME: &'static str = "JoinRoom";
    const FIELDS: &'static [&'static str] = &["room"];
    type Fields = (::sockgen::__private::StrLen<1, 64>,);
    fn build((room,): ::sockgen::__private::Values<Self>) -> Self {
        Self { room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room,)
    }
}
::sockgen::__private::payload_impls!(JoinRoom);

/// The ack of `join:room`.
pub struct JoinRoomAck {
    pub members: ::std::vec::Vec<User>,
}
impl ::sockgen::__private::Payload for JoinRoomAck {
    const NAME: &'static str = "JoinRoomAck";
    const FIELDS: &'static [&'static str] = &["members"];
    type Fields = (::sockgen::__private::List<User>,);
    fn build((members,): ::sockgen::__private::Values<Self>) -> Self {
        Self { members }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.members,)
    }
}
::sockgen::__private::payload_impls!(JoinRoomAck);

/// The payload of `leave:room`.
pub struct LeaveRoom {
    pub room: RoomId,
}
impl ::sockgen::__private::Payload for LeaveRoom {
    const NAME: &'static str = "LeaveRoom";
    const FIELDS: &'static [&'static str] = &["room"];
    type Fields = (::sockgen::__private::StrLen<1, 64>,);
    fn build((room,): ::sockgen::__private::Values<Self>) -> Self {
        Self { room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room,)
    }
}
::sockgen::__private::payload_impls!(LeaveRoom);

/// The payload of `message:send`.
pub struct MessageSend {
    pub text: ::std::string::String,
    pub room: ::std::option::Option<RoomId>,
}
impl ::sockgen::__private::Payload for MessageSend {
    const NAME: &'static str = "MessageSend";
    const FIELDS: &'static [&'static str] = &["text", "room"];
    type Fields = (
        ::sockgen::__private::StrLen<1, 4000>,
        ::sockgen::__private::Optional<::sockgen::__private::StrLen<1, 64>>,
    );
    fn build((text, room): ::sockgen::__private::Values<Self>) -> Self {
        Self { text, room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.text, &self.room)
    }
}
::sockgen::__private::payload_impls!(MessageSend);

/// The ack of `message:send`.
pub struct MessageSendAck {
    pub id: ::sockgen::__private::uuid::Uuid,
    pub at: ::sockgen::__private::chrono::DateTime<::sockgen::__private::chrono::Utc>,
}
impl ::sockgen::__private::Payload for MessageSendAck {
    const NAME: &'static str = "MessageSendAck";
    const FIELDS: &'static [&'static str] = &["id", "at"];
    type Fields = (::sockgen::__private::Uuid, ::sockgen::__private::DateTime);
    fn build((id, at): ::sockgen::__private::Values<Self>) -> Self {
        Self { id, at }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.id, &self.at)
    }
}
::sockgen::__private::payload_impls!(MessageSendAck);

/// The payload of `typing:start`.
pub struct TypingStart {
    pub room: RoomId,
}
impl ::sockgen::__private::Payload for TypingStart {
    const NAME: &'static str = "TypingStart";
    const FIELDS: &'static [&'static str] = &["room"];
    type Fields = (::sockgen::__private::StrLen<1, 64>,);
    fn build((room,): ::sockgen::__private::Values<Self>) -> Self {
        Self { room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room,)
    }
}
::sockgen::__private::payload_impls!(TypingStart);

/// The payload of `typing:stop`.
pub struct TypingStop {
    pub room: RoomId,
}
impl ::sockgen::__private::Payload for TypingStop {
    const NAME: &'static str = "TypingStop";
    const FIELDS: &'static [&'static str] = &["room"];
    type Fields = (::sockgen::__private::StrLen<1, 64>,);
    fn build((room,): ::sockgen::__private::Values<Self>) -> Self {
        Self { room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room,)
    }
}
::sockgen::__private::payload_impls!(TypingStop);

/// The payload of `custom:event`.
pub struct CustomEvent {
    pub name: ::std::string::String,
    pub payload: ::std::option::Option<::sockgen::__private::serde_json::Value>,
    pub room: ::std::option::Option<RoomId>,
}
impl ::sockgen::__private::Payload for CustomEvent {
    const NAME: &'static str = "CustomEvent";
    const FIELDS: &'static [&'static str] = &["name", "payload", "room"];
    type Fields = (
        ::sockgen::__private::StrLen<1, 64>,
        ::sockgen::__private::Optional<::sockgen::__private::Json>,
        ::sockgen::__private::Optional<::sockgen::__private::StrLen<1, 64>>,
    );
    fn build((name, payload, room): ::sockgen::__private::Values<Self>) -> Self {
        Self { name, payload, room }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.name, &self.payload, &self.room)
    }
}
::sockgen::__private::payload_impls!(CustomEvent);

/// The payload of `welcome`.
pub struct Welcome {
    pub socket_id: ::std::string::String,
    pub at: ::sockgen::__private::chrono::DateTime<::sockgen::__private::chrono::Utc>,
}
impl ::sockgen::__private::Payload for Welcome {
    const NAME: &'static str = "Welcome";
    const FIELDS: &'static [&'static str] = &["socketId", "at"];
    type Fields = (::sockgen::__private::Str, ::sockgen::__private::DateTime);
    fn build((socket_id, at): ::sockgen::__private::Values<Self>) -> Self {
        Self { socket_id, at }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.socket_id, &self.at)
    }
}
::sockgen::__private::payload_impls!(Welcome);

/// The payload of `user:joined`.
pub struct UserJoined {
    pub room: RoomId,
    pub user: User,
}
impl ::sockgen::__private::Payload for UserJoined {
    const NAME: &'static str = "UserJoined";
    const FIELDS: &'static [&'static str] = &["room", "user"];
    type Fields = (::sockgen::__private::StrLen<1, 64>, User);
    fn build((room, user): ::sockgen::__private::Values<Self>) -> Self {
        Self { room, user }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room, &self.user)
    }
}
::sockgen::__private::payload_impls!(UserJoined);

/// The payload of `user:left`.
pub struct UserLeft {
    pub room: RoomId,
    pub user: User,
}
impl ::sockgen::__private::Payload for UserLeft {
    const NAME: &'static str = "UserLeft";
    const FIELDS: &'static [&'static str] = &["room", "user"];
    type Fields = (::sockgen::__private::StrLen<1, 64>, User);
    fn build((room, user): ::sockgen::__private::Values<Self>) -> Self {
        Self { room, user }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room, &self.user)
    }
}
::sockgen::__private::payload_impls!(UserLeft);

/// The payload of `typing:update`.
pub struct TypingUpdate {
    pub room: RoomId,
    pub user: User,
    pub typing: bool,
}
impl ::sockgen::__private::Payload for TypingUpdate {
    const NAME: &'static str = "TypingUpdate";
    const FIELDS: &'static [&'static str] = &["room", "user", "typing"];
    type Fields = (::sockgen::__private::StrLen<1, 64>, User, ::sockgen::__private::Bool);
    fn build((room, user, typing): ::sockgen::__private::Values<Self>) -> Self {
        Self { room, user, typing }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.room, &self.user, &self.typing)
    }
}
::sockgen::__private::payload_impls!(TypingUpdate);

/// The payload of `custom:broadcast`.
pub struct CustomBroadcast {
    pub name: ::std::string::String,
    pub payload: ::std::option::Option<::sockgen::__private::serde_json::Value>,
    pub from: User,
}
impl ::sockgen::__private::Payload for CustomBroadcast {
    const NAME: &'static str = "CustomBroadcast";
    const FIELDS: &'static [&'static str] = &["name", "payload", "from"];
    type Fields =
        (::sockgen::__private::Str, ::sockgen::__private::Optional<::sockgen::__private::Json>, User);
    fn build((name, payload, from): ::sockgen::__private::Values<Self>) -> Self {
        Self { name, payload, from }
    }
    fn view(&self) -> ::sockgen::__private::Refs<'_, Self> {
        (&self.name, &self.payload, &self.from)
    }
}
::sockgen::__private::payload_impls!(CustomBroadcast);

// One for each type that is some event's `error` and is declared in this file; `String` and the like are not ours to convert.
impl ::std::convert::From<Failure> for ::sockgen::__private::Fail<Failure> {
    fn from(error: Failure) -> Self {
        Self::Declared(error)
    }
}

// ---- the namespace `/`: rooms, emitters, handlers ------------------------------------------------------------------------

/// The rooms of this namespace.
pub mod rooms {
    /// The kind of room `session:{room: RoomId}`.
    #[derive(Debug)]
    pub enum Session {}
    impl ::sockgen::__private::RoomKind for Session {
        type Namespace = super::__Namespace;
        const TEMPLATE: &'static [&'static str] = &["session:", ""];
    }

    /// The room `session:{room: RoomId}`.
    pub fn session(room: &str) -> ::sockgen::__private::Room<Session> {
        ::sockgen::__private::Room::new(&[&room])
    }

    /// A room that a socket is in.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Room {
        Session { room: super::RoomId },
    }
}

/// The emitters of this namespace.
pub mod emit {
    /// Emits to one socket.
    pub struct ToSocket<A: ::sockgen::__private::Adapter = ::sockgen::__private::LocalAdapter>(
        pub(super) ::sockgen::__private::OneSocket<A>,
    );

    /// Emits to rooms of kind `K`, or to everyone.
    #[must_use = "emitting begins with an event: `.message_new(…).await`"]
    pub struct Broadcast<K, A: ::sockgen::__private::Adapter = ::sockgen::__private::LocalAdapter>(
        pub(super) ::sockgen::__private::Target<A>,
        pub(super) ::std::marker::PhantomData<fn() -> K>,
    );

    impl<K, A: ::sockgen::__private::Adapter> Broadcast<K, A> {
        /// Leaves the sockets of these rooms out.
        pub fn except<R: ::sockgen::__private::Rooms>(self, rooms: R) -> Self
        where
            R::Kind: ::sockgen::__private::RoomKind<Namespace = super::__Namespace>,
        {
            Self(self.0.except(rooms), self.1)
        }
    }

    // Events without `to`: on every emitter.

    impl<A: ::sockgen::__private::Adapter> ToSocket<A> {
        /// Sent by the server when a client has connected.
        pub fn welcome(
            &self,
            data: &super::Welcome,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::Welcome>("welcome", data, ::sockgen::__private::Delivery::Reliable)
        }
        /// A new message. No `to`: to one socket, a room, or everybody.
        pub fn message_new(
            &self,
            data: &super::Message,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::Message>("message:new", data, ::sockgen::__private::Delivery::Reliable)
        }
        /// A relayed custom event.
        pub fn custom_broadcast(
            &self,
            data: &super::CustomBroadcast,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::CustomBroadcast>(
                "custom:broadcast",
                data,
                ::sockgen::__private::Delivery::Reliable,
            )
        }
    }

    impl<K, A: ::sockgen::__private::Adapter> Broadcast<K, A> {
        /// Sent by the server when a client has connected.
        pub async fn welcome(
            self,
            data: &super::Welcome,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::Welcome>("welcome", data, ::sockgen::__private::Delivery::Reliable).await
        }
        /// A new message. No `to`: to one socket, a room, or everybody.
        pub async fn message_new(
            self,
            data: &super::Message,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::Message>("message:new", data, ::sockgen::__private::Delivery::Reliable).await
        }
        /// A relayed custom event.
        pub async fn custom_broadcast(
            self,
            data: &super::CustomBroadcast,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0
                .emit::<super::CustomBroadcast>(
                    "custom:broadcast",
                    data,
                    ::sockgen::__private::Delivery::Reliable,
                )
                .await
        }
    }

    // Events with `to: session`: one such block for each kind of room; an event for two kinds stands in both.

    impl<A: ::sockgen::__private::Adapter> Broadcast<super::rooms::Session, A> {
        /// A user joined the room.
        pub async fn user_joined(
            self,
            data: &super::UserJoined,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0
                .emit::<super::UserJoined>("user:joined", data, ::sockgen::__private::Delivery::Reliable)
                .await
        }
        /// A user left the room.
        pub async fn user_left(
            self,
            data: &super::UserLeft,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0.emit::<super::UserLeft>("user:left", data, ::sockgen::__private::Delivery::Reliable).await
        }
        /// Who is typing changed.
        pub async fn typing_update(
            self,
            data: &super::TypingUpdate,
        ) -> ::std::result::Result<(), ::sockgen::__private::EmitError> {
            self.0
                .emit::<super::TypingUpdate>("typing:update", data, ::sockgen::__private::Delivery::Volatile)
                .await
        }
    }
}

/// Emits from outside handlers.
pub type Emitter<A = ::sockgen::__private::LocalAdapter> = ::sockgen::__private::Emitter<__Namespace, A>;

/// What a handler knows of its connection: `S` is the session.
pub type Ctx<S, A = ::sockgen::__private::LocalAdapter> = ::sockgen::__private::Context<__Namespace, S, A>;

/// Messages, presence and typing beside a voice call.
pub trait Handlers<A: ::sockgen::__private::Adapter = ::sockgen::__private::LocalAdapter>:
    Sized + Send + Sync + 'static
{
    /// What `authenticate` makes of a connection.
    type Session: Send + Sync + 'static;

    /// Says who this is, or refuses; it is over before the first event.
    fn authenticate(
        &self,
        socket: &::sockgen::__private::SocketRef<A>,
        auth: Auth,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<Self::Session, ::sockgen::__private::Fail<ConnectError>>,
    > + Send;

    /// A client has connected; runs beside its first events.
    fn on_connect(&self, ctx: Ctx<Self::Session, A>) -> impl ::std::future::Future<Output = ()> + Send {
        let _ = ctx;
        async {}
    }

    /// A client has gone; its rooms are still there to be read.
    fn on_disconnect(
        &self,
        ctx: Ctx<Self::Session, A>,
        reason: ::sockgen::__private::DisconnectReason,
    ) -> impl ::std::future::Future<Output = ()> + Send {
        let _ = (ctx, reason);
        async {}
    }

    /// A message was not handled as it should have been.
    fn on_fault(
        &self,
        ctx: Ctx<Self::Session, A>,
        report: &::sockgen::__private::FaultReport,
    ) -> impl ::std::future::Future<Output = ()> + Send {
        let _ = (ctx, report);
        async {}
    }

    /// Join a room.
    fn join_room(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: JoinRoom,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<JoinRoomAck, ::sockgen::__private::Fail<Failure>>,
    > + Send;

    /// Leave a room.
    fn leave_room(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: LeaveRoom,
    ) -> impl ::std::future::Future<Output = ::std::result::Result<(), ::sockgen::__private::Fail>> + Send;

    /// Send a message to a room, or to everyone when `room` is absent.
    fn message_send(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: MessageSend,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<MessageSendAck, ::sockgen::__private::Fail<Failure>>,
    > + Send;

    /// Start the typing indicator.
    fn typing_start(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: TypingStart,
    ) -> impl ::std::future::Future<Output = ::std::result::Result<(), ::sockgen::__private::Fail>> + Send;

    /// Stop the typing indicator.
    fn typing_stop(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: TypingStop,
    ) -> impl ::std::future::Future<Output = ::std::result::Result<(), ::sockgen::__private::Fail>> + Send;

    /// An application-defined event, relayed as `custom:broadcast`.
    fn custom_event(
        &self,
        ctx: Ctx<Self::Session, A>,
        data: CustomEvent,
    ) -> impl ::std::future::Future<Output = ::std::result::Result<(), ::sockgen::__private::Fail>> + Send;
}

/// Registers the namespace `/`; what it returns is the adapter's, and needs an `await` for some.
pub fn register<H, A>(io: &::sockgen::__private::SocketIo<A>, handlers: H) -> A::InitRes
where
    H: Handlers<A>,
    A: ::sockgen::__private::DefinedAdapter + ::sockgen::__private::Adapter,
{
    ::sockgen::__private::register::<__Namespace, H, A>(io, handlers)
}

#[doc(hidden)]
#[derive(Debug)]
pub enum __Namespace {}

impl ::sockgen::__private::Namespace for __Namespace {
    const PATH: &'static str = "/";
    type ToSocket<A: ::sockgen::__private::Adapter> = emit::ToSocket<A>;
    type Broadcast<K, A: ::sockgen::__private::Adapter> = emit::Broadcast<K, A>;
    type Room = rooms::Room;

    fn to_socket<A: ::sockgen::__private::Adapter>(
        socket: ::sockgen::__private::OneSocket<A>,
    ) -> emit::ToSocket<A> {
        emit::ToSocket(socket)
    }
    fn broadcast<K, A: ::sockgen::__private::Adapter>(
        target: ::sockgen::__private::Target<A>,
    ) -> emit::Broadcast<K, A> {
        emit::Broadcast(target, ::std::marker::PhantomData)
    }
    fn parse_room(name: &str) -> ::std::option::Option<rooms::Room> {
        // One such block for each kind of room.
        if let ::std::option::Option::Some([room]) = ::sockgen::__private::parse_room(
            name,
            <rooms::Session as ::sockgen::__private::RoomKind>::TEMPLATE,
        ) {
            return ::std::option::Option::Some(rooms::Room::Session {
                room: ::sockgen::__private::ParsedParameter::parse(&room)?,
            });
        }
        ::std::option::Option::None
    }
}

impl<H: Handlers<A>, A: ::sockgen::__private::Adapter> ::sockgen::__private::Serve<H, A> for __Namespace {
    type Session = H::Session;
    type Auth = Auth;
    type ConnectError = ::sockgen::__private::Refused;

    async fn authenticate(
        handlers: &H,
        socket: &::sockgen::__private::SocketRef<A>,
        auth: Auth,
    ) -> ::std::result::Result<H::Session, ::sockgen::__private::Fail<ConnectError>> {
        handlers.authenticate(socket, auth).await
    }
    async fn connected(handlers: &H, ctx: Ctx<H::Session, A>) {
        handlers.on_connect(ctx).await
    }
    async fn disconnected(
        handlers: &H,
        ctx: Ctx<H::Session, A>,
        reason: ::sockgen::__private::DisconnectReason,
    ) {
        handlers.on_disconnect(ctx, reason).await
    }
    async fn faulted(handlers: &H, ctx: Ctx<H::Session, A>, report: &::sockgen::__private::FaultReport) {
        handlers.on_fault(ctx, report).await
    }

    // `event::<data, ack, error, _>`: `Empty` for no ack and for `ack: none`, `Never` for no error.
    async fn dispatch(incoming: ::sockgen::__private::Incoming<Self, H, A>) {
        match incoming.name() {
            "join:room" => {
                incoming
                    .event::<JoinRoom, JoinRoomAck, Failure, _>(
                        ::sockgen::__private::Limits::NONE,
                        |handlers, ctx, data| handlers.join_room(ctx, data),
                    )
                    .await
            }
            "leave:room" => {
                incoming
                    .event::<LeaveRoom, ::sockgen::__private::Empty, ::sockgen::__private::Never, _>(
                        ::sockgen::__private::Limits::NONE,
                        |handlers, ctx, data| handlers.leave_room(ctx, data),
                    )
                    .await
            }
            "message:send" => {
                incoming
                    .event::<MessageSend, MessageSendAck, Failure, _>(
                        ::sockgen::__private::Limits::NONE,
                        |handlers, ctx, data| handlers.message_send(ctx, data),
                    )
                    .await
            }
            "typing:start" => {
                incoming
                    .event::<TypingStart, ::sockgen::__private::Empty, ::sockgen::__private::Never, _>(
                        ::sockgen::__private::Limits::NONE,
                        |handlers, ctx, data| handlers.typing_start(ctx, data),
                    )
                    .await
            }
            "typing:stop" => {
                incoming
                    .event::<TypingStop, ::sockgen::__private::Empty, ::sockgen::__private::Never, _>(
                        ::sockgen::__private::Limits::NONE,
                        |handlers, ctx, data| handlers.typing_stop(ctx, data),
                    )
                    .await
            }
            "custom:event" => {
                incoming
                    .event::<CustomEvent, ::sockgen::__private::Empty, ::sockgen::__private::Never, _>(
                        ::sockgen::__private::Limits::NONE.max_bytes(65536),
                        |handlers, ctx, data| handlers.custom_event(ctx, data),
                    )
                    .await
            }
            _ => incoming.unknown().await,
        }
    }
}
