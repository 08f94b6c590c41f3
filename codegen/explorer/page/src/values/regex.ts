// A pattern of the schema as a regular expression, with the source that a literal in generated code has: it is in what is
// said of a text that does not match. As `regex()` of `codegen/src/ts/validators/code.rs` has it.
import { Matcher } from "./matcher.ts";

/** What ends a line somewhere, turns text around, or cannot be seen. */
const HIDDEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** The regular expression of a pattern. Throws for what is none, which the schema's checks rule out. */
export function regexOf(pattern: string): RegExp {
  let source = "";
  let escaped = false;
  for (const character of pattern) {
    if (character === "/" && !escaped) source += "\\/";
    else if (HIDDEN.test(character)) {
      source += `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
    } else source += character;
    escaped = character === "\\" && !escaped;
  }
  return new Matcher(pattern, source);
}
