// Paths of namespaces and names of rooms, with their parameters filled in as generated code and the server do it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Part } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  fill,
  fillRoom,
  initialParams,
  paramIssues,
  paramsOf,
} from "../../../../codegen/explorer/page/src/values/paths.ts";
import { Schemas } from "../../../../codegen/explorer/page/src/values/schemas.ts";
import {
  gameNamespace,
  seatNamespace,
} from "../../.generated/goldens/dynamic_namespaces.ts";
import { contract, contracts } from "./lib.ts";

/** What a parameter may hold, and what each becomes in a room's name: as `runtime/src/room.rs` has it in its tests. */
const TEXTS = [
  ["session-123", "session-123"],
  ["a:b", "a%3Ab"],
  ["%3A", "%253A"],
  ["%", "%25"],
  ["/", "%2F"],
  ["a b", "a%20b"],
  ["\n", "%0A"],
  ["\u0000", "%00"],
  ["é", "é"],
  ["😀%", "😀%25"],
  ["\u2028", "%E2%80%A8"],
  ["\u0085", "%C2%85"],
  ["it's (~!*)", "it%27s%20%28~%21%2A%29"],
] as const;

function namespaceOf(path: string) {
  const namespaces = contract("dynamic_namespaces").namespaces;
  const found = namespaces.find((namespace) => namespace.path === path);
  assert.ok(found);
  return found;
}

test("paths are those of the generated functions", () => {
  const { template } = namespaceOf("/game/{id: GameId}");
  for (const [text] of TEXTS) {
    assert.equal(fill(template, { id: text }), gameNamespace({ id: text }));
  }
  const seat = namespaceOf("/table/{table: u16}/seat/{id: uuid}").template;
  const id = "5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce";
  assert.equal(fill(seat, { table: "7", id }), seatNamespace({ table: 7, id }));
  assert.deepEqual(
    paramsOf(seat).map(({ name }) => name),
    ["table", "id"],
  );
});

test("rooms are named as the server names them", () => {
  const template: Part[] = [
    { literal: "session:" },
    { name: "room", type: { kind: "builtin", builtin: "string" } },
  ];
  for (const [text, escaped] of TEXTS) {
    assert.equal(fillRoom(template, { room: text }), `session:${escaped}`);
  }
  // What the next literal begins with would end the parameter too early.
  const seat: Part[] = [
    { literal: "seat:" },
    { name: "a", type: { kind: "builtin", builtin: "string" } },
    { literal: "-" },
    { name: "b", type: { kind: "builtin", builtin: "string" } },
  ];
  assert.equal(fillRoom(seat, { a: "1-2", b: "3-4" }), "seat:1%2D2-3-4");
});

test("what is missing, or half of a character, is no error", () => {
  const { template } = namespaceOf("/game/{id: GameId}");
  assert.equal(fill(template, {}), "/game/");
  assert.equal(fill(template, { id: "\ud800" }), "/game/%EF%BF%BD");
  assert.equal(fillRoom(template, { id: "\ud800" }), "/game/\ufffd");
  // A key that every object has is no parameter.
  const odd: Part[] = [
    { literal: "/" },
    { name: "constructor", type: { kind: "builtin", builtin: "string" } },
  ];
  assert.equal(fill(odd, {}), "/");
});

test("what a template is first filled with fits", () => {
  let checked = 0;
  for (const [name, whole] of contracts) {
    const schemas = new Schemas(whole);
    for (const namespace of whole.namespaces) {
      const rooms = (namespace.rooms ?? []).map(
        ({ template }) => [template, "room"] as const,
      );
      for (const [template, of] of [
        [namespace.template, "path"] as const,
        ...rooms,
      ]) {
        const params = initialParams(schemas.types, template);
        const issues = paramIssues(schemas, template, params, of);
        // A text without a least length is empty at first, which no path can have.
        const others = [...issues].filter(([param]) => params[param] !== "");
        assert.deepEqual(others, [], `${name} ${namespace.path}`);
        checked += Object.keys(params).length;
      }
    }
  }
  assert.ok(checked > 10);
});

test("each parameter is held against its type", () => {
  const schemas = new Schemas(contract("dynamic_namespaces"));
  const { template } = namespaceOf("/table/{table: u16}/seat/{id: uuid}");
  const id = "5976177b-3c24-4bb0-a4c6-0c0f0ff1d1ce";
  const issues = (params: { [name: string]: string }, of?: "room") =>
    [...paramIssues(schemas, template, params, of)].map(
      ([name, [first]]) => `${name} ${first?.message ?? ""}`,
    );
  assert.deepEqual(issues({ table: "7", id }), []);
  assert.deepEqual(issues({ table: "65536", id }), [
    "table must be 0 to 65535",
  ]);
  for (const table of ["", "seven", "07", "+7", "1e2", " 7", "7.0"]) {
    assert.deepEqual(issues({ table, id }), ["table must be an integer"]);
  }
  assert.deepEqual(issues({ table: "7" }), ["id must be a UUID"]);
  const upper = { table: "7", id: id.toUpperCase() };
  assert.deepEqual(issues(upper), [
    "id must be written in small letters in a path",
  ]);
  assert.deepEqual(issues(upper, "room"), []);
  const game = namespaceOf("/game/{id: GameId}").template;
  assert.match(
    [...paramIssues(schemas, game, { id: "" }).values()].flat()[0]?.message ??
      "",
    /length must be 1 to 40/,
  );
});
