// What validators say of the values in a file, each a line of JSON: `ok`, or the path of the first issue as the server
// would write it. What the explorer's page makes of the contract must say the same, to the letter; where it does not,
// this fails.

import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Contract } from "../../../codegen/explorer/page/src/contract.ts";
import { Schemas } from "../../../codegen/explorer/page/src/values/schemas.ts";

interface Standard {
  read: (value: unknown, run: Run) => unknown;
}

/** What was found, and what is read. */
interface Found {
  issues: { message: string; path: PropertyKey[] }[];
  output: unknown;
}

/** One validation, as the generated code begins it. */
interface Run {
  issues: { message: string; path: PropertyKey[] }[];
  depth: number;
  nested: number;
  strict: boolean;
}

interface Line {
  module: string;
  table: string | null;
  direction: string;
  name: string;
  arguments: string[];
  strict: boolean;
  text: string;
}

const [file = ""] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n");
const modules = new Map<string, Record<string, unknown>>();
const pages = new Map<string, Page>();
const answers: string[] = [];
const differences: string[] = [];
for (const line of lines) {
  const asked = JSON.parse(line) as Line;
  const loaded = modules.get(asked.module) ?? (await load(asked.module));
  modules.set(asked.module, loaded);
  const schema = asked.table
    ? eventSchema(loaded, asked.table, asked.direction, asked.name)
    : typeSchema(loaded, asked.name);
  const value = withBytes(JSON.parse(asked.text));
  const found = read(schema, asked, value);
  const page = pages.get(asked.module) ?? pageOf(asked.module);
  pages.set(asked.module, page);
  const onPage = read(page(asked), asked, value);
  if (!isSame(found, onPage) && differences.length < 20) {
    const say = ({ issues, output }: Found) =>
      issues.length > 0
        ? JSON.stringify(issues)
        : `read as ${JSON.stringify(output)}`;
    differences.push(
      `${asked.module} ${asked.name}: the page says ${say(onPage)}, validators ${say(found)}, of ${line}`,
    );
  }
  const [first] = found.issues;
  if (first) {
    const kind = kindOf(root(asked, value), first.path);
    answers.push(`${pathOf(first.path)}\t${kind}`);
  } else answers.push("ok");
}
if (differences.length > 0) {
  console.error(differences.join("\n"));
  process.exitCode = 1;
}
console.log(answers.join("\n"));

function read(schema: Standard, asked: Line, value: unknown): Found {
  const issues: Found["issues"] = [];
  const run = { issues, depth: 0, nested: 0, strict: asked.strict };
  return { output: schema.read(value, run), issues };
}

function isSame(one: Found, other: Found): boolean {
  const { length } = one.issues;
  if (length !== other.issues.length) return false;
  if (length > 0) return isDeepStrictEqual(one.issues, other.issues);
  return (
    one.output === other.output || isDeepStrictEqual(one.output, other.output)
  );
}

/** What asks the schemas of the page. */
type Page = (asked: Line) => Standard;

function pageOf(module: string): Page {
  const place = new URL(
    `../.generated/${module}.contract.json`,
    import.meta.url,
  );
  const contract = JSON.parse(readFileSync(place, "utf8")) as Contract;
  const schemas = new Schemas(contract);
  const events = new Map(
    contract.namespaces.flatMap((namespace) => {
      const prefix = namespace.names
        ? `${namespace.names.snake.toUpperCase()}_`
        : "";
      const table = `${prefix}EVENT_SCHEMAS`;
      return (["clientToServer", "serverToClient"] as const).flatMap(
        (direction) =>
          (namespace[direction] ?? []).map((event) => {
            const key = JSON.stringify([table, direction, event.wire]);
            return [key, schemas.event(event, direction)] as const;
          }),
      );
    }),
  );
  const types = new Map(
    (contract.types ?? []).map(({ name }) => [
      name,
      { kind: "named", name } as const,
    ]),
  );
  return ({ table, direction, name }) => {
    const type = types.get(name);
    const schema = table
      ? events.get(JSON.stringify([table, direction, name]))?.args
      : type && schemas.of(type);
    if (!schema) throw new Error(`the page has no schema for ${name}`);
    return schema as Standard;
  };
}

/** What paths begin at. */
function root(asked: Line, value: unknown): unknown {
  if (!asked.table || !Array.isArray(value)) return value;
  const named = asked.arguments.map((name, at) => [name, value[at]] as const);
  return asked.arguments.length > 0 ? Object.fromEntries(named) : value[0];
}

/** Whether binary data stands at a place. */
function kindOf(value: unknown, path: readonly PropertyKey[]): string {
  let at = value;
  for (const key of path)
    at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  return at instanceof ArrayBuffer || ArrayBuffer.isView(at) ? "binary" : "";
}

async function load(module: string): Promise<Record<string, unknown>> {
  return (await import(`../.generated/${module}.validators.ts`)) as Record<
    string,
    unknown
  >;
}

/** The constant of a type, whatever became of humps in its name. */
function typeSchema(module: Record<string, unknown>, name: string): Standard {
  const wanted = `${name}Schema`.toLowerCase();
  const found = Object.keys(module).find((key) => key.toLowerCase() === wanted);
  if (!found) throw new Error(`there is no schema for ${name}`);
  return module[found] as Standard;
}

function eventSchema(
  module: Record<string, unknown>,
  table: string,
  direction: string,
  name: string,
): Standard {
  type Events = Record<string, Record<string, { args: Standard }>>;
  const event = (module[table] as Events)[direction]?.[name];
  if (!event) throw new Error(`there is no event ${name}`);
  return event.args;
}

/** The value with bytes where `{ "$bytes": "00ff" }` stands. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === "$bytes") {
    const hex: unknown = first[1];
    if (typeof hex === "string" && /^(?:[\da-f]{2})*$/i.test(hex)) {
      const bytes = Buffer.from(hex, "hex");
      // Whatever holds them.
      if (hex.length % 4 === 0) return bytes;
      return hex.length % 3 === 0
        ? new Uint8Array(bytes).buffer
        : new DataView(new Uint8Array(bytes).buffer);
    }
  }
  const copy = {};
  for (const [key, inner] of entries) {
    Object.defineProperty(copy, key, {
      value: withBytes(inner),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

/** As `Violation` writes paths. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, key) => {
    if (typeof key === "number") return `${before}[${key}]`;
    const name = String(key);
    if (/^[A-Za-z_]\w{0,39}$/.test(name)) return `${before}.${name}`;
    const characters = Array.from(name);
    const shown = characters.slice(0, 40).map((character) => {
      if (character === '"' || character === "\\") return `\\${character}`;
      if (/[\p{Alphabetic}\p{N} !-/:-@[-`{-~]/u.test(character)) {
        return character;
      }
      return `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;
    });
    const more = characters.length > 40 ? "…" : "";
    return `${before}["${shown.join("")}${more}"]`;
  }, "$");
}
