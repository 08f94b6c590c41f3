// @generated from the templates of sockgen. Do not edit; `codegen/tests/checked_in.rs` says how.

/** A schema as Standard Schema v1 has it: whatever takes one of those takes this. */
export interface Schema<Output, Input = Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "sockgen";
    readonly validate: (value: unknown) => Validation<Output>;
    readonly types?:
      { readonly input: Input; readonly output: Output } | undefined;
  };
  /** For schemas that hold this one. */
  readonly read: Read;
  /** What a field has that is not there; absent where it must be. */
  readonly absent?: ((run: Run) => unknown) | undefined;
  /** Whether null is a value like any other. */
  readonly takesNull?: boolean | undefined;
}

/** The value as the server reads it, or all that is wrong with it. */
export type Validation<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly Issue[] };

/** What is wrong, and where: `["ops", 1, "text"]`. The server reports the first. */
export interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Whether a value fits as it is: no null to leave out, no default to fill in. */
export function is<Output>(
  schema: Schema<Output, unknown>,
  value: unknown,
): value is Output {
  const run = begin();
  return schema.read(value, run) === value && run.issues.length === 0;
}

/** The value as the server reads it. Throws an error that has the `issues`. */
export function parse<Output>(
  schema: Schema<Output, unknown>,
  value: unknown,
): Output {
  const result = schema["~standard"].validate(value);
  if (!result.issues) return result.value;
  const lines = result.issues.map(
    (issue) => `${pathOf(issue)}: ${issue.message}`,
  );
  throw Object.assign(new TypeError(lines.join("\n")), {
    issues: result.issues,
  });
}

/** Where an issue is, as the server's faults say it: `$.ops[1].text`. */
export function pathOf(issue: Issue): string {
  const steps = issue.path.map((key) => {
    if (typeof key === "number") return `[${key.toString()}]`;
    const name = String(key);
    const isPlain = /^[A-Za-z_]\w*$/.test(name);
    return isPlain ? `.${name}` : `[${JSON.stringify(name)}]`;
  });
  return `$${steps.join("")}`;
}

/** One validation: what was found so far, and how deep it is. */
interface Run {
  readonly issues: { message: string; path: PropertyKey[] }[];
  depth: number;
  /** As the server counts objects and unions, where those are told by kind. */
  nested: number;
  /** Whether keys that are not known are refused. */
  strict: boolean;
}

/**
 * Reads a value; where that does not fit, adds issues and returns anything. `tag` is
 * a key of its union, which an object does not have itself.
 */
type Read = (value: unknown, run: Run, tag?: string) => unknown;

function begin(): Run {
  return { issues: [], depth: 0, nested: 0, strict: false };
}

/** `decode` makes what the application works with of a value that fits. */
/* @__NO_SIDE_EFFECTS__ */
function schema(
  read: Read,
  decode?: (value: unknown) => unknown,
): Schema<never> {
  const validate = (value: unknown): Validation<never> => {
    const run = begin();
    const output = read(value, run);
    if (run.issues.length > 0) return { issues: run.issues };
    return { value: (decode ? decode(output) : output) as never };
  };
  return { "~standard": { version: 1, vendor: "sockgen", validate }, read };
}

/** A schema that stands further down, or that leads back to itself. */
/* @__NO_SIDE_EFFECTS__ */
function lazy<Output, Input>(
  get: () => Schema<Output, Input>,
): Schema<Output, Input> {
  return schema((value, run, tag) => get().read(value, run, tag));
}

/* @__NO_SIDE_EFFECTS__ */
function string(min = 0, max = Infinity, pattern?: RegExp): Schema<string> {
  return schema((value, run) => {
    if (typeof value !== "string") return expected("string", value, run);
    if (!isText(value)) return fail("must be well-formed Unicode", run);
    const units = value.length;
    // A character has one unit or two, so most texts need no counting.
    const isSure = units <= max && units >= min * 2 - 1;
    if (!isSure && !isIn(Array.from(value).length, min, max)) {
      return fail(`length must be ${between(min, max)}`, run);
    }
    if (pattern && !pattern.test(value)) {
      return fail(`must match ${pattern.source}`, run);
    }
    return value;
  });
}

