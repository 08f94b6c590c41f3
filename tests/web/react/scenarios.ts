// What components may rely on, in a real browser against the example's server. Each scenario has a page of its own, and
// may leave things on it that the test program asks for.
import {
  createElement,
  useState,
  version,
  type FunctionComponent,
} from "react";
import {
  SocketProvider,
  useConnected,
  useRoom,
  useSocket,
  useSocketEvent,
  useSocketIO,
  useSocketWhile,
} from "../.generated/clients/call.react.ts";
import { createSocket } from "../.generated/clients/call.client.ts";
import { equal, ok, type Scenarios } from "../client/lib.ts";
import { Stage, until } from "./stage.ts";

/** What the test program reads and calls. */
declare global {
  var shown: string;
  var stage: Stage;
  var reactVersion: string;
  var wasKept: boolean;
}

globalThis.reactVersion = version;

const room = `room ${Math.random()}`;

const nothing: FunctionComponent = () => null;

export const scenarios: Scenarios = {
  async "a provider and three hooks share one connection"(url) {
    const seen: unknown[] = [];
    const First: FunctionComponent = () => {
      const { connected, socket } = useSocketIO({ url, autoConnect: true });
      seen[0] = connected && socket.id;
      return null;
    };
    const Second: FunctionComponent = () => {
      const { state, socket } = useSocket();
      seen[1] = state.status === "connected" && socket.id;
      return null;
    };
    const Third: FunctionComponent = () => {
      const isConnected = useConnected();
      seen[2] = isConnected;
      return null;
    };
    const stage = new Stage(url);
    stage.show(First, Second, Third);
    const { socket } = await stage.connected();
    await until("all of them know", () => seen.every(Boolean));
    equal(seen, [socket.id, socket.id, true]);
    stage.end();
    await until("disconnected", () => !socket.connected);
  },

  async "a message is delivered once after fifty changes of state"(url) {
    const delivered: string[] = [];
    let change: (value: number) => void = () => {};
    const Counter: FunctionComponent = () => {
      const [count, setCount] = useState(0);
      change = setCount;
      useRoom("session", { room });
      useSocketEvent("message:new", ({ text }) => {
        delivered.push(`${text} ${count}`);
      });
      return createElement("p", { id: "count" }, count);
    };
    const stage = new Stage(url);
    stage.show(Counter);
    const { socket, sendMessage } = await stage.connected();
    for (let count = 1; count <= 50; count += 1) change(count);
    await until(
      "counted",
      () => document.body.textContent?.includes("50") ?? false,
    );
    for (let count = 51; count <= 100; count += 1) {
      change(count);
      await until(
        "shown",
        () => document.body.textContent?.includes(String(count)) ?? false,
      );
    }
    const listeners = socket.listeners("message:new").length;
    equal(listeners, 1);
    await until("joined", () => stage.sent.includes("join:room"));
    ok((await sendMessage({ text: "once", room })).ok, "sent");
    await until("delivered", () => delivered.length > 0);
    // What is asked later is answered later.
    ok((await stage.client.leaveRoom({ room })).ok, "left");
    equal(delivered, ["once 100"]);
    stage.end();
    equal(socket.listeners("message:new").length, 0);
  },

  async "methods have the same identity all the time"(url) {
    const renders: unknown[][] = [];
    const Watcher: FunctionComponent = () => {
      const { on, off, connect, sendMessage, timeout } = useSocketIO();
      renders.push([on, off, connect, sendMessage, timeout]);
      return null;
    };
    const stage = new Stage(url);
    stage.show(Watcher);
    await stage.connected();
    ok(renders.length > 2, "rendered more than once");
    for (const render of renders) {
      ok(
        render.every((member, at) => member === renders[0]?.[at]),
        "a member changed",
      );
    }
    stage.end();
  },

  async "components in one room join once, and the last leaves"(url) {
    const states: string[] = [];
    const One: FunctionComponent = () => {
      const state = useRoom("session", { room });
      states[0] = state.status;
      return null;
    };
    const Other: FunctionComponent = () => {
      const state = useRoom("session", { room });
      states[1] = state.status === "joined" ? state.data.members.join() : "";
      return null;
    };
    const None: FunctionComponent = () => {
      states[2] = useRoom("session", null).status;
      return null;
    };
    const stage = new Stage(url);
    stage.show(One, Other, None);
    const client = await stage.connected();
    await until("joined", () => states[0] === "joined");
    equal(states[2], "idle");
    equal(stage.sent, ["join:room"]);
    stage.show(Other);
    await client.sendMessage({ text: "still there", room });
    equal(stage.sent, ["join:room", "message:send"]);
    stage.show(nothing);
    await until("left", () => stage.sent.includes("leave:room"));
    equal(stage.sent, ["join:room", "message:send", "leave:room"]);
    stage.end();
  },

  async "who is mounted anew finds the room as it was"(url) {
    let status = "";
    const Member: FunctionComponent = () => {
      status = useRoom("session", { room }).status;
      return null;
    };
    let mountAnew: () => void = () => {};
    const Parent: FunctionComponent = () => {
      const [key, setKey] = useState(0);
      mountAnew = () => {
        setKey(key + 1);
      };
      return createElement("p", null, key, createElement(Member, { key }));
    };
    const stage = new Stage(url);
    stage.show(Parent);
    const { sendMessage } = await stage.connected();
    await until("joined", () => status === "joined");
    for (const text of ["1", "2", "3"]) {
      mountAnew();
      await until(text, () => document.body.textContent === text);
    }
    ok((await sendMessage({ text: "there", room })).ok, "sent");
    equal(stage.sent, ["join:room", "message:send"]);
    equal(status, "joined");
    stage.end();
  },

  async "another room is joined once the last one is left"(url) {
    let change: (name: string) => void = () => {};
    let status = "";
    const Room: FunctionComponent = () => {
      const [name, setName] = useState("a");
      change = setName;
      // A new object each time, which is the same room.
      status = useRoom("session", { room: room + name }).status;
      return createElement("p", null, name, status);
    };
    const stage = new Stage(url);
    stage.show(Room);
    await stage.connected();
    await until("joined", () => document.body.textContent === "ajoined");
    change("b");
    await until("joined", () => document.body.textContent === "bjoined");
    equal(stage.sent, ["join:room", "leave:room", "join:room"]);
    equal(status, "joined");
    stage.end();
  },

  async "a room that the server refuses says why"(url) {
    let state: unknown;
    const Room: FunctionComponent = () => {
      const { status, ...rest } = useRoom("session", { room: "" });
      state = "fault" in rest ? rest.fault?.code : status;
      return null;
    };
    const stage = new Stage(url, { onProblem: () => undefined });
    stage.show(Room);
    await until("failed", () => state === "invalid_payload");
    stage.end();
  },

  async "who is the last to let go of the connection ends it"(url) {
    let set: (active: boolean) => void = () => {};
    const Holder: FunctionComponent = () => {
      const [active, setActive] = useState(false);
      set = setActive;
      useSocketWhile(active);
      return createElement("p", null, String(active));
    };
    const stage = new Stage(url, { autoConnect: false });
    stage.show(Holder);
    equal(stage.client.state, { status: "disconnected" });
    set(true);
    const { socket } = await stage.connected();
    const { id } = socket;
    // However long this takes, it is within the time for which a connection is kept.
    const { setTimeout } = globalThis;
    const longer = (what: () => void, ms = 0) => setTimeout(what, ms * 100);
    Object.assign(globalThis, { setTimeout: longer });
    for (const active of [false, true, false, true, false, true]) {
      set(active);
      const text = String(active);
      await until(text, () => document.body.textContent === text);
    }
    Object.assign(globalThis, { setTimeout });
    // Nothing was given up meanwhile.
    ok((await stage.client.leaveRoom({ room })).ok, "left");
    equal(socket.id, id);
    set(false);
    await until("disconnected", () => !stage.client.connected);
    set(true);
    await stage.connected();
    ok(socket.id !== id, "another connection");

    // An end by hand is the end, until somebody wants it anew.
    stage.client.disconnect();
    await until("ended", () => stage.client.state.status === "disconnected");
    set(false);
    await until("false", () => document.body.textContent === "false");
    equal(stage.client.state, { status: "disconnected" });
    set(true);
    await stage.connected();

    // What was opened by hand outlives the holders.
    await stage.client.connect();
    const last = socket.id;
    set(false);
    await until("false", () => document.body.textContent === "false");
    stage.end();
    const members = stage.client;
    // Nothing must happen, so there is nothing to wait for but the time in which it would.
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(socket.id, last);
    members.disconnect();
    ok(!socket.connected, "disconnected");
  },

  async "a hundred reconnects leave as many listeners"(url) {
    let joined = 0;
    let last = "";
    const Room: FunctionComponent = () => {
      const { status } = useRoom("session", { room });
      if (status === "joined" && last !== "joined") joined += 1;
      last = status;
      useSocketEvent("user:joined", () => undefined);
      useSocketEvent("user:left", () => undefined);
      return createElement("p", null, status);
    };
    const stage = new Stage(url);
    stage.show(Room);
    const { socket } = await stage.connected();
    const joins = () => stage.sent.filter((event) => event === "join:room");
    const listeners = () =>
      [
        "user:joined",
        "user:left",
        "connect",
        "connect_error",
        "disconnect",
      ].map((event) => socket.listeners(event).length);
    await until("joined", () => last === "joined");
    const before = listeners();
    for (let times = 1; times <= 100; times += 1) {
      socket.io.engine.close();
      await until("lost", () => !socket.connected || joins().length > times);
      await until(
        `joined ${times}`,
        () => joins().length > times && last === "joined",
      );
    }
    equal(listeners(), before);
    equal(joins().length, 101);
    ok(joined > 1, "components saw it");
    stage.end();
    await until("none", () => socket.listeners("user:left").length === 0);
  },

  async "who is refused is told why, and may try again"(url) {
    const stage = new Stage(url, { auth: { name: "" } });
    stage.show(nothing);
    await until("refused", () => stage.client.state.status === "refused");
    const { state } = stage.client;
    ok(state.status === "refused" && state.failure.kind === "fault", "a fault");
    equal(
      [state.failure.fault.code, state.failure.fault.path],
      ["invalid_payload", "$.name"],
    );
    const Named: FunctionComponent = () => {
      useSocketIO({ url, auth: { name: "Ada" } });
      return null;
    };
    stage.show(Named);
    // What was given last counts at the next attempt.
    void stage.client.connect();
    await stage.connected();
    stage.end();
  },

  async "a provider with a client uses that one"(url) {
    const client = createSocket({ url, forceNew: true, autoConnect: false });
    let id: string | undefined;
    const Own: FunctionComponent = () => {
      const { connected, socket } = useSocketIO();
      id = connected ? socket.id : undefined;
      return null;
    };
    const Inner: FunctionComponent = () =>
      createElement(SocketProvider, { client }, createElement(Own));
    const stage = new Stage(url, { autoConnect: false });
    stage.show(Inner);
    await until("connected", () => id !== undefined);
    equal(id, client.socket.id);
    equal(stage.client.state, { status: "disconnected" });
    stage.end();
    await until("disconnected", () => !client.connected);
  },

  /** Stays, for the test program to do something to the server or the page. */
  async "stay in a room"(url) {
    const Room: FunctionComponent = () => {
      const { state } = useSocket();
      const membership = useRoom("session", { room: "stay" });
      useSocketEvent("message:new", ({ text }) => {
        document.title = text;
      });
      globalThis.shown = `${state.status} ${membership.status}`;
      return null;
    };
    globalThis.stage = new Stage(url, {
      auth: { name: "Page" },
      reconnectionDelayMax: 50,
    });
    stage.show(Room);
    addEventListener("pageshow", ({ persisted }) => {
      globalThis.wasKept = persisted;
    });
    await Promise.resolve();
  },
};
