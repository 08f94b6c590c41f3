// A value of the contract as an expression of its Rust type, which the place where it stands tells: `"a".into()` is
// whatever text is asked for there. What may fail ends with `?`.

import type { Field, Ref, TypeDef, Types } from "../contract.ts";
import {
  Misfit,
  attempts,
  below,
  hasBytes,
  listing,
  object,
  own,
  refuseOthers,
  type Doc,
} from "./code.ts";
import { behindAliases, isFree, isNullable } from "./rust_types.ts";
import { byteText, float, ident, json, text } from "./rust_text.ts";
import { bytesOf } from "../values/text.ts";

const RANGES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  u8: [0n, 255n],
  u16: [0n, 65535n],
  u32: [0n, 4294967295n],
  i8: [-128n, 127n],
  i16: [-32768n, 32767n],
  i32: [-2147483648n, 2147483647n],
  int: [BigInt(Number.MIN_SAFE_INTEGER), BigInt(Number.MAX_SAFE_INTEGER)],
  u64: [0n, 2n ** 64n - 1n],
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
};

/** Writes values. */
export class RustValues {
  /** The paths of what values are written with. */
  readonly uses = new Set<string>();
  readonly #types: Types;
  readonly #module: string;

  /** `module` is the path of the module that the macro fills. */
  constructor(types: Types, module: string) {
    this.#types = types;
    this.#module = module;
  }

  /** Throws a {@link Misfit} where the value is not of the type. */
  value(ref: Ref, value: unknown, path: string): Doc {
    switch (ref.kind) {
      case "builtin":
        return this.#builtin(ref.builtin, value, path);
      case "list":
        return listing(
          "vec![",
          list(value, path).map((item, at) =>
            this.value(ref.of, item, `${path}[${at}]`),
          ),
          "]",
        );
      case "map": {
        const entries = Object.entries(object(value, path)).map(
          ([key, item]): Doc => [
            `(${text(key, path)}.into(), `,
            this.value(ref.of, item, below(path, key)),
            ")",
          ],
        );
        this.uses.add("std::collections::BTreeMap");
        if (entries.length === 0) return "BTreeMap::new()";
        return listing("BTreeMap::from([", entries, "])");
      }
      case "tuple": {
        const refs = ref.items ?? [];
        const items = list(value, path);
        if (items.length !== refs.length)
          throw new Misfit(path, `this has to be a list of ${refs.length}`);
        const docs = refs.map((item, at) =>
          this.value(item, items[at], `${path}[${at}]`),
        );
        // A tuple of one has a comma.
        return docs.length === 1 ? ["(", docs, ",)"] : listing("(", docs, ")");
      }
      case "nullable":
        return value === null
          ? "None"
          : ["Some(", this.value(ref.of, value, path), ")"];
      case "named": {
        const def = this.#types.def(ref.name);
        const doc = this.#named(def, value, path);
        // As `is_boxed` of the emitter: an alias of `T | null` that leads back to its owner has a box inside.
        const isBoxed =
          ref.boxed &&
          !(def.kind === "alias" && isNullable(this.#types, def.type));
        return isBoxed ? ["Box::new(", doc, ")"] : doc;
      }
    }
  }

  /** A struct of fields, by their names on the wire. */
  struct(
    path: string,
    fields: readonly Field[],
    value: Readonly<Record<string, unknown>>,
    place: string,
  ): Doc {
    const known = new Set(fields.map(({ wire }) => wire));
    refuseOthers(value, (key) => known.has(key), place);
    const docs = fields.map((field): Doc => [
      `${ident(field.names.snake)}: `,
      this.#field(field, own(value, field.wire), below(place, field.wire)),
    ]);
    return listing(`${path} {`, docs, "}", { gap: " " });
  }

  /** The path of a type. */
  path(def: TypeDef): string {
    return `${this.#module}::${def.rustPath ?? def.name}`;
  }

  /** A value of which the schema says nothing. */
  raw(value: unknown, path: string): Doc {
    this.uses.add("sockgen::RawValue");
    if (!hasBytes(value))
      return ["RawValue::from(", this.#json(value, path), ")"];
    const bytes = bytesOf(value);
    if (bytes) return ["RawValue::from(", this.#bytes(bytes), ")"];
    if (Array.isArray(value)) {
      const items = value.map((item, at) => this.raw(item, `${path}[${at}]`));
      return ["RawValue::Array(", listing("vec![", items, "]"), ")"];
    }
    this.uses.add("std::collections::BTreeMap");
    const entries = Object.entries(object(value, path)).map(
      ([key, item]): Doc => [
        `(${text(key, path)}.into(), `,
        this.raw(item, below(path, key)),
        ")",
      ],
    );
    return [
      "RawValue::Object(",
      listing("BTreeMap::from([", entries, "])"),
      ")",
    ];
  }

  /** What is JSON and nothing more. */
  json(value: unknown, path: string): Doc {
    return this.#json(value, path);
  }

  #json(value: unknown, path: string): Doc {
    const doc = json(value, path);
    if (typeof doc !== "string") this.uses.add("sockgen::serde_json::json");
    return doc;
  }

  #bytes(bytes: Uint8Array): Doc {
    this.uses.add("sockgen::bytes::Bytes");
    return `Bytes::from_static(${byteText(bytes)})`;
  }

  #builtin(
    builtin: (Ref & { kind: "builtin" })["builtin"],
    value: unknown,
    path: string,
  ): Doc {
    const wrong = (what: string) => new Misfit(path, `this has to be ${what}`);
    switch (builtin) {
      case "string":
        if (typeof value !== "string") throw wrong("a text");
        return `${text(value, path)}.into()`;
      case "datetime":
      case "date":
      case "uuid":
        if (typeof value !== "string") throw wrong(`a ${builtin} as a text`);
        return `${text(value, path)}.parse()?`;
      case "bool":
        if (typeof value !== "boolean") throw wrong("true or false");
        return String(value);
      case "f32":
      case "f64": {
        const isFloat =
          typeof value === "number" &&
          Number.isFinite(builtin === "f32" ? Math.fround(value) : value);
        if (!isFloat) throw wrong("a number");
        return float(value);
      }
      case "u64":
      case "i64":
        if (typeof value !== "string" || !/^-?\d+$/.test(value))
          throw wrong("an integer as a text");
        return integer(builtin, BigInt(value), path);
      case "bytes": {
        const bytes = bytesOf(value);
        if (!bytes) throw wrong("binary data");
        return this.#bytes(bytes);
      }
      case "json":
        if (value === undefined) throw wrong("there");
        return this.#json(value, path);
      default:
        if (typeof value !== "number" || !Number.isInteger(value))
          throw wrong("an integer");
        return integer(builtin, BigInt(value), path);
    }
  }

  #field(field: Field, value: unknown, path: string): Doc {
    const inner = (value: unknown) =>
      this.value(
        field.nullable ? { kind: "nullable", of: field.type } : field.type,
        value,
        path,
      );
    if (!field.optional) {
      const isLeftOut = value === undefined && field.hasDefault;
      return inner(isLeftOut ? (field.default ?? null) : value);
    }
    if (value === undefined) return "None";
    // Null means the same as nothing, unless it is a value.
    const takesNull = field.nullable || isNullable(this.#types, field.type);
    if (value === null && !takesNull) return "None";
    return ["Some(", inner(value), ")"];
  }

  #named(def: TypeDef, value: unknown, path: string): Doc {
    const type = def.type;
    switch (def.kind) {
      case "alias":
        if (!type) throw new Misfit(path, "the alias stands for nothing");
        return this.value(type, value, path);
      case "brand":
        if (!type) throw new Misfit(path, "the brand is of nothing");
        return this.#brand(def, type, value, path);
      case "external":
        if (value === undefined) throw new Misfit(path, "this has to be there");
        if (!def.rust) return this.#json(value, path);
        return [
          "sockgen::serde_json::from_value(",
          this.#json(value, path),
          ")?",
        ];
      case "object":
        return this.struct(
          this.path(def),
          def.fields ?? [],
          object(value, path),
          path,
        );
      case "enum":
        return this.#choice(def, value, path);
      case "union":
        return this.#union(def, value, path);
    }
  }

