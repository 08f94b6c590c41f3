//! YAML as editors read it: what stands without quotes may be a number, a truth value or null.

use granit_parser::{Event, Parser, ScalarStyle, StrInput};
use serde_json::{Map, Value};

/// The one value of a text that is YAML.
pub fn to_json(text: &str) -> Value {
    let mut parser = Parser::new_from_str(text);
    loop {
        match next(&mut parser) {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd => return Value::Null,
            event => return node(event, &mut parser),
        }
    }
}

fn next<'t>(parser: &mut Parser<'t, StrInput<'t>>) -> Event<'t> {
    loop {
        match parser.next_event().expect("an event").expect("YAML").0 {
            Event::Comment(..) => {}
            event => return event,
        }
    }
}

fn node<'t>(event: Event<'t>, parser: &mut Parser<'t, StrInput<'t>>) -> Value {
    match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) => plain(&text),
        Event::Scalar(text, ..) => text.into_owned().into(),
        Event::SequenceStart(..) => {
            let mut items = Vec::new();
            loop {
                match next(parser) {
                    Event::SequenceEnd => return items.into(),
                    event => items.push(node(event, parser)),
                }
            }
        }
        Event::MappingStart(..) => {
            let mut map = Map::new();
            loop {
                let key = match next(parser) {
                    Event::MappingEnd => return map.into(),
                    Event::Scalar(text, ..) => text.into_owned(),
                    other => panic!("a key that is {other:?}"),
                };
                let value = next(parser);
                map.insert(key, node(value, parser));
            }
        }
        other => panic!("{other:?} in a schema"),
    }
}

fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        text if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => match text.parse::<f64>() {
            Ok(_) => serde_json::from_str(text).unwrap_or_else(|_| text.parse::<f64>().unwrap_or(0.0).into()),
            Err(_) => text.into(),
        },
        text => text.into(),
    }
}
