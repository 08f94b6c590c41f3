//! Which characters text in a schema may hold.

/// The first character of a text that [hides or turns around](is_hostile) something.
pub fn hostile(text: &str) -> Option<char> {
    // Nearly all text is plain, and bytes are looked at faster than characters.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return None;
    }
    text.chars().find(|c| is_hostile(*c))
}

/// Whether a character hides or turns around what stands beside it: control characters other than line breaks and
/// tabs, and the marks that change the direction of text (the "Trojan Source" characters).
pub fn is_hostile(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text of a schema as a message shows it: cut to a length that the message can hold, without what hides.
pub fn shown(text: &str) -> String {
    let hidden = |c: char| c.is_control() || is_hostile(c);
    let cut: String = text.chars().map(|c| if hidden(c) { '�' } else { c }).take(80).collect();
    if cut.chars().count() < text.chars().count() { cut + "…" } else { cut }
}
