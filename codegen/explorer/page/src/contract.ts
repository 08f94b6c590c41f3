// The contract as the page gets it: what `codegen/src/contract` makes of a schema. What is null, false or empty
// there is absent here.

/** A contract: everything of one schema. */
export interface Contract {
  readonly view: 1;
  /** The schema's file name. */
  readonly source: string;
  /** What both ends must agree on; a client sends it as `auth.$sockgen`. */
  readonly hash: string;
  readonly name: string;
  readonly version?: string;
  readonly doc?: string;
  readonly types?: readonly TypeDef[];
  /** The root first. */
  readonly namespaces: readonly Namespace[];
  readonly ackStyles: readonly AckStyle[];
}

/** A Socket.IO namespace. */
export interface Namespace {
  /** `/`, `/admin`, `/game/{id: GameId}`. */
  readonly path: string;
  readonly names?: Names;
  /** The path in parts; several, and parameters, where it is dynamic. */
  readonly template: readonly Part[];
  readonly dynamic?: true;
  readonly doc?: string;
  readonly auth?: Ref;
  readonly connectError?: Ref;
  readonly clientToServer?: readonly EventDef[];
  readonly serverToClient?: readonly EventDef[];
  readonly inFlight?: number;
  readonly rooms?: readonly RoomDef[];
}

/** An event of either direction. */
export interface EventDef {
  readonly wire: string;
  /** `camel` is the method in TypeScript, `snake` that in Rust. */
  readonly names: { readonly camel: string; readonly snake: string };
  readonly doc?: string;
  readonly deprecated?: Deprecated;
  readonly volatile?: true;
  /** `none`, one argument (`data`), several (`args`), or any (`raw`). */
  readonly payload: "none" | "data" | "args" | "raw";
  readonly data?: Ref;
  readonly args?: readonly Field[];
  /** The type whose fields `args` are, as Rust has it. */
  readonly argsType?: string;
  /** What it carries: of `args` and `raw` a list of arguments. */
  readonly example?: unknown;
  /** `none` is an answer without data. */
  readonly ack: "undeclared" | "none" | "data" | "raw";
  readonly answer?: Ref;
  readonly error?: Ref;
  /** A place in `ackStyles`. */
  readonly ackStyle: number;
  readonly ackTimeoutMs?: number;
  /** Of what clients send. */
  readonly maxBytes?: number;
  readonly rate?: { readonly count: number; readonly perMs: number };
  readonly ordered?: true;
  readonly strict?: true;
  /** Of what the server sends: the kinds of rooms it goes to, by their keys. */
  readonly to?: readonly string[];
}

/** A kind of room. */
export interface RoomDef {
  readonly key: string;
  readonly names: Names;
  readonly doc?: string;
  readonly template: readonly Part[];
  /** The client event that joins it, and the one that leaves it. */
  readonly join?: string;
  readonly leave?: string;
}

/** A part of a room's name, or of a namespace's path: a text, or a parameter. */
export interface Part {
  readonly literal?: string;
  readonly name?: string;
  readonly names?: { readonly camel: string; readonly snake: string };
  readonly type?: Ref;
}

export interface Names {
  readonly camel: string;
  readonly pascal: string;
  readonly snake: string;
}

export interface Deprecated {
  readonly since?: string;
  /** What to use instead. */
  readonly use?: string;
  readonly note?: string;
}

/** The built-in types. 64-bit integers are decimal texts on the wire, times are RFC 3339. */
export type Builtin =
  | "string"
  | "bool"
  | "u8"
  | "u16"
  | "u32"
  | "i8"
  | "i16"
  | "i32"
  | "int"
  | "u64"
  | "i64"
  | "f32"
  | "f64"
  | "datetime"
  | "date"
  | "uuid"
  | "bytes"
  | "json";

