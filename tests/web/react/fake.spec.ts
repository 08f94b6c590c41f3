// @vitest-environment node
// The fake server: what is tested against it behaves as it would with a real one.
import { afterEach, describe, expect, test, vi } from "vitest";
import { createFakeSocket } from "../.generated/clients/call.fake.ts";
import * as collab from "../.generated/clients/collab.fake.ts";
import * as styles from "../.generated/clients/styles.fake.ts";
import type { DocId } from "../.generated/clients/collab.ts";

const MESSAGE = {
  id: "7e2d3a4c-8f5b-4a1e-9c6d-0b1a2f3e4d5c",
  text: "hello",
  from: { id: "ada" },
  at: "2026-01-02T03:04:05.678Z",
};
const TIME = new Date("2026-01-02T03:04:05.678Z");

/** A client that has been let in. */
function connected(): ReturnType<typeof createFakeSocket> {
  const fake = createFakeSocket();
  void fake.client.connect();
  fake.server.accept();
  return fake;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the connection", () => {
  test("waits to be accepted", async () => {
    const { client, server } = createFakeSocket();
    const seen: string[] = [];
    client.subscribe(() => seen.push(client.state.status));
    expect(client.state).toEqual({ status: "disconnected" });
    const decided = client.connect();
    expect(client.state).toEqual({ status: "connecting" });
    server.accept();
    expect(await decided).toEqual({ status: "connected" });
    client.disconnect();
    expect(seen).toEqual([
      "connecting",
      "connected",
      ...Array.from({ length: seen.length - 2 }, () => "disconnected"),
    ]);
  });

  test("is refused with what the contract declares", async () => {
    const { client, server } = collab.createFakeSocket();
    const failures = [
      {
        kind: "error",
        error: { code: "expired", retryAfterMs: 5 },
      },
      {
        kind: "fault",
        fault: { code: "invalid_payload", message: "no", path: "$.token" },
      },
      { kind: "message", message: "internal" },
    ] as const;
    for (const failure of failures) {
      const decided = client.connect();
      server.refuse(failure);
      expect(await decided).toEqual({ status: "refused", failure });
      expect(client.socket.active).toBe(false);
    }
  });

  test("is lost and found, and ended", () => {
    const { client, server } = connected();
    expect(client.socket.id).toBe("fake-1");
    server.drop();
    expect(client.state).toEqual({ status: "connecting" });
    expect(client.socket.id).toBeUndefined();
    server.restore({ recovered: true });
    expect(client.socket.id).toBe("fake-1");
    expect(client.state).toEqual({ status: "connected" });
    expect(client.socket.recovered).toBe(true);
    server.drop();
    server.refuse({ kind: "message", message: "full" });
    expect(client.state).toMatchObject({ status: "refused" });
    void client.connect();
    server.accept();
    expect(client.socket.recovered).toBe(false);
    server.kick();
    expect(client.state).toEqual({ status: "kicked" });
  });

  test("says what cannot be", () => {
    const { server } = createFakeSocket();
    expect(() => server.accept()).toThrow("call client.connect()");
    expect(() => server.emit("message:new", MESSAGE)).toThrow("not connected");
    expect(() => server.kick()).toThrow("not connected");
  });
});

