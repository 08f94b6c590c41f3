// Messages that a browser keeps: with storage, without, with one that is full, and with one that others wrote to.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SavedMessages,
  type KeyValues,
  type SavedList,
} from "../../../../codegen/explorer/page/src/saved.ts";
import type { Shared } from "../../../../codegen/explorer/page/src/share.ts";
import { contractOf } from "../contracts.ts";

const call = contractOf("call");
const hello = message({ text: "Hello" });

function message(payload: unknown, event = "message:send"): Shared {
  return {
    v: 1,
    contract: call.name,
    hash: call.hash,
    namespace: "/",
    direction: "clientToServer",
    event,
    args: [payload],
  };
}

class Memory implements KeyValues {
  readonly texts = new Map<string, string>();
  room = Infinity;

  getItem(key: string) {
    return this.texts.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    if (text.length > this.room)
      throw new DOMException("full", "QuotaExceededError");
    this.texts.set(key, text);
  }
}

function open(
  storage: KeyValues | undefined,
  check?: () => string | undefined,
) {
  return new SavedMessages(call, check, () => storage);
}

function names(saved: SavedMessages): string[] {
  return saved.value.messages.map(({ name }) => name);
}

test("messages are kept, renamed and removed, and another page sees it", () => {
  const storage = new Memory();
  const [saved, other] = [open(storage), open(storage)];
  const added = saved.add("  A greeting ", hello);
  assert.ok("id" in added);
  saved.add("", message(new Uint8Array([1, 2]), "custom:event"));
  assert.deepEqual(names(saved), ["A greeting", "custom:event"]);
  other.add("Another", hello);
  assert.deepEqual(names(other), ["A greeting", "custom:event", "Another"]);
  saved.rename(added.id, "Hi");
  assert.deepEqual(names(saved), ["Hi", "custom:event", "Another"]);
  saved.rename(added.id, " ");
  assert.deepEqual(names(saved), [hello.event, "custom:event", "Another"]);
  saved.remove(added.id);
  other.reload();
  assert.deepEqual(names(other), ["custom:event", "Another"]);
  assert.deepEqual(other.value.messages[0]?.message.args, [
    new Uint8Array([1, 2]),
  ]);
  assert.equal(other.value.warning, undefined);
});

test("listeners get the list at once, and after each change until they end it", () => {
  const saved = open(new Memory());
  const seen: SavedList[] = [];
  const end = saved.subscribe((list) => seen.push(list));
  saved.add("a", hello);
  end();
  saved.add("b", hello);
  assert.deepEqual(
    seen.map(({ messages }) => messages.length),
    [0, 1],
  );
  assert.notEqual(seen[0], seen[1]);
});

test("without storage the list lasts as long as the page", () => {
  const refuses = new SavedMessages(call, undefined, () => {
    throw new DOMException("denied", "SecurityError");
  });
  const throws = open({
    getItem: () => {
      throw new Error("denied");
    },
    setItem: () => {
      throw new Error("denied");
    },
  });
  for (const saved of [open(undefined), refuses, throws]) {
    assert.match(saved.value.warning ?? "", /gone when it is closed/);
    saved.add("a", hello);
    saved.add("b", hello);
    saved.reload();
    assert.deepEqual(names(saved), ["a", "b"]);
    assert.match(saved.value.warning ?? "", /gone when it is closed/);
  }
});

test("a full storage loses nothing of the list, and is used again when there is room", () => {
  const storage = new Memory();
  const saved = open(storage);
  saved.add("a", hello);
  storage.room = 10;
  saved.add("b", hello);
  saved.reload();
  assert.deepEqual(names(saved), ["a", "b"]);
  assert.match(saved.value.warning ?? "", /no room/);
  assert.deepEqual(names(open(storage)), ["a"]);
  storage.room = Infinity;
  saved.add("c", hello);
  assert.equal(saved.value.warning, undefined);
  assert.deepEqual(names(open(storage)), ["a", "b", "c"]);
});

test("what does not fit any more is kept and marked", () => {
  const storage = new Memory();
  const before = open(storage);
  before.add("fits", hello);
  before.add("gone", message({}, "no:such"));
  before.add("elsewhere", { ...hello, namespace: "/gone" });
  const saved = open(storage, () => "$.text is too short");
  assert.deepEqual(
    saved.value.messages.map(({ problem }) => problem),
    [
      "$.text is too short",
      "the contract has no event no:such",
      "the contract has no namespace /gone",
    ],
  );
  assert.deepEqual(names(open(storage)), ["fits", "gone", "elsewhere"]);
});

test("what is exported is imported elsewhere, once", () => {
  const saved = open(new Memory());
  saved.add("a", hello);
  saved.add("b", message({ deep: { $bytes: "AA==" } }));
  const text = saved.export();
  assert.ok(JSON.parse(text));
  const elsewhere = open(new Memory());
  assert.deepEqual(elsewhere.import(text), {
    added: 2,
    known: 0,
    problems: [],
  });
  assert.deepEqual(elsewhere.import(text), {
    added: 0,
    known: 2,
    problems: [],
  });
  const messages = (saved: SavedMessages) =>
    saved.value.messages.map(({ name, message }) => ({ name, message }));
  assert.deepEqual(messages(elsewhere), messages(saved));
});

test("a file of strangers adds messages and nothing else", () => {
  const saved = open(new Memory());
  const file = (messages: unknown[]) => JSON.stringify({ v: 1, messages });
  const entry = (message: unknown) => ({
    id: "x",
    name: "n",
    message,
    auth: 1,
  });
  const { added, problems } = saved.import(
    file([
      entry({ ...hello, auth: { token: "secret" } }),
      entry({ ...hello, v: 2 }),
      entry({ ...hello, contract: "Other" }),
      7,
      null,
      entry("x"),
    ]),
  );
  assert.equal(added, 1);
  assert.equal(problems.length, 5);
  assert.match(problems.join("\n"), /another version[^]*"Other"[^]*no object/);
  assert.ok(!saved.export().includes("secret"));
  // An id of theirs is none of ours.
  assert.notEqual(saved.value.messages[0]?.id, "x");
  for (const [text, expected] of [
    ["", /no JSON/],
    ["[]", /no list/],
    ['{"v":2,"messages":[]}', /another version/],
    ['{"v":1,"messages":{}}', /no list/],
    ['{"v":1,"messages":[{"__proto__":{"x":1}}]}', /__proto__/],
    ["x".repeat(9_000_000), /too large/],
    [
      file(
        Array(1001)
          .fill(entry(hello))
          .map((one, at) => ({ ...one, name: `${at}` })),
      ),
      /no more than 1000/,
    ],
  ] as const)
    assert.match(
      saved.import(text).problems[0] ?? "",
      expected,
      text.slice(0, 50),
    );
});

test("what a storage has and nobody can read is put aside, not written over", () => {
  for (const text of ["{", '{"v":9,"messages":[]}', '{"v":1,"messages":[5]}']) {
    const storage = new Memory();
    const key = `sockgen-explorer:saved:${call.name}`;
    storage.setItem(key, text);
    const saved = open(storage);
    assert.match(saved.value.warning ?? "", /cannot be read/);
    saved.add("a", hello);
    assert.deepEqual(names(open(storage)), ["a"]);
    assert.equal(storage.getItem(`${key}:unreadable`), text);
  }
});

test("a value that cannot be written is refused before it is in the list", () => {
  let deep: unknown = 1;
  for (let at = 0; at < 500; at += 1) deep = [deep];
  const saved = open(new Memory());
  const refused = saved.add("deep", message(deep));
  assert.ok("problem" in refused);
  assert.deepEqual(names(saved), []);
});
