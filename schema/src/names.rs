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

/// Why no name can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameError {
    /// There is no letter and no digit in it.
    Empty,
    /// A letter outside ASCII.
    NotAscii(char),
    /// The first character would be a digit.
    LeadingDigit,
}

impl NameError {
    /// Why, as the end of a sentence.
    pub fn reason(self) -> String {
        match self {
            NameError::Empty => "it has no letter from a to z".to_owned(),
            NameError::NotAscii(c) => format!("`{c}` is no ASCII letter"),
            NameError::LeadingDigit => "it would begin with a digit".to_owned(),
        }
    }
}

/// The spellings of a name.
pub fn names(written: &str) -> Result<Names, NameError> {
    let words = words(written)?;
    let capitalised: Vec<String> = words.iter().map(|word| capitalise(word)).collect();
    let camel = words[0].clone() + &capitalised[1..].concat();
    Ok(Names { snake: words.join("_"), pascal: capitalised.concat(), camel })
}

/// The name of a declared type: as written where that is UpperCamelCase already, so that `HTTPRequest` keeps the
/// spelling its author chose.
pub fn type_name(written: &str) -> Result<String, NameError> {
    let upper_camel = written.starts_with(|c: char| c.is_ascii_uppercase())
        && written.chars().all(|c| c.is_ascii_alphanumeric());
    if upper_camel { Ok(written.to_owned()) } else { names(written).map(|names| names.pascal) }
}

fn words(written: &str) -> Result<Vec<String>, NameError> {
    if let Some(letter) = written.chars().find(|c| !c.is_ascii() && c.is_alphanumeric()) {
        return Err(NameError::NotAscii(letter));
    }
    let chars: Vec<char> = written.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            continue;
        }
        let previous = at.checked_sub(1).map(|at| chars[at]);
        let next = chars.get(at + 1);
        let after_small = previous.is_some_and(|p| p.is_ascii_lowercase() || p.is_ascii_digit());
        let ends_acronym =
            previous.is_some_and(|p| p.is_ascii_uppercase()) && next.is_some_and(|n| n.is_ascii_lowercase());
        if c.is_ascii_uppercase() && (after_small || ends_acronym) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        word.push(c.to_ascii_lowercase());
    }
    words.extend((!word.is_empty()).then_some(word));
    match words.first() {
        None => Err(NameError::Empty),
        Some(first) if first.starts_with(|c: char| c.is_ascii_digit()) => Err(NameError::LeadingDigit),
        Some(_) => Ok(words),
    }
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + chars.as_str())
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
        assert_eq!(names("größe"), Err(NameError::NotAscii('ö')));
    }

    #[test]
    fn type_names_in_upper_camel_case_stay() {
        assert_eq!(type_name("HTTPRequest").unwrap(), "HTTPRequest");
        assert_eq!(type_name("user-profile").unwrap(), "UserProfile");
        assert_eq!(type_name("user").unwrap(), "User");
    }
}
