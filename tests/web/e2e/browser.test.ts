// In a real browser: the server's own explorer, and a page of the web app's origin with the real client.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Browser } from "../lib/browser.ts";
import { serverUrl } from "./client.ts";

let browser: Browser;

before(async () => {
  browser = await Browser.launch();
});

after(() => browser?.close());

test("the explorer connects and sends under its policy", async () => {
  const page = await browser.context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const response = await page.goto(`${serverUrl()}/ws/test`);
  const policy = response?.headers()["content-security-policy"] ?? "";
  assert.match(policy, /script-src 'sha256-/);
  assert.doesNotMatch(policy, /unsafe|self'? *data|\*/);
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator(".answer.good").waitFor();
  const rows = await page.locator(".line").allTextContents();
  const has = (words: RegExp) => rows.some((row) => words.test(row));
  assert.ok(has(/connectedas [\w-]{16}/), rows.join("\n"));
  assert.ok(
    has(/welcome\{ socketId: /) && has(/join:room.*ok/),
    rows.join("\n"),
  );
  assert.deepEqual(complaints, []);
  await page.close();
});

/** Opens a page of an origin, with the real client in it, and says what became of its connection. */
async function connectFrom(origin: string, transport: string): Promise<string> {
  const library = await readFile(
    "node_modules/socket.io-client/dist/socket.io.min.js",
    "utf8",
  );
  const page = await browser.context.newPage();
  // No server of that origin is needed: the browser is told what it would answer.
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: "<!doctype html><title>app</title>",
    }),
  );
  await page.goto(`${origin}/`);
  await page.addScriptTag({ content: library });
  const outcome = await page.evaluate(
    ([url, transport]) =>
      new Promise<string>((resolve) => {
        const { io } = window as unknown as {
          io: typeof import("socket.io-client").io;
        };
        const socket = io(url, {
          transports: [transport],
          reconnection: false,
          timeout: 10_000,
        });
        socket.on("connect_error", () => resolve("refused"));
        socket.on("welcome", () =>
          socket.emit(
            "join:room",
            { room: "browser" },
            (answer: { ok: boolean }) => {
              resolve(answer.ok ? "joined" : "not joined");
              socket.close();
            },
          ),
        );
      }),
    [serverUrl(), transport] as [string, string],
  );
  await page.close();
  return outcome;
}

for (const transport of ["websocket", "polling"]) {
  test(`the web app's page joins a room over ${transport}, another's is refused`, async () => {
    assert.equal(
      await connectFrom("http://localhost:3000", transport),
      "joined",
    );
    assert.equal(
      await connectFrom("http://evil.example", transport),
      "refused",
    );
  });
}
