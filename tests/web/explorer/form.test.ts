// The explorer's payload editor in a real browser: every event of the sample schemas, and each control by keyboard.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { Browser } from "../lib/browser.ts";
import { bundled, contracts, findings, opened } from "./stage.ts";

let browser: Browser;
let page: Page;
let complaints: string[];
let samples: Map<string, unknown>;
let axe: string;

before(async () => {
  samples = await contracts();
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  browser = await Browser.launch();
  const script = await bundled("form.page.tsx");
  ({ page, complaints } = await opened(browser, script));
  await page.setViewportSize({ width: 1200, height: 900 });
});

after(() => browser?.close());

type Direction = "clientToServer" | "serverToClient";

interface SampleEvent {
  readonly wire: string;
  readonly payload: string;
}

interface Sample {
  readonly namespaces: readonly ({
    readonly path: string;
    readonly auth?: object;
    readonly rooms?: readonly object[];
  } & { readonly [direction in Direction]?: readonly SampleEvent[] })[];
}

interface Subject {
  readonly contract: unknown;
  readonly event?: readonly [number, Direction, number];
  readonly type?: object;
  readonly room?: readonly [number, number];
  readonly value?: string;
  readonly editors?: number;
}

interface Stage {
  show(subject: Subject): void;
  value(): string;
  isBroken(): boolean;
  set(json: string): void;
  changes: number;
}

declare const stage: Stage;

async function show(subject: Subject): Promise<void> {
  await page.evaluate((subject) => stage.show(subject), subject);
}

async function value(): Promise<unknown> {
  return JSON.parse(await page.evaluate(() => stage.value())) as unknown;
}

/** Waits until the editor holds a value. */
async function holds(expected: unknown): Promise<void> {
  const text = JSON.stringify(expected);
  await page
    .waitForFunction(
      (text) => JSON.stringify(JSON.parse(stage.value())) === text,
      text,
      { timeout: 3_000 },
    )
    .catch(() => undefined);
  assert.deepEqual(await value(), expected);
}

/** Waits until the editor says that a text is broken, or that none is. */
async function isBroken(expected: boolean): Promise<void> {
  await page.waitForFunction(
    (expected) => stage.isBroken() === expected,
    expected,
    { timeout: 3_000 },
  );
}

/** What the editor shows of a form: each control with its name and its state. */
async function form(): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        ".pane-form input, .pane-form select, .pane-form textarea, .pane-form output, .pane-form .fold",
      ),
      (element) => {
        const { id, tagName } = element;
        if (element instanceof HTMLInputElement)
          return `${id} ${element.type} ${element.value} ${String(element.checked)}`;
        const text =
          element instanceof HTMLSelectElement ||
          element instanceof HTMLTextAreaElement
            ? element.value
            : (element.textContent ?? "");
        return `${id} ${tagName} ${text}`;
      },
    ),
  );
}

const json = (): Locator => page.locator(".pane-json textarea").first();
const issues = (): Locator => page.locator(".pane-form .issue:not(:empty)");

describe("every event of the sample schemas", () => {
  test("is a form that follows its JSON, and JSON that follows its form", async () => {
    let events = 0;
    for (const [name, contract] of samples) {
      for (const [ns, namespace] of (contract as Sample).namespaces.entries()) {
        for (const direction of ["clientToServer", "serverToClient"] as const) {
          for (const [at, event] of (namespace[direction] ?? []).entries()) {
            const what = `${name}: ${namespace.path} ${direction} ${event.wire}`;
            await show({ contract, event: [ns, direction, at] });
            await followsBothWays(what, event.payload);
            assert.deepEqual(await findings(page, axe), [], what);
            events += 1;
          }
        }
      }
    }
    assert.ok(events > 200, `${events.toString()} events`);
    assert.deepEqual(complaints, []);
  });

  async function followsBothWays(what: string, payload: string) {
    assert.equal(await page.evaluate(() => stage.changes), 0, what);
    if (payload === "none") {
      assert.deepEqual(await value(), [], what);
      return;
    }
    const before = await value();
    const text = await json().inputValue();
    const inJson = payload === "data" ? (before as unknown[])[0] : before;
    assert.deepEqual(JSON.parse(text), inJson, what);
    const shown = await form();
    // Something else, and back: what was there is there again.
    await json().fill(payload === "data" ? '{"else": [1]}' : '[["else"], 2]');
    assert.notDeepEqual(await value(), before, what);
    await json().fill(JSON.stringify(inJson));
    assert.deepEqual(await value(), before, what);
    assert.deepEqual(await form(), shown, what);
    // What the person typed is not written otherwise.
    assert.equal(await json().inputValue(), JSON.stringify(inJson), what);
    // Whatever the form changes stands in the JSON.
    const input = page
      .locator(".pane-form input[type=text]:not(.key), .pane-form textarea")
      .first();
    if ((await input.count()) === 0) return;
    await input.fill("7");
    const changed = await value();
    const now = payload === "data" ? (changed as unknown[])[0] : changed;
    assert.deepEqual(JSON.parse(await json().inputValue()), now, what);
  }

  test("has no serious finding in the dark, and where it is narrow", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 360, height: 800 });
    for (const name of ["call", "collab", "unions_of_every_kind"]) {
      const contract = samples.get(name);
      const [first] = (contract as Sample).namespaces;
      for (const at of first?.clientToServer?.keys() ?? []) {
        await show({ contract, event: [0, "clientToServer", at] });
        assert.deepEqual(await findings(page, axe), [], name);
        const width = await page.evaluate(
          () => document.documentElement.scrollWidth,
        );
        assert.equal(width, 360, `${name} ${at.toString()}`);
      }
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1200, height: 900 });
  });

  test("has auth, and rooms with parameters, in the same editor", async () => {
    const contract = samples.get("call") as Sample;
    const auth = contract.namespaces[0]?.auth;
    assert.ok(auth);
    await show({ contract, type: auth });
    await page.getByLabel("include name").press("Space");
    await page.getByLabel("name", { exact: true }).fill("Ada");
    await holds({ name: "Ada" });
    await show({ contract, room: [0, 0] });
    await page.getByRole("textbox", { name: "room", exact: true }).fill("r-1");
    await holds({ room: "r-1" });
  });
});

