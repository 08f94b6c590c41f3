//! Scripts in `package.json`, which stays as its author wrote it otherwise.

use jsonc_parser::ParseOptions;
use jsonc_parser::cst::{CstInputValue, CstRootNode};

/// The scripts: their names, and what they run.
pub(super) const SCRIPTS: &[(&str, &str)] =
    &[("sockgen", "sockgen generate"), ("sockgen:check", "sockgen generate --check")];

/// A `package.json` with our scripts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Scripted {
    pub(super) text: String,
    /// The scripts that were added.
    pub(super) added: Vec<&'static str>,
    /// Those that run something else already.
    pub(super) others: Vec<&'static str>,
}

/// Adds the scripts that are not there. Why nothing can be added is one sentence.
pub(super) fn with_scripts(text: &str) -> Result<Scripted, String> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let package: serde_json::Value =
        serde_json::from_str(bare).map_err(|error| format!("it is no JSON: {error}"))?;
    if !package.is_object() || !package.get("scripts").is_none_or(serde_json::Value::is_object) {
        return Err("its scripts are no object".to_owned());
    }
    let options =
        ParseOptions { allow_comments: false, allow_trailing_commas: false, ..ParseOptions::default() };
    let root = CstRootNode::parse(bare, &options).map_err(|error| format!("it is no JSON: {error}"))?;
    let (mut added, mut others) = (Vec::new(), Vec::new());
    for (name, command) in SCRIPTS {
        match package["scripts"].get(name) {
            None => added.push((*name, *command)),
            Some(there) if there == command => {}
            Some(_) => others.push(*name),
        }
    }
    if !added.is_empty() {
        let scripts = root.object_value_or_set().object_value_or_set("scripts");
        for (name, command) in &added {
            scripts.append(name, CstInputValue::String((*command).to_owned()));
        }
    }
    let text = format!("{}{root}", &text[..text.len() - bare.len()]);
    let added = added.into_iter().map(|(name, _)| name).collect();
    Ok(Scripted { text, added, others })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str) {
        let scripted = with_scripts(before).unwrap();
        assert_eq!(scripted.text, after);
        // A second time changes nothing.
        let again = with_scripts(after).unwrap();
        assert_eq!((again.text.as_str(), again.added.len()), (after, 0));
    }

    #[test]
    fn scripts_come_behind_those_that_are_there() {
        check(
            "{\n  \"name\": \"a\",\n  \"scripts\": {\n    \"dev\": \"next\"\n  },\n  \"z\": 1.50\n}\n",
            "{\n  \"name\": \"a\",\n  \"scripts\": {\n    \"dev\": \"next\",\n    \"sockgen\": \"sockgen generate\",\n    \
             \"sockgen:check\": \"sockgen generate --check\"\n  },\n  \"z\": 1.50\n}\n",
        );
    }

    #[test]
    fn indentation_and_line_ends_stay() {
        check(
            "{\r\n\t\"scripts\": {\r\n\t\t\"dev\": \"next\"\r\n\t}\r\n}",
            "{\r\n\t\"scripts\": {\r\n\t\t\"dev\": \"next\",\r\n\t\t\"sockgen\": \"sockgen generate\",\r\n\t\t\
             \"sockgen:check\": \"sockgen generate --check\"\r\n\t}\r\n}",
        );
        check(
            "{\n    \"name\": \"a\"\n}\n",
            "{\n    \"name\": \"a\",\n    \"scripts\": {\n        \"sockgen\": \"sockgen generate\",\n        \
             \"sockgen:check\": \"sockgen generate --check\"\n    }\n}\n",
        );
    }

    #[test]
    fn scripts_of_other_meaning_stay() {
        let text = "{ \"scripts\": { \"sockgen\": \"echo mine\" } }";
        let scripted = with_scripts(text).unwrap();
        assert!(scripted.text.contains("\"sockgen\": \"echo mine\""), "{}", scripted.text);
        assert_eq!((scripted.added, scripted.others), (vec!["sockgen:check"], vec!["sockgen"]));
        assert!(with_scripts("{ \"scripts\": [] }").is_err());
        assert!(with_scripts("{ // no\n}").is_err());
        assert!(with_scripts("[]").is_err());
        assert_eq!(with_scripts("\u{feff}{}").unwrap().text.chars().next(), Some('\u{feff}'));
    }
}
