// What becomes of connections: servers that end and come back, that let nobody in, that end a connection, and transports.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { Browser } from "../../lib/browser.ts";
import { contract } from "../logic/lib.ts";
import { FakeServer } from "./fake.ts";
import { Explorer } from "./lib.ts";

let browser: Browser;
const running = new Set<ChildProcess>();

before(async () => {
  browser = await Browser.launch();
});
after(async () => {
  for (const child of running) child.kill("SIGKILL");
  await FakeServer.closeAll();
  await browser?.close();
});

/** The example's server, at a port. */
async function start(
  port = 0,
  environment: Record<string, string> = {},
): Promise<{ url: string; port: number; stop: () => Promise<void> }> {
  const child = spawn(String(process.env["CALL_SERVER"]), {
    env: { ...process.env, PORT: String(port), ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  running.add(child);
  const ended = once(child, "exit");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (!url) continue;
    child.stdout.resume();
    const stop = async () => {
      child.kill("SIGKILL");
      await ended;
      running.delete(child);
    };
    return { url, port: Number(new URL(url).port), stop };
  }
  throw new Error("the server ended before it said where it is");
}

/** Complaints that a browser makes of any server that is not there. */
function others(explorer: Explorer): string[] {
  return explorer.complaints.filter(
    (text) =>
      !/net::ERR_|WebSocket connection to .* failed|status of 4/.test(text),
  );
}

describe("a connection", () => {
  test("is lost with the server, and comes back with it", async () => {
    const server = await start();
    const explorer = await Explorer.open(browser, `${server.url}/ws/test`);
    await explorer.connect();
    await server.stop();
    await explorer.is("connecting");
    assert.equal(await explorer.button("Disconnect").count(), 1);
    await explorer.line("A", "connection lost");
    await explorer.line("A", "not connected", /no server answers there/);
    assert.match((await explorer.tab("A").textContent()) ?? "", /connecting/);
    const again = await start(server.port);
    await explorer.is("connected");
    await explorer.select("join:room");
    await explorer.send(/^ok/);
    const lines = await explorer.lines();
    assert.equal(lines.filter(({ event }) => event === "connected").length, 2);
    // One failure is told of once, however often it was tried.
    assert.equal(
      lines.filter(({ event }) => event === "not connected").length,
      1,
    );
    await again.stop();
    await explorer.is("connecting");
    await explorer.button("Disconnect").click();
    await explorer.is("not connected");
    assert.deepEqual(others(explorer), []);
    await explorer.close();
  });

  test("of an origin that is not let in is not made", async () => {
    const server = await start(0, { ALLOWED_ORIGINS: "https://app.example" });
    const contracts = [contract("call")];
    // A page of another origin, whose policy lets it connect anywhere on this machine.
    const other = await FakeServer.start("call", contracts);
    const file = new URL(
      "../../.generated/pages/all.file.html",
      import.meta.url,
    );
    const explorer = await Explorer.open(browser, file.href);
    await explorer.work.locator(".connection-more summary").click();
    await explorer.page.getByLabel("Server", { exact: true }).fill(server.url);
    await explorer.button("Connect").click();
    await explorer.line(
      "A",
      "not connected",
      /does not let this page's origin in/,
    );
    await explorer.button("Disconnect").click();
    await explorer.page.getByLabel("Transport").selectOption("websocket");
    await explorer.button("Connect").click();
    await explorer.line(
      "A",
      "not connected",
      /websocket error: no server answers/,
    );
    // To one that lets it in it connects at once.
    await explorer.button("Disconnect").click();
    await explorer.page.getByLabel("Server", { exact: true }).fill(other.url);
    await explorer.connect();
    await explorer.close();
    await other.close();
    await server.stop();
  });

  test("runs over the transport that was chosen", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    for (const [transport, carrier] of [
      ["polling", "polling"],
      ["websocket", "websocket"],
      ["auto", "websocket"],
    ] as const) {
      await explorer.page.getByLabel("Transport").selectOption(transport);
      const socket = await server.connect(explorer);
      await explorer.state.getByText(`over ${carrier}`).waitFor();
      // The page knows of an upgrade before the server does.
      const { conn } = socket;
      if (conn.transport.name !== carrier) await once(conn, "upgrade");
      assert.equal(conn.transport.name, carrier);
      await explorer.select("join:room");
      await explorer.send(/^ok/);
      await explorer.button("Disconnect").click();
      await explorer.is("not connected");
    }
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });

  test("that the server ends is not made again by itself", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    const socket = await server.connect(explorer);
    server.answers = () => undefined;
    await explorer.select("join:room");
    await explorer.send(/no answer yet/);
    socket.disconnect();
    await explorer.is("ended by the server");
    await explorer.answer.getByText("lost with the connection").waitFor();
    await explorer.work.getByText("nothing is tried again by itself").waitFor();
    await explorer.line("A", "disconnected", "does not want it back");
    await explorer.connect();
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });

  test("is answered too late, or in another way than declared", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    const socket = await server.connect(explorer);
    let answer: ((...response: unknown[]) => void) | undefined;
    server.answers = () => undefined;
    socket.onAny((...args: unknown[]) => {
      answer = args.at(-1) as typeof answer;
    });
    await explorer.select("leave:room");
    await explorer.page.getByLabel("timeout").fill("1");
    await explorer.page.getByLabel("timeout").press("Tab");
    await explorer.send(/^no answer in time/);
    answer?.({ ok: true, data: null });
    await explorer.answer.getByText("ok, late").waitFor();
    server.answers = () => [{ ok: true, data: { members: [{ id: 5 }] } }];
    await explorer.select("join:room");
    await explorer.send(/^ok/);
    await explorer.answer.getByText("members[0].id").waitFor();
    assert.match((await explorer.answer.getAttribute("class")) ?? "", /warn/);
    server.answers = () => ["what?"];
    await explorer.send(/none of the contract's/);
    server.answers = () => [
      { ok: false, fault: { code: "busy", message: "later" } },
    ];
    await explorer.send(/^fault busy/);
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });

  test("is not made with an `auth` that is not the one on the screen", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    const auth = explorer.work.locator(".auth");
    const json = auth.locator(".pane-json textarea");
    const tab = auth.locator(".tabs .segment", { hasText: "JSON" });
    if (await tab.isVisible()) await tab.click();
    await json.fill('{"name": "Ada"');
    await explorer.button("Connect").click();
    await explorer.notice
      .getByText("The JSON of `auth` has a problem")
      .waitFor();
    await explorer.is("not connected");
    await json.fill('{"name": "Ada"}');
    const socket = await server.connect(explorer);
    assert.equal(socket.handshake.auth["name"], "Ada");
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });

  test("is refused in words, or with what nobody declared", async () => {
    const server = await FakeServer.start("call", [contract("call")]);
    const explorer = await Explorer.open(browser, server.page);
    for (const [message, shown] of [
      ["come back later", "The server refused this client: come back later"],
      [
        '{"fault":{"code":"invalid_auth","message":"no"}}',
        '"code": "invalid_auth"',
      ],
    ] as const) {
      server.admit = () => new Error(message);
      await explorer.button("Connect").click();
      await explorer.work
        .locator(".connection-problem", { hasText: shown })
        .waitFor();
      await explorer.is("refused");
    }
    server.admit = () => undefined;
    await explorer.connect();
    assert.equal(await explorer.work.locator(".connection-problem").count(), 0);
    await explorer.isClean();
    await explorer.close();
    await server.close();
  });
});
