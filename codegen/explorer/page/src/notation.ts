// Values as compact JSON text that is kept and shared, and back. Bytes are `{ "$bytes": "<base64>" }`; an object that
// happens to look like that has one more `$` in its key, so that every value comes back as it was. What is read here may
// come from anybody.

import { bytesOf, fromBase64, MARK, toBase64 } from "./values/text.ts";

/** How deep values may be nested: the server reads 127 levels. */
const DEEPEST = 200;

/** What cannot be written or read, with a sentence for people. */
export class Unreadable extends Error {}

/** The level at which to begin with what holds messages: the message in it may be as deep as one alone. */
export const AROUND = -10;

/** A value as text. What is undefined in an object is left out, in a list it is null. */
export function write(value: unknown, depth = 0): string {
  if (depth > DEEPEST) throw new Unreadable("the value is nested too deeply");
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null)
    return JSON.stringify(value) ?? "null";
  const bytes = bytesOf(value);
  if (bytes) return `{"$bytes":"${toBase64(bytes)}"}`;
  if (Array.isArray(value))
    return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined,
  );
  const isMarked = entries.length === 1 && MARK.test(entries[0]?.[0] ?? "");
  const texts = entries.map(([key, item]) => {
    const name = JSON.stringify(isMarked ? `$${key}` : key);
    return `${name}:${write(item, depth + 1)}`;
  });
  return `{${texts.join(",")}}`;
}

/** The value of a text. Throws an {@link Unreadable}. */
export function read(text: string, depth = 0): unknown {
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    throw new Unreadable("it is no JSON");
  }
  return meant(tree, depth);
}

function meant(tree: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new Unreadable("it is nested too deeply");
  if (typeof tree === "number" && !Number.isFinite(tree))
    throw new Unreadable("a number in it is too large");
  if (typeof tree !== "object" || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map((item) => meant(item, depth + 1));
  const entries = Object.entries(tree);
  const [first] = entries;
  if (first && entries.length === 1 && MARK.test(first[0])) {
    const [key, value] = first as [string, unknown];
    if (key !== "$bytes")
      return Object.fromEntries([[key.slice(1), meant(value, depth + 1)]]);
    const bytes = typeof value === "string" ? fromBase64(value) : undefined;
    if (!bytes) throw new Unreadable("`$bytes` in it is no base64");
    return bytes;
  }
  // No contract has such a key, and whoever assigned it would change what an object is.
  if (Object.hasOwn(tree, "__proto__"))
    throw new Unreadable("it has the key `__proto__`");
  return Object.fromEntries(
    entries.map(([key, item]) => [key, meant(item, depth + 1)]),
  );
}
