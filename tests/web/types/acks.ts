// Ways of writing acks: each narrows down to one of its shapes.
import type { Socket } from "socket.io-client";
import type {
  Ack,
  BareAck,
  ClientToServerEvents,
  Doc,
  Failure,
  FaultCode,
  LegacyAck,
  NestedAck,
  ServerToClientEvents,
} from "../.generated/goldens/ack_styles.ts";
import { same } from "./equal.ts";

declare const socket: Socket<ServerToClientEvents, ClientToServerEvents>;

export function own(response: Ack<Doc, Failure>): string {
  if (response.status === "success") {
    same<typeof response.data, Doc>(true);
    return response.data.id;
  }
  if (response.error) {
    same<typeof response.error, Failure>(true);
    return response.error.reason;
  }
  same<typeof response.code, FaultCode>(true);
  return response.message;
}

export function spread(response: LegacyAck<Doc, string>): string {
  if (response.ok) {
    // @ts-expect-error what went well has no message
    void response.message;
    return response.id;
  }
  // An error and a fault look the same.
  same<typeof response.message, string>(true);
  return response.message;
}

export function spreadOfNothing(response: LegacyAck<{}>): string {
  return response.ok ? "done" : response.message;
}

export function nested(response: NestedAck<Doc, Failure>): string {
  same<typeof response.v, 1>(true);
  if (response.result) return response.result.data.id;
  if (response.failed) return response.failed.error.reason;
  same<typeof response.retry, null>(true);
  return response.fault.code;
}

export async function answers(): Promise<void> {
  const own = await socket.emitWithAck("own", "x");
  same<typeof own, Ack<Doc, Failure>>(true);
  // The bare data, with nothing around it.
  const bare = await socket.emitWithAck("bare", "x");
  same<typeof bare, string[]>(true);
  same<BareAck<string[]>, string[]>(true);
  const nothing = await socket.emitWithAck("bare:empty", "x");
  same<typeof nothing, null>(true);
}

export function asked(): void {
  // What the server asks is answered in the same style.
  socket.on("asked", (payload, ack) => {
    same<typeof payload, Doc>(true);
    ack({ ok: true, id: payload.id });
    ack({ ok: false, message: "no" });
    // @ts-expect-error a field is missing
    ack({ ok: true });
    // @ts-expect-error not in the style of this event
    ack({ status: "success", data: payload });
  });
}
