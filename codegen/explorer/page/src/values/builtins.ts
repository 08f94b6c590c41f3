// Values of built-in types: the smallest, and any.
import type { Builtin, Ref } from "../contract.ts";
import { matching } from "./pattern.ts";
import { integer, oneIn, pick, seeded, type Rng } from "./random.ts";

type BuiltinRef = Ref & { readonly kind: "builtin" };

/** The least and the most of the integers that stand as numbers on the wire. */
const RANGES: { readonly [Name in Builtin]?: readonly [number, number] } = {
  u8: [0, 255],
  u16: [0, 65_535],
  u32: [0, 4_294_967_295],
  i8: [-128, 127],
  i16: [-32_768, 32_767],
  i32: [-2_147_483_648, 2_147_483_647],
  int: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
};

const RANGES_64 = {
  u64: [0n, 18_446_744_073_709_551_615n],
  i64: [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
} as const;

/** The smallest value, or the one that is nearest to nothing. A text that no pattern can be made for is empty. */
export function smallest(ref: BuiltinRef): unknown {
  const [min, max] = [bound(ref.min, 0), bound(ref.max, Infinity)];
  switch (ref.builtin) {
    case "string":
      if (ref.pattern === undefined) return "a".repeat(min);
      return (
        matching(ref.pattern, min, max) ??
        matching(ref.pattern, min, max, seeded(1)) ??
        ""
      );
    case "bool":
      return false;
    case "u64":
    case "i64": {
      const [least, most] = range64(ref);
      return (least > 0n ? least : most < 0n ? most : 0n).toString();
    }
    case "datetime":
      return "2026-01-01T12:00:00Z";
    case "date":
      return "2026-01-01";
    case "uuid":
      return "00000000-0000-0000-0000-000000000000";
    case "bytes":
      return new Uint8Array(min);
    case "json":
      return null;
    default: {
      const [least, most] = range(ref);
      return least > 0 ? least : most < 0 ? most : 0;
    }
  }
}

/**
 * Any value: the edges of what is allowed now and then, and text that breaks programs. `undefined` where no text can be
 * made that a pattern matches.
 */
export function anyOf(ref: BuiltinRef, rng: Rng): unknown {
  switch (ref.builtin) {
    case "string":
      return anyText(ref, rng);
    case "bool":
      return rng() < 0.5;
    case "u64":
    case "i64":
      return anyInteger64(ref, rng);
    case "f32":
    case "f64":
      return anyFloat(ref, rng);
    case "datetime":
      return anyMoment(rng);
    case "date":
      return oneIn(rng, 8)
        ? pick(rng, ["0000-01-01", "2024-02-29", "9999-12-31"])
        : anyDay(rng);
    case "uuid":
      return anyUuid(rng);
    case "bytes": {
      const min = bound(ref.min, 0);
      const length = integer(
        rng,
        min,
        Math.min(bound(ref.max, Infinity), min + 16),
      );
      return Uint8Array.from({ length }, () => integer(rng, 0, 255));
    }
    case "json":
      return anyJson(rng, 0);
    default:
      return anyInteger(ref, rng);
  }
}

function range(ref: BuiltinRef): readonly [number, number] {
  const [least, most] = RANGES[ref.builtin] ?? [-Infinity, Infinity];
  return [
    Math.max(least, bound(ref.min, -Infinity)),
    Math.min(most, bound(ref.max, Infinity)),
  ];
}

function range64(ref: BuiltinRef): readonly [bigint, bigint] {
  const [least, most] = RANGES_64[ref.builtin === "u64" ? "u64" : "i64"];
  return [
    ref.min === undefined ? least : BigInt(ref.min),
    ref.max === undefined ? most : BigInt(ref.max),
  ];
}

function bound(value: number | string | undefined, none: number): number {
  return value === undefined ? none : Number(value);
}

function anyInteger(ref: BuiltinRef, rng: Rng): number {
  const [least, most] = range(ref);
  const kind = rng();
  if (kind < 0.2) {
    const known = [least, most, 0, 1, -1];
    return pick(
      rng,
      known.filter((value) => value >= least && value <= most),
    );
  }
  if (kind < 0.4) return integer(rng, least, most);
  // Most people write small ones.
  const near = least > 0 ? least : most < 0 ? most : 0;
  return integer(rng, Math.max(least, near - 10), Math.min(most, near + 100));
}

function anyInteger64(ref: BuiltinRef, rng: Rng): string {
  const [least, most] = range64(ref);
  const known = [least, most, 0n, 1n, -1n, 9_007_199_254_740_993n];
  if (oneIn(rng, 4)) {
    const fitting = known.filter((value) => value >= least && value <= most);
    return pick(rng, fitting).toString();
  }
  const span = most - least + 1n;
  const digits = BigInt(integer(rng, 0, Number.MAX_SAFE_INTEGER));
  const more = BigInt(integer(rng, 0, 65_535));
  const offset = oneIn(rng, 3) ? digits * 65_536n + more : digits % 100_000n;
  return (least + (offset % span)).toString();
}

function anyFloat(ref: BuiltinRef, rng: Rng): number {
  const [least, most] = range(ref);
  const isSingle = ref.builtin === "f32";
  const widest = isSingle ? 3.4028234663852886e38 : Number.MAX_VALUE;
  const [low, high] = [Math.max(least, -widest), Math.min(most, widest)];
  const known = [low, high, 0, 0.5, -0.5, 1, 3.25];
  const near = low > 0 ? low : high < 0 ? high : 0;
  const value = oneIn(rng, 4)
    ? pick(
        rng,
        known.filter((value) => value >= low && value <= high),
      )
    : Math.max(low, near - 10) +
      rng() * (Math.min(high, near + 100) - Math.max(low, near - 10));
  // What is rounded may be past the edge, and -0 is no number of its own to most.
  const rounded = isSingle ? Math.fround(value) : Math.round(value * 1e3) / 1e3;
  const isWithin =
    Number.isFinite(rounded) && rounded >= low && rounded <= high;
  return (isWithin ? rounded : Math.min(high, Math.max(low, value))) + 0;
}

const WORDS =
  "hello world a room of one's own tea later today perhaps nobody knows why 42 yes no ok".split(
    " ",
  );

/** What breaks programs that take text for something else. */
const ODD = [
  "é",
  "e\u0301",
  "日本語",
  "😀",
  "👩‍👩‍👧‍👦",
  "\u{10ffff}",
  "\u2028",
  "\u202ertl",
  '"quoted"',
  "back\\slash",
  "</script>",
  "line\nbreak",
  "\ttab",
  "%00",
  "${x}",
  "null",
  "مرحبا",
];

function anyText(ref: BuiltinRef, rng: Rng): string | undefined {
  const [min, max] = [bound(ref.min, 0), bound(ref.max, Infinity)];
  if (ref.pattern !== undefined) return matching(ref.pattern, min, max, rng);
  const isEdge = oneIn(rng, 12);
  const most = isEdge && max <= 300 ? max : Math.min(max, min + 40);
  const length = isEdge ? pick(rng, [min, most]) : integer(rng, min, most);
  return textOf(rng, length);
}

/** A text of so many characters, which are code points. */
function textOf(rng: Rng, length: number): string {
  const characters: string[] = [];
  while (characters.length < length) {
    if (characters.length > 0) characters.push(" ");
    characters.push(...(oneIn(rng, 8) ? pick(rng, ODD) : pick(rng, WORDS)));
  }
  return characters.slice(0, length).join("");
}

function anyDay(rng: Rng): string {
  const year = integer(rng, 1990, 2040).toString();
  const [month, day] = [integer(rng, 1, 12), integer(rng, 1, 28)];
  return `${year}-${two(month)}-${two(day)}`;
}

function anyMoment(rng: Rng): string {
  if (oneIn(rng, 8)) {
    return pick(rng, ["0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]);
  }
  const [hour, minute] = [integer(rng, 0, 23), integer(rng, 0, 59)];
  const fraction = pick(rng, ["", ".5", ".123", ".999"]);
  const offset = pick(rng, ["Z", "Z", "Z", "+02:00", "-05:30"]);
  const seconds = two(integer(rng, 0, 59)) + fraction + offset;
  return `${anyDay(rng)}T${two(hour)}:${two(minute)}:${seconds}`;
}

function two(value: number): string {
  return value.toString().padStart(2, "0");
}

function anyUuid(rng: Rng): string {
  if (oneIn(rng, 16)) return "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const digits = (count: number) =>
    Array.from({ length: count }, () => integer(rng, 0, 15).toString(16)).join(
      "",
    );
  const variant = pick(rng, ["8", "9", "a", "b"]);
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
}

/** Any JSON that is nested no deeper than three levels. */
export function anyJson(rng: Rng, depth: number): unknown {
  const length = integer(rng, 0, 3);
  switch (integer(rng, 0, depth < 3 ? 5 : 3)) {
    case 0:
      return null;
    case 1:
      return rng() < 0.5;
    case 2:
      return anyFloat({ kind: "builtin", builtin: "f64" }, rng);
    case 3:
      return textOf(rng, integer(rng, 0, 12));
    case 4:
      return Array.from({ length }, () => anyJson(rng, depth + 1));
    default:
      return Object.fromEntries(
        Array.from({ length }, (_, at) => [
          anyKey(rng, at),
          anyJson(rng, depth + 1),
        ]),
      );
  }
}

/** A key that is no other one's of the same object; `__proto__` and `_placeholder` are none. */
export function anyKey(rng: Rng, at: number): string {
  if (at === 0 && oneIn(rng, 6))
    return pick(rng, ["", "constructor", "😀", "a b"]);
  return `${pick(rng, WORDS)} ${(at + 1).toString()}`;
}
