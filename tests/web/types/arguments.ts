// Several arguments, and any arguments.
import type { Socket } from "socket.io-client";
import type {
  Ack,
  ClientToServerEvents,
  DocEditAck,
  Op,
  ServerToClientEvents,
} from "../.generated/goldens/arguments_of_every_kind.ts";
import type * as raw from "../.generated/goldens/raw_events.ts";
import { same } from "./equal.ts";

declare const socket: Socket<ServerToClientEvents, ClientToServerEvents>;

export async function several(): Promise<void> {
  socket.emit("doc:edit", "doc-1", "7", [{ at: 1 }], (response) => {
    same<typeof response, Ack<DocEditAck, string>>(true);
  });
  const answer = await socket.emitWithAck("doc:edit", "doc-1", "7", []);
  same<typeof answer, Ack<DocEditAck, string>>(true);
  // @ts-expect-error an argument is missing
  socket.emit("doc:touch", "doc-1");
  // @ts-expect-error the arguments have an order
  socket.emit("doc:edit", "7", "doc-1", [], () => {});
  // @ts-expect-error there are two
  socket.emit("doc:touch", "doc-1", "2025-01-31T09:30:00.000Z", 1);
}

export function optional(): void {
  socket.emit("doc:watch", "doc-1");
  socket.emit("doc:watch", "doc-1", "7");
  socket.emit("doc:watch", "doc-1", undefined, 10);
  // Where an ack follows, a place must hold something.
  socket.emit("doc:comment", "doc-1", "hi", undefined, undefined, () => {});
  // @ts-expect-error the places before the ack are left out
  socket.emit("doc:comment", "doc-1", "hi", () => {});
  socket.on("doc:changed", (id, ops, by, note) => {
    same<typeof id, string>(true);
    same<typeof ops, Op[]>(true);
    // What stands before something else arrives as null.
    same<typeof by, string | null | undefined>(true);
    same<typeof note, string | null | undefined>(true);
  });
}

export function words(...args: Parameters<ClientToServerEvents["words"]>) {
  socket.emit("words", ...args);
}

declare const rawSocket: Socket<
  raw.ServerToClientEvents,
  raw.ClientToServerEvents
>;

export async function anything(): Promise<void> {
  rawSocket.emit("raw");
  rawSocket.emit("raw", 1, { a: new Uint8Array() }, null);
  rawSocket.on("raw", (...args) => same<typeof args, unknown[]>(true));
  const answer = await rawSocket.emitWithAck("raw:ack", 1, "two");
  same<typeof answer, unknown>(true);
  const typed = await rawSocket.emitWithAck("raw:ack:typed", 1, "two");
  same<typeof typed, raw.Ack<raw.RawAckTypedAck, string>>(true);
  const alone = await rawSocket.emitWithAck("raw:ack:alone");
  same<typeof alone, unknown>(true);
  const data = await rawSocket.emitWithAck("data:raw:ack", "x");
  same<typeof data, unknown>(true);
  // @ts-expect-error the ack must be asked for
  rawSocket.emit("raw:ack:typed", 1);
  rawSocket.emit("data:raw:ack", "x", (...response) => {
    same<typeof response, unknown[]>(true);
  });
}
