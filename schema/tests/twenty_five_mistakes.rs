//! One file with twenty-five mistakes: one run finds them all, each at its place, and what the helps say mends them.

use sockgen_schema::diagnostic::{Severity, short};
use sockgen_schema::load_text;

const SCHEMA: &str = r#"sockgen: 1
name: Shop
version: 1.0
descripton: A shop.
auth:
  token: strng
types:
  Cart:
    fields:
      id: uid
      items: Item[](1..20)
      total: number
      note?: { type: string, maxLength: 200 }
  Item: { fields: { sku: string(8..=4), count: u8(..=300) } }
  Node: { fields: { value: int, next: Node } }
  Color: { enum: [red, red] }
  Shape: { tag: kind, union: { circle: string, square: { side: f64 } } }
  Value: { union: [string, uuid] }
  Slug: { type: string, pattern: "^\\d+$" }
  Size: { fields: { width: { type: u8, default: wide } } }
clientToServer:
  cart:add: { data: { sku: string }, acknowledge: none }
  cart-add: { data: { sku: string } }
  cart:drop: { data: { sku: string }, error: string }
  connect: { data: { id: string } }
  pay: { data: { cart: Cart }, ack: none, rate: fast }
  ship: { args: [{ to?: string }, { id: uuid }] }
serverToClient:
  sold: { data: Item, to: lobi }
  priced: { data: Item, maxBytes: 100 }
rooms:
  lobby: "{id: string}"
  hall: "hall:{id: json}"
"#;

/// The mistakes in the order of their places: code, line, column, and what their help says to write.
#[rustfmt::skip]
const MISTAKES: &[(&str, usize, usize, &str, &str)] = &[
    ("SG0103", 3, 10, "version: 1.0\n", "version: 1.0.0\n"),
    ("SG0101", 4, 1, r#"descripton: A shop."#, r#"doc: A shop."#),
    ("SG0201", 6, 10, r#"token: strng"#, r#"token: string"#),
    ("SG0201", 10, 11, "id: uid\n", "id: uuid\n"),
    ("SG0203", 11, 20, r#"Item[](1..20)"#, r#"Item[](1..=20)"#),
    ("SG0201", 12, 14, r#"total: number"#, r#"total: f64"#),
    ("SG0101", 13, 30, r#"maxLength: 200"#, r#"max: 200"#),
    ("SG0204", 14, 32, r#"string(8..=4)"#, r#"string(4..=8)"#),
    ("SG0204", 14, 54, r#"u8(..=300)"#, r#"u8(..=255)"#),
    ("SG0206", 15, 3, r#"next: Node"#, r#"next: Node | null"#),
    ("SG0207", 16, 24, r#"enum: [red, red]"#, r#"enum: [red]"#),
    ("SG0209", 17, 32, r#"{ tag: kind, union: { circle"#, r#"{ tag: kind, content: data, union: { circle"#),
    ("SG0209", 18, 28, r#"union: [string, uuid]"#, r#"union: [string]"#),
    ("SG0211", 19, 36, r#""^\\d+$""#, r#""^[0-9]+$""#),
    ("SG0210", 20, 49, r#"default: wide"#, r#"default: 8"#),
    ("SG0101", 22, 38, r#"acknowledge: none"#, r#"ack: none"#),
    ("SG0303", 23, 3, r#"cart-add: { data"#, r#"cart-add: { name: cart_add_2, data"#),
    ("SG0401", 24, 39, r#"error: string }"#, r#"ack: none, error: string }"#),
    ("SG0302", 25, 3, r#"  connect: {"#, r#"  app:connect: {"#),
    ("SG0404", 26, 49, r#"rate: fast"#, r#"rate: 20/s"#),
    ("SG0405", 27, 37, r#"[{ to?: string }, { id: uuid }]"#, r#"[{ id: uuid }, { to?: string }]"#),
    ("SG0403", 29, 27, r#"to: lobi"#, r#"to: lobby"#),
    ("SG0402", 30, 25, r#", maxBytes: 100"#, r#""#),
    ("SG0501", 32, 11, r#""{id: string}""#, r#""lobby:{id: string}""#),
    ("SG0501", 33, 20, r#"{id: json}"#, r#"{id: uuid}"#),
];

#[test]
fn every_mistake_is_found_in_one_run() {
    let loaded = load_text(SCHEMA, "shop.sockgen.yaml");
    let found: Vec<_> = loaded
        .diagnostics
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| {
            let place = loaded.sources.get(finding.span.file).line_column(finding.span.start as usize);
            assert!(finding.help.is_some(), "{}: no help", finding.message);
            (finding.code.as_str(), place.line, place.column)
        })
        .collect();
    let expected: Vec<_> = MISTAKES.iter().map(|(code, line, column, ..)| (*code, *line, *column)).collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 25);
}

#[test]
fn what_the_helps_say_mends_them() {
    let mut text = SCHEMA.to_owned();
    for (at, (_, _, _, wrong, right)) in MISTAKES.iter().enumerate() {
        assert_eq!(text.matches(wrong).count(), 1, "{wrong}");
        text = text.replace(wrong, right);
        let left = load_text(&text, "shop.sockgen.yaml");
        let errors = left.diagnostics.iter().filter(|finding| finding.severity == Severity::Error).count();
        assert_eq!(
            errors,
            MISTAKES.len() - at - 1,
            "after {right}:\n{}",
            short(&left.sources, &left.diagnostics)
        );
    }
}
