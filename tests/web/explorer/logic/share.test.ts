// Links with messages in them: what is shared comes back, and what strangers write into one does no harm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import {
  fromFragment,
  isShared,
  toFragment,
  type Shared,
} from "../../../../codegen/explorer/page/src/share.ts";

const message: Shared = {
  v: 1,
  contract: "Call",
  hash: "6a50a98cb45ccd32",
  namespace: "/game/{id: GameId}",
  params: { id: "a/b", seat: 2, open: true },
  direction: "clientToServer",
  event: "message:send",
  args: [
    { text: "Hello 😀\u2028", big: "18446744073709551615", none: null },
    new Uint8Array([0, 255, 1]),
    { $bytes: "AP8=" },
    { $$bytes: 1 },
    [-0, 1.5, [], {}],
  ],
  note: "See what comes back",
};

async function fragmentOf(message: Shared): Promise<string> {
  const made = await toFragment(message);
  assert.ok("fragment" in made, JSON.stringify(made));
  return made.fragment;
}

function packed(how: string, text: string | Buffer): string {
  const bytes = how === "z" ? deflateRawSync(text) : Buffer.from(text);
  return `#m=${how}${bytes.toString("base64url")}`;
}

async function problemOf(fragment: string): Promise<string> {
  const found = await fromFragment(fragment);
  assert.ok("problem" in found, JSON.stringify(found));
  return found.problem;
}

test("a message comes back as it was", async () => {
  const fragment = await fragmentOf(message);
  assert.match(fragment, /^#m=[zj][\w-]+$/);
  assert.ok(isShared(fragment));
  assert.deepEqual(await fromFragment(fragment), message);
});

test("what repeats itself is packed", async () => {
  const long = { ...message, args: ["Hello ".repeat(10_000)] };
  const fragment = await fragmentOf(long);
  assert.ok(fragment.length < 2000, String(fragment.length));
  assert.deepEqual(await fromFragment(fragment), long);
});

test("without packing, links are longer and work", async () => {
  const { CompressionStream } = globalThis;
  try {
    Reflect.deleteProperty(globalThis, "CompressionStream");
    const fragment = await fragmentOf(message);
    assert.match(fragment, /^#m=j/);
    assert.deepEqual(await fromFragment(fragment), message);
  } finally {
    globalThis.CompressionStream = CompressionStream;
  }
});

test("nothing of the handshake is in it", async () => {
  const careless = {
    ...message,
    auth: { token: "secret" },
    $sockgen: "x",
    headers: { cookie: "c" },
  };
  const read = await fromFragment(await fragmentOf(careless));
  assert.deepEqual(read, message);
  // Nor does a link bring any along.
  const brought = JSON.stringify({ ...careless, args: [] });
  const found = await fromFragment(packed("j", brought));
  assert.deepEqual(found, { ...message, args: [] });
});

test("what is too large for a link is said to be", async () => {
  const noise = Array.from({ length: 40_000 }, (_, at) => Math.sin(at));
  const made = await toFragment({ ...message, args: [noise] });
  assert.ok("problem" in made);
  assert.match(made.problem, /a link holds 64 kB/);
  assert.match(await problemOf(`#m=j${"A".repeat(70_000)}`), /longer than any/);
});

test("what unpacks into gigabytes is not unpacked", async () => {
  const bomb = Buffer.alloc(40_000_000, "a");
  const fragment = packed("z", bomb);
  assert.ok(fragment.length < 64 * 1024, String(fragment.length));
  assert.match(await problemOf(fragment), /larger than any message/);
});

test("no key changes what objects are", async () => {
  const args = '[{"__proto__":{"polluted":true}}]';
  const text = JSON.stringify({ ...message, args: [] }).replace(
    '"args":[]',
    `"args":${args}`,
  );
  assert.match(await problemOf(packed("j", text)), /`__proto__`/);
  const outer = JSON.stringify({ ...message, args: [] }).replace(
    "{",
    '{"__proto__":{"v":1},',
  );
  assert.match(await problemOf(packed("j", outer)), /`__proto__`/);
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});

test("whatever else is in a link is a sentence, and never an exception", async () => {
  const text = JSON.stringify({ ...message, args: [] });
  const changed = (change: object) =>
    packed("j", JSON.stringify({ ...message, args: [], ...change }));
  const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
  for (const [fragment, expected] of [
    ["", /no message/],
    ["#other", /no message/],
    ["#m=", /damaged|another version/],
    ["#m=z", /damaged/],
    ["#m=z!!!", /damaged/],
    ["#m=zAAAA", /damaged/],
    [(await fragmentOf(message)).slice(0, -9), /damaged/],
    ["#m=y" + packed("j", text).slice(4), /another version/],
    [packed("j", "null"), /no message/],
    [packed("j", "[]"), /no message/],
    [packed("j", "{"), /no JSON/],
    [packed("j", Buffer.from([0xff, 0xfe])), /damaged/],
    [changed({ v: 2 }), /another version/],
    [changed({ v: "1" }), /another version/],
    [changed({ direction: "serverToClient" }), /none that clients send/],
    [changed({ event: 7 }), /`event`/],
    [changed({ event: "e".repeat(3000) }), /`event`/],
    [changed({ args: { length: 1 } }), /`args`/],
    [changed({ args: Array(2000).fill(0) }), /`args`/],
    [changed({ params: { id: {} } }), /`params`/],
    [changed({ params: [1] }), /`params`/],
    [changed({ note: 1 }), /`note`/],
    [changed({ args: [{ $bytes: 1 }] }), /base64/],
    [changed({ args: [{ $bytes: "*" }] }), /base64/],
    [packed("j", text.replace('"args":[]', '"args":[1e999]')), /too large/],
    [packed("j", text.replace('"args":[]', `"args":[${deep}]`)), /too deeply/],
    [packed("z", deep), /too deeply|no message/],
  ] as const)
    assert.match(await problemOf(fragment), expected, fragment.slice(0, 80));
});
