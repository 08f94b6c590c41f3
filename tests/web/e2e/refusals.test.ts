// What generated code makes of the text with which a connection is refused,
// whoever wrote it.
import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { test } from "node:test";
import { io } from "socket.io-client";
import {
  SCHEMA_HASH,
  connectAuth,
  parseConnectError,
} from "../.generated/faults.ts";
import * as every from "../.generated/goldens/handshakes_of_every_kind.ts";
import { TRANSPORTS } from "./client.ts";

type Parse = (error: { message: string }) => { kind: string };

const FAULT = { code: "invalid_payload", message: "no text", path: "$.user" };
const NAMED = { code: "unknown_user", user: "nobody" };

/** Each text, which must come back as it is. */
function areMessages(parse: Parse, texts: string[]): void {
  for (const message of texts) {
    assert.deepEqual(parse({ message }), { kind: "message", message }, message);
  }
}

test("the hash stands beside what is said, which stays as it was", () => {
  const auth = { user: "Ada" };
  const said = { user: "Ada", $sockgen: SCHEMA_HASH };
  assert.deepEqual(connectAuth(auth), said);
  assert.deepEqual(auth, { user: "Ada" });
  // One that came in by a type's back door does not replace it.
  const other = { ...auth, $sockgen: "0" };
  assert.deepEqual(connectAuth(other), said);
  assert.deepEqual(every.codeConnectAuth({ name: "Bob" }), {
    name: "Bob",
    $sockgen: every.SCHEMA_HASH,
  });
  const none = { $sockgen: every.SCHEMA_HASH };
  assert.deepEqual(every.whetherConnectAuth(), none);
});

test("a declared error has its keys", () => {
  const failure = parseConnectError({ message: JSON.stringify(NAMED) });
  assert.deepEqual(failure, { kind: "error", error: NAMED });
  const more = { ...NAMED, later: 1 };
  const newer = parseConnectError({ message: JSON.stringify(more) });
  assert.deepEqual(newer, { kind: "error", error: more });
  areMessages(parseConnectError, [
    "{}",
    '{"code":"unknown_user"}',
    '[{"code":"unknown_user","user":"nobody"}]',
    '["code","user"]',
    '{"__proto__":{"code":"unknown_user","user":"nobody"}}',
    '{"code":"unknown_user","__proto__":{"user":"nobody"}}',
    '{"code":"unknown_user","user":"nobody"',
    '{"error":{"code":"unknown_user","user":"nobody"}}',
  ]);
});

test("a fault is what it should be, all of it", () => {
  const { path: _, ...short } = FAULT;
  for (const fault of [FAULT, short, { ...FAULT, code: "internal" }]) {
    const message = JSON.stringify({ fault });
    assert.deepEqual(parseConnectError({ message }), { kind: "fault", fault });
  }
  const wrong: unknown[] = [
    null,
    [],
    [FAULT],
    "invalid_payload",
    { ...FAULT, code: "made_up" },
    { ...FAULT, code: "toString" },
    { ...FAULT, code: ["internal"] },
    { ...FAULT, message: 1 },
    { ...FAULT, path: null },
    { ...FAULT, path: ["$"] },
    { message: "no code" },
    { code: "internal" },
  ];
  areMessages(parseConnectError, [
    ...wrong.map((fault) => JSON.stringify({ fault })),
    JSON.stringify([{ fault: FAULT }]),
    JSON.stringify(FAULT),
    `{"__proto__":{"fault":${JSON.stringify(FAULT)}}}`,
    `{"fault":{"__proto__":${JSON.stringify(FAULT)}}}`,
  ]);
  assert.equal(({} as { fault?: unknown }).fault, undefined);
});

test("all else is a message", () => {
  areMessages(parseConnectError, [
    "internal",
    "timeout",
    "xhr poll error",
    "websocket error",
    "",
    "null",
    "true",
    "1e999",
    '"text"',
    "undefined",
    "NaN",
    "<!doctype html>",
    "\u0000",
    "[".repeat(1_000_000),
    "[".repeat(10_000) + "]".repeat(10_000),
  ]);
});

test("errors of every kind of JSON are told from what they are not", () => {
  const cases: [Parse, string[], string[]][] = [
    [every.parseAliasConnectError, ['{"as":"x"}'], ['{"is":"x"}', "null"]],
    [every.parseBrandConnectError, ['"t"', "null"], ["1", "[]", "{}", "t"]],
    [every.parseCodeConnectError, ["401"], ['"401"', "null", "[401]"]],
    [
      every.parseEitherConnectError,
      ["null", '"expired"', '{"token":"t"}'],
      ["1", "{}", '["token"]'],
    ],
    [every.parseListConnectError, ["[]", '["a"]'], ["{}", '"a"', "null"]],
    [every.parseMoneyConnectError, ['"12 EUR"'], ["12", "null"]],
    [
      every.parseFullConnectError,
      ['{"limit":1,"not now":null,"__own":true}'],
      ['{"limit":1,"not now":null}', "null"],
    ],
    [every.parseNothingConnectError, ["null", "{}"], ["[]", '"a"', ""]],
    [every.parseWhetherConnectError, ["false"], ["0", "null", "False"]],
    [every.parseConnectError, ["0", "null", "[]", '""'], ["", "x", "{"]],
  ];
  for (const [parse, errors, messages] of cases) {
    for (const message of errors) {
      const error: unknown = JSON.parse(message);
      assert.deepEqual(parse({ message }), { kind: "error", error }, message);
    }
    areMessages(parse, messages);
    const message = JSON.stringify({ fault: FAULT });
    assert.deepEqual(parse({ message }), { kind: "fault", fault: FAULT });
  }
});

for (const transport of TRANSPORTS) {
  test(`nobody there over ${transport}`, async () => {
    const server = createServer();
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: [transport],
      forceNew: true,
      reconnection: false,
      auth: (say) => say(connectAuth({ user: "Ada" })),
    });
    const error = await new Promise<Error>((resolve) =>
      socket.once("connect_error", resolve),
    );
    const message =
      transport === "polling" ? "xhr poll error" : "websocket error";
    assert.deepEqual(parseConnectError(error), { kind: "message", message });
  });
}
