// Answers in every style, both ways, with dates and 64-bit integers made of what is on the wire.
import {
  createSocket,
  type SocketClient,
} from "../.generated/clients/styles.client.ts";
import type { Doc, How } from "../.generated/clients/styles.ts";
import { equal, ok, shown, type Scenarios } from "./lib.ts";

async function connected(
  url: string,
  scenario: (client: SocketClient, problems: Error[]) => Promise<void>,
): Promise<void> {
  const problems: Error[] = [];
  const onProblem = (problem: Error) => problems.push(problem);
  const client = createSocket({ url, forceNew: true, onProblem });
  try {
    equal(await client.connect(), { status: "connected" });
    await scenario(client, problems);
  } finally {
    client.disconnect();
  }
}

const DOC: Doc = { id: "doc", at: new Date(0), size: 18446744073709551615n };

function told(client: SocketClient, which: string): Promise<unknown> {
  return client.ask({ which }).then((said) => (said.ok ? said.data : said));
}

export const scenarios: Scenarios = {
  "every style comes to one result": (url) =>
    connected(url, async (client) => {
      for (const method of ["own", "standard", "spread"] as const) {
        equal(await client[method]("ok"), { ok: true, data: DOC });
        const error = { reason: "as declared" };
        equal(await client[method]("error"), { ok: false, error });
        const failed = await client[method]("fault");
        ok(!failed.ok && failed.fault, shown(failed));
        equal(failed.fault.code, "internal");
        ok(!shown(failed).includes("secret"), shown(failed));
      }
    }),

  "an answer without data": (url) =>
    connected(url, async (client) => {
      for (const method of ["ownNone", "spreadNone"] as const) {
        equal(await client[method]("ok"), { ok: true, data: null });
        const failed = await client[method]("fault");
        equal(!failed.ok && failed.fault.code, "internal");
      }
    }),

  "a fault that looks like the error is read as that": (url) =>
    connected(url, async (client) => {
      equal(await client.legacy("ok"), { ok: true, data: DOC });
      equal(await client.legacy("error"), { ok: false, error: "as declared" });
      const failed = await client.legacy("fault");
      ok(!failed.ok && typeof failed.error === "string", shown(failed));
    }),

  "what only its kind tells apart": (url) =>
    connected(url, async (client) => {
      equal(await client.loose("ok"), { ok: true, data: DOC });
      equal(await client.loose("error"), { ok: false, error: "as declared" });
      const failed = await client.loose("fault");
      equal(!failed.ok && failed.fault?.code, "internal");
      const list = await client.looseList("ok");
      equal(list, { ok: true, data: [1n, 18446744073709551615n] });
      equal((await client.looseList("error")).ok, false);
      equal(await client.bare("ok"), { ok: true, data: [DOC] });
    }),

  "a fault that the style cannot say stays unanswered": (url) =>
    connected(url, async (client) => {
      const failed = await client.timeout(300).bare("fault");
      equal(!failed.ok && failed.fault.code, "timeout");
    }),

  "raw answers are what they are": (url) =>
    connected(url, async (client) => {
      const answer = await client.raw("ok");
      equal(answer, { ok: true, data: ["as it is", new Uint8Array([1])] });
      const failed = await client.raw("fault");
      equal(!failed.ok && failed.fault.code, "internal");
    }),

  "what is no answer at all": (url) =>
    connected(url, async (client, problems) => {
      // A server of another version, in whose place the socket's own parser stands.
      const socket = client.socket as unknown as {
        onack: (packet: { data: unknown[] }) => void;
      };
      const own = socket.onack.bind(socket);
      socket.onack = (packet) => own({ ...packet, data: [{ neither: 1 }] });
      const failed = await client.own("ok");
      equal(!failed.ok && failed.fault?.code, "invalid_answer");
      equal(problems.length, 1);
      ok(problems[0]?.message.includes('"own"'), shown(problems[0]?.message));
    }),

  "questions are answered in every style": (url) =>
    connected(url, async (client, problems) => {
      const end = (how: How) => {
        if (how === "fault") throw new Error("secret of the client");
        return how === "ok"
          ? {
              ok: true as const,
              data: { id: "mine", at: new Date(1), size: 7n },
            }
          : { ok: false as const, error: { reason: "no" } };
      };
      client.answer("asked:own", end);
      client.answer("asked:spread", async (how) => Promise.resolve(end(how)));
      client.answer("asked:legacy", (how) => {
        const ended = end(how);
        return ended.ok ? ended : { ok: false, error: ended.error.reason };
      });
      let noticed: How | undefined;
      client.answer("asked:none", (how) => (noticed = how));
      client.answer("asked:bare", () => [1n, 2n]);
      client.answer("asked:raw", () => ["a", [1]]);
      for (const which of ["own", "spread"]) {
        const said = shown(await told(client, which));
        ok(said.includes("mine") && said.includes("Some(7)"), said);
        ok(said.includes("1970-01-01T00:00:00.001Z"), said);
        const declared = shown(await told(client, `${which} error`));
        ok(declared.includes("Declared") && declared.includes("no"), declared);
        const failed = shown(await told(client, `${which} fault`));
        ok(failed.includes("Fault") && failed.includes("Internal"), failed);
        ok(!failed.includes("secret"), failed);
      }
      equal(problems.length, 2);
      ok(
        shown(await told(client, "legacy error")).includes("Declared"),
        "legacy",
      );
      equal(await told(client, "none"), "ok ()");
      equal(noticed, "ok");
      equal(await told(client, "bare"), "ok [1, 2]");
      ok(shown(await told(client, "raw")).includes("a"), "raw");
    }),

  "a question has one answer, which can end": (url) =>
    connected(url, async (client) => {
      const first = client.answer("asked:bare", () => [1n]);
      const second = client.answer("asked:bare", () => [2n]);
      first();
      equal(await told(client, "bare"), "ok [2]");
      equal(client.socket.listeners("asked:bare").length, 1);
      second();
      equal(client.socket.listeners("asked:bare").length, 0);
    }),

  "what cannot be converted is told and not sent": (url) =>
    connected(url, async (client, problems) => {
      client.answer("asked:own", () => ({
        ok: true,
        data: { id: "x", at: new Date(Number.NaN) },
      }));
      ok(shown(await told(client, "own")).includes("Fault"), "it is a fault");
      const message = problems[0]?.message ?? "";
      ok(message.includes("$.at") && message.includes("asked:own"), message);
    }),
};
