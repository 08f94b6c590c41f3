// Components with the fake server, as an application tests its own.
import { act, cleanup, render, screen } from "@testing-library/react";
import { createElement, StrictMode, type FunctionComponent } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { createFakeSocket } from "../.generated/clients/call.fake.ts";
import * as call from "../.generated/clients/call.react.ts";
import * as collab from "../.generated/clients/collab.react.ts";
import * as styles from "../.generated/clients/styles.react.ts";
import * as stylesFake from "../.generated/clients/styles.fake.ts";
import type { DocId } from "../.generated/clients/collab.ts";

const { SocketProvider, useRoom, useSocket, useSocketEvent, useSocketIO } =
  call;

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

const Room: FunctionComponent = () => {
  const { state } = useSocket();
  const room = useRoom("session", { room: "lobby" });
  const members = room.status === "joined" ? room.data.members.length : 0;
  return createElement(
    "p",
    { role: "status" },
    `${state.status}, ${room.status}, ${members}`,
  );
};

const status = () => screen.getByRole("status").textContent;

test("a room is joined over a fake server, and again after a reconnect", async () => {
  const { client, server } = createFakeSocket();
  server.answer("join:room", () => ({
    ok: true,
    data: { members: [{ id: "a" }] },
  }));
  server.answer("leave:room", () => ({ ok: true, data: null }));
  const page = render(
    createElement(
      StrictMode,
      null,
      createElement(SocketProvider, { client }, createElement(Room)),
    ),
  );
  expect(status()).toBe("connecting, joining, 0");
  await act(async () => {
    server.accept();
    await server.waitFor("join:room");
  });
  expect(status()).toBe("connected, joined, 1");
  act(() => server.drop());
  expect(status()).toBe("connecting, joining, 0");
  await act(async () => {
    server.restore({ recovered: true });
  });
  expect(status()).toBe("connected, joined, 1");
  expect(server.received("join:room")).toHaveLength(1);
  act(() => server.drop());
  await act(async () => {
    server.restore();
    await server.waitFor("join:room");
  });
  expect(status()).toBe("connected, joined, 1");
  expect(server.received("join:room")).toHaveLength(2);
  page.unmount();
  expect(await server.waitFor("leave:room")).toEqual([{ room: "lobby" }]);
});

test("a room that is left while it is being joined is left afterwards", async () => {
  const { client, server } = createFakeSocket();
  const page = render(
    createElement(SocketProvider, { client }, createElement(Room)),
  );
  act(() => server.accept());
  await server.waitFor("join:room");
  page.unmount();
  await Promise.resolve();
  expect(server.received("leave:room")).toEqual([]);
  server.answer("join:room", () => ({ ok: true, data: { members: [] } }));
  await server.waitFor("leave:room");
});

test("a room says why it was not joined", async () => {
  const { client, server } = createFakeSocket();
  const error = { code: "forbidden", message: "no" };
  server.answer("join:room", () => ({ ok: false, error }));
  let state: unknown;
  const Watcher: FunctionComponent = () => {
    state = useRoom("session", { room: "closed" });
    return null;
  };
  const page = render(
    createElement(SocketProvider, { client }, createElement(Watcher)),
  );
  await act(async () => {
    server.accept();
    await server.waitFor("join:room");
  });
  expect(state).toEqual({ status: "failed", error });
  page.unmount();
  await Promise.resolve();
  expect(server.received("leave:room")).toEqual([]);
});

test("the handler of the latest render hears", () => {
  const { client, server } = createFakeSocket();
  const heard: string[] = [];
  const Listener: FunctionComponent<{ name: string }> = ({ name }) => {
    useSocketEvent("custom:broadcast", () => heard.push(name));
    return null;
  };
  const shown = (name: string) =>
    createElement(
      SocketProvider,
      { client },
      createElement(Listener, { name }),
    );
  const page = render(shown("a"));
  const on = vi.spyOn(client.socket, "on");
  page.rerender(shown("b"));
  act(() => server.accept());
  server.emit("custom:broadcast", { name: "x", from: { id: "a" } });
  page.unmount();
  server.emit("custom:broadcast", { name: "x", from: { id: "a" } });
  expect(heard).toEqual(["b"]);
  expect(on).not.toHaveBeenCalledWith("custom:broadcast", expect.anything());
});

