// @vitest-environment node
// Pages that are rendered where there is no browser.
import { createElement, type FunctionComponent } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import {
  SocketProvider,
  useConnected,
  useRoom,
  useSocket,
  useSocketEvent,
  useSocketIO,
  useSocketWhile,
} from "../.generated/clients/call.react.ts";

test("nothing is connected, and the state says so", () => {
  const Everything: FunctionComponent = () => {
    const { state, connected, namespace } = useSocket();
    const isConnected = useConnected();
    const room = useRoom("session", { room: "lobby" });
    useSocketWhile(true);
    useSocketEvent("message:new", () => undefined);
    const all = [state.status, connected, namespace, isConnected, room.status];
    return createElement("p", null, all.join());
  };
  // No address is given, and there is no page whose own it could be.
  const page = createElement(SocketProvider, null, createElement(Everything));
  expect(renderToString(page)).toBe(
    "<p>disconnected,false,/,false,joining</p>",
  );
});

test("a call is an error that says where it belongs", () => {
  const calls = ["connect", "disconnect", "joinRoom", "on", "timeout"] as const;
  for (const name of calls) {
    const Caller: FunctionComponent = () => {
      const socket = useSocketIO();
      (socket[name] as () => void)();
      return null;
    };
    expect(() => renderToString(createElement(Caller))).toThrow(
      `${name}() was called on a server`,
    );
  }
});
