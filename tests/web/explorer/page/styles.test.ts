// Answers in every style, and answers to the server's questions in every style.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Browser } from "../../lib/browser.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
let explorer: Explorer;

before(async () => {
  browser = await Browser.launch();
  explorer = await Explorer.open(
    browser,
    `${String(process.env["STYLES"])}/ws/test`,
  );
  await explorer.connect();
});
after(() => browser?.close());

const DOC = /"size": "18446744073709551615"/;
/** What is said of each event that ends well, with its declared error, and with a fault. */
const STYLES: Record<string, readonly [RegExp, RegExp, RegExp]> = {
  own: [DOC, /error[\s\S]*as declared/, /fault internal/],
  "own:none": [/^ok/, /fault internal/, /fault internal/],
  standard: [DOC, /error[\s\S]*as declared/, /fault internal/],
  spread: [DOC, /error[\s\S]*as declared/, /fault internal/],
  "spread:none": [/^ok/, /fault internal/, /fault internal/],
  // One shape for all that fails: nobody can tell a fault from an error.
  legacy: [DOC, /error[\s\S]*as declared/, /(error|fault)/],
  loose: [DOC, /error[\s\S]*as declared/, /fault internal/],
  "loose:list": [
    /"18446744073709551615"/,
    /error[\s\S]*as declared/,
    /fault internal/,
  ],
  bare: [DOC, /no answer in time/, /no answer in time/],
  raw: [/"as it is"/, /./, /./],
};

describe("answers", () => {
  test("are read in the style of each event", async () => {
    for (const [event, outcomes] of Object.entries(STYLES)) {
      await explorer.select(event);
      for (const [at, how] of ["ok", "error", "fault"].entries()) {
        const expected = outcomes[at] ?? /./;
        // This style has no way to say that something failed, so nothing is answered.
        const isSilent = String(expected).includes("in time");
        if (isSilent) await explorer.page.getByLabel("timeout").fill("200");
        if (isSilent) await explorer.page.getByLabel("timeout").press("Tab");
        await explorer.write(JSON.stringify(how));
        const answer = await explorer.send(
          /^(ok|error|fault|answered|an answer|no answer in time)/,
        );
        assert.match(answer, expected, `${event} ${how}`);
        assert.doesNotMatch(
          answer,
          /not as the contract says/,
          `${event} ${how}`,
        );
        assert.doesNotMatch(answer, /secret/);
      }
      await explorer.clear();
    }
    await explorer.isClean();
  });

  test("to questions are written in the style of each event", async () => {
    // What may be answered, and what the server is told then.
    const QUESTIONS: Record<string, Record<string, RegExp>> = {
      own: {
        "an answer": /"ok Doc/,
        "the declared error": /Declared/,
        "a fault": /failed/,
      },
      none: { "an answer": /"ok \(\)/, "a fault": /failed/ },
      spread: {
        "an answer": /"ok Doc/,
        "the declared error": /Declared/,
        "a fault": /failed/,
      },
      legacy: {
        "an answer": /"ok Doc/,
        "the declared error": /Declared/,
        "a fault": /failed/,
      },
      bare: { "an answer": /"ok \[/ },
      raw: { "an answer": /"ok / },
    };
    const reply = explorer.work.locator(".reply");
    for (const [which, kinds] of Object.entries(QUESTIONS)) {
      for (const [kind, told] of Object.entries(kinds)) {
        const what = `${which}: ${kind}`;
        await explorer.clear();
        await explorer.select("ask");
        await explorer.write({ which });
        await explorer.work
          .locator("form.composer button[type=submit]")
          .click();
        const detail = await explorer.look("A", `asked:${which}`, "asks");
        await explorer.button("Answer…", detail).click();
        await reply.waitFor();
        const offered = await reply.locator(".choices label").allTextContents();
        const isRaw = which === "raw";
        assert.deepEqual(
          offered.slice(0, isRaw ? 1 : 3),
          Object.keys(kinds),
          what,
        );
        await reply.getByLabel(kind, { exact: true }).check();
        await explorer.button("Answer").click();
        const row = await explorer.look("A", "ask", /ok \d/);
        assert.match(await row.locator(".answer pre").innerText(), told, what);
      }
    }
    await explorer.isClean();
  });
});
