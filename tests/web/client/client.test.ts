// The scenarios of one contract, in Node and in a real browser, against its server.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { Browser } from "../lib/browser.ts";
import { serverUrl } from "../e2e/client.ts";
import { all } from "./scenarios.ts";

const contract = process.env["CONTRACT"] ?? "";
const scenarios = all[contract];
assert.ok(scenarios, `CONTRACT is one of ${Object.keys(all).join(", ")}`);

describe("in Node", () => {
  for (const [name, scenario] of Object.entries(scenarios)) {
    test(name, () => scenario(serverUrl()));
  }
});

describe("in a browser", () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await Browser.launch();
    const bundle = await build({
      entryPoints: ["client/scenarios.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "scenarios",
      alias: { "@/lib/money": "./lib/money.ts" },
    });
    // A page of the server's own origin, whatever the server has there.
    page = await browser.page(serverUrl(), bundle.outputFiles[0]?.text ?? "");
  });
  after(() => browser?.close());

  for (const name of Object.keys(scenarios)) {
    test(name, async () => {
      const failure = await page.evaluate(
        ([contract, name, url]) =>
          (
            globalThis as unknown as {
              scenarios: { all: typeof import("./scenarios.ts").all };
            }
          ).scenarios.all[contract ?? ""]
            ?.[name ?? ""]?.(url ?? "")
            .then(
              () => "",
              (error: Error) => error.stack ?? error.message,
            ),
        [contract, name, serverUrl()],
      );
      assert.equal(failure, "");
    });
  }
});
