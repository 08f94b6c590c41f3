// Values of a contract's types: those that a form starts with, and random ones, which its schemas take.
import type { EventDef, Field, Ref, TypeDef, Types } from "../contract.ts";
import { anyJson, anyKey, anyOf, smallest } from "./builtins.ts";
import { Heights } from "./heights.ts";
import { integer, oneIn, pick, type Rng } from "./random.ts";
import { issuesOf, Schemas } from "./schemas.ts";
import { apartOf, memberFor } from "./shapes.ts";

export { seeded, type Rng } from "./random.ts";

/** How deeply random values nest before only the smallest are made. */
const DEEP = 4;
/** How many values a random one holds before only the smallest are made. */
const MANY = 80;

/**
 * What a form starts with: examples and defaults where the schema has some, the smallest value otherwise, and nothing of
 * what may be left out.
 */
export function initial(types: Types, ref: Ref): unknown {
  return makerOf(types).initial(ref);
}

/** The same for all arguments of an event. */
export function initialArguments(types: Types, event: EventDef): unknown[] {
  const maker = makerOf(types);
  const example = exampleOf(event);
  if (example && maker.takes(event, example)) return example;
  if (event.payload === "data" && event.data)
    return [maker.initial(event.data)];
  if (event.payload !== "args") return [];
  const fields = event.args ?? [];
  return listed(fields, (field) =>
    field.optional ? undefined : { value: maker.initialField(field) },
  );
}

/** What the schema gives as an example, as arguments, whether it fits or not; nothing where it gives none. */
export function exampleOf(event: EventDef): unknown[] | undefined {
  const { payload, example } = event;
  if (payload === "none" || example === undefined) return undefined;
  const copy: unknown = structuredClone(example);
  return payload !== "data" && Array.isArray(copy) ? copy : [copy];
}

/** What a field begins with when somebody puts it in: a value that is not null, unless the schema says null itself. */
export function firstOf(types: Types, field: Field): unknown {
  return makerOf(types).first(field);
}

/** Any value that the type's schema takes. */
export function random(types: Types, ref: Ref, rng: Rng): unknown {
  return makerOf(types).begin().random(ref, rng, 0);
}

/** The same for all arguments of an event. */
export function randomArguments(
  types: Types,
  event: EventDef,
  rng: Rng,
): unknown[] {
  const maker = makerOf(types).begin();
  switch (event.payload) {
    case "none":
      return [];
    case "raw":
      return Array.from({ length: integer(rng, 0, 3) }, () => anyJson(rng, 0));
    case "data":
      return event.data ? [maker.random(event.data, rng, 0)] : [];
    case "args":
      return listed(event.args ?? [], (field) => {
        const mayBeAbsent = field.optional || field.hasDefault;
        if (mayBeAbsent && oneIn(rng, 3)) return undefined;
        return { value: maker.randomField(field, rng, 0) };
      });
  }
}

/** Arguments in a list. What is absent at its end is left out; before others it is null, which means the same. */
function listed(
  fields: readonly Field[],
  valueOf: (field: Field) => { readonly value: unknown } | undefined,
): unknown[] {
  const values = fields.map(valueOf);
  while (values.length > 0 && !values.at(-1)) values.pop();
  return values.map((found) => (found ? found.value : null));
}

const MAKERS = new WeakMap<Types, Maker>();

function makerOf(types: Types): Maker {
  const maker = MAKERS.get(types) ?? new Maker(types);
  MAKERS.set(types, maker);
  return maker;
}

class Maker {
  readonly #types: Types;
  readonly #heights: Heights;
  /** Made when there is an example to look at. */
  #schemas: Schemas | undefined;
  /** How many values may still be made before all is small. */
  #left = MANY;

  constructor(types: Types) {
    this.#types = types;
    this.#heights = new Heights(types);
  }

