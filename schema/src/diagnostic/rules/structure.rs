//! The structure of a file: `SG01..`.

use super::rules;

rules! {
    /// A key that was passed over in silence would be worse than an error: with `maxByte: 100` nothing would be limited,
    /// and nobody would know. Keys of your own begin with `x-`; they are carried to templates untouched.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string }, maxByte: 4096 }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string }, maxBytes: 4096, x-team: chat }
    /// ```
    UnknownKey,

    /// YAML tools take the last one, the first one, or refuse the file. Whoever added the second one did not see the first,
    /// and one of them is not what is meant.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: uuid } }
    ///   join: { data: { name: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: uuid, name: string } }
    /// ```
    DuplicateKey,

    /// The message says what belongs there. Some words are not what they look like in YAML: `yes` and `no` are no truth
    /// values, and a key without anything behind it is null.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { x: u32 }, volatile: yes }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   cursor: { data: { x: u32 }, volatile: true }
    /// ```
    WrongKind,

    /// There is no default that could be meant.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { ack: none }
    /// rooms:
    ///   session: { join: join }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { ack: none }
    /// rooms:
    ///   session: { name: "the:session", join: join }
    /// ```
    MissingKey,

    /// Only one of the two could be shown, and the other one would grow old unseen.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   ## Join a room.
    ///   join: { doc: Enter a room., data: { room: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   ## Join a room.
    ///   join: { data: { room: uuid } }
    /// ```
    DocTwice,

    /// Inside `{ … }` a comma ends a text without quotes. YAML makes a key of the rest, so half of the sentence would be
    /// lost without a word.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { doc: Join a room, then wait., data: { room: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { doc: "Join a room, then wait.", data: { room: uuid } }
    /// ```
    FlowComma,

    /// Such characters let a text look like another one: a name that reads `admin` and is none, a comment that shows the
    /// code behind it in another order. None of them is needed in a contract, so they are refused, wherever they stand.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { doc: "Join\u202e a room.", data: { room: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { doc: "Join a room.", data: { room: uuid } }
    /// ```
    HostileText,

    /// A file that is included adds events and rooms to a namespace of another application. Who may connect, and which
    /// namespaces there are, is that application's affair.
    ///
    /// ```yaml
    /// # git.sockgen.yaml
    /// sockgen: 1
    /// auth: { token: string }
    /// clientToServer:
    ///   commit: { data: { id: uuid } }
    /// ```
    ///
    /// ```yaml
    /// sockgen: 1
    /// include: [./git.sockgen.yaml]
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// # git.sockgen.yaml
    /// sockgen: 1
    /// clientToServer:
    ///   commit: { data: { id: uuid } }
    /// ```
    ///
    /// ```yaml
    /// sockgen: 1
    /// include: [./git.sockgen.yaml]
    /// auth: { token: string }
    /// ```
    NotIncludable,

    /// A misspelt name would silence nothing, and a rule that is an error cannot be silenced: no code can be made from such
    /// a contract. `sockgen explain` lists all rules; each has a code and a name, and either will do.
    ///
    /// ```yaml
    /// sockgen: 1
    /// lint: { allow: [mising-doc] }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// lint: { allow: [missing-doc] }
    /// ```
    UnknownRule,
}
