// The schemas of a contract, made of the calls that a generated file of validators would have: what is wrong with a value
// is said in the same words, at the same places, as there. `codegen/src/ts/validators` is what this follows;
// `tests/agreement` holds the two against each other.
import {
  Types,
  type Contract,
  type EventDef,
  type Field,
  type Namespace,
  type Ref,
  type TypeDef,
} from "../contract.ts";
import * as make from "../generated/schemas.ts";
import type { Issue, Schema } from "../generated/schemas.ts";
import { orderOf } from "./order.ts";
import { regexOf } from "./regex.ts";
import { apartOf } from "./shapes.ts";

export { pathOf } from "../generated/schemas.ts";
export type { Issue, Schema } from "../generated/schemas.ts";

/** The schemas of an event: of its arguments as a list, and of the data and the error of its answer. */
export interface EventSchemas {
  readonly args: Schema<unknown>;
  readonly data?: Schema<unknown>;
  readonly error?: Schema<unknown>;
}

export type Direction = "clientToServer" | "serverToClient";

/** All that is wrong with a value, in the order in which the server finds it; nothing, where it fits. */
export function issuesOf(
  schema: Schema<unknown>,
  value: unknown,
): readonly Issue[] {
  return schema["~standard"].validate(value).issues ?? [];
}

/** The schemas of a contract. Each is made once, when it is first asked for. */
export class Schemas {
  readonly types: Types;
  readonly #contract: Contract;
  readonly #refs = new WeakMap<Ref, Schema<unknown>>();
  readonly #events = new WeakMap<EventDef, EventSchemas>();
  /** Of the types with a name: all are made at once, each behind those that it is made of. */
  #named: Map<string, Schema<unknown>> | undefined;

  constructor(contract: Contract) {
    this.#contract = contract;
    this.types = new Types(contract);
  }

  /** The schema of a type where it is used. Throws for a name that the contract does not have. */
  of(ref: Ref): Schema<unknown> {
    const known = this.#refs.get(ref);
    if (known) return known;
    this.#makeNamed();
    const schema = this.#of(ref);
    this.#refs.set(ref, schema);
    return schema;
  }

  /** The schemas of an event. A strict one refuses what it does not know where a client sends it. */
  event(event: EventDef, direction: Direction): EventSchemas {
    const known = this.#events.get(event);
    if (known) return known;
    this.#makeNamed();
    let args = this.#arguments(event);
    // Where the server looks at nothing there is nothing that it does not know.
    const isRead = event.payload === "data" || event.payload === "args";
    const isStrict = event.strict && direction === "clientToServer";
    if (isStrict && isRead) args = make.strict(args);
    const schemas: EventSchemas = {
      args,
      ...(event.answer && { data: this.of(event.answer) }),
      ...(event.error && { error: this.of(event.error) }),
    };
    this.#events.set(event, schemas);
    return schemas;
  }

  /** What clients say when they connect; absent where that is nothing. */
  auth(namespace: Namespace): Schema<unknown> | undefined {
    return namespace.auth && this.of(namespace.auth);
  }

  /** Why a connection may be refused; absent where no error is declared. */
  connectError(namespace: Namespace): Schema<unknown> | undefined {
    return namespace.connectError && this.of(namespace.connectError);
  }

  #arguments(event: EventDef): Schema<unknown> {
    switch (event.payload) {
      case "none":
        return make.noArguments();
      case "raw":
        return make.anyArguments();
      case "data":
        return event.data
          ? make.payload(this.of(event.data))
          : make.noArguments();
      case "args": {
        const fields = event.args ?? [];
        return make.args(
          ...fields.map(
            (field) => [field.wire, this.#field(field, undefined)] as const,
          ),
        );
      }
    }
  }

