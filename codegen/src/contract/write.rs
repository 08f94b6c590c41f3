//! JSON as the contract is written: what is null, false or empty is left out, and nothing in it harms a literal.

use serde_json::Value;

/// An object on its way out.
pub(super) struct Object<'o> {
    out: &'o mut String,
    /// What stands between its entries: with a line end where each has a line of its own.
    between: &'static str,
    is_empty: bool,
}

impl<'o> Object<'o> {
    /// Writes an object.
    pub(super) fn write(out: &'o mut String, fill: impl FnOnce(&mut Object<'_>)) {
        Self::spread(out, ",", fill);
    }

    /// Writes an object whose entries stand on lines of their own.
    pub(super) fn write_lines(out: &'o mut String, fill: impl FnOnce(&mut Object<'_>)) {
        Self::spread(out, ",\n", fill);
    }

    fn spread(out: &'o mut String, between: &'static str, fill: impl FnOnce(&mut Object<'_>)) {
        out.push('{');
        let mut object = Object { out, between, is_empty: true };
        fill(&mut object);
        object.out.push('}');
    }

    /// Writes an entry. Keys are this program's own.
    pub(super) fn with(&mut self, key: &str, write: impl FnOnce(&mut String)) {
        if !std::mem::replace(&mut self.is_empty, false) {
            self.out.push_str(self.between);
        }
        self.out.push('"');
        self.out.push_str(key);
        self.out.push_str("\":");
        write(self.out);
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.with(key, |out| text(out, value));
    }

    pub(super) fn number(&mut self, key: &str, value: u64) {
        self.with(key, |out| out.push_str(&value.to_string()));
    }

    /// `true`, or nothing.
    pub(super) fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.with(key, |out| out.push_str("true"));
        }
    }

    pub(super) fn some_text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    pub(super) fn some_number(&mut self, key: &str, value: Option<u64>) {
        if let Some(value) = value {
            self.number(key, value);
        }
    }

    /// A value of the schema's, in which nothing is left out. Null is one as well, since some types take it.
    pub(super) fn some_value(&mut self, key: &str, value: Option<&Value>) {
        if let Some(value) = value {
            self.with(key, |out| json(out, value));
        }
    }

    /// A list, empty ones too.
    pub(super) fn whole_list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        write: impl FnMut(&mut String, T),
    ) {
        self.with(key, |out| list(out, "", ",", items.into_iter(), write));
    }

    /// A list, unless it is empty.
    pub(super) fn list<T>(
        &mut self,
        key: &str,
        items: impl IntoIterator<Item = T>,
        write: impl FnMut(&mut String, T),
    ) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            let (before, between) = if self.between.len() > 1 { ("\n", ",\n") } else { ("", ",") };
            self.with(key, |out| list(out, before, between, items, write));
        }
    }
}

fn list<T>(
    out: &mut String,
    before: &str,
    between: &str,
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    out.push('[');
    out.push_str(before);
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        write(out, item);
    }
    out.push_str(before);
    out.push(']');
}

/// Any JSON, all of it.
pub(super) fn json(out: &mut String, value: &Value) {
    plain(out, &value.to_string());
}

pub(super) fn text(out: &mut String, text: &str) {
    let is_simple = text.bytes().all(|byte| (b' '..=b'~').contains(&byte) && !b"\"\\".contains(&byte));
    if is_simple {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        plain(out, &Value::from(text).to_string());
    }
}

/// JSON without characters that compilers refuse in literals, or that end a line for somebody: those that control
/// something, and those that are not shown.
fn plain(out: &mut String, json: &str) {
    for c in json.chars() {
        if c == ' ' || c.is_ascii_graphic() || c.is_alphanumeric() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str(&format!("\\u{unit:04x}"));
        }
    }
}
