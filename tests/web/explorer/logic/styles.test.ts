// The style sheets of the explorer's page: each of its parts has its own.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL(
  "../../../../codegen/explorer/page/src/style/",
  import.meta.url,
);

test("no class is of two style sheets, which would change each other's parts", () => {
  const sheets = new Map<string, Set<string>>();
  for (const name of readdirSync(FOLDER)) {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    // Rules that stand in no other, with a class as their selector and nothing else.
    const rules = text
      .replaceAll(/\/\*[^]*?\*\//g, "")
      .matchAll(/^(\.[^{}@]+)\{/gm);
    for (const [, selectors = ""] of rules) {
      for (const selector of selectors.split(",").map((one) => one.trim())) {
        if (!/^\.[\w-]+$/.test(selector)) continue;
        const of = sheets.get(selector) ?? new Set();
        sheets.set(selector, of.add(name));
      }
    }
  }
  // On a narrow screen what others say is overruled.
  const own = [...sheets].map(
    ([selector, of]) =>
      [selector, [...of].filter((name) => name !== "narrow.css")] as const,
  );
  assert.ok(own.length > 80, `${own.length.toString()} classes`);
  assert.deepEqual(
    own.filter(([, of]) => of.length > 1),
    [],
  );
});
