// A value of the contract as an expression of its TypeScript type: mostly JSON, with functions around brands.

import {
  Types,
  type Contract,
  type Field,
  type Ref,
  type TypeDef,
} from "../contract.ts";
import {
  Misfit,
  attempts,
  below,
  hasBytes,
  isRequired,
  listing,
  object,
  own,
  refuseOthers,
  type Doc,
} from "./code.ts";
import { bytesOf } from "../values/text.ts";

/** A text. What cannot be seen, or turns text around, is escaped. */
export function text(value: string): string {
  return JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => character.charCodeAt(at).toString(16).padStart(4, "0"))
      .map((digits) => `\\u${digits}`)
      .join(""),
  );
}

/** A key of an object literal. */
export function key(name: string): string {
  // Written plainly it would be no key but the object's prototype.
  if (name === "__proto__") return '["__proto__"]';
  return isName(name) ? name : text(name);
}

/** A key of a map. One that every object has would be taken for that, and what stands there not for a value of the map. */
function mapKey(name: string): string {
  return name in {} && name !== "__proto__"
    ? `["${name}" as string]`
    : key(name);
}

/** Whether a text can stand behind a dot, as generated files have it. */
export function isName(name: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name);
}

/** More bytes than these are written as base64. */
const BYTES_IN_LIST = 32;

/** Any value. */
export function plain(value: unknown, path: string, array = "Uint8Array"): Doc {
  const bytes = bytesOf(value);
  if (bytes) {
    if (bytes.length <= BYTES_IN_LIST)
      return listing(`new ${array}([`, [...bytes].map(String), "])");
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return `${array}.from(atob("${btoa(binary)}"), (c) => c.charCodeAt(0))`;
  }
  if (typeof value === "string") return text(value);
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) {
    if (typeof value === "bigint" || typeof value === "symbol")
      throw new Misfit(path, "this is no JSON");
    return String(value);
  }
  if (Array.isArray(value))
    return listing(
      "[",
      value.map((item, at) => plain(item, `${path}[${at}]`, array)),
      "]",
    );
  const entries = Object.entries(value).flatMap(([name, item]): Doc[] =>
    item === undefined
      ? []
      : [[`${key(name)}: `, plain(item, below(path, name), array)]],
  );
  return listing("{", entries, "}", { gap: " " });
}

/** Writes values. */
export class TypeScriptValues {
  /** What the file of types exports and these values need; what begins with `type ` is nothing at run time. */
  readonly imports = new Set<string>();
  readonly #types: Types;
  readonly #array: string;

  constructor(contract: Contract) {
    this.#types = new Types(contract);
    // A brand of that name may be imported beside it.
    const isTaken = contract.types?.some(({ name }) => name === "Uint8Array");
    this.#array = isTaken ? "globalThis.Uint8Array" : "Uint8Array";
  }

  /** Throws a {@link Misfit} where the value is not of the type. */
  value(ref: Ref, value: unknown, path: string): Doc {
    switch (ref.kind) {
      case "builtin":
        return this.#builtin(ref.builtin, value, path);
      case "nullable":
        return value === null ? "null" : this.value(ref.of, value, path);
      case "list":
      case "tuple": {
        if (!Array.isArray(value))
          throw new Misfit(path, "this has to be a list");
        const items: readonly unknown[] = value;
        const refs = ref.kind === "tuple" ? (ref.items ?? []) : undefined;
        if (refs && refs.length !== items.length)
          throw new Misfit(path, `this has to be a list of ${refs.length}`);
        const of = (at: number) => (ref.kind === "list" ? ref.of : refs?.[at]);
        const docs = items.map((item, at): Doc => {
          const type = of(at);
          return type ? this.value(type, item, `${path}[${at}]`) : "";
        });
        return listing("[", docs, "]");
      }
      case "map": {
        const entries = Object.entries(object(value, path)).map(
          ([name, item]): Doc => [
            `${mapKey(name)}: `,
            this.value(ref.of, item, below(path, name)),
          ],
        );
        return listing("{", entries, "}", { gap: " " });
      }
      case "named":
        return this.#named(this.#types.def(ref.name), value, path);
    }
  }

