// The page without a mouse: everything is reached, and the focus is never lost.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { Browser } from "../../lib/browser.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
let explorer: Explorer;

before(async () => {
  browser = await Browser.launch();
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  explorer = await Explorer.open(
    browser,
    `${String(process.env["CALL"])}/ws/test`,
  );
});
after(() => browser?.close());
afterEach(() => explorer.isClean());

/** Goes on with Tab until something has the focus. */
async function tabTo(what: RegExp, key = "Tab"): Promise<void> {
  const seen: string[] = [];
  for (let steps = 0; steps < 80; steps++) {
    await explorer.page.keyboard.press(key);
    const at = await explorer.focused();
    if (what.test(at)) return;
    seen.push(at);
  }
  assert.fail(`Tab does not lead to ${String(what)}:\n${seen.join("\n")}`);
}

/** Presses a key, and fails if nothing has the focus once the page is drawn. */
async function press(key: string): Promise<string> {
  await explorer.page.keyboard.press(key);
  await explorer.drawn();
  const at = await explorer.focused();
  assert.notEqual(at, "body", `${key} loses the focus`);
  return at;
}

describe("with the keyboard alone", () => {
  test("one connects, sends, reads the answer, and copies it", async () => {
    await tabTo(/ Connect$/);
    await press("Enter");
    await explorer.is("connected");
    await press("/");
    assert.match(await explorer.focused(), /input/);
    await explorer.page.keyboard.type("send a message");
    await tabTo(/message:send/);
    await press("Enter");
    await explorer.work
      .locator("#message-title", { hasText: "message:send" })
      .waitFor();
    await tabTo(/textarea\.input|input\.input.*text/);
    await explorer.page.keyboard.type("From the keyboard");
    const before = await explorer.lastSent();
    await press("Control+Enter");
    await explorer.became(/^ok/, before);
    // The answer is told to those that hear the page.
    assert.equal(await explorer.answer.getAttribute("role"), "status");
    await tabTo(/in the timeline/);
    assert.match(await press("Enter"), /rows/);
    await explorer.detail.getByText("From the keyboard").waitFor();
    await tabTo(/Copy as/);
    await press("Enter");
    await press("Tab");
    assert.match(await explorer.focused(), /TypeScript/);
    await press("Enter");
    assert.match(await explorer.focused(), /Copy as/);
    await explorer.notice.getByText("Copied as TypeScript").waitFor();
    const text = await explorer.page.evaluate(() =>
      navigator.clipboard.readText(),
    );
    assert.match(text, /From the keyboard/);
    await press("Enter");
    await press("Escape");
    assert.equal(await explorer.page.locator(".menu-items").count(), 0);
    // Escape closes the details.
    assert.match(await press("Escape"), /rows/);
    assert.equal(await explorer.detail.count(), 0);
  });

  test("one goes through the timeline, and closes what it shows", async () => {
    const rows = explorer.page.locator(".rows");
    await rows.focus();
    await press("Home");
    await press("p");
    await explorer.detail.getByRole("button", { name: "Unpin" }).waitFor();
    await tabTo(/Close the details/);
    assert.match(await press("Enter"), /rows/);
    await press("End");
    await press("Escape");
  });

  test("one adds clients, changes between them, and removes them", async () => {
    await explorer.page.getByRole("button", { name: "+ Client" }).focus();
    await press("Enter");
    await explorer.tab("B").waitFor();
    assert.match(await press("Alt+1"), /Client A/);
    assert.match(await press("ArrowRight"), /Client B/);
    assert.match(await press("ArrowRight"), /Client A/);
    assert.match(await press("Alt+2"), /Client B/);
    // On a Mac, Option and 1 write another character.
    await explorer.page.evaluate(() => {
      const key = {
        key: "\u00a1",
        code: "Digit1",
        altKey: true,
        bubbles: true,
      };
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", key));
    });
    await explorer.drawn();
    assert.match(await explorer.focused(), /Client A/);
    assert.match(await press("Alt+2"), /Client B/);
    assert.match(await press("Home"), /Client A/);
    assert.match(await press("End"), /Client B/);
    // Each tab has a panel, which says whose it is.
    const { page } = explorer;
    for (const name of ["Client A", "Client B"]) {
      const tab = page.getByRole("tab", { name });
      await tab.press("Enter");
      const panel = page.getByRole("tabpanel", { name });
      await panel.getByText("Transport").waitFor();
      const id = await panel.getAttribute("id");
      assert.equal(await tab.getAttribute("aria-controls"), id);
      assert.equal(await page.getByRole("tabpanel").count(), 1);
    }
    await explorer.button("Remove client B").focus();
    assert.match(await press("Enter"), /Client A/);
    // The last one, too.
    await explorer.button("Remove client A").focus();
    assert.match(await press("Enter"), /\+ Client/);
    assert.equal(await explorer.page.getByRole("tablist").count(), 0);
    await press("Enter");
    await explorer.tab("A").waitFor();
    await explorer.button("Connect").focus();
    await press("Enter");
    await explorer.is("connected");
    await press("Enter");
    await explorer.is("not connected");
    await press("Enter");
    await explorer.is("connected");
  });

  test("the help opens and closes, and the focus comes back", async () => {
    await explorer.page.getByLabel("Help and keys").focus();
    await press("Enter");
    await explorer.page.getByRole("dialog").waitFor();
    await press("Escape");
    assert.match(await explorer.focused(), /Help and keys/);
    await press("?");
    assert.match(await press("Enter"), /Help and keys/);
    assert.equal(await explorer.page.getByRole("dialog").count(), 0);
    // Where one writes, it is a character like others.
    await explorer.select("message:send");
    await (await explorer.field("text")).focus();
    await press("?");
    await press("/");
    assert.match(await (await explorer.field("text")).inputValue(), /\?\/$/);
    assert.equal(await explorer.page.getByRole("dialog").count(), 0);
  });

  test("no button of the page leaves the focus nowhere", async () => {
    await explorer.select("message:send");
    for (const name of ["Reset", "Random", "Copy link", "Send"]) {
      await explorer.button(name).focus();
      await press("Enter");
    }
    for (const name of [
      "Sent",
      "Received",
      "Problems only",
      "Problems only",
      "Received",
      "Sent",
      "Pause",
    ]) {
      await explorer.button(name, explorer.timeline).focus();
      await press("Enter");
    }
    await explorer.button(/^Go on/, explorer.timeline).focus();
    await press("Enter");
    await explorer.look("A", "message:send");
    await explorer.button("Edit and send again", explorer.detail).focus();
    await press("Enter");
    await explorer.button("Clear", explorer.timeline).focus();
    await press("Enter");
    await explorer.button(/^Theme/, explorer.page.locator(".top")).focus();
    await press("Enter");
    await press("Enter");
    await press("Enter");
  });
});
