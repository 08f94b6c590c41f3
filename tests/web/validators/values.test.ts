// What validators say of values that JavaScript has and JSON does not, and how they say it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import * as call from "../.generated/call.validators.ts";
import * as fidelity from "../.generated/fidelity.validators.ts";
import * as several from "../.generated/goldens/several_arguments.validators.ts";

const { is, parse, pathOf } = fidelity;

const message = {
  id: "5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce",
  text: "Hello",
  from: { id: "u-1" },
  at: "2026-01-31T12:00:00.000Z",
};

/** The issues as lines, `$.path: message`. */
function issues(
  schema: fidelity.Schema<unknown, unknown>,
  value: unknown,
): string[] {
  const result = schema["~standard"].validate(value);
  return (result.issues ?? []).map((one) => `${pathOf(one)}: ${one.message}`);
}

test("a value that fits is given back as it is", () => {
  const result = call.messageSchema["~standard"].validate(message);
  assert.equal(result.issues, undefined);
  assert.equal("value" in result && result.value, message);
  assert.equal(call.messageSchema["~standard"].vendor, "sockgen");
  assert.equal(call.messageSchema["~standard"].version, 1);
});

test("all that is wrong is told, in the order of the schema", () => {
  const wrong = { at: "yesterday", text: "", id: "1", from: { name: "" } };
  assert.deepEqual(issues(call.messageSchema, wrong), [
    // What the server finds first, since it stands first in the value.
    "$.at: must be a date and time as in RFC 3339",
    "$.id: must be a UUID",
    "$.text: length must be 1 to 4000",
    "$.from.name: length must be 1 to 80",
    "$.from.id: missing",
  ]);
  assert.deepEqual(issues(call.messageSchema, {}), [
    "$.id: missing",
    "$.text: missing",
    "$.from: missing",
    "$.at: missing",
  ]);
});

test("there is an end to what is told", () => {
  const many = Array.from({ length: 1e6 }, () => 1);
  const { args } = fidelity.EVENT_SCHEMAS.clientToServer["echo:list"];
  assert.equal(issues(args, [many]).length, 100);
});

test("null in an optional field is left out, and the value itself is not touched", () => {
  const before = { id: "u-1", name: null };
  const result = call.userSchema["~standard"].validate(before);
  assert.deepEqual(result, { value: { id: "u-1" } });
  assert.deepEqual(before, { id: "u-1", name: null });
  assert.equal(is(call.userSchema, before), false);
  assert.equal(is(call.userSchema, { id: "u-1" }), true);
});

test("defaults are filled in, each time anew", () => {
  const read = () => parse(fidelity.defaultsSchema, {});
  const first = read();
  assert.equal(first.text, "hello");
  assert.equal(first.big, "18446744073709551615");
  assert.equal(first.null, null);
  assert.deepEqual(first.inner, { n: 1 });
  assert.notEqual(first.list, read().list);
  assert.equal(is(fidelity.defaultsSchema, {}), false);
  assert.equal(is(fidelity.defaultsSchema, first), true);
});

test("what does not fit is thrown with its issues", () => {
  assert.throws(
    () => parse(call.userSchema, { id: 1 }),
    (error: Error & { issues?: unknown }) => {
      assert.equal(error.message, "$.id: expected string, got number");
      assert.deepEqual(error.issues, [
        { message: "expected string, got number", path: ["id"] },
      ]);
      return error instanceof TypeError;
    },
  );
});

test("what JSON has no form for is refused where it stands", () => {
  const { args } = call.EVENT_SCHEMAS.clientToServer["custom:event"];
  const sent = (payload: unknown) => issues(args, [{ name: "a", payload }]);
  for (const [value, expected] of [
    [NaN, "$.payload: must be a finite number"],
    [[1, -Infinity], "$.payload[1]: must be a finite number"],
    [10n, "$.payload: expected JSON, got bigint"],
    [{ at: new Date() }, "$.payload.at: expected JSON, got date"],
    [new Map(), "$.payload: expected JSON, got map"],
    [new Set(), "$.payload: expected JSON, got set"],
    [{ f: () => 1 }, "$.payload.f: expected JSON, got function"],
    [Symbol("s"), "$.payload: expected JSON, got symbol"],
    [[undefined], "$.payload[0]: expected JSON, got undefined"],
    [new (class User {})(), "$.payload: expected JSON, got object"],
    [new Uint8Array(1), "$.payload: expected JSON, got uint8array"],
    [{ a: "\ud800" }, "$.payload.a: must be well-formed Unicode"],
    [{ "\udc00": 1 }, "$.payload: must have keys of well-formed Unicode"],
    [
      { a: { _placeholder: true, num: 0 } },
      "$.payload.a: must not contain the key _placeholder",
    ],
  ] as const) {
    assert.deepEqual(sent(value), [expected]);
  }
  // What is undefined is not sent.
  assert.deepEqual(sent({ a: undefined }), []);
  assert.deepEqual(sent(undefined), []);
});

