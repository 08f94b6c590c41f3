//! Namespaces: `SG06..`.

use super::rules;

rules! {
    /// A path begins with `/`, and its parts are fixed text or a parameter, as in a room's name. The root, `/`, is the file
    /// itself.
    ///
    /// ```yaml
    /// sockgen: 1
    /// namespaces:
    ///   admin: { clientToServer: { kick: { data: { id: uuid } } } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// namespaces:
    ///   /admin: { clientToServer: { kick: { data: { id: uuid } } } }
    /// ```
    NamespacePath,

    /// A client that connects to such a path could be meant for either of them, and which one it gets would depend on the
    /// order in which they were registered.
    ///
    /// ```yaml
    /// sockgen: 1
    /// namespaces:
    ///   "/game/{id: string(1..=40)}": { clientToServer: { move: { data: { x: int } } } }
    ///   /game/lobby: { name: lobby, clientToServer: { enter: {} } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// namespaces:
    ///   "/game/{id: string(1..=40)}": { clientToServer: { move: { data: { x: int } } } }
    ///   /lobby: { clientToServer: { enter: {} } }
    /// ```
    NamespaceOverlap,

    /// What a client says when it connects, and why it is refused, are JSON: Socket.IO attaches binary data to events and their
    /// acks alone. A client would send something else in place of the bytes, and the server would never take it. Base64 in a
    /// text goes.
    ///
    /// ```yaml
    /// sockgen: 1
    /// auth: { ticket: bytes(16..=64) }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// auth: { ticket: string(24..=88) }
    /// ```
    HandshakeBytes,
}
