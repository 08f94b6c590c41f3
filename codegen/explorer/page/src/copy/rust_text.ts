// Rust's names and literals.

import { Misfit, listing, type Doc } from "./code.ts";

// As `codegen/src/rust/names.rs` has them.
const KEYWORDS = new Set(
  (
    "abstract as async await become box break const continue do dyn else enum extern false final fn for gen if impl " +
    "in let loop macro match mod move mut override priv pub ref return static struct trait true try type typeof " +
    "unsafe unsized use virtual where while yield"
  ).split(" "),
);
const PATHS = new Set(["self", "Self", "super", "crate", "_"]);

/** A name of the contract as an identifier. */
export function ident(name: string): string {
  let safe = name.replace(/[^A-Za-z0-9_]/gu, "_");
  if (safe === "" || /^[0-9]/.test(safe)) safe = `_${safe}`;
  if (PATHS.has(safe)) return `${safe}_`;
  return KEYWORDS.has(safe) ? `r#${safe}` : safe;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\0": "\\0",
};

/** A text. What cannot be seen, or turns text around, is escaped; rustc refuses some of it. */
export function text(value: string, path: string): string {
  if (/\p{Cs}/u.test(value))
    throw new Misfit(path, "half a surrogate pair is no text in Rust");
  const escaped = value.replace(
    /["\\]|[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) =>
      ESCAPES[character] ??
      `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** The inside of `b"…"`. */
export function byteText(bytes: Uint8Array): string {
  let out = "";
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const isPlain = byte >= 0x20 && byte < 0x7f;
    const escape = ESCAPES[character];
    if (escape) out += escape;
    else
      out += isPlain ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return `b"${out}"`;
}

/** A float, which has a point or an exponent. */
export function float(value: number): string {
  const digits = Object.is(value, -0) ? "-0" : String(value);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

/** More values than these are read from a text: each of them is a step of the macro, which has a limit of 128. */
const IN_MACRO = 40;

/** JSON as an expression: `json!(…)`, or what reads it from a text. `?` may stand in it. */
export function json(value: unknown, path: string): Doc {
  const size = count(value, path);
  if (size > IN_MACRO)
    return `sockgen::serde_json::from_str(${text(JSON.stringify(value), path)})?`;
  return ["json!(", inMacro(value, path), ")"];
}

/** How many values there are in it. Refuses what is no JSON. */
function count(value: unknown, path: string): number {
  if (typeof value !== "object" || value === null) {
    const isJson =
      value === null ||
      typeof value === "string" ||
      typeof value === "boolean" ||
      (typeof value === "number" && Number.isFinite(value));
    if (!isJson) throw new Misfit(path, "this is no JSON");
    return 1;
  }
  if (value instanceof Uint8Array || value instanceof ArrayBuffer)
    throw new Misfit(path, "binary data is no JSON");
  let size = 1;
  for (const item of Object.values(value)) size += 1 + count(item, path);
  return size;
}

function inMacro(value: unknown, path: string): Doc {
  if (typeof value === "string") return text(value, path);
  if (typeof value === "number") return jsonNumber(value);
  if (Array.isArray(value))
    return listing(
      "[",
      value.map((item) => inMacro(item, path)),
      "]",
    );
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([key, item]): Doc => [
    text(key, path),
    ": ",
    inMacro(item, path),
  ]);
  return listing("{", entries, "}", { gap: " " });
}

function jsonNumber(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return float(value);
  return Math.abs(value) < 2 ** 31 ? String(value) : `${value}_i64`;
}
