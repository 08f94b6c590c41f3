// Schemas and payloads that want to be more than text.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  complaints,
  event,
  field,
  findings,
  object,
  builtin,
  named,
  page,
  show,
  typed,
  value,
} from "./form.ts";

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
        .locator(".pane img, .pane script, .pane b:not(.bytes-shown b)")
        .count(),
      0,
    );
    assert.equal(await page.locator(".doc code").first().textContent(), "code");
    assert.deepEqual(await findings(), []);
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
