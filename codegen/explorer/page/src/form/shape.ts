// What a value has to look like for a type's control to show it: no more than that, validators say the rest.
import type { Field, Member, Ref, TypeDef, Types } from "../contract.ts";

export type Kind =
  "string" | "number" | "boolean" | "null" | "array" | "object" | "binary";

/** An object as JSON has them. */
export type Plain = Readonly<Record<string, unknown>>;

export function kindOf(value: unknown): Kind | "nothing" {
  if (value === null) return "null";
  if (isBytes(value)) return "binary";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "object":
      return typeof value as Kind;
    default:
      return "nothing";
  }
}

export function isPlain(value: unknown): value is Plain {
  return kindOf(value) === "object";
}

export function isBytes(
  value: unknown,
): value is ArrayBuffer | ArrayBufferView {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** What objects have themselves: the schema may call a field `constructor`. */
export function own(value: unknown, key: string): unknown {
  return isPlain(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

const TEXTS = ["string", "u64", "i64", "datetime", "date", "uuid"];

/** The kinds of JSON that a type's values may have; `undefined` stands for all of them. */
export function kindsOf(types: Types, type: Ref): readonly Kind[] | undefined {
  const behind = types.behind(type);
  switch (behind.kind) {
    case "builtin":
      if (behind.builtin === "json") return undefined;
      if (behind.builtin === "bool") return ["boolean"];
      if (behind.builtin === "bytes") return ["binary"];
      return TEXTS.includes(behind.builtin) ? ["string"] : ["number"];
    case "list":
    case "tuple":
      return ["array"];
    case "map":
      return ["object"];
    case "nullable": {
      const inner = kindsOf(types, behind.of);
      return inner && ["null", ...inner];
    }
    case "named":
      return kindsOfDef(types, types.def(behind.name));
  }
}

function kindsOfDef(types: Types, def: TypeDef): readonly Kind[] | undefined {
  if (def.kind === "object") return ["object"];
  if (def.kind === "enum") return [def.numeric ? "number" : "string"];
  // An external type of which nothing is said.
  if (def.kind !== "union") return undefined;
  if (def.tagging !== "untagged") return ["object"];
  const kinds = (def.members ?? []).map(
    (member) => member.type && kindsOf(types, member.type),
  );
  if (kinds.some((each) => !each)) return undefined;
  return kinds.flatMap((each) => each ?? []);
}

/** Whether a value is of a kind that a type's values may have. */
export function isOfKind(types: Types, type: Ref, value: unknown): boolean {
  const kind = kindOf(value);
  const kinds = kindsOf(types, type);
  return kinds ? kinds.some((each) => each === kind) : kind !== "nothing";
}

/** Whether a type's control can show a value. */
export function fits(types: Types, type: Ref, value: unknown): boolean {
  if (isOfKind(types, type, value)) return true;
  // A number that is being typed is a text until it is one.
  const isNumber = kindsOf(types, type)?.includes("number") ?? false;
  return isNumber && typeof value === "string" && numberOf(value) === undefined;
}

/** The number that a text writes. */
export function numberOf(text: string): number | undefined {
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(
    text.trim(),
  );
  const number = Number(text);
  return isNumber && Number.isFinite(number) ? number : undefined;
}

/** The member of a union without tags that a value is: by its kind, objects by the keys they must have. */
export function memberOf(
  types: Types,
  members: readonly Member[],
  value: unknown,
): Member | undefined {
  const kind = kindOf(value);
  const candidates = members.filter(({ type }) => {
    const kinds = type && kindsOf(types, type);
    return !kinds || kinds.some((each) => each === kind);
  });
  if (candidates.length <= 1 || !isPlain(value)) return candidates[0];
  const byKeys = candidates
    .map((member) => ({ member, keys: requiredKeys(types, member.type) }))
    .sort((one, other) => other.keys.length - one.keys.length);
  const found = byKeys.find(({ keys }) =>
    keys.every((key) => own(value, key) !== undefined),
  );
  if (found) return found.member;
  // Of those that lack something, the one that the value has most of.
  const had = ({ keys }: { keys: readonly string[] }) =>
    keys.filter((key) => own(value, key) !== undefined).length;
  return byKeys.sort((one, other) => had(other) - had(one))[0]?.member;
}

function requiredKeys(types: Types, type: Ref | undefined): readonly string[] {
  const def = type && objectOf(types, type);
  return (def?.fields ?? [])
    .filter((field) => !mayLack(field))
    .map((field) => field.wire);
}

/** The object that a type is, if it is one. */
export function objectOf(types: Types, type: Ref): TypeDef | undefined {
  const behind = types.behind(type);
  if (behind.kind !== "named") return undefined;
  const def = types.def(behind.name);
  return def.kind === "object" ? def : undefined;
}

/** Whether a field may be left out. */
export function mayLack(field: Field): boolean {
  return field.optional === true || field.hasDefault === true;
}

/** Whether null is a value of a field. */
export function mayBeNull(types: Types, field: Field): boolean {
  return field.nullable === true || takesNull(types, field.type);
}

/** Whether null is a value of a type, other than of any JSON. */
export function takesNull(types: Types, type: Ref): boolean {
  return types.behind(type).kind === "nullable";
}

/** The type without the nullables in front of it. */
export function solid(types: Types, type: Ref): Ref {
  let at = type;
  for (;;) {
    const behind = types.behind(at);
    if (behind.kind !== "nullable") return at;
    at = behind.of;
  }
}

/** A value of one kind as one of another, where both say the same: `"12"` as 12. */
export function converted(types: Types, type: Ref, value: unknown): unknown {
  const kinds = kindsOf(types, type) ?? [];
  if (kinds.includes("number") && typeof value === "string")
    return numberOf(value);
  const isScalar = typeof value === "number" || typeof value === "boolean";
  if (kinds.includes("string") && isScalar) return String(value);
  return undefined;
}
