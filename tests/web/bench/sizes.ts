// What the generated files of the example weigh in a page: minified, and compressed as servers do. Each is bundled alone, with
// what it needs of the other generated files; socket.io-client and React are not counted. Run it by hand:
//
//     npx tsx bench/sizes.ts         # SOCKGEN names the command, target/release/sockgen if not given
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const sockgen =
  process.env["SOCKGEN"] ?? resolve("../../target/release/sockgen");
const folder = resolve(".bench/sizes");
mkdirSync(folder, { recursive: true });

function generate(name: string, ...flags: string[]): void {
  const schema = resolve("../../examples/call/call.sockgen.yaml");
  const output = ["-o", join(folder, `${name}.ts`)];
  execFileSync(sockgen, ["ts", schema, ...output, ...flags], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

generate("plain", "--client", "--react");
generate("checked", "--client", "--validators", "--react", "--fake");
generate("rich", "--client", "--dates", "date");

const ROWS: [string, string][] = [
  [
    "types, of which nothing runs",
    `export type { Message, ClientToServerEvents } from "./plain";`,
  ],
  ["the constant EVENTS", `export { EVENTS } from "./plain";`],
  [
    "connectAuth, parseConnectError",
    `export { connectAuth, parseConnectError } from "./plain";`,
  ],
  ["client", `export { createSocket } from "./plain.client";`],
  ["client that makes dates", `export { createSocket } from "./rich.client";`],
  ["client that validates", `export { createSocket } from "./checked.client";`],
  [
    "one validator, messageSchema",
    `export { messageSchema } from "./checked.validators";`,
  ],
  [
    "validators of all events",
    `export { EVENT_SCHEMAS } from "./checked.validators";`,
  ],
  ["React and the client", `export * from "./plain.react";`],
  ["React and the client that validates", `export * from "./checked.react";`],
  ["the fake and the client that validates", `export * from "./checked.fake";`],
];

console.log(`${"".padEnd(40)} ${"min".padStart(7)} ${"gzip".padStart(7)}`);
for (const [name, program] of ROWS) {
  const file = join(folder, "entry.ts");
  writeFileSync(file, program);
  const bundle = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    external: ["socket.io-client", "react"],
  });
  const code = bundle.outputFiles[0]?.contents ?? new Uint8Array();
  const sizes = [code.length, code.length === 0 ? 0 : gzipSync(code).length];
  console.log(
    `${name.padEnd(40)} ${sizes.map((size) => String(size).padStart(7)).join(" ")}`,
  );
}
