// Vite's server with the plugin of the npm package, in the project whose folder
// is in the environment: what a browser is told while a schema changes.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createLogger, createServer, type ViteDevServer } from "vite";
import { WebSocket } from "ws";

const root = process.env["PROJECT"] ?? assert.fail("PROJECT is not set");
const schema = join(root, "call.sockgen.yaml");
const good = readFileSync(schema, "utf8");
const broken = good.replace("name?: string", "name?: strng");

let server: ViteDevServer;
/** The process that watches the schema, which a stand-in for the command tells. */
let watcher: number;
const standsIn = process.env["STANDS_IN"] !== undefined;

before(async () => {
  const logger = createLogger("silent");
  const watching = new Promise<number>((found) => {
    logger.info = (text) => {
      const [, id] = /watcher (\d+)/.exec(text) ?? [];
      if (id !== undefined) found(Number(id));
    };
  });
  server = await createServer({
    root,
    customLogger: logger,
    server: { host: "127.0.0.1", port: 0 },
  });
  await server.listen();
  if (standsIn) watcher = await watching;
});

after(() => server.close());

test("generates before anything is served", async () => {
  const module = await server.transformRequest("/call.ts");
  assert.match(module?.code ?? "", /SCHEMA_HASH/);
});

test("shows what is wrong until it is put right", async () => {
  const page = await Page.open();
  save(broken);
  const shown = await page.payload("error");
  assert.match(shown.err?.message ?? "", /there is no type `strng`/);
  assert.match(shown.err?.message ?? "", /call\.sockgen\.yaml:8:10/);
  // The browser is no place to end the watcher from.
  assert.doesNotMatch(shown.err?.message ?? "", /Ctrl-C/);

  const late = await Page.open();
  const again = await late.payload("error");
  assert.match(again.err?.message ?? "", /there is no type `strng`/);

  // The file that was generated is the same, of which Vite says nothing.
  save(good);
  await page.payload("update");
  await late.payload("update");
  page.close();
  late.close();
  const fresh = await Page.open();
  server.ws.send({ type: "custom", event: "enough" });
  assert.deepEqual(await fresh.until("custom"), ["connected", "custom"]);
  fresh.close();
});

test("generates again when a schema changes", async () => {
  const generated = join(root, "call.ts");
  const before = readFileSync(generated, "utf8");
  const changed = new Promise<void>((done) => {
    server.watcher.on("change", (path) => {
      if (path === generated) done();
    });
  });
  save(good.replaceAll("1..=80", "1..=81"));
  await changed;
  assert.notEqual(readFileSync(generated, "utf8"), before);
});

// The command itself does not say which process it is.
test("ends the watcher with the server", { skip: !standsIn }, async () => {
  assert.ok(runs(watcher));
  await server.close();
  while (runs(watcher)) await new Promise((done) => setTimeout(done, 10));
});

/** Saves the schema as editors do: nobody reads a half of it. */
function save(text: string): void {
  writeFileSync(`${schema}.new`, text);
  renameSync(`${schema}.new`, schema);
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

interface Payload {
  type: string;
  err?: { message: string };
}

/** What Vite's own script in a page hears. */
class Page {
  private readonly heard: Payload[] = [];
  private readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
  }

  static async open(): Promise<Page> {
    const { port } = server.httpServer?.address() as AddressInfo;
    const token = server.config.webSocketToken;
    const url = `ws://127.0.0.1:${port}/?token=${token}`;
    const page = new Page(new WebSocket(url, "vite-hmr"));
    page.socket.on("message", (data) => {
      page.heard.push(JSON.parse(String(data)) as Payload);
      page.socket.emit("heard");
    });
    await once(page.socket, "open");
    return page;
  }

  /** The next payload of a type; those before it are dropped. */
  async payload(type: string): Promise<Payload> {
    for (;;) {
      const next = this.heard.shift();
      if (next?.type === type) return next;
      if (next === undefined) await once(this.socket, "heard");
    }
  }

  /** The types of all payloads up to one of a type. */
  async until(type: string): Promise<string[]> {
    const types: string[] = [];
    while (types.at(-1) !== type) {
      const next = this.heard.shift();
      if (next === undefined) await once(this.socket, "heard");
      else types.push(next.type);
    }
    return types;
  }

  close(): void {
    this.socket.close();
  }
}
