// What the Rust emitter decides about types, and no view of the contract says.

import type { Ref, Types } from "../contract.ts";

/** Whether every value of the Rust type is one of the schema's: `is_free` of the emitter. */
export function isFree(types: Types, ref: Ref): boolean {
  switch (ref.kind) {
    case "builtin": {
      const isWhole = ![
        "int",
        "f32",
        "f64",
        "datetime",
        "date",
        "json",
      ].includes(ref.builtin);
      return (
        isWhole &&
        ref.pattern === undefined &&
        ref.min === undefined &&
        ref.max === undefined
      );
    }
    case "list":
      return (
        ref.min === undefined && ref.max === undefined && isFree(types, ref.of)
      );
    case "tuple":
      return (ref.items ?? []).every((item) => isFree(types, item));
    case "nullable":
      return isFree(types, ref.of);
    case "map":
      return false;
    case "named": {
      const def = types.def(ref.name);
      if (def.kind === "alias") return !!def.type && isFree(types, def.type);
      if (def.kind === "enum") return !def.open || !def.numeric;
      return def.kind === "brand";
    }
  }
}

/** A type without the aliases in front of it, but those that are boxed. */
export function behindAliases(types: Types, ref: Ref): Ref {
  let at = ref;
  while (at.kind === "named" && !at.boxed) {
    const { kind, type } = types.def(at.name);
    if (kind !== "alias" || !type) break;
    at = type;
  }
  return at;
}

/** Whether a type is `T | null`, here or behind an alias. */
export function isNullable(types: Types, ref: Ref | undefined): boolean {
  let at = ref;
  while (at?.kind === "named") {
    const { kind, type } = types.def(at.name);
    at = kind === "alias" ? type : undefined;
  }
  return at?.kind === "nullable";
}

/** Whether a parameter of the type is given as a `&str`. */
export function isText(types: Types, ref: Ref): boolean {
  if (ref.kind === "builtin") return ref.builtin === "string";
  if (ref.kind !== "named") return false;
  const { kind, type } = types.def(ref.name);
  return kind === "alias" && !!type && isText(types, type);
}
