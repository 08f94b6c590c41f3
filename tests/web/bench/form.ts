// How long a key takes in a large form of the explorer: `node --import tsx bench/form.ts`, after the tests have written
// `.generated/pages` (CONTRIBUTING.md). What is measured is a key's scripts, styles and layout, not when it is seen.
import type {
  Contract,
  EventDef,
  Field,
  Ref,
  TypeDef,
} from "../../../codegen/explorer/page/src/contract.ts";
import { FakeServer, withContracts } from "../explorer/page/fake.ts";
import { Explorer } from "../explorer/page/lib.ts";
import { Browser } from "../lib/browser.ts";

const builtin = (builtin: "string" | "u32" | "bool"): Ref => ({
  kind: "builtin",
  builtin,
});
const field = (wire: string, type: Ref): Field => ({
  wire,
  names: { snake: wire },
  type,
});
const object = (name: string, fields: readonly Field[]): TypeDef => ({
  name,
  origin: "declared",
  kind: "object",
  fields,
});
const event = (wire: string, type: string): EventDef => ({
  wire,
  names: { camel: wire, snake: wire },
  payload: "data",
  data: { kind: "named", name: type },
  ack: "undeclared",
  ackStyle: 0,
});
const contract: Contract = {
  view: 1,
  source: "form",
  hash: "form",
  name: "form",
  types: [
    object("Item", [
      field("id", builtin("u32")),
      field("name", builtin("string")),
      field("on", builtin("bool")),
    ]),
    object("Many", [
      field("items", { kind: "list", of: { kind: "named", name: "Item" } }),
    ]),
    object(
      "Wide",
      Array.from({ length: 300 }, (_, at) =>
        field(`field${String(at)}`, builtin(at % 3 ? "string" : "u32")),
      ),
    ),
  ],
  namespaces: [
    {
      path: "/",
      template: [{ literal: "/" }],
      clientToServer: [event("many", "Many"), event("wide", "Wide")],
    },
  ],
  ackStyles: [{ standard: true, ok: { slot: "data" } }],
};

/** Types a letter many times, and returns the milliseconds that each took, in order of their length. */
async function typed(explorer: Explorer, at: number): Promise<number[]> {
  return explorer.page.evaluate(async (at) => {
    const input = document.querySelectorAll<HTMLInputElement>(
      ".pane-form input[type=text]:not(.number)",
    )[at];
    if (!input) throw new Error("there is no such field");
    const setter = Object.getOwnPropertyDescriptor(
      HTMLInputElement.prototype,
      "value",
    )?.set;
    const times: number[] = [];
    for (let count = 0; count < 40; count++) {
      await new Promise(requestAnimationFrame);
      const begun = performance.now();
      setter?.call(input, "a".repeat(1 + (count % 10)));
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      // What is to be drawn is drawn in a task of its own kind, and laid out when somebody asks for it.
      for (let task = 0; task < 3; task++) await Promise.resolve();
      void document.body.offsetHeight;
      times.push(performance.now() - begun);
    }
    return times.slice(5).sort((one, other) => one - other);
  }, at);
}

const browser = await Browser.launch();
const server = await FakeServer.start(
  (page) => withContracts(page, [contract]),
  [contract],
);
const explorer = await Explorer.open(browser, server.page, {
  width: 1800,
  height: 1000,
});

async function measure(what: string, at: number): Promise<void> {
  const times = await typed(explorer, at);
  const of = (part: number) =>
    (times[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1);
  console.log(`${what}: a key takes ${of(0.5)} ms, at most ${of(1)} ms`);
}

await explorer.select("many");
const items = Array.from({ length: 400 }, (_, id) => ({
  id,
  name: `item ${String(id)}`,
  on: id % 2 === 0,
}));
await explorer.write({ items });
await measure("400 items, 50 of them shown", 20);
for (;;) {
  const more = explorer.button(/^Show more of/);
  if ((await more.count()) === 0) break;
  await more.click();
  await explorer.drawn();
}
await measure("400 items, all shown", 200);
// Each item is wrong then.
await explorer.write({ items: items.map((item) => ({ ...item, id: -1 })) });
await measure("400 items that are all wrong", 200);
await explorer.select("wide");
await measure("300 fields", 100);

await explorer.close();
await server.close();
await browser.close();
