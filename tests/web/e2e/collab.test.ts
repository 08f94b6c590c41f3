// The language's large example, every event of it: arguments, bytes in options,
// requests of the server, raw arguments, namespaces with their own auth.
import assert from "node:assert/strict";
import { test } from "node:test";
import { io, type Socket } from "socket.io-client";
import {
  ADMIN_NAMESPACE,
  DocId,
  adminConnectAuth,
  connectAuth,
  gameConnectAuth,
  gameNamespace,
  parseAdminConnectError,
  parseConnectError,
  parseGameConnectError,
  type AdminClientToServerEvents,
  type AdminServerToClientEvents,
  type ClientToServerEvents,
  type GameClientToServerEvents,
  type GameServerToClientEvents,
  type Op,
  type ServerToClientEvents,
} from "../.generated/collab.ts";
import { serverUrl } from "./client.ts";

const OPTIONS = { forceNew: true, reconnection: false } as const;

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
}

/** Why a connection failed. */
async function refused(socket: Socket): Promise<Error> {
  return connected(socket).then(
    () => assert.fail("it connected"),
    (error: Error) => error,
  );
}

async function open(
  transport: string,
): Promise<Socket<ServerToClientEvents, ClientToServerEvents>> {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(
    serverUrl(),
    {
      ...OPTIONS,
      transports: [transport],
      auth: connectAuth({ token: "Ada's token" }),
    },
  );
  await connected(socket as unknown as Socket);
  return socket;
}

