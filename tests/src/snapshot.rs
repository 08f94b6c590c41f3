//! The text inside a snapshot of insta.

/// What stands behind the header, which is a YAML document of its own between two lines of dashes.
pub fn content(snapshot: &str) -> &str {
    let behind_header =
        snapshot.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map(|(_, text)| text);
    behind_header.unwrap_or(snapshot)
}