  initial(ref: Ref): unknown {
    switch (ref.kind) {
      case "builtin":
        return smallest(ref);
      case "nullable":
        return orElse(this.#example(ref.of), () => null);
      case "list":
        return Array.from({ length: ref.min ?? 0 }, () => this.initial(ref.of));
      case "map":
        return Object.fromEntries(
          Array.from({ length: ref.min ?? 0 }, (_, at) => [
            `key ${(at + 1).toString()}`,
            this.initial(ref.of),
          ]),
        );
      case "tuple":
        return (ref.items ?? []).map((item) => this.initial(item));
      case "named": {
        const first = () => this.#initialOf(this.#types.def(ref.name));
        return orElse(this.#example(ref), first);
      }
    }
  }

  initialField(field: Field): unknown {
    if (field.hasDefault) return structuredClone(field.default ?? null);
    const { nullable, type } = field;
    if (nullable && field.example === null) return null;
    const example = this.#example(type, field.example);
    if (example !== undefined) return example;
    return nullable ? null : this.initial(type);
  }

  first(field: Field): unknown {
    const { nullable, type, example, hasDefault } = field;
    const ref: Ref = nullable ? { kind: "nullable", of: type } : type;
    if (example !== undefined && this.#isOf(ref, example))
      return structuredClone(example);
    if (hasDefault) return structuredClone(field.default ?? null);
    return this.initial(type);
  }

  /** The example of a field, or else of its type; nothing, where there is none or where it is a bad one. */
  #example(ref: Ref, own?: unknown): unknown {
    const ofType =
      ref.kind === "named" ? this.#types.def(ref.name).example : undefined;
    const found = [own, ofType].find(
      (example) => example !== undefined && this.#isOf(ref, example),
    );
    return structuredClone(found);
  }

  /** Whether a value is one of a type: nobody has to have looked at the examples of a schema. */
  #isOf(ref: Ref, value: unknown): boolean {
    return issuesOf(this.#known().of(ref), value).length === 0;
  }

  /** Whether an event takes arguments. */
  takes(event: EventDef, args: readonly unknown[]): boolean {
    const { args: schema } = this.#known().event(event, "serverToClient");
    return issuesOf(schema, args).length === 0;
  }

  #known(): Schemas {
    this.#schemas ??= new Schemas(this.#types.contract);
    return this.#schemas;
  }

  #initialOf(def: TypeDef): unknown {
    switch (def.kind) {
      case "alias":
      case "brand":
      case "external":
        return def.type && this.initial(def.type);
      case "enum":
        return enumValue(def, 0);
      case "object": {
        const needed = (def.fields ?? []).filter(({ optional }) => !optional);
        return Object.fromEntries(
          needed.map((field) => [field.wire, this.initialField(field)]),
        );
      }
      case "union":
        return this.#union(def, this.#least(def), (type) => this.initial(type));
    }
  }

  /** Before each random value. */
  begin(): this {
    this.#left = MANY;
    return this;
  }

