// Messages that go to others as links and files, and those that are kept: through the page, as people do it.
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
import type { Contract } from "../../../../codegen/explorer/page/src/contract.ts";
import {
  toFragment,
  type Shared,
} from "../../../../codegen/explorer/page/src/share.ts";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

const CALL: Contract = contract("call");
let browser: Browser;
let server: FakeServer;
let explorer: Explorer;

before(async () => {
  browser = await Browser.launch();
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  server = await FakeServer.start("call", [CALL]);
});
after(async () => {
  await FakeServer.closeAll();
  await browser?.close();
});
beforeEach(async () => {
  explorer = await Explorer.open(browser, server.page);
});
afterEach(async () => {
  await explorer.isClean();
  await explorer.page.evaluate(() => localStorage.clear());
  await explorer.close();
});

const copied = (): Promise<string> =>
  explorer.page.evaluate(() => navigator.clipboard.readText());

/** The message in the editor. */
async function written(from = explorer): Promise<unknown> {
  return JSON.parse(await from.json.inputValue()) as unknown;
}

describe("a link", () => {
  test("brings a message into another page, where nothing is sent", async () => {
    await explorer.select("message:send");
    await explorer.write({ text: "Grüße 🦀", room: "r-1" });
    await explorer.button("Copy link").click();
    await explorer.notice.getByText("Link copied").waitFor();
    const link = await copied();
    assert.ok(link.startsWith(`${server.page}#m=`), link);
    server.taken.length = 0;
    const other = await Explorer.open(browser, link);
    await other.notice.getByText("Nothing has been sent").waitFor();
    assert.equal(
      await other.work.locator("#message-title code").textContent(),
      "message:send",
    );
    assert.deepEqual(await written(other), { text: "Grüße 🦀", room: "r-1" });
    assert.equal(other.page.url(), server.page);
    await other.connect();
    assert.equal(server.taken.length, 0);
    // In a page that is open it is taken as well.
    await other.select("join:room");
    await other.page.evaluate(
      (hash) => (location.hash = hash),
      new URL(link).hash,
    );
    await other.notice.getByText("Nothing has been sent").waitFor();
    await other.work
      .locator("#message-title", { hasText: "message:send" })
      .waitFor();
    await other.isClean();
    await other.close();
  });

  test("that is broken, of others, or old says what is wrong", async () => {
    const message: Shared = {
      v: 1,
      contract: CALL.name,
      hash: CALL.hash,
      namespace: "/",
      direction: "clientToServer",
      event: "message:send",
      args: [{ text: "a" }],
    };
    const linkOf = async (change: object) => {
      const made = await toFragment({ ...message, ...change });
      assert.ok("fragment" in made);
      return made.fragment;
    };
    const plain = (value: unknown) =>
      `#m=j${Buffer.from(JSON.stringify(value)).toString("base64url")}`;
    const whole = await linkOf({});
    for (const [link, words] of [
      [whole.slice(0, -6), "it may have been cut off"],
      ["#m=z!!!", "damaged"],
      [`#m=x${whole.slice(4)}`, "another version of this page"],
      [plain({ v: 2 }), "another version of this page"],
      [plain({ ...message, args: "no list" }), "`args` has to be a list"],
      [
        plain({ ...message, direction: "serverToClient" }),
        "none that clients send",
      ],
      [`#m=j${"A".repeat(70_000)}`, "longer than any"],
      [
        await linkOf({ event: "no:such" }),
        "for an event that is not here: Call / no:such",
      ],
      [
        await linkOf({ contract: "Other" }),
        "for an event that is not here: Other",
      ],
      [
        await linkOf({ hash: "0123456789abcdef" }),
        "another version of the contract",
      ],
    ] as const) {
      await explorer.page.evaluate((link) => (location.hash = link), link);
      await explorer.notice.getByText(words).waitFor();
    }
    assert.equal(explorer.page.url().includes("#m="), false);
  });

  test("with arguments of any kind leaves the page in order", async () => {
    for (const args of [
      [],
      [null],
      [1, 2, 3],
      [[[[]]]],
      [{ $bytes: "AA==" }],
      ["x".repeat(20_000)],
    ]) {
      const made = await toFragment({
        v: 1,
        contract: CALL.name,
        hash: CALL.hash,
        namespace: "/",
        direction: "clientToServer",
        event: "message:send",
        args,
      });
      assert.ok("fragment" in made);
      await explorer.page.evaluate(
        (link) => (location.hash = link),
        made.fragment,
      );
      await explorer.page.evaluate(() =>
        until(() => location.hash === "", "it is taken"),
      );
      await explorer.work
        .locator("#message-title", { hasText: "message:send" })
        .waitFor();
      await explorer.button("Send anyway").waitFor();
    }
  });
});

