// React's hooks in a real browser: the scenarios, and what has to be done to a server or a page from outside.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { after, afterEach, before, describe, test } from "node:test";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { Server } from "socket.io";
import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from "../.generated/clients/call.ts";
import { Client } from "../e2e/client.ts";
import { Browser } from "../lib/browser.ts";
import { scenarios } from "./scenarios.ts";

const STAY = "stay in a room";
const react = process.env["REACT"] ?? "19";
const program = process.env["CALL_SERVER"];
assert.ok(program, "CALL_SERVER is the example's server");

let browser: Browser;
let script: string;
let server: CallServer;

/** The example's server, which a test may end and start again. */
class CallServer {
  url = "";
  #process: ChildProcess | undefined;

  async start(): Promise<void> {
    const port = this.url ? new URL(this.url).port : "0";
    const env = { ...process.env, PORT: port };
    const started = spawn(program ?? "", {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = started;
    for await (const line of createInterface(started.stdout)) {
      this.url = /http:\/\/\S+/.exec(line)?.[0] ?? "";
      if (this.url) break;
    }
    assert.ok(this.url, "the server did not say where it is");
    started.stdout.resume();
  }

  async kill(): Promise<void> {
    const ended = this.#process;
    if (!ended) return;
    this.#process = undefined;
    ended.kill("SIGKILL");
    if (ended.exitCode === null && ended.signalCode === null)
      await once(ended, "exit");
  }
}

before(async () => {
  const of = (name: string) => `./react18/node_modules/${name}`;
  const bundle = await build({
    entryPoints: ["react/scenarios.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "page",
    define: { "process.env.NODE_ENV": '"development"' },
    ...(react === "18" && {
      alias: { react: of("react"), "react-dom": of("react-dom") },
    }),
  });
  script = bundle.outputFiles[0]?.text ?? "";
  server = new CallServer();
  await server.start();
  browser = await Browser.launch({ keepsPages: true });
});
after(async () => {
  await browser?.close();
  await server?.kill();
});

let page: Page;
/** What was said on the page that nobody asked for. */
let complaints: string[];
/** The connections that the page opened: each begins with a request that knows no session. */
let sessions: number;

afterEach(() => page.close());

async function open(name: string, url = server.url): Promise<void> {
  page = await browser.page(url, script);
  complaints = [];
  sessions = 0;
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    const address = new URL(request.url());
    const isSocketIo = address.pathname === "/socket.io/";
    if (isSocketIo && !address.searchParams.has("sid")) sessions += 1;
  });
  const failure = await page.evaluate(
    ([name, url]) => {
      const { page } = globalThis as unknown as {
        page: typeof import("./scenarios.ts");
      };
      const scenario = page.scenarios[name ?? ""];
      return scenario?.(url ?? "").then(
        () => "",
        (error: Error) => error.stack ?? error.message,
      );
    },
    [name, url],
  );
  assert.equal(failure, "");
}

/** Waits until the page shows this of its connection and its room. */
async function shows(expected: string): Promise<void> {
  await page
    .waitForFunction((expected) => globalThis.shown === expected, expected, {
      timeout: 20_000,
    })
    .catch(async (error: unknown) => {
      const shown = await page.evaluate(() => globalThis.shown);
      throw new Error(`${shown} is shown, not ${expected}`, { cause: error });
    });
}

class Observer extends Client<ServerToClientEvents, ClientToServerEvents> {
  static async inRoom(room: string): Promise<Observer> {
    const observer = new Observer("websocket", {}, server.url);
    await observer.connected();
    await observer.ask("join:room", { room });
    return observer;
  }
}

describe(`React ${react}`, () => {
  for (const name of Object.keys(scenarios).filter((name) => name !== STAY)) {
    test(name, async () => {
      await open(name);
      const isRefused = (text: string) => text.includes("status of 400");
      assert.deepEqual(
        complaints.filter((text) => !isRefused(text)),
        [],
      );
      if (name.includes("one connection")) assert.equal(sessions, 1);
    });
  }

  test("it is the version that it should be", async () => {
    await open(STAY);
    const version = await page.evaluate(() => globalThis.reactVersion);
    assert.equal(version.split(".")[0], react);
  });

  test("rooms are joined again when the server is back", async () => {
    await open(STAY);
    await shows("connected joined");
    await server.kill();
    await shows("connecting joining");
    await server.start();
    await shows("connected joined");
    const observer = await Observer.inRoom("stay");
    observer.tell("message:send", { room: "stay", text: "again" });
    await page.waitForFunction(() => document.title === "again");
    observer.close();
  });

  test("the others are told at once when a page is closed", async () => {
    const observer = await Observer.inRoom("stay");
    await open(STAY);
    await shows("connected joined");
    const { user } = await observer.next("user:joined");
    await page.close();
    // Those of the tests before may leave as late as now.
    while ((await observer.next("user:left")).user.id !== user.id);
    observer.close();
  });

  test("a page that is kept lets go, and goes on when it is shown again", async () => {
    const observer = await Observer.inRoom("stay");
    await open(STAY);
    await shows("connected joined");
    await observer.next("user:joined");
    await page.route(`${server.url}/another`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
    );
    await page.goto(`${server.url}/another`);
    await observer.next("user:left");
    await page.evaluate(() => {
      history.back();
    });
    await observer.next("user:joined");
    await shows("connected joined");
    assert.ok(await page.evaluate(() => globalThis.wasKept), "a new page");
    assert.equal(sessions, 2);
    observer.close();
  });

  test("who is kicked is told so and does not try again", async () => {
    const http = createServer();
    const io = new Server<ClientToServerEvents, ServerToClientEvents>(http, {
      cors: { origin: true },
    });
    let connections = 0;
    io.on("connection", (socket) => {
      connections += 1;
      socket.on("join:room", (_, ack) => {
        ack({ ok: true, data: { members: [] } });
        socket.disconnect();
      });
    });
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    const { port } = http.address() as AddressInfo;
    try {
      await open(STAY, `http://127.0.0.1:${port}`);
      await shows("kicked joining");
      assert.equal(connections, 1);
      await page.evaluate(() => void globalThis.stage.client.connect());
      await shows("kicked joining");
      await page.waitForFunction(() => globalThis.stage.sent.length === 2);
      assert.equal(connections, 2);
    } finally {
      await io.close();
    }
  });
});
