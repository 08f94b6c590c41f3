// What a value of a type can be seen to be: how an untagged union tells its members apart, and how an ack style tells
// data from an error. The same as `codegen/src/ts/validators/unions.rs` and `codegen/src/ts/seen.rs` have it.
import type { Builtin, Field, Ref, TypeDef, Types } from "../contract.ts";
import { hasKeys, kindOf } from "../generated/acks.ts";

/** What a value of a type can be. */
export interface Shape {
  /** `binary`, `null`, `boolean`, `number`, `string`, `array`, `object`: in the order in which they were found. */
  readonly kinds: Set<string>;
  /** The keys that an object must have, in every form that it can have; absent where it is none. */
  keys?: readonly string[];
}

/** The shape of a type, with bytes as a kind of their own. */
export function shapeOf(types: Types, ref: Ref): Shape {
  const shape: Shape = { kinds: new Set() };
  find(types, shape, ref, new Set());
  return shape;
}

function find(types: Types, shape: Shape, ref: Ref, within: Set<string>): void {
  switch (ref.kind) {
    case "builtin":
      if (ref.builtin === "json") {
        for (const kind of ["null", "boolean", "number", "string", "array"]) {
          shape.kinds.add(kind);
        }
        addObject(shape, []);
      } else shape.kinds.add(kindOfBuiltin(ref.builtin));
      return;
    case "list":
    case "tuple":
      shape.kinds.add("array");
      return;
    case "map":
      addObject(shape, []);
      return;
    case "nullable":
      shape.kinds.add("null");
      find(types, shape, ref.of, within);
      return;
    case "named":
      // What leads back to itself adds nothing that it has not added already.
      if (within.has(ref.name)) return;
      within.add(ref.name);
      findNamed(types, shape, types.def(ref.name), within);
      within.delete(ref.name);
  }
}

function findNamed(
  types: Types,
  shape: Shape,
  def: TypeDef,
  within: Set<string>,
): void {
  switch (def.kind) {
    case "alias":
    case "brand":
    case "external":
      if (def.type) find(types, shape, def.type, within);
      return;
    case "object":
      addObject(shape, requiredKeys(def));
      return;
    case "enum":
      shape.kinds.add(def.numeric ? "number" : "string");
      return;
    case "union":
      if (def.tagging !== "untagged") addObject(shape, [def.tag ?? ""]);
      else {
        for (const { type } of def.members ?? []) {
          if (type) find(types, shape, type, within);
        }
      }
  }
}

function addObject(shape: Shape, keys: readonly string[]): void {
  shape.kinds.add("object");
  shape.keys = shape.keys?.filter((key) => keys.includes(key)) ?? keys;
}

/** Those that a sender must write. */
function requiredKeys(def: TypeDef): string[] {
  const isRequired = (field: Field) => !field.optional && !field.hasDefault;
  return (def.fields ?? []).filter(isRequired).map(({ wire }) => wire);
}

function kindOfBuiltin(builtin: Builtin): string {
  switch (builtin) {
    case "bytes":
      return "binary";
    case "bool":
      return "boolean";
    case "string":
    case "u64":
    case "i64":
    case "datetime":
    case "date":
    case "uuid":
      return "string";
    default:
      return "number";
  }
}

/** How an untagged union tells its members apart. */
export interface Apart {
  /** The member that a value of a kind is; of `object` it is one of several where `objects` has more than one. */
  readonly kinds: ReadonlyMap<string, Ref>;
  /** The members that are objects, with the keys that each must have. */
  readonly objects: readonly (readonly [Ref, readonly string[]])[];
}

/** By the kinds that values can have, and for several objects by the keys that each must have. */
export function apartOf(types: Types, def: TypeDef): Apart {
  const kinds = new Map<string, Ref>();
  const objects: [Ref, readonly string[]][] = [];
  for (const { type } of def.members ?? []) {
    if (!type) continue;
    const shape = shapeOf(types, type);
    for (const kind of shape.kinds) {
      if (!kinds.has(kind)) kinds.set(kind, type);
    }
    if (shape.keys) objects.push([type, shape.keys]);
  }
  return { kinds, objects };
}

/** Which member of an untagged union a value is taken for; nothing, where it is none. */
export function memberFor(apart: Apart, value: unknown): Ref | undefined {
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
  const kind = isBytes ? "binary" : kindOf(value);
  if (kind !== "object" || apart.objects.length < 2) {
    return apart.kinds.get(kind);
  }
  const most = [...apart.objects].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return most.find(([, keys]) => hasKeys(value, ...keys))?.[0];
}

/** What a value is seen to be without a schema: its kinds of JSON, and the keys that each object has. */
interface Seen {
  readonly kinds: readonly string[];
  readonly keys: readonly string[];
}

/** Whether a value may be of a type, by nothing more than its kind and its keys. */
export function markOf(types: Types, ref: Ref): (json: unknown) => boolean {
  const { kinds, keys } = seen(types, ref);
  const isAnything = kinds.length === ALL.length && keys.length === 0;
  if (isAnything) return (json) => json !== undefined;
  return (json) =>
    kinds.some((kind) =>
      kind === "object" && keys.length > 0
        ? hasKeys(json, ...keys)
        : kindOf(json) === kind,
    );
}

const ALL = ["null", "string", "number", "boolean", "array", "object"];

function seen(types: Types, ref: Ref): Seen {
  switch (ref.kind) {
    case "nullable":
      return either(seen(types, ref.of), kind("null"));
    case "list":
    case "tuple":
      return kind("array");
    case "map":
      return kind("object");
    case "builtin":
      if (ref.builtin === "json") return { kinds: ALL, keys: [] };
      // An attachment is an object in its place.
      if (ref.builtin === "bytes") return kind("object");
      return kind(kindOfBuiltin(ref.builtin));
    case "named":
      return seenNamed(types, types.def(ref.name));
  }
}

function seenNamed(types: Types, def: TypeDef): Seen {
  switch (def.kind) {
    case "alias":
    case "brand":
    case "external":
      return def.type ? seen(types, def.type) : { kinds: [], keys: [] };
    case "enum":
      return kind(def.numeric ? "number" : "string");
    case "object": {
      // Whoever answers writes what has a default as well.
      const there = (def.fields ?? []).filter(({ optional }) => !optional);
      return { kinds: ["object"], keys: there.map(({ wire }) => wire) };
    }
    case "union": {
      if (def.tagging !== "untagged") {
        return { kinds: ["object"], keys: [def.tag ?? ""] };
      }
      const members = (def.members ?? []).map(({ type }) =>
        type ? seen(types, type) : kind("null"),
      );
      return members.length > 0
        ? members.reduce(either)
        : { kinds: [], keys: [] };
    }
  }
}

function kind(name: string): Seen {
  return { kinds: [name], keys: [] };
}

/** What is either of two: an object has the keys that both ask for. */
function either(one: Seen, other: Seen): Seen {
  let keys = one.keys;
  if (other.kinds.includes("object")) {
    keys = one.kinds.includes("object")
      ? keys.filter((key) => other.keys.includes(key))
      : other.keys;
  }
  return { kinds: [...new Set([...one.kinds, ...other.kinds])], keys };
}
