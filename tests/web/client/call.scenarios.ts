// The generated client of the example against its server.
import {
  EVENTS,
  type CustomBroadcast,
  type Message,
} from "../.generated/clients/call.ts";
import {
  createSocket,
  InvalidMessage,
  type SocketClient,
  type SocketClientOptions,
} from "../.generated/clients/call.client.ts";
import { equal, later, ok, shown, type Scenarios } from "./lib.ts";

let rooms = 0;

/** Clients that are connected, until the scenario is over. */
async function among<const N extends string>(
  url: string,
  names: readonly N[],
  scenario: (
    clients: { [K in N]: SocketClient },
    room: string,
  ) => Promise<void>,
  options: SocketClientOptions = {},
): Promise<void> {
  const clients = names.map((name) => {
    const client = createSocket({
      url,
      forceNew: true,
      auth: { name },
      ...options,
    });
    return [name, client] as const;
  });
  try {
    for (const [name, client] of clients) {
      equal([name, await client.connect()], [name, { status: "connected" }]);
    }
    rooms += 1;
    const room = `room ${rooms} of ${Math.random()}`;
    await scenario(
      Object.fromEntries(clients) as { [K in N]: SocketClient },
      room,
    );
  } finally {
    for (const [, client] of clients) client.disconnect();
  }
}

function next<T>(
  listen: (listener: (value: T) => void) => unknown,
): Promise<T> {
  const { promise, resolve } = later<T>();
  listen(resolve);
  return promise;
}

/** Until everything that the server had sent before has arrived. */
async function settled(client: SocketClient): Promise<void> {
  const room = `alone ${Math.random()}`;
  await client.joinRoom({ room });
  const marker = next((done) => client.once("custom:broadcast", done));
  client.customEvent({ name: "marker", room });
  await marker;
}

