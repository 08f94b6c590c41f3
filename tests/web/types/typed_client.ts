// The generated client: what it takes and gives, and that each wrong use of it is an error.
import {
  createAdminSocket,
  createGameSocket,
  createSocket,
  type AdminSocketClient,
  type ConnectionState,
  type GameSocketClient,
  type RequestFault,
  type Result,
  type SocketClient,
} from "../.generated/clients/collab.client.ts";
import {
  DocId,
  type ConnectFailure,
  type Doc,
  type Failure,
  type Op,
} from "../.generated/clients/collab.ts";
import { same } from "./equal.ts";

declare const client: SocketClient;
declare const admin: AdminSocketClient;
declare const game: GameSocketClient;
const id = DocId("doc-1");

export async function requests(): Promise<void> {
  const opened = await client.docOpen(id);
  same<typeof opened, Result<Doc, Failure>>(true);
  if (opened.ok) {
    // What is a text on the wire is a moment here.
    same<typeof opened.data.createdAt, Date>(true);
  } else if (opened.error) {
    same<typeof opened.error, Failure>(true);
    if (opened.error.code === "conflict")
      same<typeof opened.error.head, bigint>(true);
  } else {
    same<typeof opened.fault, RequestFault>(true);
  }
  const edited = await client.timeout(100).docEdit(id, 1n, []);
  if (edited.ok) same<typeof edited.data.head, bigint>(true);
  // Where no error is declared there is a fault, or nothing.
  const kicked = await admin.kick({ user: "Bob" });
  if (!kicked.ok) same<typeof kicked.fault, RequestFault>(true);
  const raw = await client.legacyAny(1, "two", new Uint8Array());
  if (raw.ok) same<typeof raw.data, unknown[]>(true);
  same<ReturnType<typeof client.cursor>, void>(true);

  const named = await client.request("doc:open", id);
  same<typeof named, Result<Doc, Failure>>(true);
  client.emit("cursor", { col: 1 });
  client.emit("ping-me");
}

export function wrongRequests(): void {
  // @ts-expect-error a brand is made by its function
  void client.docOpen("doc-1");
  // @ts-expect-error an argument is missing
  void client.docEdit(id, 1n);
  // @ts-expect-error a text is no integer here
  void client.docEdit(id, "1", []);
  // @ts-expect-error there is no such field
  client.cursor({ column: 1 });
  // @ts-expect-error there is no such event
  void client.request("doc:close", id);
  // @ts-expect-error nobody answers it
  void client.request("cursor", { col: 1 });
  // @ts-expect-error it is answered, and the answer would be lost
  client.emit("doc:open", id);
  // @ts-expect-error another payload
  void client.request("doc:open", 7);
  // @ts-expect-error there is no such method
  client.pingYou();
}

export function listening(): void {
  const stop = client.on("doc:changed", (id, ops) => {
    same<typeof id, DocId>(true);
    same<typeof ops, Op[]>(true);
  });
  same<typeof stop, () => void>(true);
  client.once("notice", ({ text }) => void text.length);
  client.off("notice");
  // @ts-expect-error the server sends no such event
  client.on("doc:opened", () => {});
  // @ts-expect-error another payload
  client.on("notice", (notice: { title: string }) => void notice);
  // @ts-expect-error that one wants an answer
  client.on("doc:confirm", () => {});

  client.answer("doc:confirm", ({ id }) => ({ accepted: id.length > 1 }));
  client.answer("doc:confirm", async () => ({ accepted: true }));
  // @ts-expect-error that is no answer to it
  client.answer("doc:confirm", () => true);
  // @ts-expect-error nobody asks that
  client.answer("notice", () => {});
}

export function states(): ConnectionState<ConnectFailure> {
  const { state } = client;
  same<typeof state, ConnectionState<ConnectFailure>>(true);
  if (state.status === "refused" && state.failure.kind === "error") {
    same<typeof state.failure.error.retryAfterMs, number | null>(true);
  }
  // @ts-expect-error only some states have a failure
  void state.failure;
  return state;
}

export function namespaces(): void {
  same<typeof admin.namespace, "/admin">(true);
  same<typeof game.namespace, `/game/${string}`>(true);
  // @ts-expect-error a connection to one namespace is none to another
  const first: AdminSocketClient = client;
  // @ts-expect-error in either direction
  const second: SocketClient = admin;
  void [first, second];
}

export function opening(): void {
  createSocket({ auth: { token: "t" }, transports: ["websocket"] });
  createSocket({ auth: (send) => send({ token: "t" }) });
  createSocket({ auth: async () => ({ token: "t" }), ackTimeout: 500 });
  createAdminSocket({ auth: { key: "k".repeat(32) } });
  createGameSocket({ params: { id } });
  // @ts-expect-error the schema wants a token
  createSocket();
  // @ts-expect-error a misspelled key
  createSocket({ auth: { tokens: "t" } });
  // @ts-expect-error a function that says something else
  createSocket({ auth: (send) => send({ key: "t" }) });
  // @ts-expect-error it would send events twice that have no ack
  createSocket({ auth: { token: "t" }, retries: 3 });
  // @ts-expect-error there is no such option
  createSocket({ auth: { token: "t" }, transport: ["websocket"] });
  // @ts-expect-error the path has a parameter
  createGameSocket({});
}
