//! The code of validators and of acks that the explorer's page runs: the same text as in generated files, all of it, for
//! a contract that is known when the page is opened.

use super::{Printer, validators};
use crate::files::Files;
use serde::Serialize;
use serde_json::json;

/// What stands in a client above the code of acks.
const ACK_TYPES: &str = r#"/** What a request came to. */
export type Outcome =
  | { ok: true; data: unknown; error?: undefined; fault?: undefined }
  | { ok: false; error: unknown; fault?: undefined }
  | { ok: false; fault: RequestFault; error?: undefined };

/** Why a request has neither data nor a declared error. */
export interface RequestFault {
  code: string;
  message: string;
  path?: string;
}

/** How answers are written. */
export interface AckStyle {
  /** `undefined` for what is none. */
  read: (response: unknown[], marks: Marks) => Outcome | undefined;
  /** `undefined` where the style has no way to say it. */
  write: (outcome: Outcome) => unknown[] | undefined;
}
"#;

/// The two files that `codegen/explorer/page/src/generated` holds.
///
/// # Panics
///
/// Never: the tests of this crate print them.
#[must_use]
pub fn page_files() -> Files {
    let head = "// @generated from the templates of sockgen. Do not edit; `codegen/tests/checked_in.rs` says how.\n\n";
    let (view, names) = validators::all();
    let schemas = print("validators", &view);
    let schemas = schemas.split_once("\n\n").map_or("", |(_, code)| code.trim());
    let acks = json!({
        "standard": true, "raw": true, "styles": true, "asks": true, "kinds": true, "keys": true,
        "places": ["data", "error", "fault", "code", "message"],
    });
    let acks = print("acks", &acks);
    let export = |names: &[&str]| format!("\nexport {{\n  {},\n}};\n", names.join(",\n  "));
    let mut files = Files::default();
    files.push("schemas.ts".to_owned(), format!("{head}{schemas}\n{}", export(&names)));
    let places = [
        "$code", "$data", "$error", "$fault", "$message", "ACKS", "Place", "Spread", "hasKeys", "kindOf",
        "raw", "style",
    ];
    let types = "export type { Marks, Shape, Slot };\n";
    let acks = acks.trim();
    files.push("acks.ts".to_owned(), format!("{head}{ACK_TYPES}\n{acks}\n{}{types}", export(&places)));
    files
}

fn print(template: &str, view: &impl Serialize) -> String {
    let printed = Printer::default().print(template, view);
    printed.expect("our templates read nothing that these views do not have")
}
