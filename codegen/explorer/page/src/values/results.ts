// What an ack was called with, as an outcome, and an outcome as what an ack is called with: in the style of the event, by
// the very code of generated clients.
import {
  Types,
  type Contract,
  type EventDef,
  type Shape as ShapeDef,
  type Slot,
} from "../contract.ts";
import * as acks from "../generated/acks.ts";
import type { AckStyle, Marks, Outcome, Shape } from "../generated/acks.ts";
import { markOf } from "./shapes.ts";

export type { Outcome, RequestFault } from "../generated/acks.ts";

/** How an event is answered. */
export interface EventStyle {
  /** What an ack was called with; `undefined` for what is no answer of this style, and where none is declared. */
  readonly read: (response: unknown[]) => Outcome | undefined;
  /** What to call an ack with; `undefined` where the style has no way to say it. */
  readonly write: (outcome: Outcome) => unknown[] | undefined;
  /** What may be said instead of data. */
  readonly can: { readonly error: boolean; readonly fault: boolean };
}

const NONE: EventStyle = {
  read: () => undefined,
  write: () => undefined,
  can: { error: false, fault: false },
};

const STYLES = new WeakMap<EventDef, EventStyle>();

/** How an event is answered, by the style that it has. */
export function styleOf(
  contract: Contract,
  event: EventDef,
  types = new Types(contract),
): EventStyle {
  const known = STYLES.get(event);
  if (known) return known;
  const style = makeStyle(contract, event, types);
  STYLES.set(event, style);
  return style;
}

function makeStyle(
  contract: Contract,
  event: EventDef,
  types: Types,
): EventStyle {
  const def = contract.ackStyles[event.ackStyle];
  if (!def || event.ack === "undeclared") return NONE;
  const own = def.standard
    ? acks.ACKS
    : acks.style(
        shapeOf(def.ok),
        def.error && shapeOf(def.error),
        def.fault && shapeOf(def.fault),
      );
  const isRaw = event.ack === "raw";
  const style: AckStyle = isRaw ? acks.raw(own) : own;
  const marks: Marks = {};
  // The standard style tells all by its constants, and any arguments are whatever they are.
  if (!def.standard && !isRaw) {
    if (event.answer) marks.data = markOf(types, event.answer);
    if (event.error) marks.error = markOf(types, event.error);
  }
  const error = !!event.error && !isRaw && (!!def.standard || !!def.error);
  const fault = !!def.standard || !!def.fault;
  return {
    read: (response) => style.read(response, marks),
    write(outcome) {
      const isError = !outcome.ok && !outcome.fault;
      return isError && !error ? undefined : style.write(outcome);
    },
    can: { error, fault },
  };
}

/** It may be null, which is a constant like others. */
function shapeOf(def: ShapeDef): Shape {
  if ("slot" in def) return PLACES[def.slot];
  if ("const" in def) return def.const as Shape;
  const keys: [string, Shape][] = [];
  let spread: Slot | undefined;
  for (const entry of def.object) {
    if ("spread" in entry) spread = entry.spread;
    else keys.push([entry.key, shapeOf(entry.value)]);
  }
  const whole = Object.fromEntries(keys);
  if (!spread) return whole;
  return new acks.Spread(PLACES[spread], whole);
}

const PLACES: { readonly [S in Slot]: acks.Place } = {
  data: acks.$data,
  error: acks.$error,
  fault: acks.$fault,
  code: acks.$code,
  message: acks.$message,
};
