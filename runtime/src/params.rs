//! The parameters in the path of a dynamic namespace, such as `/game/{id: DocId}`.
//!
//! A parameter stands in the path as JavaScript's `encodeURIComponent` writes it, so that whatever it holds is one segment
//! and no structure. A path that we would have written differently is refused: two paths for the same parameters would be
//! two namespaces whose sockets never meet.

use serde::de::IntoDeserializer as _;
use serde_json::{Map, Value};

use crate::payload::{Codec as _, Cx, Payload, Violation, ViolationKind};
use crate::room::{escape, split};
use crate::wire::{self, Sending};

/// The parameters of a namespace's path: `()`, or the struct that the generated code makes of them.
pub trait PathParams: Sized + Send + Sync + 'static {
    /// The parameters in a path that was made of this template.
    fn parse(path: &str, template: &[&str]) -> Result<Self, Violation>;

    /// The path with these parameters; the violation if they break their own schema.
    fn path(&self, template: &[&str]) -> Result<String, Violation>;
}

impl PathParams for () {
    fn parse(_: &str, _: &[&str]) -> Result<(), Violation> {
        Ok(())
    }

    fn path(&self, template: &[&str]) -> Result<String, Violation> {
        Ok(template.concat())
    }
}

impl<P: Payload> PathParams for P {
    fn parse(path: &str, template: &[&str]) -> Result<P, Violation> {
        let mut texts = vec![String::new(); P::FIELDS.len()];
        split(path, template, &mut texts, is_plain_in_path).ok_or_else(no_such_path)?;
        let mut fields: Map<String, Value> = P::FIELDS
            .iter()
            .map(|name| (*name).to_owned())
            .zip(texts.into_iter().map(Value::String))
            .collect();
        // In a path everything is text; what is a number to its codec is read again as one.
        loop {
            let violation = match decode::<P>(&fields) {
                Ok(params) if params.path(template).as_deref() == Ok(path) => return Ok(params),
                Ok(_) => return Err(no_such_path()),
                Err(violation) => violation,
            };
            let is_wrong = |name: &&'static str| {
                violation.kind == ViolationKind::WrongType && violation.path == Violation::path_of(name)
            };
            let field = P::FIELDS.iter().copied().find(is_wrong).and_then(|name| fields.get_mut(name));
            let number = field.as_deref().and_then(|field| field.as_str()?.parse::<i64>().ok());
            match (field, number) {
                (Some(field), Some(number)) => *field = number.into(),
                _ => return Err(violation),
            }
        }
    }

    fn path(&self, template: &[&str]) -> Result<String, Violation> {
        let sending = Sending::<P>::new(self);
        let Ok(Value::Object(fields)) = serde_json::to_value(&sending) else {
            return Err(sending.into_violation().unwrap_or_else(wire::malformed));
        };
        let mut path = String::new();
        for (index, literal) in template.iter().enumerate() {
            path.push_str(literal);
            let following = template.get(index + 1).and_then(|literal| literal.chars().next());
            match P::FIELDS.get(index).and_then(|name| fields.get(*name)) {
                None => {}
                Some(Value::String(text)) => escape(text, following, &mut path, is_plain_in_path),
                Some(other) => escape(&other.to_string(), following, &mut path, is_plain_in_path),
            }
        }
        Ok(path)
    }
}

fn decode<P: Payload>(fields: &Map<String, Value>) -> Result<P, Violation> {
    let cx = Cx::new();
    P::decode(fields.into_deserializer(), &cx).map_err(|_| cx.into_violation())
}

fn no_such_path() -> Violation {
    Violation::new(ViolationKind::Format, "no path of this namespace")
}

/// What `encodeURIComponent` leaves as it is.
fn is_plain_in_path(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_.!~*'()".contains(character)
}

/// The pattern under which the engine's router finds such paths: it knows one parameter in a segment, and what stands in
/// it is looked at here.
pub(crate) fn pattern(template: &[&str]) -> String {
    // No schema can have this character in a path.
    const PARAMETER: char = '\0';
    let path = template.join("\0");
    let segments = path.split('/').enumerate().map(|(index, segment)| match segment.split_once(PARAMETER) {
        None => literal(segment),
        Some((before, rest)) => {
            let after = rest.rsplit_once(PARAMETER).map_or(rest, |(_, after)| after);
            format!("{}{{p{index}}}{}", literal(before), literal(after))
        }
    });
    segments.collect::<Vec<_>>().join("/")
}

fn literal(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_router_sees_one_parameter_in_a_segment() {
        assert_eq!(pattern(&["/game/", ""]), "/game/{p2}");
        assert_eq!(pattern(&["/game-", ""]), "/game-{p1}");
        assert_eq!(pattern(&["/a/", "/b/", "-", ".x"]), "/a/{p2}/b/{p4}.x");
        assert_eq!(pattern(&["/{a}/", ""]), "/{{a}}/{p2}");
    }
}
