//! Events: `SG04..`.

use super::rules;

rules! {
    /// An error is an answer. Without an ack nobody waits for one, and a handler that fails would tell it to no one.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: uuid }, error: string }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: uuid }, ack: none, error: string }
    /// ```
    ErrorWithoutAck,

    /// Clients cannot send to rooms, so `to` says nothing on what they send; and `method`, `maxBytes` and `rate` are about
    /// what clients send. A key without a meaning would promise something that does not happen.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid }, maxBytes: 4096 }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid } }
    /// ```
    WrongDirection,

    /// `to` names kinds of rooms, by the names that they have under `rooms:`. It is what keeps an event that is meant for a
    /// room from being sent to everyone.
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid }, to: sesion }
    /// rooms:
    ///   session: "session:{room: uuid}"
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// serverToClient:
    ///   user:joined: { data: { id: uuid }, to: session }
    /// rooms:
    ///   session: "session:{room: uuid}"
    /// ```
    UnknownRoom,

    /// A limit of nothing lets nothing pass, and one that is too large for a number limits nothing. Times and rates are
    /// written with their unit: `10s`, `500ms`, `20/s`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string }, maxBytes: 0 }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string }, maxBytes: 4096 }
    /// ```
    Limit,

    /// Arguments stand one behind the other on the wire, and only their place tells which is which. So each has a name in
    /// the schema, optional ones come last, and none of them may be absent and null alike, which the wire cannot tell
    /// apart.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:edit:
    ///     args: [{ "base?": u32 }, { id: uuid }]
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   doc:edit:
    ///     args: [{ id: uuid }, { "base?": u32 }]
    /// ```
    Args,

    /// A style says for an answer, an error and a fault what stands on the wire, with `$data`, `$error`, `$fault`, `$code`
    /// and `$message` where their values go. What belongs to an error cannot stand in an answer.
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: { status: ok, data: $dta }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: { status: ok, data: $data }
    /// ```
    AckShape,

    /// Who reads an ack must know whether it is an answer, an error or a fault. It knows by a constant that differs, by
    /// the kind of a value, or by a key that only one of them has. What stands for `$data` and `$error` is known from the
    /// event's types, so that one style may do for some events and not for others.
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: $data
    ///   error: $error
    /// clientToServer:
    ///   join: { data: { room: uuid }, ack: string, error: string }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   ok: { ok: true, data: $data }
    ///   error: { ok: false, error: $error }
    /// clientToServer:
    ///   join: { data: { room: uuid }, ack: string, error: string }
    /// ```
    AckAmbiguous,

    /// Each of the keys is fine, and together they ask for two things at once: a message that may be lost and an answer to
    /// it, or two payloads for one event.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { x: u32 }, volatile: true, ack: none }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { x: u32 }, volatile: true }
    /// ```
    EventConflict,

    /// A style is a key under `acks:` other than `ok`, `error` and `fault`, with those three keys below it.
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   legacy: { ok: $data }
    /// clientToServer:
    ///   ping: { ack: none, ackStyle: legacey }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// acks:
    ///   legacy: { ok: $data }
    /// clientToServer:
    ///   ping: { ack: none, ackStyle: legacy }
    /// ```
    UnknownStyle,
}
