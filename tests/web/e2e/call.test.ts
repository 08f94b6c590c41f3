// The example's server and every one of its events, over each transport.
import assert from "node:assert/strict";
import { after, afterEach, describe, test } from "node:test";
import {
  EVENTS,
  connectAuth,
  parseConnectError,
  type ClientToServerEvents,
  type ServerToClientEvents,
} from "../.generated/call.ts";
import {
  Client,
  TRANSPORTS,
  fault,
  refusal,
  type Transport,
} from "./client.ts";

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

class Caller extends Client<ServerToClientEvents, ClientToServerEvents> {
  get id(): string {
    return this.socket.id ?? assert.fail("not connected");
  }

  /**
   * What was received and not asked for. Everything that the server had sent
   * before is there, since a message to a room of its own comes behind it.
   */
  async leftOver(): Promise<string[]> {
    const room = `alone ${this.id}`;
    await this.socket.emitWithAck("join:room", { room });
    this.socket.emit("custom:event", { name: "marker", room });
    return this.before("custom:broadcast");
  }
}

for (const transport of TRANSPORTS) {
  describe(transport, () => events(transport));
}

function events(transport: Transport): void {
  const callers: Caller[] = [];
  const sent = new Set<string>();
  const received = new Set<string>();
  let rooms = 0;

  /** A client that has been welcomed. */
  async function caller(name?: string): Promise<Caller> {
    const client = new Caller(transport, { auth: connectAuth({ name }) });
    callers.push(client);
    await client.connected();
    await client.next("welcome");
    return client;
  }

  /** Two clients in a room that no other test uses. */
  async function pair(): Promise<[string, Caller, Caller]> {
    const [ada, bob] = [await caller("Ada"), await caller("Bob")];
    rooms += 1;
    const room = `${transport} ${rooms}`;
    await ada.socket.emitWithAck("join:room", { room });
    await bob.socket.emitWithAck("join:room", { room });
    await ada.next("user:joined");
    return [room, ada, bob];
  }

  afterEach(() => {
    for (const client of callers.splice(0)) {
      client.sent.forEach((event) => sent.add(event));
      client.received.forEach((event) => received.add(event));
      client.close();
    }
  });

  // A suite in which an event is forgotten fails.
  after(() => {
    assert.deepEqual(sent, new Set(Object.values(EVENTS.clientToServer)));
    assert.deepEqual(received, new Set(Object.values(EVENTS.serverToClient)));
  });

  test("a client is welcomed, over the transport it asked for", async () => {
    const ada = new Caller(transport);
    callers.push(ada);
    const welcome = await ada.next("welcome");
    assert.equal(welcome.socketId, ada.id);
    assert.match(welcome.at, MOMENT);
    assert.equal(ada.socket.io.engine.transport.name, transport);
  });

  test("what is sent before the connection stands is answered", async () => {
    const ada = new Caller(transport);
    callers.push(ada);
    const room = `early ${transport}`;
    const [joined, left] = await Promise.all([
      ada.socket.emitWithAck("join:room", { room }),
      ada.socket.emitWithAck("leave:room", { room }),
    ]);
    assert.deepEqual(joined, { ok: true, data: { members: [{ id: ada.id }] } });
    assert.deepEqual(left, { ok: true, data: null });
  });

  test("who joins learns who is there, and the others learn who came", async () => {
    const [ada, bob] = [await caller("Ada"), await caller()];
    const room = `join ${transport}`;
    const adaIs = { id: ada.id, name: "Ada" };
    const first = await ada.socket.emitWithAck("join:room", { room });
    assert.deepEqual(first, { ok: true, data: { members: [adaIs] } });
    const second = await bob.socket.emitWithAck("join:room", { room });
    assert.deepEqual(second, {
      ok: true,
      data: { members: [adaIs, { id: bob.id }] },
    });
    assert.deepEqual(await ada.next("user:joined"), {
      room,
      user: { id: bob.id },
    });
    // Who is there already does not come again.
    await bob.socket.emitWithAck("join:room", { room });
    assert.deepEqual(await ada.leftOver(), []);
    assert.deepEqual(await bob.leftOver(), []);
  });

  test("who leaves is gone", async () => {
    const [room, ada, bob] = await pair();
    const answer = await bob.socket.emitWithAck("leave:room", { room });
    assert.deepEqual(answer, { ok: true, data: null });
    assert.deepEqual(await ada.next("user:left"), {
      room,
      user: { id: bob.id, name: "Bob" },
    });
    await ada.socket.emitWithAck("message:send", { text: "alone", room });
    assert.deepEqual(await bob.leftOver(), []);
    // Once more is no error, and nobody hears of it.
    const again = await bob.socket.emitWithAck("leave:room", { room });
    assert.deepEqual(again, { ok: true, data: null });
    await ada.next("message:new");
    assert.deepEqual(await ada.leftOver(), []);
  });

  test("who disconnects has left", async () => {
    const [room, ada, bob] = await pair();
    const user = { id: bob.id, name: "Bob" };
    bob.close();
    assert.deepEqual(await ada.next("user:left"), { room, user });
  });

  test("a message to a room reaches the room and its sender", async () => {
    const [room, ada, bob] = await pair();
    const eve = await caller("Eve");
    const answer = await ada.socket.emitWithAck("message:send", {
      text: "hi 🦀",
      room,
    });
    assert.ok(answer.ok);
    assert.match(answer.data.id, UUID);
    assert.match(answer.data.at, MOMENT);
    const message = {
      ...answer.data,
      text: "hi 🦀",
      room,
      from: { id: ada.id, name: "Ada" },
    };
    assert.deepEqual(await ada.next("message:new"), message);
    assert.deepEqual(await bob.next("message:new"), message);
    assert.deepEqual(await eve.leftOver(), []);
  });

  test("a message without a room reaches everybody", async () => {
    const [ada, eve] = [await caller(), await caller()];
    const text = `to all over ${transport}`;
    const answer = await ada.socket.emitWithAck("message:send", { text });
    assert.ok(answer.ok);
    const message = { ...answer.data, text, from: { id: ada.id } };
    assert.deepEqual(await ada.next("message:new"), message);
    assert.deepEqual(await eve.next("message:new"), message);
  });

  test("a message to a room of others is refused as declared", async () => {
    const [room, ada] = await pair();
    const eve = await caller();
    const answer = await eve.socket.emitWithAck("message:send", {
      text: "hi",
      room,
    });
    assert.ok(!answer.ok && !answer.fault);
    assert.equal(answer.error.code, "forbidden");
    assert.deepEqual(await ada.leftOver(), []);
  });

  test("typing is seen by the others in the room", async () => {
    const [room, ada, bob] = await pair();
    const eve = await caller();
    const user = { id: ada.id, name: "Ada" };
    ada.socket.emit("typing:start", { room });
    assert.deepEqual(await bob.next("typing:update"), {
      room,
      user,
      typing: true,
    });
    ada.socket.emit("typing:stop", { room });
    assert.deepEqual(await bob.next("typing:update"), {
      room,
      user,
      typing: false,
    });
    // Not by oneself, and not by somebody who is not in the room.
    await eve.ask("typing:start", { room });
    for (const client of [ada, bob, eve]) {
      assert.deepEqual(await client.leftOver(), []);
    }
  });

  test("custom events are relayed", async () => {
    const [room, ada, bob] = await pair();
    const eve = await caller();
    const from = { id: ada.id, name: "Ada" };
    const payload = { deep: [1, null, { text: "…" }], nothing: null };
    ada.socket.emit("custom:event", { name: "wave", payload, room });
    const relayed = { name: "wave", payload, from };
    assert.deepEqual(await ada.next("custom:broadcast"), relayed);
    assert.deepEqual(await bob.next("custom:broadcast"), relayed);
    assert.deepEqual(await eve.leftOver(), []);
    // Without a room to everybody; without a payload there is none.
    ada.socket.emit("custom:event", { name: "bye", payload: undefined });
    assert.deepEqual(await eve.next("custom:broadcast"), { name: "bye", from });
  });

  test("a payload that does not fit is a fault that says where", async () => {
    const ada = await caller();
    const long = "x".repeat(65);
    for (const [event, payload, path] of [
      ["join:room", {}, "$.room"],
      ["join:room", { room: "" }, "$.room"],
      ["join:room", { room: long }, "$.room"],
      ["join:room", { room: 1 }, "$.room"],
      ["join:room", null, "$"],
      ["join:room", [], "$"],
      ["leave:room", { room: null }, "$.room"],
      ["message:send", { text: "" }, "$.text"],
      ["message:send", { text: "hi", room: long }, "$.room"],
      ["typing:start", { room: {} }, "$.room"],
      ["typing:stop", "r", "$"],
      ["custom:event", { name: long }, "$.name"],
    ] as const) {
      const answer = await ada.ask(event, payload);
      const shown = `${event} ${JSON.stringify(payload)}`;
      assert.deepEqual(fault(answer), ["invalid_payload", path], shown);
    }
    assert.deepEqual(await ada.leftOver(), []);
  });

  test("a payload that is too large is a fault", async () => {
    const ada = await caller();
    const room = `large ${transport}`;
    await ada.socket.emitWithAck("join:room", { room });
    const sized = (length: number) => ({
      name: "large",
      room,
      payload: "x".repeat(length),
    });
    const around = JSON.stringify(sized(0)).length;
    const largest = await ada.ask("custom:event", sized(65536 - around));
    assert.deepEqual(largest, { ok: true, data: null });
    await ada.next("custom:broadcast");
    const larger = await ada.ask("custom:event", sized(65536 - around + 1));
    assert.deepEqual(fault(larger), ["payload_too_large", undefined]);
    assert.deepEqual(await ada.leftOver(), []);
  });

  test("an event that the schema does not have is a fault", async () => {
    // Told apart from those of the schema, which `after` counts.
    const ada = new Caller(transport);
    await ada.connected();
    const answer = await ada.ask("join:rom", { room: "r" });
    assert.deepEqual(fault(answer), ["unknown_event", undefined]);
    const wrongWay = await ada.ask("message:new", {});
    assert.deepEqual(fault(wrongWay), ["unknown_event", undefined]);
    ada.close();
  });

  test("an ack that is not declared is answered without data", async () => {
    const ada = await caller();
    const answer = await ada.ask("typing:start", { room: "nowhere" });
    assert.deepEqual(answer, { ok: true, data: null });
  });

  test("a declared ack need not be asked for", async () => {
    const [room, ada, bob] = await pair();
    bob.tell("leave:room", { room });
    await ada.next("user:left");
  });

  test("auth that does not fit is refused", async () => {
    const ada = new Caller(transport, {
      auth: connectAuth({ name: "" }),
    });
    const error = await refusal(ada);
    const failure = parseConnectError(error);
    assert.ok(failure.kind === "fault");
    const { code, path } = failure.fault;
    assert.deepEqual([code, path], ["invalid_payload", "$.name"]);
  });
}
