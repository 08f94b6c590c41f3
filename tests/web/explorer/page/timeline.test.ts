// The timeline: what is shown, kept, held back and dropped, and how one goes through it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import {
  after,
  afterEach,
  before,
  beforeEach,
  describe,
  test,
} from "node:test";
import type { Socket } from "socket.io";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
let server: FakeServer;
let explorer: Explorer;
let socket: Socket;

before(async () => {
  browser = await Browser.launch();
  server = await FakeServer.start("call", [contract("call")]);
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});
beforeEach(async () => {
  explorer = await Explorer.open(browser, server.page);
  socket = await server.connect(explorer);
  await explorer.clear();
});
afterEach(async () => {
  await explorer.isClean();
  await explorer.close();
});

const good = (at: number) => ({
  socketId: `s-${String(at)}`,
  at: "2026-01-01T00:00:00Z",
});

/** Has the server send some, and waits until the page has counted them. */
async function receive(count: number, counted = String(count)): Promise<void> {
  for (let at = 0; at < count; at++) socket.emit("welcome", good(at));
  await has(counted);
}

/** What stands beside the title: how many rows there are, or are shown of all. */
async function has(count: string): Promise<void> {
  await explorer.timeline
    .locator(".tools > .soft", { hasText: new RegExp(`^${count}$`) })
    .waitFor();
}

const tool = (name: string | RegExp) =>
  explorer.button(name, explorer.timeline);
const selected = () =>
  explorer.page.locator(".line[aria-selected=true] .line-text");

