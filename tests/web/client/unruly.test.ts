// What a client does with servers that break their word, and with functions of the application that do.
import assert from "node:assert/strict";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { Server } from "socket.io";
import { Manager } from "socket.io-client";
import {
  createAdminSocket,
  createSocket,
  type SocketClient,
  type SocketClientOptions,
} from "../.generated/clients/unruly.client.ts";
import { later } from "./lib.ts";

let http: HttpServer;
let server: Server;
let url: string;
let clients: { disconnect: () => void }[] = [];
let problems: Error[] = [];

before(async () => {
  http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
beforeEach(() => {
  server = new Server(http);
  problems = [];
});
afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
  server.removeAllListeners();
  server.engine.close();
  http.removeAllListeners("request").removeAllListeners("upgrade");
});
after(() => http.close());

const onProblem = (problem: Error) => problems.push(problem);

function client(options: Partial<SocketClientOptions> = {}): SocketClient {
  const made = createSocket({
    url,
    auth: { token: "x" },
    forceNew: true,
    transports: ["websocket"],
    reconnectionDelay: 1,
    reconnectionDelayMax: 1,
    onProblem,
    ...options,
  });
  clients.push(made);
  return made;
}

/** The next one that connects, as the server sees it. */
function next(namespace = "/") {
  type Socket = Parameters<
    Parameters<ReturnType<Server["of"]>["on"] & Server["on"]>[1]
  >[0];
  return new Promise<Socket>((resolve) =>
    server.of(namespace).once("connection", resolve),
  );
}

function until(client: SocketClient, status: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.subscribe(check);
    function check() {
      if (client.state.status !== status) return;
      stop();
      resolve();
    }
    check();
  });
}

test("an answer of a shape that the contract has not", async () => {
  let answer: unknown;
  server.on("connection", (socket) =>
    socket.onAny((_, ...args) => (args.at(-1) as (a: unknown) => void)(answer)),
  );
  const socket = client();
  const fault = { code: "internal", message: "why" };
  for (answer of [
    { ok: false, error: "not declared" },
    { ok: false, error: null },
    { ok: false, fault: "a text" },
    { ok: false, fault: {} },
    { ok: false, fault: { code: "internal" } },
    { ok: false, fault: { code: 1, message: "why" } },
  ]) {
    const result = await socket.plain();
    const found = !result.ok && result.fault.code;
    assert.equal(found, "invalid_answer", JSON.stringify(answer));
  }
  assert.equal(problems.length, 6);
  answer = { ok: false, fault };
  assert.deepEqual(await socket.plain(), answer);
  answer = { ok: false, error: { reason: "declared" } };
  assert.deepEqual(await socket.book("today", new Date(0)), answer);
  answer = { ok: true, data: "1970-01-01T00:00:00.001Z", more: 1 };
  assert.deepEqual(await socket.book("today", new Date(0)), {
    ok: true,
    data: new Date(1),
  });
});

test("where a value stands is said as the server says it", async () => {
  const socket = client({ validate: "off" });
  const [never, at] = [new Date(Number.NaN), new Date(0)];
  const first = await socket.book("today", never);
  assert.equal(!first.ok && first.fault?.path, "$.at");
  const second = await socket.book("today", at, never);
  assert.equal(!second.ok && second.fault?.path, "$.until");
});

test("what is left out is filled in where something is converted too", async () => {
  server.on("connection", (socket) =>
    socket.on("look", (reply: (answer: unknown) => void) => {
      const data = { at: "1970-01-01T00:00:00.001Z", size: "7" };
      reply({ ok: true, data });
    }),
  );
  const [socket, other] = [client(), await next()];
  const told = later<unknown>();
  socket.on("told", told.resolve);
  other.emit("told", { at: "1970-01-01T00:00:00.000Z", note: null });
  assert.deepEqual(await told.promise, { at: new Date(0), count: 3 });
  const looked = await socket.look();
  const data = { at: new Date(1), size: 7n, count: 3 };
  assert.deepEqual(looked, { ok: true, data });
  assert.deepEqual(problems, []);
});

test("a client is no promise, whatever its events are called", async () => {
  const socket = client();
  assert.equal(await Promise.resolve(socket), socket);
  assert.equal(typeof socket.then_, "function");
});