  #brand(def: TypeDef, type: Ref, value: unknown, path: string): Doc {
    const inner = behindAliases(this.#types, type);
    const isText = inner.kind === "builtin" && inner.builtin === "string";
    // `new` of a text takes whatever makes one.
    const doc =
      isText && typeof value === "string"
        ? text(value, path)
        : this.value(type, value, path);
    const end = isFree(this.#types, type) ? ")" : ")?";
    return [`${this.path(def)}::new(`, doc, end];
  }

  #choice(def: TypeDef, value: unknown, path: string): Doc {
    const isKind = def.numeric
      ? Number.isSafeInteger(value)
      : typeof value === "string";
    const known = isKind
      ? def.values?.find(({ wire }) => wire === String(value))
      : undefined;
    if (known) return `${this.path(def)}::${ident(known.names.pascal)}`;
    if (!isKind || !def.open)
      throw new Misfit(path, `this is no value of ${def.name}`);
    const other =
      typeof value === "string" ? `${text(value, path)}.into()` : String(value);
    return `${this.path(def)}::Other(${other})`;
  }

  #union(def: TypeDef, value: unknown, path: string): Doc {
    const members = def.members ?? [];
    const variant = (pascal: string) => `${this.path(def)}::${ident(pascal)}`;
    if (def.tagging === "untagged") {
      for (const { names, type } of attempts(this.#types, members)) {
        if (!type) continue;
        const uses = [...this.uses];
        try {
          const inner = this.value(type, value, path);
          return [`${variant(names.pascal)}(`, inner, ")"];
        } catch (error) {
          if (!(error instanceof Misfit)) throw error;
          this.uses.clear();
          uses.forEach((use) => this.uses.add(use));
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
      const unknown = this.#json(value, path);
      return [
        `${this.path(def)}::Unknown(sockgen::serde_json::from_value(`,
        unknown,
        ")?)",
      ];
    }
    const name = variant(member.names.pascal);
    if (def.tagging === "internal") {
      if (member.type)
        return [`${name}(`, this.value(member.type, rest, path), ")"];
      refuseOthers(rest, () => false, path);
      return name;
    }
    refuseOthers(rest, (key) => !!member.type && key === content, path);
    if (!member.type) return name;
    const inner = own(rest, content);
    return [
      `${name}(`,
      this.value(member.type, inner, below(path, content)),
      ")",
    ];
  }
}

function integer(builtin: string, value: bigint, path: string): string {
  const [least, most] = RANGES[builtin] ?? [value, value];
  if (value < least || value > most)
    throw new Misfit(path, `this has to be from ${least} to ${most}`);
  return String(value);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Misfit(path, "this has to be a list");
  return value;
}
