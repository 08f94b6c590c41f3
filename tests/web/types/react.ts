// What React's hooks and the fake server take and give, and what they do not.
import { createElement } from "react";
import * as call from "../.generated/clients/call.react.ts";
import * as callFake from "../.generated/clients/call.fake.ts";
import * as collab from "../.generated/clients/collab.react.ts";
import * as collabFake from "../.generated/clients/collab.fake.ts";
import type { JoinRoomAck, Failure } from "../.generated/clients/call.ts";
import type { DocId } from "../.generated/clients/collab.ts";
import type { RequestFault } from "../.generated/clients/call.client.ts";
import { same } from "./equal.ts";

export function Component(props: { id: DocId }): null {
  call.useSocketEvent("message:new", ({ text }) => text.length);
  // @ts-expect-error there is no such event
  call.useSocketEvent("message:old", () => undefined);
  // @ts-expect-error a message has no such field
  call.useSocketEvent("message:new", ({ texts }) => String(texts));
  // @ts-expect-error a question is answered, not heard
  collab.useSocketEvent("doc:confirm", () => undefined);
  collab.useSocketAnswer("doc:confirm", ({ id }) => ({ accepted: id !== "" }));
  // @ts-expect-error that is no answer to it
  collab.useSocketAnswer("doc:confirm", () => ({ accept: true }));

  const room = call.useRoom("session", { room: "a" });
  if (room.status === "joined") same<typeof room.data, JoinRoomAck>(true);
  if (room.status === "failed") {
    if (room.error) same<typeof room.error, Failure>(true);
    else same<typeof room.fault, RequestFault>(true);
  }
  call.useRoom("session", null);
  // @ts-expect-error there is no such room
  call.useRoom("sessions", { room: "a" });
  // @ts-expect-error it has no such parameter
  call.useRoom("session", { name: "a" });

  const socket = call.useSocket();
  same<typeof socket, ReturnType<typeof call.useSocketIO>>(true);
  if (socket.state.status === "refused") {
    same<typeof socket.state.failure.kind, "fault" | "message">(true);
  }
  // @ts-expect-error there is no such method
  socket.sendMessages({ text: "" });

  // @ts-expect-error nobody is let in without a key
  collab.useAdminSocketIO({});
  // @ts-expect-error the path has a parameter
  collab.useGameSocketIO({});
  collab.useGameSocketIO({ params: { id: props.id } });
  return null;
}

const { client, server } = callFake.createFakeSocket();
createElement(call.SocketProvider, { client });
createElement(call.SocketProvider, { auth: { name: "Ada" } });
// @ts-expect-error that is no name
createElement(call.SocketProvider, { auth: { name: 1 } });
const admin = collabFake.createAdminFakeSocket();
createElement(collab.AdminSocketProvider, { client: admin.client });
// @ts-expect-error another namespace's client
createElement(collab.AdminSocketProvider, { client });
// @ts-expect-error nobody is let in without a key
createElement(collab.AdminSocketProvider, {});

server.answer("join:room", ({ room }) => ({
  ok: true,
  data: { members: [{ id: room }] },
}));
// @ts-expect-error its data are members
server.answer("join:room", () => ({ ok: true, data: [] }));
// @ts-expect-error nobody answers it
server.answer("typing:start", () => undefined);
server.emit("typing:update", { room: "a", user: { id: "b" }, typing: true });
// @ts-expect-error something is missing
server.emit("typing:update", { room: "a" });
same<
  ReturnType<typeof server.received<"typing:start">>,
  [payload: { room: string }][]
>(true);
server.refuse({ kind: "message", message: "no" });
// @ts-expect-error no error is declared
server.refuse({ kind: "error", error: 5 });