describe("the timeline", () => {
  test("is exported as the filters show it", async () => {
    await receive(2);
    const bytes = Buffer.from([0, 255, 16]);
    socket.emit("no:such", { bytes, like: { $bytes: "text" } }, -0);
    socket.emit("welcome", { socketId: 5 });
    await has("4");
    await explorer.select("join:room");
    await explorer.send(/^ok/);
    await has("5");
    interface File {
      timeline: number;
      contracts: { name: string; hash: string }[];
      rows: Record<string, unknown>[];
    }
    const exported = async () => {
      const [file] = await Promise.all([
        explorer.page.waitForEvent("download"),
        tool("Export the rows that are shown").click(),
      ]);
      assert.equal(file.suggestedFilename(), "Call.timeline.json");
      return readFile(await file.path(), "utf8");
    };
    const text = await exported();
    const file = JSON.parse(text) as File;
    assert.equal(file.timeline, 1);
    const { name, hash } = contract("call");
    assert.deepEqual(
      file.contracts.map((one) => [one.name, one.hash]),
      [[name, hash]],
    );
    assert.equal(file.rows.length, 5);
    // One on each line.
    assert.equal(text.split("\n").length, 8);
    for (const row of file.rows) {
      assert.equal(row["client"], "A");
      assert.equal(row["namespace"], "/");
      assert.ok(Date.parse(String(row["at"])) > 0);
    }
    const [first, , unknown, drift, sent] = file.rows;
    assert.equal(first?.["direction"], "received");
    assert.deepEqual(first?.["args"], [good(0)]);
    assert.equal(first?.["problems"], undefined);
    assert.equal(unknown?.["isUnknown"], true);
    assert.deepEqual(unknown?.["args"], [
      { bytes: { $bytes: "AP8Q" }, like: { $$bytes: "text" } },
      0,
    ]);
    const { problems } = drift as { problems: { path: string }[] };
    assert.deepEqual(
      problems.map(({ path }) => path),
      ["$.socketId", "$.at"],
    );
    assert.equal(sent?.["direction"], "sent");
    assert.equal(sent?.["event"], "join:room");
    assert.equal(sent?.["status"], "answered");
    const { says, milliseconds } = sent?.["ack"] as Record<string, unknown>;
    assert.equal(says, "data");
    assert.equal(typeof milliseconds, "number");
    await tool("Problems only").click();
    const fewer = JSON.parse(await exported()) as File;
    assert.deepEqual(fewer.rows, [unknown, drift]);
    await tool("Problems only").click();
  });

  test("is filtered by kind, words, problems, pins and clients", async () => {
    await receive(3);
    socket.emit("welcome", { socketId: 5 });
    socket.emit("no:such", "needle");
    await explorer.select("join:room");
    await explorer.send(/^ok/);
    await has("6");
    await tool("Received").click();
    await has("1 of 6");
    await tool("Received").click();
    await tool("Sent").click();
    await has("5 of 6");
    await tool("Sent").click();
    await tool("Problems only").click();
    // Drift, and an event that the contract does not have.
    await has("2 of 6");
    await tool("Problems only").click();
    await explorer.page.getByLabel("Search the timeline").fill("NEEDLE such");
    await has("1 of 6");
    await explorer.page
      .getByLabel("Search the timeline")
      .fill("nothing has this");
    await has("0 of 6");
    await explorer.timeline
      .getByText("The filters let nothing through.")
      .waitFor();
    await explorer.page.getByLabel("Search the timeline").fill("");
    await explorer.look("A", "no:such");
    await tool("Pin").click();
    await tool("Pinned only").click();
    await has("1 of 6");
    await tool("Pinned only").click();
    await explorer.addClient();
    await explorer.connect();
    await explorer.page
      .getByLabel("Client", { exact: true })
      .selectOption({ label: "client B" });
    await has("1 of 7");
    // A filter for a client goes with it.
    await explorer.button("Remove client B").click();
    await has("8");
  });

  test("holds back what comes while it is paused, and loses nothing", async () => {
    await receive(2);
    await tool("Pause").click();
    for (let at = 2; at < 50; at++) socket.emit("welcome", good(at));
    await tool("Go on (48 new)").waitFor();
    await has("2");
    await tool("Go on (48 new)").click();
    await has("50");
    await explorer.line("A", "welcome", '"s-49"');
  });

  test("is cleared but for what is pinned", async () => {
    await receive(5);
    await (await explorer.line("A", "welcome", "s-3")).click();
    await explorer.page.locator(".rows").press("p");
    await explorer.line("A", "welcome", "pinned");
    await tool("Clear").click();
    await has("1");
    assert.match(await selected().innerText(), /s-3/);
    await explorer.page.locator(".rows").press("P");
    await tool("Clear").click();
    await has("0");
    assert.equal(await explorer.detail.count(), 0);
  });

  test("is gone through with the keyboard", async () => {
    await receive(200);
    const rows = explorer.page.locator(".rows");
    await rows.focus();
    for (const [key, row] of [
      ["End", 199],
      ["ArrowUp", 198],
      ["PageUp", 188],
      ["Home", 0],
      ["ArrowUp", 0],
      ["ArrowDown", 1],
      ["PageDown", 11],
    ] as const) {
      await rows.press(key);
      await selected()
        .filter({ hasText: `"s-${String(row)}"` })
        .waitFor();
      // It is seen, and it is what screen readers are told of.
      const id = await rows.getAttribute("aria-activedescendant");
      await explorer.page.evaluate(
        async ({ id, key }) => {
          const isSeen = () => {
            const box = document
              .querySelector(".rows")
              ?.getBoundingClientRect();
            const line = document.getElementById(id)?.getBoundingClientRect();
            return (
              box &&
              line &&
              line.top >= box.top - 1 &&
              line.bottom <= box.bottom + 1
            );
          };
          // It is put there for the next picture.
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          await frame();
          if (!isSeen()) throw new Error(`after ${key} the row is not seen`);
        },
        { id: id ?? "", key },
      );
    }
    await explorer.detail.getByText('"socketId": "s-11"').waitFor();
    await rows.press("Escape");
    await explorer.detail.waitFor({ state: "detached" });
    assert.match(await explorer.focused(), /rows/);
  });

  test("stays where somebody looks, and follows from its end", async () => {
    await receive(100);
    const rows = explorer.page.locator(".rows");
    const gap = () =>
      rows.evaluate(
        (box) => box.scrollHeight - box.scrollTop - box.clientHeight,
      );
    assert.ok((await gap()) < 2);
    await rows.focus();
    await rows.press("Home");
    await explorer.line("A", "welcome", '"s-0"');
    await receive(50, "150");
    assert.equal(await rows.evaluate((box) => box.scrollTop), 0);
    await rows.evaluate((box) => (box.scrollTop = box.scrollHeight));
    await explorer.line("A", "welcome", '"s-49"');
    await receive(50, "200");
    await explorer.page.evaluate(() =>
      until(() => {
        const box = document.querySelector(".rows");
        return box && box.scrollHeight - box.scrollTop - box.clientHeight < 2;
      }, "it follows"),
    );
  });

  test("keeps 10,000 rows, and those that are pinned", async () => {
    await receive(1);
    await (await explorer.line("A", "welcome")).click();
    await tool("Pin").click();
    for (let at = 1; at < 11_000; at++) socket.emit("welcome", good(at));
    await explorer.timeline.getByText("older rows dropped").waitFor();
    await explorer.line("A", "welcome", "s-10999");
    assert.ok(
      (await explorer.page.locator(".line").count()) < 100,
      "few rows are in the page",
    );
    await tool("Pinned only").click();
    await explorer.line("A", "welcome", '"s-0"');
  });

  test("has a column for each client side by side", async () => {
    await explorer.addClient();
    await explorer.connect();
    server.io.emit("welcome", good(0));
    await explorer.line("A", "welcome");
    await explorer.line("B", "welcome");
    await tool("Side by side").click();
    const boxes = await Promise.all(
      ["A", "B"].map(async (client) =>
        (await explorer.line(client, "welcome")).boundingBox(),
      ),
    );
    const [a, b] = boxes;
    assert.ok(a && b && a.x + a.width <= b.x + 1);
    assert.ok(a.width > 150, "there is room for what came");
  });

  test("shows a row again, and what was sent is sent again from another client", async () => {
    await explorer.select("message:send");
    await explorer.write({ text: "once" });
    await explorer.send(/^ok/);
    await explorer.button("Remove client A").click();
    await explorer.look("A", "message:send");
    await explorer.button("Edit and send again", explorer.detail).click();
    // Its client is gone, so there is a new one.
    await explorer.work
      .locator("#message-title", { hasText: "message:send" })
      .waitFor();
    assert.equal(await explorer.page.locator(".client-tab").count(), 1);
    assert.match(await explorer.json.inputValue(), /once/);
    await explorer.connect();
    await explorer.send(/^ok/);
  });
});