/** A contract with a few types, of which the first is edited. */
function typed(...types: object[]): Subject {
  const contract = {
    view: 1,
    source: "a.sockgen.yaml",
    hash: "0",
    name: "a",
    namespaces: [],
    ackStyles: [],
    types: types.map((type) => ({ origin: "declared", ...type })),
  };
  const [first] = types as { name: string }[];
  return { contract, type: { kind: "named", name: first?.name } };
}

function builtin(name: string, more: object = {}): object {
  return { kind: "builtin", builtin: name, ...more };
}

function field(wire: string, type: object, more: object = {}): object {
  return { wire, names: { snake: "x" }, type, ...more };
}

function object(name: string, ...fields: object[]): object {
  return { kind: "object", name, fields };
}

const named = (name: string): object => ({ kind: "named", name });
const list = (of: object, more: object = {}): object => ({
  kind: "list",
  of,
  ...more,
});

function event(name: string, wire: string, value?: string): Subject {
  const contract = samples.get(name) as Sample;
  for (const [ns, namespace] of contract.namespaces.entries()) {
    for (const direction of ["clientToServer", "serverToClient"] as const) {
      const at = (namespace[direction] ?? []).findIndex(
        (each) => each.wire === wire,
      );
      if (at < 0) continue;
      const event = [ns, direction, at] as const;
      return { contract, event, ...(value === undefined ? {} : { value }) };
    }
  }
  throw new Error(`${name} has no event ${wire}`);
}

