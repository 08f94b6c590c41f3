// Acks of every style: what was said is what is read, by the style of each event.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Ref } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  random,
  seeded,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import {
  styleOf,
  type Outcome,
} from "../../../../codegen/explorer/page/src/values/results.ts";
import { Schemas } from "../../../../codegen/explorer/page/src/values/schemas.ts";
import { contract, contracts, eventOf, eventsOf } from "./lib.ts";

/** What an event of a contract makes of what its ack was called with. */
function read(name: string, wire: string, ...response: unknown[]) {
  const whole = contract(name);
  return styleOf(whole, eventOf(whole, wire)).read(response);
}

/** What an ack of an event is called with. */
function write(name: string, wire: string, outcome: Outcome) {
  const whole = contract(name);
  return styleOf(whole, eventOf(whole, wire)).write(outcome);
}

const doc = { id: "d-1" };
const fault = { code: "rate_limited", message: "slow down" };

test("the standard style tells data, errors and faults apart", () => {
  const data = { members: [] };
  const error = { code: "forbidden", message: "no" };
  const joined = (response: unknown) => read("call", "join:room", response);
  assert.deepEqual(joined({ ok: true, data }), { ok: true, data });
  assert.deepEqual(joined({ ok: false, error }), { ok: false, error });
  assert.deepEqual(joined({ ok: false, fault }), { ok: false, fault });
  assert.deepEqual(read("call", "leave:room", { ok: true }), {
    ok: true,
    data: null,
  });
  for (const none of [undefined, null, 1, {}, { ok: 1 }, { ok: false }]) {
    assert.equal(joined(none), undefined);
  }
});

test("a style of the schema's own is read by its shapes", () => {
  const own = (response: unknown) => read("ack_styles", "own", response);
  assert.deepEqual(own({ status: "success", data: doc }), {
    ok: true,
    data: doc,
  });
  const error = { reason: "full" };
  assert.deepEqual(own({ status: "error", error }), { ok: false, error });
  assert.deepEqual(own({ status: "error", ...fault }), { ok: false, fault });
  assert.equal(own({ status: "success", data: { name: "no id" } }), undefined);
  assert.equal(own({ status: "other" }), undefined);
});

test("one shape for what failed is told apart by what stands in it", () => {
  const legacy = (response: unknown) => read("ack_styles", "legacy", response);
  assert.deepEqual(legacy({ ok: true, ...doc }), { ok: true, data: doc });
  assert.deepEqual(legacy({ ok: false, message: "no" }), {
    ok: false,
    error: "no",
  });
});

test("the bare answer has nothing but data", () => {
  assert.deepEqual(read("ack_styles", "bare", ["a"]), {
    ok: true,
    data: ["a"],
  });
  assert.equal(read("ack_styles", "bare", { not: "a list" }), undefined);
  const whole = contract("ack_styles");
  const style = styleOf(whole, eventOf(whole, "bare"));
  assert.deepEqual(style.can, { error: false, fault: false });
  assert.equal(style.write({ ok: false, fault }), undefined);
  assert.equal(
    style.write({ ok: false, error: "none is declared" }),
    undefined,
  );
});

test("fields among others, and constants of every kind", () => {
  assert.deepEqual(
    write("styles_of_acks", "spread", {
      ok: true,
      data: { id: "d", title: "t" },
    }),
    [{ status: "ok", version: 1, id: "d", title: "t" }],
  );
  assert.deepEqual(write("styles_of_acks", "spread", { ok: false, fault }), [
    { status: "fault", reason: fault, retry: null, weight: 0.5 },
  ]);
  assert.deepEqual(write("ack_styles", "nested", { ok: true, data: doc }), [
    { v: 1, result: { data: doc } },
  ]);
});

test("what is not declared is not read, and raw answers are what they are", () => {
  assert.equal(read("styles_of_acks", "undeclared", doc), undefined);
  const raw = [...contracts].flatMap(([name, whole]) =>
    eventsOf(whole)
      .filter(({ event }) => event.ack === "raw")
      .map(({ event }) => [name, event.wire] as const),
  );
  assert.ok(raw.length > 0);
  for (const [name, wire] of raw) {
    assert.deepEqual(read(name, wire, 1, { a: 2 }), {
      ok: true,
      data: [1, { a: 2 }],
    });
    const data = ["a", new Uint8Array([1])];
    assert.deepEqual(write(name, wire, { ok: true, data }), data);
  }
});

test("what is written is read again, whatever it is", () => {
  let told = 0;
  for (const [name, whole] of contracts) {
    const schemas = new Schemas(whole);
    const { types } = schemas;
    // Whoever answers writes what has a default as well.
    const complete = (ref: Ref) => {
      const value = random(types, ref, rng);
      const read = schemas.of(ref)["~standard"].validate(value);
      return read.issues ? assert.fail() : read.value;
    };
    const rng = seeded(9);
    for (const { event } of eventsOf(whole)) {
      if (event.ack === "undeclared") continue;
      const style = styleOf(whole, event, types);
      const what = `${name} ${event.wire}`;
      for (let at = 0; at < 60; at++) {
        const outcomes: Outcome[] = [];
        if (event.ack === "raw") outcomes.push({ ok: true, data: [at, "a"] });
        else {
          const data = event.answer ? complete(event.answer) : null;
          outcomes.push({ ok: true, data });
        }
        if (event.error && style.can.error) {
          outcomes.push({ ok: false, error: complete(event.error) });
        }
        for (const outcome of outcomes) {
          const written = style.write(outcome);
          assert.ok(written, what);
          assert.deepEqual(style.read(written), outcome, what);
          told++;
        }
      }
      const written = style.write({ ok: false, fault });
      assert.equal(written !== undefined, style.can.fault, what);
      if (!written) continue;
      const outcome = style.read(written);
      // A style that has no place for the code, or none for faults of its own, tells less.
      assert.equal(outcome?.ok, false, what);
    }
  }
  assert.ok(told > 1000);
});
