//! One change to a value that fits: most make one that does not.

use super::tree::{Tree, quoted};
use sockgen_tests::values::BYTES;

/// Numbers in an order that a seed decides.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let next = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d);
        usize::try_from(next >> 33).unwrap_or(0) % end.max(1)
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

/// Values of every kind, and the edges of each.
const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "[]",
    "{}",
    "[null]",
    "[1]",
    "{\"a\":1}",
    "\"\"",
    "\"a\"",
    "\"ab\"",
    // Numbers, and how they can be spelled.
    "0",
    "-0",
    "-0.0",
    "1",
    "-1",
    "1.0",
    "1e0",
    "1.5",
    "-1.5",
    "0.1",
    "1e2",
    "1E+2",
    "2",
    "3",
    "9",
    "10",
    "11",
    "50",
    "100",
    "127",
    "128",
    "-128",
    "-129",
    "200",
    "201",
    "255",
    "256",
    "32767",
    "32768",
    "-32768",
    "-32769",
    "65535",
    "65536",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "4294967295",
    "4294967296",
    "4294967295.5",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740991",
    "-9007199254740992",
    "9007199254740991.4",
    "18446744073709551615",
    "18446744073709551616",
    "1e15",
    "1e16",
    "1e19",
    "1e300",
    "1e308",
    "-1e308",
    "1e309",
    "1e400",
    "-1e400",
    "3.4028234663852886e38",
    "3.4028235677973366e38",
    "3.5e38",
    "1e-400",
    "0.30000000000000004",
    "-0.5",
    "-0.50000001",
    "-0.4999999999",
    "-1.50000001",
    "1.0000000001",
    "0.1000000014901161",
    "123456789012345678901234567890",
    // Integers as texts.
    "\"0\"",
    "\"-0\"",
    "\"00\"",
    "\"01\"",
    "\"+1\"",
    "\" 1\"",
    "\"1 \"",
    "\"1.0\"",
    "\"1e3\"",
    "\"-1\"",
    "\"-01\"",
    "\"-\"",
    "\"18446744073709551614\"",
    "\"18446744073709551615\"",
    "\"18446744073709551616\"",
    "\"99999999999999999999\"",
    "\"100000000000000000000\"",
    "\"9223372036854775807\"",
    "\"9223372036854775808\"",
    "\"-9223372036854775808\"",
    "\"-9223372036854775809\"",
    "\"123\"",
    "\"1_000\"",
    "\"0x10\"",
    "\"\u{0661}\"",
    "\"1\\n\"",
    // Days and moments.
    "\"2024-02-29\"",
    "\"2023-02-29\"",
    "\"1900-02-29\"",
    "\"2000-02-29\"",
    "\"0000-02-29\"",
    "\"2024-02-30\"",
    "\"2024-04-31\"",
    "\"2024-06-30\"",
    "\"2024-09-31\"",
    "\"2024-11-31\"",
    "\"2024-12-31\"",
    "\"2024-12-32\"",
    "\"2024-00-01\"",
    "\"2024-13-01\"",
    "\"2024-01-00\"",
    "\"2024-1-01\"",
    "\"+2024-01-01\"",
    "\"-001-01-01\"",
    "\"10000-01-01\"",
    "\"2024-01-01 \"",
    "\"2024-01-01\\n\"",
    "\"2024-01-01T\"",
    "\"2024-01-31T12:00:00Z\"",
    "\"2024-01-31t12:00:00z\"",
    "\"2024-01-31 12:00:00Z\"",
    "\"2024-01-31T12:00:00\"",
    "\"2024-01-31T24:00:00Z\"",
    "\"2024-01-31T23:59:60Z\"",
    "\"2024-01-31T23:60:00Z\"",
    "\"2024-01-31T12:00Z\"",
    "\"2024-01-31T12:00:00.Z\"",
    "\"2024-01-31T12:00:00.1Z\"",
    "\"2024-01-31T12:00:00.123456789123Z\"",
    "\"2024-01-31T12:00:00,5Z\"",
    "\"2024-01-31T12:00:00+05:30\"",
    "\"2024-01-31T12:00:00-23:59\"",
    "\"2024-01-31T12:00:00+24:00\"",
    "\"2024-01-31T12:00:00+05:60\"",
    "\"2024-01-31T12:00:00+0530\"",
    "\"2024-01-31T12:00:00\u{2212}05:30\"",
    "\"2024-01-31T12:00:00-00:00\"",
    "\"2023-02-29T12:00:00Z\"",
    "\"0000-01-01T00:00:00Z\"",
    "\"0000-01-01T00:00:00+00:01\"",
    "\"0000-01-01T00:00:59.9-00:01\"",
    "\"0000-01-01T12:30:00+12:30\"",
    "\"0000-01-01T12:29:00+12:30\"",
    "\"0000-01-02T00:00:00+23:59\"",
    "\"9999-12-31T23:59:59.999Z\"",
    "\"9999-12-31T23:59:59-00:01\"",
    "\"9999-12-31T23:59:00+00:01\"",
    "\"9999-12-31T00:00:00-23:59\"",
    "\"9999-12-31T00:01:00-23:59\"",
    "\"9999-12-30T23:59:59-23:59\"",
    // UUIDs.
    "\"5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce\"",
    "\"5976177B-3C24-4BB0-A4C6-0C0F0FF1D1CE\"",
    "\"5976177b3c244bb0a4c60c0f0ff1d1ce\"",
    "\"{5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce}\"",
    "\"urn:uuid:5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce\"",
    "\"5976177b-3c24-4bb0-a4c6-0c0f0ff1d1cg\"",
    "\"5976177b-3c244-bb0-a4c6-0c0f0ff1d1ce\"",
    "\"00000000-0000-0000-0000-000000000000\"",
    // Texts of several lengths, in characters, UTF-16 units and bytes, and such as cannot be sent.
    "\"\u{1f600}\"",
    "\"\u{1f600}\u{1f600}\"",
    "\"\u{1f600}\u{1f600}\u{1f600}\"",
    "\"\u{1f600}\u{1f600}\u{1f600}\u{1f600}\"",
    "\"abcdefgh\"",
    "\"abcdefghi\"",
    "\"e\u{301}\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\"",
    "\"\\udc00a\"",
    "\"a\\ud83d\"",
    "\"\\ude00\\ud83d\"",
    "\"\\u0000\"",
    "\"doc-1\"",
    "\"doc_1\"",
    "\"Doc\"",
    "\"a\\n\"",
    "\"__proto__\"",
    "\"constructor\"",
    "\"toString\"",
    "\"red\"",
    "\"Red\"",
    "\"dark\"",
    "\"insert\"",
    "\"noop\"",
    "\"waiting\"",
    "\"12.50 EUR\"",
    // Bytes of several lengths, and what is none.
    "{\"$bytes\":\"\"}",
    "{\"$bytes\":\"00\"}",
    "{\"$bytes\":\"00ff00\"}",
    "{\"$bytes\":\"00ff00ff\"}",
    "{\"$bytes\":\"000102030405060708\"}",
    "{\"$bytes\":\"000102030405060708090a0b0c0d0e0f10\"}",
    "[{\"$bytes\":\"00\"}]",
    "{\"_placeholder\":true,\"num\":0}",
    "{\"a\":{\"_placeholder\":1}}",
    "{\"a\":[1,{\"b\":\"\\ud800\"}]}",
    "[[[1e400]]]",
];