describe("by keyboard", () => {
  test("a text is typed, counted, and becomes an area when it has lines", async () => {
    await show({
      ...typed(
        object("A", field("name", builtin("string", { min: 1, max: 5 }))),
      ),
      value: '{"name":""}',
    });
    const input = page.getByLabel("name", { exact: true });
    await input.focus();
    await page.keyboard.type("abcdef");
    await holds({ name: "abcdef" });
    assert.equal(await page.textContent(".counter"), "6/5");
    assert.equal(await input.getAttribute("aria-invalid"), "true");
    const described = await input.getAttribute("aria-describedby");
    const said = await page.evaluate(
      (ids) =>
        ids
          .split(" ")
          .map((id) => document.getElementById(id)?.textContent)
          .join("|"),
      described ?? "",
    );
    assert.match(said, /1–5 characters/);
    assert.match(said, /length must be 1 to 5/);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "x\r\ny");
      const paste = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", paste));
    });
    await holds({ name: "abcdefx\ny" });
    const at = await page.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return [area.tagName, area.selectionStart];
    });
    assert.deepEqual(at, ["TEXTAREA", 9]);
    await page.keyboard.type("!");
    await holds({ name: "abcdefx\ny!" });
  });

  test("a text that gets long keeps its cursor", async () => {
    await show({
      ...typed(object("A", field("text", builtin("string")))),
      value: '{"text":""}',
    });
    await page.getByLabel("text", { exact: true }).focus();
    const text = "0123456789".repeat(9);
    await page.keyboard.type(text);
    await holds({ text });
    await page.keyboard.press("Control+Home");
    await page.keyboard.type(">");
    await holds({ text: `>${text}` });
  });

  test("characters that no field can show are left as they are", async () => {
    const text = JSON.stringify({ name: "a\r\n\u0000\u007f\ud800" });
    await show({
      ...typed(object("A", field("name", builtin("string")))),
      value: text,
    });
    const area = page.getByLabel("name", { exact: true });
    assert.match(await area.inputValue(), /^"a\\r\\n\\u0000/);
    await area.press("Tab");
    assert.equal(await page.evaluate(() => stage.changes), 0);
  });

  test("a number is kept as it is typed, and says while it is none", async () => {
    await show(typed(object("A", field("n", builtin("f64")))));
    const input = page.getByLabel("n", { exact: true });
    await input.fill("");
    await holds({ n: "" });
    await input.focus();
    await page.keyboard.type("-1.50");
    await holds({ n: -1.5 });
    assert.equal(await input.inputValue(), "-1.50");
    await page.keyboard.type("e");
    assert.equal(await input.inputValue(), "-1.50e");
    assert.match((await issues().allTextContents()).join(), /not a number/);
    await page.keyboard.type("3");
    await holds({ n: -1500 });
    assert.equal(await issues().count(), 0);
    assert.equal(await input.inputValue(), "-1.50e3");
    await page.evaluate(() => stage.set('{"n": 0.1}'));
    assert.equal(await input.inputValue(), "0.1");
  });

  test("64-bit integers are texts, to their last digit", async () => {
    await show(
      typed(
        object("A", field("u", builtin("u64")), field("i", builtin("i64"))),
      ),
    );
    await page.getByLabel("u", { exact: true }).fill("18446744073709551615");
    await page.getByLabel("i", { exact: true }).fill("-9223372036854775808");
    await holds({ u: "18446744073709551615", i: "-9223372036854775808" });
    assert.equal(await issues().count(), 0);
    await page.getByLabel("u", { exact: true }).fill("18446744073709551616");
    assert.equal(await issues().count(), 1);
    // A number of JSON is not of the type; what it says can be kept.
    await json().fill('{"u": 12, "i": "0"}');
    await page
      .getByRole("button", { name: "Replace with a valid" })
      .press("Enter");
    await holds({ u: "12", i: "0" });
  });

  test("a boolean is a switch", async () => {
    await show(typed(object("A", field("on", builtin("bool")))));
    const control = page.getByRole("switch", { name: "on", exact: true });
    await control.focus();
    await page.keyboard.press("Space");
    await holds({ on: true });
    assert.equal(await control.isChecked(), true);
  });

  test("enums are chosen with arrows, open ones take other values too", async () => {
    const values = (...wires: string[]) =>
      wires.map((wire) => ({
        wire,
        names: { pascal: "X" },
        doc: `of ${wire}`,
      }));
    const many = Array.from({ length: 12 }, (_, at) => (at * 10).toString());
    const subject = typed(
      object(
        "A",
        field("few", named("Few")),
        field("many", named("Many")),
        field("open", named("Open")),
      ),
      { kind: "enum", name: "Few", values: values("a", "b") },
      { kind: "enum", name: "Many", numeric: true, values: values(...many) },
      { kind: "enum", name: "Open", open: true, values: values("x", "y") },
    );
    await show({ ...subject, value: '{"few":"a","many":0,"open":"x"}' });
    await page.getByRole("radio", { name: "a" }).focus();
    await page.keyboard.press("ArrowRight");
    await holds({ few: "b", many: 0, open: "x" });
    assert.equal(await page.getByText("of b").count(), 1);
    await page.getByLabel("many", { exact: true }).selectOption("20");
    await holds({ few: "b", many: 20, open: "x" });
    await page.getByLabel("open", { exact: true }).fill("something else");
    await holds({ few: "b", many: 20, open: "something else" });
    assert.equal(await issues().count(), 0);
    // What is no value of a closed one is shown as it is.
    await page.evaluate(() => stage.set('{"few":"c","many":5,"open":"x"}'));
    assert.match(
      (await page.locator("select").allTextContents()).join(),
      /c \(not in the schema\).*5 \(not in the schema\)/s,
    );
    assert.equal(await issues().count(), 2);
  });

  test("UUIDs are made", async () => {
    await show(typed(object("A", field("id", builtin("uuid")))));
    await page.getByRole("button", { name: "New UUID for id" }).press("Enter");
    const made = (await value()) as { id: string };
    assert.match(
      made.id,
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    assert.equal(
      await page.getByLabel("id", { exact: true }).inputValue(),
      made.id,
    );
  });

  test("a moment keeps its offset and its nanoseconds unless they are changed", async () => {
    const at = "2024-02-29T23:59:58.123456789+05:45";
    await show({
      ...typed(
        object(
          "A",
          field("at", builtin("datetime")),
          field("day", builtin("date")),
        ),
      ),
      value: JSON.stringify({ at, day: "2024-02-29" }),
    });
    const input = page.getByLabel("at", { exact: true });
    assert.equal(await input.inputValue(), at);
    await input.focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => stage.changes), 0);
    // What a native picker does.
    const picker = page.locator("input[type=datetime-local]");
    await pick(picker, "2024-03-01T08:30:58");
    await holds({
      at: "2024-03-01T08:30:58.123456789+05:45",
      day: "2024-02-29",
    });
    await pick(picker, "2024-03-01T08:30:00");
    await holds({ at: "2024-03-01T08:30:00+05:45", day: "2024-02-29" });
    await pick(page.locator("input[type=date]"), "2023-01-02");
    await holds({ at: "2024-03-01T08:30:00+05:45", day: "2023-01-02" });
    await input.fill("2024-01-01t00:00:00.000000001z");
    assert.equal(await issues().count(), 0);
    await page.getByRole("button", { name: "Now for at" }).press("Enter");
    const now = (await value()) as { at: string };
    assert.match(now.at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.equal(await issues().count(), 0);
  });

  async function pick(picker: Locator, picked: string) {
    await picker.evaluate((element, picked) => {
      (element as HTMLInputElement).value = picked;
      element.dispatchEvent(new Event("input", { bubbles: true }));
    }, picked);
  }

  test("bytes come from a file, from a text and from base64", async () => {
    await show(typed(object("A", field("body", builtin("bytes", { max: 8 })))));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page
        .getByRole("button", { name: "Choose file… for body" })
        .press("Enter"),
    ]);
    const buffer = Buffer.from([0, 255, 16, 1, 2, 3, 4, 5, 6]);
    await chooser.setFiles({ name: "nine.bin", mimeType: "a/b", buffer });
    await holds({ body: { $bytes: buffer.toString("base64") } });
    assert.match(
      (await page.textContent(".bytes")) ?? "",
      /9 B.*00 ff 10 01.*nine\.bin/,
    );
    assert.equal(await issues().count(), 1);
    await page.getByRole("button", { name: "Text of body" }).press("Enter");
    await page.getByRole("textbox", { name: "body as text" }).fill("né");
    await holds({ body: { $bytes: Buffer.from("né").toString("base64") } });
    await page.getByRole("button", { name: "Base64 of body" }).press("Enter");
    const area = page.getByRole("textbox", { name: "body as base64" });
    await area.fill("!!");
    assert.match((await issues().allTextContents()).join(), /no base64/);
    await holds({ body: { $bytes: Buffer.from("né").toString("base64") } });
    await isBroken(true);
    await area.fill("AP8=");
    await holds({ body: { $bytes: "AP8=" } });
    await isBroken(false);
    // A file that is dropped.
    await page.locator(".bytes").evaluate((element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["hi"], "hi.txt"));
      element.dispatchEvent(
        new DragEvent("drop", {
          dataTransfer,
          bubbles: true,
          cancelable: true,
        }),
      );
    });
    await holds({ body: { $bytes: Buffer.from("hi").toString("base64") } });
  });

  test("absent, null and a value are told apart", async () => {
    const subject = event(
      "optional_and_nullable",
      "profile:set",
      '[{"always":"a","nothing":null}]',
    );
    await show(subject);
    const include = page.getByLabel("include either");
    await include.focus();
    await page.keyboard.press("Space");
    const isNull = page.getByLabel("either is null");
    if (!(await isNull.isChecked())) await isNull.press("Space");
    await holds([{ always: "a", nothing: null, either: null }]);
    await isNull.press("Space");
    await page.getByLabel("either", { exact: true }).fill("x");
    await holds([{ always: "a", nothing: null, either: "x" }]);
    // Whoever changes his mind finds what he wrote.
    await isNull.press("Space");
    await holds([{ always: "a", nothing: null, either: null }]);
    await isNull.press("Space");
    await holds([{ always: "a", nothing: null, either: "x" }]);
    await include.press("Space");
    await holds([{ always: "a", nothing: null }]);
    await include.press("Space");
    await holds([{ always: "a", nothing: null, either: "x" }]);
    // Where it stands in the schema, not where it was added.
    await page.getByLabel("include maybe").press("Space");
    assert.deepEqual(Object.keys(((await value()) as [object])[0]), [
      "always",
      "maybe",
      "nothing",
      "either",
    ]);
    // What must be there and is not can be put there.
    await json().fill('{"nothing": null}');
    assert.match((await issues().allTextContents()).join(), /missing/);
    await page.getByLabel("include always").press("Space");
    await holds([{ always: "a", nothing: null }]);
    assert.equal(await issues().count(), 0);
  });

  test("items that may be null have a switch that keeps the focus", async () => {
    const of = { kind: "nullable", of: builtin("string") };
    await show({
      ...typed({ kind: "alias", name: "A", type: list(of) }),
      value: '["a", null]',
    });
    await page.getByLabel("value 0 is null").focus();
    await page.keyboard.press("Space");
    await holds([null, null]);
    await page.keyboard.press("Space");
    await holds(["a", null]);
    await page.getByLabel("value 1 is null").press("Space");
    await holds(["a", ""]);
    await page.getByLabel("value 1", { exact: true }).fill("b");
    await holds(["a", "b"]);
  });

  test("items are added, moved, duplicated and removed, and the focus goes along", async () => {
    await show({
      ...typed({ kind: "alias", name: "A", type: list(builtin("string")) }),
      value: "[]",
    });
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.getByRole("button", { name: "Add to value" }).press("Enter");
    assert.equal(await focused(), "value 0");
    await page.keyboard.type("a");
    await page.getByRole("button", { name: "Add to value" }).press("Enter");
    assert.equal(await focused(), "value 1");
    await page.keyboard.type("b");
    await holds(["a", "b"]);
    await page.keyboard.press("Alt+ArrowUp");
    await holds(["b", "a"]);
    assert.equal(await focused(), "value 0");
    await page.keyboard.type("!");
    await holds(["b!", "a"]);
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowDown");
    await holds(["a", "b!"]);
    await page
      .getByRole("button", { name: "Duplicate value 0" })
      .press("Enter");
    await holds(["a", "a", "b!"]);
    assert.equal(await focused(), "value 1");
    await page.getByRole("button", { name: "Remove value 1" }).press("Enter");
    await holds(["a", "b!"]);
    assert.equal(await focused(), "value 1");
    await page.getByRole("button", { name: "Remove value 1" }).press("Enter");
    assert.equal(await focused(), "value 0");
    await page.getByRole("button", { name: "Remove value 0" }).press("Enter");
    await holds([]);
    assert.equal(await focused(), "Add to value");
  });

  test("keys are typed, and no two may be alike", async () => {
    await show({
      ...typed({
        kind: "alias",
        name: "A",
        type: { kind: "map", of: builtin("u8") },
      }),
      value: '{"10": 1, "b": 2}',
    });
    const key = page.getByLabel("Key b of value");
    await key.fill("10");
    assert.match((await issues().allTextContents()).join(), /already a key 10/);
    await holds({ "10": 1, b: 2 });
    await isBroken(true);
    await key.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("0");
    await holds({ "10": 1, "100": 2 });
    assert.equal(await issues().count(), 0);
    await isBroken(false);
    await page.getByRole("button", { name: "Add to value" }).press("Enter");
    await page.keyboard.type("__proto__");
    const text = await page.evaluate(() => stage.value());
    assert.match(text, /"__proto__": 0/);
    assert.equal(await page.evaluate(() => "polluted" in {}), false);
    await page
      .getByRole("button", { name: "Remove __proto__ of value" })
      .press("Enter");
    await holds({ "10": 1, "100": 2 });
  });

  test("tuples have their items, and what is too many can be removed", async () => {
    const items = [builtin("u8"), builtin("string")];
    await show({
      ...typed({ kind: "alias", name: "A", type: { kind: "tuple", items } }),
      value: '[1, "a", true]',
    });
    await page.getByRole("button", { name: "Remove 2" }).press("Enter");
    await holds([1, "a"]);
    await json().fill("[1]");
    await page
      .getByRole("button", { name: "Add what is missing" })
      .press("Enter");
    await holds([1, ""]);
  });

  test("any JSON has an editor of its own", async () => {
    await show(typed(object("A", field("any", builtin("json")))));
    const area = page.getByLabel("any", { exact: true });
    await area.fill('{"a": [1, nul');
    await holds({ any: null });
    assert.match((await issues().allTextContents()).join(), /Line 1, column/);
    await isBroken(true);
    await area.fill('{"a": [1, null]}');
    await holds({ any: { a: [1, null] } });
    await isBroken(false);
  });
});

