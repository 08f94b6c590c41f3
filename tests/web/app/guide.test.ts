// The guide's samples: they compile, and do what the guide says, in a browser and against the real server.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import {
  EVENTS,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from "../.generated/call.ts";
import { Client } from "../e2e/client.ts";
import { Browser } from "../lib/browser.ts";
import {
  eventsIn,
  FOLDER,
  readGuide,
  samplesIn,
  writeModules,
} from "./guide.ts";
import { APP, Program } from "./servers.ts";

/** Where the guide's application is. */
const ORIGIN = "http://localhost:3000";

let guide: string;
let script: string;
let server: Program;
let voice: Program;
let browser: Browser;
let page: Page;
let complaints: string[];
let logged: string[];

before(async () => {
  guide = await readGuide();
  await writeModules(guide);
  const program = process.env["CALL_SERVER"];
  assert.ok(program, "CALL_SERVER is the example's server");
  server = new Program([program], "PORT");
  voice = new Program(["node", "voice/main.js"], "VOICE_PORT", {
    VOICE_QUIET: "1",
  });
  [browser] = await Promise.all([
    Browser.launch({ microphone: true }),
    server.start(),
    voice.start(),
  ]);
  // What Next puts in the place of these when it builds.
  const inlined = (value: string) => JSON.stringify(value);
  const bundle = await build({
    entryPoints: [`${FOLDER}/stage.tsx`],
    bundle: true,
    write: false,
    outdir: "unwritten",
    format: "iife",
    globalName: "stage",
    define: {
      "process.env.NODE_ENV": inlined("development"),
      "process.env.NEXT_PUBLIC_SOCKET_URL": inlined(server.url),
      "process.env.NEXT_PUBLIC_HUME_HOSTNAME": inlined(voice.url),
    },
  });
  script =
    bundle.outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
});
after(async () => {
  await browser?.close();
  await Promise.all([server?.kill(), voice?.kill()]);
});
afterEach(async () => {
  if (!page) return;
  assert.deepEqual(complaints, []);
  await page.close();
});

/** Shows a sample on the page, or nothing any more. */
async function show(sample: string | null, props: object = {}): Promise<void> {
  if (!page || page.isClosed()) {
    page = await browser.page(ORIGIN, script);
    complaints = [];
    logged = [];
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
      if (message.type() === "log") logged.push(message.text());
    });
  }
  await page.evaluate(
    ([sample, props]) => {
      const { stage } = globalThis as unknown as {
        stage: { show: (sample: unknown, props: unknown) => void };
      };
      stage.show(sample, props);
    },
    [sample, props],
  );
}

class Observer extends Client<ServerToClientEvents, ClientToServerEvents> {
  static async inRoom(room: string): Promise<Observer> {
    const observer = new Observer("websocket", {}, server.url);
    await observer.connected();
    await observer.ask("join:room", { room });
    return observer;
  }
}

const click = (name: string) => page.getByRole("button", { name }).click();
const shows = (text: string) => page.getByText(text, { exact: true }).waitFor();

test("they compile, as those of the README do, and wrong uses do not", async () => {
  const tsc = `${APP}web/node_modules/typescript/bin/tsc`;
  const run = promisify(execFile);
  await run("node", [tsc, "--project", FOLDER]).catch((error: unknown) => {
    assert.fail((error as { stdout: string }).stdout);
  });
  // They stand in their modules as they are in the guide.
  for (const [name, block] of samplesIn(guide)) {
    const module = await readFile(`${FOLDER}/${name}.tsx`, "utf8");
    for (const piece of name === "rooms" ? block.split("\n\n") : [block])
      assert.ok(module.includes(piece), name);
  }
});

test("option 1: the hook is used directly", async () => {
  const observer = await Observer.inRoom("anywhere");
  await show("direct-hook");
  await click("Connect");
  assert.equal((await observer.next("message:new")).text, "Hello from client!");
  await shows("Connected");
  observer.close();
});

test("option 2: a call with everything beside it", async () => {
  const observer = await Observer.inRoom("lobby");
  await show("start-call");
  await click("Start call");
  const { user } = await observer.next("user:joined");
  await observer.ask("message:send", { room: "lobby", text: "Hello App" });
  await shows("Hello App");
  await click("End call");
  assert.equal((await observer.next("user:left")).user.id, user.id);
  observer.close();
});

test("option 3: a provider around everything", async () => {
  await show("provider");
  await click("Connect");
  await shows("Connected");
});

test("the connection comes and goes with Hume's", async () => {
  await show("auto-connect", { humeConnected: false });
  await shows("Not connected");
  await show("auto-connect", { humeConnected: true });
  await shows("Connected");
  await show("auto-connect", { humeConnected: false });
  await shows("Not connected");
});

for (const isBelowProvider of [false, true]) {
  const where = isBelowProvider ? ", below a provider too" : "";
  test(`rooms are joined and left${where}`, async () => {
    const observer = await Observer.inRoom("session-123");
    await show("rooms", { isBelowProvider });
    await click("Run");
    const { user } = await observer.next("user:joined");
    assert.equal((await observer.next("user:left")).user.id, user.id);
    observer.close();
  });
}

test("messages go to a room, or to everyone", async () => {
  const inside = await Observer.inRoom("room-123");
  const outside = await Observer.inRoom("elsewhere");
  await show("messages");
  await click("Run");
  const first = await inside.next("message:new");
  assert.deepEqual([first.text, first.room], ["Hello room!", "room-123"]);
  assert.equal((await inside.next("message:new")).text, "Hello everyone!");
  assert.equal((await outside.next("message:new")).text, "Hello everyone!");
  inside.close();
  outside.close();
});

test("events are heard until the component goes", async () => {
  const observer = await Observer.inRoom("events");
  const say = (text: string) => observer.ask("message:send", { text });
  const isLogged = (text: string) =>
    page.waitForEvent("console", (message) => message.text().includes(text));
  await show("events");
  await shows("Connected");
  await Promise.all([isLogged("First"), say("First")]);
  await show("heard");
  await shows("Listening");
  await say("Second");
  await shows("Second");
  await show("events");
  await shows("Connected");
  await Promise.all([isLogged("Third"), say("Third")]);
  const messages = logged.filter((line) => line.startsWith("New message:"));
  const heard = messages.map((line) => /text: (\w+)/.exec(line)?.[1]);
  assert.deepEqual(heard, ["First", "Third"]);
  observer.close();
});

test("the events that it lists are those of the contract", () => {
  const { clientToServer, serverToClient } = EVENTS;
  const sent = eventsIn(guide, "Client to Server");
  assert.deepEqual(sent.sort(), Object.values(clientToServer).sort());
  const received = eventsIn(guide, "Server to Client");
  assert.deepEqual(received.sort(), Object.values(serverToClient).sort());
});