  /** A value of which the contract says nothing. */
  any(value: unknown, path: string): Doc {
    return plain(value, path, this.#array);
  }

  #builtin(
    builtin: (Ref & { kind: "builtin" })["builtin"],
    value: unknown,
    path: string,
  ): Doc {
    const wrong = (what: string) => new Misfit(path, `this has to be ${what}`);
    switch (builtin) {
      case "string":
      case "datetime":
      case "date":
      case "uuid":
        if (typeof value !== "string") throw wrong("a text");
        break;
      case "u64":
      case "i64":
        if (typeof value !== "string" || !/^(0|-?[1-9]\d*)$/.test(value))
          throw wrong("an integer as a text");
        break;
      case "bool":
        if (typeof value !== "boolean") throw wrong("true or false");
        break;
      case "bytes":
        if (!bytesOf(value)) throw wrong("binary data");
        break;
      case "json":
        if (value === undefined || hasBytes(value)) throw wrong("JSON");
        break;
      default:
        if (typeof value !== "number" || !Number.isFinite(value))
          throw wrong("a number");
    }
    return this.any(value, path);
  }

  #named(def: TypeDef, value: unknown, path: string): Doc {
    const { type } = def;
    switch (def.kind) {
      case "alias":
        return type ? this.value(type, value, path) : this.any(value, path);
      case "brand": {
        // As `codegen/src/ts/defs.rs` calls the function.
        const name = def.name === "EVENTS" ? "EVENTS_" : def.name;
        const inner = type ? this.value(type, value, path) : "undefined";
        this.imports.add(name);
        return [`${name}(`, inner, ")"];
      }
      case "external":
        if (!def.ts)
          return type ? this.value(type, value, path) : this.any(value, path);
        return this.#cast(def, value, path);
      case "object":
        return this.#object([], def.fields ?? [], object(value, path), path);
      case "enum": {
        const isKind = typeof value === (def.numeric ? "number" : "string");
        const isKnown = def.values?.some(({ wire }) => wire === String(value));
        if (!isKind || !(isKnown || def.open))
          throw new Misfit(path, `this is no value of ${def.name}`);
        return this.any(value, path);
      }
      case "union":
        return this.#union(def, value, path);
    }
  }

  /** What only the application knows to be of its type. */
  #cast(def: TypeDef, value: unknown, path: string): Doc {
    this.imports.add(`type ${def.name}`);
    return [this.any(value, path), ` as unknown as ${def.name}`];
  }

  #object(
    first: readonly Doc[],
    fields: readonly Field[],
    value: Readonly<Record<string, unknown>>,
    path: string,
  ): Doc {
    const known = new Set(fields.map(({ wire }) => wire));
    refuseOthers(value, (name) => known.has(name), path);
    const docs = fields.flatMap((field): Doc[] => {
      const item = own(value, field.wire);
      const place = below(path, field.wire);
      if (item === undefined) {
        if (isRequired(field)) throw new Misfit(place, "this has to be there");
        return [];
      }
      if (item === null && field.nullable) return [`${key(field.wire)}: null`];
      // Null means the same as nothing, unless it is a value.
      const behind = this.#types.behind(field.type);
      if (item === null && field.optional && behind.kind !== "nullable")
        return [];
      return [[`${key(field.wire)}: `, this.value(field.type, item, place)]];
    });
    return listing("{", [...first, ...docs], "}", { gap: " " });
  }

  #union(def: TypeDef, value: unknown, path: string): Doc {
    const members = def.members ?? [];
    if (def.tagging === "untagged") {
      for (const { type } of attempts(this.#types, members)) {
        if (!type) continue;
        const imports = [...this.imports];
        try {
          return this.value(type, value, path);
        } catch (error) {
          if (!(error instanceof Misfit)) throw error;
          this.imports.clear();
          imports.forEach((name) => this.imports.add(name));
        }
      }
      throw new Misfit(path, `this is no member of ${def.name}`);
    }
    const { tag = "", content = "" } = def;
    const { [tag]: said, ...rest } = object(value, path);
    const member = members.find(({ wire }) => wire === said);
    if (!member) {
      if (!def.open || typeof said !== "string")
        throw new Misfit(below(path, tag), `this is no member of ${def.name}`);
      return this.#cast(def, value, path);
    }
    const first: Doc = `${key(tag)}: ${text(member.wire)}`;
    if (def.tagging === "adjacent") {
      refuseOthers(rest, (name) => !!member.type && name === content, path);
      if (!member.type) return listing("{", [first], "}", { gap: " " });
      const inner = this.value(
        member.type,
        own(rest, content),
        below(path, content),
      );
      const second: Doc = [`${key(content)}: `, inner];
      return listing("{", [first, second], "}", { gap: " " });
    }
    if (!member.type) return this.#object([first], [], rest, path);
    const inner = this.#types.behind(member.type);
    const fields =
      inner.kind === "named" ? this.#types.def(inner.name) : undefined;
    if (fields?.kind === "object")
      return this.#object([first], fields.fields ?? [], rest, path);
    return [`{ ...`, this.value(member.type, rest, path), ", ", first, " }"];
  }
}