test("what leads back to itself is refused, and soon", () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  circle["again"] = [circle, circle];
  const { args } = call.EVENT_SCHEMAS.clientToServer["custom:event"];
  const [first] = issues(args, [{ name: "a", payload: circle }]);
  assert.match(first ?? "", /^\$\.payload(\.self)+: nested too deeply$/);
  const tree: Record<string, unknown> = { value: 1, right: null, by: {} };
  tree["left"] = tree;
  tree["right"] = tree;
  tree["rest"] = [tree, tree];
  assert.match(issues(fidelity.treeSchema, tree)[0] ?? "", /nested too deeply/);
  // A type of the application's own is looked at as a whole.
  const foreign: Record<string, unknown> = { amount: 1, unit: "a" };
  foreign["self"] = foreign;
  foreign["again"] = foreign;
  assert.match(
    issues(fidelity.foreignSchema, foreign)[0] ?? "",
    /nested too deeply/,
  );
});

test("instances of classes are no objects, those of other realms are", () => {
  class User {
    id = "u-1";
  }
  assert.deepEqual(issues(call.userSchema, new User()), [
    "$: expected object, got object",
  ]);
  assert.deepEqual(issues(call.userSchema, new Map([["id", "u-1"]])), [
    "$: expected object, got map",
  ]);
  const foreign: unknown = runInContext('({ id: "u-1" })', createContext());
  assert.deepEqual(issues(call.userSchema, foreign), []);
  const bare: unknown = Object.assign(Object.create(null), { id: "u-1" });
  assert.deepEqual(issues(call.userSchema, bare), []);
});

test("what every object has is not taken for a field", () => {
  const value: unknown = JSON.parse('{ "__proto__": { "id": "u-1" } }');
  assert.deepEqual(issues(call.userSchema, value), ["$.id: missing"]);
  const { args } = fidelity.EVENT_SCHEMAS.clientToServer["echo:map"];
  assert.deepEqual(issues(args, [value]), [
    "$: __proto__ is not allowed as a key",
  ]);
  assert.equal(({} as { id?: unknown }).id, undefined);
});

test("bytes are whatever Socket.IO sends as such", () => {
  const { args } = fidelity.EVENT_SCHEMAS.clientToServer["echo:blob"];
  for (const bytes of [
    new ArrayBuffer(2),
    new Uint8Array(2),
    new Float64Array(2),
    new DataView(new ArrayBuffer(2)),
    Buffer.from("ab"),
  ]) {
    assert.deepEqual(issues(args, [bytes]), []);
  }
  assert.deepEqual(issues(args, [[0, 1]]), [
    "$: expected binary data, got array",
  ]);
  // Its own size, not that of what it is a view of.
  const part = new Uint8Array(100).subarray(0, 8);
  assert.deepEqual(issues(fidelity.blobSchema, part), []);
  assert.deepEqual(issues(fidelity.blobSchema, new Uint16Array(5)), [
    "$: must have 0 to 8 bytes",
  ]);
});

test("arguments are told by their names", () => {
  const { edit, strict } = several.EVENT_SCHEMAS.clientToServer;
  const op = { at: 1, text: "a" };
  assert.deepEqual(issues(edit.args, ["a", [op]]), []);
  assert.deepEqual(issues(edit.args, ["a", [op], undefined]), []);
  assert.deepEqual(issues(edit.args, ["", [op, { at: -1 }], 5, 6]), [
    "$.id: length must be 1 to 40",
    "$.ops[1].at: must be 0 to 4294967295",
    "$.ops[1].text: missing",
    "$.note: expected string, got number",
  ]);
  assert.deepEqual(issues(edit.args, [undefined]), [
    "$.id: expected string, got null",
    "$.ops: missing",
  ]);
  assert.deepEqual(issues(strict.args, [1, 2]), []);
  assert.deepEqual(issues(strict.args, [1, 2, 3]), [
    "$: the schema has no such argument",
  ]);
  assert.deepEqual(issues(several.EVENT_SCHEMAS.clientToServer.one.args, []), [
    "$.type: missing",
  ]);
});

test("a payload is the first argument, and where paths begin", () => {
  const { args } = call.EVENT_SCHEMAS.clientToServer["join:room"];
  assert.deepEqual(issues(args, [{ room: "r" }]), []);
  assert.deepEqual(issues(args, [{ room: "r" }, "more"]), []);
  assert.deepEqual(issues(args, [{ room: "" }]), [
    "$.room: length must be 1 to 64",
  ]);
  assert.deepEqual(issues(args, []), ["$: the payload is missing"]);
  assert.deepEqual(issues(args, [undefined]), ["$: expected object, got null"]);
});

test("raw arguments are anything that can be sent", () => {
  const { args } = fidelity.EVENT_SCHEMAS.clientToServer["echo:raw"];
  assert.deepEqual(issues(args, []), []);
  assert.deepEqual(issues(args, [1, { a: [Buffer.from("a")] }, undefined]), []);
  assert.deepEqual(issues(args, [1, { a: 1n }]), [
    "$[1].a: expected JSON, got bigint",
  ]);
});