  #isDeep(depth: number): boolean {
    return depth > DEEP || this.#left <= 0;
  }

  random(ref: Ref, rng: Rng, depth: number): unknown {
    this.#left--;
    const isDeep = this.#isDeep(depth);
    switch (ref.kind) {
      case "builtin":
        return orElse(anyOf(ref, rng), () => smallest(ref));
      case "nullable":
        return isDeep || oneIn(rng, 4) ? null : this.random(ref.of, rng, depth);
      case "list":
        return this.#several(ref, rng, isDeep, () =>
          this.random(ref.of, rng, depth + 1),
        );
      case "map":
        return Object.fromEntries(
          this.#several(ref, rng, isDeep, (at) => [
            anyKey(rng, at),
            this.random(ref.of, rng, depth + 1),
          ]),
        );
      case "tuple":
        return (ref.items ?? []).map((item) =>
          this.random(item, rng, depth + 1),
        );
      case "named":
        return this.#randomOf(this.#types.def(ref.name), rng, depth);
    }
  }

  randomField(field: Field, rng: Rng, depth: number): unknown {
    const isNull = field.nullable && (this.#isDeep(depth) || oneIn(rng, 4));
    return isNull ? null : this.random(field.type, rng, depth);
  }

  #several<Item>(
    ref: Ref & { readonly kind: "list" | "map" },
    rng: Rng,
    isDeep: boolean,
    make: (at: number) => Item,
  ): Item[] {
    const least = ref.min ?? 0;
    const most = isDeep ? least : Math.min(ref.max ?? Infinity, least + 3);
    const length = integer(rng, least, most);
    return Array.from({ length }, (_, at) => make(at));
  }

  #randomOf(def: TypeDef, rng: Rng, depth: number): unknown {
    const { example } = def;
    const self: Ref = { kind: "named", name: def.name };
    const isGiven = example !== undefined && this.#isOf(self, example);
    switch (def.kind) {
      case "alias":
      case "brand": {
        const { type } = def;
        if (type?.kind !== "builtin" || !isGiven) {
          return type && this.random(type, rng, depth);
        }
        // Where no text can be made for a pattern, there is the example.
        return orElse(anyOf(type, rng), () => structuredClone(example));
      }
      case "external":
        // The application's own type may want more than is said of it here.
        if (isGiven) return structuredClone(example);
        return def.type && this.random(def.type, rng, depth);
      case "enum":
        if (def.open && oneIn(rng, 6)) {
          const builtin = def.numeric ? "int" : "string";
          return anyOf({ kind: "builtin", builtin }, rng);
        }
        return enumValue(def, integer(rng, 0, (def.values ?? []).length - 1));
      case "object": {
        const entries = (def.fields ?? []).flatMap((field) => {
          const mayBeAbsent = field.optional || field.hasDefault;
          const isAbsent =
            mayBeAbsent && (this.#isDeep(depth) || oneIn(rng, 3));
          if (isAbsent) return [];
          return [
            [field.wire, this.randomField(field, rng, depth + 1)] as const,
          ];
        });
        return Object.fromEntries(entries);
      }
      case "union":
        return this.#randomUnion(def, rng, depth);
    }
  }

  #randomUnion(def: TypeDef, rng: Rng, depth: number): unknown {
    const all = (def.members ?? []).map((_, at) => at);
    const isDeep = this.#isDeep(depth);
    const members = isDeep ? [this.#least(def)] : all;
    if (def.open && !isDeep && oneIn(rng, 8)) return unknownMember(def, rng);
    return this.#union(def, pick(rng, members), (type) =>
      this.random(type, rng, depth + 1),
    );
  }

  /** The first of the members whose smallest values nest the least. */
  #least(def: TypeDef): number {
    const heights = (def.members ?? []).map(({ type }) =>
      type ? this.#heights.of(type) : 0,
    );
    return heights.indexOf(Math.min(...heights));
  }

  /** A value of the member at a place. */
  #union(def: TypeDef, at: number, make: (type: Ref) => unknown): unknown {
    const member = def.members?.[at];
    const tag = def.tag ?? "";
    if (!member) return null;
    switch (def.tagging) {
      case "internal": {
        const content = member.type ? make(member.type) : {};
        return withKeys([[tag, member.wire], ...Object.entries(content ?? {})]);
      }
      case "adjacent": {
        const content: [string, unknown][] = member.type
          ? [[def.content ?? "", make(member.type)]]
          : [];
        return withKeys([[tag, member.wire], ...content]);
      }
      default: {
        const { type } = member;
        if (!type) return null;
        // A value of one member may look like one of another.
        const apart = apartOf(this.#types, def);
        for (let attempt = 0; attempt < 20; attempt++) {
          const value = make(type);
          if (memberFor(apart, value) === type) return value;
        }
        return this.initial(type);
      }
    }
  }
}

/** What stands in for a value that could not be made; null is one. */
function orElse(value: unknown, other: () => unknown): unknown {
  return value === undefined ? other() : value;
}

/** The first of several entries with the same key is the one that counts. */
function withKeys(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries([...new Map([...entries].reverse())].reverse());
}

function enumValue(def: TypeDef, at: number): unknown {
  const wire = def.values?.[at]?.wire ?? "";
  return def.numeric ? Number(wire) : wire;
}

/** A member that the schema does not have. */
function unknownMember(def: TypeDef, rng: Rng): unknown {
  let wire = "something new";
  while (def.members?.some((member) => member.wire === wire)) wire += "er";
  const content = anyJson(rng, 1);
  return withKeys([
    [def.tag ?? "", wire],
    [def.tagging === "adjacent" ? (def.content ?? "") : "more", content],
  ]);
}
