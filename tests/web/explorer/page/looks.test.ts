// What the page looks like to everybody: in both schemes and at every width, with what axe finds, and on a phone.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { findings } from "../stage.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
let axe: string;
let server: FakeServer;
let call: FakeServer;

before(async () => {
  axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
  browser = await Browser.launch();
  server = await FakeServer.start("collab", [contract("collab")]);
  call = await FakeServer.start("call", [contract("call")]);
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});

const WIDTHS = [1440, 900, 390];

/** Looks at a state of the page in both schemes and at every width. */
async function look(explorer: Explorer, state: string): Promise<void> {
  const { page } = explorer;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const where = `${state}, ${String(width)} px, ${colorScheme}`;
      // On a narrow screen each part is a page of its own.
      const parts =
        width < 760 ? ["Events", "Message", "Timeline"] : [undefined];
      for (const part of parts) {
        if (part) await show(explorer, part);
        assert.deepEqual(
          await findings(page, axe),
          [],
          `${where} ${part ?? ""}`,
        );
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.ok(
          overflow <= 0,
          `${where} ${part ?? ""}: ${String(overflow)} px too wide`,
        );
      }
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function show(explorer: Explorer, part: string): Promise<void> {
  // A dialog that is open covers it; the page is the same below.
  const isCovered = (await explorer.page.locator("dialog[open]").count()) > 0;
  if (isCovered) return;
  const parts = explorer.page.getByLabel("Parts of the page");
  await parts.getByRole("button", { name: part }).click();
}

describe("the page", () => {
  test("has no serious finding in any state", async () => {
    const explorer = await Explorer.open(browser, server.page);
    const { page } = explorer;
    await look(explorer, "disconnected");
    const socket = await server.connect(explorer);
    await look(explorer, "connected");
    await explorer.select("doc:open");
    await explorer.send(/^ok/);
    await look(explorer, "with an answer");
    await explorer.write(JSON.stringify("Not an id"));
    await look(explorer, "with what the server would refuse");
    socket.emit("user:joined", {
      id: 5,
      name: "x",
      avatar: Buffer.from("bytes"),
    });
    socket.emit("doc:confirm", { id: "doc-1" }, () => undefined);
    await explorer.look("A", "user:joined");
    await look(explorer, "details open");
    await explorer.look("A", "doc:confirm");
    await explorer.button("Answer…", explorer.detail).click();
    await explorer.work.locator(".reply").waitFor();
    await look(explorer, "a question");
    await explorer.button("Back").click();
    await explorer.select("doc:confirm", "serverToClient");
    await explorer.work.getByLabel("it is answered at once with").check();
    await look(explorer, "a rule");
    await explorer.select("doc:edit");
    await explorer.button(/^Saved/).click();
    await explorer.button("Save this one").click();
    await look(explorer, "a menu open");
    await page.evaluate(() => localStorage.clear());
    await explorer.addClient("/admin");
    server.admit = () => new Error('{"fault":{"code":"x","message":"y"}}');
    await explorer.button("Connect").click();
    await explorer.is("refused");
    server.admit = () => undefined;
    await explorer.button("Side by side", explorer.timeline).click();
    await look(explorer, "two clients side by side");
    await explorer.button("Side by side", explorer.timeline).click();
    await page.getByLabel("Help and keys").click();
    await page.getByRole("dialog").waitFor();
    await look(explorer, "help open");
    await explorer.isClean();
    await explorer.close();
  });

  test("has a scheme that somebody chose", async () => {
    const explorer = await Explorer.open(browser, server.page);
    const ground = () =>
      explorer.page.evaluate(
        () => getComputedStyle(document.body).backgroundColor,
      );
    await explorer.page.emulateMedia({ colorScheme: "light" });
    const light = await ground();
    const theme = explorer.button(/^Theme/, explorer.page.locator(".top"));
    await theme.click();
    assert.equal(await ground(), light);
    await theme.click();
    assert.notEqual(await ground(), light);
    await theme.click();
    assert.equal(await ground(), light);
    await explorer.isClean();
    await explorer.close();
  });

  test("says what is absent in the column of the fields, a line high", async () => {
    const explorer = await Explorer.open(browser, call.page);
    await explorer.select("message:send");
    const absent = explorer.work
      .locator(".message")
      .locator("output.nothing")
      .first();
    await absent.waitFor();
    const place = await absent.evaluate((output) => {
      const row = output.closest(".row");
      const left = (of: Element | null | undefined) =>
        of?.getBoundingClientRect().left;
      const control = output.closest(".control");
      return {
        inset: (left(output) ?? NaN) - (left(control) ?? NaN),
        height: control?.getBoundingClientRect().height,
        isInRow: row !== null,
      };
    });
    assert.deepEqual(place, { inset: 0, height: 30, isInRow: true });
    await explorer.isClean();
    await explorer.close();
  });

  test("has areas as high as their text in browsers without `field-sizing`", async () => {
    const explorer = await Explorer.open(browser, call.page);
    const { page } = explorer;
    await page.evaluate(() => {
      document.styleSheets[0]?.insertRule(
        ".grows { field-sizing: fixed !important; }",
        document.styleSheets[0].cssRules.length,
      );
      CSS.supports = () => false;
    });
    await explorer.select("message:send");
    const area = (await explorer.field("text")).first();
    const measure = async () => {
      await explorer.drawn();
      return area.evaluate((area: HTMLTextAreaElement) => ({
        tag: area.tagName,
        hidden: area.scrollHeight - area.clientHeight,
        height: area.clientHeight,
      }));
    };
    await area.fill("one");
    const one = await measure();
    assert.equal(one.tag, "TEXTAREA");
    await area.fill("one\ntwo\nthree");
    const three = await measure();
    assert.deepEqual([one.hidden, three.hidden], [0, 0]);
    assert.ok(three.height > one.height + 30, JSON.stringify([one, three]));
    // Less text needs less, and a wider field as well.
    await area.fill("one");
    assert.deepEqual(await measure(), one);
    await area.fill("word ".repeat(60));
    const narrow = await measure();
    await page.setViewportSize({ width: 2800, height: 900 });
    const wide = await measure();
    assert.ok(narrow.height > wide.height, JSON.stringify([wide, narrow]));
    assert.deepEqual([wide.hidden, narrow.hidden], [0, 0]);
    await explorer.isClean();
    await explorer.close();
  });

  test("can all be reached on a phone", async () => {
    const explorer = await Explorer.open(browser, server.page, {
      width: 390,
      height: 780,
    });
    const { page } = explorer;
    const socket = await server.connect(explorer);
    await show(explorer, "Events");
    await explorer.select("doc:open");
    // Who chose an event sees it.
    assert.ok(await explorer.work.isVisible());
    await explorer.drawn();
    assert.notEqual(await explorer.focused(), "body");
    await explorer.send(/^ok/);
    await explorer.button("in the timeline").click();
    await explorer.detail.waitFor();
    assert.ok(await explorer.detail.isVisible());
    for (const name of ["Pin", "Copy as…", "Edit and send again"]) {
      const button = explorer.button(name, explorer.detail);
      await button.scrollIntoViewIfNeeded();
      assert.ok(await button.isVisible(), name);
    }
    await explorer.button("Edit and send again", explorer.detail).click();
    await explorer.work.waitFor();
    // The editor has the focus before a menu takes it.
    await explorer.drawn();
    for (const name of [/^Saved/, "Copy as…"]) {
      await explorer.button(name).click();
      const menu = explorer.work.locator(".menu-items");
      const box = await menu.boundingBox();
      assert.ok(
        box && box.x >= 0 && box.x + box.width <= 390,
        JSON.stringify(box),
      );
      const buttons = await menu.locator("button").all();
      assert.ok(buttons.length > 1);
      for (const button of buttons)
        if (await button.isEnabled()) await button.click({ trial: true });
      await page.keyboard.press("Escape");
    }
    socket.emit("doc:confirm", { id: "doc-1" }, () => undefined);
    await show(explorer, "Timeline");
    await explorer.look("A", "doc:confirm");
    await explorer.button("Answer…", explorer.detail).click();
    await explorer.button("Answer").click();
    await explorer.notice.getByText("Answered").waitFor();
    for (const name of ["Pause", "Clear", "Problems only"]) {
      await show(explorer, "Timeline");
      await explorer.button(name, explorer.timeline).click({ trial: true });
    }
    await page.keyboard.press("/");
    await explorer.drawn();
    assert.match(await explorer.focused(), /input/);
    assert.ok(await page.getByLabel("Search events").isVisible());
    await explorer.isClean();
    await explorer.close();
  });

  test("menus stay in their part, however wide it is", async () => {
    const explorer = await Explorer.open(browser, server.page);
    await explorer.connect();
    await explorer.select("doc:open");
    for (const width of [1600, 1280, 1100, 900, 780]) {
      await explorer.page.setViewportSize({ width, height: 800 });
      for (const name of [/^Saved/, "Copy as…"]) {
        await explorer.button(name).click();
        const menu = await explorer.work.locator(".menu-items").boundingBox();
        const part = await explorer.work.boundingBox();
        assert.ok(menu && part);
        const isInside =
          menu.x >= part.x && menu.x + menu.width <= part.x + part.width;
        assert.ok(isInside, JSON.stringify({ width, menu, part }));
        await explorer.page.keyboard.press("Escape");
      }
    }
    await explorer.close();
  });
});
