// How deeply the smallest value of a type nests, so that whoever makes values of types that lead back to themselves
// finds an end.
import type { Field, Ref, TypeDef, Types } from "../contract.ts";
import { orderOf } from "./order.ts";

/** The heights of a contract's types. A built-in type has none, and neither has what may be empty or null. */
export class Heights {
  readonly #heights = new Map<string, number>();

  constructor(types: Types) {
    // Nearly all types stand behind those that they are made of, so few rounds are needed.
    const order = [
      ...orderOf(types.all),
      ...types.all.filter(({ origin }) => origin === "args"),
    ];
    for (let isNew = true; isNew;) {
      isNew = false;
      for (const def of order) {
        const height = this.#ofDef(def);
        if (height === this.#heights.get(def.name)) continue;
        this.#heights.set(def.name, height);
        isNew = true;
      }
    }
  }

  /** Infinity for a type that has no value at all, which the schema's checks rule out. */
  of(ref: Ref): number {
    switch (ref.kind) {
      case "builtin":
      case "nullable":
        return 0;
      case "list":
      case "map":
        return ref.min ? this.of(ref.of) + 1 : 0;
      case "tuple":
        return highest((ref.items ?? []).map((item) => this.of(item))) + 1;
      case "named":
        return this.#heights.get(ref.name) ?? Infinity;
    }
  }

  #ofDef(def: TypeDef): number {
    switch (def.kind) {
      case "alias":
      case "brand":
      case "external":
        return def.type ? this.of(def.type) : Infinity;
      case "enum":
        return 0;
      case "object": {
        const needed = (def.fields ?? []).filter(isNeeded);
        return highest(needed.map(({ type }) => this.of(type))) + 1;
      }
      case "union": {
        const members = def.members ?? [];
        return (
          Math.min(...members.map(({ type }) => (type ? this.of(type) : 0))) + 1
        );
      }
    }
  }
}

function isNeeded(field: Field): boolean {
  return !field.optional && !field.hasDefault && !field.nullable;
}

function highest(heights: readonly number[]): number {
  return heights.reduce((one, other) => Math.max(one, other), 0);
}
