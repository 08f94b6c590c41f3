//! Which characters text in a schema may hold.

/// Whether a character hides or turns around what stands beside it: control characters other than line breaks and
/// tabs, and the marks that change the direction of text (the "Trojan Source" characters).
pub fn is_hostile(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
