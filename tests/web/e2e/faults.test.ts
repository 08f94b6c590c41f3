// A server whose handlers fail in every way there is, over each transport.
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import {
  HOW_VALUES,
  connectAuth,
  parseConnectError,
  type Ack,
  type Auth,
  type ClientToServerEvents,
  type Everything,
  type ServerToClientEvents,
} from "../.generated/faults.ts";
import {
  Client,
  TRANSPORTS,
  fault,
  refusal,
  type Transport,
} from "./client.ts";

/** What an error and a panic of the server say. No client may read it. */
const SECRET = "password=hunter2";

const INTERNAL = {
  ok: false,
  fault: { code: "internal", message: "the server could not handle this" },
};

const EVERYTHING: Everything = {
  text: "\u0000 🦀 \u2028",
  flag: true,
  small: 255,
  int: -9007199254740991,
  unsigned: "18446744073709551615",
  signed: "-9223372036854775808",
  float: 0.1,
  at: "2025-01-31T09:30:00.123Z",
  on: "2024-02-29",
  id: "0191d2a0-5b0c-7000-8000-0123456789ab",
  list: [0, 1, 255],
  map: { "": "empty", "a b": "space", constructor: "own" },
  any: { deep: [1, 1.5, "x", null, true, {}] },
  nothing: null,
  either: null,
  how: "well",
  nested: { list: [{ reason: "why" }] },
};

for (const transport of TRANSPORTS) {
  describe(transport, () => faults(transport));
}

