//! Files and YAML: `SG00..`.

use super::rules;

rules! {
    /// The path may be misspelt, the file may belong to somebody else, or it may be a folder. Nothing is generated from a
    /// schema of which a part could not be read: code made from the rest would lack events without saying so.
    Unreadable,

    /// A contract that people read and write is far smaller. What is larger is most likely another file, or one that a
    /// program wrote; reading it would take minutes and gigabytes, and the one who asked would not know why. Contracts of
    /// that size belong into several files, which `import` and `include` put together.
    TooLarge,

    /// Text in other encodings cannot be told from broken text. Save the file as UTF-8; editors have it in their status
    /// bar or under "Save with encoding".
    NotUtf8,

    /// Behind a mistake in the YAML itself nothing can be understood any more: where a bracket is left open, all that
    /// follows stands in it. So this finding is shown together with what was found before it, and the rest of the file is
    /// looked at when it is mended.
    ///
    /// The commonest causes are types with brackets, braces or commas in `{ … }`, where YAML has a meaning of its own for
    /// them: put the type in quotes, or write `list<T>`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   tag: { data: { tags: string(..=30)[] } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   tag: { data: { tags: "string(..=30)[]" } }
    /// ```
    Syntax,

    /// Anchors, aliases, merge keys and tags let a file mean something else than what stands in it, and two YAML tools
    /// often disagree on what. A schema has its own ways of saying a thing once: declare a type and use its name, or
    /// `include` the fields of one in another.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   join: { data: &room { room: uuid } }
    ///   leave: { data: *room }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   InRoom: { fields: { room: uuid } }
    /// clientToServer:
    ///   join: { data: InRoom }
    ///   leave: { data: InRoom }
    /// ```
    YamlFeature,

    /// Nobody reads 64 levels, and what stands so deep has a name of its own in every language: declare the inner types
    /// under `types:` and use their names.
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Grid: list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<list<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// types:
    ///   Row: list<u8>
    ///   Grid: list<Row>
    /// ```
    TooDeep,

    /// The number says in which version of the schema language the file is written. It is what lets a later sockgen read
    /// the file as it was meant, and an older one say that it cannot.
    ///
    /// ```yaml
    /// name: Call
    /// clientToServer:
    ///   ping: {}
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// name: Call
    /// clientToServer:
    ///   ping: {}
    /// ```
    MissingVersion,

    /// What begins with `##` is meant for readers of the generated code. A comment that stands above a section, above an
    /// empty line or at the end of the file is shown nowhere, and its author does not notice. What is meant for readers of
    /// the schema alone begins with a single `#`.
    ///
    /// ```yaml
    /// sockgen: 1
    /// ## Everything about rooms.
    /// clientToServer:
    ///   join: { data: { room: uuid }, ack: none }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// # Everything about rooms.
    /// clientToServer:
    ///   ## Join a room.
    ///   join: { data: { room: uuid }, ack: none }
    /// ```
    DanglingDoc,

    /// sockgen reads `{ name?: string }`, and so does the YAML standard. Some tools that are built on PyYAML, among them
    /// linters and editors, take the `?` for the mark of a long key and refuse the file. In block form, or in quotes, every
    /// tool reads it.
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   hello: { data: { name?: string(..=80) } }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// sockgen: 1
    /// clientToServer:
    ///   hello: { data: { "name?": string(..=80) } }
    /// ```
    FlowOptional,

    /// A path in `import` or `include` is taken from the folder of the file that it stands in, is written with `/` on every
    /// system, and may not leave the folder of the schema that was asked for. So a schema that somebody sent you cannot
    /// make sockgen read a file of yours, and it means the same on every machine.
    ///
    /// ```yaml
    /// sockgen: 1
    /// import: { common: ../../common.sockgen.yaml }
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// # common.sockgen.yaml
    /// sockgen: 1
    /// types:
    ///   User: { fields: { id: uuid } }
    /// ```
    ///
    /// ```yaml
    /// sockgen: 1
    /// import: { common: ./common.sockgen.yaml }
    /// serverToClient:
    ///   user:joined: common.User
    /// ```
    FilePath,

    /// Files that need each other cannot be read, nor understood, one after the other. Move what both need into a third
    /// file. A file needs no import for what it declares itself.
    ///
    /// ```yaml
    /// # common.sockgen.yaml
    /// sockgen: 1
    /// import: { main: ./main.sockgen.yaml }
    /// types:
    ///   User: { fields: { id: uuid, rank: main.Rank } }
    /// ```
    ///
    /// ```yaml
    /// sockgen: 1
    /// import: { common: ./common.sockgen.yaml }
    /// types:
    ///   Rank: u8
    /// serverToClient:
    ///   user:joined: common.User
    /// ```
    ///
    /// Write instead:
    ///
    /// ```yaml
    /// # common.sockgen.yaml
    /// sockgen: 1
    /// types:
    ///   Rank: u8
    ///   User: { fields: { id: uuid, rank: Rank } }
    /// ```
    ///
    /// ```yaml
    /// sockgen: 1
    /// import: { common: ./common.sockgen.yaml }
    /// serverToClient:
    ///   user:joined: common.User
    /// ```
    FileCycle,
}