describe("unions", () => {
  test("keep fields of the same name when another member is chosen", async () => {
    const member = (wire: string, type?: object) => ({
      wire,
      names: { pascal: wire.toUpperCase() },
      ...(type ? { type } : {}),
    });
    await show({
      ...typed(
        {
          kind: "union",
          name: "Op",
          tagging: "internal",
          tag: "kind",
          open: true,
          members: [
            member("put", named("Put")),
            member("cut", named("Cut")),
            member("stop"),
          ],
        },
        object(
          "Put",
          field("at", builtin("u8")),
          field("text", builtin("string")),
        ),
        object(
          "Cut",
          field("at", builtin("u8")),
          field("count", builtin("u8")),
        ),
      ),
      value: '{"kind":"put","at":7,"text":"hello"}',
    });
    const select = page.getByRole("combobox").first();
    await select.selectOption("cut");
    await holds({ kind: "cut", at: 7, count: 0 });
    await page.getByLabel("at", { exact: true }).fill("8");
    await select.selectOption("stop");
    await holds({ kind: "stop" });
    await select.selectOption("put");
    await holds({ kind: "put", at: 7, text: "hello" });
    await select.selectOption("other…");
    await holds({ kind: "other", at: 7, text: "hello" });
    await page.getByLabel("value as JSON").first().fill('{"kind":"new","x":1}');
    await holds({ kind: "new", x: 1 });
    assert.equal(await issues().count(), 0);
    await json().fill('{"kind":"cut","at":1,"count":2}');
    assert.equal(await select.inputValue(), "1");
  });

  test("beside their tag have their content", async () => {
    await show({
      contract: samples.get("unions_of_every_kind"),
      type: named("Status"),
      value: '{"name":"waiting"}',
    });
    const select = page.getByRole("combobox").first();
    await select.selectOption("both");
    const made = (await value()) as { name: string; data: unknown[] };
    assert.equal(made.name, "both");
    assert.equal(made.data.length, 2);
    await select.selectOption("failed");
    await page.getByLabel("data", { exact: true }).fill("no disk");
    await holds({ name: "failed", data: "no disk" });
    await select.selectOption("waiting");
    await holds({ name: "waiting" });
  });

  test("without a tag are recognised by what they are", async () => {
    const contract = samples.get("unions_of_every_kind");
    await show({ contract, type: named("Cell"), value: "1.5" });
    const select = page.getByRole("combobox").first();
    const chosen = () =>
      select.evaluate(
        (each) => (each as HTMLSelectElement).selectedOptions[0]?.text,
      );
    assert.equal(await chosen(), "F64");
    // A number that is being typed does not become a text of the union.
    const input = page.locator(".number");
    await input.fill("-");
    assert.equal(await chosen(), "F64");
    await input.fill("-2");
    await holds(-2);
    await json().fill('["a"]');
    assert.equal(await chosen(), "List");
    await select.selectOption("Bool");
    await holds(false);
    await show({
      contract,
      type: named("Shape"),
      value: '{"width":1,"height":2}',
    });
    assert.equal(await chosen(), "Box");
    await select.selectOption("Circle");
    assert.deepEqual(Object.keys((await value()) as object), ["radius"]);
  });

  test("that lead back to themselves are drawn as deep as somebody looks", async () => {
    let deep = '{"op":"value","is":true}';
    for (let at = 0; at < 60; at++) deep = `{"op":"not","of":${deep}}`;
    await show({
      contract: samples.get("unions_of_every_kind"),
      type: named("Expr"),
      value: deep,
    });
    const selects = page.getByRole("combobox");
    const before = await selects.count();
    assert.ok(before < 10, before.toString());
    await page.getByRole("button", { name: "Show what is in" }).press("Enter");
    assert.equal(await selects.count(), before + 1);
    assert.equal(await page.evaluate(() => stage.changes), 0);
  });
});

