// What copied code of both languages has in common: what it is made from, where its lines break, and what to say of a
// value that is not of its type.

import type { EventDef, Field, Member, Namespace, Types } from "../contract.ts";
import { bytesOf } from "../values/text.ts";

/** A message of the timeline or of an editor, as it is to be written in code. */
export interface Message {
  readonly namespace: Namespace;
  /** Of a dynamic namespace, what stands in its path, by the names of its parameters. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly direction: "clientToServer" | "serverToClient";
  readonly event: EventDef;
  /** What it carries, without an ack; bytes are a `Uint8Array` or an `ArrayBuffer`. */
  readonly args: readonly unknown[];
  /** How a question of the server is answered. */
  readonly answer?: Answer;
  /** Whether it breaks a rule of the schema that types do not show, such as a length. */
  readonly invalid?: boolean;
}

/** An answer of this end. With `ack: raw`, `data` is the list of the arguments. */
export type Answer = { readonly data: unknown } | { readonly error: unknown };

/** Code, or why there is none. */
export type Copied = { readonly code: string } | { readonly problem: string };

/** A value that is not of its type, which no typed code can hold. */
export class Misfit extends Error {
  constructor(path: string, message: string) {
    super(`${message} (at ${path})`);
  }
}

/** Code whose lists break into lines where they are too long for one. */
export type Doc = string | readonly Doc[] | Listing;

interface Listing {
  readonly open: string;
  readonly items: readonly Doc[];
  readonly close: string;
  /** What stands inside of the brackets on one line. */
  readonly gap: string;
  /** What stands behind the last item where each has a line. */
  readonly last: string;
}

/** `[a, b]`, or each item on a line of its own. */
export function listing(
  open: string,
  items: readonly Doc[],
  close: string,
  { gap = "", last = "," } = {},
): Doc {
  if (items.length === 0) return open + close;
  return { open, items, close, gap, last };
}

/** A call; one argument alone begins on its line, as formatters have it. */
export function call(open: string, items: readonly Doc[], close: string): Doc {
  const [only] = items;
  return only !== undefined && items.length === 1
    ? [open, only, close]
    : listing(open, items, close);
}

/** How a language's formatter lays code out. */
export interface Layout {
  /** One indentation. */
  readonly tab: string;
  /** The most columns of a line. */
  readonly width: number;
}

/** The text of a doc, its lists broken where they would be too long for a line. */
export function print(doc: Doc, { tab, width: most }: Layout): string {
  let out = "";
  let column = 0;
  const put = (text: string) => {
    out += text;
    column += text.length;
  };
  const walk = (doc: Doc, depth: number): void => {
    if (typeof doc === "string") put(doc);
    else if (!("open" in doc)) doc.forEach((part) => walk(part, depth));
    else {
      // What is nearly always behind it on its line has its place too.
      const room = most - 2 - column;
      const width = flatWidth(doc, room);
      if (width <= room) {
        put(doc.open + doc.gap);
        doc.items.forEach((item, at) => {
          if (at > 0) put(", ");
          walk(item, depth);
        });
        put(doc.gap + doc.close);
        return;
      }
      put(doc.open);
      doc.items.forEach((item, at) => {
        out += `\n${tab.repeat(depth + 1)}`;
        column = tab.length * (depth + 1);
        walk(item, depth + 1);
        put(at < doc.items.length - 1 ? "," : doc.last);
      });
      out += `\n${tab.repeat(depth)}`;
      column = tab.length * depth;
      put(doc.close);
    }
  };
  walk(doc, 0);
  return out;
}

/** The width on one line, or something past `room` as soon as that is certain. */
function flatWidth(doc: Doc, room: number): number {
  if (typeof doc === "string") return doc.length;
  const parts = "open" in doc ? doc.items : doc;
  let width = 0;
  if ("open" in doc)
    width =
      doc.open.length +
      doc.close.length +
      2 * doc.gap.length +
      2 * (parts.length - 1);
  for (const part of parts) {
    if (width > room) return width;
    width += flatWidth(part, room - width);
  }
  return width;
}

/** An object of JSON, which bytes and lists are not. */
export function asObject(
  value: unknown,
): Readonly<Record<string, unknown>> | undefined {
  const isObject =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !bytesOf(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

/** Whether there is binary data anywhere in a value. */
export function hasBytes(value: unknown): boolean {
  if (bytesOf(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasBytes);
}

/** An object's entries; throws for what is none. */
export function object(
  value: unknown,
  path: string,
): Readonly<Record<string, unknown>> {
  const found = asObject(value);
  if (!found) throw new Misfit(path, "this has to be an object");
  return found;
}

/** A key's value, where it is the object's own. */
export function own(
  object: Readonly<Record<string, unknown>>,
  key: string,
): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** `$.user`, `$["the key"]`. */
export function below(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key)
    ? `${path}.${key}`
    : `${path}[${JSON.stringify(key)}]`;
}

/** Refuses keys that an object's type does not have. */
export function refuseOthers(
  object: Readonly<Record<string, unknown>>,
  known: (key: string) => boolean,
  path: string,
): void {
  for (const [key, value] of Object.entries(object))
    if (value !== undefined && !known(key))
      throw new Misfit(below(path, key), "the type has no such field");
}

/** The members of an untagged union in the order in which a reader tries them: what must have most first. */
export function attempts(
  types: Types,
  members: readonly Member[],
): readonly Member[] {
  const required = ({ type }: Member) => {
    const at = type && types.behind(type);
    const fields = at?.kind === "named" ? types.def(at.name).fields : undefined;
    return fields?.filter(isRequired).length ?? 0;
  };
  return [...members].sort((a, b) => required(b) - required(a));
}

/** Whether a field must be there. */
export function isRequired(field: Field): boolean {
  return !field.optional && !field.hasDefault;
}

/** Whether whoever sends an event waits for an answer. */
export function isAnswered(event: EventDef): boolean {
  return event.ack !== "undeclared";
}

/** The number of arguments that a message has must be that of its event's. */
export function refuseArguments({ event, args }: Message): void {
  const most = {
    none: 0,
    data: 1,
    args: event.args?.length ?? 0,
    raw: Infinity,
  }[event.payload];
  if (args.length > most) {
    const named = most === 1 ? "one argument" : `${most} arguments`;
    throw new Misfit(`$[${most}]`, `the event has no more than ${named}`);
  }
}

/** The module's name in paths: what the schema's file is called. */
export function stem(source: string): string {
  return source.replace(/^.*[/\\]/, "").replace(/(\.sockgen)?\.[a-z]+$/i, "");
}
