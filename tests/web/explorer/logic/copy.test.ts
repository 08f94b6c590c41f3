// What "copy as" gives, read. That all of it compiles is tested with the goldens, and with the generated files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asRust } from "../../../../codegen/explorer/page/src/copy/rust.ts";
import {
  asPlainTypeScript,
  asTypeScript,
} from "../../../../codegen/explorer/page/src/copy/typescript.ts";
import { contractOf, contracts, eventOf } from "../contracts.ts";

const call = contractOf("call");
const collab = contractOf("collab");
const sendMessage = {
  ...eventOf(call, "message:send"),
  args: [{ text: "Hello", room: "session-123" }],
  stem: "call",
};

function code(copied: ReturnType<typeof asRust>): string {
  assert.ok("code" in copied, JSON.stringify(copied));
  return copied.code;
}

test("a request is awaited, and its result looked at", () => {
  assert.equal(
    asTypeScript(sendMessage),
    `const result = await socket.sendMessage({ text: "Hello", room: "session-123" });
if (result.ok) console.log(result.data);
else console.error(result.error ?? result.fault);
`,
  );
  assert.equal(
    asPlainTypeScript(sendMessage),
    `socket.emit("message:send", { text: "Hello", room: "session-123" }, (response: unknown) => {
  console.log(response);
});
`,
  );
});

test("an argument with a default may be left out before others", () => {
  const message = {
    ...eventOf(contractOf("arguments_of_every_kind"), "doc:list"),
    args: ["doc-1", null, null, true],
    stem: "arguments",
  };
  assert.match(
    asTypeScript(message),
    /socket\.docList\("doc-1", undefined, null, true\)/,
  );
  assert.match(
    code(asRust({ ...message, module: "arguments" })),
    /limit: 20,\s+since: None,\s+deep: true/,
  );
});

test("a map's key that every object has is a key", () => {
  const types = [
    {
      name: "Lot",
      origin: "declared",
      kind: "enum" as const,
      numeric: true as const,
      values: [{ wire: "1", names: { pascal: "N1" } }],
    },
  ];
  const event = {
    wire: "lots",
    names: { camel: "lots", snake: "lots" },
    payload: "data" as const,
    data: {
      kind: "map" as const,
      of: { kind: "named" as const, name: "Lot" },
    },
    ack: "undeclared" as const,
    ackStyle: 0,
  };
  const namespace = {
    path: "/",
    template: [{ literal: "/" }],
    clientToServer: [event],
  };
  const copied = asTypeScript({
    contract: { ...call, types, namespaces: [namespace] },
    namespace,
    direction: "clientToServer",
    event,
    args: [{ constructor: 1, a: 1 }],
  });
  // TypeScript takes `constructor: 1` for that of objects, and 1 for any number then.
  assert.equal(
    copied,
    'socket.lots({ ["constructor" as string]: 1, a: 1 });\n',
  );
});

test("several arguments stand in their order, brands in their functions", () => {
  const copied = asTypeScript({
    ...eventOf(collab, "doc:edit"),
    args: ["doc-1", "18446744073709551615", [{ kind: "noop" }]],
    stem: "collab",
  });
  assert.equal(
    copied,
    `import { DocId } from "./collab";

const result = await socket.docEdit(
  DocId("doc-1"),
  "18446744073709551615",
  [{ kind: "noop" }],
);
if (result.ok) console.log(result.data);
else console.error(result.error ?? result.fault);
`,
  );
});

test("a namespace has a socket of its own, with what stands in its path", () => {
  const copied = asTypeScript({
    ...eventOf(collab, "move"),
    params: { id: "doc-1" },
    args: [{ cell: 3 }],
    stem: "collab",
  });
  assert.match(
    copied,
    /^const socket = createGameSocket\(\{ params: \{ id: DocId\("doc-1"\) \} \}\);$/m,
  );
  assert.match(copied, /^import \{ DocId \} from "\.\/collab";$/m);
});

test("secrets of the handshake are a name, never a value", () => {
  const message = {
    ...eventOf(collab, "kick"),
    args: [{ user: "u" }],
    stem: "collab",
    // A caller that passes more than is asked for.
    auth: { key: "the secret" },
  };
  const texts = [
    asTypeScript(message),
    asPlainTypeScript(message),
    code(asRust(message)),
  ];
  for (const text of texts) {
    assert.ok(!text.includes("the secret"));
    assert.match(text, /\bauth\b/);
  }
});

