// The JSON Schema of the language in an editor: `EDITOR_FOLDER` holds `sockgen.schema.json`, made for the example, and
// the example itself.

import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Editor } from "./server.ts";

const folder = process.env["EDITOR_FOLDER"] ?? ".generated/editor";
const line = "# yaml-language-server: $schema=./sockgen.schema.json\n";
let editor: Editor;

before(async () => {
  editor = await Editor.start(folder);
});
after(() => editor.stop());

async function findings(text: string): Promise<string[]> {
  const { found } = await editor.open(line + text);
  return found.map(
    ({ range, message }) => `${range.start.line}: ${message.split("\n")[0]}`,
  );
}

async function proposes(
  text: string,
  wanted: string[],
): Promise<Map<string, string>> {
  const found = await editor.completions(line + text);
  const labels = [...found.keys()];
  for (const word of wanted) {
    assert.ok(labels.includes(word), `no ${word} among ${labels.join(", ")}`);
  }
  return found;
}

test("nothing is wrong with the example", async () => {
  const text = readFileSync(`${folder}/call.sockgen.yaml`, "utf8");
  assert.deepEqual(await findings(text), []);
});

test("mistakes are shown where they are", async () => {
  const text = `sockgen: 1
clientToServer:
  join: { dta: string, ack: none }
  leave: { data: "string(1..64)" }
types: { A: { type: string, maxx: 5 } }
rooms: { a: { join: join } }
`;
  const found = (await findings(text)).sort();
  assert.deepEqual(found, [
    "3: Property dta is not allowed.",
    "4: types look like `string(1..=64)`, `list<User>`, `User[]`, `enum(a | b)` or `User | null`",
    "5: Property maxx is not allowed.",
    '6: Missing property "name".',
  ]);
});

test("sections are proposed, with what they are for", async () => {
  const found = await proposes("sockgen: 1\n‸", [
    "types",
    "clientToServer",
    "serverToClient",
    "rooms",
    "namespaces",
  ]);
  assert.match(found.get("rooms") ?? "", /Kinds of rooms/);
});

test("an event's keys are proposed", async () => {
  await proposes("sockgen: 1\nclientToServer:\n  join:\n    ‸", [
    "data",
    "args",
    "ack",
    "maxBytes",
    "rate",
  ]);
  await proposes("sockgen: 1\nserverToClient:\n  said:\n    ‸", ["data", "to"]);
});

test("types are proposed, those of the file as well", async () => {
  const found = await proposes(
    "sockgen: 1\nclientToServer:\n  join:\n    data: ‸\n",
    ["string", "uuid", "u64", "raw", "RoomId", "User"],
  );
  assert.match(found.get("string") ?? "", /Text/);
  await proposes("sockgen: 1\ntypes:\n  A:\n    fields:\n      a: ‸\n", [
    "datetime",
    "Message",
  ]);
});

test("a type's own keys are proposed beside fields of any name", async () => {
  await proposes("sockgen: 1\ntypes:\n  A:\n    ‸", [
    "type",
    "fields",
    "enum",
    "union",
    "brand",
    "external",
  ]);
  await proposes("sockgen: 1\ntypes:\n  A:\n    type: string\n    ‸", [
    "min",
    "max",
    "example",
    "doc",
  ]);
});

test("rooms and events are proposed where they are named", async () => {
  await proposes("sockgen: 1\nserverToClient:\n  a:\n    to: ‸\n", ["session"]);
  await proposes("sockgen: 1\nrooms:\n  a:\n    join: ‸\n", ["join:room"]);
});

test("keys and types are explained", async () => {
  const event = "sockgen: 1\nclientToServer:\n  join:\n";
  assert.match(
    await editor.hover(`${line}${event}    da‸ta: { x: string }\n`),
    /What it carries/,
  );
  assert.match(
    await editor.hover(`${line}${event}    data: str‸ing\n`),
    /Text. Rust/,
  );
  assert.match(
    await editor.hover(`${line}${event}    maxB‸ytes: 5\n`),
    /The most bytes/,
  );
  assert.match(
    await editor.hover(`${line}sockg‸en: 1\n`),
    /version of the schema language/,
  );
});