export const scenarios: Scenarios = {
  "a request comes to its answer": (url) =>
    among(url, ["Ada", "Bob"], async ({ Ada, Bob }, room) => {
      const joined = await Ada.joinRoom({ room });
      ok(joined.ok, shown(joined));
      equal(
        joined.data.members.map((member) => member.name),
        ["Ada"],
      );
      ok((await Bob.joinRoom({ room })).ok, "Bob joins");
      const received = next<Message>((done) => Bob.once("message:new", done));
      const sent = await Ada.sendMessage({ text: "Hello", room });
      ok(sent.ok, shown(sent));
      const message = await received;
      equal(
        [message.text, message.id, message.from.name],
        ["Hello", sent.data.id, "Ada"],
      );
      equal(await Ada.leaveRoom({ room }), { ok: true, data: null });
    }),

  "a declared error, and a fault": (url) =>
    among(
      url,
      ["Ada"],
      async ({ Ada }) => {
        const nowhere = await Ada.sendMessage({ text: "x", room: "nowhere" });
        ok(!nowhere.ok && nowhere.error, shown(nowhere));
        equal(nowhere.error.code, "room_not_found");
        const empty = await Ada.sendMessage({ text: "" });
        ok(!empty.ok && empty.fault, shown(empty));
        equal(
          [empty.fault.code, empty.fault.path],
          ["invalid_payload", "$.text"],
        );
      },
      { validate: "off" },
    ),

  "events by their names": (url) =>
    among(url, ["Ada"], async ({ Ada }, room) => {
      const joined = await Ada.request("join:room", { room });
      ok(joined.ok, shown(joined));
      const seen = next<CustomBroadcast>((done) =>
        Ada.once(EVENTS.serverToClient.customBroadcast, done),
      );
      Ada.emit(EVENTS.clientToServer.customEvent, {
        name: "n",
        payload: [1],
        room,
      });
      const { name, payload } = await seen;
      equal([name, payload], ["n", [1]]);
    }),

  "a listener hears until it ends": (url) =>
    among(url, ["Ada"], async ({ Ada }, room) => {
      await Ada.joinRoom({ room });
      const heard: string[] = [];
      const hear = (message: Message) => heard.push(`twice ${message.text}`);
      const stop = Ada.on("message:new", ({ text }) =>
        heard.push(`on ${text}`),
      );
      Ada.on("message:new", hear);
      Ada.on("message:new", hear);
      Ada.once("message:new", ({ text }) => heard.push(`once ${text}`));
      await Ada.sendMessage({ text: "1", room });
      await settled(Ada);
      equal(heard.splice(0), ["on 1", "twice 1", "twice 1", "once 1"]);
      equal(Ada.socket.listeners("message:new").length, 1);
      stop();
      stop();
      Ada.off("message:new", hear);
      await Ada.sendMessage({ text: "2", room });
      await settled(Ada);
      equal(heard.splice(0), ["twice 2"]);
      Ada.off("message:new");
      equal(Ada.socket.listeners("message:new").length, 0);
    }),

  "a listener that fails keeps nothing from the others": async (url) => {
    const problems: Error[] = [];
    const options = { onProblem: (problem: Error) => problems.push(problem) };
    await among(
      url,
      ["Ada"],
      async ({ Ada }, room) => {
        await Ada.joinRoom({ room });
        const heard: string[] = [];
        Ada.on("message:new", () => {
          throw new Error("broken");
        });
        const second = Ada.on("message:new", ({ text }) => heard.push(text));
        // Whoever is ended by another listener hears no more.
        Ada.on("message:new", () => third());
        const third = Ada.on("message:new", () => heard.push("third"));
        await Ada.sendMessage({ text: "1", room });
        await settled(Ada);
        equal(heard, ["1"]);
        equal(
          problems.map((problem) => problem.message),
          ["broken"],
        );
        second();
      },
      options,
    );
  },

  "a request without an answer ends in time": (url) =>
    among(url, ["Ada"], async ({ Ada }, room) => {
      Ada.disconnect();
      const late = await Ada.timeout(20).joinRoom({ room });
      ok(!late.ok && late.fault, shown(late));
      equal(late.fault.code, "timeout");
      // What was given up is not sent when the connection is there again.
      const sent: unknown[] = [];
      Ada.socket.onAnyOutgoing((event) => sent.push(event));
      await Ada.connect();
      equal(sent, []);
      // It was for what was sent through it.
      ok(
        (await Ada.joinRoom({ room })).ok,
        "the next request has its own time",
      );
    }),

  "a connection with another time is the same connection": (url) =>
    among(url, ["Ada"], async ({ Ada }, room) => {
      const patient = Ada.timeout(5_000);
      const hasty = Ada.timeout(1);
      equal(
        [patient.state, patient.connected],
        [{ status: "connected" }, true],
      );
      ok(
        (await patient.joinRoom({ room })).ok,
        "it is kept for later requests",
      );
      ok(
        (await patient.request("message:send", { text: "x", room })).ok,
        "by name too",
      );
      Ada.disconnect();
      equal(
        [hasty.state, hasty.socket === Ada.socket],
        [{ status: "disconnected" }, true],
      );
      for (const late of [
        await hasty.joinRoom({ room }),
        await hasty.request("join:room", { room }),
      ]) {
        equal(!late.ok && late.fault?.code, "timeout");
      }
      await hasty.connect();
      ok((await Ada.joinRoom({ room })).ok, "others have the usual time");
    }),

  "a lost connection ends what waits for it": (url) =>
    among(url, ["Ada"], async ({ Ada }, room) => {
      await Ada.joinRoom({ room });
      const waiting = Ada.sendMessage({ text: "x", room });
      Ada.socket.disconnect();
      const lost = await waiting;
      ok(!lost.ok && lost.fault, shown(lost));
      equal(lost.fault.code, "disconnected");
      equal([Ada.connected, Ada.state], [false, { status: "disconnected" }]);
    }),

  "its state says how a connection stands": async (url) => {
    const client = createSocket({ url, forceNew: true, autoConnect: false });
    const states: unknown[] = [];
    const end = client.subscribe(() => states.push(client.state));
    equal(client.state, { status: "disconnected" });
    const [first, second] = await Promise.all([
      client.connect(),
      client.connect(),
    ]);
    equal([first, second, client.connected], [first, first, true]);
    client.disconnect();
    equal(states.splice(0), [
      { status: "connecting" },
      { status: "connected" },
      { status: "disconnected" },
    ]);
    end();
    await client.connect();
    equal(states, []);
    client.disconnect();
  },

  "a refusal says why, and nothing is tried again": async (url) => {
    const client = createSocket({
      url,
      forceNew: true,
      auth: { name: "x".repeat(81) },
      validate: "off",
    });
    const state = await client.connect();
    ok(state.status === "refused", shown(state));
    ok(state.failure.kind === "fault", shown(state));
    equal(
      [state.failure.fault.code, state.failure.fault.path],
      ["invalid_payload", "$.name"],
    );
    equal(client.socket.active, false);
  },

  "nobody answers": async () => {
    const client = createSocket({
      url: "http://127.0.0.1:1",
      forceNew: true,
      reconnectionAttempts: 2,
      reconnectionDelay: 1,
      reconnectionDelayMax: 1,
    });
    equal(client.state, { status: "connecting" });
    const state = await client.connect();
    ok(state.status === "disconnected" && state.failure, shown(state));
    equal(state.failure.kind, "message");
    // With nothing that tries again, the first failure is the last.
    const once = createSocket({
      url: "http://127.0.0.1:1",
      forceNew: true,
      reconnection: false,
    });
    equal((await once.connect()).status, "disconnected");
  },

  "what a client says of itself comes from anywhere": async (url) => {
    const sources: SocketClientOptions["auth"][] = [
      { name: "Ada" },
      () => ({ name: "Ada" }),
      async () => ({ name: "Ada" }),
      (send) => send({ name: "Ada" }),
      async (send) => {
        await Promise.resolve();
        send({ name: "Ada" });
        return undefined;
      },
    ];
    for (const auth of sources) {
      const client = createSocket({
        url,
        forceNew: true,
        ...(auth && { auth }),
      });
      await client.connect();
      const joined = await client.joinRoom({ room: `who ${Math.random()}` });
      equal(joined.ok && joined.data.members.map((member) => member.name), [
        "Ada",
      ]);
      client.disconnect();
    }
    const failing = createSocket({
      url,
      forceNew: true,
      auth: () => Promise.reject(new Error("no token")),
    });
    equal(await failing.connect(), {
      status: "refused",
      failure: { kind: "message", message: "no token" },
    });
  },

  "what does not fit is told, and sent or not": async (url) => {
    const problems: InvalidMessage[] = [];
    const onProblem = (problem: Error) => {
      ok(problem instanceof InvalidMessage, shown(problem.message));
      problems.push(problem);
    };
    const sent: unknown[] = [];
    const client = (validate: "warn" | "drop" | "throw" | "off") => {
      const client = createSocket({ url, forceNew: true, validate, onProblem });
      client.socket.onAnyOutgoing((event) => sent.push(event));
      return client;
    };
    const tooLong = { text: "x".repeat(4001) };
    const [warn, drop, strict, off] = (
      ["warn", "drop", "throw", "off"] as const
    ).map(client);
    ok(warn && drop && strict && off, "four clients");
    for (const each of [warn, drop, strict, off]) await each.connect();

    // The server says the same of it in the end.
    const warned = await warn.sendMessage(tooLong);
    equal([sent.splice(0), problems.length], [["message:send"], 1]);
    const [problem] = problems.splice(0);
    equal([problem?.event, problem?.path], ["message:send", "$.text"]);
    ok(!warned.ok && warned.fault, shown(warned));
    equal(
      [warned.fault.code, warned.fault.path],
      ["invalid_payload", "$.text"],
    );

    const dropped = await drop.sendMessage(tooLong);
    ok(!dropped.ok && dropped.fault, shown(dropped));
    equal(
      [dropped.fault.code, dropped.fault.path],
      ["invalid_payload", "$.text"],
    );
    drop.typingStart({ room: "" });
    equal([sent.splice(0), problems.splice(0).length], [[], 2]);

    const thrown = await strict
      .sendMessage(tooLong)
      .catch((error: unknown) => error);
    ok(
      thrown instanceof InvalidMessage && thrown.path === "$.text",
      String(thrown),
    );
    let error: unknown;
    try {
      strict.typingStart({ room: "" });
    } catch (thrown) {
      error = thrown;
    }
    ok(
      error instanceof InvalidMessage && error.path === "$.room",
      String(error),
    );
    equal([sent.splice(0), problems.splice(0).length], [[], 2]);

    await off.sendMessage(tooLong);
    equal([sent.splice(0), problems.length], [["message:send"], 0]);
    for (const each of [warn, drop, strict, off]) each.disconnect();
  },

  "what a wrong server sends is told, and delivered or not": async (url) => {
    const user = { id: "u", name: "Ada" };
    const message = {
      id: "0188f3c0-0000-7000-8000-000000000000",
      text: "Hello",
      room: "r",
      from: user,
      at: "2025-01-31T09:30:00.000Z",
    };
    const wrong: [object, string][] = [
      [{ ...message, id: "no uuid" }, "$.id"],
      [{ ...message, id: 1 }, "$.id"],
      [{ ...message, text: "" }, "$.text"],
      [{ ...message, text: null }, "$.text"],
      [{ ...message, room: 7 }, "$.room"],
      [{ ...message, room: "x".repeat(65) }, "$.room"],
      [{ ...message, from: undefined }, "$.from"],
      [{ ...message, from: { ...user, id: [] } }, "$.from.id"],
      [{ ...message, from: { ...user, name: "" } }, "$.from.name"],
      [{ ...message, at: "yesterday" }, "$.at"],
      [[], "$"],
    ];
    for (const validate of ["drop", "throw", "warn"] as const) {
      const problems: string[] = [];
      const heard: unknown[] = [];
      const client = createSocket({
        url,
        forceNew: true,
        validate,
        onProblem: (problem) => {
          if (problem instanceof InvalidMessage) problems.push(problem.path);
        },
      });
      client.on("message:new", (message) => heard.push(message));
      const hear = (value: unknown) => {
        for (const listener of client.socket.listeners("message:new"))
          listener(value as never);
      };
      for (const [value] of wrong) hear(value);
      equal(
        problems,
        wrong.map(([, path]) => path),
      );
      equal(heard.splice(0).length, validate === "warn" ? wrong.length : 0);
      hear(message);
      equal(heard.splice(0), [message]);
      // Null is nothing where a field may be left out.
      hear({ ...message, room: null });
      const { room: _, ...without } = message;
      equal(heard, [without]);
      client.disconnect();
    }
  },

  "an attempt that is given up says nothing": async (url) => {
    const said: ((auth: { name: string }) => void)[] = [];
    const client = createSocket({
      url,
      forceNew: true,
      auth: (send) => {
        said.push(send);
        return undefined;
      },
    });
    const asked = (times: number) =>
      new Promise<void>((resolve) => {
        const look = () =>
          said.length < times ? setTimeout(look, 5) : resolve();
        look();
      });
    await asked(1);
    client.disconnect();
    const connected = client.connect();
    await asked(2);
    const packets: unknown[] = [];
    const manager = client.socket.io as unknown as {
      _packet: (packet: { type: number }) => void;
    };
    const own = manager._packet.bind(manager);
    manager._packet = (packet) => {
      packets.push(packet.type);
      own(packet);
    };
    said[0]?.({ name: "first" });
    said[1]?.({ name: "second" });
    equal(await connected, { status: "connected" });
    equal(packets, [0]);
    client.disconnect();
  },

  "an address that is none is an error that says so": async () => {
    for (const url of [
      "https://example.com/app",
      "https://example.com//x",
      "http://",
    ]) {
      let message = "";
      try {
        createSocket({ url, autoConnect: false });
      } catch (error) {
        message = String(error);
      }
      ok(
        message.includes(url) && message.includes("no server's address"),
        `${url}: ${message}`,
      );
    }
    for (const url of ["http://localhost:1", "https://localhost:1/"]) {
      createSocket({ url, autoConnect: false }).disconnect();
    }
    // Only a page has a protocol that could be meant.
    const isPage = typeof location !== "undefined";
    let isTaken = true;
    try {
      createSocket({ url: "localhost:1", autoConnect: false });
    } catch {
      isTaken = false;
    }
    equal(isTaken, isPage);
  },

  "a plain socket is taken as it is": async (url) => {
    const first = createSocket({ url, forceNew: true });
    await first.connect();
    const second = createSocket({ socket: first.socket });
    equal(second.state, { status: "connected" });
    ok(
      (await second.joinRoom({ room: `plain ${Math.random()}` })).ok,
      "it is connected",
    );
    first.disconnect();
    equal(second.state, { status: "disconnected" });
  },
};