describe("a browser that lets a page copy only while it hears of a press", () => {
  beforeEach(async () => {
    await explorer.page.evaluate(() => {
      const isPress = () => window.event?.type === "click";
      const refused = () =>
        Promise.reject(new DOMException("no", "NotAllowedError"));
      const clipboard = Object.getPrototypeOf(navigator.clipboard) as Clipboard;
      const { writeText, write } = clipboard;
      clipboard.writeText = (text) =>
        isPress() ? writeText.call(navigator.clipboard, text) : refused();
      clipboard.write = (items) =>
        isPress() ? write.call(navigator.clipboard, items) : refused();
      document.execCommand = isPress;
    });
  });

  test("copies a link, which takes a while to be made", async () => {
    await explorer.select("join:room");
    await explorer.button("Copy link").click();
    await explorer.notice.getByText("Link copied").waitFor();
    const link = await copied();
    assert.ok(link.startsWith(`${server.page}#m=`), link);
  });

  test("copies code, and no link that would be too long", async () => {
    await explorer.select("message:send");
    await explorer.button("Copy as…").click();
    await explorer.button("TypeScript").click();
    await explorer.notice.getByText("Copied as TypeScript").waitFor();
    const code = await copied();
    assert.match(code, /sendMessage|message:send/);
    // Nothing that would become small by being packed.
    let state = 1;
    const letters = Array.from({ length: 60_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCodePoint(0x4e00 + (state % 20_000));
    });
    await explorer.write({ text: letters.join("") });
    await explorer.button("Copy link").click();
    await explorer.notice.getByText("a link holds 64 kB").waitFor();
    assert.equal(await copied(), code);
  });
});

describe("saved messages", () => {
  const menu = () => explorer.button(/^Saved \(/);
  const names = () =>
    explorer.work.locator(".saved li > button:first-child").allTextContents();

  test("are kept, renamed, opened, removed, exported and imported", async () => {
    await explorer.select("message:send");
    for (const text of ["one", "two", "three"]) {
      await explorer.write({ text });
      await menu().click();
      await explorer.page.getByLabel("Name of the message").fill(text);
      await explorer.page.getByLabel("Name of the message").press("Enter");
      await explorer.button(`Delete ${text}`).waitFor();
      await explorer.page.keyboard.press("Escape");
    }
    await menu().click();
    await explorer.button("Rename two").click();
    await explorer.page.getByLabel("New name").fill("zwei");
    await explorer.page.getByLabel("New name").press("Enter");
    await explorer.button("Delete zwei").waitFor();
    assert.match(await explorer.focused(), /Rename zwei/);
    // What is begun and given up changes nothing.
    await explorer.button("Rename zwei").click();
    await explorer.page.getByLabel("New name").fill("other");
    await explorer.page.getByLabel("New name").press("Escape");
    await explorer.button("Delete zwei").waitFor();

    const [file] = await Promise.all([
      explorer.page.waitForEvent("download"),
      explorer.button("Export").click(),
    ]);
    assert.equal(file.suggestedFilename(), "Call.messages.json");
    const text = await readFile(await file.path(), "utf8");
    assert.equal(
      (JSON.parse(text) as { messages: unknown[] }).messages.length,
      3,
    );

    await explorer.button("Delete zwei").click();
    assert.match(await explorer.focused(), /Delete three/);
    await explorer.button("Delete three").click();
    await explorer.button("Delete one").click();
    assert.deepEqual(await names(), []);
    assert.match(await explorer.focused(), /input/);

    const buffer = Buffer.from(text);
    const files = (name: string, buffer: Buffer) => ({
      name,
      mimeType: "application/json",
      buffer,
    });
    const input = explorer.page.getByLabel("Import messages");
    await input.setInputFiles(files("a.json", buffer));
    await explorer.notice.getByText("3 imported").waitFor();
    await input.setInputFiles(files("a.json", buffer));
    await explorer.notice
      .getByText("0 imported, 3 were here already")
      .waitFor();
    await input.setInputFiles(files("b.json", Buffer.from("{")));
    await explorer.notice.getByText("it is no JSON").waitFor();

    await explorer.page.keyboard.press("Escape");
    await explorer.select("join:room");
    await menu().click();
    await explorer.work
      .locator(".saved li > button:first-child", { hasText: "zwei" })
      .click();
    await explorer.work
      .locator("#message-title", { hasText: "message:send" })
      .waitFor();
    assert.deepEqual(await written(), { text: "two" });
    await explorer.drawn();
    assert.notEqual(await explorer.focused(), "body");
    assert.equal(server.taken.length, 0);
  });

  test("that do not fit the contract are marked", async () => {
    await explorer.select("message:send");
    await explorer.write({ text: 5 });
    await menu().click();
    await explorer.button("Save this one").click();
    await explorer.work
      .locator(".saved li", { hasText: "does not fit any more" })
      .waitFor();
  });
});

describe("a message as code", () => {
  test("is on the clipboard", async () => {
    await explorer.select("message:send");
    await explorer.write({ text: "Hello" });
    for (const [name, words] of [
      ["TypeScript", 'await socket.messageSend({ text: "Hello" })'],
      ["TypeScript, plain socket.io-client", 'socket.emit("message:send"'],
      ["Rust", ".message_send(&call::MessageSend {"],
      ["JSON", '{ "text": "Hello" }'],
    ] as const) {
      await explorer.button("Copy as…").click();
      await explorer.button(name).click();
      await explorer.notice
        .getByText(`Copied as ${name}`, { exact: true })
        .waitFor();
      const text = await copied();
      assert.ok(
        text.includes(words) ||
          text.includes(words.replace("messageSend", "sendMessage")),
        text,
      );
      assert.match(await explorer.focused(), /Copy as/);
    }
  });
});
