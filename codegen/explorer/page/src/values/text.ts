// Values as JSON text, and back. Bytes are `{ "$bytes": "<base64>" }`; an object that happens to look like that has one
// more `$` in its key, so that every value comes back as it was.
import { read, type Problem } from "./reader.ts";

export type { Problem } from "./reader.ts";

/** What is not broken into lines fits into so many columns. */
const WIDTH = 60;
/** How deep values may be nested. The server reads 127 levels; what is deeper is of no use, and a stack has its end. */
export const DEEPEST = 500;

/** The key of bytes, and those that are written with one more `$` because they look like it. */
export const MARK = /^\$+bytes$/;

/** A text's value, or what is wrong with the text. */
export function parse(
  text: string,
):
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: Problem } {
  return read(text, DEEPEST, ofObject);
}

/** What an object in the text stands for: itself, bytes, or an object that only looks like them. */
function ofObject(
  object: { readonly [key: string]: unknown },
  refuse: (message: string) => void,
): unknown {
  const [key, ...others] = Object.keys(object);
  if (key === undefined || others.length > 0 || !MARK.test(key)) return object;
  const value = object[key];
  if (key !== "$bytes") return { [key.slice(1)]: value };
  const bytes = typeof value === "string" ? fromBase64(value) : undefined;
  if (!bytes) {
    refuse(
      '`$bytes` stands for binary data as base64, such as { "$bytes": "AP8=" }: for an object with this key write `$$bytes`',
    );
  }
  return bytes;
}

/** A value as JSON with two spaces of indentation; what is short stays on its line. */
export function print(value: unknown): string {
  return write(value, 0, 0, 0);
}

/** `before` is what stands before the value on its line, `after` what stands behind it. */
function write(
  value: unknown,
  level: number,
  before: number,
  after: number,
): string {
  const flat = onOneLine(value, WIDTH - before - after, level);
  if (flat !== undefined) return flat;
  const parts = partsOf(value);
  // What no line holds, and cannot be broken.
  if (typeof parts === "string") return parts;
  // A text that is cut off where nobody reads on is better than none.
  if (level >= DEEPEST) return '"…"';
  const indent = "  ".repeat(level + 1);
  const lines = parts.items.map(([key, item], at) => {
    const comma = at + 1 < parts.items.length ? 1 : 0;
    const head = indent + key;
    return head + write(item, level + 1, head.length, comma);
  });
  const [open, close] = parts.isList ? "[]" : "{}";
  return `${open ?? ""}\n${lines.join(",\n")}\n${"  ".repeat(level)}${close ?? ""}`;
}

/** A value on one line of at most so many columns; nothing, where that is too few. */
function onOneLine(
  value: unknown,
  room: number,
  level: number,
): string | undefined {
  if (room < 1 || leastWidth(value) > room) return undefined;
  const parts = partsOf(value);
  if (typeof parts === "string") {
    return parts.length <= room ? parts : undefined;
  }
  if (parts.items.length === 0) return parts.isList ? "[]" : "{}";
  if (level >= DEEPEST) return undefined;
  const [open, close] = parts.isList ? ["[", "]"] : ["{ ", " }"];
  let line = open;
  for (const [key, item] of parts.items) {
    if (line !== open) line += ", ";
    line += key;
    const inner = onOneLine(item, room - line.length - close.length, level + 1);
    if (inner === undefined) return undefined;
    line += inner;
  }
  return line + close;
}

/** What can be told at once: nobody writes out a megabyte to see that it does not fit. */
function leastWidth(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return bytesOf(value)?.length ?? 0;
}

/** What a value is written as: a text, or items with what stands before each. */
function partsOf(value: unknown):
  | string
  | {
      readonly isList: boolean;
      readonly items: readonly (readonly [string, unknown])[];
    } {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      // The one number that JSON has and `JSON.stringify` does not write.
      return Object.is(value, -0) ? "-0" : JSON.stringify(value);
    case "bigint":
      return `"${value.toString()}"`;
    case "object":
      break;
    default:
      return "null";
  }
  if (value === null) return "null";
  const bytes = bytesOf(value);
  if (bytes) return `{ "$bytes": "${toBase64(bytes)}" }`;
  if (Array.isArray(value)) {
    return { isList: true, items: Array.from(value, (item) => ["", item]) };
  }
  if (value instanceof Date) return JSON.stringify(value);
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined,
  );
  const [first] = entries;
  const isMarked = entries.length === 1 && MARK.test(first?.[0] ?? "");
  return {
    isList: false,
    items: entries.map(([key, item]) => [
      `${JSON.stringify(isMarked ? `$${key}` : key)}: `,
      item,
    ]),
  };
}

/** The bytes of whatever holds some. */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return undefined;
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** Bytes as base64, with `=` at its end. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // In parts, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x2000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  }
  return btoa(binary);
}

/** The bytes of base64; nothing, where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  // Without groups of four, of which an engine keeps each until its stack is full.
  const isBase64 = text.length % 4 === 0 && /^[\d+/a-z]*={0,2}$/i.test(text);
  if (!isBase64) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
