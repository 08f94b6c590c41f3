//! Names: `SG03..`.

use super::rules;

rules! {
    /// Methods, fields and types in Rust and TypeScript get their names from those in the schema: `join:room` becomes
    /// `join_room`, `JoinRoom` and `joinRoom`. That needs ASCII letters and digits, with a letter in front. A name on the
    /// wire that cannot change gets one for code beside it, by `name:`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   2fa: { data: { code: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   2fa: { name: second_factor, data: { code: string } }
    /// ```
    InvalidName,

    /// Socket.IO sends `connect` and `disconnect` itself, and a socket in JavaScript has methods of such names; generated
    /// code has types and methods of its own, such as `Handlers` and `Ctx`. Where only the name in code is taken, `name:`
    /// gives another one, and the wire stays as it is.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   disconnect: { data: { why: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   app:disconnect: { data: { why: string } }
    /// ```
    ReservedName,

    /// Names that differ on the wire may become one in code: `user:joined` and `user_joined` are both `user_joined` in Rust.
    /// Neither is renamed in silence, since that would move with the order in which they stand. `name:` gives one of them
    /// another name in code.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid } }
    ///   user_joined: { data: { id: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid } }
    ///   user_joined: { name: user_joined_v1, data: { id: uuid } }
    /// ```
    NameCollision,

    /// An inline payload is called like its event: that of `chat:message` is `ChatMessage`. Where an event of one name
    /// exists in both directions, both share it if they are the same; of two different ones, one needs a name of its own.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   chat:message: { data: { text: string } }
    /// serverToClient:
    ///   chat:message: { data: { text: string, from: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Message: { fields: { text: string, from: uuid } }
    /// clientToServer:
    ///   chat:message: { data: { text: string } }
    /// serverToClient:
    ///   chat:message: Message
    /// ```
    PayloadConflict,

    /// Generated code gets along with the name. Other code may not: Node's event emitters throw an `error` that nobody
    /// listens to, `JSON.stringify` calls `toJSON`, and every object in JavaScript has a `constructor`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   error: { data: { message: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   app:error: { data: { message: string } }
    /// ```
    RiskyName,
}