function faults(transport: Transport): void {
  const clients: Client<ServerToClientEvents, ClientToServerEvents>[] = [];

  function connect(auth: Auth = {}) {
    const client = new Client<ServerToClientEvents, ClientToServerEvents>(
      transport,
      { auth: connectAuth(auth) },
    );
    clients.push(client);
    return client;
  }

  afterEach(() => clients.splice(0).forEach((client) => client.close()));

  test("a handler's ends are what the client is answered", async () => {
    const client = connect();
    const answers: Record<string, unknown> = {};
    for (const how of HOW_VALUES) {
      answers[how] = await client.socket.emitWithAck("try", { how });
    }
    assert.deepEqual(answers, {
      well: { ok: true, data: { how: "well" } },
      declared: { ok: false, error: { reason: "as declared" } },
      internal: INTERNAL,
      panic: INTERNAL,
    });
    assert.ok(!JSON.stringify(answers).includes(SECRET));
    // The server's own hook knows more. A declared error is no fault.
    for (const cause of [SECRET, `panic: ${SECRET}`]) {
      assert.deepEqual(await client.next("reported"), {
        event: "try",
        code: "internal",
        cause,
        acked: true,
      });
    }
    // And the connection goes on.
    const answer = await client.socket.emitWithAck("ping");
    assert.deepEqual(answer, { ok: true, data: null });
    assert.deepEqual(client.unread(), []);
  });

  test("failures that nobody waits for reach the hook", async () => {
    const client = connect();
    for (const how of HOW_VALUES) client.socket.emit("try:quietly", { how });
    for (const cause of ["as declared", SECRET, `panic: ${SECRET}`]) {
      assert.deepEqual(await client.next("reported"), {
        event: "try:quietly",
        code: "internal",
        cause,
        acked: false,
      });
    }
    client.tell("try", { how: "declared" });
    const report = await client.next("reported");
    assert.match(report.cause, /declared error without an ack/);
  });

  test("values of every type come back as they went", async () => {
    const client = connect();
    const answer = await client.socket.emitWithAck("echo", EVERYTHING);
    assert.deepEqual(answer, { ok: true, data: EVERYTHING });
    const more = { ...EVERYTHING, maybe: "there", either: "or" };
    const again = await client.socket.emitWithAck("echo", more);
    assert.deepEqual(again, { ok: true, data: more });
  });

  test("values are read generously and written in one way", async () => {
    const client = connect();
    const cases: [object, Partial<Everything>][] = [
      [{ at: "2025-01-31T10:30:00.123456+01:00" }, { at: EVERYTHING.at }],
      [{ maybe: null }, {}],
      [{ maybe: undefined }, {}],
      [{ float: 5 }, { float: 5 }],
      [{ small: 5.0 }, { small: 5 }],
      [{ unknown: 1 }, {}],
    ];
    for (const [sent, read] of cases) {
      const answer = await client.ask("echo", { ...EVERYTHING, ...sent });
      const expected: Ack<Everything> = {
        ok: true,
        data: { ...EVERYTHING, ...read },
      };
      assert.deepEqual(answer, expected, JSON.stringify(sent));
    }
  });

  test("values that do not fit are faults that say where", async () => {
    const client = connect();
    for (const [wrong, path] of [
      [{ text: 1 }, "$.text"],
      [{ flag: "true" }, "$.flag"],
      [{ small: 256 }, "$.small"],
      [{ small: -1 }, "$.small"],
      [{ small: 1.5 }, "$.small"],
      [{ int: 9007199254740992 }, "$.int"],
      [{ unsigned: 1 }, "$.unsigned"],
      [{ unsigned: "-1" }, "$.unsigned"],
      [{ unsigned: "18446744073709551616" }, "$.unsigned"],
      [{ float: null }, "$.float"],
      [{ at: "2025-01-31" }, "$.at"],
      [{ at: "yesterday" }, "$.at"],
      [{ on: "2025-02-29" }, "$.on"],
      [{ id: "x" }, "$.id"],
      [{ list: [1, "2"] }, "$.list[1]"],
      [{ list: {} }, "$.list"],
      [{ map: { a: "b", c: 1 } }, "$.map.c"],
      [{ any: undefined }, "$.any"],
      [{ nothing: undefined }, "$.nothing"],
      [{ how: "badly" }, "$.how"],
      [{ nested: { list: [{ reason: "" }, {}] } }, "$.nested.list[1].reason"],
    ] as const) {
      const answer = await client.ask("echo", { ...EVERYTHING, ...wrong });
      const shown = JSON.stringify(wrong);
      assert.deepEqual(fault(answer), ["invalid_payload", path], shown);
      const report = await client.next("reported");
      assert.equal(report.code, "invalid_payload", shown);
    }
  });

  test("an event without payload takes whatever comes", async () => {
    const client = connect();
    for (const args of [[], [null], [{}], [1, 2, 3]]) {
      const answer = await client.ask("ping", ...args);
      assert.deepEqual(answer, { ok: true, data: null });
    }
  });

  test("an unknown event reaches the hook, asked for or not", async () => {
    const client = connect();
    const answer = await client.ask("nonsense", 1);
    assert.deepEqual(fault(answer), ["unknown_event", undefined]);
    client.tell("nonsense", 2);
    for (const acked of [true, false]) {
      const { event, code, ...rest } = await client.next("reported");
      assert.deepEqual([event, code], ["nonsense", "unknown_event"]);
      assert.equal(rest.acked, acked);
    }
  });

  test("a refused client is told why, as declared", async () => {
    const error = await refusal(connect({ user: "nobody" }));
    const failure = parseConnectError(error);
    assert.ok(failure.kind === "error");
    const { code, user } = failure.error;
    assert.deepEqual([code, user], ["unknown_user", "nobody"]);
  });

  test("a failing authenticate tells nothing", async () => {
    const error = await refusal(connect({ user: "broken" }));
    const message = "internal";
    assert.deepEqual(parseConnectError(error), { kind: "message", message });
  });

  test("auth that does not fit is refused with a fault", async () => {
    const error = await refusal(connect({ user: "x".repeat(21) }));
    const failure = parseConnectError(error);
    assert.ok(failure.kind === "fault");
    const { code, path } = failure.fault;
    assert.deepEqual([code, path], ["invalid_payload", "$.user"]);
  });
}
