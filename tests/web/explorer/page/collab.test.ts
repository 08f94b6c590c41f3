// The large example: typed handshakes and refusals, dynamic namespaces, binary data, several arguments, and questions.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import type { Locator } from "playwright-core";
import { Browser } from "../../lib/browser.ts";
import { Explorer } from "./lib.ts";

const URL = `${String(process.env["COLLAB"])}/ws/test`;
let browser: Browser;
let explorer: Explorer;

before(async () => {
  browser = await Browser.launch();
  explorer = await Explorer.open(browser, URL, { width: 1440, height: 1400 });
});
after(() => browser?.close());
afterEach(() => explorer.isClean());

/** A field of the handshake. */
function auth(name: string): Locator {
  return explorer.work
    .locator(".auth")
    .getByRole("textbox", { name, exact: true });
}

describe("a handshake", () => {
  test("is refused as declared, and as a fault", async () => {
    await auth("token").fill("expired");
    await explorer.button("Connect").click();
    await explorer.is("refused");
    const refusal = explorer.work.locator(".connection-problem");
    assert.match(
      await refusal.innerText(),
      /"code": "expired"[\s\S]*"retryAfterMs": 1000/,
    );
    assert.equal(await refusal.locator(".issue").count(), 0);

    // What does not fit is said beforehand, and by the server's fault.
    await auth("token").fill("");
    await explorer.work.locator(".auth .pane-form .issue").waitFor();
    await explorer.button("Connect").click();
    await refusal.getByText("$.token").waitFor();
    await explorer.work.getByLabel("send auth").uncheck();
    await explorer.button("Connect").click();
    await refusal.getByText(/"path": "\$/).waitFor();
    await explorer.work.getByLabel("send auth").check();
    await auth("token").fill("Ada's token");
    await explorer.connect();
  });

  test("of another namespace is its own", async () => {
    await explorer.addClient("/admin");
    await auth("key").fill("wrong, but long enough to be a key");
    await explorer.button("Connect").click();
    await explorer.work
      .locator(".connection-problem", { hasText: "wrong key" })
      .waitFor();
    await auth("key").fill("secret, and long enough to be a key");
    await explorer.connect();
    await explorer.select("kick");
    await explorer.write({ user: "somebody" });
    await explorer.send(/^ok/);
    await explorer.write({ user: "nobody" });
    await explorer.send(/^fault internal/);
    // Both are there, side by side.
    await explorer.button("Side by side", explorer.timeline).click();
    const left = async (client: string) =>
      (await (await explorer.line(client, "connected")).boundingBox())?.x ?? 0;
    assert.ok((await left("A")) < (await left("B")));
    await explorer.button("Side by side", explorer.timeline).click();
  });

  test("of a dynamic namespace checks its parameters", async () => {
    await explorer.addClient("/game/{id: DocId}");
    const id = explorer.page.getByLabel("id", { exact: true }).first();
    await id.fill("No Spaces");
    await explorer.work.locator("p.issue", { hasText: /\S/ }).first().waitFor();
    assert.equal(await id.getAttribute("aria-invalid"), "true");
    await explorer.button("Connect").click();
    await explorer.work
      .locator(".connection-problem", { hasText: /invalid_namespace|Invalid/i })
      .waitFor();
    await id.fill("closed");
    await explorer.button("Connect").click();
    await explorer.work
      .locator(".connection-problem", { hasText: "this game is over" })
      .waitFor();
    await id.fill("g-1");
    await explorer.work.getByText("/game/g-1").waitFor();
    await explorer.connect();
    await explorer.select("move");
    await (await explorer.field("x")).fill("-3");
    await explorer.send(/^sent/);
    await explorer.button(/^Remove client/).click();
  });
});

describe("values", () => {
  test("of every type come back, bytes as hexadecimal", async () => {
    await explorer.activate("A");
    await explorer.select("doc:open");
    await (await explorer.field("payload")).fill("conflict");
    assert.match(
      await explorer.send(/^error/),
      /"head": "18446744073709551615"/,
    );
    await (await explorer.field("payload")).fill("Not an id");
    assert.match(
      await explorer.send(/^fault invalid_payload/),
      /pattern|invalid/,
    );
    await (await explorer.field("payload")).fill("doc-1");
    const answer = await explorer.send(/^ok/);
    assert.match(answer, /"title": "Ada's token"/);
    assert.match(answer, /"\$bytes": "AGJvZHn\/"/);
    assert.equal(await explorer.answer.locator(".issue").count(), 0);
    await explorer.button("in the timeline").click();
    await explorer.detail.getByText("doc:open").waitFor();
  });

  test("of several arguments, with a 64-bit integer", async () => {
    await explorer.select("doc:edit");
    await (await explorer.field("id")).fill("doc-1");
    await (await explorer.field("base")).fill("18446744073709551614");
    await explorer.write(
      '["doc-1", "18446744073709551614", [{"kind": "insert", "at": 1, "text": "<b>x</b>"}]]',
    );
    assert.match(await explorer.send(/^ok/), /"head": "18446744073709551615"/);
    const detail = await explorer.look("A", "doc:changed", "insert");
    assert.match(await detail.innerText(), /"text": "<b>x<\/b>"/);
    assert.equal(await detail.locator("b").count(), 0);
    // One too large is refused here and there.
    await explorer.write(
      '["doc-1", "18446744073709551616", [{"kind": "noop"}]]',
    );
    const [path] = await explorer.work
      .locator(".refused-by code")
      .allTextContents();
    assert.equal(path, "$.base");
    await explorer.send(/^fault invalid_payload/);
    const fault = JSON.parse(
      await explorer.answer.locator("pre").innerText(),
    ) as { path: string };
    assert.equal(fault.path, path);
  });

  test("of any kind, with bytes from a file", async () => {
    await explorer.select("legacy:any");
    const bytes = {
      $bytes: Buffer.from("\0\x01file\xff", "latin1").toString("base64"),
    };
    await explorer.write(["a", 1, null, { deep: bytes }]);
    const answer = await explorer.send(/ok|answered/);
    assert.match(answer, /"deep": \{ "\$bytes"/);
  });

  test("that are deprecated are marked", async () => {
    const cursor = explorer.page.locator(".event", { hasText: /^cursor/ });
    assert.match((await cursor.textContent()) ?? "", /deprecated/);
    await explorer.select("cursor");
    assert.match(
      await explorer.work.locator(".deprecated").innerText(),
      /2\.0\.0.*doc:cursor/,
    );
    await explorer.send(/^sent/);
    await explorer.line("A", "notice", "cursor at");
  });

  test("of an included file", async () => {
    await explorer.select("git:log");
    await explorer.write({ count: 2 });
    assert.match(await explorer.send(/^ok/), /"message": "first"/);
    await explorer.line("A", "git:pushed");
  });
});

describe("a question of the server", () => {
  const told = (words: string) => explorer.line("A", "user_joined", words);

  test("waits for a person, who answers it", async () => {
    await explorer.clear();
    await explorer.select("ping-me");
    await explorer.send(/^sent/);
    const detail = await explorer.look("A", "doc:confirm", "asks");
    await explorer.button("Answer…", detail).click();
    await explorer.work.getByText("The server asks client A:").waitFor();
    await explorer.write({ accepted: true });
    const accepted = explorer.work.locator(".reply").getByLabel("accepted");
    await explorer.show("Form");
    assert.equal(await accepted.first().isChecked(), true);
    await explorer.button("Answer").click();
    await told("accepted: true");
    await explorer.line("A", "doc:confirm", "answered");
    // Bytes that come are shown as such.
    const joined = await explorer.look("A", "user:joined");
    assert.match(
      await joined.locator(".hex pre").innerText(),
      /00 01 fe ff.*\|\.{4}\|/,
    );
    assert.match(
      await joined.locator(".hex figcaption").innerText(),
      /\$\.avatar 4 B/,
    );
  });

  test("is answered with a fault", async () => {
    await explorer.select("ping-me");
    await explorer.send(/^sent/);
    const detail = await explorer.look("A", "doc:confirm", "asks");
    await explorer.button("Answer…", detail).click();
    await explorer.work.getByLabel("a fault").check();
    await explorer.work
      .locator(".reply")
      .getByLabel("message")
      .fill("not now <b>");
    await explorer.button("Answer").click();
    await told("failed: ");
  });

  test("is answered by a rule", async () => {
    await explorer.clear();
    await explorer.select("doc:confirm", "serverToClient");
    await explorer.work.getByLabel("it is answered at once with").check();
    await explorer.write('{"accepted": true}');
    await explorer.button("Answer with this from now on").click();
    await explorer.select("ping-me");
    await explorer.send(/^sent/);
    await told("accepted: true");
    await explorer.look("A", "doc:confirm", "answered");
    await explorer.detail.getByText("answered by your rule").waitFor();
  });

  test("is lost with its connection", async () => {
    await explorer.select("doc:confirm", "serverToClient");
    await explorer.work
      .getByLabel("the question waits in the timeline")
      .check();
    await explorer.clear();
    await explorer.select("ping-me");
    await explorer.send(/^sent/);
    await explorer.line("A", "doc:confirm", "asks");
    await explorer.button("Disconnect").click();
    await explorer.look("A", "doc:confirm", "unanswered");
    await explorer.detail.getByText("the connection is gone").waitFor();
  });
});
