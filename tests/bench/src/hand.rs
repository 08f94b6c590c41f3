//! What an application by hand writes once: its two kinds of answers, and the check of a text's length.

use serde::Serialize;
use sockgen::socketioxide::extract::AckSender;

#[derive(Serialize)]
struct Good<T> {
    ok: bool,
    data: T,
}

#[derive(Serialize)]
struct Bad {
    ok: bool,
    fault: Fault,
}

#[derive(Serialize)]
struct Fault {
    code: &'static str,
    message: &'static str,
}

/// The answer of a handler that went well.
pub fn answer<T: Serialize>(ack: AckSender, data: T) {
    if let Err(error) = ack.send(&Good { ok: true, data }) {
        eprintln!("an ack was lost: {error}");
    }
}

/// The answer to a payload that does not fit.
pub fn invalid(ack: AckSender) {
    let fault = Fault { code: "invalid_payload", message: "the payload does not fit" };
    if let Err(error) = ack.send(&Bad { ok: false, fault }) {
        eprintln!("an ack was lost: {error}");
    }
}

/// Whether a text has 1 to `max` characters.
pub fn fits(text: &str, max: usize) -> bool {
    !text.is_empty() && (text.len() <= max || text.chars().count() <= max)
}
