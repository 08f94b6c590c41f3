// What is wrong with a value is said in one way wherever it stands, however much it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;

before(async () => {
  browser = await Browser.launch();
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});

test("of many findings the first are shown, and the rest when somebody asks", async () => {
  const server = await FakeServer.start("collab", [contract("collab")]);
  const explorer = await Explorer.open(browser, server.page);
  const socket = await server.connect(explorer);
  const opens = async (within: Locator, count: number, title: string) => {
    const findings = within.locator(".refused-by");
    await findings.getByText(`${title}:`).waitFor();
    assert.equal(await findings.locator("li").count(), 5);
    const more = findings.getByRole("button");
    const rest = `and ${String(count - 5)} more problems`;
    assert.equal(await more.innerText(), rest);
    await more.press("Enter");
    await explorer.drawn();
    assert.equal(await findings.locator("li").count(), count, title);
    // The button is gone, and the focus is not.
    assert.match(await explorer.focused(), /^ul/);
  };
  const ops = Array.from({ length: 30 }, () => ({}));
  await explorer.select("doc:edit");
  await explorer.write(["doc-1", "1", ops]);
  const refused = explorer.work.locator("form.composer");
  await opens(refused, 30, "The server will refuse this");
  socket.emit("doc:changed", "doc-1", ops);
  const drift = await explorer.look("A", "doc:changed");
  await opens(drift, 30, "It is not as the contract says");
  server.answers = () => [{ ok: true, data: {} }];
  await explorer.select("doc:open");
  await explorer.write(JSON.stringify("doc-1"));
  await explorer.send(/^ok/);
  const lacking = explorer.answer.locator(".refused-by");
  await lacking.getByText("It is not as the contract says:").waitFor();
  await lacking.getByRole("button", { name: /more problem/ }).click();
  assert.ok((await lacking.locator("li").count()) > 5);
  assert.equal(await lacking.getByRole("button").count(), 0);
  await explorer.isClean();
  await explorer.close();
  await server.close();
});

test("what has not come yet is described, with what it could look like", async () => {
  const server = await FakeServer.start("collab", [contract("collab")]);
  const explorer = await Explorer.open(browser, server.page);
  await explorer.select("doc:changed", "serverToClient");
  const incoming = explorer.work.locator(".incoming");
  await incoming.getByText("It carries id: DocId").waitFor();
  assert.match(await incoming.innerText(), /ops: list of Op/);
  const looks = incoming.getByRole("region", {
    name: "What one could look like",
  });
  assert.match(await looks.innerText(), /^\["doc-1", \[.*\]\]$/);
  const socket = await server.connect(explorer);
  socket.emit("doc:changed", "doc-2", []);
  await incoming.getByText("The last one that came").waitFor();
  assert.equal(await looks.count(), 0);
  await explorer.isClean();
  await explorer.close();
  await server.close();
});
