//! Rooms whose names cannot be confused.
//!
//! The schema's template `session:{room: RoomId}` becomes literals around parameters. A parameter is escaped so that
//! nothing in it can be read as a literal: `a:b` becomes `a%3Ab`. So two different rooms never share a name, and no
//! room has the name of a socket id, since a literal prefix holds a character that no id has (the schema's check demands it).

use std::fmt::{self, Write as _};
use std::marker::PhantomData;
use std::str::FromStr;

/// One kind of room of a schema: a marker type in its `rooms` module.
pub trait RoomKind: 'static {
    /// The namespace that the room belongs to.
    type Namespace;
    /// The literals around the parameters: one more than there are parameters.
    const TEMPLATE: &'static [&'static str];
}

/// A room of kind `K`, ready to be joined or emitted to.
pub struct Room<K> {
    name: String,
    kind: PhantomData<fn() -> K>,
}

impl<K: RoomKind> Room<K> {
    /// Fills the template in; only generated code calls this, with as many parameters as the template has.
    #[doc(hidden)]
    pub fn new(parameters: &[&dyn RoomParameter]) -> Self {
        let mut name = String::new();
        for (index, literal) in K::TEMPLATE.iter().enumerate() {
            name.push_str(literal);
            if let Some(parameter) = parameters.get(index) {
                let following = K::TEMPLATE.get(index + 1).and_then(|literal| literal.chars().next());
                escape(&parameter.text(), following, &mut name, is_plain_in_room);
            }
        }
        Self { name, kind: PhantomData }
    }
}

impl<K> Room<K> {
    /// The room's name as adapters and other languages see it.
    pub fn name(&self) -> &str {
        &self.name
    }
}

// Written out, since derives would demand the same of the marker `K`.
impl<K> Clone for Room<K> {
    fn clone(&self) -> Self {
        Self { name: self.name.clone(), kind: PhantomData }
    }
}
impl<K> PartialEq for Room<K> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl<K> Eq for Room<K> {}
impl<K> fmt::Debug for Room<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Room").field(&self.name).finish()
    }
}

/// One room, or several of one kind.
pub trait Rooms {
    /// What kind of room these are.
    type Kind: RoomKind;
    /// Their names; none means nobody, not everybody.
    fn names(self) -> Vec<String>;
}

impl<K: RoomKind> Rooms for Room<K> {
    type Kind = K;
    fn names(self) -> Vec<String> {
        vec![self.name]
    }
}
impl<K: RoomKind> Rooms for &Room<K> {
    type Kind = K;
    fn names(self) -> Vec<String> {
        vec![self.name.clone()]
    }
}
impl<K: RoomKind, const N: usize> Rooms for [Room<K>; N] {
    type Kind = K;
    fn names(self) -> Vec<String> {
        self.into_iter().map(|room| room.name).collect()
    }
}
impl<K: RoomKind, const N: usize> Rooms for [&Room<K>; N] {
    type Kind = K;
    fn names(self) -> Vec<String> {
        self.into_iter().map(|room| room.name.clone()).collect()
    }
}
impl<K: RoomKind> Rooms for &[Room<K>] {
    type Kind = K;
    fn names(self) -> Vec<String> {
        self.iter().map(|room| room.name.clone()).collect()
    }
}
impl<K: RoomKind> Rooms for &Vec<Room<K>> {
    type Kind = K;
    fn names(self) -> Vec<String> {
        self.as_slice().names()
    }
}
impl<K: RoomKind> Rooms for Vec<Room<K>> {
    type Kind = K;
    fn names(self) -> Vec<String> {
        self.into_iter().map(|room| room.name).collect()
    }
}

/// A value that may stand as a parameter of a room's name.
pub trait RoomParameter {
    /// The parameter as text, unescaped.
    fn text(&self) -> String;
}

impl<T: RoomParameter + ?Sized> RoomParameter for &T {
    fn text(&self) -> String {
        (**self).text()
    }
}

impl RoomParameter for str {
    fn text(&self) -> String {
        self.to_owned()
    }
}

/// A type that comes back as a parameter of a room's name; the generated code implements it for brands.
pub trait ParsedParameter: Sized {
    /// The parameter back from its text, or nothing if no parameter has that text.
    fn parse(text: &str) -> Option<Self>;
}

macro_rules! room_parameters {
    ($($type:ty),*) => {$(
        impl RoomParameter for $type {
            fn text(&self) -> String {
                self.to_string()
            }
        }
        impl ParsedParameter for $type {
            fn parse(text: &str) -> Option<Self> {
                <$type>::from_str(text).ok()
            }
        }
    )*};
}
room_parameters!(String, u8, u16, u32, u64, i8, i16, i32, i64, uuid::Uuid);

