// Connects, says so, and ends when the server closes the connection.
import { Client } from "./client.ts";

const client = await new Client("websocket").connected();
client.socket.io.on("close", (reason) => {
  console.log(`closed: ${reason}`);
});
console.log("connected");
