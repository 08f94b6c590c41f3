// What is said about types and fields: their names, what is asked of their values, their documentation.
import type { Builtin, Deprecated, Ref, Types } from "../contract.ts";

/** A documentation comment: text, in which only what stands between backticks looks otherwise. */
export function Doc({ text, id }: { text: string; id?: string }) {
  const parts = text.trim().split(/`([^`\n]+)`/);
  return (
    <p class="doc" {...(id === undefined ? {} : { id })}>
      {parts.map((part, at) =>
        at % 2 === 1 ? <code key={at}>{part}</code> : part,
      )}
    </p>
  );
}

/** `Since 2.0.0. Use name instead.` */
export function deprecation({ since, use, note }: Deprecated): string {
  const parts = [
    since === undefined ? "Deprecated" : `Deprecated since ${since}`,
    use === undefined ? "" : `use \`${use}\` instead`,
    note ?? "",
  ];
  return parts.filter(Boolean).join(": ");
}

/** A type as schemas write it: `[Op]`, `{User}`, `string?`. */
export function typeName(type: Ref): string {
  switch (type.kind) {
    case "builtin":
      return type.builtin;
    case "named":
      return type.name;
    case "list":
      return `list of ${typeName(type.of)}`;
    case "map":
      return `map of ${typeName(type.of)}`;
    case "tuple":
      return `tuple of ${(type.items ?? []).length.toString()}`;
    case "nullable":
      return `${typeName(type.of)} or null`;
  }
}

/** The documentation of the types that stand in front of a type, the first that has any. */
export function docOf(types: Types, type: Ref): string | undefined {
  let at = type;
  for (;;) {
    if (at.kind === "nullable") at = at.of;
    if (at.kind !== "named") return undefined;
    const def = types.def(at.name);
    const doc = [def.doc, def.deprecated && deprecation(def.deprecated)].filter(
      Boolean,
    );
    if (doc.length > 0) return doc.join(" ");
    const passes = def.kind === "alias" || def.kind === "brand";
    if (!passes || !def.type) return undefined;
    at = def.type;
  }
}

const RANGES: Partial<Record<Builtin, readonly [string, string]>> = {
  u8: ["0", "255"],
  u16: ["0", "65,535"],
  u32: ["0", "4,294,967,295"],
  i8: ["−128", "127"],
  i16: ["−32,768", "32,767"],
  i32: ["−2,147,483,648", "2,147,483,647"],
};

/** What is asked of a type's values: `1–64 characters`. */
export function constraint(types: Types, type: Ref): string {
  const behind = types.behind(type);
  switch (behind.kind) {
    case "nullable":
      return constraint(types, behind.of);
    case "list":
      return between(behind.min, behind.max, "items");
    case "map":
      return between(behind.min, behind.max, "entries");
    case "builtin": {
      const { builtin, min, max, pattern } = behind;
      if (builtin === "bytes") return between(min, max, "bytes");
      if (builtin === "string") {
        const length = between(min, max, "characters");
        const form = pattern === undefined ? "" : `matches ${pattern}`;
        return [length, form].filter(Boolean).join(", ");
      }
      const [least, most] = RANGES[builtin] ?? [];
      return between(min ?? least, max ?? most, "");
    }
    default:
      return "";
  }
}

type Bound = number | string | undefined;

function between(min: Bound, max: Bound, what: string): string {
  const says = (bound: Bound) => {
    if (typeof bound === "string" && /^-?\d+$/.test(bound))
      return BigInt(bound).toLocaleString("en").replace("-", "−");
    // What is rounded or very large is better as it is written.
    const isPlain = typeof bound === "number" && Math.abs(bound) < 1e15;
    return isPlain && Number.isInteger(bound)
      ? bound.toLocaleString("en").replace("-", "−")
      : String(bound).replace(/^-/, "−");
  };
  const isOne = what !== "" && (max === 1 || (max === undefined && min === 1));
  const unit = isOne
    ? what.replace(/(ie)?s$/, (_, ie) => (ie ? "y" : ""))
    : what;
  if (min === undefined && max === undefined) return "";
  // That there may be none goes without saying, where things are counted.
  const isFromNone = what !== "" && (min === 0 || min === undefined);
  const range =
    min === max
      ? says(min)
      : max === undefined
        ? `at least ${says(min)}`
        : min === undefined || isFromNone
          ? `at most ${says(max)}`
          : says(min).startsWith("−")
            ? `${says(min)} to ${says(max)}`
            : `${says(min)}–${says(max)}`;
  return unit ? `${range} ${unit}` : range;
}

/** `1 item`, `2 items`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** `12 B`, `3.4 KiB`. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes.toString()} B`;
  const isLarge = bytes >= 1024 * 1024;
  const count = bytes / (isLarge ? 1024 * 1024 : 1024);
  return `${count.toFixed(1)} ${isLarge ? "MiB" : "KiB"}`;
}

/** A value in few words. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
