//! The rules' stable codes.
//!
//! A code is never given to another rule, and a rule that goes leaves a gap.

use super::Severity;
use crate::suggest::nearest;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal, $severity:ident;)+) => {
        /// Which rule a finding belongs to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every rule, by its code.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// The stable code, such as `SG0101`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code),+ }
            }

            /// How bad a finding of this rule is.
            pub const fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),+ }
            }

            /// What the rule is about, in a sentence or two.
            pub const fn summary(self) -> &'static str {
                match self { $(Code::$name => concat!($($doc, "\n"),+)),+ }
            }

            const fn variant(self) -> &'static str {
                match self { $(Code::$name => stringify!($name)),+ }
            }
        }
    };
}

impl Code {
    /// The rule's name, such as `unknown-key`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for c in self.variant().chars() {
            if c.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(c.to_ascii_lowercase());
        }
        name
    }

    /// The name or the code that was meant by one that is none, among some of the rules.
    pub fn nearest(written: &str, among: impl Fn(Code) -> bool) -> Option<String> {
        let codes: Vec<Code> = Code::ALL.iter().copied().filter(|code| among(*code)).collect();
        let names: Vec<String> = codes.iter().map(|code| code.name()).collect();
        let codes = codes.iter().map(|code| code.as_str());
        nearest(written, names.iter().map(String::as_str).chain(codes)).map(str::to_owned)
    }

    /// The rule of a name or of a code, in upper or lower case.
    pub fn named(text: &str) -> Option<Code> {
        let is_it = |code: &Code| code.as_str().eq_ignore_ascii_case(text) || code.name() == text;
        Code::ALL.iter().copied().find(is_it)
    }
}