test("questions are answered while somebody is there", async () => {
  const { client, server } = stylesFake.createFakeSocket();
  const Answerer: FunctionComponent<{ size: bigint }> = ({ size }) => {
    styles.useSocketAnswer("asked:bare", () => [size]);
    return null;
  };
  const shown = (size: bigint) =>
    createElement(
      styles.SocketProvider,
      { client },
      createElement(Answerer, { size }),
    );
  const page = render(shown(1n));
  page.rerender(shown(2n));
  act(() => server.accept());
  expect(await server.request("asked:bare", "ok")).toEqual([2n]);
  const off = vi.spyOn(client.socket, "off");
  page.unmount();
  expect(off).toHaveBeenCalledWith("asked:bare", expect.anything());
});

test("without a provider the error shows what to write", () => {
  const silent = vi.spyOn(console, "error").mockReturnValue();
  expect(() => render(createElement(Room))).toThrow("<SocketProvider>");
  const Admin: FunctionComponent = () => {
    collab.useAdminConnected();
    return null;
  };
  expect(() => render(createElement(Admin))).toThrow("<AdminSocketProvider>");
  silent.mockRestore();
});

test("the tab has one connection for all copies of the module, and one for each path", async () => {
  const found: Record<string, unknown> = {};
  const url = "http://localhost:1";
  vi.resetModules();
  const copy = await import("../.generated/clients/call.react.ts");
  expect(copy.useSocketIO).not.toBe(useSocketIO);
  const options = { url, autoConnect: false };
  const Finder: FunctionComponent = () => {
    found["one"] = useSocketIO(options).socket;
    found["copy"] = copy.useSocketIO(options).socket;
    const game = (id: string) =>
      collab.useGameSocketIO({ ...options, params: { id: id as DocId } })
        .socket;
    found["a"] = game("a");
    found["again"] = game("a");
    found["b"] = game("b");
    return null;
  };
  render(createElement(Finder));
  expect(found["one"]).toBe(found["copy"]);
  expect(found["a"]).toBe(found["again"]);
  expect(found["a"]).not.toBe(found["b"]);
});

test("another address than the first is a problem", () => {
  const problems: Error[] = [];
  const onProblem = (problem: Error) => problems.push(problem);
  const Finder: FunctionComponent<{ url: string }> = ({ url }) => {
    collab.useAdminSocketIO({
      url,
      auth: { key: "k" },
      autoConnect: false,
      onProblem,
    });
    return null;
  };
  const page = render(createElement(Finder, { url: "http://localhost:1" }));
  page.rerender(createElement(Finder, { url: "http://localhost:2" }));
  page.rerender(createElement(Finder, { url: "http://localhost:2" }));
  expect(problems.map(String)).toEqual([
    expect.stringContaining("http://localhost:2"),
  ]);
});

test("what a server rendered is taken over as it is", async () => {
  const { client, server } = createFakeSocket();
  const page = createElement(SocketProvider, { client }, createElement(Room));
  void client.connect();
  server.accept();
  const html = renderToString(page);
  expect(html).toContain("disconnected, joining, 0");
  const element = document.createElement("div");
  element.innerHTML = html;
  document.body.append(element);
  const complaints = vi.spyOn(console, "error");
  const root = await act(async () => hydrateRoot(element, page));
  expect(complaints).not.toHaveBeenCalled();
  expect(status()).toBe("connected, joining, 0");
  act(() => root.unmount());
  complaints.mockRestore();
});
