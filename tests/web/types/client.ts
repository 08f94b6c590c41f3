// The generated types in socket.io-client's own `Socket`: every event of the
// example, used as it is meant to be, then every way to get one wrong.
import { io, type Socket } from "socket.io-client";
import {
  EVENTS,
  type Ack,
  type Auth,
  type ClientToServerEvents,
  type CustomBroadcast,
  type Failure,
  type Fault,
  type JoinRoomAck,
  type Message,
  type MessageSendAck,
  type ServerToClientEvents,
  type TypingUpdate,
  type User,
  type UserJoined,
  type UserLeft,
  type Welcome,
} from "../.generated/call.ts";
import { same } from "./equal.ts";

const auth: Auth = { name: "Ada" };
const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({ auth });

export async function clientToServer(): Promise<void> {
  socket.emit("join:room", { room: "r" }, (response) => {
    same<typeof response, Ack<JoinRoomAck, Failure>>(true);
  });
  socket.emit("leave:room", { room: "r" }, (response) => {
    same<typeof response, Ack<null>>(true);
    if (response.ok) same<typeof response.data, null>(true);
  });
  socket.emit("message:send", { text: "hi" }, (response) => {
    if (response.ok) same<typeof response.data, MessageSendAck>(true);
  });
  socket.emit("typing:start", { room: "r" });
  socket.emit("typing:stop", { room: "r" });
  socket.emit("custom:event", { name: "wave", payload: { hands: [1, null] } });
  socket.volatile.emit("typing:start", { room: "r" });
  // An absent field may be left out, or be `undefined`.
  const room: string | undefined = Math.random() < 0.5 ? "r" : undefined;
  socket.emit("custom:event", { name: "wave", room, payload: undefined });
  // `emitWithAck` knows the answer, since acks are no optional parameters.
  const answer = await socket.emitWithAck("message:send", { text: "hi", room });
  same<typeof answer, Ack<MessageSendAck, Failure>>(true);
}

export function serverToClient(): void {
  socket.on("welcome", (welcome) => same<typeof welcome, Welcome>(true));
  socket.on("message:new", (message) => same<typeof message, Message>(true));
  socket.on("user:joined", (joined) => same<typeof joined, UserJoined>(true));
  socket.on("user:left", (left) => same<typeof left, UserLeft>(true));
  socket.on("typing:update", (update) =>
    same<typeof update, TypingUpdate>(true),
  );
  socket.on("custom:broadcast", (custom) =>
    same<typeof custom, CustomBroadcast>(true),
  );
  // The events that Socket.IO itself emits stay.
  socket.on("disconnect", (reason) => same<typeof reason, string>(false));
}

export function constants(): void {
  socket.emit(EVENTS.clientToServer.typingStart, { room: "r" });
  socket.on(EVENTS.serverToClient.messageNew, (message) =>
    same<typeof message, Message>(true),
  );
  // The method's name where the schema gives one.
  same<typeof EVENTS.clientToServer.sendMessage, "message:send">(true);
  // @ts-expect-error constants of one direction are none of the other
  socket.emit(EVENTS.serverToClient.messageNew, {});
}

export function wrongNames(): void {
  // @ts-expect-error no such event
  socket.emit("join:rom", { room: "r" }, () => {});
  // @ts-expect-error an event of the other direction
  socket.emit("message:new", {});
  // @ts-expect-error no such event
  socket.on("message:news", () => {});
  // @ts-expect-error an event of the other direction
  socket.on("join:room", () => {});
}

export function wrongPayloads(): void {
  // @ts-expect-error a field is called otherwise
  socket.emit("typing:start", { rom: "r" });
  // @ts-expect-error a field has another type
  socket.emit("typing:start", { room: 1 });
  // @ts-expect-error a field must be there
  socket.emit("typing:start", {});
  // @ts-expect-error a field that must be there may not be undefined
  socket.emit("typing:start", { room: undefined });
  // @ts-expect-error a field that may be absent may not be null
  socket.emit("custom:event", { name: "wave", room: null });
  // @ts-expect-error there is no such field
  socket.emit("typing:start", { room: "r", extra: true });
  // @ts-expect-error the payload must be there
  socket.emit("typing:start");
  // @ts-expect-error there is one payload
  socket.emit("typing:start", { room: "r" }, { room: "r" });
  // @ts-expect-error what is no JSON is no payload
  socket.emit("custom:event", { name: "wave", payload: () => 1 });
  // @ts-expect-error bigints cannot be sent
  socket.emit("custom:event", { name: "wave", payload: 1n });
  // @ts-expect-error the handler's parameter has another type
  socket.on("message:new", (message: UserJoined) => void message);
  // @ts-expect-error there is one payload
  socket.on("message:new", (_message, _more) => {});
  // @ts-expect-error a received field may be absent
  socket.on("message:new", (message) => message.room.length);
  // @ts-expect-error a received field that is absent is not null
  const user: User = { id: "1", name: null };
  void user;
}

export async function wrongAcks(): Promise<void> {
  // @ts-expect-error the ack must be asked for
  socket.emit("join:room", { room: "r" });
  // @ts-expect-error an event without ack takes none
  socket.emit("typing:start", { room: "r" }, () => {});
  // @ts-expect-error an answer has one argument
  socket.emit("join:room", { room: "r" }, (_response, _more) => {});
  socket.emit("join:room", { room: "r" }, (response) => {
    // @ts-expect-error the answer may be a failure
    void response.data;
    // @ts-expect-error the answer may be data
    void response.fault;
  });
  // @ts-expect-error the payload has another type
  await socket.emitWithAck("join:room", { room: 1 });
}

export function failuresNarrow(response: Ack<JoinRoomAck, Failure>): string {
  if (response.ok) {
    same<typeof response.data, JoinRoomAck>(true);
    // @ts-expect-error what went well has no error
    void response.error;
    return "";
  }
  if (response.fault) {
    same<typeof response.fault, Fault>(true);
    same<typeof response.error, undefined>(true);
    return response.fault.code;
  }
  same<typeof response.error, Failure>(true);
  return response.error.code;
}

export function inOneLine(response: Ack<JoinRoomAck, Failure>): string {
  if (response.ok) return "";
  return response.fault ? response.fault.code : response.error.message;
}

export function failuresOfFalsyErrorsNarrow(
  response: Ack<null, string | null>,
): string | null {
  if (response.ok) return null;
  return response.fault === undefined ? response.error : response.fault.message;
}

export function onlyFaults(response: Ack<null>): Fault | undefined {
  // An event that declares no error fails with nothing but a fault.
  return response.ok ? undefined : (response.fault ?? response.error);
}

export function faultCodes(fault: Fault): number {
  // Every code, or this function would not return in all cases.
  switch (fault.code) {
    case "invalid_payload":
    case "payload_too_large":
      return 400;
    case "unauthorized":
      return 401;
    case "unknown_event":
      return 404;
    case "rate_limited":
      return 429;
    case "timeout":
    case "internal":
      return 500;
  }
}
