// The handshake: what a client says with the schema's hash, and why it was
// refused.
import { io, type Socket } from "socket.io-client";
import {
  connectAuth,
  parseConnectError,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from "../.generated/call.ts";
import * as door from "../.generated/goldens/auth_and_refusal.ts";
import * as dynamic from "../.generated/goldens/dynamic_namespaces.ts";
import * as spaces from "../.generated/goldens/namespaces_of_every_kind.ts";
import * as plain from "../.generated/goldens/groups.ts";
import { same } from "./equal.ts";

declare function current(): string;

const device = { name: "phone" };
const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
  auth: connectAuth({ name: "Ada" }),
});
io({ auth: connectAuth({}) });
io({ auth: (cb) => cb(door.connectAuth({ token: current(), device })) });
io(spaces.ADMIN_NAMESPACE, { auth: spaces.adminConnectAuth({ key: "k" }) });
io({ auth: plain.connectAuth() });
io({ auth: { ...plain.connectAuth(), token: "for a server by hand" } });

export function auth(): void {
  const made = door.connectAuth({ token: "t", device });
  same<typeof made, door.Auth & { $sockgen: string }>(true);
  same<ReturnType<typeof plain.connectAuth>, { $sockgen: string }>(true);
  // @ts-expect-error a key is called otherwise
  connectAuth({ nam: "Ada" });
  // @ts-expect-error a key must be there
  door.connectAuth({ token: "t" });
  // @ts-expect-error a key has another type
  door.connectAuth({ token: 1, device });
  // @ts-expect-error there is no such key
  door.connectAuth({ token: "t", device, extra: true });
  // @ts-expect-error the hash is not the application's to give
  door.connectAuth({ token: "t", device, $sockgen: "0" });
  // @ts-expect-error something must be said
  door.connectAuth();
  // @ts-expect-error there is nothing to say
  plain.connectAuth({ token: "t" });
  // @ts-expect-error what another namespace wants to know
  spaces.adminConnectAuth({ name: "Ada" });
  // @ts-expect-error not the hash alone
  door.connectAuth(plain.connectAuth());
}

export function handled(): void {
  // The error is the one of Socket.IO's own event.
  socket.on("connect_error", (error) => {
    const failure = parseConnectError(error);
    same<typeof failure.kind, "fault" | "message">(true);
  });
}

export function narrowed(failure: door.ConnectFailure): string | number {
  // @ts-expect-error it may be something else
  void failure.error;
  switch (failure.kind) {
    case "error":
      same<typeof failure.error, door.ConnectError>(true);
      // @ts-expect-error an error has no message of its own here
      void failure.message;
      return failure.error.retryAfterMs ?? failure.error.code;
    case "fault":
      same<typeof failure.fault, door.Fault>(true);
      return failure.fault.path ?? failure.fault.code;
    case "message":
      same<typeof failure.message, string>(true);
      return failure.message;
  }
}

export function taken(error: Error): string | undefined {
  const { kind, ...rest } = dynamic.parseGameConnectError(error);
  void rest;
  // @ts-expect-error there is no such kind
  if (kind === "refused") return undefined;
  const failure = dynamic.parseGameConnectError({ message: "timeout" });
  return failure.kind === "error" ? failure.error : undefined;
}

export function undeclared(error: Error): string {
  // No error is declared there: what the server says is a message.
  const failure = dynamic.parseSeatConnectError(error);
  same<typeof failure, dynamic.SeatConnectFailure>(true);
  // @ts-expect-error no such kind
  if (failure.kind === "error") return "";
  return failure.kind === "fault" ? failure.fault.message : failure.message;
}

export function wrong(): void {
  // @ts-expect-error an error, not its text
  parseConnectError("timeout");
  // @ts-expect-error nothing says why: no auth, no error, one path
  void plain.parseConnectError;
}
