// Changes of values that leave the values before as they were.
import type { Field } from "../contract.ts";
import type { Issue } from "../values/schemas.ts";
import { bytesOf } from "../values/text.ts";
import { kindOf, type Plain } from "./shape.ts";

/** An object with a field changed, or added where the schema has it among the others. */
export function withKey(
  value: Plain,
  key: string,
  item: unknown,
  order: readonly string[] = [],
): Plain {
  // A computed key is the object's own even where it is `__proto__`.
  if (Object.hasOwn(value, key)) return { ...value, [key]: item };
  const later = order.slice(order.indexOf(key) + 1);
  const entries = Object.entries(value);
  const at = order.includes(key)
    ? entries.findIndex(([each]) => later.includes(each))
    : -1;
  entries.splice(at < 0 ? entries.length : at, 0, [key, item]);
  return Object.fromEntries(entries);
}

export function withoutKey(value: Plain, key: string): Plain {
  return Object.fromEntries(
    Object.entries(value).filter(([each]) => each !== key),
  );
}

/** An object in which a key is called otherwise, at the same place. */
export function withKeyRenamed(value: Plain, from: string, to: string): Plain {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key === from ? to : key, item]),
  );
}

export function withItem(
  list: readonly unknown[],
  at: number,
  item: unknown,
): unknown[] {
  return list.map((each, index) => (index === at ? item : each));
}

export function without<Item>(list: readonly Item[], at: number): Item[] {
  return list.filter((_, index) => index !== at);
}

export function inserted<Item>(
  list: readonly Item[],
  at: number,
  item: Item,
): Item[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** A list in which an item and the one after it have changed places. */
export function swapped<Item>(list: readonly Item[], at: number): Item[] {
  const copy = [...list];
  copy.splice(at, 2, ...list.slice(at, at + 2).reverse());
  return copy;
}

/** Whether two values would be written alike. What is the very same is not looked into. */
export function isAlike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const kind = kindOf(one);
  if (kind !== kindOf(other)) return false;
  if (kind === "binary") {
    const [bytes, others] = [bytesOf(one), bytesOf(other)];
    return (
      bytes?.length === others?.length &&
      (bytes?.every((byte, at) => byte === others?.[at]) ?? false)
    );
  }
  if (kind !== "array" && kind !== "object") return false;
  const [entries, others] = [one, other].map((value) =>
    Object.entries(value as object),
  ) as [[string, unknown][], [string, unknown][]];
  return (
    entries.length === others.length &&
    entries.every(([key, item], at) => {
      const [otherKey, otherItem] = others[at] ?? [];
      return key === otherKey && isAlike(item, otherItem);
    })
  );
}

export function copied(value: unknown): unknown {
  return typeof value === "object" && value !== null
    ? structuredClone(value)
    : value;
}

/** No issues: the same list each time. */
const NONE: readonly Issue[] = [];

/** The issues of a part of a value, with paths that begin there. */
export function issuesWithin(
  issues: readonly Issue[],
  key: PropertyKey,
): readonly Issue[] {
  return issuesByPart(issues)(key);
}

/** The same for many parts of one value: the issues are gone through once. */
export function issuesByPart(
  issues: readonly Issue[],
): (key: PropertyKey) => readonly Issue[] {
  if (issues.length === 0) return () => NONE;
  const parts = new Map<string, Issue[]>();
  for (const { message, path } of issues) {
    const [first, ...rest] = path;
    if (first === undefined) continue;
    const key = String(first);
    const part = parts.get(key);
    const issue = { message, path: rest };
    if (part) part.push(issue);
    else parts.set(key, [issue]);
  }
  return (key) => parts.get(String(key)) ?? NONE;
}

/** The issues of a value as a whole. */
export function issuesHere(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ path }) => path.length === 0);
}

export function orderOf(fields: readonly Field[]): readonly string[] {
  return fields.map((field) => field.wire);
}
