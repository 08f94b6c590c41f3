// Connects, says so and what it is told, and ends when the server closes the connection.
import { Client } from "./client.ts";

const client = await new Client("websocket").connected();
client.socket.io.on("close", (reason) => {
  console.log(`closed: ${reason}`);
});
client.socket.on("custom:broadcast", ({ name, from }) => {
  console.log(`told: ${name} by ${from.id}`);
});
console.log("connected");
