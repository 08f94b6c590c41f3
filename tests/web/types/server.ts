// The same types in the `Server` of Node's socket.io, so that a team can begin
// before it has any Rust.
import { Server } from "socket.io";
import type {
  Ack,
  ClientToServerEvents,
  CustomEvent,
  Failure,
  JoinRoom,
  JoinRoomAck,
  LeaveRoom,
  MessageSend,
  MessageSendAck,
  ServerToClientEvents,
  TypingStart,
  TypingStop,
} from "../.generated/call.ts";
import { same } from "./equal.ts";

const server = new Server<ClientToServerEvents, ServerToClientEvents>();
const at = new Date().toISOString();
const user = { id: "1" };

server.on("connection", (socket) => {
  socket.on("join:room", (payload, ack) => {
    same<typeof payload, JoinRoom>(true);
    same<typeof ack, (response: Ack<JoinRoomAck, Failure>) => void>(true);
    ack({ ok: true, data: { members: [] } });
    ack({ ok: false, error: { code: "forbidden", message: "no" } });
    ack({ ok: false, fault: { code: "internal", message: "no" } });
    // @ts-expect-error not the data of this event
    ack({ ok: true, data: null });
    // @ts-expect-error an error or a fault, not both
    ack({ ok: false, error: { code: "x", message: "" }, fault: { code: "internal", message: "" } }); // prettier-ignore
    // @ts-expect-error no such fault
    ack({ ok: false, fault: { code: "broken", message: "" } });
  });
  socket.on("leave:room", (payload, ack) => {
    same<typeof payload, LeaveRoom>(true);
    ack({ ok: true, data: null });
    // @ts-expect-error this event declares no error
    ack({ ok: false, error: "gone" });
  });
  socket.on("message:send", (payload, ack) => {
    same<typeof payload, MessageSend>(true);
    same<typeof ack, (response: Ack<MessageSendAck, Failure>) => void>(true);
  });
  socket.on("typing:start", (payload) =>
    same<typeof payload, TypingStart>(true),
  );
  socket.on("typing:stop", (payload) => same<typeof payload, TypingStop>(true));
  socket.on("custom:event", (payload) =>
    same<typeof payload, CustomEvent>(true),
  );
  // @ts-expect-error this event has no ack
  socket.on("typing:start", (_payload, _ack) => {});
  // @ts-expect-error an event of the other direction
  socket.on("welcome", () => {});

  socket.emit("welcome", { socketId: socket.id, at });
  server.emit("message:new", { id: "1", text: "hi", from: user, at });
  socket.to("r").emit("user:joined", { room: "r", user });
  socket.to("r").emit("user:left", { room: "r", user });
  socket.to("r").volatile.emit("typing:update", { room: "r", user, typing: true }); // prettier-ignore
  server.emit("custom:broadcast", { name: "wave", payload: [1], from: user });
  // @ts-expect-error a field must be there
  socket.emit("welcome", { socketId: socket.id });
  // @ts-expect-error an event of the other direction
  socket.emit("typing:start", { room: "r" });
});