test("what the server sends is listened to, and what it asks is answered", () => {
  const listened = asTypeScript({
    ...eventOf(call, "message:new", "serverToClient"),
    args: [],
  });
  assert.match(listened, /^socket\.on\("message:new", \(payload\) => \{$/m);
  const asked = eventOf(collab, "doc:confirm", "serverToClient");
  assert.equal(
    asTypeScript({ ...asked, args: [], answer: { data: { accepted: true } } }),
    'socket.answer("doc:confirm", () => ({ accepted: true }));\n',
  );
  assert.match(
    asPlainTypeScript({
      ...asked,
      args: [],
      answer: { data: { accepted: true } },
    }),
    /ack\(\{ ok: true, data: \{ accepted: true \} \}\);/,
  );
});

test("what no type holds goes where anything goes", () => {
  const message = { ...sendMessage, args: [{ text: 7 }] };
  assert.match(
    asTypeScript(message),
    /^socket\.socket\.emit\("message:send", \{ text: 7 \}, \(response: unknown\)/,
  );
  assert.match(
    code(asRust(message)),
    /client\.raw\(\)\.request_raw\("message:send", \[json!\(\{ "text": 7 \}\)\]\)/,
  );
  const invalid = { ...sendMessage, args: [{ text: "" }], invalid: true };
  assert.match(asTypeScript(invalid), /^socket\.socket\.emit/);
  assert.match(code(asRust(invalid)), /client\.raw\(\)/);
  const emitted = asRust({
    ...eventOf(call, "message:new", "serverToClient"),
    args: [{ text: 7 }],
  });
  assert.ok("problem" in emitted);
  assert.match(emitted.problem, /does not fit the contract.*\$\.id/);
});

test("bytes are a list, and long ones base64", () => {
  const raw = eventOf(collab, "legacy:any");
  assert.match(
    asTypeScript({ ...raw, args: [new Uint8Array([0, 255]).buffer] }),
    /socket\.legacyAny\(new Uint8Array\(\[0, 255\]\)\)/,
  );
  const long = Uint8Array.from({ length: 100 }, (_, at) => at);
  const copied = asTypeScript({ ...raw, args: [long] });
  const base64 = /Uint8Array\.from\(atob\("([\w+/=]+)"\)/.exec(copied)?.[1];
  assert.deepEqual(Buffer.from(base64 ?? "", "base64"), Buffer.from(long));
});

test("an event for rooms goes to the room that the message names", () => {
  const rust = code(
    asRust({
      ...eventOf(call, "user:joined", "serverToClient"),
      args: [{ room: "r-1", user: { id: "u" } }],
      module: "call",
    }),
  );
  assert.equal(
    rust,
    `ctx.to(&call::rooms::session("r-1")).user_joined(&call::UserJoined {
    room: "r-1".into(),
    user: call::User { id: "u".into(), name: None },
}).await?;
`,
  );
});

test("Rust of texts that break programs", () => {
  const nasty = '"\\\u202e\u0000\u2028\u{10ffff}\n😀';
  const rust = code(
    asRust({ ...sendMessage, args: [{ text: nasty }], module: "call" }),
  );
  assert.ok(
    rust.includes(
      String.raw`text: "\"\\\u{202e}\0\u{2028}\u{10ffff}\n😀".into()`,
    ),
    rust,
  );
  // Half a pair is no text in Rust, and none is made up.
  const half = asRust({ ...sendMessage, args: [{ text: "\ud800" }] });
  assert.ok("problem" in half);
});

test("TypeScript of texts that break programs is the same text", () => {
  const nasty = '</script>"\\\u202e\u0000\u2028\u{10ffff}\n😀\ud800__proto__';
  const value = { ["__proto__"]: nasty, "a b": nasty, plain: -0 };
  const copied = asPlainTypeScript({
    ...eventOf(collab, "legacy:any"),
    args: [value],
  });
  assert.ok(!/[\u202e\u2028]/.test(copied));
  const literal = /^socket\.emit\("legacy:any", ([^]*), \(\.\.\.response/.exec(
    copied,
  )?.[1];
  const javascript = `return (${literal ?? ""});`;
  const made: unknown = new Function(javascript)();
  assert.deepEqual(made, value);
  assert.ok(Object.is((made as { plain: number }).plain, -0));
});

test("whatever is sent, there is code for it or a reason", () => {
  const values = [
    undefined,
    null,
    true,
    NaN,
    -1.5,
    2 ** 53,
    "",
    "\ud800",
    "__proto__",
    new Uint8Array(2),
    [],
    [[{}]],
    {},
    { kind: "other", type: 1, ["__proto__"]: {} },
  ];
  let seen = 0;
  for (const contract of contracts)
    for (const namespace of contract.namespaces)
      for (const direction of ["clientToServer", "serverToClient"] as const)
        for (const event of namespace[direction] ?? [])
          for (const value of values)
            for (const answer of [undefined, { data: value }, { error: value }])
              for (const args of [[], [value], [value, value, value, value]]) {
                const message = {
                  contract,
                  namespace,
                  direction,
                  event,
                  args,
                  params: { id: value },
                  ...(answer && { answer }),
                };
                const rust = asRust(message);
                const text = "code" in rust ? rust.code : rust.problem;
                assert.ok(text.length > 0);
                // A client sends anything that is JSON.
                if (
                  direction === "clientToServer" &&
                  args.every(isJson) &&
                  !namespace.dynamic
                )
                  assert.ok("code" in rust, text);
                assert.match(asTypeScript(message), /socket/);
                assert.match(asPlainTypeScript(message), /socket/);
                seen += 1;
              }
  assert.ok(seen > 1000);
});

function isJson(value: unknown): boolean {
  return value !== undefined && !Number.isNaN(value) && value !== "\ud800";
}