codes! {
    // The file and its carrier.
    /// A file cannot be read.
    Unreadable = "SG0001", Error;
    /// A file is larger than 4 MiB, or holds more than a million keys and values.
    TooLarge = "SG0002", Error;
    /// A file is not UTF-8.
    NotUtf8 = "SG0003", Error;
    /// The YAML itself is broken. What stands behind the place was not read.
    Syntax = "SG0004", Error;
    /// A part of YAML that a schema does not use: anchors, aliases, merge keys, tags, several documents, keys that are
    /// not text.
    YamlFeature = "SG0005", Error;
    /// Something is nested more than 64 levels deep.
    TooDeep = "SG0006", Error;
    /// A file does not begin with `sockgen: 1`.
    MissingVersion = "SG0007", Error;
    /// A `## …` comment stands above nothing that it could document.
    DanglingDoc = "SG0008", Warning;
    /// A key that ends in `?` stands in `{ … }` without quotes, which some YAML tools refuse.
    FlowOptional = "SG0009", Warning;
    /// A path to another file that is not written as the language has it, or that leads out of the schema's own tree.
    FilePath = "SG0010", Error;
    /// Files that import or include each other in a circle.
    FileCycle = "SG0011", Error;

    // Structure.
    /// A key that the language does not know at this place.
    UnknownKey = "SG0101", Error;
    /// A key stands twice in one mapping.
    DuplicateKey = "SG0102", Error;
    /// A value of the wrong kind, such as a list where a mapping belongs.
    WrongKind = "SG0103", Error;
    /// A key that must be there is not.
    MissingKey = "SG0104", Error;
    /// One thing is documented twice, by `##` and by `doc:`.
    DocTwice = "SG0105", Error;
    /// A comma in unquoted text inside `{ … }` cut the text in two.
    FlowComma = "SG0106", Error;
    /// Text with control characters, or with characters that change the direction of what follows them.
    HostileText = "SG0108", Error;
    /// A section that an included file cannot have: it belongs to the application that includes it.
    NotIncludable = "SG0109", Error;
    /// `lint` speaks of a rule that is not there, or of one that is no warning.
    UnknownRule = "SG0110", Error;

    // Types.
    /// A name that is no type.
    UnknownType = "SG0201", Error;
    /// A type that is not written as the language has it.
    TypeSyntax = "SG0202", Error;
    /// Bounds that are not written as the language has them.
    BoundsSyntax = "SG0203", Error;
    /// Bounds that nothing can meet, or that the type cannot reach.
    BoundsRange = "SG0204", Error;
    /// Bounds on a type that has nothing to bound.
    BoundsKind = "SG0205", Error;
    /// A type that no value could have, since it contains itself, or that is nothing but another name for itself.
    InfiniteType = "SG0206", Error;
    /// An enum without values, or with a value that it cannot have.
    EnumValues = "SG0207", Error;
    /// A union that is not written as the language has it: without members, open without a tag.
    Union = "SG0208", Error;
    /// A member that a union cannot have: one without room for the tag, or one that nothing tells from another.
    UnionMember = "SG0209", Error;
    /// A default that does not fit its type, or that stands where nothing could be left out.
    Default = "SG0210", Error;
    /// A pattern that does not mean the same in Rust and in JavaScript, or that cannot be used at all.
    Pattern = "SG0211", Error;
    /// `include` names a type that is no object, goes round in a circle, or brings a field that is there already.
    Mixin = "SG0212", Error;
    /// A brand of a type that needs none, or cannot have one.
    Brand = "SG0213", Error;
    /// An external type that code could not name, or whose values do not travel as JSON.
    External = "SG0214", Error;

    // Names.
    /// A name that no code could be made from.
    InvalidName = "SG0301", Error;
    /// A name that generated code or Socket.IO keeps for itself.
    ReservedName = "SG0302", Error;
    /// Two names that become one in generated code.
    NameCollision = "SG0303", Error;
    /// One event name in both directions, with different inline payloads.
    PayloadConflict = "SG0304", Error;
    /// A name that works, but is likely to meet something else at run time.
    RiskyName = "SG0305", Warning;

    // Events.
    /// `error` on an event without `ack`: nobody could be told.
    ErrorWithoutAck = "SG0401", Error;
    /// A key on an event of the direction in which it means nothing.
    WrongDirection = "SG0402", Error;
    /// `to` names no kind of room.
    UnknownRoom = "SG0403", Error;
    /// A limit that is no limit.
    Limit = "SG0404", Error;
    /// Arguments that are not written as the language has them, or that could not be told apart on the wire.
    Args = "SG0405", Error;
    /// A way of writing acks that is not written as the language has it.
    AckShape = "SG0406", Error;
    /// An answer that its reader could not tell from another one.
    AckAmbiguous = "SG0407", Error;
    /// Keys of an event that cannot go together.
    EventConflict = "SG0408", Error;
    /// `ackStyle` names no way of writing acks.
    UnknownStyle = "SG0409", Error;

    // Rooms.
    /// A room's template is not written as the language has it.
    RoomTemplate = "SG0501", Error;
    /// Two rooms could have one name, or a room could have the name of a socket's own room.
    RoomOverlap = "SG0502", Error;
    /// `join` or `leave` of a room names no client event, or one that does not carry the room's parameters.
    RoomEvent = "SG0503", Error;

    // Namespaces.
    /// A namespace's path is not written as the language has it.
    NamespacePath = "SG0601", Error;
    /// Two namespaces could stand for one path.
    NamespaceOverlap = "SG0602", Error;
    /// `auth` or `connectError` holds binary data, which no handshake can carry.
    HandshakeBytes = "SG0603", Error;

    // Lints. Each has a file in `lint/`.
    /// An event has no documentation.
    MissingDoc = "SG1001", Warning;
    /// The names of a file's events are written in several styles.
    EventNameStyle = "SG1002", Warning;
    /// The names of a file's fields are written in several styles.
    FieldNameStyle = "SG1003", Warning;
    /// Two names of events, or of types, are so near to each other that they will be mixed up.
    NearDuplicateName = "SG1004", Warning;
    /// A declared type is used by no event.
    UnusedType = "SG1005", Warning;
    /// Nothing limits how long a text, a list or a map is that clients send.
    UnboundedInput = "SG1006", Warning;
    /// An event that clients send carries `json`, `bytes` or `raw`, and nothing limits its size.
    UnlimitedEvent = "SG1007", Warning;
    /// An event that seems to change something has no ack.
    MissingAck = "SG1008", Warning;
    /// An event has an ack, and nothing says how long its sender waits for it.
    MissingAckTimeout = "SG1009", Warning;
    /// An example is no value of its type.
    ExampleMismatch = "SG1010", Warning;
    /// An event has more than three arguments.
    ManyArguments = "SG1011", Warning;
    /// An enum or a union that the server sends is closed.
    ClosedServerValue = "SG1012", Warning;
    /// An id, a count or a time in milliseconds is a `u64`, an `i64` or a float.
    PreferInt = "SG1013", Warning;
    /// A field named like a time is a `string`.
    TimestampAsString = "SG1014", Warning;
    /// Something is deprecated, and nothing says what to use instead.
    DeprecatedWithoutUse = "SG1015", Warning;
    /// The `doc` of a long form is nothing but the name of a type.
    DocNamesType = "SG1016", Warning;
    /// A fault arrives where a declared error is expected, and is not of its type.
    AckErrorShape = "SG1017", Warning;
    /// A browser may need a very long time to see that a text does not fit a pattern.
    SlowPattern = "SG1018", Warning;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_sorted() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
    }

    #[test]
    fn rules_are_found_by_name_and_by_code() {
        for code in Code::ALL {
            assert_eq!(Code::named(&code.name()), Some(*code));
            assert_eq!(Code::named(code.as_str()), Some(*code));
        }
        assert_eq!(Code::NotUtf8.name(), "not-utf8");
        assert_eq!(Code::named("sg0101"), Some(Code::UnknownKey));
        assert_eq!(Code::named(""), None);
    }
}
