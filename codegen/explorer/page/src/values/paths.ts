// The paths of namespaces and the names of rooms, with their parameters filled in: what may not stand there is
// percent-encoded, as generated code and the server do it.
import type { Part, Ref, Types } from "../contract.ts";
import type { Issue } from "../generated/schemas.ts";
import { initial } from "./make.ts";
import { issuesOf, type Schemas } from "./schemas.ts";

/** A parameter of a template. */
export interface Param {
  /** As written; the key under which it is given. */
  readonly name: string;
  readonly type: Ref;
}

/** The parameters of a template, in their order. */
export function paramsOf(template: readonly Part[]): readonly Param[] {
  return template.flatMap(({ name, type }) =>
    name !== undefined && type ? [{ name, type }] : [],
  );
}

/** A namespace's path. What is not given is empty. */
export function fill(
  template: readonly Part[],
  params: { readonly [name: string]: string },
): string {
  return filled(template, params, (text) =>
    // It takes no half of a surrogate pair, which no parameter's type does either.
    encodeURIComponent(wellFormed(text)),
  );
}

/** A room's name, as adapters and logs have it. What is not given is empty. */
export function fillRoom(
  template: readonly Part[],
  params: { readonly [name: string]: string },
): string {
  return filled(template, params, (text, following) => {
    const parts = Array.from(wellFormed(text), (character) =>
      character !== following && isPlainInRoom(character)
        ? character
        : percent(character),
    );
    return parts.join("");
  });
}

function filled(
  template: readonly Part[],
  params: { readonly [name: string]: string },
  escape: (text: string, following: string | undefined) => string,
): string {
  const parts = template.map(({ literal, name = "" }, at) => {
    if (literal !== undefined) return literal;
    // What the literal behind it begins with must not stand in it.
    const [following] = template[at + 1]?.literal ?? "";
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return escape(value ?? "", following);
  });
  return parts.join("");
}

/** What the server leaves as it is: nothing that could be taken for structure, or not be seen at all. */
function isPlainInRoom(character: string): boolean {
  if (/^[\w.~-]$/.test(character)) return true;
  return !/[\0-\x7f\p{Cc}\u2028\u2029]/u.test(character);
}

function percent(character: string): string {
  const bytes = new TextEncoder().encode(character);
  const escaped = Array.from(bytes, (byte) =>
    byte.toString(16).toUpperCase().padStart(2, "0"),
  );
  return `%${escaped.join("%")}`;
}

function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}

/** What a template is first filled with: examples, where there are some. */
export function initialParams(
  types: Types,
  template: readonly Part[],
): { [name: string]: string } {
  const texts = paramsOf(template).map(({ name, type }) => {
    const value = initial(types, type);
    const isText = typeof value === "string" || typeof value === "number";
    return [name, isText ? value.toString() : ""] as const;
  });
  return Object.fromEntries(texts);
}

/**
 * What is wrong with the parameters of a path, or of a room's name, by what they are called; those with which all is well
 * are absent.
 */
export function paramIssues(
  schemas: Schemas,
  template: readonly Part[],
  params: { readonly [name: string]: string },
  of: "path" | "room" = "path",
): ReadonlyMap<string, readonly Issue[]> {
  const found = new Map<string, readonly Issue[]>();
  for (const { name, type } of paramsOf(template)) {
    const text = Object.hasOwn(params, name) ? (params[name] ?? "") : "";
    const value = valueOf(schemas.types, type, text);
    const issues = issuesOf(schemas.of(type), value);
    const message = of === "path" ? wrongInPath(schemas.types, type, text) : "";
    if (issues.length > 0) found.set(name, issues);
    else if (message) found.set(name, [{ message, path: [] }]);
  }
  return found;
}

/** Why the server knows no path with a parameter that fits its type. */
function wrongInPath(types: Types, type: Ref, text: string): string {
  if (text === "") return "must not be empty in a path";
  const behind = types.behind(type);
  const isUuid = behind.kind === "builtin" && behind.builtin === "uuid";
  // Two paths for one parameter would be two namespaces.
  const isOther = isUuid && text !== text.toLowerCase();
  return isOther ? "must be written in small letters in a path" : "";
}

/** In a path everything is text; what is a number to its type is read as one, if it is written as one would be. */
function valueOf(types: Types, type: Ref, text: string): unknown {
  const behind = types.behind(type);
  const isText =
    behind.kind !== "builtin" ||
    ["string", "uuid", "u64", "i64"].includes(behind.builtin);
  // NaN is no integer, which is what is said of it then.
  if (isText) return text;
  return /^(?:0|-?[1-9]\d*)$/.test(text) ? Number(text) : NaN;
}
