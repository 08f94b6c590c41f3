// Values that the explorer makes: those that its forms start with, and random ones. The schemas take all of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Types,
  type Contract,
  type EventDef,
  type Field,
  type Ref,
} from "../../../../codegen/explorer/page/src/contract.ts";
import {
  exampleOf,
  firstOf,
  initial,
  initialArguments,
  random,
  randomArguments,
  seeded,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import {
  issuesOf,
  pathOf,
  Schemas,
  type Schema,
} from "../../../../codegen/explorer/page/src/values/schemas.ts";
import { print } from "../../../../codegen/explorer/page/src/values/text.ts";
import { contract, contracts, eventOf, eventsOf } from "./lib.ts";

/** How many random values are made of each type and of each event. */
const VALUES = 200;

function check(
  what: string,
  schema: Schema<unknown>,
  value: unknown,
): string | undefined {
  const [first] = issuesOf(schema, value);
  if (!first) return undefined;
  return `${what}: ${pathOf(first)} ${first.message} in ${print(value)}`;
}

for (const [name, whole] of contracts) {
  test(`values of ${name} fit`, () => {
    const schemas = new Schemas(whole);
    const { types } = schemas;
    const rng = seeded(1);
    const wrong: string[] = [];
    let made = 0;
    const say = (problem: string | undefined) => {
      made++;
      if (problem && wrong.length < 10) wrong.push(problem);
    };
    for (const [what, ref] of refsOf(whole)) {
      const schema = schemas.of(ref);
      say(check(`initial ${what}`, schema, initial(types, ref)));
      for (let at = 0; at < VALUES; at++) {
        say(check(`random ${what}`, schema, random(types, ref, rng)));
      }
    }
    for (const { direction, event } of eventsOf(whole)) {
      const { args } = schemas.event(event, direction);
      const what = `arguments of ${event.wire}`;
      const first = initialArguments(types, event);
      say(check(`initial ${what}`, args, first));
      for (let at = 0; at < VALUES; at++) {
        const value = randomArguments(types, event, rng);
        say(check(`random ${what}`, args, value));
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(made > 0);
  });
}

/** All types with a name, and those of events and handshakes. */
function refsOf(whole: Contract): [string, Ref][] {
  const named = (whole.types ?? [])
    .filter(({ origin }) => origin !== "args")
    .map(({ name }): [string, Ref] => [name, { kind: "named", name }]);
  const events = eventsOf(whole).flatMap(({ event }) => [
    ["answer", event.answer] as const,
    ["error", event.error] as const,
  ]);
  const handshakes = whole.namespaces.flatMap((namespace) => [
    ["auth", namespace.auth] as const,
    ["connect error", namespace.connectError] as const,
  ]);
  const others = [...events, ...handshakes].flatMap(
    ([what, ref]): [string, Ref][] => (ref ? [[what, ref]] : []),
  );
  return [...named, ...others];
}

test("the same seed makes the same values, another one others", () => {
  const types = new Types(contract("collab"));
  const event = eventOf(contract("collab"), "doc:edit");
  const made = (seed: number) => {
    const rng = seeded(seed);
    return Array.from({ length: 20 }, () => randomArguments(types, event, rng));
  };
  assert.deepEqual(made(7), made(7));
  assert.notDeepEqual(made(7), made(8));
});

test("random values are of many kinds", () => {
  const types = new Types(contract("unions_of_every_kind"));
  const rng = seeded(3);
  for (const def of types.all.filter(({ kind }) => kind === "union")) {
    const seen = new Set<unknown>();
    for (let at = 0; at < 400; at++) {
      const value = random(types, { kind: "named", name: def.name }, rng);
      const tag = def.tag ?? "";
      seen.add(
        def.tagging === "untagged"
          ? typeof value === "object" && value && Object.keys(value).join()
          : (value as { [key: string]: unknown })[tag],
      );
    }
    const members = def.members ?? [];
    if (def.tagging !== "untagged") {
      for (const { wire } of members) assert.ok(seen.has(wire), wire);
      assert.equal(seen.size > members.length, !!def.open, def.name);
    } else assert.ok(seen.size > 1, def.name);
  }
});

test("a form starts with examples and defaults, and without what may be left out", () => {
  const types = new Types(contract("call"));
  const event = eventOf(contract("call"), "join:room");
  assert.deepEqual(initialArguments(types, event), [{ room: "session-123" }]);
  const send = eventOf(contract("call"), "message:send");
  assert.deepEqual(initialArguments(types, send), [{ text: "a" }]);
});

test("an example is taken where it fits, null like any other", () => {
  const text = { kind: "builtin", builtin: "string", max: 3 } as const;
  const named = (name: string) => ({ kind: "named", name }) as const;
  const names = (snake: string) => ({ names: { snake } });
  const orNull = { kind: "nullable", of: named("Short") } as const;
  const fields: Field[] = [
    { wire: "long", ...names("long"), type: text, example: "too long" },
    { wire: "none", ...names("none"), type: named("OrNull") },
    { wire: "no", ...names("no"), nullable: true, type: text, example: null },
    { wire: "any", ...names("any"), type: named("Any") },
    { wire: "short", ...names("short"), type: named("Short") },
    { wire: "wrong", ...names("wrong"), type: text, example: null },
  ];
  const declared = { origin: "declared", kind: "alias" } as const;
  const event = (wire: string, example: unknown): EventDef => ({
    wire,
    names: { camel: wire, snake: wire },
    payload: "data",
    data: named("OrNull"),
    example,
    ack: "undeclared",
    ackStyle: 0,
  });
  const types = new Types({
    view: 1,
    source: "examples",
    hash: "",
    name: "examples",
    types: [
      { name: "Short", ...declared, type: text, example: "abc" },
      { name: "OrNull", ...declared, type: orNull, example: null },
      {
        name: "Any",
        ...declared,
        type: { kind: "builtin", builtin: "json" },
        example: null,
      },
      { name: "All", origin: "declared", kind: "object", fields },
    ],
    namespaces: [],
    ackStyles: [],
  });
  assert.deepEqual(initial(types, named("All")), {
    long: "",
    none: null,
    no: null,
    any: null,
    short: "abc",
    wrong: "",
  });
  assert.deepEqual(initialArguments(types, event("none", null)), [null]);
  assert.deepEqual(initialArguments(types, event("good", "ab")), ["ab"]);
  assert.deepEqual(initialArguments(types, event("bad", "abcd")), [null]);
  assert.deepEqual(initialArguments(types, event("absent", undefined)), [null]);
  // Whoever asks for the example gets it as it is written.
  assert.deepEqual(exampleOf(event("bad", "abcd")), ["abcd"]);
  assert.deepEqual(exampleOf(event("none", null)), [null]);
  assert.equal(exampleOf(event("absent", undefined)), undefined);
  // A field that is put in is null only where the schema says so.
  const firsts = fields.map((field) => firstOf(types, field));
  assert.deepEqual(firsts, ["", null, null, null, "abc", ""]);
});

test("a first value is nobody else's", () => {
  const types = new Types(contract("bytes_and_defaults"));
  for (const { event } of eventsOf(contract("bytes_and_defaults"))) {
    const [one, other] = [
      initialArguments(types, event),
      initialArguments(types, event),
    ];
    assert.deepEqual(one, other);
    for (const [at, value] of one.entries()) {
      if (typeof value === "object") assert.notEqual(value, other[at]);
    }
  }
});

test("a contract of a thousand events opens at once", () => {
  const fields = Array.from({ length: 8 }, (_, at) => ({
    wire: `field${at.toString()}`,
    names: { snake: `field${at.toString()}` },
    type: { kind: "builtin", builtin: "string", max: 80 } as const,
  }));
  const types = Array.from({ length: 3000 }, (_, at) => ({
    name: `Type${at.toString()}`,
    origin: "declared",
    kind: "object" as const,
    fields: [
      ...fields,
      // A chain as long as the file.
      ...(at > 0
        ? [
            {
              wire: "next",
              names: { snake: "next" },
              optional: true as const,
              type: {
                kind: "named" as const,
                name: `Type${(at - 1).toString()}`,
              },
            },
          ]
        : []),
    ],
  }));
  const events = Array.from({ length: 1000 }, (_, at) => ({
    wire: `event:${at.toString()}`,
    names: { camel: `event${at.toString()}`, snake: `event_${at.toString()}` },
    payload: "data" as const,
    data: { kind: "named" as const, name: `Type${(at * 3).toString()}` },
    ack: "undeclared" as const,
    ackStyle: 0,
  }));
  const large: Contract = {
    view: 1,
    source: "large",
    hash: "",
    name: "large",
    types: types.reverse(),
    namespaces: [
      { path: "/", template: [{ literal: "/" }], clientToServer: events },
    ],
    ackStyles: [],
  };
  const schemas = new Schemas(large);
  for (const event of events) {
    const { args } = schemas.event(event, "clientToServer");
    const value = initialArguments(schemas.types, event);
    assert.deepEqual(issuesOf(args, value), []);
    // Made once.
    assert.equal(schemas.event(event, "clientToServer").args, args);
  }
});
