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
}
