// What a client says of itself when it connects stays in the page's memory: it is in nothing that is kept, shared or copied.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fromFragment } from "../../../../codegen/explorer/page/src/share.ts";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

const SECRET = "s3cr3t-of-the-handshake";
let browser: Browser;

before(async () => {
  browser = await Browser.launch();
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});

test("what is given to connect with is nowhere but in the handshake", async () => {
  const server = await FakeServer.start("collab", [contract("collab")]);
  const explorer = await Explorer.open(browser, server.page);
  const { page } = explorer;
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  const token = explorer.work
    .locator(".auth")
    .getByRole("textbox", { name: "token" });
  await token.fill(SECRET);
  const socket = await server.connect(explorer);
  assert.equal(socket.handshake.auth["token"], SECRET);
  await explorer.select("doc:open");
  await explorer.write(JSON.stringify("doc-1"));
  await explorer.send(/^ok/);

  const texts: Record<string, string> = {};
  await explorer.button("Copy link").click();
  await explorer.notice.getByText("Link copied").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  texts["link"] = link;
  const message = await fromFragment(new URL(link).hash);
  assert.ok(!("problem" in message));
  texts["message of the link"] = JSON.stringify(message);
  assert.deepEqual(Object.keys(message).sort(), [
    "args",
    "contract",
    "direction",
    "event",
    "hash",
    "namespace",
    "v",
  ]);

  await explorer.button(/^Saved/).click();
  await explorer.button("Save this one").click();
  await explorer.work.locator(".saved li").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    explorer.button("Export").click(),
  ]);
  texts["export"] = await readFile(await file.path(), "utf8");
  await page.keyboard.press("Escape");

  for (const name of [
    "TypeScript",
    "TypeScript, plain socket.io-client",
    "Rust",
    "JSON",
  ]) {
    await explorer.button("Copy as…").click();
    await explorer.button(name).click();
    await explorer.notice
      .getByText(`Copied as ${name}`, { exact: true })
      .waitFor();
    texts[name] = await page.evaluate(() => navigator.clipboard.readText());
  }
  Object.assign(
    texts,
    await page.evaluate(() => ({
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      cookie: document.cookie,
      address: location.href,
      title: document.title,
      history: JSON.stringify(history.state),
    })),
  );
  texts["timeline"] = JSON.stringify(await explorer.lines());
  texts["addresses"] = addresses.join("\n");
  assert.ok(texts["localStorage"]?.includes("doc-1"), "something is kept");
  for (const [where, text] of Object.entries(texts))
    assert.ok(!text.includes(SECRET), `${where}: ${text}`);

  // A server that says no may say what it was given.
  await explorer.button("Disconnect").click();
  server.admit = ({ handshake }) =>
    new Error(JSON.stringify({ code: "expired", was: handshake.auth }));
  await explorer.button("Connect").click();
  await explorer.line("A", "refused");
  const [timeline] = await Promise.all([
    page.waitForEvent("download"),
    explorer
      .button("Export the rows that are shown", explorer.timeline)
      .click(),
  ]);
  const rows = await readFile(await timeline.path(), "utf8");
  assert.match(rows, /"event":"refused"/);
  assert.match(rows, /"event":"doc:open"/);
  assert.ok(!rows.includes(SECRET), rows);

  // A new page begins with nothing of it.
  await page.reload();
  await token.waitFor();
  assert.notEqual(await token.inputValue(), SECRET);
  await explorer.isClean();
  await page.evaluate(() => localStorage.clear());
  await explorer.close();
  await server.close();
});
