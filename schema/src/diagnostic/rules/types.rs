//! Types: `SG02..`.

use super::rules;

rules! {
    /// A type is one of the language's own, or one that stands under `types:` or in a file that is imported. The language's
    /// own ones are lower-case words, such as `string`, `int` or `datetime`; `docs/schema.md` lists them.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: String } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { room: string } }
    /// ```
    UnknownType,

    /// A type is a name, perhaps with bounds in parentheses behind it; `T[]` and `list<T>` are lists, `map<T>` is an object
    /// with keys of any name, `T | null` may be null. Unions of other types are declared, since code needs a name for them.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { rooms: list<string, name: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: { rooms: list<string>, name: string } }
    /// ```
    TypeSyntax,

    /// Bounds are always inclusive, and written so that one sees it: `(1..=64)`, `(1..=)` or `(..=64)`. In Rust `1..64`
    /// leaves 64 out, in other languages it does not.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string(1..64) } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string(1..=64) } }
    /// ```
    BoundsSyntax,

    /// No value could pass, or a bound promises what the type cannot hold: a `u8` never is 300.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string(64..=1), volume: u8(..=300) } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   say: { data: { text: string(1..=64), volume: u8 } }
    /// ```
    BoundsRange,

    /// Texts, lists, maps and bytes have a length, numbers have a value; nothing else can be bounded. A declared type has
    /// its bounds where it is declared, so that all who use it agree.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   mute: { data: { on: bool(..=1) } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   mute: { data: { on: bool } }
    /// ```
    BoundsKind,

    /// A value of such a type would hold a value of the same type, and that another one, without an end. Behind a list, a
    /// map, `?` or `| null` it may end, and the type may name itself.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Folder: { fields: { name: string, parent: Folder } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Folder: { fields: { name: string, parent: Folder | null } }
    /// ```
    InfiniteType,

    /// The values of an enum are texts. YAML reads some words as something else: `null`, and in older tools `yes`, `no`,
    /// `on` and `off`. In quotes they are texts.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Answer: { enum: [true, maybe] }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Answer: { enum: ["true", maybe] }
    /// ```
    EnumValues,

    /// A union lists what it can be: with a `tag` as a mapping from the tag's values to types, without one as a list of types that
    /// their JSON alone tells apart. Only a tag can say that a value is none that is known, so only a union with one can be
    /// open.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Cell: { union: [string, f64], open: true }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Cell: { union: [string, f64] }
    /// ```
    Union,

    /// The tag stands among the fields of its member, so a member of a union with a tag is an object, without a field of the
    /// tag's name; with `content` beside `tag` it has a place of its own, and may be anything. Without a tag, members differ in
    /// their JSON kind, or in the fields that they must have.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Op: { tag: kind, union: { insert: string, noop: {} } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Insert: { fields: { text: string } }
    ///   Op: { tag: kind, union: { insert: Insert, noop: {} } }
    /// ```
    UnionMember,

    /// A receiver finds the default where the sender left the field out, so it must be a value of the field's type. Beside `?`
    /// there is nothing to fill in: such a field may be absent for the receiver too.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Page: { fields: { size: { type: u8, default: 300 } } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Page: { fields: { size: { type: u8, default: 20 } } }
    /// ```
    Default,

    /// A pattern is tried by Rust on the server and by JavaScript in the client. Where the two read one differently, a text
    /// would pass here and fail there. `\d` is such a construct: in Rust it takes the digits of every script.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Slug: { brand: string(1..=40), pattern: "^(?=a)[a-z]+$" }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Slug: { brand: string(1..=40), pattern: "^a[a-z]*$" }
    /// ```
    Pattern,

    /// `include` takes over the fields of objects. No two of them may have one name, since only one could be kept, and nobody
    /// would see which.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Rank: u8
    ///   User: { include: [Rank], fields: { id: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Ranked: { fields: { rank: u8 } }
    ///   User: { include: [Ranked], fields: { id: uuid } }
    /// ```
    Mixin,

    /// A brand makes a type of its own from one that is written the same on the wire, so that a room's id is not taken for a
    /// user's. Objects, enums and unions have a name of their own already, and need none.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { id: uuid } }
    ///   Admin: { brand: User }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   UserId: { brand: uuid }
    /// ```
    Brand,

    /// Generated code names such a type by the path and the module that stand here, so both must be ones. `bytes` do not travel
    /// as JSON, which is all that a type of your own gets to see.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Money: { external: { rust: "crate::money Money", json: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Money: { external: { rust: "crate::money::Money", json: string } }
    /// ```
    External,
}
