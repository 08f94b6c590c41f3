//! How names on the wire become names in code.
//!
//! | as written | words | snake | pascal | camel |
//! |---|---|---|---|---|
//! | `join:room` | join room | `join_room` | `JoinRoom` | `joinRoom` |
//! | `HTTPRequest` | http request | `http_request` | `HttpRequest` | `httpRequest` |
//! | `user2Name` | user2 name | `user2_name` | `User2Name` | `user2Name` |
//! | `--` | | (refused) | | |
//!
//! A name is split at every character that is no ASCII letter or digit, and at case humps: between a lower-case letter
//! or a digit and an upper-case letter (`aB`), and before the last of several upper-case letters that a lower-case one
//! follows (`HTTPRequest`).

use crate::model::Names;

/// The longest name that code is made from. Inline types build their names on those of what they stand in, so that
/// without a limit a small file could ask for names of any length.
pub const LONGEST: usize = 200;

/// Why no name can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// There is no letter and no digit in it.
    Empty,
    /// A letter outside ASCII.
    NotAscii(char),
    /// The first character would be a digit.
    LeadingDigit,
    /// It has more than [`LONGEST`] bytes.
    TooLong,
}

impl NameError {
    /// Why, as the end of a sentence.
    pub fn reason(self) -> String {
        match self {
            NameError::Empty => "it has no letter from a to z".to_owned(),
            NameError::NotAscii(c) => format!("`{c}` is not an ASCII letter"),
            NameError::LeadingDigit => "it would begin with a digit".to_owned(),
            NameError::TooLong => format!("it is longer than {LONGEST} characters"),
        }
    }
}

/// The spellings of a name.
pub fn names(written: &str) -> Result<Names, NameError> {
    if written.len() > LONGEST {
        return Err(NameError::TooLong);
    }
    if !written.is_ascii()
        && let Some(letter) = written.chars().find(|c| !c.is_ascii() && c.is_alphanumeric())
    {
        return Err(NameError::NotAscii(letter));
    }
    let capacity = || String::with_capacity(written.len() + 4);
    let (mut snake, mut pascal, mut camel) = (capacity(), capacity(), capacity());
    // Other characters than ASCII are no letters and no digits here, and so are their bytes.
    let bytes = written.as_bytes();
    let mut in_word = false;
    for (at, byte) in bytes.iter().copied().enumerate() {
        if !byte.is_ascii_alphanumeric() {
            in_word = false;
            continue;
        }
        let begins = !in_word || is_hump(bytes, at);
        let is_first = snake.is_empty();
        if begins && !is_first {
            snake.push('_');
        }
        let lower = char::from(byte.to_ascii_lowercase());
        let upper = char::from(byte.to_ascii_uppercase());
        snake.push(lower);
        pascal.push(if begins { upper } else { lower });
        camel.push(if begins && !is_first { upper } else { lower });
        in_word = true;
    }
    match snake.bytes().next() {
        None => Err(NameError::Empty),
        Some(first) if first.is_ascii_digit() => Err(NameError::LeadingDigit),
        Some(_) => Ok(Names { snake, pascal, camel }),
    }
}

/// Whether an upper-case letter begins a word inside of letters and digits.
fn is_hump(bytes: &[u8], at: usize) -> bool {
    let Some(previous) = at.checked_sub(1).map(|at| bytes[at]) else { return false };
    let ends_acronym =
        previous.is_ascii_uppercase() && bytes.get(at + 1).is_some_and(|next| next.is_ascii_lowercase());
    bytes[at].is_ascii_uppercase()
        && (previous.is_ascii_lowercase() || previous.is_ascii_digit() || ends_acronym)
}

/// The name of a declared type: as written where that is UpperCamelCase already, so that `HTTPRequest` keeps the
/// spelling its author chose.
pub fn type_name(written: &str) -> Result<String, NameError> {
    let upper_camel = written.starts_with(|c: char| c.is_ascii_uppercase())
        && written.chars().all(|c| c.is_ascii_alphanumeric());
    if upper_camel && written.len() <= LONGEST {
        Ok(written.to_owned())
    } else {
        names(written).map(|names| names.pascal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_at_punctuation_and_humps() {
        for (written, snake, pascal, camel) in [
            ("join:room", "join_room", "JoinRoom", "joinRoom"),
            ("HTTPRequest", "http_request", "HttpRequest", "httpRequest"),
            ("createdAt", "created_at", "CreatedAt", "createdAt"),
            ("ping-me", "ping_me", "PingMe", "pingMe"),
            ("user2Name", "user2_name", "User2Name", "user2Name"),
            ("a__b", "a_b", "AB", "aB"),
            ("__x__", "x", "X", "x"),
            ("type", "type", "Type", "type"),
            ("X", "x", "X", "x"),
            ("ID", "id", "Id", "id"),
            ("userID", "user_id", "UserId", "userId"),
            ("🦀crab", "crab", "Crab", "crab"),
            ("a🦀B", "a_b", "AB", "aB"),
            ("a:1b2", "a_1b2", "A1b2", "a1b2"),
            ("ABCd1E", "ab_cd1_e", "AbCd1E", "abCd1E"),
        ] {
            let names = names(written).unwrap();
            assert_eq!((&*names.snake, &*names.pascal, &*names.camel), (snake, pascal, camel), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_a_name_is_refused() {
        assert_eq!(names("--"), Err(NameError::Empty));
        assert_eq!(names(""), Err(NameError::Empty));
        assert_eq!(names("2fa"), Err(NameError::LeadingDigit));
        assert_eq!(names(&"a".repeat(201)), Err(NameError::TooLong));
        assert_eq!(type_name(&"A".repeat(201)), Err(NameError::TooLong));
        assert!(names(&"a".repeat(200)).is_ok());
        assert_eq!(names("größe"), Err(NameError::NotAscii('ö')));
    }

    #[test]
    fn type_names_in_upper_camel_case_stay() {
        assert_eq!(type_name("HTTPRequest").unwrap(), "HTTPRequest");
        assert_eq!(type_name("user-profile").unwrap(), "UserProfile");
        assert_eq!(type_name("user").unwrap(), "User");
    }
}
