// The events of an included file, which stand beside the application's own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { io, type Socket } from "socket.io-client";
import {
  connectAuth,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from "../.generated/collab.ts";
import { serverUrl } from "./client.ts";

for (const transport of ["websocket", "polling"]) {
  test(`an included file's events over ${transport}`, async () => {
    const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(
      serverUrl(),
      {
        forceNew: true,
        reconnection: false,
        transports: [transport],
        auth: connectAuth({ token: "Ada's token" }),
      },
    );
    const pushed = new Promise((resolve) => socket.once("git:pushed", resolve));
    const log = await socket.emitWithAck("git:log", { count: 2 });
    assert.ok(log.ok);
    assert.equal(log.data.length, 2);
    assert.deepEqual(await pushed, log.data[0]);
    socket.disconnect();
  });
}
