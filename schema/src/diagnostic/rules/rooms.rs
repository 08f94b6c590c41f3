//! Rooms: `SG05..`.

use super::rules;

rules! {
    /// Every socket is in a room that has the socket's own id for its name. A room whose name a client could choose alone
    /// could be somebody's private room. So a template begins with fixed text, and something stands between any two
    /// parameters, so that two rooms never have one name.
    ///
    /// ```yaml
    /// sockgen: 1
    /// rooms:
    ///   session: "{room: string(1..=64)}"
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// rooms:
    ///   session: "session:{room: string(1..=64)}"
    /// ```
    RoomTemplate,

    /// Who is in one of the two rooms would get what is sent to the other.
    ///
    /// ```yaml
    /// sockgen: 1
    /// rooms:
    ///   doc: "doc:{id: string(1..=64)}"
    ///   index: "doc:index"
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// rooms:
    ///   doc: "doc:{id: string(1..=64)}"
    ///   index: "index:all"
    /// ```
    RoomOverlap,

    /// `join` and `leave` say with which event a client enters and leaves a room, so that generated clients can do it. The
    /// event must carry what the room's name is made of.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { name: string } }
    /// rooms:
    ///   session: { name: "session:{room: uuid}", join: join }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: uuid } }
    /// rooms:
    ///   session: { name: "session:{room: uuid}", join: join }
    /// ```
    RoomEvent,
}