describe("messages", () => {
  test("arrive at listeners as they would over a network", () => {
    const { client, server } = connected();
    const heard = vi.fn();
    const stop = client.on("message:new", heard);
    const sent = { ...MESSAGE, from: { id: "ada", name: undefined } };
    server.emit("message:new", sent as unknown as typeof MESSAGE);
    const received = heard.mock.calls[0]?.[0] as typeof MESSAGE;
    expect(received).toStrictEqual(MESSAGE);
    expect(received.from).not.toBe(sent.from);
    stop();
    server.emit("message:new", MESSAGE);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("are kept until there is a connection, but for volatile ones", async () => {
    const { client, server } = collab.createFakeSocket();
    void client.pingMe();
    client.cursor({ col: 1 });
    expect(server.received("ping-me")).toEqual([]);
    void client.connect();
    server.accept();
    expect(server.received("ping-me")).toEqual([[]]);
    expect(server.received("cursor")).toEqual([]);
    client.cursor({ col: 2 });
    expect(await server.waitFor("cursor")).toEqual([{ col: 2 }]);
  });

  test("are waited for one by one", async () => {
    const { client, server } = connected();
    client.typingStart({ room: "a" });
    const second = server
      .waitFor("typing:start")
      .then(() => server.waitFor("typing:start"));
    client.typingStart({ room: "b" });
    expect(await second).toEqual([{ room: "b" }]);
    expect(server.received("typing:start")).toEqual([
      [{ room: "a" }],
      [{ room: "b" }],
    ]);
  });
});

describe("requests", () => {
  test("are answered by a handler, whenever there is one", async () => {
    const { client, server } = connected();
    const early = client.joinRoom({ room: "a" });
    server.answer("join:room", ({ room }) => ({
      ok: true,
      data: { members: [{ id: room }] },
    }));
    expect(await early).toEqual({ ok: true, data: { members: [{ id: "a" }] } });
    server.answer("join:room", () =>
      Promise.resolve({
        ok: false,
        error: { code: "forbidden", message: "no" },
      }),
    );
    expect(await client.joinRoom({ room: "b" })).toEqual({
      ok: false,
      error: { code: "forbidden", message: "no" },
    });
    server.answer("join:room", () => ({
      ok: false,
      fault: { code: "rate_limited", message: "slow down" },
    }));
    expect(await client.joinRoom({ room: "c" })).toMatchObject({
      fault: { code: "rate_limited" },
    });
    expect(server.received("join:room")).toHaveLength(3);
  });

  test("that nobody answers wait for their timeout", async () => {
    vi.useFakeTimers();
    const { client, server } = connected();
    const settled = vi.fn();
    const waiting = client.timeout(500).leaveRoom({ room: "a" }).then(settled);
    await vi.advanceTimersByTimeAsync(499);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await waiting;
    expect(settled.mock.calls[0]?.[0]).toMatchObject({
      fault: { code: "timeout" },
    });
    expect(server.received("leave:room")).toEqual([[{ room: "a" }]]);
  });

  test("are over when the connection is lost", async () => {
    const { client, server } = connected();
    const lost = client.leaveRoom({ room: "a" });
    server.drop();
    expect(await lost).toMatchObject({ fault: { code: "disconnected" } });
    server.restore();
    server.answer("leave:room", () => ({ ok: true, data: null }));
    expect(await client.leaveRoom({ room: "a" })).toEqual({
      ok: true,
      data: null,
    });
  });

  test("are of the contract", () => {
    const { server } = connected();
    const answer = server.answer as (
      event: string,
      handler: () => void,
    ) => void;
    expect(() => answer("typing:start", () => undefined)).toThrow(
      '"typing:start"',
    );
  });
});

describe("answers in every style", () => {
  const doc = { id: "a", at: TIME, size: 2n ** 60n };
  const { client, server } = styles.createFakeSocket();
  void client.connect();
  server.accept();

  const failure = { ok: false, error: { reason: "why" } } as const;
  const said = { ok: false, error: "why" } as const;

  test("to clients", async () => {
    for (const name of ["own", "standard", "spread"] as const) {
      const results = [{ ok: true, data: doc }, failure] as const;
      for (const result of results) {
        server.answer(name, () => result);
        expect(await client[name]("ok")).toEqual(result);
      }
      server.answer(name, () => ({
        ok: false,
        fault: { code: "internal", message: "no" },
      }));
      expect(await client[name]("ok")).toMatchObject({
        fault: { code: "internal" },
      });
    }
    for (const name of ["legacy", "loose"] as const) {
      for (const result of [{ ok: true, data: doc }, said] as const) {
        server.answer(name, () => result);
        expect(await client[name]("ok")).toEqual(result);
      }
    }
    const list = { ok: true, data: [doc, { id: "b" }] } as const;
    server.answer("bare", () => ({ ok: true, data: [...list.data] }));
    expect(await client.bare("ok")).toEqual(list);
    server.answer("raw", () => ({ ok: true, data: [1, "two"] }));
    expect(await client.raw("ok")).toEqual({ ok: true, data: [1, "two"] });
    server.answer("own:none", () => ({ ok: true, data: null }));
    expect(await client.ownNone("ok")).toEqual({ ok: true, data: null });
  });

  test("from clients", async () => {
    for (const event of ["asked:own", "asked:spread"] as const) {
      for (const result of [{ ok: true, data: doc }, failure] as const) {
        client.answer(event, () => result);
        expect(await server.request(event, "ok")).toEqual(result);
      }
    }
    for (const result of [{ ok: true, data: doc }, said] as const) {
      client.answer("asked:legacy", () => result);
      expect(await server.request("asked:legacy", "ok")).toEqual(result);
    }
    client.answer("asked:bare", () => [1n, 2n]);
    expect(await server.request("asked:bare", "ok")).toEqual([1n, 2n]);
    client.answer("asked:raw", () => [1, "two"]);
    expect(await server.request("asked:raw", "ok")).toEqual([1, "two"]);
    client.answer("asked:none", () => 5);
    expect(await server.request("asked:none", "ok")).toBeNull();
  });

  test("that are faults", async () => {
    const problems = vi.spyOn(console, "error").mockReturnValue();
    const asking = styles.createFakeSocket();
    void asking.client.connect();
    asking.server.accept();
    asking.client.answer("asked:own", () => {
      throw new Error("mine");
    });
    await expect(asking.server.request("asked:own", "ok")).rejects.toThrow(
      "(internal)",
    );
    problems.mockRestore();
  });
});

test("values are what they are in code, at both ends", async () => {
  const { client, server } = collab.createFakeSocket();
  void client.connect();
  server.accept();
  const id = "doc-1" as DocId;
  server.answer("doc:edit", (_, base) => ({
    ok: true,
    data: { head: base + 1n },
  }));
  expect(await client.docEdit(id, 5n, [{ kind: "noop" }])).toEqual({
    ok: true,
    data: { head: 6n },
  });
  const [arrived] = server.received("doc:edit");
  expect(arrived).toEqual([id, 5n, [{ kind: "noop" }]]);
});

test("each namespace has its own", () => {
  const game = collab.createGameFakeSocket({
    params: { id: "doc-1" as DocId },
  });
  expect(game.client.namespace).toBe("/game/doc-1");
  const admin = collab.createAdminFakeSocket();
  expect(admin.client.namespace).toBe("/admin");
});
