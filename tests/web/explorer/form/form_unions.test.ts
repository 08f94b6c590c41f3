// Unions in the payload editor.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  field,
  builtin,
  holds,
  issues,
  json,
  named,
  object,
  page,
  samples,
  show,
  typed,
  value,
} from "./form.ts";

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
    // Mending it does not take the field away while it is typed in.
    const other = page.getByLabel("value as JSON").first();
    await other.fill('{"kind":"stop","more":1}');
    await holds({ kind: "stop", more: 1 });
    assert.equal(
      await other.evaluate((element) => element === document.activeElement),
      true,
    );
    await select.focus();
    await page.getByRole("button", { name: "Remove more" }).press("Enter");
    await holds({ kind: "stop" });
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
    // What is wrong further down is not hidden.
    const hidden = page.locator(".badge.bad");
    assert.equal(await hidden.count(), 0);
    await page.evaluate(() =>
      stage.set(stage.value().replace('"is": true', '"is": 1')),
    );
    assert.equal(await hidden.textContent(), "1 problem");
    await page.evaluate(() =>
      stage.set(stage.value().replace('"is": 1', '"is": true')),
    );
    await page.getByRole("button", { name: "Show what is in" }).press("Enter");
    assert.equal(await selects.count(), before + 1);
    assert.equal(await page.evaluate(() => stage.changes), 0);
  });
});