/// The `N` parameters of a room's name, unescaped; nothing if the name is not of this template.
pub fn parse_room<const N: usize>(name: &str, template: &[&str]) -> Option<[String; N]> {
    let mut parameters = [const { String::new() }; N];
    split(name, template, &mut parameters, is_plain_in_room)?;
    Some(parameters)
}

/// Takes the parameters out of a text that was made of them and a template.
pub(crate) fn split(
    text: &str,
    template: &[&str],
    parameters: &mut [String],
    is_plain: fn(char) -> bool,
) -> Option<()> {
    let (first, literals) = template.split_first()?;
    if literals.len() != parameters.len() {
        return None;
    }
    let mut rest = text.strip_prefix(first)?;
    for (parameter, literal) in parameters.iter_mut().zip(literals) {
        // An empty literal stands at the end, or directly before another parameter, which the schema's check refuses.
        let end = if literal.is_empty() { rest.len() } else { rest.find(literal)? };
        let (escaped, following) = rest.split_at(end);
        *parameter = unescape(escaped)?;
        // A name that we would have written differently is not one of ours.
        let mut again = String::with_capacity(escaped.len());
        escape(parameter, literal.chars().next(), &mut again, is_plain);
        if again != escaped {
            return None;
        }
        rest = following.strip_prefix(literal)?;
    }
    rest.is_empty().then_some(())
}

/// What stands unescaped in a room's name: nothing that could be taken for structure, or not be seen at all.
fn is_plain_in_room(character: char) -> bool {
    match character {
        'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' | '.' | '~' => true,
        _ if character.is_ascii() || character.is_control() => false,
        '\u{2028}' | '\u{2029}' => false,
        _ => true,
    }
}

/// Appends `text` with everything escaped that is not plain, or with which the following literal begins.
pub(crate) fn escape(text: &str, following: Option<char>, into: &mut String, is_plain: fn(char) -> bool) {
    for character in text.chars() {
        if Some(character) != following && is_plain(character) {
            into.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string cannot fail.
                let _ = write!(into, "%{byte:02X}");
            }
        }
    }
}

fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        if byte == b'%' {
            let (digits, tail) = tail.split_at_checked(2)?;
            bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = tail;
        } else {
            bytes.push(byte);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Session;
    impl RoomKind for Session {
        type Namespace = ();
        const TEMPLATE: &'static [&'static str] = &["session:", ""];
    }
    struct Seat;
    impl RoomKind for Seat {
        type Namespace = ();
        const TEMPLATE: &'static [&'static str] = &["seat:", ":", "-", ""];
    }

    fn text(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn a_plain_parameter_stays_readable() {
        assert_eq!(Room::<Session>::new(&[&text("session-123")]).name(), "session:session-123");
    }

    #[test]
    fn whatever_a_parameter_holds_comes_back_and_is_no_structure() {
        for value in
            ["", "%", ":", "/", "a:b", "%3A", "\n", "é", "\u{2028}", "a b", "session:x", "\u{0}", "😀%"]
        {
            let room = Room::<Session>::new(&[&text(value)]);
            let inner = room.name().strip_prefix("session:").unwrap();
            assert!(!inner.contains([':', '/', '\n', ' ', '\u{0}', '\u{2028}']), "{inner}");
            assert_eq!(parse_room::<1>(room.name(), Session::TEMPLATE).unwrap(), [text(value)]);
        }
    }

    #[test]
    fn several_parameters_stay_apart() {
        let values = ["", "1", ":", "-", "1-2", "a:b", "-:", "%2D"];
        let mut names = std::collections::BTreeSet::new();
        for a in values {
            for b in values {
                for c in values {
                    let room = Room::<Seat>::new(&[&text(a), &text(b), &text(c)]);
                    let back = parse_room::<3>(room.name(), Seat::TEMPLATE).unwrap();
                    assert_eq!(back, [text(a), text(b), text(c)]);
                    assert!(names.insert(room.name().to_owned()), "two rooms are both {}", room.name());
                }
            }
        }
    }

    #[test]
    fn a_name_that_is_not_ours_does_not_parse() {
        for name in
            ["session:%", "session:%zz", "session:%41", "session:a:b", "sess:a", "session:%FF", "session:%3a"]
        {
            assert_eq!(parse_room::<1>(name, Session::TEMPLATE), None, "{name}");
        }
    }
}
