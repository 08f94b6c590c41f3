// What a compiler takes for a contract of 1,000 events with 200 uses of each kind: what is generated, beside an interface
// that a person would have written for the same. Run it by hand:
//
//     npx tsx bench/typecheck.ts [EVENTS] [USES]     # SOCKGEN names the command, target/release/sockgen if not given
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [events = 1000, uses = 200] = process.argv.slice(2).map(Number);
const sockgen =
  process.env["SOCKGEN"] ?? resolve("../../target/release/sockgen");
const folder = resolve(".bench");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const FIELDS = {
  id: "string",
  title: "string(1..=200)",
  count: "int",
  score: "f64",
  done: "bool",
  tags: "list<string>",
  "note?": "string",
};

function schema(): string {
  const fields = Object.entries(FIELDS).map(
    ([key, type]) => `${JSON.stringify(key)}: "${type}"`,
  );
  const object = `{ fields: { ${fields.join(", ")} } }`;
  const types = numbers(events).flatMap((n) => [`  Item${n}: ${object}`]);
  const sent = numbers(events / 2).map((n) =>
    n % 2
      ? `  send:${n}: { data: Item${n}, ack: Item${n + 1} }`
      : `  tell:${n}: { data: Item${n} }`,
  );
  const received = numbers(events / 2).map((n) => `  got:${n}: Item${n}`);
  return [
    "sockgen: 1",
    "name: Large",
    "types:",
    ...types,
    "clientToServer:",
    ...sent,
    "serverToClient:",
    ...received,
    "",
  ].join("\n");
}

/** The same by hand. */
function byHand(): string {
  const fields = Object.entries({
    id: "string",
    title: "string",
    count: "number",
    score: "number",
    done: "boolean",
    tags: "string[]",
    "note?": "string | undefined",
  });
  const object = fields.map(([key, type]) => `  ${key}: ${type};\n`).join("");
  const types = numbers(events).map(
    (n) => `export interface Item${n} {\n${object}}\n`,
  );
  const sent = numbers(events / 2).map((n) =>
    n % 2
      ? `  "send:${n}": (payload: Item${n}, ack: (response: Ack<Item${n + 1}>) => void) => void;\n`
      : `  "tell:${n}": (payload: Item${n}) => void;\n`,
  );
  const received = numbers(events / 2).map(
    (n) => `  "got:${n}": (payload: Item${n}) => void;\n`,
  );
  return `export type Ack<T> = { ok: true; data: T } | { ok: false; fault: { code: string; message: string } };
export interface ClientToServerEvents {\n${sent.join("")}}
export interface ServerToClientEvents {\n${received.join("")}}
${types.join("")}`;
}

const ITEM = `{ id: "a", title: "b", count: 1, score: 2, done: true, tags: ["c"] }`;

/** Uses through a plain socket: emit, emitWithAck, on. */
function plainUses(module: string): string {
  const lines = numbers(uses).flatMap((use) => {
    const n = 2 * (use % (events / 4));
    return [
      `socket.emit("tell:${n}", ${ITEM});`,
      `void socket.emitWithAck("send:${n + 1}", ${ITEM}).then((answer) => (answer.ok ? answer.data.title : answer.fault));`,
      `socket.on("got:${n}", (payload) => use(payload.title));`,
    ];
  });
  return `import type { Socket } from "socket.io-client";
import type { ClientToServerEvents, ServerToClientEvents } from "./${module}";
declare const socket: Socket<ServerToClientEvents, ClientToServerEvents>;
declare function use(text: string): void;
${lines.join("\n")}\n`;
}

/** The same through the generated client. */
function clientUses(): string {
  const lines = numbers(uses).flatMap((use) => {
    const n = 2 * (use % (events / 4));
    return [
      `client.tell${n}(${ITEM});`,
      `void client.send${n + 1}(${ITEM}).then((answer) => (answer.ok ? answer.data.title : answer.fault));`,
      `client.on("got:${n}", (payload) => use(payload.title));`,
    ];
  });
  return `import type { SocketClient } from "./large.client";
declare const client: SocketClient;
declare function use(text: string): void;
${lines.join("\n")}\n`;
}

/** By the names of events, through the client. */
function namedUses(): string {
  const lines = numbers(uses).flatMap((use) => {
    const n = 2 * (use % (events / 4));
    return [
      `client.emit("tell:${n}", ${ITEM});`,
      `void client.request("send:${n + 1}", ${ITEM}).then((answer) => (answer.ok ? answer.data.title : answer.fault));`,
      `client.on("got:${n}", (payload) => use(payload.title));`,
    ];
  });
  return `import type { SocketClient } from "./large.client";
declare const client: SocketClient;
declare function use(text: string): void;
${lines.join("\n")}\n`;
}

writeFileSync(join(folder, "large.sockgen.yaml"), schema());
execFileSync(
  sockgen,
  [
    "ts",
    join(folder, "large.sockgen.yaml"),
    "-o",
    join(folder, "large.ts"),
    "--client",
  ],
  {
    stdio: ["ignore", "ignore", "inherit"],
  },
);
writeFileSync(join(folder, "hand.ts"), byHand());
const programs = {
  "an interface by hand": plainUses("hand"),
  "generated types": plainUses("large"),
  "generated client, methods": clientUses(),
  "generated client, names": namedUses(),
};

interface Figures {
  seconds: number;
  instantiations: number;
  megabytes: number;
}

function figures(compiler: string, file: string): Figures {
  const flags =
    "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck --target es2022 --module preserve --moduleResolution bundler --lib es2022,dom --types node --ignoreConfig --extendedDiagnostics";
  const text = execFileSync(
    "node",
    [`node_modules/${compiler}/bin/tsc`, ...flags.split(" "), file],
    {
      encoding: "utf8",
    },
  );
  const value = (name: string) =>
    Number(
      new RegExp(`^${name}:\\s*([\\d.]+)`, "m").exec(text)?.[1] ?? Number.NaN,
    );
  return {
    seconds: value("Total time"),
    instantiations: value("Instantiations"),
    megabytes: Math.round(value("Memory used") / 1000),
  };
}

const ROUNDS = 5;
for (const compiler of ["typescript", "typescript-6"]) {
  const rows = Object.entries(programs).map(([name, text], at) => {
    const file = join(folder, `uses${at}.ts`);
    writeFileSync(file, text);
    return { name, file, all: [] as Figures[] };
  });
  // The programs take turns, so that a busy moment of the machine meets all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of rows) row.all.push(figures(compiler, row.file));
  }
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const base = median((rows[0]?.all ?? []).map((one) => one.seconds));
  console.log(
    `\n${compiler}: ${events} events, ${uses} uses of each kind, median of ${ROUNDS}`,
  );
  for (const { name, all } of rows) {
    const seconds = median(all.map((one) => one.seconds));
    const [first] = all;
    console.log(
      `${name.padEnd(28)} ${seconds.toFixed(2)} s  ×${(seconds / base).toFixed(2)}  ${String(first?.instantiations).padStart(8)} instantiations  ${first?.megabytes} MB`,
    );
  }
}
