// A stand-in for the voice service, for those who have no key of it, and for tests.
//
// It speaks the protocol of the SDK for React, so that the real SDK connects to it, hears a greeting, and shows what
// is said. It understands nothing, keeps nothing, and listens on this machine alone.
//
// | variable     | default | |
// |---|---|---|
// | `VOICE_PORT` | `3002`  | where it listens; `0` lets the system choose |
// | `VOICE_QUIET`|         | if set, it says nothing by itself |
//
// What is typed into it goes to all calls: `say TEXT`, `understand TEXT`, `error TEXT`, and `drop`, which ends their
// connections. `expire` makes the access tokens too old that it gave, which it does for any keys.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { WebSocketServer } from "ws";
import { Chat } from "./lib/chat.js";

const PATH = "/v0/evi/chat";
const TOKEN_PATH = "/oauth2-cc/token";
const HOST = "localhost";

/** As the real ones: half an hour. */
const TOKEN_SECONDS = 1800;

/** A second of audio has some 10 kB; nobody needs to send as much as this at once. */
const LARGEST_MESSAGE = 1024 * 1024;

const port = Number(process.env["VOICE_PORT"] || 3002);
const isQuiet = Boolean(process.env["VOICE_QUIET"]);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(
    `VOICE_PORT must be a number from 0 to 65535, not "${process.env["VOICE_PORT"]}"`,
  );
}

/** @type {Set<Chat>} */
const chats = new Set();

/**
 * When the tokens that were given are too old, as `Date.now()` says it.
 *
 * @type {Map<string, number>}
 */
const tokens = new Map();

const http = createServer((request, response) => {
  if (request.method === "POST" && request.url === TOKEN_PATH) {
    const token = randomUUID();
    tokens.set(token, Date.now() + TOKEN_SECONDS * 1000);
    response.writeHead(200, { "content-type": "application/json" });
    const answer = { access_token: token, expires_in: TOKEN_SECONDS };
    response.end(JSON.stringify(answer));
    return;
  }
  response.writeHead(426, { "content-type": "text/plain; charset=utf-8" });
  response.end(`The stand-in for the voice service: a WebSocket at ${PATH}\n`);
});
const sockets = new WebSocketServer({
  server: http,
  path: PATH,
  maxPayload: LARGEST_MESSAGE,
  verifyClient: ({ req: { url } }, decide) => {
    const until = tokens.get(queryOf(url).get("access_token") ?? "");
    // One that is not from here says that there are no keys.
    const isGood = until === undefined || Date.now() < until;
    if (!isGood) console.log("call refused: its token is too old");
    decide(isGood, 401);
  },
});

sockets.on("connection", (socket, request) => {
  const group = queryOf(request.url).get("resumed_chat_group_id");
  const chat = new Chat(socket, { group, isQuiet });
  chats.add(chat);
  console.log(`call ${group ? "resumed" : "begun"}: ${chats.size} now`);
  // What cannot be read ends the connection, which is told by `close`.
  socket.on("error", () => undefined);
  socket.on("close", () => {
    chats.delete(chat);
    console.log(`call ended: ${chats.size} now`);
  });
});

http.on("error", (error) => {
  const isTaken = "code" in error && error.code === "EADDRINUSE";
  fail(
    isTaken
      ? `port ${port} is taken by another program; choose one with VOICE_PORT=…, and say HUME_HOSTNAME=http://localhost:… to the web app`
      : `cannot listen on ${HOST}:${port}: ${error.message}`,
  );
});
http.listen(port, HOST, () => {
  const address = http.address();
  const at = typeof address === "object" && address ? address.port : port;
  console.log(`Voice stand-in on http://localhost:${at}`);
});

createInterface({ input: process.stdin }).on("line", (line) => {
  const [command = "", ...rest] = line.trim().split(" ");
  const text = rest.join(" ");
  if (command === "expire") {
    for (const token of tokens.keys()) tokens.set(token, 0);
    console.log(`expired: ${tokens.size}`);
  }
  for (const chat of [...chats]) {
    if (command === "say") chat.say(text);
    else if (command === "understand") chat.understand(text);
    else if (command === "error") chat.complain(text);
    else if (command === "drop") chat.drop(1011);
  }
});

/** @param {string | undefined} url */
function queryOf(url) {
  return new URL(url ?? "", "http://localhost").searchParams;
}

/** @param {string} message */
function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
