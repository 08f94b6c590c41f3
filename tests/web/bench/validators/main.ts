// How large validators are, and how fast, beside others that check the same: `CONTRIBUTING.md` says how it is run.
//
// All of them are asked through Standard Schema and tell everything that is wrong, as each does by default (Valibot's
// `abortEarly` is off). The rounds are taken in turn, and the best of each counts. A size is that of a module that
// exports the one schema, minified and without what it does not use.
import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import * as mini from "./mini.ts";
import * as ours from "./ours.ts";
import * as valibot from "./valibot.ts";
import { VALUES } from "./values.ts";
import * as zod from "./zod.ts";

type Validate = (value: unknown) => unknown;
type Payload = keyof typeof VALUES;

const LIBRARIES = { ours, valibot, mini, zod };
const ROUNDS = 9;
const MILLISECONDS = process.argv.includes("--quick") ? 10 : 60;

let failed = false;
for (const payload of Object.keys(VALUES) as Payload[]) {
  const { valid, invalid } = VALUES[payload];
  const names = Object.keys(LIBRARIES) as (keyof typeof LIBRARIES)[];
  const rows = [];
  for (const name of names) {
    const standard = LIBRARIES[name][payload]["~standard"];
    const validate: Validate = (value) => standard.validate(value);
    if (hasIssues(validate(valid)) || !hasIssues(validate(invalid))) {
      throw new Error(`${name} is wrong about ${payload}`);
    }
    rows.push({
      name,
      validate,
      ...(await size(name, payload)),
      valid: 0,
      invalid: 0,
    });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) {
      row.valid = Math.max(row.valid, perSecond(row.validate, valid));
      row.invalid = Math.max(row.invalid, perSecond(row.validate, invalid));
    }
  }
  console.log(
    `\n${payload}: bytes, gzipped; thousands a second, valid, invalid`,
  );
  const [first, ...others] = rows;
  for (const row of rows) {
    const figures = [row.bytes, row.gzipped, row.valid, row.invalid];
    const cells = figures.map((figure) => Math.round(figure).toString());
    console.log(
      `  ${row.name.padEnd(8)}${cells.map((cell) => cell.padStart(9)).join("")}`,
    );
  }
  const wins = others.every(
    (other) =>
      first &&
      first.bytes < other.bytes &&
      first.gzipped < other.gzipped &&
      first.valid > other.valid &&
      first.invalid > other.invalid,
  );
  if (!wins) failed = true;
}
console.log(failed ? "\nnot the best everywhere" : "\nthe best everywhere");

function hasIssues(result: unknown): boolean {
  return (result as { issues?: unknown }).issues !== undefined;
}

function perSecond(validate: Validate, value: unknown): number {
  const start = process.hrtime.bigint();
  const end = start + BigInt(MILLISECONDS) * 1_000_000n;
  let count = 0;
  let now = start;
  while (now < end) {
    for (let at = 0; at < 200; at++) validate(value);
    count += 200;
    now = process.hrtime.bigint();
  }
  return (count / Number(now - start)) * 1e6;
}

async function size(
  library: string,
  payload: string,
): Promise<{ bytes: number; gzipped: number }> {
  const result = await build({
    stdin: {
      contents: `export { ${payload} } from "./${library}.ts";`,
      resolveDir: import.meta.dirname,
      loader: "ts",
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const [file] = result.outputFiles;
  const text = file ? file.contents : new Uint8Array();
  return { bytes: text.length, gzipped: gzipSync(text, { level: 9 }).length };
}