/// Keys that mean something to somebody.
const KEYS: &[&str] = &[
    "extra",
    "__proto__",
    "constructor",
    "toString",
    "_placeholder",
    "$sockgen",
    "",
    "kind",
    "name",
    "data",
];

/// A value that differs in one place; `values` are more values to put there.
pub fn mutated(tree: &Tree, values: &[Tree], random: &mut Random) -> Tree {
    let mut tree = tree.clone();
    let place = random.below(tree.size());
    if random.below(2) == 0 {
        shuffle(&mut tree, random);
    }
    let Some(found) = tree.at(place) else { return tree };
    let key_at = |entries: &[(String, Tree)], random: &mut Random| random.below(entries.len());
    match (found, random.below(10)) {
        (Tree::Object(entries), 0 | 1) if !entries.is_empty() => {
            entries.remove(key_at(entries, random));
        }
        (Tree::Object(entries), 2) => {
            let value = Tree::text(*random.pick(&["1", "null", "\"a\"", "{}"]));
            let at = random.below(entries.len() + 1);
            entries.insert(at, (quoted(random.pick::<&str>(KEYS)), value));
        }
        (Tree::Object(entries), 3) if !entries.is_empty() => {
            let twice = entries[key_at(entries, random)].clone();
            let at = random.below(entries.len() + 1);
            entries.insert(at, twice);
        }
        (Tree::Object(entries), 4) if !entries.is_empty() => {
            let at = key_at(entries, random);
            entries[at].1 = Tree::text("null");
        }
        (Tree::Object(entries), 5) if entries.len() > 1 => {
            // Two places at once: which one is told?
            for _ in 0..2 {
                let at = key_at(entries, random);
                entries[at].1 = value(random);
            }
        }
        (Tree::Array(items), 0 | 1) if !items.is_empty() => {
            items.remove(random.below(items.len()));
        }
        (Tree::Array(items), 2 | 3) if !items.is_empty() => {
            let more = items[random.below(items.len())].clone();
            let count = *random.pick(&[1, 1, 2, 20, 101]);
            items.extend(std::iter::repeat_n(more, count));
        }
        (Tree::Array(items), 4) => items.push(value(random)),
        (Tree::Text(text), 0..3) if text.starts_with('"') => *text = longer(text, random),
        (found, 9) => *found = nested(random.below(140), found.clone()),
        (found, 8) if !values.is_empty() => *found = random.pick(values).clone(),
        (found, _) => *found = value(random),
    }
    tree
}

