// The generated client of the language's large example: several arguments, binary data, questions, namespaces of
// their own, dates and 64-bit integers.
import {
  createAdminSocket,
  createGameSocket,
  createSocket,
  type SocketClient,
} from "../.generated/clients/collab.client.ts";
import { DocId, type Op } from "../.generated/clients/collab.ts";
import { bytes, equal, later, ok, shown, type Scenarios } from "./lib.ts";

async function open(
  url: string,
  scenario: (client: SocketClient) => Promise<void>,
) {
  const auth = { token: "Ada's token" };
  const client = createSocket({ url, forceNew: true, auth });
  try {
    equal(await client.connect(), { status: "connected" });
    await scenario(client);
  } finally {
    client.disconnect();
  }
}

export const scenarios: Scenarios = {
  "a document with everything in it": (url) =>
    open(url, async (client) => {
      const opened = await client.docOpen(DocId("doc-1"));
      ok(opened.ok, shown(opened));
      const { body, owner, createdAt, updatedAt, title } = opened.data;
      ok(body && owner.avatar, "the binary data is there");
      equal([...bytes(body)], [0, 98, 111, 100, 121, 255]);
      equal([...bytes(owner.avatar)], [0, 1, 254, 255]);
      equal([createdAt, updatedAt, title], [new Date(0), null, "Ada's token"]);
    }),

  "arguments, and what no version knows": (url) =>
    open(url, async (client) => {
      const id = DocId("doc-1");
      await client.docOpen(id);
      const changed = later<unknown[]>();
      client.once("doc:changed", (...args) => changed.resolve(args));
      const future = { kind: "from the future", why: [1] } as unknown as Op;
      const ops: Op[] = [{ kind: "insert", at: 0, text: "hello" }, future];
      const edited = await client.docEdit(id, 18446744073709551610n, ops);
      equal(edited, { ok: true, data: { head: 18446744073709551612n } });
      equal(await changed.promise, [id, ops]);
    }),

  "errors with integers in them": (url) =>
    open(url, async (client) => {
      const conflict = await client.docOpen(DocId("conflict"));
      ok(!conflict.ok && conflict.error?.code === "conflict", shown(conflict));
      equal(conflict.error.head, 18446744073709551615n);
      const forbidden = await client.docOpen(DocId("forbidden"));
      equal(forbidden, { ok: false, error: { code: "forbidden" } });
    }),

  "events without an answer": (url) =>
    open(url, async (client) => {
      await client.docOpen(DocId("doc-1"));
      const notice = later<unknown>();
      client.once("notice", notice.resolve);
      client.cursor({ col: 7 });
      equal(await notice.promise, { text: "cursor at 7" });
    }),

  "the server asks": (url) =>
    open(url, async (client) => {
      const said = later<string>();
      client.once("user_joined", said.resolve);
      client.answer("doc:confirm", ({ id }) => ({ accepted: id === "doc-1" }));
      client.pingMe();
      equal(await said.promise, "accepted: true");
    }),

  "raw arguments come back": (url) =>
    open(url, async (client) => {
      const raw = [1, { a: new Uint8Array([9, 8]) }, null, "x"];
      equal(await client.legacyAny(...raw), { ok: true, data: raw });
    }),

  "a refusal with its error": async (url) => {
    const client = createSocket({
      url,
      forceNew: true,
      auth: { token: "expired" },
    });
    const state = await client.connect();
    ok(
      state.status === "refused" && state.failure.kind === "error",
      shown(state),
    );
    const { code, retryAfterMs } = state.failure.error;
    equal([code, retryAfterMs], ["expired", 1000]);
  },

  "namespaces have connections of their own": async (url) => {
    const admin = createAdminSocket({
      url,
      forceNew: true,
      auth: { key: "secret".repeat(6) },
    });
    equal(
      [admin.namespace, await admin.connect()],
      ["/admin", { status: "connected" }],
    );
    equal(await admin.kick({ user: "Bob" }), { ok: true, data: null });
    const failed = await admin.kick({ user: "nobody" });
    equal(!failed.ok && failed.fault.code, "internal");
    admin.disconnect();

    const game = createGameSocket({
      url,
      forceNew: true,
      params: { id: DocId("chess-1") },
    });
    equal(
      [game.namespace, await game.connect()],
      ["/game/chess-1", { status: "connected" }],
    );
    game.move({ x: 1, y: -1 });
    game.disconnect();
    const closed = createGameSocket({
      url,
      forceNew: true,
      params: { id: DocId("closed") },
    });
    const state = await closed.connect();
    equal(state, {
      status: "refused",
      failure: { kind: "message", message: "this game is over" },
    });
  },
};
