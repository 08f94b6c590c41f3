// The explorer's schemas of answers, errors and handshakes against generated validators; `agree.ts` does it for types and
// arguments.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import type { Ref } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  random,
  seeded,
  type Rng,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import {
  issuesOf,
  pathOf,
  Schemas,
  type Schema,
} from "../../../../codegen/explorer/page/src/values/schemas.ts";
import { print } from "../../../../codegen/explorer/page/src/values/text.ts";
import { contract, contracts, eventsOf } from "./lib.ts";

type Table = { [key: string]: { [key: string]: Schema<unknown> } | undefined };

/** The value with something else in one place. */
function changed(value: unknown, rng: Rng): unknown {
  const others = [null, true, 0, -1, 1.5, "", "x", [], {}, new Uint8Array(2)];
  const isObject = typeof value === "object" && value !== null;
  if (!isObject || ArrayBuffer.isView(value) || rng() < 0.3) {
    return others[Math.floor(rng() * others.length)];
  }
  if (Array.isArray(value)) {
    const at = Math.floor(rng() * value.length);
    return rng() < 0.2
      ? [...(value as unknown[]), null]
      : value.map((item: unknown, own) =>
          own === at ? changed(item, rng) : item,
        );
  }
  const entries = Object.entries(value);
  const at = Math.floor(rng() * entries.length);
  if (rng() < 0.2)
    return Object.fromEntries(entries.filter((_, own) => own !== at));
  return Object.fromEntries([
    ...entries.map(([key, item], own) => [
      key,
      own === at ? changed(item, rng) : item,
    ]),
    ...(rng() < 0.1 ? [["more", 1]] : []),
  ]) as unknown;
}

test("answers, errors and handshakes are judged as by generated validators", async () => {
  let [taken, refused] = [0, 0];
  for (const [name, whole] of contracts) {
    const file = [`goldens/${name}`, name]
      .map((path) => `../../.generated/${path}.validators.ts`)
      .find((path) => existsSync(new URL(path, import.meta.url)));
    if (!file) continue;
    const module = (await import(file)) as { [key: string]: unknown };
    const schemas = new Schemas(whole);
    const rng = seeded(13);
    const compare = (
      what: string,
      ref: Ref,
      ours: Schema<unknown>,
      theirs: unknown,
    ) => {
      for (let at = 0; at < 40; at++) {
        let value = random(schemas.types, ref, rng);
        if (at % 4 > 0) value = changed(value, rng);
        const one = issuesOf(ours, value);
        const other = issuesOf(theirs as Schema<unknown>, value);
        assert.deepEqual(one, other, `${name} ${what} ${print(value)}`);
        if (one.length === 0) taken++;
        else refused++;
      }
    };
    for (const namespace of whole.namespaces) {
      const prefix = namespace.names
        ? `${namespace.names.snake.toUpperCase()}_`
        : "";
      const handshakes = module[`${prefix}HANDSHAKE_SCHEMAS`] as
        { [key: string]: unknown } | undefined;
      const auth = schemas.auth(namespace);
      const refusal = schemas.connectError(namespace);
      if (namespace.auth && auth) {
        compare("auth", namespace.auth, auth, handshakes?.["auth"]);
      }
      if (namespace.connectError && refusal) {
        const theirs = handshakes?.["connectError"];
        compare("connectError", namespace.connectError, refusal, theirs);
      }
      for (const direction of ["clientToServer", "serverToClient"] as const) {
        const tables = module[`${prefix}EVENT_SCHEMAS`] as {
          [key: string]: Table;
        };
        for (const event of namespace[direction] ?? []) {
          const { data, error } = schemas.event(event, direction);
          const theirs = tables[direction]?.[event.wire];
          assert.ok(theirs);
          assert.equal(!!data, "data" in theirs);
          assert.equal(!!error, "error" in theirs);
          if (event.answer && data) {
            compare(`${event.wire} data`, event.answer, data, theirs["data"]);
          }
          if (event.error && error) {
            compare(`${event.wire} error`, event.error, error, theirs["error"]);
          }
        }
      }
    }
  }
  assert.ok(taken > 1000 && refused > 1000, `${taken}, ${refused}`);
});

test("what is wrong is told with its place", () => {
  const schemas = new Schemas(contract("call"));
  const [send] = eventsOf(contract("call")).filter(
    ({ event }) => event.wire === "message:send",
  );
  assert.ok(send);
  const { args } = schemas.event(send.event, send.direction);
  const issues = issuesOf(args, [{ text: "", room: 1 }]);
  assert.deepEqual(
    issues.map((issue) => `${pathOf(issue)} ${issue.message}`),
    ["$.text length must be 1 to 4000", "$.room expected string, got number"],
  );
  assert.deepEqual(issuesOf(args, [{ text: "a" }]), []);
});

test("a name that the contract does not have is an error at once", () => {
  const schemas = new Schemas(contract("call"));
  assert.throws(
    () => schemas.of({ kind: "named", name: "Nobody" }),
    /no type Nobody/,
  );
});
