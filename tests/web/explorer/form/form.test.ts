// The payload editor with every event of the sample schemas, and how its two sides follow each other.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  complaints,
  event,
  field,
  findings,
  form,
  builtin,
  holds,
  isBroken,
  issues,
  json,
  object,
  page,
  samples,
  show,
  typed,
  value,
  type Sample,
} from "./form.ts";

describe("every event of the sample schemas", () => {
  test("is a form that follows its JSON, and JSON that follows its form", async () => {
    let events = 0;
    for (const { what, subject, payload } of everyEvent()) {
      await show(subject);
      await followsBothWays(what, payload);
      assert.deepEqual(await findings(), [], what);
      events += 1;
    }
    assert.ok(events > 200, `${events.toString()} events`);
    assert.deepEqual(complaints, []);
  });

  test("shows whatever its types allow, and leaves it as it is", async () => {
    for (const { what, subject } of everyEvent()) {
      for (const seed of [1, 2, 3]) {
        await show({ ...subject, seed });
        const shown = `${what} ${seed.toString()}: ${JSON.stringify(await value())}`;
        assert.equal(await page.locator(".misfit").count(), 0, shown);
        assert.deepEqual(await issues().allTextContents(), [], shown);
        assert.equal(await page.evaluate(() => stage.changes), 0, shown);
      }
    }
    assert.deepEqual(complaints, []);
  });

  function* everyEvent() {
    for (const [name, contract] of samples) {
      for (const [ns, namespace] of (contract as Sample).namespaces.entries()) {
        for (const direction of ["clientToServer", "serverToClient"] as const) {
          for (const [at, event] of (namespace[direction] ?? []).entries()) {
            const what = `${name}: ${namespace.path} ${direction} ${event.wire}`;
            const subject = { contract, event: [ns, direction, at] as const };
            yield { what, subject, payload: event.payload };
          }
        }
      }
    }
  }

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
        assert.deepEqual(await findings(), [], name);
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
    assert.deepEqual(await findings(), []);
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
    assert.deepEqual(await findings(), []);
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
