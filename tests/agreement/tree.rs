//! JSON as text has it: keys in an order, perhaps twice, and numbers and strings as they are spelled.

use serde_json::Value;
use sockgen_tests::values::BYTES;

/// A value, of which the small parts are text.
#[derive(Clone, Debug)]
pub enum Tree {
    /// `1e400`, `"\ud800"`, `null`.
    Text(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl From<&Value> for Tree {
    fn from(value: &Value) -> Self {
        match value {
            Value::Array(items) => Tree::Array(items.iter().map(Tree::from).collect()),
            Value::Object(entries) => {
                let entry = |(key, value): (&String, &Value)| (quoted(key), Tree::from(value));
                Tree::Object(entries.iter().map(entry).collect())
            }
            plain => Tree::Text(plain.to_string()),
        }
    }
}

impl Tree {
    pub fn text(text: impl Into<String>) -> Self {
        Tree::Text(text.into())
    }

    /// As JSON, with bytes as [`BYTES`] has them.
    pub fn print(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, &mut None);
        out
    }

    /// As Socket.IO sends it: a placeholder for each piece of binary data, and the data beside it.
    pub fn sent(&self) -> (String, Vec<Vec<u8>>) {
        let (mut out, mut attachments) = (String::new(), Some(Vec::new()));
        self.write(&mut out, &mut attachments);
        (out, attachments.unwrap_or_default())
    }

    fn write(&self, out: &mut String, attachments: &mut Option<Vec<Vec<u8>>>) {
        if let (Some(bytes), Some(attachments)) = (self.bytes(), attachments.as_mut()) {
            out.push_str(&format!("{{\"_placeholder\":true,\"num\":{}}}", attachments.len()));
            attachments.push(bytes);
            return;
        }
        match self {
            Tree::Text(text) => out.push_str(text),
            Tree::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.write(out, attachments);
                }
                out.push(']');
            }
            Tree::Object(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.extend([if at > 0 { "," } else { "" }, key, ":"]);
                    value.write(out, attachments);
                }
                out.push('}');
            }
        }
    }

    /// What `{"$bytes":"00ff"}` stands for.
    fn bytes(&self) -> Option<Vec<u8>> {
        let Tree::Object(entries) = self else { return None };
        let [(key, Tree::Text(text))] = entries.as_slice() else { return None };
        let hex = text.strip_prefix('"')?.strip_suffix('"')?;
        if *key != quoted(BYTES) || hex.len() % 2 != 0 {
            return None;
        }
        let digits: Option<Vec<u32>> = hex.chars().map(|digit| digit.to_digit(16)).collect();
        digits?.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
    }

    /// What JavaScript makes of objects: of a key that stands twice the last value, at the place of the first, and before
    /// all other keys those that look like the index of an array.
    pub fn as_javascript_has_it(&self) -> Self {
        match self {
            Tree::Text(_) => self.clone(),
            Tree::Array(items) => Tree::Array(items.iter().map(Tree::as_javascript_has_it).collect()),
            Tree::Object(entries) => {
                let mut kept: Vec<(String, Tree)> = Vec::new();
                for (key, value) in entries {
                    let value = value.as_javascript_has_it();
                    match kept.iter_mut().find(|(known, _)| known == key) {
                        Some((_, known)) => *known = value,
                        None => kept.push((key.clone(), value)),
                    }
                }
                kept.sort_by_key(|(key, _)| index(key).unwrap_or(u32::MAX));
                Tree::Object(kept)
            }
        }
    }

    /// How many values there are in this one, itself among them. Bytes are one.
    pub fn size(&self) -> usize {
        match self {
            _ if self.bytes().is_some() => 1,
            Tree::Text(_) => 1,
            Tree::Array(items) => 1 + items.iter().map(Tree::size).sum::<usize>(),
            Tree::Object(entries) => 1 + entries.iter().map(|(_, value)| value.size()).sum::<usize>(),
        }
    }

    /// The value of this number, counted from the outside.
    pub fn at(&mut self, number: usize) -> Option<&mut Tree> {
        fn find<'t>(tree: &'t mut Tree, left: &mut usize) -> Option<&'t mut Tree> {
            if *left == 0 {
                return Some(tree);
            }
            *left -= 1;
            if tree.bytes().is_some() {
                return None;
            }
            match tree {
                Tree::Text(_) => None,
                Tree::Array(items) => items.iter_mut().find_map(|item| find(item, left)),
                Tree::Object(entries) => entries.iter_mut().find_map(|(_, value)| find(value, left)),
            }
        }
        find(self, &mut { number })
    }
}

/// The index of an array that a key looks like.
fn index(key: &str) -> Option<u32> {
    let digits = key.trim_matches('"');
    let index: u32 = digits.parse().ok()?;
    (index < u32::MAX && index.to_string() == digits).then_some(index)
}

/// A text as JSON.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