/* @__NO_SIDE_EFFECTS__ */
function bool(): Schema<boolean> {
  return schema((value, run) =>
    typeof value === "boolean" ? value : expected("boolean", value, run),
  );
}

/* @__NO_SIDE_EFFECTS__ */
function u8(min = 0, max = 255): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function u16(min = 0, max = 65535): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function u32(min = 0, max = 4294967295): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function i8(min = -128, max = 127): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function i16(min = -32768, max = 32767): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function i32(min = -2147483648, max = 2147483647): Schema<number> {
  return int(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function int(
  min = Number.MIN_SAFE_INTEGER,
  max = Number.MAX_SAFE_INTEGER,
): Schema<number> {
  return schema((value, run) => {
    if (typeof value !== "number") return expected("integer", value, run);
    if (!Number.isInteger(value)) return fail("must be an integer", run);
    if (isIn(value, min, max)) return value;
    return fail(`must be ${between(min, max)}`, run);
  });
}

/* @__NO_SIDE_EFFECTS__ */
function u64(min = 0n, max = 18446744073709551615n): Schema<string> {
  return decimal(min, max);
}

/* @__NO_SIDE_EFFECTS__ */
function i64(
  min = -9223372036854775808n,
  max = 9223372036854775807n,
): Schema<string> {
  return decimal(min, max);
}

/** An integer as a text: each has one spelling. */
/* @__NO_SIDE_EFFECTS__ */
function decimal(min: bigint, max: bigint): Schema<string> {
  return schema((value, run) => {
    if (typeof value !== "string") return expected("string", value, run);
    if (/^(?:0|-?[1-9]\d{0,19})$/.test(value)) {
      const integer = BigInt(value);
      if (integer >= min && integer <= max) return value;
    }
    const range = `${min.toString()} to ${max.toString()}`;
    return fail(`must be an integer as a string, ${range}`, run);
  });
}

/* @__NO_SIDE_EFFECTS__ */
function f64(min = -Infinity, max = Infinity): Schema<number> {
  return schema((value, run) => {
    if (typeof value !== "number") return expected("number", value, run);
    if (!Number.isFinite(value)) return fail("must be a finite number", run);
    if (isIn(value, min, max)) return value;
    return fail(`must be ${between(min, max)}`, run);
  });
}

/** Value and bounds are rounded alike, as the server does it. */
/* @__NO_SIDE_EFFECTS__ */
function f32(min = -Infinity, max = Infinity): Schema<number> {
  const [least, most] = [Math.fround(min), Math.fround(max)];
  return schema((value, run) => {
    if (typeof value !== "number") return expected("number", value, run);
    const single = Math.fround(value);
    if (!Number.isFinite(single)) return fail("must be a finite number", run);
    if (isIn(single, least, most)) return value;
    return fail(`must be ${between(min, max)}`, run);
  });
}

/** As in RFC 3339, with any offset, a moment of the years 0 to 9999. */
/* @__NO_SIDE_EFFECTS__ */
function datetime(): Schema<string> {
  const form =
    /^\d{4}-\d\d-\d\d[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
  return schema((value, run) => {
    if (typeof value !== "string") return expected("string", value, run);
    return form.test(value) && isDay(value) && isOfOurYears(value)
      ? value
      : fail("must be a date and time as in RFC 3339", run);
  });
}

/** Whether an offset does not push a moment out of the years 0 to 9999. */
function isOfOurYears(text: string): boolean {
  const isFirst = text.startsWith("0000-01-01");
  if (!isFirst && !text.startsWith("9999-12-31")) return true;
  const minutes = (at: number) =>
    +text.slice(at, at + 2) * 60 + +text.slice(at + 3, at + 5);
  const sign = text.charAt(text.length - 6);
  const offset = sign === "+" || sign === "-" ? minutes(text.length - 5) : 0;
  const utc = minutes(11) + (sign === "-" ? offset : -offset);
  return isFirst ? utc >= 0 : utc < 24 * 60;
}

/* @__NO_SIDE_EFFECTS__ */
function date(): Schema<string> {
  return schema((value, run) => {
    if (typeof value !== "string") return expected("string", value, run);
    return /^\d{4}-\d\d-\d\d$/.test(value) && isDay(value)
      ? value
      : fail("must be a date such as 2024-12-31", run);
  });
}

/** Whether the calendar has the day that a text begins with. */
function isDay(text: string): boolean {
  const year = +text.slice(0, 4);
  const month = +text.slice(5, 7);
  const day = +text.slice(8, 10);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return isIn(day, 1, days[month - 1] ?? 0);
}

/* @__NO_SIDE_EFFECTS__ */
function uuid(): Schema<string> {
  const form = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
  return schema((value, run) => {
    if (typeof value !== "string") return expected("string", value, run);
    return form.test(value) ? value : fail("must be a UUID", run);
  });
}

/* @__NO_SIDE_EFFECTS__ */
function bytes(min = 0, max = Infinity): Schema<ArrayBuffer | ArrayBufferView> {
  return schema((value, run) => {
    if (!isBytes(value)) return expected("binary data", value, run);
    if (isIn(value.byteLength, min, max)) return value;
    return fail(`must have ${between(min, max)} bytes`, run);
  });
}

/* @__NO_SIDE_EFFECTS__ */
function json(): Schema<unknown> {
  return schema((value, run) => readAny(value, run, false));
}

/** Any JSON, perhaps with binary data in it, but nothing that Socket.IO would take for that. */
function readAny(value: unknown, run: Run, binary: boolean): unknown {
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return value;
      return fail("must be a finite number", run);
    case "string":
      return isText(value) ? value : fail("must be well-formed Unicode", run);
  }
  if (value === null || (binary && isBytes(value))) return value;
  if (!isList(value) && !isPlain(value)) return expected("JSON", value, run);
  if (!enter(run)) return value;
  if (isList(value)) {
    for (let at = 0; at < value.length; at++) {
      const from = run.issues.length;
      readAny(value[at], run, binary);
      if (run.issues.length > from && !within(at, run, from)) break;
    }
  } else {
    for (const key of Object.keys(value)) {
      const from = run.issues.length;
      if (!isText(key)) fail("must have keys of well-formed Unicode", run);
      if (key === "_placeholder") {
        fail("must not contain the key _placeholder", run);
      }
      if (run.issues.length > from) break;
      // What is undefined is not sent.
      if (value[key] !== undefined) readAny(value[key], run, binary);
      if (run.issues.length > from && !within(key, run, from)) break;
    }
  }
  run.depth--;
  return value;
}

/* @__NO_SIDE_EFFECTS__ */
function list<Output, Input>(
  items: Schema<Output, Input>,
  min = 0,
  max = Infinity,
): Schema<Output[], Input[]> {
  const { read } = items;
  return schema((value, run) => {
    if (!isList(value)) return expected("array", value, run);
    if (!enter(run)) return value;
    let copy: unknown[] | undefined;
    // Of a list that is too long, the server reads one item too many.
    const end = Math.min(value.length, max + 1);
    for (let at = 0; at < end; at++) {
      const input = value[at];
      const from = run.issues.length;
      const item = read(input, run);
      if (run.issues.length > from) {
        if (!within(at, run, from)) break;
      } else if (item !== input) {
        copy ??= [...value];
        copy[at] = item;
      }
    }
    if (!isIn(value.length, min, max)) {
      fail(`length must be ${between(min, max)}`, run);
    }
    run.depth--;
    return copy ?? value;
  });
}

/* @__NO_SIDE_EFFECTS__ */
function map<Output, Input>(
  values: Schema<Output, Input>,
  min = 0,
  max = Infinity,
): Schema<{ [key: string]: Output }, { [key: string]: Input }> {
  const { read } = values;
  return schema((value, run) => {
    if (!isPlain(value)) return expected("object", value, run);
    if (!enter(run)) return value;
    let output = value;
    let size = 0;
    for (const key of Object.keys(value)) {
      const input = value[key];
      // What is undefined is not sent.
      if (input === undefined) continue;
      const from = run.issues.length;
      if (key === "__proto__") fail("__proto__ is not allowed as a key", run);
      else if (!isText(key)) fail("must have keys of well-formed Unicode", run);
      if (run.issues.length > from || ++size > max) break;
      const item = read(input, run);
      if (run.issues.length > from) {
        if (!within(key, run, from)) break;
      } else if (item !== input) {
        if (output === value) output = { ...value };
        output[key] = item;
      }
    }
    if (!isIn(size, min, max)) fail(`length must be ${between(min, max)}`, run);
    run.depth--;
    return output;
  });
}

/* @__NO_SIDE_EFFECTS__ */
function tuple<const Items extends readonly Schema<unknown>[]>(
  ...items: Items
): Schema<Outputs<Items>, Inputs<Items>> {
  return schema((value, run) => {
    if (!isList(value)) return expected("array", value, run);
    if (!enter(run)) return value;
    let copy: unknown[] | undefined;
    const end = Math.min(value.length, items.length);
    for (let at = 0; at < end; at++) {
      const input = value[at];
      const from = run.issues.length;
      const item = items[at]?.read(input, run);
      if (run.issues.length > from) {
        if (!within(at, run, from)) break;
      } else if (item !== input) {
        copy ??= [...value];
        copy[at] = item;
      }
    }
    if (value.length !== items.length) {
      fail(`length must be ${items.length.toString()}`, run);
    }
    run.depth--;
    return copy ?? value;
  });
}

type Outputs<Items> = { -readonly [At in keyof Items]: OutputOf<Items[At]> };

type OutputOf<Item> = Item extends readonly [string, infer Field]
  ? OutputOf<Field>
  : Item extends Schema<infer Output, unknown>
    ? Output
    : never;

type Inputs<Items> = { -readonly [At in keyof Items]: InputOf<Items[At]> };

type InputOf<Item> = Item extends readonly [string, infer Field]
  ? InputOf<Field>
  : Item extends Schema<unknown, infer Input>
    ? Input
    : never;

/* @__NO_SIDE_EFFECTS__ */
function nullable<Output, Input>(
  inner: Schema<Output, Input>,
): Schema<Output | null, Input | null> {
  const { read } = inner;
  const orNull: Read = (value, run) =>
    value === null ? null : read(value, run);
  return { ...schema(orNull), takesNull: true };
}

/** A field that may be left out. Null is taken for that too, unless it is a value. */
/* @__NO_SIDE_EFFECTS__ */
function optional<Output, Input>(
  inner: Schema<Output, Input>,
): Schema<Output | undefined, Input | undefined> {
  const { read } = inner;
  const orNothing: Read = (value, run) =>
    value === null ? undefined : read(value, run);
  const either = schema(inner.takesNull ? read : orNothing);
  return { ...either, absent: () => undefined };
}

/** A field that has this value where it is left out. */
/* @__NO_SIDE_EFFECTS__ */
function withDefault<Output, Input>(
  inner: Schema<Output, Input>,
  value: Input,
): Schema<Output, Input | undefined> {
  const absent = (run: Run) =>
    inner.read(typeof value === "object" ? structuredClone(value) : value, run);
  return { ...schema(inner.read), absent, takesNull: inner.takesNull };
}

/* @__NO_SIDE_EFFECTS__ */
function oneOf<Value extends string | number>(
  values: readonly Value[],
): Schema<Value> {
  const known: readonly unknown[] = values;
  return schema((value, run) => {
    if (known.includes(value)) return value;
    return fail(`must be one of ${values.join(", ")}`, run);
  });
}

/** In code a type of its own. */
/* @__NO_SIDE_EFFECTS__ */
function brand(inner: Schema<unknown>): Schema<never> {
  return inner as Schema<never>;
}

/** A type of the application's own: this is what can be said of it on the wire. */
/* @__NO_SIDE_EFFECTS__ */
function external(inner: Schema<unknown>): Schema<never> {
  return schema((value, run) => {
    const from = run.issues.length;
    // The server looks at all of it, keys that it does not know among them.
    readAny(value, run, true);
    return run.issues.length > from ? value : inner.read(value, run);
  });
}

/* @__NO_SIDE_EFFECTS__ */
function object(fields: {
  readonly [key: string]: Schema<unknown>;
}): Schema<never> {
  const empty: { readonly [key: string]: unknown } = {};
  const all = Object.entries(fields).map(([key, { read, absent }]) => {
    // Every object has `constructor` and the like, which nobody has sent.
    return { key, read, absent, inherited: empty[key] };
  });
  return schema((value, run, tag) => {
    if (!isPlain(value)) return expected("object", value, run);
    if (!enter(run, 1)) return value;
    const start = run.issues.length;
    let output = value;
    for (const { key, read, absent, inherited } of all) {
      const input = value[key];
      const from = run.issues.length;
      if (input === undefined || input === inherited) {
        if (!absent) fail("missing", run);
        const item = absent?.(run);
        if (item !== undefined) {
          if (output === value) output = { ...value };
          output[key] = item;
        }
      } else {
        const item = read(input, run);
        if (item !== input && run.issues.length === from) {
          if (output === value) output = { ...value };
          if (item !== undefined) output[key] = item;
          else Reflect.deleteProperty(output, key);
        }
      }
      if (run.issues.length > from && !within(key, run, from)) break;
    }
    if (run.strict) refuseUnknown(value, fields, run, tag);
    if (run.issues.length > start + 1) serverFirst(value, run, start);
    run.nested--;
    run.depth--;
    return output;
  });
}

/* @__NO_SIDE_EFFECTS__ */
function tagged(
  tag: string,
  members: { readonly [name: string]: Schema<unknown> },
  otherwise?: Schema<unknown>,
): Schema<never> {
  return schema((value, run) => {
    if (!isPlain(value)) return expected("object", value, run);
    const member = memberOf(value, tag, members, run, otherwise);
    return member ? member.read(value, run, tag) : value;
  });
}

/** Members that are not known are any JSON. */
/* @__NO_SIDE_EFFECTS__ */
function openTagged(
  tag: string,
  members: { readonly [name: string]: Schema<unknown> },
): Schema<never> {
  return tagged(tag, members, json());
}

/** A member without content is null. */
/* @__NO_SIDE_EFFECTS__ */
function adjacent(
  tag: string,
  content: string,
  members: { readonly [name: string]: Schema<unknown> | null },
  otherwise?: Schema<unknown>,
): Schema<never> {
  return schema((value, run) => {
    if (!isPlain(value)) return expected("object", value, run);
    if (!enter(run, 1)) return value;
    const start = run.issues.length;
    let output = value;
    const member = memberOf(value, tag, members, run, otherwise);
    if (member) {
      const from = run.issues.length;
      const input = Object.hasOwn(value, content) ? value[content] : undefined;
      if (input !== undefined) {
        const item = member.read(input, run);
        if (item !== input) output = { ...value, [content]: item };
      } else if (member !== otherwise) fail("missing", run);
      within(content, run, from);
    }
    if (run.strict) refuseUnknown(value, { [content]: null }, run, tag);
    if (run.issues.length > start + 1) serverFirst(value, run, start);
    run.nested--;
    run.depth--;
    return output;
  });
}

/** The content of members that are not known is any JSON. */
/* @__NO_SIDE_EFFECTS__ */
function openAdjacent(
  tag: string,
  content: string,
  members: { readonly [name: string]: Schema<unknown> | null },
): Schema<never> {
  return adjacent(tag, content, members, json());
}

/** The member that a tag names; nothing where that is wrong. */
function memberOf(
  value: { readonly [key: string]: unknown },
  tag: string,
  members: { readonly [name: string]: Schema<unknown> | null },
  run: Run,
  otherwise?: Schema<unknown>,
): Schema<unknown> | null | undefined {
  const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
  const from = run.issues.length;
  if (name === undefined) fail("missing", run);
  else if (typeof name !== "string") expected("string", name, run);
  else if (Object.hasOwn(members, name)) return members[name];
  else if (otherwise && isText(name)) return otherwise;
  else fail(`must be one of ${Object.keys(members).join(", ")}`, run);
  within(tag, run, from);
  return undefined;
}

/** What a value is says which member it is. */
/* @__NO_SIDE_EFFECTS__ */
function byKind(members: {
  readonly [kind: string]: Schema<unknown>;
}): Schema<never> {
  return schema((value, run) => {
    const member = members[kindOf(value)];
    if (!member) return expected(Object.keys(members).join(" or "), value, run);
    if (run.nested >= 128) return fail("nested too deeply", run);
    run.nested++;
    const output = member.read(value, run);
    run.nested--;
    return output;
  });
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (isBytes(value)) return "binary";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Of the objects that have all that they must have, the one that must have most. */
/* @__NO_SIDE_EFFECTS__ */
function byKeys(
  ...members: readonly (readonly [Schema<unknown>, ...string[]])[]
): Schema<never> {
  const most = [...members].sort((one, other) => other.length - one.length);
  return schema((value, run) => {
    if (!isPlain(value)) return expected("object", value, run);
    const found = most.find(([, ...keys]) =>
      keys.every(
        (key) => Object.hasOwn(value, key) && value[key] !== undefined,
      ),
    );
    if (found) return found[0].read(value, run);
    const keys = members.map(([, ...keys]) => keys.join(", "));
    return fail(`must have the keys ${keys.join(", or ")}`, run);
  });
}

/** The arguments of an event with one payload, where paths begin. */
/* @__NO_SIDE_EFFECTS__ */
function payload<Output, Input>(
  inner: Schema<Output, Input>,
): Schema<[Output], [Input]> {
  return schema((value, run) => {
    if (!isList(value)) return expected("arguments", value, run);
    if (value.length === 0) return fail("the payload is missing", run);
    // What is undefined arrives as null.
    const output = inner.read(value[0] ?? null, run);
    if (run.strict && run.issues.length === 0 && value.length > 1) {
      return fail("the schema has no such argument", run);
    }
    return value.length === 1 && output === value[0] ? value : [output];
  });
}

/** The arguments of an event, by name. */
/* @__NO_SIDE_EFFECTS__ */
function args<const Fields extends readonly Argument[]>(
  ...fields: Fields
): Schema<Outputs<Fields>, Inputs<Fields>> {
  return schema((value, run) => {
    if (!isList(value)) return expected("arguments", value, run);
    run.depth++;
    const output = fields.map(([name, inner], at): unknown => {
      const { read, absent, takesNull } = inner;
      const from = run.issues.length;
      let item: unknown;
      // What is undefined arrives as null, which is taken for what is not there.
      const given = value[at] ?? null;
      const isThere = at < value.length && (given !== null || takesNull);
      if (absent && !isThere) item = absent(run);
      else if (at < value.length) item = read(given, run);
      else fail("missing", run);
      within(name, run, from);
      return item;
    });
    if (run.strict && run.issues.length === 0 && value.length > fields.length) {
      fail("the schema has no such argument", run);
    }
    const isAsItWas =
      value.length === output.length &&
      output.every((item, at) => item === value[at]);
    return isAsItWas ? value : output;
  });
}

type Argument = readonly [name: string, schema: Schema<unknown>];

/** Nobody looks at what comes along. */
/* @__NO_SIDE_EFFECTS__ */
function noArguments(): Schema<unknown[]> {
  return schema((value, run) =>
    isList(value) ? value : expected("arguments", value, run),
  );
}

/** Any arguments, binary data too. */
/* @__NO_SIDE_EFFECTS__ */
function anyArguments(): Schema<unknown[]> {
  return schema((value, run) => {
    if (!isList(value)) return expected("arguments", value, run);
    // What is undefined arrives as null.
    const output = Array.from(value, (item: unknown) => item ?? null);
    return readAny(output, run, true);
  });
}

/** Refuses fields and arguments that the schema does not have. */
/* @__NO_SIDE_EFFECTS__ */
function strict<Output, Input>(
  inner: Schema<Output, Input>,
): Schema<Output, Input> {
  return schema((value, run) => {
    run.strict = true;
    return inner.read(value, run);
  });
}

function refuseUnknown(
  value: { readonly [key: string]: unknown },
  known: object,
  run: Run,
  tag?: string,
): void {
  for (const key of Object.keys(value)) {
    const isKnown = key === tag || Object.hasOwn(known, key);
    if (isKnown || value[key] === undefined) continue;
    const from = run.issues.length;
    fail("the schema has no such field", run);
    if (!within(key, run, from)) break;
  }
}

/** Puts first what the server finds first: it looks for what is missing at the end. */
function serverFirst(
  value: { readonly [key: string]: unknown },
  { issues }: Run,
  from: number,
): void {
  for (const key of Object.keys(value)) {
    if (value[key] === undefined) continue;
    for (let at = from; at < issues.length; at++) {
      if (issues[at]?.path[0] !== key) continue;
      let end = at + 1;
      while (issues[end]?.path[0] === key) end++;
      if (at > from) issues.splice(from, 0, ...issues.splice(at, end - at));
      return;
    }
  }
}

/** Whether a value is an object as JSON has them: an instance of a class is none. */
function isPlain(value: unknown): value is { [key: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    prototype === Object.prototype ||
    prototype === null ||
    // As it is where an object comes from another window.
    Object.getPrototypeOf(prototype) === null
  );
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** Whether a text can be sent: half of a surrogate pair is no character. */
function isText(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !/\p{Surrogate}/u.test(text);
}

function isIn(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

/** `1 to 64`, `at least 1`, `at most 64`. */
function between(min: number, max: number): string {
  const [least, most] = [min.toString(), max.toString()];
  if (max === Infinity) return `at least ${least}`;
  if (min === -Infinity) return `at most ${most}`;
  return min === max ? least : `${least} to ${most}`;
}

/** Goes one level deeper; the server goes no deeper than this. */
function enter(run: Run, nested = 0): boolean {
  if (run.depth >= 127 || run.nested + nested > 128) {
    fail("nested too deeply", run);
    return false;
  }
  run.depth++;
  run.nested += nested;
  return true;
}

/** Puts a step before the paths of the issues from this one on; whether to look for more. */
function within(key: PropertyKey, run: Run, from: number): boolean {
  for (let at = from; at < run.issues.length; at++) {
    run.issues[at]?.path.unshift(key);
  }
  return run.issues.length < 100;
}

function expected(what: string, value: unknown, run: Run): unknown {
  const kind = typeof value === "object" ? classOf(value) : typeof value;
  return fail(`expected ${what}, got ${kind}`, run);
}

/** `null`, `array`, `date`: what `typeof` calls an object. */
function classOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
}

/** Adds an issue; what it returns stands for a value, and nobody looks at it. */
function fail(message: string, run: Run): unknown {
  run.issues.push({ message, path: [] });
  return undefined;
}

export {
  strict,
  payload,
  args,
  noArguments,
  anyArguments,
  openTagged,
  openAdjacent,
  tagged,
  adjacent,
  memberOf,
  byKind,
  byKeys,
  object,
  lazy,
  brand,
  external,
  oneOf,
  withDefault,
  optional,
  nullable,
  list,
  map,
  tuple,
  json,
  readAny,
  bytes,
  uuid,
  datetime,
  date,
  isDay,
  f32,
  f64,
  u64,
  i64,
  decimal,
  u8,
  u16,
  u32,
  i8,
  i16,
  i32,
  int,
  bool,
  string,
  refuseUnknown,
  serverFirst,
  isPlain,
  isBytes,
  isList,
  isText,
  isIn,
  between,
  enter,
  within,
  expected,
  fail,
  schema,
};