fn value(random: &mut Random) -> Tree {
    let text = *random.pick(VALUES);
    match sockgen::serde_json::from_str::<sockgen::serde_json::Value>(text) {
        Ok(value) if text.contains(BYTES) => Tree::from(&value),
        // As it is spelled.
        _ => Tree::text(text),
    }
}

/// A text with as many characters as bounds in schemas have, one less and one more.
fn longer(text: &str, random: &mut Random) -> String {
    let count = *random
        .pick(&[0, 1, 2, 3, 4, 5, 7, 8, 9, 29, 30, 31, 39, 40, 41, 63, 64, 65, 79, 80, 81, 199, 200, 201]);
    let with = *random.pick(&["a", "b", "-", "\u{e9}", "\u{1f600}", "\u{ffff}"]);
    match random.below(3) {
        0 => text.to_owned().replacen('"', &format!("\"{with}"), 1),
        1 => quoted(&with.repeat(count)),
        _ => quoted(&format!("{}{}", "a".repeat(count / 2), with.repeat(count - count / 2))),
    }
}

/// A value inside so many lists or objects.
fn nested(depth: usize, inner: Tree) -> Tree {
    (0..depth).fold(inner, |inner, at| match at % 2 {
        0 => Tree::Array(vec![inner]),
        _ => Tree::Object(vec![(quoted("more"), inner)]),
    })
}

fn shuffle(tree: &mut Tree, random: &mut Random) {
    match tree {
        Tree::Text(_) => {}
        Tree::Array(items) => items.iter_mut().for_each(|item| shuffle(item, random)),
        Tree::Object(entries) => {
            for at in (1..entries.len()).rev() {
                entries.swap(at, random.below(at + 1));
            }
            entries.iter_mut().for_each(|(_, value)| shuffle(value, random));
        }
    }
}