  #makeNamed(): void {
    if (this.#named) return;
    const order = orderOf(this.#contract.types ?? []);
    this.#named = new Map();
    for (const def of order) {
      this.#named.set(def.name, this.#definition(def));
    }
  }

  #definition(def: TypeDef): Schema<unknown> {
    switch (def.kind) {
      case "alias":
        return this.#of(typeOf(def));
      case "brand":
        return make.brand(this.#of(typeOf(def)));
      case "external": {
        // In a text or a number nothing can stand that only the application knows.
        const json = typeOf(def);
        const isPlain = this.#isPlain(json);
        return (isPlain ? make.brand : make.external)(this.#of(json));
      }
      case "object": {
        const fields = def.fields ?? [];
        return make.object(
          Object.fromEntries(
            fields.map((field) => [field.wire, this.#field(field, def.name)]),
          ),
        );
      }
      case "enum": {
        // Of an open one any value will do.
        if (def.open) return def.numeric ? make.int() : make.string();
        const values = (def.values ?? []).map(({ wire }) => wire);
        return def.numeric
          ? make.oneOf(values.map(Number))
          : make.oneOf(values);
      }
      case "union":
        return this.#union(def);
    }
  }

  /** A field of an object, or an argument. `within` is the type in which it stands. */
  #field(field: Field, within: string | undefined): Schema<unknown> {
    const ref = field.nullable
      ? ({ kind: "nullable", of: field.type } as const)
      : field.type;
    const schema = this.#of(ref);
    if (field.hasDefault)
      return make.withDefault(schema, field.default ?? null);
    if (!field.optional) return schema;
    // A type that stands further down cannot say yet that null is one of its values.
    const isBelow =
      within !== undefined &&
      ref.kind === "named" &&
      !this.#named?.has(ref.name);
    return make.optional(
      isBelow && this.#isNullable(ref) ? make.nullable(schema) : schema,
    );
  }

  #of(ref: Ref): Schema<unknown> {
    switch (ref.kind) {
      case "builtin":
        return builtin(ref);
      case "named":
        return this.#reference(ref.name);
      case "nullable":
        return make.nullable(this.#of(ref.of));
      case "list":
        return make.list(this.#of(ref.of), ref.min, ref.max);
      case "map":
        return make.map(this.#of(ref.of), ref.min, ref.max);
      case "tuple":
        return make.tuple(...(ref.items ?? []).map((item) => this.#of(item)));
    }
  }

  /** What is not made yet leads back to where it stands. */
  #reference(name: string): Schema<unknown> {
    const made = this.#named?.get(name);
    if (made) return made;
    this.types.def(name);
    return make.lazy(() => {
      const later = this.#named?.get(name);
      if (!later) throw new Error(`the type ${name} is of no use here`);
      return later;
    });
  }

  #union(def: TypeDef): Schema<unknown> {
    const members = def.members ?? [];
    const [tag = "", content = ""] = [def.tag, def.content];
    switch (def.tagging) {
      case "internal": {
        const schemas = Object.fromEntries(
          members.map(({ wire, type }) => [
            wire,
            type ? this.#of(type) : make.object({}),
          ]),
        );
        return def.open
          ? make.openTagged(tag, schemas)
          : make.tagged(tag, schemas);
      }
      case "adjacent": {
        const schemas = Object.fromEntries(
          members.map(({ wire, type }) => [wire, type ? this.#of(type) : null]),
        );
        return def.open
          ? make.openAdjacent(tag, content, schemas)
          : make.adjacent(tag, content, schemas);
      }
      default:
        return this.#untagged(def);
    }
  }

  /** By the kinds that values can have, and for several objects by the keys that each must have. */
  #untagged(def: TypeDef): Schema<unknown> {
    const { kinds, objects } = apartOf(this.types, def);
    const member = (kind: string, type: Ref) =>
      kind === "object" && objects.length > 1
        ? make.byKeys(
            ...objects.map(([one, keys]) => [this.#of(one), ...keys] as const),
          )
        : this.#of(type);
    return make.byKind(
      Object.fromEntries(
        [...kinds].map(([kind, type]) => [kind, member(kind, type)]),
      ),
    );
  }

  #isNullable(ref: Ref): boolean {
    let at = ref;
    while (at.kind === "named") {
      const { kind, type } = this.types.def(at.name);
      if (kind !== "alias" || !type) return false;
      at = type;
    }
    return at.kind === "nullable";
  }

  /** Whether all values of a type are texts, numbers, truth values or bytes. */
  #isPlain(ref: Ref): boolean {
    const at = this.types.behind(ref);
    if (at.kind === "builtin") return at.builtin !== "json";
    return at.kind === "named" && this.types.def(at.name).kind === "enum";
  }
}

function typeOf(def: TypeDef): Ref {
  if (!def.type) throw new Error(`the type ${def.name} stands for nothing`);
  return def.type;
}

function builtin(ref: Ref & { kind: "builtin" }): Schema<unknown> {
  switch (ref.builtin) {
    case "string": {
      const pattern =
        ref.pattern === undefined ? undefined : regexOf(ref.pattern);
      return make.string(number(ref.min), number(ref.max), pattern);
    }
    case "u64":
    case "i64":
      return make[ref.builtin](bigint(ref.min), bigint(ref.max));
    case "bool":
    case "datetime":
    case "date":
    case "uuid":
    case "json":
      return make[ref.builtin]();
    default:
      return make[ref.builtin](number(ref.min), number(ref.max));
  }
}

function number(bound: number | string | undefined): number | undefined {
  return bound === undefined ? undefined : Number(bound);
}

function bigint(bound: number | string | undefined): bigint | undefined {
  return bound === undefined ? undefined : BigInt(bound);
}