test("a wait without an end", async () => {
  const waiting: (() => void)[] = [];
  server.on("connection", (socket) => {
    socket.on("plain", (reply: (a: unknown) => void) => {
      waiting.push(() => reply({ ok: true, data: null }));
      // Answers the one before.
      waiting.at(-2)?.();
    });
  });
  const socket = client({ ackTimeout: Number.POSITIVE_INFINITY });
  await socket.connect();
  const first = socket.plain();
  void socket.plain();
  assert.deepEqual(await first, { ok: true, data: null });
});

test("an answer is for the connection on which was asked", async () => {
  const [socket, before] = [client(), await next()];
  const [asked, end] = [later<void>(), later<bigint>()];
  const stop = socket.answer("ask", (number) => {
    if (number !== 1n) return number;
    asked.resolve();
    return end.promise;
  });
  before.emit("ask", "1", () => {});
  await asked.promise;
  const again = next();
  before.conn.close();
  const after = await again;
  await until(socket, "connected");
  const acks: number[] = [];
  after.conn.on("packet", ({ data }: { data?: unknown }) => {
    const [, id] = /^3(\d+)\[/.exec(String(data)) ?? [];
    if (id) acks.push(Number(id));
  });
  end.resolve(7n);
  const answer = await after.timeout(5_000).emitWithAck("ask", "2");
  assert.deepEqual(answer, { ok: true, data: "2" });
  assert.equal(acks.length, 1);
  stop();
});

test("what cannot be written is told, and not sent", async () => {
  const socket = client({ validate: "warn" });
  await socket.connect();
  socket.note(1n as never);
  // One for the schema, and one for JSON.
  assert.equal(problems.length, 2);
  const strict = client({ validate: "throw" });
  assert.throws(() => strict.note(1n as never), /expected JSON/);
});

test("an answer that cannot be written is told", async () => {
  const [socket, other] = [client({ validate: "off" }), await next()];
  socket.answer("ask:json", () => 1n as never);
  const told = later<void>();
  const known = problems.push.bind(problems);
  problems.push = (...items) => (told.resolve(), known(...items));
  other.emit("ask:json", () => {});
  await told.promise;
  assert.match(problems[0]?.message ?? "", /BigInt/);
});

test("a listener to the state that throws keeps nothing from happening", async () => {
  const socket = client();
  const first = await next();
  await until(socket, "connected");
  socket.subscribe(() => {
    throw new Error("of the application");
  });
  let told = 0;
  socket.subscribe(() => (told += 1));
  const again = next();
  first.conn.close();
  await again;
  await until(socket, "connected");
  assert.ok(told >= 2, String(told));
  assert.equal(problems[0]?.message, "of the application");
});

test("what is said late is not said on the next connection", async () => {
  const sends: ((auth: { token: string }) => undefined)[] = [];
  let asked = later<void>();
  const tokens: unknown[] = [];
  server.on("connection", ({ handshake }) =>
    tokens.push(handshake.auth["token"]),
  );
  const socket = client({
    auth: (send) => {
      sends.push(send);
      asked.resolve();
      return undefined;
    },
  });
  await asked.promise;
  asked = later();
  const manager = socket.socket.io;
  manager.once("reconnect_attempt", () => {
    // The next one is being opened; what is written now is kept for it.
    queueMicrotask(() => sends[0]?.({ token: "late" }));
  });
  manager.engine.close();
  await asked.promise;
  sends[1]?.({ token: "in time" });
  await until(socket, "connected");
  // A second handshake would end the connection.
  const plain = socket.timeout(5_000).plain();
  for (const other of await server.fetchSockets()) other.emit("told", {});
  socket.disconnect();
  await plain;
  assert.deepEqual(tokens, ["in time"]);
});

test("each namespace of one connection has a state of its own", async () => {
  const manager = new Manager(url, {
    autoConnect: false,
    transports: ["websocket"],
    reconnectionAttempts: 1,
    reconnectionDelay: 1,
    reconnectionDelayMax: 1,
  });
  const socket = client({ socket: manager.socket("/") });
  const admin = createAdminSocket({ socket: manager.socket("/admin") });
  clients.push(admin);
  const [root, other] = [next(), next("/admin")];
  await Promise.all([socket.connect(), admin.connect()]);
  const kicked = new Promise<void>((resolve) => {
    const stop = admin.subscribe(() => (stop(), resolve()));
  });
  (await other).disconnect();
  await kicked;
  assert.equal(admin.state.status, "kicked");
  // Nobody is there to come back to.
  Object.assign(manager, { uri: "http://127.0.0.1:1" });
  (await root).conn.close();
  await until(socket, "disconnected");
  assert.equal(admin.state.status, "kicked");
});
