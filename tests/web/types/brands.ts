// Nominal types: made by a function, and never met by accident.
import type { Socket } from "socket.io-client";
import {
  DocId,
  EVENTS,
  EVENTS_,
  Rev,
  Seats,
  UserId,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from "../.generated/goldens/brands.ts";
import { same } from "./equal.ts";

declare const socket: Socket<ServerToClientEvents, ClientToServerEvents>;

export async function brands(): Promise<void> {
  const id = DocId("doc-1");
  same<typeof id, DocId>(true);
  const answer = await socket.emitWithAck("doc:open", id);
  if (answer.ok) {
    same<typeof answer.data.rev, Rev>(true);
    same<typeof answer.data.owner, UserId>(true);
    // It is what it is made of, too.
    const next: bigint = BigInt(answer.data.rev) + 1n;
    const left: number = answer.data.seats - 1;
    void [next, left, Seats(left), Rev("7")];
  }
  socket.emit("doc:named", { id: EVENTS_("x") });
  same<typeof EVENTS.clientToServer.docOpen, "doc:open">(true);
  socket.on("doc:opened", (id, by) => {
    same<typeof id, DocId>(true);
    same<typeof by, UserId>(true);
  });
}

export function wrong(id: DocId, user: UserId): void {
  // @ts-expect-error a string is no document
  socket.emit("doc:open", "doc-1", () => {});
  // @ts-expect-error a user is no document
  socket.emit("doc:open", user, () => {});
  // @ts-expect-error a revision is made of digits
  Rev("seven");
  // @ts-expect-error a document is no user
  const other: UserId = id;
  void other;
}
