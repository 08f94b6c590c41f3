// Who may connect: pages of allowed origins, and clients that are no pages.
import assert from "node:assert/strict";
import { request, type OutgoingHttpHeaders } from "node:http";
import { test } from "node:test";
import { Client, TRANSPORTS, refusal, serverUrl } from "./client.ts";

interface Answer {
  status: number;
  allowed: string | undefined;
}

/** What the server answers to a request, or to the upgrade to a WebSocket. */
function get(transport: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  const url = `${serverUrl()}/socket.io/?EIO=4&transport=${transport}`;
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false });
    sent.on("error", reject);
    sent.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, allowed: undefined });
    });
    sent.on("response", (response) => {
      response.resume();
      resolve({
        status: response.statusCode ?? 0,
        allowed: response.headers["access-control-allow-origin"],
      });
    });
    sent.end();
  });
}

const poll = (headers: OutgoingHttpHeaders) => get("polling", headers);
const upgrade = (headers: OutgoingHttpHeaders) =>
  get("websocket", {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  });

const ALLOWED = "https://app.example";
const FOREIGN = [
  "https://evil.example",
  "https://app.example.evil.example",
  "http://app.example",
  "https://app.example:8443",
  "null",
];

test("pages of an allowed origin may connect", async () => {
  for (const origin of [ALLOWED, serverUrl()]) {
    assert.equal((await upgrade({ origin })).status, 101, origin);
    const polled = await poll({ origin });
    assert.deepEqual(polled, { status: 200, allowed: origin });
  }
});

test("pages of other origins may not", async () => {
  for (const origin of FOREIGN) {
    assert.equal((await upgrade({ origin })).status, 403, origin);
    const polled = await poll({ origin });
    assert.deepEqual(polled, { status: 403, allowed: undefined }, origin);
  }
});

test("clients that are no pages may connect", async () => {
  assert.equal((await upgrade({})).status, 101);
  assert.equal((await poll({})).status, 200);
});

for (const transport of TRANSPORTS) {
  test(`socket.io-client is held to it over ${transport}`, async () => {
    const from = (origin: string) =>
      new Client(transport, { extraHeaders: { origin } });
    const client = await from(ALLOWED).connected();
    client.close();
    await refusal(from("https://evil.example"));
  });
}
