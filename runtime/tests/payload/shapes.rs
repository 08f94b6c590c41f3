//! The types of these tests, written as the emitter writes them.

use std::collections::BTreeMap;

use sockgen::__private::{
    Bool, Boxed, Enum, F64, I32, List, Many, Map, Nullable, Optional, OptionalNullable, Payload, Refs, Str,
    StrLen, U8, U32, Values, WireEnum, enum_impls, payload_impls,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Text,
    Drawing,
}

impl WireEnum for Kind {
    const VALUES: &'static [&'static str] = &["text", "drawing"];
    const KNOWN: &'static [Self] = &[Self::Text, Self::Drawing];

    fn index(&self) -> usize {
        *self as usize
    }
}
enum_impls!(Kind);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum FailureCode {
    RoomNotFound,
    Forbidden,
    Other(String),
}

impl WireEnum for FailureCode {
    const VALUES: &'static [&'static str] = &["room_not_found", "forbidden"];
    const KNOWN: &'static [Self] = &[Self::RoomNotFound, Self::Forbidden];

    fn index(&self) -> usize {
        match self {
            Self::RoomNotFound => 0,
            Self::Forbidden => 1,
            Self::Other(_) => usize::MAX,
        }
    }

    fn other(&self) -> Option<&str> {
        if let Self::Other(text) = self { Some(text) } else { None }
    }

    fn from_other(text: &str) -> Option<Self> {
        Some(Self::Other(text.to_owned()))
    }
}
enum_impls!(FailureCode);

pub(crate) struct Inner {
    pub(crate) x: i32,
    pub(crate) kind: Kind,
}

impl Payload for Inner {
    const NAME: &'static str = "Inner";
    const FIELDS: &'static [&'static str] = &["x", "kind"];
    type Fields = (I32, Enum<Kind>);

    fn build((x, kind): Values<Self>) -> Self {
        Self { x, kind }
    }

    fn view(&self) -> Refs<'_, Self> {
        (&self.x, &self.kind)
    }
}
payload_impls!(Inner);

pub(crate) struct Everything {
    pub(crate) id: String,
    pub(crate) count: u32,
    pub(crate) note: Option<String>,
    pub(crate) nickname: Option<String>,
    pub(crate) cleared: Option<Option<u8>>,
    pub(crate) ratio: f64,
    pub(crate) on: bool,
    pub(crate) tags: Vec<String>,
    pub(crate) inner: Inner,
    pub(crate) ops: Vec<Inner>,
    pub(crate) scores: BTreeMap<String, u8>,
}

impl Payload for Everything {
    const NAME: &'static str = "Everything";
    const FIELDS: &'static [&'static str] =
        &["id", "count", "note", "nickname", "cleared", "ratio", "on", "tags", "inner", "ops", "scores"];
    type Fields = (
        StrLen<1, 64>,
        U32,
        Optional<Str>,
        Nullable<Str>,
        OptionalNullable<U8>,
        F64,
        Bool,
        List<Str>,
        Inner,
        List<Inner>,
        Map<U8>,
    );

    fn build(
        (id, count, note, nickname, cleared, ratio, on, tags, inner, ops, scores): Values<Self>,
    ) -> Self {
        Self { id, count, note, nickname, cleared, ratio, on, tags, inner, ops, scores }
    }

    fn view(&self) -> Refs<'_, Self> {
        (
            &self.id,
            &self.count,
            &self.note,
            &self.nickname,
            &self.cleared,
            &self.ratio,
            &self.on,
            &self.tags,
            &self.inner,
            &self.ops,
            &self.scores,
        )
    }
}
payload_impls!(Everything);

pub(crate) struct Node {
    pub(crate) next: Option<Box<Node>>,
    pub(crate) children: Vec<Node>,
}

impl Payload for Node {
    const NAME: &'static str = "Node";
    const FIELDS: &'static [&'static str] = &["next", "children"];
    type Fields = (Optional<Boxed<Node>>, List<Node>);

    fn build((next, children): Values<Self>) -> Self {
        Self { next, children }
    }

    fn view(&self) -> Refs<'_, Self> {
        (&self.next, &self.children)
    }
}
payload_impls!(Node);

/// A struct without fields, as `noop: {}` in a union or an empty payload type makes one.
pub(crate) struct Empty {}

impl Payload for Empty {
    const NAME: &'static str = "Empty";
    const FIELDS: &'static [&'static str] = &[];
    type Fields = ();

    fn build((): Values<Self>) -> Self {
        Self {}
    }

    fn view(&self) -> Refs<'_, Self> {}
}
payload_impls!(Empty);

/// Forty fields in four groups, three of twelve and one of four.
macro_rules! forty {
    ($($(($field:ident $name:literal))*;)*) => {
        pub(crate) struct Forty { $($(pub(crate) $field: Option<u8>,)*)* }

        impl Payload for Forty {
            const NAME: &'static str = "Forty";
            const FIELDS: &'static [&'static str] = &[$($($name,)*)*];
            type Fields = Many<($(($(forty!(@codec $field),)*),)*)>;

            fn build(($(($($field,)*),)*): Values<Self>) -> Self {
                Self { $($($field,)*)* }
            }

            fn view(&self) -> Refs<'_, Self> {
                ($(($(&self.$field,)*),)*)
            }
        }
        payload_impls!(Forty);
    };
    (@codec $field:ident) => { Optional<U8> };
}

forty! {
    (a0 "a0") (a1 "a1") (a2 "a2") (a3 "a3") (a4 "a4") (a5 "a5") (a6 "a6") (a7 "a7") (a8 "a8") (a9 "a9") (a10 "a10") (a11 "a11");
    (b0 "b0") (b1 "b1") (b2 "b2") (b3 "b3") (b4 "b4") (b5 "b5") (b6 "b6") (b7 "b7") (b8 "b8") (b9 "b9") (b10 "b10") (b11 "b11");
    (c0 "c0") (c1 "c1") (c2 "c2") (c3 "c3") (c4 "c4") (c5 "c5") (c6 "c6") (c7 "c7") (c8 "c8") (c9 "c9") (c10 "c10") (c11 "c11");
    (d0 "d0") (d1 "d1") (d2 "d2") (d3 "d3");
}
