// In which order types are made, so that each finds what it is made of: only those that lead back to themselves cannot
// have that. As `codegen/src/ts/validators/order.rs` has it.
import type { Ref, TypeDef } from "../contract.ts";

/** Types, each behind those that it names, else in the order of the contract. */
export function orderOf(defs: readonly TypeDef[]): readonly TypeDef[] {
  const byName = new Map(defs.map((def) => [def.name, def]));
  const seen = new Set<string>();
  const order: TypeDef[] = [];
  // The stack is our own: a chain of types may be as long as a file.
  const stack: { readonly def: TypeDef; readonly rest: Iterator<string> }[] =
    [];
  const enter = (def: TypeDef) => {
    seen.add(def.name);
    stack.push({ def, rest: namesIn(def)[Symbol.iterator]() });
  };
  for (const start of defs) {
    // The arguments of an event stand there.
    if (start.origin === "args" || seen.has(start.name)) continue;
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.rest.next();
      if (next.done) {
        order.push(top.def);
        stack.pop();
      } else {
        const def = byName.get(next.value);
        if (def && !seen.has(def.name)) enter(def);
      }
    }
  }
  return order;
}

/** The types that a type names, as often as it does. */
export function namesIn(def: TypeDef): string[] {
  const names: string[] = [];
  const add = (ref: Ref): void => {
    switch (ref.kind) {
      case "named":
        names.push(ref.name);
        return;
      case "list":
      case "map":
      case "nullable":
        add(ref.of);
        return;
      case "tuple":
        ref.items?.forEach(add);
    }
  };
  if (def.type) add(def.type);
  for (const { type } of [...(def.fields ?? []), ...(def.members ?? [])]) {
    if (type) add(type);
  }
  return names;
}