describe("the two sides", () => {
  test("broken JSON leaves the form as it was, and says where it is broken", async () => {
    await show(event("call", "message:send", '[{"text":"hello"}]'));
    await json().fill('{\n  "text": "hello",\n  "room": nope\n}');
    await holds([{ text: "hello" }]);
    const problem = page.locator(".pane-json .json-problem");
    assert.match(
      (await problem.textContent()) ?? "",
      /^Line 3, column \d+: \S/,
    );
    assert.equal(await page.locator(".pane-json mark").count(), 1);
    assert.equal(await json().getAttribute("aria-invalid"), "true");
    assert.match(
      (await page.textContent(".behind")) ?? "",
      /Not following.*line 3/,
    );
    assert.equal(
      await page.getByLabel("text", { exact: true }).isDisabled(),
      true,
    );
    await isBroken(true);
    assert.deepEqual(await findings(page, axe), []);
    await json().fill('{"text": "mended"}');
    await holds([{ text: "mended" }]);
    assert.equal(await page.locator(".behind").count(), 0);
    assert.equal(
      await page.getByLabel("text", { exact: true }).inputValue(),
      "mended",
    );
    await isBroken(false);
    // Or what is broken is thrown away.
    await json().fill("{");
    await page.getByRole("button", { name: "Discard the JSON" }).press("Enter");
    await holds([{ text: "mended" }]);
    assert.deepEqual(JSON.parse(await json().inputValue()), { text: "mended" });
    assert.equal(
      await json().evaluate((element) => element === document.activeElement),
      true,
    );
    await isBroken(false);
  });

  test("editing one side leaves the cursor of the other, and what was typed there", async () => {
    await show(event("call", "message:new"));
    const text = '{"id":"x",    "text":"one","from":{"id":"1"},"at":"y"}';
    await json().fill(text);
    const select = (at: number) =>
      json().evaluate(
        (element, at) =>
          (element as HTMLTextAreaElement).setSelectionRange(at, at),
        at,
      );
    const cursor = () =>
      json().evaluate(
        (element) => (element as HTMLTextAreaElement).selectionStart,
      );
    await select(5);
    assert.equal(await json().inputValue(), text);
    const input = page.getByLabel("text", { exact: true });
    await input.evaluate((element) => {
      const field = element as HTMLInputElement;
      field.focus();
      field.setSelectionRange(1, 1);
    });
    await page.keyboard.type("X");
    assert.equal(await input.inputValue(), "oXne");
    assert.equal(
      await input.evaluate(
        (element) => (element as HTMLInputElement).selectionStart,
      ),
      2,
    );
    const written = await json().inputValue();
    assert.equal((JSON.parse(written) as { text: string }).text, "oXne");
    // Before a change the cursor stays, after one it keeps its distance to the end.
    await select(written.length - 1);
    await page.keyboard.type("YZ");
    assert.equal(await cursor(), (await json().inputValue()).length - 1);
    await select(2);
    await page.keyboard.type("!");
    assert.equal(await cursor(), 2);
  });

  test("what does not fit its type is shown, kept, and replaced when somebody wants it", async () => {
    await show(event("call", "message:new"));
    await json().fill(
      '{"id":{"a":1},"text":["t"],"from":7,"at":null,"more":{"x":1}}',
    );
    await holds([
      { id: { a: 1 }, text: ["t"], from: 7, at: null, more: { x: 1 } },
    ]);
    assert.equal(await page.locator(".misfit").count(), 4);
    await page
      .getByRole("button", { name: "Replace with a valid value: from" })
      .press("Enter");
    await holds([
      { id: { a: 1 }, text: ["t"], from: { id: "" }, at: null, more: { x: 1 } },
    ]);
    // Mending it as JSON does not take the field away while it is typed in.
    const area = page.getByLabel("text", { exact: true });
    await area.fill('"t"');
    await holds([
      { id: { a: 1 }, text: "t", from: { id: "" }, at: null, more: { x: 1 } },
    ]);
    assert.equal(
      await area.evaluate((element) => element === document.activeElement),
      true,
    );
    await area.press("Tab");
    await page.keyboard.press("Tab");
    await page
      .locator(
        "input[type=text][id='e0.form.1'], textarea.grows[id='e0.form.1']",
      )
      .waitFor();
    await page.getByRole("button", { name: "Remove more" }).press("Enter");
    assert.equal("more" in ((await value()) as [object])[0], false);
  });

  test("arguments may be left out at the end, and are null before that", async () => {
    await show(event("arguments_of_every_kind", "doc:watch", '["doc-1"]'));
    await page.getByLabel("include limit").press("Space");
    await holds(["doc-1", null, 0]);
    await page.getByLabel("include since").press("Space");
    await page.getByLabel("since", { exact: true }).fill("5");
    await holds(["doc-1", "5", 0]);
    await page.getByLabel("include since").press("Space");
    await holds(["doc-1", null, 0]);
    await page.getByLabel("include limit").press("Space");
    await holds(["doc-1"]);
    await json().fill('["doc-1", null, 3, "extra"]');
    await page
      .getByRole("button", { name: "Remove argument 3" })
      .press("Enter");
    await holds(["doc-1", null, 3]);
  });

  test("JSON of the wrong shape is refused, and left as it is typed", async () => {
    await show(event("arguments_of_every_kind", "doc:watch", '["doc-1"]'));
    await json().fill('{"a": 1}');
    await holds(["doc-1"]);
    assert.equal(await json().inputValue(), '{"a": 1}');
    const problem = page.locator(".pane-json .json-problem");
    assert.match((await problem.textContent()) ?? "", /list of the arguments/);
    await isBroken(true);
    await show({ contract: samples.get("call"), room: [0, 0] });
    await json().fill("1");
    assert.match((await problem.textContent()) ?? "", /object/);
  });

  test("JSON that is very long is drawn when somebody wants it", async () => {
    await show(typed(object("A", field("body", builtin("bytes")))));
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose file… for body" }).click(),
    ]);
    const buffer = Buffer.alloc(400_000, 7);
    await chooser.setFiles({ name: "large.bin", mimeType: "a/b", buffer });
    const ask = page.getByRole("button", { name: "Show the JSON of" });
    await ask.waitFor();
    assert.equal(await json().count(), 0);
    await ask.press("Enter");
    assert.ok((await json().inputValue()).includes("BwcH"));
  });

  test("raw events take any arguments", async () => {
    await show(event("raw_events", "raw", "[]"));
    await page.getByRole("button", { name: "Add an argument" }).press("Enter");
    await page.keyboard.press("Control+A");
    await page.keyboard.type('{"a": 1}');
    await holds([{ a: 1 }]);
    await page.getByRole("button", { name: "Add an argument" }).press("Enter");
    await holds([{ a: 1 }, null]);
    await page
      .getByRole("button", { name: "Remove argument 0" })
      .press("Enter");
    await holds([null]);
  });

  test("several editors of a page have no id in common", async () => {
    await show({ ...event("collab", "doc:edit"), editors: 3 });
    const ids = await page.evaluate(() =>
      Array.from(document.querySelectorAll("[id]"), ({ id }) => id),
    );
    assert.ok(ids.length > 10);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(await findings(page, axe), []);
  });

  test("where it is narrow, one of them is shown", async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    await show(event("call", "message:send", '[{"text":"hello"}]'));
    assert.equal(await json().isVisible(), false);
    await page.getByRole("radio", { name: "Form" }).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await json().isVisible(), true);
    assert.equal(
      await page.getByLabel("text", { exact: true }).isVisible(),
      false,
    );
    await page.setViewportSize({ width: 1200, height: 900 });
  });
});

