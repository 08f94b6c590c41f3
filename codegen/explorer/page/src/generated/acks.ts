// @generated from the templates of sockgen. Do not edit; `codegen/tests/checked_in.rs` says how.

/** What a request came to. */
export type Outcome =
  | { ok: true; data: unknown; error?: undefined; fault?: undefined }
  | { ok: false; error: unknown; fault?: undefined }
  | { ok: false; fault: RequestFault; error?: undefined };

/** Why a request has neither data nor a declared error. */
export interface RequestFault {
  code: string;
  message: string;
  path?: string;
}

/** How answers are written. */
export interface AckStyle {
  /** `undefined` for what is none. */
  read: (response: unknown[], marks: Marks) => Outcome | undefined;
  /** `undefined` where the style has no way to say it. */
  write: (outcome: Outcome) => unknown[] | undefined;
}

/** `{ ok: true, data }`, `{ ok: false, error }` or `{ ok: false, fault }`. */
const ACKS: AckStyle = {
  read([answer]) {
    if (typeof answer !== "object" || answer === null) return undefined;
    const { ok, data, error, fault } = answer as { [key: string]: unknown };
    if (ok === true) return { ok, data: data ?? null };
    if (ok !== false) return undefined;
    const { code, message } = (fault ?? {}) as { [key: string]: unknown };
    const isFault = typeof code === "string" && typeof message === "string";
    if (isFault) return { ok, fault } as Outcome;
    return error === undefined ? undefined : { ok, error };
  },
  write: (outcome) => [outcome],
};

/** Answers that are what they are, unless one is a fault of the given style. */
function raw(acks: AckStyle): AckStyle {
  return {
    read(response, marks) {
      const whole: Outcome = { ok: true, data: response };
      if (response.length !== 1) return whole;
      const outcome = acks.read(response, marks) ?? whole;
      return !outcome.ok && outcome.fault ? outcome : whole;
    },
    write: (outcome) =>
      outcome.ok ? (outcome.data as unknown[]) : acks.write(outcome),
  };
}

/** What an answer looks like: places, constants, and objects of such. */
type Shape =
  | Place
  | Spread
  | string
  | number
  | boolean
  | null
  | { readonly [key: string]: Shape };

/** Where a part of the outcome stands. */
class Place {
  readonly part: Slot;

  constructor(part: Slot) {
    this.part = part;
  }
}

/** An object whose keys stand among others. */
class Spread {
  readonly part: Slot;
  readonly others: { readonly [key: string]: Shape };

  constructor(place: Place, others: { readonly [key: string]: Shape } = {}) {
    this.part = place.part;
    this.others = others;
  }
}

type Slot = "data" | "error" | "fault" | "code" | "message";
type Found = { [S in Slot]?: unknown };

/** What tells the data and the error of an event from each other and from faults. */
interface Marks {
  data?: (json: unknown) => boolean;
  error?: (json: unknown) => boolean;
}

const $data = /* @__PURE__ */ new Place("data");
const $error = /* @__PURE__ */ new Place("error");
const $fault = /* @__PURE__ */ new Place("fault");
const $code = /* @__PURE__ */ new Place("code");
const $message = /* @__PURE__ */ new Place("message");

/** A way of writing answers. */
function style(ok: Shape, error?: Shape, fault?: Shape): AckStyle {
  const readers = [
    [ok, dataIn],
    [error, errorIn],
    [fault, faultIn],
  ] as const;
  return {
    read([answer = null], marks) {
      let outcome: Outcome | undefined;
      let most = -1;
      // Where several shapes fit, the one with the most constants is meant.
      for (const [shape, outcomeIn] of readers) {
        const found: Found = {};
        const constants = matched(shape, answer, found);
        const next = constants > most ? outcomeIn(found, marks) : undefined;
        if (next) [outcome, most] = [next, constants];
      }
      return outcome;
    },
    write(outcome) {
      if (outcome.ok) return [filled(ok, outcome)];
      if (!outcome.fault) return [filled(error, outcome)];
      if (fault === undefined) return undefined;
      return [filled(fault, { ...outcome, ...outcome.fault })];
    },
  };
}

function dataIn({ data }: Found, marks: Marks): Outcome | undefined {
  if (!marks.data) return { ok: true, data: null };
  return marks.data(data) ? { ok: true, data } : undefined;
}

function errorIn({ error }: Found, marks: Marks): Outcome | undefined {
  return marks.error?.(error) ? { ok: false, error } : undefined;
}

function faultIn(found: Found): Outcome | undefined {
  const whole = (found.fault ?? {}) as { [key: string]: unknown };
  const { code = whole["code"], message = whole["message"] } = found;
  if (typeof code !== "string" && typeof message !== "string") return undefined;
  const fault = { code: code ?? "internal", message: message ?? "" };
  const path = whole["path"];
  const withPath = typeof path === "string" ? { ...fault, path } : fault;
  return { ok: false, fault: withPath as RequestFault };
}

/** How many constants of a shape a value has; -1 if its shape is another one. */
function matched(
  shape: Shape | undefined,
  value: unknown,
  found: Found,
): number {
  if (shape instanceof Place) {
    found[shape.part] = value;
    return 0;
  }
  if (typeof shape !== "object" || shape === null) {
    return shape === value ? 1 : -1;
  }
  if (typeof value !== "object" || value === null) return -1;
  const rest: { [key: string]: unknown } = { ...value };
  let constants = 0;
  const keys = shape instanceof Spread ? shape.others : shape;
  for (const [key, inner] of Object.entries(keys)) {
    // An answer without data may leave its key out.
    if (!(key in rest) && inner !== $data) return -1;
    const count = matched(inner, rest[key], found);
    if (count < 0) return -1;
    constants += count;
    Reflect.deleteProperty(rest, key);
  }
  if (shape instanceof Spread) found[shape.part] = rest;
  return constants;
}

/** A shape with what belongs in its places. */
function filled(shape: Shape | undefined, found: Found): unknown {
  if (shape instanceof Place) return found[shape.part];
  if (typeof shape !== "object" || shape === null) return shape;
  const whole: { [key: string]: unknown } = {};
  const keys = shape instanceof Spread ? shape.others : shape;
  for (const [key, inner] of Object.entries(keys)) {
    whole[key] = filled(inner, found);
  }
  if (!(shape instanceof Spread)) return whole;
  return { ...whole, ...(found[shape.part] as object | null) };
}

/** Which kind of JSON a value is. */
function kindOf(json: unknown) {
  if (json === null) return "null";
  return Array.isArray(json) ? "array" : typeof json;
}

/** Whether JSON is an object that has these keys. */
function hasKeys(json: unknown, ...keys: string[]): boolean {
  if (kindOf(json) !== "object") return false;
  const own = Object.keys(json as object);
  return keys.every((key) => own.includes(key));
}

export {
  $code,
  $data,
  $error,
  $fault,
  $message,
  ACKS,
  Place,
  Spread,
  hasKeys,
  kindOf,
  raw,
  style,
};
export type { Marks, Shape, Slot };
