// Large forms: a key draws what it changes, and everything else stays what it is.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  builtin,
  complaints,
  field,
  holds,
  isBroken,
  issues,
  json,
  list,
  named,
  object,
  page,
  show,
  typed,
} from "./form.ts";

/** Types a letter more into a field, and returns how much was drawn for it. */
async function drawnFor(label: string): Promise<number> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press("End");
  await page.evaluate(() => (stage.drawn = 0));
  await page.keyboard.type("x");
  await page.waitForFunction(() => stage.value().includes("x"));
  await page.evaluate(() => new Promise(requestAnimationFrame));
  return page.evaluate(() => stage.drawn);
}

describe("a key draws what it changes", () => {
  // A row has some thirty elements and parts.
  const FEW = 800;

  test("in a list", async () => {
    const items = Array.from({ length: 40 }, (_, id) => ({ id, name: "n" }));
    const item = object(
      "Item",
      field("id", builtin("u32")),
      field("name", builtin("string")),
    );
    const value = JSON.stringify(items);
    const all = { kind: "alias", name: "A", type: list(named("Item")) };
    await show({ ...typed(all, item), value });
    await page.evaluate(() => (stage.drawn = 0));
    await show({ ...typed(all, item), value });
    const whole = await page.evaluate(() => stage.drawn);
    assert.ok(whole > 2 * FEW, `${whole.toString()} to begin with`);
    await page.getByLabel("name").nth(30).fill("nx");
    await page.waitForFunction(() => stage.value().includes("x"));
    await page.evaluate(() => (stage.drawn = 0));
    await page.getByLabel("name").nth(20).fill("xy");
    await page.waitForFunction(() => stage.value().includes("xy"));
    const drawn = await page.evaluate(() => stage.drawn);
    assert.ok(drawn < FEW, `${drawn.toString()} of ${whole.toString()}`);
    // What the rows beside it hold is there as well.
    const changed = items.map((each, at) =>
      at === 30
        ? { ...each, name: "nx" }
        : at === 20
          ? { ...each, name: "xy" }
          : each,
    );
    await holds(changed);
  });

  test("in an object, and in a map", async () => {
    const fields = Array.from({ length: 100 }, (_, at) =>
      field(`f${at.toString()}`, builtin("string")),
    );
    await show(typed(object("Wide", ...fields)));
    const wide = await drawnFor("f50");
    assert.ok(wide < FEW, `${wide.toString()} in an object`);
    const map = { kind: "map", of: builtin("string") };
    const entries = Array.from({ length: 60 }, (_, at) => [
      `k${at.toString()}`,
      "",
    ]);
    const value = JSON.stringify(Object.fromEntries(entries));
    await show({ ...typed({ kind: "alias", name: "A", type: map }), value });
    const many = await drawnFor("value k30");
    assert.ok(many < FEW, `${many.toString()} in a map`);
  });

  test("even where all of it is wrong", async () => {
    const items = Array.from({ length: 40 }, () => ({ id: -1, name: "n" }));
    const item = object(
      "Item",
      field("id", builtin("u32")),
      field("name", builtin("string")),
    );
    const all = { kind: "alias", name: "A", type: list(named("Item")) };
    await show({ ...typed(all, item), value: JSON.stringify(items) });
    assert.equal(await issues().count(), 40);
    await page.evaluate(() => (stage.drawn = 0));
    await page.getByLabel("name").nth(20).fill("xy");
    await page.waitForFunction(() => stage.value().includes("xy"));
    const drawn = await page.evaluate(() => stage.drawn);
    assert.ok(drawn < FEW, `${drawn.toString()}`);
    // An issue that goes is gone, and none of the others.
    await page.getByLabel("id").nth(3).fill("1");
    await page.waitForFunction(() => stage.value().includes('"id": 1'));
    assert.equal(await issues().count(), 39);
  });
});

describe("what is left as it was", () => {
  test("knows of what others have become", async () => {
    const inner = object("Inner", field("a", builtin("string")));
    const union = {
      kind: "union",
      name: "Union",
      tagging: "adjacent",
      tag: "t",
      content: "c",
      members: [
        { wire: "in", names: { pascal: "In" }, type: named("Inner") },
        { wire: "no", names: { pascal: "No" } },
      ],
    };
    const all = {
      kind: "alias",
      name: "A",
      type: list({ kind: "map", of: list(named("Union")) }),
    };
    const of = (a: string) => ({ t: "in", c: { a } });
    const value = [{ k: [of("1"), of("2")], l: [of("3")] }, { m: [of("4")] }];
    const text = JSON.stringify(value);
    await show({ ...typed(all, union, inner), value: text });
    const fields = page.getByRole("textbox", { name: "a", exact: true });
    // What is too deep is opened first.
    for (;;) {
      const closed = page.locator('.pane-form [aria-expanded="false"]');
      const shown = page.getByRole("button", { name: /^Show what is in/ });
      if ((await closed.count()) > 0) await closed.first().click();
      else if ((await shown.count()) > 0) await shown.first().click();
      else break;
    }
    assert.equal(await fields.count(), 4);
    for (const at of [3, 0, 2, 1]) await fields.nth(at).fill(`x${String(at)}`);
    await holds([
      { k: [of("x0"), of("x1")], l: [of("x2")] },
      { m: [of("x3")] },
    ]);
    // The same after its place has become another, and after JSON has changed it.
    await page
      .getByRole("button", { name: "Remove value 0", exact: true })
      .press("Enter");
    await fields.first().fill("moved");
    await holds([{ m: [of("moved")] }]);
    await json().fill(JSON.stringify([{ m: [of("other")], n: [] }]));
    await fields.first().fill("more");
    await holds([{ m: [of("more")], n: [] }]);
    assert.deepEqual(complaints, []);
  });

  test("a key that was taken is free when the other entry is gone", async () => {
    const type = { kind: "map", of: builtin("u8") };
    await show({
      ...typed({ kind: "alias", name: "A", type }),
      value: '{"a": 1, "b": 2}',
    });
    await page.getByLabel("Key b of value").fill("a");
    await isBroken(true);
    await page
      .getByRole("button", { name: "Remove a of value" })
      .press("Enter");
    await holds({ b: 2 });
    await isBroken(false);
    assert.equal(await issues().count(), 0);
  });
});
