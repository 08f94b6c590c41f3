// Every event of the call, with the example's server: what two people in one page see of each other.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { Browser } from "../../lib/browser.ts";
import { Explorer } from "./lib.ts";

const URL = `${String(process.env["CALL"])}/ws/test`;
let browser: Browser;
let explorer: Explorer;

before(async () => {
  browser = await Browser.launch();
  explorer = await Explorer.open(browser, URL, { width: 1440, height: 1400 });
});
after(() => browser?.close());
afterEach(() => explorer.isClean());

const LATENCY = /\d+(\.\d)? (ms|s)/;

describe("the call", () => {
  test("lets two clients in, and says who they are", async () => {
    await explorer.page.getByLabel("include name").check();
    await explorer.work
      .locator(".auth")
      .getByRole("textbox", { name: "name", exact: true })
      .fill("Ada");
    await explorer.connect();
    await explorer.addClient();
    await explorer.connect();
    for (const client of ["A", "B"]) {
      const welcome = await explorer.look(client, "welcome");
      assert.match(await welcome.innerText(), /"socketId": "[\w-]{16}"/);
      assert.equal(await welcome.locator(".issue").count(), 0);
    }
    const carrier = await explorer.state.textContent();
    assert.match(carrier ?? "", /connected as [\w-]{16}/);
    await explorer.state.getByText("over websocket").waitFor();
  });

  test("a room: joined by form, refused, left by JSON", async () => {
    await explorer.activate("A");
    await explorer.select("message:send");
    await explorer.page
      .getByLabel("text", { exact: true })
      .fill("Nobody there");
    await explorer.page.getByLabel("include room").check();
    await (await explorer.field("room")).fill("r-1");
    assert.deepEqual(JSON.parse(await explorer.json.inputValue()), {
      text: "Nobody there",
      room: "r-1",
    });
    assert.match(
      await explorer.send(/^error/),
      /room_not_found[\s\S]*nobody is in this room/,
    );

    await explorer.select("join:room");
    await (await explorer.field("room")).fill("r-1");
    const joined = await explorer.send(/^ok/);
    assert.match(joined, LATENCY);
    assert.match(joined, /"members": \[[\s\S]*"name": "Ada"/);

    await explorer.activate("B");
    await explorer.select("message:send");
    await explorer.write({ text: "Not joined", room: "r-1" });
    // The form follows.
    assert.equal(await (await explorer.field("room")).inputValue(), "r-1");
    assert.match(
      await explorer.send(/^error/),
      /forbidden[\s\S]*join the room before/,
    );

    await explorer.select("join:room");
    await explorer.write({ room: "r-1" });
    assert.match(await explorer.send(/^ok/), /members/);
    await explorer.line("A", "user:joined", "r-1");
  });

  test("messages go to the room and to everybody", async () => {
    await explorer.clear();
    await explorer.select("message:send");
    await explorer.write({ text: "Hello room", room: "r-1" });
    assert.match(await explorer.send(/^ok/), /"id": "[\w-]{36}"/);
    for (const client of ["A", "B"])
      await explorer.line(client, "message:new", "Hello room");
    await explorer.addClient();
    await explorer.connect();
    await explorer.activate("A");
    await explorer.select("message:send");
    await explorer.write({ text: "Hello all" });
    await explorer.send(/^ok/);
    for (const client of ["A", "B", "C"])
      await explorer.line(client, "message:new", "Hello all");
    const lines = await explorer.lines();
    const toC = lines.filter(
      ({ client, event }) => client === "C" && event === "message:new",
    );
    assert.equal(toC.length, 1, "the room's message is not for C");
    assert.ok(lines.every(({ marks }) => !marks.includes("drift")));
  });

  test("typing is seen by the others in the room", async () => {
    for (const [event, typing] of [
      ["typing:start", "true"],
      ["typing:stop", "false"],
    ] as const) {
      await explorer.select(event);
      await explorer.write({ room: "r-1" });
      assert.match(await explorer.send(/^sent/), /sent/);
      await explorer.line("B", "typing:update", `typing: ${typing}`);
    }
    const lines = await explorer.lines();
    assert.ok(
      lines.every(
        ({ client, event }) => event !== "typing:update" || client === "B",
      ),
    );
  });

  test("custom events are relayed with any JSON in them", async () => {
    await explorer.select("custom:event");
    await (await explorer.field("name")).fill("wave");
    await explorer.page.getByLabel("include payload").check();
    await (await explorer.field("payload")).fill('{"deep": [1, null]}');
    await explorer.send(/^sent/);
    await explorer.line("C", "custom:broadcast", "wave");
    const detail = await explorer.look("B", "custom:broadcast", "wave");
    assert.match(await detail.innerText(), /"deep": \[1, null\]/);
    // Asked for, an event without a declared ack is answered as well.
    await explorer.page.getByLabel("ask for an ack").check();
    await explorer.send(/^ok/);
    await explorer.page.getByLabel("ask for an ack").uncheck();
  });

  test("what the server refuses is said before, and the server says the same", async () => {
    await explorer.select("message:send");
    await explorer.write({ text: "", room: 3 });
    const predicted = await explorer.work
      .locator(".refused-by code")
      .allTextContents();
    assert.deepEqual(predicted, ["$.text", "$.room"]);
    assert.equal(await explorer.button("Send anyway").count(), 1);
    const answer = await explorer.send(/^fault invalid_payload/);
    const fault = JSON.parse(
      await explorer.answer.locator("pre").innerText(),
    ) as {
      path?: string;
    };
    assert.equal(fault.path, predicted[0], answer);
    const row = await explorer.line(
      "A",
      "message:send",
      "fault invalid_payload",
    );
    assert.match((await row.getAttribute("class")) ?? "", /problem/);
  });

  test("an event that nobody knows is answered so", async () => {
    await explorer.page.getByRole("button", { name: "another event…" }).click();
    await explorer.page.getByLabel("Name", { exact: true }).fill("no:such");
    await explorer.page.getByLabel("ask for an ack").check();
    await explorer.send(/^fault unknown_event/);
    await explorer.page.getByLabel("ask for an ack").uncheck();
    // Socket.IO keeps some names for itself.
    await explorer.page.getByLabel("Name", { exact: true }).fill("disconnect");
    await explorer.button("Send").click();
    await explorer.notice.getByText("It cannot be sent").waitFor();
  });

  test("one leaves, one disconnects, and the room hears of both", async () => {
    await explorer.activate("C");
    await explorer.select("join:room");
    await explorer.write({ room: "r-1" });
    await explorer.send(/^ok/);
    await explorer.select("leave:room");
    await explorer.write({ room: "r-1" });
    await explorer.send(/^ok/);
    await explorer.line("B", "user:left", "r-1");
    await explorer.clear();
    await explorer.activate("A");
    await explorer.button("Disconnect").click();
    await explorer.is("not connected");
    await explorer.line("B", "user:left", "Ada");
    // What is not connected sends nothing, and says so.
    await explorer.work.locator("form.composer button[type=submit]").click();
    await explorer.notice.getByText("Client A is not connected").waitFor();
  });
});
