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

    /// A value of such a type would hold a value of the same type, and that another one, without an end. Behind a list or a
    /// map that may be empty, `?` or `| null`, or beside another member of a union, it may end, and the type may name itself.
    /// What is only another name, such as `Tree: list<Tree>`, is no type at all in Rust.
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

    /// The values of an enum are texts, or whole numbers that JavaScript holds exactly. YAML reads some words as something else: `null`, and in older tools `yes`, `no`,
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

    /// A union with a tag names its members: `{ tag: kind, union: { insert: Insert, noop: {} } }`; one without is a list of types.
    /// Only a tag tells a new member from a mistake, so only a union that has one can be open. Null is no member: `| null` is
    /// written where the union is used.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Op: { open: true, union: [string, f64] }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Op: { tag: kind, content: value, open: true, union: { text: string, number: f64 } }
    /// ```
    Union,

    /// A tag stands among the fields of its member, which therefore is an object without a field of that name; `content` gives
    /// the member a place of its own. Without a tag a value must say itself which member it is: by its JSON kind, and an object by
    /// the fields that it must have. What the wire cannot tell apart, no receiver can.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Id: { union: [uuid, string] }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Id: { tag: kind, content: id, union: { uuid: uuid, name: string } }
    /// ```
    UnionMember,

    /// A default is what a receiver finds where the sender left the field out. So it is a value of the field's type, as it stands
    /// on the wire, and the field has no `?`, which would mean that nothing at all may be there.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { role: { type: Role, default: owner } } }
    ///   Role: { enum: [viewer, editor] }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { role: { type: Role, default: viewer } } }
    ///   Role: { enum: [viewer, editor] }
    /// ```
    Default,

    /// Both ends hold a text against its pattern, one in Rust and the other in JavaScript. Where the two read a regular expression
    /// differently, one end would send what the other refuses: `\d` takes any digit of Unicode in Rust and ten in JavaScript, `.`
    /// stops at one kind of line break or at four, and only one of them looks around or back. `docs/schema.md` says what they share.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Code: { type: string, pattern: "^\\d+$" }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Code: { type: string, pattern: "^[0-9]+$" }
    /// ```
    Pattern,

    /// `include` puts the fields of other objects among an object's own. Two fields of one name would be one on the wire, and
    /// which of their types it has, nobody could tell; a circle would have no end.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Times: { fields: { at: datetime } }
    ///   Message: { include: [Times], fields: { at: string, text: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Times: { fields: { at: datetime } }
    ///   Message: { include: [Times], fields: { text: string } }
    /// ```
    Mixin,

    /// A brand makes a type of its own of a string, a number or a list, so that an id of a room cannot be passed where one of a
    /// user belongs. Objects, enums and unions are types of their own already.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { brand: { id: uuid } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { id: uuid } }
    /// ```
    Brand,

    /// The path of an external type stands in the generated Rust code, its name and its module in the TypeScript code, so both
    /// must be what these languages take. The code stands in a module of its own: a path begins at the crate, or at another one.
    /// Values are read and written as JSON, in which there are no `bytes`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Money: { external: { rust: Money, json: string } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Money: { external: { rust: "crate::Money", json: string } }
    /// ```
    External,
}