for (const transport of ["websocket", "polling"]) {
  test(`documents, arguments and rooms over ${transport}`, async () => {
    const socket = await open(transport);
    const id = DocId("doc-1");
    const opened = await socket.emitWithAck("doc:open", id);
    assert.ok(opened.ok);
    const { body, owner, ...doc } = opened.data;
    assert.ok(body && owner.avatar);
    assert.deepEqual(Buffer.from(body), Buffer.from("\0body\xff", "latin1"));
    assert.deepEqual(Buffer.from(owner.avatar), Buffer.from([0, 1, 254, 255]));
    assert.deepEqual(doc, {
      createdAt: "1970-01-01T00:00:00.000Z",
      updatedAt: null,
      id: "doc-1",
      title: "Ada's token",
      kind: "drawing",
      tags: ["a"],
      role: "editor",
      type: "t",
      nickname: null,
      meta: { k: { deep: [1, null] } },
      position: [0.5, -1],
      cursor: { line: 1, column: 2 },
      marks: [{ from: 3, to: 4 }],
      score: 1,
    });

    const changed = new Promise<unknown[]>((resolve) =>
      socket.once("doc:changed", (id, ops) => resolve([id, ops])),
    );
    const future = { kind: "from the future", why: [1] } as unknown as Op;
    const ops: Op[] = [
      { kind: "insert", at: 0, text: "hello" },
      { kind: "noop" },
      future,
    ];
    const edited = await socket.emitWithAck(
      "doc:edit",
      id,
      "18446744073709551610",
      ops,
    );
    assert.deepEqual(edited, {
      ok: true,
      data: { head: "18446744073709551613" },
    });
    assert.deepEqual(await changed, ["doc-1", ops]);

    const notice = new Promise((resolve) => socket.once("notice", resolve));
    socket.emit("cursor", { col: 7 });
    assert.deepEqual(await notice, { text: "cursor at 7" });
    socket.disconnect();
  });

  test(`errors of every kind over ${transport}`, async () => {
    const socket = await open(transport);
    const conflict = await socket.emitWithAck("doc:open", DocId("conflict"));
    assert.ok(!conflict.ok && conflict.error?.code === "conflict");
    assert.equal(conflict.error.head, "18446744073709551615");
    const forbidden = await socket.emitWithAck("doc:open", DocId("forbidden"));
    assert.ok(!forbidden.ok && forbidden.error?.code === "forbidden");
    const spoilt = await socket.emitWithAck("doc:open", DocId("NOT A SLUG"));
    assert.ok(!spoilt.ok && spoilt.fault);
    assert.equal(spoilt.fault.code, "invalid_payload");
    assert.equal(spoilt.fault.path, "$");
    const untyped = socket as unknown as Socket;
    const missing = (await untyped.emitWithAck("doc:edit", "doc-1")) as {
      fault: { code: string; path: string };
    };
    assert.equal(missing.fault.code, "invalid_payload");
    const wrong = (await untyped.emitWithAck("doc:edit", "doc-1", "1", [
      { kind: "insert", at: -1, text: "x" },
    ])) as { fault: { path: string } };
    assert.match(wrong.fault.path, /\[2\]\[0\]\.at$|ops\[0\]\.at$/);
    socket.disconnect();
  });

  test(`the server asks and the client answers over ${transport}`, async () => {
    const socket = await open(transport);
    const said = () =>
      new Promise<string>((resolve) => socket.once("user_joined", resolve));
    const joined = new Promise<unknown>((resolve) =>
      socket.once("user:joined", resolve),
    );
    socket.once("doc:confirm", ({ id }, ack) =>
      ack({ ok: true, data: { accepted: id === "doc-1" } }),
    );
    let answer = said();
    socket.emit("ping-me");
    assert.equal(await answer, "accepted: true");
    const user = (await joined) as { name: string };
    assert.equal(user.name, "Ada");

    const untyped = socket as unknown as Socket;
    untyped.once("doc:confirm", (_: unknown, ack: (a: unknown) => void) =>
      ack({ ok: true, data: { accepted: "perhaps" } }),
    );
    answer = said();
    socket.emit("ping-me");
    assert.match(await answer, /^failed: /);
    socket.disconnect();
  });

  test(`raw arguments come back as they were over ${transport}`, async () => {
    const socket = await open(transport);
    const untyped = socket as unknown as Socket;
    const raw = [1, { a: Buffer.from([9, 8]) }, null, "x", [Buffer.alloc(0)]];
    const back = await new Promise<unknown[]>((resolve) =>
      untyped.emit("legacy:any", ...raw, (...args: unknown[]) => resolve(args)),
    );
    assert.deepEqual(back, raw);
    socket.disconnect();
  });

  test(`the namespace /admin has an auth of its own over ${transport}`, async () => {
    const admin = (key: string) =>
      io(`${serverUrl()}${ADMIN_NAMESPACE}`, {
        ...OPTIONS,
        transports: [transport],
        auth: adminConnectAuth({ key }),
      });
    // No error is declared here: what the server says is a message.
    const wrong = await refused(admin("wrong ".repeat(6)));
    assert.deepEqual(parseAdminConnectError(wrong), {
      kind: "message",
      message: "wrong key",
    });
    const short = parseAdminConnectError(await refused(admin("short")));
    assert.ok(short.kind === "fault");
    assert.equal(short.fault.path, "$.key");
    const untyped = admin("secret".repeat(6));
    await connected(untyped);
    const socket: Socket<AdminServerToClientEvents, AdminClientToServerEvents> =
      untyped;
    assert.deepEqual(await socket.emitWithAck("kick", { user: "Bob" }), {
      ok: true,
      data: null,
    });
    const failed = await socket.emitWithAck("kick", { user: "nobody" });
    assert.equal(!failed.ok && failed.fault?.code, "internal");
    socket.disconnect();
  });

  test(`a dynamic namespace over ${transport}`, async () => {
    const game = (id: string) =>
      io(`${serverUrl()}${gameNamespace({ id: DocId(id) })}`, {
        ...OPTIONS,
        transports: [transport],
        auth: (say) => say(gameConnectAuth()),
      });
    const closed = await refused(game("closed"));
    assert.deepEqual(parseGameConnectError(closed), {
      kind: "message",
      message: "this game is over",
    });
    const path = parseGameConnectError(await refused(game("NOT A SLUG")));
    assert.ok(path.kind === "fault");
    assert.equal(path.fault.path, "$.id");
    const untyped = game("chess-1");
    await connected(untyped);
    const socket: Socket<GameServerToClientEvents, GameClientToServerEvents> =
      untyped;
    // No ack is declared: one that is asked for is answered all the same.
    socket.emit("move", { x: 1, y: -1 });
    const answer = (await untyped.emitWithAck("move", { x: 2, y: 0.5 })) as {
      ok: boolean;
      fault: { path: string };
    };
    assert.equal(answer.fault.path, "$.y");
    socket.disconnect();
  });
}

test("a refused connection says why", async () => {
  const auth = connectAuth({ token: "expired" });
  const error = await refused(io(serverUrl(), { ...OPTIONS, auth }));
  const failure = parseConnectError(error);
  assert.ok(failure.kind === "error");
  const { code, retryAfterMs } = failure.error;
  assert.deepEqual([code, retryAfterMs], ["expired", 1000]);
});
