// Namespaces: events of their own, and where they are.
import { io, type Socket } from "socket.io-client";
import {
  ADMIN_EVENTS,
  ADMIN_NAMESPACE,
  EVENTS,
  gameNamespace,
  type AdminAuth,
  type AdminClientToServerEvents,
  type AdminKicked,
  type AdminServerToClientEvents,
  type GameClientToServerEvents,
  type GameServerToClientEvents,
} from "../.generated/goldens/namespaces_of_every_kind.ts";
import { same } from "./equal.ts";

const auth: AdminAuth = { key: "x".repeat(32) };
const admin: Socket<AdminServerToClientEvents, AdminClientToServerEvents> = io(
  `https://example.com${ADMIN_NAMESPACE}`,
  { auth },
);
const game: Socket<GameServerToClientEvents, GameClientToServerEvents> = io(
  gameNamespace({ id: "a/b", round: 3 }),
);

export function events(): void {
  same<typeof ADMIN_NAMESPACE, "/admin">(true);
  same<typeof ADMIN_EVENTS.clientToServer.banUser, "ban:user">(true);
  admin.on("kicked", (payload) => same<typeof payload, AdminKicked>(true));
  admin.emit("kick", { user: "1", for: "spam" }, (response) => {
    if (response.ok) same<typeof response.data.kicked, boolean>(true);
  });
  // @ts-expect-error the event of that name of another namespace
  admin.emit("kick", { user: "1" }, () => {});
  game.emit("move", { x: 1, y: 2 });
  // @ts-expect-error an event of another namespace
  game.emit("kick", { user: "1" }, () => {});
  // @ts-expect-error a constant of another namespace
  game.emit(EVENTS.clientToServer.kick, { user: "1" }, () => {});
  // @ts-expect-error the path has two parameters
  gameNamespace({ id: "a" });
}
