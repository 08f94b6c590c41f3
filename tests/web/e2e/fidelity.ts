// Sends generated values of every type to a server that says them back, and
// writes down what came as constants of the generated types.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { io, type Socket } from "socket.io-client";
import * as msgpackParser from "socket.io-msgpack-parser";
import { connectAuth } from "../.generated/fidelity.ts";
import { serverUrl } from "./client.ts";

const [parser, transport, input, output] = process.argv.slice(2);
assert.ok(parser && transport && input && output);

interface Case {
  event: string;
  calls: unknown[][];
}
const folder = new URL("../.generated/", import.meta.url);
const cases = JSON.parse(
  await readFile(new URL(input, folder), "utf8"),
) as Case[];

const socket: Socket = io(serverUrl(), {
  transports: [transport],
  forceNew: true,
  reconnection: false,
  auth: connectAuth(),
  ...(parser === "msgpack" ? { parser: msgpackParser } : {}),
});
await new Promise((resolve, reject) => {
  socket.once("connect", () => resolve(undefined));
  socket.once("connect_error", reject);
});

/** Bytes for every `{"$bytes": "00ff"}`, in each of the forms that a client may send. */
let forms = 0;
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== "object" || value === null) return value;
  const hex = (value as { $bytes?: string }).$bytes;
  if (hex === undefined) {
    const entries = Object.entries(value).map(([k, v]) => [k, withBytes(v)]);
    return Object.fromEntries(entries) as unknown;
  }
  const bytes = Uint8Array.from(Buffer.from(hex, "hex"));
  // Node's own Buffer, an ArrayBuffer, a view.
  return [Buffer.from(bytes), bytes.buffer, bytes][forms++ % 3];
}

/** The other way, for comparison: whatever bytes came as. */
function withoutBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof ArrayBuffer)
    return { $bytes: Buffer.from(value).toString("hex") };
  if (ArrayBuffer.isView(value))
    return {
      $bytes: Buffer.from(
        value.buffer,
        value.byteOffset,
        value.byteLength,
      ).toString("hex"),
    };
  // A float of single precision is written with as few digits as tell it apart
  // from others of its kind.
  const entries = Object.entries(value).map(([k, v]) => [
    k,
    k === "f32" && typeof v === "number" ? Math.fround(v) : withoutBytes(v),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function said(event: string): Promise<unknown[]> {
  return new Promise((resolve) =>
    socket.once(event, (...args: unknown[]) => resolve(args)),
  );
}

/** A value as TypeScript has it in a program. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if ("$bytes" in value) return "new ArrayBuffer(0)";
  const entries = Object.entries(value).map(
    ([k, v]) => `${JSON.stringify(k)}: ${literal(v)}`,
  );
  return `{ ${entries.join(", ")} }`;
}

/**
 * A brand is made by its constructor and not by a literal, and anything may be
 * raw. So it is with members that a union does not know: their tag is a brand.
 */
const UNTYPED = ["echo:brands", "echo:id", "echo:args", "echo:raw"];

const lines = [
  `import type { ClientToServerEvents, ServerToClientEvents } from "./fidelity.ts";`,
  "type Said<E extends keyof ServerToClientEvents> = Parameters<ServerToClientEvents[E]>;",
  "type Sent<E extends keyof ClientToServerEvents> = Parameters<ClientToServerEvents[E]>[0];",
];
let count = 0;
for (const { event, calls } of cases) {
  const event_said = event.replace("echo:", "said:");
  for (const call of calls) {
    const what = `${event} ${JSON.stringify(call)}`;
    const heard = said(event_said);
    const answers = await new Promise<unknown[]>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no answer: ${what}`)),
        10_000,
      );
      socket.emit(event, ...call.map(withBytes), (...args: unknown[]) => {
        clearTimeout(timer);
        resolve(args);
      });
    });
    let expected: unknown = { ok: true, data: call[0] };
    if (event === "echo:args") expected = { ok: true, data: call.slice(0, 3) };
    const answered = withoutBytes(answers);
    assert.deepStrictEqual(
      answered,
      event === "echo:raw" ? call : [expected],
      what,
    );
    const args = withoutBytes(await heard) as unknown[];
    // Optional arguments that are not there at the end may be sent as null.
    while (args.length > call.length && args.at(-1) === null) args.pop();
    assert.deepStrictEqual(args, call, what);
    if (!UNTYPED.includes(event) && !what.includes("not a known member")) {
      lines.push(
        `export const said${count}: Said<"${event_said}"> = ${literal(args)};`,
        `export const sent${count}: Sent<"${event}"> = ${literal(args[0])};`,
      );
    }
    count += 1;
  }
}
socket.disconnect();
assert.ok(count > 400, `only ${count} values were sent`);
await writeFile(new URL(output, folder), `${lines.join("\n")}\n`);