describe("hostile texts", () => {
  const NAUGHTY = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "\u202eright to left\u2028\u2029\ufeff",
    "`code` <b>bold</b> & &amp; ${x} {{x}}",
    "constructor",
    "toString",
    "  ",
  ];

  test("are names, documentation and values, and nothing runs", async () => {
    const fields = NAUGHTY.map((text) =>
      field(text, builtin("string"), {
        doc: text,
        deprecated: { since: text, use: text, note: text },
      }),
    );
    const values = NAUGHTY.map((wire) => ({
      wire,
      names: { pascal: "X" },
      doc: wire,
    }));
    const members = NAUGHTY.map((wire) => ({
      wire,
      names: { pascal: "X" },
      doc: wire,
    }));
    let ran = false;
    page.once("dialog", (dialog) => {
      ran = true;
      void dialog.dismiss();
    });
    await show(
      typed(
        {
          ...object(
            "A",
            ...fields,
            field("e", named("E")),
            field("u", named("U")),
          ),
          doc: NAUGHTY.join("\n"),
        },
        { kind: "enum", name: "E", values },
        {
          kind: "union",
          name: "U",
          tagging: "internal",
          tag: "<b>tag</b>",
          members,
        },
      ),
    );
    for (const text of NAUGHTY) {
      await page.evaluate((text) => {
        const held = JSON.parse(stage.value()) as Record<string, unknown>;
        stage.set(
          JSON.stringify({
            ...held,
            [text]: text,
            [`extra ${text}`]: { [text]: text },
          }),
        );
      }, text);
    }
    const shown = await page.evaluate(
      () => document.querySelector(".pane-form")?.textContent ?? "",
    );
    for (const text of NAUGHTY.slice(0, 4))
      assert.ok(shown.includes(text), text);
    assert.equal(
      await page
        .locator(".pane img, .pane script, .pane b:not(.hex b)")
        .count(),
      0,
    );
    assert.equal(await page.locator(".doc code").first().textContent(), "code");
    assert.deepEqual(await findings(page, axe), []);
    assert.equal(ran, false);
    // No attribute holds a style or a script.
    const bad = await page.evaluate(() =>
      Array.from(document.querySelectorAll("*")).flatMap((element) =>
        element
          .getAttributeNames()
          .filter((name) => name === "style" || name.startsWith("on")),
      ),
    );
    assert.deepEqual(bad, []);
    assert.deepEqual(complaints, []);
  });

  test("of the sample schemas are shown as they are", async () => {
    await show(event("naughty_names_and_docs", "a */ b"));
    const labels = await page
      .locator(".pane-form label.label")
      .allTextContents();
    assert.ok(labels.includes("<script>a</script>"), labels.join());
    await page
      .getByLabel("<script>a</script>", { exact: true })
      .fill("<script>b</script>");
    const held = (await value()) as [Record<string, string>];
    assert.equal(held[0]["<script>a</script>"], "<script>b</script>");
    await show(event("naughty_texts_everywhere", "edit"));
    assert.equal(await page.locator(".pane script").count(), 0);
    assert.deepEqual(complaints, []);
  });
});