/** A type where it is used. */
export type Ref =
  | {
      readonly kind: "builtin";
      readonly builtin: Builtin;
      /** Characters, bytes, or the number itself; of 64-bit integers a decimal text. */
      readonly min?: number | string;
      readonly max?: number | string;
      readonly pattern?: string;
    }
  | { readonly kind: "named"; readonly name: string; readonly boxed?: true }
  | {
      readonly kind: "list" | "map";
      readonly of: Ref;
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: "tuple"; readonly items?: readonly Ref[] }
  | { readonly kind: "nullable"; readonly of: Ref };

/** A type with a name, which no other has. */
export interface TypeDef {
  readonly name: string;
  /** Where it stands in Rust's module, unless under its name: `admin::Kick`. */
  readonly rustPath?: string;
  readonly origin: string;
  readonly doc?: string;
  readonly example?: unknown;
  readonly deprecated?: Deprecated;
  readonly kind: "alias" | "brand" | "external" | "object" | "enum" | "union";
  /** What an alias or a brand stands for, what an external type is on the wire. */
  readonly type?: Ref;
  /** The path of an external Rust type. */
  readonly rust?: string;
  /** An external TypeScript type, and the module that exports it. */
  readonly ts?: { readonly name: string; readonly from: string };
  readonly fields?: readonly Field[];
  readonly values?: readonly EnumValue[];
  /** Whether the values of an enum are integers. */
  readonly numeric?: true;
  /** Whether there may be other values, or members. */
  readonly open?: true;
  readonly members?: readonly Member[];
  /** How the members of a union are told apart: by a field among theirs, by one beside them, or by what they are. */
  readonly tagging?: "internal" | "adjacent" | "untagged";
  readonly tag?: string;
  readonly content?: string;
}

/** A field of an object, or an argument. */
export interface Field {
  readonly wire: string;
  readonly names: { readonly snake: string };
  readonly optional?: true;
  /** Whether null is a value; `type` is what it is otherwise. */
  readonly nullable?: true;
  readonly type: Ref;
  readonly default?: unknown;
  readonly hasDefault?: true;
  readonly example?: unknown;
  readonly deprecated?: Deprecated;
  readonly doc?: string;
}

export interface EnumValue {
  /** The text; of an integer its digits. */
  readonly wire: string;
  readonly names: { readonly pascal: string };
  readonly doc?: string;
}

export interface Member {
  /** The tag's value; empty without a tag. */
  readonly wire: string;
  readonly names: { readonly pascal: string };
  /** Absent for a member that is nothing but its tag. */
  readonly type?: Ref;
  readonly doc?: string;
}

/** A way of writing acks. */
export interface AckStyle {
  readonly name?: string;
  readonly standard?: true;
  readonly ok: Shape;
  readonly error?: Shape;
  readonly fault?: Shape;
}

export type Slot = "data" | "error" | "fault" | "code" | "message";

export type Shape =
  | { readonly slot: Slot }
  | { readonly const: unknown }
  | {
      readonly object: readonly (
        | { readonly key: string; readonly value: Shape }
        | { readonly spread: Slot }
      )[];
    };

/** The types of a contract by name, and what stands behind names. */
export class Types {
  readonly contract: Contract;
  readonly #defs: ReadonlyMap<string, TypeDef>;

  constructor(contract: Contract) {
    this.contract = contract;
    this.#defs = new Map(contract.types?.map((def) => [def.name, def]));
  }

  /** All of them, in the order of the contract. */
  get all(): readonly TypeDef[] {
    return [...this.#defs.values()];
  }

  /** Throws where there is no such type, which the schema's checks rule out. */
  def(name: string): TypeDef {
    const def = this.#defs.get(name);
    if (!def) throw new Error(`the contract has no type ${name}`);
    return def;
  }

  /** A type without the aliases, brands and external types in front of it. */
  behind(ref: Ref): Ref {
    let at = ref;
    // The schema's checks refuse aliases that lead back to themselves.
    for (;;) {
      if (at.kind !== "named") return at;
      const { kind, type } = this.def(at.name);
      const passes =
        kind === "alias" || kind === "brand" || kind === "external";
      if (!passes || !type) return at;
      at = type;
    }
  }
}
