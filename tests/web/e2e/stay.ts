// Connects, says so and what it is told, and ends when the server closes the connection.
import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from "../.generated/call.ts";
import { Client } from "./client.ts";

const client = new Client<ServerToClientEvents, ClientToServerEvents>(
  "websocket",
);
await client.connected();
client.socket.io.on("close", (reason) => {
  console.log(`closed: ${reason}`);
});
client.socket.on("custom:broadcast", ({ name, from }) => {
  console.log(`told: ${name} by ${from.id}`);
});
console.log("connected");
